/* shares.c - shards given to workers, and taken over. */
#include "session/shares.h"

#include "base/base.h"
#include "base/pages.h"

#include <stdlib.h>

/* What comes one after the other is given to a worker in blocks, so many for each of them or more: those of others it can pass
   over in one go. */
enum { BLOCKS = 16, BLOCK_MAX = 4096 };
/* Taken over is what is worth it, a part in WORTH of all work, and looked for among so many shards to come; not in the first
   part of EARLY.  Those that come next are taken, so only what is left over from the next SOON frames, or it would be too much
   at once. */
enum { WORTH = 128, LOOK_AT = 4096, EARLY = 32, SOON = 2048 };
_Static_assert((int)CREW_MAX <= (int)SHARE_BEGUN, "an owner and a bit in one byte");

struct shares *shares_new(uint32_t workers, uint64_t frames, bool sized)
{
    struct shares *s = crew_alloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->workers = workers;
    s->frames = frames;
    s->shard = malloc((frames + 1) * sizeof *s->shard);
    s->size = sized ? malloc((frames + 1) * sizeof *s->size) : NULL;
    s->shards = calloc(1, sizeof *s->shards);
    if (s->shard == NULL || s->shards == NULL || (sized && s->size == NULL)) {
        shares_free(s);
        return NULL;
    }
    pages_ready(s->shards->called, sizeof s->shards->called);
    return s;
}

void shares_free(struct shares *s)
{
    if (s == NULL)
        return;
    shares_taken(s);
    free(s->shard);
    free(s);
}

void shares_taken(struct shares *s)
{
    free(s->size);
    free(s->shards);
    s->size = NULL;
    s->shards = NULL;
}

void shares_count_from(struct shares_count *c, struct shares *s, uint64_t first, uint64_t frames)
{
    *c = (struct shares_count){ .shares = s };
    pages_ready(&s->shard[first], frames * sizeof *s->shard);
    if (s->size != NULL)
        pages_ready(&s->size[first], frames * sizeof *s->size);
}

/* Of a shard with more than 32 bits of work less is known: then it is not given out evenly. */
static void add_work(struct shares *s, uint32_t shard, uint32_t work)
{
    atomic_fetch_add_explicit(&s->shards->called[shard].work, work, memory_order_relaxed);
}

static void comes_at(struct shares *s, uint32_t shard, uint64_t number)
{
    _Atomic uint32_t *first = &s->shards->called[shard].first;
    uint32_t me = number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
    uint32_t known = atomic_load_explicit(first, memory_order_relaxed);
    while (known - 1 >= me &&
           !atomic_compare_exchange_weak_explicit(first, &known, me, memory_order_relaxed, memory_order_relaxed))
        ;
}

void shares_put(struct shares_count *c, uint64_t number, uint32_t shard, uint32_t work, uint32_t size)
{
    struct shares *s = c->shares;
    uint32_t place = shard % ARRAY_LEN(c->recent);
    if (c->recent[place].shard != shard || c->recent[place].work == 0) {
        add_work(s, c->recent[place].shard, c->recent[place].work);
        c->recent[place].shard = shard;
        c->recent[place].work = 0;
        comes_at(s, shard, number);
    }
    c->recent[place].work += work;
    s->shard[number] = (uint16_t)shard;
    if (s->size != NULL)
        s->size[number] = size;
}

void shares_count_end(struct shares_count *c)
{
    for (size_t i = 0; i < ARRAY_LEN(c->recent); i++)
        add_work(c->shares, c->recent[i].shard, c->recent[i].work);
}

static double told(const _Atomic uint64_t *n) { return (double)atomic_load_explicit(n, memory_order_relaxed); }

/* --- beforehand --------------------------------------------------------------------------------- */

struct load {
    uint64_t work;
    uint32_t shard;
};

static int heavier_first(const void *a, const void *b)
{
    const struct load *x = a, *y = b;
    return x->work != y->work ? (x->work > y->work ? -1 : 1) : (x->shard > y->shard) - (x->shard < y->shard);
}

static int smaller_first(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static uint32_t idlest(const struct shares *s)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < s->workers; i++)
        if (s->each[i].given < s->each[best].given)
            best = i;
    return best;
}

static void give(struct shares *s, uint32_t shard, uint32_t to)
{
    s->each[to].given += s->shards->work[shard];
    s->owner[shard] = (uint8_t)to;
}

/* Whose turn it is when what is left is given out evenly over the file: who got the smallest part of what he is to get. */
static uint32_t next_in_turn(const uint64_t *got, const double *due, uint32_t workers)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < workers; i++)
        if ((double)got[i] * due[best] < (double)got[best] * due[i] || due[best] <= 0)
            best = i;
    return best;
}

/* Shards of less than a block, in the order of their first frames. */
static void give_blocks(struct shares *s, uint64_t block)
{
    uint64_t got[CREW_MAX] = { 0 }, in_block = 0;
    double due[CREW_MAX];
    uint32_t to = 0;
    for (uint32_t i = 0; i < s->workers; i++)
        due[i] = (double)s->work_in_all / s->workers - told(&s->each[i].given);
    for (uint32_t i = 0; i < s->n_shards; i++) {
        if (s->shards->work[i] > block)
            continue;
        if (in_block == 0 || in_block > block) {
            to = next_in_turn(got, due, s->workers);
            in_block = 0;
        }
        in_block += s->shards->work[i];
        got[to] += s->shards->work[i];
        give(s, i, to);
    }
}

/* Shards of more than a block, each to whom has least.  False without memory. */
static bool give_heavy(struct shares *s, uint64_t block)
{
    struct load *loads = malloc((s->n_shards + 1u) * sizeof *loads);
    uint32_t n = 0;
    if (loads == NULL)
        return false;
    for (uint32_t i = 0; i < s->n_shards; i++)
        if (s->shards->work[i] > block)
            loads[n++] = (struct load){ s->shards->work[i], i };
    qsort(loads, n, sizeof *loads, heavier_first);
    for (uint32_t i = 0; i < n; i++)
        give(s, loads[i].shard, idlest(s));
    free(loads);
    return true;
}

/* Counts the shards that have frames.  False without memory. */
static bool count_shards(struct shares *s)
{
    struct shards *all = s->shards;
    uint64_t *keys = malloc(SHARDS * sizeof *keys);  /* pages that nobody writes to cost nothing */
    if (keys == NULL)
        return false;
    for (uint32_t i = 0; i < SHARDS; i++) {
        uint32_t first = atomic_load_explicit(&all->called[i].first, memory_order_relaxed);
        if (first != 0)
            keys[s->n_shards++] = (uint64_t)first << 16 | i;
    }
    qsort(keys, s->n_shards, sizeof *keys, smaller_first);
    for (uint32_t i = 0; i < s->n_shards; i++) {
        uint16_t called = (uint16_t)keys[i];
        all->first[i] = (uint32_t)(keys[i] >> 16);
        all->work[i] = atomic_load_explicit(&all->called[called].work, memory_order_relaxed);
        all->which[called] = (uint16_t)i;
        s->work_in_all += all->work[i];
    }
    free(keys);
    return true;
}

static void rename_part(void *context, uint32_t who)
{
    struct shares *s = context;
    uint64_t part = s->frames / s->workers + 1, from = who * part,
             to = from + part < s->frames ? from + part : s->frames;
    for (uint64_t i = from + 1; i <= to; i++)
        s->shard[i] = s->shards->which[s->shard[i]];
}

bool shares_settle(struct shares *s, uint64_t passing)
{
    s->passing = (double)passing / (double)(s->frames + 1);
    if (!count_shards(s) || !crew_run(s->workers, rename_part, s))
        return false;
    uint64_t block = s->work_in_all / ((uint64_t)s->workers * BLOCKS);
    block = block < BLOCK_MAX ? block : BLOCK_MAX;
    if (!give_heavy(s, block))
        return false;
    give_blocks(s, block);
    return true;
}

/* --- at work ------------------------------------------------------------------------------------ */

/* Time that a unit of work took so far: what is left when going over the frames is taken off. */
static double pace(const struct shares *s, const struct share *w)
{
    double time = told(&w->time), passing = s->passing * told(&w->at);
    return (time > 2 * passing ? time - passing : time / 2) / (told(&w->done) + 1);
}

/* Time that the worker needs to the end. */
static double time_left(const struct shares *s, const struct share *w)
{
    return (told(&w->given) - told(&w->done)) * pace(s, w) + ((double)s->frames - told(&w->at)) * s->passing;
}

/* How much work of the other has to become the worker's so that they end together, if they get on as they did so far. */
static double too_much(const struct shares *s, const struct share *mine, const struct share *other)
{
    if (told(&other->at) * EARLY < (double)s->frames)
        return 0;
    return (time_left(s, other) - time_left(s, mine)) / (pace(s, mine) + pace(s, other));
}

/* Shards that neither has come to: the worker is further on in the file. */
static void take_over(struct shares *s, uint32_t who, uint32_t other, double work)
{
    struct share *mine = &s->each[who];
    uint32_t end = s->n_shards - mine->next > LOOK_AT ? mine->next + LOOK_AT : s->n_shards;
    for (uint32_t i = mine->next; i < end && work > 0; i++) {
        uint64_t whole = s->shards->work[i];
        if ((double)whole > work || !shares_give(s, i, other, who))
            continue;
        atomic_fetch_add_explicit(&mine->given, whole, memory_order_relaxed);
        atomic_fetch_sub_explicit(&s->each[other].given, whole, memory_order_relaxed);
        work -= (double)whole;
    }
}

void shares_even(struct shares *s, uint32_t who, uint64_t number, uint64_t time)
{
    struct share *mine = &s->each[who];
    double most = (double)s->work_in_all / WORTH;
    uint64_t left = s->frames > number ? s->frames - number : 0;
    uint32_t slowest = who;
    atomic_store_explicit(&mine->done, mine->taken, memory_order_relaxed);
    atomic_fetch_add_explicit(&mine->time, time, memory_order_relaxed);
    atomic_store_explicit(&mine->at, number, memory_order_relaxed);
    while (mine->next < s->n_shards && s->shards->first[mine->next] <= number)
        mine->next++;
    for (uint32_t i = 0; number * EARLY > s->frames && i < s->workers; i++) {
        double work = i != who ? too_much(s, mine, &s->each[i]) : 0;
        if (work > most) {
            most = work;
            slowest = i;
        }
    }
    if (slowest != who)
        take_over(s, who, slowest, left > SOON ? most * SOON / (double)left : most);
}
