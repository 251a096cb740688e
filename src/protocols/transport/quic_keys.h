/* quic_keys.h - the keys of QUIC's Initial packets, which anybody can know, and what is sealed with them: RFC 9001
   section 5, RFC 9369 section 3.3.  No state; any thread. */
#ifndef PROTOCOLS_TRANSPORT_QUIC_KEYS_H
#define PROTOCOLS_TRANSPORT_QUIC_KEYS_H

#include <stdbool.h>
#include <stdint.h>

enum { QUIC_TAG = 16, QUIC_SAMPLE = 16 };  /* bytes of an authentication tag, and of what header protection samples */

/* By the way of the packets: 0 from the client. */
struct quic_keys {
    struct {
        uint8_t key[16], iv[12], hp[16];
    } way[2];
};

/* How many sets of keys a packet of that version may be sealed with: 1 if the version is known, several if it only tries
   whether unknown versions are refused (RFC 9000 section 15), 0 if nobody knows. */
unsigned quic_initial_choices(uint32_t version);
/* The keys for the identifier that the client chose as destination; choice: below quic_initial_choices. */
void quic_initial_keys(struct quic_keys *keys, uint32_t version, unsigned choice, const uint8_t *dcid, uint32_t len);

/* Takes the header protection off: the bits of the first byte and the bytes of the packet number, at `at` of the packet,
   that are in clear then; at + 4 + QUIC_SAMPLE bytes must be there. */
struct quic_header {
    uint8_t first, number_len;
    uint32_t number;
};
struct quic_header quic_header_open(const struct quic_keys *keys, unsigned way, const uint8_t *packet, uint32_t at);
/* RFC 9000 section A.3: the whole number; next: one more than the largest so far. */
uint64_t quic_number(const struct quic_header *h, uint64_t next);
/* Opens the payload behind the packet number: out gets len - QUIC_TAG bytes.  False when the tag is wrong.
   header: bytes before the payload, in clear; at most 1 << 16. */
bool quic_payload_open(const struct quic_keys *keys, unsigned way, uint64_t number, const uint8_t *header,
                       uint32_t header_len, const uint8_t *payload, uint32_t len, uint8_t *out);

/* RFC 9001 section 5.8: whether a Retry has a tag in this version at all; whether it is that of the packet (without the
   tag) for the identifier that the client had chosen. */
bool quic_retry_has_tag(uint32_t version);
bool quic_retry_is_right(uint32_t version, const uint8_t *original, uint32_t original_len, const uint8_t *packet,
                         uint32_t len, const uint8_t tag[QUIC_TAG]);
/* The type bits of long headers count as in RFC 9369. */
bool quic_is_version_2(uint32_t version);
/* What is in the payload are frames of Google's QUIC, of other forms. */
static inline bool quic_is_google(uint32_t version) { return version >> 24 == 'Q' || version >> 24 == 'T'; }

#endif
