/* index.h - where every frame of a capture stands, and its time, if somebody will ask for it, in chunks that never move, so that
   one thread may add while others look up.

   A frame takes 4 bytes: 256 in a row are told by how far they are from the first one.  Where that does not do, because they came
   from several interfaces or stand more than 4 GiB apart, it takes 8.  A time takes 8 more. */
#ifndef CAPTURE_INDEX_H
#define CAPTURE_INDEX_H

#include "capture/capture.h"

#include <stdatomic.h>

/* Frames in a group, groups in a page, pages: 2^32 frames in all. */
enum { INDEX_GROUP = 256, INDEX_PAGE = 4096, INDEX_PAGES = 4096 };

#define INDEX_NO_TIME INT64_MIN

/* A place: offset << 20 | interface; interface 0xfffff: none.  Files up to 16 TiB. */
struct index_group {
    int64_t
        *times; /* nanoseconds since 1970, outside 1678 to 2262 the nearest; INDEX_NO_TIME.  NULL: they are not kept */
    bool wide;
    union {
        struct {
            uint64_t first;
            uint32_t further[INDEX_GROUP];  /* bytes from the first one on; of the same interface */
        };
        uint64_t places[INDEX_GROUP];
    };
};

/* A capture of 100 million frames takes 0.4 GB, or 1.2 GB with times.  Lengths stand where the frame does. */
struct frame_index {
    struct index_group *_Atomic **pages;  /* INDEX_PAGES of INDEX_PAGE, NULL past the end */
    struct index_group **replaced;  /* groups that became wide: others may be reading them still */
    size_t n_replaced, replaced_room;
    bool with_times, wide;          /* groups are wide from now on */
    _Atomic uint64_t count;
};

/* False without memory. */
bool index_init(struct frame_index *x, bool times);
void index_free(struct frame_index *x);
/* By the one thread that reads sequentially; false without memory or past the last possible frame. */
bool index_add(struct frame_index *x, const struct capture_frame *frame);

/* Adds all frames of the capture from where it stands to its end: CAPTURE_END, or CAPTURE_ERROR with
   *error after the frames that could be read.  `stop` (may be NULL) set by another thread ends it early. */
enum capture_result index_build(struct frame_index *x, struct capture *c, const _Atomic bool *stop,
                                struct thr_error *error);

static inline uint64_t index_count(const struct frame_index *x)
{
    return atomic_load_explicit(&x->count, memory_order_acquire);
}
static inline const struct index_group *index_group(const struct frame_index *x, uint64_t i)
{
    uint64_t group = i / INDEX_GROUP;
    return atomic_load_explicit(&x->pages[group / INDEX_PAGE][group % INDEX_PAGE], memory_order_acquire);
}
/* Of frame `number`, from 1 to index_count. */
static inline struct frame_place index_place(const struct frame_index *x, uint64_t number)
{
    uint64_t i = number - 1;
    const struct index_group *g = index_group(x, i);
    uint64_t place = g->wide ? g->places[i % INDEX_GROUP] : g->first + ((uint64_t)g->further[i % INDEX_GROUP] << 20);
    uint32_t interface = (uint32_t)(place & 0xfffff);
    return (struct frame_place){ place >> 20, interface == 0xfffff ? CAPTURE_NO_INTERFACE : interface };
}
/* The same, of an index with times. */
static inline int64_t index_time(const struct frame_index *x, uint64_t number)
{
    return index_group(x, number - 1)->times[(number - 1) % INDEX_GROUP];
}

#endif
