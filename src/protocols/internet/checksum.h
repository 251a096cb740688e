/* checksum.h - the Internet checksum (RFC 1071) and how it is shown. */
#ifndef PROTOCOLS_INTERNET_CHECKSUM_H
#define PROTOCOLS_INTERNET_CHECKSUM_H

#include "dissect/dissect.h"

/* checksum status as fields show it */
enum checksum_state { CHECKSUM_STATE_BAD, CHECKSUM_STATE_GOOD, CHECKSUM_STATE_UNVERIFIED, CHECKSUM_STATE_NOT_PRESENT,
                      CHECKSUM_STATE_ILLEGAL };
extern const struct values checksum_states;

/* One's complement sum of n bytes added to `sum`, not folded.  n may be odd only in the last call. */
uint64_t checksum_add(uint64_t sum, const uint8_t *p, uint32_t n);
/* The sum folded to 16 bits and complemented: 0 when the bytes hold a right checksum. */
uint16_t checksum_fold(uint64_t sum);
/* The pseudo header of TCP and UDP over the packet's network addresses (RFC 768, RFC 8200 section 8.1). */
uint64_t checksum_pseudo(const struct dissect *d, uint32_t length, uint8_t proto);

/* What was found out about a checksum. */
struct checksum {
    uint8_t state;      /* enum checksum_state */
    uint16_t right;     /* what it should be; CHECKSUM_STATE_BAD and CHECKSUM_STATE_GOOD only */
    const char *hint;   /* added to the label of a bad one: "(maybe ...)"; NULL: nothing */
    const char *reason; /* added to the label of an unverified one; NULL: nothing */
};

/* Sums up the `len` bytes at c, whose checksum stands at `at`, on top of `pseudo`.  Unverified when not all of
   them are captured. */
struct checksum checksum_verify(struct cursor c, uint32_t len, uint32_t at, uint64_t pseudo);

/* Emits the checksum (a row with .suffix = checksum_suffix) and, below it, the finding if it is bad.
   Returns its node. */
uint32_t checksum_emit(struct dissect *d, struct cursor c, uint32_t at, unsigned row, unsigned bad,
                       const struct checksum *found);
/* The same, then the status row: the form that most protocols have. */
void checksum_emit_both(struct dissect *d, struct cursor c, uint32_t at, unsigned row, unsigned bad, unsigned status,
                        const struct checksum *found);

/* " [unverified]", " [correct]", " incorrect, should be 0x1234" after a row emitted by checksum_emit. */
field_text checksum_suffix;
/* The same, an unverified one being " [validation disabled]". */
field_text checksum_suffix_disabled;
/* The finding's text: "Bad checksum [should be 0x1234]". */
field_text checksum_bad_text;

#endif
