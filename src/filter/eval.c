/* eval.c - running a program over a dissected packet. */
#include "base/base.h"
#include "base/crew.h"
#include "dissect/label.h"
#include "filter/internal.h"

#include <stdlib.h>

/* Memory that one packet's values may need, how many values an operator makes, and how hard a regular expression
   may try: hostile packets meet careless patterns. */
enum { EVAL_MEMORY_MAX = 16 * 1024 * 1024, MOST_VALUES = 4096, MATCH_STEPS = 500000, MATCH_HEAP_KB = 2048 };

struct filter_state {
    struct arena arena;            /* of one packet */
    struct strbuf text;
    struct list *registers;
    pcre2_match_data *found;
    pcre2_match_context *limits;
    filter_column_text *column;
    const void *column_context;
    const struct dissect *selected;
};

struct filter_state *filter_state_new(const struct filter *f)
{
    struct filter_state *s = crew_alloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->arena.max = EVAL_MEMORY_MAX;
    s->registers = crew_alloc((f->n_registers + 1) * sizeof *s->registers);
    if (f->n_regexes != 0) {
        s->found = pcre2_match_data_create(1, NULL);
        s->limits = pcre2_match_context_create(NULL);
    }
    if (s->registers == NULL || (f->n_regexes != 0 && (s->found == NULL || s->limits == NULL))) {
        filter_state_free(s);
        return NULL;
    }
    if (s->limits != NULL) {
        pcre2_set_match_limit(s->limits, MATCH_STEPS);
        pcre2_set_heap_limit(s->limits, MATCH_HEAP_KB);
    }
    for (uint32_t i = 0; i < f->n_registers; i++)
        s->registers[i] = f->constants[i];
    return s;
}

void filter_state_free(struct filter_state *s)
{
    if (s == NULL)
        return;
    if (s->found != NULL)
        pcre2_match_data_free(s->found);
    if (s->limits != NULL)
        pcre2_match_context_free(s->limits);
    arena_free(&s->arena);
    sb_free(&s->text);
    free(s->registers);
    free(s);
}

void filter_state_columns(struct filter_state *s, filter_column_text *text, const void *context)
{
    s->column = text;
    s->column_context = context;
}

void filter_state_select(struct filter_state *s, const struct dissect *selected) { s->selected = selected; }

/* --- memory for values ------------------------------------------------------------------------------- */

struct list state_list(struct filter_state *s, uint32_t n, struct value_of **into)
{
    *into = n != 0 ? arena_take(&s->arena, n * sizeof **into) : NULL;
    return (struct list){ *into, *into != NULL ? n : 0 };
}

struct strbuf *state_text(struct filter_state *s) { return &s->text; }

const uint8_t *state_keep(struct filter_state *s, const void *bytes, size_t n)
{
    static const uint8_t nothing[1] = { 0 };
    return n != 0 ? arena_copy(&s->arena, bytes, n) : nothing;
}

/* --- nodes --------------------------------------------------------------------------------------------- */

static inline bool is_used(const struct use *u, uint32_t field)
{
    for (uint32_t i = 0; i < u->n; i++)
        if (u->globals[i] == field)
            return true;
    return false;
}

/* Which of its protocol's headers in the packet the node belongs to, from 1; and how many there are. */
static int32_t layer_of(const struct dissect *d, uint32_t at, int32_t *layers)
{
    uint32_t heading = registry_first_field[registry_owner[d->tree.nodes[at].field]];
    int32_t count = 0, here = 1;
    for (uint32_t i = 0; i < d->tree.count; i++) {
        count += d->tree.nodes[i].field == heading;
        if (i == at && count > 0)
            here = count;
    }
    *layers = count > 0 ? count : 1;
    return here;
}

static bool in_layers(const struct use *u, const struct dissect *d, uint32_t at)
{
    int32_t count, layer = layer_of(d, at, &count);
    for (uint32_t i = 0; i < u->n_layers; i++) {
        const struct span *s = &u->layers[i];
        int64_t from = s->from < 0 ? (int64_t)count + 1 + s->from : s->from, to = from;
        if (s->form == SPAN_LENGTH)
            to = from + s->to - 1;
        else if (s->form == SPAN_REST)
            to = count;
        else if (s->form == SPAN_ENDS)
            to = s->to < 0 ? (int64_t)count + 1 + s->to : s->to;
        if (layer >= from && layer <= to)
            return true;
    }
    return false;
}

/* The next node from *at on that the filter looks at; NULL: none.  *at moves behind it. */
static inline const struct node *next_node(const struct use *u, const struct dissect *d, uint32_t *at)
{
    while (*at < d->tree.count) {
        uint32_t i = (*at)++;
        if (is_used(u, d->tree.nodes[i].field) && (!u->layered || in_layers(u, d, i)))
            return &d->tree.nodes[i];
    }
    return NULL;
}

static inline uint32_t ipv4_of(const struct dissect *d, const struct node *n)
{
    uint32_t len;
    const struct source *s = &d->sources[0];
    if (likely(n->source == 0 && n->len == 4 && !(n->flags & NODE_HELD) && s->cap >= 4 && n->off <= s->cap - 4))
        return be32(s->bytes + n->off);
    const uint8_t *p = node_value(d, n, &len);
    return p == NULL ? 0 : likely(len >= 4) ? be32(p) : (uint32_t)(be_uint(p, len) << (8 * (4 - len)));
}

/* The bytes of a protocol's node; `whole`: and of all that it hands on. */
static void protocol_bytes(const struct dissect *d, const struct node *n, bool whole, struct value_of *v)
{
    uint32_t len = n->len;
    if (n->source >= d->n_sources || n->off > d->sources[n->source].cap)
        return;
    uint32_t room = d->sources[n->source].cap - n->off;
    for (uint32_t i = 0; whole && i < d->n_layers; i++) {
        const struct layer *l = &d->layers[i];
        if (l->protocol == registry_owner[n->field] && l->source == n->source && l->off == n->off && l->end > n->off)
            len = l->end - n->off;
    }
    v->v.p = d->sources[n->source].bytes + n->off;
    v->len = len < room ? len : room;
}

static bool text_of(struct filter_state *s, const struct dissect *d, const struct node *n, struct value_of *v)
{
    const struct field *f = registry_field(n->field);
    uint32_t len = 0, i = 0;
    const uint8_t *p = f->text == NULL ? node_value(d, n, &len) : NULL;
    if (f->text == NULL && p == NULL)
        return false;
    if (p != NULL) {
        while (i < len && p[i] != 0 && p[i] < 0x80)
            i++;
        if (i == len || p[i] == 0) {
            *v = (struct value_of){ .v.p = p, .len = i, .prefix = NO_PREFIX };
            return true;
        }
    }
    sb_clear(&s->text);
    node_show(&s->text, d, n);
    *v = (struct value_of){ .v.p = state_keep(s, sb_text(&s->text), s->text.len),
                            .len = (uint32_t)s->text.len,
                            .prefix = NO_PREFIX };
    return v->v.p != NULL;
}

/* The node's value; false when it has none. */
static bool value_of_node(struct filter_state *s, const struct use *u, const struct dissect *d, const struct node *n,
                          struct value_of *v)
{
    static const uint8_t zeros[16] = { 0 };
    *v = (struct value_of){ .v.u = n->v.u, .prefix = NO_PREFIX };
    if (u->raw) {
        v->v.p = node_bytes(d, n, 0, n->len);
        v->len = n->len;
        return v->v.p != NULL;
    }
    switch (u->value_class) {
    case CLASS_NONE: return true;
    case CLASS_UINT:
    case CLASS_INT:
    case CLASS_TIME:
    case CLASS_FLOAT: return !(n->flags & (NODE_HELD | NODE_ARG));
    case CLASS_IPv4: v->v.u = ipv4_of(d, n); return true;
    case CLASS_TEXT: return text_of(s, d, n, v);
    default: break;
    }
    v->v.p = NULL;
    if (u->type == FT_PROTOCOL)
        protocol_bytes(d, n, u->whole, v);
    else
        v->v.p = node_value(d, n, &v->len);
    if (u->value_class == CLASS_IPv6 && v->len != 16)
        v->v.p = zeros, v->len = 16;
    return v->v.p != NULL;
}

static struct list load(struct filter_state *s, const struct use *u, const struct dissect *d)
{
    if (u->reference)
        d = s->selected;
    if (d == NULL)
        return (struct list){ 0 };
    uint32_t n = 0, at = 0;
    for (uint32_t i = 0; i < d->tree.count; i++)
        n += is_used(u, d->tree.nodes[i].field);
    if (n == 0)
        return (struct list){ 0 };
    struct value_of *to;
    struct list out = state_list(s, n < MOST_VALUES ? n : (uint32_t)MOST_VALUES, &to);
    n = 0;
    for (const struct node *node; n < out.n && (node = next_node(u, d, &at)) != NULL;)
        n += value_of_node(s, u, d, node, &to[n]);
    out.n = n;
    return out;
}

static struct list load_column(struct filter_state *s, int column)
{
    struct value_of *to;
    if (s->column == NULL)
        return (struct list){ 0 };
    sb_clear(&s->text);
    s->column(&s->text, s->column_context, column);
    struct list out = state_list(s, 1, &to);
    if (out.n != 0)
        *to = (struct value_of){ .v.p = state_keep(s, sb_text(&s->text), s->text.len),
                                 .len = (uint32_t)s->text.len,
                                 .prefix = NO_PREFIX };
    return out.n != 0 && to->v.p != NULL ? out : (struct list){ 0 };
}

/* --- comparing -------------------------------------------------------------------------------------------- */

static int order_of(bool less, bool greater) { return (int)greater - (int)less; }

/* Bytes are no text: the longer ones are greater, as tshark has it. */
static int compare_bytes(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m)
{
    return n != m ? order_of(n<m, n> m) : n != 0 ? memcmp(a, b, n) : 0;
}

static int compare_text(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m)
{
    int order = n != 0 && m != 0 ? memcmp(a, b, n < m ? n : m) : 0;
    return order != 0 ? order : order_of(n<m, n> m);
}

static double number_of(uint8_t kind, const struct value_of *v)
{
    return kind == CLASS_FLOAT ? v->v.f : kind == CLASS_UINT ? (double)v->v.u : (double)v->v.i;
}

static int compare_ipv6(const struct value_of *a, const struct value_of *b)
{
    uint16_t bits = a->prefix < b->prefix ? a->prefix : b->prefix;
    if (bits >= 128)
        return memcmp(a->v.p, b->v.p, 16);
    int order = memcmp(a->v.p, b->v.p, bits / 8);
    uint8_t mask = (uint8_t)(0xff00 >> (bits % 8)), x = a->v.p[bits / 8] & mask, y = b->v.p[bits / 8] & mask;
    return order != 0 ? order : order_of(x<y, x> y);
}

static int compare_ipv4(const struct value_of *a, const struct value_of *b)
{
    uint16_t bits = a->prefix < b->prefix ? a->prefix : b->prefix;
    uint64_t mask = bits >= 32 ? UINT32_MAX : bits == 0 ? 0 : (0xffffffffu << (32 - bits)) & 0xffffffffu;
    return order_of((a->v.u & mask) < (b->v.u & mask), (a->v.u & mask) > (b->v.u & mask));
}

/* An address against bytes: an IPv4 address in the order of the wire. */
static int compare_mixed(uint8_t class_a, const struct value_of *a, uint8_t class_b, const struct value_of *b)
{
    uint8_t left[4], right[4];
    const uint8_t *p = a->v.p, *q = b->v.p;
    uint32_t n = a->len, m = b->len;
    for (int i = 0; i < 4; i++) {
        left[i] = (uint8_t)(a->v.u >> (24 - 8 * i));
        right[i] = (uint8_t)(b->v.u >> (24 - 8 * i));
    }
    if (class_a == CLASS_IPv4)
        p = left, n = 4;
    if (class_b == CLASS_IPv4)
        q = right, m = 4;
    return compare_bytes(p, n, q, m);
}

int value_compare(uint8_t class_a, const struct value_of *a, uint8_t class_b, const struct value_of *b)
{
    if (class_a == class_b) {
        switch (class_a) {
        case CLASS_UINT: return order_of(a->v.u<b->v.u, a->v.u> b->v.u);
        case CLASS_INT:
        case CLASS_TIME: return order_of(a->v.i<b->v.i, a->v.i> b->v.i);
        case CLASS_FLOAT: return order_of(a->v.f<b->v.f, a->v.f> b->v.f);
        case CLASS_IPv4: return compare_ipv4(a, b);
        case CLASS_IPv6: return compare_ipv6(a, b);
        case CLASS_BYTES: return compare_bytes(a->v.p, a->len, b->v.p, b->len);
        case CLASS_TEXT: return compare_text(a->v.p, a->len, b->v.p, b->len);
        default: return 0;
        }
    }
    if (class_a == CLASS_FLOAT || class_b == CLASS_FLOAT)
        return order_of(number_of(class_a, a) < number_of(class_b, b), number_of(class_a, a) > number_of(class_b, b));
    if (class_a == CLASS_UINT && class_b == CLASS_INT)
        return b->v.i < 0 ? 1 : order_of(a->v.u<b->v.u, a->v.u> b->v.u);
    if (class_a == CLASS_INT && class_b == CLASS_UINT)
        return a->v.i < 0 ? -1 : order_of(a->v.u<b->v.u, a->v.u> b->v.u);
    return compare_mixed(class_a, a, class_b, b);
}

static bool contains(const struct op *op, const struct value_of *a, const struct value_of *b)
{
    if (b->len == 0)
        return !op->no_empty;
    return a->len >= b->len && memmem(a->v.p, a->len, b->v.p, b->len) != NULL;
}

static inline bool holds(uint8_t test, int order)
{
    switch (test) {
    case TEST_EQ: return order == 0;
    case TEST_ALL_NE: return order != 0;
    case TEST_GT: return order > 0;
    case TEST_GE: return order >= 0;
    case TEST_LT: return order < 0;
    default: return order <= 0;
    }
}

static bool pair_passes(const struct op *op, const struct value_of *a, const struct value_of *b)
{
    if (op->sub == TEST_CONTAINS)
        return contains(op, a, b);
    if (op->class_a == CLASS_FLOAT && (a->v.f != a->v.f || (op->class_b == CLASS_FLOAT && b->v.f != b->v.f)))
        return op->sub == TEST_ALL_NE;  /* not a number: equal to nothing, neither greater nor less */
    return holds(op->sub, value_compare(op->class_a, a, op->class_b, b));
}

static bool run_test(const struct op *op, struct list a, struct list b)
{
    bool all = op->quantifier == QUANT_ALL;
    if (a.n == 0 || b.n == 0)
        return false;
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n; k++)
            if (pair_passes(op, &a.v[i], &b.v[k]) != all)
                return !all;
    return all;
}

static bool run_match(struct filter_state *s, const struct op *op, struct list a)
{
    bool all = op->quantifier == QUANT_ALL;
    for (uint32_t i = 0; i < a.n; i++) {
        int found = pcre2_match(op->more, a.v[i].v.p, a.v[i].len, 0, 0, s->found, s->limits);
        if ((found >= 0) != all)
            return !all;
    }
    return all && a.n != 0;
}

static bool in_set(struct filter_state *s, const struct op *op, const struct value_of *v)
{
    const struct set_item *items = op->more;
    for (uint32_t i = 0; i < op->n; i++) {
        struct list low = s->registers[items[i].low];
        for (uint32_t k = 0; k < low.n; k++) {
            int order = value_compare(op->class_a, v, items[i].class_low, &low.v[k]);
            if (items[i].high == NO_REGISTER ? order == 0 : order >= 0) {
                if (items[i].high == NO_REGISTER)
                    return true;
                struct list high = s->registers[items[i].high];
                for (uint32_t m = 0; m < high.n; m++)
                    if (value_compare(op->class_a, v, items[i].class_high, &high.v[m]) <= 0)
                        return true;
            }
        }
    }
    return false;
}

static bool run_in(struct filter_state *s, const struct op *op)
{
    struct list a = s->registers[op->a];
    bool all = op->quantifier == QUANT_ALL;
    for (uint32_t i = 0; i < a.n; i++)
        if (in_set(s, op, &a.v[i]) != all)
            return !all;
    return all && a.n != 0;
}

static bool run_true(const struct op *op, struct list a)
{
    if (op->sub == 0)
        return a.n != 0;
    for (uint32_t i = 0; i < a.n; i++) {
        if (op->class_a == CLASS_FLOAT ? a.v[i].v.f != 0 : op->class_a <= CLASS_IPv4 && a.v[i].v.u != 0)
            return true;
        for (uint32_t k = 0; op->class_a >= CLASS_IPv6 && k < a.v[i].len; k++)
            if (a.v[i].v.p[k] != 0)
                return true;
    }
    return false;
}

/* --- fields against constants, straight from the nodes ------------------------------------------------------ */

static bool run_number(struct filter_state *s, const struct op *op, const struct use *u, const struct dissect *d)
{
    bool all = op->quantifier == QUANT_ALL, any = false, uint = op->code == OP_UINT;
    if (u->reference)
        d = s->selected;
    if (d == NULL || u->n == 0)
        return false;
    const struct node *n = d->tree.nodes, *end = n + d->tree.count;
    uint32_t low = u->globals[0], span = u->globals[u->n - 1] - low;
    for (; n < end; n++) {
        if (n->field - low > span || !is_used(u, n->field))
            continue;
        if (u->layered && !in_layers(u, d, (uint32_t)(n - d->tree.nodes)))
            continue;
        if (uint && (n->flags & (NODE_HELD | NODE_ARG)))
            continue;
        if (filter_among(&op->numbers, uint ? n->v.u : ipv4_of(d, n)) != all)
            return !all;
        any = true;
    }
    return all && any;
}

static bool in_ranges(const struct uint_range *r, uint32_t n, uint64_t v)
{
    while (n > 4) {
        uint32_t half = n / 2;
        if (r[half].low <= v) {
            r += half;
            n -= half;
        } else {
            n = half;
        }
    }
    for (uint32_t i = 0; i < n; i++)
        if (v >= r[i].low && v <= r[i].high)
            return true;
    return false;
}

static bool run_uint_in(struct filter_state *s, const struct op *op, const struct use *u, const struct dissect *d)
{
    bool all = op->quantifier == QUANT_ALL, any = false;
    uint32_t at = 0;
    if (u->reference)
        d = s->selected;
    for (const struct node *n; d != NULL && (n = next_node(u, d, &at)) != NULL;) {
        if (n->flags & (NODE_HELD | NODE_ARG))
            continue;
        if (in_ranges(op->more, op->n, n->v.u) != all)
            return !all;
        any = true;
    }
    return all && any;
}

static bool run_has(struct filter_state *s, const struct use *u, const struct dissect *d)
{
    uint32_t at = 0;
    if (u->reference)
        d = s->selected;
    return d != NULL && next_node(u, d, &at) != NULL;
}

/* --- making values -------------------------------------------------------------------------------------------- */

/* The bytes of the value, addresses included. */
static struct value_of bytes_of(struct filter_state *s, uint8_t kind, const struct value_of *v)
{
    if (kind != CLASS_IPv4)
        return *v;
    uint8_t four[4];
    put_be32(four, (uint32_t)v->v.u);
    return (struct value_of){ .v.p = state_keep(s, four, 4), .len = 4, .prefix = NO_PREFIX };
}

/* The part as [*from, *end) of a value of `len` units; false when it is not all there. */
static bool span_of(const struct span *s, uint32_t len, uint32_t *from, uint32_t *end)
{
    int64_t a = s->from < 0 ? (int64_t)len + s->from : s->from, b = a + 1;
    if (s->form == SPAN_LENGTH)
        b = a + s->to;
    else if (s->form == SPAN_REST)
        b = len;
    else if (s->form == SPAN_ENDS)
        b = (s->to < 0 ? (int64_t)len + s->to : s->to) + 1;
    if (a < 0 || b > (int64_t)len || a >= b)
        return false;
    *from = (uint32_t)a;
    *end = (uint32_t)b;
    return true;
}

/* Characters of UTF-8, and where the nth begins. */
static uint32_t characters(const uint8_t *p, uint32_t len)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < len; i++)
        n += (p[i] & 0xc0) != 0x80;
    return n;
}
static uint32_t place_of(const uint8_t *p, uint32_t len, uint32_t nth)
{
    uint32_t i = 0;
    for (; i < len; i++)
        if ((p[i] & 0xc0) != 0x80 && nth-- == 0)
            break;
    return i;
}

static bool slice_one(struct filter_state *s, const struct op *op, struct value_of v, struct value_of *to)
{
    const struct span *spans = op->more;
    bool text = op->class_a == CLASS_TEXT;
    uint32_t len = text ? characters(v.v.p, v.len) : v.len, from = 0, end = 0;
    if (op->n > 1)
        sb_clear(&s->text);
    for (uint32_t i = 0; i < op->n; i++) {
        if (!span_of(&spans[i], len, &from, &end))
            return false;
        if (text) {
            from = place_of(v.v.p, v.len, from);
            end = place_of(v.v.p, v.len, end);
        }
        if (op->n > 1)
            sb_mem(&s->text, v.v.p + from, end - from);
    }
    if (op->n > 1)
        *to = (struct value_of){ .v.p = state_keep(s, sb_text(&s->text), s->text.len),
                                 .len = (uint32_t)s->text.len,
                                 .prefix = NO_PREFIX };
    else
        *to = (struct value_of){ .v.p = v.v.p + from, .len = end - from, .prefix = NO_PREFIX };
    return to->v.p != NULL;
}

static struct list run_slice(struct filter_state *s, const struct op *op)
{
    struct value_of *to;
    struct list a = s->registers[op->a], out = state_list(s, a.n, &to);
    uint32_t n = 0;
    for (uint32_t i = 0; i < out.n; i++) {
        struct value_of v = bytes_of(s, op->class_a, &a.v[i]);
        n += v.v.p != NULL && slice_one(s, op, v, &to[n]);
    }
    out.n = n;
    return out;
}

static int64_t saturated(__int128 v) { return v > INT64_MAX ? INT64_MAX : v < INT64_MIN ? INT64_MIN : (int64_t)v; }
static __int128 integer_of(uint8_t kind, const struct value_of *v)
{
    return kind == CLASS_UINT ? (__int128)v->v.u : (__int128)v->v.i;
}

static bool integer_arith(uint8_t op, __int128 a, __int128 b, struct value_of *to)
{
    if ((op == ARITH_DIV || op == ARITH_MOD) && b == 0)
        return false;
    switch (op) {
    case ARITH_ADD: a += b; break;
    case ARITH_SUB: a -= b; break;
    case ARITH_MUL:
        if (__builtin_mul_overflow(a, b, &a))
            a = INT64_MAX;
        break;
    case ARITH_DIV: a /= b; break;
    case ARITH_MOD: a %= b; break;
    default: a &= b;
    }
    to->v.i = saturated(a);
    return true;
}

static int64_t ns_of(double v) { return v >= 9.2e18 ? INT64_MAX : v <= -9.2e18 ? INT64_MIN : v == v ? (int64_t)v : 0; }

static bool real_arith(uint8_t op, double a, double b, struct value_of *to)
{
    if (op == ARITH_DIV && b == 0)
        return false;
    to->v.f = op == ARITH_ADD ? a + b : op == ARITH_SUB ? a - b : op == ARITH_MUL ? a * b : a / b;
    return true;
}

static bool mask_bytes(struct filter_state *s, const struct op *op, const struct value_of *a, const struct value_of *b,
                       struct value_of *to)
{
    if (op->class_a == CLASS_IPv4) {
        to->v.u = a->v.u & b->v.u;
        return true;
    }
    uint32_t n = a->len < b->len ? a->len : b->len;
    uint8_t *p = arena_take(&s->arena, n + 1);
    for (uint32_t i = 0; p != NULL && i < n; i++)
        p[i] = a->v.p[i] & b->v.p[i];
    to->v.p = p;
    to->len = n;
    return p != NULL;
}

static bool arith_one(struct filter_state *s, const struct op *op, const struct value_of *a, const struct value_of *b,
                      struct value_of *to)
{
    *to = (struct value_of){ .prefix = NO_PREFIX };
    bool real = op->class_a == CLASS_FLOAT || op->class_b == CLASS_FLOAT;
    if (op->class_a == CLASS_TIME && op->sub >= ARITH_MUL) {
        double k = number_of(op->class_b, b);
        if (op->sub == ARITH_DIV && k == 0)
            return false;
        to->v.i = ns_of(op->sub == ARITH_MUL ? (double)a->v.i * k : (double)a->v.i / k);
        return true;
    }
    if (op->class_a == CLASS_TIME || (!real && op->class_a <= CLASS_INT)) {
        if (op->sub == ARITH_AND && op->class_a == CLASS_UINT && op->class_b == CLASS_UINT) {
            to->v.u = a->v.u & b->v.u;
            return true;
        }
        return integer_arith(op->sub, integer_of(op->class_a, a), integer_of(op->class_b, b), to);
    }
    if (real)
        return real_arith(op->sub, number_of(op->class_a, a), number_of(op->class_b, b), to);
    return mask_bytes(s, op, a, b, to);
}

static struct list run_arith(struct filter_state *s, const struct op *op)
{
    struct value_of *to;
    struct list a = s->registers[op->a], b = s->registers[op->b];
    uint64_t pairs = (uint64_t)a.n * b.n;
    struct list out = state_list(s, pairs < MOST_VALUES ? (uint32_t)pairs : (uint32_t)MOST_VALUES, &to);
    uint32_t n = 0;
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n && n < out.n; k++)
            n += arith_one(s, op, &a.v[i], &b.v[k], &to[n]);
    out.n = n;
    return out;
}

static struct list run_negate(struct filter_state *s, const struct op *op)
{
    struct value_of *to;
    struct list a = s->registers[op->a], out = state_list(s, a.n, &to);
    for (uint32_t i = 0; i < out.n; i++) {
        to[i] = a.v[i];
        if (op->class_a == CLASS_FLOAT)
            to[i].v.f = -a.v[i].v.f;
        else
            to[i].v.i = saturated(-integer_of(op->class_a, &a.v[i]));
    }
    return out;
}

static struct list run_call(struct filter_state *s, const struct op *op)
{
    const uint16_t *registers = op->more;
    struct list *args = arena_take(&s->arena, (op->n + 1) * sizeof *args);
    if (args == NULL)
        return (struct list){ 0 };
    for (uint32_t i = 0; i < op->n; i++)
        args[i] = s->registers[registers[i]];
    const struct call c = { s, op->e, args, op->n };
    // cppcheck-suppress returnDanglingLifetime  ; the list is of the state's arena
    return op->e->function->run(&c);
}

/* --- the program ------------------------------------------------------------------------------------------------ */

/* What puts values into registers; apart, so that tests of fields alone stay small. */
static __attribute__((noinline)) void run_value(const struct filter *f, struct filter_state *s, const struct op *op,
                                                const struct dissect *d)
{
    struct list *to = &s->registers[op->to];
    switch (op->code) {
    case OP_FIELD: *to = load(s, &f->uses[op->k], d); break;
    case OP_COLUMN: *to = load_column(s, (int)op->k); break;
    case OP_SLICE: *to = run_slice(s, op); break;
    case OP_CALL: *to = run_call(s, op); break;
    case OP_ARITH: *to = run_arith(s, op); break;
    default: *to = run_negate(s, op);
    }
}

/* Tests of values in registers. */
static __attribute__((noinline)) bool run_tests(struct filter_state *s, const struct op *op)
{
    const struct list *r = s->registers;
    switch (op->code) {
    case OP_TEST: return run_test(op, r[op->a], r[op->b]);
    case OP_MATCH: return run_match(s, op, r[op->a]);
    case OP_IN: return run_in(s, op);
    default: return run_true(op, r[op->a]);
    }
}

static bool run(const struct filter *f, struct filter_state *s, const struct dissect *d)
{
    bool flag = false;
    const struct op *ops = f->ops;
    for (const struct op *op = ops;; op++) {
        switch (op->code) {
        case OP_FIELD:
        case OP_COLUMN:
        case OP_SLICE:
        case OP_CALL:
        case OP_ARITH:
        case OP_NEGATE: run_value(f, s, op, d); break;
        case OP_TEST:
        case OP_MATCH:
        case OP_IN:
        case OP_TRUE: flag = run_tests(s, op); break;
        case OP_HAS: flag = run_has(s, &f->uses[op->k], d); break;
        case OP_UINT:
        case OP_IPV4: flag = run_number(s, op, &f->uses[op->k], d); break;
        case OP_UINT_IN: flag = run_uint_in(s, op, &f->uses[op->k], d); break;
        case OP_NOT: flag = !flag; break;
        case OP_KEEP: s->registers[op->to].n = flag; break;
        case OP_XOR: flag = flag != (s->registers[op->a].n != 0); break;
        case OP_JUMP_TRUE:
            if (flag)
                op = &ops[op->k] - 1;
            break;
        case OP_JUMP_FALSE:
            if (!flag)
                op = &ops[op->k] - 1;
            break;
        default: return flag;
        }
    }
}

bool filter_match(const struct filter *f, struct filter_state *s, const struct dissect *d)
{
    arena_reset(&s->arena);
    return run(f, s, d);
}

uint32_t filter_ranges(const struct filter *f, struct filter_range *ranges, uint32_t most, bool *whole)
{
    uint32_t n = 0;
    *whole = false;
    for (const struct op *op = f->ops; n < most && (op->code == OP_UINT || op->code == OP_IPV4); op += 2) {
        const struct use *u = &f->uses[op->k];
        bool last = op[1].code == OP_END;
        if (u->reference || u->layered || (!last && (op[1].code != OP_JUMP_FALSE || op[1].k + 1 != f->n_ops)))
            break;
        ranges[n++] = (struct filter_range){
            .fields = u->globals, .n_fields = u->n, .numbers = op->numbers, .all = op->quantifier == QUANT_ALL
        };
        *whole = last;
        if (last)
            break;
    }
    return n;
}

static void print_node(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct expr *e,
                       const struct value_of *v)
{
    const struct field *field = registry_field(n->field);
    if (field->type == FT_NONE || field->type == FT_PROTOCOL)
        node_label(sb, d, n);
    else if (field->type == FT_BYTES || field->type == FT_UINT_BYTES)
        value_print(sb, e, v);
    else
        node_show(sb, d, n);
}

uint32_t filter_evaluate(const struct filter *f, struct filter_state *s, const struct dissect *d)
{
    arena_reset(&s->arena);
    run(f, s, d);
    return s->registers[f->result].n;
}

void filter_value(const struct filter *f, struct filter_state *s, const struct dissect *d, uint32_t which,
                  struct strbuf *sb)
{
    const struct expr *e = f->tree;
    const struct list l = s->registers[f->result];
    const struct node *n = NULL;
    uint32_t at = 0;
    if (which >= l.n)
        return;
    if (e->kind == EX_FIELD && e->column < 0 && !e->raw && !e->reference)
        for (uint32_t i = 0; i <= which; i++)
            n = next_node(&f->uses[e->used], d, &at);
    if (n != NULL)
        print_node(sb, d, n, e, &l.v[which]);
    else
        value_print(sb, e, &l.v[which]);
}
