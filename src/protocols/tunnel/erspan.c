/* erspan.c - Encapsulated Remote Switch Packet ANalysis, types I to III (draft-foschiano-erspan).  Claims gre.proto 0x88be
   and 0x22eb; a mirrored frame follows. */
#include "protocols/protocol.h"

enum { ERSPAN, VERSION, VLAN, COS, ENCAP, BSO, TRUNCATED, SPAN_ID, RESERVED, INDEX, TIMESTAMP, SGT, HAS_PDU, FRAME_TYPE, HARDWARE,
       DIRECTION, GRANULARITY, OPTIONAL, PLATFORM, P1_RESERVED, P1_DOMAIN, P1_PORT, P3_RESERVED, P3_PORT, P3_TIMESTAMP,
       P4_RESERVED, P4_RESERVED2, P4_RESERVED3, P5_SWITCH, P5_PORT, P5_TIMESTAMP, P7_RESERVED, P7_SOURCE, P7_TIMESTAMP,
       P_RESERVED };
enum { VERSION_UNKNOWN };
enum { TYPE_II = 1, TYPE_III = 2 };
enum { TYPE_I = 1 };  /* variant: GRE without sequence numbers */
enum { FRAME_ETHERNET = 0, FRAME_IP = 2 };

extern const struct protocol proto_eth, proto_data;

VALUES(versions,
    { 1, "Type II" }, { 2, "Type III" });
VALUES(encapsulations,
    { 0, "Originally without VLAN tag" }, { 1, "Originally ISL encapsulated" },
    { 2, "Originally 802.1Q encapsulated" }, { 3, "VLAN tag preserved in frame" });
VALUES(integrities,
    { 0, "Good or unknown integrity" }, { 1, "Short frame" }, { 2, "Oversized frame" },
    { 3, "CRC or alignment error" });
VALUES(truncations,
    { 0, "Not truncated" }, { 1, "Truncated" });
VALUES(frame_types,
    { 0, "Ethernet" }, { 2, "IP" });
VALUES(granularities,
    { 0, "100 microseconds" }, { 1, "100 nanoseconds" }, { 2, "IEEE 1588" }, { 3, "Custom granularity" });
static const struct truth direction = { "Egress", "Ingress" };

/* arg: the version, or NULL for type I, which has no header. */
static void erspan_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->v.arg;
    (void)d;
    sb_printf(sb, " %s", h == NULL ? "Type I" : values_or(&versions, h[0] >> 4, "Unknown"));
}

static const struct field fields[] = {
    [ERSPAN] = { "erspan", "Encapsulated Remote Switch Packet ANalysis", FT_PROTOCOL, .suffix = erspan_label },
    [VERSION] = { "erspan.version", "Version", FT_UINT16, BASE_DEC, .mask = 0xf000, .values = &versions },
    [VLAN] = { "erspan.vlan", "Vlan", FT_UINT16, BASE_DEC, .mask = 0x0fff },
    [COS] = { "erspan.cos", "COS", FT_UINT16, BASE_DEC, .mask = 0xe000 },
    [ENCAP] = { "erspan.encap", "Encap", FT_UINT16, BASE_DEC, .mask = 0x1800, .values = &encapsulations },
    [BSO] = { "erspan.bso", "Bad/Short/Oversized", FT_UINT16, BASE_DEC, .mask = 0x1800, .values = &integrities },
    [TRUNCATED] = { "erspan.truncated", "Truncated", FT_UINT16, BASE_DEC, .mask = 0x0400, .values = &truncations },
    [SPAN_ID] = { "erspan.spanid", "SpanID", FT_UINT16, BASE_DEC, .mask = 0x03ff },
    [RESERVED] = { "erspan.reserved", "Reserved", FT_UINT32, BASE_DEC, .mask = 0xfff00000 },
    [INDEX] = { "erspan.index", "Index", FT_UINT32, BASE_DEC, .mask = 0x000fffff },
    [TIMESTAMP] = { "erspan.timestamp", "Timestamp", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [SGT] = { "erspan.sgt", "Security Group Tag", FT_UINT16, BASE_DEC, .mask = 0xffff },
    [HAS_PDU] = { "erspan.p", "Has Ethernet PDU", FT_UINT16, BASE_DEC, .mask = 0x8000 },
    [FRAME_TYPE] = { "erspan.ft", "Frame Type", FT_UINT16, BASE_DEC, .mask = 0x7c00, .values = &frame_types },
    [HARDWARE] = { "erspan.hw", "Hardware ID", FT_UINT16, BASE_DEC, .mask = 0x03f0 },
    [DIRECTION] = { "erspan.direction", "Direction", FT_BOOLEAN, BITS_16, .mask = 0x0008, .truth = &direction },
    [GRANULARITY] = { "erspan.gra", "Timestamp granularity", FT_UINT16, BASE_DEC, .mask = 0x0006, .values = &granularities },
    [OPTIONAL] = { "erspan.o", "Optional Sub headers", FT_UINT16, BASE_DEC, .mask = 0x0001 },
    [PLATFORM] = { "erspan.platid", "Platform ID", FT_UINT32, BASE_DEC, .mask = 0xfc000000 },
    [P1_RESERVED] = { "erspan.pid1.rsvd1", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x03fff000 },
    [P1_DOMAIN] = { "erspan.pid1.vsmid", "VSM Domain ID", FT_UINT32, BASE_DEC, .mask = 0x00000fff },
    [P1_PORT] = { "erspan.pid1.port_index", "Port ID/Index", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [P3_RESERVED] = { "erspan.pid3.rsvd1", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x03ffc000 },
    [P3_PORT] = { "erspan.pid3.port_index", "Port ID/Index", FT_UINT32, BASE_DEC, .mask = 0x00003fff },
    [P3_TIMESTAMP] = { "erspan.pid3.timestamp", "Upper 32-bit Timestamp", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [P4_RESERVED] = { "erspan.pid4.rsvd1", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x03ffc000 },
    [P4_RESERVED2] = { "erspan.pid4.rsvd2", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x00003fff },
    [P4_RESERVED3] = { "erspan.pid4.rsvd3", "Reserved", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [P5_SWITCH] = { "erspan.pid5.switchid", "Switch ID", FT_UINT32, BASE_DEC, .mask = 0x03ff0000 },
    [P5_PORT] = { "erspan.pid5.port_index", "Port ID/Index", FT_UINT32, BASE_DEC, .mask = 0x0000ffff },
    [P5_TIMESTAMP] = { "erspan.pid5.timestamp", "Timestamp (seconds)", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [P7_RESERVED] = { "erspan.pid7.rsvd1", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x03f00000 },
    [P7_SOURCE] = { "erspan.pid7.source_index", "Source Index", FT_UINT32, BASE_DEC, .mask = 0x000fffff },
    [P7_TIMESTAMP] = { "erspan.pid7.timestamp", "Upper 32-bit Timestamp", FT_UINT32, BASE_DEC, .mask = 0xffffffff },
    [P_RESERVED] = { "erspan.pid.rsvd", "Reserved", FT_UINT64, BASE_DEC, .mask = 0x03ffffff },
};
static const struct note_def notes[] = {
    [VERSION_UNKNOWN] = { "erspan.version.unknown", "Unknown version, please report or test to use fake ERSPAN preference",
                          SEV_WARN, GROUP_UNDECODED },
};

static void platform_fields(struct dissect *d, struct cursor c)
{
    uint32_t id = get32(d, c, 0) >> 26;
    emit_at(d, c, PLATFORM, 0, 4);
    switch (id) {
    case 1:
        emit_at(d, c, P1_RESERVED, 0, 4);
        emit_at(d, c, P1_DOMAIN, 0, 4);
        emit_at(d, c, P1_PORT, 4, 4);
        break;
    case 3:
        emit_at(d, c, P3_RESERVED, 0, 4);
        emit_at(d, c, P3_PORT, 0, 4);
        emit_at(d, c, P3_TIMESTAMP, 4, 4);
        break;
    case 4:
        emit_at(d, c, P4_RESERVED, 0, 4);
        emit_at(d, c, P4_RESERVED2, 0, 4);
        emit_at(d, c, P4_RESERVED3, 4, 4);
        break;
    case 5:
    case 6:
        emit_at(d, c, P5_SWITCH, 0, 4);
        emit_at(d, c, P5_PORT, 0, 4);
        emit_at(d, c, P5_TIMESTAMP, 4, 4);
        break;
    case 0:
    case 7:
        emit_at(d, c, P7_RESERVED, 0, 4);
        emit_at(d, c, P7_SOURCE, 0, 4);
        emit_at(d, c, P7_TIMESTAMP, 4, 4);
        break;
    default: emit_at(d, c, P_RESERVED, 0, 8);
    }
}

/* Bytes that the header of type III has behind the first four; `type`: of the frame that follows. */
static void type_three(struct dissect *d, struct cursor *c, uint32_t *type)
{
    add_item(d, c, TIMESTAMP, 4);
    add_item(d, c, SGT, 2);
    uint32_t bits = get16(d, *c, 0);
    *type = bits >> 10 & 31;
    for (unsigned row = HAS_PDU; row <= OPTIONAL; row++)
        emit_at(d, *c, row, 0, 2);
    cursor_skip(c, 2);
    if (!(bits & 1))
        return;
    platform_fields(d, *c);
    cursor_skip(c, 8);
}

static struct verdict erspan_run(struct dissect *d, struct cursor c)
{
    uint32_t type = FRAME_ETHERNET;
    set_protocol_column(d, "ERSPAN");
    info_set(d, info_constant, "ERSPAN:");
    if (d->variant == TYPE_I) {
        emit_protocol(d, c, 0, NULL);
        return hand_to(&proto_eth, 0, c);
    }
    if (!need(d, c, 0, 1))
        return done();
    uint32_t version = c.p[0] >> 4;
    emit_protocol(d, c, c.cap, c.p);
    emit_at(d, c, VERSION, 0, 2);
    if (version != TYPE_II && version != TYPE_III) {
        uint32_t n = emit_at(d, c, VERSION, 0, 2);
        note_on(d, n, VERSION_UNKNOWN, NULL);
        return done();
    }
    add_item(d, &c, VLAN, 2);
    emit_at(d, c, COS, 0, 2);
    emit_at(d, c, version == TYPE_II ? ENCAP : BSO, 0, 2);
    emit_at(d, c, TRUNCATED, 0, 2);
    add_item(d, &c, SPAN_ID, 2);
    if (version == TYPE_II) {
        emit_at(d, c, RESERVED, 0, 4);
        add_item(d, &c, INDEX, 4);
    } else {
        type_three(d, &c, &type);
    }
    if (d->stop != STOP_NONE)
        return done();
    return hand_to(type == FRAME_ETHERNET ? &proto_eth : &proto_data, 0, c);
}

static const struct claim claims[] = { { TABLE_GRE_PROTO, 0x88be }, { TABLE_GRE_PROTO, 0x22eb } };
static const struct protocol *const calls[] = { &proto_eth, &proto_data, NULL };

PROTOCOL(erspan,
    .name = "erspan", .short_name = "ERSPAN", .long_name = "Encapsulated Remote Switch Packet ANalysis",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .calls = calls, .run = erspan_run
);
