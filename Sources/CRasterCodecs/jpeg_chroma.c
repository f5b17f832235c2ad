#include "jpeg_chroma.h"
#include "luma.h"
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// A chroma sample within ±9 of neutral cannot make a chromatic pixel: the largest spread of (R, G, B) that it allows is
/// R − B = 1.402·9 + 1.772·9 < 29, and clamping only lessens it.
enum { NEUTRAL_OFFSET = 9 };

/// Whether any of the 63 AC coefficients is not zero.
static int has_alternating(const JCOEF *coefficients) {
#if defined(__SSE2__)
    const __m128i *rows = (const __m128i *)coefficients;
    // The first row without its first coefficient.
    __m128i any = _mm_srli_si128(_mm_loadu_si128(rows), sizeof(JCOEF));
    for (int row = 1; row < DCTSIZE; row++) any = _mm_or_si128(any, _mm_loadu_si128(rows + row));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(any, _mm_setzero_si128())) != 0xFFFF;
#else
    uint64_t words[DCTSIZE2 * sizeof(JCOEF) / sizeof(uint64_t)], any = 0;
    memcpy(words, coefficients, sizeof words);
    for (size_t index = 1; index < sizeof words / sizeof *words; index++) any |= words[index];
    return any != 0 || coefficients[1] != 0 || coefficients[2] != 0 || coefficients[3] != 0;
#endif
}

/// Stands in for libjpeg's IDCT of a chroma component: most blocks of an ultrasound picture are grey, so have no AC
/// coefficient and one value all over. libjpeg has no call for this. Over
/// decoding to grey alone, grey pictures stored as 4:4:4 cost 37–58 % more without it and 16–25 % with it, as 4:2:0
/// 8–16 % and 3–5 %.
static void inverse_unless_flat(
    j_decompress_ptr codec, jpeg_component_info *component, JCOEFPTR coefficients, JSAMPARRAY output, JDIMENSION column) {
    jpeg_chroma *chroma = ((jpeg_session *)codec->client_data)->chroma;
    int which = component->component_index - 1;
    size_t block = (size_t)(output - chroma->rows[which]) / DCTSIZE * chroma->blocks + column / DCTSIZE;
    // What the accurate integer IDCT gives for a block of only a DC coefficient: DC / 8, rounded, about 128. It is the mean
    // of any block. No scan has brought a component without a table, so its coefficients are all 0.
    int step = component->quant_table == NULL ? 0 : component->quant_table->quantval[0];
    int value = 128 + ((coefficients[0] * step + 4) >> 3);
    value = value < 0 ? 0 : value > 255 ? 255 : value;
    chroma->mean[which][block] = (uint8_t)value;
    if (has_alternating(coefficients)) {
        chroma->flat[which][block] = -1;
        chroma->inverse[which](codec, component, coefficients, output, column);
        return;
    }
    chroma->flat[which][block] = (int16_t)value;
}

void jpeg_chroma_attach(jpeg_session *session, jpeg_chroma *chroma) {
    j_decompress_ptr codec = &session->codec;
    j_common_ptr common = (j_common_ptr)codec;
    const jpeg_component_info *component = &codec->comp_info[1];
    chroma->uncleared = ((size_t)codec->output_width * codec->output_height + 7) / 8;
    chroma->blocks = component->width_in_blocks;
    chroma->block_rows = (uint32_t)component->v_samp_factor;
    chroma->across[0] = (uint32_t)codec->max_h_samp_factor;
    chroma->across[1] = (uint32_t)component->h_samp_factor;
    chroma->down[0] = (uint32_t)codec->max_v_samp_factor;
    chroma->down[1] = (uint32_t)component->v_samp_factor;
    for (int which = 0; which < 2; which++) {
        chroma->rows[which] = codec->mem->alloc_sarray(
            common, JPOOL_IMAGE, chroma->blocks * DCTSIZE, chroma->block_rows * DCTSIZE);
        size_t flats = (size_t)chroma->blocks * chroma->block_rows * sizeof *chroma->flat[which];
        chroma->flat[which] = codec->mem->alloc_large(common, JPOOL_IMAGE, flats);
        chroma->mean[which] = codec->mem->alloc_large(common, JPOOL_IMAGE, flats / sizeof *chroma->flat[which]);
        chroma->inverse[which] = codec->idct->inverse_DCT[which + 1];
        codec->idct->inverse_DCT[which + 1] = inverse_unless_flat;
    }
    chroma->sample_of_column = codec->mem->alloc_large(common, JPOOL_IMAGE, codec->output_width);
    for (uint32_t x = 0; x < codec->output_width; x++) {
        chroma->sample_of_column[x] = (uint8_t)((uint64_t)x * chroma->across[1] / chroma->across[0] % DCTSIZE);
    }
    session->chroma = chroma;
}

static uint32_t first_pixel(uint32_t sample, const uint32_t ratio[2]) {
    return (uint32_t)(((uint64_t)sample * ratio[0] + ratio[1] - 1) / ratio[1]);
}

/// What Cb and Cr add to Y, for up to 32 pixels of a row.
typedef struct offsets {
    int16_t red[32], green[32], blue[32];
} offsets;

/// Bit i is flag i, 0 or 1, of up to 32.
static uint32_t mask_of(const uint8_t *flags, uint32_t count) {
    uint32_t mask = 0, i = 0;
    for (; i + 8 <= count; i += 8) {
        uint64_t eight = 0;
        for (int byte = 0; byte < 8; byte++) eight |= (uint64_t)flags[i + (uint32_t)byte] << (8 * byte);
        // Bit 8·i goes to bit 56 + i, and nothing else comes there.
        mask |= (uint32_t)(eight * UINT64_C(0x0102040810204080) >> 56) << i;
    }
    for (; i < count; i++) mask |= (uint32_t)flags[i] << i;
    return mask;
}

static int16_t clamped(int16_t value) { return value < 0 ? 0 : value > 255 ? 255 : value; }

/// Bit i says whether pixel i is chromatic. 16-bit arithmetic without branches, for the compiler to vectorise.
static uint32_t chromatic_pixels(const uint8_t *luma, const offsets *offsets, uint32_t count) {
    uint8_t found[32];
    for (uint32_t i = 0; i < count; i++) {
        int16_t red = clamped((int16_t)(luma[i] + offsets->red[i]));
        int16_t green = clamped((int16_t)(luma[i] + offsets->green[i]));
        int16_t blue = clamped((int16_t)(luma[i] + offsets->blue[i]));
        int16_t high = red > green ? red : green, low = red < green ? red : green;
        high = high > blue ? high : blue;
        low = low < blue ? low : blue;
        found[i] = high - low > CHROMATIC_SPREAD;
    }
    return mask_of(found, count);
}

/// Bit i says whether pixel i gets at least as much red as blue.
static uint32_t warm_pixels(const offsets *offsets, uint32_t count) {
    uint8_t found[32];
    for (uint32_t i = 0; i < count; i++) found[i] = offsets->red[i] >= offsets->blue[i];
    return mask_of(found, count);
}

static void set_bits(uint8_t *bits, uint64_t index, uint32_t mask) {
    if ((index & 7) == 0 && mask >> 16 == 0) {
        bits[index >> 3] |= (uint8_t)mask;
        if (mask >> 8 != 0) bits[(index >> 3) + 1] |= (uint8_t)(mask >> 8);
        return;
    }
    uint64_t shifted = (uint64_t)mask << (index & 7);
    for (uint8_t *byte = bits + (index >> 3); shifted != 0; byte++, shifted >>= 8) *byte |= (uint8_t)shifted;
}

/// The offsets of the pixels that one row of a block colours: BT.601 full range (JFIF 1.02) in 16-bit fixed point.
static void row_offsets(
    const uint8_t *cb, const uint8_t *cr, const uint8_t *sample_of_column, uint32_t count, offsets *offsets) {
    int16_t red[DCTSIZE], green[DCTSIZE], blue[DCTSIZE];
    for (int i = 0; i < DCTSIZE; i++) {
        int b = cb[i] - 128, r = cr[i] - 128;
        red[i] = (int16_t)((91881 * r + 32768) >> 16);
        green[i] = (int16_t)-((22554 * b + 46802 * r + 32768) >> 16);
        blue[i] = (int16_t)((116130 * b + 32768) >> 16);
    }
    for (uint32_t i = 0; i < count; i++) {
        int sample = sample_of_column[i];
        offsets->red[i] = red[sample];
        offsets->green[i] = green[sample];
        offsets->blue[i] = blue[sample];
    }
}

/// Most pictures have no colour, and then nobody reads the bits.
static void clear_once(jpeg_chroma *chroma, uint8_t *bits, uint8_t *warm) {
    if (chroma->uncleared == 0) return;
    memset(bits, 0, chroma->uncleared);
    memset(warm, 0, chroma->uncleared);
    chroma->uncleared = 0;
}

#if defined(__SSE2__)
/// What eight samples of Cb and Cr add to Y, the numbers of `row_offsets`.
typedef struct tints {
    __m128i red, green, blue;
} tints;

/// (a · first + b · second + 32768) >> 16 of eight pairs.
static __m128i weighted(__m128i a, __m128i b, int first, int second) {
    const __m128i weights = _mm_set1_epi32((int)((uint32_t)(uint16_t)second << 16 | (uint16_t)first));
    const __m128i half = _mm_set1_epi32(32768);
    __m128i low = _mm_add_epi32(_mm_madd_epi16(_mm_unpacklo_epi16(a, b), weights), half);
    __m128i high = _mm_add_epi32(_mm_madd_epi16(_mm_unpackhi_epi16(a, b), weights), half);
    return _mm_packs_epi32(_mm_srai_epi32(low, 16), _mm_srai_epi32(high, 16));
}

/// Weights beyond 16 bits less a whole one or two, which are added afterwards.
static tints tints_of(const uint8_t *cb, const uint8_t *cr) {
    const __m128i zero = _mm_setzero_si128(), middle = _mm_set1_epi16(128);
    __m128i b = _mm_sub_epi16(_mm_unpacklo_epi8(_mm_loadl_epi64((const __m128i *)cb), zero), middle);
    __m128i r = _mm_sub_epi16(_mm_unpacklo_epi8(_mm_loadl_epi64((const __m128i *)cr), zero), middle);
    return (tints){
        .red = _mm_add_epi16(r, weighted(r, zero, 91881 - 65536, 0)),
        .green = _mm_sub_epi16(zero, _mm_add_epi16(r, weighted(b, r, 22554, 46802 - 65536))),
        .blue = _mm_add_epi16(_mm_add_epi16(b, b), weighted(b, zero, 116130 - 131072, 0)),
    };
}

/// Where the greatest of three exceeds the least by what makes a pixel chromatic.
static __m128i spreads(__m128i red, __m128i green, __m128i blue) {
    __m128i high = _mm_max_epi16(_mm_max_epi16(red, green), blue);
    __m128i low = _mm_min_epi16(_mm_min_epi16(red, green), blue);
    return _mm_cmpgt_epi16(_mm_sub_epi16(high, low), _mm_set1_epi16(CHROMATIC_SPREAD));
}

/// Whether no brightness makes one of eight samples chromatic: clamping only lessens the spread.
static int are_pale(tints tints) {
    return _mm_movemask_epi8(spreads(tints.red, tints.green, tints.blue)) == 0;
}

/// Lanes of eight pixels that are chromatic.
static __m128i chromatic_lanes(__m128i luma, __m128i red, __m128i green, __m128i blue) {
    const __m128i zero = _mm_setzero_si128(), white = _mm_set1_epi16(255);
    red = _mm_min_epi16(_mm_max_epi16(_mm_add_epi16(luma, red), zero), white);
    green = _mm_min_epi16(_mm_max_epi16(_mm_add_epi16(luma, green), zero), white);
    blue = _mm_min_epi16(_mm_max_epi16(_mm_add_epi16(luma, blue), zero), white);
    return spreads(red, green, blue);
}

/// `chromatic_pixels` of sixteen pixels of which each two share a sample.
static uint32_t chromatic_pairs(const uint8_t *luma, tints tints) {
    const __m128i zero = _mm_setzero_si128();
    __m128i grey = _mm_loadu_si128((const __m128i *)luma);
    __m128i low = chromatic_lanes(
        _mm_unpacklo_epi8(grey, zero), _mm_unpacklo_epi16(tints.red, tints.red),
        _mm_unpacklo_epi16(tints.green, tints.green), _mm_unpacklo_epi16(tints.blue, tints.blue));
    __m128i high = chromatic_lanes(
        _mm_unpackhi_epi8(grey, zero), _mm_unpackhi_epi16(tints.red, tints.red),
        _mm_unpackhi_epi16(tints.green, tints.green), _mm_unpackhi_epi16(tints.blue, tints.blue));
    return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(low, high));
}

/// `warm_pixels` of the same.
static uint32_t warm_pairs(tints tints) {
    __m128i cold = _mm_cmplt_epi16(tints.red, tints.blue);
    __m128i pairs = _mm_packs_epi16(_mm_unpacklo_epi16(cold, cold), _mm_unpackhi_epi16(cold, cold));
    return ~(uint32_t)_mm_movemask_epi8(pairs) & 0xFFFF;
}

/// Marks the pixels of some rows that one row of samples colours, two pixels a sample and sixteen a row.
///
/// - `index`: number of the first pixel of the first row in the picture.
static uint64_t mark_pairs(
    jpeg_chroma *chroma, const uint8_t samples[2][DCTSIZE], const uint8_t *luma, uint64_t index, uint32_t rows,
    uint32_t width, uint8_t *bits, uint8_t *warm) {
    tints tints = tints_of(samples[0], samples[1]);
    if (are_pale(tints)) return 0;
    uint32_t warm_mask = warm_pairs(tints);
    uint64_t chromatic = 0;
    for (uint32_t row = 0; row < rows; row++) {
        uint64_t first = index + (uint64_t)row * width;
        uint32_t mask = chromatic_pairs(luma + first, tints);
        if (mask == 0) continue;
        clear_once(chroma, bits, warm);
        set_bits(bits, first, mask);
        if (mask & warm_mask) set_bits(warm, first, mask & warm_mask);
        chromatic += (uint64_t)__builtin_popcount(mask);
    }
    return chromatic;
}
#endif

static int is_neutral(int value) { return value >= 128 - NEUTRAL_OFFSET && value <= 128 + NEUTRAL_OFFSET; }

/// Whether no sample of a block's row can make a chromatic pixel.
static int row_is_neutral(const JSAMPLE *samples) {
    uint8_t found = 0;
    for (int i = 0; i < DCTSIZE; i++) found |= (uint8_t)(samples[i] - (128 - NEUTRAL_OFFSET)) > 2 * NEUTRAL_OFFSET;
    return !found;
}

/// Whether no sample of a block can make a chromatic pixel.
static int block_is_neutral(int flat, JSAMPARRAY rows, uint32_t column) {
    if (flat >= 0) return is_neutral(flat);
    for (int row = 0; row < DCTSIZE; row++) {
        if (!row_is_neutral(rows[row] + column)) return 0;
    }
    return 1;
}

uint64_t jpeg_chroma_mark(
    jpeg_chroma *chroma, const uint8_t *luma, uint32_t width, uint32_t top, uint32_t count, uint8_t *bits,
    uint8_t *warm) {
    uint64_t chromatic = 0;
    for (uint32_t block = 0; block < chroma->blocks * chroma->block_rows; block++) {
        int flat[2] = {chroma->flat[0][block], chroma->flat[1][block]};
        if (is_neutral(flat[0]) && is_neutral(flat[1])) continue;
        uint32_t across = block % chroma->blocks, down = block / chroma->blocks;
        if (block_is_neutral(flat[0], chroma->rows[0] + down * DCTSIZE, across * DCTSIZE)
            && block_is_neutral(flat[1], chroma->rows[1] + down * DCTSIZE, across * DCTSIZE)) {
            continue;
        }
        uint32_t left = first_pixel(across * DCTSIZE, chroma->across);
        uint32_t right = first_pixel((across + 1) * DCTSIZE, chroma->across);
        if (right > width) right = width;
        if (left >= right) continue;
        for (uint32_t line = down * DCTSIZE; line < (down + 1) * DCTSIZE; line++) {
            uint8_t samples[2][DCTSIZE];
            for (int which = 0; which < 2; which++) {
                if (flat[which] >= 0) {
                    memset(samples[which], flat[which], DCTSIZE);
                } else {
                    memcpy(samples[which], chroma->rows[which][line] + across * DCTSIZE, DCTSIZE);
                }
            }
            if (row_is_neutral(samples[0]) && row_is_neutral(samples[1])) continue;
            uint32_t begin = first_pixel(line, chroma->down), end = first_pixel(line + 1, chroma->down);
            if (end > count) end = count;
#if defined(__SSE2__)
            if (right - left == 2 * DCTSIZE && chroma->across[0] == 2 * chroma->across[1] && begin < end) {
                uint64_t index = (uint64_t)(top + begin) * width + left;
                chromatic += mark_pairs(chroma, samples, luma, index, end - begin, width, bits, warm);
                continue;
            }
#endif
            offsets offsets;
            row_offsets(samples[0], samples[1], chroma->sample_of_column + left, right - left, &offsets);
            for (uint32_t y = begin; y < end; y++) {
                uint64_t index = (uint64_t)(top + y) * width + left;
                uint32_t mask = chromatic_pixels(luma + index, &offsets, right - left);
                if (mask == 0) continue;
                clear_once(chroma, bits, warm);
                set_bits(bits, index, mask);
                set_bits(warm, index, mask & warm_pixels(&offsets, right - left));
                chromatic += (uint64_t)__builtin_popcount(mask);
            }
        }
    }
    return chromatic;
}

void jpeg_chroma_tones(
    const jpeg_chroma *chroma, uint32_t width, uint32_t height, uint32_t top, uint32_t count, uint8_t *tones) {
    uint32_t cells = sono_tone_cells(width);
    // A cell that sticks out of the picture has no tone, though its middle may lie in it.
    for (uint32_t row = top / SONO_TONE_CELL; row < sono_tone_cells(height); row++) {
        uint32_t middle = row * SONO_TONE_CELL + SONO_TONE_CELL / 2;
        if (middle < top) continue;
        if (middle >= top + count) return;
        uint64_t line = (uint64_t)(middle - top) * chroma->down[1] / chroma->down[0] / DCTSIZE * chroma->blocks;
        for (uint32_t cell = 0; cell < cells; cell++) {
            uint64_t x = (uint64_t)cell * SONO_TONE_CELL + SONO_TONE_CELL / 2;
            uint64_t block = line + x * chroma->across[1] / chroma->across[0] / DCTSIZE;
            uint8_t *tone = tones + 2 * ((uint64_t)row * cells + cell);
            tone[0] = chroma->mean[0][block];
            tone[1] = chroma->mean[1][block];
        }
    }
}
