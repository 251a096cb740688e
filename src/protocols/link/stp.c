/* stp.c - spanning trees. */
#include "protocols/protocol.h"

static const struct field fields[] = { { "stp", "Spanning Tree Protocol", FT_PROTOCOL } };

static struct verdict stp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "STP");
    emit_protocol(d, c, c.cap, NULL);
    return done();
}

static const struct claim claims[] = { { TABLE_LLC_DSAP, 0x42 }, { TABLE_LLC_CISCO_PID, 0x108 }, { TABLE_LLC_CISCO_PID, 0x109 },
                                       { TABLE_LLC_CISCO_PID, 0x10b }, { TABLE_LLC_CISCO_PID, 0x10c }, { TABLE_ETHERTYPE, 0x8181 } };

PROTOCOL(stp,
    .name = "stp", .short_name = "STP", .long_name = "Spanning Tree Protocol",
    FIELDS(fields), CLAIMS(claims), .run = stp_run
);
