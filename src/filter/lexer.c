/* lexer.c - a filter's text as tokens. */
#include "base/base.h"
#include "filter/internal.h"

#include <arpa/inet.h>
#include <stdlib.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
static bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static unsigned hex_of(char c) { return is_digit(c) ? (unsigned)(c - '0') : (unsigned)((c | 32) - 'a') + 10; }

/* --- escapes ---------------------------------------------------------------------------------- */

static unsigned put_utf8(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    unsigned more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const uint8_t lead[] = { 0, 0xc0, 0xe0, 0xf0 };
    to[0] = (char)(lead[more] | c >> 6 * more);
    for (unsigned i = 1; i <= more; i++)
        to[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3f));
    return more + 1;
}

/* What an escape is found to be. */
enum escape { ESCAPE_FINE, ESCAPE_UNKNOWN, ESCAPE_LARGE, ESCAPE_NO_CHARACTER };

static enum escape numbered_escape(const char *p, uint32_t *used, char *to, unsigned *n)
{
    char kind = p[1];
    uint32_t max = kind == 'x'   ? 2
                   : kind == 'u' ? 4
                   : kind == 'U' ? 8
                                 : 3,
             i = is_digit(kind) ? 1 : 2, first = i, v = 0;
    bool octal = is_digit(kind);
    while (i - first < max && (octal ? p[i] >= '0' && p[i] <= '7' : is_hex(p[i])))
        v = octal ? v * 8 + (uint32_t)(p[i++] - '0') : v * 16 + hex_of(p[i++]);
    *used = i;
    if (kind == 'u' || kind == 'U') {
        if (i - first != max || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
            return ESCAPE_NO_CHARACTER;
        *n = put_utf8(to, v);
        return ESCAPE_FINE;
    }
    if (i == first) {
        *used = 2;
        return ESCAPE_UNKNOWN;
    }
    to[0] = (char)v;
    *n = 1;
    return v > 255 ? ESCAPE_LARGE : ESCAPE_FINE;
}

/* The escape at p: how long it is, and the bytes it stands for. */
static enum escape escape(const char *p, uint32_t *used, char to[4], unsigned *n)
{
    static const char letters[] = "abfnrtv'\"\\", values[] = "\a\b\f\n\r\t\v'\"\\";
    const char *known = p[1] != '\0' ? strchr(letters, p[1]) : NULL;
    *used = 2;
    if (known != NULL) {
        to[0] = values[known - letters];
        *n = 1;
        return ESCAPE_FINE;
    }
    if (is_digit(p[1]) || p[1] == 'x' || p[1] == 'u' || p[1] == 'U')
        return numbered_escape(p, used, to, n);
    return ESCAPE_UNKNOWN;
}

static bool tell_escape(struct filter *f, enum escape what, uint32_t at, uint32_t len)
{
    static const char *const texts[] = { "", "is not a valid character escape sequence", "is larger than 255.",
                                         "is not a valid universal character name" };
    return tell_at(f, at, len, "%.*s %s", (int)len, f->text + at, texts[what]);
}

/* --- strings and characters --------------------------------------------------------------------- */

static bool lex_string(struct filter *f, uint32_t at, uint32_t quote, struct token *t)
{
    const char *text = f->text;
    bool raw = quote != at;
    uint32_t i = quote + 1;
    char *to = arena_take(&f->arena, f->text_len - quote + 1);
    t->text = to;
    if (to == NULL)
        return tell(f, "There is not enough memory.");
    while (text[i] != '"') {
        if (text[i] == '\0' || (text[i] == '\\' && text[i + 1] == '\0'))
            return tell_at(f, i, 1, "The final quote was missing from a quoted string.");
        if (text[i] != '\\') {
            *to++ = text[i++];
        } else if (raw) {
            *to++ = text[i++];
            *to++ = text[i++];
        } else {
            uint32_t used;
            unsigned n = 0;
            char bytes[4];
            enum escape what = escape(text + i, &used, bytes, &n);
            if (what != ESCAPE_FINE)
                return tell_escape(f, what, i, used);
            memcpy(to, bytes, n);
            to += n;
            i += used;
        }
    }
    t->kind = TOK_STRING;
    t->n = (uint32_t)(to - t->text);
    *to = '\0';
    t->len = i + 1 - at;
    return true;
}

static bool lex_char(struct filter *f, uint32_t at, struct token *t)
{
    const char *text = f->text;
    uint32_t i = at + 1, used = 1;
    unsigned n = 1;
    char bytes[4] = { text[i] };
    while (text[i] != '\0' && text[i] != '\'')
        i += text[i] == '\\' && text[i + 1] != '\0' ? 2 : 1;
    if (text[i] == '\0')
        return tell_at(f, i, 1, "The final quote was missing from a character constant.");
    uint32_t len = i + 1 - at;
    if (len == 2)
        return tell_at(f, at, len, "Empty character constant.");
    if (text[at + 1] == '\\' && escape(text + at + 1, &used, bytes, &n) != ESCAPE_FINE)
        return tell_at(f, at, len, "%.*s isn't a valid character constant.", (int)len, text + at);
    if (used != len - 2 || n != 1)
        return tell_at(f, at, len, "%.*s is too long to be a valid character constant.", (int)len, text + at);
    t->kind = TOK_CHAR;
    t->text = arena_copy(&f->arena, bytes, 4);
    t->n = 1;
    t->len = len;
    return t->text != NULL || tell(f, "There is not enough memory.");
}

/* --- words ---------------------------------------------------------------------------------------- */

/* Letters, digits, "_", and "." or "-" between them. */
static uint32_t plain_word(const char *p)
{
    uint32_t i = 0;
    while (is_word(p[i]) || (i != 0 && (p[i] == '.' || p[i] == '-') && is_word(p[i + 1])))
        i++;
    return i;
}

/* "00:1a:b3": pairs of digits. */
static uint32_t colon_bytes(const char *p)
{
    uint32_t i = 0;
    while (is_hex(p[i]) && is_hex(p[i + 1]) && !is_word(p[i + 2])) {
        i += 2;
        if (p[i] != ':' || !is_hex(p[i + 1]) || !is_hex(p[i + 2]) || is_word(p[i + 3]))
            break;
        i++;
    }
    return i > 2 && !is_word(p[i]) ? i : 0;
}

/* The longest IPv6 address that begins here. */
static uint32_t ipv6_word(const char *p)
{
    char copy[INET6_ADDRSTRLEN];
    uint8_t address[16];
    uint32_t n = 0, colons = 0;
    while (is_hex(p[n]) || p[n] == ':' || p[n] == '.')
        colons += p[n++] == ':';
    if (colons < 2)
        return 0;
    for (n = n < sizeof copy - 1 ? n : (uint32_t)sizeof copy - 1; n >= 2; n--) {
        memcpy(copy, p, n);
        copy[n] = '\0';
        if (inet_pton(AF_INET6, copy, address) == 1 && !is_word(p[n]))
            return n;
    }
    return 0;
}

/* "2024-01-01T10:00:00.5Z" without quotes. */
static uint32_t moment_word(const char *p)
{
    static const char shape[] = "9999-99-99T99:99:99";
    uint32_t i = 0;
    for (; shape[i] != '\0'; i++)
        if (shape[i] == '9' ? !is_digit(p[i]) : p[i] != shape[i])
            return 0;
    if (p[i] == '.' && is_digit(p[i + 1]))
        for (i++; is_digit(p[i]);)
            i++;
    return p[i] == 'Z' ? i + 1 : i;
}

/* "/24" behind an address */
static uint32_t prefix_length(const char *p, uint32_t max)
{
    uint32_t i = 1;
    if (p[0] != '/')
        return 0;
    while (i <= max && is_digit(p[i]))
        i++;
    return i > 1 ? i : 0;
}

static bool looks_ipv4(const char *p, uint32_t n)
{
    uint32_t dots = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_digit(p[i]) && p[i] != '.')
            return false;
        dots += p[i] == '.';
    }
    return dots == 3;
}

static uint32_t word_length(const char *p)
{
    uint32_t n = plain_word(p), bytes = colon_bytes(p), six = ipv6_word(p), moment = moment_word(p);
    if (moment > n)
        return moment;
    if (six != 0 && six >= bytes && six > n)
        return six + prefix_length(p + six, 3);
    if (bytes > n)
        return bytes;
    return looks_ipv4(p, n) ? n + prefix_length(p + n, 2) : n;
}

static void keyword(struct token *t)
{
    static const struct {
        const char *name;
        uint8_t kind, op;
    } words[] = {
        { "and", TOK_AND, 0 },
        { "or", TOK_OR, 0 },
        { "xor", TOK_XOR, 0 },
        { "not", TOK_NOT, 0 },
        { "in", TOK_IN, 0 },
        { "any", TOK_ANY, 0 },
        { "all", TOK_ALL, 0 },
        { "eq", TOK_TEST, TEST_EQ },
        { "any_eq", TOK_TEST, TEST_EQ },
        { "ne", TOK_TEST, TEST_ALL_NE },
        { "all_ne", TOK_TEST, TEST_ALL_NE },
        { "all_eq", TOK_TEST, TEST_ALL_EQ },
        { "any_ne", TOK_TEST, TEST_ANY_NE },
        { "gt", TOK_TEST, TEST_GT },
        { "ge", TOK_TEST, TEST_GE },
        { "lt", TOK_TEST, TEST_LT },
        { "le", TOK_TEST, TEST_LE },
        { "contains", TOK_TEST, TEST_CONTAINS },
        { "matches", TOK_TEST, TEST_MATCHES },
        { "bitwise_and", TOK_BITAND, 0 },
        { "bitand", TOK_BITAND, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (strlen(words[i].name) == t->len && memcmp(words[i].name, t->text, t->len) == 0) {
            t->kind = words[i].kind;
            t->op = words[i].op;
        }
}

/* A number after "#", a name after "$" or in "${...}", ".name", ":literal" and plain words. */
static bool lex_word(struct filter *f, uint32_t at, struct token *t)
{
    const char *p = f->text + at;
    uint32_t n = word_length(p);
    if (n == 0 && p[0] == '.' && is_word(p[1])) {
        n = 1 + plain_word(p + 1);
        *t = (struct token){ .kind = TOK_FIELD, .at = at, .len = n, .text = p + 1, .n = n - 1 };
        return true;
    }
    if (n == 0 && p[0] == ':' && is_hex(p[1])) {
        for (n = 1; is_hex(p[n]);)
            n++;
        if (is_word(p[n]))
            return false;
        *t = (struct token){ .kind = TOK_LITERAL, .at = at, .len = n, .text = p, .n = n };
        return true;
    }
    if (n == 0)
        return false;
    *t = (struct token){ .kind = TOK_WORD, .at = at, .len = n, .text = p, .n = n };
    keyword(t);
    return true;
}

/* --- the rest ------------------------------------------------------------------------------------- */

static bool lex_sign(const char *p, struct token *t)
{
    static const struct {
        const char *sign;
        uint8_t kind, op;
    } signs[] = {
        /* longer ones before those they begin with */
        { "===", TOK_TEST, TEST_ALL_EQ },
        { "!==", TOK_TEST, TEST_ANY_NE },
        { "==", TOK_TEST, TEST_EQ },
        { "!=", TOK_TEST, TEST_ALL_NE },
        { "~=", TOK_TEST, TEST_ANY_NE },
        { ">=", TOK_TEST, TEST_GE },
        { "<=", TOK_TEST, TEST_LE },
        { "&&", TOK_AND, 0 },
        { "||", TOK_OR, 0 },
        { "^^", TOK_XOR, 0 },
        { "..", TOK_RANGE, 0 },
        { ">", TOK_TEST, TEST_GT },
        { "<", TOK_TEST, TEST_LT },
        { "~", TOK_TEST, TEST_MATCHES },
        { "!", TOK_NOT, 0 },
        { "&", TOK_BITAND, 0 },
        { "+", TOK_PLUS, 0 },
        { "-", TOK_MINUS, 0 },
        { "*", TOK_STAR, 0 },
        { "/", TOK_SLASH, 0 },
        { "%", TOK_PERCENT, 0 },
        { "(", TOK_OPEN, 0 },
        { ")", TOK_CLOSE, 0 },
        { "{", TOK_LBRACE, 0 },
        { "}", TOK_RBRACE, 0 },
        { "[", TOK_LBRACKET, 0 },
        { "]", TOK_RBRACKET, 0 },
        { ",", TOK_COMMA, 0 },
        { "#", TOK_LAYER, 0 },
        { "@", TOK_RAW, 0 },
        { "$", TOK_REFERENCE, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        size_t n = strlen(signs[i].sign);
        if (strncmp(p, signs[i].sign, n) == 0) {
            t->kind = signs[i].kind;
            t->op = signs[i].op;
            t->len = (uint32_t)n;
            return true;
        }
    }
    return false;
}

bool lex(struct filter *f, uint32_t *at, struct token *t)
{
    const char *p = f->text;
    bool fine = true;
    while (p[*at] == ' ' || p[*at] == '\t' || p[*at] == '\n' || p[*at] == '\r')
        ++*at;
    *t = (struct token){ .kind = TOK_END, .at = *at, .text = p + *at };
    if (p[*at] == '\0')
        return true;
    if (p[*at] == '"' || ((p[*at] == 'r' || p[*at] == 'R') && p[*at + 1] == '"'))
        fine = lex_string(f, *at, p[*at] == '"' ? *at : *at + 1, t);
    else if (p[*at] == '\'')
        fine = lex_char(f, *at, t);
    else if ((uint8_t)p[*at] < 32 || (uint8_t)p[*at] > 126)
        fine = tell_at(f, *at, 1, "Non-printable ASCII characters may only appear inside double-quotes.");
    else if (!lex_word(f, *at, t) && !lex_sign(p + *at, t))
        *t = (struct token){ .kind = TOK_STRANGE, .at = *at, .len = 1, .text = p + *at, .n = 1 };
    *at += t->len;
    return fine;
}
