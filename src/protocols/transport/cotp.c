/* cotp.c - the connection-oriented transport protocol of OSI: ISO 8073 (X.224) section 13, classes 0 to 4, in TPKT and as
   IP protocol 29.  Segments of data are put together per connection and direction. */
#include "flow/pieces.h"
#include "protocols/protocol.h"

enum {
    COTP, LI, TYPE, SRCREF, DESTREF, DESTREF_NONE, CLASS, EXTENDED_FORMATS, NO_EXPLICIT_FLOW_CONTROL, TPDU_NUMBER,
    TPDU_NUMBER_LONG, NEXT_NUMBER, NEXT_NUMBER_LONG, EOT, EOT_LONG, CREDIT_SHORT, CREDIT, CAUSE, REJECT_CAUSE, PARAMETER_CODE,
    PARAMETER_LENGTH, PARAMETER_VALUE, TPDU_SIZE, SRC_TSAP, SRC_TSAP_BYTES, DST_TSAP, DST_TSAP_BYTES, CHECKSUM,
    CHECKSUM_STATUS, VERSION, NETWORK_EXPEDITED, CLASS1_USE, CHECKSUM_16, TRANSPORT_EXPEDITED, ACK_TIME, ERROR_TARGET,
    ERROR_MINIMUM, ERROR_SIZE, PRIORITY, DELAY_FIRST, DELAY_LAST = DELAY_FIRST + 3, THROUGHPUT_FIRST,
    THROUGHPUT_LAST = THROUGHPUT_FIRST + 7, SEQUENCE_NUMBER, REASSIGNMENT_TIME, LOWER_WINDOW_EDGE,
    PREFERRED_SIZE, INACTIVITY_TIMER, SEGMENT_DATA, REASSEMBLED_IN, SEGMENTS, SEGMENT, OVERLAP, CONFLICT, TAILS, TOO_LONG,
    COUNT, REASSEMBLED_LENGTH
};
enum { NOTE_DISCONNECT, NOTE_CONFIRM, NOTE_REJECT, NOTE_CHECKSUM };
enum type { ED = 1, EA = 2, RJ = 5, AK = 6, ER = 7, DR = 8, DC = 12, CC = 13, CR = 14, DT = 15 };
/* Length indicators: of class 0 and 1 (no reference), with numbers of 7 bits, and of 31 bits. */
enum { LI_PLAIN = 2, LI_NORMAL = 4, LI_EXTENDED = 7, LI_ACK_EXTENDED = 9, LI_CONNECT = 6, LI_CONFIRM = 5, LI_ERROR = 4, CHECKSUM_SIZE = 4 };
enum { LAST_UNIT = 0x80, PREFERRED_UNIT = 128, SIZE_BITS_MAX = 16 };

VALUES(types,
    { ED, "ED Expedited Data" }, { EA, "EA Expedited Data Acknowledgement" }, { RJ, "RJ Reject" },
    { AK, "AK Data Acknowledgement" }, { ER, "ER TPDU Error" }, { DR, "DR Disconnect Request" },
    { DC, "DC Disconnect Confirm" }, { CC, "CC Connect Confirm" }, { CR, "CR Connect Request" }, { DT, "DT Data" });
VALUES(parameters,
    { 0x08, "ATN extended checksum - 32 bit" }, { 0x09, "ATN extended checksum - 16 bit" }, { 0x85, "ack time" },
    { 0x86, "res error" }, { 0x87, "priority" }, { 0x88, "transit delay" }, { 0x89, "throughput" },
    { 0x8a, "seq number" }, { 0x8b, "reassignment" }, { 0x8c, "flow control" }, { 0xc0, "tpdu-size" },
    { 0xc1, "src-tsap" }, { 0xc2, "dst-tsap" }, { 0xc3, "checksum" }, { 0xc4, "version" }, { 0xc5, "protection" },
    { 0xc6, "options" }, { 0xc7, "proto class" }, { 0xe0, "additional connection clearing info" },
    { 0xf0, "preferred max TPDU size" }, { 0xf2, "inactivity timer" });
VALUES(causes,
    { 0, "Reason not specified" }, { 1, "Congestion at TSAP" }, { 2, "Session entity not attached to TSAP" },
    { 3, "Address unknown" }, { 128, "Normal Disconnect" }, { 129, "Remote transport entity congestion" },
    { 130, "Connection negotiation failed" }, { 131, "Duplicate source reference" }, { 132, "Mismatched references" },
    { 133, "Protocol error" }, { 135, "Reference overflow" }, { 136, "Connection request refused" },
    { 138, "Header or parameter length invalid" });
VALUES(reject_causes,
    { 0, "Reason not specified" }, { 1, "Invalid parameter code" }, { 2, "Invalid TPDU type" },
    { 3, "Invalid parameter value" });
VALUES(checksum_status, { 0, "Bad" }, { 1, "Good" }, { 2, "Unverified" }, { 3, "Not present" }, { 4, "Illegal" });
static const struct truth used = { "Used", "Not used" },
                          class1_uses = { "Receipt confirmation", "explicit AK variant" };

struct tpdu {
    struct dissect *d;
    struct cursor c;      /* the header, with its length */
    unsigned type, li, class;
    uint32_t destref, srcref, number, credit;
    bool has_ref, has_credit, last;
    uint32_t data_len;
};

/* --- texts ------------------------------------------------------------------------------------------------------- */

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    static const char *const names[16] = {
        [ED] = "ED", [EA] = "EA", [RJ] = "RJ", [AK] = "AK", [ER] = "ER",
        [DR] = "DR", [DC] = "DC", [CC] = "CC", [CR] = "CR", [DT] = "DT",
    };
    const struct tpdu *t = arg;
    sb_printf(sb, "%s TPDU", names[t->type]);
    switch (t->type) {
    case CR:
    case CC:
    case DR:
    case DC: sb_printf(sb, " src-ref: 0x%04x dst-ref: 0x%04x", t->srcref, t->destref); return;
    case ER: sb_printf(sb, " dst-ref: 0x%04x", t->destref); return;
    default: break;
    }
    sb_printf(sb, " (%u)", t->number);
    if (t->has_ref)
        sb_printf(sb, " dst-ref: 0x%04x", t->destref);
    if (t->has_credit)
        sb_printf(sb, " Credit: %u", t->credit);
    if (t->type != DT)
        return;
    if (t->last)
        sb_str(sb, " EOT");
    else
        sb_printf(sb, " [COTP fragment, %u bytes]", t->data_len);
}

static void rate_ten(struct strbuf *sb, uint64_t value) { sb_printf(sb, "10^%u", (unsigned)value); }
static void size_two(struct strbuf *sb, uint64_t value) { sb_printf(sb, "2^%u", (unsigned)value); }

static void not_shown(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    (void)n;
    sb_str(sb, "Parameter value: <not shown>");
}

static void data_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "COTP segment data (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

static void checksum_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const bool *right = annotation(d, n);
    if (right != NULL)
        sb_str(sb, *right ? " [correct]" : " [incorrect]");
}

static void disconnect_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct tpdu *t = n->v.arg;
    sb_printf(sb, "Disconnect Request(DR): 0x%x -> 0x%x", t->srcref, t->destref);
}
static void confirm_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct tpdu *t = n->v.arg;
    sb_printf(sb, "Disconnect Confirm(DC): 0x%x -> 0x%x", t->srcref, t->destref);
}
static void reject_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct tpdu *t = n->v.arg;
    sb_printf(sb, "Reject(RJ): -> 0x%x", t->destref);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

#define NUMBER(name, label, size) { "cotp." name, label, FT_UINT##size, BASE_DEC }
#define HEX(name, label, size) { "cotp." name, label, FT_UINT##size, BASE_HEX }
#define FLAG(name, label, m, t) { "cotp." name, label, FT_BOOLEAN, BITS_8, .mask = (m), .truth = (t) }
#define DELAY(name, label) NUMBER("transit_delay." name, "Transit delay, " label " (ms)", 16)
#define THROUGHPUT(name, label) NUMBER(name, label " (o/s)", 24)
#define MADE(name, label, type) { "cotp." name, label, type, .flags = GENERATED }

static const struct field fields[] = {
    [COTP] = { "cotp", "ISO 8073/X.224 COTP Connection-Oriented Transport Protocol", FT_PROTOCOL },
    [LI] = NUMBER("li", "Length", 8),
    [TYPE] = { "cotp.type", "PDU Type", FT_UINT8, BASE_HEX, .values = &types },
    [SRCREF] = HEX("srcref", "Source reference", 16),
    [DESTREF] = HEX("destref", "Destination reference", 16),
    [DESTREF_NONE] = { "cotp.destref", "Destination reference", FT_UINT16, BASE_HEX, .flags = GENERATED },
    [CLASS] = { "cotp.class", "Class", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [EXTENDED_FORMATS] = { "cotp.opts.extended_formats", "Extended formats", FT_BOOLEAN, BITS_8, .mask = 0x02 },
    [NO_EXPLICIT_FLOW_CONTROL] = { "cotp.opts.no_explicit_flow_control", "No explicit flow control", FT_BOOLEAN, BITS_8,
                                   .mask = 0x01 },
    [TPDU_NUMBER] = { "cotp.tpdu-number", "TPDU number", FT_UINT8, BASE_HEX, .mask = 0x7f },
    [TPDU_NUMBER_LONG] = HEX("tpdu-number", "TPDU number", 32),
    [NEXT_NUMBER] = HEX("next-tpdu-number", "Your TPDU number", 8),
    [NEXT_NUMBER_LONG] = HEX("next-tpdu-number", "Your TPDU number", 32),
    [EOT] = FLAG("eot", "Last data unit", LAST_UNIT, &truth_yes),
    [EOT_LONG] = { "cotp.eot", "Last data unit", FT_BOOLEAN, BITS_32, .mask = 0x80000000, .truth = &truth_yes },
    [CREDIT_SHORT] = NUMBER("credit", "Credit", 8),
    [CREDIT] = HEX("credit", "Credit", 16),
    [CAUSE] = { "cotp.cause", "Cause", FT_UINT8, BASE_DEC, .values = &causes },
    [REJECT_CAUSE] = { "cotp.reject_cause", "Reject cause", FT_UINT8, BASE_DEC, .values = &reject_causes },
    [PARAMETER_CODE] = { "cotp.parameter_code", "Parameter code", FT_UINT8, BASE_HEX, .values = &parameters },
    [PARAMETER_LENGTH] = NUMBER("parameter_length", "Parameter length", 8),
    [PARAMETER_VALUE] = { "cotp.parameter_value", "Parameter value", FT_BYTES, .label_fn = not_shown },
    [TPDU_SIZE] = NUMBER("tpdu_size", "TPDU size", 32),
    [SRC_TSAP] = { "cotp.src-tsap", "Source TSAP", FT_STRING },
    [SRC_TSAP_BYTES] = { "cotp.src-tsap-bytes", "Source TSAP", FT_BYTES },
    [DST_TSAP] = { "cotp.dst-tsap", "Destination TSAP", FT_STRING },
    [DST_TSAP_BYTES] = { "cotp.dst-tsap-bytes", "Destination TSAP", FT_BYTES },
    [CHECKSUM] = { "cotp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_text },
    [CHECKSUM_STATUS] = { "cotp.checksum.status", "Checksum Status", FT_UINT8, .flags = GENERATED, .values = &checksum_status },
    [VERSION] = NUMBER("vp_version_nr", "Version", 8),
    [NETWORK_EXPEDITED] = FLAG("network_expedited_data", "Use of network expedited data", 0x08, &used),
    [CLASS1_USE] = FLAG("vp_opt_sel_class1_use", "Use", 0x04, &class1_uses),
    [CHECKSUM_16] = FLAG("use_16_bit_checksum", "16 bit checksum", 0x02, &used),
    [TRANSPORT_EXPEDITED] = FLAG("transport_expedited_data_transfer", "Transport expedited data transfer", 0x01, &used),
    [ACK_TIME] = NUMBER("ack_time", "Ack time (ms)", 16),
    [ERROR_TARGET] = { "cotp.res_error_rate.target_value", "Residual error rate, target value", FT_UINT8, BASE_CUSTOM, .custom = rate_ten },
    [ERROR_MINIMUM] = { "cotp.res_error_rate.min_accept", "Residual error rate, minimum acceptable", FT_UINT8, BASE_CUSTOM, .custom = rate_ten },
    [ERROR_SIZE] = { "cotp.res_error_rate.tdsu", "Residual error rate, TSDU size of interest", FT_UINT8, BASE_CUSTOM, .custom = size_two },
    [PRIORITY] = NUMBER("vp_priority", "Priority", 16),
    [DELAY_FIRST] = DELAY("targ_calling_called", "target value, calling-called"),
    [DELAY_FIRST + 1] = DELAY("max_accept_calling_called", "maximum acceptable, calling-called"),
    [DELAY_FIRST + 2] = DELAY("targ_called_calling", "target value, called-calling"),
    [DELAY_LAST] = DELAY("max_accept_called_calling", "maximum acceptable, called-calling"),
    [THROUGHPUT_FIRST] = THROUGHPUT("max_throughput.targ_calling_called", "Maximum throughput, target value, calling-called"),
    [THROUGHPUT_FIRST + 1] = THROUGHPUT("max_throughput.min_accept_calling_called", "Maximum throughput, minimum acceptable, calling-called"),
    [THROUGHPUT_FIRST + 2] = THROUGHPUT("max_throughput.targ_called_calling", "Maximum throughput, target value, called-calling"),
    [THROUGHPUT_FIRST + 3] = THROUGHPUT("max_throughput.min_accept_called_calling", "Maximum throughput, minimum acceptable, called-calling"),
    [THROUGHPUT_FIRST + 4] = THROUGHPUT("avg_throughput.targ_calling_called", "Average throughput, target value, calling-called"),
    [THROUGHPUT_FIRST + 5] = THROUGHPUT("avg_throughput.min_accept_calling_called", "Average throughput, minimum acceptable, calling-called"),
    [THROUGHPUT_FIRST + 6] = THROUGHPUT("avg_throughput.targ_called_calling", "Average throughput, target value, called-calling"),
    [THROUGHPUT_LAST] = THROUGHPUT("avg_throughput.min_accept_called_calling", "Average throughput, minimum acceptable, called-calling"),
    [SEQUENCE_NUMBER] = HEX("sequence_number", "Sequence number", 16),
    [REASSIGNMENT_TIME] = NUMBER("reassignment_time", "Reassignment time (secs)", 16),
    [LOWER_WINDOW_EDGE] = HEX("lower_window_edge", "Lower window edge", 32),
    [PREFERRED_SIZE] = NUMBER("preferred_maximum_tpdu_size", "Preferred maximum TPDU size", 32),
    [INACTIVITY_TIMER] = NUMBER("inactivity_timer", "Inactivity timer (ms)", 32),
    [SEGMENT_DATA] = { "cotp.segment_data", "COTP segment data", FT_BYTES, .label_fn = data_label },
    [REASSEMBLED_IN] = { "cotp.reassembled_in", "Reassembled COTP in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [SEGMENTS] = { "cotp.segments", "COTP Segments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [SEGMENT] = { "cotp.segment", "COTP Segment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [OVERLAP] = MADE("segment.overlap", "Segment overlap", FT_BOOLEAN),
    [CONFLICT] = MADE("segment.overlap.conflict", "Conflicting data in segment overlap", FT_BOOLEAN),
    [TAILS] = MADE("segment.multipletails", "Multiple tail segments found", FT_BOOLEAN),
    [TOO_LONG] = MADE("segment.toolongsegment", "Segment too long", FT_BOOLEAN),
    [COUNT] = { "cotp.segment.count", "Segment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [REASSEMBLED_LENGTH] = { "cotp.reassembled.length", "Reassembled COTP length", FT_UINT32, BASE_DEC, .flags = GENERATED },
};
static const struct note_def notes[] = {
    [NOTE_DISCONNECT] = { "cotp.disconnect_request", "Disconnect Request(DR)", SEV_CHAT, GROUP_SEQUENCE, disconnect_text },
    [NOTE_CONFIRM] = { "cotp.disconnect_confirm", "Disconnect Confirm(DC)", SEV_CHAT, GROUP_SEQUENCE, confirm_text },
    [NOTE_REJECT] = { "cotp.reject", "Reject(RJ)", SEV_NOTE, GROUP_SEQUENCE, reject_text },
    [NOTE_CHECKSUM] = { "cotp.bad_checksum", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM },
};

/* --- parameters: section 13.2.3 ------------------------------------------------------------------------------------ */

static void tsap_emit(struct dissect *d, struct cursor c, unsigned text_row)
{
    bool text = true;
    for (uint32_t i = 0; i < c.cap; i++)
        text = text && c.p[i] >= ' ' && c.p[i] <= '~';
    unsigned hex = text_row == SRC_TSAP ? SRC_TSAP_BYTES : DST_TSAP_BYTES;
    if (text) {
        emit_at(d, c, text_row, 0, c.wire);
        set_hidden(d, emit_at(d, c, hex, 0, c.wire));
        return;
    }
    struct strbuf sb = { 0 };
    sb_str(&sb, "0x");
    sb_hex_bytes(&sb, c.p, c.cap, 0);
    const char *kept = packet_copy(d, sb_text(&sb), sb.len + 1);
    if (kept != NULL)
        set_hidden(d, emit_held(d, c, text_row, 0, c.cap, kept, (uint32_t)sb.len));
    sb_free(&sb);
    emit_at(d, c, hex, 0, c.wire);
}

/* Annex B: both sums of the whole TPDU are 0 modulo 255. */
static bool sums_right(struct cursor c)
{
    uint32_t c0 = 0, c1 = 0;
    for (uint32_t i = 0; i < c.cap; i++) {
        c0 = (c0 + c.p[i]) % 255;
        c1 = (c1 + c0) % 255;
    }
    return c0 == 0 && c1 == 0;
}

static void checksum_emit_row(struct dissect *d, struct cursor whole, struct cursor value)
{
    bool right = whole.cap == whole.wire && sums_right(whole);
    uint32_t node = emit_at(d, value, CHECKSUM, 0, 2);
    const bool *kept = packet_copy(d, &right, sizeof right);
    if (kept != NULL)
        annotate(d, node, kept);
    if (!right)
        note_on(d, node, NOTE_CHECKSUM, NULL);
    emit_value(d, value, CHECKSUM_STATUS, 0, 0, right);
}

/* Rows of numbers that follow each other. */
static void numbers(struct dissect *d, struct cursor c, unsigned first, unsigned last, uint32_t size)
{
    for (unsigned row = first; row <= last && c.wire >= size && d->stop == STOP_NONE; row++)
        add_item(d, &c, row, size);
}

static const struct {
    uint8_t code, size;     /* of each number */
    uint8_t first, last;
} number_parameters[] = {
    { 0x85, 2, ACK_TIME, ACK_TIME },
    { 0x86, 1, ERROR_TARGET, ERROR_SIZE },
    { 0x87, 2, PRIORITY, PRIORITY },
    { 0x88, 2, DELAY_FIRST, DELAY_LAST },
    { 0x89, 3, THROUGHPUT_FIRST, THROUGHPUT_LAST },
    { 0x8a, 2, SEQUENCE_NUMBER, SEQUENCE_NUMBER },
    { 0x8b, 2, REASSIGNMENT_TIME, REASSIGNMENT_TIME },
    { 0xc4, 1, VERSION, VERSION },
    { 0xf2, 4, INACTIVITY_TIMER, INACTIVITY_TIMER },
};

static void flow_control(struct dissect *d, struct cursor c)
{
    add_item(d, &c, LOWER_WINDOW_EDGE, 4);
    add_item(d, &c, SEQUENCE_NUMBER, 2);
    add_item(d, &c, CREDIT, 2);
}

/* Options are of one class alone, but for the last. */
static void options(const struct tpdu *t, struct cursor c)
{
    if (t->class == 1) {
        emit_at(t->d, c, NETWORK_EXPEDITED, 0, 1);
        emit_at(t->d, c, CLASS1_USE, 0, 1);
    }
    if (t->class == 4)
        emit_at(t->d, c, CHECKSUM_16, 0, 1);
    emit_at(t->d, c, TRANSPORT_EXPEDITED, 0, 1);
}

static void parameter_value(const struct tpdu *t, struct cursor whole, unsigned code, struct cursor c)
{
    struct dissect *d = t->d;
    for (size_t i = 0; i < ARRAY_LEN(number_parameters); i++)
        if (number_parameters[i].code == code) {
            numbers(d, c, number_parameters[i].first, number_parameters[i].last, number_parameters[i].size);
            return;
        }
    uint64_t number = c.cap <= 4 && c.cap != 0 ? be_uint(c.p, c.cap) : 0;
    switch (code) {
    case 0x8c: flow_control(d, c); break;
    case 0xc0:
        emit_value(d, c, TPDU_SIZE, 0, 1, (uint64_t)1 << (number < SIZE_BITS_MAX ? number : SIZE_BITS_MAX));
        break;
    case 0xc1: tsap_emit(d, c, SRC_TSAP); break;
    case 0xc2: tsap_emit(d, c, DST_TSAP); break;
    case 0xc3: checksum_emit_row(d, whole, c); break;
    case 0xc6: options(t, c); break;
    case 0xf0: emit_value(d, c, PREFERRED_SIZE, 0, c.cap, number * PREFERRED_UNIT); break;
    default: emit_at(d, c, PARAMETER_VALUE, 0, c.wire); break;
    }
}

static void parameters_emit(const struct tpdu *t, struct cursor whole, struct cursor c)
{
    struct dissect *d = t->d;
    while (more(d, &c)) {
        unsigned code = (unsigned)add_uint(d, &c, PARAMETER_CODE, 1);
        uint32_t len = (uint32_t)add_uint(d, &c, PARAMETER_LENGTH, 1);
        if (!need(d, c, 0, len))
            return;
        parameter_value(t, whole, code, cursor_part(c, len));
        cursor_skip(&c, len);
    }
}

/* --- segments of data ---------------------------------------------------------------------------------------------- */

struct tsdu {
    struct pieces pieces;
};
struct talk {
    struct tsdu *open[2];  /* what segments of either direction make */
};
struct fact {
    struct tsdu *tsdu;
    bool settled;
};

static const struct tsdu *tsdu_find(const struct tpdu *t, struct cursor data)
{
    struct dissect *d = t->d;
    struct fact *fact = fact_here(d, fact_slot(data), sizeof *fact);
    if (fact == NULL || !d->first_pass || fact->settled)
        return fact != NULL ? fact->tsdu : NULL;
    fact->settled = true;
    struct flow *flow = flow_here(d);
    struct talk *talk = flow_memory(d, flow, 0, sizeof *talk);
    if (talk == NULL || data.cap < data.wire)
        return NULL;
    struct tsdu **open = &talk->open[flow_direction(flow, d)];
    if (*open == NULL && !t->last)
        *open = flow_take(d, sizeof **open);
    if (*open == NULL)
        return NULL;
    struct tsdu *tsdu = fact->tsdu = *open;
    bool added = pieces_add(d, &tsdu->pieces, data, tsdu->pieces.covered, 0);
    if (added && t->last)
        pieces_end(d, &tsdu->pieces, tsdu->pieces.covered);
    if (!added || t->last)
        *open = NULL;
    return tsdu;
}

static struct verdict user_data(struct tpdu *t, struct cursor data)
{
    struct dissect *d = t->d;
    static const struct piece_rows rows = {
        .all = SEGMENTS,
        .one = SEGMENT,
        .overlap = OVERLAP,
        .conflict = CONFLICT,
        .other_tail = TAILS,
        .too_long = TOO_LONG,
        .count = COUNT,
        .length = REASSEMBLED_LENGTH,
        .data = -1,
        .whole_in = -1,
        .source = "Reassembled COTP",
    };
    const struct tsdu *tsdu = tsdu_find(t, data);
    bool whole = tsdu != NULL && tsdu->pieces.whole_in != 0;
    if ((tsdu != NULL || !t->last) && (data.wire != 0 || whole))
        emit_at(d, data, SEGMENT_DATA, 0, data.cap);
    if (!t->last) {
        if (whole && tsdu->pieces.whole_in != d->frame->number)
            emit_value(d, data, REASSEMBLED_IN, 0, 0, tsdu->pieces.whole_in);
        return done();
    }
    if (whole) {
        data = pieces_join(d, &tsdu->pieces, tsdu->pieces.len, rows.source);
        up(d);
        pieces_emit(d, data, &tsdu->pieces, &rows);
        down(d);
    }
    return data.wire != 0 ? hand_to(&proto_data, 0, data) : done();
}

/* --- TPDUs ---------------------------------------------------------------------------------------------------------- */

static uint32_t add_reference(struct tpdu *t, uint32_t off, unsigned row)
{
    emit_at(t->d, t->c, row, off, 2);
    return get16(t->d, t->c, off);
}

/* Returns where the parameters begin. */
static uint32_t connection(struct tpdu *t)
{
    struct dissect *d = t->d;
    t->destref = add_reference(t, 2, DESTREF);
    t->srcref = t->type != ER ? add_reference(t, 4, SRCREF) : 0;
    if (t->type == DC)
        return 6;
    if (t->type == ER) {
        emit_at(d, t->c, REJECT_CAUSE, 4, 1);
        return 5;
    }
    if (t->type == DR) {
        emit_at(d, t->c, CAUSE, 6, 1);
    } else {
        t->class = get8(d, t->c, 6) >> 4;
        emit_at(d, t->c, CLASS, 6, 1);
        emit_at(d, t->c, EXTENDED_FORMATS, 6, 1);
        emit_at(d, t->c, NO_EXPLICIT_FLOW_CONTROL, 6, 1);
    }
    return 7;
}

/* The formats differ in length alone; a checksum makes each four octets longer. */
static bool is_extended(const struct tpdu *t, unsigned li) { return t->li == li || t->li == li + CHECKSUM_SIZE; }

static uint32_t data(struct tpdu *t)
{
    struct dissect *d = t->d;
    if (t->li < LI_NORMAL) {
        emit_value(d, t->c, DESTREF_NONE, 2, 0, 0);
        emit_at(d, t->c, TPDU_NUMBER, 2, 1);
        emit_at(d, t->c, EOT, 2, 1);
        t->number = get8(d, t->c, 2) & 0x7f;
        t->last = (get8(d, t->c, 2) & LAST_UNIT) != 0;
        return 3;
    }
    t->has_ref = true;
    t->destref = add_reference(t, 2, DESTREF);
    if (is_extended(t, LI_EXTENDED)) {
        t->number = get32(d, t->c, 4) & 0x7fffffff;
        t->last = (get32(d, t->c, 4) & 0x80000000) != 0;
        emit_value(d, t->c, TPDU_NUMBER_LONG, 4, 4, t->number);
        if (t->type == DT)
            emit_at(d, t->c, EOT_LONG, 4, 4);
        return 8;
    }
    t->number = get8(d, t->c, 4) & 0x7f;
    t->last = (get8(d, t->c, 4) & LAST_UNIT) != 0;
    emit_at(d, t->c, TPDU_NUMBER, 4, 1);
    if (t->type == DT)
        emit_at(d, t->c, EOT, 4, 1);
    return 5;
}

static uint32_t acknowledgement(struct tpdu *t)
{
    struct dissect *d = t->d;
    bool credits = t->type != EA;
    bool extended = is_extended(t, credits ? LI_ACK_EXTENDED : LI_EXTENDED);
    t->has_ref = true;
    if (credits && !extended)
        emit_value(d, t->c, CREDIT_SHORT, 1, 1, get8(d, t->c, 1) & 15);
    t->destref = add_reference(t, 2, DESTREF);
    t->number = extended ? get32(d, t->c, 4) : get8(d, t->c, 4);
    emit_at(d, t->c, extended ? NEXT_NUMBER_LONG : NEXT_NUMBER, 4, extended ? 4 : 1);
    if (!extended)
        return 5;
    if (!credits)
        return 8;
    t->has_credit = t->type == AK;
    t->credit = get16(d, t->c, 8);
    emit_at(d, t->c, CREDIT, 8, 2);
    return 10;
}

static unsigned least(unsigned type)
{
    switch (type) {
    case CR:
    case CC:
    case DR: return LI_CONNECT;
    case DC: return LI_CONFIRM;
    case DT: return LI_PLAIN;
    case ED:
    case EA:
    case AK:
    case RJ:
    case ER: return LI_ERROR;
    default: return UINT8_MAX;
    }
}

static uint32_t fixed_part(struct tpdu *t)
{
    struct dissect *d = t->d;
    emit_at(d, t->c, LI, 0, 1);
    uint32_t type = emit_value(d, t->c, TYPE, 1, 1, t->type);
    switch (t->type) {
    case DC:
        t->destref = get16(d, t->c, 2), t->srcref = get16(d, t->c, 4);
        note_on(d, type, NOTE_CONFIRM, t);
        break;
    case RJ:
        t->destref = get16(d, t->c, 2);
        note_on(d, type, NOTE_REJECT, t);
        break;
    default: break;
    }
    switch (t->type) {
    case DT:
    case ED: return data(t);
    case EA:
    case AK:
    case RJ: return acknowledgement(t);
    default: return connection(t);
    }
}

static struct verdict cotp_run(struct dissect *d, struct cursor c)
{
    const uint8_t *h = cursor_peek(c, 0, 2);
    unsigned type = h != NULL ? h[1] >> 4 : 0;
    if (h == NULL || h[0] == UINT8_MAX || h[0] < least(type) || 1u + h[0] > c.wire)
        return not_mine();
    struct tpdu *t = packet_zero(d, sizeof *t);
    if (t == NULL)
        return done();
    struct cursor rest = cursor_at(c, 1u + h[0]);
    *t = (struct tpdu){ .d = d, .c = cursor_part(c, 1u + h[0]), .type = type, .li = h[0], .data_len = rest.wire };
    set_protocol_column(d, "COTP");
    info_set(d, info, t);
    emit_protocol(d, t->c, t->c.cap, NULL);
    parameters_emit(t, c, cursor_at(t->c, fixed_part(t)));
    if (type == DR)
        note_on(d, NO_NODE, NOTE_DISCONNECT, t);
    if (d->stop != STOP_NONE)
        return done();
    if (type == DT)
        return user_data(t, rest);
    return rest.wire != 0 ? hand_to(&proto_data, 0, rest) : done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, 29 } };
static const struct protocol *const calls[] = { &proto_data, NULL };

PROTOCOL(cotp,
    .name = "cotp", .short_name = "COTP", .long_name = "ISO 8073/X.224 COTP Connection-Oriented Transport Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .calls = calls, .run = cotp_run,
    .keeps_state = true, .joins = true
);
