/* json.c - JavaScript Object Notation, RFC 8259: arrays and objects, one after the other; what is none is shown as text. */
#include "protocols/application/json.h"

#include "protocols/application/media.h"

enum { JSON, ARRAY, OBJECT, MEMBER, KEY, PATH, PATH_WITH_VALUE, MEMBER_WITH_VALUE, STRING, NUMBER, VALUE_FALSE, VALUE_NULL,
       VALUE_TRUE, IGNORED, COMPACT, ARRAY_COMPACT, OBJECT_COMPACT, MEMBER_COMPACT, ITEM_COMPACT };
enum { PREF_COMPACT, PREF_IGNORE, PREF_HIDE };
enum { JSON_DEPTH = 50 };  /* arrays and objects inside one another */

struct span {
    const uint8_t *bytes;
    uint32_t len;
};

/* The way to a value: the names of members, "[]" for places in arrays. */
struct step {
    const struct step *above;
    struct span name;
};
struct leaf {
    const struct step *step;
    struct span value;
};

/* --- labels and texts ------------------------------------------------------------------------------------- */

static void path_steps(struct strbuf *sb, const struct step *s)
{
    const struct step *way[JSON_DEPTH + 1];
    unsigned n = 0;
    for (; s != NULL && n < ARRAY_LEN(way); s = s->above)
        way[n++] = s;
    while (n != 0) {
        sb_char(sb, '/');
        n--;
        sb_decoded(sb, way[n]->name.bytes, way[n]->name.len, false);
    }
}

static void path_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct leaf *l = n->v.arg;
    path_steps(sb, l->step);
}

static void path_value_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct leaf *l = n->v.arg;
    path_text(sb, d, n);
    sb_char(sb, ':');
    sb_decoded(sb, l->value.bytes, l->value.len, false);
}

static void member_value_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct leaf *l = n->v.arg;
    if (l->step != NULL)
        sb_decoded(sb, l->step->name.bytes, l->step->name.len, false);
    sb_char(sb, ':');
    sb_decoded(sb, l->value.bytes, l->value.len, false);
}

static void heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct media *m = n->v.arg;
    sb_str(sb, "JavaScript Object Notation");
    if (m != NULL) {
        sb_str(sb, ": ");
        sb_escaped(sb, m->type, m->type_len);
    }
}

/* A line of the compact form: what stands at a name, or at a place of an array. */
struct compact {
    unsigned row;       /* MEMBER_COMPACT, ITEM_COMPACT or, for a whole document, COMPACT */
    struct span name;
    uint32_t index;
    struct span value;  /* as it stands, or "{...}" */
};

static void compact_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct compact *line = n->v.arg;
    if (line->row == COMPACT) {
        sb_str(sb, "JSON compact form: ");
    } else if (line->row == MEMBER_COMPACT) {
        sb_char(sb, '"');
        sb_escaped(sb, line->name.bytes, line->name.len);
        sb_str(sb, "\": ");
    } else {
        sb_printf(sb, "%u: ", line->index);
    }
    sb_escaped(sb, line->value.bytes, line->value.len);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    sb_str(sb, "JavaScript Object Notation");
    if (arg != NULL) {
        sb_char(sb, ' ');
        media_info(sb, d, arg);
    }
}

static const struct field fields[] = {
    [JSON] = { "json", "JavaScript Object Notation", FT_PROTOCOL, .label_fn = heading_label },
    [ARRAY] = { "json.array", "Array", FT_NONE },
    [OBJECT] = { "json.object", "Object", FT_NONE },
    [MEMBER] = { "json.member", "Member", FT_STRING },
    [KEY] = { "json.key", "Key", FT_STRING },
    [PATH] = { "json.path", "Path", FT_STRING, .flags = GENERATED, .text = path_text },
    [PATH_WITH_VALUE] = { "json.path_with_value", "Path with value", FT_STRING, .flags = GENERATED, .text = path_value_text },
    [MEMBER_WITH_VALUE] = { "json.member_with_value", "Member with value", FT_STRING, .flags = GENERATED,
                            .text = member_value_text },
    [STRING] = { "json.value.string", "String value", FT_STRING },
    [NUMBER] = { "json.value.number", "Number value", FT_STRING },
    [VALUE_FALSE] = { "json.value.false", "False value", FT_NONE },
    [VALUE_NULL] = { "json.value.null", "Null value", FT_NONE },
    [VALUE_TRUE] = { "json.value.true", "True value", FT_NONE },
    [IGNORED] = { "json.ignored_leading_bytes", "Ignored leading bytes", FT_STRING },
    [COMPACT] = { "", "JSON compact form", FT_NONE, .label_fn = compact_label },
    [ARRAY_COMPACT] = { "json.array_compact", "Array compact", FT_NONE, .label_fn = compact_label },
    [OBJECT_COMPACT] = { "json.object_compact", "Object compact", FT_NONE, .label_fn = compact_label },
    [MEMBER_COMPACT] = { "json.member_compact", "Member compact", FT_NONE, .label_fn = compact_label },
    [ITEM_COMPACT] = { "json.array_item_compact", "Array item compact", FT_NONE, .label_fn = compact_label },
};
static const struct pref prefs[] = {
    [PREF_COMPACT] = { "compact_form", "Display JSON in compact form", PREF_BOOL },
    [PREF_IGNORE] = { "ignore_leading_bytes", "Ignore leading bytes", PREF_BOOL },
    [PREF_HIDE] = { "hide_extended_path_based_filtering", "Hide extended path based filtering", PREF_BOOL },
};

/* --- the text --------------------------------------------------------------------------------------------- */

/* Without `d` nothing is shown: the text is only looked at. */
struct parser {
    struct dissect *d;
    struct cursor c;
    const uint8_t *p;
    uint32_t len, at;
    unsigned depth;
    bool hide;
};

static void blanks(struct parser *j)
{
    while (j->at < j->len && (j->p[j->at] == ' ' || j->p[j->at] == '\t' || j->p[j->at] == '\r' || j->p[j->at] == '\n'))
        j->at++;
}

static bool take(struct parser *j, uint8_t c)
{
    bool there = j->at < j->len && j->p[j->at] == c;
    j->at += there;
    return there;
}

static bool digits(struct parser *j)
{
    uint32_t from = j->at;
    while (j->at < j->len && j->p[j->at] >= '0' && j->p[j->at] <= '9')
        j->at++;
    return j->at != from;
}

/* RFC 8259 section 6. */
static bool number(struct parser *j)
{
    take(j, '-');
    if (!take(j, '0') && !digits(j))
        return false;
    if (take(j, '.') && !digits(j))
        return false;
    if (take(j, 'e') || take(j, 'E')) {
        if (!take(j, '+'))
            take(j, '-');
        return digits(j);
    }
    return true;
}

static int hex4(const uint8_t *p, uint32_t left)
{
    int v = 0;
    for (unsigned i = 0; i < 4; i++) {
        uint8_t c = i < left ? p[i] : 0, letter = c | 0x20;
        int digit = c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
        if (digit < 0)
            return -1;
        v = v << 4 | digit;
    }
    return v;
}

/* Moves past the string; *escapes: it has some.  RFC 8259 section 7, but control characters may stand in it. */
static bool string(struct parser *j, struct span *inside, bool *escapes)
{
    *escapes = false;
    if (!take(j, '"'))
        return false;
    uint32_t from = j->at;
    for (; j->at < j->len && j->p[j->at] != '"'; j->at++) {
        if (j->p[j->at] != '\\')
            continue;
        *escapes = true;
        if (++j->at >= j->len || j->p[j->at] == 0 || strchr("\"\\/bfnrtu", j->p[j->at]) == NULL ||
            (j->p[j->at] == 'u' && hex4(j->p + j->at + 1, j->len - j->at - 1) < 0))
            return false;
    }
    *inside = (struct span){ j->p + from, j->at - from };
    return take(j, '"');
}

static uint32_t put_utf8(uint8_t *out, uint32_t u)
{
    if (u < 0x80) {
        out[0] = (uint8_t)u;
        return 1;
    }
    uint32_t n = u < 0x800 ? 2 : u < 0x10000 ? 3 : 4;
    static const uint8_t lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    for (uint32_t i = n; i-- > 1; u >>= 6)
        out[i] = (uint8_t)(0x80 | (u & 0x3f));
    out[0] = (uint8_t)(lead[n] | u);
    return n;
}

/* The character of "\u4f60" or of a pair of surrogates; *at: behind it. */
static uint32_t unicode_escape(const struct span *s, uint32_t *at)
{
    uint32_t u = (uint32_t)hex4(s->bytes + *at + 2, s->len - *at - 2);
    *at += 6;
    bool high = u >= 0xd800 && u < 0xdc00;
    if (high && *at + 6 <= s->len && s->bytes[*at] == '\\' && s->bytes[*at + 1] == 'u') {
        int low = hex4(s->bytes + *at + 2, s->len - *at - 2);
        if (low >= 0xdc00 && low < 0xe000) {
            *at += 6;
            return 0x10000 + ((u & 0x3ff) << 10 | ((uint32_t)low & 0x3ff));
        }
    }
    return u >= 0xd800 && u < 0xe000 ? 0xfffd : u;
}

/* Never longer than what it was: an escape of six characters is three bytes at most. */
static struct span unescaped(struct dissect *d, struct span s)
{
    uint8_t *out = packet_zero(d, s.len + 1u);
    uint32_t n = 0;
    for (uint32_t at = 0; out != NULL && at < s.len;) {
        if (s.bytes[at] != '\\') {
            out[n++] = s.bytes[at++];
        } else if (s.bytes[at + 1] == 'u') {
            n += put_utf8(out + n, unicode_escape(&s, &at));
        } else {
            static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
            const char *c = strchr(from, s.bytes[at + 1]);
            out[n++] = c != NULL ? (uint8_t)to[c - from] : s.bytes[at + 1];
            at += 2;
        }
    }
    return (struct span){ out, n };
}

/* --- values ----------------------------------------------------------------------------------------------- */

static bool value(struct parser *j, const struct step *step);

static void leaf_emit(struct parser *j, uint32_t from, const struct step *step, unsigned field, struct span text)
{
    struct dissect *d = j->d;
    struct leaf *l = d != NULL && d->emitting ? packet_zero(d, sizeof *l) : NULL;
    if (l == NULL)
        return;
    *l = (struct leaf){ step, text };
    uint32_t whole = emit_arg(d, j->c, PATH_WITH_VALUE, from, j->at - from, l);
    uint32_t member = emit_arg(d, j->c, MEMBER_WITH_VALUE, from, j->at - from, l);
    if (j->hide) {
        set_hidden(d, whole);
        set_hidden(d, member);
    }
    if (field == STRING || field == NUMBER)
        emit_held(d, j->c, field, from, j->at - from, text.bytes, text.len);
    else
        emit_at(d, j->c, field, from, j->at - from);
}

static bool scalar(struct parser *j, const struct step *step)
{
    static const struct {
        const char *word;
        unsigned field;
    } words[] = { { "true", VALUE_TRUE }, { "false", VALUE_FALSE }, { "null", VALUE_NULL } };
    uint32_t from = j->at;
    struct span s;
    bool escapes;
    if (j->at < j->len && j->p[j->at] == '"') {
        if (!string(j, &s, &escapes))
            return false;
        leaf_emit(j, from, step, STRING, j->d != NULL && escapes ? unescaped(j->d, s) : s);
        return true;
    }
    for (unsigned i = 0; i < ARRAY_LEN(words); i++) {
        uint32_t n = (uint32_t)strlen(words[i].word);
        if (j->len - j->at < n || memcmp(j->p + j->at, words[i].word, n) != 0)
            continue;
        j->at += n;
        leaf_emit(j, from, step, words[i].field, (struct span){ j->p + from, n });
        return true;
    }
    if (!number(j))
        return false;
    leaf_emit(j, from, step, NUMBER, (struct span){ j->p + from, j->at - from });
    return true;
}

static bool member(struct parser *j, const struct step *above)
{
    struct dissect *d = j->d;
    struct step plain = { .above = above }, *step = d != NULL ? packet_zero(d, sizeof *step) : &plain;
    uint32_t from = j->at, node = NO_NODE, key;
    bool escapes;
    struct span name;
    if (step == NULL || !string(j, &name, &escapes))
        return false;
    key = j->at - from;
    *step = (struct step){ above, d != NULL && escapes ? unescaped(d, name) : name };
    blanks(j);
    if (!take(j, ':'))
        return false;
    blanks(j);
    if (d != NULL) {
        node = emit_held(d, j->c, MEMBER, from, 0, step->name.bytes, step->name.len);
        down(d);
    }
    if (!value(j, step))
        return false;
    if (d == NULL)
        return true;
    struct leaf *l = packet_zero(d, sizeof *l);
    emit_held(d, j->c, KEY, from, key, step->name.bytes, step->name.len);
    if (l != NULL) {
        l->step = step;
        uint32_t path = emit_arg(d, j->c, PATH, from, j->at - from, l);
        if (j->hide)
            set_hidden(d, path);
    }
    set_len(d, node, j->at - from);
    up(d);
    return true;
}

/* An array or object, whose opening bracket is at hand. */
static bool container(struct parser *j, const struct step *step)
{
    struct dissect *d = j->d;
    bool object = j->p[j->at] == '{';
    uint8_t close = object ? '}' : ']';
    uint32_t from = j->at++, node = NO_NODE;
    struct step plain = { 0 }, *place = !object && d != NULL ? packet_zero(d, sizeof *place) : &plain;
    if (place == NULL || j->depth == JSON_DEPTH)
        return false;
    *place = (struct step){ step, { (const uint8_t *)"[]", 2 } };
    j->depth++;
    if (d != NULL) {
        node = emit_at(d, j->c, object ? OBJECT : ARRAY, from, 0);
        down(d);
    }
    blanks(j);
    bool good = true, empty = take(j, close);
    for (bool going = !empty; good && going;) {
        good = object ? member(j, step) : value(j, place);
        blanks(j);
        going = good && take(j, ',');
        blanks(j);
    }
    good = good && (empty || take(j, close));
    if (d != NULL) {
        set_len(d, node, j->at - from);
        up(d);
    }
    j->depth--;
    return good;
}

static bool value(struct parser *j, const struct step *step)
{
    if (j->d != NULL && j->d->stop != STOP_NONE)
        return false;
    if (j->at < j->len && (j->p[j->at] == '{' || j->p[j->at] == '['))
        return container(j, step);
    return scalar(j, step);
}

/* --- the compact form: a line for each value, of a document that is known to be sound --------------------- */

static void compact_value(struct parser *j, struct compact place, uint32_t from);

static void compact_inside(struct parser *j, bool object)
{
    struct compact place = { .row = object ? MEMBER_COMPACT : ITEM_COMPACT };
    bool escapes;
    do {
        blanks(j);
        uint32_t from = j->at;
        if (object) {
            if (!string(j, &place.name, &escapes))
                return;
            if (escapes)
                place.name = unescaped(j->d, place.name);
            blanks(j);
            take(j, ':');
            blanks(j);
        }
        compact_value(j, place, from);
        place.index++;
        blanks(j);
    } while (take(j, ','));
}

static void compact_value(struct parser *j, struct compact place, uint32_t from)
{
    static const char *const shown[2][2] = { { "[...]", "[]" }, { "{...}", "{}" } };
    struct dissect *d = j->d;
    uint32_t start = j->at, row = place.row;
    bool object = start < j->len && j->p[start] == '{', container = object || (start < j->len && j->p[start] == '[');
    struct compact *line = packet_zero(d, sizeof *line);
    if (line == NULL)
        return;
    if (!container) {
        struct parser quiet = *j;
        quiet.d = NULL;
        scalar(&quiet, NULL);
        j->at = quiet.at;
        place.value = (struct span){ j->p + start, j->at - start };
        *line = place;
        emit_arg(d, j->c, row, from, j->at - from, line);
        return;
    }
    uint8_t close = object ? '}' : ']';
    j->at++;
    blanks(j);
    bool empty = take(j, close);
    const char *text = shown[object][empty];
    place.value = (struct span){ (const uint8_t *)text, (uint32_t)strlen(text) };
    *line = place;
    if (row == ITEM_COMPACT)
        row = object ? OBJECT_COMPACT : ARRAY_COMPACT;
    uint32_t node = emit_arg(d, j->c, row, from, 0, line);
    down(d);
    if (!empty) {
        compact_inside(j, object);
        take(j, close);
    }
    up(d);
    set_len(d, node, j->at - from);
}

/* Behind the array or object that begins at `at`; 0 when there is none. */
static uint32_t document_end(struct cursor c, uint32_t at)
{
    struct parser j = { .c = c, .p = c.p, .len = c.cap, .at = at };
    if (at >= c.cap || (c.p[at] != '{' && c.p[at] != '['))
        return 0;
    return value(&j, NULL) ? j.at : 0;
}

bool json_is(struct cursor c)
{
    struct parser j = { .c = c, .p = c.p, .len = c.cap };
    blanks(&j);
    uint32_t end = document_end(c, j.at);
    j.at = end;
    blanks(&j);
    return end != 0 && j.at == c.cap;
}

static uint32_t leading_bytes(struct cursor c)
{
    uint32_t n = 0;
    while (n < c.cap && c.p[n] != '{' && c.p[n] != '[')
        n++;
    return n < c.cap ? n : 0;
}

static struct verdict json_run(struct dissect *d, struct cursor c)
{
    add_protocol_column(d, "/JSON");
    info_separated(d, ", ", info, d->media);
    uint8_t depth = d->depth;
    emit_protocol(d, c, c.cap, d->media);
    uint32_t ignored = pref(d, PREF_IGNORE) ? leading_bytes(c) : 0;
    if (ignored != 0)
        add_item(d, &c, IGNORED, ignored);
    struct parser j = { .d = d, .c = c, .p = c.p, .len = c.cap, .hide = pref(d, PREF_HIDE) != 0 };
    blanks(&j);
    while (j.at < j.len && d->stop == STOP_NONE && document_end(c, j.at) != 0) {
        uint32_t from = j.at;
        if (pref(d, PREF_COMPACT) && d->emitting)
            compact_value(&j, (struct compact){ .row = COMPACT }, from);
        j.at = from;
        value(&j, NULL);
        blanks(&j);
    }
    d->depth = depth;
    if (j.at < j.len && d->stop == STOP_NONE)
        nested(d, hand_to(&proto_data_text_lines, 0, cursor_at(c, j.at)), true);
    return done();
}

#define TYPE(name) { .table = TABLE_MEDIA_TYPE, .text = name }
static const struct claim claims[] = {
    TYPE("application/json"), TYPE("application/json-rpc"), TYPE("application/jsonrequest"), TYPE("application/dds-web+json"),
    TYPE("application/problem+json"), TYPE("application/json-patch+json"), TYPE("application/merge-patch+json"),
    TYPE("application/x-ndjson"), TYPE("application/senml+json"),
};
static const struct protocol *const calls[] = { &proto_data_text_lines, NULL };

PROTOCOL(json,
    .name = "json", .short_name = "JSON", .long_name = "JavaScript Object Notation",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), .calls = calls,
    .run = json_run
);
