#include "CRasterCodecs.h"
#include "reader.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
// jpeglib.h needs stdio.h before it.
#include <jpeglib.h>

typedef struct jpeg_writer {
    struct jpeg_compress_struct codec;
    struct jpeg_error_mgr errors;
    sono_diagnosis *diagnosis;
    unsigned char *bytes;
    unsigned long count;
    jmp_buf escape;
} jpeg_writer;

static void error_exit(j_common_ptr codec) {
    jpeg_writer *writer = codec->client_data;
    char message[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, message);
    diagnosis_say(writer->diagnosis, message);
    longjmp(writer->escape, 1);
}

static void output_message(j_common_ptr codec) { (void)codec; }

static void encode(
    jpeg_writer *writer, const uint8_t *pixels, uint32_t width, uint32_t height, int channels,
    const sono_jpeg_options *options) {
    j_compress_ptr codec = &writer->codec;
    jpeg_create_compress(codec);
    jpeg_mem_dest(codec, &writer->bytes, &writer->count);
    codec->image_width = width;
    codec->image_height = height;
    codec->input_components = channels;
    codec->in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(codec);
    jpeg_set_quality(codec, options->quality, TRUE);
    if (channels == 3) {
        codec->comp_info[0].h_samp_factor = options->sampling == SONO_CHROMA_FULL ? 1 : 2;
        codec->comp_info[0].v_samp_factor = options->sampling == SONO_CHROMA_QUARTER ? 2 : 1;
    }
    codec->restart_interval = options->restart_interval;
    if (options->progressive) jpeg_simple_progression(codec);
    jpeg_start_compress(codec, TRUE);
    while (codec->next_scanline < height) {
        // libjpeg's rows are not const, but the compressor only reads them.
        JSAMPROW row = (JSAMPROW)(pixels + (uint64_t)codec->next_scanline * width * (unsigned)channels);
        jpeg_write_scanlines(codec, &row, 1);
    }
    jpeg_finish_compress(codec);
}

sono_status sono_jpeg_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int channels, const sono_jpeg_options *options,
    sono_bytes *encoded, sono_diagnosis *diagnosis) {
    jpeg_writer writer;
    memset(&writer, 0, sizeof writer);
    diagnosis_clear(diagnosis);
    writer.diagnosis = diagnosis;
    writer.codec.err = jpeg_std_error(&writer.errors);
    writer.errors.error_exit = error_exit;
    writer.errors.output_message = output_message;
    writer.codec.client_data = &writer;
    sono_status status = SONO_DONE;
    if (setjmp(writer.escape) == 0) {
        encode(&writer, pixels, width, height, channels, options);
        encoded->bytes = writer.bytes;
        encoded->count = writer.count;
        jpeg_destroy_compress(&writer.codec);
        return SONO_DONE;
    }
    status = SONO_UNSUPPORTED;
    jpeg_destroy_compress(&writer.codec);
    free(writer.bytes);
    return status;
}

void sono_bytes_free(sono_bytes *bytes) {
    free(bytes->bytes);
    bytes->bytes = NULL;
    bytes->count = 0;
}
