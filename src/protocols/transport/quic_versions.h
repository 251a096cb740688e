/* quic_versions.h - names of versions of QUIC, for every field that holds one. */
#ifndef PROTOCOLS_TRANSPORT_QUIC_VERSIONS_H
#define PROTOCOLS_TRANSPORT_QUIC_VERSIONS_H

#include "protocols/protocol.h"

extern const struct ranges quic_versions;
/* Versions that nobody speaks: RFC 9000 section 15. */
static inline bool quic_is_reserved(uint32_t version) { return (version & 0x0f0f0f0f) == 0x0a0a0a0a; }
/* For .suffix: " (GREASE)" behind what RFC 9000 section 15 keeps for exercising version negotiation. */
field_text quic_version_suffix;

#endif
