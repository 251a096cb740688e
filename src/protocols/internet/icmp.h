/* icmp.h - what ICMP and ICMPv6 share. */
#ifndef PROTOCOLS_INTERNET_ICMP_H
#define PROTOCOLS_INTERNET_ICMP_H

#include "protocols/protocol.h"

/* The other frame of an echo exchange; partner 0: none (so far). */
struct echo_fact {
    uint32_t partner;
    struct nstime span;
};

/* Tells a request from its response by the 8 bytes of the header and the addresses; remembers it for the frames
   to come.  NULL when nothing is remembered. */
const struct echo_fact *echo_exchange(struct dissect *d, const uint8_t h[8], bool request);
/* A plain header: an echo, which holds no packet.  The types of either version. */
bool echo_glance(struct glance *g, uint8_t request, uint8_t reply);

/* Multi-part extensions (RFC 4884, 4950, 5837, 8335) at the cursor; d must speak as ICMP. */
void icmp_extensions(struct dissect *d, struct cursor c);

#endif
