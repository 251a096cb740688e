/* http_headers.c - HTTP: request line, status line and headers as fields. */
#include "protocols/application/content_coding.h"
#include "protocols/application/http2.h"
#include "protocols/application/http_rows.h"

/* Headers that have a field of their own. */
static const struct known_header {
    const char *name;
    uint8_t field;
} known_headers[] = {
    { "Authorization", HTTP_AUTHORIZATION },
    { "Proxy-Authenticate", HTTP_PROXY_AUTHENTICATE },
    { "Proxy-Authorization", HTTP_PROXY_AUTHORIZATION },
    { "WWW-Authenticate", HTTP_WWW_AUTHENTICATE },
    { "Content-Type", HTTP_CONTENT_TYPE },
    { "Content-Length", HTTP_CONTENT_LENGTH_HEADER },
    { "Content-Encoding", HTTP_CONTENT_ENCODING },
    { "Transfer-Encoding", HTTP_TRANSFER_ENCODING },
    { "Upgrade", HTTP_UPGRADE },
    { "User-Agent", HTTP_USER_AGENT },
    { "Host", HTTP_HOST },
    { "Connection", HTTP_CONNECTION },
    { "Cookie", HTTP_COOKIE },
    { "Accept", HTTP_ACCEPT },
    { "Referer", HTTP_REFERER },
    { "Accept-Language", HTTP_ACCEPT_LANGUAGE },
    { "Accept-Encoding", HTTP_ACCEPT_ENCODING },
    { "Date", HTTP_DATE },
    { "Cache-Control", HTTP_CACHE_CONTROL },
    { "Server", HTTP_SERVER },
    { "Location", HTTP_LOCATION },
    { "Sec-WebSocket-Accept", HTTP_SEC_WEBSOCKET_ACCEPT },
    { "Sec-WebSocket-Extensions", HTTP_SEC_WEBSOCKET_EXTENSIONS },
    { "Sec-WebSocket-Key", HTTP_SEC_WEBSOCKET_KEY },
    { "Sec-WebSocket-Protocol", HTTP_SEC_WEBSOCKET_PROTOCOL },
    { "Sec-WebSocket-Version", HTTP_SEC_WEBSOCKET_VERSION },
    { "Set-Cookie", HTTP_SET_COOKIE },
    { "Last-Modified", HTTP_LAST_MODIFIED },
    { "X-Forwarded-For", HTTP_X_FORWARDED_FOR },
    { "HTTP2-Settings", HTTP_HTTP2_SETTINGS },
};

static void emit_part(struct http_message *m, unsigned field, struct http_part part)
{
    emit_at(m->d, m->c, field, part.off, part.len);
}

/* --- the first line --------------------------------------------------------------------------------------- */

/* Emits the parts between `separator`, without the blanks before each; empty ones are none. */
static void list_of(struct http_message *m, unsigned field, struct http_part list, uint8_t separator)
{
    uint32_t at = list.off, end = list.off + list.len;
    while (at < end) {
        const uint8_t *s = memchr(m->p + at, separator, end - at);
        uint32_t stop = s != NULL ? (uint32_t)(s - m->p) : end;
        while (separator == ';' && at < stop && (m->p[at] == ' ' || m->p[at] == '\t'))
            at++;
        if (at < stop)
            emit_part(m, field, (struct http_part){ at, stop - at });
        at = stop + 1;
    }
}

static void uri_parts(struct http_message *m)
{
    struct http_part uri = m->head.uri;
    const uint8_t *mark = uri.len != 0 ? memchr(m->p + uri.off, '?', uri.len) : NULL;
    uint32_t path = mark != NULL ? (uint32_t)(mark - m->p) - uri.off : uri.len;
    if (path + 1 >= uri.len)
        return;
    struct http_part query = { uri.off + path + 1, uri.len - path - 1 };
    down(m->d);
    emit_part(m, HTTP_URI_PATH, (struct http_part){ uri.off, path });
    emit_part(m, HTTP_URI_QUERY, query);
    down(m->d);
    list_of(m, HTTP_URI_PARAMETER, query, '&');
    up(m->d);
    up(m->d);
}

static void request_fields(struct http_message *m)
{
    emit_part(m, HTTP_METHOD, m->head.method);
    emit_part(m, HTTP_URI, m->head.uri);
    uri_parts(m);
    emit_part(m, HTTP_VERSION, m->head.version);
}

static void response_fields(struct http_message *m, struct http_part line)
{
    struct http_status_line s = http_status_line_of(m->p, line);
    emit_part(m, HTTP_RESPONSE_VERSION, s.version);
    if (s.code.len == 0)
        return;
    emit_value(m->d, m->c, HTTP_CODE, s.code.off, s.code.len, s.number);
    uint32_t *code = wants(m->d, HTTP_CODE_NAME) ? packet_copy(m->d, &s.number, sizeof s.number) : NULL;
    if (code != NULL)
        emit_arg(m->d, m->c, HTTP_CODE_NAME, s.code.off, s.code.len, code);
    if (s.phrase.len != 0)
        emit_part(m, HTTP_PHRASE, s.phrase);
}

static void info_line(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct http_span *s = arg;
    http_sb_line(sb, s->bytes, s->len);
    sb_char(sb, ' ');
}

static void first_line(struct http_message *m)
{
    struct dissect *d = m->d;
    const struct http_line *line = &m->head.first;
    bool ended = line->size != line->text.len;
    struct http_span whole = { m->p + line->text.off, line->size }, text = { whole.bytes, line->text.len };
    if (d->columns && ended)
        info_set(d, info_line, packet_copy(d, &text, sizeof text));
    else if (m->head.kind != HTTP_RESPONSE)
        info_set(d, info_constant, "Continuation");
    uint32_t node = emit_at(d, m->c, HTTP_LINE, line->text.off, line->size);
    note_on(d, node, HTTP_NOTE_CHAT, packet_copy(d, &whole, sizeof whole));
    down(d);
    if (m->head.kind == HTTP_RESPONSE)
        response_fields(m, line->text);
    else
        request_fields(m);
    up(d);
}

/* --- headers ---------------------------------------------------------------------------------------------- */

/* RFC 7617: "Basic" and the user's name and password. */
static void credentials(struct http_message *m, struct http_part value)
{
    static const char scheme[] = "Basic ";
    enum { BEFORE = sizeof scheme - 1 };
    if (value.len <= BEFORE || memcmp(m->p + value.off, scheme, BEFORE) != 0 || !wants(m->d, HTTP_CREDENTIALS))
        return;
    uint8_t *plain = packet_zero(m->d, value.len);
    if (plain == NULL)
        return;
    uint32_t n = base64_decode(m->p + value.off + BEFORE, value.len - BEFORE, plain);
    emit_held(m->d, m->c, HTTP_CREDENTIALS, value.off + BEFORE, 0, plain, n);
}

static bool coding_known(const struct http_message *m, struct http_part value)
{
    static const char *const codings[] = {
        "chunked", "compress", "deflate", "gzip", "identity", "x-compress", "x-gzip"
    };
    for (unsigned i = 0; i < ARRAY_LEN(codings); i++) {
        struct http_part front = { value.off, (uint32_t)strlen(codings[i]) };
        if (front.len <= value.len && http_part_is(m->p, front, codings[i]))
            return true;
    }
    return false;
}

/* What stands below some headers. */
static void header_parts(struct http_message *m, unsigned field, uint32_t node, const struct http_line *line,
                         struct http_part value)
{
    struct dissect *d = m->d;
    down(d);
    if (field == HTTP_CONTENT_LENGTH_HEADER && m->head.has_length)
        emit_value(d, m->c, HTTP_CONTENT_LENGTH, line->text.off, line->size, m->head.length);
    else if (field == HTTP_AUTHORIZATION || field == HTTP_PROXY_AUTHORIZATION)
        credentials(m, value);
    else if (field == HTTP_COOKIE)
        list_of(m, HTTP_COOKIE_PAIR, value, ';');
    else if (field == HTTP_HTTP2_SETTINGS)
        http2_settings_header(d, cursor_sub(m->c, value.off, value.len));
    up(d);
    if (field == HTTP_TRANSFER_ENCODING && !coding_known(m, value))
        note_on(d, node, HTTP_NOTE_UNKNOWN_CODING, NULL);
    if (field == HTTP_TRANSFER_ENCODING && m->head.has_length)
        note_on(d, node, HTTP_NOTE_TE_AND_LENGTH, NULL);
}

static unsigned known_header(const struct http_message *m, struct http_part name)
{
    for (unsigned i = 0; i < ARRAY_LEN(known_headers); i++)
        if (http_part_is(m->p, name, known_headers[i].name))
            return known_headers[i].field;
    return HTTP_UNKNOWN_HEADER;
}

static void header_line(struct http_message *m, const struct http_line *line, const struct http_header *h)
{
    struct dissect *d = m->d;
    unsigned field = known_header(m, h->name);
    unsigned whole = m->head.kind == HTTP_REQUEST    ? HTTP_REQUEST_LINE
                     : m->head.kind == HTTP_RESPONSE ? HTTP_RESPONSE_LINE
                                                     : HTTP_UNKNOWN_HEADER;
    if (field != HTTP_UNKNOWN_HEADER) {
        uint32_t node = emit_held(d, m->c, field, line->text.off, line->size, m->p + h->value.off, h->value.len);
        header_parts(m, field, node, line, h->value);
        if (whole != HTTP_UNKNOWN_HEADER)
            set_hidden(d, emit_at(d, m->c, whole, line->text.off, line->size));
        return;
    }
    uint32_t node = emit_at(d, m->c, whole, line->text.off, line->size);
    if (!http_is_token(m->p, h->name))
        note_on(d, node, HTTP_NOTE_BAD_NAME, NULL);
}

static void headers(struct http_message *m)
{
    struct http_line line;
    struct http_header h;
    uint32_t at = m->head.kind != HTTP_OTHER ? m->head.first.size : 0;
    for (; m->d->stop == STOP_NONE && at < m->head.size && http_line_at(m->p, m->head.size, at, &line);
         at += line.size) {
        if (line.text.len == 0)
            emit_at(m->d, m->c, HTTP_LINE, at, line.size);
        else if (http_header_of(m->p, line.text, &h))
            header_line(m, &line, &h);
    }
}

static bool absolute(const struct http_message *m)
{
    static const char *const schemes[] = { "http://", "https://" };
    for (unsigned i = 0; i < ARRAY_LEN(schemes); i++) {
        struct http_part front = { m->head.uri.off, (uint32_t)strlen(schemes[i]) };
        if (front.len <= m->head.uri.len && http_part_is(m->p, front, schemes[i]))
            return true;
    }
    return false;
}

const struct http_full_uri *http_full_uri_of(struct http_message *m)
{
    bool names_host = m->head.has_host && m->head.kind != HTTP_RESPONSE;
    struct http_full_uri *f = names_host ? packet_zero(m->d, sizeof *f) : NULL;
    if (f == NULL)
        return NULL;
    f->uri = (struct http_span){ m->p + m->head.uri.off, m->head.uri.len };
    if (!http_part_is(m->p, m->head.method, "CONNECT") && !absolute(m))
        f->host = (struct http_span){ m->p + m->head.host.off, m->head.host.len };
    return f;
}

void http_head_emit(struct http_message *m)
{
    if (m->head.kind != HTTP_OTHER)
        first_line(m);
    headers(m);
}
