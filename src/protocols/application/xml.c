/* xml.c - XML 1.0: tags, attributes and text as they stand, well formed or not. */
#include "protocols/application/charset.h"

enum { XML, XMLPI, CDATASECTION, COMMENT, ATTRIBUTE, DOCTYPE, DTDTAG, CDATA, TAG, UNKNOWN, XMLPI_XML, ENCODING, STANDALONE,
       VERSION, PLAIN };
enum { UNOPENED_TAG, UNOPENED_PI, UNRECOGNIZED };
enum { PREF_UNICODE };
enum { XML_DEPTH = 100 };  /* tags inside one another that are shown so */

/* What a node's texts are made of: the value, and a label that ends with `close` ("/>" behind the last attribute). */
struct piece {
    struct cursor c;  /* the document, for places in it */
    uint32_t value, value_len, label, label_len;
    const char *close;
    const char *charset;
};

static void piece_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct piece *p = n->v.arg;
    struct strbuf decoded = { 0 };
    sb_charset(&decoded, p->charset, p->c.p + p->label, p->label_len);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
    sb_str(sb, p->close);
}

static void piece_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct piece *p = n->v.arg;
    sb_charset(sb, p->charset, p->c.p + p->value, p->value_len);
}

#define TEXT(name, label) { name, label, FT_STRING, .text = piece_text, .label_fn = piece_label }
static const struct field fields[] = {
    [XML] = { "xml", "eXtensible Markup Language", FT_PROTOCOL },
    [XMLPI] = TEXT("xml.xmlpi", "XMLPI"),
    [CDATASECTION] = TEXT("xml.cdatasection", "CDATASection"),
    [COMMENT] = TEXT("xml.comment", "Comment"),
    [ATTRIBUTE] = TEXT("xml.attribute", "Attribute"),
    [DOCTYPE] = TEXT("xml.doctype", "Doctype"),
    [DTDTAG] = TEXT("xml.dtdtag", "DTD Tag"),
    [CDATA] = TEXT("xml.cdata", "CDATA"),
    [TAG] = TEXT("xml.tag", "Tag"),
    [UNKNOWN] = TEXT("xml.unknown", "Unknown"),
    [XMLPI_XML] = TEXT("xml.xmlpi.xml", "xml.xmlpi.xml"),
    [ENCODING] = TEXT("xml.xmlpi.xml.encoding", "encoding"),
    [STANDALONE] = TEXT("xml.xmlpi.xml.standalone", "standalone"),
    [VERSION] = TEXT("xml.xmlpi.xml.version", "version"),
    [PLAIN] = { "", "", FT_NONE, .label_fn = piece_label },
};
static const struct note_def notes[] = {
    [UNOPENED_TAG] = { "xml.closing_unopened_tag", "Closing an unopened tag", SEV_ERROR, GROUP_MALFORMED },
    [UNOPENED_PI] = { "xml.closing_unopened_xmpli_tag", "Closing an unopened xmpli tag", SEV_ERROR, GROUP_MALFORMED },
    [UNRECOGNIZED] = { "xml.unrecognized_text", "Unrecognized text", SEV_WARN, GROUP_PROTOCOL },
};
static const struct pref prefs[] = {
    [PREF_UNICODE] = { "heuristic_unicode", "Use Unicode in heuristics", PREF_BOOL },
};

/* The document while it is read. */
struct reader {
    struct dissect *d;
    struct cursor c;
    const uint8_t *p;
    uint32_t len, at;
    uint8_t depth;         /* of nodes at the document's level */
    uint32_t open;         /* tags that are open; the first XML_DEPTH of them are: */
    uint32_t tags[XML_DEPTH];
    const char *charset;
    uint64_t effort;       /* bytes that were looked at in vain */
};

/* Of all the document's bytes, so that what is never closed does not cost the square of its length. */
enum { EFFORT_MAX = 16, EFFORT_FREE = 65536 };

static bool is_space(uint8_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static bool is_name(uint8_t c) { return !is_space(c) && c != 0 && strchr("=<>/?\"'!&", c) == NULL; }

static void set_depth(struct reader *r)
{
    r->d->depth = (uint8_t)(r->depth + (r->open < XML_DEPTH ? r->open : XML_DEPTH));
}

/* Off the end of the text is 0. */
static uint8_t at(const struct reader *r, uint32_t i) { return i < r->len ? r->p[i] : 0; }

static bool begins(const struct reader *r, uint32_t i, const char *text)
{
    size_t n = strlen(text);
    return i <= r->len && n <= r->len - i && memcmp(r->p + i, text, n) == 0;
}

/* Behind the next `text` from i on; 0: there is none. */
static uint32_t behind(struct reader *r, uint32_t i, const char *text)
{
    size_t n = strlen(text);
    const uint8_t *found = i < r->len ? memmem(r->p + i, r->len - i, text, n) : NULL;
    r->effort += found == NULL && i < r->len ? r->len - i : 0;
    return found != NULL ? (uint32_t)(found - r->p) + (uint32_t)n : 0;
}

static uint32_t skip_space(const struct reader *r, uint32_t i)
{
    while (i < r->len && is_space(r->p[i]))
        i++;
    return i;
}

static uint32_t name_end(const struct reader *r, uint32_t i)
{
    while (i < r->len && is_name(r->p[i]))
        i++;
    return i;
}

/* The node covers [from, to); value and label are those bytes too unless the caller says otherwise. */
static uint32_t piece_emit(struct reader *r, unsigned field, uint32_t from, uint32_t to, struct piece piece)
{
    struct piece *p = wants(r->d, field) ? packet_zero(r->d, sizeof *p) : NULL;
    if (p == NULL)
        return NO_NODE;
    *p = piece;
    p->c = r->c;
    p->charset = r->charset;
    p->close = piece.close != NULL ? piece.close : "";
    return emit_arg(r->d, r->c, field, from, to - from, p);
}

static uint32_t whole_emit(struct reader *r, unsigned field, uint32_t from, uint32_t to)
{
    return piece_emit(r, field, from, to,
                      (struct piece){ .value = from, .value_len = to - from, .label = from, .label_len = to - from });
}

/* name = "value": its parts, and where it ends; false when it is none. */
struct attribute {
    uint32_t from, name_end, value, value_end, end;
};
static bool attribute_at(struct reader *r, uint32_t i, struct attribute *a)
{
    a->from = i;
    a->name_end = name_end(r, i);
    i = skip_space(r, a->name_end);
    if (a->name_end == a->from || at(r, i) != '=')
        return false;
    i = skip_space(r, i + 1);
    uint8_t quote = at(r, i);
    if (quote == '"' || quote == '\'') {
        const uint8_t *end = memchr(r->p + i + 1, quote, r->len - i - 1);
        if (end == NULL) {
            r->effort += r->len - i;
            return false;
        }
        a->value = i + 1;
        a->value_end = (uint32_t)(end - r->p);
        a->end = a->value_end + 1;
        return true;
    }
    a->value = i;
    while (i < r->len && !is_space(r->p[i]) && r->p[i] != '>' && r->p[i] != '<' &&
           !((r->p[i] == '/' || r->p[i] == '?') && at(r, i + 1) == '>'))
        i++;
    a->value_end = a->end = i;
    return i != a->value;
}

/* Behind `close` if nothing but attributes stands before it; 0 otherwise.  *some: there are attributes. */
static uint32_t attributes_end(struct reader *r, uint32_t i, const char *close, bool *some)
{
    struct attribute a;
    uint32_t from = i;
    for (i = skip_space(r, i), *some = false; !begins(r, i, close); i = skip_space(r, a.end), *some = true)
        if (!attribute_at(r, i, &a)) {
            r->effort += i - from;
            return 0;
        }
    return i + (uint32_t)strlen(close);
}

static unsigned attribute_row(const struct reader *r, const struct attribute *a, bool declaration)
{
    static const struct {
        const char *name;
        unsigned row;
    } known[] = { { "version", VERSION }, { "encoding", ENCODING }, { "standalone", STANDALONE } };
    uint32_t n = a->name_end - a->from;
    for (unsigned i = 0; declaration && i < ARRAY_LEN(known); i++)
        if (strlen(known[i].name) == n && memcmp(r->p + a->from, known[i].name, n) == 0)
            return known[i].row;
    return ATTRIBUTE;
}

static void attributes_emit(struct reader *r, uint32_t i, uint32_t end, bool declaration, const char *close)
{
    struct attribute a;
    for (i = skip_space(r, i); i < end && attribute_at(r, i, &a); i = skip_space(r, a.end)) {
        unsigned row = attribute_row(r, &a, declaration);
        bool inner = row != ATTRIBUTE, last = skip_space(r, a.end) >= end;
        uint32_t from = inner ? a.value : a.from, to = inner ? a.value_end : a.end;
        piece_emit(r, row, from, to,
                   (struct piece){ .value = from,
                                   .value_len = to - from,
                                   .label = a.from,
                                   .label_len = a.end - a.from,
                                   .close = last ? close : NULL });
    }
}

/* <?name ... ?> */
static bool instruction(struct reader *r)
{
    uint32_t from = r->at, name = name_end(r, from + 2);
    bool declaration = name - from == 5 && begins(r, from, "<?xml"), some;
    uint32_t end = name != from + 2 ? attributes_end(r, name, "?>", &some) : 0;
    if (end == 0)
        return false;
    piece_emit(r, declaration ? XMLPI_XML : XMLPI, from, end,
               (struct piece){ .value = from, .value_len = end - from, .label = from, .label_len = name - from });
    down(r->d);
    attributes_emit(r, name, end - 2, declaration, NULL);
    whole_emit(r, PLAIN, end - 2, end);
    up(r->d);
    r->at = end;
    return true;
}

/* <!DOCTYPE name ...>, or with declarations of its own in brackets. */
static bool doctype(struct reader *r)
{
    uint32_t from = r->at, name = skip_space(r, from + 9), to = name_end(r, name), i = to, end;
    while (i < r->len && r->p[i] != '>' && r->p[i] != '[')
        i++;
    r->effort += i >= r->len ? i - from : 0;
    if (i >= r->len || to == name)
        return false;
    piece_emit(r, DOCTYPE, name, to,
               (struct piece){ .value = name, .value_len = to - name, .label = from, .label_len = i + 1 - from });
    r->at = i + 1;
    if (r->p[i] == '>')
        return true;
    down(r->d);
    for (i = skip_space(r, i + 1); i < r->len && r->p[i] == '<' && (end = behind(r, i, ">")) != 0;
         i = skip_space(r, end))
        whole_emit(r, begins(r, i, "<!--") ? COMMENT : DTDTAG, i, end);
    end = at(r, i) == ']' ? skip_space(r, i + 1) : 0;
    if (end != 0 && at(r, end) == '>') {
        whole_emit(r, PLAIN, i, end + 1);
        i = end + 1;
    }
    up(r->d);
    r->at = i;
    return true;
}

static bool opening(struct reader *r)
{
    uint32_t from = r->at, name = name_end(r, from + 1);
    bool some, empty = false;
    uint32_t end = name != from + 1 ? attributes_end(r, name, ">", &some) : 0;
    if (end == 0 && name != from + 1) {
        end = attributes_end(r, name, "/>", &some);
        empty = end != 0;
    }
    if (end == 0)
        return false;
    const char *close = empty ? "/>" : ">";
    uint32_t node = piece_emit(r, TAG, from, end,
                               (struct piece){ .value = from,
                                               .value_len = end - from,
                                               .label = from,
                                               .label_len = name - from,
                                               .close = some ? NULL : close });
    down(r->d);
    attributes_emit(r, name, end - (empty ? 2 : 1), false, close);
    up(r->d);
    if (!empty) {
        if (r->open < XML_DEPTH)
            r->tags[r->open] = node;
        r->open++;
        set_depth(r);
    }
    r->at = end;
    return true;
}

static bool closing(struct reader *r)
{
    uint32_t from = r->at, end = behind(r, from, ">");
    if (end == 0)
        return false;
    whole_emit(r, PLAIN, from, end);
    r->at = end;
    if (r->open != 0) {
        r->open--;
        if (r->open < XML_DEPTH && r->tags[r->open] != NO_NODE)
            set_len(r->d, r->tags[r->open], r->c.offset + end - r->d->tree.nodes[r->tags[r->open]].off);
        set_depth(r);
        return true;
    }
    uint32_t node = piece_emit(r, PLAIN, from, end, (struct piece){ .close = "Closing an unopened tag" });
    note_on(r->d, node, UNOPENED_TAG, NULL);
    return true;
}

static bool delimited(struct reader *r, unsigned field, const char *close)
{
    uint32_t end = behind(r, r->at, close);
    if (end == 0)
        return false;
    whole_emit(r, field, r->at, end);
    r->at = end;
    return true;
}

static bool markup(struct reader *r)
{
    if (begins(r, r->at, "<!--"))
        return delimited(r, COMMENT, "-->");
    if (begins(r, r->at, "<![CDATA["))
        return delimited(r, CDATASECTION, "]]>");
    if (begins(r, r->at, "<!DOCTYPE"))
        return doctype(r);
    if (begins(r, r->at, "<?"))
        return instruction(r);
    if (begins(r, r->at, "</"))
        return closing(r);
    return opening(r);
}

/* What is no markup up to the next blank, so that the reading goes on behind it. */
static void unrecognized(struct reader *r)
{
    uint32_t from = r->at;
    while (r->at < r->len && !is_space(r->p[r->at]))
        r->at++;
    r->at = skip_space(r, r->at);
    uint32_t node = piece_emit(r, PLAIN, from, r->at, (struct piece){ .close = "Unrecognized text" });
    note_on(r->d, node, UNRECOGNIZED, NULL);
}

static struct verdict xml_run(struct dissect *d, struct cursor c)
{
    add_protocol_column(d, "/XML");
    emit_protocol(d, c, c.cap, NULL);
    if (!d->emitting)
        return done();
    struct reader r = {
        .d = d, .c = c, .p = c.p, .len = c.cap, .depth = d->depth, .charset = charset_of(d, d->media, c)
    };
    uint64_t most = (uint64_t)r.len * EFFORT_MAX + EFFORT_FREE;
    while (d->stop == STOP_NONE && (r.at = skip_space(&r, r.at)) < r.len) {
        if (r.effort > most) {
            whole_emit(&r, UNKNOWN, r.at, r.len);
            break;
        }
        if (r.p[r.at] == '<') {
            if (!markup(&r))
                unrecognized(&r);
            continue;
        }
        const uint8_t *next = memchr(r.p + r.at, '<', r.len - r.at);
        uint32_t end = next != NULL ? (uint32_t)(next - r.p) : r.len;
        whole_emit(&r, r.open != 0 ? CDATA : UNKNOWN, r.at, end);
        r.at = end;
    }
    return done();
}

#define TYPE(name) { .table = TABLE_MEDIA_TYPE, .text = name }
static const struct claim claims[] = {
    TYPE("text/xml"), TYPE("text/vnd.wap.wml"), TYPE("text/vnd.wap.si"), TYPE("text/vnd.wap.sl"), TYPE("application/xml"),
    TYPE("application/xml-dtd"), TYPE("application/rdf+xml"), TYPE("application/rss+xml"), TYPE("application/atom+xml"),
    TYPE("application/soap+xml"), TYPE("application/xslt+xml"), TYPE("application/mathml+xml"), TYPE("image/svg+xml"),
    TYPE("application/x-wms-logconnectstats"), TYPE("application/rlmi+xml"), TYPE("application/cpl+xml"),
    TYPE("application/pidf+xml"), TYPE("application/vnd.wv.csp+xml"), TYPE("application/ccmp+xml"),
    TYPE("application/conference-info+xml"), TYPE("application/im-iscomposing+xml"), TYPE("application/reginfo+xml"),
    TYPE("application/resource-lists+xml"), TYPE("application/watcherinfo+xml"), TYPE("application/xcap-diff+xml"),
};

PROTOCOL(xml,
    .name = "xml", .short_name = "XML", .long_name = "eXtensible Markup Language",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims),
    .run = xml_run
);
