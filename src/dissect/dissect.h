/* dissect.h - what a dissector sees.

   A dissector gets `struct dissect *d`, where results go, and a cursor (by value), where bytes come
   from.  It emits nodes, may note findings, set columns, and returns a verdict: done(), or who goes
   on with the rest.  When bytes run out, the engine remembers it (d->stop), ignores everything
   emitted until the dissector has returned, and shows "Malformed Packet" or "Packet size limited
   during capture"; so a dissector needs no error paths, only loops that ask more(d, &c).

   Emitting a field that nobody wants costs one test.  Nothing here formats text.
   One thread per struct dissect. */
#ifndef DISSECT_DISSECT_H
#define DISSECT_DISSECT_H

#include "base/arena.h"
#include "base/nstime.h"
#include "dissect/cursor.h"
#include "dissect/engine.h"
#include "dissect/tree.h"

enum address_kind { ADDR_NONE, ADDR_ETHER, ADDR_IPv4, ADDR_IPv6, ADDR_TEXT, ADDR_BYTES };
struct address {
    uint8_t kind, len;
    const uint8_t *bytes;  /* in the packet or the packet's arena; ADDR_TEXT: characters */
};

enum port_kind { PORT_NONE, PORT_TCP, PORT_UDP, PORT_SCTP, PORT_DCCP };

enum stop_reason { STOP_NONE, STOP_SHORT, STOP_MALFORMED, STOP_CONTAINED, STOP_FRAGMENT, STOP_BUG };

/* What the session knows of the frame from the file. */
struct frame_info {
    uint32_t number;       /* from 1 */
    uint32_t renumbered;   /* what it is called, when a read filter left others out; 0: `number` */
    uint32_t cap_len, wire_len;
    struct nstime time, first, previous_captured, previous_displayed;
    bool has_time, has_previous_captured, has_previous_displayed;
    uint16_t encap;        /* link type of the interface: ENCAP_... of capture/encap.h */
    uint32_t interface;
    const void *file_frame;  /* struct capture_frame, for the frame dissector: options of the block */
    const void *file;        /* struct capture */
};

static inline uint32_t frame_number(const struct frame_info *f)
{
    return f->renumbered != 0 ? f->renumbered : f->number;
}

/* Bytes that nodes refer to: the frame, and what was reassembled or decoded from it. */
struct source {
    const uint8_t *bytes;
    uint32_t cap, wire;
    const char *name;  /* "Frame (82 bytes)": the part before the count, as -x prints it */
};

struct layer {
    uint16_t protocol;
    uint32_t node;  /* its FT_PROTOCOL node or NO_NODE */
    uint32_t off, end;  /* captured bytes from its first one to the last that it was given, once shown */
    uint16_t source;
    bool shown;     /* it got as far as emit_protocol */
};

/* A Content-Type (RFC 9110 section 8.3.1), as the message around the bytes has it: "text/html", "charset=utf-8". */
struct media {
    const uint8_t *type, *params;  /* params: without the semicolon and blanks before */
    uint32_t type_len, params_len;
};

/* Text of the Info column, made when it is printed: the steps are replayed. */
typedef void info_text(struct strbuf *sb, const struct dissect *d, const void *arg);
struct info_step {
    info_text *text;
    const void *arg;
    const char *between;  /* put before it unless the column is empty; NULL: nothing */
    bool prepended;       /* stands before all that was said earlier */
};

/* Runs after everything above has been dissected, well or not: the trailer of a link layer. */
typedef void epilogue(struct dissect *d, struct cursor c, uint32_t parent);

/* What was put off. */
struct afterwards {
    epilogue *run;
    struct cursor c;
    uint32_t parent;
    uint16_t protocol;
    uint8_t depth;
    uint32_t outer_used;
    bool behind;  /* only if anything stands behind what the network layer claims */
};

enum { MAX_LAYERS = 128, MAX_INFO = 256, MAX_EPILOGUES = 16, MAX_SOURCES = 32, MAX_NESTED = 24, MAX_DEPTH = 120 };

/* What a label needs beside the node's value; found again by field and place. */
struct annotation {
    const struct annotation *next;
    uint32_t field, off;
    uint16_t source;
    const void *what;
};

/* Who carries a stream's messages: its node, its row for the size of each, and the depth of its rows. */
struct carrier {
    uint32_t node, field;
    uint8_t depth;
};

struct flow_state;

/* The conversation of the current ends, once somebody has looked for it (flow_here). */
struct here {
    const uint8_t *src, *dst;  /* the ends' addresses, by place */
    uint32_t src_port, dst_port;
    uint8_t kind;
    bool low;                  /* src is the lower endpoint */
    struct flow *flow;         /* NULL: nobody has */
};

/* Bytes of other frames of the capture, for what is put together from several. */
struct frame_access {
    /* Valid until the next call; NULL when the frame cannot be read. */
    const uint8_t *(*bytes)(void *context, uint32_t frame, uint32_t *cap);
    void *context;
};

/* Where flow/facts found a frame's record last. */
struct fact_hint {
    const void *of;        /* struct facts */
    size_t next;           /* mark after the record */
    uint32_t frame, place; /* the record's */
    bool first;            /* no other one of the frame stands before it */
};

enum { FACT_HINTS = 4 };

/* What dissect/known has found sound, and how many layers it added. */
struct known {
    uint64_t hash;
    uint32_t len;
    uint16_t layers;
};

enum { KNOWN = 512 };

struct dissect {
    /* emitting */
    struct tree tree;
    const uint64_t *wanted_bits;
    uint32_t base;       /* global number of the current protocol's row 0 */
    bool emitting;       /* some field of the current protocol is wanted, and not stopped */
    uint8_t depth;       /* of the next node */
    uint8_t stop;        /* enum stop_reason */
    uint16_t protocol;   /* the current protocol: whose rows are emitted */
    uint16_t running;    /* whose dissector runs: another one only after speak_as */
    int variant;         /* of the claim that led here */
    uint32_t key;        /* that led here: port, ethertype ... */

    /* what lower layers tell higher ones */
    struct address src, dst;          /* as the columns show them */
    struct address link_src, link_dst, net_src, net_dst;
    uint32_t src_port, dst_port;
    uint8_t port_kind;
    uint8_t ip_proto;
    bool waits;                       /* the bytes come from a stream: want_more is heard */
    bool ends;                        /* the stream ends with these bytes: who would wait for all of it has it */
    uint32_t mark;                    /* what the dissector said in want_more, when it gets the message again */
    bool wants_more;                  /* want_more was said, and heard: `more` is what */
    struct verdict more;
    struct carrier carrier;           /* of the stream at hand; field 0: none */
    bool in_error;                    /* inside the packet that an ICMP error quotes */
    bool fragmented;                  /* the network layer's payload is a fragment ... */
    bool later_fragment;              /* ... and not the first one */
    bool peeks;                       /* fragments are not put together: the first one is looked into */
    uint32_t link_used;               /* bytes that the network layer claims of the link's payload; 0: all */
    uint32_t hops;                    /* IPv4 TTL or IPv6 hop limit of the nearest IP layer */
    uint32_t ip_id;                   /* IPv4 identification of the nearest IP layer; 0: none */
    uint16_t vlan;
    bool refused;                     /* in what was nested last, somebody said not_mine() */
    const struct media *media;        /* what the bytes are by their Content-Type; NULL: nobody says */
    uint32_t effort;                  /* steps spent on this packet's references to bytes seen before; bounded by them */

    /* columns */
    bool columns;
    const char *protocol_column;
    struct info_step info[MAX_INFO];
    uint32_t n_info, info_fence;

    /* the packet */
    const struct frame_info *frame;
    struct source sources[MAX_SOURCES];
    uint16_t n_sources;
    struct layer layers[MAX_LAYERS];
    uint16_t n_layers;
    uint8_t nested;
    uint16_t failed_protocol;
    struct afterwards epilogues[MAX_EPILOGUES];
    uint16_t n_epilogues;
    uint32_t late_parent;             /* NO_NODE, or nodes are emitted below this one */
    struct arena arena;               /* lives until the next packet */
    const struct annotation *annotations;
    const char *coloring;             /* name of the colouring rule: "" until somebody works it out, NULL if nobody will */
    const char *coloring_filter;

    /* the session */
    const struct engine *engine;
    const struct wanted *wanted;
    struct here here;
    struct fact_hint fact_hints[FACT_HINTS];  /* one for each of the states that frames in a row may be of */
    struct known known[KNOWN];        /* by hash */
    struct flow_state *flows;         /* NULL: frames are looked at one by one, nothing is remembered */
    const struct frame_access *frames;  /* NULL in the first pass */
    bool first_pass;                  /* flows may be changed */
};

/* --- reporting that bytes ran out ------------------------------------------------------------ */

/* Bytes [off, off + n) after the cursor were needed and are not there: remembers which kind of
   failure it is.  Returns 0 for convenience. */
COLD uint64_t fall_short(struct dissect *d, struct cursor c, uint32_t off, uint64_t n);
/* The packet contradicts itself. */
COLD struct verdict malformed(struct dissect *d);

/* For loops: there is more on the wire, and nothing has failed. */
static inline bool more(const struct dissect *d, const struct cursor *c)
{
    return c->wire != 0 && d->stop == STOP_NONE;
}

/* True if the n bytes at `off` are captured; else remembers the failure. */
static inline bool need(struct dissect *d, struct cursor c, uint32_t off, uint32_t n)
{
    if (likely(off <= c.cap && n <= c.cap - off))
        return true;
    fall_short(d, c, off, n);
    return false;
}

/* --- reading: numbers, 0 when they are not there (and the failure is remembered) ------------- */

static inline uint32_t get8(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 1) ? c.p[off] : 0;
}
static inline uint32_t get16(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 2) ? be16(c.p + off) : 0;
}
static inline uint32_t get24(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 3) ? be24(c.p + off) : 0;
}
static inline uint32_t get32(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 4) ? be32(c.p + off) : 0;
}
static inline uint64_t get64(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 8) ? be64(c.p + off) : 0;
}
static inline uint32_t get16le(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 2) ? le16(c.p + off) : 0;
}
static inline uint32_t get32le(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 4) ? le32(c.p + off) : 0;
}

/* --- emitting -------------------------------------------------------------------------------- */

static inline bool wants(const struct dissect *d, unsigned field)
{
    uint32_t f = d->base + field;
    return d->emitting && (d->wanted_bits[f >> 6] >> (f & 63) & 1) != 0;
}

/* Nobody would see anything of the current protocol: no row, no finding.  Its dissector may then leave them out. */
static inline bool silent(const struct dissect *d) { return !d->emitting && !d->wanted->findings; }
/* Some row of the current protocol from `first` to `last` is wanted; findings stand behind the fields. */
bool wants_rows(const struct dissect *d, unsigned first, unsigned last);

uint32_t emit_at_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len);
uint32_t emit_value_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                           uint64_t value);
uint32_t emit_held_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                          const void *bytes, uint32_t n);
uint32_t emit_arg_wanted(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                         const void *arg);
void emit_header_wanted(struct dissect *d, struct cursor c, uint32_t header);

/* All of these return the node, NO_NODE when the field is not wanted.  `off` and `len` are relative
   to the cursor, which does not move.  In all but emit_value, emit_held and emit_arg, bytes that are not
   captured are a failure. */

/* The field's value is at [off, off + len): a number (masked, big-endian unless LITTLE), an address,
   bytes, a string, a heading. */
static inline uint32_t emit_at(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len)
{
    if (!need(d, c, off, len) || !wants(d, field))
        return NO_NODE;
    return emit_at_wanted(d, c, field, off, len);
}

/* The value was worked out by the dissector: a number, boolean, time in ns, frame number.
   The mask of the field is not applied again. */
static inline uint32_t emit_value(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                                  uint64_t value)
{
    return wants(d, field) ? emit_value_wanted(d, c, field, off, len, value) : (uint32_t)NO_NODE;
}

/* The same for FT_FLOAT and FT_DOUBLE. */
static inline uint32_t emit_double(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                                   double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return emit_value(d, c, field, off, len, bits);
}

/* The value is these n bytes, which live in the packet's arena, the packet, or constant memory. */
static inline uint32_t emit_held(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                                 const void *bytes, uint32_t n)
{
    return wants(d, field) ? emit_held_wanted(d, c, field, off, len, bytes, n) : (uint32_t)NO_NODE;
}

/* A heading (FT_NONE, FT_PROTOCOL) or lazily made string whose text functions need `arg`. */
static inline uint32_t emit_arg(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                                const void *arg)
{
    return wants(d, field) ? emit_arg_wanted(d, c, field, off, len, arg) : (uint32_t)NO_NODE;
}

/* Every row of the current protocol with a size that ends within the first `header` bytes. */
static inline void emit_header(struct dissect *d, struct cursor c, uint32_t header)
{
    if (d->emitting && need(d, c, 0, header))
        emit_header_wanted(d, c, header);
}

/* Reads and emits at the cursor and moves it: a big- or little-endian number (unmasked value returned). */
static inline uint64_t add_uint(struct dissect *d, struct cursor *c, unsigned field, uint32_t len)
{
    const uint8_t *p = cursor_peek(*c, 0, len);
    if (unlikely(p == NULL))
        return fall_short(d, *c, 0, len);
    if (wants(d, field))
        emit_at_wanted(d, *c, field, 0, len);
    cursor_take(c, len);
    return be_uint(p, len);
}
static inline uint64_t add_uint_le(struct dissect *d, struct cursor *c, unsigned field, uint32_t len)
{
    const uint8_t *p = cursor_peek(*c, 0, len);
    if (unlikely(p == NULL))
        return fall_short(d, *c, 0, len);
    if (wants(d, field))
        emit_at_wanted(d, *c, field, 0, len);  /* the row must be LITTLE */
    cursor_take(c, len);
    return le_uint(p, len);
}

/* The same for anything else; returns the node. */
static inline uint32_t add_item(struct dissect *d, struct cursor *c, unsigned field, uint32_t len)
{
    uint32_t n = emit_at(d, *c, field, 0, len);
    cursor_skip(c, len);
    return n;
}

/* Rows first..last all lie over the same len bytes: `first` is the parent of the others (flags). */
uint32_t emit_bits(struct dissect *d, struct cursor c, uint32_t off, uint32_t len, unsigned first, unsigned last);

/* The MD5 digest of the cursor's captured bytes in hexadecimal, for a string that stands for no bytes. */
void emit_md5(struct dissect *d, struct cursor c, unsigned field);

/* What is emitted between down and up are children of the node before. */
static inline void down(struct dissect *d) { d->depth = (uint8_t)(d->depth + (d->depth < MAX_DEPTH)); }
static inline void up(struct dissect *d) { d->depth = (uint8_t)(d->depth - (d->depth > 0)); }

/* The length of a node (NO_NODE: ignored), once it is known; a node never goes past what was captured. */
static inline void set_len(struct dissect *d, uint32_t node, uint32_t len)
{
    struct node *n = node != NO_NODE ? &d->tree.nodes[node] : NULL;
    if (n == NULL || n->source >= d->n_sources)
        return;
    uint32_t cap = d->sources[n->source].cap, room = n->off < cap ? cap - n->off : 0;
    n->len = len < room ? len : room;
}
/* So that it ends where the cursor stands. */
static inline void set_end(struct dissect *d, uint32_t node, struct cursor c)
{
    if (node != NO_NODE && d->tree.nodes[node].source == c.source)
        d->tree.nodes[node].len = c.offset - d->tree.nodes[node].off;
}
static inline void set_hidden(struct dissect *d, uint32_t node)
{
    if (node != NO_NODE)
        d->tree.nodes[node].flags |= NODE_HIDDEN;
}
static inline void set_generated(struct dissect *d, uint32_t node)
{
    if (node != NO_NODE)
        d->tree.nodes[node].flags |= NODE_GENERATED;
}

/* Keeps `what` (constant, in the packet, or in its arena) for the node's label functions, which get it from
   annotation(); for the rare node whose label says more than its value.  NO_NODE: ignored. */
void annotate(struct dissect *d, uint32_t node, const void *what);
/* NULL: the node has none. */
const void *annotation(const struct dissect *d, const struct node *n);

/* For passers: the protocol's header is at the cursor. */
static inline void layer_shown(struct dissect *d, struct cursor c)
{
    struct layer *l = &d->layers[d->n_layers - 1];
    l->shown = d->stop == STOP_NONE;
    l->off = c.offset;
    l->end = c.offset + c.cap;
    l->source = c.source;
}

/* Where another row than the first stands for the protocol (ARP over ATM goes by the name of ARP). */
uint32_t emit_protocol_as(struct dissect *d, struct cursor c, unsigned field, uint32_t len, const void *arg);
/* The protocol's own node, first in its dissector: row 0, children follow at depth + 1 without down(). */
static inline uint32_t emit_protocol(struct dissect *d, struct cursor c, uint32_t len, const void *arg)
{
    return emit_protocol_as(d, c, 0, len, arg);
}

/* A finding, as a child of `node` if that is the node emitted last at the present depth; else at the
   present depth.  `arg` is for the finding's text_fn. */
void note_on(struct dissect *d, uint32_t node, unsigned note, const void *arg);
/* A finding below the node that was emitted last. */
static inline void note(struct dissect *d, unsigned which, const void *arg)
{
    note_on(d, d->tree.count != 0 ? d->tree.count - 1 : (uint32_t)NO_NODE, which, arg);
}

/* --- memory of the packet -------------------------------------------------------------------- */

/* Cleared memory until the next packet; NULL at the bound (callers pass it on: text functions must
   stand a NULL arg only if they were given one). */
static inline void *packet_zero(struct dissect *d, size_t size) { return arena_zero(&d->arena, size); }
static inline void *packet_copy(struct dissect *d, const void *p, size_t size)
{
    return arena_copy(&d->arena, p, size);
}

/* Other bytes than the frame's, decoded or reassembled: a cursor over them.  They live as long as the packet. */
struct cursor new_source(struct dissect *d, const uint8_t *bytes, uint32_t len, const char *name);

/* --- columns --------------------------------------------------------------------------------- */

/* The packet's address in two of its roles.  Written part by part: one that has just been written is slow to copy. */
static inline void set_address(struct address *a, struct address *b, enum address_kind kind, uint8_t len,
                               const uint8_t *bytes)
{
    a->kind = b->kind = (uint8_t)kind;
    a->len = b->len = len;
    a->bytes = b->bytes = bytes;
}

static inline void set_protocol_column(struct dissect *d, const char *name) { d->protocol_column = name; }
/* "HTTP" becomes "HTTP/JSON". */
void add_protocol_column(struct dissect *d, const char *more);
static inline void info_separated(struct dissect *d, const char *between, info_text *text, const void *arg)
{
    if (d->columns && d->n_info < MAX_INFO)
        d->info[d->n_info++] = (struct info_step){ text, arg, between, false };
}
static inline void info_add(struct dissect *d, info_text *text, const void *arg) { info_separated(d, NULL, text, arg); }
/* Takes back what was said since the last fence. */
static inline void info_clear(struct dissect *d)
{
    if (d->columns && d->n_info > d->info_fence)
        d->n_info = d->info_fence;
}
/* Replaces it. */
static inline void info_set(struct dissect *d, info_text *text, const void *arg)
{
    info_clear(d);
    info_add(d, text, arg);
}
/* Before all that was said so far, whatever stands between. */
void info_prepend(struct dissect *d, info_text *text, const void *arg);
/* Later info_set and info_clear leave what was said so far. */
static inline void info_fence(struct dissect *d)
{
    if (d->columns)
        d->info_fence = d->n_info;
}
/* The info_text for a constant string: info_set(d, info_constant, "Hello"). */
void info_constant(struct strbuf *sb, const struct dissect *d, const void *text);

/* --- handing on ------------------------------------------------------------------------------ */

static inline struct verdict done(void) { return (struct verdict){ .kind = VERDICT_DONE }; }
/* To whoever claims `key`; else the rest is "Data". */
static inline struct verdict hand_on(uint8_t table, uint32_t key, struct cursor rest)
{
    return (struct verdict){ .kind = VERDICT_TABLE, .table = table, .key = key, .rest = rest };
}
/* Ports: the first key, then the second, then heuristics of the table. */
static inline struct verdict hand_on_either(uint8_t table, uint32_t key, uint32_t second, struct cursor rest)
{
    return (struct verdict){
        .kind = VERDICT_TABLE, .table = table, .key = key, .second = second, .try_second = true, .rest = rest
    };
}
static inline struct verdict hand_to(const struct protocol *p, int variant, struct cursor rest)
{
    return (struct verdict){ .kind = VERDICT_PROTOCOL, .to = p, .variant = variant, .rest = rest };
}
/* For passers: to whoever claims `key`, with v->rest. */
static inline bool pass_on(struct verdict *v, uint8_t table, uint32_t key)
{
    v->kind = VERDICT_TABLE;
    v->table = table;
    v->try_second = v->at_top = false;
    v->key = key;
    return true;
}
/* The bytes are another's, whatever the port says: the next in line is asked, then the table's heuristics.  Only
   before anything was emitted or said in a column; the protocol's .hands_to names the table that led to it. */
static inline struct verdict not_mine(void) { return (struct verdict){ .kind = VERDICT_NOT_MINE }; }
/* Messages of a byte stream (TCP, TLS): `rest` begins a message that goes on in later segments, and `missing` bytes
   more make it whole.  MORE_ANY: that cannot be told yet, ask again when there is anything more; MORE_ALL: it ends
   with the stream.  Only when d->waits is true, and before anything of the message was emitted, said in a column or
   changed in memory.  When the message is whole (or has grown) the dissector gets it from its first byte on; d->mark is
   then what it gave as `mark`, so that it need not look again at what it has seen; at first it is 0. */
enum { MORE_ANY = 0, MORE_ALL = UINT32_MAX };
static inline struct verdict want_more(struct cursor rest, uint32_t missing, uint32_t mark)
{
    return (struct verdict){ .kind = VERDICT_MORE, .key = missing, .second = mark, .rest = rest };
}
/* For protocols whose messages say their length in their first `header` bytes: runs `message` on each whole one (all
   that is there, when d->waits is false), wants more for the last, and goes on after one that failed.  `length` is
   given at least `header` bytes and returns the whole message's length, header included; less than `header`, or 0:
   malformed.  Each message stands at the depth that the dissector has when it calls this. */
typedef uint32_t message_length(struct dissect *d, struct cursor c);
typedef void message_run(struct dissect *d, struct cursor message);
struct verdict stream_messages(struct dissect *d, struct cursor c, uint32_t header, message_length *length,
                               message_run *message);
/* By the text that a table of texts has; VERDICT_DONE when nobody claims it. */
struct verdict hand_on_text(const struct dissect *d, uint8_t table, const uint8_t *text, uint32_t len,
                            struct cursor rest);
/* To the heuristic of the table that knows the bytes; VERDICT_DONE when none does. */
struct verdict hand_on_probed(struct dissect *d, uint8_t table, struct cursor rest);
/* Nobody shows these bytes, not even as "Data", and the dissector was no layer of the packet. */
static inline struct verdict passed_over(struct dissect *d)
{
    d->n_layers--;
    return done();
}
/* True if somebody claims the key. */
bool claimed(const struct dissect *d, uint8_t table, uint32_t key);
/* Dissects a packet inside this one here and now, as children at the present depth (an ICMP error's
   quotation).  What it does to columns, addresses and ports is undone if `keep_columns`, and that its bytes
   run out is no failure then.  Bounded. */
void nested(struct dissect *d, struct verdict v, bool keep_columns);
/* The same for bytes of a stream: want_more is heard, and d->wants_more and d->more tell of it afterwards; but not when
   the stream ends with them (`last`). */
void nested_stream(struct dissect *d, struct verdict v, bool last);
/* Adds a name to frame.protocols that is no protocol of its own here ("ethertype"). */
void layer_named(struct dissect *d, const struct protocol *p);
/* From here on the dissector emits rows, findings and state of another protocol that it is a form of, and still
   is itself in the list of layers and in failures (mDNS speaks as DNS).  `p` must stand in its .calls. */
void speak_as(struct dissect *d, const struct protocol *p);
/* Calls `run` once all above is dissected; nodes it emits stand below `parent` (NO_NODE: after all).
   A new link layer starts here: d->link_used is 0 from now on, and the outer one's again after `run`.  `behind`: only when
   something of `c` stands behind what the network layer claims. */
static inline void put_off(struct dissect *d, epilogue *run, struct cursor c, uint32_t parent, bool behind)
{
    if (d->n_epilogues == MAX_EPILOGUES)
        return;
    struct afterwards *a = &d->epilogues[d->n_epilogues++];
    a->run = run;
    a->c = c;
    a->parent = parent;
    a->protocol = d->protocol;
    a->depth = d->depth;
    a->outer_used = d->link_used;
    a->behind = behind;
    d->link_used = 0;
}
static inline void afterwards(struct dissect *d, epilogue *run, struct cursor c, uint32_t parent)
{
    put_off(d, run, c, parent, false);
}
static inline void behind(struct dissect *d, epilogue *run, struct cursor c, uint32_t parent)
{
    put_off(d, run, c, parent, true);
}

/* For an epilogue: whether a heuristic of the table knows the bytes; it has then shown them, after all else. */
bool trailer_claimed(struct dissect *d, uint8_t table, struct cursor c);

/* --- preferences ------------------------------------------------------------------------------ */

static inline uint32_t pref(const struct dissect *d, unsigned which)
{
    return d->engine->prefs[registry_first_pref[d->protocol] + which].number;
}
static inline const char *pref_text(const struct dissect *d, unsigned which)
{
    return d->engine->prefs[registry_first_pref[d->protocol] + which].text;
}

/* --- for text functions ----------------------------------------------------------------------- */

/* The bytes [off, off + len) of the node's own bytes; NULL when not captured. */
const uint8_t *node_bytes(const struct dissect *d, const struct node *n, uint32_t off, uint32_t len);
/* "..01 1... = ": the bits of `raw` that are in the mask, of a number `bits` wide. */
void sb_bits(struct strbuf *sb, unsigned bits, uint64_t mask, uint64_t raw);
/* An address as the columns and labels show it, with its name when names are resolved. */
void sb_address(struct strbuf *sb, const struct dissect *d, struct address a);
/* The address alone, whatever is resolved. */
void sb_address_plain(struct strbuf *sb, struct address a);
/* "name (address)", or the address alone */
void sb_address_both(struct strbuf *sb, const struct dissect *d, struct address a);
/* Where an IP address is; false: nothing is known of it. */
struct place;
bool place_of_address(const struct dissect *d, struct address a, struct place *out);
/* How many bits of an IPv6 address stand before the IPv4 address that it holds, in networks that the user named; 0: none. */
unsigned nat64_prefix(const struct dissect *d, const uint8_t address[16]);
/* Vendor of a 24-bit prefix, of a MAC address; name of a port.  NULL when there is none. */
const char *name_of_oui(const struct dissect *d, const uint8_t oui[3]);
const char *name_of_vendor(const struct dissect *d, const uint8_t address[6]);
const char *name_of_port(const struct dissect *d, uint8_t port_kind, uint32_t port);
/* "Server-LAN", or "<123>" without a name; false, with nothing added, when VLANs are not resolved. */
bool sb_vlan(struct strbuf *sb, const struct dissect *d, uint32_t id);
void sb_port(struct strbuf *sb, const struct dissect *d, uint8_t port_kind, uint32_t port);
/* "https (443)" or "443" */
void sb_port_both(struct strbuf *sb, const struct dissect *d, uint8_t port_kind, uint32_t port);

/* --- the engine's side ------------------------------------------------------------------------ */

/* One for a thread.  0 or -1 without memory.  `flows` may be NULL. */
int dissect_open(struct dissect *d, const struct engine *e, const struct wanted *w, struct flow_state *flows);
/* From the next frame on, `w` is what is wanted. */
static inline void dissect_for(struct dissect *d, const struct wanted *w)
{
    d->wanted = w;
    d->wanted_bits = w->bits;
}
/* Dissects the frame; results stay in *d until the next call.  `bytes` must live as long. */
void dissect_frame(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes);
/* The same at a glance, which changes no memory of flows; false when the frame or what is wanted is not for one. */
bool dissect_glance(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes);
struct glance_walk;
/* The same by a walk that was begun, when what is wanted is for a glance. */
bool dissect_walk(struct dissect *d, struct glance_walk *walk);
/* The same from any protocol on: for tests, fuzzing, and embedding. */
void dissect_bytes(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes,
                   const struct protocol *first);
void dissect_close(struct dissect *d);
/* frame.protocols */
void sb_layers(struct strbuf *sb, const struct dissect *d);
/* The Info column. */
void sb_info(struct strbuf *sb, const struct dissect *d);

#endif
