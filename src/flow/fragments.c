/* fragments.c - which datagram a fragment belongs to, and when that is whole. */
#include "flow/fragments.h"

/* What is being collected under a key: identifications are used again. */
struct collected {
    struct fragments *now;
};

struct fragment_fact {
    const struct fragments *datagram;
};

enum { FACT_SLOT = 14 };

static struct fragments *collect(struct dissect *d, struct cursor c, struct collected *k, uint32_t off, bool last)
{
    if (k->now == NULL)
        k->now = flow_take(d, sizeof *k->now);
    struct fragments *f = k->now;
    uint8_t flags = 0;
    if (f == NULL)
        return NULL;
    if (last && f->has_tail && off + c.cap != f->tail_end)
        flags = PIECE_OTHER_TAIL;
    if (!pieces_add(d, &f->pieces, c, off, flags))
        return NULL;
    if (last && !f->has_tail) {
        f->has_tail = true;
        f->tail_end = off + c.cap;
    }
    if (f->has_tail && f->pieces.covered >= f->tail_end) {
        pieces_end(d, &f->pieces, f->tail_end);
        k->now = NULL;
    }
    return f;
}

const struct fragments *fragment_take(struct dissect *d, struct cursor c, const void *key, uint32_t key_len,
                                      uint32_t off, bool last)
{
    unsigned slot = (unsigned)d->n_layers << 4 | FACT_SLOT;
    if (c.cap == 0)
        return NULL;
    if (!d->first_pass) {
        const struct fragment_fact *fact = fact_here(d, slot, sizeof *fact);
        return fact != NULL ? fact->datagram : NULL;
    }
    struct collected *k = keyed_memory(d, key, key_len, sizeof *k);
    const struct fragments *f = k != NULL ? collect(d, c, k, off, last) : NULL;
    struct fragment_fact *fact = f != NULL ? fact_here(d, slot, sizeof *fact) : NULL;
    if (fact != NULL)
        fact->datagram = f;
    return f;
}

void fragment_whole_in(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct fragments *f = arg;
    (void)d;
    sb_printf(sb, " [Reassembled in #%u]", f->pieces.whole_in);
}
