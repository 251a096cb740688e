/* stp.c - spanning trees: STP (IEEE 802.1D), RSTP, MSTP and Cisco's per-VLAN form. */
#include "protocols/protocol.h"

enum { STP, PROTOCOL_ID, VERSION, TYPE, FLAGS, F_TCACK, F_AGREEMENT, F_FORWARDING, F_LEARNING, F_ROLE, F_PROPOSAL, F_TC,
       ROOT_LINE, ROOT_PRIO, ROOT_EXT, ROOT_MAC, ROOT_COST, BRIDGE_LINE, BRIDGE_PRIO, BRIDGE_EXT, BRIDGE_MAC, PORT_ID, MSG_AGE,
       MAX_AGE, HELLO, FORWARD, V1_LENGTH, V3_LENGTH, MST_LINE, SELECTOR, CONFIG_NAME, REVISION, DIGEST, INTERNAL_COST, CIST_LINE,
       CIST_PRIO, CIST_EXT, CIST_MAC, CIST_HOPS, MSTI_LINE, MSTI_FLAGS, MSTI_PRIORITY, MSTI_ID, MSTI_ROOT, MSTI_COST, MSTI_BRIDGE,
       MSTI_PORT, MSTI_HOPS, TLV_LINE, TLV_TYPE, TLV_LEN, TLV_VLAN, TLV_VALUE, V4_LENGTH, SPT_LINE,
       MCID_LINE, SPT_SELECTOR, SPT_NAME, SPT_REVISION, SPT_DIGEST, AGREE_LINE, AGREE_NUMBER, AGREE_DISAGREE, AGREE_VALID, AGREE_RESTRICTED,
       AGREE_FORMAT, AGREE_FORMAT_CAP, AGREE_CONVENTION, AGREE_CONVENTION_CAP, AGREE_EDGES, AGREE_DIGEST, EARLY_LINE, EARLY_ID, EARLY_ROOT, EARLY_BRIDGE, EARLY_BRIDGE_PRIO, EARLY_BRIDGE_MAC, EARLY_PORT };
enum { VERSION_UNKNOWN, TYPE_UNKNOWN, TLV_LEN_INVALID, VLAN_MISSING, TLV_TRUNCATED, TLV_UNKNOWN };
enum { PREF_EXTENSION };
enum { BPDU_CONFIGURATION = 0, BPDU_RAPID = 2, BPDU_TOPOLOGY_CHANGE = 0x80 };
enum { HEADER = 4, AT_FLAGS = 4, AT_ROOT = 5, AT_COST = 13, AT_BRIDGE = 17, AT_PORT = 25, AT_TIMES = 27, AT_V1_LENGTH = 35, AT_V3_LENGTH = 36 };
enum { MSTP_MIN = 102, MST_FIXED = 64, MSTI_SIZE = 16, EARLY_MSTI_SIZE = 26, MCID_SIZE = 51, SPT_MIN = 53, CISCO_PVST = 1, SHORTEST_PATH = 4 };

VALUES(protocols, { 0, "Spanning Tree Protocol" });
VALUES(versions, { 0, "Spanning Tree" }, { 2, "Rapid Spanning Tree" }, { 3, "Multiple Spanning Tree" }, { 4, "Shortest Path Tree" });
VALUES(types, { 0, "Configuration" }, { 2, "Rapid/Multiple Spanning Tree" }, { 0x80, "Topology Change Notification" });
VALUES(roles, { 1, "Alternate or Backup" }, { 2, "Root" }, { 3, "Designated" });
VALUES(tlv_types, { 0, "Originating VLAN" });

/* --- text ------------------------------------------------------------------------------------- */

static bool has_extension(const struct dissect *d) { return pref(d, PREF_EXTENSION) != 0; }

/* An identifier of a bridge: priority, the rest of the first two bytes where that is the VLAN or instance, address.
   `arg` of the node: whether it is split. */
static void identifier(struct strbuf *sb, const uint8_t *p, const char *between, bool split)
{
    uint32_t id = be16(p);
    sb_uint(sb, split ? id & 0xf000u : id);
    sb_str(sb, between);
    if (split) {
        sb_uint(sb, id & 0xfffu);
        sb_str(sb, between);
    }
    sb_ether(sb, p + 2);
}

static const uint8_t split_yes = 1, split_no;

static void line_of(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *label)
{
    const uint8_t *p = node_bytes(d, n, 0, 8);
    if (p == NULL)
        return;
    sb_str(sb, label);
    identifier(sb, p, " / ", n->v.arg == &split_yes);
}
static void root_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    line_of(sb, d, n, "Root Identifier: ");
}
static void bridge_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    line_of(sb, d, n, "Bridge Identifier: ");
}
static void cist_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    line_of(sb, d, n, "CIST Bridge Identifier: ");
}

static void msti_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 9);
    if (p == NULL)
        return;
    sb_printf(sb, "MSTID %u, Regional Root Identifier %u / ", be16(p + 1) & 0xfffu, be16(p + 1) & 0xf000u);
    sb_ether(sb, p + 3);
}

static void early_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, EARLY_MSTI_SIZE);
    if (p == NULL)
        return;
    sb_printf(sb, "MSTID %u, Regional Root Identifier %u / ", be16(p), be16(p + 3) & 0xf000u);
    sb_ether(sb, p + 5);
}

static void flags_text(struct strbuf *sb, uint8_t f, bool rapid)
{
    if (f & 0x80)
        sb_str(sb, ", Topology Change Acknowledgment");
    if (rapid) {
        sb_str(sb, f & 0x40 ? ", Agreement" : "");
        sb_str(sb, f & 0x20 ? ", Forwarding" : "");
        sb_str(sb, f & 0x10 ? ", Learning" : "");
        sb_str(sb, ", Port Role: ");
        sb_str(sb, values_or(&roles, f >> 2 & 3, "Unknown"));
        sb_str(sb, f & 2 ? ", Proposal" : "");
    }
    if (f & 1)
        sb_str(sb, ", Topology Change");
}

static void flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct node type = *n;
    type.off = n->off - 1;
    const uint8_t *p = n->off != 0 ? node_bytes(d, &type, 0, 1) : NULL;
    flags_text(sb, (uint8_t)n->v.u, p != NULL && *p == BPDU_RAPID);
}

static void msti_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    flags_text(sb, (uint8_t)n->v.u, true);
}

static void agreement_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p != NULL)
        sb_printf(sb, "Agreement Data (AN: %u, DAN: %u)", *p & 3u, *p >> 2 & 3u);
}

static void tlv_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p == NULL)
        return;
    const uint8_t *vlan = be16(p) == 0 && be16(p + 2) == 2 ? node_bytes(d, n, 4, 2) : NULL;
    if (be16(p) != 0)
        sb_printf(sb, "Unknown TLV type: 0x%04x", be16(p));
    else
        sb_str(sb, vlan != NULL ? "Originating VLAN (PVID): " : "Originating VLAN");
    if (vlan != NULL)
        sb_uint(sb, be16(vlan));
}

static void info_bpdu(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    (void)d;
    sb_str(sb, p[3] == BPDU_CONFIGURATION ? "Conf. "
               : p[2] == 3                ? "MST. "
               : p[2] >= 4 && p[2] != 5   ? "SPT. "
                                          : "RST. ");
    if (p[AT_FLAGS] & 1)
        sb_str(sb, "TC + ");
    sb_str(sb, "Root = ");
    identifier(sb, p + AT_ROOT, "/", true);
    sb_printf(sb, "  Cost = %u  Port = 0x%04x", be32(p + AT_COST), be16(p + AT_PORT));
}

static void info_unknown(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "Unknown BPDU type (%u)", ((const uint8_t *)arg)[3]);
}

/* --- fields ----------------------------------------------------------------------------------- */

#define FLAG(n, l, m) { n, l, FT_BOOLEAN, BITS_8, .mask = m, .truth = &truth_yes }
static const struct field fields[] = {
    [STP] = { "stp", "Spanning Tree Protocol", FT_PROTOCOL },
    [PROTOCOL_ID] = { "stp.protocol", "Protocol Identifier", FT_UINT16, BASE_HEX, .values = &protocols },
    [VERSION] = { "stp.version", "Protocol Version Identifier", FT_UINT8, BASE_DEC, .values = &versions },
    [TYPE] = { "stp.type", "BPDU Type", FT_UINT8, BASE_HEX, .values = &types },
    [FLAGS] = { "stp.flags", "BPDU flags", FT_UINT8, BASE_HEX, .suffix = flags_suffix },
    [F_TCACK] = FLAG("stp.flags.tcack", "Topology Change Acknowledgment", 0x80),
    [F_AGREEMENT] = FLAG("stp.flags.agreement", "Agreement", 0x40),
    [F_FORWARDING] = FLAG("stp.flags.forwarding", "Forwarding", 0x20),
    [F_LEARNING] = FLAG("stp.flags.learning", "Learning", 0x10),
    [F_ROLE] = { "stp.flags.port_role", "Port Role", FT_UINT8, BASE_DEC, .mask = 0xc, .values = &roles },
    [F_PROPOSAL] = FLAG("stp.flags.proposal", "Proposal", 0x2),
    [F_TC] = FLAG("stp.flags.tc", "Topology Change", 0x1),
    [ROOT_LINE] = { "", "Root Identifier", FT_NONE, .label_fn = root_line },
    [ROOT_PRIO] = { "stp.root.prio", "Root Bridge Priority", FT_UINT16, BASE_DEC },
    [ROOT_EXT] = { "stp.root.ext", "Root Bridge System ID Extension", FT_UINT16, BASE_DEC },
    [ROOT_MAC] = { "stp.root.hw", "Root Bridge System ID", FT_ETHER },
    [ROOT_COST] = { "stp.root.cost", "Root Path Cost", FT_UINT32, BASE_DEC },
    [BRIDGE_LINE] = { "", "Bridge Identifier", FT_NONE, .label_fn = bridge_line },
    [BRIDGE_PRIO] = { "stp.bridge.prio", "Bridge Priority", FT_UINT16, BASE_DEC },
    [BRIDGE_EXT] = { "stp.bridge.ext", "Bridge System ID Extension", FT_UINT16, BASE_DEC },
    [BRIDGE_MAC] = { "stp.bridge.hw", "Bridge System ID", FT_ETHER },
    [PORT_ID] = { "stp.port", "Port identifier", FT_UINT16, BASE_HEX },
    [MSG_AGE] = { "stp.msg_age", "Message Age", FT_DOUBLE },
    [MAX_AGE] = { "stp.max_age", "Max Age", FT_DOUBLE },
    [HELLO] = { "stp.hello", "Hello Time", FT_DOUBLE },
    [FORWARD] = { "stp.forward", "Forward Delay", FT_DOUBLE },
    [V1_LENGTH] = { "stp.version_1_length", "Version 1 Length", FT_UINT8, BASE_DEC },
    [V3_LENGTH] = { "mstp.version_3_length", "Version 3 Length", FT_UINT16, BASE_DEC },
    [MST_LINE] = { "", "MST Extension", FT_NONE },
    [SELECTOR] = { "mstp.config_format_selector", "MST Config ID format selector", FT_UINT8, BASE_DEC },
    [CONFIG_NAME] = { "mstp.config_name", "MST Config name", FT_STRINGZPAD },
    [REVISION] = { "mstp.config_revision_level", "MST Config revision", FT_UINT16, BASE_DEC },
    [DIGEST] = { "mstp.config_digest", "MST Config digest", FT_BYTES },
    [INTERNAL_COST] = { "mstp.cist_internal_root_path_cost", "CIST Internal Root Path Cost", FT_UINT32, BASE_DEC },
    [CIST_LINE] = { "", "CIST Bridge Identifier", FT_NONE, .label_fn = cist_line },
    [CIST_PRIO] = { "mstp.cist_bridge.prio", "CIST Bridge Priority", FT_UINT16, BASE_DEC },
    [CIST_EXT] = { "mstp.cist_bridge.ext", "CIST Bridge Identifier System ID Extension", FT_UINT16, BASE_DEC },
    [CIST_MAC] = { "mstp.cist_bridge.hw", "CIST Bridge Identifier System ID", FT_ETHER },
    [CIST_HOPS] = { "mstp.cist_remaining_hops", "CIST Remaining hops", FT_UINT8, BASE_DEC },
    [MSTI_LINE] = { "", "MSTID", FT_NONE, .label_fn = msti_line },
    [MSTI_FLAGS] = { "mstp.msti.flags", "MSTI flags", FT_UINT8, BASE_HEX, .suffix = msti_flags_suffix },
    [MSTI_PRIORITY] = { "mstp.msti.priority", "Priority", FT_UINT8, BASE_HEX, .mask = 0xf0 },
    [MSTI_ID] = { "mstp.msti.msti_id", "MSTID", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [MSTI_ROOT] = { "mstp.msti.root.hw", "Regional Root", FT_ETHER },
    [MSTI_COST] = { "mstp.msti.root_cost", "Internal root path cost", FT_UINT32, BASE_DEC },
    [MSTI_BRIDGE] = { "mstp.msti.bridge_priority", "Bridge Identifier Priority", FT_UINT8, BASE_DEC },
    [MSTI_PORT] = { "mstp.msti.port_priority", "Port identifier priority", FT_UINT8, BASE_DEC },
    [MSTI_HOPS] = { "mstp.msti.remaining_hops", "Remaining hops", FT_UINT8, BASE_DEC },
    [EARLY_LINE] = { "", "MSTID", FT_NONE, .label_fn = early_line },
    [EARLY_ID] = { "mstp.msti.msti_id", "MSTID", FT_UINT16, BASE_DEC },
    [EARLY_ROOT] = { "mstp.msti.regional_root_id", "MSTI Regional Root Identifier", FT_UINT16, BASE_DEC },
    [EARLY_BRIDGE] = { "mstp.msti.bridge_id", "MSTI Bridge Identifier", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [EARLY_BRIDGE_PRIO] = { "mstp.msti.bridge_id_priority", "MSTI Bridge Priority", FT_UINT16, BASE_DEC, .mask = 0xf000 },
    [EARLY_BRIDGE_MAC] = { "mstp.msti.bridge_id_mac", "MSTI Bridge MAC", FT_ETHER },
    [EARLY_PORT] = { "mstp.msti.port", "Port identifier", FT_UINT16, BASE_HEX },
    [TLV_LINE] = { "", "TLV", FT_NONE, .label_fn = tlv_line },
    [TLV_TYPE] = { "stp.pvst.tlvtype", "Type", FT_UINT16, BASE_HEX, .values = &tlv_types },
    [TLV_LEN] = { "stp.pvst.tlvlen", "Length", FT_UINT16, BASE_DEC },
    [TLV_VLAN] = { "stp.pvst.origvlan", "Originating VLAN", FT_UINT16, BASE_DEC },
    [TLV_VALUE] = { "stp.pvst.tlvval", "Value", FT_BYTES },
    [V4_LENGTH] = { "mstp.version_4_length", "Version 4 Length", FT_UINT16, BASE_DEC },
    [SPT_LINE] = { "", "SPT Extension", FT_NONE },
    [MCID_LINE] = { "", "MCID Data", FT_NONE },
    [SPT_SELECTOR] = { "mstp.config_format_selector", "SPT Config ID format selector", FT_UINT8, BASE_DEC },
    [SPT_NAME] = { "mstp.config_name", "SPT Config name", FT_STRINGZPAD },
    [SPT_REVISION] = { "mstp.config_revision_level", "SPT Config revision", FT_UINT16, BASE_DEC },
    [SPT_DIGEST] = { "mstp.config_digest", "SPT Config digest", FT_BYTES },
    [AGREE_LINE] = { "", "Agreement Data", FT_NONE, .label_fn = agreement_line },
    [AGREE_NUMBER] = { "mstp.agree_flags.agreement_num", "Agreement Number", FT_UINT8, BASE_DEC, .mask = 0x3 },
    [AGREE_DISAGREE] = { "mstp.agree_flags.dagreement_num", "Disagreement Number", FT_UINT8, BASE_DEC, .mask = 0xc },
    [AGREE_VALID] = FLAG("mstp.agree_flags.agreement_valid", "Agreement Valid Flag", 0x10),
    [AGREE_RESTRICTED] = FLAG("mstp.agree_flags.rest_role", "Restricted Role", 0x20),
    [AGREE_FORMAT] = { "bpdu.agreement_digest_format_id", "Agreement Digest Format Id", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [AGREE_FORMAT_CAP] = { "bpdu.agreement_digest_format_capabilities", "Agreement Digest Format Capabilities", FT_UINT8, BASE_DEC,
                           .mask = 0xf },
    [AGREE_CONVENTION] = { "bpdu.agreement_digest_convention_id", "Agreement Digest Convention Id", FT_UINT8, BASE_DEC,
                           .mask = 0xf0 },
    [AGREE_CONVENTION_CAP] = { "bpdu.agreement_digest_convention_capabilities", "Agreement Digest Convention Capabilities", FT_UINT8,
                               BASE_DEC, .mask = 0xf },
    [AGREE_EDGES] = { "bpdu.agreement_digest_edge_count", "Agreement Digest Edge Count", FT_UINT16, BASE_DEC },
    [AGREE_DIGEST] = { "mstp.agreement_digest", "Agreement Digest", FT_BYTES },
};
static const struct note_def notes[] = {
    [VERSION_UNKNOWN] = { "bpdu.version_support", "This version of Wireshark only knows about versions 0, 2, 3 & 4", SEV_WARN,
                          GROUP_PROTOCOL },
    [TYPE_UNKNOWN] = { "stp.type.unknown", "Unknown BPDU type data", SEV_WARN, GROUP_PROTOCOL },
    [TLV_LEN_INVALID] = { "stp.pvst.tlvlen.invalid", "Indicated length is not valid for this record type", SEV_ERROR,
                          GROUP_MALFORMED },
    [VLAN_MISSING] = { "stp.pvst.origvlan.missing", "Originating (PVID) VLAN TLV is missing or corrupt", SEV_ERROR,
                       GROUP_MALFORMED },
    [TLV_TRUNCATED] = { "stp.pvst.tlv.truncated", "TLV record is truncated prematurely", SEV_ERROR, GROUP_MALFORMED },
    [TLV_UNKNOWN] = { "stp.pvst.tlv.unknown", "TLV type is unknown", SEV_COMMENT, GROUP_UNDECODED },
};
static const struct pref prefs[] = {
    [PREF_EXTENSION] = { "use_system_id_extension", "Use 802.1t System ID Extensions", PREF_BOOL, 1 },
};

/* A line and below it, in this order, the rows for priority, extension and address. */
static void identifier_fields(struct dissect *d, struct cursor c, unsigned line, uint32_t off)
{
    bool split = has_extension(d);
    if (!need(d, c, off, 8))
        return;
    uint32_t id = be16(c.p + off);
    emit_arg(d, c, line, off, 8, split ? &split_yes : &split_no);
    down(d);
    emit_value(d, c, line + 1, off, split ? 1 : 2, split ? id & 0xf000u : id);
    if (split)
        emit_value(d, c, line + 2, off, 2, id & 0xfffu);
    emit_at(d, c, line + 3, off + 2, 6);
    up(d);
}

static void seconds_field(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    union {
        double seconds;
        uint64_t bits;
    } v;
    v.seconds = (double)get16(d, c, off) / 256.0;
    if (d->stop == STOP_NONE)
        emit_value(d, c, row, off, 2, v.bits);
}

static void flag_fields(struct dissect *d, struct cursor c, unsigned row, uint32_t off, bool rapid)
{
    emit_at(d, c, row, off, 1);
    down(d);
    emit_at(d, c, F_TCACK, off, 1);
    for (unsigned i = F_AGREEMENT; rapid && i <= F_PROPOSAL; i++)
        emit_at(d, c, i, off, 1);
    emit_at(d, c, F_TC, off, 1);
    up(d);
}

static void instance_fields(struct dissect *d, struct cursor *c)
{
    struct cursor i = *c;
    if (!need(d, i, 0, MSTI_SIZE))
        return;
    emit_at(d, i, MSTI_LINE, 0, MSTI_SIZE);
    down(d);
    flag_fields(d, i, MSTI_FLAGS, 0, true);
    emit_at(d, i, MSTI_PRIORITY, 1, 1);
    emit_at(d, i, MSTI_ID, 1, 2);
    emit_at(d, i, MSTI_ROOT, 3, 6);
    emit_at(d, i, MSTI_COST, 9, 4);
    emit_value(d, i, MSTI_BRIDGE, 13, 1, i.p[13] >> 4);
    emit_value(d, i, MSTI_PORT, 14, 1, i.p[14] >> 4);
    emit_at(d, i, MSTI_HOPS, 15, 1);
    up(d);
    cursor_skip(c, MSTI_SIZE);
}

/* As switches of Cisco had it before the standard was made. */
static void early_instance_fields(struct dissect *d, struct cursor *c)
{
    struct cursor i = *c;
    emit_at(d, i, EARLY_LINE, 0, EARLY_MSTI_SIZE);
    down(d);
    emit_at(d, i, EARLY_ID, 0, 2);
    flag_fields(d, i, MSTI_FLAGS, 2, true);
    emit_at(d, i, MSTI_PRIORITY, 3, 1);
    emit_at(d, i, EARLY_ROOT, 3, 2);
    emit_at(d, i, MSTI_ROOT, 5, 6);
    emit_at(d, i, MSTI_COST, 11, 4);
    emit_at(d, i, EARLY_BRIDGE, 15, 2);
    emit_at(d, i, EARLY_BRIDGE_PRIO, 15, 2);
    emit_at(d, i, EARLY_BRIDGE_MAC, 17, 6);
    emit_at(d, i, EARLY_PORT, 23, 2);
    emit_at(d, i, MSTI_HOPS, 25, 1);
    up(d);
    cursor_skip(c, EARLY_MSTI_SIZE);
}

/* Then the length of the version-3 part is 0, and the octet behind it counts all that follow. */
static bool is_early(struct dissect *d, struct cursor c) { return get16(d, c, 0) == 0 && get8(d, c, 2) == c.wire - 3; }

static void mst_fields(struct dissect *d, struct cursor c)
{
    uint32_t len = get16(d, c, 0);
    bool early = is_early(d, c);
    emit_at(d, c, V3_LENGTH, 0, 2);
    if (len >= MST_FIXED && len + 2 < c.wire)
        cursor_limit(&c, len + 2);
    uint32_t line = emit_at(d, c, MST_LINE, 0, c.cap);
    down(d);
    cursor_skip(&c, 2);
    add_item(d, &c, SELECTOR, 1);
    add_item(d, &c, CONFIG_NAME, 32);
    add_item(d, &c, REVISION, 2);
    add_item(d, &c, DIGEST, 16);
    if (!early)
        add_item(d, &c, INTERNAL_COST, 4);
    identifier_fields(d, c, CIST_LINE, 0);
    cursor_skip(&c, 8);
    if (early)
        add_item(d, &c, INTERNAL_COST, 4);
    add_item(d, &c, CIST_HOPS, 1);
    while (len != 0 && more(d, &c))
        instance_fields(d, &c);
    while (early && c.wire >= EARLY_MSTI_SIZE && more(d, &c))
        early_instance_fields(d, &c);
    if (early)
        set_end(d, line, c);
    up(d);
}

/* IEEE 802.1Q-2018 section 14.4: the agreement protocol of shortest path bridging. */
static void agreement_fields(struct dissect *d, struct cursor c)
{
    emit_at(d, c, AGREE_LINE, 0, c.cap);
    down(d);
    for (unsigned i = AGREE_NUMBER; i <= AGREE_RESTRICTED; i++)
        emit_at(d, c, i, 0, 1);
    for (unsigned i = AGREE_FORMAT; i <= AGREE_FORMAT_CAP; i++)
        emit_at(d, c, i, 2, 1);
    for (unsigned i = AGREE_CONVENTION; i <= AGREE_CONVENTION_CAP; i++)
        emit_at(d, c, i, 3, 1);
    emit_at(d, c, AGREE_EDGES, 4, 2);
    emit_at(d, c, AGREE_DIGEST, 14, 20);
    up(d);
}

static void spt_fields(struct dissect *d, struct cursor c)
{
    if (c.wire < 2)
        return;
    uint32_t len = get16(d, c, 0);
    emit_at(d, c, V4_LENGTH, 0, 2);
    if (len < SPT_MIN)
        return;
    cursor_limit(&c, len + 2);
    emit_at(d, c, SPT_LINE, 0, c.cap);
    cursor_skip(&c, 2);
    down(d);
    emit_at(d, c, MCID_LINE, 0, MCID_SIZE);
    down(d);
    emit_at(d, c, SPT_SELECTOR, 0, 1);
    emit_at(d, c, SPT_NAME, 1, 32);
    emit_at(d, c, SPT_REVISION, 33, 2);
    emit_at(d, c, SPT_DIGEST, 35, 16);
    up(d);
    if (d->stop == STOP_NONE)
        agreement_fields(d, cursor_at(c, MCID_SIZE));
    up(d);
}

/* Cisco's per-VLAN BPDUs end in records; the first names the VLAN. */
static void pvst_fields(struct dissect *d, struct cursor c, uint32_t stp)
{
    bool found = false;
    if (c.wire < 4)
        note_on(d, stp, TLV_TRUNCATED, NULL);
    while (c.wire >= 4 && more(d, &c)) {
        uint32_t type = get16(d, c, 0), len = get16(d, c, 2);
        if (!need(d, c, 0, 4 + len))
            break;
        uint32_t line = emit_at(d, c, TLV_LINE, 0, 4 + len);
        down(d);
        emit_at(d, c, TLV_TYPE, 0, 2);
        uint32_t len_node = emit_at(d, c, TLV_LEN, 2, 2);
        if (type == 0 && len == 2) {
            emit_at(d, c, TLV_VLAN, 4, 2);
            found = true;
        } else if (type == 0) {
            note_on(d, len_node, TLV_LEN_INVALID, NULL);
        } else {
            emit_at(d, c, TLV_VALUE, 4, len);
            note_on(d, line, TLV_UNKNOWN, NULL);
        }
        up(d);
        cursor_skip(&c, 4 + len);
        if (found || type == 0)
            break;
    }
    if (!found && d->stop == STOP_NONE)
        note_on(d, stp, VLAN_MISSING, NULL);
}

static void bpdu_fields(struct dissect *d, struct cursor c, bool rapid)
{
    flag_fields(d, c, FLAGS, AT_FLAGS, rapid);
    identifier_fields(d, c, ROOT_LINE, AT_ROOT);
    emit_at(d, c, ROOT_COST, AT_COST, 4);
    identifier_fields(d, c, BRIDGE_LINE, AT_BRIDGE);
    emit_at(d, c, PORT_ID, AT_PORT, 2);
    for (unsigned i = 0; i < 4; i++)
        seconds_field(d, c, MSG_AGE + i, AT_TIMES + 2 * i);
}

static uint32_t header_fields(struct dissect *d, struct cursor c, uint32_t version)
{
    uint32_t stp = emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, PROTOCOL_ID, 0, 2);
    uint32_t node = emit_at(d, c, VERSION, 2, 1);
    if (version == 1 || version > 4)
        note_on(d, node, VERSION_UNKNOWN, NULL);
    return stp;
}

static struct verdict stp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "STP");
    info_clear(d);
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (h == NULL) {
        fall_short(d, c, 0, HEADER);
        return done();
    }
    uint32_t version = h[2], type = h[3];
    bool rapid = type == BPDU_RAPID, known = rapid || type == BPDU_CONFIGURATION;
    if (known && !need(d, c, 0, AT_TIMES))
        return done();
    if (type == BPDU_TOPOLOGY_CHANGE)
        info_set(d, info_constant, "Topology Change Notification");
    else
        info_set(d, known ? info_bpdu : info_unknown, h);
    uint32_t stp = header_fields(d, c, version);
    uint32_t type_node = emit_at(d, c, TYPE, 3, 1);
    if (!known) {
        if (type != BPDU_TOPOLOGY_CHANGE)
            note_on(d, type_node, TYPE_UNKNOWN, NULL);
        return done();
    }
    bpdu_fields(d, c, rapid);
    uint32_t v1_length = rapid ? get8(d, c, AT_V1_LENGTH) : 0;
    if (rapid)
        emit_at(d, c, V1_LENGTH, AT_V1_LENGTH, 1);
    if (d->variant == CISCO_PVST && !(rapid && version >= 3))
        pvst_fields(d, cursor_at(c, AT_V3_LENGTH), stp);
    else if (rapid && version >= 3 && v1_length == 0 && c.wire >= MSTP_MIN)
        mst_fields(d, cursor_at(c, AT_V3_LENGTH));
    if (rapid && version >= SHORTEST_PATH && d->variant != CISCO_PVST && v1_length == 0 && c.wire >= MSTP_MIN &&
        d->stop == STOP_NONE)
        spt_fields(d, cursor_at(c, AT_V3_LENGTH + 2 + get16(d, c, AT_V3_LENGTH)));
    return done();
}

static const struct claim claims[] = { { TABLE_LLC_DSAP, 0x42 }, { TABLE_LLC_CISCO_PID, 0x108 }, { TABLE_LLC_CISCO_PID, 0x109 },
                                       { TABLE_LLC_CISCO_PID, 0x10b, CISCO_PVST }, { TABLE_LLC_CISCO_PID, 0x10c },
                                       { TABLE_ETHERTYPE, 0x8181 }, { TABLE_CHDLC_PROTOCOL, 0x4242 } };

PROTOCOL(stp,
    .name = "stp", .short_name = "STP", .long_name = "Spanning Tree Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .run = stp_run
);
