/* data_text_lines.c - text, line by line: what "media_type" has of text/plain, text/html and the like. */
#include "protocols/application/charset.h"
#include "protocols/application/media.h"

enum { TEXT, LINE };
enum { SHORTEST_XML = sizeof "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" - 1 };

extern const struct protocol proto_xml;

struct text {
    const struct media *media;
    const uint8_t *bytes;
    uint32_t len;
};

/* Behind the line that begins at `at`: it ends with LF, CR LF, CR, or the text. */
static uint32_t line_end(const uint8_t *p, uint32_t len, uint32_t at)
{
    while (at < len && p[at] != '\n' && p[at] != '\r')
        at++;
    if (at + 1 < len && p[at] == '\r' && p[at + 1] == '\n')
        at++;
    return at < len ? at + 1 : len;
}

static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct text *t = n->v.arg;
    uint32_t lines = 0;
    for (uint32_t at = 0; at < t->len; lines++)
        at = line_end(t->bytes, t->len, at);
    sb_str(sb, "Line-based text data");
    if (t->media != NULL) {
        sb_str(sb, ": ");
        sb_escaped(sb, t->media->type, t->media->type_len);
    }
    sb_printf(sb, " (%u lines)", lines);
}

/* arg: the character set, or NULL. */
static void line_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    struct strbuf decoded = { 0 };
    if (p == NULL)
        return;
    sb_charset(&decoded, n->v.arg, p, n->len);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

static const struct field fields[] = {
    [TEXT] = { "data-text-lines", "Line-based text data", FT_PROTOCOL, .label_fn = heading_label },
    [LINE] = { "", "", FT_NONE, .label_fn = line_label },
};

static struct verdict data_text_lines_run(struct dissect *d, struct cursor c)
{
    if (c.cap > SHORTEST_XML && memcmp(c.p, "<?xml", 5) == 0)  /* whatever it was called */
        return hand_to(&proto_xml, 0, c);
    struct text *t = packet_zero(d, sizeof *t);
    if (t == NULL)
        return done();
    *t = (struct text){ d->media, c.p, c.cap };
    if (d->media != NULL)
        info_separated(d, " ", media_info, d->media);
    emit_protocol(d, c, c.cap, t);
    const char *charset = wants(d, LINE) ? charset_of(d, d->media, c) : NULL;
    for (uint32_t at = 0; wants(d, LINE) && at < c.cap && d->stop == STOP_NONE;) {
        uint32_t end = line_end(c.p, c.cap, at);
        emit_arg(d, c, LINE, at, end - at, charset);
        at = end;
    }
    return done();
}

#define TYPE(name) { .table = TABLE_MEDIA_TYPE, .text = name }
static const struct claim claims[] = {
    TYPE("text/plain"), TYPE("text/html"), TYPE("text/css"), TYPE("text/javascript"), TYPE("text/richtext"),
    TYPE("text/enriched"), TYPE("text/parameters"), TYPE("application/x-javascript"),
    TYPE("application/x-ns-proxy-autoconfig"), TYPE("application/xml-external-parsed-entity"),
    TYPE("text/xml-external-parsed-entity"),
};

static const struct protocol *const calls[] = { &proto_xml, NULL };

PROTOCOL(data_text_lines,
    .name = "data-text-lines", .short_name = "Line-based text data", .long_name = "Line-based text data",
    FIELDS(fields), CLAIMS(claims), .calls = calls,
    .run = data_text_lines_run
);
