// Plain PNGs without libpng: most of what reading one costs is zlib, and libdeflate does the same in a third of the time.
//
// libpng stays the reference. Only a picture in memory of 8 bits a sample, without interlace, palette or transparent colour,
// in which every chunk, check sum and filter is what it should be, is read here; all others are left to libpng, which alone
// says what is wrong or odd about a file. What is read here has the same pixels.
#ifndef SONO_PNG_PLAIN_H
#define SONO_PNG_PLAIN_H
#include "CRasterCodecs.h"

/// Takes a row of `count` pixels, row `y`, of as many channels as the colour type has.
typedef void (*plain_row_sink)(void *context, const uint8_t *row, uint32_t y, uint32_t left, uint32_t step, uint32_t count);

/// Channels of a picture that may be read here; 0 where it may not.
int png_plain_channels(const sono_png_header *header);
/// Reads a picture. Returns 1, or 0 where it must be left to libpng: then no row was handed out.
int png_plain_read(const sono_source *source, const sono_png_header *header, plain_row_sink sink, void *context);
#endif
