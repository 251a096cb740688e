/* index.c - the frame index. */
#include "capture/index.h"

#include "base/base.h"
#include "base/list.h"

#include <stddef.h>
#include <stdlib.h>

bool index_init(struct frame_index *x, bool times)
{
    *x = (struct frame_index){ .pages = calloc(INDEX_PAGES, sizeof *x->pages), .with_times = times };
    return x->pages != NULL;
}

void index_free(struct frame_index *x)
{
    for (size_t i = 0; x->pages != NULL && i < INDEX_PAGES && x->pages[i] != NULL; i++) {
        for (size_t k = 0; k < INDEX_PAGE && x->pages[i][k] != NULL; k++) {
            free(x->pages[i][k]->times);
            free(x->pages[i][k]);
        }
        free(x->pages[i]);
    }
    for (size_t i = 0; i < x->n_replaced; i++)
        free(x->replaced[i]);
    free(x->pages);
    free(x->replaced);
    *x = (struct frame_index){ 0 };
}

static void group_put(struct frame_index *x, uint64_t n, struct index_group *g)
{
    uint64_t group = n / INDEX_GROUP;
    atomic_store_explicit(&x->pages[group / INDEX_PAGE][group % INDEX_PAGE], g, memory_order_release);
}

/* For frame n, the first of its group. */
static struct index_group *group_new(struct frame_index *x, uint64_t n)
{
    uint64_t page = n / INDEX_GROUP / INDEX_PAGE;
    size_t narrow = offsetof(struct index_group, further) + INDEX_GROUP * sizeof(uint32_t);
    if (page >= INDEX_PAGES ||
        (x->pages[page] == NULL && (x->pages[page] = calloc(INDEX_PAGE, sizeof *x->pages[page])) == NULL))
        return NULL;
    struct index_group *g = malloc(x->wide ? sizeof *g : narrow);
    if (g == NULL)
        return NULL;
    g->wide = x->wide;
    g->times = x->with_times ? malloc(INDEX_GROUP * sizeof *g->times) : NULL;
    if (x->with_times && g->times == NULL) {
        free(g);
        return NULL;
    }
    group_put(x, n, g);
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
    g->times = old->times;
    for (uint64_t i = 0; i < count; i++)
        g->places[i] = old->first + ((uint64_t)old->further[i] << 20);
    x->replaced[x->n_replaced++] = old;
    group_put(x, n, g);
    return g;
}

static struct index_group *group_of(struct frame_index *x, uint64_t n)
{
    uint64_t group = n / INDEX_GROUP;
    return x->pages[group / INDEX_PAGE][group % INDEX_PAGE];
}

bool index_add(struct frame_index *x, const struct capture_frame *f)
{
    uint64_t n = atomic_load_explicit(&x->count, memory_order_relaxed), at = n % INDEX_GROUP;
    if (unlikely(f->place.offset >> 44 != 0))
        return false;
    uint64_t place = f->place.offset << 20 |
                     (f->place.interface == CAPTURE_NO_INTERFACE ? 0xfffff : f->place.interface);
    struct index_group *g = at == 0 ? group_new(x, n) : group_of(x, n);
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
    if (g->times != NULL)
        g->times[at] = f->has_time ? nstime_to_ns(f->time) : INDEX_NO_TIME;
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
