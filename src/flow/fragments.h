/* fragments.h - datagrams that came as fragments: IPv4 (RFC 791 section 3.2) and IPv6 (RFC 8200 section 4.5). */
#ifndef FLOW_FRAGMENTS_H
#define FLOW_FRAGMENTS_H

#include "flow/pieces.h"

struct fragments {
    struct pieces pieces;
    bool has_tail;
    uint32_t tail_end;      /* where the first last fragment that came ends: the datagram's length */
};

/* The present packet has the bytes at the cursor, all captured, as [off, ...) of the datagram that `key` (at most 60 bytes)
   tells; `last`: no more follows.  The datagram as it is known by now, whole if its pieces.whole_in is the present
   frame; later passes find the same.  NULL when it is not remembered. */
const struct fragments *fragment_take(struct dissect *d, struct cursor c, const void *key, uint32_t key_len,
                                      uint32_t off, bool last);
/* " [Reassembled in #41]": for Info, with the datagram as arg. */
info_text fragment_whole_in;

#endif
