/* order.c - segments in the order of their sequence numbers. */
#include "analysis/order.h"

#include "base/list.h"

#include <stdlib.h>

/* --- a heap: the least key on top --------------------------------------------------------------- */

static bool heap_push(struct heap *h, struct waiting w)
{
    if (h->count == h->room) {
        struct waiting *more = list_grow(h->list, &h->room, 16, sizeof *more);
        if (more == NULL)
            return false;
        h->list = more;
    }
    size_t i = h->count++;
    for (; i != 0 && h->list[(i - 1) / 2].key > w.key; i = (i - 1) / 2)
        h->list[i] = h->list[(i - 1) / 2];
    h->list[i] = w;
    return true;
}

static struct waiting heap_pop(struct heap *h)
{
    struct waiting top = h->list[0], last = h->list[--h->count];
    size_t i = 0;
    for (size_t child; (child = 2 * i + 1) < h->count; i = child) {
        if (child + 1 < h->count && h->list[child + 1].key < h->list[child].key)
            child++;
        if (h->list[child].key >= last.key)
            break;
        h->list[i] = h->list[child];
    }
    h->list[i] = last;
    return top;
}

/* --- one direction ------------------------------------------------------------------------------ */

static void advance(struct order *o, uint32_t bytes)
{
    o->seq += bytes;
    o->position += bytes;
}

/* Gives waiting segments whose turn has come. */
static bool drain(struct order *o, order_give *give, void *context)
{
    for (;;) {
        while (o->early.count != 0 && o->early.list[0].position <= o->position) {
            struct waiting w = heap_pop(&o->early);
            w.key = w.arrival;
            if (!heap_push(&o->ready, w))
                return false;
        }
        if (o->ready.count == 0)
            return true;
        struct waiting w = heap_pop(&o->ready);
        uint64_t old = o->position - w.position;
        if (old >= w.chunk.len)
            continue;
        w.chunk.off += (uint32_t)old;
        w.chunk.len -= (uint32_t)old;
        if (!give(context, &w.chunk))
            return false;
        advance(o, w.chunk.len);
    }
}

bool order_segment(struct order *o, uint32_t seq, uint32_t stated, bool opens, const struct chunk *chunk,
                   order_give *give, void *context)
{
    struct chunk c = *chunk;
    if (!o->known) {
        o->known = true;
        o->seq = seq + opens;
        o->position = UINT64_C(1) << 32;  /* what comes late may lie before it */
        seq = o->seq;
    }
    int32_t ahead = (int32_t)(seq - o->seq);
    if (c.len == 0)
        return true;
    if (ahead > 0) {
        uint64_t position = o->position + (uint64_t)ahead;
        return heap_push(&o->early, (struct waiting){ position, position, o->arrivals++, c });
    }
    uint32_t old = (uint32_t) - (int64_t)ahead;
    if (old >= stated || old >= c.len)
        return true;
    c.off += old;
    c.len -= old;
    if (!give(context, &c))
        return false;
    advance(o, stated - old);  /* what the snap length cut off is not missed */
    return drain(o, give, context);
}

bool order_acknowledged(struct order *o, uint32_t ack, const struct chunk *gap, order_give *give, void *context)
{
    while (o->early.count != 0) {
        uint64_t first = o->early.list[0].position;
        int64_t known = (int64_t)o->position + (int32_t)(ack - o->seq);
        if (known <= (int64_t)first)
            return true;
        struct chunk c = *gap;
        c.missing = (uint32_t)(first - o->position);
        if (!give(context, &c))
            return false;
        advance(o, c.missing);
        if (!drain(o, give, context))
            return false;
    }
    return true;
}

void order_free(struct order *o)
{
    free(o->early.list);
    free(o->ready.list);
    *o = (struct order){ 0 };
}
