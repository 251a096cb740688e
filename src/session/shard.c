/* shard.c - from a frame's bytes to its shard. */
#include "session/shard.h"

#include "base/crew.h"
#include "base/map.h"
#include "dissect/builtin.h"
#include "dissect/ways.h"

#include <pthread.h>
#include <stdlib.h>

static uint64_t hash_end(const uint8_t *bytes, uint32_t len)
{
    if (len != 4)
        return hash_bytes(bytes, len, 1);
    uint64_t h = (be32(bytes) + UINT64_C(1)) * UINT64_C(0x9e3779b97f4a7c15);  /* IPv4: most are */
    return (h ^ h >> 32) * UINT64_C(0xd6e8feb86659fd93);
}

/* The same for both directions. */
static uint32_t number_of(const struct glance_pair *pair)
{
    uint64_t a = hash_end(pair->a, pair->len), b = hash_end(pair->b, pair->len);
    uint32_t n = (uint32_t)((a + b) >> 32);
    return n != 0 ? n : 1;
}

static bool knows_ends(const struct protocol *p) { return p->pair != NULL || p->mingles; }

/* What leads to protocols that know ends, or no bounds.  NULL without memory. */
static struct wanted *ends_wanted(const struct engine *e)
{
    struct wanted *w = wanted_new(e);
    if (w == NULL)
        return NULL;
    for (uint32_t i = 0; i < registry_count; i++)
        if (knows_ends(registry_protocols[i]))
            wanted_field(w, registry_first_field[i]);
    wanted_settle(w, e);
    return w;
}

/* --- shards that are one ------------------------------------------------------------------------ */

struct sharding {
    const struct engine *engine;
    struct glance_ways *ways;
    struct wanted *ends;        /* what leads to protocols that know ends, or no bounds */
    bool *open, *guessed;       /* by table: such a protocol may be found by it; by a guess */
    uint32_t by_ip_proto;       /* the table that d->ip_proto is a key of */
    pthread_mutex_t lock;       /* of: */
    uint16_t one_with[SHARDS];  /* a shard that it is one with; itself: the first of those that are */
    bool ties;                  /* some are */
    bool entangled;             /* packets that cannot be told apart: all are one */
};

struct shard_eye {
    struct dissect d;
    uint32_t way;               /* that a frame went last */
};

static void find_open(struct sharding *s)
{
    for (uint32_t t = 0; t < registry_n_tables; t++) {
        const struct dispatch *table = &s->engine->tables[t];
        for (uint32_t i = 0; i <= table->mask; i++) {
            uint32_t protocol = table->slots[i].protocol;
            s->open[t] |= protocol != NO_PROTOCOL && s->ends->useful[protocol];
        }
    }
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; s->ends->useful[i] && k < registry_protocols[i]->n_heuristics; k++) {
            uint8_t table = registry_protocols[i]->heuristics[k].table;
            s->open[table] = s->guessed[table] = true;
        }
}

struct sharding *sharding_new(const struct engine *e)
{
    struct sharding *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->engine = e;
    s->by_ip_proto = registry_table("ip.proto");
    s->ends = ends_wanted(e);
    s->ways = glance_ways_new(e);
    s->guessed = calloc(registry_n_tables + 1, sizeof *s->guessed);
    s->open = calloc(registry_n_tables + 1, sizeof *s->open);
    if (s->ends == NULL || s->ways == NULL || s->guessed == NULL || s->open == NULL ||
        pthread_mutex_init(&s->lock, NULL) != 0) {
        wanted_free(s->ends);
        glance_ways_free(s->ways);
        free(s->guessed);
        free(s->open);
        free(s);
        return NULL;
    }
    find_open(s);
    for (uint32_t i = 0; i < SHARDS; i++)
        s->one_with[i] = (uint16_t)i;
    return s;
}

void sharding_free(struct sharding *s)
{
    if (s == NULL)
        return;
    wanted_free(s->ends);
    glance_ways_free(s->ways);
    free(s->guessed);
    free(s->open);
    pthread_mutex_destroy(&s->lock);
    free(s);
}

struct shard_eye *shard_eye_new(const struct sharding *s)
{
    struct shard_eye *eye = crew_alloc(sizeof *eye);
    if (eye != NULL && dissect_open(&eye->d, s->engine, s->ends, NULL) != 0) {
        free(eye);
        return NULL;
    }
    if (eye != NULL)
        eye->d.peeks = true;
    return eye;
}

void shard_eye_free(struct shard_eye *eye)
{
    if (eye == NULL)
        return;
    dissect_close(&eye->d);
    free(eye);
}

static uint32_t first_of(struct sharding *s, uint32_t shard)
{
    while (s->one_with[shard] != shard)
        shard = s->one_with[shard] = s->one_with[s->one_with[shard]];
    return shard;
}

static void make_one(struct sharding *s, uint32_t a, uint32_t b)
{
    a = first_of(s, a);
    b = first_of(s, b);
    s->one_with[a < b ? b : a] = (uint16_t)(a < b ? a : b);
    s->ties |= a != b;
}

bool sharding_closed(const struct sharding *s, const struct protocol *p)
{
    for (uint32_t i = 0; i < p->n_hands_to; i++)
        if (s->open[p->hands_to[i]])
            return false;
    return true;
}

/* --- a frame's shard ---------------------------------------------------------------------------- */

uint32_t shard_of_pair(const struct glance_pair *pair)
{
    uint32_t n = number_of(pair) % SHARDS;
    return n != SHARD_COMMON ? n : 1;
}

static void tie(struct sharding *s, uint32_t a, uint32_t b)
{
    pthread_mutex_lock(&s->lock);
    make_one(s, a, b);
    pthread_mutex_unlock(&s->lock);
}

static bool leads_to_ends(const struct sharding *s, uint32_t protocol)
{
    return protocol != NO_PROTOCOL && s->ends->useful[protocol];
}

/* Whether whoever goes on with the payload may lead to other ends. */
static bool leads_on(const struct sharding *s, struct glance *g)
{
    uint32_t next = glance_above(g);
    return s->guessed[g->table] || leads_to_ends(s, next) || leads_to_ends(s, g->other);
}

/* Of a fragment between such ends: the first one tells where the datagram leads. */
static uint32_t shard_of_fragment(const struct sharding *s, struct glance *g, uint32_t shard)
{
    struct glance above;
    if (g->part == GLANCE_LATER)
        return shard;
    if (g->next == NO_PROTOCOL)
        return SHARD_UNTOLD;
    const struct protocol *next = registry_protocols[g->next];
    bool plain = next->pair == NULL && next->mingles_at == NULL && glance_step(g, &above) && !leads_on(s, &above);
    return plain ? shard : (uint32_t)SHARD_UNTOLD;
}

static bool holds_nothing(const struct protocol *p)
{
    return p->n_hands_to == 0 && p->calls == NULL && p->ends_in == NULL;
}

/* The shard of a packet behind whose last plain header, g, somebody else goes on. */
static uint32_t shard_behind(struct sharding *s, struct glance *g, uint32_t shard)
{
    if (!leads_on(s, g))
        return shard;
    if (g->part != GLANCE_WHOLE)
        return shard_of_fragment(s, g, shard);
    const struct protocol *next = g->next != NO_PROTOCOL ? registry_protocols[g->next] : NULL;
    if (next == NULL || g->other != NO_PROTOCOL || !next->mingles || !holds_nothing(next))
        return SHARD_UNTOLD;
    tie(s, shard, SHARD_COMMON);
    return shard;
}

static bool key_leads_on(const struct sharding *s, uint8_t table, uint32_t key)
{
    int variant;
    return leads_to_ends(s, engine_lookup(s->engine, table, key, &variant));
}

uint32_t shard_on_a_way(const struct sharding *s, struct shard_eye *eye, const struct frame_info *frame,
                        const uint8_t *bytes)
{
    const struct glance_way *w = glance_way_of(s->ways, &eye->way, frame, bytes);
    if (w == NULL)
        return SHARD_UNTOLD;
    const uint8_t *keys = bytes + w->keys_at, *pair = bytes + w->pair_at;
    if (s->open[w->table] &&
        (s->guessed[w->table] || key_leads_on(s, w->table, be16(keys)) || key_leads_on(s, w->table, be16(keys + 2))))
        return SHARD_UNTOLD;
    return shard_of_pair(&(struct glance_pair){ pair, pair + w->pair_size, w->pair_size });
}

uint32_t shard_at_a_glance(struct sharding *s, struct glance_walk *walk)
{
    uint32_t shard = SHARD_COMMON;
    struct glance *g = glance_header(walk, 0), *next;
    for (uint32_t i = 1; g != NULL; g = next) {
        struct glance_pair pair;
        if (g->is->pair != NULL) {
            if (!g->is->pair(g, &pair))
                return SHARD_UNTOLD;
            uint32_t other = shard_of_pair(&pair);
            if (shard != SHARD_COMMON && shard != other)
                tie(s, shard, other);
            shard = shard != SHARD_COMMON ? shard : other;
        }
        if (g->is->mingles_at != NULL && g->is->mingles_at(g))
            return SHARD_UNTOLD;
        if (!g->known && !s->open[g->table])
            return shard;
        next = glance_header(walk, i++);
        if (next == NULL)
            return shard_behind(s, g, shard);
    }
    return SHARD_UNTOLD;
}

/* A header of the dissected packet, for what asks for its bytes alone; false if they are not there. */
static bool glance_at_layer(struct glance *g, const struct dissect *d, const struct layer *l)
{
    const struct source *from = &d->sources[l->source];
    if (!l->shown || l->off > from->cap)
        return false;
    uint32_t cap = from->cap - l->off;
    *g = (struct glance){ .is = registry_protocols[l->protocol],
                          .protocol = l->protocol,
                          .p = from->bytes + l->off,
                          .cap = cap,
                          .wire = cap };
    return true;
}

/* The ends that a layer tells. */
static uint32_t shard_of_layer(const struct dissect *d, const struct layer *l)
{
    const struct protocol *p = registry_protocols[l->protocol];
    struct glance_pair pair;
    struct glance g;
    bool told = p->pair != NULL && glance_at_layer(&g, d, l) && p->pair(&g, &pair);
    return told ? shard_of_pair(&pair) : (uint32_t)SHARD_COMMON;
}

/* The last layer, but for those that cannot hold another. */
static const struct protocol *last_holder(const struct dissect *d)
{
    const struct protocol *p;
    uint16_t i = d->n_layers;
    do
        p = registry_protocols[d->layers[--i].protocol];
    while (i != 0 && p->mingles && holds_nothing(p));
    return p;
}

/* What a stream holds is not seen before it is put together, nor what a fragment does, but for what the first one tells. */
static bool hides_ends(const struct sharding *s, const struct dissect *d)
{
    const struct protocol *last = last_holder(d);
    if (d->port_kind == PORT_TCP && last->pair == NULL && last->glance == NULL)
        return true;
    int variant;
    if (!d->fragmented || last->n_hands_to == 0)
        return false;
    if (last->hands_to[0] != s->by_ip_proto)
        return last->joins && last->glance == NULL;  /* only the whole tells what it holds, as in PPP's multilink */
    return !d->later_fragment && leads_to_ends(s, engine_lookup(s->engine, last->hands_to[0], d->ip_proto, &variant));
}

/* Whether some layer's memory is found from packets between other ends; that of a datagram whose first fragment this is, once it
   is put together. */
static bool mingles(const struct sharding *s, const struct dissect *d)
{
    int variant;
    for (uint16_t i = 0; i < d->n_layers; i++)
        if (registry_protocols[d->layers[i].protocol]->mingles)
            return true;
    bool first = d->fragmented && !d->later_fragment;
    uint32_t next = first ? engine_lookup(s->engine, (uint8_t)s->by_ip_proto, d->ip_proto, &variant)
                          : (uint32_t)NO_PROTOCOL;
    return next != NO_PROTOCOL && registry_protocols[next]->mingles_at != NULL;
}

uint32_t shard_of_dissected(struct sharding *s, const struct dissect *d)
{
    uint32_t shard = SHARD_COMMON;
    pthread_mutex_lock(&s->lock);
    for (uint16_t i = 0; i < d->n_layers; i++) {
        uint32_t other = shard_of_layer(d, &d->layers[i]);
        if (other != SHARD_COMMON && shard != SHARD_COMMON)
            make_one(s, shard, other);
        if (shard == SHARD_COMMON)
            shard = other;
    }
    if (mingles(s, d))
        make_one(s, shard, SHARD_COMMON);
    if (d->net_src.len != 0 && d->net_src.len == d->net_dst.len) {
        const struct glance_pair ends = { d->net_src.bytes, d->net_dst.bytes, d->net_src.len };
        make_one(s, shard, shard_of_pair(&ends));  /* a source route leads elsewhere than the header says */
    }
    s->entangled |= hides_ends(s, d);
    pthread_mutex_unlock(&s->lock);
    return shard;
}

uint32_t shard_closely(struct sharding *s, struct shard_eye *eye, const struct frame_info *frame, const uint8_t *bytes)
{
    dissect_frame(&eye->d, frame, bytes);
    return shard_of_dissected(s, &eye->d);
}

void sharding_want(const struct sharding *s, struct wanted *w) { wanted_add(w, s->ends); }

bool sharding_apart(const struct sharding *s) { return !s->entangled; }
bool sharding_ties(const struct sharding *s) { return s->ties || s->entangled; }

void sharding_settle(struct sharding *s)
{
    for (uint32_t i = 0; sharding_ties(s) && i < SHARDS; i++)
        s->one_with[i] = (uint16_t)(s->entangled ? (uint32_t)SHARD_COMMON : first_of(s, i));
}

uint32_t sharding_one(const struct sharding *s, uint32_t shard) { return s->one_with[shard]; }
