/* http2.c - HTTP/2, RFC 9113; ALTSVC of RFC 7838, ORIGIN of RFC 8336, PRIORITY_UPDATE of RFC 9218.  HTTP/1 hands to it
   what begins as HTTP/2 on its ports, and by "http.upgrade"; hands bodies on by "media_type". */
#include "protocols/application/content_coding.h"
#include "protocols/application/http2_rows.h"
#include "protocols/application/media.h"

static const char preface[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

bool http2_may_begin(struct cursor c)
{
    enum { WORD = 4 };
    uint32_t n = c.cap < HTTP2_PREFACE ? c.cap : HTTP2_PREFACE;
    return n >= WORD && memcmp(c.p, preface, n) == 0;
}

static bool is_preface(struct cursor c) { return c.cap >= HTTP2_PREFACE && http2_may_begin(c); }

/* --- payloads of the types of frames ---------------------------------------------------------------------- */

/* One row of flags over the byte that says what they are. */
static void flags_emit(struct dissect *d, struct cursor c, uint8_t type)
{
    static const uint8_t data[] = { HTTP2_UNUSED_DATA, HTTP2_F_PADDED, HTTP2_F_END_STREAM, 0 },
                         headers[] = { HTTP2_UNUSED_HEADERS, HTTP2_F_PRIORITY,   HTTP2_F_PADDED,
                                       HTTP2_F_END_HEADERS,  HTTP2_F_END_STREAM, 0 },
                         settings[] = { HTTP2_UNUSED_SETTINGS, HTTP2_F_ACK_SETTINGS, 0 },
                         push[] = { HTTP2_UNUSED_PUSH, HTTP2_F_PADDED, HTTP2_F_END_HEADERS, 0 },
                         ping[] = { HTTP2_UNUSED_PING, HTTP2_F_ACK_PING, 0 },
                         continuation[] = { HTTP2_UNUSED_CONTINUATION, HTTP2_F_PADDED, HTTP2_F_END_HEADERS, 0 },
                         others[] = { HTTP2_UNUSED, 0 };
    static const uint8_t *const rows[] = {
        [H2_DATA] = data,         [H2_HEADERS] = headers, [H2_SETTINGS] = settings,
        [H2_PUSH_PROMISE] = push, [H2_PING] = ping,       [H2_CONTINUATION] = continuation,
    };
    const uint8_t *row = type < ARRAY_LEN(rows) && rows[type] != NULL ? rows[type] : others;
    emit_at(d, c, HTTP2_FLAGS, 4, 1);
    down(d);
    for (; *row != 0; row++)
        emit_at(d, c, *row, 4, 1);
    up(d);
}

/* RFC 9113 section 6.1: the length of the padding, and what it leaves of the payload. */
static struct cursor padded(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    if ((f->flags & H2_PADDED) != 0) {
        f->padding = get8(d, c, 0);
        emit_at(d, c, HTTP2_PADDING, 0, 1);
        emit_value(d, c, HTTP2_PAD_LENGTH, 0, 1, f->padding);
        cursor_skip(&c, 1);
    } else {
        emit_value(d, c, HTTP2_PAD_LENGTH, 0, 0, 0);
    }
    if (d->stop == STOP_NONE && f->padding > c.wire)
        malformed(d);
    return c;
}

static struct cursor unpadded(const struct http2_frame *f, struct cursor c)
{
    cursor_limit(&c, c.wire > f->padding ? c.wire - f->padding : 0);
    return c;
}

/* `c`: the padding and what is before it. */
static void padding_emit(struct dissect *d, const struct http2_frame *f, struct cursor c, unsigned row)
{
    if (f->padding != 0)
        emit_at(d, cursor_at(c, c.wire - f->padding), row, 0, f->padding);
}

static void priority(struct dissect *d, struct cursor *c)
{
    emit_at(d, *c, HTTP2_EXCLUSIVE, 0, 4);
    add_item(d, c, HTTP2_DEPENDENCY, 4);
    uint32_t weight = get8(d, *c, 0);
    emit_at(d, *c, HTTP2_WEIGHT, 0, 1);
    emit_value(d, *c, HTTP2_WEIGHT_REAL, 0, 1, weight + 1);
    cursor_skip(c, 1);
}

static void data(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    c = padded(d, f, c);
    struct cursor body = unpadded(f, c);
    http2_body_data(d, f, body);
    http2_body_emit(d, f, body);
    padding_emit(d, f, c, HTTP2_DATA_PADDING);
}

/* HEADERS, PUSH_PROMISE and CONTINUATION from the block on: its row, and the padding's. */
static void block(struct dissect *d, struct http2_frame *f, struct cursor c, unsigned row, unsigned padding_row)
{
    struct cursor part = unpadded(f, c);
    emit_at(d, part, row, 0, part.wire);
    http2_block_emit(d, f, part);
    padding_emit(d, f, c, padding_row);
}

/* The part of a header block in the frame, whatever is wrong with what is around it: the blocks that follow depend on
   it. */
static void block_read(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    uint32_t before = (f->flags & H2_PADDED) != 0 && f->type <= H2_CONTINUATION ? 1 : 0;
    f->padding = before != 0 && c.cap != 0 ? c.p[0] : 0;
    before += f->type == H2_HEADERS && (f->flags & H2_WITH_PRIORITY) != 0 ? 5 : f->type == H2_PUSH_PROMISE ? 4 : 0;
    if (f->fact != NULL && before + f->padding <= c.wire) {
        http2_block_read(d, f, unpadded(f, cursor_at(c, before)));
        http2_body_headers(d, f);
    }
    f->padding = 0;
}

static void headers(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    block_read(d, f, c);
    if (f->body != NULL)
        http2_body_emit(d, f, cursor_part(c, 0));
    c = padded(d, f, c);
    if ((f->flags & H2_WITH_PRIORITY) != 0)
        priority(d, &c);
    if (d->stop == STOP_NONE)
        block(d, f, c, HTTP2_HEADERS, HTTP2_HEADERS_PADDING);
}

static void push_promise(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    block_read(d, f, c);
    c = padded(d, f, c);
    emit_at(d, c, HTTP2_PUSH_R, 0, 4);
    add_item(d, &c, HTTP2_PUSH_ID, 4);
    if (d->stop == STOP_NONE)
        block(d, f, c, HTTP2_PUSH_HEADER, HTTP2_PUSH_PADDING);
}

static void continuation(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    block_read(d, f, c);
    c = padded(d, f, c);
    if (d->stop == STOP_NONE)
        block(d, f, c, HTTP2_CONTINUATION, HTTP2_CONTINUATION_PADDING);
}

static void settings(struct dissect *d, struct cursor c)
{
    static const uint8_t rows[] = {
        [1] = HTTP2_S_TABLE_SIZE, [2] = HTTP2_S_PUSH,      [3] = HTTP2_S_STREAMS, [4] = HTTP2_S_WINDOW,
        [5] = HTTP2_S_FRAME_SIZE, [6] = HTTP2_S_LIST_SIZE, [8] = HTTP2_S_CONNECT,
    };
    while (more(d, &c)) {
        uint32_t id = get16(d, c, 0), there = c.cap < HTTP2_SETTING_SIZE ? c.cap : HTTP2_SETTING_SIZE;
        emit_at(d, c, HTTP2_SETTINGS, 0, there);
        down(d);
        add_item(d, &c, HTTP2_SETTING_ID, 2);
        add_item(d, &c, id < ARRAY_LEN(rows) && rows[id] != 0 ? rows[id] : (unsigned)HTTP2_S_UNKNOWN, 4);
        up(d);
    }
}

void http2_settings_header(struct dissect *d, struct cursor value)
{
    uint8_t *plain = packet_zero(d, value.cap + 1u);
    const struct protocol *speaker = registry_protocols[d->protocol];
    if (plain == NULL)
        return;
    for (uint32_t i = 0; i < value.cap; i++)  /* RFC 4648 section 5 */
        plain[i] = value.p[i] == '-' ? '+' : value.p[i] == '_' ? '/' : value.p[i];
    uint32_t n = base64_decode(plain, value.cap, plain);
    n -= n % HTTP2_SETTING_SIZE;
    if (n == 0)
        return;
    struct cursor c = new_source(d, plain, n, "Base64uri decoded");
    speak_as(d, &proto_http2);
    settings(d, c);
    speak_as(d, speaker);
}

static void ping(struct dissect *d, const struct http2_frame *f, struct cursor c)
{
    emit_at(d, c, (f->flags & H2_ACK) != 0 ? HTTP2_PONG : HTTP2_PING, 0, 8);
}

static void goaway(struct dissect *d, struct cursor c)
{
    emit_at(d, c, HTTP2_GOAWAY_R, 0, 4);
    add_item(d, &c, HTTP2_LAST_STREAM, 4);
    add_item(d, &c, HTTP2_GOAWAY_ERROR, 4);
    if (more(d, &c))
        emit_at(d, c, HTTP2_DEBUG_DATA, 0, c.wire);
}

static void altsvc(struct dissect *d, struct cursor c)
{
    uint32_t len = (uint32_t)add_uint(d, &c, HTTP2_ALT_ORIGIN_LENGTH, 2);
    add_item(d, &c, HTTP2_ALT_ORIGIN, len);
    if (more(d, &c))
        emit_at(d, c, HTTP2_ALT_VALUE, 0, c.wire);
}

static void origins(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t len = get16(d, c, 0), there = 2 + len < c.cap ? 2 + len : c.cap;
        emit_at(d, c, HTTP2_ORIGIN_ENTRY, 0, there);
        down(d);
        add_item(d, &c, HTTP2_ORIGIN_LENGTH, 2);
        add_item(d, &c, HTTP2_ORIGIN, len);
        up(d);
    }
}

static void payload(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    switch (f->type) {
    case H2_DATA: data(d, f, c); break;
    case H2_HEADERS: headers(d, f, c); break;
    case H2_PRIORITY: priority(d, &c); break;
    case H2_RST_STREAM: emit_at(d, c, HTTP2_RST_ERROR, 0, 4); break;
    case H2_SETTINGS: settings(d, c); break;
    case H2_PUSH_PROMISE: push_promise(d, f, c); break;
    case H2_PING: ping(d, f, c); break;
    case H2_GOAWAY: goaway(d, c); break;
    case H2_WINDOW_UPDATE:
        emit_at(d, c, HTTP2_WINDOW_R, 0, 4);
        emit_at(d, c, HTTP2_WINDOW_INCREMENT, 0, 4);
        break;
    case H2_CONTINUATION: continuation(d, f, c); break;
    case H2_ALTSVC: altsvc(d, c); break;
    case H2_BLOCKED: break;
    case H2_ORIGIN: origins(d, c); break;
    case H2_PRIORITY_UPDATE:
        add_item(d, &c, HTTP2_UPDATE_STREAM, 4);
        emit_at(d, c, HTTP2_UPDATE_VALUE, 0, c.wire);
        break;
    default: emit_at(d, c, HTTP2_UNKNOWN, 0, c.wire); break;
    }
}

/* --- frames ----------------------------------------------------------------------------------------------- */

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct http2_frame *f = arg;
    if (f->magic) {
        sb_str(sb, "Magic");
        return;
    }
    http2_sb_type(sb, f->type);
    sb_printf(sb, "[%u]", f->stream);
    http2_sb_summary(sb, f->block, ": ");
}

/* Several frames of a segment are one layer. */
static void heading(struct dissect *d, struct cursor c)
{
    const struct layer *top = &d->layers[d->n_layers - 1];
    if (top->protocol == d->running && !top->shown) {
        info_clear(d);
        emit_protocol(d, c, c.cap, NULL);
        return;
    }
    emit_arg(d, c, HTTP2_PROTOCOL, 0, c.cap, NULL);
    down(d);
}

static void frame_rows(struct dissect *d, struct http2_frame *f)
{
    struct cursor c = f->c;
    f->length = get24(d, c, 0);
    f->type = (uint8_t)get8(d, c, 3);
    f->flags = (uint8_t)get8(d, c, 4);
    f->stream = get32(d, c, 5) & INT32_MAX;
    emit_arg(d, c, HTTP2_STREAM, 0, c.cap, f);
    down(d);
    emit_at(d, c, HTTP2_LENGTH, 0, 3);
    emit_at(d, c, HTTP2_TYPE, 3, 1);
    flags_emit(d, c, f->type);
    emit_at(d, c, HTTP2_R, 5, 4);
    emit_at(d, c, HTTP2_STREAM_ID, 5, 4);
    cursor_skip(&c, HTTP2_HEADER_SIZE);
    if (f->type == H2_DATA || f->type == H2_HEADERS || f->type == H2_PUSH_PROMISE || f->type == H2_CONTINUATION)
        http2_remember(d, f);
    payload(d, f, c);
    http2_body_dispatch(d, f);
}

static void frame_run(struct dissect *d, struct cursor c)
{
    struct http2_frame *f = packet_zero(d, sizeof *f);
    if (f == NULL)
        return;
    f->c = c;
    f->depth = d->depth;
    f->magic = is_preface(c);
    heading(d, c);
    set_protocol_column(d, "HTTP2");
    info_separated(d, ", ", info, f);
    if (f->magic) {
        emit_arg(d, c, HTTP2_STREAM, 0, c.cap, f);
        down(d);
        emit_at(d, c, HTTP2_MAGIC, 0, HTTP2_PREFACE);
    } else {
        frame_rows(d, f);
    }
    info_fence(d);
}

static uint32_t frame_length(struct dissect *d, struct cursor c)
{
    (void)d;
    return http2_may_begin(c) ? (uint32_t)HTTP2_PREFACE : HTTP2_HEADER_SIZE + be24(c.p);
}

static struct verdict http2_run(struct dissect *d, struct cursor c)
{
    return stream_messages(d, c, HTTP2_HEADER_SIZE, frame_length, frame_run);
}

static const struct claim claims[] = { { .table = TABLE_HTTP_UPGRADE, .text = "h2" },
                                       { .table = TABLE_HTTP_UPGRADE, .text = "h2c" } };
static const uint8_t hands_to[] = { TABLE_MEDIA_TYPE };
static const struct protocol *const calls[] = { &proto_data, &proto_mime_multipart, NULL };

PROTOCOL(http2,
    .name = "http2", .short_name = "HTTP2", .long_name = "HyperText Transfer Protocol 2",
    .fields = http2_fields, .n_fields = HTTP2_ROWS, .notes = http2_notes, .n_notes = HTTP2_NOTES,
    CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = http2_run, .keeps_state = true, .joins = true
);
