/* lldp_vendor.c - LLDP's organizationally specific TLVs of vendors: PROFINET (IEC 61158-6-10), the Data Center Bridging
   exchange before IEEE 802.1Qaz (CIN and CEE), Cisco's ACI, Avaya's telephones and Fabric Attach, ONOS, Hytec. */
#include "protocols/link/lldp_rows.h"

/* --- TLVs that are one field after the other ---------------------------------------------------- */

/* A field of a TLV; those of one TLV stand in their order. */
struct place {
    uint32_t oui;
    uint8_t subtype, size;  /* size 0: all that is left */
    bool stay;              /* the next field lies over the same bytes */
    uint16_t row;
};

static const struct place places[] = {
    { OUI_PROFINET, 1, 4, false, PROFINET_PORT_RX_DELAY_LOCAL },
    { OUI_PROFINET, 1, 4, false, PROFINET_PORT_RX_DELAY_REMOTE },
    { OUI_PROFINET, 1, 4, false, PROFINET_PORT_TX_DELAY_LOCAL },
    { OUI_PROFINET, 1, 4, false, PROFINET_PORT_TX_DELAY_REMOTE },
    { OUI_PROFINET, 1, 4, false, PROFINET_CABLE_DELAY_LOCAL },
    { OUI_PROFINET, 2, 2, false, PROFINET_RTC2_PORT_STATUS },
    { OUI_PROFINET, 2, 2, true, PROFINET_RTC3_PORT_STATUS },
    { OUI_PROFINET, 2, 2, true, PROFINET_RTC3_RESERVED },
    { OUI_PROFINET, 2, 2, true, PROFINET_RTC3_FRAGMENTATION },
    { OUI_PROFINET, 2, 2, false, PROFINET_RTC3_PREAMBLE_LENGTH },
    { OUI_PROFINET, 4, 16, false, PROFINET_MRP_DOMAIN_UUID },
    { OUI_PROFINET, 4, 2, false, PROFINET_MRRT_PORT_STATUS },
    { OUI_PROFINET, 5, 6, false, PROFINET_CM_MAC_ADD },
    { OUI_PROFINET, 6, 6, false, PROFINET_MASTER_SOURCE_ADDRESS },
    { OUI_PROFINET, 6, 16, false, PROFINET_SUBDOMAIN_UUID },
    { OUI_PROFINET, 6, 16, false, PROFINET_IR_DATA_UUID },
    { OUI_PROFINET, 9, 16, false, PROFINET_TSN_DOMAIN_UUID },
    { OUI_PROFINET, 11, 16, false, PROFINET_TSN_NME_NAME_UUID },
    { OUI_PROFINET, 12, 16, false, PROFINET_TSN_NME_PARAMETER_UUID },
    { OUI_PROFINET, 13, 2, false, PROFINET_TIME_DOMAIN_NUMBER },
    { OUI_PROFINET, 13, 16, false, PROFINET_TIME_DOMAIN_UUID },
    { OUI_PROFINET, 13, 8, false, PROFINET_TIME_DOMAIN_MASTER_IDENTITY },
    { OUI_AVAYA, 1, 7, false, AVAYA_POE },
    { OUI_AVAYA, 3, 4, false, AVAYA_CALLSERVER },
    { OUI_AVAYA, 4, 12, true, AVAYA_IPPHONE },
    { OUI_AVAYA, 5, 4, false, AVAYA_CNASERVER },
    { OUI_AVAYA, 6, 4, false, AVAYA_FILESERVER },
    { OUI_AVAYA, 7, 1, false, AVAYA_DOT1Q },
    { OUI_ONOS, 1, 0, false, ONOS_CHASSIS },
    { OUI_ONOS, 2, 0, false, ONOS_PORT },
    { OUI_ONOS, 3, 4, false, ONOS_TTL },
    { OUI_CISCO, 201, 1, false, CISCO_PORTSTATE },
    { OUI_CISCO, 202, 1, false, CISCO_NODEROLE },
    { OUI_CISCO, 203, 4, false, CISCO_NODEID },
    { OUI_CISCO, 204, 1, false, CISCO_SPINELEVEL },
    { OUI_CISCO, 205, 2, false, CISCO_PODID },
    { OUI_CISCO, 206, 0, false, CISCO_FABRICNAME },
    { OUI_CISCO, 207, 0, true, CISCO_APICLIST },
    { OUI_CISCO, 208, 4, false, CISCO_NODEIP },
    { OUI_CISCO, 209, 1, false, CISCO_PORTROLE },
    { OUI_CISCO, 210, 0, false, CISCO_VERSION },
    { OUI_CISCO, 211, 2, false, CISCO_FABRICVLAN },
    { OUI_CISCO, 212, 0, false, CISCO_SERIALNO },
    { OUI_CISCO, 214, 0, false, CISCO_MODEL },
    { OUI_CISCO, 215, 0, false, CISCO_NODENAME },
    { OUI_CISCO, 216, 2, false, CISCO_PORTMODE },
    { OUI_CISCO, 217, 0, false, CISCO_AUTHCOOKIE },
    { OUI_CISCO, 218, 1, false, CISCO_APICMODE },
    { OUI_CISCO, 219, 2, false, CISCO_FABRICD },
    { OUI_FABRIC, 11, 32, false, FABRIC_HMAC_SHA_DIGEST },
    { OUI_FABRIC, 11, 3, true, FABRIC_ELEMENT_TYPE },
    { OUI_FABRIC, 11, 3, true, FABRIC_STATE },
    { OUI_FABRIC, 11, 3, false, FABRIC_MGNT_VLAN },
    { OUI_FABRIC, 11, 1, false, FABRIC_RSVD },
    { OUI_FABRIC, 11, 10, false, FABRIC_SYSTEM_ID },
    { OUI_FABRIC, 12, 32, false, FABRIC_HMAC_SHA_DIGEST },
};

/* True if the table knows the TLV; the cursor moves behind its fields. */
static bool place_fields(struct dissect *d, struct cursor *c, uint32_t oui, uint32_t subtype)
{
    bool known = false;
    for (uint32_t i = 0; i < ARRAY_LEN(places); i++) {
        const struct place *p = &places[i];
        if (p->oui != oui || p->subtype != subtype)
            continue;
        uint32_t size = p->size != 0 ? p->size : c->wire;
        emit_at(d, *c, p->row, 0, size);
        if (!p->stay)
            cursor_skip(c, size);
        known = true;
    }
    return known;
}

/* --- what repeats or depends -------------------------------------------------------------------- */

/* Beginnings of the periods of a cycle: a valid bit, then nanoseconds. */
static void period_fields(struct dissect *d, struct cursor *c)
{
    for (unsigned i = 0; i < 4; i++) {
        emit_at(d, *c, PROFINET_PERIOD_LINE_LENGTH + i, 0, 4);
        down(d);
        emit_at(d, *c, PROFINET_LENGTH_OF_PERIOD_VALID + 2 * i, 0, 4);
        emit_at(d, *c, PROFINET_LENGTH_OF_PERIOD_LENGTH + 2 * i, 0, 4);
        up(d);
        cursor_skip(c, 4);
    }
}

static void management_address(struct dissect *d, struct cursor *c)
{
    uint32_t len = get8(d, *c, 0);
    emit_at(d, *c, PROFINET_TSN_NME_ADDR_LENGTH, 0, 1);
    emit_at(d, *c, PROFINET_TSN_NME_ADDR_SUBTYPE, 1, 1);
    if (len > 1)
        emit_at(d, *c, PROFINET_TSN_NME_ADDR, 2, len - 1);
    cursor_skip(c, 1 + (len != 0 ? len : 1));
}

static void phone_addresses(struct dissect *d, struct cursor *c)
{
    down(d);
    for (unsigned i = 0; i < 3; i++)
        emit_at(d, *c, AVAYA_IPPHONE_IP + i, 4 * i, 4);
    up(d);
    cursor_skip(c, 12);
}

static void controllers(struct dissect *d, struct cursor *c)
{
    enum { CONTROLLER = 41 };
    for (; more(d, c); cursor_skip(c, CONTROLLER)) {
        emit_at(d, *c, CISCO_APICID, 0, 1);
        emit_at(d, *c, CISCO_APICIPV4, 1, 4);
        emit_at(d, *c, CISCO_APICUUID, 5, 36);
    }
}

static void assignments(struct dissect *d, struct cursor *c)
{
    for (; c->wire >= 5 && more(d, c); cursor_skip(c, 5)) {
        emit_at(d, *c, FABRIC_STATUS, 0, 2);
        emit_at(d, *c, FABRIC_VLAN, 0, 2);
        emit_at(d, *c, FABRIC_I_SID, 2, 3);
    }
}

/* How an Extreme switch offers to be part of a fabric: the VLANs of its backbone, and who it is. */
static void fabric_connect(struct dissect *d, struct cursor *c)
{
    add_uint(d, c, CONNECT_CAPABILITY, 1);
    uint32_t vlans = (uint32_t)add_uint(d, c, CONNECT_N_VLANS, 1);
    for (uint32_t i = 0; i < vlans && d->stop == STOP_NONE; i++)
        add_uint(d, c, CONNECT_VLAN, 2);
    uint32_t len = (uint32_t)add_uint(d, c, CONNECT_SYSTEM_ID_LEN, 1);
    add_item(d, c, CONNECT_SYSTEM_ID, len);
    cursor_skip(c, c->wire);
}

/* --- Data Center Bridging exchange ---------------------------------------------------------------- */

enum { DCBX_CONTROL = 1, DCBX_GROUPS, DCBX_PFC, DCBX_APPLICATIONS, DCBX_LINK_DOWN = 6 };

static void dcbx_applications(struct dissect *d, struct cursor c)
{
    for (; c.wire >= 6 && more(d, &c); cursor_skip(&c, 6)) {
        emit_at(d, c, DCBX_APPLICATION_LINE, 0, 6);
        down(d);
        emit_at(d, c, DCBX_FEATURE_APP_PROTO, 0, 2);
        emit_at(d, c, DCBX_FEATURE_APP_OUI, 2, 3);
        emit_at(d, c, DCBX_FEATURE_APP_SF, 2, 3);
        uint32_t priorities = get8(d, c, 5);  /* a bit each */
        emit_value(d, c, DCBX_FEATURE_APP_PRIO, 5, 1, priorities != 0 ? (uint64_t)__builtin_ctz(priorities) : 0);
        up(d);
    }
}

static void dcbx_feature(struct dissect *d, struct cursor c, uint32_t type)
{
    emit_at(d, c, DCBX_FEATURE_ENABLED, 0, 1);
    emit_at(d, c, DCBX_FEATURE_WILLING, 0, 1);
    emit_at(d, c, DCBX_FEATURE_ERROR, 0, 1);
    emit_at(d, c, DCBX_FEATURE_SUBTYPE, 1, 1);
    cursor_skip(&c, 2);
    if (type == DCBX_GROUPS) {
        for (unsigned i = 0; i < 8; i++)
            emit_at(d, c, DCBX_FEATURE_PG_PGID_PRIO0 + i, i / 4 * 2, 2);
        for (unsigned i = 0; i < 8; i++)
            emit_at(d, c, DCBX_FEATURE_PG_PER0 + i, 4 + i, 1);
        emit_at(d, c, DCBX_FEATURE_PG_NUMTCS, 12, 1);
    } else if (type == DCBX_PFC) {
        for (unsigned i = 0; i < 8; i++)
            emit_at(d, c, DCBX_FEATURE_PFC_PRIO0 + i, 0, 1);
        emit_at(d, c, DCBX_FEATURE_PFC_NUMTCS, 1, 1);
    } else if (type == DCBX_APPLICATIONS) {
        dcbx_applications(d, c);
    } else {
        emit_at(d, c, DCBX_FEATURE_LLINK_TYPE, 0, 1);
    }
}

static void dcbx(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        uint32_t head = get16(d, c, 0), type = head >> 9, len = HEAD + (head & 0x1ff);
        if (type < DCBX_CONTROL || type > DCBX_LINK_DOWN || type == 5 || len < 4) {
            malformed(d);
            return;
        }
        emit_at(d, c, DCBX_LINE, 0, len);
        down(d);
        emit_at(d, c, DCBX_TYPE, 0, 2);
        emit_at(d, c, DCBX_LEN, 0, 2);
        emit_at(d, c, DCBX_VERSION, 2, 1);
        emit_at(d, c, DCBX_MAX_VERSION, 3, 1);
        if (type == DCBX_CONTROL) {
            emit_at(d, c, DCBX_CONTROL_SEQ, 4, 4);
            emit_at(d, c, DCBX_CONTROL_ACK, 8, 4);
        } else {
            dcbx_feature(d, cursor_sub(c, 4, len - 4), type);
        }
        up(d);
        cursor_skip(&c, len);
    }
}

/* --- Hytec -------------------------------------------------------------------------------------------- */

enum { TRANSCEIVER = 1, TRACE };

struct hytec_object {
    uint8_t subtype, group, identifier, size;  /* size 0: any */
    uint16_t row;
};
static const struct hytec_object hytec_objects[] = {
    { TRANSCEIVER, 1, 1, 0, HYTEC_TRANSCEIVER },  { TRANSCEIVER, 2, 1, 4, HYTEC_SINGLE_MODE },
    { TRANSCEIVER, 2, 2, 4, HYTEC_MULTI_MODE_50 }, { TRANSCEIVER, 2, 3, 4, HYTEC_MULTI_MODE_62_5 },
    { TRANSCEIVER, 3, 1, 4, HYTEC_TX_POWER },     { TRANSCEIVER, 3, 2, 4, HYTEC_RX_POWER },
    { TRANSCEIVER, 3, 3, 4, HYTEC_RX_SNR },       { TRANSCEIVER, 3, 4, 4, HYTEC_LINELOSS },
    { TRACE, 1, 1, 13, HYTEC_TRACE_REQUEST },     { TRACE, 1, 2, 13, HYTEC_TRACE_REPLY },
    { TRACE, 1, 3, 0, HYTEC_NAME },               { TRACE, 1, 4, 0, HYTEC_OUTGOING_PORT },
    { TRACE, 1, 5, 4, HYTEC_IPV4 },               { TRACE, 1, 6, 1, HYTEC_END_OF_TRACE },
    { TRACE, 1, 7, 16, HYTEC_IPV6 },              { TRACE, 1, 8, 0, HYTEC_INCOMING_PORT },
    { TRACE, 1, 9, 4, HYTEC_TRACE_IDENTIFIER },
};

static const struct hytec_object *hytec_object(uint32_t subtype, uint32_t head)
{
    for (uint32_t i = 0; i < ARRAY_LEN(hytec_objects); i++)
        if (hytec_objects[i].subtype == subtype && hytec_objects[i].group == head >> 5 &&
            hytec_objects[i].identifier == (head & 0x1f))
            return &hytec_objects[i];
    return NULL;
}

static const char *hytec_group_name(uint32_t subtype, uint32_t group)
{
    static const char *const transceiver[] = { "Unknown", "Transceiver identifier", "Transceiver bridgeable distance",
                                               "Measurement data" };
    if (subtype == TRANSCEIVER && group < ARRAY_LEN(transceiver))
        return transceiver[group];
    return subtype == TRACE && group == 1 ? "MAC Trace" : "Unknown";
}

/* Powers are counted in tenths, decibels in parts of 256. */
static void hytec_value(struct dissect *d, struct cursor c, const struct hytec_object *o)
{
    int32_t v = (int32_t)get32(d, c, 0);
    if (o->row == HYTEC_TX_POWER || o->row == HYTEC_RX_POWER) {
        emit_double(d, c, o->row, 0, 4, v / 10.0);
    } else if (o->row == HYTEC_RX_SNR || o->row == HYTEC_LINELOSS) {
        emit_double(d, c, o->row, 0, 4, v / 256.0);
    } else {
        emit_at(d, c, o->row, 0, c.wire);
    }
}

static void hytec_trace(struct dissect *d, struct cursor c, const struct hytec_object *o)
{
    bool request = o->row == HYTEC_TRACE_REQUEST;
    emit_at(d, c, o->row, 0, 13);
    down(d);
    emit_at(d, c, HYTEC_TRACE_MAC, 0, 6);
    emit_at(d, c, request ? HYTEC_REQUESTER_MAC : HYTEC_ANSWERING_MAC, 6, 6);
    emit_at(d, c, request ? HYTEC_MAXIMUM_DEPTH : HYTEC_ACTUAL_DEPTH, 12, 1);
    up(d);
}

static void hytec(struct dissect *d, struct cursor c, uint32_t subtype, uint32_t line)
{
    uint32_t head = get8(d, c, 0);
    const struct hytec_object *o = hytec_object(subtype, head);
    const char *name = o != NULL ? lldp_fields[o->row].label : "Unknown";
    annotate(d, emit_at(d, c, HYTEC_GROUP, 0, 1), hytec_group_name(subtype, head >> 5));
    annotate(d, emit_at(d, c, HYTEC_IDENTIFIER, 0, 1), name);
    cursor_skip(&c, 1);
    if (o == NULL) {
        bool known = subtype == TRANSCEIVER || subtype == TRACE;
        if (c.wire != 0)
            emit_at(d, c, known ? HYTEC_UNKNOWN_IDENTIFIER : UNKNOWN_SUBTYPE_CONTENT, 0, c.wire);
    } else if (o->size != 0 && o->size != c.wire && d->stop == STOP_NONE) {
        struct wrong_length w = { .name = name, .len = c.wire, .right = o->size };
        note_on(d, line, HYTEC_LENGTH, packet_copy(d, &w, sizeof w));
        if (c.wire != 0)
            emit_at(d, c, HYTEC_INVALID_DATA, 0, c.wire);
    } else if (o->row == HYTEC_TRACE_REQUEST || o->row == HYTEC_TRACE_REPLY) {
        hytec_trace(d, c, o);
    } else if (o->size == 4 && o->row != HYTEC_IPV4) {
        hytec_value(d, c, o);
    } else {
        emit_at(d, c, o->row, 0, c.wire);
    }
}

/* --- all of them ---------------------------------------------------------------------------------------- */

void lldp_vendor_fields(struct dissect *d, struct cursor c, uint32_t oui, uint32_t subtype, uint32_t line)
{
    enum {
        PTCP = 6,
        MANAGEMENT_ADDRESS = 10,
        PHONE = 4,
        UPOE = 1,
        CONTROLLERS = 207,
        ASSIGNMENT = 12,
        FABRIC_CONNECT = 4
    };
    if (oui == OUI_DCBX) {
        dcbx(d, c);
        return;
    }
    if (oui == OUI_HYTEC) {
        hytec(d, c, subtype, line);
        return;
    }
    bool known = place_fields(d, &c, oui, subtype);
    if (oui == OUI_PROFINET && subtype == PTCP) {
        period_fields(d, &c);
    } else if (oui == OUI_PROFINET && subtype == MANAGEMENT_ADDRESS) {
        management_address(d, &c);
        known = true;
    } else if (oui == OUI_AVAYA && subtype == PHONE) {
        phone_addresses(d, &c);
    } else if (oui == OUI_CISCO && subtype == UPOE) {
        emit_bits(d, c, 0, 1, CISCO_UPOE, CISCO_UPOE_PSE_ALTB_OPER);
        cursor_skip(&c, 1);
        known = true;
    } else if (oui == OUI_CISCO && subtype == CONTROLLERS) {
        controllers(d, &c);
    } else if (oui == OUI_FABRIC && subtype == ASSIGNMENT) {
        assignments(d, &c);
    } else if (oui == OUI_EXTREME && subtype == FABRIC_CONNECT) {
        fabric_connect(d, &c);
    }
    if (c.wire != 0 && !known)
        emit_at(d, c, UNKNOWN_SUBTYPE_CONTENT, 0, c.wire);
    else if (c.wire != 0 && oui == OUI_CISCO)
        emit_at(d, c, SUBTYPE_CONTENT_REMAINING, 0, c.wire);
}

/* What Cisco's TLVs say, in their lines. */
void lldp_sb_cisco(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t subtype)
{
    enum { VECTOR = 207, NODE_IP = 208, COOKIE = 217, CONTROLLER = 41 };
    const struct place *place = NULL;
    for (uint32_t i = 0; i < ARRAY_LEN(places); i++)
        if (places[i].oui == OUI_CISCO && places[i].subtype == subtype)
            place = &places[i];
    if (place == NULL || (len == 0 && place->size != 0))
        return;
    sb_str(sb, ": ");
    if (subtype == VECTOR) {
        for (uint32_t at = 0; at < len; at += CONTROLLER)
            sb_printf(sb, at != 0 ? ": %u" : "%u", p[at]);
    } else if (subtype == COOKIE) {
        sb_hex_bytes(sb, p, len, ':');
    } else if (subtype == NODE_IP && len >= 4) {
        sb_ipv4(sb, p);
    } else if (place->size == 0) {
        sb_escaped(sb, p, len);
    } else {
        sb_uint(sb, be_uint(p, len < 4 ? len : 4));
    }
}
