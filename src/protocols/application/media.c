/* media.c - bodies of a type that nobody claims ("image/webp"), and the Content-Type header (RFC 9110 section 8.3). */
#include "protocols/application/media.h"

#include <strings.h>

enum { MEDIA, TYPE };

static bool is_blank(uint8_t c) { return c == ' ' || c == '\t'; }

struct media *media_of(struct dissect *d, const uint8_t *value, uint32_t len)
{
    struct media *m = packet_zero(d, sizeof *m);
    const uint8_t *semicolon = len != 0 ? memchr(value, ';', len) : NULL;
    uint32_t type = semicolon != NULL ? (uint32_t)(semicolon - value) : len,
             params = semicolon != NULL ? type + 1 : len;
    while (type != 0 && is_blank(value[type - 1]))
        type--;
    while (params < len && is_blank(value[params]))
        params++;
    uint8_t *lower = m != NULL ? packet_zero(d, type + 1u) : NULL;
    if (lower == NULL)
        return NULL;
    for (uint32_t i = 0; i < type; i++)
        lower[i] = value[i] >= 'A' && value[i] <= 'Z' ? value[i] | 0x20 : value[i];
    *m = (struct media){ .type = lower, .type_len = type, .params = value + params, .params_len = len - params };
    return m;
}

/* One past the parameter that begins at `at`: its semicolon or the end; semicolons in quotes are part of it. */
static uint32_t parameter_end(const uint8_t *p, uint32_t at, uint32_t end)
{
    bool quoted = false;
    for (; at < end && (quoted || p[at] != ';'); at++) {
        if (quoted && p[at] == '\\')
            at++;
        else if (p[at] == '"')
            quoted = !quoted;
    }
    return at < end ? at : end;
}

bool media_parameter(const struct media *m, const char *name, const uint8_t **value, uint32_t *len)
{
    const uint8_t *p = m != NULL ? m->params : NULL;
    uint32_t n = (uint32_t)strlen(name), next;
    for (uint32_t at = 0; p != NULL && at < m->params_len; at = next + 1) {
        next = parameter_end(p, at, m->params_len);
        while (at < next && is_blank(p[at]))
            at++;
        if (next - at <= n || strncasecmp((const char *)p + at, name, n) != 0)
            continue;
        uint32_t from = at + n, to = next;
        while (from < to && is_blank(p[from]))
            from++;
        if (from == to || p[from] != '=')
            continue;
        from++;
        while (from < to && is_blank(p[from]))
            from++;
        while (to > from && is_blank(p[to - 1]))
            to--;
        bool quotes = to - from >= 2 && p[from] == '"' && p[to - 1] == '"';
        *value = p + from + quotes;
        *len = to - from - 2u * quotes;
        return true;
    }
    return false;
}

void media_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct media *m = arg;
    sb_char(sb, '(');
    sb_escaped(sb, m->type, m->type_len);
    sb_char(sb, ')');
}

static void type_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct media *m = annotation(d, n);
    sb_str(sb, "Media type: ");
    if (m != NULL) {
        sb_escaped(sb, m->type, m->type_len);
        if (m->params_len != 0) {
            sb_str(sb, "; ");
            sb_escaped(sb, m->params, m->params_len);
        }
    }
    sb_printf(sb, " (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

static const struct field fields[] = {
    [MEDIA] = { "media", "Media Type", FT_PROTOCOL },
    [TYPE] = { "media.type", "Media type", FT_BYTES, .label_fn = type_label },
};

/* Bytes of no type that anybody knows (RFC 2046 section 4.5.1) are "Data". */
static bool is_octets(const struct media *m)
{
    static const char name[] = "application/octet-stream";
    return m != NULL && m->type_len == sizeof name - 1 && memcmp(m->type, name, sizeof name - 1) == 0;
}

static struct verdict media_run(struct dissect *d, struct cursor c)
{
    if (is_octets(d->media)) {
        d->n_layers--;
        return hand_to(&proto_data, 0, c);
    }
    if (d->media != NULL)
        info_separated(d, " ", media_info, d->media);
    emit_protocol(d, c, c.cap, NULL);
    uint32_t node = emit_at(d, c, TYPE, 0, c.cap);
    if (d->media != NULL)
        annotate(d, node, d->media);
    return done();
}

static const struct protocol *const calls[] = { &proto_data, NULL };

PROTOCOL(media,
    .name = "media", .short_name = "Media", .long_name = "Media Type",
    FIELDS(fields), .calls = calls,
    .run = media_run
);
