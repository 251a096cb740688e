/* http2_body.c - HTTP/2: bodies, which come as DATA of a stream (RFC 9113 section 8.1), put together and shown by what
   the headers before them say. */
#include "protocols/application/content_coding.h"
#include "protocols/application/http2_rows.h"
#include "protocols/application/media.h"

enum { TEXT_MAX = 1024 };  /* of a Content-Type that is remembered */

/* One direction of a stream. */
struct side {
    struct http2_text type, coding;  /* of the message at hand */
    struct http2_body *body;         /* DATA has come */
    bool ended;                      /* nothing more comes, or not all of it can be had */
};
struct stream {
    struct side sides[2];
    bool tunnel;                     /* of CONNECT (RFC 9113 section 8.5) */
};

static struct stream *stream_of(struct dissect *d, const struct http2_frame *f)
{
    struct flow *flow = flow_here(d);
    if (flow == NULL || f->stream == 0)
        return NULL;
    bool up = f->direction == 0;
    uint32_t key[4] = { flow_first_frame(flow), up ? d->src_port : d->dst_port, up ? d->dst_port : d->src_port,
                        f->stream };
    return keyed_memory(d, key, sizeof key, sizeof(struct stream));
}

static struct http2_text text_keep(struct dissect *d, struct http2_frame *f, struct http2_text t)
{
    uint8_t *kept = t.len != 0 && t.len <= TEXT_MAX ? http2_keep(d, f, t.len) : NULL;
    if (kept == NULL)
        return (struct http2_text){ NULL, 0 };
    memcpy(kept, t.bytes, t.len);
    return (struct http2_text){ kept, t.len };
}

/* The frame is the last one of a body. */
static void body_end(struct dissect *d, struct http2_frame *f, struct side *side)
{
    f->body = f->fact->body = side->body;
    if (side->body->pieces.count != 0)
        pieces_end(d, &side->body->pieces, side->body->pieces.covered);
    side->body = NULL;
    side->ended = true;
}

void http2_body_headers(struct dissect *d, struct http2_frame *f)
{
    struct stream *stream = f->fact != NULL ? stream_of(d, f) : NULL;
    if (stream == NULL || f->type == H2_PUSH_PROMISE)
        return;
    struct side *side = &stream->sides[f->direction];
    bool ends = f->type == H2_HEADERS && (f->flags & H2_END_STREAM) != 0;
    if (side->body != NULL) {  /* trailers */
        if (ends)
            body_end(d, f, side);
        return;
    }
    if (f->type == H2_HEADERS)
        *side = (struct side){ 0 };
    struct http2_text type = http2_value(f->block, "content-type"), coding = http2_value(f->block, "content-encoding");
    if (type.bytes != NULL)
        side->type = text_keep(d, f, type);
    if (coding.bytes != NULL)
        side->coding = text_keep(d, f, coding);
    stream->tunnel |= http2_text_is(http2_value(f->block, ":method"), "CONNECT");
    side->ended = ends;
}

void http2_body_data(struct dissect *d, struct http2_frame *f, struct cursor data)
{
    struct stream *stream = f->fact != NULL ? stream_of(d, f) : NULL;
    if (stream == NULL)
        return;
    struct side *side = &stream->sides[f->direction];
    bool ends = (f->flags & H2_END_STREAM) != 0;
    f->tunneled = f->fact->tunneled = stream->tunnel;
    if (side->ended || stream->tunnel)
        return;
    bool first = side->body == NULL;
    if (first)
        side->body = flow_take(d, sizeof *side->body);
    if (side->body == NULL || data.cap < data.wire || d->stop != STOP_NONE) {
        side->ended = true;
        return;
    }
    struct http2_body *body = side->body;
    body->type = side->type;
    body->coding = side->coding;
    f->body = f->fact->body = body;
    if ((!first || !ends) && !pieces_add(d, &body->pieces, data, body->pieces.covered, 0)) {
        side->body = NULL;
        side->ended = true;
    } else if (ends) {
        body_end(d, f, side);
    }
}

/* --- showing ---------------------------------------------------------------------------------------------- */

/* To who claims the type; RFC 2046 section 5.1.3: subtypes of multipart that nobody knows have the form of the
   others. */
static void hand_content(struct dissect *d, const struct http2_frame *f, struct cursor c)
{
    static const char multipart[] = "multipart/", octets[] = "application/octet-stream";
    const struct media *outer = d->media;
    struct media *m = f->body->type.len != 0 ? media_of(d, f->body->type.bytes, f->body->type.len) : NULL;
    if (m == NULL || c.cap == 0)
        return;
    struct verdict v = hand_on_text(d, TABLE_MEDIA_TYPE, m->type, m->type_len, c);
    if (v.kind == VERDICT_DONE && m->type_len >= sizeof multipart - 1 &&
        memcmp(m->type, multipart, sizeof multipart - 1) == 0)
        v = hand_to(&proto_mime_multipart, 0, c);
    else if (v.kind == VERDICT_DONE && m->type_len == sizeof octets - 1 &&
             memcmp(m->type, octets, sizeof octets - 1) == 0)
        v = hand_to(&proto_data, 0, c);
    if (v.kind == VERDICT_DONE)
        return;
    d->media = m;
    v.ask = true;
    nested(d, v, false);
    d->media = outer;
}

/* Undoes the content coding, and hands what is in the body on where it stands; false when it has none that is
   known. */
static bool coded_emit(struct dissect *d, struct http2_frame *f, struct cursor c)
{
    struct http2_text name = f->body->coding;
    enum content_coding coding = name.len != 0 ? content_coding_of(name.bytes, name.len) : CODING_IDENTITY;
    if (coding == CODING_IDENTITY || coding == CODING_UNKNOWN || c.cap == 0)
        return false;
    struct http2_encoded *e = packet_zero(d, sizeof *e);
    struct decoded plain = { 0 };
    if (e == NULL)
        return false;
    *e = (struct http2_encoded){ .coding = name, .from = c.cap };
    e->decoded = content_decode(d, coding, c.p, c.cap, &plain);
    e->to = plain.len;
    emit_arg(d, c, HTTP2_ENCODED, 0, c.cap, e);
    down(d);
    if (!e->decoded)
        note_on(d, emit_at(d, c, HTTP2_FAILED, 0, c.cap), HTTP2_NOTE_BODY, NULL);
    else if (plain.len != 0)
        c = new_source(d, plain.bytes, plain.len, "Uncompressed entity body");
    else
        c = cursor_part(c, 0);
    emit_at(d, c, HTTP2_DATA, 0, c.cap);
    up(d);
    hand_content(d, f, c);
    return true;
}

void http2_body_emit(struct dissect *d, struct http2_frame *f, struct cursor data)
{
    const struct http2_body *body = f->body;
    bool ends = (f->flags & H2_END_STREAM) != 0;
    if (body != NULL && !ends && body->pieces.whole_in != 0)
        emit_value(d, f->c, HTTP2_WHOLE_IN, 0, 0, body->pieces.whole_in);
    if (body == NULL || !ends) {
        emit_at(d, data, HTTP2_DATA, 0, data.wire);
        return;
    }
    struct cursor whole = data;
    if (body->pieces.whole_in == d->frame->number) {
        whole = pieces_join(d, &body->pieces, body->pieces.len, http2_piece_rows.source);
        pieces_emit(d, whole, &body->pieces, &http2_piece_rows);
    }
    if (coded_emit(d, f, whole))
        return;
    emit_at(d, whole, HTTP2_DATA, 0, whole.cap);
    f->content = whole;
}

void http2_body_dispatch(struct dissect *d, struct http2_frame *f)
{
    if (f->content.cap == 0 || d->stop != STOP_NONE)
        return;
    d->depth = (uint8_t)(f->depth + (f->depth < MAX_DEPTH));
    hand_content(d, f, f->content);
}
