/* tls_ja.c - fingerprints of hellos: JA3 and JA3S (Salesforce, 2017), JA4 (FoxIO, 2023). */
#include "base/digest.h"
#include "protocols/security/tls.h"

#include <stdlib.h>

enum { NUMBERS_MAX = 512, EXT_SERVER_NAME = 0, EXT_GROUPS = 10, EXT_POINTS = 11, EXT_SIGNATURES = 13, EXT_ALPN = 16,
       EXT_VERSIONS = 43, JA4_PART = 12 };

struct numbers {
    uint16_t v[NUMBERS_MAX];
    uint32_t count;
};

/* A hello's parts that count; lists without the reserved values of RFC 8701. */
struct hello {
    uint16_t version;
    struct numbers suites, extensions, groups, points, signatures, versions;
    const uint8_t *alpn;
    uint32_t alpn_len;
    bool extensible;  /* the list of extensions, if any, is sound */
};

static void numbers_add(struct numbers *n, uint32_t v)
{
    if (n->count < NUMBERS_MAX && !tls_is_grease(v))
        n->v[n->count++] = (uint16_t)v;
}

/* The bytes of a vector at the cursor, which moves behind it; what is not there is left out. */
static struct cursor vector_take(struct cursor *c, uint32_t size)
{
    const uint8_t *p = cursor_take(c, size);
    uint32_t len = p != NULL ? (uint32_t)be_uint(p, size) : 0;
    struct cursor body = cursor_part(*c, len < c->cap ? len : c->cap);
    cursor_skip(c, len);
    return body;
}

static void numbers_read(struct numbers *n, struct cursor list, uint32_t size)
{
    const uint8_t *p;
    while ((p = cursor_take(&list, size)) != NULL)
        numbers_add(n, (uint32_t)be_uint(p, size));
}

static void extension_read(struct hello *h, unsigned type, struct cursor body)
{
    numbers_add(&h->extensions, type);
    switch (type) {
    case EXT_GROUPS: numbers_read(&h->groups, vector_take(&body, 2), 2); break;
    case EXT_SIGNATURES: numbers_read(&h->signatures, vector_take(&body, 2), 2); break;
    case EXT_VERSIONS: numbers_read(&h->versions, vector_take(&body, 1), 2); break;
    case EXT_POINTS: {
        struct cursor list = vector_take(&body, 1);
        for (uint32_t i = 0; i < list.cap && h->points.count < NUMBERS_MAX; i++)
            h->points.v[h->points.count++] = list.p[i];
        break;
    }
    case EXT_ALPN: {
        struct cursor list = vector_take(&body, 2), first = vector_take(&list, 1);
        h->alpn = first.p;
        h->alpn_len = first.cap;
        break;
    }
    default: break;
    }
}

static void extensions_read(struct hello *h, struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 2);
    h->extensible = c.wire == 0 || (p != NULL && be16(p) <= c.wire - 2);
    struct cursor list = h->extensible ? vector_take(&c, 2) : cursor_part(c, 0);
    while ((p = cursor_take(&list, 2)) != NULL)
        extension_read(h, be16(p), vector_take(&list, 2));
}

static void numbers_join(struct strbuf *sb, const struct numbers *n)
{
    for (uint32_t i = 0; i < n->count; i++) {
        if (i != 0)
            sb_char(sb, '-');
        sb_uint(sb, n->v[i]);
    }
}

static void emit_text(struct dissect *d, struct cursor c, unsigned row, const struct strbuf *sb)
{
    const char *kept = packet_copy(d, sb_text(sb), sb->len + 1);
    if (kept != NULL)
        emit_held(d, c, row, 0, 0, kept, (uint32_t)sb->len);
}

static void emit_with_digest(struct dissect *d, struct cursor c, unsigned full, unsigned hash, struct strbuf *sb)
{
    uint8_t digest[16];
    digest_md5(sb_text(sb), sb->len, digest);
    emit_text(d, c, full, sb);
    sb_clear(sb);
    sb_hex_bytes(sb, digest, sizeof digest, '\0');
    emit_text(d, c, hash, sb);
}

/* --- JA4 -------------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
    uint16_t x = *(const uint16_t *)a, y = *(const uint16_t *)b;
    return x < y ? -1 : x > y;
}

static void numbers_hex(struct strbuf *sb, const struct numbers *n)
{
    for (uint32_t i = 0; i < n->count; i++) {
        if (i != 0)
            sb_char(sb, ',');
        sb_hex(sb, n->v[i], 4);
    }
}

static void part_hash(struct strbuf *sb, const struct strbuf *text)
{
    uint8_t digest[32];
    digest_sha256(sb_text(text), text->len, digest);
    if (text->len == 0)
        sb_fill(sb, '0', JA4_PART);
    else
        sb_hex_bytes(sb, digest, JA4_PART / 2, '\0');
}

static const char *ja4_version(const struct hello *h)
{
    uint16_t v = h->versions.count == 0 ? h->version : 0;
    for (uint32_t i = 0; i < h->versions.count; i++)
        if (h->versions.v[i] > v && h->versions.v[i] <= TLS_1_3)
            v = h->versions.v[i];
    switch (v) {
    case TLS_1_3: return "13";
    case TLS_1_2: return "12";
    case TLS_1_1: return "11";
    case TLS_1_0: return "10";
    case SSL_3: return "s3";
    case SSL_2: return "s2";
    default: return "00";
    }
}

static bool is_word(uint8_t c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/* First and last character of the first name; of its hexadecimal form when one of them is neither letter nor digit. */
static void ja4_alpn(struct strbuf *sb, const struct hello *h)
{
    static const char digits[] = "0123456789abcdef";
    if (h->alpn_len == 0) {
        sb_str(sb, "00");
        return;
    }
    uint8_t first = h->alpn[0], last = h->alpn[h->alpn_len - 1];
    bool words = is_word(first) && is_word(last);
    sb_char(sb, words ? (char)first : digits[first >> 4]);
    sb_char(sb, words ? (char)last : digits[last & 15]);
}

static void ja4_join(struct strbuf *sb, struct hello *h, bool quic)
{
    struct strbuf part = { 0 };
    struct numbers rest = { .count = 0 };
    bool named = false;
    for (uint32_t i = 0; i < h->extensions.count; i++) {
        named = named || h->extensions.v[i] == EXT_SERVER_NAME;
        if (h->extensions.v[i] != EXT_SERVER_NAME && h->extensions.v[i] != EXT_ALPN)
            rest.v[rest.count++] = h->extensions.v[i];
    }
    sb_printf(sb, "%c%s%c%02u%02u", quic ? 'q' : 't', ja4_version(h), named ? 'd' : 'i',
              h->suites.count < 99 ? h->suites.count : 99, h->extensions.count < 99 ? h->extensions.count : 99);
    ja4_alpn(sb, h);
    qsort(h->suites.v, h->suites.count, sizeof h->suites.v[0], by_number);
    qsort(rest.v, rest.count, sizeof rest.v[0], by_number);
    numbers_hex(&part, &h->suites);
    sb_char(sb, '_');
    part_hash(sb, &part);
    sb_clear(&part);
    numbers_hex(&part, &rest);
    if (h->signatures.count != 0) {
        sb_char(&part, '_');
        numbers_hex(&part, &h->signatures);
    }
    sb_char(sb, '_');
    part_hash(sb, &part);
    sb_free(&part);
}

/* --- both sides ------------------------------------------------------------------------------- */

void tls_client_fingerprints(struct dissect *d, struct cursor c, bool quic)
{
    if (!wants(d, TLS_JA3) && !wants(d, TLS_JA3_FULL) && !wants(d, TLS_JA4))
        return;
    struct hello *h = packet_zero(d, sizeof *h);
    const uint8_t *p = cursor_peek(c, 0, 2);
    if (h == NULL || p == NULL)
        return;
    struct cursor end = cursor_at(c, c.wire);
    struct strbuf sb = { 0 };
    h->version = be16(p);
    cursor_skip(&c, 34);
    vector_take(&c, 1);
    numbers_read(&h->suites, vector_take(&c, 2), 2);
    vector_take(&c, 1);
    extensions_read(h, c);
    sb_printf(&sb, "%u,", h->version);
    numbers_join(&sb, &h->suites);
    sb_char(&sb, ',');
    numbers_join(&sb, &h->extensions);
    if (h->extensible) {
        sb_char(&sb, ',');
        numbers_join(&sb, &h->groups);
        sb_char(&sb, ',');
        numbers_join(&sb, &h->points);
    }
    emit_with_digest(d, end, TLS_JA3_FULL, TLS_JA3, &sb);
    sb_clear(&sb);
    ja4_join(&sb, h, quic);
    emit_text(d, end, TLS_JA4, &sb);
    sb_free(&sb);
}

/* JA3S keeps reserved values. */
void tls_server_fingerprints(struct dissect *d, struct cursor c)
{
    if (!wants(d, TLS_JA3S) && !wants(d, TLS_JA3S_FULL))
        return;
    const uint8_t *p = cursor_peek(c, 0, 2), *suite;
    struct cursor end = cursor_at(c, c.wire);
    struct strbuf sb = { 0 };
    if (p == NULL)
        return;
    cursor_skip(&c, 34);
    if (p[0] != 0x7f)
        vector_take(&c, 1);
    if ((suite = cursor_take(&c, 2)) == NULL)
        return;
    if (p[0] != 0x7f)
        cursor_skip(&c, 1);
    sb_printf(&sb, "%u,%u,", be16(p), be16(suite));
    struct cursor list = vector_take(&c, 2);
    for (const uint8_t *e = cursor_take(&list, 2), *q = e; e != NULL; e = cursor_take(&list, 2)) {
        if (e != q)
            sb_char(&sb, '-');
        sb_uint(&sb, be16(e));
        vector_take(&list, 2);
    }
    emit_with_digest(d, end, TLS_JA3S_FULL, TLS_JA3S, &sb);
    sb_free(&sb);
}
