/* ah.c - IP Authentication Header, RFC 4302.  Claims ip.proto 51, hands on by "ip.proto". */
#include "protocols/protocol.h"

#include "protocols/internet/ip_proto.h"
#include "protocols/internet/ipv6.h"

enum { AH, NEXT, LENGTH, RESERVED, SPI, SEQUENCE, ICV };

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%u bytes)", ((unsigned)n->v.u + 2) * 4);
}

static const struct field fields[] = {
    [AH] = { "ah", "Authentication Header", FT_PROTOCOL },
    [NEXT] = { "ah.next_header", "Next header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [LENGTH] = { "ah.length", "Length", FT_UINT8, BASE_DEC, .suffix = length_suffix },
    [RESERVED] = { "ah.reserved", "Reserved", FT_BYTES },
    [SPI] = { "ah.spi", "AH SPI", FT_UINT32, BASE_HEX },
    [SEQUENCE] = { "ah.sequence", "AH Sequence", FT_UINT32, BASE_DEC },
    [ICV] = { "ah.icv", "AH ICV", FT_BYTES },
};

static void ah_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "AH (SPI=0x%08x)", be32(h + 4));
}

static struct verdict ah_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    bool extension = ipv6_extension(d);
    set_protocol_column(d, "AH");
    info_clear(d);
    if (extension)
        down(d);
    uint32_t top = emit_protocol(d, c, c.cap, NULL);
    add_item(d, &c, NEXT, 1);
    uint32_t len = (get8(d, c, 0) + 2) * 4;
    add_item(d, &c, LENGTH, 1);
    add_item(d, &c, RESERVED, 2);
    add_item(d, &c, SPI, 4);
    if (d->stop == STOP_NONE)
        info_set(d, ah_info, whole.p);
    add_item(d, &c, SEQUENCE, 4);
    emit_at(d, c, ICV, 0, len > 12 ? len - 12 : 0);
    if (d->stop != STOP_NONE)
        return done();
    c = cursor_at(whole, len);
    set_end(d, top, c);
    if (extension)
        return ipv6_go_on(d, c, whole.p);
    if (c.wire == 0)
        return done();
    return hand_on(TABLE_IP_PROTO, whole.p[0], c);
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_AH } };
static const uint8_t hands_to[] = { TABLE_IP_PROTO };

PROTOCOL(ah,
    .name = "ah", .short_name = "AH", .long_name = "Authentication Header",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .run = ah_run
);
