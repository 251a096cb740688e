/* main.c - the program `thresher`: options to engine, session and printer; the loop over packets. */
#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int to_descriptor(void *context, const char *text, size_t length)
{
    const int *fd = context;
    while (length != 0) {
        ssize_t n = write(*fd, text, length);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0) {
            text += n;
            length -= (size_t)n;
        }
    }
    return 0;
}

static int each(struct thr_engine *engine, const char **list,
                enum thr_failure (*set)(struct thr_engine *, const char *, struct thr_error *))
{
    struct thr_error e;
    for (size_t i = 0; list != NULL && list[i] != NULL; i++)
        if (set(engine, list[i], &e) != THR_OK) {
            say("%s", e.text);
            return EXIT_BAD_OPTION;
        }
    return -1;
}

static enum thr_failure heuristic_on(struct thr_engine *e, const char *n, struct thr_error *x)
{
    return thr_engine_heuristic(e, n, true, x);
}
static enum thr_failure heuristic_off(struct thr_engine *e, const char *n, struct thr_error *x)
{
    return thr_engine_heuristic(e, n, false, x);
}
/* A protocol that does not exist is not complained of, as in tshark. */
static enum thr_failure protocol_on(struct thr_engine *e, const char *n, struct thr_error *x)
{
    return (void)thr_engine_protocol(e, n, true, x), THR_OK;
}
static enum thr_failure protocol_off(struct thr_engine *e, const char *n, struct thr_error *x)
{
    return (void)thr_engine_protocol(e, n, false, x), THR_OK;
}

static int configure(struct thr_engine *engine, const struct options *o)
{
    int status = each(engine, o->enable, protocol_on);
    if (status < 0)
        status = each(engine, o->disable, protocol_off);
    if (status < 0)
        status = each(engine, o->enable_heuristic, heuristic_on);
    if (status < 0)
        status = each(engine, o->disable_heuristic, heuristic_off);
    thr_engine_time(engine, o->time, o->hours_minutes);
    return status;
}

/* A line on standard error for work that takes over a second. */
struct progress {
    bool on, shown;
    struct timespec started, last;
    const struct thr_session *session;
};

static double seconds_since(struct timespec then, struct timespec now)
{
    return (double)(now.tv_sec - then.tv_sec) + (double)(now.tv_nsec - then.tv_nsec) / 1e9;
}

static void progress_show(void *context)
{
    struct progress *p = context;
    struct timespec now;
    if (!p->on)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_since(p->started, now) < 1 || seconds_since(p->last, now) < 0.2)
        return;
    p->last = now;
    p->shown = true;
    fprintf(stderr, "\rreading, %u %% ", (unsigned)(thr_session_progress(p->session) * 100));
}

static void progress_end(struct progress *p)
{
    if (p->shown)
        fputs("\r\033[K", stderr);
}

struct run {
    const struct options *o;
    struct thr_session *session;
    struct thr_printer *printer;  /* NULL: nothing is printed */
    struct thr_writer *writer;    /* NULL: nothing is copied */
    struct thr_filter *display, *read;  /* NULL: none */
    struct statistic *statistics;       /* NULL: none */
    struct progress progress;
};

/* One packet after the other, to be copied and perhaps printed. */
static enum thr_next copy_packets(struct run *r, struct thr_error *e)
{
    const struct thr_packet *packet;
    enum thr_next next;
    while ((next = thr_session_next(r->session, &packet, e)) == THR_PACKET) {
        if (r->writer != NULL && thr_writer_packet(r->writer, packet, e) != THR_OK)
            return THR_FAILED;
        if (r->printer != NULL && thr_packet_passes(packet) && thr_printer_packet(r->printer, packet, e) != THR_OK)
            return THR_FAILED;
    }
    return next;
}

static int unwritable(const struct run *r, const struct thr_error *e)
{
    if (e->system != EPIPE)
        say("%s", e->text);
    return e->system == EPIPE && r->o->plain_file ? EXIT_FINE
                                                  : EXIT_BAD_FILE; /* who leaves the pager has seen enough */
}

/* All packets.  What was printed so far is written before an error is told. */
static int loop(struct run *r)
{
    struct thr_error e = { 0 }, late = { 0 };
    if (r->printer != NULL && thr_printer_head(r->printer, &late) != THR_OK)
        return unwritable(r, &late);
    bool alone = r->printer != NULL && r->writer == NULL;
    enum thr_next next = alone ? thr_printer_all(r->printer, &e) : copy_packets(r, &e);
    progress_end(&r->progress);
    if (next == THR_FAILED && e.failure == THR_FAILED_WRITE)
        return unwritable(r, &e);
    if (r->printer != NULL && thr_printer_tail(r->printer, &late) != THR_OK)
        return unwritable(r, &late);
    if (next == THR_END)
        return EXIT_FINE;
    say("%s", e.text);
    return EXIT_BAD_FILE;
}

static bool prints(const struct options *o)
{
    return (!o->quiet && o->write == NULL) || o->print_while_writing || o->details || o->bytes || o->format_taken;
}

/* `thresher FILE NUMBER`: the packet's line, its fields and its bytes, with all that the file tells of it. */
static int show_packet(struct run *r)
{
    struct thr_error e = { 0 };
    const struct thr_packet *packet;
    enum thr_failure loaded = thr_session_load(r->session, &e);
    struct thr_view *view = loaded == THR_OK || thr_session_packets(r->session) != 0 ? thr_view_open(r->session, &e)
                                                                                     : NULL;
    int status = EXIT_BAD_FILE;
    if (view != NULL && thr_view_packet(view, r->o->packet, &packet, &e) == THR_OK &&
        thr_printer_packet(r->printer, packet, &e) == THR_OK && thr_printer_tail(r->printer, &e) == THR_OK)
        status = EXIT_FINE;
    else if (e.system != EPIPE)
        say("%s", e.text);
    thr_view_close(view);
    return status;
}

static int read_file(struct run *r, struct thr_engine *engine)
{
    struct thr_error e = { 0 };
    const struct options *o = r->o;
    int out = STDOUT_FILENO;
    r->session = thr_session_open(engine, o->file, &e);
    if (r->session == NULL) {
        say("%s", e.text);
        return EXIT_BAD_FILE;
    }
    r->progress.session = r->session;
    thr_session_tick(r->session, progress_show, &r->progress);
    thr_session_threads(r->session, o->threads);
    if (o->two_passes)
        thr_session_two_passes(r->session);
    if (r->display != NULL)
        thr_session_display_filter(r->session, r->display);
    if (r->o->write != NULL && r->o->two_passes)
        thr_session_keep_parts(r->session);
    if (r->read != NULL)
        thr_session_read_filter(r->session, r->read);
    thr_session_limit(r->session, o->count);
    int status = statistics_open(&r->statistics, r->session, o->statistics);
    if (status >= 0)
        return status;
    if (prints(o)) {
        r->printer = thr_printer_new(r->session, &o->print, to_descriptor, &out, &e);
        if (r->printer == NULL) {
            say("%s", e.text);
            return EXIT_BAD_OPTION;
        }
    }
    if (o->one_packet)
        return show_packet(r);
    if (o->write != NULL) {
        r->writer = thr_writer_open(r->session, o->write, o->write_format, o->compress,
                                    (const char *const *)o->comments, &e);
        if (r->writer == NULL) {
            say("%s", e.text);
            if (e.failure == THR_FAILED_ARGUMENT)
                help_file_types(stderr);
            return e.failure == THR_FAILED_ARGUMENT ? EXIT_BAD_OPTION : EXIT_BAD_FILE;
        }
    }
    status = loop(r);
    if (r->writer != NULL && thr_writer_close(r->writer, &e) != THR_OK && status == EXIT_FINE) {
        say("%s", e.text);
        status = EXIT_BAD_FILE;
    }
    int printed = statistics_print(r->statistics);
    return status != EXIT_FINE || printed < 0 ? status : printed;
}

/* Compiles -R and -Y, before the file is looked at; -1, or the exit status. */
static int make_filters(struct run *r, struct thr_engine *engine)
{
    const struct options *o = r->o;
    if (o->read_filter != NULL && o->read_filter[0] != '\0' && (r->read = filter_new(engine, o->read_filter)) == NULL)
        return EXIT_BAD_FILE;
    if (o->display_filter != NULL && o->display_filter[0] != '\0' &&
        (r->display = filter_new(engine, o->display_filter)) == NULL)
        return EXIT_BAD_FILE;
    return -1;
}

/* Lists are coloured on a terminal that can; -T pdml and psml carry colours wherever they go. */
static void set_colors(struct options *o, bool terminal)
{
    const char *depth = getenv("COLORTERM"), *term = getenv("TERM");
    bool list = o->print.format == THR_FORMAT_TEXT || o->print.format == THR_FORMAT_TABS;
    o->print.true_color = depth != NULL && (strcmp(depth, "truecolor") == 0 || strcmp(depth, "24bit") == 0);
    bool able = o->print.true_color || (term != NULL && strstr(term, "256color") != NULL);
    bool asked = o->color || (o->plain_file && getenv("NO_COLOR") == NULL);
    o->print.coloring = o->color;
    o->print.color = list ? asked && terminal && able : o->color;
}

int main(int argc, char **argv)
{
    struct options o = { 0 };
    struct thr_error e = { 0 };
    signal(SIGPIPE, SIG_IGN);
    if (argc > 1 && strcmp(argv[1], "-G") == 0)
        return report_print(argv + 2);
    if (argc > 1 && strcmp(argv[1], "filter") == 0)
        return filter_command(argc - 1, argv + 1);
    struct thr_engine *engine = o.engine = thr_engine_new(&e);
    if (engine == NULL || thr_engine_names(engine, "mNd", &e) != THR_OK) {
        say("%s", e.text);
        return EXIT_BAD_FILE;
    }
    int status = options_parse(&o, argc, argv);
    if (status < 0)
        status = configure(engine, &o);
    if (status < 0) {
        struct run r = { .o = &o };
        bool terminal = isatty(STDOUT_FILENO) != 0;
        r.progress.on = isatty(STDERR_FILENO) && (!terminal || o.write != NULL);
        clock_gettime(CLOCK_MONOTONIC, &r.progress.started);
        r.progress.last = r.progress.started;
        set_colors(&o, terminal);
        status = make_filters(&r, engine);
        pid_t pager = status < 0 && o.plain_file ? pager_open() : 0;
        if (status < 0)
            status = read_file(&r, engine);
        thr_printer_free(r.printer);
        thr_session_close(r.session);
        statistics_free(r.statistics);
        thr_filter_free(r.display);
        thr_filter_free(r.read);
        pager_close(pager);
        const char *warning;
        for (unsigned i = 0; (warning = thr_engine_warning(engine, i)) != NULL; i++)
            say("Warning: %s", warning);
    }
    thr_engine_free(engine);
    options_free(&o);
    return status;
}
