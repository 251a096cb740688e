/* stream_test.c - messages in, segments of all kinds, the same messages out: DNS over TCP, whose messages stand behind
   their length. */
#include "base/base.h"
#include "flow/stream.h"

#include "check.h"
#include "dissect/label.h"

#include <stdio.h>
#include <stdlib.h>

extern const struct protocol proto_ip;

enum { MESSAGES = 60, STREAM_MAX = 64 * 1024, FRAMES_MAX = 4096, HEADERS = 40, SEQ = 0xffffff00 };  /* wraps soon */

struct frames {
    uint8_t *bytes[FRAMES_MAX];
    uint32_t len[FRAMES_MAX], count;
};

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13, *state ^= *state >> 17, *state ^= *state << 5;
    return *state;
}

/* Messages of random length whose DNS identifier is their number; what follows the header is the number too. */
static uint32_t make_stream(uint8_t *to, uint32_t *state, uint32_t longest)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < MESSAGES; i++) {
        uint32_t len = 12 + next_random(state) % longest;
        put_be16(to + at, len);
        memset(to + at + 2, 0, 12);
        put_be16(to + at + 2, i);
        memset(to + at + 14, (int)i, len - 12);
        at += 2 + len;
    }
    return at;
}

static void add_segment(struct frames *f, const uint8_t *stream, uint32_t from, uint32_t len)
{
    uint8_t *p = f->count < FRAMES_MAX ? calloc(1, HEADERS + len) : NULL;
    CHECK(p != NULL);
    if (p == NULL)
        return;
    p[0] = 0x45;
    put_be16(p + 2, HEADERS + len);
    p[8] = 64, p[9] = 6;
    put_be32(p + 12, 0xc0000201), put_be32(p + 16, 0xc0000202);
    put_be16(p + 20, 53), put_be16(p + 22, 40000);
    put_be32(p + 24, SEQ + from);
    put_be32(p + 28, 1);
    p[32] = 0x50, p[33] = 0x10;
    put_be16(p + 34, 1000);
    memcpy(p + HEADERS, stream + from, len);
    f->bytes[f->count] = p;
    f->len[f->count++] = HEADERS + len;
}

static void free_frames(struct frames *f)
{
    for (uint32_t i = 0; i < f->count; i++)
        free(f->bytes[i]);
    f->count = 0;
}

static const uint8_t *frame_bytes(void *context, uint32_t frame, uint32_t *cap)
{
    const struct frames *f = context;
    *cap = f->len[frame - 1];
    return f->bytes[frame - 1];
}

static uint32_t field_number(const char *name)
{
    uint32_t count, first = registry_find(name, &count);
    CHECK(count != 0);
    return registry_by_name[first];
}

/* The messages that a packet shows come next, and hold what they should. */
static void take_messages(const struct dissect *d, uint32_t *expected)
{
    uint32_t id = field_number("dns.id"), length = field_number("dns.length");
    uint32_t size = 0;
    for (uint32_t i = 0; i < d->tree.count; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (n->field == length)
            size = (uint32_t)n->v.u;
        if (n->field != id)
            continue;
        CHECK_INT(n->v.u, *expected);
        const uint8_t *bytes = node_bytes(d, n, 0, size);
        bool same = bytes != NULL;
        for (uint32_t k = 12; same && k < size; k++)
            same = bytes[k] == (uint8_t)*expected;
        CHECK(same);
        ++*expected;
    }
}

static void pass_over(struct dissect *d, const struct frames *f, uint32_t expected)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < f->count; i++) {
        struct frame_info frame = { .number = i + 1,
                                    .cap_len = f->len[i],
                                    .wire_len = f->len[i],
                                    .time.nsecs = (int32_t)(i * 1000),
                                    .has_time = true };
        dissect_bytes(d, &frame, f->bytes[i], &proto_ip);
        take_messages(d, &seen);
        CHECK_INT(d->nested, 0);
    }
    CHECK_INT(seen, expected);
}

/* The response that ends with the stream is shown in frame `expected`. */
static void pass_to_end(struct dissect *d, const struct frames *f, uint32_t expected)
{
    uint32_t code = field_number("http.response.code"), shown = 0;
    for (uint32_t i = 0; i < f->count; i++) {
        struct frame_info frame = { .number = i + 1, .cap_len = f->len[i], .wire_len = f->len[i], .has_time = true };
        dissect_bytes(d, &frame, f->bytes[i], &proto_ip);
        for (uint32_t k = 0; k < d->tree.count; k++)
            if (d->tree.nodes[k].field == code) {
                CHECK_INT(frame.number, expected);
                shown++;
            }
    }
    CHECK_INT(shown, 1);
}

typedef void frames_pass(struct dissect *d, const struct frames *f, uint32_t expected);

/* One pass that shows as it goes, and two: all messages come out in each. */
static void check_frames(struct frames *f, uint32_t expected, bool ordered, frames_pass *pass)
{
    struct thr_error error;
    struct engine *e = engine_new(&error);
    if (e != NULL && ordered)
        CHECK_INT(engine_set_pref(e, "tcp.reassemble_out_of_order:TRUE", &error), THR_OK);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    if (!CHECK(w != NULL))
        return;
    wanted_all(w);
    wanted_settle(w, e);
    for (int twice = 0; twice < 2; twice++) {
        struct flow_state *flows = flow_state_new(twice, 1);
        struct dissect d;
        CHECK_INT(dissect_open(&d, e, w, flows), 0);
        d.first_pass = true;
        pass(&d, f, expected);
        struct frame_access access = { frame_bytes, f };
        d.first_pass = false;
        d.frames = &access;
        if (twice)
            pass(&d, f, expected);
        dissect_close(&d);
        flow_state_free(flows);
    }
    wanted_free(w);
    engine_free(e);
}

struct plan {
    uint32_t from, len;
};

/* Segments of random sizes; now and then some of what was sent is sent again.  When `ordered` is asked for they change
   places too, some are lost and come much later, and what is sent again has other borders. */
static void test_random(uint32_t seed, bool ordered)
{
    struct frames f = { 0 };
    uint8_t *stream = calloc(1, STREAM_MAX);
    struct plan *plan = calloc(FRAMES_MAX, sizeof *plan);
    uint32_t state = seed, longest = 1 + seed * 7 % 900, at = 0, n = 0;
    uint32_t len = make_stream(stream, &state, longest), most = 1 + seed * 13 % 1400;
    while (at < len) {
        uint32_t part = 1 + next_random(&state) % most;
        if (part > len - at)
            part = len - at;
        plan[n++] = (struct plan){ at, part };
        at += part;
        if (next_random(&state) % 8 == 0) {
            uint32_t back = 1 + next_random(&state) % (at < 3000 ? at : 3000);
            plan[n++] = (struct plan){ at - back, 1 + next_random(&state) % back };
        }
    }
    for (uint32_t i = 0; ordered && i + 1 < n; i++) {
        uint32_t far = next_random(&state) % 16 == 0 ? 40 : 4, other = i + next_random(&state) % far;
        struct plan one = plan[i];
        if (i == 0 || other == 0 || other >= n)
            continue;  /* the first tells where the stream begins */
        plan[i] = plan[other];
        plan[other] = one;
    }
    for (uint32_t i = 0; i < n; i++)
        add_segment(&f, stream, plan[i].from, plan[i].len);
    check_frames(&f, MESSAGES, ordered, pass_over);
    free_frames(&f);
    free(plan);
    free(stream);
}

/* Segments inside one long message change places, within the time in which that is no retransmission. */
static void test_order(bool ordered)
{
    struct frames f = { 0 };
    uint8_t *stream = calloc(1, STREAM_MAX);
    uint32_t state = 7;
    make_stream(stream, &state, 1);
    put_be16(stream, 1012);
    memset(stream + 14, 0, 1000);
    add_segment(&f, stream, 0, 100);
    add_segment(&f, stream, 700, 200);
    add_segment(&f, stream, 400, 300);
    add_segment(&f, stream, 100, 150);
    add_segment(&f, stream, 200, 200);
    add_segment(&f, stream, 900, 114);
    check_frames(&f, 1, ordered, pass_over);
    free_frames(&f);
    free(stream);
}

/* A segment reaches past the end of a message in which something is still missing.  As in tshark, what fills the gap counts
   only when segments are put in order. */
static void test_past_gap(bool ordered)
{
    struct frames f = { 0 };
    uint8_t *stream = calloc(1, STREAM_MAX);
    uint32_t state = 8;
    make_stream(stream, &state, 1);
    put_be16(stream, 1012);
    memset(stream + 14, 0, 1000);
    put_be16(stream + 1014, 2000);  /* the next one, never whole */
    add_segment(&f, stream, 0, 100);
    add_segment(&f, stream, 400, 700);
    add_segment(&f, stream, 100, 300);
    check_frames(&f, ordered ? 1 : 0, ordered, pass_over);
    free_frames(&f);
    free(stream);
}

/* What is missing never comes: what follows is kept, and nothing of it is shown. */
static void test_gap(void)
{
    struct frames f = { 0 };
    uint8_t *stream = calloc(1, STREAM_MAX);
    uint32_t state = 9;
    make_stream(stream, &state, 1);
    add_segment(&f, stream, 0, 14);
    add_segment(&f, stream, 28, 14);
    add_segment(&f, stream, 42, 14);
    check_frames(&f, 1, true, pass_over);
    free_frames(&f);
    free(stream);
}

/* A body without a length ends with the stream: RFC 9112 section 6.3.  The FIN stands alone, or with the last bytes. */
static void test_end(bool ordered)
{
    static const char response[] = "HTTP/1.0 200 OK\r\nServer: x\r\n\r\nall of it";
    enum { LEN = sizeof response - 1 };
    static const uint32_t cuts[][3] = {
        { 36, LEN - 36, 0 }, { 36, LEN - 36 }, { LEN, 0 }, { LEN }, { 7, 20, LEN - 27 }
    };
    static const uint32_t segments[] = { 3, 2, 2, 1, 3 };
    for (size_t i = 0; i < ARRAY_LEN(cuts); i++) {
        struct frames f = { 0 };
        uint32_t at = 0;
        for (uint32_t k = 0; k < segments[i]; at += cuts[i][k++]) {
            add_segment(&f, (const uint8_t *)response, at, cuts[i][k]);
            put_be16(f.bytes[k] + 20, 80);
            f.bytes[k][33] |= k + 1 == segments[i];
        }
        check_frames(&f, segments[i], ordered, pass_to_end);
        free_frames(&f);
    }
}

int main(void)
{
    for (uint32_t seed = 1; seed <= 40; seed++)
        test_random(seed, false);
    for (uint32_t seed = 1; seed <= 80; seed++)
        test_random(seed, true);
    test_order(false);
    test_order(true);
    test_past_gap(true);
    test_past_gap(false);
    test_gap();
    test_end(false);
    test_end(true);
    return check_done();
}
