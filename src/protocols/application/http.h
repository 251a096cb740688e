/* http.h - what protocols in HTTP's form borrow from it. */
#ifndef PROTOCOLS_APPLICATION_HTTP_H
#define PROTOCOLS_APPLICATION_HTTP_H

#include "protocols/application/http_message.h"
#include "protocols/protocol.h"

extern const struct protocol proto_http;
extern const struct values http_codes;  /* names of status codes */

/* What a connection was upgraded to (RFC 9110 section 7.8), for the protocol that goes on: http_upgraded_here. */
struct http_upgraded {
    uint32_t client_port;                   /* of who asked */
    const uint8_t *protocol, *extensions;   /* Sec-WebSocket-Protocol, Sec-WebSocket-Extensions of the response */
    uint32_t protocol_len, extensions_len;
};
/* NULL: the conversation was never upgraded, or nothing is remembered. */
const struct http_upgraded *http_upgraded_here(struct dissect *d);

/* Emits the message that is a datagram of its own as fields of HTTP, below the caller's emit_protocol; the caller
   lists proto_http in .calls and has set its protocol column.  `kind`: http_kind_of its bytes; of HTTP_OTHER only header
   lines are shown. */
void http_datagram(struct dissect *d, struct cursor c, enum http_kind kind);

#endif
