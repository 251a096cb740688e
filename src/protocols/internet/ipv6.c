/* ipv6.c - Internet Protocol version 6, RFC 8200: the fixed header and what its addresses tell.  Claims ethertype
   0x86dd and its kin, hands on by "ip.proto".  The extension headers are in ipv6_ext.c. */
#include "protocols/internet/ipv6_rows.h"

#include "protocols/internet/ip_proto.h"
#include "protocols/internet/ipv6.h"

extern const struct protocol proto_ipv6;

enum { PREF_DEFRAGMENT, PREF_SUMMARY, PREF_GEOIP, PREF_STRICT_RPL, PREF_HEURISTIC_FIRST, PREF_EXT_AT_ROOT, PREF_HIDE_LENGTH,
       PREF_TSO };
enum { HEADER = 40 };
/* Variants: who hands on to it; FROM_FAMILY: a link that tells no more than that it is IPv6. */
enum { FROM_LINK, FROM_IP, FROM_FAMILY, ALONE };

static void exceeds_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *there = n->v.arg;
    (void)d;
    sb_str(sb, "IPv6 payload length exceeds framing length (");
    sb_uint(sb, there != NULL ? *there : 0);
    sb_str(sb, " bytes)");
}

static void short_header(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint32_t *there = arg;
    (void)d;
    sb_printf(sb, "Invalid IPv6 header (%u bytes, need exactly %u)", there != NULL ? *there : 0, HEADER);
}

static void unknown_proto(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    sb_str(sb, "Unknown IP Protocol: ");
    info_ip_proto(sb, d, arg);
}

static const struct note_def notes[] = {
    [BOGUS_VERSION] = { "ipv6.bogus_ipv6_version", "Bogus IPv6 version", SEV_ERROR, GROUP_MALFORMED },
    [SHORT_HEADER] = { "ipv6.invalid_header", "IPv6 header must be exactly 40 bytes", SEV_ERROR, GROUP_MALFORMED },
    [PLEN_EXCEEDS] = { "ipv6.plen_exceeds_framing", "IPv6 payload length does not match expected framing length", SEV_WARN,
                       GROUP_PROTOCOL, exceeds_text },
    [PLEN_ZERO] = { "ipv6.plen_zero", "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))", SEV_CHAT,
                    GROUP_PROTOCOL },
    [JUMBO_MISSING] = { "ipv6.opt.jumbo.missing",
                        "IPv6 payload length equals 0 and Hop-By-Hop present and Jumbo Payload option missing", SEV_ERROR,
                        GROUP_MALFORMED },
    [JUMBO_PROHIBITED] = { "ipv6.opt.jumbo.prohibited",
                           "When IPv6 payload length does not equal 0 a Jumbo Payload option must not be present", SEV_WARN,
                           GROUP_PROTOCOL },
    [JUMBO_TRUNCATED] = { "ipv6.opt.jumbo.truncated", "Jumbo Payload option present and jumbo length < 65536", SEV_WARN,
                          GROUP_PROTOCOL },
    [OPT_LEN_INVALID] = { "ipv6.opt.invalid_len", "Invalid IPv6 option length", SEV_ERROR, GROUP_MALFORMED, ipv6_option_length_text },
    [OPT_NOT_INTERPRETED] = { "ipv6.opt.unknown_data.expert", "Unknown Data (not interpreted)", SEV_NOTE, GROUP_UNDECODED },
    [OPT_MISMATCH] = { "ipv6.opt.header_mismatch", "Wrong options extension header for type", SEV_WARN, GROUP_PROTOCOL,
                       ipv6_option_mismatch_text },
    [OPT_DEPRECATED] = { "ipv6.opt.deprecated", "Option type is deprecated", SEV_NOTE, GROUP_DEPRECATED },
    [MPL_SEED_IS_SOURCE] = { "ipv6.opt.mpl.ipv6_src_seed_id", "Seed ID is the IPv6 Source Address", SEV_COMMENT, GROUP_PROTOCOL },
    [IOAM_NODELEN] = { "ipv6.opt.ioam.trace.invalid_nodelen", "Invalid \"NodeLen\" value: cannot be 0", SEV_ERROR, GROUP_PROTOCOL },
    [IOAM_REMLEN] = { "ipv6.opt.ioam.trace.invalid_remlen", "Invalid \"RemLen\" value", SEV_ERROR, GROUP_PROTOCOL, ipv6_remlen_text },
    [IOAM_TYPES] = { "ipv6.opt.ioam.trace.invalid_type", "Mismatch between Trace Type and NodeLen", SEV_ERROR, GROUP_PROTOCOL },
    [EMBED_U_NONZERO] = { "ipv6.embed_ipv4.u.nonzero", "IPv4-Embedded IPv6 address bit 64 to 71 must be zero", SEV_WARN, GROUP_PROTOCOL },
};
static const struct pref prefs[] = {
    [PREF_DEFRAGMENT] = { "defragment", "Reassemble fragmented IPv6 datagrams", PREF_BOOL, 1 },
    [PREF_SUMMARY] = { "summary_in_tree", "Show IPv6 summary in protocol tree", PREF_BOOL, 1 },
    [PREF_GEOIP] = { "use_geoip", "Enable IPv6 geolocation", PREF_BOOL, 1 },
    [PREF_STRICT_RPL] = { "perform_strict_rpl_srh_rfc_checking", "Perform strict checking for RPL Source Routing Headers (RFC 6554)",
                          PREF_BOOL, 0 },
    [PREF_HEURISTIC_FIRST] = { "try_heuristic_first", "Try heuristic sub-dissectors first", PREF_BOOL, 0 },
    [PREF_EXT_AT_ROOT] = { "exthdr_under_root_protocol_tree", "Display IPv6 extension headers under the root protocol tree", PREF_BOOL, 0 },
    [PREF_HIDE_LENGTH] = { "exthdr_hide_len_oct_field", "Use a single field for IPv6 extension header length", PREF_BOOL, 0 },
    [PREF_TSO] = { "tso_support", "Support packet-capture from IPv6 TSO-enabled hardware", PREF_BOOL, 0 },
};

/* --- what the addresses tell ------------------------------------------------------------------ */

/* Rows that say the same of the source, of the destination, and of either. */
struct side {
    uint32_t at;  /* of the address in the header */
    unsigned gateway, sla, teredo, port, client, embed, mac, isatap;
};
static const struct side sides[] = {
    { 8, SRC_GATEWAY, SRC_SLA, SRC_TEREDO, SRC_TEREDO_PORT, SRC_TEREDO_CLIENT, SRC_EMBED, SRC_MAC, SRC_ISATAP },
    { 24, DST_GATEWAY, DST_SLA, DST_TEREDO, DST_TEREDO_PORT, DST_TEREDO_CLIENT, DST_EMBED, DST_MAC, DST_ISATAP },
};

/* RFC 3056 */
static void fields_6to4(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    if (be16(a) != 0x2002)
        return;
    emit_at(d, c, s->gateway, s->at + 2, 4);
    emit_at(d, c, s->sla, s->at + 6, 2);
    emit_at(d, c, ANY_GATEWAY, s->at + 2, 4);
    emit_at(d, c, ANY_SLA, s->at + 6, 2);
}

/* RFC 4380 section 4: port and client stand there inverted. */
static void fields_teredo(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    if (be32(a) != 0x20010000)
        return;
    uint16_t port = (uint16_t)~be16(a + 10);
    uint8_t *client = packet_copy(d, a + 12, 4);
    for (int i = 0; client != NULL && i < 4; i++)
        client[i] = (uint8_t)~client[i];
    emit_at(d, c, s->teredo, s->at + 4, 4);
    emit_value(d, c, s->port, s->at + 10, 2, port);
    emit_held(d, c, s->client, s->at + 12, 4, client, client != NULL ? 4 : 0);
    emit_at(d, c, ANY_TEREDO, s->at + 4, 4);
    emit_value(d, c, ANY_TEREDO_PORT, s->at + 10, 2, port);
    emit_held(d, c, ANY_TEREDO_CLIENT, s->at + 12, 4, client, client != NULL ? 4 : 0);
}

/* RFC 6052 section 2.2: the byte of bits 64 to 71 is 0, and no part of the IPv4 address. */
enum { U = 8 };

static uint32_t embedded_length(const struct dissect *d, const uint8_t *a)
{
    static const uint8_t well_known[12] = { 0, 0x64, 0xff, 0x9b };
    return memcmp(a, well_known, sizeof well_known) == 0 ? (uint32_t)sizeof well_known : nat64_prefix(d, a) / 8;
}

static void field_u(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    uint32_t n = emit_at(d, c, EMBED_U, s->at + U, 1);
    if (a[U] != 0)
        note_on(d, n, EMBED_U_NONZERO, NULL);
}

static void fields_embedded(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    uint32_t prefix = embedded_length(d, a);
    if (prefix == 0)
        return;
    uint32_t from = prefix == U ? U + 1 : prefix, end = from;
    uint8_t *four = packet_zero(d, 4);
    for (uint32_t i = 0; four != NULL && i < 4; i++) {
        end += end == U;
        four[i] = a[end++];
    }
    uint32_t n = emit_at(d, c, EMBED_PREFIX, s->at, prefix);
    if (prefix > U && a[U] != 0)
        note_on(d, n, EMBED_U_NONZERO, NULL);
    if (prefix == U - 1 || prefix == U)
        field_u(d, c, s, a);
    emit_held(d, c, s->embed, s->at + from, end - from, four, four != NULL ? 4 : 0);
    emit_held(d, c, ANY_EMBED, s->at + from, end - from, four, four != NULL ? 4 : 0);
    if (prefix < U - 1)
        field_u(d, c, s, a);
    end += end == U;
    if (prefix <= U)
        emit_at(d, c, EMBED_SUFFIX, s->at + end, 16 - end);
}

/* RFC 4291 appendix A: ff:fe in the middle, and one bit, set for addresses that are unique, inverted. */
static void fields_mac(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    if (be16(a + 11) != 0xfffe || !(a[8] & 2))
        return;
    uint8_t mac[6] = { a[8] ^ 2, a[9], a[10], a[13], a[14], a[15] };
    const uint8_t *kept = packet_copy(d, mac, sizeof mac);
    emit_held(d, c, s->mac, s->at + 8, 8, kept, kept != NULL ? 6 : 0);
    emit_held(d, c, ANY_MAC, s->at + 8, 8, kept, kept != NULL ? 6 : 0);
}

/* RFC 5214 section 6.1 */
static void fields_isatap(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    if ((be32(a + 8) & 0xfcffffff) != 0x00005efe)
        return;
    emit_at(d, c, s->isatap, s->at + 12, 4);
    emit_at(d, c, ANY_ISATAP, s->at + 12, 4);
}

static void address_meanings(struct dissect *d, struct cursor c, const uint8_t *h)
{
    typedef void meaning(struct dissect *, struct cursor, const struct side *, const uint8_t *);
    static meaning *const all[] = { fields_6to4, fields_teredo, fields_mac, fields_isatap, fields_embedded };
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        for (size_t k = 0; k < ARRAY_LEN(sides); k++)
            all[i](d, c, &sides[k], h + sides[k].at);
}

/* --- the header ------------------------------------------------------------------------------- */

static void address_fields(struct dissect *d, struct cursor c)
{
    const uint8_t *src = cursor_peek(c, 8, 16), *dst = cursor_peek(c, 24, 16);
    if (src != NULL)
        set_address(&d->net_src, &d->src, ADDR_IPv6, 16, src);
    if (dst != NULL)
        set_address(&d->net_dst, &d->dst, ADDR_IPv6, 16, dst);
    emit_at(d, c, SRC, 8, 16);
    emit_at(d, c, ADDR, 8, 16);
    emit_at(d, c, SRC_HOST, 8, 16);
    emit_at(d, c, HOST, 8, 16);
    emit_at(d, c, DST, 24, 16);
    emit_at(d, c, ADDR, 24, 16);
    emit_at(d, c, DST_HOST, 24, 16);
    emit_at(d, c, HOST, 24, 16);
    if (dst != NULL && !silent(d))
        address_meanings(d, c, src - 8);
    if (dst != NULL && pref(d, PREF_GEOIP))
        geo_fields(d, c, GEO, 8, d->net_src, 24, d->net_dst);
}

/* Of a jumbogram (RFC 2675); 0: it is none. */
static uint32_t jumbo_length(struct cursor c)
{
    const uint8_t *h = cursor_peek(c, 0, HEADER + 8);
    if (h == NULL || h[6] != IP_PROTO_HOPOPTS)
        return 0;
    uint32_t len = (h[HEADER + 1] + 1u) * 8;
    return cursor_peek(c, HEADER, len) != NULL ? ipv6_jumbo_length(h + HEADER + 2, len - 2) : 0;
}

enum { JUMBO_LEAST = 65536 };

static void payload_length(struct dissect *d, struct cursor c, uint32_t plen)
{
    uint32_t n = emit_at(d, c, PLEN, 4, 2);
    if (d->stop != STOP_NONE)
        return;
    uint32_t there = c.wire > HEADER ? c.wire - HEADER : 0;
    uint32_t next = get8(d, c, 6), jumbo = plen == 0 ? jumbo_length(c) : 0;
    if (jumbo >= JUMBO_LEAST) {
        annotate(d, n, packet_copy(d, &jumbo, sizeof jumbo));
        plen = jumbo;
    }
    if (plen == 0 && next != IP_PROTO_NONE && jumbo == 0) {
        bool hop_by_hop = next == IP_PROTO_HOPOPTS;
        note_on(d, n, hop_by_hop ? JUMBO_MISSING : PLEN_ZERO, NULL);
        if (hop_by_hop)
            info_set(d, info_constant, "Invalid IPv6 payload length ");
    } else if (plen > there && c.wire >= HEADER && !d->in_error) {
        note_on(d, n, PLEN_EXCEEDS, packet_copy(d, &there, sizeof there));
    }
}

static void bogus_version(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "Bogus IPv6 version (%u, must be 6)", h[0] >> 4);
}

/* Whoever handed the packet on shows it as something that nobody understands. */
static struct verdict other_version(struct dissect *d, struct cursor c)
{
    static const uint8_t own_number = IP_PROTO_IPV6;
    info_set(d, bogus_version, c.p);
    d->n_layers--;
    if (d->variant == ALONE)
        return done();
    if (d->variant == FROM_LINK) {
        set_protocol_column(d, "0x86dd");
        info_set(d, info_constant, "IPv6");
    } else if (d->variant == FROM_IP) {
        info_set(d, d->net_src.kind == ADDR_IPv6 ? unknown_proto : info_ip_proto, &own_number);
    }
    return hand_to(&proto_data, 0, c);
}

static void next_column(struct dissect *d, const uint8_t *next)
{
    if (*next == IP_PROTO_NONE)
        info_set(d, info_constant, "IPv6 no next header");
    else if (!claimed(d, TABLE_IP_PROTO, *next))
        info_set(d, unknown_proto, next);
}

/* What the header says of what it holds. */
static void tell_above(struct dissect *d, const uint8_t *h)
{
    d->ip_proto = h[6];
    d->hops = h[7];
    d->ip_id = 0;
    d->fragmented = false;
}

static bool ipv6_pass(struct dissect *d, struct verdict *v)
{
    const uint8_t *h = cursor_peek(v->rest, 0, HEADER);
    uint32_t plen = h != NULL && h[0] >> 4 == 6 ? be16(h + 4) : 0;
    if (plen == 0 || plen > v->rest.wire - HEADER)
        return false;
    layer_shown(d, v->rest);
    set_protocol_column(d, "IPv6");
    info_clear(d);
    set_address(&d->net_src, &d->src, ADDR_IPv6, 16, h + 8);
    set_address(&d->net_dst, &d->dst, ADDR_IPv6, 16, h + 24);
    tell_above(d, h);
    cursor_take(&v->rest, HEADER);
    if (d->link_used == 0)
        d->link_used = HEADER + plen;
    cursor_limit(&v->rest, plen);
    next_column(d, h + 6);
    return pass_on(v, TABLE_IP_PROTO, h[6]);
}

static struct verdict ipv6_run(struct dissect *d, struct cursor c)
{
    uint32_t there = c.cap < HEADER ? c.cap : HEADER;
    uint32_t top = emit_protocol(d, c, there, pref(d, PREF_SUMMARY) ? NULL : c.p);
    uint32_t version = get8(d, c, 0) >> 4;
    uint32_t n = emit_value(d, c, VERSION, 0, 1, version);
    if (version != 6)
        note_on(d, n, BOGUS_VERSION, NULL);
    emit_at(d, c, IP_VERSION, 0, 1);
    set_protocol_column(d, "IPv6");
    if (version != 6 && d->stop == STOP_NONE)
        return other_version(d, c);
    info_clear(d);
    if (c.wire < HEADER && c.wire != 0) {
        note_on(d, top, SHORT_HEADER, NULL);
        info_set(d, short_header, packet_copy(d, &c.wire, sizeof c.wire));
    }
    emit_bits(d, c, 0, 4, TCLASS, ECN);
    emit_at(d, c, FLOW, 1, 3);
    uint32_t plen = get16(d, c, 4);
    payload_length(d, c, plen);
    emit_at(d, c, NXT, 6, 1);
    emit_at(d, c, HLIM, 7, 1);
    address_fields(d, c);
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (h == NULL)
        return done();
    tell_above(d, h);
    if (plen == 0)
        plen = jumbo_length(c);
    cursor_take(&c, HEADER);
    if (d->link_used == 0)
        d->link_used = HEADER + plen;
    cursor_limit(&c, plen < c.wire ? plen : c.wire);
    next_column(d, h + 6);
    return hand_on(TABLE_IP_PROTO, h[6], c);
}

static const struct claim claims[] = {
    { TABLE_ETHERTYPE, 0x86dd }, { TABLE_IP_PROTO, IP_PROTO_IPV6, FROM_IP }, { TABLE_WTAP_ENCAP, 130, ALONE }, { TABLE_NULL_TYPE, 24, FROM_FAMILY },
    { TABLE_NULL_TYPE, 28, FROM_FAMILY }, { TABLE_NULL_TYPE, 30, FROM_FAMILY }, { TABLE_PPP_PROTOCOL, 0x57 }, { TABLE_PPP_PROTOCOL, 0x86dd },
    { TABLE_GRE_PROTO, 0x86dd }, { TABLE_VXLAN_NEXT_PROTO, 2 }, { TABLE_CHDLC_PROTOCOL, 0x86dd, FROM_FAMILY },
};
static uint64_t version_of(const struct glance *g) { return g->p[0] >> 4; }

static const struct glance_row glance_rows[] = {
    { VERSION, 0, 1, version_of }, { TCLASS, 0, 4 }, { DSCP, 0, 4 }, { ECN, 0, 4 }, { FLOW, 1, 3 }, { PLEN, 4, 2 }, { NXT, 6, 1 },
    { HLIM, 7, 1 }, { SRC, 8, 16 }, { ADDR, 8, 16 }, { DST, 24, 16 }, { ADDR, 24, 16 },
};

/* Plain: no extension headers, which may go on to anything, and a length that fits. */
static bool ipv6_glance(struct glance *g)
{
    const uint8_t *h = g->p;
    if (g->cap < HEADER || h[0] >> 4 != 6 || be16(h + 4) == 0 || be16(h + 4) > g->wire - HEADER)
        return false;
    g->wire = HEADER + be16(h + 4);
    g->cap = g->cap < g->wire ? g->cap : g->wire;
    g->header = HEADER;
    g->table = TABLE_IP_PROTO;
    g->key = g->second = h[6];
    return true;
}

/* An ICMPv6 error (types below 128) has to do with the packet that it quotes. */
static bool ipv6_pair(const struct glance *g, struct glance_pair *pair)
{
    const uint8_t *h = g->p;
    uint32_t quoted = HEADER + 8;
    if (g->cap < HEADER || h[0] >> 4 != 6)
        return false;
    if (h[6] == IP_PROTO_ICMPV6 && g->cap >= quoted + HEADER && h[HEADER] < 128 && h[quoted] >> 4 == 6)
        h += quoted;
    *pair = (struct glance_pair){ h + 8, h + 24, 16 };
    return true;
}

static const struct glance_shape shapes[] = {
    { HEADER, { { 0, 0xf0000000, 0x60000000 } }, .key_at = 6, .key_size = 1, .length_at = 4, .length_beyond = HEADER, .pair_at = 8, .pair_size = 16 },
};
static const uint8_t hands_to[] = { TABLE_IP_PROTO };

PROTOCOL(ipv6,
    .name = "ipv6", .short_name = "IPv6", .long_name = "Internet Protocol Version 6",
    FIELDS(ipv6_fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to),
    GLANCE(ipv6_glance, glance_rows), SHAPES(shapes), .pair = ipv6_pair, .run = ipv6_run, .pass = ipv6_pass
);

/* --- extension headers ------------------------------------------------------------------------ */

extern const struct protocol proto_ah, proto_ipv6_hopopts, proto_ipv6_dstopts, proto_ipv6_routing, proto_ipv6_fraghdr;

/* The layer of the packet that the header at hand belongs to; NULL: of no IPv6 packet. */
static const struct layer *packet_of(const struct dissect *d)
{
    static const struct protocol *const headers[] = { &proto_ah, &proto_ipv6_hopopts, &proto_ipv6_dstopts,
                                                      &proto_ipv6_routing, &proto_ipv6_fraghdr };
    for (uint32_t i = d->n_layers - 1u; i-- > 0;) {
        const struct protocol *p = registry_protocols[d->layers[i].protocol];
        bool header = false;
        for (size_t k = 0; k < ARRAY_LEN(headers); k++)
            header |= p == headers[k];
        if (!header)
            return p == &proto_ipv6 ? &d->layers[i] : NULL;
    }
    return NULL;
}

bool ipv6_extension(const struct dissect *d)
{
    const struct layer *packet = d->n_layers != 0 ? packet_of(d) : NULL;
    return packet != NULL && !d->engine->prefs[registry_first_pref[packet->protocol] + PREF_EXT_AT_ROOT].number;
}

struct verdict ipv6_go_on(struct dissect *d, struct cursor c, const uint8_t *next)
{
    const struct layer *packet = d->n_layers != 0 ? packet_of(d) : NULL;
    if (packet != NULL && ipv6_extension(d))
        set_end(d, packet->node, c);
    next_column(d, next);
    return hand_on(TABLE_IP_PROTO, *next, c);
}

static bool ipv6_pref(const struct dissect *d, unsigned which)
{
    return d->engine->prefs[registry_first_pref[registry_protocol_number(&proto_ipv6)] + which].number != 0;
}

bool ipv6_reassembles(const struct dissect *d) { return ipv6_pref(d, PREF_DEFRAGMENT); }

bool ipv6_strict_rpl(const struct dissect *d) { return ipv6_pref(d, PREF_STRICT_RPL); }
