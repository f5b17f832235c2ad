// Rows of colour to luma and chroma bits.
#ifndef SONO_LUMA_H
#define SONO_LUMA_H
#include <stdint.h>

/// A pixel is chromatic when max(R, G, B) − min(R, G, B) is above this (domain reference §1).
enum { CHROMATIC_SPREAD = 30 };

static inline uint8_t luma_of(int red, int green, int blue) {
    return (uint8_t)((77 * red + 150 * green + 29 * blue) >> 8);
}

static inline int is_chromatic(int red, int green, int blue) {
    int high = red > green ? red : green, low = red < green ? red : green;
    if (blue > high) high = blue;
    if (blue < low) low = blue;
    return high - low > CHROMATIC_SPREAD;
}

static inline void set_bit(uint8_t *bits, uint64_t index) { bits[index >> 3] |= (uint8_t)(1u << (index & 7)); }
#endif
