/* fuzz_stack.c - the whole way of a capture file through the public interface: opened, read in two passes,
   dissected, and printed in every format. */
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

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    if (engine == NULL)
        engine = thr_engine_new(NULL);
    if (engine == NULL)
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

static void print_packets(struct thr_session *s, struct thr_printer *p)
{
    struct thr_error e = { 0 };
    const struct thr_packet *packet;
    enum thr_next next;
    thr_printer_head(p, &e);
    while ((next = thr_session_next(s, &packet, &e)) == THR_PACKET)
        thr_printer_packet(p, packet, &e);
    thr_printer_tail(p, &e);
    if (next == THR_FAILED && (e.text[0] == '\0' || memchr(e.text, '\0', sizeof e.text) == NULL))
        abort(); /* a failure without a sentence */
}

static void print_capture(const char *path, const struct thr_print *how)
{
    struct thr_error e = { 0 };
    unsigned sum = 0;
    struct thr_session *s = thr_session_open(engine, path, &e);
    if (s == NULL) {
        if (e.text[0] == '\0')
            abort();
        return;
    }
    thr_session_two_passes(s);
    thr_session_limit(s, PACKETS);
    struct thr_printer *p = thr_printer_new(s, how, swallow, &sum, &e);
    if (p == NULL)
        abort();
    print_packets(s, p);
    thr_printer_free(p);
    thr_session_close(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[64];
    int fd = memfd_create("capture", MFD_CLOEXEC);
    if (fd < 0 || (size != 0 && write(fd, bytes, size) != (ssize_t)size))
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    for (size_t i = 0; i < sizeof prints / sizeof prints[0]; i++)
        print_capture(path, &prints[i]);
    close(fd);
    return 0;
}
