/* http_rows.h - what the files of HTTP share: http.c takes messages from streams and datagrams, http_headers.c shows
   request lines, status lines and headers, http_links.c finds the other half of each exchange, http_body.c shows
   bodies, http_fields.c holds the tables.  Nobody else includes it. */
#ifndef PROTOCOLS_APPLICATION_HTTP_ROWS_H
#define PROTOCOLS_APPLICATION_HTTP_ROWS_H

#include "protocols/application/http.h"

enum http_row {
    HTTP_PROTOCOL, HTTP_LINE, HTTP_METHOD, HTTP_URI, HTTP_URI_PATH, HTTP_URI_QUERY, HTTP_URI_PARAMETER,
    HTTP_VERSION, HTTP_RESPONSE_VERSION, HTTP_CODE, HTTP_CODE_NAME, HTTP_PHRASE, HTTP_AUTHORIZATION,
    HTTP_PROXY_AUTHENTICATE, HTTP_PROXY_AUTHORIZATION, HTTP_WWW_AUTHENTICATE, HTTP_CONTENT_TYPE,
    HTTP_CONTENT_LENGTH_HEADER, HTTP_CONTENT_ENCODING, HTTP_TRANSFER_ENCODING, HTTP_UPGRADE, HTTP_USER_AGENT,
    HTTP_HOST, HTTP_CONNECTION, HTTP_COOKIE, HTTP_ACCEPT, HTTP_REFERER, HTTP_ACCEPT_LANGUAGE,
    HTTP_ACCEPT_ENCODING, HTTP_DATE, HTTP_CACHE_CONTROL, HTTP_SERVER, HTTP_LOCATION,
    HTTP_SEC_WEBSOCKET_ACCEPT, HTTP_SEC_WEBSOCKET_EXTENSIONS, HTTP_SEC_WEBSOCKET_KEY,
    HTTP_SEC_WEBSOCKET_PROTOCOL, HTTP_SEC_WEBSOCKET_VERSION, HTTP_SET_COOKIE, HTTP_LAST_MODIFIED,
    HTTP_X_FORWARDED_FOR, HTTP_HTTP2_SETTINGS, HTTP_CREDENTIALS, HTTP_CONTENT_LENGTH, HTTP_COOKIE_PAIR,
    HTTP_REQUEST_LINE, HTTP_RESPONSE_LINE, HTTP_UNKNOWN_HEADER, HTTP_FULL_URI, HTTP_IS_REQUEST,
    HTTP_IS_RESPONSE, HTTP_IS_NOTIFICATION, HTTP_REQUEST_NUMBER, HTTP_RESPONSE_NUMBER, HTTP_TIME,
    HTTP_PREVIOUS_REQUEST, HTTP_PREVIOUS_RESPONSE, HTTP_REQUEST_IN, HTTP_RESPONSE_IN, HTTP_NEXT_REQUEST,
    HTTP_NEXT_RESPONSE, HTTP_RESPONSE_FOR, HTTP_FILE_DATA, HTTP_AUTHCITRIX, HTTP_AUTHCITRIX_USER,
    HTTP_AUTHCITRIX_DOMAIN, HTTP_AUTHCITRIX_PASSWORD, HTTP_AUTHCITRIX_SESSION, HTTP_PROXY_HOST,
    HTTP_PROXY_PORT, HTTP_HTTP2_SETTINGS_URI, HTTP_PATH_SEGMENT, HTTP_PATH_SUB_SEGMENT, HTTP_CHUNKS,
    HTTP_CHUNK, HTTP_CHUNK_SIZE, HTTP_CHUNK_DATA, HTTP_CHUNK_BOUNDARY, HTTP_TRAILER_PART, HTTP_ENCODED, HTTP_LEADING_LINE,
    HTTP_ROWS
};
enum http_note {
    HTTP_NOTE_CHAT, HTTP_NOTE_BAD_NAME, HTTP_NOTE_UNKNOWN_CODING, HTTP_NOTE_TE_AND_LENGTH, HTTP_NOTE_REFUSED,
    HTTP_NOTE_TLS_PORT, HTTP_NOTE_LEADING_CRLF, HTTP_NOTE_DECODE_FAILED, HTTP_NOTE_DECODE_OFF, HTTP_NOTES
};
extern const struct field http_fields[HTTP_ROWS];
extern const struct note_def http_notes[HTTP_NOTES];

enum http_pref { HTTP_PREF_DESEGMENT_HEADERS, HTTP_PREF_DESEGMENT_BODY, HTTP_PREF_DECHUNK, HTTP_PREF_DECOMPRESS, HTTP_PREF_TLS_PORTS };

/* Bytes of the packet or its arena, for texts that are made later. */
struct http_span {
    const uint8_t *bytes;
    uint32_t len;
};

/* RFC 9112 section 3.3: an absolute form is the URI itself; so is what CONNECT names.  host.bytes is NULL then. */
struct http_full_uri {
    struct http_span host, uri;
};

/* What became of an encoded body, for its line. */
struct http_decoded {
    struct http_span coding;
    uint32_t from, to;
    bool decoded;
};

/* A message while it is dissected. */
struct http_message {
    struct dissect *d;
    struct cursor c;   /* from its first byte to the end of what there is */
    const uint8_t *p;  /* c.p */
    struct http_head head;
    uint8_t depth;     /* of its protocol's node: where the body's protocols stand */
};

/* A request and the response to it; either may be missing (frame 0). */
struct http_kept_text;
struct http_exchange {
    struct http_exchange *previous, *next;
    uint32_t number, request, response;
    struct nstime request_time;
    bool head, connects;  /* the request is HEAD or CONNECT */
    const struct http_kept_text *target;  /* the request's, when it names no host, or of CONNECT; NULL: not kept */
};
struct http_kept_text {
    uint32_t len;
    uint8_t text[];
};
/* A place in the stream: everything behind the message that begins there in that frame. */
struct http_since {
    uint32_t frame, offset;
    uint16_t source;
};
/* What a conversation remembers. */
struct http_talk {
    struct http_exchange *latest;
    uint32_t count;
    const struct http_kept_text *uri;  /* the latest that was asked for */
    struct http_since known;           /* of the first message */
    bool asked;                        /* some request is in it */
    struct http_since tunnel;          /* of the response that opened the tunnel of CONNECT; frame 0: none */
    struct http_since upgrade;         /* of the response that switched protocols */
    bool http2;                        /* it began as HTTP/2 */
    const struct http_kept_text *upgrade_to, *proxy_host;
    uint32_t proxy_port;
    struct http_upgraded upgraded;
};

/* http_fields.c: text with escapes as a label has them; the whole URI (n->v.arg: struct http_full_uri). */
void http_sb_line(struct strbuf *sb, const uint8_t *bytes, uint32_t len);
void http_full_uri_text(struct strbuf *sb, const struct dissect *d, const struct node *n);

/* http_headers.c: everything up to the body. */
void http_head_emit(struct http_message *m);
/* NULL: it takes a host to know. */
const struct http_full_uri *http_full_uri_of(struct http_message *m);

/* http_links.c.  The conversation's memory, made in the first pass; NULL: nothing is remembered. */
struct http_talk *http_talk_here(struct dissect *d);
/* True for what stands behind that place. */
bool http_is_since(const struct http_since *since, const struct dissect *d, struct cursor c);
/* RFC 9112 section 6.3: whether the response is to HEAD, or says yes to CONNECT (2xx); then it has no body.  Nothing is
   changed. */
enum http_answer { HTTP_ANSWERS_ANY, HTTP_ANSWERS_HEAD, HTTP_OPENS_TUNNEL };
enum http_answer http_answer_of(struct http_message *m);
/* Finds the message's exchange, and emits what is known of its other half. */
void http_links_emit(struct http_message *m, const struct http_full_uri *uri);
/* A copy that lives as long as the conversation; NULL without memory. */
const struct http_kept_text *http_keep_text(struct dissect *d, const uint8_t *text, uint32_t len);

/* http_body.c.  How far the body at `at` goes: its length in *len; else false, and *missing says how much more of the
   stream it takes, and *mark from where on to look then.  When nothing more will come, what there is has to do. */
bool http_body_length(struct http_message *m, uint32_t at, uint32_t from, uint32_t *len, uint32_t *missing,
                      uint32_t *mark);
void http_body_emit(struct http_message *m, uint32_t at, uint32_t len);

#endif
