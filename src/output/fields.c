/* fields.c - -T fields. */
#include "output/output.h"

#include "dissect/builtin.h"

void sb_field_value(struct strbuf *sb, const struct thr_packet *packet, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    uint32_t len;
    const uint8_t *p;
    bool data = registry_protocols[registry_owner[n->field]] == &proto_data && f->type == FT_PROTOCOL;
    if (data) {
        p = node_bytes(&packet->d, n, 0, n->len);
        if (p != NULL)
            sb_hex_bytes(sb, p, n->len, '\0');
    } else if (f->type == FT_NONE) {
        sb_char(sb, '1');
    } else if (f->type == FT_PROTOCOL) {
        node_label(sb, &packet->d, n);
    } else if ((f->type == FT_BYTES || f->type == FT_UINT_BYTES) && f->text == NULL) {
        p = node_value(&packet->d, n, &len);
        if (p != NULL)
            sb_hex_bytes(sb, p, len, '\0');
    } else {
        node_show(sb, &packet->d, n);
    }
}

static void sb_quote(struct strbuf *sb, char quote)
{
    if (quote == 'd')
        sb_char(sb, '"');
    else if (quote == 's')
        sb_char(sb, '\'');
}

static void one_field(struct thr_printer *p, const struct thr_packet *packet, const struct asked *a)
{
    struct strbuf *sb = &p->out;
    uint32_t first = a->head;
    if (first == NO_NODE)
        return;
    sb_quote(sb, p->how.quote);
    if (p->how.occurrence == 'l')
        first = a->tail;
    for (uint32_t i = first; i != NO_NODE; i = p->next[i]) {
        if (i != first)
            sb_str(sb, p->how.aggregator != NULL ? p->how.aggregator : ",");
        sb_field_value(sb, packet, &packet->d.tree.nodes[i]);
        if (p->how.occurrence == 'f')
            break;
    }
    sb_quote(sb, p->how.quote);
}

static void expression_field(struct thr_printer *p, const struct thr_packet *packet, const struct asked *a)
{
    struct strbuf *sb = &p->out;
    if (a->n_values == 0)
        return;
    uint32_t first = p->how.occurrence == 'l' ? a->n_values - 1 : 0, end = p->how.occurrence == 'f' ? 1 : a->n_values;
    sb_quote(sb, p->how.quote);
    for (uint32_t i = first; i < end; i++) {
        if (i != first)
            sb_str(sb, p->how.aggregator != NULL ? p->how.aggregator : ",");
        filter_value(a->expression, a->state, &packet->d, i, sb);
    }
    sb_quote(sb, p->how.quote);
}

static void column_field(struct thr_printer *p, const struct thr_packet *packet, const struct column *column)
{
    if (column == NULL)
        return;
    sb_quote(&p->out, p->how.quote);
    column_append(&p->out, packet, column);
    sb_quote(&p->out, p->how.quote);
}

static const char *separator(const struct thr_printer *p) { return p->how.separator != NULL ? p->how.separator : "\t"; }

static void fields_head(struct thr_printer *p)
{
    if (p->how.bom)
        sb_str(&p->out, "\xef\xbb\xbf");
    if (!p->how.header)
        return;
    for (uint32_t i = 0; i < p->n_asked; i++) {
        if (i != 0)
            sb_str(&p->out, separator(p));
        sb_str(&p->out, p->asked[i].name);
    }
    sb_char(&p->out, '\n');
}

static void fields_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    asked_collect(p, packet);
    for (uint32_t i = 0; i < p->n_asked; i++) {
        if (i != 0)
            sb_str(&p->out, separator(p));
        if (p->asked[i].is_column)
            column_field(p, packet, p->asked[i].empty ? NULL : p->asked[i].column);
        else if (p->asked[i].expression != NULL)
            expression_field(p, packet, &p->asked[i]);
        else
            one_field(p, packet, &p->asked[i]);
    }
    sb_char(&p->out, '\n');
}

const struct format format_fields = { .head = fields_head, .packet = fields_packet };
