/* literal.c - words, strings and characters as values of the type that they are compared with. */
#include "base/base.h"
#include "filter/internal.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>

struct literal {
    struct filter *f;
    struct expr *e;
    uint8_t type;
    const struct field *field;  /* whose names of values count, or NULL */
    const char *name;
};

#define SOURCE(l) (int)(l)->e->len, (l)->f->text + (l)->e->at
#define WORD(l) (int)(l)->e->n, (l)->e->text

static bool wrong(const struct literal *l, const char *why)
{
    return tell_at(l->f, l->e->at, l->e->len, "\"%.*s\" %s", WORD(l), why);
}

static bool no_string(const struct literal *l)
{
    return tell_at(l->f, l->e->at, l->e->len, "%s cannot be converted from a string (%.*s).", type_title(l->type),
                   SOURCE(l));
}

static bool found(const struct literal *l, struct value_of v)
{
    struct value_of *copy = arena_copy(&l->f->arena, &v, sizeof v);
    l->e->values = (struct list){ copy, 1 };
    return copy != NULL || tell(l->f, "There is not enough memory.");
}

static bool found_bytes(const struct literal *l, const uint8_t *bytes, size_t n)
{
    const uint8_t *copy = n != 0 ? arena_copy(&l->f->arena, bytes, n) : bytes;
    if (copy == NULL)
        return tell(l->f, "There is not enough memory.");
    return found(l, (struct value_of){ .v.p = copy, .len = (uint32_t)n, .prefix = NO_PREFIX });
}

static bool copy_word(const struct literal *l, char *to, size_t room)
{
    if (l->e->n >= room)
        return false;
    memcpy(to, l->e->text, l->e->n);
    to[l->e->n] = '\0';
    return true;
}

/* --- names of values ---------------------------------------------------------------------------- */

static bool has_names(const struct field *f)
{
    return f != NULL && (f->values != NULL || f->ranges != NULL || f->name_of != NULL);
}

/* 2: the name; 1: its words before an explanation in parentheses; 0: another. */
static int names_it(const char *name, const struct literal *l)
{
    uint32_t n = l->e->n;
    if (strncasecmp(name, l->e->text, n) != 0)
        return 0;
    return name[n] == '\0' ? 2 : name[n] == ' ' && name[n + 1] == '(' ? 1 : 0;
}

struct matches {
    struct value_of *v;
    uint32_t n, room;
    int how;  /* the best kind of match so far */
};

static void add_match(const struct literal *l, struct matches *m, const char *name, uint64_t value)
{
    int how = name != NULL ? names_it(name, l) : 0;
    if (how == 0 || how < m->how)
        return;
    if (how > m->how)
        m->n = 0;
    m->how = how;
    if (m->n == m->room) {
        uint32_t room = m->room != 0 ? m->room * 2 : 4;
        struct value_of *v = arena_take(&l->f->arena, room * sizeof *v);
        if (v == NULL)
            return;
        if (m->n != 0)
            memcpy(v, m->v, m->n * sizeof *v);
        m->v = v;
        m->room = room;
    }
    m->v[m->n++] = (struct value_of){ .v.u = value, .prefix = NO_PREFIX };
}

/* Values of the field that have the literal as their name. */
static bool named_value(const struct literal *l)
{
    const struct field *f = l->field;
    struct matches m = { 0 };
    if (f->type == FT_BOOLEAN) {
        add_match(l, &m, f->truth != NULL ? f->truth->yes : "True", 1);
        add_match(l, &m, f->truth != NULL ? f->truth->no : "False", 0);
    }
    for (uint32_t i = 0; f->values != NULL && i < f->values->count; i++)
        add_match(l, &m, f->values->rows[i].text,
                  type_is_int(f->type) ? (uint64_t)(int64_t)(int32_t)f->values->rows[i].value
                                       : f->values->rows[i].value);
    for (uint32_t i = 0; f->ranges != NULL && i < f->ranges->count; i++)
        for (uint64_t v = f->ranges->rows[i].from; v <= f->ranges->rows[i].to && v - f->ranges->rows[i].from < 65536;
             v++)
            add_match(l, &m, f->ranges->rows[i].text, v);
    for (uint32_t v = 0; f->name_of != NULL && v < 65536; v++)
        add_match(l, &m, f->name_of(v), v);
    l->e->values = (struct list){ m.v, m.n };
    return m.n != 0;
}

static bool no_name(const struct literal *l)
{
    return tell_at(l->f, l->e->at, l->e->len, "\"%.*s\" cannot be found among the possible values for %s.", WORD(l),
                   l->name != NULL ? l->name : "the field");
}

/* --- numbers ------------------------------------------------------------------------------------- */

enum number { NUMBER_FINE, NUMBER_NONE, NUMBER_OVERFLOW };

static enum number parse_number(const struct literal *l, uint64_t *v)
{
    char text[72], *end, *digits = text;
    int base = 0;
    if (!copy_word(l, text, sizeof text))
        return isdigit((unsigned char)l->e->text[0]) && strspn(l->e->text, "0123456789") >= l->e->n ? NUMBER_OVERFLOW
                                                                                                    : NUMBER_NONE;
    if (text[0] == '0' && (text[1] == 'b' || text[1] == 'B')) {
        digits += 2;
        base = 2;
    }
    if (!isxdigit((unsigned char)digits[0]))
        return NUMBER_NONE;
    errno = 0;
    *v = strtoull(digits, &end, base);
    if (*end != '\0' || end == digits)
        return NUMBER_NONE;
    return errno != 0 ? NUMBER_OVERFLOW : NUMBER_FINE;
}

static uint64_t largest(uint8_t type)
{
    static const uint8_t bits[FT_TYPES] = {
        [FT_CHAR] = 8,    [FT_UINT8] = 8,   [FT_UINT16] = 16, [FT_UINT24] = 24,   [FT_UINT32] = 32,
        [FT_UINT40] = 40, [FT_UINT48] = 48, [FT_UINT56] = 56, [FT_INT8] = 7,      [FT_INT16] = 15,
        [FT_INT24] = 23,  [FT_INT32] = 31,  [FT_INT64] = 63,  [FT_FRAMENUM] = 32, [FT_IPXNET] = 32
    };
    return bits[type] == 0 ? UINT64_MAX : ((uint64_t)1 << bits[type]) - 1;
}

static bool to_integer(const struct literal *l)
{
    uint64_t v = 0;
    if (l->e->kind == EX_CHAR)
        return found(l, (struct value_of){ .v.u = (uint8_t)l->e->text[0], .prefix = NO_PREFIX });
    enum number how = l->e->kind == EX_STRING ? NUMBER_NONE : parse_number(l, &v);
    if (how == NUMBER_FINE && v <= largest(l->type))
        return found(l, (struct value_of){ .v.u = v, .prefix = NO_PREFIX });
    if (has_names(l->field))
        return named_value(l) || no_name(l);
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (how == NUMBER_NONE)
        return wrong(l, "is not a valid number.");
    if (how == NUMBER_OVERFLOW || (type_is_int(l->type) && v > (uint64_t)INT64_MAX))
        return wrong(l, "causes an integer overflow.");
    return tell_at(l->f, l->e->at, l->e->len, "\"%.*s\" too big for this field, maximum %llu.", WORD(l),
                   (unsigned long long)largest(l->type));
}

static bool to_boolean(const struct literal *l)
{
    uint64_t v = 0;
    if (l->e->kind == EX_CHAR)
        return found(l, (struct value_of){ .v.u = l->e->text[0] != 0, .prefix = NO_PREFIX });
    if (l->e->kind == EX_WORD && parse_number(l, &v) == NUMBER_FINE)
        return found(l, (struct value_of){ .v.u = v != 0, .prefix = NO_PREFIX });
    if (l->field != NULL && named_value(l))
        return true;
    if (l->e->n == 4 && strncasecmp(l->e->text, "true", 4) == 0)
        return found(l, (struct value_of){ .v.u = 1, .prefix = NO_PREFIX });
    if (l->e->n == 5 && strncasecmp(l->e->text, "false", 5) == 0)
        return found(l, (struct value_of){ .v.u = 0, .prefix = NO_PREFIX });
    return no_name(l);
}

static bool to_float(const struct literal *l)
{
    char text[72], *end;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (!copy_word(l, text, sizeof text) || !isdigit((unsigned char)text[0]))
        return wrong(l, "is not a valid floating-point number.");
    double v = strtod(text, &end);
    if (*end != '\0')
        return wrong(l, "is not a valid floating-point number.");
    return found(l, (struct value_of){ .v.f = v, .prefix = NO_PREFIX });
}

/* --- times ----------------------------------------------------------------------------------------- */

static bool to_span(const struct literal *l)
{
    uint64_t secs = 0, nsecs = 0, unit = 1000000000;
    uint32_t i = 0, n = l->e->n;
    const char *p = l->e->text;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    for (; i < n && isdigit((unsigned char)p[i]) && secs < INT64_MAX / 10000000000; i++)
        secs = secs * 10 + (uint64_t)(p[i] - '0');
    if (i != 0 && i < n && p[i] == '.')
        for (i++; i < n && isdigit((unsigned char)p[i]) && unit > 1; i++)
            nsecs += (uint64_t)(p[i] - '0') * (unit /= 10);
    if (i != n || n == 0)
        return wrong(l, "is not a valid time.");
    if (secs > (uint64_t)INT64_MAX / 1000000000 - 1)
        return wrong(l, "causes an integer overflow.");
    return found(l, (struct value_of){ .v.i = (int64_t)(secs * 1000000000 + nsecs), .prefix = NO_PREFIX });
}

/* As many digits as `most` at *p. */
static bool digits(const char **p, unsigned least, unsigned most, int *v)
{
    unsigned n = 0;
    for (*v = 0; n < most && isdigit((unsigned char)**p); n++)
        *v = *v * 10 + (*(*p)++ - '0');
    return n >= least;
}

static int64_t fraction(const char **p)
{
    int64_t ns = 0, unit = 1000000000;
    if (**p != '.' && **p != ',')
        return 0;
    for (++*p; isdigit((unsigned char)**p); ++*p)
        ns += (**p - '0') * (unit /= 10);
    return ns;
}

/* "Z", "UTC", "+01:00", "-05"; false: none, the time is local. */
static bool zone(const char **p, int64_t *seconds)
{
    static const char *const names[] = { "UTC", "GMT", "UT", "Z" };
    const char *q = *p + strspn(*p, " ");
    int hours, minutes = 0;
    *seconds = 0;
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (strncmp(q, names[i], strlen(names[i])) == 0) {
            *p = q + strlen(names[i]);
            return true;
        }
    if (*q != '+' && *q != '-')
        return false;
    int sign = *q++ == '-' ? -1 : 1;
    if (!digits(&q, 2, 2, &hours))
        return false;
    q += *q == ':';
    if (isdigit((unsigned char)*q) && !digits(&q, 2, 2, &minutes))
        return false;
    *seconds = sign * (hours * 3600 + minutes * 60);
    *p = q;
    return true;
}

/* "2024-01-01", with "T10:00:00.5" or parts of it behind */
static bool iso_moment(const char **p, struct tm *t, int64_t *ns)
{
    const char *q = *p;
    if (!digits(&q, 4, 4, &t->tm_year) || *q++ != '-' || !digits(&q, 2, 2, &t->tm_mon) || *q++ != '-' ||
        !digits(&q, 2, 2, &t->tm_mday) || t->tm_mon < 1 || t->tm_mon > 12 || t->tm_mday < 1 || t->tm_mday > 31)
        return false;
    t->tm_year -= 1900;
    t->tm_mon--;
    *p = q;
    if ((*q != 'T' && *q != ' ') || !isdigit((unsigned char)q[1]))
        return true;
    q++;
    if (!digits(&q, 2, 2, &t->tm_hour) || t->tm_hour > 23)
        return t->tm_hour = 0, true;
    *p = q;
    if (*q == ':' && q++ && digits(&q, 2, 2, &t->tm_min) && t->tm_min < 60) {
        *p = q;
        if (*q == ':' && q++ && digits(&q, 2, 2, &t->tm_sec) && t->tm_sec < 61) {
            *ns = fraction(&q);
            *p = q;
        }
    }
    return true;
}

/* "Sep 26, 2004 23:18:04.954975" */
static bool written_moment(const char **p, struct tm *t, int64_t *ns)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const char *q = *p;
    for (t->tm_mon = 0; t->tm_mon < 12 && strncmp(q, months + 3 * t->tm_mon, 3) != 0;)
        t->tm_mon++;
    if (t->tm_mon == 12 || q[3] != ' ')
        return false;
    q += 3 + strspn(q + 3, " ");
    if (!digits(&q, 1, 2, &t->tm_mday) || *q++ != ',')
        return false;
    q += strspn(q, " ");
    if (!digits(&q, 4, 4, &t->tm_year) || *q++ != ' ')
        return false;
    q += strspn(q, " ");
    if (!digits(&q, 1, 2, &t->tm_hour) || *q++ != ':' || !digits(&q, 2, 2, &t->tm_min) || *q++ != ':' ||
        !digits(&q, 2, 2, &t->tm_sec))
        return false;
    *ns = fraction(&q);
    t->tm_year -= 1900;
    *p = q;
    return true;
}

int moment_parse(const char *text, int64_t *ns)
{
    struct tm t = { .tm_isdst = -1 };
    int64_t fraction_ns = 0, offset;
    const char *p = text + strspn(text, " ");
    if (!iso_moment(&p, &t, &fraction_ns) && !written_moment(&p, &t, &fraction_ns))
        return 1;
    bool zoned = zone(&p, &offset);
    if (p[strspn(p, " ")] != '\0')
        return 2;
    int64_t secs = zoned ? (int64_t)timegm(&t) - offset : (int64_t)mktime(&t);
    if (__builtin_mul_overflow(secs, (int64_t)1000000000, ns) || __builtin_add_overflow(*ns, fraction_ns, ns))
        return 1;
    return 0;
}

static bool to_moment(const struct literal *l)
{
    char text[80];
    int64_t ns = 0;
    int how = copy_word(l, text, sizeof text) ? moment_parse(text, &ns) : 1;
    if (how == 2)
        return tell_at(l->f, l->e->at, l->e->len, "Unexpected data after time value.");
    if (how == 1)
        return wrong(l,
                     "is not a valid absolute time. Example: \"Nov 12, 1999 08:55:44.123\" or \"2011-07-04 12:34:56\"");
    return found(l, (struct value_of){ .v.i = ns, .prefix = NO_PREFIX });
}

/* --- bytes ------------------------------------------------------------------------------------------- */

static int nibble(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Digits in pairs, or one alone, with ":", "." or "-" between or nothing; -1: no bytes.  to: NULL, or where they go. */
static int64_t parse_bytes(const struct expr *e, uint8_t *to)
{
    const char *p = e->text;
    uint32_t i = 0, n = e->n;
    int64_t count = 0;
    if (n > 1 && (p[0] == ':' || p[0] == '.'))
        i++;
    if (n > 2 && n <= 4 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X'))
        i += 2;
    while (i < n) {
        if (nibble(p[i]) < 0)
            return -1;
        bool pair = i + 1 < n && nibble(p[i + 1]) >= 0;
        if (to != NULL)
            to[count] = (uint8_t)(pair ? nibble(p[i]) << 4 | nibble(p[i + 1]) : nibble(p[i]));
        count++;
        i += pair ? 2 : 1;
        if (i < n && strchr(":.-", p[i]) != NULL && ++i == n)
            return -1;
    }
    return count;
}

bool literal_is_bytes(const struct expr *e) { return parse_bytes(e, NULL) > 0; }

static bool to_bytes(const struct literal *l)
{
    if (l->e->kind == EX_STRING || l->e->kind == EX_CHAR)
        return found_bytes(l, (const uint8_t *)l->e->text, l->e->n);
    uint8_t *bytes = arena_take(&l->f->arena, l->e->n + 1);
    int64_t n = bytes != NULL ? parse_bytes(l->e, bytes) : -1;
    if (n < 0)
        return wrong(l, "is not a valid byte string.");
    return found_bytes(l, bytes, (size_t)n);
}

/* A type whose values have `size` bytes. */
static bool to_fixed_bytes(const struct literal *l, uint32_t size, const char *what)
{
    uint8_t *bytes = arena_take(&l->f->arena, l->e->n + 1);
    if (l->e->kind == EX_STRING)
        return no_string(l);
    int64_t n = bytes != NULL ? parse_bytes(l->e, bytes) : -1;
    if (n == size)
        return found_bytes(l, bytes, size);
    if (n < 0)
        return tell_at(l->f, l->e->at, l->e->len, "\"%.*s\" is not a valid hostname or %s.", WORD(l), what);
    return tell_at(l->f, l->e->at, l->e->len, "\"%.*s\" contains too %s bytes to be a valid %s.", WORD(l),
                   n < size ? "few" : "many", what);
}

static bool to_eui64(const struct literal *l)
{
    uint8_t *bytes = arena_take(&l->f->arena, l->e->n + 8);
    uint64_t v;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (bytes != NULL && parse_bytes(l->e, bytes) == 8)
        return found_bytes(l, bytes, 8);
    if (bytes == NULL || parse_number(l, &v) != NUMBER_FINE)
        return wrong(l, "is not a valid EUI-64 address.");
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(v >> (56 - 8 * i));
    return found_bytes(l, bytes, 8);
}

static bool to_guid(const struct literal *l)
{
    static const char shape[] = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    uint8_t bytes[16] = { 0 };
    uint32_t at = 0;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (l->e->n != sizeof shape - 1)
        return wrong(l, "is not a valid GUID.");
    for (uint32_t i = 0; i < sizeof shape - 1; i++) {
        char c = l->e->text[i];
        if (shape[i] == '-' ? c != '-' : nibble(c) < 0)
            return wrong(l, "is not a valid GUID.");
        if (shape[i] != '-') {
            bytes[at / 2] = (uint8_t)(bytes[at / 2] << 4 | nibble(c));
            at++;
        }
    }
    return found_bytes(l, bytes, 16);
}

/* "1.3.6.1" as the bytes that X.690 8.19 has for it */
static bool to_oid(const struct literal *l)
{
    uint8_t bytes[256];
    uint64_t arc = 0, first = 0;
    unsigned n = 0, arcs = 0;
    const char *p = l->e->text, *end = p + l->e->n;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    for (; p < end; p++) {
        if (!isdigit((unsigned char)*p) || n > sizeof bytes - 11)
            return wrong(l, "is not a valid OBJECT IDENTIFIER.");
        for (arc = 0; p < end && isdigit((unsigned char)*p) && arc < UINT64_MAX / 20; p++)
            arc = arc * 10 + (uint64_t)(*p - '0');
        if (p < end && *p != '.')
            return wrong(l, "is not a valid OBJECT IDENTIFIER.");
        arcs++;
        if (arcs == 1 && l->type == FT_OID) {
            first = arc;
            continue;
        }
        arc += arcs == 2 && l->type == FT_OID ? first * 40 : 0;
        unsigned more = 0;
        while (more < 9 && arc >> 7 * (more + 1) != 0)
            more++;
        for (; more > 0; more--)
            bytes[n++] = (uint8_t)(0x80 | (arc >> 7 * more & 0x7f));
        bytes[n++] = (uint8_t)(arc & 0x7f);
    }
    return found_bytes(l, bytes, n);
}

/* The "/24" that an address ends with is cut off *text and put into *prefix; false: told. */
static bool take_prefix(const struct literal *l, char *text, uint16_t most, const char *what, uint16_t *prefix)
{
    char *slash = strchr(text, '/');
    *prefix = NO_PREFIX;
    if (slash == NULL)
        return true;
    *slash = '\0';
    long bits = strtol(slash + 1, NULL, 10);
    if (bits > most)
        return tell_at(l->f, l->e->at, l->e->len, "%s should be <= %u, not %ld", what, most, bits);
    *prefix = bits == most ? NO_PREFIX : (uint16_t)bits;
    return true;
}

static bool to_ipv4(const struct literal *l)
{
    char text[64];
    uint8_t bytes[4];
    uint16_t prefix;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (!copy_word(l, text, sizeof text))
        return wrong(l, "is not a valid hostname or IPv4 address.");
    if (!take_prefix(l, text, 32, "Netmask bits in a CIDR IPv4 address", &prefix))
        return false;
    if (inet_pton(AF_INET, text, bytes) != 1)
        return wrong(l, "is not a valid hostname or IPv4 address.");
    return found(l, (struct value_of){ .v.u = be32(bytes), .prefix = prefix });
}

static bool to_ipv6(const struct literal *l)
{
    char text[64];
    uint8_t bytes[16];
    uint16_t prefix;
    if (l->e->kind == EX_STRING)
        return no_string(l);
    if (!copy_word(l, text, sizeof text))
        return wrong(l, "is not a valid hostname or IPv6 address.");
    if (!take_prefix(l, text, 128, "Prefix in a IPv6 address", &prefix))
        return false;
    if (inet_pton(AF_INET6, text, bytes) != 1)
        return wrong(l, "is not a valid hostname or IPv6 address.");
    const uint8_t *copy = arena_copy(&l->f->arena, bytes, 16);
    if (copy == NULL)
        return tell(l->f, "There is not enough memory.");
    return found(l, (struct value_of){ .v.p = copy, .len = 16, .prefix = prefix });
}

/* --- all of them -------------------------------------------------------------------------------------- */

static bool convert(const struct literal *l)
{
    switch (l->type) {
    case FT_BOOLEAN: return to_boolean(l);
    case FT_ABSOLUTE_TIME: return to_moment(l);
    case FT_RELATIVE_TIME: return to_span(l);
    case FT_ETHER: return to_fixed_bytes(l, 6, "Ethernet address");
    case FT_EUI64: return to_eui64(l);
    case FT_FCWWN: return to_fixed_bytes(l, 8, "FCWWN address");
    case FT_GUID: return to_guid(l);
    case FT_OID:
    case FT_REL_OID: return to_oid(l);
    default: break;
    }
    switch (class_of_type(l->type)) {
    case CLASS_UINT:
    case CLASS_INT: return to_integer(l);
    case CLASS_FLOAT: return to_float(l);
    case CLASS_IPv4: return to_ipv4(l);
    case CLASS_IPv6: return to_ipv6(l);
    case CLASS_BYTES: return to_bytes(l);
    case CLASS_TEXT: return found_bytes(l, (const uint8_t *)l->e->text, l->e->n);
    default: return wrong(l, "cannot be compared with this field.");
    }
}

bool literal_convert(struct filter *f, struct expr *e, uint8_t type, const struct field *field, const char *name)
{
    const struct literal l = { f, e, type, field, name };
    if (!convert(&l))
        return false;
    e->type = type;
    e->value_class = class_of_type(type);
    e->constant = true;
    return true;
}
