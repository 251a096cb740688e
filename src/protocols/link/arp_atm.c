/* arp_atm.c - ARP and InARP over ATM, RFC 2225, and MARS, RFC 2022.  arp.c hands it packets of hardware type 19. */
#include "protocols/link/arp.h"
#include "protocols/link/ethertype.h"
#include "protocols/link/hardware.h"

/* The four addresses stand in the order of their lengths: number, subaddress and upper protocol's of either side. */
enum { ATMARP, ARP, HW_TYPE, PROTO_TYPE, NUMBER_LINE, SRC_HTYPE, SRC_HLEN, SRC_STYPE, SRC_SLEN, OPCODE, SRC_PLN, DST_HTYPE, DST_HLEN,
       DST_STYPE, DST_SLEN, DST_PLN, SRC_E164, SRC_NSAP, SRC_SUB, SRC_PROTO, SRC_IPV4, DST_E164, DST_NSAP, DST_SUB, DST_PROTO,
       DST_IPV4, AFI, COUNTRY, COUNTRY_GROUP, CODE, CODE_GROUP, ISDN, ISDN_GROUP, HIGH_ORDER, SYSTEM, SELECTOR, REST };
enum { UNKNOWN_AFI };
enum { HEADER = 12, IS_E164 = 0x40, LENGTH_MASK = 0x3f, NSAP_LEN = 20 };
enum { AFI_DCC = 0x39, AFI_DCC_GROUP = 0xbd, AFI_ICD = 0x47, AFI_ICD_GROUP = 0xc5, AFI_E164 = 0x45, AFI_E164_GROUP = 0xc3 };

VALUES(formats, { AFI_DCC, "DCC ATM format" }, { AFI_E164, "E.164 ATM format" }, { AFI_ICD, "ICD ATM format" },
       { AFI_DCC_GROUP, "DCC ATM group format" }, { AFI_E164_GROUP, "E.164 ATM group format" },
       { AFI_ICD_GROUP, "ICD ATM group format" });
static const struct truth kinds = { "E.164", "ATM Forum NSAPA" };

/* One side's addresses. */
struct side {
    const uint8_t *number, *sub, *proto;
    uint8_t number_type, number_len, sub_type, sub_len, proto_len;
};
struct atmarp {
    struct side src, dst;
    uint16_t proto_type, op;
};

/* --- text ------------------------------------------------------------------------------------- */

static void atmarp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct atmarp *a = n->v.arg;
    (void)d;
    if (a == NULL)
        return;
    bool reverse = a->op >= OP_RARP_REQUEST && a->op <= OP_DRARP_ERROR;  /* there is no such thing over ATM */
    const char *name = a->op == OP_NAK ? "nak" : reverse ? NULL : values_find(&arp_opcodes, a->op);
    if (name != NULL)
        sb_printf(sb, " (%s)", name);
    else
        sb_printf(sb, " (opcode 0x%04x)", a->op);
}

static void kind_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    const char *what = n->v.arg;
    if (p == NULL)
        return;
    sb_printf(sb, "%s type/length: %s/%u", what, *p & IS_E164 ? kinds.yes : kinds.no, *p & LENGTH_MASK);
}

static bool is_ipv4(const struct atmarp *a, const struct side *s)
{
    return a->proto_type == PROTO_IPV4 && s->proto_len == 4;
}

static void sb_number(struct strbuf *sb, const struct side *s)
{
    if (s->number_len == 0)
        sb_str(sb, "<No address>");
    else if (s->number_type)
        sb_escaped(sb, s->number, s->number_len);
    else
        sb_hex_bytes(sb, s->number, s->number_len, 0);
    if (s->number_len == 0 || s->sub_len == 0)
        return;
    sb_char(sb, ',');
    sb_hex_bytes(sb, s->sub, s->sub_len, 0);
}

static void sb_proto(struct strbuf *sb, const struct atmarp *a, const struct side *s)
{
    arp_sb_proto(sb, s->proto, s->proto_len, is_ipv4(a, s));
}

static void info_atmarp(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct atmarp *a = arg;
    const char *request = values_find(&arp_requests, a->op);
    (void)d;
    if (a->op == OP_REQUEST) {
        sb_str(sb, "Who has ");
        sb_proto(sb, a, &a->dst);
        sb_str(sb, "? Tell ");
        sb_proto(sb, a, &a->src);
    } else if (a->op == OP_REPLY) {
        sb_proto(sb, a, &a->src);
        sb_str(sb, " is at ");
        sb_number(sb, &a->src);
    } else if (a->op == OP_IN_REQUEST) {
        sb_str(sb, "Who is ");
        sb_number(sb, &a->dst);
        sb_str(sb, "? Tell ");
        sb_number(sb, &a->src);
    } else if (a->op == OP_IN_REPLY) {
        sb_number(sb, &a->src);
        sb_str(sb, " is at ");
        sb_proto(sb, a, &a->src);
    } else if (a->op == OP_NAK) {
        sb_str(sb, "I don't know where ");
        sb_proto(sb, a, &a->src);
        sb_str(sb, " is");
    } else if (request != NULL) {
        sb_printf(sb, "%s from ", request);
        sb_number(sb, &a->src);
        sb_str(sb, " at ");
        sb_proto(sb, a, &a->src);
    } else {
        arp_info_plain(sb, a->op, "ATMARP");
    }
}

static const char *column_of(uint16_t op)
{
    if (op == OP_RARP_REQUEST || op == OP_RARP_REPLY)
        return "ATMRARP";
    if (op == OP_IN_REQUEST || op == OP_IN_REPLY)
        return "Inverse ATMARP";
    if (op >= OP_MARS_FIRST && op <= OP_MARS_LAST)
        return "MARS";
    return op == OP_MAPOS_UNARP ? "MAPOS" : "ATMARP";
}

/* --- fields ----------------------------------------------------------------------------------- */

#define KIND_ROWS(side, htype, hlen, stype, slen, pln, who)                                                               \
    [htype] = { "arp." side ".htype", who " ATM number type", FT_BOOLEAN, BITS_8, .mask = IS_E164, .truth = &kinds },     \
    [hlen] = { "arp." side ".hlen", who " ATM number length", FT_UINT8, BASE_DEC, .mask = LENGTH_MASK },                  \
    [stype] = { "arp." side ".stype", who " ATM subaddress type", FT_BOOLEAN, BITS_8, .mask = IS_E164, .truth = &kinds }, \
    [slen] = { "arp." side ".slen", who " ATM subaddress length", FT_UINT8, BASE_DEC, .mask = LENGTH_MASK },              \
    [pln] = { "arp." side ".pln", who " protocol size", FT_UINT8, BASE_DEC }
#define ADDRESS_ROWS(side, e164, nsap, sub, proto, ipv4, who)                      \
    [e164] = { "arp." side ".atm_num_e164", who " ATM number (E.164)", FT_STRING }, \
    [nsap] = { "arp." side ".atm_num_nsap", who " ATM number (NSAP)", FT_BYTES },   \
    [sub] = { "arp." side ".atm_subaddr", who " ATM subaddress", FT_BYTES },        \
    [proto] = { "arp." side ".proto", who " protocol address", FT_BYTES },          \
    [ipv4] = { "arp." side ".proto_ipv4", who " IP address", FT_IPv4 }
static const struct field fields[] = {
    [ATMARP] = { "atmarp", "ATM Address Resolution Protocol", FT_PROTOCOL },
    [ARP] = { "arp", "ATM Address Resolution Protocol", FT_PROTOCOL, .suffix = atmarp_label },
    [HW_TYPE] = { "arp.hw.type", "Hardware type", FT_UINT16, BASE_DEC, .values = &hardware_types },
    [PROTO_TYPE] = { "arp.proto.type", "Protocol type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [NUMBER_LINE] = { "", "Type and length", FT_NONE, .label_fn = kind_line },
    [OPCODE] = { "arp.opcode", "Opcode", FT_UINT16, BASE_DEC, .values = &arp_opcodes },
    KIND_ROWS("src", SRC_HTYPE, SRC_HLEN, SRC_STYPE, SRC_SLEN, SRC_PLN, "Sender"),
    KIND_ROWS("dst", DST_HTYPE, DST_HLEN, DST_STYPE, DST_SLEN, DST_PLN, "Target"),
    ADDRESS_ROWS("src", SRC_E164, SRC_NSAP, SRC_SUB, SRC_PROTO, SRC_IPV4, "Sender"),
    ADDRESS_ROWS("dst", DST_E164, DST_NSAP, DST_SUB, DST_PROTO, DST_IPV4, "Target"),
    [AFI] = { "arp.src.atm_afi", "AFI", FT_UINT8, BASE_HEX, .values = &formats },
    [COUNTRY] = { "arp.src.atm_data_country_code", "Data Country Code", FT_UINT16, BASE_HEX },
    [COUNTRY_GROUP] = { "arp.src.atm_data_country_code_group", "Data Country Code (group)", FT_UINT16, BASE_HEX },
    [CODE] = { "arp.src.atm_international_code_designator", "International Code Designator", FT_UINT16, BASE_HEX },
    [CODE_GROUP] = { "arp.src.atm_international_code_designator_group", "International Code Designator (group)", FT_UINT16,
                     BASE_HEX },
    [ISDN] = { "arp.src.atm_e.164_isdn", "E.164 ISDN", FT_BYTES },
    [ISDN_GROUP] = { "arp.src.atm_e.164_isdn_group", "E.164 ISDN", FT_BYTES },
    [HIGH_ORDER] = { "arp.src.atm_high_order_dsp", "High Order DSP", FT_BYTES },
    [SYSTEM] = { "arp.src.atm_end_system_identifier", "End System Identifier", FT_BYTES },
    [SELECTOR] = { "arp.src.atm_selector", "Selector", FT_UINT8, BASE_HEX },
    [REST] = { "arp.src.atm_rest_of_address", "Rest of address", FT_BYTES },
};
static const struct note_def notes[] = {
    [UNKNOWN_AFI] = { "arp.src.atm_afi.unknown", "Unknown AFI", SEV_WARN, GROUP_PROTOCOL },
};

static void kind_fields(struct dissect *d, struct cursor c, uint32_t off, unsigned type_row, const char *what)
{
    emit_arg(d, c, NUMBER_LINE, off, 1, what);
    down(d);
    emit_at(d, c, type_row, off, 1);
    emit_at(d, c, type_row + 1, off, 1);
    up(d);
}

/* An ATM End System Address (ATM Forum UNI 3.1, section 5.1.3.1): what follows the AFI depends on it. */
static void nsap_fields(struct dissect *d, struct cursor c)
{
    enum { INITIAL_AT = 1, SYSTEM_AT = 13, SELECTOR_AT = 19 };
    static const struct {
        uint8_t afi, row, len;
    } initial[] = { { AFI_DCC, COUNTRY, 2 }, { AFI_DCC_GROUP, COUNTRY_GROUP, 2 },
                    { AFI_ICD, CODE, 2 },    { AFI_ICD_GROUP, CODE_GROUP, 2 },
                    { AFI_E164, ISDN, 8 },   { AFI_E164_GROUP, ISDN_GROUP, 8 } };
    uint32_t afi = get8(d, c, 0), node = emit_at(d, c, AFI, 0, 1);
    for (uint32_t i = 0; i < ARRAY_LEN(initial); i++) {
        if (initial[i].afi != afi)
            continue;
        uint32_t high_at = INITIAL_AT + initial[i].len;
        emit_at(d, c, initial[i].row, INITIAL_AT, initial[i].len);
        emit_at(d, c, HIGH_ORDER, high_at, SYSTEM_AT - high_at);
        emit_at(d, c, SYSTEM, SYSTEM_AT, SELECTOR_AT - SYSTEM_AT);
        emit_at(d, c, SELECTOR, SELECTOR_AT, 1);
        return;
    }
    note_on(d, node, UNKNOWN_AFI, NULL);
    emit_at(d, c, REST, INITIAL_AT, NSAP_LEN - INITIAL_AT);
}

/* `first`: the row of the number in E.164; the others follow. */
static void side_fields(struct dissect *d, struct cursor *c, const struct side *s, unsigned first, bool ipv4)
{
    if (s->number_len != 0)
        emit_at(d, *c, s->number_type ? first : first + 1, 0, s->number_len);
    down(d);
    if (s->number_len == NSAP_LEN && !s->number_type)
        nsap_fields(d, *c);
    up(d);
    cursor_skip(c, s->number_len);
    if (s->sub_len != 0)
        emit_at(d, *c, first + 2, 0, s->sub_len);
    cursor_skip(c, s->sub_len);
    if (s->proto_len != 0)
        emit_at(d, *c, ipv4 ? first + 4 : first + 3, 0, s->proto_len);
    cursor_skip(c, s->proto_len);
}

static struct side read_side(const uint8_t *lengths, uint8_t proto_len, const uint8_t *p)
{
    struct side s = { .number = p,
                      .number_type = lengths[0] & IS_E164,
                      .number_len = lengths[0] & LENGTH_MASK,
                      .sub_type = lengths[1] & IS_E164,
                      .sub_len = lengths[1] & LENGTH_MASK,
                      .proto_len = proto_len };
    s.sub = p + s.number_len;
    s.proto = s.sub + s.sub_len;
    return s;
}

static uint32_t side_len(const struct side *s) { return (uint32_t)s->number_len + s->sub_len + s->proto_len; }

static void header_fields(struct dissect *d, struct cursor c)
{
    emit_at(d, c, HW_TYPE, 0, 2);
    emit_at(d, c, PROTO_TYPE, 2, 2);
    kind_fields(d, c, 4, SRC_HTYPE, "Sender ATM number");
    kind_fields(d, c, 5, SRC_STYPE, "Sender ATM subaddress");
    emit_at(d, c, OPCODE, 6, 2);
    emit_at(d, c, SRC_PLN, 8, 1);
    kind_fields(d, c, 9, DST_HTYPE, "Target ATM number");
    kind_fields(d, c, 10, DST_STYPE, "Target ATM subaddress");
    emit_at(d, c, DST_PLN, 11, 1);
}

static struct verdict atmarp_run(struct dissect *d, struct cursor c)
{
    struct atmarp *a = packet_zero(d, sizeof *a);
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (h == NULL || a == NULL) {
        fall_short(d, c, 0, HEADER);
        return done();
    }
    a->proto_type = be16(h + 2);
    a->op = be16(h + 6);
    a->src = read_side(h + 4, h[8], h + HEADER);
    a->dst = read_side(h + 9, h[11], h + HEADER + side_len(&a->src));
    uint32_t len = HEADER + side_len(&a->src) + side_len(&a->dst);
    if (!need(d, c, 0, len))
        return done();
    if (d->link_used == 0)
        d->link_used = len;
    set_protocol_column(d, column_of(a->op));
    info_set(d, info_atmarp, a);
    emit_protocol_as(d, c, ARP, len, a);
    header_fields(d, c);
    cursor_skip(&c, HEADER);
    side_fields(d, &c, &a->src, SRC_E164, is_ipv4(a, &a->src));
    side_fields(d, &c, &a->dst, DST_E164, is_ipv4(a, &a->dst));
    return done();
}

PROTOCOL(atmarp,
    .name = "atmarp", .short_name = "ATMARP", .long_name = "ATM Address Resolution Protocol",
    FIELDS(fields), NOTES(notes), .run = atmarp_run
);
