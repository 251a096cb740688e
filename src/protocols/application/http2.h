/* http2.h - what protocols that lead to HTTP/2 need of it. */
#ifndef PROTOCOLS_APPLICATION_HTTP2_H
#define PROTOCOLS_APPLICATION_HTTP2_H

#include "protocols/protocol.h"

extern const struct protocol proto_http2;

/* RFC 9113 section 3.4: what a client begins with.  True when the bytes agree with it as far as they go; at least
   its first word. */
enum { HTTP2_PREFACE = 24 };
bool http2_may_begin(struct cursor c);
/* The value of an HTTP2-Settings header (RFC 7540 section 3.2.1), as fields of HTTP/2 at the present depth; the caller
   lists proto_http2 in its .calls. */
void http2_settings_header(struct dissect *d, struct cursor value);

#endif
