/* functions.c - the functions of the language. */
#include "base/base.h"
#include "base/nstime.h"
#include "dissect/label.h"
#include "filter/internal.h"

#include <math.h>

#define SOURCE(f, e) (int)(e)->len, (f)->text + (e)->at

static bool is_literal(const struct expr *e) { return e->type >= FT_TYPES; }
static bool is_uint(const struct expr *e) { return e->value_class == CLASS_UINT && e->type != FT_BOOLEAN; }
static bool is_number(const struct expr *e)
{
    return is_uint(e) || e->value_class == CLASS_INT || e->value_class == CLASS_FLOAT;
}

/* --- what arguments may be ------------------------------------------------------------------------- */

static bool check_case(struct filter *f, struct expr *e)
{
    if (is_literal(e->b) || e->b->value_class != CLASS_TEXT)
        return tell_at(f, e->b->at, e->b->len, "Only string type fields can be used as parameter for %s()",
                       e->function->name);
    e->type = FT_STRING;
    return true;
}

static bool check_len(struct filter *f, struct expr *e)
{
    if (is_literal(e->b))
        return tell_at(f, e->b->at, e->b->len, "Only fields can be used as parameter for %s()", e->function->name);
    e->type = FT_UINT32;
    return true;
}

static bool check_count(struct filter *f, struct expr *e)
{
    if (e->b->kind != EX_FIELD)
        return tell_at(f, e->b->at, e->b->len, "Only fields can be used as parameter for %s()", e->function->name);
    e->type = FT_UINT32;
    return true;
}

static bool check_string(struct filter *f, struct expr *e)
{
    const struct expr *a = e->b;
    if (is_literal(a))
        return tell_at(f, a->at, a->len, "Only fields can be used as parameter for %s()", e->function->name);
    bool address = a->type == FT_ETHER || a->type == FT_GUID || a->type == FT_EUI64 || a->type == FT_OID ||
                   a->type == FT_REL_OID;
    if (a->value_class == CLASS_TEXT || a->value_class == CLASS_NONE || (a->value_class == CLASS_BYTES && !address))
        return tell_at(f, a->at, a->len, "String conversion for field \"%.*s\" is not supported", SOURCE(f, a));
    e->type = FT_STRING;
    return true;
}

static bool check_vals(struct filter *f, struct expr *e)
{
    const struct expr *a = e->b;
    const struct field *w = a->field;
    if (w == NULL || (w->type != FT_BOOLEAN && w->values == NULL && w->ranges == NULL && w->name_of == NULL))
        return tell_at(f, a->at, a->len, "Only fields with names of values can be used as parameter for %s()",
                       e->function->name);
    e->type = FT_STRING;
    return true;
}

static bool check_base(struct filter *f, struct expr *e)
{
    if (is_literal(e->b) || !is_uint(e->b))
        return tell_at(f, e->b->at, e->b->len, "Only unsigned integer fields can be used as parameter for %s()",
                       e->function->name);
    e->type = FT_STRING;
    return true;
}

static bool check_real(struct filter *f, struct expr *e)
{
    if (is_literal(e->b) || (!is_number(e->b) && e->b->value_class != CLASS_TIME))
        return tell_at(f, e->b->at, e->b->len, "Only numeric fields can be used as parameter for %s()",
                       e->function->name);
    e->type = e->function->name[0] == 'f' ? FT_FLOAT : FT_DOUBLE;
    return true;
}

static bool check_extreme(struct filter *f, struct expr *e)
{
    for (const struct expr *a = e->b; a != NULL; a = a->next) {
        if (is_literal(a) || a->value_class == CLASS_NONE)
            return tell_at(f, a->at, a->len, "Argument '%.*s' is not valid for %s()", SOURCE(f, a), e->function->name);
        if (a->type != e->b->type)
            return tell_at(f, a->at, a->len, "Arguments to '%s' must have the same type (expected %s, got %s)",
                           e->function->name, type_symbol(e->b->type), type_symbol(a->type));
    }
    e->type = e->b->type;
    return true;
}

static bool check_abs(struct filter *f, struct expr *e)
{
    if (is_literal(e->b) || (!is_number(e->b) && e->b->type != FT_RELATIVE_TIME))
        return tell_at(f, e->b->at, e->b->len, "'%.*s' is not a valid argument to '%s'()", SOURCE(f, e->b),
                       e->function->name);
    e->type = e->b->type;
    return true;
}

static bool check_address(struct filter *f, struct expr *e, bool four, bool six)
{
    uint8_t c = e->b->value_class;
    if (is_literal(e->b) || !((four && c == CLASS_IPv4) || (six && c == CLASS_IPv6)))
        return tell_at(f, e->b->at, e->b->len, "Only %s address fields can be used as parameter for %s()",
                       !six    ? "IPv4"
                       : !four ? "IPv6"
                               : "IPv4 or IPv6",
                       e->function->name);
    return true;
}

static bool check_test4(struct filter *f, struct expr *e)
{
    return e->type = FT_BOOLEAN, check_address(f, e, true, false);
}
static bool check_test6(struct filter *f, struct expr *e)
{
    return e->type = FT_BOOLEAN, check_address(f, e, false, true);
}
static bool check_test(struct filter *f, struct expr *e)
{
    return e->type = FT_BOOLEAN, check_address(f, e, true, true);
}
static bool check_block(struct filter *f, struct expr *e)
{
    e->type = e->function->name[11] == 'n' ? FT_STRING : FT_UINT32;
    return check_address(f, e, true, true);
}

/* --- over each value ---------------------------------------------------------------------------------- */

typedef bool one_value(const struct call *c, const struct value_of *v, struct value_of *to);

static struct list each(const struct call *c, one_value *one)
{
    struct value_of *to;
    struct list out = state_list(c->s, c->args[0].n, &to);
    uint32_t n = 0;
    for (uint32_t i = 0; i < out.n; i++)
        n += one(c, &c->args[0].v[i], &to[n]);
    out.n = n;
    return out;
}

static bool keep_text(const struct call *c, struct value_of *to)
{
    struct strbuf *sb = state_text(c->s);
    *to = (struct value_of){ .v.p = state_keep(c->s, sb_text(sb), sb->len),
                             .len = (uint32_t)sb->len,
                             .prefix = NO_PREFIX };
    return to->v.p != NULL;
}

/* Letters of ASCII change, others stay, so that it does not depend on the locale. */
static bool one_case(const struct call *c, const struct value_of *v, struct value_of *to)
{
    struct strbuf *sb = state_text(c->s);
    bool upper = c->e->function->name[0] == 'u';
    sb_clear(sb);
    for (uint32_t i = 0; i < v->len; i++) {
        uint8_t b = v->v.p[i];
        if (upper ? b >= 'a' && b <= 'z' : b >= 'A' && b <= 'Z')
            b ^= 0x20;
        sb_char(sb, (char)b);
    }
    return keep_text(c, to);
}
static struct list run_case(const struct call *c) { return each(c, one_case); }

/* Bytes of text and byte sequences, and what tshark says of numbers: the size of their type. */
static uint32_t size_of(uint8_t type)
{
    static const uint8_t sizes[FT_TYPES] = {
        [FT_CHAR] = 1,   [FT_UINT8] = 1,    [FT_UINT16] = 2, [FT_UINT24] = 3, [FT_UINT32] = 4,
        [FT_UINT40] = 5, [FT_UINT48] = 6,   [FT_UINT56] = 7, [FT_UINT64] = 8, [FT_INT8] = 1,
        [FT_INT16] = 2,  [FT_INT24] = 3,    [FT_INT32] = 4,  [FT_INT64] = 8,  [FT_FLOAT] = 4,
        [FT_DOUBLE] = 8, [FT_FRAMENUM] = 4, [FT_IPXNET] = 4, [FT_IPv4] = 4,   [FT_IPv6] = 16,
    };
    return type < FT_TYPES ? sizes[type] : 0;
}

static struct list run_len(const struct call *c)
{
    struct value_of *to;
    uint8_t kind = c->e->b->value_class;
    struct list out = state_list(c->s, c->args[0].n, &to);
    for (uint32_t i = 0; i < out.n; i++)
        to[i] = (struct value_of){
            .v.u = kind == CLASS_BYTES || kind == CLASS_TEXT ? c->args[0].v[i].len : size_of(c->e->b->type),
            .prefix = NO_PREFIX,
        };
    return out;
}

static struct list run_count(const struct call *c)
{
    struct value_of *to;
    struct list out = state_list(c->s, c->args[0].n != 0, &to);
    if (out.n != 0)
        *to = (struct value_of){ .v.u = c->args[0].n, .prefix = NO_PREFIX };
    return out;
}

static void sb_bits_of_time(struct strbuf *sb, const struct expr *a, int64_t ns)
{
    if (a->type == FT_ABSOLUTE_TIME)
        sb_moment(sb, nstime_from_ns(ns), MOMENT_LONG, false, 9);
    else
        sb_span(sb, nstime_from_ns(ns), 9);
}

void value_print(struct strbuf *sb, const struct expr *a, const struct value_of *v)
{
    uint8_t four[4];
    put_be32(four, (uint32_t)v->v.u);
    switch (a->value_class) {
    case CLASS_UINT:
        if (a->type == FT_BOOLEAN)
            sb_str(sb, v->v.u != 0 ? "True" : "False");
        else
            sb_uint(sb, v->v.u);
        return;
    case CLASS_INT: sb_int(sb, v->v.i); return;
    case CLASS_FLOAT: sb_printf(sb, a->type == FT_FLOAT ? "%.9g" : "%.15g", v->v.f); return;
    case CLASS_TIME: sb_bits_of_time(sb, a, v->v.i); return;
    case CLASS_IPv4: sb_ipv4(sb, four); return;
    case CLASS_IPv6: sb_ipv6(sb, v->v.p); return;
    case CLASS_TEXT: sb_mem(sb, v->v.p, v->len); return;
    default: break;
    }
    if (a->type == FT_GUID && v->len == 16) {
        for (uint32_t i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10)
                sb_char(sb, '-');
            sb_hex(sb, v->v.p[i], 2);
        }
    } else if (a->type == FT_OID || a->type == FT_REL_OID) {
        sb_oid(sb, v->v.p, v->len, a->type == FT_REL_OID);
    } else {
        bool address = a->type == FT_ETHER || a->type == FT_EUI64 || a->type == FT_FCWWN;
        sb_hex_bytes(sb, v->v.p, v->len, address ? ':' : '\0');
    }
}

static bool one_string(const struct call *c, const struct value_of *v, struct value_of *to)
{
    struct strbuf *sb = state_text(c->s);
    sb_clear(sb);
    value_print(sb, c->e->b, v);
    return keep_text(c, to);
}
static struct list run_string(const struct call *c) { return each(c, one_string); }

static bool one_name(const struct call *c, const struct value_of *v, struct value_of *to)
{
    const char *name = c->e->b->field != NULL ? field_value_name(c->e->b->field, v->v.u) : NULL;
    if (name != NULL)
        *to = (struct value_of){ .v.p = (const uint8_t *)name, .len = (uint32_t)strlen(name), .prefix = NO_PREFIX };
    return name != NULL;
}
static struct list run_vals(const struct call *c) { return each(c, one_name); }

/* The name of the value if it has one, else the value: what "contains" and "matches" look at. */
static bool one_text(const struct call *c, const struct value_of *v, struct value_of *to)
{
    return one_name(c, v, to) || one_string(c, v, to);
}
static struct list run_text(const struct call *c) { return each(c, one_text); }

static bool one_base(const struct call *c, const struct value_of *v, struct value_of *to)
{
    struct strbuf *sb = state_text(c->s);
    sb_clear(sb);
    if (c->e->function->name[0] == 'h') {
        const struct field *w = c->e->b->field;
        sb_str(sb, "0x");
        sb_hex(sb, v->v.u, w != NULL ? field_bits(w) / 4 : 0);
    } else {
        sb_uint(sb, v->v.u);
    }
    return keep_text(c, to);
}
static struct list run_base(const struct call *c) { return each(c, one_base); }

static bool one_real(const struct call *c, const struct value_of *v, struct value_of *to)
{
    uint8_t kind = c->e->b->value_class;
    double x = kind == CLASS_UINT   ? (double)v->v.u
               : kind == CLASS_INT  ? (double)v->v.i
               : kind == CLASS_TIME ? (double)v->v.i / 1e9
                                    : v->v.f;
    *to = (struct value_of){ .v.f = c->e->type == FT_FLOAT ? (double)(float)x : x, .prefix = NO_PREFIX };
    return true;
}
static struct list run_real(const struct call *c) { return each(c, one_real); }

static bool one_abs(const struct call *c, const struct value_of *v, struct value_of *to)
{
    uint8_t kind = c->e->b->value_class;
    *to = *v;
    if (kind == CLASS_FLOAT)
        to->v.f = fabs(v->v.f);
    else if (kind != CLASS_UINT && v->v.i < 0)
        to->v.i = v->v.i == INT64_MIN ? INT64_MAX : -v->v.i;
    return true;
}
static struct list run_abs(const struct call *c) { return each(c, one_abs); }

static struct list run_extreme(const struct call *c)
{
    const struct value_of *best = NULL;
    uint8_t best_class = 0;
    bool greater = c->e->function->name[1] == 'a';
    const struct expr *a = c->e->b;
    for (uint32_t k = 0; k < c->n_args; k++, a = a->next)
        for (uint32_t i = 0; i < c->args[k].n; i++) {
            const struct value_of *v = &c->args[k].v[i];
            int order = best != NULL ? value_compare(a->value_class, v, best_class, best) : 0;
            if (best == NULL || (greater ? order > 0 : order < 0)) {
                best = v;
                best_class = a->value_class;
            }
        }
    struct value_of *to;
    struct list out = state_list(c->s, best != NULL, &to);
    if (out.n != 0) {
        *to = *best;
        if (best_class != c->e->value_class && best_class == CLASS_UINT && best->v.u > (uint64_t)INT64_MAX)
            to->v.i = INT64_MAX;
    }
    return out;
}

/* --- addresses ------------------------------------------------------------------------------------------ */

/* IANA's registries of special-purpose addresses (RFC 6890 and what followed): flags are source, destination,
   forwardable, globally reachable, reserved by protocol.  More specific blocks come first. */
enum { SRC = 16, DST = 8, FWD = 4, GLB = 2, RES = 1 };
struct block {
    uint8_t prefix[16];
    uint8_t bits;
    uint8_t flags;
    const char *name;
};

static const struct block blocks4[] = {
    { { 0, 0, 0, 0 }, 32, SRC | RES, "This host on this network" },
    { { 0 }, 8, SRC | RES, "This network" },
    { { 10 }, 8, SRC | DST | FWD, "Private-Use" },
    { { 100, 64 }, 10, SRC | DST | FWD, "Shared Address Space" },
    { { 127 }, 8, RES, "Loopback" },
    { { 169, 254 }, 16, SRC | DST | RES, "Link Local" },
    { { 172, 16 }, 12, SRC | DST | FWD, "Private-Use" },
    { { 192, 0, 0, 8 }, 32, SRC, "IPv4 dummy address" },
    { { 192, 0, 0, 9 }, 32, SRC | DST | FWD | GLB, "Port Control Protocol Anycast" },
    { { 192, 0, 0, 10 }, 32, SRC | DST | FWD | GLB, "Traversal Using Relays around NAT Anycast" },
    { { 192, 0, 0, 170 }, 32, RES, "NAT64/DNS64 Discovery" },
    { { 192, 0, 0, 171 }, 32, RES, "NAT64/DNS64 Discovery" },
    { { 192, 0, 0, 0 }, 29, SRC | DST | FWD, "IPv4 Service Continuity Prefix" },
    { { 192, 0, 0 }, 24, 0, "IETF Protocol Assignments" },
    { { 192, 0, 2 }, 24, 0, "Documentation (TEST-NET-1)" },
    { { 192, 31, 196 }, 24, SRC | DST | FWD | GLB, "AS112-v4" },
    { { 192, 52, 193 }, 24, SRC | DST | FWD | GLB, "AMT" },
    { { 192, 88, 99 }, 24, SRC | DST | FWD | GLB, "Deprecated (6to4 Relay Anycast)" },
    { { 192, 168 }, 16, SRC | DST | FWD, "Private-Use" },
    { { 192, 175, 48 }, 24, SRC | DST | FWD | GLB, "Direct Delegation AS112 Service" },
    { { 198, 18 }, 15, SRC | DST | FWD, "Benchmarking" },
    { { 198, 51, 100 }, 24, 0, "Documentation (TEST-NET-2)" },
    { { 203, 0, 113 }, 24, 0, "Documentation (TEST-NET-3)" },
    { { 255, 255, 255, 255 }, 32, DST | RES, "Limited Broadcast" },
    { { 240 }, 4, RES, "Reserved" },
};

static const struct block blocks6[] = {
    { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 128, RES, "Loopback Address" },
    { { 0 }, 128, SRC | RES, "Unspecified Address" },
    { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff }, 96, RES, "IPv4-mapped Address" },
    { { 0, 0x64, 0xff, 0x9b, 0, 1 }, 48, SRC | DST | FWD, "IPv4-IPv6 Translat." },
    { { 0, 0x64, 0xff, 0x9b }, 96, SRC | DST | FWD | GLB, "IPv4-IPv6 Translat." },
    { { 1 }, 64, SRC | DST | FWD, "Discard-Only Address Block" },
    { { 0x20, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 128, SRC | DST | FWD | GLB, "Port Control Protocol Anycast" },
    { { 0x20, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2 }, 128, SRC | DST | FWD | GLB, "Traversal Using Relays around NAT Anycast" },
    { { 0x20, 1, 0, 2 }, 48, SRC | DST | FWD, "Benchmarking" },
    { { 0x20, 1, 0, 3 }, 32, SRC | DST | FWD | GLB, "AMT" },
    { { 0x20, 1, 0, 4, 1, 0x12 }, 48, SRC | DST | FWD | GLB, "AS112-v6" },
    { { 0x20, 1, 0, 0x10 }, 28, 0, "Deprecated (previously ORCHID)" },
    { { 0x20, 1, 0, 0x20 }, 28, SRC | DST | FWD | GLB, "ORCHIDv2" },
    { { 0x20, 1, 0, 0x30 }, 28, SRC | DST | FWD | GLB, "Drone Remote ID Protocol Entity Tags (DETs) Prefix" },
    { { 0x20, 1, 0, 0 }, 32, SRC | DST | FWD, "TEREDO" },
    { { 0x20, 1, 0xd, 0xb8 }, 32, 0, "Documentation" },
    { { 0x20, 1 }, 23, 0, "IETF Protocol Assignments" },
    { { 0x20, 2 }, 16, SRC | DST | FWD, "6to4" },
    { { 0x26, 0x20, 0, 0x4f, 0x80 }, 48, SRC | DST | FWD | GLB, "Direct Delegation AS112 Service" },
    { { 0x3f, 0xff }, 20, 0, "Documentation" },
    { { 0x5f }, 16, SRC | DST | FWD, "Segment Routing (SRv6) SIDs" },
    { { 0xfc }, 7, SRC | DST | FWD, "Unique-Local" },
    { { 0xfe, 0x80 }, 10, SRC | DST | RES, "Link-Local Unicast" },
};

static bool in_block(const uint8_t *address, const uint8_t *prefix, unsigned bits)
{
    unsigned whole = bits / 8, rest = bits % 8;
    return memcmp(address, prefix, whole) == 0 &&
           (rest == 0 || (uint8_t)((address[whole] ^ prefix[whole]) & (0xff00 >> rest)) == 0);
}

/* The address's bytes, 4 or 16 of them; returns how many. */
static unsigned address_bytes(const struct call *c, const struct value_of *v, uint8_t to[16])
{
    if (c->e->b->value_class == CLASS_IPv6) {
        memcpy(to, v->v.p, 16);
        return 16;
    }
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(v->v.u >> (24 - 8 * i));
    return 4;
}

static bool one_block(const struct call *c, const struct value_of *v, struct value_of *to)
{
    uint8_t address[16];
    bool four = address_bytes(c, v, address) == 4;
    const struct block *b = four ? blocks4 : blocks6, *end = b + (four ? ARRAY_LEN(blocks4) : ARRAY_LEN(blocks6));
    while (b < end && !in_block(address, b->prefix, b->bits))
        b++;
    if (b == end)
        return false;
    *to = (struct value_of){ .v.u = b->flags, .prefix = NO_PREFIX };
    if (c->e->type == FT_STRING) {
        to->v.p = (const uint8_t *)b->name;
        to->len = (uint32_t)strlen(b->name);
    }
    return true;
}
static struct list run_block(const struct call *c) { return each(c, one_block); }

static bool one_kind(const struct call *c, const struct value_of *v, struct value_of *to)
{
    uint8_t a[16];
    bool four = address_bytes(c, v, a) == 4, is;
    switch (c->e->function->name[3]) {
    case 'l': is = four ? a[0] == 169 && a[1] == 254 : a[0] == 0xfe && (a[1] & 0xc0) == 0x80; break;
    case 'm': is = four ? (a[0] & 0xf0) == 0xe0 : a[0] == 0xff; break;
    case 'r': is = a[0] == 10 || (a[0] == 172 && (a[1] & 0xf0) == 16) || (a[0] == 192 && a[1] == 168); break;
    default: is = (a[0] & 0xfe) == 0xfc;
    }
    *to = (struct value_of){ .v.u = is, .prefix = NO_PREFIX };
    return true;
}
static struct list run_kind(const struct call *c) { return each(c, one_kind); }

/* --- the table -------------------------------------------------------------------------------------------- */

enum { ANY_NUMBER = 255 };

static const struct function functions[] = {
    { "", 1, 1, NULL, run_text },  /* what "contains" and "matches" make of numbers */
    { "abs", 1, 1, check_abs, run_abs },
    { "count", 1, 1, check_count, run_count },
    { "dec", 1, 1, check_base, run_base },
    { "double", 1, 1, check_real, run_real },
    { "float", 1, 1, check_real, run_real },
    { "hex", 1, 1, check_base, run_base },
    { "ip_linklocal", 1, 1, check_test, run_kind },
    { "ip_multicast", 1, 1, check_test, run_kind },
    { "ip_rfc1918", 1, 1, check_test4, run_kind },
    { "ip_special_mask", 1, 1, check_block, run_block },
    { "ip_special_name", 1, 1, check_block, run_block },
    { "ip_ula", 1, 1, check_test6, run_kind },
    { "len", 1, 1, check_len, run_len },
    { "lower", 1, 1, check_case, run_case },
    { "max", 1, ANY_NUMBER, check_extreme, run_extreme },
    { "min", 1, ANY_NUMBER, check_extreme, run_extreme },
    { "string", 1, 1, check_string, run_string },
    { "upper", 1, 1, check_case, run_case },
    { "vals", 1, 1, check_vals, run_vals },
};

const struct function *function_find(const char *name, uint32_t len)
{
    for (size_t i = 0; i < ARRAY_LEN(functions); i++)
        if (strlen(functions[i].name) == len && memcmp(functions[i].name, name, len) == 0)
            return &functions[i];
    return NULL;
}
