/* x509_extensions.c - extensions of certificates: RFC 5280 section 4.2, RFC 6962 (timestamps), RFC 7633 (features),
   Netscape's, Microsoft's and Entrust's. */
#include "protocols/security/tls.h"
#include "protocols/security/x509_parts.h"

/* --- general names ---------------------------------------------------------------------------- */

static void other_name(struct dissect *d, const struct der *e)
{
    struct cursor c = e->body;
    struct der oid, value, text;
    x509_all(d, X509CE_OTHERNAME_ELEMENT, c);
    down(d);
    if (x509_next(d, &c, DER_OID, &oid) && x509_all(d, X509CE_TYPE_ID, oid.body) != 0 &&
        x509_next(d, &c, DER_TAGGED(0), &value)) {
        bool utf8 = der_peek(value.body, &text) && text.id == DER_UTF8_STRING;
        if (utf8) {
            x509_layer(d, SPEAKS_X509SAT);
            x509_string(d, X509SAT_UTF8STRING, &text);
        } else {
            x509_note(d, BER_NOTE_UNKNOWN);
        }
    }
    up(d);
}

/* GeneralName, RFC 5280 section 4.2.1.6: the tag tells which. */
static void general_name_value(struct dissect *d, const struct der *e)
{
    struct cursor c = e->body;
    switch (e->id & 31) {
    case 0: other_name(d, e); break;
    case 1: x509_all(d, X509CE_RFC822NAME, c); break;
    case 2: x509_all(d, X509CE_DNSNAME, c); break;
    case 4: x509_name(d, X509CE_DIRECTORYNAME, c, X509IF_RDNSEQUENCE); break;
    case 5: x509_all(d, X509CE_EDIPARTYNAME_ELEMENT, c); break;
    case 6: x509_all(d, X509CE_UNIFORMRESOURCEIDENTIFIER, c); break;
    case 7:
        if (c.wire == 4)
            x509_all(d, X509CE_IPADDRESS_IPV4, c);
        else if (c.wire == 16)
            x509_all(d, X509CE_IPADDRESS_IPV6, c);
        break;
    case 8: x509_all(d, X509CE_REGISTEREDID, c); break;
    default: break;
    }
}

void x509_general_name(struct dissect *d, unsigned row, const struct der *e)
{
    x509_value(d, row, e->body, e->body.cap, e->id & 31);
    down(d);
    general_name_value(d, e);
    up(d);
}

static void general_names(struct dissect *d, unsigned row, struct cursor c)
{
    struct der e;
    x509_list(d, row, c);
    down(d);
    while (x509_next(d, &c, 0, &e))
        x509_general_name(d, X509CE_GENERALNAME, &e);
    up(d);
}

/* --- extensions of RFC 5280 ------------------------------------------------------------------- */

static void subject_key_identifier(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_OCTET_STRING, &e))
        x509_all(d, X509CE_SUBJECTKEYIDENTIFIER, e.body);
}

static void authority_key_identifier(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_AUTHORITYKEYIDENTIFIER_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_TAG(0), &part))
        x509_all(d, X509CE_KEYIDENTIFIER, part.body);
    if (x509_optional(d, &e.body, DER_TAGGED(1), &part))
        general_names(d, X509CE_AUTHORITYCERTISSUER, part.body);
    if (x509_optional(d, &e.body, DER_TAG(2), &part))
        x509_all(d, X509CE_AUTHORITYCERTSERIALNUMBER, part.body);
    up(d);
}

static void key_usage(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_BIT_STRING, &e))
        x509_flags(d, X509CE_KEYUSAGE, e.body, X509CE_KEYUSAGE_DIGITALSIGNATURE, X509CE_KEYUSAGE_DECIPHERONLY);
}

static void alternative_names(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_SEQUENCE, &e))
        general_names(d, X509CE_GENERALNAMES, e.body);
}

static void basic_constraints(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_BASICCONSTRAINTSSYNTAX_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_BOOLEAN, &part))
        x509_value(d, X509CE_CA, part.body, part.body.cap, der_integer(part.body) != 0);
    if (x509_optional(d, &e.body, DER_INTEGER, &part))
        x509_int(d, X509CE_PATHLENCONSTRAINT, part.body);
    up(d);
}

static void distribution_point(struct dissect *d, struct cursor c)
{
    struct der e, name;
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && der_peek(e.body, &name)) {
        x509_value(d, X509CE_DISTRIBUTIONPOINT, name.body, name.body.cap, name.id & 31);
        down(d);
        if ((name.id & 31) == 0)
            general_names(d, X509CE_FULLNAME, name.body);
        else
            x509_list(d, X509CE_NAMERELATIVETOCRLISSUER, name.body);
        up(d);
    }
    if (x509_optional(d, &c, DER_TAG(1), &e))
        x509_flags(d, X509CE_REASONS, e.body, X509CE_REASONFLAGS_UNUSED, X509CE_REASONFLAGS_AACOMPROMISE);
    if (x509_optional(d, &c, DER_TAGGED(2), &e))
        general_names(d, X509CE_CRLISSUER, e.body);
}

static void crl_points(struct dissect *d, struct cursor c)
{
    struct der e, point;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, X509CE_CRLDISTPOINTSSYNTAX, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_SEQUENCE, &point)) {
        x509_all(d, X509CE_DISTRIBUTIONPOINT_ELEMENT, point.whole);
        down(d);
        distribution_point(d, point.body);
        up(d);
    }
    up(d);
}

/* DisplayText, RFC 5280 section 4.2.1.4 */
static void display_text(struct dissect *d, unsigned row, const struct der *e)
{
    static const struct {
        unsigned id, kind, row;
    } kinds[] = {
        { DER_IA5_STRING, 0, PKIX1IMPLICIT_IA5STRING },
        { DER_VISIBLE_STRING, 1, PKIX1IMPLICIT_VISIBLESTRING },
        { DER_BMP_STRING, 2, PKIX1IMPLICIT_BMPSTRING },
        { DER_UTF8_STRING, 3, PKIX1IMPLICIT_UTF8STRING },
    };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (kinds[i].id == e->id) {
            x509_value(d, row, e->whole, e->whole.cap, kinds[i].kind);
            down(d);
            x509_string(d, kinds[i].row, e);
            up(d);
        }
}

static void notice_reference(struct dissect *d, const struct der *e)
{
    struct cursor c = e->body;
    struct der part, number;
    x509_all(d, PKIX1IMPLICIT_NOTICEREF_ELEMENT, e->whole);
    down(d);
    if (x509_next(d, &c, 0, &part))
        display_text(d, PKIX1IMPLICIT_ORGANIZATION, &part);
    if (x509_next(d, &c, DER_SEQUENCE, &part)) {
        x509_list(d, PKIX1IMPLICIT_NOTICENUMBERS, part.body);
        down(d);
        while (x509_next(d, &part.body, DER_INTEGER, &number))
            x509_int(d, PKIX1IMPLICIT_NOTICENUMBERS_ITEM, number.body);
        up(d);
    }
    up(d);
}

static void user_notice(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_layer(d, SPEAKS_PKIX1IMPLICIT);
    x509_all(d, PKIX1IMPLICIT_USERNOTICE_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_SEQUENCE, &part))
        notice_reference(d, &part);
    if (x509_optional(d, &e.body, 0, &part))
        display_text(d, PKIX1IMPLICIT_EXPLICITTEXT, &part);
    up(d);
}

static void qualifiers(struct dissect *d, struct cursor c)
{
    struct der e, oid, text;
    while (x509_next(d, &c, DER_SEQUENCE, &e)) {
        char type[OID_TEXT];
        x509_all(d, X509CE_POLICYQUALIFIERINFO_ELEMENT, e.whole);
        down(d);
        if (x509_next(d, &e.body, DER_OID, &oid)) {
            der_oid(oid.body, type);
            x509_all(d, X509CE_ID, oid.body);
            if (strcmp(type, "1.3.6.1.5.5.7.2.1") == 0 && x509_next(d, &e.body, DER_IA5_STRING, &text)) {
                x509_layer(d, SPEAKS_PKIX1EXPLICIT);
                x509_string(d, PKIX1EXPLICIT_DIRECTORYSTRING, &text);
            } else if (strcmp(type, "1.3.6.1.5.5.7.2.2") == 0) {
                user_notice(d, e.body);
            }
        }
        up(d);
    }
}

static void policies(struct dissect *d, struct cursor c)
{
    struct der e, info, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, X509CE_CERTIFICATEPOLICIESSYNTAX, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_SEQUENCE, &info)) {
        x509_all(d, X509CE_POLICYINFORMATION_ELEMENT, info.whole);
        down(d);
        if (x509_next(d, &info.body, DER_OID, &part))
            x509_all(d, X509CE_POLICYIDENTIFIER, part.body);
        if (x509_optional(d, &info.body, DER_SEQUENCE, &part)) {
            x509_list(d, X509CE_POLICYQUALIFIERS, part.body);
            down(d);
            qualifiers(d, part.body);
            up(d);
        }
        up(d);
    }
    up(d);
}

static void policy_mappings(struct dissect *d, struct cursor c)
{
    struct der e, pair, oid;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, X509CE_POLICYMAPPINGSSYNTAX, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_SEQUENCE, &pair)) {
        x509_all(d, X509CE_POLICYMAPPINGSSYNTAX_ITEM_ELEMENT, pair.whole);
        down(d);
        if (x509_next(d, &pair.body, DER_OID, &oid))
            x509_all(d, X509CE_ISSUERDOMAINPOLICY, oid.body);
        if (x509_next(d, &pair.body, DER_OID, &oid))
            x509_all(d, X509CE_SUBJECTDOMAINPOLICY, oid.body);
        up(d);
    }
    up(d);
}

static void subtrees(struct dissect *d, unsigned row, struct cursor c)
{
    struct der tree, part;
    x509_list(d, row, c);
    down(d);
    while (x509_next(d, &c, DER_SEQUENCE, &tree)) {
        x509_all(d, X509CE_GENERALSUBTREE_ELEMENT, tree.whole);
        down(d);
        if (x509_next(d, &tree.body, 0, &part))
            x509_general_name(d, X509CE_BASE, &part);
        if (x509_optional(d, &tree.body, DER_TAG(0), &part))
            x509_int(d, X509CE_MINIMUM, part.body);
        if (x509_optional(d, &tree.body, DER_TAG(1), &part))
            x509_int(d, X509CE_MAXIMUM, part.body);
        up(d);
    }
    up(d);
}

static void name_constraints(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_NAMECONSTRAINTSSYNTAX_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_TAGGED(0), &part))
        subtrees(d, X509CE_PERMITTEDSUBTREES, part.body);
    if (x509_optional(d, &e.body, DER_TAGGED(1), &part))
        subtrees(d, X509CE_EXCLUDEDSUBTREES, part.body);
    up(d);
}

static void policy_constraints(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_POLICYCONSTRAINTSSYNTAX_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_TAG(0), &part))
        x509_int(d, X509CE_REQUIREEXPLICITPOLICY, part.body);
    if (x509_optional(d, &e.body, DER_TAG(1), &part))
        x509_int(d, X509CE_INHIBITPOLICYMAPPING, part.body);
    up(d);
}

static void key_purposes(struct dissect *d, struct cursor c)
{
    struct der e, oid;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, X509CE_KEYPURPOSEIDS, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_OID, &oid))
        x509_all(d, X509CE_KEYPURPOSEID, oid.body);
    up(d);
}

static void private_key_period(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_PRIVATEKEYUSAGEPERIOD_ELEMENT, e.whole);
    down(d);
    if (x509_optional(d, &e.body, DER_TAG(0), &part))
        x509_time(d, X509CE_NOTBEFORE, part.body);
    if (x509_optional(d, &e.body, DER_TAG(1), &part))
        x509_time(d, X509CE_NOTAFTER, part.body);
    up(d);
}

static void number_of(struct dissect *d, unsigned row, unsigned id, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, id, &e))
        x509_int(d, row, e.body);
}

static void skip_certificates(struct dissect *d, struct cursor c) { number_of(d, X509CE_SKIPCERTS, DER_INTEGER, c); }
static void crl_number(struct dissect *d, struct cursor c) { number_of(d, X509CE_CRLNUMBER, DER_INTEGER, c); }
static void crl_reason(struct dissect *d, struct cursor c) { number_of(d, X509CE_CRLREASON, DER_ENUMERATED, c); }

static void authority_access(struct dissect *d, struct cursor c)
{
    struct der e, entry, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, PKIX1IMPLICIT_AUTHORITYINFOACCESSSYNTAX, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_SEQUENCE, &entry)) {
        x509_all(d, PKIX1IMPLICIT_ACCESSDESCRIPTION_ELEMENT, entry.whole);
        down(d);
        if (x509_next(d, &entry.body, DER_OID, &part))
            x509_all(d, PKIX1IMPLICIT_ACCESSMETHOD, part.body);
        if (x509_next(d, &entry.body, 0, &part))
            x509_general_name(d, PKIX1IMPLICIT_ACCESSLOCATION, &part);
        up(d);
    }
    up(d);
}

/* --- others ----------------------------------------------------------------------------------- */

static void features(struct dissect *d, struct cursor c)
{
    struct der e, number;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_list(d, PKIX1EXPLICIT_FEATURES, e.body);
    down(d);
    while (x509_next(d, &e.body, DER_INTEGER, &number))
        x509_int(d, PKIX1EXPLICIT_FEATURES_ITEM, number.body);
    up(d);
}

/* RFC 6962 section 3.3: TLS's list in an OCTET STRING. */
static void timestamps(struct dissect *d, struct cursor c)
{
    const struct protocol *before = registry_protocols[d->protocol];
    struct der e;
    if (!x509_next(d, &c, DER_OCTET_STRING, &e))
        return;
    speak_as(d, &proto_tls);
    tls_timestamp_list(d, e.body);
    speak_as(d, before);
}

static void netscape_type(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_BIT_STRING, &e))
        x509_flags(d, NS_CERT_EXTS_CERTTYPE, e.body, NS_CERT_EXTS_CERTTYPE_SSL_CLIENT,
                   NS_CERT_EXTS_CERTTYPE_OBJECT_SIGNING_CA);
}

static void string_of(struct dissect *d, unsigned row, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, 0, &e))
        x509_string(d, row, &e);
}

static void netscape_base(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_BASEURL, c); }
static void netscape_revocation(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_REVOCATIONURL, c); }
static void netscape_ca_revocation(struct dissect *d, struct cursor c)
{
    string_of(d, NS_CERT_EXTS_CAREVOCATIONURL, c);
}
static void netscape_renewal(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_CERTRENEWALURL, c); }
static void netscape_policy(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_CAPOLICYURL, c); }
static void netscape_server(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_SSLSERVERNAME, c); }
static void netscape_comment(struct dissect *d, struct cursor c) { string_of(d, NS_CERT_EXTS_COMMENT, c); }
static void microsoft_template_name(struct dissect *d, struct cursor c) { string_of(d, X509SAT_BMPSTRING, c); }
static void microsoft_hash(struct dissect *d, struct cursor c) { string_of(d, X509SAT_OCTETSTRING, c); }
static void microsoft_version(struct dissect *d, struct cursor c) { number_of(d, X509SAT_INTEGER, DER_INTEGER, c); }

static void microsoft_template(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_CERTIFICATETEMPLATE_ELEMENT, e.whole);
    down(d);
    if (x509_next(d, &e.body, DER_OID, &part))
        x509_all(d, X509CE_TEMPLATEID, part.body);
    if (x509_optional(d, &e.body, DER_INTEGER, &part))
        x509_int(d, X509CE_TEMPLATEMAJORVERSION, part.body);
    if (x509_optional(d, &e.body, DER_INTEGER, &part))
        x509_int(d, X509CE_TEMPLATEMINORVERSION, part.body);
    up(d);
}

static void entrust_version(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, X509CE_ENTRUSTVERSIONINFO_ELEMENT, e.whole);
    down(d);
    if (x509_next(d, &e.body, 0, &part))
        x509_string(d, X509CE_ENTRUSTVERS, &part);
    if (x509_next(d, &e.body, DER_BIT_STRING, &part))
        x509_flags(d, X509CE_ENTRUSTVERSINFOFLAGS, part.body, X509CE_ENTRUSTINFOFLAGS_KEYUPDATEALLOWED,
                   X509CE_ENTRUSTINFOFLAGS_SETCATEGORY);
    up(d);
}

/* --- all of them ------------------------------------------------------------------------------ */

static const struct {
    const char *oid;
    void (*show)(struct dissect *d, struct cursor c);
    enum x509_speaker module;  /* SPEAKERS: TLS */
} kinds[] = {
    { "1.2.840.113533.7.65.0", entrust_version, SPEAKS_X509CE },
    { "1.3.6.1.4.1.11129.2.4.2", timestamps, SPEAKERS },
    { "1.3.6.1.4.1.11129.2.4.5", timestamps, SPEAKERS },
    { "1.3.6.1.4.1.311.20.2", microsoft_template_name, SPEAKS_X509SAT },
    { "1.3.6.1.4.1.311.21.1", microsoft_version, SPEAKS_X509SAT },
    { "1.3.6.1.4.1.311.21.10", policies, SPEAKS_X509CE },
    { "1.3.6.1.4.1.311.21.2", microsoft_hash, SPEAKS_X509SAT },
    { "1.3.6.1.4.1.311.21.7", microsoft_template, SPEAKS_X509CE },
    { "1.3.6.1.5.5.7.1.1", authority_access, SPEAKS_PKIX1IMPLICIT },
    { "1.3.6.1.5.5.7.1.24", features, SPEAKS_PKIX1EXPLICIT },
    { "2.16.840.1.113730.1.1", netscape_type, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.12", netscape_server, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.13", netscape_comment, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.2", netscape_base, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.3", netscape_revocation, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.4", netscape_ca_revocation, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.7", netscape_renewal, SPEAKS_NS_CERT_EXTS },
    { "2.16.840.1.113730.1.8", netscape_policy, SPEAKS_NS_CERT_EXTS },
    { "2.5.29.14", subject_key_identifier, SPEAKS_X509CE },
    { "2.5.29.15", key_usage, SPEAKS_X509CE },
    { "2.5.29.16", private_key_period, SPEAKS_X509CE },
    { "2.5.29.17", alternative_names, SPEAKS_X509CE },
    { "2.5.29.18", alternative_names, SPEAKS_X509CE },
    { "2.5.29.19", basic_constraints, SPEAKS_X509CE },
    { "2.5.29.20", crl_number, SPEAKS_X509CE },
    { "2.5.29.21", crl_reason, SPEAKS_X509CE },
    { "2.5.29.30", name_constraints, SPEAKS_X509CE },
    { "2.5.29.31", crl_points, SPEAKS_X509CE },
    { "2.5.29.32", policies, SPEAKS_X509CE },
    { "2.5.29.33", policy_mappings, SPEAKS_X509CE },
    { "2.5.29.35", authority_key_identifier, SPEAKS_X509CE },
    { "2.5.29.36", policy_constraints, SPEAKS_X509CE },
    { "2.5.29.37", key_purposes, SPEAKS_X509CE },
    { "2.5.29.46", crl_points, SPEAKS_X509CE },
    { "2.5.29.54", skip_certificates, SPEAKS_X509CE },
};

static void value(struct dissect *d, const char *oid, struct cursor c)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (strcmp(kinds[i].oid, oid) == 0) {
            if (kinds[i].module != SPEAKERS)
                x509_layer(d, kinds[i].module);
            else if (d->n_layers + 24 < MAX_LAYERS)
                layer_named(d, &proto_tls);
            kinds[i].show(d, c);
            return;
        }
    struct der e;
    bool empty = der_peek(c, &e) && e.id == DER_NULL;  /* that it is there says it all */
    if (!ocsp_extension(d, oid, c) && !empty)
        x509_note(d, BER_NOTE_UNKNOWN);
}

void x509_extensions(struct dissect *d, struct cursor c, unsigned row, unsigned id_row)
{
    struct der e, part;
    while (x509_next(d, &c, DER_SEQUENCE, &e)) {
        char text[OID_TEXT];
        x509_all(d, row, e.whole);
        down(d);
        if (x509_next(d, &e.body, DER_OID, &part)) {
            der_oid(part.body, text);
            x509_all(d, id_row, part.body);
            if (x509_optional(d, &e.body, DER_BOOLEAN, &part))
                x509_value(d, X509AF_CRITICAL, part.body, part.body.cap, der_integer(part.body) != 0);
            if (x509_next(d, &e.body, DER_OCTET_STRING, &part))
                value(d, text, part.body);
        }
        up(d);
    }
}
