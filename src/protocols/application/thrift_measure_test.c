/* thrift_measure_test.c - random messages, whole and broken: what comes byte by byte is measured as what comes at once, and the
   end of a sound one is found, no sooner than it is there. */
#include "protocols/application/thrift.h"

#include "check.h"

#include <string.h>

struct writer {
    uint8_t bytes[4096];
    uint32_t len, state;
    bool compact;
};

static uint32_t noise(uint32_t *state) { return *state = *state * 1664525u + 1013904223u, *state >> 8; }

static void put(struct writer *w, uint64_t value, uint32_t size)
{
    for (uint32_t i = size; i-- > 0 && w->len < sizeof w->bytes;)
        w->bytes[w->len++] = (uint8_t)(i < sizeof value ? value >> (8 * i) : 0);
}

static void put_varint(struct writer *w, uint64_t v)
{
    for (; v >= 0x80; v >>= 7)
        put(w, v | 0x80, 1);
    put(w, v, 1);
}

static void put_length(struct writer *w, uint32_t n)
{
    if (w->compact)
        put_varint(w, n);
    else
        put(w, n, 4);
}

static void put_number(struct writer *w, uint32_t size)
{
    if (w->compact)
        put_varint(w, noise(&w->state));
    else
        put(w, noise(&w->state), size);
}

/* In the compact protocol's order: what its four bits stand for. */
static const uint8_t types[] = { T_BOOL,   T_I8,   T_I16, T_I32, T_I64,    T_DOUBLE,
                                 T_BINARY, T_LIST, T_SET, T_MAP, T_STRUCT, T_UUID };

static uint32_t some_type(struct writer *w, uint32_t depth)
{
    uint32_t n = noise(&w->state) % (depth < 5 ? 12 : 7);
    return n;
}

static uint32_t type_bits(const struct writer *w, uint32_t t) { return w->compact ? t + 2 : types[t]; }

static void put_struct(struct writer *w, uint32_t depth);

static void put_value(struct writer *w, uint32_t t, uint32_t depth)
{
    uint32_t n = noise(&w->state) % 4, first = some_type(w, depth + 1), second = some_type(w, depth + 1);
    switch (types[t]) {
    case T_BOOL:
    case T_I8: put(w, 1, 1); break;
    case T_I16: put_number(w, 2); break;
    case T_I32: put_number(w, 4); break;
    case T_I64: put_number(w, 8); break;
    case T_DOUBLE: put(w, 1, 8); break;
    case T_UUID: put(w, 1, 16); break;
    case T_BINARY:
        put_length(w, n * 7);
        put(w, 0, n * 7);
        break;
    case T_STRUCT: put_struct(w, depth + 1); break;
    case T_MAP:
        if (!w->compact)
            put(w, type_bits(w, first) << 8 | type_bits(w, second), 2);
        put_length(w, n);
        if (w->compact && n != 0)
            put(w, type_bits(w, first) << 4 | type_bits(w, second), 1);
        for (uint32_t i = 0; i < n; i++) {
            put_value(w, first, depth + 1);
            put_value(w, second, depth + 1);
        }
        break;
    default:
        n = noise(&w->state) % 20 == 0 ? 20 : n;
        if (w->compact && n < 15)
            put(w, n << 4 | type_bits(w, first), 1);
        else
            put(w, w->compact ? 0xf0 | type_bits(w, first) : type_bits(w, first), 1);
        if (!w->compact || n >= 15)
            put_length(w, n);
        for (uint32_t i = 0; i < n; i++)
            put_value(w, first, depth + 1);
    }
}

static void put_struct(struct writer *w, uint32_t depth)
{
    for (uint32_t n = noise(&w->state) % 4; n > 0; n--) {
        uint32_t t = some_type(w, depth);
        bool far = noise(&w->state) % 3 == 0;
        put(w, w->compact ? (far ? 0 : 1u) << 4 | type_bits(w, t) : type_bits(w, t), 1);
        if (!w->compact)
            put(w, n, 2);
        else if (far)
            put_varint(w, 1000);
        if (!w->compact || types[t] != T_BOOL)
            put_value(w, t, depth);
    }
    put(w, T_STOP, 1);
}

static bool same(const struct thrift_measure *a, const struct thrift_measure *b)
{
    return a->at == b->at && a->missing == b->missing && a->broken == b->broken && a->ended == b->ended;
}

/* Byte by byte, in steps, and at once. */
static void check_parts(const struct writer *w, bool exception, bool sound)
{
    struct thrift_measure slow, steps;
    uint32_t wrong = 0;
    thrift_measure_begin(&slow, w->compact, exception, 20);
    thrift_measure_begin(&steps, w->compact, exception, 20);
    for (uint32_t len = 0; len <= w->len; len++) {
        struct thrift_measure once;
        thrift_measure_begin(&once, w->compact, exception, 20);
        thrift_measure_go(&once, w->bytes, len);
        if (!slow.broken && !slow.ended)
            thrift_measure_go(&slow, w->bytes, len);
        wrong += !same(&once, &slow);
        if (len % 7 == 0 && !steps.broken && !steps.ended) {
            thrift_measure_go(&steps, w->bytes, len);
            wrong += !same(&once, &steps);
        }
        if (sound)
            wrong += once.broken || once.ended != (len == w->len) || (len < w->len && len + once.missing > w->len);
    }
    CHECK_INT(wrong, 0);
    CHECK(!sound || slow.at == w->len);
}

static void test_random(bool compact)
{
    for (uint32_t seed = 1; seed < 400; seed++) {
        struct writer w = { .state = seed, .compact = compact };
        put_struct(&w, 0);
        if (w.len == sizeof w.bytes)
            continue;
        check_parts(&w, false, true);
        for (int i = 0; i < 3; i++)
            w.bytes[noise(&w.state) % w.len] ^= (uint8_t)noise(&w.state);
        check_parts(&w, false, false);
        check_parts(&w, true, false);
    }
}

static void test_exception(void)
{
    static const uint8_t whole[] = { T_BINARY, 0, 1, 0, 0, 0, 2, 'n', 'o', T_I32, 0, 2, 0, 0, 0, 6, T_STOP };
    struct writer w = { .len = sizeof whole };
    memcpy(w.bytes, whole, sizeof whole);
    check_parts(&w, true, true);
}

static void test_depth(void)
{
    struct writer w = { 0 };
    for (int i = 0; i < 30; i++)
        put(&w, T_STRUCT << 16 | 1, 3);
    struct thrift_measure m;
    thrift_measure_begin(&m, false, false, 1000);
    thrift_measure_go(&m, w.bytes, w.len);
    CHECK(!m.broken && m.missing == 1 + 30);
    thrift_measure_begin(&m, false, false, 20);
    thrift_measure_go(&m, w.bytes, w.len);
    CHECK(m.broken);
}

int main(void)
{
    test_random(false);
    test_random(true);
    test_exception();
    test_depth();
    return check_done();
}
