/* json.h - JSON for the protocols that carry it. */
#ifndef PROTOCOLS_APPLICATION_JSON_H
#define PROTOCOLS_APPLICATION_JSON_H

#include "protocols/protocol.h"

extern const struct protocol proto_json, proto_data_text_lines;

/* Whether the bytes are one array or object of RFC 8259 and nothing else. */
bool json_is(struct cursor c);

#endif
