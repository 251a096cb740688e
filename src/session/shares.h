/* shares.h - whose each frame is, when several threads go over a capture: frames of one shard (shard.h) are all one worker's.

   Shards are given out beforehand, so that each worker has about as much to do.  Processors are not equally fast, nor are
   frames equally dear: as long as nobody has come to a shard, a worker that gets on faster takes it over. */
#ifndef SESSION_SHARES_H
#define SESSION_SHARES_H

#include "base/crew.h"
#include "session/shard.h"

#include <stdatomic.h>

/* A shard that somebody has come to stays his: the bit is set in its owner. */
enum { SHARE_BEGUN = 0x80 };

struct share {
    _Alignas(CREW_APART) _Atomic uint64_t given; /* work that is the worker's */
    _Atomic uint64_t done, time, at; /* of it, as far as others know; in so many nanoseconds; up to this frame */
    uint64_t taken;                  /* done, as the worker itself knows */
    uint32_t next;                   /* the first of the shards that it has not come to, or further back */
};

/* Shards are counted in the order in which they come: those that frames in a row belong to stand together. */
struct shares {
    struct share each[CREW_MAX];
    uint32_t workers;
    uint64_t frames, work_in_all;
    double passing;                  /* nanoseconds for a frame that is another one's */
    uint16_t *shard;                 /* by number of the frame */
    uint32_t *size;                  /* the same: bytes in the file from its beginning to that of the next; NULL: not known */
    uint32_t n_shards;
    struct shards *shards;
    _Atomic uint8_t owner[SHARDS];
};

/* What is known of each. */
struct shards {
    uint64_t work[SHARDS];
    uint32_t first[SHARDS];          /* frame */
    /* by what sharding calls it, while frames are put */
    struct {
        _Atomic uint32_t work, first;  /* `first` 0: it has not come */
    } called[SHARDS];
    uint16_t which[SHARDS];
};

/* For so many frames; `sized`: where they stand in the file is told by how large they are.  NULL without memory. */
struct shares *shares_new(uint32_t workers, uint64_t frames, bool sized);
void shares_free(struct shares *s);
/* Nobody will take frames any more: only shares_of tells whose they were. */
void shares_taken(struct shares *s);
/* Frames are put by any number of threads; each has a count of its own of what it put. */
struct shares_count {
    struct shares *shares;
    struct {
        uint32_t shard, work;
    } recent[256];                   /* that `shares` does not know of yet; by the last bits of the shard */
};
/* Begins with so many frames from `first` on. */
void shares_count_from(struct shares_count *c, struct shares *s, uint64_t first, uint64_t frames);
/* The frame's shard, how much work that is and how many bytes of the file.  Every frame once, those of a count in their order. */
void shares_put(struct shares_count *c, uint64_t number, uint32_t shard, uint32_t work, uint32_t size);
void shares_count_end(struct shares_count *c);
/* After the last, by one thread: gives every shard to a worker.  `passing`: nanoseconds that it takes to go over all frames without doing
   any.  False without memory. */
bool shares_settle(struct shares *s, uint64_t passing);
/* The worker has come to this frame, in so many nanoseconds since the last call, waiting left out.  Now and then, so that it can take
   over what another one will not manage. */
void shares_even(struct shares *s, uint32_t who, uint64_t number, uint64_t time);

/* Makes a shard that nobody has come to another one's; false when it is not, or not `from`'s. */
static inline bool shares_give(struct shares *s, uint32_t shard, uint32_t from, uint32_t to)
{
    uint8_t owner = (uint8_t)from;
    return atomic_compare_exchange_strong_explicit(&s->owner[shard], &owner, (uint8_t)to, memory_order_relaxed,
                                                   memory_order_relaxed);
}

/* Whether the worker has to do the frame, which is so much work.  Each worker, on a thread of its own, asks for all frames in
   their order; numbers count from 1 to s->frames. */
static inline bool shares_take(struct shares *s, uint32_t who, uint64_t number, uint32_t work)
{
    uint32_t shard = s->shard[number];
    uint8_t owner = atomic_load_explicit(&s->owner[shard], memory_order_relaxed);
    if (owner != (who | SHARE_BEGUN) && (owner != who || !shares_give(s, shard, who, who | SHARE_BEGUN)))
        return false;
    s->each[who].taken += work;
    return true;
}

/* Whose the frame is: for good once somebody has come to its shard; the first's, if there is no such frame. */
static inline uint32_t shares_of(const struct shares *s, uint64_t number)
{
    if (number - 1 >= s->frames)
        return 0;
    return atomic_load_explicit(&s->owner[s->shard[number]], memory_order_relaxed) & (SHARE_BEGUN - 1u);
}

#endif
