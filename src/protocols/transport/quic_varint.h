/* quic_varint.h - the variable-length integers of QUIC, RFC 9000 section 16: the first two bits say how long they are. */
#ifndef PROTOCOLS_TRANSPORT_QUIC_VARINT_H
#define PROTOCOLS_TRANSPORT_QUIC_VARINT_H

#include "dissect/dissect.h"

/* The one `off` bytes after the cursor; returns its size in bytes, 0 when it is not all captured. */
static inline uint32_t quic_varint_peek(struct cursor c, uint32_t off, uint64_t *value)
{
    const uint8_t *p = cursor_peek(c, off, 1);
    uint32_t len = p != NULL ? 1u << (p[0] >> 6) : 0;
    if (len == 0 || (p = cursor_peek(c, off, len)) == NULL)
        return 0;
    *value = be_uint(p, len) & UINT64_MAX >> (66 - 8 * len);
    return len;
}

/* Reads and emits the one at the cursor, and moves it. */
static inline uint64_t quic_varint(struct dissect *d, struct cursor *c, unsigned row)
{
    uint64_t value = 0;
    uint32_t len = quic_varint_peek(*c, 0, &value);
    if (len == 0)
        return fall_short(d, *c, 0, c->cap != 0 ? 1u << (c->p[0] >> 6) : 1);
    emit_value(d, *c, row, 0, len, value);
    cursor_skip(c, len);
    return value;
}

#endif
