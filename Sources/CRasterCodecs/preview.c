// Colour pictures, for people to look at.
#include "jpeg_session.h"
#include "luma.h"
#include "png_session.h"

typedef struct jpeg_rgb_arguments {
    const sono_jpeg_header *header;
    int numerator;
    uint64_t working_bytes;
    uint8_t *rgb;
} jpeg_rgb_arguments;

static void read_jpeg_rgb(jpeg_session *session, void *context) {
    const jpeg_rgb_arguments *arguments = context;
    const sono_jpeg_header *header = arguments->header;
    jpeg_session_require_header(session, header, arguments->working_bytes);
    j_decompress_ptr codec = &session->codec;
    int is_ink = header->colour == SONO_JPEG_CMYK || header->colour == SONO_JPEG_YCCK;
    codec->out_color_space = is_ink ? JCS_CMYK : JCS_RGB;
    codec->scale_num = (unsigned)arguments->numerator;
    codec->scale_denom = 8;
    jpeg_start_decompress(codec);
    uint64_t width = ((uint64_t)header->width * (unsigned)arguments->numerator + 7) / 8;
    uint64_t height = ((uint64_t)header->height * (unsigned)arguments->numerator + 7) / 8;
    if (codec->output_width != width || codec->output_height != height) {
        jpeg_session_fail(session, SONO_CORRUPT, "a scaled size that was not expected");
    }
    JSAMPARRAY inks = codec->mem->alloc_sarray((j_common_ptr)codec, JPOOL_IMAGE, (JDIMENSION)width * 4, 1);
    while (codec->output_scanline < codec->output_height) {
        JSAMPROW row = arguments->rgb + (uint64_t)codec->output_scanline * width * 3;
        jpeg_read_scanlines(codec, is_ink ? inks : &row, 1);
        for (uint64_t x = 0; is_ink && x < width; x++) {
            rgb_of_cmyk(inks[0] + 4 * x, codec->saw_Adobe_marker, row + 3 * x);
        }
    }
    jpeg_finish_decompress(codec);
}

sono_status sono_jpeg_decode_rgb(
    const sono_source *source, const sono_jpeg_header *header, int numerator, uint64_t working_bytes, uint8_t *rgb,
    sono_diagnosis *diagnosis) {
    jpeg_rgb_arguments arguments = {header, numerator, working_bytes, rgb};
    return jpeg_session_run(source, diagnosis, read_jpeg_rgb, &arguments);
}

/// Sums of the boxes that PNG rows fall into; boxes of one pixel need none and go straight into `rgb`.
typedef struct boxes {
    uint32_t *sums;
    uint8_t *rgb;
    uint32_t divisor, columns;
    int channels;
    png_palette palette;
    png_session *session;
} boxes;

static void add_row(void *context, const uint8_t *row, uint32_t y, uint32_t left, uint32_t step, uint32_t count) {
    const boxes *boxes = context;
    int channels = boxes->channels, has_alpha = channels == 2 || channels == 4, is_grey = channels <= 2 && boxes->palette.count == 0;
    uint64_t line = (uint64_t)(y / boxes->divisor) * boxes->columns * 3;
    for (uint32_t i = 0; i < count; i++, row += channels) {
        uint64_t at = line + (uint64_t)((left + i * step) / boxes->divisor) * 3;
        const uint8_t *rgb = boxes->palette.count > 0 ? png_palette_colour(boxes->session, &boxes->palette, row[0]) : row;
        for (int channel = 0; channel < 3; channel++) {
            int value = rgb[is_grey ? 0 : channel];
            if (has_alpha) value = over_black(value, row[channels - 1]);
            if (boxes->sums != NULL) boxes->sums[at + (unsigned)channel] += (uint32_t)value;
            else boxes->rgb[at + (unsigned)channel] = (uint8_t)value;
        }
    }
}

/// Divides each box's sum by the pixels in it, which are fewer at the right and lower edge.
static void average(const boxes *boxes, uint32_t width, uint32_t height, uint8_t *rgb) {
    uint32_t rows = (height + boxes->divisor - 1) / boxes->divisor;
    for (uint32_t y = 0; y < rows; y++) {
        uint32_t high = height - y * boxes->divisor < boxes->divisor ? height - y * boxes->divisor : boxes->divisor;
        for (uint32_t x = 0; x < boxes->columns; x++) {
            uint32_t wide = width - x * boxes->divisor < boxes->divisor ? width - x * boxes->divisor : boxes->divisor;
            uint64_t at = ((uint64_t)y * boxes->columns + x) * 3;
            for (int channel = 0; channel < 3; channel++) {
                rgb[at + (unsigned)channel] = (uint8_t)((boxes->sums[at + (unsigned)channel] + high * wide / 2) / (high * wide));
            }
        }
    }
}

typedef struct png_rgb_arguments {
    const sono_png_header *header;
    uint32_t divisor;
    uint8_t *rgb;
    sono_exif *exif;
} png_rgb_arguments;

static void read_png_rgb(png_session *session, void *context) {
    const png_rgb_arguments *arguments = context;
    const sono_png_header *header = arguments->header;
    uint32_t divisor = arguments->divisor;
    png_require_same_header(session, header);
    // A box of 4096 × 4096 samples of 255 is the most that a 32-bit sum holds.
    if (divisor == 0 || divisor > 4096) png_session_fail(session, SONO_TOO_LARGE, "a reduction that is too large");
    uint32_t columns = (header->width + divisor - 1) / divisor, rows = (header->height + divisor - 1) / divisor;
    boxes boxes = {.divisor = divisor, .columns = columns, .session = session, .rgb = arguments->rgb};
    if (divisor > 1) boxes.sums = png_session_allocate(session, (size_t)columns * rows, 3 * sizeof *boxes.sums);
    boxes.channels = png_expand_to_bytes(session, &boxes.palette);
    png_read_rows_into(session, boxes.channels, add_row, &boxes);
    if (boxes.sums != NULL) average(&boxes, header->width, header->height, arguments->rgb);
    if (arguments->exif == NULL) return;
    arguments->exif->count = 0;
    png_copy_exif(session, arguments->exif);
}

sono_status sono_png_decode_rgb(
    const sono_source *source, const sono_png_header *header, uint32_t divisor, uint8_t *rgb,
    sono_exif *exif, sono_diagnosis *diagnosis) {
    png_rgb_arguments arguments = {header, divisor, rgb, exif};
    return png_session_run(source, diagnosis, read_png_rgb, &arguments);
}
