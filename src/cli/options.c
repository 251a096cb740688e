/* options.c - tshark's options that read files, with its sentences when one is wrong. */
#include "cli.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void say(const char *format, ...)
{
    va_list args;
    fflush(stdout);
    fputs("thresher: ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

enum long_option { LONG_ENABLE = 256, LONG_DISABLE, LONG_ENABLE_HEURISTIC, LONG_DISABLE_HEURISTIC, LONG_COLOR, LONG_NO_DUPLICATES,
                   LONG_HEXDUMP, LONG_COMPRESS };

static const struct option long_options[] = {
    { "help", no_argument, NULL, 'h' },
    { "version", no_argument, NULL, 'v' },
    { "read-file", required_argument, NULL, 'r' },
    { "print", no_argument, NULL, 'P' },
    { "read-filter", required_argument, NULL, 'R' },
    { "display-filter", required_argument, NULL, 'Y' },
    { "enable-protocol", required_argument, NULL, LONG_ENABLE },
    { "disable-protocol", required_argument, NULL, LONG_DISABLE },
    { "enable-heuristic", required_argument, NULL, LONG_ENABLE_HEURISTIC },
    { "disable-heuristic", required_argument, NULL, LONG_DISABLE_HEURISTIC },
    { "color", no_argument, NULL, LONG_COLOR },
    { "no-duplicate-keys", no_argument, NULL, LONG_NO_DUPLICATES },
    { "hexdump", required_argument, NULL, LONG_HEXDUMP },
    { "compress", required_argument, NULL, LONG_COMPRESS },
    { NULL, 0, NULL, 0 },
};
static const char short_options[] = ":2a:c:C:d:e:E:f:F:gG:hH:i:j:J:lnN:o:O:PqQr:R:S:t:T:u:vVw:W:xX:Y:z:";

/* Adds a word to a list that ends with NULL and has room for as many words as argv. */
static void add(const char ***list, int argc, const char *word)
{
    if (*list == NULL)
        *list = calloc((size_t)argc + 2, sizeof **list);
    size_t n = 0;
    while (*list != NULL && (*list)[n] != NULL)
        n++;
    if (*list != NULL)
        (*list)[n] = word;
}

/* The words of `text` between any of `between`, as a new list. */
static void split(struct options *o, const char ***list, const char *text, const char *between)
{
    char *copy = strdup(text), **owned = realloc(o->owned, (o->n_owned + 1) * sizeof *owned);
    if (owned != NULL)
        o->owned = owned;
    if (copy == NULL || owned == NULL) {
        free(copy);
        return;
    }
    o->owned[o->n_owned++] = copy;
    free(*list);
    *list = calloc(strlen(text) + 2, sizeof **list);
    size_t n = 0;
    char *rest = copy;
    for (char *word; *list != NULL && (word = strsep(&rest, between)) != NULL;)
        if (*word != '\0')
            (*list)[n++] = word;
}

static int take_count(struct options *o, const char *text)
{
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (end == text || *end != '\0')
        say("The specified packet count \"%s\" isn't a decimal number", text);
    else if (n < 0)
        say("The specified packet count \"%s\" is a negative number", text);
    else if (n == 0)
        say("The specified packet count is zero");
    else if (errno != 0 || n > 0x7fffffff)
        say("The specified packet count \"%s\" is too large (greater than 2147483647)", text);
    else {
        o->count = (unsigned long)n;
        return -1;
    }
    return EXIT_BAD_OPTION;
}

static int take_format(struct options *o, const char *text)
{
    static const struct {
        const char *name;
        enum thr_format format;
    } formats[] = {
        { "text", THR_FORMAT_TEXT }, { "tabs", THR_FORMAT_TABS },       { "fields", THR_FORMAT_FIELDS }, { "pdml", THR_FORMAT_PDML },
        { "psml", THR_FORMAT_PSML }, { "json", THR_FORMAT_JSON }, { "jsonraw", THR_FORMAT_JSONRAW }, { "ek", THR_FORMAT_EK },
    };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, text) == 0) {
            o->print.format = formats[i].format;
            return -1;
        }
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

/* The character that a -E option names: "/t", "/s", or the first of the text. */
static const char *between_text(const char *text)
{
    static const char letters[128][2] = {
#define L(c) [c] = { c, '\0' }
        L('!'), L('"'), L('#'), L('$'), L('%'), L('&'), L('\''), L('('), L(')'), L('*'), L('+'), L(','), L('-'), L('.'), L('/'),
        L('0'), L('1'), L('2'), L('3'), L('4'), L('5'), L('6'), L('7'), L('8'), L('9'), L(':'), L(';'), L('<'), L('='), L('>'),
        L('?'), L('@'), L('['), L('\\'), L(']'), L('^'), L('_'), L('`'), L('{'), L('|'), L('}'), L('~'), L(' '), L('\t'),
#undef L
    };
    if (strcmp(text, "/t") == 0)
        return "\t";
    if (strcmp(text, "/s") == 0)
        return " ";
    unsigned char c = (unsigned char)text[0];
    return c < 128 && letters[c][0] != '\0' ? letters[c] : text;
}

static bool field_option(struct thr_print *p, const char *name, size_t len, const char *value)
{
    bool yes = value[0] == 'y' || value[0] == 'Y', no = value[0] == 'n' || value[0] == 'N';
#define IS(word) (len == sizeof(word) - 1 && strncmp(name, word, len) == 0)
    if (IS("header") && (yes || no))
        p->header = yes;
    else if (IS("bom") && (yes || no))
        p->bom = yes;
    else if (IS("separator"))
        p->separator = between_text(value);
    else if (IS("aggregator"))
        p->aggregator = between_text(value);
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
    if (equal != NULL && equal[1] != '\0' && field_option(&o->print, text, len, equal + 1))
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

static int not_here(const char *option, const char *what)
{
    say("%s is an option for %s, which this version does not do; it reads capture files (-r FILE).", option, what);
    return EXIT_BAD_OPTION;
}

/* Options that only switch something. */
static bool take_switch(struct options *o, int option)
{
    switch (option) {
    case '2': o->two_passes = true; return true;
    case 'l': o->print.flush = true; return true;
    case 'n': o->names = ""; return true;
    case 'P': o->summary = o->print_while_writing = true; return true;
    case 'q': case 'Q': o->quiet = true; return true;
    case 'V': o->details = true; return true;
    case 'x': o->bytes = true; return true;
    case LONG_COLOR: o->color = true; return true;
    case LONG_NO_DUPLICATES: o->print.no_duplicate_keys = true; return true;
    case 'g': case 'W': case 'X': return true;
    default: return false;
    }
}

static int take(struct options *o, int argc, int option, const char *value)
{
    switch (option) {
    case 'a':
        if (strncmp(value, "packets:", 8) == 0)
            return take_count(o, value + 8);
        say("A maximum capture time was specified, but a capture isn't being done.");
        return EXIT_BAD_OPTION;
    case 'c': return take_count(o, value);
    case 'C': say("Configuration Profile \"%s\" does not exist", value); return EXIT_BAD_OPTION;
    case 'd': add(&o->decode_as, argc, value); return -1;
    case 'e': add(&o->fields, argc, value); return -1;
    case 'E': return take_field_option(o, value);
    case 'f': say("Only read filters, not capture filters, can be specified when reading a capture file."); return EXIT_BAD_OPTION;
    case 'F': o->write_format = value; return -1;
    case 'G': say("-G only valid as first option"); return EXIT_BAD_OPTION;
    case 'h': help_usage(stdout); return EXIT_FINE;
    case 'H': add(&o->hosts, argc, value); return -1;
    case 'i': return not_here("-i", "live capture");
    case 'j': split(o, &o->filter, value, " ,"); return -1;
    case 'J': split(o, &o->filter, value, " ,"); o->print.filter_whole = true; return -1;
    case 'N': o->names = value; return -1;
    case 'o': add(&o->settings, argc, value); return -1;
    case 'O': split(o, &o->only, value, " ,"); o->details = true; return -1;
    case 'r': o->file = value; return -1;
    case 'R': case 'Y': return not_here(option == 'R' ? "-R" : "-Y", "display filters");
    case 'S': o->print.line_separator = value; return -1;
    case 't': return take_time(o, value);
    case 'T': return take_format(o, value);
    case 'u': return take_seconds(o, value);
    case 'v': help_version(stdout); return EXIT_FINE;
    case 'w': o->write = value; return -1;
    case 'z': return not_here("-z", "statistics");
    case LONG_ENABLE: add(&o->enable, argc, value); return -1;
    case LONG_DISABLE: add(&o->disable, argc, value); return -1;
    case LONG_ENABLE_HEURISTIC: add(&o->enable_heuristic, argc, value); return -1;
    case LONG_DISABLE_HEURISTIC: add(&o->disable_heuristic, argc, value); return -1;
    case LONG_HEXDUMP: return take_hexdump(o, value);
    case LONG_COMPRESS: o->compress = value; return -1;
    default: return -1;
    }
}

static int wrong_option(int option, char **argv)
{
    if (option == ':' && optopt == 'F') {
        say("option requires an argument: F");
        help_file_types(stderr);
        return EXIT_BAD_OPTION;
    }
    if (optopt > 0 && optopt < 256)
        say("%s: %c\n", option == ':' ? "option requires an argument" : "unrecognized option", optopt);
    else
        say("%s: %s\n", option == ':' ? "option requires an argument" : "unrecognized option", argv[optind - 1] + 2);
    help_usage(stderr);
    return EXIT_BAD_OPTION;
}

/* What tshark refuses although each option by itself is right. */
static int check(struct options *o)
{
    enum thr_format f = o->print.format;
    bool json = f == THR_FORMAT_JSON || f == THR_FORMAT_JSONRAW || f == THR_FORMAT_EK;
    bool text = f == THR_FORMAT_TEXT || f == THR_FORMAT_TABS;
    if (o->fields != NULL && f != THR_FORMAT_FIELDS && f != THR_FORMAT_PDML && !json) {
        say("Output fields were specified with \"-e\", but \"-Tek, -Tfields, -Tjson or -Tpdml\" was not specified.");
        return EXIT_BAD_OPTION;
    }
    if (f == THR_FORMAT_FIELDS && o->fields == NULL) {
        say("\"-Tfields\" was specified, but no fields were specified with \"-e\".");
        return EXIT_BAD_OPTION;
    }
    if (o->bytes && !text && !json) {
        say("Raw packet hex data can only be printed as text, PostScript, JSON, JSONRAW or EK JSON");
        return EXIT_BAD_OPTION;
    }
    if (o->file == NULL) {
        help_usage(stderr);
        return EXIT_BAD_OPTION;
    }
    return -1;
}

/* Words without an option: the file, when there is no -r. */
static int take_words(struct options *o, int argc, char **argv)
{
    if (optind == argc)
        return -1;
    if (o->file != NULL)
        return not_here("A word after the options", "display filters");
    if (argc - optind > 1) {
        say("One capture file at a time: \"%s\" and \"%s\" were given.", argv[optind], argv[optind + 1]);
        return EXIT_BAD_OPTION;
    }
    o->file = argv[optind];
    o->plain_file = true;
    return -1;
}

int options_parse(struct options *o, int argc, char **argv)
{
    int option, status = -1;
    opterr = 0;
    while (status < 0 && (option = getopt_long(argc, argv, short_options, long_options, NULL)) != -1) {
        if (option == '?' || option == ':')
            return wrong_option(option, argv);
        if (!take_switch(o, option))
            status = take(o, argc, option, optarg);
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
    const char **const lists[] = { o->settings, o->decode_as, o->enable, o->disable, o->enable_heuristic, o->disable_heuristic,
                                   o->hosts, o->fields, o->only, o->filter };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        free(lists[i]);
    for (size_t i = 0; i < o->n_owned; i++)
        free(o->owned[i]);
    free(o->owned);
}
