/* session.c - reading a capture in one or two passes and dissecting each frame. */
#include "session/session.h"

#include "flow/flow.h"

#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

struct thr_session {
    struct thr_engine *engine;
    char *path;
    struct capture *capture;
    struct wanted *wanted;
    struct flow_state *flows;
    struct thr_packet packet;
    bool started, two_passes;
    uint64_t limit, given;
    struct nstime first, previous;
    bool has_first;
    bool ended;
};

static uint64_t random_seed(void)
{
    uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, 0) != (ssize_t)sizeof seed)
        seed = (uint64_t)time(NULL) << 20 ^ (uint64_t)getpid();
    return seed;
}

struct thr_session *thr_session_open(struct thr_engine *engine, const char *path, struct thr_error *error)
{
    struct thr_session *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->engine = engine;
        s->path = strdup(path);
        s->wanted = wanted_new(engine->dissect);
    }
    if (s == NULL || s->path == NULL || s->wanted == NULL) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
        thr_session_close(s);
        return NULL;
    }
    s->capture = capture_open(path, error);
    if (s->capture == NULL) {
        thr_session_close(s);
        return NULL;
    }
    return s;
}

void thr_session_close(struct thr_session *s)
{
    if (s == NULL)
        return;
    if (s->started)
        dissect_close(&s->packet.d);
    sb_free(&s->packet.text);
    flow_state_free(s->flows);
    wanted_free(s->wanted);
    if (s->capture != NULL)
        capture_close(s->capture);
    free(s->path);
    free(s);
}

const char *session_path(const struct thr_session *s) { return s->path; }
struct wanted *session_wanted(struct thr_session *s) { return s->wanted; }
struct capture *session_capture(struct thr_session *s) { return s->capture; }
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

void thr_session_two_passes(struct thr_session *s) { s->two_passes = true; }

double thr_session_progress(const struct thr_session *s)
{
    uint64_t size = capture_file_size(s->capture);
    return size != 0 ? (double)capture_file_read(s->capture) / (double)size : 0;
}

/* Fills the frame's facts from the file; times since earlier frames included. */
static void describe(struct thr_session *s, const struct capture_frame *c, uint32_t number)
{
    struct frame_info *f = &s->packet.frame;
    if (!s->has_first) {
        s->first = s->previous = c->time;
        s->has_first = true;
    }
    *f = (struct frame_info){
        .number = number, .cap_len = c->cap_len, .wire_len = c->wire_len, .time = c->time, .first = s->first,
        .previous_captured = s->previous, .previous_displayed = s->previous, .has_time = c->has_time,
        .has_previous_captured = true, .has_previous_displayed = true, .encap = c->encap, .interface = c->interface,
        .file_frame = &s->packet.from_file, .file = s->capture,
    };
    s->previous = c->time;
}

/* The first of two passes: nothing is wanted but what protocols remember. */
static enum thr_failure learn(struct thr_session *s, struct thr_error *error)
{
    struct wanted *nothing = wanted_new(s->engine->dissect);
    if (nothing == NULL)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    nothing->state = true;
    wanted_settle(nothing, s->engine->dissect);
    struct dissect *d = &s->packet.d;
    const struct wanted *real = d->wanted;
    d->wanted = nothing;
    d->wanted_bits = nothing->bits;
    d->first_pass = true;
    uint32_t number = 0;
    while ((s->limit == 0 || number < s->limit) && capture_next(s->capture, &s->packet.from_file, NULL) == CAPTURE_FRAME) {
        describe(s, &s->packet.from_file, ++number);
        dissect_frame(d, &s->packet.frame, s->packet.from_file.bytes);
    }
    d->wanted = real;
    d->wanted_bits = real->bits;
    d->first_pass = false;
    wanted_free(nothing);
    capture_close(s->capture);
    s->capture = capture_open(s->path, error);
    s->has_first = false;
    return s->capture != NULL ? THR_OK : THR_FAILED_OPEN;
}

static enum thr_failure start(struct thr_session *s, struct thr_error *error)
{
    wanted_settle(s->wanted, s->engine->dissect);
    if (s->two_passes && !capture_can_seek(s->capture))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "The input is a pipe or FIFO; Thresher can't read pipe or FIFO files in two-pass mode.");
    bool two = capture_can_seek(s->capture) && (s->two_passes || wanted_needs_links(s->wanted));
    s->flows = flow_state_new(two, random_seed());
    if (s->flows == NULL || dissect_open(&s->packet.d, s->engine->dissect, s->wanted, s->flows) != 0)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    s->packet.engine = s->engine;
    s->started = true;
    if (two)
        return learn(s, error);
    s->packet.d.first_pass = true;
    return THR_OK;
}

static unsigned digits_of(const struct capture *c, const struct capture_frame *f)
{
    const struct capture_interface *i = f->interface != CAPTURE_NO_INTERFACE ? capture_interface(c, f->interface) : NULL;
    return i != NULL ? i->digits : 6;
}

enum thr_next thr_session_next(struct thr_session *s, const struct thr_packet **packet, struct thr_error *error)
{
    *packet = NULL;
    if (!s->started && start(s, error) != THR_OK)
        return THR_FAILED;
    if (s->limit != 0 && s->given == s->limit)
        return THR_END;
    switch (capture_next(s->capture, &s->packet.from_file, error)) {
    case CAPTURE_END:
        return THR_END;
    case CAPTURE_ERROR:
        return THR_FAILED;
    default:
        break;
    }
    struct thr_packet *p = &s->packet;
    describe(s, &p->from_file, (uint32_t)++s->given);
    p->time_digits = digits_of(s->capture, &p->from_file);
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    *packet = p;
    return THR_PACKET;
}
