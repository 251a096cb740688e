/* bcp.c - bridging over PPP, RFC 3518: frames of LANs, and the protocol that agrees on them. */
#include "protocols/link/ethertype.h"
#include "protocols/link/ppp_control.h"

extern const struct protocol proto_eth, proto_data;

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }

SHARED_VALUES(bcp_mac_types, { 1, "IEEE 802.3/Ethernet" }, { 2, "IEEE 802.4" }, { 3, "IEEE 802.5, non-canonical addresses" },
              { 4, "FDDI, non-canonical addresses" }, { 11, "IEEE 802.5, canonical addresses" }, { 12, "FDDI, canonical addresses" });

/* --- bridged frames --------------------------------------------------------------------------- */

enum { BPDU, FLAGS, FCS_PRESENT, ZERO_PAD, BRIDGE_CONTROL, PADS, MAC_TYPE, PAD };
enum { FCS_BIT = 0x80, CONTROL_BIT = 0x10, PADS_MASK = 0xf, ETHERNET = 1, TOKEN_BUS = 2, FDDI = 4, CANONICAL_TOKEN_RING = 11, CANONICAL_FDDI = 12 };

static const struct field bpdu_fields[] = {
    [BPDU] = { "bcp_bpdu", "PPP Bridging Control Protocol Bridged PDU", FT_PROTOCOL },
    [FLAGS] = { "bcp_bpdu.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [FCS_PRESENT] = { "bcp_bpdu.flags.fcs_present", "LAN FCS present", FT_BOOLEAN, BITS_8, .mask = FCS_BIT, .truth = &truth_yes },
    [ZERO_PAD] = { "bcp_bpdu.flags.zeropad", "802.3 pad zero-filled", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_yes },
    [BRIDGE_CONTROL] = { "bcp_bpdu.flags.bcontrol", "Bridge control", FT_BOOLEAN, BITS_8, .mask = CONTROL_BIT, .truth = &truth_yes },
    [PADS] = { "bcp_bpdu.pads", "Pads", FT_UINT8, BASE_DEC, .mask = PADS_MASK },
    [MAC_TYPE] = { "bcp_bpdu.mac_type", "MAC Type", FT_UINT8, BASE_DEC, .values = &bcp_mac_types },
    [PAD] = { "bcp_bpdu.pad", "Pad", FT_BYTES },
};

static void info_mac_type(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint8_t type = *(const uint8_t *)arg;
    const char *name = values_find(&bcp_mac_types, type);
    (void)d;
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown MAC type %u", type);
}

static bool is_padded(uint32_t type)
{
    return (type >= TOKEN_BUS && type <= FDDI) || type == CANONICAL_TOKEN_RING || type == CANONICAL_FDDI;
}

static struct verdict bpdu_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "PPP BCP");
    info_clear(d);
    uint32_t flags = get8(d, c, 0);
    emit_protocol(d, c, c.cap < 2 ? c.cap : 2, NULL);
    emit_bits(d, c, 0, 1, FLAGS, BRIDGE_CONTROL);
    down(d);
    emit_at(d, c, PADS, 0, 1);
    up(d);
    if (flags & CONTROL_BIT)
        info_set(d, info_constant, "Bridge control");
    uint32_t type = get8(d, c, 1);
    emit_at(d, c, MAC_TYPE, 1, 1);
    if (d->stop != STOP_NONE)
        return done();
    if ((flags & CONTROL_BIT) == 0)
        info_set(d, info_mac_type, c.p + 1);
    cursor_skip(&c, 2);
    if (flags & CONTROL_BIT)
        return done();
    if (is_padded(type)) {
        emit_at(d, c, PAD, 0, 1);
        return done();
    }
    if (type != ETHERNET)
        return hand_to(&proto_data, 0, c);
    uint32_t pads = flags & PADS_MASK;
    cursor_limit(&c, c.wire > pads ? c.wire - pads : 0);
    return hand_to(&proto_eth, flags & FCS_BIT ? ETH_WITH_FCS : ETH_CARRIED, c);
}

static const struct claim bpdu_claims[] = { { TABLE_PPP_PROTOCOL, 0x31 } };
static const struct protocol *const bpdu_calls[] = { &proto_eth, &proto_data, NULL };

PROTOCOL(bcp_bpdu,
    .name = "bcp_bpdu", .short_name = "PPP BCP BPDU", .long_name = "PPP Bridging Control Protocol Bridged PDU",
    FIELDS(bpdu_fields), CLAIMS(bpdu_claims), .calls = bpdu_calls, .run = bpdu_run
);

/* --- the control protocol --------------------------------------------------------------------- */

enum { O_BRIDGE = CP_OWN, O_LINE, O_MAC_SUPPORT, O_TINYGRAM, O_LAN, O_MAC, O_STP, O_TAGGED, O_INLINE, O_INDICATOR, SEGMENT, BRIDGE,
       SUPPORTED, TINYGRAM, MAC, MAC_L, MAC_M, STP, TAGGED };

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(types, { 1, "Bridge-Identification" }, { 2, "Line-Identification" }, { 3, "MAC-Support" }, { 4, "Tinygram-Compression" },
       { 5, "LAN-Identification (obsoleted)" }, { 6, "MAC-Address" }, { 7, "Spanning-Tree-Protocol (old formatted)" },
       { 8, "IEEE 802 Tagged Frame" }, { 9, "Management Inline" }, { 10, "Bridge Control Packet Indicator" });
VALUES(trees, { 0, "Null (no Spanning Tree protocol supported)" }, { 1, "IEEE 802.1D spanning tree" },
       { 2, "IEEE 802.1G extended spanning tree protocol" }, { 3, "IBM Source Route Spanning tree protocol" },
       { 4, "DEC LANbridge 100 Spanning tree protocol" });

static const struct field fields[] = {
    CP_ROWS("bcp_ncp", "PPP Bridging Control Protocol Network Control Protocol", "bcp_ncp.lcp", &codes, &types),
    [O_BRIDGE] = OPTION("bcp_ncp.opt.bridge_id", "Bridge-Identification"),
    [O_LINE] = OPTION("bcp_ncp.opt.line_id", "Line-Identification"),
    [O_MAC_SUPPORT] = OPTION("bcp_ncp.opt.mac_sup", "MAC-Support"),
    [O_TINYGRAM] = OPTION("bcp_ncp.opt.tinygram_comp", "Tinygram-Compression"),
    [O_LAN] = OPTION("bcp_ncp.opt.lan_id", "LAN-Identification (obsoleted)"),
    [O_MAC] = OPTION("bcp_ncp.opt.mac_addr", "MAC-Address"),
    [O_STP] = OPTION("bcp_ncp.opt.stp", "Spanning-Tree-Protocol (old formatted)"),
    [O_TAGGED] = OPTION("bcp_ncp.opt.ieee_802_tagged_frame", "IEEE 802 Tagged Frame"),
    [O_INLINE] = OPTION("bcp_ncp.opt.management_inline", "Management Inline"),
    [O_INDICATOR] = OPTION("bcp_ncp.opt.bcp_ind", "Bridge Control Packet Indicator"),
    [SEGMENT] = { "bcp_ncp.lcp.lan_seg_no", "LAN Segment Number", FT_UINT16, BASE_DEC, .mask = 0xfff0 },
    [BRIDGE] = { "bcp_ncp.lcp.bridge_no", "Bridge Number", FT_UINT16, BASE_DEC, .mask = 0xf },
    [SUPPORTED] = { "bcp_bpdu.mac_type", "MAC Type", FT_UINT8, BASE_DEC, .values = &bcp_mac_types },
    [TINYGRAM] = { "bcp_ncp.lcp.tinygram_comp", "Tinygram-Compression", FT_BOOLEAN, .truth = &truth_enabled },
    [MAC] = { "bcp_ncp.lcp.mac_addres", "MAC Address", FT_ETHER },
    [MAC_L] = { "bcp_ncp.lcp.mac_l", "L bit", FT_UINT48, BASE_HEX, .mask = 0x20000000000 },
    [MAC_M] = { "bcp_ncp.lcp.mac_addre", "M bit", FT_UINT48, BASE_HEX, .mask = 0x10000000000 },
    [STP] = { "bcp_ncp.lcp.stp_protocol", "Protocol", FT_UINT8, BASE_DEC, .values = &trees },
    [TAGGED] = { "bcp_ncp.ieee_802_tagged_frame", "IEEE-802-Tagged-Frame", FT_BOOLEAN, .truth = &truth_enabled },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void segment(struct dissect *d, struct cursor c)
{
    emit_at(d, c, SEGMENT, 2, 2);
    emit_at(d, c, BRIDGE, 2, 2);
}
static void support(struct dissect *d, struct cursor c) { emit_at(d, c, SUPPORTED, 2, 1); }
static void tinygram(struct dissect *d, struct cursor c) { emit_value(d, c, TINYGRAM, 2, 1, get8(d, c, 2) == 1); }
static void mac(struct dissect *d, struct cursor c)
{
    for (unsigned row = MAC; row <= MAC_M; row++)
        emit_at(d, c, row, 2, 6);
}
static void tree(struct dissect *d, struct cursor c) { emit_at(d, c, STP, 2, 1); }
static void tagged(struct dissect *d, struct cursor c) { emit_value(d, c, TAGGED, 2, 1, get8(d, c, 2) == 1); }

static const struct ppp_option options[] = {
    { 1, 4, false, O_BRIDGE, "Bridge-Identification", segment },
    { 2, 4, false, O_LINE, "Line-Identification", segment },
    { 3, 3, false, O_MAC_SUPPORT, "MAC-Support", support },
    { 4, 3, false, O_TINYGRAM, "Tinygram-Compression", tinygram },
    { 5, 3, false, O_LAN, "LAN-Identification (obsoleted)", NULL },
    { 6, 8, false, O_MAC, "MAC-Address", mac },
    { 7, 3, true, O_STP, "Spanning-Tree-Protocol (old formatted)", tree },
    { 8, 3, false, O_TAGGED, "IEEE 802 Tagged Frame", tagged },
    { 9, 2, true, O_INLINE, "Management Inline", NULL },
    { 10, 2, true, O_INDICATOR, "Bridge Control Packet Indicator", NULL },
};
static const struct ppp_control control = { "PPP BCP NCP", &codes, options, ARRAY_LEN(options) };

static struct verdict bcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x8031 } };

PROTOCOL(bcp_ncp,
    .name = "bcp_ncp", .short_name = "PPP BCP NCP", .long_name = "PPP Bridging Control Protocol Network Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = bcp_run
);
