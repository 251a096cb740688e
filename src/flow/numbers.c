/* numbers.c - numbers of flows, which count over all frames: by one state alone, over several afterwards, or while their
   threads are at work. */
#include "base/crew.h"
#include "flow/state.h"

#include <pthread.h>
#include <stdlib.h>

enum { FLOW_UNNUMBERED = UINT32_MAX, TRIES = 200 };

/* How far a thread is: it has begun all flows of frames before this one.  Apart from the others. */
struct progress {
    _Alignas(CREW_APART) _Atomic uint32_t frame;
};

struct flow_order {
    struct progress reached[CREW_MAX];
    _Alignas(
        CREW_APART) _Atomic uint32_t awaited; /* the first frame that somebody waits for; UINT32_MAX: nobody does */
    _Alignas(CREW_APART) struct flow_state *states[CREW_MAX];
    uint32_t count;
    pthread_mutex_t lock;      /* of all that follows, and of numbering */
    pthread_cond_t came;       /* a thread has come to the awaited frame */
    uint32_t next[FLOW_KINDS];
};

void flow_begins(struct flow_state *s, uint8_t kind, struct flow *f)
{
    struct flow_list *l = &s->lists[kind];
    uint32_t number = s->order != NULL ? (uint32_t)FLOW_UNNUMBERED : s->numbers[kind]++;
    atomic_store_explicit(&f->number, number, memory_order_relaxed);
    atomic_store_explicit(l->last != NULL ? &l->last->after : &l->first, f, memory_order_release);
    l->last = f;
}

/* --- several lists ------------------------------------------------------------------------------- */

static struct flow *next_unnumbered(const struct flow_list *l)
{
    return l->numbered != NULL ? atomic_load_explicit(&l->numbered->after, memory_order_acquire)
                               : atomic_load_explicit(&l->first, memory_order_acquire);
}

/* The list whose next flow appeared first of all, in a frame up to `last`. */
static struct flow_list *first_list(struct flow_state *const *states, uint32_t count, unsigned kind, uint32_t last)
{
    struct flow_list *first = NULL;
    uint32_t frame = last;
    for (uint32_t i = 0; i < count; i++) {
        struct flow_list *l = &states[i]->lists[kind];
        const struct flow *f = next_unnumbered(l);
        if (f == NULL || f->first_frame > frame || (first != NULL && f->first_frame == frame))
            continue;
        first = l;
        frame = f->first_frame;
    }
    return first;
}

/* Goes on with numbers from *next for the flows that began in frames up to `last`. */
static void number_on(struct flow_state *const *states, uint32_t count, unsigned kind, uint32_t last, uint32_t *next)
{
    struct flow_list *l;
    while ((l = first_list(states, count, kind, last)) != NULL) {
        l->numbered = next_unnumbered(l);
        atomic_store_explicit(&l->numbered->number, (*next)++, memory_order_release);
    }
}

void flow_states_number(struct flow_state *const *states, uint32_t count)
{
    for (unsigned kind = 0; kind < FLOW_KINDS; kind++) {
        uint32_t next = 0;
        for (uint32_t i = 0; i < count; i++)
            states[i]->lists[kind].numbered = NULL;
        number_on(states, count, kind, UINT32_MAX, &next);
    }
}

/* --- threads at work ----------------------------------------------------------------------------- */

struct flow_order *flow_order_new(struct flow_state *const *states, uint32_t count)
{
    struct flow_order *o = crew_alloc(sizeof *o);
    if (o == NULL)
        return NULL;
    o->count = count;
    atomic_init(&o->awaited, UINT32_MAX);
    if (pthread_mutex_init(&o->lock, NULL) != 0 || pthread_cond_init(&o->came, NULL) != 0) {
        free(o);
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++) {
        o->states[i] = states[i];
        states[i]->order = o;
        states[i]->who = i;
    }
    return o;
}

void flow_order_free(struct flow_order *o)
{
    if (o == NULL)
        return;
    pthread_mutex_destroy(&o->lock);
    pthread_cond_destroy(&o->came);
    free(o);
}

void flow_order_reached(struct flow_order *o, uint32_t who, uint32_t frame)
{
    atomic_store(&o->reached[who].frame, frame);
    if (frame < atomic_load(&o->awaited) || atomic_load(&o->awaited) == UINT32_MAX)
        return;
    pthread_mutex_lock(&o->lock);
    atomic_store(&o->awaited, UINT32_MAX);  /* who still waits says so again */
    pthread_cond_broadcast(&o->came);
    pthread_mutex_unlock(&o->lock);
}

/* Whether the others have begun all flows that appear in frames before this one, which is none of theirs. */
static bool others_reached(struct flow_order *o, uint32_t who, uint32_t frame)
{
    for (uint32_t i = 0; i < o->count; i++)
        if (i != who && atomic_load(&o->reached[i].frame) < frame)
            return false;
    return true;
}

static uint32_t settle(struct flow_order *o, const struct flow_state *s, uint32_t frame, const struct flow *f)
{
    flow_order_reached(o, s->who, frame);
    for (unsigned i = 0; i < TRIES && !others_reached(o, s->who, f->first_frame); i++)
        ;
    pthread_mutex_lock(&o->lock);
    for (;;) {
        if (f->first_frame < atomic_load(&o->awaited))
            atomic_store(&o->awaited, f->first_frame);
        if (others_reached(o, s->who, f->first_frame))
            break;  /* after saying what is awaited: nobody can come to it unnoticed */
        pthread_cond_wait(&o->came, &o->lock);
    }
    for (unsigned kind = 0; kind < FLOW_KINDS; kind++)
        number_on(o->states, o->count, kind, f->first_frame, &o->next[kind]);
    pthread_mutex_unlock(&o->lock);
    return atomic_load_explicit(&f->number, memory_order_relaxed);
}

uint32_t flow_number(const struct dissect *d, struct flow *f)
{
    uint32_t number = atomic_load_explicit(&f->number, memory_order_acquire);
    if (number != FLOW_UNNUMBERED)
        return number;
    return settle(d->flows->order, d->flows, d->frame->number, f);
}
