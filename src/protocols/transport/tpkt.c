/* tpkt.c - TPKT, RFC 1006 section 6: packets of an OSI transport protocol in a TCP stream, ports 102 and 3389. */
#include "protocols/protocol.h"

extern const struct protocol proto_cotp;

enum { TPKT, VERSION, RESERVED, LENGTH, CONTINUATION_DATA };
enum { HEADER = 4, PORT = 102, PORT_RDP = 3389, VERSION_3 = 3 };

static void protocol_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint8_t *h = n->v.arg;
    if (h != NULL)
        sb_printf(sb, "TPKT, Version: %u, Length: %u", h[0], be16(h + 2));
    else
        sb_str(sb, "TPKT - ISO on TCP - RFC1006");
}

static const struct field fields[] = {
    [TPKT] = { "tpkt", "TPKT - ISO on TCP - RFC1006", FT_PROTOCOL, .label_fn = protocol_label },
    [VERSION] = { "tpkt.version", "Version", FT_UINT8, BASE_DEC },
    [RESERVED] = { "tpkt.reserved", "Reserved", FT_UINT8, BASE_DEC },
    [LENGTH] = { "tpkt.length", "Length", FT_UINT16, BASE_DEC },
    [CONTINUATION_DATA] = { "tpkt.continuation_data", "Continuation data", FT_BYTES },
};
enum { PREF_DESEGMENT };
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment", "Put together packets that span several TCP segments", PREF_BOOL, 1 },
};

static void content(struct dissect *d, struct cursor c)
{
    nested(d, hand_to(&proto_cotp, 0, c), false);
    if (d->refused)
        nested(d, hand_to(&proto_data, 0, c), false);
}

static void packet(struct dissect *d, struct cursor c)
{
    uint8_t depth = d->depth;
    set_protocol_column(d, "TPKT");
    info_clear(d);
    emit_protocol(d, c, HEADER, c.p);
    emit_at(d, c, VERSION, 0, 1);
    emit_at(d, c, RESERVED, 1, 1);
    emit_at(d, c, LENGTH, 2, 2);
    d->depth = depth;
    struct cursor rest = cursor_at(c, HEADER);
    if (be16(c.p + 2) < HEADER)
        malformed(d);
    else if (rest.wire != 0)
        content(d, rest);
}

static struct verdict continuation(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "TPKT");
    info_set(d, info_constant, "Continuation");
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, CONTINUATION_DATA, 0, c.cap);
    return done();
}

static struct verdict tpkt_run(struct dissect *d, struct cursor c)
{
    bool waits = d->waits && pref(d, PREF_DESEGMENT);
    while (more(d, &c)) {
        if (get8(d, c, 0) != VERSION_3)
            return continuation(d, c);
        if (c.wire < HEADER && waits)
            return want_more(c, HEADER - c.wire, 0);
        uint32_t len = get16(d, c, 2);
        if (len < HEADER)
            len = c.wire;
        if (len > c.wire && waits)
            return want_more(c, len - c.wire, 0);
        if (d->stop != STOP_NONE)
            return done();
        struct cursor one = c;
        if (len <= c.wire)
            cursor_limit(&one, len);
        else
            one.fragment = true;
        packet(d, one);
        cursor_skip(&c, len);
    }
    return done();
}

static const struct claim claims[] = { { TABLE_TCP_PORT, PORT }, { TABLE_TCP_PORT, PORT_RDP } };
static const struct protocol *const calls[] = { &proto_cotp, &proto_data, NULL };

PROTOCOL(tpkt,
    .name = "tpkt", .short_name = "TPKT", .long_name = "TPKT - ISO on TCP - RFC1006",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), .calls = calls, .run = tpkt_run, .keeps_state = true
);
