/* follow_test.c - a conversation of a sample, as programs ask for it. */
#include "check.h"

#include "thresher/follow.h"

#include <stdio.h>
#include <string.h>

/* Reads the whole capture, so that the streams are complete. */
static void read_all(struct thr_session *s)
{
    const struct thr_packet *p;
    while (thr_session_next(s, &p, NULL) == THR_PACKET)
        ;
}

/* The stream's chunks begin so, each in order. */
static void check_chunks(struct thr_follow *f, const char *const *begins, unsigned count)
{
    struct thr_chunk c;
    const uint8_t *bytes;
    CHECK(thr_follow_chunks(f) >= count);
    for (unsigned i = 0; i < count && i < thr_follow_chunks(f); i++) {
        size_t n = strlen(begins[i]);
        CHECK_INT(thr_follow_chunk(f, i, &c, &bytes, NULL), THR_OK);
        CHECK_INT(c.from, i % 2);
        CHECK(c.length >= n && memcmp(bytes, begins[i], n) == 0);
    }
    CHECK_INT(thr_follow_chunk(f, thr_follow_chunks(f), &c, &bytes, NULL), THR_FAILED_ARGUMENT);
    CHECK_INT(thr_follow_incomplete(f, NULL), THR_OK);
}

static void check_peer(struct thr_follow *f, unsigned end, const char *address, unsigned port)
{
    struct thr_peer p = thr_follow_peer(f, end);
    CHECK_STR(p.address, address);
    CHECK_INT(p.port, port);
    CHECK(!p.ipv6);
}

/* tcp.stream 1 of web.pcapng, by number and by ends, with a display filter that shows none of it. */
static void test_tcp(struct thr_engine *e, const char *path)
{
    static const char *const begins[] = { "GET /old HTTP/1.1\r\n", "HTTP/1.1 301 Moved", "GET /index.html",
                                          "HTTP/1.1 200 OK" };
    struct thr_session *s = thr_session_open(e, path, NULL);
    const struct thr_conversation number = { .number = 1 },
                                  ends = { .by_ends = true,
                                           .ends = { { { 192, 0, 2, 80 }, 4, 80 }, { { 192, 0, 2, 10 }, 4, 45598 } } };
    struct thr_filter *none = thr_filter_new(e, "arp", NULL);
    struct thr_follow *a = thr_follow_new(s, "tcp", &number, NULL), *b = thr_follow_new(s, "tcp", &ends, NULL);
    thr_session_display_filter(s, none);
    read_all(s);
    CHECK_STR(thr_follow_filter(a), "tcp.stream eq 1");
    CHECK_STR(thr_follow_filter(b),
              "((ip.src eq 192.0.2.80 and tcp.srcport eq 80) and (ip.dst eq 192.0.2.10 and tcp.dstport eq 45598)) or "
              "((ip.src eq 192.0.2.10 and tcp.srcport eq 45598) and (ip.dst eq 192.0.2.80 and tcp.dstport eq 80))");
    for (unsigned i = 0; i < 2; i++) {
        struct thr_follow *f = i == 0 ? a : b;
        check_peer(f, 0, "192.0.2.10", 45598);
        check_peer(f, 1, "192.0.2.80", 80);
        check_chunks(f, begins, 4);
    }
    thr_session_close(s);
    thr_follow_free(a);
    thr_follow_free(b);
    thr_filter_free(none);
}

/* A body whose coding is undone stands in no frame. */
static void test_http(struct thr_engine *e, const char *path)
{
    const struct thr_conversation which = { 0 };
    struct thr_session *s = thr_session_open(e, path, NULL);
    struct thr_follow *f = thr_follow_new(s, "http", &which, NULL);
    struct thr_chunk c;
    const uint8_t *bytes;
    read_all(s);
    CHECK(thr_follow_chunk(f, 2, &c, &bytes, NULL) == THR_OK && c.length == 3180);
    CHECK(memcmp(bytes, "<!doctype html>", 15) == 0);
    thr_session_close(s);
    thr_follow_free(f);
}

static void test_refusals(struct thr_engine *e, const char *path)
{
    const struct thr_conversation which = { .number = 9999 };
    struct thr_session *s = thr_session_open(e, path, NULL);
    struct thr_error error;
    CHECK(thr_follow_new(s, "arp", &which, &error) == NULL && error.failure == THR_FAILED_ARGUMENT);
    struct thr_follow *f = thr_follow_new(s, "udp", &which, NULL);
    read_all(s);
    CHECK_INT(thr_follow_chunks(f), 0);
    check_peer(f, 0, "", 0);
    CHECK_STR(thr_follow_protocol(0), "tcp");
    thr_session_close(s);
    thr_follow_free(f);
}

int main(int argc, char **argv)
{
    char path[512];
    struct thr_engine *e = argc > 1 ? thr_engine_new(NULL) : NULL;
    CHECK(e != NULL);
    if (e == NULL)
        return check_done();
    snprintf(path, sizeof path, "%s/web.pcapng", argv[1]);
    test_tcp(e, path);
    test_http(e, path);
    test_refusals(e, path);
    thr_engine_free(e);
    return check_done();
}
