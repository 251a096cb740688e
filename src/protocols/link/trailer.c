/* trailer.c - what stands behind the payload of a frame: padding, trailer, frame check sequence. */
#include "protocols/link/ethertype.h"

enum { MINIMUM = 60, MINIMUM_WITH_FCS = 64, FCS_SIZE = 4 };  /* bytes of an Ethernet frame, IEEE 802.3 */
enum { FCS_BAD, FCS_GOOD, FCS_UNVERIFIED };

SHARED_VALUES(fcs_states, { FCS_BAD, "Bad" }, { FCS_GOOD, "Good" }, { FCS_UNVERIFIED, "Unverified" });

/* --- frame check sequence --------------------------------------------------------------------- */

struct fcs {
    uint8_t state;
    uint32_t right;
};

void fcs_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct fcs *f = annotation(d, n);
    if (f == NULL || f->state == FCS_UNVERIFIED)
        sb_str(sb, " [unverified]");
    else if (f->state == FCS_GOOD)
        sb_str(sb, " [correct]");
    else
        sb_printf(sb, " incorrect, should be 0x%08x", f->right);
}

void fcs_bad_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct fcs *f = n->v.arg;
    (void)d;
    sb_printf(sb, "Bad checksum [should be 0x%08x]", f != NULL ? f->right : 0);
}

/* The CRC of IEEE 802.3, as the four bytes on the wire read in network order. */
static uint32_t crc32_of(const uint8_t *p, uint32_t n)
{
    uint32_t crc = 0xffffffff;
    for (uint32_t i = 0; i < n; i++) {
        crc ^= p[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (0xedb88320 & (0u - (crc & 1)));
    }
    return __builtin_bswap32(~crc);
}

static void fcs_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows)
{
    struct fcs *f = packet_zero(d, sizeof *f);
    const uint8_t *p = cursor_peek(c, 0, FCS_SIZE);
    if (p == NULL || f == NULL) {
        fall_short(d, c, 0, FCS_SIZE);
        return;
    }
    f->state = FCS_UNVERIFIED;
    if (rows->check_fcs && c.source == 0) {
        f->right = crc32_of(d->sources[0].bytes, c.offset);
        f->state = f->right == be32(p) ? FCS_GOOD : FCS_BAD;
    }
    uint32_t node = emit_at(d, c, rows->fcs, 0, FCS_SIZE);
    annotate(d, node, f);
    if (f->state == FCS_BAD) {
        note_on(d, node, rows->fcs_bad, f);
        info_add(d, info_constant, " [ETHERNET FRAME CHECK SEQUENCE INCORRECT]");
    }
    emit_value(d, c, rows->fcs_status, 0, 0, f->state);
}

/* --- padding and trailer ---------------------------------------------------------------------- */

/* Remembers the failure when all bytes that were captured are zeros, and others were not captured. */
static bool zeros(struct dissect *d, struct cursor c, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < c.cap; i++)
        if (c.p[i] != 0)
            return false;
    return need(d, c, 0, n);
}

/* Bytes that fill the frame up to the minimum, if there are as many. */
static uint32_t room_for_padding(const struct dissect *d, struct cursor c, const struct trailer_rows *rows)
{
    uint32_t before = d->frame->wire_len > c.wire ? d->frame->wire_len - c.wire : 0;
    uint32_t n = rows->minimum && before < MINIMUM ? MINIMUM - before : 0;
    return n <= c.wire ? n : 0;
}

static void rest_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows)
{
    uint32_t room = room_for_padding(d, c, rows), padding = 0;
    if (rows->any_padding || zeros(d, c, room))
        padding = room;
    if (d->stop != STOP_NONE)
        return;
    if (padding != 0)
        add_item(d, &c, rows->padding, padding);
    if (c.wire == 0 || (c.cap == c.wire && trailer_claimed(d, TABLE_ETH_TRAILER, c)))
        return;
    bool fcs = rows->has_fcs || (rows->may_have_fcs && d->frame->wire_len >= MINIMUM_WITH_FCS);
    uint32_t fcs_size = fcs && c.wire >= FCS_SIZE ? FCS_SIZE : 0, len = c.wire - fcs_size;
    uint32_t here = len < c.cap ? len : c.cap;
    if (here != 0) {
        uint32_t trailer = emit_at(d, c, rows->trailer, 0, here);
        if (rows->any_padding && padding != 0)
            note_on(d, trailer, rows->padding_assumed, NULL);
        else if (room != 0 && padding == 0)
            note_on(d, trailer, rows->padding_bad, NULL);
    }
    if (fcs_size != 0)
        fcs_fields(d, cursor_at(c, len), rows);
}

void trailer_fields(struct dissect *d, struct cursor c, const struct trailer_rows *rows)
{
    uint32_t used = d->link_used != 0 ? d->link_used : rows->has_fcs && c.wire >= FCS_SIZE ? c.wire - FCS_SIZE : c.wire;
    if (used >= c.cap)
        return;
    d->link_used = 0;
    rest_fields(d, cursor_at(c, used), rows);
    if (d->stop != STOP_NONE && rows->typed)
        d->failed_protocol = (uint16_t)registry_protocol_number(&proto_ethertype);
}
