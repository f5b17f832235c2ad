#include "luma.h"
#include "png_session.h"

typedef struct png_planes {
    uint8_t *luma, *chroma;
    uint64_t chromatic;
    uint32_t width;
    int channels;
} png_planes;

static void keep_row(void *context, const uint8_t *row, uint32_t y, uint32_t left, uint32_t step, uint32_t count) {
    png_planes *out = context;
    uint64_t at = (uint64_t)y * out->width + left;
    int channels = out->channels;
    if (channels <= 2) {
        for (uint32_t i = 0; i < count; i++, row += channels, at += step) {
            out->luma[at] = channels == 1 ? row[0] : (uint8_t)over_black(row[0], row[1]);
        }
        return;
    }
    for (uint32_t i = 0; i < count; i++, row += channels, at += step) {
        int red = row[0], green = row[1], blue = row[2];
        if (channels == 4 && row[3] != 255) {
            red = over_black(red, row[3]);
            green = over_black(green, row[3]);
            blue = over_black(blue, row[3]);
        }
        out->luma[at] = luma_of(red, green, blue);
        if (is_chromatic(red, green, blue)) {
            set_bit(out->chroma, at);
            out->chromatic++;
        }
    }
}

sono_status sono_png_decode(
    const sono_source *source, const sono_png_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint64_t *chromatic, sono_exif *exif, sono_diagnosis *diagnosis) {
    png_session session;
    png_planes out = {luma, chroma, 0, header->width, 0};
    *chromatic = 0;
    sono_status prepared = png_session_prepare(&session, source, diagnosis);
    if (prepared != SONO_DONE) return prepared;
    if (setjmp(session.escape) == 0) {
        png_session_create(&session, working_bytes);
        png_require_same_header(&session, header);
        out.channels = png_expand_to_bytes(&session);
        png_read_rows_into(&session, out.channels, keep_row, &out);
        if (exif != NULL) {
            exif->count = 0;
            png_copy_exif(&session, exif);
        }
        *chromatic = out.chromatic;
    }
    png_session_end(&session);
    return session.status;
}
