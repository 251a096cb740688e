/* json.c - -T json, jsonraw and ek: the tree as nested objects, or as one flat object a packet. */
#include "output/output.h"

#include "base/list.h"

#include <stdlib.h>
#include <time.h>

enum { MANY_BYTES = 16 * 1024 };

/* True when one of eight characters is a control, a quote, a backslash or DEL. */
static bool word_needs_escape(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\', del = w ^ ones * 127;
    uint64_t low = (w - ones * 32) & ~w;
    return ((low | ((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((del - ones) & ~del)) & high) != 0;
}

/* How many characters from the start need no escape. */
static size_t plain_length(const char *text, size_t len)
{
    size_t i = 0;
    uint64_t w;
    for (; i + 8 <= len; i += 8) {
        memcpy(&w, text + i, 8);
        if (word_needs_escape(w))
            break;
    }
    while (i < len && (uint8_t)text[i] >= 32 && text[i] != '"' && text[i] != '\\' && text[i] != 127)
        i++;
    return i;
}

void sb_json(struct strbuf *sb, const char *text, size_t len)
{
    static const char letters[] = "\b\f\n\r\t\"\\", escaped[] = "bfnrt\"\\";
    sb_char(sb, '"');
    for (size_t i = 0; i < len; i++) {
        size_t plain = plain_length(text + i, len - i);
        sb_mem(sb, text + i, plain);
        i += plain;
        if (i == len)
            break;
        const char *special = text[i] != '\0' ? strchr(letters, text[i]) : NULL;
        if (special != NULL) {
            sb_char(sb, '\\');
            sb_char(sb, escaped[special - letters]);
        } else {
            sb_printf(sb, "\\u%04x", (unsigned)(uint8_t)text[i]);
        }
    }
    sb_char(sb, '"');
}

/* --- what both forms need --------------------------------------------------------------------- */

static bool is_object(const struct node *n)
{
    return registry_field(n->field)->type == FT_PROTOCOL && registry_note(n->field) == NULL;
}
static bool has_children(const struct tree *t, uint32_t i)
{
    return i + 1 < t->count && t->nodes[i + 1].depth > t->nodes[i].depth;
}

/* True when -j or -J hides what is below the node. */
static bool filtered(const struct thr_printer *p, const struct node *n)
{
    return p->how.filter != NULL && !filter_lists(p, n);
}

static const char *shown_name(const struct node *n)
{
    const char *name = node_name(n);
    return name[0] != '\0' ? name : "text";
}

/* Wireshark's numbers of field types, as jsonraw prints them. */
static unsigned type_code(uint8_t type)
{
    static const uint8_t codes[FT_TYPES] = {
        [FT_NONE] = 0,           [FT_PROTOCOL] = 1,   [FT_BOOLEAN] = 2,     [FT_CHAR] = 3,
        [FT_UINT8] = 4,          [FT_UINT16] = 5,     [FT_UINT24] = 6,      [FT_UINT32] = 7,
        [FT_UINT40] = 8,         [FT_UINT48] = 9,     [FT_UINT56] = 10,     [FT_UINT64] = 11,
        [FT_INT8] = 12,          [FT_INT16] = 13,     [FT_INT24] = 14,      [FT_INT32] = 15,
        [FT_INT64] = 19,         [FT_FLOAT] = 22,     [FT_DOUBLE] = 23,     [FT_ABSOLUTE_TIME] = 24,
        [FT_RELATIVE_TIME] = 25, [FT_STRING] = 26,    [FT_STRINGZ] = 27,    [FT_UINT_STRING] = 28,
        [FT_ETHER] = 29,         [FT_BYTES] = 30,     [FT_UINT_BYTES] = 31, [FT_IPv4] = 32,
        [FT_IPv6] = 33,          [FT_IPXNET] = 34,    [FT_FRAMENUM] = 35,   [FT_GUID] = 36,
        [FT_OID] = 37,           [FT_EUI64] = 38,     [FT_AX25] = 39,       [FT_VINES] = 40,
        [FT_REL_OID] = 41,       [FT_SYSTEM_ID] = 42, [FT_STRINGZPAD] = 43, [FT_FCWWN] = 44,
    };
    return codes[type];
}

/* The bytes in hexadecimal; a masked number by its value.  False when there is no source. */
static bool sb_raw(struct strbuf *sb, const struct thr_packet *packet, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    const uint8_t *bytes = node_bytes(&packet->d, n, 0, n->len);
    if (n->source >= packet->d.n_sources)
        return false;
    sb_char(sb, '"');
    if (f->mask != 0 && n->len != 0)
        sb_printf(sb, "%llX", (unsigned long long)n->v.u);
    else if (bytes != NULL)
        sb_hex_bytes(sb, bytes, n->len, '\0');
    sb_char(sb, '"');
    return true;
}

static void sb_date(struct strbuf *sb, const struct thr_packet *packet)
{
    struct tm tm;
    time_t t = (time_t)packet->frame.time.secs;
    if (localtime_r(&t, &tm) != NULL)
        sb_printf(sb, "packets-%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Lists of sibling nodes are kept on one stack of the printer, so that deep trees cost no C stack. */
static bool push(struct thr_printer *p, uint32_t node)
{
    if (p->n_list == p->list_room) {
        uint32_t *list = list_grow(p->list, &p->list_room, 256, sizeof *list);
        if (list == NULL)
            return false;
        p->list = list;
    }
    p->list[p->n_list++] = node;
    return true;
}

static void push_children(struct thr_printer *p, const struct tree *t, uint32_t i)
{
    uint8_t depth = t->nodes[i].depth;
    for (uint32_t k = i + 1; k < t->count && t->nodes[k].depth > depth; k++)
        if (t->nodes[k].depth == depth + 1)
            push(p, k);
}

static void push_roots(struct thr_printer *p, const struct tree *t)
{
    p->n_list = 0;
    for (uint32_t k = 0; k < t->count; k++)
        if (t->nodes[k].depth == 0)
            push(p, k);
}

static bool same_key(const struct tree *t, uint32_t a, uint32_t b)
{
    return t->nodes[a].field == t->nodes[b].field || strcmp(node_name(&t->nodes[a]), node_name(&t->nodes[b])) == 0;
}

/* --- json ------------------------------------------------------------------------------------- */

struct json {
    struct thr_printer *p;
    const struct thr_packet *packet;
    unsigned indent;
    bool raw_only, raw_too;
};

static void new_line(struct json *j)
{
    struct strbuf *sb = &j->p->out;
    size_t at = sb->len;
    sb_fill(sb, ' ', 1 + (size_t)j->indent * 2);
    if (sb->len != at)
        sb->text[at] = '\n';
}

static void json_members(struct json *j, uint32_t from, bool whole);

static void json_children(struct json *j, uint32_t node, bool whole)
{
    struct thr_printer *p = j->p;
    const struct node *n = &j->packet->d.tree.nodes[node];
    sb_char(&p->out, '{');
    if (!whole && filtered(p, n)) {
        j->indent++;
        new_line(j);
        sb_str(&p->out, "\"filtered\": ");
        sb_clear(&p->scratch);
        if (node_name(n)[0] == '\0')
            node_label(&p->scratch, &j->packet->d, n);
        else
            sb_str(&p->scratch, node_name(n));
        sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
        j->indent--;
        new_line(j);
    } else {
        uint32_t from = p->n_list;
        push_children(p, &j->packet->d.tree, node);
        j->indent++;
        json_members(j, from, whole || (p->how.filter_whole && p->how.filter != NULL && filter_lists(p, n)));
        j->indent--;
        if (p->n_list != from)
            new_line(j);
        p->n_list = from;
    }
    sb_char(&p->out, '}');
}

/* A node among its siblings: what is asked of it again and again. */
struct member {
    const struct node *n;
    const struct field *f;
    const char *name;
    uint32_t node;
    bool note, children;
    bool bare;       /* what stands below it goes by its name alone */
    unsigned parts;  /* what it is written as, a bit each */
};

static void json_key(struct json *j, const struct member *m, const char *suffix)
{
    struct thr_printer *p = j->p;
    printer_spill(p);
    if (m->name[0] == '\0') {
        sb_clear(&p->scratch);
        node_label(&p->scratch, &j->packet->d, m->n);
        sb_str(&p->scratch, suffix);
        sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
        sb_str(&p->out, ": ");
        return;
    }
    sb_char(&p->out, '"');
    sb_str(&p->out, m->name);
    sb_str(&p->out, suffix);
    sb_mem(&p->out, "\": ", 3);
}

static void json_raw_array(struct json *j, const struct node *n)
{
    struct strbuf *sb = &j->p->out;
    const struct field *f = registry_field(n->field);
    sb_char(sb, '[');
    j->indent++;
    new_line(j);
    if (sb_raw(sb, j->packet, n)) {
        sb_char(sb, ',');
        new_line(j);
    }
    uint64_t numbers[4] = { n->off, n->len, f->mask, type_code(f->type) };
    for (int i = 0; i < 4; i++) {
        sb_uint(sb, numbers[i]);
        if (i != 3) {
            sb_char(sb, ',');
            new_line(j);
        }
    }
    j->indent--;
    new_line(j);
    sb_char(sb, ']');
}

/* Values of this kind never hold a character that JSON escapes. */
static bool shown_plainly(const struct field *f)
{
    return f->text == NULL && !type_is_string(f->type) && f->type != FT_CHAR;
}

/* Large ones, piece by piece: the whole text never stands in memory. */
static void show_bytes(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    uint32_t len;
    const uint8_t *bytes = node_value(&packet->d, n, &len);
    for (uint32_t at = 0; bytes != NULL && at < len; at += MANY_BYTES) {
        if (at != 0)
            sb_char(&p->out, ':');
        sb_hex_bytes(&p->out, bytes + at, len - at < MANY_BYTES ? len - at : MANY_BYTES, ':');
        printer_spill(p);
    }
}

/* The node's value as a JSON string. */
static void show_value(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    if (shown_plainly(f)) {
        sb_char(&p->out, '"');
        if (n->len > MANY_BYTES && (f->type == FT_BYTES || f->type == FT_UINT_BYTES))
            show_bytes(p, packet, n);
        else if (registry_note(n->field) == NULL)
            node_show(&p->out, &packet->d, n);
        sb_char(&p->out, '"');
        return;
    }
    sb_clear(&p->scratch);
    node_show(&p->scratch, &packet->d, n);
    sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
}

enum part { PART_RAW, PART_VALUE, PART_TREE };

static struct member member_of(const struct json *j, uint32_t node)
{
    const struct tree *t = &j->packet->d.tree;
    const struct node *n = &t->nodes[node];
    const struct field *f = registry_field(n->field);
    const struct note_def *note = f == &registry_note_field ? registry_note(n->field) : NULL;
    struct member m = { .n = n, .f = f, .node = node, .note = note != NULL, .children = has_children(t, node) };
    m.name = note != NULL ? note->name : f->name;
    bool text = m.name[0] == '\0', object = f->type == FT_PROTOCOL, heading = f->type == FT_NONE && m.children;
    m.bare = object || text || heading;
    m.parts = m.children || ((object || text) && !j->raw_only) ? 1u << PART_TREE : 0;
    if ((j->raw_only || (j->raw_too && n->len != 0)) && !text)
        m.parts |= 1u << PART_RAW;
    if (!m.bare && !j->raw_only)
        m.parts |= 1u << PART_VALUE;
    return m;
}

/* What a protocol without fields is worth. */
static void json_label(struct json *j, const struct node *n)
{
    sb_clear(&j->p->scratch);
    node_label(&j->p->scratch, &j->packet->d, n);
    sb_json(&j->p->out, sb_text(&j->p->scratch), j->p->scratch.len);
}

static void json_part(struct json *j, const struct member *m, enum part part, bool whole)
{
    if (part == PART_RAW)
        json_raw_array(j, m->n);
    else if (part == PART_VALUE)
        show_value(j->p, j->packet, m->n);
    else if (m->children)
        json_children(j, m->node, whole);
    else if (m->f->type == FT_PROTOCOL)
        json_label(j, m->n);
    else
        sb_mem(&j->p->out, "\"\"", 2);
}

static void json_member_key(struct json *j, const struct member *m, enum part part, bool *comma)
{
    static const char *const suffixes[] = { "_raw", "", "_tree" };
    if (*comma)
        sb_char(&j->p->out, ',');
    *comma = true;
    new_line(j);
    json_key(j, m, part == PART_TREE && m->bare ? "" : suffixes[part]);
}

/* The first sibling and those after it with the same key, as `"key": [ values ]` when there are several. */
static void json_group(struct json *j, uint32_t first, uint32_t to, enum part part, bool *comma, bool whole)
{
    struct thr_printer *p = j->p;
    const struct tree *t = &j->packet->d.tree;
    uint32_t members = 0, seen = 0;
    for (uint32_t k = first; k < to; k++)
        members += same_key(t, p->list[k], p->list[first]) && (member_of(j, p->list[k]).parts >> part & 1) != 0;
    if (members == 0)
        return;
    struct member head = member_of(j, p->list[first]);
    json_member_key(j, &head, part, comma);
    if (members > 1) {
        sb_char(&p->out, '[');
        j->indent++;
    }
    for (uint32_t k = first; k < to && seen < members; k++) {
        struct member m = member_of(j, p->list[k]);
        if (!same_key(t, p->list[k], p->list[first]) || (m.parts >> part & 1) == 0)
            continue;
        if (seen++ != 0)
            sb_char(&p->out, ',');
        if (members > 1)
            new_line(j);
        json_part(j, &m, part, whole);
    }
    if (members > 1) {
        j->indent--;
        new_line(j);
        sb_char(&p->out, ']');
    }
}

/* Siblings with the same key are one member. */
static void json_merged(struct json *j, uint32_t from, bool whole)
{
    struct thr_printer *p = j->p;
    uint32_t to = p->n_list;
    bool comma = false;
    for (uint32_t i = from; i < to; i++) {
        bool seen = false;
        for (uint32_t k = from; k < i && !seen; k++)
            seen = same_key(&j->packet->d.tree, p->list[k], p->list[i]);
        for (int part = PART_RAW; part <= PART_TREE && !seen; part++)
            json_group(j, i, to, (enum part)part, &comma, whole);
    }
}

/* The siblings on the stack from `from` on. */
static void json_members(struct json *j, uint32_t from, bool whole)
{
    struct thr_printer *p = j->p;
    uint32_t to = p->n_list;
    bool comma = false;
    if (p->how.no_duplicate_keys) {
        json_merged(j, from, whole);
        return;
    }
    for (uint32_t i = from; i < to; i++) {
        struct member m = member_of(j, p->list[i]);
        for (int part = PART_RAW; part <= PART_TREE; part++) {
            if ((m.parts >> part & 1) == 0)
                continue;
            json_member_key(j, &m, (enum part)part, &comma);
            json_part(j, &m, (enum part)part, whole);
        }
    }
}

static void json_asked(struct json *j)
{
    struct thr_printer *p = j->p;
    bool comma = false;
    asked_collect(p, j->packet);
    for (uint32_t i = 0; i < p->n_asked; i++) {
        const struct asked *a = &p->asked[i];
        uint32_t at = asked_first(p, a);
        if (at == NO_NODE)
            continue;
        if (comma)
            sb_char(&p->out, ',');
        comma = true;
        new_line(j);
        sb_json(&p->out, a->name, strlen(a->name));
        sb_str(&p->out, ": [");
        j->indent++;
        for (uint32_t n = 0; asked_value(p, j->packet, a, &at); n++) {
            if (n != 0)
                sb_char(&p->out, ',');
            new_line(j);
            sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
        }
        j->indent--;
        new_line(j);
        sb_char(&p->out, ']');
    }
}

static void json_head(struct thr_printer *p) { sb_str(&p->out, "["); }

static void json_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    struct json j = {
        .p = p, .packet = packet, .indent = 4, .raw_only = p->how.format == THR_FORMAT_JSONRAW, .raw_too = p->how.bytes
    };
    struct strbuf *sb = &p->out;
    sb_str(sb, "\n  {\n    \"_index\": \"");
    sb_date(sb, packet);
    sb_str(sb, "\",\n    \"_type\": \"doc\",\n    \"_score\": null,\n    \"_source\": {\n      \"layers\": {");
    if (p->how.fields != NULL) {
        json_asked(&j);
    } else {
        push_roots(p, &packet->d.tree);
        json_members(&j, 0, false);
    }
    bool empty = sb->text[sb->len - 1] == '{';
    sb_str(sb, empty ? "}\n    }\n  }" : "\n      }\n    }\n  }");
}

static void json_tail(struct thr_printer *p) { sb_str(&p->out, p->packets != 0 ? "\n]\n" : "]\n"); }

const struct format format_json = { .head = json_head, .packet = json_packet, .tail = json_tail, .between = "," };

/* --- ek --------------------------------------------------------------------------------------- */

static void sb_dotless(struct strbuf *sb, const char *name)
{
    for (; *name != '\0'; name++)
        sb_char(sb, *name == '.' ? '_' : *name);
}

/* "tcp_tcp_srcport": the protocol, then the field, dots as underscores. */
static void ek_key(struct thr_printer *p, const struct node *n, const char *suffix)
{
    const struct protocol *owner = registry_protocols[registry_owner[n->field]];
    const char *name = node_name(n);
    printer_spill(p);
    sb_char(&p->out, '"');
    if (name[0] == '\0') {
        sb_str(&p->out, "text");
    } else {
        if (!is_object(n) && !(registry_field(n->field)->flags & PSEUDO_PROTOCOL)) {
            sb_dotless(&p->out, owner->name);
            sb_char(&p->out, '_');
        }
        sb_dotless(&p->out, name);
    }
    sb_str(&p->out, suffix);
    sb_str(&p->out, "\":");
}

static void ek_members(struct thr_printer *p, const struct thr_packet *packet, uint32_t from, bool *comma, bool whole);

static void ek_value(struct thr_printer *p, const struct thr_packet *packet, uint32_t node, bool whole)
{
    const struct node *n = &packet->d.tree.nodes[node];
    const struct field *f = registry_field(n->field);
    if (!whole && filtered(p, n)) {
        sb_str(&p->out, "{\"filtered\":\"");
        sb_str(&p->out, shown_name(n));
        sb_str(&p->out, "\"}");
        return;
    }
    if (is_object(n)) {
        uint32_t from = p->n_list;
        bool comma = false;
        sb_char(&p->out, '{');
        push_children(p, &packet->d.tree, node);
        ek_members(p, packet, from, &comma, whole || p->how.filter_whole);
        p->n_list = from;
        sb_char(&p->out, '}');
        return;
    }
    if (node_name(n)[0] == '\0') {
        sb_clear(&p->scratch);
        node_label(&p->scratch, &packet->d, n);
        sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
    } else if (f->type == FT_NONE) {
        sb_str(&p->out, "null");
    } else if (f->type == FT_BOOLEAN) {
        sb_str(&p->out, n->v.u != 0 ? "true" : "false");
    } else if (f->type == FT_ABSOLUTE_TIME) {
        sb_char(&p->out, '"');
        sb_moment(&p->out, nstime_from_ns(n->v.i), MOMENT_ISO, true, 9);
        sb_char(&p->out, '"');
    } else {
        show_value(p, packet, n);
    }
}

static void ek_group(struct thr_printer *p, const struct thr_packet *packet, uint32_t first, uint32_t to, bool raw,
                     bool *comma, bool whole)
{
    const struct tree *t = &packet->d.tree;
    uint32_t members = 0, seen = 0;
    for (uint32_t k = first; k < to; k++)
        members += same_key(t, p->list[k], p->list[first]);
    if (*comma)
        sb_char(&p->out, ',');
    *comma = true;
    ek_key(p, &t->nodes[p->list[first]], raw ? "_raw" : "");
    if (members > 1)
        sb_char(&p->out, '[');
    for (uint32_t k = first; k < to; k++) {
        if (!same_key(t, p->list[k], p->list[first]))
            continue;
        if (seen++ != 0)
            sb_char(&p->out, ',');
        if (!raw)
            ek_value(p, packet, p->list[k], whole);
        else if (!sb_raw(&p->out, packet, &t->nodes[p->list[k]]))
            sb_str(&p->out, "null");
    }
    if (members > 1)
        sb_char(&p->out, ']');
}

/* Siblings of one name become one member; what is below them follows, flat. */
static void ek_members(struct thr_printer *p, const struct thr_packet *packet, uint32_t from, bool *comma, bool whole)
{
    const struct tree *t = &packet->d.tree;
    uint32_t to = p->n_list;
    for (uint32_t i = from; i < to; i++) {
        bool seen = false;
        for (uint32_t k = from; k < i && !seen; k++)
            seen = same_key(t, p->list[k], p->list[i]);
        if (seen)
            continue;
        if (p->how.bytes && t->nodes[p->list[i]].len != 0 && node_name(&t->nodes[p->list[i]])[0] != '\0')
            ek_group(p, packet, i, to, true, comma, whole);
        ek_group(p, packet, i, to, false, comma, whole);
        if (is_object(&t->nodes[p->list[i]]))
            continue;
        for (uint32_t k = i; k < to; k++)
            if (same_key(t, p->list[k], p->list[i]) && (whole || !filtered(p, &t->nodes[p->list[k]])))
                push_children(p, t, p->list[k]);
        if (p->n_list != to)
            ek_members(p, packet, to, comma, whole);
        p->n_list = to;
    }
}

static void ek_asked(struct thr_printer *p, const struct thr_packet *packet)
{
    bool comma = false;
    asked_collect(p, packet);
    for (uint32_t i = 0; i < p->n_asked; i++) {
        const struct asked *a = &p->asked[i];
        uint32_t at = asked_first(p, a);
        if (at == NO_NODE)
            continue;
        sb_str(&p->out, comma ? ",\"" : "\"");
        comma = true;
        sb_dotless(&p->out, a->name);
        sb_str(&p->out, "\":[");
        for (uint32_t n = 0; asked_value(p, packet, a, &at); n++) {
            if (n != 0)
                sb_char(&p->out, ',');
            sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
        }
        sb_char(&p->out, ']');
    }
}

/* The columns, by their titles in lower case. */
static void ek_summary(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct columns *c = &packet->engine->columns;
    for (uint32_t i = 0; i < c->count; i++) {
        sb_str(&p->out, ",\"");
        for (const char *t = c->list[i].title; *t != '\0'; t++)
            sb_char(&p->out, *t == '.' ? '_' : *t >= 'A' && *t <= 'Z' ? (char)(*t + 'a' - 'A') : *t);
        sb_str(&p->out, "\":");
        sb_clear(&p->scratch);
        column_append(&p->scratch, packet, &c->list[i]);
        sb_json(&p->out, sb_text(&p->scratch), p->scratch.len);
    }
}

static void ek_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    struct strbuf *sb = &p->out;
    const struct nstime *t = &packet->frame.time;
    sb_str(sb, "{\"index\":{\"_index\":\"");
    sb_date(sb, packet);
    sb_str(sb, "\",\"_type\":\"doc\"}}\n{\"timestamp\":\"");
    sb_int(sb, t->secs);
    sb_uint_pad(sb, (uint64_t)(t->nsecs / 1000000), 3);
    sb_char(sb, '"');
    if (p->how.summary)
        ek_summary(p, packet);
    if (p->how.summary && !p->how.details) {
        sb_str(sb, "}\n");
        return;
    }
    sb_str(sb, ",\"layers\":{");
    if (p->how.fields != NULL) {
        ek_asked(p, packet);
    } else {
        bool comma = false;
        push_roots(p, &packet->d.tree);
        ek_members(p, packet, 0, &comma, false);
    }
    sb_str(sb, "}}\n");
}

const struct format format_ek = { .packet = ek_packet };
