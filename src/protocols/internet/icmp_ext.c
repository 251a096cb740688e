/* icmp_ext.c - what may follow in ICMP messages: multi-part extensions (RFC 4884) with MPLS labels (RFC 4950), interface
   information (RFC 5837) and identification (RFC 8335); mobile IP (RFC 5944). */
#include "protocols/internet/icmp_rows.h"

#include "protocols/internet/checksum.h"

enum { CLASS_MPLS = 1, CLASS_INFO = 2, CLASS_IDENTIFICATION = 3 };
enum { AFI_IPV4 = 1, AFI_IPV6 = 2 };

/* --- labels ----------------------------------------------------------------------------------- */

void icmp_object_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p == NULL)
        return;
    bool truncated = be16(p) > n->len;
    if (be16(p) < 4)
        sb_str(sb, "Object with bad length");
    else if (p[2] == CLASS_MPLS && p[3] == 1)
        sb_str(sb, truncated ? "MPLS Stack Entry (truncated)" : "MPLS Stack Entry");
    else if (p[2] == CLASS_INFO)
        sb_str(sb, "Interface Information Object");
    else if (p[2] == CLASS_IDENTIFICATION)
        sb_str(sb, "Interface Identification Object");
    else
        sb_printf(sb, "Unknown object (%u/%u)%s", p[2], p[3], truncated ? " (truncated)" : "");
}

void icmp_mpls_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p != NULL)
        sb_printf(sb, "Label: %u, Exp: %u, S: %u, TTL: %u", be24(p) >> 4, p[2] >> 1 & 7, p[2] & 1, p[3]);
}

void icmp_info_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, ", Interface Role: ");
    sb_str(sb, values_or(icmp_fields[INFO_ROLE].values, (uint32_t)n->v.u >> 6, ""));
    for (unsigned row = INFO_IFINDEX; row <= INFO_MTU_PRESENT; row++)
        if (n->v.u & icmp_fields[row].mask)
            sb_printf(sb, ", %s", icmp_fields[row].label);
}

void icmp_identification_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const by[] = { [1] = "Name", [2] = "Index", [3] = "Address" };
    (void)d;
    if (n->v.u >= 1 && n->v.u <= 3)
        sb_printf(sb, " (Identifies Interface By %s)", by[n->v.u]);
    else
        sb_printf(sb, " (Unknown C-Type %u)", (unsigned)n->v.u);
}

void icmp_mobile_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    const char *name = p != NULL ? values_find(&icmp_mip_types, *p) : "";
    if (name != NULL)
        sb_printf(sb, "Ext: %s", name);
    else
        sb_printf(sb, "Ext: Unknown ext %u", *p);
}

/* --- multi-part extensions -------------------------------------------------------------------- */

static void mpls_stack(struct dissect *d, struct cursor c)
{
    while (more(d, &c) && c.wire >= 4) {
        emit_at(d, c, MPLS_ENTRY, 0, 4);
        down(d);
        emit_at(d, c, MPLS_LABEL, 0, 3);
        emit_at(d, c, MPLS_EXP, 2, 1);
        emit_at(d, c, MPLS_S, 2, 1);
        emit_at(d, c, MPLS_TTL, 3, 1);
        up(d);
        cursor_skip(&c, 4);
    }
    if (c.wire != 0)
        add_item(d, &c, MPLS_DATA, c.wire);
}

static void information(struct dissect *d, struct cursor c, uint32_t flags)
{
    if (flags & 8)
        add_item(d, &c, INFO_INDEX, 4);
    if (flags & 4) {
        uint32_t afi = get16(d, c, 0), len = afi == AFI_IPV4 ? 8 : 20;
        emit_at(d, c, INFO_ADDRESS, 0, len);
        down(d);
        emit_at(d, c, INFO_AFI, 0, 2);
        emit_at(d, c, RESERVED, 2, 2);
        emit_at(d, c, afi == AFI_IPV4 ? INFO_IPV4 : afi == AFI_IPV6 ? INFO_IPV6 : INFO_UNKNOWN, 4, len - 4);
        up(d);
        cursor_skip(&c, len);
    }
    if (flags & 2) {
        uint32_t len = get8(d, c, 0);
        emit_at(d, c, INFO_NAME, 0, len);
        down(d);
        emit_at(d, c, INFO_NAME_LENGTH, 0, 1);
        if (len > 1 && c.wire > len)  /* tshark leaves a name out that ends with the object */
            emit_at(d, c, INFO_NAME_TEXT, 1, len - 1);
        up(d);
        cursor_skip(&c, len);
    }
    if (flags & 1)
        emit_at(d, c, INFO_MTU, 0, 4);
}

/* `whole` ends with the message: tshark takes the object's length for that of an unknown address. */
static void identification(struct dissect *d, struct cursor c, struct cursor whole, uint32_t len, uint32_t ctype)
{
    if (ctype == 1) {
        emit_at(d, c, ID_NAME, 0, c.wire);
    } else if (ctype == 2) {
        emit_at(d, c, ID_INDEX, 0, 4);
    } else if (ctype == 3) {
        uint32_t afi = get16(d, c, 0);
        emit_at(d, c, ID_AFI, 0, 2);
        emit_at(d, c, ID_LENGTH, 2, 1);
        emit_at(d, c, ID_RESERVED, 3, 1);
        if (afi == AFI_IPV4)
            emit_at(d, c, ID_IPV4, 4, 4);
        else if (afi == AFI_IPV6)
            emit_at(d, c, ID_IPV6, 4, 16);
        else
            emit_at(d, whole, ID_ADDRESS, 4, len);
    }
}

static void object_body(struct dissect *d, struct cursor c, uint32_t len, uint32_t class)
{
    uint32_t ctype = get8(d, c, 3);
    struct cursor data = cursor_sub(c, 4, len - 4 < c.wire - 4 ? len - 4 : c.wire - 4);
    if (class == CLASS_INFO) {
        emit_bits(d, c, 3, 1, INFO_CTYPE, INFO_MTU_PRESENT);
        information(d, data, ctype);
        return;
    }
    if (class == CLASS_IDENTIFICATION) {
        emit_at(d, c, EXT_CTYPE_NAMED, 3, 1);
        identification(d, data, cursor_at(c, 4), len, ctype);
        return;
    }
    emit_at(d, c, EXT_CTYPE, 3, 1);
    if (class == CLASS_MPLS && ctype == 1) {
        mpls_stack(d, data);
        return;
    }
    if (class == CLASS_MPLS)
        emit_at(d, c, EXT_CTYPE, 3, 1);
    if (data.wire != 0)
        emit_at(d, data, EXT_DATA, 0, data.wire);
}

static void objects(struct dissect *d, struct cursor c)
{
    while (more(d, &c) && c.wire >= 4) {
        uint32_t len = get16(d, c, 0), class = get8(d, c, 2);
        uint32_t shown = len < 4 ? 4 : len < c.wire ? len : c.wire;
        emit_at(d, c, EXT_OBJECT, 0, shown);
        down(d);
        emit_at(d, c, EXT_LENGTH, 0, 2);
        emit_at(d, c, EXT_CLASS, 2, 1);
        if (len >= 4)
            object_body(d, c, len, class);
        up(d);
        if (len < 4)
            return;
        cursor_skip(&c, shown);
    }
}

void icmp_extensions(struct dissect *d, struct cursor c)
{
    emit_at(d, c, EXT, 0, c.wire);
    if (c.wire < 4)
        return;
    uint32_t version = get8(d, c, 0) >> 4;
    down(d);
    emit_value(d, c, EXT_VERSION, 0, 1, version);
    emit_at(d, c, EXT_RESERVED, 0, 2);
    struct checksum found = checksum_verify(c, c.wire, 2, 0);
    if (get16(d, c, 2) == 0)
        found.state = CHECKSUM_STATE_NOT_PRESENT;
    checksum_emit(d, c, 2, EXT_CHECKSUM, EXT_CHECKSUM_BAD, &found);
    emit_value(d, c, EXT_STATUS, 2, found.state == CHECKSUM_STATE_NOT_PRESENT ? 2 : 0, found.state);
    if (version == 1 || version == 2)
        objects(d, cursor_at(c, 4));
    up(d);
}

/* --- mobile IP -------------------------------------------------------------------------------- */

static void agent_advertisement(struct dissect *d, struct cursor c)
{
    add_item(d, &c, MIP_SEQ, 2);
    add_item(d, &c, MIP_LIFE, 2);
    emit_bits(d, c, 0, 2, MIP_FLAGS, MIP_RESERVED);
    cursor_skip(&c, 2);
    while (more(d, &c))
        add_item(d, &c, MIP_COA, 4);
}

void icmp_mobile_ip(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t type = get8(d, c, 0), len = type != 0 ? get8(d, c, 1) : 0;
        uint32_t whole = type == 0 ? 1 : len + 2 < c.wire ? len + 2 : c.wire;
        struct cursor data = cursor_sub(c, 2, whole > 2 ? whole - 2 : 0);
        emit_at(d, c, MIP_EXT, 0, whole);
        down(d);
        emit_at(d, c, MIP_TYPE, 0, 1);
        if (type != 0)
            emit_at(d, c, MIP_LENGTH, 1, 1);
        if (type == 16)
            agent_advertisement(d, data);
        else if (type == 24)
            emit_at(d, data, MIP_CHALLENGE, 0, data.wire);
        else if (type != 0 && type != 19 && len >= 4)  /* tshark counts the length as if it held a header of four */
            emit_at(d, data, MIP_CONTENT, 0, len - 4);
        while (type == 19 && more(d, &data))
            add_item(d, &data, MIP_PREFIX, 1);
        up(d);
        cursor_skip(&c, whole);
    }
}
