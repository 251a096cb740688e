/* pass.c - batches of frames in a ring.  Whoever needs a batch that was not read yet reads it; whoever is the last to
   finish one hands it on.  So as many threads run as were asked for, and none of them only waits for others. */
#include "session/pass.h"

#include "base/crew.h"
#include "session/state.h"

#include <pthread.h>
#include <stdlib.h>

/* A batch is small when much text is made of its frames: all that waits to be written is TEXT_BYTES a batch. */
/* Batches in the ring beside one each: some go ahead while one has a long run of frames; read before they are needed. */
enum { RING_BATCHES = 10, READ_AHEAD = 3 };
enum { BATCH_FRAMES = 512, BATCH_FRAMES_MIN = 32, BATCH_BYTES = 256 * 1024, TEXT_BYTES = 256 * 1024 };

struct ring {
    struct pass *pass;
    struct batch *batches;
    uint32_t room;                    /* batches */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* under the lock: */
    uint64_t read, written;           /* batches that were */
    bool reading, writing;
    bool ended, stopped;              /* nothing more to read; nobody wants more */
    /* of who reads: */
    enum capture_result result;
    struct thr_error error;
    uint32_t frames;                  /* at most in the next batch */
    bool waits;                       /* the session's frame was read and is in no batch yet */
};

/* --- reading ------------------------------------------------------------------------------------ */

static bool batch_room(struct batch *b, uint64_t more)
{
    if (more <= b->room - b->len)
        return true;
    if (b->count != 0)
        return false;
    uint8_t *bytes = realloc(b->bytes, more);
    if (bytes == NULL)
        return false;
    b->bytes = bytes;
    b->room = (uint32_t)more;
    return true;
}

static const uint8_t *batch_keep(struct batch *b, const uint8_t *from, uint32_t len)
{
    uint8_t *to = b->bytes + b->len;
    if (len != 0)
        memcpy(to, from, len);
    b->len += len;
    return from != NULL ? to : NULL;
}

/* False when the batch is full. */
static bool batch_add(struct batch *b, const struct thr_session *s, uint32_t keep, uint32_t frames)
{
    const struct thr_packet *p = &s->packet;
    const struct capture_frame *c = &p->from_file;
    uint32_t cap = keep != 0 && c->cap_len > keep ? keep : c->cap_len;
    if (b->count >= frames || !batch_room(b, (uint64_t)cap + c->options.len + c->header_len))
        return false;
    struct batch_frame *f = &b->frames[b->count++];
    *f = (struct batch_frame){
        .frame = p->frame, .from_file = *c, .cumulative = p->cumulative, .digits = (uint8_t)p->time_digits
    };
    f->worker = session_share(s, p->frame.number);
    f->frame.cap_len = cap;
    f->frame.file_frame = &f->from_file;
    f->from_file.bytes = batch_keep(b, c->bytes, cap);
    f->from_file.options.bytes = batch_keep(b, c->options.bytes, c->options.len);
    f->from_file.header = batch_keep(b, c->header, c->header_len);
    return true;
}

/* As many frames as make TEXT_BYTES of text, if they are like those that were in this batch before; that is felt out from
   below. */
static void choose_size(struct ring *r, const struct batch *last)
{
    uint64_t text = 0;
    for (uint32_t i = 0; i < r->pass->workers; i++)
        text += last->texts[i].sb.len;
    uint64_t frames = text != 0 && last->count != 0 ? (uint64_t)TEXT_BYTES * last->count / text : BATCH_FRAMES;
    uint32_t most = r->frames * 2 < BATCH_FRAMES ? r->frames * 2 : (uint32_t)BATCH_FRAMES;
    r->frames = frames < BATCH_FRAMES_MIN ? BATCH_FRAMES_MIN : frames < most ? (uint32_t)frames : most;
}

/* By the one thread that reads. */
static void batch_fill(struct ring *r, struct batch *b)
{
    struct thr_session *s = r->pass->session;
    choose_size(r, b);
    b->count = b->len = 0;
    b->left = r->pass->shared_out ? r->pass->workers : 1;
    for (uint32_t i = 0; i < r->pass->workers; i++)
        sb_clear(&b->texts[i].sb);
    for (;;) {
        if (!r->waits)
            r->result = session_read(s, &r->error);
        if (!r->waits && r->result != CAPTURE_FRAME)
            return;
        r->waits = !batch_add(b, s, r->pass->keep, r->frames);
        if (!r->waits)
            continue;
        if (b->count == 0) {
            r->waits = false;
            r->result = CAPTURE_ERROR;
            thr_error_memory(&r->error);
        }
        return;
    }
}

/* With the lock: reads the next batch, if there is room in the ring and nobody else does it. */
static bool read_one(struct ring *r)
{
    if (r->reading || r->ended || r->read - r->written == r->room)
        return false;
    struct batch *b = &r->batches[r->read % r->room];
    r->reading = true;
    pthread_mutex_unlock(&r->lock);
    batch_fill(r, b);
    pthread_mutex_lock(&r->lock);
    r->reading = false;
    r->ended = !r->waits;
    if (b->count != 0)
        r->read++;
    pthread_cond_broadcast(&r->changed);
    return b->count != 0;
}

/* --- working ------------------------------------------------------------------------------------ */

/* With the lock: hands on what is done, in order. */
static void write_on(struct ring *r)
{
    if (r->writing)
        return;
    r->writing = true;
    while (!r->stopped && r->written < r->read && r->batches[r->written % r->room].left == 0) {
        struct batch *b = &r->batches[r->written % r->room];
        pthread_mutex_unlock(&r->lock);
        bool enough = r->pass->finish != NULL && !r->pass->finish(r->pass->context, b);
        pthread_mutex_lock(&r->lock);
        r->stopped |= enough;
        r->written++;
        pthread_cond_broadcast(&r->changed);
    }
    r->writing = false;
}

/* Does the worker's part of a batch that was read. */
static void work_on(struct ring *r, uint64_t at, uint32_t who)
{
    const struct pass *p = r->pass;
    struct batch *b = &r->batches[at % r->room];
    for (uint32_t i = 0; i < b->count; i++)
        if (!p->shared_out || b->frames[i].worker == who)
            p->frame(p->context, who, b, &b->frames[i]);
    pthread_mutex_lock(&r->lock);
    if (--b->left == 0)
        write_on(r);
    pthread_mutex_unlock(&r->lock);
}

/* Every worker goes through all batches and does its own frames. */
static void go_through(struct ring *r, uint32_t who)
{
    for (uint64_t at = 0;; at++) {
        pthread_mutex_lock(&r->lock);
        while (!r->stopped && !r->ended && at >= r->read)
            if (!read_one(r) && !r->ended && at >= r->read && !r->stopped)
                pthread_cond_wait(&r->changed, &r->lock);
        if (!r->stopped && r->read - at < READ_AHEAD)
            read_one(r);
        bool more = !r->stopped && at < r->read;
        pthread_mutex_unlock(&r->lock);
        if (!more)
            return;
        work_on(r, at, who);
    }
}

/* Every worker does what it reads. */
static void go_and_fetch(struct ring *r, uint32_t who)
{
    for (;;) {
        pthread_mutex_lock(&r->lock);
        while (!r->stopped && !r->ended && (r->reading || r->read - r->written == r->room))
            pthread_cond_wait(&r->changed, &r->lock);
        uint64_t at = r->read;
        bool more = !r->stopped && !r->ended && read_one(r);
        pthread_mutex_unlock(&r->lock);
        if (!more)
            return;
        work_on(r, at, who);
    }
}

static void worker_run(void *context, uint32_t who)
{
    struct ring *r = context;
    if (r->pass->shared_out)
        go_through(r, who);
    else
        go_and_fetch(r, who);
}

/* --- the ring ----------------------------------------------------------------------------------- */

static bool batch_open(struct batch *b, uint32_t workers)
{
    b->frames = malloc(BATCH_FRAMES * sizeof *b->frames);
    b->bytes = malloc(BATCH_BYTES);
    b->texts = aligned_alloc(sizeof *b->texts, workers * sizeof *b->texts);
    if (b->texts != NULL)
        memset(b->texts, 0, workers * sizeof *b->texts);
    b->room = BATCH_BYTES;
    return b->frames != NULL && b->bytes != NULL && b->texts != NULL;
}

static void batch_close(struct batch *b, uint32_t workers)
{
    for (uint32_t i = 0; b->texts != NULL && i < workers; i++)
        sb_free(&b->texts[i].sb);
    free(b->frames);
    free(b->bytes);
    free(b->texts);
}

enum capture_result pass_run(struct pass *p, struct thr_error *error)
{
    struct ring r = { .pass = p,
                      .room = p->workers + (p->shared_out ? RING_BATCHES : 2),
                      .frames = BATCH_FRAMES_MIN,
                      .result = CAPTURE_END,
                      .lock = PTHREAD_MUTEX_INITIALIZER,
                      .changed = PTHREAD_COND_INITIALIZER };
    r.batches = calloc(r.room, sizeof *r.batches);
    bool open = r.batches != NULL;
    for (uint32_t i = 0; open && i < r.room; i++)
        open = batch_open(&r.batches[i], p->workers);
    if (!open || !crew_run(p->workers, worker_run, &r)) {
        r.result = CAPTURE_ERROR;
        thr_error_set(&r.error, THR_FAILED_MEMORY, 0, "There is not enough memory for %u threads.", p->workers);
    }
    for (uint32_t i = 0; r.batches != NULL && i < r.room; i++)
        batch_close(&r.batches[i], p->workers);
    free(r.batches);
    if (r.result == CAPTURE_ERROR && error != NULL)
        *error = r.error;
    return r.result;
}

void batch_frame_take(const struct batch_frame *f, struct thr_packet *p, const struct thr_session *s)
{
    p->frame = f->frame;
    p->from_file = f->from_file;
    p->frame.file_frame = &p->from_file;
    p->engine = s->engine;
    p->time_digits = f->digits;
    p->cumulative = f->cumulative;
}
