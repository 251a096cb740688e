/* digest.c - MD5, SHA-1 and SHA-256, by nettle. */
#include "base/digest.h"

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

void digest_md5(const void *bytes, size_t len, uint8_t out[MD5_DIGEST_SIZE])
{
    struct md5_ctx c;
    md5_init(&c);
    md5_update(&c, len, bytes);
    md5_digest(&c, MD5_DIGEST_SIZE, out);
}

void digest_sha1(const void *bytes, size_t len, uint8_t out[SHA1_DIGEST_SIZE])
{
    struct sha1_ctx c;
    sha1_init(&c);
    sha1_update(&c, len, bytes);
    sha1_digest(&c, SHA1_DIGEST_SIZE, out);
}

void digest_sha256(const void *bytes, size_t len, uint8_t out[SHA256_DIGEST_SIZE])
{
    struct sha256_ctx c;
    sha256_init(&c);
    sha256_update(&c, len, bytes);
    sha256_digest(&c, SHA256_DIGEST_SIZE, out);
}
