/* xmpp.c - Extensible Messaging and Presence Protocol, RFC 6120 and 6121.  Claims TCP port 5222; after <proceed/> the
   stream is TLS. */
#include "protocols/application/xmpp.h"

extern const struct protocol proto_tls;

enum { PREF_DESEGMENT };
enum { CLIENT_PORT = 5222, LONGEST_KEY = 52, STRAYS_NOTED = 100 };

/* --- labels ----------------------------------------------------------------------------------- */

/* Of a top element that nobody knows, and of what is none. */
struct stranger {
    const uint8_t *name;
    uint32_t len;
};

static void stranger_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct stranger *s = n->v.arg;
    (void)d;
    sb_str(sb, "Unknown packet: ");
    if (s != NULL)
        sb_escaped(sb, s->name, s->len);
    else
        sb_str(sb, "<NULL>");
}

static void frame_text(struct strbuf *sb, const char *text, const struct node *n)
{
    const uint32_t *frame = n->v.arg;
    sb_printf(sb, "%s%u", text, *frame);
}

static void starttls_again_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    frame_text(sb, "Already saw STARTTLS in frame ", n);
}

static void proceed_again_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    frame_text(sb, "Already saw PROCEED in frame ", n);
}

#define NAMED_ROW(id, name, label) [XMPP_##id] = { "xmpp." name, label, FT_STRING, .text = xmpp_attribute_text },
#define ELEMENT_ROW(id, name, label) [XMPP_##id] = { "xmpp." name, label, FT_NONE, .label_fn = xmpp_element_label },
static const struct field fields[] = {
    [XMPP] = { "xmpp", "XMPP Protocol", FT_PROTOCOL },
    XMPP_NAMED_ROWS(NAMED_ROW)
    XMPP_ELEMENT_ROWS(ELEMENT_ROW)
    [XMPP_ATTRIBUTE] = { "xmpp.attribute", "Attribute", FT_STRING, .text = xmpp_attribute_text,
                         .label_fn = xmpp_attribute_label },
    [XMPP_XMLNS] = { "xmpp.xmlns", "xmlns", FT_STRING, .text = xmpp_attribute_text, .label_fn = xmpp_attribute_label },
    [XMPP_HEADER_VERSION] = { "xmpp.xml_header_version", "XML HEADER VER", FT_STRING },
    [XMPP_CDATA] = { "xmpp.cdata", "CDATA", FT_STRING },
    [XMPP_UNKNOWN_ATTRIBUTE] = { "xmpp.unknown_attr", "UNKNOWN ATTR", FT_STRING, .text = xmpp_unknown_attribute_text,
                                 .label_fn = xmpp_unknown_attribute_label },
    [XMPP_FEATURE] = { "xmpp.query.feature", "FEATURE", FT_STRING, .text = xmpp_attribute_text,
                       .label_fn = xmpp_feature_label },
    [XMPP_MECHANISM] = { "xmpp.cdata", "MECHANISM", FT_STRING },
    [XMPP_MECHANISMS] = { "", "MECHANISMS", FT_NONE, .label_fn = xmpp_element_label },
    [XMPP_UNKNOWN] = { "xmpp.unknown", "UNKNOWN", FT_STRING, .text = xmpp_unknown_text, .label_fn = xmpp_inner_label },
    [XMPP_INNER] = { "", "", FT_NONE, .label_fn = xmpp_inner_label },
    [XMPP_STREAM_END] = { "xmpp.stream_end", "STREAM END", FT_NONE },
    [XMPP_RESPONSE_IN] = { "xmpp.response_in", "Response In", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [XMPP_RESPONSE_TO] = { "xmpp.response_to", "Request In", FT_FRAMENUM, .flags = GENERATED },
    [XMPP_OUT] = { "xmpp.out", "Out", FT_BOOLEAN, .flags = HIDDEN },
    [XMPP_IN] = { "xmpp.in", "In", FT_BOOLEAN, .flags = HIDDEN },
};
static const struct note_def notes[] = {
    [XMPP_NOTE_UNKNOWN_PACKET] = { "xmpp.packet_unknown", "Unknown packet", SEV_NOTE, GROUP_UNDECODED, stranger_text },
    [XMPP_NOTE_NO_RESPONSE] = { "xmpp.packet_without_response", "Packet without response", SEV_CHAT, GROUP_PROTOCOL },
    [XMPP_NOTE_RESPONSE] = { "xmpp.response", "RESPONSE", SEV_CHAT, GROUP_RESPONSE_CODE },
    [XMPP_NOTE_CHALLENGE] = { "xmpp.challenge", "CHALLENGE", SEV_CHAT, GROUP_RESPONSE_CODE },
    [XMPP_NOTE_SUCCESS] = { "xmpp.success", "SUCCESS", SEV_CHAT, GROUP_RESPONSE_CODE },
    [XMPP_NOTE_ERROR] = { "xmpp.response", "Stanza error", SEV_CHAT, GROUP_RESPONSE_CODE, xmpp_error_text },
    [XMPP_NOTE_STARTTLS_AGAIN] = { "xmpp.starttls.already_in_frame", "Already saw STARTTLS", SEV_WARN, GROUP_PROTOCOL,
                                   starttls_again_text },
    [XMPP_NOTE_STARTTLS_MISSING] = { "xmpp.starttls.missing",
                                     "Haven't seen a STARTTLS, did the capture start in the middle of a session?",
                                     SEV_WARN, GROUP_PROTOCOL },
    [XMPP_NOTE_PROCEED_AGAIN] = { "xmpp.proceed.already_in_frame", "Already saw PROCEED", SEV_WARN, GROUP_PROTOCOL,
                                  proceed_again_text },
    [XMPP_NOTE_UNKNOWN_ELEMENT] = { "xmpp.unknown.element", "Unknown element", SEV_NOTE, GROUP_UNDECODED,
                                    xmpp_unknown_element_text },
    [XMPP_NOTE_UNKNOWN_ATTRIBUTE] = { "xmpp.unknown.attribute", "Unknown attribute", SEV_NOTE, GROUP_UNDECODED,
                                      xmpp_unknown_attribute_note_text },
    [XMPP_NOTE_REQUIRED] = { "xmpp.required_attribute", "Required attribute doesn't appear", SEV_WARN, GROUP_PROTOCOL,
                             xmpp_required_text },
    [XMPP_NOTE_UNEXPECTED] = { "xmpp.field.unexpected_value", "Field has unexpected value", SEV_WARN, GROUP_PROTOCOL,
                               xmpp_unexpected_text },
};
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment", "Put together messages of several TCP segments", PREF_BOOL, 1 },
};

/* --- the Info column ---------------------------------------------------------------------------- */

/* A message's element, as the column speaks of it. */
struct line {
    struct xmpp_document *x;
    const struct xmpp_element *e;
    const char *title;
    bool out;
};

static void value_add(struct strbuf *sb, const struct line *l, const char *attribute)
{
    struct xml_attribute a;
    if (xmpp_attribute_of(l->x, l->e, attribute, &a))
        sb_escaped(sb, l->x->t.p + a.value, a.value_end - a.value);
}

/* " > juliet@example.com " of what the client sends, " < " of what it gets. */
static void peer_add(struct strbuf *sb, const struct line *l)
{
    struct xml_attribute a;
    if (!xmpp_attribute_of(l->x, l->e, l->out ? "to" : "from", &a))
        return;
    sb_str(sb, l->out ? "> " : "< ");
    sb_escaped(sb, l->x->t.p + a.value, a.value_end - a.value);
    sb_char(sb, ' ');
}

static void stanza_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct line *l = arg;
    (void)d;
    sb_str(sb, l->title);
    peer_add(sb, l);
}

static void iq_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct line *l = arg;
    const struct xmpp_document *x = l->x;
    (void)d;
    sb_str(sb, "IQ(");
    value_add(sb, l, "type");
    sb_str(sb, ") ");
    for (uint32_t i = l->e->child; i != 0; i = x->elements[i].next) {
        const struct xmpp_element *c = &x->elements[i];
        if (c->kind == &xmpp_error)
            continue;
        xmpp_upper(sb, x->t.p + c->name, c->name_end - c->name);
        if (c->kind != NULL && c->kind->brief != NULL)
            sb_printf(sb, "(%s)", c->kind->brief);
        sb_char(sb, ' ');
    }
    peer_add(sb, l);
}

/* What stands for the kinds in the column; all but the first few are the whole text. */
static const struct {
    const struct xmpp_kind *kind;
    const char *title;
    info_text *text;
} titles[] = {
    { &xmpp_iq, "", iq_info },
    { &xmpp_message, "MESSAGE ", stanza_info },
    { &xmpp_presence, "PRESENCE ", stanza_info },
    { &xmpp_stream, "STREAM ", stanza_info },
    { &xmpp_features, "FEATURES ", NULL },
    { &xmpp_auth, "AUTH", NULL },
    { &xmpp_challenge, "CHALLENGE", NULL },
    { &xmpp_response, "RESPONSE", NULL },
    { &xmpp_success, "SUCCESS", NULL },
    { &xmpp_failure, "FAILURE ", NULL },
    { &xmpp_starttls, "STARTTLS ", NULL },
    { &xmpp_proceed, "PROCEED ", NULL },
};

static void line_set(struct xmpp_document *x, const struct xmpp_element *e, bool out)
{
    for (unsigned i = 0; i < ARRAY_LEN(titles); i++) {
        struct line l = { x, e, titles[i].title, out }, *kept;
        if (titles[i].kind != e->kind)
            continue;
        if (titles[i].text == NULL)
            info_set(x->d, info_constant, titles[i].title);
        else if ((kept = packet_copy(x->d, &l, sizeof l)) != NULL)
            info_set(x->d, titles[i].text, kept);
    }
}

/* --- what is remembered ------------------------------------------------------------------------- */

struct talk {
    uint32_t starttls, proceed;  /* frames of the first; 0: none yet */
};

/* Of a request: the frame with its response.  Of a response: the other way round. */
struct iq_fact {
    uint32_t other;
};
struct exchange {
    uint32_t frame,
        shown; /* of the latest request with that id, and as it is called; 0: none, or it has been answered */
    unsigned slot;
};

static struct exchange *exchange_of(struct xmpp_document *x, const struct flow *f, const struct xml_attribute *id)
{
    uint8_t key[4 + LONGEST_KEY] = { 0 };
    uint32_t number = flow_first_frame(f), len = id->value_end - id->value;
    if (len > LONGEST_KEY)
        return NULL;
    memcpy(key, &number, 4);
    memcpy(key + 4, x->t.p + id->value, len);
    return keyed_memory(x->d, key, 4 + len, sizeof(struct exchange));
}

/* RFC 6120 section 8.2.3: get and set are answered by result or error with the same id.  The frame that belongs to it. */
static uint32_t iq_partner(struct xmpp_document *x, const struct xmpp_element *e, unsigned slot, bool asks)
{
    struct dissect *d = x->d;
    struct xml_attribute id;
    struct flow *f = flow_here(d);
    struct iq_fact *fact = fact_here(d, slot, sizeof *fact);
    if (f == NULL || fact == NULL || !xmpp_attribute_of(x, e, "id", &id))
        return 0;
    struct exchange *ex = d->first_pass ? exchange_of(x, f, &id) : NULL;
    if (ex != NULL && asks) {
        *ex = (struct exchange){ d->frame->number, frame_number(d->frame), slot };
    } else if (ex != NULL && ex->frame != 0) {
        fact->other = ex->shown;
        struct iq_fact *asked = fact_of(d, ex->frame, ex->slot, sizeof *asked);
        if (asked != NULL)
            asked->other = frame_number(d->frame);
        ex->frame = 0;
    }
    return fact->other;
}

/* --- messages ----------------------------------------------------------------------------------- */

static bool iq_asks(struct xmpp_document *x, const struct xmpp_element *e)
{
    struct xml_attribute type;
    return xmpp_attribute_of(x, e, "type", &type) &&
           (xmpp_is(x, type.value, type.value_end, "get") || xmpp_is(x, type.value, type.value_end, "set"));
}

static void iq_show(struct xmpp_document *x, const struct xmpp_element *e, unsigned slot)
{
    struct dissect *d = x->d;
    struct xml_attribute id;
    bool asks = iq_asks(x, e);
    uint32_t partner = iq_partner(x, e, slot, asks);
    xmpp_element_show(x, e);
    down(d);
    if (partner == 0 && xmpp_attribute_of(x, e, "id", &id))
        note_on(d, NO_NODE, XMPP_NOTE_NO_RESPONSE, NULL);
    up(d);
    if (partner != 0)
        emit_value(d, x->c, asks ? XMPP_RESPONSE_IN : XMPP_RESPONSE_TO, 0, 0, partner);
}

static void finding(struct xmpp_document *x, enum xmpp_note note, uint32_t frame)
{
    x->noted = true;
    x->note = (uint8_t)note;
    x->note_frame = frame;
}

/* RFC 6120 section 5.4.2.  Frames are the first ones, so that a later pass finds the same. */
static void tls_found(struct xmpp_document *x, const struct xmpp_element *e, struct talk *t)
{
    bool starts = e->kind == &xmpp_starttls;
    uint32_t here = frame_number(x->d->frame), *first = starts ? &t->starttls : &t->proceed;
    if (x->d->first_pass && *first == 0)
        *first = here;
    if (*first != 0 && *first < here)
        finding(x, starts ? XMPP_NOTE_STARTTLS_AGAIN : XMPP_NOTE_PROCEED_AGAIN, *first);
    else if (!starts && (t->starttls == 0 || t->starttls > here))
        finding(x, XMPP_NOTE_STARTTLS_MISSING, 0);
}

static void findings_about(struct xmpp_document *x, const struct xmpp_element *e, struct talk *t)
{
    if (e->kind == &xmpp_challenge)
        finding(x, XMPP_NOTE_CHALLENGE, 0);
    else if (e->kind == &xmpp_response)
        finding(x, XMPP_NOTE_RESPONSE, 0);
    else if (e->kind == &xmpp_success)
        finding(x, XMPP_NOTE_SUCCESS, 0);
    else if (t != NULL && (e->kind == &xmpp_starttls || e->kind == &xmpp_proceed))
        tls_found(x, e, t);
}

/* XML's own view of it is for filters, unless the message is none of XMPP. */
static void xml_show(struct xmpp_document *x, bool hidden)
{
    uint32_t node = x->d->tree.count;
    nested(x->d, hand_to(&proto_xml, 0, x->c), false);
    if (hidden && x->d->tree.count > node)
        set_hidden(x->d, node);
}

static bool is_unknown(const struct xmpp_document *x)
{
    for (uint32_t i = x->elements[0].child; i != 0; i = x->elements[i].next)
        if (x->elements[i].kind == NULL)
            return true;
    return x->strays != 0;
}

static void strangers_note(struct xmpp_document *x)
{
    for (uint32_t i = x->elements[0].child; i != 0; i = x->elements[i].next) {
        const struct xmpp_element *e = &x->elements[i];
        struct stranger s = { x->t.p + e->name, e->name_end - e->name }, *kept;
        if (e->kind == NULL && (kept = packet_copy(x->d, &s, sizeof s)) != NULL)
            note_on(x->d, NO_NODE, XMPP_NOTE_UNKNOWN_PACKET, kept);
    }
    for (uint32_t i = 0; i < x->strays && i < STRAYS_NOTED; i++)
        note_on(x->d, NO_NODE, XMPP_NOTE_UNKNOWN_PACKET, NULL);
}

static void document_show(struct xmpp_document *x, struct talk *t)
{
    struct dissect *d = x->d;
    bool unknown = is_unknown(x), out = d->dst_port == CLIENT_PORT;
    xml_show(x, !unknown);
    emit_value(d, x->c, out ? XMPP_OUT : XMPP_IN, 0, 0, 1);
    if (x->declared) {
        info_set(d, info_constant, "XML ");
        if (x->version_end != 0)
            emit_held(d, x->c, XMPP_HEADER_VERSION, x->version, x->version_end - x->version, x->t.p + x->version,
                      x->version_end - x->version);
    }
    for (uint32_t i = x->elements[0].child, n = 0; i != 0; i = x->elements[i].next, n++) {
        const struct xmpp_element *e = &x->elements[i];
        if (e->kind == NULL)
            continue;
        findings_about(x, e, t);
        if (e->kind == &xmpp_iq)
            iq_show(x, e, x->slot | (n & 0xff));
        else
            xmpp_element_show(x, e);
        line_set(x, e, out);
    }
    if (x->closed && !unknown) {
        emit_value(d, x->c, XMPP_STREAM_END, 0, x->c.cap, 0);
        info_set(d, info_constant, "STREAM END");
    }
    if (!unknown)
        return;
    strangers_note(x);
    info_set(d, info_constant, "UNKNOWN PACKET ");
}

/* A message ends with a tag.  Control characters, blanks and what is not ASCII may follow; `seen` bytes are known not to
   end one. */
static bool ends_with_tag(struct cursor c, uint32_t seen)
{
    uint32_t i = c.cap;
    while (i > seen && (c.p[i - 1] <= ' ' || c.p[i - 1] >= 0x80))
        i--;
    return i > seen && c.p[i - 1] == '>';
}

static bool is_tls_record(struct cursor c) { return c.cap >= 2 && c.p[0] >= 20 && c.p[0] <= 23 && c.p[1] == 3; }

static struct verdict xmpp_run(struct dissect *d, struct cursor c)
{
    struct flow *f = flow_here(d);
    struct talk *t = flow_memory(d, f, 0, sizeof *t);
    if (t != NULL && t->proceed != 0 && t->proceed < frame_number(d->frame) && is_tls_record(c)) {
        d->n_layers--;
        return hand_to(&proto_tls, 0, c);
    }
    bool keepalive = c.wire == 1 && c.cap == 1 && c.p[0] == ' ';
    if (d->waits && pref(d, PREF_DESEGMENT) && !keepalive && !ends_with_tag(c, d->mark))
        return want_more(c, MORE_ANY, c.cap);
    set_protocol_column(d, "XMPP");
    emit_protocol(d, c, c.cap, NULL);
    if (keepalive) {
        info_set(d, info_constant, "Whitespace Keepalive");
        return done();
    }
    info_clear(d);
    struct xmpp_document *x = packet_zero(d, sizeof *x);
    if (x == NULL)
        return done();
    x->d = d;
    x->c = c;
    x->slot = (unsigned)d->n_layers << 8;
    x->t = (struct xml_text){ c.p, c.cap, 0 };
    if (xmpp_read(x))
        document_show(x, t);
    return done();
}

static const struct claim claims[] = { { TABLE_TCP_PORT, CLIENT_PORT } };
static const struct protocol *const calls[] = { &proto_xml, &proto_tls, NULL };

PROTOCOL(xmpp,
    .name = "xmpp", .short_name = "XMPP", .long_name = "XMPP Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .calls = calls,
    .run = xmpp_run, .keeps_state = true, .joins = true
);
