/* ipv6_fields.c - the rows of IPv6 and their labels. */
#include "protocols/internet/ipv6_rows.h"

#include "flow/pieces.h"
#include "protocols/internet/ip_proto.h"

enum { HEADER = 40 };

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

SHARED_VALUES(ipv6_option_types,
    { 0, "Pad1" }, { 1, "PadN" }, { 4, "Tunnel Encapsulation Limit" }, { 5, "Router Alert" }, { 7, "CALIPSO" },
    { 8, "SMF_DPD" }, { 15, "Performance and Diagnostic Metrics" }, { 30, "Experimental (0x1E)" },
    { 38, "Quick-Start" }, { 48, "Path MTU Option" }, { 49, "IOAM Option" }, { 62, "Experimental (0x3E)" },
    { 65, "Tunnel Payload Forwarding (TPF) Information" }, { 94, "Experimental (0x5E)" }, { 99, "RPL Option" },
    { 109, "MPL Option" }, { 126, "Experimental (0x7E)" }, { 138, "Endpoint Identification" },
    { 139, "ILNP Nonce" }, { 140, "Line-Identification Option" }, { 158, "Experimental (0x9E)" },
    { 190, "Experimental (0xBE)" }, { 194, "Jumbo Payload" }, { 201, "Home Address" },
    { 222, "Experimental (0xDE)" }, { 238, "IP_DFF" }, { 254, "Experimental (0xFE)" });
VALUES(actions,
    { 0, "Skip and continue" }, { 1, "Discard" }, { 2, "Discard and send ICMP Parameter Problem" },
    { 3, "Discard and send ICMP if not multicast" });
VALUES(router_alerts,
    { 0, "MLD" }, { 1, "RSVP" }, { 2, "Active Network" });
VALUES(tagger_types,
    { 0, "NULL" }, { 1, "DEFAULT" }, { 2, "IPv4" }, { 3, "IPv6" });
VALUES(seed_lengths,
    { 0, "0" }, { 1, "16-bit unsigned integer" }, { 2, "64-bit unsigned integer" },
    { 3, "128-bit unsigned integer" });
SHARED_VALUES(ipv6_ioam_types,
    { 0, "Pre-allocated Trace" }, { 1, "Incremental Trace" }, { 2, "Proof of Transit" }, { 3, "Edge to Edge" });

/* Names of the flags of rows first..last that are set in the unshifted value. */
static void sb_flags(struct strbuf *sb, uint64_t raw, unsigned first, unsigned last)
{
    for (unsigned row = first; row <= last; row++)
        if (raw & ipv6_fields[row].mask)
            sb_printf(sb, ", %s", ipv6_fields[row].label);
}

static void padn_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, "PadN: ");
    if (n->len == 0)
        sb_str(sb, "<none>");
    else if (p != NULL)
        sb_hex_bytes(sb, p, n->len < 36 ? n->len : 36, 0);
    if (n->len > 36)
        sb_str(sb, "\xe2\x80\xa6");
}

static void rpl_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_flags(sb, n->v.u, RPL_O, RPL_F);
}

static void mpl_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, ", Seed ID Length: %s", values_or(&seed_lengths, (uint32_t)n->v.u >> 6, ""));
    sb_flags(sb, n->v.u, MPL_M, MPL_V);
}

static void dff_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_flags(sb, n->v.u, DFF_DUP, DFF_RET);
}

static void nodelen_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0xf8, n->v.u << 3);
    sb_printf(sb, "Node Length: %u", (unsigned)n->v.u);
}

static void remlen_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0x7f, n->v.u);
    sb_printf(sb, "Remaining Length: %u", (unsigned)n->v.u);
}

static void trace_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_flags(sb, n->v.u << 7, TRACE_O, TRACE_FLAG_RESERVED);
}

static void trace_type_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_flags(sb, n->v.u, TRACE_BIT0, TRACE_TYPE_RESERVED);
}

static void ioam_body_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = n->v.arg;
    (void)d;
    sb_str(sb, type != NULL ? values_or(&ipv6_ioam_types, *type, "Unknown Option-Type") : "");
}

static void trace_node_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Node %u", (unsigned)n->v.u);
}

/* v: the row of the bit that the two numbers belong to. */
static void trace_pair_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, ipv6_fields[n->v.u].label);
}

/* RFC 2675: the length stands in an option. */
static void jumbogram_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (annotation(d, n) != NULL)
        sb_str(sb, " (Jumbogram)");
}

const struct field ipv6_fields[IPV6_ROWS] = {
    [IPV6] = { "ipv6", "Internet Protocol Version 6", FT_PROTOCOL, .suffix = ipv6_label },
    [VERSION] = { "ipv6.version", "Version", FT_UINT8, BASE_DEC, .label_fn = version_label },
    [IP_VERSION] = { "ip.version", "Version", FT_UINT8, BASE_DEC, .flags = HIDDEN, .mask = 0xf0, .suffix = ip_version_suffix },
    [TCLASS] = { "ipv6.tclass", "Traffic Class", FT_UINT32, BASE_HEX, .mask = 0x0ff00000, .suffix = dsfield_suffix },
    [DSCP] = { "ipv6.tclass.dscp", "Differentiated Services Codepoint", FT_UINT32, BASE_DEC, .mask = 0x0fc00000, .values = &dscp_names },
    [ECN] = { "ipv6.tclass.ecn", "Explicit Congestion Notification", FT_UINT32, BASE_DEC, .mask = 0x00300000, .values = &ecn_names },
    [FLOW] = { "ipv6.flow", "Flow Label", FT_UINT24, BASE_HEX, .mask = 0x0fffff },
    [PLEN] = { "ipv6.plen", "Payload Length", FT_UINT16, BASE_DEC, .suffix = jumbogram_suffix },
    [NXT] = { "ipv6.nxt", "Next Header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [HLIM] = { "ipv6.hlim", "Hop Limit", FT_UINT8, BASE_DEC },
    [SRC] = { "ipv6.src", "Source Address", FT_IPv6 },
    [ADDR] = { "ipv6.addr", "Source or Destination Address", FT_IPv6, .flags = HIDDEN },
    [SRC_HOST] = { "ipv6.src_host", "Source Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [HOST] = { "ipv6.host", "Source or Destination Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [DST] = { "ipv6.dst", "Destination Address", FT_IPv6 },
    [DST_HOST] = { "ipv6.dst_host", "Destination Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
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
    [EMBED_U] = { "ipv6.embed_ipv4_u", "Embedded IPv4 u field", FT_BYTES, .flags = GENERATED },
    [EMBED_SUFFIX] = { "ipv6.embed_ipv4_suffix", "Embedded IPv4 Suffix", FT_BYTES, .flags = GENERATED },
    [SRC_MAC] = { "ipv6.src_slaac_mac", "Source SLAAC MAC", FT_ETHER, .flags = GENERATED },
    [DST_MAC] = { "ipv6.dst_slaac_mac", "Destination SLAAC MAC", FT_ETHER, .flags = GENERATED },
    [ANY_MAC] = { "ipv6.slaac_mac", "SLAAC MAC", FT_ETHER, .flags = GENERATED | HIDDEN },
    [SRC_ISATAP] = { "ipv6.src_isatap_ipv4", "Source ISATAP IPv4", FT_IPv4, .flags = GENERATED },
    [DST_ISATAP] = { "ipv6.dst_isatap_ipv4", "Destination ISATAP IPv4", FT_IPv4, .flags = GENERATED },
    [ANY_ISATAP] = { "ipv6.isatap_ipv4", "ISATAP IPv4", FT_IPv4, .flags = GENERATED | HIDDEN },
    [OPT] = { "ipv6.opt", "IPv6 Option", FT_NONE, .label_fn = ipv6_option_label },
    [OPT_TYPE] = { "ipv6.opt.type", "Type", FT_UINT8, BASE_HEX, .values = &ipv6_option_types },
    [OPT_ACTION] = { "ipv6.opt.type.action", "Action", FT_UINT8, BASE_DEC, .mask = 0xc0, .values = &actions },
    [OPT_CHANGE] = { "ipv6.opt.type.change", "May Change", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_yes },
    [OPT_REST] = { "ipv6.opt.type.rest", "Low-Order Bits", FT_UINT8, BASE_HEX, .mask = 0x1f },
    [OPT_LENGTH] = { "ipv6.opt.length", "Length", FT_UINT8, BASE_DEC },
    [OPT_PAD1] = { "ipv6.opt.pad1", "Pad1", FT_NONE },
    [OPT_PADN] = { "ipv6.opt.padn", "PadN", FT_BYTES, .label_fn = padn_label },
    [OPT_UNKNOWN] = { "ipv6.opt.unknown", "Unknown Option Payload", FT_BYTES },
    [OPT_MORE] = { "ipv6.opt_unknown_data", "Unknown Data", FT_BYTES },
    [PMTU_MIN] = { "ipv6.opt.pmtu.min", "Minimum Reported PMTU", FT_UINT16, BASE_DEC },
    [PMTU_RTN] = { "ipv6.opt.pmtu.rtn", "Return Minimum PMTU", FT_UINT16, BASE_DEC },
    [PMTU_R] = { "ipv6.opt.pmtu.r_flag", "Return Flag", FT_BOOLEAN },
    [ROUTER_ALERT] = { "ipv6.opt.router_alert", "Router Alert", FT_UINT16, BASE_DEC, .values = &router_alerts },
    [TUNNEL_LIMIT] = { "ipv6.opt.tel", "Tunnel Encapsulation Limit", FT_UINT8, BASE_DEC },
    [JUMBO] = { "ipv6.opt.jumbo", "Payload Length", FT_UINT32, BASE_DEC },
    [CALIPSO_DOI] = { "ipv6.opt.calipso.doi", "CALIPSO Domain of Interpretation", FT_UINT32, BASE_DEC },
    [CALIPSO_LENGTH] = { "ipv6.opt.calipso.cmpt.length", "Compartment Length", FT_UINT8, BASE_DEC },
    [CALIPSO_LEVEL] = { "ipv6.opt.calipso.sens_level", "Sensitivity Level", FT_UINT8, BASE_DEC },
    [CALIPSO_CHECKSUM] = { "ipv6.opt.calipso.checksum", "Checksum", FT_UINT16, BASE_HEX },
    [CALIPSO_BITMAP] = { "ipv6.opt.calipso.cmpt_bitmap", "Compartment Bitmap", FT_BYTES },
    [SMF_HASH] = { "ipv6.opt.smf_dpd.hash_bit", "H-bit", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [SMF_TYPE] = { "ipv6.opt.smf_dpd.tid_type", "TaggerID Type", FT_UINT8, BASE_DEC, .mask = 0x70, .values = &tagger_types },
    [SMF_LENGTH] = { "ipv6.opt.smf_dpd.tid_len", "TaggerID Length", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [SMF_TAGGER] = { "ipv6.opt.smf_dpd.tagger_id", "TaggerID", FT_BYTES },
    [SMF_IDENT] = { "ipv6.opt.smf_dpd.ident", "Identifier", FT_BYTES },
    [SMF_HAV] = { "ipv6.opt.smf_dpd.hav", "Hash Assist Value", FT_BYTES },
    [PDM_DTLR] = { "ipv6.opt.pdm.scale_dtlr", "Scale DTLR", FT_UINT8, BASE_DEC },
    [PDM_DTLS] = { "ipv6.opt.pdm.scale_dtls", "Scale DTLS", FT_UINT8, BASE_DEC },
    [PDM_PSN] = { "ipv6.opt.pdm.psn_this_pkt", "PSN This Packet", FT_UINT16, BASE_DEC },
    [PDM_PSN_LAST] = { "ipv6.opt.pdm.psn_last_recv", "PSN Last Received", FT_UINT16, BASE_DEC },
    [PDM_RECV] = { "ipv6.opt.pdm.delta_last_recv", "Delta Time Last Received", FT_UINT16, BASE_DEC },
    [PDM_SENT] = { "ipv6.opt.pdm.delta_last_sent", "Delta Time Last Sent", FT_UINT16, BASE_DEC },
    [QS_FUNC] = { "ipv6.opt.qs_func", "Function", FT_UINT8, BASE_DEC, .mask = 0xf0, .values = &ip_quick_start_functions },
    [QS_RATE] = { "ipv6.opt.qs_rate", "Rate", FT_UINT8, BASE_DEC, .mask = 0x0f, .values = &ip_quick_start_rates },
    [QS_TTL] = { "ipv6.opt.qs_ttl", "QS TTL", FT_UINT8, BASE_DEC },
    [QS_TTL_DIFF] = { "ipv6.opt.qs_ttl_diff", "TTL Diff", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [QS_UNUSED] = { "ipv6.opt.qs_unused", "Not Used", FT_UINT8, BASE_DEC },
    [QS_NONCE] = { "ipv6.opt.qs_nonce", "QS Nonce", FT_UINT32, BASE_HEX, .mask = 0xfffffffc },
    [QS_RESERVED] = { "ipv6.opt.qs_reserved", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x00000003 },
    [HOME_ADDRESS] = { "ipv6.opt.mipv6.home_address", "MIPv6 Home Address", FT_IPv6 },
    [RPL_FLAG] = { "ipv6.opt.rpl.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = rpl_suffix },
    [RPL_O] = { "ipv6.opt.rpl.flag.o", "Down", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [RPL_R] = { "ipv6.opt.rpl.flag.r", "Rank Error", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [RPL_F] = { "ipv6.opt.rpl.flag.f", "Forwarding Error", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [RPL_RESERVED] = { "ipv6.opt.rpl.flag.rsv", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x1f },
    [RPL_INSTANCE] = { "ipv6.opt.rpl.instance_id", "RPLInstanceID", FT_UINT8, BASE_HEX },
    [RPL_RANK] = { "ipv6.opt.rpl.sender_rank", "Sender Rank", FT_UINT16, BASE_HEX },
    [ILNP_NONCE] = { "ipv6.opt.ilnp_nonce", "ILNP Nonce", FT_BYTES },
    [LIO_LENGTH] = { "ipv6.opt.lio.length", "LineIDLen", FT_UINT8, BASE_DEC },
    [LIO_ID] = { "ipv6.opt.lio.line_id", "Line ID", FT_STRING },
    [MPL_FLAG] = { "ipv6.opt.mpl.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = mpl_suffix },
    [MPL_S] = { "ipv6.opt.mpl.flag.s", "Seed ID Length", FT_UINT8, BASE_DEC, .mask = 0xc0, .values = &seed_lengths },
    [MPL_M] = { "ipv6.opt.mpl.flag.m", "Largest Sequence", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [MPL_V] = { "ipv6.opt.mpl.flag.v", "Version", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [MPL_RESERVED] = { "ipv6.opt.mpl.flag.rsv", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x0f },
    [MPL_SEQUENCE] = { "ipv6.opt.mpl.sequence", "Sequence", FT_UINT8, BASE_HEX },
    [MPL_SEED] = { "ipv6.opt.mpl.seed_id", "Seed ID", FT_BYTES },
    [DFF_FLAGS] = { "ipv6.opt.dff.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = dff_suffix },
    [DFF_VERSION] = { "ipv6.opt.dff.flag.ver", "Version (VER)", FT_UINT8, BASE_DEC, .mask = 0xc0 },
    [DFF_DUP] = { "ipv6.opt.dff.flag.dup", "Duplicate (DUP)", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [DFF_RET] = { "ipv6.opt.dff.flag.ret", "Return (RET)", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [DFF_RESERVED] = { "ipv6.opt.dff.flag.rsv", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x0f },
    [DFF_SEQUENCE] = { "ipv6.opt.dff.sequence_number", "Sequence Number", FT_UINT16, BASE_DEC_HEX },
    [TPF] = { "ipv6.opt.tpf_information", "TPF Information", FT_UINT32, BASE_HEX },
    [EXPERIMENTAL] = { "ipv6.opt.experimental", "Experimental Option", FT_BYTES },
    [IOAM_RESERVED] = { "ipv6.opt.ioam.rsv", "Reserved", FT_UINT8, BASE_DEC },
    [IOAM_TYPE] = { "ipv6.opt.ioam.opt_type", "Option-Type", FT_UINT8, BASE_DEC, .values = &ipv6_ioam_types },
    [IOAM_BODY] = { "", "IOAM", FT_NONE, .label_fn = ioam_body_label },
    [TRACE_NS] = { "ipv6.opt.ioam.trace.ns", "Namespace ID", FT_UINT16, BASE_DEC },
    [TRACE_NODELEN] = { "ipv6.opt.ioam.trace.nodelen", "Node Length", FT_UINT8, BASE_DEC, .label_fn = nodelen_label },
    [TRACE_FLAGS] = { "ipv6.opt.ioam.trace.flags", "Flags", FT_UINT16, BASE_HEX, .mask = 0x0780, .suffix = trace_flags_suffix },
    [TRACE_O] = { "ipv6.opt.ioam.trace.flag.o", "Overflow", FT_BOOLEAN, BITS_16, .mask = 0x0400 },
    [TRACE_L] = { "ipv6.opt.ioam.trace.flag.l", "Loopback", FT_BOOLEAN, BITS_16, .mask = 0x0200 },
    [TRACE_A] = { "ipv6.opt.ioam.trace.flag.a", "Active", FT_BOOLEAN, BITS_16, .mask = 0x0100 },
    [TRACE_FLAG_RESERVED] = { "ipv6.opt.ioam.trace.flag.rsv", "Reserved", FT_BOOLEAN, BITS_16, .mask = 0x0080 },
    [TRACE_REMLEN] = { "ipv6.opt.ioam.trace.remlen", "Remaining Length", FT_UINT8, BASE_DEC, .label_fn = remlen_label },
    [TRACE_TYPE] = { "ipv6.opt.ioam.trace.type", "Trace Type", FT_UINT24, BASE_HEX, .suffix = trace_type_suffix },
    [TRACE_BIT0] = { "ipv6.opt.ioam.trace.type.bit0", "Hop_Lim and Node ID (short)", FT_BOOLEAN, BITS_24, .mask = 0x800000 },
    [TRACE_BIT1] = { "ipv6.opt.ioam.trace.type.bit1", "Ingress and Egress IDs (short)", FT_BOOLEAN, BITS_24, .mask = 0x400000 },
    [TRACE_BIT2] = { "ipv6.opt.ioam.trace.type.bit2", "Timestamp seconds", FT_BOOLEAN, BITS_24, .mask = 0x200000 },
    [TRACE_BIT3] = { "ipv6.opt.ioam.trace.type.bit3", "Timestamp fraction", FT_BOOLEAN, BITS_24, .mask = 0x100000 },
    [TRACE_BIT4] = { "ipv6.opt.ioam.trace.type.bit4", "Transit delay", FT_BOOLEAN, BITS_24, .mask = 0x080000 },
    [TRACE_BIT5] = { "ipv6.opt.ioam.trace.type.bit5", "IOAM-Namespace specific data (short)", FT_BOOLEAN, BITS_24, .mask = 0x040000 },
    [TRACE_BIT6] = { "ipv6.opt.ioam.trace.type.bit6", "Queue depth", FT_BOOLEAN, BITS_24, .mask = 0x020000 },
    [TRACE_BIT7] = { "ipv6.opt.ioam.trace.type.bit7", "Checksum complement", FT_BOOLEAN, BITS_24, .mask = 0x010000 },
    [TRACE_BIT8] = { "ipv6.opt.ioam.trace.type.bit8", "Hop_Lim and Node ID (wide)", FT_BOOLEAN, BITS_24, .mask = 0x008000 },
    [TRACE_BIT9] = { "ipv6.opt.ioam.trace.type.bit9", "Ingress and Egress IDs (wide)", FT_BOOLEAN, BITS_24, .mask = 0x004000 },
    [TRACE_BIT10] = { "ipv6.opt.ioam.trace.type.bit10", "IOAM-Namespace specific data (wide)", FT_BOOLEAN, BITS_24, .mask = 0x002000 },
    [TRACE_BIT11] = { "ipv6.opt.ioam.trace.type.bit11", "Buffer occupancy", FT_BOOLEAN, BITS_24, .mask = 0x001000 },
    [TRACE_UNDEFINED] = { "ipv6.opt.ioam.trace.type.undef", "Undefined", FT_BOOLEAN, BITS_24, .mask = 0x000ffc },
    [TRACE_BIT22] = { "ipv6.opt.ioam.trace.type.bit22", "Opaque State Snapshot", FT_BOOLEAN, BITS_24, .mask = 0x000002 },
    [TRACE_TYPE_RESERVED] = { "ipv6.opt.ioam.trace.type.rsv", "Reserved", FT_BOOLEAN, BITS_24, .mask = 0x000001 },
    [TRACE_RESERVED] = { "ipv6.opt.ioam.trace.rsv", "Reserved", FT_UINT8, BASE_DEC },
    [TRACE_DATA] = { "", "Trace Data", FT_NONE },
    [TRACE_FREE] = { "ipv6.opt.ioam.trace.free_space", "Free space", FT_BYTES },
    [TRACE_NODE] = { "", "Node", FT_NONE, .label_fn = trace_node_label },
    [TRACE_PAIR] = { "", "Pair", FT_NONE, .label_fn = trace_pair_label },
    [NODE_HLIM] = { "ipv6.opt.ioam.trace.node.hlim", "Hop Limit", FT_UINT8, BASE_DEC },
    [NODE_ID] = { "ipv6.opt.ioam.trace.node.id", "ID", FT_UINT24, BASE_HEX },
    [NODE_IIF] = { "ipv6.opt.ioam.trace.node.iif", "Ingress ID", FT_UINT16, BASE_HEX },
    [NODE_EIF] = { "ipv6.opt.ioam.trace.node.eif", "Egress ID", FT_UINT16, BASE_HEX },
    [NODE_SECONDS] = { "ipv6.opt.ioam.trace.node.tss", "Timestamp Seconds", FT_UINT32, BASE_HEX },
    [NODE_FRACTION] = { "ipv6.opt.ioam.trace.node.tsf", "Timestamp Fraction", FT_UINT32, BASE_HEX },
    [NODE_DELAY] = { "ipv6.opt.ioam.trace.node.trdelay", "Transit Delay", FT_UINT32, BASE_HEX },
    [NODE_NSDATA] = { "ipv6.opt.ioam.trace.node.nsdata", "Namespace Data (short)", FT_UINT32, BASE_HEX },
    [NODE_QUEUE] = { "ipv6.opt.ioam.trace.node.qdepth", "Queue Depth", FT_UINT32, BASE_HEX },
    [NODE_CHECKSUM] = { "ipv6.opt.ioam.trace.node.csum", "Checksum Complement", FT_UINT32, BASE_HEX },
    [NODE_ID_WIDE] = { "ipv6.opt.ioam.trace.node.id_wide", "ID", FT_UINT56, BASE_HEX },
    [NODE_IIF_WIDE] = { "ipv6.opt.ioam.trace.node.iif_wide", "Ingress ID", FT_UINT32, BASE_HEX },
    [NODE_EIF_WIDE] = { "ipv6.opt.ioam.trace.node.eif_wide", "Egress ID", FT_UINT32, BASE_HEX },
    [NODE_NSDATA_WIDE] = { "ipv6.opt.ioam.trace.node.nsdata_wide", "Namespace Data (wide)", FT_UINT64, BASE_HEX },
    [NODE_BUFFER] = { "ipv6.opt.ioam.trace.node.bufoccup", "Buffer Occupancy", FT_UINT32, BASE_HEX },
    [NODE_UNDEFINED] = { "ipv6.opt.ioam.trace.node.undefined", "Undefined bit", FT_UINT32, BASE_HEX },
    [OSS_LENGTH] = { "ipv6.opt.ioam.trace.node.oss.len", "Length", FT_UINT8, BASE_DEC },
    [OSS_SCHEMA] = { "ipv6.opt.ioam.trace.node.oss.scid", "Schema ID", FT_UINT24, BASE_HEX },
    [OSS_DATA] = { "ipv6.opt.ioam.trace.node.oss.data", "Data", FT_BYTES },
    [FRAGMENT_OVERLAP] = { "ipv6.fragment.overlap", "Fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_CONFLICT] = { "ipv6.fragment.overlap.conflict", "Conflicting data in fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_TAILS] = { "ipv6.fragment.multipletails", "Multiple tail fragments found", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_TOO_LONG] = { "ipv6.fragment.toolongfragment", "Fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_ERROR] = { "ipv6.fragment.error", "Defragmentation error", FT_FRAMENUM, .flags = GENERATED },
    [FRAGMENT_COUNT] = { "ipv6.fragment.count", "Fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [FRAGMENT] = { "ipv6.fragment", "IPv6 Fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [FRAGMENTS] = { "ipv6.fragments", "IPv6 Fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [REASSEMBLED_IN] = { "ipv6.reassembled.in", "Reassembled IPv6 in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [REASSEMBLED_LENGTH] = { "ipv6.reassembled.length", "Reassembled IPv6 length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [REASSEMBLED_DATA] = { "ipv6.reassembled.data", "Reassembled IPv6 data", FT_BYTES, .flags = GENERATED },
    GEO_ROWS(GEO, "ipv6"),
};
