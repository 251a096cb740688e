/* data.c - the bytes that no protocol claims. */
#include "protocols/application/content_coding.h"

enum { DATA, BYTES, UNCOMPRESSED, UNCOMPRESSED_LEN, TEXT, MD5, LEN };
enum { PREF_NEW_PANE, PREF_UNCOMPRESS, PREF_AS_TEXT, PREF_MD5 };

static void heading(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "Data (");
    sb_uint(sb, n->len);
    sb_str(sb, n->len == 1 ? " byte)" : " bytes)");
}

static const struct field fields[] = {
    [DATA] = { "data", "Data", FT_PROTOCOL, .label_fn = heading },
    [BYTES] = { "data.data", "Data", FT_BYTES },
    [UNCOMPRESSED] = { "data.uncompressed.data", "Uncompressed Data", FT_BYTES },
    [UNCOMPRESSED_LEN] = { "data.uncompressed.len", "Uncompressed Length", FT_INT32, BASE_DEC, .flags = GENERATED },
    [TEXT] = { "data.text", "Text", FT_STRING },
    [MD5] = { "data.md5_hash", "Payload MD5 hash", FT_STRING, .flags = GENERATED },
    [LEN] = { "data.len", "Length", FT_INT32, BASE_DEC, .flags = GENERATED },
};
static const struct pref prefs[] = {
    [PREF_NEW_PANE] = { "datapref.newpane", "Show the bytes apart too", PREF_BOOL, 0 },
    [PREF_UNCOMPRESS] = { "uncompress_data", "Uncompress what is compressed by gzip or zlib", PREF_BOOL, 0 },
    [PREF_AS_TEXT] = { "show_as_text", "Show the bytes as text", PREF_BOOL, 0 },
    [PREF_MD5] = { "md5_hash", "Work out an MD5 digest", PREF_BOOL, 0 },
};

/* RFC 1952 section 2.3.1 and RFC 1950 section 2.2: how compressed bytes begin. */
static enum content_coding coding_of(struct cursor c)
{
    enum { DEFLATE = 8 };
    if (c.cap >= 3 && c.p[0] == 0x1f && c.p[1] == 0x8b && c.p[2] == DEFLATE)
        return CODING_GZIP;
    return c.cap >= 2 && (c.p[0] & 0xf) == DEFLATE && be16(c.p) % 31 == 0 ? CODING_DEFLATE : CODING_IDENTITY;
}

/* The bytes to be shown as text: uncompressed ones, if there are any. */
static struct cursor uncompressed_fields(struct dissect *d, struct cursor c)
{
    struct decoded plain;
    enum content_coding coding = coding_of(c);
    if (coding == CODING_IDENTITY || !content_decode(d, coding, c.p, c.cap, &plain) || plain.len == 0)
        return c;
    struct cursor rest = new_source(d, plain.bytes, plain.len, "Uncompressed Data");
    emit_at(d, rest, UNCOMPRESSED, 0, rest.cap);
    emit_value(d, rest, UNCOMPRESSED_LEN, 0, 0, rest.cap);
    return rest;
}

static struct verdict data_run(struct dissect *d, struct cursor c)
{
    if (c.cap == 0)
        return done();
    if (pref(d, PREF_NEW_PANE))
        new_source(d, c.p, c.cap, "Not dissected data bytes");
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, BYTES, 0, c.cap);
    struct cursor text = pref(d, PREF_UNCOMPRESS) ? uncompressed_fields(d, c) : c;
    if (pref(d, PREF_AS_TEXT))
        emit_at(d, text, TEXT, 0, text.cap);
    if (pref(d, PREF_MD5))
        emit_md5(d, c, MD5);
    emit_value(d, c, LEN, 0, 0, c.cap);
    return done();
}

PROTOCOL(data,
    .name = "data", .short_name = "Data", .long_name = "Data",
    FIELDS(fields), PREFS(prefs), .run = data_run
);
