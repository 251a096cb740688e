/* emit.c - nodes: the part of emitting that runs only for wanted fields. */
#include "base/digest.h"
#include "dissect/builtin.h"
#include "dissect/dissect.h"

COLD uint64_t fall_short(struct dissect *d, struct cursor c, uint32_t off, uint64_t n)
{
    if (d->stop != STOP_NONE)
        return 0;
    uint64_t end = off + n;
    if (end <= c.contained)
        d->stop = STOP_SHORT;
    else if (c.fragment)
        d->stop = STOP_FRAGMENT;
    else if (end <= c.wire)
        d->stop = STOP_CONTAINED;
    else
        d->stop = STOP_MALFORMED;
    d->failed_protocol = d->running;
    d->emitting = false;
    return 0;
}

COLD struct verdict malformed(struct dissect *d)
{
    if (d->stop == STOP_NONE) {
        d->stop = STOP_MALFORMED;
        d->failed_protocol = d->running;
        d->emitting = false;
    }
    return done();
}

bool wants_rows(const struct dissect *d, unsigned first, unsigned last)
{
    uint32_t from = d->base + first, to = d->base + last;
    const uint64_t *words = d->wanted_bits;
    uint64_t low = ~(uint64_t)0 << (from & 63), high = ~(uint64_t)0 >> (63 - (to & 63)), found = 0;
    if (!d->emitting)
        return false;
    for (uint32_t i = from >> 6; i <= to >> 6; i++)
        found |= words[i] & (i == from >> 6 ? low : ~(uint64_t)0) & (i == to >> 6 ? high : ~(uint64_t)0);
    return found != 0;
}

static struct node *new_node(struct dissect *d, uint32_t global, struct cursor c, uint32_t off, uint32_t len)
{
    struct tree *t = &d->tree;
    if (unlikely(t->count == t->room) && !tree_grow(t)) {
        d->stop = STOP_BUG;
        d->failed_protocol = d->running;
        d->emitting = false;
        return NULL;
    }
    struct node *n = &t->nodes[t->count];
    *n = (struct node){ .field = global, .off = c.offset + off, .len = len, .depth = d->depth, .source = c.source };
    if (unlikely(d->late_parent != NO_NODE) && tree_grow_late(t)) {
        n->flags = NODE_LATE;
        t->late_parents[t->late++] = d->late_parent;
    }
    t->count++;
    return n;
}

static uint32_t index_of(const struct dissect *d, const struct node *n)
{
    return n == NULL ? (uint32_t)NO_NODE : (uint32_t)(n - d->tree.nodes);
}

static int64_t sign_extended(uint64_t v, unsigned bits)
{
    return bits >= 64 ? (int64_t)v : (int64_t)(v << (64 - bits)) >> (64 - bits);
}

static uint64_t masked(const struct field *f, uint64_t v)
{
    return f->mask != 0 ? (v & f->mask) >> __builtin_ctzll(f->mask) : v;
}

/* The node's value from the bytes where it stands. */
static void read_value(struct node *n, const struct field *f, const uint8_t *p, uint32_t len)
{
    bool little = (f->flags & LITTLE) != 0;
    uint64_t v = len > 8 ? 0 : little ? le_uint(p, len) : be_uint(p, len);
    if (little)
        n->flags |= NODE_LITTLE;
    if (type_is_int(f->type)) {
        unsigned bits = f->mask != 0 ? (unsigned)__builtin_popcountll(f->mask) : len * 8;
        n->v.i = sign_extended(masked(f, v), bits);
    } else if (f->type == FT_FLOAT && len == 4) {
        float x;
        uint32_t w = (uint32_t)v;
        memcpy(&x, &w, 4);
        n->v.f = (double)x;
    } else if (f->type == FT_DOUBLE && len == 8) {
        memcpy(&n->v.f, &v, 8);
    } else if (f->type == FT_ABSOLUTE_TIME || f->type == FT_RELATIVE_TIME) {
        n->v.i = len == 8 ? (int64_t)((v >> 32) * 1000000000 + (v & 0xffffffff)) : (int64_t)(v * 1000000000);
    } else if (type_is_uint(f->type) || f->type == FT_BOOLEAN || f->type == FT_FRAMENUM || f->type == FT_IPXNET) {
        n->v.u = masked(f, v);
    }
}

/* True if something else than NULs follows the NUL that ends a text. */
static bool stray_text(const uint8_t *p, uint32_t len)
{
    const uint8_t *end = len != 0 ? memchr(p, 0, len) : NULL;
    while (end != NULL && end < p + len && *end == 0)
        end++;
    return end != NULL && end < p + len;
}

static const struct field *row_of(const struct dissect *d, unsigned field)
{
    return &registry_protocols[d->protocol]->fields[field];
}

uint32_t emit_at_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len)
{
    struct node *n = new_node(d, d->base + field, c, off, len);
    if (n == NULL)
        return NO_NODE;
    const struct field *f = row_of(d, field);
    read_value(n, f, c.p + off, len);
    uint32_t at = index_of(d, n);
    if (f->type == FT_STRING && f->text == NULL && stray_text(c.p + off, len))
        note_stray(d, at);
    return at;
}

uint32_t emit_value_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                           uint64_t value)
{
    struct node *n = new_node(d, d->base + field, c, off, len);
    if (n != NULL)
        n->v.u = value;
    return index_of(d, n);
}

uint32_t emit_held_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                          const void *bytes, uint32_t count)
{
    struct held *h = arena_take(&d->arena, sizeof *h);
    struct node *n = h != NULL ? new_node(d, d->base + field, c, off, len) : NULL;
    if (n != NULL) {
        *h = (struct held){ bytes, count };
        n->flags |= NODE_HELD;
        n->v.held = h;
    }
    return index_of(d, n);
}

uint32_t emit_arg_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                         const void *arg)
{
    struct node *n = new_node(d, d->base + field, c, off, len);
    if (n != NULL) {
        n->flags |= NODE_ARG;
        n->v.arg = arg;
    }
    return index_of(d, n);
}

void emit_header_wanted(struct dissect *d, struct cursor c, uint32_t header)
{
    const struct protocol *p = registry_protocols[d->protocol];
    uint32_t rows = d->wanted->header_rows[d->protocol];
    uint8_t depth = d->depth;
    for (unsigned i = 1; i < rows; i++) {
        const struct field *f = &p->fields[i];
        if (f->size == 0 || (uint32_t)f->off + f->size > header || !wants(d, i))
            continue;
        d->depth = (uint8_t)(depth + ((f->flags & INDENT) != 0));
        emit_at_wanted(d, c, i, f->off, f->size);
    }
    d->depth = depth;
}

uint32_t emit_bits(struct dissect *d, struct cursor c, uint32_t off, uint32_t len, unsigned first, unsigned last)
{
    uint32_t parent = emit_at(d, c, first, off, len);
    down(d);
    for (unsigned i = first + 1; i <= last; i++)
        emit_at(d, c, i, off, len);
    up(d);
    return parent;
}

void emit_md5(struct dissect *d, struct cursor c, unsigned field)
{
    uint8_t digest[16];
    if (!wants(d, field))
        return;
    struct strbuf text = { .max = 2 * sizeof digest };
    digest_md5(c.p, c.cap, digest);
    sb_hex_bytes(&text, digest, sizeof digest, 0);
    const char *held = packet_copy(d, sb_text(&text), text.len);
    if (held != NULL)
        emit_held(d, c, field, 0, 0, held, (uint32_t)text.len);
    sb_free(&text);
}

void annotate(struct dissect *d, uint32_t node, const void *what)
{
    struct annotation *a = node != NO_NODE ? arena_take(&d->arena, sizeof *a) : NULL;
    if (a == NULL)
        return;
    const struct node *n = &d->tree.nodes[node];
    *a = (struct annotation){ d->annotations, n->field, n->off, n->source, what };
    d->annotations = a;
}

const void *annotation(const struct dissect *d, const struct node *n)
{
    const struct annotation *a = d->annotations;
    while (a != NULL && (a->field != n->field || a->off != n->off || a->source != n->source))
        a = a->next;
    return a != NULL ? a->what : NULL;
}

uint32_t emit_protocol_as(struct dissect *d, struct cursor c, unsigned field, uint32_t len, const void *arg)
{
    uint32_t n = emit_arg(d, c, field, 0, len, arg);
    layer_shown(d, c);
    d->layers[d->n_layers - 1].node = n;
    down(d);
    return n;
}

struct cursor new_source(struct dissect *d, const uint8_t *bytes, uint32_t len, const char *name)
{
    struct cursor c = { .p = bytes, .cap = len, .contained = len, .wire = len };
    if (d->n_sources < MAX_SOURCES) {
        c.source = d->n_sources;
        d->sources[d->n_sources++] = (struct source){ bytes, len, len, name };
    } else {
        c.cap = c.contained = c.wire = 0;
    }
    return c;
}

const uint8_t *node_bytes(const struct dissect *d, const struct node *n, uint32_t off, uint32_t len)
{
    if (n->source >= d->n_sources)
        return NULL;
    const struct source *s = &d->sources[n->source];
    uint64_t from = (uint64_t)n->off + off;
    return from + len <= s->cap ? s->bytes + from : NULL;
}
