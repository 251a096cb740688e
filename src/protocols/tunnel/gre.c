/* gre.c - Generic Routing Encapsulation: RFC 1701, 2784, 2890; enhanced for PPTP (RFC 2637); with the redirect header
   of WCCP and the attributes of 3GPP2 A10.  Claims ip.proto 47, hands on by "gre.proto". */
#include "protocols/protocol.h"

#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

enum { GRE, FLAGS, FLAG_CHECKSUM, FLAG_ROUTING, FLAG_KEY, FLAG_SEQUENCE, FLAG_STRICT, FLAG_RECURSION, FLAG_ACK, FLAG_RESERVED,
       FLAG_RESERVED_ACK, FLAG_VERSION, PROTO, CHECKSUM, STATUS, OFFSET, KEY, PAYLOAD_LENGTH, CALL_ID, SEQUENCE, ACK, ROUTING,
       ADDRESS_FAMILY, SRE_OFFSET, SRE_LENGTH, SRE_DATA, ATTRIBUTES, ATTRIBUTE, ATTRIBUTE_ID, ATTRIBUTE_LENGTH, SDI, FCI, DI,
       FLOW_ID, SEGMENTATION, WCCP, WCCP_DYNAMIC, WCCP_ALTERNATIVE_USED, WCCP_VALID, WCCP_SERVICE, WCCP_ALTERNATIVE,
       WCCP_PRIMARY };
enum { CHECKSUM_BAD };
enum { HAS_CHECKSUM = 0x8000, HAS_ROUTING = 0x4000, HAS_KEY = 0x2000, HAS_SEQUENCE = 0x1000, HAS_ACK = 0x0080 };
enum { TYPE_PPP = 0x880b, TYPE_WCCP = 0x883e, TYPE_3GPP2 = 0x88d2, TYPE_ERSPAN = 0x88be };

extern const struct protocol proto_erspan;

VALUES(types,
    { 0, "Possible GRE keepalive packet" }, { 254, "OSI" }, { 2048, "IP" }, { 2054, "ARP" },
    { 8192, "CDP (Cisco)" }, { 8193, "NHRP" }, { 8939, "ERSPAN III" }, { 25600, "MIKROTIK EoIP" },
    { 25944, "Transparent Ethernet bridging" }, { 25945, "Frame Relay" }, { 33079, "IPX" },
    { 33280, "ARUBA WLAN" }, { 33296, "ARUBA WLAN" }, { 33312, "ARUBA WLAN" }, { 33328, "ARUBA WLAN" },
    { 33344, "ARUBA WLAN" }, { 33360, "ARUBA WLAN" }, { 33376, "ARUBA WLAN" }, { 33392, "ARUBA WLAN" },
    { 33408, "ARUBA WLAN" }, { 33424, "ARUBA WLAN" }, { 33440, "ARUBA WLAN" }, { 33456, "ARUBA WLAN" },
    { 33472, "ARUBA WLAN" }, { 33488, "ARUBA WLAN" }, { 33504, "ARUBA WLAN" }, { 33520, "ARUBA WLAN" },
    { 33536, "ARUBA WLAN" }, { 33552, "ARUBA WLAN" }, { 33568, "ARUBA WLAN" }, { 33584, "ARUBA WLAN" },
    { 33600, "ARUBA WLAN" }, { 33616, "ARUBA WLAN" }, { 33632, "ARUBA WLAN" }, { 33648, "ARUBA WLAN" },
    { 34525, "IPv6" }, { 34827, "PPP" }, { 34878, "WCCP" }, { 34887, "MPLS label switched packet" },
    { 34945, "CDMA2000 A10 Unstructured byte stream" }, { 35006, "ERSPAN" },
    { 35026, "CDMA2000 A10 3GPP2 Packet" }, { 35081, "CiscoMetaData" }, { 35151, "Network Service Header" },
    { 36864, "ARUBA WLAN" }, { 47082, "Huawei GRE bonding" }, { 65198, "AIROHIVE AP AP" });
VALUES(versions,
    { 0, "GRE" }, { 1, "Enhanced GRE" });
VALUES(attributes,
    { 1, "1x SDB/HRPD DOS Indicator" }, { 2, "Flow Control Indication" }, { 3, "IP Flow Discriminator" },
    { 4, "Segmentation Indication" });
VALUES(segments,
    { 0, "Packet Started" }, { 1, "Packet continued" }, { 2, "Packet Ended" });
VALUES(services,
    { 0, "HTTP" });
static const struct truth sdi = { "Packet suitable for 1x SDB or HRPD DOS transmission", "Reserved" };
static const struct truth fci = { "XOFF", "XON" }, di = { "INDEFINITE:", "TEMPORARY" };
static const struct truth dynamic = { "Dynamic service", "Well-known service" };
static const struct truth alternative = { "Alternative bucket used", "Primary bucket used" };
static const struct truth valid = { "Header is present, but ignore contents", "Header contents are valid" };

static void gre_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = node_bytes(d, n, 0, 4);
    if (h == NULL)
        return;
    const char *name = values_find(&types, be16(h + 2));
    if (name != NULL)
        sb_printf(sb, " (%s)", name);
    else
        sb_printf(sb, " (0x%04x - unknown)", be16(h + 2));
}

static void attribute_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 3);
    if (p == NULL)
        return;
    const char *name = values_find(&attributes, p[0] & 0x7f);
    if (name == NULL) {
        sb_printf(sb, "%u (Unknown)", p[0] & 0x7f);
        return;
    }
    sb_printf(sb, "%s - ", name);
    switch (p[0] & 0x7f) {
    case 1: sb_str(sb, p[2] & 0x80 ? sdi.yes : sdi.no); break;
    case 2: sb_printf(sb, "%s/%s", p[2] & 0x80 ? "XON" : "XOFF", p[2] & 0x40 ? "INDEFINITE" : "TEMPORARY"); break;
    case 3: sb_printf(sb, "0x%x", p[2]); break;
    default: {
        const char *segment = values_find(&segments, p[2] >> 6);
        if (segment != NULL)
            sb_str(sb, segment);
        else
            sb_printf(sb, "0x%02x - Unknown", p[2] >> 6);
    }
    }
}

static void checksum_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct checksum *found = n->v.arg;
    (void)d;
    sb_printf(sb, "Incorrect GRE Checksum [should be 0x%04x]", found != NULL ? found->right : 0);
}

static const struct field fields[] = {
    [GRE] = { "gre", "Generic Routing Encapsulation", FT_PROTOCOL, .suffix = gre_label },
    [FLAGS] = { "gre.flags_and_version", "Flags and Version", FT_UINT16, BASE_HEX },
    [FLAG_CHECKSUM] = { "gre.flags.checksum", "Checksum Bit", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &truth_yes },
    [FLAG_ROUTING] = { "gre.flags.routing", "Routing Bit", FT_BOOLEAN, BITS_16, .mask = 0x4000, .truth = &truth_yes },
    [FLAG_KEY] = { "gre.flags.key", "Key Bit", FT_BOOLEAN, BITS_16, .mask = 0x2000, .truth = &truth_yes },
    [FLAG_SEQUENCE] = { "gre.flags.sequence_number", "Sequence Number Bit", FT_BOOLEAN, BITS_16, .mask = 0x1000, .truth = &truth_yes },
    [FLAG_STRICT] = { "gre.flags.strict_source_route", "Strict Source Route Bit", FT_BOOLEAN, BITS_16, .mask = 0x0800, .truth = &truth_yes },
    [FLAG_RECURSION] = { "gre.flags.recursion_control", "Recursion control", FT_UINT16, BASE_DEC, .mask = 0x0700 },
    [FLAG_ACK] = { "gre.flags.ack", "Acknowledgment", FT_BOOLEAN, BITS_16, .mask = 0x0080, .truth = &truth_yes },
    [FLAG_RESERVED] = { "gre.flags.reserved", "Flags (Reserved)", FT_UINT16, BASE_DEC, .mask = 0x00f8 },
    [FLAG_RESERVED_ACK] = { "gre.flags.reserved", "Flags (Reserved)", FT_UINT16, BASE_DEC, .mask = 0x0078 },
    [FLAG_VERSION] = { "gre.flags.version", "Version", FT_UINT16, BASE_DEC, .mask = 0x0007, .values = &versions },
    [PROTO] = { "gre.proto", "Protocol Type", FT_UINT16, BASE_HEX, .values = &types },
    [CHECKSUM] = { "gre.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [STATUS] = { "gre.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [OFFSET] = { "gre.offset", "Offset", FT_UINT16, BASE_DEC },
    [KEY] = { "gre.key", "Key", FT_UINT32, BASE_HEX },
    [PAYLOAD_LENGTH] = { "gre.key.payload_length", "Payload Length", FT_UINT16, BASE_DEC },
    [CALL_ID] = { "gre.key.call_id", "Call ID", FT_UINT16, BASE_DEC },
    [SEQUENCE] = { "gre.sequence_number", "Sequence Number", FT_UINT32, BASE_DEC },
    [ACK] = { "gre.ack_number", "Acknowledgment Number", FT_UINT32, BASE_DEC },
    [ROUTING] = { "gre.routing", "Routing", FT_NONE },
    [ADDRESS_FAMILY] = { "gre.routing.address_family", "Address Family", FT_UINT16, BASE_DEC },
    [SRE_OFFSET] = { "gre.routing.sre_offset", "SRE Offset", FT_UINT8, BASE_DEC },
    [SRE_LENGTH] = { "gre.routing.src_length", "SRE Length", FT_UINT8, BASE_DEC },
    [SRE_DATA] = { "gre.routing.information", "Routing Information", FT_BYTES },
    [ATTRIBUTES] = { "gre.3gpp2_attrib", "3GPP2 Attributes", FT_NONE },
    [ATTRIBUTE] = { "", "Attribute", FT_NONE, .label_fn = attribute_label },
    [ATTRIBUTE_ID] = { "gre.3gpp2_attrib_id", "Type", FT_UINT8, BASE_HEX, .mask = 0x7f, .values = &attributes },
    [ATTRIBUTE_LENGTH] = { "gre.3gpp2_attrib_length", "Length", FT_UINT8, BASE_HEX },
    [SDI] = { "gre.3gpp2_sdi", "SDI/DOS", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &sdi },
    [FCI] = { "gre.3gpp2_fci", "Flow Control Indicator", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &fci },
    [DI] = { "gre.3gpp2_di", "Duration Indicator", FT_BOOLEAN, BITS_16, .mask = 0x4000, .truth = &di },
    [FLOW_ID] = { "gre.ggp2_flow_disc", "Flow ID", FT_BYTES },
    [SEGMENTATION] = { "gre.ggp2_3gpp2_seg", "Type", FT_UINT16, BASE_HEX, .mask = 0xc000, .values = &segments },
    [WCCP] = { "gre.wccp.redirect_header", "Redirect Header", FT_NONE },
    [WCCP_DYNAMIC] = { "gre.wccp.dynamic_service", "Dynamic Service", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &dynamic },
    [WCCP_ALTERNATIVE_USED] = { "gre.wccp.alternative_bucket_used", "Alternative bucket used", FT_BOOLEAN, BITS_8, .mask = 2,
                                .truth = &alternative },
    [WCCP_VALID] = { "gre.wccp.redirect_header_valid", "WCCP Redirect header is valid", FT_BOOLEAN, BITS_8, .mask = 4, .truth = &valid },
    [WCCP_SERVICE] = { "gre.wccp.service_id", "Service ID", FT_UINT8, BASE_DEC, .values = &services },
    [WCCP_ALTERNATIVE] = { "gre.wccp.alternative_bucket", "Alternative Bucket", FT_UINT8, BASE_DEC },
    [WCCP_PRIMARY] = { "gre.wccp.primary_bucket", "Primary Bucket", FT_UINT8, BASE_DEC },
};
static const struct note_def notes[] = {
    [CHECKSUM_BAD] = { "gre.checksum.incorrect", "Incorrect GRE Checksum", SEV_WARN, GROUP_PROTOCOL, checksum_text },
};

static void gre_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    const char *name = values_find(&types, be16(h + 2));
    if (name != NULL)
        sb_printf(sb, "Encapsulated %s", name);
    else
        sb_printf(sb, "Encapsulated 0x%04x (unknown)", be16(h + 2));
}

static void flag_fields(struct dissect *d, struct cursor c, bool enhanced)
{
    emit_bits(d, c, 0, 2, FLAGS, FLAG_RECURSION);
    down(d);
    if (enhanced)
        emit_at(d, c, FLAG_ACK, 0, 2);
    emit_at(d, c, enhanced ? FLAG_RESERVED_ACK : FLAG_RESERVED, 0, 2);
    emit_at(d, c, FLAG_VERSION, 0, 2);
    up(d);
}

/* Checksum and offset are there when either the checksum or the routing bit is set (RFC 1701). */
static void checksum_fields(struct dissect *d, struct cursor *c, struct cursor whole, uint32_t flags)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if ((flags & HAS_CHECKSUM) && !d->fragmented)
        found = checksum_verify(whole, whole.wire, 4, 0);
    checksum_emit_both(d, *c, 0, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
    cursor_skip(c, 2);
    add_item(d, c, OFFSET, 2);
}

/* Source route entries up to one of family 0 and length 0. */
static void routing_fields(struct dissect *d, struct cursor *c)
{
    while (d->stop == STOP_NONE) {
        uint32_t family = get16(d, *c, 0), len = get8(d, *c, 3);
        emit_value(d, *c, ROUTING, 0, 4 + len, 0);
        add_item(d, c, ADDRESS_FAMILY, 2);
        add_item(d, c, SRE_OFFSET, 1);
        add_item(d, c, SRE_LENGTH, 1);
        if (family == 0 && len == 0)
            return;
        add_item(d, c, SRE_DATA, len);
    }
}

static void attribute_fields(struct dissect *d, struct cursor *c)
{
    struct cursor start = *c;
    uint32_t top = emit_at(d, *c, ATTRIBUTES, 0, 0);
    bool last = false;
    down(d);
    while (!last && d->stop == STOP_NONE) {
        uint32_t id = get8(d, *c, 0), len = get8(d, *c, 1);
        last = (id & 0x80) != 0;
        emit_at(d, *c, ATTRIBUTE, 0, 2 + len);
        down(d);
        add_item(d, c, ATTRIBUTE_ID, 1);
        add_item(d, c, ATTRIBUTE_LENGTH, 1);
        switch (id & 0x7f) {
        case 1: emit_at(d, *c, SDI, 0, len); break;
        case 2:
            emit_at(d, *c, FCI, 0, len);
            emit_at(d, *c, DI, 0, len);
            break;
        case 3: emit_at(d, *c, FLOW_ID, 0, len); break;
        case 4: emit_at(d, *c, SEGMENTATION, 0, len); break;
        default: break;
        }
        up(d);
        cursor_skip(c, len);
    }
    up(d);
    set_len(d, top, c->offset - start.offset);
}

static void wccp_fields(struct dissect *d, struct cursor *c)
{
    emit_at(d, *c, WCCP, 0, 4);
    down(d);
    for (unsigned row = WCCP_DYNAMIC; row <= WCCP_VALID; row++)
        emit_at(d, *c, row, 0, 1);
    emit_at(d, *c, WCCP_SERVICE, 1, 1);
    emit_at(d, *c, WCCP_ALTERNATIVE, 2, 1);
    emit_at(d, *c, WCCP_PRIMARY, 3, 1);
    up(d);
    cursor_skip(c, 4);
}

/* The form of RFC 2637, which 3GPP2 took over. */
static bool is_enhanced(uint32_t flags, uint32_t type)
{
    return ((flags & 7) == 1 && type == TYPE_PPP) || type == TYPE_3GPP2;
}

static void optional_fields(struct dissect *d, struct cursor *c, struct cursor whole, uint32_t flags, uint32_t type)
{
    bool enhanced = is_enhanced(flags, type);
    if (flags & (HAS_CHECKSUM | HAS_ROUTING))
        checksum_fields(d, c, whole, flags);
    if ((flags & HAS_KEY) && enhanced) {
        add_item(d, c, PAYLOAD_LENGTH, 2);
        add_item(d, c, CALL_ID, 2);
    } else if (flags & HAS_KEY) {
        add_item(d, c, KEY, 4);
    }
    if (flags & HAS_SEQUENCE)
        add_item(d, c, SEQUENCE, 4);
    if (enhanced && (flags & HAS_ACK))
        add_item(d, c, ACK, 4);
    if (flags & HAS_ROUTING)
        routing_fields(d, c);
    if (type == TYPE_3GPP2)
        attribute_fields(d, c);
    if (type == TYPE_WCCP && c->wire != 0 && get8(d, *c, 0) >> 4 != 4)  /* 4: IP follows at once */
        wccp_fields(d, c);
}

static struct verdict gre_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    const uint8_t *h = cursor_take(&c, 4);
    if (h == NULL) {
        fall_short(d, whole, 0, 4);
        return done();
    }
    uint32_t flags = be16(h), type = be16(h + 2);
    set_protocol_column(d, "GRE");
    info_set(d, gre_info, h);
    uint32_t top = emit_protocol(d, whole, whole.cap, NULL);
    flag_fields(d, whole, is_enhanced(flags, type));
    emit_at(d, whole, PROTO, 2, 2);
    optional_fields(d, &c, whole, flags, type);
    if (d->stop != STOP_NONE)
        return done();
    set_end(d, top, c);
    if (c.wire == 0)
        return done();
    if (type == TYPE_ERSPAN && !(flags & HAS_SEQUENCE))
        return hand_to(&proto_erspan, 1, c);
    if (claimed(d, TABLE_GRE_PROTO, type))
        return hand_on(TABLE_GRE_PROTO, type, c);
    nested(d, hand_to(&proto_data, 0, c), false);
    return done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_GRE }, { TABLE_UDP_PORT, 4754 } };
static const uint8_t hands_to[] = { TABLE_GRE_PROTO };
static const struct protocol *const calls[] = { &proto_data, &proto_erspan, NULL };

/* Plain: nothing is optional in it, and it holds what its type says, without more ado. */
static bool gre_glance(struct glance *g)
{
    if (g->cap < 4 || be16(g->p) != 0)
        return false;
    g->header = 4;
    g->table = TABLE_GRE_PROTO;
    g->key = g->second = be16(g->p + 2);
    return g->key != TYPE_ERSPAN && g->key != TYPE_3GPP2 && g->key != TYPE_WCCP;
}

PROTOCOL(gre,
    .name = "gre", .short_name = "GRE", .long_name = "Generic Routing Encapsulation",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .glance = gre_glance, .run = gre_run
);
