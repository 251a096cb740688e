/* rtsp.c - Real Time Streaming Protocol, RFC 2326: requests, responses, and the frames of media between them.  Claims TCP
   ports 554, 7236 and 8554; hands bodies on by "media_type". */
#include "protocols/application/http_message.h"
#include "protocols/application/media.h"

enum { RTSP, REQUEST, RESPONSE, METHOD, CONTENT_TYPE, CONTENT_LENGTH, URI, STATUS, SESSION, TRANSPORT, RDT_LEVEL, MSISDN,
       MAGIC, CHANNEL, LENGTH, DATA, REST, LINE, CALLING_NUMBER };
enum { NOTE_TRANSPORT, NOTE_SERVER_PORT, NOTE_CLIENT_PORT, NOTE_CHANNEL, NOTE_LENGTH, NOTE_RDT_LEVEL };
enum { PREF_HEADERS, PREF_BODY };
enum { FRAME_HEADER = 4, HEAD_MAX = 1024 * 1024 };

static void line_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_escaped(sb, p, n->len);
}

/* arg: the header of a frame of media; NULL for a message. */
static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->v.arg;
    (void)d;
    if (p != NULL)
        sb_printf(sb, "RTSP Interleaved Frame, Channel: 0x%02x, %u bytes", p[1], be16(p + 2));
    else
        sb_str(sb, "Real Time Streaming Protocol");
}

static void rest_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Data (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

/* A first line, with what ends it. */
struct whole_line {
    const uint8_t *p;
    uint32_t len;
};

static void whole_line_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct whole_line *w = n->v.arg;
    sb_escaped(sb, w->p, w->len);
}

static const struct field fields[] = {
    [RTSP] = { "rtsp", "Real Time Streaming Protocol", FT_PROTOCOL, .label_fn = heading_label },
    [REQUEST] = { "rtsp.request", "Request", FT_STRING, .text = whole_line_text },
    [RESPONSE] = { "rtsp.response", "Response", FT_STRING, .text = whole_line_text },
    [METHOD] = { "rtsp.method", "Method", FT_STRING },
    [CONTENT_TYPE] = { "rtsp.content-type", "Content-type", FT_STRING },
    [CONTENT_LENGTH] = { "rtsp.content-length", "Content-length", FT_UINT32, BASE_DEC },
    [URI] = { "rtsp.url", "URL", FT_STRING },
    [STATUS] = { "rtsp.status", "Status", FT_UINT32, BASE_DEC },
    [SESSION] = { "rtsp.session", "Session", FT_STRING },
    [TRANSPORT] = { "rtsp.transport", "Transport", FT_STRING },
    [RDT_LEVEL] = { "rtsp.rdt-feature-level", "RDTFeatureLevel", FT_UINT32, BASE_DEC },
    [MSISDN] = { "rtsp.X_Vig_Msisdn", "X-Vig-Msisdn", FT_STRING },
    [MAGIC] = { "rtsp.magic", "Magic", FT_UINT8, BASE_HEX },
    [CHANNEL] = { "rtsp.channel", "Channel", FT_UINT8, BASE_HEX },
    [LENGTH] = { "rtsp.length", "Length", FT_UINT16, BASE_DEC },
    [DATA] = { "rtsp.data", "Data", FT_BYTES },
    [REST] = { "rtsp.data", "Data", FT_BYTES, .label_fn = rest_label },
    [LINE] = { "", "", FT_NONE, .label_fn = line_label },
    [CALLING_NUMBER] = { "e164.calling_party_number.digits", "E.164 Calling party number digits", FT_STRING },
};
static const struct note_def notes[] = {
    [NOTE_TRANSPORT] = { "rtsp.unknown_transport_type", "Unknown transport type", SEV_WARN, GROUP_UNDECODED },
    [NOTE_SERVER_PORT] = { "rtsp.bad_server_port", "Bad server_port", SEV_WARN, GROUP_UNDECODED },
    [NOTE_CLIENT_PORT] = { "rtsp.bad_client_port", "Bad client port", SEV_WARN, GROUP_UNDECODED },
    [NOTE_CHANNEL] = { "rtsp.bad_interleaved_channel", "Bad interleaved_channel", SEV_WARN, GROUP_UNDECODED },
    [NOTE_LENGTH] = { "rtsp.content-length.invalid", "Invalid content length", SEV_ERROR, GROUP_MALFORMED },
    [NOTE_RDT_LEVEL] = { "rtsp.rdt-feature-level.invalid", "Invalid RDTFeatureLevel", SEV_ERROR, GROUP_MALFORMED },
};
static const struct pref prefs[] = {
    [PREF_HEADERS] = { "desegment_headers", "Put together headers of several TCP segments", PREF_BOOL, 1 },
    [PREF_BODY] = { "desegment_body", "Put together bodies of several TCP segments", PREF_BOOL, 1 },
};

/* --- reading ---------------------------------------------------------------------------------------------- */

enum kind { OTHER, A_REQUEST, A_RESPONSE };

/* A message in the bytes at the cursor. */
struct message {
    struct dissect *d;
    struct cursor c;
    const uint8_t *p;
    enum kind kind;
    uint32_t head;             /* size of its lines, the empty one included */
    bool whole;                /* the empty line is there */
    bool breaks;               /* behind the lines stands something else */
    bool has_length;
    uint64_t length;
    struct http_part type;     /* Content-Type */
};

static enum kind kind_of(const uint8_t *p, struct http_part line)
{
    static const char *const methods[] = { "DESCRIBE", "ANNOUNCE", "GET_PARAMETER", "OPTIONS",       "PAUSE",   "PLAY",
                                           "RECORD",   "REDIRECT", "SETUP",         "SET_PARAMETER", "TEARDOWN" };
    if (line.len >= 5 && memcmp(p + line.off, "RTSP/", 5) == 0)
        return A_RESPONSE;
    struct http_part first = http_request_line_of(p, line).method;
    for (size_t i = 0; i < ARRAY_LEN(methods); i++)
        if (first.len == strlen(methods[i]) && memcmp(p + first.off, methods[i], first.len) == 0)
            return A_REQUEST;
    return OTHER;
}

/* A line of a message's head has a name before its colon or its first blank. */
static bool is_head_line(const uint8_t *p, struct http_part line)
{
    for (uint32_t i = line.off; i < line.off + line.len; i++) {
        if (p[i] == ':' || p[i] == ' ' || p[i] == '\t')
            return true;
        if (p[i] <= ' ' || p[i] > '~' || strchr("()<>@,;\\\"/[]?={}", p[i]) != NULL)
            return false;
    }
    return false;
}

static bool number_of(const uint8_t *p, struct http_part part, uint64_t *n)
{
    uint32_t i = 0;
    for (*n = 0; i < part.len && p[part.off + i] >= '0' && p[part.off + i] <= '9' && *n < UINT32_MAX; i++)
        *n = *n * 10 + (p[part.off + i] - '0');
    return i != 0 && (i == part.len || p[part.off + i] == ' ' || p[part.off + i] == ';');
}

/* The lines of the message, and what they say of its body. */
static void message_read(struct message *m)
{
    struct http_line line;
    struct http_header h;
    uint32_t at = 0;
    for (; !m->whole && http_line_at(m->p, m->c.cap, at, &line); at += line.size) {
        bool ended = line.size != line.text.len;
        if (at == 0)
            m->kind = kind_of(m->p, line.text);
        m->whole = line.text.len == 0 && ended;
        if (m->whole || (at == 0 && m->kind != OTHER))
            continue;
        if (!is_head_line(m->p, line.text)) {
            m->breaks = ended;
            break;
        }
        if (!http_header_of(m->p, line.text, &h) || h.value.len == 0)
            continue;
        if (http_part_is(m->p, h.name, "content-length"))
            m->has_length = number_of(m->p, h.value, &m->length);
        else if (http_part_is(m->p, h.name, "content-type"))
            m->type = h.value;
    }
    m->head = at;
}

/* Without a length, a body is what is there behind a response with a type. */
static uint32_t body_size(const struct message *m)
{
    uint32_t rest = m->c.wire > m->head ? m->c.wire - m->head : 0;
    if (!m->whole || m->kind == OTHER)
        return 0;
    if (m->has_length)
        return m->length < rest ? (uint32_t)m->length : rest;
    return m->kind == A_RESPONSE && m->type.len != 0 ? rest : 0;
}

/* True when more segments have to come first. */
static bool lacks(const struct message *m, uint32_t *missing)
{
    struct dissect *d = m->d;
    *missing = MORE_ANY;
    if (!d->waits || m->kind == OTHER || m->breaks)
        return false;
    if (!m->whole)
        return m->c.cap < HEAD_MAX && pref(d, PREF_HEADERS) != 0;
    uint32_t have = body_size(m);
    if (!m->has_length || m->length <= have || m->length - have >= UINT32_MAX || !pref(d, PREF_BODY))
        return false;
    *missing = (uint32_t)(m->length - have);
    return true;
}

/* --- header lines ----------------------------------------------------------------------------------------- */

/* A number must stand behind the parameter, if it is there. */
static bool parameter_is_number(const uint8_t *p, struct http_part value, const char *name)
{
    const uint8_t *found = memmem(p + value.off, value.len, name, strlen(name));
    uint32_t at = found != NULL ? (uint32_t)(found - p) + (uint32_t)strlen(name) : 0;
    return found == NULL || (at < value.off + value.len && p[at] >= '0' && p[at] <= '9');
}

/* RFC 2326 section 12.39, and RealNetworks' own. */
static void transport_check(struct dissect *d, const uint8_t *p, struct http_part value, uint32_t node)
{
    static const char *const known[] = { "rtp/avp", "x-real-rdt/" };
    bool found = false;
    for (size_t i = 0; i < ARRAY_LEN(known) && !found; i++) {
        size_t n = strlen(known[i]);
        found = value.len >= n && strncasecmp((const char *)p + value.off, known[i], n) == 0;
    }
    if (!found)
        note_on(d, node, NOTE_TRANSPORT, NULL);
    else if (!parameter_is_number(p, value, "server_port="))
        note_on(d, node, NOTE_SERVER_PORT, NULL);
    else if (!parameter_is_number(p, value, "client_port="))
        note_on(d, node, NOTE_CLIENT_PORT, NULL);
    else if (!parameter_is_number(p, value, "interleaved="))
        note_on(d, node, NOTE_CHANNEL, NULL);
}

static void number_emit(const struct message *m, struct http_line line, struct http_part value, unsigned row,
                        unsigned wrong)
{
    uint64_t n;
    bool sound = number_of(m->p, value, &n);
    uint32_t node = emit_value(m->d, m->c, row, line.text.off, line.text.len, sound ? n : 0);
    if (!sound)
        note_on(m->d, node, wrong, NULL);
}

static void header_emit(const struct message *m, struct http_line line)
{
    static const struct {
        const char *name;
        unsigned row;
    } known[] = { { "content-type", CONTENT_TYPE }, { "content-length", CONTENT_LENGTH }, { "session", SESSION },
                  { "transport", TRANSPORT },       { "rdtfeaturelevel", RDT_LEVEL },     { "x-vig-msisdn", MSISDN } };
    struct http_header h = { 0 };
    unsigned row = LINE;
    if (http_header_of(m->p, line.text, &h))
        for (size_t i = 0; i < ARRAY_LEN(known) && row == LINE; i++)
            if (http_part_is(m->p, h.name, known[i].name))
                row = known[i].row;
    if (row == CONTENT_LENGTH && h.value.len != 0) {
        number_emit(m, line, h.value, row, NOTE_LENGTH);
    } else if (row == RDT_LEVEL && h.value.len != 0) {
        number_emit(m, line, h.value, row, NOTE_RDT_LEVEL);
    } else if (row == LINE || row == CONTENT_LENGTH || row == RDT_LEVEL) {
        emit_at(m->d, m->c, LINE, line.text.off, line.size);
    } else {
        uint32_t node = emit_held(m->d, m->c, row, line.text.off, line.text.len, m->p + h.value.off, h.value.len);
        if (row == TRANSPORT && m->kind == A_RESPONSE)
            transport_check(m->d, m->p, h.value, node);
        down(m->d);
        if (row == MSISDN)
            emit_held(m->d, m->c, CALLING_NUMBER, h.value.off, h.value.len, m->p + h.value.off, h.value.len);
        up(m->d);
    }
}

/* --- messages --------------------------------------------------------------------------------------------- */

struct first_line {
    bool response;
    struct http_part text;
    const uint8_t *p;
};

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct first_line *f = arg;
    sb_str(sb, f->response ? "Reply: " : "");
    sb_escaped(sb, f->p + f->text.off, f->text.len);
}

static void first_line_emit(const struct message *m, struct http_line line)
{
    struct dissect *d = m->d;
    struct http_request_line r = http_request_line_of(m->p, line.text);
    struct whole_line *w = packet_zero(d, sizeof *w);
    if (w == NULL)
        return;
    *w = (struct whole_line){ m->p, line.size };
    emit_arg(d, m->c, m->kind == A_REQUEST ? REQUEST : RESPONSE, 0, line.size, w);
    down(d);
    if (m->kind == A_REQUEST) {
        emit_held(d, m->c, METHOD, r.method.off, r.method.len, m->p + r.method.off, r.method.len);
        emit_held(d, m->c, URI, r.uri.off, r.uri.len, m->p + r.uri.off, r.uri.len);
    } else {
        struct http_status_line s = http_status_line_of(m->p, line.text);
        emit_value(d, m->c, STATUS, s.code.off, s.code.len, s.number);
    }
    up(d);
}

static void body_emit(const struct message *m, uint32_t size)
{
    struct dissect *d = m->d;
    struct cursor c = cursor_sub(m->c, m->head, size);
    const struct media *outer = d->media,
                       *media = m->type.len != 0 ? media_of(d, m->p + m->type.off, m->type.len) : NULL;
    struct verdict v = media != NULL ? hand_on_text(d, TABLE_MEDIA_TYPE, media->type, media->type_len, c) : done();
    if (v.kind == VERDICT_DONE && http_part_is(m->p, m->type, "application/octet-stream"))
        v = hand_to(&proto_data, 0, c);
    d->media = media;
    if (v.kind != VERDICT_DONE)
        nested(d, v, false);
    else
        emit_at(d, c, REST, 0, c.cap);
    d->media = outer;
}

/* The first of a segment's messages replaces what TCP says; what stands in front of that is no list. */
static void info_say(struct dissect *d, bool first, info_text *text, const void *arg)
{
    if (first)
        info_set(d, text, arg);
    else
        info_separated(d, ", ", text, arg);
}

/* Returns the size of what was shown. */
static uint32_t message_show(const struct message *m, bool first_here)
{
    struct dissect *d = m->d;
    struct http_line line = { 0 };
    struct first_line *first = packet_zero(d, sizeof *first);
    uint32_t body = body_size(m), size = m->head != 0 ? m->head + body : m->c.wire;
    set_protocol_column(d, "RTSP");
    if (first == NULL)
        return size;
    http_line_at(m->p, m->c.cap, 0, &line);
    *first = (struct first_line){ m->kind == A_RESPONSE, line.text, m->p };
    info_say(d, first_here, m->kind != OTHER ? info : info_constant, m->kind != OTHER ? (void *)first : "Continuation");
    emit_protocol(d, m->c, size < m->c.cap ? size : m->c.cap, NULL);
    for (uint32_t at = 0; at < m->head && http_line_at(m->p, m->head, at, &line); at += line.size) {
        if (at == 0 && m->kind != OTHER)
            first_line_emit(m, line);
        else
            header_emit(m, line);
    }
    if (body != 0)
        body_emit(m, body);
    else if (m->head == 0)
        emit_at(d, m->c, REST, 0, m->c.cap);
    return size;
}

/* RFC 2326 section 10.12: media in the same connection. */
static void frame_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    (void)d;
    sb_printf(sb, "Interleaved channel 0x%02x, %u bytes", p[1], be16(p + 2));
}

static void frame_show(struct dissect *d, struct cursor c, bool first_here)
{
    info_say(d, first_here, frame_info, c.p);
    emit_protocol(d, c, FRAME_HEADER, c.p);
    add_uint(d, &c, MAGIC, 1);
    add_uint(d, &c, CHANNEL, 1);
    uint32_t len = (uint32_t)add_uint(d, &c, LENGTH, 2);
    if (len != 0)
        add_item(d, &c, DATA, len);
}

static struct verdict rtsp_run(struct dissect *d, struct cursor c)
{
    uint8_t depth = d->depth;
    uint32_t missing = 0, size;
    for (bool first = true; more(d, &c); first = false, cursor_skip(&c, size), d->depth = depth) {
        struct message m = { .d = d, .c = c, .p = c.p };
        bool frame = c.cap != 0 && c.p[0] == '$', lacking;
        if (frame) {
            size = c.wire;
            if (c.cap >= FRAME_HEADER)
                size = FRAME_HEADER + be16(c.p + 2);
            missing = MORE_ANY;
            if (c.wire >= FRAME_HEADER && size > c.wire)
                missing = size - c.wire;
            lacking = d->waits && (c.wire < FRAME_HEADER || size > c.wire);
        } else {
            message_read(&m);
            lacking = lacks(&m, &missing);
        }
        if (lacking) {
            info_fence(d);
            return want_more(c, missing, 0);
        }
        if (frame && need(d, c, 0, FRAME_HEADER))
            frame_show(d, c, first);
        else
            size = message_show(&m, first);
    }
    info_fence(d);
    return done();
}

static const struct claim claims[] = { { TABLE_TCP_PORT, 554 }, { TABLE_TCP_PORT, 7236 }, { TABLE_TCP_PORT, 8554 } };
static const uint8_t hands_to[] = { TABLE_MEDIA_TYPE };
static const struct protocol *const calls[] = { &proto_data, NULL };

PROTOCOL(rtsp,
    .name = "rtsp", .short_name = "RTSP", .long_name = "Real Time Streaming Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    .run = rtsp_run
);
