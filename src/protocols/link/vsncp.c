/* vsncp.c - PPP's control protocol of vendors, RFC 3772, with what 3GPP2 X.S0057 made of it: networks that a mobile
   terminal attaches to. */
#include "protocols/link/ppp_control.h"

enum { O_PDN = CP_OWN, O_APN, O_PDN_TYPE, O_PDN_ADDRESS, O_PCO, O_ERROR, O_ATTACH, O_ROUTER, O_CAUSE, O_AMBR, O_HSGW, CODE,
       IDENTIFIER, LENGTH, PDN, LABEL, PDN_TYPE, IPV4, IPV6, BOTH_6, BOTH_4, PROTOCOL_ID, PCO_LENGTH, PCO_DATA, ERROR, ATTACH, ROUTER, CAUSE,
       AMBR, HSGW };

VALUES(codes, { 0, "Vendor Specific" }, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" },
       { 4, "Configuration Reject" }, { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(types, { 1, "PDN Identifier" }, { 2, "Access Point Name" }, { 3, "PDN Type" }, { 4, "PDN Address" },
       { 5, "Protocol Configuration Options" }, { 6, "Error Code" }, { 7, "Attach Type" }, { 8, "IPv4 Default Router Address" },
       { 9, "Address Allocation Cause" }, { 10, "APN Aggregate Maximum Bit Rate(APN-AMBR)" },
       { 11, "IPv6 HSGW Link Local Address IID" });
VALUES(pdn_types, { 0, "Initial Request by UE" }, { 1, "IPv4" }, { 2, "IPv6" }, { 3, "IPv6/IPv4" });
VALUES(protocols, { 0x1, "P-CSCF Address Request (IPv6)" }, { 0x3, "DNS Server Address (IPv6)" },
       { 0x5, "MS Support of Network Requested Bearer Control indicator" }, { 0xa, "IP address allocation via NAS signalling" },
       { 0xb, "IPv4 address allocation via DHCPv4" }, { 0xd, "DNS Server IPv4 Address Request" },
       { 0x8021, "IPCP (DNS Address Request)" });
VALUES(errors, { 0, "General Error" }, { 1, "Unauthorized APN" }, { 2, "PDN Limit Exceeded" }, { 3, "NO PG-W Available" },
       { 4, "P-GW Unreachable" }, { 5, "P-GW Reject" }, { 6, "Insufficient Parameters" }, { 7, "Resource Unavailable" },
       { 8, "Admin Prohibited" }, { 9, "PDN-ID Already in Use" }, { 10, "Subscription Limitation" },
       { 11, "PDN connection already exists for APN" }, { 12, "Emergency services not supported" },
       { 13, "Reconnect to this APN not allowed" }, { 14, "APN congested" });
VALUES(attach_types, { 1, "Initial Attach" }, { 3, "Handover Attach" });
VALUES(causes, { 0, "Null Value (Attach or Handover)" }, { 0x12, "New PDN type due to network preference" }, { 0xff, "Success" });

/* "Label1 (3 bytes): ims": which label of the name it is stands in the node's argument. */
static void label_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *which = annotation(d, n);
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_printf(sb, "Label%u (%u byte%s): ", which != NULL ? *which : 0, n->len, n->len == 1 ? "" : "s");
    if (p != NULL)
        sb_escaped(sb, p, n->len);
}

static void info_code(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&codes, *(const uint8_t *)arg, "Unknown"));
}

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }
static const struct field fields[] = {
    CP_ROWS("vsncp", "Vendor Specific Control Protocol", "vsncp", NULL, &types),
    [O_PDN] = OPTION("vsncp.opt.pdnid", "PDN Identifier"),
    [O_APN] = OPTION("vsncp.opt.apname", "Access Point Name"),
    [O_PDN_TYPE] = OPTION("vsncp.opt.pdntype", "PDN Type"),
    [O_PDN_ADDRESS] = OPTION("vsncp.opt.pdnaddress", "PDN Address"),
    [O_PCO] = OPTION("vsncp.opt.pco", "Protocol Configuration Options"),
    [O_ERROR] = OPTION("vsncp.opt.errorcode", "Error Code"),
    [O_ATTACH] = OPTION("vsncp.opt.attachtype", "Attach Type"),
    [O_ROUTER] = OPTION("vsncp.opt.ipv4address", "IPv4 Default Router Address"),
    [O_CAUSE] = OPTION("vsncp.opt.addressalloc", "Address Allocation Cause"),
    [O_AMBR] = OPTION("vsncp.opt.apn_ambr", "APN Aggregate Maximum Bit Rate(APN-AMBR)"),
    [O_HSGW] = OPTION("vsncp.opt.ipv6_hsgw_lla_iid", "IPv6 HSGW Link Local Address IID"),
    [CODE] = { "vsncp.code", "Code", FT_UINT8, BASE_HEX, .values = &codes },
    [IDENTIFIER] = { "vsncp.identifier", "Identifier", FT_UINT8, BASE_HEX },
    [LENGTH] = { "vsncp.length", "Length", FT_UINT16, BASE_DEC },
    [PDN] = { "vsncp.pdn_identifier", "PDN Identifier", FT_UINT8, BASE_HEX },
    [LABEL] = { "vsncp.access_point_name", "Access Point Name Label", FT_STRING, .label_fn = label_line },
    [PDN_TYPE] = { "vsncp.pdn_type", "PDN Type", FT_UINT8, BASE_HEX, .values = &pdn_types },
    [IPV4] = { "vsncp.pdn_ipv4", "IPv4", FT_IPv4 },
    [IPV6] = { "vsncp.pdn_ipv6", "IPv6", FT_IPv6 },
    [BOTH_6] = { "vsncp.pdn_ipv6", "IPv6/IPv4", FT_IPv6 },
    [BOTH_4] = { "vsncp.pdn_ipv4", "IPv6/IPv4", FT_IPv4 },
    [PROTOCOL_ID] = { "vsncp.protocol", "Protocol", FT_UINT16, BASE_HEX, .values = &protocols },
    [PCO_LENGTH] = { "vsncp.protocol_configuration_length", "Length", FT_UINT8, BASE_HEX },
    [PCO_DATA] = { "vsncp.protocol_configuration_data", "Data", FT_BYTES },
    [ERROR] = { "vsncp.error_code", "Error Code", FT_UINT8, BASE_HEX, .values = &errors },
    [ATTACH] = { "vsncp.attach_type", "Attach Type", FT_UINT8, BASE_HEX, .values = &attach_types },
    [ROUTER] = { "vsncp.default_router_address", "IPv4 Default Router Address", FT_IPv4 },
    [CAUSE] = { "vsncp.address_allocation_cause", "Address Allocation Cause", FT_UINT8, BASE_HEX, .values = &causes },
    [AMBR] = { "vsncp.ambr_data", "AMBR Data", FT_BYTES },
    [HSGW] = { "vsncp.ipv6_interface_identifier", "IPv6 interface identifier", FT_BYTES },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void pdn(struct dissect *d, struct cursor c) { emit_at(d, c, PDN, 2, 1); }

static void name(struct dissect *d, struct cursor c)
{
    cursor_skip(&c, 2);
    for (uint32_t i = 1; more(d, &c); i++) {
        uint32_t len = get8(d, c, 0);
        annotate(d, emit_at(d, c, LABEL, 1, len), packet_copy(d, &i, sizeof i));
        cursor_skip(&c, 1 + len);
    }
}

static void pdn_type(struct dissect *d, struct cursor c) { emit_at(d, c, PDN_TYPE, 2, 1); }

/* An address of IPv6 goes by its interface identifier. */
static void identifier_field(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    uint8_t *whole = packet_zero(d, 16);
    if (whole == NULL || !need(d, c, off, 8))
        return;
    memcpy(whole + 8, c.p + off, 8);
    emit_held(d, c, row, off, 8, whole, 16);
}

static void pdn_address(struct dissect *d, struct cursor c)
{
    enum { TYPE_4 = 1, TYPE_6, TYPE_BOTH };
    uint32_t type = get8(d, c, 2);
    emit_at(d, c, PDN_TYPE, 2, 1);
    if (type == TYPE_4)
        emit_at(d, c, IPV4, 3, 4);
    if (type == TYPE_6 || type == TYPE_BOTH)
        identifier_field(d, c, type == TYPE_6 ? IPV6 : BOTH_6, 3);
    if (type == TYPE_BOTH)
        emit_at(d, c, BOTH_4, 11, 4);
}

/* 3GPP TS 24.008, section 10.5.6.3. */
static void configuration(struct dissect *d, struct cursor c)
{
    cursor_skip(&c, 3);
    while (more(d, &c)) {
        add_uint(d, &c, PROTOCOL_ID, 2);
        uint32_t len = (uint32_t)add_uint(d, &c, PCO_LENGTH, 1);
        if (len != 0)
            add_item(d, &c, PCO_DATA, len);
    }
}

static void error(struct dissect *d, struct cursor c) { emit_at(d, c, ERROR, 2, 1); }
static void attach(struct dissect *d, struct cursor c) { emit_at(d, c, ATTACH, 2, 1); }
static void router(struct dissect *d, struct cursor c) { emit_at(d, c, ROUTER, 2, 4); }
static void cause(struct dissect *d, struct cursor c) { emit_at(d, c, CAUSE, 2, 1); }
static void ambr(struct dissect *d, struct cursor c) { emit_at(d, c, AMBR, 2, c.wire - 2); }
static void hsgw(struct dissect *d, struct cursor c) { emit_at(d, c, HSGW, 2, 8); }

static const struct ppp_option options[] = {
    { 1, 3, false, O_PDN, "PDN Identifier", pdn },
    { 2, 2, true, O_APN, "Access Point Name", name },
    { 3, 3, false, O_PDN_TYPE, "PDN Type", pdn_type },
    { 4, 3, true, O_PDN_ADDRESS, "PDN Address", pdn_address },
    { 5, 2, true, O_PCO, "Protocol Configuration Options", configuration },
    { 6, 3, true, O_ERROR, "Error Code", error },
    { 7, 3, false, O_ATTACH, "Attach Type", attach },
    { 8, 6, false, O_ROUTER, "IPv4 Default Router Address", router },
    { 9, 3, false, O_CAUSE, "Address Allocation Cause", cause },
    { 10, 2, true, O_AMBR, "APN Aggregate Maximum Bit Rate(APN-AMBR)", ambr },
    { 11, 10, false, O_HSGW, "IPv6 HSGW Link Local Address IID", hsgw },
};
static const struct ppp_control control = { .options = options, .n_options = ARRAY_LEN(options) };

static struct verdict vsncp_run(struct dissect *d, struct cursor c)
{
    enum { HEADER = 7, REQUEST = 1, TERMINATE = 5 };
    if (!need(d, c, 0, HEADER))
        return done();
    uint32_t code = c.p[0], len = be16(c.p + 2);
    set_protocol_column(d, "VSNCP");
    info_set(d, info_code, c.p);
    emit_protocol(d, c, len < c.cap ? len : c.cap, NULL);
    emit_at(d, c, CODE, 0, 1);
    emit_at(d, c, IDENTIFIER, 1, 1);
    emit_at(d, c, LENGTH, 2, 2);
    emit_at(d, c, CP_OUI, 4, 3);
    cursor_skip(&c, HEADER);
    cursor_limit(&c, len > HEADER ? len - HEADER : 0);
    if (code >= REQUEST && code <= TERMINATE)
        ppp_options(d, c, &control);
    return done();
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x805b } };

PROTOCOL(vsncp,
    .name = "vsncp", .short_name = "VSNCP", .long_name = "Vendor Specific Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = vsncp_run
);
