#include "jpeg_session.h"
#include <string.h>

static sono_jpeg_colour colour_of(const struct jpeg_decompress_struct *codec) {
    switch (codec->jpeg_color_space) {
    case JCS_GRAYSCALE: return SONO_JPEG_GREY;
    case JCS_YCbCr: return SONO_JPEG_YCBCR;
    case JCS_RGB: return SONO_JPEG_RGB;
    case JCS_CMYK: return SONO_JPEG_CMYK;
    case JCS_YCCK: return SONO_JPEG_YCCK;
    default: return SONO_JPEG_OTHER;
    }
}

void jpeg_describe(struct jpeg_decompress_struct *codec, sono_jpeg_header *header) {
    memset(header, 0, sizeof *header);
    header->width = codec->image_width;
    header->height = codec->image_height;
    header->colour = colour_of(codec);
    header->components = codec->num_components;
    header->progressive = codec->progressive_mode;
    header->arithmetic = codec->arith_code;
    header->adobe = codec->saw_Adobe_marker;
    header->multiple_scans = jpeg_has_multiple_scans(codec);
    header->restart_interval = codec->restart_interval;
    for (int index = 0; index < codec->num_components; index++) {
        const jpeg_component_info *component = &codec->comp_info[index];
        header->coefficient_bytes +=
            (uint64_t)component->width_in_blocks * component->height_in_blocks * DCTSIZE2 * sizeof(JCOEF);
        if (index > 1 || component->quant_tbl_no < 0 || component->quant_tbl_no >= NUM_QUANT_TBLS) continue;
        const JQUANT_TBL *table = codec->quant_tbl_ptrs[component->quant_tbl_no];
        if (table != NULL) memcpy(header->quantisation[index], table->quantval, sizeof header->quantisation[index]);
    }
}

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
