/* ldap_message.c - the operations and controls of LDAP as tables: RFC 4511 section 4 and appendix B; paged results RFC
   2696; sorting RFC 2891; password modify RFC 3062; cancel RFC 3909; content synchronisation RFC 4533; password policy
   draft-behera-ldap-password-policy; DirSync [MS-ADTS] section 3.1.1.3.4.1.3. */
#include "protocols/directory/ldap.h"

enum { LENGTH_BYTES_MAX = 4, LENGTH_MAX = 0x7fffffff };

enum kind {
    END, NUMBER, BOOLEAN, TEXT, BYTES,
    FLAGS,    /* a number, the rows after its row lie over it */
    STRUCT,   /* a SEQUENCE: its parts follow each other */
    HEADED,   /* the same, and its heading names the attribute that it is about */
    LIST,     /* SEQUENCE OF or SET OF: each is one of the parts; the row counts them */
    CHOICE,   /* one of the parts; the row tells which */
    INSIDE,   /* no row of its own: one of the parts stands in it */
    SHOWN   /* a function shows it */
};
enum keep { KEEP_NOTHING, KEEP_NAME, KEEP_CODE, KEEP_ERROR, KEEP_OID, KEEP_KEY, KEEP_ATTRIBUTE, KEEP_NUMBER };
enum { OPTIONAL = 1 };
/* frame.protocols names LDAP again for each value with a structure of its own, and keeps room for what comes after. */
enum { LAYERS_LEFT = 24 };

typedef void special(struct ldap_message *m, const struct ldap_element *e);
struct part {
    uint8_t id, kind, row, keep, flags;
    const struct part *parts;
    special *show;
};

#define TEXT_PART(row) { DER_OCTET_STRING, TEXT, row }
#define BYTES_PART(row) { DER_OCTET_STRING, BYTES, row }

/* --- elements ------------------------------------------------------------------------------------------------ */

bool ldap_take(struct dissect *d, struct cursor *c, struct ldap_element *e)
{
    if (!more(d, c))
        return false;
    unsigned id = get8(d, *c, 0), first = get8(d, *c, 1);
    uint32_t n = first & 0x80 ? first & 0x7f : 0;
    if (first == 0x80 || n > LENGTH_BYTES_MAX) {
        malformed(d);
        return false;
    }
    if (!need(d, *c, 0, 2 + n))
        return false;
    uint32_t len = n != 0 ? (uint32_t)be_uint(c->p + 2, n) : first;
    if (len > LENGTH_MAX) {
        malformed(d);
        return false;
    }
    e->id = id;
    e->whole = cursor_part(*c, 2 + n + len);
    e->body = cursor_at(e->whole, 2 + n);
    cursor_skip(c, 2 + n + len);
    return true;
}

static struct ldap_text text_of(struct cursor body) { return (struct ldap_text){ body.p, body.cap }; }

bool ldap_text_is(struct ldap_text t, const char *text)
{
    size_t n = strlen(text);
    return t.len == n && memcmp(t.p, text, n) == 0;
}

/* --- parts -------------------------------------------------------------------------------------------------- */

static void part_run(struct ldap_message *m, const struct part *p, const struct ldap_element *e);
static void parts_run(struct ldap_message *m, struct cursor c, const struct part *p);

static const struct part *part_of(const struct part *parts, unsigned id)
{
    for (; parts->kind != END; parts++)
        if (parts->id == id || (parts->kind == CHOICE && part_of(parts->parts, id) != NULL))
            return parts;
    return NULL;
}

static void keep(struct ldap_message *m, const struct part *p, const struct ldap_element *e)
{
    struct ldap_text t = text_of(e->body);
    switch (p->keep) {
    case KEEP_NAME: m->name = t; break;
    case KEEP_ERROR: m->error = t; break;
    case KEEP_OID: m->oid = m->key = t; break;
    case KEEP_KEY: m->key = t; break;
    case KEEP_CODE: m->code = (uint32_t)der_integer(e->body); break;
    case KEEP_NUMBER: m->id = (uint32_t)der_integer(e->body); break;
    case KEEP_ATTRIBUTE:
        m->attribute = t;
        if (m->heading != NULL)
            *m->heading = t;
        m->heading = NULL;
        break;
    default: break;
    }
}

static uint32_t number_emit(struct dissect *d, unsigned row, struct cursor body)
{
    uint64_t value = (uint64_t)der_integer(body);
    return need(d, body, 0, body.wire) ? emit_value(d, body, row, 0, body.wire, value) : (uint32_t)NO_NODE;
}

static void flags_emit(struct dissect *d, unsigned row, struct cursor body)
{
    uint32_t value = (uint32_t)der_integer(body);
    if (!need(d, body, 0, body.wire))
        return;
    emit_value(d, body, row, 0, body.wire, value);
    down(d);
    for (unsigned i = LDAP_OBJECT_SECURITY_FLAG; i <= LDAP_INCREMENTAL_VALUE_FLAG; i++) {
        const struct field *f = registry_field(d->base + i);
        emit_value(d, body, i, 0, body.wire, (value & f->mask) != 0);
    }
    up(d);
}

static void one_of(struct ldap_message *m, struct cursor c, const struct part *parts);

/* The heading stands for the content where a tag replaces the SEQUENCE's own. */
static void struct_run(struct ldap_message *m, const struct part *p, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = p->id == DER_SEQUENCE ? e->whole : e->body;
    if (p->kind == HEADED && wants(d, p->row)) {
        m->heading = packet_zero(d, sizeof *m->heading);
        emit_arg(d, c, p->row, 0, c.cap, m->heading);
    } else {
        emit_at(d, c, p->row, 0, c.cap);
    }
    down(d);
    parts_run(m, e->body, p->parts);
    up(d);
    m->heading = NULL;
}

static void list_run(struct ldap_message *m, const struct part *p, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = e->body;
    emit_value(d, c, p->row, 0, c.cap, der_count(c));
    down(d);
    while (more(d, &c)) {
        struct cursor rest = c;
        struct ldap_element item;
        if (ldap_take(d, &rest, &item))
            one_of(m, item.whole, p->parts);
        c = rest;
    }
    up(d);
}

/* Without a row, who shows the part tells which one it is. */
static void choice_run(struct ldap_message *m, const struct part *p, const struct ldap_element *e)
{
    const struct part *chosen = part_of(p->parts, e->id);
    if (chosen == NULL)
        return;
    if (p->keep == KEEP_CODE)
        m->code = e->id & 0x1f;
    if (p->row == 0) {
        part_run(m, chosen, e);
        return;
    }
    emit_value(m->d, e->body, p->row, 0, e->body.cap, e->id & 0x1f);
    down(m->d);
    part_run(m, chosen, e);
    up(m->d);
}

static void part_run(struct ldap_message *m, const struct part *p, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = e->body;
    keep(m, p, e);
    switch (p->kind) {
    case NUMBER: number_emit(d, p->row, c); break;
    case FLAGS: flags_emit(d, p->row, c); break;
    case BOOLEAN:
        if (need(d, c, 0, 1))
            emit_value(d, c, p->row, 0, 1, c.p[0] != 0);
        break;
    case TEXT:
    case BYTES: emit_at(d, c, p->row, 0, c.wire); break;
    case STRUCT:
    case HEADED: struct_run(m, p, e); break;
    case LIST: list_run(m, p, e); break;
    case CHOICE: choice_run(m, p, e); break;
    case INSIDE: one_of(m, c, p->parts); break;
    default: p->show(m, e); break;
    }
}

static void one_of(struct ldap_message *m, struct cursor c, const struct part *parts)
{
    struct ldap_element e;
    if (!ldap_take(m->d, &c, &e))
        return;
    const struct part *p = part_of(parts, e.id);
    if (p != NULL)
        part_run(m, p, &e);
    else
        malformed(m->d);
}

static void parts_run(struct ldap_message *m, struct cursor c, const struct part *p)
{
    struct dissect *d = m->d;
    for (; p->kind != END && more(d, &c); p++) {
        struct ldap_element e;
        bool here = part_of((const struct part[2]){ *p }, get8(d, c, 0)) != NULL;
        if (here && ldap_take(d, &c, &e))
            part_run(m, p, &e);
        else if (!here && !(p->flags & OPTIONAL))
            malformed(d);
    }
}

/* --- what many operations have -------------------------------------------------------------------------------- */

static const struct part urls[] = { TEXT_PART(LDAP_LDAPURL), { 0 } };
static const struct part values[] = { { DER_OCTET_STRING, SHOWN, .show = ldap_attribute_value }, { 0 } };

/* RFC 4511 section 4.1.9 */
#define RESULT_PARTS                                                  \
    { DER_ENUMERATED, NUMBER, LDAP_RESULTCODE, KEEP_CODE },           \
    TEXT_PART(LDAP_MATCHEDDN),                                        \
    { DER_OCTET_STRING, TEXT, LDAP_ERRORMESSAGE, KEEP_ERROR },        \
    { DER_TAGGED(3), LIST, LDAP_REFERRAL, .flags = OPTIONAL, .parts = urls }
#define ATTRIBUTE_PARTS                                               \
    { DER_OCTET_STRING, TEXT, LDAP_TYPE, KEEP_ATTRIBUTE }, { DER_SET, LIST, LDAP_VALS, .parts = values }, { 0 }

static const struct part result[] = { RESULT_PARTS, { 0 } };
static const struct part nothing[] = { { 0 } };
static const struct part attribute[] = { ATTRIBUTE_PARTS };

/* --- values with a structure of their own --------------------------------------------------------------------- */

static const struct part paged[] = {
    { DER_INTEGER, NUMBER, LDAP_SIZE }, BYTES_PART(LDAP_COOKIE), { 0 },
};
static const struct part sort_key[] = {
    TEXT_PART(LDAP_ATTRIBUTETYPE),
    { DER_TAG(0), TEXT, LDAP_ORDERINGRULE, .flags = OPTIONAL },
    { DER_TAG(1), BOOLEAN, LDAP_REVERSEORDER, .flags = OPTIONAL },
    { 0 },
};
static const struct part sort_keys[] = { { DER_SEQUENCE, STRUCT, LDAP_SORTKEYLIST_ITEM, .parts = sort_key }, { 0 } };
static const struct part sort_result[] = {
    { DER_ENUMERATED, NUMBER, LDAP_SORTRESULT }, { DER_TAG(0), TEXT, LDAP_ATTRIBUTETYPE, .flags = OPTIONAL }, { 0 },
};
static const struct part dirsync[] = {
    { DER_INTEGER, FLAGS, LDAP_FLAGS }, { DER_INTEGER, NUMBER, LDAP_MAXBYTES }, BYTES_PART(LDAP_COOKIE), { 0 },
};
static const struct part sync_request[] = {
    { DER_ENUMERATED, NUMBER, LDAP_MODE },
    { DER_OCTET_STRING, BYTES, LDAP_COOKIE, .flags = OPTIONAL },
    { DER_BOOLEAN, BOOLEAN, LDAP_RELOADHINT, .flags = OPTIONAL },
    { 0 },
};
static const struct part sync_state[] = {
    { DER_ENUMERATED, NUMBER, LDAP_STATE },
    BYTES_PART(LDAP_ENTRYUUID),
    { DER_OCTET_STRING, BYTES, LDAP_COOKIE, .flags = OPTIONAL },
    { 0 },
};
static const struct part sync_done[] = {
    { DER_OCTET_STRING, BYTES, LDAP_COOKIE, .flags = OPTIONAL },
    { DER_BOOLEAN, BOOLEAN, LDAP_REFRESHDELETES, .flags = OPTIONAL },
    { 0 },
};
static const struct part refresh[] = {
    { DER_OCTET_STRING, BYTES, LDAP_COOKIE, .flags = OPTIONAL },
    { DER_BOOLEAN, BOOLEAN, LDAP_REFRESHDONE, .flags = OPTIONAL },
    { 0 },
};
static const struct part uuids[] = { BYTES_PART(LDAP_SYNCUUID), { 0 } };
static const struct part id_set[] = {
    { DER_OCTET_STRING, BYTES, LDAP_COOKIE, .flags = OPTIONAL },
    { DER_BOOLEAN, BOOLEAN, LDAP_REFRESHDELETES, .flags = OPTIONAL },
    { DER_SET, LIST, LDAP_SYNCUUIDS, .parts = uuids },
    { 0 },
};
static const struct part sync_info[] = {
    { DER_TAG(0), BYTES, LDAP_NEWCOOKIE },
    { DER_TAGGED(1), STRUCT, LDAP_REFRESHDELETE, .parts = refresh },
    { DER_TAGGED(2), STRUCT, LDAP_REFRESHPRESENT, .parts = refresh },
    { DER_TAGGED(3), STRUCT, LDAP_SYNCIDSET, .parts = id_set },
    { 0 },
};
static const struct part policy_warning[] = {
    { DER_TAG(0), NUMBER, LDAP_TIMEBEFOREEXPIRATION }, { DER_TAG(1), NUMBER, LDAP_GRACEAUTHNSREMAINING }, { 0 },
};
static const struct part policy_warnings[] = { { .kind = CHOICE, .row = LDAP_WARNING, .parts = policy_warning },
                                               { 0 } };
static const struct part policy[] = {
    { DER_TAGGED(0), INSIDE, .flags = OPTIONAL, .parts = policy_warnings },
    { DER_TAG(1), NUMBER, LDAP_ERROR, .flags = OPTIONAL },
    { 0 },
};
static const struct part password_modify[] = {
    { DER_TAG(0), BYTES, LDAP_USERIDENTITY, .flags = OPTIONAL },
    { DER_TAG(1), BYTES, LDAP_OLDPASSWD, .flags = OPTIONAL },
    { DER_TAG(2), BYTES, LDAP_NEWPASSWD, .flags = OPTIONAL },
    { 0 },
};
static const struct part cancel[] = { { DER_INTEGER, NUMBER, LDAP_CANCELID }, { 0 } };

/* By the identifier, and the row that the value has without a structure: which message it stands in. */
static const struct {
    const char *oid;
    uint8_t row;
    struct part parts[2];
} structured[] = {
    { "1.2.840.113556.1.4.319",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_SEARCHCONTROLVALUE, .parts = paged } } },
    { "1.2.840.113556.1.4.473", LDAP_CONTROLVALUE, { { DER_SEQUENCE, LIST, LDAP_SORTKEYLIST, .parts = sort_keys } } },
    { "1.2.840.113556.1.4.474",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_SORTRESULT_ELEMENT, .parts = sort_result } } },
    { "1.2.840.113556.1.4.841",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_DIRSYNCCONTROLVALUE, .parts = dirsync } } },
    { "1.3.6.1.4.1.4203.1.9.1.1",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_SYNCREQUESTVALUE, .parts = sync_request } } },
    { "1.3.6.1.4.1.4203.1.9.1.2",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_SYNCSTATEVALUE, .parts = sync_state } } },
    { "1.3.6.1.4.1.4203.1.9.1.3",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_SYNCDONEVALUE, .parts = sync_done } } },
    { "1.3.6.1.4.1.42.2.27.8.5.1",
      LDAP_CONTROLVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_PASSWORDPOLICYRESPONSEVALUE, .parts = policy } } },
    { "1.3.6.1.4.1.4203.1.11.1",
      LDAP_REQUESTVALUE,
      { { DER_SEQUENCE, STRUCT, LDAP_PASSWDMODIFYREQUESTVALUE, .parts = password_modify } } },
    { "1.3.6.1.1.8", LDAP_REQUESTVALUE, { { DER_SEQUENCE, STRUCT, LDAP_CANCELREQUESTVALUE, .parts = cancel } } },
    { "1.3.6.1.4.1.4203.1.9.1.4",
      LDAP_RESPONSEVALUE,
      { { .kind = CHOICE, .row = LDAP_SYNCINFOVALUE, .parts = sync_info } } },
};

static void value_show(struct ldap_message *m, const struct ldap_element *e, unsigned row)
{
    for (size_t i = 0; i < ARRAY_LEN(structured); i++)
        if (structured[i].row == row && e->body.wire != 0 && ldap_text_is(m->key, structured[i].oid)) {
            if (m->d->n_layers + LAYERS_LEFT < MAX_LAYERS)
                layer_named(m->d, &proto_ldap);
            one_of(m, e->body, structured[i].parts);
            return;
        }
    emit_at(m->d, e->body, row, 0, e->body.wire);
}

static void control_value(struct ldap_message *m, const struct ldap_element *e) { value_show(m, e, LDAP_CONTROLVALUE); }
static void request_value(struct ldap_message *m, const struct ldap_element *e) { value_show(m, e, LDAP_REQUESTVALUE); }
static void response_value(struct ldap_message *m, const struct ldap_element *e)
{
    value_show(m, e, LDAP_RESPONSEVALUE);
}

static const struct part control[] = {
    { DER_OCTET_STRING, TEXT, LDAP_CONTROLTYPE, KEEP_KEY },
    { DER_BOOLEAN, BOOLEAN, LDAP_CRITICALITY, .flags = OPTIONAL },
    { DER_OCTET_STRING, SHOWN, .flags = OPTIONAL, .show = control_value },
    { 0 },
};
static const struct part control_list[] = { { DER_SEQUENCE, STRUCT, LDAP_CONTROL, .parts = control }, { 0 } };
static const struct part controls = { DER_TAGGED(0), LIST, LDAP_CONTROLS, .parts = control_list };

void ldap_controls(struct ldap_message *m, const struct ldap_element *e) { part_run(m, &controls, e); }

/* --- operations ----------------------------------------------------------------------------------------------- */

static const struct part sasl[] = {
    TEXT_PART(LDAP_MECHANISM), { DER_OCTET_STRING, BYTES, LDAP_CREDENTIALS, .flags = OPTIONAL }, { 0 },
};
static const struct part authentications[] = {
    { DER_TAG(0), TEXT, LDAP_SIMPLE },
    { DER_TAGGED(3), STRUCT, LDAP_SASL, .parts = sasl },
    { DER_TAG(10), BYTES, LDAP_NTLMSSPNEGOTIATE },
    { DER_TAG(11), BYTES, LDAP_NTLMSSPAUTH },
    { 0 },
};
static const struct part bind_request[] = {
    { DER_INTEGER, NUMBER, LDAP_VERSION },
    { DER_OCTET_STRING, TEXT, LDAP_NAME, KEEP_NAME },
    { .kind = CHOICE, .row = LDAP_AUTHENTICATION, .keep = KEEP_CODE, .parts = authentications },
    { 0 },
};
static const struct part bind_response[] = {
    RESULT_PARTS, { DER_TAG(7), BYTES, LDAP_SERVERSASLCREDS, .flags = OPTIONAL }, { 0 },
};

static void search_filter(struct ldap_message *m, const struct ldap_element *e) { ldap_filter(m, LDAP_FILTER, e, 0); }

static const struct part descriptions[] = { TEXT_PART(LDAP_ATTRIBUTEDESCRIPTION), { 0 } };
/* RFC 4511 section 4.5.1: a Filter is any context-specific tag up to 9. */
static const struct part filters[] = {
    { DER_TAGGED(0), SHOWN, .show = search_filter }, { DER_TAGGED(1), SHOWN, .show = search_filter },
    { DER_TAGGED(2), SHOWN, .show = search_filter }, { DER_TAGGED(3), SHOWN, .show = search_filter },
    { DER_TAGGED(4), SHOWN, .show = search_filter }, { DER_TAGGED(5), SHOWN, .show = search_filter },
    { DER_TAGGED(6), SHOWN, .show = search_filter }, { DER_TAG(7), SHOWN, .show = search_filter },
    { DER_TAGGED(8), SHOWN, .show = search_filter }, { DER_TAGGED(9), SHOWN, .show = search_filter },
    { 0 },
};
static const struct part search_request[] = {
    { DER_OCTET_STRING, TEXT, LDAP_BASEOBJECT, KEEP_NAME },
    { DER_ENUMERATED, NUMBER, LDAP_SCOPE, KEEP_CODE },
    { DER_ENUMERATED, NUMBER, LDAP_DEREFALIASES },
    { DER_INTEGER, NUMBER, LDAP_SIZELIMIT },
    { DER_INTEGER, NUMBER, LDAP_TIMELIMIT },
    { DER_BOOLEAN, BOOLEAN, LDAP_TYPESONLY },
    { .kind = CHOICE, .parts = filters },
    { DER_SEQUENCE, LIST, LDAP_ATTRIBUTES, .parts = descriptions },
    { 0 },
};
static const struct part entry_attributes[] = {
    { DER_SEQUENCE, HEADED, LDAP_PARTIALATTRIBUTELIST_ITEM, .parts = attribute }, { 0 },
};
static const struct part search_entry[] = {
    { DER_OCTET_STRING, TEXT, LDAP_OBJECTNAME, KEEP_NAME },
    { DER_SEQUENCE, LIST, LDAP_ATTRIBUTES, .parts = entry_attributes },
    { 0 },
};
static const struct part modification[] = {
    { DER_ENUMERATED, NUMBER, LDAP_OPERATION },
    { DER_SEQUENCE, HEADED, LDAP_MODIFICATION_ELEMENT, .parts = attribute },
    { 0 },
};
static const struct part modifications[] = {
    { DER_SEQUENCE, STRUCT, LDAP_MODIFICATION_ITEM, .parts = modification }, { 0 },
};
static const struct part modify_request[] = {
    { DER_OCTET_STRING, TEXT, LDAP_OBJECT, KEEP_NAME },
    { DER_SEQUENCE, LIST, LDAP_MODIFICATION, .parts = modifications },
    { 0 },
};
static const struct part new_attributes[] = {
    { DER_SEQUENCE, HEADED, LDAP_ATTRIBUTELIST_ITEM, .parts = attribute }, { 0 },
};
static const struct part add_request[] = {
    { DER_OCTET_STRING, TEXT, LDAP_ENTRY, KEEP_NAME },
    { DER_SEQUENCE, LIST, LDAP_ATTRIBUTES, .parts = new_attributes },
    { 0 },
};
static const struct part modify_dn_request[] = {
    { DER_OCTET_STRING, TEXT, LDAP_ENTRY, KEEP_NAME },
    TEXT_PART(LDAP_NEWRDN),
    { DER_BOOLEAN, BOOLEAN, LDAP_DELETEOLDRDN },
    { DER_TAG(0), TEXT, LDAP_NEWSUPERIOR, .flags = OPTIONAL },
    { 0 },
};
static const struct part assertion[] = {
    { DER_OCTET_STRING, TEXT, LDAP_ATTRIBUTEDESC, KEEP_ATTRIBUTE },
    { DER_OCTET_STRING, SHOWN, .show = ldap_assertion },
    { 0 },
};
static const struct part compare_request[] = {
    { DER_OCTET_STRING, TEXT, LDAP_ENTRY, KEEP_NAME }, { DER_SEQUENCE, STRUCT, LDAP_AVA, .parts = assertion }, { 0 },
};
static const struct part extended_request[] = {
    { DER_TAG(0), TEXT, LDAP_REQUESTNAME, KEEP_OID },
    { DER_TAG(1), SHOWN, .flags = OPTIONAL, .show = request_value },
    { 0 },
};
static const struct part extended_response[] = {
    RESULT_PARTS,
    { DER_TAG(10), TEXT, LDAP_RESPONSENAME, KEEP_OID, OPTIONAL },
    { DER_TAG(11), BYTES, LDAP_RESPONSE, .flags = OPTIONAL },
    { 0 },
};
static const struct part intermediate[] = {
    { DER_TAG(0), TEXT, LDAP_RESPONSENAME, KEEP_OID, OPTIONAL },
    { DER_TAG(1), SHOWN, .flags = OPTIONAL, .show = response_value },
    { 0 },
};

/* [APPLICATION n], primitive and constructed. */
#define SIMPLE(n) (0x40u | (n))
#define COMPOUND(n) (0x60u | (n))

static const struct part operations[] = {
    { COMPOUND(LDAP_BIND_REQUEST), STRUCT, LDAP_BINDREQUEST, .parts = bind_request },
    { COMPOUND(LDAP_BIND_RESPONSE), STRUCT, LDAP_BINDRESPONSE, .parts = bind_response },
    { SIMPLE(LDAP_UNBIND_REQUEST), STRUCT, LDAP_UNBINDREQUEST, .parts = nothing },
    { COMPOUND(LDAP_SEARCH_REQUEST), STRUCT, LDAP_SEARCHREQUEST, .parts = search_request },
    { COMPOUND(LDAP_SEARCH_ENTRY), STRUCT, LDAP_SEARCHRESENTRY, .parts = search_entry },
    { COMPOUND(LDAP_SEARCH_DONE), STRUCT, LDAP_SEARCHRESDONE, .parts = result },
    { COMPOUND(LDAP_MODIFY_REQUEST), STRUCT, LDAP_MODIFYREQUEST, .parts = modify_request },
    { COMPOUND(LDAP_MODIFY_RESPONSE), STRUCT, LDAP_MODIFYRESPONSE, .parts = result },
    { COMPOUND(LDAP_ADD_REQUEST), STRUCT, LDAP_ADDREQUEST, .parts = add_request },
    { COMPOUND(LDAP_ADD_RESPONSE), STRUCT, LDAP_ADDRESPONSE, .parts = result },
    { SIMPLE(LDAP_DELETE_REQUEST), TEXT, LDAP_DELREQUEST, KEEP_NAME },
    { COMPOUND(LDAP_DELETE_RESPONSE), STRUCT, LDAP_DELRESPONSE, .parts = result },
    { COMPOUND(LDAP_MODIFY_DN_REQUEST), STRUCT, LDAP_MODDNREQUEST, .parts = modify_dn_request },
    { COMPOUND(LDAP_MODIFY_DN_RESPONSE), STRUCT, LDAP_MODDNRESPONSE, .parts = result },
    { COMPOUND(LDAP_COMPARE_REQUEST), STRUCT, LDAP_COMPAREREQUEST, .parts = compare_request },
    { COMPOUND(LDAP_COMPARE_RESPONSE), STRUCT, LDAP_COMPARERESPONSE, .parts = result },
    { SIMPLE(LDAP_ABANDON_REQUEST), NUMBER, LDAP_ABANDONREQUEST, KEEP_NUMBER },
    { COMPOUND(LDAP_SEARCH_REFERENCE), LIST, LDAP_SEARCHRESREF, .parts = urls },
    { COMPOUND(LDAP_EXTENDED_REQUEST), STRUCT, LDAP_EXTENDEDREQ, .parts = extended_request },
    { COMPOUND(LDAP_EXTENDED_RESPONSE), STRUCT, LDAP_EXTENDEDRESP, .parts = extended_response },
    { COMPOUND(LDAP_INTERMEDIATE_RESPONSE), STRUCT, LDAP_INTERMEDIATERESPONSE, .parts = intermediate },
    { 0 },
};

bool ldap_operation(struct ldap_message *m, const struct ldap_element *e)
{
    const struct part *p = part_of(operations, e->id);
    if (p == NULL)
        return false;
    m->op = e->id & 0x1f;
    m->known = true;
    info_separated(m->d, m->between, ldap_info, m);
    emit_value(m->d, e->whole, LDAP_PROTOCOLOP, 0, e->whole.cap, m->op);
    down(m->d);
    part_run(m, p, e);
    up(m->d);
    return true;
}
