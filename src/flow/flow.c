/* flow.c - conversations by a hash of both endpoints, and what is remembered of frames. */
#include "flow/flow.h"

#include "base/crew.h"
#include "flow/state.h"

#include <stdlib.h>

enum { STATE_MAX = 1u << 30 };  /* bytes; beyond, new flows and facts are not remembered */

struct flow_slot {
    struct flow_slot *next;
    uint32_t key;  /* protocol << 16 | slot */
    void *memory;
};

/* All conversations between the same two endpoints, in order; most have one. */
struct flow_line {
    struct flow **flows;
    uint32_t n, room;
    uint8_t kind;  /* enum port_kind */
};

struct flow_state *flow_state_new(bool keep_facts, uint64_t seed)
{
    struct flow_state *s = crew_alloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->keep_facts = keep_facts;
    s->arena.max = STATE_MAX;
    s->hold_memory.max = HELD_MAX;
    s->arena.large = s->hold_memory.large = true;
    s->flows.seed = seed;
    s->flows.keys = &s->arena;
    return s;
}

void flow_state_free(struct flow_state *s)
{
    if (s == NULL)
        return;
    flow_first_pass_over(s);
    map_free(&s->flows);
    arena_free(&s->arena);
    facts_free(&s->facts);
    free(s);
}

size_t flow_state_size(const struct flow_state *s)
{
    return s->arena.held + s->hold_memory.held + s->held_large + s->flows.room * 24;
}

/* Between IPv4 endpoints: kind, kind of address, and each endpoint as a number; others have their bytes behind a kind that is
   no address's. */
enum { KEY_ROOM = 40, KEY_OTHER = 0x80 };

static uint64_t ipv4_endpoint(struct address a, uint32_t port)
{
    return (uint64_t)be32(a.bytes) << 16 | (uint16_t)port;
}

/* True if the first is the lower endpoint. */
static bool make_ipv4_key(uint64_t key[2], uint8_t kind, uint64_t a, uint64_t b)
{
    bool low = a <= b;
    key[0] = (low ? a : b) << 16 | (uint64_t)ADDR_IPv4 << 8 | kind;
    key[1] = low ? b : a;
    return low;
}

static uint32_t put_endpoint(uint8_t *at, struct address a, uint32_t port)
{
    uint32_t len = a.len <= 16 ? a.len : 16;
    if (len != 0)
        memcpy(at, a.bytes, len);
    at[len] = (uint8_t)(port >> 8);
    at[len + 1] = (uint8_t)port;
    return len + 2;
}

static __attribute__((noinline)) bool make_other_key(uint64_t words[KEY_ROOM / 8], uint32_t *key_len, uint8_t kind,
                                                     struct address a, uint32_t a_port, struct address b,
                                                     uint32_t b_port)
{
    uint8_t x[18], y[18], *key = (uint8_t *)words;
    uint32_t xn = put_endpoint(x, a, a_port), yn = put_endpoint(y, b, b_port);
    bool low = xn != yn ? xn < yn : memcmp(x, y, xn) <= 0;
    key[0] = kind;
    key[1] = KEY_OTHER | a.kind;
    memcpy(key + 2, low ? x : y, low ? xn : yn);
    memcpy(key + 2 + (low ? xn : yn), low ? y : x, low ? yn : xn);
    *key_len = 2 + xn + yn;
    return low;
}

/* Writes the key with the lower endpoint first; true if that is `a`. */
static inline bool make_key(uint64_t words[KEY_ROOM / 8], uint32_t *key_len, uint8_t kind, struct address a,
                            uint32_t a_port, struct address b, uint32_t b_port)
{
    if (a.kind != ADDR_IPv4 || b.kind != ADDR_IPv4 || a.len != 4 || b.len != 4)
        return make_other_key(words, key_len, kind, a, a_port, b, b_port);
    *key_len = 16;
    return make_ipv4_key(words, kind, ipv4_endpoint(a, a_port), ipv4_endpoint(b, b_port));
}

static COLD struct flow_line *make_line(struct flow_state *s, const uint64_t *key, uint32_t len, uint8_t kind)
{
    struct flow_line *line = arena_zero(&s->arena, sizeof *line);
    void **place = line != NULL ? map_place(&s->flows, key, len) : NULL;
    if (place == NULL)
        return NULL;
    *place = line;
    line->kind = kind;
    return line;
}

static inline struct flow_line *find_line(struct flow_state *s, const uint64_t *key, uint32_t len, uint8_t kind,
                                          bool make)
{
    struct flow_line *line = map_find(&s->flows, key, len);
    return line != NULL || !make ? line : make_line(s, key, len, kind);
}

static bool line_room(struct flow_state *s, struct flow_line *line)
{
    if (line->n < line->room)
        return true;
    uint32_t room = line->room != 0 ? line->room * 2 : 1;
    struct flow **flows = arena_take(&s->arena, room * sizeof *flows);
    if (flows == NULL)
        return false;
    if (line->n != 0)
        memcpy(flows, line->flows, line->n * sizeof *flows);
    line->flows = flows;
    line->room = room;
    return true;
}

static struct flow *line_add(struct dissect *d, struct flow_line *line, bool low)
{
    struct flow_state *s = d->flows;
    struct flow *f = line_room(s, line) ? arena_zero(&s->arena, sizeof *f) : NULL;
    if (f == NULL)
        return NULL;
    f->first_low = low;
    f->started = d->frame->time;
    f->first_frame = d->frame->number;
    f->line = line;
    line->flows[line->n++] = f;
    flow_begins(s, line->kind, f);
    return f;
}

/* The one that the frame belongs to: the last that began with it or before. */
static struct flow *line_at(const struct flow_line *line, uint32_t frame)
{
    uint32_t from = 0, to = line->n;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (line->flows[mid]->first_frame <= frame)
            from = mid + 1;
        else
            to = mid;
    }
    return from != 0 ? line->flows[from - 1] : NULL;
}

/* *low: a is the lower endpoint. */
static struct flow *find_flow(struct dissect *d, uint8_t kind, struct address a, uint32_t a_port, struct address b,
                              uint32_t b_port, bool *low)
{
    struct flow_state *s = d->flows;
    uint64_t key[KEY_ROOM / 8];
    uint32_t len;
    if (s == NULL || kind >= FLOW_KINDS)
        return NULL;
    *low = make_key(key, &len, kind, a, a_port, b, b_port);
    struct flow_line *line = find_line(s, key, len, kind, d->first_pass);
    if (line == NULL)
        return NULL;
    struct flow *f = line_at(line, d->frame->number);
    return f != NULL || !d->first_pass ? f : line_add(d, line, *low);
}

struct flow *flow_between(struct dissect *d, uint8_t kind, struct address a, uint32_t a_port, struct address b,
                          uint32_t b_port)
{
    bool low;
    return find_flow(d, kind, a, a_port, b, b_port, &low);
}

/* Whether d->here was looked for between these same ends. */
static bool is_here(const struct dissect *d)
{
    const struct here *h = &d->here;
    return h->flow != NULL && h->src == d->net_src.bytes && h->dst == d->net_dst.bytes && h->src_port == d->src_port &&
           h->dst_port == d->dst_port && h->kind == d->port_kind;
}

struct flow *flow_renew(struct dissect *d, struct flow *f)
{
    if (f == NULL || !d->first_pass)
        return f;
    bool low = (flow_direction(f, d) == 0) == f->first_low;
    d->here.flow = NULL;
    return line_add(d, f->line, low);
}

struct flow *flow_here(struct dissect *d)
{
    if (is_here(d))
        return d->here.flow;
    struct here *h = &d->here;
    *h = (struct here){ .src = d->net_src.bytes,
                        .dst = d->net_dst.bytes,
                        .src_port = d->src_port,
                        .dst_port = d->dst_port,
                        .kind = d->port_kind };
    return h->flow = find_flow(d, d->port_kind, d->net_src, d->src_port, d->net_dst, d->dst_port, &h->low);
}

unsigned flow_direction(const struct flow *f, const struct dissect *d)
{
    uint64_t key[KEY_ROOM / 8];
    uint32_t len;
    if (f == d->here.flow && is_here(d))
        return d->here.low == f->first_low ? 0 : 1;
    return make_key(key, &len, f->line->kind, d->net_src, d->src_port, d->net_dst, d->dst_port) == f->first_low ? 0 : 1;
}

struct nstime flow_started(const struct flow *f) { return f->started; }
uint32_t flow_first_frame(const struct flow *f) { return f->first_frame; }

bool flow_remembers(const struct dissect *d, const struct protocol *p, unsigned slot)
{
    uint64_t key[KEY_ROOM / 8];
    uint32_t len, wanted = registry_protocol_number(p) << 16 | (uint16_t)slot;
    if (d->flows == NULL)
        return false;
    const struct flow *f = is_here(d) ? d->here.flow : NULL;
    if (f == NULL) {
        make_key(key, &len, d->port_kind, d->net_src, d->src_port, d->net_dst, d->dst_port);
        struct flow_line *line = find_line(d->flows, key, len, d->port_kind, false);
        f = line != NULL ? line_at(line, d->frame->number) : NULL;
    }
    for (const struct flow_slot *s = f != NULL ? f->slots : NULL; s != NULL; s = s->next)
        if (s->key == wanted)
            return true;
    return false;
}

void *flow_memory(struct dissect *d, struct flow *f, unsigned slot, size_t size)
{
    uint32_t key = (uint32_t)d->protocol << 16 | (uint16_t)slot;
    if (f == NULL)
        return NULL;
    for (struct flow_slot *s = f->slots; s != NULL; s = s->next)
        if (s->key == key)
            return s->memory;
    if (!d->first_pass)
        return NULL;
    struct flow_slot *s = arena_zero(&d->flows->arena, sizeof *s);
    if (s == NULL || (s->memory = arena_zero(&d->flows->arena, size)) == NULL)
        return NULL;
    s->key = key;
    s->next = f->slots;
    f->slots = s;
    return s->memory;
}

void *keyed_memory(struct dissect *d, const void *key, uint32_t key_len, size_t size)
{
    struct flow_state *s = d->flows;
    uint8_t whole[64] = { 0xff, (uint8_t)(d->protocol >> 8), (uint8_t)d->protocol };  /* no flow's kind */
    if (s == NULL || key_len > 60)
        return NULL;
    memcpy(whole + 3, key, key_len);
    void *memory = map_find(&s->flows, whole, key_len + 3);
    if (memory != NULL || !d->first_pass)
        return memory;
    memory = arena_zero(&s->arena, size);
    void **place = memory != NULL ? map_place(&s->flows, whole, key_len + 3) : NULL;
    if (place == NULL)
        return NULL;
    return *place = memory;
}

static uint32_t fact_key(const struct dissect *d, unsigned slot)
{
    return (uint32_t)d->protocol << 16 | (uint16_t)slot;
}

void *fact_sized(struct dissect *d, unsigned slot, size_t *size)
{
    const struct flow_state *s = d->flows;
    if (s == NULL || !s->keep_facts)
        return NULL;
    return facts_find(&s->facts, d->frame->number, fact_key(d, slot), size, &d->fact_hints[s->who % FACT_HINTS]);
}

void *fact_here(struct dissect *d, unsigned slot, size_t size)
{
    struct flow_state *s = d->flows;
    if (s == NULL)
        return NULL;
    if (!s->keep_facts)
        return d->first_pass ? packet_zero(d, size) : NULL;
    size_t least = size;
    void *memory = fact_sized(d, slot, &least);
    if (memory != NULL || !d->first_pass)
        return memory;
    return facts_add(&s->facts, &s->arena, d->frame->number, fact_key(d, slot), size);
}

bool facts_are_kept(const struct dissect *d) { return d->flows != NULL && d->flows->keep_facts; }

void *fact_of(struct dissect *d, uint32_t frame, unsigned slot, size_t size)
{
    struct flow_state *s = d->flows;
    struct fact_hint hint = { .of = NULL };
    if (s == NULL || !s->keep_facts || !d->first_pass)
        return NULL;
    return facts_find(&s->facts, frame, fact_key(d, slot), &size, &hint);
}

void *flow_take(struct dissect *d, size_t size)
{
    return d->flows != NULL && d->first_pass ? arena_zero(&d->flows->arena, size) : NULL;
}

/* The chain of what was returned of this size; NULL: such is not kept. */
static void **lent_chain(struct dissect *d, size_t size)
{
    unsigned i = (unsigned)__builtin_ctzll(size / LENT_LEAST);
    return i < LENT_SIZES ? &d->flows->lent[i] : NULL;
}

void *flow_lend(struct dissect *d, size_t size)
{
    if (d->flows == NULL || !d->first_pass)
        return NULL;
    void **chain = lent_chain(d, size), *memory = chain != NULL ? *chain : NULL;
    if (memory == NULL)
        return arena_take(&d->flows->arena, size);
    memcpy(chain, memory, sizeof *chain);
    return memory;
}

void flow_return(struct dissect *d, void *memory, size_t size)
{
    void **chain = memory != NULL && d->flows != NULL ? lent_chain(d, size) : NULL;
    if (chain == NULL)
        return;
    memcpy(memory, chain, sizeof *chain);
    *chain = memory;
}
