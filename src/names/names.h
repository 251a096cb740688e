/* names.h - names of MAC addresses, hosts, ports and VLANs: what IEEE and IANA assigned (constant
   tables in the program), what the user's profile says (hosts, ethers, manuf, services, subnets and
   vlans, read when first needed) and what the capture itself told (DNS answers, name resolution
   blocks).  All functions but names_close may be called from any thread; a lookup takes no lock
   (but the first one that needs a file) and allocates nothing. */
#ifndef NAMES_NAMES_H
#define NAMES_NAMES_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct names;
struct place;
struct resolver;

/* What is resolved: tshark's -N letters. */
struct name_options {
    bool mac;               /* m */
    bool network;           /* n: hosts, subnets and names in the capture file */
    bool dns_from_capture;  /* d: with network, DNS answers seen */
    bool external;          /* N: with network, the system's resolver: /etc/hosts, no DNS queries */
    bool sni;               /* s: TLS server names seen; the caller adds them */
    bool transport;         /* t */
    bool vlan;              /* v */
    bool geography;         /* g: says nothing, places of addresses are looked up in any case */
    bool no_geography;      /* but for this, which is no letter */
};

/* Without -n and -N: MAC addresses alone. */
#define NAME_OPTIONS_DEFAULT ((struct name_options){ .mac = true })

/* Switches on what the letters say, leaving the rest; false, with *bad (NULL: not wanted) the first
   letter that means nothing, and nothing switched. */
bool name_options_add(struct name_options *options, const char *letters, char *bad);

/* `profile`: the folder of the user's files, NULL for Wireshark's ($XDG_CONFIG_HOME/wireshark or
   ~/.config/wireshark), "" for no files at all, neither the user's nor /etc's.  Nothing is read yet.
   NULL without memory. */
struct names *names_open(const struct name_options *options, const char *profile);
void names_close(struct names *n);
const struct name_options *names_options(const struct names *n);

/* Fills *out with functions over n, which must outlive it. */
void names_resolver(struct names *n, struct resolver *out);

/* Appends "Micro-St_df:75:cf", "Broadcast", or the address itself when it has no name or MAC
   addresses are not resolved (n may be NULL); true if it was a name. */
bool names_ether(struct strbuf *sb, const struct names *n, const uint8_t address[6]);

/* Full name of a 24-bit prefix ("Apple, Inc."), whatever is resolved; NULL if it has none.  For
   prefixes that IEEE shares out in smaller blocks: "IEEE Registration Authority".  Constant. */
const char *names_oui(const uint8_t oui[3]);
/* Full name of the vendor of an address, by the longest prefix (36, 28 or 24 bits), the user's manuf
   file first (n may be NULL); NULL if it has none.  Valid as long as n. */
const char *names_vendor(const struct names *n, const uint8_t address[6]);

/* The values are those of enum port_kind. */
enum names_transport { NAMES_TCP = 1, NAMES_UDP, NAMES_SCTP, NAMES_DCCP };

/* "https", or NULL if the port has no name or ports are not resolved.  Valid as long as n. */
const char *names_port(const struct names *n, enum names_transport transport, uint32_t port);
/* IANA's name alone, whatever is resolved. */
const char *names_port_assigned(enum names_transport transport, uint32_t port);

/* Appends the host's name, for IPv4 else "subnet.rest" by the subnets file, else the address; true
   if it was a name.  n may be NULL. */
bool names_ipv4(struct strbuf *sb, const struct names *n, const uint8_t address[4]);
bool names_ipv6(struct strbuf *sb, const struct names *n, const uint8_t address[16]);

/* Where an address of 4 or 16 bytes is; false when no database knows anything of it.  The databases are opened by
   whoever asks first. */
bool names_place(const struct names *n, const uint8_t *address, size_t size, struct place *out);
/* A sentence about each database that cannot be used, of those that were opened; NULL after the last. */
const char *names_problem(const struct names *n, unsigned which);

/* How many bits of an IPv6 address stand before the IPv4 address in it (RFC 6052), by the user's NAT64_NSP_list; 0 when it
   holds none that is known of. */
unsigned names_nat64(const struct names *n, const uint8_t address[16]);

/* Name of a VLAN, NULL if none or not resolved.  Valid as long as n. */
const char *names_vlan(const struct names *n, uint32_t id);

/* A name that the capture gave for an address of 4 or 16 bytes.  Of several the one with the highest
   `order` (the frame's number) stays, of equal orders the later call; so the result does not depend
   on the timing of threads when one frame is handled by one thread.  Characters that cannot be
   printed become '?', names are cut to 255 bytes.  false when it was not taken: an empty name, a
   wrong size, no memory, or more than a million addresses. */
bool names_add_host(struct names *n, const uint8_t *address, size_t size, const char *name, size_t length,
                    uint64_t order);

/* Calls `each` for every host name known so far, from the files and the capture, in the order of
   the addresses. `size` is 4 or 16.  false without memory. */
bool names_hosts(const struct names *n,
                 void (*each)(void *context, const uint8_t *address, size_t size, const char *name), void *context);

#endif
