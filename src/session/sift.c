/* sift.c - a display filter that a glance answers goes over the capture first: then only frames that have to do with those
   that passed need be dissected and followed, and runs of frames without any are not even read again. */
#include "session/state.h"

#include "base/list.h"
#include "session/shard.h"

#include <stdlib.h>

enum { PAIRS = 1 << 16, FIRST_ROOM = 1 << 16, RUN = 32 };

/* Pairs, a few bits for all: what is not in it is not there. */
struct pair_set {
    uint64_t bits[2];
};

/* RUN frames in a row. */
struct run {
    struct reading_mark begin;
    struct pair_set pairs;     /* of its frames */
    uint32_t known;            /* what the file had told beside frames, up to the first one */
};

struct sift {
    uint64_t *passed;  /* by number of the frame */
    uint16_t *pair;    /* the same: between which ends it goes */
    uint64_t room;     /* frames */
    struct run *runs;
    size_t n_runs, runs_room;
    struct pair_set wanted;    /* pairs with which something passed */
    uint64_t last[PAIRS];      /* number of the last one with the pair that passed; 0: none did */
};

static void set_bit(uint64_t *bits, uint64_t i) { bits[i / 64] |= (uint64_t)1 << (i & 63); }
static bool has_bit(const uint64_t *bits, uint64_t i) { return (bits[i / 64] >> (i & 63) & 1) != 0; }

static uint16_t pair_of(const struct thr_session *s)
{
    uint32_t pair = shard_pair(s->engine->dissect, &s->packet.frame, s->packet.from_file.bytes);
    return (uint16_t)(pair ^ pair >> 16);
}

static void pair_put(struct pair_set *set, uint32_t pair) { set->bits[pair >> 6 & 1] |= (uint64_t)1 << (pair & 63); }
static bool pairs_meet(const struct pair_set *a, const struct pair_set *b)
{
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1])) != 0;
}

bool sift_serves(const struct thr_session *s)
{
    const struct resolver *names = s->engine->dissect->names;
    return s->display.filter != NULL && s->read.filter == NULL && capture_can_seek(s->at.capture) &&
           s->display.wanted->glance != NULL && s->both->glance == NULL && !wanted_needs_numbers(s->both) &&
           (names == NULL || !names->hosts);
}

static bool make_room(struct sift *f, uint64_t room)
{
    uint64_t *passed = realloc(f->passed, room / 64 * sizeof *passed);
    if (passed == NULL)
        return false;
    f->passed = passed;
    uint16_t *pair = realloc(f->pair, room * sizeof *pair);
    if (pair == NULL)
        return false;
    f->pair = pair;
    memset(passed + f->room / 64, 0, (room - f->room) / 64 * sizeof *passed);
    f->room = room;
    return true;
}

struct sift *sift_new(void)
{
    struct sift *f = calloc(1, sizeof *f);
    if (f == NULL || make_room(f, FIRST_ROOM))
        return f;
    sift_free(f);
    return NULL;
}

void sift_free(struct sift *f)
{
    if (f == NULL)
        return;
    free(f->passed);
    free(f->pair);
    free(f->runs);
    free(f);
}

/* The run of the frame that was read. */
static struct run *run_of(struct sift *f, const struct thr_session *s, uint64_t number)
{
    if ((number - 1) / RUN < f->n_runs)
        return &f->runs[f->n_runs - 1];
    if (f->n_runs == f->runs_room) {
        struct run *more = list_grow(f->runs, &f->runs_room, 64, sizeof *more);
        if (more == NULL)
            return NULL;
        f->runs = more;
    }
    const struct capture *c = s->at.capture;
    struct run *r = &f->runs[f->n_runs++];
    *r = (struct run){ .begin = reading_mark(&s->at, &s->packet.from_file),
                       .known = capture_blocks(c) + capture_sections(c) + capture_interfaces(c) };
    return r;
}

bool sift_take(struct sift *f, struct thr_session *s, uint64_t number)
{
    struct run *run = number < f->room || make_room(f, f->room * 2) ? run_of(f, s, number) : NULL;
    if (run == NULL)
        return false;
    uint16_t pair = f->pair[number] = pair_of(s);
    pair_put(&run->pairs, pair);
    if (session_filter_passes(&s->display, &s->packet)) {
        set_bit(f->passed, number);
        f->last[pair] = number;
        pair_put(&f->wanted, pair);
    }
    return true;
}

/* Nothing in the run matters, nor does the file tell anything else there. */
static bool may_skip(const struct sift *f, size_t run)
{
    return run != 0 && run + 1 < f->n_runs && f->runs[run].known == f->runs[run + 1].known &&
           !pairs_meet(&f->runs[run].pairs, &f->wanted);
}

void sift_skip(const struct sift *f, struct thr_session *s)
{
    size_t from = (size_t)(s->at.number / RUN), to = from;
    if (s->at.number % RUN != 0)
        return;
    while (may_skip(f, to))
        to++;
    if (to != from)
        reading_skip(&s->at, &f->runs[to].begin);
}

bool sift_matters(const struct sift *f, uint64_t number)
{
    return number < f->room && number <= f->last[f->pair[number]];
}

bool sift_passed(const struct sift *f, uint64_t number) { return number < f->room && has_bit(f->passed, number); }
