/* facts_test.c - many facts against a plain list of them: found in any order, in their frames only, never moved. */
#include "flow/facts.h"

#include "base/list.h"
#include "check.h"
#include "dissect/dissect.h"

#include <string.h>

struct one {
    uint32_t frame, key, size;
    uint8_t *memory;
};

static uint32_t noise(uint32_t *state) { return *state = *state * 1664525u + 1013904223u, *state >> 8; }

/* Sizes of all kinds, frames with none and with many, frames far apart. */
static size_t fill(struct facts *x, struct arena *arena, struct one *all, size_t most, uint32_t *state)
{
    size_t n = 0;
    for (uint32_t frame = 1; n < most; frame += noise(state) % 1000 == 0 ? 100000 : 1 + noise(state) % 3) {
        uint32_t in_frame = noise(state) % 50 == 0 ? 100 : noise(state) % 4;
        for (uint32_t i = 0; i < in_frame && n < most; i++) {
            uint32_t size = noise(state) % 40 == 0 ? 1 + noise(state) % 16000 : 1 + noise(state) % 90;
            all[n] = (struct one){ frame, (noise(state) & 0xfff) << 16 | i, size, NULL };
            all[n].memory = facts_add(x, arena, frame, all[n].key, size);
            if (!CHECK(all[n].memory != NULL))
                return n;
            CHECK(size % 8 != 0 || (uintptr_t)all[n].memory % 8 == 0);
            CHECK(all[n].memory[0] == 0 && memcmp(all[n].memory, all[n].memory + 1, size - 1) == 0);
            memset(all[n].memory, (int)(n % 255 + 1), size);
            n++;
        }
    }
    return n;
}

static bool as_left(const struct one *o, size_t n)
{
    for (uint32_t i = 0; i < o->size; i++)
        if (o->memory[i] != n % 255 + 1)
            return false;
    return true;
}

/* What the next frame has with the same key. */
static const void *in_next_frame(const struct one *all, size_t i)
{
    for (size_t k = i + 1; all[k].frame <= all[i].frame + 1; k++)
        if (all[k].frame != all[i].frame && all[k].key == all[i].key)
            return all[k].memory;
    return NULL;
}

static void *found(const struct facts *x, uint32_t frame, uint32_t key, struct fact_hint *hint)
{
    size_t size = 1;
    return facts_find(x, frame, key, &size, hint);
}

static void test_found(void)
{
    enum { MOST = 20000 };
    static struct one all[MOST];
    struct facts x = { 0 };
    struct arena arena = { 0 };
    uint32_t state = 7;
    size_t n = fill(&x, &arena, all, MOST, &state), wrong = 0;
    struct fact_hint hint = { .of = NULL }, none = hint;
    CHECK_INT(n, MOST);
    for (size_t i = 0; i < n; i++)
        wrong += found(&x, all[i].frame, all[i].key, &hint) != all[i].memory || !as_left(&all[i], i);
    CHECK_INT(wrong, 0);
    for (size_t k = 0; k < n; k++) {
        size_t i = noise(&state) % n, near = i + noise(&state) % 16;
        struct fact_hint *any = k % 2 != 0 ? &hint : &none;
        none = (struct fact_hint){ .of = NULL };
        wrong += found(&x, all[i].frame, all[i].key, any) != all[i].memory;
        wrong += found(&x, all[i].frame, all[i].key ^ 0x8000, any) != NULL;
        near = near < n ? near : n - 1;
        wrong += found(&x, all[near].frame, all[near].key, any) != all[near].memory;
        wrong += found(&x, all[i].frame + 50000, all[i].key, any) != NULL;
    }
    CHECK_INT(wrong, 0);
    for (size_t i = 200; i < n - 200;
         i++) { /* and a little further back, where a frame may have begun in another chunk */
        size_t back = i - noise(&state) % 200;
        if (i % 2 == 0)
            hint = (struct fact_hint){ .of = NULL };
        wrong += found(&x, all[i].frame, all[i].key, &hint) != all[i].memory;
        if (i % 4 == 0)
            hint = (struct fact_hint){ .of = NULL };
        wrong += found(&x, all[i].frame + 1, all[i].key, &hint) != in_next_frame(all, i);
        wrong += found(&x, all[back].frame, all[back].key, &hint) != all[back].memory;
    }
    CHECK_INT(wrong, 0);
    facts_free(&x);
    arena_free(&arena);
}

/* Whoever asks for more than there is must not get it. */
static void test_sizes(void)
{
    struct facts x = { 0 };
    struct arena arena = { 0 };
    struct fact_hint hint = { .of = NULL };
    const void *small = facts_add(&x, &arena, 1, 7, 6), *large = facts_add(&x, &arena, 1, 7, 100);
    size_t size = 6;
    CHECK(facts_find(&x, 1, 7, &size, &hint) == small && size == 8);
    size = 9;
    CHECK(facts_find(&x, 1, 7, &size, &hint) == large && size == 100);
    size = 101;
    CHECK(facts_find(&x, 1, 7, &size, &hint) == NULL && size == 101);
    facts_free(&x);
    arena_free(&arena);
}

static void test_refused(void)
{
    struct facts x = { 0 };
    struct arena arena = { .max = 100 * 1024 };
    struct fact_hint hint = { .of = NULL };
    CHECK(found(&x, 1, 1, &hint) == NULL);
    CHECK(facts_add(&x, &arena, 1, 1, FACT_WORDS_MAX * 4 + 1) == NULL);
    CHECK(facts_add(&x, &arena, 1, 1u << FACT_KEY_BITS, 4) == NULL);
    uint32_t given = 0;
    while (facts_add(&x, &arena, 1 + given / 3, given, 64) != NULL && given < 100000)
        given++;
    CHECK(given > 100 && given < 2000);
    for (uint32_t i = 0; i < given; i++)
        CHECK(found(&x, 1 + i / 3, i, &hint) != NULL);
    facts_free(&x);
    arena_free(&arena);
}

int main(void)
{
    test_found();
    test_sizes();
    test_refused();
    return check_done();
}
