/* session.h - one opened capture, as the layers above see it: the packet that a session gives. */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "capture/capture.h"
#include "dissect/dissect.h"
#include "dissect/resolver.h"
#include "filter/filter.h"
#include "session/columns.h"
#include "session/saved.h"
#include "thresher/thresher.h"

struct thr_engine {
    struct engine *dissect;
    void *names;                   /* names/ owns what it is, and gives the function that frees it */
    void (*names_free)(void *names);
    struct resolver resolver;
    enum thr_time time;
    bool hours_minutes;
    struct columns columns;        /* of the packet list */
    char name_letters[16];         /* what is resolved, as -N takes it */
    struct saved_list macros, saved_filters;  /* of the configuration folder, once `saved_known` */
    bool saved_known;
    bool no_geography;             /* places of addresses are not looked up */
    bool show_hidden;              /* hidden fields are printed with the others */
};

/* What a packet is to the printers. */
struct thr_packet {
    struct dissect d;
    struct frame_info frame;
    struct capture_frame from_file;
    const struct thr_engine *engine;
    unsigned time_digits;          /* decimals that the interface's time stamps have */
    uint64_t cumulative;           /* bytes on the wire of all packets up to this one; 0 when not read in order */
    bool passes;                   /* false: given only because a packet that passed was put together from it */
    struct strbuf text;            /* what thr_packet_... returned last */
};

/* Appends a column's text. */
void packet_column(struct strbuf *sb, const struct thr_packet *p, enum thr_column column);

/* What filters of this engine may look at: columns, macros. */
struct filter_host engine_filter_host(const struct thr_engine *e);
/* Columns that a filter looks at are this packet's from now on. */
void packet_filter_columns(struct filter_state *s, const struct thr_packet *p);

/* Calls `take` with every packet that is read, whatever the display filter leaves out: what statistics are made from.
   Before the first packet.  The caller marks the fields that it looks at in what is returned, which is the session's; NULL
   without memory. */
typedef void session_tap_take(void *context, const struct thr_packet *packet);
struct wanted *session_tap(struct thr_session *s, session_tap_take *take, void *context);

/* Work that may be done to packets by several threads. */
struct session_work {
    void *context;
    /* What a thread needs for itself; NULL without memory. */
    void *(*worker_new)(void *context);
    void (*worker_free)(void *worker);
    /* Makes text of a packet that passes. */
    void (*packet)(void *worker, const struct thr_packet *p, struct strbuf *out);
    /* Takes the text of one packet, in their order, by one thread at a time; false: no more. */
    bool (*write)(void *context, const char *text, size_t len);
    bool together;  /* or of several in a row */
};

/* Gets ready for the first packet.  *several: session_run may be called, instead of thr_session_next. */
enum thr_failure session_begin(struct thr_session *s, bool *several, struct thr_error *error);
/* Gives all packets to `work`, as thr_session_next would one by one; THR_END, or THR_FAILED with *error. */
enum thr_next session_run(struct thr_session *s, const struct session_work *work, struct thr_error *error);

const char *session_path(const struct thr_session *s);
struct wanted *session_wanted(struct thr_session *s);
struct capture *session_capture(const struct thr_session *s);
const struct thr_engine *session_engine(const struct thr_session *s);

#endif
