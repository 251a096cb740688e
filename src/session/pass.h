/* pass.h - going over a capture with several threads.  Each reads the file for itself and works on its own frames; what
   the threads make of frames comes out in the frames' order. */
#ifndef SESSION_PASS_H
#define SESSION_PASS_H

#include "base/strbuf.h"
#include "session/session.h"

enum pass_way {
    PASS_SHARED,  /* each worker takes the frames that are shared out to it, in their order */
    PASS_LOTS,    /* each takes the next lot of frames in a row */
    PASS_AGAIN,   /* the same; the session was passed over before: frames are read where they stand */
};

struct pass {
    struct thr_session *session;
    enum pass_way way;
    uint32_t workers;                /* 1 to CREW_MAX */
    struct thr_packet *const *packets;  /* one each of the workers, which frames are described in */
    struct other_frames *const *others;  /* PASS_AGAIN: what they look at other frames with, one each; may be NULL */
    struct flow_order *order;        /* PASS_SHARED: is told how far the workers are; may be NULL */
    /* May be NULL.  What a worker does before its first frame.  False: no memory. */
    bool (*begin)(void *context, uint32_t who);
    /* Not with PASS_AGAIN; may be NULL.  Called by the first worker with every frame of the file, in order.  False: no
       memory. */
    bool (*seen)(void *context, const struct capture_frame *f);
    /* Called with each frame by the worker whose it is.  True if something was made of it: text added to *out, and a
       number. */
    bool (*frame)(void *context, uint32_t who, struct thr_packet *p, struct strbuf *out, uint32_t *number);
    /* May be NULL.  Takes what was made of frames in their order, by one thread at a time; false: no more is wanted. */
    bool (*take)(void *context, uint64_t frame, uint32_t number, const char *text, size_t len);
    bool together;                   /* it may have the text of several frames at once, as that of the first */
    void *context;
};

/* Goes over the capture from its first frame to its end, or the session's limit.  CAPTURE_ERROR with *error filled when
   the capture ended so, or threads or memory could not be had. */
enum capture_result pass_run(struct pass *p, struct thr_error *error);

#endif
