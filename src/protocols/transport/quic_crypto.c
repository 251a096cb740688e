/* quic_crypto.c - the byte stream of CRYPTO frames, RFC 9000 section 19.6, put into order and handed to TLS as it comes.
   Bytes that come before their turn wait; from then on all waits until nothing is missing, and goes on as one. */
#include "protocols/transport/quic.h"

extern const struct protocol proto_tls;

static const struct piece_rows rows = {
    .all = QUIC_CRYPTO_FRAGMENTS, .one = QUIC_CRYPTO_FRAGMENT, .overlap = QUIC_FRAGMENT_OVERLAP,
    .conflict = QUIC_FRAGMENT_OVERLAP_CONFLICT, .other_tail = QUIC_FRAGMENT_MULTIPLETAILS,
    .too_long = QUIC_FRAGMENT_TOOLONGFRAGMENT, .count = QUIC_CRYPTO_FRAGMENT_COUNT, .length = -1, .data = -1,
    .whole_in = QUIC_CRYPTO_REASSEMBLED_IN, .source = "Reassembled QUIC CRYPTO"
};

/* Bytes that come before their turn, or while others wait: first pass. */
static void wait(struct dissect *d, struct quic_crypto *s, struct quic_piece *piece, struct cursor c, uint64_t off)
{
    uint64_t from = s->ahead != NULL ? s->ahead_from : s->next, end = off + c.cap;
    struct pieces *p = s->ahead != NULL ? s->ahead : flow_take(d, sizeof *p);
    if (p == NULL || end - from > PIECES_BYTES_MAX || !pieces_add(d, p, c, (uint32_t)(off - from), 0))
        return;
    if (s->ahead == NULL)
        s->ahead_end = end;
    s->ahead = piece->joined = p;
    s->ahead_from = from;
    if (end > s->ahead_end)
        s->ahead_end = end;
    s->next = from + p->covered;
    if (s->next < s->ahead_end)
        return;
    pieces_end(d, p, p->covered);
    piece->ends = true;
    s->ahead = NULL;
}

/* What becomes of the bytes: first pass. */
static void place(struct dissect *d, struct quic_crypto *s, struct quic_piece *piece, struct cursor c, uint64_t off)
{
    uint64_t end = off + c.cap;
    piece->again = c.cap != 0 && end <= s->next;
    piece->overlaps = !piece->again && off < s->next;
    if (c.cap == 0 || piece->again)
        return;
    piece->skip = piece->overlaps ? (uint32_t)(s->next - off) : 0;
    cursor_skip(&c, piece->skip);
    off += piece->skip;
    if ((off > s->next || s->ahead != NULL) && pref(d, QUIC_PREF_IN_ORDER))
        wait(d, s, piece, c, off);
    else
        s->next = end;
}

static struct quic_piece *piece_of(struct dissect *d, struct quic_packet *p, struct cursor c, uint64_t off)
{
    struct quic_connection *q = p->fact->connection;
    if (!d->first_pass) {
        struct quic_piece *piece = *p->pieces;
        if (piece != NULL)
            p->pieces = &piece->next;
        return piece;
    }
    struct quic_piece *piece = quic_keep(d, sizeof *piece);
    if (piece == NULL)
        return NULL;
    *p->pieces = piece;
    p->pieces = &piece->next;
    place(d, &q->crypto[p->way], piece, c, off);
    return piece;
}

/* Finding and heading of what came before. */
static void repeated(struct dissect *d, struct cursor c, const struct quic_piece *piece)
{
    static const char again[] = "This QUIC frame has a reused stream offset (retransmission?)";
    static const char overlaps[] = "This QUIC frame overlaps a previous frame in the stream";
    if (piece->again)
        note_on(d, emit_arg(d, c, QUIC_REPEATED, 0, c.cap, again), QUIC_NOTE_RETRANSMISSION, NULL);
    else if (piece->overlaps)
        note_on(d, emit_arg(d, c, QUIC_REPEATED, 0, c.cap, overlaps), QUIC_NOTE_OVERLAP, NULL);
}

/* TLS says nothing in the columns. */
static void hand_to_tls(struct dissect *d, const struct quic_connection *q, struct cursor c)
{
    bool columns = d->columns;
    const char *column = d->protocol_column;
    d->columns = false;
    nested(d, hand_to(&proto_tls, (int)q->ordinal, c), false);
    d->columns = columns;
    d->protocol_column = column;
}

void quic_crypto_data(struct dissect *d, struct quic_packet *p, struct cursor c, uint64_t off)
{
    const struct quic_piece *piece = piece_of(d, p, c, off);
    if (piece == NULL || c.cap == 0)
        return;
    repeated(d, c, piece);
    if (piece->again)
        return;
    cursor_skip(&c, piece->skip);
    if (piece->joined != NULL && !piece->ends) {
        uint32_t in = piece->joined->whole_in;
        if (in != 0 && in != frame_number(d->frame))
            emit_value(d, c, QUIC_CRYPTO_REASSEMBLED_IN, 0, 0, in);
        return;
    }
    if (piece->ends) {
        c = pieces_join(d, piece->joined, piece->joined->len, rows.source);
        pieces_emit(d, c, piece->joined, &rows);
    }
    if (c.wire != 0)
        hand_to_tls(d, p->fact->connection, c);
}
