/* raw.c - packets without a link layer: IPv4, IPv6 or PPP, told apart by their first bytes. */
#include "protocols/protocol.h"

#include "capture/encap.h"

extern const struct protocol proto_ppp;

static const struct field fields[] = { { "raw", "Raw packet data", FT_PROTOCOL } };

enum { SHORTEST = 10 };
enum { PPP_FLAGS = 0xff03 };  /* RFC 1662: address and control */
enum { FAMILY_IPV4 = 2, FAMILY_IPV6 = 24 };

static bool ten_zeros(struct cursor c)
{
    static const uint8_t zeros[10];
    const uint8_t *p = cursor_peek(c, 0, sizeof zeros);
    return p != NULL && memcmp(p, zeros, sizeof zeros) == 0;
}

static struct verdict raw_run(struct dissect *d, struct cursor c)
{
    static const uint8_t none[] = "N/A";
    set_address(&d->src, &d->dst, ADDR_TEXT, 3, none);
    set_protocol_column(d, "N/A");
    info_set(d, info_constant, "Raw packet data");
    emit_protocol(d, c, c.cap, NULL);
    if (get16(d, c, 0) == PPP_FLAGS)
        return hand_to(&proto_ppp, 0, c);
    if (get16(d, c, 6) == PPP_FLAGS)
        return hand_to(&proto_ppp, 0, cursor_at(c, 6));
    if (get16(d, c, 1) == PPP_FLAGS)
        return hand_to(&proto_ppp, 0, cursor_at(c, 1));
    if (d->stop != STOP_NONE)
        return done();
    if (ten_zeros(c))
        return hand_on(TABLE_NULL_TYPE, FAMILY_IPV4, cursor_at(c, 10));
    switch (c.p[0] >> 4) {
    case 4: return hand_on(TABLE_NULL_TYPE, FAMILY_IPV4, c);
    case 6: return hand_on(TABLE_NULL_TYPE, FAMILY_IPV6, c);
    default: return hand_to(&proto_data, 0, c);
    }
}

static bool raw_glance(struct glance *g)
{
    const uint8_t *p = g->p;
    if (g->cap < SHORTEST || be16(p + 1) == PPP_FLAGS || be16(p + 6) == PPP_FLAGS || (p[0] >> 4 != 4 && p[0] >> 4 != 6))
        return false;
    g->header = 0;
    g->table = TABLE_NULL_TYPE;
    g->key = g->second = p[0] >> 4 == 4 ? FAMILY_IPV4 : FAMILY_IPV6;
    return true;
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_RAWIP } };
static const struct protocol *const calls[] = { &proto_ppp, NULL };
static const uint8_t hands_to[] = { TABLE_NULL_TYPE };

PROTOCOL(raw,
    .name = "raw", .short_name = "Raw", .long_name = "Raw packet data",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .glance = raw_glance, .run = raw_run
);
