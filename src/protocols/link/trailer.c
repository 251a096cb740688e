/* trailer.c - what stands behind the payload of a frame: padding, trailer, frame check sequence. */
#include "protocols/link/ethertype.h"

enum { MINIMUM = 60, MINIMUM_WITH_FCS = 64 };  /* bytes of an Ethernet frame, IEEE 802.3 */

static bool zeros(struct cursor c, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (c.p[i] != 0)
            return false;
    return true;
}

/* Bytes of padding: zeros that fill the frame up to the minimum. */
static uint32_t padding_length(struct dissect *d, struct cursor c)
{
    uint32_t before = d->frame->wire_len > c.wire ? d->frame->wire_len - c.wire : 0;
    uint32_t n = before < MINIMUM ? MINIMUM - before : 0;
    if (n == 0 || n > c.wire || !need(d, c, 0, n))
        return 0;
    return zeros(c, n) ? n : 0;
}

void trailer_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows)
{
    uint32_t used = d->link_used;
    if (used == 0 || used >= c.wire || used >= c.cap)
        return;
    cursor_skip(&c, used);
    d->link_used = 0;
    uint32_t padding = rows->minimum ? padding_length(d, c) : 0;
    bool unfilled = rows->minimum && padding == 0 && c.wire > MINIMUM;
    (void)unfilled;
    if (padding != 0)
        add_item(d, &c, rows->padding, padding);
    uint32_t fcs = rows->has_fcs && d->frame->wire_len >= MINIMUM_WITH_FCS && c.wire >= 4 ? 4 : 0;
    uint32_t rest = c.wire - fcs, here = rest < c.cap ? rest : c.cap;
    if (here != 0)
        emit_at(d, c, rows->trailer, 0, here);
    cursor_skip(&c, rest);
    if (fcs == 0 || !need(d, c, 0, 4))
        return;
    emit_at(d, c, rows->fcs, 0, 4);
    emit_value(d, c, rows->fcs_status, 0, 0, 2);
}
