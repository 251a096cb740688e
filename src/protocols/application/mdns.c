/* mdns.c - Multicast DNS, RFC 6762: DNS messages on UDP port 5353 that use the top bit of the class. */
#include "protocols/application/dns.h"

static const struct field fields[] = {
    { "mdns", "Multicast Domain Name System", FT_PROTOCOL, .suffix = dns_constant },
};

static struct verdict mdns_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "MDNS");
    dns_message(d, c, DNS_MULTICAST, 0);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 5353 } };
static const struct protocol *const calls[] = { &proto_dns, NULL };

PROTOCOL(mdns,
    .name = "mdns", .short_name = "mDNS", .long_name = "Multicast Domain Name System",
    FIELDS(fields), CLAIMS(claims), .calls = calls,
    .run = mdns_run, .keeps_state = true
);
