/* dhcp_structured.c - DHCP options that are more than one value. */
#include "protocols/application/dhcp.h"

#include "dissect/label.h"
#include "protocols/application/dns.h"

#include <math.h>

/* A name in DNS encoding at *c, which moves past it; pointers count from `base`.  False: it cannot be read. */
static bool add_name(struct dissect *d, struct cursor *c, struct cursor base, unsigned field)
{
    struct dns_name name = dns_name_at(d, base, c->offset - base.offset);
    if (d->stop != STOP_NONE)
        return false;
    emit_held(d, *c, field, 0, name.wire, name.text, name.len);
    cursor_skip(c, name.wire);
    return true;
}

/* --- pairs of addresses, routes ----------------------------------------------------------------- */

/* Options 21 and 33: address and mask, address and router. */
bool option_pairs(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    unsigned first = at->code == 21 ? F_POLICY_FILTER_IP : F_STATIC_ROUTE_IP;
    if (c.wire == 0)
        return false;
    while (more(d, &c) && c.wire >= 8) {
        add_item(d, &c, first, 4);
        add_item(d, &c, first + 1, 4);
    }
    if (c.wire != 0)
        dhcp_bad_length(d, at, "Option length isn't a multiple of 8");
    return true;
}

/* Option 121, RFC 3442: width of the mask, as many bytes of the network as it needs, router. */
bool option_routes(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 5)
        return dhcp_bad_length(d, at, "length isn't >= 5");
    while (more(d, &c)) {
        uint32_t width = get8(d, c, 0);
        if (width > 32) {
            dhcp_note(d, at->node, DHCP_BAD_ROUTE, (struct dhcp_text){ "Mask width (#) > 32", { width } });
            break;
        }
        add_item(d, &c, F_CLASSLESS_STATIC_ROUTE, 1 + (width + 7) / 8 + 4);
    }
    return true;
}

void dhcp_route_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    uint8_t network[4] = { 0 };
    sb_char(sb, ' ');
    if (p == NULL || n->len < 5 || n->len > 9)
        return;
    memcpy(network, p + 1, n->len - 5);
    if (p[0] == 0) {
        sb_str(sb, "default");
    } else {
        sb_ipv4(sb, network);
        sb_char(sb, '/');
        sb_uint(sb, p[0]);
    }
    sb_char(sb, '-');
    sb_ipv4(sb, p + n->len - 4);
}

/* --- who the client is -------------------------------------------------------------------------- */

void dhcp_hex_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_hex_bytes(sb, p, n->len, '\0');
}

/* The hardware type stands before: 6 bytes in a DUID with time, 2 in one without (RFC 3315 section 9). */
void dhcp_link_address_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len), *type = n->v.arg;
    if (p != NULL && type != NULL)
        sb_hardware_address(sb, p, n->len, be16(type));
}

static void uuid(struct dissect *d, struct cursor c, uint32_t off)
{
    if (!need(d, c, off, 16))
        return;
    const uint8_t *p = c.p + off;
    if (pref(d, DHCP_PREF_UUID_ENDIAN) == DHCP_UUID_BIG) {
        emit_at(d, c, F_CLIENT_ID_UUID, off, 16);
        return;
    }
    uint8_t swapped[16] = { p[3], p[2], p[1], p[0], p[5], p[4], p[7], p[6] };
    memcpy(swapped + 8, p + 8, 8);
    const void *kept = packet_copy(d, swapped, 16);
    if (kept != NULL)
        emit_held(d, c, F_CLIENT_ID_UUID, off, 16, kept, 16);
}

static void link_address(struct dissect *d, struct cursor c, uint32_t type_at, uint32_t off)
{
    if (need(d, c, type_at, 2))
        emit_arg(d, c, F_CLIENT_ID_LINK_LAYER_ADDRESS, off, c.wire > off ? c.wire - off : 0, c.p + type_at);
}

/* RFC 4361: 255, then an IAID and a DUID. */
static void duid(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (need(d, c, 1, 4))
        emit_arg(d, c, F_CLIENT_ID_IAID, 1, 4, NULL);
    emit_at(d, c, F_CLIENT_ID_DUID_TYPE, 5, 2);
    switch (get16(d, c, 5)) {
    case 1:
        if (c.wire < 8) {
            note_on(d, at->node, DHCP_MALFORMED_DUID, NULL);
            break;
        }
        emit_at(d, c, F_CLIENT_ID_DUID_LLT_HW_TYPE, 7, 2);
        emit_at(d, c, F_CLIENT_ID_TIME, 9, 4);
        link_address(d, c, 7, 13);
        break;
    case 2:
        emit_at(d, c, F_CLIENT_ID_ENTERPRISE_NUM, 7, 4);
        emit_at(d, c, F_CLIENT_ID, 11, c.wire > 11 ? c.wire - 11 : 0);
        break;
    case 3:
        emit_at(d, c, F_CLIENT_ID_DUID_LL_HW_TYPE, 7, 2);
        link_address(d, c, 7, 9);
        break;
    default: break;
    }
}

/* Option 61, RFC 2132 section 9.14: a hardware type and address, a UUID (PXE), a DUID, or anything. */
bool option_client_id(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire == 0)
        return false;
    uint32_t type = get8(d, c, 0);
    if (c.wire == 7 && type > 0 && type < 48) {
        emit_at(d, c, F_HW_TYPE, 0, 1);
        if (type == 1 || type == 6)
            emit_at(d, c, F_HW_MAC_ADDR, 1, 6);
        else
            emit_arg(d, c, F_CLIENT_HARDWARE_ADDRESS, 1, 6, NULL);
    } else if (c.wire == 17 && type == 0) {
        uuid(d, c, 1);
    } else if (type == 255) {
        duid(d, c, at);
    } else if (type == 0 && c.wire > 1) {
        emit_at(d, c, F_CLIENT_ID_TYPE, 0, 1);
        emit_at(d, c, F_CLIENT_ID_UNDEF, 1, c.wire - 1);
    }
    return true;
}

/* Option 97, RFC 4578. */
bool option_uuid(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    if (c.wire == 17 && get8(d, c, 0) == 0)
        uuid(d, c, 1);
    return c.wire != 0;
}

/* Option 93, RFC 4578 section 2.1. */
bool option_architecture(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire == 0)
        return false;
    while (more(d, &c) && c.wire >= 2) {
        uint32_t which = get16(d, c, 0);
        uint32_t node = add_item(d, &c, F_CLIENT_SYSTEM_ARCHITECTURE, 2);
        if (which == 9)
            dhcp_note(
                d, node, DHCP_AMBIGUOUS_ARCHITECTURE,
                (struct dhcp_text){ "Client Architecture ID # is often incorrectly used for EFI x64", { which } });
    }
    if (c.wire != 0)
        dhcp_bad_length(d, at, "Option length isn't a multiple of 2");
    return true;
}

/* Option 94, RFC 4578 section 2.2: type 1 is UNDI, with a version. */
bool option_network_interface(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    if (get8(d, c, 0) != 1)
        return true;
    emit_at(d, c, F_CLIENT_NETWORK_ID_MAJOR, 1, 1);
    emit_at(d, c, F_CLIENT_NETWORK_ID_MINOR, 2, 1);
    return true;
}

void dhcp_user_class_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "Instance of User Class: [");
    sb_uint(sb, n->v.u);
    sb_char(sb, ']');
}

/* Option 77, RFC 3004; many clients send a plain text instead. */
bool option_user_class(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 2)
        return dhcp_bad_length(d, at, "length isn't >= 2");
    for (uint32_t i = 0; more(d, &c); i++) {
        uint32_t len = get8(d, c, 0);
        if (len > c.wire - 1) {
            note_on(d, add_item(d, &c, F_USER_CLASS_TEXT, c.wire), DHCP_NONSTANDARD, NULL);
            break;
        }
        emit_value(d, c, F_USER_CLASS, 0, len + 1, i);
        down(d);
        uint32_t node = emit_at(d, c, F_USER_CLASS_LENGTH, 0, 1);
        if (len == 0)
            dhcp_note(d, node, DHCP_BAD_LENGTH, (struct dhcp_text){ "UC_Len_# isn't >= 1 (UC_Len_# = 0)", { i, i } });
        else
            emit_at(d, c, F_USER_CLASS_DATA, 1, len);
        up(d);
        if (len == 0)
            break;
        cursor_skip(&c, len + 1);
    }
    return true;
}

/* --- services ----------------------------------------------------------------------------------- */

/* Option 78, RFC 2610. */
bool option_slp_agent(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 1)
        return dhcp_bad_length(d, at, "length isn't >= 1");
    add_item(d, &c, F_SLP_DIRECTORY_AGENT_VALUE, 1);
    dhcp_addresses(d, c, F_SLP_DIRECTORY_AGENT_SLPDA_ADDRESS, at);
    return true;
}

/* Option 79, RFC 2610. */
bool option_slp_scope(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    add_item(d, &c, F_SLP_SERVICE_SCOPE_VALUE, 1);
    emit_at(d, c, F_SLP_SERVICE_SCOPE_STRING, 0, c.wire);
    return true;
}

/* A name in DNS encoding that may end without the root (RFC 4702 section 2.3.1). */
static void encoded_name(struct dissect *d, struct cursor c)
{
    struct cursor closed = c;
    uint8_t *copy = need(d, c, 0, c.wire) ? packet_zero(d, c.wire + 1u) : NULL;
    if (copy == NULL)
        return;
    memcpy(copy, c.p, c.wire);
    closed.p = copy;
    closed.cap = closed.contained = closed.wire = c.wire + 1;
    struct dns_name name = dns_name_at(d, closed, 0);
    if (d->stop == STOP_NONE)
        emit_held(d, c, F_FQDN_NAME, 0, c.wire, name.text, name.len);
}

/* Option 81, RFC 4702. */
bool option_fqdn(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 3)
        return dhcp_bad_length(d, at, "length isn't >= 3");
    bool encoded = (get8(d, c, 0) & 4) != 0;
    emit_bits(d, c, 0, 1, F_FQDN_FLAGS, F_FQDN_S);
    cursor_skip(&c, 1);
    add_item(d, &c, F_FQDN_RCODE1, 1);
    add_item(d, &c, F_FQDN_RCODE2, 1);
    if (!more(d, &c))
        return true;
    if (encoded) {
        encoded_name(d, c);
    } else {
        emit_at(d, c, F_FQDN_NAME, 0, c.wire);
    }
    return true;
}

static void isns_bits(struct dissect *d, struct cursor c, uint32_t off, uint32_t len, unsigned first, unsigned last)
{
    uint64_t value = need(d, c, off, len) ? be_uint(c.p + off, len) : 0;
    uint32_t node = emit_bits(d, c, off, len, first, last);
    if ((value & 1) == 0 && value != 0)
        note_on(d, node, DHCP_BITFIELD_IGNORED, NULL);
}

/* Option 83, RFC 4174. */
bool option_isns(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 14)
        return dhcp_bad_length(d, at, "length must be >= 14");
    bool heartbeat = (get16(d, c, 4) & 3) == 3;
    isns_bits(d, c, 0, 2, F_ISNS_FUNCTIONS, F_ISNS_FUNCTIONS_RESERVED);
    isns_bits(d, c, 2, 2, F_ISNS_DISCOVERY_DOMAIN_ACCESS, F_ISNS_DISCOVERY_DOMAIN_ACCESS_RESERVED);
    isns_bits(d, c, 4, 2, F_ISNS_ADMINISTRATIVE_FLAGS, F_ISNS_ADMINISTRATIVE_FLAGS_RESERVED);
    isns_bits(d, c, 6, 4, F_ISNS_SERVER_SECURITY_BITMAP, F_ISNS_SERVER_SECURITY_BITMAP_RESERVED);
    cursor_skip(&c, 10);
    if (heartbeat)
        add_item(d, &c, F_ISNS_HEARTBEAT_ORIGINATOR_ADDR, 4);
    add_item(d, &c, F_ISNS_PRIMARY_SERVER_ADDR, 4);
    if (!more(d, &c))
        return true;
    struct dhcp_at list = *at;
    list.node = emit_value(d, c, F_ISNS_SECONDARIES, 0, 0, 0);
    down(d);
    dhcp_addresses(d, c, F_ISNS_SECONDARY_SERVER_ADDR, &list);
    up(d);
    return true;
}

/* Option 85, RFC 2241. */
bool option_novell_servers(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire == 0)
        return false;
    if (pref(d, DHCP_PREF_NOVELL_STRING))
        emit_at(d, c, F_NOVELL_DSS_STRING, 0, c.wire);
    else
        dhcp_addresses(d, c, F_NOVELL_DSS_IP, at);
    return true;
}

/* Option 63, RFC 2242. */
bool option_novell(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    dhcp_walk_set(d, c, &dhcp_novell, at);
    return c.wire != 0;
}

/* Option 90, RFC 3118. */
bool option_authentication(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 11)
        return dhcp_bad_length(d, at, "length isn't >= 11");
    bool delayed = get8(d, c, 0) == 1;
    uint32_t algorithm = get8(d, c, 1), method = get8(d, c, 2);
    add_item(d, &c, F_AUTH_PROTOCOL, 1);
    add_item(d, &c, delayed ? F_AUTH_ALG_DELAY : F_AUTH_ALGORITHM, 1);
    add_item(d, &c, F_AUTH_RDM, 1);
    add_item(d, &c, method == 0 ? F_AUTH_RDM_REPLAY_DETECTION : F_AUTH_RDM_RDV, 8);
    if (delayed && algorithm == 1) {
        if (at->m->type == DHCP_DISCOVER)
            return true;
        if (c.wire < 20)
            return dhcp_bad_length(d, at, "length isn't >= 20");
        add_item(d, &c, F_AUTH_SECRET_ID, 4);
        add_item(d, &c, F_AUTH_HMAC_MD5_HASH, 16);
    } else if (c.wire != 0) {
        emit_at(d, c, F_AUTH_INFORMATION, 0, c.wire);
    }
    return true;
}

void dhcp_name_service_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

static const char *name_service(uint32_t code)
{
    switch (code) {
    case 0: return "Local naming information (e.g., an /etc/hosts file on a UNIX machine) (0)";
    case 6: return "Domain Name Server Option (6)";
    case 41: return "Network Information Servers Option (41)";
    case 44: return "NetBIOS over TCP/IP Name Server Option (44)";
    case 65: return "Network Information Service+ Servers Option (65)";
    default: return NULL;
    }
}

/* Option 117, RFC 2937. */
bool option_name_service(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 2)
        return dhcp_bad_length(d, at, "length isn't >= 2");
    if (c.wire % 2 != 0) {
        dhcp_note(d, at->node, DHCP_BAD_LENGTH, (struct dhcp_text){ "length (#) isn't even number", { c.wire } });
        return true;
    }
    while (more(d, &c)) {
        uint32_t code = get16(d, c, 0);
        if (name_service(code) != NULL)
            emit_arg(d, c, F_NAME_SERVICE, 0, 2, name_service(code));
        else
            dhcp_note(d, at->node, DHCP_BAD_NAME_SERVICE,
                      (struct dhcp_text){
                          "Invalid Name Service (#). RFC 2937 defines only 0, 6, 41, 44, and 65 as possible values.",
                          { code } });
        cursor_skip(&c, 2);
    }
    return true;
}

/* "1/2" */
void dhcp_part_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint8_t *part = n->v.arg;
    sb_uint(sb, part[0]);
    sb_char(sb, '/');
    sb_uint(sb, part[1]);
}

static void part(struct dissect *d, struct cursor c, unsigned field, uint8_t which, uint8_t of)
{
    uint8_t both[2] = { which, of };
    const void *kept = packet_copy(d, both, sizeof both);
    if (kept != NULL)
        emit_arg(d, c, field, 0, c.wire, kept);
}

/* An option in pieces (RFC 3396): the last one shows the whole.  *c becomes what is to be shown, with nodes that
   stand for no bytes of their own; false when it is not yet the last piece. */
static bool last_piece(struct dissect *d, struct cursor *c, struct dhcp_pieces *p, unsigned detected, unsigned refer)
{
    if (p->count < 2)
        return true;
    p->seen++;
    part(d, *c, detected, p->seen, p->count);
    if (p->seen < p->count) {
        part(d, *c, refer, p->count, p->count);
        return false;
    }
    c->p = p->joined;
    c->cap = c->contained = c->wire = p->len;
    return true;
}

/* The names that fill c.  `whole`: where pointers count from; joined: all stand at c's start. */
static void name_list(struct dissect *d, struct cursor c, unsigned field, bool joined)
{
    struct cursor base = c;
    for (uint32_t at = 0; d->stop == STOP_NONE && at < base.wire;) {
        struct dns_name name = dns_name_at(d, base, at);
        if (d->stop != STOP_NONE || name.wire == 0)
            break;
        emit_held(d, c, field, joined ? 0 : at, joined ? 0 : name.wire, name.text, name.len);
        at += name.wire;
    }
}

/* Option 119, RFC 3397. */
bool option_search_list(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    struct dhcp_pieces *p = &at->m->search;
    if (c.wire == 0)
        return false;
    if (last_piece(d, &c, p, F_SEARCH_RFC_3396_DETECTED, F_SEARCH_REFER_LAST_OPTION))
        name_list(d, c, F_SEARCH_FQDN, p->count > 1);
    return true;
}

/* Option 120, RFC 3361. */
bool option_sip_servers(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    struct dhcp_pieces *p = &at->m->sip;
    if (c.wire == 0)
        return false;
    if (!last_piece(d, &c, p, F_SIP_SERVER_RFC_3396_DETECTED, F_SIP_SERVER_REFER_LAST_OPTION))
        return true;
    bool joined = p->count > 1;
    uint32_t encoding = get8(d, c, 0), len = c.wire;
    emit_value(d, c, F_SIP_SERVER_ENCODING, 0, joined ? 0 : 1, encoding);
    struct cursor rest = c;
    cursor_skip(&rest, 1);
    if (joined)
        rest.offset = c.offset;
    if (encoding > 1) {
        dhcp_note(
            d, at->node, DHCP_BAD_SIP_ENCODING,
            (struct dhcp_text){ "RFC 3361 defines only 0 and 1 for Encoding byte (Encoding = #).", { encoding } });
    } else if (len < (encoding == 0 ? 3u : 5u)) {
        dhcp_note(d, at->node, DHCP_BAD_LENGTH,
                  (struct dhcp_text){ encoding == 0 ? "length isn't >= 3 (len = #)" : "length isn't >= 5 (len = #)",
                                      { len } });
    } else if (encoding == 0) {
        name_list(d, rest, F_SIP_SERVER_NAME, joined);
    } else if (len % 4 != 1) {
        dhcp_note(d, at->node, DHCP_BAD_LENGTH,
                  (struct dhcp_text){ "length isn't a multiple of 4 plus 1 (len = #).", { len } });
    } else {
        for (uint32_t i = 0; i + 4 <= rest.wire && need(d, rest, i, 4); i += 4)
            emit_held(d, rest, F_SIP_SERVER_ADDRESS, joined ? 0 : i, joined ? 0 : 4, rest.p + i, 4);
    }
    return true;
}

/* Option 146, RFC 6731. */
bool option_rdnss(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    struct cursor base = c;
    if (c.wire < 10)
        return dhcp_bad_length(d, at, "length must be >= 10");
    emit_at(d, c, F_RDNSS_RESERVED, 0, 1);
    add_item(d, &c, F_RDNSS_PREFERENCE, 1);
    add_item(d, &c, F_RDNSS_PRIMARY_DNS, 4);
    add_item(d, &c, F_RDNSS_SECONDARY_DNS, 4);
    while (more(d, &c) && add_name(d, &c, base, F_RDNSS_DOMAIN))
        ;
    return true;
}

/* --- places ------------------------------------------------------------------------------------- */

/* Option 99, RFC 4776. */
bool option_civic(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 3)
        return c.wire != 0;
    add_item(d, &c, F_CIVIC_LOCATION_WHAT, 1);
    add_item(d, &c, F_CIVIC_LOCATION_COUNTRY, 2);
    while (more(d, &c) && c.wire >= 2) {
        add_item(d, &c, F_CIVIC_LOCATION_CA_TYPE, 1);
        uint32_t len = (uint32_t)add_uint(d, &c, F_CIVIC_LOCATION_CA_LENGTH, 1);
        if (len > c.wire) {
            note_on(d, at->node, DHCP_BAD_CIVIC_TYPE, NULL);
            break;
        }
        if (len != 0)
            add_item(d, &c, F_CIVIC_LOCATION_CA_VALUE, len);
    }
    return true;
}

/* The bits [at, at + n) of p. */
static uint64_t bits(const uint8_t *p, uint32_t at, uint32_t n)
{
    uint64_t v = 0;
    for (uint32_t i = at; i < at + n; i++)
        v = v << 1 | (p[i / 8] >> (7 - i % 8) & 1);
    return v;
}

static double fixed_point(uint64_t v, uint32_t width, uint32_t fraction)
{
    int64_t whole = (int64_t)(v << (64 - width)) >> (64 - width);
    return ldexp((double)whole, -(int)fraction);
}

/* RFC 3825 section 2: of each coordinate so many bits count; what follows them is uncertain. */
struct position {
    double latitude, longitude, altitude;
    uint32_t latitude_bits, longitude_bits, altitude_bits, altitude_type, datum;
};
enum { ALTITUDE_NONE, ALTITUDE_METRES, ALTITUDE_FLOORS };

/* How much is uncertain of a number of `whole` bits before its point when `known` bits of it count. */
static double uncertainty(uint32_t known, uint32_t whole) { return ldexp(1.0, (int)whole - (int)known); }

static uint32_t position_error(const struct position *p)
{
    if (p->latitude < -90 || p->latitude > 90)
        return 1;
    if (p->latitude_bits > 34)
        return 2;
    if (p->longitude < -180 || p->longitude > 180)
        return 3;
    if (p->longitude_bits > 34)
        return 4;
    if (p->altitude_type == ALTITUDE_METRES && (p->altitude < -2097152.0 || p->altitude > 2097151.0))
        return 5;
    if (p->altitude_type == ALTITUDE_METRES ? p->altitude_bits > 30
                                            : p->altitude_type == ALTITUDE_FLOORS && p->altitude_bits != 30)
        return 6;
    if (p->altitude_type > ALTITUDE_FLOORS)
        return 7;
    return p->datum < 1 || p->datum > 3 ? 8 : 0;
}

void dhcp_degrees_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
    sb_printf(sb, ": %15.10f", n->v.f);
}

static void position(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 0, 16))
        return;
    const uint8_t *p = c.p;
    struct position v = {
        .latitude_bits = (uint32_t)bits(p, 0, 6),
        .latitude = fixed_point(bits(p, 6, 34), 34, 25),
        .longitude_bits = (uint32_t)bits(p, 40, 6),
        .longitude = fixed_point(bits(p, 46, 34), 34, 25),
        .altitude_type = (uint32_t)bits(p, 80, 4),
        .altitude_bits = (uint32_t)bits(p, 84, 6),
        .altitude = fixed_point(bits(p, 90, 30), 30, 8),
        .datum = p[15],
    };
    uint32_t error = position_error(&v);
    if (error != 0) {
        emit_value(d, c, F_RFC3825_ERROR, 0, 16, error);
        return;
    }
    emit_double(d, c, F_RFC3825_LATITUDE, 0, 5, v.latitude);
    emit_double(d, c, F_RFC3825_LONGITUDE, 5, 5, v.longitude);
    emit_double(d, c, F_RFC3825_LATITUDE_RES, 0, 1, uncertainty(v.latitude_bits, 8));
    emit_double(d, c, F_RFC3825_LONGITUDE_RES, 5, 1, uncertainty(v.longitude_bits, 8));
    emit_double(d, c, F_RFC3825_ALTITUDE, 12, 4, v.altitude_type != ALTITUDE_NONE ? v.altitude : 0);
    emit_double(d, c, F_RFC3825_ALTITUDE_RES, 10, 2,
                v.altitude_type == ALTITUDE_METRES ? uncertainty(v.altitude_bits, 21) : 0);
    emit_value(d, c, F_RFC3825_ALTITUDE_TYPE, 10, 1, v.altitude_type);
    emit_at(d, c, F_RFC3825_MAP_DATUM, 15, 1);
}

/* Option 123, RFC 3825; CableLabs had the number before: identifiers of the DSS. */
bool option_coordinates(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    if (c.wire == 16) {
        position(d, c);
        return true;
    }
    for (int i = 0; i < 2 && d->stop == STOP_NONE; i++) {
        add_item(d, &c, F_CL_DSS_ID_OPTION, 1);
        uint32_t len = (uint32_t)add_uint(d, &c, F_CL_DSS_ID_LEN, 1);
        add_item(d, &c, F_CL_DSS_ID, len);
        if (c.wire == 0)
            break;
    }
    return true;
}

/* --- leases, addresses, times ------------------------------------------------------------------- */

/* Option 151, RFC 6926. */
bool option_status_code(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 1)
        return dhcp_bad_length(d, at, "length must >= 1");
    add_item(d, &c, F_BULK_LEASE_STATUS_CODE, 1);
    if (c.wire != 0)
        emit_at(d, c, F_BULK_LEASE_STATUS_CODE_MESSAGE, 0, c.wire);
    return true;
}

/* Options 152, 154, 155, RFC 6926: seconds since 1970; tshark takes them for those of NTP's second era, from 2036. */
bool option_moment(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    unsigned field = at->code == 152   ? F_BULK_LEASE_BASE_TIME
                     : at->code == 154 ? F_BULK_LEASE_QUERY_START_TIME
                                       : F_BULK_LEASE_QUERY_END_TIME;
    if (c.wire != 4)
        return dhcp_bad_length(d, at, "length must be 4");
    int64_t secs = get32(d, c, 0);
    if (d->stop == STOP_NONE)
        emit_value(d, c, field, 0, 4,
                   (uint64_t)((secs - 2208988800 + ((secs & 0x80000000) == 0 ? 4294967296 : 0)) * 1000000000));
    return true;
}

/* Option 158, RFC 7291: lists, each with its length, which counts itself here. */
bool option_pcp(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 5)
        return dhcp_bad_length(d, at, "length must >= 5");
    while (more(d, &c) && c.wire > 4) {
        uint32_t len = get8(d, c, 0);
        emit_at(d, c, F_PCP_LIST, 0, len);
        down(d);
        add_item(d, &c, F_PCP_LIST_LENGTH, 1);
        if (len > 1 && (len - 1) % 4 == 0)
            for (uint32_t i = 0; i < (len - 1) / 4 && d->stop == STOP_NONE; i++)
                add_item(d, &c, F_PCP_SERVER, 4);
        up(d);
    }
    return true;
}

/* Option 159, RFC 7618. */
bool option_port_params(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire != 4)
        return dhcp_bad_length(d, at, "length must be 4");
    emit_at(d, c, F_PORTPARAMS_OFFSET, 0, 1);
    emit_at(d, c, F_PORTPARAMS_PSID_LENGTH, 1, 1);
    emit_at(d, c, F_PORTPARAMS_PSID, 2, 2);
    return true;
}

/* Option 212, RFC 5969. */
bool option_6rd(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 22) {
        note_on(d, at->node, DHCP_6RD_MALFORMED, NULL);
        return true;
    }
    add_item(d, &c, F_6RD_IPV4_MASK_LEN, 1);
    add_item(d, &c, F_6RD_PREFIX_LEN, 1);
    add_item(d, &c, F_6RD_PREFIX, 16);
    dhcp_addresses(d, c, F_6RD_BORDER_RELAY_IP, at);
    return true;
}
