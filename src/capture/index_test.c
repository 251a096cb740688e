/* index_test.c - places in, the same places out: in a row, far apart, of several interfaces. */
#include "capture/index.h"

#include "check.h"

static uint32_t noise(uint32_t *state) { return *state = *state * 1664525u + 1013904223u, *state >> 8; }

/* Frame n's place; `wild` from which frame on interfaces change, or gaps are large. */
static struct frame_place place_of(uint64_t n, uint64_t wild)
{
    uint32_t state = (uint32_t)n;
    uint64_t offset = 24 + n * 80;
    if (n < wild)
        return (struct frame_place){ offset, 3 };
    if (wild % 2 == 0)
        return (struct frame_place){ offset, noise(&state) % 5 == 0 ? CAPTURE_NO_INTERFACE : noise(&state) % 0xffffe };
    return (struct frame_place){ offset + (n - wild + 1) * ((uint64_t)5 << 32), 3 };
}

static void test_places(uint64_t wild)
{
    enum { FRAMES = 1000 };
    struct frame_index x;
    uint64_t wrong = 0, first = 0;
    if (!CHECK(index_init(&x, true)))
        return;
    for (uint64_t n = 0; n < FRAMES; n++) {
        struct capture_frame f = { .place = place_of(n, wild), .has_time = n % 3 != 0, .time = { (int64_t)n, 5 } };
        CHECK(index_add(&x, &f));
        struct frame_place again = index_place(&x, first + 1), now = place_of(first, wild);
        wrong += again.offset != now.offset || again.interface != now.interface;
        first = n / 2;
    }
    CHECK_INT(index_count(&x), FRAMES);
    for (uint64_t n = 0; n < FRAMES; n++) {
        struct frame_place is = index_place(&x, n + 1), was = place_of(n, wild);
        wrong += is.offset != was.offset || is.interface != was.interface;
        wrong += index_time(&x, n + 1) != (n % 3 != 0 ? (int64_t)n * 1000000000 + 5 : INDEX_NO_TIME);
    }
    CHECK_INT(wrong, 0);
    struct capture_frame beyond = { .place = { (uint64_t)1 << 44, 0 } };
    CHECK(!index_add(&x, &beyond));
    CHECK_INT(index_count(&x), FRAMES);
    index_free(&x);
}

int main(void)
{
    test_places(5000);
    test_places(300);
    test_places(301);
    test_places(512);
    test_places(513);
    return check_done();
}
