/* xmpp_tables.c - XMPP: which elements and attributes are known where: RFC 6120 and 6121, XEP-0030, 0054, 0085, 0115, 0153,
   0199, 0203 and 0022. */
#include "protocols/application/xmpp.h"

#define CHATSTATES "http://jabber.org/protocol/chatstates"
#define STANZA_ERRORS "urn:ietf:params:xml:ns:xmpp-stanzas"
#define KIND(id, elem, ns, r, ...) \
    const struct xmpp_kind id = { .name = (elem), .space = (ns), .row = (r), __VA_ARGS__ }
#define ATTRIBUTES(t) .attributes = (t), .n_attributes = ARRAY_LEN(t)

static const char *const iq_types[] = { "get", "set", "result", "error", NULL };
static const char *const message_types[] = { "chat", "error", "groupchat", "headline", "normal", NULL };
static const char *const presence_types[] = { "error",       "probe",        "subscribe", "subscribed",
                                              "unavailable", "unsubscribe", "unsubscribed", NULL };
static const char *const shows[] = { "away", "chat", "dnd", "xa", NULL };

/* --- what stands in stanzas --------------------------------------------------------------------- */

static const struct xmpp_attribute error_attributes[] = {
    { "type", XMPP_ERROR_TYPE, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED },
    { "code", XMPP_ERROR_CODE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "condition", XMPP_ERROR_CONDITION, XMPP_CHILD_NAME, XMPP_LISTED | XMPP_REQUIRED, STANZA_ERRORS },
    { "text", XMPP_ERROR_TEXT, XMPP_CHILD_TEXT },
};
KIND(xmpp_error, "error", NULL, XMPP_ERROR, ATTRIBUTES(error_attributes));

static const struct xmpp_attribute xmlns_alone[] = { { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED } };
static const struct xmpp_attribute bind_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "resource", XMPP_BIND_RESOURCE, XMPP_CHILD_TEXT, XMPP_LISTED },
    { "jid", XMPP_BIND_JID, XMPP_CHILD_TEXT, XMPP_LISTED },
};
/* Children that are a text each: "MECHANISM: PLAIN". */
KIND(xmpp_mechanism, "mechanism", NULL, XMPP_MECHANISM);
static const struct xmpp_kind *const mechanisms_children[] = { &xmpp_mechanism, NULL };
static KIND(mechanisms, "mechanisms", NULL, XMPP_MECHANISMS, ATTRIBUTES(xmlns_alone), .children = mechanisms_children);

static KIND(bind, "bind", NULL, XMPP_BIND, ATTRIBUTES(bind_attributes));
static KIND(session, "session", NULL, XMPP_SESSION, ATTRIBUTES(xmlns_alone));
static KIND(ping, "ping", "urn:xmpp:ping", XMPP_PING, ATTRIBUTES(xmlns_alone));

static const struct xmpp_attribute vcard_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "value", XMPP_ATTRIBUTE, XMPP_CONTENT },
};
static KIND(vcard, "vCard", "vcard-temp", XMPP_VCARD, ATTRIBUTES(vcard_attributes));

static const struct xmpp_attribute roster_item_attributes[] = {
    { "jid", XMPP_ITEM_JID, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "name", XMPP_ITEM_NAME, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "ask", XMPP_ITEM_ASK, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "approved", XMPP_ITEM_APPROVED, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "subscription", XMPP_ITEM_SUBSCRIPTION, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "group", XMPP_ITEM_GROUP, XMPP_CHILD_TEXT },
};
static KIND(roster_item, "item", NULL, XMPP_ITEM, ATTRIBUTES(roster_item_attributes));
static const struct xmpp_kind *const roster_children[] = { &roster_item, NULL };
static KIND(roster, "query", "jabber:iq:roster", XMPP_QUERY, ATTRIBUTES(xmlns_alone), .children = roster_children,
            .brief = "jabber:iq:roster");

static const struct xmpp_attribute node_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "node", XMPP_QUERY_NODE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
};
static const struct xmpp_attribute items_item_attributes[] = {
    { "jid", XMPP_ITEM_JID, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "name", XMPP_ITEM_NAME, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "node", XMPP_ITEM_NODE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
};
static KIND(items_item, "item", NULL, XMPP_ITEM, ATTRIBUTES(items_item_attributes));
static const struct xmpp_kind *const items_children[] = { &items_item, NULL };
static KIND(disco_items, "query", "http://jabber.org/protocol/disco#items", XMPP_QUERY, ATTRIBUTES(node_attributes),
            .children = items_children, .brief = "disco#items");

static const struct xmpp_attribute identity_attributes[] = {
    { "category", XMPP_IDENTITY_CATEGORY, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "name", XMPP_IDENTITY_NAME, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "type", XMPP_IDENTITY_TYPE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "xml:lang", XMPP_IDENTITY_LANG, XMPP_ATTRIBUTE_OF },
};
static KIND(identity, "identity", NULL, XMPP_IDENTITY, ATTRIBUTES(identity_attributes));
static const struct xmpp_attribute feature_attributes[] = { { "var", XMPP_FEATURE, XMPP_ATTRIBUTE_OF } };
KIND(xmpp_features_item, "feature", NULL, XMPP_FEATURE, ATTRIBUTES(feature_attributes));
static const struct xmpp_kind *const info_children[] = { &identity, &xmpp_features_item, NULL };
static KIND(disco_info, "query", "http://jabber.org/protocol/disco#info", XMPP_QUERY, ATTRIBUTES(node_attributes),
            .children = info_children, .brief = "disco#info");

static const struct xmpp_attribute delay_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "from", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "stamp", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED },
    { "value", XMPP_ATTRIBUTE, XMPP_TEXT, XMPP_LISTED },
};
static KIND(delay, "delay", "urn:xmpp:delay", XMPP_DELAY, ATTRIBUTES(delay_attributes));
static KIND(delay_old, "x", "jabber:x:delay", XMPP_DELAY, ATTRIBUTES(delay_attributes));

/* --- stanzas: RFC 6120 section 8, RFC 6121 ------------------------------------------------------- */

static const struct xmpp_attribute iq_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "id", XMPP_ID, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED },
    { "type", XMPP_TYPE, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED, .values = iq_types },
    { "from", XMPP_FROM, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "to", XMPP_TO, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
};
static const struct xmpp_kind *const iq_children[] = {
    &xmpp_error, &bind, &session, &roster, &disco_info, &disco_items, &vcard, &ping, NULL
};
KIND(xmpp_iq, "iq", NULL, XMPP_IQ, ATTRIBUTES(iq_attributes), .children = iq_children);

static const struct xmpp_attribute text_attributes[] = {
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "value", XMPP_ATTRIBUTE, XMPP_TEXT, XMPP_LISTED },
};
static const struct xmpp_attribute subject_attributes[] = {
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "value", XMPP_ATTRIBUTE, XMPP_TEXT },
};
static const struct xmpp_attribute thread_attributes[] = {
    { "parent", XMPP_THREAD_PARENT, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "value", XMPP_ATTRIBUTE, XMPP_TEXT, XMPP_LISTED },
};
static const struct xmpp_attribute event_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "condition", XMPP_EVENT_CONDITION, XMPP_CHILD_NAME, XMPP_LISTED },
    { "id", XMPP_ATTRIBUTE, XMPP_CHILD_TEXT },
};
static KIND(thread, "thread", NULL, XMPP_THREAD, ATTRIBUTES(thread_attributes));
static KIND(body, "body", NULL, XMPP_BODY, ATTRIBUTES(text_attributes));
static KIND(subject, "subject", NULL, XMPP_SUBJECT, ATTRIBUTES(subject_attributes));
static KIND(event, "x", "jabber:x:event", XMPP_EVENT, ATTRIBUTES(event_attributes));
static const struct xmpp_attribute message_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "from", XMPP_FROM, XMPP_ATTRIBUTE_OF },
    { "id", XMPP_ID, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "to", XMPP_TO, XMPP_ATTRIBUTE_OF },
    { "type", XMPP_TYPE, XMPP_ATTRIBUTE_OF, XMPP_LISTED, .values = message_types },
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
    { "chatstate", XMPP_CHATSTATE, XMPP_CHILD_NAME, XMPP_LISTED, CHATSTATES },
};
static const struct xmpp_kind *const message_children[] = { &xmpp_error, &thread,    &body,  &subject,
                                                            &delay,      &delay_old, &event, NULL };
KIND(xmpp_message, "message", NULL, XMPP_MESSAGE, ATTRIBUTES(message_attributes), .children = message_children);

static const struct xmpp_attribute caps_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "hash", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "node", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED },
    { "ver", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_REQUIRED },
    { "ext", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
};
static const struct xmpp_attribute update_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "photo", XMPP_ATTRIBUTE, XMPP_CHILD_TEXT },
};
static KIND(status, "status", NULL, XMPP_STATUS, ATTRIBUTES(text_attributes));
static KIND(caps, "c", "http://jabber.org/protocol/caps", XMPP_CAPS, ATTRIBUTES(caps_attributes));
static KIND(update, "x", "vcard-temp:x:update", XMPP_VCARD_UPDATE, ATTRIBUTES(update_attributes));
static const struct xmpp_attribute presence_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF },
    { "from", XMPP_FROM, XMPP_ATTRIBUTE_OF },
    { "id", XMPP_ID, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "to", XMPP_TO, XMPP_ATTRIBUTE_OF },
    { "type", XMPP_TYPE, XMPP_ATTRIBUTE_OF, XMPP_LISTED, .values = presence_types },
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
    { "show", XMPP_SHOW, XMPP_CHILD_TEXT, XMPP_LISTED, .values = shows },
    { "priority", XMPP_ATTRIBUTE, XMPP_CHILD_TEXT },
};
static const struct xmpp_kind *const presence_children[] = { &xmpp_error, &status, &caps, &delay,
                                                             &delay_old,  &update, NULL };
KIND(xmpp_presence, "presence", NULL, XMPP_PRESENCE, ATTRIBUTES(presence_attributes), .children = presence_children);

/* --- the stream: RFC 6120 sections 4 to 6 -------------------------------------------------------- */

static const struct xmpp_attribute stream_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "xmlns:stream", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "from", XMPP_FROM, XMPP_ATTRIBUTE_OF },
    { "to", XMPP_TO, XMPP_ATTRIBUTE_OF },
    { "id", XMPP_ID, XMPP_ATTRIBUTE_OF },
    { "version", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
    { "xml:lang", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF },
};
KIND(xmpp_stream, "stream", NULL, XMPP_STREAM, ATTRIBUTES(stream_attributes), .children = xmpp_top);

static const struct xmpp_attribute required_xmlns[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED }
};
static const struct xmpp_attribute auth_attributes[] = {
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
    { "mechanism", XMPP_ATTRIBUTE, XMPP_ATTRIBUTE_OF, XMPP_LISTED },
};
static const struct xmpp_attribute failure_attributes[] = {
    { "text", XMPP_FAILURE_TEXT, XMPP_CHILD_TEXT },
    { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF, XMPP_LISTED | XMPP_REQUIRED },
    { "condition", XMPP_ATTRIBUTE, XMPP_CHILD_NAME, XMPP_LISTED },
};
static const struct xmpp_attribute plain_xmlns[] = { { "xmlns", XMPP_XMLNS, XMPP_ATTRIBUTE_OF } };
KIND(xmpp_auth, "auth", NULL, XMPP_AUTH, ATTRIBUTES(auth_attributes), .text = true);
static const struct xmpp_kind *const features_children[] = { &mechanisms, NULL };
KIND(xmpp_features, "features", NULL, XMPP_FEATURES, ATTRIBUTES(plain_xmlns), .children = features_children);
KIND(xmpp_failure, "failure", NULL, XMPP_FAILURE, ATTRIBUTES(failure_attributes));
KIND(xmpp_challenge, "challenge", NULL, XMPP_CHALLENGE, ATTRIBUTES(required_xmlns), .text = true);
KIND(xmpp_response, "response", NULL, XMPP_RESPONSE, ATTRIBUTES(required_xmlns), .text = true);
KIND(xmpp_success, "success", NULL, XMPP_SUCCESS, ATTRIBUTES(required_xmlns), .text = true);
KIND(xmpp_starttls, "starttls", NULL, XMPP_STARTTLS, ATTRIBUTES(required_xmlns));
KIND(xmpp_proceed, "proceed", NULL, XMPP_PROCEED, ATTRIBUTES(required_xmlns));

const struct xmpp_kind *const xmpp_top[] = {
    &xmpp_iq,        &xmpp_message,  &xmpp_presence, &xmpp_stream,   &xmpp_features, &xmpp_auth,
    &xmpp_challenge, &xmpp_response, &xmpp_success,  &xmpp_failure, &xmpp_starttls, &xmpp_proceed, NULL
};
