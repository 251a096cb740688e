/* dispatch.c - the loop that hands a packet from protocol to protocol. */
#include "dissect/dissect.h"

#include "dissect/builtin.h"
#include "dissect/glance.h"
#include "dissect/label.h"

#include <stdlib.h>

/* Bytes that a packet may need beside its nodes, and nodes that it may have. */
enum { PACKET_ARENA_MAX = 64 * 1024 * 1024, PACKET_NODES_MAX = 1000000 };

int dissect_open(struct dissect *d, const struct engine *e, const struct wanted *w, struct flow_state *flows)
{
    memset(d, 0, sizeof *d);
    d->engine = e;
    d->wanted = w;
    d->wanted_bits = w->bits;
    d->flows = flows;
    d->arena.max = PACKET_ARENA_MAX;
    d->tree.max = PACKET_NODES_MAX;
    return tree_grow(&d->tree) ? 0 : -1;
}

void dissect_close(struct dissect *d)
{
    tree_free(&d->tree);
    arena_free(&d->arena);
}

static void enter(struct dissect *d, uint32_t protocol, int variant)
{
    d->protocol = (uint16_t)protocol;
    d->base = registry_first_field[protocol];
    d->emitting = d->wanted->any[protocol] && d->stop == STOP_NONE;
    d->variant = variant;
    d->running = (uint16_t)protocol;
}

void speak_as(struct dissect *d, const struct protocol *p)
{
    uint16_t running = d->running;
    enter(d, registry_protocol_number(p), d->variant);
    d->running = running;
}

static uint32_t probe_all(struct dissect *d, uint8_t table, struct cursor c)
{
    const struct engine *e = d->engine;
    for (uint32_t i = e->first_prober[table]; i < e->first_prober[table + 1]; i++) {
        const struct prober *p = &e->probers[i];
        if (e->enabled[p->protocol] && !e->heuristics_off[p->ordinal] && p->heuristic->probe(d, c))
            return p->protocol;
    }
    return NO_PROTOCOL;
}

/* Who goes on, and in which form; NO_PROTOCOL when the packet ends here. */
static uint32_t resolve(struct dissect *d, const struct verdict *v, int *variant)
{
    uint32_t p = NO_PROTOCOL;
    *variant = v->variant;
    if (v->kind == VERDICT_PROTOCOL) {
        p = registry_protocol_number(v->to);
        return p != NO_PROTOCOL && d->engine->enabled[p] ? p : registry_protocol_number(&proto_data);
    }
    if (v->kind == VERDICT_TABLE) {
        d->key = v->key;
        p = engine_lookup(d->engine, v->table, v->key, variant);
        if (p == NO_PROTOCOL && v->try_second) {
            p = engine_lookup(d->engine, v->table, v->second, variant);
            d->key = p != NO_PROTOCOL ? v->second : v->key;
        }
    }
    if (p == NO_PROTOCOL && v->rest.cap != 0 && (v->try_second || v->kind == VERDICT_HEURISTIC)) {
        p = probe_all(d, v->table, v->rest);
        *variant = 0;
    }
    return p != NO_PROTOCOL ? p : registry_protocol_number(&proto_data);
}

void layer_named(struct dissect *d, const struct protocol *p)
{
    if (d->n_layers < MAX_LAYERS)
        d->layers[d->n_layers++] = (struct layer){ .protocol = (uint16_t)registry_protocol_number(p), .node = NO_NODE };
}

/* Who is asked after the one that `led` led to has refused: the other key, the heuristics, nobody. */
static struct verdict next_choice(const struct dissect *d, struct verdict led)
{
    bool other = led.kind == VERDICT_TABLE && led.try_second;
    if (other && d->key == led.key && led.second != led.key)
        led.key = led.second;
    else if (other)
        led.kind = VERDICT_HEURISTIC;
    else
        led = led.ask ? done()
                      : (struct verdict){
                            .kind = VERDICT_PROTOCOL, .to = &proto_data, .rest = led.rest, .at_top = led.at_top
                        };
    return led;
}

/* The stream is told; who waits for all of its first message is no layer of this packet, nor who only led to it. */
static void wait_for_more(struct dissect *d, struct verdict *v)
{
    if (d->waits && d->stop == STOP_NONE) {
        d->wants_more = true;
        d->more = *v;
        while (d->n_layers != 0 && !d->layers[d->n_layers - 1].shown)
            d->n_layers--;
    }
    v->kind = VERDICT_DONE;
}

/* The message's size stands among the rows of who carries the stream. */
static void size_emit(struct dissect *d, struct cursor message)
{
    const struct carrier *k = &d->carrier;
    if (k->field == 0 || !(d->wanted_bits[k->field >> 6] >> (k->field & 63) & 1))
        return;
    uint32_t late = d->late_parent, base = d->base;
    uint8_t depth = d->depth;
    d->late_parent = late == NO_NODE ? k->node : late;
    d->base = k->field;
    d->depth = k->depth;
    emit_value_wanted(d, message, 0, 0, message.cap, message.wire);
    d->base = base;
    d->depth = depth;
    d->late_parent = late;
}

struct verdict stream_messages(struct dissect *d, struct cursor c, uint32_t header, message_length *length,
                               message_run *message)
{
    struct cursor whole = c;
    uint8_t depth = d->depth;
    int variant = d->variant;
    while (more(d, &c)) {
        uint32_t len = c.cap >= header ? length(d, c) : 0;
        if (c.wire < header && d->waits)
            return want_more(c, MORE_ANY, 0);
        if (len > c.wire && d->waits)
            return want_more(c, len - c.wire, 0);
        if (c.cap >= header && len < header)
            return malformed(d);
        struct cursor one = c;
        if (len >= header && len <= c.wire)
            cursor_limit(&one, len);
        else
            one.fragment = true;
        size_emit(d, one);
        message(d, one);
        cursor_skip(&c, one.wire);
        if (d->stop != STOP_NONE && (c.cap != 0 || c.wire == 0))
            failure_show_at(d, whole);
        enter(d, d->running, variant);
        d->depth = depth;
    }
    return done();
}

/* Verdicts change places instead of being copied: this is where a packet spends its time. */
static void run_layers(struct dissect *d, struct verdict first)
{
    struct verdict other, *led = &first, *next = &other;
    uint8_t depth = d->depth;
    while (led->kind != VERDICT_DONE && d->stop == STOP_NONE) {
        int variant;
        uint32_t p = resolve(d, led, &variant);
        if (!d->wanted->useful[p] || d->n_layers == MAX_LAYERS)
            break;
        if (led->rest.wire == 0 && registry_protocols[p] == &proto_data)
            break;
        d->layers[d->n_layers++] = (struct layer){ .protocol = (uint16_t)p, .node = NO_NODE };
        enter(d, p, variant);
        d->depth = led->at_top ? 0 : depth;
        if (silent(d) && registry_protocols[p]->pass != NULL && registry_protocols[p]->pass(d, led))
            continue;
        *next = registry_protocols[p]->run(d, led->rest);
        d->refused = next->kind == VERDICT_NOT_MINE;
        if (next->kind == VERDICT_MORE)
            wait_for_more(d, next);
        if (next->kind == VERDICT_NOT_MINE && d->stop == STOP_NONE) {
            d->n_layers--;
            *next = next_choice(d, *led);
        }
        struct verdict *done_with = led;
        led = next;
        next = done_with;
    }
    d->depth = depth;
}

/* Runs what was put off since `first`, newest first, as each left it. */
static void run_epilogues(struct dissect *d, uint16_t first)
{
    while (d->n_epilogues > first) {
        uint16_t i = --d->n_epilogues;
        if (d->stop != STOP_NONE)
            failure_show(d);
        if (d->epilogues[i].behind && d->link_used >= d->epilogues[i].c.cap) {
            d->link_used = d->epilogues[i].outer_used;
            continue;
        }
        uint16_t protocol = d->protocol, running = d->running;
        enter(d, d->epilogues[i].protocol, 0);
        d->depth = d->epilogues[i].depth;
        d->late_parent = d->epilogues[i].parent;
        if (d->late_parent == NO_NODE || d->tree.nodes != NULL)
            d->epilogues[i].run(d, d->epilogues[i].c, d->epilogues[i].parent);
        d->late_parent = NO_NODE;
        d->link_used = d->epilogues[i].outer_used;
        enter(d, protocol, d->variant);
        d->running = running;
    }
}

struct verdict hand_on_text(const struct dissect *d, uint8_t table, const uint8_t *text, uint32_t len,
                            struct cursor rest)
{
    int variant;
    uint32_t p = engine_lookup_text(d->engine, table, text, len, &variant);
    return p != NO_PROTOCOL ? hand_to(registry_protocols[p], variant, rest) : done();
}

struct verdict hand_on_probed(struct dissect *d, uint8_t table, struct cursor rest)
{
    uint32_t p = d->stop == STOP_NONE && rest.cap != 0 ? probe_all(d, table, rest) : NO_PROTOCOL;
    return p != NO_PROTOCOL ? hand_to(registry_protocols[p], 0, rest) : done();
}

bool claimed(const struct dissect *d, uint8_t table, uint32_t key)
{
    int variant;
    return engine_lookup(d->engine, table, key, &variant) != NO_PROTOCOL;
}

/* Bytes of a packet; of a stream; of a stream that ends with them. */
enum nesting { NESTED_PACKET, NESTED_STREAM, NESTED_LAST };

static void run_nested(struct dissect *d, struct verdict v, enum nesting how)
{
    if (d->nested >= MAX_NESTED || d->stop != STOP_NONE)
        return;
    uint32_t link_used = d->link_used, key = d->key;
    uint8_t depth = d->depth;
    struct carrier carrier = d->carrier;
    bool waits = d->waits;
    uint16_t protocol = d->protocol, running = d->running, first = d->n_epilogues;
    int variant = d->variant;
    d->nested++;
    d->waits = how == NESTED_STREAM;
    if (how == NESTED_PACKET)
        d->carrier = (struct carrier){ 0 };
    d->refused = false;
    run_layers(d, v);
    run_epilogues(d, first);
    d->nested--;
    d->link_used = link_used;
    d->key = key;
    d->waits = waits;
    d->carrier = carrier;
    enter(d, protocol, variant);
    d->running = running;
    d->depth = depth;
}

/* A packet that is told of, as in an ICMP error: it leaves no trace in the columns. */
static void run_quoted(struct dissect *d, struct verdict v)
{
    if (d->nested >= MAX_NESTED || d->stop != STOP_NONE)
        return;
    struct address saved[6] = { d->src, d->dst, d->link_src, d->link_dst, d->net_src, d->net_dst };
    uint32_t ports[2] = { d->src_port, d->dst_port }, hops = d->hops;
    uint8_t port_kind = d->port_kind, ip_proto = d->ip_proto;
    bool columns = d->columns, in_error = d->in_error, fragmented = d->fragmented, later_fragment = d->later_fragment;
    const char *column = d->protocol_column;
    uint16_t layers = d->n_layers;
    d->columns = false;
    d->in_error = true;
    run_nested(d, v, NESTED_PACKET);
    if (d->stop != STOP_NONE && d->n_layers > layers && !d->layers[d->n_layers - 1].shown)
        d->n_layers--;
    d->stop = STOP_NONE;  /* a quotation may end anywhere; who found nothing is no layer */
    d->columns = columns;
    d->in_error = in_error;
    d->protocol_column = column;
    d->src = saved[0], d->dst = saved[1], d->link_src = saved[2], d->link_dst = saved[3];
    d->net_src = saved[4], d->net_dst = saved[5];
    d->src_port = ports[0], d->dst_port = ports[1];
    d->port_kind = port_kind;
    d->ip_proto = ip_proto;
    d->fragmented = fragmented;
    d->later_fragment = later_fragment;
    d->hops = hops;
}

void nested(struct dissect *d, struct verdict v, bool keep_columns)
{
    if (keep_columns)
        run_quoted(d, v);
    else
        run_nested(d, v, NESTED_PACKET);
}

void nested_stream(struct dissect *d, struct verdict v, bool last)
{
    run_nested(d, v, last ? NESTED_LAST : NESTED_STREAM);
}

bool trailer_claimed(struct dissect *d, uint8_t table, struct cursor c)
{
    uint32_t p = d->stop == STOP_NONE ? probe_all(d, table, c) : NO_PROTOCOL, late = d->late_parent;
    if (p == NO_PROTOCOL)
        return false;
    d->late_parent = NO_NODE;
    d->depth = 0;
    nested(d, hand_to(registry_protocols[p], 0, c), false);
    d->late_parent = late;
    return true;
}

static void frame_source(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes)
{
    d->frame = frame;
    d->sources[0] = (struct source){ bytes, frame->cap_len, frame->wire_len, "Frame" };
    d->n_sources = 1;
}

static void start(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes)
{
    d->tree.count = d->tree.late = 0;
    arena_reset(&d->arena);
    d->annotations = NULL;
    d->depth = 0;
    d->stop = STOP_NONE;
    d->src = d->dst = d->link_src = d->link_dst = d->net_src = d->net_dst = (struct address){ 0 };
    d->src_port = d->dst_port = d->link_used = d->key = d->hops = d->ip_id = d->effort = 0;
    d->port_kind = d->ip_proto = 0;
    d->in_error = d->fragmented = d->waits = d->ends = d->wants_more = false;
    d->media = NULL;
    d->mark = 0;
    d->vlan = 0;
    d->columns = d->wanted->columns;
    d->protocol_column = "";
    d->n_info = d->info_fence = 0;
    frame_source(d, frame, bytes);
    d->n_layers = d->n_epilogues = 0;
    d->here.flow = NULL;
    d->nested = 0;
    d->late_parent = NO_NODE;
    d->carrier = (struct carrier){ 0 };
    d->coloring = d->coloring_filter = d->wanted->coloring ? "" : NULL;
}

void dissect_bytes(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes,
                   const struct protocol *first)
{
    start(d, frame, bytes);
    uint32_t wire = frame->wire_len > frame->cap_len ? frame->wire_len : frame->cap_len;
    struct cursor c = { .p = bytes, .cap = frame->cap_len, .contained = wire, .wire = wire };
    run_layers(d, hand_to(first, 0, c));
    if (d->stop != STOP_NONE)
        failure_show(d);
    run_epilogues(d, 0);
    if (d->stop != STOP_NONE)
        failure_show(d);
    if (d->tree.late != 0)
        tree_settle(&d->tree);
}

bool dissect_walk(struct dissect *d, struct glance_walk *walk)
{
    d->tree.count = d->tree.late = 0;  /* as start, but for what only a whole dissection tells */
    d->annotations = NULL;
    d->columns = false;
    d->stop = STOP_NONE;
    d->n_info = d->n_layers = 0;
    d->here.flow = NULL;
    frame_source(d, walk->frame, walk->at[0].p);
    return glance_frame(d, walk);
}

bool dissect_glance(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes)
{
    struct glance_walk walk;
    if (d->wanted->glance == NULL)
        return false;
    glance_begin(&walk, d->engine, frame, bytes);
    return dissect_walk(d, &walk);
}

void dissect_frame(struct dissect *d, const struct frame_info *frame, const uint8_t *bytes)
{
    if (!dissect_glance(d, frame, bytes))
        dissect_bytes(d, frame, bytes, &proto_frame);
}

void sb_layers(struct strbuf *sb, const struct dissect *d)
{
    for (uint32_t i = 0, n = 0; i < d->n_layers; i++) {
        const struct protocol *p = registry_protocols[d->layers[i].protocol];
        if (p == &proto_frame)
            continue;
        if (n++ != 0)
            sb_char(sb, ':');
        sb_str(sb, p->name);
    }
}
