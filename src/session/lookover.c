/* lookover.c - sharing frames out among threads: the capture is looked over for what has to do with each other (shard.h), and
   every frame is given to one of the threads.

   Where a frame can be found in the midst of the file, each thread looks over stretches of it.  That it was a frame is only
   known when the stretch before comes to the same place; if not, that one is gone on with instead.  Other files are read to
   their end by each thread, which looks at every so many frames of them. */
#include "base/arena.h"
#include "base/crew.h"
#include "base/list.h"
#include "dissect/glance.h"
#include "session/pass.h"
#include "session/shard.h"
#include "session/state.h"

#include <stdlib.h>

enum { SHARD_BITS = 16, BATCH = 1 << 10, STRETCHES = 32 };  /* stretches for each thread */
_Static_assert(SHARDS <= 1 << SHARD_BITS && FRAME_WORK_MAX < 1 << (32 - SHARD_BITS),
               "a shard and its work in one number");

struct seen {
    uint32_t number;           /* shard, and work above SHARD_BITS */
    uint32_t size;             /* bytes to where the next frame begins */
};

/* Frames in a row that one thread looked over. */
struct stretch {
    _Alignas(CREW_APART) uint64_t begin;  /* place in the file; UINT64_MAX: no frame was found */
    uint64_t at;               /* where it was looked over to: the first frame not before the end */
    uint64_t end;              /* UINT64_MAX: that of the file */
    struct seen **batches;     /* BATCH frames each */
    size_t n_batches, room;
    size_t count;              /* of frames */
    uint64_t before;           /* frames of the file */
};

struct look {
    struct thr_session *session;
    struct sharding *sharding;
    struct shard_eye *eyes[CREW_MAX];
    struct thr_packet *packets[CREW_MAX];
    struct reading readings[CREW_MAX];
    struct arena memory[CREW_MAX];  /* of batches */
    struct stretch *stretches; /* room for STRETCHES of each thread */
    uint32_t n;                /* of them */
    uint64_t size;             /* of the file, bytes */
    _Atomic uint32_t next;     /* that nobody has taken, of looking over, and then of giving out */
    uint64_t time;             /* nanoseconds to go over frames that will not be passed over */
    bool even;                 /* nothing stands between the frames of the file: their sizes tell where they are */
    _Atomic bool failed;       /* no memory */
};

/* The frame at `from` was read plainly: all of it. */
static void read_whole(const struct look *l, struct reading *r, uint64_t from, struct thr_packet *p)
{
    if (capture_skip(r->capture, from, 0) && reading_next(r, l->session, &p->from_file, NULL) == CAPTURE_FRAME)
        reading_describe(r, p, l->session);
}

/* `r`: what read the frame at `from`, if it is there for a glance alone; else NULL. */
static uint32_t look_at_packet(const struct look *l, uint32_t who, struct reading *r, uint64_t from,
                               struct thr_packet *p)
{
    struct glance_walk walk;
    uint32_t shard = shard_on_a_way(l->sharding, l->eyes[who], &p->frame, p->from_file.bytes);
    if (shard == SHARD_UNTOLD) {
        glance_begin(&walk, l->session->engine->dissect, &p->frame, p->from_file.bytes);
        shard = shard_at_a_glance(l->sharding, &walk);
    }
    if (shard == SHARD_UNTOLD) {
        if (r != NULL)
            read_whole(l, r, from, p);
        shard = shard_closely(l->sharding, l->eyes[who], &p->frame, p->from_file.bytes);
    }
    return shard | frame_work(&p->from_file) << SHARD_BITS;
}

static bool keep(struct look *l, uint32_t who, struct stretch *t, struct seen seen)
{
    if (t->count / BATCH == t->n_batches) {
        struct seen **more = t->n_batches < t->room ? t->batches : list_grow(t->batches, &t->room, 16, sizeof *more);
        if (more == NULL)
            return false;
        t->batches = more;
        l->memory[who].large = true;
        more[t->n_batches] = arena_take(&l->memory[who], BATCH * sizeof **more);
        if (more[t->n_batches] == NULL)
            return false;
        t->n_batches++;
    }
    t->batches[t->count / BATCH][t->count % BATCH] = seen;
    t->count++;
    return true;
}

/* --- by stretches ------------------------------------------------------------------------------- */

static void stretch_read(struct look *l, uint32_t who, struct stretch *t)
{
    struct reading *r = &l->readings[who];
    struct thr_packet *p = l->packets[who];
    if (!capture_skip(r->capture, t->at, 0))
        return;
    while (t->at < t->end && capture_next_plainly(r->capture, &p->from_file) == CAPTURE_FRAME) {
        uint64_t next = capture_place(r->capture);
        reading_describe_plainly(r, p);
        if (!keep(l, who, t, (struct seen){ look_at_packet(l, who, r, t->at, p), (uint32_t)(next - t->at) })) {
            l->failed = true;
            return;
        }
        t->at = next;
    }
}

/* Where the stretch is to begin: with the first frame that does not stand before that. */
static uint64_t stretch_from(const struct look *l, uint32_t i) { return i < l->n ? l->size / l->n * i : UINT64_MAX; }

static void stretch_begin(struct look *l, struct capture *c, uint32_t i)
{
    struct stretch *t = &l->stretches[i];
    bool found = i == 0 || capture_guess_frame(c, stretch_from(l, i));
    t->begin = t->at = found ? capture_place(c) : UINT64_MAX;
    t->end = stretch_from(l, i + 1);
}

/* Processors are not equally fast: whoever is finished takes the next one. */
static void stretches_go(void *context, uint32_t who)
{
    struct look *l = context;
    for (uint32_t i; !l->failed && (i = l->next++) < l->n;) {
        if (i != 0)
            stretch_begin(l, l->readings[who].capture, i);
        if (l->stretches[i].at < l->stretches[i].end)
            stretch_read(l, who, &l->stretches[i]);
    }
}

/* False where no frame can be found in the midst of the file. */
static bool stretches_find(struct look *l)
{
    struct capture *c = l->readings[0].capture;
    uint64_t start = capture_place(c);
    l->n = l->session->threads * STRETCHES;
    l->size = capture_file_size(c);
    stretch_begin(l, c, 0);
    return capture_guess_frame(c, stretch_from(l, 1)) && capture_place(c) > start;
}

/* Those that did not begin with a frame are dropped, and the one before is gone on with. */
static void stretches_prove(struct look *l)
{
    struct stretch *t = &l->stretches[0];
    for (uint32_t i = 1; i < l->n && !l->failed; i++) {
        struct stretch *next = &l->stretches[i];
        if (t->at == next->begin) {
            t = next;
            continue;
        }
        next->count = 0;
        t->end = next->end;
        stretch_read(l, 0, t);
    }
}

/* False where that cannot be done. */
static bool look_by_stretches(struct look *l)
{
    struct thr_session *s = l->session;
    uint32_t open = 0;
    while (s->limit == 0 && open < s->threads && reading_open(&l->readings[open], s, NULL))
        open++;
    bool go = open == s->threads && stretches_find(l);
    if (go && !crew_run(s->threads, stretches_go, l))
        l->failed = true;
    if (go && !l->failed)
        stretches_prove(l);
    while (open > 0)
        capture_close(l->readings[--open].capture);
    return go;
}

/* --- by lots ------------------------------------------------------------------------------------ */

static bool look_at(void *context, uint32_t who, struct thr_packet *p, struct strbuf *out, uint32_t *number)
{
    const struct look *l = context;
    (void)out;
    *number = look_at_packet(l, who, NULL, 0, p);
    return true;
}

static bool look_keep(void *context, uint64_t frame, uint32_t number, const char *text, size_t len)
{
    struct look *l = context;
    (void)frame, (void)text, (void)len;
    bool kept = keep(l, 0, &l->stretches[0], (struct seen){ .number = number });
    l->failed = !kept;
    return kept;
}

static void look_by_lots(struct look *l)
{
    struct thr_session *s = l->session;
    struct pass pass = { .session = s,
                         .way = PASS_LOTS,
                         .workers = s->threads,
                         .packets = l->packets,
                         .frame = look_at,
                         .take = look_keep,
                         .context = l };
    struct thr_error ended = { 0 };
    l->n = 1;
    uint64_t start = crew_clock();
    pass_run(&pass, &ended);
    l->time = crew_clock() - start;
    if (ended.failure == THR_FAILED_MEMORY)
        l->failed = true;
    while (!l->failed && reading_next(&s->at, s, &s->packet.from_file, NULL) == CAPTURE_FRAME)
        ;  /* the other threads may have come to the end first: this capture has to know it all */
}

/* --- sharing out -------------------------------------------------------------------------------- */

static bool look_open(struct look *l, struct thr_session *s)
{
    l->session = s;
    l->sharding = sharding_new(s->engine->dissect);
    l->stretches = crew_alloc(s->threads * STRETCHES * sizeof *l->stretches);
    bool open = l->sharding != NULL && l->stretches != NULL;
    for (uint32_t i = 0; open && i < s->threads; i++)
        open = (l->eyes[i] = shard_eye_new(l->sharding)) != NULL &&
               (l->packets[i] = crew_alloc(sizeof(struct thr_packet))) != NULL;
    return open;
}

static void look_close(struct look *l)
{
    for (uint32_t i = 0; i < CREW_MAX; i++) {
        shard_eye_free(l->eyes[i]);
        free(l->packets[i]);
        arena_free(&l->memory[i]);
    }
    for (uint32_t i = 0; i < l->n; i++)
        free(l->stretches[i].batches);
    free(l->stretches);
    sharding_free(l->sharding);
}

/* Whether frames of others need not even be read: it is known where each stands, and nobody adds up all bytes or keeps times. */
static bool may_pass_over(const struct look *l)
{
    const struct columns *c = &l->session->engine->columns;
    bool adds = false;
    for (uint32_t i = 0; i < c->count; i++)
        adds |= column_needs_cumulative(&c->list[i]);
    return l->even && !adds && !l->session->keep_times;
}

static void give_out_stretch(const struct look *l, const struct stretch *t)
{
    struct shares_count count;
    shares_count_from(&count, l->session->shares, t->before + 1, t->count);
    for (size_t i = 0; i < t->count; i++) {
        struct seen seen = t->batches[i / BATCH][i % BATCH];
        uint32_t shard = sharding_one(l->sharding, (uint16_t)seen.number);
        shares_put(&count, t->before + i + 1, shard, seen.number >> SHARD_BITS, seen.size);
    }
    shares_count_end(&count);
}

static void give_out_go(void *context, uint32_t who)
{
    struct look *l = context;
    (void)who;
    for (uint32_t i; (i = l->next++) < l->n;)
        give_out_stretch(l, &l->stretches[i]);
}

/* False without memory. */
static bool give_out(struct thr_session *s, struct look *l)
{
    uint64_t count = 0;
    if (!sharding_apart(l->sharding)) {
        if (!s->two)
            s->threads = 1;  /* in a second pass all have something to do */
        return true;
    }
    for (uint32_t i = 0; i < l->n; i++) {
        l->stretches[i].before = count;
        count += l->stretches[i].count;
    }
    s->shares = shares_new(s->threads, count, may_pass_over(l));
    if (s->shares == NULL)
        return false;
    sharding_settle(l->sharding);
    l->next = 0;
    return crew_run(s->threads, give_out_go, l) && shares_settle(s->shares, l->time);
}

enum thr_failure parallel_share(struct thr_session *s, struct thr_error *error)
{
    struct look *l = crew_alloc(sizeof *l);
    bool fine = l != NULL && look_open(l, s);
    if (fine) {
        l->even = look_by_stretches(l);
        if (!l->even)
            look_by_lots(l);
        fine = !l->failed && give_out(s, l);
    }
    if (l != NULL)
        look_close(l);
    free(l);
    return fine ? session_rewind(s, error) : thr_error_memory(error);
}
