/* dhcp_cable.c - DHCP of cable networks: what DOCSIS modems and PacketCable adapters say they can do (option 60, in
   hexadecimal text; option 125 of CableLabs, in bytes), and option 122, RFC 3495. */
#include "protocols/application/dhcp.h"

#include "protocols/application/dhcp_values.h"
#include "protocols/application/dns.h"

static uint32_t hex_digit(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10u : 0;
}

/* The byte that two characters write. */
static uint32_t hex_byte(const uint8_t *p) { return hex_digit(p[0]) << 4 | hex_digit(p[1]); }

static uint32_t get_hex(struct dissect *d, struct cursor c, uint32_t off)
{
    return need(d, c, off, 2) ? hex_byte(c.p + off) : 0;
}

/* Rows first..last with their masks of the value, all over [off, off + len). */
static void bits_of(struct dissect *d, struct cursor c, uint32_t off, uint32_t len, unsigned first, unsigned last,
                    uint64_t value)
{
    for (unsigned i = first; i <= last; i++)
        emit_value(d, c, i, off, len, (value & dhcp_fields[i].mask) >> __builtin_ctzll(dhcp_fields[i].mask));
}

/* --- cable modems: DOCSIS, CM-SP-MULPI annex C.1.3.1 ---------------------------------------------- */

enum { CAP_NOTHING, CAP_TEXT, CAP_RANGE, CAP_TAPS, CAP_HOLD_OFF, CAP_ESAFE, CAP_RATES, CAP_TAGGING };
static const struct cap {
    uint8_t kind;
    uint32_t from, to;     /* CAP_RANGE */
    const char *texts[4];  /* CAP_TEXT: of 0, 1 ...; beyond them: "Reserved" */
} caps[] = {
#define SUPPORT { CAP_TEXT, 0, 0, { "Not Support", "Supported" } }
#define ANY_BYTE { CAP_RANGE, 0, 255, { NULL } }
    [1] = SUPPORT,
    [2] = { CAP_TEXT, 0, 0, { "DOCSIS 1.0", "DOCSIS 1.1", "DOCSIS 2.0", "DOCSIS 3.0" } },
    [3] = SUPPORT,
    [4] = SUPPORT,
    [5] = SUPPORT,
    [6] = { CAP_TEXT, 0, 0, { "BPI Support", "BPI Plus Support" } },
    [7] = ANY_BYTE,
    [8] = ANY_BYTE,
    [9] = { CAP_TEXT, 0, 0, { "802.1P Filtering", "802.1Q Filtering" } },
    [10] = { CAP_TAPS },
    [11] = { CAP_RANGE, 8, 64, { NULL } },
    [12] = SUPPORT,
    [13] = { CAP_RANGE, 64, 65535, { NULL } },
    [14] = { CAP_RANGE, 10, 65535, { NULL } },
    [15] = SUPPORT,
    [16] = { CAP_HOLD_OFF },
    [17] = { CAP_TEXT,
             0,
             0,
             { "CM not compliant with DOCSIS L2VPN Section 7 (default)", "CM compliant with DOCSIS L2VPN Section 7" } },
    [18] = { CAP_ESAFE },
    [19] = SUPPORT,
    [20] = { CAP_TEXT,
             0,
             0,
             { "Standard Upstream Frequency Range",
               "Standard Upstream Frequency Range and Extended Upstream Frequency Range" } },
    [21] = { CAP_RATES },
    [22] = SUPPORT,
    [23] = SUPPORT,
    [24] = ANY_BYTE,
    [25] = ANY_BYTE,
    [26] = ANY_BYTE,
    [27] = ANY_BYTE,
    [28] = { CAP_RANGE, 2, 8, { NULL } },
    [29] = ANY_BYTE,
    [30] = { CAP_RANGE, 32, 255, { NULL } },
    [31] = { CAP_RANGE, 16, 255, { NULL } },
    [32] = { CAP_RANGE, 16, 255, { NULL } },
    [33] = { CAP_TEXT,
             0,
             0,
             { "No support for multicast DSID forwarding", "Support for GMAC explicit multicast DSID forwarding",
               "Support for GMAC promiscuous multicast DSID forwarding" } },
    [34] = { CAP_TEXT,
             0,
             0,
             { "Isolation Packet PDU MAC Header (FC_Type of 10) is not forwarded",
               "Isolation Packet PDU MAC Header (FC_Type of 10) is forwarded" } },
    [35] = { CAP_TEXT,
             0,
             0,
             { "U1 supported as a Start Reference Point for DPV per Path",
               "U1 supported as a Start Reference Point for DPV per Packet" } },
    [36] = ANY_BYTE,
    [37] = { CAP_TEXT,
             0,
             0,
             { "CM cannot support the receipt of MAPs and UCDs on downstreams other than the Primary Downstream Channel",
               "CM can support the receipt of MAPs and UCDs on downstreams other than the Primary Downstream Channel" } },
    [38] = { CAP_RANGE, 64, 65535, { NULL } },
    [39] = SUPPORT,
    [40] = { CAP_RANGE, 205, 244, { NULL } },
    [41] = { CAP_TAGGING },
    [44] = { CAP_TEXT, 0, 0, { "Energy Management 1x1 Feature" } },
};

/* A capability: type, length, value, as text or as bytes. */
struct tlv {
    uint8_t type, len;
    uint8_t value[255];
    bool text;
};

static const struct cap *cap_of(uint32_t type)
{
    static const struct cap none = { CAP_NOTHING };
    return type < ARRAY_LEN(caps) ? &caps[type] : &none;
}

static void read_tlv(struct tlv *t, const uint8_t *p, uint32_t n, bool text)
{
    uint32_t step = text ? 2 : 1;
    memset(t, 0, sizeof *t);
    t->text = text;
    if (n < 2 * step)
        return;
    t->type = (uint8_t)(text ? hex_byte(p) : p[0]);
    t->len = (uint8_t)(text ? hex_byte(p + 2) : p[1]);
    for (uint32_t i = 0; i < t->len && (i + 3) * step <= n; i++)
        t->value[i] = (uint8_t)(text ? hex_byte(p + (i + 2) * 2) : p[i + 2]);
}

static void out_of_range(struct strbuf *sb, const struct tlv *t, const struct cap *cap)
{
    uint32_t v = t->len == 1 ? t->value[0] : t->len == 2 ? be16(t->value) : 0;
    sb_uint(sb, v);
    if (v < cap->from || v > cap->to)
        sb_printf(sb, " (Value Out-of-Range [%u..%u])", cap->from, cap->to);
}

static void hold_off(struct strbuf *sb, const struct tlv *t)
{
    sb_str(sb, "Ranging ID ");
    if (t->len == 4)
        sb_printf(sb, "(0x%04x) Component Bit Mask (0x%04x)", be16(t->value), be16(t->value + 2));
    else
        sb_printf(sb, " (Invalid Length %u : Should be 4", t->len);
}

static void esafe(struct strbuf *sb, const struct tlv *t)
{
    static const char *const interfaces[] = { [1] = "ePs or eRouter" };
    if (t->len != 7) {
        sb_printf(sb, "Invalid (length should be 7, is %u)", t->len);
        return;
    }
    uint8_t i = t->value[0];
    sb_printf(sb, "eSAFE ifIndex %s (%u)/eSAFE MAC ",
              i < ARRAY_LEN(interfaces) && interfaces[i] != NULL ? interfaces[i] : "Reserved", i);
    sb_ether(sb, t->value + 1);
}

static void taps(struct strbuf *sb, const struct tlv *t)
{
    uint8_t v = t->len == 1 ? t->value[0] : 0;
    sb_printf(sb, v == 1 || v == 2 || v == 4 ? " %u" : " (Invalid Value %u : Should be [1,2,4]", v);
}

static void cap_value(struct strbuf *sb, const struct tlv *t, const struct cap *cap)
{
    switch (cap->kind) {
    case CAP_TEXT: {
        uint8_t v = t->len == 1 ? t->value[0] : 0;
        const char *s = v < ARRAY_LEN(cap->texts) ? cap->texts[v] : NULL;
        sb_str(sb, s != NULL ? s : "Reserved");
        break;
    }
    case CAP_RANGE: out_of_range(sb, t, cap); break;
    case CAP_TAPS: taps(sb, t); break;
    case CAP_HOLD_OFF: hold_off(sb, t); break;
    case CAP_ESAFE: esafe(sb, t); break;
    case CAP_RATES:
    case CAP_TAGGING: sb_printf(sb, "0x%02x", t->value[0]); break;
    default: break;
    }
}

/* The annotation stands where the capability is bytes, not text. */
void dhcp_modem_capability_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    struct tlv t;
    if (p == NULL)
        return;
    read_tlv(&t, p, n->len, annotation(d, n) == NULL);
    sb_printf(sb, "0x%02x: %s = ", t.type, values_or(&dhcp_cm_cap_type, t.type, "unknown"));
    cap_value(sb, &t, cap_of(t.type));
}

/* The capability at `off`, of `size` bytes in all. */
static void modem_capability(struct dissect *d, struct cursor c, uint32_t off, uint32_t size, bool text)
{
    struct tlv t;
    const uint8_t *p = cursor_peek(c, off, size);
    if (p == NULL)
        return;
    read_tlv(&t, p, size, text);
    uint32_t node = emit_value(d, c, F_CM_CAP_TYPE, off, size, t.type);
    if (!text)
        annotate(d, node, "");
    down(d);
    uint32_t at = off + 2;  /* in text too, where tshark takes the first two characters for type and length */
    switch (cap_of(t.type)->kind) {
    case CAP_HOLD_OFF:
        if (t.len == 4)
            bits_of(d, c, at, 4, F_CM_CAP_RANGING_HOLD_OFF_CM, F_CM_CAP_RANGING_HOLD_OFF_DSG, be16(t.value + 2));
        break;
    case CAP_RATES: bits_of(d, c, at, 1, F_CM_CAP_USSYMRATE_160, F_CM_CAP_USSYMRATE_5120, t.value[0]); break;
    case CAP_TAGGING:
        if (t.len == 4)
            bits_of(d, c, at, 4, F_CM_CAP_MPLS_STPID, F_CM_CAP_MPLS_LABEL, be32(t.value));
        break;
    default: break;
    }
    up(d);
}

/* "05", the length, and the capabilities from c + at on. */
void dhcp_modem_capabilities(struct dissect *d, struct cursor c, uint32_t at)
{
    uint32_t total = get_hex(d, c, at + 2), off = at + 4, end = off + total * 2;
    emit_value(d, c, F_DOCSIS_CM_CAP_LEN, off, 2, total);
    need(d, c, off, 2);
    while (d->stop == STOP_NONE && off < end && off < c.wire) {
        uint32_t len = get_hex(d, c, off + 2), size = (len + 2) * 2;
        if (!need(d, c, off, size))
            break;
        modem_capability(d, c, off, size, true);
        off += size;
    }
}

void dhcp_modem_capabilities_binary(struct dissect *d, struct cursor c, uint32_t off, uint32_t len)
{
    uint32_t end = off + len;
    emit_value(d, c, F_DOCSIS_CM_CAP_LEN, off - 1, 1, len);
    while (d->stop == STOP_NONE && off < end) {
        uint32_t size = get8(d, c, off + 1) + 2;
        if (!need(d, c, off, size))
            break;
        modem_capability(d, c, off, size, false);
        off += size;
    }
}

/* --- telephony adapters: PacketCable, PKT-SP-PROV1.5 section 10 ------------------------------------ */

enum { MTA_UNKNOWN, MTA_VERSION, MTA_YES_NO, MTA_RAW, MTA_RAW_ALL, MTA_CODECS, MTA_FLOWS, MTA_T38, MTA_T38_EC, MTA_MIB };
static uint8_t mta_kind(uint32_t type)
{
    static const uint8_t kinds[] = {
        [0x01] = MTA_VERSION, [0x02] = MTA_RAW,    [0x03] = MTA_YES_NO,  [0x04] = MTA_YES_NO, [0x05] = MTA_YES_NO,
        [0x06] = MTA_YES_NO,  [0x07] = MTA_YES_NO, [0x08] = MTA_RAW_ALL, [0x09] = MTA_YES_NO, [0x0a] = MTA_YES_NO,
        [0x0b] = MTA_CODECS,  [0x0c] = MTA_YES_NO, [0x0d] = MTA_YES_NO,  [0x0e] = MTA_YES_NO, [0x0f] = MTA_YES_NO,
        [0x10] = MTA_RAW,     [0x11] = MTA_YES_NO, [0x12] = MTA_FLOWS,   [0x13] = MTA_T38,    [0x14] = MTA_T38_EC,
        [0x15] = MTA_YES_NO,  [0x16] = MTA_YES_NO, [0x17] = MTA_MIB,     [0x18] = MTA_YES_NO, [0x19] = MTA_YES_NO,
        [0x1a] = MTA_YES_NO,
    };
    return type < ARRAY_LEN(kinds) ? kinds[type] : MTA_UNKNOWN;
}

static const char *const versions[] = { "PacketCable 1.0", "PacketCable 1.1/1.5", "PacketCable 2.0" };
static const char *const yes_no[] = { "No", "Yes" };
static const char *const t38[] = { "Unsupported", "T.38 Version Zero", "T.38 Version One" };
static const char *const t38_correction[] = { "None", "Redundancy", "FEC" };
static const char *const codecs[] = {
    [1] = "other", [3] = "G.729", [4] = "reserved", [5] = "G.729E", [6] = "PCMU", [7] = "G.726-32", [8] = "G.728",
    [9] = "PCMA", [10] = "G.726-16", [11] = "G.726-24", [12] = "G.726-40", [13] = "iLBC", [14] = "BV16", [15] = "telephone-event",
};
static const char *const mibs[] = { "CableLabs", "IETF", "EuroCableLabs" };

/* "Yes (01)" */
static void named(struct strbuf *sb, const uint8_t *p, const char *const *names, size_t n, const char *unknown)
{
    uint32_t v = hex_byte(p);
    sb_str(sb, v < n && names[v] != NULL ? names[v] : unknown);
    sb_str(sb, " (");
    sb_escaped(sb, p, 2);
    sb_char(sb, ')');
}

/* The MIBs that the value p, n characters, names. */
static void mib_names(struct strbuf *sb, const uint8_t *p, uint32_t n)
{
    const char *between = "";
    for (; n >= 6 && hex_byte(p) == 2; p += 6, n -= 6) {
        uint32_t which = hex_byte(p + 2);
        if (which >= ARRAY_LEN(mibs))
            continue;
        sb_str(sb, between);
        sb_str(sb, mibs[which]);
        between = ", ";
    }
}

void dhcp_adapter_capability_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len), *after = annotation(d, n);
    if (p == NULL || n->len < 6)
        return;
    sb_str(sb, "0x");
    sb_escaped(sb, p, 2);
    sb_str(sb, ": ");
    sb_str(sb, values_or(&dhcp_pktc_mta_cap_type, be16(p), "unknown"));
    sb_str(sb, " = ");
    switch (mta_kind(hex_byte(p))) {
    case MTA_VERSION: named(sb, p + 4, versions, ARRAY_LEN(versions), "Reserved"); break;
    case MTA_YES_NO: named(sb, p + 4, yes_no, ARRAY_LEN(yes_no), "unknown"); break;
    case MTA_T38: named(sb, p + 4, t38, ARRAY_LEN(t38), "unknown"); break;
    case MTA_T38_EC: named(sb, p + 4, t38_correction, ARRAY_LEN(t38_correction), "unknown"); break;
    case MTA_RAW_ALL: sb_escaped(sb, p + 4, n->len - 4); break;
    case MTA_CODECS:
        for (uint32_t i = 4; i + 2 <= n->len; i += 2) {
            sb_str(sb, i != 4 ? ", " : "");
            named(sb, p + i, codecs, ARRAY_LEN(codecs), "unknown");
        }
        break;
    case MTA_FLOWS: sb_printf(sb, "0x%02x%02x", hex_byte(p + 4), after != NULL ? hex_byte(after) : 0); break;
    case MTA_MIB: mib_names(sb, p + 4, n->len - 4); break;
    default: sb_escaped(sb, p + 4, 2); break;
    }
}

/* The name's bytes are the kind of the MIB. */
void dhcp_mib_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p == NULL)
        return;
    uint32_t which = hex_byte(p);
    sb_str(sb, which < ARRAY_LEN(mibs) ? mibs[which] : "unknown");
    sb_str(sb, " (");
    sb_escaped(sb, p, 2);
    sb_char(sb, ')');
}

void dhcp_bogus_length_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, n->len > 2 ? n->len - 2 : 0, 2);
    sb_str(sb, "Bogus length: ");
    if (p != NULL)
        sb_escaped(sb, p, 2);
}

/* A length that makes no sense, its two characters at the end of [off, off + len). */
static void bogus_length(struct dissect *d, struct cursor c, uint32_t off, uint32_t len)
{
    struct dhcp_text text = { "Bogus length: ", { 0 }, c.p + off + len - 2, 2 };
    dhcp_note(d, emit_at(d, c, F_BOGUS_LENGTH, off, len), DHCP_BAD_LENGTH, text);
}

static bool mib_support(struct dissect *d, struct cursor c, uint32_t off, uint32_t end)
{
    static const struct {
        uint16_t first, last;
    } rows[] = {
        { F_PKTC_MDC_CL_MIB_MTA, F_PKTC_MDC_CL_MIB_RESERVED },
        { F_PKTC_MDC_IETF_MIB_MTA, F_PKTC_MDC_IETF_MIB_RESERVED },
        { F_PKTC_MDC_EURO_MIB_MTA, F_PKTC_MDC_EURO_MIB_RESERVED },
    };
    while (d->stop == STOP_NONE && off < end) {
        if (get_hex(d, c, off) != 2) {
            bogus_length(d, c, off, 2);
            return false;
        }
        uint32_t which = get_hex(d, c, off + 2), value = get_hex(d, c, off + 4);
        emit_at(d, c, F_MIB_KIND, off + 2, 2);
        down(d);
        if (which < ARRAY_LEN(rows))
            bits_of(d, c, off + 4, 2, rows[which].first, rows[which].last, value);
        up(d);
        off += 6;
    }
    return true;
}

void dhcp_adapter_capabilities(struct dissect *d, struct cursor c, uint32_t at)
{
    uint32_t total = get_hex(d, c, at + 2), off = at + 4, end = off + total * 2;
    bool more_follow = true;
    emit_value(d, c, F_PKTC_MTA_CAP_LEN, at + 2, 2, total);
    while (more_follow && d->stop == STOP_NONE && off < end && off < c.wire) {
        uint32_t len = get_hex(d, c, off + 2), size = (len + 2) * 2;
        if (len == 0) {
            bogus_length(d, c, off, 4);
            break;
        }
        if (!need(d, c, off, size))
            break;
        uint32_t type = get_hex(d, c, off), node = emit_value(d, c, F_PKTC_MTA_CAP_TYPE, off, size, be16(c.p + off));
        down(d);
        if (mta_kind(type) == MTA_FLOWS && need(d, c, off + 4, 4)) {
            annotate(d, node, c.p + off + 6);
            bits_of(d, c, off + 4, 4, F_PKTC_MDC_SUPP_FLOW_SECURE, F_PKTC_MDC_SUPP_FLOW_BASIC,
                    hex_byte(c.p + off + 4) << 8 | hex_byte(c.p + off + 6));
        } else if (mta_kind(type) == MTA_MIB) {
            more_follow = mib_support(d, c, off + 4, off + size);
        }
        up(d);
        off += size;
    }
}

/* --- option 122: CableLabs Client Configuration, RFC 3495, RFC 3594 -------------------------------- */

/* What a suboption's label says of its value; the bytes may lie behind it, as in tshark. */
struct ccc {
    const uint8_t *p;      /* the value; NULL: nothing is said */
    const char *name;      /* of a server or realm */
    uint32_t room, name_len, name_wire;
    bool over;
};

static const struct { uint8_t size; uint16_t first; } ccc_rows[] = {
    [1] = { 4, 0 }, [2] = { 4, 0 }, [3] = { 1, 0 }, [4] = { 12, F_CL_IETF_CCC_DEV_REALM_UNC_KEY_NOM_TIMEOUT },
    [5] = { 12, F_CL_IETF_CCC_DEV_PROV_UNC_KEY_NOM_TIMEOUT }, [6] = { 0, 0 }, [7] = { 1, 0 }, [8] = { 1, 0 },
    [9] = { 2, F_CCC_IETF_SEC_TKT_PC_PROVISION_SERVER },
};

static void ccc_text(struct strbuf *sb, uint8_t code, const struct ccc *c)
{
    switch (code) {
    case 1:
    case 2: sb_ipv4(sb, c->p); break;
    case 3:
        if (c->name == NULL && c->p[0] == 1 && c->room >= 5)
            sb_ipv4(sb, c->p + 1);
        else if (c->name == NULL)
            sb_printf(sb, "Invalid type: %u", c->p[0]);
        break;
    case 7: sb_str(sb, c->p[0] != 0 ? "Yes" : "No"); break;
    case 8:
        sb_uint(sb, c->p[0]);
        sb_str(sb, c->over ? " [Invalid]" : "");
        break;
    case 9: sb_printf(sb, "0x%04x", be16(c->p)); break;
    default: break;
    }
    if (c->name != NULL)
        sb_mem(sb, c->name, c->name_len);
    if (code != 4 && code != 5)
        sb_char(sb, ' ');
}

void dhcp_ccc_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct ccc *c = annotation(d, n);
    uint8_t code = (uint8_t)n->v.u;
    sb_printf(sb, "Suboption: %s (%u): ", values_or(&dhcp_pc_ietf_ccc_suboption, code, "Unknown"), code);
    if (c == NULL || c->p == NULL)
        return;
    ccc_text(sb, code, c);
    uint32_t len = c->name != NULL ? c->name_wire : c->p[-1];
    uint32_t right = c->name != NULL ? len : code == 3 ? (c->p[0] == 1 ? 5 : len) : ccc_rows[code].size;
    sb_printf(sb, "(%u byte%s%s)", len, len == 1 ? "" : "s", len != right ? " [Invalid]" : "");
}

/* What is shown below a suboption, whose value starts at c, and what its label says. */
static void ccc_value(struct dissect *d, struct cursor c, uint32_t code, uint32_t len, struct ccc *what)
{
    if (code == 6 || (code == 3 && get8(d, c, 0) == 0)) {
        struct dns_name name = dns_name_at(d, c, code == 6 ? 0 : 1);
        what->name = name.text;
        what->name_len = name.len;
        what->name_wire = name.wire;
    } else if (code == 4 || code == 5) {
        for (unsigned i = 0; i < 3; i++)
            emit_at(d, c, ccc_rows[code].first + i, i * 4, 4);
    } else if (code == 9 && len == 2) {
        emit_at(d, c, F_CCC_IETF_SEC_TKT_PC_PROVISION_SERVER, 0, 2);
        emit_at(d, c, F_CCC_IETF_SEC_TKT_ALL_PC_CALL_MANAGEMENT, 0, 2);
    } else if (code == 8) {
        what->over = pref(d, DHCP_PREF_CCC_VERSION) == DHCP_CCC_DRAFT5 && get8(d, c, 0) > 30;
    }
    if (d->stop == STOP_NONE) {
        what->p = c.p;
        what->room = c.cap;
    }
}

/* The suboption at c; returns its bytes, 0 when the rest makes no sense. */
static uint32_t ccc_sub(struct dissect *d, struct cursor c)
{
    uint32_t code = get8(d, c, 0), len = get8(d, c, 1);
    bool known = code != 0 && code < ARRAY_LEN(ccc_rows);
    struct ccc *what = packet_zero(d, sizeof *what);
    struct cursor value = cursor_at(c, 2);
    if (what == NULL)
        return 0;
    uint32_t node = emit_value(d, c, F_PC_IETF_CCC_SUBOPTION, 0, len + 2 > c.wire ? c.wire + 1 : len + 2, code);
    annotate(d, node, what);
    down(d);
    uint32_t wanted = known ? ccc_rows[code].size : 0;
    if (code == 3 && value.cap != 0 && value.p[0] == 1)
        wanted = 5;
    if (wanted > value.wire)
        dhcp_note(d, node, DHCP_MISSING_SUBOPT_VALUE,
                  (struct dhcp_text){ "no room left in option for suboption value" });
    else if (known)
        ccc_value(d, value, code, len, what);
    up(d);
    return wanted > value.wire ? 0 : code == 8 ? 3 : len + 2;
}

bool option_cablelabs(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    bool any = c.wire != 0;
    while (more(d, &c)) {
        if (c.wire < 2) {
            dhcp_note(
                d, at->node, DHCP_MISSING_SUBOPT_LENGTH,
                (struct dhcp_text){ "Suboption #: no room left in option for suboption length", { get8(d, c, 0) } });
            break;
        }
        uint32_t used = ccc_sub(d, c);
        if (used == 0)
            break;
        cursor_skip(&c, used);
    }
    return any;
}
