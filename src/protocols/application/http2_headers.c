/* http2_headers.c - HPACK, RFC 7541: header blocks are decompressed in the first pass, in order, because each refers to
   the ones before it; what they say is kept for later passes.  The decoder is libnghttp2's; its memory is the flow
   state's, so that it is counted and bounded as all else. */
#include "protocols/application/http2_rows.h"

#include "protocols/application/http_message.h"

#include <nghttp2/nghttp2.h>
#include <string.h>

enum {
    TABLE_MAX = 256 * 1024,             /* of the dynamic table, whatever the sides agree on */
    BLOCK_MAX = 256 * 1024, LINES_MAX = 200,  /* what is shown of one frame's part of a block */
    KEPT_MAX = 4 * 1024 * 1024, KEPT_PER_BYTE = 16,  /* kept for a conversation: at least, and by what it sent */
    HEAP_LEAST = 32, HEAP_SIZES = 14,   /* of blocks for the decoder: 32 bytes to 256 KiB */
    FACT_LISTS = 32
};

/* --- the decoder's memory --------------------------------------------------------------------------------- */

/* Blocks by powers of two; those given back are used again. */
struct heap_block {
    struct heap_block *next;
    size_t size_class;
};
struct heap {
    struct dissect *d;  /* of the frame at hand */
    struct heap_block *spare[HEAP_SIZES];
};

static void *heap_take(size_t size, void *user)
{
    struct heap *heap = user;
    size_t k = 0;
    while (k < HEAP_SIZES && ((size_t)HEAP_LEAST << k) < size)
        k++;
    if (k == HEAP_SIZES)
        return NULL;
    struct heap_block *b = heap->spare[k];
    if (b != NULL)
        heap->spare[k] = b->next;
    else
        b = flow_take(heap->d, sizeof *b + ((size_t)HEAP_LEAST << k));
    if (b == NULL)
        return NULL;
    b->size_class = k;
    return b + 1;
}

static void heap_give(void *memory, void *user)
{
    struct heap *heap = user;
    if (memory == NULL)
        return;
    struct heap_block *b = (struct heap_block *)memory - 1;
    b->next = heap->spare[b->size_class];
    heap->spare[b->size_class] = b;
}

static void *heap_take_cleared(size_t n, size_t size, void *user)
{
    void *memory = n == 0 || size <= SIZE_MAX / n ? heap_take(n * size, user) : NULL;
    return memory != NULL ? memset(memory, 0, n * size) : NULL;
}

static void *heap_resize(void *memory, size_t size, void *user)
{
    void *larger = heap_take(size, user);
    if (larger == NULL || memory == NULL)
        return larger;
    size_t before = (size_t)HEAP_LEAST << ((struct heap_block *)memory - 1)->size_class;
    memcpy(larger, memory, before < size ? before : size);
    heap_give(memory, user);
    return larger;
}

/* --- what is remembered ----------------------------------------------------------------------------------- */

/* The header blocks of one direction. */
struct http2_way {
    nghttp2_hd_inflater *inflater;
    bool broken;      /* an error, or bytes that were not captured: nothing can be decompressed any more */
    bool open;        /* the frame's end cut a representation, which begins with `lead` and `number` */
    uint8_t lead;
    uint32_t number;
};
struct http2_talk {
    struct http2_way ways[2];
    struct heap heap;
    nghttp2_mem memory;  /* the decoders refer to it */
    uint64_t sent, kept;
};

/* What is kept about the HTTP/2 frames of a packet. */
struct facts {
    struct http2_fact *lists[FACT_LISTS];
};

void http2_remember(struct dissect *d, struct http2_frame *f)
{
    struct flow *flow = flow_here(d);
    f->talk = flow_memory(d, flow, 0, sizeof *f->talk);
    struct facts *facts = f->talk != NULL ? fact_here(d, 0, sizeof *facts) : NULL;
    if (facts == NULL)
        return;
    f->direction = flow_direction(flow, d);
    struct http2_fact **list = &facts->lists[(f->c.offset ^ f->c.source) % FACT_LISTS];
    for (struct http2_fact *fact = *list; fact != NULL; fact = fact->next)
        if (fact->off == f->c.offset && fact->source == f->c.source) {
            f->block = fact->block;
            f->body = fact->body;
            f->tunneled = fact->tunneled;
            return;
        }
    if (!d->first_pass)
        return;
    f->talk->sent += f->c.cap;
    bool kept = facts_are_kept(d);
    f->fact = kept ? flow_take(d, sizeof *f->fact) : packet_zero(d, sizeof *f->fact);
    if (f->fact == NULL)
        return;
    f->fact->off = f->c.offset;
    f->fact->source = f->c.source;
    f->fact->next = *list;
    *list = f->fact;
}

void *http2_keep(struct dissect *d, struct http2_frame *f, uint32_t size)
{
    struct http2_talk *talk = f->talk;
    if (talk->kept + size > KEPT_MAX + talk->sent * KEPT_PER_BYTE)
        return NULL;
    talk->kept += size;
    return flow_take(d, size);
}

/* --- decompressing ---------------------------------------------------------------------------------------- */

/* A block while it is decompressed, in the packet's arena. */
struct building {
    struct dissect *d;
    struct http2_header *headers;
    uint8_t *bytes;
    uint32_t count, headers_room, len, room;
    uint32_t stopped_at;
    bool too_many, stopped;
};

/* Room for `more` items behind `used` ones; without memory NULL, and nothing more is taken in. */
static void *grown(struct building *b, void *list, uint32_t used, uint32_t *room, uint32_t more, size_t size)
{
    if (used + more <= *room)
        return list;
    uint32_t larger = *room != 0 ? *room * 2 : 16;
    while (larger < used + more)
        larger *= 2;
    void *new = arena_take(&b->d->arena, larger * size);
    if (new == NULL) {
        b->stopped = true;
        return NULL;
    }
    if (used != 0)
        memcpy(new, list, used * size);
    *room = larger;
    return new;
}

static struct http2_header *header_new(struct building *b)
{
    if (b->count == LINES_MAX)
        b->too_many = b->stopped = true;
    struct http2_header *headers = b->stopped ? NULL
                                              : grown(b, b->headers, b->count, &b->headers_room, 1, sizeof *headers);
    if (headers == NULL)
        return NULL;
    b->headers = headers;
    return &headers[b->count++];
}

static uint8_t *put_text(uint8_t *to, const uint8_t *from, uint32_t len)
{
    to[0] = (uint8_t)(len >> 24), to[1] = (uint8_t)(len >> 16), to[2] = (uint8_t)(len >> 8), to[3] = (uint8_t)len;
    if (len != 0)
        memcpy(to + 4, from, len);
    return to + 4 + len;
}

static void header_add(struct building *b, const nghttp2_nv *nv, struct http2_header h)
{
    uint64_t size = 8 + (uint64_t)nv->namelen + nv->valuelen;
    if (!b->stopped && b->len + size > BLOCK_MAX) {
        b->stopped_at = (uint32_t)(b->len + size);
        b->stopped = true;
    }
    uint8_t *bytes = b->stopped ? NULL : grown(b, b->bytes, b->len, &b->room, (uint32_t)size, 1);
    struct http2_header *new = bytes != NULL ? header_new(b) : NULL;
    if (bytes != NULL)
        b->bytes = bytes;
    if (new == NULL)
        return;
    h.off = b->len;
    h.name = (uint32_t)nv->namelen;
    h.value = (uint32_t)nv->valuelen;
    put_text(put_text(b->bytes + b->len, nv->name, h.name), nv->value, h.value);
    b->len += (uint32_t)size;
    *new = h;
}

/* An integer with a prefix of so many bits (RFC 7541 section 5.1); what is cut counts as far as it goes. */
static uint32_t prefixed(struct cursor c, uint32_t *at, unsigned bits)
{
    uint64_t max = (1u << bits) - 1, v = *at < c.cap ? c.p[*at] & max : 0;
    bool goes_on = v == max;
    ++*at;
    for (unsigned shift = 0; goes_on && *at < c.cap && shift < 28; shift += 7) {
        v += (uint64_t)(c.p[*at] & 0x7f) << shift;
        goes_on = (c.p[(*at)++] & 0x80) != 0;
    }
    return (uint32_t)v;
}

/* The decoder tells a header and how many bytes it took for it; before them may stand changes of the table's size.
   Returns the representation of the header: where it begins, its first byte, its index. */
static struct http2_header representation(struct building *b, struct http2_way *way, struct cursor c, uint32_t at)
{
    enum { SIZE_UPDATE = 0x20, SIZE_MASK = 0xe0 };
    struct http2_header h = { .at = at, .lead = way->lead, .number = way->number };
    if (way->open)
        return h;
    while (at < c.cap && (c.p[at] & SIZE_MASK) == SIZE_UPDATE) {
        struct http2_header update = { .at = at, .lead = c.p[at], .resizes = true };
        update.number = prefixed(c, &at, 5);
        update.size = (at < c.cap ? at : c.cap) - update.at;
        struct http2_header *new = header_new(b);
        if (new != NULL)
            *new = update;
    }
    h = (struct http2_header){ .at = at, .lead = at < c.cap ? c.p[at] : 0 };
    h.number = prefixed(c, &at, (h.lead & 0x80) != 0 ? 7 : (h.lead & 0x40) != 0 ? 6 : 4);
    return h;
}

/* False when the block contradicts itself or the table. */
static bool inflate(struct http2_way *way, struct building *b, struct cursor c, bool last)
{
    for (uint32_t at = 0;;) {
        nghttp2_nv nv;
        int flags = 0;
        struct http2_header h = representation(b, way, c, at);
        ssize_t n = nghttp2_hd_inflate_hd2(way->inflater, &nv, &flags, c.p + at, c.cap - at, last);
        if (n < 0)
            return false;
        at += (uint32_t)n;
        h.size = at > h.at ? at - h.at : 0;
        bool emits = (flags & NGHTTP2_HD_INFLATE_EMIT) != 0;
        if (emits)
            header_add(b, &nv, h);
        if ((flags & NGHTTP2_HD_INFLATE_FINAL) != 0)
            return nghttp2_hd_inflate_end_headers(way->inflater) == 0;
        way->open = !emits && (way->open || h.at < c.cap);
        way->lead = h.lead;
        way->number = h.number;
        if (!emits)
            return at >= c.cap;
    }
}

static bool way_open(struct dissect *d, struct http2_talk *talk, struct http2_way *way)
{
    talk->heap.d = d;
    talk->memory = (nghttp2_mem){ &talk->heap, heap_take, heap_give, heap_take_cleared, heap_resize };
    if (way->inflater == NULL && !way->broken &&
        (nghttp2_hd_inflate_new2(&way->inflater, &talk->memory) != 0 ||
         nghttp2_hd_inflate_change_table_size(way->inflater, TABLE_MAX) != 0))
        way->broken = true;
    return !way->broken;
}

/* What was built, to stay as long as the fact about the frame does. */
static const struct http2_block *block_keep(struct http2_frame *f, const struct building *b)
{
    struct dissect *d = b->d;
    bool lasting = d->first_pass && facts_are_kept(d);
    struct http2_block *block = packet_zero(d, sizeof *block);
    if (block == NULL)
        return NULL;
    *block = (struct http2_block){ b->headers, b->bytes, b->count, b->len, b->stopped_at, b->too_many };
    if (!lasting)
        return block;
    uint32_t list = b->count * (uint32_t)sizeof *b->headers, size = (uint32_t)sizeof *block + list + b->len;
    uint8_t *kept = http2_keep(d, f, size);
    if (kept == NULL)
        return NULL;
    memcpy(kept + sizeof *block, b->headers, list);
    if (b->len != 0)
        memcpy(kept + sizeof *block + list, b->bytes, b->len);
    block->headers = (const void *)(kept + sizeof *block);
    block->bytes = kept + sizeof *block + list;
    return memcpy(kept, block, sizeof *block);
}

void http2_block_read(struct dissect *d, struct http2_frame *f, struct cursor part)
{
    if (f->fact == NULL)
        return;
    struct http2_way *way = &f->talk->ways[f->direction];
    struct building b = { .d = d };
    if (!way_open(d, f->talk, way))
        return;
    if (part.cap < part.wire || d->stop != STOP_NONE || !inflate(way, &b, part, (f->flags & H2_END_HEADERS) != 0))
        way->broken = true;
    if (b.count != 0)
        f->block = f->fact->block = block_keep(f, &b);
}

/* --- what a block says ------------------------------------------------------------------------------------ */

bool http2_text_is(struct http2_text t, const char *s)
{
    return t.bytes != NULL && strlen(s) == t.len && memcmp(t.bytes, s, t.len) == 0;
}

struct http2_text http2_name_of(const struct http2_block *b, const struct http2_header *h)
{
    if (h->resizes)
        return (struct http2_text){ NULL, 0 };
    return (struct http2_text){ b->bytes + h->off + 4, h->name };
}

struct http2_text http2_value_of(const struct http2_block *b, const struct http2_header *h)
{
    if (h->resizes)
        return (struct http2_text){ NULL, 0 };
    return (struct http2_text){ b->bytes + h->off + 8 + h->name, h->value };
}

struct http2_text http2_value(const struct http2_block *b, const char *name)
{
    for (uint32_t i = b != NULL ? b->count : 0; i > 0; i--)
        if (http2_text_is(http2_name_of(b, &b->headers[i - 1]), name))
            return http2_value_of(b, &b->headers[i - 1]);
    return (struct http2_text){ NULL, 0 };
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static int hex_digit(uint8_t c)
{
    uint8_t letter = c | 0x20;
    return c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* With the bytes that "%20" and the like stand for (RFC 3986 section 2.1); false when a "%" is none of these or stands
   for a NUL. */
static bool unescape(struct dissect *d, struct http2_text t, struct http2_text *out)
{
    uint8_t *plain = t.len != 0 && memchr(t.bytes, '%', t.len) != NULL ? packet_zero(d, t.len) : NULL;
    uint32_t n = 0;
    *out = t;
    if (plain == NULL)
        return true;
    for (uint32_t i = 0; i < t.len; i++) {
        if (t.bytes[i] != '%') {
            plain[n++] = t.bytes[i];
            continue;
        }
        int high = i + 2 < t.len ? hex_digit(t.bytes[i + 1]) : -1, low = high >= 0 ? hex_digit(t.bytes[i + 2]) : -1;
        if (low < 0 || (high | low) == 0)
            return false;
        plain[n++] = (uint8_t)(high << 4 | low);
        i += 2;
    }
    *out = (struct http2_text){ plain, n };
    return true;
}

/* The row that a header of that name has for itself; its label is the name. */
static void known_emit(struct dissect *d, struct cursor in, const struct http2_header *h, struct http2_text name,
                       struct http2_text value)
{
    unsigned row = HTTP2_H_AUTHORITY;
    while (row <= HTTP2_H_LAST && !http2_text_is(name, http2_fields[row].label))
        row++;
    if (row > HTTP2_H_LAST)
        return;
    uint32_t off = h->off + 8 + h->name;
    if (http2_fields[row].type == FT_STRING) {
        emit_held(d, in, row, off, value.len, value.bytes, value.len);
        return;
    }
    uint64_t max = http2_fields[row].type == FT_UINT16 ? UINT16_MAX : UINT64_MAX, number;
    bool digits = value.len != 0;
    for (uint32_t i = 0; i < value.len; i++)
        digits = digits && value.bytes[i] >= '0' && value.bytes[i] <= '9';
    if (digits && http_number_of(value.bytes, (struct http_part){ 0, value.len }, &number) && number <= max)
        emit_value(d, in, row, off, value.len, number);
}

static void header_emit(struct dissect *d, struct cursor part, struct cursor in, const struct http2_block *b,
                        const struct http2_header *h)
{
    struct http2_text name = http2_name_of(b, h), value = http2_value_of(b, h);
    struct http2_shown *shown = packet_zero(d, sizeof *shown);
    if (shown == NULL)
        return;
    *shown = (struct http2_shown){ b, h };
    emit_arg(d, part, HTTP2_HEADER, h->at, h->size, shown);
    down(d);
    emit_value(d, in, HTTP2_NAME_LENGTH, h->off, 4, h->name);
    emit_held(d, in, HTTP2_NAME, h->off + 4, h->name, name.bytes, name.len);
    emit_value(d, in, HTTP2_VALUE_LENGTH, h->off + 4 + h->name, 4, h->value);
    uint32_t off = h->off + 8 + h->name;
    emit_held(d, in, HTTP2_VALUE, off, h->value, value.bytes, value.len);
    known_emit(d, in, h, name, value);
    struct http2_text plain;
    if (wants(d, HTTP2_UNESCAPED) && unescape(d, value, &plain))
        emit_held(d, in, HTTP2_UNESCAPED, off, h->value, plain.bytes, plain.len);
    emit_arg(d, part, HTTP2_REPRESENTATION, h->at, h->size != 0, shown);
    if (h->number != 0)
        emit_value(d, part, HTTP2_INDEX, h->at, h->size != 0, h->number);
    up(d);
}

/* RFC 9113 section 8.3.1: what the request's pseudo-headers say together; of CONNECT (section 8.5) the authority. */
static void uri_emit(struct dissect *d, struct http2_frame *f)
{
    const struct http2_block *b = f->block;
    bool whole = http2_value(b, ":scheme").bytes != NULL && http2_value(b, ":path").bytes != NULL;
    if (http2_value(b, ":authority").bytes != NULL && (whole || http2_text_is(http2_value(b, ":method"), "CONNECT")))
        emit_arg(d, f->c, HTTP2_FULL_URI, 0, 0, b);
}

void http2_block_emit(struct dissect *d, struct http2_frame *f, struct cursor part)
{
    const struct http2_block *b = f->block;
    if (b == NULL || !d->emitting)
        return;
    struct cursor in = nowhere();
    if (b->len != 0 && d->n_sources < MAX_SOURCES)
        in = new_source(d, b->bytes, b->len, "Decompressed Header");
    uint32_t node = emit_value(d, f->c, HTTP2_HEADER_LENGTH, 0, 1, b->len);
    if (b->stopped_at != 0)
        note_on(d, node, HTTP2_NOTE_SIZE, b);
    node = emit_value(d, f->c, HTTP2_HEADER_COUNT, 0, 1, b->count);
    if (b->too_many)
        note_on(d, node, HTTP2_NOTE_LINES, NULL);
    for (uint32_t i = 0; i < b->count && d->stop == STOP_NONE; i++) {
        const struct http2_header *h = &b->headers[i];
        if (!h->resizes) {
            header_emit(d, part, in, b, h);
            continue;
        }
        emit_value(d, part, HTTP2_SIZE_UPDATE, h->at, h->size, 0);
        down(d);
        emit_value(d, part, HTTP2_TABLE_SIZE, h->at, h->size, h->number);
        up(d);
    }
    uri_emit(d, f);
}
