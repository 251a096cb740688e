/* hardware.h - names of hardware types, as ARP and Linux cooked captures number them. */
#ifndef PROTOCOLS_LINK_HARDWARE_H
#define PROTOCOLS_LINK_HARDWARE_H

#include "protocols/protocol.h"

extern const struct values hardware_types;

#endif
