/* follow.c - the bytes of one conversation, gathered while the session's packets go by. */
#include "thresher/follow.h"

#include "analysis/order.h"
#include "base/base.h"
#include "base/list.h"
#include "dissect/label.h"
#include "dissect/registry.h"
#include "session/session.h"

#include <stdlib.h>

enum { COPIES_MAX = 256 * 1024 * 1024, FIELDS = 12 };

struct end {
    uint8_t kind, len;
    uint8_t bytes[16];
    uint32_t port;
};

/* A transport protocol's header in a packet, with what stands above it: nodes [at, end) of the tree. */
struct transport_layer {
    const struct node *header;
    struct end ends[2];           /* source, destination */
    struct end nearest[2];        /* addresses of the IP header that was met last */
    bool numbered;
    uint32_t stream, at, end;
};

struct thr_follow {
    const struct thr_session *session;
    const struct followed *protocol;
    uint32_t fields[FIELDS];      /* global numbers of the protocol's */
    unsigned n_fields;
    struct thr_conversation which;
    struct strbuf filter_text, host;
    struct end ends[2];
    struct order order[2];        /* of a stream's bytes, by the end that sent them */
    struct chunk *chunks;
    size_t count, room;
    struct strbuf copies;         /* of bytes that do not stand in the file, or whose file is a pipe; COPIES_MAX of them */
    enum thr_failure incomplete;
    const struct thr_packet *packet;  /* that is looked at */
    struct frame_reader *reader;
    struct capture_frame frame;
};

/* How a protocol is followed: by the layer of a transport protocol that it stands in or above. */
struct followed {
    const char *name, *stream;    /* the field that numbers its conversations */
    const char *ports[2];         /* fields of the source and destination port */
    const char *fields[FIELDS];   /* what is looked at: see enum looked_at */
    void (*layer)(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l);
};

/* Rows of `fields` that all protocols have; their own follow. */
enum looked_at { IP_SRC, IP_DST, IPV6_SRC, IPV6_DST, TRANSPORT, SRC_PORT, DST_PORT, STREAM, OWN };

/* --- gathering ---------------------------------------------------------------------------------- */

static void fail(struct thr_follow *f) { f->incomplete = THR_FAILED_MEMORY; }

static bool give(void *context, const struct chunk *c)
{
    struct thr_follow *f = context;
    if (f->count == f->room) {
        struct chunk *more = list_grow(f->chunks, &f->room, 64, sizeof *more);
        if (more == NULL)
            return false;
        f->chunks = more;
    }
    f->chunks[f->count++] = *c;
    return true;
}

/* Where a copy of the bytes stands; false past the bound. */
static bool copy(struct thr_follow *f, const uint8_t *bytes, uint32_t len, uint64_t *at)
{
    *at = f->copies.len;
    sb_mem(&f->copies, len != 0 ? bytes : (const uint8_t *)"", len);
    return f->copies.len == *at + len;
}

/* A chunk of these bytes of the packet: where they stand in the file if they do, else of a copy. */
static struct chunk chunk_of(struct thr_follow *f, const uint8_t *bytes, uint32_t len, unsigned from)
{
    const struct thr_packet *p = f->packet;
    const struct capture_frame *frame = &p->from_file;
    struct chunk c = {
        .time = p->frame.time,
        .packet = p->frame.renumbered != 0 ? p->frame.renumbered : p->frame.number,
        .len = len,
        .from = (uint8_t)from,
    };
    uintptr_t start = (uintptr_t)frame->bytes, at = (uintptr_t)bytes;
    if (capture_can_seek(session_capture(f->session)) && at >= start && at - start <= frame->cap_len &&
        len <= frame->cap_len - (at - start)) {
        c.at = frame->place.offset;
        c.interface = frame->place.interface;
        c.off = (uint32_t)(at - start);
    } else {
        c.copied = true;
        if (!copy(f, bytes, len, &c.at)) {
            fail(f);
            c.len = 0;
        }
    }
    return c;
}

static bool is_end(const struct end *e, const struct end *other)
{
    return e->port == other->port && e->kind == other->kind && memcmp(e->bytes, other->bytes, sizeof e->bytes) == 0;
}

/* The end that sent the layer.  The first makes them known. */
static unsigned sender(struct thr_follow *f, const struct transport_layer *l)
{
    if (f->ends[0].kind == ADDR_NONE) {
        f->ends[0] = l->ends[0];
        f->ends[1] = l->ends[1];
    }
    return is_end(&f->ends[0], &l->ends[0]) ? 0 : 1;
}

/* --- protocols ---------------------------------------------------------------------------------- */

enum { TCP_SEQ = OWN, TCP_ACK, TCP_FLAGS, TCP_LEN };
enum { TCP_SYN = 2 };

struct segment {
    uint32_t seq, ack, flags, stated;
};

static struct segment segment_of(const struct thr_follow *f, const struct dissect *d, const struct transport_layer *l)
{
    struct segment s = { 0 };
    for (uint32_t i = l->at; i < l->end && d->tree.nodes[i].depth != 0; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (n->field == f->fields[TCP_SEQ])
            s.seq = (uint32_t)n->v.u;
        else if (n->field == f->fields[TCP_ACK])
            s.ack = (uint32_t)n->v.u;
        else if (n->field == f->fields[TCP_FLAGS])
            s.flags = (uint32_t)n->v.u;
        else if (n->field == f->fields[TCP_LEN])
            s.stated = (uint32_t)n->v.u;
    }
    return s;
}

static void take_tcp(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l)
{
    struct segment s = segment_of(f, d, l);
    const struct source *bytes = &d->sources[l->header->source];
    uint32_t at = l->header->off + l->header->len, captured = at < bytes->cap ? bytes->cap - at : 0;
    unsigned from = sender(f, l);
    struct chunk c = chunk_of(f, bytes->bytes + at, captured < s.stated ? captured : s.stated, from), gap = c;
    gap.time = (struct nstime){ 0 };
    gap.len = 0;
    gap.from = (uint8_t)!from;
    if (!order_acknowledged(&f->order[!from], s.ack, &gap, give, f) ||
        !order_segment(&f->order[from], s.seq, s.stated, (s.flags & TCP_SYN) != 0, &c, give, f))
        fail(f);
}

static void take_bytes(struct thr_follow *f, const struct transport_layer *l, const uint8_t *bytes, uint32_t len)
{
    struct chunk c = chunk_of(f, bytes, len, sender(f, l));
    if (!give(f, &c))
        fail(f);
}

enum { UDP_PAYLOAD = OWN };

static void take_udp(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l)
{
    for (uint32_t i = l->at; i < l->end && d->tree.nodes[i].depth != 0; i++)
        if (d->tree.nodes[i].field == f->fields[UDP_PAYLOAD]) {
            uint32_t len;
            const uint8_t *bytes = node_value(d, &d->tree.nodes[i], &len);
            take_bytes(f, l, bytes, len);
        }
}

enum { HTTP = OWN, HTTP_FILE_DATA, HTTP_REQUEST, HTTP_RESPONSE };

/* A message: its head, which is what the protocol's own node stands for, and its body.  What continues one has a body
   alone if it is text, and nothing if it is not. */
static void take_message(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l, uint32_t at,
                         uint32_t end)
{
    const struct node *http = &d->tree.nodes[at];
    const struct node *body = NULL;
    bool head = false;
    for (uint32_t i = at + 1; i < end; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (n->field == f->fields[HTTP_FILE_DATA])
            body = n;
        head |= n->field == f->fields[HTTP_REQUEST] || n->field == f->fields[HTTP_RESPONSE];
    }
    if ((!head && body == NULL) || http->source >= d->n_sources || http->off > d->sources[http->source].cap)
        return;
    take_bytes(f, l, d->sources[http->source].bytes + http->off, head ? http->len : 0);
    if (body != NULL) {
        uint32_t len;
        const uint8_t *bytes = node_value(d, body, &len);
        take_bytes(f, l, bytes, len);
    }
}

static void take_http(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l)
{
    for (uint32_t i = l->at, end; i < l->end; i = end) {
        end = i + 1;
        if (d->tree.nodes[i].field != f->fields[HTTP])
            continue;
        while (end < l->end && d->tree.nodes[end].field != f->fields[HTTP])
            end++;
        take_message(f, d, l, i, end);
    }
}

/* Without keys nothing is known of what was said. */
static void take_tls(struct thr_follow *f, const struct dissect *d, const struct transport_layer *l)
{
    (void)f, (void)d, (void)l;
}

#define ADDRESSES [IP_SRC] = "ip.src", [IP_DST] = "ip.dst", [IPV6_SRC] = "ipv6.src", [IPV6_DST] = "ipv6.dst"
#define OVER(transport) \
    ADDRESSES, [TRANSPORT] = transport, [SRC_PORT] = transport ".srcport", [DST_PORT] = transport ".dstport", \
    [STREAM] = transport ".stream"

static const struct followed protocols[] = {
    { "tcp", "tcp.stream", { "tcp.srcport", "tcp.dstport" },
      { OVER("tcp"), [TCP_SEQ] = "tcp.seq", [TCP_ACK] = "tcp.ack", [TCP_FLAGS] = "tcp.flags", [TCP_LEN] = "tcp.len" },
      take_tcp },
    { "udp", "udp.stream", { "udp.srcport", "udp.dstport" }, { OVER("udp"), [UDP_PAYLOAD] = "udp.payload" }, take_udp },
    { "http", "tcp.stream", { "tcp.srcport", "tcp.dstport" },
      { OVER("tcp"), [HTTP] = "http", [HTTP_FILE_DATA] = "http.file_data", [HTTP_REQUEST] = "http.request",
        [HTTP_RESPONSE] = "http.response" }, take_http },
    { "tls", "tcp.stream", { "tcp.srcport", "tcp.dstport" }, { OVER("tcp") }, take_tls },
};

const char *thr_follow_protocol(unsigned which) { return which < ARRAY_LEN(protocols) ? protocols[which].name : NULL; }

/* --- the filter --------------------------------------------------------------------------------- */

static void sb_end(struct strbuf *sb, const struct followed *p, const struct thr_end *e, unsigned way)
{
    static const char *const words[] = { "src", "dst" };
    sb_printf(sb, "(%s.%s eq ", e->size == 4 ? "ip" : "ipv6", words[way]);
    if (e->size == 4)
        sb_ipv4(sb, e->address);
    else
        sb_ipv6(sb, e->address);
    sb_printf(sb, " and %s eq %u)", p->ports[way], e->port);
}

static void filter_write(struct strbuf *sb, const struct followed *p, const struct thr_conversation *which)
{
    if (!which->by_ends) {
        sb_printf(sb, "%s eq %u", p->stream, which->number);
        return;
    }
    for (unsigned way = 0; way < 2; way++) {
        sb_str(sb, way == 0 ? "(" : " or (");
        sb_end(sb, p, &which->ends[way], 0);
        sb_str(sb, " and ");
        sb_end(sb, p, &which->ends[!way], 1);
        sb_char(sb, ')');
    }
}

/* --- layers ------------------------------------------------------------------------------------- */

static void take_address(struct end *e, const struct dissect *d, const struct node *n, uint8_t kind)
{
    uint32_t len;
    const uint8_t *bytes = node_value(d, n, &len);
    *e = (struct end){ 0 };
    if (bytes == NULL || len > sizeof e->bytes)
        return;
    memcpy(e->bytes, bytes, len);
    e->kind = kind;
    e->len = (uint8_t)len;
}

static bool is_asked_end(const struct end *e, const struct thr_end *asked)
{
    return e->port == asked->port && e->len == asked->size && memcmp(e->bytes, asked->address, e->len) == 0;
}

static bool is_asked(const struct thr_follow *f, const struct transport_layer *l)
{
    const struct thr_end *asked = f->which.ends;
    if (!f->which.by_ends)
        return l->numbered && l->stream == f->which.number;
    return (is_asked_end(&l->ends[0], &asked[0]) && is_asked_end(&l->ends[1], &asked[1])) ||
           (is_asked_end(&l->ends[0], &asked[1]) && is_asked_end(&l->ends[1], &asked[0]));
}

static void layer_ends(struct thr_follow *f, const struct dissect *d, struct transport_layer *l, uint32_t end)
{
    l->end = end;
    if (l->header != NULL && l->header->source < d->n_sources && is_asked(f, l))
        f->protocol->layer(f, d, l);
    l->header = NULL;
}

static void layer_note(const struct thr_follow *f, const struct dissect *d, struct transport_layer *l,
                       const struct node *n)
{
    const uint32_t *fields = f->fields;
    if (n->field == fields[IP_SRC] || n->field == fields[IPV6_SRC]) {
        take_address(&l->nearest[0], d, n, n->field == fields[IP_SRC] ? ADDR_IPv4 : ADDR_IPv6);
    } else if (n->field == fields[IP_DST] || n->field == fields[IPV6_DST]) {
        take_address(&l->nearest[1], d, n, n->field == fields[IP_DST] ? ADDR_IPv4 : ADDR_IPv6);
    } else if (l->header != NULL && n->field == fields[SRC_PORT]) {
        l->ends[0].port = (uint32_t)n->v.u;
    } else if (l->header != NULL && n->field == fields[DST_PORT]) {
        l->ends[1].port = (uint32_t)n->v.u;
    } else if (l->header != NULL && n->field == fields[STREAM]) {
        l->numbered = true;
        l->stream = (uint32_t)n->v.u;
    }
}

/* Headers at the top level count; those that an error quotes stand deeper.  A tunnel has several. */
static void take(void *context, const struct thr_packet *packet)
{
    struct thr_follow *f = context;
    const struct dissect *d = &packet->d;
    struct transport_layer l = { 0 };
    f->packet = packet;
    for (uint32_t i = 0; i < d->tree.count; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (n->depth == 0 && n->field == f->fields[TRANSPORT]) {
            layer_ends(f, d, &l, i);
            l.header = n;
            l.at = i + 1;
            l.ends[0] = l.nearest[0];
            l.ends[1] = l.nearest[1];
            l.numbered = false;
        } else if (n->depth == 1) {
            layer_note(f, d, &l, n);
        }
    }
    layer_ends(f, d, &l, d->tree.count);
}

/* --- opening ------------------------------------------------------------------------------------ */

static bool find_fields(struct thr_follow *f)
{
    for (; f->n_fields < FIELDS && f->protocol->fields[f->n_fields] != NULL; f->n_fields++) {
        uint32_t count, first = registry_find(f->protocol->fields[f->n_fields], &count);
        if (count == 0)
            return false;
        f->fields[f->n_fields] = registry_by_name[first];
    }
    return true;
}

struct thr_follow *thr_follow_new(struct thr_session *session, const char *protocol,
                                  const struct thr_conversation *which, struct thr_error *error)
{
    const struct followed *p = NULL;
    for (unsigned i = 0; i < ARRAY_LEN(protocols); i++)
        if (strcmp(protocols[i].name, protocol) == 0)
            p = &protocols[i];
    if (p == NULL) {
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no protocol \"%s\" whose conversations can be followed.",
                      protocol);
        return NULL;
    }
    struct thr_follow *f = calloc(1, sizeof *f);
    struct wanted *w = NULL;
    if (f != NULL) {
        f->session = session;
        f->protocol = p;
        f->copies.max = COPIES_MAX;
        filter_write(&f->filter_text, p, which);
        f->which = *which;
    }
    if (f != NULL && find_fields(f))
        w = session_tap(session, take, f);
    if (w != NULL) {
        for (unsigned i = 0; i < f->n_fields; i++)
            wanted_field(w, f->fields[i]);
        return f;
    }
    thr_error_memory(error);
    thr_follow_free(f);
    return NULL;
}

void thr_follow_free(struct thr_follow *f)
{
    if (f == NULL)
        return;
    order_free(&f->order[0]);
    order_free(&f->order[1]);
    frame_reader_free(f->reader);
    sb_free(&f->filter_text);
    sb_free(&f->host);
    free(f->chunks);
    sb_free(&f->copies);
    free(f);
}

/* --- what was gathered -------------------------------------------------------------------------- */

const char *thr_follow_filter(const struct thr_follow *f) { return sb_text(&f->filter_text); }

struct thr_peer thr_follow_peer(struct thr_follow *f, unsigned end)
{
    const struct end *e = &f->ends[end & 1];
    sb_clear(&f->host);
    if (e->kind != ADDR_NONE)
        sb_address_plain(&f->host, (struct address){ e->kind, e->len, e->bytes });
    return (struct thr_peer){ sb_text(&f->host), e->kind == ADDR_IPv6, e->port };
}

uint64_t thr_follow_chunks(const struct thr_follow *f) { return f->count; }

enum thr_failure thr_follow_chunk(struct thr_follow *f, uint64_t which, struct thr_chunk *chunk, const uint8_t **bytes,
                                  struct thr_error *error)
{
    if (which >= f->count)
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no chunk %llu: there are %llu.",
                             (unsigned long long)which, (unsigned long long)f->count);
    const struct chunk *c = &f->chunks[which];
    *chunk = (struct thr_chunk){ c->packet, c->from, c->time.secs, (uint32_t)c->time.nsecs, c->missing, c->len };
    if (bytes == NULL)
        return THR_OK;
    *bytes = NULL;
    if (c->len == 0)
        return THR_OK;
    if (c->copied) {
        *bytes = (const uint8_t *)f->copies.text + c->at + c->off;
        return THR_OK;
    }
    if (f->reader == NULL)
        f->reader = frame_reader_new(session_capture(f->session));
    if (f->reader == NULL)
        return thr_error_memory(error);
    const struct frame_place place = { c->at, c->interface };
    struct thr_error own = { 0 };
    if (!capture_read(session_capture(f->session), &place, f->reader, &f->frame, &own)) {
        if (error != NULL)
            *error = own;
        return own.failure;
    }
    if (f->frame.cap_len < c->off + c->len)
        return thr_error_set(error, THR_FAILED_READ, 0, "The file changed while it was read.");
    *bytes = f->frame.bytes + c->off;
    return THR_OK;
}

enum thr_failure thr_follow_incomplete(const struct thr_follow *f, struct thr_error *error)
{
    if (f->incomplete == THR_OK)
        return THR_OK;
    return thr_error_set(error, f->incomplete, 0,
                         "There is not enough memory for all of the stream; what is shown is not complete.");
}
