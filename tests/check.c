/* check.c - counting checks; one program, one thread. */
#include "check.h"

#include <stdio.h>
#include <string.h>

static struct {
    unsigned long passed, failed, skipped;
} tally;

bool check_that(bool held, const char *what, const char *file, int line)
{
    if (held)
        tally.passed++;
    else {
        tally.failed++;
        fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    }
    return held;
}

bool check_str(const char *got, const char *want, const char *what, const char *file, int line)
{
    bool same = got != NULL && want != NULL ? strcmp(got, want) == 0 : got == want;
    if (!same)
        fprintf(stderr, "%s:%d: %s\n  is     «%s»\n  wanted «%s»\n", file, line, what, got != NULL ? got : "(null)",
                want != NULL ? want : "(null)");
    same ? tally.passed++ : tally.failed++;
    return same;
}

bool check_int(long long got, long long want, const char *what, const char *file, int line)
{
    if (got != want)
        fprintf(stderr, "%s:%d: %s is %lld, wanted %lld\n", file, line, what, got, want);
    got == want ? tally.passed++ : tally.failed++;
    return got == want;
}

void check_skip(const char *why)
{
    tally.skipped++;
    fprintf(stderr, "SKIPPED: %s\n", why);
}

int check_done(void)
{
    fprintf(stderr, "%lu checks passed, %lu failed, %lu skipped\n", tally.passed, tally.failed, tally.skipped);
    if (tally.failed != 0)
        return 1;
    if (tally.passed == 0)
        return tally.skipped != 0 ? 77 : 1;
    return 0;
}
