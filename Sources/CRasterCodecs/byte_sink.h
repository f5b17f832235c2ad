// Bytes that grow as an encoder writes them.
#ifndef SONO_BYTE_SINK_H
#define SONO_BYTE_SINK_H
#include "CRasterCodecs.h"

typedef struct byte_sink {
    sono_bytes written;
    size_t capacity;
} byte_sink;

/// Adds bytes at the end; -1 without memory, and what was written before stays.
int byte_sink_append(byte_sink *sink, const uint8_t *bytes, size_t count);
#endif
