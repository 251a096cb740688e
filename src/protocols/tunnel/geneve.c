/* geneve.c - Generic Network Virtualization Encapsulation, RFC 8926, with the options of Google's cloud.
   Claims udp.port 6081, hands on by "ethertype". */
#include "protocols/protocol.h"

#include "protocols/link/ethertype.h"

enum { GENEVE, VERSION, BAD_VERSION, FLAGS, OAM, CRITICAL, FLAGS_RESERVED, PROTO_TYPE, VNI, RESERVED, OPTIONS, OPTION, BAD_OPTION,
       CLASS, TYPE, TYPE_CRITICAL, OPTION_FLAGS, OPTION_FLAGS_RESERVED, LENGTH, GCP_VNID, GCP_DIRECTION, GCP_RESERVED,
       GCP_ENDPOINT, GCP_PROFILE, UNKNOWN_DATA };
enum { VERSION_UNKNOWN, LENGTH_INVALID };
enum { HEADER = 8, OPTION_HEADER = 4, UNIT = 4 };  /* bytes; lengths of options count UNITs */
enum { LENGTH_BITS = 0x3f, OPTION_LENGTH_BITS = 0x1f, OAM_BIT = 0x80, CRITICAL_BIT = 0x80 };
enum { GCP_IS_VNID = 0x01320100, GCP_IS_ENDPOINT = 0x01320200, GCP_IS_PROFILE = 0x01320300 };  /* class and type, above the length */

RANGES(classes,
    { 0x0000, 0x00ff, "Standard" }, { 0x0100, 0x0100, "Linux" }, { 0x0101, 0x0101, "Open vSwitch" },
    { 0x0102, 0x0102, "Open Virtual Networking (OVN)" }, { 0x0103, 0x0103, "In-band Network Telemetry (INT)" },
    { 0x0104, 0x0104, "VMware" }, { 0x0105, 0x0105, "Amazon.com, Inc." }, { 0x0106, 0x0106, "Cisco Systems, Inc." },
    { 0x0107, 0x0107, "Oracle Corporation" }, { 0x0108, 0x0110, "Amazon.com, Inc." }, { 0x0111, 0x0118, "IBM" },
    { 0x0119, 0x0128, "Ericsson" }, { 0x0129, 0x0129, "Oxide Computer Company" }, { 0x0130, 0x0131, "Cisco Systems, Inc." },
    { 0x0132, 0x0135, "Google LLC" }, { 0x0136, 0x0136, "InfoQuick Global Connection Tech Ltd." },
    { 0x0137, 0xfeff, "Unassigned" }, { 0xfff0, 0xffff, "Experimental" });
static const struct truth direction = { "Egress", "Ingress" };

static void geneve_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->v.arg;  /* NULL: cut before the network's number ends */
    (void)d;
    if (h != NULL)
        sb_printf(sb, ", VNI: 0x%06x%s", be24(h + 4), h[1] & OAM_BIT ? ", OAM" : "");
}

static void version_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->v.arg;
    (void)d;
    if (h != NULL)
        sb_printf(sb, "Unknown version %u", h[0] >> 6);
}

static void options_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Options: (%u bytes)", n->len);
}

static void sb_option(struct strbuf *sb, const uint8_t *o)
{
    uint32_t class = be16(o);
    const char *name = "Unknown", *owner = ranges_find(&classes, class);
    switch (be32(o) & 0xffffff00) {
    case GCP_IS_VNID: name = "GCP Virtual Network ID"; break;
    case GCP_IS_ENDPOINT: name = "GCP Endpoint ID"; break;
    case GCP_IS_PROFILE: name = "GCP Profile ID"; break;
    default: break;
    }
    sb_printf(sb, "%s, Class: %s (0x%04x) Type: 0x%02x", name, owner != NULL ? owner : "Unknown", class, o[2]);
}

static uint32_t option_length(const uint8_t *o) { return OPTION_HEADER + UNIT * (o[3] & OPTION_LENGTH_BITS); }

static void sb_critical(struct strbuf *sb, uint8_t type)
{
    sb_str(sb, type & CRITICAL_BIT ? " (Critical)" : " (Non-critical)");
}

static void critical_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = node_bytes(d, n, 0, 1);
    if (type != NULL)
        sb_critical(sb, type[0]);
}

static void option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *o = node_bytes(d, n, 0, OPTION_HEADER);
    if (o == NULL)
        return;
    sb_option(sb, o);
    sb_critical(sb, o[2]);
}

static void bad_option_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *o = n->v.arg;
    (void)d;
    if (o == NULL)
        return;
    sb_option(sb, o);
    sb_printf(sb, " (length of %u is past end of options)", option_length(o));
}

static void option_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u != 0 ? " (RSVD)" : "");
}

/* The bits stand in groups of bytes, unlike those of a masked field. */
static void vnid_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    for (unsigned i = 32; i-- > 4;) {
        sb_char(sb, n->v.u << 4 >> i & 1 ? '1' : '0');
        sb_str(sb, i % 8 == 0 ? "  " : i % 4 == 0 ? " " : "");
    }
    sb_printf(sb, ".... = GCP Virtual Network ID: %u", (unsigned)n->v.u);
}

static const struct field fields[] = {
    [GENEVE] = { "geneve", "Generic Network Virtualization Encapsulation", FT_PROTOCOL, .suffix = geneve_suffix },
    [VERSION] = { "geneve.version", "Version", FT_UINT8, BASE_DEC },
    [BAD_VERSION] = { "", "Unknown version", FT_NONE, .label_fn = version_text },
    [FLAGS] = { "geneve.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [OAM] = { "geneve.flags.oam", "Operations, Administration and Management Frame", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [CRITICAL] = { "geneve.flags.critical", "Critical Options Present", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [FLAGS_RESERVED] = { "geneve.flags.reserved", "Reserved", FT_BOOLEAN, BITS_8, .mask = 0x3f },
    [PROTO_TYPE] = { "geneve.proto_type", "Protocol Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [VNI] = { "geneve.vni", "Virtual Network Identifier (VNI)", FT_UINT24, BASE_HEX_DEC },
    [RESERVED] = { "geneve.reserved", "Reserved", FT_UINT8, BASE_HEX },
    [OPTIONS] = { "geneve.options", "Geneve Options", FT_BYTES, .label_fn = options_label },
    [OPTION] = { "geneve.option", "Option", FT_BYTES, .label_fn = option_label },
    [BAD_OPTION] = { "", "Option", FT_NONE, .label_fn = bad_option_text },
    [CLASS] = { "geneve.option.class", "Class", FT_UINT16, BASE_HEX, .ranges = &classes },
    [TYPE] = { "geneve.option.type", "Type", FT_UINT8, BASE_HEX, .suffix = critical_suffix },
    [TYPE_CRITICAL] = { "geneve.option.type.critical", "Critical Option", FT_BOOLEAN, BITS_8, .mask = 0x80, .flags = HIDDEN },
    [OPTION_FLAGS] = { "geneve.option.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = option_flags_suffix },
    [OPTION_FLAGS_RESERVED] = { "geneve.option.flags.reserved", "Reserved", FT_BOOLEAN, BITS_8, .mask = 0xe0 },
    [LENGTH] = { "geneve.option.length", "Length", FT_UINT8, BASE_DEC, .unit = &unit_bytes },
    [GCP_VNID] = { "geneve.option.gcp.vnid", "GCP Virtual Network ID", FT_UINT32, BASE_DEC, .label_fn = vnid_label },
    [GCP_DIRECTION] = { "geneve.option.gcp.direction", "GCP Traffic Direction", FT_BOOLEAN, BITS_32, .mask = 0x1,
                        .truth = &direction },
    [GCP_RESERVED] = { "geneve.option.gcp.reserved", "GCP Reserved bits", FT_BOOLEAN, BITS_32, .mask = 0xe },
    [GCP_ENDPOINT] = { "geneve.option.gcp.endpoint", "GCP Endpoint ID", FT_BYTES },
    [GCP_PROFILE] = { "geneve.option.gcp.profile", "GCP Profile ID", FT_UINT64, BASE_DEC },
    [UNKNOWN_DATA] = { "geneve.option.unknown.data", "Unknown Option Data", FT_BYTES },
};
static const struct note_def notes[] = {
    [VERSION_UNKNOWN] = { "geneve.version.unknown", "Unknown version", SEV_WARN, GROUP_PROTOCOL, version_text },
    [LENGTH_INVALID] = { "geneve.option.length.invalid", "Invalid length for option", SEV_WARN, GROUP_PROTOCOL, bad_option_text },
};

static void version_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Unknown Geneve version %u", h[0] >> 6);
}

static void geneve_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint32_t type = be16(arg);
    const char *name = values_find(&ethertype_values, type);
    (void)d;
    if (name != NULL)
        sb_printf(sb, "Encapsulated %s", name);
    else
        sb_printf(sb, "Encapsulated 0x%04x (unknown)", type);
}

/* What stands behind an option's header; `o` begins with its data and goes on to the end of the packet. */
static void option_data(struct dissect *d, struct cursor o, uint32_t kind, uint32_t len)
{
    switch (kind) {
    case GCP_IS_VNID:  /* its word is read whatever the option's length says */
        emit_value(d, o, GCP_VNID, 0, 4, get32(d, o, 0) >> 4);
        emit_at(d, o, GCP_DIRECTION, 0, 4);
        emit_at(d, o, GCP_RESERVED, 0, 4);
        break;
    case GCP_IS_ENDPOINT: emit_at(d, o, GCP_ENDPOINT, 0, len); break;
    case GCP_IS_PROFILE:
        if (len == 0)
            malformed(d);
        else
            emit_value(d, o, GCP_PROFILE, 0, len, len == 4 ? get32(d, o, 0) : get64(d, o, 0));
        break;
    default: emit_at(d, o, UNKNOWN_DATA, 0, len);
    }
}

static void option_fields(struct dissect *d, struct cursor o, uint32_t len)
{
    uint32_t reserved = o.p[3] & ~OPTION_LENGTH_BITS & 0xff;
    emit_at(d, o, OPTION, 0, len);
    down(d);
    emit_at(d, o, CLASS, 0, 2);
    emit_at(d, o, TYPE, 2, 1);
    emit_at(d, o, TYPE_CRITICAL, 2, 1);
    uint32_t flags = emit_value(d, o, OPTION_FLAGS, 3, 1, reserved >> 5);
    if (reserved == 0)
        set_hidden(d, flags);
    down(d);
    emit_at(d, o, OPTION_FLAGS_RESERVED, 3, 1);
    up(d);
    emit_value(d, o, LENGTH, 3, 1, len);
    option_data(d, cursor_at(o, OPTION_HEADER), be32(o.p) & 0xffffff00, len - OPTION_HEADER);
    up(d);
}

/* The first `left` bytes of the cursor, which are captured. */
static void options_fields(struct dissect *d, struct cursor c, uint32_t left)
{
    emit_at(d, c, OPTIONS, 0, left);
    down(d);
    while (left != 0 && d->stop == STOP_NONE) {
        uint32_t len = option_length(c.p);
        if (len > left) {
            note_on(d, emit_arg(d, c, BAD_OPTION, 3, 1, c.p), LENGTH_INVALID, c.p);
            break;
        }
        option_fields(d, c, len);
        cursor_skip(&c, len);
        left -= len;
    }
    up(d);
}

static struct verdict geneve_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "Geneve");
    info_clear(d);
    uint32_t first = get8(d, c, 0), len = UNIT * (first & LENGTH_BITS);
    emit_protocol(d, c, c.cap < HEADER + len ? c.cap : HEADER + len, cursor_peek(c, 0, 7));
    emit_value(d, c, VERSION, 0, 1, first >> 6);
    if (first >> 6 != 0) {
        info_set(d, version_info, c.p);
        note_on(d, emit_arg(d, c, BAD_VERSION, 0, 1, c.p), VERSION_UNKNOWN, c.p);
    }
    emit_value(d, c, LENGTH, 0, 1, len);
    emit_bits(d, c, 1, 1, FLAGS, FLAGS_RESERVED);
    emit_at(d, c, PROTO_TYPE, 2, 2);
    uint32_t type = get16(d, c, 2);
    if (d->stop == STOP_NONE)
        info_set(d, geneve_info, c.p + 2);
    emit_at(d, c, VNI, 4, 3);
    uint32_t reserved = emit_at(d, c, RESERVED, 7, 1);
    if (get8(d, c, 7) == 0)
        set_hidden(d, reserved);
    if (!need(d, c, HEADER, len))
        return done();
    cursor_take(&c, HEADER);
    if (len != 0)
        options_fields(d, c, len);
    cursor_take(&c, len);
    return d->stop == STOP_NONE ? hand_on(TABLE_ETHERTYPE, type, c) : done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 6081 } };
static const uint8_t hands_to[] = { TABLE_ETHERTYPE };

PROTOCOL(geneve,
    .name = "geneve", .short_name = "Geneve", .long_name = "Generic Network Virtualization Encapsulation",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .run = geneve_run
);
