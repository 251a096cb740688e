/* ajp13.c - Apache JServ Protocol 1.3, by the description in Apache Tomcat's connectors: HTTP requests from a web server
   to a servlet container.  Claims TCP port 8009. */
#include "protocols/protocol.h"

enum {
    AJP13, MAGIC, LENGTH, CODE, METHOD, VER, URI, RADDR, RHOST, SRV, PORT, SSLP, NHDR, UNKNOWN_HEADER, CONTENT_TYPE,
    CONTENT_LANGUAGE, CONTENT_LENGTH, DATE, LAST_MODIFIED, LOCATION, SET_COOKIE, SET_COOKIE2, SERVLET_ENGINE, STATUS,
    WWW_AUTHENTICATE, ACCEPT, ACCEPT_CHARSET, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CONNECTION, COOKIE,
    COOKIE2, HOST, PRAGMA, REFERER, USER_AGENT, UNKNOWN_ATTRIBUTE, REQ_ATTRIBUTE, CONTEXT, SERVLET_PATH, REMOTE_USER,
    AUTH_TYPE, QUERY_STRING, ROUTE, SSL_CERT, SSL_CIPHER, SSL_SESSION, SSL_KEY_SIZE, SECRET, STORED_METHOD, RLEN, REUSEP,
    RSTATUS, RSMSG, DATA
};
enum { NOTE_CONTENT_LENGTH };
enum { MESSAGE_HEADER = 4, FROM_SERVER = 0x1234, FROM_CONTAINER = 0x4142 };
enum { FORWARD_REQUEST = 2, SEND_BODY_CHUNK = 3, SEND_HEADERS = 4, END_RESPONSE = 5, GET_BODY_CHUNK = 6 };
enum { NAMED_ATTRIBUTE = 10, KEY_SIZE_ATTRIBUTE = 11, ARE_DONE = 0xff };
enum { CODED_NAME = 0xa0, NO_TEXT = 0xffff };

VALUES(codes,
    { FORWARD_REQUEST, "FORWARD REQUEST" }, { SEND_BODY_CHUNK, "SEND BODY CHUNK" }, { SEND_HEADERS, "SEND HEADERS" },
    { END_RESPONSE, "END RESPONSE" }, { GET_BODY_CHUNK, "GET BODY CHUNK" }, { 7, "SHUTDOWN" }, { 9, "CPONG" },
    { 10, "CPING" });
VALUES(methods,
    { 1, "OPTIONS" }, { 2, "GET" }, { 3, "HEAD" }, { 4, "POST" }, { 5, "PUT" }, { 6, "DELETE" }, { 7, "TRACE" },
    { 8, "PROPFIND" }, { 9, "PROPPATCH" }, { 10, "MKCOL" }, { 11, "COPY" }, { 12, "MOVE" }, { 13, "LOCK" },
    { 14, "UNLOCK" }, { 15, "ACL" }, { 16, "REPORT" }, { 17, "VERSION-CONTROL" }, { 18, "CHECKIN" }, { 19, "CHECKOUT" },
    { 20, "UNCHECKOUT" }, { 21, "SEARCH" });

/* Rows of names that are sent as a number, from 1. */
static const uint8_t request_headers[] = {
    ACCEPT, ACCEPT_CHARSET, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CONNECTION, CONTENT_TYPE, CONTENT_LENGTH,
    COOKIE, COOKIE2, HOST, PRAGMA, REFERER, USER_AGENT,
};
static const uint8_t response_headers[] = {
    CONTENT_TYPE, CONTENT_LANGUAGE, CONTENT_LENGTH, DATE, LAST_MODIFIED, LOCATION, SET_COOKIE, SET_COOKIE2,
    SERVLET_ENGINE, STATUS, WWW_AUTHENTICATE,
};
static const uint8_t attributes[] = {
    CONTEXT, SERVLET_PATH, REMOTE_USER, AUTH_TYPE, QUERY_STRING, ROUTE, SSL_CERT, SSL_CIPHER, SSL_SESSION, REQ_ATTRIBUTE,
    SSL_KEY_SIZE, SECRET, STORED_METHOD,
};

/* A text behind its length, a NUL behind it. */
struct text {
    const uint8_t *p;
    uint32_t len, size;  /* size: with its length and the NUL */
};

/* A header or attribute; the name of one without a number. */
struct pair {
    struct text name, value;
};

/* What the Info column says. */
struct summary {
    struct flow *flow;
    bool response;
    bool body, coded;       /* coded: there was a code */
    uint32_t code, number;  /* number: the request's method, the response's status */
    struct text uri, version, reason;
};

static void pair_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct pair *p = n->v.arg;
    if (p->name.len != 0) {
        sb_decoded(sb, p->name.p, p->name.len, false);
        sb_str(sb, ": ");
    }
    sb_decoded(sb, p->value.p, p->value.len, false);
}

/* The pair's own name is its label. */
static void pair_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct pair *p = n->v.arg;
    if (p->name.len != 0)
        sb_escaped(sb, p->name.p, p->name.len);
    else
        sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    sb_escaped(sb, p->value.p, p->value.len);
}

static void named(struct strbuf *sb, const struct values *names, uint32_t value, const char *what)
{
    const char *name = values_find(names, value);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown %s %u", what, value);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct summary *s = arg;
    sb_printf(sb, "%u:%s:", s->flow != NULL ? flow_number(d, s->flow) : 0, s->response ? "RSP" : "REQ");
    if (s->body) {
        sb_str(sb, "Body");
    } else if (!s->response && s->code == FORWARD_REQUEST) {
        named(sb, &methods, s->number, "method");
        sb_char(sb, ' ');
        sb_escaped(sb, s->uri.p, s->uri.len);
        sb_char(sb, ' ');
        sb_escaped(sb, s->version.p, s->version.len);
    } else if (s->coded) {
        named(sb, &codes, s->code, "message code");
        if (s->response && s->code == SEND_HEADERS) {
            sb_printf(sb, ":%u ", s->number);
            sb_escaped(sb, s->reason.p, s->reason.len);
        }
    }
}

#define TEXT(name, label) { "ajp13." name, label, FT_STRING }
static const struct field fields[] = {
    [AJP13] = { "ajp13", "Apache JServ Protocol v1.3", FT_PROTOCOL },
    [MAGIC] = { "ajp13.magic", "Magic", FT_BYTES },
    [LENGTH] = { "ajp13.len", "Length", FT_UINT16, BASE_DEC },
    [CODE] = { "ajp13.code", "Code", FT_UINT32, BASE_DEC, .values = &codes },
    [METHOD] = { "ajp13.method", "Method", FT_UINT8, BASE_DEC, .values = &methods },
    [VER] = TEXT("ver", "Version"), [URI] = TEXT("uri", "URI"), [RADDR] = TEXT("raddr", "RADDR"),
    [RHOST] = TEXT("rhost", "RHOST"), [SRV] = TEXT("srv", "SRV"),
    [PORT] = { "ajp13.port", "PORT", FT_UINT16, BASE_DEC },
    [SSLP] = { "ajp13.sslp", "SSLP", FT_BOOLEAN },
    [NHDR] = { "ajp13.nhdr", "NHDR", FT_UINT16, BASE_DEC },
    [UNKNOWN_HEADER] = { "ajp13.unknown_header", "unknown_header", FT_STRING, .text = pair_text, .label_fn = pair_label },
    [CONTENT_TYPE] = TEXT("content_type", "Content-Type"),
    [CONTENT_LANGUAGE] = TEXT("content_language", "Content-Language"),
    [CONTENT_LENGTH] = TEXT("content_length", "Content-Length"),
    [DATE] = TEXT("date", "Date"),
    [LAST_MODIFIED] = TEXT("last_modified", "Last-Modified"),
    [LOCATION] = TEXT("location", "Location"),
    [SET_COOKIE] = TEXT("set_cookie", "Set-Cookie"),
    [SET_COOKIE2] = TEXT("set_cookie2", "Set-Cookie2"),
    [SERVLET_ENGINE] = TEXT("servlet_engine", "Servlet-Engine"),
    [STATUS] = TEXT("status", "Status"),
    [WWW_AUTHENTICATE] = TEXT("www_authenticate", "WWW-Authenticate"),
    [ACCEPT] = TEXT("accept", "Accept"),
    [ACCEPT_CHARSET] = TEXT("accept_charset", "Accept-Charset"),
    [ACCEPT_ENCODING] = TEXT("accept_encoding", "Accept-Encoding"),
    [ACCEPT_LANGUAGE] = TEXT("accept_language", "Accept-Language"),
    [AUTHORIZATION] = TEXT("authorization", "Authorization"),
    [CONNECTION] = TEXT("connection", "Connection"),
    [COOKIE] = TEXT("cookie", "Cookie"),
    [COOKIE2] = TEXT("cookie2", "Cookie2"),
    [HOST] = TEXT("host", "Host"),
    [PRAGMA] = TEXT("pragma", "Pragma"),
    [REFERER] = TEXT("referer", "Referer"),
    [USER_AGENT] = TEXT("user_agent", "User-Agent"),
    [UNKNOWN_ATTRIBUTE] = TEXT("unknown_attribute", "unknown_attribute"),
    [REQ_ATTRIBUTE] = { "ajp13.req_attribute", "req_attribute", FT_STRING, .text = pair_text, .label_fn = pair_label },
    [CONTEXT] = TEXT("context", "Context"),
    [SERVLET_PATH] = TEXT("servlet_path", "Servlet-Path"),
    [REMOTE_USER] = TEXT("remote_user", "Remote-User"),
    [AUTH_TYPE] = TEXT("auth_type", "Auth-Type"),
    [QUERY_STRING] = TEXT("query_string", "Query-String"),
    [ROUTE] = TEXT("route", "Route"),
    [SSL_CERT] = TEXT("ssl_cert", "SSL-Cert"),
    [SSL_CIPHER] = TEXT("ssl_cipher", "SSL-Cipher"),
    [SSL_SESSION] = TEXT("ssl_session", "SSL-Session"),
    [SSL_KEY_SIZE] = { "ajp13.ssl_key_size", "SSL-Key-Size", FT_UINT16, BASE_DEC },
    [SECRET] = TEXT("secret", "Secret"),
    [STORED_METHOD] = TEXT("stored_method", "Stored-Method"),
    [RLEN] = { "ajp13.rlen", "RLEN", FT_UINT16, BASE_DEC },
    [REUSEP] = { "ajp13.reusep", "REUSEP", FT_UINT8, BASE_DEC },
    [RSTATUS] = { "ajp13.rstatus", "RSTATUS", FT_UINT16, BASE_DEC },
    [RSMSG] = TEXT("rmsg", "RSMSG"),
    [DATA] = TEXT("data", "Data"),
};
static const struct note_def notes[] = {
    [NOTE_CONTENT_LENGTH] = { "ajp13.content_length.invalid", "Content-Length must be a string containing an integer",
                              SEV_ERROR, GROUP_MALFORMED },
};

/* --- state: only it tells the bytes of a request's body from another request ----------------------------- */

struct talk {
    uint64_t left;  /* bytes of the request's body that are still to come */
    bool asked;     /* the container wants more of it */
};
struct fact {
    bool body;
};

/* --- parts of messages ------------------------------------------------------------------------------------ */

static struct text text_at(struct dissect *d, struct cursor c, uint32_t off)
{
    struct text t = { .p = (const uint8_t *)"", .size = 2 };
    uint32_t len = get16(d, c, off);
    if (len == NO_TEXT || !need(d, c, off + 2, len + 1))
        return t;
    return (struct text){ c.p + off + 2, len, len + 3 };
}

/* The text `before` bytes on; those bytes are part of the row. */
static struct text add_text(struct dissect *d, struct cursor *c, unsigned row, uint32_t before)
{
    struct text t = text_at(d, *c, before);
    emit_held(d, *c, row, 0, before + t.size, t.p, t.len);
    cursor_skip(c, before + t.size);
    return t;
}

/* `before` bytes, then a text; before it its name if that is sent as a text too. */
static void add_pair(struct dissect *d, struct cursor *c, unsigned row, uint32_t before, bool named)
{
    struct pair *p = packet_zero(d, sizeof *p);
    if (p == NULL)
        return;
    if (named)
        p->name = text_at(d, *c, before);
    p->value = text_at(d, *c, before + p->name.size);
    uint32_t size = before + p->name.size + p->value.size;
    emit_arg(d, *c, row, 0, size, p);
    cursor_skip(c, size);
}

static bool number_of(const struct text *t, uint64_t *n)
{
    *n = 0;
    for (uint32_t i = 0; i < t->len; i++) {
        if (t->p[i] < '0' || t->p[i] > '9' || *n > UINT32_MAX)
            return false;
        *n = *n * 10 + (t->p[i] - '0');
    }
    return t->len != 0;
}

/* Returns what the content's length is said to be. */
static uint64_t headers(struct dissect *d, struct cursor *c, const uint8_t *known, uint32_t n_known)
{
    uint64_t content = 0;
    uint32_t count = (uint32_t)add_uint(d, c, NHDR, 2);
    for (uint32_t i = 0; i < count && more(d, c); i++) {
        uint32_t code = get16(d, *c, 0), number = code & 0xff;
        if (code >> 8 != CODED_NAME || number == 0 || number > n_known) {
            add_pair(d, c, UNKNOWN_HEADER, code >> 8 == CODED_NAME ? 2 : 0, code >> 8 != CODED_NAME);
            continue;
        }
        uint32_t before = d->tree.count;
        struct text value = add_text(d, c, known[number - 1], 2);
        if (known[number - 1] == CONTENT_LENGTH && d->stop == STOP_NONE && !number_of(&value, &content))
            note_on(d, d->tree.count != before ? before : (uint32_t)NO_NODE, NOTE_CONTENT_LENGTH, NULL);
    }
    return content;
}

static void request_attributes(struct dissect *d, struct cursor *c)
{
    while (more(d, c)) {
        uint32_t type = get8(d, *c, 0);
        if (type == ARE_DONE)
            return;
        if (type == KEY_SIZE_ATTRIBUTE) {
            emit_value(d, *c, SSL_KEY_SIZE, 0, 3, get16(d, *c, 1));
            cursor_skip(c, 3);
        } else if (type == NAMED_ATTRIBUTE) {
            add_pair(d, c, REQ_ATTRIBUTE, 1, true);
        } else {
            bool known = type != 0 && type <= ARRAY_LEN(attributes);
            add_text(d, c, known ? attributes[type - 1] : (unsigned)UNKNOWN_ATTRIBUTE, 1);
        }
    }
}

/* --- messages --------------------------------------------------------------------------------------------- */

static void forward_request(struct dissect *d, struct cursor c, struct talk *talk, struct summary *s)
{
    s->number = (uint32_t)add_uint(d, &c, METHOD, 1);
    s->version = add_text(d, &c, VER, 0);
    s->uri = add_text(d, &c, URI, 0);
    add_text(d, &c, RADDR, 0);
    add_text(d, &c, RHOST, 0);
    add_text(d, &c, SRV, 0);
    add_item(d, &c, PORT, 2);
    add_item(d, &c, SSLP, 1);
    uint64_t content = headers(d, &c, request_headers, ARRAY_LEN(request_headers));
    request_attributes(d, &c);
    if (talk != NULL)
        *talk = (struct talk){ .left = content };
}

static void request_body(struct dissect *d, struct cursor c, struct talk *talk)
{
    uint32_t len = c.wire != 0 ? get16(d, c, 0) : 0;
    if (talk != NULL)
        *talk = (struct talk){ .left = talk->left > len ? talk->left - len : 0 };
    if (len != 0)
        emit_at(d, c, DATA, 2, len);
}

static void response(struct dissect *d, struct cursor c, uint32_t code, struct talk *talk, struct summary *s)
{
    switch (code) {
    case SEND_HEADERS:
        s->number = (uint32_t)add_uint(d, &c, RSTATUS, 2);
        s->reason = add_text(d, &c, RSMSG, 0);
        headers(d, &c, response_headers, ARRAY_LEN(response_headers));
        break;
    case SEND_BODY_CHUNK:
        if (get16(d, c, 0) != 0)
            emit_at(d, c, DATA, 2, c.wire - 2);
        break;
    case END_RESPONSE: add_item(d, &c, REUSEP, 1); break;
    case GET_BODY_CHUNK:
        add_item(d, &c, RLEN, 2);
        if (talk != NULL)
            talk->asked = true;
        break;
    default: break;
    }
}

/* True when the packet of the web server is no request, but bytes of one's body. */
static bool is_body(struct dissect *d, struct cursor c, const struct talk *talk)
{
    struct fact *fact = fact_here(d, fact_slot(c), sizeof *fact);
    if (d->first_pass && fact != NULL && talk != NULL)
        fact->body = talk->left != 0 || talk->asked;
    return fact != NULL && fact->body;
}

static void message(struct dissect *d, struct cursor c)
{
    uint32_t magic = get16(d, c, 0);
    struct flow *flow = flow_here(d);
    struct talk *talk = flow_memory(d, flow, 0, sizeof *talk), *learns = d->first_pass ? talk : NULL;
    struct summary *s = packet_zero(d, sizeof *s);
    if (s == NULL)
        return;
    set_protocol_column(d, "AJP13");
    info_set(d, info_constant, "AJP13 Error?");
    emit_protocol(d, c, c.cap, NULL);
    if (magic != FROM_SERVER && magic != FROM_CONTAINER)
        return;
    s->flow = flow;
    s->response = magic == FROM_CONTAINER;
    s->body = !s->response && is_body(d, c, talk);
    add_item(d, &c, MAGIC, 2);
    add_item(d, &c, LENGTH, 2);
    info_set(d, info, s);
    if (s->body) {
        request_body(d, c, learns);
        return;
    }
    s->code = (uint32_t)add_uint(d, &c, CODE, 1);
    s->coded = d->stop == STOP_NONE;
    if (s->response)
        response(d, c, s->code, learns, s);
    else if (s->code == FORWARD_REQUEST)
        forward_request(d, c, learns, s);
}

static uint32_t length(struct dissect *d, struct cursor c)
{
    (void)d;
    return MESSAGE_HEADER + be16(c.p + 2);
}

static struct verdict ajp13_run(struct dissect *d, struct cursor c)
{
    return stream_messages(d, c, MESSAGE_HEADER, length, message);
}

static const struct claim claims[] = { { TABLE_TCP_PORT, 8009 } };

PROTOCOL(ajp13,
    .name = "ajp13", .short_name = "AJP13", .long_name = "Apache JServ Protocol v1.3",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = ajp13_run, .keeps_state = true
);
