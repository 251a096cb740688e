/* bittorrent.h - what bittorrent.c and bittorrent_clients.c share. */
#ifndef PROTOCOLS_APPLICATION_BITTORRENT_H
#define PROTOCOLS_APPLICATION_BITTORRENT_H

#include "protocols/protocol.h"

/* The client and its version by the 20 bytes of a peer ID, BEP 20: "Transmission v2820".  False, with nothing added, when
   the ID is of no known client.  `sb` may be NULL to ask that alone. */
bool bittorrent_client(struct strbuf *sb, const uint8_t id[20]);

#endif
