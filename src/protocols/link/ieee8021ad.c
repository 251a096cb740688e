/* ieee8021ad.c - tags of provider bridges, IEEE 802.1ad ("Q in Q").  Hands on by "ethertype". */
#include "protocols/link/ethertype.h"

enum { TAGGED, PRIORITY, DEI, ID, SVID, CVID, ETYPE, TRAILER, PADDING };
enum { PADDING_BAD };
enum { TAG = 4, ETHERTYPE_8021AD = 0x88a8 };

/* One tag, or the service's and the customer's. */
struct tags {
    uint16_t outer, inner;
    bool both;
};

static void tag_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tags *t = n->v.arg;
    (void)d;
    if (t == NULL)
        return;
    sb_printf(sb, t->both ? ", S-VID: %u" : ", ID: %u", t->outer & 0xfffu);
    if (t->both)
        sb_printf(sb, ", C-VID: %u", t->inner & 0xfffu);
}

static void info_tag(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint32_t tci = be16(arg);
    (void)d;
    sb_printf(sb, "PRI: %u  DROP: %u ID: %u", tci >> 13, tci >> 12 & 1, tci & 0xfff);
}

static const struct field fields[] = {
    [TAGGED] = { "ieee8021ad", "IEEE 802.1ad", FT_PROTOCOL, .suffix = tag_label },
    [PRIORITY] = { "ieee8021ad.priority", "Priority", FT_UINT16, BASE_DEC, .mask = 0xe000 },
    [DEI] = { "ieee8021ad.dei", "DEI", FT_UINT16, BASE_DEC, .mask = 0x1000 },
    [ID] = { "ieee8021ad.id", "ID", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [SVID] = { "ieee8021ad.svid", "ID", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [CVID] = { "ieee8021ad.cvid", "ID", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [ETYPE] = { "ieee8021ah.etype", "Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [TRAILER] = { "ieee8021ah.trailer", "Trailer", FT_BYTES, .flags = ABOVE },
    [PADDING] = { "eth.padding", "Padding", FT_BYTES, .flags = ABOVE },
};
static const struct note_def notes[] = { [PADDING_BAD] = NOTE_PADDING_BAD };

static void tag_trailer(struct dissect *d, struct cursor c, uint32_t parent)
{
    (void)parent;
    trailer_fields(
        d, c,
        &(struct trailer_rows){
            .trailer = TRAILER, .padding = PADDING, .padding_bad = PADDING_BAD, .minimum = true, .typed = true });
}

static void tag_fields(struct dissect *d, struct cursor c, uint32_t tci, unsigned id)
{
    emit_value(d, c, PRIORITY, 0, 1, tci >> 13);
    emit_value(d, c, DEI, 0, 1, tci >> 12 & 1);
    emit_value(d, c, id, 0, 2, tci & 0xfff);
}

static struct verdict ad_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "802.1ad");
    info_clear(d);
    uint32_t outer = get16(d, c, 0);
    if (d->stop != STOP_NONE)
        return done();
    info_set(d, info_tag, c.p);
    bool both = c.cap >= TAG && be16(c.p + 2) == ETHERTYPE_8021AD, whole = c.cap >= (both ? 6u : 4u);
    struct tags *t = whole ? packet_zero(d, sizeof *t) : NULL;
    uint32_t inner = both && whole ? be16(c.p + 4) : 0;
    if (t != NULL)
        *t = (struct tags){ (uint16_t)outer, (uint16_t)inner, both };
    uint32_t node = emit_protocol(d, c, c.cap < TAG ? c.cap : TAG, t);
    if (!need(d, c, 0, both ? 6 : 4))
        return done();
    tag_fields(d, c, outer, both ? SVID : ID);
    if (both) {
        cursor_skip(&c, TAG);
        tag_fields(d, c, inner, CVID);
    }
    uint32_t type = get16(d, c, 2);
    emit_at(d, c, ETYPE, 2, 2);
    if (d->stop != STOP_NONE)
        return done();
    cursor_skip(&c, TAG);
    behind(d, tag_trailer, c, node);
    return hand_on_ethertype(d, type, c);
}

static const struct claim claims[] = { { TABLE_ETHERTYPE, ETHERTYPE_8021AD } };
static const uint8_t hands_to[] = { TABLE_ETHERTYPE };

PROTOCOL(ieee8021ad,
    .name = "ieee8021ad", .short_name = "IEEE 802.1AD", .long_name = "IEEE 802.1ad",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .run = ad_run
);
