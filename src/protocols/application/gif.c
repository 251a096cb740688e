/* gif.c - Graphics Interchange Format 87a and 89a (CompuServe): the blocks of an image. */
#include "protocols/protocol.h"

enum { GIF, VERSION, SCREEN_WIDTH, SCREEN_HEIGHT, GLOBAL, GLOBAL_PRESENT, GLOBAL_COLOUR, GLOBAL_ORDERED, GLOBAL_PIXEL, BACKGROUND,
       ASPECT, GLOBAL_MAP, LEFT, TOP, WIDTH, HEIGHT, LOCAL, LOCAL_PRESENT, LOCAL_COLOUR, LOCAL_ORDERED, LOCAL_PIXEL, LOCAL_MAP,
       EXTENSION, EXTENSION_LABEL, IMAGE, CODE_SIZE, END, DATA_BLOCK, UNKNOWN };
enum { NOTE_UNKNOWN };
enum { HEADER = 6, SMALLEST = 20, INTRODUCER = 0x21, SEPARATOR = 0x2c, TRAILER = 0x3b };

VALUES(truths, { 0, "False" }, { 1, "True" });
VALUES(extensions, { 0x01, "Plain Text" }, { 0xf9, "Graphics Control" }, { 0xfe, "Comment" }, { 0xff, "Application" });

static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, HEADER);
    sb_str(sb, "Compuserve GIF, Version: ");
    if (p != NULL)
        sb_mem(sb, p, HEADER);
}

static void settings(struct strbuf *sb, uint64_t v, const char *what)
{
    unsigned colour = (unsigned)(v >> 4 & 7) + 1, pixel = (unsigned)(v & 7) + 1;
    sb_printf(sb, "%s settings:", what);
    if (v & 0x80)
        sb_printf(sb, " (%s color table present)", what);
    sb_printf(sb, " (%u bit%s per color) (%u bit%s per pixel)", colour, colour == 1 ? "" : "s", pixel,
              pixel == 1 ? "" : "s");
}

static void global_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    settings(sb, n->v.u, "Global");
}

static void local_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    settings(sb, n->v.u, "Local");
}

static void aspect_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    unsigned v = (unsigned)n->v.u;
    sb_printf(sb, "%u, yields an aspect ratio of (15 + %u) / 64 = %.2f", v, v, (double)(15 + v) / 64.0);
}

static void extension_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 1, 1);
    const char *name = p != NULL ? values_find(&extensions, *p) : NULL;
    sb_str(sb, "Extension: ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "<Warning: Unknown extension 0x%02x>", p != NULL ? *p : 0u);
}

static void block_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    enum { SHOWN = 36 };
    uint32_t len = n->len != 0 ? n->len - 1 : 0;
    const uint8_t *p = node_bytes(d, n, 1, len);
    sb_str(sb, "Data block: ");
    if (len == 0 || p == NULL)
        sb_str(sb, "<none>");
    else
        sb_hex_bytes(sb, p, len < SHOWN ? len : SHOWN, '\0');
    if (len > SHOWN)
        sb_str(sb, "\xe2\x80\xa6");
    sb_printf(sb, " (length = %u)", len);
}

static const struct field fields[] = {
    [GIF] = { "image-gif", "Compuserve GIF", FT_PROTOCOL, .label_fn = heading_label },
    [VERSION] = { "image-gif.version", "Version", FT_STRING },
    [SCREEN_WIDTH] = { "image-gif.screen.width", "Screen width", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [SCREEN_HEIGHT] = { "image-gif.screen.height", "Screen height", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [GLOBAL] = { "", "Global settings", FT_UINT8, .label_fn = global_label },
    [GLOBAL_PRESENT] = { "image-gif.global.color_map.present", "Global color map is present", FT_UINT8, BASE_DEC, .mask = 0x80, .values = &truths },
    [GLOBAL_COLOUR] = { "image-gif.global.color_bpp", "Bits per color minus 1", FT_UINT8, BASE_DEC, .mask = 0x70 },
    [GLOBAL_ORDERED] = { "image-gif.global.color_map.ordered", "Global color map is ordered", FT_UINT8, BASE_DEC, .mask = 0x08, .values = &truths },
    [GLOBAL_PIXEL] = { "image-gif.global.bpp", "Image bits per pixel minus 1", FT_UINT8, BASE_DEC, .mask = 0x07 },
    [BACKGROUND] = { "image-gif.image_background_index", "Background color index", FT_UINT8, BASE_DEC },
    [ASPECT] = { "image-gif.global.pixel_aspect_ratio", "Global pixel aspect ratio", FT_UINT8, BASE_DEC, .label_fn = aspect_label },
    [GLOBAL_MAP] = { "image-gif.global.color_map", "Global color map", FT_BYTES },
    [LEFT] = { "image-gif.image.left", "Image left position", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [TOP] = { "image-gif.image.top", "Image top position", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [WIDTH] = { "image-gif.image.width", "Image width", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [HEIGHT] = { "image-gif.image.height", "Image height", FT_UINT16, BASE_DEC, .flags = LITTLE },
    [LOCAL] = { "", "Local settings", FT_UINT8, .label_fn = local_label },
    [LOCAL_PRESENT] = { "image-gif.local.color_map.present", "Local color map is present", FT_UINT8, BASE_DEC, .mask = 0x80, .values = &truths },
    [LOCAL_COLOUR] = { "image-gif.local.color_bpp", "Bits per color minus 1", FT_UINT8, BASE_DEC, .mask = 0x70 },
    [LOCAL_ORDERED] = { "image-gif.local.color_map.ordered", "Local color map is ordered", FT_UINT8, BASE_DEC, .mask = 0x08, .values = &truths },
    [LOCAL_PIXEL] = { "image-gif.local.bpp", "Image bits per pixel minus 1", FT_UINT8, BASE_DEC, .mask = 0x07 },
    [LOCAL_MAP] = { "image-gif.local.color_map", "Local color map", FT_BYTES },
    [EXTENSION] = { "image-gif.extension", "Extension", FT_NONE, .label_fn = extension_label },
    [EXTENSION_LABEL] = { "image-gif.extension.label", "Extension label", FT_UINT8, BASE_HEX, .values = &extensions },
    [IMAGE] = { "image-gif.image", "Image", FT_NONE },
    [CODE_SIZE] = { "image-gif.image.code_size", "LZW minimum code size", FT_UINT8, BASE_DEC },
    [END] = { "image-gif.end", "Trailer (End of the GIF stream)", FT_NONE },
    [DATA_BLOCK] = { "image-gif.data_block", "Data block", FT_UINT_BYTES, .label_fn = block_label },
    [UNKNOWN] = { "", "Unknown GIF data block type", FT_NONE },
};
static const struct note_def notes[] = {
    [NOTE_UNKNOWN] = { "gif.data_block_type.unknown", "Unknown GIF data block type", SEV_WARN, GROUP_PROTOCOL },
};

/* Section 15 and 16: blocks that begin with their length, up to an empty one. */
static void data_blocks(struct dissect *d, struct cursor *c)
{
    uint32_t len = 1;
    while (len != 0 && d->stop == STOP_NONE) {
        len = get8(d, *c, 0);
        if (!need(d, *c, 0, 1 + len))
            return;
        emit_held(d, *c, DATA_BLOCK, 0, 1 + len, c->p + 1, len);
        cursor_skip(c, 1 + len);
    }
}

/* The packed byte with its four parts; the size of the table of colours that it announces, 0: none. */
static uint32_t packed(struct dissect *d, struct cursor *c, unsigned first)
{
    uint32_t v = get8(d, *c, 0);
    emit_bits(d, *c, 0, 1, first, first + 4);
    cursor_skip(c, 1);
    return (v & 0x80) != 0 ? 3u << ((v & 7) + 1) : 0;
}

static void extension(struct dissect *d, struct cursor *c)
{
    struct cursor start = *c;
    uint32_t node = emit_at(d, *c, EXTENSION, 0, 2);
    down(d);
    emit_at(d, *c, EXTENSION_LABEL, 1, 1);
    cursor_skip(c, 2);
    data_blocks(d, c);
    set_len(d, node, c->offset - start.offset);
    up(d);
}

static void image(struct dissect *d, struct cursor *c)
{
    struct cursor start = *c;
    uint32_t node = emit_at(d, *c, IMAGE, 0, 1);
    down(d);
    cursor_skip(c, 1);
    for (unsigned row = LEFT; row <= HEIGHT; row++)
        add_item(d, c, row, 2);
    uint32_t map = packed(d, c, LOCAL);
    if (map != 0)
        add_item(d, c, LOCAL_MAP, map);
    add_item(d, c, CODE_SIZE, 1);
    data_blocks(d, c);
    set_len(d, node, c->offset - start.offset);
    up(d);
}

static void block(struct dissect *d, struct cursor *c)
{
    switch (get8(d, *c, 0)) {
    case INTRODUCER: extension(d, c); return;
    case SEPARATOR: image(d, c); return;
    case TRAILER: add_item(d, c, END, 1); return;
    default: note_on(d, add_item(d, c, UNKNOWN, 1), NOTE_UNKNOWN, NULL);
    }
}

static bool is_gif(const struct dissect *d, struct cursor c)
{
    (void)d;
    return c.cap >= SMALLEST && (memcmp(c.p, "GIF87a", HEADER) == 0 || memcmp(c.p, "GIF89a", HEADER) == 0);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_char(sb, '(');
    sb_mem(sb, arg, HEADER);
    sb_char(sb, ')');
}

static struct verdict gif_run(struct dissect *d, struct cursor c)
{
    if (!is_gif(d, c))
        return not_mine();
    info_separated(d, " ", info, c.p);
    emit_protocol(d, c, c.cap, NULL);
    add_item(d, &c, VERSION, HEADER);
    add_item(d, &c, SCREEN_WIDTH, 2);
    add_item(d, &c, SCREEN_HEIGHT, 2);
    uint32_t map = packed(d, &c, GLOBAL);
    add_item(d, &c, BACKGROUND, 1);
    if (get8(d, c, 0) != 0)
        emit_at(d, c, ASPECT, 0, 1);
    cursor_skip(&c, 1);
    if (map != 0)
        add_item(d, &c, GLOBAL_MAP, map);
    while (more(d, &c))
        block(d, &c);
    return done();
}

static const struct claim claims[] = { { .table = TABLE_MEDIA_TYPE, .text = "image/gif" } };
static const struct heuristic heuristics[] = { { TABLE_HTTP, is_gif, "image_gif_http", "GIF file in HTTP" } };

PROTOCOL(gif,
    .name = "image-gif", .short_name = "GIF image", .long_name = "Compuserve GIF",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HEURISTICS(heuristics),
    .run = gif_run
);
