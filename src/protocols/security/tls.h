/* tls.h - what the parts of the TLS dissector share; protocols that start TLS (STARTTLS, CONNECT) hand to proto_tls. */
#ifndef PROTOCOLS_SECURITY_TLS_H
#define PROTOCOLS_SECURITY_TLS_H

#include "flow/pieces.h"
#include "protocols/security/tls_rows.h"

extern const struct protocol proto_tls;

/* Variants of proto_tls: records; any other number: the handshake messages of one connection of QUIC, without records. */
enum { TLS_RECORDS };

enum { CONTENT_CHANGE_CIPHER_SPEC = 20, CONTENT_ALERT, CONTENT_HANDSHAKE, CONTENT_APPLICATION_DATA, CONTENT_HEARTBEAT };

enum {
    MSG_HELLO_REQUEST, MSG_CLIENT_HELLO, MSG_SERVER_HELLO, MSG_NEW_SESSION_TICKET = 4, MSG_END_OF_EARLY_DATA,
    MSG_HELLO_RETRY_REQUEST, MSG_ENCRYPTED_EXTENSIONS = 8, MSG_CERTIFICATE = 11, MSG_SERVER_KEY_EXCHANGE,
    MSG_CERTIFICATE_REQUEST, MSG_SERVER_HELLO_DONE, MSG_CERTIFICATE_VERIFY, MSG_CLIENT_KEY_EXCHANGE,
    MSG_FINISHED = 20, MSG_CERTIFICATE_URL, MSG_CERTIFICATE_STATUS, MSG_SUPPLEMENTAL_DATA, MSG_KEY_UPDATE,
    MSG_COMPRESSED_CERTIFICATE, MSG_NEXT_PROTOCOL = 67
};

enum { SSL_2 = 0x0002, SSL_3 = 0x0300, TLS_1_0 = 0x0301, TLS_1_1 = 0x0302, TLS_1_2 = 0x0303, TLS_1_3 = 0x0304 };

/* A handshake message that stands in several records. */
struct tls_joined {
    struct pieces pieces;
    uint32_t size;           /* of the whole message with its header; 0: not known */
    uint8_t head[4];
};

/* What a record has of such messages: `size` bytes of one that began earlier, and its end begins another. */
struct tls_fragment {
    struct tls_joined *goes_on, *begins;
    uint32_t off, size;      /* of goes_on: where in the message, and how many */
};

/* What the first pass learns of a connection; read only afterwards.  In the second pass it is what was known at the
   end, which is what tshark -2 shows from the first record on. */
struct tls_session {
    const char *carried;     /* name of the protocol in the application data, NULL: not known */
    uint16_t version;        /* 0: not known */
    uint16_t cipher;         /* suite that the server took; 0: not known */
    uint16_t server_port;    /* 0: not known */
    bool records;            /* there was a record of TLS or SSL 3 */
    bool hello_done;         /* the server has offered keys: this is no resumption */
    uint32_t changed[2];     /* the first frame that had ChangeCipherSpec this way; 0: none */
    struct tls_joined *pending[2];  /* the message that the last record this way did not end */
};

/* One call of the dissector. */
struct tls {
    struct tls_session *s;   /* never NULL */
    bool learns;             /* *s may be changed */
    bool remembers;          /* *s outlives the packet */
    bool bare;               /* messages without records */
    bool changed;            /* ChangeCipherSpec was sent this way, before the present record */
    bool ssl2;               /* records of SSL 2.0, by their look */
    bool ssl2_known;         /* the session is SSL 2.0: what follows is too, whatever it looks like */
    unsigned direction;
    unsigned records;        /* handshake records so far */
    uint16_t version;        /* for names and forms: the session's, else the record's */
};

/* What a list's heading says: "Cipher Suites (4 suites)". */
struct tls_count {
    const char *label, *one, *many;  /* `one` NULL: the number alone in the parentheses */
    uint32_t count;
};

/* A record's heading and its part of the Info column. */
struct tls_heading {
    const char *version;     /* "TLSv1.2" */
    const char *what;        /* "Application Data", name of a message, NULL: an alert */
    const char *prefix;      /* "Handshake Protocol: " */
    const char *info;        /* for the Info column, NULL: `what` */
    uint8_t level, description;
};

/* What a vector says of its length and what it should be; for findings. */
struct tls_bound {
    uint32_t length, bound;
    bool none;               /* not even the length has room */
    bool over;
};

/* A vector of RFC 8446 section 3.4: its length of `size` bytes stands at the cursor, which moves behind the vector;
   *body is what it holds.  False, with a finding, when the bytes around it cannot hold that much: then nothing more
   of it or behind it should be shown.  A length outside of [min, max] is a finding only. */
bool tls_vector(struct dissect *d, struct cursor *c, unsigned row, uint32_t size, uint32_t min, uint32_t max,
                struct cursor *body);
/* A finding if something is left of a structure that has been shown. */
void tls_no_more(struct dissect *d, struct cursor c);
/* A line that is only a heading; children follow after down(). */
uint32_t tls_heading(struct dissect *d, struct cursor c, uint32_t len, const char *text);
/* The heading of a list. */
uint32_t tls_list(struct dissect *d, struct cursor c, unsigned row, const char *label, uint32_t count, const char *one,
                  const char *many);
/* Of a record, for the Info column; arg is its struct tls_heading. */
void tls_record_info(struct strbuf *sb, const struct dissect *d, const void *arg);
/* "TLSv1.2"; NULL for what is no version. */
const char *tls_version_name(uint16_t version);
/* Values that RFC 8701 reserves. */
static inline bool tls_is_grease(uint32_t v) { return (v & 0x0f0f) == 0x0a0a && (v >> 8 & 0xff) == (v & 0xff); }

/* tls_handshake.c: one whole message without its header; c ends where it does.  `name`: of the Info column. */
void tls_handshake_body(struct dissect *d, struct tls *t, unsigned type, struct cursor c);
/* Names what a message is, before it is shown: a retry looks like a server's hello. */
const char *tls_message_name(unsigned type, struct cursor body);
/* Learns what a message says of the session, from the message without its header. */
void tls_learn(struct dissect *d, struct tls *t, unsigned type, struct cursor body);
void tls_signature_scheme(struct dissect *d, struct cursor *c);
/* One certificate: all of c. */
void tls_certificate(struct dissect *d, struct cursor c);

/* tls_fragments.c: whether a message in clear begins at c, and its size with its header (UINT32_MAX: the header is cut). */
bool tls_message_begins(const struct tls *t, struct cursor c);
uint32_t tls_message_size(struct cursor c);
/* What the record's content c has of messages in several records; once for each handshake record, in order. */
struct tls_fragment tls_fragment_find(struct dissect *d, struct tls *t, struct cursor c);
/* Shows a part that is not the last one, and returns what it is called; the last one, which gives the whole message. */
const char *tls_fragment_emit(struct dissect *d, const struct tls_joined *j, struct cursor c);
struct cursor tls_fragment_join(struct dissect *d, const struct tls_joined *j, struct cursor c);

/* tls_extensions.c: the list of extensions that ends a message of this type. */
bool tls_extensions(struct dissect *d, const struct tls *t, unsigned type, struct cursor *c);
/* RFC 6962 section 3.3: the list of timestamps, as certificates and OCSP responses have it too; speaks as TLS. */
void tls_timestamp_list(struct dissect *d, struct cursor c);

/* tls_quic.c: QUIC's transport parameters, all of c; an extension of this message. */
void tls_quic_parameters(struct dissect *d, const struct tls *t, unsigned message, struct cursor c);

/* tls_ja.c: fingerprints of a hello, from the message without its header. */
void tls_client_fingerprints(struct dissect *d, struct cursor hello, bool quic);
void tls_server_fingerprints(struct dissect *d, struct cursor hello);

/* tls_ssl2.c: what may be a first record of SSL 2.0 where TLS is expected; what is certainly one; how many bytes the
   record at c lacks; all records at c, below the node. */
bool ssl2_is_possible(struct cursor c);
bool ssl2_begins(struct cursor c);
uint32_t ssl2_missing(struct cursor c);
struct verdict ssl2_run(struct dissect *d, struct tls *t, struct cursor c, uint32_t node);

/* tls_names.c: name of the protocol that TLS on this port carries, or that ALPN names; NULL: not known. */
const char *tls_carried_by_port(uint32_t port);
const char *tls_carried_by_name(const uint8_t *name, uint32_t len);
/* Name of a log of Certificate Transparency, by its 32 bytes of identification; NULL: not known. */
const char *tls_log_name(const uint8_t id[32]);

#endif
