#include "CRasterCodecs.h"
#include "reader.h"
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct png_writer {
    png_structp codec;
    png_infop info;
    sono_diagnosis *diagnosis;
    uint8_t *bytes;
    size_t count, capacity;
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
    if (count > writer->capacity - writer->count) {
        size_t capacity = writer->capacity * 2 > writer->count + count ? writer->capacity * 2 : writer->count + count;
        uint8_t *grown = realloc(writer->bytes, capacity);
        if (grown == NULL) png_error(codec, "out of memory");
        writer->bytes = grown;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->count, bytes, count);
    writer->count += count;
}

static void on_flush(png_structp codec) { (void)codec; }

sono_status sono_png_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int channels, sono_bytes *encoded,
    sono_diagnosis *diagnosis) {
    png_writer writer;
    memset(&writer, 0, sizeof writer);
    diagnosis_clear(diagnosis);
    writer.diagnosis = diagnosis;
    if (setjmp(writer.escape) != 0) {
        png_destroy_write_struct(&writer.codec, &writer.info);
        free(writer.bytes);
        return SONO_UNSUPPORTED;
    }
    writer.codec = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, on_error, on_warning);
    writer.info = writer.codec == NULL ? NULL : png_create_info_struct(writer.codec);
    if (writer.info == NULL) {
        png_destroy_write_struct(&writer.codec, &writer.info);
        diagnosis_say(diagnosis, "libpng could not start");
        return SONO_OUT_OF_MEMORY;
    }
    png_set_write_fn(writer.codec, &writer, on_write, on_flush);
    png_set_IHDR(
        writer.codec, writer.info, width, height, 8, channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer.codec, writer.info);
    for (uint32_t y = 0; y < height; y++) {
        png_write_row(writer.codec, pixels + (uint64_t)y * width * (unsigned)channels);
    }
    png_write_end(writer.codec, writer.info);
    png_destroy_write_struct(&writer.codec, &writer.info);
    encoded->bytes = writer.bytes;
    encoded->count = writer.count;
    return SONO_DONE;
}
