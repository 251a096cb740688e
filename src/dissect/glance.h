/* glance.h - plain packets at a glance, when nothing is wanted of them but what stands at fixed places in headers.

   A protocol may declare where rows of its header stand (struct glance_row) and how a plain header of its is told
   (glancer).  When every wanted field is such a row, dissecting a frame is a walk from header to header that emits them and
   does nothing else.  Whatever is not plain - options that matter, fragments, tunnels, bytes that are missing - is
   dissected in full instead.  Both give the same nodes for the wanted fields, but for their depth. */
#ifndef DISSECT_GLANCE_H
#define DISSECT_GLANCE_H

#include "dissect/engine.h"

struct dissect;
struct frame_info;

/* The walk: bytes from the present header on. */
struct glance {
    const struct engine *engine;
    const struct frame_info *frame;
    uint16_t protocol;      /* whose header it is */
    const uint8_t *p;
    uint32_t cap, wire;
    uint32_t off;           /* of p in the frame */
    /* what the glancer says */
    uint32_t header;        /* bytes of the header */
    uint8_t table;          /* who goes on: as hand_on_either */
    uint32_t key, second;
};

/* True when the header is plain; fills the second part of *g.  It may shorten cap and wire to what the header
   promises. */
typedef bool glancer(struct glance *g);

/* A row that stands at a fixed place, or whose value is a function of the header and the frame. */
struct glance_row {
    uint16_t row;
    uint8_t off, size;
    uint64_t (*value)(const struct glance *g);
};

/* A preference of the protocol whose header it is. */
static inline uint32_t glance_pref(const struct glance *g, unsigned which)
{
    return g->engine->prefs[registry_first_pref[g->protocol] + which].number;
}

/* The two ends that a packet goes between, as a network protocol's header tells them. */
struct glance_pair {
    const uint8_t *a, *b;
    uint32_t len;           /* of each, in bytes */
};

/* By what a protocol finds a packet's conversation between those ends.  What it and all above it remember of the packet is
   found from packets of that conversation alone. */
struct glance_own {
    uint32_t key;           /* the same in both directions: its ports */
    bool bare;              /* nothing is above the header: what the packet shows of others comes from those with its key */
};

/* Between whom a packet goes. */
struct glance_ends {
    struct glance_pair pair;
    struct glance_own own;
    bool told, owned;       /* pair is told; own is, by the protocol right above those ends */
};

/* A walk that is about to look at the first header. */
struct glance glance_begin(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes);
/* On to the protocol's header, which stands behind the one that was looked at. */
static inline void glance_step(struct glance *g, uint32_t protocol)
{
    g->protocol = (uint16_t)protocol;
    g->p += g->header;
    g->cap -= g->header;
    g->wire -= g->header;
    g->off += g->header;
}

/* Which rows a wanted set asks for, by protocol. */
struct glance_plan;

/* NULL when something else is wanted than rows at fixed places, or there is no memory.  `w` must be settled. */
struct glance_plan *glance_plan_new(const struct wanted *w);
void glance_plan_free(struct glance_plan *plan);

/* Emits what is wanted of the frame; false when it is not plain: then nothing it did counts, but for what *ends (may be
   NULL) was told. */
bool glance_frame(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes, struct glance_ends *ends);
/* The ends alone. */
void glance_at_ends(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes,
                    struct glance_ends *ends);

#endif
