/* gtp.c - GPRS Tunnelling Protocol, the user plane: 3GPP TS 29.281 (GTPv1-U), with the PDU session container of TS 38.415.
   Claims udp.port 2152; a T-PDU is handed to IP by its first byte.  The control plane (port 2123) is not here. */
#include "protocols/enterprise.h"
#include "protocols/protocol.h"

extern const struct protocol proto_ip, proto_ipv6;

enum { GTP, FLAGS, VERSION, PAYLOAD_TYPE, RESERVED, E_FLAG, S_FLAG, PN_FLAG, MESSAGE, LENGTH, TEID, SEQUENCE, NPDU, NEXT,
       EXTENSION, EXTENSION_LENGTH, UDP_PORT, PDCP_NUMBER, LONG_SPARE, LONG_NUMBER, LONG_REST, SESSION, SESSION_TYPE, SESSION_SPARE,
       PPP_FLAG, RQI_FLAG, UPLINK_SPARE, QFI, PPI, PPI_SPARE, RECOVERY, TEID_DATA, GSN_ADDRESS, GSN_LENGTH, GSN_IPV4, GSN_IPV6,
       TYPES, TYPES_COUNT, TYPE, PRIVATE, PRIVATE_LENGTH, PRIVATE_ID, PRIVATE_VALUE, UNKNOWN_ELEMENT, RESPONSE_IN, RESPONSE_TO,
       TIME, TPDU };
enum { LENGTH_ZERO, ELEMENT_UNKNOWN };
enum { HEADER = 8, OPTIONAL = 4, VERSION_AND_TYPE = 0xf0, GTP_V1 = 0x30 };
enum { PN_BIT = 1, S_BIT = 2, E_BIT = 4 };
enum { ECHO_REQUEST = 1, ECHO_RESPONSE = 2, T_PDU = 255 };
enum { EXT_UDP_PORT = 0x40, EXT_LONG_PDCP = 0x82, EXT_SESSION = 0x85, EXT_PDCP = 0xc0, EXT_UNIT = 4 };
enum { IE_RECOVERY = 14, IE_TEID_DATA = 16, IE_GSN_ADDRESS = 133, IE_EXTENSION_TYPES = 141, IE_PRIVATE = 255 };

/* TS 29.060 table 1 and TS 29.281 table 6.1-1, as far as the user plane has them. */
VALUES(messages,
    { 1, "Echo request" }, { 2, "Echo response" }, { 3, "Version not supported" }, { 26, "Error indication" },
    { 31, "Supported extension header notification" }, { 253, "Tunnel Status" }, { 254, "End Marker" }, { 255, "T-PDU" });
VALUES(versions, { 0, "GTP release 97/98 version" }, { 1, "GTP release 99 version" }, { 2, "GTPv2-C" }, { 3, "None" },
       { 4, "None" }, { 5, "None" }, { 6, "None" }, { 7, "None" });
VALUES(payload_types, { 0, "GTP'" }, { 1, "GTP" });
VALUES(extensions,
    { 0x00, "No more extension headers" }, { 0x01, "MBMS support indication" }, { 0x02, "MS Info Change Reporting support indication" },
    { 0x03, "Long PDCP PDU Number" }, { 0x20, "Service Class Indicator" }, { 0x40, "UDP Port number" }, { 0x81, "RAN container" },
    { 0x82, "Long PDCP PDU number" }, { 0x83, "Xw RAN container" }, { 0x84, "NR RAN container" },
    { 0x85, "PDU Session container" }, { 0xc0, "PDCP PDU number" }, { 0xc1, "Suspend Request" }, { 0xc2, "Suspend Response" });
VALUES(session_types, { 0, "DL PDU SESSION INFORMATION" }, { 1, "UL PDU SESSION INFORMATION" });
static const struct truth presence = { "Present", "Not Present" };

static void extension_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = n->v.arg;  /* NULL: it has no length */
    (void)d;
    sb_str(sb, "Extension header");
    if (type != NULL)
        sb_printf(sb, " (%s)", values_or(&extensions, *type, "Unknown"));
}

static void address_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct address *a = n->v.arg;
    sb_str(sb, "GSN address : ");
    if (a != NULL && a->bytes != NULL)
        sb_address_plain(sb, *a);
    (void)d;
}

static void private_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *id = n->v.arg;
    (void)d;
    sb_str(sb, "Private Extension : ");
    if (id != NULL)
        enterprise_label(sb, be16(id));
}

/* "No. 1 --> ..." */
static void type_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *number = annotation(d, n);
    sb_printf(sb, "No. %u --> Extension Header Type value : %s (0x%02x)", number != NULL ? *number : 0,
              values_or(&extensions, (uint32_t)n->v.u, "Unknown"), (unsigned)n->v.u);
}

static const struct field fields[] = {
    [GTP] = { "gtp", "GPRS Tunneling Protocol", FT_PROTOCOL },
    [FLAGS] = { "gtp.flags", "Flags", FT_UINT8, BASE_HEX },
    [VERSION] = { "gtp.flags.version", "Version", FT_UINT8, BASE_DEC, .mask = 0xe0, .values = &versions },
    [PAYLOAD_TYPE] = { "gtp.flags.payload", "Protocol type", FT_UINT8, BASE_DEC, .mask = 0x10, .values = &payload_types },
    [RESERVED] = { "gtp.flags.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x08 },
    [E_FLAG] = { "gtp.flags.e", "Is Next Extension Header present?", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_yes },
    [S_FLAG] = { "gtp.flags.s", "Is Sequence Number present?", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_yes },
    [PN_FLAG] = { "gtp.flags.pn", "Is N-PDU number present?", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_yes },
    [MESSAGE] = { "gtp.message", "Message Type", FT_UINT8, BASE_HEX, .values = &messages },
    [LENGTH] = { "gtp.length", "Length", FT_UINT16, BASE_DEC },
    [TEID] = { "gtp.teid", "TEID", FT_UINT32, BASE_HEX_DEC },
    [SEQUENCE] = { "gtp.seq_number", "Sequence number", FT_UINT16, BASE_HEX_DEC },
    [NPDU] = { "gtp.npdu_number", "N-PDU Number", FT_UINT8, BASE_HEX },
    [NEXT] = { "gtp.ext_hdr.next", "Next extension header type", FT_UINT8, BASE_HEX, .values = &extensions },
    [EXTENSION] = { "gtp.ext_hdr", "Extension header", FT_NONE, .label_fn = extension_label },
    [EXTENSION_LENGTH] = { "gtp.ext_hdr.length", "Extension Header Length", FT_UINT8, BASE_DEC },
    [UDP_PORT] = { "gtp.ext_hdr.udp_port", "UDP Port", FT_UINT16, BASE_DEC },
    [PDCP_NUMBER] = { "gtp.ext_hdr.pdcp_sn", "PDCP Sequence Number", FT_UINT16, BASE_DEC },
    [LONG_SPARE] = { "gtp.ext_hdr.spare_bits", "Spare", FT_UINT8, BASE_HEX, .mask = 0xfc },
    [LONG_NUMBER] = { "gtp.ext_hdr.long_pdcp_sn", "Long PDCP Sequence Number", FT_UINT24, BASE_DEC },
    [LONG_REST] = { "gtp.ext_hdr.spare_bytes", "Spare", FT_BYTES },
    [SESSION] = { "", "PDU Session Container", FT_NONE },
    [SESSION_TYPE] = { "gtp.ext_hdr.pdu_ses_con.pdu_type", "PDU Type", FT_UINT8, BASE_DEC, .mask = 0xf0, .values = &session_types },
    [SESSION_SPARE] = { "gtp.spare.h1", "Spare", FT_UINT8, BASE_HEX, .mask = 0x0f },
    [PPP_FLAG] = { "gtp.ext_hdr.pdu_ses_cont.ppp", "Paging Policy Presence (PPP)", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &presence },
    [RQI_FLAG] = { "gtp.ext_hdr.pdu_ses_cont.rqi", "Reflective QoS Indicator (RQI)", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &presence },
    [UPLINK_SPARE] = { "gtp.spare.b7b6", "Spare", FT_UINT8, BASE_HEX, .mask = 0xc0 },
    [QFI] = { "gtp.ext_hdr.pdu_ses_con.qos_flow_id", "QoS Flow Identifier (QFI)", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [PPI] = { "gtp.ext_hdr.pdu_ses_cont.ppi", "Paging Policy Indicator (PPI)", FT_UINT8, BASE_DEC, .mask = 0xe0 },
    [PPI_SPARE] = { "gtp.spare.b4b0", "Spare", FT_UINT8, BASE_HEX, .mask = 0x1f },
    [RECOVERY] = { "gtp.recovery", "Recovery", FT_UINT8, BASE_DEC },
    [TEID_DATA] = { "gtp.teid_data", "TEID Data I", FT_UINT32, BASE_HEX_DEC },
    [GSN_ADDRESS] = { "", "GSN address", FT_NONE, .label_fn = address_label },
    [GSN_LENGTH] = { "gtp.gsn_address_length", "GSN address length", FT_UINT16, BASE_DEC },
    [GSN_IPV4] = { "gtp.gsn_ipv4", "GSN address IPv4", FT_IPv4 },
    [GSN_IPV6] = { "gtp.gsn_ipv6", "GSN address IPv6", FT_IPv6 },
    [TYPES] = { "", "Extension Header Types List", FT_NONE },
    [TYPES_COUNT] = { "gtp.num_ext_hdr_types", "Number of Extension Header Types in list (i.e., length)", FT_UINT8, BASE_DEC },
    [TYPE] = { "gtp.ext_hdr_type", "Extension Header Type", FT_UINT8, BASE_DEC, .values = &extensions, .label_fn = type_label },
    [PRIVATE] = { "", "Private Extension", FT_NONE, .label_fn = private_label },
    [PRIVATE_LENGTH] = { "gtp.ext_length", "Length", FT_UINT16, BASE_DEC },
    [PRIVATE_ID] = { "gtp.ext_id", "Extension identifier", FT_UINT16, BASE_CUSTOM, .custom = enterprise_label },
    [PRIVATE_VALUE] = { "gtp.ext_val", "Extension value", FT_BYTES },
    [UNKNOWN_ELEMENT] = { "", "Unknown extension header", FT_NONE },
    [RESPONSE_IN] = { "gtp.response_in", "Response In", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [RESPONSE_TO] = { "gtp.response_to", "Response To", FT_FRAMENUM, .flags = GENERATED },
    [TIME] = { "gtp.time", "Time", FT_RELATIVE_TIME, .flags = GENERATED },
    [TPDU] = { "gtp.tpdu_data", "T-PDU Data", FT_BYTES },
};
static const struct note_def notes[] = {
    [LENGTH_ZERO] = { "gtp.ext_length.invalid", "Extension header length is zero", SEV_ERROR, GROUP_MALFORMED },
    [ELEMENT_UNKNOWN] = { "gtp.unknown_extension_header", "Unknown extension header", SEV_WARN, GROUP_PROTOCOL },
};

/* --- columns ----------------------------------------------------------------------------------- */

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *type = arg;
    (void)d;
    sb_str(sb, values_or(&messages, *type, "Unknown"));
}

/* What is carried gives its name: "GTP <TCP>". */
static void name_carried(struct dissect *d, struct cursor c, uint32_t parent)
{
    struct strbuf sb = { 0 };
    (void)c, (void)parent;
    sb_printf(&sb, "GTP <%s>", d->protocol_column);
    const char *name = packet_copy(d, sb_text(&sb), sb.len + 1);
    if (name != NULL)
        set_protocol_column(d, name);
    sb_free(&sb);
}

/* --- extension headers: section 5.2 ------------------------------------------------------------- */

/* TS 38.415 section 5.5.2 */
static void session_container(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 0) >> 4;
    bool down_link = type == 0, policy = down_link && (get8(d, c, 1) & 0x80) != 0;
    emit_at(d, c, SESSION, 0, c.wire);
    down(d);
    emit_at(d, c, SESSION_TYPE, 0, 1);
    emit_at(d, c, SESSION_SPARE, 0, 1);
    if (type <= 1) {
        if (down_link) {
            emit_at(d, c, PPP_FLAG, 1, 1);
            emit_at(d, c, RQI_FLAG, 1, 1);
        } else {
            emit_at(d, c, UPLINK_SPARE, 1, 1);
        }
        emit_at(d, c, QFI, 1, 1);
    }
    if (policy && c.wire > 2) {
        emit_at(d, c, PPI, 2, 1);
        emit_at(d, c, PPI_SPARE, 2, 1);
    }
    up(d);
}

static void extension_content(struct dissect *d, uint8_t type, struct cursor c)
{
    switch (type) {
    case EXT_UDP_PORT: emit_at(d, c, UDP_PORT, 0, 2); break;
    case EXT_PDCP: emit_at(d, c, PDCP_NUMBER, 0, 2); break;
    case EXT_LONG_PDCP:
        emit_at(d, c, LONG_SPARE, 0, 1);
        emit_value(d, c, LONG_NUMBER, 0, 3, get24(d, c, 0) & 0x3ffff);
        if (c.wire > 3)
            emit_at(d, c, LONG_REST, 3, c.wire - 3);
        break;
    case EXT_SESSION: session_container(d, c); break;
    default: break;
    }
}

/* The headers from the type at *c on; *c goes behind them.  False when one has no length. */
static bool extension_headers(struct dissect *d, struct cursor *c)
{
    const uint8_t *type = c->p;
    uint32_t next = (uint32_t)add_uint(d, c, NEXT, 1);
    while (next != 0 && d->stop == STOP_NONE) {
        uint32_t len = get8(d, *c, 0) * EXT_UNIT;
        uint32_t node = emit_arg(d, *c, EXTENSION, 0, len < c->cap ? len : c->cap, len != 0 ? type : NULL);
        down(d);
        uint32_t length = emit_at(d, *c, EXTENSION_LENGTH, 0, 1);
        if (len == 0) {
            down(d);
            note_on(d, length, LENGTH_ZERO, NULL);
            up(d);
            set_len(d, node, 0);
        } else if (need(d, *c, 0, len)) {
            extension_content(d, (uint8_t)next, cursor_sub(*c, 1, len - 2));
            cursor_skip(c, len - 1);
            type = c->p;
            next = (uint32_t)add_uint(d, c, NEXT, 1);
        }
        up(d);
        if (len == 0)
            return false;
    }
    return d->stop == STOP_NONE;
}

/* --- information elements: section 8 ------------------------------------------------------------ */

static void gsn_address(struct dissect *d, struct cursor *c)
{
    uint32_t len = get16(d, *c, 1);
    struct address *a = packet_zero(d, sizeof *a);
    if (a != NULL) {
        a->kind = len == 16 ? ADDR_IPv6 : ADDR_IPv4;
        a->len = (uint8_t)(len == 16 ? 16 : 4);
        a->bytes = cursor_peek(*c, 3, a->len);
    }
    emit_arg(d, *c, GSN_ADDRESS, 0, 3 + len < c->cap ? 3 + len : c->cap, a);
    down(d);
    emit_at(d, *c, GSN_LENGTH, 1, 2);
    if (len == 4)
        emit_at(d, *c, GSN_IPV4, 3, 4);
    else if (len == 16)
        emit_at(d, *c, GSN_IPV6, 3, 16);
    up(d);
    cursor_skip(c, 3 + len);
}

static void extension_types(struct dissect *d, struct cursor *c)
{
    uint32_t count = get8(d, *c, 1);
    emit_at(d, *c, TYPES, 0, 2 + count);
    down(d);
    emit_at(d, *c, TYPES_COUNT, 1, 1);
    for (uint32_t i = 1; i <= count && d->stop == STOP_NONE; i++)
        annotate(d, emit_at(d, *c, TYPE, 1 + i, 1), packet_copy(d, &i, sizeof i));
    up(d);
    cursor_skip(c, 2 + count);
}

static void private_extension(struct dissect *d, struct cursor *c)
{
    uint32_t len = get16(d, *c, 1);
    emit_arg(d, *c, PRIVATE, 0, 1, cursor_peek(*c, 3, 2));
    down(d);
    emit_at(d, *c, PRIVATE_LENGTH, 1, 2);
    emit_at(d, *c, PRIVATE_ID, 3, 2);
    if (len > 2)
        emit_at(d, *c, PRIVATE_VALUE, 5, len - 2);
    up(d);
    cursor_skip(c, 3 + len);
}

static void elements(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        switch (get8(d, c, 0)) {
        case IE_RECOVERY:
            emit_value(d, c, RECOVERY, 0, 2, get8(d, c, 1));
            cursor_skip(&c, 2);
            break;
        case IE_TEID_DATA:
            emit_at(d, c, TEID_DATA, 1, 4);
            cursor_skip(&c, 5);
            break;
        case IE_GSN_ADDRESS: gsn_address(d, &c); break;
        case IE_EXTENSION_TYPES: extension_types(d, &c); break;
        case IE_PRIVATE: private_extension(d, &c); break;
        default: {
            uint32_t node = emit_at(d, c, UNKNOWN_ELEMENT, 0, 1);
            note_on(d, node, ELEMENT_UNKNOWN, NULL);
            return;
        }
        }
    }
}

/* --- echo: section 7.2 -------------------------------------------------------------------------- */

/* Both ends of an exchange find it by who asked, who was asked, and the sequence number. */
struct exchange {
    uint32_t request, response;  /* frames */
    struct nstime time;          /* of the request */
};

static uint32_t put_address(uint8_t *to, const struct address *a)
{
    if (a->len != 0)
        memcpy(to, a->bytes, a->len);
    return a->len;
}

static struct exchange **latest(struct dissect *d, bool response, uint32_t sequence)
{
    const struct address *from = response ? &d->net_dst : &d->net_src, *to = response ? &d->net_src : &d->net_dst;
    uint8_t key[36];
    if (from->len + to->len > 32)
        return NULL;
    uint32_t len = put_address(key, from);
    len += put_address(key + len, to);
    key[len] = (uint8_t)(sequence >> 8);
    key[len + 1] = (uint8_t)sequence;
    return keyed_memory(d, key, len + 2, sizeof(struct exchange *));
}

static struct exchange *exchange_of(struct dissect *d, bool response, uint32_t sequence)
{
    struct exchange **kept = fact_here(d, d->n_layers, sizeof *kept);
    if (kept == NULL || !d->first_pass)
        return kept != NULL ? *kept : NULL;
    struct exchange **last = latest(d, response, sequence);
    if (last == NULL)
        return NULL;
    if (!response && (*last = flow_take(d, sizeof **last)) != NULL)
        **last = (struct exchange){ .request = frame_number(d->frame), .time = d->frame->time };
    else if (response && *last != NULL && (*last)->response == 0)
        (*last)->response = frame_number(d->frame);
    *kept = *last;
    return *kept;
}

static void echo_links(struct dissect *d, struct cursor c, bool response, uint32_t sequence)
{
    struct exchange *x = !d->in_error ? exchange_of(d, response, sequence) : NULL;
    if (x == NULL)
        return;
    if (!response) {
        if (x->response != 0)
            emit_value(d, c, RESPONSE_IN, 0, 0, x->response);
    } else if (x->response == frame_number(d->frame)) {
        emit_value(d, c, RESPONSE_TO, 0, 0, x->request);
        emit_value(d, c, TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, x->time)));
    }
}

/* --- the header --------------------------------------------------------------------------------- */

/* The four bytes that are there when any of the flags is set, and extension headers. */
static bool optional_part(struct dissect *d, struct cursor *c, uint32_t flags)
{
    if (flags & S_BIT)
        emit_at(d, *c, SEQUENCE, 0, 2);
    if (flags & PN_BIT)
        emit_at(d, *c, NPDU, 2, 1);
    if (!need(d, *c, 0, OPTIONAL))
        return false;
    cursor_skip(c, OPTIONAL - 1);
    if (flags & E_BIT)
        return extension_headers(d, c);
    cursor_skip(c, 1);
    return true;
}

/* The protocol of a T-PDU is not said: IP tells itself by its first byte. */
static struct verdict carried(struct dissect *d, struct cursor c)
{
    uint32_t version = c.cap != 0 ? c.p[0] >> 4 : 0;
    if (c.wire == 0)
        return done();
    if (version != 4 && version != 6) {
        up(d);
        emit_at(d, c, TPDU, 0, c.wire);
        return done();
    }
    afterwards(d, name_carried, c, NO_NODE);
    return hand_to(version == 4 ? &proto_ip : &proto_ipv6, 0, c);
}

static struct verdict gtp_run(struct dissect *d, struct cursor c)
{
    const uint8_t *h = cursor_peek(c, 0, 2);
    if (h == NULL || (h[0] & VERSION_AND_TYPE) != GTP_V1)
        return not_mine();
    struct cursor whole = c;
    uint32_t flags = h[0] & (E_BIT | S_BIT | PN_BIT), type = h[1], sequence = 0;
    set_protocol_column(d, "GTP");
    info_set(d, info, h + 1);
    uint32_t node = emit_protocol(d, c, c.cap, NULL);
    emit_bits(d, c, 0, 1, FLAGS, PN_FLAG);
    emit_at(d, c, MESSAGE, 1, 1);
    uint32_t length = get16(d, c, 2);
    emit_at(d, c, LENGTH, 2, 2);
    emit_at(d, c, TEID, 4, 4);
    if (!need(d, c, 0, HEADER))
        return done();
    cursor_skip(&c, HEADER);
    if (length < c.wire)
        cursor_limit(&c, length);
    if (flags != 0) {
        sequence = get16(d, c, 0);
        if (!optional_part(d, &c, flags))
            return done();
    }
    if (type == T_PDU) {
        set_end(d, node, c);
        return carried(d, c);
    }
    elements(d, c);
    if (d->stop == STOP_NONE && (type == ECHO_REQUEST || type == ECHO_RESPONSE))
        echo_links(d, whole, type == ECHO_RESPONSE, sequence);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 2152 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };
static const struct protocol *const calls[] = { &proto_ip, &proto_ipv6, NULL };

PROTOCOL(gtp,
    .name = "gtp", .short_name = "GTP", .long_name = "GPRS Tunneling Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = gtp_run, .keeps_state = true
);
