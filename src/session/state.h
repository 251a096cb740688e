/* state.h - what a session is, for the files of this folder. */
#ifndef SESSION_STATE_H
#define SESSION_STATE_H

#include "capture/index.h"
#include "flow/flow.h"
#include "session/session.h"

struct thr_session {
    struct thr_engine *engine;
    char *path;
    struct capture *capture;
    struct wanted *wanted;
    struct flow_state *flows;
    struct thr_packet packet;       /* of sequential reading */
    bool started, two_passes;
    uint64_t limit, given;          /* packets: at most, so far */
    struct nstime first, previous;  /* times of the first frame and of the one before */
    uint32_t blocks_seen;           /* pcapng blocks whose names were taken */
    bool indexed;
    struct frame_index index;       /* thr_session_load */
    uint64_t packets;               /* of the first pass */
    thr_tick *tick;                 /* called during it, or NULL */
    void *tick_context;
};

/* Fills what the packet's frame is, from p->from_file. */
void packet_describe(struct thr_packet *p, const struct thr_session *s, uint32_t number, struct nstime first,
                     struct nstime previous);
/* Settles what is wanted and sets up dissecting. */
enum thr_failure session_start(struct thr_session *s, bool keep_facts, struct thr_error *error);
/* The first pass: nothing is wanted but what protocols remember.  The failure that ended it, if one did. */
enum thr_failure session_learn(struct thr_session *s, struct thr_error *error);

#endif
