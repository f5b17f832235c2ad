#include "jpeg_chroma.h"
#include "jpeg_session.h"
#include "luma.h"
#include <stdlib.h>
#include <string.h>

/// Where decoded rows go.
typedef struct planes {
    uint8_t *luma, *chroma, *warm, *tones;
    uint64_t chromatic;
} planes;

static void count_chromatic(planes *out, uint64_t index, int red, int green, int blue) {
    if (!is_chromatic(red, green, blue)) return;
    set_bit(out->chroma, index);
    if (red >= blue) set_bit(out->warm, index);
    out->chromatic++;
}

/// Whether raw component data can be used: luma at full resolution, one sampling for both chroma components.
static int has_plain_sampling(const struct jpeg_decompress_struct *codec) {
    const jpeg_component_info *component = codec->comp_info;
    return component[0].h_samp_factor == codec->max_h_samp_factor && component[0].v_samp_factor == codec->max_v_samp_factor
        && component[1].h_samp_factor == component[2].h_samp_factor
        && component[1].v_samp_factor == component[2].v_samp_factor;
}

/// Reads the components as they are stored: Y is the luma plane, and colour is looked for at the chroma's resolution.
static void read_raw(jpeg_session *session, planes *out) {
    j_decompress_ptr codec = &session->codec;
    codec->raw_data_out = TRUE;
    codec->out_color_space = JCS_YCbCr;
    jpeg_start_decompress(codec);

    uint32_t width = codec->output_width, height = codec->output_height;
    uint32_t rows_at_once = (uint32_t)codec->max_v_samp_factor * DCTSIZE;
    uint32_t stored_width = codec->comp_info[0].width_in_blocks * DCTSIZE;
    JSAMPARRAY spare = codec->mem->alloc_sarray((j_common_ptr)codec, JPOOL_IMAGE, stored_width, rows_at_once);
    JSAMPROW luma[MAX_SAMP_FACTOR * DCTSIZE];
    jpeg_chroma chroma;
    jpeg_chroma_attach(session, &chroma);
    JSAMPARRAY components[3] = {luma, chroma.rows[0], chroma.rows[1]};
    // libjpeg writes whole blocks: straight into the plane only where no block sticks out of a row.
    int direct = stored_width == width;
    while (codec->output_scanline < height) {
        uint32_t top = codec->output_scanline;
        uint32_t count = height - top < rows_at_once ? height - top : rows_at_once;
        for (uint32_t row = 0; row < rows_at_once; row++) {
            luma[row] = direct && row < count ? out->luma + (uint64_t)(top + row) * width : spare[row];
        }
        jpeg_read_raw_data(codec, components, rows_at_once);
        for (uint32_t row = 0; row < count && !direct; row++) {
            memcpy(out->luma + (uint64_t)(top + row) * width, spare[row], width);
        }
        out->chromatic += jpeg_chroma_mark(&chroma, out->luma, width, top, count, out->chroma, out->warm);
        jpeg_chroma_tones(&chroma, width, height, top, count, out->tones);
    }
}

static void grey_of_rgb(planes *out, uint64_t first, const JSAMPLE *row, uint32_t width) {
    for (uint32_t x = 0; x < width; x++, row += 3) {
        out->luma[first + x] = luma_of(row[0], row[1], row[2]);
        count_chromatic(out, first + x, row[0], row[1], row[2]);
    }
}

static void grey_of_cmyk(planes *out, uint64_t first, const JSAMPLE *row, uint32_t width, int inverted) {
    for (uint32_t x = 0; x < width; x++, row += 4) {
        uint8_t rgb[3];
        rgb_of_cmyk(row, inverted, rgb);
        out->luma[first + x] = luma_of(rgb[0], rgb[1], rgb[2]);
        count_chromatic(out, first + x, rgb[0], rgb[1], rgb[2]);
    }
}

static void read_rows(jpeg_session *session, planes *out) {
    j_decompress_ptr codec = &session->codec;
    jpeg_start_decompress(codec);
    uint32_t width = codec->output_width;
    if (codec->out_color_space != JCS_GRAYSCALE) {
        size_t bytes = ((size_t)width * codec->output_height + 7) / 8;
        memset(out->chroma, 0, bytes);
        memset(out->warm, 0, bytes);
    }
    JSAMPARRAY row = codec->mem->alloc_sarray(
        (j_common_ptr)codec, JPOOL_IMAGE, width * (JDIMENSION)codec->output_components, 1);
    while (codec->output_scanline < codec->output_height) {
        uint64_t first = (uint64_t)codec->output_scanline * width;
        if (codec->out_color_space == JCS_GRAYSCALE) {
            JSAMPROW luma = out->luma + first;
            jpeg_read_scanlines(codec, &luma, 1);
            continue;
        }
        jpeg_read_scanlines(codec, row, 1);
        if (codec->out_color_space == JCS_CMYK) {
            grey_of_cmyk(out, first, row[0], width, codec->saw_Adobe_marker);
        } else {
            grey_of_rgb(out, first, row[0], width);
        }
    }
}

/// A file may end properly although its scans never brought a component, or, when progressive, some bits of it: libjpeg
/// then shows a picture without them.
static void require_whole_picture(jpeg_session *session) {
    j_decompress_ptr codec = &session->codec;
    for (int component = 0; component < codec->num_components; component++) {
        // The table is kept when a component's first scan begins.
        int is_whole = codec->comp_info[component].quant_table != NULL;
        for (int coefficient = 0; codec->coef_bits != NULL && coefficient < DCTSIZE2; coefficient++) {
            if (codec->coef_bits[component][coefficient] != 0) is_whole = 0;
        }
        if (!is_whole) jpeg_session_fail(session, SONO_CORRUPT, "the scans do not bring the whole picture");
    }
}

typedef struct decode_arguments {
    const sono_jpeg_header *header;
    uint64_t working_bytes;
    planes out;
} decode_arguments;

static void decode(jpeg_session *session, void *context) {
    decode_arguments *arguments = context;
    j_decompress_ptr codec = &session->codec;
    jpeg_session_require_header(session, arguments->header, arguments->working_bytes);
    switch (arguments->header->colour) {
    case SONO_JPEG_GREY:
        codec->out_color_space = JCS_GRAYSCALE;
        read_rows(session, &arguments->out);
        break;
    case SONO_JPEG_YCBCR:
        if (has_plain_sampling(codec)) {
            read_raw(session, &arguments->out);
            break;
        }
        __attribute__((fallthrough));
    case SONO_JPEG_RGB:
        codec->out_color_space = JCS_RGB;
        read_rows(session, &arguments->out);
        break;
    case SONO_JPEG_CMYK:
    case SONO_JPEG_YCCK:
        codec->out_color_space = JCS_CMYK;
        read_rows(session, &arguments->out);
        break;
    case SONO_JPEG_OTHER:
        jpeg_session_fail(session, SONO_UNSUPPORTED, "an unknown colour space");
    }
    require_whole_picture(session);
    // Reads on to the end marker, so that a file that stops before it is told apart from a whole one.
    jpeg_finish_decompress(codec);
    uint64_t end = jpeg_session_offset(session), size = session->reader.source->size;
    if (end < size) {
        session->diagnosis->trailing_bytes = size - end;
        diagnosis_note(session->diagnosis, SONO_ODDITY_TRAILING_BYTES, "bytes after the end of the picture");
    }
}

sono_status sono_jpeg_decode(
    const sono_source *source, const sono_jpeg_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint8_t *warm, uint8_t *tones, uint64_t *chromatic, sono_diagnosis *diagnosis) {
    sono_tones_clear(tones, header->width, header->height);
    decode_arguments arguments = {header, working_bytes, {luma, chroma, warm, tones, 0}};
    sono_status status = jpeg_session_run(source, diagnosis, decode, &arguments);
    *chromatic = arguments.out.chromatic;
    return status;
}
