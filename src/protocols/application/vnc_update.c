/* vnc_update.c - framebuffer updates: RFC 6143 sections 7.6.1, 7.7 and 7.8; XCursor and Zlib by the community's RFB
   description.  What is compressed is not unpacked. */
#include "protocols/application/vnc.h"

enum { UPDATE_HEADER = 4, RECT_HEADER = 12, TILE = 16 };
enum encoding {
    RAW = 0, COPYRECT = 1, RRE = 2, CORRE = 4, HEXTILE = 5, ZLIB = 6, ZRLE = 16, ZYWRLE = 17, DESKTOP_SIZE = -223,
    LAST_RECT = -224, POINTER_POSITION = -232, CURSOR = -239, X_CURSOR = -240, DESKTOP_NAME = -307
};
enum { HEX_RAW = 1, HEX_BACKGROUND = 2, HEX_FOREGROUND = 4, HEX_SUBRECTS = 8, HEX_COLOURED = 16 };

struct rect {
    uint32_t x, y, width, height;
    int32_t encoding;
};

static struct rect rect_at(const uint8_t *p)
{
    return (struct rect){ be16(p), be16(p + 2), be16(p + 4), be16(p + 6), (int32_t)be32(p + 8) };
}

static uint32_t bitmask_size(const struct rect *r) { return (r->width + 7) / 8 * r->height; }

/* --- sizes ------------------------------------------------------------------------------------------------------- */

static struct vnc_size exactly(uint64_t n) { return (struct vnc_size){ .least = n, .exact = true }; }

/* Something whose length stands at its beginning. */
static struct vnc_size counted(struct cursor c, uint32_t off, uint64_t before, uint64_t each)
{
    const uint8_t *p = cursor_peek(c, off, 4);
    return p != NULL ? exactly(before + be32(p) * each) : (struct vnc_size){ .least = before };
}

static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* One tile: section 7.7.4. */
static struct vnc_size tile_size(struct cursor c, uint32_t pixels, uint32_t bytes)
{
    const uint8_t *p = cursor_peek(c, 0, 1);
    if (p == NULL)
        return (struct vnc_size){ .least = 1 };
    unsigned mask = p[0];
    if (mask & HEX_RAW)
        return exactly(1 + (uint64_t)pixels * bytes);
    uint32_t n = 1 + (mask & HEX_BACKGROUND ? bytes : 0) + (mask & HEX_FOREGROUND ? bytes : 0);
    if (!(mask & HEX_SUBRECTS))
        return exactly(n);
    p = cursor_peek(c, n, 1);
    uint32_t each = 2 + (mask & HEX_COLOURED ? bytes : 0);
    return p != NULL ? exactly(n + 1 + p[0] * each) : (struct vnc_size){ .least = n + 1 };
}

static struct vnc_size hextile_size(struct cursor c, const struct rect *r, uint32_t bytes, struct vnc_scan *scan)
{
    cursor_skip(&c, scan->in);
    for (; scan->y < r->height; scan->y += TILE, scan->x = 0)
        for (; scan->x < r->width; scan->x += TILE) {
            uint32_t pixels = smaller(TILE, r->width - scan->x) * smaller(TILE, r->height - scan->y);
            struct vnc_size one = tile_size(c, pixels, bytes);
            if (!one.exact || one.least > c.cap)
                return (struct vnc_size){ .least = scan->in + one.least };
            scan->in += (uint32_t)one.least;
            cursor_skip(&c, (uint32_t)one.least);
        }
    return exactly(scan->in);
}

static struct vnc_size content_size(struct cursor c, const struct rect *r, uint32_t bytes, struct vnc_scan *scan)
{
    uint64_t pixels = (uint64_t)r->width * r->height;
    switch (r->encoding) {
    case RAW: return exactly(pixels * bytes);
    case COPYRECT: return exactly(4);
    case RRE: return counted(c, 0, 4 + bytes, bytes + 8);
    case CORRE: return counted(c, 0, 4 + bytes, bytes + 4);
    case HEXTILE: return hextile_size(c, r, bytes, scan);
    case ZLIB:
    case ZRLE:
    case ZYWRLE:
    case DESKTOP_NAME: return counted(c, 0, 4, 1);
    case DESKTOP_SIZE:
    case LAST_RECT:
    case POINTER_POSITION: return exactly(0);
    case CURSOR: return exactly(pixels * bytes + bitmask_size(r));
    case X_CURSOR: return exactly(pixels != 0 ? 6 + 2 * (uint64_t)bitmask_size(r) : 0);
    default: return (struct vnc_size){ .unknown = true };
    }
}

struct vnc_size vnc_update_size(struct cursor c, uint32_t bytes, struct vnc_scan *scan)
{
    const uint8_t *p = cursor_peek(c, 0, UPDATE_HEADER);
    if (p == NULL)
        return (struct vnc_size){ .least = UPDATE_HEADER };
    uint32_t count = be16(p + 2);
    if (scan->off == 0)
        scan->off = UPDATE_HEADER;
    while (scan->rect < count) {
        uint64_t header = (uint64_t)scan->off + RECT_HEADER;
        p = cursor_peek(c, scan->off, RECT_HEADER);
        if (p == NULL)
            return (struct vnc_size){ .least = header };
        struct rect r = rect_at(p);
        struct vnc_size one = content_size(cursor_at(c, (uint32_t)header), &r, bytes, scan);
        if (one.unknown || !one.exact || header + one.least > c.cap)
            return (struct vnc_size){ header + one.least, false, one.unknown };
        bool last = r.encoding == LAST_RECT;
        *scan = (struct vnc_scan){
            scan->serial, (uint32_t)(header + one.least), last ? count : scan->rect + 1, 0, 0, 0
        };
    }
    return exactly(scan->off);
}

/* --- nodes ------------------------------------------------------------------------------------------------------- */

static void numbered(struct dissect *d, struct cursor c, unsigned row, uint32_t size, uint32_t number)
{
    const uint32_t *kept = packet_copy(d, &number, sizeof number);
    if (kept != NULL)
        emit_arg(d, c, row, 0, size < c.cap ? size : c.cap, kept);
}

static void rre_emit(struct dissect *d, struct cursor c, uint32_t bytes, uint32_t field)
{
    uint32_t count = (uint32_t)add_uint(d, &c, VNC_RRE_NUM_SUBRECTS, 4);
    add_item(d, &c, VNC_RRE_BG_PIXEL, bytes);
    for (uint32_t i = 1; i <= count && more(d, &c); i++) {
        numbered(d, c, VNC_SUBRECT, bytes + 4 * field, i);
        down(d);
        add_item(d, &c, VNC_RRE_SUBRECT_PIXEL, bytes);
        for (unsigned row = VNC_RRE_X_POS; row <= VNC_RRE_HEIGHT; row++)
            add_item(d, &c, row, field);
        up(d);
    }
}

static void hextile_subrects(struct dissect *d, struct cursor c, uint32_t bytes)
{
    uint32_t count = (uint32_t)add_uint(d, &c, VNC_HEXTILE_NUM_SUBRECTS, 1);
    down(d);
    for (uint32_t i = 1; i <= count && more(d, &c); i++) {
        numbered(d, c, VNC_SUBRECT, bytes + 2, i);
        down(d);
        if (bytes != 0)
            add_item(d, &c, VNC_HEXTILE_PIXEL, bytes);
        emit_at(d, c, VNC_HEXTILE_X_POS, 0, 1);
        add_item(d, &c, VNC_HEXTILE_Y_POS, 1);
        emit_at(d, c, VNC_HEXTILE_WIDTH, 0, 1);
        add_item(d, &c, VNC_HEXTILE_HEIGHT, 1);
        up(d);
    }
    up(d);
}

static void tile_emit(struct dissect *d, struct cursor c, uint32_t bytes)
{
    unsigned mask = get8(d, c, 0);
    emit_bits(d, c, 0, 1, VNC_HEXTILE_SUBENCODING, VNC_HEXTILE_SUBRECTSCOLORED);
    cursor_skip(&c, 1);
    if (mask & HEX_RAW) {
        emit_at(d, c, VNC_HEXTILE_RAW_VALUE, 0, c.wire);
        return;
    }
    if (mask & HEX_BACKGROUND)
        add_item(d, &c, VNC_HEXTILE_BG_VALUE, bytes);
    if (mask & HEX_FOREGROUND)
        add_item(d, &c, VNC_HEXTILE_FG_VALUE, bytes);
    if (mask & HEX_SUBRECTS)
        hextile_subrects(d, c, mask & HEX_COLOURED ? bytes : 0);
}

static void hextile_emit(struct dissect *d, struct cursor c, const struct rect *r, uint32_t bytes)
{
    for (uint32_t y = 0; y < r->height && more(d, &c); y += TILE)
        for (uint32_t x = 0; x < r->width && more(d, &c); x += TILE) {
            uint32_t wide = smaller(TILE, r->width - x), high = smaller(TILE, r->height - y);
            struct vnc_size size = tile_size(c, wide * high, bytes);
            if (!need(d, c, 0, (uint32_t)size.least))
                return;
            numbered(d, c, VNC_TILE, (uint32_t)size.least, (x + wide) << 16 | (y + high));
            down(d);
            tile_emit(d, cursor_part(c, (uint32_t)size.least), bytes);
            up(d);
            cursor_skip(&c, (uint32_t)size.least);
        }
}

static void cursor_emit(struct dissect *d, struct cursor c, const struct rect *r, uint32_t bytes)
{
    if (r->encoding == X_CURSOR && c.wire != 0) {
        add_item(d, &c, VNC_CURSOR_X_FORE_BACK, 6);
        add_item(d, &c, VNC_CURSOR_PIXELS, bitmask_size(r));
    } else if (c.wire != 0) {
        add_item(d, &c, VNC_CURSOR_PIXELS, r->width * r->height * bytes);
    }
    if (c.wire != 0)
        add_item(d, &c, VNC_CURSOR_BITMASK, c.wire);
}

static void content_emit(struct dissect *d, struct cursor c, const struct rect *r, uint32_t bytes)
{
    switch (r->encoding) {
    case RAW: emit_at(d, c, VNC_RAW_PIXEL_DATA, 0, c.wire); break;
    case COPYRECT:
        add_item(d, &c, VNC_COPYRECT_SRC_X_POS, 2);
        add_item(d, &c, VNC_COPYRECT_SRC_Y_POS, 2);
        break;
    case RRE: rre_emit(d, c, bytes, 2); break;
    case CORRE: rre_emit(d, c, bytes, 1); break;
    case HEXTILE: hextile_emit(d, c, r, bytes); break;
    case CURSOR:
    case X_CURSOR: cursor_emit(d, c, r, bytes); break;
    case DESKTOP_NAME:
        emit_at(d, c, VNC_DESKTOP_NAME_LEN, 0, 4);
        emit_at(d, c, VNC_DESKTOP_NAME, 4, get32(d, c, 0));
        break;
    default: break;
    }
}

static void place_emit(struct dissect *d, struct cursor *c, bool is_cursor)
{
    static const char *const meanings[] = { "hotspot X", "hotspot Y", "cursor width", "cursor height" };
    for (unsigned i = 0; i < ARRAY_LEN(meanings); i++) {
        uint32_t node = add_item(d, c, VNC_FB_X_POS + i, 2);
        if (is_cursor)
            annotate(d, node, meanings[i]);
    }
}

void vnc_update_emit(struct dissect *d, struct cursor c, uint32_t bytes)
{
    cursor_skip(&c, 1);
    add_item(d, &c, VNC_PADDING, 1);
    uint32_t count = (uint32_t)add_uint(d, &c, VNC_NUM_RECTS, 2);
    for (uint32_t i = 1; i <= count && more(d, &c) && need(d, c, 0, RECT_HEADER); i++) {
        struct rect r = rect_at(c.p);
        struct cursor content = cursor_at(c, RECT_HEADER);
        struct vnc_scan scan = { 0 };
        struct vnc_size size = content_size(content, &r, bytes, &scan);
        uint32_t len = size.least < content.wire ? (uint32_t)size.least : content.wire;
        numbered(d, c, VNC_RECT, RECT_HEADER + len, i);
        down(d);
        place_emit(d, &c, r.encoding == CURSOR || r.encoding == X_CURSOR);
        add_item(d, &c, VNC_FB_ENCODING_TYPE, 4);
        down(d);
        content_emit(d, cursor_part(c, len), &r, bytes);
        up(d);
        up(d);
        cursor_skip(&c, len);
        if (size.unknown || r.encoding == LAST_RECT)
            return;
    }
}
