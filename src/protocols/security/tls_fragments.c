/* tls_fragments.c - handshake messages that go on in later records (RFC 8446 section 5.1).

   The first pass puts them together; what each record had to do with it is kept as a fact, by which later passes show the
   same. */
#include "protocols/security/tls.h"

/* A chain of certificates may be long; what claims to be longer than this is no message but encrypted bytes. */
enum { HEADER = 4, MESSAGE_MAX = 0x10000 };

/* Facts have numbers of 16 bits: those of the whole call are below these.  Records of one call beyond so many are
   looked at alone. */
enum { RECORD_SLOTS = 0x8000, RECORDS_MAX = 255 };

bool tls_message_begins(const struct tls *t, struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, 1);
    if ((t->changed && t->version != TLS_1_3) || p == NULL || values_find(&tls_handshake_types, p[0]) == NULL)
        return false;
    p = cursor_peek(c, 0, HEADER);
    return p != NULL ? be24(p + 1) < MESSAGE_MAX : c.wire < HEADER && t->remembers;
}

uint32_t tls_message_size(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, HEADER);
    return p != NULL ? HEADER + be24(p + 1) : UINT32_MAX;
}

/* Takes the first bytes of c; their number, 0 when that cannot be. */
static uint32_t add(struct dissect *d, struct tls_joined *j, struct cursor c)
{
    uint32_t have = j->pieces.covered, take = c.cap;
    for (uint32_t i = have; i < HEADER && i - have < c.cap; i++)
        j->head[i] = c.p[i - have];
    if (have + c.cap >= HEADER)
        j->size = HEADER + be24(j->head + 1);
    if (j->size != 0 && take > j->size - have)
        take = j->size - have;
    if (j->size > MESSAGE_MAX || c.cap < c.wire || !pieces_add(d, &j->pieces, cursor_part(c, take), have, 0))
        return 0;
    if (j->pieces.covered == j->size)
        pieces_end(d, &j->pieces, j->size);
    return take;
}

static void go_on(struct dissect *d, struct tls *t, struct cursor c, struct tls_fragment *f)
{
    struct tls_joined **pending = &t->s->pending[t->direction], *j = *pending;
    if (j == NULL || c.wire == 0)
        return;
    f->off = j->pieces.covered;
    f->size = add(d, j, c);
    f->goes_on = f->size != 0 ? j : NULL;
    if (f->size == 0 || j->pieces.whole_in != 0)
        *pending = NULL;
}

/* Looks for the message that the record's end cuts. */
static void begin(struct dissect *d, struct tls *t, struct cursor c, struct tls_fragment *f)
{
    while (tls_message_begins(t, c) && tls_message_size(c) <= c.wire)
        cursor_skip(&c, tls_message_size(c));
    if (c.wire == 0 || !tls_message_begins(t, c))
        return;
    struct tls_joined *j = flow_take(d, sizeof *j);
    if (j == NULL || add(d, j, c) == 0)
        return;
    t->s->pending[t->direction] = j;
    f->begins = j;
}

struct tls_fragment tls_fragment_find(struct dissect *d, struct tls *t, struct cursor c)
{
    struct tls_fragment f = { 0 }, *kept;
    if (!t->remembers || ++t->records > RECORDS_MAX)
        return f;
    unsigned slot = RECORD_SLOTS | (unsigned)d->n_layers << 8 | t->records;
    if (!d->first_pass) {
        kept = fact_here(d, slot, sizeof *kept);
        return kept != NULL ? *kept : f;
    }
    go_on(d, t, c, &f);
    if (t->s->pending[t->direction] == NULL)
        begin(d, t, cursor_at(c, f.size), &f);
    if (f.goes_on == NULL && f.begins == NULL)
        return f;
    if ((kept = fact_here(d, slot, sizeof *kept)) != NULL)
        *kept = f;
    return f;
}

/* "Certificate (fragment)" */
static const char *fragment_name(struct dissect *d, const struct tls_joined *j, const char *which)
{
    struct strbuf sb = { 0 };
    sb_str(&sb, values_or(&tls_handshake_types, j->head[0], "Unknown"));
    sb_str(&sb, which);
    const char *kept = packet_copy(d, sb_text(&sb), sb.len + 1);
    sb_free(&sb);
    return kept != NULL ? kept : "";
}

const char *tls_fragment_emit(struct dissect *d, const struct tls_joined *j, struct cursor c)
{
    uint32_t in = j->pieces.whole_in;
    const char *name = fragment_name(d, j, " (fragment)");
    emit_arg(d, c, TLS_HANDSHAKE, 0, c.cap, name);
    if (in != 0)
        emit_value(d, c, TLS_REASSEMBLED_IN, 0, 0, in);
    return name;
}

struct cursor tls_fragment_join(struct dissect *d, const struct tls_joined *j, struct cursor c)
{
    static const struct piece_rows rows = {
        .all = TLS_FRAGMENTS,
        .one = TLS_FRAGMENT,
        .overlap = -1,
        .conflict = -1,
        .other_tail = -1,
        .too_long = -1,
        .count = TLS_FRAGMENT_COUNT,
        .length = -1,
        .data = -1,
        .whole_in = TLS_REASSEMBLED_IN,
    };
    emit_arg(d, c, TLS_HANDSHAKE, 0, c.cap, fragment_name(d, j, " (last fragment)"));
    struct cursor whole = pieces_join(d, &j->pieces, j->size, "Reassembled TLS Handshake");
    pieces_emit(d, whole, &j->pieces, &rows);
    return whole;
}
