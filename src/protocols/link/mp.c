/* mp.c - PPP's multilink protocol, RFC 1990, with the classes of RFC 2686.  Claims "ppp.protocol" 0x3d; packets come in
   fragments over several links, whose order may differ from that of the fragments. */
#include "flow/pieces.h"
#include "protocols/link/pppoe.h"
#include "protocols/protocol.h"

extern const struct protocol proto_ppp;

enum { MP, FRAGMENT, FIRST, LAST, CLASS, RESERVED, SHORT_FRAGMENT, SHORT_FIRST, SHORT_LAST, SHORT_CLASS, SEQUENCE, SHORT_SEQUENCE,
       PAYLOAD, FRAGMENTS, ONE, OVERLAP, CONFLICT, TAILS, TOO_LONG, ERROR, COUNT, WHOLE_IN, WHOLE_LEN };
enum { PREF_SHORT, PREF_MAX_FRAGMENTS, PREF_AGING };
enum { IS_FIRST = 0x80, IS_LAST = 0x40, WAITING = 64 };

/* --- rows ------------------------------------------------------------------------------------- */

/* ", First fragment, Last fragment" */
static void ends_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p == NULL)
        return;
    sb_str(sb, *p & IS_FIRST ? ", First fragment" : "");
    sb_str(sb, *p & IS_LAST ? ", Last fragment" : "");
}

#define END(n, l, m) { n, l, FT_BOOLEAN, BITS_8, .mask = m, .truth = &truth_yes }
static const struct field fields[] = {
    [MP] = { "mp", "PPP Multilink Protocol", FT_PROTOCOL },
    [FRAGMENT] = { "mp.frag", "Fragment", FT_UINT8, BASE_HEX, .mask = 0xfc, .suffix = ends_suffix },
    [FIRST] = END("mp.first", "First fragment", IS_FIRST),
    [LAST] = END("mp.last", "Last fragment", IS_LAST),
    [CLASS] = { "mp.sequence_num_cls", "Class", FT_UINT8, BASE_DEC, .mask = 0x3c },
    [RESERVED] = { "mp.sequence_num_reserved", "Reserved", FT_BOOLEAN, BITS_8, .mask = 0x3 },
    [SHORT_FRAGMENT] = { "mp.frag", "Fragment", FT_UINT8, BASE_HEX, .mask = 0xf0, .suffix = ends_suffix },
    [SHORT_FIRST] = END("mp.first", "First fragment", IS_FIRST),
    [SHORT_LAST] = END("mp.last", "Last fragment", IS_LAST),
    [SHORT_CLASS] = { "mp.short_sequence_num_cls", "Class", FT_UINT8, BASE_DEC, .mask = 0x30 },
    [SEQUENCE] = { "mp.seq", "Sequence number", FT_UINT24, BASE_DEC },
    [SHORT_SEQUENCE] = { "mp.sseq", "Short Sequence number", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [PAYLOAD] = { "mp.payload", "Payload", FT_BYTES },
    [FRAGMENTS] = { "mp.fragments", "Message fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [ONE] = { "mp.fragment", "Message fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [OVERLAP] = { "mp.fragment.overlap", "Message fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [CONFLICT] = { "mp.fragment.overlap.conflicts", "Message fragment overlapping with conflicting data", FT_BOOLEAN, .flags = GENERATED },
    [TAILS] = { "mp.fragment.multiple_tails", "Message has multiple tail fragments", FT_BOOLEAN, .flags = GENERATED },
    [TOO_LONG] = { "mp.fragment.too_long_fragment", "Message fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [ERROR] = { "mp.fragment.error", "Message defragmentation error", FT_FRAMENUM, .flags = GENERATED },
    [COUNT] = { "mp.fragment.count", "Message fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [WHOLE_IN] = { "mp.reassembled.in", "Reassembled in", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [WHOLE_LEN] = { "mp.reassembled.length", "Reassembled length", FT_UINT32, BASE_DEC, .flags = GENERATED },
};
static const struct pref prefs[] = {
    [PREF_SHORT] = { "short_seqno", "Short sequence numbers", PREF_BOOL, 0 },
    [PREF_MAX_FRAGMENTS] = { "max_fragments", "Maximum fragments of a packet", PREF_UINT, 6 },
    [PREF_AGING] = { "fragment_aging", "Frames after which a fragment is forgotten", PREF_UINT, 4000 },
};
static const struct piece_rows piece_rows = {
    .all = FRAGMENTS, .one = ONE, .overlap = OVERLAP, .conflict = CONFLICT, .other_tail = TAILS, .too_long = TOO_LONG, .count = COUNT,
    .length = WHOLE_LEN, .data = -1, .whole_in = WHOLE_IN, .source = "Reassembled PPP MP payload"
};

/* --- what is remembered ----------------------------------------------------------------------- */

struct header {
    uint8_t ends, class;
    uint32_t sequence, modulus, size;
};

/* A fragment that waits for the others. */
struct fragment {
    uint32_t frame, sequence, len;
    uint16_t slot;
    uint8_t ends, class;
    struct pieces *bytes;   /* NULL: nothing is here */
};
struct mp_flow {
    struct fragment waiting[WAITING];
    uint32_t next;
};
struct mp_fact {
    struct pieces *whole;   /* the packet that the fragment is part of, once it is known */
};

static uint16_t slot_here(const struct dissect *d) { return (uint16_t)(d->n_layers << 4); }

static struct fragment *waiting_for(struct mp_flow *own, const struct dissect *d, const struct header *h,
                                    uint32_t sequence)
{
    for (uint32_t i = 0; i < WAITING; i++) {
        struct fragment *f = &own->waiting[i];
        if (f->bytes != NULL && f->sequence == sequence && f->class == h->class &&
            frame_number(d->frame) - f->frame <= pref(d, PREF_AGING))
            return f;
    }
    return NULL;
}

/* All of the fragments from the first to the last, in their order, when they are there. */
static uint32_t run_of(struct mp_flow *own, const struct dissect *d, const struct header *h,
                       struct fragment *run[WAITING])
{
    uint32_t most = pref(d, PREF_MAX_FRAGMENTS), sequence = h->sequence, count = 0;
    struct fragment *f = waiting_for(own, d, h, sequence);
    if (most > WAITING)
        most = WAITING;
    for (uint32_t i = 0; f != NULL && (f->ends & IS_FIRST) == 0 && i < most; i++) {
        sequence = (sequence + h->modulus - 1) % h->modulus;
        f = waiting_for(own, d, h, sequence);
    }
    if (f == NULL || (f->ends & IS_FIRST) == 0)
        return 0;
    while (f != NULL && count < most) {
        run[count++] = f;
        if (f->ends & IS_LAST)
            return count;
        sequence = (sequence + 1) % h->modulus;
        f = waiting_for(own, d, h, sequence);
    }
    return 0;
}

/* `here`: the fact of the present frame, which is in the run. */
static void join(struct dissect *d, struct fragment *run[WAITING], uint32_t count, struct mp_fact *here)
{
    struct pieces *whole = flow_take(d, sizeof *whole);
    uint32_t len = 0;
    bool sound = whole != NULL;
    for (uint32_t i = 0; i < count && sound; i++) {
        struct fragment *f = run[i];
        struct mp_fact *fact = f->frame == frame_number(d->frame) ? here : fact_of(d, f->frame, f->slot, sizeof *fact);
        sound = pieces_move(d, f->bytes, 0, f->len, whole, len);
        len += f->len;
        f->bytes = NULL;
        if (fact != NULL)
            fact->whole = whole;
    }
    if (sound)
        pieces_end(d, whole, len);
}

static void learn(struct dissect *d, struct cursor c, const struct header *h, struct mp_fact *fact)
{
    struct mp_flow *own = flow_memory(d, flow_between(d, PORT_NONE, d->src, 0, d->dst, 0), 0, sizeof *own);
    struct pieces *bytes = own != NULL ? flow_take(d, sizeof *bytes) : NULL;
    struct fragment *run[WAITING];
    if (bytes == NULL || c.cap == 0 || c.cap < c.wire || !pieces_add(d, bytes, c, 0, 0))
        return;
    struct fragment *f = &own->waiting[own->next++ % WAITING];
    if (f->bytes != NULL)
        pieces_drop(d, f->bytes);
    *f = (struct fragment){ frame_number(d->frame), h->sequence, c.cap, slot_here(d), h->ends, h->class, bytes };
    uint32_t count = run_of(own, d, h, run);
    if (count != 0)
        join(d, run, count, fact);
}

/* --- a fragment ------------------------------------------------------------------------------- */

/* What the Info column says of a fragment. */
struct said {
    const struct pieces *whole;
    uint32_t sequence;
};

static void info_fragment(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct said *s = arg;
    (void)d;
    if (s->whole != NULL && s->whole->whole_in != 0)
        sb_printf(sb, " (PPP MP reassembled in packet %u)", s->whole->whole_in);
    else
        sb_printf(sb, " (PPP MP Unreassembled fragment %u)", s->sequence);
}

static struct header header_fields(struct dissect *d, struct cursor c, bool is_short)
{
    struct header h = { .size = is_short ? 2 : 4, .modulus = is_short ? 1u << 12 : 1u << 24 };
    emit_protocol(d, c, c.cap < h.size ? c.cap : h.size, NULL);
    if (!need(d, c, 0, h.size))
        return h;
    h.ends = c.p[0] & (IS_FIRST | IS_LAST);
    h.class = is_short ? c.p[0] >> 4 & 3 : c.p[0] >> 2 & 0xf;
    h.sequence = is_short ? be16(c.p) & 0xfffu : be24(c.p + 1);
    if (is_short)
        emit_bits(d, c, 0, 1, SHORT_FRAGMENT, SHORT_CLASS);
    else
        emit_bits(d, c, 0, 1, FRAGMENT, RESERVED);
    emit_at(d, c, is_short ? SHORT_SEQUENCE : SEQUENCE, is_short ? 0 : 1, is_short ? 2 : 3);
    return h;
}

static struct verdict payload(struct dissect *d, struct cursor c, const struct header *h, const struct mp_fact *fact)
{
    const struct pieces *whole = fact != NULL ? fact->whole : NULL;
    if (whole != NULL && whole->whole_in == frame_number(d->frame)) {
        c = pieces_join(d, whole, whole->len, piece_rows.source);
        pieces_emit(d, c, whole, &piece_rows);
        up(d);
        d->variant = PPP_BARE;
        speak_as(d, &proto_ppp);
        return proto_ppp.run(d, c);
    }
    d->fragmented = true;
    struct said *s = packet_zero(d, sizeof *s);
    if (s != NULL) {
        *s = (struct said){ whole, h->sequence };
        info_add(d, info_fragment, s);
    }
    if (whole != NULL && whole->whole_in != 0)
        emit_value(d, c, WHOLE_IN, 0, 0, whole->whole_in);
    emit_at(d, c, PAYLOAD, 0, c.wire);
    return done();
}

static struct verdict mp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "PPP MP");
    info_set(d, info_constant, "PPP Multilink");
    struct header h = header_fields(d, c, pref(d, PREF_SHORT) != 0);
    if (d->stop != STOP_NONE)
        return done();
    cursor_skip(&c, h.size);
    if (c.wire == 0)
        return done();
    struct mp_fact *fact = fact_here(d, slot_here(d), sizeof *fact);
    if (d->first_pass)
        learn(d, c, &h, fact);
    return payload(d, c, &h, fact);
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x3d } };
static const uint8_t hands_to[] = { TABLE_PPP_PROTOCOL };
static const struct protocol *const calls[] = { &proto_ppp, NULL };

PROTOCOL(mp,
    .name = "mp", .short_name = "PPP MP", .long_name = "PPP Multilink Protocol",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = mp_run, .keeps_state = true, .joins = true
);
