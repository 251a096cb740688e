/* pass.c - lots of frames in a row.  A worker makes a part of each lot; whoever is the last to finish a lot hands its
   parts on.  Workers may be some lots apart, so that long runs of frames of one of them do not stop the others. */
#include "session/pass.h"

#include "base/crew.h"
#include "base/list.h"
#include "base/pages.h"
#include "session/state.h"

#include <pthread.h>
#include <stdlib.h>

/* LOTS at once, and together HELD_BYTES of text that waits for an earlier lot; UNUSED_BYTES are kept for texts to come. */
enum { LOTS = 256, HELD_BYTES = 4 << 20, UNUSED_BYTES = 2 << 20, FIRST_MADE = SESSION_LOT, FIRST_TEXT = 16000, EVEN_FRAMES = 1024 };

struct made {
    uint64_t frame;
    size_t len;                      /* of its text, which stands behind that of the one before */
    uint32_t number;
};

/* What one worker made of a lot. */
struct part {
    struct part *next;               /* that is not used */
    struct strbuf text;
    struct made *made;
    size_t count, room;
};

struct lot {
    struct part *parts[CREW_MAX];
    uint32_t left;                   /* workers that have not finished with it */
};

struct ring {
    struct pass *pass;
    struct lot lots[LOTS];           /* by number modulo LOTS */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* under the lock: */
    struct part *unused, *bare;      /* with room for text, and without */
    size_t unused_bytes;             /* of that room */
    uint64_t next, written, end;     /* lot that nobody has taken; lots that are written; lots that there are */
    size_t held;                     /* bytes of text in parts that are finished */
    uint64_t asleep[CREW_MAX];       /* lot that the worker waits for; UINT64_MAX: it does not */
    bool writing, stopped;           /* somebody writes; nobody wants more */
    enum capture_result result;
    struct thr_error error;
};

/* A worker's way over the frames. */
struct way {
    struct reading at;               /* a copy of the session's, for the first worker: others read what stands beside it */
    struct frame_reader *reader;     /* PASS_AGAIN */
    struct nstime first, before, given;  /* times of the first frame, the last one read, the last one given */
    uint64_t last, last_given;       /* their numbers */
    uint64_t expected;               /* place up to which the capture knows what will be read */
    uint64_t counted, shown;         /* up to which frame those were counted that passed the read filter; how many */
};

static void stop(struct ring *r, const struct thr_error *why)
{
    pthread_mutex_lock(&r->lock);
    r->stopped = true;
    if (why != NULL && r->result != CAPTURE_ERROR) {
        r->result = CAPTURE_ERROR;
        r->error = *why;
    }
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
}

static void stop_without_memory(struct ring *r)
{
    struct thr_error why = { 0 };
    thr_error_memory(&why);
    stop(r, &why);
}

/* --- parts --------------------------------------------------------------------------------------- */

/* With the lock. */
static struct part *part_take(struct ring *r)
{
    struct part **from = r->unused != NULL ? &r->unused : &r->bare, *p = *from;
    if (p == NULL)
        return crew_alloc(sizeof *p);
    *from = p->next;
    r->unused_bytes -= p->text.room;
    p->count = 0;
    sb_clear(&p->text);
    return p;
}

/* With the lock. */
static void part_return(struct ring *r, struct part *p)
{
    if (r->unused_bytes + p->text.room > UNUSED_BYTES)
        sb_free(&p->text);
    struct part **to = p->text.room != 0 ? &r->unused : &r->bare;
    r->unused_bytes += p->text.room;
    p->next = *to;
    *to = p;
}

static void part_free(struct part *p)
{
    if (p == NULL)
        return;
    sb_free(&p->text);
    free(p->made);
    free(p);
}

static bool part_work(struct ring *r, uint32_t who, struct part *part, struct thr_packet *p)
{
    if (part->count == part->room) {
        struct made *more = list_grow(part->made, &part->room, FIRST_MADE, sizeof *more);
        if (more == NULL)
            return false;
        part->made = more;
    }
    struct made *m = &part->made[part->count];
    if (r->pass->take != NULL && part->text.room == 0 && sb_grow(&part->text, FIRST_TEXT))
        pages_ready(part->text.text, part->text.room);
    size_t from = part->text.len;
    part->text.max = from + SB_MAX;  /* each packet's text has the room that it would have alone */
    *m = (struct made){ .frame = p->frame.number };
    if (r->pass->frame(r->pass->context, who, p, &part->text, &m->number)) {
        m->len = part->text.len - from;
        part->count++;
    }
    return true;
}

/* --- frames -------------------------------------------------------------------------------------- */

/* Frames from `*first` to before the end are those of the lot; frames count from 1. */
static uint64_t lot_end(uint64_t lot, uint64_t *first)
{
    *first = lot * SESSION_LOT;
    return *first + SESSION_LOT;
}

static void reached(const struct pass *p, uint32_t who, uint64_t frame)
{
    if (p->order != NULL)
        flow_order_reached(p->order, who, frame < UINT32_MAX ? (uint32_t)frame : UINT32_MAX);
}

/* Goes over what is not the worker's before the frame `end`, where it is known how far that is. */
static void pass_over(struct way *w, const struct thr_session *s, uint32_t who, uint64_t end)
{
    const struct shares *all = s->shares;
    uint64_t number = w->at.number, next = capture_place(w->at.capture), last = next;
    if (number == 0)
        return;
    while (number + 1 < end && number < all->frames && shares_of(all, number + 1) != who &&
           all->size[number + 1] != 0) {
        last = next;
        next += all->size[++number];
    }
    if (number != w->at.number)
        reading_pass_over(&w->at, s, number - w->at.number, last, next);
}

/* Tells the capture how far to read on: to where a good deal of others' comes. */
static void expect_own(struct way *w, const struct thr_session *s, uint32_t who)
{
    enum { GAP = 8 << 10, FAR = 512 << 10 };
    const struct shares *all = s->shares;
    uint64_t at = capture_place(w->at.capture), far = at + FAR, own = at;
    for (uint64_t n = w->at.number + 1; n <= all->frames && at < far && at - own <= GAP; n++) {
        at = all->size[n] != 0 ? at + all->size[n] : far;
        if (shares_of(all, n) == who)
            own = at;
    }
    w->expected = own > capture_place(w->at.capture) ? own : far;
    capture_expect(w->at.capture, w->expected);
}

/* Reads on to before the frame `end`, and does what is the worker's from `first` on.  CAPTURE_END: the file ended. */
static enum capture_result walk(struct ring *r, uint32_t who, struct way *w, uint64_t first, uint64_t end,
                                struct part *part, struct thr_error *error)
{
    const struct pass *pass = r->pass;
    const struct thr_session *s = pass->session;
    struct thr_packet *p = pass->packets[who];
    bool shared = pass->way == PASS_SHARED, sized = shared && s->shares->size != NULL;
    for (;;) {
        if (sized)
            pass_over(w, s, who, end);
        if (w->at.number + 1 >= end)
            break;
        if (sized && capture_place(w->at.capture) >= w->expected)
            expect_own(w, s, who);
        enum capture_result result = reading_next(&w->at, s, &p->from_file, error);
        if (result != CAPTURE_FRAME)
            return result;
        if (shared && w->at.number > s->shares->frames)
            return CAPTURE_END;  /* the file has grown since it was looked over */
        bool fine = pass->seen == NULL || who != 0 || pass->seen(pass->context, &p->from_file);
        if (fine && w->at.number >= first &&
            (!shared || shares_take(s->shares, who, w->at.number, frame_work(&p->from_file)))) {
            reached(pass, who, w->at.number);
            reading_describe(&w->at, p, s);
            fine = part_work(r, who, part, p);
        }
        if (!fine) {
            thr_error_memory(error);
            return CAPTURE_ERROR;
        }
    }
    if (shared)
        reached(pass, who, end);  /* nothing of what was passed over is the worker's: others may wait for that */
    return CAPTURE_FRAME;
}

static bool read_again(const struct thr_session *s, struct way *w, uint64_t number, struct capture_frame *f,
                       struct thr_error *error)
{
    struct frame_place place = index_place(&s->index, number);
    return capture_read(session_known(s), &place, w->reader, f, error);
}

/* How the frame before the lot is timed, and the one that was given before; the worker has been elsewhere in between. */
static bool look_back(const struct thr_session *s, struct way *w, uint64_t before, struct thr_error *error)
{
    struct capture_frame f;
    uint64_t given = before;
    if (!read_again(s, w, before, &f, error))
        return false;
    w->before = f.time;
    while (given > w->last_given && !session_gives(s, given))
        given--;
    if (given == w->last_given)
        return true;
    frame_reader_expect(w->reader, 0);
    if (given == before)
        w->given = f.time;
    else if (read_again(s, w, given, &f, error))
        w->given = f.time;
    else
        return false;
    w->last_given = given;
    return true;
}

/* What the frame is called when there is a read filter. */
static uint32_t renumbered(const struct thr_session *s, struct way *w, uint64_t number)
{
    if (s->kept == NULL)
        return 0;
    while (w->counted < number)
        w->shown += session_marked(s, s->kept, ++w->counted);
    return (uint32_t)w->shown;
}

static bool again_describe(const struct thr_session *s, struct way *w, uint64_t number, struct thr_packet *p)
{
    packet_describe(p, s, session_known(s), (uint32_t)number, w->first, w->before);
    p->frame.renumbered = renumbered(s, w, number);
    p->frame.previous_displayed = w->last_given != 0 ? w->given : p->frame.time;
    bool gives = session_gives(s, number);
    if (gives && (s->display.filter == NULL || s->passing != NULL)) {
        w->last_given = number;
        w->given = p->frame.time;
    }
    return gives;
}

/* Reads the lot's frames where they stand. */
static enum capture_result revisit(struct ring *r, uint32_t who, struct way *w, uint64_t lot, struct part *part,
                                   struct thr_error *error)
{
    const struct thr_session *s = r->pass->session;
    struct thr_packet *p = r->pass->packets[who];
    uint64_t first, end = lot_end(lot, &first), number = first != 0 ? first : 1, bytes = 0;
    if (lot < s->lots) {
        uint64_t until = end <= s->packets ? index_place(&s->index, end).offset : 0;
        bytes = s->lot_bytes[lot];
        frame_reader_expect(w->reader, until);
        if (w->last + 1 != number && !look_back(s, w, number - 1, error))
            return CAPTURE_ERROR;
        frame_reader_expect(w->reader, until);
    }
    for (; number < end && number <= s->packets; number++) {
        if (!read_again(s, w, number, &p->from_file, error))
            return CAPTURE_ERROR;
        if (number == 1)
            w->first = w->before = p->from_file.time;
        p->cumulative = bytes += p->from_file.wire_len;
        if (again_describe(s, w, number, p) && !part_work(r, who, part, p)) {
            thr_error_memory(error);
            return CAPTURE_ERROR;
        }
        w->before = p->from_file.time;
        w->last = number;
    }
    if (who == 0)
        session_tell_again(r->pass->session, w->last);
    return number <= s->packets ? CAPTURE_FRAME : CAPTURE_END;
}

static bool way_open(struct way *w, const struct pass *p, uint32_t who, struct thr_error *error)
{
    struct thr_session *s = p->session;
    struct capture_frame f;
    if (p->way != PASS_AGAIN) {
        if (who != 0)
            return reading_open(&w->at, s, error);
        w->at = s->at;
        return true;
    }
    w->reader = frame_reader_new(session_known(s));
    if (w->reader == NULL)
        return thr_error_memory(error), false;
    if (p->others != NULL)
        others_beside(p->others[who], frame_reader_held(w->reader));
    if (s->packets != 0 && !read_again(s, w, 1, &f, error))
        return false;
    w->first = w->before = s->packets != 0 ? f.time : w->first;
    return true;
}

static void way_close(struct way *w, const struct pass *p, uint32_t who)
{
    if (p->others != NULL)
        others_beside(p->others[who], NULL);
    if (w->reader != NULL)
        frame_reader_free(w->reader);
    if (who == 0 && w->at.capture != NULL) {
        capture_expect(w->at.capture, 0);
        p->session->at = w->at;
    } else if (w->at.capture != NULL) {
        capture_close(w->at.capture);
    }
}

/* --- lots ---------------------------------------------------------------------------------------- */

/* Hands on what was made of the lot's frames. */
static bool lot_write(const struct pass *p, const struct lot *l)
{
    size_t at[CREW_MAX] = { 0 }, text[CREW_MAX] = { 0 };
    for (;;) {
        uint64_t next = UINT64_MAX, after = UINT64_MAX;  /* the first frame; the first one of another part */
        uint32_t whose = 0;
        for (uint32_t i = 0; i < p->workers; i++) {
            const struct part *part = l->parts[i];
            uint64_t frame = part != NULL && at[i] != part->count ? part->made[at[i]].frame : UINT64_MAX;
            after = frame < next ? next : frame < after ? frame : after;
            whose = frame < next ? i : whose;
            next = frame < next ? frame : next;
        }
        if (next == UINT64_MAX)
            return true;
        const struct part *part = l->parts[whose];
        const struct made *first = &part->made[at[whose]];
        size_t len = 0;
        do
            len += part->made[at[whose]++].len;
        while (p->together && at[whose] != part->count && part->made[at[whose]].frame < after);
        if (!p->take(p->context, first->frame, first->number, sb_text(&part->text) + text[whose], len))
            return false;
        text[whose] += len;
    }
}

/* With the lock: the lot's place is for another one. */
static void lot_clear(struct ring *r, struct lot *l)
{
    for (uint32_t i = 0; i < r->pass->workers; i++) {
        struct part *part = l->parts[i];
        if (part == NULL)
            continue;
        r->held -= part->text.len;
        part_return(r, part);
        l->parts[i] = NULL;
    }
    l->left = r->pass->way == PASS_SHARED ? r->pass->workers : 1;
}

/* With the lock: whether a worker that waits for the lot has room again; not for one lot alone, since waking costs more. */
static bool worth_waking(const struct ring *r, uint64_t lot)
{
    return lot == r->written || (lot < r->written + LOTS / 2 && r->held <= HELD_BYTES / 2);
}

static void wake(struct ring *r)
{
    bool any = r->stopped;
    for (uint32_t i = 0; i < r->pass->workers; i++)
        any |= r->asleep[i] != UINT64_MAX && worth_waking(r, r->asleep[i]);
    if (any)
        pthread_cond_broadcast(&r->changed);
}

/* With the lock: hands on what is finished, in order. */
static void write_on(struct ring *r)
{
    if (r->writing)
        return;
    r->writing = true;
    while (!r->stopped && r->written < r->end && r->lots[r->written % LOTS].left == 0) {
        struct lot *l = &r->lots[r->written % LOTS];
        pthread_mutex_unlock(&r->lock);
        bool enough = r->pass->take != NULL && !lot_write(r->pass, l);
        pthread_mutex_lock(&r->lock);
        r->stopped |= enough;
        lot_clear(r, l);
        r->written++;
        wake(r);
    }
    r->writing = false;
}

/* The worker's next lot: after `last` (UINT64_MAX: the first).  NULL: there is none. */
static struct part *lot_take(struct ring *r, uint32_t who, uint64_t *last)
{
    struct part *part = NULL;
    pthread_mutex_lock(&r->lock);
    *last = r->pass->way == PASS_SHARED ? *last + 1 : r->next++;
    while (!r->stopped && *last < r->end &&
           (*last >= r->written + LOTS || (*last != r->written && r->held > HELD_BYTES))) {
        r->asleep[who] = *last;
        pthread_cond_wait(&r->changed, &r->lock);
    }
    r->asleep[who] = UINT64_MAX;
    bool more = !r->stopped && *last < r->end;
    if (more)
        part = part_take(r);
    pthread_mutex_unlock(&r->lock);
    if (more && part == NULL)
        stop_without_memory(r);
    return part;
}

/* The worker's part of the lot is finished; `result`: whether the file ended in it. */
static void lot_finish(struct ring *r, uint32_t who, uint64_t lot, struct part *part, enum capture_result result,
                       const struct thr_error *error)
{
    pthread_mutex_lock(&r->lock);
    if (result != CAPTURE_FRAME && lot + 1 < r->end) {
        r->end = lot + 1;
        if (r->result != CAPTURE_ERROR)
            r->result = result;
        if (result == CAPTURE_ERROR)
            r->error = *error;
        pthread_cond_broadcast(&r->changed);
    }
    struct lot *l = &r->lots[lot % LOTS];
    if (part->count != 0) {
        l->parts[who] = part;
        r->held += part->text.len;
    } else {
        part_return(r, part);
    }
    if (--l->left == 0)
        write_on(r);
    pthread_mutex_unlock(&r->lock);
}

/* Frames to the end of the file, when nobody waits for what is made of them: then no worker waits for another. */
static void walk_through(struct ring *r, uint32_t who, struct way *way)
{
    struct part nothing = { .count = 0 };
    struct thr_error error = { 0 };
    enum capture_result result = CAPTURE_FRAME;
    while (result == CAPTURE_FRAME) {
        uint64_t start = crew_clock();
        result = walk(r, who, way, 0, way->at.number + EVEN_FRAMES, &nothing, &error);
        shares_even(r->pass->session->shares, who, way->at.number, crew_clock() - start);
    }
    free(nothing.made);
    if (result == CAPTURE_ERROR)
        stop(r, &error);
}

static void walk_lots(struct ring *r, uint32_t who, struct way *way)
{
    struct thr_error error = { 0 };
    uint64_t lot = UINT64_MAX, first, time = 0;
    enum capture_result result = CAPTURE_FRAME;
    struct part *part;
    while (result == CAPTURE_FRAME && (part = lot_take(r, who, &lot)) != NULL) {
        uint64_t end = lot_end(lot, &first), start = crew_clock();
        result = r->pass->way == PASS_AGAIN ? revisit(r, who, way, lot, part, &error)
                                            : walk(r, who, way, first, end, part, &error);
        time += crew_clock() - start;
        lot_finish(r, who, lot, part, result, &error);
        if (r->pass->way != PASS_SHARED || end % EVEN_FRAMES != 0)
            continue;
        shares_even(r->pass->session->shares, who, way->at.number, time);
        time = 0;
    }
}

static void worker_run(void *context, uint32_t who)
{
    struct ring *r = context;
    struct way way = { 0 };
    struct thr_error error = { 0 };
    if (!way_open(&way, r->pass, who, &error))
        stop(r, &error);
    else if (r->pass->begin != NULL && !r->pass->begin(r->pass->context, who))
        stop_without_memory(r);
    else if (r->pass->way == PASS_SHARED && r->pass->take == NULL)
        walk_through(r, who, &way);
    else
        walk_lots(r, who, &way);
    reached(r->pass, who, UINT64_MAX);
    way_close(&way, r->pass, who);
}

/* --- the ring ----------------------------------------------------------------------------------- */

static void parts_free(struct part *p)
{
    while (p != NULL) {
        struct part *next = p->next;
        part_free(p);
        p = next;
    }
}

static void ring_close(struct ring *r)
{
    for (uint32_t i = 0; i < LOTS; i++)
        lot_clear(r, &r->lots[i]);
    parts_free(r->unused);
    parts_free(r->bare);
    free(r);
}

enum capture_result pass_run(struct pass *p, struct thr_error *error)
{
    struct ring *r = calloc(1, sizeof *r);
    if (r == NULL) {
        thr_error_memory(error);
        return CAPTURE_ERROR;
    }
    r->pass = p;
    r->end = UINT64_MAX;
    r->result = CAPTURE_END;
    r->lock = (pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER;
    r->changed = (pthread_cond_t)PTHREAD_COND_INITIALIZER;
    for (uint32_t i = 0; i < LOTS; i++)
        lot_clear(r, &r->lots[i]);
    for (uint32_t i = 0; i < CREW_MAX; i++)
        r->asleep[i] = UINT64_MAX;
    if (!crew_run(p->workers, worker_run, r)) {
        r->result = CAPTURE_ERROR;
        thr_error_set(&r->error, THR_FAILED_MEMORY, 0, "There is not enough memory for %u threads.", p->workers);
    }
    enum capture_result result = r->result;
    if (result == CAPTURE_ERROR && error != NULL)
        *error = r->error;
    ring_close(r);
    return result;
}
