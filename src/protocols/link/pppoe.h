/* pppoe.h - the forms in which PPP is handed on to: variants of proto_ppp. */
#ifndef PROTOCOLS_LINK_PPPOE_H
#define PROTOCOLS_LINK_PPPOE_H

#include "protocols/protocol.h"

enum ppp_form {
    PPP_FRAMED,  /* inside another protocol; address and control may be there */
    PPP_LINK,    /* the link itself: there are no addresses below */
    PPP_BARE,    /* only the protocol field (PPP over Ethernet) */
};

#endif
