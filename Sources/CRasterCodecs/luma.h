// The arithmetic of one pixel.
#ifndef SONO_LUMA_H
#define SONO_LUMA_H
#include "CRasterCodecs.h"
#include <string.h>

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

/// Cb and Cr of BT.601 full range (JFIF 1.02) of a colour whose channels are sums of `count` pixels.
static inline void write_tone(uint8_t *tone, int red, int green, int blue, int count) {
    int blues = -11059 * red - 21709 * green + 32768 * blue, reds = 32768 * red - 27439 * green - 5329 * blue;
    int scale = 65536 * count, b = 128 + (blues + (blues < 0 ? -scale : scale) / 2) / scale;
    int r = 128 + (reds + (reds < 0 ? -scale : scale) / 2) / scale;
    tone[0] = (uint8_t)(b > 255 ? 255 : b);
    tone[1] = (uint8_t)(r > 255 ? 255 : r);
}

/// Makes all tones neutral.
static inline void sono_tones_clear(uint8_t *tones, uint32_t width, uint32_t height) {
    memset(tones, 128, (size_t)2 * sono_tone_cells(width) * sono_tone_cells(height));
}

/// Ink to light. Adobe's writers store 255 for no ink and mark the file as theirs (Adobe TN 5116); others store 0.
static inline void rgb_of_cmyk(const uint8_t *ink, int inverted, uint8_t *rgb) {
    int black = inverted ? ink[3] : 255 - ink[3];
    for (int channel = 0; channel < 3; channel++) {
        int light = inverted ? ink[channel] : 255 - ink[channel];
        rgb[channel] = (uint8_t)((light * black + 127) / 255);
    }
}

/// A sample with alpha laid over black.
static inline int over_black(int value, int alpha) { return (value * alpha + 127) / 255; }

static inline void set_bit(uint8_t *bits, uint64_t index) { bits[index >> 3] |= (uint8_t)(1u << (index & 7)); }
#endif
