/* flow.h - what is remembered from frame to frame: conversations, and facts about frames.

   First pass (d->first_pass): frames come in order, everything may be made and changed.  Later, any
   frame may be dissected again, in any order and from several threads: then nothing is changed, and
   the same calls find what the first pass left.  In a single pass that prints as it goes, facts are
   not kept (fact_here gives memory of the packet, fact_of gives NULL). */
#ifndef FLOW_FLOW_H
#define FLOW_FLOW_H

#include "dissect/dissect.h"

struct flow;
struct flow_order;

/* `keep_facts`: frames will be looked at again after the first pass.  NULL without memory. */
struct flow_state *flow_state_new(bool keep_facts, uint64_t seed);
void flow_state_free(struct flow_state *s);
/* There will be no more first pass: what it alone needs, the bytes of things that never became whole, is given back. */
void flow_first_pass_over(struct flow_state *s);
/* Bytes held in all. */
size_t flow_state_size(const struct flow_state *s);

/* Frames may be shared out among several flow states, one a thread, if those that have to do with each other are given
   to the same one, in their order.  Only the numbers of flows count over all of them. */

/* Numbers the flows of `count` (at most CREW_MAX) states anew: as if one state had seen all frames. */
void flow_states_number(struct flow_state *const *states, uint32_t count);
/* Numbers flows while the threads of `count` (at most CREW_MAX) states, which are empty, go over their frames at once:
   flow_number then waits until the others have come as far as the flow's first frame.  NULL without memory.  The states
   may not be used any more when it is freed. */
struct flow_order *flow_order_new(struct flow_state *const *states, uint32_t count);
void flow_order_free(struct flow_order *o);
/* The thread of that state has done with all of its frames before this one; UINT32_MAX: it will have no more. */
void flow_order_reached(struct flow_order *o, uint32_t who, uint32_t frame);

/* The conversation between two endpoints, in either direction, e.g. PORT_UDP with both ports; made if
   need be in the first pass.  NULL: nothing is remembered (no flow state, or memory is used up). */
struct flow *flow_between(struct dissect *d, uint8_t kind, struct address a, uint32_t a_port, struct address b,
                          uint32_t b_port);
/* The one that the present packet belongs to: its network addresses, ports and port kind. */
struct flow *flow_here(struct dissect *d);
/* The same endpoints begin a new conversation with the present frame: it gets a number and memory of its own, and
   from this frame on flow_between and flow_here find it, while earlier frames keep the one they had.  First pass
   only; later it returns `f`.  NULL as flow_between. */
struct flow *flow_renew(struct dissect *d, struct flow *f);
/* 0 if the packet goes the way of the flow's first packet, else 1. */
unsigned flow_direction(const struct flow *f, const struct dissect *d);
/* Number of the flow among those of its kind, from 0, in order of appearance.  It may have to wait for other threads: only
   for who shows it. */
uint32_t flow_number(const struct dissect *d, struct flow *f);
/* Time and number of the flow's first frame. */
struct nstime flow_started(const struct flow *f);
uint32_t flow_first_frame(const struct flow *f);

/* The protocol's own memory in the flow, `size` bytes, cleared when made (first pass).  `slot`: which
   one of the protocol.  NULL if it was never made, or memory is used up. */
void *flow_memory(struct dissect *d, struct flow *f, unsigned slot, size_t size);

/* Whether `p` has memory in that slot of the conversation of the present packet: for probers, which change nothing. */
bool flow_remembers(const struct dissect *d, const struct protocol *p, unsigned slot);

/* The protocol's own memory that is found by a key instead of a flow: one transaction by its addresses and
   identifiers.  `size` bytes, cleared when made (first pass); key_len at most 60.  NULL as above. */
void *keyed_memory(struct dissect *d, const void *key, uint32_t key_len, size_t size);

/* The protocol's facts about the present frame, `size` bytes, cleared when made.  `slot` tells several
   in one frame apart, below 65536 (use d->n_layers << 4 | n when the protocol can occur twice: n is 14 for what flow/fragments
   and 15 for what flow/stream remembers; or fact_slot).  In later passes the same memory, to be read only; NULL if it was never
   made, or not so large. */
void *fact_here(struct dissect *d, unsigned slot, size_t size);
/* The same of unknown size, which becomes *size; NULL if it was never made. */
void *fact_sized(struct dissect *d, unsigned slot, size_t *size);
/* A slot for what begins at c. */
static inline unsigned fact_slot(struct cursor c) { return (uint16_t)(c.offset ^ c.source * 0x9e37u); }
/* Whether there will be later passes; when not, nobody reads what fact_here gave. */
bool facts_are_kept(const struct dissect *d);
/* Those about an earlier frame, to add what is known only now.  First pass only; NULL: not kept. */
void *fact_of(struct dissect *d, uint32_t frame, unsigned slot, size_t size);

/* Memory that lives as long as the flow state; NULL when the bound is reached.  First pass only. */
void *flow_take(struct dissect *d, size_t size);

/* The same for a list that comes and goes: not cleared; what is returned is lent to the next who asks for as much.  `size`:
   a power of two, from 64 bytes on. */
void *flow_lend(struct dissect *d, size_t size);
void flow_return(struct dissect *d, void *memory, size_t size);

#endif
