/* stream.c - following a stream's messages over its segments. */
#include "flow/stream.h"

/* A message of several segments. */
struct message {
    struct pieces pieces;
    uint32_t seq, end;      /* numbers of its first byte and of the one after it, as far as is known */
    uint32_t mark;          /* the dissector's, for when it gets the message again */
    bool any, all;          /* it ends nobody knows where: ask with every segment; only with the stream */
};

enum part_kind { PART_ALONE, PART_OF, PART_COMPLETES, PART_REPEATED };

/* What became of some bytes of a segment. */
struct part {
    const struct part *next;
    const struct message *message;
    uint32_t off, len;
    uint8_t kind;
    uint32_t length;        /* PART_COMPLETES: bytes of the message that were given to the dissector */
};

struct parts {
    const struct part *first;
    struct part *last;
};

/* The work on one segment. */
struct run {
    struct dissect *d;
    struct cursor c;            /* the segment's bytes */
    const struct stream_segment *segment;
    const struct stream_rows *rows;
    struct verdict to;
    struct parts parts;
    uint32_t pos;               /* how far it has got in the segment */
};

/* --- messages ----------------------------------------------------------------------------------- */

static bool after(uint32_t a, uint32_t b) { return (int32_t)(a - b) > 0; }

/* Place of the first message that begins after seq. */
static uint32_t place_after(const struct stream *s, uint32_t seq)
{
    uint32_t from = 0, to = s->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (after(s->messages[mid]->seq, seq))
            to = mid;
        else
            from = mid + 1;
    }
    return from;
}

/* The message that the byte belongs to. */
static struct message *message_at(const struct stream *s, uint32_t seq)
{
    uint32_t i = place_after(s, seq);
    struct message *m = i != 0 ? s->messages[i - 1] : NULL;
    return m != NULL && (after(m->end, seq) || (m->all && m->pieces.whole_in == 0)) ? m : NULL;
}

static struct message *message_new(struct dissect *d, struct stream *s, uint32_t seq)
{
    if (s->count == s->room) {
        uint32_t room = s->room != 0 ? s->room * 2 : 4;
        struct message **more = flow_take(d, room * sizeof *more);
        if (more == NULL)
            return NULL;
        if (s->count != 0)
            memcpy(more, s->messages, s->count * sizeof(struct message *));
        s->messages = more;
        s->room = room;
    }
    struct message *m = flow_take(d, sizeof *m);
    if (m == NULL)
        return NULL;
    m->seq = m->end = seq;
    uint32_t at = place_after(s, seq), i = s->count++;
    for (; i > at; i--)
        s->messages[i] = s->messages[i - 1];
    s->messages[at] = m;
    return m;
}

/* In the packet's memory: most segments are one part, which nobody has to remember. */
static void part_add(struct dissect *d, struct parts *parts, struct part new)
{
    struct part *p = packet_copy(d, &new, sizeof new);
    if (p == NULL)
        return;
    if (parts->last != NULL)
        parts->last->next = p;
    else
        parts->first = p;
    parts->last = p;
}

/* --- showing ------------------------------------------------------------------------------------ */

/* Lets the dissector see the bytes, one level above the carrying protocol's fields. */
static void give(struct run *r, struct cursor c, uint32_t mark)
{
    struct dissect *d = r->d;
    struct verdict to = r->to;
    struct carrier before = d->carrier;
    up(d);
    to.rest = c;
    d->mark = mark;
    d->wants_more = false;
    d->carrier = (struct carrier){ r->segment->node, d->base + r->rows->message_size, (uint8_t)(d->depth + 1) };
    nested_stream(d, to);
    d->carrier = before;
    d->mark = 0;
    down(d);
}

/* True when the wish concerns all that was given. */
static bool at_start(const struct dissect *d, struct cursor given) { return d->more.rest.offset == given.offset; }

/* Rows about the segment that are emitted when what is above was dissected already. */
static uint32_t late_begin(struct dissect *d, uint32_t parent)
{
    uint32_t late = d->late_parent;
    if (late == NO_NODE && parent + 1 != d->tree.count)
        d->late_parent = parent;
    return late;
}

static void data_emit(struct run *r, const struct part *p)
{
    struct dissect *d = r->d;
    struct cursor bytes = cursor_sub(r->c, p->off, p->len);
    uint32_t in = p->message->pieces.whole_in, late = late_begin(d, r->segment->node);
    bool later = p->kind == PART_REPEATED ? in < d->frame->number : in != d->frame->number;
    if (p->kind != PART_COMPLETES && in != 0 && later)
        emit_value(d, r->segment->header, (unsigned)r->rows->pieces.whole_in, 0, 0, in);
    if (p->len != 0 && (p->kind != PART_REPEATED || r->segment->resent))
        emit_at(d, bytes, p->kind == PART_REPEATED ? r->rows->repeated : r->rows->data, 0, bytes.cap);
    d->late_parent = late;
}

/* The joined message and its dissection.  What it was joined from is only listed once the dissector has taken it, so that
   a message that grows segment by segment is not listed each time. */
static struct cursor whole_give(struct run *r, const struct message *m, const struct part *part)
{
    struct dissect *d = r->d;
    const struct stream_rows *rows = r->rows;
    struct cursor whole = pieces_join(d, &m->pieces, part->length, rows->pieces.source);
    up(d);
    uint32_t head = pieces_head(d, whole, &m->pieces, &rows->pieces);
    down(d);
    give(r, whole, m->mark);
    if (d->wants_more && at_start(d, whole))
        return whole;
    uint8_t stop = d->stop;
    bool emitting = d->emitting;
    d->stop = STOP_NONE;
    d->emitting = d->wanted->any[d->protocol];
    up(d);
    pieces_list(d, whole, &m->pieces, &rows->pieces, head);
    down(d);
    data_emit(r, part);
    d->stop = stop;
    d->emitting = emitting;
    return whole;
}

/* --- the first pass ----------------------------------------------------------------------------- */

/* No message is half as long as sequence numbers go round. */
static bool beyond_belief(const struct verdict *more)
{
    return more->key != MORE_ALL && more->key >= UINT32_C(1) << 31;
}

static void keep_wish(struct message *m, const struct verdict *more, uint32_t have)
{
    m->all = more->key == MORE_ALL;
    m->any = more->key == MORE_ANY;
    m->mark = more->second;
    m->end = m->seq + have + (m->any ? 1 : m->all ? 0 : more->key);
}

/* A message begins with the bytes at the cursor, which stand at `from` of the segment or in an earlier one. */
static void begin(struct run *r, uint32_t seq, struct cursor c, uint32_t from)
{
    struct dissect *d = r->d;
    struct message *m = c.cap != 0 ? message_new(d, r->segment->stream, seq) : NULL;
    r->pos = r->c.wire;
    if (m == NULL || (!beyond_belief(&d->more) && !pieces_add(d, &m->pieces, c, 0, 0)))
        return;
    keep_wish(m, &d->more, c.cap);
    struct part part = { .message = m, .off = from, .len = r->c.wire - from, .kind = PART_OF };
    part_add(d, &r->parts, part);
    data_emit(r, &part);
}

static void alone(struct run *r)
{
    struct dissect *d = r->d;
    struct cursor rest = cursor_at(r->c, r->pos);
    part_add(d, &r->parts, (struct part){ .off = r->pos, .len = rest.wire, .kind = PART_ALONE });
    give(r, rest, 0);
    uint32_t at = d->wants_more ? d->more.rest.offset - rest.offset : rest.wire, from = r->pos + at;
    r->pos = r->c.wire;
    if (at < rest.wire)
        begin(r, r->segment->seq + from, cursor_at(r->c, from), from);
}

/* The message has all that was asked for: the dissector looks at it.  It may want more of it, or have found
   another message's beginning in it. */
static void complete(struct run *r, struct message *m, struct part *part)
{
    struct dissect *d = r->d;
    uint32_t have = m->pieces.covered, wanted = m->end - m->seq, nodes = d->tree.count;
    part->length = m->any || m->all || wanted > have ? have : wanted;
    part->kind = PART_COMPLETES;
    m->pieces.len = part->length;
    struct cursor whole = whole_give(r, m, part);
    bool goes_on = d->wants_more && at_start(d, whole);
    if (goes_on) {
        d->tree.count = nodes;
        pieces_forget(d, whole);
        m->pieces.len = 0;
    }
    if (goes_on && beyond_belief(&d->more)) {  /* the beginning was none: the segment speaks for itself */
        m->end = m->seq;
        m->any = m->all = false;
        r->pos = part->off;
        alone(r);
        return;
    }
    if (goes_on) {
        keep_wish(m, &d->more, part->length);
        part->kind = PART_OF;
        data_emit(r, part);
    }
    part_add(d, &r->parts, *part);
    if (goes_on)
        return;
    if (r->pos < r->c.wire)
        info_fence(d);  /* what is said of the rest stands behind */
    uint32_t at = d->wants_more ? d->more.rest.offset : part->length;
    m->any = m->all = false;
    m->end = m->seq + at;
    pieces_end(d, &m->pieces, part->length);
    if (at >= part->length)
        return;
    uint32_t from = m->end - r->segment->seq;
    if (from < r->c.wire)
        begin(r, m->end, cursor_at(r->c, from), from);
    else
        begin(r, m->end, cursor_at(whole, at), r->c.wire);  /* in an earlier segment: never with a sound dissector */
}

/* The bytes belong to a message that waits for them. */
static void add_to(struct run *r, struct message *m)
{
    struct dissect *d = r->d;
    uint32_t seq = r->segment->seq + r->pos, rest = r->c.wire - r->pos, room = m->end - seq;
    uint32_t len = m->any || m->all || room > rest ? rest : room;
    struct part part = { .message = m, .off = r->pos, .len = len, .kind = PART_OF };
    if (m->any)
        m->end = after(seq + len, m->end) ? seq + len : m->end;
    if (!pieces_add(d, &m->pieces, cursor_sub(r->c, r->pos, len), seq - m->seq, 0)) {
        r->pos = r->c.wire;
        return;
    }
    r->pos += len;
    bool whole = m->all ? r->segment->last : m->pieces.covered >= m->end - m->seq;
    if (whole) {
        complete(r, m, &part);
    } else {
        part_add(d, &r->parts, part);
        data_emit(r, &part);
    }
}

/* All of the segment's bytes that belong to the message are there already. */
static bool known_in(const struct run *r, const struct message *m)
{
    uint32_t at = r->segment->seq + r->pos - m->seq, rest = r->c.wire - r->pos;
    return r->segment->repeated && !r->segment->last && at <= m->pieces.covered && rest <= m->pieces.covered - at;
}

/* Bytes of a message that is whole, or waits for others: sent again. */
static void repeat(struct run *r, const struct message *m)
{
    uint32_t rest = r->c.wire - r->pos, room = m->pieces.whole_in != 0 ? m->end - (r->segment->seq + r->pos) : rest;
    struct part part = { .message = m, .off = r->pos, .len = room < rest ? room : rest, .kind = PART_REPEATED };
    r->pos += part.len;
    part_add(r->d, &r->parts, part);
    data_emit(r, &part);
}

/* Nobody looks at what is left of the segment. */
static void resent_emit(struct run *r)
{
    struct cursor rest = cursor_at(r->c, r->pos);
    if (r->segment->resent && rest.cap != 0)
        emit_at(r->d, rest, r->rows->repeated, 0, rest.cap);
    r->pos = r->c.wire;
}

static void run_first(struct run *r)
{
    struct dissect *d = r->d;
    const struct stream_segment *s = r->segment;
    while (r->pos < r->c.wire && d->stop == STOP_NONE) {
        struct message *m = message_at(s->stream, s->seq + r->pos);
        if (m != NULL && m->pieces.whole_in == 0 && !known_in(r, m))
            add_to(r, m);
        else if (m != NULL)
            repeat(r, m);
        else if (!s->repeated)
            alone(r);
        else
            resent_emit(r);
    }
    struct message *waits = s->last && r->c.wire == 0 ? message_at(s->stream, s->seq) : NULL;
    if (waits != NULL && waits->all && waits->pieces.whole_in == 0)
        add_to(r, waits);
}

/* --- later passes ------------------------------------------------------------------------------- */

static void run_later(struct run *r, const struct part *p)
{
    struct dissect *d = r->d;
    for (; p != NULL && d->stop == STOP_NONE; p = p->next) {
        if (p->kind == PART_ALONE) {
            give(r, cursor_at(r->c, p->off), 0);
            continue;
        }
        if (p->kind != PART_COMPLETES) {
            data_emit(r, p);
            continue;
        }
        whole_give(r, p->message, p);
        if (p->next != NULL)
            info_fence(d);
    }
}

/* What is remembered of a segment: nothing in the plain case. */
static const struct part *recall(struct dissect *d, unsigned slot)
{
    const struct part *const *first = fact_here(d, slot, sizeof *first);
    return first != NULL ? *first : NULL;
}

static void remember(struct dissect *d, unsigned slot, const struct parts *parts)
{
    const struct part *first = parts->first;
    if (first == NULL || (first->kind == PART_ALONE && first->next == NULL))
        return;
    const struct part **to = fact_here(d, slot, sizeof *to);
    for (const struct part *p = first; to != NULL && p != NULL; p = p->next) {
        struct part *copy = flow_take(d, sizeof *copy);
        if (copy == NULL)
            return;
        *copy = *p;
        copy->next = NULL;
        *to = copy;
        to = &copy->next;
    }
}

/* Some of the segment belongs to a message of several. */
static bool part_of_others(const struct part *p)
{
    while (p != NULL && (p->kind == PART_ALONE || p->kind == PART_REPEATED))
        p = p->next;
    return p != NULL;
}

struct verdict stream_segment_run(struct dissect *d, struct cursor c, const struct stream_segment *s,
                                  const struct stream_rows *rows, struct verdict to)
{
    struct run r = { .d = d, .c = c, .segment = s, .rows = rows, .to = to };
    uint16_t layers = d->n_layers;
    unsigned slot = (unsigned)layers << 4 | 15;
    const struct part *first = NULL;
    to.rest = c;
    d->carrier = (struct carrier){ s->node, d->base + rows->message_size, d->depth };
    bool skip = s->repeated || c.wire == 0;
    if (!s->whole || s->stream == NULL)
        return skip ? done() : to;
    if (d->first_pass) {
        run_first(&r);
        remember(d, slot, &r.parts);
        first = r.parts.first;
    } else {
        first = recall(d, slot);
        d->waits = first == NULL;
        if (first == NULL && !skip)
            return to;
        if (first == NULL)
            resent_emit(&r);
        run_later(&r, first);
    }
    d->wants_more = false;
    if (part_of_others(first) && d->n_layers == layers)
        info_add(d, rows->info, NULL);
    return done();
}
