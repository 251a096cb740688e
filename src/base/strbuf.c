/* strbuf.c - the growing text and the formatters of plain numbers and addresses. */
#include "base/strbuf.h"

#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool sb_grow(struct strbuf *sb, size_t more)
{
    size_t max = sb->max != 0 ? sb->max : SB_MAX;
    if (more > max || sb->len > max - more) {
        sb->cut = true;
        return false;
    }
    size_t room = sb->room != 0 ? sb->room : 128;
    while (room - sb->len <= more)
        room *= 2;
    if (room > max)
        room = max + 1; /* sb_room looks at the room alone */
    char *text = realloc(sb->text, room);
    if (text == NULL) {
        sb->cut = true;
        return false;
    }
    if (sb->room == 0)
        text[0] = '\0';
    sb->text = text;
    sb->room = room;
    return true;
}

void sb_uint(struct strbuf *sb, uint64_t v)
{
    if (v < 10)
        sb_char(sb, (char)('0' + v));
    else
        sb_uint_pad(sb, v, 1);
}

enum { MOST_DIGITS = 20 };

static unsigned digits_in(uint64_t v)
{
    static const uint64_t powers[MOST_DIGITS] = {
        0,
        UINT64_C(10),
        UINT64_C(100),
        UINT64_C(1000),
        UINT64_C(10000),
        UINT64_C(100000),
        UINT64_C(1000000),
        UINT64_C(10000000),
        UINT64_C(100000000),
        UINT64_C(1000000000),
        UINT64_C(10000000000),
        UINT64_C(100000000000),
        UINT64_C(1000000000000),
        UINT64_C(10000000000000),
        UINT64_C(100000000000000),
        UINT64_C(1000000000000000),
        UINT64_C(10000000000000000),
        UINT64_C(100000000000000000),
        UINT64_C(1000000000000000000),
        UINT64_C(10000000000000000000),
    };
    unsigned bits = 64 - (unsigned)__builtin_clzll(v | 1), least = bits * 1233 >> 12;  /* 1233 / 4096: log10(2) */
    return least + (v >= powers[least]);
}

/* Writes the digits so that they end before p, two at a time: most of what is printed is numbers. */
static char *put_digits(char *p, uint64_t v)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                "8081828384858687888990919293949596979899";
    for (; v > UINT32_MAX; v /= 100)
        memcpy(p -= 2, pairs + v % 100 * 2, 2);
    uint32_t low = (uint32_t)v;
    for (; low >= 100; low /= 100)
        memcpy(p -= 2, pairs + low % 100 * 2, 2);
    if (low >= 10)
        return memcpy(p - 2, pairs + low * 2, 2);
    *--p = (char)('0' + low);
    return p;
}

static COLD void uint_into_more(struct strbuf *sb, uint64_t v, unsigned digits)
{
    if (sb_grow(sb, digits))
        sb_uint_pad(sb, v, digits);
}

void sb_uint_pad(struct strbuf *sb, uint64_t v, unsigned digits)
{
    unsigned n = digits_in(v);
    n = n > digits ? n : digits < MOST_DIGITS ? digits : MOST_DIGITS;
    if (unlikely(sb->room - sb->len <= n)) {
        uint_into_more(sb, v, n);
        return;
    }
    char *first = sb->text + sb->len, *p = put_digits(first + n, v);
    while (p > first)
        *--p = '0';
    sb->len += n;
    first[n] = '\0';
}

void sb_int(struct strbuf *sb, int64_t v)
{
    if (v < 0)
        sb_char(sb, '-');
    sb_uint(sb, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

static const char hex_digits[] = "0123456789abcdef";

void sb_hex(struct strbuf *sb, uint64_t v, unsigned digits)
{
    char buf[16];
    unsigned n = 0;
    do {
        buf[sizeof buf - ++n] = hex_digits[v & 15];
        v >>= 4;
    } while (v != 0 || (n < digits && n < 16));
    sb_mem(sb, buf + sizeof buf - n, n);
}

void sb_octal(struct strbuf *sb, uint64_t v, unsigned digits)
{
    sb_printf(sb, "0%0*llo", (int)digits, (unsigned long long)v);
}

/* Each byte of w holds a number below 16: their digits. */
static uint64_t hex_digits_of(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t letters = (w + ones * 6) >> 4 & ones;
    return w + ones * '0' + letters * ('a' - '9' - 1);
}

/* Two digits as they stand in memory. */
static void put_pair(char *p, uint8_t byte)
{
    uint16_t w = (uint16_t)hex_digits_of((uint64_t)(byte >> 4) | (uint64_t)(byte & 15) << 8);
    p[0] = (char)w;
    p[1] = (char)(w >> 8);
}

/* Four bytes to eight digits at once. */
static size_t hex_plain(char *p, const uint8_t *bytes, size_t n)
{
    size_t i = 0;
    for (; i + 4 <= n; i += 4, p += 8) {
        uint64_t w = 0;
        for (unsigned k = 0; k < 4; k++)
            w |= (uint64_t)(bytes[i + k] >> 4) << (16 * k) | (uint64_t)(bytes[i + k] & 15) << (16 * k + 8);
        put_le64((uint8_t *)p, hex_digits_of(w));
    }
    for (; i < n; i++, p += 2)
        put_pair(p, bytes[i]);
    return n * 2;
}

static size_t hex_separated(char *p, const uint8_t *bytes, size_t n, char between)
{
    put_pair(p, bytes[0]);
    for (size_t i = 1; i < n; i++) {
        p[i * 3 - 1] = between;
        put_pair(p + i * 3, bytes[i]);
    }
    return n * 3 - 1;
}

void sb_hex_bytes(struct strbuf *sb, const uint8_t *bytes, size_t n, char between)
{
    if (n == 0 || n > SIZE_MAX / 4 || !sb_room(sb, n * (between != 0 ? 3 : 2)))
        return;
    char *p = sb->text + sb->len;
    sb->len += between != 0 ? hex_separated(p, bytes, n, between) : hex_plain(p, bytes, n);
    sb->text[sb->len] = '\0';
}

void sb_fill(struct strbuf *sb, char c, size_t n)
{
    if (!sb_room(sb, n))
        return;
    memset(sb->text + sb->len, c, n);
    sb->len += n;
    sb->text[sb->len] = '\0';
}

/* One conversion of a format: %[0][width][l|ll|z](u|d|x|s|c). */
struct conversion {
    bool zeros;
    unsigned width, longs;
    char kind;
};

/* Reads what follows a '%'; the character behind it, or NULL when it is not one of the simple ones. */
static const char *read_conversion(const char *f, struct conversion *c)
{
    *c = (struct conversion){ .zeros = *f == '0' };
    for (; *f >= '0' && *f <= '9'; f++)
        c->width = c->width * 10 + (unsigned)(*f - '0');
    for (; *f == 'l' || *f == 'z'; f++)
        c->longs++;
    c->kind = *f;
    bool known = *f == 'u' || *f == 'd' || *f == 'x' || *f == 's' || *f == 'c';
    bool simple = known && (c->width == 0 || (c->zeros && c->width <= 16));
    return simple ? f + 1 : NULL;
}

static void put_unsigned(struct strbuf *sb, const struct conversion *c, uint64_t v)
{
    if (c->kind == 'x')
        sb_hex(sb, v, c->width != 0 ? c->width : 1);
    else
        sb_uint_pad(sb, v, c->width != 0 ? c->width : 1);
}

/* The formats that labels are made of, without the cost of the library's; false, with nothing said of what was
   added, at the first conversion that it leaves to the library. */
static bool print_simple(struct strbuf *sb, const char *f, va_list args)
{
    struct conversion c;
    for (;;) {
        const char *to = f;
        while (*to != '\0' && *to != '%')
            to++;
        sb_mem(sb, f, (size_t)(to - f));
        f = to;
        if (*f == '\0')
            return true;
        if (f[1] == '%') {
            sb_char(sb, '%');
            f += 2;
            continue;
        }
        f = read_conversion(f + 1, &c);
        if (f == NULL || (c.kind == 'd' && c.width != 0))
            return false;
        if (c.kind == 's')
            sb_str(sb, va_arg(args, const char *));
        else if (c.kind == 'c')
            sb_char(sb, (char)va_arg(args, int));
        else if (c.kind == 'd')
            sb_int(sb, c.longs != 0 ? va_arg(args, long) : va_arg(args, int));
        else
            put_unsigned(sb, &c, c.longs != 0 ? va_arg(args, unsigned long) : va_arg(args, unsigned));
    }
}

_Static_assert(sizeof(long) == sizeof(long long), "sb_printf takes l and ll for the same");

void sb_printf(struct strbuf *sb, const char *format, ...)
{
    va_list args, again;
    size_t start = sb->len;
    va_start(args, format);
    bool done = print_simple(sb, format, args);
    va_end(args);
    if (done)
        return;
    sb_cut_to(sb, start);
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0 && sb_room(sb, (size_t)n)) {
        vsnprintf(sb->text + sb->len, (size_t)n + 1, format, again);
        sb->len += (size_t)n;
    }
    va_end(again);
}

/* An octet and the dot behind it. */
#define ONES(tens) { tens "0." }, { tens "1." }, { tens "2." }, { tens "3." }, { tens "4." }, \
                   { tens "5." }, { tens "6." }, { tens "7." }, { tens "8." }, { tens "9." }
#define TENS(hundreds) ONES(hundreds "0"), ONES(hundreds "1"), ONES(hundreds "2"), ONES(hundreds "3"), \
                       ONES(hundreds "4"), ONES(hundreds "5"), ONES(hundreds "6"), ONES(hundreds "7"), \
                       ONES(hundreds "8"), ONES(hundreds "9")

void sb_ipv4(struct strbuf *sb, const uint8_t address[4])
{
    static const struct {
        char text[4];
    } octets[] = {
        ONES(""),  ONES("1"), ONES("2"), ONES("3"), ONES("4"), ONES("5"),
        ONES("6"), ONES("7"), ONES("8"), ONES("9"), TENS("1"), TENS("2"),
    };
    char buf[16], *p = buf;
    for (int i = 0; i < 4; i++) {
        unsigned v = address[i];
        memcpy(p, octets[v].text, 4);
        p += 2 + (v >= 10) + (v >= 100);
    }
    *--p = '\0';
    size_t n = (size_t)(p - buf);
    if (sb->room - sb->len < sizeof buf) {
        sb_mem(sb, buf, n);
        return;
    }
    memcpy(sb->text + sb->len, buf, sizeof buf);
    sb->len += n;
}

#undef ONES
#undef TENS

void sb_ipv6(struct strbuf *sb, const uint8_t address[16])
{
    int best = -1, best_len = 1;
    for (int i = 0; i < 8;) {
        int j = i;
        while (j < 8 && be16(address + 2 * j) == 0)
            j++;
        if (j - i > best_len) {
            best = i;
            best_len = j - i;
        }
        i = j > i ? j : i + 1;
    }
    /* IPv4-mapped and IPv4-compatible addresses end in dotted form, as inet_ntop prints them. */
    bool mapped = best == 0 && ((best_len == 5 && be16(address + 10) == 0xffff) || best_len == 6);
    int words = mapped ? 6 : 8;
    for (int i = 0; i < words;) {
        if (i == best) {
            sb_str(sb, "::");
            i += best_len;
            continue;
        }
        if (i != 0 && i != best + best_len)
            sb_char(sb, ':');
        else if (i != 0 && best < 0)
            sb_char(sb, ':');
        sb_hex(sb, be16(address + 2 * i), 1);
        i++;
    }
    if (mapped) {
        if (best_len == 5)
            sb_char(sb, ':');
        sb_ipv4(sb, address + 12);
    }
}

void sb_ether(struct strbuf *sb, const uint8_t address[6]) { sb_hex_bytes(sb, address, 6, ':'); }

void sb_guid(struct strbuf *sb, const uint8_t guid[16])
{
    for (unsigned i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            sb_char(sb, '-');
        sb_hex(sb, guid[i], 2);
    }
}

/* Length of the valid UTF-8 sequence of more than one byte at p, 0 if there is none (RFC 3629).  `*bad`: bytes that
   one U+FFFD stands for then, as many as could begin a sequence. */
static size_t utf8_length(const uint8_t *p, size_t left, size_t *bad)
{
    uint8_t c = p[0];
    size_t n = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    uint8_t least = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80, most = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
    *bad = 1;
    if (n == 0 || left < 2 || p[1] < least || p[1] > most)
        return 0;
    for (size_t i = 2; i < n; i++)
        if (i >= left || (p[i] & 0xc0) != 0x80) {
            *bad = i;
            return 0;
        }
    return n;
}

/* Bytes of the sequence that c begins, going by its bits alone: 1 for what begins none. */
static unsigned lead_length(uint8_t c)
{
    return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf8 ? 4 : c < 0xfc ? 5 : c < 0xfe ? 6 : 1;
}

/* Control and formatting characters and what is no character at all. */
static bool is_invisible(uint32_t u)
{
    static const uint32_t spans[][2] = {
        { 0, 0x1f },          { 0x7f, 0x9f },       { 0xad, 0xad },       { 0x600, 0x605 },   { 0x61c, 0x61c },
        { 0x6dd, 0x6dd },     { 0x70f, 0x70f },     { 0x8e2, 0x8e2 },     { 0x180e, 0x180e }, { 0x200b, 0x200f },
        { 0x202a, 0x202e },   { 0x2060, 0x206f },   { 0xfeff, 0xfeff },   { 0xfff9, 0xfffb }, { 0x110bd, 0x110bd },
        { 0x1d173, 0x1d17a }, { 0xe0001, 0xe0001 }, { 0xe0020, 0xe007f },
    };
    if ((u & 0xfffe) == 0xfffe)
        return true;
    for (size_t i = 0; i < ARRAY_LEN(spans); i++)
        if (u >= spans[i][0] && u <= spans[i][1])
            return true;
    return false;
}

/* One character of more than one byte, or what stands for it; returns the bytes that it takes. */
static size_t escaped_character(struct strbuf *sb, const uint8_t *p, size_t left)
{
    unsigned n = lead_length(p[0]), have = 1;
    uint32_t u = n > 1 ? p[0] & (0x7fu >> n) : 0;
    while (have < n && have < left && (p[have] & 0xc0) == 0x80)
        u = u << 6 | (p[have++] & 0x3f);
    if (n == 1 || have < n || u > 0x10ffff || (u >= 0xd800 && u < 0xe000))
        sb_str(sb, "\xef\xbf\xbd");
    else if (is_invisible(u))
        sb_printf(sb, u > 0xffff ? "\\U%08X" : "\\u%04X", (unsigned)u);
    else
        sb_mem(sb, p, have);
    return have;
}

void sb_escaped(struct strbuf *sb, const uint8_t *bytes, size_t n)
{
    static const char letters[] = "abtnvfr";
    for (size_t i = 0; i < n;) {
        uint8_t c = bytes[i];
        if (c >= 0x80) {
            i += escaped_character(sb, bytes + i, n - i);
            continue;
        }
        i++;
        if (c >= 32 && c < 127)
            sb_char(sb, (char)c);
        else if (c >= 7 && c <= 13) {
            char two[2] = { '\\', letters[c - 7] };
            sb_mem(sb, two, 2);
        } else
            sb_printf(sb, "\\%03o", c);
    }
}

void sb_decoded(struct strbuf *sb, const uint8_t *bytes, size_t n, bool ascii)
{
    for (size_t i = 0; i < n;) {
        size_t bad = 1, u = bytes[i] < 0x80 ? 1 : ascii ? 0 : utf8_length(bytes + i, n - i, &bad);
        if (u != 0)
            sb_mem(sb, bytes + i, u);
        else
            sb_str(sb, "\xef\xbf\xbd");
        i += u != 0 ? u : bad;
    }
}

void sb_free(struct strbuf *sb)
{
    free(sb->text);
    *sb = (struct strbuf){ .max = sb->max };
}
