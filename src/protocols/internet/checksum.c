/* checksum.c - RFC 1071. */
#include "protocols/internet/checksum.h"

SHARED_VALUES(checksum_states, { 0, "Bad" }, { 1, "Good" }, { 2, "Unverified" }, { 3, "Not present" });

uint64_t checksum_add(uint64_t sum, const uint8_t *p, uint32_t n)
{
    for (; n >= 2; p += 2, n -= 2)
        sum += be16(p);
    return n != 0 ? sum + ((uint32_t)p[0] << 8) : sum;
}

uint16_t checksum_fold(uint64_t sum)
{
    while (sum >> 16 != 0)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)~sum;
}

uint64_t checksum_pseudo(const struct dissect *d, uint32_t length, uint8_t proto)
{
    uint64_t sum = checksum_add(0, d->net_src.bytes, d->net_src.len);
    sum = checksum_add(sum, d->net_dst.bytes, d->net_dst.len);
    return sum + (length >> 16) + (length & 0xffff) + proto;
}

void checksum_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct node *status = n + 1;
    (void)d;
    switch (status->v.u) {
    case CHECKSUM_STATE_UNVERIFIED: sb_str(sb, " [unverified]"); return;
    case CHECKSUM_STATE_GOOD: sb_str(sb, " [correct]"); return;
    case CHECKSUM_STATE_NOT_PRESENT: sb_str(sb, " [zero-value ignored]"); return;
    default: sb_str(sb, " incorrect"); return;
    }
}

void checksum_fields(struct dissect *d, struct cursor c, uint32_t len, const struct checksum_rows *rows, uint32_t at,
                     bool verify, uint8_t proto)
{
    uint8_t state = CHECKSUM_STATE_UNVERIFIED;
    uint32_t found = get16(d, c, at);
    uint16_t right = 0;
    if (found == 0 && proto == 17)
        state = CHECKSUM_STATE_NOT_PRESENT;
    else if (verify && c.cap >= len && !d->fragmented) {
        uint64_t sum = proto != 0 ? checksum_pseudo(d, len, proto) : 0;
        uint16_t off = checksum_fold(checksum_add(sum, c.p, len));
        state = off == 0 ? CHECKSUM_STATE_GOOD : CHECKSUM_STATE_BAD;
        right = checksum_fold((uint64_t)(uint16_t)~off + (uint16_t)~found);
    }
    uint32_t n = emit_at(d, c, rows->checksum, at, 2);
    if (state == CHECKSUM_STATE_BAD)
        note_on(d, n, rows->bad, NULL);
    if (state == CHECKSUM_STATE_BAD || state == CHECKSUM_STATE_GOOD)
        emit_value(d, c, rows->calculated, at, 2, right);
    emit_value(d, c, rows->status, at, 0, state);
}
