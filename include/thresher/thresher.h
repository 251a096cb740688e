/* thresher.h - the engine as a library: open a capture, look at its packets, print them.

   An engine is a configuration; it may serve any number of sessions and must outlive them.  A session
   is one opened capture.  Nothing is global: sessions in different threads do not know of each other;
   one session is used by one thread at a time.  Texts that functions return live until the next call
   that returns a text of the same packet, and at the longest until the next packet. */
#ifndef THRESHER_THRESHER_H
#define THRESHER_THRESHER_H

#include "thresher/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct thr_engine;
struct thr_session;
struct thr_packet;
struct thr_printer;

/* "0.1.0" */
THR_API const char *thr_version(void);

/* Receives text; 0, or an errno to stop with. */
typedef int thr_write(void *context, const char *text, size_t length);

/* --- configuration ---------------------------------------------------------------------------- */

/* NULL on failure.  The caller frees it after the last session. */
THR_API struct thr_engine *thr_engine_new(struct thr_error *error);
THR_API void thr_engine_free(struct thr_engine *engine);

/* "tcp.check_checksum:TRUE": as tshark's -o. */
THR_API enum thr_failure thr_engine_set(struct thr_engine *engine, const char *assignment, struct thr_error *error);
/* "tcp.port==8080,http": as tshark's -d. */
THR_API enum thr_failure thr_engine_decode_as(struct thr_engine *engine, const char *rule, struct thr_error *error);
/* What could have stood in a rule that was refused: layer types, or protocols of its layer type, a line each.
   Nothing for a rule whose words are all right. */
THR_API void thr_engine_decode_choices(struct thr_engine *engine, const char *rule, thr_write *write, void *context);
/* Switches a protocol, or a heuristic dissector, on or off; THR_FAILED_ARGUMENT if there is none of the name. */
THR_API enum thr_failure thr_engine_protocol(struct thr_engine *engine, const char *name, bool on,
                                             struct thr_error *error);
THR_API enum thr_failure thr_engine_heuristic(struct thr_engine *engine, const char *name, bool on,
                                              struct thr_error *error);
/* What is resolved to names: the letters of tshark's -N ("mnNtdv"; tshark's default is "m"), "" for nothing
   (-n).  Also makes vendor names known, which some fields show in any case.  Until it is called there are
   no names.  Before thr_engine_hosts. */
THR_API enum thr_failure thr_engine_names(struct thr_engine *engine, const char *letters, struct thr_error *error);
/* Reads a file in the form of /etc/hosts. */
THR_API enum thr_failure thr_engine_hosts(struct thr_engine *engine, const char *path, struct thr_error *error);

/* What packets that were looked at so far lack: a sentence about each database of places (GeoIP) that cannot be used, from
   0 on; NULL after the last.  It lives until names are set anew. */
THR_API const char *thr_engine_warning(const struct thr_engine *engine, unsigned which);

/* How the Time column is written: tshark's -t and -u. */
enum thr_time { THR_TIME_RELATIVE, THR_TIME_DELTA, THR_TIME_DELTA_DISPLAYED, THR_TIME_EPOCH, THR_TIME_CLOCK,
                THR_TIME_DATE, THR_TIME_DAY_OF_YEAR, THR_TIME_UTC_CLOCK, THR_TIME_UTC_DATE, THR_TIME_UTC_DAY_OF_YEAR };
THR_API void thr_engine_time(struct thr_engine *engine, enum thr_time time, bool hours_minutes);

/* --- display filters --------------------------------------------------------------------------- */

struct thr_filter;

/* What is wrong with a filter. */
struct thr_filter_problem {
    char text[400];         /* one sentence */
    char near_names[200];   /* fields that may have been meant, ", " between; "" */
    size_t at, length;      /* the place in the text, in bytes, if `placed` */
    bool placed;
};

/* The filter that the text says (wireshark-filter(4); docs/filters.md); NULL with *problem filled.  It never changes
   and may be used by any number of sessions and threads; the caller frees it after them, and before the engine. */
THR_API struct thr_filter *thr_filter_new(struct thr_engine *engine, const char *text,
                                          struct thr_filter_problem *problem);
THR_API void thr_filter_free(struct thr_filter *filter);
/* What is understood but should be written otherwise: one sentence, NULL after the last. */
THR_API const char *thr_filter_warning(const struct thr_filter *filter, unsigned which);
/* The problem for a person, without a newline at the end: the sentence, the text, and carets below the place. */
THR_API void thr_filter_problem_show(const char *text, const struct thr_filter_problem *problem, thr_write *write,
                                     void *context);
/* The filter's tree, its program and the fields that it needs, for a person. */
THR_API void thr_filter_explain(const struct thr_filter *filter, thr_write *write, void *context);
/* Filters, or macros, that the user keeps in Wireshark's files ("dfilters", "dmacros"), from 0 on: the text, and its
   name in *name; NULL after the last.  They live as long as the engine. */
THR_API const char *thr_filter_saved(struct thr_engine *engine, bool macro, unsigned which, const char **name);
/* Calls `each` for at most `max` names of fields that begin with `prefix`, in alphabetical order. */
typedef void thr_name(void *context, const char *name, const char *label);
THR_API void thr_filter_complete(const char *prefix, unsigned max, thr_name *each, void *context);

/* --- a capture -------------------------------------------------------------------------------- */

/* Opens a capture file; "-" is standard input. */
THR_API struct thr_session *thr_session_open(struct thr_engine *engine, const char *path, struct thr_error *error);
THR_API void thr_session_close(struct thr_session *session);

/* What is needed of the packets, before the first thr_session_next; nothing else is worked out. */
THR_API enum thr_failure thr_session_need_field(struct thr_session *session, const char *name, struct thr_error *error);
THR_API void thr_session_need_columns(struct thr_session *session);
THR_API void thr_session_need_everything(struct thr_session *session);
/* Reads the capture once before giving packets, so that links to later frames are known; a pipe then
   fails.  Done without being asked when a needed field depends on it and the input is a file. */
THR_API void thr_session_two_passes(struct thr_session *session);
enum { THR_THREADS_MAX = 64 };
/* How many threads may work on the capture, at most THR_THREADS_MAX; 0: one for each processor, when it is worth it
   (large files, two passes).  1 unless it is asked for.  The packets are the same with any number. */
THR_API void thr_session_threads(struct thr_session *session, unsigned threads);
/* Calls `tick` now and then while the capture is read, by one thread at a time; NULL: nobody. */
typedef void thr_tick(void *context);
THR_API void thr_session_tick(struct thr_session *session, thr_tick *tick, void *context);
/* Packets that do not pass are not given.  The filter must outlive the session; before the first packet.  A read
   filter is applied first, in a pass of its own, and those that pass are numbered anew: the input has to be a file. */
THR_API void thr_session_display_filter(struct thr_session *session, const struct thr_filter *filter);
THR_API void thr_session_read_filter(struct thr_session *session, const struct thr_filter *filter);
/* In two passes, gives also the frames that packets which pass the display filter were put together from, so that a copy
   of them is whole; thr_packet_passes tells them apart. */
THR_API void thr_session_keep_parts(struct thr_session *session);
/* How much of the file has been read, 0 to 1; 0 for a pipe. */
THR_API double thr_session_progress(const struct thr_session *session);
/* Stops after so many packets (0: no limit). */
THR_API void thr_session_limit(struct thr_session *session, uint64_t packets);

enum thr_next { THR_PACKET, THR_END, THR_FAILED };
/* The next packet.  It belongs to the session and lives until the next call.  THR_FAILED fills *error
   after all packets that could be read were given. */
THR_API enum thr_next thr_session_next(struct thr_session *session, const struct thr_packet **packet,
                                       struct thr_error *error);

/* --- packets at random ------------------------------------------------------------------------ */

struct thr_view;

/* Instead of thr_session_next: reads the whole file once, remembering where packets stand (24 bytes each)
   and what belongs to what.  A failure while reading leaves the packets before it usable. */
THR_API enum thr_failure thr_session_load(struct thr_session *session, struct thr_error *error);
/* How many packets there are, once loaded. */
THR_API uint64_t thr_session_packets(const struct thr_session *session);
/* A place to look at packets from: one for each thread; they do not disturb one another. */
THR_API struct thr_view *thr_view_open(const struct thr_session *session, struct thr_error *error);
/* Packet `number`, from 1: it lives until the view's next call, and is what thr_session_next gives in two passes. */
THR_API enum thr_failure thr_view_packet(struct thr_view *view, uint64_t number, const struct thr_packet **packet,
                                         struct thr_error *error);
THR_API void thr_view_close(struct thr_view *view);

/* --- a packet --------------------------------------------------------------------------------- */

enum thr_column { THR_COLUMN_NUMBER, THR_COLUMN_TIME, THR_COLUMN_SOURCE, THR_COLUMN_DESTINATION, THR_COLUMN_PROTOCOL,
                  THR_COLUMN_LENGTH, THR_COLUMN_INFO, THR_COLUMNS };

THR_API uint32_t thr_packet_number(const struct thr_packet *packet);
/* False for a frame that did not pass the display filter: thr_session_keep_parts. */
THR_API bool thr_packet_passes(const struct thr_packet *packet);
/* Text of a column; needs thr_session_need_columns. */
THR_API const char *thr_packet_column(const struct thr_packet *packet, enum thr_column column);

/* The tree, flat: nodes 0 .. count - 1 in the order in which they are printed. */
struct thr_node {
    const char *name;      /* "tcp.srcport"; "" for a line that cannot be asked for */
    unsigned depth;        /* 0: a protocol */
    uint32_t offset, length;  /* bytes of its source */
    unsigned source;       /* 0: the frame; others: reassembled or decoded bytes */
    bool hidden, generated;
};
THR_API uint32_t thr_packet_nodes(const struct thr_packet *packet);
THR_API struct thr_node thr_packet_node(const struct thr_packet *packet, uint32_t node);
/* "Source Port: 443" */
THR_API const char *thr_packet_label(const struct thr_packet *packet, uint32_t node);
/* "443" */
THR_API const char *thr_packet_value(const struct thr_packet *packet, uint32_t node);
/* The bytes of a source and their number. */
THR_API const uint8_t *thr_packet_bytes(const struct thr_packet *packet, unsigned source, uint32_t *count);

/* --- printing --------------------------------------------------------------------------------- */

enum thr_format { THR_FORMAT_TEXT, THR_FORMAT_FIELDS, THR_FORMAT_PDML, THR_FORMAT_PSML, THR_FORMAT_JSON,
                  THR_FORMAT_JSONRAW, THR_FORMAT_EK, THR_FORMAT_TABS };

/* Zero-initialised: the packet list.  Strings are the caller's and must live as long as the printer. */
struct thr_print {
    enum thr_format format;
    bool summary, details, bytes;  /* THR_FORMAT_TEXT: list line, tree, hex dump; none: list line */
    bool color, true_color;        /* the standard colouring rules; true_color: the terminal has 24-bit colours */
    bool coloring;                 /* details name the rule that colours the packet */
    const char *const *only;       /* -O: protocols whose details are shown, NULL at the end */
    const char *const *fields;     /* -e, NULL at the end */
    const char *const *filter;     /* -j, -J: NULL at the end */
    bool filter_whole;             /* -J */
    bool no_duplicate_keys;
    bool header, bom;              /* -E header=y, bom=y */
    char occurrence;               /* 'f', 'l', 'a' (0) */
    const char *separator, *aggregator;  /* NULL: tab, comma */
    char quote;                    /* 'd', 's', 'n' (0) */
    const char *line_separator;    /* -S */
    bool hex_frame_only, hex_no_ascii, hex_delimit;
    bool flush;                    /* after each packet */
};

/* A printer, which tells the session what it needs.  NULL when a field does not exist: the sentence
   names all of them. */
THR_API struct thr_printer *thr_printer_new(struct thr_session *session, const struct thr_print *how, thr_write *write,
                                            void *context, struct thr_error *error);
/* Around all packets. */
THR_API enum thr_failure thr_printer_head(struct thr_printer *printer, struct thr_error *error);
THR_API enum thr_failure thr_printer_packet(struct thr_printer *printer, const struct thr_packet *packet,
                                            struct thr_error *error);
/* Prints all packets of the session, with as many threads as it may use (thr_session_threads); instead of
   thr_session_next and thr_printer_packet.  THR_END, or THR_FAILED with *error: THR_FAILED_WRITE when `write` failed,
   else as thr_session_next. */
THR_API enum thr_next thr_printer_all(struct thr_printer *printer, struct thr_error *error);
THR_API enum thr_failure thr_printer_tail(struct thr_printer *printer, struct thr_error *error);
THR_API void thr_printer_free(struct thr_printer *printer);

/* --- copying ---------------------------------------------------------------------------------- */

struct thr_writer;

/* A capture file ("-": standard output) that packets of the session are copied to.  type: "pcapng", "pcap",
   ... as -F takes them, NULL for pcapng; compress: "gzip", "zstd", "lz4" or NULL; comments: on the whole file, in
   pcapng alone, each at most 65535 bytes, NULL after the last, or NULL; they are not kept.  THR_FAILED_ARGUMENT
   for a type that does not exist. */
THR_API struct thr_writer *thr_writer_open(struct thr_session *session, const char *path, const char *type,
                                           const char *compress, const char *const *comments, struct thr_error *error);
/* The types, from 0 on; NULL after the last. */
THR_API const char *thr_writer_type(unsigned which, const char **description);
/* True if there is a type, and a compression, of these names (NULL: not asked). */
THR_API bool thr_writer_knows(const char *type, const char *compress);
THR_API enum thr_failure thr_writer_packet(struct thr_writer *writer, const struct thr_packet *packet,
                                           struct thr_error *error);
/* Completes the file and frees the writer, also when it fails. */
THR_API enum thr_failure thr_writer_close(struct thr_writer *writer, struct thr_error *error);

/* --- reports ---------------------------------------------------------------------------------- */

/* What the program knows, in tshark's form: "fields", "protocols", "values", "decodes", ... as -G;
   "elastic-mapping=ip,udp" is the mapping of these protocols alone.
   THR_FAILED_ARGUMENT for a report that does not exist. */
THR_API enum thr_failure thr_report(struct thr_engine *engine, const char *name, thr_write *write, void *context,
                                    struct thr_error *error);

#ifdef __cplusplus
}
#endif
#endif
