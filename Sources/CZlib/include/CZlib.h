// zlib behind one small header of whole-value calls.
// Every call returns 0 when done and -1 when zlib refused: out of memory, no valid data, or more than there is room for.
#ifndef SONO_CZLIB_H
#define SONO_CZLIB_H
#include <stddef.h>
#include <stdint.h>

/// Room that the compressed form of so many bytes always fits into.
size_t sono_compressed_bound(size_t count);
/// gzip (RFC 1952) at the highest level, without a name and a time: the same bytes give the same bytes.
int sono_gzip(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count);
/// A whole gzip member; `*out_count` is the room, then what was written.
int sono_gunzip(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count);
/// A bare deflate stream (RFC 1951), as ZIP archives hold it.
int sono_deflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count);
/// CRC-32 as ZIP and PNG use it.
uint32_t sono_crc32(const uint8_t *bytes, size_t count);
#endif
