/* http_message.h - the text of a message in HTTP's form (RFC 9112): request or status line, header lines.
   Reads bytes and remembers nothing; HTTP, SSDP and others that borrowed the form dissect by it. */
#ifndef PROTOCOLS_APPLICATION_HTTP_MESSAGE_H
#define PROTOCOLS_APPLICATION_HTTP_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

enum http_kind { HTTP_OTHER, HTTP_REQUEST, HTTP_RESPONSE, HTTP_NOTIFICATION };

/* A part of the message: bytes [off, off + len) of it. */
struct http_part {
    uint32_t off, len;
};

/* A line: its text, and how long it is with what ends it (CR LF, LF, or nothing at the end of the bytes). */
struct http_line {
    struct http_part text;
    uint32_t size;
};

/* "NOTIFY * HTTP/1.1"; what is missing is empty and stands where it was looked for. */
struct http_request_line {
    struct http_part method, uri, version;
};

/* "HTTP/1.1 200 OK"; no code: code.len is 0. */
struct http_status_line {
    struct http_part version, code, phrase;
    uint32_t number;  /* of the code; 0 when it is none */
};

/* "Name: value", without the blanks before the value. */
struct http_header {
    struct http_part name, value;
};

/* What the lines up to the body say; empty parts were not there. */
struct http_head {
    enum http_kind kind;
    struct http_line first;
    uint32_t size;                 /* up to the body, or to where no header is any more */
    bool whole;                    /* an empty line ends it */
    struct http_part method, uri, version;
    uint32_t code;                 /* of a response */
    struct http_part host, type, coding, transfer, upgrade, ws_protocol, ws_extensions;
    bool has_host, has_length;
    uint64_t length;               /* of the body, as Content-Length has it */
};

/* What the bytes begin with: a known method, a version, or nothing of HTTP. */
enum http_kind http_kind_of(const uint8_t *p, uint32_t len);
/* The line that begins at `off`; false at the end of the bytes. */
bool http_line_at(const uint8_t *p, uint32_t len, uint32_t off, struct http_line *line);
struct http_request_line http_request_line_of(const uint8_t *p, struct http_part line);
struct http_status_line http_status_line_of(const uint8_t *p, struct http_part line);
/* False when the line has no colon and is no header. */
bool http_header_of(const uint8_t *p, struct http_part line, struct http_header *header);
/* Whether the part may be a header's name: RFC 9110 section 5.6.2's characters of a token, but for the apostrophe,
   and the backslash, as tshark has it; false when empty. */
bool http_is_token(const uint8_t *p, struct http_part part);
/* A number at the start of the part; false without one or when it does not fit. */
bool http_number_of(const uint8_t *p, struct http_part part, uint64_t *number);
/* Reads the first line and the headers. */
void http_head_of(const uint8_t *p, uint32_t len, struct http_head *head);
/* Whether the last transfer coding is chunked (RFC 9112 section 6.3), and whether it is the only one. */
bool http_is_chunked(const uint8_t *p, const struct http_head *head, bool *only);
/* Same text, whatever the case of its letters. */
bool http_part_is(const uint8_t *p, struct http_part part, const char *text);

#endif
