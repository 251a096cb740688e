/* state.h - what a flow state holds, for the files of this folder. */
#ifndef FLOW_STATE_H
#define FLOW_STATE_H

#include "base/map.h"
#include "flow/flow.h"

enum { FLOW_KINDS = 16 };

enum { HOLD_SPARE_SIZES = 6 };  /* 4 to 128 KiB */

struct hold;
struct hold_block;

struct fact {
    uint32_t frame, key;
    void *memory;
};

/* Numbers that were given to flows of a kind, in the order in which they appear. */
struct given_numbers {
    struct {
        uint32_t frame, number;
    } * rows;
    uint32_t count, next;
};

struct flow_numbers {
    struct given_numbers kinds[FLOW_KINDS];
};

struct flow_state {
    struct arena arena;
    struct map flows;
    uint32_t numbers[FLOW_KINDS];
    struct flow *first[FLOW_KINDS], *last[FLOW_KINDS];  /* of the kind, in order of appearance */
    struct flow_numbers *given;  /* instead of counting; NULL: count */
    bool keep_facts;
    struct fact *facts;
    size_t n_facts, room;
    /* bytes of things that are not whole yet; those that are, until the packet is done with */
    struct hold *holds, *spent;
    uint32_t spent_frame;
    size_t held;
    struct hold_block *spare[HOLD_SPARE_SIZES];  /* by size */
    size_t spare_bytes;
};

#endif
