/* crew.c - threads that begin together or not at all. */
#include "base/crew.h"

#include "base/pages.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum gate { GATE_SHUT, GATE_OPEN, GATE_GO_HOME };

struct crew {
    crew_work *work;
    void *context;
    pthread_mutex_t lock;
    pthread_cond_t opened;
    enum gate gate;
};

struct member {
    struct crew *crew;
    uint32_t who;
    pthread_t thread;
};

static void *member_run(void *context)
{
    struct member *m = context;
    struct crew *c = m->crew;
    pthread_mutex_lock(&c->lock);
    while (c->gate == GATE_SHUT)
        pthread_cond_wait(&c->opened, &c->lock);
    bool go = c->gate == GATE_OPEN;
    pthread_mutex_unlock(&c->lock);
    if (go)
        c->work(c->context, m->who);
    return NULL;
}

bool crew_run(uint32_t count, crew_work *work, void *context)
{
    struct crew c = { work, context, PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, GATE_SHUT };
    struct member members[CREW_MAX];
    uint32_t started = 1;
    for (; started < count; started++) {
        members[started] = (struct member){ .crew = &c, .who = started };
        if (pthread_create(&members[started].thread, NULL, member_run, &members[started]) != 0)
            break;
    }
    bool all = started >= count;
    pthread_mutex_lock(&c.lock);
    c.gate = all ? GATE_OPEN : GATE_GO_HOME;
    pthread_cond_broadcast(&c.opened);
    pthread_mutex_unlock(&c.lock);
    if (all)
        work(context, 0);
    for (uint32_t i = 1; i < started; i++)
        pthread_join(members[i].thread, NULL);
    return all;
}

void *crew_alloc(size_t size)
{
    size_t apart = size / CREW_APART + 1;
    void *p = size <= SIZE_MAX - CREW_APART ? aligned_alloc(CREW_APART, apart * CREW_APART) : NULL;
    if (p == NULL)
        return NULL;
    pages_ready(p, size);
    return memset(p, 0, size);
}

uint64_t crew_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

uint32_t crew_processors(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return n < 1 ? 1 : n > CREW_MAX ? CREW_MAX : (uint32_t)n;
}
