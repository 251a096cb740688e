/* llmnr.c - Link-local Multicast Name Resolution, RFC 4795: DNS messages on UDP port 5355 with other flags. */
#include "protocols/application/dns.h"

static const struct field fields[] = {
    { "llmnr", "Link-local Multicast Name Resolution", FT_PROTOCOL, .suffix = dns_constant },
};

static struct verdict llmnr_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "LLMNR");
    dns_message(d, c, DNS_LINK_LOCAL, 0);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 5355 } };
static const struct protocol *const calls[] = { &proto_dns, NULL };

PROTOCOL(llmnr,
    .name = "llmnr", .short_name = "LLMNR", .long_name = "Link-local Multicast Name Resolution",
    FIELDS(fields), CLAIMS(claims), .calls = calls,
    .run = llmnr_run, .keeps_state = true
);
