/* ethertype.h - what link layers share: names of Ethertypes, handing on by them, and what stands
   behind the payload of a frame. */
#ifndef PROTOCOLS_LINK_ETHERTYPE_H
#define PROTOCOLS_LINK_ETHERTYPE_H

#include "protocols/protocol.h"

extern const struct values ethertype_values;

/* How a frame comes to proto_eth: inside another protocol (then without check sequence), as captured, or inside another with its check sequence. */
enum eth_form { ETH_CARRIED, ETH_CAPTURED, ETH_WITH_FCS };

/* The pseudo layer that frame.protocols shows between a link layer and what its type field names. */
extern const struct protocol proto_ethertype;

/* Nobody claims the protocol of this number, of 16 bits: it stands in the Protocol column. */
void number_column(struct dissect *d, uint32_t number);
void ethertype_layer(struct dissect *d, uint32_t type, bool has_payload);
/* To whoever claims the type; when nobody does, the Protocol column shows the number. */
static inline struct verdict hand_on_ethertype(struct dissect *d, uint32_t type, struct cursor rest)
{
    ethertype_layer(d, type, rest.cap != 0);
    return hand_on(TABLE_ETHERTYPE, type, rest);
}

/* The caller's rows for what follows the payload; a row it does not use is 0. */
struct trailer_rows {
    unsigned trailer, padding, fcs, fcs_status, padding_bad, padding_assumed, fcs_bad;
    bool minimum;       /* the frame may have been filled up to Ethernet's minimum of 60 bytes, with zeros */
    bool any_padding;   /* with any bytes */
    bool may_have_fcs;  /* a check sequence is there if the frame is long enough */
    bool has_fcs;       /* it is there in any case */
    bool check_fcs;
    bool typed;         /* the frame has an Ethertype: failures are put down to that layer */
};
/* For an epilogue: shows the bytes of `c` that d->link_used does not cover.  A layer that shows them
   leaves nothing for the layers around it. */
void trailer_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows);

/* " [unverified]", " [correct]", " incorrect, should be 0x12345678" after the check sequence's row. */
field_text fcs_suffix;
field_text fcs_bad_text;
extern const struct values fcs_states;

#define NOTE_PADDING_BAD                                                                                      \
    { "eth.padding_bad", "Didn't find padding of zeros, and an undecoded trailer exists. There may be padding " \
                         "of non-zeros.", SEV_NOTE, GROUP_PROTOCOL }
#define NOTE_PADDING_ASSUMED                                                                                  \
    { "eth.padding_bad", "Padding was assumed, and an undecoded trailer exists. Some of the trailer may have " \
                         "been consumed by padding.", SEV_NOTE, GROUP_PROTOCOL }

#endif
