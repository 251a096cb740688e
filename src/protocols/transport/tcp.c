/* tcp.c - Transmission Control Protocol, RFC 9293.  Claims ip.proto 6, hands on by "tcp.port". */
#include "protocols/protocol.h"

#include "protocols/internet/checksum.h"

enum { TCP, SRCPORT, DSTPORT, PORT_S, PORT_D, STREAM, LEN, SEQ_RAW, ACK_RAW, HDR_LEN, WINDOW, CHECKSUM, CALCULATED, STATUS,
       URGENT, OPTIONS, PAYLOAD };
enum { HEADER_BOGUS, CHECKSUM_BAD };
enum { PREF_CHECK_CHECKSUM };

static void payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "TCP payload (");
    sb_uint(sb, n->len);
    sb_str(sb, n->len == 1 ? " byte)" : " bytes)");
}

static const struct field fields[] = {
    [TCP] = { "tcp", "Transmission Control Protocol", FT_PROTOCOL },
    [SRCPORT] = { "tcp.srcport", "Source Port", FT_UINT16, BASE_PT_TCP, 0, 2 },
    [DSTPORT] = { "tcp.dstport", "Destination Port", FT_UINT16, BASE_PT_TCP, 2, 2 },
    [PORT_S] = { "tcp.port", "Source or Destination Port", FT_UINT16, BASE_PT_TCP, 0, 2, HIDDEN },
    [PORT_D] = { "tcp.port", "Source or Destination Port", FT_UINT16, BASE_PT_TCP, 2, 2, HIDDEN },
    [STREAM] = { "tcp.stream", "Stream index", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [LEN] = { "tcp.len", "TCP Segment Len", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [SEQ_RAW] = { "tcp.seq_raw", "Sequence Number (raw)", FT_UINT32, BASE_DEC, 4, 4 },
    [ACK_RAW] = { "tcp.ack_raw", "Acknowledgment number (raw)", FT_UINT32, BASE_DEC, 8, 4 },
    [HDR_LEN] = { "tcp.hdr_len", "Header Length", FT_UINT8, BASE_DEC },
    [WINDOW] = { "tcp.window_size_value", "Window", FT_UINT16, BASE_DEC, 14, 2 },
    [CHECKSUM] = { "tcp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [CALCULATED] = { "tcp.checksum_calculated", "Calculated Checksum", FT_UINT16, BASE_HEX, .flags = GENERATED },
    [STATUS] = { "tcp.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [URGENT] = { "tcp.urgent_pointer", "Urgent Pointer", FT_UINT16, BASE_DEC },
    [OPTIONS] = { "tcp.options", "TCP Options", FT_BYTES },
    [PAYLOAD] = { "tcp.payload", "TCP payload", FT_BYTES, .label_fn = payload_label },
};
static const struct note_def notes[] = {
    [HEADER_BOGUS] = { "tcp.bogus_header_length", "Bogus TCP Header length", SEV_WARN, GROUP_PROTOCOL },
    [CHECKSUM_BAD] = { "tcp.checksum_bad.expert", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
};
static const struct pref prefs[] = {
    [PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the TCP checksum if possible", PREF_BOOL, 0 },
};

static void info_ports(struct strbuf *sb, const struct dissect *d, const void *header)
{
    const uint8_t *h = header;
    sb_port(sb, d, PORT_TCP, be16(h));
    sb_str(sb, " \xe2\x86\x92 ");
    sb_port(sb, d, PORT_TCP, be16(h + 2));
}

static void checksum_fields(struct dissect *d, struct cursor c)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (pref(d, PREF_CHECK_CHECKSUM) && !d->fragmented)
        found = checksum_verify(c, c.wire, 16, checksum_pseudo(d, c.wire, 6));
    found.hint = "(maybe caused by \"TCP checksum offload\"?)";
    checksum_emit_both(d, c, 16, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
    if (found.state != CHECKSUM_STATE_UNVERIFIED)
        emit_value(d, c, CALCULATED, 16, 2, found.right);
}

static struct verdict tcp_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "TCP");
    const uint8_t *h = cursor_take(&c, 20);
    if (h == NULL) {
        fall_short(d, whole, 0, 20);
        return done();
    }
    uint32_t src = be16(h), dst = be16(h + 2), header = h[12] >> 4 << 2;
    info_set(d, info_ports, h);
    d->src_port = src;
    d->dst_port = dst;
    d->port_kind = PORT_TCP;
    emit_protocol(d, whole, header, NULL);
    emit_header(d, whole, 20);
    if (header < 20) {
        note(d, HEADER_BOGUS, NULL);
        return done();
    }
    emit_value(d, whole, LEN, 0, 0, whole.wire > header ? whole.wire - header : 0);
    checksum_fields(d, whole);
    emit_at(d, whole, URGENT, 18, 2);
    if (header > 20)
        add_item(d, &c, OPTIONS, header - 20);
    if (c.wire == 0 || d->stop != STOP_NONE)
        return done();
    emit_at(d, c, PAYLOAD, 0, c.cap);
    return hand_on_either(TABLE_TCP_PORT, src < dst ? src : dst, src < dst ? dst : src, c);
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 6 } };
static const uint8_t hands_to[] = { TABLE_TCP_PORT };

PROTOCOL(tcp,
    .name = "tcp", .short_name = "TCP", .long_name = "Transmission Control Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to),
    .run = tcp_run, .keeps_state = true
);
