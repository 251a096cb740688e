/* ip.c - Internet Protocol version 4, RFC 791.  Claims ethertype 0x0800 and its kin, hands on by "ip.proto". */
#include "protocols/internet/ip_rows.h"

#include "flow/fragments.h"
#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

enum { PREF_DSCP, PREF_DEFRAGMENT, PREF_SUMMARY, PREF_CHECK_CHECKSUM, PREF_TSO, PREF_GEOIP, PREF_SECURITY_FLAG,
       PREF_HEURISTIC_FIRST };

/* Variants of the claims. */
enum { ONLY_VERSION_4, ANY_VERSION };

extern const struct protocol proto_ipv6;

static void exceeds_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *there = n->v.arg;
    (void)d;
    sb_str(sb, "IPv4 total length exceeds packet length (");
    sb_uint(sb, there != NULL ? *there : 0);
    sb_str(sb, " bytes)");
}

static void ttl_local_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *due = n->v.arg;
    (void)d;
    sb_str(sb, "\"Time To Live\" != ");
    sb_uint(sb, *due);
    sb_str(sb, " for a packet sent to the Local Network Control Block (see RFC 3171)");
}

static void ttl_small_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *ttl = n->v.arg;
    (void)d;
    sb_str(sb, "\"Time To Live\" only ");
    sb_uint(sb, *ttl);
}

static void bogus_version(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Bogus IPv4 version (%u, must be 4)", h[0] >> 4);
}

static void bogus_header(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Bogus IP header length (%u, must be at least 20)", (h[0] & 15) * 4);
}

static void bogus_header_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    bogus_header(sb, d, n->v.arg);
}

static void bogus_length(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Bogus IP length (%u, less than header length %u)", be16(h + 2), (h[0] & 15) * 4);
}

static void fragment_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Fragmented IP protocol (proto=%s %u, off=%u, ID=%04x)", values_or(&ip_proto_names, h[9], "Unknown"),
              h[9], (be16(h + 6) & 0x1fffu) * 8, be16(h + 4));
}

static const struct note_def notes[] = {
    [BOGUS_LENGTH] = { "ip.bogus_ip_length", "Bogus IP length", SEV_ERROR, GROUP_PROTOCOL },
    [LENGTH_EXCEEDS] = { "ip.bogus_ip_length", "Bogus IP length", SEV_ERROR, GROUP_PROTOCOL, exceeds_text },
    [EVIL] = { "ip.evil_packet", "Packet has evil intent", SEV_WARN, GROUP_SECURITY },
    [CHECKSUM_BAD] = { "ip.checksum_bad.expert", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
    [TTL_LOCAL] = { "ip.ttl.lncb", "Time To Live", SEV_NOTE, GROUP_SEQUENCE, ttl_local_text },
    [TTL_SMALL] = { "ip.ttl.too_small", "Time To Live", SEV_NOTE, GROUP_SEQUENCE, ttl_small_text },
    [BOGUS_VERSION_ANY] = { "ip.bogus_ip_version", "Bogus IP version", SEV_ERROR, GROUP_PROTOCOL },
    [OPT_LEN_INVALID] = { "ip.opt.len.invalid", "Invalid length for option", SEV_WARN, GROUP_PROTOCOL, ip_option_length_text },
    [OPT_EXTRANEOUS] = { "ip.opt.len.invalid", "Extraneous data in option", SEV_WARN, GROUP_PROTOCOL },
    [OPT_LAST_NOT_FINAL] = { "ip.opt.len.invalid", "Field Termination Indicator set to 1 for last byte of option", SEV_WARN,
                             GROUP_PROTOCOL },
    [OPT_PTR_BEFORE] = { "ip.opt.ptr.before_address", "Pointer points before first address", SEV_WARN, GROUP_PROTOCOL },
    [OPT_PTR_MIDDLE] = { "ip.opt.ptr.middle_address", "Pointer points to middle of address", SEV_WARN, GROUP_PROTOCOL },
    [OPT_SUB_LONG] = { "ip.subopt_too_long", "Suboption would go past end of option", SEV_WARN, GROUP_PROTOCOL },
    [OPT_NOPS] = { "ip.nop", "4 NOP in a row - a router may have removed some options", SEV_WARN, GROUP_PROTOCOL },
    [CIPSO_BAD] = { "ip.cipso.malformed", "Malformed CIPSO tag", SEV_ERROR, GROUP_SEQUENCE },
    [BOGUS_VERSION] = { "ip.bogus_ip_version", "Bogus IPv4 version", SEV_ERROR, GROUP_PROTOCOL },
    [BOGUS_HEADER] = { "ip.bogus_header_length", "Bogus IP header length", SEV_ERROR, GROUP_PROTOCOL, bogus_header_text },
};
static const struct pref prefs[] = {
    [PREF_DSCP] = { "decode_tos_as_diffserv", "Decode IPv4 TOS field as DiffServ field", PREF_BOOL, 1 },
    [PREF_DEFRAGMENT] = { "defragment", "Reassemble fragmented IPv4 datagrams", PREF_BOOL, 1 },
    [PREF_SUMMARY] = { "summary_in_tree", "Show IPv4 summary in protocol tree", PREF_BOOL, 1 },
    [PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the IPv4 checksum if possible", PREF_BOOL, 0 },
    [PREF_TSO] = { "tso_support", "Support packet-capture from IP TSO-enabled hardware", PREF_BOOL, 1 },
    [PREF_GEOIP] = { "use_geoip", "Enable IPv4 geolocation", PREF_BOOL, 1 },
    [PREF_SECURITY_FLAG] = { "security_flag", "Interpret Reserved flag as Security flag (RFC 3514)", PREF_BOOL, 0 },
    [PREF_HEURISTIC_FIRST] = { "try_heuristic_first", "Try heuristic sub-dissectors first", PREF_BOOL, 0 },
};

static void tos_fields(struct dissect *d, struct cursor c)
{
    if (pref(d, PREF_DSCP))
        emit_bits(d, c, 1, 1, DSFIELD, ECN);
    else
        emit_bits(d, c, 1, 1, TOS, TOS_COST);
}

/* The length that the header promises, 0 when it is bogus (and said so). */
static uint32_t total_length(struct dissect *d, struct cursor c, const uint8_t *h, uint32_t header)
{
    uint32_t len = be16(h + 2);
    if (len == 0 && pref(d, PREF_TSO)) {
        len = c.wire;
        set_generated(d, emit_value(d, c, LEN, 2, 2, len));
        return len;
    }
    uint32_t n = emit_at(d, c, LEN, 2, 2);
    if (len < header) {
        annotate(d, n, h);
        note_on(d, n, BOGUS_LENGTH, NULL);
        info_set(d, bogus_length, h);
        return 0;
    }
    if (len > c.wire) {
        if (!d->in_error)
            note_on(d, n, LENGTH_EXCEEDS, packet_copy(d, &c.wire, sizeof c.wire));
        return c.wire;
    }
    return len;
}

static void flag_fields(struct dissect *d, struct cursor c)
{
    bool security = pref(d, PREF_SECURITY_FLAG) != 0;
    uint32_t flags = get8(d, c, 6);
    emit_at(d, c, FLAGS, 6, 1);
    down(d);
    uint32_t n = emit_at(d, c, security ? FLAG_SF : FLAG_RB, 6, 1);
    if (security && (flags & 0x80))
        note_on(d, n, EVIL, NULL);
    emit_at(d, c, FLAG_DF, 6, 1);
    emit_at(d, c, FLAG_MF, 6, 1);
    up(d);
    emit_at(d, c, FRAG_OFFSET, 6, 2);
}

/* Links of one hop have protocols of their own for 224.0.0.0/24 (RFC 5771 section 4); NULL: any will do. */
static const uint8_t *local_ttl(uint8_t group, uint8_t proto)
{
    enum { IGMP = 2 };  /* RFC 3376 section 4: always 1 */
    static const uint8_t one = 1, most = 255;
    switch (proto != IGMP ? group : 0) {
    case 18:
    case 102:
    case 251: return &most; /* VRRP, HSRP and GLBP, mDNS */
    case 252: return NULL;                      /* LLMNR */
    default: return &one;
    }
}

static void ttl_field(struct dissect *d, struct cursor c)
{
    uint32_t n = emit_at(d, c, TTL, 8, 1);
    const uint8_t *h = cursor_peek(c, 0, 20);
    if (h == NULL)
        return;
    if (be24(h + 16) == 0xe00000) {
        const uint8_t *due = local_ttl(h[19], h[9]);
        if (due != NULL && h[8] != *due)
            note_on(d, n, TTL_LOCAL, due);
    } else if (h[16] >> 4 != 14 && h[8] < 5) {
        note_on(d, n, TTL_SMALL, h + 8);
    }
}

static void checksum_fields(struct dissect *d, struct cursor c, uint32_t header)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (pref(d, PREF_CHECK_CHECKSUM))
        found = checksum_verify(c, header, 10, 0);
    found.hint = "(may be caused by \"IP checksum offload\"?)";
    checksum_emit_both(d, c, 10, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
    if (found.state != CHECKSUM_STATE_UNVERIFIED)
        emit_value(d, c, CALCULATED, 10, 2, found.right);
}

static void address_fields(struct dissect *d, struct cursor c, uint32_t header)
{
    const uint8_t *src = cursor_peek(c, 12, 4), *dst = cursor_peek(c, 16, 4);
    const uint8_t *end = header > 20 && cursor_peek(c, 0, header) != NULL ? ip_final_destination(c.p + 20, header - 20)
                                                                          : NULL;
    if (src != NULL)
        set_address(&d->net_src, &d->src, ADDR_IPv4, 4, src);
    if (dst != NULL)
        set_address(&d->net_dst, &d->dst, ADDR_IPv4, 4, end != NULL ? end : dst);
    emit_at(d, c, SRC, 12, 4);
    emit_at(d, c, ADDR, 12, 4);
    emit_at(d, c, SRC_HOST, 12, 4);
    emit_at(d, c, HOST, 12, 4);
    if (end != NULL) {
        emit_at(d, c, CUR_RT, 16, 4);
        emit_at(d, c, CUR_RT_HOST, 16, 4);
    } else {
        emit_at(d, c, DST, 16, 4);
        emit_at(d, c, ADDR, 16, 4);
        emit_at(d, c, DST_HOST, 16, 4);
        emit_at(d, c, HOST, 16, 4);
    }
    if (dst != NULL && pref(d, PREF_GEOIP))
        geo_fields(d, c, GEO, 12, d->net_src, 16, d->net_dst);
}

static const struct piece_rows piece_rows = {
    .all = FRAGMENTS, .one = FRAGMENT, .overlap = FRAGMENT_OVERLAP, .conflict = FRAGMENT_CONFLICT,
    .other_tail = FRAGMENT_TAILS, .too_long = FRAGMENT_TOO_LONG, .count = FRAGMENT_COUNT, .length = REASSEMBLED_LENGTH,
    .data = REASSEMBLED_DATA, .whole_in = REASSEMBLED_IN, .source = "Reassembled IPv4",
};

static void proto_column(struct dissect *d, const uint8_t *h)
{
    if (!claimed(d, TABLE_IP_PROTO, h[9]))
        info_set(d, info_ip_proto, h + 9);
}

/* To whom the protocol number leads. */
static struct verdict go_on(struct dissect *d, struct cursor c, const uint8_t *h)
{
    if (c.wire == 0)
        return done();
    proto_column(d, h);
    return hand_on(TABLE_IP_PROTO, h[9], c);
}

/* RFC 791 section 3.2: fragments of one datagram have source, destination, protocol and identification in common. */
static struct verdict fragment(struct dissect *d, struct cursor c, const uint8_t *h)
{
    uint8_t key[14] = { h[9] };
    memcpy(key + 1, h + 4, 2);
    memcpy(key + 3, h + 12, 8);
    memcpy(key + 11, &d->vlan, 2);
    info_set(d, fragment_info, h);
    const struct fragments *f = fragment_take(d, c, key, sizeof key, (be16(h + 6) & 0x1fffu) * 8, (h[6] & 0x20) == 0);
    if (f == NULL)
        return hand_to(&proto_data, 0, c);
    if (f->pieces.whole_in != d->frame->number) {
        if (f->pieces.whole_in != 0) {
            info_add(d, fragment_whole_in, f);
            emit_value(d, c, REASSEMBLED_IN, 0, 0, f->pieces.whole_in);
        }
        return hand_to(&proto_data, 0, c);
    }
    struct cursor whole = pieces_join(d, &f->pieces, f->pieces.len, piece_rows.source);
    pieces_emit(d, whole, &f->pieces, &piece_rows);
    d->fragmented = false;
    return go_on(d, whole, h);
}

/* What the header says of what it holds. */
static inline void tell_above(struct dissect *d, const uint8_t *h)
{
    d->fragmented = (be16(h + 6) & 0x3fff) != 0;
    d->ip_proto = h[9];
    d->hops = h[8];
    d->ip_id = be16(h + 4);
    d->waits = false;
    d->later_fragment = (be16(h + 6) & 0x1fff) != 0;
}

static struct verdict payload(struct dissect *d, struct cursor c, const uint8_t *h)
{
    tell_above(d, h);
    c.fragment = d->fragmented;
    if (d->fragmented && pref(d, PREF_DEFRAGMENT) && c.cap == c.wire && !d->in_error && !d->peeks)
        return fragment(d, c, h);
    if (d->later_fragment) {
        info_set(d, fragment_info, h);
        return hand_to(&proto_data, 0, c);
    }
    return go_on(d, c, h);
}

static void bogus_version_any(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Bogus IP version (%u)", h[0] >> 4);
}

/* Asked by somebody who has not looked at the version either. */
static struct verdict unknown_version(struct dissect *d, struct cursor c, const uint8_t *h)
{
    set_protocol_column(d, "IP");
    info_set(d, bogus_version_any, h);
    emit_protocol(d, c, 1, NULL);
    uint32_t n = emit_value(d, c, VERSION, 0, 1, h[0] >> 4);
    note_on(d, n, BOGUS_VERSION_ANY, NULL);
    return done();
}

/* RFC 791 section 3.1 without options: all of it captured, as long as it says, and no fragment. */
static bool is_plain(struct cursor c)
{
    return c.cap >= 20 && c.p[0] == 0x45 && be16(c.p + 2) > 20 && be16(c.p + 2) <= c.wire &&
           (be16(c.p + 6) & 0x3fff) == 0;
}

static bool ip_pass(struct dissect *d, struct verdict *v)
{
    const uint8_t *h = v->rest.p;
    if (!is_plain(v->rest))
        return false;
    uint32_t total = be16(h + 2);
    set_protocol_column(d, "IPv4");
    info_clear(d);
    layer_shown(d, v->rest);
    if (d->link_used == 0)
        d->link_used = total;
    set_address(&d->net_src, &d->src, ADDR_IPv4, 4, h + 12);
    set_address(&d->net_dst, &d->dst, ADDR_IPv4, 4, h + 16);
    cursor_limit(&v->rest, total);
    cursor_take(&v->rest, 20);
    tell_above(d, h);
    v->rest.fragment = false;
    proto_column(d, h);
    return pass_on(v, TABLE_IP_PROTO, h[9]);
}

static struct verdict ip_run(struct dissect *d, struct cursor c)
{
    const uint8_t *h = cursor_peek(c, 0, 1);
    if (h != NULL || d->variant == ONLY_VERSION_4) {
        set_protocol_column(d, "IPv4");
        info_clear(d);
    }
    if (!need(d, c, 0, 1))
        return done();
    uint32_t header = (h[0] & 15u) * 4, version = h[0] >> 4;
    if (d->variant == ANY_VERSION && version != 4)
        return version == 6 ? hand_to(&proto_ipv6, 0, c) : unknown_version(d, c, h);
    emit_protocol(d, c, header < c.cap ? header : c.cap, pref(d, PREF_SUMMARY) ? NULL : h);
    uint32_t n = emit_value(d, c, VERSION, 0, 1, version);
    if (version == 6)
        return hand_to(&proto_ipv6, 0, c);
    if (version != 4) {
        note_on(d, n, BOGUS_VERSION, NULL);
        info_set(d, bogus_version, h);
        return done();
    }
    n = emit_value(d, c, HDR_LEN, 0, 1, header);
    if (header < 20) {
        note_on(d, n, BOGUS_HEADER, h);
        info_set(d, bogus_header, h);
        return done();
    }
    tos_fields(d, c);
    if (!need(d, c, 2, 2))
        return done();
    uint32_t total = total_length(d, c, h, header);
    if (total == 0)
        return done();
    if (d->link_used == 0)
        d->link_used = total;
    cursor_limit(&c, total);
    emit_at(d, c, ID, 4, 2);
    flag_fields(d, c);
    ttl_field(d, c);
    emit_at(d, c, PROTO, 9, 1);
    checksum_fields(d, c, header);
    address_fields(d, c, header);
    if (header > 20)
        ip_options(d, cursor_sub(c, 20, header - 20), h);
    if (!need(d, c, 0, header) || d->stop != STOP_NONE)
        return done();
    cursor_take(&c, header);
    return payload(d, c, h);
}

static const struct claim claims[] = {
    { TABLE_ETHERTYPE, 0x0800 }, { TABLE_IP_PROTO, IP_PROTO_IPIP, ANY_VERSION }, { TABLE_WTAP_ENCAP, 129, ANY_VERSION }, { TABLE_NULL_TYPE, 2, ANY_VERSION },
    { TABLE_PPP_PROTOCOL, 0x21, ANY_VERSION }, { TABLE_PPP_PROTOCOL, 0x800 }, { TABLE_GRE_PROTO, 0x0800 }, { TABLE_GRE_PROTO, 0x883e },
    { TABLE_VXLAN_NEXT_PROTO, 1 }, { TABLE_LLC_DSAP, 6 }, { TABLE_CHDLC_PROTOCOL, 0x0800, ANY_VERSION },
};
static uint64_t header_of(const struct glance *g) { return (g->p[0] & 15u) * 4; }
static uint64_t version_of(const struct glance *g) { return g->p[0] >> 4; }

static const struct glance_row glance_rows[] = {
    { VERSION, 0, 1, version_of }, { HDR_LEN, 0, 1, header_of }, { DSFIELD, 1, 1 }, { DSCP, 1, 1 }, { ECN, 1, 1 },
    { LEN, 2, 2 }, { ID, 4, 2 }, { FLAGS, 6, 1 }, { FLAG_RB, 6, 1 }, { FLAG_DF, 6, 1 }, { FLAG_MF, 6, 1 },
    { FRAG_OFFSET, 6, 2 }, { TTL, 8, 1 }, { PROTO, 9, 1 }, { SRC, 12, 4 }, { ADDR, 12, 4 }, { DST, 16, 4 }, { ADDR, 16, 4 },
};

/* Plain: version 4, no options (a source route changes the destination), no reserved flag, a length that fits. */
static bool ip_glance(struct glance *g)
{
    const uint8_t *h = g->p;
    if (g->cap < 20 || h[0] != 0x45 || (h[6] & 0x80) != 0 || !glance_pref(g, PREF_DSCP) ||
        glance_pref(g, PREF_SECURITY_FLAG))
        return false;
    if ((be16(h + 6) & 0x3fff) != 0)
        g->part = (be16(h + 6) & 0x1fff) == 0 ? GLANCE_FIRST : GLANCE_LATER;
    uint32_t total = be16(h + 2);
    if (total < 20 || total > g->wire)
        return false;
    g->wire = total;
    g->cap = g->cap < total ? g->cap : total;
    g->header = 20;
    g->table = TABLE_IP_PROTO;
    g->key = g->second = h[9];
    return true;
}

/* An ICMP error has to do with the packet that it quotes. */
static bool ip_pair(const struct glance *g, struct glance_pair *pair)
{
    static const uint8_t errors[] = { 3, 4, 5, 11, 12 };
    const uint8_t *h = g->p;
    if (g->cap < 20 || h[0] >> 4 != 4)
        return false;
    uint32_t header = (h[0] & 15u) * 4, quoted = header + 8;
    bool error = h[9] == IP_PROTO_ICMP && (be16(h + 6) & 0x1fff) == 0 && g->cap >= quoted + 20 &&
                 memchr(errors, h[header], sizeof errors) != NULL;
    if (error && h[quoted] >> 4 == 4)
        h += quoted;
    *pair = (struct glance_pair){ h + 12, h + 16, 4 };
    return true;
}

/* No options, no reserved flag, no fragment. */
static const struct glance_shape shapes[] = {
    { 20, { { 0, 0xff000000, 0x45000000 }, { 6, 0xbfff0000, 0 } }, .key_at = 9, .key_size = 1, .length_at = 2, .pair_at = 12, .pair_size = 4 },
};
static const uint8_t hands_to[] = { TABLE_IP_PROTO };
static const struct protocol *const calls[] = { &proto_ipv6, NULL };

PROTOCOL(ip,
    .name = "ip", .short_name = "IPv4", .long_name = "Internet Protocol Version 4",
    FIELDS(ip_fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = ip_run,
    .pass = ip_pass,
    GLANCE(ip_glance, glance_rows), SHAPES(shapes), .pair = ip_pair, .keeps_state = true, .joins = true
);
