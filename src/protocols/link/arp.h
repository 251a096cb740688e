/* arp.h - what the Address Resolution Protocol and its form for ATM share. */
#ifndef PROTOCOLS_LINK_ARP_H
#define PROTOCOLS_LINK_ARP_H

#include "protocols/protocol.h"

enum { OP_REQUEST = 1, OP_REPLY, OP_RARP_REQUEST, OP_RARP_REPLY, OP_DRARP_REQUEST, OP_DRARP_REPLY, OP_DRARP_ERROR, OP_IN_REQUEST,
       OP_IN_REPLY, OP_NAK, OP_MARS_FIRST, OP_MARS_LAST = 22, OP_MAPOS_UNARP, OP_EXPERIMENT_1, OP_EXPERIMENT_2,
       OP_RESERVED = 65535 };
enum { HW_ETHERNET = 1, HW_AX25 = 3, HW_IEEE802 = 6, HW_ATM = 19 };
enum { PROTO_IPV4 = 0x0800, PROTO_AX25_IPV4 = 0x00cc };

extern const struct values arp_opcodes;
extern const struct values arp_requests;  /* those whose Info reads "MARS JOIN request from .. at .." */
extern const struct protocol proto_atmarp;

/* Info of the operations that tell no addresses; `name` is the protocol's. */
void arp_info_plain(struct strbuf *sb, uint16_t op, const char *name);
/* An address of the upper protocol. */
void arp_sb_proto(struct strbuf *sb, const uint8_t *p, uint8_t len, bool ipv4);

#endif
