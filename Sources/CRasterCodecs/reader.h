// A sono_source read forwards through a small buffer.
#ifndef SONO_READER_H
#define SONO_READER_H
#include "CRasterCodecs.h"

enum { READER_BUFFER = 64 * 1024 };

typedef struct reader {
    const sono_source *source;
    /// Offset in the source of the byte after the current window.
    uint64_t position;
    int system_error;
    uint8_t *buffer;
} reader;

/// Readies a reader; the buffer is only needed, and only allocated, for a descriptor. Returns 0, or -1 without memory.
int reader_open(reader *reader, const sono_source *source);
void reader_close(reader *reader);

/// The next window of bytes. Returns its length, 0 at the end, -1 when reading failed (`system_error`).
int64_t reader_next(reader *reader, const uint8_t **window);

void diagnosis_clear(sono_diagnosis *diagnosis);
void diagnosis_say(sono_diagnosis *diagnosis, const char *message);
/// Marks an oddity; the first one's words are kept.
void diagnosis_note(sono_diagnosis *diagnosis, uint32_t oddity, const char *message);
#endif
