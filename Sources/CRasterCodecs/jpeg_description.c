#include "jpeg_description.h"
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
