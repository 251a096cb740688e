/* http2_rows.h - what the files of HTTP/2 share: http2.c takes frames from streams, http2_headers.c decompresses and
   shows header blocks, http2_body.c puts bodies together, http2_fields.c holds the tables.  Nobody else includes it. */
#ifndef PROTOCOLS_APPLICATION_HTTP2_ROWS_H
#define PROTOCOLS_APPLICATION_HTTP2_ROWS_H

#include "flow/pieces.h"
#include "protocols/application/http2.h"

enum http2_type {
    H2_DATA, H2_HEADERS, H2_PRIORITY, H2_RST_STREAM, H2_SETTINGS, H2_PUSH_PROMISE, H2_PING, H2_GOAWAY, H2_WINDOW_UPDATE,
    H2_CONTINUATION, H2_ALTSVC, H2_BLOCKED, H2_ORIGIN, H2_PRIORITY_UPDATE = 16
};
enum http2_flag { H2_END_STREAM = 1, H2_ACK = 1, H2_END_HEADERS = 4, H2_PADDED = 8, H2_WITH_PRIORITY = 0x20 };
enum { HTTP2_HEADER_SIZE = 9, HTTP2_SETTING_SIZE = 6 };

enum http2_row {
    HTTP2_PROTOCOL, HTTP2_STREAM, HTTP2_LENGTH, HTTP2_TYPE, HTTP2_FLAGS, HTTP2_UNUSED, HTTP2_UNUSED_DATA,
    HTTP2_UNUSED_HEADERS, HTTP2_UNUSED_SETTINGS, HTTP2_UNUSED_PUSH, HTTP2_UNUSED_PING, HTTP2_UNUSED_CONTINUATION,
    HTTP2_F_PRIORITY, HTTP2_F_PADDED, HTTP2_F_END_HEADERS, HTTP2_F_END_STREAM, HTTP2_F_ACK_SETTINGS, HTTP2_F_ACK_PING,
    HTTP2_R, HTTP2_STREAM_ID, HTTP2_MAGIC, HTTP2_UNKNOWN, HTTP2_PADDING, HTTP2_PAD_LENGTH, HTTP2_EXCLUSIVE,
    HTTP2_DEPENDENCY, HTTP2_WEIGHT, HTTP2_WEIGHT_REAL, HTTP2_SEGMENT, HTTP2_DATA, HTTP2_DATA_PADDING, HTTP2_FRAGMENTS,
    HTTP2_FRAGMENT, HTTP2_OVERLAP, HTTP2_CONFLICT, HTTP2_TAILS, HTTP2_TOO_LONG, HTTP2_FRAGMENT_ERROR,
    HTTP2_FRAGMENT_COUNT, HTTP2_WHOLE_IN, HTTP2_WHOLE_LENGTH, HTTP2_WHOLE_DATA, HTTP2_HEADERS, HTTP2_HEADERS_PADDING,
    HTTP2_HEADER, HTTP2_HEADER_LENGTH, HTTP2_HEADER_COUNT, HTTP2_NAME_LENGTH, HTTP2_NAME, HTTP2_VALUE_LENGTH,
    HTTP2_VALUE, HTTP2_UNESCAPED, HTTP2_REPRESENTATION, HTTP2_INDEX, HTTP2_SIZE_UPDATE, HTTP2_TABLE_SIZE,
    HTTP2_FAKE_COUNT, HTTP2_FAKE_HEADER, HTTP2_FULL_URI, HTTP2_RST_ERROR, HTTP2_SETTINGS, HTTP2_SETTING_ID,
    HTTP2_S_TABLE_SIZE, HTTP2_S_PUSH, HTTP2_S_STREAMS, HTTP2_S_WINDOW, HTTP2_S_FRAME_SIZE, HTTP2_S_LIST_SIZE,
    HTTP2_S_CONNECT, HTTP2_S_UNKNOWN, HTTP2_PUSH_R, HTTP2_PUSH_ID, HTTP2_PUSH_HEADER, HTTP2_PUSH_PADDING, HTTP2_PING,
    HTTP2_PONG, HTTP2_GOAWAY_R, HTTP2_LAST_STREAM, HTTP2_GOAWAY_ERROR, HTTP2_DEBUG_DATA, HTTP2_WINDOW_R,
    HTTP2_WINDOW_INCREMENT, HTTP2_CONTINUATION, HTTP2_CONTINUATION_PADDING, HTTP2_ALT_ORIGIN_LENGTH, HTTP2_ALT_ORIGIN,
    HTTP2_ALT_VALUE, HTTP2_ORIGIN_ENTRY, HTTP2_ORIGIN_LENGTH, HTTP2_ORIGIN, HTTP2_UPDATE_STREAM, HTTP2_UPDATE_VALUE,
    HTTP2_FAILED, HTTP2_ENCODED, HTTP2_H_AUTHORITY, HTTP2_H_LAST = HTTP2_H_AUTHORITY + 49, HTTP2_ROWS
};
enum http2_note { HTTP2_NOTE_SIZE, HTTP2_NOTE_LINES, HTTP2_NOTE_BODY, HTTP2_NOTE_REASSEMBLY, HTTP2_NOTES };
extern const struct field http2_fields[HTTP2_ROWS];
extern const struct note_def http2_notes[HTTP2_NOTES];
extern const struct values http2_types, http2_settings;
extern const struct piece_rows http2_piece_rows;

struct http2_text {
    const uint8_t *bytes;
    uint32_t len;
};

/* A header of a block, or a change of the table's size (RFC 7541 section 6). */
struct http2_header {
    uint32_t at, size;       /* of its representation in the frame's part of the block */
    uint32_t off;            /* of the length of its name in the decompressed bytes */
    uint32_t name, value;    /* lengths */
    uint32_t number;         /* index, 0: its name was sent; or the table's size */
    uint8_t lead;            /* the representation's first byte */
    bool resizes;
};
/* What one frame's part of a header block says. */
struct http2_block {
    const struct http2_header *headers;
    const uint8_t *bytes;    /* decompressed: length and name, length and value of each header */
    uint32_t count, len;
    uint32_t stopped_at;     /* too large: what it would have been with the first header left out; else 0 */
    bool too_many;
};

/* What the label of a header needs. */
struct http2_shown {
    const struct http2_block *block;
    const struct http2_header *header;
};

/* The body of a message: DATA of a stream in one direction. */
struct http2_body {
    struct pieces pieces;    /* none: it came with one frame */
    struct http2_text type, coding;
};

/* A body that was coded for the way: what came of it. */
struct http2_encoded {
    struct http2_text coding;
    uint32_t from, to;       /* lengths */
    bool decoded;
};

/* Kept about an HTTP/2 frame. */
struct http2_fact {
    struct http2_fact *next;
    uint32_t off;
    uint16_t source;
    bool tunneled;
    const struct http2_block *block;
    const struct http2_body *body;
};

struct http2_talk;
struct http2_way;

/* A frame while it is dissected, and afterwards for what its labels say.  In the packet's arena. */
struct http2_frame {
    struct cursor c;         /* all of it */
    uint32_t length, stream, padding;
    uint8_t type, flags, depth;  /* depth: of the protocol's node */
    bool magic;
    struct http2_talk *talk;
    unsigned direction;
    struct http2_fact *fact; /* first pass: to be filled in */
    const struct http2_block *block;
    const struct http2_body *body;
    bool tunneled;
    struct cursor content;   /* of the whole body, to be handed on below the protocol's node once its rows are there */
};

/* http2_fields.c: the name of a type of frames; "GET /", "200 OK" of the block, each behind `before`. */
void http2_sb_type(struct strbuf *sb, uint8_t type);
void http2_sb_summary(struct strbuf *sb, const struct http2_block *b, const char *before);

/* http2_headers.c: finds what the conversation remembers, and what is known of the frame. */
void http2_remember(struct dissect *d, struct http2_frame *f);
/* Memory of the conversation, in proportion to what it sent; NULL beyond. */
void *http2_keep(struct dissect *d, struct http2_frame *f, uint32_t size);
/* First pass: decompresses the part of a block. */
void http2_block_read(struct dissect *d, struct http2_frame *f, struct cursor part);
void http2_block_emit(struct dissect *d, struct http2_frame *f, struct cursor part);
/* The value of the last header of that name; NULL bytes when there is none. */
struct http2_text http2_value(const struct http2_block *b, const char *name);
struct http2_text http2_name_of(const struct http2_block *b, const struct http2_header *h);
struct http2_text http2_value_of(const struct http2_block *b, const struct http2_header *h);
bool http2_text_is(struct http2_text t, const char *s);

/* http2_body.c.  First pass: what the frame's headers say of the body behind them, what becomes of DATA. */
void http2_body_headers(struct dissect *d, struct http2_frame *f);
void http2_body_data(struct dissect *d, struct http2_frame *f, struct cursor data);
/* DATA at the cursor; for a frame that ends a body without any: the body. */
void http2_body_emit(struct dissect *d, struct http2_frame *f, struct cursor data);
/* Last: what the body holds, by its content's type. */
void http2_body_dispatch(struct dissect *d, struct http2_frame *f);

#endif
