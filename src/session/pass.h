/* pass.h - going over a capture with several threads: frames are read in batches; what the threads make of the frames
   comes out in the frames' order. */
#ifndef SESSION_PASS_H
#define SESSION_PASS_H

#include "base/strbuf.h"
#include "session/session.h"

/* A frame, and what was made of it. */
struct batch_frame {
    struct frame_info frame;
    struct capture_frame from_file;  /* its pointers point into the batch */
    uint64_t cumulative;
    uint8_t digits;                  /* thr_packet.time_digits */
    uint8_t worker;                  /* whose it is, when frames are shared out */
    bool passes;                     /* it counts: a filter let it through */
    uint32_t result;                 /* a number that was made of it */
    uint32_t by;                     /* whose text has its */
    size_t text, text_len;           /* where */
};

/* On cache lines of its own: two threads write to neighbours. */
struct batch_text {
    _Alignas(128) struct strbuf sb;
};

struct batch {
    struct batch_frame *frames;
    uint32_t count;
    uint8_t *bytes;                  /* of the frames */
    uint32_t len, room;
    struct batch_text *texts;        /* one each of the workers */
    uint32_t left;                   /* workers that have not been through it */
};

struct pass {
    struct thr_session *session;
    uint32_t workers;                /* 1 to CREW_MAX */
    bool shared_out;                 /* a worker takes its own frames of every batch; else whole batches, as it comes */
    uint32_t keep;                   /* bytes at most that are kept of each frame; 0: all */
    /* Done to a frame, by one worker at a time; frames of one worker in their order when they are shared out. */
    void (*frame)(void *context, uint32_t who, struct batch *b, struct batch_frame *f);
    /* Done to a batch when all its frames are done, in the order of the batches, by one thread at a time.  False: enough. */
    bool (*finish)(void *context, struct batch *b);
    void *context;
};

/* Reads on to the end of the capture, or the session's limit.  CAPTURE_ERROR with *error filled when the capture ended
   so, or threads or memory could not be had. */
enum capture_result pass_run(struct pass *p, struct thr_error *error);

/* Makes the batch's frame the packet's. */
void batch_frame_take(const struct batch_frame *f, struct thr_packet *p, const struct thr_session *s);

#endif
