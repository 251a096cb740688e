/* websocket.c - The WebSocket Protocol, RFC 6455, with compression by RFC 7692.  HTTP hands to it by "http.upgrade"; it
   hands binary messages on by "ws.protocol". */
#include "protocols/application/content_coding.h"
#include "protocols/application/http.h"
#include "protocols/application/json.h"

#include "flow/pieces.h"

enum { WEBSOCKET, FIN, RSV, PMC, OPCODE, MASK, LENGTH, LENGTH_16, LENGTH_64, MASKING_KEY, MASKED_PAYLOAD, PAYLOAD, CONTINUE, TEXT,
       CLOSE, CLOSE_CODE, CLOSE_REASON, PING, PONG, UNKNOWN, FRAGMENTS, FRAGMENT, OVERLAP, CONFLICT, TAILS, TOO_LONG, ERROR, COUNT,
       REASSEMBLED, FAILED };
enum { NOTE_OPCODE, NOTE_FAILED };
enum { PREF_TEXT, PREF_DECOMPRESS };
enum { OP_CONTINUATION = 0, OP_TEXT = 1, OP_BINARY = 2, OP_CLOSE = 8, OP_PING = 9, OP_PONG = 10 };
enum { TEXT_NONE = 1, TEXT_LINES, TEXT_JSON };

/* The header of a frame (RFC 6455 section 5.2). */
struct header {
    bool fin, masked, compressed;
    uint8_t opcode;
    uint32_t size;     /* of the header */
    uint64_t payload;
    uint8_t key[4];
};

/* --- labels ----------------------------------------------------------------------------------------------- */

VALUES(opcodes, { OP_CONTINUATION, "Continuation" }, { OP_TEXT, "Text" }, { OP_BINARY, "Binary" },
       { OP_CLOSE, "Connection Close" }, { OP_PING, "Ping" }, { OP_PONG, "Pong" });

VALUES(close_codes,
       { 1000, "Normal Closure" }, { 1001, "Going Away" }, { 1002, "Protocol error" }, { 1003, "Unsupported Data" },
       { 1004, "---Reserved----" }, { 1005, "No Status Rcvd" }, { 1006, "Abnormal Closure" },
       { 1007, "Invalid frame payload data" }, { 1008, "Policy Violation" }, { 1009, "Message Too Big" },
       { 1010, "Mandatory Ext." }, { 1011, "Internal Server" }, { 1015, "TLS handshake" });

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.u == 126)
        sb_str(sb, " Extended Payload Length (16 bits)");
    else if (n->v.u == 127)
        sb_str(sb, " Extended Payload Length (64 bits)");
}

static void opcode_note(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct header *h = n->v.arg;
    sb_printf(
        sb,
        "Dissector for Websocket Opcode (%u) code not implemented, Contact Wireshark developers if you want this supported",
        h != NULL ? h->opcode : 0u);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct header *h = arg;
    sb_str(sb, "WebSocket ");
    sb_str(sb, values_or(&opcodes, h->opcode, "Unknown Opcode"));
    sb_str(sb, h->fin ? " [FIN]" : "[FRAGMENT] ");
    sb_str(sb, h->masked ? " [MASKED]" : " ");
}

static const struct field fields[] = {
    [WEBSOCKET] = { "websocket", "WebSocket", FT_PROTOCOL },
    [FIN] = { "websocket.fin", "Fin", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [RSV] = { "websocket.rsv", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x70 },
    [PMC] = { "websocket.pmc", "Per-Message Compressed", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [OPCODE] = { "websocket.opcode", "Opcode", FT_UINT8, BASE_DEC, .mask = 0x0f, .values = &opcodes },
    [MASK] = { "websocket.mask", "Mask", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [LENGTH] = { "websocket.payload_length", "Payload length", FT_UINT8, BASE_DEC, .mask = 0x7f, .suffix = length_suffix },
    [LENGTH_16] = { "websocket.payload_length_ext_16", "Extended Payload length (16 bits)", FT_UINT16, BASE_DEC },
    [LENGTH_64] = { "websocket.payload_length_ext_64", "Extended Payload length (64 bits)", FT_UINT64, BASE_DEC },
    [MASKING_KEY] = { "websocket.masking_key", "Masking-Key", FT_BYTES },
    [MASKED_PAYLOAD] = { "websocket.masked_payload", "Masked payload", FT_NONE },
    [PAYLOAD] = { "websocket.payload", "Payload", FT_NONE },
    [CONTINUE] = { "websocket.payload.continue", "Continue", FT_BYTES },
    [TEXT] = { "websocket.payload.text", "Text", FT_STRING },
    [CLOSE] = { "websocket.payload.close", "Close", FT_NONE },
    [CLOSE_CODE] = { "websocket.payload.close.status_code", "Status code", FT_UINT16, BASE_DEC, .values = &close_codes },
    [CLOSE_REASON] = { "websocket.payload.close.reason", "Reason", FT_STRING },
    [PING] = { "websocket.payload.ping", "Ping", FT_BYTES },
    [PONG] = { "websocket.payload.pong", "Pong", FT_BYTES },
    [UNKNOWN] = { "websocket.payload.unknown", "Unknown", FT_BYTES },
    [FRAGMENTS] = { "websocket.fragments", "Reassembled websocket Fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [FRAGMENT] = { "websocket.fragment", "Websocket Fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [OVERLAP] = { "websocket.fragment.overlap", "Fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [CONFLICT] = { "websocket.fragment.overlap.conflict", "Conflicting data in fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [TAILS] = { "websocket.fragment.multipletails", "Multiple tail fragments found", FT_BOOLEAN, .flags = GENERATED },
    [TOO_LONG] = { "websocket.fragment.toolongfragment", "Fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [ERROR] = { "websocket.fragment.error", "Defragmentation error", FT_FRAMENUM, .flags = GENERATED },
    [COUNT] = { "websocket.fragment.count", "Fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [REASSEMBLED] = { "websocket.reassembled.length", "Reassembled websocket Payload length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [FAILED] = { "", "Decompression failed", FT_NONE },
};
static const struct note_def notes[] = {
    [NOTE_OPCODE] = { "websocket.payload.unknown.expert", "Dissector for Websocket Opcode", SEV_NOTE, GROUP_UNDECODED, opcode_note },
    [NOTE_FAILED] = { "websocket.decompression.failed.expert", "Decompression failed", SEV_WARN, GROUP_PROTOCOL },
};
VALUES(text_types, { TEXT_NONE, "No subdissection" }, { TEXT_LINES, "Line based text" }, { TEXT_JSON, "As json" }, { 4, "As SIP" });
static const struct pref prefs[] = {
    [PREF_TEXT] = { "text_type", "Dissect websocket text as", PREF_ENUM, TEXT_NONE, NULL, &text_types },
    [PREF_DECOMPRESS] = { "decompress", "Try to decompress permessage-deflate payload", PREF_BOOL, 1 },
};
static const struct piece_rows piece_rows = {
    .all = FRAGMENTS, .one = FRAGMENT, .overlap = OVERLAP, .conflict = CONFLICT, .other_tail = TAILS, .too_long = TOO_LONG,
    .count = COUNT, .length = REASSEMBLED, .data = -1, .whole_in = -1, .source = "Reassembled Message",
};

/* --- what is remembered ----------------------------------------------------------------------------------- */

enum { WINDOW = 32768, KEPT_MAX = 4 * 1024 * 1024 };  /* of deflate; bytes of decompressed messages of a conversation */

/* A message in several frames (RFC 6455 section 5.4). */
struct message {
    struct pieces pieces;
    uint8_t opcode;
    bool compressed;
};
struct direction {
    struct message *open;
    uint8_t *window;  /* the latest decompressed bytes, which later messages refer to (RFC 7692 section 7.1.1) */
    uint32_t window_len;
};
struct talk {
    struct direction directions[2];
    uint32_t kept;
};
/* About one frame. */
struct fact {
    bool settled;
    struct message *message;
    const uint8_t *plain;  /* the message decompressed */
    uint32_t plain_len;
};

/* A frame while it is dissected. */
struct frame {
    struct dissect *d;
    struct cursor c, payload;  /* payload: unmasked */
    struct header h;
    uint8_t depth;             /* of the protocol's node */
    struct talk *talk;
    struct direction *direction;
    struct fact *fact;
};

static struct fact *fact_of_frame(struct dissect *d, struct cursor c)
{
    return fact_here(d, fact_slot(c), sizeof(struct fact));
}

static void remember(struct frame *f)
{
    struct dissect *d = f->d;
    struct flow *flow = flow_here(d);
    f->talk = flow_memory(d, flow, 0, sizeof *f->talk);
    if (f->talk == NULL)
        return;
    f->direction = &f->talk->directions[flow_direction(flow, d)];
    f->fact = fact_of_frame(d, f->c);
}

/* First pass: the frame is part of a message in several. */
static void join_message(struct frame *f)
{
    struct dissect *d = f->d;
    struct direction *way = f->direction;
    if (f->fact == NULL || !d->first_pass || f->fact->settled)
        return;
    f->fact->settled = true;
    if (f->h.opcode != OP_CONTINUATION && !f->h.fin) {
        way->open = flow_take(d, sizeof *way->open);
        if (way->open != NULL)
            *way->open = (struct message){ .opcode = f->h.opcode, .compressed = f->h.compressed };
    }
    struct message *m = f->h.opcode == OP_CONTINUATION || !f->h.fin ? way->open : NULL;
    if (m == NULL)
        return;
    f->fact->message = m;
    bool added = f->payload.cap == f->h.payload && pieces_add(d, &m->pieces, f->payload, m->pieces.covered, 0);
    if (added && f->h.fin)
        pieces_end(d, &m->pieces, m->pieces.covered);
    if (!added || f->h.fin)
        way->open = NULL;
}

static void window_add(struct dissect *d, struct direction *way, const struct decoded *plain)
{
    if (way->window == NULL)
        way->window = flow_take(d, WINDOW);
    if (way->window == NULL || plain->len == 0)
        return;
    uint32_t n = plain->len < WINDOW ? plain->len : WINDOW, room = WINDOW - n;
    uint32_t keep = way->window_len < room ? way->window_len : room;
    memmove(way->window, way->window + way->window_len - keep, keep);
    memcpy(way->window + keep, plain->bytes + plain->len - n, n);
    way->window_len = keep + n;
}

/* The message decompressed: in the first pass, with what came before it; later, what the first pass made. */
static bool decompress(struct frame *f, struct cursor *c)
{
    struct dissect *d = f->d;
    struct decoded plain = { 0 };
    if (f->fact == NULL)
        return false;
    if (d->first_pass && f->fact->plain == NULL) {
        struct direction *way = f->direction;
        if (!content_decode_message(d, c->p, c->cap, way->window, way->window_len, &plain))
            return false;
        window_add(d, way, &plain);
        uint8_t *kept = plain.len <= KEPT_MAX - f->talk->kept ? flow_take(d, plain.len + 1u) : NULL;
        if (kept == NULL)
            return false;
        if (plain.len != 0)
            memcpy(kept, plain.bytes, plain.len);
        f->talk->kept += plain.len;
        f->fact->plain = kept;
        f->fact->plain_len = plain.len;
    }
    if (f->fact->plain == NULL)
        return false;
    *c = new_source(d, f->fact->plain, f->fact->plain_len, "Decompressed payload");
    return true;
}

/* --- frames ----------------------------------------------------------------------------------------------- */

/* What is there of the header; size is what it takes to know the rest. */
static struct header header_read(struct cursor c)
{
    struct header h = { .size = 2 };
    if (c.cap < 2)
        return h;
    h.fin = (c.p[0] & 0x80) != 0;
    h.opcode = c.p[0] & 0x0f;
    h.masked = (c.p[1] & 0x80) != 0;
    h.payload = c.p[1] & 0x7f;
    uint32_t extended = h.payload == 126 ? 2 : h.payload == 127 ? 8 : 0;
    h.size += extended + (h.masked ? 4 : 0);
    if (c.cap < 2 + extended)
        h.payload = 0;
    else if (extended != 0)
        h.payload = be_uint(c.p + 2, extended);
    if (h.masked && c.cap >= h.size)
        memcpy(h.key, c.p + h.size - 4, 4);
    return h;
}

static uint32_t frame_length(struct dissect *d, struct cursor c)
{
    (void)d;
    struct header h = header_read(c);
    return h.payload <= INT32_MAX ? h.size + (uint32_t)h.payload : 0;
}

/* Compression was agreed on (RFC 7692 section 7). */
static bool is_compressing(struct dissect *d)
{
    static const char name[] = "permessage-deflate";
    const struct http_upgraded *u = http_upgraded_here(d);
    return u != NULL && u->extensions_len != 0 &&
           memmem(u->extensions, u->extensions_len, name, sizeof name - 1) != NULL;
}

static void header_emit(struct frame *f)
{
    struct dissect *d = f->d;
    struct cursor c = f->c;
    bool compressing = is_compressing(d);
    f->h.compressed = compressing && (get8(d, c, 0) & 0x40) != 0;
    emit_at(d, c, FIN, 0, 1);
    emit_at(d, c, RSV, 0, 1);
    if (compressing)
        emit_at(d, c, PMC, 0, 1);
    emit_at(d, c, OPCODE, 0, 1);
    emit_at(d, c, MASK, 1, 1);
    emit_at(d, c, LENGTH, 1, 1);
    uint32_t length = get8(d, c, 1) & 0x7f;
    if (length == 126)
        emit_at(d, c, LENGTH_16, 2, 2);
    else if (length == 127)
        emit_at(d, c, LENGTH_64, 2, 8);
    if (f->h.masked)
        emit_at(d, c, MASKING_KEY, f->h.size - 4, 4);
}

/* RFC 6455 section 5.3. */
static struct cursor unmask(struct frame *f, struct cursor c)
{
    uint8_t *plain = packet_zero(f->d, c.cap + 1u);
    if (plain == NULL)
        return cursor_part(c, 0);
    for (uint32_t i = 0; i < c.cap; i++)
        plain[i] = c.p[i] ^ f->h.key[i & 3];
    return new_source(f->d, plain, c.cap, "Unmasked data");
}

static void close_emit(struct dissect *d, struct cursor c)
{
    emit_at(d, c, CLOSE, 0, c.cap);
    if (c.cap < 2)
        return;
    down(d);
    add_item(d, &c, CLOSE_CODE, 2);
    if (c.cap != 0)
        emit_at(d, c, CLOSE_REASON, 0, c.cap);
    up(d);
}

/* c: the whole message.  Below "Payload". */
static void content_emit(struct frame *f, struct cursor c, uint8_t opcode)
{
    struct dissect *d = f->d;
    switch (opcode) {
    case OP_TEXT: emit_at(d, c, TEXT, 0, c.cap); return;
    case OP_BINARY: return;
    case OP_CLOSE: close_emit(d, c); return;
    case OP_PING: emit_at(d, c, PING, 0, c.cap); return;
    case OP_PONG: emit_at(d, c, PONG, 0, c.cap); return;
    default: note_on(d, emit_at(d, c, UNKNOWN, 0, c.cap), NOTE_OPCODE, packet_copy(d, &f->h, sizeof f->h));
    }
}

/* Who shows what is in the message; it stands beside this protocol. */
static void hand_content(struct frame *f, struct cursor c, uint8_t opcode)
{
    struct dissect *d = f->d;
    const struct http_upgraded *u = http_upgraded_here(d);
    struct verdict v = done();
    d->depth = f->depth;
    if (opcode == OP_TEXT && pref(d, PREF_TEXT) == TEXT_JSON)
        v = hand_to(&proto_json, 0, c);
    else if (opcode == OP_TEXT)
        v = hand_to(&proto_data_text_lines, 0, c);
    else if (opcode == OP_BINARY && u != NULL)
        v = hand_on_text(d, TABLE_WS_PROTOCOL, u->protocol, u->protocol_len, c);
    if (opcode == OP_BINARY && v.kind == VERDICT_DONE)
        v = hand_to(&proto_data, 0, c);
    if (v.kind != VERDICT_DONE)
        nested(d, v, false);
}

static void payload_emit(struct frame *f)
{
    struct dissect *d = f->d;
    struct cursor c = f->payload;
    struct message *m = f->fact != NULL ? f->fact->message : NULL;
    bool last = m == NULL || (f->h.fin && m->pieces.whole_in == d->frame->number);
    uint8_t opcode = m != NULL ? m->opcode : f->h.opcode;
    bool compressed = m != NULL ? m->compressed : f->h.compressed && opcode < OP_CLOSE, bad = false;
    emit_at(d, c, PAYLOAD, 0, c.cap);
    if (!last || (m == NULL && !f->h.fin)) {
        d->depth = f->depth;
        if (f->h.opcode == OP_CONTINUATION)
            emit_at(d, c, CONTINUE, 0, c.cap);
        return;
    }
    struct cursor whole = m != NULL ? pieces_join(d, &m->pieces, m->pieces.len, piece_rows.source) : c, plain = whole;
    if (compressed && pref(d, PREF_DECOMPRESS))
        bad = !decompress(f, &plain);
    down(d);
    if (!bad)
        content_emit(f, plain, opcode);
    up(d);
    d->depth = f->depth;
    if (m != NULL)
        pieces_emit(d, whole, &m->pieces, &piece_rows);
    if (bad)
        note_on(d, emit_at(d, c, FAILED, 0, c.cap), NOTE_FAILED, NULL);
    else if (plain.cap != 0)
        hand_content(f, plain, opcode);
}

/* Several frames of a segment are one layer. */
static void heading(struct dissect *d, struct cursor c, uint32_t len)
{
    const struct layer *top = &d->layers[d->n_layers - 1];
    if (top->protocol == d->running && !top->shown) {
        emit_protocol(d, c, len, NULL);
        return;
    }
    emit_arg(d, c, WEBSOCKET, 0, len, NULL);
    down(d);
}

static void frame_run(struct dissect *d, struct cursor c)
{
    struct frame f = { .d = d, .c = c, .h = header_read(c), .depth = d->depth };
    set_protocol_column(d, "WebSocket");
    info_set(d, info, packet_copy(d, &f.h, sizeof f.h));
    heading(d, c, f.h.size < c.cap ? f.h.size : c.cap);
    header_emit(&f);
    if (f.h.payload == 0 || d->stop != STOP_NONE)
        return;
    struct cursor payload = cursor_at(c, f.h.size);
    if (payload.cap == 0 && payload.wire != 0)
        fall_short(d, payload, 0, 1);
    if (f.h.masked)
        emit_at(d, payload, MASKED_PAYLOAD, 0, payload.cap);
    f.payload = f.h.masked ? unmask(&f, payload) : payload;
    remember(&f);
    if (f.h.opcode < OP_CLOSE)
        join_message(&f);
    payload_emit(&f);
}

static struct verdict websocket_run(struct dissect *d, struct cursor c)
{
    return stream_messages(d, c, 2, frame_length, frame_run);
}

static const struct claim claims[] = { { .table = TABLE_HTTP_UPGRADE, .text = "websocket" } };
static const uint8_t hands_to[] = { TABLE_WS_PROTOCOL };
static const struct protocol *const calls[] = { &proto_data, &proto_json, &proto_data_text_lines, NULL };

PROTOCOL(websocket,
    .name = "websocket", .short_name = "WebSocket", .long_name = "WebSocket",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    .run = websocket_run, .keeps_state = true
);
