/* parallel.c - passes over a capture by several threads.

   First every frame is given to one of the threads (lookover.c, shares.h).  Each then dissects its frames in their order, with a flow
   state of its own.  In a second pass nothing is learned any more: then any thread may take any frame. */
#include "base/crew.h"
#include "session/pass.h"
#include "session/state.h"

#include <stdlib.h>

enum { WORTH_BYTES = 2 << 20 };

static bool shows_displayed_times(const struct thr_session *s)
{
    const struct columns *c = &s->engine->columns;
    bool shows = wanted_needs_displayed(s->wanted);
    for (uint32_t i = 0; i < c->count && session_all_wanted(s)->columns; i++)
        shows |= column_needs_displayed(&c->list[i], s->engine->time);
    return shows;
}

uint32_t parallel_threads(const struct thr_session *s)
{
    const struct resolver *names = s->engine->dissect->names;
    uint32_t threads = s->asked_threads != 0 ? s->asked_threads : crew_processors();
    bool plain = capture_compression(s->at.capture) == COMPRESSION_NONE;
    bool worth = s->asked_threads != 0 || capture_file_size(s->at.capture) >= WORTH_BYTES;
    if (!capture_can_seek(s->at.capture) || !worth || (names != NULL && names->hosts))
        return 1;
    if (s->display.wanted != NULL && (s->display.wanted->columns || wanted_needs_displayed(s->display.wanted)))
        return 1;  /* it asks for what it decides itself */
    if (!s->two && s->asked_threads == 0)
        return 1;  /* else the first packet waits until the whole file was looked over; it takes more memory, too (docs/BENCHMARKS.md) */
    if (!s->two && (!plain || sift_serves(s) || (s->display.filter != NULL && shows_displayed_times(s))))
        return 1;
    return threads < CREW_MAX ? threads : CREW_MAX;
}

/* --- threads that dissect ----------------------------------------------------------------------- */

struct worker {
    struct thr_packet packet;
    struct session_filter display;
    struct other_frames others;
    bool open;
    void *own;                 /* of session_work */
};

struct run {
    struct thr_session *session;
    const struct session_work *work;
    struct worker *workers[CREW_MAX];
    struct thr_packet *packets[CREW_MAX];  /* theirs */
    struct other_frames *others[CREW_MAX];
    uint64_t *passing;         /* of mark_passing */
    uint64_t start;            /* of note_all: where the first frame stands */
};

static void workers_close(struct run *r)
{
    for (uint32_t i = 0; i < CREW_MAX && r->workers[i] != NULL; i++) {
        struct worker *w = r->workers[i];
        if (w->own != NULL)
            r->work->worker_free(w->own);
        session_filter_close(&w->display);
        others_close(&w->others);
        if (w->open)
            dissect_close(&w->packet.d);
        sb_free(&w->packet.text);
        free(w);
    }
}

static bool worker_open(struct run *r, struct worker *w, struct flow_state *flows, bool learning)
{
    struct thr_session *s = r->session;
    if (dissect_open(&w->packet.d, s->engine->dissect, s->wanted, flows) != 0)
        return false;
    w->open = true;
    w->packet.d.first_pass = learning;
    w->display.filter = s->display.filter;
    if (!session_filter_open(&w->display, s, &w->packet))
        return false;
    if (!learning) {
        if (!others_open(&w->others, s))
            return false;
        w->packet.d.frames = &w->others.access;
    }
    return r->work == NULL || (w->own = r->work->worker_new(r->work->context)) != NULL;
}

/* `learning`: what is remembered may change, and frames cannot be read again yet. */
static bool workers_open(struct run *r, bool learning)
{
    bool open = true;
    for (uint32_t i = 0; open && i < r->session->threads; i++) {
        struct worker *w = r->workers[i] = crew_alloc(sizeof *w);
        r->packets[i] = w != NULL ? &w->packet : NULL;
        r->others[i] = w != NULL ? &w->others : NULL;
        open = w != NULL && worker_open(r, w, r->session->flows[i], learning);
    }
    return open;
}

/* --- the first pass ----------------------------------------------------------------------------- */

static bool learn_frame(void *context, uint32_t who, struct thr_packet *p, struct strbuf *out, uint32_t *number)
{
    (void)context, (void)who, (void)out, (void)number;
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    return false;
}

static bool learn_note(void *context, const struct capture_frame *f)
{
    struct run *r = context;
    return session_note(r->session, f);
}

/* The last worker notes all frames, as those who learn will pass over most of them; what it gets behind evens out. */
static bool note_all(void *context, uint32_t who)
{
    struct run *r = context;
    struct thr_session *s = r->session;
    struct capture_frame f = { .place.offset = r->start };
    bool noted = true;
    if (who + 1 != s->threads)
        return true;
    for (uint64_t i = 1; noted && i <= s->shares->frames; i++) {
        noted = session_note(s, &f);
        f.place.offset += s->shares->size[i];
    }
    return noted;
}

enum capture_result parallel_learn(struct thr_session *s, const struct wanted *nothing, struct thr_error *error)
{
    struct run r = { .session = s, .start = capture_place(s->at.capture) };
    bool sized = s->shares->size != NULL;
    struct pass pass = { .session = s,
                         .way = PASS_SHARED,
                         .workers = s->threads,
                         .packets = r.packets,
                         .begin = sized ? note_all : NULL,
                         .seen = sized ? NULL : learn_note,
                         .frame = learn_frame,
                         .context = &r };
    enum capture_result result = CAPTURE_ERROR;
    if (workers_open(&r, true)) {
        for (uint32_t i = 0; i < s->threads; i++)
            dissect_for(&r.workers[i]->packet.d, nothing);
        result = pass_run(&pass, error);
        shares_taken(s->shares);
    } else {
        thr_error_memory(error);
    }
    workers_close(&r);
    return result;
}

/* --- packets ------------------------------------------------------------------------------------ */

enum thr_failure session_begin(struct thr_session *s, bool *several, struct thr_error *error)
{
    s->run_by_workers = !s->want_parts && s->taps == NULL;  /* who looks at packets does so in their order */
    enum thr_failure failed = s->started ? THR_OK : session_prepare(s, error);
    *several = s->run_by_workers && s->threads > 1;
    return failed;
}

static bool run_frame(void *context, uint32_t who, struct thr_packet *p, struct strbuf *out, uint32_t *number)
{
    struct run *r = context;
    struct worker *w = r->workers[who];
    (void)number;
    if (r->session->two)
        p->d.flows = session_flows(r->session, p->frame.number);
    p->passes = session_take(r->session, &w->display, p);
    if (p->passes)
        r->work->packet(w->own, p, out);
    return p->passes;
}

static bool run_take(void *context, uint64_t frame, uint32_t number, const char *text, size_t len)
{
    struct run *r = context;
    (void)frame, (void)number;
    return r->work->write(r->work->context, text, len);
}

/* The display filter goes over the packets first, when what is shown of one depends on which others are shown. */
static bool mark_frame(void *context, uint32_t who, struct thr_packet *p, struct strbuf *out, uint32_t *number)
{
    struct run *r = context;
    (void)out, (void)number;
    p->d.flows = session_flows(r->session, p->frame.number);
    if (session_filter_passes(&r->workers[who]->display, p))
        session_mark(r->session, r->passing, p->frame.number);
    return false;
}

static bool mark_passing(struct thr_session *s, struct thr_error *error)
{
    struct run r = { .session = s, .passing = session_set_new(s) };
    struct pass pass = { .session = s,
                         .way = PASS_AGAIN,
                         .workers = s->threads,
                         .packets = r.packets,
                         .others = r.others,
                         .frame = mark_frame,
                         .context = &r };
    bool fine = r.passing != NULL && workers_open(&r, false);
    if (!fine)
        thr_error_memory(error);
    fine = fine && pass_run(&pass, error) != CAPTURE_ERROR;
    workers_close(&r);
    if (fine)
        s->passing = r.passing;
    else
        free(r.passing);
    return fine;
}

static enum pass_way way_of(const struct thr_session *s)
{
    return s->two ? PASS_AGAIN : s->shares != NULL ? PASS_SHARED : PASS_LOTS;
}

enum thr_next session_run(struct thr_session *s, const struct session_work *work, struct thr_error *error)
{
    if (s->two && s->display.filter != NULL && shows_displayed_times(s) && !mark_passing(s, error))
        return THR_FAILED;
    struct run r = { .session = s, .work = work };
    struct pass pass = { .session = s,
                         .way = way_of(s),
                         .workers = s->threads,
                         .packets = r.packets,
                         .others = s->two ? r.others : NULL,
                         .frame = run_frame,
                         .take = run_take,
                         .together = work->together,
                         .context = &r };
    enum capture_result result = CAPTURE_ERROR;
    if (pass.way == PASS_SHARED)
        pass.order = flow_order_new(s->flows, s->n_flows);
    if (workers_open(&r, !s->two) && (pass.way != PASS_SHARED || pass.order != NULL))
        result = pass_run(&pass, error);
    else
        thr_error_memory(error);
    workers_close(&r);
    flow_order_free(pass.order);
    if (result == CAPTURE_END && s->two && s->ended == CAPTURE_ERROR) {
        *error = s->ended_by;  /* what ended the file in the first pass */
        return THR_FAILED;
    }
    return result == CAPTURE_ERROR ? THR_FAILED : THR_END;
}
