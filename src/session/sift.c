/* sift.c - a display filter that a glance answers goes over the capture first: then only frames that have to do with those
   that passed need be dissected and followed, and runs of frames without any are not even read again. */
#include "session/state.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/map.h"
#include "dissect/builtin.h"
#include "dissect/glance.h"
#include "session/shard.h"

#include <stdlib.h>

enum { KEYS = 1 << 16, RUN = 32, CHUNK = 1 << 14, RULES = 8, RULE_SOURCES = 8 };
_Static_assert((int)KEYS == (int)SHARDS, "a pair is a shard");

/* What is done with a frame: RUN of them stand in a word. */
enum fate { FATE_NONE, FATE_OWN, FATE_MEMORY, FATE_PASSES, FATE_BITS = 2 };

/* Between which ends a frame goes (a shard); its conversation, when the protocol above them finds it by itself; 0: not told. */
struct sift_keys {
    uint16_t pair, own;
};

/* Numbers of the last frames that passed, 0 for none.  A bare one shows nothing but its conversation; one without key may be
   of any conversation of its pair. */
struct sift_last {
    struct pair_last {
        uint32_t any, wide, keyless;  /* all of the pair; but for bare ones; without key */
    } pair[KEYS];
    struct own_last {
        uint32_t bare, wide;          /* of the conversation */
    } own[KEYS];
};

/* RUN frames in a row. */
struct run {
    struct reading_mark begin;
    uint32_t known;            /* what the file had told beside frames, up to the first one */
    uint64_t fates;
};

/* CHUNK frames in a row. */
struct chunk {
    struct run runs[CHUNK / RUN];
    struct sift_keys keys[CHUNK];
};

/* What values in plain headers must be for the packet to pass. */
struct rule {
    struct filter_range range;
    struct glance_source sources[RULE_SOURCES];
    uint32_t n_sources;
    bool mixed;                /* they are of several protocols */
};

struct sift {
    uint64_t frames;
    size_t n_runs;
    size_t expected;           /* run up to which the capture knows what will be read */
    struct chunk **chunks;     /* by number of the frame */
    size_t n_chunks, chunks_room;
    struct arena memory;       /* of them, and of: */
    struct sift_last *last;
    struct rule rules[RULES];
    uint32_t n_rules, n_frame_rules;  /* the first of them tell by the frame itself */
    bool rules_only;           /* the filter asks for nothing else */
    struct wanted *own;        /* what protocols remember that know their conversations by themselves */
    struct wanted *closer;     /* what the filter asks for and tells the shard of packets that a glance does not settle */
    bool closed;               /* packets of those hold no others */
    struct flow_state *flows;  /* where fragments are put together */
    struct sharding *sharding; /* of the others */
    struct shard_eye *eye;
};

static uint16_t fold(uint32_t n) { return (uint16_t)(n ^ n >> 16); }

/* The keys, and whether the packet shows nothing but its conversation; false when a glance does not tell its ends. */
static bool keys_at_a_glance(const struct sift *f, struct glance_walk *walk, struct sift_keys *keys, bool *bare)
{
    struct glance_pair ends;
    struct glance_own own;
    *bare = false;
    if (!f->closed || !glance_owned(walk, &ends, &own)) {
        uint32_t pair = shard_at_a_glance(f->sharding, walk);
        *keys = (struct sift_keys){ .pair = (uint16_t)pair };
        return pair != SHARD_UNTOLD;
    }
    uint32_t pair = shard_of_pair(&ends);
    uint16_t key = fold((own.key + pair) * UINT32_C(0x9e3779b1));
    *keys = (struct sift_keys){ (uint16_t)pair, key != 0 ? key : 1 };
    *bare = own.bare;
    return true;
}

static struct run *run_at(const struct sift *f, size_t run)
{
    return &f->chunks[run / (CHUNK / RUN)]->runs[run % (CHUNK / RUN)];
}

static enum fate fate_of(const struct sift *f, uint64_t number)
{
    bool known = number / RUN < f->n_runs;
    return known ? (enum fate)(run_at(f, number / RUN)->fates >> number % RUN * FATE_BITS & 3) : FATE_NONE;
}
static void set_fate(struct sift *f, uint64_t number, enum fate fate)
{
    run_at(f, number / RUN)->fates |= (uint64_t)fate << number % RUN * FATE_BITS;
}

static bool own_are_closed(const struct sharding *s)
{
    for (uint32_t i = 0; i < registry_count; i++)
        if (registry_protocols[i]->own != NULL && !sharding_closed(s, registry_protocols[i]))
            return false;
    return true;
}

bool sift_serves(const struct thr_session *s)
{
    const struct resolver *names = s->engine->dissect->names;
    return s->display.filter != NULL && s->read.filter == NULL && capture_can_seek(s->at.capture) &&
           s->display.wanted->glance != NULL && s->both->glance == NULL && !wanted_needs_numbers(s->both) &&
           (names == NULL || !names->hosts);
}

static bool of_frame(const struct rule *r)
{
    return r->n_sources == 1 && registry_protocols[r->sources[0].protocol] == &proto_frame;
}

static void find_rules(struct sift *f, const struct filter *filter)
{
    struct filter_range ranges[RULES];
    uint32_t n = filter_ranges(filter, ranges, RULES, &f->rules_only);
    for (uint32_t i = 0; i < n; i++) {
        struct rule *rule = &f->rules[i];
        *rule = (struct rule){ .range = ranges[i] };
        for (uint32_t k = 0; k < ranges[i].n_fields; k++)
            rule->n_sources += glance_sources(ranges[i].fields[k], &rule->sources[rule->n_sources],
                                              RULE_SOURCES - rule->n_sources);
        f->rules_only &= rule->n_sources < RULE_SOURCES;
        for (uint32_t k = 1; k < rule->n_sources; k++)
            rule->mixed |= rule->sources[k].protocol != rule->sources[0].protocol;
    }
    f->n_rules = n;
    while (f->n_frame_rules < n && of_frame(&f->rules[f->n_frame_rules]))
        f->n_frame_rules++;
}

/* Whether the header's values decide: 1 the rule holds, 0 it does not; -1: they do not, or there are none. */
static int rule_at(const struct rule *r, const struct glance *g, bool *any)
{
    for (uint32_t i = 0; i < r->n_sources; i++) {
        const struct glance_source *s = &r->sources[i];
        if (s->protocol != g->protocol)
            continue;
        if (filter_among(&r->range.numbers, glance_value(s, g)) != r->range.all)
            return !r->range.all;
        *any = true;
    }
    return -1;
}

/* For a walk that has gone over all headers. */
static bool rule_holds(const struct rule *r, const struct glance_walk *walk)
{
    bool any = false;
    for (const struct glance *g = walk->at, *last = g + walk->n; g < last; g++) {
        if (g->protocol != r->sources[0].protocol && !r->mixed)
            continue;
        int decided = rule_at(r, g, &any);
        if (decided >= 0)
            return decided;
    }
    return any && r->range.all;
}

/* False when the frame itself tells that its packet does not pass. */
static bool may_pass(const struct sift *f, const struct glance_walk *walk)
{
    for (uint32_t i = 0; i < f->n_frame_rules; i++) {
        const struct rule *r = &f->rules[i];
        if (!filter_among(&r->range.numbers, glance_value(&r->sources[0], &walk->at[0])))
            return false;
    }
    return true;
}

/* For a packet of which plain headers tell all. */
static bool rules_hold(const struct sift *f, const struct glance_walk *walk)
{
    for (uint32_t i = f->n_frame_rules; i < f->n_rules; i++)
        if (!rule_holds(&f->rules[i], walk))
            return false;
    return true;
}

struct sift *sift_new(const struct thr_session *s)
{
    struct sift *f = calloc(1, sizeof *f);
    if (f == NULL)
        return NULL;
    f->memory.large = true;
    find_rules(f, s->display.filter);
    f->own = wanted_own(s->wanted, s->engine->dissect);
    f->last = arena_zero(&f->memory, sizeof *f->last);
    f->sharding = sharding_new(s->engine->dissect);
    f->eye = f->sharding != NULL ? shard_eye_new(f->sharding) : NULL;
    f->closed = f->sharding != NULL && own_are_closed(f->sharding);
    f->closer = wanted_new(s->engine->dissect);
    f->flows = flow_state_new(false, hash_seed());
    if (f->flows != NULL && f->own != NULL && f->last != NULL && f->eye != NULL && f->closer != NULL) {
        wanted_add(f->closer, s->display.wanted);
        sharding_want(f->sharding, f->closer);
        wanted_settle(f->closer, s->engine->dissect);
        return f;
    }
    sift_free(f);
    return NULL;
}

void sift_free(struct sift *f)
{
    if (f == NULL)
        return;
    free(f->chunks);
    arena_free(&f->memory);
    wanted_free(f->own);
    wanted_free(f->closer);
    flow_state_free(f->flows);
    shard_eye_free(f->eye);
    sharding_free(f->sharding);
    free(f);
}

static COLD bool chunk_new(struct sift *f)
{
    struct chunk **more = f->n_chunks < f->chunks_room ? f->chunks
                                                       : list_grow(f->chunks, &f->chunks_room, 64, sizeof *more);
    if (more == NULL)
        return false;
    f->chunks = more;
    more[f->n_chunks] = arena_take(&f->memory, sizeof **more);
    return more[f->n_chunks] != NULL && ++f->n_chunks != 0;
}

/* Where the keys of the frame that was read are put; it may begin a run.  NULL without memory. */
static struct sift_keys *keys_room(struct sift *f, const struct thr_session *s, uint64_t number)
{
    const struct capture *c = s->at.capture;
    if (number / CHUNK == f->n_chunks && !chunk_new(f))
        return NULL;
    if (number / RUN == f->n_runs)
        *run_at(f, f->n_runs++) = (struct run){
            .begin = reading_mark(&s->at, &s->packet.from_file),
            .known = capture_blocks(c) + capture_sections(c) + capture_interfaces(c),
        };
    return &f->chunks[number / CHUNK]->keys[number % CHUNK];
}

/* Whether the frame holds a fragment of what may hold something that the filter asks for. */
static bool is_piece(const struct thr_session *s, struct glance_walk *walk)
{
    struct glance *g = glance_fragment(walk);
    if (g == NULL)
        return false;
    uint32_t next = glance_above(g);
    return next != NO_PROTOCOL && s->display.wanted->useful[next];
}

static void dissect_closer(const struct sift *f, struct thr_packet *p, struct flow_state *flows)
{
    dissect_for(&p->d, f->closer);
    p->d.flows = flows;
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    p->d.flows = NULL;
}

/* The packet in full, and its pair.  Fragments are put together here as well, by themselves. */
static COLD void look_closer(const struct sift *f, struct thr_packet *p, bool piece, bool told, struct sift_keys *keys)
{
    dissect_closer(f, p, piece ? f->flows : NULL);
    if (!piece && p->d.fragmented)
        dissect_closer(f, p, f->flows);
    uint32_t pair = keys->pair;
    if (!p->d.fragmented)
        pair = shard_of_dissected(f->sharding, &p->d);  /* which also ties the ends that it holds */
    else if (!told)
        pair = shard_closely(f->sharding, f->eye, &p->frame, p->from_file.bytes);
    if (!told)
        keys->pair = (uint16_t)pair;
}

static void note_passing(struct sift *f, uint64_t number, struct sift_keys k, bool bare)
{
    struct sift_last *last = f->last;
    bool keyed = k.own != 0, wide = !keyed || !bare;
    set_fate(f, number, FATE_PASSES);
    last->pair[k.pair].any = (uint32_t)number;
    if (wide)
        last->pair[k.pair].wide = (uint32_t)number;
    if (!keyed)
        last->pair[k.pair].keyless = (uint32_t)number;
    else
        *(wide ? &last->own[k.own].wide : &last->own[k.own].bare) = (uint32_t)number;
}

/* The frame is described for a glance. */
bool sift_take(struct sift *f, struct thr_session *s, uint64_t number)
{
    struct glance_walk walk;
    struct thr_packet *p = &s->packet;
    const struct session_filter *display = &s->display;
    struct sift_keys *keys = keys_room(f, s, number);
    if (keys == NULL)
        return false;
    dissect_for(&p->d, display->wanted);
    glance_begin(&walk, p->d.engine, &p->frame, p->from_file.bytes);
    bool may = may_pass(f, &walk), passes = false, bare;
    bool plain = !may || (f->rules_only ? glance_is_all(display->wanted, &walk) : dissect_walk(&p->d, &walk));
    bool told = keys_at_a_glance(f, &walk, keys, &bare), piece = is_piece(s, &walk);
    if (!plain || !told || piece) {
        reading_describe(&s->at, p, s);
        look_closer(f, p, piece, told, keys);
        passes = may && filter_match(display->filter, display->state, &p->d);
    } else if (may) {
        passes = f->rules_only ? rules_hold(f, &walk) : filter_match(display->filter, display->state, &p->d);
    }
    f->frames = number;
    if (passes)
        note_passing(f, number, *keys, bare);
    return true;
}

bool sift_gives_up(const struct sift *f) { return !sharding_apart(f->sharding); }

static enum fate fate_for(const struct sift_last *last, struct sift_keys k, uint64_t number)
{
    const struct pair_last *pair = &last->pair[k.pair];
    uint32_t wide = pair->wide, bare = pair->any;
    if (k.own != 0) {
        const struct own_last *own = &last->own[k.own];
        wide = own->wide > pair->keyless ? own->wide : pair->keyless;
        bare = own->bare;
    }
    return number <= wide ? FATE_MEMORY : number <= bare ? FATE_OWN : FATE_NONE;
}

static void later(uint32_t *a, uint32_t *b) { *a = *b = *a > *b ? *a : *b; }

/* Pairs that turned out to have to do with each other have the same last frames. */
static void join_pairs(struct sift_last *last, struct sharding *s)
{
    sharding_settle(s);
    for (int round = 0; round < 2; round++)  /* to the one of them all, and back */
        for (uint32_t i = 0; i < KEYS; i++) {
            uint32_t one = sharding_one(s, i);
            if (one == i)
                continue;
            struct pair_last *a = &last->pair[one], *b = &last->pair[i];
            later(&a->any, &b->any);
            later(&a->wide, &b->wide);
            later(&a->keyless, &b->keyless);
        }
}

void sift_settle(struct sift *f)
{
    flow_state_free(f->flows);
    f->flows = NULL;
    if (sharding_ties(f->sharding))
        join_pairs(f->last, f->sharding);
    for (size_t r = 0; r < f->n_runs; r++) {
        struct run *run = run_at(f, r);
        uint64_t number = r * RUN, fates = 0;
        const struct sift_keys *keys = &f->chunks[number / CHUNK]->keys[number % CHUNK];
        for (unsigned i = 0; i < RUN && number <= f->frames; i++, number++)
            fates |= (uint64_t)(number != 0 ? fate_for(f->last, keys[i], number) : FATE_NONE) << i * FATE_BITS;
        run->fates |= fates;
    }
}

/* Nothing in the run matters, nor does the file tell anything else there. */
static bool may_skip(const struct sift *f, size_t run)
{
    return run != 0 && run + 1 < f->n_runs && run_at(f, run)->fates == 0 &&
           run_at(f, run)->known == run_at(f, run + 1)->known;
}

/* Tells the capture where the next runs are that are passed over. */
static void expect(struct sift *f, const struct thr_session *s, size_t run)
{
    enum { FAR = 1024 };
    size_t end = run;
    while (end < run + FAR && end < f->n_runs && !may_skip(f, end))
        end++;
    f->expected = end;
    capture_expect(s->at.capture, end < f->n_runs ? run_at(f, end)->begin.place : 0);
}

void sift_skip(struct sift *f, struct thr_session *s)
{
    uint64_t next = s->at.number + 1;
    size_t from = (size_t)(next / RUN), to = from;
    if (next % RUN != 0)
        return;
    while (may_skip(f, to))
        to++;
    if (to != from)
        reading_skip(&s->at, &run_at(f, to)->begin);
    if (to >= f->expected)
        expect(f, s, to);
}

const struct wanted *sift_wanted(const struct sift *f, const struct thr_session *s, uint64_t number)
{
    switch (fate_of(f, number)) {
    case FATE_PASSES: return s->wanted;
    case FATE_MEMORY: return s->memory;
    case FATE_OWN: return f->own;
    default: return NULL;
    }
}
