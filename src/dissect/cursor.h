/* cursor.h - a place in the packet that cannot be read past.
   A cursor is a value: handing it on is a copy, so nothing has to be restored.  It knows how many
   bytes were captured, how many the enclosing protocols can hold, and how many the nearest one
   promised, so that a short read is told apart: cut by the snap length, malformed, or the rest
   is in another fragment. */
#ifndef DISSECT_CURSOR_H
#define DISSECT_CURSOR_H

#include "base/base.h"

#include <stdbool.h>

struct cursor {
    const uint8_t *p;
    uint32_t cap;       /* bytes captured from p on */
    uint32_t contained; /* bytes that the enclosing protocols have room for, captured or not */
    uint32_t wire;      /* bytes that the nearest protocol promised */
    uint32_t offset;    /* of p in its source */
    uint16_t source;    /* which bytes: 0 the frame, others reassembled or decoded */
    bool fragment;      /* more follows in other fragments */
};

enum { NO_SOURCE = 0xffff };

/* For nodes that stand for no bytes at all, not even an empty place in the packet. */
static inline struct cursor nowhere(void) { return (struct cursor){ .source = NO_SOURCE }; }

/* The n bytes at the cursor, which moves past them; NULL when they are not all captured
   (then report with fall_short, dissect.h). */
static inline const uint8_t *cursor_take(struct cursor *c, uint32_t n)
{
    if (unlikely(n > c->cap))
        return NULL;
    const uint8_t *p = c->p;
    c->p += n;
    c->cap -= n;
    c->contained -= n;
    c->wire -= n;
    c->offset += n;
    return p;
}

/* The n bytes `off` after the cursor; NULL when they are not all captured. */
static inline const uint8_t *cursor_peek(struct cursor c, uint32_t off, uint32_t n)
{
    return off <= c.cap && n <= c.cap - off ? c.p + off : NULL;
}

/* Moves n bytes on, past the captured bytes if need be, never past those on the wire. */
static inline void cursor_skip(struct cursor *c, uint32_t n)
{
    uint32_t k = n < c->wire ? n : c->wire, m = k < c->cap ? k : c->cap;
    c->p += m;
    c->cap -= m;
    c->contained -= k < c->contained ? k : c->contained;
    c->wire -= k;
    c->offset += k;
}

/* The cursor n bytes on. */
static inline struct cursor cursor_at(struct cursor c, uint32_t n)
{
    cursor_skip(&c, n);
    return c;
}

/* From here on the protocol promises n bytes and no more; it may promise more than there are. */
static inline void cursor_limit(struct cursor *c, uint32_t n)
{
    if (c->cap > n)
        c->cap = n;
    if (c->contained > n)
        c->contained = n;
    c->wire = n;
}

/* The next n bytes as a cursor of their own. */
static inline struct cursor cursor_part(struct cursor c, uint32_t n)
{
    cursor_limit(&c, n);
    return c;
}

/* The part `off` bytes on, n bytes long. */
static inline struct cursor cursor_sub(struct cursor c, uint32_t off, uint32_t n)
{
    cursor_skip(&c, off);
    cursor_limit(&c, n);
    return c;
}

#endif
