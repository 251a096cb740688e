/* udplite.c - Lightweight User Datagram Protocol, RFC 3828.  Claims ip.proto 136; all else is udp.c's. */
#include "protocols/transport/udp.h"

enum { PREF_IGNORE_COVERAGE, PREF_CHECK_CHECKSUM, PREF_CALCULATE_TIMESTAMPS };

static const struct field fields[] = {
    [UDP] = { "udplite", "Lightweight User Datagram Protocol", FT_PROTOCOL, .suffix = udp_label },
    UDP_ROWS
};
static const struct note_def notes[] = { UDP_NOTES };
static const struct pref prefs[] = {
    [PREF_IGNORE_COVERAGE] = { "ignore_checksum_coverage", "Go on after a coverage that cannot be", PREF_BOOL, 1 },
    [PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the checksum if possible", PREF_BOOL, 0 },
    [PREF_CALCULATE_TIMESTAMPS] = { "calculate_timestamps", "Work out times within the conversation", PREF_BOOL, 1 },
};

static struct verdict udplite_run(struct dissect *d, struct cursor c)
{
    return udp_dissect(d, c, true,
                       (struct udp_options){
                           .check_checksum = pref(d, PREF_CHECK_CHECKSUM) != 0,
                           .ignore_coverage = pref(d, PREF_IGNORE_COVERAGE) != 0,
                           .calculate_timestamps = pref(d, PREF_CALCULATE_TIMESTAMPS) != 0,
                           .summary = true,
                       });
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 136 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };

PROTOCOL(udplite,
    .name = "udplite", .short_name = "UDP-Lite", .long_name = "Lightweight User Datagram Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to),
    .run = udplite_run, .keeps_state = true
);
