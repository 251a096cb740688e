/* fuzz_stack.c - the whole way of a capture file through the public interface: opened, read in two passes,
   dissected, and printed in every format; and once more as a list, in one pass, and with a filter that goes over the capture
   first. */
#include "fuzz.h"
#include "thresher/thresher.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PACKETS = 30 };

static const struct thr_print prints[] = {
    { .format = THR_FORMAT_TEXT },
    { .format = THR_FORMAT_TEXT, .details = true, .bytes = true },
    { .format = THR_FORMAT_PDML },
    { .format = THR_FORMAT_PSML },
    { .format = THR_FORMAT_JSON, .bytes = true },
    { .format = THR_FORMAT_JSONRAW },
    { .format = THR_FORMAT_EK },
};

static struct thr_engine *engine;
static struct thr_filter *short_ones;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    if (engine == NULL)
        engine = thr_engine_new(NULL);
    if (engine == NULL)
        abort();
    if (short_ones == NULL)
        short_ones = thr_filter_new(
            engine, "frame.len < 90 && (tcp.flags.push == 1 || ip.ttl > 40 || frame.number == 7)", NULL);
    if (short_ones == NULL)
        abort();
    return 0;
}

/* Every byte is looked at, so that a sanitizer sees one that was never written. */
static int swallow(void *context, const char *text, size_t length)
{
    unsigned *sum = context;
    for (size_t i = 0; i < length; i++)
        *sum += (unsigned char)text[i];
    return 0;
}

enum { PRINTS = sizeof prints / sizeof prints[0] };

/* One session for all that print: opening one takes longer than dissecting a small capture. */
struct printing {
    struct thr_printer *printers[PRINTS];
    size_t n;
    unsigned sum;
};

static void print_packets(struct thr_session *s, struct printing *all)
{
    struct thr_error e = { 0 };
    const struct thr_packet *packet;
    enum thr_next next;
    for (size_t i = 0; i < all->n; i++)
        thr_printer_head(all->printers[i], &e);
    while ((next = thr_session_next(s, &packet, &e)) == THR_PACKET)
        for (size_t i = 0; i < all->n; i++)
            thr_printer_packet(all->printers[i], packet, &e);
    for (size_t i = 0; i < all->n; i++)
        thr_printer_tail(all->printers[i], &e);
    if (next == THR_FAILED && (e.text[0] == '\0' || memchr(e.text, '\0', sizeof e.text) == NULL))
        abort(); /* a failure without a sentence */
}

/* In the first `formats` of them. */
static void print_capture(const char *path, size_t formats, bool two_passes, const struct thr_filter *filter)
{
    struct thr_error e = { 0 };
    struct printing all = { 0 };
    struct thr_session *s = thr_session_open(engine, path, &e);
    if (s == NULL) {
        if (e.text[0] == '\0')
            abort();
        return;
    }
    if (two_passes)
        thr_session_two_passes(s);
    if (filter != NULL)
        thr_session_display_filter(s, filter);
    thr_session_limit(s, PACKETS);
    for (; all.n < formats; all.n++)
        if ((all.printers[all.n] = thr_printer_new(s, &prints[all.n], swallow, &all.sum, &e)) == NULL)
            abort();
    print_packets(s, &all);
    while (all.n > 0)
        thr_printer_free(all.printers[--all.n]);
    thr_session_close(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[64];
    int fd = memfd_create("capture", MFD_CLOEXEC);
    if (fd < 0 || (size != 0 && write(fd, bytes, size) != (ssize_t)size))
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    print_capture(path, PRINTS, true, NULL);
    print_capture(path, 1, false, NULL);
    print_capture(path, 1, false, short_ones);
    close(fd);
    return 0;
}
