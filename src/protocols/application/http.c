/* http.c - HTTP/1.x, RFC 9110 and 9112: messages of byte streams, and those that others send as datagrams.  Claims the
   usual ports and what looks like it; hands bodies on by "media_type", tunnels by "tcp.port". */
#include "protocols/application/http.h"

#include "protocols/application/http2.h"
#include "protocols/application/http_rows.h"
#include "protocols/application/media.h"

static void emit_message(struct http_message *m)
{
    struct dissect *d = m->d;
    http_head_emit(m);
    const struct http_full_uri *uri = http_full_uri_of(m);
    if (uri != NULL)
        emit_arg(d, m->c, HTTP_FULL_URI, 0, 0, uri);
    emit_value(d, m->c,
               m->head.kind == HTTP_REQUEST    ? HTTP_IS_REQUEST
               : m->head.kind == HTTP_RESPONSE ? HTTP_IS_RESPONSE
                                               : HTTP_IS_NOTIFICATION,
               0, 0, 1);
    http_links_emit(m, uri);
}

void http_datagram(struct dissect *d, struct cursor c, enum http_kind kind)
{
    struct http_message m = { .d = d, .c = c, .p = c.p, .depth = (uint8_t)(d->depth - (d->depth != 0)) };
    speak_as(d, &proto_http);
    http_head_of(m.p, c.cap, &m.head);
    if (kind == HTTP_OTHER) {
        http_head_emit(&m);
        return;
    }
    uint32_t len, missing, mark;
    m.head.whole = true;
    emit_message(&m);
    http_body_length(&m, m.head.size, 0, &len, &missing, &mark);
    http_body_emit(&m, m.head.size, len);
}

/* --- what follows a message that ends HTTP ---------------------------------------------------------------- */

static struct verdict upgraded(struct dissect *d, const struct http_talk *t, struct cursor c)
{
    const struct http_kept_text *to = t->upgrade_to;
    struct verdict v = to != NULL ? hand_on_text(d, TABLE_HTTP_UPGRADE, to->text, to->len, c) : done();
    return v.kind != VERDICT_DONE ? v : hand_to(&proto_data, 0, c);
}

/* RFC 9110 section 9.3.6: from the response to CONNECT on, the bytes are of whom the tunnel leads to. */
static struct verdict tunnel(struct dissect *d, const struct http_talk *t, struct cursor c)
{
    int variant;
    uint8_t depth = d->depth;
    emit_protocol(d, cursor_part(c, 0), 0, NULL);
    if (t->proxy_host != NULL)
        emit_held(d, c, HTTP_PROXY_HOST, 0, 0, t->proxy_host->text, t->proxy_host->len);
    emit_value(d, c, HTTP_PROXY_PORT, 0, 0, t->proxy_port);
    d->depth = depth;
    uint32_t p = engine_lookup(d->engine, TABLE_TCP_PORT, t->proxy_port, &variant);
    if (p == registry_protocol_number(&proto_http))
        return hand_to(&proto_data, 0, c);
    return hand_on_either(TABLE_TCP_PORT, t->proxy_port, t->proxy_port, c);
}

/* "example.com:443" */
static void open_tunnel(struct http_message *m, struct http_talk *t)
{
    const struct http_kept_text *uri = t->latest != NULL ? t->latest->target : NULL;
    uint64_t port = 0;
    uint32_t host = uri != NULL ? uri->len : 0;
    while (host != 0 && uri->text[host - 1] != ':')
        host--;
    if (host == 0 || !http_number_of(uri->text, (struct http_part){ host, uri->len - host }, &port) ||
        port > UINT16_MAX)
        return;
    t->proxy_host = http_keep_text(m->d, uri->text, host - 1);
    t->proxy_port = (uint32_t)port;
    t->tunnel = (struct http_since){ m->d->frame->number, m->c.offset, m->c.source };
}

static void keep_upgrade(struct http_message *m, struct http_talk *t)
{
    struct dissect *d = m->d;
    const struct http_head *h = &m->head;
    const struct http_kept_text *protocol = http_keep_text(d, m->p + h->ws_protocol.off, h->ws_protocol.len);
    const struct http_kept_text *extensions = http_keep_text(d, m->p + h->ws_extensions.off, h->ws_extensions.len);
    t->upgrade_to = http_keep_text(d, m->p + h->upgrade.off, h->upgrade.len);
    t->upgrade = (struct http_since){ d->frame->number, m->c.offset, m->c.source };
    t->upgraded = (struct http_upgraded){ .client_port = d->dst_port };
    if (protocol != NULL)
        t->upgraded.protocol = protocol->text, t->upgraded.protocol_len = protocol->len;
    if (extensions != NULL)
        t->upgraded.extensions = extensions->text, t->upgraded.extensions_len = extensions->len;
}

const struct http_upgraded *http_upgraded_here(struct dissect *d)
{
    uint16_t keep = d->protocol;
    d->protocol = (uint16_t)registry_protocol_number(&proto_http);
    const struct http_talk *t = http_talk_here(d);
    d->protocol = keep;
    return t != NULL && t->upgrade.frame != 0 ? &t->upgraded : NULL;
}

/* First pass: what the conversation has become with this message. */
static void remember(struct http_message *m, struct http_talk *t, enum http_answer answer)
{
    if (t == NULL || !m->d->first_pass)
        return;
    if (t->known.frame == 0)
        t->known = (struct http_since){ m->d->frame->number, m->c.offset, m->c.source };
    t->asked |= m->head.kind == HTTP_REQUEST;
    if (answer == HTTP_OPENS_TUNNEL && t->tunnel.frame == 0)
        open_tunnel(m, t);
    else if (m->head.kind == HTTP_RESPONSE && m->head.code == 101 && m->head.upgrade.len != 0 && t->upgrade.frame == 0)
        keep_upgrade(m, t);
}

/* --- messages of a stream --------------------------------------------------------------------------------- */

/* Several messages of a segment are one layer. */
static void heading(struct http_message *m, bool first, uint32_t len)
{
    if (first) {
        emit_protocol(m->d, m->c, len, NULL);
        return;
    }
    emit_arg(m->d, m->c, HTTP_PROTOCOL, 0, len, NULL);
    down(m->d);
}

/* True when the headers are all there, or will never be. */
static bool head_read(struct http_message *m, uint32_t from, struct verdict *v)
{
    enum { HEAD_MAX = 1024 * 1024 };
    struct dissect *d = m->d;
    bool waits = d->waits && pref(d, HTTP_PREF_DESEGMENT_HEADERS) && m->c.cap < HEAD_MAX;
    struct http_line line = { 0 };
    from = from > 3 && from <= m->c.cap ? from - 3 : 0;
    if (waits && from != 0 && memmem(m->p + from, m->c.cap - from, "\n\r\n", 3) == NULL &&
        memmem(m->p + from, m->c.cap - from, "\n\n", 2) == NULL) {
        *v = want_more(m->c, MORE_ANY, m->c.cap);
        return false;
    }
    bool ended = http_line_at(m->p, m->c.cap, 0, &line) && line.size != line.text.len;
    http_head_of(m->p, m->c.cap, &m->head);
    bool line_ends = memchr(m->p + m->head.size, '\n', m->c.cap - m->head.size) != NULL;
    if (waits && (!ended || (m->head.kind != HTTP_OTHER && !m->head.whole && !line_ends))) {
        *v = want_more(m->c, MORE_ANY, m->c.cap);
        return false;
    }
    return true;
}

static bool begins_binary(struct cursor c) { return c.cap != 0 && (c.p[0] < ' ' || c.p[0] > 126); }

/* A port of HTTP's own, or of a protocol that leads to HTTP. */
static bool port_known(const struct dissect *d)
{
    return d->port_kind != PORT_TCP || claimed(d, TABLE_TCP_PORT, d->src_port) ||
           claimed(d, TABLE_TCP_PORT, d->dst_port);
}

/* Bytes of no message we know: part of one whose beginning is missing, if the conversation is known to be HTTP: by a
   request, on another port since its first message. */
static struct verdict loose(struct http_message *m, const struct http_talk *t, bool first)
{
    struct dissect *d = m->d;
    bool binary = begins_binary(m->c);
    bool known = t != NULL && t->asked && (port_known(d) || http_is_since(&t->known, d, m->c));
    if (first && !known)
        return port_known(d) ? passed_over(d) : not_mine();
    if (m->c.cap == 0) {
        fall_short(d, m->c, 0, 1);
        return done();
    }
    set_protocol_column(d, "HTTP");
    info_set(d, info_constant, "Continuation");
    heading(m, first, m->c.cap);
    if (!binary)
        emit_held(d, m->c, HTTP_FILE_DATA, 0, m->c.cap, m->p, m->c.cap);
    nested(d, hand_to(&proto_data, 0, m->c), false);
    d->depth = m->depth;
    info_fence(d);
    if (m->c.cap < m->c.wire && !binary)
        fall_short(d, m->c, 0, m->c.wire);
    return done();
}

/* RFC 9112 section 2.2: an empty line before a message is what some senders put behind a body. */
static bool leading_line(struct cursor c)
{
    return c.cap > 2 && c.p[0] == '\r' && c.p[1] == '\n' && http_kind_of(c.p + 2, c.cap - 2) != HTTP_OTHER;
}

/* RFC 9113 section 3.3: a client that knows beforehand begins with HTTP/2; then what the server sent before is HTTP/2
   too.  Where HTTP/1 came first, it is what goes on from here.  VERDICT_DONE: no HTTP/2. */
static struct verdict as_http2(struct dissect *d, struct http_talk *t, struct cursor c)
{
    static const uint8_t name[] = "h2c";
    bool begins = http2_may_begin(c);
    if (begins && c.cap < HTTP2_PREFACE && d->waits)
        return want_more(c, HTTP2_PREFACE - c.cap, 0);
    if (begins && t != NULL && d->first_pass && t->upgrade.frame == 0) {
        t->http2 = t->known.frame == 0;
        t->upgrade = (struct http_since){ d->frame->number, c.offset, c.source };
        t->upgrade_to = http_keep_text(d, name, sizeof name - 1);
    }
    return begins || (t != NULL && t->http2) ? hand_on_text(d, TABLE_HTTP_UPGRADE, name, sizeof name - 1, c) : done();
}

static struct verdict http_run(struct dissect *d, struct cursor c)
{
    struct http_talk *t = http_talk_here(d);
    uint32_t mark = d->mark;
    struct verdict http2 = as_http2(d, t, c);
    if (http2.kind != VERDICT_DONE)
        return http2;
    for (bool first = true; more(d, &c); first = false, mark = 0) {
        if (t != NULL && http_is_since(&t->upgrade, d, c))
            return upgraded(d, t, c);
        if (t != NULL && http_is_since(&t->tunnel, d, c))
            return tunnel(d, t, c);
        struct cursor start = c;
        bool empty_line = leading_line(c);
        if (empty_line)
            cursor_skip(&c, 2);
        struct http_message m = { .d = d, .c = c, .p = c.p, .depth = d->depth };
        struct verdict v;
        uint32_t len, missing, next;
        if (c.cap == 0 || begins_binary(c))
            return loose(&m, t, first);
        if (!head_read(&m, mark, &v))
            return v;
        if (m.head.kind == HTTP_OTHER)
            return loose(&m, t, first);
        if (!http_body_length(&m, m.head.size, mark, &len, &missing, &next))
            return want_more(c, missing, next);
        set_protocol_column(d, "HTTP");
        heading(&m, first, m.head.size < c.cap ? m.head.size : c.cap);
        if (empty_line)
            note_on(d, emit_at(d, start, HTTP_LEADING_LINE, 0, 2), HTTP_NOTE_LEADING_CRLF, NULL);
        enum http_answer answer = http_answer_of(&m);
        emit_message(&m);
        remember(&m, t, answer);
        http_body_emit(&m, m.head.size, len);
        d->depth = m.depth;
        if (c.cap < c.wire && !m.head.whole)
            fall_short(d, c, 0, c.wire);
        info_fence(d);
        cursor_skip(&c, m.head.size + len);
    }
    return done();
}

/* A request line ends with the version, whatever is between that and the method: some senders put more there. */
static bool ends_with_version(const uint8_t *p, struct http_part line)
{
    enum { VERSION = 8 };  /* "HTTP/1.1", RFC 9112 section 2.3 */
    const uint8_t *v = p + line.off + line.len - VERSION;
    return line.len > VERSION && http_part_is(v, (struct http_part){ 0, VERSION - 1 }, "HTTP/1.");
}

/* A first line that only HTTP has, or anything of a conversation that began with one. */
static bool looks_like_http(const struct dissect *d, struct cursor c)
{
    struct http_line line;
    bool in_tunnel = d->layers[d->n_layers - 1].protocol == registry_protocol_number(&proto_http);
    if (in_tunnel || flow_remembers(d, &proto_http, 0))
        return !in_tunnel;
    enum http_kind kind = http_kind_of(c.p, c.cap);
    if (kind == HTTP_OTHER || !http_line_at(c.p, c.cap, 0, &line) || line.size == line.text.len)
        return false;
    return kind == HTTP_RESPONSE || ends_with_version(c.p, line.text);
}

static const struct claim claims[] = {
    { TABLE_TCP_PORT, 80 },   { TABLE_TCP_PORT, 631 },  { TABLE_TCP_PORT, 1900 }, { TABLE_TCP_PORT, 2710 },
    { TABLE_TCP_PORT, 2869 }, { TABLE_TCP_PORT, 3128 }, { TABLE_TCP_PORT, 3132 }, { TABLE_TCP_PORT, 3689 },
    { TABLE_TCP_PORT, 5985 }, { TABLE_TCP_PORT, 8080 }, { TABLE_TCP_PORT, 8088 }, { TABLE_TCP_PORT, 11371 },
};
static const struct heuristic heuristics[] = { { TABLE_TCP_PORT, looks_like_http, "http_tcp", "HTTP over TCP" } };
static const struct pref prefs[] = {
    [HTTP_PREF_DESEGMENT_HEADERS] = { "desegment_headers", "Reassemble HTTP headers spanning multiple TCP segments", PREF_BOOL, 1 },
    [HTTP_PREF_DESEGMENT_BODY] = { "desegment_body", "Reassemble HTTP bodies spanning multiple TCP segments", PREF_BOOL, 1 },
    [HTTP_PREF_DECHUNK] = { "dechunk_body", "Reassemble chunked transfer-coded bodies", PREF_BOOL, 1 },
    [HTTP_PREF_DECOMPRESS] = { "decompress_body", "Uncompress entity bodies", PREF_BOOL, 1 },
    [HTTP_PREF_TLS_PORTS] = { "tls.port", "SSL/TLS Ports", PREF_RANGE, .initial_text = "443" },
};
static const uint8_t hands_to[] = { TABLE_MEDIA_TYPE, TABLE_HTTP, TABLE_HTTP_UPGRADE, TABLE_TCP_PORT };
static const struct protocol *const calls[] = { &proto_data, &proto_http2, &proto_media, &proto_mime_multipart, NULL };

PROTOCOL(http,
    .name = "http", .short_name = "HTTP", .long_name = "Hypertext Transfer Protocol",
    .fields = http_fields, .n_fields = HTTP_ROWS, .notes = http_notes, .n_notes = HTTP_NOTES, PREFS(prefs),
    CLAIMS(claims), HEURISTICS(heuristics), HANDS_TO(hands_to), .calls = calls,
    .run = http_run, .keeps_state = true, .joins = true
);
