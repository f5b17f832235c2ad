#include "jpeg_description.h"
#include "jpeg_session.h"
#include <string.h>

/// Keeps the first APP1 segment that says it is Exif.
static void copy_exif(const struct jpeg_decompress_struct *codec, sono_exif *exif) {
    exif->count = 0;
    for (jpeg_saved_marker_ptr marker = codec->marker_list; marker != NULL; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 1 || marker->data_length < 6) continue;
        if (memcmp(marker->data, "Exif\0\0", 6) != 0) continue;
        exif->count = marker->data_length - 6 < exif->capacity ? marker->data_length - 6 : exif->capacity;
        memcpy(exif->bytes, marker->data + 6, exif->count);
        return;
    }
}

typedef struct header_arguments {
    sono_jpeg_header *header;
    sono_exif *exif;
} header_arguments;

static void read_header(jpeg_session *session, void *context) {
    const header_arguments *arguments = context;
    if (arguments->exif != NULL) jpeg_save_markers(&session->codec, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&session->codec, TRUE);
    jpeg_describe(&session->codec, arguments->header);
    if (arguments->exif != NULL) copy_exif(&session->codec, arguments->exif);
}

sono_status sono_jpeg_read_header(
    const sono_source *source, sono_jpeg_header *header, sono_exif *exif, sono_diagnosis *diagnosis) {
    header_arguments arguments = {header, exif};
    return jpeg_session_run(source, diagnosis, read_header, &arguments);
}
