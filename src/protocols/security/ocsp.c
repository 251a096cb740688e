/* ocsp.c - Online Certificate Status Protocol, RFC 6960: requests and responses over HTTP, responses stapled to TLS. */
#include "protocols/security/x509_parts.h"

static void archive_cutoff(struct dissect *d, struct cursor c)
{
    struct der e;
    if (x509_next(d, &c, DER_GENERALIZED_TIME, &e))
        x509_time(d, OCSP_ARCHIVECUTOFF, e.body);
}

bool ocsp_extension(struct dissect *d, const char *oid, struct cursor c)
{
    struct der e;
    bool cutoff = strcmp(oid, "1.3.6.1.5.5.7.48.1.6") == 0, nonce = strcmp(oid, "1.3.6.1.5.5.7.48.1.2") == 0;
    if (!cutoff && !nonce && strcmp(oid, "1.3.6.1.5.5.7.48.1.5") != 0)
        return false;
    x509_layer(d, SPEAKS_OCSP);
    if (cutoff)
        archive_cutoff(d, c);
    else if (nonce && x509_next(d, &c, DER_OCTET_STRING, &e))
        x509_all(d, OCSP_REOCSPNONCE, e.body);
    else if (!nonce)
        x509_at(d, OCSP_NULL_ELEMENT, cursor_at(c, c.wire), 0);
    return true;
}

/* CertID, section 4.1.1 */
static void certificate_id(struct dissect *d, unsigned row, struct cursor *c)
{
    struct der e, part;
    if (!x509_next(d, c, DER_SEQUENCE, &e))
        return;
    x509_all(d, row, e.whole);
    down(d);
    x509_algorithm(d, OCSP_HASHALGORITHM_ELEMENT, &e.body);
    if (x509_next(d, &e.body, DER_OCTET_STRING, &part))
        x509_all(d, OCSP_ISSUERNAMEHASH, part.body);
    if (x509_next(d, &e.body, DER_OCTET_STRING, &part))
        x509_all(d, OCSP_ISSUERKEYHASH, part.body);
    if (x509_next(d, &e.body, DER_INTEGER, &part))
        x509_all(d, OCSP_SERIALNUMBER, part.body);
    up(d);
}

static void status(struct dissect *d, struct cursor *c)
{
    struct der e, part;
    if (!x509_next(d, c, 0, &e))
        return;
    unsigned kind = e.id & 31;
    x509_value(d, OCSP_CERTSTATUS, e.body, e.body.cap, kind);
    down(d);
    if (kind == 0) {
        x509_all(d, OCSP_GOOD_ELEMENT, e.body);
    } else if (kind == 1) {
        x509_all(d, OCSP_REVOKED_ELEMENT, e.body);
        down(d);
        if (x509_next(d, &e.body, DER_GENERALIZED_TIME, &part))
            x509_time(d, OCSP_REVOCATIONTIME, part.body);
        if (x509_optional(d, &e.body, DER_TAGGED(0), &part) && der_peek(part.body, &part))
            x509_int(d, OCSP_REVOCATIONREASON, part.body);
        up(d);
    } else {
        x509_all(d, OCSP_UNKNOWN_ELEMENT, e.body);
    }
    up(d);
}

/* Extensions under a tag of their own. */
static void tagged_extensions(struct dissect *d, unsigned row, struct cursor c)
{
    struct der list;
    if (!x509_next(d, &c, DER_SEQUENCE, &list))
        return;
    x509_list(d, row, list.body);
    down(d);
    x509_extensions(d, list.body, PKIX1EXPLICIT_EXTENSION_ELEMENT, PKIX1EXPLICIT_ID);
    up(d);
}

static void single_response(struct dissect *d, struct cursor c)
{
    struct der e, next;
    certificate_id(d, OCSP_CERTID_ELEMENT, &c);
    status(d, &c);
    if (x509_next(d, &c, DER_GENERALIZED_TIME, &e))
        x509_time(d, OCSP_THISUPDATE, e.body);
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && x509_next(d, &e.body, DER_GENERALIZED_TIME, &next))
        x509_time(d, OCSP_NEXTUPDATE, next.body);
    if (x509_optional(d, &c, DER_TAGGED(1), &e))
        tagged_extensions(d, OCSP_SINGLEEXTENSIONS, e.body);
}

static void responder(struct dissect *d, struct cursor *c)
{
    struct der e, key;
    if (!x509_next(d, c, 0, &e))
        return;
    x509_value(d, OCSP_RESPONDERID, e.body, e.body.cap, e.id & 31);
    down(d);
    if ((e.id & 31) == 1)
        x509_name(d, OCSP_BYNAME, e.body, X509IF_RDNSEQUENCE);
    else if (x509_next(d, &e.body, DER_OCTET_STRING, &key))
        x509_all(d, OCSP_BYKEY, key.body);
    up(d);
}

static void response_data(struct dissect *d, struct cursor c)
{
    struct der e, one;
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && x509_next(d, &e.body, DER_INTEGER, &one))
        x509_int(d, OCSP_VERSION, one.body);
    responder(d, &c);
    if (x509_next(d, &c, DER_GENERALIZED_TIME, &e))
        x509_time(d, OCSP_PRODUCEDAT, e.body);
    if (x509_next(d, &c, DER_SEQUENCE, &e)) {
        x509_list(d, OCSP_RESPONSES, e.body);
        down(d);
        while (x509_next(d, &e.body, DER_SEQUENCE, &one)) {
            x509_all(d, OCSP_SINGLERESPONSE_ELEMENT, one.whole);
            down(d);
            single_response(d, one.body);
            up(d);
        }
        up(d);
    }
    if (x509_optional(d, &c, DER_TAGGED(1), &e))
        tagged_extensions(d, OCSP_RESPONSEEXTENSIONS, e.body);
}

static void certificates(struct dissect *d, struct cursor c)
{
    struct der list, one;
    if (!x509_next(d, &c, DER_SEQUENCE, &list))
        return;
    x509_list(d, OCSP_CERTS, list.body);
    down(d);
    while (x509_next(d, &list.body, DER_SEQUENCE, &one)) {
        x509_all(d, OCSP_CERTIFICATE_ELEMENT, one.whole);
        down(d);
        x509_certificate(d, one.whole);
        up(d);
    }
    up(d);
}

/* Section 4.2.1 */
static void basic_response(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_layer(d, SPEAKS_OCSP);
    x509_all(d, OCSP_BASICOCSPRESPONSE_ELEMENT, e.whole);
    down(d);
    if (x509_next(d, &e.body, DER_SEQUENCE, &part)) {
        x509_all(d, OCSP_TBSRESPONSEDATA_ELEMENT, part.whole);
        down(d);
        response_data(d, part.body);
        up(d);
    }
    x509_algorithm(d, OCSP_SIGNATUREALGORITHM_ELEMENT, &e.body);
    if (x509_next(d, &e.body, DER_BIT_STRING, &part))
        x509_bits(d, OCSP_SIGNATURE, part.body);
    if (x509_optional(d, &e.body, DER_TAGGED(0), &part))
        certificates(d, part.body);
    up(d);
}

static void response_bytes(struct dissect *d, struct cursor c)
{
    struct der e, oid, bytes;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    x509_all(d, OCSP_RESPONSEBYTES_ELEMENT, e.whole);
    down(d);
    if (x509_next(d, &e.body, DER_OID, &oid)) {
        char type[OID_TEXT];
        der_oid(oid.body, type);
        x509_all(d, OCSP_RESPONSETYPE_ID, oid.body);
        if (x509_next(d, &e.body, DER_OCTET_STRING, &bytes) && strcmp(type, "1.3.6.1.5.5.7.48.1.1") == 0)
            basic_response(d, bytes.body);
    }
    up(d);
}

/* Section 4.1.1 */
static void one_request(struct dissect *d, const struct der *request)
{
    struct cursor c = request->body;
    struct der e;
    x509_all(d, OCSP_REQUEST_ELEMENT, request->whole);
    down(d);
    certificate_id(d, OCSP_REQCERT_ELEMENT, &c);
    if (x509_optional(d, &c, DER_TAGGED(0), &e))
        tagged_extensions(d, OCSP_SINGLEREQUESTEXTENSIONS, e.body);
    up(d);
}

static void request_data(struct dissect *d, struct cursor c)
{
    struct der e, one;
    if (x509_optional(d, &c, DER_TAGGED(0), &e) && x509_next(d, &e.body, DER_INTEGER, &one))
        x509_int(d, OCSP_VERSION, one.body);
    if (x509_optional(d, &c, DER_TAGGED(1), &e) && x509_next(d, &e.body, 0, &one))
        x509_general_name(d, OCSP_REQUESTORNAME, &one);
    if (x509_next(d, &c, DER_SEQUENCE, &e)) {
        x509_list(d, OCSP_REQUESTLIST, e.body);
        down(d);
        while (x509_next(d, &e.body, DER_SEQUENCE, &one))
            one_request(d, &one);
        up(d);
    }
    if (x509_optional(d, &c, DER_TAGGED(2), &e))
        tagged_extensions(d, OCSP_REQUESTEXTENSIONS, e.body);
}

void ocsp_request(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e) || !x509_next(d, &e.body, DER_SEQUENCE, &part))
        return;
    x509_all(d, OCSP_TBSREQUEST_ELEMENT, part.whole);
    down(d);
    request_data(d, part.body);
    up(d);
    if (!x509_optional(d, &e.body, DER_TAGGED(0), &part) || !x509_next(d, &part.body, DER_SEQUENCE, &e))
        return;
    x509_all(d, OCSP_OPTIONALSIGNATURE_ELEMENT, e.whole);
    down(d);
    x509_algorithm(d, OCSP_SIGNATUREALGORITHM_ELEMENT, &e.body);
    if (x509_next(d, &e.body, DER_BIT_STRING, &part))
        x509_bits(d, OCSP_SIGNATURE, part.body);
    up(d);
}

void ocsp_response(struct dissect *d, struct cursor c)
{
    struct der e, part;
    if (!x509_next(d, &c, DER_SEQUENCE, &e))
        return;
    if (x509_next(d, &e.body, DER_ENUMERATED, &part))
        x509_int(d, OCSP_RESPONSESTATUS, part.body);
    if (x509_optional(d, &e.body, DER_TAGGED(0), &part))
        response_bytes(d, part.body);
}

void ocsp_stapled(struct dissect *d, struct cursor c)
{
    x509_all(d, OCSP_IN_TLS, c);
    down(d);
    ocsp_response(d, c);
    up(d);
}
