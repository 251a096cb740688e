/* known.c - a small table of what was found sound. */
#include "dissect/known.h"

#include "base/map.h"

/* Not told beforehand, so that nobody can make what is wrong look like what is sound. */
static uint64_t hash_of(const struct dissect *d, struct cursor c) { return hash_bytes(c.p, c.cap, d->engine->seed); }

static bool may_be_known(const struct dissect *d, struct cursor c)
{
    return d->stop == STOP_NONE && c.cap == c.wire && c.cap != 0;
}

bool known_sound(struct dissect *d, struct cursor c)
{
    if (!may_be_known(d, c))
        return false;
    uint64_t hash = hash_of(d, c);
    const struct known *k = &d->known[hash % KNOWN];
    if (k->hash != hash || k->len != c.cap)
        return false;
    for (uint16_t i = 0; i < k->layers; i++)
        layer_named(d, registry_protocols[d->protocol]);
    return true;
}

void known_keep(struct dissect *d, struct cursor c, uint16_t layers)
{
    if (!may_be_known(d, c))
        return;
    uint64_t hash = hash_of(d, c);
    d->known[hash % KNOWN] = (struct known){ hash, c.cap, (uint16_t)(d->n_layers - layers) };
}
