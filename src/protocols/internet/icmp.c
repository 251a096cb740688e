/* icmp.c - Internet Control Message Protocol, RFC 792, 950, 1256, 8335.  Claims ip.proto 1. */
#include "protocols/protocol.h"

#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

extern const struct protocol proto_ip;

enum { ICMP, TYPE, CODE, CHECKSUM, STATUS, UNUSED, IDENT, IDENT_LE, SEQ, SEQ_LE, MTU, NUM_ADDRS, ENTRY_SIZE, LIFETIME, POINTER,
       ROUTER, PREFERENCE, ORIGINATE, RECEIVE, TRANSMIT, ADDRESS_MASK, GATEWAY, RESP_IN, NO_RESP, RESP_TO, RESPTIME,
       ORIGINAL_LENGTH, ECHO_SEQ, ECHO_RESERVED, ECHO_LOCAL, ECHO_STATE, ECHO_RESERVED2, ECHO_ACTIVE, ECHO_IPV4, ECHO_IPV6 };
enum { RESP_NOT_FOUND, CHECKSUM_BAD };

enum { ECHO_REPLY = 0, UNREACHABLE = 3, QUENCH = 4, REDIRECT = 5, ALTERNATE_HOST = 6, ECHO_REQUEST = 8, ROUTER_ADVERT = 9,
       TIME_EXCEEDED = 11, PARAMETER = 12, TIMESTAMP = 13, TIMESTAMP_REPLY = 14, INFORMATION = 15, INFORMATION_REPLY = 16,
       MASK_REQUEST = 17, MASK_REPLY = 18, PHOTURIS = 40, EXTENDED_ECHO = 42, EXTENDED_REPLY = 43 };

VALUES(types,
    { 0, "Echo (ping) reply" }, { 1, "Reserved" }, { 2, "Reserved" }, { 3, "Destination unreachable" },
    { 4, "Source quench (flow control)" }, { 5, "Redirect" }, { 6, "Alternate host address" }, { 8, "Echo (ping) request" },
    { 9, "Router advertisement" }, { 10, "Router solicitation" }, { 11, "Time-to-live exceeded" }, { 12, "Parameter problem" },
    { 13, "Timestamp request" }, { 14, "Timestamp reply" }, { 15, "Information request" }, { 16, "Information reply" },
    { 17, "Address mask request" }, { 18, "Address mask reply" }, { 19, "Reserved (for security)" }, { 30, "Traceroute" },
    { 31, "Datagram Conversion Error" }, { 32, "Mobile Host Redirect" }, { 33, "IPv6 Where-Are-You" }, { 34, "IPv6 I-Am-Here" },
    { 35, "Mobile Registration Request" }, { 36, "Mobile Registration Reply" }, { 37, "Domain Name Request" },
    { 38, "Domain Name Reply" }, { 39, "SKIP" }, { 40, "Photuris" }, { 41, "Experimental mobility protocols" },
    { 42, "Extended Echo request" }, { 43, "Extended Echo reply" });
VALUES(unreachable_codes,
    { 0, "Network unreachable" }, { 1, "Host unreachable" }, { 2, "Protocol unreachable" }, { 3, "Port unreachable" },
    { 4, "Fragmentation needed" }, { 5, "Source route failed" }, { 6, "Destination network unknown" },
    { 7, "Destination host unknown" }, { 8, "Source host isolated" }, { 9, "Network administratively prohibited" },
    { 10, "Host administratively prohibited" }, { 11, "Network unreachable for TOS" }, { 12, "Host unreachable for TOS" },
    { 13, "Communication administratively filtered" }, { 14, "Host precedence violation" },
    { 15, "Precedence cutoff in effect" });
VALUES(redirect_codes, { 0, "Redirect for network" }, { 1, "Redirect for host" }, { 2, "Redirect for TOS and network" },
       { 3, "Redirect for TOS and host" });
VALUES(alternate_codes, { 0, "Alternate address for host" });
VALUES(advert_codes, { 0, "Normal router advertisement" }, { 16, "Does not route common traffic" });
VALUES(exceeded_codes, { 0, "Time to live exceeded in transit" }, { 1, "Fragment reassembly time exceeded" });
VALUES(parameter_codes, { 0, "Pointer indicates the error" }, { 1, "Required option missing" }, { 2, "Bad length" });
VALUES(photuris_codes, { 0, "Bad SPI" }, { 1, "Authentication Failed" }, { 2, "Decompression Failed" },
       { 3, "Decryption Failed" }, { 4, "Need Authentication" }, { 5, "Need Authorization" });
VALUES(extended_codes, { 0, "No error" });
VALUES(extended_reply_codes, { 0, "No error" }, { 1, "Malformed Query" }, { 2, "No Such Interface" },
       { 3, "No Such Table Entry" }, { 4, "Multiple Interfaces Satisfy Query" });
VALUES(neighbor_states, { 0, "Reserved" }, { 1, "Incomplete" }, { 2, "Reachable" }, { 3, "Stale" }, { 4, "Delay" },
       { 5, "Probe" }, { 6, "Failed" });

/* Names of the codes of the types that have any. */
static const struct values *const codes[] = {
    [UNREACHABLE] = &unreachable_codes, [REDIRECT] = &redirect_codes, [ALTERNATE_HOST] = &alternate_codes,
    [ROUTER_ADVERT] = &advert_codes, [TIME_EXCEEDED] = &exceeded_codes, [PARAMETER] = &parameter_codes,
    [PHOTURIS] = &photuris_codes, [EXTENDED_ECHO] = &extended_codes, [EXTENDED_REPLY] = &extended_reply_codes,
};

static const char *type_text(uint32_t type, uint32_t code)
{
    if (type == ROUTER_ADVERT && (code == 0 || code == 16))
        return "Mobile IP Advertisement";
    return values_or(&types, type, "Unknown ICMP (obsolete or malformed?)");
}

static void sb_code(struct strbuf *sb, uint32_t type, uint32_t code)
{
    const char *name = values_find(codes[type], code);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown code: %u", code);
}

static void type_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = node_bytes(d, n, 0, 2);
    sb_printf(sb, " (%s)", type_text((uint32_t)n->v.u, h != NULL ? h[1] : 0));
}

static void code_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = annotation(d, n);
    if (type == NULL)
        return;
    sb_str(sb, " (");
    sb_code(sb, *type, (uint32_t)n->v.u);
    sb_char(sb, ')');
}

/* "1800 (30 minutes)" */
static void lifetime_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, " (");
    sb_duration(sb, n->v.u);
    sb_char(sb, ')');
}

/* Milliseconds since midnight. */
static void midnight_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, " (");
    uint32_t ms = (uint32_t)n->v.u;
    sb_duration(sb, ms / 1000);
    sb_str(sb, " after midnight UTC)");
}

static void resptime_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Response time: %.3f ms", n->v.f);
}

static void no_response_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, "No response seen");
}

static const struct field fields[] = {
    [ICMP] = { "icmp", "Internet Control Message Protocol", FT_PROTOCOL },
    [TYPE] = { "icmp.type", "Type", FT_UINT8, BASE_DEC, .suffix = type_suffix },
    [CODE] = { "icmp.code", "Code", FT_UINT8, BASE_DEC, .suffix = code_suffix },
    [CHECKSUM] = { "icmp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [STATUS] = { "icmp.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [UNUSED] = { "icmp.unused", "Unused", FT_BYTES },
    [IDENT] = { "icmp.ident", "Identifier (BE)", FT_UINT16, BASE_DEC_HEX },
    [IDENT_LE] = { "icmp.ident_le", "Identifier (LE)", FT_UINT16, BASE_DEC_HEX, .flags = LITTLE },
    [SEQ] = { "icmp.seq", "Sequence Number (BE)", FT_UINT16, BASE_DEC_HEX },
    [SEQ_LE] = { "icmp.seq_le", "Sequence Number (LE)", FT_UINT16, BASE_DEC_HEX, .flags = LITTLE },
    [MTU] = { "icmp.mtu", "MTU of next hop", FT_UINT16, BASE_DEC },
    [NUM_ADDRS] = { "icmp.num_addrs", "Number of addresses", FT_UINT8, BASE_DEC },
    [ENTRY_SIZE] = { "icmp.addr_entry_size", "Address entry size", FT_UINT8, BASE_DEC },
    [LIFETIME] = { "icmp.lifetime", "Lifetime", FT_UINT16, BASE_DEC, .suffix = lifetime_suffix },
    [POINTER] = { "icmp.pointer", "Pointer", FT_UINT32, BASE_DEC },
    [ROUTER] = { "icmp.router_address", "Router address", FT_IPv4 },
    [PREFERENCE] = { "icmp.pref_level", "Preference level", FT_INT32, BASE_DEC },
    [ORIGINATE] = { "icmp.originate_timestamp", "Originate Timestamp", FT_UINT32, BASE_DEC, .suffix = midnight_suffix },
    [RECEIVE] = { "icmp.receive_timestamp", "Receive Timestamp", FT_UINT32, BASE_DEC, .suffix = midnight_suffix },
    [TRANSMIT] = { "icmp.transmit_timestamp", "Transmit Timestamp", FT_UINT32, BASE_DEC, .suffix = midnight_suffix },
    [ADDRESS_MASK] = { "icmp.address_mask", "Address Mask", FT_IPv4, BASE_NETMASK },
    [GATEWAY] = { "icmp.redir_gw", "Gateway Address", FT_IPv4 },
    [RESP_IN] = { "icmp.resp_in", "Response frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [NO_RESP] = { "icmp.no_resp", "No response seen", FT_NONE, .flags = GENERATED | LINKED, .label_fn = no_response_label },
    [RESP_TO] = { "icmp.resp_to", "Request frame", FT_FRAMENUM, .flags = GENERATED },
    [RESPTIME] = { "icmp.resptime", "Response time", FT_DOUBLE, .flags = GENERATED, .label_fn = resptime_label },
    [ORIGINAL_LENGTH] = { "icmp.length.original_datagram", "Length of original datagram", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [ECHO_SEQ] = { "icmp.ext.echo.seq", "Sequence Number", FT_UINT8, BASE_DEC_HEX },
    [ECHO_RESERVED] = { "icmp.ext.echo.req.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [ECHO_LOCAL] = { "icmp.ext.echo.req.local", "Local bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &truth_set },
    [ECHO_STATE] = { "icmp.ext.echo.rsp.state", "State", FT_UINT8, BASE_DEC, .mask = 0xe0, .values = &neighbor_states },
    [ECHO_RESERVED2] = { "icmp.ext.echo.rsp.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x18 },
    [ECHO_ACTIVE] = { "icmp.ext.echo.rsp.active", "Active bit", FT_BOOLEAN, BITS_8, .mask = 4, .truth = &truth_set },
    [ECHO_IPV4] = { "icmp.ext.echo.rsp.ipv4", "IPv4 bit", FT_BOOLEAN, BITS_8, .mask = 2, .truth = &truth_set },
    [ECHO_IPV6] = { "icmp.ext.echo.rsp.ipv6", "IPv6 bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &truth_set },
};
static const struct note_def notes[] = {
    [RESP_NOT_FOUND] = { "icmp.resp_not_found", "No response seen to ICMP request", SEV_WARN, GROUP_SEQUENCE },
    [CHECKSUM_BAD] = { "icmp.checksum_bad", "Bad checksum", SEV_WARN, GROUP_CHECKSUM, checksum_bad_text },
};

/* --- requests and their responses ------------------------------------------------------------- */

/* The request of these identifiers that waits for its response. */
struct pending {
    uint32_t frame;  /* 0: none */
    struct nstime time;
};
/* The other frame of the exchange. */
struct echo_fact {
    uint32_t partner;
    struct nstime span;
};

enum cast { UNICAST, MULTICAST, BROADCAST };

/* What the Info column needs. */
struct echo_info {
    const uint8_t *h;
    uint8_t ttl, cast;
    uint32_t partner;
    bool answered, settled;
};

static struct pending *pending_of(struct dissect *d, const uint8_t *h)
{
    /* Either direction; the checksum without the type's part tells payloads apart. */
    uint16_t sum = checksum_fold((uint64_t)be16(h + 2) + ((uint64_t)h[0] << 8));
    uint8_t key[44] = { h[4], h[5], h[6], h[7], (uint8_t)(sum >> 8), (uint8_t)sum };
    const struct address *a = &d->net_src, *b = &d->net_dst;
    if (a->len != b->len || a->len > 16)
        return NULL;
    if (memcmp(a->bytes, b->bytes, a->len) > 0)
        a = &d->net_dst, b = &d->net_src;
    memcpy(key + 6, a->bytes, a->len);
    memcpy(key + 6 + a->len, b->bytes, b->len);
    return keyed_memory(d, key, 6u + a->len * 2u, sizeof(struct pending));
}

static const struct echo_fact *follow_exchange(struct dissect *d, const uint8_t *h, bool request)
{
    struct echo_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (!d->first_pass || fact == NULL)
        return fact;
    struct pending *p = pending_of(d, h);
    if (p == NULL)
        return fact;
    if (request) {
        *p = (struct pending){ d->frame->number, d->frame->time };
    } else if (p->frame != 0) {
        *fact = (struct echo_fact){ p->frame, nstime_minus(d->frame->time, p->time) };
        struct echo_fact *asked = fact_of(d, p->frame, d->n_layers);
        if (asked != NULL)
            asked->partner = d->frame->number;
        p->frame = 0;
    }
    return fact;
}

static enum cast destination_cast(const struct dissect *d)
{
    struct address a = d->net_dst;
    if (a.kind != ADDR_IPv4)
        return UNICAST;
    return a.bytes[0] >> 4 == 14 ? MULTICAST : be32(a.bytes) == UINT32_MAX ? BROADCAST : UNICAST;
}

static void identified_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct echo_info *e = arg;
    (void)d;
    if (e == NULL)
        return;
    sb_printf(sb, "%-20s id=0x%04x, seq=%u/%u, ttl=%u", type_text(e->h[0], e->h[1]), be16(e->h + 4), be16(e->h + 6),
              le16(e->h + 6), e->ttl);
    if (e->partner != 0)
        sb_printf(sb, " (%s in %u)", e->h[0] == ECHO_REQUEST ? "reply" : "request", e->partner);
    else if (e->h[0] == ECHO_REQUEST && e->cast != UNICAST)
        sb_str(sb, e->cast == MULTICAST ? " (multicast)" : " (broadcast)");
    else if (e->h[0] == ECHO_REQUEST && e->settled)
        sb_str(sb, " (no response found!)");
}

static void exchange_fields(struct dissect *d, struct cursor c, struct echo_info *e)
{
    bool request = e->h[0] == ECHO_REQUEST;
    e->cast = (uint8_t)destination_cast(d);
    if (d->in_error || (request && e->cast != UNICAST))
        return;
    const struct echo_fact *fact = follow_exchange(d, e->h, request);
    e->settled = fact != NULL && !d->first_pass;
    if (fact == NULL)
        return;
    e->partner = fact->partner;
    if (request && fact->partner != 0) {
        emit_value(d, c, RESP_IN, 0, 0, fact->partner);
    } else if (request && e->settled) {
        uint32_t n = emit_value(d, c, NO_RESP, 0, 0, 0);
        note_on(d, n, RESP_NOT_FOUND, NULL);
    } else if (!request && fact->partner != 0) {
        emit_value(d, c, RESP_TO, 0, 0, fact->partner);
        emit_double(d, c, RESPTIME, 0, 0, (double)nstime_to_ns(fact->span) / 1e6);
    }
}

/* --- by type ---------------------------------------------------------------------------------- */

static void plain_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "%-20s", type_text(h[0], h[1]));
    if (h[0] < ARRAY_LEN(codes) && codes[h[0]] != NULL) {
        sb_str(sb, " (");
        sb_code(sb, h[0], h[1]);
        sb_char(sb, ')');
    }
}

static void data_below(struct dissect *d, struct cursor c)
{
    if (c.wire != 0)
        nested(d, hand_to(&proto_data, 0, c), false);
}

static void echo(struct dissect *d, struct cursor c, struct cursor whole, const uint8_t *h)
{
    if (!need(d, whole, 4, 4))
        return;
    struct echo_info *e = packet_zero(d, sizeof *e);
    if (e == NULL)
        return;
    *e = (struct echo_info){ .h = h, .ttl = (uint8_t)d->hops };
    info_set(d, identified_info, e);
    if (h[0] == ECHO_REQUEST || h[0] == ECHO_REPLY) {
        exchange_fields(d, whole, e);
        data_below(d, c);
    }
}

/* The packet that an error is about. */
static void quotation(struct dissect *d, struct cursor c)
{
    if (c.wire != 0)
        nested(d, hand_to(&proto_ip, 0, c), true);
}

static void router_advertisement(struct dissect *d, struct cursor c, struct cursor whole)
{
    uint32_t count = get8(d, whole, 4), words = get8(d, whole, 5);
    emit_at(d, whole, NUM_ADDRS, 4, 1);
    emit_at(d, whole, ENTRY_SIZE, 5, 1);
    emit_at(d, whole, LIFETIME, 6, 2);
    for (uint32_t i = 0; i < count && words == 2 && d->stop == STOP_NONE; i++) {
        add_item(d, &c, ROUTER, 4);
        add_item(d, &c, PREFERENCE, 4);
    }
}

static void extended_echo(struct dissect *d, struct cursor whole, bool request)
{
    emit_at(d, whole, ECHO_SEQ, 6, 1);
    for (unsigned row = request ? ECHO_RESERVED : ECHO_STATE; row <= (request ? ECHO_LOCAL : ECHO_IPV6); row++)
        emit_at(d, whole, row, 7, 1);
}

static void identifiers(struct dissect *d, struct cursor whole, bool sequence)
{
    emit_at(d, whole, IDENT, 4, 2);
    emit_at(d, whole, IDENT_LE, 4, 2);
    if (!sequence)
        return;
    emit_at(d, whole, SEQ, 6, 2);
    emit_at(d, whole, SEQ_LE, 6, 2);
}

/* What stands in the second word, and what follows. */
static void body(struct dissect *d, struct cursor whole, const uint8_t *h)
{
    struct cursor c = cursor_at(whole, 8);
    switch (h[0]) {
    case UNREACHABLE:
        if (h[1] == 4) {
            emit_at(d, whole, UNUSED, 4, 2);
            emit_at(d, whole, MTU, 6, 2);
        } else {
            emit_at(d, whole, UNUSED, 4, 4);
        }
        quotation(d, c);
        break;
    case TIME_EXCEEDED:
        emit_at(d, whole, UNUSED, 4, 4);
        quotation(d, c);
        break;
    case QUENCH:
        quotation(d, c);
        break;
    case REDIRECT:
        emit_at(d, whole, GATEWAY, 4, 4);
        quotation(d, c);
        break;
    case PARAMETER:
        emit_at(d, whole, POINTER, 4, 1);
        emit_at(d, whole, UNUSED, 5, 3);
        quotation(d, c);
        break;
    case ROUTER_ADVERT:
        router_advertisement(d, c, whole);
        break;
    case TIMESTAMP:
    case TIMESTAMP_REPLY:
        emit_at(d, whole, ORIGINATE, 8, 4);
        emit_at(d, whole, RECEIVE, 12, 4);
        emit_at(d, whole, TRANSMIT, 16, 4);
        break;
    case MASK_REQUEST:
    case MASK_REPLY:
        emit_at(d, whole, ADDRESS_MASK, 8, 4);
        break;
    case EXTENDED_ECHO:
    case EXTENDED_REPLY:
        identifiers(d, whole, false);
        extended_echo(d, whole, h[0] == EXTENDED_ECHO);
        break;
    default:
        break;
    }
}

static bool has_identifiers(uint32_t type)
{
    return type == ECHO_REQUEST || type == ECHO_REPLY || (type >= TIMESTAMP && type <= MASK_REPLY);
}

static void header_fields(struct dissect *d, struct cursor c, const uint8_t *h)
{
    emit_at(d, c, TYPE, 0, 1);
    uint32_t n = emit_at(d, c, CODE, 1, 1);
    if (h[0] < ARRAY_LEN(codes) && codes[h[0]] != NULL)
        annotate(d, n, h);
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (!d->fragmented && !d->in_error)
        found = checksum_verify(c, c.wire, 2, 0);
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
}

static struct verdict icmp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "ICMP");
    const uint8_t *h = cursor_peek(c, 0, 4);
    if (!need(d, c, 0, 4))
        return done();
    info_set(d, plain_info, h);
    emit_protocol(d, c, c.cap, NULL);
    header_fields(d, c, h);
    if (has_identifiers(h[0])) {
        identifiers(d, c, true);
        echo(d, cursor_at(c, 8), c, h);
    }
    body(d, c, h);
    return done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_ICMP } };
static const struct protocol *const calls[] = { &proto_ip, &proto_data, NULL };

PROTOCOL(icmp,
    .name = "icmp", .short_name = "ICMP", .long_name = "Internet Control Message Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .calls = calls, .run = icmp_run, .keeps_state = true
);
