/* fuzz_capture.h - reads bytes as a capture file to its end, touches everything that is handed out, reads
   frames again at random, and copies all to nowhere in two formats.  Aborts when what is read again differs
   or what the documentation of capture.h promises does not hold. */
#ifndef FUZZ_CAPTURE_H
#define FUZZ_CAPTURE_H

#include "capture/index.h"
#include "capture/writer.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

enum { FUZZ_FRAMES = 20000, FUZZ_AGAIN = 64 };

static inline unsigned touch(const uint8_t *p, uint64_t n)
{
    unsigned sum = 0;
    for (uint64_t i = 0; i < n; i++)
        sum += p[i];
    return sum;
}

static inline unsigned touch_options(struct capture_options o)
{
    struct capture_option opt;
    unsigned sum = 0;
    while (capture_option_next(&o, &opt))
        sum += touch(opt.bytes, opt.len) + (unsigned)capture_option_number(&opt);
    return sum;
}

static inline unsigned touch_tables(const struct capture *c)
{
    unsigned sum = 0;
    for (uint32_t i = 0; i < capture_sections(c); i++)
        sum += touch_options(capture_section(c, i)->options);
    for (uint32_t i = 0; i < capture_interfaces(c); i++) {
        const struct capture_interface *n = capture_interface(c, i);
        sum += touch_options(n->options) + (n->name != NULL ? (unsigned)strlen(n->name) : 0);
        if (n->section >= capture_sections(c) || n->digits > 9)
            abort();
    }
    for (uint32_t i = 0; i < capture_blocks(c); i++) {
        const struct capture_block *b = capture_block(c, i);
        struct capture_secret secret;
        struct capture_statistics statistics;
        struct capture_name_record name;
        uint64_t state = 0;
        if (capture_block_secret(b, &secret))
            sum += touch(secret.bytes, secret.len);
        if (capture_block_statistics(c, b, &statistics))
            sum += touch_options(statistics.options);
        while (capture_block_name(b, &state, &name))
            sum += (unsigned)strlen(name.name) + touch(name.address, 4);
    }
    return sum;
}

static inline void read_again(const struct capture *c, const struct frame_index *x, uint64_t seed)
{
    struct frame_reader *r = frame_reader_new(c);
    struct capture_frame f;
    uint64_t n = index_count(x);
    for (int i = 0; r != NULL && i < FUZZ_AGAIN && n != 0; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        struct frame_place place = index_place(x, seed % n + 1);
        if (!capture_read(c, &place, r, &f, NULL) || f.place.offset != place.offset ||
            f.place.interface != place.interface)
            abort();
        touch(f.bytes, f.cap_len);
    }
    frame_reader_free(r);
}

static inline void fuzz_capture(const uint8_t *bytes, size_t size)
{
    struct thr_error error = { 0 };
    struct capture *c = capture_open_memory(bytes, size, "fuzz", &error);
    if (c == NULL) {
        if (error.failure == THR_OK || error.text[0] == '\0')
            abort();
        return;
    }
    struct writer_options ng = { .format = CAPTURE_PCAPNG }, old = { .format = CAPTURE_PCAP };
    struct capture_writer *w[2] = { capture_writer_open("/dev/null", &ng, c, NULL),
                                    capture_writer_open("/dev/null", &old, c, NULL) };
    struct frame_index x;
    struct capture_frame f;
    enum capture_result r = CAPTURE_END;
    uint64_t n = 0;
    bool indexed = index_init(&x, true);
    while (indexed && n < FUZZ_FRAMES && (r = capture_next(c, &f, &error)) == CAPTURE_FRAME) {
        n++;
        if (f.is_packet != (f.interface != CAPTURE_NO_INTERFACE))
            abort();
        touch(f.bytes, f.cap_len);
        touch(f.header, f.header_len);
        touch_options(f.options);
        indexed = index_add(&x, &f);
        for (int k = 0; k < 2; k++)
            if (w[k] != NULL)
                capture_writer_copy(w[k], &f, n, NULL);
    }
    if (r == CAPTURE_ERROR && (error.failure == THR_OK || error.text[0] == '\0'))
        abort();
    touch_tables(c);
    if (indexed)
        read_again(c, &x, size);
    index_free(&x);
    for (int k = 0; k < 2; k++)
        if (w[k] != NULL)
            capture_writer_close(w[k], NULL);
    capture_close(c);
}

#endif
