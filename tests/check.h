/* check.h - the few words that unit tests are written in.  A failed check prints where and what,
   and the program goes on; check_done() prints the count and gives the exit status. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#define CHECK(condition) check_that((condition), #condition, __FILE__, __LINE__)
#define CHECK_STR(got, want) check_str((got), (want), #got, __FILE__, __LINE__)
#define CHECK_INT(got, want) check_int((long long)(got), (long long)(want), #got, __FILE__, __LINE__)

bool check_that(bool held, const char *what, const char *file, int line);
bool check_str(const char *got, const char *want, const char *what, const char *file, int line);
bool check_int(long long got, long long want, const char *what, const char *file, int line);

/* 0 when at least one check ran and none failed, 77 (skipped) when check_skip was called, else 1. */
int check_done(void);
/* Says loudly that what follows is not tested here, and why. */
void check_skip(const char *why);

#endif
