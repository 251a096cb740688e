/* vector.c - running vectors. */
#include "vector.h"

#include "base/base.h"
#include "check.h"
#include "dissect/label.h"
#include "flow/flow.h"

#include <stdio.h>
#include <stdlib.h>

enum { MAX_FRAMES = 16 };

/* What a vector's frames are made of. */
struct frames {
    uint8_t bytes[65536];
    const uint8_t *at[MAX_FRAMES];
    uint32_t len[MAX_FRAMES], count;
    struct frame_info infos[MAX_FRAMES];  /* labels look at that of the frame that was dissected last */
    struct frame_access access;
};

/* To the end, or to the first "/". */
static uint32_t from_hex(const char *hex, uint8_t *out, uint32_t room)
{
    uint32_t n = 0;
    unsigned digits = 0, v = 0;
    for (; *hex != '\0' && *hex != '/'; hex++) {
        const char *all = "0123456789abcdef", *at = strchr(all, *hex | 0x20);
        if (*hex <= ' ' || at == NULL)
            continue;
        v = v << 4 | (unsigned)(at - all);
        if (++digits % 2 == 0 && n < room)
            out[n++] = (uint8_t)v;
    }
    return n;
}

static void split(struct frames *f, const char *hex)
{
    uint32_t used = 0;
    for (f->count = 0; hex != NULL && f->count < MAX_FRAMES; f->count++) {
        f->at[f->count] = f->bytes + used;
        f->len[f->count] = from_hex(hex, f->bytes + used, (uint32_t)sizeof f->bytes - used);
        used += f->len[f->count];
        hex = strchr(hex, '/');
        hex = hex != NULL ? hex + 1 : NULL;
    }
}

static const uint8_t *frame_bytes(void *context, uint32_t frame, uint32_t *cap)
{
    const struct frames *f = context;
    if (frame == 0 || frame > f->count)
        return NULL;
    *cap = f->len[frame - 1];
    return f->at[frame - 1];
}

/* In the second pass the last frame is looked at alone. */
static void dissect_passes(struct dissect *d, const struct protocol *p, struct frames *f)
{
    f->access = (struct frame_access){ frame_bytes, f };
    for (int pass = 0; pass < 2; pass++) {
        d->first_pass = pass == 0;
        d->frames = pass == 0 ? NULL : &f->access;
        for (uint32_t i = pass == 0 ? 0 : f->count - 1; i < f->count; i++) {
            f->infos[i] = (struct frame_info){
                .number = i + 1, .cap_len = f->len[i], .wire_len = f->len[i], .has_time = true
            };
            dissect_bytes(d, &f->infos[i], f->at[i], p);
        }
    }
    d->first_pass = true;
}

static void print_tree(struct strbuf *sb, const struct dissect *d)
{
    for (uint32_t i = 0; i < d->tree.count; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (node_hidden(n)) {
            i = tree_after(&d->tree, i) - 1;
            continue;
        }
        sb_fill(sb, ' ', n->depth);
        if (node_generated(n))
            sb_char(sb, '[');
        node_label(sb, d, n);
        if (node_generated(n))
            sb_char(sb, ']');
        sb_char(sb, '\n');
    }
}

static void touch_everything(struct strbuf *sb, const struct dissect *d)
{
    sb_clear(sb);
    for (uint32_t i = 0; i < d->tree.count; i++) {
        node_label(sb, d, &d->tree.nodes[i]);
        node_show(sb, d, &d->tree.nodes[i]);
    }
    sb_info(sb, d);
    sb_layers(sb, d);
    CHECK(d->tree.count < 100000);
}

static void try_prefix(struct dissect *d, const struct protocol *p, uint32_t number, const uint8_t *bytes, uint32_t len,
                       uint32_t wire)
{
    uint8_t *exact = malloc(len != 0 ? len : 1);
    if (exact == NULL)
        return;
    if (len != 0)
        memcpy(exact, bytes, len);
    struct frame_info f = { .number = number, .cap_len = len, .wire_len = wire, .has_time = true };
    struct strbuf sb = { 0 };
    dissect_bytes(d, &f, len != 0 ? exact : exact + 1, p);
    touch_everything(&sb, d);
    sb_free(&sb);
    free(exact);
}

void vector_check(const struct protocol *p, const struct vector *v)
{
    static struct frames frames;
    split(&frames, v->hex);
    struct engine *e = engine_new(NULL);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    struct flow_state *flows = flow_state_new(true, 1);
    struct dissect d;
    if (!CHECK(w != NULL && flows != NULL))
        return;
    e->utc = true;
    struct thr_error error;
    if (v->pref != NULL)
        CHECK_INT(engine_set_pref(e, v->pref, &error), THR_OK);
    wanted_all(w);
    w->columns = true;
    wanted_settle(w, e);
    CHECK(dissect_open(&d, e, w, flows) == 0);
    struct strbuf sb = { 0 };
    dissect_passes(&d, p, &frames);
    print_tree(&sb, &d);
    if (v->tree != NULL)
        check_str(sb_text(&sb), v->tree, v->name, __FILE__, __LINE__);
    d.frames = NULL;
    uint32_t number = frames.count;  /* frames of a first pass come in order */
    for (uint32_t i = 0; i < frames.count; i++) {
        for (uint32_t n = 0; n <= frames.len[i]; n++) {
            try_prefix(&d, p, ++number, frames.at[i], n, frames.len[i]);
            try_prefix(&d, p, ++number, frames.at[i], n, n);
        }
    }
    sb_free(&sb);
    dissect_close(&d);
    wanted_free(w);
    engine_free(e);
    flow_state_free(flows);
}

void vectors_check(const struct protocol *p, const struct vector *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        vector_check(p, &v[i]);
}
