// Instructions on vectors that Swift has no word for and that its optimiser does not find by itself.
//
// Inline, so that a call is the instruction. SSE2, which every 64-bit x86 has; elsewhere the same in plain C.
#ifndef SONO_LANES_H
#define SONO_LANES_H
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef uint8_t sono_u8x16 __attribute__((ext_vector_type(16)));
typedef int16_t sono_i16x8 __attribute__((ext_vector_type(8)));
typedef int32_t sono_i32x4 __attribute__((ext_vector_type(4)));
typedef float sono_f32x4 __attribute__((ext_vector_type(4)));
typedef double sono_f64x2 __attribute__((ext_vector_type(2)));
typedef uint64_t sono_u64x2 __attribute__((ext_vector_type(2)));

/// Products of each two lanes, those of lanes 2i and 2i + 1 added up; exact but where all four factors are −32768.
static inline sono_i32x4 sono_pair_products(sono_i16x8 left, sono_i16x8 right) {
#if defined(__SSE2__)
    return (sono_i32x4)_mm_madd_epi16((__m128i)left, (__m128i)right);
#else
    sono_i32x4 sums;
    for (int lane = 0; lane < 4; lane++) {
        sums[lane] = left[2 * lane] * right[2 * lane] + left[2 * lane + 1] * right[2 * lane + 1];
    }
    return sums;
#endif
}

/// Sums over lanes 0 to 7 and 8 to 15 of how far each two lanes are apart.
static inline sono_u64x2 sono_distances(sono_u8x16 left, sono_u8x16 right) {
#if defined(__SSE2__)
    return (sono_u64x2)_mm_sad_epu8((__m128i)left, (__m128i)right);
#else
    sono_u64x2 sums = {0, 0};
    for (int lane = 0; lane < 16; lane++) {
        sums[lane / 8] += left[lane] > right[lane] ? left[lane] - right[lane] : right[lane] - left[lane];
    }
    return sums;
#endif
}

/// Products of the low 32 bits of each two words.
static inline sono_u64x2 sono_low_products(sono_u64x2 left, sono_u64x2 right) {
#if defined(__SSE2__)
    return (sono_u64x2)_mm_mul_epu32((__m128i)left, (__m128i)right);
#else
    return (left & UINT32_MAX) * (right & UINT32_MAX);
#endif
}

/// Bit i is set where lane i is not 0.
static inline uint32_t sono_set_lanes(sono_u8x16 lanes) {
#if defined(__SSE2__)
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8((__m128i)lanes, _mm_setzero_si128())) ^ 0xFFFF;
#else
    uint32_t bits = 0;
    for (int lane = 0; lane < 16; lane++) bits |= (uint32_t)(lanes[lane] != 0) << lane;
    return bits;
#endif
}

/// The lesser of each two lanes; the right one where one of them is no number.
static inline sono_f64x2 sono_lesser(sono_f64x2 left, sono_f64x2 right) {
#if defined(__SSE2__)
    return (sono_f64x2)_mm_min_pd((__m128d)left, (__m128d)right);
#else
    return (sono_f64x2){left[0] < right[0] ? left[0] : right[0], left[1] < right[1] ? left[1] : right[1]};
#endif
}

/// The greater of each two lanes; the right one where one of them is no number.
static inline sono_f64x2 sono_greater(sono_f64x2 left, sono_f64x2 right) {
#if defined(__SSE2__)
    return (sono_f64x2)_mm_max_pd((__m128d)left, (__m128d)right);
#else
    return (sono_f64x2){left[0] > right[0] ? left[0] : right[0], left[1] > right[1] ? left[1] : right[1]};
#endif
}

/// The lesser of each two lanes; the right one where one of them is no number.
static inline sono_f32x4 sono_lesser_floats(sono_f32x4 left, sono_f32x4 right) {
#if defined(__SSE2__)
    return (sono_f32x4)_mm_min_ps((__m128)left, (__m128)right);
#else
    sono_f32x4 lanes;
    for (int lane = 0; lane < 4; lane++) lanes[lane] = left[lane] < right[lane] ? left[lane] : right[lane];
    return lanes;
#endif
}

/// The greater of each two lanes; the right one where one of them is no number.
static inline sono_f32x4 sono_greater_floats(sono_f32x4 left, sono_f32x4 right) {
#if defined(__SSE2__)
    return (sono_f32x4)_mm_max_ps((__m128)left, (__m128)right);
#else
    sono_f32x4 lanes;
    for (int lane = 0; lane < 4; lane++) lanes[lane] = left[lane] > right[lane] ? left[lane] : right[lane];
    return lanes;
#endif
}

/// Lanes as bytes, those of `low` first; what is below 0 or above 255 as 0 or 255.
static inline sono_u8x16 sono_clamped_bytes(sono_i16x8 low, sono_i16x8 high) {
#if defined(__SSE2__)
    return (sono_u8x16)_mm_packus_epi16((__m128i)low, (__m128i)high);
#else
    sono_u8x16 bytes;
    for (int lane = 0; lane < 16; lane++) {
        int value = lane < 8 ? low[lane] : high[lane - 8];
        bytes[lane] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
    }
    return bytes;
#endif
}

/// Lanes as 16 bits, those of `low` first; what is beyond −32768 or 32767 as these.
static inline sono_i16x8 sono_clamped_words(sono_i32x4 low, sono_i32x4 high) {
#if defined(__SSE2__)
    return (sono_i16x8)_mm_packs_epi32((__m128i)low, (__m128i)high);
#else
    sono_i16x8 words;
    for (int lane = 0; lane < 8; lane++) {
        int32_t value = lane < 4 ? low[lane] : high[lane - 4];
        words[lane] = (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
    }
    return words;
#endif
}

/// Lanes 0 to 3 of both by turns, the left one's first.
static inline sono_i16x8 sono_low_pairs(sono_i16x8 left, sono_i16x8 right) {
    return __builtin_shufflevector(left, right, 0, 8, 1, 9, 2, 10, 3, 11);
}

/// Lanes 4 to 7 of both by turns, the left one's first.
static inline sono_i16x8 sono_high_pairs(sono_i16x8 left, sono_i16x8 right) {
    return __builtin_shufflevector(left, right, 4, 12, 5, 13, 6, 14, 7, 15);
}

#endif
