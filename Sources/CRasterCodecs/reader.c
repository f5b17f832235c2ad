#include "reader.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int reader_open(reader *reader, const sono_source *source) {
    memset(reader, 0, sizeof *reader);
    reader->source = source;
    if (source->bytes != NULL) return 0;
    reader->buffer = malloc(READER_BUFFER);
    return reader->buffer == NULL ? -1 : 0;
}

void reader_close(reader *reader) {
    free(reader->buffer);
    reader->buffer = NULL;
}

static ssize_t read_at(int descriptor, uint8_t *bytes, size_t count, uint64_t offset) {
    ssize_t got;
    do {
        got = pread(descriptor, bytes, count, (off_t)offset);
    } while (got < 0 && errno == EINTR);
    return got;
}

int64_t reader_next(reader *reader, const uint8_t **window) {
    const sono_source *source = reader->source;
    if (reader->position >= source->size) return 0;
    uint64_t left = source->size - reader->position;
    if (source->bytes != NULL) {
        *window = source->bytes + reader->position;
        reader->position = source->size;
        return (int64_t)left;
    }
    // A file that grew since its size was taken is read up to that size only: what is hashed is what is decoded.
    size_t wanted = left < READER_BUFFER ? (size_t)left : READER_BUFFER;
    ssize_t got = read_at(source->descriptor, reader->buffer, wanted, reader->position);
    if (got < 0) {
        reader->system_error = errno;
        return -1;
    }
    *window = reader->buffer;
    reader->position += (uint64_t)got;
    return got;
}

int64_t sono_source_read(const sono_source *source, uint64_t offset, uint8_t *bytes, size_t count) {
    if (offset >= source->size) return 0;
    if (count > source->size - offset) count = (size_t)(source->size - offset);
    if (source->bytes != NULL) {
        memcpy(bytes, source->bytes + offset, count);
        return (int64_t)count;
    }
    ssize_t got = read_at(source->descriptor, bytes, count, offset);
    return got < 0 ? -errno : got;
}

void diagnosis_clear(sono_diagnosis *diagnosis) { memset(diagnosis, 0, sizeof *diagnosis); }

void diagnosis_say(sono_diagnosis *diagnosis, const char *message) {
    snprintf(diagnosis->message, sizeof diagnosis->message, "%s", message);
}

void diagnosis_note(sono_diagnosis *diagnosis, uint32_t oddity, const char *message) {
    if (diagnosis->oddities == 0) diagnosis_say(diagnosis, message);
    diagnosis->oddities |= oddity;
}
