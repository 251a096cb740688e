/* well_known.h - constant tables of MAC addresses and prefixes that names/ knows by itself: those
   written by hand (well_known.c) and those that the build makes (make_tables.py). */
#ifndef NAMES_WELL_KNOWN_H
#define NAMES_WELL_KNOWN_H

#include <stdint.h>

/* An address (bits: 48) or the range that starts there; the address is a 48-bit number. */
struct well_known {
    uint64_t address;
    uint8_t bits;
    const char *name;
};
extern const struct well_known well_known_addresses[], well_known_ranges[];
extern const uint32_t n_well_known_addresses, n_well_known_ranges;

struct vendor_row {
    uint32_t oui;
    const char *name, *full;
};
extern const struct vendor_row other_vendors[];
extern const uint32_t n_other_vendors;

/* IEEE's assignments: sorted prefixes, and for each where in vendor_text its short name starts; the
   full name follows behind the short one's NUL. */
extern const uint32_t vendor24_key[], vendor28_key[];
extern const uint64_t vendor36_key[];
extern const uint32_t vendor24_text[], vendor28_text[], vendor36_text[];
extern const uint32_t n_vendor24, n_vendor28, n_vendor36;
extern const char vendor_text[];

/* IANA's ports, sorted by port; protocols: bit 1 << enum names_transport. */
extern const uint16_t service_port[];
extern const uint8_t service_protocols[];
extern const uint32_t service_text[], n_services;
extern const char services_text[];

#endif
