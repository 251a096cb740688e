/* xml_text.c - XML 1.0: where its pieces begin and end. */
#include "protocols/application/xml.h"

enum { EFFORT_MAX = 16, EFFORT_FREE = 65536 };  /* of all the text's bytes, and of a short text */

static bool is_space(uint8_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static bool is_name(uint8_t c) { return !is_space(c) && c != 0 && strchr("=<>/?\"'!&", c) == NULL; }

/* Off the end of the text is 0. */
static uint8_t at(const struct xml_text *t, uint32_t i) { return i < t->len ? t->p[i] : 0; }

bool xml_tired(const struct xml_text *t) { return t->effort > (uint64_t)t->len * EFFORT_MAX + EFFORT_FREE; }

bool xml_begins(const struct xml_text *t, uint32_t i, const char *text)
{
    size_t n = strlen(text);
    return i <= t->len && n <= t->len - i && memcmp(t->p + i, text, n) == 0;
}

uint32_t xml_behind(struct xml_text *t, uint32_t i, const char *text)
{
    size_t n = strlen(text);
    const uint8_t *found = i < t->len ? memmem(t->p + i, t->len - i, text, n) : NULL;
    t->effort += found == NULL && i < t->len ? t->len - i : 0;
    return found != NULL ? (uint32_t)(found - t->p) + (uint32_t)n : 0;
}

uint32_t xml_skip_space(const struct xml_text *t, uint32_t i)
{
    while (i < t->len && is_space(t->p[i]))
        i++;
    return i;
}

uint32_t xml_name_end(const struct xml_text *t, uint32_t i)
{
    while (i < t->len && is_name(t->p[i]))
        i++;
    return i;
}

bool xml_attribute_at(struct xml_text *t, uint32_t i, struct xml_attribute *a)
{
    a->from = i;
    a->name_end = xml_name_end(t, i);
    i = xml_skip_space(t, a->name_end);
    if (a->name_end == a->from || at(t, i) != '=')
        return false;
    i = xml_skip_space(t, i + 1);
    uint8_t quote = at(t, i);
    if (quote == '"' || quote == '\'') {
        const uint8_t *end = memchr(t->p + i + 1, quote, t->len - i - 1);
        if (end == NULL) {
            t->effort += t->len - i;
            return false;
        }
        a->value = i + 1;
        a->value_end = (uint32_t)(end - t->p);
        a->end = a->value_end + 1;
        return true;
    }
    a->value = i;
    while (i < t->len && !is_space(t->p[i]) && t->p[i] != '>' && t->p[i] != '<' &&
           !((t->p[i] == '/' || t->p[i] == '?') && at(t, i + 1) == '>'))
        i++;
    a->value_end = a->end = i;
    return i != a->value;
}

/* Behind `close` if nothing but attributes stands before it; 0 otherwise. */
static uint32_t attributes_end(struct xml_text *t, uint32_t i, const char *close)
{
    struct xml_attribute a;
    uint32_t from = i;
    for (i = xml_skip_space(t, i); !xml_begins(t, i, close); i = xml_skip_space(t, a.end))
        if (!xml_attribute_at(t, i, &a)) {
            t->effort += i - from;
            return 0;
        }
    return i + (uint32_t)strlen(close);
}

static bool named(struct xml_text *t, struct xml_piece *p, enum xml_kind kind, uint32_t name, const char *close)
{
    p->kind = kind;
    p->name = name;
    p->name_end = xml_name_end(t, name);
    p->end = p->name_end != name ? attributes_end(t, p->name_end, close) : 0;
    p->attributes_end = p->end != 0 ? p->end - (uint32_t)strlen(close) : 0;
    return p->end != 0;
}

static bool delimited(struct xml_text *t, struct xml_piece *p, enum xml_kind kind, const char *close)
{
    p->kind = kind;
    p->end = xml_behind(t, p->from, close);
    return p->end != 0;
}

static bool markup(struct xml_text *t, struct xml_piece *p)
{
    if (xml_begins(t, p->from, "<!--"))
        return delimited(t, p, XML_COMMENT, "-->");
    if (xml_begins(t, p->from, "<![CDATA["))
        return delimited(t, p, XML_CDATA, "]]>");
    if (xml_begins(t, p->from, "<!DOCTYPE")) {
        p->kind = XML_DOCTYPE;
        return true;
    }
    if (xml_begins(t, p->from, "<?"))
        return named(t, p, XML_INSTRUCTION, p->from + 2, "?>");
    if (xml_begins(t, p->from, "</")) {
        p->name = p->from + 2;
        p->name_end = xml_name_end(t, p->name);
        return delimited(t, p, XML_CLOSE, ">");
    }
    return named(t, p, XML_OPEN, p->from + 1, ">") || named(t, p, XML_EMPTY, p->from + 1, "/>");
}

static uint32_t stray_end(const struct xml_text *t, uint32_t i)
{
    while (i < t->len && !is_space(t->p[i]))
        i++;
    return xml_skip_space(t, i);
}

struct xml_piece xml_piece_at(struct xml_text *t, uint32_t from)
{
    struct xml_piece p = { .kind = XML_TEXT, .from = from };
    if (at(t, from) != '<') {
        const uint8_t *next = memchr(t->p + from, '<', t->len - from);
        p.end = next != NULL ? (uint32_t)(next - t->p) : t->len;
        return p;
    }
    if (!markup(t, &p))
        p = (struct xml_piece){ .kind = XML_STRAY, .from = from };
    if (p.end == 0)
        p.end = stray_end(t, from);
    return p;
}
