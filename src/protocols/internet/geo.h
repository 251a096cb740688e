/* geo.h - rows that say where the two addresses of a packet are; IPv4 and IPv6 have the same. */
#ifndef PROTOCOLS_INTERNET_GEO_H
#define PROTOCOLS_INTERNET_GEO_H

#include "protocols/protocol.h"

/* What is told of a place, in the order of the rows. */
enum geo_trait { GEO_COUNTRY, GEO_ISO, GEO_CITY, GEO_AS_NUMBER, GEO_ORGANIZATION, GEO_LATITUDE, GEO_LONGITUDE, GEO_TRAITS };
/* Among a protocol's rows: of either address, then of the source and of the destination, which have a line for all. */
enum { GEO_SOURCE = GEO_TRAITS, GEO_DESTINATION = GEO_SOURCE + 1 + GEO_TRAITS, GEO_ROWS_ALL = GEO_DESTINATION + 1 + GEO_TRAITS };

#define GEO_TRAIT_ROWS(first, name, whose)                                                               \
    [(first) + GEO_COUNTRY] = { name "country", whose "GeoIP Country", FT_STRING, .flags = GENERATED },   \
    [(first) + GEO_ISO] = { name "country_iso", whose "GeoIP ISO Two Letter Country Code", FT_STRING, .flags = GENERATED }, \
    [(first) + GEO_CITY] = { name "city", whose "GeoIP City", FT_STRING, .flags = GENERATED },            \
    [(first) + GEO_AS_NUMBER] = { name "asnum", whose "GeoIP AS Number", FT_UINT32, BASE_DEC, .flags = GENERATED }, \
    [(first) + GEO_ORGANIZATION] = { name "org", whose "GeoIP AS Organization", FT_STRING, .flags = GENERATED }, \
    [(first) + GEO_LATITUDE] = { name "lat", whose "GeoIP Latitude", FT_DOUBLE, .flags = GENERATED },     \
    [(first) + GEO_LONGITUDE] = { name "lon", whose "GeoIP Longitude", FT_DOUBLE, .flags = GENERATED }
/* All of them from row `first` on, for the protocol of that name. */
#define GEO_ROWS(first, protocol)                                                                                      \
    GEO_TRAIT_ROWS(first, protocol ".geoip.", "Source or Destination "),                                               \
    [(first) + GEO_SOURCE] = { protocol ".geoip.src_summary", "Source GeoIP", FT_STRING, .flags = GENERATED,           \
                               .text = geo_summary_text },                                                             \
    GEO_TRAIT_ROWS((first) + GEO_SOURCE + 1, protocol ".geoip.src_", "Source "),                                       \
    [(first) + GEO_DESTINATION] = { protocol ".geoip.dst_summary", "Destination GeoIP", FT_STRING, .flags = GENERATED, \
                                    .text = geo_summary_text },                                                        \
    GEO_TRAIT_ROWS((first) + GEO_DESTINATION + 1, protocol ".geoip.dst_", "Destination ")

field_text geo_summary_text;

/* The rows of the source (at src_off after the cursor) and the destination, for what is known of them. */
void geo_fields(struct dissect *d, struct cursor c, unsigned first, uint32_t src_off, struct address src,
                uint32_t dst_off, struct address dst);

#endif
