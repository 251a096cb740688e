/* index.c - the frame index. */
#include "capture/index.h"

#include "base/base.h"
#include "base/list.h"

#include <stddef.h>
#include <stdlib.h>

enum { GROUPS = INDEX_CHUNK / INDEX_GROUP };

bool index_init(struct frame_index *x, bool times)
{
    *x = (struct frame_index){ .groups = calloc(INDEX_CHUNKS, sizeof *x->groups) };
    if (times)
        x->times = calloc(INDEX_CHUNKS, sizeof *x->times);
    if (x->groups != NULL && (x->times != NULL || !times))
        return true;
    index_free(x);
    return false;
}

void index_free(struct frame_index *x)
{
    for (size_t i = 0; x->groups != NULL && i < INDEX_CHUNKS && x->groups[i] != NULL; i++) {
        for (size_t k = 0; k < GROUPS; k++)
            free(x->groups[i][k]);
        free(x->groups[i]);
    }
    for (size_t i = 0; x->times != NULL && i < INDEX_CHUNKS && x->times[i] != NULL; i++)
        free(x->times[i]);
    for (size_t i = 0; i < x->n_replaced; i++)
        free(x->replaced[i]);
    free(x->groups);
    free(x->times);
    free(x->replaced);
    *x = (struct frame_index){ 0 };
}

static bool chunk_new(struct frame_index *x, uint64_t chunk)
{
    if (chunk >= INDEX_CHUNKS)
        return false;
    x->groups[chunk] = calloc(GROUPS, sizeof *x->groups[chunk]);
    if (x->times != NULL)
        x->times[chunk] = malloc(INDEX_CHUNK * sizeof *x->times[chunk]);
    return x->groups[chunk] != NULL && (x->times == NULL || x->times[chunk] != NULL);
}

static struct index_group *group_new(struct frame_index *x, uint64_t n, bool wide)
{
    size_t narrow = offsetof(struct index_group, further) + INDEX_GROUP * sizeof(uint32_t);
    struct index_group *g = malloc(wide ? sizeof *g : narrow);
    if (g == NULL)
        return NULL;
    g->wide = wide;
    atomic_store_explicit(&x->groups[n / INDEX_CHUNK][n % INDEX_CHUNK / INDEX_GROUP], g, memory_order_release);
    return g;
}

/* The group once more, wide, with its first `count` frames; the old one is freed with the index. */
static struct index_group *widen(struct frame_index *x, struct index_group *old, uint64_t n, uint64_t count)
{
    if (x->n_replaced == x->replaced_room) {
        struct index_group **more = list_grow(x->replaced, &x->replaced_room, 4, sizeof *more);
        if (more == NULL)
            return NULL;
        x->replaced = more;
    }
    struct index_group *g = malloc(sizeof *g);
    if (g == NULL)
        return NULL;
    g->wide = x->wide = true;
    for (uint64_t i = 0; i < count; i++)
        g->places[i] = old->first + ((uint64_t)old->further[i] << 20);
    x->replaced[x->n_replaced++] = old;
    atomic_store_explicit(&x->groups[n / INDEX_CHUNK][n % INDEX_CHUNK / INDEX_GROUP], g, memory_order_release);
    return g;
}

static bool group_add(struct frame_index *x, uint64_t n, uint64_t place)
{
    uint64_t at = n % INDEX_GROUP;
    struct index_group *g = at == 0 ? group_new(x, n, x->wide)
                                    : x->groups[n / INDEX_CHUNK][n % INDEX_CHUNK / INDEX_GROUP];
    if (g != NULL && at == 0)
        g->first = place;
    uint64_t further = g != NULL && !g->wide ? (place - g->first) >> 20 : 0;
    if (g != NULL && !g->wide && (further > UINT32_MAX || g->first + (further << 20) != place))
        g = widen(x, g, n, at);
    if (g == NULL)
        return false;
    if (g->wide)
        g->places[at] = place;
    else
        g->further[at] = (uint32_t)further;
    return true;
}

bool index_add(struct frame_index *x, const struct capture_frame *f)
{
    uint64_t n = atomic_load_explicit(&x->count, memory_order_relaxed), chunk = n / INDEX_CHUNK;
    if (unlikely(n % INDEX_CHUNK == 0 && !chunk_new(x, chunk)))
        return false;
    if (unlikely(f->place.offset >> 44 != 0))
        return false;
    uint32_t interface = f->place.interface == CAPTURE_NO_INTERFACE ? 0xfffff : f->place.interface;
    if (unlikely(!group_add(x, n, f->place.offset << 20 | interface)))
        return false;
    if (x->times != NULL)
        x->times[chunk][n % INDEX_CHUNK] = f->has_time ? nstime_to_ns(f->time) : INDEX_NO_TIME;
    atomic_store_explicit(&x->count, n + 1, memory_order_release);
    return true;
}

enum capture_result index_build(struct frame_index *x, struct capture *c, const _Atomic bool *stop,
                                struct thr_error *error)
{
    struct capture_frame f;
    enum capture_result r;
    while ((r = capture_next(c, &f, error)) == CAPTURE_FRAME) {
        if (unlikely(!index_add(x, &f))) {
            thr_error_set(error, THR_FAILED_MEMORY, 0, "There is no memory for more than %llu frames of \"%.300s\".",
                          (unsigned long long)index_count(x), capture_name(c));
            return CAPTURE_ERROR;
        }
        if (stop != NULL && atomic_load_explicit(stop, memory_order_relaxed))
            return CAPTURE_END;
    }
    return r;
}
