/* ip_fields.c - the rows of IPv4 and their labels. */
#include "protocols/internet/ip_rows.h"

#include "flow/pieces.h"
#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

VALUES(precedences, { 0, "routine" }, { 1, "priority" }, { 2, "immediate" }, { 3, "flash" }, { 4, "flash override" },
       { 5, "CRITIC/ECP" }, { 6, "internetwork control" }, { 7, "network control" });
static const struct truth low = { "Low", "Normal" }, high = { "High", "Normal" }, evil = { "Evil", "Not evil" };

/* The addresses after the protocol's name, as far as the header is sound and captured; arg: not asked for. */
static void ip_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->v.arg != NULL ? NULL : node_bytes(d, n, 0, 1);
    bool bogus = h != NULL && h[0] >> 4 != 4 && n->len == 1;
    sb_str(sb, bogus ? "Internet Protocol" : "Internet Protocol Version 4");
    if (bogus)
        sb_printf(sb, ", bogus version (%u)", h[0] >> 4);
    h = h != NULL ? node_bytes(d, n, 0, 16) : NULL;
    if (h == NULL || h[0] >> 4 != 4 || (h[0] & 15) < 5 || (be16(h + 2) != 0 && be16(h + 2) < (h[0] & 15) * 4))
        return;
    sb_str(sb, ", Src: ");
    sb_address_both(sb, d, (struct address){ ADDR_IPv4, 4, h + 12 });
    const uint8_t *dst = node_bytes(d, n, 16, 4);
    if (dst == NULL)
        return;
    uint32_t header = (h[0] & 15) * 4u;
    const uint8_t *options = header > 20 ? node_bytes(d, n, 20, header - 20) : NULL;
    const uint8_t *end = options != NULL ? ip_final_destination(options, header - 20) : NULL;
    sb_str(sb, ", Dst: ");
    sb_address_both(sb, d, (struct address){ ADDR_IPv4, 4, end != NULL ? end : dst });
    if (end == NULL)
        return;
    sb_str(sb, ", Via: ");
    sb_address_both(sb, d, (struct address){ ADDR_IPv4, 4, dst });
}

static void version_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0xf0, n->v.u << 4);
    sb_str(sb, "Version: ");
    sb_uint(sb, n->v.u);
}

static void header_length_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0x0f, n->v.u >> 2);
    sb_printf(sb, "Header Length: %u bytes (%u)", (unsigned)n->v.u, (unsigned)n->v.u >> 2);
}

static void tos_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    static const char *const names[] = {
        "None", "Minimize cost", "Maximize reliability", NULL, "Maximize throughput", NULL, NULL, NULL, "Minimize delay"
    };
    uint64_t i = n->v.u >> 1 & 15;
    sb_printf(sb, " (%s)", i < ARRAY_LEN(names) && names[i] != NULL ? names[i] : "Unknown");
}

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    const uint8_t *header = annotation(d, n);
    if (header != NULL)
        sb_printf(sb, " bytes (bogus, less than header length %u)", (header[0] & 15) * 4u);
    else if (p != NULL && be16(p) == 0 && n->v.u != 0)
        sb_str(sb, " bytes (reported as 0, presumed to be because of \"TCP segmentation offload\" (TSO))");
}

static void flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u & 4 ? ", Reserved bit" : "");
    sb_str(sb, n->v.u & 2 ? ", Don't fragment" : "");
    sb_str(sb, n->v.u & 1 ? ", More fragments" : "");
}

static void offset_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 16, 0x1fff, n->v.u);
    sb_str(sb, "Fragment Offset: ");
    sb_uint(sb, n->v.u * 8);
}

static void host_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p != NULL)
        sb_address(sb, d, (struct address){ ADDR_IPv4, 4, p });
}

VALUES(classes,
    { 0, "Control" }, { 1, "Reserved for future use" }, { 2, "Debugging and measurement" },
    { 3, "Reserved for future use" });
VALUES(numbers,
    { 0, "End of Option List (EOL)" }, { 1, "No-Operation (NOP)" }, { 2, "Security" }, { 3, "Loose source route" },
    { 4, "Time stamp" }, { 5, "Extended security" }, { 6, "Commercial IP security option" }, { 7, "Record route" },
    { 8, "Stream identifier" }, { 9, "Strict source route" }, { 10, "Experimental Measurement" },
    { 11, "MTU probe" }, { 12, "MTU Reply" }, { 13, "Experimental Flow Control" },
    { 14, "Experimental Access Control" }, { 15, "Ask Estrin" }, { 16, "IMI Traffic Descriptor" },
    { 17, "Extended Internet Protocol" }, { 18, "Traceroute" }, { 19, "Address Extension" },
    { 20, "Router Alert" }, { 21, "Selective Directed Broadcast" }, { 22, "Unassigned" },
    { 23, "Dynamic Packet State" }, { 24, "Upstream Multicast Packet" }, { 25, "Quick-Start" },
    { 30, "RFC 3692-style experiment" });
SHARED_VALUES(ip_quick_start_functions,
    { 0, "Rate request" }, { 8, "Rate report" });
SHARED_VALUES(ip_quick_start_rates,
    { 0, "0 bit/s" }, { 1, "80 Kbit/s" }, { 2, "160 Kbit/s" }, { 3, "320 Kbit/s" }, { 4, "640 Kbit/s" },
    { 5, "1.28 Mbit/s" }, { 6, "2.56 Mbit/s" }, { 7, "5.12 Mbit/s" }, { 8, "10.24 Mbit/s" }, { 9, "20.48 Mbit/s" },
    { 10, "40.96 Mbit/s" }, { 11, "81.92 Mbit/s" }, { 12, "163.84 Mbit/s" }, { 13, "327.68 Mbit/s" },
    { 14, "655.36 Mbit/s" }, { 15, "1.31072 Gbit/s" });
VALUES(security_791,
    { 0, "Unclassified" }, { 4958, "Reserved" }, { 9405, "Reserved" }, { 13794, "Reserved" },
    { 19832, "Reserved" }, { 24102, "PROG" }, { 27589, "Top secret" }, { 30874, "EFTO" }, { 35247, "Reserved" },
    { 39665, "Reserved" }, { 44819, "Restricted" }, { 48205, "MMMM" }, { 50390, "Reserved" }, { 55176, "Secret" },
    { 57963, "Reserved" }, { 61749, "Confidential" });
VALUES(security_levels,
    { 1, "Reserved 4" }, { 61, "Top secret" }, { 90, "Secret" }, { 102, "Reserved 3" }, { 150, "Confidential" },
    { 171, "Unclassified" }, { 204, "Reserved 2" }, { 241, "Reserved 1" });
VALUES(cipso_tags,
    { 0, "Padding" }, { 1, "Restrictive Category Bitmap" }, { 2, "Enumerated Categories" },
    { 5, "Ranged Categories" }, { 6, "Permissive Categories" }, { 7, "Free Form" });
VALUES(timestamp_flags,
    { 0, "Time stamps only" }, { 1, "Time stamp and address" }, { 3, "Time stamps for prespecified addresses" });
RANGES(router_alerts, { 0, 0, "Router shall examine packet" }, { 1, 65535, "Reserved" });
static const struct truth protected_truth = { "Datagram protected in accordance with its rules",
                                               "Datagram not protected in accordance with its rules" };
static const struct truth more_truth = { "Additional octet present", "Final octet" };

/* "0,15,16": the bits that are set. */
static void bitmap_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    bool first = true;
    for (uint32_t i = 0; p != NULL && i < n->len * 8; i++) {
        if (!(p[i / 8] & 0x80 >> i % 8))
            continue;
        sb_printf(sb, first ? "%u" : ",%u", i);
        first = false;
    }
}

/* "1,5,258"; an odd byte at the end is none. */
static void list_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->len >= 2 ? node_bytes(d, n, 0, n->len) : NULL;
    for (uint32_t i = 0; p != NULL && i + 2 <= n->len; i += 2)
        sb_printf(sb, i == 0 ? "%u" : ",%u", be16(p + i));
}

/* "100-50,8-0": pairs of the highest and the lowest, the last of which may be left out. */
static void ranges_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->len >= 2 ? node_bytes(d, n, 0, n->len) : NULL;
    for (uint32_t i = 0; p != NULL && i + 2 <= n->len; i += 4)
        sb_printf(sb, i == 0 ? "%u-%u" : ",%u-%u", be16(p + i), i + 4 <= n->len ? be16(p + i + 2) : 0);
}

static void authority_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const names[8] = {
        [7] = "GENSER", [6] = "SIOP-ESI", [5] = "SCI", [4] = "NSA", [3] = "DOE", [0] = "Field Termination Indicator"
    };
    (void)d;
    for (unsigned i = 8; i-- > 0;)
        if (n->v.u >> i & 1 && names[i] != NULL)
            sb_printf(sb, ", %s", names[i]);
}

static void more_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.u & 1)
        sb_str(sb, ", Field Termination Indicator");
}

static void timestamp_pointer_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u == 1 ? " (header is full)" : n->v.u < 5 ? " (points before first address)" : "");
}

/* The place that the next router fills in. */
/* A place for a stamp that nobody has filled in yet. */
static void stamp_address_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    sb_str(sb, "Address: ");
    if (p != NULL && be32(p) != 0)
        sb_address_both(sb, d, (struct address){ ADDR_IPv4, 4, p });
    else
        sb_char(sb, '-');
}

static void next_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (annotation(d, n) != NULL)
        sb_str(sb, " <- (next)");
}

/* " (6 bytes)" */
static void tag_size_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p != NULL)
        sb_printf(sb, " (%u bytes)", p[1]);
}

static void too_long_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, "Suboption would go past end of option");
}

const struct field ip_fields[IP_ROWS] = {
    [IP] = { "ip", "Internet Protocol Version 4", FT_PROTOCOL, .label_fn = ip_label },
    [VERSION] = { "ip.version", "Version", FT_UINT8, BASE_DEC, .label_fn = version_label },
    [HDR_LEN] = { "ip.hdr_len", "Header Length", FT_UINT8, BASE_DEC, .label_fn = header_length_label },
    [DSFIELD] = { "ip.dsfield", "Differentiated Services Field", FT_UINT8, BASE_HEX, .suffix = dsfield_suffix },
    [DSCP] = { "ip.dsfield.dscp", "Differentiated Services Codepoint", FT_UINT8, BASE_DEC, .mask = 0xfc, .values = &dscp_names },
    [ECN] = { "ip.dsfield.ecn", "Explicit Congestion Notification", FT_UINT8, BASE_DEC, .mask = 3, .values = &ecn_names },
    [TOS] = { "ip.tos", "Type of Service", FT_UINT8, BASE_DEC, .suffix = tos_suffix },
    [TOS_PRECEDENCE] = { "ip.tos.precedence", "Precedence", FT_UINT8, BASE_DEC, .mask = 0xe0, .values = &precedences },
    [TOS_DELAY] = { "ip.tos.delay", "Delay", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &low },
    [TOS_THROUGHPUT] = { "ip.tos.throughput", "Throughput", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &high },
    [TOS_RELIABILITY] = { "ip.tos.reliability", "Reliability", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &high },
    [TOS_COST] = { "ip.tos.cost", "Cost", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &low },
    [LEN] = { "ip.len", "Total Length", FT_UINT16, BASE_DEC, .suffix = length_suffix },
    [ID] = { "ip.id", "Identification", FT_UINT16, BASE_HEX_DEC },
    [FLAGS] = { "ip.flags", "Flags", FT_UINT8, BASE_HEX, .mask = 0xe0, .suffix = flags_suffix },
    [FLAG_SF] = { "ip.flags.sf", "Security flag", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &evil },
    [FLAG_RB] = { "ip.flags.rb", "Reserved bit", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &truth_set },
    [FLAG_DF] = { "ip.flags.df", "Don't fragment", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_set },
    [FLAG_MF] = { "ip.flags.mf", "More fragments", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_set },
    [FRAG_OFFSET] = { "ip.frag_offset", "Fragment Offset", FT_UINT16, BASE_DEC, .mask = 0x1fff, .label_fn = offset_label },
    [TTL] = { "ip.ttl", "Time to Live", FT_UINT8, BASE_DEC },
    [PROTO] = { "ip.proto", "Protocol", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [CHECKSUM] = { "ip.checksum", "Header Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix_disabled },
    [STATUS] = { "ip.checksum.status", "Header checksum status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [CALCULATED] = { "ip.checksum_calculated", "Calculated Checksum", FT_UINT16, BASE_HEX, .flags = GENERATED },
    [SRC] = { "ip.src", "Source Address", FT_IPv4 },
    [ADDR] = { "ip.addr", "Source or Destination Address", FT_IPv4, .flags = HIDDEN },
    [SRC_HOST] = { "ip.src_host", "Source Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [HOST] = { "ip.host", "Source or Destination Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [DST] = { "ip.dst", "Destination Address", FT_IPv4 },
    [DST_HOST] = { "ip.dst_host", "Destination Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [CUR_RT] = { "ip.cur_rt", "Current Route", FT_IPv4 },
    [CUR_RT_HOST] = { "ip.cur_rt_host", "Current Route Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [SRC_RT] = { "ip.src_rt", "Source Route", FT_IPv4, .suffix = next_suffix },
    [SRC_RT_HOST] = { "ip.src_rt_host", "Source Route Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [REC_RT] = { "ip.rec_rt", "Recorded Route", FT_IPv4 },
    [REC_RT_HOST] = { "ip.rec_rt_host", "Recorded Route Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [EMPTY_RT] = { "ip.empty_rt", "Empty Route", FT_IPv4, .suffix = next_suffix },
    [EMPTY_RT_HOST] = { "ip.empty_rt_host", "Empty Route Host", FT_STRING, .flags = HIDDEN | GENERATED, .text = host_text },
    [OPTIONS] = { "", "Options", FT_NONE, .label_fn = ip_options_suffix },
    [OPT_UNKNOWN] = { "", "Unknown", FT_NONE, .label_fn = ip_option_unknown_label },
    [OPT_SUB_TOO_LONG] = { "", "Suboption", FT_NONE, .label_fn = too_long_label },
    [OPT_EOL] = { "ip.options.eol", "IP Option - End of Options List (EOL)", FT_BYTES, .label_fn = ip_option_label },
    [OPT_NOP] = { "ip.options.nop", "IP Option - No-Operation (NOP)", FT_BYTES, .label_fn = ip_option_label },
    [OPT_SECURITY] = { "ip.options.security", "IP Option - Security", FT_BYTES, .label_fn = ip_option_label },
    [OPT_LSR] = { "ip.options.route", "IP Option - Loose Source Route", FT_BYTES, .label_fn = ip_option_label },
    [OPT_TIMESTAMP] = { "ip.options.timestamp", "IP Option - Time Stamp", FT_BYTES, .label_fn = ip_option_label },
    [OPT_EXT_SECURITY] = { "ip.options.ext_security", "IP Option - Extended Security", FT_BYTES, .label_fn = ip_option_label },
    [OPT_CIPSO] = { "ip.options.cipso", "IP Option - Commercial Security", FT_BYTES, .label_fn = ip_option_label },
    [OPT_RECORD_ROUTE] = { "ip.options.record_route", "IP Option - Record Route", FT_BYTES, .label_fn = ip_option_label },
    [OPT_SID] = { "ip.options.sid", "IP Option - Stream ID", FT_BYTES, .label_fn = ip_option_label },
    [OPT_SSR] = { "ip.options.source_route", "IP Option - Strict Source Route", FT_BYTES, .label_fn = ip_option_label },
    [OPT_MTU_PROBE] = { "ip.options.mtu_probe", "IP Option - MTU Probe", FT_BYTES, .label_fn = ip_option_label },
    [OPT_MTU_REPLY] = { "ip.options.mtu_reply", "IP Option - MTU Reply", FT_BYTES, .label_fn = ip_option_label },
    [OPT_TRACEROUTE] = { "ip.options.traceroute", "IP Option - Traceroute", FT_BYTES, .label_fn = ip_option_label },
    [OPT_ROUTER_ALERT] = { "ip.options.routeralert", "IP Option - Router Alert", FT_BYTES, .label_fn = ip_option_label, .suffix = ip_option_alert_suffix },
    [OPT_SDB] = { "ip.options.sdb", "IP Option - Selective Directed Broadcast", FT_BYTES, .label_fn = ip_option_label },
    [OPT_QUICK_START] = { "ip.options.qs", "IP Option - Quick-Start", FT_BYTES, .label_fn = ip_option_label, .suffix = ip_option_quick_start_suffix },
    [OPT_TYPE] = { "ip.opt.type", "Type", FT_UINT8, BASE_DEC },
    [OPT_COPY] = { "ip.opt.type.copy", "Copy on fragmentation", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &truth_yes },
    [OPT_CLASS] = { "ip.opt.type.class", "Class", FT_UINT8, BASE_DEC, .mask = 0x60, .values = &classes },
    [OPT_NUMBER] = { "ip.opt.type.number", "Number", FT_UINT8, BASE_DEC, .mask = 0x1f, .values = &numbers },
    [OPT_LEN] = { "ip.opt.len", "Length", FT_UINT8, BASE_DEC },
    [OPT_PTR] = { "ip.opt.ptr", "Pointer", FT_UINT8, BASE_DEC },
    [OPT_TS_PTR] = { "ip.opt.ptr", "Pointer", FT_UINT8, BASE_DEC, .suffix = timestamp_pointer_suffix },
    [OPT_SID_VALUE] = { "ip.opt.sid", "Stream Identifier", FT_UINT16, BASE_DEC },
    [OPT_MTU] = { "ip.opt.mtu", "MTU", FT_UINT16, BASE_DEC },
    [OPT_ID] = { "ip.opt.id_number", "ID Number", FT_UINT16, BASE_DEC },
    [OPT_OHC] = { "ip.opt.ohc", "Outbound Hop Count", FT_UINT16, BASE_DEC },
    [OPT_RHC] = { "ip.opt.rhc", "Return Hop Count", FT_UINT16, BASE_DEC },
    [OPT_ORIGINATOR] = { "ip.opt.originator", "Originator IP Address", FT_IPv4 },
    [OPT_RA] = { "ip.opt.ra", "Router Alert", FT_UINT16, BASE_DEC, .ranges = &router_alerts },
    [OPT_ADDR] = { "ip.opt.addr", "IP Address", FT_IPv4 },
    [OPT_PADDING] = { "ip.opt.padding", "Padding", FT_BYTES },
    [QS_FUNC] = { "ip.opt.qs_func", "Function", FT_UINT8, BASE_DEC, .mask = 0xf0, .values = &ip_quick_start_functions },
    [QS_RATE] = { "ip.opt.qs_rate", "Rate", FT_UINT8, BASE_DEC, .mask = 0x0f, .values = &ip_quick_start_rates },
    [QS_TTL] = { "ip.opt.qs_ttl", "QS TTL", FT_UINT8, BASE_DEC },
    [QS_TTL_DIFF] = { "ip.opt.qs_ttl_diff", "TTL Diff", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [QS_UNUSED] = { "ip.opt.qs_unused", "Not Used", FT_UINT8, BASE_DEC },
    [QS_NONCE] = { "ip.opt.qs_nonce", "QS Nonce", FT_UINT32, BASE_HEX, .mask = 0xfffffffc },
    [QS_RESERVED] = { "ip.opt.qs_reserved", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x00000003 },
    [SEC_791] = { "ip.opt.sec_rfc791_sec", "Security", FT_UINT16, BASE_HEX, .values = &security_791 },
    [SEC_COMPARTMENTS] = { "ip.opt.sec_rfc791_comp", "Compartments", FT_UINT16, BASE_DEC },
    [SEC_HANDLING] = { "ip.opt.sec_rfc791_hr", "Handling Restrictions", FT_STRING },
    [SEC_CONTROL] = { "ip.opt.sec_rfc791_tcc", "Transmission Control Code", FT_STRING },
    [SEC_LEVEL] = { "ip.opt.sec_cl", "Classification Level", FT_UINT8, BASE_HEX, .values = &security_levels },
    [SEC_FLAGS] = { "ip.opt.sec_prot_auth_flags", "Protection Authority Flags", FT_UINT8, BASE_HEX, .suffix = authority_suffix },
    [SEC_GENSER] = { "ip.opt.sec_prot_auth_genser", "GENSER", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &protected_truth },
    [SEC_SIOP] = { "ip.opt.sec_prot_auth_siop_esi", "SIOP-ESI", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &protected_truth },
    [SEC_SCI] = { "ip.opt.sec_prot_auth_sci", "SCI", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &protected_truth },
    [SEC_NSA] = { "ip.opt.sec_prot_auth_nsa", "NSA", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &protected_truth },
    [SEC_DOE] = { "ip.opt.sec_prot_auth_doe", "DOE", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &protected_truth },
    [SEC_UNASSIGNED] = { "ip.opt.sec_prot_auth_unassigned", "Unassigned", FT_UINT8, BASE_HEX, .mask = 0x06 },
    [SEC_MORE] = { "ip.opt.sec_prot_auth_fti", "Field Termination Indicator", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &more_truth },
    [SEC_MORE_FLAGS] = { "ip.opt.sec_prot_auth_flags", "Protection Authority Flags", FT_UINT8, BASE_HEX, .suffix = more_suffix },
    [SEC_MORE_UNASSIGNED] = { "ip.opt.sec_prot_auth_unassigned", "Unassigned", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [SEC_MORE_MORE] = { "ip.opt.sec_prot_auth_fti", "Field Termination Indicator", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &more_truth },
    [SEC_FORMAT] = { "ip.opt.ext_sec_add_sec_info_format_code", "Additional Security Info Format Code", FT_UINT8, BASE_HEX },
    [SEC_INFO] = { "ip.opt.ext_sec_add_sec_info", "Additional Security Info", FT_BYTES },
    [TS_OVERFLOW] = { "ip.opt.overflow", "Overflow", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [TS_FLAG] = { "ip.opt.flag", "Flag", FT_UINT8, BASE_HEX, .mask = 0x0f, .values = &timestamp_flags },
    [TS_TIME] = { "ip.opt.time_stamp", "Time stamp", FT_UINT32, BASE_DEC },
    [TS_ADDR] = { "ip.opt.time_stamp_addr", "Address", FT_IPv4, .label_fn = stamp_address_label },
    [CIPSO_DOI] = { "ip.cipso.doi", "DOI", FT_UINT32, BASE_DEC },
    [CIPSO_TAG] = { "ip.cipso.tag_type", "Tag Type", FT_UINT8, BASE_DEC, .values = &cipso_tags },
    [CIPSO_TAG_UNKNOWN] = { "ip.cipso.tag_type", "Tag Type", FT_UINT8, BASE_DEC, .values = &cipso_tags, .suffix = tag_size_suffix },
    [CIPSO_LEVEL] = { "ip.cipso.sensitivity_level", "Sensitivity Level", FT_UINT8, BASE_DEC },
    [CIPSO_BITMAP] = { "ip.cipso.categories", "Categories", FT_STRING, .text = bitmap_text },
    [CIPSO_LIST] = { "ip.cipso.categories", "Categories", FT_STRING, .text = list_text },
    [CIPSO_RANGES] = { "ip.cipso.categories", "Categories", FT_STRING, .text = ranges_text },
    [CIPSO_DATA] = { "ip.cipso.tag_data", "Tag data", FT_BYTES },
    [FRAGMENT_OVERLAP] = { "ip.fragment.overlap", "Fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_CONFLICT] = { "ip.fragment.overlap.conflict", "Conflicting data in fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_TAILS] = { "ip.fragment.multipletails", "Multiple tail fragments found", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_TOO_LONG] = { "ip.fragment.toolongfragment", "Fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [FRAGMENT_ERROR] = { "ip.fragment.error", "Defragmentation error", FT_FRAMENUM, .flags = GENERATED },
    [FRAGMENT_COUNT] = { "ip.fragment.count", "Fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [FRAGMENT] = { "ip.fragment", "IPv4 Fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [FRAGMENTS] = { "ip.fragments", "IPv4 Fragments", FT_BYTES, .flags = GENERATED, .label_fn = pieces_label },
    [REASSEMBLED_IN] = { "ip.reassembled_in", "Reassembled IPv4 in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [REASSEMBLED_LENGTH] = { "ip.reassembled.length", "Reassembled IPv4 length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [REASSEMBLED_DATA] = { "ip.reassembled.data", "Reassembled IPv4 data", FT_BYTES, .flags = GENERATED },
    GEO_ROWS(GEO, "ip"),
};
