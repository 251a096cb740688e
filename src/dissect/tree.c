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

static void reverse(struct node *nodes, uint32_t from, uint32_t to)
{
    for (; from + 1 < to; from++, to--) {
        struct node n = nodes[from];
        nodes[from] = nodes[to - 1];
        nodes[to - 1] = n;
    }
}

/* Moves [from, to) before the nodes from `before` on; the late parents that are left move along. */
static void lift(struct tree *t, uint32_t before, uint32_t from, uint32_t to, uint32_t seen)
{
    reverse(t->nodes, before, from);
    reverse(t->nodes, from, to);
    reverse(t->nodes, before, to);
    for (uint32_t k = seen; k < t->late; k++) {
        uint32_t p = t->late_parents[k];
        if (p >= before && p < from)
            t->late_parents[k] = p + (to - from);
        else if (p >= from && p < to)
            t->late_parents[k] = p - (from - before);
    }
}

/* Late nodes stand last in the array only by chance: each run of those with one parent is lifted out and put after its
   parent's last descendant.  Runs are few: a trailer after the payload, a list of segments. */
void tree_settle(struct tree *t)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < t->count && seen < t->late; i++) {
        if (!(t->nodes[i].flags & NODE_LATE))
            continue;
        uint32_t parent = t->late_parents[seen], end = i, to = tree_after(t, parent);
        while (end < t->count && seen < t->late && t->late_parents[seen] == parent &&
               (t->nodes[end].flags & NODE_LATE)) {
            t->nodes[end++].flags &= (uint8_t)~NODE_LATE;
            seen++;
        }
        if (to < i)
            lift(t, to, i, end, seen);
        i = end - 1;
    }
    t->late = 0;
}

void tree_free(struct tree *t)
{
    free(t->nodes);
    free(t->late_parents);
    *t = (struct tree){ 0 };
}
