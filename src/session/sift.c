/* sift.c - a display filter that a glance answers goes over the capture first: then only frames that have to do with those
   that passed need be dissected and followed. */
#include "session/state.h"

#include "session/shard.h"

#include <stdlib.h>

enum { PAIR_BITS = 1 << 20, FIRST_ROOM = 1 << 16 };

struct sift {
    uint64_t *passed;  /* by number of the frame */
    uint64_t room;     /* frames */
    uint64_t pairs[PAIR_BITS / 64];  /* by the frame's pair: something with it passed */
};

static void set_bit(uint64_t *bits, uint64_t i) { bits[i / 64] |= (uint64_t)1 << (i & 63); }
static bool has_bit(const uint64_t *bits, uint64_t i) { return (bits[i / 64] >> (i & 63) & 1) != 0; }

static uint32_t pair_of(const struct thr_session *s)
{
    return shard_pair(s->engine->dissect, &s->packet.frame, s->packet.from_file.bytes) % PAIR_BITS;
}

bool sift_serves(const struct thr_session *s)
{
    const struct resolver *names = s->engine->dissect->names;
    return s->display.filter != NULL && s->read.filter == NULL && capture_can_seek(s->at.capture) &&
           s->display.wanted->glance != NULL && s->both->glance == NULL && !wanted_needs_numbers(s->both) &&
           (names == NULL || !names->hosts);
}

struct sift *sift_new(void)
{
    struct sift *f = calloc(1, sizeof *f);
    if (f != NULL && (f->passed = calloc(FIRST_ROOM / 64, sizeof *f->passed)) != NULL)
        f->room = FIRST_ROOM;
    return f;
}

void sift_free(struct sift *f)
{
    if (f == NULL)
        return;
    free(f->passed);
    free(f);
}

bool sift_take(struct sift *f, struct thr_session *s, uint64_t number)
{
    if (number >= f->room) {
        uint64_t words = f->room / 64, *more = realloc(f->passed, words * 2 * sizeof *more);
        if (more == NULL)
            return false;
        memset(more + words, 0, words * sizeof *more);
        f->passed = more;
        f->room *= 2;
    }
    if (session_filter_passes(&s->display, &s->packet)) {
        set_bit(f->passed, number);
        set_bit(f->pairs, pair_of(s));
    }
    return true;
}

bool sift_matters(const struct sift *f, const struct thr_session *s) { return has_bit(f->pairs, pair_of(s)); }

bool sift_passed(const struct sift *f, uint64_t number) { return number < f->room && has_bit(f->passed, number); }
