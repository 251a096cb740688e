/* stream.c - following a stream's messages over its segments. */
#include "flow/stream.h"

/* A message of several segments. */
struct message {
    struct pieces pieces;
    struct part *parts;     /* first pass: of earlier frames, as they are remembered, linked by `also` */
    uint32_t seq, end;      /* numbers of its first byte and of the one after it, as far as is known */
    uint32_t mark;          /* the dissector's, for when it gets the message again */
    bool any, all;          /* it ends nobody knows where: ask with every segment; only with the stream */
};

/* What came before its turn. */
struct ahead {
    struct pieces pieces;   /* places count from `seq` */
    struct part *parts;     /* of the frames that brought it */
    uint32_t seq;
};

enum part_kind { PART_ALONE, PART_OF, PART_COMPLETES, PART_COMPLETES_APART, PART_REPEATED };

/* What became of some bytes of a segment. */
struct part {
    struct part *next;
    struct message *message;  /* NULL: none, or none yet */
    union {
        struct part *also;  /* PART_OF: the next that waits, as the message or the stream lists them */
        uint32_t length;    /* PART_COMPLETES: bytes of the message that were given to the dissector */
    };
    uint32_t off, len;
    uint32_t seq;           /* of the first byte */
    uint8_t kind;
    bool last;              /* PART_COMPLETES: the stream ends with it */
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

/* Place of the first message that begins after seq. */
static uint32_t place_after(const struct stream *s, uint32_t seq)
{
    uint32_t from = 0, to = s->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (serial_after(s->messages[mid]->seq, seq))
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
    return m != NULL && (serial_after(m->end, seq) || (m->all && m->pieces.whole_in == 0)) ? m : NULL;
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

/* True when the wish concerns all that was given. */
static bool at_start(const struct dissect *d, struct cursor given) { return d->more.rest.offset == given.offset; }

/* Lets the dissector see the bytes, one level above the carrying protocol's fields.  `last`: it cannot have more.
   Who only led to a dissector that waits (a proxy's tunnel) shows nothing either. */
static void give(struct run *r, struct cursor c, uint32_t mark, bool last)
{
    struct dissect *d = r->d;
    struct verdict to = r->to;
    struct carrier before = d->carrier;
    uint32_t nodes = d->tree.count;
    uint16_t layers = d->n_layers;
    up(d);
    to.rest = c;
    d->mark = mark;
    d->wants_more = false;
    d->carrier = (struct carrier){ r->segment->node, d->base + r->rows->message_size, (uint8_t)(d->depth + 1) };
    nested_stream(d, to, last);
    if (d->wants_more && at_start(d, c)) {
        d->tree.count = nodes;
        d->n_layers = layers;
    }
    d->carrier = before;
    d->mark = 0;
    down(d);
}

/* The same with bytes up to the segment's end, which may be the stream's. */
static void give_rest(struct run *r, struct cursor rest)
{
    r->d->ends = r->segment->last;
    give(r, rest, 0, false);
    r->d->ends = false;
}

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
    uint32_t in = p->message != NULL ? p->message->pieces.whole_in : 0, late = late_begin(d, r->segment->node);
    if (p->kind == PART_OF && in != 0 && in != d->frame->number)
        emit_value(d, r->segment->header, (unsigned)r->rows->pieces.whole_in, 0, 0, in);
    if (p->len != 0)
        emit_at(d, bytes, p->kind == PART_REPEATED ? r->rows->repeated : r->rows->data, 0, bytes.cap);
    d->late_parent = late;
}

/* What the message was joined from. */
static void list_emit(struct run *r, struct cursor whole, const struct message *m, uint32_t head)
{
    struct dissect *d = r->d;
    uint8_t stop = d->stop;
    bool emitting = d->emitting;
    d->stop = STOP_NONE;
    d->emitting = d->wanted->any[d->protocol];
    set_len(d, head, whole.cap);
    up(d);
    pieces_list(d, whole, &m->pieces, &r->rows->pieces, head);
    down(d);
    d->stop = stop;
    d->emitting = emitting;
}

static struct message *rest_take(struct run *r, struct message *m, struct part *part, uint32_t at);

/* The joined message and its dissection; returns what is left of it, when that begins another one.  What it was
   joined from is only listed once the dissector has taken it, so that a message that grows segment by segment is not
   listed each time. */
static struct message *whole_give(struct run *r, struct message *m, struct part *part)
{
    struct dissect *d = r->d;
    const struct stream_rows *rows = r->rows;
    struct message *rest = NULL;
    struct cursor whole = pieces_join(d, &m->pieces, part->length, rows->pieces.source);
    up(d);
    uint32_t head = pieces_head(d, whole, &m->pieces, &rows->pieces);
    down(d);
    d->wants_more = false;
    d->ends = r->segment->last && part->off + part->len == r->c.wire;
    if (part->kind != PART_COMPLETES_APART)
        give(r, whole, m->mark, part->last);
    d->ends = false;
    if (d->wants_more && at_start(d, whole)) {
        pieces_forget(d, whole);
        return NULL;
    }
    if (d->first_pass && d->wants_more && d->more.rest.offset < part->length) {
        rest = rest_take(r, m, part, d->more.rest.offset);
        cursor_limit(&whole, part->length);
        whole.cap = whole.cap < whole.wire ? whole.cap : whole.wire;
    }
    if (d->first_pass)
        pieces_end(d, &m->pieces, part->length);
    list_emit(r, whole, m, head);
    if (!part->last || !r->segment->last)
        data_emit(r, part);
    return rest;
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

/* The segment has a part in a message that is not whole yet. */
static void part_of(struct run *r, struct part part)
{
    part.kind = PART_OF;
    data_emit(r, &part);
    part_add(r->d, &r->parts, part);
}

/* The parts of earlier frames that have bytes from `seq` on: those are the new message's. */
static void parts_divide(struct dissect *d, struct message *m, struct message *new, uint32_t seq)
{
    struct part **at = &m->parts, *p;
    while ((p = *at) != NULL) {
        struct part *goes = p;
        if (!serial_after(p->seq + p->len, seq)) {
            at = &p->also;
            continue;
        }
        if (serial_after(seq, p->seq)) {
            goes = flow_take(d, sizeof *goes);
            if (goes == NULL)
                return;
            *goes = *p;
            goes->off += seq - p->seq;
            goes->len -= seq - p->seq;
            goes->seq = seq;
            p->len = seq - p->seq;
            p->next = goes;
            at = &p->also;
        } else {
            *at = p->also;
        }
        goes->message = new;
        goes->also = new->parts;
        new->parts = goes;
    }
}

/* The message ends at `at`; what the dissector saw behind that begins another one. */
static struct message *rest_take(struct run *r, struct message *m, struct part *part, uint32_t at)
{
    struct dissect *d = r->d;
    uint32_t have = part->length - at, seq = m->seq + at;
    part->length = m->pieces.len = at;
    m->end = seq;
    m->any = m->all = false;
    if (serial_after(part->seq + part->len, seq))
        part->len = serial_after(seq, part->seq) ? seq - part->seq : 0;
    struct message *rest = beyond_belief(&d->more) ? NULL : message_new(d, r->segment->stream, seq);
    if (rest == NULL)
        return NULL;
    pieces_move(d, &m->pieces, at, UINT32_MAX, &rest->pieces, 0);
    parts_divide(d, m, rest, seq);
    keep_wish(rest, &d->more, have);
    return rest;
}

/* A message begins with the segment's bytes from `from` on. */
static void begin(struct run *r, uint32_t from)
{
    struct dissect *d = r->d;
    struct cursor c = cursor_at(r->c, from);
    uint32_t seq = r->segment->seq + from;
    struct message *m = c.cap != 0 ? message_new(d, r->segment->stream, seq) : NULL;
    r->pos = r->c.wire;
    if (m == NULL || (!beyond_belief(&d->more) && !pieces_add(d, &m->pieces, c, 0, 0)))
        return;
    keep_wish(m, &d->more, c.cap);
    part_of(r, (struct part){ .message = m, .off = from, .len = r->c.wire - from, .seq = seq });
}

static void alone(struct run *r)
{
    struct dissect *d = r->d;
    struct cursor rest = cursor_at(r->c, r->pos);
    part_add(d, &r->parts, (struct part){ .off = r->pos, .len = rest.wire, .kind = PART_ALONE });
    give_rest(r, rest);
    uint32_t at = d->wants_more ? d->more.rest.offset - rest.offset : rest.wire, from = r->pos + at;
    r->pos = r->c.wire;
    if (at < rest.wire)
        begin(r, from);
}

enum outcome { MESSAGE_TAKEN, MESSAGE_GOES_ON, MESSAGE_IS_NONE };

/* The message has all that was asked for (`all`: and everything that is there counts): the dissector looks at it.  It
   may want more of it, or have found another message's beginning in it. */
static enum outcome complete(struct run *r, struct message *m, struct part *part, bool all)
{
    struct dissect *d = r->d;
    uint32_t have = m->pieces.covered, wanted = m->end - m->seq, nodes = d->tree.count, end = part->off + part->len;
    part->length = all || m->any || m->all || wanted > have ? have : wanted;
    part->kind = !r->segment->ordered && r->segment->use == STREAM_APART ? PART_COMPLETES_APART : PART_COMPLETES;
    part->last = m->all;
    m->pieces.len = part->length;
    struct message *rest = whole_give(r, m, part);
    if (m->pieces.whole_in == 0) {
        d->tree.count = nodes;
        m->pieces.len = 0;
        part->kind = PART_OF;
        part->last = false;
        m->any = m->all = false;
        m->end = m->seq;
        if (beyond_belief(&d->more))
            return MESSAGE_IS_NONE;
        keep_wish(m, &d->more, part->length);
        return MESSAGE_GOES_ON;
    }
    part_add(d, &r->parts, *part);
    if (r->pos < r->c.wire)
        info_fence(d);  /* what is said of the rest stands behind */
    m->any = m->all = false;
    m->end = m->seq + part->length;
    uint32_t from = rest == NULL ? end : serial_after(rest->seq, r->segment->seq) ? rest->seq - r->segment->seq : 0;
    if (from < end)
        part_of(r, (struct part){ .message = rest, .off = from, .len = end - from, .seq = r->segment->seq + from });
    return MESSAGE_TAKEN;
}

/* Nothing of the stream is missing up to the end of what the message has. */
static bool is_whole(const struct stream *s, const struct message *m)
{
    return m->all ? s->ended && m->seq + m->pieces.covered == s->end : m->pieces.covered >= m->end - m->seq;
}

/* So many bytes of the segment for the message; a message without an end grows with them. */
static bool feed(struct run *r, struct message *m, struct part *part, uint32_t len)
{
    uint32_t seq = r->segment->seq + r->pos;
    if (!pieces_add(r->d, &m->pieces, cursor_sub(r->c, r->pos, len), seq - m->seq, 0)) {
        r->pos = r->c.wire;
        return false;
    }
    if (m->any && serial_after(seq + len, m->end))
        m->end = seq + len;
    r->pos += len;
    part->len += len;
    return true;
}

/* The segment's next bytes are still the message's: one with a gap may have come to its end without being whole. */
static bool reaches(const struct run *r, const struct message *m)
{
    return m->any || m->all || serial_after(m->end, r->segment->seq + r->pos);
}

/* The bytes belong to a message that waits for them. */
static void add_to(struct run *r, struct message *m)
{
    struct part part = { .message = m, .off = r->pos, .seq = r->segment->seq + r->pos, .kind = PART_OF };
    enum outcome o;
    do {
        uint32_t rest = r->c.wire - r->pos, room = m->end - (r->segment->seq + r->pos);
        if (!feed(r, m, &part, m->any || m->all || room > rest ? rest : room))
            return;
        o = is_whole(r->segment->stream, m) ? complete(r, m, &part, false) : MESSAGE_GOES_ON;
    } while (o == MESSAGE_GOES_ON && r->pos < r->c.wire && reaches(r, m));
    if (o == MESSAGE_GOES_ON && part.len != 0)
        part_of(r, part);
    if (o != MESSAGE_IS_NONE)
        return;
    r->pos = part.off;
    alone(r);
}

/* So many bytes that nobody looks at; later passes must know it, whether they show them or not. */
static void pass_by(struct run *r, uint32_t len, bool shown)
{
    struct part part = { .off = r->pos, .len = shown ? len : 0, .kind = PART_REPEATED };
    r->pos += len;
    part_add(r->d, &r->parts, part);
    data_emit(r, &part);
}

/* As they come.  Bytes that nobody looks at are shown when they were sent again, or when a message begins with them. */
static void run_plain(struct run *r)
{
    const struct stream_segment *s = r->segment;
    uint32_t seq = s->seq + r->pos, rest = r->c.wire - r->pos;
    struct message *m = message_at(s->stream, seq);
    bool waits = m != NULL && m->pieces.whole_in == 0, starts = m != NULL && m->seq == seq;
    bool useless = s->use == STREAM_UNUSED || (s->use == STREAM_APART && (!waits || starts));
    if (useless)
        pass_by(r, rest, s->resent || starts);
    else if (waits)
        add_to(r, m);
    else if (m != NULL)
        pass_by(r, m->end - seq < rest ? m->end - seq : rest, s->resent || starts);
    else
        alone(r);
}

/* --- in order ------------------------------------------------------------------------------------ */

void stream_opens(struct stream *s, uint32_t seq)
{
    if (s->begun)
        return;
    s->begun = true;
    s->next = seq;
}

/* What is ahead begins where the number is, or before. */
static bool meets_ahead(const struct stream *s, uint32_t seq)
{
    const struct ahead *a = s->ahead;
    return a != NULL && a->pieces.count != 0 && !serial_after(a->seq + a->pieces.list[0].off, seq);
}

/* The rest of the segment comes before its turn.  When it cannot be kept, what is missing is given up. */
static void keep_ahead(struct run *r)
{
    struct dissect *d = r->d;
    struct stream *s = r->segment->stream;
    uint32_t seq = r->segment->seq + r->pos;
    struct ahead *a = s->ahead != NULL ? s->ahead : flow_take(d, sizeof *a);
    if (a == NULL) {
        s->next = seq;
        return;
    }
    s->ahead = a;
    if (a->pieces.count == 0)
        a->seq = s->next;
    if (!pieces_add(d, &a->pieces, cursor_at(r->c, r->pos), seq - a->seq, 0)) {
        pieces_drop(d, &a->pieces);
        a->parts = NULL;
        s->next = seq;
        return;
    }
    part_of(r, (struct part){ .off = r->pos, .len = r->c.wire - r->pos, .seq = seq });
    r->pos = r->c.wire;
}

/* Its turn has come: all that follows without a gap is the message's. */
static void take_ahead(struct run *r, struct message *m)
{
    struct stream *s = r->segment->stream;
    struct ahead *a = s->ahead;
    uint32_t reach = s->next - a->seq;
    for (uint32_t i = 0; i < a->pieces.count && a->pieces.list[i].off <= reach; i++) {
        uint32_t end = a->pieces.list[i].off + a->pieces.list[i].len;
        reach = end > reach ? end : reach;
    }
    pieces_move(r->d, &a->pieces, 0, reach, &m->pieces, a->seq - m->seq);
    s->next = a->seq + reach;
    struct part **at = &a->parts, *p;
    while ((p = *at) != NULL) {
        if (serial_after(p->seq + p->len, s->next)) {
            at = &p->also;
            continue;
        }
        *at = p->also;
        p->message = m;
        p->also = m->parts;
        m->parts = p;
    }
}

/* The segment's bytes, and what is ahead if they fill the gap before it, for the message. */
static void join_in(struct run *r, struct message *m)
{
    struct stream *s = r->segment->stream;
    uint32_t seq = r->segment->seq + r->pos, rest = r->c.wire - r->pos, room = m->end - seq;
    bool fills = meets_ahead(s, seq + rest);
    if (!fills) {
        uint32_t len = m->any || m->all || room > rest ? rest : room;
        s->next = serial_after(seq + len, s->next) ? seq + len : s->next;
        add_to(r, m);
        return;
    }
    struct part part = { .message = m, .off = r->pos, .seq = seq, .kind = PART_OF };
    s->next = serial_after(seq + rest, s->next) ? seq + rest : s->next;
    if (!feed(r, m, &part, rest))
        return;
    take_ahead(r, m);
    if (m->any && serial_after(s->next, m->end))
        m->end = s->next;
    enum outcome o = is_whole(s, m) ? complete(r, m, &part, true) : MESSAGE_GOES_ON;
    if (o == MESSAGE_GOES_ON)
        part_of(r, part);
    if (o != MESSAGE_IS_NONE)
        return;
    r->pos = part.off;
    alone(r);
}

static void run_ordered(struct run *r)
{
    struct stream *s = r->segment->stream;
    uint32_t seq = r->segment->seq + r->pos, rest = r->c.wire - r->pos;
    stream_opens(s, seq);
    if (serial_after(seq, s->next)) {
        keep_ahead(r);
        return;
    }
    struct message *m = message_at(s, seq);
    if (m != NULL && m->pieces.whole_in == 0) {
        join_in(r, m);
    } else if (m != NULL || serial_after(s->next, seq)) {
        uint32_t len = m != NULL ? m->end - seq : s->next - seq;
        pass_by(r, len < rest ? len : rest, true);
    } else if (meets_ahead(s, seq + rest) && (m = message_new(r->d, s, seq)) != NULL) {
        m->any = true;
        m->end = seq + 1;
        join_in(r, m);
    } else {
        s->next = seq + rest;
        alone(r);
    }
}

static void run_first(struct run *r)
{
    const struct stream_segment *s = r->segment;
    if (s->last) {
        s->stream->ended = true;
        s->stream->end = s->seq + r->c.wire;
    }
    while (r->pos < r->c.wire && r->d->stop == STOP_NONE)
        (s->ordered ? run_ordered : run_plain)(r);
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
            give_rest(r, cursor_at(r->c, p->off));
            continue;
        }
        if (p->kind != PART_COMPLETES && p->kind != PART_COMPLETES_APART) {
            data_emit(r, p);
            continue;
        }
        struct part part = *p;
        whole_give(r, p->message, &part);
        if (p->next != NULL)
            info_fence(d);
    }
}

/* What is remembered of a segment: nothing in the plain case. */
static const struct part *recall(struct dissect *d, unsigned slot)
{
    const struct part *first = fact_here(d, slot, sizeof *first);
    return first;
}

/* So that it can be divided when the message's end is found, or be given its message. */
static void part_list(struct stream *s, struct part *p)
{
    struct part **list = p->message != NULL ? &p->message->parts : &s->ahead->parts;
    p->also = *list;
    *list = p;
}

/* For later passes; when there are none, only what may still be divided. */
static void remember(const struct run *r, unsigned slot)
{
    struct dissect *d = r->d;
    const struct part *first = r->parts.first;
    if (first == NULL || (first->kind == PART_ALONE && first->next == NULL))
        return;
    bool all = facts_are_kept(d);
    struct part *before = NULL;
    for (const struct part *p = first; p != NULL; p = p->next) {
        if (!all && p->kind != PART_OF)
            continue;
        struct part *copy = all && p == first ? fact_here(d, slot, sizeof *copy) : flow_take(d, sizeof *copy);
        if (copy == NULL)
            return;
        *copy = *p;
        copy->next = NULL;
        if (copy->kind == PART_OF)
            part_list(r->segment->stream, copy);
        if (before != NULL)
            before->next = copy;
        before = copy;
    }
}

/* Some of the segment belongs to a message of several. */
static bool part_of_others(const struct part *p)
{
    while (p != NULL && (p->kind == PART_ALONE || p->kind == PART_REPEATED || p->kind == PART_COMPLETES_APART))
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
    bool skip = (!s->ordered && s->use != STREAM_PLAIN) || c.wire == 0;
    if (!s->whole || s->stream == NULL)
        return skip ? done() : to;
    if (d->first_pass) {
        run_first(&r);
        remember(&r, slot);
        first = r.parts.first;
    } else {
        first = recall(d, slot);
        d->waits = first == NULL;
        d->ends = first == NULL && s->last;
        if (first == NULL && !skip)
            return to;
        run_later(&r, first);
    }
    d->wants_more = false;
    if (part_of_others(first) && d->n_layers == layers)
        info_add(d, rows->info, NULL);
    return done();
}
