/* digest.h - MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4), for fingerprints that are defined by them.  No state is
   kept. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* The digest of `len` bytes. */
void digest_md5(const void *bytes, size_t len, uint8_t out[16]);
void digest_sha1(const void *bytes, size_t len, uint8_t out[20]);
void digest_sha256(const void *bytes, size_t len, uint8_t out[32]);

#endif
