/* icmp_fields.c - the rows of ICMP and their labels. */
#include "protocols/internet/icmp_rows.h"

#include "protocols/internet/checksum.h"

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

const char *icmp_type_text(uint32_t type, uint32_t code)
{
    if (type == ROUTER_ADVERT && (code == 0 || code == 16))
        return "Mobile IP Advertisement";
    return values_or(&types, type, "Unknown ICMP (obsolete or malformed?)");
}

void sb_icmp_code(struct strbuf *sb, uint32_t type, uint32_t code)
{
    const char *name = values_find(codes[type], code);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown code: %u", code);
}

bool icmp_has_codes(uint32_t type) { return type < ARRAY_LEN(codes) && codes[type] != NULL; }

static void type_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = node_bytes(d, n, 0, 2);
    sb_printf(sb, " (%s)", icmp_type_text((uint32_t)n->v.u, h != NULL ? h[1] : 0));
}

static void code_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = annotation(d, n);
    if (type == NULL)
        return;
    sb_str(sb, " (");
    sb_icmp_code(sb, *type, (uint32_t)n->v.u);
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

/* Milliseconds since midnight, the top bit: not quite (RFC 792).  Some hosts have sent them the other way round: what is
   past a day as it stands, but not when turned, is turned. */
static void midnight_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    enum { DAY_MS = 86400000 };
    (void)d;
    sb_str(sb, " (");
    uint32_t ms = (uint32_t)n->v.u & 0x7fffffff, turned = __builtin_bswap32((uint32_t)n->v.u) & 0x7fffffff;
    sb_duration_ms(sb, ms >= DAY_MS && turned < DAY_MS ? turned : ms);
    sb_str(sb, " after midnight UTC)");
}

static void resptime_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Response time: %.3f ms", n->v.f);
}

SHARED_VALUES(icmp_mip_types,
    { 0, "One byte padding extension" }, { 16, "Mobility Agent Advertisement Extension" },
    { 19, "Prefix Lengths Extension" }, { 24, "Challenge Extension" });
VALUES(object_classes,
    { 1, "MPLS Label Stack Class" }, { 2, "Interface Information Object" },
    { 3, "Interface Identification Object" });
VALUES(roles,
    { 0, "IP interface upon which datagram arrived" },
    { 1, "sub-IP component of an IP interface upon which datagram arrived" },
    { 2, "IP interface through which datagram would be forwarded" },
    { 3, "IP next-hop to which datagram would be forwarded" });
VALUES(address_families,
    { 0, "Reserved" }, { 1, "IPv4" }, { 2, "IPv6" }, { 3, "NSAP" }, { 4, "HDLC (8-bit multidrop)" },
    { 5, "BBN 1822" }, { 6, "802 (includes all 802 media plus Ethernet)" }, { 7, "E.163" },
    { 8, "E.164 (SMDS, Frame Relay, ATM)" }, { 9, "F.69 (Telex)" }, { 10, "X.121 (X.25, Frame Relay)" },
    { 11, "IPX" }, { 12, "Appletalk" }, { 13, "Decnet IV" }, { 14, "Banyan Vines" },
    { 15, "E.164 with NSAP subaddress" }, { 16, "DNS (Domain Name System)" }, { 17, "Distinguished Name" },
    { 18, "AS Number" }, { 19, "XTP over IP version 4" }, { 20, "XTP over IP version 6" },
    { 21, "XTP native mode XTP" }, { 22, "Fibre Channel World-Wide Port Name" },
    { 23, "Fibre Channel World-Wide Node Name" }, { 24, "GWID" }, { 25, "Layer-2 VPN" },
    { 26, "MPLS-TP Section Endpoint Identifier" }, { 27, "MPLS-TP LSP Endpoint Identifier" },
    { 28, "MPLS-TP Pseudowire Endpoint Identifier" }, { 29, "MT IP: Multi-Topology IP version 4" },
    { 30, "MT IPv6: Multi-Topology IP version 6" }, { 196, "Layer-2 VPN (old)" },
    { 16384, "EIGRP Common Service Family" }, { 16385, "EIGRP IPv4 Service Family" },
    { 16386, "EIGRP IPv6 Service Family" }, { 16387, "LISP Canonical Address Format (LCAF)" }, { 16388, "BGP-LS" },
    { 16389, "48-bit MAC Address" }, { 16390, "64-bit MAC Address" }, { 16391, "OUI" }, { 16392, "MAC/24" },
    { 16393, "MAC/40" }, { 16394, "IPv6/64" }, { 16395, "RBridge Port ID" }, { 16396, "TRILL Nickname" },
    { 65535, "Reserved" });

static void extensions_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->len >= 4 ? node_bytes(d, n, 0, 4) : NULL;
    sb_str(sb, "ICMP Multi-Part Extensions");
    if (p != NULL && p[0] >> 4 != 1 && p[0] >> 4 != 2)
        sb_str(sb, " (unsupported version)");
}

/* RFC 4884 section 7: 0 means that there is none. */
static void ext_checksum_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (n->v.u == 0) {
        sb_str(sb, "Checksum: [missing]");
        return;
    }
    sb_printf(sb, "Checksum: 0x%04x", (unsigned)n->v.u);
    checksum_suffix(sb, d, n);
}

static void mip_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    for (unsigned row = MIP_R; row <= MIP_X; row++)
        if (n->v.u & icmp_fields[row].mask)
            sb_printf(sb, ", %s", icmp_fields[row].label);
}

const struct field icmp_fields[ICMP_ROWS] = {
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
    [NO_RESP] = { "icmp.no_resp", "No response seen", FT_NONE, .flags = GENERATED | LINKED },
    [RESP_TO] = { "icmp.resp_to", "Request frame", FT_FRAMENUM, .flags = GENERATED },
    [RESPTIME] = { "icmp.resptime", "Response time", FT_DOUBLE, .flags = GENERATED, .label_fn = resptime_label },
    [LENGTH] = { "icmp.length", "Length", FT_UINT8, BASE_DEC },
    [ORIGINAL_LENGTH] = { "icmp.length.original_datagram", "Length of original datagram", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [ECHO_SEQ] = { "icmp.ext.echo.seq", "Sequence Number", FT_UINT8, BASE_DEC_HEX },
    [ECHO_RESERVED] = { "icmp.ext.echo.req.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [ECHO_LOCAL] = { "icmp.ext.echo.req.local", "Local bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &truth_set },
    [ECHO_STATE] = { "icmp.ext.echo.rsp.state", "State", FT_UINT8, BASE_DEC, .mask = 0xe0, .values = &neighbor_states },
    [ECHO_RESERVED2] = { "icmp.ext.echo.rsp.res", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x18 },
    [ECHO_ACTIVE] = { "icmp.ext.echo.rsp.active", "Active bit", FT_BOOLEAN, BITS_8, .mask = 4, .truth = &truth_set },
    [ECHO_IPV4] = { "icmp.ext.echo.rsp.ipv4", "IPv4 bit", FT_BOOLEAN, BITS_8, .mask = 2, .truth = &truth_set },
    [ECHO_IPV6] = { "icmp.ext.echo.rsp.ipv6", "IPv6 bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &truth_set },
    [DATA_TIME] = { "icmp.data_time", "Timestamp from icmp data", FT_ABSOLUTE_TIME, BASE_LOCAL },
    [DATA_TIME_RELATIVE] = { "icmp.data_time_relative", "Timestamp from icmp data (relative)", FT_RELATIVE_TIME, .flags = GENERATED },
    [RESERVED] = { "icmp.reserved", "Reserved", FT_BYTES },
    [MIP_EXT] = { "", "Ext", FT_NONE, .label_fn = icmp_mobile_label },
    [MIP_TYPE] = { "icmp.mip.type", "Extension Type", FT_UINT8, BASE_DEC, .values = &icmp_mip_types },
    [MIP_LENGTH] = { "icmp.mip.length", "Length", FT_UINT8, BASE_DEC },
    [MIP_PREFIX] = { "icmp.mip.prefixlength", "Prefix Length", FT_UINT8, BASE_DEC },
    [MIP_SEQ] = { "icmp.mip.seq", "Sequence Number", FT_UINT16, BASE_DEC },
    [MIP_LIFE] = { "icmp.mip.life", "Registration Lifetime", FT_UINT16, BASE_DEC },
    [MIP_FLAGS] = { "icmp.mip.flags", "Flags", FT_UINT16, BASE_HEX, .suffix = mip_flags_suffix },
    [MIP_R] = { "icmp.mip.r", "Registration Required", FT_BOOLEAN, BITS_16, .mask = 0x8000 },
    [MIP_B] = { "icmp.mip.b", "Busy", FT_BOOLEAN, BITS_16, .mask = 0x4000 },
    [MIP_H] = { "icmp.mip.h", "Home Agent", FT_BOOLEAN, BITS_16, .mask = 0x2000 },
    [MIP_F] = { "icmp.mip.f", "Foreign Agent", FT_BOOLEAN, BITS_16, .mask = 0x1000 },
    [MIP_M] = { "icmp.mip.m", "Minimal Encapsulation", FT_BOOLEAN, BITS_16, .mask = 0x0800 },
    [MIP_G] = { "icmp.mip.g", "GRE", FT_BOOLEAN, BITS_16, .mask = 0x0400 },
    [MIP_V] = { "icmp.mip.v", "VJ Comp", FT_BOOLEAN, BITS_16, .mask = 0x0200 },
    [MIP_RT] = { "icmp.mip.rt", "Reverse tunneling", FT_BOOLEAN, BITS_16, .mask = 0x0100 },
    [MIP_U] = { "icmp.mip.u", "UDP tunneling", FT_BOOLEAN, BITS_16, .mask = 0x0080 },
    [MIP_X] = { "icmp.mip.x", "Revocation support", FT_BOOLEAN, BITS_16, .mask = 0x0040 },
    [MIP_RESERVED] = { "icmp.mip.reserved", "Reserved", FT_UINT16, BASE_HEX, .mask = 0x003f },
    [MIP_COA] = { "icmp.mip.coa", "Care-Of-Address", FT_IPv4 },
    [MIP_CHALLENGE] = { "icmp.mip.challenge", "Challenge", FT_BYTES },
    [MIP_CONTENT] = { "icmp.mip.content", "Content", FT_BYTES },
    [EXT] = { "icmp.ext", "ICMP Extensions", FT_NONE, .label_fn = extensions_label },
    [EXT_VERSION] = { "icmp.ext.version", "Version", FT_UINT8, BASE_DEC },
    [EXT_RESERVED] = { "icmp.ext.res", "Reserved", FT_UINT16, BASE_HEX, .mask = 0x0fff },
    [EXT_CHECKSUM] = { "icmp.ext.checksum", "Checksum", FT_UINT16, BASE_HEX, .label_fn = ext_checksum_label },
    [EXT_STATUS] = { "icmp.ext.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [EXT_OBJECT] = { "", "Object", FT_NONE, .label_fn = icmp_object_label },
    [EXT_LENGTH] = { "icmp.ext.length", "Length", FT_UINT16, BASE_DEC },
    [EXT_CLASS] = { "icmp.ext.class", "Class", FT_UINT8, BASE_DEC, .values = &object_classes },
    [EXT_CTYPE] = { "icmp.ext.ctype", "C-Type", FT_UINT8, BASE_DEC },
    [EXT_CTYPE_NAMED] = { "icmp.ext.ctype", "C-Type", FT_UINT8, BASE_DEC, .suffix = icmp_identification_suffix },
    [EXT_DATA] = { "icmp.ext.data", "Data", FT_BYTES },
    [MPLS_ENTRY] = { "", "MPLS", FT_NONE, .label_fn = icmp_mpls_label },
    [MPLS_LABEL] = { "icmp.mpls.label", "Label", FT_UINT24, BASE_DEC, .mask = 0xfffff0 },
    [MPLS_EXP] = { "icmp.mpls.exp", "Experimental", FT_UINT24, BASE_DEC, .mask = 0x00000e },
    [MPLS_S] = { "icmp.mpls.s", "Stack bit", FT_BOOLEAN, BITS_24, .mask = 0x000001, .truth = &truth_set },
    [MPLS_TTL] = { "icmp.mpls.ttl", "Time to live", FT_UINT8, BASE_DEC },
    [MPLS_DATA] = { "icmp.mpls.data", "Data", FT_BYTES },
    [INFO_CTYPE] = { "icmp.ext.ctype", "C-Type", FT_UINT8, BASE_DEC, .suffix = icmp_info_suffix },
    [INFO_ROLE] = { "icmp.int_info.role", "Interface Role", FT_UINT8, BASE_DEC, .mask = 0xc0, .values = &roles },
    [INFO_RESERVED] = { "icmp.int_info.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x30 },
    [INFO_IFINDEX] = { "icmp.int_info.ifindex", "ifIndex", FT_BOOLEAN, BITS_8, .mask = 0x08 },
    [INFO_IPADDR] = { "icmp.int_info.ipaddr", "IP Address", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_present },
    [INFO_NAME_PRESENT] = { "icmp.int_info.name_present", "Interface Name", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_present },
    [INFO_MTU_PRESENT] = { "icmp.int_info.mtu_present", "MTU", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_present },
    [INFO_INDEX] = { "icmp.int_info.index", "Interface Index", FT_UINT32, BASE_DEC },
    [INFO_ADDRESS] = { "", "IP Address Sub-Object", FT_NONE },
    [INFO_AFI] = { "icmp.int_info.afi", "Address Family Identifier", FT_UINT16, BASE_DEC },
    [INFO_IPV4] = { "icmp.int_info.ipv4", "Source", FT_IPv4 },
    [INFO_IPV6] = { "icmp.int_info.ipv6", "Source", FT_IPv6 },
    [INFO_UNKNOWN] = { "icmp.int_info.ipunknown", "Source", FT_BYTES },
    [INFO_NAME] = { "", "Interface Name Sub-Object", FT_NONE },
    [INFO_NAME_LENGTH] = { "icmp.int_info.name_length", "Name Length", FT_UINT8, BASE_DEC },
    [INFO_NAME_TEXT] = { "icmp.int_info.name", "Name", FT_STRING },
    [INFO_MTU] = { "icmp.int_info.mtu", "Maximum Transmission Unit", FT_UINT32, BASE_DEC },
    [ID_NAME] = { "icmp.int_ident.name", "Name", FT_STRING },
    [ID_INDEX] = { "icmp.int_ident.index", "Interface Index", FT_UINT32, BASE_DEC },
    [ID_AFI] = { "icmp.int_ident.afi", "Address Family Identifier", FT_UINT16, BASE_DEC, .values = &address_families },
    [ID_LENGTH] = { "icmp.int_ident.addr_length", "Address Length", FT_UINT8, BASE_DEC },
    [ID_RESERVED] = { "icmp.int_ident.reserved", "Reserved", FT_BYTES },
    [ID_IPV4] = { "icmp.int_ident.ipv4", "Address", FT_IPv4 },
    [ID_IPV6] = { "icmp.int_ident.ipv6", "Address", FT_IPv6 },
    [ID_ADDRESS] = { "icmp.int_ident.address", "Address", FT_BYTES },
};
