/* session.c - reading a capture in one or two passes and dissecting each frame. */
#include "base/list.h"
#include "session/state.h"

#include <stdlib.h>
#include <string.h>

struct thr_session *thr_session_open(struct thr_engine *engine, const char *path, struct thr_error *error)
{
    struct thr_session *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->engine = engine;
        s->asked_threads = 1;
        s->path = strdup(path);
        s->wanted = wanted_new(engine->dissect);
    }
    if (s == NULL || s->path == NULL || s->wanted == NULL) {
        thr_error_memory(error);
        thr_session_close(s);
        return NULL;
    }
    bool open = reading_open(&s->at, s, error);
    s->at.leads = true;
    s->first = s->at.capture;
    if (!open) {
        thr_session_close(s);
        return NULL;
    }
    return s;
}

static void flows_close(struct thr_session *s)
{
    for (uint32_t i = 0; i < s->n_flows; i++)
        flow_state_free(s->flows[i]);
    shares_free(s->shares);
}

void thr_session_close(struct thr_session *s)
{
    if (s == NULL)
        return;
    if (s->started)
        dissect_close(&s->packet.d);
    others_close(&s->others);
    sb_free(&s->packet.text);
    flows_close(s);
    session_taps_close(s);
    session_filter_close(&s->display);
    session_filter_close(&s->read);
    wanted_free(s->wanted);
    sift_free(s->sift);
    wanted_free(s->both);
    wanted_free(s->memory);
    free(s->kept);
    free(s->passing);
    free(s->parts);
    wanted_free(s->parts_wanted);
    if (s->indexed)
        index_free(&s->index);
    free(s->lot_bytes);
    if (s->at.capture != NULL)
        capture_close(s->at.capture);
    if (s->original != NULL)
        capture_close(s->original);
    free(s->path);
    free(s);
}

const char *session_path(const struct thr_session *s) { return s->path; }
struct wanted *session_wanted(struct thr_session *s) { return s->wanted; }
struct capture *session_capture(const struct thr_session *s) { return s->at.capture; }
const struct thr_engine *session_engine(const struct thr_session *s) { return s->engine; }

enum thr_failure thr_session_need_field(struct thr_session *s, const char *name, struct thr_error *error)
{
    uint32_t count, first = registry_find(name, &count);
    if (count == 0)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no field \"%s\".", name);
    for (uint32_t i = first; i < first + count; i++)
        wanted_field(s->wanted, registry_by_name[i]);
    return THR_OK;
}

void thr_session_need_columns(struct thr_session *s) { s->wanted->columns = true; }
void thr_session_need_everything(struct thr_session *s) { wanted_all(s->wanted); }
void thr_session_limit(struct thr_session *s, uint64_t packets) { s->limit = packets; }

void thr_session_tick(struct thr_session *s, thr_tick *tick, void *context)
{
    s->tick = tick;
    s->tick_context = context;
}

void thr_session_keep_parts(struct thr_session *s) { s->want_parts = true; }
void thr_session_two_passes(struct thr_session *s) { s->two_passes = true; }
void thr_session_threads(struct thr_session *s, unsigned threads) { s->asked_threads = threads; }

double thr_session_progress(const struct thr_session *s)
{
    if (s->again != 0)
        return (double)s->again / (double)s->packets;
    uint64_t size = capture_file_size(s->at.capture);
    return size != 0 ? (double)capture_file_read(s->at.capture) / (double)size : 0;
}

/* The packet that was read is one of those that are given. */
static void session_shown(struct thr_session *s)
{
    s->displayed = s->packet.frame.time;
    s->shown_any = true;
}

enum capture_result session_read(struct thr_session *s, struct thr_error *error)
{
    struct thr_packet *p = &s->packet;
    uint32_t renumbered = 0;
    do {
        enum capture_result result = reading_next(&s->at, s, &p->from_file, error);
        if (result != CAPTURE_FRAME)
            return result;
        if (s->kept != NULL && session_marked(s, s->kept, s->at.number))
            renumbered = (uint32_t)++s->shown;
    } while (!session_gives(s, s->at.number));
    reading_describe(&s->at, p, s);
    p->frame.renumbered = renumbered;
    p->frame.previous_displayed = s->shown_any ? s->displayed : p->frame.time;
    if (s->display.filter == NULL || s->passing != NULL)
        session_shown(s);
    if (s->shares != NULL)
        p->d.flows = session_flows(s, s->at.number);
    return CAPTURE_FRAME;
}

enum thr_failure session_rewind(struct thr_session *s, struct thr_error *error)
{
    if (s->original == NULL)
        s->original = s->at.capture;
    else
        capture_close(s->at.capture);
    s->shown = 0;
    s->shown_any = false;
    bool open = reading_open(&s->at, s, error);
    s->at.leads = true;
    return open ? THR_OK : THR_FAILED_OPEN;
}

bool session_note(struct thr_session *s, const struct capture_frame *frame)
{
    s->packets++;
    if (!s->indexed)
        return true;
    if (s->packets == 1 || s->packets % SESSION_LOT == 0) {
        uint64_t *more = s->lots < s->lots_room ? s->lot_bytes
                                                : list_grow(s->lot_bytes, &s->lots_room, 64, sizeof *more);
        if (more == NULL)
            return false;
        s->lot_bytes = more;
        s->lot_bytes[s->lots++] = s->noted_bytes;
    }
    s->noted_bytes += frame->wire_len;
    return index_add(&s->index, frame);
}

void session_tell_again(struct thr_session *s, uint64_t number)
{
    s->again = number;
    if (s->tick != NULL)
        s->tick(s->tick_context);
}

/* A packet that the filter can judge at a glance: 1 it passes, 0 it does not, -1 it cannot be judged so. */
static int judge(struct session_filter *display, struct thr_packet *p)
{
    dissect_for(&p->d, display->wanted);
    if (!dissect_glance(&p->d, &p->frame, p->from_file.bytes))
        return -1;
    return filter_match(display->filter, display->state, &p->d);
}

/* A packet is dissected once, because protocols remember it; only what they remember, when it will not be shown. */
static bool take_once(const struct thr_session *s, struct session_filter *display, struct thr_packet *p)
{
    int passes = s->memory != NULL ? judge(display, p) : -1;
    dissect_for(&p->d, passes == 0 ? s->memory : s->both);
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    return passes >= 0 ? passes == 1 : filter_match(display->filter, display->state, &p->d);
}

/* One that does not pass and is given all the same. */
static bool take_part(struct thr_session *s) { return s->parts != NULL && session_marked(s, s->parts, s->at.number); }

bool session_take(const struct thr_session *s, struct session_filter *display, struct thr_packet *p)
{
    if (s->taps != NULL) {
        dissect_for(&p->d, s->both);
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
        session_taps_run(s, p);
        return display->filter == NULL || filter_match(display->filter, display->state, &p->d);
    }
    if (s->display.filter == NULL || s->passing != NULL) {
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
        return true;
    }
    if (s->sift != NULL) {
        const struct wanted *w = sift_wanted(s->sift, s, s->at.number);
        if (w == NULL)
            return false;
        dissect_for(&p->d, w);
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
        return w == s->wanted;
    }
    if (!s->twice)
        return take_once(s, display, p);
    if (!session_filter_passes(display, p))
        return false;
    dissect_for(&p->d, s->wanted);
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    return true;
}

enum thr_next thr_session_next(struct thr_session *s, const struct thr_packet **packet, struct thr_error *error)
{
    *packet = NULL;
    if (!s->started && session_prepare(s, error) != THR_OK)
        return THR_FAILED;
    do {
        if (s->sift != NULL)
            sift_skip(s->sift, s);
        enum capture_result result = session_read(s, error);
        if (result != CAPTURE_FRAME)
            return result == CAPTURE_END ? THR_END : THR_FAILED;
        s->packet.passes = session_take(s, &s->display, &s->packet);
        if (s->packet.passes)
            session_shown(s);
    } while (!s->packet.passes && !take_part(s));
    *packet = &s->packet;
    return THR_PACKET;
}
