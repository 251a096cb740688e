/* session.c - reading a capture in one or two passes and dissecting each frame. */
#include "session/state.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { TICK_PACKETS = 4096 };

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
    others_close(&s->others);
    sb_free(&s->packet.text);
    flow_state_free(s->flows);
    session_filter_close(&s->display);
    session_filter_close(&s->read);
    wanted_free(s->wanted);
    sift_free(s->sift);
    wanted_free(s->both);
    wanted_free(s->memory);
    free(s->kept);
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

void thr_session_tick(struct thr_session *s, thr_tick *tick, void *context)
{
    s->tick = tick;
    s->tick_context = context;
}

void thr_session_keep_parts(struct thr_session *s) { s->want_parts = true; }
void thr_session_two_passes(struct thr_session *s) { s->two_passes = true; }

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

enum thr_failure session_learn(struct thr_session *s, struct thr_error *error)
{
    struct wanted *nothing = wanted_first_pass(s->both != NULL ? s->both : s->wanted, s->engine->dissect);
    if (nothing == NULL)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    struct dissect *d = &s->packet.d;
    const struct wanted *real = d->wanted;
    enum capture_result result = CAPTURE_END;
    d->wanted = nothing;
    d->wanted_bits = nothing->bits;
    d->first_pass = true;
    s->packets = 0;
    while ((s->limit == 0 || s->packets < s->limit) &&
           (result = read_next(s, (uint32_t)s->packets + 1, error)) == CAPTURE_FRAME) {
        if (++s->packets % TICK_PACKETS == 0 && s->tick != NULL)
            s->tick(s->tick_context);
        dissect_frame(d, &s->packet.frame, s->packet.from_file.bytes);
        if (s->indexed && !index_add(&s->index, &s->packet.from_file))
            break;
    }
    d->wanted = real;
    d->wanted_bits = real->bits;
    d->first_pass = false;
    wanted_free(nothing);
    return result == CAPTURE_ERROR ? error != NULL ? error->failure : THR_FAILED_READ : THR_OK;
}

/* Opens the file once more, to read it from the start. */
static enum thr_failure rewind_capture(struct thr_session *s, struct thr_error *error)
{
    others_close(&s->others);
    if (s->original == NULL)
        s->original = s->capture;
    else
        capture_close(s->capture);
    s->blocks_seen = 0;
    s->capture = capture_open(s->path, error);
    if (s->capture == NULL)
        return THR_FAILED_OPEN;
    if (!others_open(&s->others, s))
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    s->packet.d.frames = &s->others.access;
    return THR_OK;
}

/* What the filters need is wanted too. */
static bool open_filters(struct thr_session *s)
{
    if (s->display.filter == NULL && s->read.filter == NULL)
        return true;
    s->both = wanted_new(s->engine->dissect);
    if (s->both == NULL || !session_filter_open(&s->display, s, &s->packet) ||
        !session_filter_open(&s->read, s, &s->packet))
        return false;
    wanted_add(s->both, s->wanted);
    if (s->display.wanted != NULL)
        wanted_add(s->both, s->display.wanted);
    if (s->read.wanted != NULL)
        wanted_add(s->both, s->read.wanted);
    if (s->want_parts && s->two_passes) {
        s->parts_wanted = parts_wanted(s);
        if (s->parts_wanted == NULL)
            return false;
        wanted_add(s->both, s->parts_wanted);
    }
    wanted_settle(s->both, s->engine->dissect);
    return true;
}

enum thr_failure session_start(struct thr_session *s, bool keep_facts, struct thr_error *error)
{
    wanted_settle(s->wanted, s->engine->dissect);
    s->indexed = keep_facts && index_init(&s->index);
    if (keep_facts && !s->indexed)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    s->flows = flow_state_new(keep_facts, random_seed());
    if (s->flows == NULL || dissect_open(&s->packet.d, s->engine->dissect, s->wanted, s->flows) != 0)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    s->started = true;
    return THR_OK;
}

/* Remembers which packets pass the read filter.  As tshark has it, what protocols know comes from all of them. */
static enum thr_failure choose(struct thr_session *s, struct thr_error *error)
{
    s->kept = calloc(s->packets / 64 + 1, sizeof *s->kept);
    if (s->kept == NULL)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    for (uint64_t i = 1; i <= s->packets && read_next(s, (uint32_t)i, NULL) == CAPTURE_FRAME; i++)
        if (session_filter_passes(&s->read, &s->packet))
            s->kept[i / 64] |= (uint64_t)1 << (i & 63);
    dissect_for(&s->packet.d, s->wanted);  /* the filter wants less */
    return rewind_capture(s, error);
}

/* Remembers which frames the packets that pass were put together from. */
static enum thr_failure find_parts(struct thr_session *s, struct thr_error *error)
{
    s->parts = calloc(s->packets / 64 + 1, sizeof *s->parts);
    if (s->parts == NULL)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    for (uint64_t i = 1; i <= s->packets && read_next(s, (uint32_t)i, NULL) == CAPTURE_FRAME; i++) {
        if (!session_filter_passes(&s->display, &s->packet))
            continue;
        dissect_for(&s->packet.d, s->parts_wanted);
        dissect_frame(&s->packet.d, &s->packet.frame, s->packet.from_file.bytes);
        parts_mark(s);
    }
    return rewind_capture(s, error);
}

/* The first of two passes, and what the second needs. */
static enum thr_failure first_pass(struct thr_session *s, struct thr_error *error)
{
    session_learn(s, NULL);  /* what ends the file is told when the second pass comes to it */
    enum thr_failure failed = rewind_capture(s, error);
    if (failed == THR_OK && s->read.filter != NULL)
        failed = choose(s, error);
    if (failed == THR_OK && s->parts_wanted != NULL)
        failed = find_parts(s, error);
    return failed;
}

/* The display filter alone goes over the capture. */
static enum thr_failure sift(struct thr_session *s, struct thr_error *error)
{
    s->sift = sift_new();
    bool went = s->sift != NULL;
    s->packet.d.flows = NULL;  /* nothing is remembered yet */
    for (uint64_t i = 1; went && (s->limit == 0 || i <= s->limit) && read_next(s, (uint32_t)i, NULL) == CAPTURE_FRAME;
         i++) {
        went = sift_take(s->sift, s, i);
        if (i % TICK_PACKETS == 0 && s->tick != NULL)
            s->tick(s->tick_context);
    }
    if (!went)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    s->packet.d.flows = s->flows;
    dissect_for(&s->packet.d, s->wanted);
    return rewind_capture(s, error);
}

static enum thr_failure start(struct thr_session *s, struct thr_error *error)
{
    bool standard = strcmp(s->path, "-") == 0;
    if (s->two_passes && !capture_can_seek(s->capture))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "The %s%s%s is a pipe or FIFO; Thresher can't read pipe or FIFO files in two-pass mode.",
                             standard ? "standard input" : "file \"", standard ? "" : s->path, standard ? "" : "\"");
    if (!open_filters(s))
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    const struct wanted *all = s->both != NULL ? s->both : s->wanted;
    bool two = capture_can_seek(s->capture) && (s->two_passes || wanted_needs_links(all));
    enum thr_failure failed = session_start(s, two, error);
    if (failed == THR_OK && two)
        failed = first_pass(s, error);
    if (failed != THR_OK)
        return failed;
    s->packet.d.first_pass = !two;
    if (!two && sift_serves(s))
        return sift(s, error);
    /* A packet may be looked at twice when that changes nothing that is remembered. */
    if (s->display.filter != NULL)
        s->twice = (two || !wanted_keeps_state(s->both)) && !wanted_covers(s->display.wanted, s->wanted);
    if (s->display.filter != NULL && !s->twice && !two && s->display.wanted->glance != NULL &&
        s->both->glance == NULL && wanted_keeps_state(s->both))
        s->memory = wanted_first_pass(s->both, s->engine->dissect);
    return THR_OK;
}

/* A packet that the filter can judge at a glance: 1 it passes, 0 it does not, -1 it cannot be judged so. */
static int judge(struct thr_session *s, struct thr_packet *p)
{
    dissect_for(&p->d, s->display.wanted);
    if (!dissect_glance(&p->d, &p->frame, p->from_file.bytes))
        return -1;
    return filter_match(s->display.filter, s->display.state, &p->d);
}

/* A packet is dissected once, because protocols remember it; only what they remember, when it will not be shown. */
static bool take_once(struct thr_session *s, struct thr_packet *p)
{
    int passes = s->memory != NULL ? judge(s, p) : -1;
    dissect_for(&p->d, passes == 0 ? s->memory : s->both);
    dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    return passes >= 0 ? passes == 1 : filter_match(s->display.filter, s->display.state, &p->d);
}

/* One that does not pass and is given all the same. */
static bool take_part(struct thr_session *s)
{
    return s->parts != NULL && (s->parts[s->number / 64] >> (s->number & 63) & 1) != 0;
}

/* Dissects the frame that was read; false when a filter leaves it out. */
static bool take_packet(struct thr_session *s)
{
    struct thr_packet *p = &s->packet;
    if (s->kept != NULL && (s->kept[s->number / 64] >> (s->number & 63) & 1) == 0)
        return false;
    if (s->kept != NULL)
        p->frame.renumbered = (uint32_t)++s->shown;
    p->frame.previous_displayed = s->shown_any ? s->displayed : p->frame.time;
    if (s->display.filter == NULL) {
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    } else if (s->sift != NULL) {
        if (!sift_matters(s->sift, s))
            return false;
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
        if (!sift_passed(s->sift, s->number))
            return false;
    } else if (s->twice) {
        if (!session_filter_passes(&s->display, p))
            return false;
        dissect_for(&p->d, s->wanted);
        dissect_frame(&p->d, &p->frame, p->from_file.bytes);
    } else if (!take_once(s, p)) {
        return false;
    }
    s->displayed = p->frame.time;
    s->shown_any = true;
    return true;
}

enum thr_next thr_session_next(struct thr_session *s, const struct thr_packet **packet, struct thr_error *error)
{
    *packet = NULL;
    if (!s->started && start(s, error) != THR_OK)
        return THR_FAILED;
    do {
        if (s->limit != 0 && s->number == s->limit)
            return THR_END;
        switch (read_next(s, (uint32_t)s->number + 1, error)) {
        case CAPTURE_END: return THR_END;
        case CAPTURE_ERROR: return THR_FAILED;
        default: break;
        }
        if (++s->number % TICK_PACKETS == 0 && s->tick != NULL && s->display.filter != NULL)
            s->tick(s->tick_context);
        s->packet.passes = take_packet(s);
    } while (!s->packet.passes && !take_part(s));
    *packet = &s->packet;
    return THR_PACKET;
}
