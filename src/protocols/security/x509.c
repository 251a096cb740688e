/* x509.c - certificates: RFC 5280 section 4.1, with the algorithms of RFC 3279 and RFC 5480. */
#include "base/nstime.h"
#include "dissect/known.h"
#include "protocols/security/x509_parts.h"

/* frame.protocols keeps room for what comes after certificates. */
enum { LAYERS_LEFT = 24 };

/* --- helpers ---------------------------------------------------------------------------------- */

static const struct protocol *speak(struct dissect *d, unsigned row)
{
    const struct protocol *before = registry_protocols[d->protocol];
    speak_as(d, x509_speakers[row >> 8]);
    return before;
}

uint32_t x509_at(struct dissect *d, unsigned row, struct cursor c, uint32_t len)
{
    const struct protocol *before = speak(d, row);
    uint32_t node = emit_at(d, c, X509_ROW(row), 0, len);
    speak_as(d, before);
    return node;
}

uint32_t x509_value(struct dissect *d, unsigned row, struct cursor c, uint32_t len, uint64_t value)
{
    const struct protocol *before = speak(d, row);
    uint32_t node = emit_value(d, c, X509_ROW(row), 0, len, value);
    speak_as(d, before);
    return node;
}

void x509_note(struct dissect *d, unsigned which)
{
    const struct protocol *before = speak(d, BER);
    note_on(d, NO_NODE, which, NULL);
    speak_as(d, before);
}

void x509_layer(struct dissect *d, enum x509_speaker module)
{
    if (d->n_layers + LAYERS_LEFT < MAX_LAYERS)
        layer_named(d, x509_speakers[module]);
}

bool x509_optional(struct dissect *d, struct cursor *c, unsigned id, struct der *e)
{
    if (!more(d, c) || !need(d, *c, 0, 2))
        return false;
    if (id != 0 && c->p[0] != id)
        return false;
    if (der_take(c, e))
        return true;
    if (c->cap < c->wire)
        need(d, *c, 0, c->wire);
    else
        x509_note(d, BER_NOTE_LENGTH);
    cursor_skip(c, c->wire);
    return false;
}

bool x509_next(struct dissect *d, struct cursor *c, unsigned id, struct der *e)
{
    bool there = more(d, c);
    if (x509_optional(d, c, id, e))
        return true;
    if (there && c->wire != 0 && d->stop == STOP_NONE) {
        x509_note(d, BER_NOTE_FIELD);
        cursor_skip(c, c->wire);
    }
    return false;
}

uint32_t x509_list(struct dissect *d, unsigned row, struct cursor c)
{
    return x509_value(d, row, c, c.cap, der_count(c));
}

void x509_int(struct dissect *d, unsigned row, struct cursor body)
{
    x509_value(d, row, body, body.cap, (uint64_t)der_integer(body));
}

void x509_bits(struct dissect *d, unsigned row, struct cursor c)
{
    if (c.wire == 0)
        return;
    x509_at(d, BER_BITSTRING_PADDING, c, 1);
    cursor_skip(&c, 1);
    x509_all(d, row, c);
}

void x509_flags(struct dissect *d, unsigned row, struct cursor c, unsigned first, unsigned last)
{
    x509_bits(d, row, c);
    cursor_skip(&c, 1);
    down(d);
    for (unsigned i = 0; i <= last - first; i++) {
        struct cursor octet = cursor_at(c, i / 8);
        if (octet.cap != 0)
            x509_at(d, first + i, octet, 1);
        else if (c.cap != 0)
            x509_value(d, first + i, cursor_at(c, c.cap - 1), 1, 0);
    }
    up(d);
}

void x509_string(struct dissect *d, unsigned row, const struct der *e)
{
    if (e->id != DER_BMP_STRING) {
        x509_all(d, row, e->body);
        return;
    }
    struct strbuf sb = { 0 };
    sb_x509_string(&sb, e->id, e->body);
    const char *kept = packet_copy(d, sb_text(&sb), sb.len + 1);
    const struct protocol *before = speak(d, row);
    if (kept != NULL)
        emit_held(d, e->body, X509_ROW(row), 0, e->body.cap, kept, (uint32_t)sb.len);
    speak_as(d, before);
    sb_free(&sb);
}

static unsigned two_digits(const uint8_t *p) { return (p[0] - '0') * 10u + (p[1] - '0'); }

/* RFC 5280 section 4.1.2.5.2: YYYYMMDDHHMMSSZ */
static bool time_read(struct cursor c, int64_t *ns)
{
    if (c.cap != 15 || c.p[14] != 'Z')
        return false;
    for (uint32_t i = 0; i < 14; i++)
        if (c.p[i] < '0' || c.p[i] > '9')
            return false;
    int64_t year = (int64_t)two_digits(c.p) * 100 + two_digits(c.p + 2);
    int64_t month = two_digits(c.p + 4), day = two_digits(c.p + 6);
    if (month < 1 || month > 12)
        return false;
    /* Days since 1970 with years that begin in March, so that the leap day is the last. */
    int64_t y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 9 : month - 3;
    int64_t days = y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1 - 719468;
    int64_t seconds = ((days * 24 + two_digits(c.p + 8)) * 60 + two_digits(c.p + 10)) * 60 + two_digits(c.p + 12);
    if (seconds > INT64_MAX / 1000000000 || seconds < INT64_MIN / 1000000000)
        return false;
    *ns = seconds * 1000000000;
    return true;
}

void x509_time(struct dissect *d, unsigned row, struct cursor body)
{
    int64_t ns;
    if (time_read(body, &ns))
        x509_value(d, row, body, body.cap, (uint64_t)ns);
    else
        x509_note(d, BER_NOTE_FIELD);
}

/* --- names ------------------------------------------------------------------------------------ */

static void directory_string(struct dissect *d, const struct der *e)
{
    static const struct {
        unsigned id, kind, row;
    } kinds[] = {
        { DER_TELETEX_STRING, 0, X509SAT_TELETEXSTRING },
        { DER_PRINTABLE_STRING, 1, X509SAT_PRINTABLESTRING_CHOICE },
        { DER_UNIVERSAL_STRING, 2, X509SAT_UNIVERSALSTRING },
        { DER_BMP_STRING, 3, X509SAT_BMPSTRING_CHOICE },
        { DER_UTF8_STRING, 4, X509SAT_UTF8STRING_CHOICE },
    };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (kinds[i].id == e->id) {
            x509_value(d, X509SAT_DIRECTORYSTRING, e->whole, e->whole.cap, kinds[i].kind);
            down(d);
            x509_string(d, kinds[i].row, e);
            up(d);
            return;
        }
    x509_note(d, BER_NOTE_UNKNOWN);
}

/* Types whose value is not a DirectoryString: RFC 5280 appendix A, RFC 4519. */
static const struct {
    const char *oid;
    unsigned id, row;
} plain_types[] = {
    { "0.9.2342.19200300.100.1.25", DER_IA5_STRING, X509SAT_IA5STRING },
    { "1.2.840.113549.1.9.1", DER_IA5_STRING, X509SAT_IA5STRING },
    { "1.3.6.1.4.1.311.60.2.1.3", DER_PRINTABLE_STRING, X509SAT_COUNTRYNAME },
    { "2.5.4.20", DER_PRINTABLE_STRING, X509SAT_TELEPHONENUMBER },
    { "2.5.4.27", DER_PRINTABLE_STRING, X509SAT_DESTINATIONINDICATOR },
    { "2.5.4.46", DER_PRINTABLE_STRING, X509SAT_PRINTABLESTRING },
    { "2.5.4.5", DER_PRINTABLE_STRING, X509SAT_PRINTABLESTRING },
    { "2.5.4.6", DER_PRINTABLE_STRING, X509SAT_COUNTRYNAME },
};

static bool has_directory_string(const char *oid)
{
    static const char *const others[] = {
        "0.9.2342.19200300.100.1.1", "1.2.840.113549.1.9.2",     "1.2.840.113549.1.9.8",
        "1.3.6.1.4.1.311.60.2.1.1",  "1.3.6.1.4.1.311.60.2.1.2",
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        if (strcmp(oid, others[i]) == 0)
            return true;
    return strncmp(oid, "2.5.4.", 6) == 0;
}

void x509_attribute_value(struct dissect *d, const char *oid, struct cursor c)
{
    struct der e;
    if (!x509_next(d, &c, 0, &e))
        return;
    for (size_t i = 0; i < ARRAY_LEN(plain_types); i++)
        if (strcmp(oid, plain_types[i].oid) == 0) {
            x509_layer(d, SPEAKS_X509SAT);
            x509_string(d, plain_types[i].row, &e);
            return;
        }
    if (!has_directory_string(oid)) {
        x509_note(d, BER_NOTE_UNKNOWN);
        return;
    }
    x509_layer(d, SPEAKS_X509SAT);
    directory_string(d, &e);
}

static void attribute(struct dissect *d, const struct der *pair)
{
    struct cursor c = pair->body;
    struct der oid;
    x509_all(d, X509IF_RELATIVEDISTINGUISHEDNAME_ITEM_ELEMENT, pair->whole);
    down(d);
    if (x509_next(d, &c, DER_OID, &oid)) {
        char text[OID_TEXT];
        der_oid(oid.body, text);
        x509_all(d, X509IF_OID, oid.body);
        x509_attribute_value(d, text, c);
    }
    up(d);
}

static void rdns(struct dissect *d, struct cursor c)
{
    struct der set, pair;
    while (x509_next(d, &c, DER_SET, &set)) {
        x509_list(d, X509IF_RDNSEQUENCE_ITEM, set.body);
        down(d);
        while (x509_next(d, &set.body, DER_SEQUENCE, &pair))
            attribute(d, &pair);
        up(d);
    }
}

void x509_sequence_of_rdns(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_SEQUENCE, &e))
        rdns(d, e.body);
}

void x509_name(struct dissect *d, unsigned row, struct cursor whole, unsigned rdns_row)
{
    struct der e;
    x509_value(d, row, whole, whole.cap, 0);
    down(d);
    if (x509_next(d, &whole, DER_SEQUENCE, &e)) {
        x509_list(d, rdns_row, e.body);
        down(d);
        rdns(d, e.body);
        up(d);
    }
    up(d);
}

/* --- algorithms and keys ---------------------------------------------------------------------- */

static void curve(struct dissect *d, struct cursor c)
{
    struct der e;
    if (!x509_next(d, &c, 0, &e))
        return;
    x509_layer(d, SPEAKS_PKCS1);
    x509_value(d, PKCS1_ECPARAMETERS, e.whole, e.whole.cap, e.id == DER_OID);
    down(d);
    if (e.id == DER_OID)
        x509_all(d, PKCS1_NAMEDCURVE, e.body);
    up(d);
}

static void dss_parameters(struct dissect *d, struct cursor c)
{
    struct der e, number;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_layer(d, SPEAKS_X509AF);
    x509_all(d, X509AF_DSS_PARAMS_ELEMENT, e.whole);
    down(d);
    for (unsigned row = X509AF_P; row <= X509AF_G && x509_next(d, &e.body, DER_INTEGER, &number); row++)
        x509_all(d, row, number.body);
    up(d);
}

/* The AlgorithmIdentifier at *c; `text` becomes its type. */
static void algorithm_take(struct dissect *d, unsigned row, struct cursor *c, char text[OID_TEXT])
{
    struct der e, oid;
    text[0] = '\0';
    if (!x509_next(d, c, DER_SEQUENCE, &e))
        return;
    x509_all(d, row, e.whole);
    down(d);
    if (x509_next(d, &e.body, DER_OID, &oid)) {
        der_oid(oid.body, text);
        x509_all(d, X509AF_ALGORITHM_ID, oid.body);
        if (strcmp(text, "1.2.840.10045.2.1") == 0)
            curve(d, e.body);
        else if (strcmp(text, "1.2.840.10040.4.1") == 0)
            dss_parameters(d, e.body);
    }
    up(d);
}

void x509_algorithm(struct dissect *d, unsigned row, struct cursor *c)
{
    char text[OID_TEXT];
    algorithm_take(d, row, c, text);
}

/* RFC 3279 section 2.3.1 */
static void rsa_key(struct dissect *d, struct cursor bits)
{
    struct der e, number;
    cursor_skip(&bits, 1);
    x509_all(d, X509AF_SUBJECTPUBLICKEY, bits);
    down(d);
    if (x509_next(d, &bits, DER_SEQUENCE, &e) && x509_next(d, &e.body, DER_INTEGER, &number)) {
        x509_all(d, PKCS1_MODULUS, number.body);
        if (x509_next(d, &e.body, DER_INTEGER, &number))
            x509_int(d, PKCS1_PUBLICEXPONENT, number.body);
    }
    up(d);
}

static void public_key(struct dissect *d, const struct der *info)
{
    struct cursor c = info->body;
    struct der bits;
    char text[OID_TEXT];
    x509_all(d, X509AF_SUBJECTPUBLICKEYINFO_ELEMENT, info->whole);
    down(d);
    algorithm_take(d, X509AF_ALGORITHM_ELEMENT, &c, text);
    if (x509_next(d, &c, DER_BIT_STRING, &bits)) {
        if (strcmp(text, "1.2.840.113549.1.1.1") == 0 && bits.body.wire != 0)
            rsa_key(d, bits.body);
        else
            x509_bits(d, X509AF_SUBJECTPUBLICKEY, bits.body);
    }
    up(d);
}

/* --- the certificate -------------------------------------------------------------------------- */

static void moment(struct dissect *d, unsigned row, struct cursor *c)
{
    struct der e;
    if (!x509_next(d, c, 0, &e))
        return;
    x509_value(d, row, e.whole, e.whole.cap, e.id == DER_GENERALIZED_TIME);
    down(d);
    if (e.id == DER_GENERALIZED_TIME)
        x509_time(d, X509AF_GENERALIZEDTIME, e.body);
    else
        x509_all(d, X509AF_UTCTIME, e.body);
    up(d);
}

static void validity(struct dissect *d, struct cursor *c)
{
    struct der e;
    if (!x509_next(d, c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509AF_VALIDITY_ELEMENT, e.whole);
    down(d);
    moment(d, X509AF_NOTBEFORE, &e.body);
    moment(d, X509AF_NOTAFTER, &e.body);
    up(d);
}

static void name_take(struct dissect *d, unsigned row, struct cursor *c, unsigned rdns_row)
{
    struct der e;
    if (x509_next(d, c, DER_SEQUENCE, &e))
        x509_name(d, row, e.whole, rdns_row);
}

static void extension_list(struct dissect *d, unsigned row, struct cursor list)
{
    x509_list(d, row, list);
    down(d);
    x509_extensions(d, list, X509AF_EXTENSION_ELEMENT, X509AF_EXTENSION_ID);
    up(d);
}

static void trailing_parts(struct dissect *d, struct cursor c)
{
    struct der e, list;
    if (x509_optional(d, &c, DER_TAG(1), &e))
        x509_bits(d, X509AF_ISSUERUNIQUEIDENTIFIER, e.body);
    if (x509_optional(d, &c, DER_TAG(2), &e))
        x509_bits(d, X509AF_SUBJECTUNIQUEIDENTIFIER, e.body);
    if (x509_optional(d, &c, DER_TAGGED(3), &e) && x509_next(d, &e.body, DER_SEQUENCE, &list))
        extension_list(d, X509AF_EXTENSIONS, list.body);
}

static void signed_part(struct dissect *d, struct cursor c)
{
    struct der e, number;
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && x509_next(d, &e.body, DER_INTEGER, &number))
        x509_int(d, X509AF_VERSION, number.body);
    if (!x509_next(d, &c, DER_INTEGER, &number))
        return;
    x509_all(d, X509AF_SERIALNUMBER, number.body);
    x509_algorithm(d, X509AF_SIGNATURE_ELEMENT, &c);
    name_take(d, X509AF_ISSUER, &c, X509IF_RDNSEQUENCE);
    validity(d, &c);
    name_take(d, X509AF_SUBJECT, &c, X509AF_RDNSEQUENCE);
    if (x509_next(d, &c, DER_SEQUENCE, &e))
        public_key(d, &e);
    trailing_parts(d, c);
}

/* SEQUENCE { what is signed, algorithm, signature }, as certificates and lists are. */
static void signed_whole(struct dissect *d, unsigned row, struct cursor c,
                         void content(struct dissect *d, struct cursor c))
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e) || !x509_next(d, &e.body, DER_SEQUENCE, &part))
        return;
    x509_all(d, row, part.whole);
    down(d);
    content(d, part.body);
    up(d);
    x509_algorithm(d, X509AF_ALGORITHMIDENTIFIER_ELEMENT, &e.body);
    if (x509_next(d, &e.body, DER_BIT_STRING, &part))
        x509_bits(d, X509AF_ENCRYPTED, part.body);
}

static bool nobody_sees(const struct dissect *d)
{
    bool seen = !silent(d);
    for (size_t i = 0; x509_speakers[i] != NULL; i++)
        seen |= d->wanted->any[registry_protocol_number(x509_speakers[i])];
    return !seen;
}

/* The same certificates come again and again. */
void x509_certificate(struct dissect *d, struct cursor c)
{
    uint16_t layers = d->n_layers;
    bool unseen = nobody_sees(d);
    if (unseen && known_sound(d, c))
        return;
    signed_whole(d, X509AF_SIGNEDCERTIFICATE_ELEMENT, c, signed_part);
    if (unseen)
        known_keep(d, c, layers);
}

/* --- lists of revoked certificates ------------------------------------------------------------ */

static void revoked(struct dissect *d, struct cursor list)
{
    struct der e, part;
    x509_list(d, X509AF_REVOKEDCERTIFICATES, list);
    down(d);
    while (more(d, &list) && x509_next(d, &list, DER_SEQUENCE, &e)) {
        x509_all(d, X509AF_REVOKEDCERTIFICATES_ITEM_ELEMENT, e.whole);
        down(d);
        if (x509_next(d, &e.body, DER_INTEGER, &part)) {
            x509_all(d, X509AF_USERCERTIFICATE, part.body);
            moment(d, X509AF_REVOCATIONDATE, &e.body);
            if (x509_optional(d, &e.body, DER_SEQUENCE, &part))
                extension_list(d, X509AF_CRLENTRYEXTENSIONS, part.body);
        }
        up(d);
    }
    up(d);
}

static void list_part(struct dissect *d, struct cursor c)
{
    struct der e, list;
    if (x509_optional(d, &c, DER_INTEGER, &e))
        x509_int(d, X509AF_VERSION, e.body);
    x509_algorithm(d, X509AF_SIGNATURE_ELEMENT, &c);
    name_take(d, X509AF_ISSUER, &c, X509IF_RDNSEQUENCE);
    moment(d, X509AF_THISUPDATE, &c);
    if (c.cap != 0 && (c.p[0] == DER_UTC_TIME || c.p[0] == DER_GENERALIZED_TIME))
        moment(d, X509AF_NEXTUPDATE, &c);
    if (x509_optional(d, &c, DER_SEQUENCE, &e))
        revoked(d, e.body);
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && x509_next(d, &e.body, DER_SEQUENCE, &list))
        extension_list(d, X509AF_CRLEXTENSIONS, list.body);
}

void x509_revocation_list(struct dissect *d, struct cursor c)
{
    signed_whole(d, X509AF_SIGNEDCERTIFICATELIST_ELEMENT, c, list_part);
}
