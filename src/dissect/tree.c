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

/* The late nodes of one parent, taken out of the array. */
struct lifted {
    struct node *nodes;
    uint32_t *from;  /* where each stood; ascends */
    uint32_t count;
};

/* How many of them stood before node i. */
static uint32_t lifted_before(const struct lifted *l, uint32_t i)
{
    uint32_t from = 0, to = l->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (l->from[mid] < i)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

/* Takes out the late nodes whose parent is that of the first late node; closes the gaps they leave. */
static void lift(struct tree *t, struct lifted *l)
{
    uint32_t parent = t->late_parents[0], seen = 0, left = 0, to = 0;
    l->count = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        bool late = (t->nodes[i].flags & NODE_LATE) != 0;
        uint32_t own = late ? t->late_parents[seen++] : NO_NODE;
        if (late && own == parent) {
            l->nodes[l->count] = t->nodes[i];
            l->nodes[l->count].flags &= (uint8_t)~NODE_LATE;
            l->from[l->count++] = i;
            continue;
        }
        if (late)
            t->late_parents[left++] = own;
        t->nodes[to++] = t->nodes[i];
    }
    t->late = left;
    t->count = to;
}

/* Puts them after the last descendant of their parent; the parents that are left move along. */
static void put_down(struct tree *t, const struct lifted *l, uint32_t parent)
{
    uint32_t at = tree_after(t, parent - lifted_before(l, parent));
    memmove(&t->nodes[at + l->count], &t->nodes[at], (t->count - at) * sizeof *t->nodes);
    memcpy(&t->nodes[at], l->nodes, l->count * sizeof *t->nodes);
    t->count += l->count;
    for (uint32_t k = 0; k < t->late; k++) {
        uint32_t p = t->late_parents[k], before = lifted_before(l, p);
        bool moved = before < l->count && l->from[before] == p;
        t->late_parents[k] = moved ? at + before : p - before + (p - before >= at ? l->count : 0);
    }
}

/* Late nodes stand last in the array only by chance: those of each parent are lifted out and put after its last
   descendant, in their order.  Linear in the nodes for each parent; parents are few: a link layer with a trailer, who
   carries a stream.  Without memory they stay where they are. */
void tree_settle(struct tree *t)
{
    struct lifted l = { malloc(t->late * sizeof *l.nodes), malloc(t->late * sizeof *l.from), 0 };
    while (t->late != 0 && l.nodes != NULL && l.from != NULL) {
        uint32_t parent = t->late_parents[0];
        lift(t, &l);
        put_down(t, &l, parent);
    }
    t->late = 0;
    free(l.nodes);
    free(l.from);
}

void tree_free(struct tree *t)
{
    free(t->nodes);
    free(t->late_parents);
    *t = (struct tree){ 0 };
}
