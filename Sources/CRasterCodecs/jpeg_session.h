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

/// Links the session's parts. Must be followed by setjmp(session->escape) before jpeg_create_decompress.
sono_status jpeg_session_prepare(jpeg_session *session, const sono_source *source, sono_diagnosis *diagnosis);
/// Makes the codec and attaches the input; may jump to `escape`.
void jpeg_session_create(jpeg_session *session);
void jpeg_session_end(jpeg_session *session);
/// Offset in the source of the next byte that libjpeg will see.
uint64_t jpeg_session_offset(const jpeg_session *session);
/// Ends the session's work with a status of ours.
_Noreturn void jpeg_session_fail(jpeg_session *session, sono_status status, const char *message);

/// Creates the codec, reads the header and compares it with the one the caller made planes for; may jump to `escape`.
void jpeg_session_reopen(jpeg_session *session, const sono_jpeg_header *header, uint64_t working_bytes);
void jpeg_describe(struct jpeg_decompress_struct *codec, sono_jpeg_header *header);
#endif
