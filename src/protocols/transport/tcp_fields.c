/* tcp_fields.c - fields, findings and preferences of TCP, and the labels that say more than a value. */
#include "protocols/transport/tcp.h"

#include "protocols/internet/checksum.h"

static const struct truth truth_minutes = { "Minutes", "Seconds" };
static const struct truth truth_transparency = { "Port Transparency", "Full Transparency" };

VALUES(experiments, { 0xac, "TCP ACK Rate Request" }, { 0x348, "Host ID" }, { 0xa0d, "Autonomous System Compensation" },
       { 0xca0, "Capability Option" }, { 0xed0, "Extended Data Offset" }, { 0x454e, "Encryption Negotiation" },
       { 0x5323, "Service Number" }, { 0x75ec, "Timestamp Interval" }, { 0xacc0, "Accurate ECN - Order 0" },
       { 0xacc1, "Accurate ECN - Order 1" }, { 0xacce, "Accurate ECN" },
       { 0xe2d4, "Shared Memory communications over RMDA protocol" }, { 0xf989, "Fast Open" }, { 0xf990, "Low Latency" });

/* Bits: SYN, SYN+ACK, ACK, data, FIN, RST. */
static void completeness(struct strbuf *sb, uint64_t v)
{
    static const char *const begun[] = { [1] = "Incomplete, SYN_SENT",
                                         [3] = "Incomplete, CLIENT_ESTABLISHED",
                                         [7] = "Incomplete, ESTABLISHED",
                                         [15] = "Incomplete, DATA" };
    bool closed = (v & 0x30) != 0;
    if (closed && (v & 7) == 7)
        sb_str(sb, v & 8 ? "Complete, WITH_DATA" : "Complete, NO_DATA");
    else
        sb_str(sb, !closed && v < ARRAY_LEN(begun) && begun[v] != NULL ? begun[v] : "Incomplete");
    sb_printf(sb, " (%u)", (unsigned)v);
}

static bool relative(const struct dissect *d)
{
    uint32_t first = registry_first_pref[registry_protocol_number(&proto_tcp)];
    return d->engine->prefs[first + TCP_PREF_RELATIVE].number && d->engine->prefs[first + TCP_PREF_ANALYZE].number;
}

static void number_label(struct strbuf *sb, const struct node *n)
{
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    sb_uint(sb, n->v.u);
}

static void seq_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    number_label(sb, n);
    if (relative(d))
        sb_str(sb, "    (relative sequence number)");
}

/* Without the flag the number is shown as it stands. */
static void ack_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *flags = node_bytes(d, n, 5, 1);
    number_label(sb, n);
    if (relative(d) && flags != NULL && (*flags & TCP_ACK_FLAG))
        sb_str(sb, "    (relative ack number)");
}

static void sack_edge_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    switch (n->field - registry_first_field[registry_protocol_number(&proto_tcp)]) {
    case TCP_OPT_SACK_LE: sb_str(sb, "left edge = "); break;
    case TCP_OPT_SACK_RE: sb_str(sb, "right edge = "); break;
    case TCP_OPT_SACK_DSACK_LE: sb_str(sb, "D-SACK Left Edge = "); break;
    default: sb_str(sb, "D-SACK Right Edge = "); break;
    }
    sb_uint(sb, n->v.u);
    if (relative(d))
        sb_str(sb, " (relative)");
}

static void header_length_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    unsigned words = (unsigned)n->v.u / 4;
    (void)d;
    for (int bit = 3; bit >= 0; bit--)
        sb_char(sb, words >> bit & 1 ? '1' : '0');
    sb_printf(sb, " .... = Header Length: %u bytes (%u)", words * 4, words);
}

void tcp_flag_names(struct strbuf *sb, uint16_t flags, bool accurate_ecn)
{
    static const char *const names[] = { "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE", "Reserved" };
    uint16_t shown = (uint16_t)((flags & 0x1ff) | (flags & 0xe00 ? 0x200 : 0));
    size_t start = sb->len;
    if (accurate_ecn)
        shown &= 0x3f;
    for (unsigned left = shown; left != 0; left &= left - 1) {
        if (sb->len != start)
            sb_str(sb, ", ");
        sb_str(sb, names[__builtin_ctz(left)]);
    }
    if (accurate_ecn)
        sb_printf(sb, "%sACE=%u", sb->len != start ? ", " : "", flags >> 6 & 7);
    if (sb->len == start)
        sb_str(sb, "<None>");
}

static void flags_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const bool *accurate = annotation(d, n);
    sb_printf(sb, "Flags: 0x%03x (", (unsigned)n->v.u);
    tcp_flag_names(sb, (uint16_t)n->v.u, accurate != NULL && *accurate);
    sb_char(sb, ')');
}

static void flags_string(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char letters[] = "RRRACEUAPRSF";
    const bool *accurate = annotation(d, n);
    const uint8_t *p = node_bytes(d, n, 0, 2);
    unsigned flags = p != NULL ? be16(p) & 0xfff : 0;
    for (int bit = 11; bit >= 0; bit--) {
        if (accurate != NULL && *accurate && bit == 8) {
            sb_printf(sb, "-%u-", flags >> 6 & 7);
            bit = 6;
        } else if (flags >> bit & 1) {
            sb_char(sb, letters[11 - bit]);
        } else {
            sb_str(sb, "\xc2\xb7");
        }
    }
}

static void ace_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    unsigned v = (unsigned)n->v.u;
    sb_printf(sb, "...%u %u%u.. .... = ACE: %u", v >> 2 & 1, v >> 1 & 1, v & 1, v);
}

static void scale_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "Window size scaling factor: ");
    sb_int(sb, n->v.i);
    if (n->v.i == TCP_SCALE_UNKNOWN)
        sb_str(sb, " (unknown)");
    else if (n->v.i == TCP_SCALE_OFF)
        sb_str(sb, " (no window scaling used)");
}

/* Version 2 is written as 0. */
static void version_raw_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, ".... ...%u = Version: %u", (unsigned)n->v.u, n->v.u == 0 ? 2 : 1);
}

static void sb_payload(struct strbuf *sb, const char *what, uint32_t len)
{
    sb_str(sb, what);
    sb_str(sb, " (");
    sb_uint(sb, len);
    sb_str(sb, len == 1 ? " byte)" : " bytes)");
}

static void payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_payload(sb, registry_field(n->field)->label, n->len);
}

static void retransmitted_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_payload(sb, "Retransmitted TCP segment data", n->len);
}

static void tcp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tcp_segment *t = n->v.arg;
    if (t == NULL || !t->summary)
        return;
    sb_str(sb, ", Src Port: ");
    sb_port_both(sb, d, PORT_TCP, be16(t->header));
    sb_str(sb, ", Dst Port: ");
    sb_port_both(sb, d, PORT_TCP, be16(t->header + 2));
    if (t->has_numbers) {
        sb_str(sb, ", Seq: ");
        sb_uint(sb, t->seq - t->base);
    }
    if (t->has_numbers && (t->flags & TCP_ACK_FLAG) && !t->bogus) {
        sb_str(sb, ", Ack: ");
        sb_uint(sb, t->ack - t->other_base);
    }
    if (t->has_length) {
        sb_str(sb, ", Len: ");
        sb_uint(sb, t->length);
    }
}

#define SHORT_SEGMENT                                                               \
    "Short segment. Segment/fragment does not contain a full TCP header (might be " \
    "NMAP or someone else deliberately sending unusual packets)"

const struct field tcp_fields[TCP_FIELDS] = {
    [TCP] = { "tcp", "Transmission Control Protocol", FT_PROTOCOL, .suffix = tcp_label },
    [TCP_SRCPORT] = { "tcp.srcport", "Source Port", FT_UINT16, BASE_PT_TCP, 0, 2 },
    [TCP_DSTPORT] = { "tcp.dstport", "Destination Port", FT_UINT16, BASE_PT_TCP, 2, 2 },
    [TCP_PORT_S] = { "tcp.port", "Source or Destination Port", FT_UINT16, BASE_PT_TCP, 0, 2, HIDDEN },
    [TCP_PORT_D] = { "tcp.port", "Source or Destination Port", FT_UINT16, BASE_PT_TCP, 2, 2, HIDDEN },
    [TCP_STREAM] = { "tcp.stream", "Stream index", FT_UINT32, BASE_DEC, .flags = GENERATED | NUMBERED },
    [TCP_COMPLETENESS] = { "tcp.completeness", "Conversation completeness", FT_UINT8, BASE_CUSTOM,
                              .flags = GENERATED, .custom = completeness },
    [TCP_SEQ] = { "tcp.seq", "Sequence Number", FT_UINT32, BASE_DEC, .label_fn = seq_label },
    [TCP_SEQ_RAW] = { "tcp.seq_raw", "Sequence Number (raw)", FT_UINT32, BASE_DEC },
    [TCP_NXTSEQ] = { "tcp.nxtseq", "Next Sequence Number", FT_UINT32, BASE_DEC, .flags = GENERATED,
                              .label_fn = seq_label },
    [TCP_ACK] = { "tcp.ack", "Acknowledgment Number", FT_UINT32, BASE_DEC, .label_fn = ack_label },
    [TCP_ACK_RAW] = { "tcp.ack_raw", "Acknowledgment number (raw)", FT_UINT32, BASE_DEC },
    [TCP_HDR_LEN] = { "tcp.hdr_len", "Header Length", FT_UINT8, BASE_DEC, .label_fn = header_length_label },
    [TCP_FLAGS] = { "tcp.flags", "Flags", FT_UINT16, BASE_HEX, .mask = 0xfff, .label_fn = flags_label },
    [TCP_FLAGS_RES] = { "tcp.flags.res", "Reserved", FT_BOOLEAN, BITS_12, .mask = 0xe00, .truth = &truth_set },
    [TCP_FLAGS_AE] = { "tcp.flags.ae", "Accurate ECN", FT_BOOLEAN, BITS_12, .mask = 0x100, .truth = &truth_set },
    [TCP_FLAGS_CWR] = { "tcp.flags.cwr", "Congestion Window Reduced", FT_BOOLEAN, BITS_12, .mask = 0x80,
                              .truth = &truth_set },
    [TCP_FLAGS_ECE] = { "tcp.flags.ece", "ECN-Echo", FT_BOOLEAN, BITS_12, .mask = 0x40, .truth = &truth_set },
    [TCP_FLAGS_ACE] = { "tcp.flags.ace", "ACE", FT_UINT8, BASE_DEC, .label_fn = ace_label },
    [TCP_FLAGS_URG] = { "tcp.flags.urg", "Urgent", FT_BOOLEAN, BITS_12, .mask = 0x20, .truth = &truth_set },
    [TCP_FLAGS_ACK] = { "tcp.flags.ack", "Acknowledgment", FT_BOOLEAN, BITS_12, .mask = 0x10, .truth = &truth_set },
    [TCP_FLAGS_PUSH] = { "tcp.flags.push", "Push", FT_BOOLEAN, BITS_12, .mask = 0x8, .truth = &truth_set },
    [TCP_FLAGS_RESET] = { "tcp.flags.reset", "Reset", FT_BOOLEAN, BITS_12, .mask = 0x4, .truth = &truth_set },
    [TCP_FLAGS_SYN] = { "tcp.flags.syn", "Syn", FT_BOOLEAN, BITS_12, .mask = 0x2, .truth = &truth_set },
    [TCP_FLAGS_FIN] = { "tcp.flags.fin", "Fin", FT_BOOLEAN, BITS_12, .mask = 0x1, .truth = &truth_set },
    [TCP_FLAGS_STR] = { "tcp.flags.str", "TCP Flags", FT_STRING, .flags = GENERATED, .text = flags_string },
    [TCP_WINDOW_SIZE_VALUE] = { "tcp.window_size_value", "Window", FT_UINT16, BASE_DEC },
    [TCP_WINDOW_SIZE] = { "tcp.window_size", "Calculated window size", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_WINDOW_SIZE_SCALEFACTOR] = { "tcp.window_size_scalefactor", "Window size scaling factor", FT_INT32,
                              BASE_DEC, .flags = GENERATED, .label_fn = scale_label },
    [TCP_CHECKSUM] = { "tcp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [TCP_CHECKSUM_STATUS] = { "tcp.checksum.status", "Checksum Status", FT_UINT8, .flags = GENERATED,
                              .values = &checksum_states },
    [TCP_CHECKSUM_CALCULATED] = { "tcp.checksum_calculated", "Calculated Checksum", FT_UINT16, BASE_HEX,
                              .flags = GENERATED },
    [TCP_ANALYSIS] = { "tcp.analysis", "SEQ/ACK analysis", FT_NONE, .flags = GENERATED },
    [TCP_AN_FLAGS] = { "tcp.analysis.flags", "TCP Analysis Flags", FT_NONE, .flags = GENERATED },
    [TCP_AN_DUPLICATE_ACK] = { "tcp.analysis.duplicate_ack", "Duplicate ACK", FT_NONE, .flags = GENERATED },
    [TCP_AN_DUPLICATE_ACK_NUM] = { "tcp.analysis.duplicate_ack_num", "Duplicate ACK #", FT_UINT32, BASE_DEC,
                              .flags = GENERATED },
    [TCP_AN_DUPLICATE_ACK_FRAME] = { "tcp.analysis.duplicate_ack_frame", "Duplicate to the ACK in frame",
                              FT_FRAMENUM, .flags = GENERATED },
    [TCP_CONTINUATION_TO] = { "tcp.continuation_to", "This is a continuation to the PDU in frame", FT_FRAMENUM,
                              .flags = GENERATED },
    [TCP_LEN] = { "tcp.len", "TCP Segment Len", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_AN_ACKS_FRAME] = { "tcp.analysis.acks_frame", "This is an ACK to the segment in frame", FT_FRAMENUM,
                              .flags = GENERATED },
    [TCP_AN_BYTES_IN_FLIGHT] = { "tcp.analysis.bytes_in_flight", "Bytes in flight", FT_UINT32, BASE_DEC,
                              .flags = GENERATED },
    [TCP_AN_PUSH_BYTES_SENT] = { "tcp.analysis.push_bytes_sent", "Bytes sent since last PSH flag", FT_UINT32,
                              BASE_DEC, .flags = GENERATED },
    [TCP_AN_ACK_RTT] = { "tcp.analysis.ack_rtt", "The RTT to ACK the segment was", FT_RELATIVE_TIME,
                              .flags = GENERATED },
    [TCP_AN_INITIAL_RTT] = { "tcp.analysis.initial_rtt", "iRTT", FT_RELATIVE_TIME, .flags = GENERATED },
    [TCP_AN_RTO] = { "tcp.analysis.rto", "The RTO for this segment was", FT_RELATIVE_TIME, .flags = GENERATED },
    [TCP_AN_RTO_FRAME] = { "tcp.analysis.rto_frame", "RTO based on delta from frame", FT_FRAMENUM, .flags = GENERATED },
    [TCP_URGENT_POINTER] = { "tcp.urgent_pointer", "Urgent Pointer", FT_UINT16, BASE_DEC },
    [TCP_SEGMENT_OVERLAP] = { "tcp.segment.overlap", "Segment overlap", FT_BOOLEAN, .flags = GENERATED | ABOVE },
    [TCP_SEGMENT_OVERLAP_CONFLICT] = { "tcp.segment.overlap.conflict", "Conflicting data in segment overlap",
                              FT_BOOLEAN, .flags = GENERATED | ABOVE },
    [TCP_SEGMENT_MULTIPLETAILS] = { "tcp.segment.multipletails", "Multiple tail segments found", FT_BOOLEAN,
                              .flags = GENERATED | ABOVE },
    [TCP_SEGMENT_TOOLONGFRAGMENT] = { "tcp.segment.toolongfragment", "Segment too long", FT_BOOLEAN,
                              .flags = GENERATED | ABOVE },
    [TCP_SEGMENT_ERROR] = { "tcp.segment.error", "Reassembling error", FT_FRAMENUM, .flags = GENERATED | ABOVE },
    [TCP_SEGMENT_COUNT] = { "tcp.segment.count", "Segment count", FT_UINT32, BASE_DEC, .flags = GENERATED | ABOVE },
    [TCP_SEGMENT] = { "tcp.segment", "TCP Segment", FT_FRAMENUM, .flags = GENERATED | ABOVE, .label_fn = piece_label },
    [TCP_SEGMENTS] = { "tcp.segments", "Reassembled TCP Segments", FT_NONE, .flags = GENERATED | ABOVE,
                              .label_fn = pieces_label },
    [TCP_REASSEMBLED_IN] = { "tcp.reassembled_in", "Reassembled PDU in frame", FT_FRAMENUM,
                              .flags = GENERATED | ABOVE | LINKED },
    [TCP_REASSEMBLED_LENGTH] = { "tcp.reassembled.length", "Reassembled TCP length", FT_UINT32, BASE_DEC,
                              .flags = GENERATED | ABOVE },
    [TCP_REASSEMBLED_DATA] = { "tcp.reassembled.data", "Reassembled TCP Data", FT_BYTES, .flags = GENERATED | ABOVE },
    [TCP_OPTION_KIND] = { "tcp.option_kind", "Kind", FT_UINT8, BASE_DEC, .values = &tcp_option_kinds },
    [TCP_OPTION_LEN] = { "tcp.option_len", "Length", FT_UINT8, BASE_DEC },
    [TCP_OPTIONS] = { "tcp.options", "TCP Options", FT_BYTES, .label_fn = tcp_options_label,
                      .suffix = tcp_options_suffix },
    [TCP_OPT_MSS_VAL] = { "tcp.options.mss_val", "MSS Value", FT_UINT16, BASE_DEC },
    [TCP_OPT_WSCALE_SHIFT] = { "tcp.options.wscale.shift", "Shift count", FT_UINT8, BASE_DEC },
    [TCP_OPT_WSCALE_MULTIPLIER] = { "tcp.options.wscale.multiplier", "Multiplier", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [TCP_OPT_EXPERIMENTAL_DATA] = { "tcp.options.experimental.data", "Data", FT_BYTES },
    [TCP_OPT_EXPERIMENTAL_EXID] = { "tcp.options.experimental.exid", "Experiment Identifier", FT_UINT16, BASE_HEX,
                              .values = &experiments },
    [TCP_OPT_UNKNOWN_PAYLOAD] = { "tcp.options.unknown.payload", "Payload", FT_BYTES },
    [TCP_OPT_SACK_LE] = { "tcp.options.sack_le", "TCP SACK Left Edge", FT_UINT32, BASE_DEC,
                              .label_fn = sack_edge_label },
    [TCP_OPT_SACK_RE] = { "tcp.options.sack_re", "TCP SACK Right Edge", FT_UINT32, BASE_DEC,
                              .label_fn = sack_edge_label },
    [TCP_OPT_SACK_COUNT] = { "tcp.options.sack.count", "TCP SACK Count", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [TCP_OPT_SACK_DSACK_LE] = { "tcp.options.sack.dsack_le", "TCP D-SACK Left Edge", FT_UINT32, BASE_DEC,
                              .flags = GENERATED, .label_fn = sack_edge_label },
    [TCP_OPT_SACK_DSACK_RE] = { "tcp.options.sack.dsack_re", "TCP D-SACK Right Edge", FT_UINT32, BASE_DEC,
                              .flags = GENERATED, .label_fn = sack_edge_label },
    [TCP_OPT_ECHO_VALUE] = { "tcp.options.echo_value", "TCP Echo Option", FT_UINT32, BASE_DEC },
    [TCP_OPT_TIMESTAMP_TSVAL] = { "tcp.options.timestamp.tsval", "Timestamp value", FT_UINT32, BASE_DEC },
    [TCP_OPT_TIMESTAMP_TSECR] = { "tcp.options.timestamp.tsecr", "Timestamp echo reply", FT_UINT32, BASE_DEC },
    [TCP_OPT_CC_VALUE] = { "tcp.options.cc_value", "TCP CC Option", FT_UINT32, BASE_DEC },
    [TCP_OPT_MD5_DIGEST] = { "tcp.options.md5.digest", "MD5 digest", FT_BYTES },
    [TCP_OPT_AO_KEYID] = { "tcp.options.ao.keyid", "AO KeyID", FT_UINT8, BASE_DEC },
    [TCP_OPT_AO_RNEXTKEYID] = { "tcp.options.ao.rnextkeyid", "AO RNextKeyID", FT_UINT8, BASE_DEC },
    [TCP_OPT_AO_MAC] = { "tcp.options.ao.mac", "AO MAC", FT_BYTES },
    [TCP_OPT_QS_RATE] = { "tcp.options.qs.rate", "QS Rate", FT_UINT8, BASE_DEC, .mask = 0xf,
                              .values = &tcp_quick_start_rates },
    [TCP_OPT_QS_TTL_DIFF] = { "tcp.options.qs.ttl_diff", "QS Rate", FT_UINT8, BASE_DEC },
    [TCP_OPT_TARR_RATE] = { "tcp.options.tarr.rate", "TARR Rate", FT_UINT8, BASE_DEC, .mask = 0xfe },
    [TCP_OPT_TAR_RESERVED] = { "tcp.options.tar.reserved", "TARR Reserved", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [TCP_OPT_ACC_ECN_EE0B] = { "tcp.options.acc_ecn.ee0b", "Accurate ECN Echo ECT(0) Byte Counter", FT_UINT24,
                              BASE_DEC },
    [TCP_OPT_ACC_ECN_ECEB] = { "tcp.options.acc_ecn.eceb", "Accurate ECN Echo CE Byte Counter", FT_UINT24, BASE_DEC },
    [TCP_OPT_ACC_ECN_EE1B] = { "tcp.options.acc_ecn.ee1b", "Accurate ECN Echo ECT(1) Byte Counter", FT_UINT24,
                              BASE_DEC },
    [TCP_OPT_SCPS_VECTOR] = { "tcp.options.scps.vector", "TCP SCPS Capabilities Vector", FT_UINT8, BASE_HEX,
                              .suffix = tcp_scps_suffix },
    [TCP_OPT_SCPS_BINDING_ID] = { "tcp.options.scps.binding.id", "Binding Space (Community) ID", FT_UINT8, BASE_DEC },
    [TCP_OPT_SCPS_BINDING_LEN] = { "tcp.options.scps.binding.len", "Extended Capability Length", FT_UINT8, BASE_DEC },
    [TCP_OPT_SNACK_OFFSET] = { "tcp.options.snack.offset", "TCP SNACK Offset", FT_UINT16, BASE_DEC },
    [TCP_OPT_SNACK_SIZE] = { "tcp.options.snack.size", "TCP SNACK Size", FT_UINT16, BASE_DEC },
    [TCP_OPT_SNACK_LE] = { "tcp.options.snack.le", "TCP SNACK Left Edge", FT_UINT16, BASE_DEC },
    [TCP_OPT_SNACK_RE] = { "tcp.options.snack.re", "TCP SNACK Right Edge", FT_UINT16, BASE_DEC },
    [TCP_OPT_SCPSFLAGS_BETS] = { "tcp.options.scpsflags.bets", "Partial Reliability Capable (BETS)", FT_BOOLEAN,
                              BITS_8, .mask = 0x80, .truth = &truth_set },
    [TCP_OPT_SCPSFLAGS_SNACK1] = { "tcp.options.scpsflags.snack1", "Short Form SNACK Capable (SNACK1)", FT_BOOLEAN,
                              BITS_8, .mask = 0x40, .truth = &truth_set },
    [TCP_OPT_SCPSFLAGS_SNACK2] = { "tcp.options.scpsflags.snack2", "Long Form SNACK Capable (SNACK2)", FT_BOOLEAN,
                              BITS_8, .mask = 0x20, .truth = &truth_set },
    [TCP_OPT_SCPSFLAGS_COMPRESS] = { "tcp.options.scpsflags.compress", "Lossless Header Compression (COMP)",
                              FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &truth_set },
    [TCP_OPT_SCPSFLAGS_NLTS] = { "tcp.options.scpsflags.nlts", "Network Layer Timestamp (NLTS)", FT_BOOLEAN, BITS_8,
                              .mask = 0x8, .truth = &truth_set },
    [TCP_OPT_SCPSFLAGS_RESERVED] = { "tcp.options.scpsflags.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [TCP_OPT_SCPS_BINDING] = { "tcp.options.scps.binding", "Connection ID", FT_UINT8, BASE_DEC },
    [TCP_OPT_USER_TO_GRANULARITY] = { "tcp.options.user_to_granularity", "Granularity", FT_BOOLEAN, BITS_16,
                              .mask = 0x8000, .truth = &truth_minutes },
    [TCP_OPT_USER_TO_VAL] = { "tcp.options.user_to_val", "User Timeout", FT_UINT16, BASE_DEC, .mask = 0x7fff },
    [TCP_RVBD_PROBE_TYPE1] = { "tcp.options.rvbd.probe.type1", "Type", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [TCP_RVBD_PROBE_TYPE2] = { "tcp.options.rvbd.probe.type2", "Type", FT_UINT8, BASE_DEC, .mask = 0xfe },
    [TCP_RVBD_PROBE_VERSION] = { "tcp.options.rvbd.probe.version", "Version", FT_UINT8, BASE_DEC, .mask = 0xf },
    [TCP_RVBD_PROBE_VERSION_RAW] = { "tcp.options.rvbd.probe.version_raw", "Version", FT_UINT8, BASE_DEC, .mask = 0x1,
                              .label_fn = version_raw_label },
    [TCP_RVBD_PROBE_PROBER] = { "tcp.options.rvbd.probe.prober", "CSH IP", FT_IPv4 },
    [TCP_RVBD_PROBE_PROXY_IP] = { "tcp.options.rvbd.probe.proxy.ip", "SSH IP", FT_IPv4 },
    [TCP_RVBD_PROBE_PROXY_PORT] = { "tcp.options.rvbd.probe.proxy.port", "SSH Port", FT_UINT16, BASE_DEC },
    [TCP_RVBD_PROBE_APPLI_VER] = { "tcp.options.rvbd.probe.appli_ver", "Application Version", FT_UINT16, BASE_DEC },
    [TCP_RVBD_PROBE_CLIENT_IP] = { "tcp.options.rvbd.probe.client.ip", "Client IP", FT_IPv4 },
    [TCP_RVBD_PROBE_STOREID] = { "tcp.options.rvbd.probe.storeid", "CFE Store ID", FT_UINT32, BASE_DEC },
    [TCP_RVBD_PROBE_FLAGS] = { "tcp.options.rvbd.probe.flags", "Probe Flags", FT_UINT8, BASE_HEX },
    [TCP_RVBD_PROBE_FLAGS_NOTCFE] = { "tcp.options.rvbd.probe.flags.notcfe", "Not CFE", FT_BOOLEAN, BITS_8,
                              .mask = 0x4, .truth = &truth_set },
    [TCP_RVBD_PROBE_FLAGS_LAST] = { "tcp.options.rvbd.probe.flags.last", "Last Notify", FT_BOOLEAN, BITS_8,
                              .mask = 0x1, .truth = &truth_set },
    [TCP_RVBD_PROBE_FLAGS_PROBE] = { "tcp.options.rvbd.probe.flags.probe", "Disable Probe Cache on CSH", FT_BOOLEAN,
                              BITS_8, .mask = 0x10, .truth = &truth_set },
    [TCP_RVBD_PROBE_FLAGS_SSL] = { "tcp.options.rvbd.probe.flags.ssl", "SSL Enabled", FT_BOOLEAN, BITS_8,
                              .mask = 0x2, .truth = &truth_set },
    [TCP_RVBD_PROBE_FLAGS_SERVER] = { "tcp.options.rvbd.probe.flags.server", "SSH outer to server established",
                              FT_BOOLEAN, BITS_8, .mask = 0x1, .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS] = { "tcp.options.rvbd.trpy.flags", "Transparency Options", FT_UINT16, BASE_HEX },
    [TCP_RVBD_TRPY_FLAGS_FW_RST_PROBE] = { "tcp.options.rvbd.trpy.flags.fw_rst_probe", "Enable FW traversal feature",
                              FT_BOOLEAN, BITS_16, .mask = 0x400, .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS_FW_RST_INNER] = { "tcp.options.rvbd.trpy.flags.fw_rst_inner",
                              "Enable Inner FW feature on All FWs", FT_BOOLEAN, BITS_16, .mask = 0x200,
                              .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS_FW_RST] = { "tcp.options.rvbd.trpy.flags.fw_rst",
                              "Enable Transparency FW feature on All FWs", FT_BOOLEAN, BITS_16, .mask = 0x100,
                              .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS_CHKSUM] = { "tcp.options.rvbd.trpy.flags.chksum", "Reserved", FT_BOOLEAN, BITS_16,
                              .mask = 0x4, .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS_OOB] = { "tcp.options.rvbd.trpy.flags.oob", "Out of band connection", FT_BOOLEAN, BITS_16,
                              .mask = 0x2, .truth = &truth_set },
    [TCP_RVBD_TRPY_FLAGS_MODE] = { "tcp.options.rvbd.trpy.flags.mode", "Transparency Mode", FT_BOOLEAN, BITS_16,
                              .mask = 0x1, .truth = &truth_transparency },
    [TCP_RVBD_TRPY_SRC_IP] = { "tcp.options.rvbd.trpy.src.ip", "Src SH IP Addr", FT_IPv4 },
    [TCP_RVBD_TRPY_DST_IP] = { "tcp.options.rvbd.trpy.dst.ip", "Dst SH IP Addr", FT_IPv4 },
    [TCP_RVBD_TRPY_SRC_PORT] = { "tcp.options.rvbd.trpy.src.port", "Src SH Inner Port", FT_UINT16, BASE_DEC },
    [TCP_RVBD_TRPY_DST_PORT] = { "tcp.options.rvbd.trpy.dst.port", "Dst SH Inner Port", FT_UINT16, BASE_DEC },
    [TCP_RVBD_TRPY_CLIENT_PORT] = { "tcp.options.rvbd.trpy.client.port", "Out of band connection Client Port",
                              FT_UINT16, BASE_DEC },
    [TCP_OPT_TFO_REQUEST] = { "tcp.options.tfo.request", "Fast Open Cookie Request", FT_NONE },
    [TCP_OPT_TFO_COOKIE] = { "tcp.options.tfo.cookie", "Fast Open Cookie", FT_BYTES },
    [TCP_PDU_TIME] = { "tcp.pdu.time", "Time until the last segment of this PDU", FT_RELATIVE_TIME,
                              .flags = GENERATED },
    [TCP_PDU_SIZE] = { "tcp.pdu.size", "PDU Size", FT_UINT32, BASE_DEC, .flags = GENERATED | ABOVE },
    [TCP_PDU_LAST_FRAME] = { "tcp.pdu.last_frame", "Last frame of this PDU", FT_FRAMENUM, .flags = GENERATED },
    [TCP_TIME_RELATIVE] = { "tcp.time_relative", "Time since first frame in this TCP stream", FT_RELATIVE_TIME,
                              .flags = GENERATED },
    [TCP_TIME_DELTA] = { "tcp.time_delta", "Time since previous frame in this TCP stream", FT_RELATIVE_TIME,
                              .flags = GENERATED },
    [TCP_PROC_SRCUID] = { "tcp.proc.srcuid", "Source process user ID", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_PROC_SRCPID] = { "tcp.proc.srcpid", "Source process ID", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_PROC_SRCUNAME] = { "tcp.proc.srcuname", "Source process user name", FT_STRING, .flags = GENERATED },
    [TCP_PROC_SRCCMD] = { "tcp.proc.srccmd", "Source process name", FT_STRING, .flags = GENERATED },
    [TCP_PROC_DSTUID] = { "tcp.proc.dstuid", "Destination process user ID", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_PROC_DSTPID] = { "tcp.proc.dstpid", "Destination process ID", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TCP_PROC_DSTUNAME] = { "tcp.proc.dstuname", "Destination process user name", FT_STRING, .flags = GENERATED },
    [TCP_PROC_DSTCMD] = { "tcp.proc.dstcmd", "Destination process name", FT_STRING, .flags = GENERATED },
    [TCP_SEGMENT_DATA] = { "tcp.segment_data", "TCP segment data", FT_BYTES, .flags = ABOVE, .label_fn = payload_label },
    [TCP_PAYLOAD] = { "tcp.payload", "TCP payload", FT_BYTES, .label_fn = payload_label },
    [TCP_OPT_SCPS_BINDING_DATA] = { "tcp.options.scps.binding.data", "Binding Space Data", FT_BYTES },
    [TCP_RVBD_PROBE_RESERVED] = { "tcp.options.rvbd.probe.reserved", "Reserved", FT_UINT8, BASE_HEX },
    [TCP_FIN_RETRANSMISSION] = { "tcp.fin_retransmission", "Retransmission of FIN from frame", FT_FRAMENUM,
                              .flags = GENERATED },
    [TCP_RESET_CAUSE] = { "tcp.reset_cause", "Reset cause", FT_STRING },
    [TCP_SYNCOOKIE_TIME] = { "tcp.syncookie.time", "SYN Cookie Time", FT_UINT8, BASE_DEC },
    [TCP_SYNCOOKIE_MSS] = { "tcp.syncookie.mss", "SYN Cookie Maximum Segment Size", FT_UINT8, BASE_DEC },
    [TCP_SYNCOOKIE_HASH] = { "tcp.syncookie.hash", "SYN Cookie hash", FT_UINT24, BASE_HEX },
    [TCP_OPT_SYNCOOKIE_TIMESTAMP] = { "tcp.options.timestamp.tsval.syncookie.timestamp", "SYN Cookie Timestamp",
                              FT_UINT32, BASE_DEC },
    [TCP_OPT_SYNCOOKIE_ECN] = { "tcp.options.timestamp.tsval.syncookie.ecn", "SYN Cookie ECN", FT_BOOLEAN },
    [TCP_OPT_SYNCOOKIE_SACK] = { "tcp.options.timestamp.tsval.syncookie.sack", "SYN Cookie SACK", FT_BOOLEAN },
    [TCP_OPT_SYNCOOKIE_WSCALE] = { "tcp.options.timestamp.tsval.syncookie.wscale", "SYN Cookie WScale", FT_UINT8,
                              BASE_DEC },
    [TCP_OPTION_NOP] = { "tcp.options.nop", "TCP Option - No-Operation (NOP)", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_EOL] = { "tcp.options.eol", "TCP Option - End of Option List (EOL)", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_TIMESTAMP] = { "tcp.options.timestamp", "TCP Option - Timestamps", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_MSS] = { "tcp.options.mss", "TCP Option - Maximum segment size", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_WSCALE] = { "tcp.options.wscale", "TCP Option - Window scale", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_SACK_PERM] = { "tcp.options.sack_perm", "TCP Option - SACK permitted", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_SACK] = { "tcp.options.sack", "TCP Option - SACK", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_ECHO] = { "tcp.options.echo", "TCP Option - Echo", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_ECHOREPLY] = { "tcp.options.echoreply", "TCP Option - Echo reply", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_CC] = { "tcp.options.cc", "TCP Option - CC", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_CCNEW] = { "tcp.options.ccnew", "TCP Option - CC.NEW", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_CCECHO] = { "tcp.options.ccecho", "TCP Option - CC.ECHO", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_AO] = { "tcp.options.ao", "TCP Option - TCP AO", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_MD5] = { "tcp.options.md5", "TCP Option - TCP MD5 signature", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_SCPS] = { "tcp.options.scps", "TCP Option - SCPS capabilities", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_SNACK] = { "tcp.options.snack", "TCP Option - Selective Negative Acknowledgment", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_SCPSREC] = { "tcp.options.scpsrec", "TCP Option - SCPS record boundary", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_SCPSCOR] = { "tcp.options.scpscor", "TCP Option - SCPS corruption experienced", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_QS] = { "tcp.options.qs", "TCP Option - Quick-Start", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_USER_TO] = { "tcp.options.user_to", "TCP Option - User Timeout", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_TFO] = { "tcp.options.tfo", "TCP Option - TCP Fast Open", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_ACC_ECN] = { "tcp.options.acc_ecn", "TCP Option - Accurate ECN", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_OPTION_RVBD_PROBE] = { "tcp.options.rvbd.probe", "TCP Option - Riverbed Probe", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_RVBD_TRPY] = { "tcp.options.rvbd.trpy", "TCP Option - Riverbed Transparency", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_EXPERIMENTAL] = { "tcp.options.experimental", "TCP Option - Experimental", FT_BYTES,
                              .flags = PSEUDO_PROTOCOL, .label_fn = tcp_option_label },
    [TCP_OPTION_UNKNOWN] = { "tcp.options.unknown", "TCP Option - Unknown", FT_BYTES, .flags = PSEUDO_PROTOCOL,
                              .label_fn = tcp_option_label },
    [TCP_TIMESTAMPS] = { "", "Timestamps", FT_NONE, .flags = GENERATED },
    [TCP_SHORT_TEXT] = { "", SHORT_SEGMENT, FT_NONE },
    [TCP_SUBOPTION_TEXT] = { "", "suboption would go past end of option", FT_NONE },
    [TCP_DSACK_TEXT] = { "", "D-SACK Sequence", FT_NONE },
    [TCP_PADDING_TEXT] = { "", "Non-zero header padding", FT_NONE },
    [TCP_OPTION_BAD] = { "", "", FT_NONE, .label_fn = tcp_option_trouble },
    [TCP_DUP_ACK_TEXT] = { "tcp.analysis.duplicate_ack", "This is a TCP duplicate ack", FT_NONE, .flags = GENERATED },
    [TCP_RETRANSMITTED] = { "tcp.segment_data", "TCP segment data", FT_BYTES, .flags = ABOVE, .label_fn = retransmitted_label },
    [TCP_SEQ_PLAIN] = { "tcp.seq", "Sequence Number", FT_UINT32, BASE_DEC },
};

static void sb_server_port(struct strbuf *sb, const struct dissect *d, const uint8_t *port)
{
    sb_str(sb, ": server port ");
    sb_port(sb, d, PORT_TCP, be16(port));
}

static void syn_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "Connection establish request (SYN)");
    sb_server_port(sb, d, n->v.arg);
}

static void synack_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "Connection establish acknowledge (SYN+ACK)");
    sb_server_port(sb, d, n->v.arg);
}

static void bogus_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tcp_segment *t = n->v.arg;
    (void)d;
    sb_str(sb, "Bogus TCP header length (");
    sb_uint(sb, t != NULL ? t->header_length : 0);
    sb_str(sb, ", must be at least 20)");
}

static void duplicate_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tcp_segment *t = n->v.arg;
    (void)d;
    sb_str(sb, "Duplicate ACK (#");
    sb_uint(sb, t != NULL ? t->facts.duplicate_number : 0);
    sb_char(sb, ')');
}

const struct note_def tcp_notes[TCP_NOTES] = {
    [TCP_NOTE_OPTION_LENGTH] = { "tcp.option.len.invalid", "Invalid length for option", SEV_NOTE, GROUP_SEQUENCE,
                              tcp_option_trouble },
    [TCP_NOTE_RETRANSMISSION] = { "tcp.analysis.retransmission", "This frame is a (suspected) retransmission",
                              SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_FAST_RETRANSMISSION] = { "tcp.analysis.fast_retransmission",
                              "This frame is a (suspected) fast retransmission", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_SPURIOUS_RETRANSMISSION] = { "tcp.analysis.spurious_retransmission",
                              "This frame is a (suspected) spurious retransmission", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_OUT_OF_ORDER] = { "tcp.analysis.out_of_order", "This frame is a (suspected) out-of-order segment",
                              SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_REUSED_PORTS] = { "tcp.analysis.reused_ports",
                              "A new tcp session is started with the same ports as an earlier session in this trace",
                              SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_LOST_SEGMENT] = { "tcp.analysis.lost_segment",
                              "Previous segment(s) not captured (common at capture start)", SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_ACK_LOST_SEGMENT] = { "tcp.analysis.ack_lost_segment",
                              "ACKed segment that wasn't captured (common at capture start)", SEV_WARN,
                              GROUP_SEQUENCE },
    [TCP_NOTE_WINDOW_UPDATE] = { "tcp.analysis.window_update", "TCP window update", SEV_CHAT, GROUP_SEQUENCE },
    [TCP_NOTE_WINDOW_FULL] = { "tcp.analysis.window_full",
                              "TCP window specified by the receiver is now completely full", SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_KEEP_ALIVE] = { "tcp.analysis.keep_alive", "TCP keep-alive segment", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_KEEP_ALIVE_ACK] = { "tcp.analysis.keep_alive_ack", "ACK to a TCP keep-alive segment", SEV_NOTE,
                              GROUP_SEQUENCE },
    [TCP_NOTE_ZERO_WINDOW_PROBE] = { "tcp.analysis.zero_window_probe", "TCP Zero Window Probe", SEV_NOTE,
                              GROUP_SEQUENCE },
    [TCP_NOTE_ZERO_WINDOW] = { "tcp.analysis.zero_window", "TCP Zero Window segment", SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_ZERO_WINDOW_PROBE_ACK] = { "tcp.analysis.zero_window_probe_ack", "ACK to a TCP Zero Window Probe",
                              SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_TFO_SYN] = { "tcp.analysis.tfo_syn", "TCP SYN with TFO Cookie", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_TFO_ACK] = { "tcp.analysis.tfo_ack", "TCP SYN-ACK accepting TFO data", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_TFO_IGNORED] = { "tcp.analysis.tfo_ignored", "TCP SYN-ACK ignoring TFO data", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_FIN_ACTIVE] = { "tcp.connection.fin_active", "This frame initiates the connection closing", SEV_NOTE,
                              GROUP_SEQUENCE },
    [TCP_NOTE_FIN_PASSIVE] = { "tcp.connection.fin_passive", "This frame undergoes the connection closing", SEV_NOTE,
                              GROUP_SEQUENCE },
    [TCP_NOTE_DSACK] = { "tcp.options.sack.dsack", "D-SACK Sequence", SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_SNACK_SEQUENCE] = { "tcp.options.snack.sequence", "SNACK Sequence", SEV_NOTE, GROUP_SEQUENCE },
    [TCP_NOTE_WSCALE_INVALID] = { "tcp.options.wscale.shift.invalid", "Window scale shift exceeds 14", SEV_WARN,
                              GROUP_PROTOCOL },
    [TCP_NOTE_MSS_ABSENT] = { "tcp.options.mss.absent", "The SYN packet does not contain a MSS option", SEV_NOTE,
                              GROUP_PROTOCOL },
    [TCP_NOTE_MSS_PRESENT] = { "tcp.options.mss.present", "The non-SYN packet does contain a MSS option", SEV_WARN,
                              GROUP_PROTOCOL },
    [TCP_NOTE_SHORT_SEGMENT] = { "tcp.short_segment", SHORT_SEGMENT, SEV_WARN, GROUP_MALFORMED },
    [TCP_NOTE_ACK_NONZERO] = { "tcp.ack.nonzero",
                              "The acknowledgment number field is nonzero while the ACK flag is not set", SEV_NOTE,
                              GROUP_PROTOCOL },
    [TCP_NOTE_SYNACK] = { "tcp.connection.synack", "Connection establish acknowledge (SYN+ACK)", SEV_CHAT,
                              GROUP_SEQUENCE, synack_text },
    [TCP_NOTE_SYN] = { "tcp.connection.syn", "Connection establish request (SYN)", SEV_CHAT, GROUP_SEQUENCE,
                              syn_text },
    [TCP_NOTE_FIN] = { "tcp.connection.fin", "Connection finish (FIN)", SEV_CHAT, GROUP_SEQUENCE },
    [TCP_NOTE_RST] = { "tcp.connection.rst", "Connection reset (RST)", SEV_WARN, GROUP_SEQUENCE },
    [TCP_NOTE_CHECKSUM_FFFF] = { "tcp.checksum.ffff", "TCP Checksum 0xffff instead of 0x0000 (see RFC 1624)",
                              SEV_WARN, GROUP_CHECKSUM },
    [TCP_NOTE_CHECKSUM_BAD] = { "tcp.checksum_bad.expert", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM,
                              checksum_bad_text },
    [TCP_NOTE_URGENT_NONZERO] = { "tcp.urgent_pointer.non_zero",
                              "The urgent pointer field is nonzero while the URG flag is not set", SEV_NOTE,
                              GROUP_PROTOCOL },
    [TCP_NOTE_SUBOPTION] = { "tcp.suboption_malformed", "suboption would go past end of option", SEV_ERROR,
                              GROUP_MALFORMED },
    [TCP_NOTE_NOP] = { "tcp.nop", "4 NOP in a row - a router may have removed some options", SEV_WARN, GROUP_PROTOCOL },
    [TCP_NOTE_PADDING] = { "tcp.non_zero_bytes_after_eol", "Non-zero header padding", SEV_ERROR, GROUP_PROTOCOL },
    [TCP_NOTE_HEADER_BOGUS] = { "tcp.bogus_header_length", "Bogus TCP Header length", SEV_ERROR, GROUP_PROTOCOL,
                              bogus_text },
    [TCP_NOTE_DUPLICATE_ACK] = { "tcp.analysis.duplicate_ack", "Duplicate ACK", SEV_NOTE, GROUP_SEQUENCE, duplicate_text },
};

VALUES(scalings, { 0, "0 (no scaling)" }, { 1, "1 (multiply by 2)" }, { 2, "2 (multiply by 4)" },
       { 3, "3 (multiply by 8)" }, { 4, "4 (multiply by 16)" }, { 5, "5 (multiply by 32)" },
       { 6, "6 (multiply by 64)" }, { 7, "7 (multiply by 128)" },
       { 8, "8 (multiply by 256)" }, { 9, "9 (multiply by 512)" }, { 10, "10 (multiply by 1024)" },
       { 11, "11 (multiply by 2048)" }, { 12, "12 (multiply by 4096)" }, { 13, "13 (multiply by 8192)" },
       { 14, "14 (multiply by 16384)" }, { UINT32_MAX, "Not known" });

VALUES(modes, { TCP_MODE_WIRESHARK, "wireshark" }, { TCP_MODE_STRICT, "strict" });

const struct pref tcp_prefs[TCP_PREFS] = {
    [TCP_PREF_SUMMARY] = { "summary_in_tree", "Show ports and numbers in the heading", PREF_BOOL, 1 },
    [TCP_PREF_CHECK_CHECKSUM] = { "check_checksum", "Validate the checksum if possible", PREF_BOOL, 0 },
    [TCP_PREF_DESEGMENT] = { "desegment_tcp_streams", "Put messages of several segments together", PREF_BOOL, 1 },
    [TCP_PREF_OUT_OF_ORDER] = { "reassemble_out_of_order", "Put segments in order first", PREF_BOOL, 0 },
    [TCP_PREF_ANALYZE] = { "analyze_sequence_numbers", "Follow sequence numbers", PREF_BOOL, 1 },
    [TCP_PREF_RELATIVE] = { "relative_sequence_numbers", "Count sequence numbers from the first", PREF_BOOL, 1 },
    [TCP_PREF_WINDOW_SCALING] = { "default_window_scaling", "Window scale where none was seen", PREF_ENUM, UINT32_MAX, .choices = &scalings },
    [TCP_PREF_BYTES_IN_FLIGHT] = { "track_bytes_in_flight", "Work out the bytes in flight", PREF_BOOL, 1 },
    [TCP_PREF_BIF_BY_SEQUENCE] = { "bif_seq_based", "Bytes in flight by sequence numbers", PREF_BOOL, 0 },
    [TCP_PREF_CALCULATE_TIMESTAMPS] = { "calculate_timestamps", "Work out times within the conversation", PREF_BOOL, 1 },
    [TCP_PREF_HEURISTIC_FIRST] = { "try_heuristic_first", "Guess the payload's protocol before looking at ports", PREF_BOOL, 0 },
    [TCP_PREF_IGNORE_TIMESTAMPS] = { "ignore_tcp_timestamps", "Leave timestamps out of the packet list", PREF_BOOL, 0 },
    [TCP_PREF_FAST_OVER_OOO] = { "fastrt_supersedes_ooo", "Prefer fast retransmission to out of order", PREF_BOOL, 1 },
    [TCP_PREF_NO_SUBDISSECTOR] = { "no_subdissector_on_error", "Leave repeated segments undissected", PREF_BOOL, 1 },
    [TCP_PREF_EXPERIMENTAL] = { "dissect_experimental_options_rfc6994", "Experimental options begin with an identifier", PREF_BOOL, 1 },
    [TCP_PREF_PROCESS_INFO] = { "display_process_info_from_ipfix", "Show processes that IPFIX tells of", PREF_BOOL, 0 },
    [TCP_PREF_SYN_COOKIE] = { "read_seq_as_syn_cookie", "Read sequence numbers as SYN cookies", PREF_BOOL, 0 },
    [TCP_PREF_MODE] = { "analysis_mode", "How retransmissions are told from reordering", PREF_ENUM, TCP_MODE_WIRESHARK, .choices = &modes },
};
