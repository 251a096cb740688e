/* llc.c - IEEE 802.2 logical link control. */
#include "protocols/link/ethertype.h"

static const struct field fields[] = { { "llc", "Logical-Link Control", FT_PROTOCOL } };

static struct verdict llc_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "LLC");
    emit_protocol(d, c, 3, NULL);
    const uint8_t *h = cursor_peek(c, 0, 8);
    if (h != NULL && h[0] == 0xaa && be24(h + 3) == 0)
        return hand_on(TABLE_ETHERTYPE, be16(h + 6), cursor_at(c, 8));
    return hand_on(TABLE_LLC_DSAP, get8(d, c, 0), cursor_at(c, 3));
}

static const uint8_t hands_to[] = { TABLE_LLC_DSAP, TABLE_ETHERTYPE };

PROTOCOL(llc,
    .name = "llc", .short_name = "LLC", .long_name = "Logical-Link Control",
    FIELDS(fields), HANDS_TO(hands_to), .run = llc_run
);
