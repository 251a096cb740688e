/* tls_extensions.c - extensions of hellos and other messages: RFC 8446 section 4.2, RFC 6066, RFC 7301 (ALPN),
   RFC 8422 (points), RFC 5746 (renegotiation), RFC 6520 (heartbeat), RFC 6962 (certificate timestamps), RFC 8449,
   RFC 8879 (compression), RFC 9345 (delegated credentials), and drafts that are in use. */
#include "protocols/security/tls.h"

typedef void extension(struct dissect *d, const struct tls *t, unsigned message, struct cursor c);

/* --- helpers ---------------------------------------------------------------------------------- */

/* The rest is numbers of `size` bytes each. */
static void each(struct dissect *d, struct cursor *c, unsigned row, uint32_t size)
{
    while (c->wire >= size && more(d, c))
        add_item(d, c, row, size);
}

static void numbers(struct dissect *d, struct cursor c, unsigned length_row, uint32_t length_size, unsigned row,
                    uint32_t size)
{
    struct cursor list;
    if (!tls_vector(d, &c, length_row, length_size, size, UINT32_MAX, &list))
        return;
    each(d, &list, row, size);
    tls_no_more(d, list);
    tls_no_more(d, c);
}

/* The rest is texts, each behind its length of one byte. */
static void texts(struct dissect *d, struct cursor list, unsigned length_row, unsigned row)
{
    struct cursor one;
    while (more(d, &list) && tls_vector(d, &list, length_row, 1, 1, 255, &one))
        if (one.wire != 0)
            add_item(d, &one, row, one.wire);
}

/* --- each of them ----------------------------------------------------------------------------- */

static void server_name(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list, name;
    (void)t, (void)message;
    if (c.wire == 0)
        return;
    tls_heading(d, c, c.cap, "Server Name Indication extension");
    down(d);
    if (tls_vector(d, &c, TLS_SERVER_NAME_LIST_LEN, 2, 1, 65535, &list))
        while (more(d, &list)) {
            add_item(d, &list, TLS_SERVER_NAME_TYPE, 1);
            if (!tls_vector(d, &list, TLS_SERVER_NAME_LEN, 2, 1, 65535, &name))
                break;
            if (name.wire != 0)
                add_item(d, &name, TLS_SERVER_NAME, name.wire);
        }
    up(d);
}

static void max_fragment_length(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    add_item(d, &c, TLS_MAX_FRAGMENT_LENGTH, 1);
    tls_no_more(d, c);
}

static bool responders(struct dissect *d, struct cursor *c)
{
    struct cursor list;
    bool whole = tls_vector(d, c, TLS_STATUS_REQUEST_RESPONDER_IDS_LEN, 2, 0, 65535, &list);
    if (whole && list.wire != 0)
        note(d, TLS_NOTE_STATUS_REQUEST, NULL);
    whole = whole && tls_vector(d, c, TLS_STATUS_REQUEST_EXTS_LEN, 2, 0, 65535, &list);
    if (whole && list.wire != 0)
        note(d, TLS_NOTE_STATUS_REQUEST, NULL);
    return whole;
}

static void status_request(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t;
    if (c.wire == 0)
        return;
    uint32_t type = get8(d, c, 0);
    add_item(d, &c, TLS_STATUS_REQUEST_TYPE, 1);
    if (type == 1 && message == MSG_CLIENT_HELLO)
        responders(d, &c);
}

static void status_request_v2(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list, one;
    (void)t, (void)message;
    if (c.wire == 0 || !tls_vector(d, &c, TLS_STATUS_REQUEST_LIST_LEN, 2, 1, 65535, &list))
        return;
    while (more(d, &list)) {
        add_item(d, &list, TLS_STATUS_REQUEST_TYPE, 1);
        if (!tls_vector(d, &list, TLS_STATUS_REQUEST_LEN, 2, 0, 65535, &one) || !responders(d, &one))
            break;
    }
}

static void supported_groups(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t, (void)message;
    if (!tls_vector(d, &c, TLS_SUPPORTED_GROUPS_LENGTH, 2, 2, 65535, &list))
        return;
    tls_list(d, list, TLS_SUPPORTED_GROUPS, "Supported Groups", list.wire / 2, "group", "groups");
    down(d);
    each(d, &list, TLS_SUPPORTED_GROUP, 2);
    tls_no_more(d, list);
    up(d);
}

static void point_formats(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t, (void)message;
    if (!tls_vector(d, &c, TLS_EC_POINT_FORMATS_LENGTH, 1, 1, 255, &list))
        return;
    tls_list(d, list, TLS_EC_POINT_FORMATS, "Elliptic curves point formats", list.wire, NULL, NULL);
    down(d);
    each(d, &list, TLS_EC_POINT_FORMAT, 1);
    up(d);
}

static void srp(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor name;
    (void)t, (void)message;
    if (tls_vector(d, &c, TLS_SRP_LEN, 1, 1, 255, &name))
        add_item(d, &name, TLS_SRP_USERNAME, name.wire);
}

static void signature_algorithms(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t, (void)message;
    if (!tls_vector(d, &c, TLS_SIG_HASH_ALG_LEN, 2, 2, 65534, &list))
        return;
    tls_list(d, list, TLS_SIG_HASH_ALGS, "Signature Hash Algorithms", list.wire / 2, "algorithm", "algorithms");
    down(d);
    while (list.wire >= 2 && more(d, &list))
        tls_signature_scheme(d, &list);
    tls_no_more(d, list);
    up(d);
    tls_no_more(d, c);
}

static void heartbeat_mode(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    add_item(d, &c, TLS_EXTENSION_HEARTBEAT_MODE, 1);
    tls_no_more(d, c);
}

static void alpn(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t, (void)message;
    if (!tls_vector(d, &c, TLS_ALPN_LEN, 2, 2, 65535, &list))
        return;
    emit_at(d, list, TLS_ALPN_LIST, 0, list.cap);
    down(d);
    texts(d, list, TLS_ALPN_STR_LEN, TLS_ALPN_STR);
    up(d);
}

static void alps(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t;
    if (message != MSG_CLIENT_HELLO) {
        if (c.wire != 0)
            add_item(d, &c, TLS_ALPS_SETTINGS, c.wire);
        return;
    }
    if (!tls_vector(d, &c, TLS_ALPS_LEN, 2, 2, 65535, &list))
        return;
    emit_at(d, list, TLS_ALPS_ALPN_LIST, 0, list.cap);
    down(d);
    texts(d, list, TLS_ALPS_ALPN_STR_LEN, TLS_ALPS_ALPN_STR);
    up(d);
}

/* RFC 6962 section 3.2 */
static void certificate_timestamp(struct dissect *d, struct cursor c)
{
    struct cursor part;
    emit_at(d, c, TLS_SCT_SCT_VERSION, 0, 1);
    emit_at(d, c, TLS_SCT_SCT_LOGID, 1, 32);
    uint64_t ms = get64(d, c, 33);
    emit_value(d, c, TLS_SCT_SCT_TIMESTAMP, 33, 8, ms < UINT64_MAX / 2000000 ? ms * 1000000 : 0);
    cursor_skip(&c, 41);
    if (!tls_vector(d, &c, TLS_SCT_SCT_EXTENSIONS_LENGTH, 2, 0, 65535, &part))
        return;
    if (part.wire != 0)
        add_item(d, &part, TLS_SCT_SCT_EXTENSIONS, part.wire);
    tls_signature_scheme(d, &c);
    if (tls_vector(d, &c, TLS_SCT_SCT_SIGNATURE_LENGTH, 2, 0, 65535, &part))
        add_item(d, &part, TLS_SCT_SCT_SIGNATURE, part.wire);
}

void tls_timestamp_list(struct dissect *d, struct cursor c)
{
    struct cursor list, one;
    if (!tls_vector(d, &c, TLS_SCT_SCTS_LENGTH, 2, 1, 65535, &list))
        return;
    while (more(d, &list)) {
        struct cursor at = list;
        const uint8_t *p = cursor_peek(at, 0, 2);
        uint32_t len = p != NULL ? 2u + be16(p) : 0;
        emit_at(d, at, TLS_SCT, 0, len < at.cap ? len : at.cap);
        down(d);
        bool whole = tls_vector(d, &list, TLS_SCT_SCT_LENGTH, 2, 1, 65535, &one);
        if (whole)
            certificate_timestamp(d, one);
        up(d);
        if (!whole)
            break;
    }
}

static void timestamps(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    if (c.wire != 0)
        tls_timestamp_list(d, c);
}

/* RFC 7250: a list from the client, the choice from the server. */
static void certificate_kind(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t;
    if (message != MSG_CLIENT_HELLO) {
        add_item(d, &c, TLS_CERT_TYPE_TYPE, 1);
        return;
    }
    if (!tls_vector(d, &c, TLS_CERT_TYPE_TYPES_LEN, 1, 1, 255, &list))
        return;
    tls_list(d, list, TLS_CERT_TYPE_TYPES, "Certificate Type List", list.wire, "type", "types");
    down(d);
    each(d, &list, TLS_CERT_TYPE_TYPE, 1);
    up(d);
}

static void padding(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    add_item(d, &c, TLS_PADDING_DATA, c.wire);
}

static void compress_certificate(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    numbers(d, c, TLS_COMPRESS_CERTIFICATE_ALGORITHMS_LENGTH, 1, TLS_COMPRESS_CERTIFICATE_ALGORITHM, 2);
}

static void record_size_limit(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    add_item(d, &c, TLS_RECORD_SIZE_LIMIT, 2);
    tls_no_more(d, c);
}

static void delegated_credentials(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor part;
    if (message != MSG_CERTIFICATE) {
        signature_algorithms(d, t, message, c);
        return;
    }
    add_item(d, &c, TLS_CRED_VALID_TIME, 4);
    tls_signature_scheme(d, &c);
    if (!tls_vector(d, &c, TLS_CRED_PUBKEY_LEN, 3, 1, 0xffffff, &part))
        return;
    add_item(d, &part, TLS_CRED_PUBKEY, part.wire);
    tls_signature_scheme(d, &c);
    if (tls_vector(d, &c, TLS_CRED_SIGNATURE_LEN, 2, 0, 65535, &part))
        add_item(d, &part, TLS_CRED_SIGNATURE, part.wire);
}

static void session_ticket(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    emit_at(d, c, TLS_TICKET_DATA, 0, c.wire);
}

static void pre_shared_key(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list, one;
    (void)t;
    tls_heading(d, c, c.cap, "Pre-Shared Key extension");
    down(d);
    if (message == MSG_SERVER_HELLO) {
        add_item(d, &c, TLS_PSK_IDENTITY_SELECTED, 2);
    } else if (tls_vector(d, &c, TLS_PSK_IDENTITIES_LENGTH, 2, 7, 65535, &list)) {
        bool whole = true;
        while (whole && more(d, &list)) {
            const uint8_t *p = cursor_peek(list, 0, 2);
            uint32_t len = p != NULL ? 6u + be16(p) : 0;
            emit_at(d, list, TLS_PSK_IDENTITY, 0, len < list.cap ? len : list.cap);
            down(d);
            whole = tls_vector(d, &list, TLS_PSK_IDENTITY_IDENTITY_LENGTH, 2, 1, 65535, &one);
            if (whole) {
                add_item(d, &one, TLS_PSK_IDENTITY_IDENTITY, one.wire);
                add_item(d, &list, TLS_PSK_IDENTITY_OBFUSCATED_TICKET_AGE, 4);
            }
            up(d);
        }
        if (whole && tls_vector(d, &c, TLS_PSK_BINDERS_LEN, 2, 33, 65535, &list))
            add_item(d, &list, TLS_PSK_BINDERS, list.wire);
    }
    up(d);
}

static void early_data(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t;
    if (message == MSG_NEW_SESSION_TICKET)
        add_item(d, &c, TLS_EARLY_DATA_MAX_EARLY_DATA_SIZE, 4);
}

static void supported_versions(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t;
    if (message == MSG_CLIENT_HELLO) {
        numbers(d, c, TLS_SUPPORTED_VERSIONS_LEN, 1, TLS_SUPPORTED_VERSION, 2);
        return;
    }
    add_item(d, &c, TLS_SUPPORTED_VERSION, 2);
    tls_no_more(d, c);
}

static void cookie(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor part;
    (void)t, (void)message;
    if (tls_vector(d, &c, TLS_COOKIE_LEN, 2, 1, 65535, &part))
        add_item(d, &part, TLS_COOKIE, part.wire);
}

static void psk_modes(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    numbers(d, c, TLS_EXTENSION_PSK_KE_MODES_LENGTH, 1, TLS_EXTENSION_PSK_KE_MODE, 1);
}

static void oid_filters(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list, part;
    (void)t, (void)message;
    if (!tls_vector(d, &c, TLS_EXTENSION_OID_FILTERS_LENGTH, 2, 0, 65535, &list))
        return;
    while (more(d, &list)) {
        if (!tls_vector(d, &list, TLS_EXTENSION_OID_FILTERS_OID_LENGTH, 1, 1, 255, &part))
            break;
        add_item(d, &part, TLS_EXTENSION_OID_FILTERS_OID, part.wire);
        if (!tls_vector(d, &list, TLS_EXTENSION_OID_FILTERS_VALUES_LENGTH, 2, 0, 65535, &part))
            break;
    }
}

static bool share(struct dissect *d, struct cursor *c)
{
    struct cursor key;
    const uint8_t *p = cursor_peek(*c, 0, 4);
    uint32_t len = p != NULL ? 4u + be16(p + 2) : 0;
    emit_at(d, *c, TLS_KEY_SHARE_ENTRY, 0, len < c->cap ? len : c->cap);
    down(d);
    add_item(d, c, TLS_KEY_SHARE_GROUP, 2);
    bool whole = tls_vector(d, c, TLS_KEY_SHARE_KEY_EXCHANGE_LENGTH, 2, 1, 65535, &key);
    if (whole)
        add_item(d, &key, TLS_KEY_SHARE_KEY_EXCHANGE, key.wire);
    up(d);
    return whole;
}

static void key_share(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor list;
    (void)t;
    tls_heading(d, c, c.cap, "Key Share extension");
    down(d);
    if (message == MSG_HELLO_RETRY_REQUEST)
        add_item(d, &c, TLS_KEY_SHARE_SELECTED_GROUP, 2);
    else if (message == MSG_SERVER_HELLO)
        share(d, &c);
    else if (tls_vector(d, &c, TLS_KEY_SHARE_CLIENT_LENGTH, 2, 0, 65535, &list))
        while (list.wire >= 4 && more(d, &list) && share(d, &list))
            continue;
    up(d);
}

static void connection_id(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor part;
    (void)t, (void)message;
    if (tls_vector(d, &c, TLS_CONNECTION_ID_LENGTH, 1, 0, 255, &part) && part.wire != 0)
        add_item(d, &part, TLS_CONNECTION_ID, part.wire);
}

static void next_protocols(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    if (c.wire == 0)
        return;
    tls_heading(d, c, c.cap, "Next Protocol Negotiation");
    down(d);
    texts(d, c, TLS_NPN_STR_LEN, TLS_NPN);
    up(d);
}

static void renegotiation(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor part;
    (void)t, (void)message;
    tls_heading(d, c, c.cap, "Renegotiation Info extension");
    down(d);
    if (tls_vector(d, &c, TLS_RENEG_INFO_LEN, 1, 0, 255, &part) && part.wire != 0)
        add_item(d, &part, TLS_RENEG_INFO, part.wire);
    up(d);
}

/* draft-ietf-tls-esni-01 */
static void encrypted_server_name(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    struct cursor part;
    (void)t;
    if (message != MSG_CLIENT_HELLO) {
        add_item(d, &c, TLS_ESNI_NONCE, 16);
        return;
    }
    add_item(d, &c, TLS_ESNI_SUITE, 2);
    if (!share(d, &c) || !tls_vector(d, &c, TLS_ESNI_RECORD_DIGEST_LENGTH, 2, 0, 65535, &part))
        return;
    if (part.wire != 0)
        add_item(d, &part, TLS_ESNI_RECORD_DIGEST, part.wire);
    if (tls_vector(d, &c, TLS_ESNI_ENCRYPTED_SNI_LENGTH, 2, 1, 65535, &part))
        add_item(d, &part, TLS_ESNI_ENCRYPTED_SNI, part.wire);
}

static void nothing(struct dissect *d, const struct tls *t, unsigned message, struct cursor c)
{
    (void)t, (void)message;
    tls_no_more(d, c);
}

static const struct {
    uint16_t type;
    extension *show;
} extensions[] = {
    { 0, server_name },
    { 1, max_fragment_length },
    { 5, status_request },
    { 10, supported_groups },
    { 11, point_formats },
    { 12, srp },
    { 13, signature_algorithms },
    { 15, heartbeat_mode },
    { 16, alpn },
    { 17, status_request_v2 },
    { 18, timestamps },
    { 19, certificate_kind },
    { 20, certificate_kind },
    { 21, padding },
    { 22, nothing },
    { 23, nothing },
    { 27, compress_certificate },
    { 28, record_size_limit },
    { 34, delegated_credentials },
    { 35, session_ticket },
    { 40, key_share },  /* before draft 23 of TLS 1.3 */
    { 41, pre_shared_key },
    { 42, early_data },
    { 43, supported_versions },
    { 44, cookie },
    { 45, psk_modes },
    { 48, oid_filters },
    { 49, nothing },
    { 50, signature_algorithms },
    { 51, key_share },
    { 53, connection_id },
    { 54, connection_id },
    { 57, tls_quic_parameters },
    { 13172, next_protocols },
    { 17513, alps },
    { 65281, renegotiation },
    { 65445, tls_quic_parameters },  /* before draft 33 of QUIC */
    { 65486, encrypted_server_name },
};

static void show(struct dissect *d, const struct tls *t, unsigned message, unsigned type, struct cursor c)
{
    for (size_t i = 0; i < ARRAY_LEN(extensions); i++)
        if (extensions[i].type == type) {
            extensions[i].show(d, t, message, c);
            return;
        }
    emit_at(d, c, TLS_EXTENSION_DATA, 0, c.wire);
}

bool tls_extensions(struct dissect *d, const struct tls *t, unsigned message, struct cursor *c)
{
    struct cursor list, body;
    if (!tls_vector(d, c, TLS_HANDSHAKE_EXTENSIONS_LENGTH, 2, 0, 65535, &list))
        return false;
    while (more(d, &list)) {
        const uint8_t *p = cursor_peek(list, 0, 4);
        uint32_t type = get16(d, list, 0), len = p != NULL ? 4u + be16(p + 2) : 0;
        emit_at(d, list, TLS_EXTENSION, 0, len < list.cap ? len : list.cap);
        down(d);
        add_item(d, &list, TLS_EXTENSION_TYPE, 2);
        bool whole = tls_vector(d, &list, TLS_EXTENSION_LEN, 2, 0, 65535, &body);
        if (whole)
            show(d, t, message, type, body);
        up(d);
        if (!whole)
            return false;
    }
    return true;
}
