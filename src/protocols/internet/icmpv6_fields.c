/* icmpv6_fields.c - the rows of ICMPv6 and their labels. */
#include "protocols/internet/icmpv6_rows.h"

#include "dissect/registry.h"
#include "protocols/internet/checksum.h"

SHARED_VALUES(icmpv6_types,
    { 1, "Destination Unreachable" }, { 2, "Packet Too Big" }, { 3, "Time Exceeded" }, { 4, "Parameter Problem" },
    { 100, "Private experimentation" }, { 101, "Private experimentation" },
    { 127, "Reserved for expansion of ICMPv6 error messages" }, { 128, "Echo (ping) request" },
    { 129, "Echo (ping) reply" }, { 130, "Multicast Listener Query" }, { 131, "Multicast Listener Report" },
    { 132, "Multicast Listener Done" }, { 133, "Router Solicitation" }, { 134, "Router Advertisement" },
    { 135, "Neighbor Solicitation" }, { 136, "Neighbor Advertisement" }, { 137, "Redirect" },
    { 138, "Router Renumbering" }, { 139, "Node Information Query" }, { 140, "Node Information Reply" },
    { 141, "Inverse Neighbor Discovery Solicitation" }, { 142, "Inverse Neighbor Discovery Advertisement" },
    { 143, "Multicast Listener Report Message v2" }, { 144, "Home Agent Address Discovery Request" },
    { 145, "Home Agent Address Discovery Reply" }, { 146, "Mobile Prefix Solicitation" },
    { 147, "Mobile Prefix Advertisement" }, { 148, "Certification Path Solicitation" },
    { 149, "Certification Path Advertisement" }, { 150, "Experimental Mobility" },
    { 151, "Multicast Router Advertisement" }, { 152, "Multicast Router Solicitation" },
    { 153, "Multicast Router Termination" }, { 154, "FMIPv6" }, { 155, "RPL Control" }, { 156, "Locator Update" },
    { 157, "Duplicate Address Request" }, { 158, "Duplicate Address Confirmation" }, { 159, "MPL Control Message" },
    { 160, "Extended Echo request" }, { 161, "Extended Echo reply" }, { 200, "Private experimentation" },
    { 201, "Private experimentation" }, { 255, "Reserved for expansion of ICMPv6 informational messages" });
SHARED_VALUES(icmpv6_preferences,
    { 0, "Medium" }, { 1, "High" }, { 2, "Reserved" }, { 3, "Low" });
SHARED_VALUES(icmpv6_option_types,
    { 1, "Source link-layer address" }, { 2, "Target link-layer address" }, { 3, "Prefix information" },
    { 4, "Redirected header" }, { 5, "MTU" }, { 6, "NBMA Shortcut Limit Option" }, { 7, "Advertisement Interval" },
    { 8, "Home Agent Information" }, { 9, "Source Address List" }, { 10, "Target Address List" }, { 11, "CGA" },
    { 12, "RSA Signature" }, { 13, "Timestamp" }, { 14, "Nonce" }, { 15, "Trust Anchor" }, { 16, "Certificate" },
    { 17, "IP Address/Prefix Option" }, { 18, "New Router Prefix Information" }, { 19, "Link-layer Address" },
    { 20, "Neighbor Advertisement Acknowledgment" }, { 23, "MAP" }, { 24, "Route Information" },
    { 25, "Recursive DNS Server" }, { 26, "RA Flags Extension" }, { 27, "Handover Key Request" },
    { 28, "Handover Key Reply" }, { 29, "Handover Assist Information" }, { 30, "Mobile Node Identifier Option" },
    { 31, "DNS Search List Option" }, { 32, "Proxy Signature (PS)" }, { 33, "Address Registration Option" },
    { 34, "6LoWPAN Context Option" }, { 35, "Authoritative Border Router" },
    { 36, "6LoWPAN Capability Indication Option" }, { 37, "DHCP Captive-Portal" }, { 38, "PREF64 Option" },
    { 138, "CARD Request" }, { 139, "CARD Reply" }, { 253, "RFC3692-style Experiment 1" },
    { 254, "RFC3692-style Experiment 2" });
VALUES(lifetimes,
    { 0xffffffff, "Infinity" });
VALUES(ipa_codes,
    { 1, "Old Care-of Address" }, { 2, "New Care-of Address" }, { 3, "NAR's IP address" },
    { 4, "NAR's Prefix (sent in PrRtAdv)" });
VALUES(lla_codes,
    { 0, "Wildcard" }, { 1, "Link-layer Address of the New Access Point" }, { 2, "Link-layer Address of the MN" },
    { 3, "Link-layer Address of the NAR" }, { 4, "Link-layer Address of the source" },
    { 5, "The AP belongs to the current interface of the router" }, { 6, "No prefix information available" },
    { 7, "No fast handovers support available" });
VALUES(naack_states,
    { 1, "New CoA is invalid, perform address configuration" }, { 2, "New CoA is invalid, use the supplied CoA" },
    { 3, "NCoA is invalid, use NAR's IP address as NCoA in FBU" }, { 4, "PCoA supplied, do not send FBU" },
    { 128, "LLA is unrecognized" });
VALUES(x509_names,
    { 0, "rdnSequence" });
VALUES(rdnss_lifetimes,
    { 0, "RDNSS address MUST no longer be used" }, { 0xffffffff, "Infinity" });
VALUES(hai_codes,
    { 1, "Access Network Identifier (AN ID)" }, { 2, "Sector ID" });
VALUES(mn_codes,
    { 1, "NAI" }, { 2, "IMSI" });
VALUES(dnssl_lifetimes,
    { 0, "DNSSL domain name MUST no longer be used" }, { 0xffffffff, "Infinity" });
SHARED_VALUES(icmpv6_aro_states,
    { 0, "Success" }, { 1, "Duplicate Exists" }, { 2, "Neighbor Cache Full" });
VALUES(prefix_lengths,
    { 0, "96 bits prefix length" }, { 1, "64 bits prefix length" }, { 2, "56 bits prefix length" },
    { 3, "48 bits prefix length" }, { 4, "40 bits prefix length" }, { 5, "32 bits prefix length" });
SHARED_VALUES(icmpv6_rr_operations,
    { 1, "Add" }, { 2, "Change" }, { 3, "Set Global" });
SHARED_VALUES(icmpv6_records,
    { 1, "Include" }, { 2, "Exclude" }, { 3, "Changed to include" }, { 4, "Changed to exclude" },
    { 5, "Allow new sources" }, { 6, "Block old sources" });
SHARED_VALUES(icmpv6_subtypes,
    { 2, "Router Solicitation for Proxy Advertisement" }, { 3, "Proxy Router Advertisement" },
    { 4, "Handover Initiate" }, { 5, "Handover Acknowledge" });
VALUES(query_types,
    { 0, "NOOP" }, { 1, "Supported query types (Obsolete)" }, { 2, "Node Name" }, { 3, "Node addresses" },
    { 4, "IPv4 node addresses" });
VALUES(modes,
    { 0, "No Downward routes maintained by RPL" }, { 1, "Non-Storing Mode of Operation" },
    { 2, "Storing Mode of Operation with no multicast support" },
    { 3, "Storing Mode of Operation with multicast support" }, { 4, "P2P Route Discovery Mode of Operation" });
VALUES(algorithms,
    { 0, "Encryption: CCM with AES-128 / Signature: RSA with SHA-256" });
SHARED_VALUES(icmpv6_rpl_types,
    { 0, "1-byte padding" }, { 1, "n-byte padding" }, { 2, "DAG Metric container" }, { 3, "Routing Information" },
    { 4, "DODAG configuration" }, { 5, "RPL Target" }, { 6, "Transit Information" }, { 7, "Solicited Information" },
    { 8, "Prefix Information" }, { 9, "RPL Target Descriptor" }, { 10, "P2P Route Discovery" });
VALUES(metric_types,
    { 1, "Node State and Attribute" }, { 2, "Node Energy" }, { 3, "Hop Count" }, { 4, "Link Throughput" },
    { 5, "Link Latency" }, { 6, "Link Quality Level" }, { 7, "Link ETX" }, { 8, "Link Color" });
VALUES(neighbor_states,
    { 0, "Reserved" }, { 1, "Incomplete" }, { 2, "Reachable" }, { 3, "Stale" }, { 4, "Delay" }, { 5, "Probe" },
    { 6, "Failed" });
VALUES(seed_lengths,
    { 0, "0 bit, not included in MPL Seed Info" }, { 1, "16 bits" }, { 2, "64 bits" }, { 3, "128 bits" });
VALUES(name_types,
    { 1, "DER Encoded X.501 Name" }, { 2, "FQDN" }, { 3, "SHA-1 Subject Key Identifier (SKI)" },
    { 4, "SHA-224 Subject Key Identifier (SKI)" }, { 5, "SHA-256 Subject Key Identifier (SKI)" },
    { 6, "SHA-384 Subject Key Identifier (SKI)" }, { 7, "SHA-512 Subject Key Identifier (SKI)" },
    { 253, "Reserved for Experimental Use" }, { 254, "Reserved for Experimental Use" }, { 255, "Reserved" });
VALUES(cert_types, { 1, "X.509v3 Certificate" });
static const struct truth unicast_addresses = { "All unicast address", "Unicast addresses on the queried interface" };

/* --- codes ------------------------------------------------------------------------------------ */

VALUES(unreachable_codes,
    { 0, "no route to destination" }, { 1, "Administratively prohibited" }, { 2, "Beyond scope of source address" },
    { 3, "Address unreachable" }, { 4, "Port unreachable" }, { 5, "Source address failed ingress/egress policy" },
    { 6, "Reject route to destination" }, { 7, "Error in Source Routing Header" });
VALUES(exceeded_codes,
    { 0, "hop limit exceeded in transit" }, { 1, "fragment reassembly time exceeded" });
VALUES(parameter_codes,
    { 0, "erroneous header field encountered" }, { 1, "unrecognized Next Header type encountered" },
    { 2, "unrecognized IPv6 option encountered" }, { 3, "IPv6 First Fragment has incomplete IPv6 Header Chain" });
VALUES(renumbering_codes,
    { 0, "Command" }, { 1, "Result" }, { 255, "Sequence number reset" });
VALUES(node_query_codes,
    { 0, "Query subject = IPv6 addresses" }, { 1, "Query subject = DNS name or empty" },
    { 2, "Query subject = IPv4 addresses" });
VALUES(node_reply_codes,
    { 0, "Successful" }, { 1, "Refused" }, { 2, "Unknown query type" });
VALUES(rpl_codes,
    { 0, "DODAG Information Solicitation" }, { 1, "DODAG Information Object" }, { 2, "Destination Advertisement Object" },
    { 3, "Destination Advertisement Object Acknowledgment" }, { 4, "P2P Discovery Reply Object" },
    { 5, "P2P Discovery Reply Object Acknowledgement" }, { 128, "Secure DODAG Information Solicitation" },
    { 129, "Secure DODAG Information Object" }, { 130, "Secure Destination Advertisement Object" },
    { 131, "Secure Destination Advertisement Object Acknowledgment" }, { 132, "P2P Secure Discovery Reply Object" },
    { 133, "P2P Secure Discovery Reply Object Acknowledgement" }, { 138, "Consistency Check" });
VALUES(extended_codes,
    { 0, "No error" });
VALUES(extended_reply_codes,
    { 0, "No error" }, { 1, "Malformed Query" }, { 2, "No Such Interface" }, { 3, "No Such Table Entry" },
    { 4, "Multiple Interfaces Satisfy Query" });
VALUES(proxy_codes,
    { 0, "MN should use AP-ID, AR-info tuple" }, { 1, "Network Initiated Handover trigger" },
    { 2, "No new router information" }, { 3, "Limited new router information" }, { 4, "Unsolicited" });
VALUES(initiate_codes,
    { 0, "FBU sent from previous link" }, { 1, "FBU sent from new link" });
VALUES(acknowledge_codes,
    { 0, "Handover Accepted, NCoA valid" }, { 1, "Handover Accepted, NCoA not valid" },
    { 2, "Handover Accepted, NCoA in use" }, { 3, "Handover Accepted, NCoA assigned" },
    { 4, "Handover Accepted, NCoA not assigned" }, { 128, "Handover Not Accepted, reason unspecified" },
    { 129, "Administratively prohibited" }, { 130, "Insufficient resources" });

static const struct values *codes_of(const struct icmpv6_code *m)
{
    static const struct values *const by_subtype[] = {
        [3] = &proxy_codes, [4] = &initiate_codes, [5] = &acknowledge_codes
    };
    switch (m->type) {
    case V6_UNREACHABLE: return &unreachable_codes;
    case V6_TIME_EXCEEDED: return &exceeded_codes;
    case V6_PARAMETER: return &parameter_codes;
    case V6_RENUMBERING: return &renumbering_codes;
    case V6_NODE_QUERY: return &node_query_codes;
    case V6_NODE_REPLY: return &node_reply_codes;
    case V6_RPL: return &rpl_codes;
    case V6_EXTENDED_ECHO: return &extended_codes;
    case V6_EXTENDED_REPLY: return &extended_reply_codes;
    case V6_MOBILITY:
    case V6_FMIP: return m->subtype < ARRAY_LEN(by_subtype) ? by_subtype[m->subtype] : NULL;
    default: return NULL;
    }
}

bool icmpv6_has_codes(const struct icmpv6_code *m) { return codes_of(m) != NULL; }

void sb_icmpv6_code(struct strbuf *sb, const struct icmpv6_code *m)
{
    const char *name = values_find(codes_of(m), m->code);
    if (name != NULL)
        sb_str(sb, name);
    else if (m->type == V6_UNREACHABLE)
        sb_str(sb, "Unknown");
    else
        sb_printf(sb, m->type == V6_MOBILITY || m->type == V6_FMIP ? "Unknown %u" : "Unknown (%u)", m->code);
}

/* --- labels ----------------------------------------------------------------------------------- */

static void code_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct icmpv6_code *m = annotation(d, n);
    if (m == NULL)
        return;
    sb_str(sb, " (");
    sb_icmpv6_code(sb, m);
    sb_char(sb, ')');
}

void icmpv6_note_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct icmpv6_undecoded *u = n->v.arg;
    (void)d;
    if (u != NULL)
        sb_printf(
            sb,
            "Dissector for ICMPv6 %s (%u) code not implemented, Contact Wireshark developers if you want this supported",
            u->what, u->number);
}

void icmpv6_no_response_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_printf(sb, "No response seen to ICMPv6 request in frame %u", d->frame->number);
}

void icmpv6_option_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg != NULL ? (const char *)n->v.arg : "Invalid Option Length");
}

static void resptime_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Response Time: %.3f ms", n->v.f);
}

void icmpv6_option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct icmpv6_option *o = n->v.arg;
    (void)d;
    if (o == NULL)
        return;
    const char *name = values_find(o->rpl ? &icmpv6_rpl_types : &icmpv6_option_types, o->p[0]);
    sb_str(sb, o->rpl ? "ICMPv6 RPL Option (" : "ICMPv6 Option (");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown %u", o->p[0]);
    if (o->rpl)
        sb_rpl_option(sb, o);
    else
        sb_nd_option(sb, o);
    if (o->complete)
        sb_char(sb, ')');
}

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%u bytes)", (unsigned)n->v.u * 8);
}

static void linkaddr_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    if (n->len == 0)
        sb_str(sb, "<MISSING>");
    else if (p != NULL)
        sb_hex_bytes(sb, p, n->len < 36 ? n->len : 36, n->len == 6 ? ':' : 0);
    if (n->len > 36)
        sb_str(sb, "\xe2\x80\xa6");
}

static void record_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 20);
    if (p == NULL)
        return;
    const char *name = values_find(&icmpv6_records, p[0]);
    if (name != NULL)
        sb_printf(sb, " %s: ", name);
    else
        sb_printf(sb, " Unknown Record Type (%u): ", p[0]);
    sb_ipv6(sb, p + 4);
}

static void match_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 24);
    if (p == NULL)
        return;
    const char *name = values_find(&icmpv6_rr_operations, p[0]);
    if (name != NULL)
        sb_printf(sb, ": %s ", name);
    else
        sb_printf(sb, ": Unknown %u ", p[0]);
    sb_ipv6(sb, p + 8);
    sb_printf(sb, "/%u (%u-%u)", p[3], p[4], p[5]);
}

static void use_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 32);
    if (p == NULL)
        return;
    sb_str(sb, ": ");
    sb_ipv6(sb, p + 16);
    sb_printf(sb, "/%u (keep %u)", p[0], p[1]);
}

static void result_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 24);
    if (p == NULL)
        return;
    sb_str(sb, ": ");
    sb_ipv6(sb, p + 8);
    sb_printf(sb, "/%u (interface %u)", p[3], be32(p + 4));
}

static void ra_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    for (unsigned row = UP_FLAGMASK_L; row <= UP_FLAGMASK_A; row++)
        if (n->v.u & icmpv6_fields[row].mask)
            sb_printf(sb, ", %s", icmpv6_fields[row].label);
}

static void padn_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (Length : %u bytes)", n->len);
}

static void discovery_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (annotation(d, n) != NULL)
        sb_printf(sb, " (%u sec)", 1u << (n->v.u * 2));
}

/* arg: bytes of an address. */
static void vector_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *size = n->v.arg;
    uint32_t count = size != NULL && *size != 0 ? n->len / *size : 0;
    (void)d;
    sb_printf(sb, " (%u Address%s)", count, count == 1 ? "" : "es");
}

static void seed_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *number = n->v.arg;
    (void)d;
    if (number != NULL)
        sb_printf(sb, ": [%u]", *number);
}

static void seed_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (n->len == 0)
        sb_address_plain(sb, d->net_src);
    else if (p == NULL)
        return;
    else if (n->len == 16)
        sb_ipv6(sb, p);
    else
        sb_hex_bytes(sb, p, n->len, n->len == 8 ? ':' : 0);
}

static void name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_icmpv6_name(sb, p, n->len);
}

const struct field icmpv6_fields[ICMPV6_ROWS] = {
    [ICMPV6] = { "icmpv6", "Internet Control Message Protocol v6", FT_PROTOCOL },
    [TYPE] = { "icmpv6.type", "Type", FT_UINT8, BASE_DEC, .values = &icmpv6_types },
    [CODE] = { "icmpv6.code", "Code", FT_UINT8, BASE_DEC, .suffix = code_suffix },
    [CHECKSUM] = { "icmpv6.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [CHECKSUM_STATUS] = { "icmpv6.checksum.status", "Checksum Status", FT_UINT8, .flags = GENERATED,
        .values = &checksum_states },
    [RESERVED] = { "icmpv6.reserved", "Reserved", FT_BYTES },
    [DATA] = { "icmpv6.data", "Data", FT_BYTES },
    [UNKNOWN_DATA] = { "icmpv6.unknown_data", "Unknown Data", FT_BYTES },
    [MTU] = { "icmpv6.mtu", "MTU", FT_UINT32, BASE_DEC },
    [POINTER] = { "icmpv6.pointer", "Pointer", FT_UINT32, BASE_DEC },
    [ECHO_IDENTIFIER] = { "icmpv6.echo.identifier", "Identifier", FT_UINT16, BASE_HEX },
    [ECHO_SEQUENCE_NUMBER] = { "icmpv6.echo.sequence_number", "Sequence", FT_UINT16, BASE_DEC },
    [NONCE] = { "icmpv6.nonce", "Nonce", FT_BYTES },
    [RA_CUR_HOP_LIMIT] = { "icmpv6.nd.ra.cur_hop_limit", "Cur hop limit", FT_UINT8, BASE_DEC },
    [RA_FLAG] = { "icmpv6.nd.ra.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RA_M] = { "icmpv6.nd.ra.flag.m", "Managed address configuration", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [RA_O] = { "icmpv6.nd.ra.flag.o", "Other configuration", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_set },
    [RA_H] = { "icmpv6.nd.ra.flag.h", "Home Agent", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_set },
    [RA_PRF] = { "icmpv6.nd.ra.flag.prf", "Prf (Default Router Preference)", FT_UINT8, BASE_DEC, .mask = 0x18,
        .values = &icmpv6_preferences },
    [RA_P] = { "icmpv6.nd.ra.flag.p", "Proxy", FT_BOOLEAN, BITS_8, .mask = 0x4, .truth = &truth_set },
    [RA_RSV] = { "icmpv6.nd.ra.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x3 },
    [RA_ROUTER_LIFETIME] = { "icmpv6.nd.ra.router_lifetime", "Router lifetime (s)", FT_UINT16, BASE_DEC },
    [RA_REACHABLE_TIME] = { "icmpv6.nd.ra.reachable_time", "Reachable time (ms)", FT_UINT32, BASE_DEC },
    [RA_RETRANS_TIMER] = { "icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)", FT_UINT32, BASE_DEC },
    [ND_NS_TARGET_ADDRESS] = { "icmpv6.nd.ns.target_address", "Target Address", FT_IPv6 },
    [NA_FLAG] = { "icmpv6.nd.na.flag", "Flags", FT_UINT32, BASE_HEX, .suffix = bits_suffix },
    [NA_R] = { "icmpv6.nd.na.flag.r", "Router", FT_BOOLEAN, BITS_32, .mask = 0x80000000, .truth = &truth_set },
    [NA_S] = { "icmpv6.nd.na.flag.s", "Solicited", FT_BOOLEAN, BITS_32, .mask = 0x40000000, .truth = &truth_set },
    [NA_O] = { "icmpv6.nd.na.flag.o", "Override", FT_BOOLEAN, BITS_32, .mask = 0x20000000, .truth = &truth_set },
    [NA_RSV] = { "icmpv6.nd.na.flag.rsv", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x1fffffff },
    [NA_TARGET_ADDRESS] = { "icmpv6.nd.na.target_address", "Target Address", FT_IPv6 },
    [RD_TARGET_ADDRESS] = { "icmpv6.nd.rd.target_address", "Target Address", FT_IPv6 },
    [RD_NA_DESTINATION_ADDRESS] = { "icmpv6.rd.na.destination_address", "Destination Address", FT_IPv6 },
    [OPT] = { "icmpv6.opt", "ICMPv6 Option", FT_NONE, .label_fn = icmpv6_option_label },
    [OPT_TYPE] = { "icmpv6.opt.type", "Type", FT_UINT8, BASE_DEC, .values = &icmpv6_option_types },
    [OPT_LENGTH] = { "icmpv6.opt.length", "Length", FT_UINT8, BASE_DEC, .suffix = length_suffix },
    [OPT_RESERVED] = { "icmpv6.opt.reserved", "Reserved", FT_NONE },
    [OPT_PADDING] = { "icmpv6.opt.padding", "Padding", FT_NONE },
    [OPT_LINKADDR] = { "icmpv6.opt.linkaddr", "Link-layer address", FT_BYTES, .label_fn = linkaddr_label },
    [OPT_SRC_LINKADDR] = { "icmpv6.opt.src_linkaddr", "Source Link-layer address", FT_BYTES, .flags = HIDDEN,
        .label_fn = linkaddr_label },
    [OPT_TARGET_LINKADDR] = { "icmpv6.opt.target_linkaddr", "Target Link-layer address", FT_BYTES,
        .flags = HIDDEN, .label_fn = linkaddr_label },
    [OPT_LINKADDR_EUI64] = { "icmpv6.opt.linkaddr_eui64", "Link-layer address", FT_EUI64 },
    [OPT_SRC_LINKADDR_EUI64] = { "icmpv6.opt.src_linkaddr_eui64", "Source Link-layer address", FT_EUI64,
        .flags = HIDDEN },
    [OPT_TARGET_LINKADDR_EUI64] = { "icmpv6.opt.target_linkaddr_eui64", "Target Link-layer address", FT_EUI64,
        .flags = HIDDEN },
    [OPT_PREFIX_LENGTH] = { "icmpv6.opt.prefix.length", "Prefix Length", FT_UINT8, BASE_DEC },
    [OPT_PREFIX_FLAG] = { "icmpv6.opt.prefix.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [OPT_PREFIX_L] = { "icmpv6.opt.prefix.flag.l", "On-link flag(L)", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [OPT_PREFIX_A] = { "icmpv6.opt.prefix.flag.a", "Autonomous address-configuration flag(A)", FT_BOOLEAN, BITS_8,
        .mask = 0x40, .truth = &truth_set },
    [OPT_PREFIX_R] = { "icmpv6.opt.prefix.flag.r", "Router address flag(R)", FT_BOOLEAN, BITS_8, .mask = 0x20,
        .truth = &truth_set },
    [OPT_PREFIX_RESERVED] = { "icmpv6.opt.prefix.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [OPT_PREFIX_VALID_LIFETIME] = { "icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [OPT_PREFIX_PREFERRED_LIFETIME] = { "icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime",
        FT_UINT32, BASE_DEC, .flags = SPECIAL, .values = &lifetimes },
    [OPT_PREFIX] = { "icmpv6.opt.prefix", "Prefix", FT_IPv6 },
    [OPT_CGA_PAD_LENGTH] = { "icmpv6.opt.cga.pad_length", "Pad Length", FT_UINT8, BASE_DEC },
    [OPT_CGA] = { "icmpv6.opt.cga", "CGA", FT_BYTES },
    [OPT_CGA_MODIFIER] = { "icmpv6.opt.cga.modifier", "Modifier", FT_BYTES },
    [OPT_CGA_SUBNET_PREFIX] = { "icmpv6.opt.cga.subnet_prefix", "Subnet Prefix", FT_BYTES },
    [OPT_CGA_COUNT] = { "icmpv6.opt.cga.count", "Count", FT_BYTES },
    [OPT_CGA_SUBJECT_PUBLIC_KEY_INFO] = { "icmpv6.opt.cga.subject_public_key_info", "Subject Public Key Info",
        FT_NONE },
    [OPT_CGA_EXT_TYPE] = { "icmpv6.opt.cga.ext_type", "Ext Type", FT_UINT16, BASE_DEC },
    [OPT_CGA_EXT_LENGTH] = { "icmpv6.opt.cga.ext_length", "Ext Length", FT_UINT16, BASE_DEC },
    [OPT_CGA_EXT_DATA] = { "icmpv6.opt.cga.ext_data", "Ext Data", FT_BYTES },
    [OPT_RSA_KEY_HASH] = { "icmpv6.opt.rsa.key_hash", "Key Hash", FT_BYTES },
    [OPT_DIGITAL_SIGNATURE_PADDING] = { "icmpv6.opt.digital_signature_padding", "Digital Signature and Padding",
        FT_NONE },
    [OPT_PS_KEY_HASH] = { "icmpv6.opt.ps.key_hash", "Key Hash", FT_BYTES },
    [OPT_TIMESTAMP] = { "icmpv6.opt.timestamp", "Timestamp", FT_ABSOLUTE_TIME, BASE_LOCAL },
    [OPT_NONCE] = { "icmpv6.opt.nonce", "Nonce", FT_BYTES },
    [OPT_CERTIFICATE_PADDING] = { "icmpv6.opt.certificate_padding", "Certificate and Padding", FT_NONE },
    [OPT_IPA_OPTION_CODE] = { "icmpv6.opt.ipa.option_code", "Option-code", FT_UINT8, BASE_DEC, .values = &ipa_codes },
    [OPT_IPA_PREFIX_LEN] = { "icmpv6.opt.ipa.prefix_len", "Prefix Length", FT_UINT8, BASE_DEC },
    [OPT_IPA_IPV6_ADDRESS] = { "icmpv6.opt.ipa.ipv6_address", "IPv6 Address", FT_IPv6 },
    [OPT_NRPI_OPTION_CODE] = { "icmpv6.opt.nrpi.option_code", "Option-code", FT_UINT8, BASE_DEC },
    [OPT_NRPI_PREFIX_LEN] = { "icmpv6.opt.nrpi.prefix_len", "Prefix Length", FT_UINT8, BASE_DEC },
    [OPT_NRPI_PREFIX] = { "icmpv6.opt.nrpi.prefix", "Prefix", FT_IPv6 },
    [OPT_LLA_OPTION_CODE] = { "icmpv6.opt.lla.option_code", "Option-code", FT_UINT8, BASE_DEC, .values = &lla_codes },
    [OPT_LLA_BYTES] = { "icmpv6.opt.lla.bytes", "Link-Layer Address", FT_BYTES },
    [OPT_NAACK_OPTION_CODE] = { "icmpv6.opt.naack.option_code", "Option-Code", FT_UINT8, BASE_DEC },
    [OPT_NAACK_STATUS] = { "icmpv6.opt.naack.status", "Status", FT_UINT8, BASE_DEC, .values = &naack_states },
    [OPT_NAACK_SUPPLIED_NCOA] = { "icmpv6.opt.naack.supplied_ncoa", "Supplied NCoA", FT_IPv6 },
    [OPT_MAP_DISTANCE] = { "icmpv6.opt.map.distance", "Distance", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [OPT_MAP_PREFERENCE] = { "icmpv6.opt.map.preference", "Preference", FT_UINT8, BASE_DEC, .mask = 0xf },
    [OPT_MAP_FLAG] = { "icmpv6.opt.map.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [OPT_MAP_R] = { "icmpv6.opt.map.flag.r", "RCoA Flag", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [OPT_MAP_RESERVED] = { "icmpv6.opt.map.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [OPT_MAP_VALID_LIFETIME] = { "icmpv6.opt.map.valid_lifetime", "Valid Lifetime", FT_UINT32, BASE_DEC },
    [OPT_MAP_GLOBAL_ADDRESS] = { "icmpv6.opt.map.global_address", "Global Address", FT_IPv6 },
    [OPT_ROUTE_INFO_FLAG] = { "icmpv6.opt.route_info.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [OPT_ROUTE_INFO_ROUTE_PREFERENCE] = { "icmpv6.opt.route_info.flag.route_preference", "Route Preference",
        FT_UINT8, BASE_DEC, .mask = 0x18, .values = &icmpv6_preferences },
    [OPT_ROUTE_INFO_RESERVED] = { "icmpv6.opt.route_info.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xe7 },
    [OPT_ROUTE_LIFETIME] = { "icmpv6.opt.route_lifetime", "Route Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [OPT_NAME_TYPE] = { "icmpv6.opt.name_type", "Name Type", FT_UINT8, BASE_DEC, .values = &name_types },
    [OPT_CERT_TYPE] = { "icmpv6.opt.name_type", "Cert Type", FT_UINT8, BASE_DEC, .values = &cert_types },
    [OPT_NAME_X501] = { "icmpv6.opt.name_x501", "DER Encoded X.501 Name", FT_BYTES },
    [OPT_NAME_TYPE_FQDN] = { "icmpv6.opt.name_type.fqdn", "FQDN", FT_STRING },
    [SEND_IDENTIFIER] = { "icmpv6.send.identifier", "Identifier", FT_UINT16, BASE_DEC },
    [SEND_ALL_COMPONENTS] = { "icmpv6.send.all_components", "All Components", FT_UINT16, BASE_DEC },
    [SEND_COMPONENT] = { "icmpv6.send.component", "Component", FT_UINT16, BASE_DEC },
    [X509_NAME] = { "icmpv6.x509_Name", "Name", FT_UINT32, BASE_DEC, .values = &x509_names },
    [X509_CERTIFICATE] = { "icmpv6.x509_Certificate", "Certificate", FT_NONE },
    [OPT_REDIRECTED_PACKET] = { "icmpv6.opt.redirected_packet", "Redirected Packet", FT_NONE },
    [OPT_MTU] = { "icmpv6.opt.mtu", "MTU", FT_UINT32, BASE_DEC },
    [OPT_NBMA_SHORTCUT_LIMIT] = { "icmpv6.opt.nbma.shortcut_limit", "Shortcut Limit", FT_UINT8, BASE_DEC },
    [OPT_ADVERTISEMENT_INTERVAL] = { "icmpv6.opt.advertisement_interval", "Advertisement Interval",
        FT_UINT32, BASE_DEC },
    [OPT_HOME_AGENT_PREFERENCE] = { "icmpv6.opt.home_agent_preference", "Home Agent Preference", FT_UINT16, BASE_DEC },
    [OPT_HOME_AGENT_LIFETIME] = { "icmpv6.opt.home_agent_lifetime", "Home Agent Preference", FT_UINT16, BASE_DEC },
    [OPT_IPV6_ADDRESS] = { "icmpv6.opt.ipv6_address", "IPv6 Address", FT_IPv6 },
    [OPT_RDNSS_LIFETIME] = { "icmpv6.opt.rdnss.lifetime", "Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &rdnss_lifetimes },
    [OPT_RDNSS] = { "icmpv6.opt.rdnss", "Recursive DNS Servers", FT_IPv6 },
    [OPT_EFO] = { "icmpv6.opt.efo", "Flags Expansion Option", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [OPT_EFO_M] = { "icmpv6.opt.efo.m", "Managed address configuration", FT_BOOLEAN, BITS_16, .mask = 0x8000,
        .truth = &truth_set },
    [OPT_EFO_O] = { "icmpv6.opt.efo.o", "Other configuration", FT_BOOLEAN, BITS_16, .mask = 0x4000,
        .truth = &truth_set },
    [OPT_EFO_H] = { "icmpv6.opt.efo.h", "Home Agent", FT_BOOLEAN, BITS_16, .mask = 0x2000, .truth = &truth_set },
    [OPT_EFO_PRF] = { "icmpv6.opt.efo.prf", "Prf (Default Router Preference)", FT_UINT16, BASE_DEC,
        .mask = 0x1800, .values = &icmpv6_preferences },
    [OPT_EFO_P] = { "icmpv6.opt.efo.p", "Proxy", FT_BOOLEAN, BITS_16, .mask = 0x400, .truth = &truth_set },
    [OPT_EFO_RSV] = { "icmpv6.opt.efo.rsv", "Reserved", FT_UINT16, BASE_DEC, .mask = 0x2ff },
    [OPT_HKR_PAD_LENGTH] = { "icmpv6.opt.hkr.pad_length", "Pad Length", FT_UINT8, BASE_DEC },
    [OPT_HKR_AT] = { "icmpv6.opt.hkr.at", "AT", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [OPT_HKR_RESERVED] = { "icmpv6.opt.hkr.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xf },

           [OPT_HKR_ENCRYPTION_PUBLIC_KEY] = { "icmpv6.opt.hkr.encryption_public_key",
        "Handover Key Encryption Public Key", FT_BYTES },
    [OPT_HKR_PADDING] = { "icmpv6.opt.hkr.padding", "Padding", FT_BYTES },
    [OPT_HKR_LIFETIME] = { "icmpv6.opt.hkr.lifetime", "Padding", FT_UINT16, BASE_DEC },
    [OPT_HKR_ENCRYPTED_HANDOVER_KEY] = { "icmpv6.opt.hkr.encrypted_handover_key", "Encrypted Handover Key", FT_BYTES },
    [OPT_HAI_OPTION_CODE] = { "icmpv6.opt.hai.option_code", "Option-Code", FT_UINT8, BASE_DEC, .values = &hai_codes },
    [OPT_HAI_LENGTH] = { "icmpv6.opt.hai.length", "HAI-Length", FT_UINT8, BASE_DEC },
    [OPT_HAI_VALUE] = { "icmpv6.opt.hai.value", "HAI-Value", FT_BYTES },
    [OPT_MN_OPTION_CODE] = { "icmpv6.opt.mn.option_code", "Option-Code", FT_UINT8, BASE_DEC, .values = &mn_codes },
    [OPT_MN_LENGTH] = { "icmpv6.opt.mn.length", "MN-Length", FT_UINT8, BASE_DEC },
    [OPT_MN_VALUE] = { "icmpv6.opt.mn.value", "MN-Value", FT_BYTES },
    [OPT_DNSSL_LIFETIME] = { "icmpv6.opt.dnssl.lifetime", "Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &dnssl_lifetimes },
    [OPT_DNSSL] = { "icmpv6.opt.dnssl", "Domain Names", FT_STRING, .text = name_text },
    [OPT_ARO_STATUS] = { "icmpv6.opt.aro.status", "Status", FT_UINT8, BASE_DEC, .values = &icmpv6_aro_states },
    [OPT_ARO_REGISTRATION_LIFETIME] = { "icmpv6.opt.aro.registration_lifetime", "Registration  Lifetime",
        FT_UINT16, BASE_DEC },
    [OPT_ARO_EUI64] = { "icmpv6.opt.aro.eui64", "EUI-64", FT_EUI64 },
    [OPT_6CO_CONTEXT_LENGTH] = { "icmpv6.opt.6co.context_length", "Context Length", FT_UINT8, BASE_DEC },
    [OPT_6CO_FLAG] = { "icmpv6.opt.6co.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [OPT_6CO_C] = { "icmpv6.opt.6co.flag.c", "Compression Flag", FT_BOOLEAN, BITS_8, .mask = 0x10,
        .truth = &truth_set },
    [OPT_6CO_CID] = { "icmpv6.opt.6co.flag.cid", "CID", FT_UINT8, BASE_DEC, .mask = 0xf },
    [OPT_6CO_RESERVED] = { "icmpv6.opt.6co.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xe0 },
    [OPT_6CO_VALID_LIFETIME] = { "icmpv6.opt.6co.valid_lifetime", "Lifetime", FT_UINT16, BASE_DEC },
    [OPT_6CO_CONTEXT_PREFIX] = { "icmpv6.opt.6co.context_prefix", "Context Prefix", FT_IPv6 },
    [OPT_ABRO_VERSION_LOW] = { "icmpv6.opt.abro.version_low", "Version Low", FT_UINT16, BASE_DEC },
    [OPT_ABRO_VERSION_HIGH] = { "icmpv6.opt.abro.version_high", "Version", FT_UINT16, BASE_DEC },
    [OPT_ABRO_VALID_LIFETIME] = { "icmpv6.opt.abro.valid_lifetime", "Valid Lifetime", FT_UINT16, BASE_DEC },
    [OPT_ABRO_6LBR_ADDRESS] = { "icmpv6.opt.abro.6lbr_address", "6LBR Address", FT_IPv6 },
    [OPT_6CIO_UNASSIGNED1] = { "icmpv6.opt.6cio.unassigned1", "Unassigned", FT_UINT16, BASE_HEX, .mask = 0xfffe },
    [OPT_6CIO_G] = { "icmpv6.opt.6cio.flag_g", "G", FT_UINT16, BASE_HEX, .mask = 0x1 },
    [OPT_6CIO_UNASSIGNED2] = { "icmpv6.opt.6cio.unassigned2", "Unassigned", FT_UINT32, BASE_HEX },
    [OPT_CAPTIVE_PORTAL] = { "icmpv6.opt.captive_portal", "Captive Portal", FT_STRING },
    [OPT_PREF64_SCALED_LIFETIME] = { "icmpv6.opt.pref64.scaled_lifetime", "Scaled Lifetime", FT_UINT16, BASE_DEC,
        .mask = 0xfff8 },
    [OPT_PREF64_PLC] = { "icmpv6.opt.pref64.plc", "PLC (Prefix Length Code)", FT_UINT16, BASE_HEX, .mask = 0x7,
        .values = &prefix_lengths },
    [OPT_PREF64_PREFIX] = { "icmpv6.opt.pref64.prefix", "Prefix", FT_IPv6 },
    [MLD_MAXIMUM_RESPONSE_DELAY] = { "icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]",
        FT_UINT16, BASE_DEC },
    [MLD_MULTICAST_ADDRESS] = { "icmpv6.mld.multicast_address", "Multicast Address", FT_IPv6 },
    [RR_SEQUENCE_NUMBER] = { "icmpv6.rr.sequence_number", "Sequence Number", FT_UINT32, BASE_DEC },
    [RR_SEGMENT_NUMBER] = { "icmpv6.rr.segment_number", "Segment Number", FT_UINT8, BASE_DEC },
    [RR_FLAG] = { "icmpv6.rr.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RR_T] = { "icmpv6.rr.flag.t", "Test Command", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &truth_set },
    [RR_R] = { "icmpv6.rr.flag.r", "Result requested", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_set },
    [RR_A] = { "icmpv6.rr.flag.a", "All Interfaces", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_set },
    [RR_S] = { "icmpv6.rr.flag.s", "Site-specific", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &truth_set },
    [RR_P] = { "icmpv6.rr.flag.p", "Processed previously", FT_BOOLEAN, BITS_8, .mask = 0x8, .truth = &truth_set },
    [RR_RSV] = { "icmpv6.rr.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [RR_MAXDELAY] = { "icmpv6.rr.maxdelay", "Max Delay", FT_UINT16, BASE_DEC },
    [MP] = { "icmpv6.rr.pco.mp", "Match-Prefix Part", FT_NONE, .suffix = match_suffix },
    [MP_OPCODE] = { "icmpv6.rr.pco.mp.opcode", "OpCode", FT_UINT8, BASE_DEC, .values = &icmpv6_rr_operations },
    [MP_OPLENGTH] = { "icmpv6.rr.pco.mp.oplength", "OpLength", FT_UINT8, BASE_DEC },
    [MP_ORDINAL] = { "icmpv6.rr.pco.mp.ordinal", "Ordinal", FT_UINT8, BASE_HEX },
    [MP_MATCHLEN] = { "icmpv6.rr.pco.mp.matchlen", "MatchLen", FT_UINT8, BASE_DEC },
    [MP_MINLEN] = { "icmpv6.rr.pco.mp.minlen", "MinLen", FT_UINT8, BASE_DEC },
    [MP_MAXLEN] = { "icmpv6.rr.pco.mp.maxlen", "MaxLen", FT_UINT8, BASE_DEC },
    [MP_MATCHPREFIX] = { "icmpv6.rr.pco.mp.matchprefix", "MatchPrefix", FT_IPv6 },
    [UP] = { "icmpv6.rr.pco.up", "Use-Prefix Part", FT_NONE, .suffix = use_suffix },
    [UP_USELEN] = { "icmpv6.rr.pco.up.uselen", "UseLen", FT_UINT8, BASE_DEC },
    [UP_KEEPLEN] = { "icmpv6.rr.pco.up.keeplen", "KeepLen", FT_UINT8, BASE_DEC },
    [UP_FLAGMASK] = { "icmpv6.rr.pco.up.flagmask", "FlagMask", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [UP_FLAGMASK_L] = { "icmpv6.rr.pco.up.flagmask.l", "On-link flag(L)", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [UP_FLAGMASK_A] = { "icmpv6.rr.pco.up.flagmask.a", "Autonomous address-configuration flag(A)",
        FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_set },
    [UP_FLAGMASK_RESERVED] = { "icmpv6.rr.pco.up.flagmask.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [UP_RAFLAGS] = { "icmpv6.rr.pco.up.raflags", "RAFlags", FT_UINT8, BASE_HEX, .suffix = ra_flags_suffix },
    [UP_VALIDLIFETIME] = { "icmpv6.rr.pco.up.validlifetime", "Valid Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [UP_PREFERREDLIFETIME] = { "icmpv6.rr.pco.up.preferredlifetime", "Preferred Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [UP_FLAG] = { "icmpv6.rr.pco.up.flag", "Flags", FT_UINT32, BASE_HEX, .suffix = bits_suffix },
    [UP_V] = { "icmpv6.rr.pco.up.flag.v", "Decrement valid lifetime", FT_BOOLEAN, BITS_32, .mask = 0x80000000,
        .truth = &truth_set },
    [UP_P] = { "icmpv6.rr.pco.up.flag.p", "Decrement preferred lifetime", FT_BOOLEAN, BITS_32, .mask = 0x40000000,
        .truth = &truth_set },
    [UP_RESERVED] = { "icmpv6.rr.pco.up.flag.reserved", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x3fffffff },
    [UP_USEPREFIX] = { "icmpv6.rr.pco.up.useprefix", "UsePrefix", FT_IPv6 },
    [RM] = { "icmpv6.rr.rm", "Result Message", FT_NONE, .suffix = result_suffix },
    [RM_FLAG] = { "icmpv6.rr.rm.flag", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [RM_RESERVED] = { "icmpv6.rr.rm.flag.reserved", "Reserved", FT_UINT16, BASE_DEC, .mask = 0xfffc },
    [RM_B] = { "icmpv6.rr.rm.flag.b", "Bounds", FT_BOOLEAN, BITS_16, .mask = 0x2, .truth = &truth_set },
    [RM_F] = { "icmpv6.rr.rm.flag.f", "Forbidden", FT_BOOLEAN, BITS_16, .mask = 0x1, .truth = &truth_set },
    [RM_ORDINAL] = { "icmpv6.rr.rm.ordinal", "Ordinal", FT_UINT8, BASE_HEX },
    [RM_MATCHEDLEN] = { "icmpv6.rr.rm.matchedlen", "MatchedLen", FT_UINT8, BASE_DEC },
    [RM_INTERFACEINDEX] = { "icmpv6.rr.rm.interfaceindex", "InterfaceIndex", FT_UINT32, BASE_DEC },
    [RM_MATCHEDPREFIX] = { "icmpv6.rr.rm.matchedprefix", "MatchedPrefix", FT_IPv6 },
    [MIP6_IDENTIFIER] = { "icmpv6.mip6.identifier", "Identifier", FT_UINT16, BASE_DEC_HEX },
    [MIP6_HOME_AGENT_ADDRESS] = { "icmpv6.mip6.home_agent_address", "Home Agent Address", FT_IPv6 },
    [MIP6_FLAG] = { "icmpv6.mip6.flag", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [MIP6_M] = { "icmpv6.mip6.flag.m", "Managed address configuration", FT_BOOLEAN, BITS_16, .mask = 0x8000,
        .truth = &truth_set },
    [MIP6_O] = { "icmpv6.mip6.flag.o", "Other configuration", FT_BOOLEAN, BITS_16, .mask = 0x4000,
        .truth = &truth_set },
    [MIP6_RSV] = { "icmpv6.mip6.flag.rsv", "Reserved", FT_UINT16, BASE_DEC, .mask = 0x3fff },
    [MLD_MAXIMUM_RESPONSE_CODE] = { "icmpv6.mld.maximum_response_code", "Maximum Response Code", FT_UINT16, BASE_DEC },
    [MLD_FLAG] = { "icmpv6.mld.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [MLD_S] = { "icmpv6.mld.flag.s", "Suppress Router-Side Processing", FT_BOOLEAN, BITS_8, .mask = 0x8 },
    [MLD_QRV] = { "icmpv6.mld.flag.qrv", "QRV (Querier's Robustness Variable)", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [MLD_RESERVED] = { "icmpv6.mld.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [MLD_QQI] = { "icmpv6.mld.qqi", "QQIC (Querier's Query Interval Code)", FT_UINT8, BASE_DEC },
    [MLD_NB_SOURCES] = { "icmpv6.mld.nb_sources", "Number of Sources", FT_UINT16, BASE_DEC },
    [MLD_SOURCE_ADDRESS] = { "icmpv6.mld.source_address", "Source Address", FT_IPv6 },
    [MLDR_NB_MCAST_RECORDS] = { "icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records",
        FT_UINT16, BASE_DEC },
    [MAR] = { "icmpv6.mldr.mar", "Multicast Address Record", FT_NONE, .suffix = record_suffix },
    [MAR_RECORD_TYPE] = { "icmpv6.mldr.mar.record_type", "Record Type", FT_UINT8, BASE_DEC, .values = &icmpv6_records },
    [MAR_AUX_DATA_LEN] = { "icmpv6.mldr.mar.aux_data_len", "Aux Data Len", FT_UINT8, BASE_DEC },
    [MAR_NB_SOURCES] = { "icmpv6.mldr.mar.nb_sources", "Number of Sources", FT_UINT16, BASE_DEC },
    [MAR_MULTICAST_ADDRESS] = { "icmpv6.mldr.mar.multicast_address", "Multicast Address", FT_IPv6 },
    [MAR_SOURCE_ADDRESS] = { "icmpv6.mldr.mar.source_address", "Source Address", FT_IPv6 },
    [MAR_AUXILIARY_DATA] = { "icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data", FT_BYTES },
    [FMIP_SUBTYPE] = { "icmpv6.fmip6.subtype", "Subtype", FT_UINT8, BASE_DEC, .values = &icmpv6_subtypes },
    [FMIP_HI_FLAG] = { "icmpv6.fmip6.hi.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [FMIP_HI_S] = { "icmpv6.fmip6.hi.flag.s", "Assigned address configuration", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [FMIP_HI_A] = { "icmpv6.fmip6.hi.flag.a", "Buffer", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_set },
    [FMIP_HI_RESERVED] = { "icmpv6.fmip6.hi.flag.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [FMIP_IDENTIFIER] = { "icmpv6.fmip6.identifier", "Identifier", FT_UINT16, BASE_DEC_HEX },
    [MRA_QUERY_INTERVAL] = { "icmpv6.mcast_ra.query_interval", "Query Interval", FT_UINT16, BASE_DEC },
    [MRA_ROBUSTNESS_VARIABLE] = { "icmpv6.mcast_ra.robustness_variable", "Robustness Variable", FT_UINT16, BASE_DEC },
    [NI_QTYPE] = { "icmpv6.ni.qtype", "Qtype", FT_UINT16, BASE_DEC, .values = &query_types },
    [NI_FLAG] = { "icmpv6.ni.flag", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [NI_G] = { "icmpv6.ni.flag.g", "Global-scope addresses", FT_BOOLEAN, BITS_16, .mask = 0x20, .truth = &truth_set },
    [NI_S] = { "icmpv6.ni.flag.s", "Site-local addresses", FT_BOOLEAN, BITS_16, .mask = 0x10, .truth = &truth_set },
    [NI_L] = { "icmpv6.ni.flag.l", "Link-local addresses", FT_BOOLEAN, BITS_16, .mask = 0x8, .truth = &truth_set },
    [NI_C] = { "icmpv6.ni.flag.c", "Compression", FT_BOOLEAN, BITS_16, .mask = 0x4, .truth = &truth_set },
    [NI_A] = { "icmpv6.ni.flag.a", "Unicast Addresses", FT_BOOLEAN, BITS_16, .mask = 0x2, .truth = &unicast_addresses },
    [NI_T] = { "icmpv6.ni.flag.t", "Truncated", FT_BOOLEAN, BITS_16, .mask = 0x1, .truth = &truth_set },
    [NI_RSV] = { "icmpv6.ni.flag.rsv", "Reserved", FT_UINT16, BASE_HEX, .mask = 0xffc0 },
    [NI_NONCE] = { "icmpv6.ni.nonce", "Nonce", FT_UINT64, BASE_HEX },
    [NI_QUERY_SUBJECT_IPV6] = { "icmpv6.ni.query.subject_ipv6", "IPv6 subject address", FT_IPv6 },
    [NI_QUERY_SUBJECT_FQDN] = { "icmpv6.ni.query.subject_fqdn", "FQDN subject", FT_STRING, .text = name_text },
    [NI_QUERY_SUBJECT_IPV4] = { "icmpv6.ni.query.subject_ipv4", "IPv4 subject address", FT_IPv4 },
    [NI_REPLY_NODE_TTL] = { "icmpv6.ni.reply.node_ttl", "TTL", FT_UINT32, BASE_DEC },
    [NI_REPLY_NODE_NAME] = { "icmpv6.ni.reply.node_name", "Name Node", FT_STRING, .text = name_text },
    [NI_REPLY_NODE_ADDRESS] = { "icmpv6.ni.reply.node_address", "IPv6 Node address", FT_IPv6 },
    [NI_REPLY_IPV4_ADDRESS] = { "icmpv6.ni.reply.ipv4_address", "IPv4 Node address", FT_IPv4 },
    [LENGTH] = { "icmpv6.length", "Length of original datagram", FT_UINT8, BASE_DEC },
    [DIS_FLAGS] = { "icmpv6.rpl.dis.flags", "Flags", FT_UINT8, BASE_DEC },
    [DIO_INSTANCE] = { "icmpv6.rpl.dio.instance", "RPLInstanceID", FT_UINT8, BASE_DEC },
    [DIO_VERSION] = { "icmpv6.rpl.dio.version", "Version", FT_UINT8, BASE_DEC },
    [DIO_RANK] = { "icmpv6.rpl.dio.rank", "Rank", FT_UINT16, BASE_DEC },
    [DIO_FLAG] = { "icmpv6.rpl.dio.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [DIO_G] = { "icmpv6.rpl.dio.flag.g", "Grounded (G)", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [DIO_0] = { "icmpv6.rpl.dio.flag.0", "Zero", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [DIO_MOP] = { "icmpv6.rpl.dio.flag.mop", "Mode of Operation (MOP)", FT_UINT8, BASE_HEX, .mask = 0x38,
        .values = &modes },
    [DIO_PREFERENCE] = { "icmpv6.rpl.dio.flag.preference", "DODAG Preference", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [DIO_FLAG_ZERO] = { "icmpv6.rpl.dio.flag", "Flags", FT_UINT8, BASE_HEX },
    [DIO_DTSN] = { "icmpv6.rpl.dio.dtsn", "Destination Advertisement Trigger Sequence Number (DTSN)",
        FT_UINT8, BASE_DEC },
    [DIO_DAGID] = { "icmpv6.rpl.dio.dagid", "DODAGID", FT_IPv6 },
    [DAO_INSTANCE] = { "icmpv6.rpl.dao.instance", "RPLInstanceID", FT_UINT8, BASE_DEC },
    [DAO_FLAG] = { "icmpv6.rpl.dao.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [DAO_K] = { "icmpv6.rpl.dao.flag.k", "DAO-ACK Request (K)", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [DAO_D] = { "icmpv6.rpl.dao.flag.d", "DODAGID Present (D)", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [DAO_RSV] = { "icmpv6.rpl.dao.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [DAO_SEQUENCE] = { "icmpv6.rpl.dao.sequence", "DAO Sequence", FT_UINT8, BASE_DEC },
    [DAO_DODAGID] = { "icmpv6.rpl.dao.dodagid", "DODAGID", FT_IPv6 },
    [DAOACK_INSTANCE] = { "icmpv6.rpl.daoack.instance", "RPLInstanceID", FT_UINT8, BASE_DEC },
    [DAOACK_FLAG] = { "icmpv6.rpl.daoack.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [DAOACK_D] = { "icmpv6.rpl.daoack.flag.d", "DODAGID Present (D)", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [DAOACK_RSV] = { "icmpv6.rpl.daoack.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [DAOACK_SEQUENCE] = { "icmpv6.rpl.daoack.sequence", "DAO-ACK Sequence", FT_UINT8, BASE_DEC },
    [DAOACK_STATUS] = { "icmpv6.rpl.daoack.status", "Status", FT_UINT8, BASE_DEC },
    [DAOACK_DODAGID] = { "icmpv6.rpl.daoack.dodagid", "DODAGID", FT_IPv6 },
    [CC_INSTANCE] = { "icmpv6.rpl.cc.instance", "RPLInstanceID", FT_UINT8, BASE_DEC },
    [CC_FLAG] = { "icmpv6.rpl.cc.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [CC_R] = { "icmpv6.rpl.cc.flag.r", "Response (R)", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [CC_RSV] = { "icmpv6.rpl.cc.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [CC_NONCE] = { "icmpv6.rpl.cc.nonce", "CC Nonce", FT_UINT16, BASE_HEX },
    [CC_DODAGID] = { "icmpv6.rpl.cc.dodagid", "DODAGID", FT_IPv6 },
    [CC_DESTINATION_COUNTER] = { "icmpv6.rpl.cc.destination_counter", "Destination Counter", FT_UINT32, BASE_DEC },
    [SEC_FLAG] = { "icmpv6.rpl.secure.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [SEC_T] = { "icmpv6.rpl.secure.flag.t", "Counter is Time (T)", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [SEC_RSV] = { "icmpv6.rpl.secure.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [SEC_ALGORITHM] = { "icmpv6.rpl.secure.algorithm", "Algorithm", FT_UINT8, BASE_DEC, .values = &algorithms },
    [SEC_KIM] = { "icmpv6.rpl.secure.kim", "Key Identifier Mode (KIM)", FT_UINT8, BASE_DEC, .mask = 0xc0 },
    [SEC_LVL] = { "icmpv6.rpl.secure.lvl", "Security Level (LVL)", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [SEC_LEVEL_RSV] = { "icmpv6.rpl.secure.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x38 },
    [SEC_FLAG_PLAIN] = { "icmpv6.rpl.secure.flag", "Flags", FT_UINT8, BASE_HEX },
    [SEC_COUNTER] = { "icmpv6.rpl.secure.counter", "Counter", FT_UINT32, BASE_DEC },
    [SEC_KEY_SOURCE] = { "icmpv6.rpl.secure.key.source", "Key Source", FT_BYTES },
    [SEC_KEY_INDEX] = { "icmpv6.rpl.secure.key.index", "Key Source", FT_UINT8, BASE_DEC },
    [RO_TYPE] = { "icmpv6.rpl.opt.type", "Type", FT_UINT8, BASE_DEC, .values = &icmpv6_rpl_types },
    [RO_LENGTH] = { "icmpv6.rpl.opt.length", "Length", FT_UINT8, BASE_DEC },
    [RO_RESERVED] = { "icmpv6.rpl.opt.reserved", "Reserved", FT_NONE },
    [RO_PADN] = { "icmpv6.rpl.opt.padn", "Paddn", FT_NONE, .suffix = padn_suffix },
    [M_TYPE] = { "icmpv6.rpl.opt.metric.type", "Routing Metric/Constraint Type", FT_UINT8, BASE_DEC,
        .values = &metric_types },
    [M_FLAGS] = { "icmpv6.rpl.opt.metric.flags", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [M_RESERVED] = { "icmpv6.rpl.opt.metric.reserved", "Reserved Flags", FT_UINT16, BASE_HEX, .mask = 0xf800 },
    [M_P] = { "icmpv6.rpl.opt.metric.flag.p", "Flag P", FT_BOOLEAN, BITS_16, .mask = 0x400, .truth = &truth_set },
    [M_C] = { "icmpv6.rpl.opt.metric.flag.c", "Flag C", FT_BOOLEAN, BITS_16, .mask = 0x200, .truth = &truth_set },
    [M_O] = { "icmpv6.rpl.opt.metric.flag.o", "Flag O", FT_BOOLEAN, BITS_16, .mask = 0x100, .truth = &truth_set },
    [M_R] = { "icmpv6.rpl.opt.metric.flag.r", "Flag R", FT_BOOLEAN, BITS_16, .mask = 0x80, .truth = &truth_set },
    [M_A] = { "icmpv6.rpl.opt.metric.flag.a", "A Field", FT_UINT16, BASE_HEX, .mask = 0x70 },
    [M_PREC] = { "icmpv6.rpl.opt.metric.prec", "Precedence field", FT_UINT16, BASE_HEX, .mask = 0xf },
    [M_LENGTH] = { "icmpv6.rpl.opt.metric.length", "Metric Length", FT_UINT8, BASE_DEC },
    [M_NSA_OBJECT] = { "icmpv6.rpl.opt.metric.nsa.object", "Node State and Attribute Object", FT_UINT16, BASE_HEX,
        .suffix = bits_suffix },
    [M_NSA_OBJECT_RESERVED] = { "icmpv6.rpl.opt.metric.nsa.object.reserved", "Reserved field",
        FT_UINT16, BASE_HEX, .mask = 0xff00 },
    [M_NSA_OBJECT_FLAGS] = { "icmpv6.rpl.opt.metric.nsa.object.flags", "Flags", FT_UINT16, BASE_HEX, .mask = 0xfc },
    [M_NSA_OBJECT_A] = { "icmpv6.rpl.opt.metric.nsa.object.flag.a", "Flag A", FT_BOOLEAN, BITS_16, .mask = 0x2,
        .truth = &truth_set },
    [M_NSA_OBJECT_O] = { "icmpv6.rpl.opt.metric.nsa.object.flag.o", "Flag O", FT_BOOLEAN, BITS_16, .mask = 0x1,
        .truth = &truth_set },
    [NSA_TLV] = { "icmpv6.rpl.opt.metric.nsa.object.opttlv.object", "Node State and Attribute Optional TLV",
        FT_UINT8, BASE_DEC },

           [NSA_TLV_TYPE] = { "icmpv6.rpl.opt.metric.nsa.object.opttlv.object.type",
        "Node State and Attribute Optional TLV Type", FT_UINT8, BASE_DEC },

           [NSA_TLV_LENGTH] = { "icmpv6.rpl.opt.metric.nsa.object.opttlv.object.length",
        "Node State and Attribute Optional TLV Length", FT_UINT8, BASE_DEC },
    [NSA_TLV_DATA] = { "icmpv6.rpl.opt.metric.nsa.object.opttlv.object.data", "Raw Data", FT_BYTES },
    [M_NE_OBJECT] = { "icmpv6.rpl.opt.metric.ne.object", "Node Energy Object", FT_UINT16, BASE_HEX,
        .suffix = bits_suffix },
    [M_NE_OBJECT_FLAGS] = { "icmpv6.rpl.opt.metric.ne.object.flags", "Flags field", FT_UINT16, BASE_HEX,
        .mask = 0xf000 },
    [M_NE_OBJECT_I] = { "icmpv6.rpl.opt.metric.ne.object.flag.i", "Flag I", FT_BOOLEAN, BITS_16, .mask = 0x800,
        .truth = &truth_set },
    [M_NE_OBJECT_TYPE] = { "icmpv6.rpl.opt.metric.ne.object.type", "Type", FT_UINT16, BASE_HEX, .mask = 0x600 },
    [M_NE_OBJECT_E] = { "icmpv6.rpl.opt.metric.ne.object.flag.e", "Flag E", FT_BOOLEAN, BITS_16, .mask = 0x100,
        .truth = &truth_set },
    [M_NE_OBJECT_ENERGY] = { "icmpv6.rpl.opt.metric.ne.object.energy", "Energy", FT_UINT16, BASE_HEX, .mask = 0xff },
    [M_HP_OBJECT] = { "icmpv6.rpl.opt.metric.hp.object", "Hop Count Object", FT_UINT16, BASE_HEX,
        .suffix = bits_suffix },
    [M_HP_OBJECT_RESERVED] = { "icmpv6.rpl.opt.metric.hp.object.reserved", "Reserved field", FT_UINT16, BASE_HEX,
        .mask = 0xf000 },
    [M_HP_OBJECT_FLAGS] = { "icmpv6.rpl.opt.metric.hp.object.flags", "Flags", FT_UINT16, BASE_HEX, .mask = 0xf00 },
    [M_HP_OBJECT_HP] = { "icmpv6.rpl.opt.metric.hp.object.hp", "Hop Count", FT_UINT16, BASE_DEC, .mask = 0xff },
    [M_LT_OBJECT_LT] = { "icmpv6.rpl.opt.metric.lt.object.lt", "Link Throughput", FT_UINT32, BASE_DEC },
    [M_LL_OBJECT_LL] = { "icmpv6.rpl.opt.metric.ll.object.ll", "Link Latency", FT_UINT32, BASE_DEC },
    [M_LQL_OBJECT] = { "icmpv6.rpl.opt.metric.lql.object", "Link Quality Level Object", FT_UINT8, BASE_HEX },
    [M_LQL_OBJECT_RES] = { "icmpv6.rpl.opt.metric.lql.object.res", "Reserved field", FT_UINT8, BASE_HEX, .mask = 0xff },
    [M_LQL_OBJECT_VAL] = { "icmpv6.rpl.opt.metric.lql.object.val", "Val(ue)", FT_UINT8, BASE_HEX, .mask = 0xe0 },
    [M_LQL_OBJECT_COUNTER] = { "icmpv6.rpl.opt.metric.lql.object.counter", "Counter", FT_UINT8, BASE_DEC,
        .mask = 0x1f },
    [M_ETX_OBJECT_ETX] = { "icmpv6.rpl.opt.metric.etx.object.etx", "ETX", FT_UINT16, BASE_DEC },
    [M_LC_OBJECT] = { "icmpv6.rpl.opt.metric.lc.object", "Link Color Object", FT_NONE },
    [M_LC_OBJECT_RES] = { "icmpv6.rpl.opt.metric.lc.object.res", "Reserved field", FT_UINT8, BASE_HEX, .mask = 0xff },
    [M_LC_OBJECT_LC] = { "icmpv6.rpl.opt.metric.lc.object.lc", "Link Color", FT_UINT16, BASE_HEX, .mask = 0xffc0 },
    [M_LC_OBJECT_COUNTER] = { "icmpv6.rpl.opt.metric.lc.object.counter", "Counter", FT_UINT16, BASE_DEC, .mask = 0x3f },
    [M_LC_OBJECT_RESERVED] = { "icmpv6.rpl.opt.metric.lc.object.reserved", "Reserved", FT_UINT16, BASE_DEC,
        .mask = 0x3e },
    [M_LC_OBJECT_I] = { "icmpv6.rpl.opt.metric.lc.object.flag.i", "Flag I", FT_UINT16, BASE_DEC, .mask = 0x1 },
    [RO_ROUTE_PREFIX_LENGTH] = { "icmpv6.rpl.opt.route.prefix_length", "Prefix Length", FT_UINT8, BASE_DEC },
    [RO_ROUTE_FLAG] = { "icmpv6.rpl.opt.route.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RO_ROUTE_PREF] = { "icmpv6.rpl.opt.route.pref", "Preference", FT_UINT8, BASE_DEC, .mask = 0x18,
        .values = &icmpv6_preferences },
    [RO_ROUTE_RESERVED] = { "icmpv6.rpl.opt.route.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xe7 },
    [RO_ROUTE_LIFETIME] = { "icmpv6.rpl.opt.route.lifetime", "Route Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [RO_ROUTE_PREFIX] = { "icmpv6.rpl.opt.route.prefix", "Prefix", FT_IPv6 },
    [RO_CONFIG_FLAG] = { "icmpv6.rpl.opt.config.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RO_CONFIG_RESERVED] = { "icmpv6.rpl.opt.config.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [RO_CONFIG_AUTH] = { "icmpv6.rpl.opt.config.auth", "Authentication Enabled", FT_BOOLEAN, BITS_8, .mask = 0x8,
        .truth = &truth_set },
    [RO_CONFIG_PCS] = { "icmpv6.rpl.opt.config.pcs", "Path Control Size", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [RO_CONFIG_INTERVAL_DOUBLE] = { "icmpv6.rpl.opt.config.interval_double", "DIOIntervalDoublings",
        FT_UINT8, BASE_DEC },
    [RO_CONFIG_INTERVAL_MIN] = { "icmpv6.rpl.opt.config.interval_min", "DIOIntervalMin", FT_UINT16, BASE_DEC },
    [RO_CONFIG_REDUNDANCY] = { "icmpv6.rpl.opt.config.redundancy", "DIORedundancyConstant", FT_UINT8, BASE_DEC },
    [RO_CONFIG_MAX_RANK_INC] = { "icmpv6.rpl.opt.config.max_rank_inc", "MaxRankInc", FT_UINT16, BASE_DEC },
    [RO_CONFIG_MIN_HOP_RANK_INC] = { "icmpv6.rpl.opt.config.min_hop_rank_inc", "MinHopRankInc", FT_UINT16, BASE_DEC },
    [RO_CONFIG_OCP] = { "icmpv6.rpl.opt.config.ocp", "OCP (Objective Code Point)", FT_UINT16, BASE_DEC },
    [RO_CONFIG_RSV] = { "icmpv6.rpl.opt.config.rsv", "Reserved", FT_UINT8, BASE_DEC },
    [RO_CONFIG_DEF_LIFETIME] = { "icmpv6.rpl.opt.config.def_lifetime", "Default Lifetime", FT_UINT8, BASE_DEC },
    [RO_CONFIG_LIFETIME_UNIT] = { "icmpv6.rpl.opt.config.lifetime_unit", "Lifetime Unit", FT_UINT16, BASE_DEC },
    [RO_TARGET_FLAG] = { "icmpv6.rpl.opt.target.flag", "Reserved", FT_NONE, .suffix = bits_suffix },
    [RO_TARGET_PREFIX_LENGTH] = { "icmpv6.rpl.opt.target.prefix_length", "Target Length", FT_UINT8, BASE_DEC },
    [RO_TARGET_PREFIX] = { "icmpv6.rpl.opt.target.prefix", "Target", FT_IPv6 },
    [RO_TRANSIT_FLAG] = { "icmpv6.rpl.opt.transit.flag", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RO_TRANSIT_E] = { "icmpv6.rpl.opt.transit.flag.e", "External", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [RO_TRANSIT_RSV] = { "icmpv6.rpl.opt.transit.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [RO_TRANSIT_PATHCTL] = { "icmpv6.rpl.opt.transit.pathctl", "Path Control", FT_UINT8, BASE_DEC },
    [RO_TRANSIT_PATHSEQ] = { "icmpv6.rpl.opt.transit.pathseq", "Path Sequence", FT_UINT8, BASE_DEC },
    [RO_TRANSIT_PATHLIFETIME] = { "icmpv6.rpl.opt.transit.pathlifetime", "Path Lifetime", FT_UINT8, BASE_DEC },
    [RO_TRANSIT_PARENT] = { "icmpv6.rpl.opt.transit.parent", "Parent Address", FT_IPv6 },
    [RO_SOLICITED_INSTANCE] = { "icmpv6.rpl.opt.solicited.instance", "Instance", FT_UINT8, BASE_DEC },
    [RO_SOLICITED_FLAG] = { "icmpv6.rpl.opt.solicited.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RO_SOLICITED_V] = { "icmpv6.rpl.opt.solicited.flag.v", "Version predicate", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [RO_SOLICITED_I] = { "icmpv6.rpl.opt.solicited.flag.i", "InstanceID predicate", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [RO_SOLICITED_D] = { "icmpv6.rpl.opt.solicited.flag.d", "DODAGID predicate", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [RO_SOLICITED_RSV] = { "icmpv6.rpl.opt.solicited.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [RO_SOLICITED_DODAGID] = { "icmpv6.rpl.opt.solicited.dodagid", "DODAGID", FT_IPv6 },
    [RO_SOLICITED_VERSION] = { "icmpv6.rpl.opt.solicited.version", "Version", FT_UINT8, BASE_DEC },
    [RO_PREFIX_LENGTH] = { "icmpv6.rpl.opt.prefix.length", "Prefix Length", FT_UINT8, BASE_DEC },
    [RO_PREFIX_FLAG] = { "icmpv6.rpl.opt.prefix.flag", "Flag", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [RO_PREFIX_L] = { "icmpv6.rpl.opt.prefix.flag.l", "On Link", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_set },
    [RO_PREFIX_A] = { "icmpv6.rpl.opt.config.flag.a", "Auto Address Config", FT_BOOLEAN, BITS_8, .mask = 0x40,
        .truth = &truth_set },
    [RO_PREFIX_R] = { "icmpv6.rpl.opt.config.flag.r", "Router Address", FT_BOOLEAN, BITS_8, .mask = 0x20,
        .truth = &truth_set },
    [RO_PREFIX_RSV] = { "icmpv6.rpl.opt.config.flag.rsv", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [RO_PREFIX_VALID_LIFETIME] = { "icmpv6.rpl.opt.prefix.valid_lifetime", "Valid Lifetime", FT_UINT32, BASE_DEC,
        .flags = SPECIAL, .values = &lifetimes },
    [RO_PREFIX_PREFERRED_LIFETIME] = { "icmpv6.rpl.opt.prefix.preferred_lifetime", "Preferred Lifetime",
        FT_UINT32, BASE_DEC, .flags = SPECIAL, .values = &lifetimes },
    [RO_PREFIX] = { "icmpv6.rpl.opt.prefix", "Destination Prefix", FT_IPv6 },
    [RO_TARGETDESC_DESCRIPTOR] = { "icmpv6.rpl.opt.targetdesc.descriptor", "Descriptor", FT_UINT32, BASE_HEX },
    [RD_FLAG] = { "icmpv6.rpl.opt.routediscovery.flag", "Flags", FT_NONE },
    [RD_REPLY] = { "icmpv6.rpl.opt.routediscovery.flag.reply", "Reply", FT_BOOLEAN, BITS_8, .mask = 0x80,
        .truth = &truth_yes },
    [RD_HOPBYHOP] = { "icmpv6.rpl.opt.routediscovery.flag.hopbyhop", "Hop-by-Hop", FT_BOOLEAN, BITS_8,
        .mask = 0x40, .truth = &truth_yes },
    [RD_NUMOFROUTES] = { "icmpv6.rpl.opt.routediscovery.flag.numofroutes", "Number of Routes", FT_UINT8, BASE_DEC,
        .mask = 0x30 },
    [RD_COMPR] = { "icmpv6.rpl.opt.routediscovery.flag.compr", "Compr", FT_UINT8, BASE_DEC, .mask = 0xf },
    [RD_LIFETIME] = { "icmpv6.rpl.opt.routediscovery.lifetime", "Lifetime", FT_UINT8, BASE_DEC, .mask = 0xc0,
        .suffix = discovery_suffix },
    [RD_MAXRANK] = { "icmpv6.rpl.opt.routediscovery.maxrank", "MaxRank", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [RD_NH] = { "icmpv6.rpl.opt.routediscovery.nh", "NH", FT_UINT8, BASE_DEC, .mask = 0x3f },
    [RD_TARGETADDR] = { "icmpv6.rpl.opt.routediscovery.targetaddr", "Target Address", FT_IPv6 },
    [RD_ADDR_VEC] = { "icmpv6.rpl.opt.routediscovery.addr_vec", "Address Vector", FT_NONE, .suffix = vector_suffix },
    [RD_ADDRVEC_ADDR] = { "icmpv6.rpl.opt.routediscovery.addrvec.addr", "Address", FT_IPv6 },
    [DRO_INSTANCE] = { "icmpv6.rpl.p2p.dro.instance", "RPLInstanceID", FT_UINT8, BASE_DEC },
    [DRO_VERSION] = { "icmpv6.rpl.p2p.dro.version", "Version", FT_UINT8, BASE_DEC },
    [DRO_FLAG] = { "icmpv6.rpl.p2p.dro.flag", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [DRO_STOP] = { "icmpv6.rpl.p2p.dro.flag.stop", "Stop", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &truth_yes },
    [DRO_ACK] = { "icmpv6.rpl.p2p.dro.flag.ack", "Ack", FT_BOOLEAN, BITS_16, .mask = 0x4000, .truth = &truth_yes },
    [DRO_SEQ] = { "icmpv6.rpl.p2p.dro.flag.seq", "Seq", FT_UINT16, BASE_DEC, .mask = 0x3000 },
    [DRO_RESERVED] = { "icmpv6.rpl.p2p.dro.flag.reserved", "Reserved", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [DRO_DAGID] = { "icmpv6.rpl.p2p.dro.dagid", "DODAGID", FT_IPv6 },
    [DROACK_FLAG] = { "icmpv6.rpl.p2p.droack.flag", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [DROACK_SEQ] = { "icmpv6.rpl.p2p.droack.flag.seq", "Seq", FT_UINT16, BASE_DEC, .mask = 0xc000 },
    [DROACK_RESERVED] = { "icmpv6.rpl.p2p.droack.flag.reserved", "Reserved", FT_UINT16, BASE_DEC, .mask = 0x3fff },
    [ILNP_NB_LOCS] = { "icmpv6.ilnp.nb_locs", "Num of Locs", FT_UINT8, BASE_DEC },
    [ILNP_NB_LOCATOR] = { "icmpv6.ilnp.nb_locator", "Locator", FT_UINT64, BASE_HEX },
    [ILNP_NB_PREFERENCE] = { "icmpv6.ilnp.nb_preference", "Preference", FT_UINT32, BASE_DEC },
    [ILNP_NB_LIFETIME] = { "icmpv6.ilnp.nb_lifetime", "Lifetime", FT_UINT32, BASE_DEC },
    [DA_STATUS] = { "icmpv6.6lowpannd.da.status", "Status", FT_UINT8, BASE_DEC, .values = &icmpv6_aro_states },
    [DA_RSV] = { "icmpv6.6lowpannd.da.rsv", "Reserved", FT_UINT8, BASE_DEC },
    [DA_LIFETIME] = { "icmpv6.6lowpannd.da.lifetime", "Lifetime", FT_UINT16, BASE_DEC },
    [DA_EUI64] = { "icmpv6.6lowpannd.da.eui64", "EUI-64", FT_EUI64 },
    [DA_REG_ADDR] = { "icmpv6.6lowpannd.da.reg_addr", "Registered Address", FT_IPv6 },
    [EXT_SEQ] = { "icmpv6.ext.echo.seq", "Sequence number", FT_UINT8, BASE_DEC_HEX },
    [EXT_REQ_RES] = { "icmpv6.ext.echo.req.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [EXT_REQ_LOCAL] = { "icmpv6.ext.echo.req.local", "Local bit", FT_BOOLEAN, BITS_8, .mask = 0x1,
        .truth = &truth_set },
    [EXT_RSP_STATE] = { "icmpv6.ext.echo.rsp.state", "State", FT_UINT8, BASE_DEC, .mask = 0xe0,
        .values = &neighbor_states },
    [EXT_RSP_RES] = { "icmpv6.ext.echo.rsp.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x18 },
    [EXT_RSP_ACTIVE] = { "icmpv6.ext.echo.rsp.active", "Active bit", FT_BOOLEAN, BITS_8, .mask = 0x4,
        .truth = &truth_set },
    [EXT_RSP_IPV4] = { "icmpv6.ext.echo.rsp.ipv4", "IPv4 bit", FT_BOOLEAN, BITS_8, .mask = 0x2, .truth = &truth_set },
    [EXT_RSP_IPV6] = { "icmpv6.ext.echo.rsp.ipv6", "IPv6 bit", FT_BOOLEAN, BITS_8, .mask = 0x1, .truth = &truth_set },
    [RESP_IN] = { "icmpv6.resp_in", "Response In", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [NO_RESP] = { "icmpv6.no_resp", "No response seen", FT_NONE, .flags = GENERATED | LINKED },
    [RESP_TO] = { "icmpv6.resp_to", "Response To", FT_FRAMENUM, .flags = GENERATED },
    [RESPTIME] = { "icmpv6.resptime", "Response Time", FT_DOUBLE, .flags = GENERATED, .label_fn = resptime_label },
    [MPL_INFO] = { "", "MPL Seed Info", FT_NONE, .suffix = seed_suffix },
    [MPL_MIN_SEQUENCE] = { "icmpv6.mpl.seed_info.min_sequence", "MinSequence", FT_UINT8, BASE_DEC },
    [MPL_BM_LEN] = { "icmpv6.mpl.seed_info.bm_len", "Buffered Messages Length", FT_UINT8, BASE_DEC, .mask = 0xfc },
    [MPL_S] = { "icmpv6.mpl.seed_info.s", "Seed ID Length", FT_UINT8, BASE_DEC, .mask = 0x3, .values = &seed_lengths },
    [MPL_SEED_ID] = { "icmpv6.mpl.seed_info.seed_id", "Seed ID", FT_STRING, .text = seed_text },
    [MPL_MESSAGES] = { "", "Buffered Messages", FT_NONE },
    [MPL_SEQUENCE] = { "icmpv6.mpl.seed_info.sequence", "Sequence", FT_UINT8, BASE_DEC },
};
