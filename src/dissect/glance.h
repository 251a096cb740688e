/* glance.h - plain packets at a glance, when nothing is wanted of them but what stands at fixed places in headers.

   A protocol may declare where rows of its header stand (struct glance_row) and how a plain header of its is told
   (glancer).  When every wanted field is such a row, dissecting a frame is a walk from header to header that emits them and
   does nothing else.  Whatever is not plain - options that matter, what fragments hold, bytes that are missing - is dissected
   in full instead.  Both give the same nodes for the wanted fields, but for their depth.  The walk also tells between whom a
   packet goes, and values for whoever needs no nodes. */
#ifndef DISSECT_GLANCE_H
#define DISSECT_GLANCE_H

#include "dissect/engine.h"

struct dissect;
struct frame_info;

/* How much of what stands above a header is there: all, or the first or a later fragment of it. */
enum glance_part { GLANCE_WHOLE, GLANCE_FIRST, GLANCE_LATER };

/* A header, and the bytes from there on. */
struct glance {
    const struct glance_walk *walk;
    const struct protocol *is;  /* whose header it is, and its number */
    const uint8_t *p;
    uint32_t cap, wire;
    uint32_t off;           /* of p in the frame */
    uint16_t protocol;
    /* what the glancer says */
    uint8_t part;           /* enum glance_part */
    uint8_t table;          /* who goes on: as hand_on_either; or it tells that itself (glance_tell) */
    uint32_t header;        /* bytes of the header */
    uint32_t key, second;
    /* who that is, once known: protocols that the keys lead to; NO_PROTOCOL: none */
    uint16_t next, other;
    bool known;
};

/* True when the header is plain; fills the second part of *g.  It may shorten cap and wire to what the header
   promises.  A header behind which somebody goes on who is not told here is not plain. */
typedef bool glancer(struct glance *g);

enum { GLANCE_LAYERS = 8 };

/* Plain headers of a frame, from the lowest on. */
struct glance_walk {
    const struct engine *engine;
    const struct frame_info *frame;
    uint32_t n;
    uint32_t ends;          /* the first of them that tells the packet's ends; 0: none */
    bool over;              /* all were looked at, not only the first */
    struct glance at[GLANCE_LAYERS];
};

/* A row that stands at a fixed place, or whose value is a function of the header and the frame. */
struct glance_row {
    uint16_t row;
    uint8_t off, size;
    uint64_t (*value)(const struct glance *g);
};

/* A shape that most headers of a protocol have.  Every header of that shape is plain: the glancer passes it, its payload is all of
   one packet's, and mingles_at is false for it.  Who goes on is found in the first table of `hands_to`. */
struct glance_shape {
    uint8_t size;                     /* bytes of the header */
    struct {
        uint8_t at;
        uint32_t mask, value;
    } bits[2];                        /* in the four bytes from there on these bits have this value */
    uint8_t key_at, key_size;         /* who goes on; of no size: two keys of two bytes, such as ports */
    uint8_t length_at, length_beyond; /* two bytes: how much there is from so far on, payload included; 0: not told */
    uint8_t pair_at, pair_size;       /* the packet's ends, one after the other, so many bytes each; 0: not told */
};

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

/* A preference of the protocol whose header it is. */
static inline uint32_t glance_pref(const struct glance *g, unsigned which)
{
    return g->walk->engine->prefs[registry_first_pref[g->protocol] + which].number;
}

/* For glancers: this one goes on, or nobody (NULL). */
void glance_tell(struct glance *g, const struct protocol *next);

/* Begins with the frame itself. */
void glance_begin(struct glance_walk *w, const struct engine *e, const struct frame_info *frame, const uint8_t *bytes);
/* Looks at all headers behind the first one. */
void glance_go_on(struct glance_walk *w);
/* The header; NULL: none, what is there is not plain, or nobody above glances. */
static inline struct glance *glance_header(struct glance_walk *w, uint32_t i)
{
    if (i >= w->n && !w->over)
        glance_go_on(w);
    return i < w->n ? &w->at[i] : NULL;
}
/* The last header, when what it holds is a fragment; else NULL.  After all were looked at. */
static inline struct glance *glance_fragment(struct glance_walk *w)
{
    return w->n != 0 && w->at[w->n - 1].part != GLANCE_WHOLE ? &w->at[w->n - 1] : NULL;
}

void glance_look_up(struct glance *g);
/* Who goes on, which is looked up once: g->next, and where both keys lead to somebody g->other. */
static inline uint32_t glance_above(struct glance *g)
{
    if (!g->known)
        glance_look_up(g);
    return g->next;
}
/* The header of that one, in a first fragment as well; false: it is not plain. */
bool glance_step(struct glance *g, struct glance *above);

/* What a packet's conversation is found by; false when that takes a closer look. */
bool glance_owned(struct glance_walk *w, struct glance_pair *pair, struct glance_own *own);

/* Which rows a wanted set asks for, by protocol. */
struct glance_plan;

/* NULL when something else is wanted than rows at fixed places, or there is no memory.  `w` must be settled. */
struct glance_plan *glance_plan_new(const struct wanted *w);
void glance_plan_free(struct glance_plan *plan);

/* Emits what is wanted of the frame that *w has begun; false when it is not plain: then what it emitted is not all. */
bool glance_frame(struct dissect *d, struct glance_walk *w);
/* Whether it would be true, with nothing emitted.  `w` is settled, and for a glance. */
bool glance_is_all(const struct wanted *w, struct glance_walk *walk);

/* Where a value of a field stands in a header of the protocol. */
struct glance_source {
    uint16_t protocol;
    uint8_t off, size;
    uint64_t mask;
    uint64_t (*value)(const struct glance *g);
};
/* Those of the field; how many, at most `most`. */
uint32_t glance_sources(uint32_t field, struct glance_source *sources, uint32_t most);
static inline uint64_t glance_number(const uint8_t *p, uint32_t size, uint64_t mask)
{
    uint64_t v = size == 2 ? be16(p) : size == 1 ? p[0] : size == 4 ? be32(p) : be_uint(p, size);
    return mask != 0 ? (v & mask) >> __builtin_ctzll(mask) : v;
}
/* The value in this header, as a number. */
static inline uint64_t glance_value(const struct glance_source *s, const struct glance *g)
{
    return s->value != NULL ? s->value(g) : glance_number(g->p + s->off, s->size, s->mask);
}

#endif
