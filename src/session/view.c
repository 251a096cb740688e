/* view.c - any packet of a loaded capture, in any order, from any number of threads. */
#include "session/state.h"

#include <stdlib.h>

struct thr_view {
    const struct thr_session *session;
    struct frame_reader *reader;
    struct other_frames others;
    struct thr_packet packet;
};

static const uint8_t *other_bytes(void *context, uint32_t number, uint32_t *cap)
{
    struct other_frames *o = context;
    struct thr_error ignored = { 0 };
    *cap = 0;
    if (number == 0 || number > o->session->packets)
        return NULL;
    struct frame_place place = index_place(&o->session->index, number);
    if (!capture_read(session_known(o->session), &place, o->reader, &o->frame, &ignored))
        return NULL;
    *cap = o->frame.cap_len;
    return o->frame.bytes;
}

bool others_open(struct other_frames *o, const struct thr_session *s)
{
    *o = (struct other_frames){ .session = s, .reader = frame_reader_new(session_known(s)) };
    o->access = (struct frame_access){ other_bytes, o };
    return o->reader != NULL;
}

void others_close(struct other_frames *o)
{
    if (o->reader != NULL)
        frame_reader_free(o->reader);
    o->reader = NULL;
}

void others_beside(struct other_frames *o, const struct window *held) { frame_reader_beside(o->reader, held); }

enum thr_failure thr_session_load(struct thr_session *s, struct thr_error *error)
{
    if (!capture_can_seek(s->at.capture))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "The input is a pipe or FIFO: its packets can be read once, in order, and not at random.");
    if (s->started)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "The session is being read already: load it before the first packet.");
    wanted_settle(s->wanted, s->engine->dissect);
    s->two = s->keep_times = true;
    s->threads = parallel_threads(s);
    enum thr_failure failed = s->threads > 1 ? parallel_share(s, error) : THR_OK;
    if (failed == THR_OK)
        failed = session_start(s, true, error);
    if (failed == THR_OK)
        failed = session_learn(s, error);
    s->loaded = failed == THR_OK || s->packets != 0;
    return failed;
}

uint64_t thr_session_packets(const struct thr_session *s) { return s->packets; }

struct thr_view *thr_view_open(const struct thr_session *s, struct thr_error *error)
{
    struct thr_view *v = s->loaded ? calloc(1, sizeof *v) : NULL;
    if (v != NULL) {
        v->session = s;
        v->reader = frame_reader_new(session_known(s));
    }
    if (v == NULL || v->reader == NULL || !others_open(&v->others, s) ||
        dissect_open(&v->packet.d, s->engine->dissect, s->wanted, s->flows[0]) != 0) {
        if (s->loaded)
            thr_error_memory(error);
        else
            thr_error_set(error, THR_FAILED_ARGUMENT, 0, "The session is not loaded.");
        thr_view_close(v);
        return NULL;
    }
    v->packet.d.frames = &v->others.access;
    return v;
}

static struct nstime time_of(const struct thr_session *s, uint64_t number)
{
    int64_t time = index_time(&s->index, number);
    return nstime_from_ns(time != INDEX_NO_TIME ? time : 0);
}

enum thr_failure thr_view_packet(struct thr_view *v, uint64_t number, const struct thr_packet **packet,
                                 struct thr_error *error)
{
    const struct thr_session *s = v->session;
    *packet = NULL;
    if (number == 0 || number > s->packets)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no packet %llu: the capture has %llu.",
                             (unsigned long long)number, (unsigned long long)s->packets);
    struct frame_place place = index_place(&s->index, number);
    struct thr_error own = { 0 };
    if (!capture_read(session_known(s), &place, v->reader, &v->packet.from_file, &own)) {
        if (error != NULL)
            *error = own;
        return own.failure;
    }
    packet_describe(&v->packet, s, session_known(s), (uint32_t)number, time_of(s, 1),
                    time_of(s, number > 1 ? number - 1 : 1));
    v->packet.passes = true;
    v->packet.d.flows = session_flows(s, number);
    dissect_frame(&v->packet.d, &v->packet.frame, v->packet.from_file.bytes);
    *packet = &v->packet;
    return THR_OK;
}

void thr_view_close(struct thr_view *v)
{
    if (v == NULL)
        return;
    if (v->reader != NULL)
        frame_reader_free(v->reader);
    others_close(&v->others);
    dissect_close(&v->packet.d);
    sb_free(&v->packet.text);
    free(v);
}
