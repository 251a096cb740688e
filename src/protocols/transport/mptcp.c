/* mptcp.c - Multipath TCP, RFC 6824 and 8684: what TCP option 30 holds.  tcp_options.c calls it for each such option,
   with the segment's flags as the variant. */
#include "protocols/transport/mptcp.h"

enum { MPTCP, KIND, LENGTH, SUBTYPE, VERSION, RESERVED, FLAGS, BACKUP, CHECKSUM_REQUIRED, EXTENSIBILITY, NO_MORE_SUBFLOWS, SHA1, SHA256, RESERVED_FLAGS, RESERVED_FLAGS_1,
       DATA_FIN, DSN_8, DSN_PRESENT, ACK_8, ACK_PRESENT, FLAG_U, FLAG_V, FLAG_W, FLAG_T, RESET_REASON, ADDRESS_ID, SENDER_KEY,
       RECEIVER_KEY, RECEIVER_TOKEN, SENDER_RANDOM, SENDER_TRUNCATED_HMAC, SENDER_HMAC, TRUNCATED_HMAC, RAW_ACK, RAW_DSN, RAW_DSN_PLAIN,
       SUBFLOW_SEQ, DATA_LENGTH, CHECKSUM, IP_VERSION, ECHO, IPV4, IPV6, PORT, ACK, ACK_ABSOLUTE, DSN, RAW_DSN_64,
       RAW_DSN_64_ALONE, DSS_DSN, DSS_DSN_ABSOLUTE, EXPECTED_IDSN, EXPECTED_TOKEN, ANALYSIS, MASTER, STREAM, SUBFLOWS,
       RELATED_MAPPING, REINJECTION_OF, REINJECTED_IN, REMOVED };
enum { KEY_MISMATCH, MISSING_ALGORITHM, UNSUPPORTED_ALGORITHM, INFINITE_MAPPING, MISSING_MAPPING };

VALUES(subtypes, { 0, "Multipath Capable" }, { 1, "Join Connection" }, { 2, "Data Sequence Signal" }, { 3, "Add Address" },
       { 4, "Remove Address" }, { 5, "Change Subflow Priority" }, { 6, "TCP Fallback" }, { 7, "Fast Close" }, { 8, "TCP Reset" });
VALUES(reset_reasons, { 0, "Unspecified error" }, { 1, "MPTCP-specific error" }, { 2, "Lack of resources" },
       { 3, "Administratively prohibited" }, { 4, "Too much outstanding data" }, { 5, "Unacceptable performance" },
       { 6, "Middlebox interference" });

static void mptcp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->len > 2 ? node_bytes(d, n, 2, 1) : NULL;
    if (p == NULL)
        return;
    const char *name = values_find(&subtypes, *p >> 4);
    sb_str(sb, ": ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", *p >> 4);
}

static void flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const names[] = { ", Flag U", ", Flag V", ", Flag W", ", Transient" };
    if (annotation(d, n) == NULL)
        return;
    for (unsigned i = 0; i < 4; i++)
        if (n->v.u >> (3 - i) & 1)
            sb_str(sb, names[i]);
}

static void width_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->len == 8)
        sb_str(sb, " (64bits)");
}

static void version_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->len == 8 ? "  (64bits version)" : "  (32bits version)");
}

static void master_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *stream = annotation(d, n);
    sb_str(sb, "Master flow: ");
    if (stream != NULL)
        sb_printf(sb, "Master is tcp stream %u", *stream);
    else
        sb_str(sb, "False");
}

static const struct unit unit_relative = { " (Relative)", " (Relative)" };
static const struct unit unit_64_bits = { " (64bits version)", " (64bits version)" };

static const struct field fields[] = {
    [MPTCP] = { "mptcp", "Multipath Transmission Control Protocol", FT_PROTOCOL, .suffix = mptcp_label },
    [KIND] = { "tcp.option_kind", "Kind", FT_UINT8, BASE_DEC, .values = &tcp_option_kinds },
    [LENGTH] = { "tcp.option_len", "Length", FT_UINT8, BASE_DEC },
    [SUBTYPE] = { "tcp.options.mptcp.subtype", "Multipath TCP subtype", FT_UINT8, BASE_DEC, .mask = 0xf0, .values = &subtypes },
    [VERSION] = { "tcp.options.mptcp.version", "Multipath TCP version", FT_UINT8, BASE_DEC, .mask = 0xf },
    [RESERVED] = { "tcp.options.mptcp.reserved", "Reserved", FT_UINT16, BASE_HEX, .mask = 0xfff },
    [FLAGS] = { "tcp.options.mptcp.flags", "Multipath TCP flags", FT_UINT8, BASE_HEX, .suffix = flags_suffix },
    [BACKUP] = { "tcp.options.mptcp.backup.flag", "Backup flag", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [CHECKSUM_REQUIRED] = { "tcp.options.mptcp.checksumreq.flags", "Checksum required", FT_UINT8, BASE_DEC, .mask = 0x80 },
    [EXTENSIBILITY] = { "tcp.options.mptcp.extensibility.flag", "Extensibility", FT_UINT8, BASE_DEC, .mask = 0x40 },
    [NO_MORE_SUBFLOWS] = { "tcp.options.mptcp.nomoresubflows.flag",
                           "Do not attempt to establish new subflows to this address and port", FT_UINT8, BASE_DEC, .mask = 0x20 },
    [SHA1] = { "tcp.options.mptcp.sha1.flag", "Use HMAC-SHA1", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [SHA256] = { "tcp.options.mptcp.sha256.flag", "Use HMAC-SHA256", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [RESERVED_FLAGS] = { "tcp.options.mptcp.reserved.flag", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x3e },
    [RESERVED_FLAGS_1] = { "tcp.options.mptcp.reserved.flag", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x1e },
    [DATA_FIN] = { "tcp.options.mptcp.datafin.flag", "DATA_FIN", FT_UINT8, BASE_DEC, .mask = 0x10 },
    [DSN_8] = { "tcp.options.mptcp.dseqn8.flag", "Data Sequence Number is 8 octets", FT_UINT8, BASE_DEC, .mask = 0x8 },
    [DSN_PRESENT] = { "tcp.options.mptcp.dseqnpresent.flag",
                      "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum present", FT_UINT8, BASE_DEC, .mask = 0x4 },
    [ACK_8] = { "tcp.options.mptcp.dataack8.flag", "Data ACK is 8 octets", FT_UINT8, BASE_DEC, .mask = 0x2 },
    [ACK_PRESENT] = { "tcp.options.mptcp.dataackpresent.flag", "Data ACK is present", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [FLAG_U] = { "tcp.options.mptcp.flag_U.flag", "Flag U", FT_BOOLEAN, BITS_4, .mask = 0x8, .truth = &truth_set },
    [FLAG_V] = { "tcp.options.mptcp.flag_V.flag", "Flag V", FT_BOOLEAN, BITS_4, .mask = 0x4, .truth = &truth_set },
    [FLAG_W] = { "tcp.options.mptcp.flag_W.flag", "Flag W", FT_BOOLEAN, BITS_4, .mask = 0x2, .truth = &truth_set },
    [FLAG_T] = { "tcp.options.mptcp.flag_T.flag", "Transient", FT_BOOLEAN, BITS_4, .mask = 0x1, .truth = &truth_set },
    [RESET_REASON] = { "tcp.options.mptcp.rst_reason", "TCPRST Reason", FT_UINT8, BASE_HEX, .values = &reset_reasons },
    [ADDRESS_ID] = { "tcp.options.mptcp.addrid", "Address ID", FT_UINT8, BASE_DEC },
    [SENDER_KEY] = { "tcp.options.mptcp.sendkey", "Sender's Key", FT_UINT64, BASE_DEC },
    [RECEIVER_KEY] = { "tcp.options.mptcp.recvkey", "Receiver's Key", FT_UINT64, BASE_DEC },
    [RECEIVER_TOKEN] = { "tcp.options.mptcp.recvtok", "Receiver's Token", FT_UINT32, BASE_DEC },
    [SENDER_RANDOM] = { "tcp.options.mptcp.sendrand", "Sender's Random Number", FT_UINT32, BASE_DEC },
    [SENDER_TRUNCATED_HMAC] = { "tcp.options.mptcp.sendtrunchmac", "Sender's Truncated HMAC", FT_UINT64, BASE_DEC },
    [SENDER_HMAC] = { "tcp.options.mptcp.sendhmac", "Sender's HMAC", FT_BYTES },
    [TRUNCATED_HMAC] = { "tcp.options.mptcp.addaddrtrunchmac", "Truncated HMAC", FT_UINT64, BASE_DEC },
    [RAW_ACK] = { "tcp.options.mptcp.rawdataack", "Original MPTCP Data ACK", FT_UINT64, BASE_DEC, .suffix = width_suffix },
    [RAW_DSN] = { "tcp.options.mptcp.rawdataseqno", "Data Sequence Number", FT_UINT64, BASE_DEC, .suffix = version_suffix },
    [RAW_DSN_PLAIN] = { "tcp.options.mptcp.rawdataseqno", "Data Sequence Number", FT_UINT64, BASE_DEC },
    [SUBFLOW_SEQ] = { "tcp.options.mptcp.subflowseqno", "Subflow Sequence Number", FT_UINT32, BASE_DEC },
    [DATA_LENGTH] = { "tcp.options.mptcp.datalvllen", "Data-level Length", FT_UINT16, BASE_DEC },
    [CHECKSUM] = { "tcp.options.mptcp.checksum", "Checksum", FT_UINT16, BASE_HEX },
    [IP_VERSION] = { "tcp.options.mptcp.ipver", "IP version", FT_UINT8, BASE_DEC, .mask = 0xf },
    [ECHO] = { "tcp.options.mptcp.echo", "Echo", FT_UINT8, BASE_DEC, .mask = 0x1 },
    [IPV4] = { "tcp.options.mptcp.ipv4", "Advertised IPv4 Address", FT_IPv4 },
    [IPV6] = { "tcp.options.mptcp.ipv6", "Advertised IPv6 Address", FT_IPv6 },
    [PORT] = { "tcp.options.mptcp.port", "Advertised port", FT_UINT16, BASE_DEC },
    [ACK] = { "mptcp.ack", "Multipath TCP Data ACK", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED, .unit = &unit_relative },
    [ACK_ABSOLUTE] = { "mptcp.ack", "Multipath TCP Data ACK", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED },
    [DSN] = { "mptcp.dsn", "Data Sequence Number", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED, .unit = &unit_relative },
    [RAW_DSN_64] = { "mptcp.rawdsn64", "Raw Data Sequence Number", FT_UINT64, BASE_DEC, .flags = NUMBERED },
    [RAW_DSN_64_ALONE] = { "mptcp.rawdsn64", "Raw Data Sequence Number", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED },
    [DSS_DSN] = { "mptcp.dss.dsn", "DSS Data Sequence Number", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED, .unit = &unit_relative },
    [DSS_DSN_ABSOLUTE] = { "mptcp.dss.dsn", "DSS Data Sequence Number", FT_UINT64, BASE_DEC, .flags = GENERATED | NUMBERED },
    [EXPECTED_IDSN] = { "mptcp.expected_idsn", "Subflow expected IDSN", FT_UINT64, BASE_DEC, .flags = GENERATED, .unit = &unit_64_bits },
    [EXPECTED_TOKEN] = { "mptcp.expected_token", "Subflow token generated from key", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [ANALYSIS] = { "mptcp.analysis", "MPTCP analysis", FT_NONE, .flags = GENERATED | NUMBERED },
    [MASTER] = { "mptcp.master", "Master flow", FT_BOOLEAN, .flags = GENERATED | NUMBERED, .label_fn = master_label },
    [STREAM] = { "mptcp.stream", "Stream index", FT_UINT32, BASE_DEC, .flags = GENERATED | NUMBERED },
    [SUBFLOWS] = { "mptcp.analysis.subflows", "TCP subflow stream id(s)", FT_STRING, .flags = GENERATED | NUMBERED },
    [RELATED_MAPPING] = { "mptcp.related_mapping", "Related mapping", FT_FRAMENUM, .flags = GENERATED | LINKED | NUMBERED },
    [REINJECTION_OF] = { "mptcp.reinjection_of", "Reinjection of", FT_FRAMENUM, .flags = GENERATED | NUMBERED },
    [REINJECTED_IN] = { "mptcp.reinjected_in", "Data reinjected in", FT_FRAMENUM, .flags = GENERATED | LINKED | NUMBERED },
    [REMOVED] = { "mptcp.rm_addr.count", "Number of removed addresses", FT_UINT8, BASE_DEC, .flags = GENERATED },
};
static const struct note_def notes[] = {
    [KEY_MISMATCH] = { "mptcp.connection.echoed_key_mismatch",
                       "The echoed key in the ACK of the MPTCP handshake does not match the key of the SYN/ACK", SEV_WARN, GROUP_PROTOCOL },
    [MISSING_ALGORITHM] = { "mptcp.connection.missing_algorithm", "No crypto algorithm specified", SEV_WARN, GROUP_PROTOCOL },
    [UNSUPPORTED_ALGORITHM] = { "mptcp.connection.unsupported_algorithm", "Unsupported algorithm", SEV_WARN, GROUP_PROTOCOL },
    [INFINITE_MAPPING] = { "mptcp.dss.infinite_mapping", "Fallback to infinite mapping", SEV_WARN, GROUP_PROTOCOL },
    [MISSING_MAPPING] = { "mptcp.dss.missing_mapping", "No mapping available", SEV_WARN, GROUP_PROTOCOL },
};

static const struct pref prefs[MPTCP_PREFS] = {
    [MPTCP_PREF_ANALYZE] = { "analyze_mptcp", "Map TCP connections to sessions", PREF_BOOL, 1 },
    [MPTCP_PREF_RELATIVE] = { "relative_sequence_numbers", "Count data sequence numbers from the first", PREF_BOOL, 1 },
    [MPTCP_PREF_MAPPINGS] = { "analyze_mappings", "Find out which data a segment carries", PREF_BOOL, 0 },
    [MPTCP_PREF_REINJECTIONS] = { "intersubflows_retransmission", "Find data sent on several connections", PREF_BOOL, 0 },
};

/* c: after kind and length; wire: what the option has. */

/* What follows from a key; c: behind it. */
static void key_facts(struct dissect *d, struct cursor c, uint32_t version, uint64_t key, bool mismatch)
{
    struct mptcp_key found;
    if (d->stop != STOP_NONE || !mptcp_key_derive(version, key, &found))
        return;
    emit_value(d, c, EXPECTED_TOKEN, 0, 0, found.token);
    uint32_t n = emit_value(d, c, EXPECTED_IDSN, 0, 0, found.idsn);
    if (mismatch)
        note_on(d, n, KEY_MISMATCH, NULL);
}

/* The receiver's key is repeated by whoever answers it. */
static bool key_differs(struct dissect *d, struct cursor c)
{
    const struct mptcp_flow *f = c.wire >= 16 ? mptcp_flow_here(d) : NULL;
    if (f == NULL)
        return false;
    const struct mptcp_end *other = mptcp_sender(f, flow_direction(f->flow, d) ^ 1);
    return other->keyed && other->key.key != get64(d, c, 8);
}

static void capable(struct dissect *d, struct cursor c)
{
    uint32_t version = get8(d, c, 0) & 15, flags = get8(d, c, 1);
    emit_at(d, c, VERSION, 0, 1);
    uint32_t n = emit_at(d, c, FLAGS, 1, 1);
    down(d);
    emit_at(d, c, CHECKSUM_REQUIRED, 1, 1);
    emit_at(d, c, EXTENSIBILITY, 1, 1);
    if (version == 1)
        emit_at(d, c, NO_MORE_SUBFLOWS, 1, 1);
    emit_at(d, c, version == 1 ? SHA256 : SHA1, 1, 1);
    emit_at(d, c, version == 1 ? RESERVED_FLAGS_1 : RESERVED_FLAGS, 1, 1);
    up(d);
    if ((flags & 0x3f) == 0)
        note_on(d, n, MISSING_ALGORITHM, NULL);
    if ((flags & 0x3f) != 1)
        note_on(d, n, UNSUPPORTED_ALGORITHM, NULL);
    cursor_skip(&c, 2);
    if (c.wire >= 8) {
        bool mismatch = key_differs(d, c);
        uint64_t key = add_uint(d, &c, SENDER_KEY, 8);
        key_facts(d, c, version, key, mismatch);
    }
    if (c.wire >= 8)
        add_item(d, &c, RECEIVER_KEY, 8);
    if (c.wire >= 2)
        add_item(d, &c, DATA_LENGTH, 2);
    if (c.wire >= 2)
        add_item(d, &c, CHECKSUM, 2);
}

static void backup(struct dissect *d, struct cursor c)
{
    emit_at(d, c, FLAGS, 0, 1);
    down(d);
    emit_at(d, c, BACKUP, 0, 1);
    up(d);
}

static void join(struct dissect *d, struct cursor c)
{
    switch (c.wire) {
    case 10:
        backup(d, c);
        emit_at(d, c, ADDRESS_ID, 1, 1);
        emit_at(d, c, RECEIVER_TOKEN, 2, 4);
        emit_at(d, c, SENDER_RANDOM, 6, 4);
        return;
    case 14:
        backup(d, c);
        emit_at(d, c, ADDRESS_ID, 1, 1);
        emit_at(d, c, SENDER_TRUNCATED_HMAC, 2, 8);
        emit_at(d, c, SENDER_RANDOM, 10, 4);
        return;
    case 22:
        emit_at(d, c, RESERVED, 0, 2);
        emit_at(d, c, SENDER_HMAC, 2, 20);
        return;
    default: return;
    }
}

/* A data sequence number of that end, of which the packet has `width` bytes, as sessions count it. */
static void number_emit(struct dissect *d, struct cursor option, unsigned row, const struct mptcp_end *e,
                        uint64_t number, uint32_t width, enum mptcp_numbered which)
{
    if (!e->numbered || d->stop != STOP_NONE)
        return;
    if (width == 4)
        number = mptcp_widen(d, e, (uint32_t)number, which);
    bool relative = pref(d, MPTCP_PREF_RELATIVE) != 0;
    emit_value(d, option, relative ? row : row + 1, 0, 0, relative ? number - e->key.idsn : number);
}

static void mapping_emit(struct dissect *d, struct cursor c, uint32_t width, uint32_t heading)
{
    add_item(d, &c, RAW_DSN, width);
    add_item(d, &c, SUBFLOW_SEQ, 4);
    uint32_t length = get16(d, c, 0);
    add_item(d, &c, DATA_LENGTH, 2);
    if (c.wire >= 2)
        emit_at(d, c, CHECKSUM, 0, 2);
    if (length == 0 && d->stop == STOP_NONE)
        note_on(d, heading, INFINITE_MAPPING, NULL);  /* section 3.7 */
}

/* RFC 8684 section 3.3.  `option`: the whole option. */
static void data_sequence(struct dissect *d, struct cursor option, uint32_t heading)
{
    struct cursor c = cursor_at(option, 2);
    const struct mptcp_flow *f = mptcp_flow_here(d);
    unsigned side = f != NULL ? flow_direction(f->flow, d) : 0;
    uint32_t flags = get8(d, c, 1), ack = flags & 2 ? 8 : 4, width = flags & 8 ? 8 : 4;
    emit_at(d, c, FLAGS, 1, 1);
    down(d);
    for (unsigned row = DATA_FIN; row <= ACK_PRESENT; row++)
        emit_at(d, c, row, 1, 1);
    up(d);
    struct cursor at = c;
    cursor_skip(&at, 2);
    if (flags & 1) {
        uint64_t number = add_uint(d, &at, RAW_ACK, ack);
        if (f != NULL)
            number_emit(d, option, ACK, mptcp_sender(f, side ^ 1), number, ack, MPTCP_ACK);
    }
    if (!(flags & 4))
        return;
    uint64_t dsn = width == 8 ? get64(d, at, 0) : get32(d, at, 0);
    mapping_emit(d, at, width, heading);
    if (f != NULL)
        number_emit(d, option, DSS_DSN, mptcp_sender(f, side), dsn, width, MPTCP_DSN);
}

static void add_address(struct dissect *d, struct cursor c)
{
    uint32_t version = get8(d, c, 0) & 15;
    bool old = version == 4 || version == 6;
    emit_at(d, c, old ? IP_VERSION : ECHO, 0, 1);
    emit_at(d, c, ADDRESS_ID, 1, 1);
    bool six = old ? version == 6 : c.wire >= 18;
    cursor_skip(&c, 2);
    add_item(d, &c, six ? IPV6 : IPV4, six ? 16 : 4);
    if (c.wire == 2 || c.wire == 10)
        add_item(d, &c, PORT, 2);
    if (c.wire >= 8)
        add_item(d, &c, TRUNCATED_HMAC, 8);
}

static void remove_address(struct dissect *d, struct cursor c)
{
    emit_value(d, c, REMOVED, 0, 1, c.wire - 1);
    cursor_skip(&c, 1);
    while (more(d, &c))
        add_item(d, &c, ADDRESS_ID, 1);
}

static void reset(struct dissect *d, struct cursor c)
{
    annotate(d, emit_at(d, c, FLAGS, 0, 1), fields);
    down(d);
    for (unsigned row = FLAG_U; row <= FLAG_T; row++)
        emit_at(d, c, row, 0, 1);
    up(d);
    emit_at(d, c, RESET_REASON, 1, 1);
}

static struct verdict mptcp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "MPTCP");
    uint32_t heading = emit_protocol(d, c, c.wire < c.cap ? c.wire : c.cap, NULL);
    emit_at(d, c, KIND, 0, 1);
    emit_at(d, c, LENGTH, 1, 1);
    uint32_t subtype = get8(d, c, 2) >> 4;
    emit_at(d, c, SUBTYPE, 2, 1);
    struct cursor option = c;
    cursor_skip(&c, 2);
    switch (subtype) {
    case MPTCP_CAPABLE: capable(d, c); break;
    case MPTCP_JOIN: join(d, c); break;
    case MPTCP_DSS: data_sequence(d, option, heading); break;
    case MPTCP_ADD_ADDRESS: add_address(d, c); break;
    case MPTCP_REMOVE_ADDRESS: remove_address(d, c); break;
    case MPTCP_PRIORITY:
        backup(d, c);
        if (c.wire >= 2)
            emit_at(d, c, ADDRESS_ID, 1, 1);
        break;
    case MPTCP_FAIL:
        emit_at(d, c, RESERVED, 0, 2);
        emit_at(d, c, RAW_DSN_PLAIN, 2, 8);
        break;
    case MPTCP_FAST_CLOSE:
        emit_at(d, c, RESERVED, 0, 2);
        emit_at(d, c, RECEIVER_KEY, 2, 8);
        break;
    case MPTCP_RESET: reset(d, c); break;
    default: break;
    }
    return done();
}

/* --- what is known of the session ------------------------------------------------------------- */

enum { RELATED_MAX = 32, SUBFLOWS_TEXT_MAX = 4096 };

/* "2 1 0 ": the newest first. */
static void subflows_emit(struct dissect *d, struct cursor c, const struct mptcp_session *s)
{
    struct strbuf sb = { 0 };
    if (!wants(d, SUBFLOWS))
        return;
    for (const struct mptcp_flow *f = s->flows; f != NULL && sb.len < SUBFLOWS_TEXT_MAX; f = f->next)
        sb_printf(&sb, "%u ", flow_number(d, f->flow));
    char *text = packet_zero(d, sb.len + 1);
    if (text != NULL) {
        memcpy(text, sb_text(&sb), sb.len);
        emit_held(d, c, SUBFLOWS, 0, 0, text, (uint32_t)sb.len);
    }
    sb_free(&sb);
}

static void session_emit(struct dissect *d, struct cursor c, const struct mptcp_flow *f)
{
    const struct mptcp_session *s = f->session;
    uint32_t n = emit_value(d, c, MASTER, 0, 0, s->master == f), *stream;
    if (n != NO_NODE && s->master != NULL && (stream = packet_zero(d, sizeof *stream)) != NULL) {
        *stream = flow_number(d, s->master->flow);
        annotate(d, n, stream);
    }
    emit_value(d, c, STREAM, 0, 0, s->number);
    subflows_emit(d, c, s);
}

/* Whether the segment itself says which data it carries. */
static bool maps(const struct tcp_segment *t)
{
    uint32_t at = 20, len;
    const uint8_t *p;
    while ((p = tcp_option_next(t, TCP_KIND_MPTCP, &at, &len)) != NULL) {
        uint32_t off = len >= 4 && p[3] & 1 ? p[3] & 2 ? 12 : 8 : 4, width = len >= 4 && p[3] & 8 ? 8 : 4;
        if (len >= off + width + 6 && p[2] >> 4 == MPTCP_DSS && (p[3] & 4) && be16(p + off + width + 4) != 0)
            return true;
    }
    return false;
}

static void data_number_emit(struct dissect *d, struct cursor c, const struct mptcp_end *e, uint64_t number)
{
    bool relative = pref(d, MPTCP_PREF_RELATIVE) != 0;
    emit_value(d, c, relative ? RAW_DSN_64 : RAW_DSN_64_ALONE, 0, 0, number);
    if (relative)
        emit_value(d, c, DSN, 0, 0, number - e->key.idsn);
}

/* The data that the segment carries, or that would come next. */
static void data_emit(struct dissect *d, struct cursor c, const struct mptcp_flow *f, const struct tcp_segment *t,
                      uint32_t heading)
{
    const struct mptcp_mapping *related[RELATED_MAX];
    unsigned side = flow_direction(f->flow, d);
    const struct mptcp_side *from = &f->side[side];
    const struct mptcp_end *e = mptcp_sender(f, side);
    uint32_t ssn = t->seq - from->isn;
    uint32_t n = mptcp_mappings_of(d, &from->mappings, ssn, t->length, related, RELATED_MAX);
    for (uint32_t i = 0; i < n && t->length != 0; i++)
        emit_value(d, c, RELATED_MAPPING, 0, 0, related[i]->last_frame);
    const struct mptcp_mapping *m = mptcp_mapping_at(d, &from->mappings, ssn);
    if (m != NULL && m->known)
        data_number_emit(d, c, e, m->dsn + (uint32_t)(ssn - (uint32_t)m->ssn));
    else if (m == NULL && ssn <= 1 && e->keyed)
        data_number_emit(d, c, e, e->key.idsn + ssn);  /* the SYN stands for the number before the first byte's */
    else if (m == NULL && ssn > 1 && !maps(t))
        note_on(d, heading, MISSING_MAPPING, NULL);
    const struct mptcp_reinjection *again = mptcp_reinjection_here(d, f);
    if (again != NULL && again->of != 0)
        emit_value(d, c, REINJECTION_OF, 0, 0, again->of);
    if (again != NULL && again->in != 0)
        emit_value(d, c, REINJECTED_IN, 0, 0, again->in);
}

void mptcp_analysis_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    speak_as(d, &proto_mptcp);
    const struct mptcp_flow *f = mptcp_flow_here(d);
    if (f != NULL && pref(d, MPTCP_PREF_ANALYZE) && d->stop == STOP_NONE) {
        uint32_t heading = emit_value(d, c, ANALYSIS, 0, 0, 0);
        down(d);
        session_emit(d, c, f);
        if (pref(d, MPTCP_PREF_MAPPINGS) && f->side[flow_direction(f->flow, d)].opened)
            data_emit(d, c, f, t, heading);
        up(d);
    }
    speak_as(d, &proto_tcp);
}

PROTOCOL(mptcp,
    .name = "mptcp", .short_name = "MPTCP", .long_name = "Multipath Transmission Control Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), .run = mptcp_run, .keeps_state = true, .mingles = true
);
