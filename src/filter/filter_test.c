/* filter_test.c - filters that are typed, and random ones: what is printed is read as the same tree, the program agrees
   with a plain evaluator of the tree below, and what it needs of a packet is enough.  Arguments: captures. */
#include "base/base.h"
#include "check.h"
#include "dissect/label.h"
#include "filter/internal.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>

/* --- sentences and trees -------------------------------------------------------------------------------- */

static const struct {
    const char *text, *printed;  /* printed NULL: as it is */
} trees[] = {
    { "tcp.port == 80", NULL },
    { "tcp.port==80&&ip||udp", "(tcp.port == 80 && ip) || udp" },
    { "not tcp or udp and ip", "!tcp || (udp && ip)" },
    { "tcp xor udp and ip", "tcp ^^ (udp && ip)" },
    { "all tcp.port gt 1024", "all tcp.port > 1024" },
    { "tcp.port not in {80,443 .. 445}", "tcp.port not in {80, 443 .. 445}" },
    { "eth[0:2,4-5,-1,6:] == 00:01", NULL },
    { "ip.addr#2 == 10.0.0.0/8", "ip.addr#[2] == 10.0.0.0/8" },
    { "1 < 2", "" },
    { "tcp.srcport + 1 * 2 == {tcp.dstport + 1} * 2", "tcp.srcport + 1 * 2 == {tcp.dstport + 1} * 2" },
    { "@ip.src == 01:02:03:04", NULL },
    { "frame.number == $frame.number", "frame.number == ${frame.number}" },
    { "dns.qry.name == \"a\\\"\\x01\\u00e9\"", "dns.qry.name == \"a\\\"\\x01\\xc3\\xa9\"" },
    { "max(tcp.srcport, len(tcp)) == 5", "" },
    { "upper(dns.qry.name) matches r\"^\\w\"", "upper(dns.qry.name) matches \"^\\\\w\"" },
    { "tcp.flags & 0x02", NULL },
    { "ip.ttl > -5", NULL },
    { "udp.srcport < udp.dstport < 100", "udp.srcport < udp.dstport && udp.dstport < 100" },
};

static void check_trees(void)
{
    for (size_t i = 0; i < ARRAY_LEN(trees); i++) {
        struct filter *f = filter_compile(trees[i].text, NULL, NULL);
        const char *want = trees[i].printed != NULL ? trees[i].printed : trees[i].text;
        struct strbuf sb = { 0 };
        if (f != NULL)
            filter_print(&sb, f);
        check_str(sb_text(&sb), want, trees[i].text, __FILE__, __LINE__);
        sb_free(&sb);
        filter_free(f);
    }
}

static void refused(const char *text, const char *sentence)
{
    struct filter_problem p;
    struct filter *f = filter_compile(text, NULL, &p);
    CHECK(f == NULL);
    CHECK_STR(f == NULL ? p.text : "", sentence);
    filter_free(f);
}

static void check_bounds(void)
{
    enum { MANY = 20000 };
    char *long_text = calloc(1, MANY * 5 + 1);
    CHECK(long_text != NULL);
    if (long_text == NULL)
        return;
    memset(long_text, '(', MANY);
    refused(long_text, "The filter is nested more than 200 levels deep.");
    memset(long_text, '!', MANY);
    refused(long_text, "The filter is nested more than 200 levels deep.");
    for (int i = 0; i < MANY / 2; i++)
        memcpy(long_text + 4 * i, i + 1 < MANY / 2 ? "ip||" : "ip", i + 1 < MANY / 2 ? 4 : 3);
    refused(long_text, "The filter has more than 4000 operators in a row.");
    memset(long_text, 'a', MANY * 5);
    refused(long_text, "The filter is longer than 65536 bytes.");
    free(long_text);
    struct filter_problem p;
    CHECK(filter_compile("tcp.prot == 80", NULL, &p) == NULL);
    CHECK(strstr(p.near_names, "tcp.port") != NULL);
}

/* --- random filters ---------------------------------------------------------------------------------------- */

static uint64_t seed = 88172645463325252u;
static uint32_t pick(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}
#define ONE_OF(list) list[pick(ARRAY_LEN(list))]

static const char *const numbers[] = { "tcp.port", "udp.port", "ip.ttl", "frame.len", "tcp.flags", "ip.proto", "tcp.srcport",
                                       "dns.qry.type", "frame.number", "ip.len", "udp.length", "tcp.len", "eth.type" };
static const char *const flags[] = { "tcp.flags.syn", "tcp.flags.ack", "ip.flags.df", "dns.flags.response", "eth.ig" };
static const char *const addresses[] = { "ip.src", "ip.dst", "ip.addr", "ip.src#1", "ip.addr#[-1]" };
static const char *const bytes[] = { "eth.src", "eth.dst", "eth",   "ip",          "tcp",
                                     "udp",     "dns",     "frame", "udp.payload", "@ip.src" };
static const char *const texts[] = { "dns.qry.name", "dns.resp.name", "frame.protocols", "http.host" };
static const char *const things[] = { "tcp",         "udp",  "ip",   "dns",  "arp",
                                      "tcp.options", "icmp", "vlan", "ipv6", "_ws.expert" };
static const char *const orders[] = { "==", "!=", "===", "!==", ">", ">=", "<", "<=" };
static const char *const quantifiers[] = { "", "", "", "any ", "all " };
static const char *const words[] = { "\"example\"", "\"www\"", "\"a\"", "\"dns\"", "\"Example.COM\"", "\"\\x07\"" };
static const char *const spans[] = { "[0]", "[0:2]", "[-2:]", "[1-3]", "[0,2:2]", "[:4]", "[6:]" };
static const char *const parts[] = { "00", "00:00", "ff:ff", "45", "08:00", "02:00:00" };
static const char *const nets[] = { "192.0.2.0/24", "10.0.0.1",   "0.0.0.0/0",
                                    "192.0.2.10",   "10.0.0.0/8", "255.255.255.255" };

static void any_number(struct strbuf *sb, int depth)
{
    static const char *const signs[] = { " + ", " - ", " * ", " / ", " % ", " & " };
    switch (depth > 0 ? pick(6) : 0) {
    case 1:
        sb_char(sb, '{');
        any_number(sb, depth - 1);
        sb_str(sb, ONE_OF(signs));
        if (pick(2) != 0)
            any_number(sb, depth - 1);
        else
            sb_uint(sb, pick(100));
        sb_char(sb, '}');
        return;
    case 2: sb_printf(sb, "len(%s)", ONE_OF(bytes)); return;
    case 3: sb_printf(sb, "count(%s)", pick(2) != 0 ? ONE_OF(addresses) : ONE_OF(numbers)); return;
    default: sb_str(sb, ONE_OF(numbers));
    }
}

static void any_set(struct strbuf *sb)
{
    static const uint32_t tops[] = { 8, 100, 256 };
    sb_printf(sb, "%s%s%s in {", ONE_OF(quantifiers), ONE_OF(numbers), pick(3) == 0 ? " not" : "");
    for (uint32_t i = 0, n = 1 + pick(8); i < n; i++) {
        uint32_t low = pick(ONE_OF(tops));
        sb_printf(sb, i != 0 ? ", %u" : "%u", low);
        if (pick(3) == 0)
            sb_printf(sb, " .. %u", pick(256));
    }
    sb_char(sb, '}');
}

static void any_test(struct strbuf *sb)
{
    switch (pick(10)) {
    case 0: sb_str(sb, ONE_OF(things)); return;
    case 1: any_set(sb); return;
    case 2: sb_printf(sb, "%s%s %s %s", ONE_OF(quantifiers), ONE_OF(addresses), ONE_OF(orders), ONE_OF(nets)); return;
    case 3:
        sb_printf(sb, "%s%s%s %s %s", ONE_OF(quantifiers), ONE_OF(bytes), ONE_OF(spans), ONE_OF(orders), ONE_OF(parts));
        return;
    case 4: sb_printf(sb, "%s%s contains %s", ONE_OF(quantifiers), ONE_OF(texts), ONE_OF(words)); return;
    case 5: sb_printf(sb, "%s%s %s %s", ONE_OF(quantifiers), ONE_OF(texts), ONE_OF(orders), ONE_OF(words)); return;
    case 6: sb_printf(sb, "%s == %u", ONE_OF(flags), pick(2)); return;
    case 7: sb_printf(sb, "%s contains %s", ONE_OF(bytes), ONE_OF(parts)); return;
    case 8:
        sb_printf(sb, "%s%s %s %s", ONE_OF(quantifiers), ONE_OF(addresses), ONE_OF(orders), ONE_OF(addresses));
        return;
    default:
        sb_str(sb, ONE_OF(quantifiers));
        any_number(sb, 2);
        sb_printf(sb, " %s ", ONE_OF(orders));
        if (pick(2) != 0)
            sb_uint(sb, pick(256));
        else
            any_number(sb, 1);
    }
}

static void any_condition(struct strbuf *sb, int depth)
{
    static const char *const joins[] = { " && ", " || ", " ^^ ", " and ", " or ", " xor " };
    if (depth == 0 || pick(3) == 0) {
        any_test(sb);
        return;
    }
    sb_str(sb, pick(4) == 0 ? "!(" : "(");
    any_condition(sb, depth - 1);
    sb_str(sb, ONE_OF(joins));
    any_condition(sb, depth - 1);
    sb_char(sb, ')');
}

/* --- the plain evaluator: text, numbers and bytes of every value, every pair compared ------------------------- */

enum { MANY_VALUES = 5000 };
struct plain {
    bool number;
    __int128 n;
    unsigned prefix;          /* of an IPv4 address, else 32 */
    bool text;
    uint32_t len;
    uint8_t b[4096];
};
struct plains {
    struct plain *v;
    uint32_t n, room;
};

static struct plain *next_plain(struct plains *p)
{
    if (p->n == p->room) {
        p->room = p->room != 0 ? p->room * 2 : 4;
        p->v = realloc(p->v, p->room * sizeof *p->v);
    }
    if (p->v == NULL || p->n == MANY_VALUES)
        abort();
    p->v[p->n] = (struct plain){ .prefix = 32 };
    return &p->v[p->n++];
}

static bool has_name(const struct node *n, const char *name, uint32_t len)
{
    const struct note_def *note = registry_note(n->field);
    const char *own = note != NULL ? note->name : registry_field(n->field)->name;
    return strlen(own) == len && memcmp(own, name, len) == 0;
}

/* The node's number of its protocol's headers up to it, and all of them. */
static void count_layers(const struct dissect *d, uint32_t at, int *here, int *all)
{
    *here = *all = 0;
    for (uint32_t i = 0; i < d->tree.count; i++) {
        const struct node *n = &d->tree.nodes[i];
        bool heading = registry_field(n->field)->type == FT_PROTOCOL &&
                       n->field == registry_first_field[registry_owner[d->tree.nodes[at].field]];
        *all += heading;
        *here += heading && i <= at;
    }
}

static bool layer_asked(const struct expr *e, const struct dissect *d, uint32_t at)
{
    int here, all;
    count_layers(d, at, &here, &all);
    for (uint32_t i = 0; i < e->n_spans; i++)
        if (here == (e->spans[i].from < 0 ? all + 1 + e->spans[i].from : e->spans[i].from))
            return true;  /* random filters have single layers alone */
    return e->n_spans == 0;
}

static void plain_bytes(struct plain *p, const uint8_t *bytes_at, uint32_t len)
{
    p->len = len < sizeof p->b ? len : (uint32_t)sizeof p->b;
    memcpy(p->b, bytes_at, p->len);
}

static void plain_node(struct plains *out, const struct expr *e, const struct dissect *d, const struct node *n)
{
    struct plain *p = next_plain(out);
    struct strbuf sb = { 0 };
    uint32_t len = 0;
    const uint8_t *raw = node_bytes(d, n, 0, n->len);
    const struct field *f = registry_field(n->field);
    p->prefix = 32;
    if (e->raw || f->type == FT_PROTOCOL) {
        plain_bytes(p, raw != NULL ? raw : (const uint8_t *)"", raw != NULL ? n->len : 0);
    } else if (type_is_string(f->type)) {
        p->text = true;
        node_show(&sb, d, n);
        plain_bytes(p, (const uint8_t *)sb_text(&sb), (uint32_t)sb.len);
    } else if (f->type == FT_IPv4 || type_is_uint(f->type) || f->type == FT_BOOLEAN) {
        p->number = true;
        raw = node_value(d, n, &len);
        p->n = f->type == FT_IPv4 ? be32(raw) : (__int128)n->v.u;
    } else {
        raw = node_value(d, n, &len);
        plain_bytes(p, raw, len);
    }
    sb_free(&sb);
}

static void plain_constant(struct plains *out, const struct expr *e)
{
    struct plain *p = next_plain(out);
    const struct value_of *v = e->values.v;
    p->number = e->value_class == CLASS_UINT || e->value_class == CLASS_INT || e->value_class == CLASS_IPv4;
    p->prefix = v->prefix <= 32 ? v->prefix : 32;
    p->n = e->value_class == CLASS_INT ? (__int128)v->v.i : (__int128)v->v.u;
    p->text = e->value_class == CLASS_TEXT;
    if (!p->number)
        plain_bytes(p, v->v.p, v->len);
}

static struct plains plain_values(const struct expr *e, const struct dissect *d);

static void plain_slice(struct plains *out, const struct expr *e, const struct plain *from)
{
    struct plain made = { .prefix = 32, .text = from->text };
    for (uint32_t i = 0; i < e->n_spans; i++) {
        const struct span *s = &e->spans[i];
        int64_t len = from->len, a = s->from < 0 ? len + s->from : s->from, b;
        b = s->form == SPAN_ONE      ? a + 1
            : s->form == SPAN_REST   ? len
            : s->form == SPAN_LENGTH ? a + s->to
                                     : (s->to < 0 ? len + s->to : s->to) + 1;
        if (a < 0 || a >= b || b > len)
            return;
        memcpy(made.b + made.len, from->b + a, (size_t)(b - a));
        made.len += (uint32_t)(b - a);
    }
    *next_plain(out) = made;
}

static void plain_arith(struct plains *out, const struct expr *e, __int128 a, __int128 b)
{
    if ((e->op == ARITH_DIV || e->op == ARITH_MOD) && b == 0)
        return;
    struct plain *p = next_plain(out);
    p->number = true;
    p->prefix = 32;
    p->n = e->op == ARITH_ADD   ? a + b
           : e->op == ARITH_SUB ? a - b
           : e->op == ARITH_MUL ? a * b
           : e->op == ARITH_DIV ? a / b
           : e->op == ARITH_MOD ? a % b
                                : a & b;
}

static struct plains plain_values(const struct expr *e, const struct dissect *d)
{
    struct plains out = { 0 }, a = { 0 }, b = { 0 };
    if (e->constant) {
        plain_constant(&out, e);
        return out;
    }
    if (e->kind == EX_FIELD) {
        for (uint32_t i = 0; i < d->tree.count; i++)
            if (has_name(&d->tree.nodes[i], e->text, e->n) && layer_asked(e, d, i))
                plain_node(&out, e, d, &d->tree.nodes[i]);
        return out;
    }
    a = plain_values(e->kind == EX_CALL ? e->b : e->a, d);
    if (e->kind == EX_ARITH)
        b = plain_values(e->b, d);
    for (uint32_t i = 0; i < a.n; i++) {
        for (uint32_t k = 0; k < b.n; k++)
            plain_arith(&out, e, a.v[i].n, b.v[k].n);
        if (e->kind == EX_SLICE)
            plain_slice(&out, e, &a.v[i]);
        if (e->kind == EX_CALL && (e->text[0] == 'l' || i == 0)) {
            struct plain *p = next_plain(&out);
            *p = (struct plain){ .number = true, .prefix = 32, .n = e->text[0] == 'l' ? a.v[i].len : a.n };
        }
    }
    free(a.v);
    free(b.v);
    return out;
}

static int plain_compare(const struct plain *a, const struct plain *b)
{
    if (a->number) {
        unsigned bits = a->prefix < b->prefix ? a->prefix : b->prefix;
        __int128 x = a->n, y = b->n;
        if (bits < 32) {
            x >>= 32 - bits;
            y >>= 32 - bits;
        }
        return x < y ? -1 : x > y;
    }
    uint32_t least = a->len < b->len ? a->len : b->len;
    int longer = a->len < b->len ? -1 : a->len > b->len, order = memcmp(a->b, b->b, least);
    if (a->text && b->text)
        return order != 0 ? order : longer;
    return longer != 0 ? longer : order;
}

static bool plain_pair(uint8_t op, const struct plain *a, const struct plain *b)
{
    int order = op != TEST_CONTAINS ? plain_compare(a, b) : 0;
    switch (op) {
    case TEST_EQ:
    case TEST_ALL_EQ: return order == 0;
    case TEST_ALL_NE:
    case TEST_ANY_NE: return order != 0;
    case TEST_GT: return order > 0;
    case TEST_GE: return order >= 0;
    case TEST_LT: return order < 0;
    case TEST_LE: return order <= 0;
    default: return memmem(a->b, a->len, b->b, b->len) != NULL;
    }
}

/* What a protocol contains goes on to the end of what it was given: left to the tables of tests/filter. */
static bool beyond(const struct expr *e)
{
    return e->kind == EX_TEST && e->op == TEST_CONTAINS && e->a->type == FT_PROTOCOL;
}

static bool plain_test(const struct expr *e, const struct dissect *d)
{
    struct plains a = plain_values(e->a, d), b = plain_values(e->b, d);
    bool all = e->quantifier != QUANT_DEFAULT ? e->quantifier == QUANT_ALL
                                              : e->op == TEST_ALL_EQ || e->op == TEST_ALL_NE;
    uint32_t passed = 0;
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n; k++)
            passed += plain_pair(e->op, &a.v[i], &b.v[k]);
    bool result = all ? passed != 0 && passed == a.n * b.n : passed != 0;
    free(a.v);
    free(b.v);
    return result;
}

static bool plain_in(const struct expr *e, const struct dissect *d)
{
    struct plains a = plain_values(e->a, d);
    uint32_t inside = 0;
    for (uint32_t i = 0; i < a.n; i++) {
        bool is = false;
        for (const struct expr *s = e->b; s != NULL; s = s->next) {
            const struct expr *low = s->kind == EX_PAIR ? s->a : s, *high = s->kind == EX_PAIR ? s->b : s;
            is |= a.v[i].n >= (__int128)low->values.v->v.u && a.v[i].n <= (__int128)high->values.v->v.u;
        }
        inside += is;
    }
    bool result = e->quantifier == QUANT_ALL ? inside != 0 && inside == a.n : inside != 0;
    free(a.v);
    return result != e->negated;
}

static bool plain_condition(const struct expr *e, const struct dissect *d)
{
    struct plains p;
    bool result;
    switch (e->kind) {
    case EX_OR: return plain_condition(e->a, d) || plain_condition(e->b, d);
    case EX_AND: return plain_condition(e->a, d) && plain_condition(e->b, d);
    case EX_XOR: return plain_condition(e->a, d) != plain_condition(e->b, d);
    case EX_NOT: return !plain_condition(e->a, d);
    case EX_TEST: return plain_test(e, d);
    case EX_IN: return plain_in(e, d);
    default:
        result = false;
        for (uint32_t i = 0; i < d->tree.count && e->a->kind == EX_FIELD; i++)
            result |= has_name(&d->tree.nodes[i], e->a->text, e->a->n);
        if (e->a->kind == EX_FIELD)
            return result;
        p = plain_values(e->a, d);
        result = p.n != 0;
        free(p.v);
        return result;
    }
}

static bool has_beyond(const struct expr *e)
{
    if (e->kind <= EX_AND)
        return has_beyond(e->a) || has_beyond(e->b);
    return e->kind == EX_NOT ? has_beyond(e->a) : beyond(e);
}

/* --- both over captures ----------------------------------------------------------------------------------------- */

enum { RANDOM_FILTERS = 300 };

struct made {
    char *text;
    struct filter *filter;
    struct filter_state *state;
    uint64_t passed, sum;
};

/* A random filter that is accepted; what it prints is the same tree. */
static void make_one(struct made *m)
{
    struct strbuf sb = { 0 }, printed = { 0 }, again = { 0 };
    do {
        sb_clear(&sb);
        any_condition(&sb, 3);
        m->filter = filter_compile(sb_text(&sb), NULL, NULL);
    } while (m->filter == NULL);
    m->text = strdup(sb_text(&sb));
    m->state = filter_state_new(m->filter);
    filter_print(&printed, m->filter);
    struct filter *f = filter_compile(sb_text(&printed), NULL, NULL);
    if (f != NULL)
        filter_print(&again, f);
    check_str(sb_text(&again), sb_text(&printed), m->text, __FILE__, __LINE__);
    filter_free(f);
    sb_free(&sb);
    sb_free(&printed);
    sb_free(&again);
}

static void agree(struct made *m, const struct thr_packet *packet)
{
    bool passes = filter_match(m->filter, m->state, &packet->d);
    m->passed += passes;
    m->sum = m->sum * 31 + (passes ? packet->frame.number : 0);
    if (has_beyond(m->filter->tree) || plain_condition(m->filter->tree, &packet->d) == passes)
        return;
    printf("frame %u: %s\n", packet->frame.number, m->text);
    CHECK_INT(passes, !passes);
}

static struct thr_session *open_session(struct thr_engine *engine, const char *path)
{
    struct thr_session *s = thr_session_open(engine, path, NULL);
    if (CHECK(s != NULL))
        thr_session_two_passes(s);
    return s;
}

/* All filters over packets that were dissected in full. */
static void in_full(struct thr_engine *engine, const char *path, struct made *all)
{
    const struct thr_packet *packet;
    struct thr_session *s = open_session(engine, path);
    if (s == NULL)
        return;
    thr_session_need_everything(s);
    while (thr_session_next(s, &packet, NULL) == THR_PACKET)
        for (int i = 0; i < RANDOM_FILTERS; i++)
            agree(&all[i], packet);
    thr_session_close(s);
}

/* One of them over packets that are dissected for it alone. */
static void by_itself(struct thr_engine *engine, const char *path, struct made *m)
{
    const struct thr_packet *packet;
    struct thr_filter *f = thr_filter_new(engine, m->text, NULL);
    struct thr_session *s = open_session(engine, path);
    uint64_t passed = 0;
    if (s == NULL || !CHECK(f != NULL))
        return;
    thr_session_display_filter(s, f);
    while (thr_session_next(s, &packet, NULL) == THR_PACKET)
        passed++;
    if (passed != m->passed)
        printf("%s: %s\n", path, m->text);
    CHECK_INT(passed, m->passed);
    thr_session_close(s);
    thr_filter_free(f);
}

int main(int argc, char **argv)
{
    static struct made all[RANDOM_FILTERS];
    struct thr_engine *engine = thr_engine_new(NULL);
    check_trees();
    check_bounds();
    for (int i = 0; i < RANDOM_FILTERS; i++)
        make_one(&all[i]);
    for (int a = 1; a < argc; a++) {
        for (int i = 0; i < RANDOM_FILTERS; i++)
            all[i].passed = 0;
        in_full(engine, argv[a], all);
        for (int i = 0; i < RANDOM_FILTERS; i++)
            by_itself(engine, argv[a], &all[i]);
    }
    for (int i = 0; i < RANDOM_FILTERS; i++) {
        filter_state_free(all[i].state);
        filter_free(all[i].filter);
        free(all[i].text);
    }
    thr_engine_free(engine);
    return check_done();
}
