/* dhcpv6_cable.c - option 17 of CableLabs: CL-SP-CANN-DHCP-Reg and PacketCable's options in it. */
#include "protocols/application/dhcpv6.h"

#include "protocols/application/dhcpv6_values.h"

/* How a suboption's value is shown: in its own label, or below. */
enum cable_kind {
    CABLE_NONE, CABLE_CODES, CABLE_DEVICE, CABLE_TEXT, CABLE_OUI, CABLE_ADDRESSES, CABLE_TLVS, CABLE_DEVICE_ID,
    CABLE_OFFSET, CABLE_PREFERENCE, CABLE_CMTS, CABLE_MAC, CABLE_CONTAINER, CABLE_CCC, CABLE_CCC6, CABLE_CORRELATION
};

static uint8_t kind_of(uint32_t code)
{
    static const uint8_t kinds[] = {
        [1] = CABLE_CODES,      [2] = CABLE_DEVICE,      [3] = CABLE_TEXT,       [4] = CABLE_TEXT,
        [5] = CABLE_TEXT,       [6] = CABLE_TEXT,        [7] = CABLE_TEXT,       [8] = CABLE_OUI,
        [9] = CABLE_TEXT,       [10] = CABLE_TEXT,       [32] = CABLE_ADDRESSES, [33] = CABLE_TEXT,
        [34] = CABLE_ADDRESSES, [35] = CABLE_TLVS,       [36] = CABLE_DEVICE_ID, [37] = CABLE_ADDRESSES,
        [38] = CABLE_OFFSET,    [39] = CABLE_PREFERENCE, [61] = CABLE_ADDRESSES,
    };
    switch (code) {
    case 1025: return CABLE_CMTS;
    case 1026: return CABLE_MAC;
    case 1027: return CABLE_CONTAINER;
    case 2170: return CABLE_CCC;
    case 2171: return CABLE_CCC6;
    case 2172: return CABLE_CORRELATION;
    default: return code < ARRAY_LEN(kinds) ? kinds[code] : (uint8_t)CABLE_NONE;
    }
}

/* The value that a label tells. */
struct told {
    const uint8_t *p;
    uint32_t len;
};

static void quoted(struct strbuf *sb, const uint8_t *p, uint32_t len)
{
    const uint8_t *nul = len != 0 ? memchr(p, 0, len) : NULL;
    sb_char(sb, '"');
    sb_escaped(sb, p, nul != NULL ? (size_t)(nul - p) : len);
    sb_char(sb, '"');
}

static void preference(struct strbuf *sb, unsigned v)
{
    if (v == 1 || v == 2)
        sb_str(sb, v == 1 ? "IPv4" : "IPv6");
    else if (v == 6)
        sb_str(sb, "Dual Stack");
    else
        sb_printf(sb, "Invalid IP Preference value %u", v);
}

static void tell(struct strbuf *sb, uint8_t kind, const uint8_t *p, uint32_t len)
{
    switch (kind) {
    case CABLE_CODES:
        for (uint32_t i = 0; i + 2 <= len; i += 2)
            sb_printf(sb, " %u", be16(p + i));
        break;
    case CABLE_DEVICE:
        if (len == 0 || p[0] == 0)
            sb_str(sb, "Packet does not contain Device Type.");
        else
            quoted(sb, p, len);
        break;
    case CABLE_TEXT: quoted(sb, p, len); break;
    case CABLE_OUI:
        if (len == 6)
            quoted(sb, p, len);
        else if (len == 3)
            sb_hex_bytes(sb, p, 3, ':');
        break;
    case CABLE_DEVICE_ID:
        if (len == 6)
            sb_hex_bytes(sb, p, 6, '\0');
        break;
    case CABLE_MAC:
        if (len == 6)
            sb_ether(sb, p);
        break;
    case CABLE_OFFSET:
        if (len >= 4)
            sb_int(sb, (int32_t)be32(p));
        break;
    case CABLE_PREFERENCE: preference(sb, p[0]); break;
    case CABLE_CONTAINER:
        sb_char(sb, ' ');
        sb_hex_bytes(sb, p, len, '\0');
        sb_printf(sb, " (len=%u)", len);
        break;
    case CABLE_CCC:
    case CABLE_CCC6: sb_printf(sb, " (%u bytes)", len); break;
    case CABLE_CORRELATION:
        if (len == 4)
            sb_uint(sb, be32(p));
        else
            sb_printf(sb, "Bogus value length=%u", len);
        break;
    default: break;
    }
}

void dhcpv6_cable_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct told *t = annotation(d, n);
    sb_str(sb, "Suboption: ");
    sb_str(sb, values_or(&dhcpv6_cablelabs_opt, (uint32_t)n->v.u, "Unknown"));
    sb_printf(sb, " (%u)", (unsigned)n->v.u);
    if (t != NULL && t->len != 0)
        tell(sb, kind_of((uint32_t)n->v.u), t->p, t->len);
}

void dhcpv6_bogus_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *len = annotation(d, n);
    if (len != NULL)
        sb_printf(sb, "Bogus length: %u", *len);
}

void dhcpv6_version_text(struct strbuf *sb, uint64_t version)
{
    sb_printf(sb, "%u.%02u", (unsigned)(version >> 8 & 255), (unsigned)(version & 255));
}

/* --- what stands below -------------------------------------------------------------------------- */

/* What a CMTS can do: type and length of a byte each. */
static void cmts(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t type = get8(d, c, 0), len = get8(d, c, 1);
        if (len == 2 && (type == 1 || type == 2))
            emit_at(d, c, type == 1 ? F6_CABLELABS_DOCSIS_VERSION_NUMBER : F6_CABLELABS_DPOE_SERVER_VERSION_NUMBER, 2,
                    2);
        cursor_skip(&c, len + 2);
    }
}

/* TLV 5 of a modem's or an adapter's configuration. */
static void tlvs(struct dissect *d, struct cursor c, const struct dhcpv6_message *m)
{
    if (m->device == DEVICE_OTHER)
        return;
    unsigned type = m->device == DEVICE_ADAPTER ? F6_CCCV6_TLV5_SUBOPTION : F6_DOCSIS_CCCV6_TLV5_SUBOPTION;
    while (more(d, &c)) {
        emit_at(d, c, type, 0, 1);
        down(d);
        uint32_t len = get8(d, c, 1);
        emit_at(d, c, F6_CCCV6_TLV5_SUBOPTION_LENGTH, 1, 1);
        if (len == 0)
            malformed(d);
        emit_at(d, c, len <= 2 ? F6_CCCV6_TLV5_SUBOPTION_VALUE_NUMBER : F6_CCCV6_TLV5_SUBOPTION_VALUE, 2, len);
        up(d);
        cursor_skip(&c, len + 2);
    }
}

/* PacketCable's client configuration for IPv4: two servers. */
static void ccc(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t code = get16(d, c, 0), len = get16(d, c, 2), node = emit_at(d, c, F6_CCC_SUBOPTION, 0, 2);
        down(d);
        if (code == 1 || code == 2) {
            if (len == 4)
                emit_at(d, c, code == 1 ? F6_CCC_PRI_DHCP : F6_CCC_SEC_DHCP, 4, 4);
            else
                dhcpv6_bogus_length(d, node, "Bogus length: #", len);
        }
        up(d);
        cursor_skip(&c, len + 4);
    }
}

static void provisioning_server(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 0);
    emit_at(d, c, F6_CCCV6_PROV_SRV_TYPE, 0, 1);
    cursor_skip(&c, 1);
    if (type == 0)
        dhcpv6_names(d, c, F6_CCCV6_PROV_SRV_FQDN);
    else if (type == 1 && c.wire >= 20)
        emit_at(d, c, F6_CCCV6_PROV_SRV_IPV6, 0, 16);
}

/* How often and how long Kerberos is asked: three numbers. */
static void backoff(struct dissect *d, struct cursor c, uint32_t node, unsigned first)
{
    if (c.wire != 12) {
        annotate(d, node, dhcpv6_keep(d, c.wire));
        return;
    }
    for (unsigned i = 0; i < 3; i++)
        add_item(d, &c, first + i, 4);
}

static void ccc6_value(struct dissect *d, struct cursor c, uint32_t code, uint32_t node)
{
    static const uint8_t sizes[] = { [7] = 1, [8] = 1, [9] = 2 };
    bool right = code >= ARRAY_LEN(sizes) || sizes[code] == 0 || sizes[code] == c.wire;
    switch (code) {
    case 1: emit_at(d, c, F6_CCCV6_PRI_DSS, 0, c.wire); break;
    case 2: emit_at(d, c, F6_CCCV6_SEC_DSS, 0, c.wire); break;
    case 3: provisioning_server(d, c); break;
    case 4: backoff(d, c, node, F6_CCCV6_AS_KRB_NOMINAL_TIMEOUT); break;
    case 5: backoff(d, c, node, F6_CCCV6_AP_KRB_NOMINAL_TIMEOUT); break;
    case 6: dhcpv6_names(d, c, F6_CCCV6_KRB_REALM); break;
    case 7:
        if (right) {
            emit_at(d, c, F6_CCCV6_TGT_FLAG, 0, 1);
            emit_at(d, c, F6_CCCV6_TGT_FLAG_FETCH, 0, 1);
        }
        break;
    case 8:
        if (right)
            emit_at(d, c, F6_CCCV6_PROV_TIMER, 0, 1);
        break;
    case 9:
        emit_value(d, c, F6_CCCV6_SEC_TCM, 0, 2, c.cap >= 2 ? be16(c.p) : c.cap == 1 ? (uint32_t)c.p[0] << 8 : 0);
        if (right) {
            emit_at(d, c, F6_CCCV6_SEC_TCM_PROVISIONING_SERVER, 0, 2);
            emit_at(d, c, F6_CCCV6_TGT_FLAG_CALL_MANAGER_SERVER, 0, 2);
        }
        break;
    default: break;
    }
    if (!right)
        dhcpv6_bogus_length(d, node, "Bogus length: #", c.wire);
}

static void ccc6(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t code = get16(d, c, 0), len = get16(d, c, 2), node = emit_at(d, c, F6_CCCV6_SUBOPTION, 0, 2);
        down(d);
        ccc6_value(d, cursor_sub(c, 4, len), code, node);
        up(d);
        cursor_skip(&c, len + 4);
    }
}

static void device_type(struct dissect *d, struct cursor c, struct dhcpv6_message *m)
{
    if (!need(d, c, 0, c.wire))
        return;
    if (c.wire == 3 && memcmp(c.p, "ECM", 3) == 0)
        m->device = DEVICE_MODEM;
    else if (c.wire == 4 && memcmp(c.p, "EDVA", 4) == 0)
        m->device = DEVICE_ADAPTER;
    else
        m->device = DEVICE_OTHER;
}

static void suboption(struct dissect *d, struct cursor c, uint32_t code, uint32_t node, struct dhcpv6_message *m)
{
    switch (kind_of(code)) {
    case CABLE_CODES:
        if (c.wire % 2 != 0)
            malformed(d);
        break;
    case CABLE_DEVICE: device_type(d, c, m); break;
    case CABLE_OUI:
        if (c.wire != 3 && c.wire != 6)
            dhcpv6_bogus_length(d, node, "Suboption 8: suboption length isn't 3 or 6", 0);
        break;
    case CABLE_DEVICE_ID:
    case CABLE_MAC:
        if (c.wire != 6)
            dhcpv6_bogus_length(d, node, "Bogus length: #", c.wire);
        break;
    case CABLE_ADDRESSES:
        if (c.wire % 16 == 0)
            dhcpv6_numbered(d, c, F6_CABLELABS_IPV6_SERVER);
        break;
    case CABLE_OFFSET: need(d, c, 0, 4); break;
    case CABLE_TLVS: tlvs(d, c, m); break;
    case CABLE_CMTS: cmts(d, c); break;
    case CABLE_CCC: ccc(d, c); break;
    case CABLE_CCC6: ccc6(d, c); break;
    default: break;
    }
}

void dhcpv6_cablelabs(struct dissect *d, struct cursor c, const struct dhcpv6_at *at, uint32_t node)
{
    if (c.wire <= 4) {
        dhcpv6_bogus_length(d, node, "Bogus length: #", c.wire);
        return;
    }
    while (more(d, &c)) {
        uint32_t code = get16(d, c, 0), len = get16(d, c, 2), own = emit_at(d, c, F6_CABLELABS_OPT, 0, 2);
        struct told told = { c.p + 4, c.cap >= 4 && len <= c.cap - 4 ? len : 0 };
        annotate(d, own, packet_copy(d, &told, sizeof told));
        down(d);
        suboption(d, cursor_sub(c, 4, len), code, own, at->m);
        up(d);
        cursor_skip(&c, len + 4);
    }
}
