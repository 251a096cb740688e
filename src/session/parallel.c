/* parallel.c - passes over a capture by several threads.

   First the capture is looked over for what has to do with each other (shard.h), and every frame is given to one of the
   threads.  Each thread then dissects its frames in their order, with a flow state of its own.  In a second pass nothing
   is learned any more: then any thread may take any frame. */
#include "base/list.h"
#include "session/pass.h"
#include "session/shard.h"
#include "session/state.h"

#include <stdlib.h>

enum { WORTH_BYTES = 2 << 20, HEADERS = 512, WORK_BYTES = 256 };

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
    bool plain = capture_compression(s->capture) == COMPRESSION_NONE;
    bool worth = s->asked_threads != 0 || capture_file_size(s->capture) >= WORTH_BYTES;
    if (!capture_can_seek(s->capture) || !worth || (names != NULL && names->hosts))
        return 1;
    if (s->display.wanted != NULL && (s->display.wanted->columns || wanted_needs_displayed(s->display.wanted)))
        return 1;  /* it asks for what it decides itself */
    if (!s->two && s->asked_threads == 0)
        return 1;  /* what is gained in a single pass is lost again by sharing frames out (docs/BENCHMARKS.md) */
    if (!s->two && (!plain || sift_serves(s) || (s->display.filter != NULL && shows_displayed_times(s))))
        return 1;
    return threads < CREW_MAX ? threads : CREW_MAX;
}

/* --- sharing out -------------------------------------------------------------------------------- */

struct look {
    struct sharding *sharding;
    struct shard_eye *eyes[CREW_MAX];
    uint16_t *shards;          /* by number of the frame */
    size_t count, room;
    bool failed;
};

static void look_at(void *context, uint32_t who, struct batch *b, struct batch_frame *f)
{
    struct look *l = context;
    (void)b;
    f->result = shard_of(l->sharding, l->eyes[who], &f->frame, f->from_file.bytes);
}

static bool look_keep(void *context, struct batch *b)
{
    struct look *l = context;
    while (l->count + b->count >= l->room) {
        uint16_t *more = list_grow(l->shards, &l->room, 1 << 16, sizeof *more);
        if (more == NULL)
            return !(l->failed = true);
        l->shards = more;
    }
    for (uint32_t i = 0; i < b->count; i++) {
        const struct batch_frame *f = &b->frames[i];
        l->shards[++l->count] = (uint16_t)f->result;
        sharding_weigh(l->sharding, f->result, 1 + f->from_file.cap_len / WORK_BYTES);
    }
    return true;
}

static bool look_open(struct look *l, const struct thr_session *s)
{
    l->sharding = sharding_new(s->engine->dissect);
    bool open = l->sharding != NULL;
    for (uint32_t i = 0; open && i < s->threads; i++)
        open = (l->eyes[i] = shard_eye_new(l->sharding)) != NULL;
    return open;
}

static void look_close(struct look *l)
{
    for (uint32_t i = 0; i < CREW_MAX; i++)
        shard_eye_free(l->eyes[i]);
    sharding_free(l->sharding);
    free(l->shards);
}

enum thr_failure parallel_share(struct thr_session *s, struct thr_error *error)
{
    struct look l = { 0 };
    struct pass pass = {
        .session = s, .workers = s->threads, .keep = HEADERS, .frame = look_at, .finish = look_keep, .context = &l
    };
    bool fine = look_open(&l, s);
    if (fine)
        pass_run(&pass, NULL);  /* what ends the file is told when the packets come to it */
    fine = fine && !l.failed;
    bool several = fine && sharding_settle(l.sharding, s->threads);
    if (fine && !several && !s->two)
        s->threads = 1;  /* in a second pass all have something to do */
    if (several && (s->share = calloc(l.count + 1, 1)) == NULL)
        fine = false;
    if (fine && several) {
        for (uint64_t i = 1; i <= l.count; i++)
            s->share[i] = sharding_worker(l.sharding, l.shards[i]);
        s->shared = l.count;
    }
    look_close(&l);
    return fine ? session_rewind(s, error) : thr_error_memory(error);
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
    struct worker *workers;
    uint64_t *passing;         /* of mark_passing */
};

static void workers_close(struct run *r)
{
    for (uint32_t i = 0; r->workers != NULL && i < r->session->threads; i++) {
        struct worker *w = &r->workers[i];
        if (!w->open)
            continue;
        if (w->own != NULL)
            r->work->worker_free(w->own);
        session_filter_close(&w->display);
        others_close(&w->others);
        dissect_close(&w->packet.d);
        sb_free(&w->packet.text);
    }
    free(r->workers);
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
    r->workers = calloc(r->session->threads, sizeof *r->workers);
    bool open = r->workers != NULL;
    for (uint32_t i = 0; open && i < r->session->threads; i++)
        open = worker_open(r, &r->workers[i], r->session->flows[i], learning);
    return open;
}

/* --- the first pass ----------------------------------------------------------------------------- */

static void learn_frame(void *context, uint32_t who, struct batch *b, struct batch_frame *f)
{
    struct run *r = context;
    struct thr_packet *p = &r->workers[who].packet;
    (void)b;
    batch_frame_take(f, p, r->session);
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
}

static bool learn_finish(void *context, struct batch *b)
{
    struct run *r = context;
    struct thr_session *s = r->session;
    for (uint32_t i = 0; i < b->count; i++) {
        if (s->indexed && !index_add(&s->index, &b->frames[i].from_file))
            return false;
        s->packets++;
    }
    return true;
}

enum capture_result parallel_learn(struct thr_session *s, const struct wanted *nothing, struct thr_error *error)
{
    struct run r = { .session = s };
    struct pass pass = { .session = s,
                         .workers = s->threads,
                         .shared_out = true,
                         .frame = learn_frame,
                         .finish = learn_finish,
                         .context = &r };
    enum capture_result result = CAPTURE_ERROR;
    if (workers_open(&r, true)) {
        for (uint32_t i = 0; i < s->threads; i++)
            dissect_for(&r.workers[i].packet.d, nothing);
        result = pass_run(&pass, error);
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

static void run_frame(void *context, uint32_t who, struct batch *b, struct batch_frame *f)
{
    struct run *r = context;
    struct worker *w = &r->workers[who];
    struct thr_packet *p = &w->packet;
    batch_frame_take(f, p, r->session);
    if (r->session->two)
        p->d.flows = session_flows(r->session, p->frame.number);
    p->passes = f->passes = session_take(r->session, &w->display, p);
    if (!f->passes)
        return;
    f->by = r->session->two ? 0 : who;
    struct strbuf *out = &b->texts[f->by].sb;
    out->max = out->len + SB_MAX;  /* each packet's text has the room that it would have alone */
    f->text = out->len;
    r->work->packet(w->own, p, out);
    f->text_len = out->len - f->text;
}

static bool run_finish(void *context, struct batch *b)
{
    struct run *r = context;
    for (uint32_t i = 0; i < b->count; i++) {
        const struct batch_frame *f = &b->frames[i];
        if (f->passes && !r->work->write(r->work->context, sb_text(&b->texts[f->by].sb) + f->text, f->text_len))
            return false;
    }
    return true;
}

/* The display filter goes over the packets first, when what is shown of one depends on which others are shown. */
static void mark_frame(void *context, uint32_t who, struct batch *b, struct batch_frame *f)
{
    struct run *r = context;
    struct worker *w = &r->workers[who];
    (void)b;
    batch_frame_take(f, &w->packet, r->session);
    w->packet.d.flows = session_flows(r->session, f->frame.number);
    f->passes = session_filter_passes(&w->display, &w->packet);
}

static bool mark_finish(void *context, struct batch *b)
{
    struct run *r = context;
    uint64_t *passing = r->passing;
    for (uint32_t i = 0; i < b->count; i++)
        if (b->frames[i].passes)
            session_mark(r->session, passing, b->frames[i].frame.number);
    return true;
}

static enum thr_failure mark_passing(struct thr_session *s, struct thr_error *error)
{
    struct run r = { .session = s, .passing = session_set_new(s) };
    struct pass pass = {
        .session = s, .workers = s->threads, .frame = mark_frame, .finish = mark_finish, .context = &r
    };
    bool open = r.passing != NULL && workers_open(&r, false);
    if (open)
        pass_run(&pass, NULL);
    workers_close(&r);
    if (!open) {
        free(r.passing);
        return thr_error_memory(error);
    }
    enum thr_failure failed = session_rewind(s, error);
    s->passing = r.passing;
    return failed;
}

enum thr_next session_run(struct thr_session *s, const struct session_work *work, struct thr_error *error)
{
    if (s->two && s->display.filter != NULL && shows_displayed_times(s) && mark_passing(s, error) != THR_OK)
        return THR_FAILED;
    struct run r = { .session = s, .work = work };
    struct pass pass = { .session = s,
                         .workers = s->threads,
                         .shared_out = !s->two && s->share != NULL,
                         .frame = run_frame,
                         .finish = run_finish,
                         .context = &r };
    enum capture_result result = CAPTURE_ERROR;
    if (workers_open(&r, !s->two))
        result = pass_run(&pass, error);
    else
        thr_error_memory(error);
    workers_close(&r);
    return result == CAPTURE_ERROR ? THR_FAILED : THR_END;
}
