/* tap.c - those who look at every packet of a session as it is read: statistics. */
#include "session/state.h"

#include <stdlib.h>

struct wanted *session_tap(struct thr_session *s, session_tap_take *take, void *context)
{
    struct session_tap *t = calloc(1, sizeof *t), **end = &s->taps;
    if (t == NULL || (t->wanted = wanted_new(s->engine->dissect)) == NULL) {
        free(t);
        return NULL;
    }
    t->take = take;
    t->context = context;
    while (*end != NULL)
        end = &(*end)->next;
    *end = t;
    return t->wanted;
}

void session_taps_want(const struct thr_session *s, struct wanted *w)
{
    for (const struct session_tap *t = s->taps; t != NULL; t = t->next)
        wanted_add(w, t->wanted);
}

void session_taps_run(const struct thr_session *s, const struct thr_packet *p)
{
    for (const struct session_tap *t = s->taps; t != NULL; t = t->next)
        t->take(t->context, p);
}

void session_taps_close(struct thr_session *s)
{
    for (struct session_tap *t = s->taps, *next; t != NULL; t = next) {
        next = t->next;
        wanted_free(t->wanted);
        free(t);
    }
    s->taps = NULL;
}
