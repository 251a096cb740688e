/* pdml.c - -T pdml and -T psml. */
#include "output/output.h"

#include "dissect/builtin.h"
#include "output/color.h"

#include <time.h>

/* What stands for the character; NULL: it does itself, or its number if it is a control. */
static const char *entity_of(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#x27;";
    default: return NULL;
    }
}

static bool is_control(char c) { return ((uint8_t)c < 32 && c != '\t' && c != '\n' && c != '\r') || c == 127; }

void sb_xml(struct strbuf *sb, const char *text, size_t len)
{
    size_t done = 0;
    for (size_t i = 0; i < len; i++) {
        if ((uint8_t)text[i] > '>' && text[i] != 127)
            continue;
        const char *entity = entity_of(text[i]);
        if (entity == NULL && !is_control(text[i]))
            continue;
        sb_mem(sb, text + done, i - done);
        done = i + 1;
        if (entity != NULL)
            sb_str(sb, entity);
        else
            sb_printf(sb, "\\x%x", (unsigned)(uint8_t)text[i]);
    }
    sb_mem(sb, text + done, len - done);
}

/* "<packet>", with the colours when they are asked for. */
static void packet_element(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct color_rule *c = p->how.color ? color_of(&p->colors, packet) : NULL;
    if (c == NULL) {
        sb_str(&p->out, "<packet>\n");
        return;
    }
    sb_str(&p->out, "<packet foreground='#");
    sb_hex_bytes(&p->out, c->foreground, 3, '\0');
    sb_str(&p->out, "' background='#");
    sb_hex_bytes(&p->out, c->background, 3, '\0');
    sb_str(&p->out, "'>\n");
}

static void attribute(struct strbuf *sb, const char *name, const struct strbuf *value)
{
    sb_char(sb, ' ');
    sb_str(sb, name);
    sb_str(sb, "=\"");
    sb_xml(sb, sb_text(value), value->len);
    sb_char(sb, '"');
}

static void label_attribute(struct thr_printer *p, const struct thr_packet *packet, const struct node *n,
                            const char *name)
{
    sb_clear(&p->scratch);
    node_label(&p->scratch, &packet->d, n);
    attribute(&p->out, name, &p->scratch);
}

static void size_and_place(struct strbuf *sb, const struct node *n)
{
    sb_str(sb, " size=\"");
    sb_uint(sb, n->len);
    sb_str(sb, "\" pos=\"");
    sb_uint(sb, n->off);
    sb_char(sb, '"');
}

static void raw_value(struct strbuf *sb, const struct thr_packet *packet, const struct node *n, const char *name)
{
    const uint8_t *bytes = node_bytes(&packet->d, n, 0, n->len);
    sb_char(sb, ' ');
    sb_str(sb, name);
    sb_str(sb, "=\"");
    if (bytes != NULL)
        sb_hex_bytes(sb, bytes, n->len, '\0');
    sb_char(sb, '"');
}

static void field_element(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    struct strbuf *sb = &p->out;
    const char *name = node_name(n);
    bool text_only = name[0] == '\0';
    printer_spill(p);
    sb_str(sb, "<field name=\"");
    sb_xml(sb, name, strlen(name));
    sb_char(sb, '"');
    label_attribute(p, packet, n, text_only ? "show" : "showname");
    if (node_hidden(n))
        sb_str(sb, " hide=\"yes\"");
    size_and_place(sb, n);
    if (!text_only && f->type != FT_PROTOCOL) {
        sb_clear(&p->scratch);
        if (f->type != FT_NONE)
            node_show(&p->scratch, &packet->d, n);
        attribute(sb, "show", &p->scratch);
    }
    if (f->type == FT_NONE && !text_only)
        sb_str(sb, " value=\"\"");
    else if (n->len != 0 && f->mask != 0 && (type_is_uint(f->type) || type_is_int(f->type) || f->type == FT_BOOLEAN)) {
        sb_str(sb, " value=\"");
        sb_printf(sb, "%llX", (unsigned long long)n->v.u);
        sb_char(sb, '"');
        raw_value(sb, packet, n, "unmaskedvalue");
    } else if (n->len != 0)
        raw_value(sb, packet, n, "value");
}

static void proto_element(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    sb_str(&p->out, "<proto name=\"");
    sb_str(&p->out, node_name(n));
    sb_char(&p->out, '"');
    label_attribute(p, packet, n, "showname");
    if (node_hidden(n))
        sb_str(&p->out, " hide=\"yes\"");
    size_and_place(&p->out, n);
}

static bool is_proto_element(const struct node *n)
{
    return registry_field(n->field)->type == FT_PROTOCOL && registry_note(n->field) == NULL &&
           strcmp(node_name(n), "_ws.expert") != 0;
}

static bool is_data(const struct node *n)
{
    return registry_protocols[registry_owner[n->field]] == &proto_data && registry_field(n->field)->type == FT_PROTOCOL;
}

/* A field outside of protocols stands in a wrapper that takes the place of one. */
static bool is_wrapped(const struct node *n) { return n->depth == 0 && (is_data(n) || !is_proto_element(n)); }

/* What no protocol claims is written as a field. */
static void data_element(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    sb_str(&p->out, "<field name=\"data\"");
    raw_value(&p->out, packet, n, "value");
}

static void close_to(struct thr_printer *p, const struct node *open[], int *depth, int to)
{
    while (*depth > to) {
        --*depth;
        sb_fill(&p->out, ' ', (size_t)(*depth + 1) * 2);
        if (is_wrapped(open[*depth])) {
            sb_str(&p->out, "</field>\n");
            sb_fill(&p->out, ' ', (size_t)(*depth + 1) * 2);
        }
        bool proto = is_wrapped(open[*depth]) || (is_proto_element(open[*depth]) && !is_data(open[*depth]));
        sb_str(&p->out, proto ? "</proto>\n" : "</field>\n");
    }
}

static void geninfo(struct thr_printer *p, const struct thr_packet *packet)
{
    struct strbuf *sb = &p->out;
    const struct frame_info *f = &packet->frame;
    sb_printf(sb, "  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\" size=\"%u\">\n", f->cap_len);
    sb_printf(sb, "    <field name=\"num\" pos=\"0\" show=\"%u\" showname=\"Number\" value=\"%x\" size=\"%u\"/>\n",
              f->number, f->number, f->cap_len);
    sb_printf(sb,
              "    <field name=\"len\" pos=\"0\" show=\"%u\" showname=\"Frame Length\" value=\"%x\" size=\"%u\"/>\n",
              f->wire_len, f->wire_len, f->cap_len);
    sb_printf(
        sb,
        "    <field name=\"caplen\" pos=\"0\" show=\"%u\" showname=\"Captured Length\" value=\"%x\" size=\"%u\"/>\n",
        f->cap_len, f->cap_len, f->cap_len);
    sb_str(sb, "    <field name=\"timestamp\" pos=\"0\" show=\"");
    sb_moment(sb, f->time, MOMENT_LONG, packet->d.engine->utc, 9);
    sb_str(sb, "\" showname=\"Captured Time\" value=\"");
    sb_span(sb, f->time, 9);
    sb_printf(sb, "\" size=\"%u\"/>\n  </proto>\n", f->cap_len);
}

static void asked_element(struct thr_printer *p, const struct asked *a)
{
    sb_str(&p->out, "  <field name=\"");
    sb_xml(&p->out, a->name, strlen(a->name));
    sb_char(&p->out, '"');
    attribute(&p->out, "value", &p->scratch);
    sb_str(&p->out, "/>\n");
}

/* -e: a flat list of the fields asked for. */
static void pdml_asked(struct thr_printer *p, const struct thr_packet *packet)
{
    packet_element(p, packet);
    geninfo(p, packet);
    asked_collect(p, packet);
    for (uint32_t i = 0; i < p->n_asked; i++)
        for (uint32_t at = asked_first(p, &p->asked[i]); asked_value(p, packet, &p->asked[i], &at);)
            asked_element(p, &p->asked[i]);
    sb_str(&p->out, "</packet>\n\n\n");
}

/* Instead of the children that -j or -J hides. */
static void filtered_element(struct thr_printer *p, const struct node *n, int depth)
{
    sb_fill(&p->out, ' ', (size_t)(depth + 1) * 2);
    sb_str(&p->out, "<field name=\"filtered\" value=\"");
    sb_str(&p->out, node_name(n)[0] != '\0' ? node_name(n) : "text");
    sb_str(&p->out, "\" />\n");
}

static void pdml_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct tree *t = &packet->d.tree;
    if (p->how.fields != NULL) {
        pdml_asked(p, packet);
        return;
    }
    const struct node *open[MAX_DEPTH + 2];
    int depth = 0;
    uint32_t whole = 0;  /* nodes before this one are shown whole: -J */
    packet_element(p, packet);
    geninfo(p, packet);
    for (uint32_t i = 0; i < t->count; i++) {
        const struct node *n = &t->nodes[i];
        bool parent = i + 1 < t->count && t->nodes[i + 1].depth > n->depth;
        close_to(p, open, &depth, n->depth);
        sb_fill(&p->out, ' ', (size_t)(depth + 1 + (depth > 0 && is_wrapped(open[0]))) * 2);
        if (is_wrapped(n) && parent) {
            sb_str(&p->out, "<proto name=\"fake-field-wrapper\">\n");
            sb_fill(&p->out, ' ', (size_t)(depth + 2) * 2);
        }
        if (is_data(n) && parent)
            data_element(p, packet, n);
        else if (is_proto_element(n))
            proto_element(p, packet, n);
        else
            field_element(p, packet, n);
        sb_str(&p->out, parent ? ">\n" : "/>\n");
        if (!parent)
            continue;
        open[depth++] = n;
        if (p->how.filter != NULL && i >= whole && !filter_lists(p, n)) {
            filtered_element(p, n, depth + is_wrapped(n));
            i = tree_after(t, i) - 1;
        } else if (p->how.filter != NULL && p->how.filter_whole && i >= whole) {
            whole = tree_after(t, i);
        }
    }
    close_to(p, open, &depth, 0);
    sb_str(&p->out, "</packet>\n\n\n");
}

static void pdml_head(struct thr_printer *p)
{
    char stamp[64];
    struct tm tm;
    time_t now = time(NULL);
    struct strbuf *sb = &p->out;
    const char *path = session_path(p->session);
    sb_str(sb,
           "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"pdml2html.xsl\"?>\n");
    if (localtime_r(&now, &tm) == NULL || strftime(stamp, sizeof stamp, "%a %b %e %H:%M:%S %Y", &tm) == 0)
        stamp[0] = '\0';
    sb_str(sb, "<pdml version=\"0\" creator=\"thresher/" THR_VERSION "\" time=\"");
    sb_str(sb, stamp);
    sb_str(sb, "\" capture_file=\"");
    sb_xml(sb, path, strlen(path));
    sb_str(sb, "\">\n");
}

static void pdml_tail(struct thr_printer *p) { sb_str(&p->out, "</pdml>\n"); }

const struct format format_pdml = { .head = pdml_head, .packet = pdml_packet, .tail = pdml_tail };

static void section(struct thr_printer *p, const char *text, size_t len)
{
    sb_str(&p->out, "<section>");
    sb_xml(&p->out, text, len);
    sb_str(&p->out, "</section>\n");
}

static void psml_head(struct thr_printer *p)
{
    const struct columns *c = &session_engine(p->session)->columns;
    sb_str(&p->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<psml version=\"0\" creator=\"thresher/" THR_VERSION
                    "\">\n<structure>\n");
    for (uint32_t i = 0; i < c->count; i++)
        section(p, c->list[i].title, strlen(c->list[i].title));
    sb_str(&p->out, "</structure>\n\n");
}

static void psml_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct columns *c = &packet->engine->columns;
    packet_element(p, packet);
    for (uint32_t i = 0; i < c->count; i++) {
        sb_clear(&p->scratch);
        column_append(&p->scratch, packet, &c->list[i]);
        section(p, sb_text(&p->scratch), p->scratch.len);
    }
    sb_str(&p->out, "</packet>\n\n");
}

static void psml_tail(struct thr_printer *p) { sb_str(&p->out, "</psml>\n"); }

const struct format format_psml = { .head = psml_head, .packet = psml_packet, .tail = psml_tail };
