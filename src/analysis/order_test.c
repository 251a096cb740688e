/* order_test.c - segments that were lost, doubled, late and overlapping give the stream that was sent. */
#include "check.h"

#include "analysis/order.h"

#include <string.h>

enum { STREAM = 400, SEGMENTS = 4000, GAPS = 64 };

/* What came out: the offsets in the stream of the bytes, as `at` of the chunk says them. */
struct out {
    uint32_t next;           /* offset of the byte that has to come next */
    unsigned gaps;
    uint32_t missing;
    bool wrong;
};

static bool take(void *context, const struct chunk *c)
{
    struct out *o = context;
    if (c->missing != 0) {
        o->gaps++;
        o->missing += c->missing;
        o->next += c->missing;
    } else {
        o->wrong |= c->at + c->off != o->next || c->len == 0;
        o->next += c->len;
    }
    return true;
}

static uint32_t dice(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % below;
}

static struct chunk piece(uint32_t at, uint32_t len) { return (struct chunk){ .at = at, .len = len }; }

/* Random segments of a stream, in any order, until each byte was sent: all of it, in order. */
static void test_random(void)
{
    for (uint32_t seed = 0; seed < 200; seed++) {
        struct order o = { 0 };
        struct out out = { 0 };
        uint64_t state = seed;
        uint32_t isn = seed % 3 == 0 ? UINT32_MAX - 100 : dice(&state, UINT32_MAX);
        struct chunk syn = piece(0, 0);
        CHECK(order_segment(&o, isn, 0, true, &syn, take, &out));
        for (unsigned i = 0; i < SEGMENTS && out.next < STREAM; i++) {
            uint32_t at = dice(&state, STREAM), len = 1 + dice(&state, 20);
            struct chunk c = piece(at, len < STREAM - at ? len : STREAM - at);
            CHECK(order_segment(&o, isn + 1 + at, c.len, false, &c, take, &out));
        }
        CHECK_INT(out.next, STREAM);
        CHECK(!out.wrong);
        CHECK_INT(out.gaps, 0);
        order_free(&o);
    }
}

static void give(struct order *o, struct out *out, uint32_t at, uint32_t len, uint32_t stated)
{
    struct chunk c = piece(at, len);
    CHECK(order_segment(o, 1000 + at, stated, false, &c, take, out));
}

static void acknowledge(struct order *o, struct out *out, uint32_t at)
{
    const struct chunk gap = { 0 };
    CHECK(order_acknowledged(o, 1000 + at, &gap, take, out));
}

static void test_gaps(void)
{
    struct order o = { 0 };
    struct out out = { 0 };
    give(&o, &out, 0, 5, 5);
    give(&o, &out, 20, 5, 5);
    give(&o, &out, 10, 5, 5);
    acknowledge(&o, &out, 10);      /* all before it may still come */
    CHECK_INT(out.gaps, 0);
    acknowledge(&o, &out, 11);
    CHECK_INT(out.gaps, 1);
    CHECK_INT(out.next, 15);
    acknowledge(&o, &out, 25);
    CHECK_INT(out.gaps, 2);
    CHECK_INT(out.missing, 10);
    CHECK_INT(out.next, 25);
    give(&o, &out, 5, 5, 5);        /* too late */
    CHECK_INT(out.next, 25);
    CHECK(!out.wrong);
    order_free(&o);
}

/* What the snap length cut off is neither shown nor missed; nothing at all of a segment captured is. */
static void test_cut(void)
{
    struct order o = { 0 };
    struct out out = { 0 };
    give(&o, &out, 0, 3, 10);
    CHECK_INT(out.next, 3);
    out.next = 10;
    give(&o, &out, 10, 0, 10);
    give(&o, &out, 20, 4, 4);
    CHECK_INT(out.next, 10);
    acknowledge(&o, &out, 24);
    CHECK_INT(out.missing, 10);
    CHECK_INT(out.next, 24);
    CHECK(!out.wrong);
    order_free(&o);
}

/* Segments in the opposite order: their number may be large. */
static void test_backwards(void)
{
    struct order o = { 0 };
    struct out out = { 0 };
    give(&o, &out, 0, 1, 1);
    for (uint32_t at = 200000; at > 1; at--)
        give(&o, &out, at, 1, 1);
    CHECK_INT(out.next, 1);
    give(&o, &out, 1, 1, 1);
    CHECK_INT(out.next, 200001);
    CHECK(!out.wrong);
    order_free(&o);
}

int main(void)
{
    test_random();
    test_gaps();
    test_cut();
    test_backwards();
    return check_done();
}
