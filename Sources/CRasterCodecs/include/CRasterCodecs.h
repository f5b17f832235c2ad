// libjpeg-turbo and libpng behind whole-image calls.
//
// Every call returns a sono_status and fills a sono_diagnosis. No longjmp leaves this target, nothing is printed, and no
// call allocates in proportion to the picture before the caller has seen the header: the caller gives the planes.
#ifndef SONO_CRASTERCODECS_H
#define SONO_CRASTERCODECS_H
#include <stddef.h>
#include <stdint.h>

#include "lanes.h"

/// Where a file's bytes come from: memory when `bytes` is set, else a descriptor read with pread (its offset stays).
typedef struct sono_source {
    const uint8_t *bytes;
    uint64_t size;
    int descriptor;
} sono_source;

typedef enum sono_status {
    SONO_DONE = 0,
    /// The source ended before the picture did.
    SONO_TRUNCATED,
    /// The source is all there, but image data or a header in it is damaged.
    SONO_CORRUPT,
    /// A sound file of a kind that is not decoded (lossless or 12-bit JPEG, unknown critical PNG chunk, …).
    SONO_UNSUPPORTED,
    /// More memory than the caller's limit, or more scans than any real picture has.
    SONO_TOO_LARGE,
    SONO_OUT_OF_MEMORY,
    /// pread failed; `system_error` has errno.
    SONO_READ_FAILED,
    /// The header is not the one that the caller's planes were made for: the file changed between two calls.
    SONO_CHANGED,
} sono_status;

/// Harmless oddities, as bits of `sono_diagnosis.oddities`.
enum {
    /// Bytes that belong to no segment, before a JPEG marker.
    SONO_ODDITY_EXTRANEOUS_BYTES = 1 << 0,
    /// Bytes after the end of the picture.
    SONO_ODDITY_TRAILING_BYTES = 1 << 1,
    /// A JPEG header field with a value that no standard knows, where the picture does not depend on it.
    SONO_ODDITY_HEADER_FIELD = 1 << 2,
    /// A PNG chunk that the picture does not need is damaged or misplaced.
    SONO_ODDITY_ANCILLARY_CHUNK = 1 << 3,
    /// A PNG image-data stream that goes on after the last pixel.
    SONO_ODDITY_EXTRA_IMAGE_DATA = 1 << 4,
    /// An APNG frame count that cannot be.
    SONO_ODDITY_FRAME_COUNT = 1 << 5,
};

/// What a call has to say besides its status.
typedef struct sono_diagnosis {
    /// The library's own words for a failure, or for the first oddity; NUL-terminated.
    char message[200];
    uint32_t oddities;
    int system_error;
    uint64_t trailing_bytes;
} sono_diagnosis;

/// Room for the raw TIFF structure of an Exif segment or chunk, without the "Exif\0\0" before it; what does not fit is
/// cut off. No JPEG segment is longer than 65,535 bytes.
typedef struct sono_exif {
    uint8_t *bytes;
    size_t capacity;
    size_t count;
} sono_exif;

/// Copies the bytes [offset, offset + count) of a source; returns how many there were, or -errno when reading failed.
int64_t sono_source_read(const sono_source *source, uint64_t offset, uint8_t *bytes, size_t count);

typedef enum sono_jpeg_colour {
    SONO_JPEG_GREY,
    SONO_JPEG_YCBCR,
    SONO_JPEG_RGB,
    SONO_JPEG_CMYK,
    SONO_JPEG_YCCK,
    SONO_JPEG_OTHER,
} sono_jpeg_colour;

/// Facts of a JPEG's header, up to its first scan.
typedef struct sono_jpeg_header {
    uint32_t width, height;
    sono_jpeg_colour colour;
    int components;
    int progressive, arithmetic, adobe;
    /// Whether decoding has to keep the coefficients of the whole picture.
    int multiple_scans;
    uint32_t restart_interval;
    /// Bytes of the coefficients of the whole picture.
    uint64_t coefficient_bytes;
    /// The tables of the first and of the second component, natural order; all 0 where there is none.
    uint16_t quantisation[2][64];
} sono_jpeg_header;

/// Reads the header; `exif` may be NULL.
sono_status sono_jpeg_read_header(
    const sono_source *source, sono_jpeg_header *header, sono_exif *exif, sono_diagnosis *diagnosis);

/// Pixels a side of the cells for which a picture's tone is given.
enum { SONO_TONE_CELL = 16 };

/// How many whole cells a side of so many pixels has.
static inline uint32_t sono_tone_cells(uint32_t pixels) { return pixels / SONO_TONE_CELL; }

/// Decodes to `luma` (width × height bytes), `chroma` and `warm` (one bit a pixel, undefined where none is chromatic; bit i & 7 of
/// byte i >> 3), all of the size that the header gave. `warm` says of chromatic pixels that they are at least as red as
/// they are blue. `tones` gets Cb and Cr (JFIF 1.02; 128 is neutral) about the middle of each of
/// sono_tone_cells(width) × sono_tone_cells(height) cells, two bytes a cell; neutral where the file does not store YCbCr.
/// `working_bytes` bounds what libjpeg may allocate.
sono_status sono_jpeg_decode(
    const sono_source *source, const sono_jpeg_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint8_t *warm, uint8_t *tones, uint64_t *chromatic, sono_diagnosis *diagnosis);

/// Decodes to RGB, reduced to numerator/8 (1–8) by the DCT's own scaling; `rgb` holds
/// ceil(width · numerator / 8) × ceil(height · numerator / 8) × 3 bytes.
sono_status sono_jpeg_decode_rgb(
    const sono_source *source, const sono_jpeg_header *header, int numerator, uint64_t working_bytes, uint8_t *rgb,
    sono_diagnosis *diagnosis);

/// Facts of a PNG's header, up to its first IDAT.
typedef struct sono_png_header {
    uint32_t width, height;
    int bit_depth;
    /// PNG colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
    int colour_type;
    int interlaced, transparency;
    /// Frames of an APNG's acTL, else 1.
    uint32_t frames;
} sono_png_header;

/// Bytes that sono_png_decode needs besides the planes to decode without libpng a picture in memory about which nothing is
/// out of the ordinary; 0 for one that is always left to libpng.
uint64_t sono_png_plain_bytes(const sono_png_header *header);

sono_status sono_png_read_header(
    const sono_source *source, sono_png_header *header, sono_exif *exif, sono_diagnosis *diagnosis);

/// Decodes as sono_jpeg_decode does; `exif` (may be NULL) also gets what stands after the image data. Without libpng only
/// where `working_bytes` are enough for it. `tones` stay neutral in interlaced files and those with a palette.
sono_status sono_png_decode(
    const sono_source *source, const sono_png_header *header, uint64_t working_bytes, uint8_t *luma, uint8_t *chroma,
    uint8_t *warm, uint8_t *tones, uint64_t *chromatic, sono_exif *exif, sono_diagnosis *diagnosis);

/// Decodes to RGB, averaged over boxes of `divisor` × `divisor` pixels (smaller at the right and lower edge);
/// `rgb` holds ceil(width / divisor) × ceil(height / divisor) × 3 bytes. `exif` (may be NULL) also gets what stands after
/// the image data.
sono_status sono_png_decode_rgb(
    const sono_source *source, const sono_png_header *header, uint32_t divisor, uint8_t *rgb,
    sono_exif *exif, sono_diagnosis *diagnosis);

/// Bytes made by an encoder; freed by sono_bytes_free.
typedef struct sono_bytes {
    uint8_t *bytes;
    size_t count;
} sono_bytes;

void sono_bytes_free(sono_bytes *bytes);

typedef enum sono_chroma_sampling { SONO_CHROMA_FULL, SONO_CHROMA_HALF_WIDTH, SONO_CHROMA_QUARTER } sono_chroma_sampling;

/// Choices of the JPEG writer.
typedef struct sono_jpeg_options {
    /// 1–100, IJG scale.
    int quality;
    sono_chroma_sampling sampling;
    int progressive;
    /// MCUs between restart markers; 0 for none.
    unsigned restart_interval;
} sono_jpeg_options;

/// Encodes 8-bit pixels with 1 (grey) or 3 (RGB) channels.
sono_status sono_jpeg_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int channels, const sono_jpeg_options *options,
    sono_bytes *encoded, sono_diagnosis *diagnosis);

sono_status sono_png_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, int channels, sono_bytes *encoded,
    sono_diagnosis *diagnosis);

/// Makes the C library keep up to so many freed bytes for the next allocations instead of giving them back to the system;
/// larger single blocks still go back. 0 where it has no such setting.
int sono_keep_memory(size_t kept);

#endif
