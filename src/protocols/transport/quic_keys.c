/* quic_keys.c - keys of Initial packets and integrity of Retry packets. */
#include "protocols/transport/quic_keys.h"

#include "base/base.h"
#include "protocols/transport/quic_versions.h"

#include <nettle/gcm.h>
#include <nettle/hkdf.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>

enum { SECRET = 32, SALT = 20 };

/* What a version's keys are made with; RFC 9001 section 5.2 and 5.8, RFC 9369 section 3.3, and the drafts before them. */
struct profile {
    uint8_t salt[SALT];
    uint8_t retry_key[16], retry_nonce[12];
    const char *key, *iv, *hp;
    bool retry;              /* Retry packets have a tag */
};

enum { V1, V2, DRAFT_29, DRAFT_25, DRAFT_23, DRAFT_21, V2_DRAFT, GOOGLE_Q050, GOOGLE_T050, GOOGLE_T051, PROFILES };

#define LABELS "quic key", "quic iv", "quic hp"
static const struct profile profiles[PROFILES] = {
    [V1] = { { 0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17,
               0x9a, 0xe6, 0xa4, 0xc8, 0x0c, 0xad, 0xcc, 0xbb, 0x7f, 0x0a },
             { 0xbe, 0x0c, 0x69, 0x0b, 0x9f, 0x66, 0x57, 0x5a, 0x1d, 0x76, 0x6b, 0x54, 0xe3, 0x68, 0xc8, 0x4e },
             { 0x46, 0x15, 0x99, 0xd3, 0x5d, 0x63, 0x2b, 0xf2, 0x23, 0x98, 0x25, 0xbb }, LABELS, true },
    [V2] = { { 0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93,
               0x81, 0xbe, 0x6e, 0x26, 0x9d, 0xcb, 0xf9, 0xbd, 0x2e, 0xd9 },
             { 0x8f, 0xb4, 0xb0, 0x1b, 0x56, 0xac, 0x48, 0xe2, 0x60, 0xfb, 0xcb, 0xce, 0xad, 0x7c, 0xcc, 0x92 },
             { 0xd8, 0x69, 0x69, 0xbc, 0x2d, 0x7c, 0x6d, 0x99, 0x90, 0xef, 0xb0, 0x4a },
             "quicv2 key", "quicv2 iv", "quicv2 hp", true },
    [DRAFT_29] = { { 0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97,
                     0x86, 0xf1, 0x9c, 0x61, 0x11, 0xe0, 0x43, 0x90, 0xa8, 0x99 },
                   { 0xcc, 0xce, 0x18, 0x7e, 0xd0, 0x9a, 0x09, 0xd0, 0x57, 0x28, 0x15, 0x5a, 0x6c, 0xb9, 0x6b, 0xe1 },
                   { 0xe5, 0x49, 0x30, 0xf9, 0x7f, 0x21, 0x36, 0xf0, 0x53, 0x0a, 0x8c, 0x1c }, LABELS, true },
    [DRAFT_25] = { { 0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7,
                     0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe, 0xf9, 0xf5, 0x02 },
                   { 0x4d, 0x32, 0xec, 0xdb, 0x2a, 0x21, 0x33, 0xc8, 0x41, 0xe4, 0x04, 0x3d, 0xf2, 0x7d, 0x44, 0x30 },
                   { 0x4d, 0x16, 0x11, 0xd0, 0x55, 0x13, 0xa5, 0x52, 0xc5, 0x87, 0xd5, 0x75 }, LABELS, true },
    [DRAFT_23] = { { 0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7,
                     0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe, 0xf9, 0xf5, 0x02 }, { 0 }, { 0 }, LABELS, false },
    [DRAFT_21] = { { 0x7f, 0xbc, 0xdb, 0x0e, 0x7c, 0x66, 0xbb, 0xe9, 0x2a, 0x96,
                     0xcd, 0x21, 0x51, 0x9e, 0xbd, 0x7a, 0x02, 0x64, 0x41, 0x90 }, { 0 }, { 0 }, LABELS, false },
    [V2_DRAFT] = { { 0xa7, 0x07, 0xc2, 0x03, 0xa5, 0x9b, 0x47, 0x18, 0x4a, 0x1d,
                     0x62, 0xca, 0x57, 0x04, 0x06, 0xea, 0x7a, 0xe3, 0xe5, 0xd3 },
                   { 0xba, 0x85, 0x8d, 0xc7, 0xb4, 0x3d, 0xe5, 0xdb, 0xf8, 0x76, 0x17, 0xff, 0x4a, 0xb2, 0x53, 0xdb },
                   { 0x14, 0x1b, 0x99, 0xc2, 0x39, 0xb0, 0x3e, 0x78, 0x5d, 0x6a, 0x2e, 0x9f },
                   "quicv2 key", "quicv2 iv", "quicv2 hp", true },
    [GOOGLE_Q050] = { { 0x50, 0x45, 0x74, 0xef, 0xd0, 0x66, 0xfe, 0x2f, 0x9d, 0x94,
                        0x5c, 0xfc, 0xdb, 0xd3, 0xa7, 0xf0, 0xd3, 0xb5, 0x6b, 0x45 }, { 0 }, { 0 }, LABELS, false },
    [GOOGLE_T050] = { { 0x7f, 0xf5, 0x79, 0xe5, 0xac, 0xd0, 0x72, 0x91, 0x55, 0x80,
                        0x30, 0x4c, 0x43, 0xa2, 0x36, 0x7c, 0x60, 0x48, 0x83, 0x10 }, { 0 }, { 0 }, LABELS, false },
    [GOOGLE_T051] = { { 0x7a, 0x4e, 0xde, 0xf4, 0xe7, 0xcc, 0xee, 0x5f, 0xa4, 0x50,
                        0x6c, 0x19, 0x12, 0x4f, 0xc8, 0xcc, 0xda, 0x6e, 0x03, 0x3d }, { 0 }, { 0 }, LABELS, false },
};

/* What clients seal packets of reserved versions with: the version that they hope for. */
static const uint8_t hoped_for[] = { V1, DRAFT_29, DRAFT_25, V2 };

bool quic_is_version_2(uint32_t version)
{
    return version == 0x6b3343cf || version == 0x709a50c4 || version == 0xff020000;
}

/* The profile of a version; -1: not known, or several. */
static int profile_of(uint32_t version)
{
    switch (version) {
    case 0x00000001: return V1;
    case 0x6b3343cf: return V2;
    case 0x709a50c4:
    case 0xff020000: return V2_DRAFT;
    case 0xfaceb001: return DRAFT_21;
    case 0xfaceb002:
    case 0xfaceb00e:
    case 0xfaceb00f: return DRAFT_25;
    case 0x51303530: return GOOGLE_Q050;
    case 0x54303530: return GOOGLE_T050;
    case 0x54303531: return GOOGLE_T051;
    default: break;
    }
    uint32_t draft = version >> 8 == 0xff0000 ? version & 0xff : 0;
    return draft >= 33 && draft <= 34  ? V1
           : draft >= 29 && draft < 33 ? DRAFT_29
           : draft >= 25 && draft < 29 ? DRAFT_25
           : draft >= 23 && draft < 25 ? DRAFT_23
           : draft >= 21 && draft < 23 ? DRAFT_21
                                       : -1;
}

unsigned quic_initial_choices(uint32_t version)
{
    return profile_of(version) >= 0 ? 1 : quic_is_reserved(version) ? ARRAY_LEN(hoped_for) : 0;
}

static nettle_hash_update_func *const update = (nettle_hash_update_func *)hmac_sha256_update;
static nettle_hash_digest_func *const digest = (nettle_hash_digest_func *)hmac_sha256_digest;

/* RFC 8446 section 7.1: HKDF-Expand-Label without context. */
static void expand(const uint8_t secret[SECRET], const char *label, uint8_t *out, uint8_t len)
{
    static const char prefix[] = "tls13 ";
    struct hmac_sha256_ctx h;
    uint8_t info[64] = { 0, len, (uint8_t)(strlen(prefix) + strlen(label)) };
    size_t n = 3;
    memcpy(info + n, prefix, strlen(prefix));
    n += strlen(prefix);
    memcpy(info + n, label, strlen(label));
    n += strlen(label) + 1;
    hmac_sha256_set_key(&h, SECRET, secret);
    hkdf_expand(&h, update, digest, SECRET, n, info, len, out);
}

void quic_initial_keys(struct quic_keys *keys, uint32_t version, unsigned choice, const uint8_t *dcid, uint32_t len)
{
    static const char *const ends[] = { "client in", "server in" };
    int found = profile_of(version);
    const struct profile *p = &profiles[found >= 0 ? found : hoped_for[choice % ARRAY_LEN(hoped_for)]];
    struct hmac_sha256_ctx h;
    uint8_t initial[SECRET], secret[SECRET];
    hmac_sha256_set_key(&h, SALT, p->salt);
    hkdf_extract(&h, update, digest, SECRET, len, dcid, initial);
    for (unsigned way = 0; way < 2; way++) {
        expand(initial, ends[way], secret, SECRET);
        expand(secret, p->key, keys->way[way].key, sizeof keys->way[way].key);
        expand(secret, p->iv, keys->way[way].iv, sizeof keys->way[way].iv);
        expand(secret, p->hp, keys->way[way].hp, sizeof keys->way[way].hp);
    }
}

struct quic_header quic_header_open(const struct quic_keys *keys, unsigned way, const uint8_t *packet, uint32_t at)
{
    struct aes128_ctx aes;
    uint8_t mask[AES_BLOCK_SIZE];
    aes128_set_encrypt_key(&aes, keys->way[way].hp);
    aes128_encrypt(&aes, sizeof mask, mask, packet + at + 4);
    struct quic_header h = { .first = (uint8_t)(packet[0] ^ (mask[0] & (packet[0] & 0x80 ? 0x0f : 0x1f))) };
    h.number_len = (uint8_t)((h.first & 3) + 1);
    for (unsigned i = 0; i < h.number_len; i++)
        h.number = h.number << 8 | (packet[at + i] ^ mask[i + 1]);
    return h;
}

uint64_t quic_number(const struct quic_header *h, uint64_t next)
{
    uint64_t window = (uint64_t)1 << (8 * h->number_len), half = window / 2;
    uint64_t candidate = (next & ~(window - 1)) | h->number;
    if (candidate + half <= next && candidate < ((uint64_t)1 << 62) - window)
        return candidate + window;
    return candidate > next + half && candidate >= window ? candidate - window : candidate;
}

bool quic_payload_open(const struct quic_keys *keys, unsigned way, uint64_t number, const uint8_t *header,
                       uint32_t header_len, const uint8_t *payload, uint32_t len, uint8_t *out)
{
    struct gcm_aes128_ctx gcm;
    uint8_t nonce[GCM_IV_SIZE], tag[QUIC_TAG];
    if (len < QUIC_TAG)
        return false;
    memcpy(nonce, keys->way[way].iv, sizeof nonce);
    for (unsigned i = 0; i < 8; i++)
        nonce[sizeof nonce - 1 - i] ^= (uint8_t)(number >> (8 * i));
    gcm_aes128_set_key(&gcm, keys->way[way].key);
    gcm_aes128_set_iv(&gcm, sizeof nonce, nonce);
    gcm_aes128_update(&gcm, header_len, header);
    gcm_aes128_decrypt(&gcm, len - QUIC_TAG, out, payload);
    gcm_aes128_digest(&gcm, sizeof tag, tag);
    return memeql_sec(tag, payload + len - QUIC_TAG, sizeof tag);
}

bool quic_retry_has_tag(uint32_t version)
{
    int found = profile_of(version);
    return found < 0 || profiles[found].retry;
}

bool quic_retry_is_right(uint32_t version, const uint8_t *original, uint32_t original_len, const uint8_t *packet,
                         uint32_t len, const uint8_t tag[QUIC_TAG])
{
    int found = profile_of(version);
    if (found < 0 || !profiles[found].retry)
        return false;
    struct gcm_aes128_ctx gcm;
    uint8_t right[QUIC_TAG], head[GCM_BLOCK_SIZE];
    uint8_t pseudo[1 + 255] = { (uint8_t)original_len };
    memcpy(pseudo + 1, original, original_len & 0xff);
    gcm_aes128_set_key(&gcm, profiles[found].retry_key);
    gcm_aes128_set_iv(&gcm, GCM_IV_SIZE, profiles[found].retry_nonce);
    /* what is authenticated comes in whole blocks but for the last part */
    uint32_t before = 1 + (original_len & 0xff), whole = before & ~(GCM_BLOCK_SIZE - 1u), rest = before - whole;
    uint32_t fill = rest == 0 ? 0 : len < GCM_BLOCK_SIZE - rest ? len : GCM_BLOCK_SIZE - rest;
    gcm_aes128_update(&gcm, whole, pseudo);
    memcpy(head, pseudo + whole, rest);
    memcpy(head + rest, packet, fill);
    gcm_aes128_update(&gcm, rest + fill, head);
    if (len > fill)
        gcm_aes128_update(&gcm, len - fill, packet + fill);
    gcm_aes128_digest(&gcm, sizeof right, right);
    return memeql_sec(right, tag, sizeof right);
}
