/* report.c - -G. */
#include "cli.h"

#include <string.h>
#include <unistd.h>

static int to_stdout(void *context, const char *text, size_t length)
{
    (void)context;
    return fwrite(text, 1, length, stdout) == length ? 0 : 5;
}

int report_print(const char *name)
{
    struct thr_error e = { 0 };
    if (name != NULL && strcmp(name, "help") == 0) {
        help_reports(stdout);
        return EXIT_FINE;
    }
    struct thr_engine *engine = thr_engine_new(&e);
    enum thr_failure failed = engine == NULL ? e.failure : thr_report(engine, name != NULL ? name : "fields", to_stdout, NULL, &e);
    if (failed == THR_FAILED_ARGUMENT)
        say("Invalid \"%s\" option for -G flag, enter -G help for more help.", name);
    else if (failed != THR_OK)
        say("%s", e.text);
    thr_engine_free(engine);
    return failed == THR_OK ? EXIT_FINE : EXIT_BAD_OPTION;
}
