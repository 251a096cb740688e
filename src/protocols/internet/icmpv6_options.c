/* icmpv6_options.c - options of neighbour discovery: RFC 4861 section 4.6, 2491, 3122, 3971, 4191, 5175, 5268, 5269, 5271,
   6275, 6495, 6496, 6775, 7400, 8106, 8910, 8781. */
#include "protocols/internet/icmpv6_rows.h"

extern const struct protocol proto_ipv6;

enum nd_type {
    SOURCE_LINK = 1, TARGET_LINK = 2, PREFIX = 3, REDIRECTED = 4, MTU_OPTION = 5, SHORTCUT = 6, INTERVAL = 7, HOME_AGENT = 8,
    SOURCE_LIST = 9, TARGET_LIST = 10, CGA = 11, RSA = 12, TIMESTAMP = 13, NONCE_OPTION = 14, TRUST_ANCHOR = 15,
    CERTIFICATE = 16, ADDRESS_PREFIX = 17, NEW_PREFIX = 18, LINK_ADDRESS = 19, ACKNOWLEDGMENT = 20, MAP = 23, ROUTE = 24,
    RDNSS = 25, FLAGS = 26, KEY_REQUEST = 27, KEY_REPLY = 28, ASSIST = 29, MOBILE_NODE = 30, DNSSL = 31, PROXY_SIGNATURE = 32,
    REGISTRATION = 33, CONTEXT = 34, BORDER_ROUTER = 35, CAPABILITY = 36, PORTAL = 37, PREF64 = 38 };

/* The option at hand. */
struct option_run {
    struct cursor
        c;         /* from its type on, to the end of the packet: what an option should have is read, not what it has */
    uint32_t size;        /* that it says to have */
    uint8_t type;
};
/* Returns where reading ended, counted from the option's type. */
typedef uint32_t option_body(struct dissect *d, const struct option_run *o);

/* --- link-layer addresses --------------------------------------------------------------------- */

static void from_info(struct strbuf *sb, const struct dissect *d, const void *p)
{
    (void)d;
    sb_str(sb, " from ");
    sb_ether(sb, p);
}
static void at_info(struct strbuf *sb, const struct dissect *d, const void *p)
{
    (void)d;
    sb_str(sb, " is at ");
    sb_ether(sb, p);
}
static void from_eui_info(struct strbuf *sb, const struct dissect *d, const void *p)
{
    (void)d;
    sb_str(sb, " from ");
    sb_hex_bytes(sb, p, 8, ':');
}

/* An EUI-64, filled up with zeros to 16 bytes. */
static bool is_eui64(const uint8_t *p) { return be32(p + 10) == 0 && be16(p + 14) == 0; }

static uint32_t link_address(struct dissect *d, const struct option_run *o)
{
    bool source = o->type == SOURCE_LINK;
    uint32_t n = o->size - 2;
    if (!need(d, o->c, 2, n))
        return 2;
    if (o->size == 16 && is_eui64(o->c.p)) {
        emit_at(d, o->c, OPT_LINKADDR_EUI64, 2, 8);
        emit_at(d, o->c, source ? OPT_SRC_LINKADDR_EUI64 : OPT_TARGET_LINKADDR_EUI64, 2, 8);
        if (source) {
            set_hidden(d, emit_at(d, o->c, OPT_LINKADDR, 2, 8));
            emit_at(d, o->c, OPT_SRC_LINKADDR, 2, 8);
        }
        emit_at(d, o->c, OPT_PADDING, 10, 6);
        info_add(d, from_eui_info, o->c.p + 2);
        return o->size;
    }
    emit_at(d, o->c, OPT_LINKADDR, 2, n);
    emit_at(d, o->c, source ? OPT_SRC_LINKADDR : OPT_TARGET_LINKADDR, 2, n);
    if (n == 6)
        info_add(d, source ? from_info : at_info, o->c.p + 2);
    return o->size;
}

/* --- prefixes, routers ------------------------------------------------------------------------ */

static uint32_t prefix(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    add_item(d, &c, OPT_PREFIX_LENGTH, 1);
    icmpv6_bits(d, &c, 1, OPT_PREFIX_FLAG, OPT_PREFIX_RESERVED);
    PARTS(d, &c, { OPT_PREFIX_VALID_LIFETIME, 4 }, { OPT_PREFIX_PREFERRED_LIFETIME, 4 }, { OPT_RESERVED, 4 },
          { OPT_PREFIX, 16 });
    return 32;
}

static uint32_t redirected(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_RESERVED, 2, 6);
    if (o->size <= 8)
        return 8;
    struct cursor c = cursor_sub(o->c, 8, o->size - 8);
    emit_at(d, o->c, OPT_REDIRECTED_PACKET, 8, o->size - 8);
    const uint8_t *length = cursor_peek(c, 4, 2);
    if (d->stop == STOP_NONE)
        nested(d, hand_to(&proto_ipv6, 0, c), true);
    uint32_t used = c.wire >= 40 && length != NULL ? 40u + be16(length) : c.wire;
    return 8 + (used < c.wire ? used : c.wire);
}

static uint32_t map(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 3);
    emit_at(d, o->c, OPT_MAP_DISTANCE, 2, 1);
    emit_at(d, o->c, OPT_MAP_PREFERENCE, 2, 1);
    icmpv6_bits(d, &c, 1, OPT_MAP_FLAG, OPT_MAP_RESERVED);
    PARTS(d, &c, { OPT_MAP_VALID_LIFETIME, 4 }, { OPT_MAP_GLOBAL_ADDRESS, 16 });
    return 24;
}

/* Bytes of the prefix that an option of 8, 16 or 24 bytes has room for. */
static uint32_t prefix_room(uint32_t size) { return size == 24 ? 16 : size == 16 ? 8 : 0; }

static uint32_t route(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    uint32_t n = prefix_room(o->size);
    add_item(d, &c, OPT_PREFIX_LENGTH, 1);
    icmpv6_bits(d, &c, 1, OPT_ROUTE_INFO_FLAG, OPT_ROUTE_INFO_RESERVED);
    add_item(d, &c, OPT_ROUTE_LIFETIME, 4);
    if (n != 0)
        icmpv6_prefix(d, c, OPT_PREFIX, n);
    return 8 + n;
}

static uint32_t flags(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    icmpv6_bits(d, &c, 2, OPT_EFO, OPT_EFO_RSV);
    add_item(d, &c, OPT_RESERVED, 4);
    return 8;
}

static uint32_t context(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    uint32_t n = prefix_room(o->size);
    add_item(d, &c, OPT_6CO_CONTEXT_LENGTH, 1);
    icmpv6_bits(d, &c, 1, OPT_6CO_FLAG, OPT_6CO_RESERVED);
    PARTS(d, &c, { OPT_RESERVED, 2 }, { OPT_6CO_VALID_LIFETIME, 2 });
    if (n != 0)
        icmpv6_prefix(d, c, OPT_6CO_CONTEXT_PREFIX, n);
    return 8 + n;
}

static uint32_t capability(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_6CIO_UNASSIGNED1, 2, 2);
    emit_at(d, o->c, OPT_6CIO_G, 2, 2);
    emit_at(d, o->c, OPT_6CIO_UNASSIGNED2, 4, 4);
    return 8;
}

static uint32_t pref64(struct dissect *d, const struct option_run *o)
{
    static const uint8_t sizes[8] = { 12, 8, 7, 6, 5, 4 };
    uint32_t n = sizes[get16(d, o->c, 2) & 7];
    emit_at(d, o->c, OPT_PREF64_SCALED_LIFETIME, 2, 2);
    emit_at(d, o->c, OPT_PREF64_PLC, 2, 2);
    if (n != 0)
        icmpv6_prefix(d, cursor_at(o->c, 4), OPT_PREF64_PREFIX, n);
    return 16;
}

/* --- lists ------------------------------------------------------------------------------------ */

static uint32_t address_list(struct dissect *d, const struct option_run *o)
{
    uint32_t at = 8;
    if (o->type == RDNSS) {
        emit_at(d, o->c, OPT_RESERVED, 2, 2);
        emit_at(d, o->c, OPT_RDNSS_LIFETIME, 4, 4);
    } else {
        emit_at(d, o->c, OPT_RESERVED, 2, 6);
    }
    for (; at < o->size && d->stop == STOP_NONE; at += 16)
        emit_at(d, o->c, o->type == RDNSS ? OPT_RDNSS : OPT_IPV6_ADDRESS, at, 16);
    return at;
}

static uint32_t search_list(struct dissect *d, const struct option_run *o)
{
    uint32_t at = 8;
    emit_at(d, o->c, OPT_RESERVED, 2, 2);
    emit_at(d, o->c, OPT_DNSSL_LIFETIME, 4, 4);
    while (at < o->size && get8(d, o->c, at) != 0) {
        uint32_t n = icmpv6_name_size(d, cursor_at(o->c, at));
        emit_at(d, o->c, OPT_DNSSL, at, n);
        at += n;
    }
    if (at < o->size)
        emit_at(d, o->c, OPT_PADDING, at, o->size - at);
    return o->size;
}

/* --- secure neighbour discovery --------------------------------------------------------------- */

/* The bytes of an ASN.1 value with its tag and length, at most `most`. */
static uint32_t der_size(struct dissect *d, struct cursor c, uint32_t most)
{
    uint32_t first = get8(d, c, 1), n = 2 + first;
    if (first == 0x81)
        n = 3 + get8(d, c, 2);
    else if (first == 0x82)
        n = 4 + get16(d, c, 2);
    return n < most ? n : most;
}

static void cga_parameters(struct dissect *d, struct cursor c)
{
    emit_at(d, c, OPT_CGA, 0, c.wire);
    down(d);
    /* tshark takes the prefix and the rest from the right places, though the modifier has 16 bytes. */
    PARTS(d, &c, { OPT_CGA_MODIFIER, 16 }, { OPT_CGA_SUBNET_PREFIX, 8 }, { OPT_CGA_COUNT, 1 });
    if (more(d, &c))
        add_item(d, &c, OPT_CGA_SUBJECT_PUBLIC_KEY_INFO, der_size(d, c, c.wire));
    while (more(d, &c)) {
        uint32_t n = get16(d, c, 2);
        PARTS(d, &c, { OPT_CGA_EXT_TYPE, 2 }, { OPT_CGA_EXT_LENGTH, 2 }, { OPT_CGA_EXT_DATA, (uint16_t)n });
    }
    up(d);
}

static uint32_t cga(struct dissect *d, const struct option_run *o)
{
    uint32_t pad = get8(d, o->c, 2);
    emit_at(d, o->c, OPT_CGA_PAD_LENGTH, 2, 1);
    emit_at(d, o->c, OPT_RESERVED, 3, 1);
    if (pad + 4 > o->size || !need(d, o->c, 4, o->size - 4)) {
        malformed(d);
        return 4;
    }
    cga_parameters(d, cursor_sub(o->c, 4, o->size - 4 - pad));
    emit_at(d, o->c, OPT_PADDING, o->size - pad, pad);
    return o->size;
}

static uint32_t signature(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_RESERVED, 2, 2);
    emit_at(d, o->c, o->type == RSA ? OPT_RSA_KEY_HASH : OPT_PS_KEY_HASH, 4, 16);
    if (o->size < 20)
        return 20;
    emit_at(d, o->c, OPT_DIGITAL_SIGNATURE_PADDING, 20, o->size - 20);
    return o->size;
}

/* 48 bits of seconds and 16 bits of a fraction. */
static uint32_t timestamp(struct dissect *d, const struct option_run *o)
{
    uint64_t t = get64(d, o->c, 8);
    emit_at(d, o->c, OPT_RESERVED, 2, 6);
    emit_value(d, o->c, OPT_TIMESTAMP, 8, 8, (t >> 16) * 1000000000 + ((t & 0xffff) * 1000000000 >> 16));
    return 16;
}

static uint32_t nonce(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_NONCE, 2, o->size - 2);
    return o->size;
}

static uint32_t trust_anchor(struct dissect *d, const struct option_run *o)
{
    enum { X501 = 1, FQDN = 2 };
    uint32_t kind = get8(d, o->c, 2), pad = get8(d, o->c, 3);
    emit_at(d, o->c, OPT_NAME_TYPE, 2, 1);
    emit_at(d, o->c, OPT_CGA_PAD_LENGTH, 3, 1);
    if (pad + 4 > o->size) {
        malformed(d);
        return 4;
    }
    uint32_t n = o->size - 4 - pad;
    if (kind == X501)
        emit_at(d, o->c, OPT_NAME_X501, 4, n);
    else if (kind == FQDN)
        emit_at(d, o->c, OPT_NAME_TYPE_FQDN, 4, n);
    emit_at(d, o->c, OPT_PADDING, 4 + n, pad);
    return o->size;
}

static uint32_t certificate(struct dissect *d, const struct option_run *o)
{
    enum { X509 = 1 };
    uint32_t kind = get8(d, o->c, 2), n = o->size - 4;
    emit_at(d, o->c, OPT_CERT_TYPE, 2, 1);
    emit_at(d, o->c, OPT_RESERVED, 3, 1);
    if (kind != X509) {
        emit_at(d, o->c, OPT_CERTIFICATE_PADDING, 4, n);
        return o->size;
    }
    uint32_t used = der_size(d, cursor_at(o->c, 4), n);
    emit_at(d, o->c, X509_CERTIFICATE, 4, n);
    if (used < n)
        emit_at(d, o->c, OPT_PADDING, 4 + used, n - used);
    return o->size;
}

/* --- fast handover ---------------------------------------------------------------------------- */

static uint32_t acknowledgment(struct dissect *d, const struct option_run *o)
{
    enum { USE_SUPPLIED = 2 };
    uint32_t status = get8(d, o->c, 3);
    emit_at(d, o->c, OPT_NAACK_OPTION_CODE, 2, 1);
    emit_at(d, o->c, OPT_NAACK_STATUS, 3, 1);
    emit_at(d, o->c, status == USE_SUPPLIED ? OPT_NAACK_SUPPLIED_NCOA : OPT_RESERVED, 4,
            status == USE_SUPPLIED ? 16 : o->size - 4);
    return status == USE_SUPPLIED ? 20 : o->size;
}

static uint32_t link_layer(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_LLA_OPTION_CODE, 2, 1);
    emit_at(d, o->c, OPT_LLA_BYTES, 3, o->size - 3);
    return o->size;
}

/* tshark counts the padding as one byte. */
static uint32_t handover_key(struct dissect *d, const struct option_run *o)
{
    bool reply = o->type == KEY_REPLY;
    uint32_t pad = get8(d, o->c, 2), at = reply ? 6 : 4;
    emit_at(d, o->c, OPT_HKR_PAD_LENGTH, 2, 1);
    emit_at(d, o->c, OPT_HKR_AT, 3, 1);
    emit_at(d, o->c, OPT_HKR_RESERVED, 3, 1);
    if (reply)
        emit_at(d, o->c, OPT_HKR_LIFETIME, 4, 2);
    if (at + pad > o->size) {
        malformed(d);
        return at;
    }
    uint32_t n = o->size - at - pad;
    emit_at(d, o->c, reply ? OPT_HKR_ENCRYPTED_HANDOVER_KEY : OPT_HKR_ENCRYPTION_PUBLIC_KEY, at, n);
    emit_at(d, o->c, OPT_HKR_PADDING, at + n, pad);
    return at + n + 1;
}

/* tshark does not count what it reads here. */
static uint32_t identifier(struct dissect *d, const struct option_run *o)
{
    unsigned row = o->type == ASSIST ? OPT_HAI_OPTION_CODE : OPT_MN_OPTION_CODE;
    uint32_t n = get8(d, o->c, 3);
    emit_at(d, o->c, row, 2, 1);
    emit_at(d, o->c, row + 1, 3, 1);
    emit_at(d, o->c, row + 2, 4, n);
    if (4 + n < o->size)
        emit_at(d, o->c, OPT_PADDING, 4 + n, o->size - 4 - n);
    return 0;
}

static uint32_t portal(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_CAPTIVE_PORTAL, 2, o->size - 2);
    return o->size;
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Options that are a row of values: a handler, or the rows and sizes from byte 2 on. */
static const struct {
    option_body *body;
    struct icmpv6_part parts[5];
} options[] = {
    [SOURCE_LINK] = { .body = link_address },
    [TARGET_LINK] = { .body = link_address },
    [PREFIX] = { .body = prefix },
    [REDIRECTED] = { .body = redirected },
    [MTU_OPTION] = { .parts = { { OPT_RESERVED, 2 }, { OPT_MTU, 4 } } },
    [INTERVAL] = { .parts = { { OPT_RESERVED, 2 }, { OPT_ADVERTISEMENT_INTERVAL, 4 } } },
    [HOME_AGENT] = { .parts = { { OPT_RESERVED, 2 },
                                { OPT_HOME_AGENT_PREFERENCE, 2 },
                                { OPT_HOME_AGENT_LIFETIME, 2 } } },
    [SOURCE_LIST] = { .body = address_list },
    [TARGET_LIST] = { .body = address_list },
    [CGA] = { .body = cga },
    [RSA] = { .body = signature },
    [TIMESTAMP] = { .body = timestamp },
    [NONCE_OPTION] = { .body = nonce },
    [TRUST_ANCHOR] = { .body = trust_anchor },
    [CERTIFICATE] = { .body = certificate },
    [ADDRESS_PREFIX] = { .parts = { { OPT_IPA_OPTION_CODE, 1 },
                                    { OPT_IPA_PREFIX_LEN, 1 },
                                    { OPT_RESERVED, 4 },
                                    { OPT_IPA_IPV6_ADDRESS, 16 } } },
    [NEW_PREFIX] = { .parts = { { OPT_NRPI_OPTION_CODE, 1 },
                                { OPT_NRPI_PREFIX_LEN, 1 },
                                { OPT_RESERVED, 4 },
                                { OPT_NRPI_PREFIX, 16 } } },
    [LINK_ADDRESS] = { .body = link_layer },
    [ACKNOWLEDGMENT] = { .body = acknowledgment },
    [MAP] = { .body = map },
    [ROUTE] = { .body = route },
    [RDNSS] = { .body = address_list },
    [FLAGS] = { .body = flags },
    [KEY_REQUEST] = { .body = handover_key },
    [KEY_REPLY] = { .body = handover_key },
    [ASSIST] = { .body = identifier },
    [MOBILE_NODE] = { .body = identifier },
    [DNSSL] = { .body = search_list },
    [PROXY_SIGNATURE] = { .body = signature },
    [REGISTRATION] = { .parts = { { OPT_ARO_STATUS, 1 },
                                  { OPT_RESERVED, 3 },
                                  { OPT_ARO_REGISTRATION_LIFETIME, 2 },
                                  { OPT_ARO_EUI64, 8 } } },
    [CONTEXT] = { .body = context },
    [BORDER_ROUTER] = { .parts = { { OPT_ABRO_VERSION_LOW, 2 },
                                   { OPT_ABRO_VERSION_HIGH, 2 },
                                   { OPT_ABRO_VALID_LIFETIME, 2 },
                                   { OPT_ABRO_6LBR_ADDRESS, 16 } } },
    [CAPABILITY] = { .body = capability },
    [PORTAL] = { .body = portal },
    [PREF64] = { .body = pref64 },
};

static uint32_t shortcut_limit(struct dissect *d, struct cursor c)
{
    emit_at(d, c, OPT_NBMA_SHORTCUT_LIMIT, 2, 1);
    emit_at(d, c, OPT_RESERVED, 2, 1);  /* sic */
    emit_at(d, c, OPT_RESERVED, 3, 4);
    return 7;
}

static uint32_t option_data(struct dissect *d, const struct option_run *o)
{
    if (o->type == SHORTCUT)
        return shortcut_limit(d, o->c);
    if (o->type >= ARRAY_LEN(options) || (options[o->type].body == NULL && options[o->type].parts[0].size == 0)) {
        icmpv6_undecoded(d, UNDECODED_OPTION, "Option", o->type);
        emit_at(d, o->c, DATA, 2, o->size - 2);
        return o->size;
    }
    if (options[o->type].body != NULL)
        return options[o->type].body(d, o);
    const struct icmpv6_part *p = options[o->type].parts;
    uint32_t at = 2;
    for (; p->size != 0; at += p++->size)
        emit_at(d, o->c, p->row, at, p->size);
    return at;
}

static bool length_is_bad(struct dissect *d, const struct option_run *o)
{
    if (o->type == ROUTE || o->type == CONTEXT)
        return o->size > 24;
    return o->type == PREF64 && (get16(d, o->c, 2) & 7) > 5;
}

static bool nd_option(struct dissect *d, struct cursor *c)
{
    if (!need(d, *c, 0, 2))
        return false;
    struct option_run o = { .c = *c, .type = c->p[0], .size = c->p[1] * 8u };
    struct icmpv6_option *text = packet_zero(d, sizeof *text);
    if (text == NULL)
        return false;
    *text = (struct icmpv6_option){ .p = c->p, .n = c->cap };
    uint32_t top = emit_arg(d, *c, OPT, 0, 2, text);
    set_len(d, top, o.size);
    down(d);
    emit_at(d, *c, OPT_TYPE, 0, 1);
    uint32_t n = emit_at(d, *c, OPT_LENGTH, 1, 1);
    if (o.size == 0)
        note_on(d, n, OPTION_LENGTH_BAD, "Invalid option length (Zero)");
    else if (length_is_bad(d, &o))
        note_on(d, n, OPTION_LENGTH_BAD, NULL);
    uint32_t used = o.size != 0 ? option_data(d, &o) : 0;
    if (used < o.size && d->stop == STOP_NONE && need(d, *c, used, o.size - used)) {
        uint32_t unknown = emit_at(d, *c, UNKNOWN_DATA, used, o.size - used);
        note_on(d, unknown, UNKNOWN_DATA_NOTE, NULL);
    }
    up(d);
    text->complete = o.size != 0 && d->stop == STOP_NONE;
    cursor_skip(c, o.size);
    return o.size != 0;
}

void icmpv6_nd_options(struct dissect *d, struct cursor c)
{
    while (more(d, &c) && nd_option(d, &c))
        ;
}

/* --- what their labels say -------------------------------------------------------------------- */

static void sb_prefix_length(struct strbuf *sb, const uint8_t *p, uint32_t n, uint32_t length)
{
    sb_icmpv6_prefix(sb, p, n);
    sb_printf(sb, "/%u", length);
}

static void sb_registration(struct strbuf *sb, const uint8_t *p)
{
    const char *state = values_find(&icmpv6_aro_states, p[2]);
    sb_str(sb, " : Register ");
    sb_hex_bytes(sb, p + 8, 8, ':');
    if (state != NULL)
        sb_printf(sb, " %s", state);
    else
        sb_printf(sb, " Unknown %u", p[2]);
}

/* Lists say what there is, even of an option that breaks off. */
static void sb_list(struct strbuf *sb, const struct icmpv6_option *o, uint32_t end)
{
    uint32_t at = 8, n;
    if (o->p[0] != DNSSL) {
        for (; at + 16 <= end; at += 16) {
            sb_char(sb, ' ');
            sb_ipv6(sb, o->p + at);
        }
        return;
    }
    while (at < end && o->p[at] != 0) {
        for (n = 0; at + n < end && o->p[at + n] != 0; n += 1u + o->p[at + n])
            ;
        if (at + n >= end)
            return;
        sb_char(sb, ' ');
        sb_icmpv6_name(sb, o->p + at, n + 1);
        at += n + 1;
    }
}

void sb_nd_option(struct strbuf *sb, const struct icmpv6_option *o)
{
    const uint8_t *p = o->p;
    uint32_t size = o->n >= 2 ? p[1] * 8u : 0;
    if (p[0] == SOURCE_LIST || p[0] == TARGET_LIST || p[0] == RDNSS || p[0] == DNSSL) {
        sb_list(sb, o, size < o->n ? size : o->n);
        return;
    }
    if (!o->complete)
        return;
    switch (p[0]) {
    case SOURCE_LINK:
    case TARGET_LINK:
        if (size == 8 || (size == 16 && is_eui64(p))) {
            sb_str(sb, " : ");
            sb_hex_bytes(sb, p + 2, size == 8 ? 6 : 8, ':');
        }
        break;
    case PREFIX:
        sb_str(sb, " : ");
        sb_prefix_length(sb, p + 16, 16, p[2]);
        break;
    case MTU_OPTION:
    case INTERVAL: sb_printf(sb, " : %u", be32(p + 4)); break;
    case SHORTCUT: sb_printf(sb, " : %u", p[2]); break;
    case ADDRESS_PREFIX:
    case NEW_PREFIX:
        sb_char(sb, ' ');
        sb_prefix_length(sb, p + 8, 16, p[3]);
        break;
    case ROUTE:
        sb_printf(sb, " : %s", values_or(&icmpv6_preferences, p[3] >> 3 & 3, ""));
        if (size > 24)
            break;
        sb_char(sb, ' ');
        sb_prefix_length(sb, p + 8, prefix_room(size), p[2]);
        break;
    case REGISTRATION: sb_registration(sb, p); break;
    case CONTEXT:
        if (size > 24)
            break;
        sb_char(sb, ' ');
        sb_prefix_length(sb, p + 8, prefix_room(size), p[2]);
        break;
    case BORDER_ROUTER:
        sb_printf(sb, " : Version %u.%u, Valid Lifetime : %u, 6LBR : ", be16(p + 4), be16(p + 2), be16(p + 6));
        sb_ipv6(sb, p + 8);
        break;
    default: break;
    }
}
