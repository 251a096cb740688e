/* label.c - labels and values as text, in tshark's forms. */
#include "dissect/label.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

enum { LABEL_MAX = 240, BYTES_IN_LABEL = 36, BYTES_SHOWN = 48 };

bool node_generated(const struct node *n)
{
    return (n->flags & NODE_GENERATED) != 0 || (registry_field(n->field)->flags & GENERATED) != 0 ||
           registry_note(n->field) != NULL;
}

bool node_hidden(const struct node *n)
{
    return (n->flags & NODE_HIDDEN) != 0 || (registry_field(n->field)->flags & HIDDEN) != 0;
}

const uint8_t *node_value(const struct dissect *d, const struct node *n, uint32_t *len)
{
    uint8_t type = registry_field(n->field)->type;
    *len = 0;
    if (n->flags & NODE_HELD) {
        *len = n->v.held->len;
        return n->v.held->bytes;
    }
    bool bytes = type >= FT_STRING && type <= FT_AX25 && type != FT_IPXNET;
    const uint8_t *p = bytes ? node_bytes(d, n, 0, n->len) : NULL;
    if (p != NULL)
        *len = n->len;
    return p;
}

/* --- numbers ---------------------------------------------------------------------------------- */

static unsigned hex_digits_of(const struct field *f)
{
    if (f->mask != 0)
        return (64 - (unsigned)__builtin_clzll(f->mask) - (unsigned)__builtin_ctzll(f->mask) + 3) / 4;
    return field_bits(f) / 4;
}

/* NUMBER_SHOW: full width; NUMBER_NAMED: after a name, in parentheses; NUMBER_LABEL: both bases. */
enum number_style { NUMBER_SHOW, NUMBER_NAMED, NUMBER_LABEL };

static void sb_number(struct strbuf *sb, const struct field *f, uint64_t v, enum number_style style)
{
    bool label = style == NUMBER_LABEL;
    unsigned digits = style != NUMBER_SHOW || f->mask == 0 ? hex_digits_of(f) : field_bits(f) / 4;
    if (style == NUMBER_SHOW && f->type > FT_UINT32 && f->type < FT_UINT64)
        digits = 16;
    switch (f->base) {
    case BASE_HEX:
        sb_str(sb, "0x");
        sb_hex(sb, v, digits);
        return;
    case BASE_OCT: sb_octal(sb, v, 0); return;
    case BASE_HEX_DEC:
        sb_str(sb, "0x");
        sb_hex(sb, v, digits);
        if (label) {
            sb_str(sb, " (");
            sb_uint(sb, v);
            sb_char(sb, ')');
        }
        return;
    case BASE_DEC_HEX:
        sb_uint(sb, v);
        if (label) {
            sb_str(sb, " (0x");
            sb_hex(sb, v, digits);
            sb_char(sb, ')');
        }
        return;
    default:
        if (type_is_int(f->type))
            sb_int(sb, (int64_t)v);
        else
            sb_uint(sb, v);
    }
}

static const char *value_name(const struct field *f, uint64_t v)
{
    const char *s = NULL;
    if (f->values != NULL && (v <= UINT32_MAX || type_is_int(f->type)))
        s = values_find(f->values, (uint32_t)v);
    if (s == NULL && f->ranges != NULL)
        s = ranges_find(f->ranges, v);
    if (s == NULL && f->name_of != NULL)
        s = f->name_of(v);
    return s;
}

const char *field_value_name(const struct field *f, uint64_t value)
{
    if (f->type == FT_BOOLEAN && f->truth == NULL)
        return value != 0 ? "True" : "False";
    if (f->type == FT_BOOLEAN)
        return value != 0 ? f->truth->yes : f->truth->no;
    return value_name(f, value);
}

static bool has_names(const struct field *f) { return f->values != NULL || f->ranges != NULL || f->name_of != NULL; }

/* tshark cuts a prefix with its vendor to so many characters in a label. */
enum { OUI_LABEL_MAX = 31 };

static void sb_oui(struct strbuf *sb, const struct dissect *d, uint64_t v)
{
    size_t start = sb->len;
    uint8_t oui[3] = { (uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v };
    const char *vendor = name_of_oui(d, oui);
    sb_hex_bytes(sb, oui, 3, ':');
    if (vendor != NULL) {
        sb_str(sb, " (");
        sb_str(sb, vendor);
        sb_char(sb, ')');
    }
    sb_cut_to(sb, start + OUI_LABEL_MAX);
}

static void sb_char_value(struct strbuf *sb, uint64_t v)
{
    uint8_t c = (uint8_t)v;
    sb_char(sb, '\'');
    if (c == '\'' || c == '\\')
        sb_char(sb, '\\');
    if (c == 0)
        sb_str(sb, "\\0");
    else if (c < 0x80)
        sb_escaped(sb, &c, 1);
    else
        sb_printf(sb, "\\x%02x", c);
    sb_char(sb, '\'');
}

static void label_number(struct strbuf *sb, const struct dissect *d, const struct field *f, uint64_t v)
{
    if (f->base == BASE_CUSTOM) {
        f->custom(sb, v);
        return;
    }
    if (f->base >= BASE_PT_UDP && f->base <= BASE_PT_DCCP) {
        static const uint8_t kinds[] = { PORT_UDP, PORT_TCP, PORT_SCTP, PORT_DCCP };
        sb_port_both(sb, d, kinds[f->base - BASE_PT_UDP], (uint32_t)v);
        return;
    }
    if (f->base == BASE_OUI) {
        sb_oui(sb, d, v);
        return;
    }
    if (has_names(f) && ((f->flags & SPECIAL) == 0 || value_name(f, v) != NULL)) {
        const char *name = value_name(f, v);
        if (name == NULL && (f->base == BASE_NONE || (f->flags & NO_NAMES)))
            name = "Unknown";
        sb_str(sb, name != NULL ? name : "Unknown");
        if (f->base == BASE_NONE || (f->flags & NO_NAMES))
            return;
        sb_str(sb, " (");
        if (f->type == FT_CHAR)
            sb_char_value(sb, v);
        else
            sb_number(sb, f, v, NUMBER_NAMED);
        sb_char(sb, ')');
        return;
    }
    if (f->type == FT_CHAR)
        sb_char_value(sb, v);
    else
        sb_number(sb, f, v, NUMBER_LABEL);
    if (f->unit != NULL)
        sb_str(sb, v == 1 ? f->unit->one : f->unit->many);
}

void sb_bits(struct strbuf *sb, unsigned bits, uint64_t mask, uint64_t raw)
{
    for (unsigned i = bits; i-- > 0;) {
        sb_char(sb, !(mask >> i & 1) ? '.' : raw >> i & 1 ? '1' : '0');
        if (i % 4 == 0 && i != 0)
            sb_char(sb, ' ');
    }
    sb_str(sb, " = ");
}

/* --- other values ----------------------------------------------------------------------------- */

static void sb_moment_of(struct strbuf *sb, const struct dissect *d, const struct field *f, int64_t ns)
{
    struct nstime t = nstime_from_ns(ns);
    bool utc = d->engine->utc || f->base == BASE_UTC || f->base == BASE_NTP_UTC || f->base == BASE_DOY_UTC;
    if (f->base == BASE_NTP_UTC && ns == INT64_MIN) {
        sb_str(sb, "NULL");
        return;
    }
    sb_moment(sb, t, MOMENT_LONG, utc, 9);
}

void sb_oid(struct strbuf *sb, const uint8_t *p, uint32_t len, bool relative)
{
    uint64_t arc = 0;
    bool first = !relative;
    for (uint32_t i = 0; i < len; i++) {
        arc = arc << 7 | (p[i] & 0x7f);
        if (p[i] & 0x80)
            continue;
        if (first) {
            uint64_t top = arc < 40 ? 0 : arc < 80 ? 1 : 2;
            sb_uint(sb, top);
            sb_char(sb, '.');
            arc -= top * 40;
            first = false;
        } else if (sb->len != 0 && i != 0) {
            sb_char(sb, '.');
        }
        sb_uint(sb, arc);
        arc = 0;
    }
}

static void sb_bytes_shown(struct strbuf *sb, const uint8_t *p, uint32_t len, char between, uint32_t max)
{
    sb_hex_bytes(sb, p, len < max ? len : max, between);
    if (len > max)
        sb_str(sb, "\xe2\x80\xa6");
}

static void label_bytes(struct strbuf *sb, const struct field *f, const uint8_t *p, uint32_t len)
{
    static const char between[] = {
        [0] = '.', [SEP_DASH - SEP_DOT] = '-', [SEP_COLON - SEP_DOT] = ':', [SEP_SPACE - SEP_DOT] = ' '
    };
    bool separated = f->base >= SEP_DOT && f->base <= SEP_SPACE;
    if (len == 0)
        sb_str(sb, "<MISSING>");
    else
        sb_bytes_shown(sb, p, len, separated ? between[f->base - SEP_DOT] : '\0', BYTES_IN_LABEL);
}

static void sb_eui64(struct strbuf *sb, const uint8_t *p, bool label)
{
    sb_hex_bytes(sb, p, 8, ':');
    if (!label)
        return;
    sb_str(sb, " (");
    sb_hex_bytes(sb, p, 8, ':');
    sb_char(sb, ')');
}

/* ISO/IEC 10589 section 7.1.1: 0102.0304.0506, then an octet of a pseudonode and one of a fragment. */
static void sb_system_id(struct strbuf *sb, const uint8_t *p, uint32_t len)
{
    enum { PSEUDONODE = 6, FRAGMENT, WHOLE_ID };
    if (len == 0 || len > WHOLE_ID) {
        sb_str(sb, "<Invalid length of SYSTEM ID>");
        return;
    }
    for (uint32_t i = 0; i < len; i++) {
        if (i == 2 || i == 4 || i == PSEUDONODE || i == FRAGMENT)
            sb_char(sb, i == FRAGMENT ? '-' : '.');
        sb_hex(sb, p[i], 2);
    }
}

/* Strings end at the first NUL. */
static uint32_t text_length(const uint8_t *p, uint32_t len)
{
    const uint8_t *nul = len != 0 ? memchr(p, 0, len) : NULL;
    return nul != NULL ? (uint32_t)(nul - p) : len;
}

static void sb_float(struct strbuf *sb, const struct field *f, double v)
{
    sb_printf(sb, f->type == FT_FLOAT ? "%.9g" : "%.15g", v);
}

/* A string, with escapes for what cannot be printed in labels. */
static void sb_string(struct strbuf *sb, const struct field *f, const uint8_t *p, uint32_t len, bool label)
{
    bool ascii = (f->flags & ASCII) != 0;
    struct strbuf decoded = { 0 };
    uint32_t plain = 0;
    len = text_length(p, len);
    if (!label) {
        sb_decoded(sb, p, len, ascii);
        return;
    }
    while (plain < len && p[plain] < 0x80)
        plain++;
    sb_escaped(sb, p, plain);
    sb_decoded(&decoded, p + plain, len - plain, ascii);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

/* A string that its field makes. */
static void sb_made_text(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct field *f,
                         bool label)
{
    size_t start = sb->len, i = start;
    f->text(sb, d, n);
    while (i < sb->len && sb->text[i] >= ' ' && sb->text[i] < 127)
        i++;
    if (!label || i == sb->len)
        return;
    struct strbuf made = { 0 };
    sb_mem(&made, sb->text + start, sb->len - start);
    sb_cut_to(sb, start);
    sb_escaped(sb, (const uint8_t *)sb_text(&made), made.len);
    sb_free(&made);
}

/* A value that stands in the packet as bytes; false if the type is another kind. */
static bool show_bytes_value(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct field *f,
                             bool label)
{
    uint32_t len;
    const uint8_t *p = node_value(d, n, &len);
    static const uint32_t sizes[FT_TYPES] = {
        [FT_ETHER] = 6, [FT_IPv4] = 4, [FT_IPv6] = 16, [FT_GUID] = 16, [FT_EUI64] = 8
    };
    if (type_is_string(f->type)) {
        if (f->text != NULL)
            sb_made_text(sb, d, n, f, label);
        else if (p != NULL)
            sb_string(sb, f, p, len, label);
        return true;
    }
    if (sizes[f->type] != 0) {
        uint8_t whole[16] = { 0 };
        memcpy(whole, p != NULL ? p : whole, len < sizes[f->type] ? len : sizes[f->type]);
        struct address a = { f->type == FT_ETHER  ? ADDR_ETHER
                             : f->type == FT_IPv4 ? ADDR_IPv4
                                                  : ADDR_IPv6,
                             (uint8_t)sizes[f->type], whole };
        if (f->type == FT_GUID)
            sb_guid(sb, whole);
        else if (f->type == FT_EUI64)
            sb_eui64(sb, whole, label);
        else if (label && !(f->type == FT_IPv4 && f->base == BASE_NETMASK))
            sb_address_both(sb, d, a);
        else if (f->type == FT_ETHER)
            sb_ether(sb, whole);
        else if (f->type == FT_IPv4)
            sb_ipv4(sb, whole);
        else
            sb_ipv6(sb, whole);
        return true;
    }
    if (f->type == FT_OID || f->type == FT_REL_OID)
        sb_oid(sb, p, len, f->type == FT_REL_OID);
    else if (f->type == FT_SYSTEM_ID)
        sb_system_id(sb, p, len);
    else if (label)
        label_bytes(sb, f, p, len);
    else if (p != NULL)
        sb_hex_bytes(sb, p, len, ':');
    return true;
}

static void show_value(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct field *f,
                       bool label)
{
    switch (f->type) {
    case FT_NONE:
    case FT_PROTOCOL: return;
    case FT_BOOLEAN:
        if (!label)
            sb_char(sb, n->v.u != 0 ? '1' : '0');
        else if (f->truth != NULL)
            sb_str(sb, n->v.u != 0 ? f->truth->yes : f->truth->no);
        else
            sb_str(sb, n->v.u != 0 ? "True" : "False");
        return;
    case FT_FLOAT:
    case FT_DOUBLE:
        sb_float(sb, f, n->v.f);
        if (label && f->unit != NULL)
            sb_str(sb, n->v.f == 1.0 ? f->unit->one : f->unit->many);
        return;
    case FT_ABSOLUTE_TIME: sb_moment_of(sb, d, f, n->v.i); return;
    case FT_RELATIVE_TIME:
        sb_span(sb, nstime_from_ns(n->v.i), 9);
        if (label)
            sb_str(sb, " seconds");
        return;
    case FT_FRAMENUM: sb_uint(sb, n->v.u); return;
    case FT_IPXNET:
        sb_str(sb, "0x");
        sb_hex(sb, n->v.u, 8);
        return;
    default: break;
    }
    if (!type_is_uint(f->type) && !type_is_int(f->type))
        show_bytes_value(sb, d, n, f, label);
    else if (label)
        label_number(sb, d, f, n->v.u);
    else if (f->type == FT_CHAR)
        sb_char_value(sb, n->v.u);
    else
        sb_number(sb, f, n->v.u, NUMBER_SHOW);
}

void node_show(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    if (f->text != NULL)
        f->text(sb, d, n);
    else
        show_value(sb, d, n, f, false);
}

void node_in_column(struct strbuf *sb, const struct dissect *d, const struct node *n, bool resolved)
{
    const struct field *f = registry_field(n->field);
    bool number = type_is_uint(f->type) || type_is_int(f->type);
    const char *name = resolved && number ? value_name(f, n->v.u) : NULL;
    uint32_t len;
    const uint8_t *p;
    if (f->type == FT_PROTOCOL || f->type == FT_NONE) {
        sb_str(sb, "\xe2\x9c\x93");
    } else if (f->text == NULL && (f->type == FT_BYTES || f->type == FT_UINT_BYTES)) {
        p = node_value(d, n, &len);
        if (p != NULL)
            label_bytes(sb, f, p, len);
    } else if (name != NULL) {
        sb_str(sb, name);
    } else if (f->base == BASE_CUSTOM && number) {
        f->custom(sb, n->v.u);
    } else if (f->base == BASE_OUI || (resolved && f->base >= BASE_PT_UDP && f->base <= BASE_PT_DCCP)) {
        label_number(sb, d, f, n->v.u);
    } else if (number && f->type != FT_CHAR) {
        sb_number(sb, f, n->v.u, NUMBER_NAMED);
    } else if (resolved && f->type == FT_BOOLEAN) {
        show_value(sb, d, n, f, true);
    } else {
        node_show(sb, d, n);
    }
}

/* Longer labels than tshark's limit are cut at a character and say so after the field's name. */
static void cut_label(struct strbuf *sb, size_t start, const struct field *f)
{
    static const char mark[] = " [truncated]";
    if (sb->len - start < LABEL_MAX)
        return;
    size_t name = strncmp(sb->text + start, f->label, strlen(f->label)) == 0 ? strlen(f->label) : 0;
    if (name + sizeof mark + 2 > LABEL_MAX || !sb_room(sb, sizeof mark))
        return;
    size_t end = start + LABEL_MAX - 2 - (sizeof mark - 1);
    while (end > start + name && ((uint8_t)sb->text[end] & 0xc0) == 0x80)
        end--;
    memmove(sb->text + start + name + sizeof mark - 1, sb->text + start + name, end - start - name);
    memcpy(sb->text + start + name, mark, sizeof mark - 1);
    sb->len = end + sizeof mark - 1;
    sb->text[sb->len] = '\0';
}

/* What is added to a label that fits is cut without a mark. */
static void cut_suffix(struct strbuf *sb, size_t start)
{
    size_t end = start + LABEL_MAX - 1;
    if (sb->len <= end)
        return;
    while (end > start && ((uint8_t)sb->text[end] & 0xc0) == 0x80)
        end--;
    sb_cut_to(sb, end);
}

void bits_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    uint32_t total = registry_first_field[registry_count];
    for (uint32_t i = n->field + 1; i < total && registry_owner[i] == registry_owner[n->field]; i++) {
        const struct field *f = registry_note(i) == NULL ? registry_field(i) : NULL;
        if (f == NULL || f->mask == 0)
            return;
        uint64_t v = (n->v.u & f->mask) >> __builtin_ctzll(f->mask);
        const char *name = f->type != FT_BOOLEAN ? value_name(f, v) : v != 0 ? "" : NULL;
        if (name == NULL && f->type != FT_BOOLEAN && has_names(f))
            name = "Unknown";
        if (name == NULL)
            continue;
        sb_str(sb, ", ");
        sb_str(sb, f->label);
        if (f->type == FT_BOOLEAN)
            continue;
        sb_str(sb, ": ");
        sb_str(sb, name);
    }
}

void node_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (registry_note(n->field) != NULL) {
        raised_label(sb, d, n);
        return;
    }
    const struct field *f = registry_field(n->field);
    size_t start = sb->len;
    if (f->label_fn != NULL) {
        f->label_fn(sb, d, n);
    } else {
        bool number = f->type == FT_BOOLEAN || type_is_uint(f->type) || type_is_int(f->type);
        if (number && f->mask != 0 && !(n->flags & (NODE_HELD | NODE_ARG)))
            sb_bits(sb, field_bits(f), f->mask, n->v.u << __builtin_ctzll(f->mask));
        sb_str(sb, f->label);
        if (f->type > FT_PROTOCOL) {
            sb_str(sb, ": ");
            show_value(sb, d, n, f, true);
        }
    }
    bool fits = sb->len - start < LABEL_MAX;
    if (f->suffix != NULL)
        f->suffix(sb, d, n);
    if (fits && f->suffix != NULL)
        cut_suffix(sb, start);
    else
        cut_label(sb, start, f);
}
