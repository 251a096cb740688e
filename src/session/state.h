/* state.h - what a session is, for the files of this folder. */
#ifndef SESSION_STATE_H
#define SESSION_STATE_H

#include "base/crew.h"
#include "capture/index.h"
#include "filter/filter.h"
#include "flow/flow.h"
#include "session/reading.h"
#include "session/session.h"
#include "session/shares.h"

_Static_assert((int)CREW_MAX == (int)THR_THREADS_MAX, "threads of a pass");

/* Reads frames of a session that was passed over once, for what is put together from several. */
struct other_frames {
    const struct thr_session *session;
    struct frame_reader *reader;
    struct capture_frame frame;
    struct frame_access access;
};

/* Frames in a row that one thread takes at once.  A multiple of 64: each has words of a set for itself. */
enum { SESSION_LOT = 128 };

/* A filter and what runs it. */
struct session_filter {
    const struct filter *filter;  /* NULL: none */
    struct filter_state *state;
    struct wanted *wanted;        /* the filter's own needs */
};

/* Somebody who looks at packets as they are read. */
struct session_tap {
    struct session_tap *next;
    struct wanted *wanted;
    session_tap_take *take;
    void *context;
};

struct thr_session {
    struct thr_engine *engine;
    char *path;
    struct reading at;              /* where sequential reading is */
    const struct capture *first;    /* opened first; read to its end, it knows all sections and interfaces */
    struct capture *original;       /* the same, once the file is read again: writers look at it to the end */
    struct wanted *wanted;
    struct flow_state *flows[CREW_MAX];  /* one each of those that frames are shared out among */
    uint32_t n_flows;
    struct shares *shares;          /* which of them is a frame's; NULL: the first has all */
    uint32_t threads, asked_threads;  /* that may be used; what the user said, 0: whatever is best */
    struct thr_packet packet;       /* of sequential reading */
    bool started, two_passes;
    bool two;                       /* there was a first pass */
    bool run_by_workers;            /* by session_run, not by thr_session_next */
    uint64_t limit;                 /* packets: at most; 0: all */
    struct other_frames others;     /* of the second pass */
    bool indexed, keep_times;       /* frames are found again; their times too, for whoever asks for those of others */
    struct frame_index index;       /* of the first of two passes */
    uint64_t *lot_bytes;            /* with it: bytes on the wire before each SESSION_LOT frames */
    size_t lots, lots_room;
    uint64_t noted_bytes;           /* of the frames that the first pass noted */
    enum capture_result ended;      /* how the first pass did, and why */
    struct thr_error ended_by;
    uint64_t again;                 /* how far several threads are in the second pass, for progress */
    bool loaded;                    /* thr_session_load was called */
    uint64_t packets;               /* of the first pass */
    struct session_filter display, read;
    struct session_tap *taps;       /* in the order in which they came */
    struct wanted *both;            /* `wanted`, and what filters and taps need; NULL: there are none */
    struct wanted *memory;          /* what protocols have to remember of packets that are not shown; or NULL */
    bool twice;                     /* packets that pass the filter are dissected again for what is wanted */
    struct nstime displayed;        /* time of the packet that was given last */
    struct sift *sift;              /* what the display filter found beforehand; NULL: it is asked as packets come */
    bool want_parts;                /* thr_session_keep_parts was called */
    struct wanted *parts_wanted;    /* with it, a display filter and two passes */
    uint64_t *parts;                /* by number: a packet that passes was put together from it; NULL: not asked for */
    uint64_t *kept;                 /* by number: the packet passed the read filter; NULL: all do */
    uint64_t *passing;              /* by number: it passes the display filter; NULL: that is asked as packets come */
    bool shown_any;                 /* one was given */
    uint64_t shown;                 /* what the frame that was read last is called, when it passed the read filter */
    thr_tick *tick;                 /* called during it, or NULL */
    void *tick_context;
};

/* Sets of frames: a bit a number. */
static inline bool session_marked(const struct thr_session *s, const uint64_t *set, uint64_t number)
{
    return number <= s->packets && (set[number / 64] >> (number & 63) & 1) != 0;
}
static inline void session_mark(const struct thr_session *s, uint64_t *set, uint64_t number)
{
    if (number <= s->packets)
        set[number / 64] |= (uint64_t)1 << (number & 63);
}
/* The capture that was passed over first: all its sections and interfaces are known, for reading frames again. */
static inline const struct capture *session_known(const struct thr_session *s) { return s->first; }
/* Whether the frame is given at all, after the filters that have gone over the capture. */
static inline bool session_gives(const struct thr_session *s, uint64_t number)
{
    return (s->kept == NULL || session_marked(s, s->kept, number)) &&
           (s->passing == NULL || session_marked(s, s->passing, number));
}
/* NULL without memory. */
uint64_t *session_set_new(const struct thr_session *s);

/* About how much work a frame is, 1 to FRAME_WORK_MAX: headers, whether there is more, and how much. */
enum { FRAME_WORK_HEADERS = 2, FRAME_WORK_BARE = 90, FRAME_WORK_BYTES = 700, FRAME_WORK_MAX = 1 << 12 };
static inline uint32_t frame_work(const struct capture_frame *f)
{
    uint32_t work = FRAME_WORK_HEADERS + (f->cap_len > FRAME_WORK_BARE) + f->cap_len / FRAME_WORK_BYTES;
    return work < FRAME_WORK_MAX ? work : FRAME_WORK_MAX;
}

/* Where what protocols remember of the frame is. */
static inline struct flow_state *session_flows(const struct thr_session *s, uint64_t number)
{
    return s->flows[s->shares != NULL ? shares_of(s->shares, number) : 0];
}

/* The next frame of the session, described, in s->packet: those that the read filter leaves out are passed over. */
enum capture_result session_read(struct thr_session *s, struct thr_error *error);
/* Begins at the first frame again; with a capture that was opened anew. */
enum thr_failure session_rewind(struct thr_session *s, struct thr_error *error);
/* Gets ready for the first packet: filters, first passes. */
enum thr_failure session_prepare(struct thr_session *s, struct thr_error *error);
/* What the printers want, and the filters. */
const struct wanted *session_all_wanted(const struct thr_session *s);
/* Dissects the packet and asks the display filter; the packet is dissected for what is wanted if it passes. */
bool session_take(const struct thr_session *s, struct session_filter *display, struct thr_packet *p);

/* The first pass came to the frame that was read: it is counted, and found again by the index.  False without memory. */
bool session_note(struct thr_session *s, const struct capture_frame *frame);
/* Several threads read again and have come to this frame; by the thread that called the session. */
void session_tell_again(struct thr_session *s, uint64_t number);

/* parallel.c */
/* How many threads the passes over the capture are worth. */
uint32_t parallel_threads(const struct thr_session *s);
/* lookover.c: finds out what belongs together and shares it out: s->shares. */
enum thr_failure parallel_share(struct thr_session *s, struct thr_error *error);
/* Dissects all frames for what protocols remember of them, and notes them. */
enum capture_result parallel_learn(struct thr_session *s, const struct wanted *nothing, struct thr_error *error);

/* reading.c: fills what the packet's frame is, from p->from_file. */
void packet_describe(struct thr_packet *p, const struct thr_session *s, const struct capture *file, uint32_t number,
                     struct nstime first, struct nstime previous);
/* Settles what is wanted and sets up dissecting; `keep_facts`: there will be another pass. */
enum thr_failure session_start(struct thr_session *s, bool keep_facts, struct thr_error *error);
/* The first pass: nothing is wanted but what protocols remember.  The failure that ended it, if one did. */
enum thr_failure session_learn(struct thr_session *s, struct thr_error *error);

/* filter.c */
/* False without memory.  `packet` is the one whose columns the filter looks at. */
bool session_filter_open(struct session_filter *f, const struct thr_session *s, const struct thr_packet *packet);
void session_filter_close(struct session_filter *f);
/* Dissects the packet for the filter alone and tests it. */
bool session_filter_passes(struct session_filter *f, struct thr_packet *packet);

/* tap.c */
/* Adds what they look at. */
void session_taps_want(const struct thr_session *s, struct wanted *w);
/* Shows them the packet, which is dissected for all of them. */
void session_taps_run(const struct thr_session *s, const struct thr_packet *p);
void session_taps_close(struct thr_session *s);

/* sift.c */

/* True if the display filter can go over the capture first. */
bool sift_serves(const struct thr_session *s);
/* NULL without memory. */
struct sift *sift_new(const struct thr_session *s);
void sift_free(struct sift *f);
/* The filter looks at the frame that was read; false without memory. */
bool sift_take(struct sift *f, struct thr_session *s, uint64_t number);
/* True once packets turned up that the filter cannot be asked of beforehand. */
bool sift_gives_up(const struct sift *f);
/* Before a frame is read again: passes over those that do not matter, as far as that is known of many at once. */
void sift_skip(struct sift *f, struct thr_session *s);
/* After the last frame. */
void sift_settle(struct sift *f);
/* What a frame is dissected for: s->wanted if it passes, what has to be remembered of it for one that passes later, or NULL. */
const struct wanted *sift_wanted(const struct sift *f, const struct thr_session *s, uint64_t number);

/* parts.c: marks, in s->parts, the frames that the packet was put together from; and what has to be wanted for it. */
void parts_mark(struct thr_session *s);
struct wanted *parts_wanted(const struct thr_session *s);

/* False without memory. */
bool others_open(struct other_frames *o, const struct thr_session *s);
void others_close(struct other_frames *o);
/* Frames that `held` holds are looked at there (frame_reader_beside). */
void others_beside(struct other_frames *o, const struct window *held);

#endif
