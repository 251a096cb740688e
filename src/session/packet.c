/* packet.c - columns and nodes of a packet, as text. */
#include "dissect/label.h"
#include "session/columns.h"
#include "session/session.h"

void packet_column(struct strbuf *sb, const struct thr_packet *p, enum thr_column column)
{
    static const char *const codes[THR_COLUMNS] = { "%m", "%t", "%s", "%d", "%p", "%L", "%i" };
    const struct column_kind *k = column_kinds();
    while ((unsigned)column < THR_COLUMNS && k->code != NULL && strcmp(k->code, codes[column]) != 0)
        k++;
    const struct column one = { .kind = k };
    if ((unsigned)column < THR_COLUMNS && k->code != NULL)
        column_append(sb, p, &one);
}

/* The text buffer is scratch memory of an otherwise constant packet. */
static struct strbuf *scratch(const struct thr_packet *p)
{
    struct strbuf *sb = &((struct thr_packet *)(uintptr_t)p)->text;
    sb_clear(sb);
    return sb;
}

uint32_t thr_packet_number(const struct thr_packet *p) { return p->frame.number; }

bool thr_packet_passes(const struct thr_packet *p) { return p->passes; }

const char *thr_packet_column(const struct thr_packet *p, enum thr_column column)
{
    struct strbuf *sb = scratch(p);
    packet_column(sb, p, column);
    return sb_text(sb);
}

uint32_t thr_packet_nodes(const struct thr_packet *p) { return p->d.tree.count; }

struct thr_node thr_packet_node(const struct thr_packet *p, uint32_t node)
{
    if (node >= p->d.tree.count)
        return (struct thr_node){ .name = "" };
    const struct node *n = &p->d.tree.nodes[node];
    const struct note_def *note = registry_note(n->field);
    return (struct thr_node){
        .name = note != NULL ? note->name : registry_field(n->field)->name,
        .depth = n->depth,
        .offset = n->off,
        .length = n->len,
        .source = n->source,
        .hidden = node_hidden(n),
        .generated = node_generated(n),
    };
}

const char *thr_packet_label(const struct thr_packet *p, uint32_t node)
{
    struct strbuf *sb = scratch(p);
    if (node < p->d.tree.count)
        node_label(sb, &p->d, &p->d.tree.nodes[node]);
    return sb_text(sb);
}

const char *thr_packet_value(const struct thr_packet *p, uint32_t node)
{
    struct strbuf *sb = scratch(p);
    if (node < p->d.tree.count)
        node_show(sb, &p->d, &p->d.tree.nodes[node]);
    return sb_text(sb);
}

const uint8_t *thr_packet_bytes(const struct thr_packet *p, unsigned source, uint32_t *count)
{
    *count = source < p->d.n_sources ? p->d.sources[source].cap : 0;
    return source < p->d.n_sources ? p->d.sources[source].bytes : NULL;
}
