/* jfif_exif.c - JPEG: the directories of Exif 2.32 (TIFF 6.0, section 2), in an APP1 segment. */
#include "protocols/application/jfif_rows.h"

enum { TIFF_HEADER = 8, ENTRY = 12, EXIF_POINTER = 34665, GPS_POINTER = 34853, INTEROP_POINTER = 40965 };
enum { BYTE = 1, ASCII_TEXT, SHORT, LONG, RATIONAL, UNDEFINED = 7, SLONG = 9, SRATIONAL };

struct tiff {
    struct dissect *d;
    struct cursor c;  /* from the TIFF header on: offsets count from here */
    bool little;
};
struct entry {
    uint32_t tag, type, count, at;  /* at: of the value or of its offset */
    uint64_t size;                  /* of the value; 0: of unknown type */
};

static uint32_t number(const struct tiff *t, uint32_t at, uint32_t len)
{
    const uint8_t *p = cursor_peek(t->c, at, len);
    if (p == NULL)
        return (uint32_t)fall_short(t->d, t->c, at, len);
    return (uint32_t)(t->little ? le_uint(p, len) : be_uint(p, len));
}

static uint32_t number_emit(const struct tiff *t, unsigned row, uint32_t at, uint32_t len, uint32_t *node)
{
    uint32_t v = number(t, at, len), n = emit_value(t->d, t->c, row, at, len, v);
    if (node != NULL)
        *node = n;
    return v;
}

static struct entry entry_read(const struct tiff *t, uint32_t at)
{
    static const uint8_t sizes[] = { [BYTE] = 1,     [ASCII_TEXT] = 1, [SHORT] = 2, [LONG] = 4,
                                     [RATIONAL] = 8, [UNDEFINED] = 1,  [SLONG] = 4, [SRATIONAL] = 8 };
    struct entry e = {
        .tag = number(t, at, 2), .type = number(t, at + 2, 2), .count = number(t, at + 4, 4), .at = at + 8
    };
    e.size = e.type < sizeof sizes ? (uint64_t)sizes[e.type] * e.count : 0;
    return e;
}

static void rational(const struct tiff *t, uint32_t at, bool is_signed)
{
    struct dissect *d = t->d;
    uint32_t v[2] = { number(t, at, 4), number(t, at + 4, 4) };
    const void *kept = packet_copy(d, v, sizeof v);
    if (kept == NULL || d->stop != STOP_NONE)
        return;
    emit_arg(d, t->c, is_signed ? JFIF_SRATIONAL : JFIF_RATIONAL, at, 8, kept);
    down(d);
    emit_value(d, t->c, is_signed ? JFIF_SNUMERATOR : JFIF_NUMERATOR, at, 4,
               is_signed ? (uint64_t)(int64_t)(int32_t)v[0] : v[0]);
    emit_value(d, t->c, is_signed ? JFIF_SDENOMINATOR : JFIF_DENOMINATOR, at + 4, 4,
               is_signed ? (uint64_t)(int64_t)(int32_t)v[1] : v[1]);
    up(d);
}

/* The value at `at`: as many numbers as the entry counts, or one text. */
static void value_emit(const struct tiff *t, const struct entry *e, uint32_t at)
{
    struct dissect *d = t->d;
    uint32_t step = e->count != 0 ? (uint32_t)(e->size / e->count) : 0;
    if (step == 0 || e->size > t->c.cap || !need(d, t->c, at, (uint32_t)e->size))
        return;
    if (e->type == ASCII_TEXT || e->type == UNDEFINED) {
        emit_at(d, t->c, e->type == ASCII_TEXT ? JFIF_ASCII : JFIF_UNDEFINED, at, (uint32_t)e->size);
        return;
    }
    for (uint32_t i = 0; i < e->count && d->stop == STOP_NONE; i++, at += step) {
        if (e->type == RATIONAL || e->type == SRATIONAL)
            rational(t, at, e->type == SRATIONAL);
        else if (e->type == SLONG)
            emit_value(d, t->c, JFIF_SLONG, at, 4, (uint64_t)(int64_t)(int32_t)number(t, at, 4));
        else
            number_emit(t, e->type == BYTE ? JFIF_BYTE : e->type == SHORT ? JFIF_SHORT : JFIF_LONG, at, step, NULL);
    }
}

static bool is_inline(const struct entry *e) { return e->size != 0 && e->size <= 4; }

static void entry_emit(const struct tiff *t, const struct entry *e, unsigned tag_row)
{
    struct dissect *d = t->d;
    uint32_t node, end = t->c.wire;
    number_emit(t, tag_row, e->at - 8, 2, NULL);
    number_emit(t, JFIF_TYPE, e->at - 6, 2, NULL);
    number_emit(t, JFIF_COUNT, e->at - 4, 4, NULL);
    if (is_inline(e)) {
        value_emit(t, e, e->at);
        return;
    }
    uint32_t offset = number_emit(t, JFIF_OFFSET, e->at, 4, &node);
    if (offset >= end)
        note_on(d, node, JFIF_NOTE_OFFSET, packet_copy(d, &end, sizeof end));
}

/* Directories that others point to: at most one of each kind is followed. */
struct pointers {
    uint32_t exif, gps, interop;
    bool gps_first;
};

static void take_pointer(const struct tiff *t, const struct entry *e, struct pointers *p)
{
    if (e->type != LONG || e->count != 1)
        return;
    uint32_t to = number(t, e->at, 4);
    if (e->tag == EXIF_POINTER)
        p->exif = to;
    else if (e->tag == GPS_POINTER)
        p->gps = to, p->gps_first = p->exif == 0;
    else if (e->tag == INTEROP_POINTER)
        p->interop = to;
}

/* One directory at `at`, and the values that stand outside it; *next: the offset of the one that follows, 0: none. */
static void directory(const struct tiff *t, uint32_t at, struct jfif_directory kind, struct pointers *p, uint32_t *next)
{
    static const uint8_t tag_rows[] = { JFIF_TAG, JFIF_TAG_EXIF, JFIF_TAG_GPS, JFIF_TAG_INTEROP };
    struct dissect *d = t->d;
    uint32_t count = number(t, at, 2), size = 2 + count * ENTRY + 4, node, least = at + size;
    const void *kept = packet_copy(d, &kind, sizeof kind);
    *next = 0;
    if (kept == NULL || !need(d, t->c, at, size))
        return;
    emit_arg(d, t->c, JFIF_DIRECTORY, at, size, kept);
    down(d);
    number_emit(t, JFIF_NUM_FIELDS, at, 2, NULL);
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        struct entry e = entry_read(t, at + 2 + i * ENTRY);
        entry_emit(t, &e, tag_rows[kind.kind]);
        take_pointer(t, &e, p);
    }
    uint32_t follows = number_emit(t, JFIF_NEXT, at + size - 4, 4, &node);
    if (follows != 0 && follows < least)
        note_on(d, node, JFIF_NOTE_NEXT, packet_copy(d, &least, sizeof least));
    else
        *next = follows;
    up(d);
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        struct entry e = entry_read(t, at + 2 + i * ENTRY);
        if (!is_inline(&e) && e.size != 0 && number(t, e.at, 4) < t->c.wire)
            value_emit(t, &e, number(t, e.at, 4));
    }
}

static void side_directory(const struct tiff *t, uint32_t at, enum directory_kind kind, struct pointers *p)
{
    uint32_t next;
    if (at != 0)
        directory(t, at, (struct jfif_directory){ kind, 0 }, p, &next);
}

static void directories(const struct tiff *t, uint32_t at)
{
    struct dissect *d = t->d;
    for (uint32_t i = 0; at != 0 && d->stop == STOP_NONE; i++) {  /* each stands behind the one before */
        struct pointers p = { 0 };
        uint32_t next;
        directory(t, at, (struct jfif_directory){ DIRECTORY_IMAGE, i }, &p, &next);
        struct pointers in = p;
        if (p.gps_first)
            side_directory(t, p.gps, DIRECTORY_GPS, &in);
        side_directory(t, p.exif, DIRECTORY_EXIF, &in);
        if (!p.gps_first)
            side_directory(t, p.gps, DIRECTORY_GPS, &in);
        side_directory(t, in.interop, DIRECTORY_INTEROP, &in);
        at = next;
    }
}

void jfif_exif_emit(struct dissect *d, struct cursor c)
{
    static const uint32_t least = TIFF_HEADER;
    struct tiff t = { .d = d, .c = c };
    uint32_t order = get16(d, c, 0), node;
    emit_at(d, c, JFIF_ENDIANNESS, 0, 2);
    if (order != 0x4d4d && order != 0x4949)
        return;
    t.little = order == 0x4949;
    uint32_t start = number_emit(&t, JFIF_START, 4, 4, &node);
    if (start < least) {
        note_on(d, node, JFIF_NOTE_START, &least);
        return;
    }
    directories(&t, start);
}
