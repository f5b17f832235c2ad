#include "png_session.h"
#include "luma.h"
#include <stdlib.h>
#include <string.h>

/// Most bytes of one ancillary chunk, unpacked, and most ancillary chunks that are kept.
enum { CHUNK_BYTES = 1 << 20, CHUNK_COUNT = 64 };

_Noreturn void png_session_fail(png_session *session, sono_status status, const char *message) {
    session->status = status;
    diagnosis_say(session->diagnosis, message);
    longjmp(session->escape, 1);
}

static _Noreturn void on_error(png_structp codec, png_const_charp message) {
    png_session *session = png_get_error_ptr(codec);
    sono_status status = SONO_CORRUPT;
    if (strstr(message, "unknown critical chunk") != NULL) status = SONO_UNSUPPORTED;
    if (strstr(message, "ut of memory") != NULL || strstr(message, "nsufficient memory") != NULL) {
        status = SONO_OUT_OF_MEMORY;
    }
    png_session_fail(session, status, message);
}

/// libpng goes on after a warning. Those in the IDAT context speak of the image data, all others of chunks that the
/// picture does not need (libpng makes damage in a needed chunk an error).
static void on_warning(png_structp codec, png_const_charp message) {
    png_session *session = png_get_error_ptr(codec);
    if (strncmp(message, "IDAT: ", 6) != 0) {
        diagnosis_note(session->diagnosis, SONO_ODDITY_ANCILLARY_CHUNK, message);
        return;
    }
    if (strstr(message, "Extra compressed data") != NULL || strstr(message, "Too much image data") != NULL) {
        diagnosis_note(session->diagnosis, SONO_ODDITY_EXTRA_IMAGE_DATA, message);
        return;
    }
    // A failed check sum of the compressed stream after the last row, above all.
    png_session_fail(session, SONO_CORRUPT, message);
}

static void on_read(png_structp codec, png_bytep bytes, size_t count) {
    png_session *session = png_get_io_ptr(codec);
    while (count > 0) {
        if (session->window_left == 0) {
            int64_t got = reader_next(&session->reader, &session->window);
            if (got < 0) {
                session->diagnosis->system_error = session->reader.system_error;
                png_session_fail(session, SONO_READ_FAILED, "the file could not be read");
            }
            if (got == 0) png_session_fail(session, SONO_TRUNCATED, "the file ends before the picture does");
            session->window_left = (uint64_t)got;
        }
        size_t part = count < session->window_left ? count : (size_t)session->window_left;
        memcpy(bytes, session->window, part);
        session->window += part;
        session->window_left -= part;
        bytes += part;
        count -= part;
    }
}

uint64_t png_session_offset(const png_session *session) { return session->reader.position - session->window_left; }

void *png_session_allocate(png_session *session, size_t count, size_t size) {
    for (size_t index = 0; index < sizeof session->memory / sizeof *session->memory; index++) {
        if (session->memory[index] != NULL) continue;
        session->memory[index] = calloc(count, size);
        if (session->memory[index] != NULL) return session->memory[index];
        break;
    }
    png_session_fail(session, SONO_OUT_OF_MEMORY, "no memory for rows");
}

/// The frame count of acTL (APNG 1.0: a big-endian number of frames, then of plays).
static uint32_t frame_count(png_session *session) {
    png_unknown_chunkp chunks = NULL;
    int count = png_get_unknown_chunks(session->codec, session->info, &chunks);
    for (int index = 0; index < count; index++) {
        if (memcmp(chunks[index].name, "acTL", 4) != 0) continue;
        uint32_t frames = chunks[index].size == 8 ? png_get_uint_32(chunks[index].data) : 0;
        // Each frame has an fcTL of 38 bytes, so a count that does not fit into the file is no count.
        if (frames > 0 && frames <= INT32_MAX && frames <= session->reader.source->size / 38) return frames;
        diagnosis_note(session->diagnosis, SONO_ODDITY_FRAME_COUNT, "an acTL chunk that makes no sense");
        return 1;
    }
    return 1;
}

void png_describe(png_session *session, sono_png_header *header) {
    memset(header, 0, sizeof *header);
    png_read_info(session->codec, session->info);
    header->width = png_get_image_width(session->codec, session->info);
    header->height = png_get_image_height(session->codec, session->info);
    header->bit_depth = png_get_bit_depth(session->codec, session->info);
    header->colour_type = png_get_color_type(session->codec, session->info);
    header->interlaced = png_get_interlace_type(session->codec, session->info) != PNG_INTERLACE_NONE;
    header->transparency = png_get_valid(session->codec, session->info, PNG_INFO_tRNS) != 0;
    header->frames = frame_count(session);
}

void png_copy_exif(png_session *session, sono_exif *exif) {
    png_bytep bytes = NULL;
    png_uint_32 count = 0;
    if (png_get_eXIf_1(session->codec, session->info, &count, &bytes) == 0 || bytes == NULL) return;
    exif->count = count < exif->capacity ? count : exif->capacity;
    memcpy(exif->bytes, bytes, exif->count);
}

static void copy_palette(png_session *session, png_palette *palette) {
    png_colorp colours = NULL;
    png_bytep alphas = NULL;
    int alpha_count = 0;
    png_get_PLTE(session->codec, session->info, &colours, &palette->count);
    png_get_tRNS(session->codec, session->info, &alphas, &alpha_count, NULL);
    if (colours == NULL || palette->count <= 0 || palette->count > 256) {
        png_session_fail(session, SONO_CORRUPT, "a palette picture without a palette");
    }
    for (int index = 0; index < palette->count; index++) {
        int alpha = alphas != NULL && index < alpha_count ? alphas[index] : 255;
        palette->rgb[index][0] = (uint8_t)over_black(colours[index].red, alpha);
        palette->rgb[index][1] = (uint8_t)over_black(colours[index].green, alpha);
        palette->rgb[index][2] = (uint8_t)over_black(colours[index].blue, alpha);
    }
}

int png_expand_to_bytes(png_session *session, png_palette *palette) {
    memset(palette, 0, sizeof *palette);
    if (png_get_color_type(session->codec, session->info) == PNG_COLOR_TYPE_PALETTE) {
        // libpng would show an index beyond the palette as black.
        copy_palette(session, palette);
        png_set_packing(session->codec);
    } else {
        // 1, 2 and 4 bits to 8, tRNS to alpha; then 16 bits to 8, rounded. No gamma, no grey by libpng: both would make
        // the grey value depend on chunks that a metric cannot know of.
        png_set_expand(session->codec);
        png_set_scale_16(session->codec);
    }
    png_read_update_info(session->codec, session->info);
    return png_get_channels(session->codec, session->info);
}

void png_read_rows_into(png_session *session, int channels, png_row_sink sink, void *context) {
    png_structp codec = session->codec;
    uint32_t width = png_get_image_width(codec, session->info), height = png_get_image_height(codec, session->info);
    size_t row_bytes = png_get_rowbytes(codec, session->info);
    if (row_bytes != (size_t)width * (size_t)channels) {
        png_session_fail(session, SONO_CORRUPT, "rows of an unexpected length");
    }
    uint8_t *row = png_session_allocate(session, row_bytes, 1);
    if (png_get_interlace_type(codec, session->info) == PNG_INTERLACE_NONE) {
        for (uint32_t y = 0; y < height; y++) {
            png_read_row(codec, row, NULL);
            sink(context, row, y, 0, 1, width);
        }
    } else {
        // Without png_set_interlace_handling libpng hands out the reduced image of each Adam7 pass, so no whole colour
        // picture has to be kept.
        for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
            uint32_t columns = PNG_PASS_COLS(width, pass), rows = PNG_PASS_ROWS(height, pass);
            if (columns == 0) continue;
            uint32_t left = PNG_PASS_START_COL(pass), step = PNG_PASS_COL_OFFSET(pass);
            for (uint32_t y = 0; y < rows; y++) {
                png_read_row(codec, row, NULL);
                sink(context, row, PNG_ROW_FROM_PASS_ROW(y, pass), left, step, columns);
            }
        }
    }
    // The chunks after the image data; the file is whole only if IEND is there.
    png_read_end(codec, session->info);
    uint64_t end = png_session_offset(session);
    if (end < session->reader.source->size) {
        session->diagnosis->trailing_bytes = session->reader.source->size - end;
        diagnosis_note(session->diagnosis, SONO_ODDITY_TRAILING_BYTES, "bytes after the end of the picture");
    }
}

void png_require_same_header(png_session *session, const sono_png_header *header) {
    sono_png_header found;
    png_describe(session, &found);
    if (found.width != header->width || found.height != header->height || found.colour_type != header->colour_type
        || found.bit_depth != header->bit_depth || found.interlaced != header->interlaced) {
        png_session_fail(session, SONO_CHANGED, "the file changed while it was read");
    }
}

static void create(png_session *session) {
    session->codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, session, on_error, on_warning);
    if (session->codec == NULL) png_session_fail(session, SONO_OUT_OF_MEMORY, "libpng could not start");
    session->info = png_create_info_struct(session->codec);
    if (session->info == NULL) png_session_fail(session, SONO_OUT_OF_MEMORY, "libpng could not start");
    png_set_read_fn(session->codec, session, on_read);
    // The caller judges the size; libpng's own default would call a picture of a million columns damaged.
    png_set_user_limits(session->codec, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(session->codec, CHUNK_BYTES);
    png_set_chunk_cache_max(session->codec, CHUNK_COUNT);
    // Colour management, text and time are not looked at: what is not unpacked cannot be a bomb.
    png_set_keep_unknown_chunks(session->codec, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_keep_unknown_chunks(session->codec, PNG_HANDLE_CHUNK_AS_DEFAULT, (png_const_bytep) "eXIf", 1);
    png_set_keep_unknown_chunks(session->codec, PNG_HANDLE_CHUNK_ALWAYS, (png_const_bytep) "acTL", 1);
}

/// A function of its own, so that the session is not a local of the one that setjmp returns to twice.
__attribute__((noinline)) static void guard(
    png_session *session, void (*work)(png_session *session, void *arguments), void *arguments) {
    if (setjmp(session->escape) != 0) return;
    create(session);
    work(session, arguments);
}

sono_status png_session_run(
    const sono_source *source, sono_diagnosis *diagnosis, void (*work)(png_session *session, void *arguments),
    void *arguments) {
    png_session session;
    memset(&session, 0, sizeof session);
    diagnosis_clear(diagnosis);
    session.diagnosis = diagnosis;
    if (reader_open(&session.reader, source) != 0) {
        diagnosis_say(diagnosis, "no memory for a read buffer");
        return SONO_OUT_OF_MEMORY;
    }
    guard(&session, work, arguments);
    if (session.codec != NULL) png_destroy_read_struct(&session.codec, &session.info, NULL);
    for (size_t index = 0; index < sizeof session.memory / sizeof *session.memory; index++) {
        free(session.memory[index]);
    }
    reader_close(&session.reader);
    return session.status;
}

typedef struct header_arguments {
    sono_png_header *header;
    sono_exif *exif;
} header_arguments;

static void read_header(png_session *session, void *context) {
    const header_arguments *arguments = context;
    png_describe(session, arguments->header);
    if (arguments->exif == NULL) return;
    arguments->exif->count = 0;
    png_copy_exif(session, arguments->exif);
}

sono_status sono_png_read_header(
    const sono_source *source, sono_png_header *header, sono_exif *exif, sono_diagnosis *diagnosis) {
    header_arguments arguments = {header, exif};
    return png_session_run(source, diagnosis, read_header, &arguments);
}
