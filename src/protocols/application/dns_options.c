/* dns_options.c - data that are themselves lists: EDNS options (RFC 6891), service parameters (RFC 9460), stateful
   operations (RFC 8490). */
#include "protocols/application/dns.h"

/* --- EDNS ----------------------------------------------------------------------------------------- */

enum {
    OPT_DAU = 5,
    OPT_DHU,
    OPT_N3U,
    OPT_SUBNET,
    OPT_COOKIE = 10,
    OPT_KEEPALIVE,
    OPT_PADDING,
    OPT_CHAIN,
    OPT_ERROR = 15,
    OPT_SUBNET_OLD = 20730
};

struct option {
    struct dissect *d;
    struct cursor m;
    uint32_t at, len;
};

static void each_byte(struct option *o, unsigned row)
{
    for (uint32_t i = 0; i < o->len && o->d->stop == STOP_NONE; i++)
        emit_at(o->d, o->m, row, o->at + i, 1);
}

/* RFC 7871 section 6: as many bytes of the address as the prefix needs. */
static void subnet(struct option *o)
{
    struct dissect *d = o->d;
    uint32_t at = o->at, n = o->len >= 4 && o->len <= 20 ? o->len - 4 : 16;
    uint32_t family = (uint32_t)dns_add_uint(d, o->m, &at, DNS_OPT_CLIENT_FAMILY, 2);
    dns_add_uint(d, o->m, &at, DNS_OPT_CLIENT_NETMASK, 1);
    dns_add_uint(d, o->m, &at, DNS_OPT_CLIENT_SCOPE, 1);
    if (!need(d, o->m, at, n))
        return;
    uint8_t *address = family == 1 || family == 2 ? packet_zero(d, 16) : NULL;
    if (address == NULL) {
        emit_at(d, o->m, DNS_OPT_CLIENT_ADDR, at, n);
        return;
    }
    memcpy(address, o->m.p + at, n);
    emit_held(d, o->m, family == 1 ? DNS_OPT_CLIENT_ADDR4 : DNS_OPT_CLIENT_ADDR6, at, n, address, family == 1 ? 4 : 16);
}

/* RFC 7873 section 4. */
static void cookie(struct option *o)
{
    emit_at(o->d, o->m, DNS_OPT_COOKIE_CLIENT, o->at, 8);
    if (o->len >= 8)
        emit_at(o->d, o->m, DNS_OPT_COOKIE_SERVER, o->at + 8, o->len - 8);
    else
        malformed(o->d);
}

/* RFC 8914 section 2.  One that is too short for a code is not consumed, as in tshark. */
static void extended_error(struct option *o)
{
    if (o->len < 2) {
        o->len = 0;
        return;
    }
    emit_at(o->d, o->m, DNS_OPT_EXT_ERROR_INFO_CODE, o->at, 2);
    if (o->len > 2)
        emit_at(o->d, o->m, DNS_OPT_EXT_ERROR_EXTRA_TEXT, o->at + 2, o->len - 2);
}

static void option_data(struct option *o, uint32_t code)
{
    switch (code) {
    case OPT_DAU: each_byte(o, DNS_OPT_DAU); break;
    case OPT_DHU: each_byte(o, DNS_OPT_DHU); break;
    case OPT_N3U: each_byte(o, DNS_OPT_N3U); break;
    case OPT_SUBNET:
    case OPT_SUBNET_OLD: subnet(o); break;
    case OPT_COOKIE: cookie(o); break;
    case OPT_KEEPALIVE:
        if (o->len == 2)
            emit_at(o->d, o->m, DNS_OPT_EDNS_TCP_KEEPALIVE_TIMEOUT, o->at, 2);
        break;
    case OPT_PADDING: emit_at(o->d, o->m, DNS_OPT_PADDING, o->at, o->len); break;
    case OPT_CHAIN:
        if (o->len != 0)
            emit_at(o->d, o->m, DNS_OPT_CHAIN_FQDN, o->at, o->len);
        break;
    case OPT_ERROR: extended_error(o); break;
    default: break;
    }
}

void dns_opt_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    for (uint32_t at = r->at, end = r->at + r->len; at < end && need(d, r->m, at, 4);) {
        struct option o = { d, r->m, at + 4, get16(d, r->m, at + 2) };
        uint32_t code = get16(d, r->m, at), node = emit_at(d, r->m, DNS_OPT, at, r->m.cap - at);
        bool old = code == OPT_SUBNET_OLD, bad = (code == OPT_SUBNET || old) && (o.len < 4 || o.len > 20);
        down(d);
        uint32_t part = emit_at(d, r->m, DNS_OPT_CODE, at, 2);
        if (old)
            note_on(d, part, DNS_DEPRECATED_OPTION, NULL);
        part = emit_at(d, r->m, DNS_OPT_LEN, at + 2, 2);
        if (bad && need(d, r->m, o.at, o.len))
            note_on(d, part, DNS_BAD_LENGTH, NULL);
        set_len(d, node, 4 + o.len);
        emit_at(d, r->m, DNS_OPT_DATA, o.at, o.len);
        option_data(&o, code);
        up(d);
        at = o.at + o.len;
    }
}

/* --- SVCB and HTTPS --------------------------------------------------------------------------------- */

enum { KEY_MANDATORY, KEY_ALPN, KEY_NO_DEFAULT_ALPN, KEY_PORT, KEY_IPV4, KEY_ECH, KEY_IPV6, KEY_ODOH = 32769 };

static void fixed_values(struct dns_record *r, struct dns_svcb_param *p, uint32_t *at, unsigned row, uint32_t size)
{
    for (; p->done < p->len && need(r->d, r->m, *at, size); p->done += size)
        dns_add(r->d, r->m, at, row, size);
}

static void alpn_values(struct dns_record *r, struct dns_svcb_param *p, uint32_t *at)
{
    while (p->done < p->len && r->d->stop == STOP_NONE) {
        uint32_t n = (uint32_t)dns_add_uint(r->d, r->m, at, DNS_SVCB_SVCPARAM_ALPN_LENGTH, 1);
        dns_add(r->d, r->m, at, DNS_SVCB_SVCPARAM_ALPN, n);
        p->done += r->d->stop == STOP_NONE ? 1 + n : 0;
    }
}

static void param_value(struct dns_record *r, struct dns_svcb_param *p, uint32_t *at)
{
    struct dissect *d = r->d;
    switch (p->key) {
    case KEY_MANDATORY: fixed_values(r, p, at, DNS_SVCB_SVCPARAM_MANDATORY_KEY, 2); return;
    case KEY_ALPN: alpn_values(r, p, at); return;
    case KEY_NO_DEFAULT_ALPN: return;
    case KEY_PORT:
        dns_add_uint(d, r->m, at, DNS_SVCB_SVCPARAM_PORT, 2);
        p->done = d->stop == STOP_NONE ? 2 : 0;
        return;
    case KEY_IPV4: fixed_values(r, p, at, DNS_SVCB_SVCPARAM_IPV4HINT_IP, 4); return;
    case KEY_IPV6: fixed_values(r, p, at, DNS_SVCB_SVCPARAM_IPV6HINT_IP, 16); return;
    default:
        if (p->key == KEY_ECH || p->key == KEY_ODOH)
            dns_add(d, r->m, at, p->key == KEY_ECH ? DNS_SVCB_SVCPARAM_ECHCONFIG : DNS_SVCB_SVCPARAM_ODOHCONFIG,
                    p->len);
        else if (p->len != 0)
            dns_add(d, r->m, at, DNS_SVCB_SVCPARAM_VALUE, p->len);
        p->done = d->stop == STOP_NONE ? p->len : 0;
    }
}

static void svcb_param(struct dns_record *r, uint32_t *at)
{
    struct dissect *d = r->d;
    struct dns_svcb_param *p = packet_zero(d, sizeof *p);
    if (p == NULL || !need(d, r->m, *at, 1)) {
        malformed(d);
        return;
    }
    uint32_t start = *at, node = emit_arg(d, r->m, DNS_SVCB_SVCPARAM, start, r->m.cap - start, p);
    down(d);
    p->key = (uint16_t)dns_add_uint(d, r->m, at, DNS_SVCB_SVCPARAM_KEY, 2);
    p->len = (uint16_t)dns_add_uint(d, r->m, at, DNS_SVCB_SVCPARAM_VALUE_LENGTH, 2);
    p->headed = d->stop == STOP_NONE;
    if (p->headed) {
        p->value = r->m.p + *at;
        set_len(d, node, 4u + p->len);
        param_value(r, p, at);
    }
    up(d);
}

void dns_svcb_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    dns_add_uint(d, r->m, &at, DNS_SVCB_SVCPRIORITY, 2);
    dns_add_name(d, r->m, &at, DNS_SVCB_TARGETNAME);
    while (at < r->at + r->len && d->stop == STOP_NONE)
        svcb_param(r, &at);
}

static void sb_key(struct strbuf *sb, uint32_t key)
{
    const char *name = values_find(&dns_svcb_keys, key);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "key%u", key);
}

/* One of the values at v; returns its bytes. */
static uint32_t sb_param_value(struct strbuf *sb, const struct dns_svcb_param *p, const uint8_t *v)
{
    switch (p->key) {
    case KEY_MANDATORY: sb_key(sb, be16(v)); return 2;
    case KEY_ALPN: sb_decoded(sb, v + 1, strnlen((const char *)v + 1, v[0]), true); return 1u + v[0];
    case KEY_PORT: sb_uint(sb, be16(v)); return 2;
    case KEY_IPV4: sb_ipv4(sb, v); return 4;
    case KEY_IPV6: sb_ipv6(sb, v); return 16;
    default: sb_escaped(sb, v, p->done); return p->done;
    }
}

static void sb_base64(struct strbuf *sb, const uint8_t *p, uint32_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (uint32_t i = 0; i < n; i += 3) {
        uint32_t have = n - i < 3 ? n - i : 3, v = (uint32_t)p[i] << 16;
        v |= have > 1 ? (uint32_t)p[i + 1] << 8 : 0;
        v |= have > 2 ? p[i + 2] : 0;
        for (uint32_t k = 0; k < 4; k++)
            sb_char(sb, k <= have ? digits[v >> (18 - 6 * k) & 63] : '=');
    }
}

void dns_base64_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    if (p != NULL)
        sb_base64(sb, p, n->len);
}

void dns_svcb_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dns_svcb_param *p = n->v.arg;
    if (p == NULL || !p->headed)
        return;
    sb_str(sb, ": ");
    sb_key(sb, p->key);
    bool encoded = p->key == KEY_ECH || p->key == KEY_ODOH;
    if ((p->done == 0 && !encoded) || (p->done != p->len && encoded))
        return;
    sb_char(sb, '=');
    if (encoded) {
        sb_base64(sb, p->value, p->done);
        return;
    }
    for (uint32_t i = 0; i < p->done;) {
        if (i != 0)
            sb_char(sb, ',');
        i += sb_param_value(sb, p, p->value + i);
    }
}

/* --- stateful operations ------------------------------------------------------------------------------ */

enum { DSO_KEEPALIVE = 1, DSO_RETRY_DELAY, DSO_PADDING };

static void dso_tlv(struct dissect *d, struct cursor m, uint32_t *at)
{
    uint32_t start = *at, node = emit_at(d, m, DNS_DSO_TLV, start, m.cap - start);
    down(d);
    uint32_t type = (uint32_t)dns_add_uint(d, m, at, DNS_DSO_TLV_TYPE, 2);
    uint32_t len = (uint32_t)dns_add_uint(d, m, at, DNS_DSO_TLV_LENGTH, 2);
    if (type == DSO_KEEPALIVE) {
        dns_add_uint(d, m, at, DNS_DSO_TLV_KEEPALIVE_INACTIVITY, 4);
        dns_add_uint(d, m, at, DNS_DSO_TLV_KEEPALIVE_INTERVAL, 4);
    } else if (type == DSO_RETRY_DELAY) {
        dns_add_uint(d, m, at, DNS_DSO_TLV_RETRYDELAY_RETRYDELAY, 4);
    } else if (len != 0) {
        dns_add(d, m, at, type == DSO_PADDING ? DNS_DSO_TLV_ENCPAD_PADDING : DNS_DSO_TLV_DATA, len);
    }
    up(d);
    if (d->stop == STOP_NONE)
        set_len(d, node, 4 + len);
}

uint32_t dns_dso(struct dissect *d, struct cursor m, uint32_t at)
{
    uint32_t start = at;
    if (!need(d, m, at, 1))
        return at;
    uint32_t node = emit_at(d, m, DNS_DSO, at, m.cap - at);
    down(d);
    while (m.wire - at >= 4 && at <= m.wire && d->stop == STOP_NONE)
        dso_tlv(d, m, &at);
    up(d);
    if (d->stop == STOP_NONE)
        set_len(d, node, at - start);
    return at;
}
