/* der.c - elements of DER, and names of object identifiers. */
#include "protocols/security/der.h"

#include "base/strbuf.h"

enum { LENGTH_BYTES_MAX = 4, LONG_TAG = 31 };

bool der_peek(struct cursor c, struct der *e)
{
    const uint8_t *p = cursor_peek(c, 0, 2);
    if (p == NULL || (p[0] & LONG_TAG) == LONG_TAG)
        return false;
    uint32_t header = 2, length = p[1];
    if (p[1] & 0x80) {
        uint32_t n = p[1] & 0x7f;
        p = n != 0 && n <= LENGTH_BYTES_MAX ? cursor_peek(c, 0, 2 + n) : NULL;
        if (p == NULL)
            return false;
        length = (uint32_t)be_uint(p + 2, n);
        header += n;
    }
    if (length > c.cap - header)
        return false;
    e->id = p[0];
    e->whole = cursor_part(c, header + length);
    e->body = cursor_at(e->whole, header);
    return true;
}

bool der_take(struct cursor *c, struct der *e)
{
    if (!der_peek(*c, e))
        return false;
    cursor_skip(c, e->whole.wire);
    return true;
}

uint32_t der_count(struct cursor c)
{
    struct der e;
    uint32_t n = 0;
    while (der_take(&c, &e))
        n++;
    return n;
}

int64_t der_integer(struct cursor body)
{
    if (body.cap == 0 || body.cap > 8)
        return 0;
    unsigned unused = 64 - 8 * body.cap;
    return (int64_t)(be_uint(body.p, body.cap) << unused) >> unused;
}

/* Appends a number and the dot before it; returns the new length, or `at` when there is no room. */
static size_t arc_add(char *text, size_t at, uint64_t arc)
{
    char digits[20];
    size_t n = 0, dot = at != 0;
    do
        digits[n++] = (char)('0' + arc % 10);
    while ((arc /= 10) != 0);
    if (dot + n >= OID_TEXT - at)
        return at;
    if (dot)
        text[at++] = '.';
    while (n != 0)
        text[at++] = digits[--n];
    text[at] = '\0';
    return at;
}

/* X.690 section 8.19: the first two arcs share a number. */
void der_oid(struct cursor body, char text[OID_TEXT])
{
    uint64_t arc = 0;
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < body.cap; i++) {
        arc = arc << 7 | (body.p[i] & 0x7f);
        if (body.p[i] & 0x80)
            continue;
        if (at == 0) {
            uint64_t top = arc < 40 ? 0 : arc < 80 ? 1 : 2;
            at = arc_add(text, at, top);
            arc -= top * 40;
        }
        at = arc_add(text, at, arc);
        arc = 0;
    }
}
