/* glance.c - the walk over plain headers. */
#include "dissect/glance.h"

#include "dissect/builtin.h"
#include "dissect/dissect.h"

#include <stdlib.h>

enum { GLANCE_LAYERS = 8 };

/* How a node is made. */
struct glance_step {
    uint32_t field;
    uint8_t off, size;
    bool number;            /* the value is read from the bytes; else they are the value, or `value` tells it */
    uint64_t mask;
    uint64_t (*value)(const struct glance *g);
};

struct glance_steps {
    uint32_t first, count;
    bool goes_on;           /* something that is wanted may stand above */
    bool heuristic;         /* ... found by a guess: such packets are not for a glance */
};

struct glance_plan {
    struct glance_steps *protocols;  /* one each */
    struct glance_step *steps;
};

static const struct glance_row *row_of(const struct protocol *p, uint32_t row)
{
    for (uint32_t i = 0; i < p->n_glance_rows; i++)
        if (p->glance_rows[i].row == row)
            return &p->glance_rows[i];
    return NULL;
}

static bool is_wanted(const struct wanted *w, uint32_t f) { return (w->bits[f >> 6] >> (f & 63) & 1) != 0; }

/* How many steps the protocol's wanted rows are; -1 when one is not for a glance. */
static int count_steps(const struct wanted *w, uint32_t protocol)
{
    const struct protocol *p = registry_protocols[protocol];
    int count = 0;
    for (uint32_t f = registry_first_field[protocol]; f < registry_first_field[protocol + 1]; f++) {
        if (!is_wanted(w, f))
            continue;
        if (p->glance == NULL || row_of(p, f - registry_first_field[protocol]) == NULL)
            return -1;
    }
    for (uint32_t i = 0; i < p->n_glance_rows; i++)
        count += is_wanted(w, registry_first_field[protocol] + p->glance_rows[i].row);
    return count;
}

static void add_steps(struct glance_plan *plan, const struct wanted *w, uint32_t protocol, uint32_t *count)
{
    const struct protocol *p = registry_protocols[protocol];
    for (uint32_t i = 0; i < p->n_glance_rows; i++) {
        const struct glance_row *row = &p->glance_rows[i];
        const struct field *f = &p->fields[row->row];
        uint32_t global = registry_first_field[protocol] + row->row;
        if (!is_wanted(w, global))
            continue;
        plan->steps[(*count)++] = (struct glance_step){
            .field = global,
            .off = row->off,
            .size = row->size,
            .value = row->value,
            .mask = f->mask,
            .number = row->value == NULL && (type_is_uint(f->type) || f->type == FT_BOOLEAN),
        };
    }
}

/* Whether something useful has a claim or a guess in one of the protocol's tables. */
static void look_above(struct glance_steps *s, const struct wanted *w, const struct protocol *p)
{
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *q = registry_protocols[i];
        for (uint32_t t = 0; w->useful[i] && t < p->n_hands_to; t++) {
            for (uint32_t k = 0; k < q->n_claims; k++)
                s->goes_on |= q->claims[k].table == p->hands_to[t];
            for (uint32_t k = 0; k < q->n_heuristics; k++)
                s->heuristic |= q->heuristics[k].table == p->hands_to[t];
        }
    }
}

struct glance_plan *glance_plan_new(const struct wanted *w)
{
    uint32_t total = 0, count = 0;
    if (w->columns || w->everything)
        return NULL;
    for (uint32_t i = 0; i < registry_count; i++) {
        int n = count_steps(w, i);
        if (n < 0)
            return NULL;
        total += (uint32_t)n;
    }
    struct glance_plan *plan = calloc(1, sizeof *plan);
    if (plan == NULL)
        return NULL;
    plan->protocols = calloc(registry_count + 1, sizeof *plan->protocols);
    plan->steps = calloc(total + 1, sizeof *plan->steps);
    if (plan->protocols == NULL || plan->steps == NULL) {
        glance_plan_free(plan);
        return NULL;
    }
    for (uint32_t i = 0; i < registry_count; i++) {
        plan->protocols[i].first = count;
        add_steps(plan, w, i, &count);
        plan->protocols[i].count = count - plan->protocols[i].first;
        look_above(&plan->protocols[i], w, registry_protocols[i]);
    }
    return plan;
}

void glance_plan_free(struct glance_plan *plan)
{
    if (plan == NULL)
        return;
    free(plan->protocols);
    free(plan->steps);
    free(plan);
}

static inline uint64_t number_of(const struct glance_step *s, const uint8_t *p)
{
    uint64_t v = s->size == 2 ? be16(p) : s->size == 1 ? p[0] : s->size == 4 ? be32(p) : be_uint(p, s->size);
    return s->mask != 0 ? (v & s->mask) >> __builtin_ctzll(s->mask) : v;
}

static void run_steps(struct dissect *d, const struct glance_step *s, uint32_t count, const struct glance *g)
{
    struct node *n = &d->tree.nodes[d->tree.count];
    d->tree.count += count;
    for (; count > 0; count--, s++, n++) {
        *n = (struct node){ .field = s->field, .off = g->off + s->off, .len = s->size, .depth = 1 };
        if (s->value != NULL)
            n->v.u = s->value(g);
        else if (s->number)
            n->v.u = number_of(s, g->p + s->off);
    }
}

/* Who goes on; false when that must be found in full. */
static bool next_layer(const struct dissect *d, const struct glance_steps *s, const struct glance *g, uint32_t *next)
{
    int variant;
    *next = engine_lookup(d->engine, g->table, g->key, &variant);
    uint32_t second = g->second != g->key ? engine_lookup(d->engine, g->table, g->second, &variant)
                                          : (uint32_t)NO_PROTOCOL;
    return !s->heuristic && (second == NO_PROTOCOL || !d->wanted->useful[second]);
}

struct glance glance_begin(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes)
{
    uint32_t wire = frame->wire_len > frame->cap_len ? frame->wire_len : frame->cap_len;
    return (struct glance){ .engine = e, .frame = frame, .p = bytes, .cap = frame->cap_len, .wire = wire };
}

/* Before the header of p is looked at, and after; the latter is false once nothing more can be told. */
static void ends_of(struct glance_ends *ends, const struct glance *g, const struct protocol *p)
{
    if (p->pair != NULL && !ends->told)
        ends->told = p->pair(g, &ends->pair);
}
static bool owner_of(struct glance_ends *ends, const struct glance *g, const struct protocol *p)
{
    if (p->pair == NULL && ends->told && p->own != NULL)
        ends->owned = p->own(g, &ends->own);
    return p->pair != NULL || !ends->told;
}

void glance_at_ends(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes,
                    struct glance_ends *ends)
{
    struct glance g = glance_begin(e, frame, bytes);
    uint32_t protocol = registry_protocol_number(&proto_frame);
    int variant;
    for (unsigned layer = 0; layer < GLANCE_LAYERS && protocol != NO_PROTOCOL; layer++) {
        const struct protocol *p = registry_protocols[protocol];
        glance_step(&g, protocol);
        ends_of(ends, &g, p);
        if (p->glance == NULL || !p->glance(&g) || !owner_of(ends, &g, p))
            return;
        protocol = engine_lookup(e, g.table, g.key, &variant);
    }
}

bool glance_frame(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes, struct glance_ends *ends)
{
    const struct glance_plan *plan = d->wanted->glance;
    struct glance g = glance_begin(d->engine, frame, bytes);
    uint32_t protocol = registry_protocol_number(&proto_frame);
    bool all = false, more = ends != NULL;  /* all that is wanted was emitted; more of the ends may be told */
    int variant;
    for (unsigned layer = 0; layer < GLANCE_LAYERS; layer++) {
        const struct protocol *p = registry_protocols[protocol];
        const struct glance_steps *s = &plan->protocols[protocol];
        glance_step(&g, protocol);
        if (more)
            ends_of(ends, &g, p);
        if (p->glance == NULL || !p->glance(&g))
            return all;
        if (s->count != 0 && !all) {
            if (d->tree.count + s->count > d->tree.room)
                return false;
            run_steps(d, &plan->steps[s->first], s->count, &g);
        }
        all |= !s->goes_on && !s->heuristic;
        more = more && owner_of(ends, &g, p);
        if (!all) {
            if (!next_layer(d, s, &g, &protocol))
                return false;
            all = protocol == NO_PROTOCOL || !d->wanted->useful[protocol];
        } else if (more) {
            protocol = engine_lookup(d->engine, g.table, g.key, &variant);
        }
        if (protocol == NO_PROTOCOL || (all && !more))
            return true;
    }
    return all;
}
