#include "luma.h"
#include "png_plain.h"
#include "png_session.h"
#include <string.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define GREY_PAIR 0x00FFFF00FFFF0000ull
#else
/// Where two bytes side by side belong to one of two RGB pixels.
#define GREY_PAIR 0x000000FFFF00FFFFull
#endif

typedef struct png_planes {
    uint8_t *luma, *chroma, *warm, *tones;
    uint64_t chromatic;
    uint32_t width, height;
    int channels;
    png_palette palette;
    png_session *session;
} png_planes;

static void keep_pixel(png_planes *out, uint64_t at, int red, int green, int blue) {
    out->luma[at] = luma_of(red, green, blue);
    if (is_chromatic(red, green, blue)) {
        set_bit(out->chroma, at);
        if (red >= blue) set_bit(out->warm, at);
        out->chromatic++;
    }
}

/// The tones of the cells of which this row is the middle: of eight pixels about the middle.
static void keep_tones(png_planes *out, const uint8_t *row, uint32_t y) {
    uint32_t cells = sono_tone_cells(out->width), below = y / SONO_TONE_CELL;
    if (below >= sono_tone_cells(out->height)) return;
    for (uint32_t cell = 0; cell < cells; cell++) {
        const uint8_t *pixel = row + (size_t)(cell * SONO_TONE_CELL + SONO_TONE_CELL / 2 - 4) * (size_t)out->channels;
        int red = 0, green = 0, blue = 0;
        for (int i = 0; i < 8; i++, pixel += out->channels) {
            red += pixel[0];
            green += pixel[1];
            blue += pixel[2];
        }
        write_tone(out->tones + 2 * ((size_t)below * cells + cell), red, green, blue, 8);
    }
}

static void keep_row(void *context, const uint8_t *row, uint32_t y, uint32_t left, uint32_t step, uint32_t count) {
    png_planes *out = context;
    uint64_t at = (uint64_t)y * out->width + left;
    int channels = out->channels;
    if (out->palette.count > 0) {
        for (uint32_t i = 0; i < count; i++, at += step) {
            const uint8_t *rgb = png_palette_colour(out->session, &out->palette, row[i]);
            keep_pixel(out, at, rgb[0], rgb[1], rgb[2]);
        }
        return;
    }
    if (channels <= 2) {
        for (uint32_t i = 0; i < count; i++, row += channels, at += step) {
            out->luma[at] = channels == 1 ? row[0] : (uint8_t)over_black(row[0], row[1]);
        }
        return;
    }
    if (step == 1 && y % SONO_TONE_CELL == SONO_TONE_CELL / 2) keep_tones(out, row, y);
    uint32_t first = 0;
    if (channels == 3 && step == 1) {
        // Most of an ultrasound screen is grey: two pixels at a time, whose luma is any of their channels. Eight bytes are
        // read, those of a third pixel among them.
        for (; first + 3 <= count; first += 2, row += 6, at += 2) {
            uint64_t eight;
            memcpy(&eight, row, sizeof eight);
            uint64_t steps = eight ^ eight >> 8;
            if ((steps & GREY_PAIR) == 0) {
                out->luma[at] = row[0];
                out->luma[at + 1] = row[3];
            } else {
                keep_pixel(out, at, row[0], row[1], row[2]);
                keep_pixel(out, at + 1, row[3], row[4], row[5]);
            }
        }
    }
    for (uint32_t i = first; i < count; i++, row += channels, at += step) {
        int red = row[0], green = row[1], blue = row[2];
        if (channels == 4 && row[3] != 255) {
            red = over_black(red, row[3]);
            green = over_black(green, row[3]);
            blue = over_black(blue, row[3]);
        }
        keep_pixel(out, at, red, green, blue);
    }
}

typedef struct decode_arguments {
    const sono_png_header *header;
    sono_exif *exif;
    png_planes out;
} decode_arguments;

static void decode(png_session *session, void *context) {
    decode_arguments *arguments = context;
    png_planes *out = &arguments->out;
    png_require_same_header(session, arguments->header);
    out->session = session;
    out->channels = png_expand_to_bytes(session, &out->palette);
    png_read_rows_into(session, out->channels, keep_row, out);
    if (arguments->exif == NULL) return;
    arguments->exif->count = 0;
    png_copy_exif(session, arguments->exif);
}

sono_status sono_png_decode(
    const sono_source *source, const sono_png_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint8_t *warm, uint8_t *tones, uint64_t *chromatic, sono_exif *exif, sono_diagnosis *diagnosis) {
    size_t bytes = ((size_t)header->width * header->height + 7) / 8;
    memset(chroma, 0, bytes);
    memset(warm, 0, bytes);
    sono_tones_clear(tones, header->width, header->height);
    decode_arguments arguments = {
        header, exif,
        {.luma = luma, .chroma = chroma, .warm = warm, .tones = tones, .width = header->width, .height = header->height}};
    arguments.out.channels = png_plain_channels(header);
    sono_status status = SONO_DONE;
    int is_enough = sono_png_plain_bytes(header) <= working_bytes;
    if (is_enough && png_plain_read(source, header, keep_row, &arguments.out)) {
        // No Exif: a file with such a chunk is not plain.
        diagnosis_clear(diagnosis);
        if (exif != NULL) exif->count = 0;
    } else {
        status = png_session_run(source, diagnosis, decode, &arguments);
    }
    *chromatic = arguments.out.chromatic;
    return status;
}
