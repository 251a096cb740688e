/* http_body.c - HTTP: where a body ends (RFC 9112 section 6), how it was coded for the way, and who shows it. */
#include "protocols/application/content_coding.h"
#include "protocols/application/http_rows.h"
#include "protocols/application/media.h"

/* --- chunks (RFC 9112 section 7.1) ------------------------------------------------------------------------ */

struct chunk {
    uint32_t size, line;  /* line: bytes of the line that says the size */
};

static unsigned hex_digit(uint8_t c)
{
    unsigned letter = c | 0x20u;
    return c >= '0' && c <= '9' ? c - '0' + 0u : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10u : 16u;
}

/* False when the line has no end yet. */
static bool chunk_at(const uint8_t *p, uint32_t len, uint32_t at, struct chunk *chunk)
{
    struct http_line line;
    uint64_t size = 0;
    if (!http_line_at(p, len, at, &line) || line.size == 0 || p[at + line.size - 1] != '\n')
        return false;
    for (uint32_t i = 0; i < line.text.len && hex_digit(p[at + i]) < 16 && size <= INT32_MAX; i++)
        size = size << 4 | hex_digit(p[at + i]);
    *chunk = (struct chunk){ size <= INT32_MAX ? (uint32_t)size : 0, line.size };
    return true;
}

/* The end of the trailer lines and the empty line behind them; false when that is not there yet. */
static bool trailer_end(const uint8_t *p, uint32_t len, uint32_t *at)
{
    struct http_line line;
    while (http_line_at(p, len, *at, &line) && p[*at + line.size - 1] == '\n') {
        *at += line.size;
        if (line.text.len == 0)
            return true;
    }
    return false;
}

/* False when there is more to come: `missing` and `mark` as http_body_length has them.  *end: behind the last byte. */
static bool chunks_end(const uint8_t *p, uint32_t len, uint32_t at, uint32_t *end, uint32_t *missing, uint32_t *mark)
{
    struct chunk chunk;
    *missing = MORE_ANY;
    for (*mark = at; chunk_at(p, len, at, &chunk); *mark = at) {
        uint64_t next = (uint64_t)at + chunk.line + chunk.size + 2;
        if (chunk.size == 0) {
            *end = at + chunk.line;
            return trailer_end(p, len, end);
        }
        if (next > len) {
            *missing = (uint32_t)(next - len);
            return false;
        }
        at = (uint32_t)next;
    }
    return false;
}

struct dechunked {
    uint8_t *bytes;
    uint32_t len;
};

/* Shows the chunk at the cursor and moves past it. */
static void chunk_emit(struct dissect *d, struct cursor *c, const struct chunk *chunk, struct dechunked *out)
{
    uint32_t data = c->cap - chunk->line < chunk->size ? c->cap - chunk->line : chunk->size;
    uint32_t left = c->cap - chunk->line - data, boundary = left < 2 ? left : 2;
    emit_value(d, *c, HTTP_CHUNK, 0, chunk->line + data + boundary, chunk->size);
    down(d);
    emit_value(d, *c, HTTP_CHUNK_SIZE, 0, chunk->line, chunk->size);
    cursor_skip(c, chunk->line);
    if (chunk->size != 0) {
        add_item(d, c, HTTP_CHUNK_DATA, data);
        if (out->bytes != NULL) {
            memcpy(out->bytes + out->len, c->p - data, data);
            out->len += data;
        }
        if (boundary != 0)
            add_item(d, c, HTTP_CHUNK_BOUNDARY, boundary);
    }
    up(d);
}

/* Shows the chunks; what they hold together, as bytes of their own. */
static struct cursor chunks_emit(struct http_message *m, uint32_t at, uint32_t len)
{
    struct dissect *d = m->d;
    struct cursor c = cursor_sub(m->c, at, len);
    struct dechunked out = { .bytes = packet_zero(d, c.cap + 1u) };
    struct chunk chunk = { .size = 1 };
    struct http_line line;
    emit_value(d, c, HTTP_CHUNKS, 0, c.cap, m->head.kind);
    down(d);
    while (chunk.size != 0 && d->stop == STOP_NONE && chunk_at(c.p, c.cap, 0, &chunk))
        chunk_emit(d, &c, &chunk, &out);
    uint32_t trailer = 0;
    while (chunk.size == 0 && http_line_at(c.p, c.cap, trailer, &line) && line.text.len != 0)
        trailer += line.size;
    if (trailer != 0)
        add_item(d, &c, HTTP_TRAILER_PART, trailer);
    if (c.cap != 0)
        emit_at(d, c, HTTP_LINE, 0, c.cap);
    up(d);
    if (out.len == 0)
        return cursor_part(c, 0);
    return new_source(d, out.bytes, out.len, "De-chunked entity body");
}

/* --- how long --------------------------------------------------------------------------------------------- */

/* RFC 9112 section 6.3, points 1, 2 and 7: what has no body whatever its headers say, or none without a length. */
static bool has_no_body(struct http_message *m)
{
    const struct http_head *h = &m->head;
    if (h->kind != HTTP_RESPONSE)
        return !h->has_length;
    return h->code / 100 == 1 || ((h->code == 204 || h->code == 304) && !h->has_length);
}

bool http_body_length(struct http_message *m, uint32_t at, uint32_t from, uint32_t *len, uint32_t *missing,
                      uint32_t *mark)
{
    struct dissect *d = m->d;
    uint32_t there = m->c.wire - at;
    bool waits = d->waits && pref(d, HTTP_PREF_DESEGMENT_BODY), only;
    *mark = 0;
    if (!m->head.whole || http_answer_of(m) != HTTP_ANSWERS_ANY) {
        *len = 0;
        return true;
    }
    if (http_is_chunked(m->p, &m->head, &only)) {
        uint32_t end;
        bool ended = chunks_end(m->p, m->c.cap, from > at && from <= m->c.cap ? from : at, &end, missing, mark);
        *len = ended ? end - at : there;
        return ended || !waits;
    }
    if (has_no_body(m)) {
        *len = 0;
        return true;
    }
    if (m->head.has_length) {
        *len = m->head.length < there ? (uint32_t)m->head.length : there;
        *missing = (uint32_t)m->head.length - *len;
        return *missing == 0 || !waits || d->ends;
    }
    *len = there;
    *missing = MORE_ALL;
    return !waits || d->ends;
}

/* --- who shows it ----------------------------------------------------------------------------------------- */

static void as_data(struct dissect *d, struct cursor c) { nested(d, hand_to(&proto_data, 0, c), false); }

/* RFC 2046 section 5.1.3: subtypes that nobody knows have the form of the others. */
static bool is_multipart(const struct media *m)
{
    static const char front[] = "multipart/";
    return m->type_len >= sizeof front - 1 && memcmp(m->type, front, sizeof front - 1) == 0;
}

/* The decoded body goes to who claims its type, else to who knows it by its looks, else it is shown as what it is
   called, or as "Data" when nobody says what it is. */
static void dispatch(struct http_message *m, struct cursor c)
{
    struct dissect *d = m->d;
    const struct media *outer = d->media;
    struct media *media = NULL;
    struct verdict v = done();
    uint8_t depth = d->depth;
    if (m->head.type.len != 0) {
        media = media_of(d, m->p + m->head.type.off, m->head.type.len);
        d->media = media;
    }
    if (media != NULL)
        v = hand_on_text(d, TABLE_MEDIA_TYPE, media->type, media->type_len, c);
    if (media != NULL && v.kind == VERDICT_DONE && is_multipart(media))
        v = hand_to(&proto_mime_multipart, 0, c);
    d->depth = m->depth;
    if (v.kind != VERDICT_DONE) {
        v.ask = true;
        nested(d, v, false);
        if (d->refused) {
            d->depth = depth;
            note_on(d, NO_NODE, HTTP_NOTE_REFUSED, NULL);
            d->depth = m->depth;
            v = done();
        }
    }
    if (v.kind == VERDICT_DONE) {
        v = hand_on_probed(d, TABLE_HTTP, c);
        if (v.kind == VERDICT_DONE)
            v = hand_to(media != NULL ? &proto_media : &proto_data, 0, c);
        d->depth = media == NULL && v.to == &proto_data ? depth : m->depth;
        nested(d, v, false);
    }
    d->depth = depth;
    d->media = outer;
}

/* Undoes the content coding; false when that fails, and the coded bytes were shown. */
static bool decode(struct http_message *m, struct cursor *c)
{
    struct dissect *d = m->d;
    struct http_part name = m->head.coding;
    enum content_coding coding = name.len != 0 ? content_coding_of(m->p + name.off, name.len) : CODING_IDENTITY;
    struct http_decoded *line = coding != CODING_IDENTITY && c->cap != 0 ? packet_zero(d, sizeof *line) : NULL;
    struct decoded plain;
    if (line == NULL)
        return true;
    bool on = pref(d, HTTP_PREF_DECOMPRESS) != 0;
    *line = (struct http_decoded){ .coding = { m->p + name.off, name.len }, .from = c->cap };
    line->decoded = on && content_decode(d, coding, c->p, c->cap, &plain);
    uint32_t node = emit_arg(d, *c, HTTP_ENCODED, 0, c->cap, line);
    if (line->decoded) {
        line->to = plain.len;
        *c = plain.len != 0 ? new_source(d, plain.bytes, plain.len, "Uncompressed entity body") : cursor_part(*c, 0);
        return true;
    }
    note_on(d, node, on ? HTTP_NOTE_DECODE_FAILED : HTTP_NOTE_DECODE_OFF, NULL);
    down(d);
    as_data(d, *c);
    up(d);
    return false;
}

void http_body_emit(struct http_message *m, uint32_t at, uint32_t len)
{
    struct dissect *d = m->d;
    struct cursor c = cursor_sub(m->c, at, len);
    bool only = true, chunked = http_is_chunked(m->p, &m->head, &only);
    if (len == 0 || c.cap == 0)
        return;
    bool shown = !chunked || pref(d, HTTP_PREF_DECHUNK);
    if (chunked && shown)
        c = chunks_emit(m, at, len);
    bool other = m->head.transfer.len != 0 && !only;
    if (other && !chunked)
        other = content_coding_of(m->p + m->head.transfer.off, m->head.transfer.len) != CODING_IDENTITY;
    if (!shown || other) {
        as_data(d, c);
        return;
    }
    if (!decode(m, &c))
        return;
    emit_held(d, c.source == m->c.source ? c : m->c, HTTP_FILE_DATA, 0, c.cap, c.p, c.cap);
    if (c.cap != 0)
        dispatch(m, c);
}
