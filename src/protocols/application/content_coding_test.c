/* content_coding_test.c - what goes in compressed comes out again, within bounds. */
#include "protocols/application/content_coding.h"

#include "check.h"

#include <stdlib.h>
#include <zlib.h>

static bool round_trip(struct dissect *d, int window, enum content_coding coding, const uint8_t *p, uint32_t n,
                       uint32_t cut, struct decoded *out)
{
    z_stream z = { 0 };
    uLong room = compressBound(n) + 64;
    uint8_t *packed = malloc(room);
    if (packed == NULL || deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        free(packed);
        return false;
    }
    z.next_in = (Bytef *)(uintptr_t)p;
    z.avail_in = n;
    z.next_out = packed;
    z.avail_out = (uInt)room;
    deflate(&z, Z_FINISH);
    uint32_t len = (uint32_t)(room - z.avail_out) - cut;
    deflateEnd(&z);
    bool good = content_decode(d, coding, packed, len, out);
    free(packed);
    return good;
}

static void codings(struct dissect *d)
{
    static const uint8_t text[] = "hello hello hello hello, hello";
    struct decoded out;
    CHECK(round_trip(d, MAX_WBITS + 16, CODING_GZIP, text, sizeof text, 0, &out));
    CHECK(out.len == sizeof text && memcmp(out.bytes, text, sizeof text) == 0);
    CHECK(round_trip(d, MAX_WBITS, CODING_DEFLATE, text, sizeof text, 0, &out));
    CHECK(out.len == sizeof text);
    CHECK(round_trip(d, -MAX_WBITS, CODING_DEFLATE, text, sizeof text, 0, &out));
    CHECK(out.len == sizeof text);
    CHECK(round_trip(d, MAX_WBITS + 16, CODING_GZIP, text, sizeof text, 10, &out));
    CHECK(out.len != 0 && out.len <= sizeof text);
    CHECK(!content_decode(d, CODING_GZIP, text, sizeof text, &out));
    CHECK(!content_decode(d, CODING_BROTLI, text, sizeof text, &out));
    CHECK(!content_decode(d, CODING_UNKNOWN, text, sizeof text, &out));
    CHECK(content_coding_of((const uint8_t *)"X-GZIP", 6) == CODING_GZIP);
    CHECK(content_coding_of((const uint8_t *)"gzi", 3) == CODING_UNKNOWN);
}

/* 20 MB of nothing take 20 KB: what comes out ends at the bound. */
static void bounds(struct dissect *d)
{
    enum { MUCH = 20 * 1024 * 1024, MOST = 16 * 1024 * 1024 };
    uint8_t *zeros = calloc(1, MUCH);
    struct decoded out = { 0 };
    CHECK(zeros != NULL && round_trip(d, MAX_WBITS + 16, CODING_GZIP, zeros, MUCH, 0, &out));
    CHECK(out.len == MOST);
    free(zeros);
}

static void messages(struct dissect *d)
{
    static const uint8_t hello[] = { 0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00 };  /* RFC 7692 section 7.2.3.1 */
    struct decoded out = { 0 };
    CHECK(content_decode_message(d, hello, sizeof hello, NULL, 0, &out));
    CHECK(out.len == 5 && memcmp(out.bytes, "Hello", 5) == 0);
    static const uint8_t again[] = { 0xf2, 0x00, 0x11, 0x00, 0x00 };  /* the same message with the window of the first */
    CHECK(content_decode_message(d, again, sizeof again, (const uint8_t *)"Hello", 5, &out));
    CHECK(out.len == 5 && memcmp(out.bytes, "Hello", 5) == 0);
}

int main(void)
{
    struct dissect d = { .arena.max = 64 * 1024 * 1024 };
    codings(&d);
    bounds(&d);
    messages(&d);
    arena_free(&d.arena);
    return check_done();
}
