/* multipart.c - MIME multipart bodies, RFC 2046 section 5.1: the parts, each by its Content-Type. */
#include "protocols/application/content_coding.h"
#include "protocols/application/http_message.h"
#include "protocols/application/media.h"

enum { MULTIPART, TYPE, PART, TOKEN_LENGTH, DESCRIPTION, DISPOSITION, ENCODING, ID, LANGUAGE, LENGTH, TRANSFER_ENCODING,
       CONTENT_TYPE, ORIGINAL_CONTENT, FIRST_BOUNDARY, PREAMBLE, LAST_BOUNDARY, BOUNDARY, TRAILER, HEADER, NO_PARAMETER };
enum { NOTE_NO_PARAMETER, NOTE_NOT_DECRYPTED };
enum { PREF_TEXT, PREF_BASE64, PREF_UNCOMPRESS };

struct span {
    const uint8_t *bytes;
    uint32_t len;
};
struct multipart {
    struct dissect *d;
    struct cursor c;
    struct span boundary;
    const struct media *media;
};

/* --- labels ----------------------------------------------------------------------------------------------- */

static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct multipart *m = n->v.arg;
    sb_str(sb, "MIME Multipart Media Encapsulation");
    if (m == NULL)
        return;
    sb_str(sb, ", Type: ");
    sb_escaped(sb, m->media->type, m->media->type_len);
    sb_str(sb, ", Boundary: \"");
    sb_escaped(sb, m->boundary.bytes, m->boundary.len);
    sb_char(sb, '"');
}

static void part_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct media *m = annotation(d, n);
    sb_str(sb, "Encapsulated multipart part: ");
    if (m != NULL) {
        sb_char(sb, ' ');
        media_info(sb, d, m);
    }
}

/* The line as it stands in the packet, not the value alone. */
static void header_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    struct strbuf decoded = { 0 };
    if (p == NULL)
        return;
    sb_decoded(&decoded, p, n->len, false);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

#define LINE(name, label) { name, label, FT_STRING, .label_fn = header_label }
static const struct field fields[] = {
    [MULTIPART] = { "mime_multipart", "MIME Multipart Media Encapsulation", FT_PROTOCOL, .label_fn = heading_label },
    [TYPE] = { "mime_multipart.type", "Type", FT_STRING, .flags = GENERATED },
    [PART] = { "mime_multipart.part", "Encapsulated multipart part", FT_STRING, .label_fn = part_label },
    [TOKEN_LENGTH] = { "mime_multipart.header.sectoken-length", "Length of security token", FT_UINT32, BASE_DEC },
    [DESCRIPTION] = LINE("mime_multipart.header.content-description", "Content-Description"),
    [DISPOSITION] = LINE("mime_multipart.header.content-disposition", "Content-Disposition"),
    [ENCODING] = LINE("mime_multipart.header.content-encoding", "Content-Encoding"),
    [ID] = LINE("mime_multipart.header.content-id", "Content-Id"),
    [LANGUAGE] = LINE("mime_multipart.header.content-language", "Content-Language"),
    [LENGTH] = LINE("mime_multipart.header.content-length", "Content-Length"),
    [TRANSFER_ENCODING] = LINE("mime_multipart.header.content-transfer-encoding", "Content-Transfer-Encoding"),
    [CONTENT_TYPE] = LINE("mime_multipart.header.content-type", "Content-Type"),
    [ORIGINAL_CONTENT] = LINE("mime_multipart.header.originalcontent", "OriginalContent"),
    [FIRST_BOUNDARY] = { "mime_multipart.first_boundary", "First boundary", FT_STRING },
    [PREAMBLE] = { "mime_multipart.preamble", "Preamble", FT_BYTES },
    [LAST_BOUNDARY] = { "mime_multipart.last_boundary", "Last boundary", FT_STRING },
    [BOUNDARY] = { "mime_multipart.boundary", "Boundary", FT_STRING },
    [TRAILER] = { "mime_multipart.trailer", "Trailer", FT_BYTES },
    [HEADER] = { "", "", FT_NONE, .label_fn = header_label },
    [NO_PARAMETER] = { "", "The multipart dissector could not find a required parameter.", FT_NONE },
};
static const struct note_def notes[] = {
    [NOTE_NO_PARAMETER] = { "mime_multipart.no_required_parameter", "The multipart dissector could not find a required parameter.",
                            SEV_ERROR, GROUP_PROTOCOL },
    [NOTE_NOT_DECRYPTED] = { "mime_multipart.decryption_not_possible", "The multipart dissector could not decrypt the message.",
                             SEV_WARN, GROUP_UNDECODED },
};
static const struct pref prefs[] = {
    [PREF_TEXT] = { "display_unknown_body_as_text", "Display bodies without media type as text", PREF_BOOL },
    [PREF_BASE64] = { "remove_base64_encoding", "Remove base64 encoding from bodies", PREF_BOOL },
    [PREF_UNCOMPRESS] = { "uncompress_data", "Uncompress parts if they are compressed", PREF_BOOL, 1 },
};

static const struct {
    const char *name;
    uint8_t row;
} headers[] = {
    { "Content-Description", DESCRIPTION },
    { "Content-Disposition", DISPOSITION },
    { "Content-Encoding", ENCODING },
    { "Content-Id", ID },
    { "Content-Language", LANGUAGE },
    { "Content-Length", LENGTH },
    { "Content-Transfer-Encoding", TRANSFER_ENCODING },
    { "Content-Type", CONTENT_TYPE },
    { "OriginalContent", ORIGINAL_CONTENT },
};

/* --- boundaries ------------------------------------------------------------------------------------------- */

/* [from, to): the delimiter with the line end before it, which is not the part's, and the one behind it. */
struct delimiter {
    uint32_t line, from, to;  /* line: of the dashes */
    bool last;
};

/* The next delimiter whose dashes are at `at` or behind; false when there is none. */
static bool next_delimiter(const struct multipart *m, uint32_t at, struct delimiter *found)
{
    const uint8_t *p = m->c.p;
    uint32_t len = m->c.cap;
    for (; at < len; at++) {
        const uint8_t *dashes = memmem(p + at, len - at, m->boundary.bytes, m->boundary.len);
        if (dashes == NULL)
            return false;
        uint32_t name = (uint32_t)(dashes - p), end = name + m->boundary.len;
        at = name;
        if (name < 2 || p[name - 1] != '-' || p[name - 2] != '-' || (name > 2 && p[name - 3] != '\n'))
            continue;
        bool last = end + 1 < len && p[end] == '-' && p[end + 1] == '-';
        end += last ? 2 : 0;
        while (end < len && (p[end] == ' ' || p[end] == '\t'))
            end++;
        if (end < len && p[end] != '\n' && !(p[end] == '\r' && end + 1 < len && p[end + 1] == '\n'))
            continue;
        end += end < len && p[end] == '\r';
        end += end < len && p[end] == '\n';
        uint32_t from = name - 2;
        from -= from != 0;
        from -= from != 0 && from != name - 2 && p[from - 1] == '\r';
        *found = (struct delimiter){ name - 2, from, end, last };
        return true;
    }
    return false;
}

/* --- parts ------------------------------------------------------------------------------------------------ */

struct part {
    struct cursor c;
    struct media *media;
    struct http_part encoding, transfer;
};

/* "text/plain;charset=utf-8": the parts of the value without the blanks between them. */
static struct span squeezed(struct dissect *d, const uint8_t *p, uint32_t len)
{
    uint8_t *out = packet_zero(d, len + 1u);
    uint32_t n = 0;
    bool after = false;
    for (uint32_t i = 0; out != NULL && i < len; i++) {
        bool blank = p[i] == ' ' || p[i] == '\t' || p[i] == '\r' || p[i] == '\n';
        if (blank && after)
            continue;
        after = p[i] == ';' || (blank && after);
        out[n++] = p[i];
    }
    return (struct span){ out, n };
}

static unsigned row_of(const uint8_t *p, struct http_part name)
{
    for (unsigned i = 0; i < ARRAY_LEN(headers); i++)
        if (http_part_is(p, name, headers[i].name))
            return headers[i].row;
    return HEADER;
}

/* The header that begins at `at`, with the lines that go on with it (RFC 822 section 3.1.1); false when it is none. */
static bool header_at(const struct part *part, uint32_t at, struct http_header *h, uint32_t *end)
{
    struct http_line line, next;
    const uint8_t *p = part->c.p;
    if (!http_line_at(p, part->c.cap, at, &line) || line.text.len == 0 || !http_header_of(p, line.text, h))
        return false;
    *end = at + line.size;
    while (http_line_at(p, part->c.cap, *end, &next) && next.text.len != 0 && (p[*end] == ' ' || p[*end] == '\t')) {
        h->value.len = next.text.off + next.text.len - h->value.off;
        *end += next.size;
    }
    return true;
}

static void header_emit(struct dissect *d, struct part *part, uint32_t at, uint32_t end, const struct http_header *h)
{
    const uint8_t *p = part->c.p;
    unsigned row = row_of(p, h->name);
    if (row == HEADER) {
        emit_at(d, part->c, HEADER, at, end - at);
        return;
    }
    struct span value = { p + h->value.off, h->value.len };
    if (row == CONTENT_TYPE) {
        part->media = media_of(d, value.bytes, value.len);
    } else if (row == ENCODING) {
        part->encoding = h->value;
    } else if (row == TRANSFER_ENCODING) {
        part->transfer = h->value;
    }
    value = squeezed(d, value.bytes, value.len);
    emit_held(d, part->c, row, at, end - at, value.bytes, value.len);
}

/* Returns where the body begins; the empty line before it belongs to the last header. */
static uint32_t headers_emit(struct dissect *d, struct part *part)
{
    struct http_header h;
    struct http_line line;
    uint32_t at = 0, end = 0;
    while (d->stop == STOP_NONE && header_at(part, at, &h, &end)) {
        bool empty = http_line_at(part->c.p, part->c.cap, end, &line) && line.text.len == 0;
        end += empty ? line.size : 0;
        header_emit(d, part, at, end, &h);
        at = end;
        if (empty)
            return at;
    }
    if (at == 0 && http_line_at(part->c.p, part->c.cap, 0, &line) && line.text.len == 0)
        at = line.size;
    return at;
}

static struct cursor body_decode(struct dissect *d, const struct part *part, struct cursor c)
{
    const uint8_t *p = part->c.p;
    struct decoded plain;
    if (pref(d, PREF_BASE64) && http_part_is(p, part->transfer, "base64")) {
        uint8_t *out = packet_zero(d, c.cap + 1u);
        if (out != NULL)
            c = new_source(d, out, base64_decode(c.p, c.cap, out), "Decoded base64 body");
    }
    enum content_coding coding = content_coding_of(p + part->encoding.off, part->encoding.len);
    if (part->encoding.len != 0 && pref(d, PREF_UNCOMPRESS) && coding < CODING_UNKNOWN && coding != CODING_IDENTITY &&
        content_decode(d, coding, c.p, c.cap, &plain) && plain.len != 0)
        c = new_source(d, plain.bytes, plain.len, "gunzipped data");
    return c;
}

static void body_emit(struct dissect *d, const struct part *part, struct cursor c)
{
    const struct media *outer = d->media, *m = part->media;
    struct verdict v = done();
    if (c.cap == 0)
        return;
    c = body_decode(d, part, c);
    d->media = m;
    if (m != NULL) {
        v = hand_on_text(d, TABLE_MULTIPART_MEDIA_TYPE, m->type, m->type_len, c);
        if (v.kind == VERDICT_DONE)
            v = hand_on_text(d, TABLE_MEDIA_TYPE, m->type, m->type_len, c);
    }
    v.ask = v.kind != VERDICT_DONE;
    if (v.ask)
        nested(d, v, false);
    if (v.ask && !d->refused) {
        d->media = outer;
        return;
    }
    if (m != NULL)
        v = hand_to(&proto_media, 0, c);
    else
        v = hand_to(pref(d, PREF_TEXT) ? &proto_data_text_lines : &proto_data, 0, c);
    nested(d, v, false);
    d->media = outer;
}

static void part_emit(const struct multipart *m, uint32_t from, uint32_t to)
{
    struct dissect *d = m->d;
    struct part part = { .c = cursor_sub(m->c, from, to - from) };
    uint32_t node = emit_held(d, part.c, PART, 0, part.c.cap, "", 0);
    down(d);
    uint32_t body = headers_emit(d, &part);
    if (part.media != NULL)
        annotate(d, node, part.media);
    body_emit(d, &part, cursor_at(part.c, body));
    up(d);
}

static void parts(const struct multipart *m)
{
    struct dissect *d = m->d;
    struct delimiter here, next;
    if (!next_delimiter(m, 0, &here)) {
        nested(d, hand_to(&proto_data, 0, m->c), false);
        return;
    }
    if (here.line != 0)
        emit_at(d, m->c, PREAMBLE, 0, here.line);
    emit_at(d, m->c, here.last ? LAST_BOUNDARY : FIRST_BOUNDARY, here.line, here.to - here.line);
    while (!here.last && d->stop == STOP_NONE && here.to < m->c.cap) {
        bool found = next_delimiter(m, here.to, &next);
        if (!found)
            next = (struct delimiter){ m->c.cap, m->c.cap, m->c.cap, true };
        if (next.from < here.to)
            next.from = here.to;
        part_emit(m, here.to, next.from);
        if (found)
            emit_at(d, m->c, next.last ? LAST_BOUNDARY : BOUNDARY, next.from, next.to - next.from);
        here = next;
    }
    if (here.to < m->c.cap)
        emit_at(d, m->c, TRAILER, here.to, m->c.cap - here.to);
}

static struct verdict multipart_run(struct dissect *d, struct cursor c)
{
    struct multipart *m = packet_zero(d, sizeof *m);
    if (m == NULL)
        return done();
    *m = (struct multipart){ .d = d, .c = c, .media = d->media };
    if (!media_parameter(d->media, "boundary", &m->boundary.bytes, &m->boundary.len) || m->boundary.len == 0) {
        note_on(d, emit_at(d, c, NO_PARAMETER, 0, c.cap), NOTE_NO_PARAMETER, NULL);
        return hand_to(&proto_data, 0, c);
    }
    emit_protocol(d, c, c.cap, m);
    emit_held(d, c, TYPE, 0, 0, m->media->type, m->media->type_len);
    parts(m);
    return done();
}

#define SUBTYPE(name) { .table = TABLE_MEDIA_TYPE, .text = "multipart/" name }
static const struct claim claims[] = {
    SUBTYPE("mixed"), SUBTYPE("related"), SUBTYPE("alternative"), SUBTYPE("form-data"), SUBTYPE("byteranges"),
    SUBTYPE("report"), SUBTYPE("signed"), SUBTYPE("encrypted"), SUBTYPE("digest"), SUBTYPE("parallel"),
};
static const uint8_t hands_to[] = { TABLE_MULTIPART_MEDIA_TYPE, TABLE_MEDIA_TYPE };
static const struct protocol *const calls[] = { &proto_data, &proto_media, &proto_data_text_lines, NULL };

PROTOCOL(mime_multipart,
    .name = "mime_multipart", .short_name = "MIME multipart", .long_name = "MIME Multipart Media Encapsulation",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    .run = multipart_run
);
