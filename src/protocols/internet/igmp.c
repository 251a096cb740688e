/* igmp.c - Internet Group Management Protocol: RFC 988 (version 0), 1112, 2236, 3376; traceroute facility for multicast
   (draft-ietf-idmr-traceroute-ipm).  Claims ip.proto 2, hands on by "igmp.type" - to itself for most types. */
#include "protocols/protocol.h"

#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

enum { IGMP, VERSION, TYPE, RESERVED, GROUP_TYPE, REPLY, REPLY_PENDING, CHECKSUM, STATUS, IDENTIFIER, ACCESS_KEY, MAX_RESP,
       MAX_RESP_EXP, MAX_RESP_MANT, S, QRV, QQIC, NUM_SRC, SADDR, NUM_RECORDS, RECORD, RECORD_TYPE, AUX_LEN, MADDR, AUX_DATA, DATA,
       MTRACE_TYPE, MAX_HOPS, MTRACE_SOURCE, MTRACE_RECEIVER, MTRACE_RESPONSE, MTRACE_TTL, MTRACE_ID, BLOCK, ARRIVAL, IN_ADDR,
       OUT_ADDR, PREVIOUS, IN_PACKETS, OUT_PACKETS, TOTAL, ROUTING, FWD_TTL, MBZ, BLOCK_S, SRC_MASK, FWD_CODE };
enum { CHECKSUM_BAD };
enum { ENTRY, VERSION_0, QUERY, REPORT_1, REPORT_2, LEAVE, REPORT_3, MTRACE };  /* variants */
enum { TYPE_QUERY = 0x11, TYPE_REPORT_1 = 0x12, TYPE_REPORT_2 = 0x16, TYPE_LEAVE = 0x17, TYPE_RESPONSE = 0x1e, TYPE_TRACE = 0x1f,
       TYPE_REPORT_3 = 0x22 };

VALUES(types,
    { 1, "Create Group Request" }, { 2, "Create Group Reply" }, { 3, "Join Group Request" },
    { 4, "Join Group Reply" }, { 5, "Leave Group Request" }, { 6, "Leave Group Reply" },
    { 7, "Confirm Group Request" }, { 8, "Confirm Group Reply" }, { 17, "Membership Query" },
    { 18, "Membership Report" }, { 19, "DVMRP Protocol" }, { 20, "PIM Routing Message" },
    { 22, "Membership Report" }, { 23, "Leave Group" }, { 30, "Traceroute Response" },
    { 31, "Traceroute Query or Request" }, { 34, "Membership Report" });
VALUES(group_types,
    { 0, "Public Group" }, { 1, "Private Group" });
VALUES(replies,
    { 0, "Request Granted" }, { 1, "Request Denied, No Resources" }, { 2, "Request Denied, Invalid Code" },
    { 3, "Request Denied, Invalid Group" }, { 4, "Request Denied, Invalid Key" });
VALUES(record_types,
    { 1, "Mode Is Include" }, { 2, "Mode Is Exclude" }, { 3, "Change To Include Mode" },
    { 4, "Change To Exclude Mode" }, { 5, "Allow New Sources" }, { 6, "Block Old Sources" });
VALUES(routing_protocols,
    { 1, "DVMRP" }, { 2, "MOSPF" }, { 3, "PIM" }, { 4, "CBT" }, { 5, "PIM using special routing table" },
    { 6, "PIM using a static route" }, { 7, "DVMRP using a static route" },
    { 8, "PIM using MBGP (aka BGP4+) route" }, { 9, "CBT using special routing table" },
    { 10, "CBT using a static route" }, { 11, "PIM using state created by Assert processing" });
VALUES(forwarding_codes,
    { 0, "NO_ERROR" }, { 1, "WRONG_IF" }, { 2, "PRUNE_SENT" }, { 3, "PRUNE_RCVD" }, { 4, "SCOPED" },
    { 5, "NO_ROUTE" }, { 6, "WRONG_LAST_HOP" }, { 7, "NOT_FORWARDING" }, { 8, "REACHED_RP" }, { 9, "RPF_IF" },
    { 10, "NO_MULTICAST" }, { 11, "INFO_HIDDEN" }, { 129, "NO_SPACE" }, { 130, "OLD_ROUTER" },
    { 131, "ADMIN_PROHIB" });
static const struct truth suppress = { "SUPPRESS router side processing", "Do not suppress router side processing" };

static void sb_group(struct strbuf *sb, const struct dissect *d, const uint8_t *p)
{
    sb_address(sb, d, (struct address){ ADDR_IPv4, 4, p });
}

/* A query that has no block yet is told from a request by its length. */
static const char *mtrace_name(uint32_t type, uint32_t len)
{
    return type == TYPE_RESPONSE ? "Traceroute Response" : len == 24 ? "Traceroute Query" : "Traceroute Request";
}

/* Annotated with the length of the message. */
static void mtrace_type_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *len = annotation(d, n);
    sb_printf(sb, "Type: %s (0x%02x)", mtrace_name((uint32_t)n->v.u, len != NULL ? *len : 0), (unsigned)n->v.u);
}

static void max_resp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    sb_printf(sb, "Max Resp Time: %u.%u sec (0x%02x)", (unsigned)n->v.u / 10, (unsigned)n->v.u % 10,
              p != NULL ? *p : 0);
}

static void record_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 8);
    if (p == NULL)
        return;
    sb_str(sb, "Group Record : ");
    sb_group(sb, d, p + 4);
    sb_printf(sb, "  %s", values_or(&record_types, p[0], ""));
}

static void block_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 32);
    if (p == NULL)
        return;
    sb_str(sb, "Response data block: ");
    sb_ipv4(sb, p + 4);
    sb_str(sb, " -> ");
    sb_ipv4(sb, p + 8);
    sb_printf(sb, ",  Proto: %s,  Forwarding Code: %s", values_or(&routing_protocols, p[28], "Unknown"),
              values_or(&forwarding_codes, p[31], "Unknown"));
}

static const struct field fields[] = {
    [IGMP] = { "igmp", "Internet Group Management Protocol", FT_PROTOCOL },
    [VERSION] = { "igmp.version", "IGMP Version", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [TYPE] = { "igmp.type", "Type", FT_UINT8, BASE_HEX, .values = &types },
    [RESERVED] = { "igmp.reserved", "Reserved", FT_BYTES },
    [GROUP_TYPE] = { "igmp.group_type", "Type Of Group", FT_UINT8, BASE_DEC, .values = &group_types },
    [REPLY] = { "igmp.reply", "Reply", FT_UINT8, BASE_DEC, .values = &replies },
    [REPLY_PENDING] = { "igmp.reply.pending", "Reply Pending", FT_UINT8, BASE_DEC },
    [CHECKSUM] = { "igmp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [STATUS] = { "igmp.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [IDENTIFIER] = { "igmp.identifier", "Identifier", FT_UINT32, BASE_DEC },
    [ACCESS_KEY] = { "igmp.access_key", "Access Key", FT_BYTES },
    [MAX_RESP] = { "igmp.max_resp", "Max Resp Time", FT_UINT8, BASE_DEC, .label_fn = max_resp_label },
    [MAX_RESP_EXP] = { "igmp.max_resp.exp", "Exponent", FT_UINT8, BASE_HEX, .mask = 0x70 },
    [MAX_RESP_MANT] = { "igmp.max_resp.mant", "Mantissa", FT_UINT8, BASE_HEX, .mask = 0x0f },
    [S] = { "igmp.s", "S", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &suppress },
    [QRV] = { "igmp.qrv", "QRV", FT_UINT8, BASE_DEC, .mask = 0x07 },
    [QQIC] = { "igmp.qqic", "QQIC", FT_UINT8, BASE_DEC },
    [NUM_SRC] = { "igmp.num_src", "Num Src", FT_UINT16, BASE_DEC },
    [SADDR] = { "igmp.saddr", "Source Address", FT_IPv4 },
    [NUM_RECORDS] = { "igmp.num_grp_recs", "Num Group Records", FT_UINT16, BASE_DEC },
    [RECORD] = { "", "Group Record", FT_NONE, .label_fn = record_label },
    [RECORD_TYPE] = { "igmp.record_type", "Record Type", FT_UINT8, BASE_DEC, .values = &record_types },
    [AUX_LEN] = { "igmp.aux_data_len", "Aux Data Len", FT_UINT8, BASE_DEC },
    [MADDR] = { "igmp.maddr", "Multicast Address", FT_IPv4 },
    [AUX_DATA] = { "igmp.aux_data", "Aux Data", FT_BYTES },
    [DATA] = { "igmp.data", "Data", FT_BYTES },
    [MTRACE_TYPE] = { "igmp.type", "Type", FT_UINT8, BASE_HEX, .label_fn = mtrace_type_label },
    [MAX_HOPS] = { "igmp.mtrace.max_hops", "# hops", FT_UINT8, BASE_DEC },
    [MTRACE_SOURCE] = { "igmp.mtrace.saddr", "Source Address", FT_IPv4 },
    [MTRACE_RECEIVER] = { "igmp.mtrace.raddr", "Receiver Address", FT_IPv4 },
    [MTRACE_RESPONSE] = { "igmp.mtrace.rspaddr", "Response Address", FT_IPv4 },
    [MTRACE_TTL] = { "igmp.mtrace.resp_ttl", "Response TTL", FT_UINT8, BASE_DEC },
    [MTRACE_ID] = { "igmp.mtrace.q_id", "Query ID", FT_UINT24, BASE_DEC },
    [BLOCK] = { "", "Response data block", FT_NONE, .label_fn = block_label },
    [ARRIVAL] = { "igmp.mtrace.q_arrival", "Query Arrival", FT_UINT32, BASE_DEC },
    [IN_ADDR] = { "igmp.mtrace.q_inaddr", "In itf addr", FT_IPv4 },
    [OUT_ADDR] = { "igmp.mtrace.q_outaddr", "Out itf addr", FT_IPv4 },
    [PREVIOUS] = { "igmp.mtrace.q_prevrtr", "Previous rtr addr", FT_IPv4 },
    [IN_PACKETS] = { "igmp.mtrace.q_inpkt", "In pkts", FT_UINT32, BASE_DEC },
    [OUT_PACKETS] = { "igmp.mtrace.q_outpkt", "Out pkts", FT_UINT32, BASE_DEC },
    [TOTAL] = { "igmp.mtrace.q_total", "S,G pkt count", FT_UINT32, BASE_DEC },
    [ROUTING] = { "igmp.mtrace.q_rtg_proto", "Rtg Protocol", FT_UINT8, BASE_DEC, .values = &routing_protocols },
    [FWD_TTL] = { "igmp.mtrace.q_fwd_ttl", "FwdTTL", FT_UINT8, BASE_DEC },
    [MBZ] = { "igmp.mtrace.q_mbz", "MBZ", FT_UINT8, BASE_HEX, .mask = 0x80 },
    [BLOCK_S] = { "igmp.mtrace.q_s", "S", FT_UINT8, BASE_HEX, .mask = 0x40 },
    [SRC_MASK] = { "igmp.mtrace.q_src_mask", "Src Mask", FT_UINT8, BASE_HEX, .mask = 0x3f },
    [FWD_CODE] = { "igmp.mtrace.q_fwd_code", "Forwarding Code", FT_UINT8, BASE_HEX, .values = &forwarding_codes },
};
static const struct note_def notes[] = {
    [CHECKSUM_BAD] = { "igmp.bad_checksum", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
};

/* --- the Info column: all of it from the message's bytes -------------------------------------- */

struct message {
    const uint8_t *p;
    uint32_t len;  /* captured */
};

static void type_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *m = arg;
    (void)d;
    const char *name = m != NULL ? values_find(&types, m->p[0]) : "";
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown Type:0x%02x", m->p[0]);
}

/* "{10.0.0.1, 10.0.0.2}"; as many as there are. */
static void sb_sources(struct strbuf *sb, const struct dissect *d, const uint8_t *p, uint32_t count, uint32_t len)
{
    sb_char(sb, '{');
    for (uint32_t i = 0; i < count; i++) {
        if (len < i * 4 + 4)
            return;
        sb_group(sb, d, p + i * 4);
        sb_str(sb, i + 1 < count ? ", " : "}");
    }
}

static void report_2_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *m = arg;
    type_info(sb, d, arg);
    if (m == NULL || m->len < 8)
        return;
    sb_str(sb, m->p[0] == TYPE_LEAVE ? " " : " group ");
    sb_group(sb, d, m->p + 4);
}

static void query_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *m = arg;
    sb_str(sb, "Membership Query");
    if (m == NULL || m->len < 8 || (m->len < 12 && m->p[1] == 0))
        return;
    if (be32(m->p + 4) == 0) {
        sb_str(sb, ", general");
    } else {
        sb_str(sb, ", specific for group ");
        sb_group(sb, d, m->p + 4);
    }
    uint32_t count = m->len >= 12 ? be16(m->p + 10) : 0;
    if (count == 0)
        return;
    sb_str(sb, count == 1 ? ", source " : ", sources ");
    sb_sources(sb, d, m->p + 12, count, m->len - 12);
}

/* What a group record asks for, by its type and whether it names none, one or more sources. */
struct record_words {
    const char *group, *none, *one, *many;
};

static void record_info(struct strbuf *sb, const struct dissect *d, const uint8_t *p, uint32_t len)
{
    static const struct record_words include = { "Join group ", NULL, " for source ", " for sources in " };
    static const struct record_words exclude = { "Join group ", " for any sources", ", for source not ",
                                                 ", for sources not in " };
    static const struct record_words allow = { "Group ", ", ALLOW_NEW_SOURCES but no source specified (?)",
                                               ", new source ", ", new sources " };
    static const struct record_words block = { "Group ", ", BLOCK_OLD_SOURCES but no source specified (?)",
                                               ", block source ", ", block sources " };
    static const struct record_words unknown = { "Group ", "", ", sources ", ", sources " };
    static const struct record_words *const words[] = {
        &unknown, &include, &exclude, &include, &exclude, &allow, &block
    };
    const struct record_words *w = p[0] < ARRAY_LEN(words) ? words[p[0]] : &unknown;
    uint32_t count = be16(p + 2);
    bool leave = w == &include && count == 0;
    sb_str(sb, " / ");
    sb_str(sb, leave ? "Leave group " : w->group);
    sb_group(sb, d, p + 4);
    if (w == &unknown)
        sb_str(sb, ", unknown record type (?)");
    if (leave)
        return;
    sb_str(sb, count == 0 ? w->none : count == 1 ? w->one : w->many);
    if (count != 0)
        sb_sources(sb, d, p + 8, count, len - 8);
}

static void report_3_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *m = arg;
    sb_str(sb, "Membership Report");
    if (m == NULL || m->len < 8)
        return;
    uint32_t records = be16(m->p + 6), at = 8;
    if (records == 0)
        sb_str(sb, " - General query");
    for (; records != 0 && at + 8 <= m->len; records--) {
        record_info(sb, d, m->p + at, m->len - at);
        at += 8 + be16(m->p + at + 2) * 4u + m->p[at + 1] * 4u;
    }
}

static void mtrace_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *m = arg;
    (void)d;
    if (m == NULL)
        return;
    sb_str(sb, mtrace_name(m->p[0], m->len));
    uint32_t blocks = m->len > 24 ? (m->len - 24) / 32 : 0;
    if (m->p[0] == TYPE_RESPONSE)
        sb_printf(sb, ", %u block%s", blocks, blocks == 1 ? "" : "s");
}

/* --- the message ------------------------------------------------------------------------------ */

static void checksum_fields(struct dissect *d, struct cursor c, uint32_t len)
{
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (!d->fragmented)
        found = checksum_verify(c, len, 2, 0);
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
}

static void start(struct dissect *d, struct cursor c, const char *column, uint32_t version, info_text *info)
{
    struct message m = { c.p, c.cap };
    set_protocol_column(d, column);
    info_set(d, info, packet_copy(d, &m, sizeof m));
    if (version != UINT32_MAX)
        emit_value(d, c, VERSION, 0, 0, version);
}

static void version_0(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 0);
    start(d, c, "IGMPv0", 0, type_info);
    emit_at(d, c, TYPE, 0, 1);
    uint32_t code = get8(d, c, 1);
    if (type == 1)
        emit_at(d, c, GROUP_TYPE, 1, 1);
    else if (type % 2 == 0)
        emit_at(d, c, code < 5 ? REPLY : REPLY_PENDING, 1, 1);
    checksum_fields(d, c, 20);
    emit_at(d, c, IDENTIFIER, 4, 4);
    emit_at(d, c, MADDR, 8, 4);
    emit_at(d, c, ACCESS_KEY, 12, 8);
}

/* Tenths of a second; from 128 on a floating point number (RFC 3376 section 4.1.1). */
static void max_resp(struct dissect *d, struct cursor c, bool floating)
{
    uint32_t code = get8(d, c, 1);
    if (!floating || code < 128) {
        emit_value(d, c, MAX_RESP, 1, 1, code);
        return;
    }
    emit_value(d, c, MAX_RESP, 1, 1, ((code & 15) | 16) << ((code >> 4 & 7) + 3));
    down(d);
    emit_at(d, c, MAX_RESP_EXP, 1, 1);
    emit_at(d, c, MAX_RESP_MANT, 1, 1);
    up(d);
}

static void sources(struct dissect *d, struct cursor *c, uint32_t count)
{
    for (; count != 0 && d->stop == STOP_NONE; count--)
        add_item(d, c, SADDR, 4);
}

static void version_1(struct dissect *d, struct cursor c)
{
    start(d, c, "IGMPv1", 1, type_info);
    emit_at(d, c, TYPE, 0, 1);
    emit_at(d, c, RESERVED, 1, 1);
    checksum_fields(d, c, 8);
    emit_at(d, c, MADDR, 4, 4);
}

static void version_2(struct dissect *d, struct cursor c, info_text *info)
{
    start(d, c, "IGMPv2", 2, info);
    emit_at(d, c, TYPE, 0, 1);
    if (need(d, c, 1, 1))
        max_resp(d, c, false);
    checksum_fields(d, c, 8);
    emit_at(d, c, MADDR, 4, 4);
}

static void query(struct dissect *d, struct cursor c)
{
    uint32_t code = get8(d, c, 1);
    if (d->stop != STOP_NONE)
        return;
    if (c.wire < 12) {
        if (code == 0)
            version_1(d, c);
        else
            version_2(d, c, query_info);
        return;
    }
    start(d, c, "IGMPv3", 3, query_info);
    emit_at(d, c, TYPE, 0, 1);
    max_resp(d, c, true);
    checksum_fields(d, c, c.wire);
    emit_at(d, c, MADDR, 4, 4);
    emit_at(d, c, S, 8, 1);
    emit_at(d, c, QRV, 8, 1);
    emit_at(d, c, QQIC, 9, 1);
    uint32_t count = get16(d, c, 10);
    emit_at(d, c, NUM_SRC, 10, 2);
    cursor_skip(&c, 12);
    sources(d, &c, count);
}

static void group_record(struct dissect *d, struct cursor *c)
{
    if (!need(d, *c, 0, 1))
        return;
    uint32_t top = emit_at(d, *c, RECORD, 0, c->cap);
    uint32_t aux = get8(d, *c, 1), count = get16(d, *c, 2);
    down(d);
    add_item(d, c, RECORD_TYPE, 1);
    add_item(d, c, AUX_LEN, 1);
    add_item(d, c, NUM_SRC, 2);
    add_item(d, c, MADDR, 4);
    sources(d, c, count);
    if (aux != 0)
        add_item(d, c, AUX_DATA, aux * 4);
    up(d);
    if (d->stop == STOP_NONE)
        set_end(d, top, *c);
}

static void report_3(struct dissect *d, struct cursor c)
{
    start(d, c, "IGMPv3", 3, report_3_info);
    emit_at(d, c, TYPE, 0, 1);
    emit_at(d, c, RESERVED, 1, 1);
    checksum_fields(d, c, c.wire);
    emit_at(d, c, RESERVED, 4, 2);
    uint32_t count = get16(d, c, 6);
    emit_at(d, c, NUM_RECORDS, 6, 2);
    cursor_skip(&c, 8);
    for (; count != 0 && d->stop == STOP_NONE; count--)
        group_record(d, &c);
}

static void trace_block(struct dissect *d, struct cursor *c)
{
    emit_at(d, *c, BLOCK, 0, 32);
    down(d);
    for (unsigned row = ARRIVAL; row <= TOTAL; row++)
        add_item(d, c, row, 4);
    add_item(d, c, ROUTING, 1);
    add_item(d, c, FWD_TTL, 1);
    emit_at(d, *c, MBZ, 0, 1);
    emit_at(d, *c, BLOCK_S, 0, 1);
    add_item(d, c, SRC_MASK, 1);
    add_item(d, c, FWD_CODE, 1);
    up(d);
}

static void mtrace(struct dissect *d, struct cursor c)
{
    start(d, c, "IGMP", UINT32_MAX, mtrace_info);
    uint32_t n = emit_at(d, c, MTRACE_TYPE, 0, 1);
    annotate(d, n, packet_copy(d, &c.wire, sizeof c.wire));
    emit_at(d, c, MAX_HOPS, 1, 1);
    checksum_fields(d, c, c.wire);
    emit_at(d, c, MADDR, 4, 4);
    emit_at(d, c, MTRACE_SOURCE, 8, 4);
    emit_at(d, c, MTRACE_RECEIVER, 12, 4);
    emit_at(d, c, MTRACE_RESPONSE, 16, 4);
    emit_at(d, c, MTRACE_TTL, 20, 1);
    emit_at(d, c, MTRACE_ID, 21, 3);
    cursor_skip(&c, 24);
    while (more(d, &c) && c.wire >= 32)
        trace_block(d, &c);
}

static struct verdict unknown_type(struct dissect *d, struct cursor c)
{
    emit_protocol(d, c, c.cap, NULL);
    start(d, c, "IGMP", UINT32_MAX, type_info);
    emit_at(d, c, TYPE, 0, 1);
    cursor_take(&c, 1);
    if (c.cap != 0)
        emit_at(d, c, DATA, 0, c.cap);
    return done();
}

static struct verdict igmp_run(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 0, 1))
        return done();
    if (d->variant == ENTRY && claimed(d, TABLE_IGMP_TYPE, c.p[0]))
        return hand_on(TABLE_IGMP_TYPE, c.p[0], c);
    if (d->variant == ENTRY)
        return unknown_type(d, c);
    if (d->variant == QUERY && !need(d, c, 1, 1))
        return done();
    emit_protocol(d, c, c.cap, NULL);
    switch (d->variant) {
    case VERSION_0: version_0(d, c); break;
    case QUERY: query(d, c); break;
    case REPORT_1: version_1(d, c); break;
    case REPORT_2:
    case LEAVE: version_2(d, c, report_2_info); break;
    case REPORT_3: report_3(d, c); break;
    default: mtrace(d, c);
    }
    return done();
}

static const struct claim claims[] = {
    { TABLE_IP_PROTO, IP_PROTO_IGMP, ENTRY },
    { TABLE_IGMP_TYPE, 0x00, VERSION_0 }, { TABLE_IGMP_TYPE, 0x01, VERSION_0 }, { TABLE_IGMP_TYPE, 0x02, VERSION_0 },
    { TABLE_IGMP_TYPE, 0x03, VERSION_0 }, { TABLE_IGMP_TYPE, 0x04, VERSION_0 }, { TABLE_IGMP_TYPE, 0x05, VERSION_0 },
    { TABLE_IGMP_TYPE, 0x06, VERSION_0 }, { TABLE_IGMP_TYPE, 0x07, VERSION_0 }, { TABLE_IGMP_TYPE, 0x08, VERSION_0 },
    { TABLE_IGMP_TYPE, 0x09, VERSION_0 }, { TABLE_IGMP_TYPE, 0x0a, VERSION_0 }, { TABLE_IGMP_TYPE, 0x0b, VERSION_0 },
    { TABLE_IGMP_TYPE, 0x0c, VERSION_0 }, { TABLE_IGMP_TYPE, 0x0d, VERSION_0 }, { TABLE_IGMP_TYPE, 0x0e, VERSION_0 },
    { TABLE_IGMP_TYPE, 0x0f, VERSION_0 },
    { TABLE_IGMP_TYPE, TYPE_QUERY, QUERY }, { TABLE_IGMP_TYPE, TYPE_REPORT_1, REPORT_1 },
    { TABLE_IGMP_TYPE, TYPE_REPORT_2, REPORT_2 }, { TABLE_IGMP_TYPE, TYPE_LEAVE, LEAVE },
    { TABLE_IGMP_TYPE, TYPE_REPORT_3, REPORT_3 }, { TABLE_IGMP_TYPE, TYPE_RESPONSE, MTRACE },
    { TABLE_IGMP_TYPE, TYPE_TRACE, MTRACE },
};
static const uint8_t hands_to[] = { TABLE_IGMP_TYPE };

PROTOCOL(igmp,
    .name = "igmp", .short_name = "IGMP", .long_name = "Internet Group Management Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .run = igmp_run
);
