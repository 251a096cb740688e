/* tcp_analysis.c - what can be said of a segment only by following its conversation: relative numbers, window scale,
   completeness, round trips, retransmissions and the like.  The conditions are those of Wireshark's manual,
   chapter "TCP Analysis".

   The first pass keeps the state of each conversation and leaves a few words for each segment; later passes read the
   conversation's final state and those words. */
#include "protocols/transport/mptcp.h"

/* Segments that wait for an acknowledgment, at most, in each direction; beyond, the oldest are forgotten. */
enum { UNACKED_MAX = 4096, UNACKED_FIRST = 4 };

static const int64_t FAST_WITHIN = 20000000;        /* ns since the other side's latest acknowledgment */
static const int64_t OUT_OF_ORDER_WITHIN = 3000000; /* ns, if the first round trip is not known */

enum { SEEN_SYN = 1, SEEN_SYN_ACK = 2, SEEN_ACK = 4, SEEN_DATA = 8, SEEN_FIN = 16, SEEN_RST = 32 };

struct unacked {
    uint32_t seq, next, frame;
    struct nstime time;
};
_Static_assert((sizeof(struct unacked) & (sizeof(struct unacked) - 1)) == 0, "lists are lent in powers of two");

/* One direction.  Numbers are raw; 0 stands for "not yet" as well. */
struct side {
    uint32_t base;
    uint32_t next;            /* the sequence number after the highest seen */
    uint32_t next_frame;
    int64_t next_time;        /* ns; and of the latest acknowledgment */
    uint32_t to_be_acked;     /* the highest acknowledgment that makes sense */
    uint32_t ack, window;     /* of the latest segment */
    int64_t ack_time;
    uint32_t ack_frame;       /* first with this acknowledgment number */
    uint32_t duplicates;
    uint32_t push_bytes;
    uint32_t sacked;          /* bytes in the latest segment's SACK blocks */
    struct unacked *unacked;  /* in the order of arrival */
    uint32_t n_unacked, room;
    bool forgotten;           /* there were older ones, from `low` on */
    uint32_t low, high;  /* lowest number and highest end of the unacknowledged segments */
    bool hole;                /* since the other side's latest segment, one was not captured: their sum says nothing */
    int16_t shift;            /* TCP_SCALE_UNKNOWN: no SYN seen; TCP_SCALE_OFF */
    bool base_known, seen;
    bool was_keep_alive, was_window_probe;  /* the latest segment */
    struct stream stream;
};

struct conversation {
    struct side side[2];
    struct nstime latest;
    int64_t syn_time, first_round_trip;  /* ns; 0: unknown */
    uint16_t server_port;
    uint8_t seen, seen_first;  /* completeness; what the first segment adds to it */
    bool any, syn, accurate_offered, accurate_ecn;
    uint8_t syn_side, fin_side;  /* who opened, who closed first */
    uint32_t syn_length;
    bool fin;
    struct mptcp_flow *multipath;  /* NULL: it never spoke of MPTCP */
    struct tcp_strict *strict;  /* NULL: not in that mode */
};

/* --- facts, packed ---------------------------------------------------------------------------- */

/* What is not zero, most of it small: two bytes say what there is, then come the findings, which may grow later, and numbers of
   seven bits a byte, the lowest first, with the eighth set in all but the last. */
enum { FACT_SLOT = 13, FACT_NUMBERS = 9, FACT_FINDINGS = 1 << FACT_NUMBERS, FACT_MOST = 2 + 4 + FACT_NUMBERS * 10 };

static unsigned fact_slot_here(const struct dissect *d) { return (unsigned)d->n_layers << 4 | FACT_SLOT; }

/* How far back a frame is, and one; 0: none. */
static uint64_t ago(uint32_t now, uint32_t frame) { return frame != 0 ? (uint64_t)(now - frame) + 1 : 0; }
static uint32_t before(uint32_t now, uint64_t ago) { return ago != 0 ? now - (uint32_t)(ago - 1) : 0; }

static void facts_keep(struct dissect *d, const struct tcp_facts *f)
{
    if (!facts_are_kept(d))
        return;
    uint32_t now = d->frame->number;
    const uint64_t numbers[FACT_NUMBERS] = {
        f->since_previous,   ago(now, f->acks_frame),      f->ack_rtt, f->bytes_in_flight,    f->push_bytes,
        f->duplicate_number, ago(now, f->duplicate_frame), f->rto,     ago(now, f->rto_frame)
    };
    uint8_t packed[FACT_MOST], *to = packed + 2;
    uint16_t there = 0;
    if (f->findings != 0) {
        there = FACT_FINDINGS;
        memcpy(to, &f->findings, sizeof f->findings);
        to += sizeof f->findings;
    }
    for (unsigned i = 0; i < FACT_NUMBERS; i++) {
        uint64_t v = numbers[i];
        there |= (uint16_t)((v != 0) << i);
        for (; v >= 0x80; v >>= 7)
            *to++ = (uint8_t)(v | 0x80);
        if (v != 0)
            *to++ = (uint8_t)v;
    }
    memcpy(packed, &there, sizeof there);
    void *memory = fact_here(d, fact_slot_here(d), (size_t)(to - packed));
    if (memory != NULL)
        memcpy(memory, packed, (size_t)(to - packed));
}

static uint16_t facts_there(const uint8_t *packed)
{
    uint16_t there;
    memcpy(&there, packed, sizeof there);
    return there;
}

/* A frame has findings once a retransmission was found in it: there is room for them. */
void tcp_facts_add(struct dissect *d, uint32_t frame, uint32_t findings)
{
    uint32_t old;
    uint8_t *packed = fact_of(d, frame, fact_slot_here(d), 2 + sizeof old);
    if (packed == NULL || !(facts_there(packed) & FACT_FINDINGS))
        return;
    memcpy(&old, packed + 2, sizeof old);
    old |= findings;
    memcpy(packed + 2, &old, sizeof old);
}

/* 0 past the end: what was kept for another segment of the frame may be shorter. */
static uint64_t fact_number(const uint8_t **at, const uint8_t *end)
{
    uint64_t v = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        uint8_t byte = *(*at)++;
        v |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return v;
}

static void facts_recall(struct dissect *d, struct tcp_facts *f)
{
    size_t size = 2;
    const uint8_t *packed = fact_sized(d, fact_slot_here(d), &size);
    uint32_t now = d->frame->number;
    uint64_t numbers[FACT_NUMBERS] = { 0 };
    if (packed == NULL)
        return;
    uint16_t there = facts_there(packed);
    const uint8_t *at = packed + 2, *end = packed + size;
    f->findings = 0;
    if ((there & FACT_FINDINGS) && size >= 2 + sizeof f->findings) {
        memcpy(&f->findings, at, sizeof f->findings);
        at += sizeof f->findings;
    }
    for (unsigned i = 0; i < FACT_NUMBERS; i++)
        if (there >> i & 1)
            numbers[i] = fact_number(&at, end);
    f->since_previous = numbers[0];
    f->acks_frame = before(now, numbers[1]);
    f->ack_rtt = numbers[2];
    f->bytes_in_flight = (uint32_t)numbers[3];
    f->push_bytes = (uint32_t)numbers[4];
    f->duplicate_number = (uint32_t)numbers[5];
    f->duplicate_frame = before(now, numbers[6]);
    f->rto = numbers[7];
    f->rto_frame = before(now, numbers[8]);
}

/* Widens the span of what is unacknowledged. */
static void span_take(struct side *s, const struct unacked *u, bool first)
{
    if (first || (int32_t)(u->seq - s->low) < 0)
        s->low = u->seq;
    if (first || serial_after(u->next, s->high))
        s->high = u->next;
}

/* --- segments that wait for an acknowledgment ------------------------------------------------- */

static void unacked_add(struct dissect *d, struct side *s, struct unacked u)
{
    if (s->n_unacked == s->room && s->room < UNACKED_MAX) {
        uint32_t room = s->room != 0 ? s->room * 2 : UNACKED_FIRST;
        struct unacked *more = flow_lend(d, room * sizeof *more);
        if (more == NULL)
            return;
        if (s->n_unacked != 0)
            memcpy(more, s->unacked, s->n_unacked * sizeof *more);
        flow_return(d, s->unacked, s->room * sizeof *more);
        s->unacked = more;
        s->room = room;
    }
    if (s->n_unacked == s->room) {
        memmove(s->unacked, s->unacked + s->room / 2, (s->room - s->room / 2) * sizeof *s->unacked);
        s->n_unacked -= s->room / 2;
        s->forgotten = true;  /* s->low still counts them */
    }
    s->unacked[s->n_unacked++] = u;
    span_take(s, &u, s->n_unacked == 1);
}

/* Drops what `ack` covers; the oldest segment that ends there is the one acknowledged. */
static void unacked_drop(struct dissect *d, struct side *s, uint32_t ack, struct tcp_facts *facts)
{
    uint32_t kept = 0, low = s->forgotten && serial_after(ack, s->low) ? ack : s->low;
    if (s->n_unacked == 0 || (int32_t)(ack - s->unacked[0].seq) >= 0)
        s->forgotten = false;
    for (uint32_t i = 0; i < s->n_unacked; i++) {
        struct unacked u = s->unacked[i];
        if (u.next == ack && facts->acks_frame == 0) {
            facts->acks_frame = u.frame;
            facts->ack_rtt = (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, u.time));
            facts->findings |= TCP_IS_SHOWN;
        }
        if ((int32_t)(ack - u.next) >= 0)
            continue;
        if (serial_after(ack, u.seq))
            u.seq = ack;
        span_take(s, &u, kept == 0);
        s->unacked[kept++] = u;
    }
    s->n_unacked = kept;
    if (kept == 0) {
        flow_return(d, s->unacked, s->room * sizeof *s->unacked);
        s->unacked = NULL;
        s->room = 0;
    }
    s->hole = false;
    if (s->forgotten)
        s->low = low;
}

/* `sacked`: bytes that the other side has selectively acknowledged. */
static uint32_t in_flight(const struct side *s, uint32_t sacked)
{
    uint32_t span = s->n_unacked != 0 ? s->high - s->low : 0;
    return span > sacked ? span - sacked : 0;
}

/* --- findings --------------------------------------------------------------------------------- */

static bool closing_or_opening(const struct tcp_segment *t)
{
    return (t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG | TCP_RST_FLAG)) != 0;
}

static uint32_t next_of(const struct tcp_segment *t)
{
    return t->seq + t->length + ((t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG)) != 0);
}

/* The segment repeats the side's latest acknowledgment and sequence number, without data. */
static bool repeats(const struct tcp_segment *t, const struct side *s)
{
    return t->length == 0 && t->seq == s->next && t->ack == s->ack && !closing_or_opening(t);
}

/* `news`: MPTCP said something new since the side's latest segment: acknowledgments are then repeated for its options. */
static void find_acknowledgments(struct tcp_segment *t, struct side *own, struct side *other, bool news)
{
    struct tcp_facts *f = &t->facts;
    uint32_t window = be16(t->header + 14);
    if (repeats(t, own) && window == 0 && own->window == 0 && other->was_window_probe)
        f->findings |= TCP_IS_ZERO_WINDOW_PROBE_ACK;
    else if (repeats(t, own) && window != 0 && window == own->window && other->was_keep_alive)
        f->findings |= TCP_IS_KEEP_ALIVE_ACK;
    else if (repeats(t, own) && window != 0 && window != own->window)
        f->findings |= TCP_IS_WINDOW_UPDATE;
    else if (repeats(t, own) && window != 0 && own->next != 0 && own->ack != 0 && !news) {
        f->findings |= TCP_IS_DUPLICATE_ACK;
        f->duplicate_number = ++own->duplicates;
        f->duplicate_frame = own->ack_frame;
    }
    if ((t->flags & TCP_ACK_FLAG) && !(f->findings & TCP_IS_DUPLICATE_ACK) && other->to_be_acked != 0 &&
        serial_after(t->ack, other->to_be_acked)) {
        f->findings |= TCP_IS_ACK_LOST;
        other->to_be_acked = other->to_be_acked != other->next ? other->next : 0;
    }
}

static bool keep_alive(const struct tcp_segment *t, const struct side *own)
{
    return t->length <= 1 && own->next != 0 && t->seq == own->next - 1 && !closing_or_opening(t);
}

/* Nanoseconds from then to the frame at hand; times of no use are far apart. */
static int64_t since(const struct dissect *d, int64_t then)
{
    int64_t now = nstime_to_ns(d->frame->time), span;
    return __builtin_sub_overflow(now, then, &span) ? (now < then ? INT64_MIN : INT64_MAX) : span;
}

static void find_repetitions(struct dissect *d, struct tcp_segment *t, struct side *own, struct side *other,
                             const struct conversation *k)
{
    struct tcp_facts *f = &t->facts;
    bool carries = t->length != 0 || (t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG)) != 0;
    if (!carries || own->next == 0 || (int32_t)(own->next - t->seq) <= 0 || (f->findings & TCP_IS_KEEP_ALIVE))
        return;
    int64_t late = since(d, own->next_time), since_ack = since(d, other->ack_time);
    int64_t threshold = k->first_round_trip != 0 ? k->first_round_trip : OUT_OF_ORDER_WITHIN;
    if (t->length != 0 && other->ack != 0 && (int32_t)(other->ack - (t->seq + t->length)) >= 0) {
        f->findings |= TCP_IS_SPURIOUS | TCP_IS_RETRANSMISSION;
    } else if (other->duplicates >= 2 && other->ack == t->seq && since_ack < FAST_WITHIN) {
        f->findings |= TCP_IS_FAST | TCP_IS_RETRANSMISSION;
    } else if (own->next != next_of(t) && late < threshold) {
        f->findings |= TCP_IS_OUT_OF_ORDER;
    } else {
        f->findings |= TCP_IS_RETRANSMISSION;
        bool waits = own->n_unacked != 0;
        f->rto = (uint64_t)(waits ? nstime_to_ns(nstime_minus(d->frame->time, own->unacked[0].time))
                                  : since(d, own->next_time));
        f->rto_frame = waits ? own->unacked[0].frame : own->next_frame;
    }
}

static void find_windows(struct tcp_segment *t, const struct side *own, const struct side *other)
{
    struct tcp_facts *f = &t->facts;
    uint32_t window = be16(t->header + 14);
    if (t->length == 1 && t->seq == own->next && other->window == 0 && other->seen)
        f->findings |= TCP_IS_ZERO_WINDOW_PROBE;
    if (window == 0 && !closing_or_opening(t))
        f->findings |= TCP_IS_ZERO_WINDOW;
    if (own->next != 0 && serial_after(t->seq, own->next) && !(t->flags & TCP_RST_FLAG))
        f->findings |= TCP_IS_LOST;
    if (keep_alive(t, own))
        f->findings |= TCP_IS_KEEP_ALIVE;
    unsigned shift = other->shift > 0 ? (unsigned)other->shift : 0;
    if (t->length != 0 && other->shift != TCP_SCALE_UNKNOWN && !closing_or_opening(t) &&
        t->seq + t->length == other->ack + (other->window << shift))
        f->findings |= TCP_IS_WINDOW_FULL;
}

/* --- the conversation's state ------------------------------------------------------------------ */

static void take_sequence(struct dissect *d, struct tcp_segment *t, struct side *own)
{
    struct tcp_facts *f = &t->facts;
    uint32_t next = next_of(t), before = own->next;
    if (f->findings & TCP_IS_ZERO_WINDOW_PROBE)
        return;
    if (own->next == 0 || serial_after(next, own->next)) {
        own->next = next;
        own->next_time = nstime_to_ns(d->frame->time);
        own->next_frame = d->frame->number;
    }
    if (own->to_be_acked == 0)
        own->to_be_acked = f->findings & TCP_IS_LOST ? before : own->next;
    else if (own->to_be_acked == t->seq)
        own->to_be_acked = own->next;
    if (next != t->seq)
        unacked_add(d, own, (struct unacked){ t->seq, next, d->frame->number, d->frame->time });
}

static void take_bytes_in_flight(struct dissect *d, struct tcp_segment *t, struct side *own, const struct side *other)
{
    struct tcp_facts *f = &t->facts;
    if (f->findings & TCP_IS_LOST)
        own->hole = true;
    if (t->length == 0 || own->hole || !pref(d, TCP_PREF_BYTES_IN_FLIGHT))
        return;
    uint32_t flags = (t->flags & (TCP_SYN_FLAG | TCP_FIN_FLAG)) != 0;
    uint32_t all = in_flight(own, other->sacked);
    f->bytes_in_flight = all > flags ? all - flags : 0;
    own->push_bytes += t->length;
    f->push_bytes = own->push_bytes;
    f->findings |= TCP_IS_SHOWN;
    if (t->flags & TCP_PSH_FLAG)
        own->push_bytes = 0;
}

static void take_acknowledgment(struct dissect *d, const struct tcp_segment *t, struct side *own, uint32_t sacked)
{
    if (t->ack != own->ack || own->ack_frame == 0) {
        own->ack_frame = d->frame->number;
        own->duplicates = 0;
    }
    own->ack_time = nstime_to_ns(d->frame->time);
    own->ack = t->ack;
    own->window = be16(t->header + 14);
    own->sacked = sacked;
    own->was_keep_alive = (t->facts.findings & TCP_IS_KEEP_ALIVE) != 0;
    own->was_window_probe = (t->facts.findings & TCP_IS_ZERO_WINDOW_PROBE) != 0;
    own->seen = true;
}

static void take_completeness(const struct tcp_segment *t, struct conversation *k)
{
    uint8_t seen = 0;
    if (t->flags & TCP_SYN_FLAG)
        seen |= t->flags & TCP_ACK_FLAG ? SEEN_SYN_ACK : SEEN_SYN;
    else if (t->flags & TCP_ACK_FLAG)  /* RFC 9293 section 3.10.7.4: without it, data and FIN are ignored */
        seen |= t->length != 0 ? SEEN_DATA : SEEN_ACK;
    if ((t->flags & (TCP_FIN_FLAG | TCP_ACK_FLAG)) == (TCP_FIN_FLAG | TCP_ACK_FLAG))
        seen |= SEEN_FIN;
    if (t->flags & TCP_RST_FLAG)
        seen |= SEEN_RST;
    if (!k->any && (seen & SEEN_SYN) && t->length != 0)
        seen |= SEEN_DATA;  /* RFC 7413: a SYN may bring data */
    if (!k->any && !(seen & SEEN_SYN))
        k->seen_first = seen;  /* shown from the second segment on */
    else
        k->seen |= seen;
}

/* Options and numbers that a SYN tells for the rest of the conversation. */
static void take_opening(struct dissect *d, const struct tcp_segment *t, struct conversation *k, unsigned side,
                         const struct tcp_option_values *options)
{
    struct side *own = &k->side[side], *other = &k->side[side ^ 1];
    bool acks = (t->flags & TCP_ACK_FLAG) != 0;
    k->accurate_ecn |= options->accurate_ecn;
    if (!(t->flags & TCP_SYN_FLAG))
        return;
    own->shift = options->has_scale && other->shift != TCP_SCALE_OFF ? (int16_t)options->shift : TCP_SCALE_OFF;
    if (own->shift == TCP_SCALE_OFF)
        other->shift = TCP_SCALE_OFF;
    k->server_port = be16(t->header + (acks ? 0 : 2));
    unsigned ecn = t->flags >> 6 & 7u;
    if (!acks) {
        k->syn_time = nstime_to_ns(d->frame->time);
        k->syn_side = (uint8_t)side;
        k->syn = true;
        k->syn_length = t->length;
        k->accurate_offered = ecn == 7;
    } else {
        k->accurate_ecn |= k->accurate_offered &&
                           (ecn == 2 || ecn == 3 || ecn == 4 || ecn == 6); /* RFC 9768 section 3.1.2 */
    }
}

/* A SYN with data and its answer, RFC 7413. */
static void find_fast_open(struct tcp_segment *t, const struct conversation *k, const struct side *other)
{
    if ((t->flags & (TCP_SYN_FLAG | TCP_ACK_FLAG)) != (TCP_SYN_FLAG | TCP_ACK_FLAG) || !other->base_known)
        return;
    if (t->ack - other->base > 1)
        t->facts.findings |= TCP_IS_FAST_OPEN_ACCEPTED;
    else if (k->syn_length != 0)
        t->facts.findings |= TCP_IS_FAST_OPEN_IGNORED;
}

static void take_base(const struct tcp_segment *t, struct side *own, struct side *other)
{
    if (!own->base_known) {
        own->base = t->flags & TCP_SYN_FLAG ? t->seq : t->seq - 1;
        own->base_known = true;
    }
    if (!other->base_known && (t->flags & TCP_ACK_FLAG)) {
        other->base = t->ack - 1;
        other->base_known = true;
    }
}

static void take_closing(const struct tcp_segment *t, struct conversation *k, unsigned side)
{
    if (!(t->flags & TCP_FIN_FLAG) || k->fin)
        return;
    k->fin = true;
    k->fin_side = (uint8_t)side;
}

/* sacked: bytes in the SACK blocks. */
static void analyze(struct dissect *d, struct tcp_segment *t, struct conversation *k, unsigned side, uint32_t sacked)
{
    struct side *own = &k->side[side], *other = &k->side[side ^ 1];
    find_windows(t, own, other);
    find_acknowledgments(t, own, other, k->multipath != NULL && mptcp_news(k->multipath, side));
    if (pref(d, TCP_PREF_MODE) == TCP_MODE_STRICT)
        tcp_strict_judge(d, t, &k->strict, side, k->first_round_trip);
    else
        find_repetitions(d, t, own, other, k);
    unacked_drop(d, other, t->ack, &t->facts);  /* without the flag, too: so does tshark */
    take_sequence(d, t, own);
    take_bytes_in_flight(d, t, own, other);
    take_acknowledgment(d, t, own, sacked);
    if (t->facts.findings & 0x7fff)
        t->facts.findings |= TCP_IS_SHOWN;
}

/* The same ports again: a SYN with another sequence number begins a new conversation. */
static struct conversation *conversation_of(struct dissect *d, struct tcp_segment *t, unsigned *side)
{
    t->flow = flow_here(d);
    struct conversation *k = flow_memory(d, t->flow, 0, sizeof *k);
    if (k == NULL)
        return NULL;
    *side = flow_direction(t->flow, d);
    const struct side *own = &k->side[*side];
    if (d->first_pass && !t->quoted && (t->flags & (TCP_SYN_FLAG | TCP_ACK_FLAG)) == TCP_SYN_FLAG && own->base_known &&
        own->base != t->seq) {
        t->flow = flow_renew(d, t->flow);
        k = flow_memory(d, t->flow, 0, sizeof *k);
        if (k == NULL)
            return NULL;
        *side = 0;
        t->facts.findings |= TCP_IS_REUSED_PORTS | TCP_IS_SHOWN;
    }
    if (d->first_pass && !k->any)
        k->side[0].shift = k->side[1].shift = TCP_SCALE_UNKNOWN;
    return k;
}

static void follow_first(struct dissect *d, struct tcp_segment *t, struct conversation *k, unsigned side)
{
    struct side *own = &k->side[side], *other = &k->side[side ^ 1];
    if (k->any)
        t->facts.since_previous = (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, k->latest));
    k->latest = d->frame->time;
    if (t->bogus && !t->quoted)
        take_base(t, own, other);
    if (t->quoted)
        take_completeness(t, k);
    if (t->has_length) {
        if ((t->flags & TCP_SYN_FLAG) && own->base_known && own->base != t->seq && (t->flags & TCP_ACK_FLAG)) {
            t->facts.findings |= TCP_IS_REUSED_PORTS | TCP_IS_SHOWN;
            own->base = t->seq;
        }
        find_fast_open(t, k, other);
        take_base(t, own, other);
        struct tcp_option_values options = { 0 };
        if (t->header_length > 20)
            options = tcp_options_read(t);
        take_opening(d, t, k, side, &options);
        take_completeness(t, k);
        take_closing(t, k, side);
        if (pref(d, TCP_PREF_ANALYZE))
            analyze(d, t, k, side, options.sacked);
        if (options.multipath)
            k->multipath = mptcp_learn(d, t);
        if (k->first_round_trip == 0 && k->syn && k->syn_time != 0 &&
            (t->flags & (TCP_SYN_FLAG | TCP_ACK_FLAG)) == TCP_ACK_FLAG)
            k->first_round_trip = since(d, k->syn_time);
    }
    k->any = true;
    facts_keep(d, &t->facts);
}

void tcp_follow(struct dissect *d, struct tcp_segment *t)
{
    unsigned side;
    struct conversation *k = conversation_of(d, t, &side);
    if (k == NULL)
        return;
    t->conversation = k;
    t->side = (uint8_t)side;
    if (d->first_pass)
        follow_first(d, t, k, side);
    else
        facts_recall(d, &t->facts);
    if (t->relative) {
        t->base = k->side[side].base;
        t->other_base = k->side[side ^ 1].base;
    }
    /* Several SYN+ACK with different numbers: each counts from itself, the rest from the last. */
    if ((t->flags & TCP_SYN_FLAG) && (t->flags & TCP_ACK_FLAG) && t->base != t->seq && t->relative) {
        t->base = t->seq;
        t->facts.findings |= TCP_IS_REUSED_PORTS | TCP_IS_SHOWN;
    }
    if (t->flags & TCP_FIN_FLAG)
        t->facts.findings |= k->fin_side == side ? TCP_IS_FIN_ACTIVE : TCP_IS_FIN_PASSIVE;
    t->accurate_ecn = k->accurate_ecn && !(t->flags & TCP_SYN_FLAG);
    int shift = k->side[side].shift;
    if (shift == TCP_SCALE_UNKNOWN && pref(d, TCP_PREF_WINDOW_SCALING) <= 14)
        shift = (int)pref(d, TCP_PREF_WINDOW_SCALING);
    t->scale = shift >= 0 ? 1 << shift : shift;
    if (shift > 0 && !(t->flags & TCP_SYN_FLAG))
        t->window <<= shift;
}

uint32_t tcp_server_port(const struct tcp_segment *t)
{
    return t->conversation != NULL ? t->conversation->server_port : 0;
}

struct stream *tcp_stream(const struct tcp_segment *t)
{
    return t->conversation != NULL ? &t->conversation->side[t->side].stream : NULL;
}

/* --- showing it --------------------------------------------------------------------------------- */

void tcp_stream_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    const struct conversation *k = t->conversation;
    if (k == NULL)
        return;
    bool first = flow_first_frame(t->flow) == d->frame->number;
    if (wants(d, TCP_STREAM))
        emit_value(d, c, TCP_STREAM, 0, 0, flow_number(d, t->flow));
    emit_value(d, c, TCP_COMPLETENESS, 0, 0, k->seen | (first ? 0u : k->seen_first));
}

void tcp_timestamps_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    if (silent(d) || t->flow == NULL || !pref(d, TCP_PREF_CALCULATE_TIMESTAMPS))
        return;
    struct nstime since_first = nstime_minus(d->frame->time, flow_started(t->flow));
    emit_value(d, c, TCP_TIMESTAMPS, 0, 0, 0);
    down(d);
    emit_value(d, c, TCP_TIME_RELATIVE, 0, 0, (uint64_t)nstime_to_ns(since_first));
    emit_value(d, c, TCP_TIME_DELTA, 0, 0, t->facts.since_previous);
    up(d);
}

/* What each finding is called, in the order in which they are shown; the Info column has them the other way round. */
static const struct shown {
    uint32_t finding;
    uint16_t note;
    const char *info;
} shown[] = {
    { TCP_IS_REUSED_PORTS, TCP_NOTE_REUSED_PORTS, "[TCP Port numbers reused] " },
    { TCP_IS_SPURIOUS, TCP_NOTE_SPURIOUS_RETRANSMISSION, "[TCP Spurious Retransmission] " },
    { TCP_IS_FAST, TCP_NOTE_FAST_RETRANSMISSION, "[TCP Fast Retransmission] " },
    { TCP_IS_RETRANSMISSION, TCP_NOTE_RETRANSMISSION, "[TCP Retransmission] " },
    { TCP_IS_OUT_OF_ORDER, TCP_NOTE_OUT_OF_ORDER, "[TCP Out-Of-Order] " },
    { TCP_IS_LOST, TCP_NOTE_LOST_SEGMENT, "[TCP Previous segment not captured] " },
    { TCP_IS_ACK_LOST, TCP_NOTE_ACK_LOST_SEGMENT, "[TCP ACKed unseen segment] " },
    { TCP_IS_WINDOW_UPDATE, TCP_NOTE_WINDOW_UPDATE, "[TCP Window Update] " },
    { TCP_IS_WINDOW_FULL, TCP_NOTE_WINDOW_FULL, "[TCP Window Full] " },
    { TCP_IS_KEEP_ALIVE, TCP_NOTE_KEEP_ALIVE, "[TCP Keep-Alive] " },
    { TCP_IS_KEEP_ALIVE_ACK, TCP_NOTE_KEEP_ALIVE_ACK, "[TCP Keep-Alive ACK] " },
    { TCP_IS_DUPLICATE_ACK, TCP_NOTE_DUPLICATE_ACK, "" },
    { TCP_IS_ZERO_WINDOW_PROBE, TCP_NOTE_ZERO_WINDOW_PROBE, "[TCP ZeroWindowProbe] " },
    { TCP_IS_ZERO_WINDOW, TCP_NOTE_ZERO_WINDOW, "[TCP ZeroWindow] " },
    { TCP_IS_ZERO_WINDOW_PROBE_ACK, TCP_NOTE_ZERO_WINDOW_PROBE_ACK, "[TCP ZeroWindowProbeAck] " },
};

void tcp_findings_info(struct strbuf *sb, const struct tcp_segment *t)
{
    uint32_t findings = t->facts.findings;
    if (findings & (TCP_IS_SPURIOUS | TCP_IS_FAST))
        findings &= ~(uint32_t)TCP_IS_RETRANSMISSION;
    if ((findings & ~(uint32_t)TCP_IS_SHOWN) == 0)
        return;  /* as most */
    for (size_t i = ARRAY_LEN(shown); i-- > 0;) {
        if (!(findings & shown[i].finding))
            continue;
        if (shown[i].finding == TCP_IS_DUPLICATE_ACK)
            sb_printf(sb, "[TCP Dup ACK %u#%u] ", t->facts.duplicate_frame, t->facts.duplicate_number);
        else
            sb_str(sb, shown[i].info);
    }
}

static void duplicate_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    emit_value(d, c, TCP_DUP_ACK_TEXT, 0, 0, 0);
    up(d);
    emit_value(d, c, TCP_AN_DUPLICATE_ACK_NUM, 0, 0, t->facts.duplicate_number);
    uint32_t n = emit_value(d, c, TCP_AN_DUPLICATE_ACK_FRAME, 0, 0, t->facts.duplicate_frame);
    note_on(d, n, TCP_NOTE_DUPLICATE_ACK, t);
    down(d);
}

static void findings_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    uint32_t n = emit_value(d, c, TCP_AN_FLAGS, 0, 0, 0);
    down(d);
    for (size_t i = 0; i < ARRAY_LEN(shown); i++) {
        if (!(t->facts.findings & shown[i].finding))
            continue;
        if (shown[i].finding == TCP_IS_DUPLICATE_ACK)
            duplicate_emit(d, c, t);
        else
            note_on(d, n, shown[i].note, NULL);
    }
    if (t->facts.rto != 0) {
        emit_value(d, c, TCP_AN_RTO, 0, 0, t->facts.rto);
        emit_value(d, c, TCP_AN_RTO_FRAME, 0, 0, t->facts.rto_frame);
    }
    up(d);
}

void tcp_analysis_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t)
{
    const struct tcp_facts *f = &t->facts;
    const struct conversation *k = t->conversation;
    if (k == NULL || !(f->findings & TCP_IS_SHOWN) || silent(d))
        return;
    emit_value(d, c, TCP_ANALYSIS, 0, 0, 0);
    down(d);
    if (f->acks_frame != 0) {
        emit_value(d, c, TCP_AN_ACKS_FRAME, 0, 0, f->acks_frame);
        if (f->ack_rtt != 0)
            emit_value(d, c, TCP_AN_ACK_RTT, 0, 0, f->ack_rtt);
    }
    if (k->first_round_trip != 0)
        emit_value(d, c, TCP_AN_INITIAL_RTT, 0, 0, (uint64_t)k->first_round_trip);
    if (f->bytes_in_flight != 0) {
        emit_value(d, c, TCP_AN_BYTES_IN_FLIGHT, 0, 0, f->bytes_in_flight);
        emit_value(d, c, TCP_AN_PUSH_BYTES_SENT, 0, 0, f->push_bytes);
    }
    if (f->findings & 0x7fff)
        findings_emit(d, c, t);
    up(d);
}
