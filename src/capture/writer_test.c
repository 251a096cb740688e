/* writer_test.c - what is written is read back the same: every kind of file, every compression, in
   both byte orders; and compressed files read at random. */
#include "capture/writer.h"

#include "capture/index.h"
#include "check.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct file_bytes {
    uint8_t *bytes;
    size_t len;
};

static char folder[] = "/tmp/thresher-test-XXXXXX";

static const char *path_of(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static struct file_bytes slurp(const char *path)
{
    struct file_bytes f = { 0 };
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return f;
    fseek(in, 0, SEEK_END);
    f.len = (size_t)ftell(in);
    rewind(in);
    f.bytes = malloc(f.len + 1);
    f.len = fread(f.bytes, 1, f.len, in);
    fclose(in);
    return f;
}

/* Pseudo-random but repeatable: compressible, with a bit of noise. */
static uint32_t noise(uint32_t *state) { return *state = *state * 1664525 + 1013904223; }

static void fill(uint8_t *p, uint32_t n, uint32_t number)
{
    uint32_t state = number;
    for (uint32_t i = 0; i < n; i++)
        p[i] = (uint8_t)(i % 7 == 0 ? noise(&state) >> 24 : i + number);
}

static uint32_t length_of(uint32_t number) { return number % 97 == 0 ? 60000 : 20 + number % 1400; }

/* A capture of `count` frames without a source. */
static void write_frames(const char *path, const struct writer_options *o, uint32_t count)
{
    struct thr_error e = { 0 };
    struct capture_writer *w = capture_writer_open(path, o, NULL, &e);
    if (!CHECK(w != NULL))
        return;
    struct capture_interface i = { .linktype = 1,
                                   .encap = ENCAP_ETHER,
                                   .snaplen = 262144,
                                   .tsresol = o->format == CAPTURE_PCAPNG || o->variant == PCAP_NANO ? 9 : 6 };
    uint32_t id;
    static uint8_t bytes[60000];
    CHECK(capture_writer_interface(w, &i, &id, &e));
    for (uint32_t n = 0; n < count; n++) {
        fill(bytes, length_of(n), n);
        struct capture_frame f = { .bytes = bytes,
                                   .cap_len = length_of(n),
                                   .wire_len = length_of(n) + 5,
                                   .is_packet = true,
                                   .time = { 1700000000 + n, (int32_t)n * 1000 },
                                   .has_time = true,
                                   .encap = ENCAP_ETHER,
                                   .interface = id,
                                   .drop_count = UINT32_MAX };
        if (!CHECK(capture_writer_frame(w, &f, &e)))
            break;
    }
    CHECK(capture_writer_close(w, &e));
}

static bool as_written(const struct capture_frame *f, uint32_t n)
{
    static uint8_t bytes[60000];
    if (f->cap_len != length_of(n) || f->wire_len != f->cap_len + 5 || f->time.secs != 1700000000 + n ||
        f->time.nsecs != (int32_t)n * 1000)
        return false;
    fill(bytes, f->cap_len, n);
    return memcmp(bytes, f->bytes, f->cap_len) == 0;
}

static void read_frames(const char *path, uint32_t count, bool at_random)
{
    struct thr_error e = { 0 };
    struct capture *c = capture_open(path, &e);
    if (!CHECK(c != NULL))
        return;
    struct capture_frame f;
    struct frame_index x;
    bool same = true;
    uint32_t n = 0;
    CHECK(index_init(&x, false));
    while (capture_next(c, &f, &e) == CAPTURE_FRAME) {
        same &= as_written(&f, n++);
        CHECK(index_add(&x, &f));
    }
    CHECK(same);
    CHECK_INT(n, count);
    struct frame_reader *r = frame_reader_new(c);
    uint32_t state = 1;
    for (int k = 0; at_random && k < 200; k++) {
        n = noise(&state) % count;
        struct frame_place place = index_place(&x, n + 1);
        same &= capture_read(c, &place, r, &f, &e) && as_written(&f, n);
    }
    CHECK(same);
    frame_reader_free(r);
    index_free(&x);
    capture_close(c);
}

static void test_kinds(void)
{
    unsigned count;
    const struct writer_kind *kinds = writer_kinds(&count);
    for (unsigned k = 0; k < count; k++) {
        for (int z = COMPRESSION_NONE; z <= COMPRESSION_LZ4; z++) {
            struct writer_options o = { .format = kinds[k].format,
                                        .variant = kinds[k].variant,
                                        .compression = (enum capture_compression)z };
            write_frames(path_of("kind"), &o, 100);
            read_frames(path_of("kind"), 100, true);
        }
    }
}

/* Long enough for several restart points. */
static void test_compressed_random(void)
{
    for (int z = COMPRESSION_GZIP; z <= COMPRESSION_LZ4; z++) {
        struct writer_options o = { .format = CAPTURE_PCAPNG, .compression = (enum capture_compression)z };
        write_frames(path_of("long"), &o, 5000);
        read_frames(path_of("long"), 5000, true);
    }
}

/* Every prefix of a compressed file: never a wrong frame, never a quiet end. */
static void test_compressed_prefixes(void)
{
    for (int z = COMPRESSION_GZIP; z <= COMPRESSION_LZ4; z++) {
        struct writer_options o = { .format = CAPTURE_PCAP, .compression = (enum capture_compression)z };
        write_frames(path_of("cut"), &o, 0);
        struct file_bytes none = slurp(path_of("cut"));
        write_frames(path_of("cut"), &o, 12);
        struct file_bytes all = slurp(path_of("cut"));
        for (size_t len = 5; len < all.len; len += len < 200 || len > all.len - 40 ? 1 : 97) {
            uint8_t *exact = malloc(len);
            memcpy(exact, all.bytes, len);
            struct thr_error e = { 0 };
            struct capture *c = capture_open_memory(exact, len, "cut", &e);
            struct capture_frame f;
            bool same = true;
            uint32_t n = 0;
            while (c != NULL && capture_next(c, &f, &e) == CAPTURE_FRAME)
                same &= as_written(&f, n++);
            CHECK(same && e.failure == THR_FAILED_CUT_SHORT);
            capture_close(c);
            free(exact);
        }
        free(all.bytes);
        free(none.bytes);
    }
}

/* clang-format off */
/* A pcapng file with every kind of block, big-endian. */
static const uint8_t full_file[] = {
    /* section, with a comment */
    0x0a, 0x0d, 0x0d, 0x0a, 0, 0, 0, 40, 0x1a, 0x2b, 0x3c, 0x4d, 0, 1, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255,
    0, 1, 0, 2, 'h', 'i', 0, 0, 0, 0, 0, 0, 0, 0, 0, 40,
    /* interface: Ethernet, if_speed */
    0, 0, 0, 1, 0, 0, 0, 36, 0, 1, 0, 0, 0, 4, 0, 0, 0, 8, 0, 8, 0, 0, 0, 0, 0, 0, 3, 0xe8, 0, 0, 0, 0, 0, 0, 0, 36,
    /* names */
    0, 0, 0, 4, 0, 0, 0, 28, 0, 1, 0, 6, 1, 2, 3, 4, 'a', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28,
    /* secrets */
    0, 0, 0, 10, 0, 0, 0, 24, 0x54, 0x4c, 0x53, 0x4b, 0, 0, 0, 3, 'x', 'y', 'z', 0, 0, 0, 0, 24,
    /* packet with flags and a comment */
    0, 0, 0, 6, 0, 0, 0, 56, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 9, 7, 8, 9, 0,
    0, 2, 0, 4, 0, 0, 1, 1, 0, 1, 0, 1, 'c', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56,
    /* obsolete packet with 5 drops */
    0, 0, 0, 2, 0, 0, 0, 36, 0, 0, 0, 5, 0, 5, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0, 36,
    /* statistics: isb_ifrecv 7 */
    0, 0, 0, 5, 0, 0, 0, 40, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 3, 0, 4, 0, 8, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 40,
    /* custom */
    0, 0, 0x0b, 0xad, 0, 0, 0, 20, 0, 0, 0, 99, 'd', 'a', 't', 'a', 0, 0, 0, 20,
};
/* Which bytes of it form numbers: pairs of (offset, size), for turning them round. */
static const uint16_t full_numbers[][2] = {
    { 4, 4 }, { 8, 4 }, { 12, 2 }, { 14, 2 }, { 24, 2 }, { 26, 2 }, { 36, 4 },
    { 40, 4 }, { 44, 4 }, { 48, 2 }, { 50, 2 }, { 52, 4 }, { 56, 2 }, { 58, 2 }, { 60, 8 }, { 72, 4 },
    { 76, 4 }, { 80, 4 }, { 84, 2 }, { 86, 2 }, { 100, 4 },
    { 104, 4 }, { 108, 4 }, { 112, 4 }, { 116, 4 }, { 124, 4 },
    { 128, 4 }, { 132, 4 }, { 136, 4 }, { 140, 4 }, { 144, 4 }, { 148, 4 }, { 152, 4 }, { 160, 2 }, { 162, 2 },
    { 164, 4 }, { 168, 2 }, { 170, 2 }, { 180, 4 },
    { 184, 4 }, { 188, 4 }, { 192, 2 }, { 194, 2 }, { 196, 4 }, { 200, 4 }, { 204, 4 }, { 208, 4 }, { 216, 4 },
    { 220, 4 }, { 224, 4 }, { 228, 4 }, { 232, 4 }, { 236, 4 }, { 240, 2 }, { 242, 2 }, { 244, 8 }, { 256, 4 },
    { 260, 4 }, { 264, 4 }, { 268, 4 }, { 276, 4 },
};
/* clang-format on */

/* Writes it; little-endian when `little`. */
static size_t make_full(uint8_t *b, bool little)
{
    memcpy(b, full_file, sizeof full_file);
    for (unsigned i = 0; little && i < sizeof full_numbers / sizeof full_numbers[0]; i++)
        for (unsigned k = 0; k < full_numbers[i][1]; k++)
            b[full_numbers[i][0] + k] = full_file[full_numbers[i][0] + full_numbers[i][1] - 1 - k];
    return sizeof full_file;
}

static struct file_bytes copy_of(const uint8_t *bytes, size_t len, const struct writer_options *o)
{
    struct thr_error e = { 0 };
    struct capture *c = capture_open_memory(bytes, len, "made", &e);
    struct capture_writer *w = capture_writer_open(path_of("copy"), o, c, &e);
    struct capture_frame f;
    uint64_t n = 0;
    if (CHECK(c != NULL && w != NULL)) {
        while (capture_next(c, &f, &e) == CAPTURE_FRAME)
            CHECK(capture_writer_copy(w, &f, ++n, &e));
        CHECK(capture_writer_close(w, &e));
        CHECK_STR(e.text, "");
    }
    capture_close(c);
    return slurp(path_of("copy"));
}

/* Comments on the file come behind those that it has. */
static void test_comments(void)
{
    static const char *const comments[] = { "one", "another", NULL };
    uint8_t bytes[512];
    struct writer_options o = { .format = CAPTURE_PCAPNG, .comments = comments };
    struct file_bytes copy = copy_of(bytes, make_full(bytes, true), &o);
    struct thr_error e = { 0 };
    struct capture *c = capture_open_memory(copy.bytes, copy.len, "copy", &e);
    struct capture_frame f;
    struct capture_option opt;
    CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
    unsigned had = 0;
    while (capture_option_find(capture_section(c, 0)->options, OPT_COMMENT, had, &opt) && opt.len != 3)
        had++;
    CHECK(capture_option_find(capture_section(c, 0)->options, OPT_COMMENT, had, &opt) &&
          memcmp(opt.bytes, "one", 3) == 0);
    CHECK(capture_option_find(capture_section(c, 0)->options, OPT_COMMENT, had + 1, &opt) && opt.len == 7 &&
          memcmp(opt.bytes, "another", 7) == 0);
    CHECK(!capture_option_find(capture_section(c, 0)->options, OPT_COMMENT, had + 2, &opt));
    capture_close(c);
    free(copy.bytes);
}

/* The two byte orders give the same copy, which holds everything; a copy of the copy is equal. */
static void test_every_block(void)
{
    uint8_t bytes[512];
    struct writer_options o = { .format = CAPTURE_PCAPNG };
    struct file_bytes big = copy_of(bytes, make_full(bytes, false), &o);
    struct file_bytes little = copy_of(bytes, make_full(bytes, true), &o);
    CHECK(big.len == little.len && memcmp(big.bytes, little.bytes, big.len) == 0);
    /* The application is added to the section, and the obsolete packet's drops become an option. */
    CHECK_INT(big.len, 280 + 12 + 16);
    struct file_bytes again = copy_of(big.bytes, big.len, &o);
    CHECK(again.len == big.len && memcmp(again.bytes, big.bytes, big.len) == 0);
    struct thr_error e = { 0 };
    struct capture *c = capture_open_memory(big.bytes, big.len, "copy", &e);
    struct capture_frame f;
    struct capture_option opt;
    CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
    CHECK(capture_option_find(f.options, OPT_PKT_FLAGS, 0, &opt) && capture_option_number(&opt) == 0x101);
    CHECK(capture_option_find(f.options, OPT_COMMENT, 0, &opt) && opt.bytes[0] == 'c');
    CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
    CHECK(capture_option_find(f.options, OPT_PKT_DROPCOUNT, 0, &opt) && capture_option_number(&opt) == 5);
    CHECK_INT(capture_next(c, &f, &e), CAPTURE_FRAME);
    CHECK(!f.is_packet && f.block_type == BLOCK_CB && f.cap_len == 4);
    CHECK_INT(capture_next(c, &f, &e), CAPTURE_END);
    CHECK_INT(capture_blocks(c), 3);
    CHECK_STR(capture_section(c, 0)->application, "Thresher");
    CHECK_INT(capture_interface(c, 0)->speed, 1000);
    capture_close(c);
    free(big.bytes);
    free(little.bytes);
    free(again.bytes);
}

static void test_refusals(void)
{
    uint8_t bytes[512];
    size_t len = make_full(bytes, true);
    struct thr_error e = { 0 };
    struct capture *c = capture_open_memory(bytes, len, "made", &e);
    struct capture_writer *w = capture_writer_open(path_of("r"), &(struct writer_options){ .format = CAPTURE_PCAP }, c,
                                                   &e);
    struct capture_frame f;
    for (uint64_t n = 1; n <= 2; n++)
        CHECK(capture_next(c, &f, &e) == CAPTURE_FRAME && capture_writer_copy(w, &f, n, &e));
    struct capture_frame other = f;
    other.encap = ENCAP_RAWIP;
    CHECK(!capture_writer_copy(w, &other, 3, &e));
    CHECK_STR(e.text,
              "Frame 3 of file \"made\" has a network type that differs from the network type of earlier packets, "
              "which isn't supported in a \"Wireshark/tcpdump/... - pcap\" file.");
    CHECK(capture_next(c, &f, &e) == CAPTURE_FRAME && !capture_writer_copy(w, &f, 3, &e));
    CHECK_STR(e.text, "Record 3 of file \"made\" has a record type that can't be saved in a \"pcap\" file.");
    CHECK(capture_writer_close(w, &e));
    capture_close(c);
    CHECK(capture_writer_open("/nonexistent/file", &(struct writer_options){ .format = CAPTURE_PCAP }, NULL, &e) ==
          NULL);
    CHECK_STR(e.text, "The path to the file \"/nonexistent/file\" doesn't exist.");
    if (access("/dev/full", W_OK) == 0) {
        w = capture_writer_open("/dev/full", &(struct writer_options){ .format = CAPTURE_PCAPNG }, NULL, &e);
        CHECK(w != NULL && !capture_writer_close(w, &e));
        CHECK_STR(e.text,
                  "Not all the packets could be written to the file \"/dev/full\" because there is no space left on "
                  "the file system.");
    }
    CHECK_INT(writer_compression("zst"), COMPRESSION_ZSTD);
    CHECK(writer_kind("nsecpcap")->variant == PCAP_NANO && writer_kind("none") == NULL);
}

/* Readers look up and read what another thread is still indexing. */
struct shared_run {
    struct capture *c;
    struct frame_index x;
    _Atomic bool done;
    _Atomic unsigned wrong, read;
};

static void *read_meanwhile(void *argument)
{
    struct shared_run *s = argument;
    struct frame_reader *r = frame_reader_new(s->c);
    struct capture_frame f;
    uint32_t state = 7;
    for (unsigned k = 0; k < 300 || !s->done;) {
        uint64_t count = index_count(&s->x);
        if (count == 0) {
            if (s->done && index_count(&s->x) == 0)
                break;
            continue;
        }
        k++;
        uint64_t number = noise(&state) % count + 1;
        struct frame_place place = index_place(&s->x, number);
        struct thr_error error;
        if (!capture_read(s->c, &place, r, &f, &error) || f.time.nsecs != index_time(&s->x, number) % 1000000000 ||
            capture_interface(s->c, f.interface)->encap != ENCAP_ETHER)
            s->wrong++;
        s->read++;
    }
    frame_reader_free(r);
    return NULL;
}

static void test_threads(void)
{
    for (int z = COMPRESSION_NONE; z <= COMPRESSION_LZ4; z++) {
        struct writer_options o = { .format = CAPTURE_PCAPNG, .compression = (enum capture_compression)z };
        write_frames(path_of("long"), &o, 3000);
        struct thr_error e = { 0 };
        struct shared_run s = { .c = capture_open(path_of("long"), &e) };
        pthread_t threads[2];
        if (!CHECK(s.c != NULL && index_init(&s.x, true)))
            continue;
        for (int i = 0; i < 2; i++)
            pthread_create(&threads[i], NULL, read_meanwhile, &s);
        CHECK_INT(index_build(&s.x, s.c, NULL, &e), CAPTURE_END);
        s.done = true;
        for (int i = 0; i < 2; i++)
            pthread_join(threads[i], NULL);
        CHECK_INT(s.wrong, 0);
        CHECK(s.read >= 600);
        index_free(&s.x);
        capture_close(s.c);
    }
}

/* A pipe is read in order; spooled, also at random. */
static void test_pipe(void)
{
    struct writer_options o = { .format = CAPTURE_PCAPNG, .compression = COMPRESSION_ZSTD };
    write_frames(path_of("piped"), &o, 3000);
    struct file_bytes all = slurp(path_of("piped"));
    for (int spool = 0; spool < 2; spool++) {
        int ends[2];
        if (!CHECK(pipe(ends) == 0))
            return;
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            for (size_t at = 0; at < all.len;) {
                ssize_t n = write(ends[1], all.bytes + at, all.len - at < 1000 ? all.len - at : 1000);
                if (n <= 0)
                    _exit(1);
                at += (size_t)n;
            }
            _exit(0);
        }
        close(ends[1]);
        char path[32];
        snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
        struct thr_error e = { 0 };
        struct capture *c = spool ? capture_open_spooled(path, &e) : capture_open(path, &e);
        struct capture_frame f, again;
        uint32_t n = 0;
        bool same = true;
        struct frame_place tenth = { 0 };
        while (c != NULL && capture_next(c, &f, &e) == CAPTURE_FRAME) {
            same &= as_written(&f, n);
            if (n++ == 10)
                tenth = f.place;
        }
        CHECK(same);
        CHECK_INT(n, 3000);
        if (CHECK(c != NULL)) {
            CHECK(capture_can_seek(c) == (spool != 0));
            struct frame_reader *r = frame_reader_new(c);
            CHECK(capture_read(c, &tenth, r, &again, &e) == (spool != 0));
            CHECK(!spool || as_written(&again, 10));
            frame_reader_free(r);
        }
        capture_close(c);
        close(ends[0]);
        waitpid(child, NULL, 0);
    }
    free(all.bytes);
}

/* A file that shrinks or grows while it is open. */
static void test_shrinks_and_grows(void)
{
    struct writer_options o = { .format = CAPTURE_PCAP };
    char path[256];
    snprintf(path, sizeof path, "%s", path_of("live"));
    write_frames(path, &o, 2000);
    struct file_bytes all = slurp(path);
    struct thr_error e = { 0 };
    struct capture_frame f;
    struct frame_place last = { 0 };
    struct capture *c = capture_open(path, &e);
    uint32_t n = 0;
    while (n < 1500 && capture_next(c, &f, &e) == CAPTURE_FRAME)
        n++;
    last = f.place;
    CHECK(truncate(path, 1000) == 0);
    enum capture_result r;
    while ((r = capture_next(c, &f, &e)) == CAPTURE_FRAME)
        n++;
    CHECK(r == CAPTURE_ERROR && n < 2000);
    struct frame_reader *reader = frame_reader_new(c);
    CHECK(!capture_read(c, &last, reader, &f, &e) && e.failure == THR_FAILED_CUT_SHORT);
    frame_reader_free(reader);
    capture_close(c);
    c = capture_open(path, &e);
    n = 0;
    while ((r = capture_next(c, &f, &e)) == CAPTURE_FRAME)
        n++;
    CHECK(r == CAPTURE_ERROR && e.failure == THR_FAILED_CUT_SHORT);
    FILE *out = fopen(path, "r+b");
    fseek(out, 1000, SEEK_SET);
    fwrite(all.bytes + 1000, 1, all.len - 1000, out);
    fclose(out);
    bool same = true;
    while ((r = capture_next(c, &f, &e)) == CAPTURE_FRAME)
        same &= as_written(&f, n++);
    CHECK(r == CAPTURE_END && n == 2000 && same);
    capture_close(c);
    free(all.bytes);
}

int main(void)
{
    if (mkdtemp(folder) == NULL) {
        check_skip("no temporary folder can be made");
        return check_done();
    }
    test_kinds();
    test_compressed_random();
    test_compressed_prefixes();
    test_every_block();
    test_comments();
    test_refusals();
    test_pipe();
    test_threads();
    test_shrinks_and_grows();
    static const char *const names[] = { "kind", "long", "cut", "copy", "r", "piped", "live" };
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(path_of(names[i]));
    rmdir(folder);
    return check_done();
}
