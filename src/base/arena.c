/* arena.c - blocks that double up to a mebibyte, chained newest first. */
#include "base/arena.h"

#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct arena_block {
    struct arena_block *older;
    size_t size;
    _Alignas(16) char bytes[];
};

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 1024 * 1024, LARGEST_KEPT = LARGEST_STEP, HUGE_PAGE = 2 << 20, WORTH_HUGE = 512 * 1024 };

/* A large page comes at once, not in 512 faults; without one it is a block like others. */
static struct arena_block *block_huge(void)
{
    struct arena_block *b = aligned_alloc(HUGE_PAGE, HUGE_PAGE);
    if (b != NULL)
        madvise(b, HUGE_PAGE, MADV_HUGEPAGE);
    return b;
}

void *arena_more(struct arena *a, size_t size)
{
    if (size == 0)
        size = 8;
    size_t want = a->blocks == NULL ? FIRST_BLOCK : a->blocks->size * 2;
    if (want > LARGEST_STEP)
        want = LARGEST_STEP;
    const size_t in_page = HUGE_PAGE - sizeof(struct arena_block);
    bool huge = a->large && (a->held >= WORTH_HUGE || size >= WORTH_HUGE) && size <= in_page;
    if (huge)
        want = in_page;
    if (want < size)
        want = size;
    if (want > SIZE_MAX - sizeof(struct arena_block) || (a->max != 0 && (want > a->max || a->held > a->max - want)))
        return NULL;
    struct arena_block *b = huge ? block_huge() : malloc(sizeof *b + want);
    if (b == NULL)
        return NULL;
    if (!huge)
        pages_ready(b, sizeof *b + (a->large ? want : size));
    b->older = a->blocks;
    b->size = want;
    a->blocks = b;
    a->held += want;
    a->next = b->bytes + size;
    a->end = b->bytes + want;
    return b->bytes;
}

void *arena_zero(struct arena *a, size_t size)
{
    void *p = arena_take(a, size);
    if (p != NULL)
        memset(p, 0, size);
    return p;
}

void *arena_copy(struct arena *a, const void *bytes, size_t size)
{
    void *p = arena_take(a, size);
    if (p != NULL && size != 0)
        memcpy(p, bytes, size);
    return p;
}

static void drop_newest(struct arena *a)
{
    struct arena_block *older = a->blocks->older;
    a->held -= a->blocks->size;
    free(a->blocks);
    a->blocks = older;
}

/* Blocks are chained newest, hence largest, first: the largest that is worth keeping stays. */
void arena_reset_used(struct arena *a)
{
    if (a->blocks->older == NULL && a->blocks->size <= LARGEST_KEPT) {
        a->next = a->blocks->bytes;
        return;
    }
    while (a->blocks != NULL && a->blocks->size > LARGEST_KEPT)
        drop_newest(a);
    struct arena_block *kept = a->blocks;
    if (kept == NULL) {
        a->next = a->end = NULL;
        return;
    }
    a->blocks = kept->older;
    while (a->blocks != NULL)
        drop_newest(a);
    kept->older = NULL;
    a->blocks = kept;
    a->next = kept->bytes;
    a->end = kept->bytes + kept->size;
}

void arena_settle(struct arena *a)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from = ((uintptr_t)a->next + page - 1) / page * page;
    uintptr_t to = (uintptr_t)a->end / page * page;
    if (a->large && a->blocks != NULL && from < to)
        madvise((void *)from, to - from, MADV_DONTNEED);
}

void arena_free(struct arena *a)
{
    while (a->blocks != NULL)
        drop_newest(a);
    a->next = a->end = NULL;
}
