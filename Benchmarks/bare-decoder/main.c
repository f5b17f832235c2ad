// The least that grading a JPEG can cost: reading it, its SHA-256, and libjpeg-turbo's decoding to grey.
//
//   bare-decoder make COUNT OUT FILE…   makes COUNT JPEGs of 1024×768, quality 90, 4:2:0, from JPEG and PNG pictures
//   bare-decoder decode FILE…           hashes and decodes each; prints files and CPU seconds
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

// jpeglib.h needs size_t and FILE from above.
#include <jpeglib.h>
#include <openssl/evp.h>
#include <png.h>

struct failure {
    struct jpeg_error_mgr manager;
    jmp_buf escape;
};

static void escape(j_common_ptr info) { longjmp(((struct failure *)info->err)->escape, 1); }
static void silent(j_common_ptr info, int level) { (void)info, (void)level; }

static unsigned char *slurp(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*size + 1);
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    return bytes;
}

// Decodes a JPEG into `components` samples a pixel; NULL when it cannot be decoded.
static unsigned char *decode(const unsigned char *bytes, size_t size, J_COLOR_SPACE space, int *width, int *height) {
    struct jpeg_decompress_struct info;
    struct failure failure;
    unsigned char *volatile pixels = NULL;
    info.err = jpeg_std_error(&failure.manager);
    failure.manager.error_exit = escape;
    failure.manager.emit_message = silent;
    if (setjmp(failure.escape)) {
        jpeg_destroy_decompress(&info);
        free(pixels);
        return NULL;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes, size);
    jpeg_read_header(&info, TRUE);
    info.out_color_space = space;
    jpeg_start_decompress(&info);
    size_t stride = (size_t)info.output_width * (size_t)info.output_components;
    pixels = malloc(stride * info.output_height);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels + stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    *width = (int)info.output_width;
    *height = (int)info.output_height;
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return pixels;
}

static unsigned char *readColour(const char *path, int *width, int *height) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_file(&image, path)) {
        image.format = PNG_FORMAT_RGB;
        unsigned char *pixels = malloc(PNG_IMAGE_SIZE(image));
        png_color black = {0, 0, 0};
        if (pixels != NULL && png_image_finish_read(&image, &black, pixels, 0, NULL)) {
            *width = (int)image.width;
            *height = (int)image.height;
            return pixels;
        }
        png_image_free(&image);
        free(pixels);
        return NULL;
    }
    size_t size = 0;
    unsigned char *bytes = slurp(path, &size);
    if (bytes == NULL) return NULL;
    unsigned char *pixels = decode(bytes, size, JCS_RGB, width, height);
    free(bytes);
    return pixels;
}

static int writeJPEG(const char *path, const unsigned char *source, int width, int height) {
    enum { columns = 1024, rows = 768 };
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr manager;
    FILE *file = fopen(path, "wb");
    if (file == NULL) return 0;
    info.err = jpeg_std_error(&manager);
    jpeg_create_compress(&info);
    jpeg_stdio_dest(&info, file);
    info.image_width = columns;
    info.image_height = rows;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 90, TRUE);
    jpeg_start_compress(&info, TRUE);
    unsigned char *line = malloc(columns * 3);
    for (int y = 0; y < rows; y++) {
        double sourceY = (y + 0.5) * height / rows - 0.5;
        int top = sourceY < 0 ? 0 : (int)sourceY;
        int bottom = top + 1 < height ? top + 1 : top;
        double down = sourceY - top < 0 ? 0 : sourceY - top;
        for (int x = 0; x < columns; x++) {
            double sourceX = (x + 0.5) * width / columns - 0.5;
            int left = sourceX < 0 ? 0 : (int)sourceX;
            int right = left + 1 < width ? left + 1 : left;
            double across = sourceX - left < 0 ? 0 : sourceX - left;
            for (int c = 0; c < 3; c++) {
                double upper = source[(top * width + left) * 3 + c] * (1 - across) + source[(top * width + right) * 3 + c] * across;
                double lower = source[(bottom * width + left) * 3 + c] * (1 - across) + source[(bottom * width + right) * 3 + c] * across;
                line[x * 3 + c] = (unsigned char)(upper * (1 - down) + lower * down + 0.5);
            }
        }
        JSAMPROW row = line;
        jpeg_write_scanlines(&info, &row, 1);
    }
    free(line);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return fclose(file) == 0;
}

static int make(int count, const char *folder, char **files, int fileCount) {
    int made = 0;
    for (int tries = 0; made < count && tries < 4 * count; tries++) {
        int width = 0, height = 0;
        unsigned char *pixels = readColour(files[tries % fileCount], &width, &height);
        if (pixels == NULL) continue;
        // A different corner each time round, so that no two files are alike.
        pixels[0] = (unsigned char)tries;
        char path[4096];
        snprintf(path, sizeof path, "%s/%05d.jpg", folder, made);
        if (width >= 200 && height >= 150) made += writeJPEG(path, pixels, width, height);
        free(pixels);
    }
    printf("made %d\n", made);
    return made == count ? 0 : 1;
}

static int decodeAll(char **files, int count) {
    int done = 0;
    unsigned long total = 0;
    for (int i = 0; i < count; i++) {
        size_t size = 0;
        unsigned char *bytes = slurp(files[i], &size);
        if (bytes == NULL) continue;
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned int digestSize = 0;
        EVP_Digest(bytes, size, digest, &digestSize, EVP_sha256(), NULL);
        int width = 0, height = 0;
        unsigned char *pixels = decode(bytes, size, JCS_GRAYSCALE, &width, &height);
        if (pixels != NULL) {
            total += digest[0] + pixels[(size_t)width * (size_t)height / 2];
            done++;
        }
        free(pixels);
        free(bytes);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + 1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    printf("%d %.3f %lu\n", done, seconds, total % 10);
    return done == count ? 0 : 1;
}

int main(int argumentCount, char **arguments) {
    if (argumentCount > 4 && strcmp(arguments[1], "make") == 0) {
        return make(atoi(arguments[2]), arguments[3], arguments + 4, argumentCount - 4);
    }
    if (argumentCount > 2 && strcmp(arguments[1], "decode") == 0) {
        return decodeAll(arguments + 2, argumentCount - 2);
    }
    fprintf(stderr, "bare-decoder make COUNT OUT FILE… | bare-decoder decode FILE…\n");
    return 64;
}
