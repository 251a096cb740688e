/* session_test.c - reading in two passes gives the same as looking at packets at random from several threads, after a
   pass of several threads. */
#include "check.h"
#include "thresher/thresher.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PACKETS = 4096, THREADS = 4 };

struct expected {
    char *text[MAX_PACKETS];
    uint64_t count;
};

/* Everything that can be said about a packet, as one string. */
static char *describe(const struct thr_packet *p)
{
    char *text = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    for (int c = 0; c < THR_COLUMNS; c++)
        fprintf(f, "%s|", thr_packet_column(p, (enum thr_column)c));
    for (uint32_t i = 0; i < thr_packet_nodes(p); i++) {
        struct thr_node n = thr_packet_node(p, i);
        fprintf(f, "\n%u %s %u+%u ", n.depth, n.name, n.offset, n.length);
        fputs(thr_packet_label(p, i), f);
        fprintf(f, " = %s", thr_packet_value(p, i));
    }
    fclose(f);
    return text;
}

static struct thr_session *open_session(struct thr_engine *e, const char *path)
{
    struct thr_session *s = thr_session_open(e, path, NULL);
    if (s != NULL) {
        thr_session_need_columns(s);
        thr_session_need_everything(s);
    }
    return s;
}

struct looker {
    pthread_t thread;
    const struct thr_session *session;
    const struct expected *expected;
    unsigned seed;
    int wrong;
};

/* Packets in an order of its own, each compared. */
static void *look(void *context)
{
    struct looker *l = context;
    struct thr_view *v = thr_view_open(l->session, NULL);
    for (uint64_t i = 0; v != NULL && i < l->expected->count; i++) {
        uint64_t n = (i * 7919 + l->seed * 31) % l->expected->count;
        const struct thr_packet *p;
        if (thr_view_packet(v, n + 1, &p, NULL) != THR_OK) {
            l->wrong++;
            continue;
        }
        char *text = describe(p);
        l->wrong += strcmp(text, l->expected->text[n]) != 0;
        free(text);
    }
    l->wrong += v == NULL;
    thr_view_close(v);
    return NULL;
}

static void check_file(struct thr_engine *e, const char *path)
{
    static struct expected expected;
    const struct thr_packet *p;
    struct looker lookers[THREADS];
    struct thr_session *s = open_session(e, path);
    expected.count = 0;
    if (!CHECK(s != NULL))
        return;
    thr_session_two_passes(s);
    while (expected.count < MAX_PACKETS && thr_session_next(s, &p, NULL) == THR_PACKET)
        expected.text[expected.count++] = describe(p);
    thr_session_close(s);
    CHECK(expected.count > 0);
    s = open_session(e, path);
    thr_session_threads(s, THREADS - 1);
    CHECK_INT(thr_session_load(s, NULL), THR_OK);
    CHECK_INT(thr_session_packets(s), expected.count);
    for (unsigned i = 0; i < THREADS; i++) {
        lookers[i] = (struct looker){ .session = s, .expected = &expected, .seed = i };
        pthread_create(&lookers[i].thread, NULL, look, &lookers[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(lookers[i].thread, NULL);
        if (!CHECK_INT(lookers[i].wrong, 0))
            fprintf(stderr, "  in %s\n", path);
    }
    thr_session_close(s);
    for (uint64_t i = 0; i < expected.count; i++)
        free(expected.text[i]);
}

static void check_errors(struct thr_engine *e, const char *path)
{
    struct thr_error error = { 0 };
    const struct thr_packet *p;
    CHECK(thr_session_open(e, "/nonexistent/file", &error) == NULL);
    CHECK_INT(error.failure, THR_FAILED_OPEN);
    struct thr_session *s = open_session(e, path);
    CHECK_INT(thr_session_need_field(s, "no.such.field", &error), THR_FAILED_ARGUMENT);
    CHECK(thr_view_open(s, &error) == NULL);
    CHECK_INT(thr_session_load(s, NULL), THR_OK);
    struct thr_view *v = thr_view_open(s, NULL);
    CHECK_INT(thr_view_packet(v, 0, &p, &error), THR_FAILED_ARGUMENT);
    CHECK_INT(thr_view_packet(v, thr_session_packets(s) + 1, &p, &error), THR_FAILED_ARGUMENT);
    thr_view_close(v);
    thr_session_close(s);
}

int main(int argc, char **argv)
{
    struct thr_engine *e = thr_engine_new(NULL);
    if (!CHECK(e != NULL))
        return check_done();
    thr_engine_names(e, "m", NULL);
    for (int i = 1; i < argc; i++)
        check_file(e, argv[i]);
    check_errors(e, argv[1]);
    thr_engine_free(e);
    return check_done();
}
