/* http.h - what protocols in HTTP's form borrow from it. */
#ifndef PROTOCOLS_APPLICATION_HTTP_H
#define PROTOCOLS_APPLICATION_HTTP_H

#include "protocols/application/http_message.h"
#include "protocols/protocol.h"

extern const struct protocol proto_http;

/* Emits the message that is a datagram of its own as fields of HTTP, below the caller's emit_protocol; the caller
   lists proto_http in .calls and has set its protocol column.  `kind`: http_kind_of its bytes; of HTTP_OTHER only header
   lines are shown. */
void http_datagram(struct dissect *d, struct cursor c, enum http_kind kind);

#endif
