/* tree.c - the node array. */
#include "dissect/tree.h"

#include "base/base.h"

#include <stdlib.h>

enum { FIRST_NODES = 512 };

bool tree_grow(struct tree *t)
{
    uint32_t room = t->room != 0 ? t->room * 2 : FIRST_NODES;
    if (t->count >= t->max)
        return false;
    struct node *nodes = realloc(t->nodes, room * sizeof *nodes);
    if (nodes == NULL)
        return false;
    t->nodes = nodes;
    t->room = room;
    return true;
}

bool tree_grow_late(struct tree *t)
{
    if (t->late < t->late_room)
        return true;
    uint32_t room = t->late_room != 0 ? t->late_room * 2 : 16;
    uint32_t *parents = realloc(t->late_parents, room * sizeof *parents);
    if (parents == NULL)
        return false;
    t->late_parents = parents;
    t->late_room = room;
    return true;
}

uint32_t tree_after(const struct tree *t, uint32_t i)
{
    uint8_t depth = t->nodes[i].depth;
    for (i++; i < t->count && t->nodes[i].depth > depth; i++)
        continue;
    return i;
}

/* Late nodes come last in the array only by chance: each is lifted out and put after its parent's
   last descendant.  Late nodes are few (a trailer after the payload), so this may be quadratic. */
void tree_settle(struct tree *t)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < t->count && seen < t->late; i++) {
        if (!(t->nodes[i].flags & NODE_LATE))
            continue;
        uint32_t parent = t->late_parents[seen++];
        uint32_t to = tree_after(t, parent);
        struct node n = t->nodes[i];
        n.flags &= (uint8_t)~NODE_LATE;
        if (to < i)
            memmove(&t->nodes[to + 1], &t->nodes[to], (i - to) * sizeof n);
        t->nodes[to < i ? to : i] = n;
        for (uint32_t k = seen; k < t->late; k++)
            t->late_parents[k] += t->late_parents[k] >= to && t->late_parents[k] < i;
    }
    t->late = 0;
}

void tree_free(struct tree *t)
{
    free(t->nodes);
    free(t->late_parents);
    *t = (struct tree){ 0 };
}
