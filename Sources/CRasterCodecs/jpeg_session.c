#include "jpeg_session.h"
#include "jpeg_description.h"
#include <jerror.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/// Real progressive files have about 10 scans, the most elaborate optimisers below 70; each scan walks the whole picture.
enum { MOST_SCANS = 100 };

static jpeg_session *session_of(j_common_ptr codec) { return codec->client_data; }

_Noreturn void jpeg_session_fail(jpeg_session *session, sono_status status, const char *message) {
    session->status = status;
    diagnosis_say(session->diagnosis, message);
    longjmp(session->escape, 1);
}

static sono_status status_of_error(int code) {
    switch (code) {
    case JERR_SOF_UNSUPPORTED:
    case JERR_BAD_PRECISION:
    case JERR_ARITH_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_CCIR601_NOTIMPL:
        return SONO_UNSUPPORTED;
    case JERR_NO_BACKING_STORE:
    case JERR_IMAGE_TOO_BIG:
    case JERR_WIDTH_OVERFLOW:
        return SONO_TOO_LARGE;
    case JERR_OUT_OF_MEMORY:
        return SONO_OUT_OF_MEMORY;
    default:
        return SONO_CORRUPT;
    }
}

static void error_exit(j_common_ptr codec) {
    char message[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, message);
    jpeg_session_fail(session_of(codec), status_of_error(codec->err->msg_code), message);
}

/// Whether the bytes that libjpeg skipped before a marker are padding (all 0x00 or all 0xFF) rather than leftover data.
static int skipped_bytes_are_padding(jpeg_session *session, uint64_t count) {
    uint64_t end = jpeg_session_offset(session);
    uint8_t window[512];
    uint64_t offset = count < end ? end - count : 0;
    int first = -1;
    while (offset < end) {
        size_t wanted = end - offset < sizeof window ? (size_t)(end - offset) : sizeof window;
        int64_t got = sono_source_read(session->reader.source, offset, window, wanted);
        if (got <= 0) return 0;
        for (int64_t i = 0; i < got; i++) {
            if (first < 0) first = window[i];
            if (window[i] != first || (first != 0 && first != 0xFF)) return 0;
        }
        offset += (uint64_t)got;
    }
    return 1;
}

/// Judges libjpeg's warnings: what says that pixels are wrong is an error, what only says that a file is odd is a note.
static void emit_message(j_common_ptr codec, int level) {
    if (level >= 0) return;
    jpeg_session *session = session_of(codec);
    char message[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, message);
    switch (codec->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA: {
        // Before the first scan no pixel can be touched. After it, bytes that the entropy decoder did not want are
        // either padding by the writer or the rest of data that it lost its place in.
        int in_image_data = codec->is_decompressor && ((j_decompress_ptr)codec)->input_scan_number > 0;
        if (in_image_data && !skipped_bytes_are_padding(session, (uint64_t)codec->err->msg_parm.i[0])) {
            jpeg_session_fail(session, SONO_CORRUPT, message);
        }
        diagnosis_note(session->diagnosis, SONO_ODDITY_EXTRANEOUS_BYTES, message);
        return;
    }
    // The version of JFIF, an unknown Adobe transform code and the spectral range of a sequential scan are header fields
    // that decoding does not use.
    case JWRN_JFIF_MAJOR:
    case JWRN_ADOBE_XFORM:
    case JWRN_NOT_SEQUENTIAL:
        diagnosis_note(session->diagnosis, SONO_ODDITY_HEADER_FIELD, message);
        return;
    // Data ended early (HIT_MARKER), a code that is not in the table (HUFF_BAD_CODE, ARITH_BAD_CODE), a lost restart
    // marker (MUST_RESYNC), a refinement of what was never sent (BOGUS_PROGRESSION): libjpeg fills in grey or guesses.
    default:
        jpeg_session_fail(session, SONO_CORRUPT, message);
    }
}

static void output_message(j_common_ptr codec) { (void)codec; }

static void progress_monitor(j_common_ptr codec) {
    if (codec->is_decompressor && ((j_decompress_ptr)codec)->input_scan_number > MOST_SCANS) {
        jpeg_session_fail(session_of(codec), SONO_TOO_LARGE, "more than 100 scans");
    }
}

static void init_source(j_decompress_ptr codec) { (void)codec; }
static void term_source(j_decompress_ptr codec) { (void)codec; }

static boolean fill_input_buffer(j_decompress_ptr codec) {
    jpeg_session *session = codec->client_data;
    const uint8_t *window = NULL;
    int64_t count = reader_next(&session->reader, &window);
    if (count < 0) {
        session->diagnosis->system_error = session->reader.system_error;
        jpeg_session_fail(session, SONO_READ_FAILED, "the file could not be read");
    }
    // libjpeg would have an end marker made up here and fill the rest with grey; a cut picture is no picture.
    if (count == 0) jpeg_session_fail(session, SONO_TRUNCATED, "the file ends before the picture does");
    codec->src->next_input_byte = window;
    codec->src->bytes_in_buffer = (size_t)count;
    return TRUE;
}

static void skip_input_data(j_decompress_ptr codec, long count) {
    jpeg_session *session = codec->client_data;
    struct jpeg_source_mgr *input = codec->src;
    if (count <= 0) return;
    if ((size_t)count <= input->bytes_in_buffer) {
        input->next_input_byte += count;
        input->bytes_in_buffer -= (size_t)count;
        return;
    }
    session->reader.position += (uint64_t)count - input->bytes_in_buffer;
    input->next_input_byte = NULL;
    input->bytes_in_buffer = 0;
}

uint64_t jpeg_session_offset(const jpeg_session *session) {
    return session->reader.position - session->input.bytes_in_buffer;
}

void jpeg_session_require_header(jpeg_session *session, const sono_jpeg_header *header, uint64_t working_bytes) {
    sono_jpeg_header found;
    session->codec.mem->max_memory_to_use = working_bytes < LONG_MAX ? (long)working_bytes : LONG_MAX;
    jpeg_read_header(&session->codec, TRUE);
    jpeg_describe(&session->codec, &found);
    // Between the caller's look and now the file may have been replaced.
    if (found.width != header->width || found.height != header->height || found.colour != header->colour
        || found.coefficient_bytes != header->coefficient_bytes || found.multiple_scans != header->multiple_scans) {
        jpeg_session_fail(session, SONO_CHANGED, "the file changed while it was read");
    }
}

static void create(jpeg_session *session) {
    jpeg_create_decompress(&session->codec);
    session->input.init_source = init_source;
    session->input.fill_input_buffer = fill_input_buffer;
    session->input.skip_input_data = skip_input_data;
    session->input.resync_to_restart = jpeg_resync_to_restart;
    session->input.term_source = term_source;
    session->codec.src = &session->input;
    session->progress.progress_monitor = progress_monitor;
    session->codec.progress = &session->progress;
}

/// A function of its own, so that the session is not a local of the one that setjmp returns to twice.
__attribute__((noinline)) static void guard(
    jpeg_session *session, void (*work)(jpeg_session *session, void *arguments), void *arguments) {
    if (setjmp(session->escape) != 0) return;
    create(session);
    work(session, arguments);
}

sono_status jpeg_session_run(
    const sono_source *source, sono_diagnosis *diagnosis, void (*work)(jpeg_session *session, void *arguments),
    void *arguments) {
    jpeg_session session;
    memset(&session, 0, sizeof session);
    diagnosis_clear(diagnosis);
    session.diagnosis = diagnosis;
    if (reader_open(&session.reader, source) != 0) {
        diagnosis_say(diagnosis, "no memory for a read buffer");
        return SONO_OUT_OF_MEMORY;
    }
    session.codec.err = jpeg_std_error(&session.errors);
    session.errors.error_exit = error_exit;
    session.errors.emit_message = emit_message;
    session.errors.output_message = output_message;
    session.codec.client_data = &session;
    guard(&session, work, arguments);
    jpeg_destroy_decompress(&session.codec);
    reader_close(&session.reader);
    return session.status;
}
