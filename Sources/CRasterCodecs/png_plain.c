#include "png_plain.h"
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
    /// Most bytes of the samples of a picture.
    PLAIN_BYTES = 16 << 20,
    /// Most bytes of a chunk that is passed over: as libpng is told.
    PASSED_BYTES = 1 << 20,
    /// Bytes that may be read, and are not looked at, behind the samples.
    ROOM = 16,
};

static uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

int png_plain_channels(const sono_png_header *header) {
    if (header->bit_depth != 8 || header->interlaced || header->transparency || header->frames != 1) return 0;
    int channels = header->colour_type == 0 ? 1
        : header->colour_type == 2          ? 3
        : header->colour_type == 4          ? 2
        : header->colour_type == 6          ? 4
                                            : 0;
    uint64_t row = (uint64_t)header->width * (uint64_t)channels + 1;
    return channels == 0 || header->height == 0 || row > PLAIN_BYTES / header->height ? 0 : channels;
}

/// Bytes of the filtered samples.
static size_t sample_bytes(const sono_png_header *header) {
    return ((size_t)header->width * (size_t)png_plain_channels(header) + 1) * header->height;
}

/// The same with what zlib adds to data that do not get smaller: libpng takes no longer ones in a chunk.
static size_t packed_bytes(const sono_png_header *header) {
    size_t count = sample_bytes(header);
    return count + 6 + 5 * (count / 32566 + 1);
}

uint64_t sono_png_plain_bytes(const sono_png_header *header) {
    int channels = png_plain_channels(header);
    if (channels == 0) return 0;
    return (uint64_t)header->width * (uint64_t)channels + 1 + sample_bytes(header) + ROOM + packed_bytes(header);
}

/// Chunks that libpng is told to pass over, whatever is in them.
static int is_passed_over(const uint8_t *name) {
    static const char names[] = "bKGDcHRMgAMAhISTiCCPiTXToFFspCALpHYssBITsCALsPLTsTERsRGBtEXttIMEzTXt";
    for (size_t at = 0; at + 4 < sizeof names; at += 4) {
        if (memcmp(names + at, name, 4) == 0) return 1;
    }
    return 0;
}

/// Whether IHDR says what the header said, and knows only the one compression and the one set of filters there are.
static int is_same_header(const uint8_t *data, const sono_png_header *header) {
    return big_endian(data) == header->width && big_endian(data + 4) == header->height && data[8] == header->bit_depth
        && data[9] == header->colour_type && data[10] == 0 && data[11] == 0 && data[12] == 0;
}

/// Checks every chunk of a file and copies the image data of all together to `packed`, which holds `capacity` bytes.
/// Returns how many there are; 0 where anything is not as it should be.
static size_t gather(const sono_source *source, const sono_png_header *header, uint8_t *packed, size_t capacity) {
    static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const uint8_t *bytes = source->bytes;
    uint64_t size = source->size, at = sizeof signature;
    size_t count = 0;
    // What may come: the header, the image data, the end.
    enum { AT_HEADER, BEFORE_DATA, IN_DATA, AFTER_DATA } state = AT_HEADER;
    if (size < sizeof signature || memcmp(bytes, signature, sizeof signature) != 0) return 0;
    for (;;) {
        if (size - at < 12) return 0;
        uint32_t length = big_endian(bytes + at);
        if (length > size - at - 12) return 0;
        const uint8_t *name = bytes + at + 4, *data = name + 4;
        if (libdeflate_crc32(0, name, (size_t)length + 4) != big_endian(data + length)) return 0;
        at += (uint64_t)length + 12;
        if (memcmp(name, "IHDR", 4) == 0) {
            if (state != AT_HEADER || length != 13 || !is_same_header(data, header)) return 0;
            state = BEFORE_DATA;
        } else if (state == AT_HEADER) {
            return 0;
        } else if (memcmp(name, "IDAT", 4) == 0) {
            if (state == AFTER_DATA || length == 0 || length > capacity - count) return 0;
            memcpy(packed + count, data, length);
            count += length;
            state = IN_DATA;
        } else if (memcmp(name, "IEND", 4) == 0) {
            // Bytes behind the end are libpng's to say.
            return length == 0 && at == size ? count : 0;
        } else {
            if (!is_passed_over(name) || length > PASSED_BYTES) return 0;
            if (state == IN_DATA) state = AFTER_DATA;
        }
    }
}

/// Unpacks the image data to exactly `count` bytes; returns whether there are as many and nothing is left over.
static int unpack(const uint8_t *packed, size_t packed_count, uint8_t *bytes, size_t count) {
    // A window of 32 KiB: libdeflate does not look whether the data keep within a smaller one.
    if (packed_count < 2 || packed[0] != 0x78) return 0;
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL) return 0;
    size_t taken = 0, made = 0;
    enum libdeflate_result result =
        libdeflate_zlib_decompress_ex(decompressor, packed, packed_count, bytes, count, &taken, &made);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS && taken == packed_count && made == count;
}

static void undo_sub(uint8_t *row, size_t count, size_t channels) {
    for (size_t i = channels; i < count; i++) row[i] = (uint8_t)(row[i] + row[i - channels]);
}

static void undo_up(uint8_t *restrict row, const uint8_t *restrict above, size_t count) {
    for (size_t i = 0; i < count; i++) row[i] = (uint8_t)(row[i] + above[i]);
}

static void undo_average(uint8_t *restrict row, const uint8_t *restrict above, size_t count, size_t channels) {
    for (size_t i = 0; i < channels; i++) row[i] = (uint8_t)(row[i] + (above[i] >> 1));
    for (size_t i = channels; i < count; i++) row[i] = (uint8_t)(row[i] + ((row[i - channels] + above[i]) >> 1));
}

/// Of left, upper and upper left the one that is nearest to left + upper − upper left; the first of equals.
static inline int nearest(int left, int upper, int corner) {
    int across = upper - corner, down = left - corner;
    int by_left = across < 0 ? -across : across, by_upper = down < 0 ? -down : down;
    int by_corner = across + down < 0 ? -(across + down) : across + down;
    int best = by_upper < by_left ? upper : left;
    int least = by_upper < by_left ? by_upper : by_left;
    return by_corner < least ? corner : best;
}

static void undo_paeth(uint8_t *restrict row, const uint8_t *restrict above, size_t count, size_t channels) {
    for (size_t i = 0; i < channels; i++) row[i] = (uint8_t)(row[i] + above[i]);
    for (size_t i = channels; i < count; i++) {
        row[i] = (uint8_t)(row[i] + nearest(row[i - channels], above[i], above[i - channels]));
    }
}

/// Grey: one sample after the other, each kept at hand for the next.
static void undo_paeth_of_one(uint8_t *restrict row, const uint8_t *restrict above, size_t count) {
    int left = 0, corner = 0;
    for (size_t i = 0; i < count; i++) {
        int upper = above[i];
        left = (uint8_t)(row[i] + nearest(left, upper, corner));
        row[i] = (uint8_t)left;
        corner = upper;
    }
}

typedef int16_t lanes __attribute__((vector_size(16)));
typedef uint8_t bytes_of_lanes __attribute__((vector_size(8)));

static inline lanes load(const uint8_t *bytes) {
    bytes_of_lanes eight;
    memcpy(&eight, bytes, sizeof eight);
    return __builtin_convertvector(eight, lanes);
}

static inline lanes lower(lanes one, lanes other) {
    lanes less = one < other;
    return (one & less) | (other & ~less);
}

static inline lanes size_of(lanes value) {
    lanes negative = value < 0;
    return (value ^ negative) - negative;
}

/// Three or four channels of a pixel at once; up to `ROOM` bytes behind both rows are read.
static inline void undo_paeth_by_pixels(uint8_t *row, const uint8_t *above, size_t count, size_t channels) {
    lanes left = {0}, corner = {0};
    for (size_t i = 0; i + channels <= count; i += channels) {
        lanes upper = load(above + i);
        lanes across = upper - corner, down = left - corner;
        lanes by_left = size_of(across), by_upper = size_of(down), by_corner = size_of(across + down);
        lanes least = lower(by_corner, lower(by_left, by_upper));
        lanes is_left = by_left == least, is_upper = by_upper == least;
        lanes found = (left & is_left) | (~is_left & ((upper & is_upper) | (corner & ~is_upper)));
        left = (load(row + i) + found) & 255;
        bytes_of_lanes eight = __builtin_convertvector(left, bytes_of_lanes);
        memcpy(row + i, &eight, channels);
        corner = upper;
    }
}

/// Turns a filtered row into samples; `above` is the row above it, or zeros.
static void undo(int filter, uint8_t *row, const uint8_t *above, size_t count, int channels) {
    switch (filter) {
    case 1: undo_sub(row, count, (size_t)channels); return;
    case 2: undo_up(row, above, count); return;
    case 3: undo_average(row, above, count, (size_t)channels); return;
    case 4:
        if (channels == 1) {
            undo_paeth_of_one(row, above, count);
        } else if (channels == 3) {
            undo_paeth_by_pixels(row, above, count, 3);
        } else if (channels == 4) {
            undo_paeth_by_pixels(row, above, count, 4);
        } else {
            undo_paeth(row, above, count, (size_t)channels);
        }
        return;
    default: return;
    }
}

int png_plain_read(const sono_source *source, const sono_png_header *header, plain_row_sink sink, void *context) {
    int channels = png_plain_channels(header);
    if (source->bytes == NULL || channels == 0) return 0;
    size_t row_bytes = (size_t)header->width * (size_t)channels, height = header->height;
    size_t count = sample_bytes(header), capacity = packed_bytes(header);
    uint8_t *packed = malloc(capacity);
    // A row of zeros above the first.
    uint8_t *memory = malloc(row_bytes + 1 + count + ROOM);
    int is_read = 0;
    if (packed != NULL && memory != NULL) {
        uint8_t *filtered = memory + row_bytes + 1;
        size_t packed_count = gather(source, header, packed, capacity);
        is_read = packed_count > 0 && unpack(packed, packed_count, filtered, count);
        for (size_t y = 0; is_read && y < height; y++) is_read = filtered[y * (row_bytes + 1)] <= 4;
        if (is_read) {
            memset(memory, 0, row_bytes + 1);
            memset(filtered + count, 0, ROOM);
            for (uint32_t y = 0; y < height; y++) {
                uint8_t *row = filtered + (size_t)y * (row_bytes + 1) + 1;
                undo(row[-1], row, row - row_bytes - 1, row_bytes, channels);
                sink(context, row, y, 0, 1, header->width);
            }
        }
    }
    free(memory);
    free(packed);
    return is_read;
}
