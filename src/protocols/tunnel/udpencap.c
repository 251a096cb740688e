/* udpencap.c - UDP encapsulation of IPsec ESP packets, RFC 3948.  Claims udp.port 4500. */
#include "protocols/protocol.h"

enum { UDPENCAP, NAT_KEEPALIVE, NON_ESP_MARKER };

extern const struct protocol proto_esp;

static const struct field fields[] = {
    [UDPENCAP] = { "udpencap", "UDP Encapsulation of IPsec Packets", FT_PROTOCOL },
    [NAT_KEEPALIVE] = { "udpencap.nat_keepalive", "NAT-keepalive packet", FT_NONE },
    [NON_ESP_MARKER] = { "udpencap.non_esp_marker", "Non-ESP Marker", FT_NONE },
};

static struct verdict udpencap_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "UDPENCAP");
    info_clear(d);
    if (c.wire == 1 && get8(d, c, 0) == 0xff) {
        emit_protocol(d, c, 1, NULL);
        info_set(d, info_constant, "NAT-keepalive");
        emit_at(d, c, NAT_KEEPALIVE, 0, 1);
        return done();
    }
    if (!need(d, c, 0, 4))
        return done();
    bool marker = be32(c.p) == 0;
    emit_protocol(d, c, marker ? 4 : 0, NULL);
    if (!marker)
        return hand_to(&proto_esp, 0, c);
    set_protocol_column(d, "ISAKMP");
    add_item(d, &c, NON_ESP_MARKER, 4);
    return hand_on(TABLE_UDP_PORT, 500, c);
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 4500 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };
static const struct protocol *const calls[] = { &proto_esp, NULL };

static bool udpencap_glance(struct glance *g)
{
    g->header = 0;
    glance_tell(g, &proto_esp);
    return g->cap >= 4 && be32(g->p) != 0;
}

PROTOCOL(udpencap,
    .name = "udpencap", .short_name = "UDPENCAP", .long_name = "UDP Encapsulation of IPsec Packets",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .glance = udpencap_glance, .run = udpencap_run
);
