/* quic_frames.c - what QUIC packets hold: RFC 9000 section 19, RFC 9221 (DATAGRAM), draft-ietf-quic-ack-frequency,
   draft-huitema-quic-ts (TIME_STAMP). */
#include "protocols/transport/quic.h"

#include <inttypes.h>

enum {
    PADDING = 0x00, PING = 0x01, ACK = 0x02, ACK_ECN = 0x03, RESET_STREAM = 0x04, STOP_SENDING = 0x05, CRYPTO = 0x06,
    NEW_TOKEN = 0x07, STREAM = 0x08, STREAM_LAST = 0x0f, MAX_DATA = 0x10, MAX_STREAM_DATA = 0x11, MAX_STREAMS_BIDI = 0x12,
    MAX_STREAMS_UNI = 0x13, DATA_BLOCKED = 0x14, STREAM_DATA_BLOCKED = 0x15, STREAMS_BLOCKED_BIDI = 0x16,
    STREAMS_BLOCKED_UNI = 0x17, NEW_CONNECTION_ID = 0x18, RETIRE_CONNECTION_ID = 0x19, PATH_CHALLENGE = 0x1a,
    PATH_RESPONSE = 0x1b, CLOSE_TRANSPORT = 0x1c, CLOSE_APPLICATION = 0x1d, HANDSHAKE_DONE = 0x1e, DATAGRAM = 0x30,
    DATAGRAM_WITH_LENGTH = 0x31, IMMEDIATE_ACK = 0xac, ACK_FREQUENCY = 0xaf, TIME_STAMP = 0x2f5
};
enum { FIN_BIT = 1, LEN_BIT = 2, OFF_BIT = 4 };  /* of a STREAM frame's type */

static const char crypto_error[] = "CRYPTO_ERROR";
enum { CRYPTO_ERROR_FIRST = 0x100 };  /* an alert of TLS is added: RFC 9001 section 4.8 */

/* What a frame's label says beside its name. */
struct frame {
    const char *name;
    uint64_t type, stream, number;  /* number: error code, length, offset */
    uint64_t length;
};

/* --- labels ------------------------------------------------------------------------------------ */

static void sb_error(struct strbuf *sb, uint64_t code)
{
    const char *name = ranges_find(&quic_error_codes, code);
    const char *alert = name != NULL && strcmp(name, crypto_error) == 0
                            ? values_find(&tls_alert_descriptions, (uint32_t)code - CRYPTO_ERROR_FIRST)
                            : NULL;
    sb_str(sb, name != NULL ? name : "Unknown");
    if (alert != NULL)
        sb_printf(sb, " (%s)", alert);
}

void quic_frame_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct frame *f = n->v.arg;
    (void)d;
    if (f == NULL)
        return;
    sb_str(sb, f->name);
    if (f->type == PADDING)
        sb_printf(sb, " Length: %u", (unsigned)f->length);
    else if (f->type == RESET_STREAM || f->type == STOP_SENDING)
        sb_printf(sb, " id=%" PRIu64 " Error code: %#" PRIx64, f->stream, f->number);
    else if (f->type == MAX_STREAM_DATA || f->type == STREAM_DATA_BLOCKED)
        sb_printf(sb, " id=%" PRIu64, f->stream);
    else if (f->type >= STREAM && f->type <= STREAM_LAST)
        sb_printf(sb, " id=%" PRIu64 " fin=%u off=%" PRIu64 " len=%" PRIu64 " dir=%s origin=%s", f->stream,
                  (unsigned)(f->type & FIN_BIT), f->number, f->length,
                  f->stream & 2 ? "Unidirectional" : "Bidirectional",
                  f->stream & 1 ? "Server-initiated" : "Client-initiated");
    else if (f->type == CLOSE_APPLICATION)
        sb_printf(sb, " Error code: %#" PRIx64, f->number);
    if (f->type == CLOSE_TRANSPORT) {
        sb_str(sb, " Error code: ");
        sb_error(sb, f->number);
    }
}

void quic_unknown_frame_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct frame *f = n->v.arg;
    (void)d;
    if (f != NULL)
        sb_printf(sb, "Unknown Frame Type %#" PRIx64, f->type);
}

/* --- each of them ------------------------------------------------------------------------------ */

typedef void frame_show(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c);

/* The rest is bytes: as many as were promised, or as there are. */
static void bytes(struct dissect *d, struct cursor *c, unsigned row, uint64_t len)
{
    if (len > c->wire) {
        fall_short(d, *c, 0, len);
        return;
    }
    if (len != 0)
        add_item(d, c, row, (uint32_t)len);
}

static void padding(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    uint32_t n = 0;
    (void)p;
    while (n < c->cap && c->p[n] == PADDING)
        n++;
    f->length = n + 1;
    emit_value(d, *c, QUIC_PADDING_LENGTH, 0, 0, f->length);
    cursor_skip(c, n);
}

static void ack(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p;
    quic_varint(d, c, QUIC_ACK_LARGEST_ACKNOWLEDGED);
    quic_varint(d, c, QUIC_ACK_ACK_DELAY);
    uint64_t ranges = quic_varint(d, c, QUIC_ACK_ACK_RANGE_COUNT);
    quic_varint(d, c, QUIC_ACK_FIRST_ACK_RANGE);
    for (; ranges != 0 && d->stop == STOP_NONE; ranges--) {
        quic_varint(d, c, QUIC_ACK_GAP);
        quic_varint(d, c, QUIC_ACK_ACK_RANGE);
    }
    if (f->type != ACK_ECN)
        return;
    quic_varint(d, c, QUIC_ACK_ECT0_COUNT);
    quic_varint(d, c, QUIC_ACK_ECT1_COUNT);
    quic_varint(d, c, QUIC_ACK_ECN_CE_COUNT);
}

static void crypto(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    uint64_t off = quic_varint(d, c, QUIC_CRYPTO_OFFSET);
    uint64_t len = quic_varint(d, c, QUIC_CRYPTO_LENGTH);
    (void)f;
    if (d->stop != STOP_NONE)
        return;
    struct cursor data = cursor_part(*c, len < c->wire ? (uint32_t)len : c->wire);
    emit_at(d, data, QUIC_CRYPTO_CRYPTO_DATA, 0, data.cap);
    cursor_skip(c, data.wire);
    quic_crypto_data(d, p, data, off);
}

static void new_token(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p, (void)f;
    bytes(d, c, QUIC_NT_TOKEN, quic_varint(d, c, QUIC_NT_LENGTH));
}

static void stream(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p;
    uint32_t before = c->offset;
    f->stream = quic_varint(d, c, QUIC_STREAM_STREAM_ID);
    struct cursor id = { .source = c->source, .offset = before };
    down(d);
    emit_value(d, id, QUIC_STREAM_INITIATOR, 0, c->offset - before, f->stream & 1);
    emit_value(d, id, QUIC_STREAM_DIRECTION, 0, c->offset - before, f->stream >> 1 & 1);
    up(d);
    if (f->type & OFF_BIT)
        f->number = quic_varint(d, c, QUIC_STREAM_OFFSET);
    f->length = f->type & LEN_BIT ? quic_varint(d, c, QUIC_STREAM_LENGTH) : c->wire;
    bytes(d, c, QUIC_STREAM_DATA, f->length);
}

static void new_connection_id(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p, (void)f;
    quic_varint(d, c, QUIC_NCI_SEQUENCE);
    quic_varint(d, c, QUIC_NCI_RETIRE_PRIOR_TO);
    uint32_t len = get8(d, *c, 0);
    uint32_t node = add_item(d, c, QUIC_NCI_CONNECTION_ID_LENGTH, 1);
    if (len == 0 || len > QUIC_CID_MAX) {
        down(d);
        note_on(d, node, QUIC_NOTE_PROTOCOL_VIOLATION, "Connection ID Length must be between 1 and 20 bytes");
        up(d);
    }
    bytes(d, c, QUIC_NCI_CONNECTION_ID, len);
    add_item(d, c, QUIC_NCI_STATELESS_RESET_TOKEN, 16);
}

static void path_challenge(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p;
    add_item(d, c, f->type == PATH_CHALLENGE ? QUIC_PATH_CHALLENGE_DATA : QUIC_PATH_RESPONSE_DATA, 8);
}

static void connection_close(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p;
    bool transport = f->type == CLOSE_TRANSPORT;
    struct cursor at = *c;
    f->number = quic_varint(d, c, transport ? QUIC_CC_ERROR_CODE : QUIC_CC_ERROR_CODE_APP);
    if (transport) {
        uint64_t alert = f->number - CRYPTO_ERROR_FIRST;
        if (alert < 0x100 && values_find(&tls_alert_descriptions, (uint32_t)alert) != NULL)
            emit_value(d, at, QUIC_CC_ERROR_CODE_TLS_ALERT, 1, 1, alert);
        quic_varint(d, c, QUIC_CC_FRAME_TYPE);
    }
    uint64_t len = quic_varint(d, c, QUIC_CC_REASON_PHRASE_LENGTH);
    if (len <= c->wire)
        add_item(d, c, QUIC_CC_REASON_PHRASE, (uint32_t)len);
    else
        fall_short(d, *c, 0, len);
}

static void datagram(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p;
    bytes(d, c, QUIC_DG, f->type == DATAGRAM_WITH_LENGTH ? quic_varint(d, c, QUIC_DG_LENGTH) : c->wire);
}

static void ack_frequency(struct dissect *d, struct quic_packet *p, struct frame *f, struct cursor *c)
{
    (void)p, (void)f;
    quic_varint(d, c, QUIC_AF_SEQUENCE_NUMBER);
    quic_varint(d, c, QUIC_AF_ACK_ELICITING_THRESHOLD);
    quic_varint(d, c, QUIC_AF_REQUEST_MAX_ACK_DELAY);
    emit_bits(d, *c, 0, 1, QUIC_AF_LAST_BYTE, QUIC_AF_IGNORE_ORDER);
    cursor_skip(c, 1);
}

static const struct kind {
    uint16_t first, last;
    bool of_stream;          /* the Info column says which */
    const char *info;
    uint8_t numbers[3];      /* rows of the numbers that it begins with; with a stream's, the first says which stream */
    frame_show *show;        /* the rest; NULL: there is none */
} kinds[] = {
    { PADDING, PADDING, false, "PADDING", .show = padding },
    { PING, PING, false, "PING" },
    { ACK, ACK, false, "ACK", .show = ack },
    { ACK_ECN, ACK_ECN, false, "ACK_ECN", .show = ack },
    { RESET_STREAM, RESET_STREAM, true, "RS", { QUIC_RSTS_STREAM_ID, QUIC_RSTS_ERROR, QUIC_RSTS_FINAL_SIZE } },
    { STOP_SENDING, STOP_SENDING, true, "SS", { QUIC_SS_STREAM_ID, QUIC_SS_ERROR } },
    { CRYPTO, CRYPTO, false, "CRYPTO", .show = crypto },
    { NEW_TOKEN, NEW_TOKEN, false, "NT", .show = new_token },
    { STREAM, STREAM_LAST, true, "STREAM", .show = stream },
    { MAX_DATA, MAX_DATA, false, "MD", { QUIC_MD_MAXIMUM_DATA } },
    { MAX_STREAM_DATA, MAX_STREAM_DATA, true, "MSD", { QUIC_MSD_STREAM_ID, QUIC_MSD_MAXIMUM_STREAM_DATA } },
    { MAX_STREAMS_BIDI, MAX_STREAMS_BIDI, false, "MS", { QUIC_MS_MAX_STREAMS } },
    { MAX_STREAMS_UNI, MAX_STREAMS_UNI, false, "MS", { QUIC_MS_MAX_STREAMS } },
    { DATA_BLOCKED, DATA_BLOCKED, false, "DB", { QUIC_SB_STREAM_DATA_LIMIT } },
    { STREAM_DATA_BLOCKED, STREAM_DATA_BLOCKED, true, "SDB", { QUIC_SDB_STREAM_ID, QUIC_SB_STREAM_DATA_LIMIT } },
    { STREAMS_BLOCKED_BIDI, STREAMS_BLOCKED_BIDI, false, "SB", { QUIC_SIB_STREAM_LIMIT } },
    { STREAMS_BLOCKED_UNI, STREAMS_BLOCKED_UNI, false, "SB", { QUIC_SIB_STREAM_LIMIT } },
    { NEW_CONNECTION_ID, NEW_CONNECTION_ID, false, "NCI", .show = new_connection_id },
    { RETIRE_CONNECTION_ID, RETIRE_CONNECTION_ID, false, "RC", { QUIC_RCI_SEQUENCE } },
    { PATH_CHALLENGE, PATH_CHALLENGE, false, "PC", .show = path_challenge },
    { PATH_RESPONSE, PATH_RESPONSE, false, "PR", .show = path_challenge },
    { CLOSE_TRANSPORT, CLOSE_TRANSPORT, false, "CC", .show = connection_close },
    { CLOSE_APPLICATION, CLOSE_APPLICATION, false, "CC", .show = connection_close },
    { HANDSHAKE_DONE, HANDSHAKE_DONE, false, "DONE" },
    { DATAGRAM, DATAGRAM_WITH_LENGTH, false, "DG", .show = datagram },
    { IMMEDIATE_ACK, IMMEDIATE_ACK, false, "IA" },
    { ACK_FREQUENCY, ACK_FREQUENCY, false, "AF", .show = ack_frequency },
    { TIME_STAMP, TIME_STAMP, false, "TS", { QUIC_TS } },
};

_Static_assert(QUIC_ROWS <= UINT8_MAX, "a row has room in a kind");

static const struct kind *kind_of(uint64_t type)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (type >= kinds[i].first && type <= kinds[i].last)
            return &kinds[i];
    return NULL;
}

/* The Info column names the frame before it is shown; the stream is known afterwards. */
static struct quic_said *say(struct dissect *d, struct quic_packet *p, const struct kind *k)
{
    bool says = k != NULL && d->columns && p->n_said < QUIC_SAID_MAX;
    struct quic_said *said = says ? packet_zero(d, sizeof *said) : NULL;
    if (said == NULL)
        return NULL;
    p->n_said++;
    said->name = k->info;
    *p->said_end = said;
    p->said_end = &said->next;
    return said;
}

static void numbers(struct dissect *d, const struct kind *k, struct frame *f, struct cursor *c)
{
    uint64_t read[ARRAY_LEN(k->numbers)] = { 0 };
    for (size_t i = 0; i < ARRAY_LEN(k->numbers) && k->numbers[i] != 0; i++)
        read[i] = quic_varint(d, c, k->numbers[i]);
    f->stream = read[0];
    f->number = read[1];
}

static void frame(struct dissect *d, struct quic_packet *p, struct cursor *c)
{
    struct cursor begin = *c;
    struct frame *f = packet_zero(d, sizeof *f);
    if (f == NULL) {
        cursor_skip(c, c->wire);
        return;
    }
    uint32_t node = emit_arg(d, *c, QUIC_FRAME, 0, 1, f);
    down(d);
    f->type = quic_varint(d, c, QUIC_FRAME_TYPE);
    const struct kind *k = d->stop == STOP_NONE ? kind_of(f->type) : NULL;
    f->name = k != NULL ? ranges_find(&quic_frame_types, f->type) : "Unknown";
    struct quic_said *said = say(d, p, k);
    if (k == NULL) {
        note_on(d, node, QUIC_NOTE_UNKNOWN_FRAME, f);
    } else {
        if (k->show == stream) {
            down(d);
            for (unsigned row = QUIC_STREAM_FIN; row <= QUIC_STREAM_OFF; row++)
                emit_at(d, begin, row, 0, 1);
            up(d);
        }
        numbers(d, k, f, c);
        if (k->show != NULL)
            k->show(d, p, f, c);
    }
    if (said != NULL && k->of_stream) {
        said->stream = f->stream;
        said->has_stream = true;
    }
    set_end(d, node, *c);
    up(d);
}

void quic_frames(struct dissect *d, struct quic_packet *p, struct cursor c)
{
    while (more(d, &c))
        frame(d, p, &c);
}
