/* udp.c - User Datagram Protocol, RFC 768 and 2675 (jumbograms).  Claims ip.proto 17, hands on by "udp.port". */
#include "protocols/transport/udp.h"

enum { PREF_SUMMARY, PREF_HEURISTIC_FIRST, PREF_CHECK_CHECKSUM, PREF_IGNORE_ZERO_CHECKSUM, PREF_PROCESS_INFO,
       PREF_CALCULATE_TIMESTAMPS };
enum { TRACEROUTE_FIRST = 33435, TRACEROUTE_LAST = TRACEROUTE_FIRST + 29 };  /* ports that traceroute counts up from */

/* --- labels ----------------------------------------------------------------------------------- */

void udp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct udp_datagram *u = n->v.arg;
    if (u == NULL)
        return;
    sb_str(sb, ", Src Port: ");
    sb_port_both(sb, d, PORT_UDP, be16(u->header));
    sb_str(sb, ", Dst Port: ");
    sb_port_both(sb, d, PORT_UDP, be16(u->header + 2));
}

void udp_payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *len = annotation(d, n);
    uint32_t shown = len != NULL ? *len : n->len;
    sb_str(sb, "UDP payload (");
    sb_uint(sb, shown);
    sb_str(sb, shown == 1 ? " byte)" : " bytes)");
}

void udp_length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct udp_datagram *u = annotation(d, n);
    if (u != NULL && u->too_short)
        sb_str(sb, " (bogus, must be >= 8)");
    else if (u != NULL && u->too_long)
        sb_printf(sb, " (bogus, payload length %u)", u->room);
}

void udp_coverage_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct udp_datagram *u = annotation(d, n);
    if (u != NULL)
        sb_printf(sb, " (bogus, must be >= 8 and <= %u)", u->room);
}

void udp_traceroute_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *port = n->v.arg;
    (void)d;
    unsigned probe = (unsigned)be16(port) - TRACEROUTE_FIRST;
    sb_printf(sb, "Possible traceroute: hop #%u, attempt #%u", probe / 3 + 1, probe % 3 + 1);
}

void udp_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct udp_datagram *u = n->v.arg;
    (void)d;
    sb_printf(sb, u->too_short ? "Bad length value %u < 8" : "Bad length value %u > IP payload length", u->stated);
}

void udp_coverage_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct udp_datagram *u = n->v.arg;
    (void)d;
    sb_printf(sb, "Bad checksum coverage length value %u < 8 or > %u", u->stated, u->room);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct udp_datagram *u = arg;
    sb_port(sb, d, PORT_UDP, be16(u->header));
    sb_str(sb, " \xe2\x86\x92 ");
    sb_port(sb, d, PORT_UDP, be16(u->header + 2));
    if (u->captured < 6)
        return;
    if (u->lite && u->too_long)
        sb_printf(sb, " [BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH %u < 8 or > %u]", u->stated, u->room);
    else if (u->too_long)
        sb_printf(sb, " [BAD UDP LENGTH %u > IP PAYLOAD LENGTH]", u->stated);
    if (u->too_short) {
        sb_printf(sb, " [BAD UDP LENGTH %u < 8]", u->stated);
        return;
    }
    sb_printf(sb, " Len=%u", u->length - 8);
    if (u->jumbogram)
        sb_str(sb, " [Jumbogram]");
    if (u->no_checksum)
        sb_str(sb, " [ILLEGAL CHECKSUM (0)]");
}

static const struct field fields[] = {
    [UDP] = { "udp", "User Datagram Protocol", FT_PROTOCOL, .suffix = udp_label },
    UDP_ROWS
};
static const struct note_def notes[] = { UDP_NOTES };
static const struct pref prefs[] = {
    [PREF_SUMMARY] = { "summary_in_tree", "Show ports in the heading", PREF_BOOL, 1 },
    [PREF_HEURISTIC_FIRST] = { "try_heuristic_first", "Guess the payload's protocol before looking at ports", PREF_BOOL, 0 },
    [PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the checksum if possible", PREF_BOOL, 0 },
    [PREF_IGNORE_ZERO_CHECKSUM] = { "ignore_ipv6_zero_checksum", "Allow a checksum of zero over IPv6", PREF_BOOL, 0 },
    [PREF_PROCESS_INFO] = { "process_info", "Show processes that IPFIX tells of", PREF_BOOL, 0 },
    [PREF_CALCULATE_TIMESTAMPS] = { "calculate_timestamps", "Work out times within the conversation", PREF_BOOL, 1 },
};

/* --- state ------------------------------------------------------------------------------------ */

/* What the first pass leaves for each datagram: when the one before it in the conversation came. */
struct udp_flow {
    struct nstime latest;
    bool begun;
};
struct udp_fact {
    int64_t since_previous;  /* ns */
};

static void stream_fields(struct dissect *d, struct cursor c, const struct udp_datagram *u, bool times)
{
    struct flow *f = flow_here(d);
    struct udp_flow *own = flow_memory(d, f, 0, sizeof *own);
    if (own == NULL)
        return;
    if (wants(d, UDP_STREAM))
        emit_value(d, c, UDP_STREAM, 8, 0, flow_number(d, f));
    if (u->length == 8 || d->in_error)
        return;
    struct udp_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (d->first_pass && fact != NULL) {
        fact->since_previous = own->begun ? nstime_to_ns(nstime_minus(d->frame->time, own->latest)) : 0;
        own->latest = d->frame->time;
        own->begun = true;
    }
    if (fact == NULL || !times)
        return;
    emit_value(d, c, UDP_TIMESTAMPS, 0, 0, 0);
    down(d);
    emit_value(d, c, UDP_TIME_FIRST, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, flow_started(f))));
    emit_value(d, c, UDP_TIME_DELTA, 0, 0, (uint64_t)fact->since_previous);
    up(d);
}

/* --- the header ------------------------------------------------------------------------------- */

static void ports_emit(struct dissect *d, struct cursor c, const struct udp_datagram *u)
{
    const uint8_t *h = u->header;
    bool probe = be16(h + 2) >= TRACEROUTE_FIRST && be16(h + 2) <= TRACEROUTE_LAST;
    bool answer = be16(h) >= TRACEROUTE_FIRST && be16(h) <= TRACEROUTE_LAST;
    uint32_t src = emit_at(d, c, UDP_SRCPORT, 0, 2);
    if (answer)
        note_on(d, src, UDP_NOTE_TRACEROUTE, h);
    uint32_t dst = emit_at(d, c, UDP_DSTPORT, 2, 2);
    if (probe)
        note_on(d, dst, UDP_NOTE_TRACEROUTE, h + 2);
    emit_at(d, c, UDP_PORT_S, 0, 2);
    emit_at(d, c, UDP_PORT_D, 2, 2);
}

/* RFC 2675 section 4: a length of 0 means "all of the jumbogram"; it is only right beyond 64 KiB. */
static bool length_emit(struct dissect *d, struct cursor c, struct udp_datagram *u)
{
    bool six = d->net_src.kind == ADDR_IPv6;
    u->stated = get16(d, c, 4);
    u->jumbogram = u->stated == 0 && six;
    u->length = u->jumbogram ? u->room : u->stated;
    u->too_short = u->length < 8;
    u->too_long = u->length > u->room && !d->in_error && !d->fragmented;  /* a quotation or fragment is not all of it */
    uint32_t n = emit_at(d, c, UDP_LENGTH, 4, 2);
    if (u->too_short || u->too_long) {
        annotate(d, n, u);
        note_on(d, n, UDP_NOTE_LENGTH, u);
    } else if (u->jumbogram && u->room < 65536) {
        note_on(d, n, UDP_NOTE_LENGTH_ZERO, NULL);
    }
    return !u->too_short;
}

/* RFC 3828 section 3.1: 0 covers everything. */
static bool coverage_emit(struct dissect *d, struct cursor c, struct udp_datagram *u, bool ignore)
{
    u->stated = get16(d, c, 4);
    u->length = u->room;
    u->too_long = (u->stated != 0 && u->stated < 8) || u->stated > u->room;
    uint32_t n = emit_at(d, c, UDP_COVERAGE, 4, 2);
    if (u->too_long) {
        annotate(d, n, u);
        note_on(d, n, UDP_NOTE_COVERAGE, u);
    }
    emit_value(d, c, UDP_LENGTH, 4, 0, u->length);
    return !u->too_long || ignore;
}

static void checksum_fields(struct dissect *d, struct cursor c, struct udp_datagram *u, const struct udp_options *o)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    uint32_t covered = u->lite && u->stated != 0 ? u->stated : u->length;
    bool must = u->lite || (d->net_src.kind == ADDR_IPv6 && !o->ignore_zero_checksum);
    if (get16(d, c, 6) == 0)
        found.state = must ? CHECKSUM_STATE_ILLEGAL : CHECKSUM_STATE_NOT_PRESENT;
    else if (o->check_checksum && !d->fragmented && !u->too_long)
        found = checksum_verify(c, covered, 6, checksum_pseudo(d, u->length, u->lite ? 136 : 17));
    found.hint = " (maybe caused by \"UDP checksum offload\"?)";
    uint32_t n = checksum_emit(d, c, 6, UDP_CHECKSUM, UDP_NOTE_CHECKSUM, &found);
    u->no_checksum = found.state == CHECKSUM_STATE_ILLEGAL;
    if (u->no_checksum)
        note_on(d, n, UDP_NOTE_CHECKSUM_ZERO, NULL);
    bool absent = u->no_checksum || found.state == CHECKSUM_STATE_NOT_PRESENT;
    down(d);
    if (absent)
        emit_value(d, c, UDP_STATUS, 6, 2, found.state);
    else if (found.state != CHECKSUM_STATE_UNVERIFIED)
        emit_value(d, c, UDP_CALCULATED, 6, 2, found.right);
    up(d);
    if (!absent)
        emit_value(d, c, UDP_STATUS, 6, 0, found.state);
}

static struct verdict payload(struct dissect *d, struct cursor whole, const struct udp_datagram *u)
{
    struct cursor rest = cursor_at(whole, 8);
    uint32_t low = d->src_port < d->dst_port ? d->src_port : d->dst_port;
    uint32_t high = d->src_port < d->dst_port ? d->dst_port : d->src_port;
    uint32_t len = u->length - 8;
    if (rest.cap != 0 && len != 0) {
        uint32_t n = emit_at(d, rest, UDP_PAYLOAD, 0, rest.cap);
        if (len < rest.cap)
            annotate(d, n, packet_copy(d, &len, sizeof len));
    }
    if (len < rest.wire)
        cursor_limit(&rest, len);
    if (rest.wire == 0 || (u->too_long && !need(d, rest, 0, 1)))
        return done();
    struct verdict v = hand_on_either(TABLE_UDP_PORT, low, high, rest);
    v.at_top = d->in_error;
    return v;
}

struct verdict udp_dissect(struct dissect *d, struct cursor c, bool lite, struct udp_options options)
{
    if (!need(d, c, 0, 4))
        return done();
    set_protocol_column(d, lite ? "UDP-Lite" : "UDP");
    struct udp_datagram *u = packet_zero(d, sizeof *u);
    if (u == NULL)
        return done();
    *u = (struct udp_datagram){ .header = c.p, .captured = c.cap, .room = c.wire, .lite = lite };
    d->src_port = be16(c.p);
    d->dst_port = be16(c.p + 2);
    d->port_kind = PORT_UDP;
    info_set(d, info, u);
    emit_protocol(d, c, c.cap < 8 ? c.cap : 8, options.summary ? u : NULL);
    ports_emit(d, c, u);
    bool sound = lite ? coverage_emit(d, c, u, options.ignore_coverage) : length_emit(d, c, u);
    if (!sound || !need(d, c, 0, 8))
        return done();
    checksum_fields(d, c, u, &options);
    stream_fields(d, c, u, options.calculate_timestamps);
    return payload(d, c, u);
}

static struct verdict udp_run(struct dissect *d, struct cursor c)
{
    return udp_dissect(d, c, false,
                       (struct udp_options){
                           .check_checksum = pref(d, PREF_CHECK_CHECKSUM) != 0,
                           .ignore_zero_checksum = pref(d, PREF_IGNORE_ZERO_CHECKSUM) != 0,
                           .calculate_timestamps = pref(d, PREF_CALCULATE_TIMESTAMPS) != 0,
                           .summary = pref(d, PREF_SUMMARY) != 0,
                       });
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 17 } };
static const struct glance_row glance_rows[] = {
    { UDP_SRCPORT, 0, 2 }, { UDP_DSTPORT, 2, 2 }, { UDP_PORT_S, 0, 2 }, { UDP_PORT_D, 2, 2 }, { UDP_LENGTH, 4, 2 },
    { UDP_CHECKSUM, 6, 2 },
};

static bool udp_glance(struct glance *g)
{
    if (g->cap < 8 || be16(g->p + 4) < 8 || be16(g->p + 4) > g->wire)
        return false;
    g->header = 8;
    g->table = TABLE_UDP_PORT;
    g->key = be16(g->p);
    g->second = be16(g->p + 2);
    return true;
}

static const struct glance_shape shapes[] = { { 8, .length_at = 4 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };

PROTOCOL(udp,
    .name = "udp", .short_name = "UDP", .long_name = "User Datagram Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to),
    GLANCE(udp_glance, glance_rows), SHAPES(shapes), .run = udp_run, .keeps_state = true
);
