/* udp.c - User Datagram Protocol, RFC 768.  Claims ip.proto 17, hands on by "udp.port". */
#include "protocols/protocol.h"

#include "protocols/internet/checksum.h"

enum { UDP, SRCPORT, DSTPORT, PORT_S, PORT_D, LENGTH, CHECKSUM, CALCULATED, STATUS, STREAM, TIMESTAMPS, TIME_FIRST,
       TIME_DELTA, PAYLOAD };
enum { LENGTH_BAD, LENGTH_BAD_ZERO, CHECKSUM_BAD, CHECKSUM_ZERO };
enum { PREF_CHECK_CHECKSUM };

static void udp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = node_bytes(d, n, 0, 4);
    if (h == NULL)
        return;
    sb_str(sb, ", Src Port: ");
    sb_port_both(sb, d, PORT_UDP, be16(h));
    sb_str(sb, ", Dst Port: ");
    sb_port_both(sb, d, PORT_UDP, be16(h + 2));
}

static void payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "UDP payload (");
    sb_uint(sb, n->len);
    sb_str(sb, n->len == 1 ? " byte)" : " bytes)");
}

static const struct field fields[] = {
    [UDP] = { "udp", "User Datagram Protocol", FT_PROTOCOL, .suffix = udp_label },
    [SRCPORT] = { "udp.srcport", "Source Port", FT_UINT16, BASE_PT_UDP, 0, 2 },
    [DSTPORT] = { "udp.dstport", "Destination Port", FT_UINT16, BASE_PT_UDP, 2, 2 },
    [PORT_S] = { "udp.port", "Source or Destination Port", FT_UINT16, BASE_PT_UDP, 0, 2, HIDDEN },
    [PORT_D] = { "udp.port", "Source or Destination Port", FT_UINT16, BASE_PT_UDP, 2, 2, HIDDEN },
    [LENGTH] = { "udp.length", "Length", FT_UINT16, BASE_DEC, 4, 2 },
    [CHECKSUM] = { "udp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [CALCULATED] = { "udp.checksum_calculated", "Calculated Checksum", FT_UINT16, BASE_HEX, .flags = GENERATED },
    [STATUS] = { "udp.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [STREAM] = { "udp.stream", "Stream index", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TIMESTAMPS] = { "", "Timestamps", FT_NONE, .flags = GENERATED },
    [TIME_FIRST] = { "udp.time_relative", "Time since first frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_DELTA] = { "udp.time_delta", "Time since previous frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [PAYLOAD] = { "udp.payload", "Payload", FT_BYTES, .label_fn = payload_label },
};
static const struct note_def notes[] = {
    [LENGTH_BAD] = { "udp.length.bad", "Bad length value", SEV_ERROR, GROUP_MALFORMED },
    [LENGTH_BAD_ZERO] = { "udp.length.bad_zero", "Length is zero but payload < 65536", SEV_ERROR, GROUP_MALFORMED },
    [CHECKSUM_BAD] = { "udp.checksum.bad", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
    [CHECKSUM_ZERO] = { "udp.checksum.zero", "Illegal checksum value (0)", SEV_ERROR, GROUP_CHECKSUM },
};
static const struct pref prefs[] = {
    [PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the UDP checksum if possible", PREF_BOOL, 0 },
};

static void info_ports(struct strbuf *sb, const struct dissect *d, const void *header)
{
    const uint8_t *h = header;
    sb_port(sb, d, PORT_UDP, be16(h));
    sb_str(sb, " \xe2\x86\x92 ");
    sb_port(sb, d, PORT_UDP, be16(h + 2));
    sb_str(sb, " Len=");
    sb_uint(sb, be16(h + 4) - 8u);
}

/* What the first pass leaves for each datagram: when the one before it in the conversation came. */
struct udp_flow {
    struct nstime latest;
};
struct udp_fact {
    struct nstime since_previous;
};

static void stream_fields(struct dissect *d, struct cursor c)
{
    struct flow *f = flow_here(d);
    struct udp_flow *own = flow_memory(d, f, 0, sizeof *own);
    if (own == NULL)
        return;
    struct udp_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (d->first_pass && fact != NULL) {
        bool first = own->latest.secs == 0 && own->latest.nsecs == 0;
        fact->since_previous = first ? (struct nstime){ 0 } : nstime_minus(d->frame->time, own->latest);
        own->latest = d->frame->time;
    }
    emit_value(d, c, STREAM, 8, 0, flow_number(f));
    if (fact == NULL)
        return;
    emit_value(d, c, TIMESTAMPS, 0, 0, 0);
    down(d);
    emit_value(d, c, TIME_FIRST, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, flow_started(f))));
    emit_value(d, c, TIME_DELTA, 0, 0, (uint64_t)nstime_to_ns(fact->since_previous));
    up(d);
}

static void checksum_fields(struct dissect *d, struct cursor c, uint32_t len)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (get16(d, c, 6) == 0)
        found.state = CHECKSUM_STATE_NOT_PRESENT;
    else if (pref(d, PREF_CHECK_CHECKSUM) && !d->fragmented)
        found = checksum_verify(c, len, 6, checksum_pseudo(d, len, 17));
    found.hint = " (maybe caused by \"UDP checksum offload\"?)";
    checksum_emit(d, c, 6, CHECKSUM, CHECKSUM_BAD, &found);
    down(d);
    if (found.state == CHECKSUM_STATE_NOT_PRESENT)
        emit_value(d, c, STATUS, 6, 2, found.state);
    else if (found.state != CHECKSUM_STATE_UNVERIFIED)
        emit_value(d, c, CALCULATED, 6, 2, found.right);
    up(d);
    if (found.state != CHECKSUM_STATE_NOT_PRESENT)
        emit_value(d, c, STATUS, 6, 0, found.state);
}

static struct verdict udp_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "UDP");
    const uint8_t *h = cursor_take(&c, 8);
    if (h == NULL) {
        fall_short(d, whole, 0, 8);
        return done();
    }
    uint32_t src = be16(h), dst = be16(h + 2), len = be16(h + 4);
    info_set(d, info_ports, h);
    d->src_port = src;
    d->dst_port = dst;
    d->port_kind = PORT_UDP;
    emit_protocol(d, whole, 8, NULL);
    emit_header(d, whole, 8);
    if (len < 8 || len - 8 > c.wire) {
        note(d, LENGTH_BAD, NULL);
        return done();
    }
    cursor_limit(&c, len - 8);
    checksum_fields(d, whole, len);
    stream_fields(d, whole);
    if (c.cap != 0)
        emit_at(d, c, PAYLOAD, 0, c.cap);
    if (c.wire == 0)
        return done();
    return hand_on_either(TABLE_UDP_PORT, src < dst ? src : dst, src < dst ? dst : src, c);
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 17 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };

PROTOCOL(udp,
    .name = "udp", .short_name = "UDP", .long_name = "User Datagram Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to),
    .run = udp_run, .keeps_state = true
);
