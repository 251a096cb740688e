/* tls_handshake.c - the handshake messages of TLS 1.0 to 1.3: RFC 8446 section 4, RFC 5246 section 7.4, RFC 8422,
   RFC 4279 (PSK), RFC 5077 (tickets), RFC 6066 section 8 and RFC 6961 (certificate status), RFC 8879. */
#include "protocols/security/tls.h"
#include "protocols/security/x509.h"

/* RFC 8446 section 4.1.3: the random number of a hello that asks for another one. */
static const uint8_t retry_random[32] = { 0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c,
                                          0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb,
                                          0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c };

static bool is_retry(struct cursor hello)
{
    const uint8_t *p = cursor_peek(hello, 2, sizeof retry_random);
    return p != NULL && memcmp(p, retry_random, sizeof retry_random) == 0;
}

const char *tls_message_name(unsigned type, struct cursor body)
{
    if (type == MSG_SERVER_HELLO && is_retry(body))
        return "Hello Retry Request";
    return values_or(&tls_handshake_types, type, "Unknown");
}

/* --- what the session learns ------------------------------------------------------------------ */

/* The extension `type` of a hello, from the cursor at the list's length; empty if there is none. */
static struct cursor extension_find(struct cursor c, unsigned type)
{
    const uint8_t *p = cursor_peek(c, 0, 2);
    c = p != NULL ? cursor_sub(c, 2, be16(p) < c.wire - 2 ? be16(p) : c.wire - 2) : cursor_part(c, 0);
    while ((p = cursor_peek(c, 0, 4)) != NULL) {
        struct cursor body = cursor_at(c, 4);
        cursor_limit(&body, be16(p + 2) < body.wire ? be16(p + 2) : body.wire);
        if (be16(p) == type)
            return body;
        cursor_skip(&c, 4 + body.wire);
    }
    return cursor_part(c, 0);
}

static void learn_server_hello(const struct dissect *d, struct tls *t, struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 35);
    if (p == NULL)
        return;
    uint16_t version = be16(p);
    struct cursor rest = cursor_at(c, 35u + p[34]);
    const uint8_t *suite = cursor_peek(rest, 0, 2);
    bool short_form = version >> 8 == 0x7f && be16(p) < 0x7f16;  /* drafts before 22: no session, no compression */
    if (short_form) {
        rest = cursor_at(c, 34);
        suite = cursor_peek(rest, 0, 2);
    }
    cursor_skip(&rest, short_form ? 2 : 3);
    struct cursor chosen = extension_find(rest, 43);
    const uint8_t *q = cursor_peek(chosen, 0, 2);
    if (q != NULL)
        version = be16(q);
    if (tls_version_name(version) != NULL)
        t->s->version = tls_version_name(version)[4] == 'v' && version > 0x7000 ? TLS_1_3 : version;
    if (suite != NULL)
        t->s->cipher = be16(suite);
    t->s->server_port = (uint16_t)d->src_port;
    struct cursor alpn = extension_find(rest, 16);
    q = cursor_peek(alpn, 2, 1);
    const uint8_t *name = q != NULL ? cursor_peek(alpn, 3, *q) : NULL;
    const char *carried = name != NULL ? tls_carried_by_name(name, *q) : NULL;
    if (carried == NULL)
        carried = tls_carried_by_port(d->key);  /* what led here: through a proxy it is another than the segment's */
    t->s->carried = carried != NULL ? carried : tls_carried_by_port(d->src_port);
}

void tls_learn(struct dissect *d, struct tls *t, unsigned type, struct cursor body)
{
    if (t->learns) {
        if (type == MSG_SERVER_HELLO) {
            learn_server_hello(d, t, body);
        } else if (type == MSG_CLIENT_HELLO) {
            t->s->server_port = (uint16_t)d->dst_port;
        } else if (type == MSG_SERVER_HELLO_DONE) {
            t->s->hello_done = true;
        }
    }
    if (t->s->version != 0)
        t->version = t->s->version;
}

/* --- parts ------------------------------------------------------------------------------------ */

void tls_signature_scheme(struct dissect *d, struct cursor *c)
{
    emit_at(d, *c, TLS_SIG_HASH_ALG, 0, 2);
    down(d);
    emit_at(d, *c, TLS_SIG_HASH_HASH, 0, 1);
    emit_at(d, *c, TLS_SIG_HASH_SIG, 1, 1);
    up(d);
    cursor_skip(c, 2);
}

static void signature_schemes(struct dissect *d, struct cursor *c)
{
    struct cursor list;
    if (!tls_vector(d, c, TLS_SIG_HASH_ALG_LEN, 2, 2, 65534, &list))
        return;
    tls_list(d, list, TLS_SIG_HASH_ALGS, "Signature Hash Algorithms", list.wire / 2, "algorithm", "algorithms");
    down(d);
    while (list.wire >= 2 && more(d, &list))
        tls_signature_scheme(d, &list);
    tls_no_more(d, list);
    up(d);
}

/* A vector of opaque bytes: its length and, unless it is empty, its bytes. */
static bool opaque(struct dissect *d, struct cursor *c, unsigned length_row, uint32_t size, unsigned row)
{
    struct cursor body;
    bool whole = tls_vector(d, c, length_row, size, 0, UINT32_MAX, &body);
    if (whole && body.wire != 0)
        add_item(d, &body, row, body.wire);
    return whole;
}

static void hello_random(struct dissect *d, const struct tls *t, struct cursor *c, bool retry)
{
    annotate(d, emit_at(d, *c, TLS_RANDOM, 0, 32), retry ? "" : NULL);
    if (t->version != TLS_1_3) {
        down(d);
        emit_at(d, *c, TLS_RANDOM_TIME, 0, 4);
        emit_at(d, *c, TLS_RANDOM_BYTES, 4, 28);
        up(d);
    }
    cursor_skip(c, 32);
}

static bool session_id(struct dissect *d, struct cursor *c)
{
    struct cursor body;
    bool whole = tls_vector(d, c, TLS_SESSION_ID_LENGTH, 1, 0, 32, &body);
    if (whole && body.wire != 0)
        add_item(d, &body, TLS_SESSION_ID, body.wire);
    return whole;
}

/* --- hellos ----------------------------------------------------------------------------------- */

static bool suites(struct dissect *d, struct cursor *c)
{
    struct cursor list;
    if (!tls_vector(d, c, TLS_CIPHER_SUITES_LENGTH, 2, 2, 65534, &list))
        return false;
    tls_list(d, list, TLS_CIPHERSUITES, "Cipher Suites", list.wire / 2, "suite", "suites");
    down(d);
    while (list.wire >= 2 && more(d, &list))
        add_item(d, &list, TLS_CIPHERSUITE, 2);
    tls_no_more(d, list);
    up(d);
    return true;
}

static bool compressions(struct dissect *d, struct cursor *c)
{
    struct cursor list;
    if (!tls_vector(d, c, TLS_COMP_METHODS_LENGTH, 1, 1, 255, &list))
        return false;
    tls_list(d, list, TLS_COMP_METHODS, "Compression Methods", list.wire, "method", "methods");
    down(d);
    while (more(d, &list))
        add_item(d, &list, TLS_COMP_METHOD, 1);
    up(d);
    return true;
}

static void client_hello(struct dissect *d, struct tls *t, struct cursor c)
{
    struct cursor whole = c;
    add_item(d, &c, TLS_VERSION, 2);
    hello_random(d, t, &c, false);
    if (!session_id(d, &c) || !suites(d, &c) || !compressions(d, &c))
        return;
    if (c.wire != 0)
        tls_extensions(d, t, MSG_CLIENT_HELLO, &c);
    if (d->stop == STOP_NONE)
        tls_client_fingerprints(d, whole, t->bare);
}

static void server_hello(struct dissect *d, struct tls *t, struct cursor c)
{
    struct cursor whole = c;
    const uint8_t *p = cursor_peek(c, 0, 2);
    bool draft = p != NULL && p[0] == 0x7f && be16(p) < 0x7f16;
    bool retry = is_retry(c);
    add_item(d, &c, TLS_VERSION, 2);
    hello_random(d, t, &c, retry);
    if (!draft && !session_id(d, &c))
        return;
    add_item(d, &c, TLS_CIPHERSUITE, 2);
    if (!draft)
        add_item(d, &c, TLS_COMP_METHOD, 1);
    if (c.wire != 0)
        tls_extensions(d, t, retry ? MSG_HELLO_RETRY_REQUEST : MSG_SERVER_HELLO, &c);
    if (d->stop == STOP_NONE)
        tls_server_fingerprints(d, whole);
}

/* The message of drafts before 22; RFC 8446 makes it a server's hello. */
static void hello_retry_request(struct dissect *d, struct tls *t, struct cursor c)
{
    add_item(d, &c, TLS_VERSION, 2);
    if (c.wire > 4)
        add_item(d, &c, TLS_CIPHERSUITE, 2);
    tls_extensions(d, t, MSG_HELLO_RETRY_REQUEST, &c);
}

static void new_session_ticket(struct dissect *d, struct tls *t, struct cursor c)
{
    tls_heading(d, c, c.cap, "TLS Session Ticket");
    down(d);
    add_item(d, &c, TLS_SESSION_TICKET_LIFETIME_HINT, 4);
    bool whole = true;
    if (t->version == TLS_1_3) {
        add_item(d, &c, TLS_SESSION_TICKET_AGE_ADD, 4);
        struct cursor nonce;
        whole = tls_vector(d, &c, TLS_SESSION_TICKET_NONCE_LENGTH, 1, 0, 255, &nonce);
        if (whole)
            add_item(d, &nonce, TLS_SESSION_TICKET_NONCE, nonce.wire);
    }
    struct cursor ticket;
    whole = whole && tls_vector(d, &c, TLS_SESSION_TICKET_LENGTH, 2, 0, 65535, &ticket);
    if (whole)
        add_item(d, &ticket, TLS_SESSION_TICKET, ticket.wire);
    if (whole && t->version == TLS_1_3)
        tls_extensions(d, t, MSG_NEW_SESSION_TICKET, &c);
    up(d);
}

/* --- certificates ----------------------------------------------------------------------------- */

void tls_certificate(struct dissect *d, struct cursor c)
{
    emit_at(d, c, TLS_CERTIFICATE, 0, c.wire);
    down(d);
    x509_certificate(d, c);
    up(d);
}

static void certificate(struct dissect *d, struct tls *t, struct cursor c)
{
    struct cursor list, one;
    if (t->version == TLS_1_3 &&
        !opaque(d, &c, TLS_CERTIFICATE_REQUEST_CONTEXT_LENGTH, 1, TLS_CERTIFICATE_REQUEST_CONTEXT))
        return;
    if (!tls_vector(d, &c, TLS_CERTIFICATES_LENGTH, 3, 0, 0xffffff, &list) || list.wire == 0)
        return;
    tls_list(d, list, TLS_CERTIFICATES, "Certificates", list.wire, "byte", "bytes");
    down(d);
    while (more(d, &list)) {
        if (!tls_vector(d, &list, TLS_CERTIFICATE_LENGTH, 3, 1, 0xffffff, &one))
            break;
        tls_certificate(d, one);
        if (t->version == TLS_1_3 && !tls_extensions(d, t, MSG_CERTIFICATE, &list))
            break;
    }
    up(d);
}

static void distinguished_names(struct dissect *d, struct cursor *c)
{
    struct cursor list, one;
    if (!tls_vector(d, c, TLS_DNAMES_LEN, 2, 0, 65535, &list) || list.wire == 0)
        return;
    tls_list(d, list, TLS_DNAMES, "Distinguished Names", list.wire, "byte", "bytes");
    down(d);
    while (more(d, &list)) {
        if (!tls_vector(d, &list, TLS_DNAME_LEN, 2, 1, 65535, &one))
            break;
        emit_at(d, one, TLS_DNAME, 0, one.wire);
        down(d);
        x509_sequence_of_rdns(d, one);
        up(d);
    }
    up(d);
}

static void certificate_request(struct dissect *d, struct tls *t, struct cursor c)
{
    struct cursor types;
    if (t->version == TLS_1_3) {
        if (opaque(d, &c, TLS_CERTIFICATE_REQUEST_CONTEXT_LENGTH, 1, TLS_CERTIFICATE_REQUEST_CONTEXT))
            tls_extensions(d, t, MSG_CERTIFICATE_REQUEST, &c);
        return;
    }
    if (!tls_vector(d, &c, TLS_CERT_TYPES_COUNT, 1, 1, 255, &types))
        return;
    tls_list(d, types, TLS_CERT_TYPES, "Certificate types", types.wire, "type", "types");
    down(d);
    while (more(d, &types))
        add_item(d, &types, TLS_CERT_TYPE, 1);
    up(d);
    if (t->version == TLS_1_2)
        signature_schemes(d, &c);
    if (c.wire != 0)
        distinguished_names(d, &c);
}

static void certificate_verify(struct dissect *d, struct tls *t, struct cursor c)
{
    if (t->version >= TLS_1_2)
        tls_signature_scheme(d, &c);
    opaque(d, &c, TLS_CLIENT_CERT_VRFY_SIG_LEN, 2, TLS_CLIENT_CERT_VRFY_SIG);
}

static void ocsp_one(struct dissect *d, struct cursor *c)
{
    struct cursor body;
    if (!tls_vector(d, c, TLS_OCSP_RESPONSE_LEN, 3, 1, 0xffffff, &body))
        return;
    ocsp_stapled(d, body);
}

static void certificate_status(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 0);
    struct cursor list;
    add_item(d, &c, TLS_STATUS_REQUEST_TYPE, 1);
    if (type == 1) {
        ocsp_one(d, &c);
    } else if (type == 2 && tls_vector(d, &c, TLS_OCSP_RESPONSE_LIST_LEN, 3, 1, 0xffffff, &list)) {
        while (more(d, &list))
            ocsp_one(d, &list);
    }
}

static void compressed_certificate(struct dissect *d, struct cursor c)
{
    add_item(d, &c, TLS_COMPRESS_CERTIFICATE_ALGORITHM, 2);
    add_item(d, &c, TLS_COMPRESS_CERTIFICATE_UNCOMPRESSED_LENGTH, 3);
    opaque(d, &c, TLS_COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE_LENGTH, 3,
           TLS_COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE);
}

/* --- key exchange ----------------------------------------------------------------------------- */

enum key_exchange { KEYS_NONE, KEYS_RSA, KEYS_DH, KEYS_ECDH, KEYS_PSK, KEYS_RSA_PSK, KEYS_DH_PSK, KEYS_ECDH_PSK,
                    KEYS_ECJPAKE, KEYS_OTHER };

/* The suite's name says it: TLS_ECDHE_RSA_WITH_... */
static enum key_exchange key_exchange(uint16_t suite, bool *anonymous)
{
    static const struct {
        const char *prefix;
        enum key_exchange keys;
    } kinds[] = {
        { "RSA_PSK_", KEYS_RSA_PSK }, { "DHE_PSK_", KEYS_DH_PSK },  { "ECDHE_PSK_", KEYS_ECDH_PSK },
        { "PSK_", KEYS_PSK },         { "ECJPAKE_", KEYS_ECJPAKE }, { "RSA_", KEYS_RSA },
        { "ECDHE_", KEYS_ECDH },      { "ECDH_", KEYS_ECDH },       { "DHE_", KEYS_DH },
        { "DH_", KEYS_DH },
    };
    const char *name = values_find(&tls_cipher_suites, suite);
    if (name == NULL || strncmp(name, "TLS_", 4) != 0)
        return name == NULL ? KEYS_NONE : KEYS_RSA;
    *anonymous = strncmp(name + 4, "DH_anon_", 8) == 0 || strncmp(name + 4, "ECDH_anon_", 10) == 0;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (strncmp(name + 4, kinds[i].prefix, strlen(kinds[i].prefix)) == 0)
            return kinds[i].keys;
    return KEYS_OTHER;
}

static void server_signature(struct dissect *d, const struct tls *t, struct cursor *c)
{
    if (t->version == TLS_1_2)
        tls_signature_scheme(d, c);
    opaque(d, c, TLS_SIG_LEN, 2, TLS_SIG);
}

static bool ec_params(struct dissect *d, struct cursor *c)
{
    bool named = get8(d, *c, 0) == 3;
    add_item(d, c, TLS_SERVER_CURVE_TYPE, 1);
    if (!named)
        return false;
    add_item(d, c, TLS_SERVER_NAMED_CURVE, 2);
    return opaque(d, c, TLS_SERVER_POINT_LEN, 1, TLS_SERVER_POINT);
}

static bool dh_params(struct dissect *d, struct cursor *c)
{
    return opaque(d, c, TLS_P_LEN, 2, TLS_P) && opaque(d, c, TLS_G_LEN, 2, TLS_G) &&
           opaque(d, c, TLS_YS_LEN, 2, TLS_YS);
}

static const char *server_params_name(enum key_exchange keys)
{
    switch (keys) {
    case KEYS_ECDH: return "EC Diffie-Hellman Server Params";
    case KEYS_DH: return "Diffie-Hellman Server Params";
    case KEYS_RSA: return "RSA-EXPORT Server Params";
    case KEYS_ECJPAKE: return "EC J-PAKE Server Params";
    case KEYS_NONE:
    case KEYS_OTHER: return NULL;
    default: return "PSK Server Params";
    }
}

static void server_key_exchange(struct dissect *d, struct tls *t, struct cursor c)
{
    bool anonymous = false, sound = true;
    enum key_exchange keys = key_exchange(t->s->cipher, &anonymous);
    if (server_params_name(keys) == NULL)
        return;
    tls_heading(d, c, c.cap, server_params_name(keys));
    down(d);
    switch (keys) {
    case KEYS_ECDH: sound = ec_params(d, &c); break;
    case KEYS_DH: sound = dh_params(d, &c); break;
    case KEYS_RSA:
        sound = opaque(d, &c, TLS_MODULUS_LEN, 2, TLS_MODULUS) && opaque(d, &c, TLS_EXPONENT_LEN, 2, TLS_EXPONENT);
        break;
    case KEYS_ECJPAKE: anonymous = true; break;
    default:
        anonymous = true;
        sound = opaque(d, &c, TLS_HINT_LEN, 2, TLS_HINT);
        if (sound && keys == KEYS_DH_PSK)
            dh_params(d, &c);
        else if (sound && keys == KEYS_ECDH_PSK)
            ec_params(d, &c);
    }
    if (sound && !anonymous && more(d, &c))
        server_signature(d, t, &c);
    up(d);
}

/* SSL 3.0 sends the secret without its length. */
static void rsa_secret(struct dissect *d, const struct tls *t, struct cursor c)
{
    tls_heading(d, c, c.cap, "RSA Encrypted PreMaster Secret");
    down(d);
    if (t->version == SSL_3)
        add_item(d, &c, TLS_EPMS, c.wire);
    else
        opaque(d, &c, TLS_EPMS_LEN, 2, TLS_EPMS);
    up(d);
}

static void client_key_exchange(struct dissect *d, struct tls *t, struct cursor c)
{
    bool anonymous = false;
    enum key_exchange keys = key_exchange(t->s->cipher, &anonymous);
    switch (keys) {
    case KEYS_RSA: rsa_secret(d, t, c); return;
    case KEYS_DH:
        tls_heading(d, c, c.cap, "Diffie-Hellman Client Params");
        down(d);
        opaque(d, &c, TLS_YC_LEN, 2, TLS_YC);
        break;
    case KEYS_ECDH:
        tls_heading(d, c, c.cap, "EC Diffie-Hellman Client Params");
        down(d);
        opaque(d, &c, TLS_CLIENT_POINT_LEN, 1, TLS_CLIENT_POINT);
        break;
    case KEYS_PSK:
    case KEYS_RSA_PSK:
    case KEYS_DH_PSK:
    case KEYS_ECDH_PSK:
        tls_heading(d, c, c.cap, "PSK Client Params");
        down(d);
        if (!opaque(d, &c, TLS_IDENTITY_LEN, 2, TLS_IDENTITY))
            break;
        if (keys == KEYS_RSA_PSK)
            opaque(d, &c, TLS_EPMS_LEN, 2, TLS_EPMS);
        else if (keys == KEYS_DH_PSK)
            opaque(d, &c, TLS_YC_LEN, 2, TLS_YC);
        else if (keys == KEYS_ECDH_PSK)
            opaque(d, &c, TLS_CLIENT_POINT_LEN, 1, TLS_CLIENT_POINT);
        break;
    default: return;
    }
    up(d);
}

/* --- the rest --------------------------------------------------------------------------------- */

static void certificate_url(struct dissect *d, struct cursor c)
{
    struct cursor list;
    add_item(d, &c, TLS_CERT_URL_TYPE, 1);
    if (!tls_vector(d, &c, TLS_CERT_URL_URL_HASH_LEN, 2, 1, 65535, &list))
        return;
    while (more(d, &list)) {
        struct cursor url;
        if (!tls_vector(d, &list, TLS_CERT_URL_URL_LEN, 2, 1, 65535, &url))
            return;
        add_item(d, &url, TLS_CERT_URL_URL, url.wire);
        add_item(d, &list, TLS_CERT_URL_PADDING, 1);
        add_item(d, &list, TLS_CERT_URL_SHA1, 20);
    }
}

static void next_protocol(struct dissect *d, struct cursor c)
{
    struct cursor name, padding;
    if (!tls_vector(d, &c, TLS_NPN_SELECTED_PROTOCOL_LEN, 1, 0, 255, &name))
        return;
    add_item(d, &name, TLS_NPN_SELECTED_PROTOCOL, name.wire);
    if (tls_vector(d, &c, TLS_NPN_PADDING_LEN, 1, 0, 255, &padding))
        add_item(d, &padding, TLS_NPN_PADDING, padding.wire);
}

static void finished(struct dissect *d, const struct tls *t, struct cursor c)
{
    if (t->version == SSL_3) {
        add_item(d, &c, TLS_MD5_HASH, 16);
        add_item(d, &c, TLS_SHA_HASH, 20);
    } else if (c.wire != 0) {
        add_item(d, &c, TLS_VERIFY_DATA, c.wire);
    }
}

void tls_handshake_body(struct dissect *d, struct tls *t, unsigned type, struct cursor c)
{
    switch (type) {
    case MSG_CLIENT_HELLO: client_hello(d, t, c); break;
    case MSG_SERVER_HELLO: server_hello(d, t, c); break;
    case MSG_NEW_SESSION_TICKET: new_session_ticket(d, t, c); break;
    case MSG_HELLO_RETRY_REQUEST: hello_retry_request(d, t, c); break;
    case MSG_ENCRYPTED_EXTENSIONS: tls_extensions(d, t, type, &c); break;
    case MSG_CERTIFICATE: certificate(d, t, c); break;
    case MSG_SERVER_KEY_EXCHANGE: server_key_exchange(d, t, c); break;
    case MSG_CERTIFICATE_REQUEST: certificate_request(d, t, c); break;
    case MSG_CERTIFICATE_VERIFY: certificate_verify(d, t, c); break;
    case MSG_CLIENT_KEY_EXCHANGE: client_key_exchange(d, t, c); break;
    case MSG_FINISHED: finished(d, t, c); break;
    case MSG_CERTIFICATE_URL: certificate_url(d, c); break;
    case MSG_CERTIFICATE_STATUS: certificate_status(d, c); break;
    case MSG_KEY_UPDATE: add_item(d, &c, TLS_KEY_UPDATE_REQUEST_UPDATE, 1); break;
    case MSG_COMPRESSED_CERTIFICATE: compressed_certificate(d, c); break;
    case MSG_NEXT_PROTOCOL: next_protocol(d, c); break;
    default: break;
    }
}
