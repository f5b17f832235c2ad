#include "jpeg_session.h"
#include "luma.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/// Where decoded rows go.
typedef struct planes {
    uint8_t *luma, *chroma;
    uint64_t chromatic;
} planes;

static void count_chromatic(planes *out, uint64_t index, int red, int green, int blue) {
    if (!is_chromatic(red, green, blue)) return;
    set_bit(out->chroma, index);
    out->chromatic++;
}

static int clamp(int value) { return value < 0 ? 0 : value > 255 ? 255 : value; }

/// A chroma sample within ±9 of neutral cannot make a chromatic pixel: the largest spread of (R, G, B) that it allows is
/// R − B = 1.402·9 + 1.772·9 < 29, and clamping only lessens it.
static int row_has_colour(const JSAMPLE *cb, const JSAMPLE *cr, uint32_t count) {
    uint8_t found = 0;
    for (uint32_t x = 0; x < count; x++) {
        found |= (uint8_t)((uint8_t)(cb[x] - 119) > 18) | (uint8_t)((uint8_t)(cr[x] - 119) > 18);
    }
    return found;
}

/// Marks the chromatic pixels of one row. The chroma sample of a pixel is the one whose area covers it.
static void mark_row(
    planes *out, uint64_t first, const uint8_t *luma, const JSAMPLE *cb, const JSAMPLE *cr, uint32_t width, int numerator,
    int denominator) {
    for (uint32_t x = 0; x < width; x++) {
        uint32_t sample = (uint32_t)((uint64_t)x * (unsigned)numerator / (unsigned)denominator);
        int blue_offset = cb[sample] - 128, red_offset = cr[sample] - 128;
        if (blue_offset >= -9 && blue_offset <= 9 && red_offset >= -9 && red_offset <= 9) continue;
        // BT.601 full range in 16-bit fixed point (JFIF 1.02).
        int y = luma[x];
        count_chromatic(
            out, first + x, clamp(y + ((91881 * red_offset + 32768) >> 16)),
            clamp(y - ((22554 * blue_offset + 46802 * red_offset + 32768) >> 16)),
            clamp(y + ((116130 * blue_offset + 32768) >> 16)));
    }
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
    JSAMPARRAY rows[3];
    JSAMPROW luma_rows[MAX_SAMP_FACTOR * DCTSIZE];
    for (int index = 0; index < 3; index++) {
        const jpeg_component_info *component = &codec->comp_info[index];
        rows[index] = codec->mem->alloc_sarray(
            (j_common_ptr)codec, JPOOL_IMAGE, component->width_in_blocks * DCTSIZE,
            (JDIMENSION)component->v_samp_factor * DCTSIZE);
    }
    const jpeg_component_info *chroma = &codec->comp_info[1];
    uint32_t rows_at_once = (uint32_t)codec->max_v_samp_factor * DCTSIZE;
    // libjpeg writes whole blocks: straight into the plane only where no block sticks out of a row.
    int direct = codec->comp_info[0].width_in_blocks * DCTSIZE == width;
    JSAMPARRAY components[3] = {luma_rows, rows[1], rows[2]};
    while (codec->output_scanline < height) {
        uint32_t top = codec->output_scanline;
        uint32_t count = height - top < rows_at_once ? height - top : rows_at_once;
        for (uint32_t row = 0; row < rows_at_once; row++) {
            luma_rows[row] = direct && row < count ? out->luma + (uint64_t)(top + row) * width : rows[0][row];
        }
        jpeg_read_raw_data(codec, components, rows_at_once);
        for (uint32_t row = 0; row < count; row++) {
            uint8_t *luma = out->luma + (uint64_t)(top + row) * width;
            if (!direct) memcpy(luma, rows[0][row], width);
        }
        for (uint32_t chroma_row = 0; chroma_row < (uint32_t)chroma->v_samp_factor * DCTSIZE; chroma_row++) {
            const JSAMPLE *cb = rows[1][chroma_row], *cr = rows[2][chroma_row];
            if (!row_has_colour(cb, cr, chroma->downsampled_width)) continue;
            uint32_t vertical = (uint32_t)chroma->v_samp_factor;
            for (uint32_t row = 0; row < count; row++) {
                if (row * vertical / (uint32_t)codec->max_v_samp_factor != chroma_row) continue;
                uint64_t first = (uint64_t)(top + row) * width;
                mark_row(out, first, out->luma + first, cb, cr, width, chroma->h_samp_factor, codec->max_h_samp_factor);
            }
        }
    }
}

static void grey_of_rgb(planes *out, uint64_t first, const JSAMPLE *row, uint32_t width) {
    for (uint32_t x = 0; x < width; x++, row += 3) {
        out->luma[first + x] = luma_of(row[0], row[1], row[2]);
        count_chromatic(out, first + x, row[0], row[1], row[2]);
    }
}

/// Ink to light. Adobe's writers store 255 for no ink and mark the file as theirs (Adobe TN 5116); others store 0.
static void grey_of_cmyk(planes *out, uint64_t first, const JSAMPLE *row, uint32_t width, int inverted) {
    for (uint32_t x = 0; x < width; x++, row += 4) {
        int light[4];
        for (int ink = 0; ink < 4; ink++) light[ink] = inverted ? row[ink] : 255 - row[ink];
        int red = (light[0] * light[3] + 127) / 255, green = (light[1] * light[3] + 127) / 255;
        int blue = (light[2] * light[3] + 127) / 255;
        out->luma[first + x] = luma_of(red, green, blue);
        count_chromatic(out, first + x, red, green, blue);
    }
}

static void read_rows(jpeg_session *session, planes *out) {
    j_decompress_ptr codec = &session->codec;
    jpeg_start_decompress(codec);
    uint32_t width = codec->output_width;
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

/// Reads the header again and compares: between the caller's look and now the file may have been replaced.
static void read_same_header(jpeg_session *session, const sono_jpeg_header *header, uint64_t working_bytes) {
    sono_jpeg_header found;
    jpeg_session_create(session);
    session->codec.mem->max_memory_to_use = working_bytes < LONG_MAX ? (long)working_bytes : LONG_MAX;
    jpeg_read_header(&session->codec, TRUE);
    jpeg_describe(&session->codec, &found);
    if (found.width != header->width || found.height != header->height || found.colour != header->colour
        || found.coefficient_bytes != header->coefficient_bytes || found.multiple_scans != header->multiple_scans) {
        jpeg_session_fail(session, SONO_CHANGED, "the file changed while it was read");
    }
}

/// A progressive file that ends properly but never sent some bits of its luma is a picture with its detail cut off.
static void require_full_precision(jpeg_session *session) {
    j_decompress_ptr codec = &session->codec;
    if (!codec->progressive_mode || codec->coef_bits == NULL) return;
    for (int coefficient = 0; coefficient < DCTSIZE2; coefficient++) {
        if (codec->coef_bits[0][coefficient] != 0) {
            jpeg_session_fail(session, SONO_CORRUPT, "the progressive scans do not carry the whole picture");
        }
    }
}

sono_status sono_jpeg_decode(
    const sono_source *source, const sono_jpeg_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint64_t *chromatic, sono_diagnosis *diagnosis) {
    jpeg_session session;
    planes out = {luma, chroma, 0};
    *chromatic = 0;
    sono_status prepared = jpeg_session_prepare(&session, source, DAMAGE_IS_AN_ERROR, diagnosis);
    if (prepared != SONO_DONE) return prepared;
    if (setjmp(session.escape) == 0) {
        read_same_header(&session, header, working_bytes);
        j_decompress_ptr codec = &session.codec;
        switch (header->colour) {
        case SONO_JPEG_GREY:
            codec->out_color_space = JCS_GRAYSCALE;
            read_rows(&session, &out);
            break;
        case SONO_JPEG_YCBCR:
            if (has_plain_sampling(codec)) {
                read_raw(&session, &out);
                break;
            }
            __attribute__((fallthrough));
        case SONO_JPEG_RGB:
            codec->out_color_space = JCS_RGB;
            read_rows(&session, &out);
            break;
        case SONO_JPEG_CMYK:
        case SONO_JPEG_YCCK:
            codec->out_color_space = JCS_CMYK;
            read_rows(&session, &out);
            break;
        case SONO_JPEG_OTHER:
            jpeg_session_fail(&session, SONO_UNSUPPORTED, "an unknown colour space");
        }
        require_full_precision(&session);
        // Reads on to the end marker, so that a file that stops before it is told apart from a whole one.
        jpeg_finish_decompress(codec);
        uint64_t end = jpeg_session_offset(&session);
        if (end < source->size) {
            diagnosis->trailing_bytes = source->size - end;
            diagnosis_note(diagnosis, SONO_ODDITY_TRAILING_BYTES, "bytes after the end of the picture");
        }
        *chromatic = out.chromatic;
    }
    jpeg_session_end(&session);
    return session.status;
}
