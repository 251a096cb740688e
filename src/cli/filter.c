/* filter.c - display filters on the command line, and `thresher filter`, which explains them. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int to_stderr(void *context, const char *text, size_t length)
{
    (void)context;
    return fwrite(text, 1, length, stderr) == length ? 0 : EIO;
}

static int to_stdout(void *context, const char *text, size_t length)
{
    (void)context;
    return fwrite(text, 1, length, stdout) == length ? 0 : errno;
}

struct thr_filter *filter_new(struct thr_engine *engine, const char *text)
{
    struct thr_filter_problem problem;
    struct thr_filter *f = thr_filter_new(engine, text, &problem);
    if (f == NULL) {
        fflush(stdout);
        fputs("thresher: ", stderr);
        thr_filter_problem_show(text, &problem, to_stderr, NULL);
        fputc('\n', stderr);
        return NULL;
    }
    const char *warning;
    for (unsigned i = 0; (warning = thr_filter_warning(f, i)) != NULL; i++)
        say("Warning: %s", warning);
    return f;
}

static void usage(FILE *to)
{
    fputs("Usage: thresher filter [--explain] FILTER\n"
          "       thresher filter --complete PREFIX\n"
          "       thresher filter --saved [NAME]\n\n"
          "  FILTER               checks the display filter; exit status 2 when something is wrong\n"
          "  --explain FILTER     its tree, its program and the fields that it needs\n"
          "  --complete PREFIX    names of fields that begin so, a line each\n"
          "  --saved [NAME]       filters and macros kept in Wireshark's files; the text of one:\n"
          "                       thresher -r FILE -Y \"$(thresher filter --saved NAME)\"\n",
          to);
}

static void complete_line(void *context, const char *name, const char *label)
{
    (void)context;
    printf("%s\t%s\n", name, label);
}

/* --saved: all of them, or the text of one. */
static int show_saved(const char *wanted)
{
    struct thr_error e = { 0 };
    struct thr_engine *engine = thr_engine_new(&e);
    const char *name, *text;
    bool found = wanted == NULL;
    for (int macro = 0; engine != NULL && macro < 2; macro++)
        for (unsigned i = 0; (text = thr_filter_saved(engine, macro, i, &name)) != NULL; i++) {
            if (wanted == NULL)
                printf("%s\t%s\t%s\n", macro ? "macro" : "filter", name, text);
            else if (!found && strcmp(name, wanted) == 0)
                found = puts(text) >= 0;
        }
    if (!found)
        say("There is no saved filter or macro \"%s\".", wanted);
    thr_engine_free(engine);
    return found ? EXIT_FINE : EXIT_BAD_OPTION;
}

int filter_command(int argc, char **argv)
{
    enum { MOST_NAMES = 100000 };
    struct thr_error e = { 0 };
    bool explain = argc == 3 && strcmp(argv[1], "--explain") == 0;
    if (argc == 2 && (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)) {
        usage(stdout);
        return EXIT_FINE;
    }
    if (argc == 3 && strcmp(argv[1], "--complete") == 0) {
        thr_filter_complete(argv[2], MOST_NAMES, complete_line, NULL);
        return EXIT_FINE;
    }
    if ((argc == 2 || argc == 3) && strcmp(argv[1], "--saved") == 0)
        return show_saved(argv[2]);
    if (argc != 2 && !explain) {
        usage(stderr);
        return EXIT_BAD_OPTION;
    }
    struct thr_engine *engine = thr_engine_new(&e);
    if (engine == NULL) {
        say("%s", e.text);
        return EXIT_BAD_FILE;
    }
    struct thr_filter *f = filter_new(engine, argv[argc - 1]);
    if (f != NULL && explain)
        thr_filter_explain(f, to_stdout, NULL);
    int status = f != NULL ? EXIT_FINE : EXIT_BAD_FILE;
    thr_filter_free(f);
    thr_engine_free(engine);
    return status;
}
