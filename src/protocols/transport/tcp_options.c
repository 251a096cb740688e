/* tcp_options.c - TCP's options: RFC 9293, 7323, 2018, 2883, 2385, 5925, 5482, 7413, 4782, 6994, SCPS-TP, Riverbed's. */
#include "protocols/transport/tcp.h"

SHARED_VALUES(tcp_option_kinds,
             { 0, "End of Option List" }, { 1, "No-Operation" }, { 2, "Maximum Segment Size" },
             { 3, "Window Scale" }, { 4, "SACK Permitted" }, { 5, "SACK" }, { 6, "Echo" }, { 7, "Echo Reply" },
             { 8, "Time Stamp Option" }, { 9, "Partial Order Connection Permitted" },
             { 10, "Partial Order Service Profile" }, { 11, "CC" }, { 12, "CC.NEW" }, { 13, "CC.ECHO" },
             { 14, "TCP Alternate Checksum Request" }, { 15, "TCP Alternate Checksum Data" }, { 16, "Skeeter" },
             { 17, "Bubba" }, { 18, "Trailer Checksum Option" }, { 19, "MD5 Signature Option" },
             { 20, "SCPS Capabilities" }, { 21, "Selective Negative Acknowledgements" }, { 22, "Record Boundaries" },
             { 23, "Corruption experienced" }, { 24, "SNAP" }, { 25, "Unassigned" },
             { 26, "TCP Compression Filter" }, { 27, "Quick-Start Response" }, { 28, "User Timeout Option" },
             { 29, "The TCP Authentication Option" }, { 30, "Multipath TCP" }, { 34, "TCP Fast Open Cookie" },
             { 76, "Riverbed Probe" }, { 78, "Riverbed Transparency" }, { 172, "Accurate ECN Order 0" },
             { 174, "Accurate ECN Order 1" }, { 253, "RFC3692-style Experiment 1" },
             { 254, "RFC3692-style Experiment 2" });
SHARED_VALUES(tcp_quick_start_rates,
             { 0, "0 bit/s" }, { 1, "80 Kbit/s" }, { 2, "160 Kbit/s" }, { 3, "320 Kbit/s" }, { 4, "640 Kbit/s" },
             { 5, "1.28 Mbit/s" }, { 6, "2.56 Mbit/s" }, { 7, "5.12 Mbit/s" }, { 8, "10.24 Mbit/s" },
             { 9, "20.48 Mbit/s" }, { 10, "40.96 Mbit/s" }, { 11, "81.92 Mbit/s" }, { 12, "163.84 Mbit/s" },
             { 13, "327.68 Mbit/s" }, { 14, "655.36 Mbit/s" }, { 15, "1.31072 Gbit/s" });

enum { KIND_END, KIND_NOP, KIND_MSS, KIND_WSCALE, KIND_SACK_PERMITTED, KIND_SACK, KIND_ECHO, KIND_ECHO_REPLY, KIND_TIMESTAMP,
       KIND_CC = 11, KIND_CC_NEW, KIND_CC_ECHO, KIND_MD5 = 19, KIND_SCPS, KIND_SNACK, KIND_RECORD, KIND_CORRUPTION,
       KIND_QUICK_START = 27, KIND_USER_TIMEOUT, KIND_AO, KIND_FAST_OPEN = 34, KIND_RVBD_PROBE = 76,
       KIND_RVBD_TRANSPARENCY = 78, KIND_ACC_ECN_0 = 172, KIND_ACC_ECN_1 = 174, KIND_EXPERIMENT_1 = 253, KIND_EXPERIMENT_2 };
enum { EXID_FAST_OPEN = 0xf989 };

/* One kind of option.  `emit` gets the cursor at the kind byte, limited to the option, which has the right length;
   `detail` and `info` the option's bytes, at least two. */
struct option {
    uint8_t kind;
    uint8_t size;    /* with kind and length; 0: varies */
    uint8_t least;   /* if it varies */
    uint16_t row;
    const char *name;
    void (*emit)(struct dissect *d, struct cursor c, struct tcp_segment *t);
    void (*detail)(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base);
    void (*info)(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t);
    bool info_anyway;  /* even when the length is wrong */
};

/* --- what each option holds ------------------------------------------------------------------- */

static void mss_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_MSS_VAL, 2, 2);
}
static void mss_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_printf(sb, ": %u bytes", be16(p + 2));
}
static void mss_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_printf(sb, " MSS=%u", be16(p + 2));
}

static unsigned shift_of(const uint8_t *p) { return p[2] > 14 ? 14 : p[2]; }  /* RFC 7323 section 2.3 */

static void wscale_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    uint32_t shift = get8(d, c, 2);
    emit_at(d, c, TCP_OPT_WSCALE_SHIFT, 2, 1);
    if (shift > 14)
        note(d, TCP_NOTE_WSCALE_INVALID, NULL);
    emit_value(d, c, TCP_OPT_WSCALE_MULTIPLIER, 2, 1, 1u << (shift > 14 ? 14 : shift));
}
static void wscale_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_printf(sb, ": %u (multiply by %u)", p[2], 1u << shift_of(p));
}
static void wscale_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_printf(sb, " WS=%u", 1u << shift_of(p));
}

static void sack_permitted_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)p, (void)len, (void)t;
    sb_str(sb, " SACK_PERM");
}

static struct tcp_sack_block block_at(const uint8_t *p) { return (struct tcp_sack_block){ be32(p), be32(p + 4) }; }

/* RFC 2883 section 4: the first block repeats what was acknowledged, or lies within the second (NULL: there is none). */
static bool is_dsack(struct tcp_sack_block first, const struct tcp_sack_block *second, uint32_t ack)
{
    if (serial_after(ack, first.left) && (int32_t)(ack - first.right) >= 0)
        return true;
    return second != NULL && (int32_t)(first.left - second->left) >= 0 && (int32_t)(second->right - first.right) >= 0;
}

static void sack_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    uint32_t len = c.wire, at = 2, blocks = 0;
    for (; at < len && d->stop == STOP_NONE; blocks++) {
        bool whole = len - at >= 8;
        uint32_t edges = len - at >= 4 ? 4 : 0;
        if (edges != 0)
            emit_value(d, c, TCP_OPT_SACK_LE, at, 4, get32(d, c, at) - t->other_base);
        if (!whole) {
            emit_at(d, c, TCP_SUBOPTION_TEXT, at, edges != 0 ? 0 : len - at);
            note(d, TCP_NOTE_SUBOPTION, NULL);
            break;
        }
        emit_value(d, c, TCP_OPT_SACK_RE, at + 4, 4, get32(d, c, at + 4) - t->other_base);
        at += 8;
    }
    emit_value(d, c, TCP_OPT_SACK_COUNT, 0, 0, blocks);
    const uint8_t *p = cursor_peek(c, 0, len);
    if (p == NULL || len < 10) {
        if (len >= 6)
            emit_value(d, c, TCP_OPT_SACK_DSACK_LE, 2, 4, get32(d, c, 2) - t->other_base);
        malformed(d);
        return;
    }
    const struct tcp_sack_block second = len >= 18 ? block_at(p + 10) : (struct tcp_sack_block){ 0 };
    if (!is_dsack(block_at(p + 2), len >= 18 ? &second : NULL, t->ack))
        return;
    emit_value(d, c, TCP_OPT_SACK_DSACK_LE, 2, 4, be32(p + 2) - t->other_base);
    emit_value(d, c, TCP_OPT_SACK_DSACK_RE, 6, 4, be32(p + 6) - t->other_base);
    emit_at(d, c, TCP_DSACK_TEXT, 2, 8);
    note(d, TCP_NOTE_DSACK, NULL);
}
static void sack_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    for (uint32_t at = 2; at + 8 <= len; at += 8)
        sb_printf(sb, " %u-%u", be32(p + at) - base, be32(p + at + 4) - base);
}
static void sack_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    for (uint32_t at = 2; at + 8 <= len; at += 8)
        sb_printf(sb, " SLE=%u SRE=%u", be32(p + at) - t->other_base, be32(p + at + 4) - t->other_base);
}

static void echo_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_ECHO_VALUE, 2, 4);
}
static void echo_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_printf(sb, ": %u", be32(p + 2));
}
static void echo_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_printf(sb, " ECHO=%u", be32(p + 2));
}

static void timestamp_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_TIMESTAMP_TSVAL, 2, 4);
    emit_at(d, c, TCP_OPT_TIMESTAMP_TSECR, 6, 4);
}
static void timestamp_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_printf(sb, ": TSval %u, TSecr %u", be32(p + 2), be32(p + 6));
}
static void timestamp_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len;
    if (t->hide_timestamps)
        return;
    sb_told(sb, " TSval=", be32(p + 2));
    sb_told(sb, " TSecr=", be32(p + 6));
}

static void cc_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_CC_VALUE, 2, 4);
}
static void cc_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_printf(sb, " CC=%u", be32(p + 2));
}

static void md5_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_MD5_DIGEST, 2, 16);
}
static void md5_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)p, (void)len, (void)t;
    sb_str(sb, " MD5");
}

static void ao_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_AO_KEYID, 2, 1);
    emit_at(d, c, TCP_OPT_AO_RNEXTKEYID, 3, 1);
    if (c.wire > 4)
        emit_at(d, c, TCP_OPT_AO_MAC, 4, c.wire - 4);
}
static void ao_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)p, (void)len, (void)t;
    sb_str(sb, "TCP AO");
}

/* SCPS capabilities (CCSDS 714.0-B section 3.2): four bytes, or a list of longer ones. */
static const char *const scps_names[] = { "BETS", "SNACK1", "SNACK2", "COMP", "NLTS", "RESERVED" };

static void scps_names_add(struct strbuf *sb, uint8_t v)
{
    bool any = false;
    for (unsigned i = 0; i < ARRAY_LEN(scps_names); i++) {
        if (!(i < 5 ? v >> (7 - i) & 1 : v & 7))
            continue;
        if (any)
            sb_str(sb, ", ");
        sb_str(sb, scps_names[i]);
        any = true;
    }
}

void tcp_scps_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, " (");
    scps_names_add(sb, (uint8_t)n->v.u);
    sb_char(sb, ')');
}

static bool scps_extended(const uint8_t *p, uint32_t len)
{
    return len > 4 && p[2] != 0 && (len - 2) % 2 == 0 && len == 2 + (p[3] >> 4) * 2u;
}

static void scps_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    const uint8_t *p = cursor_peek(c, 0, c.wire);
    if (p == NULL || c.wire == 4) {
        emit_bits(d, c, 2, 1, TCP_OPT_SCPS_VECTOR, TCP_OPT_SCPS_VECTOR);
        down(d);
        for (unsigned row = TCP_OPT_SCPSFLAGS_BETS; row <= TCP_OPT_SCPSFLAGS_RESERVED; row++)
            emit_at(d, c, row, 2, 1);
        up(d);
        emit_at(d, c, TCP_OPT_SCPS_BINDING, 3, 1);
        return;
    }
    if (!scps_extended(p, c.wire))
        return;
    emit_at(d, c, TCP_OPT_SCPS_BINDING_ID, 2, 1);
    emit_value(d, c, TCP_OPT_SCPS_BINDING_LEN, 3, 1, (p[3] >> 4) * 2u);
    emit_at(d, c, TCP_OPT_SCPS_BINDING_DATA, 4, c.wire - 4);
}
static void scps_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)t;
    if (len != 4)
        return;
    sb_str(sb, " SCPS[");
    scps_names_add(sb, p[2]);
    sb_char(sb, ']');
    if (p[3] != 0)
        sb_printf(sb, " Connection ID=%u", p[3]);
}

static void snack_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_SNACK_OFFSET, 2, 2);
    emit_at(d, c, TCP_OPT_SNACK_SIZE, 4, 2);
}

static void quick_start_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_QS_RATE, 2, 1);
    emit_at(d, c, TCP_OPT_QS_TTL_DIFF, 3, 1);
}
static void quick_start_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_str(sb, " QSresp=");
    sb_str(sb, values_or(&tcp_quick_start_rates, p[2] & 15, "Unknown"));
}

static void user_timeout_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_at(d, c, TCP_OPT_USER_TO_GRANULARITY, 2, 2);
    emit_at(d, c, TCP_OPT_USER_TO_VAL, 2, 2);
}
static void user_timeout_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)len, (void)t;
    sb_printf(sb, " USER_TO=%u", be16(p + 2) & 0x7fff);
}

/* Subtypes are the business of mptcp.c; it is told the segment's flags. */
static void mptcp_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    t->multipath = true;
    nested(d, hand_to(&proto_mptcp, t->flags, c), false);
}

static void cookie_emit(struct dissect *d, struct cursor c, uint32_t at, uint32_t request_at,
                        const struct tcp_segment *t)
{
    if (c.wire == at) {
        emit_at(d, c, TCP_OPT_TFO_REQUEST, request_at, 2);
        return;
    }
    emit_at(d, c, TCP_OPT_TFO_COOKIE, at, c.wire - at);
    if ((t->flags & (TCP_SYN_FLAG | TCP_ACK_FLAG)) == TCP_SYN_FLAG)
        note(d, TCP_NOTE_TFO_SYN, NULL);
}
static void cookie_info(struct strbuf *sb, uint32_t len, uint32_t at) { sb_str(sb, len == at ? " TFO=R" : " TFO=C"); }

static void fast_open_emit(struct dissect *d, struct cursor c, struct tcp_segment *t) { cookie_emit(d, c, 2, 0, t); }
static void fast_open_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)p, (void)t;
    cookie_info(sb, len, 2);
}

/* Three counters, the last ones left out; kind 172 and 174 differ in the order (RFC 9768 section 3.2.3). */
static const char *const ecn_names[2][3] = { { "EE0B", "ECEB", "EE1B" }, { "EE1B", "ECEB", "EE0B" } };

static bool ecn_length_fits(uint32_t len) { return len == 2 || len == 5 || len == 8 || len == 11; }

static void acc_ecn_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    static const uint16_t rows[2][3] = { { TCP_OPT_ACC_ECN_EE0B, TCP_OPT_ACC_ECN_ECEB, TCP_OPT_ACC_ECN_EE1B },
                                         { TCP_OPT_ACC_ECN_EE1B, TCP_OPT_ACC_ECN_ECEB, TCP_OPT_ACC_ECN_EE0B } };
    (void)t;
    unsigned order = get8(d, c, 0) == KIND_ACC_ECN_1;
    for (uint32_t i = 0, at = 2; at + 3 <= c.wire && i < 3; i++, at += 3)
        emit_at(d, c, rows[order][i], at, 3);
}
static void acc_ecn_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)base;
    unsigned order = p[0] == KIND_ACC_ECN_1;
    if (!ecn_length_fits(len) || len == 2)
        return;
    sb_printf(sb, " (Order %u)", order);
    for (uint32_t i = 0, at = 2; at + 3 <= len && i < 3; i++, at += 3)
        sb_printf(sb, "%s %s %u", i == 0 ? ":" : ",", ecn_names[order][i], be24(p + at));
}
static void acc_ecn_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)t;
    if (len == 2)
        sb_str(sb, " AccECN");
    for (uint32_t i = 0, at = 2; ecn_length_fits(len) && at + 3 <= len && i < 3; i++, at += 3)
        sb_printf(sb, " %s=%u", ecn_names[p[0] == KIND_ACC_ECN_1][i], be24(p + at));
}

static void experiment_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    uint32_t exid = get16(d, c, 2);
    emit_at(d, c, TCP_OPT_EXPERIMENTAL_EXID, 2, 2);
    if (exid == EXID_FAST_OPEN)
        cookie_emit(d, c, 4, 2, t);
    else if (c.wire > 4)
        emit_at(d, c, TCP_OPT_EXPERIMENTAL_DATA, 4, c.wire - 4);
}
static void experiment_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_str(sb, ": ");
    sb_str(sb, values_or(tcp_fields[TCP_OPT_EXPERIMENTAL_EXID].values, be16(p + 2), "Unknown"));
}
static void experiment_info(struct strbuf *sb, const uint8_t *p, uint32_t len, const struct tcp_segment *t)
{
    (void)t;
    if (be16(p + 2) == EXID_FAST_OPEN)
        cookie_info(sb, len, 4);
    else
        sb_printf(sb, " ExID=%X", be16(p + 2));
}

static void unknown_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    if (c.wire > 2)
        emit_at(d, c, TCP_OPT_UNKNOWN_PAYLOAD, 2, c.wire - 2);
}

/* --- Riverbed --------------------------------------------------------------------------------- */

enum { PROBE_QUERY, PROBE_RESPONSE, PROBE_INTERNAL, PROBE_TRACE, PROBE_QUERY_SH, PROBE_RESPONSE_SH, PROBE_QUERY_INFO,
       PROBE_RESPONSE_INFO, PROBE_TYPES };

/* Version 1 has the type in four bits, version 2 in seven with a version bit of 0. */
static unsigned probe_version(const uint8_t *p) { return p[2] & 1 ? p[2] & 15 : 2; }
static unsigned probe_type(const uint8_t *p) { return p[2] & 1 ? p[2] >> 4 : p[2] >> 1; }

static void probe_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    static const char *const names[] = { "Probe Query",      "Probe Response",     "Probe Internal",
                                         "Probe Trace",      "Probe Query SH",     "Probe Response SH",
                                         "Probe Query Info", "Probe Response Info" };
    (void)base;
    if (len < 3)
        return;
    unsigned type = probe_type(p);
    sb_str(sb, ": ");
    sb_str(sb, type < PROBE_TYPES ? names[type] : "Probe Unknown");
    if (probe_version(p) == 2)
        return;
    if (type == PROBE_RESPONSE && len >= 14) {
        sb_str(sb, ", Server Steelhead: ");
        sb_ipv4(sb, p + 8);
        sb_printf(sb, ":%u", be16(p + 12));
    } else if ((type == PROBE_QUERY || type == PROBE_QUERY_SH || type == PROBE_TRACE) && len >= 10) {
        sb_str(sb, ", CSH IP: ");
        sb_ipv4(sb, p + 4);
    }
}

static void probe_info_emit(struct dissect *d, struct cursor c, unsigned type)
{
    emit_at(d, c, TCP_RVBD_PROBE_FLAGS, 3, 1);
    down(d);
    if (type == PROBE_QUERY_INFO) {
        emit_at(d, c, TCP_RVBD_PROBE_FLAGS_NOTCFE, 3, 1);
        emit_at(d, c, TCP_RVBD_PROBE_FLAGS_LAST, 3, 1);
        up(d);
        return;
    }
    emit_at(d, c, TCP_RVBD_PROBE_FLAGS_PROBE, 3, 1);
    emit_at(d, c, TCP_RVBD_PROBE_FLAGS_SSL, 3, 1);
    emit_at(d, c, TCP_RVBD_PROBE_FLAGS_SERVER, 3, 1);
    up(d);
}

static void probe_addresses_emit(struct dissect *d, struct cursor c, unsigned type)
{
    emit_at(d, c, TCP_RVBD_PROBE_RESERVED, 3, 1);
    emit_at(d, c, TCP_RVBD_PROBE_PROBER, 4, 4);
    if (type == PROBE_RESPONSE || type == PROBE_RESPONSE_SH) {
        emit_at(d, c, TCP_RVBD_PROBE_PROXY_IP, 8, 4);
        emit_at(d, c, TCP_RVBD_PROBE_PROXY_PORT, 12, 2);
    } else {
        emit_at(d, c, TCP_RVBD_PROBE_APPLI_VER, 8, 2);
    }
}

static void probe_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    if (!need(d, c, 0, 3))
        return;
    unsigned type = probe_type(c.p), version = probe_version(c.p);
    if (type >= PROBE_TYPES)
        return;
    if (version == 2) {
        emit_at(d, c, TCP_RVBD_PROBE_TYPE2, 2, 1);
        emit_at(d, c, TCP_RVBD_PROBE_VERSION_RAW, 2, 1);
        set_hidden(d, emit_value(d, c, TCP_RVBD_PROBE_VERSION, 2, 1, 2));
        if (type == PROBE_QUERY_INFO || type == PROBE_RESPONSE_INFO)
            probe_info_emit(d, c, type);
        return;
    }
    emit_at(d, c, TCP_RVBD_PROBE_TYPE1, 2, 1);
    emit_at(d, c, TCP_RVBD_PROBE_VERSION, 2, 1);
    if (type != PROBE_INTERNAL && type < PROBE_QUERY_INFO)
        probe_addresses_emit(d, c, type);
}

static void transparency_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    (void)t;
    emit_bits(d, c, 2, 2, TCP_RVBD_TRPY_FLAGS, TCP_RVBD_TRPY_FLAGS_MODE);
    emit_at(d, c, TCP_RVBD_TRPY_SRC_IP, 4, 4);
    emit_at(d, c, TCP_RVBD_TRPY_DST_IP, 8, 4);
    emit_at(d, c, TCP_RVBD_TRPY_SRC_PORT, 12, 2);
    emit_at(d, c, TCP_RVBD_TRPY_DST_PORT, 14, 2);
}
static void transparency_detail(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t base)
{
    (void)len, (void)base;
    sb_char(sb, ' ');
    sb_ipv4(sb, p + 4);
    sb_printf(sb, ":%u -> ", be16(p + 12));
    sb_ipv4(sb, p + 8);
    sb_printf(sb, ":%u", be16(p + 14));
}

/* --- the table -------------------------------------------------------------------------------- */

static const struct option options[] = {
    { KIND_END, 1, 0, TCP_OPTION_EOL, "End of Option List (EOL)" },
    { KIND_NOP, 1, 0, TCP_OPTION_NOP, "No-Operation (NOP)" },
    { KIND_MSS, 4, 0, TCP_OPTION_MSS, "Maximum segment size", mss_emit, mss_detail, mss_info },
    { KIND_WSCALE, 3, 0, TCP_OPTION_WSCALE, "Window scale", wscale_emit, wscale_detail, wscale_info },
    { KIND_SACK_PERMITTED, 2, 0, TCP_OPTION_SACK_PERM, "SACK permitted", NULL, NULL, sack_permitted_info, true },
    { KIND_SACK, 0, 2, TCP_OPTION_SACK, "SACK", sack_emit, sack_detail, sack_info },
    { KIND_ECHO, 6, 0, TCP_OPTION_ECHO, "Echo", echo_emit, echo_detail, echo_info },
    { KIND_ECHO_REPLY, 6, 0, TCP_OPTION_ECHO, "Echo reply", echo_emit, echo_detail, echo_info },
    { KIND_TIMESTAMP, 10, 0, TCP_OPTION_TIMESTAMP, "Timestamps", timestamp_emit, timestamp_detail, timestamp_info },
    { KIND_CC, 6, 0, TCP_OPTION_CC, "CC", cc_emit, NULL, cc_info },
    { KIND_CC_NEW, 6, 0, TCP_OPTION_CC, "CC.NEW", cc_emit, NULL, cc_info },
    { KIND_CC_ECHO, 6, 0, TCP_OPTION_CC, "CC.ECHO", cc_emit, NULL, cc_info },
    { KIND_MD5, 18, 0, TCP_OPTION_MD5, "TCP MD5 signature", md5_emit, NULL, md5_info, true },
    { KIND_SCPS, 0, 2, TCP_OPTION_SCPS, "SCPS capabilities", scps_emit, NULL, scps_info },
    { KIND_SNACK, 6, 0, TCP_OPTION_SNACK, "Selective Negative Acknowledgment", snack_emit },
    { KIND_RECORD, 2, 0, TCP_OPTION_SCPSREC, "SCPS record boundary" },
    { KIND_CORRUPTION, 2, 0, TCP_OPTION_SCPSCOR, "SCPS corruption experienced" },
    { KIND_QUICK_START, 8, 0, TCP_OPTION_QS, "Quick-Start", quick_start_emit, NULL, quick_start_info },
    { KIND_USER_TIMEOUT, 4, 0, TCP_OPTION_USER_TO, "User Timeout", user_timeout_emit, NULL, user_timeout_info },
    { KIND_AO, 0, 4, TCP_OPTION_AO, "TCP AO", ao_emit, NULL, ao_info, true },
    { TCP_KIND_MPTCP, 0, 2, 0, "MPTCP", mptcp_emit },
    { KIND_FAST_OPEN, 0, 2, TCP_OPTION_TFO, "TCP Fast Open", fast_open_emit, NULL, fast_open_info },
    { KIND_RVBD_PROBE, 0, 3, TCP_OPTION_RVBD_PROBE, "Riverbed Probe", probe_emit, probe_detail },
    { KIND_RVBD_TRANSPARENCY, 16, 0, TCP_OPTION_RVBD_TRPY, "Riverbed Transparency", transparency_emit, transparency_detail },
    { KIND_ACC_ECN_0, 0, 2, TCP_OPTION_ACC_ECN, "Accurate ECN", acc_ecn_emit, acc_ecn_detail, acc_ecn_info },
    { KIND_ACC_ECN_1, 0, 2, TCP_OPTION_ACC_ECN, "Accurate ECN", acc_ecn_emit, acc_ecn_detail, acc_ecn_info },
    { KIND_EXPERIMENT_1, 0, 4, TCP_OPTION_EXPERIMENTAL, "Experimental", experiment_emit, experiment_detail, experiment_info },
    { KIND_EXPERIMENT_2, 0, 4, TCP_OPTION_EXPERIMENTAL, "Experimental", experiment_emit, experiment_detail, experiment_info },
};
static const struct option unknown_option = { 0, 0, 2, TCP_OPTION_UNKNOWN, "Unknown", unknown_emit };

static const struct option *option_of(uint8_t kind)
{
    for (size_t i = 0; i < ARRAY_LEN(options); i++)
        if (options[i].kind == kind)
            return &options[i];
    return &unknown_option;
}

static void sb_option_name(struct strbuf *sb, uint8_t kind)
{
    const struct option *o = option_of(kind);
    sb_str(sb, o->name);
    if (o == &unknown_option)
        sb_printf(sb, " (0x%02x)", kind);
}

static bool length_fits(const struct option *o, uint32_t len)
{
    if (o->row == TCP_OPTION_ACC_ECN)
        return ecn_length_fits(len);
    return o->size != 0 ? len == o->size : len >= o->least;
}

/* The next option's length at p, of which `room` bytes are left; 0: it cannot be followed. */
static uint32_t option_length(const uint8_t *p, uint32_t room)
{
    if (p[0] == KIND_END || p[0] == KIND_NOP)
        return 1;
    return room >= 2 && p[1] >= 2 && p[1] <= room ? p[1] : 0;
}

/* Timestamps and what fills them up to four bytes: what most segments have. */
static bool timestamps_alone(const struct tcp_segment *t, uint32_t known)
{
    return known == 12 && t->header_length == 32 && be32(t->header + 20) == TCP_TIMESTAMPS_ALONE;
}

struct tcp_option_values tcp_options_read(const struct tcp_segment *t)
{
    struct tcp_option_values v = { 0 };
    if (t->captured >= 32 && timestamps_alone(t, 12))
        return (
            struct tcp_option_values){ .has_ts = true, .tsval = be32(t->header + 24), .tsecr = be32(t->header + 28) };
    uint32_t end = t->header_length < t->captured ? t->header_length : t->captured;
    for (uint32_t at = 20, len; at < end && t->header[at] != KIND_END; at += len) {
        const uint8_t *p = t->header + at;
        if ((len = option_length(p, end - at)) == 0)
            break;
        if (p[0] == KIND_WSCALE && len == 3) {
            v.has_scale = true;
            v.shift = (uint8_t)shift_of(p);
        }
        if (p[0] == KIND_TIMESTAMP && len == 10) {
            v.has_ts = true;
            v.tsval = be32(p + 2);
            v.tsecr = be32(p + 6);
        }
        for (uint32_t block = 2; p[0] == KIND_SACK && block + 8 <= len; block += 8) {
            v.sacked += be32(p + block + 4) - be32(p + block);
            if (v.blocks == ARRAY_LEN(v.sack))
                continue;
            v.sack[v.blocks++] = block_at(p + block);
        }
        v.multipath |= p[0] == TCP_KIND_MPTCP;
        v.accurate_ecn |= (p[0] == KIND_ACC_ECN_0 || p[0] == KIND_ACC_ECN_1) && ecn_length_fits(len);
    }
    return v;
}

const uint8_t *tcp_option_next(const struct tcp_segment *t, uint8_t kind, uint32_t *at, uint32_t *len)
{
    uint32_t end = t->header_length < t->captured ? t->header_length : t->captured;
    while (*at < end && t->header[*at] != KIND_END) {
        const uint8_t *p = t->header + *at;
        if ((*len = option_length(p, end - *at)) == 0)
            break;
        *at += *len;
        if (p[0] == kind)
            return p;
    }
    return NULL;
}

bool tcp_is_dsack(const struct tcp_option_values *v, uint32_t ack)
{
    return v->blocks != 0 && is_dsack(v->sack[0], v->blocks > 1 ? &v->sack[1] : NULL, ack);
}

/* --- labels ----------------------------------------------------------------------------------- */

void tcp_options_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tcp_segment *t = annotation(d, n);
    sb_printf(sb, "Options: (%u bytes)", t != NULL ? tcp_options_length(t) : n->len);
}

/* Names that the label has no room for are left out without a mark. */
void tcp_options_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tcp_segment *t = annotation(d, n);
    uint32_t done = t != NULL ? t->options_done : 0;
    for (uint32_t at = 0, len; at < done; at += len) {
        const uint8_t *p = t->header + 20 + at;
        if ((len = option_length(p, done - at)) == 0)
            break;
        sb_str(sb, ", ");
        sb_option_name(sb, p[0]);
    }
}

void tcp_option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    const struct option *o = p != NULL && n->len != 0 ? option_of(p[0]) : &unknown_option;
    const struct tcp_segment *t = annotation(d, n);
    if (o->kind == KIND_SCPS && n->len != 4 && p != NULL) {
        sb_printf(sb, "%sSCPS Extended Capabilities (%u bytes)", scps_extended(p, n->len) ? "" : "Illegal ", n->len);
        return;
    }
    sb_str(sb, f->label);
    if (o->detail != NULL && length_fits(o, n->len))
        o->detail(sb, p, n->len, t != NULL ? t->other_base : 0);
}

/* An option that does not have the length it should; its bytes are in the packet. */
struct option_trouble {
    const uint8_t *p;
    uint32_t room;   /* bytes left, or the option's length */
    bool lost;       /* no option could be followed from here on */
};

static void sb_lost(struct strbuf *sb, const uint8_t *p, uint32_t room)
{
    sb_option_name(sb, p[0]);
    if (room < 2)
        sb_str(sb, " (length byte past end of options)");
    else if (p[1] < 2)
        sb_printf(sb, " (with too-short option length = %u byte%s)", p[1], p[1] == 1 ? "" : "s");
    else
        sb_printf(sb, " (option length = %u bytes says option goes past end of options)", p[1]);
}

void tcp_option_trouble(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct option_trouble *trouble = n->v.arg;
    (void)d;
    const struct option *o = option_of(trouble->p[0]);
    if (trouble->lost)
        sb_lost(sb, trouble->p, trouble->room);
    else if (o->row == TCP_OPTION_ACC_ECN)
        sb_printf(sb, "option length should be 2, 5, 8, or 11 instead of %u", trouble->room);
    else if (o->row == TCP_OPTION_EXPERIMENTAL)
        sb_printf(sb, "option length %u smaller than %u", trouble->room, o->least);
    else if (o->kind == KIND_RVBD_PROBE)
        sb_printf(sb, "option length should be >= %u)", o->least);
    else if (o->size == 0)
        sb_printf(sb, "option length should be >= than %u", o->least);
    else
        sb_printf(sb, "option length should be %u", o->size);
}

void tcp_options_info(struct strbuf *sb, const struct tcp_segment *t)
{
    if (timestamps_alone(t, t->options_done)) {
        timestamp_info(sb, t->header + 22, 10, t);
        return;
    }
    for (uint32_t at = 0, len; at < t->options_done; at += len) {
        const uint8_t *p = t->header + 20 + at;
        if ((len = option_length(p, t->options_done - at)) == 0)
            break;
        const struct option *o = option_of(p[0]);
        if (o->info != NULL && (o->info_anyway || length_fits(o, len)))
            o->info(sb, p, len, t);
    }
}

void tcp_options_before(struct strbuf *sb, const struct tcp_segment *t)
{
    if (timestamps_alone(t, t->options_done))
        return;
    for (uint32_t at = 0, len; at < t->options_done; at += len) {
        const uint8_t *p = t->header + 20 + at;
        if ((len = option_length(p, t->options_done - at)) == 0)
            break;
        if (p[0] == KIND_RVBD_TRANSPARENCY)
            sb_str(sb, "TRPY, ");
        if (p[0] != KIND_RVBD_PROBE || len < 3 || probe_version(p) == 2)
            continue;
        unsigned type = probe_type(p);
        sb_str(sb, type == PROBE_RESPONSE   ? "SA+, "
                   : type == PROBE_TRACE    ? "S#, "
                   : type <= PROBE_QUERY_SH ? "S+, "
                                            : "");
    }
}

/* --- emitting --------------------------------------------------------------------------------- */

/* The options after one that cannot be followed are lost. */
static void lost_emit(struct dissect *d, struct cursor c)
{
    struct option_trouble *trouble = packet_zero(d, sizeof *trouble);
    if (trouble == NULL)
        return;
    *trouble = (struct option_trouble){ c.p, c.wire, true };
    uint32_t len = c.wire < 2 ? 1 : c.p[1] < 2 ? 2 : c.wire - 2;
    uint32_t n = emit_arg(d, c, TCP_OPTION_BAD, 0, len, trouble);
    note_on(d, n, TCP_NOTE_OPTION_LENGTH, trouble);
}

static void wrong_length(struct dissect *d, struct cursor c)
{
    struct option_trouble *trouble = d->emitting ? packet_zero(d, sizeof *trouble) : NULL;
    if (trouble == NULL)
        return;
    *trouble = (struct option_trouble){ c.p, c.wire, false };
    note(d, TCP_NOTE_OPTION_LENGTH, trouble);
}

/* c: at the option, limited to it. */
static void one_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    const struct option *o = option_of(c.p[0]);
    if (o->kind == TCP_KIND_MPTCP && o->row == 0) {
        o->emit(d, c, t);
        return;
    }
    uint32_t n = emit_at(d, c, o->row, 0, c.wire < c.cap ? c.wire : c.cap);
    if (o->kind == KIND_SACK)
        annotate(d, n, t);
    if (o->kind == KIND_MSS && !(t->flags & TCP_SYN_FLAG))
        note_on(d, n, TCP_NOTE_MSS_PRESENT, NULL);
    down(d);
    emit_at(d, c, TCP_OPTION_KIND, 0, 1);
    if (o->size != 1)
        emit_at(d, c, TCP_OPTION_LEN, 1, 1);
    if (!length_fits(o, c.wire))
        wrong_length(d, c);
    else if (o->emit != NULL)
        o->emit(d, c, t);
    up(d);
}

static void padding_emit(struct dissect *d, struct cursor c)
{
    emit_at(d, c, TCP_PADDING_TEXT, 0, c.cap);
    note(d, TCP_NOTE_PADDING, NULL);
}

/* NOPs so far, with one at offset `at`: those before a boundary of 32 bits align what comes there, and count no more. */
static unsigned nops_with(unsigned nops, uint32_t at) { return nops != 0 && at % 4 == 0 ? 0 : nops + 1; }

/* Nothing can be wrong within it. */
static bool is_fixed(uint8_t kind, uint32_t len)
{
    const struct option *o = option_of(kind);
    return o->size != 0 && o->size == len;
}

void tcp_options_emit(struct dissect *d, struct cursor c, struct tcp_segment *t)
{
    if (silent(d) && c.cap == 12 && c.wire == 12 && be32(c.p) == TCP_TIMESTAMPS_ALONE) {
        t->options_done += 12;  /* all is well */
        return;
    }
    unsigned nops = 0;
    bool saw_mss = false, lost = false;
    const uint8_t *start = c.p;
    uint32_t all = emit_at(d, c, TCP_OPTIONS, 0, c.cap);
    annotate(d, all, t);
    down(d);
    while (more(d, &c)) {
        if (!need(d, c, 0, 1))
            break;
        if (c.p[0] != KIND_END && c.p[0] != KIND_NOP && c.wire >= 2 && !need(d, c, 1, 1))
            break;
        uint32_t len = option_length(c.p, c.wire);
        if (len == 0) {
            lost_emit(d, c);
            lost = true;
            break;
        }
        if (c.p[0] == KIND_NOP && (nops = nops_with(nops, (uint32_t)(c.p - start))) == 4)
            note_on(d, all, TCP_NOTE_NOP, NULL);
        saw_mss |= c.p[0] == KIND_MSS;
        if (!silent(d) || len > c.cap || !is_fixed(c.p[0], len))
            one_emit(d, cursor_part(c, len), t);
        bool end = c.p[0] == KIND_END;
        cursor_skip(&c, len);
        if (d->stop == STOP_NONE)
            t->options_done += len;
        if (end && c.cap != 0 && c.p[0] != 0) {
            padding_emit(d, c);
            break;
        }
    }
    if ((t->flags & TCP_SYN_FLAG) && !saw_mss && !lost)
        note_on(d, all, TCP_NOTE_MSS_ABSENT, NULL);
    up(d);
}
