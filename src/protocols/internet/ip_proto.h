/* ip_proto.h - what IPv4 and IPv6 share: names of protocol numbers, of traffic classes. */
#ifndef PROTOCOLS_INTERNET_IP_PROTO_H
#define PROTOCOLS_INTERNET_IP_PROTO_H

#include "dissect/dissect.h"

enum {
    IP_PROTO_HOPOPTS = 0, IP_PROTO_ICMP = 1, IP_PROTO_IGMP = 2, IP_PROTO_IPIP = 4, IP_PROTO_TCP = 6, IP_PROTO_UDP = 17,
    IP_PROTO_IPV6 = 41, IP_PROTO_ROUTING = 43, IP_PROTO_FRAGMENT = 44, IP_PROTO_GRE = 47, IP_PROTO_ESP = 50,
    IP_PROTO_AH = 51, IP_PROTO_ICMPV6 = 58, IP_PROTO_NONE = 59, IP_PROTO_DSTOPTS = 60, IP_PROTO_MIPV6 = 135,
    IP_PROTO_HIP = 139, IP_PROTO_SHIM6 = 140
};

extern const struct values ip_proto_names;
extern const struct values dscp_names, ecn_names;              /* of the six and the two bits */
extern const struct values dscp_short_names, ecn_short_names;

/* " (DSCP: CS0, ECN: Not-ECT)" after a field of the eight bits. */
field_text dsfield_suffix;
/* Info text for a payload that nobody dissects: "Unassigned (200)"; arg: the byte with the number. */
info_text info_ip_proto;

#endif
