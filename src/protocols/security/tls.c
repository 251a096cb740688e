/* tls.c - Transport Layer Security 1.3 (RFC 8446), 1.2 (RFC 5246), 1.1, 1.0 and SSL 3.0 (RFC 6101): the record layer.
   What is encrypted is shown as such: decryption has its place in application_data() and handshake_record(). */
#include "protocols/security/tls.h"
#include "protocols/security/x509.h"

/* RFC 8446 section 5.2: 2^14 and 256; RFC 5246 section 6.2.3 allows 1024 more, SSL 3.0's compression as many again. */
enum { RECORD_HEADER = 5, RECORD_MAX = (1 << 14) + 2048, MESSAGE_HEADER = 4, TEXT_BYTES = 4 };

const char *tls_version_name(uint16_t version)
{
    switch (version) {
    case SSL_2: return "SSLv2";
    case SSL_3: return "SSLv3";
    case TLS_1_0: return "TLSv1";
    case 0x0101: return "GMTLS";
    case TLS_1_1: return "TLSv1.1";
    case TLS_1_2: return "TLSv1.2";
    case TLS_1_3: return "TLSv1.3";
    default: return version >> 8 == 0x7f || version >> 8 == 0xfb ? "TLSv1.3" : NULL;  /* drafts */
    }
}

/* --- structures ------------------------------------------------------------------------------- */

static void bound_note(struct dissect *d, uint32_t node, unsigned which, struct tls_bound bound)
{
    struct tls_bound *b = packet_copy(d, &bound, sizeof bound);
    if (b != NULL)
        note_on(d, node, which, b);
}

bool tls_vector(struct dissect *d, struct cursor *c, unsigned row, uint32_t size, uint32_t min, uint32_t max,
                struct cursor *body)
{
    if (c->wire < size) {
        struct tls_bound b = { .length = size, .none = true };
        struct tls_bound *kept = packet_copy(d, &b, sizeof b);
        if (kept != NULL)
            note_on(d, emit_arg(d, *c, TLS_NO_ROOM, 0, c->cap, kept), TLS_NOTE_TOO_SMALL, kept);
        *body = cursor_part(*c, 0);
        return false;
    }
    const uint8_t *p = cursor_peek(*c, 0, size);
    uint32_t len = p != NULL ? (uint32_t)be_uint(p, size) : 0;
    uint32_t node = add_item(d, c, row, size);
    uint32_t room = c->wire;
    *body = cursor_part(*c, len < room ? len : room);
    cursor_skip(c, len);
    if (len < min)
        bound_note(d, node, TLS_NOTE_VECTOR_LENGTH, (struct tls_bound){ .length = len, .bound = min });
    else if (len > max)
        bound_note(d, node, TLS_NOTE_VECTOR_LENGTH, (struct tls_bound){ .length = len, .bound = max, .over = true });
    if (len > room)
        bound_note(d, node, TLS_NOTE_TOO_SMALL, (struct tls_bound){ .length = len, .bound = room });
    return len <= room;
}

void tls_no_more(struct dissect *d, struct cursor c)
{
    if (c.wire == 0 || d->stop != STOP_NONE)
        return;
    struct tls_bound b = { .length = c.wire };
    struct tls_bound *kept = packet_copy(d, &b, sizeof b);
    if (kept != NULL)
        note_on(d, emit_arg(d, c, TLS_TRAILING, 0, c.cap, kept), TLS_NOTE_TRAILING, kept);
}

uint32_t tls_heading(struct dissect *d, struct cursor c, uint32_t len, const char *text)
{
    return emit_arg(d, c, TLS_HEADING, 0, len < c.cap ? len : c.cap, text);
}

uint32_t tls_list(struct dissect *d, struct cursor c, unsigned row, const char *label, uint32_t count, const char *one,
                  const char *many)
{
    struct tls_count k = { label, one, many, count };
    if (!wants(d, row))
        return NO_NODE;
    struct tls_count *kept = packet_copy(d, &k, sizeof k);
    return kept != NULL ? emit_arg(d, c, row, 0, c.cap, kept) : NO_NODE;
}

/* --- what records hold ------------------------------------------------------------------------ */

/* What is not two bytes with known values is encrypted. */
static bool alert_is_plain(const struct tls *t, struct cursor c)
{
    return c.wire == 2 && c.cap == 2 && (t->version == TLS_1_3 || !t->changed) && (c.p[0] == 1 || c.p[0] == 2) &&
           values_find(&tls_alert_descriptions, c.p[1]) != NULL;
}

static void alert(struct dissect *d, const struct tls *t, struct tls_heading *h, struct cursor c)
{
    bool plain = alert_is_plain(t, c);
    h->what = plain ? NULL : "Encrypted Alert";
    emit_value(d, c, TLS_ALERT_MESSAGE, 0, c.cap, plain ? 0 : 1);
    if (!plain)
        return;
    h->level = c.p[0];
    h->description = c.p[1];
    down(d);
    add_item(d, &c, TLS_ALERT_MESSAGE_LEVEL, 1);
    add_item(d, &c, TLS_ALERT_MESSAGE_DESC, 1);
    up(d);
}

/* RFC 6520 section 4.  A length that the record cannot hold is what Heartbleed sends. */
static void heartbeat(struct dissect *d, struct tls_heading *h, struct cursor c)
{
    uint32_t type = get8(d, c, 0);
    bool plain = (type == 1 || type == 2) && c.wire >= 3;
    emit_value(d, c, TLS_HEARTBEAT_MESSAGE, 0, c.cap, plain ? 0 : 1);
    h->what = !plain ? "Encrypted Heartbeat" : type == 1 ? "Heartbeat Request" : "Heartbeat Response";
    if (!plain)
        return;
    down(d);
    add_item(d, &c, TLS_HEARTBEAT_MESSAGE_TYPE, 1);
    struct tls_bound b = { .length = get16(d, c, 0) };
    b.bound = c.wire - 2 < b.length ? c.wire - 2 : b.length;
    struct tls_bound *kept = packet_copy(d, &b, sizeof b);
    uint32_t node = add_item(d, &c, TLS_HEARTBEAT_MESSAGE_PAYLOAD_LENGTH, 2);
    if (kept != NULL && b.length + 16 > c.wire) {
        annotate(d, node, kept);
        note_on(d, node, TLS_NOTE_HEARTBEAT_LENGTH, kept);
    }
    if (b.bound != 0)
        add_item(d, &c, TLS_HEARTBEAT_MESSAGE_PAYLOAD, b.bound);
    if (c.wire != 0)
        add_item(d, &c, TLS_HEARTBEAT_MESSAGE_PADDING, c.wire);
    up(d);
}

static void application_data(struct dissect *d, struct tls *t, struct cursor c)
{
    if (c.cap != 0)
        emit_at(d, c, TLS_APP_DATA, 0, c.cap);
    if (t->s->carried != NULL)
        emit_held(d, c, TLS_APP_DATA_PROTO, 0, c.cap, t->s->carried, (uint32_t)strlen(t->s->carried));
}

/* --- handshake -------------------------------------------------------------------------------- */

static void message(struct dissect *d, struct tls *t, struct cursor c, const char *name)
{
    uint32_t type = get8(d, c, 0);
    struct cursor body = cursor_at(c, MESSAGE_HEADER);
    emit_arg(d, c, TLS_HANDSHAKE, 0, c.cap, name);
    down(d);
    emit_at(d, c, TLS_MESSAGE_TYPE, 0, 1);
    emit_at(d, c, TLS_HANDSHAKE_LENGTH, 1, 3);
    tls_handshake_body(d, t, type, body);
    up(d);
}

/* A whole message, or all of it that there will be. */
static const char *message_take(struct dissect *d, struct tls *t, struct cursor one)
{
    const char *name = tls_message_name(one.p[0], cursor_at(one, MESSAGE_HEADER));
    info_separated(d, ", ", info_constant, name);
    tls_learn(d, t, one.p[0], cursor_at(one, MESSAGE_HEADER));
    const char *version = tls_version_name(t->version);
    if (version != NULL)
        set_protocol_column(d, version);
    message(d, t, one, name);
    return name;
}

/* The part of a message that began in an earlier record; returns the message's name, NULL: it goes on. */
static const char *message_go_on(struct dissect *d, struct tls *t, const struct tls_fragment *f, struct cursor c)
{
    const struct tls_joined *j = f->goes_on;
    if (f->off + f->size != j->size) {
        tls_fragment_emit(d, j, c);
        return NULL;
    }
    struct cursor whole = tls_fragment_join(d, j, c);
    return whole.cap >= MESSAGE_HEADER ? message_take(d, t, whole) : NULL;
}

static const char handshake_prefix[] = "Handshake Protocol: ";
static const char encrypted[] = "Encrypted Handshake Message", several[] = "Multiple Handshake Messages";

static const char *handshake_record(struct dissect *d, struct tls *t, struct cursor c)
{
    struct tls_fragment f = tls_fragment_find(d, t, c);
    const char *name = NULL;
    if (f.goes_on != NULL) {
        name = message_go_on(d, t, &f, cursor_part(c, f.size));
        if (name == NULL || !t->bare)
            name = several;
    }
    cursor_skip(&c, f.size);
    while (more(d, &c)) {
        struct cursor one = c;
        const char *own = encrypted;
        uint32_t size = tls_message_size(c);
        if (f.begins != NULL && size > c.wire) {
            const char *part = tls_fragment_emit(d, f.begins, c);
            return t->bare && name == NULL ? part : several;
        }
        if (tls_message_begins(t, c) && c.cap >= MESSAGE_HEADER) {
            if (size <= c.wire)
                cursor_limit(&one, size);
            else
                one.fragment = true;
            own = message_take(d, t, one);
        } else {
            info_separated(d, ", ", info_constant, encrypted);
            emit_arg(d, one, TLS_HANDSHAKE, 0, one.cap, encrypted);
        }
        name = name == NULL ? own : several;
        cursor_skip(&c, one.wire);
    }
    return name != NULL ? name : encrypted;
}

/* --- records ---------------------------------------------------------------------------------- */

static bool record_begins(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, RECORD_HEADER);
    return p != NULL && p[0] >= CONTENT_CHANGE_CIPHER_SPEC && p[0] <= CONTENT_HEARTBEAT && p[1] == 3 && p[2] <= 4 &&
           be16(p + 3) <= RECORD_MAX;
}

/* What a record tells of the session before its content is looked at. */
static void record_learn(const struct dissect *d, struct tls *t, const uint8_t *p)
{
    bool hello = p[0] == CONTENT_HANDSHAKE && !t->changed;
    if (!t->learns)
        return;
    t->s->records = true;
    if (t->s->version == 0 && !hello)
        t->s->version = be16(p + 1);
    if (t->s->carried == NULL && !hello) {
        uint32_t low = d->src_port < d->dst_port ? d->src_port : d->dst_port;
        uint32_t port = t->s->server_port != 0 ? t->s->server_port : low;
        t->s->carried = tls_carried_by_port(port);
    }
}

static void content(struct dissect *d, struct tls *t, struct tls_heading *h, unsigned type, struct cursor c)
{
    switch (type) {
    case CONTENT_CHANGE_CIPHER_SPEC: {
        uint32_t node = emit_at(d, c, TLS_CHANGE_CIPHER_SPEC, 0, c.cap);
        h->prefix = "Change Cipher Spec Protocol: ";
        h->what = "Change Cipher Spec";
        if (t->version != TLS_1_3 && !t->s->hello_done && t->s->cipher != 0 && t->s->server_port == d->src_port)
            note_on(d, node, TLS_NOTE_RESUMED, NULL);
        t->changed = true;
        if (t->learns && t->s->changed[t->direction] == 0)
            t->s->changed[t->direction] = d->frame->number;
        break;
    }
    case CONTENT_ALERT: alert(d, t, h, c); break;
    case CONTENT_HANDSHAKE:
        h->prefix = handshake_prefix;
        h->what = handshake_record(d, t, c);
        break;
    case CONTENT_HEARTBEAT: heartbeat(d, h, c); break;
    default:
        h->prefix = "Application Data Protocol: ";
        h->what = t->s->carried != NULL ? t->s->carried : "Application Data";
        h->info = "Application Data";
        application_data(d, t, c);
    }
}

/* c: the whole record, or all that there will be of it. */
static void record(struct dissect *d, struct tls *t, struct cursor c)
{
    const uint8_t *p = c.p;
    struct tls_heading *h = packet_zero(d, sizeof *h);
    if (h == NULL)
        return;
    record_learn(d, t, p);
    t->version = t->s->version != 0 ? t->s->version : be16(p + 1);
    h->prefix = "";
    h->what = "";
    bool opaque = p[0] == CONTENT_APPLICATION_DATA && t->version == TLS_1_3;
    emit_arg(d, c, TLS_RECORD, 0, c.cap, h);
    down(d);
    emit_at(d, c, opaque ? TLS_RECORD_OPAQUE_TYPE : TLS_RECORD_CONTENT_TYPE, 0, 1);
    emit_at(d, c, TLS_RECORD_VERSION, 1, 2);
    emit_at(d, c, TLS_RECORD_LENGTH, 3, 2);
    h->version = tls_version_name(t->version);
    if (h->version == NULL)
        h->version = "TLS";
    set_protocol_column(d, h->version);
    content(d, t, h, p[0], cursor_at(c, RECORD_HEADER));
    h->version = tls_version_name(t->version) != NULL ? tls_version_name(t->version) : "TLS";
    if (p[0] != CONTENT_HANDSHAKE)
        info_separated(d, ", ", tls_record_info, h);
    up(d);
}

/* The bytes are of no record: the middle of one whose beginning was lost, or no TLS at all. */
static void not_a_record(struct dissect *d, const struct tls *t, struct cursor c)
{
    const char *version = t->s->version != SSL_2 ? tls_version_name(t->s->version) : NULL;  /* it became so later */
    set_protocol_column(d, version != NULL ? version : "SSL");
    info_separated(d, ", ", info_constant, version != NULL ? "Ignored Unknown Record" : "Continuation Data");
    if (version != NULL)
        note_on(d, emit_at(d, c, TLS_IGNORED, 0, c.cap), TLS_NOTE_IGNORED, NULL);
}

/* --- the dissector ---------------------------------------------------------------------------- */

/* What the first pass keeps of one call, where the session does not tell. */
struct tls_fact {
    bool changed, ssl2, ssl2_known;
};

/* A conversation has one session of records, and one for each connection of QUIC in it. */
static bool session_find(struct dissect *d, struct tls *t)
{
    struct flow *f = flow_here(d);
    t->bare = d->variant != TLS_RECORDS;
    t->s = f != NULL ? flow_memory(d, f, (unsigned)d->variant, sizeof *t->s) : NULL;
    t->learns = t->s == NULL || d->first_pass;
    t->remembers = t->s != NULL;
    t->direction = f != NULL ? flow_direction(f, d) : 0;
    if (t->s == NULL)
        t->s = packet_zero(d, sizeof *t->s);
    return t->s != NULL;
}

/* What was known of the session before these records. */
static void session_state(struct dissect *d, struct tls *t, struct cursor c)
{
    struct tls_fact now = { 0 };
    uint32_t changed = t->s->changed[t->direction];
    if (t->learns) {
        now.changed = changed != 0;
        now.ssl2_known = t->s->version == SSL_2;
        now.ssl2 = now.ssl2_known || (!t->s->records && ssl2_is_possible(c));
        bool kept = t->remembers && (now.ssl2 || changed == d->frame->number);
        struct tls_fact *fact = kept ? fact_here(d, d->n_layers, sizeof *fact) : NULL;
        if (fact != NULL)
            *fact = now;
    } else {
        const struct tls_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
        if (fact != NULL)
            now = *fact;
        else
            now.changed = changed != 0 && changed < d->frame->number;
    }
    t->changed = now.changed;
    t->ssl2 = now.ssl2;
    t->ssl2_known = now.ssl2_known;
}

/* Text is another protocol's, unless TLS has been seen: SSH or HTTP on port 443. */
static bool is_text(struct cursor c)
{
    for (uint32_t i = 0; i < TEXT_BYTES; i++)
        if (i >= c.cap || ((c.p[i] < ' ' || c.p[i] > '~') && c.p[i] != '\r' && c.p[i] != '\n' && c.p[i] != '\t'))
            return false;
    return true;
}

/* How many bytes of the record at c are missing; 0: none, or that is not known (MORE_ANY). */
static uint32_t missing(struct cursor c)
{
    if (c.cap < RECORD_HEADER || !record_begins(c))
        return 0;
    uint32_t length = RECORD_HEADER + be16(c.p + 3);
    return length > c.wire ? length - c.wire : 0;
}

/* Handshake messages without records, as QUIC carries them (RFC 9001 section 4.1.3); there is no older TLS there. */
static struct verdict messages_run(struct dissect *d, struct tls *t, struct cursor c)
{
    struct tls_heading *h = packet_zero(d, sizeof *h);
    if (h == NULL)
        return done();
    t->version = TLS_1_3;
    *h = (struct tls_heading){ .version = tls_version_name(TLS_1_3), .what = encrypted, .prefix = handshake_prefix };
    emit_protocol(d, c, c.cap, h);
    h->what = handshake_record(d, t, c);
    return done();
}

static struct verdict tls_run(struct dissect *d, struct cursor c)
{
    struct tls t = { 0 };
    if (!session_find(d, &t))
        return done();
    if (t.bare)
        return messages_run(d, &t, c);
    session_state(d, &t, c);
    if (!t.s->records && t.s->version == 0 && is_text(c))
        return not_mine();
    uint32_t first = t.ssl2 ? ssl2_missing(c) : missing(c);
    if (d->waits && (first != 0 || c.wire < RECORD_HEADER))
        return want_more(c, first, 0);
    info_clear(d);
    uint32_t node = emit_protocol(d, c, c.cap, NULL);
    if (t.ssl2)
        return ssl2_run(d, &t, c, node);
    while (more(d, &c)) {
        uint32_t lacking = missing(c);
        if (d->waits && (lacking != 0 || c.wire < RECORD_HEADER)) {
            set_end(d, node, c);
            info_fence(d);
            return want_more(c, lacking, 0);
        }
        if (!record_begins(c)) {
            not_a_record(d, &t, c);
            break;
        }
        struct cursor one = c;
        if (lacking != 0)
            one.fragment = true;
        else
            cursor_limit(&one, RECORD_HEADER + be16(c.p + 3));
        record(d, &t, one);
        cursor_skip(&c, one.wire);
    }
    info_fence(d);
    return done();
}

static bool probe(const struct dissect *d, struct cursor c)
{
    (void)d;
    return record_begins(c) || ssl2_begins(c);
}

static const struct claim claims[] = {
    { TABLE_TCP_PORT, 324 },   { TABLE_TCP_PORT, 443 },   { TABLE_TCP_PORT, 465 },   { TABLE_TCP_PORT, 636 },
    { TABLE_TCP_PORT, 802 },   { TABLE_TCP_PORT, 853 },   { TABLE_TCP_PORT, 993 },   { TABLE_TCP_PORT, 995 },
    { TABLE_TCP_PORT, 1300 },  { TABLE_TCP_PORT, 2221 },  { TABLE_TCP_PORT, 2443 },  { TABLE_TCP_PORT, 3249 },
    { TABLE_TCP_PORT, 3250 },  { TABLE_TCP_PORT, 3251 },  { TABLE_TCP_PORT, 3252 },  { TABLE_TCP_PORT, 3496 },
    { TABLE_TCP_PORT, 5061 },  { TABLE_TCP_PORT, 5671 },  { TABLE_TCP_PORT, 5684 },  { TABLE_TCP_PORT, 5868 },
    { TABLE_TCP_PORT, 8883 },  { TABLE_TCP_PORT, 11207 }, { TABLE_TCP_PORT, 19999 }, { TABLE_TCP_PORT, 27017 },
};
static const struct heuristic heuristics[] = { { TABLE_TCP_PORT, probe, "tls_tcp", "SSL/TLS over TCP" } };
static const uint8_t hands_to[] = { TABLE_TCP_PORT };

PROTOCOL(tls,
    .name = "tls", .short_name = "TLS", .long_name = "Transport Layer Security",
    FIELDS(tls_fields), NOTES(tls_notes), CLAIMS(claims), HEURISTICS(heuristics), HANDS_TO(hands_to),
    .calls = x509_speakers, .run = tls_run, .keeps_state = true, .joins = true
);
