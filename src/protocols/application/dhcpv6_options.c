/* dhcpv6_options.c - DHCPv6 options that are more than one value. */
#include "protocols/application/dhcpv6.h"

#include "dissect/label.h"
#include "protocols/application/dhcpv6_values.h"
#include "protocols/application/dns.h"

/* --- identifiers -------------------------------------------------------------------------------- */

void dhcpv6_hex_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_hex_bytes(sb, p, n->len, '\0');
}

/* The argument is the hardware type that stands before. */
void dhcpv6_link_address_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len), *type = n->v.arg;
    if (p == NULL || type == NULL)
        return;
    uint32_t hardware = be16(type);
    sb_hex_bytes(sb, p, n->len, n->len == 6 && (hardware == 1 || hardware == 6) ? ':' : '\0');
}

struct bytes {
    const uint8_t *p;
    uint32_t len;
};

static void info_client(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct bytes *b = arg;
    sb_str(sb, "CID: ");
    sb_hex_bytes(sb, b->p, b->len, '\0');
    sb_char(sb, ' ');
}

static void link_address(struct dissect *d, struct cursor c, unsigned field, uint32_t type_at, uint32_t at)
{
    if (c.wire > at && need(d, c, type_at, 2) && need(d, c, at, c.wire - at))
        emit_arg(d, c, field, at, c.wire - at, c.p + type_at);
}

/* RFC 8415 section 11. */
static bool duid_body(struct dissect *d, struct cursor c)
{
    switch (get16(d, c, 0)) {
    case 1:
        if (c.wire < 8)
            return false;
        emit_at(d, c, F6_DUIDLLT_HWTYPE, 2, 2);
        emit_value(d, c, F6_DUIDLLT_TIME, 4, 4, (946684800ull + get32(d, c, 4)) * 1000000000);  /* from 2000 on */
        link_address(d, c, F6_DUIDLLT_LINK_LAYER_ADDR, 2, 8);
        return true;
    case 2:
        if (c.wire < 6)
            return false;
        emit_at(d, c, F6_DUIDEN_ENTERPRISE, 2, 4);
        if (c.wire > 6)
            emit_at(d, c, F6_DUIDEN_IDENTIFIER, 6, c.wire - 6);
        return true;
    case 3:
        if (c.wire < 4)
            return false;
        emit_at(d, c, F6_DUIDLL_HWTYPE, 2, 2);
        link_address(d, c, F6_DUIDLL_LINK_LAYER_ADDR, 2, 4);
        return true;
    case 4:
        if (c.wire != 18)
            return false;
        emit_at(d, c, F6_DUIDUUID_BYTES, 2, 16);
        return true;
    default: return true;
    }
}

void dhcpv6_duid(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 2) {
        dhcpv6_malformed(d, at, "DUID");
        return;
    }
    emit_at(d, c, F6_DUID_BYTES, 0, c.wire);
    struct bytes *b = at->code == 1 && d->stop == STOP_NONE ? packet_zero(d, sizeof *b) : NULL;
    if (b != NULL) {
        *b = (struct bytes){ c.p, c.wire };
        info_add(d, info_client, b);
    }
    emit_at(d, c, F6_DUID_TYPE, 0, 2);
    if (!duid_body(d, c))
        dhcpv6_malformed(d, at, "DUID");
}

/* --- identity associations, RFC 8415 section 21.4 and those after --------------------------------- */

void dhcpv6_time_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    if (n->v.u == UINT32_MAX)
        sb_str(sb, "infinity");
    else
        sb_uint(sb, n->v.u);
}

static void identity(struct dissect *d, struct cursor *c, unsigned field)
{
    if (need(d, *c, 0, 4))
        emit_arg(d, *c, field, 0, 4, NULL);
    cursor_skip(c, 4);
}

void dhcpv6_ia(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 12) {
        dhcpv6_malformed(d, at, at->code == 3 ? "IA_NA" : "IA_PD");
        return;
    }
    identity(d, &c, F6_IAID);
    add_item(d, &c, F6_IAID_T1, 4);
    add_item(d, &c, F6_IAID_T2, 4);
    dhcpv6_walk(d, c, at->m);
}

void dhcpv6_ia_ta(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "IA_TA");
        return;
    }
    identity(d, &c, F6_IATA);
    dhcpv6_walk(d, c, at->m);
}

static void info_address(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    sb_str(sb, "IAA: ");
    sb_address(sb, d, (struct address){ ADDR_IPv6, 16, arg });
    sb_char(sb, ' ');
}

void dhcpv6_ia_address(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 24) {
        dhcpv6_malformed(d, at, "IA_TA");
        return;
    }
    if (need(d, c, 0, 16))
        info_add(d, info_address, c.p);
    add_item(d, &c, F6_IAADDR_IP, 16);
    add_item(d, &c, F6_IAADDR_PREF_LIFETIME, 4);
    add_item(d, &c, F6_IAADDR_VALID_LIFETIME, 4);
    dhcpv6_walk(d, c, at->m);
}

void dhcpv6_ia_prefix(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 25) {
        dhcpv6_malformed(d, at, "IAPREFIX");
        return;
    }
    add_item(d, &c, F6_IAPREFIX_PREF_LIFETIME, 4);
    add_item(d, &c, F6_IAPREFIX_VALID_LIFETIME, 4);
    add_item(d, &c, F6_IAPREFIX_PREF_LEN, 1);
    add_item(d, &c, F6_IAPREFIX_PREF_ADDR, 16);
    dhcpv6_walk(d, c, at->m);
}

void dhcpv6_prefix_exclude(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 2 || c.wire > 17) {
        dhcpv6_malformed(d, at, "PD_EXCLUDE");
        return;
    }
    add_item(d, &c, F6_PD_EXCLUDE_PREF_LEN, 1);
    emit_at(d, c, F6_PD_EXCLUDE_SUBNET_ID, 0, c.wire);
}

/* --- the conversation with the server ------------------------------------------------------------- */

void dhcpv6_elapsed_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Elapsed time: %ums", (unsigned)n->v.u);
}

/* Hundredths of a second. */
void dhcpv6_elapsed(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire != 2)
        dhcpv6_malformed(d, at, "ELAPSED-TIME");
    else if (need(d, c, 0, 2))
        emit_value(d, c, F6_ELAPSED_TIME, 0, 2, be16(c.p) * 10u);
}

void dhcpv6_relay_message(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire == 0)
        dhcpv6_malformed(d, at, "RELAY-MSG");
    else
        dhcpv6_inner(d, c, at->m);
}

/* RFC 8415 section 21.11; protocol 2 is delayed authentication, RFC 3315 section 21.4. */
void dhcpv6_authentication(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 11) {
        dhcpv6_malformed(d, at, "AUTH");
        return;
    }
    uint32_t protocol = get8(d, c, 0);
    add_item(d, &c, F6_AUTH_PROTOCOL, 1);
    add_item(d, &c, F6_AUTH_ALGORITHM, 1);
    add_item(d, &c, F6_AUTH_RDM, 1);
    add_item(d, &c, F6_AUTH_REPLAY_DETECTION, 8);
    if (protocol == 2 && c.wire >= 20) {
        add_item(d, &c, F6_AUTH_REALM, c.wire - 20);
        add_item(d, &c, F6_AUTH_KEY_ID, 4);
        add_item(d, &c, F6_AUTH_MD5_DATA, 16);
    } else {
        emit_at(d, c, F6_AUTH_INFO, 0, c.wire);
    }
}

void dhcpv6_status(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    (void)at;
    emit_at(d, c, F6_STATUS_CODE, 0, 2);
    cursor_skip(&c, 2);
    if (more(d, &c))
        emit_at(d, c, F6_STATUS_MSG, 0, c.wire);
}

void dhcpv6_reconfigure_accept(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire != 0)
        dhcpv6_malformed(d, at, "RECONF_ACCEPT");
}

void dhcpv6_nested(struct dissect *d, struct cursor c, const struct dhcpv6_at *at) { dhcpv6_walk(d, c, at->m); }

/* RFC 5007 section 4.1.2.1; by more than address and client, RFC 5460. */
void dhcpv6_leasequery(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 17) {
        dhcpv6_malformed(d, at, "LQ-QUERY");
        return;
    }
    uint32_t type = get8(d, c, 0), node = add_item(d, &c, F6_LQ_QUERY, 1);
    if (!at->m->bulk && type >= 3 && type <= 5)
        note_on(d, node, DHCPV6_BAD_QUERY_TYPE, NULL);
    add_item(d, &c, F6_LQ_QUERY_LINK_ADDRESS, 16);
    dhcpv6_walk(d, c, at->m);
}

void dhcpv6_relay_data(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 16) {
        dhcpv6_malformed(d, at, "LQ_RELAY_DATA");
        return;
    }
    add_item(d, &c, F6_LQ_RELAY_DATA_PEER_ADDR, 16);
    emit_at(d, c, F6_LQ_RELAY_DATA_MSG, 0, c.wire);
}

/* --- classes and vendors -------------------------------------------------------------------------- */

void dhcpv6_user_class(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    while (more(d, &c)) {
        uint32_t len = get16(d, c, 0);
        if (d->stop == STOP_NONE && len > c.wire - 2) {
            dhcpv6_too_long(d, at, "User Class");
            return;
        }
        emit_at(d, c, F6_USER_CLASS_PART, 0, len);
        down(d);
        emit_at(d, c, F6_USERCLASS_LENGTH, 0, 2);
        emit_at(d, c, F6_USERCLASS_OPAQUE_DATA, 2, len);
        up(d);
        cursor_skip(&c, len + 2);
    }
}

void dhcpv6_vendor_class(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "VENDOR_CLASS");
        return;
    }
    add_item(d, &c, F6_VENDORCLASS_ENTERPRISE, 4);
    if (more(d, &c) && need(d, c, 0, 2))
        emit_at(d, c, F6_VENDORCLASS_DATA, 2, c.wire - 2);
}

void dhcpv6_vendor_options(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    enum { CABLELABS = 4491 };
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "VENDOR_OPTS");
        return;
    }
    uint32_t enterprise = get32(d, c, 0), node = add_item(d, &c, F6_VENDOROPTS_ENTERPRISE, 4);
    if (enterprise == CABLELABS) {
        dhcpv6_cablelabs(d, c, at, node);
        return;
    }
    while (more(d, &c)) {
        uint32_t len = get16(d, c, 2);
        emit_at(d, c, F6_OPTION, 0, len + 4);
        down(d);
        emit_at(d, c, F6_VENDOROPTS_ENTERPRISE_OPTION_CODE, 0, 2);
        emit_at(d, c, F6_VENDOROPTS_ENTERPRISE_OPTION_LENGTH, 2, 2);
        emit_at(d, c, F6_VENDOROPTS_ENTERPRISE_OPTION_DATA, 4, len);
        up(d);
        cursor_skip(&c, len + 4);
    }
}

/* CableLabs' form of option 18: a name, and a MAC address behind its NUL. */
void dhcpv6_ether_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 6);
    if (p != NULL)
        sb_ether(sb, p);
}

void dhcpv6_interface_id(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire == 0) {
        dhcpv6_malformed(d, at, "INTERFACE_ID");
        return;
    }
    if (!pref(d, DHCPV6_PREF_CABLE_INTERFACE_ID)) {
        emit_at(d, c, F6_INTERFACE_ID, 0, c.wire);
        return;
    }
    const uint8_t *nul = need(d, c, 0, c.wire) ? memchr(c.p, 0, c.wire) : NULL;
    uint32_t name = nul != NULL ? (uint32_t)(nul - c.p) : c.wire;
    emit_at(d, c, F6_CABLELABS_INTERFACE_ID, 0, name);
    if (nul != NULL && need(d, c, name + 1, 6))
        emit_arg(d, c, F6_CABLELABS_INTERFACE_ID_LINK_ADDRESS, name + 1, c.wire - name - 1, NULL);
}

void dhcpv6_remote_id(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "REMOTE_ID");
        return;
    }
    add_item(d, &c, F6_REMOTEID_ENTERPRISE, 4);
    emit_at(d, c, F6_REMOTEID_ENTERPRISE_ID, 0, c.wire);
}

/* --- names ---------------------------------------------------------------------------------------- */

void dhcpv6_domains(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    static const struct {
        uint16_t code, heading, field;
    } rows[] = {
        { 21, F6_SIP_DOMAINS, F6_SIP_SERVER_DOMAIN_SEARCH_FQDN },
        { 24, F6_SEARCH_DOMAINS, F6_SEARCH_LIST_ENTRY },
        { 29, F6_NIS_DOMAINS, F6_NIS_FQDN },
        { 30, F6_NISP_DOMAINS, F6_NISP_FQDN },
        { 33, F6_BCMCS_DOMAINS, F6_BCMCS_SERVER_FQDN },
    };
    for (size_t i = 0; c.wire != 0 && i < ARRAY_LEN(rows); i++) {
        if (rows[i].code != at->code)
            continue;
        emit_at(d, c, rows[i].heading, 0, c.wire);
        down(d);
        dhcpv6_names(d, c, rows[i].field);
        up(d);
    }
}

static void names_or_none(struct dissect *d, struct cursor c, unsigned field, const struct dhcpv6_at *at)
{
    /* tshark's place for it is one byte off the option's length. */
    if (c.wire == 0)
        emit_value(d, at->option, F6_DOMAIN_FIELD_LEN, c.offset - at->option.offset - 3, 2, 0);
    else
        dhcpv6_names(d, c, field);
}

void dhcpv6_aftr(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    names_or_none(d, c, F6_AFTR_NAME, at);
}

static bool from_server(uint8_t type) { return type == DHCPV6_ADVERTISE || type == DHCPV6_REPLY; }

/* The annotation is the message's type: what the bits mean depends on who speaks. */
void dhcpv6_fqdn_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const client[] = {
        "CLIENT wants to update its AAAA RRs and SERVER to update its PTR RRs",
        "CLIENT wants SERVER to update both its AAAA and PTR RRs",
        "CLIENT prefers that the server not perform *any* DNS updates",
        "ERROR: CLIENT prefers that the server not perform *any* DNS updates         In which case the 'S' bit MUST be 0",
    };
    static const char *const server[] = {
        "CLIENT SHALL update AAAA RRs; SERVER SHALL update PTR RRs",
        "SERVER SHALL update both AAAA and PTR RRs",
        "CLIENT SHALL update AAAA RRs; SERVER SHALL NOT perform any DNS updates",
        "ERROR: SERVER SHALL NOT perform *any* DNS updates in which case         the 'S' bit MUST be 0",
    };
    const uint8_t *type = annotation(d, n);
    unsigned which = (unsigned)((n->v.u & 1) | (n->v.u & 4) >> 1);
    bool is_server = type != NULL && from_server(*type);
    sb_str(sb, "  [");
    sb_str(sb, is_server ? server[which] : client[which]);
    sb_char(sb, ']');
    if (is_server && (n->v.u & 2) && which < 2)
        sb_str(sb, " [Server has overridden the client's S bit]");
}

void dhcpv6_bad_type_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, "Only the following message types are permitted to use OPTION_CLIENT_FQDN: "
               "SOLICIT, REQUEST, RENEW, REBIND, ADVERTISE, and REPLY");
}

/* RFC 4704 */
void dhcpv6_client_fqdn(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    uint8_t type = at->m->type;
    bool client = type == 1 || type == 3 || type == 5 || type == 6;
    if (c.wire < 1) {
        dhcpv6_malformed(d, at, "FQDN");
        return;
    }
    if (!client && !from_server(type)) {
        emit_value(d, at->option, F6_CLIENTFQDN_BAD_MSGTYPE, 0, 1, type);
        down(d);
        note_on(d, emit_value(d, at->option, F6_ERROR_TYPE, 0, 1, 0), DHCPV6_BAD_MSGTYPE, NULL);
        up(d);
        return;
    }
    uint32_t flags = get8(d, c, 0);
    annotate(d, emit_at(d, c, F6_CLIENT_FQDN_FLAGS, 0, 1), packet_copy(d, &type, 1));
    down(d);
    emit_at(d, c, client ? F6_CLIENTFQDN_CLIENT_N : F6_CLIENTFQDN_SERVER_N, 0, 1);
    if (!client)
        emit_at(d, c, F6_CLIENTFQDN_SERVER_O, 0, 1);
    emit_at(d, c, client ? F6_CLIENTFQDN_CLIENT_S : F6_CLIENTFQDN_SERVER_S, 0, 1);
    up(d);
    if ((flags & 5) == 5)
        note_on(d, emit_value(d, c, F6_ERROR_S_BIT, 0, 1, 0), DHCPV6_S_BIT, NULL);
    cursor_skip(&c, 1);
    names_or_none(d, c, F6_CLIENT_DOMAIN, at);
}

void dhcpv6_ntp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    const char *name = p != NULL ? values_find(&dhcpv6_ntpserver_option_type, be16(p)) : NULL;
    sb_str(sb, name != NULL ? name : "NTP Server suboption ");
    if (name == NULL && p != NULL)
        sb_uint(sb, be16(p));
}

/* RFC 5908 */
void dhcpv6_ntp(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "NTP Server");
        return;
    }
    while (more(d, &c) && c.wire >= 4) {
        uint32_t code = get16(d, c, 0), len = get16(d, c, 2);
        if (len > c.wire - 4) {
            dhcpv6_too_long(d, at, "NTP Server");
            return;
        }
        emit_at(d, c, F6_NTP_PART, 0, len + 4);
        down(d);
        emit_at(d, c, F6_NTPSERVER_OPTION_TYPE, 0, 2);
        emit_at(d, c, F6_NTPSERVER_OPTION_LENGTH, 2, 2);
        if (code == 1 || code == 2)
            emit_at(d, c, code == 1 ? F6_NTPSERVER_ADDR : F6_NTPSERVER_MC_ADDR, 4, 16);
        else if (code == 3)
            dhcpv6_names(d, cursor_sub(c, 4, len), F6_NTPSERVER_FQDN);
        up(d);
        cursor_skip(&c, len + 4);
    }
}

/* --- softwires, RFC 7598 -------------------------------------------------------------------------- */

/* A prefix as long as the byte before says; false when it does not fit. */
static bool prefix(struct dissect *d, struct cursor *c, unsigned length, unsigned field)
{
    uint32_t n = ((uint32_t)add_uint(d, c, length, 1) + 7) / 8;
    if (n > 16 || n > c->wire)
        return false;
    add_item(d, c, field, n);
    return true;
}

void dhcpv6_s46_rule(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 8) {
        dhcpv6_malformed(d, at, "S46_RULE");
        return;
    }
    emit_bits(d, c, 0, 1, F6_S46_RULE_FLAGS, F6_S46_RULE_FLAGS_FMR);
    cursor_skip(&c, 1);
    add_item(d, &c, F6_S46_RULE_EA_LEN, 1);
    add_item(d, &c, F6_S46_RULE_IPV4_PREF_LEN, 1);
    add_item(d, &c, F6_S46_RULE_IPV4_PREFIX, 4);
    if (prefix(d, &c, F6_S46_RULE_IPV6_PREFIX_LEN, F6_S46_RULE_IPV6_PREFIX))
        dhcpv6_walk(d, c, at->m);
    else
        dhcpv6_malformed(d, at, "S46_RULE");
}

void dhcpv6_s46_dmr(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 1 || c.wire > 17 || !prefix(d, &c, F6_S46_DMR_DMR_PREF_LEN, F6_S46_DMR_DMR_PREFIX))
        dhcpv6_malformed(d, at, "S46_DMR");
}

void dhcpv6_s46_binding(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 5) {
        dhcpv6_malformed(d, at, "S46_V4V6BIND");
        return;
    }
    add_item(d, &c, F6_S46_V4V6BIND_IPV4_ADDRESS, 4);
    if (prefix(d, &c, F6_S46_V4V6BIND_IPV6_PREF_LEN, F6_S46_V4V6BIND_IPV6_PREFIX))
        dhcpv6_walk(d, c, at->m);
    else
        dhcpv6_malformed(d, at, "S46_V4V6BIND");
}

void dhcpv6_s46_ports(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire != 4) {
        dhcpv6_malformed(d, at, "S46_PORTPARAMS");
        return;
    }
    uint32_t bits = get8(d, c, 1), psid = get16(d, c, 2);
    emit_at(d, c, F6_S46_PORTPARAM_OFFSET, 0, 1);
    emit_at(d, c, F6_S46_PORTPARAM_PSID_LEN, 1, 1);
    emit_value(d, c, F6_S46_PORTPARAM_PSID, 2, 2, bits < 16 ? psid >> (16 - bits) : psid);
}

/* --- failover, RFC 8156 --------------------------------------------------------------------------- */

static void flags_of(struct dissect *d, struct cursor c, const struct dhcpv6_at *at, uint32_t len, unsigned first,
                     unsigned last)
{
    if (c.wire != len)
        dhcpv6_malformed(d, at, "Failover");
    else
        emit_bits(d, c, 0, len, first, last);
}

void dhcpv6_failover_connect(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    flags_of(d, c, at, 2, F6_FO_CONNECT_FLAGS, F6_FO_CONNECT_FLAGS_F);
}

void dhcpv6_failover_dns(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    flags_of(d, c, at, 2, F6_FO_DNS_FLAGS, F6_FO_DNS_FLAGS_F);
}

void dhcpv6_failover_server(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    flags_of(d, c, at, 1, F6_FO_SERVER_FLAGS, F6_FO_SERVER_FLAGS_C);
}

void dhcpv6_failover_name(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    unsigned field = at->code == 117 ? F6_FO_DNS_HOSTNAME : F6_FO_DNS_ZONENAME;
    struct dns_name name = { .text = "<Root>", .len = 6 };
    if (c.wire != 0)
        name = dns_name_at(d, c, 0);
    if (d->stop == STOP_NONE)
        emit_held(d, c, field, 0, c.wire, name.text, name.len);
}

void dhcpv6_failover_version(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire != 4) {
        dhcpv6_malformed(d, at, "Failover");
        return;
    }
    emit_at(d, c, F6_FO_PROTOCOL_MAJOR_VERSION, 0, 2);
    emit_at(d, c, F6_FO_PROTOCOL_MINOR_VERSION, 2, 2);
}

void dhcpv6_failover_key(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    if (c.wire < 4) {
        dhcpv6_malformed(d, at, "Failover");
        return;
    }
    add_item(d, &c, F6_FO_RECONFIGURE_TIME, 4);
    emit_at(d, c, F6_FO_RECONFIGURE_KEY, 0, c.wire);
}
