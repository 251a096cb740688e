/* state.h - what a session is, for the files of this folder. */
#ifndef SESSION_STATE_H
#define SESSION_STATE_H

#include "capture/index.h"
#include "filter/filter.h"
#include "flow/flow.h"
#include "session/session.h"

/* Reads frames of a session that was passed over once, for what is put together from several. */
struct other_frames {
    const struct thr_session *session;
    struct frame_reader *reader;
    struct capture_frame frame;
    struct frame_access access;
};

/* A filter and what runs it. */
struct session_filter {
    const struct filter *filter;  /* NULL: none */
    struct filter_state *state;
    struct wanted *wanted;        /* the filter's own needs */
};

struct thr_session {
    struct thr_engine *engine;
    char *path;
    struct capture *capture;
    struct capture *original;       /* the first one, when the file is read again: writers look at it to the end */
    struct wanted *wanted;
    struct flow_state *flows;
    struct thr_packet packet;       /* of sequential reading */
    bool started, two_passes;
    uint64_t limit;                 /* packets: at most; 0: all */
    struct nstime first, previous;  /* times of the first frame and of the one before */
    uint32_t blocks_seen;           /* pcapng blocks whose names were taken */
    struct other_frames others;     /* of the second pass */
    bool indexed;
    struct frame_index index;       /* of the first of two passes */
    bool loaded;                    /* thr_session_load was called */
    uint64_t packets;               /* of the first pass */
    struct session_filter display, read;
    struct wanted *both;            /* `wanted`, and what the filters need; NULL: there are none */
    struct wanted *memory;          /* what protocols have to remember of packets that are not shown; or NULL */
    bool twice;                     /* packets that pass the filter are dissected again for what is wanted */
    struct nstime displayed;        /* time of the packet that was given last */
    struct sift *sift;              /* what the display filter found beforehand; NULL: it is asked as packets come */
    bool want_parts;                /* thr_session_keep_parts was called */
    struct wanted *parts_wanted;    /* with it, a display filter and two passes */
    uint64_t *parts;                /* by number: a packet that passes was put together from it; NULL: not asked for */
    uint64_t *kept;                 /* by number: the packet passed the read filter; NULL: all do */
    bool shown_any;                 /* one was given */
    uint64_t number, shown;         /* of the frame that was read last, and what it is called */
    thr_tick *tick;                 /* called during it, or NULL */
    void *tick_context;
};

/* Fills what the packet's frame is, from p->from_file. */
void packet_describe(struct thr_packet *p, const struct thr_session *s, uint32_t number, struct nstime first,
                     struct nstime previous);
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

/* sift.c */

/* True if the display filter can go over the capture first. */
bool sift_serves(const struct thr_session *s);
/* NULL without memory. */
struct sift *sift_new(void);
void sift_free(struct sift *f);
/* The filter looks at the frame that was read; false without memory. */
bool sift_take(struct sift *f, struct thr_session *s, uint64_t number);
/* Whether the frame that was read has to do with one that passed; whether it passed itself. */
bool sift_matters(const struct sift *f, const struct thr_session *s);
bool sift_passed(const struct sift *f, uint64_t number);

/* parts.c: marks, in s->parts, the frames that the packet was put together from; and what has to be wanted for it. */
void parts_mark(struct thr_session *s);
struct wanted *parts_wanted(const struct thr_session *s);

/* False without memory. */
bool others_open(struct other_frames *o, const struct thr_session *s);
void others_close(struct other_frames *o);

#endif
