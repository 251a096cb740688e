/* xmpp.h - XMPP's rows, and the tables that say which elements and attributes are known where. */
#ifndef PROTOCOLS_APPLICATION_XMPP_H
#define PROTOCOLS_APPLICATION_XMPP_H

#include "protocols/application/xml.h"

#define XMPP_NAMED_ROWS(R)                                                        \
    R(ID, "id", "id")                                                             \
    R(TYPE, "type", "type")                                                       \
    R(FROM, "from", "from")                                                       \
    R(TO, "to", "to")                                                             \
    R(QUERY_NODE, "query.node", "node")                                           \
    R(ITEM_JID, "query.item.jid", "jid")                                          \
    R(ITEM_NAME, "query.item.name", "name")                                       \
    R(ITEM_SUBSCRIPTION, "query.item.subscription", "subscription")               \
    R(ITEM_ASK, "query.item.ask", "ask")                                          \
    R(ITEM_GROUP, "query.item.group", "GROUP")                                    \
    R(ITEM_APPROVED, "query.item.approved", "approved")                           \
    R(ITEM_NODE, "query.item.node", "node")                                       \
    R(IDENTITY_CATEGORY, "query.identity.category", "category")                   \
    R(IDENTITY_TYPE, "query.identity.type", "type")                               \
    R(IDENTITY_NAME, "query.identity.name", "name")                               \
    R(IDENTITY_LANG, "query.identity.lang", "lang")                               \
    R(ERROR_CODE, "error.code", "code")                                           \
    R(ERROR_TYPE, "error.type", "type")                                           \
    R(ERROR_CONDITION, "error.condition", "CONDITION")                            \
    R(ERROR_TEXT, "error.text", "TEXT")                                           \
    R(BIND_JID, "iq.bind.jid", "jid")                                             \
    R(BIND_RESOURCE, "iq.bind.resource", "resource")                              \
    R(EVENT_CONDITION, "x-event.condition", "CONDITION")                          \
    R(SHOW, "presence.show", "SHOW")                                              \
    R(CHATSTATE, "message.chatstate", "CHATSTATE")                                \
    R(THREAD_PARENT, "message.thread.parent", "parent")                           \
    R(FAILURE_TEXT, "failure_text", "TEXT")

/* Rows for elements: their label is a title and attributes. */
#define XMPP_ELEMENT_ROWS(R)                                                      \
    R(IQ, "iq", "IQ")                                                             \
    R(QUERY, "query", "QUERY")                                                    \
    R(ITEM, "query.item", "ITEM")                                                 \
    R(IDENTITY, "query.identity", "IDENTITY")                                     \
    R(ERROR, "error", "ERROR")                                                    \
    R(BIND, "iq.bind", "BIND")                                                    \
    R(SESSION, "iq.session", "SESSION")                                           \
    R(VCARD, "vcard", "VCARD")                                                    \
    R(VCARD_UPDATE, "vcard-update", "X VCARD-UPDATE")                             \
    R(DELAY, "delay", "DELAY")                                                    \
    R(EVENT, "x-event", "X EVENT")                                                \
    R(PRESENCE, "presence", "PRESENCE")                                           \
    R(STATUS, "presence.status", "STATUS")                                        \
    R(CAPS, "presence.caps", "CAPS")                                              \
    R(MESSAGE, "message", "MESSAGE")                                              \
    R(THREAD, "message.thread", "THREAD")                                         \
    R(BODY, "message.body", "BODY")                                               \
    R(SUBJECT, "message.subject", "SUBJECT")                                      \
    R(AUTH, "auth", "AUTH")                                                       \
    R(STREAM, "stream", "STREAM")                                                 \
    R(FAILURE, "failure", "FAILURE")                                              \
    R(FEATURES, "features", "FEATURES")                                           \
    R(STARTTLS, "starttls", "STARTTLS")                                           \
    R(PROCEED, "proceed", "PROCEED")                                              \
    R(PING, "ping", "PING")                                                       \
    R(RESPONSE, "response", "RESPONSE")                                           \
    R(CHALLENGE, "challenge", "CHALLENGE")                                        \
    R(SUCCESS, "success", "SUCCESS")

#define XMPP_ROW_ID(id, name, label) XMPP_##id,
enum xmpp_row {
    XMPP,
    XMPP_NAMED_ROWS(XMPP_ROW_ID)
    XMPP_ELEMENT_ROWS(XMPP_ROW_ID)
    XMPP_HEADER_VERSION, XMPP_XMLNS, XMPP_CDATA, XMPP_ATTRIBUTE, XMPP_UNKNOWN_ATTRIBUTE, XMPP_FEATURE, XMPP_MECHANISM, XMPP_MECHANISMS, XMPP_UNKNOWN, XMPP_INNER, XMPP_STREAM_END, XMPP_RESPONSE_IN, XMPP_RESPONSE_TO, XMPP_OUT, XMPP_IN,
};
#undef XMPP_ROW_ID

enum xmpp_note {
    XMPP_NOTE_UNKNOWN_PACKET, XMPP_NOTE_NO_RESPONSE, XMPP_NOTE_RESPONSE, XMPP_NOTE_CHALLENGE, XMPP_NOTE_SUCCESS,
    XMPP_NOTE_ERROR, XMPP_NOTE_STARTTLS_AGAIN, XMPP_NOTE_STARTTLS_MISSING, XMPP_NOTE_PROCEED_AGAIN,
    XMPP_NOTE_UNKNOWN_ELEMENT, XMPP_NOTE_UNKNOWN_ATTRIBUTE, XMPP_NOTE_REQUIRED, XMPP_NOTE_UNEXPECTED,
};

/* Where the value of what is shown like an attribute comes from. */
enum xmpp_source {
    XMPP_ATTRIBUTE_OF,  /* an attribute */
    XMPP_TEXT,          /* the element's text */
    XMPP_CONTENT,       /* all between its tags */
    XMPP_CHILD_TEXT,    /* the text of the child of that name */
    XMPP_CHILD_NAME,    /* the name of the child in that namespace; no namespace: of any child but <text> */
};
enum xmpp_trait { XMPP_LISTED = 1, XMPP_REQUIRED = 2 };  /* stands behind the element's title; must be there */

struct xmpp_attribute {
    const char *name;
    uint8_t row, source, traits;
    const char *space;          /* XMPP_CHILD_NAME */
    const char *const *values;  /* that it may have; NULL: any, NULL at the end */
};

struct xmpp_kind {
    const char *name, *space;   /* of the element and its namespace; NULL: in any */
    uint8_t row;
    const struct xmpp_attribute *attributes;
    uint32_t n_attributes;
    const struct xmpp_kind *const *children;  /* in the order in which they are shown; NULL at the end */
    const char *brief;          /* its namespace in an IQ's line */
    bool text;                  /* it is all that matters: shown as CDATA, even when there is none */
};

/* Stanzas and the rest of what a stream consists of; NULL at the end. */
extern const struct xmpp_kind *const xmpp_top[];
extern const struct xmpp_kind xmpp_iq, xmpp_presence, xmpp_message, xmpp_stream, xmpp_starttls, xmpp_proceed,
    xmpp_error, xmpp_features, xmpp_auth, xmpp_failure, xmpp_challenge, xmpp_response, xmpp_success, xmpp_features_item,
    xmpp_mechanism;

/* An element of the text. */
struct xmpp_element {
    const struct xmpp_kind *kind;             /* NULL: nobody knows it here */
    uint32_t from, end;
    uint32_t name, name_end;                  /* without a prefix */
    uint32_t attributes, attributes_end;
    uint32_t content, content_end;            /* between its tags */
    uint32_t text, text_end;                  /* the first text in it */
    uint32_t child, next;                     /* numbers of elements; 0: none */
};
enum { XMPP_ELEMENTS = 4096, XMPP_LEVELS = 32 };  /* more of them in a message, or deeper, are not shown one by one */

struct xmpp_document {
    struct dissect *d;
    struct cursor c;
    struct xml_text t;
    struct xmpp_element *elements;            /* [0] has those at the top */
    uint32_t count;
    uint32_t version, version_end;            /* of the XML declaration */
    uint32_t strays;                          /* at the top, what is no element */
    bool declared, closed;                    /* there is an XML declaration; </stream:stream> */
    bool noted;                               /* there is a finding about the next element: */
    uint8_t note;
    uint32_t note_frame;                      /* and the frame that it speaks of */
    unsigned slot;                            /* of facts about its stanzas: the first */
};

/* Reads the text; false without memory. */
bool xmpp_read(struct xmpp_document *x);
bool xmpp_is(const struct xmpp_document *x, uint32_t from, uint32_t end, const char *text);
/* Its attribute, "xmlns"; false when it has none. */
bool xmpp_attribute_of(struct xmpp_document *x, const struct xmpp_element *e, const char *name,
                       struct xml_attribute *a);
/* The element with all in it, at the present depth; the node. */
void xmpp_element_show(struct xmpp_document *x, const struct xmpp_element *e);
/* In capitals. */
void xmpp_upper(struct strbuf *sb, const uint8_t *p, uint32_t len);
/* The text functions of rows and findings. */
field_text xmpp_element_label, xmpp_attribute_text, xmpp_attribute_label, xmpp_unknown_text,
    xmpp_unknown_attribute_text, xmpp_unknown_attribute_label, xmpp_feature_label, xmpp_inner_label, xmpp_required_text,
    xmpp_unexpected_text, xmpp_unknown_element_text, xmpp_unknown_attribute_note_text, xmpp_error_text;

#endif
