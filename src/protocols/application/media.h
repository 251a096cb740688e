/* media.h - Content-Type headers, and bodies that nobody knows better than by their type. */
#ifndef PROTOCOLS_APPLICATION_MEDIA_H
#define PROTOCOLS_APPLICATION_MEDIA_H

#include "protocols/protocol.h"

extern const struct protocol proto_media, proto_data_text_lines, proto_mime_multipart;

/* Reads the value of a Content-Type header: the type in lower case, the parameters as they are.  In the packet's
   arena; NULL without memory. */
struct media *media_of(struct dissect *d, const uint8_t *value, uint32_t len);
/* The value of a parameter, without quotes; false when there is none of that name (lower case). */
bool media_parameter(const struct media *m, const char *name, const uint8_t **value, uint32_t *len);
/* The info_text " (text/html)"; arg: struct media. */
info_text media_info;

#endif
