/* x509_labels.c - texts of certificates: names, algorithms, times. */
#include "protocols/security/der.h"
#include "protocols/security/x509_parts.h"

enum { RDNS_MAX = 64, BYTES_IN_LABEL = 36 };

static struct cursor bytes_cursor(const uint8_t *p, uint32_t len)
{
    return (struct cursor){ .p = p, .cap = len, .contained = len, .wire = len };
}

static struct cursor node_cursor(const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    return bytes_cursor(p, p != NULL ? n->len : 0);
}

/* --- object identifiers ----------------------------------------------------------------------- */

void x509_oid_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    char text[OID_TEXT];
    der_oid(node_cursor(d, n), text);
    sb_str(sb, " (");
    sb_oid_name(sb, text);
    sb_char(sb, ')');
}

void x509_oid_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    char text[OID_TEXT];
    der_oid(node_cursor(d, n), text);
    sb_str(sb, text);
}

/* The node is a SEQUENCE that an OBJECT IDENTIFIER begins. */
void x509_algorithm_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct der sequence, oid;
    if (!der_peek(node_cursor(d, n), &sequence) || !der_peek(sequence.body, &oid) || oid.id != DER_OID)
        return;
    char text[OID_TEXT];
    der_oid(oid.body, text);
    sb_str(sb, " (");
    sb_oid_name(sb, text);
    sb_char(sb, ')');
}

/* --- names ------------------------------------------------------------------------------------ */

/* UCS-2, of which X.690 makes BMPString; halves of pairs and what is no character become U+FFFD. */
static void sb_wide(struct strbuf *sb, struct cursor c)
{
    for (uint32_t i = 0; i + 1 < c.cap; i += 2) {
        unsigned u = be16(c.p + i);
        if (u >= 0xd800 && u < 0xe000)
            u = 0xfffd;
        if (u < 0x80) {
            sb_char(sb, (char)u);
        } else if (u < 0x800) {
            sb_char(sb, (char)(0xc0 | u >> 6));
            sb_char(sb, (char)(0x80 | (u & 0x3f)));
        } else {
            sb_char(sb, (char)(0xe0 | u >> 12));
            sb_char(sb, (char)(0x80 | (u >> 6 & 0x3f)));
            sb_char(sb, (char)(0x80 | (u & 0x3f)));
        }
    }
}

void sb_x509_string(struct strbuf *sb, unsigned id, struct cursor body)
{
    if (id == DER_BMP_STRING)
        sb_wide(sb, body);
    else if (body.cap != 0)
        sb_decoded(sb, body.p, body.cap, false);
}

/* "id-at-commonName=x" for each attribute of an RDN: the inside of its SET. */
static void sb_rdn(struct strbuf *sb, struct cursor c)
{
    struct der pair, oid, value;
    const char *between = "";
    while (der_take(&c, &pair)) {
        struct cursor inside = pair.body;
        if (!der_take(&inside, &oid) || oid.id != DER_OID || !der_take(&inside, &value))
            continue;
        char text[OID_TEXT];
        der_oid(oid.body, text);
        sb_str(sb, between);
        sb_oid_name(sb, text);
        sb_char(sb, '=');
        sb_x509_string(sb, value.id, value.body);
        between = "+";
    }
}

static void sb_name(struct strbuf *sb, struct cursor c)
{
    struct cursor sets[RDNS_MAX];
    struct der e;
    uint32_t n = 0;
    while (n < RDNS_MAX && der_take(&c, &e))
        sets[n++] = e.body;
    while (n-- > 0) {
        sb_rdn(sb, sets[n]);
        if (n != 0)
            sb_char(sb, ',');
    }
}

/* The node is the inside of a Name, of an RDN, or one attribute. */
void x509_name_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct cursor c = node_cursor(d, n);
    sb_str(sb, " (");
    if (c.cap != 0 && c.p[0] == DER_SET)
        sb_name(sb, c);
    else
        sb_rdn(sb, c);
    sb_char(sb, ')');
}

/* The subject stands after the algorithm, the issuer and the validity. */
static void sb_subject(struct strbuf *sb, struct cursor c)
{
    struct der e;
    if (!der_peek(c, &e) || !der_peek(e.body, &e))
        return;
    c = e.body;
    bool ok = der_take(&c, &e) && (e.id != DER_TAGGED(0) || der_take(&c, &e));
    for (int i = 0; ok && i < 4; i++)
        ok = der_take(&c, &e);
    if (ok)
        sb_name(sb, e.body);
}

void x509_certificate_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, " (");
    sb_subject(sb, node_cursor(d, n));
    sb_char(sb, ')');
}

void x509_dname_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct der e;
    sb_str(sb, "Distinguished Name: (");
    if (der_peek(node_cursor(d, n), &e))
        sb_name(sb, e.body);
    sb_char(sb, ')');
}

/* --- the rest --------------------------------------------------------------------------------- */

void x509_integer_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct cursor c = node_cursor(d, n);
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": 0x");
    sb_hex_bytes(sb, c.p, c.cap < BYTES_IN_LABEL ? c.cap : BYTES_IN_LABEL, '\0');
    if (c.cap > BYTES_IN_LABEL)
        sb_str(sb, "\xe2\x80\xa6");
}

void x509_empty_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->len == 2)
        sb_str(sb, " [0 length]");
}

static bool all_digits(const uint8_t *p, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        if (p[i] < '0' || p[i] > '9')
            return false;
    return true;
}

/* RFC 5280 section 4.1.2.5.1: YYMMDDHHMMSSZ, years before 50 being of this century. */
void x509_utc_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    struct cursor c = node_cursor(d, n);
    bool zulu = c.cap != 0 && c.p[c.cap - 1] == 'Z';
    uint32_t digits = zulu ? c.cap - 1 : 0;
    if ((digits != 10 && digits != 12) || !all_digits(c.p, digits)) {
        sb_decoded(sb, c.p, c.cap, true);
        return;
    }
    const char *t = (const char *)c.p;
    sb_printf(sb, "%s%.2s-%.2s-%.2s %.2s:%.2s:%.2s (UTC)", t[0] < '5' ? "20" : "19", t, t + 2, t + 4, t + 6, t + 8,
              digits == 12 ? t + 10 : "00");
}
