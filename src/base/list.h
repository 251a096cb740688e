/* list.h - lists from malloc that grow. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Room for twice as many elements of `each` bytes as `*room` (0: for `first`): the list where it stands now, *room
   changed; NULL, with nothing changed, without memory.  The caller frees the list. */
static inline void *list_grow(void *list, size_t *room, size_t first, size_t each)
{
    size_t larger = *room != 0 ? *room * 2 : first;
    void *grown = larger <= SIZE_MAX / 2 / each ? realloc(list, larger * each) : NULL;
    if (grown != NULL)
        *room = larger;
    return grown;
}

#endif
