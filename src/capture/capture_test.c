/* capture_test.c - reading captures: every format and byte order, every truncated prefix, random
   access against sequential, and the captures beside the checkout. */
#include "capture/capture.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file made in memory, in either byte order. */
struct made {
    uint8_t bytes[1 << 16];
    size_t len;
    bool big;
};

static void put8(struct made *m, unsigned v) { m->bytes[m->len++] = (uint8_t)v; }
static void put16(struct made *m, unsigned v)
{
    put8(m, (m->big ? v >> 8 : v) & 255);
    put8(m, (m->big ? v : v >> 8) & 255);
}
static void put32(struct made *m, uint32_t v)
{
    put16(m, m->big ? v >> 16 : v & 0xffff);
    put16(m, m->big ? v & 0xffff : v >> 16);
}
static void put_bytes(struct made *m, const void *p, size_t n)
{
    memcpy(m->bytes + m->len, p, n);
    m->len += n;
}
static void put_pad(struct made *m)
{
    while (m->len % 4 != 0)
        put8(m, 0);
}

static void pcap_header(struct made *m, uint32_t magic, uint32_t network)
{
    put32(m, magic);
    put16(m, 2);
    put16(m, 4);
    put32(m, 0);
    put32(m, 0);
    put32(m, 262144);
    put32(m, network);
}

static void pcap_record(struct made *m, uint32_t secs, uint32_t fraction, uint32_t cap, uint32_t wire, unsigned more)
{
    put32(m, secs);
    put32(m, fraction);
    put32(m, cap);
    put32(m, wire);
    for (unsigned i = 0; i < more; i++)
        put8(m, 0);
    for (uint32_t i = 0; i < cap; i++)
        put8(m, i & 255);
}

static size_t block_start(struct made *m, uint32_t type)
{
    size_t at = m->len;
    put32(m, type);
    put32(m, 0);
    return at;
}

static void block_end(struct made *m, size_t at)
{
    put_pad(m);
    uint32_t len = (uint32_t)(m->len + 4 - at);
    put32(m, len);
    size_t end = m->len;
    m->len = at + 4;
    put32(m, len);
    m->len = end;
}

static void option(struct made *m, unsigned code, const void *value, size_t len)
{
    put16(m, code);
    put16(m, (unsigned)len);
    put_bytes(m, value, len);
    put_pad(m);
}

static void section_block(struct made *m, const char *application)
{
    size_t at = block_start(m, BLOCK_SHB);
    put32(m, 0x1a2b3c4d);
    put16(m, 1);
    put16(m, 0);
    put32(m, UINT32_MAX);
    put32(m, UINT32_MAX);
    if (application != NULL) {
        option(m, OPT_SHB_USERAPPL, application, strlen(application));
        option(m, OPT_COMMENT, "first", 5);
        option(m, OPT_COMMENT, "second", 6);
        put32(m, 0);
    }
    block_end(m, at);
}

static size_t interface_start(struct made *m, unsigned linktype, uint32_t snaplen)
{
    size_t at = block_start(m, BLOCK_IDB);
    put16(m, linktype);
    put16(m, 0);
    put32(m, snaplen);
    return at;
}

static void packet_block(struct made *m, uint32_t interface, uint64_t ts, uint32_t cap, uint32_t wire)
{
    size_t at = block_start(m, BLOCK_EPB);
    put32(m, interface);
    put32(m, (uint32_t)(ts >> 32));
    put32(m, (uint32_t)ts);
    put32(m, cap);
    put32(m, wire);
    for (uint32_t i = 0; i < cap; i++)
        put8(m, i & 255);
    put_pad(m);
    option(m, OPT_COMMENT, "said", 4);
    put32(m, 0);
    block_end(m, at);
}

static struct capture *open_made(const struct made *m, struct thr_error *error)
{
    return capture_open_memory(m->bytes, m->len, "made", error);
}

static void check_frame(const struct capture_frame *f, int64_t secs, int32_t nsecs, uint32_t cap, uint32_t wire)
{
    CHECK_INT(f->time.secs, secs);
    CHECK_INT(f->time.nsecs, nsecs);
    CHECK_INT(f->cap_len, cap);
    CHECK_INT(f->wire_len, wire);
    bool same = true;
    for (uint32_t i = 0; i < f->cap_len; i++)
        same &= f->bytes[i] == (i & 255);
    CHECK(same);
}

static void test_pcap_magics(void)
{
    static const struct {
        uint32_t magic;
        enum pcap_variant variant;
        unsigned more, after_header;
        int32_t nsecs;
    } kinds[] = {
        { 0xa1b2c3d4, PCAP_STANDARD, 0, 0, 7000 }, { 0xa1b23c4d, PCAP_NANO, 0, 0, 7 },
        { 0xa1b2cd34, PCAP_MODIFIED, 8, 0, 7000 }, { 0xa1b2cd34, PCAP_SUSE63, 12, 0, 7000 },
        { 0xa1b2c3d4, PCAP_RH61, 8, 0, 7000 },     { 0xa1b2c3d4, PCAP_NOKIA, 4, 0, 7000 },
        { 0x1c0001ac, PCAP_STANDARD, 0, 4, 7000 }, { 0x1c0001ab, PCAP_STANDARD, 0, 4, 7000 },
    };
    for (unsigned k = 0; k < sizeof kinds / sizeof kinds[0] * 2; k++) {
        struct made m = { .big = k & 1 };
        pcap_header(&m, kinds[k / 2].magic, 1);
        for (unsigned i = 0; i < kinds[k / 2].after_header; i++)
            put8(&m, 0);
        for (uint32_t i = 0; i < 6; i++)
            pcap_record(&m, 1600000000 + i, 7, 60 + i, 90, kinds[k / 2].more);
        struct thr_error e = { 0 };
        struct capture *c = open_made(&m, &e);
        if (!CHECK(c != NULL))
            continue;
        CHECK_INT(capture_pcap_variant(c), kinds[k / 2].variant);
        struct capture_frame f;
        for (uint32_t i = 0; i < 6; i++) {
            CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
            check_frame(&f, 1600000000 + i, kinds[k / 2].nsecs, 60 + i, 90);
            CHECK_INT(f.encap, ENCAP_ETHER);
        }
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_END);
        capture_close(c);
    }
}

static void make_pcapng(struct made *m)
{
    section_block(m, "maker");
    size_t at = interface_start(m, 1, 0);
    option(m, OPT_IF_NAME, "eth0", 4);
    option(m, OPT_IF_FILTER, "\0tcp", 4);
    put32(m, 0);
    block_end(m, at);
    packet_block(m, 0, 1600000000000007, 61, 99);
    at = interface_start(m, 101, 96);
    option(m, OPT_IF_TSRESOL, "\x09", 1);
    put32(m, 0);
    block_end(m, at);
    packet_block(m, 1, 1600000000000000007, 4, 4);
    at = block_start(m, BLOCK_SPB);
    put32(m, 3);
    put_bytes(m, "\0\1\2", 3);
    block_end(m, at);
    at = block_start(m, BLOCK_NRB);
    option(m, 1, "\300\0\2\1one\0two\0", 12);
    option(m, 3, "\1\2\3\4\5\6mac\0", 10);
    put32(m, 0);
    block_end(m, at);
    at = block_start(m, BLOCK_DSB);
    put32(m, SECRETS_TLS);
    put32(m, 5);
    put_bytes(m, "A B C", 5);
    block_end(m, at);
    at = block_start(m, BLOCK_ISB);
    put32(m, 1);
    put32(m, 0);
    put32(m, 5);
    option(m, OPT_ISB_IFRECV, m->big ? "\0\0\0\0\0\0\0\7" : "\7\0\0\0\0\0\0\0", 8);
    put32(m, 0);
    block_end(m, at);
    m->big = !m->big;
    section_block(m, NULL);
    block_end(m, interface_start(m, 113, 0));
    packet_block(m, 0, 1000001, 2, 2);
    m->big = !m->big;
}

static void check_blocks(struct capture *c)
{
    CHECK_INT(capture_blocks(c), 3);
    uint64_t state = 0;
    struct capture_name_record n;
    const struct capture_block *b = capture_block(c, 0);
    CHECK(capture_block_name(b, &state, &n) && n.kind == NAME_IPV4 && memcmp(n.address, "\300\0\2\1", 4) == 0);
    CHECK_STR(n.name, "one");
    CHECK(capture_block_name(b, &state, &n));
    CHECK_STR(n.name, "two");
    CHECK(capture_block_name(b, &state, &n) && n.kind == NAME_EUI48);
    CHECK_STR(n.name, "mac");
    CHECK(!capture_block_name(b, &state, &n));
    struct capture_secret s;
    CHECK(capture_block_secret(capture_block(c, 1), &s));
    CHECK(s.type == SECRETS_TLS && s.len == 5 && memcmp(s.bytes, "A B C", 5) == 0);
    struct capture_statistics t;
    struct capture_option o;
    CHECK(capture_block_statistics(c, capture_block(c, 2), &t));
    CHECK_INT(t.interface, 1);
    CHECK_INT(t.time.nsecs, 5);
    CHECK(capture_option_find(t.options, OPT_ISB_IFRECV, 0, &o) && capture_option_number(&o) == 7);
    CHECK_INT(capture_block(c, 2)->frames_before, 3);
}

static void test_pcapng(void)
{
    for (int big = 0; big < 2; big++) {
        struct made m = { .big = big };
        make_pcapng(&m);
        struct thr_error e = { 0 };
        struct capture *c = open_made(&m, &e);
        if (!CHECK(c != NULL))
            continue;
        struct capture_frame f;
        struct capture_option o;
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
        check_frame(&f, 1600000000, 7000, 61, 99);
        CHECK(capture_option_find(f.options, OPT_COMMENT, 0, &o) && o.len == 4 && memcmp(o.bytes, "said", 4) == 0);
        CHECK(!capture_option_find(f.options, OPT_COMMENT, 1, &o));
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
        check_frame(&f, 1600000000, 7, 4, 4);
        CHECK_INT(f.interface, 1);
        CHECK_INT(f.encap, ENCAP_RAWIP);
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
        CHECK(!f.has_time && f.cap_len == 3 && f.interface == 0);
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
        check_frame(&f, 1, 1000, 2, 2);
        CHECK_INT(f.interface, 2);
        CHECK_INT(f.section, 1);
        CHECK_INT(f.encap, ENCAP_LINUX_SLL);
        CHECK_INT(capture_next(c, &f, &e), CAPTURE_END);
        check_blocks(c);
        CHECK_STR(capture_section(c, 0)->application, "maker");
        CHECK_STR(capture_interface(c, 0)->name, "eth0");
        CHECK_STR(capture_interface(c, 0)->filter, "tcp");
        CHECK_INT(capture_interface(c, 2)->number, 0);
        CHECK(capture_option_find(capture_section(c, 0)->options, OPT_COMMENT, 1, &o) && o.len == 6);
        capture_close(c);
    }
}

/* Every prefix of a file, in a heap block of its exact size: frames, then the right failure. */
static void test_prefixes(const struct made *m, const size_t *ends, unsigned n_ends)
{
    for (size_t len = 0; len <= m->len; len++) {
        uint8_t *exact = malloc(len != 0 ? len : 1);
        memcpy(exact, m->bytes, len);
        struct thr_error e = { 0 };
        struct capture *c = capture_open_memory(exact, len, "cut", &e);
        struct capture_frame f;
        enum capture_result r = CAPTURE_ERROR;
        bool whole = len == 0;
        for (unsigned i = 0; i < n_ends; i++)
            whole |= ends[i] == len;
        while (c != NULL && (r = capture_next(c, &f, &e)) == CAPTURE_FRAME)
            ;
        if (whole)
            CHECK(r == CAPTURE_END);
        else if (!CHECK(r == CAPTURE_ERROR &&
                        (e.failure == THR_FAILED_CUT_SHORT || (c == NULL && e.failure == THR_FAILED_FORMAT))))
            fprintf(stderr, "  at %zu of %zu: %s\n", len, m->len, e.text);
        capture_close(c);
        free(exact);
    }
}

static void test_cut(void)
{
    struct made m = { 0 };
    pcap_header(&m, 0xa1b2c3d4, 1);
    size_t ends[40] = { m.len };
    unsigned n = 1;
    for (uint32_t i = 0; i < 3; i++) {
        pcap_record(&m, 1600000000, 7, 20, 90, 0);
        ends[n++] = m.len;
    }
    test_prefixes(&m, ends, n);
    struct made g = { .big = true };
    make_pcapng(&g);
    n = 0;
    for (size_t at = 0; at < g.len && n < 40;) {
        bool little = at != 0 && memcmp(g.bytes + at, "\n\r\r\n", 4) == 0 ? g.bytes[at + 8] == 0x4d
                                                                          : n != 0 && g.bytes[at + 3] == 0;
        const uint8_t *p = g.bytes + at + 4;
        at += little ? (size_t)(p[0] | p[1] << 8) : (size_t)(p[3] | p[2] << 8);
        ends[n++] = at;
    }
    test_prefixes(&g, ends, n);
}

static void check_refused(const struct made *m, enum thr_failure failure, const char *text)
{
    struct thr_error e = { 0 };
    struct capture_frame f;
    struct capture *c = open_made(m, &e);
    enum capture_result r = CAPTURE_ERROR;
    while (c != NULL && (r = capture_next(c, &f, &e)) == CAPTURE_FRAME)
        ;
    CHECK_INT(r, CAPTURE_ERROR);
    CHECK_INT(e.failure, failure);
    CHECK_STR(e.text, text);
    capture_close(c);
}

static void test_refusals(void)
{
    struct made m = { 0 };
    put_bytes(&m, "hello world, this is text", 25);
    check_refused(&m, THR_FAILED_FORMAT, "The file \"made\" isn't a capture file in a format Thresher understands.");
    m.len = 0;
    pcap_header(&m, 0xa1b2c3d4, 1234);
    check_refused(&m, THR_FAILED_FORMAT,
                  "The file \"made\" contains record data that Thresher doesn't support.\n"
                  "(pcap: network type 1234 unknown or unsupported)");
    m.len = 0;
    pcap_header(&m, 0xa1b2c3d4, 1);
    pcap_record(&m, 1, 1, 8, 8, 0);
    put_bytes(&m, "\1\0\0\0\1\0\0\0\1\0\4\0\1\0\4\0", 16);
    check_refused(&m, THR_FAILED_DAMAGED,
                  "The file \"made\" appears to be damaged or corrupt.\n"
                  "(pcap: File has 262145-byte packet, bigger than maximum of 262144, at byte 48)");
    m.len = 0;
    section_block(&m, NULL);
    packet_block(&m, 0, 0, 1, 1);
    check_refused(&m, THR_FAILED_DAMAGED,
                  "The file \"made\" appears to be damaged or corrupt.\n"
                  "(pcapng: interface index 0 is not less than section interface count 0, at byte 28)");
    struct thr_error e = { 0 };
    CHECK(capture_open("/nonexistent/file", &e) == NULL);
    CHECK_STR(e.text, "The file \"/nonexistent/file\" doesn't exist.");
    CHECK(capture_open("/", &e) == NULL);
    CHECK_STR(e.text, "\"/\" is a directory (folder), not a file.");
}

static void test_reread(void)
{
    struct made m = { 0 };
    make_pcapng(&m);
    struct thr_error e = { 0 };
    struct capture *c = open_made(&m, &e);
    struct capture_frame f[4], again;
    for (int i = 0; i < 4; i++)
        CHECK_INT(capture_next(c, &f[i], &e), CAPTURE_FRAME);
    struct frame_reader *r = frame_reader_new(c);
    for (int i = 3; i >= 0; i--) {
        CHECK(capture_read(c, &f[i].place, r, &again, &e));
        CHECK(again.cap_len == f[i].cap_len && again.interface == f[i].interface && again.bytes == f[i].bytes);
        CHECK(nstime_compare(again.time, f[i].time) == 0 && again.options.len == f[i].options.len);
    }
    frame_reader_free(r);
    capture_close(c);
}

enum { FRAMES = 3000, FRAME_MOST = 700 };

/* A file that one window does not hold: a byte of it is told by its place. */
static uint8_t byte_at(uint64_t offset) { return (uint8_t)(offset * 2654435761u >> 13); }

static bool fits(const uint8_t *bytes, uint64_t offset, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        if (bytes[i] != byte_at(offset + i))
            return false;
    return true;
}

static bool write_long(FILE *file)
{
    struct made m = { 0 };
    pcap_header(&m, 0xa1b2c3d4, 1);
    uint64_t at = 0;
    bool fine = true;
    for (uint32_t i = 0; fine && i < FRAMES; i++) {
        uint32_t size = 60 + i * 2654435761u % (FRAME_MOST - 60);
        put32(&m, i);
        put32(&m, 0);
        put32(&m, size);
        put32(&m, size);
        for (uint32_t k = 0; k < size; k++)
            put8(&m, byte_at(at + m.len));
        fine = fwrite(m.bytes, 1, m.len, file) == m.len;
        at += m.len;
        m.len = 0;
    }
    return fine;
}

static void check_bytes(const struct capture_frame *f)
{
    if (!fits(f->bytes, f->place.offset + 16, f->cap_len))
        CHECK_INT(f->place.offset, 0);
}

/* In order, plainly, and at random; some of them from what another one holds. */
static void check_windows(struct capture *c, struct capture *plain)
{
    static struct frame_place places[FRAMES];
    struct capture_frame f, g, h;
    struct frame_reader *r[2] = { frame_reader_new(c), frame_reader_new(c) };
    uint32_t n = 0, random = 1;
    frame_reader_beside(r[1], frame_reader_held(r[0]));
    while (n < FRAMES && capture_next(c, &f, NULL) == CAPTURE_FRAME) {
        CHECK_INT(capture_next_plainly(plain, &g), CAPTURE_FRAME);
        CHECK(g.cap_len == f.cap_len && g.wire_len == f.wire_len && g.encap == f.encap && g.has_time == f.has_time);
        CHECK(memcmp(f.bytes, g.bytes, f.cap_len) == 0);
        check_bytes(&f);
        places[n++] = f.place;
    }
    CHECK_INT(n, FRAMES);
    CHECK_INT(capture_next_plainly(plain, &g), CAPTURE_END);
    for (int i = 0; i < 4 * FRAMES; i++) {
        random = random * 1664525 + 1013904223;
        uint32_t one = (random >> 8) % FRAMES, other = one + random % 64 < FRAMES ? one + random % 64 : one;
        if (!CHECK(capture_read(c, &places[one], r[0], &g, NULL) && capture_read(c, &places[other], r[1], &h, NULL)))
            break;
        check_bytes(&g);
        check_bytes(&h);
    }
    frame_reader_free(r[0]);
    frame_reader_free(r[1]);
}

static void test_windows(void)
{
    char path[] = "/tmp/thresher-test-XXXXXX";
    struct thr_error e = { 0 };
    int fd = mkstemp(path);
    FILE *file = fd >= 0 ? fdopen(fd, "wb") : NULL;
    if (!CHECK(file != NULL))
        return;
    CHECK(write_long(file));
    fclose(file);
    struct capture *c = capture_open(path, &e), *plain = capture_open(path, &e);
    unlink(path);
    if (CHECK(c != NULL && plain != NULL))
        check_windows(c, plain);
    capture_close(c);
    capture_close(plain);
}

/* A file that another one took the name of meanwhile is still the one that was opened. */
static void test_again(void)
{
    char path[] = "/tmp/thresher-test-XXXXXX";
    struct made m = { 0 };
    make_pcapng(&m);
    struct thr_error e = { 0 };
    int fd = mkstemp(path);
    FILE *file = fd >= 0 ? fdopen(fd, "wb") : NULL;
    if (!CHECK(file != NULL))
        return;
    CHECK(fwrite(m.bytes, 1, m.len, file) == m.len);
    fclose(file);
    struct capture *first = capture_open(path, &e);
    unlink(path);
    struct capture *again = first != NULL ? capture_again(first, &e) : NULL;
    struct capture_frame a, b;
    if (CHECK(again != NULL))
        for (int i = 0; i < 4; i++) {
            CHECK_INT(capture_next(first, &a, &e), CAPTURE_FRAME);
            CHECK_INT(capture_next(again, &b, &e), CAPTURE_FRAME);
            CHECK(a.cap_len == b.cap_len && memcmp(a.bytes, b.bytes, a.cap_len) == 0);
        }
    capture_close(again);
    capture_close(first);
}

int main(void)
{
    test_pcap_magics();
    test_pcapng();
    test_cut();
    test_refusals();
    test_reread();
    test_again();
    test_windows();
    CHECK_STR(encap_name(ENCAP_ETHER), "Ethernet");
    CHECK_INT(encap_linktype(ENCAP_RAWIP), 101);
    CHECK_INT(encap_by_short_name("ether"), 1);
    return check_done();
}
