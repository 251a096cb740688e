/* ways.c - from the shapes of headers to ways. */
#include "dissect/ways.h"

#include "base/base.h"
#include "base/list.h"
#include "capture/encap.h"
#include "dissect/builtin.h"
#include "dissect/dissect.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 4, BYTES = 128, WORD = 8 };

struct glance_ways {
    struct glance_way *ways;       /* those of a link type one after the other */
    uint32_t n;
    size_t room;
    uint32_t first[ENCAP_COUNT + 1], end[ENCAP_COUNT + 1];  /* by link type; the last: none that is known */
    bool failed;                   /* no memory */
};

/* A way while it is made: header by header. */
struct made {
    const struct engine *engine;
    struct glance_ways *ways;
    uint32_t depth;
    uint16_t encap, protocols[DEEPEST];
    struct glance_way way;
    uint8_t mask[BYTES], value[BYTES];
};

static void tell_bytes(struct made *m, uint32_t at, uint32_t size, uint32_t mask, uint32_t value)
{
    for (uint32_t i = 0; i < size; i++) {
        uint32_t shift = 8 * (size - 1 - i);
        m->mask[at + i] |= (uint8_t)(mask >> shift);
        m->value[at + i] |= (uint8_t)((value & mask) >> shift);
    }
}

static bool make_words(struct made *m)
{
    struct glance_way *w = &m->way;
    for (uint32_t at = 0; at + WORD <= BYTES; at += WORD) {
        uint64_t mask, value;
        memcpy(&mask, m->mask + at, WORD);
        memcpy(&value, m->value + at, WORD);
        if (mask == 0)
            continue;
        if (w->n_words == ARRAY_LEN(w->words) || at + WORD > w->size)
            return false;
        w->words[w->n_words].at = at;
        w->words[w->n_words].mask = mask;
        w->words[w->n_words++].value = value;
    }
    return true;
}

/* Whether the engine's preferences leave the headers plain: a frame that goes this way is walked over. */
static bool walk_agrees(struct made *m)
{
    struct frame_info frame = { .cap_len = BYTES, .wire_len = BYTES, .has_time = true, .encap = m->encap };
    struct glance_walk walk;
    struct glance *g;
    uint8_t bytes[BYTES];
    memcpy(bytes, m->value, BYTES);
    for (uint32_t i = 0; i < m->way.n_lengths; i++)
        bytes[m->way.lengths[i].at + 1] = (uint8_t)(BYTES - m->way.lengths[i].from);
    glance_begin(&walk, m->engine, &frame, bytes);
    for (uint32_t i = 0; i < m->depth; i++)
        if ((g = glance_header(&walk, i + 1)) == NULL || g->protocol != m->protocols[i])
            return false;
    g = glance_header(&walk, m->depth);
    m->way.table = g->table;
    return g->part == GLANCE_WHOLE && g->off + g->header == m->way.size &&
           (g->is->mingles_at == NULL || !g->is->mingles_at(g));
}

static void keep(struct made *m)
{
    struct glance_ways *w = m->ways;
    m->way.encap = m->encap;
    m->way.last = m->protocols[m->depth - 1];
    if (m->encap >= ENCAP_COUNT || m->way.pair_size == 0 || !make_words(m) || !walk_agrees(m))
        return;
    struct glance_way *ways = w->n < w->room ? w->ways : list_grow(w->ways, &w->room, 16, sizeof *ways);
    if (ways == NULL) {
        w->failed = true;
        return;
    }
    w->ways = ways;
    ways[w->n++] = m->way;
}

/* A header of this shape comes next; false where that cannot be told. */
static bool add_header(struct made *m, uint16_t protocol, const struct glance_shape *s)
{
    struct glance_way *w = &m->way;
    uint32_t at = w->size;
    if (m->depth == DEEPEST || at + s->size > BYTES || (s->pair_size != 0 && w->pair_size != 0) ||
        (s->length_at != 0 && w->n_lengths == ARRAY_LEN(w->lengths)))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(s->bits); i++)
        tell_bytes(m, at + s->bits[i].at, 4, s->bits[i].mask, s->bits[i].value);
    if (s->pair_size != 0) {
        w->pair_at = at + s->pair_at;
        w->pair_size = s->pair_size;
    }
    if (s->length_at != 0) {
        w->lengths[w->n_lengths].at = at + s->length_at;
        w->lengths[w->n_lengths++].from = at + s->length_beyond;
    }
    w->keys_at = at + s->key_at;
    w->size = at + s->size;
    m->protocols[m->depth++] = protocol;
    return true;
}

/* Every way on from here, by a table; as deep as DEEPEST. */
static void go_on(const struct made *from, uint8_t table, uint32_t key_size)
{
    const struct dispatch *t = &from->engine->tables[table];
    for (uint32_t i = 0; i <= t->mask; i++) {
        uint32_t key = t->slots[i].key;
        int variant;
        uint32_t number = t->slots[i].protocol != NO_PROTOCOL ? engine_lookup(from->engine, table, key, &variant)
                                                              : (uint32_t)NO_PROTOCOL;
        if (number == NO_PROTOCOL)
            continue;
        const struct protocol *p = registry_protocols[number];
        for (uint32_t k = 0; k < p->n_shapes; k++) {
            struct made m = *from;
            if (from->depth == 0)
                m.encap = (uint16_t)key;
            else
                tell_bytes(&m, m.way.keys_at, key_size, UINT32_MAX, key);
            if (!add_header(&m, (uint16_t)number, &p->shapes[k]))
                continue;
            if (p->shapes[k].key_size == 0)
                keep(&m);
            else if (p->n_hands_to != 0)
                go_on(&m, p->hands_to[0], p->shapes[k].key_size);
        }
    }
}

/* A link type comes up once in its table, so its ways came one after the other. */
static void note_link_types(struct glance_ways *w)
{
    for (uint32_t i = w->n; i > 0; i--) {
        uint16_t encap = w->ways[i - 1].encap;
        w->first[encap] = i - 1;
        w->end[encap] = w->end[encap] != 0 ? w->end[encap] : i;
    }
}

struct glance_ways *glance_ways_new(const struct engine *e)
{
    struct glance_ways *w = calloc(1, sizeof *w);
    const struct made nothing = { .engine = e, .ways = w };
    if (w == NULL)
        return NULL;
    go_on(&nothing, proto_frame.hands_to[0], 0);
    if (w->failed) {
        glance_ways_free(w);
        return NULL;
    }
    note_link_types(w);
    return w;
}

void glance_ways_free(struct glance_ways *w)
{
    if (w == NULL)
        return;
    free(w->ways);
    free(w);
}

static inline bool goes(const struct glance_way *w, const struct frame_info *frame, const uint8_t *bytes)
{
    uint32_t end = frame->wire_len > frame->cap_len ? frame->wire_len : frame->cap_len;
    if (w->encap != frame->encap || frame->cap_len < w->size)
        return false;
    for (uint32_t i = 0; i < w->n_words; i++) {
        uint64_t word;
        memcpy(&word, bytes + w->words[i].at, WORD);
        if ((word & w->words[i].mask) != w->words[i].value)
            return false;
    }
    for (uint32_t i = 0; i < w->n_lengths; i++) {
        uint32_t told = w->lengths[i].from + be16(bytes + w->lengths[i].at);
        if (told > end)
            return false;
        end = told;
    }
    return end >= w->size && frame->has_time;
}

const struct glance_way *glance_way_of(const struct glance_ways *w, uint32_t *recent, const struct frame_info *frame,
                                       const uint8_t *bytes)
{
    if (*recent < w->n && goes(&w->ways[*recent], frame, bytes))
        return &w->ways[*recent];
    uint32_t encap = frame->encap < ENCAP_COUNT ? frame->encap : (uint32_t)ENCAP_COUNT;
    for (uint32_t i = w->first[encap]; i < w->end[encap]; i++)
        if (i != *recent && goes(&w->ways[i], frame, bytes)) {
            *recent = i;
            return &w->ways[i];
        }
    return NULL;
}
