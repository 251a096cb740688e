/* slarp.c - Serial Line Address Resolution Protocol of Cisco HDLC: asks for the other end's address, keeps the line alive.
   Claims chdlc.protocol 0x8035. */
#include "protocols/protocol.h"

enum { SLARP, PACKET_TYPE, ADDRESS, NETMASK, MY_SEQUENCE, YOUR_SEQUENCE, RELIABILITY };
enum { RELIABILITY_INVALID };
enum { REQUEST, REPLY, LINE_KEEPALIVE };
enum { SIZE = 14, RELIABLE = 0xffff };

VALUES(types, { REQUEST, "Request" }, { REPLY, "Reply" }, { LINE_KEEPALIVE, "Line keepalive" });

static const struct field fields[] = {
    [SLARP] = { "slarp", "Cisco SLARP", FT_PROTOCOL },
    [PACKET_TYPE] = { "slarp.ptype", "Packet type", FT_UINT32, BASE_DEC, .values = &types },
    [ADDRESS] = { "slarp.address", "Address", FT_IPv4 },
    [NETMASK] = { "slarp.netmask", "Netmask", FT_IPv4 },
    [MY_SEQUENCE] = { "slarp.mysequence", "Outgoing sequence number", FT_UINT32, BASE_DEC },
    [YOUR_SEQUENCE] = { "slarp.yoursequence", "Returned sequence number", FT_UINT32, BASE_DEC },
    [RELIABILITY] = { "slarp.reliability", "Reliability", FT_UINT16, BASE_HEX },
};
static const struct note_def notes[] = {
    [RELIABILITY_INVALID] = { "slarp.reliability.invalid", "Reliability must be 0xFFFF", SEV_ERROR, GROUP_MALFORMED },
};

/* Each gets the packet's first byte. */
static void info_address(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    sb_str(sb, be32(p) == REQUEST ? "Request, from " : "Reply, from ");
    sb_address(sb, d, (struct address){ .kind = ADDR_IPv4, .len = 4, .bytes = p + 4 });
    sb_str(sb, ", mask ");
    sb_address_plain(sb, (struct address){ .kind = ADDR_IPv4, .len = 4, .bytes = p + 8 });
}

static void info_keepalive(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    (void)d;
    sb_printf(sb, "Line keepalive, outgoing sequence %u, returned sequence %u", be32(p + 4), be32(p + 8));
}

static void info_unknown(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "Unknown packet type 0x%08X", be32(arg));
}

static void address_fields(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 4, 8))
        return;
    info_set(d, info_address, c.p);
    emit_at(d, c, PACKET_TYPE, 0, 4);
    emit_at(d, c, ADDRESS, 4, 4);
    emit_at(d, c, NETMASK, 8, 4);
}

static void keepalive_fields(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 4, 8))
        return;
    info_set(d, info_keepalive, c.p);
    emit_at(d, c, PACKET_TYPE, 0, 4);
    emit_at(d, c, MY_SEQUENCE, 4, 4);
    emit_at(d, c, YOUR_SEQUENCE, 8, 4);
    uint32_t reliability = emit_at(d, c, RELIABILITY, 12, 2);
    if (get16(d, c, 12) != RELIABLE)
        note_on(d, reliability, RELIABILITY_INVALID, NULL);
}

static struct verdict slarp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "SLARP");
    info_clear(d);
    uint32_t type = get32(d, c, 0);
    if (d->stop != STOP_NONE)
        return done();
    emit_protocol(d, c, c.cap < SIZE ? c.cap : SIZE, NULL);
    if (type == REQUEST || type == REPLY) {
        address_fields(d, c);
    } else if (type == LINE_KEEPALIVE) {
        keepalive_fields(d, c);
    } else {
        info_set(d, info_unknown, c.p);
        emit_at(d, c, PACKET_TYPE, 0, 4);
        if (c.cap > 4)
            nested(d, hand_to(&proto_data, 0, cursor_at(c, 4)), false);
    }
    return done();
}

static const struct claim claims[] = { { TABLE_CHDLC_PROTOCOL, 0x8035 } };

PROTOCOL(slarp,
    .name = "slarp", .short_name = "SLARP", .long_name = "Cisco SLARP",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = slarp_run
);
