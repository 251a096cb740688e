/* ways.h - the ways that most packets go, such as Ethernet, IPv4 and TCP without options.

   A walk over plain headers asks each protocol in turn (glance.h).  Most headers are of very few shapes, which protocols declare
   (struct glance_shape): then all headers together are told by comparing some words of the frame with known ones.  What a way
   says is what the walk would say; of a frame that goes no way, it says nothing. */
#ifndef DISSECT_WAYS_H
#define DISSECT_WAYS_H

#include "dissect/glance.h"

/* The headers up to one that two keys lead on from, all there and plain; the last one does not mingle. */
struct glance_way {
    uint16_t encap;          /* of the frame */
    uint16_t last;           /* protocol of the last header */
    uint32_t size;           /* bytes of all headers */
    uint32_t pair_at, pair_size;  /* where the ends stand, one after the other, so many bytes each */
    uint32_t keys_at;        /* the keys, two bytes each */
    uint8_t table;           /* that they are looked up in */
    /* how it is told */
    uint32_t n_words, n_lengths;
    struct {
        uint32_t at;
        uint64_t mask, value;
    } words[8];
    struct {
        uint32_t at, from;
    } lengths[3]; /* two bytes tell how much there is from `from` on */
};

struct glance_ways;
/* Those of the engine as it is set up; NULL without memory. */
struct glance_ways *glance_ways_new(const struct engine *e);
void glance_ways_free(struct glance_ways *w);
/* The way that the frame goes; NULL: none.  Any number of threads, each with a note of its own which way a frame went last: 0 at
   first. */
const struct glance_way *glance_way_of(const struct glance_ways *w, uint32_t *recent, const struct frame_info *frame,
                                       const uint8_t *bytes);

#endif
