/* ldap.c - Lightweight Directory Access Protocol, RFC 4511, over TCP ports 389 and 3268 and over TLS; behind a bind with
   a security layer each buffer stands behind its length (RFC 4422 section 3.7).  Requests and their answers are linked. */
#include "protocols/directory/ldap.h"

extern const struct protocol proto_tls;

enum { PORT = 389, PORT_GLOBAL_CATALOG = 3268 };
enum { HEADER = 6, SASL_HEADER = 4, SASL_MAX = 0xffffff };  /* RFC 4752 section 3.1: the length has three octets */
enum { NO_CODE = UINT32_MAX };
/* RFC 4121 section 4.2.6.2 */
enum { TOKEN_HEADER = 16, TOKEN_WRAP = 0x0504, TOKEN_FILLER = 0xff, TOKEN_SEALED = 2 };
/* RFC 1964 section 1.2.2: with the confounder */
enum { TOKEN_FRAME = 0x60, OLD_HEADER = 32, OLD_WRAP = 0x0201, OLD_FILLER = 0xffff, OLD_NOT_SEALED = 0xffff };

VALUES(op_names,
    { 0, "bindRequest" }, { 1, "bindResponse" }, { 2, "unbindRequest" }, { 3, "searchRequest" }, { 4, "searchResEntry" },
    { 5, "searchResDone" }, { 6, "modifyRequest" }, { 7, "modifyResponse" }, { 8, "addRequest" }, { 9, "addResponse" },
    { 10, "delRequest" }, { 11, "delResponse" }, { 12, "modDNRequest" }, { 13, "modDNResponse" },
    { 14, "compareRequest" }, { 15, "compareResponse" }, { 16, "abandonRequest" }, { 19, "searchResRef" },
    { 23, "extendedReq" }, { 24, "extendedResp" }, { 25, "intermediateResponse" });
VALUES(result_names,
    { 0, "success" }, { 1, "operationsError" }, { 2, "protocolError" }, { 3, "timeLimitExceeded" },
    { 4, "sizeLimitExceeded" }, { 5, "compareFalse" }, { 6, "compareTrue" }, { 7, "authMethodNotSupported" },
    { 8, "strongAuthRequired" }, { 10, "referral" }, { 11, "adminLimitExceeded" },
    { 12, "unavailableCriticalExtension" }, { 13, "confidentialityRequired" }, { 14, "saslBindInProgress" },
    { 16, "noSuchAttribute" }, { 17, "undefinedAttributeType" }, { 18, "inappropriateMatching" },
    { 19, "constraintViolation" }, { 20, "attributeOrValueExists" }, { 21, "invalidAttributeSyntax" },
    { 32, "noSuchObject" }, { 33, "aliasProblem" }, { 34, "invalidDNSyntax" }, { 36, "aliasDereferencingProblem" },
    { 48, "inappropriateAuthentication" }, { 49, "invalidCredentials" }, { 50, "insufficientAccessRights" },
    { 51, "busy" }, { 52, "unavailable" }, { 53, "unwillingToPerform" }, { 54, "loopDetect" },
    { 64, "namingViolation" }, { 65, "objectClassViolation" }, { 66, "notAllowedOnNonLeaf" },
    { 67, "notAllowedOnRDN" }, { 68, "entryAlreadyExists" }, { 69, "objectClassModsProhibited" },
    { 71, "affectsMultipleDSAs" }, { 80, "other" }, { 118, "canceled" }, { 119, "noSuchOperation" },
    { 120, "tooLate" }, { 121, "cannotCancel" });
VALUES(sort_results,
    { 0, "success" }, { 1, "operationsError" }, { 3, "timeLimitExceeded" }, { 8, "strongAuthRequired" },
    { 11, "adminLimitExceeded" }, { 16, "noSuchAttribute" }, { 18, "inappropriateMatching" },
    { 50, "insufficientAccessRights" }, { 51, "busy" }, { 53, "unwillingToPerform" }, { 80, "other" });
VALUES(authentications, { 0, "simple" }, { 3, "sasl" }, { 10, "ntlmsspNegotiate" }, { 11, "ntlmsspAuth" });
VALUES(scopes, { 0, "baseObject" }, { 1, "singleLevel" }, { 2, "wholeSubtree" });
VALUES(dereferences,
    { 0, "neverDerefAliases" }, { 1, "derefInSearching" }, { 2, "derefFindingBaseObj" }, { 3, "derefAlways" });
VALUES(filters,
    { 0, "and" }, { 1, "or" }, { 2, "not" }, { 3, "equalityMatch" }, { 4, "substrings" }, { 5, "greaterOrEqual" },
    { 6, "lessOrEqual" }, { 7, "present" }, { 8, "approxMatch" }, { 9, "extensibleMatch" });
VALUES(substring_kinds, { 0, "initial" }, { 1, "any" }, { 2, "final" });
VALUES(modifications, { 0, "add" }, { 1, "delete" }, { 2, "replace" }, { 3, "increment" });
VALUES(sync_modes, { 1, "refreshOnly" }, { 3, "refreshAndPersist" });
VALUES(sync_states, { 0, "present" }, { 1, "add" }, { 2, "modify" }, { 3, "delete" });
VALUES(sync_infos, { 0, "newcookie" }, { 1, "refreshDelete" }, { 2, "refreshPresent" }, { 3, "syncIdSet" });
VALUES(policy_warnings, { 0, "timeBeforeExpiration" }, { 1, "graceAuthNsRemaining" });
VALUES(policy_errors,
    { 0, "passwordExpired" }, { 1, "accountLocked" }, { 2, "changeAfterReset" }, { 3, "passwordModNotAllowed" },
    { 4, "mustSupplyOldPassword" }, { 5, "insufficientPasswordQuality" }, { 6, "passwordTooShort" },
    { 7, "passwordTooYoung" }, { 8, "passwordInHistory" });

static const struct unit items = { " item", " items" };

#define HEADING(name) { "ldap." name "_element", name, FT_NONE }
#define TEXT(name) { "ldap." name, name, FT_STRING }
#define BYTES(name) { "ldap." name, name, FT_BYTES }
#define NUMBER(name, ...) { "ldap." name, name, FT_UINT32, BASE_DEC, __VA_ARGS__ }
#define LIST(name) { "ldap." name, name, FT_UINT32, BASE_DEC, .unit = &items }
#define TRUTH(name) { "ldap." name, name, FT_BOOLEAN }
#define HEADED(name, label) { "ldap." name "_element", label, FT_NONE, .suffix = ldap_heading_suffix }
#define IDENTIFIER(name, label) { "ldap." name, label, FT_STRING, .suffix = ldap_oid_suffix }
#define FLAG(name, label, m) { "ldap." name "_flag", "Flag " label, FT_BOOLEAN, BITS_32, .mask = (m) }

static const struct field fields[] = {
    [LDAP] = { "ldap", "Lightweight Directory Access Protocol", FT_PROTOCOL },
    [LDAP_SASL_BUFFER_LENGTH] = { "ldap.sasl_buffer_length", "SASL Buffer Length", FT_UINT32, BASE_DEC },
    [LDAP_SASL_BUFFER] = { "", "SASL Buffer", FT_NONE },
    [LDAP_GSSAPI_PAYLOAD] = { "", "GSS-API payload", FT_NONE, .suffix = ldap_payload_label },
    [LDAP_GSSAPI_ENCRYPTED_PAYLOAD] = { "ldap.gssapi_encrypted_payload", "GSS-API Encrypted payload", FT_BYTES },
    [LDAP_RESPONSE_IN] = { "ldap.response_in", "Response In", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [LDAP_RESPONSE_TO] = { "ldap.response_to", "Response To", FT_FRAMENUM, .flags = GENERATED },
    [LDAP_TIME] = { "ldap.time", "Time", FT_RELATIVE_TIME, .flags = GENERATED },
    [LDAP_LDAPMESSAGE] = { "ldap.LDAPMessage_element", "LDAPMessage", FT_NONE, .label_fn = ldap_message_label },
    [LDAP_MESSAGEID] = NUMBER("messageID"),
    [LDAP_PROTOCOLOP] = NUMBER("protocolOp", .values = &op_names),
    [LDAP_CONTROLS] = LIST("controls"),
    [LDAP_CONTROL] = HEADING("Control"),
    [LDAP_CONTROLTYPE] = IDENTIFIER("controlType", "controlType"),
    [LDAP_CRITICALITY] = TRUTH("criticality"),
    [LDAP_CONTROLVALUE] = BYTES("controlValue"),
    [LDAP_BINDREQUEST] = HEADING("bindRequest"),
    [LDAP_VERSION] = NUMBER("version"),
    [LDAP_NAME] = TEXT("name"),
    [LDAP_AUTHENTICATION] = NUMBER("authentication", .values = &authentications),
    [LDAP_SIMPLE] = TEXT("simple"),
    [LDAP_SASL] = HEADING("sasl"),
    [LDAP_MECHANISM] = TEXT("mechanism"),
    [LDAP_CREDENTIALS] = BYTES("credentials"),
    [LDAP_NTLMSSPNEGOTIATE] = BYTES("ntlmsspNegotiate"),
    [LDAP_NTLMSSPAUTH] = BYTES("ntlmsspAuth"),
    [LDAP_BINDRESPONSE] = HEADING("bindResponse"),
    [LDAP_SERVERSASLCREDS] = BYTES("serverSaslCreds"),
    [LDAP_UNBINDREQUEST] = HEADING("unbindRequest"),
    [LDAP_RESULTCODE] = NUMBER("resultCode", .values = &result_names),
    [LDAP_MATCHEDDN] = TEXT("matchedDN"),
    [LDAP_ERRORMESSAGE] = TEXT("errorMessage"),
    [LDAP_REFERRAL] = LIST("referral"),
    [LDAP_LDAPURL] = TEXT("LDAPURL"),
    [LDAP_SEARCHREQUEST] = HEADING("searchRequest"),
    [LDAP_BASEOBJECT] = TEXT("baseObject"),
    [LDAP_SCOPE] = NUMBER("scope", .values = &scopes),
    [LDAP_DEREFALIASES] = NUMBER("derefAliases", .values = &dereferences),
    [LDAP_SIZELIMIT] = NUMBER("sizeLimit"),
    [LDAP_TIMELIMIT] = NUMBER("timeLimit"),
    [LDAP_TYPESONLY] = TRUTH("typesOnly"),
    [LDAP_FILTER_TEXT] = { "", "Filter", FT_NONE, .label_fn = ldap_filter_label },
    [LDAP_FILTER] = NUMBER("filter", .values = &filters),
    [LDAP_AND_TEXT] = { "", "and", FT_NONE, .label_fn = ldap_filter_label },
    [LDAP_AND] = LIST("and"),
    [LDAP_AND_ITEM] = { "ldap.and_item", "and item", FT_UINT32, BASE_DEC, .values = &filters },
    [LDAP_OR_TEXT] = { "", "or", FT_NONE, .label_fn = ldap_filter_label },
    [LDAP_OR] = LIST("or"),
    [LDAP_OR_ITEM] = { "ldap.or_item", "or item", FT_UINT32, BASE_DEC, .values = &filters },
    [LDAP_NOT] = NUMBER("not", .values = &filters),
    [LDAP_EQUALITYMATCH] = HEADING("equalityMatch"),
    [LDAP_GREATEROREQUAL] = HEADING("greaterOrEqual"),
    [LDAP_LESSOREQUAL] = HEADING("lessOrEqual"),
    [LDAP_APPROXMATCH] = HEADING("approxMatch"),
    [LDAP_ATTRIBUTEDESC] = TEXT("attributeDesc"),
    [LDAP_ASSERTIONVALUE] = TEXT("assertionValue"),
    [LDAP_ASSERTIONVALUE_BYTES] = { "ldap.assertionValue", "assertionValue", FT_STRING, .text = ldap_colons_text },
    [LDAP_ASSERTIONVALUE_SID] = { "ldap.assertionValue", "SID", FT_STRING, .text = ldap_sid_text },
    [LDAP_SUBSTRINGS_TEXT] = { "", "substring", FT_NONE, .label_fn = ldap_filter_label },
    [LDAP_SUBSTRINGS_ELEMENT] = HEADED("substrings", "substrings"),
    [LDAP_SUBSTRINGS] = LIST("substrings"),
    [LDAP_SUBSTRINGS_ITEM] = { "ldap.substrings_item", "substrings item", FT_UINT32, BASE_DEC, .values = &substring_kinds },
    [LDAP_INITIAL] = TEXT("initial"),
    [LDAP_ANY] = TEXT("any"),
    [LDAP_FINAL] = TEXT("final"),
    [LDAP_PRESENT] = TEXT("present"),
    [LDAP_EXTENSIBLEMATCH] = HEADED("extensibleMatch", "extensibleMatch"),
    [LDAP_MATCHINGRULE] = TEXT("matchingRule"),
    [LDAP_MATCHVALUE] = TEXT("matchValue"),
    [LDAP_DNATTRIBUTES] = TRUTH("dnAttributes"),
    [LDAP_ATTRIBUTES] = LIST("attributes"),
    [LDAP_ATTRIBUTEDESCRIPTION] = TEXT("AttributeDescription"),
    [LDAP_SEARCHRESENTRY] = HEADING("searchResEntry"),
    [LDAP_OBJECTNAME] = TEXT("objectName"),
    [LDAP_PARTIALATTRIBUTELIST_ITEM] = HEADED("PartialAttributeList_item", "PartialAttributeList item"),
    [LDAP_TYPE] = TEXT("type"),
    [LDAP_VALS] = LIST("vals"),
    [LDAP_ATTRIBUTEVALUE] = BYTES("AttributeValue"),
    [LDAP_ATTRIBUTEVALUE_TEXT] = { "ldap.AttributeValue", "AttributeValue", FT_BYTES, .label_fn = ldap_text_label },
    [LDAP_OID] = IDENTIFIER("oid", "OID"),
    [LDAP_SID] = { "ldap.sid", "SID", FT_STRING, .text = ldap_sid_text },
    [LDAP_GUID] = { "ldap.guid", "GUID", FT_GUID },
    [LDAP_SEARCHRESDONE] = HEADING("searchResDone"),
    [LDAP_SEARCHRESREF] = LIST("searchResRef"),
    [LDAP_MODIFYREQUEST] = HEADING("modifyRequest"),
    [LDAP_OBJECT] = TEXT("object"),
    [LDAP_MODIFICATION] = LIST("modification"),
    [LDAP_MODIFICATION_ITEM] = { "ldap.modification_item_element", "modification item", FT_NONE },
    [LDAP_OPERATION] = NUMBER("operation", .values = &modifications),
    [LDAP_MODIFICATION_ELEMENT] = HEADED("modification", "modification"),
    [LDAP_MODIFYRESPONSE] = HEADING("modifyResponse"),
    [LDAP_ADDREQUEST] = HEADING("addRequest"),
    [LDAP_ENTRY] = TEXT("entry"),
    [LDAP_ATTRIBUTELIST_ITEM] = HEADED("AttributeList_item", "AttributeList item"),
    [LDAP_ADDRESPONSE] = HEADING("addResponse"),
    [LDAP_DELREQUEST] = TEXT("delRequest"),
    [LDAP_DELRESPONSE] = HEADING("delResponse"),
    [LDAP_MODDNREQUEST] = HEADING("modDNRequest"),
    [LDAP_NEWRDN] = TEXT("newrdn"),
    [LDAP_DELETEOLDRDN] = TRUTH("deleteoldrdn"),
    [LDAP_NEWSUPERIOR] = TEXT("newSuperior"),
    [LDAP_MODDNRESPONSE] = HEADING("modDNResponse"),
    [LDAP_COMPAREREQUEST] = HEADING("compareRequest"),
    [LDAP_AVA] = HEADING("ava"),
    [LDAP_COMPARERESPONSE] = HEADING("compareResponse"),
    [LDAP_ABANDONREQUEST] = NUMBER("abandonRequest"),
    [LDAP_EXTENDEDREQ] = HEADING("extendedReq"),
    [LDAP_REQUESTNAME] = IDENTIFIER("requestName", "requestName"),
    [LDAP_REQUESTVALUE] = BYTES("requestValue"),
    [LDAP_EXTENDEDRESP] = HEADING("extendedResp"),
    [LDAP_RESPONSENAME] = IDENTIFIER("responseName", "responseName"),
    [LDAP_RESPONSE] = BYTES("response"),
    [LDAP_INTERMEDIATERESPONSE] = HEADING("intermediateResponse"),
    [LDAP_RESPONSEVALUE] = BYTES("responseValue"),
    [LDAP_SEARCHCONTROLVALUE] = HEADING("SearchControlValue"),
    [LDAP_SIZE] = { "ldap.size", "size", FT_INT32, BASE_DEC },
    [LDAP_COOKIE] = BYTES("cookie"),
    [LDAP_SORTKEYLIST] = LIST("SortKeyList"),
    [LDAP_SORTKEYLIST_ITEM] = { "ldap.SortKeyList_item_element", "SortKeyList item", FT_NONE },
    [LDAP_ATTRIBUTETYPE] = TEXT("attributeType"),
    [LDAP_ORDERINGRULE] = TEXT("orderingRule"),
    [LDAP_REVERSEORDER] = TRUTH("reverseOrder"),
    [LDAP_SORTRESULT_ELEMENT] = HEADING("SortResult"),
    [LDAP_SORTRESULT] = NUMBER("sortResult", .values = &sort_results),
    [LDAP_DIRSYNCCONTROLVALUE] = HEADING("DirSyncControlValue"),
    [LDAP_FLAGS] = { "ldap.flags", "flags", FT_UINT32, BASE_HEX },
    [LDAP_OBJECT_SECURITY_FLAG] = FLAG("object_security", "Object_Security", 0x00000001),
    [LDAP_ANCESTOR_FIRST_FLAG] = FLAG("ancestor_first", "Ancestor_First", 0x00000800),
    [LDAP_PUBLIC_DATA_ONLY_FLAG] = FLAG("public_data_only", "Public_Data_Only", 0x00002000),
    [LDAP_INCREMENTAL_VALUE_FLAG] = FLAG("incremental_value", "Incremental_Value", 0x80000000),
    [LDAP_MAXBYTES] = { "ldap.maxBytes", "maxBytes", FT_INT32, BASE_DEC },
    [LDAP_SYNCREQUESTVALUE] = HEADING("SyncRequestValue"),
    [LDAP_MODE] = NUMBER("mode", .values = &sync_modes),
    [LDAP_RELOADHINT] = TRUTH("reloadHint"),
    [LDAP_SYNCSTATEVALUE] = HEADING("SyncStateValue"),
    [LDAP_STATE] = NUMBER("state", .values = &sync_states),
    [LDAP_ENTRYUUID] = BYTES("entryUUID"),
    [LDAP_SYNCDONEVALUE] = HEADING("SyncDoneValue"),
    [LDAP_REFRESHDELETES] = TRUTH("refreshDeletes"),
    [LDAP_SYNCINFOVALUE] = NUMBER("SyncInfoValue", .values = &sync_infos),
    [LDAP_NEWCOOKIE] = BYTES("newcookie"),
    [LDAP_REFRESHDELETE] = HEADING("refreshDelete"),
    [LDAP_REFRESHDONE] = TRUTH("refreshDone"),
    [LDAP_REFRESHPRESENT] = HEADING("refreshPresent"),
    [LDAP_SYNCIDSET] = HEADING("syncIdSet"),
    [LDAP_SYNCUUIDS] = LIST("syncUUIDs"),
    [LDAP_SYNCUUID] = BYTES("SyncUUID"),
    [LDAP_PASSWORDPOLICYRESPONSEVALUE] = HEADING("PasswordPolicyResponseValue"),
    [LDAP_WARNING] = NUMBER("warning", .values = &policy_warnings),
    [LDAP_TIMEBEFOREEXPIRATION] = NUMBER("timeBeforeExpiration"),
    [LDAP_GRACEAUTHNSREMAINING] = NUMBER("graceAuthNsRemaining"),
    [LDAP_ERROR] = NUMBER("error", .values = &policy_errors),
    [LDAP_PASSWDMODIFYREQUESTVALUE] = HEADING("PasswdModifyRequestValue"),
    [LDAP_USERIDENTITY] = BYTES("userIdentity"),
    [LDAP_OLDPASSWD] = BYTES("oldPasswd"),
    [LDAP_NEWPASSWD] = BYTES("newPasswd"),
    [LDAP_CANCELREQUESTVALUE] = HEADING("CancelRequestValue"),
    [LDAP_CANCELID] = NUMBER("cancelID"),
};
static const struct note_def notes[] = {
    [LDAP_NOTE_FILTER_DEPTH] = { "ldap.too_many_filter_elements", "Filters nest too deep. Giving up.", SEV_ERROR,
                                 GROUP_UNDECODED },
};
enum { PREF_DESEGMENT };
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment_ldap_messages", "Put together LDAP messages that span several TCP segments",
                         PREF_BOOL, 1 },
};

/* --- texts ---------------------------------------------------------------------------------------------------- */

static void oid_name_add(struct strbuf *sb, const uint8_t *p, uint32_t len)
{
    char text[OID_TEXT];
    uint32_t n = 0;
    while (n < len && n + 1 < sizeof text && (p[n] == '.' || (p[n] >= '0' && p[n] <= '9')))
        n++;
    memcpy(text, p, n);
    text[n] = '\0';
    if (n == len && n != 0)
        sb_oid_name(sb, text);
    else
        sb_str(sb, "*** Malformed OID ***");
}

void ldap_oid_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p == NULL)
        return;
    sb_str(sb, " (");
    oid_name_add(sb, p, n->len);
    sb_char(sb, ')');
}

void ldap_heading_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct ldap_text *t = n->v.arg;
    if (t == NULL || t->len == 0)
        return;
    sb_char(sb, ' ');
    sb_escaped(sb, t->p, t->len);
}

void ldap_payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

static void name_add(struct strbuf *sb, struct ldap_text name)
{
    sb_str(sb, " \"");
    if (name.len != 0)
        sb_escaped(sb, name.p, name.len);
    else
        sb_str(sb, "<ROOT>");
    sb_char(sb, '"');
}

static void code_add(struct strbuf *sb, const struct values *names, uint32_t code, const char *what)
{
    const char *name = values_find(names, code);
    if (name != NULL)
        sb_printf(sb, " %s", name);
    else
        sb_printf(sb, " Unknown %s(%u)", what, code);
}

/* "bindResponse(1) success (text)" */
static void summary_add(struct strbuf *sb, const struct ldap_message *m)
{
    sb_printf(sb, "%s(%u)", values_or(&op_names, m->op, ""), m->id);
    switch (m->op) {
    case LDAP_BIND_REQUEST:
        name_add(sb, m->name);
        code_add(sb, &authentications, m->code, "auth");
        return;
    case LDAP_SEARCH_REQUEST:
        name_add(sb, m->name);
        code_add(sb, &scopes, m->code, "scope");
        return;
    case LDAP_SEARCH_ENTRY:
    case LDAP_MODIFY_REQUEST:
    case LDAP_ADD_REQUEST:
    case LDAP_DELETE_REQUEST:
    case LDAP_MODIFY_DN_REQUEST:
    case LDAP_COMPARE_REQUEST: name_add(sb, m->name); return;
    case LDAP_UNBIND_REQUEST:
    case LDAP_ABANDON_REQUEST:
    case LDAP_SEARCH_REFERENCE:
    case LDAP_EXTENDED_REQUEST:
    case LDAP_INTERMEDIATE_RESPONSE: return;
    case LDAP_EXTENDED_RESPONSE: break;
    default: code_add(sb, &result_names, m->code, "result"); break;
    }
    if (m->error.len != 0) {
        sb_str(sb, " (");
        sb_escaped(sb, m->error.p, m->error.len);
        sb_char(sb, ')');
    }
}

static void results_add(struct strbuf *sb, const struct ldap_message *m)
{
    if (m->done && m->call != NULL)
        sb_printf(sb, " [%u result%s]", m->call->results, m->call->results == 1 ? "" : "s");
}

void ldap_message_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct ldap_message *m = n->v.arg;
    if (m == NULL || !m->known) {
        sb_str(sb, "LDAPMessage");
        return;
    }
    if (m->op == LDAP_INTERMEDIATE_RESPONSE && m->oid.len != 0) {
        sb_str(sb, "IntermediateResponse ");
        sb_escaped(sb, m->oid.p, m->oid.len);
        sb_str(sb, " (");
        oid_name_add(sb, m->oid.p, m->oid.len);
        sb_char(sb, ')');
        return;
    }
    sb_str(sb, "LDAPMessage ");
    summary_add(sb, m);
    if (m->op == LDAP_SEARCH_ENTRY || m->op == LDAP_SEARCH_DONE)
        results_add(sb, m);
}

void ldap_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct ldap_message *m = arg;
    sb_str(sb, m->prefix);
    summary_add(sb, m);
    sb_char(sb, ' ');
    if (m->oid.len != 0) {
        oid_name_add(sb, m->oid.p, m->oid.len);
        sb_char(sb, ' ');
    }
    if (m->op == LDAP_SEARCH_DONE)
        results_add(sb, m);
}

static void sealed_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const uint32_t *len = arg;
    sb_printf(sb, "SASL GSS-API Privacy: payload (%u byte%s)", *len, *len == 1 ? "" : "s");
}

/* --- state ------------------------------------------------------------------------------------------------------ */

struct talk {
    uint32_t tls;  /* frame after which TLS speaks; 0: not yet */
};
struct asked {
    struct ldap_call *call;  /* the latest one of that number */
};
struct fact {
    struct ldap_call *call;
};

static bool is_request(const struct ldap_message *m)
{
    switch (m->op) {
    case LDAP_BIND_REQUEST:
    case LDAP_SEARCH_REQUEST:
    case LDAP_MODIFY_REQUEST:
    case LDAP_ADD_REQUEST:
    case LDAP_DELETE_REQUEST:
    case LDAP_MODIFY_DN_REQUEST:
    case LDAP_COMPARE_REQUEST:
    case LDAP_EXTENDED_REQUEST: return true;
    default: return false;
    }
}

static struct asked *asked_of(struct dissect *d, uint32_t id)
{
    struct key {
        const struct flow *flow;
        uint64_t id;
    } key = { flow_here(d), id };
    return key.flow != NULL ? keyed_memory(d, &key, sizeof key, sizeof(struct asked)) : NULL;
}

static void learn(struct ldap_message *m, struct fact *fact)
{
    struct dissect *d = m->d;
    uint32_t here = frame_number(d->frame);
    struct asked *asked = asked_of(d, m->id);
    if (asked == NULL)
        return;
    if (is_request(m)) {
        asked->call = flow_take(d, sizeof *asked->call);
        if (asked->call != NULL)
            *asked->call = (struct ldap_call){ .request = here,
                                               .asked = d->frame->time,
                                               .starts_tls = ldap_text_is(m->oid, "1.3.6.1.4.1.1466.20037") };
    }
    struct ldap_call *call = fact->call = asked->call;
    if (call == NULL || is_request(m))
        return;
    if (call->response == 0)
        call->response = here;
    call->results += m->op == LDAP_SEARCH_ENTRY;
    struct talk *talk = flow_memory(d, flow_here(d), 0, sizeof *talk);
    if (talk != NULL && call->starts_tls && m->op == LDAP_EXTENDED_RESPONSE && m->code == 0)
        talk->tls = here;
}

static void links(struct ldap_message *m, struct cursor at)
{
    struct dissect *d = m->d;
    if (d->stop != STOP_NONE || m->op == LDAP_UNBIND_REQUEST || m->op == LDAP_ABANDON_REQUEST)
        return;
    struct fact *fact = fact_here(d, fact_slot(at), sizeof *fact);
    if (fact == NULL)
        return;
    if (d->first_pass)
        learn(m, fact);
    m->call = fact->call;
    if (m->call == NULL)
        return;
    if (is_request(m)) {
        if (m->call->response != 0)
            emit_value(d, at, LDAP_RESPONSE_IN, 0, 0, m->call->response);
        return;
    }
    emit_value(d, at, LDAP_RESPONSE_TO, 0, 0, m->call->request);
    emit_value(d, at, LDAP_TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, m->call->asked)));
}

/* --- messages ---------------------------------------------------------------------------------------------------- */

static void message(struct ldap_message *m, const struct ldap_element *e)
{
    struct dissect *d = m->d;
    struct cursor c = e->body;
    struct ldap_element part;
    emit_arg(d, e->whole, LDAP_LDAPMESSAGE, 0, e->whole.cap, m);
    down(d);
    if (!ldap_take(d, &c, &part) || part.id != DER_INTEGER) {
        malformed(d);
        return;
    }
    m->id = (uint32_t)der_integer(part.body);
    if (need(d, part.body, 0, part.body.wire))
        emit_value(d, part.body, LDAP_MESSAGEID, 0, part.body.wire, m->id);
    if (!ldap_take(d, &c, &part)) {
        malformed(d);
        return;
    }
    if (!ldap_operation(m, &part)) {
        malformed(d);
        return;
    }
    links(m, part.whole);
    if (more(d, &c) && get8(d, c, 0) == DER_TAGGED(0) && ldap_take(d, &c, &part))
        ldap_controls(m, &part);
    m->done = d->stop == STOP_NONE;
    up(d);
}

void ldap_messages(struct dissect *d, struct cursor c, const char *prefix)
{
    bool first = true;
    uint8_t depth = d->depth;
    struct ldap_element e;
    while (more(d, &c) && ldap_take(d, &c, &e)) {
        struct ldap_message *m = packet_zero(d, sizeof *m);
        if (m == NULL)
            return;
        m->d = d;
        m->prefix = first ? prefix : "";
        m->between = first ? " | " : "";
        m->code = NO_CODE;
        if (e.id != DER_SEQUENCE) {
            malformed(d);
            return;
        }
        message(m, &e);
        d->depth = depth;
        first = false;
    }
}

/* --- security layers ------------------------------------------------------------------------------------------- */

/* What a Wrap token of Kerberos holds; false when c is none.  RFC 4121 section 4.2.6.2: the checksum stands behind the
   payload, and all is turned right by so many octets. */
static bool unwrapped_new(struct cursor c, struct cursor *payload, bool *sealed)
{
    const uint8_t *p = cursor_peek(c, 0, TOKEN_HEADER);
    if (p == NULL || be16(p) != TOKEN_WRAP || p[3] != TOKEN_FILLER)
        return false;
    *sealed = (p[2] & TOKEN_SEALED) != 0;
    uint32_t checksum = be16(p + 4), turned = be16(p + 6);
    *payload = cursor_at(c, TOKEN_HEADER);
    if (*sealed)
        return true;
    if (checksum > payload->wire || (turned != 0 && turned != checksum))
        return false;
    uint32_t len = payload->wire - checksum;
    *payload = turned != 0 ? cursor_at(*payload, checksum) : cursor_part(*payload, len);
    return true;
}

/* RFC 1964 section 1.2.2: behind the mechanism's identifier; a confounder comes before the payload. */
static bool unwrapped_old(struct cursor c, struct cursor *payload, bool *sealed)
{
    struct der token, oid;
    if (!der_peek(c, &token) || token.id != TOKEN_FRAME || !der_take(&token.body, &oid) || oid.id != DER_OID)
        return false;
    const uint8_t *p = cursor_peek(token.body, 0, OLD_HEADER);
    if (p == NULL || be16(p) != OLD_WRAP || be16(p + 6) != OLD_FILLER)
        return false;
    *sealed = be16(p + 4) != OLD_NOT_SEALED;
    *payload = cursor_at(token.body, OLD_HEADER);
    uint32_t padding = payload->cap != 0 ? payload->p[payload->cap - 1] : 0;
    if (!*sealed && padding <= payload->cap)
        cursor_limit(payload, payload->cap - padding);
    return true;
}

static void sasl_buffer(struct dissect *d, struct cursor c)
{
    struct cursor payload;
    bool sealed;
    add_item(d, &c, LDAP_SASL_BUFFER_LENGTH, SASL_HEADER);
    emit_at(d, c, LDAP_SASL_BUFFER, 0, c.cap);
    if (!unwrapped_new(c, &payload, &sealed) && !unwrapped_old(c, &payload, &sealed))
        return;
    down(d);
    if (sealed) {
        info_set(d, sealed_info, packet_copy(d, &payload.wire, sizeof payload.wire));
        emit_at(d, payload, LDAP_GSSAPI_ENCRYPTED_PAYLOAD, 0, payload.cap);
    } else {
        emit_at(d, payload, LDAP_GSSAPI_PAYLOAD, 0, payload.cap);
        down(d);
        ldap_messages(d, payload, "SASL GSS-API Integrity: ");
        up(d);
    }
    up(d);
}

/* --- the stream -------------------------------------------------------------------------------------------------- */

static uint32_t length(struct dissect *d, struct cursor c)
{
    (void)d;
    if (c.p[0] != DER_SEQUENCE)
        return SASL_HEADER + be32(c.p);
    uint32_t n = c.p[1] & 0x80 ? c.p[1] & 0x7fu : 0;
    if (c.p[1] == 0x80 || n > HEADER - 2)
        return 0;
    uint32_t len = n != 0 ? (uint32_t)be_uint(c.p + 2, n) : c.p[1];
    return len <= INT32_MAX ? 2 + n + len : 0;
}

static void pdu(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "LDAP");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    if (get8(d, c, 0) == DER_SEQUENCE)
        ldap_messages(d, c, "");
    else
        sasl_buffer(d, c);
    info_fence(d);
}

static struct verdict ldap_run(struct dissect *d, struct cursor c)
{
    const struct talk *talk = flow_memory(d, flow_here(d), 0, sizeof *talk);
    if (talk != NULL && talk->tls != 0 && talk->tls < frame_number(d->frame)) {
        d->n_layers--;
        return hand_to(&proto_tls, 0, c);
    }
    const uint8_t *p = cursor_peek(c, 0, SASL_HEADER);
    if (p != NULL && p[0] != DER_SEQUENCE && (be32(p) < 2 || be32(p) > SASL_MAX))
        return passed_over(d);
    if (d->waits && !pref(d, PREF_DESEGMENT))
        d->waits = false;
    return stream_messages(d, c, HEADER, length, pdu);
}

static const struct claim claims[] = { { TABLE_TCP_PORT, PORT }, { TABLE_TCP_PORT, PORT_GLOBAL_CATALOG } };
static const struct protocol *const calls[] = { &proto_tls, NULL };

PROTOCOL(ldap,
    .name = "ldap", .short_name = "LDAP", .long_name = "Lightweight Directory Access Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .calls = calls, .run = ldap_run, .keeps_state = true
);
