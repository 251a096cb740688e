/* ipcp.c - PPP's control protocols for IP: IPCP (RFC 1332, 1877, 2290) and IPV6CP (RFC 5072). */
#include "protocols/link/ppp_control.h"

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(compressions, { 0x3, "Robust Header Compression (ROHC)" }, { 0x2d, "VJ compression" }, { 0x37, "VJ compression (RFC1172-typo)" },
       { 0x61, "IPHC compression" });
static const struct truth slot_id = { "The slot identifier may be compressed",
                                      "The slot identifier must not be compressed" };

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }

/* --- IPCP ------------------------------------------------------------------------------------- */

enum { O_ADDRESSES = CP_OWN, O_COMPRESSION, O_ADDRESS, O_MOBILE, O_DNS_1, O_NBNS_1, O_DNS_2, O_NBNS_2, SRC, DST, PROTOCOL_, DATA,
       SLOTS, SLOT_ID, TCP_SPACE, OTHER_SPACE, PERIOD, TIME, HEADER_MAX, CONTEXTS, MRRU, SUB_RTP, SUB_ENHANCED, SUB_NEGOTIATED, IPHC_TYPE, IPHC_LENGTH, IPHC_PARAMETER, SUB_PROFILES, ROHC_TYPE, ROHC_LENGTH,
       ROHC_PROFILE, ADDRESS, MOBILE, DNS_1, NBNS_1, DNS_2,
       NBNS_2 };
enum { ROHC = 3, VJ = 0x2d, VJ_TYPO = 0x37, IPHC = 0x61 };

VALUES(types, { 1, "IP Addresses (deprecated)" }, { 2, "IP Compression Protocol" }, { 3, "IP Address" },
       { 4, "Mobile Node's Home IP Address" }, { 129, "Primary DNS Server IP Address" }, { 130, "Primary NBNS Server IP Address" },
       { 131, "Secondary DNS Server IP Address" }, { 132, "Secondary NBNS Server IP Address" });

VALUES(iphc_types, { 1, "RTP compression (RFC2508)" }, { 2, "Enhanced RTP compression (RFC3545)" },
       { 3, "Negotiating header compression (RFC3545)" });
VALUES(iphc_parameters, { 1, "The number of contexts for TCP Space is 0" }, { 2, "The number of contexts for Non TCP Space is 0" });
VALUES(rohc_types, { 1, "Profiles (RFC3241)" });
VALUES(rohc_profiles, { 0, "ROHC uncompressed -- no compression" }, { 2, "ROHC UDP -- non-RTP UDP/IP compression" },
       { 3, "ROHC ESP -- ESP/IP compression" });

static const struct field fields[] = {
    CP_ROWS("ipcp", "PPP IP Control Protocol", "ipcp", &codes, &types),
    [O_ADDRESSES] = OPTION("ipcp.opt.addrs", "IP Addresses (deprecated)"),
    [O_COMPRESSION] = OPTION("ipcp.opt.compress", "IP Compression Protocol"),
    [O_ADDRESS] = OPTION("ipcp.opt.addr", "IP Address"),
    [O_MOBILE] = OPTION("ipcp.opt.mobileipv4", "Mobile Node's Home IP Address"),
    [O_DNS_1] = OPTION("ipcp.opt.pri_dns", "Primary DNS Server IP Address"),
    [O_NBNS_1] = OPTION("ipcp.opt.pri_nbns", "Primary NBNS Server IP Address"),
    [O_DNS_2] = OPTION("ipcp.opt.sec_dns", "Secondary DNS Server IP Address"),
    [O_NBNS_2] = OPTION("ipcp.opt.sec_nbns", "Secondary NBNS Server IP Address"),
    [SRC] = { "ipcp.opt.src_address", "Source IP Address", FT_IPv4 },
    [DST] = { "ipcp.opt.dst_address", "Destination IP Address", FT_IPv4 },
    [PROTOCOL_] = { "ipcp.opt.compress_proto", "IP Compression Protocol", FT_UINT16, BASE_HEX, .values = &compressions },
    [DATA] = { "ipcp.data", "Data", FT_BYTES },
    [SLOTS] = { "ipcp.opt.max_slot_id", "Max Slot ID", FT_UINT8, BASE_DEC },
    [SLOT_ID] = { "ipcp.opt.comp_slot_id", "Comp Slot ID", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &slot_id },
    [TCP_SPACE] = { "ipcp.opt.tcp_space", "TCP Space", FT_UINT16, BASE_DEC },
    [OTHER_SPACE] = { "ipcp.opt.non_tcp_space", "Non TCP Space", FT_UINT16, BASE_DEC },
    [PERIOD] = { "ipcp.opt.f_max_period", "F Max Period", FT_UINT16, BASE_DEC },
    [TIME] = { "ipcp.opt.f_max_time", "F Max Time", FT_UINT16, BASE_DEC },
    [HEADER_MAX] = { "ipcp.opt.max_header", "Max Header", FT_UINT16, BASE_DEC },
    [CONTEXTS] = { "ipcp.opt.max_cid", "Max CID", FT_UINT16, BASE_DEC },
    [MRRU] = { "ipcp.opt.mrru", "MRRU", FT_UINT16, BASE_DEC },
    [SUB_RTP] = OPTION("ipcp.opt.iphc.rtp_compress", "RTP compression (RFC2508)"),
    [SUB_ENHANCED] = OPTION("ipcp.opt.iphc.enhanced_rtp_compress", "Enhanced RTP compression (RFC3545)"),
    [SUB_NEGOTIATED] = OPTION("ipcp.opt.iphc.neghdrcomp", "Negotiating header compression (RFC3545)"),
    [IPHC_TYPE] = { "ipcp.opt.iphc.type", "Type", FT_UINT8, BASE_DEC, .values = &iphc_types },
    [IPHC_LENGTH] = { "ipcp.opt.iphc.length", "Length", FT_UINT8, BASE_DEC },
    [IPHC_PARAMETER] = { "ipcp.opt.iphc.param", "Parameter", FT_UINT8, BASE_DEC, .values = &iphc_parameters },
    [SUB_PROFILES] = OPTION("ipcp.opt.rohc.profile_bytes", "Profiles (RFC3241)"),
    [ROHC_TYPE] = { "ipcp.opt.rohc.type", "Type", FT_UINT8, BASE_DEC, .values = &rohc_types },
    [ROHC_LENGTH] = { "ipcp.opt.rohc.length", "Length", FT_UINT8, BASE_DEC },
    [ROHC_PROFILE] = { "ipcp.opt.rohc.profile", "Profile", FT_UINT16, BASE_HEX, .values = &rohc_profiles },
    [ADDRESS] = { "ipcp.opt.ip_address", "IP Address", FT_IPv4 },
    [MOBILE] = { "ipcp.opt.mobilenodehomeaddress", "Mobile Node's Home Address", FT_IPv4 },
    [DNS_1] = { "ipcp.opt.pri_dns_address", "Primary DNS Address", FT_IPv4 },
    [NBNS_1] = { "ipcp.opt.pri_nbns_address", "Primary NBNS Address", FT_IPv4 },
    [DNS_2] = { "ipcp.opt.sec_dns_address", "Secondary DNS Address", FT_IPv4 },
    [NBNS_2] = { "ipcp.opt.sec_nbns_address", "Secondary NBNS Address", FT_IPv4 },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void addresses(struct dissect *d, struct cursor c)
{
    emit_at(d, c, SRC, 2, 4);
    emit_at(d, c, DST, 6, 4);
}

static void parameter(struct dissect *d, struct cursor c) { emit_at(d, c, IPHC_PARAMETER, 2, 1); }
static void profiles(struct dissect *d, struct cursor c)
{
    for (cursor_skip(&c, 2); more(d, &c);)
        add_uint(d, &c, ROHC_PROFILE, 2);
}

/* RFC 2509 and 3544 section 2.2, RFC 3241 section 2.2: options within the option. */
static const struct ppp_option iphc_options[] = {
    { 1, 2, false, SUB_RTP, "RTP compression (RFC2508)", NULL },
    { 2, 2, false, SUB_ENHANCED, "Enhanced RTP compression (RFC3545)", NULL },
    { 3, 3, false, SUB_NEGOTIATED, "Negotiating header compression (RFC3545)", parameter },
};
static const struct ppp_option rohc_options[] = { { 1, 2, true, SUB_PROFILES, "Profiles (RFC3241)", profiles } };
static const struct ppp_control iphc_suboptions = {
    .options = iphc_options, .n_options = ARRAY_LEN(iphc_options), .heading = "Suboptions:", .type_row = IPHC_TYPE,
    .length_row = IPHC_LENGTH
};
static const struct ppp_control rohc_suboptions = {
    .options = rohc_options, .n_options = ARRAY_LEN(rohc_options), .heading = "Suboptions:", .type_row = ROHC_TYPE,
    .length_row = ROHC_LENGTH
};

static void compression(struct dissect *d, struct cursor c)
{
    uint32_t protocol = get16(d, c, 2);
    emit_at(d, c, PROTOCOL_, 2, 2);
    if (protocol == VJ || protocol == VJ_TYPO) {
        emit_at(d, c, SLOTS, 4, 1);
        emit_at(d, c, SLOT_ID, 5, 1);
    } else if (protocol == IPHC) {
        for (unsigned i = 0; i < 5; i++)
            emit_at(d, c, TCP_SPACE + i, 4 + 2 * i, 2);
        if (c.wire > 14)
            ppp_options(d, cursor_at(c, 14), &iphc_suboptions);
    } else if (protocol == ROHC) {
        emit_at(d, c, CONTEXTS, 4, 2);
        emit_at(d, c, MRRU, 6, 2);
        emit_at(d, c, HEADER_MAX, 8, 2);
        if (c.wire > 10)
            ppp_options(d, cursor_at(c, 10), &rohc_suboptions);
    } else if (c.wire > 4) {
        emit_at(d, c, DATA, 4, c.wire - 4);
    }
}

static void address(struct dissect *d, struct cursor c) { emit_at(d, c, ADDRESS, 2, 4); }
static void mobile(struct dissect *d, struct cursor c) { emit_at(d, c, MOBILE, 2, 4); }
static void dns_1(struct dissect *d, struct cursor c) { emit_at(d, c, DNS_1, 2, 4); }
static void nbns_1(struct dissect *d, struct cursor c) { emit_at(d, c, NBNS_1, 2, 4); }
static void dns_2(struct dissect *d, struct cursor c) { emit_at(d, c, DNS_2, 2, 4); }
static void nbns_2(struct dissect *d, struct cursor c) { emit_at(d, c, NBNS_2, 2, 4); }

static const struct ppp_option options[] = {
    { 1, 10, false, O_ADDRESSES, "IP Addresses (deprecated)", addresses },
    { 2, 4, true, O_COMPRESSION, "IP Compression Protocol", compression },
    { 3, 6, false, O_ADDRESS, "IP Address", address },
    { 4, 6, false, O_MOBILE, "Mobile Node's Home IP Address", mobile },
    { 129, 6, false, O_DNS_1, "Primary DNS Server IP Address", dns_1 },
    { 130, 6, false, O_NBNS_1, "Primary NBNS Server IP Address", nbns_1 },
    { 131, 6, false, O_DNS_2, "Secondary DNS Server IP Address", dns_2 },
    { 132, 6, false, O_NBNS_2, "Secondary NBNS Server IP Address", nbns_2 },
};
static const struct ppp_control control = { "PPP IPCP", &codes, options, ARRAY_LEN(options) };

static struct verdict ipcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x8021 } };

PROTOCOL(ipcp,
    .name = "ipcp", .short_name = "PPP IPCP", .long_name = "PPP IP Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = ipcp_run
);
