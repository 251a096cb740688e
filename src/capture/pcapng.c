/* pcapng.c - the pcapng format (draft-ietf-opsawg-pcapng).

   A block is checked for its least and greatest length, its trailer must repeat its length, and
   what it holds must fit before anything of it is used.  Lengths that are no multiple of four are
   rounded up, as other readers do. */
#include "capture/reader.h"

#include "base/base.h"

enum {
    BLOCK_MAX = 128 * 1024 * 1024 + 131104,  /* the largest frame of any link type and its options */
    BLOCKS_KEPT_MAX = 64 << 20,
    SYSDIG_EVENT = 0x204,
    SYSDIG_EVENT_FLAGS = 0x208,
    SYSDIG_EVENT_V2 = 0x216,
    SYSDIG_EVENT_FLAGS_V2 = 0x217,
    SYSDIG_EVENT_V2_LARGE = 0x221,
    SYSDIG_EVENT_FLAGS_V2_LARGE = 0x222,
};

static uint16_t u16(bool big, const uint8_t *p) { return big ? be16(p) : le16(p); }
static uint32_t u32(bool big, const uint8_t *p) { return big ? be32(p) : le32(p); }

/* A block that lies whole in a window. */
struct block {
    uint32_t type, len;         /* len rounded up to a multiple of four */
    uint64_t offset;
    bool big;
    const uint8_t *bytes;
};

static bool is_event(uint32_t type)
{
    return type == SYSDIG_EVENT || type == SYSDIG_EVENT_FLAGS || type == SYSDIG_EVENT_V2 ||
           type == SYSDIG_EVENT_FLAGS_V2 || type == SYSDIG_EVENT_V2_LARGE || type == SYSDIG_EVENT_FLAGS_V2_LARGE;
}

/* Least total length of each type and how an error text calls it. */
static enum capture_result check_least(const struct capture *c, uint64_t offset, uint32_t type, uint32_t len,
                                       struct thr_error *error)
{
    static const struct {
        uint32_t type;
        uint8_t least;
        const char *one, *name; /* name NULL: the sentence says "too small" */
    } leasts[] = {
        { BLOCK_SHB, 28, "an SHB", "SHB" },
        { BLOCK_IDB, 20, "an IDB", "IDB" },
        { BLOCK_OPB, 32, "a PB", "PB" },
        { BLOCK_SPB, 16, "an SPB", "SPB" },
        { BLOCK_NRB, 16, "an NRB", "NRB" },
        { BLOCK_EPB, 32, "an EPB", "EPB" },
        { BLOCK_ISB, 24, "an ISB", NULL },
        { BLOCK_DSB, 20, "a DSB", NULL },
        { BLOCK_CB, 16, "a CB", NULL },
        { BLOCK_CB_PRIVATE, 16, "a CB", NULL },
        { BLOCK_JOURNAL, 35, "a systemd journal export block", NULL },
    };
    for (unsigned i = 0; i < ARRAY_LEN(leasts); i++) {
        if (leasts[i].type != type || len >= leasts[i].least)
            continue;
        if (leasts[i].name == NULL)
            return damaged(c, error, offset, "pcapng: total block length %u of %s is too small (< %u)", len,
                           leasts[i].one, leasts[i].least);
        return damaged(c, error, offset, "pcapng: total block length %u of %s is less than the minimum %s size %u", len,
                       leasts[i].one, leasts[i].name, leasts[i].least);
    }
    if (is_event(type) && len < 36)
        return damaged(c, error, offset, "pcapng: total block length %u of a Sysdig event block is too small (< 36)",
                       len);
    if (len < 12)
        return damaged(c, error, offset,
                       "pcapng: total block length %u of an unknown block type is less than the minimum block size 12",
                       len);
    return CAPTURE_FRAME;
}

/* The block at an offset, whole in the window.  CAPTURE_FRAME: it is there. */
static enum capture_result get_block(const struct capture *c, struct window *w, uint64_t offset, bool big,
                                     struct block *b, struct thr_error *error)
{
    enum window_result r = window_need(w, offset, 12, error);
    if (unlikely(r != WINDOW_OK))
        return r == WINDOW_END && window_have(w, offset) == 0 ? CAPTURE_END : window_failed(c, r, error);
    const uint8_t *p = window_at(w, offset);
    b->type = u32(big, p);
    b->big = big;
    b->offset = offset;
    if (unlikely(b->type == BLOCK_SHB)) {
        uint32_t bom_big = be32(p + 8), bom_little = le32(p + 8);
        if (bom_big != 0x1a2b3c4d && bom_little != 0x1a2b3c4d)
            return damaged(c, error, offset, "pcapng: unknown byte-order magic number 0x%08x",
                           big ? bom_big : bom_little);
        b->big = bom_big == 0x1a2b3c4d;
    }
    uint32_t len = u32(b->big, p + 4);
    if (unlikely(len < 36) && check_least(c, offset, b->type, len, error) != CAPTURE_FRAME)
        return CAPTURE_ERROR;
    if (unlikely(len > BLOCK_MAX))
        return damaged(c, error, offset, "pcapng: total block length %u is too large (> %u)", len, (unsigned)BLOCK_MAX);
    b->len = (len + 3) & ~UINT32_C(3);
    r = window_need(w, offset, b->len, error);
    if (unlikely(r != WINDOW_OK))
        return window_failed(c, r, error);
    b->bytes = window_at(w, offset);
    uint32_t trailer = (u32(b->big, b->bytes + b->len - 4) + 3) & ~UINT32_C(3);
    if (unlikely(trailer != b->len))
        return damaged(c, error, offset, "pcapng: total block lengths (first %u and second %u) don't match", b->len,
                       trailer);
    return CAPTURE_FRAME;
}

/* Checks that every option lies inside the options.  An end mark ends them; so do fewer than four bytes. */
static bool options_fit(const struct capture *c, struct capture_options o, uint64_t offset, struct thr_error *error)
{
    while (o.len >= 4) {
        uint16_t code = u16(o.big_endian, o.bytes), len = u16(o.big_endian, o.bytes + 2);
        if (code == 0)
            return true;
        uint32_t padded = ((uint32_t)len + 3) & ~UINT32_C(3);
        if (o.len - 4 < padded) {
            damaged(c, error, offset, "pcapng: Not enough data to handle option of length %u", len);
            return false;
        }
        o.bytes += 4 + padded;
        o.len -= 4 + padded;
    }
    return true;
}

/* Options of packet blocks whose length is fixed. */
static bool packet_options_fit(const struct capture *c, const struct block *b, struct capture_options o,
                               struct thr_error *error)
{
    static const struct {
        uint8_t len;
        const char *name;
    } fixed[] = { [OPT_PKT_FLAGS] = { 4, "flags" },
                  [OPT_PKT_DROPCOUNT] = { 8, "drop count" },
                  [OPT_PKT_ID] = { 8, "packet id" },
                  [OPT_PKT_QUEUE] = { 4, "queue" } };
    if (!options_fit(c, o, b->offset, error))
        return false;
    struct capture_option opt;
    while (capture_option_next(&o, &opt)) {
        if (opt.code < ARRAY_LEN(fixed) && fixed[opt.code].len != 0 && opt.len != fixed[opt.code].len &&
            (b->type == BLOCK_EPB || opt.code == OPT_PKT_FLAGS)) {
            damaged(c, error, b->offset, "pcapng: packet block %s option length %u is not %u", fixed[opt.code].name,
                    opt.len, fixed[opt.code].len);
            return false;
        }
        if (b->type == BLOCK_EPB && opt.code == OPT_PKT_VERDICT && opt.len < 1) {
            damaged(c, error, b->offset, "pcapng: packet block verdict option length 0 is < 1");
            return false;
        }
    }
    return true;
}

static char *keep_text(struct capture *c, struct capture_options options, uint16_t code)
{
    struct capture_option o;
    if (!capture_option_find(options, code, 0, &o))
        return NULL;
    char *text = arena_take(&c->kept, (size_t)o.len + 1);
    if (text == NULL)
        return NULL;
    memcpy(text, o.bytes, o.len);
    text[o.len] = '\0';
    return text;
}

static enum capture_result no_memory(const struct capture *c, struct thr_error *error)
{
    char called[300];
    thr_error_set(error, THR_FAILED_MEMORY, 0, "%s: there is not enough memory for its interfaces and names.",
                  source_called(&c->source, called));
    return CAPTURE_ERROR;
}

/* The options of a block from `at` on, copied to stay. */
static bool keep_options(struct capture *c, const struct block *b, uint32_t at, struct capture_options *kept)
{
    kept->len = b->len - 4 - at;
    kept->big_endian = b->big;
    if (kept->len != 0)
        kept->bytes = arena_copy(&c->kept, b->bytes + at, kept->len);
    return kept->len == 0 || kept->bytes != NULL;
}

static enum capture_result read_section(struct capture *c, const struct block *b, struct thr_error *error)
{
    uint16_t major = u16(b->big, b->bytes + 12), minor = u16(b->big, b->bytes + 14);
    if (major != 1 || (minor != 0 && minor != 2))
        return unsupported(c, error, "pcapng: unknown SHB version %u.%u", major, minor);
    struct section *s = table_next(&c->sections, sizeof *s);
    if (s == NULL || !keep_options(c, b, 24, &s->shown.options))
        return no_memory(c, error);
    if (!options_fit(c, s->shown.options, b->offset, error))
        return CAPTURE_ERROR;
    s->offset = b->offset;
    s->shown.big_endian = b->big;
    s->shown.major = major;
    s->shown.minor = minor;
    s->shown.first_interface = table_count(&c->interfaces);
    s->shown.frames_before = c->frames;
    s->shown.hardware = keep_text(c, s->shown.options, OPT_SHB_HARDWARE);
    s->shown.os = keep_text(c, s->shown.options, OPT_SHB_OS);
    s->shown.application = keep_text(c, s->shown.options, OPT_SHB_USERAPPL);
    table_commit(&c->sections);
    c->section = s;
    c->section_interfaces = 0;
    return CAPTURE_FRAME;
}

/* if_filter: a kind byte, then the text of a libpcap filter (kind 0). */
static const char *keep_filter(struct capture *c, struct capture_options options)
{
    struct capture_option o;
    if (!capture_option_find(options, OPT_IF_FILTER, 0, &o) || o.len == 0 || o.bytes[0] != 0)
        return NULL;
    char *text = keep_text(c, options, OPT_IF_FILTER);
    return text != NULL ? text + 1 : NULL;
}

static void read_interface_options(struct capture *c, struct interface *i)
{
    struct capture_interface *shown = &i->shown;
    struct capture_options rest = shown->options;
    struct capture_option o;
    shown->tsresol = 6;
    shown->fcs_len = -1;
    while (capture_option_next(&rest, &o)) {
        if (o.code == OPT_IF_TSRESOL && o.len == 1)
            shown->tsresol = o.bytes[0];
        else if (o.code == OPT_IF_TSOFFSET && o.len == 8)
            shown->tsoffset = (int64_t)capture_option_number(&o);
        else if (o.code == OPT_IF_FCSLEN && o.len == 1)
            shown->fcs_len = (int8_t)(o.bytes[0] <= 32 ? o.bytes[0] : -1);
        else if (o.code == OPT_IF_SPEED && o.len == 8) {
            shown->has_speed = true;
            shown->speed = capture_option_number(&o);
        }
    }
    shown->name = keep_text(c, shown->options, OPT_IF_NAME);
    shown->description = keep_text(c, shown->options, OPT_IF_DESCRIPTION);
    shown->hardware = keep_text(c, shown->options, OPT_IF_HARDWARE);
    shown->os = keep_text(c, shown->options, OPT_IF_OS);
    shown->filter = keep_filter(c, shown->options);
}

static enum capture_result read_interface(struct capture *c, const struct block *b, struct thr_error *error)
{
    if (table_count(&c->interfaces) >= CAPTURE_INTERFACES_MAX)
        return damaged(c, error, b->offset, "pcapng: more than %d interfaces", (int)CAPTURE_INTERFACES_MAX);
    struct interface *i = table_next(&c->interfaces, sizeof *i);
    if (i == NULL || !keep_options(c, b, 16, &i->shown.options))
        return no_memory(c, error);
    if (!options_fit(c, i->shown.options, b->offset, error))
        return CAPTURE_ERROR;
    i->big_endian = b->big;
    i->shown.section = table_count(&c->sections) - 1;
    i->shown.number = c->section_interfaces;
    i->shown.linktype = u16(b->big, b->bytes + 8);
    i->shown.snaplen = u32(b->big, b->bytes + 12);
    i->shown.frames_before = c->frames;
    read_interface_options(c, i);
    interface_settle(i);
    table_commit(&c->interfaces);
    c->section_interfaces++;
    return CAPTURE_FRAME;
}

struct nstime interface_time(const struct interface *i, uint64_t ts)
{
    struct nstime t = { 0, 0 };
    uint8_t bits = i->shown.tsresol & 0x7f;
    if (i->units == 0) {
        /* 2^-64 s and finer, or 10^-20 s and finer: only the nanoseconds of it are left, if any. */
        if (i->shown.tsresol == (0x80 | 64))
            t.nsecs = (int32_t)((unsigned __int128)ts * 1000000000 >> 64);
    } else if (i->units == 1000000) {
        t.secs = (int64_t)(ts / 1000000);
        t.nsecs = (int32_t)(ts % 1000000 * 1000);
    } else if (i->units == 1000000000) {
        t.secs = (int64_t)(ts / 1000000000);
        t.nsecs = (int32_t)(ts % 1000000000);
    } else if (i->shown.tsresol & 0x80) {
        t.secs = (int64_t)(ts >> bits);
        t.nsecs = (int32_t)((unsigned __int128)(ts & (i->units - 1)) * 1000000000 >> bits);
    } else {
        t.secs = (int64_t)(ts / i->units);
        t.nsecs = (int32_t)((unsigned __int128)(ts % i->units) * 1000000000 / i->units);
    }
    t.secs = (int64_t)((uint64_t)t.secs + (uint64_t)i->shown.tsoffset);
    return t;
}

static enum capture_result packet_too_small(const struct capture *c, const struct block *b, uint32_t cap,
                                            struct thr_error *error)
{
    const char *one = b->type == BLOCK_EPB ? "an EPB" : b->type == BLOCK_SPB ? "an SPB" : "a PB";
    return damaged(c, error, b->offset, "pcapng: total block length %u of %s is too small for %u bytes of packet data",
                   b->len, one, cap);
}

/* What enhanced and obsolete packet blocks share: the captured bytes at 28, options after them. */
static enum capture_result packet_block(const struct capture *c, const struct block *b, uint32_t first,
                                        uint32_t interfaces, struct capture_frame *f, struct thr_error *error)
{
    bool epb = b->type == BLOCK_EPB;
    uint32_t number = epb ? u32(b->big, b->bytes + 8) : u16(b->big, b->bytes + 8);
    if (unlikely(number >= interfaces))
        return damaged(c, error, b->offset, "pcapng: interface index %u is not less than section interface count %u",
                       number, interfaces);
    const struct interface *i = INTERFACE(c, first + number);
    uint32_t cap = u32(b->big, b->bytes + 20);
    if (unlikely(cap > i->max_frame))
        return damaged(c, error, b->offset, "pcapng: cap_len %u is larger than %u", cap, i->max_frame);
    uint32_t padded = (cap + 3) & ~UINT32_C(3);
    if (unlikely(b->len - 32 < padded))
        return packet_too_small(c, b, cap, error);
    uint64_t ts = (uint64_t)u32(b->big, b->bytes + 12) << 32 | u32(b->big, b->bytes + 16);
    *f = (struct capture_frame){
        .bytes = b->bytes + 28,
        .cap_len = cap,
        .wire_len = u32(b->big, b->bytes + 24),
        .time = interface_time(i, ts),
        .has_time = true,
        .is_packet = true,
        .encap = i->shown.encap,
        .fcs_len = i->shown.fcs_len,
        .digits = i->shown.digits,
        .interface = first + number,
        .section = i->shown.section,
        .block_type = b->type,
        .drop_count = UINT32_MAX,
        .place = { b->offset, first + number },
        .options = { b->bytes + 28 + padded, b->len - 32 - padded, b->big },
    };
    if (!epb) {
        uint16_t drops = u16(b->big, b->bytes + 10);
        f->drop_count = drops == 0xffff ? UINT32_MAX : drops;
    }
    if (f->options.len >= 4) {
        struct capture_option flags;
        if (!packet_options_fit(c, b, f->options, error))
            return CAPTURE_ERROR;
        /* Bits 5-8: length of the frame check sequence, 0 for "not told". */
        if (capture_option_find(f->options, OPT_PKT_FLAGS, 0, &flags) && (capture_option_number(&flags) >> 5 & 15) != 0)
            f->fcs_len = (int8_t)(capture_option_number(&flags) >> 5 & 15);
    }
    return i->has_header && !frame_split_header(c, i, f, error) ? CAPTURE_ERROR : CAPTURE_FRAME;
}

static enum capture_result simple_block(const struct capture *c, const struct block *b, uint32_t first,
                                        uint32_t interfaces, struct capture_frame *f, struct thr_error *error)
{
    if (interfaces == 0)
        return damaged(c, error, b->offset, "pcapng: SPB appeared before any IDBs in the section");
    const struct interface *i = INTERFACE(c, first);
    uint32_t wire = u32(b->big, b->bytes + 8);
    uint32_t cap = i->shown.snaplen != 0 && i->shown.snaplen < wire ? i->shown.snaplen : wire;
    if (cap > i->max_frame)
        return damaged(c, error, b->offset, "pcapng: cap_len %u is larger than %u", cap, i->max_frame);
    if (b->len - 16 < cap)
        return packet_too_small(c, b, cap, error);
    *f = (struct capture_frame){
        .bytes = b->bytes + 12,
        .cap_len = cap,
        .wire_len = wire,
        .is_packet = true,
        .encap = i->shown.encap,
        .fcs_len = i->shown.fcs_len,
        .digits = i->shown.digits,
        .interface = first,
        .section = i->shown.section,
        .block_type = BLOCK_SPB,
        .drop_count = UINT32_MAX,
        .place = { b->offset, first },
    };
    return i->has_header && !frame_split_header(c, i, f, error) ? CAPTURE_ERROR : CAPTURE_FRAME;
}

/* __REALTIME_TIMESTAMP=microseconds, one of the lines of a journal entry. */
static bool journal_time(const uint8_t *p, uint32_t len, struct nstime *t)
{
    static const char key[] = "__REALTIME_TIMESTAMP=";
    const uint8_t *end = p + len, *at = memmem(p, len, key, sizeof key - 1);
    if (at == NULL || (at != p && at[-1] != '\n'))
        return false;
    uint64_t us = 0;
    for (at += sizeof key - 1; at < end && *at >= '0' && *at <= '9' && us < UINT64_MAX / 20; at++)
        us = us * 10 + (uint64_t)(*at - '0');
    *t = (struct nstime){ (int64_t)(us / 1000000), (int32_t)(us % 1000000 * 1000) };
    return true;
}

/* Records that belong to no interface: journal entries, custom blocks, Sysdig events. */
static void record_block(const struct block *b, uint32_t section, struct capture_frame *f)
{
    *f = (struct capture_frame){
        .bytes = b->bytes + 8,
        .cap_len = b->len - 12,
        .wire_len = b->len - 12,
        .encap = ENCAP_UNKNOWN,
        .fcs_len = -1,
        .digits = 6,
        .interface = CAPTURE_NO_INTERFACE,
        .section = section,
        .block_type = b->type,
        .drop_count = UINT32_MAX,
        .place = { b->offset, CAPTURE_NO_INTERFACE },
    };
    if (b->type == BLOCK_JOURNAL) {
        f->encap = ENCAP_SDJOURNAL;
        /* Padding to four bytes is of NULs, which no entry ends with. */
        for (int n = 0; n < 3 && f->cap_len > 0 && f->bytes[f->cap_len - 1] == 0; n++)
            f->cap_len--;
        f->wire_len = f->cap_len;
        f->has_time = journal_time(f->bytes, f->cap_len, &f->time);
    } else if (b->type == BLOCK_CB || b->type == BLOCK_CB_PRIVATE) {
        f->bytes += 4;
        f->cap_len -= 4;
        f->wire_len = f->cap_len;
    } else {
        uint64_t ns = b->big ? be64(b->bytes + 10) : le64(b->bytes + 10);
        f->time = (struct nstime){ (int64_t)(ns / 1000000000), (int32_t)(ns % 1000000000) };
        f->has_time = true;
    }
}

static bool is_record(uint32_t type)
{
    return type == BLOCK_JOURNAL || type == BLOCK_CB || type == BLOCK_CB_PRIVATE || is_event(type);
}

static enum capture_result keep_block(struct capture *c, const struct block *b, struct thr_error *error)
{
    struct capture_block *k = table_next(&c->blocks, sizeof *k);
    if (k == NULL)
        return no_memory(c, error);
    *k = (struct capture_block){ .type = b->type,
                                 .section = table_count(&c->sections) - 1,
                                 .len = b->len,
                                 .big_endian = b->big,
                                 .offset = b->offset,
                                 .frames_before = c->frames };
    if (b->len <= BLOCKS_KEPT_MAX - c->blocks_kept) {
        k->bytes = arena_copy(&c->kept, b->bytes, b->len);
        if (k->bytes == NULL)
            return no_memory(c, error);
        c->blocks_kept += b->len;
    }
    table_commit(&c->blocks);
    return CAPTURE_FRAME;
}

/* Name records must lie inside their block and end with a NUL. */
static enum capture_result check_names(const struct capture *c, const struct block *b, struct thr_error *error)
{
    uint32_t at = 8, end = b->len - 4;
    while (end - at >= 4) {
        uint16_t kind = u16(b->big, b->bytes + at), len = u16(b->big, b->bytes + at + 2);
        uint32_t padded = ((uint32_t)len + 3) & ~UINT32_C(3);
        at += 4;
        if (kind == 0)
            return CAPTURE_FRAME;
        if (end - at < padded)
            return damaged(c, error, b->offset, "pcapng: %u bytes left in the block < NRB record length + padding %u",
                           end - at, padded);
        if (kind <= 2) {
            uint32_t least = kind == 1 ? 4 : 16;
            if (len < least)
                return damaged(c, error, b->offset, "pcapng: NRB record length for IPv%c record %u < minimum length %u",
                               kind == 1 ? '4' : '6', len, least);
            if (len > least && b->bytes[at + len - 1] != 0)
                return damaged(c, error, b->offset, "pcapng: NRB record has non-null-terminated host name");
        }
        at += padded;
    }
    return CAPTURE_FRAME;
}

static enum capture_result check_secret(const struct capture *c, const struct block *b, struct thr_error *error)
{
    uint32_t len = u32(b->big, b->bytes + 12);
    if (len > 1u << 30)
        return damaged(c, error, b->offset, "pcapng: secrets block is too large: %u", len);
    return len > b->len - 20 ? cut_short(c, error) : CAPTURE_FRAME;
}

/* A block that is no frame: CAPTURE_FRAME when reading may go on. */
static enum capture_result take_block(struct capture *c, const struct block *b, struct thr_error *error)
{
    enum capture_result r = CAPTURE_FRAME;
    switch (b->type) {
    case BLOCK_SHB: return read_section(c, b, error);
    case BLOCK_IDB: return read_interface(c, b, error);
    case BLOCK_NRB: r = check_names(c, b, error); break;
    case BLOCK_DSB: r = check_secret(c, b, error); break;
    default: break;
    }
    return r == CAPTURE_FRAME ? keep_block(c, b, error) : r;
}

enum capture_result pcapng_next(struct capture *c, struct capture_frame *frame, struct thr_error *error)
{
    for (;;) {
        struct block b;
        enum capture_result r = get_block(c, &c->window, c->next, c->section->shown.big_endian, &b, error);
        if (unlikely(r != CAPTURE_FRAME))
            return r;
        bool is_frame = true;
        uint32_t first = c->section->shown.first_interface;
        if (likely(b.type == BLOCK_EPB || b.type == BLOCK_OPB))
            r = packet_block(c, &b, first, c->section_interfaces, frame, error);
        else if (b.type == BLOCK_SPB)
            r = simple_block(c, &b, first, c->section_interfaces, frame, error);
        else if (is_record(b.type))
            record_block(&b, table_count(&c->sections) - 1, frame);
        else {
            is_frame = false;
            r = take_block(c, &b, error);
        }
        if (unlikely(r != CAPTURE_FRAME))
            return r;
        c->next += b.len;
        if (is_frame)
            return CAPTURE_FRAME;
    }
}

/* The section that an offset lies in. */
static uint32_t section_at(const struct capture *c, uint64_t offset)
{
    uint32_t low = 0, high = table_count(&c->sections);
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (SECTION(c, middle)->offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

enum capture_result pcapng_reread(const struct capture *c, struct window *w, const struct frame_place *place,
                                  struct capture_frame *frame, struct thr_error *error)
{
    bool none = place->interface == CAPTURE_NO_INTERFACE;
    if (table_count(&c->sections) == 0 || (!none && place->interface >= table_count(&c->interfaces))) {
        thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no interface %u in \"%.300s\".", place->interface,
                      c->source.name);
        return CAPTURE_ERROR;
    }
    uint32_t section = none ? section_at(c, place->offset) : INTERFACE(c, place->interface)->shown.section;
    const struct section *s = SECTION(c, section);
    struct block b;
    enum capture_result r = get_block(c, w, place->offset, s->shown.big_endian, &b, error);
    if (r != CAPTURE_FRAME)
        return r;
    uint32_t first = s->shown.first_interface;
    /* All interfaces that exist by now: the block's own number was checked when it was first read. */
    uint32_t interfaces = (section + 1 < table_count(&c->sections) ? SECTION(c, section + 1)->shown.first_interface
                                                                   : table_count(&c->interfaces)) -
                          first;
    if (b.type == BLOCK_EPB || b.type == BLOCK_OPB)
        return packet_block(c, &b, first, interfaces, frame, error);
    if (b.type == BLOCK_SPB)
        return simple_block(c, &b, first, interfaces, frame, error);
    if (is_record(b.type)) {
        record_block(&b, section, frame);
        return CAPTURE_FRAME;
    }
    return damaged(c, error, place->offset, "pcapng: no packet begins here");
}

bool pcapng_open(struct capture *c, struct thr_error *error)
{
    if (be32(window_at(&c->window, 0)) != BLOCK_SHB)
        return false;
    enum window_result got = window_need(&c->window, 0, 12, error);
    if (got != WINDOW_OK)
        return got == WINDOW_ERROR;
    const uint8_t *p = window_at(&c->window, 0);
    if (be32(p + 8) != 0x1a2b3c4d && le32(p + 8) != 0x1a2b3c4d)
        return false;
    c->format = CAPTURE_PCAPNG;
    struct block b;
    enum capture_result r = get_block(c, &c->window, 0, false, &b, error);
    if (r == CAPTURE_FRAME)
        r = read_section(c, &b, error);
    if (r == CAPTURE_FRAME)
        c->next = b.len;
    return true;
}
