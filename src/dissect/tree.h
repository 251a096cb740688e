/* tree.h - what a dissected packet is: an array of small nodes in the order in which they are
   printed, each with its depth.  Values are numbers or places in the packet; text is made by
   label.h when somebody prints. */
#ifndef DISSECT_TREE_H
#define DISSECT_TREE_H

#include "dissect/field.h"

enum node_flags {
    NODE_HELD = 1,      /* v.held: bytes that do not stand in the packet as they are */
    NODE_HIDDEN = 2,    /* this one is hidden although the field is not always */
    NODE_GENERATED = 4,
    NODE_LATE = 8,      /* stands below an earlier node: tree_settle moves it there */
    NODE_ARG = 16,      /* v.arg: what the label function needs */
    NODE_LITTLE = 32,   /* the bytes are little-endian */
};

struct held {
    const uint8_t *bytes;
    uint32_t len;
};

struct node {
    uint32_t field;   /* global number of the field */
    uint32_t off, len;  /* bytes in the source that it stands for */
    uint8_t depth;
    uint8_t flags;
    uint16_t source;
    union {
        uint64_t u;  /* unsigned numbers, booleans, frame numbers, times in ns (as int64_t) */
        int64_t i;
        double f;
        const struct held *held;
        const void *arg;
    } v;
};

enum { NO_NODE = UINT32_MAX };

struct tree {
    struct node *nodes;
    uint32_t count, room, max;
    uint32_t late;       /* nodes that wait for tree_settle */
    uint32_t *late_parents;
    uint32_t late_room;
};

/* Moves late nodes below their parents.  Indices of nodes are void afterwards. */
void tree_settle(struct tree *t);
/* The index after the last descendant of node i. */
uint32_t tree_after(const struct tree *t, uint32_t i);
void tree_free(struct tree *t);
/* Room for one node more; false at the bound. */
bool tree_grow(struct tree *t);
bool tree_grow_late(struct tree *t);

#endif
