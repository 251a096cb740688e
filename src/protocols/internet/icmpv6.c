/* icmpv6.c - ICMP for IPv6.  RFC 4443; 2710 and 3810 (multicast listeners), 4861 (neighbour discovery), 2894 (router
   renumbering), 4620 (node information), 6275 (mobility), 3971 (SEND), 4286 (multicast routers), 5568 (fast handover), 6550
   (RPL), 6743 (ILNP), 6775 (duplicate addresses), 7731 (MPL), 8335 (extended echo).  Claims ip.proto 58. */
#include "protocols/internet/icmpv6_rows.h"

#include "protocols/internet/checksum.h"
#include "protocols/internet/icmp.h"
#include "protocols/internet/ip_proto.h"

extern const struct protocol proto_ipv6, proto_icmp;

static const struct note_def notes[] = {
    [CHECKSUM_BAD] = { "icmpv6.checksum_bad.expert", "Bad checksum", SEV_WARN, GROUP_CHECKSUM, checksum_bad_text },
    [RESP_NOT_FOUND] = { "icmpv6.resp_not_found", "Response not found", SEV_WARN, GROUP_SEQUENCE, icmpv6_no_response_text },
    [UNDECODED_TYPE] = { "icmpv6.undecoded.type", "Undecoded type", SEV_NOTE, GROUP_UNDECODED, icmpv6_note_text },
    [UNDECODED_OPTION] = { "icmpv6.undecoded.option", "Undecoded option", SEV_NOTE, GROUP_UNDECODED, icmpv6_note_text },
    [UNDECODED_RPL_OPTION] = { "icmpv6.undecoded.rpl_option", "Undecoded RPL Option", SEV_NOTE, GROUP_UNDECODED, icmpv6_note_text },
    [UNKNOWN_DATA_NOTE] = { "icmpv6.unknown_data.expert", "Unknown Data (not interpreted)", SEV_ERROR, GROUP_MALFORMED },
    [OPTION_LENGTH_BAD] = { "icmpv6.invalid_option_length", "Invalid Option Length", SEV_ERROR, GROUP_MALFORMED,
                            icmpv6_option_length_text },
    [MATCHLEN_BAD] = { "icmpv6.rr.pco.mp.matchlen.gt128", "MatchLen is greater than 128", SEV_WARN, GROUP_PROTOCOL },
    [MATCHEDLEN_BAD] = { "icmpv6.rr.pco.mp.matchedlen.gt128", "MatchedLen is greater than 128", SEV_WARN, GROUP_PROTOCOL },
    [METRIC_UNKNOWN] = { "icmpv6.rpl.unknown.metric", "Unknown RPL metric/constraint type", SEV_NOTE, GROUP_UNDECODED },
    [P2P_HOP_BY_HOP] = { "icmpv6.rpl.p2p.hop_by_hop", "Reply MUST be set to one in order to establish a Hop-by-Hop Route", SEV_WARN,
                         GROUP_PROTOCOL },
    [P2P_ROUTES] = { "icmpv6.rpl.p2p.num_of_routes", "This field MUST be set to zero when Hop-by-Hop Routes are being discovered",
                     SEV_WARN, GROUP_PROTOCOL },
    [P2P_LIFETIME] = { "icmpv6.rpl.p2p.dro.rdo.zero", "This field MUST be set to zero when the P2P-RDO is included in a P2P-DRO",
                       SEV_WARN, GROUP_PROTOCOL },
    [P2P_ZERO] = { "icmpv6.rpl.p2p.dro.zero", "This field MUST be set to zero", SEV_WARN, GROUP_PROTOCOL },
};

/* --- helpers ---------------------------------------------------------------------------------- */

void icmpv6_parts(struct dissect *d, struct cursor *c, const struct icmpv6_part *parts, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        add_item(d, c, parts[i].row, parts[i].size);
}

uint32_t icmpv6_bits(struct dissect *d, struct cursor *c, uint32_t size, unsigned first, unsigned last)
{
    uint32_t n = emit_bits(d, *c, 0, size, first, last);
    cursor_skip(c, size);
    return n;
}

void icmpv6_prefix(struct dissect *d, struct cursor c, unsigned row, uint32_t n)
{
    if (!need(d, c, 0, n))
        return;
    uint8_t *address = packet_zero(d, 16);
    if (address == NULL)
        return;
    memcpy(address, c.p, n < 16 ? n : 16);
    emit_held(d, c, row, 0, n, address, 16);
}

void sb_icmpv6_prefix(struct strbuf *sb, const uint8_t *p, uint32_t n)
{
    uint8_t address[16] = { 0 };
    memcpy(address, p, n < 16 ? n : 16);
    sb_ipv6(sb, address);
}

uint32_t icmpv6_name_size(struct dissect *d, struct cursor c)
{
    uint32_t at = 0, n;
    while ((n = get8(d, c, at)) != 0 && n < 64 && need(d, c, at + 1, n))
        at += 1 + n;
    if (n >= 64)
        malformed(d);  /* a pointer, as for compression */
    return at + 1;
}

void sb_icmpv6_name(struct strbuf *sb, const uint8_t *p, uint32_t n)
{
    uint32_t label = n != 0 ? p[0] : 0;
    if (label == 0 && n != 0)
        sb_str(sb, "<Root>");
    for (uint32_t at = 0; at < n && (label = p[at]) != 0 && label < n - at; at += 1 + label) {
        if (at != 0)
            sb_char(sb, '.');
        sb_mem(sb, p + at + 1, label);
    }
}

void icmpv6_undecoded(struct dissect *d, unsigned which, const char *what, uint32_t number)
{
    struct icmpv6_undecoded *u = packet_zero(d, sizeof *u);
    if (u == NULL)
        return;
    *u = (struct icmpv6_undecoded){ what, number };
    note_on(d, NO_NODE, which, u);
}

static void addresses(struct dissect *d, struct cursor *c, unsigned row, uint32_t count)
{
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++)
        add_item(d, c, row, 16);
}

/* --- Info ------------------------------------------------------------------------------------- */

static void type_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct icmpv6_code *m = arg;
    (void)d;
    if (m == NULL)
        return;
    const char *name = values_find(&icmpv6_types, m->type);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", m->type);
    if (m->type == V6_FMIP || m->type == V6_MOBILITY || !icmpv6_has_codes(m))
        return;
    sb_str(sb, " (");
    sb_icmpv6_code(sb, m);
    sb_char(sb, ')');
}

static void subtype_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *subtype = arg;
    const char *name = values_find(&icmpv6_subtypes, *subtype);
    (void)d;
    if (name != NULL)
        sb_printf(sb, " (%s)", name);
    else
        sb_printf(sb, " (Unknown (%u))", *subtype);
}

static void target_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    sb_str(sb, " for ");
    sb_address(sb, d, (struct address){ ADDR_IPv6, 16, arg });
}

/* arg: the flags, and the address behind them. */
static void advertised_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    sb_char(sb, ' ');
    sb_address(sb, d, (struct address){ ADDR_IPv6, 16, p + 4 });
    static const char *const names[] = { "rtr", "sol", "ovr" };
    const char *between = " (";
    for (unsigned i = 0; i < 3; i++) {
        if (p[0] & 0x80 >> i) {
            sb_printf(sb, "%s%s", between, names[i]);
            between = ", ";
        }
    }
    sb_str(sb, p[0] & 0xe0 ? ")" : " (none)");
}

/* --- echo ------------------------------------------------------------------------------------- */

struct echo_info {
    const uint8_t *h;
    uint8_t hops;
    bool multicast, settled;
    uint32_t partner;
};

static void echo_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct echo_info *e = arg;
    (void)d;
    if (e == NULL)
        return;
    bool request = e->h[0] == V6_ECHO_REQUEST;
    sb_printf(sb, " id=0x%04x, seq=%u, hop limit=%u", be16(e->h + 4), be16(e->h + 6), e->hops);
    if (e->partner != 0)
        sb_printf(sb, " (%s in %u)", request ? "reply" : "request", e->partner);
    else if (request && e->multicast)
        sb_str(sb, " (multicast)");
    else if (request && e->settled)
        sb_str(sb, " (no response found!)");
}

static void exchange_fields(struct dissect *d, struct cursor whole, struct echo_info *e)
{
    bool request = e->h[0] == V6_ECHO_REQUEST;
    e->multicast = request && d->net_dst.kind == ADDR_IPv6 && d->net_dst.bytes[0] == 0xff;
    const struct echo_fact *fact = d->in_error || e->multicast ? NULL : echo_exchange(d, e->h, request);
    if (fact == NULL)
        return;
    e->settled = !d->first_pass;
    e->partner = fact->partner;
    if (request && fact->partner != 0) {
        emit_value(d, whole, RESP_IN, 0, 0, fact->partner);
    } else if (request && e->settled) {
        uint32_t n = emit_value(d, whole, NO_RESP, 0, 0, 0);
        note_on(d, n, RESP_NOT_FOUND, NULL);
    } else if (!request && fact->partner != 0) {
        emit_value(d, whole, RESP_TO, 0, 0, fact->partner);
        emit_double(d, whole, RESPTIME, 0, 0, (double)nstime_to_ns(fact->span) / 1e6);
    }
}

static void echo(struct dissect *d, struct cursor c, struct cursor whole)
{
    PARTS(d, &c, { ECHO_IDENTIFIER, 2 }, { ECHO_SEQUENCE_NUMBER, 2 });
    struct echo_info *e = d->stop == STOP_NONE ? packet_zero(d, sizeof *e) : NULL;
    if (e == NULL)
        return;
    *e = (struct echo_info){ .h = whole.p, .hops = (uint8_t)d->hops };
    info_add(d, echo_info, e);
    exchange_fields(d, whole, e);
    if (c.wire != 0)
        nested(d, hand_to(&proto_data, 0, c), false);
}

/* --- errors ----------------------------------------------------------------------------------- */

static void error_message(struct dissect *d, struct cursor c, uint32_t type)
{
    uint32_t words = 0;
    if (type == V6_TOO_BIG || type == V6_PARAMETER) {
        add_item(d, &c, type == V6_TOO_BIG ? MTU : POINTER, 4);
    } else if ((words = get8(d, c, 0)) != 0) {
        PARTS(d, &c, { LENGTH, 1 }, { RESERVED, 3 });
    } else {
        add_item(d, &c, RESERVED, 4);
    }
    if (!more(d, &c)) {
        need(d, c, 0, 1);
        return;
    }
    nested(d, hand_to(&proto_ipv6, 0, c), true);
    if (words == 0 || c.wire <= words * 8)
        return;
    cursor_skip(&c, words * 8);
    speak_as(d, &proto_icmp);
    icmp_extensions(d, c);
    nested(d, hand_to(&proto_data, 0, c), false);
}

/* --- multicast listeners ---------------------------------------------------------------------- */

enum { MLD2_QUERY = 28 };

/* A number with an exponent (RFC 3810 section 5.1.3, 5.1.9) of so many bits of fraction. */
static uint32_t exponential(uint32_t v, unsigned fraction)
{
    return v >> (fraction + 3) == 0 ? v : ((v & ((1u << fraction) - 1)) | 1u << fraction) << ((v >> fraction & 7) + 3);
}

static void listener_query(struct dissect *d, struct cursor c, struct cursor whole)
{
    if (whole.wire < MLD2_QUERY) {
        PARTS(d, &c, { MLD_MAXIMUM_RESPONSE_DELAY, 2 }, { RESERVED, 2 }, { MLD_MULTICAST_ADDRESS, 16 });
        return;
    }
    emit_value(d, c, MLD_MAXIMUM_RESPONSE_CODE, 0, 2, exponential(get16(d, c, 0), 12));
    cursor_skip(&c, 2);
    PARTS(d, &c, { RESERVED, 2 }, { MLD_MULTICAST_ADDRESS, 16 });
    icmpv6_bits(d, &c, 1, MLD_FLAG, MLD_RESERVED);
    emit_value(d, c, MLD_QQI, 0, 1, exponential(get8(d, c, 0), 4));
    cursor_skip(&c, 1);
    uint32_t count = get16(d, c, 0);
    add_item(d, &c, MLD_NB_SOURCES, 2);
    addresses(d, &c, MLD_SOURCE_ADDRESS, count);
}

static void listener_report(struct dissect *d, struct cursor c)
{
    uint32_t count = get16(d, c, 2);
    PARTS(d, &c, { RESERVED, 2 }, { MLDR_NB_MCAST_RECORDS, 2 });
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        uint32_t words = get8(d, c, 1), sources = get16(d, c, 2), top = emit_at(d, c, MAR, 0, 0);
        set_len(d, top, 20 + 16 * sources + 4 * words);
        down(d);
        PARTS(d, &c, { MAR_RECORD_TYPE, 1 }, { MAR_AUX_DATA_LEN, 1 }, { MAR_NB_SOURCES, 2 },
              { MAR_MULTICAST_ADDRESS, 16 });
        addresses(d, &c, MAR_SOURCE_ADDRESS, sources);
        if (words != 0)
            add_item(d, &c, MAR_AUXILIARY_DATA, words * 4);
        up(d);
    }
}

/* --- neighbour discovery ---------------------------------------------------------------------- */

static void neighbor_message(struct dissect *d, struct cursor c, uint32_t type)
{
    const uint8_t *p = cursor_peek(c, 0, 20);
    switch (type) {
    case V6_ROUTER_ADVERTISEMENT:
        add_item(d, &c, RA_CUR_HOP_LIMIT, 1);
        icmpv6_bits(d, &c, 1, RA_FLAG, RA_RSV);
        PARTS(d, &c, { RA_ROUTER_LIFETIME, 2 }, { RA_REACHABLE_TIME, 4 }, { RA_RETRANS_TIMER, 4 });
        break;
    case V6_NEIGHBOR_SOLICITATION:
        PARTS(d, &c, { RESERVED, 4 }, { ND_NS_TARGET_ADDRESS, 16 });
        if (p != NULL)
            info_add(d, target_info, p + 4);
        break;
    case V6_NEIGHBOR_ADVERTISEMENT:
        icmpv6_bits(d, &c, 4, NA_FLAG, NA_RSV);
        add_item(d, &c, NA_TARGET_ADDRESS, 16);
        if (p != NULL)
            info_add(d, advertised_info, p);
        break;
    case V6_REDIRECT:
        PARTS(d, &c, { RESERVED, 4 }, { RD_TARGET_ADDRESS, 16 }, { RD_NA_DESTINATION_ADDRESS, 16 });
        break;
    default: add_item(d, &c, RESERVED, 4); break;
    }
    icmpv6_nd_options(d, c);
}

/* --- router renumbering ----------------------------------------------------------------------- */

static void use_prefix(struct dissect *d, struct cursor *c)
{
    emit_at(d, *c, UP, 0, 32);
    down(d);
    PARTS(d, c, { UP_USELEN, 1 }, { UP_KEEPLEN, 1 });
    icmpv6_bits(d, c, 1, UP_FLAGMASK, UP_FLAGMASK_RESERVED);
    emit_at(d, *c, UP_RAFLAGS, 0, 1);
    down(d);
    for (unsigned row = UP_FLAGMASK_L; row <= UP_FLAGMASK_RESERVED; row++)
        emit_at(d, *c, row, 0, 1);
    up(d);
    cursor_skip(c, 1);
    PARTS(d, c, { UP_VALIDLIFETIME, 4 }, { UP_PREFERREDLIFETIME, 4 });
    icmpv6_bits(d, c, 4, UP_FLAG, UP_RESERVED);
    add_item(d, c, UP_USEPREFIX, 16);
    up(d);
}

static void prefix_control(struct dissect *d, struct cursor *c)
{
    uint32_t words = get8(d, *c, 1), length = get8(d, *c, 3);
    emit_at(d, *c, MP, 0, 24);
    down(d);
    PARTS(d, c, { MP_OPCODE, 1 }, { MP_OPLENGTH, 1 }, { MP_ORDINAL, 1 });
    uint32_t n = add_item(d, c, MP_MATCHLEN, 1);
    if (length > 128)
        note_on(d, n, MATCHLEN_BAD, NULL);
    PARTS(d, c, { MP_MINLEN, 1 }, { MP_MAXLEN, 1 }, { RESERVED, 2 }, { MP_MATCHPREFIX, 16 });
    up(d);
    for (uint32_t used = 3; used + 4 <= words && more(d, c); used += 4)
        use_prefix(d, c);
}

static void result_message(struct dissect *d, struct cursor *c)
{
    uint32_t length = get8(d, *c, 3);
    emit_at(d, *c, RM, 0, 24);
    down(d);
    icmpv6_bits(d, c, 2, RM_FLAG, RM_F);
    add_item(d, c, RM_ORDINAL, 1);
    uint32_t n = add_item(d, c, RM_MATCHEDLEN, 1);
    if (length > 128)
        note_on(d, n, MATCHEDLEN_BAD, NULL);
    PARTS(d, c, { RM_INTERFACEINDEX, 4 }, { RM_MATCHEDPREFIX, 16 });
    up(d);
}

static void renumbering(struct dissect *d, struct cursor c, uint32_t code)
{
    PARTS(d, &c, { RR_SEQUENCE_NUMBER, 4 }, { RR_SEGMENT_NUMBER, 1 });
    icmpv6_bits(d, &c, 1, RR_FLAG, RR_RSV);
    PARTS(d, &c, { RR_MAXDELAY, 2 }, { RESERVED, 4 });
    while (code <= 1 && more(d, &c)) {
        if (code == 0)
            prefix_control(d, &c);
        else
            result_message(d, &c);
    }
}

/* --- node information ------------------------------------------------------------------------- */

static void add_name(struct dissect *d, struct cursor *c, unsigned row)
{
    uint32_t n = icmpv6_name_size(d, *c);
    emit_at(d, *c, row, 0, n);
    cursor_skip(c, n);
}

static void node_information(struct dissect *d, struct cursor c, uint32_t type, uint32_t code)
{
    enum { NAME = 2, ADDRESSES = 3, IPV4_ADDRESSES = 4 };
    uint32_t query = get16(d, c, 0);
    add_item(d, &c, NI_QTYPE, 2);
    icmpv6_bits(d, &c, 2, NI_FLAG, NI_RSV);
    add_item(d, &c, NI_NONCE, 8);
    if (!more(d, &c))
        return;
    if (type == V6_NODE_QUERY) {
        if (code == 0)
            add_item(d, &c, NI_QUERY_SUBJECT_IPV6, 16);
        else if (code == 1)
            add_name(d, &c, NI_QUERY_SUBJECT_FQDN);
        else if (code == 2)
            add_item(d, &c, NI_QUERY_SUBJECT_IPV4, 4);
        return;
    }
    if (query == NAME)
        add_item(d, &c, NI_REPLY_NODE_TTL, 4);
    while (query >= NAME && query <= IPV4_ADDRESSES && more(d, &c)) {
        if (query == NAME)
            add_name(d, &c, NI_REPLY_NODE_NAME);
        else if (query == ADDRESSES)
            PARTS(d, &c, { NI_REPLY_NODE_TTL, 4 }, { NI_REPLY_NODE_ADDRESS, 16 });
        else
            PARTS(d, &c, { NI_REPLY_NODE_TTL, 4 }, { NI_REPLY_IPV4_ADDRESS, 4 });
    }
}

/* --- mobility and others ---------------------------------------------------------------------- */

static void mobility(struct dissect *d, struct cursor c, uint32_t type)
{
    switch (type) {
    case V6_PREFIX_ADVERTISEMENT:
        add_item(d, &c, MIP6_IDENTIFIER, 2);
        icmpv6_bits(d, &c, 2, MIP6_FLAG, MIP6_RSV);
        icmpv6_nd_options(d, c);
        break;
    case V6_PATH_SOLICITATION:
        PARTS(d, &c, { SEND_IDENTIFIER, 2 }, { SEND_COMPONENT, 2 });
        icmpv6_nd_options(d, c);
        break;
    case V6_PATH_ADVERTISEMENT:
        PARTS(d, &c, { SEND_IDENTIFIER, 2 }, { SEND_ALL_COMPONENTS, 2 }, { SEND_COMPONENT, 2 }, { RESERVED, 2 });
        icmpv6_nd_options(d, c);
        break;
    default:
        PARTS(d, &c, { MIP6_IDENTIFIER, 2 }, { RESERVED, 2 });
        while (type == V6_HOME_REPLY && more(d, &c))
            add_item(d, &c, MIP6_HOME_AGENT_ADDRESS, 16);
        break;
    }
}

static void fast_handover(struct dissect *d, struct cursor c)
{
    enum { HANDOVER_INITIATE = 4 };
    const uint8_t *subtype = cursor_peek(c, 0, 1);
    add_item(d, &c, FMIP_SUBTYPE, 1);
    if (subtype == NULL)
        return;
    info_add(d, subtype_info, subtype);
    if (*subtype == HANDOVER_INITIATE)
        icmpv6_bits(d, &c, 1, FMIP_HI_FLAG, FMIP_HI_RESERVED);
    else if (values_find(&icmpv6_subtypes, *subtype) != NULL)
        add_item(d, &c, RESERVED, 1);
    else
        cursor_skip(&c, 1);
    add_item(d, &c, FMIP_IDENTIFIER, 2);
    icmpv6_nd_options(d, c);
}

static void locator_update(struct dissect *d, struct cursor c)
{
    uint32_t count = get8(d, c, 0);
    PARTS(d, &c, { ILNP_NB_LOCS, 1 }, { RESERVED, 1 }, { RESERVED, 2 });
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++)
        PARTS(d, &c, { ILNP_NB_LOCATOR, 8 }, { ILNP_NB_PREFERENCE, 2 }, { ILNP_NB_LIFETIME, 2 });
}

/* The sequence numbers whose bits are set in the n bytes. */
static void buffered_messages(struct dissect *d, struct cursor *c, uint32_t first, uint32_t n)
{
    emit_at(d, *c, MPL_MESSAGES, 0, n);
    down(d);
    for (uint32_t bit = 0; bit < n * 8 && d->stop == STOP_NONE; bit++)
        if (get8(d, *c, bit / 8) & 0x80 >> bit % 8)
            emit_value(d, *c, MPL_SEQUENCE, bit / 8, 1, (uint8_t)(first + bit));
    up(d);
    cursor_skip(c, n);
}

static void mpl_control(struct dissect *d, struct cursor c)
{
    static const uint8_t seed_sizes[] = { 0, 2, 8, 16 };
    for (uint32_t i = 1; more(d, &c); i++) {
        uint32_t first = get8(d, c, 0), lengths = get8(d, c, 1);
        uint8_t number = (uint8_t)i;
        emit_arg(d, c, MPL_INFO, 0, 2, packet_copy(d, &number, 1));
        down(d);
        emit_at(d, c, MPL_MIN_SEQUENCE, 0, 1);
        emit_at(d, c, MPL_BM_LEN, 1, 1);
        emit_at(d, c, MPL_S, 1, 1);
        cursor_skip(&c, 2);
        add_item(d, &c, MPL_SEED_ID, seed_sizes[lengths & 3]);
        if (lengths >> 2 != 0)
            buffered_messages(d, &c, first, lengths >> 2);
        up(d);
    }
}

static void extended_echo(struct dissect *d, struct cursor c, bool request)
{
    PARTS(d, &c, { ECHO_IDENTIFIER, 2 }, { EXT_SEQ, 1 });
    for (unsigned row = request ? EXT_REQ_RES : EXT_RSP_STATE; row <= (request ? EXT_REQ_LOCAL : EXT_RSP_IPV6); row++)
        emit_at(d, c, row, 0, 1);
    cursor_skip(&c, 1);
    if (!request || d->stop != STOP_NONE)
        return;
    if (c.wire != 0)
        layer_named(d, &proto_icmp);
    speak_as(d, &proto_icmp);
    icmp_extensions(d, c);
}

static void others(struct dissect *d, struct cursor c, uint32_t type)
{
    switch (type) {
    case V6_MULTICAST_ADVERTISEMENT: PARTS(d, &c, { MRA_QUERY_INTERVAL, 2 }, { MRA_ROBUSTNESS_VARIABLE, 2 }); break;
    case V6_MULTICAST_SOLICITATION:
    case V6_MULTICAST_TERMINATION: break;
    case V6_LOCATOR_UPDATE: locator_update(d, c); break;
    case V6_DUPLICATE_REQUEST:
    case V6_DUPLICATE_CONFIRMATION:
        PARTS(d, &c, { DA_STATUS, 1 }, { DA_RSV, 1 }, { DA_LIFETIME, 2 }, { DA_EUI64, 8 }, { DA_REG_ADDR, 16 });
        break;
    case V6_MPL: mpl_control(d, c); break;
    default:
        icmpv6_undecoded(d, UNDECODED_TYPE, "Type", type);
        need(d, c, 0, 1);
        add_item(d, &c, DATA, c.wire);
        break;
    }
}

/* --- the message ------------------------------------------------------------------------------ */

static void body(struct dissect *d, struct cursor c, struct cursor whole, uint32_t type, uint32_t code)
{
    switch (type) {
    case V6_UNREACHABLE:
    case V6_TOO_BIG:
    case V6_TIME_EXCEEDED:
    case V6_PARAMETER: error_message(d, c, type); break;
    case V6_ECHO_REQUEST:
    case V6_ECHO_REPLY: echo(d, c, whole); break;
    case V6_MLD_QUERY: listener_query(d, c, whole); break;
    case V6_MLD_REPORT:
    case V6_MLD_DONE:
        PARTS(d, &c, { MLD_MAXIMUM_RESPONSE_DELAY, 2 }, { RESERVED, 2 }, { MLD_MULTICAST_ADDRESS, 16 });
        break;
    case V6_MLD2_REPORT: listener_report(d, c); break;
    case V6_ROUTER_SOLICITATION:
    case V6_ROUTER_ADVERTISEMENT:
    case V6_NEIGHBOR_SOLICITATION:
    case V6_NEIGHBOR_ADVERTISEMENT:
    case V6_REDIRECT:
    case V6_INVERSE_SOLICITATION:
    case V6_INVERSE_ADVERTISEMENT: neighbor_message(d, c, type); break;
    case V6_RENUMBERING: renumbering(d, c, code); break;
    case V6_NODE_QUERY:
    case V6_NODE_REPLY: node_information(d, c, type, code); break;
    case V6_HOME_REQUEST:
    case V6_HOME_REPLY:
    case V6_PREFIX_SOLICITATION:
    case V6_PREFIX_ADVERTISEMENT:
    case V6_PATH_SOLICITATION:
    case V6_PATH_ADVERTISEMENT: mobility(d, c, type); break;
    case V6_MOBILITY:
    case V6_FMIP: fast_handover(d, c); break;
    case V6_RPL: icmpv6_rpl(d, c, code); break;
    case V6_EXTENDED_ECHO:
    case V6_EXTENDED_REPLY: extended_echo(d, c, type == V6_EXTENDED_ECHO); break;
    default: others(d, c, type); break;
    }
}

static struct verdict icmpv6_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "ICMPv6");
    const uint8_t *h = cursor_peek(c, 0, 2), *subtype = cursor_peek(c, 4, 1);
    if (!need(d, c, 0, 2))
        return done();
    struct icmpv6_code *m = packet_zero(d, sizeof *m);
    if (m == NULL)
        return done();
    *m = (struct icmpv6_code){ h[0], h[1], subtype != NULL ? *subtype : 0 };
    info_set(d, type_info, m);
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, TYPE, 0, 1);
    uint32_t n = emit_at(d, c, CODE, 1, 1);
    if (icmpv6_has_codes(m))
        annotate(d, n, m);
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (d->in_error)
        found.reason = " [in ICMP error packet]";
    else if (!d->fragmented)
        found = checksum_verify(c, c.wire, 2, checksum_pseudo(d, c.wire, IP_PROTO_ICMPV6));
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, CHECKSUM_STATUS, &found);
    if (d->stop == STOP_NONE)
        body(d, cursor_at(c, 4), c, h[0], h[1]);
    return done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_ICMPV6 } };
static const struct protocol *const calls[] = { &proto_ipv6, &proto_data, &proto_icmp, NULL };

static bool icmpv6_glance(struct glance *g) { return echo_glance(g, V6_ECHO_REQUEST, V6_ECHO_REPLY); }

PROTOCOL(icmpv6,
    .name = "icmpv6", .short_name = "ICMPv6", .long_name = "Internet Control Message Protocol v6",
    FIELDS(icmpv6_fields), NOTES(notes), CLAIMS(claims), .calls = calls, .glance = icmpv6_glance,
    .run = icmpv6_run, .keeps_state = true
);
