/* resolver.h - how the engine asks for names of addresses and ports without knowing where they come
   from (names/ provides one).  All functions may be called from any thread. */
#ifndef DISSECT_RESOLVER_H
#define DISSECT_RESOLVER_H

#include "base/strbuf.h"
#include "dissect/tree.h"

struct address;

/* What is known of where an address is.  Empty texts, 0, and coordinates that are no number: nothing. */
struct place {
    struct held city, country, iso, organization;  /* live as long as the resolver */
    uint32_t as_number;
    double latitude, longitude;
};

struct resolver {
    /* Appends the name that replaces the address ("Micro-St_df:75:cf", "www.example.org"); false,
       with nothing added, when it is shown as it is. */
    bool (*address)(const void *context, struct strbuf *sb, const struct address *a);
    /* The full vendor name of a 24-bit prefix, NULL if unknown: independent of what is resolved. */
    const char *(*oui)(const void *context, const uint8_t oui[3]);
    /* The full vendor name of a MAC address (24-, 28- or 36-bit prefix). */
    const char *(*vendor)(const void *context, const uint8_t address[6]);
    /* The service's name, NULL if unknown or not resolved.  kind: enum port_kind. */
    const char *(*port)(const void *context, uint8_t kind, uint32_t port);
    /* A name that the capture itself gave for an address (a DNS answer) in the frame of that number. */
    void (*learn)(void *context, const struct address *a, const char *name, uint64_t frame);
    /* The name of a VLAN, NULL if it has none. */
    const char *(*vlan)(const void *context, uint32_t id);
    /* Where an IPv4 or IPv6 address is, whatever is resolved; false: nothing is known of it.  NULL: nobody is asked. */
    bool (*place)(const void *context, const struct address *a, struct place *out);
    /* How many bits of an IPv6 address stand before the IPv4 address that it holds, in networks that the user named; 0: none. */
    unsigned (*nat64)(const void *context, const uint8_t address[16]);
    /* What is resolved: one without a name is then shown as "50000 (50000)", "10.0.0.1 (10.0.0.1)". */
    bool ports, macs, hosts, vlans;
    void *context;
};

#endif
