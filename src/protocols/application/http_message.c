/* http_message.c - request lines, status lines and header lines, RFC 9112 and RFC 9110. */
#include "protocols/application/http_message.h"

#include "base/base.h"

#include <stddef.h>
#include <string.h>

struct method {
    const char *name;
    enum http_kind kind;
};

/* RFC 9110, WebDAV (RFC 4918, 3253, 5323), RPC over HTTP, and UPnP's notifications. */
static const struct method methods[] = {
    { "GET", HTTP_REQUEST }, { "PUT", HTTP_REQUEST }, { "POST", HTTP_REQUEST }, { "COPY", HTTP_REQUEST },
    { "LOCK", HTTP_REQUEST }, { "HEAD", HTTP_REQUEST }, { "MOVE", HTTP_REQUEST }, { "POLL", HTTP_REQUEST },
    { "MKCOL", HTTP_REQUEST }, { "TRACE", HTTP_REQUEST }, { "LABEL", HTTP_REQUEST }, { "MERGE", HTTP_REQUEST },
    { "BCOPY", HTTP_REQUEST }, { "BMOVE", HTTP_REQUEST }, { "PATCH", HTTP_REQUEST }, { "NOTIFY", HTTP_NOTIFICATION },
    { "SEARCH", HTTP_REQUEST }, { "DELETE", HTTP_REQUEST }, { "UNLOCK", HTTP_REQUEST }, { "REPORT", HTTP_REQUEST },
    { "UPDATE", HTTP_REQUEST }, { "OPTIONS", HTTP_REQUEST }, { "CONNECT", HTTP_REQUEST }, { "BDELETE", HTTP_REQUEST },
    { "CHECKIN", HTTP_REQUEST }, { "M-SEARCH", HTTP_REQUEST }, { "CCM_POST", HTTP_REQUEST }, { "CHECKOUT", HTTP_REQUEST },
    { "PROPFIND", HTTP_REQUEST }, { "BPROPFIND", HTTP_REQUEST }, { "PROPPATCH", HTTP_REQUEST },
    { "SUBSCRIBE", HTTP_NOTIFICATION }, { "BPROPPATCH", HTTP_REQUEST }, { "MKACTIVITY", HTTP_REQUEST },
    { "UNCHECKOUT", HTTP_REQUEST }, { "UNSUBSCRIBE", HTTP_NOTIFICATION }, { "MKWORKSPACE", HTTP_REQUEST },
    { "RPC_CONNECT", HTTP_REQUEST }, { "RPC_IN_DATA", HTTP_REQUEST }, { "RPC_OUT_DATA", HTTP_REQUEST },
    { "VERSION-CONTROL", HTTP_REQUEST }, { "BASELINE-CONTROL", HTTP_REQUEST }, { "SSTP_DUPLEX_POST", HTTP_REQUEST },
};

static uint32_t token_end(const uint8_t *p, uint32_t at, uint32_t end)
{
    while (at < end && p[at] != ' ' && p[at] != '\r' && p[at] != '\n')
        at++;
    return at;
}

enum http_kind http_kind_of(const uint8_t *p, uint32_t len)
{
    enum { LONGEST = 16 };
    if (len > 4 && memcmp(p, "HTTP/", 5) == 0)
        return HTTP_RESPONSE;
    if (len >= 3 && memcmp(p, "ICY", 3) == 0)
        return HTTP_RESPONSE;
    if (len < 3 || p[0] < 'B' || p[0] > 'V' || p[1] < '-' || p[1] > 'V')
        return HTTP_OTHER;  /* what any method begins with; asked of every stream whose port says nothing */
    uint32_t n = token_end(p, 0, len < LONGEST + 1 ? len : LONGEST + 1);
    for (uint32_t i = 0; i < ARRAY_LEN(methods); i++)
        if (methods[i].name[0] == (char)p[0] && strlen(methods[i].name) == n && memcmp(methods[i].name, p, n) == 0)
            return methods[i].kind;
    return HTTP_OTHER;
}

bool http_line_at(const uint8_t *p, uint32_t len, uint32_t off, struct http_line *line)
{
    if (off >= len)
        return false;
    const uint8_t *lf = memchr(p + off, '\n', len - off);
    uint32_t size = lf != NULL ? (uint32_t)(lf - (p + off)) + 1 : len - off, text = lf != NULL ? size - 1 : size;
    if (lf != NULL && text != 0 && p[off + text - 1] == '\r')
        text--;
    *line = (struct http_line){ { off, text }, size };
    return true;
}

/* Cuts the text up to the next blank off the front, and one blank with it. */
static struct http_part next_word(const uint8_t *p, struct http_part *rest)
{
    uint32_t end = rest->off + rest->len, stop = token_end(p, rest->off, end);
    struct http_part word = { rest->off, stop - rest->off };
    rest->off = stop < end ? stop + 1 : end;
    rest->len = end - rest->off;
    return word;
}

static void skip_blanks(const uint8_t *p, struct http_part *rest)
{
    while (rest->len != 0 && p[rest->off] == ' ') {
        rest->off++;
        rest->len--;
    }
}

struct http_request_line http_request_line_of(const uint8_t *p, struct http_part line)
{
    struct http_request_line r;
    r.method = next_word(p, &line);
    r.uri = next_word(p, &line);
    r.version = line;
    return r;
}

struct http_status_line http_status_line_of(const uint8_t *p, struct http_part line)
{
    enum { DIGITS = 3 };
    struct http_status_line s = { .version = next_word(p, &line) };
    skip_blanks(p, &line);
    struct http_part code = next_word(p, &line);
    if (code.len < DIGITS)
        return s;
    uint64_t number;
    s.code = (struct http_part){ code.off, DIGITS };
    if (http_number_of(p, s.code, &number))
        s.number = (uint32_t)number;
    skip_blanks(p, &line);
    s.phrase = line;
    return s;
}

bool http_header_of(const uint8_t *p, struct http_part line, struct http_header *header)
{
    const uint8_t *colon = line.len != 0 ? memchr(p + line.off, ':', line.len) : NULL;
    if (colon == NULL)
        return false;
    uint32_t end = line.off + line.len, at = (uint32_t)(colon - p);
    header->name = (struct http_part){ line.off, at - line.off };
    at++;
    while (at < end && (p[at] == ' ' || p[at] == '\t'))
        at++;
    header->value = (struct http_part){ at, end - at };
    return true;
}

static bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

bool http_is_token(const uint8_t *p, struct http_part part)
{
    for (uint32_t i = 0; i < part.len; i++) {
        uint8_t c = p[part.off + i], letter = c | 0x20;
        if (!is_digit(c) && !(letter >= 'a' && letter <= 'z') && (c == 0 || strchr("!#$%&*+-.\\^_`|~", c) == NULL))
            return false;
    }
    return part.len != 0;
}

bool http_number_of(const uint8_t *p, struct http_part part, uint64_t *number)
{
    uint64_t v = 0;
    uint32_t i = 0;
    for (; i < part.len && is_digit(p[part.off + i]); i++) {
        uint64_t digit = p[part.off + i] - '0';
        if (v > (UINT64_MAX - digit) / 10)
            return false;
        v = v * 10 + digit;
    }
    *number = v;
    return i != 0;
}

bool http_part_is(const uint8_t *p, struct http_part part, const char *text)
{
    for (uint32_t i = 0; i < part.len; i++) {
        uint8_t a = p[part.off + i], b = (uint8_t)text[i];
        if (b == 0 || (a != b && !((a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z')))
            return false;
    }
    return text[part.len] == '\0';
}

static struct http_part trimmed(const uint8_t *p, struct http_part part)
{
    while (part.len != 0 && (p[part.off + part.len - 1] == ' ' || p[part.off + part.len - 1] == '\t'))
        part.len--;
    return part;
}

/* A value that is a number and nothing else.  Lengths that no message can have are none. */
static void take_length(const uint8_t *p, struct http_part value, struct http_head *head)
{
    uint64_t n;
    value = trimmed(p, value);
    for (uint32_t i = 0; i < value.len; i++)
        if (!is_digit(p[value.off + i]))
            return;
    if (!http_number_of(p, value, &n))
        return;
    head->has_length = n <= INT32_MAX;
    head->length = n;
}

static void take_header(const uint8_t *p, const struct http_header *h, struct http_head *head)
{
    static const struct {
        const char *name;
        size_t place;
    } kept[] = {
        { "Content-Type", offsetof(struct http_head, type) },
        { "Content-Encoding", offsetof(struct http_head, coding) },
        { "Transfer-Encoding", offsetof(struct http_head, transfer) },
        { "Upgrade", offsetof(struct http_head, upgrade) },
        { "Sec-WebSocket-Protocol", offsetof(struct http_head, ws_protocol) },
        { "Sec-WebSocket-Extensions", offsetof(struct http_head, ws_extensions) },
        { "Host", offsetof(struct http_head, host) },
    };
    if (http_part_is(p, h->name, "Content-Length"))
        take_length(p, h->value, head);
    for (size_t i = 0; i < ARRAY_LEN(kept); i++)
        if (http_part_is(p, h->name, kept[i].name)) {
            struct http_part value = trimmed(p, h->value);
            memcpy((char *)head + kept[i].place, &value, sizeof value);
            head->has_host |= i == ARRAY_LEN(kept) - 1;
        }
}

void http_head_of(const uint8_t *p, uint32_t len, struct http_head *head)
{
    struct http_line line;
    struct http_header h;
    *head = (struct http_head){ .kind = http_kind_of(p, len) };
    if (!http_line_at(p, len, 0, &head->first))
        return;
    if (head->kind == HTTP_RESPONSE) {
        head->code = http_status_line_of(p, head->first.text).number;
    } else if (head->kind != HTTP_OTHER) {
        struct http_request_line r = http_request_line_of(p, head->first.text);
        head->method = r.method, head->uri = r.uri, head->version = r.version;
    }
    uint32_t at = head->kind != HTTP_OTHER ? head->first.size : 0;
    for (; !head->whole && http_line_at(p, len, at, &line); at += line.size) {
        head->whole = line.text.len == 0 && line.size != 0;
        if (head->whole)
            continue;
        if (!http_header_of(p, line.text, &h))
            break;
        take_header(p, &h, head);
    }
    head->size = at;
}

/* Without ", identity" at its end: that says of no coding, RFC 2616 section 3.6; later ones do not know it. */
static struct http_part without_identity(const uint8_t *p, struct http_part t)
{
    enum { LEN = sizeof "identity" - 1 };
    uint32_t end = t.len > LEN ? t.len - LEN : 0;
    if (end == 0 || !http_part_is(p, (struct http_part){ t.off + end, LEN }, "identity"))
        return t;
    while (end != 0 && p[t.off + end - 1] == ' ')
        end--;
    return end != 0 && p[t.off + end - 1] == ',' ? (struct http_part){ t.off, end - 1 } : t;
}

bool http_is_chunked(const uint8_t *p, const struct http_head *head, bool *only)
{
    static const char name[] = "chunked";
    struct http_part t = without_identity(p, head->transfer);
    enum { LEN = sizeof name - 1 };
    *only = t.len == LEN;
    if (t.len < LEN)
        return false;
    uint32_t before = t.off + t.len - LEN;
    return http_part_is(p, (struct http_part){ before, LEN }, name) &&
           (*only || p[before - 1] == ',' || p[before - 1] == ' ');
}
