/* all.c - printing all packets of a session, by as many threads as it has: each has a printer of its own, which makes the
   text of one packet; the texts come together in the first one. */
#include "base/crew.h"
#include "output/output.h"

#include <stdlib.h>

static void worker_free(void *worker)
{
    struct thr_printer *p = worker;
    sb_free(&p->scratch);
    color_close(&p->colors);
    for (uint32_t i = 0; p->asked != NULL && i < p->n_asked; i++)
        filter_state_free(p->asked[i].state);
    free(p->asked);
    free(p->next);
    free(p->list);
    free(p);
}

static bool worker_asks(struct thr_printer *p, const struct thr_printer *of)
{
    p->asked = calloc(of->n_asked + 1u, sizeof *p->asked);
    if (p->asked == NULL)
        return false;
    for (; p->n_asked < of->n_asked; p->n_asked++) {
        struct asked *a = &p->asked[p->n_asked];
        *a = of->asked[p->n_asked];
        if (a->expression != NULL && (a->state = filter_state_new(a->expression)) == NULL)
            return false;
    }
    return true;
}

static void *worker_new(void *context)
{
    const struct thr_printer *of = context;
    struct thr_printer *p = crew_alloc(sizeof *p);
    if (p == NULL)
        return NULL;
    p->how = of->how;
    p->format = of->format;
    p->session = of->session;
    p->asked_by = of->asked_by;
    if (color_borrow(&p->colors, &of->colors) && (of->asked == NULL || worker_asks(p, of)))
        return p;
    worker_free(p);
    return NULL;
}

static void print(void *worker, const struct thr_packet *packet, struct strbuf *out)
{
    struct thr_printer *p = worker;
    sb_pass_on(&p->out, out);
    printer_format(p, packet);
    sb_pass_on(out, &p->out);
}

static bool add(void *context, const char *text, size_t len) { return printer_add(context, text, len); }

static enum thr_next print_one_by_one(struct thr_printer *p, struct thr_error *error)
{
    const struct thr_packet *packet;
    enum thr_next next;
    while ((next = thr_session_next(p->session, &packet, error)) == THR_PACKET)
        if (thr_packet_passes(packet) && thr_printer_packet(p, packet, error) != THR_OK)
            return THR_FAILED;
    return next;
}

enum thr_next thr_printer_all(struct thr_printer *p, struct thr_error *error)
{
    bool several = false;
    if (!p->how.flush && session_begin(p->session, &several, error) != THR_OK)
        return THR_FAILED;
    if (!several)
        return print_one_by_one(p, error);
    const struct session_work work = { p, worker_new, worker_free, print, add, p->format->between == NULL };
    enum thr_next next = session_run(p->session, &work, error);
    return printer_failure(p, error) == THR_OK ? next : THR_FAILED;
}
