/* charset.h - text of the packet in other character sets than UTF-8. */
#ifndef PROTOCOLS_APPLICATION_CHARSET_H
#define PROTOCOLS_APPLICATION_CHARSET_H

#include "protocols/protocol.h"

/* The set that the name means, for sb_charset: a name in the packet's arena.  NULL when it is UTF-8 or ASCII, is not
   known, or has no bytes of ASCII at its base (UTF-16), so that lines cannot be found in it. */
const char *charset_named(struct dissect *d, const uint8_t *name, uint32_t len);
/* The set of a text: of its Content-Type, or by what it says of itself in the beginning (HTML's <meta charset>, XML's
   encoding).  NULL as above. */
const char *charset_of(struct dissect *d, const struct media *m, struct cursor c);
/* Adds the text in UTF-8; bytes that are no character are U+FFFD.  NULL: it is UTF-8 already. */
void sb_charset(struct strbuf *sb, const char *charset, const uint8_t *bytes, uint32_t len);

#endif
