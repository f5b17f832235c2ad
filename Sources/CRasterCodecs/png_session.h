// One libpng read: its reader, its limits and what it may jump out of.
#ifndef SONO_PNG_SESSION_H
#define SONO_PNG_SESSION_H
#include "CRasterCodecs.h"
#include "reader.h"
#include <png.h>
#include <setjmp.h>

typedef struct png_session {
    png_structp codec;
    png_infop info;
    reader reader;
    const uint8_t *window;
    uint64_t window_left;
    sono_status status;
    sono_diagnosis *diagnosis;
    jmp_buf escape;
    /// Memory of this session, freed at its end however it ends.
    void *memory[4];
} png_session;

/// Opens a session, does `work` in it and closes it. The only setjmp: what `work` has begun may end at any of its calls.
sono_status png_session_run(
    const sono_source *source, sono_diagnosis *diagnosis, void (*work)(png_session *session, void *arguments),
    void *arguments);
uint64_t png_session_offset(const png_session *session);
_Noreturn void png_session_fail(png_session *session, sono_status status, const char *message);
/// Zeroed memory that lives as long as the session; jumps to `escape` when there is none.
void *png_session_allocate(png_session *session, size_t count, size_t size);

/// Reads up to the image data.
void png_describe(png_session *session, sono_png_header *header);
/// Copies what there is of an eXIf chunk; leaves `exif` as it is when there is none.
void png_copy_exif(png_session *session, sono_exif *exif);

/// The colours of a palette picture, laid over black where its tRNS says so.
typedef struct png_palette {
    int count;
    uint8_t rgb[256][3];
} png_palette;

/// Readies the codec to give 8-bit rows of 1 (grey, or palette indices), 2 (grey, alpha), 3 (RGB) or 4 (RGB, alpha)
/// channels, which it returns; `palette->count` is 0 unless the rows are indices.
int png_expand_to_bytes(png_session *session, png_palette *palette);
/// The colour of an index; one without a colour is damage in the image data and jumps to `escape`.
static inline const uint8_t *png_palette_colour(png_session *session, const png_palette *palette, int index) {
    if (index >= palette->count) png_session_fail(session, SONO_CORRUPT, "a pixel beyond the palette");
    return palette->rgb[index];
}
/// One decoded row of a pass: `count` pixels, the first at column `left`, `step` columns apart, in row `y`.
typedef void (*png_row_sink)(void *context, const uint8_t *row, uint32_t y, uint32_t left, uint32_t step, uint32_t count);
/// Reads the image data pass by pass, then the chunks after it.
void png_read_rows_into(png_session *session, int channels, png_row_sink sink, void *context);
/// Reads the header again and compares it with the one the caller made planes for.
void png_require_same_header(png_session *session, const sono_png_header *header);
#endif
