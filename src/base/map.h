/* map.h - hash map from short byte strings to pointers.  Keys are copied into the map's arena;
   values are the caller's.  Seeded, so that hostile keys cannot be made to collide.
   One thread at a time; lookups alone may run in several. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map_slot;

/* Zero-initialise, set `seed`, use. */
struct map {
    struct map_slot *slots;
    size_t room, count;  /* room: a power of two */
    uint64_t seed;
    struct arena *keys;  /* where keys are copied: the caller's, must outlive the map */
};

/* The value of the key, NULL if it is not there. */
void *map_find(const struct map *m, const void *key, uint32_t size);

/* The place of the key's value, made (holding NULL) if it was not there; NULL without memory.
   Valid until the next map_place. */
void **map_place(struct map *m, const void *key, uint32_t size);

void map_free(struct map *m);

/* 64-bit hash of bytes: wyhash-like multiply and fold. */
uint64_t hash_bytes(const void *bytes, size_t size, uint64_t seed);
/* A seed that nobody can know beforehand. */
uint64_t hash_seed(void);

#endif
