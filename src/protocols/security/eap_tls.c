/* eap_tls.c - the methods of EAP that carry TLS: EAP-TLS (RFC 5216), TTLS (RFC 5281), PEAP, FAST (RFC 4851) and TEAP
   (RFC 7170).  A message of TLS comes in as many packets as it needs. */
#include "protocols/security/eap_rows.h"

extern const struct protocol proto_tls;

enum { TLS = 13, TEAP = 55 };
enum { LENGTH_INCLUDED = 0x80, MORE_FOLLOW = 0x40, START = 0x20, OUTER_INCLUDED = 0x10 };

static const struct piece_rows piece_rows = {
    .all = TLS_FRAGMENTS, .one = TLS_FRAGMENT, .overlap = TLS_FRAGMENT_OVERLAP, .conflict = TLS_FRAGMENT_OVERLAP_CONFLICT,
    .other_tail = TLS_FRAGMENT_MULTIPLE_TAILS, .too_long = TLS_FRAGMENT_FRAGMENT_TOO_LONG, .count = TLS_FRAGMENT_COUNT,
    .length = TLS_REASSEMBLED_LEN, .data = -1, .whole_in = -1, .source = "Reassembled EAP-TLS"
};

/* Behind the flags and the lengths. */
static uint32_t head_length(uint8_t flags) { return flags & LENGTH_INCLUDED ? 5 : 1; }

void eap_tls_learn(struct dissect *d, struct cursor c, struct pieces **open, struct eap_fact *fact)
{
    if (c.cap == 0 || c.cap < c.wire)
        return;
    uint8_t flags = c.p[0];
    struct cursor data = cursor_at(c, head_length(flags));
    bool more_follow = (flags & MORE_FOLLOW) != 0;
    if (data.cap == 0 || (*open == NULL && !more_follow))
        return;
    if (*open == NULL)
        *open = flow_take(d, sizeof **open);
    struct pieces *p = *open;
    if (p == NULL)
        return;
    if (!pieces_add(d, p, data, p->covered, 0)) {
        pieces_drop(d, p);
        *open = NULL;
        return;
    }
    fact->message = p;
    if (!more_follow) {
        pieces_end(d, p, p->covered);
        *open = NULL;
    }
}

static uint8_t flag_fields(struct dissect *d, struct cursor *c, uint8_t type)
{
    uint8_t flags = (uint8_t)get8(d, *c, 0);
    emit_bits(d, *c, 0, 1, TLS_FLAGS, TLS_FLAGS_START);
    down(d);
    if (type == TEAP)
        emit_at(d, *c, TLS_FLAGS_OUTER_TLV_LEN_INCLUDED, 0, 1);
    if (type != TLS)
        emit_at(d, *c, TLS_FLAGS_VERSION, 0, 1);
    up(d);
    cursor_skip(c, 1);
    if (flags & LENGTH_INCLUDED)
        add_uint(d, c, TLS_LEN, 4);
    return flags;
}

static void message(struct dissect *d, struct cursor c, const struct eap *e, bool more_follow)
{
    const struct pieces *p = e->fact != NULL ? e->fact->message : NULL;
    if (p != NULL && p->whole_in == frame_number(d->frame)) {
        c = pieces_join(d, p, p->len, piece_rows.source);
        pieces_emit(d, c, p, &piece_rows);
    } else if (p != NULL || more_follow) {
        return;
    }
    if (c.wire != 0 && d->stop == STOP_NONE)
        nested(d, hand_to(&proto_tls, 0, c), false);
}

void eap_tls(struct dissect *d, struct cursor c, const struct eap *e)
{
    uint8_t flags = flag_fields(d, &c, e->type);
    if (d->stop == STOP_NONE)
        message(d, c, e, (flags & MORE_FOLLOW) != 0);
}

/* RFC 4851 section 4.1.1: a start says who the authority is. */
void eap_fast(struct dissect *d, struct cursor c, const struct eap *e)
{
    uint8_t flags = flag_fields(d, &c, e->type);
    if ((flags & START) == 0 && d->stop == STOP_NONE)
        message(d, c, e, (flags & MORE_FOLLOW) != 0);
    if ((flags & START) == 0 || c.wire == 0 || d->stop != STOP_NONE)
        return;
    add_uint(d, &c, FAST_TYPE, 2);
    uint32_t len = (uint32_t)add_uint(d, &c, FAST_LENGTH, 2);
    emit_at(d, c, DATA, 0, len);
    emit_at(d, c, FAST_AUTHORITY_ID_DATA, 0, len);
}
