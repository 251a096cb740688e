/* reading.h - going over the frames of a session's file in order.  Each thread may do so for itself. */
#ifndef SESSION_READING_H
#define SESSION_READING_H

#include "session/session.h"

struct reading {
    struct capture *capture;
    uint64_t number;                /* of the frame that was read last; 0: none was */
    struct nstime first, before, time;  /* of the first frame, of the one before this, of this */
    uint64_t cumulative;            /* bytes on the wire up to this one */
    uint64_t passed;                /* where the frame before the next one begins, when it was passed over; else 0 */
    uint32_t blocks_seen;           /* pcapng blocks whose names were taken */
    bool leads;                     /* takes names from the file, tells how far it is */
};

/* Where a frame begins, and what was known before it was read. */
struct reading_mark {
    uint64_t place, number, cumulative;
    struct nstime time;
};

/* Opens the session's file once more; close with capture_close(r->capture). */
bool reading_open(struct reading *r, const struct thr_session *s, struct thr_error *error);
/* The next frame, up to the session's limit. */
enum capture_result reading_next(struct reading *r, const struct thr_session *s, struct capture_frame *frame,
                                 struct thr_error *error);
/* Of the frame that was read last. */
struct reading_mark reading_mark(const struct reading *r, const struct capture_frame *frame);
/* Goes on with a frame further on, if the file can be read from there, else as before.  All that the file tells between must
   be frames. */
void reading_skip(struct reading *r, const struct reading_mark *to);
/* Goes over the next `frames` frames without reading them, in a file that capture_time_at serves: the last of them begins at
   `last`, and the next one at `next`.  Not over the first one of the file. */
void reading_pass_over(struct reading *r, const struct thr_session *s, uint64_t frames, uint64_t last, uint64_t next);
/* Makes that frame, which stands in p->from_file, the packet's: as far as a glance looks (glance.h) ... */
void reading_describe_plainly(const struct reading *r, struct thr_packet *p);
/* ... and wholly. */
void reading_describe(const struct reading *r, struct thr_packet *p, const struct thr_session *s);

#endif
