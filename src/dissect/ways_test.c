/* ways_test.c - what a way says of a frame is what the walk over its headers says.  Arguments: captures. */
#include "dissect/ways.h"

#include "check.h"
#include "dissect/dissect.h"
#include "frames.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 200 };

struct seen {
    struct engine *engine;
    struct glance_ways *ways;
    uint32_t recent;
    uint64_t on_a_way, off_it, frames;
    uint32_t random;
};

static bool agrees(const struct glance_way *w, struct glance_walk *walk, const uint8_t *bytes)
{
    struct glance_pair pair;
    struct glance *g = NULL, *ends = NULL, *next;
    for (uint32_t i = 1; (next = glance_header(walk, i)) != NULL && next->off < w->size; i++) {
        g = next;
        ends = g->is->pair != NULL ? g : ends;
    }
    return g != NULL && g->protocol == w->last && g->off + g->header == w->size && g->part == GLANCE_WHOLE &&
           g->table == w->table && g->key == be16(bytes + w->keys_at) && g->second == be16(bytes + w->keys_at + 2) &&
           (g->is->mingles_at == NULL || !g->is->mingles_at(g)) && ends != NULL && ends->is->pair(ends, &pair) &&
           pair.a == bytes + w->pair_at && pair.b == pair.a + w->pair_size && pair.len == w->pair_size;
}

static bool check(struct seen *s, const struct frame_info *frame, const uint8_t *bytes)
{
    struct glance_walk walk;
    const struct glance_way *w = glance_way_of(s->ways, &s->recent, frame, bytes);
    if (w == NULL)
        return false;
    glance_begin(&walk, s->engine, frame, bytes);
    if (!agrees(w, &walk, bytes))
        CHECK_INT(frame->number, 0);
    return true;
}

static uint32_t random_below(struct seen *s, uint32_t n)
{
    s->random = s->random * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)s->random * n >> 32);
}

/* Frames with a bit turned among the headers, or cut, go the same way, or another, or none. */
static void check_changed(struct seen *s, const struct frame_info *frame, const uint8_t *bytes)
{
    struct frame_info f = *frame;
    uint8_t *copy = malloc(f.cap_len);
    for (int i = 0; CHECK(copy != NULL) && i < ROUNDS; i++) {
        memcpy(copy, bytes, frame->cap_len);
        copy[random_below(s, f.cap_len < 90 ? f.cap_len : 90)] ^= (uint8_t)(1u << random_below(s, 8));
        f.wire_len = i % 4 == 0 ? random_below(s, frame->wire_len) : frame->wire_len;
        s->off_it += !check(s, &f, copy);
    }
    free(copy);
    f.wire_len = frame->wire_len;
    for (uint32_t cap = 0; cap < 90 && cap < frame->cap_len; cap++) {
        uint8_t *exact = malloc(cap + 1u);
        f.cap_len = cap;
        if (!CHECK(exact != NULL))
            return;
        memcpy(exact + 1, bytes, cap);
        check(s, &f, exact + 1);
        free(exact);
    }
}

static void look(void *context, const struct frame_info *frame, const uint8_t *bytes)
{
    struct seen *s = context;
    if (!check(s, frame, bytes))
        return;
    if (s->on_a_way++ % 16 == 0)
        check_changed(s, frame, bytes);
}

int main(int argc, char **argv)
{
    struct thr_error error;
    struct seen s = { .engine = engine_new(&error), .random = 1 };
    s.ways = s.engine != NULL ? glance_ways_new(s.engine) : NULL;
    if (!CHECK(s.ways != NULL))
        return check_done();
    for (int i = 1; i < argc; i++)
        s.frames += frames_look(argv[i], look, &s);
    if (argc < 2)
        check_skip("no captures given");
    else
        CHECK(s.on_a_way > s.frames / 4 && s.off_it != 0);
    glance_ways_free(s.ways);
    engine_free(s.engine);
    return check_done();
}
