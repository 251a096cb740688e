/* index.c - the frame index. */
#include "capture/index.h"

#include "base/base.h"

#include <stdlib.h>

bool index_init(struct frame_index *x)
{
    x->chunks = calloc(INDEX_CHUNKS, sizeof(struct index_entry *));
    x->count = 0;
    return x->chunks != NULL;
}

void index_free(struct frame_index *x)
{
    for (size_t i = 0; x->chunks != NULL && i < INDEX_CHUNKS && x->chunks[i] != NULL; i++)
        free(x->chunks[i]);
    free(x->chunks);
    x->chunks = NULL;
    x->count = 0;
}

bool index_add(struct frame_index *x, const struct capture_frame *f)
{
    uint64_t n = atomic_load_explicit(&x->count, memory_order_relaxed);
    if (unlikely(n % INDEX_CHUNK == 0)) {
        if (n / INDEX_CHUNK >= INDEX_CHUNKS)
            return false;
        x->chunks[n / INDEX_CHUNK] = malloc(INDEX_CHUNK * sizeof(struct index_entry));
        if (x->chunks[n / INDEX_CHUNK] == NULL)
            return false;
    }
    if (unlikely(f->place.offset >> 44 != 0))
        return false;
    uint32_t interface = f->place.interface == CAPTURE_NO_INTERFACE ? 0xfffff : f->place.interface;
    x->chunks[n / INDEX_CHUNK][n % INDEX_CHUNK] = (struct index_entry){
        .place = f->place.offset << 20 | interface,
        .time = f->has_time ? nstime_to_ns(f->time) : INDEX_NO_TIME,
    };
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
