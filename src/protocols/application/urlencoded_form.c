/* urlencoded_form.c - application/x-www-form-urlencoded (WHATWG URL, section 5): names and values of a form. */
#include "protocols/application/charset.h"
#include "protocols/application/media.h"

enum { FORM, ITEM, KEY, VALUE };

struct text {
    const uint8_t *bytes;
    uint32_t len;
};
struct item {
    struct text key, value;
};

static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct media *m = n->v.arg;
    sb_str(sb, "HTML Form URL Encoded");
    if (m != NULL) {
        sb_str(sb, ": ");
        sb_escaped(sb, m->type, m->type_len);
    }
}

static void item_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct item *i = n->v.arg;
    sb_str(sb, "Form item: \"");
    sb_escaped(sb, i->key.bytes, i->key.len);
    sb_str(sb, "\" = \"");
    sb_escaped(sb, i->value.bytes, i->value.len);
    sb_char(sb, '"');
}

static const struct field fields[] = {
    [FORM] = { "urlencoded-form", "HTML Form URL Encoded", FT_PROTOCOL, .label_fn = heading_label },
    [ITEM] = { "", "Form item", FT_NONE, .label_fn = item_label },
    [KEY] = { "urlencoded-form.key", "Key", FT_STRINGZ },
    [VALUE] = { "urlencoded-form.value", "Value", FT_STRINGZ },
};

static int hex(uint8_t c)
{
    uint8_t letter = c | 0x20;
    return c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* "+" is a blank, "%20" a byte; a "%" without two digits is itself. */
static bool decode(struct dissect *d, const char *charset, const uint8_t *p, uint32_t len, struct text *out)
{
    uint8_t *plain = packet_zero(d, len + 1u);
    uint32_t n = 0;
    if (plain == NULL)
        return false;
    for (uint32_t i = 0; i < len; i++) {
        int high = p[i] == '%' && i + 2 < len ? hex(p[i + 1]) : -1, low = high >= 0 ? hex(p[i + 2]) : -1;
        plain[n++] = (uint8_t)(low >= 0 ? high << 4 | low : p[i] == '+' ? ' ' : p[i]);
        i += low >= 0 ? 2 : 0;
    }
    *out = (struct text){ plain, n };
    if (charset == NULL)
        return true;
    struct strbuf sb = { 0 };
    sb_charset(&sb, charset, plain, n);
    out->bytes = packet_copy(d, sb_text(&sb), sb.len);
    out->len = (uint32_t)sb.len;
    sb_free(&sb);
    return out->bytes != NULL || out->len == 0;
}

/* `len` bytes without the separator behind them, `with` bytes with it. */
static void item_emit(struct dissect *d, struct cursor c, const char *charset, uint32_t len, uint32_t with)
{
    const uint8_t *equal = len != 0 ? memchr(c.p, '=', len) : NULL;
    uint32_t key = equal != NULL ? (uint32_t)(equal - c.p) : len, value = equal != NULL ? key + 1 : len;
    struct item *i = packet_zero(d, sizeof *i);
    if (i == NULL || !decode(d, charset, c.p, key, &i->key) || !decode(d, charset, c.p + value, len - value, &i->value))
        return;
    emit_arg(d, c, ITEM, 0, with, i);
    down(d);
    emit_held(d, c, KEY, 0, key, i->key.bytes, i->key.len);
    emit_held(d, c, VALUE, value, len - value, i->value.bytes, i->value.len);
    up(d);
}

static struct verdict urlencoded_form_run(struct dissect *d, struct cursor c)
{
    const char *charset = NULL;
    const uint8_t *name;
    uint32_t len;
    if (d->media != NULL)
        info_separated(d, " ", media_info, d->media);
    emit_protocol(d, c, c.cap, d->media);
    if (media_parameter(d->media, "charset", &name, &len))
        charset = charset_named(d, name, len);
    while (d->emitting && c.cap != 0 && d->stop == STOP_NONE) {
        const uint8_t *end = memchr(c.p, '&', c.cap);
        uint32_t n = end != NULL ? (uint32_t)(end - c.p) : c.cap, with = n + (end != NULL);
        if (n != 0)
            item_emit(d, c, charset, n, with);
        cursor_skip(&c, with);
    }
    return done();
}

static const struct claim claims[] = {
    { .table = TABLE_MEDIA_TYPE, .text = "application/x-www-form-urlencoded" },
    { .table = TABLE_MULTIPART_MEDIA_TYPE, .text = "application/x-www-form-urlencoded" },
};

PROTOCOL(urlencoded_form,
    .name = "urlencoded-form", .short_name = "URL Encoded Form Data", .long_name = "HTML Form URL Encoded",
    FIELDS(fields), CLAIMS(claims),
    .run = urlencoded_form_run
);
