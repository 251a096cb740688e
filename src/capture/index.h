/* index.h - where every frame of a capture stands: 16 bytes a frame, in chunks that never move, so that
   one thread may add while others look up. */
#ifndef CAPTURE_INDEX_H
#define CAPTURE_INDEX_H

#include "capture/capture.h"

#include <stdatomic.h>

enum { INDEX_CHUNK = 1 << 16, INDEX_CHUNKS = 1 << 16 };  /* frames a chunk; chunks: 4,294,967,296 frames in all */

#define INDEX_NO_TIME INT64_MIN

/* 16 bytes: a capture of 100 million frames takes 1.6 GB.  Lengths stand where the frame does. */
struct index_entry {
    uint64_t place;     /* offset << 20 | interface; interface 0xfffff: none.  Files up to 16 TiB */
    int64_t time;       /* nanoseconds since 1970; INDEX_NO_TIME.  Outside 1678 to 2262 the nearest */
};

struct frame_index {
    struct index_entry **chunks;    /* INDEX_CHUNKS of them, NULL past the end */
    _Atomic uint64_t count;
};

/* False without memory. */
bool index_init(struct frame_index *x);
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
/* Frame `number`, from 1 to index_count. */
static inline const struct index_entry *index_entry(const struct frame_index *x, uint64_t number)
{
    return &x->chunks[(number - 1) / INDEX_CHUNK][(number - 1) % INDEX_CHUNK];
}
static inline struct frame_place index_place(const struct index_entry *e)
{
    uint32_t interface = (uint32_t)(e->place & 0xfffff);
    return (struct frame_place){ e->place >> 20, interface == 0xfffff ? CAPTURE_NO_INTERFACE : interface };
}

#endif
