/* cli.h - the parts of the program: options, the texts of help and errors, the pager.
   They use the public API alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "thresher/thresher.h"

#include <stdio.h>
#include <sys/types.h>

/* Exit statuses, as tshark's. */
enum { EXIT_FINE = 0, EXIT_BAD_OPTION = 1, EXIT_BAD_FILE = 2 };

/* The command line.  Strings point into argv or `owned`; options_free frees the lists. */
struct options {
    struct thr_engine *engine;    /* set before parsing: -o, -d, -n, -N and -H are done as they are met */
    const char *file;             /* -r, or the only word */
    bool plain_file;              /* called as `thresher FILE`: colours, pager, progress */
    bool one_packet;              /* called as `thresher FILE NUMBER`: all about this packet */
    unsigned long long packet;
    const char *interface;        /* -i */
    const char *list;             /* -L or --list-time-stamp-types was given */
    const char *write;            /* -w */
    const char *write_format;     /* -F */
    const char *compress;         /* --compress-type */
    const char **comments;        /* --capture-comment */
    const char *display_filter;   /* -Y, or words; NULL: none */
    const char *read_filter;      /* -R */
    bool print_while_writing;     /* -P */
    bool quiet;                   /* -q: no packets, when nothing else asks for them */
    bool two_passes;              /* -2 */
    unsigned long count;          /* -c; 0: all */
    unsigned threads;             /* --threads; 0: one for each processor */
    const char *names;            /* the letters of all -N; NULL: none */
    enum thr_time time;
    bool format_taken;            /* -T was given */
    bool names_written;           /* -W n: as tshark, there are none to write when a file is copied */
    bool hours_minutes, color;
    bool details, bytes, summary;
    const char **enable, **disable, **enable_heuristic, **disable_heuristic;
    const char **fields, **only, **filter;
    const char **statistics;      /* -z */
    char **owned;                 /* NULL at the end */
    struct thr_print print;
};

/* Parses argv.  -1: go on; otherwise the exit status, everything having been said. */
int options_parse(struct options *o, int argc, char **argv);
void options_free(struct options *o);

void help_usage(FILE *to);
void help_version(FILE *to);
void help_formats(FILE *to);       /* what -T takes */
void help_times(FILE *to);         /* what -t takes */
void help_field_options(FILE *to); /* what -E takes */
void help_hexdump(FILE *to);
void help_reports(FILE *to);       /* what -G takes */
void help_statistics(FILE *to);    /* what -z takes */
void help_file_types(FILE *to);    /* what -F takes */

/* -G: prints the report that the words after it name (none: fields); exit status. */
int report_print(char **words);

/* The filter of the text; NULL: told on standard error, as tshark tells it. */
struct thr_filter *filter_new(struct thr_engine *engine, const char *text);
/* `thresher filter ...`: exit status. */
int filter_command(int argc, char **argv);

/* statistics.c: what -z asks for. */

struct statistic;
/* False, having told what there is, when no statistic has this name. */
bool statistic_known(const char *text);
/* Sets up those of the list (NULL at the end; or NULL) before the session's first packet: *list is the last of them.
   -1, or the exit status. */
int statistics_open(struct statistic **list, struct thr_session *session, const char *const *texts);
/* Prints them on standard output, the last one first as tshark does; -1, or the exit status. */
int statistics_print(const struct statistic *list);
/* After the session was closed. */
void statistics_free(struct statistic *list);

/* A kind of statistic. */
struct statistic_kind {
    const char *name;  /* as -z takes it: "follow,tcp" */
    /* What the words after the name ask for; NULL, having told why. */
    void *(*open)(struct thr_session *session, const struct statistic_kind *kind, const char *rest);
    bool (*print)(const struct statistic_kind *kind, void *state);  /* false, having told why it is not all */
    void (*free)(void *state);
};
void *follow_open(struct thr_session *session, const struct statistic_kind *kind, const char *rest);
bool follow_print(const struct statistic_kind *kind, void *state);
void follow_free(void *state);

/* Sends standard output through $PAGER if it is a terminal; pager_close waits for it. */
pid_t pager_open(void);  /* 0: no pager */
void pager_close(pid_t pager);

/* "thresher: ..." on standard error. */
void say(const char *format, ...) THR_PRINTF(1, 2);

#endif
