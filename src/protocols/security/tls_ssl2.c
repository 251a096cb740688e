/* tls_ssl2.c - SSL 2.0 ("The SSL Protocol", Hickman 1995): the hellos that old clients and scanners send. */
#include "protocols/security/tls.h"

enum { SSL2_ERROR = 0, SSL2_CLIENT_HELLO = 1, SSL2_MASTER_KEY = 2, SSL2_SERVER_HELLO = 4 };

/* A record's header of two bytes, and a type of message that is sent in clear. */
bool ssl2_is_possible(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 3);
    return p != NULL && (p[0] & 0x80) != 0 &&
           (p[2] == SSL2_ERROR || p[2] == SSL2_CLIENT_HELLO || p[2] == SSL2_MASTER_KEY || p[2] == SSL2_SERVER_HELLO);
}

/* A header of two bytes, a client's hello with a version that exists, and lengths that fill the record. */
bool ssl2_begins(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 11);
    if (p == NULL || (p[0] & 0x80) == 0)
        return false;
    uint32_t length = be16(p) & 0x7fff;
    if (p[2] == SSL2_CLIENT_HELLO)
        return (be16(p + 3) == SSL_2 || (p[3] == 3 && p[4] <= 4)) && length >= 9 &&
               9u + be16(p + 5) + be16(p + 7) + be16(p + 9) == length;
    return p[2] == SSL2_SERVER_HELLO && p[3] <= 1 && be16(p + 5) == SSL_2;
}

/* `count` bytes of `row`, unless there are none. */
static void part(struct dissect *d, struct cursor *c, unsigned row, uint32_t count)
{
    if (count != 0)
        add_item(d, c, row, count);
}

static void specs(struct dissect *d, struct cursor *c, uint32_t length)
{
    struct cursor list = cursor_part(*c, length);
    tls_list(d, list, TLS_CIPHERSUITES, "Cipher Specs", length / 3, "spec", "specs");
    down(d);
    while (list.wire >= 3 && more(d, &list))
        add_item(d, &list, TLS_CIPHERSPEC, 3);
    up(d);
    cursor_skip(c, length);
}

static void client_hello(struct dissect *d, struct cursor c)
{
    add_item(d, &c, TLS_VERSION, 2);
    uint32_t ciphers = (uint32_t)add_uint(d, &c, TLS_CIPHER_SPEC_LEN, 2);
    uint32_t session = (uint32_t)add_uint(d, &c, TLS_SESSION_ID_LENGTH, 2);
    uint32_t challenge = (uint32_t)add_uint(d, &c, TLS_CHALLENGE_LENGTH, 2);
    specs(d, &c, ciphers);
    part(d, &c, TLS_SSL2_SESSION_ID, session);
    part(d, &c, TLS_CHALLENGE, challenge);
}

static void server_hello(struct dissect *d, struct cursor c)
{
    add_item(d, &c, TLS_SESSION_ID_HIT, 1);
    add_item(d, &c, TLS_SSL2_CERT_TYPE, 1);
    add_item(d, &c, TLS_VERSION, 2);
    uint32_t certificate = (uint32_t)add_uint(d, &c, TLS_CERTIFICATE_LENGTH, 2);
    uint32_t ciphers = (uint32_t)add_uint(d, &c, TLS_CIPHER_SPEC_LEN, 2);
    uint32_t connection = (uint32_t)add_uint(d, &c, TLS_HANDSHAKE_CONNECTION_ID_LENGTH, 2);
    if (certificate != 0)
        tls_certificate(d, cursor_part(c, certificate));
    cursor_skip(&c, certificate);
    specs(d, &c, ciphers);
    part(d, &c, TLS_HANDSHAKE_CONNECTION_ID, connection);
}

static void master_key(struct dissect *d, struct cursor c)
{
    add_item(d, &c, TLS_CIPHERSPEC, 3);
    uint32_t clear = (uint32_t)add_uint(d, &c, TLS_CLEAR_KEY_LENGTH, 2);
    uint32_t encrypted = (uint32_t)add_uint(d, &c, TLS_ENCRYPTED_KEY_LENGTH, 2);
    uint32_t argument = (uint32_t)add_uint(d, &c, TLS_KEY_ARG_LENGTH, 2);
    part(d, &c, TLS_CLEAR_KEY_DATA, clear);
    part(d, &c, TLS_ENCRYPTED_KEY, encrypted);
    part(d, &c, TLS_KEY_ARG, argument);
}

/* The lengths of a client's master key fill the record. */
static bool is_master_key(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 12);
    return p != NULL && p[2] == SSL2_MASTER_KEY &&
           10u + be16(p + 6) + be16(p + 8) + be16(p + 10) == (be16(p) & 0x7fffu);
}

/* In clear are the messages that begin a session, and only in a record without padding. */
static const char *message_name(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 3);
    if (p == NULL || (p[0] & 0x80) == 0 || (!is_master_key(c) && !ssl2_begins(c)))
        return NULL;
    return values_find(&ssl2_message_types, p[2]);
}

static void message(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 2);
    emit_value(d, c, TLS_RECORD_LENGTH, 0, 2, get16(d, c, 0) & 0x7fff);
    emit_at(d, c, TLS_TYPE, 2, 1);
    cursor_skip(&c, 3);
    if (type == SSL2_CLIENT_HELLO) {
        client_hello(d, c);
    } else if (type == SSL2_SERVER_HELLO) {
        server_hello(d, c);
    } else {
        master_key(d, c);
    }
}

uint32_t ssl2_missing(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 3);
    if (p == NULL)
        return 0;
    uint32_t length = p[0] & 0x80 ? 2u + (be16(p) & 0x7fff) : 3u + (be16(p) & 0x3fff);
    return length > c.wire ? length - c.wire : 0;
}

/* c: the whole record. */
static void record(struct dissect *d, struct tls *t, struct cursor c)
{
    struct tls_heading *h = packet_zero(d, sizeof *h);
    unsigned type = ssl2_is_possible(c) ? c.p[2] : SSL2_ERROR;
    const char *name = message_name(c);
    if (h == NULL)
        return;
    t->ssl2_known = t->ssl2_known || type == SSL2_MASTER_KEY || type == SSL2_SERVER_HELLO;
    if (t->ssl2_known && t->learns)
        t->s->version = SSL_2;
    *h = (struct tls_heading){ .version = "SSLv2", .what = name != NULL ? name : "Encrypted Data", .prefix = "" };
    emit_arg(d, c, TLS_RECORD, 0, c.cap, h);
    down(d);
    emit_value(d, c, TLS_SSL2_VERSION, 0, 0, SSL_2);
    if (name != NULL)
        message(d, c);
    up(d);
    info_separated(d, ", ", tls_record_info, h);
}

struct verdict ssl2_run(struct dissect *d, struct tls *t, struct cursor c, uint32_t node)
{
    set_protocol_column(d, "SSLv2");
    while (more(d, &c)) {
        if (!t->ssl2_known && !ssl2_is_possible(c)) {
            info_separated(d, ", ", info_constant, "Continuation Data");
            break;
        }
        uint32_t lacking = ssl2_missing(c);
        if (d->waits && (lacking != 0 || c.wire < 3)) {
            set_end(d, node, c);
            return want_more(c, lacking, 0);
        }
        struct cursor one = c;
        uint32_t length = get8(d, c, 0) & 0x80 ? 2 + (get16(d, c, 0) & 0x7fff) : 3 + (get16(d, c, 0) & 0x3fff);
        if (length <= one.wire)
            cursor_limit(&one, length);
        record(d, t, one);
        cursor_skip(&c, one.wire);
    }
    return done();
}
