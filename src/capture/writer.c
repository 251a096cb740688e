/* writer.c - pcap and pcapng files. */
#include "capture/writer.h"

#include "base/base.h"
#include "capture/reader.h"
#include "capture/sink.h"

#include <stdlib.h>

struct capture_writer {
    struct sink *sink;
    struct writer_options options;
    const struct capture *source;
    uint32_t next_interface, next_block;    /* of the source: not yet written */
    uint64_t number;                        /* frames written without a source */
    /* pcapng without a source: what frames of each interface need */
    struct interface *interfaces;
    uint32_t n_interfaces, room_interfaces;
    /* pcap */
    bool header_written;
    uint16_t encap;
    uint32_t snaplen;
};

static const struct writer_kind kinds[] = {
    { "pcap", "Wireshark/tcpdump/... - pcap", CAPTURE_PCAP, PCAP_STANDARD },
    { "pcapng", "Wireshark/... - pcapng", CAPTURE_PCAPNG, PCAP_STANDARD },
    { "modpcap", "Modified tcpdump - pcap", CAPTURE_PCAP, PCAP_MODIFIED },
    { "nokiapcap", "Nokia tcpdump - pcap", CAPTURE_PCAP, PCAP_NOKIA },
    { "nsecpcap", "Wireshark/tcpdump/... - nanosecond pcap", CAPTURE_PCAP, PCAP_NANO },
    { "rh6_1pcap", "RedHat 6.1 tcpdump - pcap", CAPTURE_PCAP, PCAP_RH61 },
    { "suse6_3pcap", "SuSE 6.3 tcpdump - pcap", CAPTURE_PCAP, PCAP_SUSE63 },
};

const struct writer_kind *writer_kinds(unsigned *count)
{
    *count = ARRAY_LEN(kinds);
    return kinds;
}

const struct writer_kind *writer_kind(const char *name)
{
    for (unsigned i = 0; i < ARRAY_LEN(kinds); i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

int writer_compression(const char *name)
{
    static const struct {
        const char *name;
        enum capture_compression is;
    } names[] = { { "none", COMPRESSION_NONE }, { "gzip", COMPRESSION_GZIP }, { "gz", COMPRESSION_GZIP },
                  { "zstd", COMPRESSION_ZSTD }, { "zst", COMPRESSION_ZSTD },  { "lz4", COMPRESSION_LZ4 } };
    for (unsigned i = 0; i < ARRAY_LEN(names); i++)
        if (strcmp(names[i].name, name) == 0)
            return (int)names[i].is;
    return -1;
}

static const struct writer_kind *kind_of(const struct capture_writer *w)
{
    for (unsigned i = 0; i < ARRAY_LEN(kinds); i++)
        if (kinds[i].format == w->options.format &&
            (kinds[i].format == CAPTURE_PCAPNG || kinds[i].variant == w->options.variant))
            return &kinds[i];
    return &kinds[0];
}

static void set16(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)v;
    p[1] = (uint8_t)(v >> 8);
}
static void set32(uint8_t *p, uint32_t v)
{
    set16(p, v & 0xffff);
    set16(p + 2, v >> 16);
}

static bool put_zeros(struct capture_writer *w, uint32_t n, struct thr_error *error)
{
    static const uint8_t zeros[16] = { 0 };
    return n == 0 || sink_write(w->sink, zeros, n, error);
}

/* ---- pcap ---- */

static const struct {
    uint32_t magic;
    uint8_t more; /* bytes of a record header after the first 16 */
} variants[PCAP_VARIANTS] = {
    [PCAP_STANDARD] = { 0xa1b2c3d4, 0 }, [PCAP_NANO] = { 0xa1b23c4d, 0 },    [PCAP_MODIFIED] = { 0xa1b2cd34, 8 },
    [PCAP_RH61] = { 0xa1b2c3d4, 8 },     [PCAP_SUSE63] = { 0xa1b2cd34, 12 }, [PCAP_NOKIA] = { 0xa1b2c3d4, 4 },
};

static bool pcap_header(struct capture_writer *w, uint16_t encap, struct thr_error *error)
{
    int linktype = encap_linktype(encap);
    if (encap == ENCAP_UNKNOWN || linktype < 0) {
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "The capture file being read can't be written as a \"%s\" file.",
                      kind_of(w)->name);
        return false;
    }
    uint8_t h[24] = { 0 };
    set32(h, variants[w->options.variant].magic);
    set16(h + 4, 2);
    set16(h + 6, 4);
    set32(h + 16, w->snaplen != 0 ? w->snaplen : CAPTURE_FRAME_MAX);
    set32(h + 20, (uint32_t)linktype);
    w->encap = encap;
    w->header_written = true;
    return sink_write(w->sink, h, sizeof h, error);
}

static bool pcap_refuse(struct capture_writer *w, const char *what, uint64_t number, const char *why, const char *kind,
                        struct thr_error *error)
{
    if (w->source != NULL)
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "%s %llu of file \"%.200s\" has a %s \"%s\" file.", what,
                      (unsigned long long)number, capture_name(w->source), why, kind);
    else
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "%s %llu has a %s \"%s\" file.", what, (unsigned long long)number,
                      why, kind);
    return false;
}

static bool pcap_frame_out(struct capture_writer *w, const struct capture_frame *f, uint64_t number,
                           struct thr_error *error)
{
    if (!f->is_packet)
        return pcap_refuse(w, "Record", number, "record type that can't be saved in a", kind_of(w)->name, error);
    if (!w->header_written && !pcap_header(w, f->encap, error))
        return false;
    if (f->encap != w->encap)
        return pcap_refuse(
            w, "Frame", number,
            "network type that differs from the network type of earlier packets, which isn't supported in a",
            kind_of(w)->description, error);
    uint32_t unit = w->options.variant == PCAP_NANO ? 1 : 1000;
    uint8_t h[16];
    set32(h, f->has_time ? (uint32_t)f->time.secs : 0);
    set32(h + 4, f->has_time ? (uint32_t)f->time.nsecs / unit : 0);
    set32(h + 8, f->cap_len + f->header_len);
    set32(h + 12, f->wire_len + f->header_len);
    return sink_write(w->sink, h, sizeof h, error) && put_zeros(w, variants[w->options.variant].more, error) &&
           (f->header_len == 0 || sink_write(w->sink, f->header, f->header_len, error)) &&
           sink_write(w->sink, f->bytes, f->cap_len, error);
}

/* ---- pcapng: always little-endian, one section ---- */

/* Options whose value is a number, and so turns round with the byte order. */
static bool option_is_number(uint32_t block_type, uint16_t code, uint16_t len)
{
    if (len != 2 && len != 4 && len != 8)
        return false;
    switch (block_type) {
    case BLOCK_IDB:
        return code == OPT_IF_SPEED || code == OPT_IF_TSOFFSET || code == OPT_IF_TXSPEED || code == OPT_IF_RXSPEED ||
               code == OPT_IF_TZONE;
    case BLOCK_EPB:
        return code == OPT_PKT_FLAGS || code == OPT_PKT_DROPCOUNT || code == OPT_PKT_ID || code == OPT_PKT_QUEUE;
    case BLOCK_ISB: return code >= OPT_ISB_STARTTIME && code <= OPT_ISB_USRDELIV;
    default: return false;
    }
}

static void option_value(uint8_t *to, const struct capture_option *o, uint32_t block_type)
{
    memcpy(to, o->bytes, o->len);
    if (!o->big_endian)
        return;
    bool halves = block_type == BLOCK_ISB && o->code <= OPT_ISB_ENDTIME && o->len == 8;
    if (halves) {
        set32(to, be32(o->bytes));
        set32(to + 4, be32(o->bytes + 4));
    } else if (option_is_number(block_type, o->code, o->len)) {
        for (unsigned i = 0; i < o->len; i++)
            to[i] = o->bytes[o->len - 1 - i];
    } else if (o->code >= OPT_CUSTOM_TEXT && o->len >= 4 && (o->code & 0x7fff) >= OPT_CUSTOM_TEXT) {
        set32(to, be32(o->bytes)); /* private enterprise number */
    }
}

static bool put_option(struct strbuf *sb, const struct capture_option *o, uint32_t block_type)
{
    uint32_t padded = ((uint32_t)o->len + 3) & ~UINT32_C(3);
    if (!sb_room(sb, 4 + (size_t)padded))
        return false;
    uint8_t *p = (uint8_t *)sb->text + sb->len;
    memset(p, 0, 4 + (size_t)padded);
    set16(p, o->code);
    set16(p + 2, o->len);
    option_value(p + 4, o, block_type);
    sb->len += 4 + padded;
    return true;
}

/* The options in little-endian order and an end mark; nothing when there are none. */
static void put_options(struct strbuf *sb, struct capture_options options, uint32_t block_type)
{
    struct capture_option o;
    size_t before = sb->len;
    while (capture_option_next(&options, &o))
        put_option(sb, &o, block_type);
    if (sb->len != before)
        sb_mem(sb, "\0\0\0\0", 4);
}

static void put_u32(struct strbuf *sb, uint32_t v)
{
    uint8_t b[4];
    set32(b, v);
    sb_mem(sb, b, 4);
}

/* Writes a block of this body, which it frees. */
static bool put_block(struct capture_writer *w, uint32_t type, struct strbuf *body, struct thr_error *error)
{
    uint8_t h[8];
    uint32_t pad = (uint32_t)(-body->len & 3), total = (uint32_t)body->len + pad + 12;
    set32(h, type);
    set32(h + 4, total);
    bool done = !body->cut && sink_write(w->sink, h, 8, error) &&
                sink_write(w->sink, sb_text(body), body->len, error) && put_zeros(w, pad, error) &&
                sink_write(w->sink, h + 4, 4, error);
    if (body->cut)
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to write a block of %zu bytes.",
                      body->len);
    sb_free(body);
    return done;
}

static void put_text(struct strbuf *body, uint16_t code, const char *text)
{
    put_option(body,
               &(struct capture_option){ code, (uint16_t)strnlen(text, UINT16_MAX), false, (const uint8_t *)text },
               BLOCK_SHB);
}

static bool section_out(struct capture_writer *w, struct thr_error *error)
{
    struct strbuf body = { 0 };
    struct capture_options options = { 0 };
    const struct capture_section *s = w->source != NULL ? capture_section(w->source, 0) : NULL;
    if (s != NULL)
        options = s->options;
    sb_mem(&body, "\x4d\x3c\x2b\x1a\1\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff", 16);
    put_options(&body, options, BLOCK_SHB);
    if (body.len > 16)
        sb_cut_to(&body, body.len - 4); /* the end mark comes again */
    if (!capture_option_find(options, OPT_SHB_USERAPPL, 0, &(struct capture_option){ 0 }))
        put_text(&body, OPT_SHB_USERAPPL, w->options.application != NULL ? w->options.application : "Thresher");
    for (size_t i = 0; w->options.comments != NULL && w->options.comments[i] != NULL; i++)
        put_text(&body, OPT_COMMENT, w->options.comments[i]);
    sb_mem(&body, "\0\0\0\0", 4);
    return put_block(w, BLOCK_SHB, &body, error);
}

static bool interface_out(struct capture_writer *w, const struct capture_interface *i, struct thr_error *error)
{
    if (w->n_interfaces == w->room_interfaces) {
        uint32_t room = w->room_interfaces != 0 ? 2 * w->room_interfaces : 8;
        struct interface *more = realloc(w->interfaces, room * sizeof *more);
        if (more == NULL) {
            thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory for %u interfaces.", room);
            return false;
        }
        w->interfaces = more;
        w->room_interfaces = room;
    }
    w->interfaces[w->n_interfaces].shown = *i;
    interface_settle(&w->interfaces[w->n_interfaces++]);
    struct strbuf body = { 0 };
    int linktype = encap_linktype(i->encap);
    put_u32(&body, i->encap != ENCAP_UNKNOWN && linktype >= 0 ? (uint32_t)linktype : i->linktype);
    put_u32(&body, i->snaplen);
    if (i->options.len != 0)
        put_options(&body, i->options, BLOCK_IDB);
    else if (i->tsresol != 6) {
        put_option(&body, &(struct capture_option){ OPT_IF_TSRESOL, 1, false, &i->tsresol }, BLOCK_IDB);
        sb_mem(&body, "\0\0\0\0", 4);
    }
    return put_block(w, BLOCK_IDB, &body, error);
}

/* The timestamp in the interface's units: the nearest, since powers of two lie between nanoseconds. */
static uint64_t ticks(const struct interface *i, struct nstime t)
{
    uint64_t secs = (uint64_t)t.secs - (uint64_t)i->shown.tsoffset;
    unsigned __int128 part = (unsigned __int128)(uint32_t)t.nsecs * i->units;
    if (i->shown.tsresol & 0x80)
        part += 500000000;
    return secs * i->units + (uint64_t)(part / 1000000000);
}

static bool packet_out(struct capture_writer *w, const struct capture_frame *f, uint32_t id, struct thr_error *error)
{
    const struct interface *i = &w->interfaces[id];
    uint64_t ts = f->has_time ? ticks(i, f->time) : 0;
    uint32_t cap = f->cap_len + f->header_len, pad = -cap & 3;
    struct strbuf options = { 0 };
    struct capture_option drops;
    put_options(&options, f->options, BLOCK_EPB);
    if (f->drop_count != UINT32_MAX && !capture_option_find(f->options, OPT_PKT_DROPCOUNT, 0, &drops)) {
        uint8_t value[8] = { 0 };
        set32(value, f->drop_count);
        if (options.len != 0)
            sb_cut_to(&options, options.len - 4);
        put_option(&options, &(struct capture_option){ OPT_PKT_DROPCOUNT, 8, false, value }, BLOCK_EPB);
        sb_mem(&options, "\0\0\0\0", 4);
    }
    uint8_t h[28];
    uint32_t total = 32 + cap + pad + (uint32_t)options.len;
    set32(h, BLOCK_EPB);
    set32(h + 4, total);
    set32(h + 8, id);
    set32(h + 12, (uint32_t)(ts >> 32));
    set32(h + 16, (uint32_t)ts);
    set32(h + 20, cap);
    set32(h + 24, f->wire_len + f->header_len);
    bool done = sink_write(w->sink, h, sizeof h, error) &&
                (f->header_len == 0 || sink_write(w->sink, f->header, f->header_len, error)) &&
                sink_write(w->sink, f->bytes, f->cap_len, error) && put_zeros(w, pad, error) &&
                (options.len == 0 || sink_write(w->sink, options.text, options.len, error)) &&
                sink_write(w->sink, h + 4, 4, error);
    sb_free(&options);
    return done;
}

/* A record that is no packet: a journal entry, a custom block, an event. */
static bool record_out(struct capture_writer *w, const struct capture_frame *f, struct thr_error *error)
{
    struct strbuf body = { .max = UINT32_MAX };
    const struct capture_section *s = w->source != NULL ? capture_section(w->source, f->section) : NULL;
    bool big = s != NULL && s->big_endian;
    if (f->block_type == BLOCK_CB || f->block_type == BLOCK_CB_PRIVATE)
        put_u32(&body, big ? be32(f->bytes - 4) : le32(f->bytes - 4));
    else if (big && f->block_type != BLOCK_JOURNAL)
        return true; /* what its numbers are is not known, so they cannot be turned round */
    sb_mem(&body, f->bytes, f->cap_len);
    return put_block(w, f->block_type, &body, error);
}

/* Names: only the lengths depend on the byte order. */
static void names_body(struct strbuf *body, const struct capture_block *b)
{
    struct capture_options records = { b->bytes + 8, b->len - 12, b->big_endian }, rest = records;
    struct capture_option o;
    while (capture_option_next(&rest, &o))
        put_option(body, &o, BLOCK_NRB);
    sb_mem(body, "\0\0\0\0", 4);
    if (rest.len >= 4) {
        rest.bytes += 4;
        rest.len -= 4;
        put_options(body, rest, BLOCK_NRB);
    }
}

static bool block_out(struct capture_writer *w, const struct capture_block *b, struct thr_error *error)
{
    if (b->bytes == NULL)
        return true; /* more of them than the reader keeps */
    const struct capture_section *s = capture_section(w->source, b->section);
    struct strbuf body = { .max = UINT32_MAX };
    uint32_t number;
    switch (b->type) {
    case BLOCK_NRB: names_body(&body, b); break;
    case BLOCK_ISB:
        number = b->big_endian ? be32(b->bytes + 8) : le32(b->bytes + 8);
        put_u32(&body, number + s->first_interface);
        put_u32(&body, b->big_endian ? be32(b->bytes + 12) : le32(b->bytes + 12));
        put_u32(&body, b->big_endian ? be32(b->bytes + 16) : le32(b->bytes + 16));
        put_options(&body, (struct capture_options){ b->bytes + 20, b->len - 24, b->big_endian }, BLOCK_ISB);
        break;
    case BLOCK_DSB:
        number = b->big_endian ? be32(b->bytes + 12) : le32(b->bytes + 12);
        put_u32(&body, b->big_endian ? be32(b->bytes + 8) : le32(b->bytes + 8));
        put_u32(&body, number);
        number = (number + 3) & ~UINT32_C(3);
        if (number > b->len - 20)
            number = b->len - 20;
        sb_mem(&body, b->bytes + 16, number);
        put_options(&body, (struct capture_options){ b->bytes + 16 + number, b->len - 20 - number, b->big_endian },
                    BLOCK_DSB);
        break;
    default:
        if (b->big_endian)
            return true; /* an unknown block cannot be turned round */
        sb_mem(&body, b->bytes + 8, b->len - 12);
    }
    return put_block(w, b->type, &body, error);
}

/* Interfaces of the source not yet written, and blocks that stand before `offset`. */
static bool pass_on(struct capture_writer *w, uint64_t offset, struct thr_error *error)
{
    while (w->next_interface < capture_interfaces(w->source))
        if (!interface_out(w, capture_interface(w->source, w->next_interface++), error))
            return false;
    while (w->next_block < capture_blocks(w->source) && capture_block(w->source, w->next_block)->offset < offset)
        if (!block_out(w, capture_block(w->source, w->next_block++), error))
            return false;
    return true;
}

/* ---- both ---- */

struct capture_writer *capture_writer_open(const char *path, const struct writer_options *options,
                                           const struct capture *source, struct thr_error *error)
{
    struct capture_writer *w = calloc(1, sizeof *w);
    if (w == NULL) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to write \"%.300s\".", path);
        return NULL;
    }
    w->options = *options;
    w->source = source;
    const struct capture_interface *first = source != NULL ? capture_interface(source, 0) : NULL;
    w->snaplen = first != NULL ? first->snaplen : options->snaplen;
    w->sink = sink_open(path, options->compression, error);
    if (w->sink != NULL) {
        if (options->format == CAPTURE_PCAP)
            return w;
        if (section_out(w, error) && (source == NULL || pass_on(w, 0, error)))
            return w;
        sink_close(w->sink, NULL);
    }
    free(w->interfaces);
    free(w);
    return NULL;
}

bool capture_writer_copy(struct capture_writer *w, const struct capture_frame *f, uint64_t number,
                         struct thr_error *error)
{
    if (w->options.format == CAPTURE_PCAP)
        return pcap_frame_out(w, f, number, error);
    if (!pass_on(w, f->place.offset, error))
        return false;
    return f->is_packet ? packet_out(w, f, f->interface, error) : record_out(w, f, error);
}

bool capture_writer_interface(struct capture_writer *w, const struct capture_interface *i, uint32_t *id,
                              struct thr_error *error)
{
    *id = w->n_interfaces;
    if (w->options.format == CAPTURE_PCAPNG)
        return interface_out(w, i, error);
    if (!w->header_written) {
        w->snaplen = i->snaplen;
        return pcap_header(w, encap_of_linktype(i->linktype), error);
    }
    return true;
}

bool capture_writer_frame(struct capture_writer *w, const struct capture_frame *f, struct thr_error *error)
{
    w->number++;
    if (w->options.format == CAPTURE_PCAP)
        return pcap_frame_out(w, f, w->number, error);
    if (f->interface >= w->n_interfaces) {
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "Frame %llu names interface %u, which was not written.",
                      (unsigned long long)w->number, f->interface);
        return false;
    }
    return packet_out(w, f, f->interface, error);
}

bool capture_writer_block(struct capture_writer *w, const uint8_t *block, uint32_t len, struct thr_error *error)
{
    return w->options.format == CAPTURE_PCAP || sink_write(w->sink, block, len, error);
}

bool capture_writer_flush(struct capture_writer *w, struct thr_error *error) { return sink_flush(w->sink, error); }
uint64_t capture_writer_size(const struct capture_writer *w) { return sink_size(w->sink); }

bool capture_writer_close(struct capture_writer *w, struct thr_error *error)
{
    bool done = true;
    if (w->source != NULL && w->options.format == CAPTURE_PCAPNG)
        done = pass_on(w, UINT64_MAX, error);
    else if (w->source != NULL && !w->header_written && capture_interfaces(w->source) > 0)
        done = pcap_header(w, capture_interface(w->source, 0)->encap, error);
    done = sink_close(w->sink, done ? error : NULL) && done;
    free(w->interfaces);
    free(w);
    return done;
}
