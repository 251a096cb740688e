/* ethertype.h - what link layers share: names of Ethertypes, handing on by them, and what stands
   behind the payload of a frame. */
#ifndef PROTOCOLS_LINK_ETHERTYPE_H
#define PROTOCOLS_LINK_ETHERTYPE_H

#include "protocols/protocol.h"

extern const struct values ethertype_values;

/* The pseudo layer that frame.protocols shows between a link layer and what its type field names. */
extern const struct protocol proto_ethertype;

/* To whoever claims the type; when nobody does, the Protocol column shows the number. */
struct verdict hand_on_ethertype(struct dissect *d, uint32_t type, struct cursor rest);

/* The caller's rows for what follows the payload; 0: it shows no such thing. */
struct trailer_rows {
    unsigned trailer, padding, fcs, fcs_status, padding_bad;
    bool minimum;  /* the frame was filled up to Ethernet's minimum of 60 bytes */
    bool has_fcs;  /* a check sequence may be there: guessed by the length unless a preference says so */
};
/* For an epilogue: shows the bytes of `c` that d->link_used does not cover.  A layer that shows them
   leaves nothing for the layers around it. */
void trailer_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows);

#endif
