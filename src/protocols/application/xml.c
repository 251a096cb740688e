/* xml.c - XML 1.0: tags, attributes and text as they stand, well formed or not. */
#include "protocols/application/xml.h"
#include "protocols/application/charset.h"

enum { XML, XMLPI, CDATASECTION, COMMENT, ATTRIBUTE, DOCTYPE, DTDTAG, CDATA, TAG, UNKNOWN, XMLPI_XML, ENCODING, STANDALONE,
       VERSION, PLAIN };
enum { UNOPENED_TAG, UNOPENED_PI, UNRECOGNIZED };
enum { PREF_UNICODE };

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
    struct xml_text t;
    uint32_t at;
    uint8_t depth;         /* of nodes at the document's level */
    uint32_t open;         /* tags that are open; the first XML_DEPTH of them are: */
    uint32_t tags[XML_DEPTH];
    const char *charset;
};

static void set_depth(struct reader *r)
{
    r->d->depth = (uint8_t)(r->depth + (r->open < XML_DEPTH ? r->open : XML_DEPTH));
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

static unsigned attribute_row(const struct reader *r, const struct xml_attribute *a, bool declaration)
{
    static const struct {
        const char *name;
        unsigned row;
    } known[] = { { "version", VERSION }, { "encoding", ENCODING }, { "standalone", STANDALONE } };
    uint32_t n = a->name_end - a->from;
    for (unsigned i = 0; declaration && i < ARRAY_LEN(known); i++)
        if (strlen(known[i].name) == n && memcmp(r->t.p + a->from, known[i].name, n) == 0)
            return known[i].row;
    return ATTRIBUTE;
}

/* `close` stands in the label of the last one. */
static void attributes_emit(struct reader *r, const struct xml_piece *x, bool declaration, const char *close)
{
    struct xml_attribute a;
    uint32_t end = x->attributes_end;
    for (uint32_t i = xml_skip_space(&r->t, x->name_end); i < end && xml_attribute_at(&r->t, i, &a);
         i = xml_skip_space(&r->t, a.end)) {
        unsigned row = attribute_row(r, &a, declaration);
        bool inner = row != ATTRIBUTE, last = xml_skip_space(&r->t, a.end) >= end;
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
static void instruction(struct reader *r, const struct xml_piece *x)
{
    bool declaration = x->name_end - x->from == 5 && xml_begins(&r->t, x->from, "<?xml");
    piece_emit(
        r, declaration ? XMLPI_XML : XMLPI, x->from, x->end,
        (struct piece){
            .value = x->from, .value_len = x->end - x->from, .label = x->from, .label_len = x->name_end - x->from });
    down(r->d);
    attributes_emit(r, x, declaration, NULL);
    whole_emit(r, PLAIN, x->attributes_end, x->end);
    up(r->d);
}

/* <!DOCTYPE name ...>, or with declarations of its own in brackets. */
static bool doctype(struct reader *r)
{
    struct xml_text *t = &r->t;
    uint32_t from = r->at, name = xml_skip_space(t, from + 9), to = xml_name_end(t, name), i = to, end;
    while (i < t->len && t->p[i] != '>' && t->p[i] != '[')
        i++;
    t->effort += i >= t->len ? i - from : 0;
    if (i >= t->len || to == name)
        return false;
    piece_emit(r, DOCTYPE, name, to,
               (struct piece){ .value = name, .value_len = to - name, .label = from, .label_len = i + 1 - from });
    r->at = i + 1;
    if (t->p[i] == '>')
        return true;
    down(r->d);
    for (i = xml_skip_space(t, i + 1); i < t->len && t->p[i] == '<' && (end = xml_behind(t, i, ">")) != 0;
         i = xml_skip_space(t, end))
        whole_emit(r, xml_begins(t, i, "<!--") ? COMMENT : DTDTAG, i, end);
    end = i < t->len && t->p[i] == ']' ? xml_skip_space(t, i + 1) : 0;
    if (end != 0 && end < t->len && t->p[end] == '>') {
        whole_emit(r, PLAIN, i, end + 1);
        i = end + 1;
    }
    up(r->d);
    r->at = i;
    return true;
}

static void opening(struct reader *r, const struct xml_piece *x)
{
    const char *close = x->kind == XML_EMPTY ? "/>" : ">";
    bool some = xml_skip_space(&r->t, x->name_end) < x->attributes_end;
    uint32_t node = piece_emit(r, TAG, x->from, x->end,
                               (struct piece){ .value = x->from,
                                               .value_len = x->end - x->from,
                                               .label = x->from,
                                               .label_len = x->name_end - x->from,
                                               .close = some ? NULL : close });
    down(r->d);
    attributes_emit(r, x, false, close);
    up(r->d);
    if (x->kind == XML_EMPTY)
        return;
    if (r->open < XML_DEPTH)
        r->tags[r->open] = node;
    r->open++;
    set_depth(r);
}

static void closing(struct reader *r, const struct xml_piece *x)
{
    whole_emit(r, PLAIN, x->from, x->end);
    if (r->open != 0) {
        r->open--;
        if (r->open < XML_DEPTH && r->tags[r->open] != NO_NODE)
            set_len(r->d, r->tags[r->open], r->c.offset + x->end - r->d->tree.nodes[r->tags[r->open]].off);
        set_depth(r);
        return;
    }
    uint32_t node = piece_emit(r, PLAIN, x->from, x->end, (struct piece){ .close = "Closing an unopened tag" });
    note_on(r->d, node, UNOPENED_TAG, NULL);
}

static void unrecognized(struct reader *r, const struct xml_piece *x)
{
    uint32_t node = piece_emit(r, PLAIN, x->from, x->end, (struct piece){ .close = "Unrecognized text" });
    note_on(r->d, node, UNRECOGNIZED, NULL);
}

static void piece_show(struct reader *r)
{
    struct xml_piece x = xml_piece_at(&r->t, r->at);
    if (x.kind == XML_DOCTYPE && doctype(r))
        return;
    r->at = x.end;
    switch (x.kind) {
    case XML_TEXT: whole_emit(r, r->open != 0 ? CDATA : UNKNOWN, x.from, x.end); break;
    case XML_OPEN:
    case XML_EMPTY: opening(r, &x); break;
    case XML_CLOSE: closing(r, &x); break;
    case XML_INSTRUCTION: instruction(r, &x); break;
    case XML_COMMENT: whole_emit(r, COMMENT, x.from, x.end); break;
    case XML_CDATA: whole_emit(r, CDATASECTION, x.from, x.end); break;
    case XML_DOCTYPE:
    case XML_STRAY: unrecognized(r, &x); break;
    }
}

static struct verdict xml_run(struct dissect *d, struct cursor c)
{
    add_protocol_column(d, "/XML");
    emit_protocol(d, c, c.cap, NULL);
    if (!d->emitting)
        return done();
    struct reader r = {
        .d = d, .c = c, .t = { c.p, c.cap, 0 }, .depth = d->depth, .charset = charset_of(d, d->media, c)
    };
    while (d->stop == STOP_NONE && (r.at = xml_skip_space(&r.t, r.at)) < r.t.len) {
        if (!xml_tired(&r.t)) {
            piece_show(&r);
            continue;
        }
        whole_emit(&r, UNKNOWN, r.at, r.t.len);
        break;
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
