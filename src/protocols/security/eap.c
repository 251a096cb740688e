/* eap.c - Extensible Authentication Protocol, RFC 3748, and its simple methods; eap_methods.c and eap_tls.c have the
   others.  Claims "ppp.protocol". */
#include "protocols/security/eap_rows.h"

enum { HEADER = 4, TYPED = 5 };
enum { SUCCESS = 3, FAILURE };
enum { IDENTIFY = 1, NOTIFY, NAK, MD5, LEAP = 17, TYPE_PSK = 47, TYPE_PAX = 46, TYPE_GPSK = 51, FAST = 43 };

/* What is remembered of a conversation, for requests and for responses. */
struct eap_flow {
    struct {
        bool seen;
        uint8_t id;
        struct pieces *open;  /* a message of TLS that is not whole */
    } of[2];
    uint8_t leap_step;
};

/* --- text ------------------------------------------------------------------------------------- */

static void info_header(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    const char *code = values_find(&eap_codes, p[0]);
    (void)d;
    if (code != NULL)
        sb_str(sb, code);
    else
        sb_printf(sb, "Unknown code (0x%02x)", p[0]);
}

static void info_type(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint8_t type = *(const uint8_t *)arg;
    const char *name = values_find(&eap_types, type);
    (void)d;
    sb_str(sb, ", ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown type (0x%02x)", type);
}

static const struct note_def notes[] = {
    [LENGTH_INVALID] = { "eap.ms_chap_v2.length.invalid", "Invalid Length", SEV_WARN, GROUP_PROTOCOL },
    [MITM] = { "eap.mitm_attacks", "Vulnerable to MITM attacks. If possible, change EAP type.", SEV_WARN, GROUP_SECURITY },
    [MD5_OVERFLOW] = { "eap.md5.value_size.overflow", "Overflow", SEV_WARN, GROUP_PROTOCOL },
    [DICTIONARY] = { "eap.dictionary_attacks",
                     "Vulnerable to dictionary attacks. If possible, change EAP type. See "
                     "http://www.cisco.com/warp/public/cc/pd/witc/ao350ap/prodlit/2331_pp.pdf",
                     SEV_WARN, GROUP_SECURITY },
    [NON_ASCII] = { "eap.identity.nonascii", "Non-ASCII characters within identity", SEV_WARN, GROUP_PROTOCOL },
    [IDENTITY_INVALID] = { "eap.identity.invalid", "Invalid identity code", SEV_WARN, GROUP_PROTOCOL },
    [RETRANSMISSION] = { "eap.retransmission", "This packet is a retransmission", SEV_NOTE, GROUP_SEQUENCE },
    [BAD_LENGTH] = { "eap.bad_length", "Bad length (too small or too large)", SEV_WARN, GROUP_PROTOCOL },
};

/* --- identity --------------------------------------------------------------------------------- */

static void plain_identity(struct dissect *d, struct cursor c)
{
    if (c.wire > 1 && c.cap != 0 && c.p[0] == 0)
        cursor_skip(&c, 1);
    uint32_t n = emit_at(d, c, IDENTITY, 0, c.wire);
    bool printable = true;
    for (uint32_t i = 0; i < c.cap; i++)
        printable = printable && c.p[i] >= ' ' && c.p[i] < 0x7f;
    if (!printable)
        note_on(d, n, NON_ASCII, NULL);
}

/* Where `text` begins in the n bytes; n: nowhere. */
static uint32_t position_of(const uint8_t *p, uint32_t n, const char *text)
{
    uint32_t len = (uint32_t)strlen(text);
    for (uint32_t i = 0; i + len <= n; i++)
        if (memcmp(p + i, text, len) == 0)
            return i;
    return n;
}

/* Three digits at the place; -1: they are none. */
static int three_digits(const uint8_t *p)
{
    for (uint32_t i = 0; i < 3; i++)
        if (p[i] < '0' || p[i] > '9')
            return -1;
    return (p[0] - '0') * 100 + (p[1] - '0') * 10 + p[2] - '0';
}

static void prefix_fields(struct dissect *d, struct cursor c)
{
    static const char known[] = "012345678Ca";
    emit_at(d, c, IDENTITY_PREFIX, 0, 1);
    uint32_t n = emit_at(d, c, IDENTITY_TYPE, 0, 1);
    if (c.p[0] != 0 && strchr(known, c.p[0]) == NULL)
        note_on(d, n, IDENTITY_INVALID, NULL);
}

/* 3GPP TS 23.003 sections 14.2 and 19.3.2: "0", IMSI, "@wlan.mnc015.mcc234.3gppnetwork.org".  A code of a network with a zero in
   front has two digits. */
static void network_identity(struct dissect *d, struct cursor c, uint32_t at)
{
    enum { MNC = 9, MCC = 16 };  /* behind the "@" */
    uint8_t kind = c.p[0];
    uint32_t from = kind == 'a' ? 0 : 1;
    int mnc = three_digits(c.p + at + MNC), mcc = three_digits(c.p + at + MCC);
    prefix_fields(d, c);
    emit_at(d, c, IDENTITY_FULL, from, c.wire - from);
    emit_at(d, c, kind == '0' || kind == '1' || kind == '6' ? IMSI : IDENTITY, from, at - from);
    if (mnc < 0 || mcc < 0)
        return;
    bool two = c.p[at + MNC] == '0';
    emit_value(d, c, IDENTITY_MNC, at + MNC, 3, (uint32_t)mcc * (two ? 100u : 1000u) + (uint32_t)mnc);
    emit_value(d, c, IDENTITY_MCC, at + MCC, 3, (uint32_t)mcc);
}

/* 3GPP TS 33.402: an encrypted IMSI, and which certificate it was encrypted for. */
static void encrypted_identity(struct dissect *d, struct cursor c, uint32_t comma, uint32_t serial)
{
    prefix_fields(d, c);
    emit_at(d, c, IDENTITY_FULL, 1, c.wire - 1);
    emit_at(d, c, IDENTITY, 1, comma - 1);
    emit_at(d, c, IDENTITY_CERT_SN, serial, c.wire - serial);
}

void eap_identity(struct dissect *d, struct cursor c)
{
    static const char certificate[] = ",CertificateSerialNumber=", realm[] = ".3gppnetwork.org";
    enum { REALM = sizeof "@wlan.mnc000.mcc000.3gppnetwork.org" - 1 };
    if (!need(d, c, 0, c.wire) || c.wire == 0)
        return;
    uint32_t n = c.wire, comma = position_of(c.p, n, certificate), at = n > REALM ? n - REALM : n;
    const uint8_t *p = c.p + at;
    if (c.p[0] == 0 && comma < n)
        encrypted_identity(d, c, comma, comma + (uint32_t)sizeof certificate - 1);
    else if (at < n && c.p[0] > ' ' && c.p[0] < 0x7f && memcmp(p, "@wlan.mnc", 9) == 0 &&
             memcmp(p + 12, ".mcc", 4) == 0 && memcmp(p + 19, realm, sizeof realm - 1) == 0 &&
             memchr(c.p, '@', at) == NULL)
        network_identity(d, c, at);
    else
        plain_identity(d, c);
}

/* --- simple methods --------------------------------------------------------------------------- */

static void identity(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    eap_identity(d, c);
}

static void notification(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    if (c.wire != 0)
        emit_at(d, c, NOTIFICATION, 0, c.wire);
}

static void legacy_nak(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    if (c.wire != 0)
        emit_at(d, c, DESIRED_TYPE, 0, 1);
}

static void md5(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    uint32_t size = get8(d, c, 0), n = emit_at(d, c, MD5_VALUE_SIZE, 0, 1);
    cursor_skip(&c, 1);
    if (size > c.wire) {
        note_on(d, n, MD5_OVERFLOW, NULL);
        size = c.wire;
    }
    add_item(d, &c, MD5_VALUE, size);
    if (c.wire != 0 && d->stop == STOP_NONE)
        emit_at(d, c, MD5_EXTRA_DATA, 0, c.wire);
}

/* Cisco's LEAP: the access point asks and the peer answers, then the other way round. */
static void leap(struct dissect *d, struct cursor c, const struct eap *e)
{
    static const uint16_t rows[] = { LEAP_DATA, LEAP_PEER_CHALLENGE, LEAP_PEER_RESPONSE, LEAP_AP_CHALLENGE,
                                     LEAP_AP_RESPONSE };
    add_uint(d, &c, LEAP_VERSION, 1);
    add_uint(d, &c, LEAP_RESERVED, 1);
    uint32_t count = (uint32_t)add_uint(d, &c, LEAP_COUNT, 1);
    add_item(d, &c, rows[e->fact != NULL && e->fact->leap_step < ARRAY_LEN(rows) ? e->fact->leap_step : 0], count);
    if (c.wire != 0 && d->stop == STOP_NONE)
        emit_at(d, c, LEAP_NAME, 0, c.wire);
}

static const struct {
    uint8_t type;
    eap_method *run;
} methods[] = {
    { IDENTIFY, identity }, { NOTIFY, notification }, { NAK, legacy_nak },     { MD5, md5 },
    { 13, eap_tls },        { LEAP, leap },           { 18, eap_sim },         { 21, eap_tls },
    { 23, eap_aka },        { 25, eap_tls },          { 26, eap_ms_chap_v2 },  { 33, eap_ms_tlvs },
    { FAST, eap_fast },     { TYPE_PAX, eap_pax },    { TYPE_PSK, eap_psk },   { 48, eap_sake },
    { 49, eap_ikev2 },      { 50, eap_aka },          { TYPE_GPSK, eap_gpsk }, { 55, eap_tls },
    { 254, eap_expanded },
};

static void method_fields(struct dissect *d, struct cursor c, const struct eap *e)
{
    for (uint32_t i = 0; i < ARRAY_LEN(methods); i++)
        if (methods[i].type == e->type) {
            if (c.wire != 0)
                methods[i].run(d, c, e);
            return;
        }
    if (c.wire != 0)
        emit_at(d, c, DATA, 0, c.wire);
}

/* --- what is remembered ----------------------------------------------------------------------- */

/* A challenge of eight octets, its response of 24. */
static uint8_t leap_next(uint8_t step, uint32_t count)
{
    enum { CHALLENGE = 8, ANSWER = 24 };
    bool asks = step % 2 == 0;
    return count == (asks ? CHALLENGE : ANSWER) && step < 4 ? (uint8_t)(step + 1) : 0;
}

static bool carries_tls(uint8_t type) { return type == 13 || type == 21 || type == 25 || type == FAST || type == 55; }

static const struct eap_fact *learn(struct dissect *d, struct cursor c)
{
    struct flow *f = flow_between(d, PORT_NONE, d->src, 0, d->dst, 0);
    struct eap_flow *own = flow_memory(d, f, 0, sizeof *own);
    struct eap_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (own == NULL || fact == NULL || !d->first_pass || c.cap < HEADER || (c.p[0] != REQUEST && c.p[0] != RESPONSE))
        return fact;
    unsigned way = c.p[0] - REQUEST;
    uint8_t type = c.cap >= TYPED ? c.p[HEADER] : 0;
    if (c.p[0] == REQUEST && type == IDENTIFY)  /* an authentication begins */
        *own = (struct eap_flow){ .leap_step = 0 };
    fact->retransmission = own->of[way].seen && own->of[way].id == c.p[1];
    own->of[way].seen = true;
    own->of[way].id = c.p[1];
    if (fact->retransmission)
        return fact;
    struct cursor rest = cursor_at(c, TYPED);
    if (type == LEAP && rest.cap >= 3)
        fact->leap_step = own->leap_step = leap_next(own->leap_step, rest.p[2]);
    else if (carries_tls(type))
        eap_tls_learn(d, rest, &own->of[way].open, fact);
    return fact;
}

/* --- a packet --------------------------------------------------------------------------------- */

static void typed_fields(struct dissect *d, struct cursor c, struct eap *e, bool whole)
{
    e->type = (uint8_t)get8(d, c, HEADER);
    uint32_t n = emit_at(d, c, TYPE, HEADER, 1);
    if (d->stop != STOP_NONE)
        return;
    info_add(d, info_type, c.p + HEADER);
    if (e->type == MD5)
        note_on(d, n, MITM, NULL);
    else if (e->type == LEAP)
        note_on(d, n, DICTIONARY, NULL);
    if (whole)
        method_fields(d, cursor_at(c, TYPED), e);
    else
        malformed(d);
}

static struct verdict eap_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "EAP");
    info_clear(d);
    if (!need(d, c, 0, HEADER))
        return done();
    uint32_t len = be16(c.p + 2), wire = c.wire;
    struct eap e = { .code = c.p[0] };
    bool typed = e.code == REQUEST || e.code == RESPONSE;
    info_set(d, info_header, c.p);
    emit_protocol(d, c, len < c.cap ? len : c.cap, NULL);
    cursor_limit(&c, typed && len < TYPED ? TYPED : len);
    e.fact = learn(d, c);
    emit_at(d, whole, CODE, 0, 1);
    uint32_t id = emit_at(d, whole, ID, 1, 1);
    if (e.fact != NULL && e.fact->retransmission)
        note_on(d, id, RETRANSMISSION, NULL);
    uint32_t n = emit_at(d, whole, LEN, 2, 2);
    if (len < HEADER || len > wire)
        note_on(d, n, BAD_LENGTH, NULL);
    if (typed)
        typed_fields(d, c, &e, len <= wire);
    return done();
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc227 } };
extern const struct protocol proto_tls, proto_data;
static const struct protocol *const calls[] = { &proto_tls, &proto_data, NULL };

PROTOCOL(eap,
    .name = "eap", .short_name = "EAP", .long_name = "Extensible Authentication Protocol",
    .fields = eap_fields, .n_fields = EAP_ROWS, NOTES(notes), CLAIMS(claims), .calls = calls, .run = eap_run,
    .keeps_state = true
);
