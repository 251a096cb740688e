/* tcp_strict.c - tcp.analysis_mode:strict: what a segment behind the highest one is, told by what its sender and receiver
   say of it - selective acknowledgments, timestamps, the identification of its IP packet - and by time only when
   they say nothing.  The rules stand in docs/tcp-analysis.md.

   First pass only.  What is learnt later (a retransmission was not needed) is added to the earlier segment's facts. */
#include "protocols/transport/tcp.h"

/* Transmissions remembered in each direction, and retransmissions that may turn out not to have been needed. */
enum { SENT_MAX = 256, DOUBTED = 8, SACKED_MAX = 16 };
enum { DUPLICATES_LOSS = 3 };                       /* RFC 5681 section 3.2 */
static const int64_t REORDERED_WITHIN = 3000000;    /* ns, if the first round trip is not known */

/* One transmission. */
struct sent {
    uint32_t seq, next, frame, tsval, ip_id;
    struct nstime time;
    bool has_ts, again;  /* it repeats bytes that were seen before */
};

struct span {
    uint32_t from, to;
};

/* Ranges in order, which do not touch; the lowest are forgotten. */
struct spans {
    struct span list[SACKED_MAX];
    uint32_t count;
};

struct strict_side {
    struct sent *sent;      /* the latest ones, in the order of arrival, round about */
    uint32_t n_sent;        /* in all */
    struct spans seen;     /* bytes that were captured */
    struct spans sacked;   /* bytes that the other side has selectively acknowledged */
    uint32_t next, ack, duplicates;
    bool any, acked;
    struct nstime next_time;
    struct sent doubted[DOUBTED];
    uint32_t n_doubted;
};

struct tcp_strict {
    struct strict_side side[2];
};

/* --- ranges --------------------------------------------------------------------------------------- */

static bool spans_hold(const struct spans *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (!serial_after(r->list[i].from, from) && !serial_after(to, r->list[i].to))
            return true;
    return false;
}

/* Some of it is there. */
static bool spans_touch(const struct spans *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (serial_after(to, r->list[i].from) && serial_after(r->list[i].to, from))
            return true;
    return false;
}

static void spans_add(struct spans *r, uint32_t from, uint32_t to)
{
    uint32_t i = 0, past;
    while (i < r->count && serial_after(from, r->list[i].to))
        i++;
    for (past = i; past < r->count && !serial_after(r->list[past].from, to); past++) {
        from = serial_after(from, r->list[past].from) ? r->list[past].from : from;
        to = serial_after(r->list[past].to, to) ? r->list[past].to : to;
    }
    if (past == i && r->count == SACKED_MAX) {
        if (i == 0)
            return;
        memmove(r->list, r->list + 1, (SACKED_MAX - 1) * sizeof r->list[0]);
        r->count--, i--, past--;
    }
    memmove(r->list + i + 1, r->list + past, (r->count - past) * sizeof r->list[0]);
    r->count = r->count + 1 + i - past;
    r->list[i] = (struct span){ from, to };
}

static void spans_drop(struct spans *r, uint32_t below)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < r->count; i++)
        if (serial_after(r->list[i].to, below))
            r->list[kept++] = r->list[i];
    r->count = kept;
}

/* --- transmissions --------------------------------------------------------------------------------- */

static uint32_t remembered(const struct strict_side *s) { return s->n_sent < SENT_MAX ? s->n_sent : SENT_MAX; }

/* The i-th latest, from 0. */
static const struct sent *sent_at(const struct strict_side *s, uint32_t i)
{
    return &s->sent[(s->n_sent - 1 - i) % SENT_MAX];
}

/* The latest transmission of the byte. */
static const struct sent *sent_latest(const struct strict_side *s, uint32_t seq)
{
    for (uint32_t i = 0; i < remembered(s); i++) {
        const struct sent *one = sent_at(s, i);
        if (!serial_after(one->seq, seq) && serial_after(one->next, seq))
            return one;
    }
    return NULL;
}

/* The first captured one of those with higher numbers: it was sent after the segment, or before it was sent again. */
static const struct sent *sent_above(const struct strict_side *s, uint32_t next)
{
    const struct sent *found = NULL;
    for (uint32_t i = 0; i < remembered(s); i++) {
        const struct sent *one = sent_at(s, i);
        if (!one->again && !serial_after(next, one->seq))
            found = one;
    }
    return found;
}

/* --- the verdict ------------------------------------------------------------------------------------ */

enum order { ORDER_UNKNOWN, ORDER_EARLIER, ORDER_LATER };

/* When `one` left, seen from `other`: RFC 7323 section 3.2 (a sender's clock never runs back), RFC 6864 section 4 (a
   sender that counts its datagrams; a count that jumps tells nothing). */
static enum order order_of(const struct sent *one, const struct sent *other)
{
    enum { NEAR = 1024 };
    if (one->has_ts && other->has_ts && one->tsval != other->tsval)
        return serial_after(one->tsval, other->tsval) ? ORDER_LATER : ORDER_EARLIER;
    int16_t step = (int16_t)(uint16_t)(one->ip_id - other->ip_id);
    if (one->ip_id == 0 || other->ip_id == 0 || step == 0 || step > NEAR || step < -NEAR)
        return ORDER_UNKNOWN;
    return step > 0 ? ORDER_LATER : ORDER_EARLIER;
}

/* The same IP packet twice: the network's doing, or the capture's.  The value 0 counts nothing (RFC 6864 section 4.1). */
static bool same_packet(const struct sent *one, const struct sent *other)
{
    return one->ip_id != 0 && one->ip_id == other->ip_id && one->seq == other->seq && one->next == other->next &&
           one->has_ts == other->has_ts && one->tsval == other->tsval;
}

/* The receiver asks for the segment: RFC 5681 section 3.2, RFC 6675 section 4 (three segments or as many blocks above). */
static bool asked_for(const struct strict_side *own, const struct strict_side *other, const struct sent *one)
{
    uint32_t above = 0, length = one->next - one->seq;
    if (other->acked && other->ack == one->seq && other->duplicates >= DUPLICATES_LOSS)
        return true;
    for (uint32_t i = 0; i < own->sacked.count; i++)
        if (serial_after(own->sacked.list[i].to, one->next))
            above += own->sacked.list[i].to - own->sacked.list[i].from;
    return above != 0 && above > 2 * length && other->acked && !serial_after(other->ack, one->seq);
}

static void mark_again(struct tcp_facts *f, const struct sent *original, struct nstime now)
{
    f->findings |= TCP_IS_RETRANSMISSION;
    if (original == NULL)
        return;
    f->rto = (uint64_t)nstime_to_ns(nstime_minus(now, original->time));
    f->rto_frame = original->frame;
}

/* None of the bytes were captured before. */
static void judge_new(struct dissect *d, struct tcp_facts *f, const struct strict_side *own,
                      const struct strict_side *other, const struct sent *one, int64_t round_trip)
{
    const struct sent *above = sent_above(own, one->next);
    enum order order = above != NULL ? order_of(one, above) : ORDER_UNKNOWN;
    struct nstime since = above != NULL ? above->time : own->next_time;
    int64_t late = nstime_to_ns(nstime_minus(d->frame->time, since));
    if (order == ORDER_UNKNOWN)
        order = late < (round_trip != 0 ? round_trip : REORDERED_WITHIN) ? ORDER_EARLIER : ORDER_LATER;
    if (order == ORDER_EARLIER) {
        f->findings |= TCP_IS_OUT_OF_ORDER;
        return;
    }
    mark_again(f, NULL, d->frame->time);
    if (asked_for(own, other, one))
        f->findings |= TCP_IS_FAST;
}

static void judge_seen(struct dissect *d, struct tcp_facts *f, const struct strict_side *own,
                       const struct strict_side *other, const struct sent *one)
{
    const struct sent *original = sent_latest(own, one->seq);
    if (original != NULL && same_packet(one, original)) {
        f->findings |= TCP_IS_OUT_OF_ORDER;
        return;
    }
    mark_again(f, original, d->frame->time);
    if ((other->acked && !serial_after(one->next, other->ack)) || spans_hold(&own->sacked, one->seq, one->next))
        f->findings |= TCP_IS_SPURIOUS;
    else if (asked_for(own, other, one))
        f->findings |= TCP_IS_FAST;
}

/* --- what the receiver tells later --------------------------------------------------------------------- */

/* It was not needed: D-SACK (RFC 2883) says that its bytes came twice, or the acknowledgment answers a
   transmission before it (Eifel, RFC 3522 section 3.2). */
static bool was_not_needed(const struct sent *one, const struct tcp_option_values *v, uint32_t ack, bool dsack)
{
    if (dsack && !serial_after(v->sack[0].left, one->seq) && !serial_after(one->next, v->sack[0].right))
        return true;
    return one->has_ts && v->has_ts && serial_after(one->tsval, v->tsecr) && !serial_after(one->next, ack);
}

static void doubts_settle(struct dissect *d, struct strict_side *s, const struct tcp_option_values *v, uint32_t ack)
{
    uint32_t kept = 0;
    bool dsack = tcp_is_dsack(v, ack);
    for (uint32_t i = 0; i < s->n_doubted; i++) {
        const struct sent one = s->doubted[i];
        if (was_not_needed(&one, v, ack, dsack))
            tcp_facts_add(d, one.frame, TCP_IS_SPURIOUS);
        else if (serial_after(one.next, ack) || nstime_to_ns(nstime_minus(d->frame->time, one.time)) < 1000000000)
            s->doubted[kept++] = one;
    }
    s->n_doubted = kept;
}

static void doubt(struct strict_side *s, const struct sent *one)
{
    if (s->n_doubted == DOUBTED) {
        memmove(s->doubted, s->doubted + 1, (DOUBTED - 1) * sizeof s->doubted[0]);
        s->n_doubted--;
    }
    s->doubted[s->n_doubted++] = *one;
}

static void take_ack(struct dissect *d, const struct tcp_segment *t, struct strict_side *own, struct strict_side *other,
                     const struct tcp_option_values *v)
{
    bool plain = t->length == 0 && !(t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG | TCP_RST_FLAG));
    if (!(t->flags & TCP_ACK_FLAG))
        return;
    doubts_settle(d, other, v, t->ack);
    if (own->acked && t->ack == own->ack)
        own->duplicates += plain;
    else
        own->duplicates = 0;
    if (!own->acked || serial_after(t->ack, own->ack)) {
        own->ack = t->ack;
        spans_drop(&other->sacked, t->ack);
    }
    own->acked = true;
    for (uint32_t i = tcp_is_dsack(v, t->ack) ? 1 : 0; i < v->blocks; i++)
        if (serial_after(v->sack[i].right, v->sack[i].left))
            spans_add(&other->sacked, v->sack[i].left, v->sack[i].right);
}

static void take_sent(struct dissect *d, struct strict_side *own, struct sent one, const struct tcp_facts *f)
{
    if (own->sent == NULL && (own->sent = flow_take(d, SENT_MAX * sizeof *own->sent)) == NULL)
        return;
    one.again = spans_touch(&own->seen, one.seq, one.next);
    own->sent[own->n_sent++ % SENT_MAX] = one;
    spans_add(&own->seen, one.seq, one.next);
    if (!own->any || serial_after(one.next, own->next)) {
        own->next = one.next;
        own->next_time = d->frame->time;
    }
    own->any = true;
    if (f->findings & TCP_IS_RETRANSMISSION)
        doubt(own, &one);
}

void tcp_strict_judge(struct dissect *d, struct tcp_segment *t, struct tcp_strict **memory, unsigned side,
                      int64_t round_trip)
{
    if (*memory == NULL && (*memory = flow_take(d, sizeof **memory)) == NULL)
        return;
    struct strict_side *own = &(*memory)->side[side], *other = &(*memory)->side[side ^ 1];
    struct tcp_option_values v = tcp_options_read(t);
    struct sent one = { .seq = t->seq,
                        .next = t->seq + t->length + ((t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG)) != 0),
                        .frame = d->frame->number,
                        .tsval = v.tsval,
                        .has_ts = v.has_ts,
                        .ip_id = d->ip_id,
                        .time = d->frame->time };
    bool apart = (t->facts.findings & (TCP_IS_KEEP_ALIVE | TCP_IS_ZERO_WINDOW_PROBE)) != 0;
    if (one.next != one.seq && !apart) {
        if (own->any && serial_after(own->next, one.seq)) {
            if (spans_touch(&own->seen, one.seq, one.next))
                judge_seen(d, &t->facts, own, other, &one);
            else
                judge_new(d, &t->facts, own, other, &one, round_trip);
        }
        take_sent(d, own, one, &t->facts);
    }
    take_ack(d, t, own, other, &v);
}
