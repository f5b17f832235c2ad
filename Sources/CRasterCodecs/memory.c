#include "CRasterCodecs.h"
#if defined(__GLIBC__)
#include <malloc.h>
#endif

int sono_keep_memory(size_t kept) {
#if defined(__GLIBC__)
    const size_t largest = (size_t)32 << 20;
    int keeps = mallopt(M_TRIM_THRESHOLD, (int)(kept < largest * 8 ? kept : largest * 8));
    return mallopt(M_MMAP_THRESHOLD, (int)(kept < largest ? kept : largest)) && keeps;
#else
    (void)kept;
    return 0;
#endif
}
