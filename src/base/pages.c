/* pages.c - memory of whole pages, made ready in one go. */
#include "base/pages.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23  /* Linux 5.14 */
#endif

enum { WORTH_IT = 16 * 1024 };

void pages_ready(void *bytes, size_t n)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), at = (uintptr_t)bytes;
    uintptr_t from = (at + page - 1) / page * page, to = (at + n) / page * page;
    if (n >= WORTH_IT && from < to)
        madvise((void *)from, to - from, MADV_POPULATE_WRITE);
}
