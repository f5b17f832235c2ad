#include "CRasterCodecs.h"
#include "byte_sink.h"
#include "reader.h"
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
// jpeglib.h needs stdio.h before it.
#include <jpeglib.h>
// For the message codes, after jpeglib.h.
#include <jerror.h>

typedef struct jpeg_writer {
    struct jpeg_compress_struct codec;
    struct jpeg_error_mgr errors;
    sono_diagnosis *diagnosis;
    struct jpeg_destination_mgr output;
    JOCTET buffer[4096];
    byte_sink sink;
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

// libjpeg's own memory destination loses its buffer when it runs out of memory, so this one stands in for it.
static void flush(j_compress_ptr codec, size_t count) {
    jpeg_writer *writer = codec->client_data;
    if (byte_sink_append(&writer->sink, writer->buffer, count) != 0) ERREXIT1(codec, JERR_OUT_OF_MEMORY, 0);
    writer->output.next_output_byte = writer->buffer;
    writer->output.free_in_buffer = sizeof writer->buffer;
}

static void init_destination(j_compress_ptr codec) { flush(codec, 0); }

static boolean empty_output_buffer(j_compress_ptr codec) {
    flush(codec, sizeof ((jpeg_writer *)codec->client_data)->buffer);
    return TRUE;
}

static void term_destination(j_compress_ptr codec) {
    jpeg_writer *writer = codec->client_data;
    flush(codec, sizeof writer->buffer - writer->output.free_in_buffer);
}

typedef struct picture {
    const uint8_t *pixels;
    uint32_t width, height;
    int channels;
} picture;

static void encode(jpeg_writer *writer, const picture *picture, const sono_jpeg_options *options) {
    j_compress_ptr codec = &writer->codec;
    jpeg_create_compress(codec);
    writer->output.init_destination = init_destination;
    writer->output.empty_output_buffer = empty_output_buffer;
    writer->output.term_destination = term_destination;
    codec->dest = &writer->output;
    codec->image_width = picture->width;
    codec->image_height = picture->height;
    codec->input_components = picture->channels;
    codec->in_color_space = picture->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(codec);
    jpeg_set_quality(codec, options->quality, TRUE);
    if (picture->channels == 3) {
        codec->comp_info[0].h_samp_factor = options->sampling == SONO_CHROMA_FULL ? 1 : 2;
        codec->comp_info[0].v_samp_factor = options->sampling == SONO_CHROMA_QUARTER ? 2 : 1;
    }
    codec->restart_interval = options->restart_interval;
    if (options->progressive) jpeg_simple_progression(codec);
    jpeg_start_compress(codec, TRUE);
    size_t row_bytes = (size_t)picture->width * (unsigned)picture->channels;
    while (codec->next_scanline < picture->height) {
        // libjpeg's rows are not const, but the compressor only reads them.
        JSAMPROW row = (JSAMPROW)(picture->pixels + codec->next_scanline * row_bytes);
        jpeg_write_scanlines(codec, &row, 1);
    }
    jpeg_finish_compress(codec);
}

/// A function of its own, so that the writer is not a local of the one that setjmp returns to twice.
__attribute__((noinline)) static sono_status guard(
    jpeg_writer *writer, const picture *picture, const sono_jpeg_options *options) {
    if (setjmp(writer->escape) != 0) return SONO_UNSUPPORTED;
    encode(writer, picture, options);
    return SONO_DONE;
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
    picture picture = {pixels, width, height, channels};
    sono_status status = guard(&writer, &picture, options);
    jpeg_destroy_compress(&writer.codec);
    *encoded = writer.sink.written;
    if (status != SONO_DONE) sono_bytes_free(encoded);
    return status;
}
