/* glance.c - the walk over plain headers. */
#include "dissect/glance.h"

#include "dissect/builtin.h"
#include "dissect/dissect.h"

#include <stdlib.h>

/* How a node is made. */
struct glance_step {
    uint32_t field;
    bool number;            /* it has the value; else its bytes are the value */
    struct glance_source from;
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

static struct glance_source source_of(uint32_t protocol, const struct glance_row *r)
{
    const struct field *f = &registry_protocols[protocol]->fields[r->row];
    return (struct glance_source){ (uint16_t)protocol, r->off, r->size, f->mask, r->value };
}

static void add_steps(struct glance_plan *plan, const struct wanted *w, uint32_t protocol, uint32_t *count)
{
    const struct protocol *p = registry_protocols[protocol];
    for (uint32_t i = 0; i < p->n_glance_rows; i++) {
        const struct glance_row *row = &p->glance_rows[i];
        const struct field *f = &p->fields[row->row];
        uint32_t global = registry_first_field[protocol] + row->row;
        if (is_wanted(w, global))
            plan->steps[(*count)++] = (struct glance_step){
                .field = global,
                .number = row->value != NULL || type_is_uint(f->type) || f->type == FT_BOOLEAN,
                .from = source_of(protocol, row),
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
    for (const struct protocol *const *call = p->calls; call != NULL && *call != NULL; call++)
        s->goes_on |= w->useful[registry_protocol_number(*call)];
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

static void run_steps(struct dissect *d, const struct glance_step *s, uint32_t count, const struct glance *g)
{
    struct node *n = &d->tree.nodes[d->tree.count];
    d->tree.count += count;
    for (; count > 0; count--, s++, n++) {
        const struct glance_source *from = &s->from;
        *n = (struct node){ .field = s->field, .off = g->off + from->off, .len = from->size, .depth = 1 };
        if (s->number)
            n->v.u = glance_value(from, g);
    }
}

/* --- the walk ----------------------------------------------------------------------------------- */

void glance_begin(struct glance_walk *w, const struct engine *e, const struct frame_info *frame, const uint8_t *bytes)
{
    struct glance *g = &w->at[0];
    w->engine = e;
    w->frame = frame;
    g->walk = w;
    g->is = &proto_frame;
    g->protocol = (uint16_t)registry_protocol_number(&proto_frame);
    g->p = bytes;
    g->cap = frame->cap_len;
    g->wire = frame->wire_len > frame->cap_len ? frame->wire_len : frame->cap_len;
    g->off = 0;
    g->part = GLANCE_WHOLE;
    g->known = false;
    w->ends = 0;
    w->over = !proto_frame.glance(g);
    w->n = !w->over;
}

void glance_tell(struct glance *g, const struct protocol *next)
{
    uint32_t number = next != NULL ? registry_protocol_number(next) : (uint32_t)NO_PROTOCOL;
    g->table = 0;
    g->known = true;
    g->next = (uint16_t)(number != NO_PROTOCOL && g->walk->engine->enabled[number] ? number : NO_PROTOCOL);
    g->other = NO_PROTOCOL;
}

static inline uint16_t lookup(const struct glance *g, uint32_t key)
{
    int variant;
    return (uint16_t)engine_lookup(g->walk->engine, g->table, key, &variant);
}

static inline void look_up(struct glance *g)
{
    uint16_t next = lookup(g, g->key), other = NO_PROTOCOL;
    if (g->second != g->key) {
        other = lookup(g, g->second);
        if (next == NO_PROTOCOL) {
            next = other;
            other = NO_PROTOCOL;
        }
    }
    g->next = next;
    g->other = other;
    g->known = true;
}

void glance_look_up(struct glance *g) { look_up(g); }

/* The header above g; false if it is not plain, or nobody glances there. */
static inline bool step(const struct engine *e, struct glance *g, struct glance *above)
{
    enum { LONGEST = 65535 };  /* a datagram's first fragment does not tell how long it is */
    if (!g->known) {
        if (!e->tables[g->table].glances)
            return false;
        look_up(g);
    }
    uint32_t number = g->next, header = g->header;
    if (number == NO_PROTOCOL || g->other != NO_PROTOCOL)
        return false;
    const struct protocol *next = registry_protocols[number];
    if (next->glance == NULL)
        return false;
    above->walk = g->walk;
    above->is = next;
    above->p = g->p + header;
    above->cap = g->cap - header;
    above->wire = likely(g->part == GLANCE_WHOLE) ? g->wire - header : (uint32_t)LONGEST;
    above->off = g->off + header;
    above->protocol = (uint16_t)number;
    above->part = GLANCE_WHOLE;
    above->known = false;
    return next->glance(above);
}

bool glance_step(struct glance *g, struct glance *above) { return step(g->walk->engine, g, above); }

void glance_go_on(struct glance_walk *w)
{
    struct glance *g = &w->at[w->n - 1];
    const struct glance *last = &w->at[GLANCE_LAYERS - 1];
    for (; g < last && g->part == GLANCE_WHOLE && step(w->engine, g, g + 1); g++)
        if (g[1].is->pair != NULL && w->ends == 0)
            w->ends = (uint32_t)(g + 1 - w->at);
    w->n = (uint32_t)(g + 1 - w->at);
    w->over = true;
}

bool glance_owned(struct glance_walk *w, struct glance_pair *pair, struct glance_own *own)
{
    if (!w->over)
        glance_go_on(w);
    if (w->ends == 0 || w->ends + 1 == w->n)
        return false;
    struct glance *ends = &w->at[w->ends], *above = ends + 1;
    return above->is->own != NULL && ends->is->pair(ends, pair) && above->is->own(above, own);
}

/* --- what is wanted ----------------------------------------------------------------------------- */

static bool is_useful(const struct wanted *w, uint32_t protocol)
{
    return protocol != NO_PROTOCOL && w->useful[protocol];
}

uint32_t glance_sources(uint32_t field, struct glance_source *sources, uint32_t most)
{
    uint32_t owner = registry_owner[field], row = field - registry_first_field[owner], n = 0;
    const struct protocol *p = registry_protocols[owner];
    for (uint32_t i = 0; i < p->n_glance_rows && n < most; i++)
        if (p->glance_rows[i].row == row)
            sources[n++] = source_of(owner, &p->glance_rows[i]);
    return n;
}

/* Whether all that is wanted above the header is in headers that follow: true, false; or, behind the last one, -1. */
static int settled_at(const struct wanted *w, struct glance *g)
{
    const struct glance_steps *s = &w->glance->protocols[g->protocol];
    if (s->heuristic)
        return 0;
    if (!s->goes_on)
        return 1;
    uint32_t next = glance_above(g);
    return is_useful(w, g->other) ? 0 : !is_useful(w, next) ? 1 : -1;
}

bool glance_is_all(const struct wanted *w, struct glance_walk *walk)
{
    struct glance *g;
    int settled = -1;
    for (uint32_t i = 0; settled < 0 && (g = glance_header(walk, i)) != NULL; i++)
        settled = settled_at(w, g);
    return settled == 1;
}

bool glance_frame(struct dissect *d, struct glance_walk *w)
{
    const struct glance_plan *plan = d->wanted->glance;
    struct glance *g;
    for (uint32_t i = 0; (g = glance_header(w, i)) != NULL; i++) {
        const struct glance_steps *s = &plan->protocols[g->protocol];
        if (s->count != 0) {
            if (d->tree.count + s->count > d->tree.room)
                return false;
            run_steps(d, &plan->steps[s->first], s->count, g);
        }
        int settled = settled_at(d->wanted, g);
        if (settled >= 0)
            return settled;
    }
    return false;
}
