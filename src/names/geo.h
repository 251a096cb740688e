/* geo.h - where IP addresses are: databases in MaxMind's format, found as Wireshark finds them. */
#ifndef NAMES_GEO_H
#define NAMES_GEO_H

#include "dissect/resolver.h"

#include <stdbool.h>
#include <stdint.h>

struct geo;

/* Opens every "*.mmdb" of /usr/share/GeoIP, /var/lib/GeoIP and the folders that `profile`/maxmind_db_paths lists, in this
   order, those of one folder by name; "" for none at all.  Those that cannot be used are passed over, and geo_problem
   tells of them.  NULL when there is none, or no memory. */
struct geo *geo_open(const char *profile);
void geo_close(struct geo *g);

/* What they know of an address of 4 or 16 bytes: where several speak of one thing, the last one.  False for nothing.
   Texts live as long as `g`.  Any thread. */
bool geo_find(const struct geo *g, const uint8_t *address, unsigned size, struct place *out);

/* A sentence about each database that cannot be used, or turned out to be damaged when something was looked up; NULL
   after the last. */
const char *geo_problem(const struct geo *g, unsigned which);

#endif
