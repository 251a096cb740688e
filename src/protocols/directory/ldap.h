/* ldap.h - what the parts of the LDAP dissector share; CLDAP speaks as LDAP. */
#ifndef PROTOCOLS_DIRECTORY_LDAP_H
#define PROTOCOLS_DIRECTORY_LDAP_H

#include "protocols/protocol.h"
#include "protocols/security/der.h"

/* Rows, in the order of RFC 4511; then the controls and extended operations with a structure of their own. */
enum ldap_row {
    LDAP, LDAP_SASL_BUFFER_LENGTH, LDAP_SASL_BUFFER, LDAP_GSSAPI_PAYLOAD, LDAP_GSSAPI_ENCRYPTED_PAYLOAD,
    LDAP_RESPONSE_IN, LDAP_RESPONSE_TO, LDAP_TIME,
    LDAP_LDAPMESSAGE, LDAP_MESSAGEID, LDAP_PROTOCOLOP, LDAP_CONTROLS, LDAP_CONTROL, LDAP_CONTROLTYPE, LDAP_CRITICALITY,
    LDAP_CONTROLVALUE,
    LDAP_BINDREQUEST, LDAP_VERSION, LDAP_NAME, LDAP_AUTHENTICATION, LDAP_SIMPLE, LDAP_SASL, LDAP_MECHANISM,
    LDAP_CREDENTIALS, LDAP_NTLMSSPNEGOTIATE, LDAP_NTLMSSPAUTH, LDAP_BINDRESPONSE, LDAP_SERVERSASLCREDS,
    LDAP_UNBINDREQUEST,
    LDAP_RESULTCODE, LDAP_MATCHEDDN, LDAP_ERRORMESSAGE, LDAP_REFERRAL, LDAP_LDAPURL,
    LDAP_SEARCHREQUEST, LDAP_BASEOBJECT, LDAP_SCOPE, LDAP_DEREFALIASES, LDAP_SIZELIMIT, LDAP_TIMELIMIT, LDAP_TYPESONLY,
    LDAP_FILTER_TEXT, LDAP_FILTER, LDAP_AND_TEXT, LDAP_AND, LDAP_AND_ITEM, LDAP_OR_TEXT, LDAP_OR, LDAP_OR_ITEM, LDAP_NOT,
    LDAP_EQUALITYMATCH, LDAP_GREATEROREQUAL, LDAP_LESSOREQUAL, LDAP_APPROXMATCH, LDAP_ATTRIBUTEDESC,
    LDAP_ASSERTIONVALUE, LDAP_ASSERTIONVALUE_BYTES, LDAP_ASSERTIONVALUE_SID, LDAP_SUBSTRINGS_TEXT, LDAP_SUBSTRINGS_ELEMENT,
    LDAP_SUBSTRINGS, LDAP_SUBSTRINGS_ITEM, LDAP_INITIAL, LDAP_ANY, LDAP_FINAL, LDAP_PRESENT, LDAP_EXTENSIBLEMATCH,
    LDAP_MATCHINGRULE, LDAP_MATCHVALUE, LDAP_DNATTRIBUTES,
    LDAP_ATTRIBUTES, LDAP_ATTRIBUTEDESCRIPTION, LDAP_SEARCHRESENTRY, LDAP_OBJECTNAME, LDAP_PARTIALATTRIBUTELIST_ITEM,
    LDAP_TYPE, LDAP_VALS, LDAP_ATTRIBUTEVALUE, LDAP_ATTRIBUTEVALUE_TEXT, LDAP_OID, LDAP_SID, LDAP_GUID,
    LDAP_SEARCHRESDONE, LDAP_SEARCHRESREF,
    LDAP_MODIFYREQUEST, LDAP_OBJECT, LDAP_MODIFICATION, LDAP_MODIFICATION_ITEM, LDAP_OPERATION,
    LDAP_MODIFICATION_ELEMENT, LDAP_MODIFYRESPONSE, LDAP_ADDREQUEST, LDAP_ENTRY, LDAP_ATTRIBUTELIST_ITEM,
    LDAP_ADDRESPONSE, LDAP_DELREQUEST, LDAP_DELRESPONSE, LDAP_MODDNREQUEST, LDAP_NEWRDN, LDAP_DELETEOLDRDN,
    LDAP_NEWSUPERIOR, LDAP_MODDNRESPONSE, LDAP_COMPAREREQUEST, LDAP_AVA, LDAP_COMPARERESPONSE, LDAP_ABANDONREQUEST,
    LDAP_EXTENDEDREQ, LDAP_REQUESTNAME, LDAP_REQUESTVALUE, LDAP_EXTENDEDRESP, LDAP_RESPONSENAME, LDAP_RESPONSE,
    LDAP_INTERMEDIATERESPONSE, LDAP_RESPONSEVALUE,
    LDAP_SEARCHCONTROLVALUE, LDAP_SIZE, LDAP_COOKIE, LDAP_SORTKEYLIST, LDAP_SORTKEYLIST_ITEM, LDAP_ATTRIBUTETYPE,
    LDAP_ORDERINGRULE, LDAP_REVERSEORDER, LDAP_SORTRESULT_ELEMENT, LDAP_SORTRESULT,
    LDAP_DIRSYNCCONTROLVALUE, LDAP_FLAGS, LDAP_OBJECT_SECURITY_FLAG, LDAP_ANCESTOR_FIRST_FLAG,
    LDAP_PUBLIC_DATA_ONLY_FLAG, LDAP_INCREMENTAL_VALUE_FLAG, LDAP_MAXBYTES,
    LDAP_SYNCREQUESTVALUE, LDAP_MODE, LDAP_RELOADHINT, LDAP_SYNCSTATEVALUE, LDAP_STATE, LDAP_ENTRYUUID,
    LDAP_SYNCDONEVALUE, LDAP_REFRESHDELETES, LDAP_SYNCINFOVALUE, LDAP_NEWCOOKIE, LDAP_REFRESHDELETE, LDAP_REFRESHDONE,
    LDAP_REFRESHPRESENT, LDAP_SYNCIDSET, LDAP_SYNCUUIDS, LDAP_SYNCUUID,
    LDAP_PASSWORDPOLICYRESPONSEVALUE, LDAP_WARNING, LDAP_TIMEBEFOREEXPIRATION, LDAP_GRACEAUTHNSREMAINING, LDAP_ERROR,
    LDAP_PASSWDMODIFYREQUESTVALUE, LDAP_USERIDENTITY, LDAP_OLDPASSWD, LDAP_NEWPASSWD, LDAP_CANCELREQUESTVALUE,
    LDAP_CANCELID
};
enum ldap_note { LDAP_NOTE_FILTER_DEPTH };

/* Filters nest no deeper than this; the nodes of each level stand four deep. */
enum { LDAP_FILTER_DEPTH = 24 };

/* Operations by the number of their tag: RFC 4511 section 4.2 and following. */
enum ldap_op {
    LDAP_BIND_REQUEST = 0, LDAP_BIND_RESPONSE = 1, LDAP_UNBIND_REQUEST = 2, LDAP_SEARCH_REQUEST = 3,
    LDAP_SEARCH_ENTRY = 4, LDAP_SEARCH_DONE = 5, LDAP_MODIFY_REQUEST = 6, LDAP_MODIFY_RESPONSE = 7,
    LDAP_ADD_REQUEST = 8, LDAP_ADD_RESPONSE = 9, LDAP_DELETE_REQUEST = 10, LDAP_DELETE_RESPONSE = 11,
    LDAP_MODIFY_DN_REQUEST = 12, LDAP_MODIFY_DN_RESPONSE = 13, LDAP_COMPARE_REQUEST = 14, LDAP_COMPARE_RESPONSE = 15,
    LDAP_ABANDON_REQUEST = 16, LDAP_SEARCH_REFERENCE = 19, LDAP_EXTENDED_REQUEST = 23, LDAP_EXTENDED_RESPONSE = 24,
    LDAP_INTERMEDIATE_RESPONSE = 25
};

struct ldap_text {
    const uint8_t *p;
    uint32_t len;
};

/* An element of BER; of its bytes some may be missing. */
struct ldap_element {
    unsigned id;
    struct cursor whole, body;
};

/* A request and what answered it. */
struct ldap_call {
    uint32_t request, response;  /* frames; 0: none seen */
    struct nstime asked;
    uint32_t results;
    bool starts_tls;
};

/* One message while it is read, and what its texts say. */
struct ldap_message {
    struct dissect *d;
    uint32_t id, op, code;            /* code: scope, kind of authentication, result */
    struct ldap_text name, error, oid;
    struct ldap_text key;             /* OID that tells what the value after it is */
    struct ldap_text attribute;       /* whose values follow */
    struct ldap_text *heading;        /* gets the attribute's name when that is read */
    const char *between, *prefix;     /* in the Info column: after an earlier message, and before this one */
    struct ldap_call *call;
    bool known, done;                 /* the operation is known; all of it was read */
};

extern const struct protocol proto_ldap;

/* The element at *c, which moves behind it; false when there is none. */
bool ldap_take(struct dissect *d, struct cursor *c, struct ldap_element *e);
/* The messages at c, one after the other; `prefix` as above. */
void ldap_messages(struct dissect *d, struct cursor c, const char *prefix);
/* The operation: what stands below protocolOp.  False when it is none. */
bool ldap_operation(struct ldap_message *m, const struct ldap_element *e);
void ldap_controls(struct ldap_message *m, const struct ldap_element *e);
/* The Filter `e`; `choice`: the row that tells which kind it is. */
void ldap_filter(struct ldap_message *m, unsigned choice, const struct ldap_element *e, unsigned depth);
/* The value of the attribute m->attribute that a filter compares with. */
void ldap_assertion(struct ldap_message *m, const struct ldap_element *e);
/* The row of a value of that attribute, and its bytes. */
void ldap_attribute_value(struct ldap_message *m, const struct ldap_element *e);

bool ldap_text_is(struct ldap_text t, const char *text);
bool ldap_printable(const uint8_t *p, uint32_t len);

/* Text functions of rows. */
field_text ldap_message_label, ldap_heading_suffix, ldap_oid_suffix, ldap_filter_label, ldap_colons_text, ldap_sid_text,
    ldap_text_label, ldap_payload_label;
void ldap_info(struct strbuf *sb, const struct dissect *d, const void *arg);

#endif
