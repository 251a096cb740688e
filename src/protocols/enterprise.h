/* enterprise.h - names of private enterprise numbers, as IANA registered them. */
#ifndef PROTOCOLS_ENTERPRISE_H
#define PROTOCOLS_ENTERPRISE_H

#include "base/strbuf.h"

/* NULL when the number is not one of the well-known ones. */
const char *enterprise_name(uint32_t number);
/* For fields of base BASE_CUSTOM: "ciscoSystems (9)". */
void enterprise_label(struct strbuf *sb, uint64_t number);

#endif
