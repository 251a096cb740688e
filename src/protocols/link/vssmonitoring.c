/* vssmonitoring.c - the time stamp, and perhaps the port, that VSS Monitoring's taps put behind a frame.
   Recognised by its length and by a time near the frame's. */
#include "protocols/protocol.h"

enum { VSS, TIME, CLOCK, PORT_8 };
enum { STAMP = 8, FCS_SIZE = 4, NEAR = 30 * 24 * 3600, NANOSECONDS = 1000000000, CLOCK_BITS = 30 };

VALUES(clocks, { 0, "Not Synced" }, { 1, "NTP" }, { 2, "GPS" }, { 3, "PTP" });

static struct nstime stamp_of(const uint8_t *p)
{
    return (struct nstime){ be32(p), (int32_t)(be32(p + 4) & ((1u << CLOCK_BITS) - 1)) };
}

static void vss_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p == NULL)
        return;
    sb_str(sb, ", Timestamp: ");
    sb_moment(sb, stamp_of(p), MOMENT_CLOCK, d->engine->utc, 9);
    if (n->len == STAMP)
        return;
    sb_str(sb, ", Source Port: ");
    sb_uint(sb, p[STAMP]);
}

static const struct field fields[] = {
    [VSS] = { "vssmonitoring", "VSS Monitoring Ethernet trailer", FT_PROTOCOL, .suffix = vss_label },
    [TIME] = { "vssmonitoring.time", "Time Stamp", FT_ABSOLUTE_TIME, BASE_LOCAL },
    [CLOCK] = { "vssmonitoring.clksrc", "Clock Source", FT_UINT8, BASE_DEC, .values = &clocks },
    [PORT_8] = { "vssmonitoring.srcport", "Src Port", FT_UINT8, BASE_DEC },
};

/* The length without a check sequence; 0: no such trailer has this length. */
static uint32_t length_of(uint32_t len)
{
    uint32_t without = len >= STAMP + FCS_SIZE ? len - FCS_SIZE : len;
    return without == STAMP || without == STAMP + 1 ? without : 0;
}

static bool vss_probe(const struct dissect *d, struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, STAMP);
    if (p == NULL || length_of(c.wire) == 0)
        return false;
    struct nstime t = stamp_of(p);
    int64_t away = t.secs - d->frame->time.secs;
    return t.secs != 0 && t.nsecs < NANOSECONDS && away <= NEAR && away >= -NEAR;
}

static struct verdict vss_run(struct dissect *d, struct cursor c)
{
    uint32_t len = length_of(c.wire);
    if (len == 0 || !need(d, c, 0, len))
        return done();
    emit_protocol(d, c, len, NULL);
    emit_value(d, c, TIME, 0, STAMP, (uint64_t)nstime_to_ns(stamp_of(c.p)));
    emit_value(d, c, CLOCK, 4, 1, c.p[4] >> (CLOCK_BITS - 24));
    if (len > STAMP)
        emit_at(d, c, PORT_8, STAMP, 1);
    return done();
}

static const struct heuristic heuristics[] = {
    { TABLE_ETH_TRAILER, vss_probe, "vssmonitoring_eth", "VSS Monitoring ethernet trailer" },
};

PROTOCOL(vssmonitoring,
    .name = "vssmonitoring", .short_name = "VSS Monitoring", .long_name = "VSS Monitoring Ethernet trailer",
    FIELDS(fields), HEURISTICS(heuristics), .run = vss_run
);
