/* null.c - BSD loopback: an address family in four bytes, in the byte order of whoever captured.
   Hands on by "null.type", or by "ethertype" for systems that put one there. */
#include "protocols/link/ethertype.h"

#include "capture/encap.h"

extern const struct protocol proto_ppp;

enum { NULL_, TYPE, FAMILY };
enum { HEADER = 4, MAX_FAMILY = 1500 };
enum { PPP_FLAGS = 0xff03 };  /* RFC 1662: address and control */

VALUES(families, { 2, "IP" }, { 7, "OSI" }, { 16, "Appletalk" }, { 23, "Netware IPX/SPX" }, { 24, "IPv6" }, { 28, "IPv6" },
       { 30, "IPv6" });

static const struct field fields[] = {
    [NULL_] = { "null", "Null/Loopback", FT_PROTOCOL },
    [TYPE] = { "null.type", "Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [FAMILY] = { "null.family", "Family", FT_UINT32, BASE_DEC, .values = &families },
};

/* Families are small numbers; they may stand in 32 or 16 bits of either order. */
static uint32_t family_of(uint32_t little)
{
    if ((little & 0xffff0000) != 0)
        return little < 0x60000 ? little >> 16 : __builtin_bswap32(little);
    return (little & 0xff) == 0 && little < 0x600 ? little >> 8 : little;
}

static void set_no_address(struct dissect *d)
{
    static const uint8_t none[] = "N/A";
    set_address(&d->src, &d->dst, ADDR_TEXT, 3, none);
    set_protocol_column(d, "N/A");
}

static struct verdict null_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    bool openbsd = d->frame->encap == ENCAP_LOOP;
    uint32_t ppp = openbsd ? 0 : get16(d, c, 0);
    if (d->stop != STOP_NONE)
        return done();
    set_no_address(d);
    if (ppp == PPP_FLAGS)
        return hand_to(&proto_ppp, 0, c);
    info_set(d, info_constant, "Null/Loopback");
    const uint8_t *h = cursor_take(&c, HEADER);
    if (h == NULL) {
        fall_short(d, whole, 0, HEADER);
        return done();
    }
    uint32_t family = openbsd ? be32(h) : family_of(le32(h));
    emit_protocol(d, whole, HEADER, NULL);
    if (family > MAX_FAMILY && !openbsd) {
        emit_value(d, whole, TYPE, 0, 4, family & 0xffff);
        return hand_on(TABLE_ETHERTYPE, family & 0xffff, c);
    }
    emit_value(d, whole, FAMILY, 0, 4, family);
    return hand_on(TABLE_NULL_TYPE, family, c);
}

static bool null_glance(struct glance *g)
{
    bool openbsd = g->walk->frame->encap == ENCAP_LOOP;
    if (g->cap < HEADER || (!openbsd && be16(g->p) == PPP_FLAGS))
        return false;
    uint32_t family = openbsd ? be32(g->p) : family_of(le32(g->p));
    bool ethertype = family > MAX_FAMILY && !openbsd;
    g->header = HEADER;
    g->table = ethertype ? TABLE_ETHERTYPE : TABLE_NULL_TYPE;
    g->key = g->second = ethertype ? family & 0xffff : family;
    return true;
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_NULL }, { TABLE_WTAP_ENCAP, ENCAP_LOOP } };
static const uint8_t hands_to[] = { TABLE_ETHERTYPE, TABLE_NULL_TYPE };
static const struct protocol *const calls[] = { &proto_ppp, NULL };

PROTOCOL(null,
    .name = "null", .short_name = "Null", .long_name = "Null/Loopback",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .glance = null_glance, .run = null_run
);
