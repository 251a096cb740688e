/* nstime.c - time arithmetic and printing. */
#include "base/nstime.h"

#include "base/base.h"

#include <time.h>

enum { GIGA = 1000000000 };

struct nstime nstime_minus(struct nstime a, struct nstime b)
{
    int64_t nsecs = (int64_t)a.nsecs - b.nsecs;
    int64_t secs = (int64_t)((uint64_t)a.secs - (uint64_t)b.secs + (uint64_t)(nsecs / GIGA));
    nsecs %= GIGA;
    if (nsecs < 0 && secs > 0) {
        secs--;
        nsecs += GIGA;
    } else if (nsecs > 0 && secs < 0) {
        secs++;
        nsecs -= GIGA;
    }
    return (struct nstime){ secs, (int32_t)nsecs };
}

int nstime_compare(struct nstime a, struct nstime b)
{
    if (a.secs != b.secs)
        return a.secs < b.secs ? -1 : 1;
    return (a.nsecs > b.nsecs) - (a.nsecs < b.nsecs);
}

int64_t nstime_to_ns(struct nstime t)
{
    int64_t ns;
    if (__builtin_mul_overflow(t.secs, (int64_t)GIGA, &ns) || __builtin_add_overflow(ns, t.nsecs, &ns))
        return t.secs < 0 ? INT64_MIN : INT64_MAX;
    return ns;
}

struct nstime nstime_from_ns(int64_t ns) { return (struct nstime){ ns / GIGA, (int32_t)(ns % GIGA) }; }

static void fraction(struct strbuf *sb, uint32_t nsecs, unsigned digits)
{
    if (digits == 0)
        return;
    for (unsigned i = digits; i < 9; i++)
        nsecs /= 10;
    sb_char(sb, '.');
    sb_uint_pad(sb, nsecs, digits);
}

void sb_span(struct strbuf *sb, struct nstime t, unsigned digits)
{
    bool minus = t.secs < 0 || t.nsecs < 0;
    uint32_t nsecs = (uint32_t)(t.nsecs < 0 ? -(int64_t)t.nsecs : t.nsecs);
    if (minus)
        sb_char(sb, '-');
    sb_uint(sb, t.secs < 0 ? 0 - (uint64_t)t.secs : (uint64_t)t.secs);
    fraction(sb, nsecs, digits);
}

/* A part of a second is written when it is not 0, even after no seconds: "1 minute, 0.867 seconds". */
static void duration(struct strbuf *sb, uint64_t seconds, unsigned millis)
{
    static const struct {
        uint32_t seconds;
        const char *name;
    } units[] = {
        { 86400, " day" },
        { 3600, " hour" },
        { 60, " minute" },
        { 1, " second" },
    };
    size_t start = sb->len;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        uint64_t n = seconds / units[i].seconds;
        seconds %= units[i].seconds;
        bool last = i + 1 == ARRAY_LEN(units);
        if (n == 0 && (!last || (sb->len != start && millis == 0)))
            continue;
        if (sb->len != start)
            sb_str(sb, ", ");
        sb_uint(sb, n);
        if (last && millis != 0) {
            sb_char(sb, '.');
            sb_uint_pad(sb, millis, 3);
        }
        sb_str(sb, units[i].name);
        if (n != 1 || (last && millis != 0))
            sb_char(sb, 's');
    }
}

void sb_duration(struct strbuf *sb, uint64_t seconds) { duration(sb, seconds, 0); }

void sb_duration_ms(struct strbuf *sb, uint64_t ms) { duration(sb, ms / 1000, (unsigned)(ms % 1000)); }

static void clock_of(struct strbuf *sb, const struct tm *tm)
{
    sb_uint_pad(sb, (unsigned)tm->tm_hour, 2);
    sb_char(sb, ':');
    sb_uint_pad(sb, (unsigned)tm->tm_min, 2);
    sb_char(sb, ':');
    sb_uint_pad(sb, (unsigned)tm->tm_sec, 2);
}

static void date_of(struct strbuf *sb, const struct tm *tm, char between)
{
    sb_int(sb, tm->tm_year + 1900LL);
    sb_char(sb, between);
    if (between == '/') {
        sb_uint_pad(sb, (unsigned)tm->tm_yday + 1, 3);
        return;
    }
    sb_uint_pad(sb, (unsigned)tm->tm_mon + 1, 2);
    sb_char(sb, between);
    sb_uint_pad(sb, (unsigned)tm->tm_mday, 2);
}

static const char month_names[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static void long_date(struct strbuf *sb, const struct tm *tm)
{
    sb_str(sb, month_names[tm->tm_mon % 12]);
    sb_char(sb, ' ');
    if (tm->tm_mday < 10)
        sb_char(sb, ' ');
    sb_uint(sb, (unsigned)tm->tm_mday);
    sb_str(sb, ", ");
    sb_int(sb, tm->tm_year + 1900LL);
    sb_char(sb, ' ');
}

void sb_moment(struct strbuf *sb, struct nstime t, enum moment_style style, bool utc, unsigned digits)
{
    struct tm tm;
    time_t secs = (time_t)t.secs;
    uint32_t nsecs = (uint32_t)t.nsecs;
    if (t.nsecs < 0) {
        secs--;
        nsecs = (uint32_t)(t.nsecs + GIGA);
    }
    if ((utc ? gmtime_r(&secs, &tm) : localtime_r(&secs, &tm)) == NULL) {
        sb_str(sb, "Not representable");
        return;
    }
    if (style == MOMENT_LONG)
        long_date(sb, &tm);
    else if (style != MOMENT_CLOCK)
        date_of(sb, &tm, style == MOMENT_YDOY ? '/' : '-');
    if (style == MOMENT_YMD || style == MOMENT_YDOY)
        sb_char(sb, ' ');
    if (style == MOMENT_ISO)
        sb_char(sb, 'T');
    clock_of(sb, &tm);
    fraction(sb, nsecs, digits);
    if (style == MOMENT_LONG) {
        sb_char(sb, ' ');
        sb_str(sb, utc ? "UTC" : tm.tm_zone);
    } else if (style == MOMENT_ISO && (utc || tm.tm_gmtoff == 0)) {
        sb_char(sb, 'Z');
    } else if (style == MOMENT_ISO) {
        long off = tm.tm_gmtoff < 0 ? -tm.tm_gmtoff : tm.tm_gmtoff;
        sb_char(sb, tm.tm_gmtoff < 0 ? '-' : '+');
        sb_uint_pad(sb, (uint64_t)(off / 3600), 2);
        sb_uint_pad(sb, (uint64_t)(off / 60 % 60), 2);
    }
}
