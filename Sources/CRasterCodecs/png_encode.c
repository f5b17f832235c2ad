#include "CRasterCodecs.h"
#include "byte_sink.h"
#include "reader.h"
#include <png.h>
#include <setjmp.h>
#include <string.h>

typedef struct png_writer {
    png_structp codec;
    png_infop info;
    sono_diagnosis *diagnosis;
    byte_sink sink;
    jmp_buf escape;
} png_writer;

static _Noreturn void on_error(png_structp codec, png_const_charp message) {
    png_writer *writer = png_get_error_ptr(codec);
    diagnosis_say(writer->diagnosis, message);
    longjmp(writer->escape, 1);
}

static void on_warning(png_structp codec, png_const_charp message) { (void)codec, (void)message; }

static void on_write(png_structp codec, png_bytep bytes, size_t count) {
    png_writer *writer = png_get_io_ptr(codec);
    if (byte_sink_append(&writer->sink, bytes, count) != 0) png_error(codec, "out of memory");
}

static void on_flush(png_structp codec) { (void)codec; }

typedef struct picture {
    const uint8_t *pixels;
    uint32_t width, height;
    int channels;
} picture;

static void encode(png_writer *writer, const picture *picture) {
    writer->codec = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, on_error, on_warning);
    writer->info = writer->codec == NULL ? NULL : png_create_info_struct(writer->codec);
    if (writer->info == NULL) {
        diagnosis_say(writer->diagnosis, "libpng could not start");
        longjmp(writer->escape, 1);
    }
    png_set_write_fn(writer->codec, writer, on_write, on_flush);
    png_set_IHDR(
        writer->codec, writer->info, picture->width, picture->height, 8,
        picture->channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer->codec, writer->info);
    size_t row_bytes = (size_t)picture->width * (unsigned)picture->channels;
    for (uint32_t y = 0; y < picture->height; y++) png_write_row(writer->codec, picture->pixels + y * row_bytes);
    png_write_end(writer->codec, writer->info);
}

/// A function of its own, so that the writer is not a local of the one that setjmp returns to twice.
__attribute__((noinline)) static sono_status guard(png_writer *writer, const picture *picture) {
    if (setjmp(writer->escape) != 0) return SONO_UNSUPPORTED;
    encode(writer, picture);
    return SONO_DONE;
}

sono_status sono_png_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int channels, sono_bytes *encoded,
    sono_diagnosis *diagnosis) {
    png_writer writer;
    memset(&writer, 0, sizeof writer);
    diagnosis_clear(diagnosis);
    writer.diagnosis = diagnosis;
    picture picture = {pixels, width, height, channels};
    sono_status status = guard(&writer, &picture);
    png_destroy_write_struct(&writer.codec, &writer.info);
    *encoded = writer.sink.written;
    if (status != SONO_DONE) sono_bytes_free(encoded);
    return status;
}
