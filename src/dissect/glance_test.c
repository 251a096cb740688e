/* glance_test.c - a packet at a glance shows what its full dissection shows.  Arguments: captures. */
#include "dissect/glance.h"

#include "check.h"
#include "dissect/dissect.h"
#include "frames.h"

#include <stdio.h>

/* Two dissections that want the same rows; the second wants one row more, which is not for a glance. */
struct pair {
    struct wanted *wanted[2];
    struct dissect d[2];
    uint32_t field;
};

static bool pair_open(struct pair *p, struct engine *e, uint32_t field)
{
    uint32_t count, other = registry_find("eth.lg", &count);
    p->field = field;
    for (int i = 0; i < 2; i++) {
        p->wanted[i] = wanted_new(e);
        wanted_field(p->wanted[i], field);
        if (i == 1)
            wanted_field(p->wanted[i], registry_by_name[other]);
        wanted_settle(p->wanted[i], e);
        if (dissect_open(&p->d[i], e, p->wanted[i], NULL) != 0)
            return false;
    }
    return CHECK(p->wanted[0]->glance != NULL) && CHECK(p->wanted[1]->glance == NULL);
}

static void pair_close(struct pair *p)
{
    for (int i = 0; i < 2; i++) {
        dissect_close(&p->d[i]);
        wanted_free(p->wanted[i]);
    }
}

/* The next node of the field from *at on; NULL at the end. */
static const struct node *next_of(const struct dissect *d, uint32_t field, uint32_t *at)
{
    while (*at < d->tree.count && d->tree.nodes[*at].field != field)
        ++*at;
    return *at < d->tree.count ? &d->tree.nodes[(*at)++] : NULL;
}

static bool same_nodes(const struct pair *p, uint32_t field)
{
    uint32_t at[2] = { 0, 0 };
    for (;;) {
        const struct node *a = next_of(&p->d[0], field, &at[0]), *b = next_of(&p->d[1], field, &at[1]);
        if (a == NULL || b == NULL)
            return a == b;
        if (a->off != b->off || a->len != b->len || a->v.u != b->v.u || a->source != b->source)
            return false;
    }
}

static void look(void *context, const struct frame_info *frame, const uint8_t *bytes)
{
    struct pair *p = context;
    dissect_frame(&p->d[0], frame, bytes);
    dissect_frame(&p->d[1], frame, bytes);
    if (!same_nodes(p, p->field))
        CHECK_INT(frame->number, 0);
}

static uint64_t compare(const char *path, struct engine *e, uint32_t field)
{
    struct pair p;
    if (!pair_open(&p, e, field))
        return 0;
    uint64_t number = frames_look(path, look, &p);
    pair_close(&p);
    return number;
}

int main(int argc, char **argv)
{
    struct thr_error error;
    struct engine *e = engine_new(&error);
    if (!CHECK(e != NULL))
        return check_done();
    for (int i = 1; i < argc; i++)
        for (uint32_t p = 0; p < registry_count; p++)
            for (uint32_t r = 0; r < registry_protocols[p]->n_glance_rows; r++)
                CHECK(compare(argv[i], e, registry_first_field[p] + registry_protocols[p]->glance_rows[r].row) != 0);
    if (argc < 2)
        check_skip("no captures given");
    engine_free(e);
    return check_done();
}
