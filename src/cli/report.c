/* report.c - -G. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int to_stdout(void *context, const char *text, size_t length)
{
    (void)context;
    return fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0 ? 0 : errno;
}

/* "elastic-mapping=ip,udp" from the words after -G; the caller frees it.  NULL: no filter was given. */
static char *mapping_filter(char **words)
{
    static const char option[] = "--elastic-mapping-filter";
    const char *list = NULL;
    char *name = NULL;
    for (; *words != NULL && list == NULL; words++)
        if (strncmp(*words, option, sizeof option - 1) == 0)
            list = (*words)[sizeof option - 1] == '=' ? *words + sizeof option : words[1];
    if (list != NULL && asprintf(&name, "elastic-mapping=%s", list) < 0)
        name = NULL;
    return name;
}

int report_print(char **words)
{
    struct thr_error e = { 0 };
    const char *name = words[0] != NULL ? words[0] : "fields";
    if (strcmp(name, "help") == 0) {
        help_reports(stdout);
        return EXIT_FINE;
    }
    char *filtered = strcmp(name, "elastic-mapping") == 0 ? mapping_filter(words + 1) : NULL;
    struct thr_engine *engine = thr_engine_new(&e);
    enum thr_failure failed = engine == NULL
                                  ? e.failure
                                  : thr_report(engine, filtered != NULL ? filtered : name, to_stdout, NULL, &e);
    if (failed == THR_FAILED_ARGUMENT)
        say("Invalid \"%s\" option for -G flag, enter -G help for more help.", name);
    else if (failed != THR_OK && e.system != EPIPE)
        say("%s", e.text);
    thr_engine_free(engine);
    free(filtered);
    return failed == THR_OK ? EXIT_FINE : EXIT_BAD_OPTION;
}
