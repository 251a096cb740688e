/* ldap_filter.c - search filters, as nodes (RFC 4511 section 4.5.1.7) and as text (RFC 4515); values of attributes. */
#include "protocols/directory/ldap.h"

#include <strings.h>

enum filter_kind { AND, OR, NOT, EQUALITY, SUBSTRINGS, GREATER, LESS, PRESENT, APPROX, EXTENSIBLE, KINDS };
enum { SID_FIXED = 8, SID_AUTHORITIES_MAX = 15, GUID_SIZE = 16 };
/* RFC 4511: parts of a MatchingRuleAssertion */
enum { RULE = DER_TAG(1), TYPE = DER_TAG(2), VALUE = DER_TAG(3), DN_ATTRIBUTES = DER_TAG(4) };
enum { INITIAL = DER_TAG(0), ANY = DER_TAG(1), FINAL = DER_TAG(2) };

/* KINDS: it is no filter. */
static unsigned kind_of(unsigned id)
{
    unsigned number = id & 0x1f;
    return (id & 0xc0) == 0x80 && number < KINDS ? number : (unsigned)KINDS;
}

/* --- values of attributes -------------------------------------------------------------------------------------- */

bool ldap_printable(const uint8_t *p, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        if (p[i] < ' ' || p[i] > '~')
            return false;
    return true;
}

/* Names of attributes are the same in capital letters: RFC 4512 section 2.5. */
static bool text_among(struct ldap_text t, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(names[i]) == t.len && strncasecmp((const char *)t.p, names[i], t.len) == 0)
            return true;
    return false;
}

static bool names_sid(struct ldap_text attribute)
{
    static const char *const names[] = { "objectSid", "DomainSid", "securityIdentifier", "sIDHistory", "tokenGroups" };
    return text_among(attribute, names, ARRAY_LEN(names));
}
static bool names_guid(struct ldap_text attribute)
{
    static const char *const names[] = { "objectGUID", "DomainGuid", "NtdsGuid", "schemaIDGUID",
                                         "attributeSecurityGUID" };
    return text_among(attribute, names, ARRAY_LEN(names));
}
static bool names_oid(struct ldap_text attribute)
{
    static const char *const names[] = { "supportedControl", "supportedCapabilities" };
    return text_among(attribute, names, ARRAY_LEN(names));
}

/* [MS-DTYP] section 2.4.2.2 */
static bool is_sid(const uint8_t *p, uint32_t len)
{
    return len >= SID_FIXED && p[0] == 1 && p[1] <= SID_AUTHORITIES_MAX && len == SID_FIXED + 4u * p[1];
}

static void sid_add(struct strbuf *sb, const uint8_t *p, uint32_t len)
{
    sb_printf(sb, "S-%u-%llu", p[0], (unsigned long long)be_uint(p + 2, 6));
    for (uint32_t i = SID_FIXED; i + 4 <= len; i += 4)
        sb_printf(sb, "-%u", le32(p + i));
}

void ldap_sid_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL && is_sid(p, n->len))
        sid_add(sb, p, n->len);
}

void ldap_colons_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_hex_bytes(sb, p, n->len, ':');
}

void ldap_text_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    if (p != NULL)
        sb_escaped(sb, p, n->len);
}

/* A GUID's first three parts are little-endian: [MS-DTYP] section 2.3.4.2. */
static const uint8_t guid_order[GUID_SIZE] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };

static void guid_read(uint8_t guid[GUID_SIZE], const uint8_t *p)
{
    for (unsigned i = 0; i < GUID_SIZE; i++)
        guid[i] = p[guid_order[i]];
}

static void guid_emit(struct dissect *d, struct cursor c)
{
    uint8_t *guid = packet_zero(d, GUID_SIZE);
    if (guid == NULL)
        return;
    guid_read(guid, c.p);
    emit_held(d, c, LDAP_GUID, 0, GUID_SIZE, guid, GUID_SIZE);
}

static bool special_value(struct dissect *d, struct ldap_text attribute, struct cursor c, unsigned sid_row)
{
    if (names_sid(attribute) && is_sid(c.p, c.cap)) {
        emit_at(d, c, sid_row, 0, c.cap);
        return true;
    }
    if (names_guid(attribute) && c.cap == GUID_SIZE) {
        guid_emit(d, c);
        return true;
    }
    return false;
}

void ldap_attribute_value(struct ldap_message *m, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = e->body;
    if (!need(d, c, 0, c.wire) || special_value(d, m->attribute, c, LDAP_SID))
        return;
    unsigned row = !ldap_printable(c.p, c.cap) ? LDAP_ATTRIBUTEVALUE
                   : names_oid(m->attribute)   ? LDAP_OID
                                               : LDAP_ATTRIBUTEVALUE_TEXT;
    emit_at(d, c, row, 0, c.cap);
}

void ldap_assertion(struct ldap_message *m, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = e->body;
    if (!need(d, c, 0, c.wire) || special_value(d, m->attribute, c, LDAP_ASSERTIONVALUE_SID))
        return;
    emit_at(d, c, ldap_printable(c.p, c.cap) ? LDAP_ASSERTIONVALUE : LDAP_ASSERTIONVALUE_BYTES, 0, c.cap);
}

static void guid_add(struct strbuf *sb, const uint8_t *p)
{
    uint8_t guid[GUID_SIZE];
    guid_read(guid, p);
    sb_guid(sb, guid);
}

/* --- filters as text -------------------------------------------------------------------------------------------- */

static void value_add(struct strbuf *sb, struct ldap_text attribute, struct cursor c)
{
    if (c.cap == 0)
        return;  /* nowhere, too */
    if (names_sid(attribute) && is_sid(c.p, c.cap))
        sid_add(sb, c.p, c.cap);
    else if (names_guid(attribute) && c.cap == GUID_SIZE)
        guid_add(sb, c.p);
    else if (ldap_printable(c.p, c.cap))
        sb_mem(sb, c.p, c.cap);
    else
        sb_hex_bytes(sb, c.p, c.cap, ':');
}

static void text_add(struct strbuf *sb, struct cursor c) { sb_escaped(sb, c.p, c.cap); }

static void comparison_add(struct strbuf *sb, struct cursor c, const char *sign)
{
    struct der type, value;
    if (!der_take(&c, &type) || !der_take(&c, &value))
        return;
    text_add(sb, type.body);
    sb_str(sb, sign);
    value_add(sb, (struct ldap_text){ type.body.p, type.body.cap }, value.body);
}

static void substrings_add(struct strbuf *sb, struct cursor c)
{
    struct der type, list, one;
    if (!der_take(&c, &type) || !der_take(&c, &list))
        return;
    text_add(sb, type.body);
    sb_char(sb, '=');
    bool star = false;
    for (bool first = true; der_take(&list.body, &one); first = false) {
        if (!star && !(first && one.id == INITIAL))
            sb_char(sb, '*');
        value_add(sb, (struct ldap_text){ 0 }, one.body);
        star = one.id != FINAL;
        if (star)
            sb_char(sb, '*');
    }
}

static void extensible_add(struct strbuf *sb, struct cursor c)
{
    struct der e, rule = { 0 }, type = { 0 }, value = { 0 };
    bool dn = false;
    while (der_take(&c, &e)) {
        if (e.id == RULE)
            rule = e;
        else if (e.id == TYPE)
            type = e;
        else if (e.id == VALUE)
            value = e;
        else if (e.id == DN_ATTRIBUTES)
            dn = e.body.cap != 0 && e.body.p[0] != 0;
    }
    text_add(sb, type.body);
    if (dn)
        sb_str(sb, ":dn");
    if (rule.id != 0) {
        sb_char(sb, ':');
        text_add(sb, rule.body);
    }
    sb_str(sb, ":=");
    value_add(sb, (struct ldap_text){ 0 }, value.body);
}

static void filter_add(struct strbuf *sb, const struct der *e, unsigned depth)
{
    static const char *const signs[KINDS] = {
        [AND] = "&", [OR] = "|", [NOT] = "!", [EQUALITY] = "=", [GREATER] = ">=", [LESS] = "<=", [APPROX] = "~=",
    };
    unsigned kind = kind_of(e->id);
    struct cursor c = e->body;
    struct der one;
    if (kind >= KINDS || depth == LDAP_FILTER_DEPTH)
        return;
    sb_char(sb, '(');
    if (kind <= NOT) {
        sb_str(sb, signs[kind]);
        while (der_take(&c, &one))
            filter_add(sb, &one, depth + 1);
    } else if (kind == SUBSTRINGS) {
        substrings_add(sb, c);
    } else if (kind == EXTENSIBLE) {
        extensible_add(sb, c);
    } else if (kind == PRESENT) {
        text_add(sb, c);
        sb_str(sb, "=*");
    } else {
        comparison_add(sb, c, signs[kind]);
    }
    sb_char(sb, ')');
}

/* The node's argument is the filter's element. */
void ldap_filter_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct ldap_element *e = n->v.arg;
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    if (e != NULL)
        filter_add(sb, &(struct der){ e->id, e->whole, e->body }, 0);
}

/* --- filters as nodes -------------------------------------------------------------------------------------------- */

static void heading_emit(struct ldap_message *m, unsigned row, struct cursor c)
{
    struct dissect *d = m->d;
    m->heading = wants(d, row) ? packet_zero(d, sizeof *m->heading) : NULL;
    if (m->heading != NULL)
        emit_arg(d, c, row, 0, c.cap, m->heading);
}

static void type_emit(struct ldap_message *m, unsigned row, const struct ldap_element *e)
{
    m->attribute = (struct ldap_text){ e->body.p, e->body.cap };
    if (m->heading != NULL)
        *m->heading = m->attribute;
    m->heading = NULL;
    emit_at(m->d, e->body, row, 0, e->body.wire);
}

static void comparison(struct ldap_message *m, unsigned row, struct cursor c)
{
    struct dissect *d = m->d;
    struct ldap_element e;
    emit_at(d, c, row, 0, c.cap);
    down(d);
    if (ldap_take(d, &c, &e)) {
        type_emit(m, LDAP_ATTRIBUTEDESC, &e);
        if (ldap_take(d, &c, &e))
            ldap_assertion(m, &e);
    }
    up(d);
}

static void substring_parts(struct dissect *d, struct cursor c)
{
    struct ldap_element e;
    while (ldap_take(d, &c, &e)) {
        unsigned which = e.id - INITIAL;
        if (which > FINAL - INITIAL) {
            malformed(d);
            return;
        }
        emit_value(d, e.body, LDAP_SUBSTRINGS_ITEM, 0, e.body.cap, which);
        down(d);
        emit_at(d, e.body, LDAP_INITIAL + which, 0, e.body.wire);
        up(d);
    }
}

static void substrings(struct ldap_message *m, const struct ldap_element *filter)
{
    struct dissect *d = m->d;
    struct cursor c = filter->body;
    struct ldap_element e;
    emit_arg(d, c, LDAP_SUBSTRINGS_TEXT, 0, c.cap, filter);
    down(d);
    heading_emit(m, LDAP_SUBSTRINGS_ELEMENT, c);
    down(d);
    if (ldap_take(d, &c, &e)) {
        type_emit(m, LDAP_TYPE, &e);
        if (ldap_take(d, &c, &e)) {
            emit_value(d, e.body, LDAP_SUBSTRINGS, 0, e.body.cap, der_count(e.body));
            down(d);
            substring_parts(d, e.body);
            up(d);
        }
    }
    up(d);
    up(d);
}

static void extensible(struct ldap_message *m, struct cursor c)
{
    struct dissect *d = m->d;
    struct ldap_element e;
    heading_emit(m, LDAP_EXTENSIBLEMATCH, c);
    down(d);
    while (ldap_take(d, &c, &e)) {
        if (e.id == TYPE)
            type_emit(m, LDAP_TYPE, &e);
        else if (e.id == RULE)
            emit_at(d, e.body, LDAP_MATCHINGRULE, 0, e.body.wire);
        else if (e.id == VALUE)
            emit_at(d, e.body, LDAP_MATCHVALUE, 0, e.body.wire);
        else if (e.id == DN_ATTRIBUTES)
            emit_value(d, e.body, LDAP_DNATTRIBUTES, 0, e.body.wire, get8(d, e.body, 0) != 0);
        else
            malformed(d);
    }
    up(d);
    m->heading = NULL;
}

static void filter_set(struct ldap_message *m, const struct ldap_element *set, bool or, unsigned depth)
{
    struct dissect *d = m->d;
    struct cursor c = set->body;
    struct ldap_element e;
    emit_arg(d, c, or ? LDAP_OR_TEXT : LDAP_AND_TEXT, 0, c.cap, set);
    down(d);
    emit_value(d, c, or ? LDAP_OR : LDAP_AND, 0, c.cap, der_count(c));
    down(d);
    while (ldap_take(d, &c, &e))
        ldap_filter(m, or ? LDAP_OR_ITEM : LDAP_AND_ITEM, &e, depth + 1);
    up(d);
    up(d);
}

void ldap_filter(struct ldap_message *m, unsigned choice, const struct ldap_element *e, unsigned depth)
{
    struct dissect *d = m->d;
    unsigned kind = kind_of(e->id);
    struct cursor c = e->body;
    struct ldap_element inner;
    if (kind == KINDS) {
        malformed(d);
        return;
    }
    const struct ldap_element *kept = packet_copy(d, e, sizeof *e);
    if (kept == NULL)
        return;
    emit_arg(d, e->whole, LDAP_FILTER_TEXT, 0, e->whole.cap, kept);
    if (depth == LDAP_FILTER_DEPTH) {
        note(d, LDAP_NOTE_FILTER_DEPTH, NULL);
        return;
    }
    down(d);
    emit_value(d, c, choice, 0, c.cap, kind);
    down(d);
    switch (kind) {
    case AND:
    case OR: filter_set(m, kept, kind == OR, depth); break;
    case NOT:
        if (ldap_take(d, &c, &inner))
            ldap_filter(m, LDAP_NOT, &inner, depth + 1);
        break;
    case EQUALITY: comparison(m, LDAP_EQUALITYMATCH, c); break;
    case GREATER: comparison(m, LDAP_GREATEROREQUAL, c); break;
    case LESS: comparison(m, LDAP_LESSOREQUAL, c); break;
    case APPROX: comparison(m, LDAP_APPROXMATCH, c); break;
    case SUBSTRINGS: substrings(m, kept); break;
    case EXTENSIBLE: extensible(m, c); break;
    default: emit_at(d, c, LDAP_PRESENT, 0, c.wire); break;
    }
    up(d);
    up(d);
}
