/* http.c - HTTP/1.x, RFC 9110 and 9112: the fields of its messages, for the protocols that send them as datagrams. */
#include "protocols/application/http.h"

enum { HTTP, LINE, METHOD, URI, URI_PATH, URI_QUERY, URI_PARAMETER, VERSION, RESPONSE_VERSION, CODE, CODE_NAME, PHRASE,
       AUTHORIZATION, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, WWW_AUTHENTICATE, CONTENT_TYPE,
       CONTENT_LENGTH_HEADER, CONTENT_ENCODING, TRANSFER_ENCODING, UPGRADE, USER_AGENT, HOST, CONNECTION,
       COOKIE, ACCEPT, REFERER, ACCEPT_LANGUAGE, ACCEPT_ENCODING, DATE, CACHE_CONTROL, SERVER, LOCATION,
       SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL,
       SEC_WEBSOCKET_VERSION, SET_COOKIE, LAST_MODIFIED, X_FORWARDED_FOR, HTTP2_SETTINGS, CREDENTIALS, CONTENT_LENGTH, COOKIE_PAIR, REQUEST_LINE, RESPONSE_LINE, UNKNOWN_HEADER,
       FULL_URI, IS_REQUEST, IS_RESPONSE, IS_NOTIFICATION, REQUEST_NUMBER, RESPONSE_NUMBER, TIME, PREVIOUS_REQUEST,
       PREVIOUS_RESPONSE, REQUEST_IN, RESPONSE_IN, NEXT_REQUEST, NEXT_RESPONSE, RESPONSE_FOR, FILE_DATA };
enum { CHAT, BAD_NAME, UNKNOWN_CODING };

/* Bytes of the packet, for texts that are made later. */
struct span {
    const uint8_t *bytes;
    uint32_t len;
};

/* --- labels ----------------------------------------------------------------------------------------------- */

static void sb_line(struct strbuf *sb, const uint8_t *bytes, uint32_t len)
{
    struct strbuf decoded = { 0 };
    sb_decoded(&decoded, bytes, len, false);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

static void line_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_line(sb, p, n->len);
}

static void chat_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct span *s = n->v.arg;
    if (s != NULL)
        sb_line(sb, s->bytes, s->len);
}

/* RFC 9112 section 3.3: an absolute form is the URI itself; so is what CONNECT names. */
struct full_uri {
    struct span host, uri;
};

static void full_uri_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct full_uri *f = n->v.arg;
    if (f->host.bytes != NULL) {
        sb_str(sb, "http://");
        sb_mem(sb, f->host.bytes, f->host.len);
    }
    sb_decoded(sb, f->uri.bytes, f->uri.len, false);
}

static void number_label(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *what)
{
    const uint32_t *total = annotation(d, n);
    sb_printf(sb, "HTTP %s %u/%u", what, (unsigned)n->v.u, total != NULL ? *total : 0);
}

static void request_number_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    number_label(sb, d, n, "request");
}

static void response_number_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    number_label(sb, d, n, "response");
}

static void file_data_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "File Data: %u byte%s", n->len, n->len == 1 ? "" : "s");
}

VALUES(codes,
       { 100, "Continue" }, { 101, "Switching Protocols" }, { 102, "Processing" }, { 103, "Early Hints" },
       { 199, "Informational - Others" }, { 200, "OK" }, { 201, "Created" }, { 202, "Accepted" },
       { 203, "Non-authoritative Information" }, { 204, "No Content" }, { 205, "Reset Content" },
       { 206, "Partial Content" }, { 207, "Multi-Status" }, { 208, "Already Reported" }, { 226, "IM Used" },
       { 299, "Success - Others" }, { 300, "Multiple Choices" }, { 301, "Moved Permanently" }, { 302, "Found" },
       { 303, "See Other" }, { 304, "Not Modified" }, { 305, "Use Proxy" }, { 307, "Temporary Redirect" },
       { 308, "Permanent Redirect" }, { 399, "Redirection - Others" }, { 400, "Bad Request" },
       { 401, "Unauthorized" }, { 402, "Payment Required" }, { 403, "Forbidden" }, { 404, "Not Found" },
       { 405, "Method Not Allowed" }, { 406, "Not Acceptable" }, { 407, "Proxy Authentication Required" },
       { 408, "Request Time-out" }, { 409, "Conflict" }, { 410, "Gone" }, { 411, "Length Required" },
       { 412, "Precondition Failed" }, { 413, "Request Entity Too Large" }, { 414, "Request-URI Too Long" },
       { 415, "Unsupported Media Type" }, { 416, "Requested Range Not Satisfiable" },
       { 417, "Expectation Failed" }, { 418, "I'm a teapot" }, { 421, "Misdirected Request" },
       { 422, "Unprocessable Entity" }, { 423, "Locked" }, { 424, "Failed Dependency" }, { 425, "Too Early" },
       { 426, "Upgrade Required" }, { 428, "Precondition Required" }, { 429, "Too Many Requests" },
       { 431, "Request Header Fields Too Large" }, { 451, "Unavailable For Legal Reasons" },
       { 499, "Client Error - Others" }, { 500, "Internal Server Error" }, { 501, "Not Implemented" },
       { 502, "Bad Gateway" }, { 503, "Service Unavailable" }, { 504, "Gateway Time-out" },
       { 505, "HTTP Version not supported" }, { 506, "Variant Also Negotiates" }, { 507, "Insufficient Storage" },
       { 508, "Loop Detected" }, { 510, "Not Extended" }, { 511, "Network Authentication Required" },
       { 599, "Server Error - Others" });

static void code_name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *code = n->v.arg;
    const char *name = values_find(&codes, *code);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", *code);
}

static const struct field fields[] = {
    [HTTP] = { "http", "Hypertext Transfer Protocol", FT_PROTOCOL },
    [LINE] = { "", "Line", FT_NONE, .label_fn = line_label },
    [METHOD] = { "http.request.method", "Request Method", FT_STRING },
    [URI] = { "http.request.uri", "Request URI", FT_STRING },
    [URI_PATH] = { "http.request.uri.path", "Request URI Path", FT_STRING },
    [URI_QUERY] = { "http.request.uri.query", "Request URI Query", FT_STRING },
    [URI_PARAMETER] = { "http.request.uri.query.parameter", "Request URI Query Parameter", FT_STRING },
    [VERSION] = { "http.request.version", "Request Version", FT_STRING },
    [RESPONSE_VERSION] = { "http.response.version", "Response Version", FT_STRING },
    [CODE] = { "http.response.code", "Status Code", FT_UINT16, BASE_DEC },
    [CODE_NAME] = { "http.response.code.desc", "Status Code Description", FT_STRING, .flags = GENERATED, .text = code_name_text },
    [PHRASE] = { "http.response.phrase", "Response Phrase", FT_STRING },
    [AUTHORIZATION] = { "http.authorization", "Authorization", FT_STRING, .label_fn = line_label },
    [PROXY_AUTHENTICATE] = { "http.proxy_authenticate", "Proxy-Authenticate", FT_STRING, .label_fn = line_label },
    [PROXY_AUTHORIZATION] = { "http.proxy_authorization", "Proxy-Authorization", FT_STRING, .label_fn = line_label },
    [WWW_AUTHENTICATE] = { "http.www_authenticate", "WWW-Authenticate", FT_STRING, .label_fn = line_label },
    [CONTENT_TYPE] = { "http.content_type", "Content-Type", FT_STRING, .label_fn = line_label },
    [CONTENT_LENGTH_HEADER] = { "http.content_length_header", "Content-Length", FT_STRING, .label_fn = line_label },
    [CONTENT_ENCODING] = { "http.content_encoding", "Content-Encoding", FT_STRING, .label_fn = line_label },
    [TRANSFER_ENCODING] = { "http.transfer_encoding", "Transfer-Encoding", FT_STRING, .label_fn = line_label },
    [UPGRADE] = { "http.upgrade", "Upgrade", FT_STRING, .label_fn = line_label },
    [USER_AGENT] = { "http.user_agent", "User-Agent", FT_STRING, .label_fn = line_label },
    [HOST] = { "http.host", "Host", FT_STRING, .label_fn = line_label },
    [CONNECTION] = { "http.connection", "Connection", FT_STRING, .label_fn = line_label },
    [COOKIE] = { "http.cookie", "Cookie", FT_STRING, .label_fn = line_label },
    [ACCEPT] = { "http.accept", "Accept", FT_STRING, .label_fn = line_label },
    [REFERER] = { "http.referer", "Referer", FT_STRING, .label_fn = line_label },
    [ACCEPT_LANGUAGE] = { "http.accept_language", "Accept-Language", FT_STRING, .label_fn = line_label },
    [ACCEPT_ENCODING] = { "http.accept_encoding", "Accept Encoding", FT_STRING, .label_fn = line_label },
    [DATE] = { "http.date", "Date", FT_STRING, .label_fn = line_label },
    [CACHE_CONTROL] = { "http.cache_control", "Cache-Control", FT_STRING, .label_fn = line_label },
    [SERVER] = { "http.server", "Server", FT_STRING, .label_fn = line_label },
    [LOCATION] = { "http.location", "Location", FT_STRING, .label_fn = line_label },
    [SEC_WEBSOCKET_ACCEPT] = { "http.sec_websocket_accept", "Sec-WebSocket-Accept", FT_STRING, .label_fn = line_label },
    [SEC_WEBSOCKET_EXTENSIONS] = { "http.sec_websocket_extensions", "Sec-WebSocket-Extensions", FT_STRING, .label_fn = line_label },
    [SEC_WEBSOCKET_KEY] = { "http.sec_websocket_key", "Sec-WebSocket-Key", FT_STRING, .label_fn = line_label },
    [SEC_WEBSOCKET_PROTOCOL] = { "http.sec_websocket_protocol", "Sec-WebSocket-Protocol", FT_STRING, .label_fn = line_label },
    [SEC_WEBSOCKET_VERSION] = { "http.sec_websocket_version", "Sec-WebSocket-Version", FT_STRING, .label_fn = line_label },
    [SET_COOKIE] = { "http.set_cookie", "Set-Cookie", FT_STRING, .label_fn = line_label },
    [LAST_MODIFIED] = { "http.last_modified", "Last-Modified", FT_STRING, .label_fn = line_label },
    [X_FORWARDED_FOR] = { "http.x_forwarded_for", "X-Forwarded-For", FT_STRING, .label_fn = line_label },
    [HTTP2_SETTINGS] = { "http.http2_settings", "HTTP2-Settings", FT_STRING, .label_fn = line_label },
    [CREDENTIALS] = { "http.authbasic", "Credentials", FT_STRING },
    [CONTENT_LENGTH] = { "http.content_length", "Content length", FT_UINT64, BASE_DEC, .flags = GENERATED },
    [COOKIE_PAIR] = { "http.cookie_pair", "Cookie pair", FT_STRING },
    [REQUEST_LINE] = { "http.request.line", "Request line", FT_STRING, .label_fn = line_label },
    [RESPONSE_LINE] = { "http.response.line", "Response line", FT_STRING, .label_fn = line_label },
    [UNKNOWN_HEADER] = { "http.unknown_header", "Unknown header", FT_STRING, .text = line_label, .label_fn = line_label },
    [FULL_URI] = { "http.request.full_uri", "Full request URI", FT_STRING, .flags = GENERATED, .text = full_uri_text },
    [IS_REQUEST] = { "http.request", "Request", FT_BOOLEAN, .flags = HIDDEN },
    [IS_RESPONSE] = { "http.response", "Response", FT_BOOLEAN, .flags = HIDDEN },
    [IS_NOTIFICATION] = { "http.notification", "Notification", FT_BOOLEAN, .flags = HIDDEN },
    [REQUEST_NUMBER] = { "http.request_number", "Request number", FT_UINT32, BASE_DEC, .flags = GENERATED,
                         .label_fn = request_number_label },
    [RESPONSE_NUMBER] = { "http.response_number", "Response number", FT_UINT32, BASE_DEC, .flags = GENERATED,
                          .label_fn = response_number_label },
    [TIME] = { "http.time", "Time since request", FT_RELATIVE_TIME, .flags = GENERATED },
    [PREVIOUS_REQUEST] = { "http.prev_request_in", "Prev request in frame", FT_FRAMENUM, .flags = GENERATED },
    [PREVIOUS_RESPONSE] = { "http.prev_response_in", "Prev response in frame", FT_FRAMENUM, .flags = GENERATED },
    [REQUEST_IN] = { "http.request_in", "Request in frame", FT_FRAMENUM, .flags = GENERATED },
    [RESPONSE_IN] = { "http.response_in", "Response in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [NEXT_REQUEST] = { "http.next_request_in", "Next request in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [NEXT_RESPONSE] = { "http.next_response_in", "Next response in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [RESPONSE_FOR] = { "http.response_for.uri", "Request URI", FT_STRING, .flags = GENERATED | LINKED },
    [FILE_DATA] = { "http.file_data", "File Data", FT_STRING, .label_fn = file_data_label },
};
static const struct note_def notes[] = {
    [CHAT] = { "http.chat", "Formatted text", SEV_CHAT, GROUP_SEQUENCE, chat_text },
    [BAD_NAME] = { "http.bad_header_name", "Illegal characters found in header name", SEV_WARN, GROUP_PROTOCOL },
    [UNKNOWN_CODING] = { "http.te_unknown", "Unknown transfer coding name in Transfer-Encoding header", SEV_WARN,
                         GROUP_UNDECODED },
};

/* Headers that have a field of their own. */
static const struct known_header {
    const char *name;
    uint8_t field;
} known_headers[] = {
    { "Authorization", AUTHORIZATION },
    { "Proxy-Authenticate", PROXY_AUTHENTICATE },
    { "Proxy-Authorization", PROXY_AUTHORIZATION },
    { "WWW-Authenticate", WWW_AUTHENTICATE },
    { "Content-Type", CONTENT_TYPE },
    { "Content-Length", CONTENT_LENGTH_HEADER },
    { "Content-Encoding", CONTENT_ENCODING },
    { "Transfer-Encoding", TRANSFER_ENCODING },
    { "Upgrade", UPGRADE },
    { "User-Agent", USER_AGENT },
    { "Host", HOST },
    { "Connection", CONNECTION },
    { "Cookie", COOKIE },
    { "Accept", ACCEPT },
    { "Referer", REFERER },
    { "Accept-Language", ACCEPT_LANGUAGE },
    { "Accept-Encoding", ACCEPT_ENCODING },
    { "Date", DATE },
    { "Cache-Control", CACHE_CONTROL },
    { "Server", SERVER },
    { "Location", LOCATION },
    { "Sec-WebSocket-Accept", SEC_WEBSOCKET_ACCEPT },
    { "Sec-WebSocket-Extensions", SEC_WEBSOCKET_EXTENSIONS },
    { "Sec-WebSocket-Key", SEC_WEBSOCKET_KEY },
    { "Sec-WebSocket-Protocol", SEC_WEBSOCKET_PROTOCOL },
    { "Sec-WebSocket-Version", SEC_WEBSOCKET_VERSION },
    { "Set-Cookie", SET_COOKIE },
    { "Last-Modified", LAST_MODIFIED },
    { "X-Forwarded-For", X_FORWARDED_FOR },
    { "HTTP2-Settings", HTTP2_SETTINGS },
};

/* The message while it is dissected. */
struct message {
    struct dissect *d;
    struct cursor c;
    const uint8_t *p;  /* c.p */
    enum http_kind kind;
    struct http_part host, uri;
    bool has_host, connects, has_length;
    uint64_t length;  /* of the body, as Content-Length has it */
};

static void emit_part(struct message *m, unsigned field, struct http_part part)
{
    emit_at(m->d, m->c, field, part.off, part.len);
}

/* --- the first line --------------------------------------------------------------------------------------- */

/* Emits the parts between `separator`, without the blanks before each; empty ones are none. */
static void list_of(struct message *m, unsigned field, struct http_part list, uint8_t separator)
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

static void uri_parts(struct message *m)
{
    struct http_part uri = m->uri;
    const uint8_t *mark = uri.len != 0 ? memchr(m->p + uri.off, '?', uri.len) : NULL;
    uint32_t path = mark != NULL ? (uint32_t)(mark - m->p) - uri.off : uri.len;
    if (path + 1 >= uri.len)
        return;
    struct http_part query = { uri.off + path + 1, uri.len - path - 1 };
    down(m->d);
    emit_part(m, URI_PATH, (struct http_part){ uri.off, path });
    emit_part(m, URI_QUERY, query);
    down(m->d);
    list_of(m, URI_PARAMETER, query, '&');
    up(m->d);
    up(m->d);
}

static void request_fields(struct message *m, struct http_part line)
{
    struct http_request_line r = http_request_line_of(m->p, line);
    emit_part(m, METHOD, r.method);
    emit_part(m, URI, r.uri);
    m->uri = r.uri;
    m->connects = http_part_is(m->p, r.method, "CONNECT");
    uri_parts(m);
    emit_part(m, VERSION, r.version);
}

static void response_fields(struct message *m, struct http_part line)
{
    struct http_status_line s = http_status_line_of(m->p, line);
    emit_part(m, RESPONSE_VERSION, s.version);
    if (s.code.len == 0)
        return;
    emit_value(m->d, m->c, CODE, s.code.off, s.code.len, s.number);
    uint32_t *code = wants(m->d, CODE_NAME) ? packet_copy(m->d, &s.number, sizeof s.number) : NULL;
    if (code != NULL)
        emit_arg(m->d, m->c, CODE_NAME, s.code.off, s.code.len, code);
    if (s.phrase.len != 0)
        emit_part(m, PHRASE, s.phrase);
}

static void info_line(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct span *s = arg;
    sb_line(sb, s->bytes, s->len);
    sb_char(sb, ' ');
}

static void first_line(struct message *m, const struct http_line *line)
{
    struct dissect *d = m->d;
    bool ended = line->size != line->text.len;
    struct span whole = { m->p + line->text.off, line->size }, text = { whole.bytes, line->text.len };
    if (d->columns && ended)
        info_set(d, info_line, packet_copy(d, &text, sizeof text));
    else if (m->kind != HTTP_RESPONSE)
        info_set(d, info_constant, "Continuation");
    uint32_t node = emit_at(d, m->c, LINE, line->text.off, line->size);
    note_on(d, node, CHAT, packet_copy(d, &whole, sizeof whole));
    down(d);
    if (m->kind == HTTP_RESPONSE)
        response_fields(m, line->text);
    else
        request_fields(m, line->text);
    up(d);
}

/* --- headers ---------------------------------------------------------------------------------------------- */

/* RFC 4648 section 4; stops at what is none of its characters.  Returns the count of bytes made. */
static uint32_t base64_decode(const uint8_t *p, uint32_t len, uint8_t *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0, held = 0, n = 0;
    for (uint32_t i = 0; i < len; i++) {
        const char *digit = p[i] != 0 ? strchr(digits, p[i]) : NULL;
        if (digit == NULL)
            break;
        bits = bits << 6 | (uint32_t)(digit - digits);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out[n++] = (uint8_t)(bits >> held);
        }
    }
    return n;
}

/* RFC 7617: "Basic" and the user's name and password. */
static void credentials(struct message *m, struct http_part value)
{
    static const char scheme[] = "Basic ";
    enum { BEFORE = sizeof scheme - 1 };
    if (value.len <= BEFORE || memcmp(m->p + value.off, scheme, BEFORE) != 0 || !wants(m->d, CREDENTIALS))
        return;
    uint8_t *plain = packet_zero(m->d, value.len);
    if (plain == NULL)
        return;
    uint32_t n = base64_decode(m->p + value.off + BEFORE, value.len - BEFORE, plain);
    emit_held(m->d, m->c, CREDENTIALS, value.off + BEFORE, 0, plain, n);
}

static bool coding_known(const struct message *m, struct http_part value)
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
static void header_parts(struct message *m, unsigned field, uint32_t node, const struct http_line *line,
                         struct http_part value)
{
    struct dissect *d = m->d;
    down(d);
    if (field == CONTENT_LENGTH_HEADER && http_number_of(m->p, value, &m->length)) {
        m->has_length = true;
        emit_value(d, m->c, CONTENT_LENGTH, line->text.off, line->size, m->length);
    } else if (field == AUTHORIZATION || field == PROXY_AUTHORIZATION) {
        credentials(m, value);
    } else if (field == COOKIE) {
        list_of(m, COOKIE_PAIR, value, ';');
    }
    up(d);
    if (field == TRANSFER_ENCODING && !coding_known(m, value))
        note_on(d, node, UNKNOWN_CODING, NULL);
    if (field == HOST) {
        m->has_host = true;
        m->host = value;
    }
}

static unsigned known_header(const struct message *m, struct http_part name)
{
    for (unsigned i = 0; i < ARRAY_LEN(known_headers); i++)
        if (http_part_is(m->p, name, known_headers[i].name))
            return known_headers[i].field;
    return UNKNOWN_HEADER;
}

static void header_line(struct message *m, const struct http_line *line, const struct http_header *h)
{
    struct dissect *d = m->d;
    unsigned field = known_header(m, h->name);
    unsigned whole = m->kind == HTTP_REQUEST ? REQUEST_LINE : m->kind == HTTP_RESPONSE ? RESPONSE_LINE : UNKNOWN_HEADER;
    if (field != UNKNOWN_HEADER) {
        uint32_t node = emit_held(d, m->c, field, line->text.off, line->size, m->p + h->value.off, h->value.len);
        header_parts(m, field, node, line, h->value);
        if (whole != UNKNOWN_HEADER)
            set_hidden(d, emit_at(d, m->c, whole, line->text.off, line->size));
        return;
    }
    uint32_t node = emit_at(d, m->c, whole, line->text.off, line->size);
    if (!http_is_token(m->p, h->name))
        note_on(d, node, BAD_NAME, NULL);
}

/* Returns where the body begins. */
static uint32_t headers(struct message *m, uint32_t at)
{
    struct http_line line;
    struct http_header h;
    while (m->d->stop == STOP_NONE && http_line_at(m->p, m->c.cap, at, &line)) {
        if (line.text.len == 0) {
            emit_at(m->d, m->c, LINE, at, line.size);
            return at + line.size;
        }
        if (!http_header_of(m->p, line.text, &h))
            return at;
        header_line(m, &line, &h);
        at += line.size;
    }
    return at;
}

/* --- requests and responses ------------------------------------------------------------------------------- */

/* A request and the response to it; either may be missing (frame 0). */
struct exchange {
    struct exchange *previous, *next;
    uint32_t number, request, response;
    struct nstime request_time;
};
struct uri_text {
    uint32_t len;
    uint8_t text[];
};
/* Kept in the conversation. */
struct talk {
    struct exchange *latest;
    uint32_t count;
    const struct uri_text *uri;  /* the latest that was asked for */
};
struct http_fact {
    bool settled;
    struct exchange *exchange;
    const struct uri_text *uri;
};

static struct exchange *exchange_new(struct dissect *d, struct talk *t)
{
    struct exchange *e = flow_take(d, sizeof *e);
    if (e == NULL)
        return NULL;
    *e = (struct exchange){ .previous = t->latest, .number = ++t->count };
    if (t->latest != NULL)
        t->latest->next = e;
    t->latest = e;
    return e;
}

/* The exchange that the message is part of: a response ends the one that waits for it. */
static struct exchange *exchange_of(struct dissect *d, struct talk *t, enum http_kind kind)
{
    struct exchange *e = t->latest;
    if (kind == HTTP_NOTIFICATION)
        return NULL;
    if (e == NULL || e->response != 0 || (kind == HTTP_REQUEST && e->request != 0))
        e = exchange_new(d, t);
    if (e == NULL)
        return NULL;
    if (kind == HTTP_RESPONSE) {
        e->response = d->frame->number;
    } else {
        e->request = d->frame->number;
        e->request_time = d->frame->time;
    }
    return e;
}

/* Whether the conversation's latest URI is this one. */
static void remember_uri(struct dissect *d, struct talk *t, const struct full_uri *f)
{
    struct strbuf made = { 0 };
    struct node n = { .flags = NODE_ARG, .v.arg = f };
    full_uri_text(&made, d, &n);
    if (t->uri == NULL || t->uri->len != made.len || memcmp(t->uri->text, sb_text(&made), made.len) != 0) {
        struct uri_text *u = flow_take(d, sizeof *u + made.len);
        if (u != NULL) {
            u->len = (uint32_t)made.len;
            memcpy(u->text, sb_text(&made), made.len);
            t->uri = u;
        }
    }
    sb_free(&made);
}

static void response_links(struct message *m, const struct exchange *e, const struct uri_text *uri)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    if (e->request != 0)
        emit_value(d, c, TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, e->request_time)));
    if (e->previous != NULL && e->previous->request != 0)
        emit_value(d, c, PREVIOUS_REQUEST, 0, 0, e->previous->request);
    if (e->previous != NULL && e->previous->response != 0)
        emit_value(d, c, PREVIOUS_RESPONSE, 0, 0, e->previous->response);
    if (e->request != 0)
        emit_value(d, c, REQUEST_IN, 0, 0, e->request);
    if (e->next != NULL && e->next->request != 0)
        emit_value(d, c, NEXT_REQUEST, 0, 0, e->next->request);
    if (e->next != NULL && e->next->response != 0)
        emit_value(d, c, NEXT_RESPONSE, 0, 0, e->next->response);
    if (uri != NULL)
        emit_held(d, c, RESPONSE_FOR, 0, 0, uri->text, uri->len);
}

static void request_links(struct message *m, const struct exchange *e)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    if (e->previous != NULL && e->previous->request != 0)
        emit_value(d, c, PREVIOUS_REQUEST, 0, 0, e->previous->request);
    if (e->response != 0)
        emit_value(d, c, RESPONSE_IN, 0, 0, e->response);
    if (e->next != NULL && e->next->request != 0)
        emit_value(d, c, NEXT_REQUEST, 0, 0, e->next->request);
}

static void link_fields(struct message *m, const struct full_uri *uri)
{
    struct dissect *d = m->d;
    struct talk *t = flow_memory(d, flow_here(d), 0, sizeof *t);
    struct http_fact *fact = t != NULL ? fact_here(d, m->c.offset, sizeof *fact) : NULL;
    if (fact == NULL)
        return;
    if (d->first_pass && !fact->settled) {
        if (uri != NULL)
            remember_uri(d, t, uri);
        *fact = (struct http_fact){ true, exchange_of(d, t, m->kind), t->uri };
    }
    const struct exchange *e = fact->exchange;
    if (e == NULL)
        return;
    annotate(d, emit_value(d, m->c, m->kind == HTTP_REQUEST ? REQUEST_NUMBER : RESPONSE_NUMBER, 0, 0, e->number),
             &t->count);
    if (m->kind == HTTP_REQUEST)
        request_links(m, e);
    else
        response_links(m, e, fact->uri != NULL ? fact->uri : t->uri);
}

/* --- the message ------------------------------------------------------------------------------------------ */

static bool absolute(const struct message *m)
{
    static const char *const schemes[] = { "http://", "https://" };
    for (unsigned i = 0; i < ARRAY_LEN(schemes); i++) {
        struct http_part front = { m->uri.off, (uint32_t)strlen(schemes[i]) };
        if (front.len <= m->uri.len && http_part_is(m->p, front, schemes[i]))
            return true;
    }
    return false;
}

/* NULL: it takes a host to know. */
static const struct full_uri *full_uri_of(struct message *m)
{
    struct full_uri *f = m->has_host && m->kind != HTTP_RESPONSE ? packet_zero(m->d, sizeof *f) : NULL;
    if (f == NULL)
        return NULL;
    f->uri = (struct span){ m->p + m->uri.off, m->uri.len };
    if (m->connects || absolute(m))
        return f;
    f->host = (struct span){ m->p + m->host.off, m->host.len };
    while (f->host.len != 0 && f->host.bytes[f->host.len - 1] == ' ')
        f->host.len--;
    return f;
}

/* RFC 9112 section 6.3: a request without a length has no body. */
static void body(struct message *m, uint32_t at)
{
    struct dissect *d = m->d;
    uint32_t len = m->c.cap - at;
    if (m->has_length && m->length < len)
        len = (uint32_t)m->length;
    if (len == 0 || (m->kind == HTTP_REQUEST && !m->has_length))
        return;
    emit_at(d, m->c, FILE_DATA, at, len);
    nested(d, hand_to(&proto_data, 0, cursor_sub(m->c, at, len)), false);
}

void http_datagram(struct dissect *d, struct cursor c, enum http_kind kind)
{
    struct message m = { .d = d, .c = c, .p = c.p, .kind = kind };
    struct http_line line;
    speak_as(d, &proto_http);
    if (!http_line_at(m.p, c.cap, 0, &line))
        return;
    if (kind == HTTP_OTHER) {
        headers(&m, 0);
        return;
    }
    first_line(&m, &line);
    uint32_t end = headers(&m, line.size);
    const struct full_uri *uri = full_uri_of(&m);
    if (uri != NULL)
        emit_arg(d, c, FULL_URI, 0, 0, uri);
    emit_value(d, c,
               kind == HTTP_REQUEST    ? IS_REQUEST
               : kind == HTTP_RESPONSE ? IS_RESPONSE
                                       : IS_NOTIFICATION,
               0, 0, 1);
    link_fields(&m, uri);
    body(&m, end);
}

static struct verdict http_run(struct dissect *d, struct cursor c)
{
    enum http_kind kind = http_kind_of(c.p, c.cap);
    if (kind == HTTP_OTHER)
        return not_mine();
    set_protocol_column(d, "HTTP");
    emit_protocol(d, c, c.cap, NULL);
    http_datagram(d, c, kind);
    return done();
}

static const struct protocol *const calls[] = { &proto_data, NULL };

PROTOCOL(http,
    .name = "http", .short_name = "HTTP", .long_name = "Hypertext Transfer Protocol",
    FIELDS(fields), NOTES(notes), .calls = calls,
    .run = http_run, .keeps_state = true
);
