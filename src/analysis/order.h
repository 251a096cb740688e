/* order.h - segments of one direction of a byte stream, put in the order of their sequence numbers.

   What comes before its turn waits; what came already is left out, and of a segment that brings both, the new part is
   given.  Of waiting segments whose turn it is, the one that came first counts.  The cost of a segment grows with
   the logarithm of those that wait. */
#ifndef ANALYSIS_ORDER_H
#define ANALYSIS_ORDER_H

#include "base/nstime.h"

#include <stddef.h>

/* Bytes of a segment and where they are kept; zero `len` and `missing` set: nobody captured them. */
struct chunk {
    struct nstime time;
    uint64_t at;         /* place of its frame, or offset in the copies */
    uint32_t packet;
    uint32_t off, len;   /* in the frame or copy */
    uint32_t interface;  /* of the frame */
    uint32_t missing;    /* bytes */
    uint8_t from;        /* 0 or 1: which end sent them */
    bool copied;
};

struct waiting {
    uint64_t key, position, arrival;
    struct chunk chunk;
};
struct heap {
    struct waiting *list;
    size_t count, room;
};

/* One direction.  Zero-initialised; order_free. */
struct order {
    bool known;           /* a segment was seen */
    uint32_t seq;         /* of the byte that is next, at `position` of the stream */
    uint64_t position, arrivals;
    struct heap early;    /* by position */
    struct heap ready;    /* their turn has come: by arrival */
};

/* Receives chunks in order; false without memory. */
typedef bool order_give(void *context, const struct chunk *chunk);

/* A segment: its sequence number, how many bytes it states (chunk->len: those captured), whether it opens the stream
   (SYN).  False without memory. */
bool order_segment(struct order *o, uint32_t seq, uint32_t stated, bool opens, const struct chunk *chunk,
                   order_give *give, void *context);
/* The other end acknowledged everything before `ack`: waiting bytes below it will not be preceded by anything any more.
   Gaps are given as chunks like *gap with `missing` set. */
bool order_acknowledged(struct order *o, uint32_t ack, const struct chunk *gap, order_give *give, void *context);
void order_free(struct order *o);

#endif
