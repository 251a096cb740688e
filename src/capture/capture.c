/* capture.c - opening captures, and what pcap and pcapng have in common. */
#include "capture/reader.h"

#include "base/base.h"
#include "base/crew.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Chunk k starts at item TABLE_FIRST * (2^k - 1). */
static unsigned chunk_of(uint32_t i) { return 31 - (unsigned)__builtin_clz(i / TABLE_FIRST + 1); }
static uint32_t chunk_start(unsigned k) { return TABLE_FIRST * ((UINT32_C(1) << k) - 1); }

void *table_far_item(const struct table *t, size_t item_size, uint32_t i)
{
    unsigned k = chunk_of(i);
    char *chunk = atomic_load_explicit(&t->chunks[k], memory_order_relaxed);
    return chunk + (i - chunk_start(k)) * item_size;
}

void *table_next(struct table *t, size_t item_size)
{
    uint32_t i = table_count(t);
    unsigned k = chunk_of(i);
    if (k >= TABLE_CHUNKS)
        return NULL;
    if (atomic_load_explicit(&t->chunks[k], memory_order_relaxed) == NULL) {
        void *chunk = calloc((size_t)TABLE_FIRST << k, item_size);
        if (chunk == NULL)
            return NULL;
        atomic_store_explicit(&t->chunks[k], chunk, memory_order_relaxed);
    }
    void *item = table_item(t, item_size, i);
    memset(item, 0, item_size);
    return item;
}

void table_commit(struct table *t) { atomic_fetch_add_explicit(&t->count, 1, memory_order_release); }

void table_free(struct table *t)
{
    for (unsigned k = 0; k < TABLE_CHUNKS; k++)
        free(atomic_load_explicit(&t->chunks[k], memory_order_relaxed));
}

/* "The file "x" appears to be damaged or corrupt.\n(pcapng: detail, at byte 96)" */
enum capture_result damaged(const struct capture *c, struct thr_error *error, uint64_t offset, const char *format, ...)
{
    char called[300], detail[160];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    thr_error_set(error, THR_FAILED_DAMAGED, 0, "%s appears to be damaged or corrupt.\n(%s, at byte %llu)",
                  source_called(&c->source, called), detail, (unsigned long long)offset);
    return CAPTURE_ERROR;
}

enum capture_result unsupported(const struct capture *c, struct thr_error *error, const char *format, ...)
{
    char called[300], detail[160];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    thr_error_set(error, THR_FAILED_FORMAT, 0, "%s contains record data that Thresher doesn't support.\n(%s)",
                  source_called(&c->source, called), detail);
    return CAPTURE_ERROR;
}

enum capture_result cut_short(const struct capture *c, struct thr_error *error)
{
    char called[300];
    thr_error_set(error, THR_FAILED_CUT_SHORT, 0, "%s appears to have been cut short in the middle of a packet.",
                  source_called(&c->source, called));
    return CAPTURE_ERROR;
}

enum capture_result window_failed(const struct capture *c, enum window_result r, struct thr_error *error)
{
    return r == WINDOW_END ? cut_short(c, error) : CAPTURE_ERROR;
}

/* 10^0 to 10^19 fit in 64 bits. */
static uint64_t units_of(uint8_t tsresol)
{
    if (tsresol & 0x80)
        return (tsresol & 0x7f) < 64 ? UINT64_C(1) << (tsresol & 0x7f) : 0;
    uint64_t units = 1;
    for (unsigned i = 0; i < tsresol; i++)
        if (__builtin_mul_overflow(units, UINT64_C(10), &units))
            return 0;
    return units;
}

/* Decimals that a timestamp of this resolution is shown with, at most 9: 3 for 2^-10 s, as tshark. */
static uint8_t digits_of(uint8_t tsresol)
{
    unsigned n = tsresol & 0x7f;
    if (tsresol & 0x80)
        n = n * 30103 / 100000;
    return (uint8_t)(n < 9 ? n : 9);
}

void interface_settle(struct interface *i)
{
    uint16_t lt = i->shown.linktype;
    i->shown.encap = encap_of_linktype(lt);
    i->shown.digits = digits_of(i->shown.tsresol);
    i->units = units_of(i->shown.tsresol);
    i->max_frame = linktype_max_frame(lt);
    i->cooked_protocol = linktype_protocol(lt);
    static const uint8_t zeros[16] = { 0 };
    i->has_header = linktype_header(lt, zeros, sizeof zeros) != 0;
}

static const char *header_owner(uint16_t encap)
{
    switch (encap) {
    case ENCAP_ATM_PDUS: return "SunATM file";
    case ENCAP_IRDA: return "IrDA file";
    case ENCAP_MTP2_WITH_PHDR: return "MTP2 file";
    case ENCAP_LINUX_LAPD: return "LAPD file";
    case ENCAP_SITA_WAN: return "SITA file";
    case ENCAP_ERF: return "ERF file";
    default: return "file";
    }
}

static const char *header_article(uint16_t encap)
{
    switch (encap) {
    case ENCAP_ATM_PDUS: return "an ATM";
    case ENCAP_IRDA: return "an IrDA";
    case ENCAP_MTP2_WITH_PHDR: return "an MTP2";
    case ENCAP_LINUX_LAPD: return "a LAPD";
    case ENCAP_SITA_WAN: return "a SITA";
    case ENCAP_ERF: return "an ERF";
    default: return "a";
    }
}

bool frame_split_header(const struct capture *c, const struct interface *i, struct capture_frame *f,
                        struct thr_error *error)
{
    uint32_t size = linktype_header(i->shown.linktype, f->bytes, f->cap_len);
    if (size > f->cap_len || size == 0) {
        damaged(c, error, f->place.offset,
                "pcap/pcapng: %s has a %u-byte packet, too small to have even %s pseudo-header",
                header_owner(i->shown.encap), f->cap_len, header_article(i->shown.encap));
        return false;
    }
    if (i->cooked_protocol != 0 && be16(f->bytes + size - 2) != i->cooked_protocol) {
        damaged(c, error, f->place.offset, "pcap/pcapng: %s capture has a packet with an invalid sll_protocol field",
                i->shown.encap == ENCAP_IRDA ? "IrDA" : "LAPD");
        return false;
    }
    f->header = f->bytes;
    f->header_len = size;
    f->bytes += size;
    f->cap_len -= size;
    f->wire_len = f->wire_len > size ? f->wire_len - size : 0;
    if (i->shown.encap == ENCAP_ERF) {
        /* wlen; the record is padded behind the frame. */
        f->wire_len = be16(f->header + 14);
        f->cap_len = f->cap_len < f->wire_len ? f->cap_len : f->wire_len;
        /* Its own timestamp is finer: 32 bits of seconds above 32 bits of a second, little-endian. */
        f->time.secs = le32(f->header + 4);
        f->time.nsecs = (int32_t)((uint64_t)le32(f->header) * 1000000000 >> 32);
        f->has_time = true;
    }
    return true;
}

static bool not_understood(struct capture *c, struct thr_error *error)
{
    char called[300];
    thr_error_set(error, THR_FAILED_FORMAT, 0, "%s isn't a capture file in a format Thresher understands.",
                  source_called(&c->source, called));
    return false;
}

static bool tell_format(struct capture *c, struct thr_error *error)
{
    window_init(&c->window, &c->source, true);
    struct thr_error why = { 0 };
    enum window_result r = window_need(&c->window, 0, 4, &why);
    if (r == WINDOW_END && window_have(&c->window, 0) == 0) {
        c->empty = true;
        return true;
    }
    if (r == WINDOW_END || (r == WINDOW_OK && !pcap_open(c, &why) && !pcapng_open(c, &why)))
        return not_understood(c, error);
    if (why.failure == THR_OK)
        return true;
    if (why.failure == THR_FAILED_CUT_SHORT) {
        char called[300];
        thr_error_set(&why, THR_FAILED_CUT_SHORT, 0,
                      "%s appears to have been cut short in the middle of a packet or other data.",
                      source_called(&c->source, called));
    }
    if (error != NULL)
        *error = why;
    return false;
}

static struct capture *capture_new(struct thr_error *error)
{
    struct capture *c = crew_alloc(sizeof *c);
    if (c == NULL)
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to open a capture.");
    else
        c->source.fd = c->source.spool = -1;
    return c;
}

static struct capture *capture_start(struct capture *c, bool opened, struct thr_error *error)
{
    if (opened && tell_format(c, error))
        return c;
    capture_close(c);
    return NULL;
}

struct capture *capture_open(const char *path, struct thr_error *error)
{
    struct capture *c = capture_new(error);
    return c != NULL ? capture_start(c, source_open(&c->source, path, false, error), error) : NULL;
}

struct capture *capture_again(const struct capture *first, struct thr_error *error)
{
    struct capture *c = capture_new(error);
    return c != NULL ? capture_start(c, source_again(&c->source, &first->source, error), error) : NULL;
}

struct capture *capture_open_spooled(const char *path, struct thr_error *error)
{
    struct capture *c = capture_new(error);
    return c != NULL ? capture_start(c, source_open(&c->source, path, true, error), error) : NULL;
}

struct capture *capture_open_memory(const void *bytes, size_t len, const char *name, struct thr_error *error)
{
    struct capture *c = capture_new(error);
    return c != NULL ? capture_start(c, source_memory(&c->source, bytes, len, name, error), error) : NULL;
}

void capture_close(struct capture *c)
{
    if (c == NULL)
        return;
    window_free(&c->window);
    source_close(&c->source);
    table_free(&c->sections);
    table_free(&c->interfaces);
    table_free(&c->blocks);
    arena_free(&c->kept);
    free(c);
}

/* At the end: a file that became shorter than what was already read of it did not end there. */
static enum capture_result at_end(struct capture *c, struct thr_error *error)
{
    struct stat st;
    const struct source *s = &c->source;
    if (s->fd < 0 || s->pipe || s->compression != COMPRESSION_NONE || fstat(s->fd, &st) != 0 ||
        (uint64_t)st.st_size >= c->next)
        return CAPTURE_END;
    char called[300];
    thr_error_set(error, THR_FAILED_READ, 0,
                  "%s has become shorter while it was read: %llu bytes were read, %llu are left.",
                  source_called(s, called), (unsigned long long)c->next, (unsigned long long)st.st_size);
    return CAPTURE_ERROR;
}

enum capture_result capture_next(struct capture *c, struct capture_frame *frame, struct thr_error *error)
{
    if (c->empty)
        return CAPTURE_END;
    enum capture_result r = c->format == CAPTURE_PCAP ? pcap_next(c, frame, error) : pcapng_next(c, frame, error);
    if (likely(r == CAPTURE_FRAME))
        c->frames++;
    else if (r == CAPTURE_END)
        r = at_end(c, error);
    return r;
}

enum capture_result capture_next_plainly(struct capture *c, struct capture_frame *frame)
{
    return !c->empty && c->format == CAPTURE_PCAP ? pcap_next_plainly(c, frame) : capture_next(c, frame, NULL);
}

uint64_t capture_place(const struct capture *c) { return c->next; }

static bool is_plain(const struct capture *c)
{
    return !c->empty && !c->source.pipe && capture_compression(c) == COMPRESSION_NONE;
}

bool capture_skip(struct capture *c, uint64_t place, uint64_t frames)
{
    if (!is_plain(c))
        return false;
    c->next = place;
    c->frames += frames;
    return true;
}

bool capture_time_at(struct capture *c, uint64_t place, struct nstime *time)
{
    return is_plain(c) && c->format == CAPTURE_PCAP && pcap_time(c, place, time);
}

void capture_expect(struct capture *c, uint64_t until) { c->window.until = until; }

bool capture_guess_frame(struct capture *c, uint64_t place)
{
    return is_plain(c) && c->format == CAPTURE_PCAP && pcap_guess(c, place);
}

bool capture_can_seek(const struct capture *c) { return !c->source.pipe || c->source.spool >= 0; }

struct frame_reader *frame_reader_new(const struct capture *c)
{
    struct frame_reader *r = crew_alloc(sizeof *r);
    /* The source is not changed but for its atomic counters and its locked restart points. */
    if (r != NULL)
        window_init(&r->window, (struct source *)(uintptr_t)&c->source, false);
    return r;
}

void frame_reader_free(struct frame_reader *r)
{
    if (r == NULL)
        return;
    window_free(&r->window);
    free(r);
}

void frame_reader_expect(struct frame_reader *r, uint64_t until) { r->window.until = until; }

void frame_reader_beside(struct frame_reader *r, const struct window *held) { r->beside = held; }
const struct window *frame_reader_held(const struct frame_reader *r) { return &r->window; }
const struct window *capture_held(const struct capture *c) { return &c->window; }

static enum capture_result read_at(const struct capture *c, struct window *w, const struct frame_place *place,
                                   struct capture_frame *frame, struct thr_error *error)
{
    return c->format == CAPTURE_PCAP ? pcap_frame(c, w, place->offset, frame, NULL, error)
                                     : pcapng_reread(c, w, place, frame, error);
}

/* Whether all of the frame is among the bytes that somebody else holds. */
static bool read_beside(const struct capture *c, const struct window *held, const struct frame_place *place,
                        struct capture_frame *frame)
{
    static const struct source nothing = { .fd = -1 };
    if (held == NULL || window_have(held, place->offset) == 0)
        return false;
    struct window view = {
        .source = (struct source *)(uintptr_t)&nothing, .bytes = held->bytes, .at = held->at, .len = held->len
    };
    return read_at(c, &view, place, frame, NULL) == CAPTURE_FRAME;
}

bool capture_read(const struct capture *c, const struct frame_place *place, struct frame_reader *r,
                  struct capture_frame *frame, struct thr_error *error)
{
    if (!capture_can_seek(c)) {
        char called[300];
        thr_error_set(error, THR_FAILED_READ, 0, "%s is a pipe or FIFO; a frame of it cannot be read a second time.",
                      source_called(&c->source, called));
        return false;
    }
    if (read_beside(c, r->beside, place, frame))
        return true;
    enum capture_result got = read_at(c, &r->window, place, frame, error);
    if (got == CAPTURE_END)
        cut_short(c, error);
    return got == CAPTURE_FRAME;
}

const uint8_t *capture_bytes(const struct capture *c, uint64_t offset, uint32_t len, struct frame_reader *r,
                             struct thr_error *error)
{
    if (!capture_can_seek(c) || len > 256u << 20) {
        thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                      "Bytes of a pipe, or more than 256 MiB, cannot be read at random.");
        return NULL;
    }
    enum window_result got = window_need(&r->window, offset, len, error);
    if (got == WINDOW_OK)
        return window_at(&r->window, offset);
    window_failed(c, got, error);
    return NULL;
}

enum capture_format capture_format(const struct capture *c) { return c->format; }
enum capture_compression capture_compression(const struct capture *c) { return c->source.compression; }
enum pcap_variant capture_pcap_variant(const struct capture *c) { return c->variant; }
const char *capture_name(const struct capture *c) { return c->source.name; }
uint64_t capture_frames(const struct capture *c) { return c->frames; }

uint64_t capture_file_size(const struct capture *c)
{
    struct stat st;
    if (c->source.fd < 0)
        return c->source.memory_len;
    return c->source.pipe || fstat(c->source.fd, &st) != 0 ? 0 : (uint64_t)st.st_size;
}

uint64_t capture_file_read(const struct capture *c)
{
    if (c->source.fd < 0 && c->source.compression == COMPRESSION_NONE)
        return c->next;
    return atomic_load_explicit(&c->source.raw_read, memory_order_relaxed);
}

uint32_t capture_sections(const struct capture *c) { return table_count(&c->sections); }
uint32_t capture_interfaces(const struct capture *c) { return table_count(&c->interfaces); }
uint32_t capture_blocks(const struct capture *c) { return table_count(&c->blocks); }

const struct capture_section *capture_section(const struct capture *c, uint32_t n)
{
    return n < table_count(&c->sections) ? &SECTION(c, n)->shown : NULL;
}

const struct capture_interface *capture_interface(const struct capture *c, uint32_t n)
{
    return n < table_count(&c->interfaces) ? &INTERFACE(c, n)->shown : NULL;
}

const struct capture_block *capture_block(const struct capture *c, uint32_t n)
{
    return n < table_count(&c->blocks) ? table_item(&c->blocks, sizeof(struct capture_block), n) : NULL;
}
