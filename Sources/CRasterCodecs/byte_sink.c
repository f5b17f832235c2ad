#include "byte_sink.h"
#include <stdlib.h>
#include <string.h>

int byte_sink_append(byte_sink *sink, const uint8_t *bytes, size_t count) {
    if (count == 0) return 0;
    if (count > sink->capacity - sink->written.count) {
        size_t needed = sink->written.count + count;
        size_t capacity = sink->capacity * 2 > needed ? sink->capacity * 2 : needed;
        uint8_t *grown = realloc(sink->written.bytes, capacity);
        if (grown == NULL) return -1;
        sink->written.bytes = grown;
        sink->capacity = capacity;
    }
    memcpy(sink->written.bytes + sink->written.count, bytes, count);
    sink->written.count += count;
    return 0;
}

void sono_bytes_free(sono_bytes *bytes) {
    free(bytes->bytes);
    bytes->bytes = NULL;
    bytes->count = 0;
}
