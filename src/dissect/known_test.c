/* known_test.c - only what was gone over whole, and came out sound, is known, by each of its bytes. */
#include "dissect/known.h"

#include "check.h"

#include <string.h>

enum { SIZE = 300, OTHERS = 5000 };

static struct cursor at(const uint8_t *bytes, uint32_t cap, uint32_t wire)
{
    return (struct cursor){ .p = bytes, .cap = cap, .contained = cap, .wire = wire };
}

/* The bytes were gone over, which added two layers. */
static void go_over(struct dissect *d, struct cursor c)
{
    uint16_t before = d->n_layers;
    layer_named(d, registry_protocols[1]);
    layer_named(d, registry_protocols[2]);
    known_keep(d, c, before);
}

static void check_bytes(struct dissect *d)
{
    uint8_t bytes[SIZE];
    for (unsigned i = 0; i < SIZE; i++)
        bytes[i] = (uint8_t)(i * 7);
    struct cursor c = at(bytes, SIZE, SIZE);
    CHECK(!known_sound(d, c));
    go_over(d, c);
    uint16_t layers = d->n_layers;
    CHECK(known_sound(d, c));
    CHECK_INT(d->n_layers, layers + 2);
    CHECK(!known_sound(d, at(bytes, SIZE - 1, SIZE - 1)));
    CHECK(!known_sound(d, at(bytes, SIZE, SIZE + 1)));
    for (unsigned i = 0; i < SIZE; i++) {
        bytes[i] ^= 1;
        CHECK(!known_sound(d, c));
        bytes[i] ^= 1;
    }
    CHECK(known_sound(d, c));
}

static void check_unsound(struct dissect *d)
{
    const uint8_t bytes[] = "of no use";
    struct cursor c = at(bytes, sizeof bytes, sizeof bytes), cut = at(bytes, sizeof bytes, sizeof bytes + 1);
    d->stop = STOP_MALFORMED;
    go_over(d, c);
    d->stop = STOP_NONE;
    CHECK(!known_sound(d, c));
    go_over(d, cut);
    CHECK(!known_sound(d, cut));
    go_over(d, at(bytes, 0, 0));
    CHECK(!known_sound(d, at(bytes, 0, 0)));
}

/* The table is small: what was forgotten is not taken for something else. */
static void check_many(struct dissect *d)
{
    uint32_t forgotten = 0;
    for (uint32_t i = 0; i < OTHERS; i++) {
        d->n_layers = 0;
        go_over(d, at((const uint8_t *)&i, sizeof i, sizeof i));
    }
    for (uint32_t i = 0; i < 2 * OTHERS; i++) {
        bool known = known_sound(d, at((const uint8_t *)&i, sizeof i, sizeof i));
        d->n_layers = 0;
        CHECK(!known || i < OTHERS);
        forgotten += !known && i < OTHERS;
    }
    CHECK(forgotten >= OTHERS - KNOWN && forgotten < OTHERS);
}

int main(void)
{
    struct engine *e = engine_new(NULL);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    static struct dissect d;
    if (CHECK(w != NULL) && CHECK(dissect_open(&d, e, w, NULL) == 0)) {
        check_bytes(&d);
        check_unsound(&d);
        check_many(&d);
        dissect_close(&d);
    }
    wanted_free(w);
    engine_free(e);
    return check_done();
}
