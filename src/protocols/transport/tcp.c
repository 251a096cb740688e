/* tcp.c - Transmission Control Protocol, RFC 9293: the header.  Claims ip.proto 6, hands on by "tcp.port". */
#include "protocols/transport/mptcp.h"

#include "protocols/internet/checksum.h"

/* Ports, findings of the analysis, flags, numbers, options. */
static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct tcp_segment *t = arg;
    tcp_options_before(sb, t);
    sb_port(sb, d, PORT_TCP, be16(t->header));
    sb_str(sb, " \xe2\x86\x92 ");
    sb_port(sb, d, PORT_TCP, be16(t->header + 2));
    if (!t->has_numbers)
        return;
    sb_str(sb, " [");
    tcp_flag_names(sb, t->flags, t->accurate_ecn);
    sb_told(sb, "] Seq=", t->seq - t->base);
    if (t->flags & TCP_ACK_FLAG)
        sb_told(sb, " Ack=", t->ack - t->other_base);
    sb_told(sb, " Win=", t->window);
    if (t->bogus) {
        sb_printf(sb, ", bogus TCP header length (%u, must be at least 20)", t->header_length);
        return;
    }
    if ((t->flags & TCP_URG_FLAG) && t->captured >= 20)
        sb_printf(sb, " Urg=%u", be16(t->header + 18));
    if (t->has_length)
        sb_told(sb, " Len=", t->length);
    tcp_options_info(sb, t);
}

static void findings_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    tcp_findings_info(sb, arg);
}

static void segment_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d, (void)arg;
    sb_str(sb, " [TCP segment of a reassembled PDU]");
}

/* c: at the header. */
static void numbers_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    bool both = t->relative || t->quoted;
    if (!t->quoted)
        emit_value(d, c, TCP_SEQ, 4, 4, t->seq - t->base);
    if (t->relative)
        emit_at(d, c, TCP_SEQ_RAW, 4, 4);
    if (t->bogus)
        return;
    if (t->has_length) {
        uint32_t next = t->seq + t->length + ((t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG)) != 0);
        emit_value(d, c, TCP_NXTSEQ, 0, 0, next - t->base);
    }
    bool acks = (t->flags & TCP_ACK_FLAG) != 0;
    emit_value(d, c, TCP_ACK, 8, 4, acks ? t->ack - t->other_base : t->ack);
    if (!acks && t->ack != 0)
        note(d, TCP_NOTE_ACK_NONZERO, NULL);
    if (t->facts.findings & TCP_IS_FAST_OPEN_ACCEPTED)
        note(d, TCP_NOTE_TFO_ACK, NULL);
    if (t->facts.findings & TCP_IS_FAST_OPEN_IGNORED)
        note(d, TCP_NOTE_TFO_IGNORED, NULL);
    if (both)
        emit_at(d, c, TCP_ACK_RAW, 8, 4);
}

static void flag_emit(struct dissect *d, struct cursor c, unsigned row, uint16_t flags, uint16_t bit)
{
    emit_value(d, c, row, bit >= TCP_AE_FLAG ? 12 : 13, 1, (flags & bit) >> __builtin_ctz(bit));
}

static void ecn_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    if (t->accurate_ecn) {
        emit_value(d, c, TCP_FLAGS_ACE, 12, 2, t->flags >> 6 & 7u);
        return;
    }
    flag_emit(d, c, TCP_FLAGS_AE, t->flags, TCP_AE_FLAG);
    flag_emit(d, c, TCP_FLAGS_CWR, t->flags, TCP_CWR_FLAG);
    flag_emit(d, c, TCP_FLAGS_ECE, t->flags, TCP_ECE_FLAG);
}

static void flags_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    uint16_t flags = t->flags;
    annotate(d, emit_value(d, c, TCP_FLAGS, 12, 2, flags), &t->accurate_ecn);
    down(d);
    flag_emit(d, c, TCP_FLAGS_RES, flags, 0xe00);
    ecn_emit(d, c, t);
    flag_emit(d, c, TCP_FLAGS_URG, flags, TCP_URG_FLAG);
    flag_emit(d, c, TCP_FLAGS_ACK, flags, TCP_ACK_FLAG);
    flag_emit(d, c, TCP_FLAGS_PUSH, flags, TCP_PSH_FLAG);
    flag_emit(d, c, TCP_FLAGS_RESET, flags, TCP_RST_FLAG);
    if (flags & TCP_RST_FLAG)
        note(d, TCP_NOTE_RST, NULL);
    flag_emit(d, c, TCP_FLAGS_SYN, flags, TCP_SYN_FLAG);
    if ((flags & TCP_SYN_FLAG) && (flags & TCP_ACK_FLAG))
        note(d, TCP_NOTE_SYNACK, t->header);
    else if (flags & TCP_SYN_FLAG)
        note(d, TCP_NOTE_SYN, t->header + 2);
    flag_emit(d, c, TCP_FLAGS_FIN, flags, TCP_FIN_FLAG);
    if (flags & TCP_FIN_FLAG)
        note(d, TCP_NOTE_FIN, NULL);
    annotate(d, emit_arg(d, c, TCP_FLAGS_STR, 12, 2, t), &t->accurate_ecn);
    if (t->facts.findings & TCP_IS_FIN_ACTIVE)
        note(d, TCP_NOTE_FIN_ACTIVE, NULL);
    if (t->facts.findings & TCP_IS_FIN_PASSIVE)
        note(d, TCP_NOTE_FIN_PASSIVE, NULL);
    up(d);
}

static void window_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    emit_at(d, c, TCP_WINDOW_SIZE_VALUE, 14, 2);
    emit_value(d, c, TCP_WINDOW_SIZE, 14, 2, t->window);
    if (!(t->flags & TCP_SYN_FLAG))
        emit_value(d, c, TCP_WINDOW_SIZE_SCALEFACTOR, 14, 2, (uint64_t)(int64_t)t->scale);
}

static void checksum_fields(struct dissect *d, struct cursor c)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (pref(d, TCP_PREF_CHECK_CHECKSUM) && !d->fragmented)
        found = checksum_verify(c, c.wire, 16, checksum_pseudo(d, c.wire, 6));
    found.hint = "(maybe caused by \"TCP checksum offload\"?)";
    checksum_emit_both(d, c, 16, TCP_CHECKSUM, TCP_NOTE_CHECKSUM_BAD, TCP_CHECKSUM_STATUS, &found);
    if (found.state != CHECKSUM_STATE_UNVERIFIED)
        emit_value(d, c, TCP_CHECKSUM_CALCULATED, 16, 2, found.right);
}

static void urgent_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    uint32_t urgent = get16(d, c, 18);
    emit_at(d, c, TCP_URGENT_POINTER, 18, 2);
    if (urgent != 0 && !(t->flags & TCP_URG_FLAG))
        note(d, TCP_NOTE_URGENT_NONZERO, NULL);
}

/* Reads what is there of the header, at least 16 bytes. */
static struct tcp_segment *segment_read(struct dissect *d, struct cursor c)
{
    struct tcp_segment *t = packet_zero(d, sizeof *t);
    if (t == NULL || c.cap < 16) {
        if (t != NULL)
            t->header = c.p;
        return t;
    }
    const uint8_t *h = t->header = c.p;
    t->captured = c.cap;
    t->header_length = (uint32_t)(h[12] >> 4) * 4;
    t->seq = be32(h + 4);
    t->ack = be32(h + 8);
    t->flags = be16(h + 12) & 0xfff;
    t->window = be16(h + 14);
    t->scale = TCP_SCALE_UNKNOWN;
    t->bogus = t->header_length < 20;
    t->has_numbers = true;
    t->quoted = d->in_error;
    t->has_length = c.wire >= t->header_length && !t->bogus && !t->quoted;
    t->length = t->has_length || t->bogus ? c.wire - t->header_length : 0;
    t->relative = pref(d, TCP_PREF_RELATIVE) && pref(d, TCP_PREF_ANALYZE) && !t->quoted;
    t->hide_timestamps = pref(d, TCP_PREF_IGNORE_TIMESTAMPS) != 0;
    return t;
}

/* How much an ICMP error quotes says nothing of the segment's length. */
static void length_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    if (t->has_length || t->bogus) {
        emit_value(d, c, TCP_LEN, 0, 0, t->length);
    } else if (!t->quoted) {
        emit_at(d, c, TCP_SHORT_TEXT, 0, 0);
        note(d, TCP_NOTE_SHORT_SEGMENT, NULL);
    }
}

static void fields_emit(struct dissect *d, struct cursor c, struct tcp_segment *t, uint32_t heading)
{
    tcp_stream_emit(d, c, t);
    length_emit(d, c, t);
    numbers_emit(d, c, t);
    emit_value(d, c, TCP_HDR_LEN, 12, 1, t->header_length);
    if (t->bogus) {
        note(d, TCP_NOTE_HEADER_BOGUS, t);
        return;
    }
    set_len(d, heading, t->header_length < c.cap ? t->header_length : c.cap);
    flags_emit(d, c, t);
    window_emit(d, c, t);
    checksum_fields(d, c);
    urgent_emit(d, c, t);
}

static const struct stream_rows stream_rows = {
    .data = TCP_SEGMENT_DATA, .repeated = TCP_RETRANSMITTED, .message_size = TCP_PDU_SIZE, .info = segment_info,
    .pieces = { .all = TCP_SEGMENTS, .one = TCP_SEGMENT, .overlap = TCP_SEGMENT_OVERLAP,
                .conflict = TCP_SEGMENT_OVERLAP_CONFLICT, .other_tail = TCP_SEGMENT_MULTIPLETAILS,
                .too_long = TCP_SEGMENT_TOOLONGFRAGMENT, .count = TCP_SEGMENT_COUNT, .length = TCP_REASSEMBLED_LENGTH,
                .data = TCP_REASSEMBLED_DATA, .whole_in = TCP_REASSEMBLED_IN, .source = "Reassembled TCP" },
};

/* To whoever knows one of the ports: the server's if the beginning was seen, else the lower. */
static struct verdict by_port(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    uint32_t low = d->src_port < d->dst_port ? d->src_port : d->dst_port;
    uint32_t high = d->src_port < d->dst_port ? d->dst_port : d->src_port;
    uint32_t server = tcp_server_port(t);
    if (server != 0 && claimed(d, TABLE_TCP_PORT, server))
        return hand_on_either(TABLE_TCP_PORT, server, low, c);
    return hand_on_either(TABLE_TCP_PORT, low, high, c);
}

/* What tcp.no_subdissector_on_error leaves of a segment; a fast retransmission is as good as the first. */
static enum stream_use use_of(const struct tcp_facts *f)
{
    if (f->findings & TCP_IS_FAST)
        return STREAM_PLAIN;
    if (f->findings & (TCP_IS_RETRANSMISSION | TCP_IS_SPURIOUS))
        return STREAM_UNUSED;
    return f->findings & (TCP_IS_OUT_OF_ORDER | TCP_IS_KEEP_ALIVE) ? STREAM_APART : STREAM_PLAIN;
}

static struct verdict payload(struct dissect *d, struct cursor header, uint32_t node, const struct tcp_segment *t)
{
    bool last = (t->flags & TCP_FIN_FLAG) != 0;
    struct cursor c = cursor_at(header, t->header_length);
    struct stream *stream = tcp_stream(t);
    if (d->first_pass && stream != NULL && (t->flags & TCP_SYN_FLAG))
        stream_opens(stream, t->seq + 1);
    if (c.cap == 0 && !(last && c.wire == 0))
        return done();
    if (t->flags & TCP_RST_FLAG) {
        emit_at(d, c, TCP_RESET_CAUSE, 0, c.cap);
        return done();
    }
    if (c.cap != 0)
        emit_at(d, c, TCP_PAYLOAD, 0, c.cap);
    struct stream_segment segment = {
        .header = header,
        .node = node,
        .stream = stream,
        .seq = t->seq + ((t->flags & TCP_SYN_FLAG) != 0),
        .last = last,
        .ordered = pref(d, TCP_PREF_OUT_OF_ORDER) != 0,
        .use = (uint8_t)(pref(d, TCP_PREF_NO_SUBDISSECTOR) ? use_of(&t->facts) : STREAM_PLAIN),
        .resent = (t->facts.findings & (TCP_IS_RETRANSMISSION | TCP_IS_SPURIOUS | TCP_IS_FAST)) ==
                  TCP_IS_RETRANSMISSION,
        .whole = c.cap == c.wire && !d->fragmented && !d->in_error && pref(d, TCP_PREF_DESEGMENT),
    };
    return stream_segment_run(d, c, &segment, &stream_rows, by_port(d, c, t));
}

/* The rows that stand for header fields, and findings. */
static bool wants_header(const struct dissect *d)
{
    return d->wanted->findings || wants_rows(d, TCP_SRCPORT, TCP_ANALYSIS - 1) || wants(d, TCP_LEN) ||
           wants(d, TCP_URGENT_POINTER) || wants_rows(d, TCP_OPTION_KIND, TCP_FIELDS + TCP_NOTES - 1);
}

/* RFC 9293 section 3.1.  Where nobody wants a row of it, options are read with emitting off.  False: the header makes no
   sense. */
static bool header_emit(struct dissect *d, struct cursor c, struct tcp_segment *t, uint32_t heading)
{
    bool emitting = d->emitting, whole = t->has_length && c.cap >= t->header_length;
    if (whole && !wants_header(d)) {
        d->emitting = false;
        set_len(d, heading, t->header_length);
    } else {
        fields_emit(d, c, t, heading);
    }
    if (t->header_length > 20 && !t->bogus && d->stop == STOP_NONE)
        tcp_options_emit(d, cursor_part(cursor_at(c, 20), t->header_length - 20), t);
    d->emitting = emitting && d->stop == STOP_NONE;
    return !t->bogus;
}

static struct verdict tcp_run(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 0, 4))
        return done();
    set_protocol_column(d, "TCP");
    struct tcp_segment *t = segment_read(d, c);
    if (t == NULL)
        return done();
    t->summary = pref(d, TCP_PREF_SUMMARY) != 0;
    d->src_port = be16(c.p);
    d->dst_port = be16(c.p + 2);
    d->port_kind = PORT_TCP;
    uint32_t heading = emit_protocol(d, c, c.cap, t);
    emit_header(d, c, 4);
    if (t->has_numbers) {
        tcp_follow(d, t);
        if (t->facts.findings & TCP_IS_SHOWN) {
            info_set(d, findings_info, t);
            info_fence(d);
        }
    }
    info_set(d, info, t);
    if (d->in_error && c.cap >= 8)
        emit_at(d, c, TCP_SEQ_PLAIN, 4, 4);
    if (!need(d, c, 0, 16))
        return done();
    if (!header_emit(d, c, t, heading))
        return done();
    tcp_timestamps_emit(d, c, t);
    tcp_analysis_emit(d, c, t);
    if (t->multipath)
        mptcp_analysis_emit(d, c, t);
    if (d->stop != STOP_NONE || c.wire < t->header_length)
        return done();
    return payload(d, c, heading, t);
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 6 } };
static uint64_t header_of(const struct glance *g) { return (g->p[12] >> 4) * 4u; }
static uint64_t payload_of(const struct glance *g) { return g->wire - (g->p[12] >> 4) * 4u; }

static uint64_t reserved_of(const struct glance *g) { return (g->p[12] & 14u) >> 1; }

static const struct glance_row glance_rows[] = {
    { TCP_SRCPORT, 0, 2 }, { TCP_DSTPORT, 2, 2 }, { TCP_PORT_S, 0, 2 }, { TCP_PORT_D, 2, 2 }, { TCP_LEN, 0, 0, payload_of },
    { TCP_HDR_LEN, 12, 1, header_of }, { TCP_FLAGS, 12, 2 }, { TCP_FLAGS_RES, 12, 1, reserved_of }, { TCP_FLAGS_URG, 13, 1 },
    { TCP_FLAGS_ACK, 13, 1 }, { TCP_FLAGS_PUSH, 13, 1 }, { TCP_FLAGS_RESET, 13, 1 }, { TCP_FLAGS_SYN, 13, 1 },
    { TCP_FLAGS_FIN, 13, 1 }, { TCP_WINDOW_SIZE_VALUE, 14, 2 }, { TCP_CHECKSUM, 16, 2 }, { TCP_URGENT_POINTER, 18, 2 },
};

static bool tcp_glance(struct glance *g)
{
    uint32_t header = g->cap >= 20 ? (g->p[12] >> 4) * 4u : 0;
    if (header < 20 || header > g->wire)
        return false;
    g->header = header < g->cap ? header : g->cap;
    g->table = TABLE_TCP_PORT;
    g->key = be16(g->p);
    g->second = be16(g->p + 2);
    return true;
}

/* An option of MPTCP: connections between other ends may be of the same session. */
static bool tcp_mingles_at(const struct glance *g)
{
    if (g->header == 20 || (g->header == 32 && be32(g->p + 20) == TCP_TIMESTAMPS_ALONE))
        return false;  /* so have most */
    const struct tcp_segment t = { .header = g->p, .header_length = g->header, .captured = g->cap };
    uint32_t at = 20, len;
    return tcp_option_next(&t, TCP_KIND_MPTCP, &at, &len) != NULL;
}

/* A segment that ends the stream may complete what is above it. */
static bool tcp_own(const struct glance *g, struct glance_own *own)
{
    if (tcp_mingles_at(g))
        return false;
    uint32_t a = be16(g->p), b = be16(g->p + 2);
    bool whole = g->cap >= g->header && g->wire == g->header && g->header == (g->p[12] >> 4) * 4u;
    own->key = a < b ? a << 16 | b : b << 16 | a;
    own->bare = whole && (g->p[13] & TCP_FIN_FLAG) == 0;
    return true;
}

/* Without options, or with timestamps. */
static const struct glance_shape shapes[] = {
    { 20, { { 12, 0xf0000000, 0x50000000 } } },
    { 32, { { 12, 0xf0000000, 0x80000000 }, { 20, UINT32_MAX, TCP_TIMESTAMPS_ALONE } } },
};
static const uint8_t hands_to[] = { TABLE_TCP_PORT };
static const struct protocol *const calls[] = { &proto_mptcp, NULL };

PROTOCOL(tcp,
    .name = "tcp", .short_name = "TCP", .long_name = "Transmission Control Protocol",
    FIELDS(tcp_fields), NOTES(tcp_notes), PREFS(tcp_prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    GLANCE(tcp_glance, glance_rows), SHAPES(shapes), .run = tcp_run, .keeps_state = true, .joins = true,
    .mingles_at = tcp_mingles_at, .own = tcp_own
);
