/* nbss.c - NetBIOS Session Service, RFC 1002 section 4.3, TCP port 139; on port 445 SMB stands in its session messages,
   whose lengths then have 24 bits ([MS-SMB2] section 2.1).  Who knows the messages says so in table "netbios". */
#include "protocols/protocol.h"

enum {
    NBSS, TYPE, FLAGS, FLAG_EXTEND, LENGTH, CALLED_NAME, CALLING_NAME, ERROR_CODE, RETARGET_ADDRESS,
    RETARGET_PORT, CONTINUATION_DATA
};
enum { MESSAGE = 0, REQUEST = 0x81, POSITIVE = 0x82, NEGATIVE = 0x83, RETARGET = 0x84, KEEP_ALIVE = 0x85 };
enum { HEADER = 4, MAGIC = 4, PORT = 139, PORT_SMB = 445, EXTENDS = 1 };
enum { ENCODED = 32, DECODED = 16, NAME_MAX_LABELS = 16, NAME_TEXT_MAX = 320 };

VALUES(types,
    { MESSAGE, "Session message" }, { REQUEST, "Session request" }, { POSITIVE, "Positive session response" },
    { NEGATIVE, "Negative session response" }, { RETARGET, "Retarget session response" },
    { KEEP_ALIVE, "Session keep-alive" });
VALUES(error_codes,
    { 0x80, "Not listening on called name" }, { 0x81, "Not listening for calling name" },
    { 0x82, "Called name not present" }, { 0x83, "Called name present, but insufficient resources" },
    { 0x8f, "Unspecified error" });
/* The last octet of a name tells what goes by it. */
VALUES(services,
    { 0x00, "Workstation/Redirector" }, { 0x01, "Browser" }, { 0x02, "Workstation/Redirector" },
    { 0x03, "Messenger service/Main name" }, { 0x05, "Forwarded name" }, { 0x06, "RAS Server service" },
    { 0x1b, "Domain Master Browser" }, { 0x1c, "Domain Controllers" }, { 0x1d, "Local Master Browser" },
    { 0x1e, "Browser Election Service" }, { 0x1f, "Net DDE Service" }, { 0x20, "Server service" },
    { 0x21, "RAS client service" }, { 0x22, "Exchange Interchange (MSMail Connector)" }, { 0x23, "Exchange Store" },
    { 0x24, "Exchange Directory" }, { 0x2b, "Lotus Notes Server service" },
    { 0x30, "Modem sharing server service" }, { 0x31, "Modem sharing client service" },
    { 0x43, "SMS Clients Remote Control" }, { 0x44, "SMS Administrators Remote Control Tool" },
    { 0x45, "SMS Clients Remote Chat" }, { 0x46, "SMS Clients Remote Transfer" },
    { 0x4c, "DEC Pathworks TCP/IP Service on Windows NT" }, { 0x52, "DEC Pathworks TCP/IP Service on Windows NT" },
    { 0x6a, "Microsoft Exchange IMC" }, { 0x87, "Microsoft Exchange MTA" }, { 0xbe, "Network Monitor Agent" },
    { 0xbf, "Network Monitor Analyzer" });
static const struct truth adds = { "Add 65536 to length", "Add 0 to length" };

/* --- names: RFC 1001 section 14.1 --------------------------------------------------------------------------------- */

struct name {
    char text[NAME_TEXT_MAX];
    uint8_t service;
    bool sound;
    uint32_t size;  /* in the packet */
};

static void name_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct name *name = annotation(d, n);
    if (name != NULL && name->sound)
        sb_printf(sb, " (%s)", values_or(&services, name->service, "Unknown"));
}

static bool decode_octets(const uint8_t *p, uint8_t octets[DECODED])
{
    for (unsigned i = 0; i < DECODED; i++) {
        unsigned high = p[2 * i] - 'A', low = p[2 * i + 1] - 'A';
        if (high > 'Z' - 'A' || low > 'Z' - 'A')
            return false;
        octets[i] = (uint8_t)(high << 4 | (low & 15));
    }
    return true;
}

static void text_add(struct name *n, const char *text, size_t len)
{
    size_t at = strlen(n->text);
    if (len >= sizeof n->text - at)
        len = sizeof n->text - at - 1;
    memcpy(n->text + at, text, len);
    n->text[at + len] = '\0';
}

/* Blanks at the end only fill the name up; what cannot be printed is shown as its number. */
static void octets_add(struct name *n, const uint8_t octets[DECODED])
{
    static const char digits[] = "0123456789abcdef";
    unsigned last = DECODED - 1;
    while (last > 0 && octets[last - 1] == ' ')
        last--;
    for (unsigned i = 0; i <= last; i++) {
        uint8_t c = octets[i < last ? i : DECODED - 1];
        if (i < last && c >= ' ' && c <= '~')
            text_add(n, (const char *)&c, 1);
        else
            text_add(n, (const char[]){ '<', digits[c >> 4], digits[c & 15], '>' }, 4);
    }
    n->service = octets[DECODED - 1];
}

/* The name, and the labels of its scope. */
static struct name *name_read(struct dissect *d, struct cursor c)
{
    struct name *n = packet_zero(d, sizeof *n);
    uint8_t octets[DECODED];
    if (n == NULL || !need(d, c, 0, 1 + ENCODED + 1))
        return n;
    n->sound = c.p[0] == ENCODED && decode_octets(c.p + 1, octets);
    if (n->sound)
        octets_add(n, octets);
    else
        text_add(n, "Illegal NetBIOS name", 20);
    uint32_t at = 1 + ENCODED, len = get8(d, c, at++);
    for (unsigned i = 0; len != 0 && i < NAME_MAX_LABELS && need(d, c, at, len + 1); i++) {
        text_add(n, ".", 1);
        text_add(n, (const char *)c.p + at, len);
        at += len;
        len = c.p[at++];
    }
    n->size = at;
    return n;
}

static const struct name *name_add(struct dissect *d, struct cursor *c, unsigned row)
{
    struct name *n = name_read(d, *c);
    if (n == NULL || d->stop != STOP_NONE)
        return NULL;
    annotate(d, emit_held(d, *c, row, 0, n->size, n->text, (uint32_t)strlen(n->text)), n);
    cursor_skip(c, n->size);
    return n;
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

struct summary {
    unsigned type, error;
    const struct name *called, *calling;
};

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct summary *s = arg;
    sb_str(sb, values_or(&types, s->type, "Unknown"));
    if (s->called != NULL)
        sb_printf(sb, ", to %s", s->called->text);
    if (s->calling != NULL)
        sb_printf(sb, " from %s", s->calling->text);
    if (s->type == NEGATIVE)
        sb_printf(sb, ", %s", values_or(&error_codes, s->error, "Unknown"));
}

static const struct field fields[] = {
    [NBSS] = { "nbss", "NetBIOS Session Service", FT_PROTOCOL },
    [TYPE] = { "nbss.type", "Message Type", FT_UINT8, BASE_HEX, .values = &types },
    [FLAGS] = { "nbss.flags", "Flags", FT_UINT8, BASE_HEX },
    [FLAG_EXTEND] = { "nbss.flags.e", "Extend", FT_BOOLEAN, BITS_8, .mask = EXTENDS, .truth = &adds },
    [LENGTH] = { "nbss.length", "Length", FT_UINT24, BASE_DEC },
    [CALLED_NAME] = { "nbss.called_name", "Called name", FT_STRING, .suffix = name_suffix },
    [CALLING_NAME] = { "nbss.calling_name", "Calling name", FT_STRING, .suffix = name_suffix },
    [ERROR_CODE] = { "nbss.error_code", "Error code", FT_UINT8, BASE_HEX, .values = &error_codes },
    [RETARGET_ADDRESS] = { "nbss.retarget_ip_address", "Retarget IP address", FT_IPv4 },
    [RETARGET_PORT] = { "nbss.retarget_port", "Retarget port", FT_UINT16, BASE_DEC },
    [CONTINUATION_DATA] = { "nbss.continuation_data", "Continuation data", FT_BYTES },
};
enum { PREF_DESEGMENT };
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment_nbss_commands", "Put together messages that span several TCP segments", PREF_BOOL, 1 },
};

/* --- messages ------------------------------------------------------------------------------------------------------ */

/* SMB's first octets: [MS-CIFS], [MS-SMB2]. */
static bool holds_smb(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, HEADER, MAGIC);
    return p != NULL && p[0] >= 0xfc && memcmp(p + 1, "SMB", MAGIC - 1) == 0;
}

struct header {
    bool sound, wide;
    uint32_t length;
};

/* Bytes in the middle of a message are told from a header by what the types allow. */
static struct header header_read(struct cursor c)
{
    struct header h = { 0 };
    const uint8_t *p = cursor_peek(c, 0, HEADER);
    if (p == NULL)
        return h;
    h.wide = p[0] == MESSAGE && holds_smb(c);
    h.length = h.wide ? be24(p + 1) : be24(p + 1) & 0x1ffff;
    if (!h.wide && p[1] > EXTENDS)
        return h;
    switch (p[0]) {
    case MESSAGE: h.sound = h.length != 0; break;
    case REQUEST: h.sound = h.length >= 2 * (ENCODED + 2); break;
    case POSITIVE:
    case KEEP_ALIVE: h.sound = h.length == 0; break;
    case NEGATIVE: h.sound = h.length == 1; break;
    case RETARGET: h.sound = h.length == 6; break;
    default: break;
    }
    return h;
}

static void message_body(struct dissect *d, struct cursor c, struct summary *s)
{
    switch (s->type) {
    case REQUEST:
        s->called = name_add(d, &c, CALLED_NAME);
        s->calling = name_add(d, &c, CALLING_NAME);
        break;
    case NEGATIVE: s->error = (unsigned)add_uint(d, &c, ERROR_CODE, 1); break;
    case RETARGET:
        add_item(d, &c, RETARGET_ADDRESS, 4);
        add_item(d, &c, RETARGET_PORT, 2);
        break;
    default: break;
    }
}

static void message(struct dissect *d, struct cursor c, const struct header *h)
{
    uint8_t depth = d->depth;
    struct summary *s = packet_zero(d, sizeof *s);
    if (s == NULL)
        return;
    s->type = c.p[0];
    set_protocol_column(d, "NBSS");
    info_set(d, info, s);
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, TYPE, 0, 1);
    if (!h->wide)
        emit_bits(d, c, 1, 1, FLAGS, FLAG_EXTEND);
    emit_value(d, c, LENGTH, 1, 3, h->length);
    struct cursor body = cursor_at(c, HEADER);
    message_body(d, body, s);
    d->depth = depth;
    if (s->type != MESSAGE)
        return;
    struct verdict v = hand_on_probed(d, TABLE_NETBIOS, body);
    nested(d, v.kind != VERDICT_DONE ? v : hand_to(&proto_data, 0, body), false);
}

static struct verdict continuation(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "NBSS");
    info_set(d, info_constant, "NBSS Continuation Message");
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, CONTINUATION_DATA, 0, c.cap);
    return done();
}

static struct verdict nbss_run(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        struct header h = header_read(c);
        if (!h.sound)
            return continuation(d, c);
        uint32_t size = HEADER + h.length;
        if (size > c.wire && d->waits && pref(d, PREF_DESEGMENT))
            return want_more(c, size - c.wire, 0);
        struct cursor one = c;
        if (size <= c.wire)
            cursor_limit(&one, size);
        else
            one.fragment = true;
        message(d, one, &h);
        cursor_skip(&c, size);
    }
    return done();
}

static const struct claim claims[] = { { TABLE_TCP_PORT, PORT }, { TABLE_TCP_PORT, PORT_SMB } };
static const uint8_t hands_to[] = { TABLE_NETBIOS };
static const struct protocol *const calls[] = { &proto_data, NULL };

PROTOCOL(nbss,
    .name = "nbss", .short_name = "NBSS", .long_name = "NetBIOS Session Service",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = nbss_run,
    .keeps_state = true
);
