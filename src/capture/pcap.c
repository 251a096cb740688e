/* pcap.c - the pcap format (draft-ietf-opsawg-pcap) and its old relatives.

   All have the same 24-byte file header; records differ.  Some relatives share a magic number, so
   that the first records must tell: the one whose headers make sense is taken.

     magic        record header
     a1b2c3d4     16 bytes: seconds, microseconds, captured length, length
     a1b23c4d     the same with nanoseconds
     a1b2c3d4     24 bytes (Red Hat 6.1) or 20 bytes (Nokia): more fields follow
     a1b2cd34     24 bytes (Kuznetzov's patch), or 28 bytes (SuSE 6.3)
     1c0001ac/ab  16 bytes, and 4 more bytes after the file header (Ixia) */
#include "capture/reader.h"

#include "base/base.h"

enum { FILE_HEADER = 24, TRIAL_RECORDS = 5 };

static uint16_t u16(bool big, const uint8_t *p) { return big ? be16(p) : le16(p); }
static uint32_t u32(bool big, const uint8_t *p) { return big ? be32(p) : le32(p); }

/* How long the record headers of each variant are. */
static const uint8_t header_sizes[PCAP_VARIANTS] = {
    [PCAP_STANDARD] = 16, [PCAP_NANO] = 16, [PCAP_MODIFIED] = 24, [PCAP_RH61] = 24, [PCAP_SUSE63] = 28, [PCAP_NOKIA] = 20,
};

/* The lengths of a record, put in order. */
static inline void lengths(const struct capture *c, const uint8_t *h, uint32_t *cap, uint32_t *wire)
{
    *cap = u32(c->big_endian, h + 8);
    *wire = u32(c->big_endian, h + 12);
    if (c->lengths_swapped || (c->lengths_maybe_swapped && *cap > *wire)) {
        uint32_t t = *cap;
        *cap = *wire;
        *wire = t;
    }
}

/* Better ones later. */
enum trial { TRIAL_WRONG, TRIAL_CUT, TRIAL_ODD_TIMES, TRIAL_RIGHT };

/* Whether the first records make sense with this size of record header: CUT when the file ends in
   one of them, or when there is only one, which proves nothing. */
static enum trial try_variant(struct capture *c, enum pcap_variant variant, uint64_t offset)
{
    const struct interface *i = INTERFACE(c, 0);
    uint32_t size = header_sizes[variant];
    enum trial verdict = TRIAL_RIGHT;
    for (int n = 0; n < TRIAL_RECORDS; n++) {
        enum window_result r = window_need(&c->window, offset, size, NULL);
        if (r != WINDOW_OK)
            return window_have(&c->window, offset) == 0 && r == WINDOW_END && n != 1 ? verdict : TRIAL_CUT;
        uint32_t cap, wire;
        const uint8_t *h = window_at(&c->window, offset);
        lengths(c, h, &cap, &wire);
        if (cap > i->max_frame || wire > 128u << 20)
            return TRIAL_WRONG;
        if (u32(c->big_endian, h + 4) >= 1000000000)
            verdict = TRIAL_ODD_TIMES;
        if (window_need(&c->window, offset, (size_t)size + cap, NULL) != WINDOW_OK)
            return TRIAL_CUT;
        offset += size + cap;
    }
    return verdict;
}

/* The best of the variants that share a magic, the first of equals; those after the first only when
   all records that were looked at fit.  A pipe is not looked at
   further than has arrived. */
static enum pcap_variant choose_variant(struct capture *c, const enum pcap_variant *among, size_t n)
{
    enum pcap_variant best = among[0];
    enum trial best_verdict = TRIAL_WRONG;
    for (size_t k = 0; k < n && !c->source.pipe && best_verdict != TRIAL_RIGHT; k++) {
        enum trial t = try_variant(c, among[k], c->next);
        if (t > best_verdict && (k == 0 || t > TRIAL_CUT)) {
            best = among[k];
            best_verdict = t;
        }
    }
    return best;
}

static bool read_magic(struct capture *c, const uint8_t *magic, bool *modified, bool *ixia)
{
    uint32_t big = be32(magic), little = le32(magic);
    static const uint32_t magics[] = { 0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34, 0x1c0001ac, 0x1c0001ab };
    for (unsigned k = 0; k < ARRAY_LEN(magics); k++) {
        if (big != magics[k] && little != magics[k])
            continue;
        c->big_endian = big == magics[k];
        c->nanoseconds = k == 1;
        *modified = k == 2;
        *ixia = k >= 3;
        return true;
    }
    return false;
}

/* Bits 0-15 LINKTYPE, 16-25 reserved, 26: bits 28-31 hold the FCS length in 16-bit words. */
static bool make_interface(struct capture *c, uint32_t network, uint32_t snaplen, struct thr_error *error)
{
    if (network & 0x03ff0000) {
        unsupported(c, error, "pcap: network type reserved field not zero (0x%08x)", network & 0x03ff0000);
        return false;
    }
    struct section *s = table_next(&c->sections, sizeof *s);
    struct interface *i = table_next(&c->interfaces, sizeof *i);
    if (s == NULL || i == NULL) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to open \"%.300s\".", c->source.name);
        return false;
    }
    s->shown.big_endian = i->big_endian = c->big_endian;
    i->shown.linktype = (uint16_t)network;
    i->shown.tsresol = c->nanoseconds ? 9 : 6;
    i->shown.fcs_len = network & 0x04000000 ? (int8_t)(network >> 28 << 1) : -1;
    interface_settle(i);
    i->shown.snaplen = snaplen != 0 ? snaplen : i->max_frame;
    if (i->shown.encap == ENCAP_UNKNOWN) {
        unsupported(c, error, "pcap: network type %u unknown or unsupported", network);
        return false;
    }
    table_commit(&c->sections);
    table_commit(&c->interfaces);
    return true;
}

bool pcap_open(struct capture *c, struct thr_error *error)
{
    bool modified, ixia;
    if (!read_magic(c, window_at(&c->window, 0), &modified, &ixia))
        return false;
    c->format = CAPTURE_PCAP;
    enum window_result r = window_need(&c->window, 0, FILE_HEADER, error);
    if (r != WINDOW_OK) {
        window_failed(c, r, error);
        return true;
    }
    const uint8_t *h = window_at(&c->window, 0);
    uint16_t major = u16(c->big_endian, h + 4), minor = u16(c->big_endian, h + 6);
    if (major < 2) {
        unsupported(c, error, "pcap: major version %u unsupported", major);
        return true;
    }
    /* Before 2.3 the two lengths stood the other way round; in 2.3 either way; one system kept the
       old way and called it 543.0. */
    c->lengths_swapped = (major == 2 && minor < 3) || (major == 543 && minor == 0);
    c->lengths_maybe_swapped = major == 2 && minor == 3;
    uint32_t snaplen = u32(c->big_endian, h + 16);
    if (!make_interface(c, u32(c->big_endian, h + 20), snaplen, error))
        return true;
    c->next = FILE_HEADER + (ixia ? 4 : 0);
    static const enum pcap_variant plain[] = { PCAP_STANDARD, PCAP_RH61, PCAP_NOKIA };
    static const enum pcap_variant patched[] = { PCAP_MODIFIED, PCAP_SUSE63 };
    if (modified)
        c->variant = choose_variant(c, patched, ARRAY_LEN(patched));
    else if (c->nanoseconds || ixia)
        c->variant = c->nanoseconds ? PCAP_NANO : PCAP_STANDARD;
    else
        c->variant = choose_variant(c, plain, ARRAY_LEN(plain));
    c->record_header = header_sizes[c->variant];
    return true;
}

static inline struct nstime record_time(const struct capture *c, const uint8_t *h)
{
    uint32_t fraction = u32(c->big_endian, h + 4);
    /* Nonsense above a second is kept, wrapped to 32 bits as tshark shows it. */
    if (!c->nanoseconds)
        fraction *= 1000;
    return (struct nstime){ u32(c->big_endian, h), (int32_t)fraction };
}

/* Where a record stands, and its lengths. */
struct record {
    const uint8_t *header;
    uint32_t cap, wire;
};

static inline enum capture_result find_record(const struct capture *c, struct window *w, uint64_t offset,
                                              struct record *found, struct thr_error *error)
{
    uint32_t size = c->record_header, max = INTERFACE(c, 0)->max_frame;
    enum window_result r = window_need(w, offset, size, error);
    if (unlikely(r != WINDOW_OK))
        return r == WINDOW_END && window_have(w, offset) == 0 ? CAPTURE_END : window_failed(c, r, error);
    lengths(c, window_at(w, offset), &found->cap, &found->wire);
    if (unlikely(found->cap > max))
        return damaged(c, error, offset, "pcap: File has %u-byte packet, bigger than maximum of %u", found->cap, max);
    r = window_need(w, offset, (size_t)size + found->cap, error);
    if (unlikely(r != WINDOW_OK))
        return window_failed(c, r, error);
    found->header = window_at(w, offset);
    return CAPTURE_FRAME;
}

enum capture_result pcap_frame(const struct capture *c, struct window *w, uint64_t offset, struct capture_frame *f,
                               uint64_t *next, struct thr_error *error)
{
    const struct interface *i = INTERFACE(c, 0);
    struct record r;
    enum capture_result result = find_record(c, w, offset, &r, error);
    if (unlikely(result != CAPTURE_FRAME))
        return result;
    struct nstime time = record_time(c, r.header);
    /* Every field, one by one: this is done for each frame that is read. */
    f->bytes = r.header + c->record_header;
    f->cap_len = r.cap;
    f->wire_len = r.wire;
    nstime_copy(&f->time, &time);
    f->has_time = f->is_packet = true;
    f->encap = i->shown.encap;
    f->fcs_len = i->shown.fcs_len;
    f->digits = i->shown.digits;
    f->interface = f->section = f->block_type = 0;
    f->drop_count = UINT32_MAX;
    f->header = NULL;
    f->header_len = 0;
    f->place = (struct frame_place){ offset, 0 };
    f->options = (struct capture_options){ 0 };
    if (next != NULL)
        *next = offset + c->record_header + r.cap;
    if (i->has_header && !frame_split_header(c, i, f, error))
        return CAPTURE_ERROR;
    return CAPTURE_FRAME;
}

enum capture_result pcap_next_plainly(struct capture *c, struct capture_frame *f)
{
    const struct interface *i = INTERFACE(c, 0);
    struct record r;
    if (i->has_header)
        return pcap_next(c, f, NULL);
    enum capture_result result = find_record(c, &c->window, c->next, &r, NULL);
    if (unlikely(result != CAPTURE_FRAME))
        return result;
    f->bytes = r.header + c->record_header;
    f->cap_len = r.cap;
    f->wire_len = r.wire;
    f->has_time = true;
    f->encap = i->shown.encap;
    c->next += c->record_header + r.cap;
    return CAPTURE_FRAME;
}

bool pcap_time(struct capture *c, uint64_t place, struct nstime *time)
{
    if (window_need(&c->window, place, c->record_header, NULL) != WINDOW_OK)
        return false;
    *time = record_time(c, window_at(&c->window, place));
    return true;
}

/* Whether these could be records of a capture that ends at `end`: they have bytes, and a time not far from the one before. */
static bool like_records(struct capture *c, uint64_t place, uint64_t end)
{
    enum { RECORDS = 6, DAY = 86400 };
    const struct interface *i = INTERFACE(c, 0);
    uint32_t size = c->record_header, second = c->nanoseconds ? 1000000000 : 1000000, before = 0;
    for (int n = 0; n < RECORDS; n++) {
        if (place > end || end - place < size || window_need(&c->window, place, size, NULL) != WINDOW_OK)
            return false;
        const uint8_t *h = window_at(&c->window, place);
        uint32_t cap, wire, time = u32(c->big_endian, h), apart = time > before ? time - before : before - time;
        lengths(c, h, &cap, &wire);
        if (cap == 0 || cap > i->max_frame || wire < cap || wire > 128u << 20 || u32(c->big_endian, h + 4) >= second ||
            (n != 0 && apart > DAY))
            return false;
        before = time;
        place += size + cap;
    }
    return true;
}

bool pcap_guess(struct capture *c, uint64_t place)
{
    enum { FAR = 1 << 20, NEAR = 1 << 14 };  /* most find one in the first bytes that are read */
    uint64_t end = capture_file_size(c), last = end < place + FAR ? end : place + FAR;
    uint64_t at = place > c->next ? place : c->next;
    c->window.until = at + NEAR;
    while (at < last && !like_records(c, at, end))
        at++;
    c->window.until = 0;
    if (at < last)
        c->next = at;
    return at < last;
}

enum capture_result pcap_next(struct capture *c, struct capture_frame *frame, struct thr_error *error)
{
    return pcap_frame(c, &c->window, c->next, frame, &c->next, error);
}
