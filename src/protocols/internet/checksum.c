/* checksum.c - RFC 1071. */
#include "protocols/internet/checksum.h"

SHARED_VALUES(checksum_states, { CHECKSUM_STATE_BAD, "Bad" }, { CHECKSUM_STATE_GOOD, "Good" }, { CHECKSUM_STATE_UNVERIFIED, "Unverified" },
              { CHECKSUM_STATE_NOT_PRESENT, "Not present" }, { CHECKSUM_STATE_ILLEGAL, "Illegal" });

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

struct checksum checksum_verify(struct cursor c, uint32_t len, uint32_t at, uint64_t pseudo)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    const uint8_t *p = cursor_peek(c, 0, len);
    if (p == NULL || len < 2 || at > len - 2)
        return found;
    uint16_t off = checksum_fold(checksum_add(pseudo, p, len));
    found.state = off == 0 ? CHECKSUM_STATE_GOOD : CHECKSUM_STATE_BAD;
    found.right = checksum_fold((uint64_t)(uint16_t)~off + (uint16_t)~be16(p + at));
    return found;
}

static void suffix(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *unverified)
{
    const struct checksum *found = annotation(d, n);
    switch (found != NULL ? found->state : CHECKSUM_STATE_UNVERIFIED) {
    case CHECKSUM_STATE_UNVERIFIED:
        sb_str(sb, unverified);
        sb_str(sb, found != NULL && found->reason != NULL ? found->reason : "");
        return;
    case CHECKSUM_STATE_GOOD: sb_str(sb, " [correct]"); return;
    case CHECKSUM_STATE_NOT_PRESENT: sb_str(sb, " [zero-value ignored]"); return;
    case CHECKSUM_STATE_ILLEGAL: sb_str(sb, " [zero-value illegal]"); return;
    default:
        sb_str(sb, " incorrect, should be 0x");
        sb_hex(sb, found->right, 4);
        sb_str(sb, found->hint != NULL ? found->hint : "");
    }
}

void checksum_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    suffix(sb, d, n, " [unverified]");
}

void checksum_suffix_disabled(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    suffix(sb, d, n, " [validation disabled]");
}

void checksum_bad_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct checksum *found = n->v.arg;
    (void)d;
    sb_str(sb, "Bad checksum");
    if (found == NULL)
        return;
    sb_str(sb, " [should be 0x");
    sb_hex(sb, found->right, 4);
    sb_char(sb, ']');
}

uint32_t checksum_emit(struct dissect *d, struct cursor c, uint32_t at, unsigned row, unsigned bad,
                       const struct checksum *found)
{
    uint32_t n = emit_at(d, c, row, at, 2);
    if (found->state == CHECKSUM_STATE_UNVERIFIED && found->reason == NULL)
        return n;
    const struct checksum *kept = packet_copy(d, found, sizeof *found);
    if (kept != NULL)
        annotate(d, n, kept);
    if (found->state == CHECKSUM_STATE_BAD)
        note_on(d, n, bad, kept);
    return n;
}

void checksum_emit_both(struct dissect *d, struct cursor c, uint32_t at, unsigned row, unsigned bad, unsigned status,
                        const struct checksum *found)
{
    checksum_emit(d, c, at, row, bad, found);
    emit_value(d, c, status, at, 0, found->state);
}
