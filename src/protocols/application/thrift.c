/* thrift.c - Apache Thrift: calls and their answers in the binary and the compact protocol, framed or not
   (https://github.com/apache/thrift/tree/master/doc/specs).  Known by how a message begins. */
#include "protocols/application/thrift.h"
#include "protocols/application/charset.h"
#include "protocols/application/thrift.h"
#include "protocols/protocol.h"

extern const struct protocol proto_thrift;

enum {
    THRIFT, FRAME_LEN, EXCEPTION, EXCEPTION_MESSAGE, EXCEPTION_TYPE, HEADING, PROTOCOL_ID, VERSION, MESSAGE_TYPE,
    MESSAGE_TYPE_COMPACT, STRING_LEN, METHOD, SEQUENCE, DATA_HEADING, FIELD_HEADING, TYPE, TYPE_COMPACT, TYPE_STOP, KEY_TYPE, KEY_TYPE_COMPACT,
    VALUE_TYPE, VALUE_TYPE_COMPACT, FIELD_ID, FIELD_ID_MADE, FIELD_ID_DELTA, BOOL, I8, I16, I32, I64, DOUBLE, BINARY, STRING,
    STRING_CODED, STRUCT, LIST, SET, MAP, SET_ITEMS, LIST_ITEMS, MAP_ITEMS, SET_ITEMS_COMPACT, LIST_ITEMS_COMPACT, MANY_ITEMS,
    UUID, TEXT
};
enum { WRONG_TYPE, WRONG_FIELD_ID, NEGATIVE_LENGTH, WRONG_VERSION, NOT_IN_SEQUENCE, NOT_ENOUGH, FRAME_TOO_SHORT, FRAME_TOO_LONG,
       VARINT_TOO_LARGE, UNDEFINED_ID, NEGATIVE_ID, UNORDERED_ID, APPLICATION_EXCEPTION, PROTOCOL_EXCEPTION, TOO_DEEP, NO_FAULT };
enum { PREF_BINARY, PREF_TLS_PORT, PREF_INTERNAL, PREF_FALLBACK, PREF_DEPTH, PREF_DESEGMENT };
enum { AS_TEXT_IF_PRINTABLE, AS_BINARY, AS_ASCII, AS_UTF8, AS_UTF16_BE, AS_UTF16_LE, AS_UTF32_BE, AS_UTF32_LE };
enum { CALL = 1, REPLY, EXCEPTION_REPLY, ONEWAY };
enum { STRICT = 0x80, COMPACT = 0x82, SOON = 1 << 16 };

/* --- names -------------------------------------------------------------------------------------- */

VALUES(protocol_ids, { 0x80, "Strict Binary Protocol" }, { 0x82, "Compact Protocol" });
VALUES(message_types, { CALL, "CALL" }, { REPLY, "REPLY" }, { EXCEPTION_REPLY, "EXCEPTION" }, { ONEWAY, "ONEWAY" });
VALUES(types, { 0, "T_STOP" }, { 1, "T_VOID" }, { 2, "T_BOOL" }, { 3, "T_I8" }, { 4, "T_DOUBLE" }, { 6, "T_I16" },
       { 8, "T_I32" }, { 10, "T_I64" }, { 11, "T_BINARY" }, { 12, "T_STRUCT" }, { 13, "T_MAP" }, { 14, "T_SET" },
       { 15, "T_LIST" }, { 16, "T_UUID" });
VALUES(compact_types, { 0, "T_STOP" }, { 1, "BOOLEAN_TRUE" }, { 2, "BOOLEAN_FALSE" }, { 3, "T_I8" }, { 4, "T_I16" },
       { 5, "T_I32" }, { 6, "T_I64" }, { 7, "T_DOUBLE" }, { 8, "T_BINARY" }, { 9, "T_LIST" }, { 10, "T_SET" }, { 11, "T_MAP" },
       { 12, "T_STRUCT" }, { 13, "T_UUID" });
VALUES(exception_types, { 0, "Unknown (type of peer)" }, { 1, "Unknown Method" }, { 2, "Invalid Message Type" },
       { 3, "Wrong Method Name" }, { 4, "Bad Sequence Id" }, { 5, "Missing Result" }, { 6, "Internal Error" },
       { 7, "Protocol Error (something went wrong during decoding)" }, { 8, "Invalid Transform" }, { 9, "Invalid Protocol" },
       { 10, "Unsupported Client Type" });
VALUES(no_delta, { 0, "Not Set" });
static const struct truth truth_true = { "True", "False" };

/* How a message begins. */
struct head {
    uint32_t frame, start,
        len; /* frame: its length when it is framed; start: of the message after that; len: of the beginning */
    uint32_t method, method_len; /* from the frame's first byte on */
    uint32_t sequence_at, sequence_len;
    uint32_t type, version;
    int32_t sequence;
    bool framed, compact;
    const uint8_t *bytes;
};

static void head_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct head *h = n->v.arg;
    (void)d;
    sb_printf(sb, "%s [version: %u, seqid: %d, method: ", values_or(&message_types, h->type, "Unknown"), h->version,
              h->sequence);
    sb_decoded(sb, h->bytes + h->method, h->method_len, false);
    sb_char(sb, ']');
}

static void data_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const int32_t *exception = n->v.arg;
    (void)d;
    if (exception != NULL && *exception != 0)
        sb_printf(sb, "Exception: %d", *exception);
    else
        sb_str(sb, "Data");
}

static void field_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const int32_t *id = n->v.arg;
    (void)d;
    sb_printf(sb, "Field Header #%d", id != NULL ? *id : 0);
}

static void text_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

/* The high four bits of a byte count the items; the rows are those of wider numbers. */
static void items_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bits(sb, 8, 0xf0, n->v.u << 4);
    sb_printf(sb, "%s: %u", registry_field(n->field)->label, (unsigned)n->v.u);
}

/* Bits of a byte, with the whole byte's digits. */
static void bits_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    (void)d;
    sb_bits(sb, 8, f->mask, n->v.u << __builtin_ctzll(f->mask));
    if (f->values != NULL)
        sb_printf(sb, "%s: %s (0x%02x)", f->label, values_or(f->values, (uint32_t)n->v.u, "Unknown"), (unsigned)n->v.u);
    else
        sb_printf(sb, "%s: 0x%02x", f->label, (unsigned)n->v.u);
}

static void coded_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const char *const *charset = annotation(d, n);
    const uint8_t *bytes = node_bytes(d, n, 0, n->len);
    if (charset != NULL && bytes != NULL)
        sb_charset(sb, *charset, bytes, n->len);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct head *h = arg;
    (void)d;
    sb_str(sb, values_or(&message_types, h->type, "Unknown"));
    sb_char(sb, ' ');
    sb_decoded(sb, h->bytes + h->method, h->method_len, false);
}

static const struct field fields[] = {
    [THRIFT] = { "thrift", "Thrift Protocol", FT_PROTOCOL },
    [FRAME_LEN] = { "thrift.frame_len", "Frame length", FT_INT32, BASE_DEC },
    [EXCEPTION] = { "thrift.exception", "Exception", FT_NONE },
    [EXCEPTION_MESSAGE] = { "thrift.exception.message", "Exception Message", FT_STRING },
    [EXCEPTION_TYPE] = { "thrift.exception.type", "Exception Type", FT_INT32, BASE_DEC, .values = &exception_types },
    [HEADING] = { "", "Call", FT_NONE, .label_fn = head_label },
    [PROTOCOL_ID] = { "thrift.protocol_id", "Protocol id", FT_UINT8, BASE_HEX, .values = &protocol_ids },
    [VERSION] = { "thrift.version", "Version", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [MESSAGE_TYPE] = { "thrift.mtype", "Message type", FT_UINT8, BASE_HEX, .mask = 0x07, .values = &message_types, .label_fn = bits_label },
    [MESSAGE_TYPE_COMPACT] = { "thrift.mtype", "Message type", FT_UINT8, BASE_HEX, .mask = 0xe0, .values = &message_types, .label_fn = bits_label },
    [STRING_LEN] = { "thrift.str_len", "Length", FT_INT32, BASE_DEC },
    [METHOD] = { "thrift.method", "Method", FT_STRING },
    [SEQUENCE] = { "thrift.seq_id", "Sequence Id", FT_INT32, BASE_DEC },
    [DATA_HEADING] = { "", "Data", FT_NONE, .label_fn = data_label },
    [FIELD_HEADING] = { "", "Field Header", FT_NONE, .label_fn = field_label },
    [TYPE] = { "thrift.type", "Type", FT_UINT8, BASE_HEX, .values = &types },
    [TYPE_COMPACT] = { "thrift.type", "Type", FT_UINT8, BASE_HEX, .mask = 0x0f, .values = &compact_types, .label_fn = bits_label },
    [TYPE_STOP] = { "thrift.type", "Type", FT_UINT8, BASE_HEX, .values = &types },
    [KEY_TYPE] = { "thrift.type", "Key Type", FT_UINT8, BASE_HEX, .values = &types },
    [KEY_TYPE_COMPACT] = { "thrift.type", "Key Type", FT_UINT8, BASE_HEX, .mask = 0xf0, .values = &compact_types, .label_fn = bits_label },
    [VALUE_TYPE] = { "thrift.type", "Value Type", FT_UINT8, BASE_HEX, .values = &types },
    [VALUE_TYPE_COMPACT] = { "thrift.type", "Value Type", FT_UINT8, BASE_HEX, .mask = 0x0f, .values = &compact_types, .label_fn = bits_label },
    [FIELD_ID] = { "thrift.fid", "Field Id", FT_INT16, BASE_DEC },
    [FIELD_ID_MADE] = { "thrift.fid", "Field Id", FT_INT16, BASE_DEC, .flags = GENERATED },
    [FIELD_ID_DELTA] = { "thrift.fid_delta", "Field Id Delta", FT_UINT8, BASE_DEC, .flags = SPECIAL, .mask = 0xf0, .values = &no_delta },
    [BOOL] = { "thrift.bool", "Boolean", FT_BOOLEAN, .truth = &truth_true },
    [I8] = { "thrift.i8", "Integer8", FT_INT8, BASE_DEC },
    [I16] = { "thrift.i16", "Integer16", FT_INT16, BASE_DEC },
    [I32] = { "thrift.i32", "Integer32", FT_INT32, BASE_DEC },
    [I64] = { "thrift.i64", "Integer64", FT_INT64, BASE_DEC },
    [DOUBLE] = { "thrift.double", "Double", FT_DOUBLE },
    [BINARY] = { "thrift.binary", "Binary", FT_BYTES },
    [STRING] = { "thrift.string", "String", FT_STRING },
    [STRING_CODED] = { "thrift.string", "String", FT_STRING, .text = coded_text },
    [STRUCT] = { "thrift.struct", "Struct", FT_NONE },
    [LIST] = { "thrift.list", "List", FT_NONE },
    [SET] = { "thrift.set", "Set", FT_NONE },
    [MAP] = { "thrift.map", "Map", FT_NONE },
    [SET_ITEMS] = { "thrift.num_set_item", "Number of Set Items", FT_INT32, BASE_DEC },
    [LIST_ITEMS] = { "thrift.num_list_item", "Number of List Items", FT_INT32, BASE_DEC },
    [MAP_ITEMS] = { "thrift.num_map_item", "Number of Map Items", FT_INT32, BASE_DEC },
    [SET_ITEMS_COMPACT] = { "thrift.num_set_item", "Number of Set Items", FT_INT32, BASE_DEC, .label_fn = items_label },
    [LIST_ITEMS_COMPACT] = { "thrift.num_list_item", "Number of List Items", FT_INT32, BASE_DEC, .label_fn = items_label },
    [MANY_ITEMS] = { "thrift.num_item", "More than 14 items", FT_UINT8, BASE_HEX, .mask = 0xf0, .label_fn = bits_label },
    [UUID] = { "thrift.uuid", "UUID", FT_GUID },
    [TEXT] = { "", "Text", FT_NONE, .label_fn = text_label },
};

static const struct note_def notes[] = {
    [WRONG_TYPE] = { "thrift.wrong_type", "Type value not expected.", SEV_ERROR, GROUP_PROTOCOL },
    [WRONG_FIELD_ID] = { "thrift.wrong_field_id", "Field id different from value provided by sub-dissector.", SEV_ERROR, GROUP_PROTOCOL },
    [NEGATIVE_LENGTH] = { "thrift.negative_length", "Length greater than 2 GiB not supported.", SEV_ERROR, GROUP_PROTOCOL },
    [WRONG_VERSION] = { "thrift.wrong_proto_version", "Protocol version invalid or unsupported.", SEV_ERROR, GROUP_PROTOCOL },
    [NOT_IN_SEQUENCE] = { "thrift.struct_fid_not_in_seq", "Missing mandatory field id in struct.", SEV_ERROR, GROUP_PROTOCOL },
    [NOT_ENOUGH] = { "thrift.not_enough_data", "Not enough data to decode.", SEV_WARN, GROUP_PROTOCOL },
    [FRAME_TOO_SHORT] = { "thrift.frame_too_short", "Thrift frame shorter than data.", SEV_ERROR, GROUP_PROTOCOL },
    [FRAME_TOO_LONG] = { "thrift.frame_too_long", "Thrift frame longer than data.", SEV_WARN, GROUP_PROTOCOL },
    [VARINT_TOO_LARGE] = { "thrift.varint_too_large", "Thrift varint value too large for target integer type.", SEV_ERROR, GROUP_PROTOCOL },
    [UNDEFINED_ID] = { "thrift.undefined_field_id", "Field id not defined by sub-dissector, using generic Thrift dissector.", SEV_NOTE, GROUP_PROTOCOL },
    [NEGATIVE_ID] = { "thrift.negative_field_id", "Encountered unexpected negative field id, possibly an old application.", SEV_NOTE, GROUP_PROTOCOL },
    [UNORDERED_ID] = { "thrift.unordered_field_id", "Field id not defined by sub-dissector, using generic Thrift dissector.", SEV_WARN, GROUP_PROTOCOL },
    [APPLICATION_EXCEPTION] = { "thrift.application_exception", "The application recognized the method but rejected the content.", SEV_NOTE, GROUP_PROTOCOL },
    [PROTOCOL_EXCEPTION] = { "thrift.protocol_exception", "The application was not able to handle the request.", SEV_WARN, GROUP_PROTOCOL },
    [TOO_DEEP] = { "thrift.too_many_subtypes", "Too many level of sub-types nesting.", SEV_ERROR, GROUP_PROTOCOL },
};

VALUES(binary_choices, { AS_TEXT_IF_PRINTABLE, "UTF-8 if printable" }, { AS_BINARY, "Binary (hexadecimal string)" },
       { AS_ASCII, "ASCII String" }, { AS_UTF8, "UTF-8 String" }, { AS_UTF16_BE, "UTF-16 Big Endian" },
       { AS_UTF16_LE, "UTF-16 Little Endian" }, { AS_UTF32_BE, "UTF-32 Big Endian" }, { AS_UTF32_LE, "UTF-32 Little Endian" });
static const struct pref prefs[] = {
    [PREF_BINARY] = { "decode_binary", "How bytes are shown", PREF_ENUM, 0, NULL, &binary_choices },
    [PREF_TLS_PORT] = { "tls.port", "Port over TLS", PREF_UINT, 0 },
    [PREF_INTERNAL] = { "show_internal", "Show the fields' headers also for known methods", PREF_BOOL, 0 },
    [PREF_FALLBACK] = { "fallback_on_generic", "Show what a known method does not expect", PREF_BOOL, 0 },
    [PREF_DEPTH] = { "nested_type_depth", "How deep types may stand in each other", PREF_UINT, 25 },
    [PREF_DESEGMENT] = { "desegment_framed", "Put together messages of several TCP segments", PREF_BOOL, 1 },
};

/* --- reading ------------------------------------------------------------------------------------ */

/* A walk over a message's fields, to show them. */
struct walk {
    struct dissect *d;
    struct cursor c;
    bool compact, showing_exception;
    bool broken;  /* it cannot be followed any further */
};

static bool going(const struct walk *w) { return !w->broken && w->d->stop == STOP_NONE; }

static bool has(struct walk *w, uint64_t n)
{
    if (!going(w))
        return false;
    if (n <= w->c.cap)
        return true;
    fall_short(w->d, w->c, 0, n);
    return false;
}

static void fault(struct walk *w, uint32_t node, unsigned note)
{
    note_on(w->d, node, note, NULL);
    w->broken = true;
}

/* A line of its own for what cannot be put anywhere else. */
static void fault_line(struct walk *w, unsigned note)
{
    fault(w, emit_arg(w->d, w->c, TEXT, 0, 0, notes[note].text), note);
}

/* A number in groups of seven bits, the lowest first (ULEB128); its size in bytes, 0: it is not there or too long. */
static uint32_t varint(struct walk *w, uint64_t *value)
{
    *value = 0;
    for (uint32_t i = 0; i < 10; i++) {
        if (!has(w, i + 1))
            return 0;
        uint64_t low = w->c.p[i] & 0x7f;
        if (i == 9 && low > 1)
            break;
        *value |= low << (7 * i);
        if (w->c.p[i] < 0x80)
            return i + 1;
    }
    fault_line(w, VARINT_TOO_LARGE);
    return 0;
}

static uint32_t show(struct walk *w, unsigned row, uint32_t len)
{
    return w->showing_exception ? (uint32_t)NO_NODE : emit_at(w->d, w->c, row, 0, len);
}

static uint32_t show_value(struct walk *w, unsigned row, uint32_t len, uint64_t value)
{
    return w->showing_exception ? (uint32_t)NO_NODE : emit_value(w->d, w->c, row, 0, len, value);
}

/* A length of what follows; false: it is not there or makes no sense. */
static bool length_read(struct walk *w, unsigned row, uint32_t *len)
{
    uint64_t v = 0;
    uint32_t size = 4;
    if (w->compact)
        size = varint(w, &v);
    else if (has(w, 4))
        v = be32(w->c.p);
    if (!going(w))
        return false;
    uint32_t n = show_value(w, row, size, (uint64_t)(int64_t)(int32_t)v);
    if (v > INT32_MAX)
        fault(w, n, NEGATIVE_LENGTH);
    cursor_skip(&w->c, size);
    *len = (uint32_t)v;
    return going(w);
}

static void integer(struct walk *w, unsigned row, uint32_t size)
{
    uint64_t v = 0;
    if (w->compact && size > 1) {
        size = varint(w, &v);
        int64_t value = thrift_unzigzag(v);
        bool fits = row == I64 || (row == I32 ? value == (int32_t)value : value == (int16_t)value);
        if (!going(w))
            return;
        uint32_t n = show_value(w, fits ? row : I64, size, (uint64_t)value);
        if (!fits)
            note_on(w->d, n, VARINT_TOO_LARGE, NULL);
    } else if (has(w, size)) {
        show(w, row, size);
    } else {
        return;
    }
    cursor_skip(&w->c, size);
}

/* Printable UTF-8: no controls but ends of lines, and NULs at the end. */
static bool printable(const uint8_t *p, uint32_t len)
{
    while (len > 1 && p[len - 1] == 0)
        len--;
    for (uint32_t i = 0; i < len;) {
        uint32_t more = p[i] < 0x80                   ? 0
                        : p[i] >= 0xc2 && p[i] < 0xe0 ? 1
                        : p[i] >= 0xe0 && p[i] < 0xf0 ? 2
                        : p[i] >= 0xf0 && p[i] < 0xf5 ? 3
                                                      : 9;
        if (more == 9 || more >= len - i || (p[i] < 0x20 && p[i] != '\n' && p[i] != '\r') || p[i] == 0x7f)
            return false;
        for (uint32_t k = 1; k <= more; k++)
            if ((p[i + k] & 0xc0) != 0x80)
                return false;
        i += more + 1;
    }
    return true;
}

static void bytes_show(struct walk *w, uint32_t len)
{
    static const char *const charsets[] = {
        [AS_UTF16_BE] = "UTF-16BE", [AS_UTF16_LE] = "UTF-16LE", [AS_UTF32_BE] = "UTF-32BE", [AS_UTF32_LE] = "UTF-32LE"
    };
    uint32_t as = pref(w->d, PREF_BINARY);
    bool text = as == AS_TEXT_IF_PRINTABLE ? printable(w->c.p, len) : as != AS_BINARY;
    if (as < AS_UTF16_BE || as > AS_UTF32_LE)
        show(w, text ? STRING : BINARY, len);
    else
        annotate(w->d, emit_arg(w->d, w->c, STRING_CODED, 0, len, NULL), &charsets[as]);
}

/* `inside`: a field of a struct, whose length stands with its header. */
static void binary(struct walk *w, uint32_t header)
{
    uint32_t len = 0;
    bool inside = header != NO_NODE;
    if (inside)
        down(w->d);
    bool there = length_read(w, STRING_LEN, &len);
    if (inside) {
        up(w->d);
        set_end(w->d, header, w->c);
    }
    if (!there || !has(w, len))
        return;
    bytes_show(w, len);
    cursor_skip(&w->c, len);
}

/* --- values ------------------------------------------------------------------------------------- */

static void value(struct walk *w, uint32_t type, uint32_t header, uint32_t depth);
static void struct_fields(struct walk *w, uint32_t depth);

/* `n` elements, each a value of the first type and, in maps, one of the second. */
static void elements(struct walk *w, uint32_t n, uint32_t first, uint32_t second, uint32_t depth)
{
    for (uint32_t i = 0; i < n && going(w); i++) {
        value(w, first, NO_NODE, depth);
        if (second != 0)
            value(w, second, NO_NODE, depth);
    }
}

static void list(struct walk *w, unsigned heading, unsigned items, unsigned items_compact, uint32_t depth)
{
    uint32_t n = 0, node = show(w, heading, 0), size = 1;
    down(w->d);
    if (has(w, w->compact ? 1 : 5)) {
        uint32_t type = w->c.p[0];
        uint32_t type_node = show(w, w->compact ? TYPE_COMPACT : TYPE, 1);
        bool wrong = !thrift_known_type(w->compact ? thrift_compact_type(type) : type);
        if (wrong && (!w->compact || type != 0))
            note_on(w->d, type_node, WRONG_TYPE, NULL);
        if (w->compact && type >> 4 == 15) {
            show(w, MANY_ITEMS, 1);
            cursor_skip(&w->c, 1);
            length_read(w, items, &n);
            size = 0;
        } else if (w->compact) {
            n = type >> 4;
            show_value(w, items_compact, 1, n);
        } else {
            cursor_skip(&w->c, 1);
            length_read(w, items, &n);
            size = 0;
        }
        cursor_skip(&w->c, size);
        if (wrong && n != 0)
            w->broken = true;
        elements(w, n, w->compact ? thrift_compact_type(type) : type, 0, depth);
    }
    up(w->d);
    set_end(w->d, node, w->c);
}

/* The kinds of a map's keys and values; false when one of them is none. */
static bool map_types(struct walk *w, uint32_t *key, uint32_t *val)
{
    uint32_t size = w->compact ? 1 : 2;
    if (!has(w, size))
        return false;
    *key = w->compact ? thrift_compact_type(w->c.p[0] >> 4) : w->c.p[0];
    *val = w->compact ? thrift_compact_type(w->c.p[0]) : w->c.p[1];
    uint32_t none = w->compact ? 0 : be16(w->c.p);
    uint32_t node = show(w, w->compact ? KEY_TYPE_COMPACT : KEY_TYPE, 1);
    if (!thrift_known_type(*key) && none != 0)
        note_on(w->d, node, WRONG_TYPE, NULL);
    node = w->compact ? show(w, VALUE_TYPE_COMPACT, 1) : emit_at(w->d, w->c, VALUE_TYPE, 1, 1);
    if (!thrift_known_type(*val) && none != 0)
        note_on(w->d, node, WRONG_TYPE, NULL);
    cursor_skip(&w->c, size);
    return thrift_known_type(*key) && thrift_known_type(*val);
}

static void map(struct walk *w, uint32_t depth)
{
    uint32_t n = 0, key = 0, val = 0, node = show(w, MAP, 0);
    bool sound = true;
    down(w->d);
    if (!w->compact)
        sound = map_types(w, &key, &val);
    length_read(w, MAP_ITEMS, &n);
    if (w->compact && n != 0)
        sound = map_types(w, &key, &val);
    if (n != 0 && !sound)
        w->broken = true;
    if (going(w))
        elements(w, n, key, val, depth);
    up(w->d);
    set_end(w->d, node, w->c);
}

static void structure(struct walk *w, uint32_t depth)
{
    uint32_t node = show(w, STRUCT, 0);
    down(w->d);
    struct_fields(w, depth);
    up(w->d);
    set_end(w->d, node, w->c);
}

static void fixed(struct walk *w, unsigned row, uint32_t size)
{
    if (!has(w, size))
        return;
    if (row == BOOL)
        show_value(w, BOOL, 1, w->compact ? w->c.p[0] == 1 : w->c.p[0] != 0);
    else if (row == DOUBLE && w->compact)
        show_value(w, DOUBLE, 8, le64(w->c.p));
    else
        show(w, row, size);
    cursor_skip(&w->c, size);
}

/* `header`: the node of the field's header, NO_NODE for an element of a list. */
static void value(struct walk *w, uint32_t type, uint32_t header, uint32_t depth)
{
    uint32_t most = pref(w->d, PREF_DEPTH) < THRIFT_DEPTH_MAX ? pref(w->d, PREF_DEPTH) : THRIFT_DEPTH_MAX;
    if (type >= T_STRUCT && type <= T_LIST && depth >= most) {
        fault(w, header, TOO_DEEP);
        return;
    }
    switch (type) {
    case T_BOOL: fixed(w, BOOL, 1); break;
    case T_I8: integer(w, I8, 1); break;
    case T_I16: integer(w, I16, 2); break;
    case T_I32: integer(w, I32, 4); break;
    case T_I64: integer(w, I64, 8); break;
    case T_DOUBLE: fixed(w, DOUBLE, 8); break;
    case T_UUID: fixed(w, UUID, 16); break;
    case T_BINARY: binary(w, header); break;
    case T_STRUCT: structure(w, depth + 1); break;
    case T_MAP: map(w, depth + 1); break;
    case T_SET: list(w, SET, SET_ITEMS, SET_ITEMS_COMPACT, depth + 1); break;
    case T_LIST: list(w, LIST, LIST_ITEMS, LIST_ITEMS_COMPACT, depth + 1); break;
    default: w->broken = true;
    }
}

/* --- fields of structs -------------------------------------------------------------------------- */

struct field_head {
    uint32_t type, size, node;
    int32_t id;
    bool truth;  /* the compact protocol has a boolean's value in its type */
};

static uint32_t field_heading(struct walk *w, const struct field_head *f)
{
    return w->showing_exception
               ? (uint32_t)NO_NODE
               : emit_arg(w->d, w->c, FIELD_HEADING, 0, f->size, packet_copy(w->d, &f->id, sizeof f->id));
}

static void type_check(struct walk *w, uint32_t type, uint32_t node)
{
    if (!thrift_known_type(type))
        fault(w, node, WRONG_TYPE);
}

static bool field_binary(struct walk *w, struct field_head *f)
{
    if (!has(w, 3))
        return false;
    f->type = w->c.p[0];
    f->id = (int16_t)be16(w->c.p + 1);
    f->size = 3;
    f->node = field_heading(w, f);
    down(w->d);
    uint32_t type = show(w, TYPE, 1);
    bool broken = !thrift_known_type(f->type);
    if (broken)
        note_on(w->d, type, WRONG_TYPE, NULL);
    cursor_skip(&w->c, 1);
    uint32_t id = show(w, FIELD_ID, 2);
    if (f->id < 0)
        note_on(w->d, id, NEGATIVE_ID, NULL);
    cursor_skip(&w->c, 2);
    up(w->d);
    w->broken |= broken;
    return going(w);
}

/* The identifier is that of the field before plus the high four bits, or stands after the type when they are 0. */
static bool field_compact(struct walk *w, struct field_head *f, int32_t before)
{
    uint64_t v = 0;
    uint32_t first = w->c.p[0], delta = first >> 4;
    struct cursor start = w->c;
    f->type = thrift_compact_type(first);
    f->truth = (first & 15) == 1;
    cursor_skip(&w->c, 1);
    uint32_t size = delta == 0 ? varint(w, &v) : 0;
    w->c = start;
    if (!going(w))
        return false;
    f->id = (int16_t)(delta != 0 ? before + (int32_t)delta : thrift_unzigzag(v));
    f->size = 1 + size;
    f->node = field_heading(w, f);
    down(w->d);
    type_check(w, f->type, show(w, TYPE_COMPACT, 1));
    show(w, FIELD_ID_DELTA, 1);
    if (delta != 0)
        show_value(w, FIELD_ID_MADE, 1, (uint64_t)(int64_t)f->id);
    cursor_skip(&w->c, 1);
    if (delta == 0) {
        show_value(w, FIELD_ID, size, (uint64_t)(int64_t)f->id);
        cursor_skip(&w->c, size);
    }
    up(w->d);
    return going(w);
}

/* The next field's header; false after the last. */
static bool field_next(struct walk *w, struct field_head *f, int32_t before)
{
    if (!has(w, 1))
        return false;
    if (w->c.p[0] == T_STOP) {
        show(w, TYPE_STOP, 1);
        cursor_skip(&w->c, 1);
        return false;
    }
    return w->compact ? field_compact(w, f, before) : field_binary(w, f);
}

static void field_value(struct walk *w, const struct field_head *f, uint32_t depth)
{
    if (!w->compact || f->type != T_BOOL) {
        value(w, f->type, f->node, depth);
        return;
    }
    struct cursor after = w->c;
    w->c.p -= 1, w->c.offset -= 1, w->c.cap += 1, w->c.contained += 1, w->c.wire += 1;  /* the type is the value */
    show_value(w, BOOL, 1, f->truth);
    w->c = after;
}

static void struct_fields(struct walk *w, uint32_t depth)
{
    struct field_head f = { .node = NO_NODE };
    while (field_next(w, &f, f.id)) {
        field_value(w, &f, depth);
    }
}

/* TApplicationException: a text as field 1 and a number as field 2. */
static void exception_fields(struct walk *w)
{
    struct field_head f = { .node = NO_NODE };
    uint32_t node = emit_at(w->d, w->c, EXCEPTION, 0, 0);
    bool typed = false;
    down(w->d);
    w->showing_exception = true;
    while (going(w) && field_next(w, &f, f.id)) {
        uint32_t len = 0;
        if (f.id == 1 && f.type == T_BINARY && !typed) {
            if (length_read(w, STRING_LEN, &len) && has(w, len))
                emit_at(w->d, w->c, EXCEPTION_MESSAGE, 0, len);
            cursor_skip(&w->c, len);
        } else if (f.id == 2 && f.type == T_I32 && !typed) {
            uint64_t v = 0;
            uint32_t size = w->compact ? varint(w, &v) : 4;
            if (has(w, size))
                emit_value(w->d, w->c, EXCEPTION_TYPE, 0, size,
                           w->compact ? (uint64_t)thrift_unzigzag(v) : (uint64_t)(int64_t)(int32_t)be32(w->c.p));
            cursor_skip(&w->c, size);
            typed = true;
        } else {
            fault_line(w, typed ? WRONG_TYPE : NOT_IN_SEQUENCE);
        }
    }
    if (going(w) && !typed)
        fault_line(w, NOT_IN_SEQUENCE);
    w->showing_exception = false;
    up(w->d);
    set_end(w->d, node, w->c);
}

/* --- messages ----------------------------------------------------------------------------------- */

enum beginning { IS_NONE, IS_SHORT, IS_MESSAGE, IS_NEGATIVE };

static enum beginning varint_at(struct cursor c, uint32_t *at, uint64_t *v)
{
    *v = 0;
    for (uint32_t i = 0; i < 5; i++, ++*at) {
        if (*at >= c.cap)
            return IS_SHORT;
        *v |= (uint64_t)(c.p[*at] & 0x7f) << (7 * i);
        if (c.p[*at] < 0x80) {
            ++*at;
            return IS_MESSAGE;
        }
    }
    return IS_NONE;
}

static enum beginning method_check(struct cursor c, struct head *h)
{
    if (h->method_len > INT32_MAX)
        return IS_NEGATIVE;
    if (h->method > c.cap || h->method_len > c.cap - h->method)
        return IS_SHORT;
    return printable(c.p + h->method, h->method_len) ? IS_MESSAGE : IS_NONE;
}

static enum beginning head_compact(struct cursor c, struct head *h)
{
    uint64_t v;
    uint32_t at = h->start + 2;
    if (c.cap < at)
        return IS_SHORT;
    h->version = c.p[at - 1] & 0x1f;
    h->type = c.p[at - 1] >> 5;
    if (h->version != 1 || h->type < CALL || h->type > ONEWAY)
        return IS_NONE;
    h->sequence_at = at;
    enum beginning b = varint_at(c, &at, &v);
    if (b != IS_MESSAGE)
        return b;
    h->sequence = (int32_t)thrift_unzigzag(v);
    h->sequence_len = at - h->sequence_at;
    b = varint_at(c, &at, &v);
    if (b != IS_MESSAGE)
        return b;
    h->method = at;
    h->method_len = (uint32_t)v;
    h->len = at + h->method_len;
    return method_check(c, h);
}

static enum beginning head_binary(struct cursor c, struct head *h)
{
    if (c.cap < h->start + 4)
        return IS_SHORT;
    h->version = c.p[h->start + 1] & 0x1f;
    h->type = c.p[h->start + 3];
    if (c.p[h->start + 1] != 1 || h->type < CALL || h->type > ONEWAY)
        return IS_NONE;
    if (c.cap < h->start + 8)
        return IS_SHORT;
    h->method = h->start + 8;
    h->method_len = be32(c.p + h->start + 4);
    enum beginning b = method_check(c, h);
    if (b != IS_MESSAGE)
        return b;
    h->sequence_at = h->method + h->method_len;
    h->sequence_len = 4;
    if (h->sequence_at + 4 > c.cap)
        return IS_SHORT;
    h->sequence = (int32_t)be32(c.p + h->sequence_at);
    h->len = h->sequence_at + 4;
    return IS_MESSAGE;
}

static enum beginning head_read(struct cursor c, struct head *h)
{
    *h = (struct head){ .bytes = c.p };
    if (c.cap == 0)
        return IS_SHORT;
    h->framed = c.p[0] < 0x80;
    h->start = h->framed ? 4 : 0;
    if (c.cap <= h->start)
        return IS_SHORT;
    if (h->framed)
        h->frame = be32(c.p);
    h->compact = c.p[h->start] == COMPACT;
    if (!h->compact && c.p[h->start] != STRICT)
        return IS_NONE;
    enum beginning b = h->compact ? head_compact(c, h) : head_binary(c, h);
    if (b == IS_MESSAGE && h->framed && h->frame < h->len - h->start)
        b = IS_NONE;
    return b == IS_MESSAGE && h->len >= c.cap ? IS_SHORT : b;
}

static void walk_fields(struct walk *w, const struct head *h)
{
    if (h->type == EXCEPTION_REPLY)
        exception_fields(w);
    else
        struct_fields(w, 0);
}

static void head_emit(struct dissect *d, struct cursor c, const struct head *h)
{
    uint32_t s = h->start;
    emit_arg(d, c, HEADING, s, h->len - s, h);
    down(d);
    emit_at(d, c, PROTOCOL_ID, s, 1);
    emit_at(d, c, VERSION, s + 1, 1);
    uint32_t type = h->compact ? emit_at(d, c, MESSAGE_TYPE_COMPACT, s + 1, 1) : emit_at(d, c, MESSAGE_TYPE, s + 3, 1);
    if (h->type == EXCEPTION_REPLY)
        note_on(d, type, PROTOCOL_EXCEPTION, NULL);
    uint64_t sequence = (uint64_t)(int64_t)h->sequence;
    if (h->compact)
        emit_value(d, c, SEQUENCE, h->sequence_at, h->sequence_len, sequence);
    uint32_t len_at = h->compact ? h->sequence_at + h->sequence_len : s + 4;
    emit_value(d, c, STRING_LEN, len_at, h->method - len_at, h->method_len);
    emit_at(d, c, METHOD, h->method, h->method_len);
    if (!h->compact)
        emit_value(d, c, SEQUENCE, h->sequence_at, h->sequence_len, sequence);
    up(d);
}

/* What the first field says of an answer: 0 is the result, others are exceptions. */
static int32_t first_field(struct cursor c, const struct head *h)
{
    if (h->type != REPLY || c.cap < 3 || c.p[0] == T_STOP)
        return 0;
    if (!h->compact)
        return (int16_t)be16(c.p + 1);
    return c.p[0] >> 4 != 0 ? c.p[0] >> 4 : (int32_t)thrift_unzigzag(c.p[1]);
}

/* `measured`: it was followed to its end already. */
static void message_show(struct dissect *d, struct cursor c, const struct head *h, bool measured)
{
    if (strcmp(d->protocol_column, "THRIFT") != 0)
        info_clear(d);
    set_protocol_column(d, "THRIFT");
    info_separated(d, ", ", info, h);
    emit_protocol(d, c, c.cap, NULL);
    if (h->framed)
        emit_at(d, c, FRAME_LEN, 0, 4);
    head_emit(d, c, h);
    if (measured && silent(d))
        return;
    struct walk w = { .d = d, .c = cursor_at(c, h->len), .compact = h->compact };
    if (h->type != EXCEPTION_REPLY) {
        int32_t exception = first_field(w.c, h);
        uint32_t node = emit_arg(d, w.c, DATA_HEADING, 0, w.c.cap, packet_copy(d, &exception, sizeof exception));
        down(d);
        walk_fields(&w, h);
        up(d);
        if (!w.broken)
            set_end(d, node, w.c);
    } else {
        walk_fields(&w, h);
    }
    if (h->framed && more(d, &w.c) && !w.broken) {
        uint32_t node = emit_arg(d, w.c, TEXT, 0, w.c.cap, notes[FRAME_TOO_LONG].text);
        note_on(d, node, FRAME_TOO_LONG, NULL);
    }
}

static void negative_show(struct dissect *d, struct cursor c)
{
    info_clear(d);
    set_protocol_column(d, "THRIFT");
    uint32_t node = emit_protocol(d, c, c.cap, NULL);
    note_on(d, node, NEGATIVE_LENGTH, NULL);
}

/* --- the stream --------------------------------------------------------------------------------- */

/* What a conversation keeps of a message that waits for more, for each direction. */
struct talk {
    uint32_t serial;
    struct thrift_measure *waits[2];
};

/* The measure of the message at hand, as far as it got when less of it was there; else `fresh`. */
static struct thrift_measure *measure_of(struct dissect *d, const struct talk *t, unsigned direction,
                                         const struct head *h, struct thrift_measure *fresh)
{
    struct thrift_measure *kept = t != NULL && d->first_pass && d->mark != 0 ? t->waits[direction] : NULL;
    if (kept != NULL && kept->serial == d->mark)
        return kept;
    thrift_measure_begin(fresh, h->compact, h->type == EXCEPTION_REPLY, pref(d, PREF_DEPTH));
    return fresh;
}

/* So that it need not be followed from its beginning again; returns what stands for it in want_more. */
static uint32_t measure_keep(struct dissect *d, struct talk *t, unsigned direction, const struct thrift_measure *m)
{
    if (m->serial != 0 || t == NULL || !d->first_pass)
        return m->serial;
    struct thrift_measure *kept = t->waits[direction] != NULL ? t->waits[direction] : flow_take(d, sizeof *m);
    if (kept == NULL)
        return 0;
    *kept = *m;
    t->waits[direction] = kept;
    return kept->serial = ++t->serial;
}

/* How long the message is, and what to ask for. */
static uint32_t measure(struct dissect *d, struct cursor c, const struct head *h, struct verdict *ask)
{
    const uint32_t most = (uint32_t)MORE_ALL - 1;
    struct flow *f = flow_here(d);
    struct talk *t = flow_memory(d, f, 0, sizeof *t);
    unsigned direction = f != NULL ? flow_direction(f, d) : 0;
    struct thrift_measure fresh, *m = measure_of(d, t, direction, h, &fresh);
    thrift_measure_go(m, c.p + h->len, c.cap - h->len);
    uint32_t missing = m->missing < SOON ? MORE_ANY : m->missing < most ? (uint32_t)m->missing : most;
    if (m->missing != 0)
        *ask = want_more(c, missing, measure_keep(d, t, direction, m));
    return m->ended ? h->len + m->at : c.wire;
}

/* The same of one that says its length. */
static uint32_t measure_frame(struct cursor c, const struct head *h, struct verdict *ask)
{
    const uint32_t most = (uint32_t)MORE_ALL - 1;
    uint32_t len = h->frame < UINT32_MAX - 4 ? h->frame + 4 : UINT32_MAX;
    if (len > c.wire)
        *ask = want_more(c, len - c.wire < most ? len - c.wire : most, 0);
    return len;
}

static bool probe(const struct dissect *d, struct cursor c)
{
    struct head h;
    switch (head_read(c, &h)) {
    case IS_MESSAGE:
    case IS_NEGATIVE: return true;
    case IS_SHORT: return c.cap > 4 && flow_remembers(d, &proto_thrift, 0);
    default: return false;
    }
}

static struct verdict thrift_run(struct dissect *d, struct cursor c)
{
    bool waits = d->waits && pref(d, PREF_DESEGMENT);
    uint8_t depth = d->depth;
    flow_memory(d, flow_here(d), 0, sizeof(struct talk));  /* probers see that it is Thrift's */
    for (bool first = true; more(d, &c); first = false) {
        struct head *h = packet_zero(d, sizeof *h);
        enum beginning b = h != NULL ? head_read(c, h) : IS_NONE;
        if (b == IS_SHORT && waits)
            return want_more(c, MORE_ANY, 0);
        if (b == IS_NEGATIVE)
            negative_show(d, c);
        if (b != IS_MESSAGE)
            return b == IS_NEGATIVE ? done() : first ? not_mine() : malformed(d);
        struct verdict ask = done();
        uint32_t len = h->framed ? measure_frame(c, h, &ask) : measure(d, c, h, &ask);
        if (ask.kind == VERDICT_MORE && waits)
            return ask;
        struct cursor one = c;
        if (len <= c.wire)
            cursor_limit(&one, len);
        else
            one.fragment = true;
        message_show(d, one, h, !h->framed && ask.kind != VERDICT_MORE);
        d->depth = depth;
        cursor_skip(&c, len < c.wire ? len : c.wire);
    }
    return done();
}

static const struct heuristic heuristics[] = {
    { TABLE_TCP_PORT, probe, "thrift_tcp", "Thrift over TCP" },
    { TABLE_UDP_PORT, probe, "thrift_udp", "Thrift over UDP" },
};

PROTOCOL(thrift,
    .name = "thrift", .short_name = "Thrift", .long_name = "Thrift Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), HEURISTICS(heuristics),
    .run = thrift_run, .keeps_state = true
);
