/* state.h - what a flow state holds, for the files of this folder. */
#ifndef FLOW_STATE_H
#define FLOW_STATE_H

#include "base/map.h"
#include "flow/facts.h"
#include "flow/flow.h"

#include <stdatomic.h>

enum { FLOW_KINDS = 16 };

enum { HOLD_SPARE_SIZES = 8 };  /* 1 to 128 KiB */
enum { HELD_MAX = 256 * 1024 * 1024 };  /* bytes of all holds, and of the memory for those that are not large */

enum { LENT_LEAST = 64, LENT_SIZES = 16 };

struct hold;
struct hold_block;

struct flow {
    _Atomic uint32_t number;     /* FLOW_UNNUMBERED until it is settled */
    uint32_t first_frame;
    bool first_low;              /* the first packet went from the lower endpoint to the higher */
    struct nstime started;
    struct flow_slot *slots;
    struct flow_line *line;
    struct flow *_Atomic after;  /* the next of its kind */
};

/* Flows of a kind, in order of appearance. */
struct flow_list {
    struct flow *_Atomic first;
    struct flow *last;           /* for who adds */
    struct flow *numbered;       /* the last one that has its number, for who numbers; NULL: none has */
};

struct flow_state {
    struct arena arena;
    struct map flows;
    struct flow_list lists[FLOW_KINDS];
    uint32_t numbers[FLOW_KINDS];  /* flows of the kind, when this state counts them alone */
    struct flow_order *order;      /* who counts them instead; or NULL */
    uint32_t who;                  /* which of its threads this is */
    void *lent[LENT_SIZES];        /* that was returned: chains, by size */
    bool keep_facts;
    struct facts facts;
    /* bytes of things that are not whole yet; those that are, until the packet is done with */
    struct hold *holds, *spent;
    uint32_t spent_frame;
    size_t held;
    struct arena hold_memory;                    /* of holds that are not large */
    struct hold_block *spare[HOLD_SPARE_SIZES];  /* its blocks that are not in use, by size */
    uint64_t held_large;                         /* bytes of large holds */
};

/* numbers.c: a flow that is complete but for its number; by the state's thread. */
void flow_begins(struct flow_state *s, uint8_t kind, struct flow *f);

#endif
