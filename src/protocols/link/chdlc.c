/* chdlc.c - Cisco HDLC: frames of serial lines, with Ethertypes and numbers of Cisco's.  Hands on by "chdlc.protocol". */
#include "protocols/link/ethertype.h"

#include "capture/capture.h"

enum { CHDLC, ADDRESS, CONTROL, PROTOCOL_ID, CLNS_PADDING };
enum { HEADER = 4 };
enum { PROTOCOL_OSI = 0xfefe };
enum { NLPID_CLNP = 0x81, NLPID_ESIS = 0x82, NLPID_ISIS = 0x83 };  /* ISO/IEC TR 9577 */
enum { FLAGS_DIRECTION = 3, INBOUND = 1, OUTBOUND = 2 };           /* pcapng: epb_flags */

VALUES(addresses, { 0xf, "Unicast" }, { 0x8f, "Multicast" });
VALUES(protocols,
    { 0x800, "IP" }, { 0x2000, "Cisco Discovery Protocol" }, { 0x4242, "Spanning Tree BPDU" },
    { 0x6558, "Transparent Ethernet bridging" }, { 0x8035, "SLARP" }, { 0x8038, "DEC LanBridge" }, { 0x809b, "Appletalk" },
    { 0x80f3, "AARP" }, { 0x8137, "Netware IPX/SPX" }, { 0x86dd, "IPv6" }, { 0x8847, "MPLS unicast" },
    { 0x8848, "MPLS multicast" }, { 0xfefe, "OSI" });

static const struct field fields[] = {
    [CHDLC] = { "chdlc", "Cisco HDLC", FT_PROTOCOL },
    [ADDRESS] = { "chdlc.address", "Address", FT_UINT8, BASE_HEX, .values = &addresses },
    [CONTROL] = { "chdlc.control", "Control", FT_UINT8, BASE_HEX },
    [PROTOCOL_ID] = { "chdlc.protocol", "Protocol", FT_UINT16, BASE_HEX, .values = &protocols },
    [CLNS_PADDING] = { "chdlc.clns_padding", "CLNS Padding", FT_UINT8, BASE_HEX },
};

/* Which way the frame went, if the file says so. */
static uint32_t direction(const struct dissect *d)
{
    struct capture_option flags;
    const struct capture_frame *f = d->frame->file_frame;
    if (f == NULL || !capture_option_find(f->options, OPT_PKT_FLAGS, 0, &flags))
        return 0;
    return (uint32_t)capture_option_number(&flags) & FLAGS_DIRECTION;
}

/* The line has two ends and no addresses; what a layer around it has said stands. */
static void name_ends(struct dissect *d)
{
    static const uint8_t none[] = "N/A", dte[] = "DTE", dce[] = "DCE";
    uint32_t way = direction(d);
    const uint8_t *src = way == INBOUND ? dce : way == OUTBOUND ? dte : none;
    const uint8_t *dst = way == INBOUND ? dte : way == OUTBOUND ? dce : none;
    if (d->src.kind == ADDR_NONE)
        d->src = (struct address){ .kind = ADDR_TEXT, .len = 3, .bytes = src };
    if (d->dst.kind == ADDR_NONE)
        d->dst = (struct address){ .kind = ADDR_TEXT, .len = 3, .bytes = dst };
}

/* A byte may stand before OSI's network layer protocols, which begin with their identifier. */
static bool is_padding(uint8_t first) { return first != NLPID_CLNP && first != NLPID_ESIS && first != NLPID_ISIS; }

static struct verdict chdlc_run(struct dissect *d, struct cursor c)
{
    name_ends(d);
    set_protocol_column(d, "CHDLC");
    info_clear(d);
    if (!need(d, c, 0, HEADER))
        return done();
    emit_protocol(d, c, HEADER, NULL);
    add_uint(d, &c, ADDRESS, 1);
    add_uint(d, &c, CONTROL, 1);
    uint32_t protocol = (uint32_t)add_uint(d, &c, PROTOCOL_ID, 2);
    if (!need(d, c, 0, 1))
        return done();
    if (protocol == PROTOCOL_OSI && is_padding(c.p[0]))
        add_uint(d, &c, CLNS_PADDING, 1);
    if (d->columns && !claimed(d, TABLE_CHDLC_PROTOCOL, protocol))
        number_column(d, protocol);
    return hand_on(TABLE_CHDLC_PROTOCOL, protocol, c);
}

static const struct glance_row glance_rows[] = { { ADDRESS, 0, 1 }, { CONTROL, 1, 1 }, { PROTOCOL_ID, 2, 2 } };

static bool chdlc_glance(struct glance *g)
{
    if (g->cap <= HEADER)
        return false;
    g->header = HEADER;
    g->table = TABLE_CHDLC_PROTOCOL;
    g->key = g->second = be16(g->p + 2);
    return g->key != PROTOCOL_OSI;
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_CHDLC },
                                       { TABLE_WTAP_ENCAP, ENCAP_CHDLC_WITH_DIRECTION } };
static const uint8_t hands_to[] = { TABLE_CHDLC_PROTOCOL };

PROTOCOL(chdlc,
    .name = "chdlc", .short_name = "CHDLC", .long_name = "Cisco HDLC",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), GLANCE(chdlc_glance, glance_rows), .run = chdlc_run
);
