/* main.c - the program `thresher`. */
#include "thresher/thresher.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int to_stdout(void *context, const char *text, size_t length)
{
    (void)context;
    while (length != 0) {
        ssize_t n = write(STDOUT_FILENO, text, length);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0) {
            text += n;
            length -= (size_t)n;
        }
    }
    return 0;
}

static int run(struct thr_session *s, struct thr_printer *p, struct thr_error *e)
{
    const struct thr_packet *packet;
    enum thr_next next;
    thr_printer_head(p, e);
    while ((next = thr_session_next(s, &packet, e)) == THR_PACKET)
        if (thr_printer_packet(p, packet, e) != THR_OK)
            return 2;
    thr_printer_tail(p, e);
    return next == THR_END ? 0 : 2;
}

int main(int argc, char **argv)
{
    struct thr_error e = { 0 };
    struct thr_print how = { 0 };
    const char *file = NULL, *fields[64] = { NULL };
    size_t n_fields = 0;
    int option;
    bool two = false;
    while ((option = getopt(argc, argv, "r:2nT:Vxe:P")) != -1)
        switch (option) {
        case 'r': file = optarg; break;
        case '2': two = true; break;
        case 'V': how.details = true; break;
        case 'x': how.bytes = true; break;
        case 'P': how.summary = true; break;
        case 'e': if (n_fields < 63) fields[n_fields++] = optarg; how.fields = fields; break;
        case 'T':
            how.format = strcmp(optarg, "pdml") == 0 ? THR_FORMAT_PDML : strcmp(optarg, "psml") == 0 ? THR_FORMAT_PSML :
                         strcmp(optarg, "fields") == 0 ? THR_FORMAT_FIELDS : strcmp(optarg, "json") == 0 ? THR_FORMAT_JSON : THR_FORMAT_TEXT;
            break;
        default: break;
        }
    struct thr_engine *engine = thr_engine_new(&e);
    struct thr_session *s = engine != NULL && file != NULL ? thr_session_open(engine, file, &e) : NULL;
    struct thr_printer *p = s != NULL ? thr_printer_new(s, &how, to_stdout, NULL, &e) : NULL;
    if (s != NULL && two)
        thr_session_two_passes(s, true);
    int status = p != NULL ? run(s, p, &e) : 2;
    if (status != 0)
        fprintf(stderr, "thresher: %s\n", e.text);
    thr_printer_free(p);
    thr_session_close(s);
    thr_engine_free(engine);
    return status;
}
