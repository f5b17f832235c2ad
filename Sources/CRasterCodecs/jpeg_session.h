// One libjpeg decompression: its reader, its error manager and what it may jump out of.
#ifndef SONO_JPEG_SESSION_H
#define SONO_JPEG_SESSION_H
#include "CRasterCodecs.h"
#include "reader.h"
#include <setjmp.h>
#include <stdio.h>
// jpeglib.h needs stdio.h before it.
#include <jpeglib.h>

struct jpeg_chroma;

typedef struct jpeg_session {
    struct jpeg_decompress_struct codec;
    struct jpeg_error_mgr errors;
    struct jpeg_source_mgr input;
    struct jpeg_progress_mgr progress;
    reader reader;
    /// Set while chroma is looked at (jpeg_chroma.h), for the IDCT that is called with the codec only.
    struct jpeg_chroma *chroma;
    sono_status status;
    sono_diagnosis *diagnosis;
    jmp_buf escape;
} jpeg_session;

/// Opens a session, does `work` in it and closes it. The only setjmp: what `work` has begun may end at any of its calls.
sono_status jpeg_session_run(
    const sono_source *source, sono_diagnosis *diagnosis, void (*work)(jpeg_session *session, void *arguments),
    void *arguments);
/// Offset in the source of the next byte that libjpeg will see.
uint64_t jpeg_session_offset(const jpeg_session *session);
/// Ends the session's work with a status of ours.
_Noreturn void jpeg_session_fail(jpeg_session *session, sono_status status, const char *message);

/// Reads the header and compares it with the one that the caller made planes for.
void jpeg_session_require_header(jpeg_session *session, const sono_jpeg_header *header, uint64_t working_bytes);
#endif
