/* text.c - the packet list, the tree and the hex dump, as tshark prints them on a terminal. */
#include "output/output.h"

#include "dissect/builtin.h"
#include "output/color.h"

static bool is_ascii(const uint8_t *text, size_t len)
{
    uint64_t all = 0;
    for (size_t i = 0; i + 8 <= len; i += 8)
        all |= le64(text + i);
    all |= len >= 8 ? le64(text + len - 8) : le_uint(text, (uint32_t)len);
    return (all & 0x8080808080808080u) == 0;
}

/* Characters of UTF-8. */
static size_t characters(const uint8_t *text, size_t len)
{
    size_t count = len;
    if (is_ascii(text, len))
        return len;
    for (size_t i = 0; i < len; i++)
        count -= (text[i] & 0xc0) == 0x80;
    return count;
}

/* Pads what was appended since `start` to `width` characters, on the left or on the right. */
static void pad(struct strbuf *sb, size_t start, size_t width, bool left)
{
    size_t len = sb->len - start, chars = width;
    if (len < width * 4)
        chars = characters((const uint8_t *)sb->text + start, len);
    if (chars >= width)
        return;
    size_t n = width - chars;
    sb_fill(sb, ' ', n);
    if (left && !sb->cut) {
        memmove(sb->text + start + n, sb->text + start, len);
        memset(sb->text + start, ' ', n);
    }
}

/* What stands between two columns: an arrow where a source meets a destination of the same kind. */
static const char *between(uint8_t left, uint8_t right, bool tabs)
{
    if (left == LAYOUT_PLAIN || right == LAYOUT_PLAIN)
        return tabs ? "\t" : " ";
    bool source = left == LAYOUT_SOURCE || left == LAYOUT_LINK_SOURCE || left == LAYOUT_NET_SOURCE;
    bool destination = left == LAYOUT_DESTINATION || left == LAYOUT_LINK_DESTINATION || left == LAYOUT_NET_DESTINATION;
    if (source && right == left + 1)
        return tabs ? "\t\xe2\x86\x92\t" : " \xe2\x86\x92 ";
    if (destination && left == right + 1)
        return tabs ? "\t\xe2\x86\x90\t" : " \xe2\x86\x90 ";
    return tabs ? "\t" : " ";
}

static void list_line(struct thr_printer *p, const struct thr_packet *packet)
{
    static const struct {
        uint8_t width;
        bool left;  /* blanks stand in front */
    } pads[] = {
        [LAYOUT_NUMBER] = { 5, true },       [LAYOUT_TIME] = { 10, true },
        [LAYOUT_SOURCE] = { 12, true },      [LAYOUT_DESTINATION] = { 12, false },
        [LAYOUT_LINK_SOURCE] = { 12, true }, [LAYOUT_LINK_DESTINATION] = { 12, false },
        [LAYOUT_NET_SOURCE] = { 12, true },  [LAYOUT_NET_DESTINATION] = { 12, false },
    };
    struct strbuf *sb = &p->out;
    const struct columns *c = &packet->engine->columns;
    const struct color_rule *color = p->how.color ? color_of(&p->colors, packet) : NULL;
    if (color != NULL)
        sb_color(sb, color, p->how.true_color);
    for (uint32_t i = 0; i < c->count; i++) {
        const struct column_kind *kind = c->list[i].kind;
        size_t start = sb->len;
        column_append(sb, packet, &c->list[i]);
        if (kind->layout != LAYOUT_PLAIN)
            pad(sb, start, pads[kind->layout].width, pads[kind->layout].left);
        if (i + 1 < c->count)
            sb_str(sb, between(kind->layout, c->list[i + 1].kind->layout, p->how.format == THR_FORMAT_TABS));
    }
    sb_str(sb, color != NULL ? "\033[K\n\033[0m" : "\n");
}

static bool details_wanted(const struct thr_printer *p, const struct node *n)
{
    if (p->how.only == NULL)
        return true;
    for (size_t i = 0; p->how.only[i] != NULL; i++)
        if (strcmp(p->how.only[i], node_name(n)) == 0)
            return true;
    return false;
}

/* One source: offset, sixteen bytes in hexadecimal, the same as characters. */
static void hex_lines(struct thr_printer *p, const uint8_t *bytes, uint32_t len)
{
    struct strbuf *sb = &p->out;
    unsigned width = len > 0xffffff ? 8 : len > 0xffff ? 6 : 4;
    if (len > 0xffff)
        width = 8;
    for (uint32_t at = 0; at < len; at += 16) {
        uint32_t n = len - at < 16 ? len - at : 16;
        printer_spill(p);
        sb_hex(sb, at, width);
        sb_str(sb, "  ");
        sb_hex_bytes(sb, bytes + at, n, ' ');
        sb_fill(sb, ' ', (size_t)(16 - n) * 3 + 3);
        if (!p->how.hex_no_ascii) {
            if (p->how.hex_delimit)
                sb_char(sb, '|');
            for (uint32_t i = 0; i < n; i++)
                sb_char(sb, bytes[at + i] >= 32 && bytes[at + i] < 127 ? (char)bytes[at + i] : '.');
            if (p->how.hex_delimit)
                sb_char(sb, '|');
        }
        sb_char(sb, '\n');
    }
}

static bool is_data(const struct node *n)
{
    return registry_protocols[registry_owner[n->field]] == &proto_data && registry_field(n->field)->type == FT_PROTOCOL;
}

/* Without -x, what no protocol claims is shown below its heading. */
static void data_bytes(struct thr_printer *p, const struct thr_packet *packet, const struct node *n)
{
    const uint8_t *bytes = node_bytes(&packet->d, n, 0, n->len);
    if (bytes == NULL)
        return;
    sb_char(&p->out, '\n');
    hex_lines(p, bytes, n->len);
}

static void tree_lines(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct tree *t = &packet->d.tree;
    struct strbuf *sb = &p->out;
    bool open = true;
    for (uint32_t i = 0; i < t->count; i++) {
        const struct node *n = &t->nodes[i];
        if (n->depth == 0)
            open = details_wanted(p, n);
        if (node_hidden(n) && !packet->engine->show_hidden) {
            uint32_t after = tree_after(t, i);
            i = after - 1;
            continue;
        }
        if (n->depth != 0 && !open)
            continue;
        printer_spill(p);
        sb_fill(sb, ' ', (size_t)n->depth * 4);
        bool brackets = node_generated(n);
        if (brackets)
            sb_char(sb, '[');
        node_label(sb, &packet->d, n);
        if (brackets)
            sb_char(sb, ']');
        sb_char(sb, '\n');
        if (!p->how.bytes && is_data(n) && (open || details_wanted(p, n)))
            data_bytes(p, packet, n);
    }
}

static void print_hex(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct dissect *d = &packet->d;
    for (uint32_t i = 0; i < d->n_sources; i++) {
        const struct source *s = &d->sources[i];
        if (i != 0 && p->how.hex_frame_only)
            break;
        if (i != 0)
            sb_char(&p->out, '\n');
        if (d->n_sources > 1 && !p->how.hex_frame_only)
            sb_printf(&p->out, "%s (%u byte%s):\n", s->name, s->cap, s->cap == 1 ? "" : "s");
        hex_lines(p, s->bytes, s->cap);
    }
}

static void text_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    bool line = p->how.summary || (!p->how.details && !p->how.bytes);
    if (line)
        list_line(p, packet);
    if (p->how.details)
        tree_lines(p, packet);
    if (p->how.bytes && (line || p->how.details))
        sb_char(&p->out, '\n');
    if (p->how.bytes)
        print_hex(p, packet);
    if (!p->how.details && !p->how.bytes)
        return;
    sb_str(&p->out, p->how.line_separator != NULL ? p->how.line_separator : "");
    sb_char(&p->out, '\n');
}

const struct format format_text = { .packet = text_packet };
