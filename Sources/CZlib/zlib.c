#include "CZlib.h"
#include <limits.h>
#include <string.h>
#include <zlib.h>

enum { GZIP_WINDOW = 15 + 16, BARE_WINDOW = -15 };

size_t sono_compressed_bound(size_t count) { return compressBound(count) + 64; }

static int deflated(int window, const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count) {
    if (count > UINT_MAX || *out_count > UINT_MAX) return -1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = out;
    stream.avail_out = (uInt)*out_count;
    int result = deflate(&stream, Z_FINISH);
    *out_count = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? 0 : -1;
}

int sono_gzip(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count) {
    return deflated(GZIP_WINDOW, bytes, count, out, out_count);
}

int sono_deflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count) {
    return deflated(BARE_WINDOW, bytes, count, out, out_count);
}

int sono_gunzip(const uint8_t *bytes, size_t count, uint8_t *out, size_t *out_count) {
    if (count > UINT_MAX || *out_count > UINT_MAX) return -1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK) return -1;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = out;
    stream.avail_out = (uInt)*out_count;
    int result = inflate(&stream, Z_FINISH);
    int is_whole = result == Z_STREAM_END && stream.avail_in == 0;
    *out_count = stream.total_out;
    inflateEnd(&stream);
    return is_whole ? 0 : -1;
}

uint32_t sono_crc32(const uint8_t *bytes, size_t count) {
    return (uint32_t)crc32_z(crc32_z(0, NULL, 0), bytes, count);
}
