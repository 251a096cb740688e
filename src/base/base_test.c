/* base_test.c - arena, text, map, time. */
#include "base/arena.h"
#include "base/base.h"
#include "base/map.h"
#include "base/nstime.h"
#include "base/strbuf.h"
#include "check.h"

#include <arpa/inet.h>
#include <stdio.h>

static void test_arena(void)
{
    struct arena a = { .max = 64 * 1024 };
    char *p = arena_take(&a, 3), *q = arena_take(&a, 5);
    CHECK(p != NULL && q == p + 8);
    CHECK(arena_take(&a, 100000) == NULL);
    char *large = arena_take(&a, 20000);
    CHECK(large != NULL);
    arena_reset(&a);
    size_t kept = a.held;
    CHECK(arena_take(&a, 3) == (void *)large);  /* the larger block stays, and nothing else */
    CHECK(arena_take(&a, 20000) != NULL);
    CHECK_INT(a.held, kept);
    arena_free(&a);
    CHECK_INT(a.held, 0);
    a = (struct arena){ .large = true };
    for (size_t size = 2097152 - 64; size <= 2097152 + 64; size += 8) {  /* about a large page: all of it is there */
        char *all = arena_take(&a, size);
        if (CHECK(all != NULL))
            memset(all, 1, size);
    }
    arena_free(&a);

    a = (struct arena){ 0 };
    CHECK(arena_take(&a, 3) != NULL && arena_take(&a, 1024 * 1024 + 1) != NULL);
    arena_reset(&a);
    CHECK_INT(a.held, 16 * 1024);  /* but not a very large one */
    arena_free(&a);
}

/* What the library's printf says. */
static void test_against_printf(void)
{
    char text[80];
    struct strbuf sb = { 0 };
    uint64_t v = 0;
    for (unsigned i = 0; i < 3000; i++, v = i < 1200 ? i : v * 3 + i) {
        sb_clear(&sb);
        sb_uint(&sb, v);
        sb_char(&sb, ' ');
        sb_uint_pad(&sb, v, i % 24);
        unsigned width = i % 24 > 20 ? 20 : i % 24;
        snprintf(text, sizeof text, "%llu %0*llu", (unsigned long long)v, (int)width, (unsigned long long)v);
        CHECK_STR(sb_text(&sb), text);
    }
    for (unsigned n = 0; n < 256; n++) {
        uint8_t bytes[6] = { (uint8_t)n, (uint8_t)(n + 1), (uint8_t)(n * 7), (uint8_t)(n ^ 0xa5), (uint8_t)~n, 9 };
        sb_clear(&sb);
        sb_hex_bytes(&sb, bytes, 6, '\0');
        sb_hex_bytes(&sb, bytes, 1 + n % 6, '-');
        snprintf(text, sizeof text, "%02x%02x%02x%02x%02x%02x%02x-%02x-%02x-%02x-%02x-%02x", bytes[0], bytes[1],
                 bytes[2], bytes[3], bytes[4], bytes[5], bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
        text[12 + (1 + n % 6) * 3 - 1] = '\0';
        CHECK_STR(sb_text(&sb), text);
    }
    sb_free(&sb);
}

static void test_numbers(void)
{
    struct strbuf sb = { 0 };
    sb_uint(&sb, 0);
    sb_char(&sb, ' ');
    sb_int(&sb, INT64_MIN);
    sb_char(&sb, ' ');
    sb_hex(&sb, 0xbeef, 8);
    sb_char(&sb, ' ');
    sb_octal(&sb, 8, 3);
    sb_char(&sb, ' ');
    sb_uint(&sb, UINT64_MAX);
    CHECK_STR(sb_text(&sb), "0 -9223372036854775808 0000beef 0010 18446744073709551615");
    sb_clear(&sb);
    sb_escaped(&sb, (const uint8_t *)"a\n\x01\xc3\xa4\xff", 6);
    CHECK_STR(sb_text(&sb), "a\\n\\001\xc3\xa4\xef\xbf\xbd");
    sb_free(&sb);
    struct strbuf small = { .max = 4 };
    sb_str(&small, "12345");
    CHECK(small.cut && small.len == 0);
    sb_str(&small, "123");
    sb_str(&small, "45");
    CHECK(small.cut && small.len == 3);
    sb_char(&small, '4');
    CHECK_STR(sb_text(&small), "1234");
    sb_free(&small);
}

static void test_formats(void)
{
    char want[256];
    struct strbuf sb = { 0 };
#define SAME(...) (sb_clear(&sb), sb_printf(&sb, __VA_ARGS__), snprintf(want, sizeof want, __VA_ARGS__), CHECK_STR(sb_text(&sb), want))
    SAME("%u %d %s%c 100%%", 7u, -8, "text", '!');
    SAME("0x%04x %08x %x %02x", 0xabu, 0xdeadbeefu, 0u, 0x123u);
    SAME("%llu %lu %zu %lld", 18446744073709551615ull, 5ul, (size_t)6, -9223372036854775807ll);
    SAME("%5u|%-5s|%.2f|%04u|%X|%+d", 7u, "ab", 1.005, 12u, 255u, 3);
    SAME("%03d %s", 5, "fall back whole");
    SAME("plain");
#undef SAME
    sb_free(&sb);
}

static void test_ipv6(void)
{
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < 200000; i++) {
        uint8_t a[16];
        for (int j = 0; j < 8; j++) {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            unsigned pick = state & 3, w = pick == 0             ? (unsigned)(state >> 20) & 0xffff
                                           : pick == 1 && j == 5 ? 0xffff
                                                                 : 0;
            a[2 * j] = (uint8_t)(w >> 8);
            a[2 * j + 1] = (uint8_t)w;
        }
        char want[64];
        struct strbuf sb = { 0 };
        sb_ipv6(&sb, a);
        if (strcmp(sb_text(&sb), inet_ntop(AF_INET6, a, want, sizeof want)) != 0) {
            CHECK_STR(sb_text(&sb), want);
            sb_free(&sb);
            return;
        }
        sb_free(&sb);
    }
    CHECK(true);
}

static void test_map(void)
{
    struct arena keys = { 0 };
    struct map m = { .seed = 7, .keys = &keys };
    for (uintptr_t i = 1; i <= 5000; i++)
        *map_place(&m, &i, sizeof i) = (void *)i;
    bool all = true;
    for (uintptr_t i = 1; i <= 5000; i++)
        all &= map_find(&m, &i, sizeof i) == (void *)i;
    CHECK(all);
    uintptr_t none = 5001;
    CHECK(map_find(&m, &none, sizeof none) == NULL);
    CHECK_INT(m.count, 5000);
    map_free(&m);
    arena_free(&keys);
}

static void test_time(void)
{
    struct strbuf sb = { 0 };
    struct nstime t = { 1630515059, 405143000 };
    sb_moment(&sb, t, MOMENT_LONG, true, 9);
    CHECK_STR(sb_text(&sb), "Sep  1, 2021 16:50:59.405143000 UTC");
    sb_clear(&sb);
    sb_moment(&sb, t, MOMENT_YDOY, true, 6);
    CHECK_STR(sb_text(&sb), "2021/244 16:50:59.405143");
    sb_clear(&sb);
    sb_moment(&sb, t, MOMENT_ISO, true, 0);
    CHECK_STR(sb_text(&sb), "2021-09-01T16:50:59Z");
    sb_clear(&sb);
    sb_span(&sb, nstime_minus((struct nstime){ 1, 0 }, (struct nstime){ 1, 500000000 }), 9);
    CHECK_STR(sb_text(&sb), "-0.500000000");
    sb_clear(&sb);
    sb_duration(&sb, 90061);
    sb_char(&sb, '/');
    sb_duration(&sb, 7200);
    sb_char(&sb, '/');
    sb_duration(&sb, 0);
    CHECK_STR(sb_text(&sb), "1 day, 1 hour, 1 minute, 1 second/2 hours/0 seconds");
    sb_clear(&sb);
    sb_duration_ms(&sb, 60867);
    sb_char(&sb, '/');
    sb_duration_ms(&sb, 3600000);
    CHECK_STR(sb_text(&sb), "1 minute, 0.867 seconds/1 hour");
    CHECK_INT(nstime_to_ns((struct nstime){ INT64_MAX, 0 }), INT64_MAX);
    sb_clear(&sb);
    sb_span(&sb, (struct nstime){ 0, INT32_MIN }, 9);  /* as a damaged file may have it */
    CHECK_STR(sb_text(&sb), "-0.2147483648");
    sb_free(&sb);
}

int main(void)
{
    test_arena();
    test_numbers();
    test_against_printf();
    test_formats();
    test_ipv6();
    test_map();
    test_time();
    return check_done();
}
