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
    wanted_free(s->wanted);
    if (s->indexed)
        index_free(&s->index);
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

void thr_session_tick(struct thr_session *s, thr_tick *tick, void *context)
{
    s->tick = tick;
    s->tick_context = context;
}

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
    struct wanted *nothing = wanted_first_pass(s->wanted, s->engine->dissect);
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

static enum thr_failure start(struct thr_session *s, struct thr_error *error)
{
    bool standard = strcmp(s->path, "-") == 0;
    if (s->two_passes && !capture_can_seek(s->capture))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "The %s%s%s is a pipe or FIFO; Thresher can't read pipe or FIFO files in two-pass mode.",
                             standard ? "standard input" : "file \"", standard ? "" : s->path, standard ? "" : "\"");
    bool two = capture_can_seek(s->capture) && (s->two_passes || wanted_needs_links(s->wanted));
    enum thr_failure failed = session_start(s, two, error);
    if (failed != THR_OK)
        return failed;
    if (two) {
        session_learn(s, NULL);  /* what ends the file is told when the second pass comes to it */
        return rewind_capture(s, error);
    }
    s->packet.d.first_pass = true;
    return THR_OK;
}

enum thr_next thr_session_next(struct thr_session *s, const struct thr_packet **packet, struct thr_error *error)
{
    *packet = NULL;
    if (!s->started && start(s, error) != THR_OK)
        return THR_FAILED;
    if (s->limit != 0 && s->given == s->limit)
        return THR_END;
    switch (read_next(s, (uint32_t)s->given + 1, error)) {
    case CAPTURE_END: return THR_END;
    case CAPTURE_ERROR: return THR_FAILED;
    default: break;
    }
    s->given++;
    dissect_frame(&s->packet.d, &s->packet.frame, s->packet.from_file.bytes);
    *packet = &s->packet;
    return THR_PACKET;
}
