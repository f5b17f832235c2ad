// Where a YCbCr JPEG has colour, found at the chroma's own resolution and, where a block is flat, without its IDCT.
#ifndef SONO_JPEG_CHROMA_H
#define SONO_JPEG_CHROMA_H
#include "jpeg_session.h"
// For the IDCT's method table, after jpeglib.h.
#include <jpegint.h>

/// The chroma of one row of MCUs. All memory is the codec's.
typedef struct jpeg_chroma {
    /// Samples of Cb and of Cr, as jpeg_read_raw_data writes them; stale where a block is flat.
    JSAMPARRAY rows[2];
    /// For each block of Cb and of Cr: the one value of its samples, or -1 where `rows` has them.
    int16_t *flat[2];
    /// For each of these blocks: the mean of its samples.
    uint8_t *mean[2];
    uint32_t blocks, block_rows;
    /// Pixels for a chroma sample, as fractions: `across[0] / across[1]` columns, `down[0] / down[1]` rows.
    uint32_t across[2], down[2];
    /// For each column of the picture: which of the 8 samples of its block colours it.
    uint8_t *sample_of_column;
    inverse_DCT_method_ptr inverse[2];
    /// Bytes of the picture's bits that are not cleared yet, of each of two planes: 0 once there is colour.
    size_t uncleared;
} jpeg_chroma;

/// Readies the buffers and takes the IDCT of both components over. After jpeg_start_decompress; may jump to `escape`.
void jpeg_chroma_attach(jpeg_session *session, jpeg_chroma *chroma);
/// Marks the chromatic ones among the `count` pixel rows of the MCU row that was just read; returns how many they are.
/// `luma` is the picture's plane, `top` the first of the rows, `bits` and `warm` one bit for each pixel of the picture, which
/// are cleared before the first one is set.
uint64_t jpeg_chroma_mark(
    jpeg_chroma *chroma, const uint8_t *luma, uint32_t width, uint32_t top, uint32_t count, uint8_t *bits,
    uint8_t *warm);
/// Writes the tones of the cells whose middle lies in the MCU row that was just read: of the block that holds the middle.
void jpeg_chroma_tones(
    const jpeg_chroma *chroma, uint32_t width, uint32_t height, uint32_t top, uint32_t count, uint8_t *tones);
#endif
