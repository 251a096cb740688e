/* quic_keys_test.c - the examples of RFC 9001 section A, RFC 9369 section A and RFC 9000 section A.3. */
#include "base/base.h"
#include "check.h"
#include "protocols/transport/quic_keys.h"

#include <stdio.h>

enum { V1 = 1, V2 = 0x6b3343cf, RESERVED = 0x0a0a0a0a };

static const uint8_t dcid[] = { 0x83, 0x94, 0xc8, 0xf0, 0x3e, 0x51, 0x57, 0x08 };

static bool is(const uint8_t *bytes, size_t len, const char *hex)
{
    char text[64];
    for (size_t i = 0; i < len; i++)
        snprintf(text + 2 * i, 3, "%02x", bytes[i]);
    return strcmp(text, hex) == 0;
}

static void keys_of_initials(void)
{
    struct quic_keys k;
    quic_initial_keys(&k, V1, 0, dcid, sizeof dcid);
    CHECK(is(k.way[0].key, 16, "1f369613dd76d5467730efcbe3b1a22d"));
    CHECK(is(k.way[0].iv, 12, "fa044b2f42a3fd3b46fb255c"));
    CHECK(is(k.way[0].hp, 16, "9f50449e04a0e810283a1e9933adedd2"));
    CHECK(is(k.way[1].key, 16, "cf3a5331653c364c88f0f379b6067e37"));
    CHECK(is(k.way[1].iv, 12, "0ac1493ca1905853b0bba03e"));
    CHECK(is(k.way[1].hp, 16, "c206b8d9b9f0f37644430b490eeaa314"));
    quic_initial_keys(&k, V2, 0, dcid, sizeof dcid);
    CHECK(is(k.way[0].key, 16, "8b1a0bc121284290a29e0971b5cd045d"));
    CHECK(is(k.way[0].iv, 12, "91f73e2351d8fa91660e909f"));
    CHECK(is(k.way[0].hp, 16, "45b95e15235d6f45a6b19cbcb0294ba9"));
    CHECK(quic_initial_choices(V1) == 1 && quic_initial_choices(RESERVED) > 1 && quic_initial_choices(7) == 0);
}

static void retries(void)
{
    static const uint8_t v1[] = { 0xff, 0x00, 0x00, 0x00, 0x01, 0x00, 0x08, 0xf0, 0x67, 0xa5, 0x50, 0x2a,
                                  0x42, 0x62, 0xb5, 0x74, 0x6f, 0x6b, 0x65, 0x6e, 0x04, 0xa2, 0x65, 0xba,
                                  0x2e, 0xff, 0x4d, 0x82, 0x90, 0x58, 0xfb, 0x3f, 0x0f, 0x24, 0x96, 0xba };
    static const uint8_t v2[] = { 0xcf, 0x6b, 0x33, 0x43, 0xcf, 0x00, 0x08, 0xf0, 0x67, 0xa5, 0x50, 0x2a,
                                  0x42, 0x62, 0xb5, 0x74, 0x6f, 0x6b, 0x65, 0x6e, 0xc8, 0x64, 0x6c, 0xe8,
                                  0xbf, 0xe3, 0x39, 0x52, 0xd9, 0x55, 0x54, 0x36, 0x65, 0xdc, 0xc7, 0xb6 };
    uint32_t len = sizeof v1 - QUIC_TAG;
    CHECK(quic_retry_is_right(V1, dcid, sizeof dcid, v1, len, v1 + len));
    CHECK(quic_retry_is_right(V2, dcid, sizeof dcid, v2, len, v2 + len));
    CHECK(!quic_retry_is_right(V2, dcid, sizeof dcid, v1, len, v1 + len));
    CHECK(!quic_retry_is_right(V1, dcid, sizeof dcid - 1, v1, len, v1 + len));
    for (uint32_t n = 0; n < len; n++)  /* shorter than a block as well */
        CHECK(!quic_retry_is_right(V1, dcid, sizeof dcid, v1, n, v1 + len));
    CHECK(quic_retry_has_tag(V1) && !quic_retry_has_tag(0xff000018));
}

static void numbers(void)
{
    CHECK(quic_number(&(struct quic_header){ .number_len = 2, .number = 0x9b32 }, 0xa82f30eb) == 0xa82f9b32);
    CHECK(quic_number(&(struct quic_header){ .number_len = 1, .number = 0 }, 0) == 0);
    CHECK(quic_number(&(struct quic_header){ .number_len = 1, .number = 0xff }, 0x100) == 0xff);
    CHECK(quic_number(&(struct quic_header){ .number_len = 1, .number = 1 }, 0xff) == 0x101);
    CHECK(quic_number(&(struct quic_header){ .number_len = 4, .number = 0xffffffff }, 0) == 0xffffffff);
}

int main(void)
{
    keys_of_initials();
    retries();
    numbers();
    return check_done();
}
