/* frame.c - what the file says about a frame; every packet starts here.  Hands on by "wtap_encap". */
#include "protocols/application/xml.h"
#include "protocols/enterprise.h"
#include "protocols/protocol.h"

#include "capture/capture.h"

enum { FRAME, REF_TIME, SECTION, INTERFACE, INTERFACE_NAME, INTERFACE_DESCRIPTION, QUEUE, FLAGS, FLAG_DIRECTION, FLAG_RECEPTION,
       FLAG_FCS, FLAG_RESERVED, FLAG_CRC, FLAG_LONG, FLAG_SHORT, FLAG_GAP, FLAG_UNALIGNED, FLAG_DELIMITER, FLAG_PREAMBLE,
       FLAG_SYMBOL, PACKET_ID, VERDICT, VERDICT_HW, VERDICT_TC, VERDICT_XDP, VERDICT_UNKNOWN, ENCAP, TIME, OFFSET_SHIFT, TIME_EPOCH,
       TIME_DELTA, TIME_DELTA_DISPLAYED, TIME_RELATIVE, NUMBER, LEN, CAP_LEN, DROP_COUNT, MD5, FILE_OFFSET, MARKED, IGNORED,
       CUSTOM_PEN, CUSTOM_COPY, LOG_TYPE, LOG_LENGTH, LOG_DATA, P2P_DIRECTION, BBLOG, BBLOG_TICKS, BBLOG_SERIAL, PROTOCOLS, COLOR_NAME, COLOR_STRING };
enum { TIME_INVALID, LEN_BELOW_CAP_LEN };

/* FRAME_PREF_HIDE_SHORT of builtin.h is the last of them. */
enum { PREF_FILE_OFFSET, PREF_MD5, PREF_EPOCH, PREF_BITS };

/* --- labels ----------------------------------------------------------------------------------- */

static const struct capture_frame *from_file(const struct dissect *d) { return d->frame->file_frame; }

static const struct capture_interface *interface_of(const struct dissect *d)
{
    if (d->frame->file == NULL || d->frame->interface == CAPTURE_NO_INTERFACE ||
        capture_format(d->frame->file) != CAPTURE_PCAPNG)
        return NULL;
    return capture_interface(d->frame->file, d->frame->interface);
}

static const char *interface_name(const struct capture_interface *i)
{
    return i->name != NULL ? i->name : i->description != NULL ? i->description : "unknown";
}

/* A record of the file that is no packet: something of a vendor's own. */
static bool is_custom(const struct capture_frame *f)
{
    return f != NULL && !f->is_packet && (f->block_type == BLOCK_CB || f->block_type == BLOCK_CB_PRIVATE);
}

/* Whose: the number stands before the record's bytes, in the byte order of its section. */
static uint32_t custom_pen(const struct dissect *d)
{
    const struct capture_frame *f = from_file(d);
    const struct capture_section *s = d->frame->file != NULL ? capture_section(d->frame->file, f->section) : NULL;
    return s != NULL && s->big_endian ? be32(f->bytes - 4) : le32(f->bytes - 4);
}

static bool packet_flags(const struct dissect *d, uint32_t *flags)
{
    struct capture_option o;
    const struct capture_frame *f = from_file(d);
    if (f == NULL || !capture_option_find(f->options, OPT_PKT_FLAGS, 0, &o))
        return false;
    *flags = (uint32_t)capture_option_number(&o);
    return true;
}

static void length_text(struct strbuf *sb, uint32_t len, const char *where, bool no_bits)
{
    sb_printf(sb, "%u byte%s%s", len, len == 1 ? "" : "s", where);
    if (!no_bits)
        sb_printf(sb, " (%llu bits)", (unsigned long long)len * 8);
}

static void custom_label(struct strbuf *sb, const struct dissect *d, bool no_bits)
{
    sb_printf(sb, "PCAPNG Custom Block %u: ", frame_number(d->frame));
    length_text(sb, d->frame->wire_len, "", no_bits);
    sb_str(sb, " of custom data and options, PEN ");
    enterprise_label(sb, custom_pen(d));
    sb_str(sb, from_file(d)->block_type == BLOCK_CB ? ", copying allowed" : ", copying not allowed");
}

/* The node's argument: NULL, or bits are not counted. */
static void frame_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const ways[] = { "unknown", "inbound", "outbound", "unknown" };
    const struct frame_info *f = d->frame;
    const struct capture_interface *i = interface_of(d);
    uint32_t flags;
    if (is_custom(from_file(d))) {
        custom_label(sb, d, n->v.arg != NULL);
        return;
    }
    if (from_file(d) != NULL && from_file(d)->block_type == BLOCK_JOURNAL) {
        sb_printf(sb, "Systemd Journal Entry %u: ", frame_number(f));
        length_text(sb, f->wire_len, "", true);
        return;
    }
    sb_printf(sb, "Frame %u: ", frame_number(f));
    length_text(sb, f->wire_len, " on wire", n->v.arg != NULL);
    sb_str(sb, ", ");
    length_text(sb, f->cap_len, " captured", n->v.arg != NULL);
    if (i != NULL)
        sb_printf(sb, " on interface %s, id %u", interface_name(i), i->number);
    if (packet_flags(d, &flags) && (flags & 3) != 0)
        sb_printf(sb, " (%s)", ways[flags & 3]);
}

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u == 1 ? " byte (" : " bytes (");
    sb_uint(sb, n->v.u * 8);
    sb_str(sb, " bits)");
}

static void offset_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (0x%llx)", (unsigned long long)n->v.u);
}

static void interface_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    const struct capture_interface *i = interface_of(d);
    if (i != NULL)
        sb_printf(sb, " (%s)", interface_name(i));
}

static void name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    const struct capture_interface *i = interface_of(d);
    sb_str(sb, i == NULL ? "" : i->name != NULL ? i->name : "unknown");
}

static void description_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    const struct capture_interface *i = interface_of(d);
    sb_str(sb, i != NULL && i->description != NULL ? i->description : "");
}

static void protocols_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_layers(sb, d);
}

static void color_name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_str(sb, d->coloring != NULL ? d->coloring : "");
}

static void color_filter_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_str(sb, d->coloring_filter != NULL ? d->coloring_filter : "");
}

static const char *encap_text(uint64_t encap) { return encap_name((uint16_t)encap); }

/* The kinds of verdicts of a frame, in the order of the file. */
static void verdict_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const kinds[] = { ", Hardware (0)", ", eBPF_TC (1)", ", eBPF_XDP (2)" };
    struct capture_option o;
    (void)n;
    for (unsigned i = 0; capture_option_find(from_file(d)->options, OPT_PKT_VERDICT, i, &o); i++)
        if (o.len != 0 && o.bytes[0] < ARRAY_LEN(kinds))
            sb_str(sb, kinds[o.bytes[0]]);
}

VALUES(directions, { 0, "Unknown" }, { 1, "Inbound" }, { 2, "Outbound" });
VALUES(receptions, { 0, "Not specified" }, { 1, "Unicast" }, { 2, "Multicast" }, { 3, "Broadcast" }, { 4, "Promiscuous" });
VALUES(tc_verdicts, { 0, "TC_ACT_OK" }, { 1, "TC_ACT_RECLASSIFY" }, { 2, "TC_ACT_SHOT" }, { 3, "TC_ACT_PIPE" },
       { 4, "TC_ACT_STOLEN" }, { 5, "TC_ACT_QUEUED" }, { 6, "TC_ACT_REPEAT" }, { 7, "TC_ACT_REDIRECT" }, { 8, "TC_ACT_TRAP" });
VALUES(xdp_verdicts, { 0, "XDP_ABORTED" }, { 1, "XDP_DROP" }, { 2, "XDP_PASS" }, { 3, "XDP_TX" }, { 4, "XDP_REDIRECT" });
static const struct truth copying = { "Allowed", "Not Allowed" };
VALUES(p2p_directions, { 0, "Sent" }, { 1, "Received" });

#define FLAG(name, label, bit) { name, label, FT_BOOLEAN, BITS_32, .mask = 1u << (bit), .truth = &truth_set }

static const struct field fields[] = {
    [FRAME] = { "frame", "Frame", FT_PROTOCOL, .label_fn = frame_label },
    [REF_TIME] = { "frame.ref_time", "This is a Time Reference frame", FT_NONE },
    [SECTION] = { "frame.section_number", "Section number", FT_UINT32, BASE_DEC },
    [INTERFACE] = { "frame.interface_id", "Interface id", FT_UINT32, BASE_DEC, .suffix = interface_suffix },
    [INTERFACE_NAME] = { "frame.interface_name", "Interface name", FT_STRING, .text = name_text },
    [INTERFACE_DESCRIPTION] = { "frame.interface_description", "Interface description", FT_STRING, .text = description_text },
    [QUEUE] = { "frame.interface_queue", "Interface queue", FT_UINT32, BASE_DEC },
    [FLAGS] = { "frame.packet_flags", "Packet flags", FT_UINT32, BASE_HEX },
    [FLAG_DIRECTION] = { "frame.packet_flags_direction", "Direction", FT_UINT32, BASE_HEX, .mask = 0x3, .values = &directions },
    [FLAG_RECEPTION] = { "frame.packet_flags_reception_type", "Reception type", FT_UINT32, BASE_DEC, .mask = 0x1c, .values = &receptions },
    [FLAG_FCS] = { "frame.packet_flags_fcs_length", "FCS length", FT_UINT32, BASE_DEC, .mask = 0x1e0 },
    [FLAG_RESERVED] = { "frame.packet_flags_reserved", "Reserved", FT_UINT32, BASE_DEC, .mask = 0xfe00 },
    [FLAG_CRC] = FLAG("frame.packet_flags_crc_error", "CRC error", 24),
    [FLAG_LONG] = FLAG("frame.packet_flags_packet_too_error", "Packet too long error", 25),
    [FLAG_SHORT] = FLAG("frame.packet_flags_packet_too_short_error", "Packet too short error", 26),
    [FLAG_GAP] = FLAG("frame.packet_flags_wrong_inter_frame_gap_error", "Wrong interframe gap error", 27),
    [FLAG_UNALIGNED] = FLAG("frame.packet_flags_unaligned_frame_error", "Unaligned frame error", 28),
    [FLAG_DELIMITER] = FLAG("frame.packet_flags_start_frame_delimiter_error", "Start frame delimiter error", 29),
    [FLAG_PREAMBLE] = FLAG("frame.packet_flags_preamble_error", "Preamble error", 30),
    [FLAG_SYMBOL] = FLAG("frame.packet_flags_symbol_error", "Symbol error", 31),
    [PACKET_ID] = { "frame.packet_id", "Packet id", FT_UINT64, BASE_DEC },
    [VERDICT] = { "frame.verdict", "Verdict", FT_STRING, .text = verdict_text },
    [VERDICT_HW] = { "frame.verdict.hw", "Hardware", FT_BYTES, SEP_SPACE },
    [VERDICT_TC] = { "frame.verdict.ebpf_tc", "eBPF TC", FT_INT64, BASE_DEC, .values = &tc_verdicts },
    [VERDICT_XDP] = { "frame.verdict.ebpf_xdp", "eBPF XDP", FT_INT64, BASE_DEC, .values = &xdp_verdicts },
    [VERDICT_UNKNOWN] = { "frame.verdict.unknown", "Unknown", FT_BYTES, SEP_SPACE },
    [ENCAP] = { "frame.encap_type", "Encapsulation type", FT_INT16, BASE_DEC, .name_of = encap_text },
    [TIME] = { "frame.time", "Arrival Time", FT_ABSOLUTE_TIME, BASE_LOCAL },
    [OFFSET_SHIFT] = { "frame.offset_shift", "Time shift for this packet", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_EPOCH] = { "frame.time_epoch", "Epoch Time", FT_RELATIVE_TIME },
    [TIME_DELTA] = { "frame.time_delta", "Time delta from previous captured frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_DELTA_DISPLAYED] = { "frame.time_delta_displayed", "Time delta from previous displayed frame", FT_RELATIVE_TIME, .flags = GENERATED | DISPLAYED },
    [TIME_RELATIVE] = { "frame.time_relative", "Time since reference or first frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [NUMBER] = { "frame.number", "Frame Number", FT_UINT32, BASE_DEC },
    [LEN] = { "frame.len", "Frame Length", FT_UINT32, BASE_DEC, .suffix = length_suffix },
    [CAP_LEN] = { "frame.cap_len", "Capture Length", FT_UINT32, BASE_DEC, .suffix = length_suffix },
    [DROP_COUNT] = { "frame.drop_count", "Drop Count", FT_UINT64, BASE_DEC },
    [MD5] = { "frame.md5_hash", "Frame MD5 Hash", FT_STRING, .flags = GENERATED },
    [FILE_OFFSET] = { "frame.file_off", "File Offset", FT_INT64, BASE_DEC, .suffix = offset_suffix },
    [MARKED] = { "frame.marked", "Frame is marked", FT_BOOLEAN, .flags = GENERATED },
    [IGNORED] = { "frame.ignored", "Frame is ignored", FT_BOOLEAN, .flags = GENERATED },
    [CUSTOM_PEN] = { "frame.cb_pen", "Private Enterprise Number", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label },
    [CUSTOM_COPY] = { "frame.cb_copy", "Copying", FT_BOOLEAN, .truth = &copying },
    [LOG_TYPE] = { "frame.pcaplog.data_type", "Date Type", FT_UINT32, BASE_DEC },
    [LOG_LENGTH] = { "frame.pcaplog.data_length", "Data Length", FT_UINT32, BASE_DEC },
    [LOG_DATA] = { "frame.pcaplog.data", "Data", FT_BYTES },
    [P2P_DIRECTION] = { "frame.p2p_dir", "Point-to-Point Direction", FT_INT8, BASE_DEC, .values = &p2p_directions },
    [BBLOG] = { "frame.bblog", "Black Box Log", FT_STRING },
    [BBLOG_TICKS] = { "frame.bblog.ticks", "Ticks", FT_UINT32, BASE_DEC },
    [BBLOG_SERIAL] = { "frame.bblog.serial_nr", "Serial Number", FT_UINT32, BASE_DEC },
    [PROTOCOLS] = { "frame.protocols", "Protocols in frame", FT_STRING, .flags = GENERATED | WHOLE, .text = protocols_text },
    [COLOR_NAME] = { "frame.coloring_rule.name", "Coloring Rule Name", FT_STRING, .flags = GENERATED | WHOLE, .text = color_name_text },
    [COLOR_STRING] = { "frame.coloring_rule.string", "Coloring Rule String", FT_STRING, .flags = GENERATED | WHOLE, .text = color_filter_text },
};
static const struct note_def notes[] = {
    [TIME_INVALID] = { "frame.time_invalid", "Arrival Time: Fractional second out of range (0-1000000000)", SEV_WARN, GROUP_MALFORMED },
    [LEN_BELOW_CAP_LEN] = { "frame.len_lt_caplen", "Frame length is less than captured length", SEV_ERROR, GROUP_MALFORMED },
};

static const struct pref prefs[] = {
    [PREF_FILE_OFFSET] = { "show_file_off", "Show File Offset", PREF_BOOL, 0 },
    [PREF_MD5] = { "generate_md5_hash", "Work out an MD5 digest of the frame", PREF_BOOL, 0 },
    [PREF_EPOCH] = { "generate_epoch_time", "Show the time in seconds since 1970", PREF_BOOL, 1 },
    [PREF_BITS] = { "generate_bits_field", "Count bits in the heading too", PREF_BOOL, 1 },
    [FRAME_PREF_HIDE_SHORT] = { "disable_packet_size_limited_in_summary", "Do not say in the list that a packet was cut", PREF_BOOL,
                                0 },
};

/* --- comments --------------------------------------------------------------------------------- */

enum { COMMENTS, COMMENT };
enum { COMMENT_NOTE };

static void comment_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->flags & NODE_HELD)
        sb_mem(sb, n->v.held->bytes, n->v.held->len);
}

static void comment_note_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct capture_option *o = n->v.arg;
    (void)d;
    sb_mem(sb, o->bytes, o->len);
}

static const struct field comment_fields[] = {
    [COMMENTS] = { "pkt_comment", "Packet comments", FT_PROTOCOL },
    [COMMENT] = { "frame.comment", "Comment", FT_STRING, .label_fn = comment_label },
};
static const struct note_def comment_notes[] = {
    [COMMENT_NOTE] = { "frame.comment.expert", "Formatted comment", SEV_COMMENT, GROUP_COMMENTS, comment_note_text },
};

static struct verdict comments_run(struct dissect *d, struct cursor c)
{
    const struct capture_option *o;
    struct capture_option found;
    if (!d->emitting || from_file(d) == NULL)
        return done();
    emit_protocol(d, c, 0, NULL);
    for (unsigned i = 0; capture_option_find(from_file(d)->options, OPT_COMMENT, i, &found); i++) {
        o = packet_copy(d, &found, sizeof found);
        uint32_t n = emit_held(d, c, COMMENT, 0, 0, found.bytes, found.len);
        if (o != NULL)
            note_on(d, n, COMMENT_NOTE, o);
    }
    return done();
}

PROTOCOL(pkt_comment,
    .name = "pkt_comment", .short_name = "Pkt_Comment", .long_name = "Packet comments",
    FIELDS(comment_fields), NOTES(comment_notes), .run = comments_run
);

/* --- the frame -------------------------------------------------------------------------------- */

static void time_fields(struct dissect *d, struct cursor c, const struct frame_info *f)
{
    struct nstime zero = { 0 };
    struct nstime delta = f->has_previous_captured ? nstime_minus(f->time, f->previous_captured) : zero;
    struct nstime displayed = f->has_previous_displayed ? nstime_minus(f->time, f->previous_displayed) : zero;
    uint32_t n = emit_value(d, c, TIME, 0, 0, (uint64_t)nstime_to_ns(f->time));
    if (f->time.nsecs < 0 || f->time.nsecs >= 1000000000)
        note_on(d, n, TIME_INVALID, NULL);
    emit_value(d, c, OFFSET_SHIFT, 0, 0, 0);
    if (pref(d, PREF_EPOCH))
        emit_value(d, c, TIME_EPOCH, 0, 0, (uint64_t)nstime_to_ns(f->time));
    emit_value(d, c, TIME_DELTA, 0, 0, (uint64_t)nstime_to_ns(delta));
    emit_value(d, c, TIME_DELTA_DISPLAYED, 0, 0, (uint64_t)nstime_to_ns(displayed));
    emit_value(d, c, TIME_RELATIVE, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(f->time, f->first)));
}

static uint64_t bits_of(const struct field *f, uint32_t flags) { return (flags & f->mask) >> __builtin_ctzll(f->mask); }

static void verdict_fields(struct dissect *d, struct cursor c, struct capture_options options)
{
    struct capture_option o;
    if (!capture_option_find(options, OPT_PKT_VERDICT, 0, &o))
        return;
    emit_value(d, c, VERDICT, 0, 0, 0);
    down(d);
    for (unsigned i = 0; capture_option_find(options, OPT_PKT_VERDICT, i, &o); i++) {
        if (o.len == 0)
            continue;
        struct capture_option value = { .bytes = o.bytes + 1,
                                        .len = (uint16_t)(o.len - 1),
                                        .big_endian = o.big_endian };
        if (o.bytes[0] == 0)
            emit_held(d, c, VERDICT_HW, 0, 0, value.bytes, value.len);
        else if (o.bytes[0] <= 2)
            emit_value(d, c, o.bytes[0] == 1 ? VERDICT_TC : VERDICT_XDP, 0, 0, capture_option_number(&value));
    }
    up(d);
}

static void option_fields(struct dissect *d, struct cursor c, struct capture_options options)
{
    struct capture_option o;
    uint32_t flags;
    if (capture_option_find(options, OPT_PKT_QUEUE, 0, &o))
        emit_value(d, c, QUEUE, 0, 0, capture_option_number(&o));
    if (packet_flags(d, &flags)) {
        emit_value(d, c, FLAGS, 0, 0, flags);
        down(d);
        for (unsigned i = FLAG_DIRECTION; i <= FLAG_SYMBOL; i++)
            emit_value(d, c, i, 0, 0, bits_of(&fields[i], flags));
        up(d);
    }
    if (capture_option_find(options, OPT_PKT_ID, 0, &o))
        emit_value(d, c, PACKET_ID, 0, 0, capture_option_number(&o));
    verdict_fields(d, c, options);
}

static bool is_custom_option(const struct capture_option *o)
{
    return o->code == OPT_CUSTOM_TEXT || o->code == OPT_CUSTOM_BYTES || o->code == OPT_CUSTOM_TEXT_PRIVATE ||
           o->code == OPT_CUSTOM_BYTES_PRIVATE;
}

/* What FreeBSD's TCP logged with the segment: behind Netflix's number, in the section's byte order, all is little-endian:
   a 2 and the log's record, which begins with the time (16 bytes), ticks and serial number. */
static void black_box_fields(struct dissect *d, struct cursor c, struct capture_options options)
{
    enum { NETFLIX = 10949, TCP_RECORD = 2, TICKS = 24, SERIAL = 28, LEAST = 32 };
    struct capture_option o;
    while (capture_option_next(&options, &o)) {
        if (!is_custom_option(&o) || o.len < LEAST || (o.big_endian ? be32(o.bytes) : le32(o.bytes)) != NETFLIX ||
            le32(o.bytes + 4) != TCP_RECORD)
            continue;
        emit_held(d, c, BBLOG, 0, 0, "", 0);
        down(d);
        emit_value(d, c, BBLOG_TICKS, 0, 0, le32(o.bytes + TICKS));
        emit_value(d, c, BBLOG_SERIAL, 0, 0, le32(o.bytes + SERIAL));
        up(d);
        return;
    }
}

static void interface_fields(struct dissect *d, struct cursor c)
{
    const struct capture_interface *i = interface_of(d);
    if (i != NULL || !from_file(d)->is_packet)
        emit_value(d, c, SECTION, 0, 0, from_file(d)->section + 1);
    if (i == NULL)
        return;
    emit_value(d, c, INTERFACE, 0, 0, i->number);
    down(d);
    emit_value(d, c, INTERFACE_NAME, 0, 0, 0);
    if (i->description != NULL)
        emit_value(d, c, INTERFACE_DESCRIPTION, 0, 0, 0);
    up(d);
}

static void custom_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)arg;
    sb_str(sb, "Custom Block: PEN = ");
    enterprise_label(sb, custom_pen(d));
    sb_str(sb, from_file(d)->block_type == BLOCK_CB ? ", will be copied" : ", will not be copied");
}

/* Vector's loggers write what they log, and on which channels, as XML: types 1 to 3. */
static bool is_log(const struct dissect *d)
{
    enum { VECTOR = 46254 };
    return is_custom(from_file(d)) && custom_pen(d) == VECTOR;
}

static void log_fields(struct dissect *d, struct cursor c)
{
    enum { HEADER = 8 };
    uint32_t type = get32le(d, c, 0);
    emit_value(d, c, LOG_TYPE, 0, 4, type);
    uint32_t length = get32le(d, c, 4);
    emit_value(d, c, LOG_LENGTH, 4, 4, length);
    if (!need(d, c, HEADER, length))
        return;
    emit_at(d, c, LOG_DATA, HEADER, length);
    set_protocol_column(d, "pcaplog");
    info_set(d, custom_info, NULL);
    cursor_take(&c, HEADER);
    cursor_limit(&c, length);
    down(d);
    if (c.wire != 0)
        nested(d, hand_to(type >= 1 && type <= 3 ? &proto_xml : &proto_data, 0, c), false);
    up(d);
}

static void frame_fields(struct dissect *d, struct cursor c)
{
    const struct frame_info *f = d->frame;
    const struct capture_frame *file = from_file(d);
    struct capture_option drops;
    uint32_t flags;
    emit_protocol(d, c, c.cap, pref(d, PREF_BITS) ? NULL : &prefs[PREF_BITS]);
    if (file != NULL) {
        interface_fields(d, c);
        option_fields(d, c, file->options);
    }
    if (file == NULL || file->is_packet)
        emit_value(d, c, ENCAP, 0, 0, f->encap);
    if (f->has_time)
        time_fields(d, c, f);
    emit_value(d, c, NUMBER, 0, 0, frame_number(f));
    uint32_t n = emit_value(d, c, LEN, 0, 0, f->wire_len);
    if (f->wire_len < f->cap_len)
        note_on(d, n, LEN_BELOW_CAP_LEN, NULL);
    emit_value(d, c, CAP_LEN, 0, 0, f->cap_len);
    if (file != NULL && capture_option_find(file->options, OPT_PKT_DROPCOUNT, 0, &drops))
        emit_value(d, c, DROP_COUNT, 0, 0, capture_option_number(&drops));
    if (pref(d, PREF_MD5))
        emit_md5(d, c, MD5);
    emit_value(d, c, MARKED, 0, 0, 0);
    emit_value(d, c, IGNORED, 0, 0, 0);
    if (file != NULL && pref(d, PREF_FILE_OFFSET))
        emit_value(d, c, FILE_OFFSET, 0, 0, file->place.offset);
    if (is_log(d)) {
        log_fields(d, c);
    } else if (is_custom(file)) {
        emit_value(d, c, CUSTOM_PEN, 0, 0, custom_pen(d));
        emit_value(d, c, CUSTOM_COPY, 0, 0, file->block_type == BLOCK_CB);
    }
    if (packet_flags(d, &flags) && (flags & 3) != 0)
        emit_value(d, c, P2P_DIRECTION, 0, 0, (flags & 3) == 1);
    if (file != NULL && file->is_packet)
        black_box_fields(d, c, file->options);
    emit_value(d, c, PROTOCOLS, 0, 0, 0);
    if (d->coloring != NULL) {
        emit_value(d, c, COLOR_NAME, 0, 0, 0);
        emit_value(d, c, COLOR_STRING, 0, 0, 0);
    }
}

static void encap_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)arg;
    sb_printf(sb, "WTAP_ENCAP = %u", d->frame->encap);
}

/* A packet without comments. */
static bool frame_pass(struct dissect *d, struct verdict *v)
{
    const struct capture_frame *f = from_file(d);
    if ((f != NULL && (!f->is_packet || f->options.len != 0)) || !claimed(d, TABLE_WTAP_ENCAP, d->frame->encap))
        return false;
    return pass_on(v, TABLE_WTAP_ENCAP, d->frame->encap);
}

static struct verdict frame_run(struct dissect *d, struct cursor c)
{
    struct capture_option comment;
    if (from_file(d) != NULL && from_file(d)->options.len != 0 &&
        capture_option_find(from_file(d)->options, OPT_COMMENT, 0, &comment)) {
        nested(d, hand_to(&proto_pkt_comment, 0, c), false);
        d->n_layers = 1;  /* comments are no protocol of the frame */
    }
    if (d->emitting || is_log(d))
        frame_fields(d, c);
    if (is_log(d))
        return done();
    if (is_custom(from_file(d))) {
        set_protocol_column(d, "PCAPNG");
        info_set(d, custom_info, NULL);
        return hand_to(&proto_data, 0, c);
    }
    if (!claimed(d, TABLE_WTAP_ENCAP, d->frame->encap)) {
        set_protocol_column(d, "UNKNOWN");
        info_set(d, encap_info, NULL);
    }
    return hand_on(TABLE_WTAP_ENCAP, d->frame->encap, c);
}

static uint64_t number_of(const struct glance *g) { return frame_number(g->walk->frame); }
static uint64_t length_of(const struct glance *g) { return g->walk->frame->wire_len; }
static uint64_t captured_of(const struct glance *g) { return g->walk->frame->cap_len; }
static uint64_t epoch_of(const struct glance *g) { return (uint64_t)nstime_to_ns(g->walk->frame->time); }
static uint64_t since_first(const struct glance *g)
{
    return (uint64_t)nstime_to_ns(nstime_minus(g->walk->frame->time, g->walk->frame->first));
}

static const struct glance_row glance_rows[] = {
    { NUMBER, 0, 0, number_of }, { LEN, 0, 0, length_of }, { CAP_LEN, 0, 0, captured_of }, { TIME, 0, 0, epoch_of },
    { TIME_EPOCH, 0, 0, epoch_of }, { TIME_RELATIVE, 0, 0, since_first },
};

static bool frame_glance(struct glance *g)
{
    g->header = 0;
    g->table = TABLE_WTAP_ENCAP;
    g->key = g->second = g->walk->frame->encap;
    return g->walk->frame->has_time && glance_pref(g, PREF_EPOCH);
}

static const uint8_t hands_to[] = { TABLE_WTAP_ENCAP };
static const struct protocol *const calls[] = { &proto_data, &proto_xml, NULL };

PROTOCOL(frame,
    .name = "frame", .short_name = "Frame", .long_name = "Frame",
    FIELDS(fields), NOTES(notes), PREFS(prefs), HANDS_TO(hands_to), .calls = calls, GLANCE(frame_glance, glance_rows), .run = frame_run, .pass = frame_pass
);
