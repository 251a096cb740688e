/* engine.c - dispatch tables from the claims, switches, preferences, decode-as; wanted sets. */
#include "dissect/engine.h"

#include "base/base.h"
#include "base/map.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

/* `text`: lives as long as the engine; NULL in tables of numbers. */
static int dispatch_put(struct dispatch *t, uint32_t key, const char *text, uint32_t protocol, int variant)
{
    for (uint32_t i = key * 2654435761u >> 7, n = 0; n <= t->mask; i++, n++) {
        struct dispatch_slot *s = &t->slots[i & t->mask];
        if (s->protocol != NO_PROTOCOL && (s->key != key || (text != NULL && strcmp(t->texts[i & t->mask], text) != 0)))
            continue;
        *s = (struct dispatch_slot){ key, (uint16_t)protocol, (int16_t)variant };
        t->glances |= protocol != NO_PROTOCOL && registry_protocols[protocol]->glance != NULL;
        if (text != NULL)
            t->texts[i & t->mask] = text;
        return 0;
    }
    return -1;
}

static uint8_t lower(uint8_t c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; }

/* FNV-1a of the text in lower case. */
static uint32_t text_hash(const uint8_t *text, uint32_t len)
{
    uint32_t h = 2166136261u;
    for (uint32_t i = 0; i < len; i++)
        h = (h ^ lower(text[i])) * 16777619u;
    return h;
}

static bool text_is(const uint8_t *text, uint32_t len, const char *known)
{
    uint32_t i = 0;
    while (i < len && known[i] != '\0' && lower(text[i]) == (uint8_t)known[i])
        i++;
    return i == len && known[i] == '\0';
}

static int dispatch_put_text(struct dispatch *t, const char *text, uint32_t protocol, int variant)
{
    return dispatch_put(t, text_hash((const uint8_t *)text, (uint32_t)strlen(text)), text, protocol, variant);
}

uint32_t engine_lookup_text(const struct engine *e, uint8_t table, const uint8_t *text, uint32_t len, int *variant)
{
    const struct dispatch *t = &e->tables[table];
    uint32_t key = text_hash(text, len);
    for (uint32_t i = key * 2654435761u >> 7;; i++) {
        const struct dispatch_slot *s = &t->slots[i & t->mask];
        if (s->protocol == NO_PROTOCOL)
            return NO_PROTOCOL;
        if (s->key == key && text_is(text, len, t->texts[i & t->mask])) {
            *variant = s->variant;
            return e->enabled[s->protocol] ? s->protocol : (uint32_t)NO_PROTOCOL;
        }
    }
}

static int dispatch_room(struct dispatch *t, uint32_t rows, bool texts)
{
    uint32_t room = 8;
    while (room < rows * 2)
        room *= 2;
    t->slots = malloc(room * sizeof *t->slots);
    t->texts = texts ? calloc(room, sizeof *t->texts) : NULL;
    if (t->slots == NULL || (texts && t->texts == NULL))
        return -1;
    t->mask = room - 1;
    for (uint32_t i = 0; i < room; i++)
        t->slots[i] = (struct dispatch_slot){ 0, NO_PROTOCOL, 0 };
    return 0;
}

enum { DECODE_AS_ROWS = 64 };  /* room in each table for -d */

static int fill_tables(struct engine *e)
{
    uint32_t rows[256] = { 0 };
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < registry_protocols[i]->n_claims; k++)
            rows[registry_protocols[i]->claims[k].table]++;
    for (uint32_t t = 0; t < registry_n_tables; t++)
        if (dispatch_room(&e->tables[t], rows[t] + DECODE_AS_ROWS, registry_tables[t].type == FT_STRING) != 0)
            return -1;
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < registry_protocols[i]->n_claims; k++) {
            const struct claim *c = &registry_protocols[i]->claims[k];
            if (c->text != NULL)
                dispatch_put_text(&e->tables[c->table], c->text, i, c->variant);
            else
                dispatch_put(&e->tables[c->table], c->key, NULL, i, c->variant);
        }
    return 0;
}

static uint32_t count_heuristics(void)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < registry_count; i++)
        n += registry_protocols[i]->n_heuristics;
    return n;
}

static void fill_probers(struct engine *e)
{
    uint32_t n = 0;
    for (uint32_t t = 0; t < registry_n_tables; t++) {
        uint32_t ordinal = 0;
        e->first_prober[t] = n;
        for (uint32_t i = 0; i < registry_count; i++)
            for (uint32_t k = 0; k < registry_protocols[i]->n_heuristics; k++, ordinal++)
                if (registry_protocols[i]->heuristics[k].table == t)
                    e->probers[n++] = (struct prober){ (uint16_t)i, (uint16_t)ordinal,
                                                       &registry_protocols[i]->heuristics[k] };
    }
    e->first_prober[registry_n_tables] = n;
}

struct engine *engine_new(struct thr_error *error)
{
    struct engine *e = calloc(1, sizeof *e);
    if (e != NULL) {
        e->tables = calloc(registry_n_tables + 1, sizeof *e->tables);
        e->enabled = calloc(registry_count + 1, sizeof *e->enabled);
        e->heuristics_off = calloc(count_heuristics() + 1, sizeof *e->heuristics_off);
        e->probers = calloc(count_heuristics() + 1, sizeof *e->probers);
        e->first_prober = calloc(registry_n_tables + 1, sizeof *e->first_prober);
        e->prefs = calloc(registry_first_pref[registry_count] + 1u, sizeof *e->prefs);
    }
    if (e == NULL || e->tables == NULL || e->enabled == NULL || e->heuristics_off == NULL || e->probers == NULL ||
        e->first_prober == NULL || e->prefs == NULL || fill_tables(e) != 0) {
        engine_free(e);
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to set up the dissectors.");
        return NULL;
    }
    fill_probers(e);
    e->seed = hash_seed();
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *p = registry_protocols[i];
        e->enabled[i] = !p->off;
        for (uint32_t k = 0; k < p->n_prefs; k++)
            e->prefs[registry_first_pref[i] + k] = (struct pref_value){ p->prefs[k].initial, p->prefs[k].initial_text };
    }
    return e;
}

void engine_free(struct engine *e)
{
    if (e == NULL)
        return;
    for (uint32_t t = 0; e->tables != NULL && t < registry_n_tables; t++) {
        free(e->tables[t].slots);
        free(e->tables[t].texts);
    }
    for (uint32_t i = 0; i < e->n_texts; i++)
        free(e->texts[i]);
    free(e->texts);
    free(e->tables);
    free(e->enabled);
    free(e->heuristics_off);
    free(e->probers);
    free(e->first_prober);
    free(e->prefs);
    free(e);
}

/* Keeps a copy of the text for the engine's life; NULL without memory. */
static const char *keep_text(struct engine *e, const char *text)
{
    char **texts = realloc(e->texts, (e->n_texts + 1) * sizeof *texts);
    if (texts == NULL)
        return NULL;
    e->texts = texts;
    char *copy = strdup(text);
    if (copy != NULL)
        e->texts[e->n_texts++] = copy;
    return copy;
}

static bool pref_parse(struct engine *e, const struct pref *p, struct pref_value *v, const char *text)
{
    char *end;
    switch (p->kind) {
    case PREF_BOOL:
        v->number = strcasecmp(text, "true") == 0;  /* anything else is false, as in tshark */
        return true;
    case PREF_UINT: v->number = (uint32_t)strtoul(text, &end, 0); return end != text && *end == '\0';
    case PREF_ENUM:
        for (uint32_t i = 0; i < p->choices->count; i++)
            if (strcasecmp(p->choices->rows[i].text, text) == 0) {
                v->number = p->choices->rows[i].value;
                return true;
            }
        return false;
    case PREF_OBSOLETE: return true;
    default: return (v->text = keep_text(e, text)) != NULL;
    }
}

enum thr_failure engine_set_pref(struct engine *e, const char *assignment, struct thr_error *error)
{
    const char *colon = strchr(assignment, ':');
    const char *dot = strchr(assignment, '.');
    if (colon == NULL || colon == assignment)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "Invalid -o flag \"%s\"", assignment);
    const char *text = colon + 1;
    while (isspace((unsigned char)*text))
        text++;
    char name[64] = "";
    if (dot != NULL && dot < colon && (size_t)(dot - assignment) < sizeof name)
        memcpy(name, assignment, (size_t)(dot - assignment));
    uint32_t number = registry_protocol(name);
    for (uint32_t k = 0; number != NO_PROTOCOL && k < registry_protocols[number]->n_prefs; k++) {
        const struct pref *p = &registry_protocols[number]->prefs[k];
        size_t len = (size_t)(colon - dot - 1);
        if (strlen(p->name) != len || strncmp(p->name, dot + 1, len) != 0)
            continue;
        if (pref_parse(e, p, &e->prefs[registry_first_pref[number] + k], text))
            return THR_OK;
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "Invalid -o flag \"%s\"", assignment);
    }
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "-o flag \"%s\" specifies unknown preference", assignment);
}

bool engine_enable(struct engine *e, const char *protocol, bool on)
{
    uint32_t i = registry_protocol(protocol);
    if (i != NO_PROTOCOL)
        e->enabled[i] = on;
    return i != NO_PROTOCOL;
}

bool engine_enable_heuristic(struct engine *e, const char *name, bool on)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < registry_protocols[i]->n_heuristics; k++, at++)
            if (strcmp(registry_protocols[i]->heuristics[k].name, name) == 0) {
                e->heuristics_off[at] = !on;
                return true;
            }
    return false;
}

#define TEMPLATE "Parameter \"%s\" doesn't follow the template \"<layer_type>==<selector>,<decode_as_protocol>\""

static enum thr_failure bad_rule(struct thr_error *error, const char *format, const char *what)
{
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, format, what);
}

/* A copy of [from, to) without the blanks around it, cut to the room. */
static void take_word(char *word, size_t room, const char *from, const char *to)
{
    while (from < to && isspace((unsigned char)*from))
        from++;
    while (to > from && isspace((unsigned char)to[-1]))
        to--;
    size_t n = (size_t)(to - from) < room - 1 ? (size_t)(to - from) : room - 1;
    memcpy(word, from, n);
    word[n] = '\0';
}

void decode_rule_parse(struct decode_rule *r, const char *rule)
{
    const char *equal = strchr(rule, '='), *comma = equal != NULL ? strchr(equal, ',') : NULL;
    const char *end = rule + strlen(rule);
    take_word(r->table, sizeof r->table, rule, equal != NULL ? equal : end);
    take_word(r->selector, sizeof r->selector, equal != NULL ? equal + 1 + (equal[1] == '=') : end,
              comma != NULL ? comma : end);
    take_word(r->protocol, sizeof r->protocol, comma != NULL ? comma + 1 : end, end);
    r->whole = comma != NULL;
    r->selected = equal != NULL;
}

/* "80", "0x50", "80-90", "80:2" (two from 80 on). */
static enum thr_failure take_selector(const char *text, unsigned long *from, unsigned long *to, struct thr_error *error)
{
    char *end;
    *from = *to = strtoul(text, &end, 0);
    if (!isdigit((unsigned char)text[0]) || (*end != '\0' && *end != '-' && *end != ':'))
        return bad_rule(error, "Invalid selector number \"%s\"", text);
    if (*end == '\0')
        return THR_OK;
    char kind = *end, *last = end + 1;
    unsigned long second = strtoul(last, &end, 0);
    *to = kind == '-' ? second : *from + second - 1;
    if (!isdigit((unsigned char)last[0]) || *end != '\0' || *to < *from || (kind == ':' && second == 0))
        return bad_rule(error, "Invalid selector numeric range \"%s\"", text);
    return THR_OK;
}

/* "media_type==text/x-mine,json" */
static enum thr_failure decode_text_as(struct engine *e, uint32_t table, const char *selector, uint32_t protocol,
                                       struct thr_error *error)
{
    char key[64];
    size_t n = 0;
    for (; n < sizeof key - 1 && selector[n] != '\0'; n++)
        key[n] = (char)lower((uint8_t)selector[n]);
    key[n] = '\0';
    const char *kept = keep_text(e, key);
    if (kept == NULL || dispatch_put_text(&e->tables[table], kept, protocol, 0) != 0)
        return bad_rule(error, "\"%s\" is one rule too many for this layer type", selector);
    return THR_OK;
}

enum thr_failure engine_decode_as(struct engine *e, const char *rule, struct thr_error *error)
{
    struct decode_rule r;
    unsigned long from = 0, to = 0;
    decode_rule_parse(&r, rule);
    uint32_t t = registry_table(r.table);
    if (!r.whole && (t != registry_n_tables || r.selected))
        return bad_rule(error, TEMPLATE, rule);
    if (!r.whole && r.table[0] == '\0')
        return bad_rule(error, TEMPLATE "\nNo layer type specified", rule);
    if (!r.whole)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, TEMPLATE "\nUnknown layer type -- %s", rule, r.table);
    if (t == registry_n_tables)
        return bad_rule(error, "Unknown layer type -- %s", r.table);
    bool texts = registry_tables[t].type == FT_STRING;
    if (!texts && take_selector(r.selector, &from, &to, error) != THR_OK)
        return THR_FAILED_ARGUMENT;
    if (r.protocol[0] == '\0')
        return bad_rule(error, "No protocol name specified%s", "");
    uint32_t protocol = registry_protocol(r.protocol);
    if (protocol == NO_PROTOCOL)
        return bad_rule(error, "Unknown protocol -- \"%s\"", r.protocol);
    if (texts)
        return decode_text_as(e, t, r.selector, protocol, error);
    if (to - from >= DECODE_AS_ROWS / 2)
        return bad_rule(error, "\"%s\" is too wide a range of selectors", r.selector);
    for (unsigned long k = from; k <= to; k++)
        if (dispatch_put(&e->tables[t], (uint32_t)k, NULL, protocol, 0) != 0)
            return bad_rule(error, "\"%s\" is one rule too many for this layer type", rule);
    return THR_OK;
}
