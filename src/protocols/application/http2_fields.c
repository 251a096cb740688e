/* http2_fields.c - HTTP/2: fields, findings, and what their labels say. */
#include "protocols/application/http.h"
#include "protocols/application/http2_rows.h"

SHARED_VALUES(http2_types,
              { H2_DATA, "DATA" }, { H2_HEADERS, "HEADERS" }, { H2_PRIORITY, "PRIORITY" },
              { H2_RST_STREAM, "RST_STREAM" }, { H2_SETTINGS, "SETTINGS" }, { H2_PUSH_PROMISE, "PUSH_PROMISE" },
              { H2_PING, "PING" }, { H2_GOAWAY, "GOAWAY" }, { H2_WINDOW_UPDATE, "WINDOW_UPDATE" },
              { H2_CONTINUATION, "CONTINUATION" }, { H2_ALTSVC, "ALTSVC" }, { H2_BLOCKED, "BLOCKED" },
              { H2_ORIGIN, "ORIGIN" }, { H2_PRIORITY_UPDATE, "PRIORITY_UPDATE" });
SHARED_VALUES(http2_settings,
              { 1, "Header table size" }, { 2, "Enable PUSH" }, { 3, "Max concurrent streams" },
              { 4, "Initial Windows size" }, { 5, "Max frame size" }, { 6, "Max header list size" },
              { 8, "Extended CONNECT" });
/* RFC 9113 section 7 */
VALUES(errors,
       { 0, "NO_ERROR" }, { 1, "PROTOCOL_ERROR" }, { 2, "INTERNAL_ERROR" }, { 3, "FLOW_CONTROL_ERROR" },
       { 4, "SETTINGS_TIMEOUT" }, { 5, "STREAM_CLOSED" }, { 6, "FRAME_SIZE_ERROR" }, { 7, "REFUSED_STREAM" },
       { 8, "CANCEL" }, { 9, "COMPRESSION_ERROR" }, { 10, "CONNECT_ERROR" }, { 11, "ENHANCE_YOUR_CALM" },
       { 12, "INADEQUATE_SECURITY" }, { 13, "HTTP_1_1_REQUIRED" });

/* Text of a header: bytes that are no UTF-8 become U+FFFD, what cannot be printed is escaped. */
static void sb_header_text(struct strbuf *sb, struct http2_text t)
{
    struct strbuf decoded = { 0 };
    sb_decoded(&decoded, t.bytes, t.len, false);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

static const char *status_name(struct http2_text value)
{
    uint64_t code = 0;
    http_number_of(value.bytes, (struct http_part){ 0, value.len }, &code);
    return values_or(&http_codes, code <= UINT32_MAX ? (uint32_t)code : 0, "Unknown");
}

void http2_sb_type(struct strbuf *sb, uint8_t type)
{
    const char *name = values_find(&http2_types, type);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown type (%u)", type);
}

void http2_sb_summary(struct strbuf *sb, const struct http2_block *b, const char *before)
{
    struct http2_text method = http2_value(b, ":method"), path = http2_value(b, ":path");
    if (method.bytes != NULL && path.bytes != NULL) {
        sb_str(sb, before);
        sb_header_text(sb, method);
        sb_char(sb, ' ');
        sb_header_text(sb, path);
    }
    for (uint32_t i = 0; b != NULL && i < b->count; i++) {
        if (!http2_text_is(http2_name_of(b, &b->headers[i]), ":status"))
            continue;
        struct http2_text status = http2_value_of(b, &b->headers[i]);
        sb_str(sb, before);
        sb_header_text(sb, status);
        sb_char(sb, ' ');
        sb_str(sb, status_name(status));
    }
}

static void stream_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_frame *f = n->v.arg;
    sb_str(sb, "Stream: ");
    if (f->magic) {
        sb_str(sb, "Magic");
        return;
    }
    http2_sb_type(sb, f->type);
    sb_printf(sb, ", Stream ID: %u, Length %u", f->stream, f->length);
    http2_sb_summary(sb, f->block, ", ");
    if (f->type == H2_DATA && (f->flags & H2_END_STREAM) == 0)
        sb_str(sb, " (partial entity body)");
    if (f->type == H2_DATA && f->tunneled)
        sb_str(sb, " (tunneled data)");
}

/* What the flags mean depends on the type, which is the byte before them. */
static void flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct node type = { .off = n->off - 1, .len = 1, .source = n->source };
    const uint8_t *p = n->off != 0 ? node_bytes(d, &type, 0, 1) : NULL;
    enum http2_type t = p != NULL ? *p : 0xff;
    bool headers = t == H2_HEADERS || t == H2_PUSH_PROMISE || t == H2_CONTINUATION;
    if (t == H2_HEADERS && (n->v.u & H2_WITH_PRIORITY) != 0)
        sb_str(sb, ", Priority");
    if ((headers || t == H2_DATA) && (n->v.u & H2_PADDED) != 0)
        sb_str(sb, ", Padded");
    if (headers && (n->v.u & H2_END_HEADERS) != 0)
        sb_str(sb, ", End Headers");
    if ((t == H2_HEADERS || t == H2_DATA) && (n->v.u & H2_END_STREAM) != 0)
        sb_str(sb, ", End Stream");
    if ((t == H2_SETTINGS || t == H2_PING) && (n->v.u & H2_ACK) != 0)
        sb_str(sb, ", ACK");
}

static void setting_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2), *value = node_bytes(d, n, 2, 4);
    uint32_t id = p != NULL ? be16(p) : 0;
    const char *name = values_find(&http2_settings, id);
    sb_str(sb, "Settings - ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", id);
    if (n->len == HTTP2_SETTING_SIZE && value != NULL)
        sb_printf(sb, " : %u", be32(value));
}

/* --- headers ---------------------------------------------------------------------------------------------- */

static void header_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_shown *s = n->v.arg;
    struct http2_text name = http2_name_of(s->block, s->header), value = http2_value_of(s->block, s->header);
    sb_str(sb, "Header: ");
    sb_header_text(sb, name);
    sb_str(sb, ": ");
    sb_header_text(sb, value);
    if (http2_text_is(name, ":status")) {
        sb_char(sb, ' ');
        sb_str(sb, status_name(value));
    }
}

static void representation_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_header *h = ((const struct http2_shown *)n->v.arg)->header;
    if ((h->lead & 0x80) != 0) {
        sb_str(sb, "Indexed Header Field");
        return;
    }
    sb_str(sb, (h->lead & 0x40) != 0   ? "Literal Header Field with Incremental Indexing"
               : (h->lead & 0x10) != 0 ? "Literal Header Field never Indexed"
                                       : "Literal Header Field without Indexing");
    sb_str(sb, h->number != 0 ? " - Indexed Name" : " - New Name");
}

static void uri_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_block *b = n->v.arg;
    struct http2_text scheme = http2_value(b, ":scheme"), host = http2_value(b, ":authority"),
                      path = http2_value(b, ":path");
    bool connects = http2_text_is(http2_value(b, ":method"), "CONNECT");
    if (!connects) {
        sb_decoded(sb, scheme.bytes, scheme.len, false);
        sb_str(sb, "://");
    }
    sb_decoded(sb, host.bytes, host.len, false);
    if (!connects)
        sb_decoded(sb, path.bytes, path.len, false);
}

static void size_note(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_block *b = n->v.arg;
    if (b != NULL)
        sb_printf(sb, "Decompression stopped after %u bytes (%u attempted).", b->len, b->stopped_at);
    else
        sb_str(sb, "Decompression stopped.");
}

static void encoded_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http2_encoded *e = n->v.arg;
    sb_str(sb, "Content-encoded entity body (");
    sb_header_text(sb, e->coding);
    sb_printf(sb, "): %u bytes", e->from);
    if (e->decoded)
        sb_printf(sb, " -> %u bytes", e->to);
}

const struct field http2_fields[HTTP2_ROWS] = {
    [HTTP2_PROTOCOL] = { "http2", "HyperText Transfer Protocol 2", FT_PROTOCOL },
    [HTTP2_STREAM] = { "http2.stream", "Stream", FT_NONE, .label_fn = stream_label },
    [HTTP2_LENGTH] = { "http2.length", "Length", FT_UINT24, BASE_DEC },
    [HTTP2_TYPE] = { "http2.type", "Type", FT_UINT8, BASE_DEC, .values = &http2_types },
    [HTTP2_FLAGS] = { "http2.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = flags_suffix },
    [HTTP2_UNUSED] = { "http2.flags.unused", "Unused", FT_UINT8, BASE_HEX, .mask = 0xff },
    [HTTP2_UNUSED_DATA] = { "http2.flags.unused_data", "Unused", FT_UINT8, BASE_HEX, .mask = 0xf6 },
    [HTTP2_UNUSED_HEADERS] = { "http2.flags.unused_headers", "Unused", FT_UINT8, BASE_HEX, .mask = 0xd2 },
    [HTTP2_UNUSED_SETTINGS] = { "http2.flags.unused_settings", "Unused", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [HTTP2_UNUSED_PUSH] = { "http2.flags.unused_push_promise", "Unused", FT_UINT8, BASE_HEX, .mask = 0xf3 },
    [HTTP2_UNUSED_PING] = { "http2.flags.unused_ping", "Unused", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [HTTP2_UNUSED_CONTINUATION] = { "http2.flags.unused_continuation", "Unused", FT_UINT8, BASE_HEX, .mask = 0xfb },
    [HTTP2_F_PRIORITY] = { "http2.flags.priority", "Priority", FT_BOOLEAN, BITS_8, .mask = H2_WITH_PRIORITY },
    [HTTP2_F_PADDED] = { "http2.flags.padded", "Padded", FT_BOOLEAN, BITS_8, .mask = H2_PADDED },
    [HTTP2_F_END_HEADERS] = { "http2.flags.eh", "End Headers", FT_BOOLEAN, BITS_8, .mask = H2_END_HEADERS },
    [HTTP2_F_END_STREAM] = { "http2.flags.end_stream", "End Stream", FT_BOOLEAN, BITS_8, .mask = H2_END_STREAM },
    [HTTP2_F_ACK_SETTINGS] = { "http2.flags.ack.settings", "ACK", FT_BOOLEAN, BITS_8, .mask = H2_ACK },
    [HTTP2_F_ACK_PING] = { "http2.flags.ack.ping", "ACK", FT_BOOLEAN, BITS_8, .mask = H2_ACK },
    [HTTP2_R] = { "http2.r", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x80000000 },
    [HTTP2_STREAM_ID] = { "http2.streamid", "Stream Identifier", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [HTTP2_MAGIC] = { "http2.magic", "Magic", FT_STRING },
    [HTTP2_UNKNOWN] = { "http2.unknown", "Unknown", FT_BYTES },
    [HTTP2_PADDING] = { "http2.padding", "Pad Length", FT_UINT8, BASE_HEX },
    [HTTP2_PAD_LENGTH] = { "http2.pad_length", "Pad Length", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [HTTP2_EXCLUSIVE] = { "http2.exclusive", "Exclusive", FT_BOOLEAN, BITS_32, .mask = 0x80000000 },
    [HTTP2_DEPENDENCY] = { "http2.stream_dependency", "Stream Dependency", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [HTTP2_WEIGHT] = { "http2.headers.weight", "Weight", FT_UINT8, BASE_DEC },
    [HTTP2_WEIGHT_REAL] = { "http2.headers.weight_real", "Weight real", FT_UINT8, BASE_DEC, .flags = GENERATED },
    [HTTP2_SEGMENT] = { "http2.data.segment", "DATA segment", FT_BYTES },
    [HTTP2_DATA] = { "http2.data.data", "Data", FT_BYTES },
    [HTTP2_DATA_PADDING] = { "http2.data.padding", "Padding", FT_BYTES },
    [HTTP2_FRAGMENTS] = { "http2.body.fragments", "Body fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [HTTP2_FRAGMENT] = { "http2.body.fragment", "Body fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [HTTP2_OVERLAP] = { "http2.body.fragment.overlap", "Body fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [HTTP2_CONFLICT] = { "http2.body.fragment.overlap.conflicts", "Body fragment overlapping with conflicting data", FT_BOOLEAN, .flags = GENERATED },
    [HTTP2_TAILS] = { "http2.body.fragment.multiple_tails", "Body has multiple tail fragments", FT_BOOLEAN, .flags = GENERATED },
    [HTTP2_TOO_LONG] = { "http2.body.fragment.too_long_fragment", "Body fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [HTTP2_FRAGMENT_ERROR] = { "http2.body.fragment.error", "Body defragment error", FT_FRAMENUM, .flags = GENERATED },
    [HTTP2_FRAGMENT_COUNT] = { "http2.body.fragment.count", "Body fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [HTTP2_WHOLE_IN] = { "http2.body.reassembled.in", "Reassembled body in frame", FT_FRAMENUM, .flags = LINKED },
    [HTTP2_WHOLE_LENGTH] = { "http2.body.reassembled.length", "Reassembled body length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [HTTP2_WHOLE_DATA] = { "http2.body.reassembled.data", "Reassembled body data", FT_BYTES, .flags = GENERATED },
    [HTTP2_HEADERS] = { "http2.headers", "Header Block Fragment", FT_BYTES },
    [HTTP2_HEADERS_PADDING] = { "http2.headers.padding", "Padding", FT_BYTES },
    [HTTP2_HEADER] = { "http2.header", "Header", FT_NONE, .label_fn = header_label },
    [HTTP2_HEADER_LENGTH] = { "http2.header.length", "Header Length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [HTTP2_HEADER_COUNT] = { "http2.header.count", "Header Count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [HTTP2_NAME_LENGTH] = { "http2.header.name.length", "Name Length", FT_UINT32, BASE_DEC },
    [HTTP2_NAME] = { "http2.header.name", "Name", FT_STRING },
    [HTTP2_VALUE_LENGTH] = { "http2.header.value.length", "Value Length", FT_UINT32, BASE_DEC },
    [HTTP2_VALUE] = { "http2.header.value", "Value", FT_STRING },
    [HTTP2_UNESCAPED] = { "http2.header.unescaped", "Unescaped", FT_STRING, .flags = GENERATED },
    [HTTP2_REPRESENTATION] = { "http2.header.repr", "Representation", FT_STRING, .text = representation_text },
    [HTTP2_INDEX] = { "http2.header.index", "Index", FT_UINT32, BASE_DEC },
    [HTTP2_SIZE_UPDATE] = { "http2.header_table_size_update", "Header table size update", FT_NONE },
    [HTTP2_TABLE_SIZE] = { "http2.header_table_size_update.header_table_size", "Header table size", FT_UINT32, BASE_DEC },
    [HTTP2_FAKE_COUNT] = { "http2.fake.header.count", "Fake Header Count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [HTTP2_FAKE_HEADER] = { "http2.fake.header", "Fake Header", FT_NONE },
    [HTTP2_FULL_URI] = { "http2.request.full_uri", "Full request URI", FT_STRING, .flags = GENERATED | URL, .text = uri_text },
    [HTTP2_RST_ERROR] = { "http2.rst_stream.error", "Error", FT_UINT32, BASE_DEC, .values = &errors },
    [HTTP2_SETTINGS] = { "http2.settings", "Settings", FT_NONE, .label_fn = setting_label },
    [HTTP2_SETTING_ID] = { "http2.settings.id", "Settings Identifier", FT_UINT16, BASE_DEC, .values = &http2_settings },
    [HTTP2_S_TABLE_SIZE] = { "http2.settings.header_table_size", "Header table size", FT_UINT32, BASE_DEC },
    [HTTP2_S_PUSH] = { "http2.settings.enable_push", "Enable PUSH", FT_UINT32, BASE_DEC },
    [HTTP2_S_STREAMS] = { "http2.settings.max_concurrent_streams", "Max concurrent streams", FT_UINT32, BASE_DEC },
    [HTTP2_S_WINDOW] = { "http2.settings.initial_window_size", "Initial Windows Size", FT_UINT32, BASE_DEC },
    [HTTP2_S_FRAME_SIZE] = { "http2.settings.max_frame_size", "Max frame size", FT_UINT32, BASE_DEC },
    [HTTP2_S_LIST_SIZE] = { "http2.settings.max_header_list_size", "Max header list size", FT_UINT32, BASE_DEC },
    [HTTP2_S_CONNECT] = { "http2.settings.extended_connect", "Extended CONNECT", FT_UINT32, BASE_DEC },
    [HTTP2_S_UNKNOWN] = { "http2.settings.unknown", "Unknown Settings", FT_UINT32, BASE_DEC },
    [HTTP2_PUSH_R] = { "http2.push_promise.r", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x80000000 },
    [HTTP2_PUSH_ID] = { "http2.push_promise.promised_stream_id", "Promised-Stream-ID", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [HTTP2_PUSH_HEADER] = { "http2.push_promise.header", "Header Block Fragment", FT_BYTES },
    [HTTP2_PUSH_PADDING] = { "http2.push_promise.padding", "Padding", FT_BYTES },
    [HTTP2_PING] = { "http2.ping", "Ping", FT_BYTES },
    [HTTP2_PONG] = { "http2.pong", "Pong", FT_BYTES },
    [HTTP2_GOAWAY_R] = { "http2.goway.r", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x80000000 },
    [HTTP2_LAST_STREAM] = { "http2.goaway.last_stream_id", "Last-Stream-ID", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [HTTP2_GOAWAY_ERROR] = { "http2.goaway.error", "Error", FT_UINT32, BASE_DEC, .values = &errors },
    [HTTP2_DEBUG_DATA] = { "http2.goaway.addata", "Additional Debug Data", FT_BYTES },
    [HTTP2_WINDOW_R] = { "http2.window_update.r", "Reserved", FT_UINT32, BASE_HEX, .mask = 0x80000000 },
    [HTTP2_WINDOW_INCREMENT] = { "http2.window_update.window_size_increment", "Window Size Increment", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [HTTP2_CONTINUATION] = { "http2.continuation.header", "Continuation Header", FT_STRING },
    [HTTP2_CONTINUATION_PADDING] = { "http2.continuation.padding", "Padding", FT_BYTES },
    [HTTP2_ALT_ORIGIN_LENGTH] = { "http2.altsvc.origin.len", "Origin Length", FT_UINT16, BASE_DEC },
    [HTTP2_ALT_ORIGIN] = { "http2.altsvc.origin", "Origin", FT_STRING },
    [HTTP2_ALT_VALUE] = { "http2.altsvc.field_value", "Field/Value", FT_STRING },
    [HTTP2_ORIGIN_ENTRY] = { "http2.origin", "Origin", FT_NONE },
    [HTTP2_ORIGIN_LENGTH] = { "http2.origin.origin_len", "Origin Length", FT_UINT16, BASE_DEC },
    [HTTP2_ORIGIN] = { "http2.origin.origin", "Origin", FT_STRING },
    [HTTP2_UPDATE_STREAM] = { "http2.priority_update_stream_id", "Priority Update Stream ID", FT_UINT64, BASE_DEC },
    [HTTP2_UPDATE_VALUE] = { "http2.priority_update_field_value", "Priority Update Field Value", FT_STRING },
    [HTTP2_FAILED] = { "", "Body decompression failed", FT_NONE },
    [HTTP2_ENCODED] = { "", "Content-encoded entity body", FT_NONE, .label_fn = encoded_label },
    [HTTP2_H_AUTHORITY] = { "http2.headers.authority", ":authority", FT_STRING },
    [HTTP2_H_AUTHORITY + 1] = { "http2.headers.status", ":status", FT_UINT16, BASE_DEC },
    [HTTP2_H_AUTHORITY + 2] = { "http2.headers.path", ":path", FT_STRING },
    [HTTP2_H_AUTHORITY + 3] = { "http2.headers.method", ":method", FT_STRING },
    [HTTP2_H_AUTHORITY + 4] = { "http2.headers.scheme", ":scheme", FT_STRING },
    [HTTP2_H_AUTHORITY + 5] = { "http2.headers.accept", "accept", FT_STRING },
    [HTTP2_H_AUTHORITY + 6] = { "http2.headers.accept_charset", "accept-charset", FT_STRING },
    [HTTP2_H_AUTHORITY + 7] = { "http2.headers.accept_encoding", "accept-encoding", FT_STRING },
    [HTTP2_H_AUTHORITY + 8] = { "http2.headers.accept_language", "accept-language", FT_STRING },
    [HTTP2_H_AUTHORITY + 9] = { "http2.headers.accept_ranges", "accept-ranges", FT_STRING },
    [HTTP2_H_AUTHORITY + 10] = { "http2.headers.access_control_allow_origin", "access-control-allow-origin", FT_STRING },
    [HTTP2_H_AUTHORITY + 11] = { "http2.headers.age", "age", FT_UINT64, BASE_DEC },
    [HTTP2_H_AUTHORITY + 12] = { "http2.headers.allow", "allow", FT_STRING },
    [HTTP2_H_AUTHORITY + 13] = { "http2.headers.authorization", "authorization", FT_STRING },
    [HTTP2_H_AUTHORITY + 14] = { "http2.headers.cache_control", "cache-control", FT_STRING },
    [HTTP2_H_AUTHORITY + 15] = { "http2.headers.content_disposition", "content-disposition", FT_STRING },
    [HTTP2_H_AUTHORITY + 16] = { "http2.headers.content_encoding", "content-encoding", FT_STRING },
    [HTTP2_H_AUTHORITY + 17] = { "http2.headers.content_language", "content-language", FT_STRING },
    [HTTP2_H_AUTHORITY + 18] = { "http2.headers.content_length", "content-length", FT_UINT64, BASE_DEC },
    [HTTP2_H_AUTHORITY + 19] = { "http2.headers.content_location", "content-location", FT_STRING },
    [HTTP2_H_AUTHORITY + 20] = { "http2.headers.content_range", "content-range", FT_STRING },
    [HTTP2_H_AUTHORITY + 21] = { "http2.headers.content_type", "content-type", FT_STRING },
    [HTTP2_H_AUTHORITY + 22] = { "http2.headers.cookie", "cookie", FT_STRING },
    [HTTP2_H_AUTHORITY + 23] = { "http2.headers.date", "date", FT_STRING },
    [HTTP2_H_AUTHORITY + 24] = { "http2.headers.etag", "etag", FT_STRING },
    [HTTP2_H_AUTHORITY + 25] = { "http2.headers.expect", "expect", FT_STRING },
    [HTTP2_H_AUTHORITY + 26] = { "http2.headers.expires", "expires", FT_STRING },
    [HTTP2_H_AUTHORITY + 27] = { "http2.headers.from", "from", FT_STRING },
    [HTTP2_H_AUTHORITY + 28] = { "http2.headers.if_match", "if-match", FT_STRING },
    [HTTP2_H_AUTHORITY + 29] = { "http2.headers.if_modified_since", "if-modified-since", FT_STRING },
    [HTTP2_H_AUTHORITY + 30] = { "http2.headers.if_none_match", "if-none-match", FT_STRING },
    [HTTP2_H_AUTHORITY + 31] = { "http2.headers.if_range", "if-range", FT_STRING },
    [HTTP2_H_AUTHORITY + 32] = { "http2.headers.if_unmodified_since", "if-unmodified-since", FT_STRING },
    [HTTP2_H_AUTHORITY + 33] = { "http2.headers.last_modified", "last-modified", FT_STRING },
    [HTTP2_H_AUTHORITY + 34] = { "http2.headers.link", "link", FT_STRING },
    [HTTP2_H_AUTHORITY + 35] = { "http2.headers.location", "location", FT_STRING },
    [HTTP2_H_AUTHORITY + 36] = { "http2.headers.max_forwards", "max-forwards", FT_UINT64, BASE_DEC },
    [HTTP2_H_AUTHORITY + 37] = { "http2.headers.proxy_authenticate", "proxy-authenticate", FT_STRING },
    [HTTP2_H_AUTHORITY + 38] = { "http2.headers.proxy_authorization", "proxy-authorization", FT_STRING },
    [HTTP2_H_AUTHORITY + 39] = { "http2.headers.range", "range", FT_STRING },
    [HTTP2_H_AUTHORITY + 40] = { "http2.headers.referer", "referer", FT_STRING },
    [HTTP2_H_AUTHORITY + 41] = { "http2.headers.refresh", "refresh", FT_STRING },
    [HTTP2_H_AUTHORITY + 42] = { "http2.headers.retry_after", "retry-after", FT_STRING },
    [HTTP2_H_AUTHORITY + 43] = { "http2.headers.server", "server", FT_STRING },
    [HTTP2_H_AUTHORITY + 44] = { "http2.headers.set_cookie", "set-cookie", FT_STRING },
    [HTTP2_H_AUTHORITY + 45] = { "http2.headers.strict_transport_security", "strict-transport-security", FT_STRING },
    [HTTP2_H_AUTHORITY + 46] = { "http2.headers.user_agent", "user-agent", FT_STRING },
    [HTTP2_H_AUTHORITY + 47] = { "http2.headers.vary", "vary", FT_STRING },
    [HTTP2_H_AUTHORITY + 48] = { "http2.headers.via", "via", FT_STRING },
    [HTTP2_H_AUTHORITY + 49] = { "http2.headers.www_authenticate", "www-authenticate", FT_STRING },
};
const struct note_def http2_notes[HTTP2_NOTES] = {
    [HTTP2_NOTE_SIZE] = { "http2.header_size_exceeded", "Decompression stopped.", SEV_ERROR, GROUP_UNDECODED, size_note },
    [HTTP2_NOTE_LINES] = { "http2.header_lines_exceeded", "Decompression stopped after 200 header lines.", SEV_ERROR, GROUP_UNDECODED },
    [HTTP2_NOTE_BODY] = { "http2.body_decompression_failed", "Body decompression failed", SEV_WARN, GROUP_UNDECODED },
    [HTTP2_NOTE_REASSEMBLY] = { "http2.reassembly_error", "Reassembly failed", SEV_ERROR, GROUP_UNDECODED },
};
const struct piece_rows http2_piece_rows = {
    .all = HTTP2_FRAGMENTS, .one = HTTP2_FRAGMENT, .overlap = HTTP2_OVERLAP, .conflict = HTTP2_CONFLICT,
    .other_tail = HTTP2_TAILS, .too_long = HTTP2_TOO_LONG, .count = HTTP2_FRAGMENT_COUNT, .length = HTTP2_WHOLE_LENGTH,
    .data = HTTP2_WHOLE_DATA, .whole_in = HTTP2_WHOLE_IN, .source = "Reassembled body",
};
