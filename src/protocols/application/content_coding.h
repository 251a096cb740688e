/* content_coding.h - bodies that were compressed for the way: gzip, deflate and br of RFC 9110 section 8.4.1. */
#ifndef PROTOCOLS_APPLICATION_CONTENT_CODING_H
#define PROTOCOLS_APPLICATION_CONTENT_CODING_H

#include "protocols/protocol.h"

enum content_coding { CODING_IDENTITY, CODING_GZIP, CODING_DEFLATE, CODING_BROTLI, CODING_UNKNOWN };

/* By the name that a Content-Encoding header has, whatever the case of its letters. */
enum content_coding content_coding_of(const uint8_t *name, uint32_t len);

struct decoded {
    const uint8_t *bytes;  /* in the packet's arena */
    uint32_t len;
};
/* The n bytes decoded, as far as they go: of a body that was cut, its beginning.  At most 16 MiB, and at most 1024
   times as much as there was.  False when nothing comes out and the bytes are not of that coding, or without memory. */
bool content_decode(struct dissect *d, enum content_coding coding, const uint8_t *p, uint32_t n, struct decoded *out);

/* RFC 7692 section 7.2.2: one message of a WebSocket, whose deflate stream has no end of its own and may refer to the
   `window_len` bytes that came out before it.  As content_decode. */
bool content_decode_message(struct dissect *d, const uint8_t *p, uint32_t n, const uint8_t *window, uint32_t window_len,
                            struct decoded *out);

/* RFC 4648 section 4: passes over line ends, stops at what else is none of its characters.  `out` has room for len bytes;
   returns the count of bytes made. */
uint32_t base64_decode(const uint8_t *p, uint32_t len, uint8_t *out);

#endif
