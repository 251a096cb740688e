/* map.c - open addressing with linear probing, at most two thirds full. */
#include "base/map.h"

#include "base/arena.h"
#include "base/base.h"

#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

struct map_slot {
    const void *key;
    void *value;
    uint32_t hash, size;
};

enum { FIRST_ROOM = 64 };

static uint64_t fold(uint64_t a, uint64_t b)
{
    unsigned __int128 m = (unsigned __int128)a * b;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}

uint64_t hash_bytes(const void *bytes, size_t size, uint64_t seed)
{
    const uint8_t *p = bytes;
    uint64_t h = seed ^ 0x9e3779b97f4a7c15u ^ size;
    while (size >= 8) {
        h = fold(h ^ le64(p), 0xd6e8feb86659fd93u);
        p += 8;
        size -= 8;
    }
    h = fold(h ^ le_uint(p, (uint32_t)size), 0xa0761d6478bd642fu);
    return fold(h, 0xe7037ed1a0b428dbu);
}

uint64_t hash_seed(void)
{
    uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, 0) != (ssize_t)sizeof seed)
        seed = (uint64_t)time(NULL) << 20 ^ (uint64_t)getpid();
    return seed;
}

/* Keys of sixteen bytes are the rule. */
static inline bool same_key(const uint8_t *a, const uint8_t *b, uint32_t size)
{
    return size == 16 ? le64(a) == le64(b) && le64(a + 8) == le64(b + 8) : memcmp(a, b, size) == 0;
}

static inline struct map_slot *slot_of(const struct map *m, const void *key, uint32_t size, uint32_t hash)
{
    for (size_t i = hash & (m->room - 1);; i = (i + 1) & (m->room - 1)) {
        struct map_slot *s = &m->slots[i];
        if (s->key == NULL || (s->hash == hash && s->size == size && same_key(s->key, key, size)))
            return s;
    }
}

void *map_find(const struct map *m, const void *key, uint32_t size)
{
    if (m->count == 0)
        return NULL;
    return slot_of(m, key, size, (uint32_t)hash_bytes(key, size, m->seed))->value;
}

static int enlarge(struct map *m)
{
    size_t room = m->room != 0 ? m->room * 2 : FIRST_ROOM;
    struct map_slot *slots = calloc(room, sizeof *slots);
    if (slots == NULL)
        return -1;
    for (size_t i = 0; i < m->room; i++) {
        const struct map_slot *s = &m->slots[i];
        if (s->key == NULL)
            continue;
        size_t at = s->hash & (room - 1);
        while (slots[at].key != NULL)
            at = (at + 1) & (room - 1);
        slots[at] = *s;
    }
    free(m->slots);
    m->slots = slots;
    m->room = room;
    return 0;
}

void **map_place(struct map *m, const void *key, uint32_t size)
{
    if ((m->count + 1) * 3 > m->room * 2 && enlarge(m) != 0)
        return NULL;
    uint32_t hash = (uint32_t)hash_bytes(key, size, m->seed);
    struct map_slot *s = slot_of(m, key, size, hash);
    if (s->key == NULL) {
        void *copy = arena_copy(m->keys, key, size);
        if (copy == NULL)
            return NULL;
        *s = (struct map_slot){ .key = copy, .hash = hash, .size = size };
        m->count++;
    }
    return &s->value;
}

void map_free(struct map *m)
{
    free(m->slots);
    m->slots = NULL;
    m->room = m->count = 0;
}
