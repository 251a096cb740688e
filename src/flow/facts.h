/* facts.h - what a flow state remembers of frames: some words each, found by the frame and a key.  They are made in the
   order of frames and never move.  A fact costs a word beside its own, a frame with facts another one. */
#ifndef FLOW_FACTS_H
#define FLOW_FACTS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct fact_hint;

enum { FACT_WORDS_MAX = 4096, FACT_KEY_BITS = 28 };

/* Where the record of a frame stands: places count words from the beginning of the first chunk. */
struct fact_mark {
    uint32_t frame, place;
};

/* Zero-initialise.  Chunks are the arena's, what points to them is freed by facts_free. */
struct facts {
    struct fact_mark *marks;        /* of one record in sixteen, and of the first one in each chunk */
    size_t n_marks, marks_room;
    uint32_t **chunks;
    size_t n_chunks, chunks_room;
    uint32_t end;                   /* the place after all records */
    uint32_t since_mark;            /* records since the last mark, that one too */
    uint32_t frame, record;         /* the last one */
    bool divided;                   /* and its record, between two chunks */
};

void facts_free(struct facts *x);

/* Adds one of `size` bytes, cleared, to the last frame or a later one; aligned to 8 when the size is a multiple of it.  The key
   has FACT_KEY_BITS.  NULL without memory, or if it is larger than FACT_WORDS_MAX words. */
void *facts_add(struct facts *x, struct arena *arena, uint32_t frame, uint32_t key, size_t size);

/* The first one of at least *size bytes, which becomes what there are; NULL when there is none.  *hint: from the last time,
   whatever was looked for then; or zero. */
void *facts_find(const struct facts *x, uint32_t frame, uint32_t key, size_t *size, struct fact_hint *hint);

#endif
