/* png.c - Portable Network Graphics, W3C Recommendation of 2003 (RFC 2083): the chunks of an image. */
#include "protocols/protocol.h"

enum { PNG, SIGNATURE, CHUNK, DATA, TYPE, LEN, CRC, ANCILLARY, PRIVATE, COPY, WIDTH, HEIGHT, DEPTH, COLOUR, COMPRESSION, FILTER,
       INTERLACE, INTENT, KEYWORD, STRING, YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, HORIZONTAL, VERTICAL, UNIT, PALETTE, GREY, RED,
       GREEN, BLUE, WHITE_X, WHITE_Y, RED_X, RED_Y, GREEN_X, GREEN_Y, BLUE_X, BLUE_Y, GAMMA };
enum { TOO_LARGE };

static void chunk_label(struct strbuf *sb, const struct dissect *d, const struct node *n);

static const struct truth ancillary = { "This is an ANCILLARY chunk", "This is a CRITICAL chunk" };
static const struct truth private_chunk = { "This is a PRIVATE chunk", "This is a PUBLIC chunk" };
static const struct truth copy = { "This chunk is SAFE TO COPY", "This chunk is NOT safe to copy" };
VALUES(colours, { 0, "Greyscale" }, { 2, "Truecolour" }, { 3, "Indexed-colour" }, { 4, "Greyscale with alpha" },
       { 6, "Truecolour with alpha" });
VALUES(compressions, { 0, "Deflate" });
VALUES(filters, { 0, "Adaptive" });
VALUES(interlaces, { 0, "No interlace" }, { 1, "Adam7" });
VALUES(intents, { 0, "Perceptual" }, { 1, "Relative colorimetric" }, { 2, "Saturation" }, { 3, "Absolute colorimetric" });
VALUES(units, { 0, "Unit is unknown" }, { 1, "Unit is METRE" });

static const struct field fields[] = {
    [PNG] = { "png", "Portable Network Graphics", FT_PROTOCOL },
    [SIGNATURE] = { "png.signature", "PNG Signature", FT_BYTES },
    [CHUNK] = { "", "Chunk", FT_NONE, .label_fn = chunk_label },
    [DATA] = { "png.chunk.data", "Data", FT_NONE },
    [TYPE] = { "png.chunk.type", "Chunk", FT_STRING, .flags = ASCII },
    [LEN] = { "png.chunk.len", "Len", FT_UINT32, BASE_DEC },
    [CRC] = { "png.chunk.crc", "CRC", FT_UINT32, BASE_HEX },
    [ANCILLARY] = { "png.chunk.flag.ancillary", "Ancillary", FT_BOOLEAN, BITS_32, .mask = 0x20000000, .truth = &ancillary },
    [PRIVATE] = { "png.chunk.flag.private", "Private", FT_BOOLEAN, BITS_32, .mask = 0x00200000, .truth = &private_chunk },
    [COPY] = { "png.chunk.flag.stc", "Safe To Copy", FT_BOOLEAN, BITS_32, .mask = 0x00000020, .truth = &copy },
    [WIDTH] = { "png.ihdr.width", "Width", FT_UINT32, BASE_DEC },
    [HEIGHT] = { "png.ihdr.height", "Height", FT_UINT32, BASE_DEC },
    [DEPTH] = { "png.ihdr.bitdepth", "Bit Depth", FT_UINT8, BASE_DEC },
    [COLOUR] = { "png.ihdr.colour_type", "Colour Type", FT_UINT8, BASE_DEC, .values = &colours },
    [COMPRESSION] = { "png.ihdr.compression_method", "Compression Method", FT_UINT8, BASE_DEC, .values = &compressions },
    [FILTER] = { "png.ihdr.filter_method", "Filter Method", FT_UINT8, BASE_DEC, .values = &filters },
    [INTERLACE] = { "png.ihdr.interlace_method", "Interlace Method", FT_UINT8, BASE_DEC, .values = &interlaces },
    [INTENT] = { "png.srgb.intent", "Intent", FT_UINT8, BASE_DEC, .values = &intents },
    [KEYWORD] = { "png.text.keyword", "Keyword", FT_STRING },
    [STRING] = { "png.text.string", "String", FT_STRING },
    [YEAR] = { "png.time.year", "Year", FT_UINT16, BASE_DEC },
    [MONTH] = { "png.time.month", "Month", FT_UINT8, BASE_DEC },
    [DAY] = { "png.time.day", "Day", FT_UINT8, BASE_DEC },
    [HOUR] = { "png.time.hour", "Hour", FT_UINT8, BASE_DEC },
    [MINUTE] = { "png.time.minute", "Minute", FT_UINT8, BASE_DEC },
    [SECOND] = { "png.time.second", "Second", FT_UINT8, BASE_DEC },
    [HORIZONTAL] = { "png.phys.horiz", "Horizontal pixels per unit", FT_UINT32, BASE_DEC },
    [VERTICAL] = { "png.phys.vert", "Vertical pixels per unit", FT_UINT32, BASE_DEC },
    [UNIT] = { "png.phys.unit", "Unit", FT_UINT8, BASE_DEC, .values = &units },
    [PALETTE] = { "png.bkgd.palette_index", "Palette Index", FT_UINT8, BASE_DEC },
    [GREY] = { "png.bkgd.greyscale", "Greyscale", FT_UINT16, BASE_HEX },
    [RED] = { "png.bkgd.red", "Red", FT_UINT16, BASE_HEX },
    [GREEN] = { "png.bkgd.green", "Green", FT_UINT16, BASE_HEX },
    [BLUE] = { "png.bkgd.blue", "Blue", FT_UINT16, BASE_HEX },
    [WHITE_X] = { "png.chrm.white.x", "White X", FT_FLOAT },
    [WHITE_Y] = { "png.chrm.white.y", "White Y", FT_FLOAT },
    [RED_X] = { "png.chrm.red.x", "Red X", FT_FLOAT },
    [RED_Y] = { "png.chrm.red.y", "Red Y", FT_FLOAT },
    [GREEN_X] = { "png.chrm.green.x", "Green X", FT_FLOAT },
    [GREEN_Y] = { "png.chrm.green.y", "Green Y", FT_FLOAT },
    [BLUE_X] = { "png.chrm.blue.x", "Blue X", FT_FLOAT },
    [BLUE_Y] = { "png.chrm.blue.y", "Blue Y", FT_FLOAT },
    [GAMMA] = { "png.gama.gamma", "Gamma", FT_FLOAT },
};
static const struct note_def notes[] = {
    [TOO_LARGE] = { "png.chunk_too_large", "chunk size too large, dissection of this chunk is not supported", SEV_WARN, GROUP_PROTOCOL },
};

/* --- chunks ----------------------------------------------------------------------------------------------- */

static void header(struct dissect *d, struct cursor c)
{
    static const struct {
        uint8_t row, len;
    } parts[] = { { WIDTH, 4 },       { HEIGHT, 4 }, { DEPTH, 1 },    { COLOUR, 1 },
                  { COMPRESSION, 1 }, { FILTER, 1 }, { INTERLACE, 1 } };
    for (unsigned i = 0; i < ARRAY_LEN(parts); i++)
        add_item(d, &c, parts[i].row, parts[i].len);
}

/* Numbers are given a hundred thousand times as large. */
static void fraction(struct dissect *d, struct cursor *c, unsigned row)
{
    uint32_t v = get32(d, *c, 0);
    emit_double(d, *c, row, 0, 4, (double)v / 100000.0);
    cursor_skip(c, 4);
}

static void gamma_chunk(struct dissect *d, struct cursor c) { fraction(d, &c, GAMMA); }

static void chromaticities(struct dissect *d, struct cursor c)
{
    for (unsigned row = WHITE_X; row <= BLUE_Y; row++)
        fraction(d, &c, row);
}

static void rendering(struct dissect *d, struct cursor c) { emit_at(d, c, INTENT, 0, 1); }

static void text(struct dissect *d, struct cursor c)
{
    const uint8_t *end = c.cap != 0 ? memchr(c.p, 0, c.cap) : NULL;
    if (end == NULL)
        return;
    uint32_t n = (uint32_t)(end - c.p);
    emit_at(d, c, KEYWORD, 0, n);
    if (n + 1 < c.cap)
        emit_at(d, c, STRING, n + 1, c.cap - n - 1);
}

static void time_chunk(struct dissect *d, struct cursor c)
{
    add_item(d, &c, YEAR, 2);
    for (unsigned row = MONTH; row <= SECOND; row++)
        add_item(d, &c, row, 1);
}

static void dimensions(struct dissect *d, struct cursor c)
{
    add_item(d, &c, HORIZONTAL, 4);
    add_item(d, &c, VERTICAL, 4);
    add_item(d, &c, UNIT, 1);
}

/* Which form it has shows in the length. */
static void background(struct dissect *d, struct cursor c)
{
    if (c.wire == 1)
        emit_at(d, c, PALETTE, 0, 1);
    else if (c.wire == 2)
        emit_at(d, c, GREY, 0, 2);
    else if (c.wire == 6)
        for (unsigned row = RED; row <= BLUE; row++)
            add_item(d, &c, row, 2);
}

static const struct chunk {
    char type[5];
    const char *name;
    void (*run)(struct dissect *d, struct cursor c);
} chunks[] = {
    { "IHDR", "Image Header", header },
    { "PLTE", "Palette", NULL },
    { "IDAT", "Image data chunk", NULL },
    { "IEND", "Image Trailer", NULL },
    { "bKGD", "Background colour", background },
    { "cHRM", "Primary chromaticities and white point", chromaticities },
    { "gAMA", "Image gamma", gamma_chunk },
    { "iCCP", "Embedded ICC profile", NULL },
    { "iTXt", "International textual data", NULL },
    { "pHYs", "Physical pixel dimensions", dimensions },
    { "sBIT", "Significant bits", NULL },
    { "sRGB", "Standard RGB colour space", rendering },
    { "tEXt", "Textual data", text },
    { "tIME", "Image last-modification time", time_chunk },
    { "tRNS", "Transparency", NULL },
};

static const struct chunk *chunk_of(const uint8_t *type)
{
    for (unsigned i = 0; i < ARRAY_LEN(chunks); i++)
        if (memcmp(chunks[i].type, type, 4) == 0)
            return &chunks[i];
    return NULL;
}

static void chunk_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *type = node_bytes(d, n, 4, 4);
    const struct chunk *k = type != NULL ? chunk_of(type) : NULL;
    sb_str(sb, k != NULL ? k->name : "unknown");
    sb_str(sb, " (");
    if (type != NULL)
        sb_escaped(sb, type, 4);
    sb_char(sb, ')');
}

static bool is_png(const struct dissect *d, struct cursor c)
{
    static const uint8_t signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    (void)d;
    return c.cap >= sizeof signature && memcmp(c.p, signature, sizeof signature) == 0;
}

/* Length, type, data, check. */
static void chunk_emit(struct dissect *d, struct cursor *c)
{
    enum { AROUND = 12 };
    uint64_t size = (uint64_t)get32(d, *c, 0) + AROUND;
    const uint8_t *type = cursor_peek(*c, 4, 4);
    if (type == NULL || size > c->cap) {
        fall_short(d, *c, 0, size > AROUND ? size : AROUND);
        return;
    }
    uint32_t len = (uint32_t)size - AROUND;
    const struct chunk *k = chunk_of(type);
    emit_at(d, *c, CHUNK, 0, (uint32_t)size);
    down(d);
    emit_at(d, *c, LEN, 0, 4);
    emit_at(d, *c, TYPE, 4, 4);
    emit_at(d, *c, ANCILLARY, 4, 4);
    emit_at(d, *c, PRIVATE, 4, 4);
    emit_at(d, *c, COPY, 4, 4);
    if (k != NULL && k->run != NULL)
        k->run(d, cursor_sub(*c, 8, len));
    else if (len != 0)
        emit_at(d, *c, DATA, 8, len);
    emit_at(d, *c, CRC, 8 + len, 4);
    up(d);
    cursor_skip(c, (uint32_t)size);
}

static struct verdict png_run(struct dissect *d, struct cursor c)
{
    if (!is_png(d, c))
        return not_mine();
    info_separated(d, " ", info_constant, "(PNG)");
    emit_protocol(d, c, c.cap, NULL);
    add_item(d, &c, SIGNATURE, 8);
    while (more(d, &c))
        chunk_emit(d, &c);
    return done();
}

static const struct claim claims[] = { { .table = TABLE_MEDIA_TYPE, .text = "image/png" } };
static const struct heuristic heuristics[] = { { TABLE_HTTP, is_png, "png_http", "PNG file in HTTP" } };

PROTOCOL(png,
    .name = "png", .short_name = "PNG", .long_name = "Portable Network Graphics",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HEURISTICS(heuristics),
    .run = png_run
);
