/* nstime.h - moments and spans of time in nanoseconds, and every way to print them.
   A moment counts from 1970-01-01 00:00 UTC.  All functions are pure and thread-safe
   (local time reads the zone as localtime_r does). */
#ifndef BASE_NSTIME_H
#define BASE_NSTIME_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

/* secs may be negative; 0 <= nsecs < 1e9 for moments; for negative spans both are <= 0. */
struct nstime {
    int64_t secs;
    int32_t nsecs;
};

/* One whose parts have just been written: read in one piece it would have to be waited for. */
static inline void nstime_copy(struct nstime *to, const struct nstime *from)
{
    to->secs = from->secs;
    to->nsecs = from->nsecs;
}
struct nstime nstime_minus(struct nstime a, struct nstime b);
/* Negative, 0, positive as a is before, at, after b. */
int nstime_compare(struct nstime a, struct nstime b);
/* The span or moment as one number of nanoseconds, saturating at the ends of int64_t, and back. */
int64_t nstime_to_ns(struct nstime t);
struct nstime nstime_from_ns(int64_t ns);

/* "1.000012000", "-0.500000000": seconds with `digits` (0 to 9) decimals, cut, not rounded. */
void sb_span(struct strbuf *sb, struct nstime t, unsigned digits);

/* "1 day, 2 hours, 1 minute, 5 seconds", leaving out what is zero; "0 seconds". */
void sb_duration(struct strbuf *sb, uint64_t seconds);
/* The same of milliseconds, "1 minute, 0.867 seconds"; without a fraction when there is none. */
void sb_duration_ms(struct strbuf *sb, uint64_t ms);

enum moment_style {
    MOMENT_LONG,  /* Sep  1, 2021 16:50:59.405143000 UTC */
    MOMENT_YMD,   /* 2021-09-01 16:50:59.405143000 */
    MOMENT_YDOY,  /* 2021/244 16:50:59.405143000 */
    MOMENT_CLOCK, /* 16:50:59.405143000 */
    MOMENT_ISO,   /* 2021-09-01T16:50:59.405143000Z or with +hhmm */
};

/* A moment in UTC or local time with `digits` decimals (0: no point either). */
void sb_moment(struct strbuf *sb, struct nstime t, enum moment_style style, bool utc, unsigned digits);

#endif
