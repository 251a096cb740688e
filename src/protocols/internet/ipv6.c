/* ipv6.c - Internet Protocol version 6, RFC 8200: the fixed header and what its addresses tell.  Claims ethertype
   0x86dd and its kin, hands on by "ip.proto".  The extension headers are in ipv6_ext.c. */
#include "protocols/protocol.h"

#include "protocols/internet/ip_proto.h"
#include "protocols/internet/ipv6.h"

extern const struct protocol proto_ipv6;

enum { IPV6, VERSION, IP_VERSION, TCLASS, DSCP, ECN, FLOW, PLEN, NXT, HLIM, SRC, ADDR, SRC_HOST, HOST, DST, DST_HOST,
       SRC_GATEWAY, SRC_SLA, DST_GATEWAY, DST_SLA, ANY_GATEWAY, ANY_SLA,
       SRC_TEREDO, SRC_TEREDO_PORT, SRC_TEREDO_CLIENT, DST_TEREDO, DST_TEREDO_PORT, DST_TEREDO_CLIENT,
       ANY_TEREDO, ANY_TEREDO_PORT, ANY_TEREDO_CLIENT,
       EMBED_PREFIX, SRC_EMBED, DST_EMBED, ANY_EMBED, SRC_MAC, DST_MAC, ANY_MAC, SRC_ISATAP, DST_ISATAP, ANY_ISATAP };
enum { BOGUS_VERSION, SHORT_HEADER, PLEN_EXCEEDS, PLEN_ZERO, JUMBO_MISSING };
enum { PREF_DEFRAGMENT, PREF_SUMMARY, PREF_GEOIP, PREF_STRICT_RPL, PREF_HEURISTIC_FIRST, PREF_EXT_AT_ROOT, PREF_HIDE_LENGTH,
       PREF_TSO };
enum { HEADER = 40 };
/* Variants: who hands on to it. */
enum { FROM_LINK, FROM_IP, ALONE };

/* arg: not asked for. */
static void ipv6_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->v.arg != NULL ? NULL : node_bytes(d, n, 0, HEADER);
    if (h == NULL || h[0] >> 4 != 6)
        return;
    sb_str(sb, ", Src: ");
    sb_address_both(sb, d, (struct address){ ADDR_IPv6, 16, h + 8 });
    sb_str(sb, ", Dst: ");
    sb_address_both(sb, d, (struct address){ ADDR_IPv6, 16, h + 24 });
}

static void version_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0xf0, n->v.u << 4);
    sb_str(sb, "Version: ");
    sb_uint(sb, n->v.u);
}

static void ip_version_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, " [This field makes the filter match on \"ip.version == 6\" possible]");
}

static void host_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 16);
    if (p != NULL)
        sb_address(sb, d, (struct address){ ADDR_IPv6, 16, p });
}

static const struct field fields[] = {
    [IPV6] = { "ipv6", "Internet Protocol Version 6", FT_PROTOCOL, .suffix = ipv6_label },
    [VERSION] = { "ipv6.version", "Version", FT_UINT8, BASE_DEC, .label_fn = version_label },
    [IP_VERSION] = { "ip.version", "Version", FT_UINT8, BASE_DEC, .flags = HIDDEN, .mask = 0xf0, .suffix = ip_version_suffix },
    [TCLASS] = { "ipv6.tclass", "Traffic Class", FT_UINT32, BASE_HEX, .mask = 0x0ff00000, .suffix = dsfield_suffix },
    [DSCP] = { "ipv6.tclass.dscp", "Differentiated Services Codepoint", FT_UINT32, BASE_DEC, .mask = 0x0fc00000, .values = &dscp_names },
    [ECN] = { "ipv6.tclass.ecn", "Explicit Congestion Notification", FT_UINT32, BASE_DEC, .mask = 0x00300000, .values = &ecn_names },
    [FLOW] = { "ipv6.flow", "Flow Label", FT_UINT24, BASE_HEX, .mask = 0x0fffff },
    [PLEN] = { "ipv6.plen", "Payload Length", FT_UINT16, BASE_DEC },
    [NXT] = { "ipv6.nxt", "Next Header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [HLIM] = { "ipv6.hlim", "Hop Limit", FT_UINT8, BASE_DEC },
    [SRC] = { "ipv6.src", "Source Address", FT_IPv6 },
    [ADDR] = { "ipv6.addr", "Source or Destination Address", FT_IPv6, .flags = HIDDEN },
    [SRC_HOST] = { "ipv6.src_host", "Source Host", FT_STRING, .flags = HIDDEN, .text = host_text },
    [HOST] = { "ipv6.host", "Source or Destination Host", FT_STRING, .flags = HIDDEN, .text = host_text },
    [DST] = { "ipv6.dst", "Destination Address", FT_IPv6 },
    [DST_HOST] = { "ipv6.dst_host", "Destination Host", FT_STRING, .flags = HIDDEN, .text = host_text },
    [SRC_GATEWAY] = { "ipv6.src_6to4_gw_ipv4", "Source 6to4 Gateway IPv4", FT_IPv4, .flags = GENERATED },
    [SRC_SLA] = { "ipv6.src_6to4_sla_id", "Source 6to4 SLA ID", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [DST_GATEWAY] = { "ipv6.dst_6to4_gw_ipv4", "Destination 6to4 Gateway IPv4", FT_IPv4, .flags = GENERATED },
    [DST_SLA] = { "ipv6.dst_6to4_sla_id", "Destination 6to4 SLA ID", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [ANY_GATEWAY] = { "ipv6.6to4_gw_ipv4", "6to4 Gateway IPv4", FT_IPv4, .flags = GENERATED | HIDDEN },
    [ANY_SLA] = { "ipv6.6to4_sla_id", "6to4 SLA ID", FT_UINT16, BASE_DEC, .flags = GENERATED | HIDDEN },
    [SRC_TEREDO] = { "ipv6.src_ts_ipv4", "Source Teredo Server IPv4", FT_IPv4, .flags = GENERATED },
    [SRC_TEREDO_PORT] = { "ipv6.src_tc_port", "Source Teredo Port", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [SRC_TEREDO_CLIENT] = { "ipv6.src_tc_ipv4", "Source Teredo Client IPv4", FT_IPv4, .flags = GENERATED },
    [DST_TEREDO] = { "ipv6.dst_ts_ipv4", "Destination Teredo Server IPv4", FT_IPv4, .flags = GENERATED },
    [DST_TEREDO_PORT] = { "ipv6.dst_tc_port", "Destination Teredo Port", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [DST_TEREDO_CLIENT] = { "ipv6.dst_tc_ipv4", "Destination Teredo Client IPv4", FT_IPv4, .flags = GENERATED },
    [ANY_TEREDO] = { "ipv6.ts_ipv4", "Teredo Server IPv4", FT_IPv4, .flags = GENERATED | HIDDEN },
    [ANY_TEREDO_PORT] = { "ipv6.tc_port", "Teredo Port", FT_UINT16, BASE_DEC, .flags = GENERATED | HIDDEN },
    [ANY_TEREDO_CLIENT] = { "ipv6.tc_ipv4", "Teredo Client IPv4", FT_IPv4, .flags = GENERATED | HIDDEN },
    [EMBED_PREFIX] = { "ipv6.embed_ipv4_prefix", "Embedded IPv4 Prefix", FT_BYTES, .flags = GENERATED },
    [SRC_EMBED] = { "ipv6.src_embed_ipv4", "Source Embedded IPv4", FT_IPv4, .flags = GENERATED },
    [DST_EMBED] = { "ipv6.dst_embed_ipv4", "Destination Embedded IPv4", FT_IPv4, .flags = GENERATED },
    [ANY_EMBED] = { "ipv6.embed_ipv4", "Embedded IPv4", FT_IPv4, .flags = GENERATED },
    [SRC_MAC] = { "ipv6.src_slaac_mac", "Source SLAAC MAC", FT_ETHER, .flags = GENERATED },
    [DST_MAC] = { "ipv6.dst_slaac_mac", "Destination SLAAC MAC", FT_ETHER, .flags = GENERATED },
    [ANY_MAC] = { "ipv6.slaac_mac", "SLAAC MAC", FT_ETHER, .flags = GENERATED | HIDDEN },
    [SRC_ISATAP] = { "ipv6.src_isatap_ipv4", "Source ISATAP IPv4", FT_IPv4, .flags = GENERATED },
    [DST_ISATAP] = { "ipv6.dst_isatap_ipv4", "Destination ISATAP IPv4", FT_IPv4, .flags = GENERATED },
    [ANY_ISATAP] = { "ipv6.isatap_ipv4", "ISATAP IPv4", FT_IPv4, .flags = GENERATED | HIDDEN },
};

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
    [PLEN_ZERO] = { "ipv6.plen_zero", "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))", SEV_NOTE,
                    GROUP_PROTOCOL },
    [JUMBO_MISSING] = { "ipv6.opt.jumbo.missing",
                        "IPv6 payload length equals 0 and Hop-By-Hop present and Jumbo Payload option missing", SEV_ERROR,
                        GROUP_MALFORMED },
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

/* The well-known prefix of RFC 6052, 64:ff9b::/96. */
static void fields_embedded(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    static const uint8_t prefix[12] = { 0, 0x64, 0xff, 0x9b };
    if (memcmp(a, prefix, sizeof prefix) != 0)
        return;
    emit_at(d, c, EMBED_PREFIX, s->at, 12);
    emit_at(d, c, s->embed, s->at + 12, 4);
    emit_at(d, c, ANY_EMBED, s->at + 12, 4);
}

/* RFC 4291 appendix A: ff:fe in the middle, and one bit inverted. */
static void fields_mac(struct dissect *d, struct cursor c, const struct side *s, const uint8_t *a)
{
    if (be16(a + 11) != 0xfffe)
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
        d->net_src = d->src = (struct address){ ADDR_IPv6, 16, src };
    if (dst != NULL)
        d->net_dst = d->dst = (struct address){ ADDR_IPv6, 16, dst };
    emit_at(d, c, SRC, 8, 16);
    emit_at(d, c, ADDR, 8, 16);
    emit_at(d, c, SRC_HOST, 8, 16);
    emit_at(d, c, HOST, 8, 16);
    emit_at(d, c, DST, 24, 16);
    emit_at(d, c, ADDR, 24, 16);
    emit_at(d, c, DST_HOST, 24, 16);
    emit_at(d, c, HOST, 24, 16);
    if (dst != NULL && d->emitting)
        address_meanings(d, c, src - 8);
}

static void payload_length(struct dissect *d, struct cursor c, uint32_t plen)
{
    uint32_t n = emit_at(d, c, PLEN, 4, 2);
    if (d->stop != STOP_NONE)
        return;
    uint32_t there = c.wire > HEADER ? c.wire - HEADER : 0;
    if (plen == 0) {
        bool hop_by_hop = get8(d, c, 6) == IP_PROTO_HOPOPTS;
        note_on(d, n, hop_by_hop ? JUMBO_MISSING : PLEN_ZERO, NULL);
        if (hop_by_hop)
            info_set(d, info_constant, "Invalid IPv6 payload length ");
    } else if (plen > there && c.wire >= HEADER) {
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
    } else {
        info_set(d, d->net_src.kind == ADDR_IPv6 ? unknown_proto : info_ip_proto, &own_number);
    }
    return hand_to(&proto_data, 0, c);
}

static struct verdict hand_on_next(struct dissect *d, struct cursor c, const uint8_t *next)
{
    if (*next == IP_PROTO_NONE)
        info_set(d, info_constant, "IPv6 no next header");
    else if (!claimed(d, TABLE_IP_PROTO, *next))
        info_set(d, unknown_proto, next);
    return hand_on(TABLE_IP_PROTO, *next, c);
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
    d->ip_proto = h[6];
    d->hops = h[7];
    d->fragmented = false;
    cursor_take(&c, HEADER);
    if (d->link_used == 0)
        d->link_used = HEADER + plen;
    cursor_limit(&c, plen < c.wire ? plen : c.wire);
    return hand_on_next(d, c, h + 6);
}

static const struct claim claims[] = {
    { TABLE_ETHERTYPE, 0x86dd }, { TABLE_IP_PROTO, IP_PROTO_IPV6, FROM_IP }, { TABLE_WTAP_ENCAP, 130, ALONE }, { TABLE_NULL_TYPE, 24 },
    { TABLE_NULL_TYPE, 28 }, { TABLE_NULL_TYPE, 30 }, { TABLE_PPP_PROTOCOL, 0x57 }, { TABLE_PPP_PROTOCOL, 0x86dd },
    { TABLE_GRE_PROTO, 0x86dd }, { TABLE_VXLAN_NEXT_PROTO, 2 },
};
static const uint8_t hands_to[] = { TABLE_IP_PROTO };

PROTOCOL(ipv6,
    .name = "ipv6", .short_name = "IPv6", .long_name = "Internet Protocol Version 6",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .run = ipv6_run
);

/* --- extension headers ------------------------------------------------------------------------ */

extern const struct protocol proto_ah;

/* The layer of the packet that the header at hand belongs to; NULL: of no IPv6 packet. */
static const struct layer *packet_of(const struct dissect *d)
{
    static const struct protocol *const headers[] = { &proto_ah };
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
    return hand_on_next(d, c, next);
}
