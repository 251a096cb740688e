/* checksum.h - the Internet checksum (RFC 1071) and the fields that go with one. */
#ifndef PROTOCOLS_INTERNET_CHECKSUM_H
#define PROTOCOLS_INTERNET_CHECKSUM_H

#include "dissect/dissect.h"

/* checksum status as fields show it */
enum { CHECKSUM_STATE_BAD, CHECKSUM_STATE_GOOD, CHECKSUM_STATE_UNVERIFIED, CHECKSUM_STATE_NOT_PRESENT };
extern const struct values checksum_states;

/* One's complement sum of n bytes added to `sum`, not folded.  n may be odd only in the last call. */
uint64_t checksum_add(uint64_t sum, const uint8_t *p, uint32_t n);
/* The sum folded to 16 bits and complemented: 0 when the bytes hold a right checksum. */
uint16_t checksum_fold(uint64_t sum);
/* The pseudo header of TCP and UDP over the packet's network addresses (RFC 768, RFC 8200 section 8.1). */
uint64_t checksum_pseudo(const struct dissect *d, uint32_t length, uint8_t proto);

/* Rows of the current protocol: the checksum (its suffix: checksum_suffix), status, calculated; the finding. */
struct checksum_rows {
    unsigned checksum, status, calculated, bad;
};

/* Emits checksum and status, and the finding, of the `len` bytes at c; the checksum stands at `at`.
   proto: of the pseudo header, 0: none.  Not verified when it is not asked for, bytes are missing, or the packet is
   a fragment.  A UDP checksum of 0 is "not present". */
void checksum_fields(struct dissect *d, struct cursor c, uint32_t len, const struct checksum_rows *rows, uint32_t at,
                     bool verify, uint8_t proto);
field_text checksum_suffix;

#endif
