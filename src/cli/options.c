/* options.c - tshark's options that read files, as a table, with its sentences when one is wrong. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every line says who speaks, but those that continue a list. */
void say(const char *format, ...)
{
    va_list args;
    char *text = NULL, *rest;
    fflush(stdout);
    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        text = NULL;
    va_end(args);
    rest = text;
    for (char *line; (line = strsep(&rest, "\n")) != NULL;)
        fprintf(stderr, "%s%s\n", line[0] != '\0' && line[0] != '\t' && line[0] != '(' ? "thresher: " : "", line);
    free(text);
}

/* --- lists -------------------------------------------------------------------------------------- */

/* Adds a word to a list that ends with NULL. */
static int add(const char ***list, const char *word)
{
    size_t n = 0;
    while (*list != NULL && (*list)[n] != NULL)
        n++;
    const char **more = realloc(*list, (n + 2) * sizeof *more);
    if (more == NULL) {
        say("There is not enough memory.");
        return EXIT_BAD_OPTION;
    }
    more[n] = word;
    more[n + 1] = NULL;
    *list = more;
    return -1;
}

/* Cleared memory that lives as long as the options; NULL when there is none. */
static char *owned(struct options *o, size_t size)
{
    char *text = calloc(1, size);
    if (text != NULL && add((const char ***)&o->owned, text) >= 0) {
        free(text);
        return NULL;
    }
    return text;
}

/* Adds the words of `text` between any of `between`. */
static int split(struct options *o, const char ***list, const char *text, const char *between)
{
    size_t size = strlen(text) + 1;
    char *rest = owned(o, size);
    int status = rest != NULL ? -1 : EXIT_BAD_OPTION;
    if (rest != NULL)
        memcpy(rest, text, size);
    for (char *word; status < 0 && (word = strsep(&rest, between)) != NULL;)
        if (*word != '\0')
            status = add(list, word);
    return status; // NOLINT(clang-analyzer-unix.Malloc): the options own it
}

/* A positive decimal number; what: "packet count". */
static int take_number(const char *what, const char *text, unsigned long *number)
{
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (end == text || *end != '\0')
        say("The specified %s \"%s\" isn't a decimal number", what, text);
    else if (n < 0)
        say("The specified %s \"%s\" is a negative number", what, text);
    else if (n == 0)
        say("The specified %s is zero", what);
    else if (errno != 0 || n > 0x7fffffff)
        say("The specified %s \"%s\" is too large (greater than 2147483647)", what, text);
    else {
        *number = (unsigned long)n;
        return -1;
    }
    return EXIT_BAD_OPTION;
}

/* Lists what a -d could have said. */
static int to_stderr(void *context, const char *text, size_t length)
{
    (void)context;
    return fwrite(text, 1, length, stderr) == length ? 0 : EIO;
}

/* Sentences of failures of the engine. */
static int heard(enum thr_failure failed, const struct thr_error *e)
{
    if (failed != THR_OK)
        say("%s", e->text);
    return failed != THR_OK ? EXIT_BAD_OPTION : -1;
}

static int not_here(const char *option, const char *what)
{
    say("%s is for %s, which this version does not do; it reads capture files (-r FILE).", option, what);
    return EXIT_BAD_OPTION;
}

/* --- one function an option: -1 to go on, else the exit status ----------------------------------- */

static int take_stop(struct options *o, const char *text)
{
    unsigned long ignored;
    const char *colon = strchr(text, ':');
    size_t len = colon != NULL ? (size_t)(colon - text) : 0;
    if (colon != NULL && strncmp(text, "packets", len) == 0 && len == 7)
        return take_number("packet write count", colon + 1, &o->count);
    if (colon != NULL && strncmp(text, "filesize", len) == 0 && len == 8) {
        int status = take_number("autostop filesize", colon + 1, &ignored);
        return status < 0 ? not_here("-a filesize", "live capture") : status;
    }
    if (colon != NULL && strncmp(text, "files", len) == 0 && len == 5)
        say("Multiple capture files requested, but a capture isn't being done.");
    else if (colon != NULL && strncmp(text, "duration", len) == 0 && len == 8)
        say("A maximum capture time was specified, but a capture isn't being done.");
    else
        say("Invalid or unknown -a flag \"%s\"", text);
    return EXIT_BAD_OPTION;
}

static int take_count(struct options *o, const char *text) { return take_number("packet count", text, &o->count); }

static int take_threads(struct options *o, const char *text)
{
    unsigned long count;
    int status = take_number("number of threads", text, &count);
    o->threads = count < THR_THREADS_MAX ? (unsigned)count : THR_THREADS_MAX;
    return status;
}

static int take_profile(struct options *o, const char *text)
{
    (void)o;
    if (strcmp(text, "Default") == 0)
        return -1;
    say("Configuration Profile \"%s\" does not exist", text);
    return EXIT_BAD_OPTION;
}

static int decode_as(struct options *o, const char *rule)
{
    struct thr_error e = { 0 };
    int status = heard(thr_engine_decode_as(o->engine, rule, &e), &e);
    if (status >= 0)
        thr_engine_decode_choices(o->engine, rule, to_stderr, NULL);
    return status;
}

static int take_decode_as(struct options *o, const char *text)
{
    const char *equal = strchr(text, '=');
    if (equal == NULL || equal[1] == '=')
        return decode_as(o, text);
    char *fixed = owned(o, strlen(text) + 2);
    if (fixed == NULL)
        return EXIT_BAD_OPTION;
    snprintf(fixed, strlen(text) + 2, "%.*s=%s", (int)(equal - text), text, equal);
    say("WARNING: -d requires \"==\" instead of \"=\". Option will be treated as \"%s\"", fixed);
    return decode_as(o, fixed);
}

static int take_setting(struct options *o, const char *text)
{
    struct thr_error e = { 0 };
    return heard(thr_engine_set(o->engine, text, &e), &e);
}

static int take_hosts(struct options *o, const char *text)
{
    struct thr_error e = { 0 };
    return heard(thr_engine_hosts(o->engine, text, &e), &e);
}

static int take_names(struct options *o, const char *text)
{
    struct thr_error e = { 0 };
    size_t len = strlen(o->names != NULL ? o->names : "") + strlen(text) + 1;
    char *all = owned(o, len);
    if (all == NULL)
        return EXIT_BAD_OPTION;
    snprintf(all, len, "%s%s", o->names != NULL ? o->names : "", text);
    o->names = all;
    return heard(thr_engine_names(o->engine, all, &e), &e);
}

static int take_format(struct options *o, const char *text)
{
    static const struct {
        const char *name;
        enum thr_format format;
    } formats[] = {
        { "text", THR_FORMAT_TEXT },       { "tabs", THR_FORMAT_TABS }, { "fields", THR_FORMAT_FIELDS },
        { "pdml", THR_FORMAT_PDML },       { "psml", THR_FORMAT_PSML }, { "json", THR_FORMAT_JSON },
        { "jsonraw", THR_FORMAT_JSONRAW }, { "ek", THR_FORMAT_EK },
    };
    if (o->format_taken) {
        say("Multiple -T parameters are unsupported");
        return EXIT_BAD_OPTION;
    }
    o->format_taken = true;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, text) == 0) {
            o->print.format = formats[i].format;
            return -1;
        }
    if (strcmp(text, "ps") == 0)
        say("PostScript (-T ps) is not written by this version; print the text (-T text) with a tool like enscript.");
    else
        say("Invalid -T parameter \"%s\"; it must be one of:", text);
    help_formats(stderr);
    return EXIT_BAD_OPTION;
}

static int take_time(struct options *o, const char *text)
{
    static const char *const names[] = { "r", "d", "dd", "e", "a", "ad", "adoy", "u", "ud", "udoy" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], text) == 0) {
            o->time = (enum thr_time)i;
            return -1;
        }
    say("Invalid time stamp type \"%s\"; it must be one of:", text);
    help_times(stderr);
    return EXIT_BAD_OPTION;
}

static int take_seconds(struct options *o, const char *text)
{
    if (strcmp(text, "s") != 0 && strcmp(text, "hms") != 0) {
        say("Invalid seconds type \"%s\"; it must be one of:", text);
        fputs("\t\"s\"   for seconds\n\t\"hms\" for hours, minutes and seconds\n", stderr);
        return EXIT_BAD_OPTION;
    }
    o->hours_minutes = text[0] == 'h';
    return -1;
}

/* The character that a -E option names: "/t", "/s", a backslash for "/" and anything else, or the first of the text. */
static const char *between_text(struct options *o, const char *text)
{
    char *one = owned(o, 2);
    if (one == NULL)
        return NULL;
    if (text[0] != '/' || text[1] == '\0')
        one[0] = text[0];
    else
        one[0] = text[1] == 't' ? '\t' : text[1] == 's' ? ' ' : '\\';
    return one;
}

static bool field_option(struct options *o, const char *name, size_t len, const char *value)
{
    struct thr_print *p = &o->print;
    bool yes = value[0] == 'y', no = value[0] == 'n';
#define IS(word) (len == sizeof(word) - 1 && strncmp(name, word, len) == 0)
    if (IS("header") && (yes || no))
        p->header = yes;
    else if (IS("bom") && (yes || no))
        p->bom = yes;
    else if (IS("separator"))
        p->separator = between_text(o, value);
    else if (IS("aggregator"))
        p->aggregator = between_text(o, value);
    else if (IS("occurrence") && strchr("fla", value[0]) != NULL)
        p->occurrence = value[0];
    else if (IS("quote") && strchr("dsn", value[0]) != NULL)
        p->quote = value[0];
    else
        return false;
#undef IS
    return true;
}

static int take_field_option(struct options *o, const char *text)
{
    const char *equal = strchr(text, '=');
    size_t len = equal != NULL ? (size_t)(equal - text) : strlen(text);
    if (equal != NULL && equal[1] != '\0' && field_option(o, text, len, equal + 1))
        return -1;
    say("\"%.*s\" is not a valid field output option=value pair.", (int)len, text);
    help_field_options(stderr);
    return EXIT_BAD_OPTION;
}

static int take_hexdump(struct options *o, const char *text)
{
    o->bytes = true;
    if (strcmp(text, "help") == 0) {
        help_hexdump(stdout);
        return EXIT_FINE;
    }
    if (strcmp(text, "all") == 0)
        o->print.hex_frame_only = false;
    else if (strcmp(text, "frames") == 0)
        o->print.hex_frame_only = true;
    else if (strcmp(text, "ascii") == 0)
        o->print.hex_no_ascii = o->print.hex_delimit = false;
    else if (strcmp(text, "delimit") == 0)
        o->print.hex_delimit = true;
    else if (strcmp(text, "noascii") == 0)
        o->print.hex_no_ascii = true;
    else {
        say("\"%s\" is an invalid value for --hexdump <hexoption>", text);
        fputs("For valid <hexoption> values enter: thresher --hexdump help\n", stderr);
        return EXIT_BAD_OPTION;
    }
    return -1;
}

static int take_filter(struct options *o, const char *text, bool whole)
{
    if (o->filter != NULL) {
        say("-j or -J was already specified. Overwriting previous protocol filter.");
        o->filter[0] = NULL;
    }
    o->print.filter_whole = whole;
    return split(o, &o->filter, text, " ,");
}

static int take_filter_flat(struct options *o, const char *text) { return take_filter(o, text, false); }
static int take_filter_whole(struct options *o, const char *text) { return take_filter(o, text, true); }

static int take_file_type(struct options *o, const char *text)
{
    o->write_format = text;
    if (thr_writer_knows(text, NULL))
        return -1;
    say("\"%s\" isn't a valid capture file type", text);
    help_file_types(stderr);
    return EXIT_BAD_OPTION;
}

static int take_compress(struct options *o, const char *text)
{
    o->compress = strcmp(text, "none") != 0 ? text : NULL;
    if (thr_writer_knows(NULL, o->compress))
        return -1;
    say("parameter of --compress-type can be 'none', 'gzip', 'zstd' or 'lz4'");
    return EXIT_BAD_OPTION;
}

static int take_only(struct options *o, const char *text)
{
    o->details = true;
    if (o->only != NULL)
        o->only[0] = NULL;
    if (add(&o->only, "") >= 0)  /* without any name, every protocol is closed */
        return EXIT_BAD_OPTION;
    return split(o, &o->only, text, ",");
}

static int take_names_written(struct options *o, const char *text)
{
    if (text[0] == 'n')
        return o->names_written = true, -1;
    say("Invalid -W argument \"%s\"; it must be one of:", text);
    fputs("\t'n' write network address resolution information (pcapng only)\n", stderr);
    return EXIT_BAD_OPTION;
}

static int take_extension(struct options *o, const char *text)
{
    (void)o;
    if (strncmp(text, "lua_script", 10) == 0)
        return not_here("-X lua_script", "Lua scripts");
    if (strncmp(text, "read_format:", 12) == 0)
        return not_here("-X read_format", "files whose kind cannot be told from their bytes");
    return -1;
}

static int take_folder(struct options *o, const char *text)
{
    struct stat st;
    (void)o;
    if (stat(text, &st) == 0 && S_ISDIR(st.st_mode))
        return -1;
    say("Can't set temporary directory %s: %s", text, strerror(errno != 0 ? errno : ENOTDIR));
    return EXIT_BAD_OPTION;
}

static bool is_log_level(const char *text)
{
    static const char *const levels[] = { "none",    "noisy",    "debug", "info", "message",
                                          "warning", "critical", "error", "echo" };
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (strcasecmp(levels[i], text) == 0)
            return true;
    return false;
}

static int take_log_level(struct options *o, const char *text)
{
    (void)o;
    if (is_log_level(text))
        return -1;
    say("Invalid log level \"%s\".", text);
    return EXIT_BAD_OPTION;
}

static int take_log_fatal(struct options *o, const char *text)
{
    (void)o;
    if (is_log_level(text))
        return -1;
    say("Fatal log level must be \"critical\" or \"warning\", not \"%s\".", text);
    return EXIT_BAD_OPTION;
}

static int take_log_file(struct options *o, const char *text)
{
    (void)o;
    int fd = open(text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (fd >= 0) {
        close(fd);
        return -1;
    }
    say("Error opening file '%s' for writing: %s.", text, strerror(errno));
    return EXIT_BAD_OPTION;
}

static int take_reset(struct options *o, const char *text)
{
    unsigned long ignored;
    (void)o;
    return take_number("epan reset count", text, &ignored);
}

/* Options of live capture that mean nothing when a file is read. */
static int take_length(struct options *o, const char *text)
{
    unsigned long ignored;
    (void)o;
    return strcmp(text, "0") == 0 ? -1 : take_number("snapshot length", text, &ignored);
}
static int take_buffer(struct options *o, const char *text)
{
    unsigned long ignored;
    (void)o;
    return take_number("buffer size", text, &ignored);
}
static int take_nothing(struct options *o, const char *text) { return (void)o, (void)text, -1; }
static int take_interface(struct options *o, const char *text) { return o->interface = text, -1; }

static int take_capture_filter(struct options *o, const char *text)
{
    (void)o, (void)text;
    say("Only read filters, not capture filters, can be specified when reading a capture file.");
    return EXIT_BAD_OPTION;
}
static int take_ring(struct options *o, const char *text)
{
    (void)o, (void)text;
    say("Multiple capture files requested, but a capture isn't being done.");
    return EXIT_BAD_OPTION;
}
static int take_report(struct options *o, const char *text)
{
    (void)o, (void)text;
    say("-G only valid as first option");
    return EXIT_BAD_OPTION;
}

static int take_display_filter(struct options *o, const char *text) { return o->display_filter = text, -1; }
static int take_read_filter(struct options *o, const char *text) { return o->read_filter = text, -1; }
static int take_statistic(struct options *o, const char *text)
{
    if (strcmp(text, "help") == 0)
        return help_statistics(stdout), EXIT_FINE;
    return statistic_known(text) ? add(&o->statistics, text) : EXIT_BAD_OPTION;
}
static int take_pdu_export(struct options *o, const char *t)
{
    return (void)o, (void)t, not_here("-U", "the export of PDUs");
}
static int take_objects(struct options *o, const char *t)
{
    return (void)o, (void)t, not_here("--export-objects", "the export of objects");
}
static int take_keys(struct options *o, const char *t)
{
    return (void)o, (void)t, not_here("--export-tls-session-keys", "the export of TLS keys");
}
static int take_interfaces(struct options *o, const char *t)
{
    return (void)o, (void)t, not_here("-D", "live capture");
}
static int take_link_types(struct options *o, const char *t) { return (void)t, o->list = "-L", -1; }
static int take_stamp_types(struct options *o, const char *t)
{
    return (void)t, o->list = "--list-time-stamp-types", -1;
}

static int take_help(struct options *o, const char *t) { return (void)o, (void)t, help_usage(stdout), EXIT_FINE; }
static int take_version(struct options *o, const char *t) { return (void)o, (void)t, help_version(stdout), EXIT_FINE; }
static int take_usage(struct options *o, const char *t)
{
    return (void)o, (void)t, help_usage(stderr), EXIT_BAD_OPTION;
}

static int take_file(struct options *o, const char *text) { return o->file = text, -1; }
static int take_write(struct options *o, const char *text) { return o->write = text, -1; }
static int take_comment(struct options *o, const char *text) { return add(&o->comments, text); }
static int take_field(struct options *o, const char *text) { return add(&o->fields, text); }
static int take_separator(struct options *o, const char *text) { return o->print.line_separator = text, -1; }
static int take_enable(struct options *o, const char *text) { return split(o, &o->enable, text, ","); }
static int take_disable(struct options *o, const char *text) { return split(o, &o->disable, text, ","); }
static int take_enable_heuristic(struct options *o, const char *text)
{
    return split(o, &o->enable_heuristic, text, ",");
}
static int take_disable_heuristic(struct options *o, const char *text)
{
    return split(o, &o->disable_heuristic, text, ",");
}
static int take_print(struct options *o, const char *text)
{
    return (void)text, o->summary = o->print_while_writing = true, -1;
}
static int take_two(struct options *o, const char *text) { return (void)text, o->two_passes = true, -1; }
static int take_flush(struct options *o, const char *text) { return (void)text, o->print.flush = true, -1; }
static int take_quiet(struct options *o, const char *text) { return (void)text, o->quiet = true, -1; }
static int take_details(struct options *o, const char *text) { return (void)text, o->details = true, -1; }
static int take_bytes(struct options *o, const char *text) { return (void)text, o->bytes = true, -1; }
static int take_color(struct options *o, const char *text) { return (void)text, o->color = true, -1; }
static int take_no_duplicates(struct options *o, const char *text)
{
    return (void)text, o->print.no_duplicate_keys = true, -1;
}

static int take_no_names(struct options *o, const char *text)
{
    struct thr_error e = { 0 };
    (void)text;
    o->names = NULL;
    return heard(thr_engine_names(o->engine, "", &e), &e);
}

/* --- the table ------------------------------------------------------------------------------------ */

enum { LONG_ONLY = 256 };  /* rows without a letter are numbered from here on, by their place */

static const struct rule {
    char letter;       /* 0: none */
    bool argument;
    const char *name;  /* NULL: none */
    int (*take)(struct options *o, const char *text);
} rules[] = {
    { '2', false, NULL, take_two },
    { 'a', true, "autostop", take_stop },
    { 'b', true, "ring-buffer", take_ring },
    { 'B', true, "buffer-size", take_buffer },
    { 'c', true, NULL, take_count },
    { 'C', true, NULL, take_profile },
    { 'd', true, NULL, take_decode_as },
    { 'D', false, "list-interfaces", take_interfaces },
    { 'e', true, NULL, take_field },
    { 'E', true, NULL, take_field_option },
    { 'f', true, NULL, take_capture_filter },
    { 'F', true, NULL, take_file_type },
    { 'g', false, NULL, take_nothing },
    { 'G', true, NULL, take_report },
    { 'h', false, "help", take_help },
    { 'H', true, NULL, take_hosts },
    { 'i', true, "interface", take_interface },
    { 'I', false, "monitor-mode", take_nothing },
    { 'j', true, NULL, take_filter_flat },
    { 'J', true, NULL, take_filter_whole },
    { 'K', true, NULL, take_nothing },
    { 'l', false, NULL, take_flush },
    { 'L', false, "list-data-link-types", take_link_types },
    { 'M', true, NULL, take_reset },
    { 'n', false, NULL, take_no_names },
    { 'N', true, NULL, take_names },
    { 'o', true, NULL, take_setting },
    { 'O', true, NULL, take_only },
    { 'p', false, "no-promiscuous-mode", take_nothing },
    { 'P', false, "print", take_print },
    { 'q', false, NULL, take_quiet },
    { 'Q', false, NULL, take_quiet },
    { 'r', true, "read-file", take_file },
    { 'R', true, "read-filter", take_read_filter },
    { 's', true, "snapshot-length", take_length },
    { 'S', true, NULL, take_separator },
    { 't', true, NULL, take_time },
    { 'T', true, NULL, take_format },
    { 'u', true, NULL, take_seconds },
    { 'U', true, NULL, take_pdu_export },
    { 'v', false, "version", take_version },
    { 'V', false, NULL, take_details },
    { 'w', true, NULL, take_write },
    { 'W', true, NULL, take_names_written },
    { 'x', false, NULL, take_bytes },
    { 'X', true, NULL, take_extension },
    { 'y', true, "linktype", take_nothing },
    { 'Y', true, "display-filter", take_display_filter },
    { 'z', true, NULL, take_statistic },
    { 0, true, "capture-comment", take_comment },
    { 0, false, "color", take_color },
    { 0, true, "compress-type", take_compress },
    { 0, true, "disable-heuristic", take_disable_heuristic },
    { 0, true, "disable-protocol", take_disable },
    { 0, true, "elastic-mapping-filter", take_usage },
    { 0, true, "enable-heuristic", take_enable_heuristic },
    { 0, true, "enable-protocol", take_enable },
    { 0, true, "export-objects", take_objects },
    { 0, true, "export-tls-session-keys", take_keys },
    { 0, true, "hexdump", take_hexdump },
    { 0, false, "list-time-stamp-types", take_stamp_types },
    { 0, true, "log-debug", take_nothing },
    { 0, true, "log-domains", take_nothing },
    { 0, true, "log-fatal", take_log_fatal },
    { 0, true, "log-file", take_log_file },
    { 0, true, "log-level", take_log_level },
    { 0, true, "log-noisy", take_nothing },
    { 0, false, "no-duplicate-keys", take_no_duplicates },
    { 0, true, "temp-dir", take_folder },
    { 0, true, "threads", take_threads },
    { 0, true, "time-stamp-type", take_nothing },
};
enum { RULES = sizeof rules / sizeof rules[0] };

/* What getopt_long wants of the table. */
struct getopt_tables {
    char letters[RULES * 2 + 2];
    struct option words[RULES + 1];
};

static void make_tables(struct getopt_tables *t)
{
    size_t letters = 0, words = 0;
    t->letters[letters++] = ':';
    for (int i = 0; i < RULES; i++) {
        const struct rule *r = &rules[i];
        if (r->letter != 0)
            t->letters[letters++] = r->letter;
        if (r->letter != 0 && r->argument)
            t->letters[letters++] = ':';
        if (r->name != NULL)
            t->words[words++] = (struct option){ r->name, r->argument ? required_argument : no_argument, NULL,
                                                 r->letter != 0 ? r->letter : LONG_ONLY + i };
    }
    t->letters[letters] = '\0';
    t->words[words] = (struct option){ 0 };
}

static int take(struct options *o, int option, const char *value)
{
    if (option >= LONG_ONLY)
        return rules[option - LONG_ONLY].take(o, value);
    for (int i = 0; i < RULES; i++)
        if (rules[i].letter == option)
            return rules[i].take(o, value);
    return -1;
}

static int wrong_option(int option, char **argv)
{
    const char *word = argv[optind - 1];
    if (option == ':' && optopt == 'F') {
        say("option requires an argument: F");
        help_file_types(stderr);
        return EXIT_BAD_OPTION;
    }
    if (option == ':' && strncmp(word, "--log-", 6) == 0) {
        say("Option \"%s\" requires a value.", word);
        help_usage(stderr);
        return EXIT_BAD_OPTION;
    }
    if (word[0] == '-' && word[1] == '-')  /* tshark calls a long option unknown, whatever is wrong with it */
        say("unrecognized option: %s\n", word + 2);
    else
        say("%s: %c\n", option == ':' ? "option requires an argument" : "unrecognized option", optopt);
    help_usage(stderr);
    return EXIT_BAD_OPTION;
}

static int wrong(const char *sentence)
{
    say("%s", sentence);
    return EXIT_BAD_OPTION;
}

static int check_writing(const struct options *o)
{
    if (o->comments != NULL && o->write == NULL)
        return wrong("Capture comments were specified, but you aren't writing a capture file.");
    if (o->comments != NULL && o->write_format != NULL && strcmp(o->write_format, "pcapng") != 0) {
        say("Capture comments can only be written to files of the following types:");
        fputs("    pcapng - Wireshark/... - pcapng\n", stderr);
        return EXIT_BAD_OPTION;
    }
    if (o->names_written && o->write != NULL && o->write_format != NULL && strcmp(o->write_format, "pcapng") != 0)
        say("The file format \"%s\" doesn't support name resolution information.", o->write_format);
    if (o->write != NULL && strcmp(o->write, "-") == 0 &&
        (o->print_while_writing || o->details || o->bytes || o->format_taken))
        return wrong("You can't write both raw packet data and dissected packets to the standard output.");
    return -1;
}

/* What tshark refuses although each option by itself is right. */
static int check(const struct options *o)
{
    enum thr_format f = o->print.format;
    bool json = f == THR_FORMAT_JSON || f == THR_FORMAT_JSONRAW || f == THR_FORMAT_EK;
    bool text = f == THR_FORMAT_TEXT || f == THR_FORMAT_TABS;
    if (o->print.no_duplicate_keys && f != THR_FORMAT_JSON && f != THR_FORMAT_JSONRAW)
        return wrong("--no-duplicate-keys can only be used with \"-T json\" and \"-T jsonraw\"");
    if (o->fields != NULL && f != THR_FORMAT_FIELDS && f != THR_FORMAT_PDML && !json)
        return wrong(
            "Output fields were specified with \"-e\", but \"-Tek, -Tfields, -Tjson or -Tpdml\" was not specified.");
    if (f == THR_FORMAT_FIELDS && o->fields == NULL)
        return wrong("\"-Tfields\" was specified, but no fields were specified with \"-e\".");
    if (o->bytes && !text && !json)
        return wrong("Raw packet hex data can only be printed as text, PostScript, JSON, JSONRAW or EK JSON");
    if (o->read_filter != NULL && !o->two_passes) {
        say("-R without -2 is deprecated. For single-pass filtering use -Y.");
        return EXIT_BAD_OPTION;
    }
    if (o->list != NULL && o->file != NULL) {
        say("You can't specify %s and a capture file to be read.", o->list);
        return EXIT_BAD_OPTION;
    }
    if (o->list != NULL || (o->file == NULL && o->interface != NULL))
        return not_here(o->list != NULL ? o->list : "-i", "live capture");
    if (o->file == NULL) {
        help_usage(stderr);
        return EXIT_BAD_OPTION;
    }
    return check_writing(o);
}

/* The words from argv[first] on are a display filter. */
static int take_filter_words(struct options *o, int first, int argc, char **argv)
{
    size_t len = 1;
    if (o->display_filter != NULL) {
        say("Display filters were specified both with \"-Y\" and with additional command-line arguments.");
        return EXIT_BAD_OPTION;
    }
    for (int i = first; i < argc; i++)
        len += strlen(argv[i]) + 1;
    char *text = owned(o, len), *to = text;
    if (text == NULL)
        return EXIT_BAD_OPTION;
    for (int i = first; i < argc; i++) {
        if (i != first)
            *to++ = ' ';
        memcpy(to, argv[i], strlen(argv[i]));
        to += strlen(argv[i]);
    }
    o->display_filter = text;
    return -1;
}

/* Words without an option: with -r a display filter; else the file, and perhaps the number of a packet in it or a
   display filter. */
static int take_words(struct options *o, int argc, char **argv)
{
    if (optind == argc)
        return -1;
    if (o->file != NULL)
        return take_filter_words(o, optind, argc, argv);
    o->file = argv[optind];
    o->plain_file = true;
    if (argc - optind == 2 && strspn(argv[optind + 1], "0123456789") == strlen(argv[optind + 1]) &&
        argv[optind + 1][0] != '\0') {
        o->packet = strtoull(argv[optind + 1], NULL, 10);
        o->one_packet = o->details = o->bytes = o->summary = true;
        return -1;
    }
    return argc - optind > 1 ? take_filter_words(o, optind + 1, argc, argv) : -1;
}

int options_parse(struct options *o, int argc, char **argv)
{
    struct getopt_tables tables;
    int option, status = -1;
    opterr = 0;
    make_tables(&tables);
    while (status < 0 && (option = getopt_long(argc, argv, tables.letters, tables.words, NULL)) != -1) {
        if (option == '?' || option == ':')
            return wrong_option(option, argv);
        status = take(o, option, optarg);
    }
    if (status < 0)
        status = take_words(o, argc, argv);
    if (status < 0)
        status = check(o);
    o->print.summary = o->summary;
    o->print.details = o->details;
    o->print.bytes = o->bytes;
    o->print.fields = o->fields;
    o->print.only = o->only;
    o->print.filter = o->filter;
    return status;
}

void options_free(struct options *o)
{
    const char **const lists[] = { o->enable, o->disable, o->enable_heuristic, o->disable_heuristic, o->fields,
                                   o->only,   o->filter,  o->comments,         o->statistics };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        free(lists[i]);
    for (size_t i = 0; o->owned != NULL && o->owned[i] != NULL; i++)
        free(o->owned[i]);
    free(o->owned);
}
