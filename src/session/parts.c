/* parts.c - frames that a packet was put together from: who copies a packet that passes a filter wants them too. */
#include "session/state.h"

#include <stdlib.h>

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

/* "tcp.segment", "ip.fragment", ...: each names a frame. */
static bool names_part(uint32_t field)
{
    const struct field *f = registry_field(field);
    return f->type == FT_FRAMENUM && (ends_with(f->name, ".segment") || ends_with(f->name, ".fragment"));
}

void parts_mark(struct thr_session *s)
{
    const struct tree *t = &s->packet.d.tree;
    for (uint32_t i = 0; i < t->count; i++) {
        uint64_t number = t->nodes[i].v.u;
        if (names_part(t->nodes[i].field))
            session_mark(s, s->parts, number);
    }
}

struct wanted *parts_wanted(const struct thr_session *s)
{
    struct wanted *w = wanted_new(s->engine->dissect);
    if (w == NULL)
        return NULL;
    for (uint32_t f = 0; f < registry_first_field[registry_count]; f++)
        if (names_part(f))
            wanted_field(w, f);
    wanted_settle(w, s->engine->dissect);
    return w;
}
