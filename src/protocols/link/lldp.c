/* lldp.c - Link Layer Discovery Protocol, IEEE 802.1AB, with the TLVs of IEEE 802.1, 802.3, 802.1Qbg, TIA-1057
   (LLDP-MED), RFC 8520 and of vendors (lldp_vendor.c). */
#include "protocols/link/lldp_rows.h"

static const struct note_def notes[] = {
    [INCORRECT_LENGTH] = { "lldp.incorrect_length", "Invalid length", SEV_WARN, GROUP_MALFORMED, lldp_wrong_length_text },
    [TOO_SHORT] = { "lldp.incorrect_length", "Invalid length, too short", SEV_WARN, GROUP_MALFORMED },
    [EXCESS_LENGTH] = { "lldp.excess_length", "Invalid length, greater than expected", SEV_WARN, GROUP_MALFORMED },
    [BAD_TYPE] = { "lldp.bad_type", "Incorrect type", SEV_WARN, GROUP_MALFORMED, lldp_bad_type_text },
    [DEPRECATED] = { "lldp.tlv_deprecated", "TLV has been deprecated", SEV_WARN, GROUP_PROTOCOL },
    [HYTEC_LENGTH] = { "lldp.incorrect_length", "Invalid length", SEV_WARN, GROUP_MALFORMED, lldp_hytec_length_text },
};
static const struct pref prefs[] = {
    [PREF_COLUMN] = { "column_info_selection", "Select Column Info", PREF_ENUM, 0, .choices = &lldp_columns },
};

static void info_invalid(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, "Invalid ");
    sb_str(sb, arg);
    sb_str(sb, " TLV");
}

/* --- mandatory TLVs --------------------------------------------------------------------------- */

static uint32_t head_fields(struct dissect *d, struct cursor c)
{
    emit_at(d, c, TLV_TYPE, 0, HEAD);
    return emit_at(d, c, TLV_LEN, 0, HEAD);
}

/* The rows of a chassis's or a port's identifier. */
struct id_rows {
    const char *name;
    unsigned subtype, text, mac, ip4, ip6;
};
static const struct id_rows id_rows[] = {
    [TLV_CHASSIS] = { "Chassis ID", CHASSIS_SUBTYPE, CHASSIS_ID, CHASSIS_ID_MAC, CHASSIS_ID_IP4, CHASSIS_ID_IP6 },
    [TLV_PORT] = { "Port ID", PORT_SUBTYPE, PORT_ID, PORT_ID_MAC, PORT_ID_IP4, PORT_ID_IP6 },
};

/* The length that the subtype asks for; 0: any. */
static uint32_t right_length(enum lldp_id_form form, const uint8_t *p, uint32_t len, const char **family)
{
    *family = NULL;
    if (form == ID_MAC)
        return 7;
    if (form != ID_ADDRESS || len < 2)
        return 0;
    *family = values_find(&lldp_families, p[1]);
    return p[1] == FAMILY_IPV4 ? 6 : p[1] == FAMILY_IPV6 ? 18 : 0;
}

/* True if the identifier can be read; `c` is the whole TLV. */
static bool id_fields(struct dissect *d, struct cursor c, struct tlv *t)
{
    const struct id_rows *rows = &id_rows[t->type];
    enum lldp_id_form form = lldp_id_form(t->type, t->p[0]);
    const char *family;
    uint32_t right = right_length(form, t->p, t->len, &family), node;
    t->wrong = t->len < 2 || (right != 0 && right != t->len);
    emit_arg(d, c, TLV_LINE, 0, HEAD + t->len, t);
    down(d);
    node = head_fields(d, c);
    if (t->wrong) {
        const char *subtype = values_find(t->type == TLV_CHASSIS ? &lldp_chassis_subtypes : &lldp_port_subtypes,
                                          t->p[0]);
        struct wrong_length w = { rows->name, t->len < 2 ? NULL : subtype, family, t->len, t->len < 2 ? 2 : right };
        note_on(d, node, INCORRECT_LENGTH, packet_copy(d, &w, sizeof w));
    }
    if (t->len >= 2 && !(t->wrong && form == ID_MAC && t->type == TLV_CHASSIS))
        emit_at(d, c, rows->subtype, 2, 1);
    if (form == ID_ADDRESS && t->len >= 2)
        emit_at(d, c, NETWORK_ADDRESS_SUBTYPE, 3, 1);
    if (!t->wrong && form == ID_MAC)
        emit_at(d, c, rows->mac, 3, 6);
    else if (!t->wrong && form == ID_ADDRESS)
        emit_at(d, c,
                t->p[1] == FAMILY_IPV4   ? rows->ip4
                : t->p[1] == FAMILY_IPV6 ? rows->ip6
                                         : rows->text,
                4, t->len - 2);
    else if (!t->wrong)
        emit_at(d, c, rows->text, 3, t->len - 1);
    up(d);
    return !t->wrong;
}

/* The value of the TLV at the cursor; NULL when it is not all there. */
static struct tlv *tlv_at(struct dissect *d, struct cursor c)
{
    uint32_t head = get16(d, c, 0), len = head & 0x1ff;
    if (d->stop != STOP_NONE || !need(d, cursor_part(c, HEAD + len), HEAD, len))
        return NULL;
    struct tlv *t = packet_zero(d, sizeof *t);
    if (t != NULL)
        *t = (struct tlv){ .p = c.p + HEAD, .len = len, .type = (uint8_t)(head >> 9) };
    return t;
}

/* One of the three that every frame starts with; false when the rest makes no sense. */
static bool mandatory(struct dissect *d, struct cursor *c, uint8_t type)
{
    static const char *const names[] = {
        [TLV_CHASSIS] = "Chassis ID", [TLV_PORT] = "Port ID", [TLV_TTL] = "Time-to-Live"
    };
    struct tlv *t = tlv_at(d, *c);
    if (t == NULL)
        return false;
    if (t->type != type) {
        info_set(d, info_invalid, names[type]);
        if (type == TLV_TTL)
            return false;
        struct expected e = { names[type], t->type, type }, *kept = packet_copy(d, &e, sizeof e);
        note_on(d, emit_arg(d, *c, BAD_TYPE_LINE, 0, t->len, kept), BAD_TYPE, kept);
        return false;
    }
    if (type != TLV_TTL && t->len == 0)
        return need(d, *c, HEAD, c->wire) && false;
    if (type == TLV_TTL) {
        if (!need(d, cursor_part(*c, HEAD + t->len), HEAD, 2))
            return false;
        emit_arg(d, *c, TLV_LINE, 0, HEAD + t->len, t);
        down(d);
        head_fields(d, *c);
        emit_at(d, *c, TIME_TO_LIVE, HEAD, 2);
        up(d);
    } else if (!id_fields(d, *c, t)) {
        info_set(d, info_invalid, names[type]);
        return false;
    }
    info_add(d, lldp_info_tlv, t);
    cursor_skip(c, HEAD + t->len);
    return true;
}

/* --- optional TLVs ---------------------------------------------------------------------------- */

static void capability_fields(struct dissect *d, struct cursor c)
{
    emit_bits(d, c, 0, 2, TLV_SYSTEM_CAP, TLV_SYSTEM_CAP_STATION_ONLY);
    emit_bits(d, c, 2, 2, TLV_ENABLE_SYSTEM_CAP, TLV_ENABLE_SYSTEM_CAP_STATION_ONLY);
}

static void address_fields(struct dissect *d, struct cursor c)
{
    uint32_t len = get8(d, c, 0), family = get8(d, c, 1);
    emit_at(d, c, MGN_ADDRESS_LEN, 0, 1);
    if (len == 0) {
        malformed(d);
        return;
    }
    emit_at(d, c, MGN_ADDRESS_SUBTYPE, 1, 1);
    bool ip4 = family == FAMILY_IPV4 && len == 5, ip6 = family == FAMILY_IPV6 && len == 17;
    emit_at(d, c, ip4 ? MGN_ADDR_IP4 : ip6 ? MGN_ADDR_IP6 : MGN_ADDR_HEX, 2, len - 1);
    cursor_skip(&c, 1 + len);
    emit_at(d, c, MGN_INTERFACE_SUBTYPE, 0, 1);
    emit_at(d, c, MGN_INTERFACE_NUMBER, 1, 4);
    uint32_t oid = get8(d, c, 5);
    emit_at(d, c, MGN_OBJ_LEN, 5, 1);
    if (oid != 0)
        emit_at(d, c, MGN_OBJ_ID, 6, oid);
}

/* A line of its own for what is too much or too little. */
static void length_line(struct dissect *d, struct cursor c, uint32_t off, unsigned row, unsigned which)
{
    uint32_t len = c.wire > off ? c.wire - off : 0;
    note_on(d, emit_arg(d, c, row, off, len, NULL), which, NULL);
}

/* Rows first..last one after the other, each `size` bytes. */
static void row_after_row(struct dissect *d, struct cursor c, uint32_t off, uint32_t size, unsigned first,
                          unsigned last)
{
    for (unsigned i = first; i <= last; i++)
        emit_at(d, c, i, off + (i - first) * size, size);
}

/* Rows first..last over the same bytes. */
static void row_over_row(struct dissect *d, struct cursor c, uint32_t off, uint32_t size, unsigned first, unsigned last)
{
    for (unsigned i = first; i <= last; i++)
        emit_at(d, c, i, off, size);
}

/* IEEE 802.1Q, annex D: priorities to groups, bandwidths, selection algorithms. */
static void ets_fields(struct dissect *d, struct cursor c)
{
    row_over_row(d, c, 0, 2, DCBX_FEATURE_PG_PGID_PRIO0, DCBX_FEATURE_PG_PGID_PRIO3);
    row_over_row(d, c, 2, 2, DCBX_FEATURE_PG_PGID_PRIO4, DCBX_FEATURE_PG_PGID_PRIO7);
    row_after_row(d, c, 4, 1, DCBX_FEATURE_PG_PER0, DCBX_FEATURE_PG_PER7);
    row_after_row(d, c, 12, 1, DCBX_IEEE_ETS_TSA0, DCBX_IEEE_ETS_TSA7);
}

static void application_fields(struct dissect *d, struct cursor c)
{
    emit_at(d, c, DCBX_IEEE_APP_RESERVED, 0, 1);
    cursor_skip(&c, 1);
    while (c.wire >= 3 && more(d, &c)) {
        emit_arg(d, c, APPLICATION_LINE, 0, 3, NULL);
        down(d);
        emit_at(d, c, DCBX_IEEE_APP_PRIO, 0, 1);
        emit_at(d, c, DCBX_IEE_APP_SF, 0, 1);
        emit_at(d, c, DCBX_FEATURE_APP_PROTO, 1, 2);
        up(d);
        cursor_skip(&c, 3);
    }
}

static void ieee_802_1(struct dissect *d, struct cursor c, uint32_t subtype)
{
    enum {
        PORT_VLAN = 1,
        PROTO_VLAN,
        VLAN_NAME,
        PROTOCOL_ID,
        AGGREGATION = 7,
        CONGESTION,
        ETS,
        ETS_ADVICE,
        PFC,
        APPLICATION
    };
    switch (subtype) {
    case PORT_VLAN: emit_at(d, c, IEEE_802_1_PORT_VLAN_ID, 0, 2); return;
    case PROTO_VLAN:
        emit_bits(d, c, 0, 1, IEEE_802_1_PORT_AND_VLAN_ID_FLAG, IEEE_802_1_PORT_AND_VLAN_ID_FLAG_ENABLED);
        emit_at(d, c, IEEE_802_1_PORT_PROTO_VLAN_ID, 1, 2);
        return;
    case VLAN_NAME:
        emit_at(d, c, IEEE_802_1_VLAN_ID, 0, 2);
        emit_at(d, c, IEEE_802_1_VLAN_NAME_LEN, 2, 1);
        if (get8(d, c, 2) != 0)
            emit_at(d, c, IEEE_802_1_VLAN_NAME, 3, get8(d, c, 2));
        return;
    case PROTOCOL_ID:
        emit_at(d, c, IEEE_802_1_PROTO_ID_LENGTH, 0, 1);
        if (get8(d, c, 0) != 0)
            emit_at(d, c, IEEE_802_1_PROTO_ID, 1, get8(d, c, 0));
        return;
    case AGGREGATION:
        emit_bits(d, c, 0, 1, IEEE_802_1_AGGREGATION_STATUS, IEEE_802_1_AGGREGATION_STATUS_PORTTYPE);
        emit_at(d, c, IEEE_802_1_AGGREGATED_PORT_ID, 1, 4);
        return;
    case CONGESTION:
        row_over_row(d, c, 0, 1, IEEE_802_1QAU_CNPV_PRIO0, IEEE_802_1QAU_CNPV_PRIO7);
        row_over_row(d, c, 1, 1, IEEE_802_1QAU_READY_PRIO0, IEEE_802_1QAU_READY_PRIO7);
        return;
    case ETS:
        emit_at(d, c, DCBX_IEEE_WILLING, 0, 1);
        emit_at(d, c, DCBX_IEEE_ETS_CBS, 0, 1);
        emit_at(d, c, DCBX_IEEE_ETS_MAXTCS, 0, 1);
        ets_fields(d, cursor_at(c, 1));
        return;
    case ETS_ADVICE:
        emit_at(d, c, DCBX_FEATURE_PG_RESERVED, 0, 1);
        ets_fields(d, cursor_at(c, 1));
        return;
    case PFC:
        emit_at(d, c, DCBX_IEEE_WILLING, 0, 1);
        emit_at(d, c, DCBX_IEEE_PFC_MBC, 0, 1);
        emit_at(d, c, DCBX_IEEE_PFC_NUMTCS, 0, 1);
        row_over_row(d, c, 1, 1, DCBX_FEATURE_PFC_PRIO0, DCBX_FEATURE_PFC_PRIO7);
        return;
    case APPLICATION: application_fields(d, c); return;
    default: return;
    }
}

/* The length of the power TLV grew with each standard: 802.3af, at, bt. */
static uint32_t power_fields(struct dissect *d, struct cursor c)
{
    enum { AF = 3, AT = 8, BT = 25 };
    emit_bits(d, c, 0, 1, IEEE_802_3_MDI_POWER_SUPPORT, IEEE_802_3_MDI_POWER_SUPPORT_PSE_PAIRS);
    emit_at(d, c, IEEE_802_3_MDI_PSE_PAIR, 1, 1);
    emit_at(d, c, IEEE_802_3_MDI_POWER_CLASS, 2, 1);
    if (c.wire < AT)
        return AF;
    row_over_row(d, c, 3, 1, IEEE_802_3_MDI_POWER_TYPE, IEEE_802_3_MDI_POWER_PRIORITY);
    emit_at(d, c, IEEE_802_3_MDI_PDE_REQUESTED, 4, 2);
    emit_at(d, c, IEEE_802_3_MDI_PSE_ALLOCATED, 6, 2);
    if (c.wire < BT)
        return AT;
    row_after_row(d, c, 8, 2, IEEE_802_3_BT_DS_PD_REQUESTED_POWER_VALUE_MODE_A,
                  IEEE_802_3_BT_DS_PSE_ALLOCATED_POWER_VALUE_ALT_B);
    emit_bits(d, c, 16, 2, IEEE_802_3_BT_POWER_STATUS, IEEE_802_3_BT_PWR_CLASS_EXT_);
    emit_bits(d, c, 18, 1, IEEE_802_3_BT_SYSTEM_SETUP, IEEE_802_3_BT_POWER_TYPE_EXT);
    emit_at(d, c, IEEE_802_3_BT_PSE_MAXIMUM_AVAILABLE_POWER_VALUE, 19, 2);
    emit_bits(d, c, 21, 1, IEEE_802_3_BT_AUTOCLASS, IEEE_802_3_BT_AUTOCLASS_RESERVED);
    emit_bits(d, c, 22, 3, IEEE_802_3_BT_POWER_DOWN, IEEE_802_3_BT_POWER_DOWN_TIME);
    return BT;
}

static void autonegotiation_fields(struct dissect *d, struct cursor c)
{
    emit_bits(d, c, 0, 1, IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS, IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_ENABLED);
    emit_bits(d, c, 1, 2, IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS, IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_OTHER);
    down(d);
    emit_at(d, c, INVERSE_LINE, 1, 2);
    down(d);
    row_over_row(d, c, 1, 2, IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_TFD,
                 IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_OTHER);
    up(d);
    up(d);
    emit_at(d, c, IEEE_802_3_PMD_MAU_TYPE, 3, 2);
}

static void ieee_802_3(struct dissect *d, struct cursor c, uint32_t subtype, uint32_t subtype_node)
{
    enum { AUTONEGOTIATION = 1, POWER, AGGREGATION, FRAME_SIZE, EEE, PREEMPTION = 7 };
    uint32_t used = 0;
    switch (subtype) {
    case AUTONEGOTIATION:
        autonegotiation_fields(d, c);
        used = 5;
        break;
    case POWER: used = power_fields(d, c); break;
    case AGGREGATION:
        note_on(d, subtype_node, DEPRECATED, NULL);
        emit_bits(d, c, 0, 1, IEEE_802_3_AGGREGATION_STATUS, IEEE_802_3_AGGREGATION_STATUS_ENABLED);
        emit_at(d, c, IEEE_802_3_AGGREGATED_PORT_ID, 1, 4);
        used = 5;
        break;
    case FRAME_SIZE:
        emit_at(d, c, IEEE_802_3_MAX_FRAME_SIZE, 0, 2);
        used = 2;
        break;
    case EEE:
        row_after_row(d, c, 0, 2, IEEE_802_3_EEE_TRANSMIT, IEEE_802_3_EEE_ECHO_RECEIVE);
        used = 10;
        break;
    case PREEMPTION:
        emit_bits(d, c, 0, 2, IEEE_802_3BR_EAC, IEEE_802_3BR_AEC_RESERVED);
        used = 2;
        break;
    default: break;
    }
    if (c.wire > used && d->stop == STOP_NONE)
        length_line(d, c, used, EXCESS_LINE, EXCESS_LENGTH);
}

/* RFC 4776: an address as a list of types and values. */
static void civic_fields(struct dissect *d, struct cursor c)
{
    uint32_t len = get8(d, c, 0);
    if (len > c.wire - 1) {
        length_line(d, c, 0, EXCESS_LINE, EXCESS_LENGTH);
        return;
    }
    emit_at(d, c, MEDIA_CIVIC_LENGTH, 0, 1);
    emit_at(d, c, MEDIA_CIVIC_WHAT, 1, 1);
    emit_at(d, c, MEDIA_CIVIC_COUNTRY, 2, 2);
    cursor_limit(&c, 1 + len);
    cursor_skip(&c, 4);
    while (c.wire >= 2 && more(d, &c)) {
        uint32_t value = get8(d, c, 1);
        emit_at(d, c, MEDIA_CIVIC_TYPE, 0, 1);
        emit_at(d, c, CIVIC_CA_LENGTH, 1, 1);
        if (value > c.wire - 2)
            return;
        if (value != 0)
            emit_at(d, c, MEDIA_CIVIC_VALUE, 2, value);
        cursor_skip(&c, 2 + value);
    }
}

static void location_fields(struct dissect *d, struct cursor c)
{
    enum { COORDINATES = 1, CIVIC, ELIN, COORDINATES_SIZE = 16 };
    uint32_t format = get8(d, c, 0);
    emit_at(d, c, MEDIA_LOC_DATA_FORMAT, 0, 1);
    cursor_skip(&c, 1);
    if (format == COORDINATES && c.wire < COORDINATES_SIZE) {
        length_line(d, c, 0, SHORT_LINE, TOO_SHORT);
    } else if (format == COORDINATES) {
        emit_at(d, c, MEDIA_LOC_LAT_RESOLUTION, 0, 1);
        emit_at(d, c, MEDIA_LOC_LATITUDE, 0, 5);
        emit_at(d, c, MEDIA_LOC_LONG_RESOLUTION, 5, 1);
        emit_at(d, c, MEDIA_LOC_LONGITUDE, 5, 5);
        emit_at(d, c, MEDIA_LOC_ALT_TYPE, 10, 1);
        emit_at(d, c, MEDIA_LOC_ALT_RESOLUTION, 10, 2);
        emit_at(d, c, MEDIA_LOC_ALTITUDE, 11, 4);
        emit_at(d, c, MEDIA_LOC_DATUM, 15, 1);
    } else if (format == CIVIC) {
        civic_fields(d, c);
    } else if (format == ELIN && c.wire != 0) {
        emit_at(d, c, MEDIA_ECS, 0, c.wire);
    }
}

static void media(struct dissect *d, struct cursor c, uint32_t subtype)
{
    enum { CAPABILITIES = 1, POLICY, LOCATION, POWER, HARDWARE, ASSET = 11 };
    if (subtype == CAPABILITIES && c.wire < 3) {
        length_line(d, c, 0, SHORT_LINE, TOO_SHORT);
    } else if (subtype == CAPABILITIES) {
        emit_bits(d, c, 0, 2, MEDIA_SUBTYPE_CAPS, MEDIA_SUBTYPE_CAPS_INVENTORY);
        emit_at(d, c, MEDIA_SUBTYPE_CLASS, 2, 1);
    } else if (subtype == POLICY) {
        emit_at(d, c, MEDIA_APP_TYPE, 0, 1);
        if (c.wire < 4 && d->stop == STOP_NONE)
            length_line(d, c, 1, SHORT_LINE, TOO_SHORT);
        else
            row_over_row(d, c, 1, 3, MEDIA_POLICY_FLAG, MEDIA_DSCP);
    } else if (subtype == LOCATION) {
        location_fields(d, c);
    } else if (subtype == POWER) {
        row_over_row(d, c, 0, 1, MEDIA_POWER_TYPE, MEDIA_POWER_PRIO);
        emit_at(d, c, MEDIA_POWER_VALUE, 1, 2);
    } else if (subtype >= HARDWARE && subtype <= ASSET && c.wire != 0) {
        emit_at(d, c, MEDIA_HARDWARE + subtype - HARDWARE, 0, c.wire);
    }
}

/* Edge virtual bridging, IEEE 802.1Qbg draft. */
static void qbg(struct dissect *d, struct cursor c, uint32_t subtype)
{
    if (subtype != 0)
        return;
    emit_bits(d, c, 0, 2, IEEE_802_1QBG_EVB_SUPPORT_CAPS, IEEE_802_1QBG_EVB_SUPPORT_CAPS_VDP);
    emit_bits(d, c, 2, 2, IEEE_802_1QBG_EVB_CONFIGURE_CAPS, IEEE_802_1QBG_EVB_CONFIGURE_CAPS_VDP);
    emit_at(d, c, IEEE_802_1QBG_EVB_SUPPORTED_VSI, 4, 2);
    emit_at(d, c, IEEE_802_1QBG_EVB_CONFIGURED_VSI, 6, 2);
    emit_at(d, c, IEEE_802_1QBG_EVB_RETRANS_TIMER, 8, 1);
}

static void organisation_fields(struct dissect *d, struct cursor c, uint32_t line)
{
    enum { MUD = 1 };
    uint32_t oui = get24(d, c, 0), subtype = get8(d, c, 3);
    const struct lldp_vendor *v = lldp_vendor(oui);
    emit_at(d, c, ORGTLV_OUI, 0, 3);
    uint32_t node = emit_at(d, c, v != NULL ? v->row : UNKNOWN_SUBTYPE, 3, 1);
    cursor_skip(&c, 4);
    if (oui == OUI_802_1)
        ieee_802_1(d, c, subtype);
    else if (oui == OUI_802_3)
        ieee_802_3(d, c, subtype, node);
    else if (oui == OUI_MEDIA)
        media(d, c, subtype);
    else if (oui == OUI_QBG)
        qbg(d, c, subtype);
    else if (oui == OUI_IANA && subtype == MUD)
        emit_at(d, c, IANA_MUDURL, 0, c.wire);
    else
        lldp_vendor_fields(d, c, oui, subtype, line);
}

static void optional(struct dissect *d, struct cursor c, struct tlv *t)
{
    struct cursor value = cursor_sub(c, HEAD, t->len);
    if (t->type == TLV_ORG && !need(d, value, 0, 4))
        return;
    uint32_t line = emit_arg(d, c, TLV_LINE, 0, HEAD + t->len, t);
    down(d);
    head_fields(d, c);
    switch (t->type) {
    case TLV_PORT_DESC: emit_at(d, value, PORT_DESC, 0, t->len); break;
    case TLV_NAME:
    case TLV_DESC:
        emit_at(d, value, t->type == TLV_NAME ? TLV_SYSTEM_NAME : TLV_SYSTEM_DESC, 0, t->len);
        info_add(d, lldp_info_tlv, t);
        break;
    case TLV_CAPS: capability_fields(d, value); break;
    case TLV_ADDRESS: address_fields(d, value); break;
    case TLV_ORG: organisation_fields(d, value, line); break;
    default: break;
    }
    up(d);
}

/* A mandatory TLV must not come twice. */
static bool is_duplicate(struct dissect *d, const struct tlv *t)
{
    static const char *const texts[] = { [TLV_CHASSIS] = "Duplicate Chassis ID TLV",
                                         [TLV_PORT] = "Duplicate Port ID TLV",
                                         [TLV_TTL] = "Duplicate Time-To-Live TLV" };
    if (t->type < TLV_CHASSIS || t->type > TLV_TTL)
        return false;
    info_set(d, info_constant, texts[t->type]);
    return true;
}

static struct verdict lldp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "LLDP");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    uint32_t start = c.offset, used = 0;
    for (int type = TLV_CHASSIS; type <= TLV_TTL; type++)
        if (!mandatory(d, &c, (uint8_t)type))
            return done();
    bool end = false;
    while (!end && more(d, &c)) {
        struct tlv *t = tlv_at(d, c);
        if (t == NULL || is_duplicate(d, t))
            break;
        optional(d, c, t);
        end = t->type == TLV_END;
        /* The reference counts the end and the byte before it to what stands behind the payload. */
        used = end ? c.offset - start - 1 : c.offset - start + HEAD + t->len;
        cursor_skip(&c, HEAD + t->len);
    }
    if (d->link_used == 0 && d->stop == STOP_NONE)
        d->link_used = used;
    return done();
}

static const struct claim claims[] = { { TABLE_ETHERTYPE, 0x88cc }, { TABLE_ETHERTYPE, 0x8942 } };

PROTOCOL(lldp,
    .name = "lldp", .short_name = "LLDP", .long_name = "Link Layer Discovery Protocol",
    .fields = lldp_fields, .n_fields = LLDP_ROWS, NOTES(notes), PREFS(prefs), CLAIMS(claims), .run = lldp_run
);
