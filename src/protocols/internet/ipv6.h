/* ipv6.h - what the headers between IPv6 and its payload share. */
#ifndef PROTOCOLS_INTERNET_IPV6_H
#define PROTOCOLS_INTERNET_IPV6_H

#include "dissect/dissect.h"

/* True if the protocol at hand is a header of an IPv6 packet that is shown inside that packet's node: it
   then emits its own one level down. */
bool ipv6_extension(const struct dissect *d);
/* From such a header to what follows at c: the packet's node grows, and `next`, the byte with the number of the next
   header, decides. */
struct verdict ipv6_go_on(struct dissect *d, struct cursor c, const uint8_t *next);
/* True if fragments are put together (a preference of IPv6). */
bool ipv6_reassembles(const struct dissect *d);
/* True if source routes of RPL are held to all of RFC 6554. */
bool ipv6_strict_rpl(const struct dissect *d);

#endif
