/* xmpp_elements.c - XMPP: the elements of a message, and how they are shown by the tables. */
#include "protocols/application/xmpp.h"

/* What is shown like an attribute. */
struct shown {
    const struct xmpp_attribute *attribute;  /* NULL: nobody knows it here */
    const uint8_t *name, *value;
    uint32_t name_len, value_len;
    uint32_t from, end;
    bool there;
};

/* An element's label: its title, and what is listed behind it. */
struct titled {
    const uint8_t *name;
    uint32_t name_len;
    const struct shown *shown;
    uint32_t count;
    bool all;  /* the others are listed too */
};

/* --- reading ------------------------------------------------------------------------------------ */

bool xmpp_is(const struct xmpp_document *x, uint32_t from, uint32_t end, const char *text)
{
    return end - from == strlen(text) && memcmp(x->t.p + from, text, end - from) == 0;
}

bool xmpp_attribute_of(struct xmpp_document *x, const struct xmpp_element *e, const char *name, struct xml_attribute *a)
{
    for (uint32_t i = xml_skip_space(&x->t, e->attributes); i < e->attributes_end && xml_attribute_at(&x->t, i, a);
         i = xml_skip_space(&x->t, a->end))
        if (xmpp_is(x, a->from, a->name_end, name))
            return true;
    return false;
}

static bool in_space(struct xmpp_document *x, const struct xmpp_element *e, const char *space)
{
    struct xml_attribute a;
    return space == NULL || (xmpp_attribute_of(x, e, "xmlns", &a) && xmpp_is(x, a.value, a.value_end, space));
}

static const struct xmpp_kind *kind_in(struct xmpp_document *x, const struct xmpp_kind *const *k,
                                       const struct xmpp_element *e)
{
    for (; k != NULL && *k != NULL; k++)
        if (xmpp_is(x, e->name, e->name_end, (*k)->name) && in_space(x, e, (*k)->space))
            return *k;
    return NULL;
}

/* Where in the tree of elements the reading is. */
struct place {
    uint32_t open[XMPP_LEVELS + 1];  /* the elements that are open; [0]: the document */
    uint32_t latest[XMPP_LEVELS + 1];  /* child of each */
    uint32_t level;
};

static void element_add(struct xmpp_document *x, struct place *at, const struct xml_piece *p)
{
    bool empty = p->kind == XML_EMPTY;
    uint32_t level = at->level, n = x->count;
    at->level += !empty;
    if (level >= XMPP_LEVELS || n == XMPP_ELEMENTS)
        return;
    struct xmpp_element *e = &x->elements[n], *parent = &x->elements[at->open[level]];
    const uint8_t *colon = memchr(x->t.p + p->name, ':', p->name_end - p->name);
    *e = (struct xmpp_element){
        .from = p->from,
        .end = p->end,
        .name_end = p->name_end,
        .attributes = p->name_end,
        .attributes_end = p->attributes_end,
        .content = p->end,
        .content_end = p->end,
    };
    e->name = colon != NULL ? (uint32_t)(colon - x->t.p) + 1 : p->name;
    e->kind = kind_in(x, level == 0 ? xmpp_top : parent->kind != NULL ? parent->kind->children : NULL, e);
    if (at->latest[level] != 0)
        x->elements[at->latest[level]].next = n;
    else
        parent->child = n;
    at->latest[level] = n;
    x->count++;
    if (!empty) {
        e->end = e->content_end = x->t.len;
        at->open[level + 1] = n;
        at->latest[level + 1] = 0;
    }
}

static void element_close(struct xmpp_document *x, struct place *at, const struct xml_piece *p)
{
    if (at->level == 0) {
        const uint8_t *colon = memchr(x->t.p + p->name, ':', p->name_end - p->name);
        uint32_t name = colon != NULL ? (uint32_t)(colon - x->t.p) + 1 : p->name;
        bool stream = xmpp_is(x, name, p->name_end, "stream");
        x->closed |= stream;
        x->strays += !stream;
        return;
    }
    uint32_t n = at->level <= XMPP_LEVELS ? at->open[at->level] : 0;
    at->level--;
    if (n == 0)
        return;
    x->elements[n].content_end = p->from;
    x->elements[n].end = p->end;
}

static void text_add(struct xmpp_document *x, const struct place *at, const struct xml_piece *p)
{
    uint32_t n = at->level <= XMPP_LEVELS ? at->open[at->level] : 0;
    if (at->level == 0) {
        x->strays++;
    } else if (n != 0 && x->elements[n].text_end == 0) {
        x->elements[n].text = p->from;
        x->elements[n].text_end = p->end;
    }
}

static void declaration_read(struct xmpp_document *x, const struct xml_piece *p)
{
    struct xmpp_element as_element = { .attributes = p->name_end, .attributes_end = p->attributes_end };
    struct xml_attribute a;
    x->declared = true;
    if (!xmpp_is(x, p->name, p->name_end, "xml") || !xmpp_attribute_of(x, &as_element, "version", &a))
        return;
    x->version = a.value;
    x->version_end = a.value_end;
}

bool xmpp_read(struct xmpp_document *x)
{
    struct place at = { .level = 0 };
    uint32_t most = x->t.len / 4 + 2;  /* no element is shorter than <a/> */
    x->elements = packet_zero(x->d, (most < XMPP_ELEMENTS ? most : XMPP_ELEMENTS) * sizeof *x->elements);
    x->count = 1;
    if (x->elements == NULL)
        return false;
    for (uint32_t i = xml_skip_space(&x->t, 0); i < x->t.len && !xml_tired(&x->t);) {
        struct xml_piece p = xml_piece_at(&x->t, i);
        switch (p.kind) {
        case XML_OPEN:
        case XML_EMPTY: element_add(x, &at, &p); break;
        case XML_CLOSE: element_close(x, &at, &p); break;
        case XML_INSTRUCTION: declaration_read(x, &p); break;
        case XML_TEXT:
        case XML_CDATA: text_add(x, &at, &p); break;
        case XML_STRAY: x->strays++; break;
        case XML_COMMENT:
        case XML_DOCTYPE: break;
        }
        i = xml_skip_space(&x->t, p.end);
    }
    return true;
}

/* --- text --------------------------------------------------------------------------------------- */

void xmpp_attribute_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct shown *s = n->v.arg;
    (void)d;
    sb_mem(sb, s->value, s->value_len);
}

static void pair_label(struct strbuf *sb, const struct shown *s)
{
    sb_escaped(sb, s->name, s->name_len);
    sb_str(sb, ": ");
    sb_escaped(sb, s->value, s->value_len);
}

void xmpp_attribute_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    pair_label(sb, n->v.arg);
}

void xmpp_unknown_attribute_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct shown *s = n->v.arg;
    (void)d;
    sb_mem(sb, s->name, s->name_len);
}

void xmpp_unknown_attribute_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    pair_label(sb, n->v.arg);
    sb_str(sb, " [UNKNOWN ATTR]");
}

void xmpp_feature_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct shown *s = n->v.arg;
    (void)d;
    sb_str(sb, "FEATURE [");
    sb_escaped(sb, s->value, s->value_len);
    sb_char(sb, ']');
}

/* [a="b" c="d"] */
static void list_add(struct strbuf *sb, const struct titled *t)
{
    const char *between = " [";
    for (uint32_t i = 0; i < t->count; i++) {
        const struct shown *s = &t->shown[i];
        if (!s->there || (s->attribute != NULL ? !(s->attribute->traits & XMPP_LISTED) : !t->all))
            continue;
        sb_str(sb, between);
        sb_escaped(sb, s->name, s->name_len);
        sb_str(sb, "=\"");
        sb_escaped(sb, s->value, s->value_len);
        sb_char(sb, '"');
        between = " ";
    }
    if (between[1] == '\0')
        sb_char(sb, ']');
}

void xmpp_element_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
    size_t before = sb->len;
    list_add(sb, t);
    if (sb->len == before)
        sb_str(sb, " []");
}

void xmpp_upper(struct strbuf *sb, const uint8_t *p, uint32_t len)
{
    struct strbuf upper = { 0 };
    for (uint32_t i = 0; i < len; i++)
        sb_char(&upper, (char)(p[i] >= 'a' && p[i] <= 'z' ? p[i] - 'a' + 'A' : p[i]));
    sb_escaped(sb, (const uint8_t *)sb_text(&upper), upper.len);
    sb_free(&upper);
}

void xmpp_inner_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    xmpp_upper(sb, t->name, t->name_len);
    list_add(sb, t);
    if (registry_field(n->field)->type == FT_STRING)
        sb_str(sb, " [UNKNOWN]");
}

void xmpp_unknown_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    sb_mem(sb, t->name, t->name_len);
}

void xmpp_required_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    sb_printf(sb, "Required attribute \"%s\" doesn't appear in \"", t->shown->attribute->name);
    sb_escaped(sb, t->name, t->name_len);
    sb_str(sb, "\".");
}

void xmpp_unexpected_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct shown *s = n->v.arg;
    (void)d;
    sb_printf(sb, "Field \"%s\" has unexpected value \"", s->attribute->name);
    sb_escaped(sb, s->value, s->value_len);
    sb_char(sb, '"');
}

void xmpp_unknown_element_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    sb_str(sb, "Unknown element: ");
    sb_escaped(sb, t->name, t->name_len);
}

void xmpp_unknown_attribute_note_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct shown *s = n->v.arg;
    (void)d;
    sb_str(sb, "Unknown attribute ");
    sb_escaped(sb, s->name, s->name_len);
}

void xmpp_error_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct titled *t = n->v.arg;
    (void)d;
    sb_str(sb, "Stanza error");
    for (uint32_t i = 0; i < t->count; i++) {
        const struct shown *s = &t->shown[i];
        bool condition = s->there && s->attribute->row == XMPP_ERROR_CONDITION;
        if (!condition && !(s->there && s->attribute->row == XMPP_ERROR_TEXT))
            continue;
        sb_str(sb, condition ? ": " : " Text: ");
        sb_escaped(sb, s->value, s->value_len);
        sb_str(sb, condition ? ";" : "");
    }
}

/* --- showing ------------------------------------------------------------------------------------ */

static const struct xmpp_kind taken = { .name = "" };  /* a child that was shown like an attribute */

static void value_set(const struct xmpp_document *x, struct shown *s, uint32_t value, uint32_t value_end)
{
    s->value = x->t.p + value;
    s->value_len = value_end - value;
    s->there = true;
}

/* The child whose text or name is the value. */
static void from_child(struct xmpp_document *x, const struct xmpp_element *e, struct shown *s)
{
    const struct xmpp_attribute *a = s->attribute;
    bool by_name = a->source == XMPP_CHILD_NAME;
    for (uint32_t i = e->child; i != 0; i = x->elements[i].next) {
        struct xmpp_element *c = &x->elements[i];
        bool is = by_name ? c->kind == NULL && !xmpp_is(x, c->name, c->name_end, "text") && in_space(x, c, a->space)
                          : c->kind == NULL && xmpp_is(x, c->name, c->name_end, a->name);
        if (!is)
            continue;
        c->kind = &taken;
        s->from = c->from;
        s->end = c->end;
        value_set(x, s, by_name ? c->name : c->text, by_name ? c->name_end : c->text_end);
        return;
    }
}

static struct shown attribute_find(struct xmpp_document *x, const struct xmpp_element *e,
                                   const struct xmpp_attribute *a)
{
    struct shown s = { .attribute = a, .name = (const uint8_t *)a->name, .from = e->from, .end = e->end };
    struct xml_attribute found;
    s.name_len = (uint32_t)strlen(a->name);
    switch ((enum xmpp_source)a->source) {
    case XMPP_ATTRIBUTE_OF:
        if (!xmpp_attribute_of(x, e, a->name, &found))
            break;
        s.from = found.from;
        s.end = found.end;
        value_set(x, &s, found.value, found.value_end);
        break;
    case XMPP_TEXT: value_set(x, &s, e->text, e->text_end); break;
    case XMPP_CONTENT: value_set(x, &s, e->content, e->content_end); break;
    case XMPP_CHILD_TEXT:
    case XMPP_CHILD_NAME: from_child(x, e, &s); break;
    }
    return s;
}

static bool known(const struct xmpp_document *x, const struct xmpp_element *e, const struct xml_attribute *a)
{
    for (uint32_t i = 0; e->kind != NULL && i < e->kind->n_attributes; i++)
        if (e->kind->attributes[i].source == XMPP_ATTRIBUTE_OF &&
            xmpp_is(x, a->from, a->name_end, e->kind->attributes[i].name))
            return true;
    return false;
}

enum { SHOWN_MAX = 64 };  /* attributes of one element; more are not shown */

/* What is known in the order of the table, then the other attributes. */
static struct titled titled_make(struct xmpp_document *x, const struct xmpp_element *e)
{
    struct titled t = { .name = x->t.p + e->name, .name_len = e->name_end - e->name, .all = e->kind == NULL };
    struct shown list[SHOWN_MAX];
    struct xml_attribute a;
    for (uint32_t i = 0; e->kind != NULL && i < e->kind->n_attributes; i++)
        list[t.count++] = attribute_find(x, e, &e->kind->attributes[i]);
    for (uint32_t i = xml_skip_space(&x->t, e->attributes);
         i < e->attributes_end && t.count < SHOWN_MAX && xml_attribute_at(&x->t, i, &a);
         i = xml_skip_space(&x->t, a.end)) {
        if (known(x, e, &a))
            continue;
        struct shown s = { .from = a.from, .end = a.end, .name = x->t.p + a.from, .name_len = a.name_end - a.from };
        value_set(x, &s, a.value, a.value_end);
        list[t.count++] = s;
    }
    t.shown = packet_copy(x->d, list, t.count * sizeof *list);
    t.count = t.shown != NULL ? t.count : 0;
    return t;
}

static bool expected(const struct shown *s)
{
    const char *const *v = s->attribute->values;
    while (v != NULL && *v != NULL && (strlen(*v) != s->value_len || memcmp(*v, s->value, s->value_len) != 0))
        v++;
    return v == NULL || *v != NULL;
}

static bool names_space(const struct shown *s) { return s->name_len == 5 && memcmp(s->name, "xmlns", 5) == 0; }

static void shown_emit(struct xmpp_document *x, const struct titled *t, uint32_t i)
{
    struct dissect *d = x->d;
    const struct shown *s = &t->shown[i];
    uint32_t len = s->end - s->from;
    if (s->there && s->attribute != NULL) {
        emit_arg(d, x->c, s->attribute->row, s->from, len, s);
        if (!expected(s))
            note_on(d, NO_NODE, XMPP_NOTE_UNEXPECTED, s);
    } else if (s->there && names_space(s)) {
        emit_arg(d, x->c, XMPP_XMLNS, s->from, len, s);
    } else if (s->there) {
        uint32_t n = emit_arg(d, x->c, XMPP_UNKNOWN_ATTRIBUTE, s->from, len, s);
        note_on(d, n, XMPP_NOTE_UNKNOWN_ATTRIBUTE, s);
    } else if (s->attribute->traits & XMPP_REQUIRED) {
        struct titled *one = packet_copy(d, t, sizeof *t);
        if (one == NULL)
            return;
        one->shown = s;
        note_on(d, NO_NODE, XMPP_NOTE_REQUIRED, one);
    }
}

static void text_emit(struct xmpp_document *x, const struct xmpp_element *e, bool always)
{
    if (e->text_end == 0 && !always)
        return;
    static const char none[] = "(empty)";
    bool there = e->text_end != 0;
    emit_held(x->d, x->c, XMPP_CDATA, e->text, e->text_end - e->text, there ? (const void *)(x->t.p + e->text) : none,
              there ? e->text_end - e->text : (uint32_t)sizeof none - 1);
}

static void element_show(struct xmpp_document *x, const struct xmpp_element *e, bool inner);

/* The known ones in the order of the table, then the others. */
static void children_show(struct xmpp_document *x, const struct xmpp_element *e)
{
    for (const struct xmpp_kind *const *k = e->kind != NULL ? e->kind->children : NULL; k != NULL && *k != NULL; k++)
        for (uint32_t i = e->child; i != 0; i = x->elements[i].next)
            if (x->elements[i].kind == *k)
                element_show(x, &x->elements[i], false);
    for (uint32_t i = e->child; i != 0; i = x->elements[i].next)
        if (x->elements[i].kind == NULL)
            element_show(x, &x->elements[i], e->kind == NULL);
}

/* A feature is its name alone. */
static void feature_show(struct xmpp_document *x, const struct xmpp_element *e, const struct titled *t)
{
    if (t->count != 0 && t->shown[0].there)
        emit_arg(x->d, x->c, XMPP_FEATURE, e->from, e->end - e->from, t->shown);
}

/* inner: within one that nobody knows.  It goes no deeper than XMPP_LEVELS, as the reading did. */
static void element_show(struct xmpp_document *x, const struct xmpp_element *e, bool inner)
{
    struct dissect *d = x->d;
    struct titled made = titled_make(x, e), *t = packet_copy(d, &made, sizeof made);
    if (t == NULL)
        return;
    if (e->kind == &xmpp_features_item) {
        feature_show(x, e, t);
        return;
    }
    if (e->kind == &xmpp_mechanism) {
        emit_held(d, x->c, XMPP_MECHANISM, e->from, e->end - e->from, x->t.p + e->text, e->text_end - e->text);
        return;
    }
    unsigned row = e->kind != NULL ? e->kind->row : inner ? (unsigned)XMPP_INNER : (unsigned)XMPP_UNKNOWN;
    emit_arg(d, x->c, row, e->from, e->end - e->from, t);
    down(d);
    if (x->noted) {
        note_on(d, NO_NODE, x->note, &x->note_frame);
        x->noted = false;
    }
    for (uint32_t i = 0; i < t->count; i++)
        shown_emit(x, t, i);
    if (e->kind == NULL || e->kind->text)
        text_emit(x, e, e->kind != NULL);
    children_show(x, e);
    if (e->kind == &xmpp_error)
        note_on(d, NO_NODE, XMPP_NOTE_ERROR, t);
    else if (e->kind == NULL && !inner)
        note_on(d, NO_NODE, XMPP_NOTE_UNKNOWN_ELEMENT, t);
    up(d);
}

void xmpp_element_show(struct xmpp_document *x, const struct xmpp_element *e) { element_show(x, e, false); }
