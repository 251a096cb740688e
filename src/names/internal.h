/* internal.h - what the files of names/ share: the opened names and their tables. */
#ifndef NAMES_INTERNAL_H
#define NAMES_INTERNAL_H

#include "names/geo.h"
#include "names/names.h"
#include "names/userfile.h"

#include <pthread.h>
#include <stdatomic.h>

enum user_file {
    USER_ETHERS, USER_MANUF, USER_HOSTS4, USER_HOSTS6, USER_SUBNETS, USER_SERVICES, USER_VLANS, USER_FILES
};

/* A network of NAT64: addresses that agree with `prefix` in their first `fixed` bytes; IPv4's stands behind `length` bits. */
struct nat64_network {
    uint8_t prefix[16];
    uint8_t length, fixed;
};

enum { NAT64_MAX = 64, HOST_BUCKETS = 1 << 16, HOSTS_MAX = 1000000, HOST_NAME_MAX_BYTES = 255 };

/* A host that the capture named.  Never freed or moved before names_close, so readers need no lock:
   they follow `next` from the bucket, both written with release order. */
struct host {
    struct host *next;
    uint8_t address[16];
    uint8_t size;
    uint64_t order;               /* under the lock */
    const char *_Atomic name;
};

struct names {
    struct name_options options;
    char *profile;                /* "" for no files */
    struct name_table tables[USER_FILES];
    atomic_bool ready[USER_FILES];
    struct geo *geo;              /* once `geo_known`; NULL: there are no databases */
    atomic_bool geo_known;
    struct nat64_network nat64[NAT64_MAX];
    unsigned n_nat64;
    atomic_bool nat64_known;
    pthread_mutex_t lock;         /* reading a file; adding a host */
    struct host *_Atomic *buckets;  /* HOST_BUCKETS */
    atomic_bool any_host;         /* buckets is there */
    uint64_t seed;
    uint32_t n_hosts;
    struct arena hosts;
};

/* The table, read now if it was not yet.  (Const: what it holds is fixed from the start.) */
const struct name_table *user_table(const struct names *n, enum user_file file);

/* Appends the name of a MAC address, whatever is resolved; false, with nothing added, if it has none. */
bool sb_ether_name(struct strbuf *sb, const struct names *n, const uint8_t address[6]);

#endif
