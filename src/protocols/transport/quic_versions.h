/* quic_versions.h - names of versions of QUIC, for every field that holds one. */
#ifndef PROTOCOLS_TRANSPORT_QUIC_VERSIONS_H
#define PROTOCOLS_TRANSPORT_QUIC_VERSIONS_H

#include "protocols/protocol.h"

extern const struct ranges quic_versions;
/* For .suffix: " (GREASE)" behind what RFC 9000 section 15 keeps for exercising version negotiation. */
field_text quic_version_suffix;

#endif
