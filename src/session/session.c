/* session.c - reading a capture in one or two passes and dissecting each frame. */
#include "session/state.h"

#include <stdlib.h>
#include <string.h>

enum { TICK_PACKETS = 4096 };

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
    s->capture = capture_open(path, error);
    if (s->capture == NULL) {
        thr_session_close(s);
        return NULL;
    }
    return s;
}

static void flows_close(struct thr_session *s)
{
    for (uint32_t i = 0; i < s->n_flows; i++) {
        flow_state_free(s->flows[i]);
        flow_numbers_free(s->numbers[i]);
    }
    free(s->share);
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
    if (s->capture != NULL)
        capture_close(s->capture);
    if (s->original != NULL)
        capture_close(s->original);
    free(s->path);
    free(s);
}

const char *session_path(const struct thr_session *s) { return s->path; }
struct wanted *session_wanted(struct thr_session *s) { return s->wanted; }
struct capture *session_capture(const struct thr_session *s) { return s->capture; }
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
    uint64_t size = capture_file_size(s->capture);
    return size != 0 ? (double)capture_file_read(s->capture) / (double)size : 0;
}

static unsigned digits_of(const struct capture *c, const struct capture_frame *f)
{
    const struct capture_interface *i = f->interface != CAPTURE_NO_INTERFACE ? capture_interface(c, f->interface)
                                                                             : NULL;
    return i != NULL ? i->digits : 6;
}

void packet_describe(struct thr_packet *p, const struct thr_session *s, uint32_t number, struct nstime first,
                     struct nstime previous)
{
    const struct capture_frame *c = &p->from_file;
    p->frame = (struct frame_info){
        .number = number,
        .cap_len = c->cap_len,
        .wire_len = c->wire_len,
        .time = c->time,
        .first = first,
        .previous_captured = previous,
        .previous_displayed = previous,
        .has_time = c->has_time,
        .has_previous_captured = true,
        .has_previous_displayed = true,
        .encap = c->encap,
        .interface = c->interface,
        .file_frame = c,
        .file = s->capture,
    };
    p->engine = s->engine;
    p->time_digits = digits_of(s->capture, c);
}

/* Names of addresses that blocks of the file gave since the last frame. */
static void take_names(struct thr_session *s, uint32_t number)
{
    const struct resolver *r = s->engine->dissect->names;
    uint32_t count = capture_blocks(s->capture);
    for (; s->blocks_seen < count; s->blocks_seen++) {
        struct capture_name_record n;
        uint64_t state = 0;
        const struct capture_block *b = capture_block(s->capture, s->blocks_seen);
        while (r != NULL && capture_block_name(b, &state, &n)) {
            struct address a = { n.kind == NAME_IPV4 ? ADDR_IPv4 : ADDR_IPv6, n.kind == NAME_IPV4 ? 4 : 16, n.address };
            if (n.kind == NAME_IPV4 || n.kind == NAME_IPV6)
                r->learn(r->context, &a, n.name, number);
        }
    }
}

/* The next frame in the file's order, described. */
static enum capture_result read_next(struct thr_session *s, uint32_t number, struct thr_error *error)
{
    struct thr_packet *p = &s->packet;
    enum capture_result result = capture_next(s->capture, &p->from_file, error);
    if (capture_blocks(s->capture) != s->blocks_seen)
        take_names(s, number);
    if (result != CAPTURE_FRAME)
        return result;
    if (number == 1)
        s->first = s->previous = p->from_file.time;
    packet_describe(p, s, number, s->first, s->previous);
    p->cumulative = (number == 1 ? 0 : p->cumulative) + p->frame.wire_len;
    s->previous = p->from_file.time;
    return result;
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
    do {
        if (s->limit != 0 && s->number == s->limit)
            return CAPTURE_END;
        enum capture_result result = read_next(s, (uint32_t)s->number + 1, error);
        if (result != CAPTURE_FRAME)
            return result;
        if (++s->number % TICK_PACKETS == 0 && s->tick != NULL)
            s->tick(s->tick_context);
        if (s->kept != NULL && session_marked(s, s->kept, s->number))
            p->frame.renumbered = (uint32_t)++s->shown;
    } while ((s->kept != NULL && !session_marked(s, s->kept, s->number)) ||
             (s->passing != NULL && !session_marked(s, s->passing, s->number)));
    p->frame.previous_displayed = s->shown_any ? s->displayed : p->frame.time;
    if (s->display.filter == NULL || s->passing != NULL)
        session_shown(s);
    if (s->share != NULL)
        p->d.flows = session_flows(s, s->number);
    return CAPTURE_FRAME;
}

enum thr_failure session_rewind(struct thr_session *s, struct thr_error *error)
{
    if (s->original == NULL)
        s->original = s->capture;
    else
        capture_close(s->capture);
    s->blocks_seen = 0;
    s->number = s->shown = 0;
    s->shown_any = false;
    s->capture = capture_open(s->path, error);
    return s->capture != NULL ? THR_OK : THR_FAILED_OPEN;
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
static bool take_part(struct thr_session *s) { return s->parts != NULL && session_marked(s, s->parts, s->number); }

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
        if (!sift_matters(s->sift, s))
            return false;
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
        return sift_passed(s->sift, s->number);
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
