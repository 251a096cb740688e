/* prepare.c - what is done before the first packet is given: filters are opened, first passes made. */
#include "base/map.h"
#include "session/state.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* The flow states that frames are shared out among. */
static bool flows_open(struct thr_session *s, bool keep_facts)
{
    s->n_flows = 0;
    for (uint32_t i = 0; i < s->threads; i++) {
        s->flows[i] = flow_state_new(keep_facts, hash_seed());
        if (s->flows[i] == NULL)
            return false;
        s->n_flows++;
    }
    return true;
}

/* By the calling thread alone. */
static enum capture_result learn_alone(struct thr_session *s, const struct wanted *nothing, struct thr_error *error)
{
    struct dissect *d = &s->packet.d;
    const struct wanted *real = d->wanted;
    enum capture_result result;
    dissect_for(d, nothing);
    d->first_pass = true;
    while ((result = session_read(s, error)) == CAPTURE_FRAME) {
        dissect_frame(d, &s->packet.frame, s->packet.from_file.bytes);
        if (!session_note(s, &s->packet.from_file)) {
            thr_error_memory(error);
            result = CAPTURE_ERROR;
            break;
        }
    }
    dissect_for(d, real);
    d->first_pass = false;
    return result;
}

/* A pass that gives no packets: protocols learn what they need for `later`. */
static enum thr_failure learn_for(struct thr_session *s, const struct wanted *later, struct thr_error *error)
{
    struct wanted *nothing = wanted_first_pass(later, s->engine->dissect);
    if (nothing == NULL)
        return thr_error_memory(error);
    s->packets = 0;
    bool several = s->threads > 1 && s->shares != NULL;
    s->ended = several ? parallel_learn(s, nothing, &s->ended_by) : learn_alone(s, nothing, &s->ended_by);
    wanted_free(nothing);
    for (uint32_t i = 0; i < s->n_flows; i++)
        flow_first_pass_over(s->flows[i]);
    malloc_trim(0);  /* holds are gone */
    if (s->n_flows > 1)
        flow_states_number(s->flows, s->n_flows);
    if (s->ended != CAPTURE_ERROR)
        return THR_OK;
    if (error != NULL)
        *error = s->ended_by;
    return s->ended_by.failure;
}

enum thr_failure session_learn(struct thr_session *s, struct thr_error *error)
{
    return learn_for(s, s->both != NULL ? s->both : s->wanted, error);
}

/* What filters and taps need is wanted too. */
static bool open_filters(struct thr_session *s)
{
    if (s->display.filter == NULL && s->read.filter == NULL && s->taps == NULL)
        return true;
    s->both = wanted_new(s->engine->dissect);
    if (s->both == NULL || !session_filter_open(&s->display, s, &s->packet) ||
        !session_filter_open(&s->read, s, &s->packet))
        return false;
    wanted_add(s->both, s->wanted);
    session_taps_want(s, s->both);
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
    s->indexed = keep_facts && index_init(&s->index, s->keep_times);
    if (keep_facts && !s->indexed)
        return thr_error_memory(error);
    if (s->threads == 0)
        s->threads = 1;
    if (!flows_open(s, keep_facts) || dissect_open(&s->packet.d, s->engine->dissect, s->wanted, s->flows[0]) != 0)
        return thr_error_memory(error);
    s->started = true;
    return THR_OK;
}

/* Again, for frames that have to be put together once more. */
static enum thr_failure reread(struct thr_session *s, struct thr_error *error)
{
    others_close(&s->others);
    enum thr_failure failed = session_rewind(s, error);
    if (failed != THR_OK)
        return failed;
    if (!others_open(&s->others, s))
        return thr_error_memory(error);
    others_beside(&s->others, capture_held(s->at.capture));
    s->packet.d.frames = &s->others.access;
    return THR_OK;
}

uint64_t *session_set_new(const struct thr_session *s) { return calloc(s->packets / 64 + 1, sizeof(uint64_t)); }

/* Remembers which packets pass the read filter.  As tshark has it, what protocols know comes from all of them. */
static enum thr_failure choose(struct thr_session *s, struct thr_error *error)
{
    uint64_t *kept = session_set_new(s);
    if (kept == NULL)
        return thr_error_memory(error);
    while (s->at.number < s->packets && session_read(s, NULL) == CAPTURE_FRAME)
        if (session_filter_passes(&s->read, &s->packet))
            session_mark(s, kept, s->at.number);
    s->kept = kept;
    dissect_for(&s->packet.d, s->wanted);  /* the filter wants less */
    return reread(s, error);
}

/* Remembers which frames the packets that pass were put together from. */
static enum thr_failure find_parts(struct thr_session *s, struct thr_error *error)
{
    s->parts = session_set_new(s);
    if (s->parts == NULL)
        return thr_error_memory(error);
    while (s->at.number < s->packets && session_read(s, NULL) == CAPTURE_FRAME) {
        if (!session_filter_passes(&s->display, &s->packet))
            continue;
        dissect_for(&s->packet.d, s->parts_wanted);
        dissect_frame(&s->packet.d, &s->packet.frame, s->packet.from_file.bytes);
        parts_mark(s);
    }
    return reread(s, error);
}

/* The first of two passes, and what the second needs. */
static enum thr_failure first_pass(struct thr_session *s, struct thr_error *error)
{
    session_learn(s, NULL);  /* what ends the file is told when the second pass comes to it */
    enum thr_failure failed = reread(s, error);
    if (failed == THR_OK && s->read.filter != NULL)
        failed = choose(s, error);
    if (failed == THR_OK && s->parts_wanted != NULL)
        failed = find_parts(s, error);
    return failed;
}

/* How packets are shown to the display filter. */
static void plan_filter(struct thr_session *s, bool two)
{
    if (s->display.filter == NULL)
        return;
    /* A packet may be looked at twice when that changes nothing that is remembered. */
    s->twice = (two || !wanted_keeps_state(s->both)) && !wanted_covers(s->display.wanted, s->wanted);
    if (!s->twice && !two && s->display.wanted->glance != NULL && s->both->glance == NULL &&
        wanted_keeps_state(s->both))
        s->memory = wanted_first_pass(s->both, s->engine->dissect);
}

/* The display filter alone goes over the capture; unless that turns out not to do. */
static enum thr_failure sift(struct thr_session *s, struct thr_error *error)
{
    struct dissect *d = &s->packet.d;
    s->sift = sift_new(s);
    bool went = s->sift != NULL;
    d->flows = NULL;  /* nothing is remembered yet */
    while (went && reading_next(&s->at, s, &s->packet.from_file, NULL) == CAPTURE_FRAME) {
        if (sift_gives_up(s->sift))
            continue;  /* the first capture has to know all that the file tells, all the same */
        reading_describe_plainly(&s->at, &s->packet);
        went = sift_take(s->sift, s, s->at.number);
    }
    if (!went)
        return thr_error_memory(error);
    d->flows = s->flows[0];
    if (sift_gives_up(s->sift)) {
        sift_free(s->sift);
        s->sift = NULL;
        plan_filter(s, false);
    } else {
        sift_settle(s->sift);
        s->memory = wanted_first_pass(s->wanted, s->engine->dissect);
        if (s->memory == NULL)
            return thr_error_memory(error);
    }
    return session_rewind(s, error);
}

static enum thr_failure check_two(const struct thr_session *s, struct thr_error *error)
{
    bool standard = strcmp(s->path, "-") == 0;
    if (!s->two_passes || capture_can_seek(s->at.capture))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                         "The %s%s%s is a pipe or FIFO; Thresher can't read pipe or FIFO files in two-pass mode.",
                         standard ? "standard input" : "file \"", standard ? "" : s->path, standard ? "" : "\"");
}

const struct wanted *session_all_wanted(const struct thr_session *s) { return s->both != NULL ? s->both : s->wanted; }

enum thr_failure session_prepare(struct thr_session *s, struct thr_error *error)
{
    if (check_two(s, error) != THR_OK)
        return THR_FAILED_ARGUMENT;
    wanted_settle(s->wanted, s->engine->dissect);
    if (!open_filters(s))
        return thr_error_memory(error);
    const struct wanted *all = session_all_wanted(s);
    bool two = capture_can_seek(s->at.capture) && (s->two_passes || wanted_needs_links(all));
    s->two = two;
    s->threads = two || s->run_by_workers ? parallel_threads(s) : 1;
    enum thr_failure failed = THR_OK;
    if (s->threads > 1 && (two || wanted_keeps_state(all)))
        failed = parallel_share(s, error);
    if (failed == THR_OK)
        failed = session_start(s, two, error);
    if (failed == THR_OK && two)
        failed = first_pass(s, error);
    if (failed != THR_OK)
        return failed;
    s->packet.d.first_pass = !two;
    if (s->taps != NULL)
        return THR_OK;  /* every packet is dissected once, for all who look */
    if (!two && s->threads == 1 && sift_serves(s))
        return sift(s, error);
    plan_filter(s, two);
    return THR_OK;
}
