/* ipv6_options.c - options of hop-by-hop and destination options headers: RFC 8200 section 4.2, 2473, 2675, 2711, 4782, 5570,
   6275, 6553, 6621, 6744, 6788, 6971, 7731, 8250, 9268, 9486 (in situ OAM, RFC 9197). */
#include "protocols/internet/ipv6_rows.h"

enum { PAD1 = 0, PADN = 1, TYPE_MPL = 0x6d, TYPE_JUMBO = 0xc2 };
enum where { ANYWHERE, HOP_BY_HOP, DESTINATION };

/* The option at hand. */
struct option_run {
    struct cursor c;     /* its data */
    struct cursor
        whole;     /* the same, to the end of the packet: tshark reads what an option should have, not what it has */
    uint32_t top;        /* its node */
    uint32_t plen;       /* the payload length that the IPv6 header gives */
};
/* Returns the bytes that it has read. */
typedef uint32_t option_body(struct dissect *d, const struct option_run *o);

struct option {
    uint8_t type;
    uint8_t where;
    uint8_t least, most;  /* lengths that are right; most 0: any */
    option_body *body;
    const char *name;     /* in the finding about its length; NULL: the usual name */
};

static uint32_t plain(struct dissect *d, const struct option_run *o, unsigned first, unsigned last, uint32_t size)
{
    uint32_t off = 0;
    for (unsigned row = first; row <= last; row++, off += size)
        emit_at(d, o->whole, row, off, size);
    return off;
}

static uint32_t router_alert(struct dissect *d, const struct option_run *o)
{
    return plain(d, o, ROUTER_ALERT, ROUTER_ALERT, 2);
}
static uint32_t tunnel_limit(struct dissect *d, const struct option_run *o)
{
    return plain(d, o, TUNNEL_LIMIT, TUNNEL_LIMIT, 1);
}
static uint32_t home_address(struct dissect *d, const struct option_run *o)
{
    uint32_t n = plain(d, o, HOME_ADDRESS, HOME_ADDRESS, 16);
    if (d->stop == STOP_NONE)
        set_address(&d->src, &d->net_src, ADDR_IPv6, 16, o->whole.p);
    return n;
}
static uint32_t tpf(struct dissect *d, const struct option_run *o) { return plain(d, o, TPF, TPF, 4); }

static uint32_t padn(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_PADN, 0, o->c.wire);
    return o->c.wire;
}

static uint32_t experimental(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, EXPERIMENTAL, 0, o->c.wire);
    return o->c.wire;
}

static uint32_t ilnp_nonce(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, ILNP_NONCE, 0, o->c.wire);
    return o->c.wire;
}

static uint32_t jumbo(struct dissect *d, const struct option_run *o)
{
    uint32_t n = emit_at(d, o->whole, JUMBO, 0, 4);
    if (get32(d, o->whole, 0) < 65536)
        note_on(d, n, JUMBO_TRUNCATED, NULL);
    if (o->plen != 0)
        note_on(d, o->top, JUMBO_PROHIBITED, NULL);
    return 4;
}

static uint32_t path_mtu(struct dissect *d, const struct option_run *o)
{
    plain(d, o, PMTU_MIN, PMTU_MIN, 2);
    uint32_t value = get16(d, o->whole, 2);
    emit_value(d, o->whole, PMTU_RTN, 2, 2, value & 0xfffe);
    emit_value(d, o->whole, PMTU_R, 3, 1, value & 1);
    return 4;
}

static uint32_t calipso(struct dissect *d, const struct option_run *o)
{
    uint32_t words = get8(d, o->whole, 4);
    emit_at(d, o->whole, CALIPSO_DOI, 0, 4);
    emit_at(d, o->whole, CALIPSO_LENGTH, 4, 1);
    emit_at(d, o->whole, CALIPSO_LEVEL, 5, 1);
    emit_at(d, o->whole, CALIPSO_CHECKSUM, 6, 2);
    emit_at(d, o->whole, CALIPSO_BITMAP, 8, words * 4);
    return 8 + words * 4;
}

static uint32_t smf_dpd(struct dissect *d, const struct option_run *o)
{
    uint32_t first = get8(d, o->whole, 0), used = 1;
    emit_at(d, o->whole, SMF_HASH, 0, 1);
    if (first & 0x80) {
        emit_at(d, o->c, SMF_HAV, 0, o->c.wire);
        return o->c.wire;
    }
    emit_at(d, o->whole, SMF_TYPE, 0, 1);
    emit_at(d, o->whole, SMF_LENGTH, 0, 1);
    if ((first & 0x70) != 0) {
        emit_at(d, o->whole, SMF_TAGGER, 1, (first & 15) + 1);
        used += (first & 15) + 1;
    }
    if (o->c.wire > used)
        emit_at(d, o->c, SMF_IDENT, used, o->c.wire - used);
    return o->c.wire;
}

static uint32_t metrics(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->whole, PDM_DTLR, 0, 1);
    emit_at(d, o->whole, PDM_DTLS, 1, 1);
    emit_at(d, o->whole, PDM_PSN, 2, 2);
    emit_at(d, o->whole, PDM_PSN_LAST, 4, 2);
    emit_at(d, o->whole, PDM_RECV, 6, 2);
    emit_at(d, o->whole, PDM_SENT, 8, 2);
    return 10;
}

static uint32_t quick_start(struct dissect *d, const struct option_run *o)
{
    uint32_t function = get8(d, o->whole, 0) >> 4;
    uint8_t *hops = packet_zero(d, 1);
    if (hops == NULL)
        return 0;
    *hops = (uint8_t)d->hops;
    annotate(d, o->top, hops);
    emit_at(d, o->whole, QS_FUNC, 0, 1);
    if (function != 0 && function != 8)
        return 0;
    emit_at(d, o->whole, QS_RATE, 0, 1);
    if (function == 0) {
        emit_at(d, o->whole, QS_TTL, 1, 1);
        emit_value(d, o->whole, QS_TTL_DIFF, 1, 1, (uint8_t)(d->hops - get8(d, o->whole, 1)));
    } else {
        emit_at(d, o->whole, QS_UNUSED, 1, 1);
    }
    emit_at(d, o->whole, QS_NONCE, 2, 4);
    emit_at(d, o->whole, QS_RESERVED, 2, 4);
    return 6;
}

static uint32_t rpl(struct dissect *d, const struct option_run *o)
{
    emit_bits(d, o->whole, 0, 1, RPL_FLAG, RPL_RESERVED);
    emit_at(d, o->whole, RPL_INSTANCE, 1, 1);
    emit_at(d, o->whole, RPL_RANK, 2, 2);
    return 4;
}

static uint32_t mpl(struct dissect *d, const struct option_run *o)
{
    static const uint8_t lengths[] = { 0, 2, 8, 16 };
    uint32_t seed = lengths[get8(d, o->whole, 0) >> 6];
    emit_bits(d, o->whole, 0, 1, MPL_FLAG, MPL_RESERVED);
    emit_at(d, o->whole, MPL_SEQUENCE, 1, 1);
    if (seed != 0)
        emit_at(d, o->whole, MPL_SEED, 2, seed);
    return 2 + seed;
}

static uint32_t dff(struct dissect *d, const struct option_run *o)
{
    emit_bits(d, o->whole, 0, 1, DFF_FLAGS, DFF_RESERVED);
    emit_at(d, o->whole, DFF_SEQUENCE, 1, 2);
    return 3;
}

static uint32_t line_identification(struct dissect *d, const struct option_run *o)
{
    uint32_t len = get8(d, o->whole, 0), there = o->c.wire > 1 ? o->c.wire - 1 : 0;
    len = len < there ? len : there;
    emit_at(d, o->whole, LIO_LENGTH, 0, 1);
    emit_at(d, o->whole, LIO_ID, 1, len);
    return 1 + len;
}

/* --- in situ OAM: RFC 9197 section 4.4 --------------------------------------------------------- */

/* Words of node data by bit of the trace type, from the highest bit; the rows that show them. */
static const struct trace_item {
    uint8_t words, first, second;
} trace_items[] = {
    { 1, NODE_HLIM, NODE_ID },      { 1, NODE_IIF, NODE_EIF },
    { 1, NODE_SECONDS, 0 },         { 1, NODE_FRACTION, 0 },
    { 1, NODE_DELAY, 0 },           { 1, NODE_NSDATA, 0 },
    { 1, NODE_QUEUE, 0 },           { 1, NODE_CHECKSUM, 0 },
    { 2, NODE_HLIM, NODE_ID_WIDE }, { 2, NODE_IIF_WIDE, NODE_EIF_WIDE },
    { 2, NODE_NSDATA_WIDE, 0 },     { 1, NODE_BUFFER, 0 },
};

static uint32_t words_of_type(uint32_t type)
{
    uint32_t words = 0;
    for (unsigned bit = 0; bit < 22; bit++)
        if (type & 0x800000 >> bit)
            words += bit < ARRAY_LEN(trace_items) ? trace_items[bit].words : 1;
    return words;
}

static void trace_item(struct dissect *d, struct cursor *c, unsigned bit)
{
    const struct trace_item *t = &trace_items[bit];
    uint32_t size = t->words * 4u;
    if (t->second == 0) {
        add_item(d, c, t->first, size);
        return;
    }
    uint32_t head = t->first == NODE_HLIM ? 1 : size / 2;
    if (!need(d, *c, 0, size))
        return;
    emit_value(d, *c, TRACE_PAIR, 0, size, TRACE_BIT0 + bit);
    down(d);
    add_item(d, c, t->first, head);
    add_item(d, c, t->second, size - head);
    up(d);
}

static void trace_node(struct dissect *d, struct cursor *c, uint32_t type, uint32_t number, uint32_t size)
{
    emit_value(d, *c, TRACE_NODE, 0, size, number);
    down(d);
    for (unsigned bit = 0; bit < 22; bit++) {
        if (!(type & 0x800000 >> bit))
            continue;
        if (bit < ARRAY_LEN(trace_items))
            trace_item(d, c, bit);
        else
            add_item(d, c, NODE_UNDEFINED, 4);
    }
    if (!(type & 2)) {
        up(d);
        return;
    }
    uint32_t words = get8(d, *c, 0);
    emit_at(d, *c, OSS_LENGTH, 0, 1);
    emit_at(d, *c, OSS_SCHEMA, 1, 3);
    if (words != 0)
        emit_at(d, *c, OSS_DATA, 4, words * 4);
    up(d);
    cursor_skip(c, 4 + words * 4);
}

/* When the type does not agree with the size of a node, only the first one is looked at. */
static uint32_t trace_data(struct dissect *d, struct cursor c, uint32_t type, uint32_t size, uint32_t free_space)
{
    bool agree = words_of_type(type) * 4 == size;
    struct cursor start = c;
    emit_at(d, c, TRACE_DATA, 0, c.wire);
    down(d);
    if (free_space != 0)
        add_item(d, &c, TRACE_FREE, free_space);
    for (uint32_t n = 1; more(d, &c) && c.wire >= size && (agree || n == 1); n++)
        trace_node(d, &c, agree ? type : type & ~2u, n, size);
    up(d);
    return c.offset - start.offset;
}

static uint32_t trace(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->whole, 2);
    uint32_t bits = get16(d, c, 2), nodelen = bits >> 11, remlen = (bits & 0x7f) * 4, type = get24(d, c, 4);
    uint32_t left = o->c.wire > 10 ? o->c.wire - 10 : 0;
    emit_at(d, c, TRACE_NS, 0, 2);
    uint32_t n = emit_value(d, c, TRACE_NODELEN, 2, 1, nodelen);
    if (nodelen == 0)
        note_on(d, n, IOAM_NODELEN, NULL);
    emit_bits(d, c, 2, 2, TRACE_FLAGS, TRACE_FLAG_RESERVED);
    n = emit_value(d, c, TRACE_REMLEN, 3, 1, bits & 0x7f);
    if (remlen > left)
        note_on(d, n, IOAM_REMLEN, packet_copy(d, &remlen, sizeof remlen));
    n = emit_bits(d, c, 4, 3, TRACE_TYPE, TRACE_TYPE_RESERVED);
    bool mismatch = nodelen != 0 && words_of_type(type) != nodelen;
    if (mismatch && remlen <= left)
        note_on(d, n, IOAM_TYPES, NULL);
    emit_at(d, c, TRACE_RESERVED, 7, 1);
    if (nodelen == 0 || remlen > left || d->stop != STOP_NONE)
        return 10;
    uint32_t used = trace_data(d, cursor_sub(o->whole, 10, left), type, nodelen * 4, remlen);
    return mismatch ? 10 : 10 + used;
}

static uint32_t ioam(struct dissect *d, const struct option_run *o)
{
    uint32_t type = get8(d, o->whole, 1), used = 2;
    emit_at(d, o->whole, IOAM_RESERVED, 0, 1);
    emit_at(d, o->whole, IOAM_TYPE, 1, 1);
    if (!need(d, o->c, 0, o->c.wire) || o->c.wire < 2)
        return used;
    emit_arg(d, o->c, IOAM_BODY, 2, o->c.wire - 2, o->c.p + 1);
    down(d);
    if (type <= 1)
        used = trace(d, o);
    up(d);
    return used;
}

static const struct option options[] = {
    { PADN, ANYWHERE, 0, 0, padn, NULL },
    { 4, DESTINATION, 1, 1, tunnel_limit, NULL },
    { 5, HOP_BY_HOP, 2, 2, router_alert, "Router alert" },
    { 7, HOP_BY_HOP, 8, 252, calipso, NULL },
    { 8, HOP_BY_HOP, 0, 0, smf_dpd, NULL },
    { 15, DESTINATION, 10, 10, metrics, NULL },
    { 0x1e, ANYWHERE, 0, 0, experimental, NULL },
    { 0x26, HOP_BY_HOP, 6, 6, quick_start, NULL },
    { 0x30, HOP_BY_HOP, 4, 4, path_mtu, NULL },
    { 0x31, ANYWHERE, 0, 0, ioam, NULL },
    { 0x3e, ANYWHERE, 0, 0, experimental, NULL },
    { 0x41, DESTINATION, 4, 4, tpf, NULL },
    { 0x5e, ANYWHERE, 0, 0, experimental, NULL },
    { 0x63, HOP_BY_HOP, 4, 255, rpl, NULL },
    { 0x6d, HOP_BY_HOP, 0, 0, mpl, NULL },
    { 0x7e, ANYWHERE, 0, 0, experimental, NULL },
    { 0x8b, DESTINATION, 0, 0, ilnp_nonce, NULL },
    { 0x8c, DESTINATION, 0, 0, line_identification, NULL },
    { 0x9e, ANYWHERE, 0, 0, experimental, NULL },
    { 0xbe, ANYWHERE, 0, 0, experimental, NULL },
    { TYPE_JUMBO, HOP_BY_HOP, 4, 4, jumbo, NULL },
    { 0xc9, DESTINATION, 16, 16, home_address, NULL },
    { 0xde, ANYWHERE, 0, 0, experimental, NULL },
    { 0xee, HOP_BY_HOP, 3, 3, dff, "IPv6 DFF" },
    { 0xfe, ANYWHERE, 0, 0, experimental, NULL },
};

static const struct option *option_of(uint32_t type)
{
    for (size_t i = 0; i < ARRAY_LEN(options); i++)
        if (options[i].type == type)
            return &options[i];
    return NULL;
}

/* --- labels: findings get the option's first two bytes ----------------------------------------- */

void ipv6_option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1), *hops = annotation(d, n);
    if (p == NULL)
        return;
    const char *name = values_find(&ipv6_option_types, *p);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown IPv6 Option (%u)", *p);
    p = hops != NULL ? node_bytes(d, n, 0, 4) : NULL;
    if (p == NULL || (p[2] >> 4 != 0 && p[2] >> 4 != 8))
        return;
    sb_printf(sb, ", %s", values_or(&ip_quick_start_rates, p[2] & 15, ""));
    if (p[2] >> 4 == 0)
        sb_printf(sb, ", QS TTL %u, QS TTL diff %u", p[3], (uint8_t)(*hops - p[3]));
}

void ipv6_option_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->v.arg;
    const struct option *o = option_of(p[0]);
    (void)d;
    sb_str(sb, o != NULL && o->name != NULL ? o->name : values_or(&ipv6_option_types, p[0], ""));
    sb_printf(sb, p[0] == 5 || p[0] == 7 ? ": Invalid Length (%u bytes)" : ": Invalid length (%u bytes)", p[1]);
}

void ipv6_option_mismatch_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->v.arg;
    const struct option *o = option_of(p[0]);
    (void)d;
    sb_printf(sb, "%s must use a %s options header", values_or(&ipv6_option_types, p[0], ""),
              o != NULL && o->where == HOP_BY_HOP ? "hop-by-hop" : "destination");
}

void ipv6_remlen_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *len = n->v.arg;
    (void)d;
    sb_printf(sb, "IOAM RemLen: Invalid length (%u bytes)", len != NULL ? *len : 0);
}

/* --- the list ---------------------------------------------------------------------------------- */

static bool length_is_wrong(const struct option *o, uint32_t len)
{
    if (o->body == ioam)
        return len < 2 || (len - 2) % 4 != 0;
    return o->most != 0 && (len < o->least || len > o->most);
}

static uint32_t pad1(struct dissect *d, struct cursor whole)
{
    uint32_t len = 2 + get8(d, whole, 1);  /* as tshark: it takes the byte behind for a length */
    emit_value(d, whole, OPT, 0, len < whole.wire ? len : whole.wire, 0);
    down(d);
    emit_at(d, whole, OPT_TYPE, 0, 1);
    emit_at(d, whole, OPT_PAD1, 0, 1);
    up(d);
    return 1;
}

/* Returns the bytes of the option. */
static uint32_t one_option(struct dissect *d, struct cursor whole, bool hop_by_hop, uint32_t plen)
{
    uint32_t type = get8(d, whole, 0), len = type != PAD1 ? get8(d, whole, 1) : 0;
    const struct option *o = option_of(type);
    if (d->stop != STOP_NONE || type == PAD1)
        return pad1(d, whole);
    struct option_run run = { .whole = cursor_at(whole, 2), .c = cursor_sub(whole, 2, len), .plen = plen };
    run.top = emit_value(d, whole, OPT, 0, len + 2 < whole.wire ? len + 2 : whole.wire, 0);
    down(d);
    uint32_t kind = emit_bits(d, whole, 0, 1, OPT_TYPE, OPT_REST);
    if (o != NULL && ((o->where == HOP_BY_HOP && !hop_by_hop) || (o->where == DESTINATION && hop_by_hop)))
        note_on(d, kind, OPT_MISMATCH, whole.p);
    if (type == 0x8a)
        note_on(d, kind, OPT_DEPRECATED, NULL);
    if (type == TYPE_MPL && get8(d, whole, 2) >> 6 == 0)
        note_on(d, kind, MPL_SEED_IS_SOURCE, NULL);
    uint32_t n = emit_at(d, whole, OPT_LENGTH, 1, 1), used = 0;
    if (o != NULL && length_is_wrong(o, len))
        note_on(d, n, OPT_LEN_INVALID, whole.p);
    if (o != NULL)
        used = o->body(d, &run);
    if (used < len) {
        n = emit_at(d, run.c, o != NULL ? OPT_MORE : OPT_UNKNOWN, used, len - used);
        note_on(d, n, OPT_NOT_INTERPRETED, NULL);
    } else if (o == NULL) {
        n = emit_at(d, run.c, OPT_UNKNOWN, 0, 0);
        note_on(d, n, OPT_NOT_INTERPRETED, NULL);
    }
    up(d);
    return len + 2;
}

void ipv6_options(struct dissect *d, struct cursor c, struct cursor whole, bool hop_by_hop, uint32_t plen)
{
    uint32_t len = c.wire;
    for (uint32_t at = 0; at < len && d->stop == STOP_NONE;)
        at += one_option(d, cursor_at(whole, at), hop_by_hop, plen);
}

uint32_t ipv6_jumbo_length(const uint8_t *p, uint32_t len)
{
    while (len >= 1) {
        uint32_t n = p[0] == PAD1 ? 1 : len >= 2 ? p[1] + 2u : len + 1;
        if (n > len)
            return 0;
        if (p[0] == TYPE_JUMBO && n == 6)
            return be32(p + 2);
        p += n;
        len -= n;
    }
    return 0;
}
