/* ppp.c - Point-to-Point Protocol, RFC 1661, 1662. */
#include "protocols/protocol.h"

#include "capture/encap.h"

static const struct field fields[] = { { "ppp", "Point-to-Point Protocol", FT_PROTOCOL } };

static struct verdict ppp_run(struct dissect *d, struct cursor c)
{
    bool flags = get16(d, c, 0) == 0xff03;
    set_protocol_column(d, "PPP");
    emit_protocol(d, c, flags ? 4 : 2, NULL);
    if (flags)
        cursor_skip(&c, 2);
    return hand_on(TABLE_PPP_PROTOCOL, get16(d, c, 0), cursor_at(c, 2));
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_PPP }, { TABLE_SLL_LTYPE, 7 }, { TABLE_GRE_PROTO, 0x880b } };
static const uint8_t hands_to[] = { TABLE_PPP_PROTOCOL };

PROTOCOL(ppp,
    .name = "ppp", .short_name = "PPP", .long_name = "Point-to-Point Protocol",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .run = ppp_run
);
