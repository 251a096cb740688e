/* shares_test.c - every frame is one worker's, those of a shard are all the same one's, and who is quicker does more. */
#include "session/shares.h"

#include "base/crew.h"
#include "check.h"
#include "session/shard.h"

#include <stdatomic.h>
#include <string.h>

enum { FRAMES = 60000, STEP = 128, WORKERS = 4, AT_ONCE = 50, STAY = 400 };

/* Conversations come and go: AT_ONCE at a time, each for STAY frames of its own or so. */
static uint32_t shard_at(uint32_t frame)
{
    uint32_t which = frame * 2654435761u >> 16, generation = (frame / AT_ONCE + which % STAY) / STAY;
    return 1 + (generation * AT_ONCE + which % AT_ONCE) % (SHARDS - 1);
}

static struct shares *shares_made(uint32_t workers)
{
    struct shares *s = shares_new(workers, FRAMES, false);
    if (!CHECK(s != NULL))
        return NULL;
    struct shares_count count;
    shares_count_from(&count, s, 1, FRAMES);
    for (uint32_t i = 1; i <= FRAMES; i++)
        shares_put(&count, i, shard_at(i), 1 + i % 3, 0);
    shares_count_end(&count);
    CHECK(shares_settle(s, 0));
    CHECK_INT(s->frames, FRAMES);
    CHECK_INT(shares_of(s, FRAMES + 1), 0);
    return s;
}

struct walk {
    struct shares *shares;
    uint32_t at[WORKERS], work[WORKERS];
    _Atomic uint8_t *taken;  /* by frame: how often, and by whom */
};

/* The worker goes on until it has done some work, which takes it so much time; false at the end. */
static bool step(struct walk *w, uint32_t who, uint64_t time)
{
    uint32_t until = w->work[who] + STEP;
    while (w->work[who] < until && w->at[who] < FRAMES) {
        uint32_t frame = ++w->at[who], work = 1 + frame % 3;
        if (!shares_take(w->shares, who, frame, work))
            continue;
        w->work[who] += work;
        atomic_fetch_add(&w->taken[frame], (uint8_t)(16 + who));
    }
    shares_even(w->shares, who, w->at[who], time);
    return w->at[who] < FRAMES;
}

static void check_whose(const struct walk *w)
{
    static uint8_t owner[SHARDS];
    unsigned wrong = 0;
    memset(owner, 0xff, sizeof owner);
    for (uint32_t i = 1; i <= FRAMES; i++) {
        uint32_t who = shares_of(w->shares, i), shard = shard_at(i);
        wrong += w->taken[i] != 16 + who || (owner[shard] != 0xff && owner[shard] != who);
        owner[shard] = (uint8_t)who;
    }
    CHECK_INT(wrong, 0);
}

/* The first makes `pace` steps for each of the other's. */
static uint32_t part_of_first(unsigned pace)
{
    static _Atomic uint8_t taken[FRAMES + 1];
    struct walk w = { .shares = shares_made(2), .taken = taken };
    bool first = true, second = true;
    memset(taken, 0, sizeof taken);
    for (uint32_t turn = 0; w.shares != NULL && (first || second); turn++)
        if (turn % (pace + 1) != 0)
            first = first && step(&w, 0, 1);
        else
            second = step(&w, 1, pace);
    check_whose(&w);
    shares_free(w.shares);
    return 100 * w.work[0] / (w.work[0] + w.work[1]);
}

static void walk_alone(void *context, uint32_t who)
{
    while (step(context, who, 1 + who))
        ;
}

/* Threads, however they get on. */
static void check_threads(void)
{
    static _Atomic uint8_t taken[FRAMES + 1];
    struct walk w = { .shares = shares_made(WORKERS), .taken = taken };
    CHECK(w.shares != NULL && crew_run(WORKERS, walk_alone, &w));
    check_whose(&w);
    shares_free(w.shares);
}

/* A shard comes once, whatever its work. */
static void check_without_work(void)
{
    struct shares *s = shares_new(2, SHARDS + 10, false);
    if (!CHECK(s != NULL))
        return;
    struct shares_count count;
    shares_count_from(&count, s, 1, SHARDS + 10);
    for (uint32_t i = 1; i <= SHARDS + 10; i++)
        shares_put(&count, i, 5, 0, 0);
    shares_count_end(&count);
    CHECK(shares_settle(s, 0));
    CHECK_INT(s->n_shards, 1);
    CHECK_INT(s->shards->which[5], 0);
    shares_free(s);
}

int main(void)
{
    uint32_t even = part_of_first(1), fast = part_of_first(3);
    CHECK(even >= 48 && even <= 52);
    CHECK(fast >= 60);
    check_threads();
    check_without_work();
    return check_done();
}
