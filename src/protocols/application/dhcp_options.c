/* dhcp_options.c - walks DHCP options by the tables of dhcp_rows.h: RFC 2132 and those that followed it. */
#include "protocols/application/dhcp.h"

#include "dissect/label.h"

#define NO_OPTION 0

#define ONE_FIELD(code_, name_, kind_, ...) { .name = name_, .field = OPTION_##code_, .code = code_, .kind = KIND_##kind_ },
#define BY_HAND(code_, name_, custom_) { .name = name_, .custom = custom_, .code = code_, .kind = KIND_CUSTOM },
#define NAME_ONLY(code_, name_) { .name = name_, .code = code_, .kind = KIND_NONE },
static const struct dhcp_option options[] = { DHCP_OPTIONS(ONE_FIELD, BY_HAND, NAME_ONLY) };

#define SUB_FIELD(set, code_, name_, kind_, ...) { .name = name_, .field = set##_##code_, .code = code_, .kind = KIND_##kind_ },
#define SUB_BY_HAND(set, code_, name_, custom_) { .name = name_, .custom = custom_, .code = code_, .kind = KIND_CUSTOM },
#define SUB_NAME_ONLY(set, code_, name_) { .name = name_, .code = code_, .kind = KIND_NONE },
#define SUB_ROWS(ident, list) static const struct dhcp_option ident[] = { list(SUB_FIELD, SUB_BY_HAND, SUB_NAME_ONLY) }
SUB_ROWS(pxe_rows, DHCP_PXE);
SUB_ROWS(cl_rows, DHCP_CL);
SUB_ROWS(alu_rows, DHCP_ALU);
SUB_ROWS(bsdp_rows, DHCP_BSDP);
SUB_ROWS(aci_rows, DHCP_ACI);
SUB_ROWS(aerohive_rows, DHCP_AEROHIVE);
SUB_ROWS(agent_rows, DHCP_AGENT);
SUB_ROWS(novell_rows, DHCP_NOVELL);
SUB_ROWS(tr111_rows, DHCP_TR111);

const struct dhcp_set dhcp_pxe = {
    pxe_rows, ARRAY_LEN(pxe_rows), F_PXE_SUBOPTION, F_V43_VALUE, F_PXE_PADDING, F_PXE_END, 0,
    SET_VALUE | SET_HIDE_UNKNOWN | SET_NOTE_UNKNOWN | SET_NOTE_EMPTY };
const struct dhcp_set dhcp_cl = {
    cl_rows, ARRAY_LEN(cl_rows), F_CL_SUBOPTION, F_V43_VALUE, F_CL_PADDING, F_CL_END, 0,
    SET_VALUE_UNKNOWN | SET_ROOM | SET_NOTE_EMPTY };
const struct dhcp_set dhcp_alu = {
    alu_rows, ARRAY_LEN(alu_rows), F_ALU_SUBOPTION, F_V43_VALUE, F_ALU_PADDING, F_ALU_END, 0,
    SET_ROOM | SET_NOTE_UNKNOWN | SET_STOP_UNKNOWN };
const struct dhcp_set dhcp_bsdp = {
    bsdp_rows, ARRAY_LEN(bsdp_rows), F_BSDP_SUBOPTION, F_V43_VALUE, 0, 0, 0, SET_ROOM | SET_LONE_END };
const struct dhcp_set dhcp_aci = {
    aci_rows, ARRAY_LEN(aci_rows), F_ACI_SUBOPTION, F_V43_VALUE, 0, 0, F_ACI_UNKNOWN, SET_ROOM | SET_CAPITAL };
const struct dhcp_set dhcp_aerohive = {
    aerohive_rows, ARRAY_LEN(aerohive_rows), F_AEROHIVE_SUBOPTION, F_V43_VALUE, 0, 0, F_V43_AEROHIVE_UNKNOWN, SET_ROOM | SET_CAPITAL };
const struct dhcp_set dhcp_agent = {
    agent_rows, ARRAY_LEN(agent_rows), F_AGENT_SUBOPTION, F_AGENT_VALUE, 0, 0, 0, SET_VALUE | SET_ROOM | SET_NOTE_EMPTY };
const struct dhcp_set dhcp_novell = {
    novell_rows, ARRAY_LEN(novell_rows), F_NOVELL_SUBOPTION, F_NOVELL_VALUE, 0, 0, 0, SET_VALUE | SET_HIDE_UNKNOWN };
const struct dhcp_set dhcp_tr111 = {
    tr111_rows, ARRAY_LEN(tr111_rows), F_VI_TR111_SUBOPTION, F_VI_VALUE, 0, 0, 0, 0 };

/* Rows ascend by code. */
static const struct dhcp_option *find(const struct dhcp_option *rows, uint32_t n, uint8_t code)
{
    uint32_t from = 0, to = n;
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (rows[mid].code == code)
            return &rows[mid];
        if (rows[mid].code < code)
            from = mid + 1;
        else
            to = mid;
    }
    return NULL;
}

const struct dhcp_option *dhcp_set_find(const struct dhcp_set *set, uint8_t code)
{
    return find(set->rows, set->n_rows, code);
}

const char *dhcp_option_name(uint8_t code)
{
    const struct dhcp_option *o = find(options, ARRAY_LEN(options), code);
    if (o != NULL)
        return o->name;
    return code == 0 ? "Padding" : code == 255 ? "End" : code >= 224 ? "Private" : "Unassigned";
}

void dhcp_note(struct dissect *d, uint32_t node, enum dhcp_note note, struct dhcp_text text)
{
    note_on(d, node, note, packet_copy(d, &text, sizeof text));
}

/* --- values ------------------------------------------------------------------------------------- */

/* Bytes of a value that must have just so many, and what is said of others. */
static const struct { uint8_t size; const char *complaint; } exact[] = {
    [KIND_BOOL] = { 1, "length isn't 1" }, [KIND_UINT8] = { 1, "length isn't 1" }, [KIND_UINT16] = { 2, "length isn't 2" },
    [KIND_UINT16_LITTLE] = { 2, "length isn't 2" }, [KIND_UINT32] = { 4, "length isn't 4" },
    [KIND_SECONDS] = { 4, "length isn't 4" }, [KIND_IPV4] = { 4, "length isn't 4" },
};
/* Bytes of one entry of a list. */
static const struct { uint8_t size; const char *complaint; } repeated[] = {
    [KIND_UINT8_LIST] = { 1, "" }, [KIND_UINT16_LIST] = { 2, "Option length isn't a multiple of 2" },
    [KIND_IPV4_LIST] = { 4, "Option length isn't a multiple of 4" },
};

static bool list(struct dissect *d, struct cursor c, uint32_t size, const char *complaint, unsigned field,
                 const struct dhcp_at *at)
{
    bool any = false;
    for (; more(d, &c) && c.wire >= size; any = true)
        add_item(d, &c, field, size);
    if (c.wire != 0)
        dhcp_bad_length(d, at, complaint);
    return any;
}

void dhcp_addresses(struct dissect *d, struct cursor c, unsigned field, const struct dhcp_at *at)
{
    list(d, c, 4, repeated[KIND_IPV4_LIST].complaint, field, at);
}

bool dhcp_value(struct dissect *d, struct cursor c, const struct dhcp_option *row, const struct dhcp_at *at)
{
    uint8_t kind = row->kind;
    if (kind == KIND_CUSTOM)
        return row->custom(d, c, at);
    if (kind == KIND_NONE)
        return false;
    if (kind >= KIND_UINT8_LIST)
        return list(d, c, repeated[kind].size, repeated[kind].complaint, row->field, at);
    if (kind >= KIND_BOOL && c.wire != exact[kind].size) {
        dhcp_bad_length(d, at, exact[kind].complaint);
        return false;
    }
    uint8_t type = dhcp_fields[row->field].type;
    if (kind == KIND_ANY && ((type == FT_IPv4 && c.wire != 4) || (type == FT_ETHER && c.wire != 6)))
        malformed(d);
    if (kind == KIND_UINT16_LITTLE)
        emit_value(d, c, row->field, 0, 2, need(d, c, 0, 2) ? le16(c.p) : 0);
    else
        emit_at(d, c, row->field, 0, c.wire);
    return kind == KIND_ANY || c.wire != 0;
}

static void unhide(struct dissect *d, uint32_t node)
{
    if (node != NO_NODE && d->stop == STOP_NONE)
        d->tree.nodes[node].flags &= (uint8_t)~NODE_HIDDEN;
}

/* --- options ------------------------------------------------------------------------------------ */

/* The option at c; returns its bytes. */
static uint32_t walk_one(struct dissect *d, struct cursor c, struct dhcp_message *m)
{
    uint8_t code = (uint8_t)get8(d, c, 0);
    uint32_t len = get8(d, c, 1);
    if (d->stop != STOP_NONE)
        return 2;
    struct dhcp_at at = { m, emit_value(d, c, F_OPTION_TYPE, 0, len + 2, code), code, c.offset - m->whole.offset };
    down(d);
    emit_at(d, c, F_OPTION_LENGTH, 1, 1);
    uint32_t value = emit_at(d, c, F_OPTION_VALUE, 2, len);
    const struct dhcp_option *row = find(options, ARRAY_LEN(options), code);
    if (row != NULL && row->kind != KIND_NONE) {
        set_hidden(d, value);
        if (!dhcp_value(d, cursor_sub(c, 2, len), row, &at))
            unhide(d, value);
    }
    up(d);
    return len + 2;
}

/* Option 0 has no length; a run of them is one line. */
static uint32_t walk_padding(struct dissect *d, struct cursor c)
{
    uint32_t n = 1;
    while (cursor_peek(c, n, 1) != NULL && c.p[n] == 0)
        n++;
    emit_value(d, c, F_OPTION_TYPE, 0, 1, 0);
    down(d);
    emit_at(d, c, F_OPTION_PADDING, 0, n);
    up(d);
    return n;
}

bool dhcp_walk(struct dissect *d, struct cursor *c, struct dhcp_message *m)
{
    while (more(d, c)) {
        uint32_t code = get8(d, *c, 0);
        if (code == 255) {
            emit_value(d, *c, F_OPTION_TYPE, 0, 1, 0);
            down(d);
            uint32_t end = emit_at(d, *c, F_OPTION_END, 0, 1);
            if (m->overload > (DHCP_OVERLOAD_FILE | DHCP_OVERLOAD_SNAME))
                annotate(d, end, " (Overload)");
            up(d);
            cursor_skip(c, 1);
            return true;
        }
        uint32_t used = code == 0 ? walk_padding(d, *c) : walk_one(d, *c, m);
        cursor_skip(c, used);
    }
    return false;
}

/* --- suboptions --------------------------------------------------------------------------------- */

/* What stands at c + 2, `len` bytes of it. */
static void sub_value(struct dissect *d, struct cursor c, const struct dhcp_set *set, uint32_t len,
                      const struct dhcp_at *at)
{
    const struct dhcp_option *row = dhcp_set_find(set, at->code);
    bool known = row != NULL && row->kind != KIND_NONE;
    uint32_t value = NO_NODE;
    if ((set->flags & SET_VALUE) || ((set->flags & SET_VALUE_UNKNOWN) && !known))
        value = emit_at(d, c, set->value, 2, len);
    if (known ? (set->flags & SET_VALUE) : (set->flags & SET_HIDE_UNKNOWN))
        set_hidden(d, value);
    bool shown = known && dhcp_value(d, cursor_sub(c, 2, len), row, at);
    if (!known && set->unknown != 0)
        emit_at(d, c, set->unknown, 2, len);
    if (!shown && (set->flags & (known ? SET_NOTE_EMPTY : SET_NOTE_UNKNOWN)))
        dhcp_note(d, at->node, DHCP_UNKNOWN_SUBOPT,
                  (struct dhcp_text){ "ERROR, please report: Unknown subopt type handler #", { at->code } });
}

/* The suboption at c, which has a length; returns its bytes, or all when the rest makes no sense. */
static uint32_t walk_sub(struct dissect *d, struct cursor c, const struct dhcp_set *set, const struct dhcp_at *option)
{
    bool capital = (set->flags & SET_CAPITAL) != 0;
    uint32_t code = get8(d, c, 0);
    if (c.wire < 2) {
        dhcp_note(d, option->node, DHCP_MISSING_SUBOPT_LENGTH,
                  (struct dhcp_text){ capital ? "Suboption #: No room left in option for suboption length"
                                              : "Suboption #: no room left in option for suboption length",
                                      { code } });
        return c.wire;
    }
    uint32_t len = get8(d, c, 1);
    struct dhcp_at at = { option->m, emit_value(d, c, set->head, 0, len + 2, code), (uint8_t)code, option->start };
    down(d);
    emit_at(d, c, F_SUBOPTION_LENGTH, 1, 1);
    if ((set->flags & SET_ROOM) && len > c.wire - 2) {
        dhcp_note(d, at.node, DHCP_MISSING_SUBOPT_VALUE,
                  (struct dhcp_text){ capital ? "Suboption #: Not sufficient room left in option for suboption value"
                                              : "Suboption #: no room left in option for suboption value",
                                      { code } });
        len = c.wire;
    } else {
        sub_value(d, c, set, len, &at);
    }
    up(d);
    return (set->flags & SET_STOP_UNKNOWN) && dhcp_set_find(set, at.code) == NULL ? c.wire : len + 2;
}

void dhcp_walk_set(struct dissect *d, struct cursor c, const struct dhcp_set *set, const struct dhcp_at *at)
{
    while (more(d, &c)) {
        uint32_t code = get8(d, c, 0);
        if (code == 255 && set->end != 0) {
            emit_at(d, c, set->end, 0, 1);
            return;
        }
        uint32_t used = 1;
        if (code == 0 && set->padding != 0)
            emit_at(d, c, set->padding, 0, 1);
        else if (code == 255 && (set->flags & SET_LONE_END))
            emit_at(d, c, set->head, 0, 1);
        else
            used = walk_sub(d, c, set, at);
        cursor_skip(&c, used);
    }
}

/* --- labels ------------------------------------------------------------------------------------- */

static void number_and_name(struct strbuf *sb, const char *what, uint32_t code, const char *name)
{
    sb_str(sb, what);
    sb_str(sb, ": (");
    sb_uint(sb, code);
    sb_str(sb, ") ");
    sb_str(sb, name);
}

/* " (192.0.2.1)" after the name of an option that is one address. */
static void lone_address(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct dhcp_option *o)
{
    const uint8_t *p = n->len == 6 && o != NULL && o->kind == KIND_IPV4 ? node_bytes(d, n, 2, 4) : NULL;
    if (p == NULL)
        return;
    sb_str(sb, " (");
    sb_ipv4(sb, p);
    sb_char(sb, ')');
}

static void in_parentheses(struct strbuf *sb, const char *text)
{
    sb_str(sb, " (");
    sb_str(sb, text);
    sb_char(sb, ')');
}

static void message_type(struct strbuf *sb, uint8_t type)
{
    const char *name = values_find(&dhcp_message_types, type);
    if (name != NULL)
        in_parentheses(sb, name);
    else
        sb_printf(sb, " (Unknown Message Type (0x%02x))", type);
}

void dhcp_option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    uint8_t code = p != NULL ? p[0] : (uint8_t)n->v.u;
    number_and_name(sb, "Option", code, dhcp_option_name(code));
    lone_address(sb, d, n, find(options, ARRAY_LEN(options), code));
    const uint8_t *type = code == 53 && n->len > 2 ? node_bytes(d, n, 2, 1) : NULL;
    if (type != NULL)
        message_type(sb, *type);
    const char *vendor = code == 43 ? annotation(d, n) : NULL;
    if (vendor != NULL)
        in_parentheses(sb, vendor);
}

void dhcp_sub_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const struct dhcp_set *const sets[] = { &dhcp_pxe,      &dhcp_cl,    &dhcp_alu,    &dhcp_bsdp, &dhcp_aci,
                                                   &dhcp_aerohive, &dhcp_agent, &dhcp_novell, &dhcp_tr111 };
    uint32_t head = n->field - registry_first_field[registry_protocol_number(&proto_dhcp)];
    const struct dhcp_option *row = NULL;
    for (uint32_t i = 0; row == NULL && i < ARRAY_LEN(sets); i++)
        if (sets[i]->head == head)
            row = dhcp_set_find(sets[i], (uint8_t)n->v.u);
    number_and_name(sb, registry_field(n->field)->label, (uint32_t)n->v.u, row != NULL ? row->name : "Unknown");
    lone_address(sb, d, n, row);
}

void dhcp_said_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dhcp_said *said = n->v.arg;
    for (uint32_t i = 0; said != NULL && i < said->n; i++)
        message_type(sb, said->types[i]);
}

void dhcp_end_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const char *which = annotation(d, n);
    sb_str(sb, "Option End");
    sb_str(sb, which != NULL ? which : "");
    sb_str(sb, ": 255");
}

void dhcp_request_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    number_and_name(sb, "Parameter Request List Item", (uint32_t)n->v.u, dhcp_option_name((uint8_t)n->v.u));
}

/* "(3600s) 1 hour" */
void dhcp_seconds_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct field *f = registry_field(n->field);
    bool is_signed = f->type == FT_INT32;
    sb_str(sb, f->label);
    sb_str(sb, ": (");
    if (is_signed)
        sb_int(sb, n->v.i);
    else
        sb_uint(sb, n->v.u);
    sb_str(sb, "s) ");
    if (!is_signed && n->v.u == UINT32_MAX) {
        sb_str(sb, "infinity");
        return;
    }
    if (is_signed && n->v.i < 0)
        sb_char(sb, '-');
    /* The lowest number has no opposite of 32 bits: tshark shows the largest one. */
    sb_duration(sb, !is_signed ? n->v.u : n->v.i == INT32_MIN ? UINT32_MAX : (uint64_t)(n->v.i < 0 ? -n->v.i : n->v.i));
}
