// What libjpeg's header fields say, as a header of ours.
#ifndef SONO_JPEG_DESCRIPTION_H
#define SONO_JPEG_DESCRIPTION_H
#include "CRasterCodecs.h"
#include <stdio.h>
// jpeglib.h needs stdio.h before it.
#include <jpeglib.h>

/// Fills `header` from a codec that has read its header.
void jpeg_describe(struct jpeg_decompress_struct *codec, sono_jpeg_header *header);
#endif
