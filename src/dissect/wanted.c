/* wanted.c - which fields somebody needs, and which protocols therefore have to run. */
#include "base/base.h"
#include "dissect/builtin.h"
#include "dissect/engine.h"
#include "dissect/glance.h"

#include <stdlib.h>

static uint32_t total_fields(void) { return registry_first_field[registry_count]; }

struct wanted *wanted_new(const struct engine *e)
{
    (void)e;
    struct wanted *w = calloc(1, sizeof *w);
    if (w == NULL)
        return NULL;
    w->bits = calloc(total_fields() / 64 + 1, sizeof *w->bits);
    w->any = calloc(registry_count + 1, sizeof *w->any);
    w->itself = calloc(registry_count + 1, sizeof *w->itself);
    w->useful = calloc(registry_count + 1, sizeof *w->useful);
    w->header_rows = calloc(registry_count + 1, sizeof *w->header_rows);
    if (w->bits == NULL || w->any == NULL || w->itself == NULL || w->useful == NULL || w->header_rows == NULL) {
        wanted_free(w);
        return NULL;
    }
    return w;
}

void wanted_field(struct wanted *w, uint32_t global) { w->bits[global >> 6] |= (uint64_t)1 << (global & 63); }

void wanted_all(struct wanted *w)
{
    memset(w->bits, 0xff, (total_fields() / 64 + 1) * sizeof *w->bits);
    w->everything = true;
}

static bool has_field(const struct wanted *w, uint32_t field) { return (w->bits[field >> 6] >> (field & 63) & 1) != 0; }

static bool leads_to_useful(const struct wanted *w, const struct protocol *p)
{
    if (p->n_hands_to != 0 && w->useful[registry_protocol_number(&proto_data)])
        return true;  /* what nobody claims */
    for (uint32_t i = 0; p->calls != NULL && p->calls[i] != NULL; i++)
        if (w->useful[registry_protocol_number(p->calls[i])])
            return true;
    for (uint32_t i = 0; p->ends_in != NULL && p->ends_in[i] != NULL; i++)
        if (w->itself[registry_protocol_number(p->ends_in[i])])
            return true;
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *q = registry_protocols[i];
        if (!w->useful[i])
            continue;
        for (uint32_t t = 0; t < p->n_hands_to; t++) {
            for (uint32_t k = 0; k < q->n_claims; k++)
                if (q->claims[k].table == p->hands_to[t])
                    return true;
            for (uint32_t k = 0; k < q->n_heuristics; k++)
                if (q->heuristics[k].table == p->hands_to[t])
                    return true;
        }
    }
    return false;
}

/* Marks what leads to something useful, until nothing changes. */
static void mark_ways(struct wanted *w)
{
    memcpy(w->itself, w->useful, registry_count * sizeof *w->itself);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < registry_count; i++)
            if (!w->useful[i] && leads_to_useful(w, registry_protocols[i]))
                w->useful[i] = changed = true;
    }
}

static bool wants_flagged(const struct wanted *w, unsigned flag)
{
    for (uint32_t f = 0; f < total_fields(); f++)
        if (has_field(w, f) &&
            ((registry_field(f)->flags | registry_protocols[registry_owner[f]]->fields[0].flags) & flag))
            return true;
    return false;
}

static bool wants_any(const struct wanted *w, const struct protocol *p)
{
    uint32_t number = registry_protocol_number(p);
    for (uint32_t f = registry_first_field[number]; f < registry_first_field[number + 1]; f++)
        if (has_field(w, f))
            return true;
    return false;
}

static uint16_t header_rows(const struct wanted *w, uint32_t protocol)
{
    const struct protocol *p = registry_protocols[protocol];
    uint16_t rows = p->n_fields;
    while (rows != 0 && (p->fields[rows - 1].size == 0 || !has_field(w, registry_first_field[protocol] + rows - 1)))
        rows--;
    return rows;
}

/* Findings about text are made with the text. */
static void want_texts(struct wanted *w)
{
    for (uint32_t f = 0; f < total_fields(); f++)
        if (type_is_string(registry_field(f)->type))
            wanted_field(w, f);
}

void wanted_settle(struct wanted *w, const struct engine *e)
{
    (void)e;
    if (wants_any(w, &proto_expert) || wants_any(w, &proto_string))
        want_texts(w);
    bool whole = wants_flagged(w, WHOLE), all = w->columns || w->everything || whole || wants_flagged(w, ABOVE);
    for (uint32_t i = 0; i < registry_count; i++) {
        w->any[i] |= whole;
        for (uint32_t f = registry_first_field[i]; f < registry_first_field[i + 1]; f++)
            w->any[i] |= has_field(w, f);
        w->useful[i] = all || w->any[i];
        w->header_rows[i] = header_rows(w, i);
    }
    w->findings = w->any[registry_protocol_number(&proto_expert)];
    if (!all)
        mark_ways(w);
    w->glance = glance_plan_new(w);
}

struct wanted *wanted_first_pass(const struct wanted *later, const struct engine *e)
{
    struct wanted *w = wanted_new(e);
    bool all = later->columns || wants_flagged(later, ABOVE);
    for (uint32_t i = 0; w != NULL && i < registry_count; i++)
        w->useful[i] = registry_protocols[i]->keeps_state &&
                       (all || later->any[i] || (registry_protocols[i]->joins && later->useful[i]));
    if (w != NULL)
        mark_ways(w);
    return w;
}

struct wanted *wanted_own(const struct wanted *later, const struct engine *e)
{
    struct wanted *w = wanted_first_pass(later, e);
    for (uint32_t i = 0; w != NULL && i < registry_count; i++)
        w->useful[i] = w->useful[i] && registry_protocols[i]->keeps_state && registry_protocols[i]->own != NULL;
    if (w != NULL)
        mark_ways(w);
    return w;
}

void wanted_add(struct wanted *w, const struct wanted *other)
{
    for (uint32_t i = 0; i <= total_fields() / 64; i++)
        w->bits[i] |= other->bits[i];
    w->columns |= other->columns;
    w->coloring |= other->coloring;
    w->everything |= other->everything;
}

bool wanted_covers(const struct wanted *w, const struct wanted *other)
{
    for (uint32_t i = 0; i <= total_fields() / 64; i++)
        if ((other->bits[i] & ~w->bits[i]) != 0)
            return false;
    return w->columns >= other->columns && w->coloring >= other->coloring && w->everything >= other->everything;
}

bool wanted_keeps_state(const struct wanted *w)
{
    for (uint32_t i = 0; i < registry_count; i++)
        if (w->useful[i] && registry_protocols[i]->keeps_state)
            return true;
    return false;
}

bool wanted_needs_links(const struct wanted *w) { return wants_flagged(w, LINKED); }

bool wanted_needs_numbers(const struct wanted *w) { return wants_flagged(w, NUMBERED); }

bool wanted_needs_displayed(const struct wanted *w) { return wants_flagged(w, DISPLAYED); }

void wanted_free(struct wanted *w)
{
    if (w == NULL)
        return;
    free(w->bits);
    free(w->any);
    free(w->itself);
    free(w->useful);
    free(w->header_rows);
    glance_plan_free(w->glance);
    free(w);
}
