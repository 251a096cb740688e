/* tree_test.c - late nodes come to stand below their parents, however many there are. */
#include "dissect/tree.h"

#include "base/base.h"
#include "check.h"

#include <stdlib.h>

static void add(struct tree *t, uint32_t field, uint8_t depth, uint32_t late_parent)
{
    if (t->count == t->room && !CHECK(tree_grow(t)))
        return;
    t->nodes[t->count] = (struct node){ .field = field, .depth = depth };
    if (late_parent != NO_NODE && CHECK(tree_grow_late(t))) {
        t->nodes[t->count].flags = NODE_LATE;
        t->late_parents[t->late++] = late_parent;
    }
    t->count++;
}

/* Fields are numbered in the order in which they are to stand. */
static void check_order(const struct tree *t, uint32_t count)
{
    CHECK_INT(t->count, count);
    CHECK_INT(t->late, 0);
    for (uint32_t i = 0; i < t->count; i++)
        if (t->nodes[i].field != i || (t->nodes[i].flags & NODE_LATE))
            CHECK_INT(t->nodes[i].field, i);
}

static void test_trailer(void)
{
    struct tree t = { .max = 1000 };
    add(&t, 0, 0, NO_NODE);  /* Ethernet */
    add(&t, 1, 1, NO_NODE);
    add(&t, 4, 0, NO_NODE);  /* IP */
    add(&t, 2, 1, 0);        /* trailer */
    add(&t, 3, 2, 0);        /* its finding */
    tree_settle(&t);
    check_order(&t, 5);
    tree_free(&t);
}

/* Two parents, the second of which is a late node itself, take turns. */
static void test_parents(void)
{
    struct tree t = { .max = 1000 };
    add(&t, 0, 0, NO_NODE);
    add(&t, 6, 0, NO_NODE);
    add(&t, 1, 1, 0);
    add(&t, 8, 0, NO_NODE);
    add(&t, 2, 2, 2);
    add(&t, 7, 1, 1);
    add(&t, 3, 2, 2);
    add(&t, 4, 1, 0);
    add(&t, 5, 1, 0);
    tree_settle(&t);
    check_order(&t, 9);
    tree_free(&t);
}

/* Each of many messages has a row below the one that carries them all. */
static void test_many(void)
{
    enum { MANY = 200000 };
    struct tree t = { .max = 4 * MANY };
    add(&t, 0, 0, NO_NODE);
    for (uint32_t i = 0; i < MANY; i++) {
        add(&t, 1 + i, 1, 0);
        add(&t, 1 + MANY + i, 0, NO_NODE);
    }
    tree_settle(&t);
    check_order(&t, 1 + 2 * MANY);
    tree_free(&t);
}

int main(void)
{
    test_trailer();
    test_parents();
    test_many();
    return check_done();
}
