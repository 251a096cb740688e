/* jfif.c - JPEG File Interchange Format (ITU-T T.871), Exif: the segments of a JPEG image (ITU-T T.81, annex B). */
#include "protocols/application/jfif_rows.h"

enum { SOI = 0xffd8, EOI = 0xffd9, SOS = 0xffda, APP0 = 0xffe0, APP1 = 0xffe1, APP2 = 0xffe2, COM = 0xfffe, SMALLEST = 20 };

/* Markers that stand alone (table B.1). */
static bool stands_alone(uint32_t marker) { return marker == 0xff01 || (marker >= 0xffd0 && marker <= EOI); }

/* Start of frame: all but the tables and reserved ones in its range. */
static bool is_sof(uint32_t marker)
{
    return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
}

/* The identifier up to its NUL, which c moves past; its length without it, or 0 when it has none. */
static uint32_t identifier(struct dissect *d, struct cursor *c, const char *const *known, const char *unknown,
                           int *which)
{
    const uint8_t *end = c->cap != 0 ? memchr(c->p, 0, c->cap) : NULL;
    uint32_t n = end != NULL ? (uint32_t)(end - c->p) + 1 : 0;
    *which = -1;
    if (n == 0) {
        fall_short(d, *c, c->cap, 1);
        return 0;
    }
    for (int i = 0; known[i] != NULL; i++)
        if (strcmp(known[i], (const char *)c->p) == 0)
            *which = i;
    uint32_t node = emit_at(d, *c, JFIF_IDENTIFIER, 0, n);
    if (*which < 0)
        annotate(d, node, unknown);
    cursor_skip(c, n);
    return n;
}

static void remaining(struct dissect *d, struct cursor c)
{
    if (c.cap != 0)
        emit_at(d, c, JFIF_REMAINING, 0, c.cap);
}

static void jfif_segment(struct dissect *d, struct cursor c)
{
    emit_at(d, c, JFIF_VERSION, 0, 2);
    down(d);
    emit_at(d, c, JFIF_MAJOR, 0, 1);
    emit_at(d, c, JFIF_MINOR, 1, 1);
    up(d);
    cursor_skip(&c, 2);
    add_item(d, &c, JFIF_UNITS, 1);
    add_item(d, &c, JFIF_XDENSITY, 2);
    add_item(d, &c, JFIF_YDENSITY, 2);
    uint32_t pixels = get8(d, c, 0) * get8(d, c, 1);
    add_item(d, &c, JFIF_XTHUMBNAIL, 1);
    add_item(d, &c, JFIF_YTHUMBNAIL, 1);
    if (pixels != 0)
        add_item(d, &c, JFIF_RGB, pixels * 3);
}

static void app0(struct dissect *d, struct cursor c, bool *seen)
{
    static const char *const known[] = { "JFIF", "JFXX", NULL };
    int which;
    if (identifier(d, &c, known, " (unknown identifier)", &which) == 0)
        return;
    *seen |= which == 0;
    if (which == 0)
        jfif_segment(d, c);
    else if (which == 1)
        emit_at(d, c, JFIF_EXTENSION, 0, 1);
    else
        remaining(d, c);
}

static void app1(struct dissect *d, struct cursor c, bool seen)
{
    static const char *const known[] = { "Exif", NULL };
    int which;
    if (identifier(d, &c, known, " (Unknown identifier)", &which) == 0)
        return;
    if (which < 0) {
        remaining(d, c);
        return;
    }
    if (!seen)
        note(d, JFIF_NOTE_NOT_FIRST, NULL);
    cursor_skip(&c, 1);  /* a byte that fills up */
    jfif_exif_emit(d, c);
}

/* True when it is what Exif calls FlashPix. */
static bool app2(struct dissect *d, struct cursor c)
{
    static const char *const known[] = { "FPXR", NULL };
    int which;
    if (identifier(d, &c, known, " (Unknown identifier)", &which) != 0 && which < 0)
        remaining(d, c);
    return which == 0;
}

static void frame_header(struct dissect *d, struct cursor c)
{
    add_item(d, &c, JFIF_PRECISION, 1);
    add_item(d, &c, JFIF_LINES, 2);
    add_item(d, &c, JFIF_SAMPLES, 2);
    uint32_t n = (uint32_t)add_uint(d, &c, JFIF_NF, 1);
    for (uint32_t i = 0; i < n && d->stop == STOP_NONE; i++) {
        add_item(d, &c, JFIF_C_I, 1);
        emit_at(d, c, JFIF_H_I, 0, 1);
        add_item(d, &c, JFIF_V_I, 1);
        add_item(d, &c, JFIF_TQ_I, 1);
    }
}

static void scan_header(struct dissect *d, struct cursor c)
{
    uint32_t n = (uint32_t)add_uint(d, &c, JFIF_NS, 1);
    for (uint32_t i = 0; i < n && d->stop == STOP_NONE; i++) {
        add_item(d, &c, JFIF_SELECTOR, 1);
        emit_at(d, c, JFIF_DC, 0, 1);
        add_item(d, &c, JFIF_AC, 1);
    }
    add_item(d, &c, JFIF_SS, 1);
    add_item(d, &c, JFIF_SE, 1);
    emit_at(d, c, JFIF_AH, 0, 1);
    emit_at(d, c, JFIF_AL, 0, 1);
}

/* A marker with its length and what it says. */
static void segment(struct dissect *d, struct cursor *c, uint32_t marker, bool *seen)
{
    uint32_t len = get16(d, *c, 2);
    bool flashpix = false;
    if (len < 2) {
        fall_short(d, *c, c->cap, 1);
        return;
    }
    if (!need(d, *c, 0, 2 + len))
        return;
    unsigned row = marker == COM    ? JFIF_COMMENT_HEADER
                   : marker == SOS  ? JFIF_SOS
                   : is_sof(marker) ? JFIF_SOF
                                    : JFIF_SEGMENT;
    struct cursor body = cursor_sub(*c, 4, len - 2);
    emit_at(d, *c, row, 0, 2 + len);
    down(d);
    emit_at(d, *c, JFIF_MARKER, 0, 2);
    emit_at(d, *c, JFIF_LENGTH, 2, 2);
    if (marker == APP0)
        app0(d, body, seen);
    else if (marker == APP1)
        app1(d, body, *seen);
    else if (marker == APP2)
        flashpix = app2(d, body);
    else if (row == JFIF_SOF)
        frame_header(d, body);
    else if (row == JFIF_SOS)
        scan_header(d, body);
    else if (row == JFIF_COMMENT_HEADER)
        emit_at(d, body, JFIF_COMMENT, 0, body.cap);
    else
        remaining(d, body);
    up(d);
    if (flashpix)
        emit_at(d, *c, JFIF_FLASHPIX, 0, 2 + len);
    cursor_skip(c, 2 + len);
}

/* Bytes up to the next marker: FF 00 is a byte of data (section F.1.2.3). */
static uint32_t data_length(struct cursor c)
{
    uint32_t n = 0;
    while (n < c.cap && !(c.p[n] == 0xff && n + 1 < c.cap && c.p[n + 1] != 0))
        n++;
    return n;
}

static void next_item(struct dissect *d, struct cursor *c, bool *seen)
{
    uint32_t data = data_length(*c), fill = 0;
    if (data != 0) {
        add_item(d, c, JFIF_ENTROPY, data);
        return;
    }
    while (fill + 1 < c->cap && c->p[fill + 1] == 0xff)
        fill++;
    if (fill != 0)
        add_item(d, c, JFIF_FILL, fill);
    uint32_t marker = get16(d, *c, 0);
    if (stands_alone(marker))
        add_item(d, c, JFIF_MARKER, 2);
    else
        segment(d, c, marker, seen);
}

static bool is_jfif(const struct dissect *d, struct cursor c)
{
    (void)d;
    return c.cap >= SMALLEST && be16(c.p) == SOI && (be16(c.p + 2) == APP0 || be16(c.p + 2) == APP1);
}

static struct verdict jfif_run(struct dissect *d, struct cursor c)
{
    bool seen = false;
    if (!is_jfif(d, c))
        return not_mine();
    info_separated(d, " ", info_constant, "(JPEG JFIF image)");
    emit_protocol(d, c, c.cap, NULL);
    while (more(d, &c))
        next_item(d, &c, &seen);
    return done();
}

#define TYPE(name) { .table = TABLE_MEDIA_TYPE, .text = name }
static const struct claim claims[] = { TYPE("image/jpeg"), TYPE("image/jpg"), TYPE("image/jfif") };
static const struct heuristic heuristics[] = { { TABLE_HTTP, is_jfif, "jfif_http", "JFIF file in HTTP" } };

PROTOCOL(jfif,
    .name = "image-jfif", .short_name = "JFIF (JPEG) image", .long_name = "JPEG File Interchange Format",
    .fields = jfif_fields, .n_fields = JFIF_ROWS, .notes = jfif_notes, .n_notes = JFIF_NOTES, CLAIMS(claims),
    HEURISTICS(heuristics),
    .run = jfif_run
);
