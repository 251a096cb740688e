/* arena.h - memory that is given back all at once.  The lifetime stands in the name of the
   variable that holds the arena: packet, flow, capture.  One thread at a time. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

/* Zero-initialise, set `max` (bytes in all; 0: no bound), use. */
struct arena {
    char *next, *end;            /* free part of the current block */
    struct arena_block *blocks;  /* newest first */
    size_t max;                  /* bound on bytes held, 0 for none */
    size_t held;                 /* bytes held from the system */
    bool large;                  /* may become many megabytes: in large pages where the system has them */
};

void *arena_more(struct arena *a, size_t size);

/* `size` bytes, aligned to 8, not cleared; NULL when the bound or the memory is used up. */
static inline void *arena_take(struct arena *a, size_t size)
{
    size = (size + 7) & ~(size_t)7;
    if ((size_t)(a->end - a->next) >= size && size != 0) {
        char *p = a->next;
        a->next += size;
        return p;
    }
    return arena_more(a, size);
}

/* The same, cleared. */
void *arena_zero(struct arena *a, size_t size);

/* A copy of `size` bytes, NULL as arena_take. */
void *arena_copy(struct arena *a, const void *bytes, size_t size);

/* Everything taken so far is void.  One block, of at most a mebibyte, is kept for reuse: what is reset for each packet soon
   asks the system for nothing. */
void arena_reset_used(struct arena *a);
static inline void arena_reset(struct arena *a)
{
    if (a->blocks != NULL)
        arena_reset_used(a);
}

/* Nothing more will be taken for long: gives back what is free. */
void arena_settle(struct arena *a);

/* Gives everything back to the system. */
void arena_free(struct arena *a);

#endif
