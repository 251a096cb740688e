/* llc.c - IEEE 802.2 logical link control, with SNAP.  Hands on by "llc.dsap", by "ethertype" or by the
   protocol numbers of the organisation that SNAP names. */
#include "protocols/link/ethertype.h"

#include "capture/encap.h"

extern const struct protocol proto_eth, proto_stp, proto_basicxid;

enum { LLC, DSAP, DSAP_SAP, DSAP_IG, SSAP, SSAP_SAP, SSAP_CR, CONTROL, N_R, N_S, POLL_16, FINAL_16, POLL_8, FINAL_8, S_FTYPE,
       U_CMD, U_RESP, FTYPE_I, FTYPE_S, FTYPE_U, TYPE, ORGANISATION, PID, FIRST_ORG_PID };
enum { SAP_SNAP = 0xaa, SAP_GLOBAL = 0xff, FUNC_XID = 0x2b };
enum { SNAP = 5 };  /* bytes */
enum { OUI_ETHERNET = 0, OUI_CISCO_90 = 0xf8, OUI_802 = 0x80c2 };

VALUES(saps,
    { 0x0, "NULL LSAP" }, { 0x1, "NULL LSAP" }, { 0x2, "LLC Sub-Layer Management" }, { 0x4, "SNA Path Control" },
    { 0x6, "TCP/IP" }, { 0x8, "SNA" }, { 0xc, "SNA" },
    { 0xe, "PROWAY (IEC955) Network Management and Initialization" }, { 0x10, "NetWare (unofficial?)" },
    { 0x14, "ISO Network Layer (OSLAN 1)" }, { 0x18, "Texas Instruments" },
    { 0x20, "ISO Network Layer (unofficial?)" }, { 0x34, "ISO Network Layer (unofficial?)" },
    { 0x42, "Spanning Tree BPDU" }, { 0x4e, "EIA RS-511 Manufacturing Message Service" },
    { 0x54, "ISO Network Layer (OSLAN 2)" }, { 0x7e, "ISO 8208 (X.25 over 802.2)" }, { 0x7f, "ISO 802.2" },
    { 0x80, "XNS" }, { 0x82, "BACnet" }, { 0x86, "Nestar" },
    { 0x8e, "PROWAY (IEC955) Active Station List Maintenance" }, { 0x98, "ARP" }, { 0xaa, "SNAP" },
    { 0xb4, "HP JetDirect Printer" }, { 0xba, "Banyan Vines" }, { 0xbc, "Banyan Vines" }, { 0xe0, "NetWare" },
    { 0xf0, "NetBIOS" }, { 0xf4, "IBM Net Management" }, { 0xf8, "HP Extended LLC" }, { 0xfa, "Ungermann-Bass" },
    { 0xfc, "Remote Program Load" }, { 0xfe, "ISO Network Layer" }, { 0xff, "Global LSAP" });
VALUES(u_commands,
    { 0x0, "Unnumbered Information" }, { 0x1, "Set Initialization Mode" }, { 0x3, "Set Asynchronous Response Mode" },
    { 0x8, "Unnumbered Poll" }, { 0xb, "Set Asynchronous Balanced Mode" }, { 0x10, "Disconnect" },
    { 0x13, "Set Asynchronous Response Mode Extended" }, { 0x18, "Unnumbered Acknowledge" },
    { 0x1b, "Set Asynchronous Balanced Mode Extended" }, { 0x20, "Set Normal Response Mode" },
    { 0x21, "Frame reject" }, { 0x23, "Reset" }, { 0x2b, "Exchange identification" }, { 0x31, "Configure" },
    { 0x33, "Set Normal Response Mode Extended" }, { 0x38, "Test" }, { 0x3b, "Beacon" });
VALUES(u_responses,
    { 0x0, "Unnumbered Information" }, { 0x1, "Request Initialization Mode" }, { 0x3, "Disconnected mode" },
    { 0x8, "Unnumbered Poll" }, { 0xb, "Set Asynchronous Balanced Mode" }, { 0x10, "Request Disconnect" },
    { 0x13, "Set Asynchronous Response Mode Extended" }, { 0x18, "Unnumbered Acknowledge" },
    { 0x1b, "Set Asynchronous Balanced Mode Extended" }, { 0x20, "Set Normal Response Mode" },
    { 0x21, "Frame reject" }, { 0x23, "Reset" }, { 0x2b, "Exchange identification" }, { 0x31, "Configure" },
    { 0x33, "Set Normal Response Mode Extended" }, { 0x38, "Test" }, { 0x3b, "Beacon" });
VALUES(s_types,
    { 0, "Receiver ready" }, { 1, "Receiver not ready" }, { 2, "Reject" }, { 3, "Selective reject" });
VALUES(frame_types,
    { 0, "Information frame" }, { 1, "Supervisory frame" }, { 3, "Unnumbered frame" });
VALUES(cisco_pids,
    { 0x102, "DRIP" }, { 0x104, "PAgP" }, { 0x105, "MLS Hello" }, { 0x108, "RLQ BPDUs (request)" },
    { 0x109, "RLQ BPDUs (response)" }, { 0x10b, "PVSTP+" }, { 0x10c, "VLAN Bridge" }, { 0x111, "UDLD" },
    { 0x139, "MCP" }, { 0x2000, "CDP" }, { 0x2001, "CGMP" }, { 0x2003, "VTP" }, { 0x2004, "DTP" },
    { 0x200a, "STP Uplink Fast" });
VALUES(nortel_pids,
    { 0x1a1, "NDP flatnet hello" }, { 0x1a2, "NDP segment hello" }, { 0x1a3, "NDP bridge hello" });
VALUES(extreme_pids,
    { 0xbb, "EDP" });
VALUES(apple_atalk_pids,
    { 0x809b, "AppleTalk" });
VALUES(apple_awdl_pids,
    { 0x800, "AWDL" });
VALUES(foundry_pids,
    { 0x2000, "FDP" });
VALUES(wlccp_pids,
    { 0x0, "WLCCP" });
VALUES(cimetrics_pids,
    { 0x1, "U+4 MS/TP" });
VALUES(force10_pids,
    { 0x111, "FEFD" });
VALUES(bluetooth_pids,
    { 0x1, "AMP_U L2CAP ACL data" }, { 0x2, "AMP-C Activity Report" }, { 0x3, "AMP-C Security frames" },
    { 0x4, "AMP-C Link supervision request" }, { 0x5, "AMP-C Link supervision reply" });
VALUES(iana_pids,
    { 0x1, "MARS Data Messages (short form)" }, { 0x2, "Reserved for future NHRP use" },
    { 0x3, "MARS/NHRP Control Messages" }, { 0x4, "MARS Data Messages (long form)" }, { 0x5, "SCSP" },
    { 0x6, "VRID" }, { 0x7, "L2TP" }, { 0x8, "VPN ID" }, { 0x9, "MSDP-GRE-Protocol Type" });
VALUES(hpteam_pids,
    { 0x2, "HP Teaming heartbeat" });
VALUES(wfa_pids,
    { 0x1500, "MAUSB" });
VALUES(locamation_pids,
    { 0x0, "CALIBRATION" }, { 0x2, "SAMPLES - IM1" }, { 0xe, "SAMPLES - IM2R0" }, { 0xffff, "IDENT" });

/* Short names, as the Info column has them. */
VALUES(u_short_commands, { 0x00, "UI" }, { 0x01, "SIM" }, { 0x03, "SARM" }, { 0x08, "UP" }, { 0x0b, "SABM" }, { 0x10, "DISC" },
       { 0x13, "SARME" }, { 0x18, "UA" }, { 0x1b, "SABME" }, { 0x20, "SNRM" }, { 0x21, "FRMR" }, { 0x23, "RESET" },
       { 0x2b, "XID" }, { 0x31, "CFGR" }, { 0x33, "SNRME" }, { 0x38, "TEST" }, { 0x3b, "BCN" });
VALUES(u_short_responses, { 0x00, "UI" }, { 0x01, "RIM" }, { 0x03, "DM" }, { 0x08, "UP" }, { 0x0b, "SABM" }, { 0x10, "RD" },
       { 0x13, "SARME" }, { 0x18, "UA" }, { 0x1b, "SABME" }, { 0x20, "SNRM" }, { 0x21, "FRMR" }, { 0x23, "RESET" },
       { 0x2b, "XID" }, { 0x31, "CFGR" }, { 0x33, "SNRME" }, { 0x38, "TEST" }, { 0x3b, "BCN" });
static const char *const s_short[] = { "RR", "RNR", "REJ", "SREJ" };

/* Who numbers protocols of his own behind SNAP, the row that shows the number, the table that it is looked up in. */
struct organisation {
    uint32_t oui;
    uint8_t row, table;
};
enum { CISCO = FIRST_ORG_PID, NORTEL, EXTREME, ATALK, AWDL, FOUNDRY, WLCCP, CIMETRICS, FORCE10, BLUETOOTH, IANA, HPTEAM, WFA, LOCAMATION, NO_TABLE = 0xff };
static const struct organisation organisations[] = {
    { 0x00000c, CISCO, TABLE_LLC_CISCO_PID },      { 0x000081, NORTEL, TABLE_LLC_NORTEL_PID },
    { 0x00e02b, EXTREME, TABLE_LLC_EXTREME_PID },  { 0x080007, ATALK, TABLE_LLC_ATALK_PID },
    { 0x0017f2, AWDL, TABLE_LLC_AWDL_PID },        { 0x00e052, FOUNDRY, TABLE_LLC_FOUNDRY_PID },
    { 0x004096, WLCCP, TABLE_LLC_WLCCP_PID },      { 0x001090, CIMETRICS, TABLE_LLC_CIMETRICS_PID },
    { 0x0001e8, FORCE10, TABLE_LLC_FORCE10_PID },  { 0x001958, BLUETOOTH, TABLE_LLC_BLUETOOTH_PID },
    { 0x00005e, IANA, TABLE_LLC_IANA_PID },        { 0x00805f, HPTEAM, TABLE_LLC_HPTEAM_PID },
    { 0x506f9a, WFA, TABLE_LLC_WFA_PID },          { 0x0040d6, LOCAMATION, NO_TABLE },
};

static const struct truth group_bit = { "Group", "Individual" };
static const struct truth response_bit = { "Response", "Command" };
static const struct truth set_bit = { "Set", "Not set" };

/* What the three header fields say, for labels and the Info column. */
struct header {
    uint8_t dsap, ssap, control_len;
    uint16_t control;
    bool snap;
    uint32_t oui, pid;
};

static bool is_response(const struct header *h) { return (h->ssap & 1) != 0; }
static bool is_unnumbered(const struct header *h) { return (h->control & 3) == 3; }
static uint32_t u_function(const struct header *h) { return h->control >> 2 & 0x3b; }

static void control_text(struct strbuf *sb, const struct header *h)
{
    uint32_t poll = is_unnumbered(h) ? h->control & 0x10u : h->control & 0x100u;
    bool information = (h->control & 1) == 0;
    sb_char(sb, is_unnumbered(h) ? 'U' : information ? 'I' : 'S');
    if (poll != 0)
        sb_str(sb, !information && is_response(h) ? " F" : " P");
    if (is_unnumbered(h)) {
        sb_str(sb, ", func=");
        sb_str(sb, values_or(is_response(h) ? &u_short_responses : &u_short_commands, u_function(h), "Unknown"));
        return;
    }
    if (!information) {
        sb_str(sb, ", func=");
        sb_str(sb, s_short[h->control >> 2 & 3]);
    }
    sb_printf(sb, ", N(R)=%u", h->control >> 9);
    if (information)
        sb_printf(sb, ", N(S)=%u", h->control >> 1 & 0x7fu);
}

static void control_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct header *h = annotation(d, n);
    if (h == NULL)
        return;
    sb_str(sb, "Control field: ");
    control_text(sb, h);
    sb_printf(sb, h->control_len == 1 ? " (0x%02X)" : " (0x%04X)", h->control);
}

static void sap_text(struct strbuf *sb, uint64_t sap) { sb_str(sb, values_or(&saps, (uint32_t)sap << 1, "Unknown")); }

static void sb_sap(struct strbuf *sb, uint8_t sap)
{
    const char *name = values_find(&saps, sap & 0xfeu);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "0x%02x", sap & 0xfeu);
}

static void info_control(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    control_text(sb, arg);
}

static void info_addresses(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct header *h = arg;
    if (h->snap) {
        uint8_t oui[3] = { (uint8_t)(h->oui >> 16), (uint8_t)(h->oui >> 8), (uint8_t)h->oui };
        const char *name = name_of_oui(d, oui);
        sb_printf(sb, "; SNAP, OUI 0x%06X (%s), PID 0x%04X", h->oui, name != NULL ? name : "Unknown", h->pid);
        return;
    }
    sb_str(sb, "; DSAP ");
    sb_sap(sb, h->dsap);
    sb_str(sb, h->dsap & 1 ? " Group, SSAP " : " Individual, SSAP ");
    sb_sap(sb, h->ssap);
    sb_str(sb, h->ssap & 1 ? " Response" : " Command");
}

#define ORG_PID(n, table) { n, "PID", FT_UINT16, BASE_HEX, .values = &table }
static const struct field fields[] = {
    [LLC] = { "llc", "Logical-Link Control", FT_PROTOCOL },
    [DSAP] = { "llc.dsap", "DSAP", FT_UINT8, BASE_HEX, .values = &saps },
    [DSAP_SAP] = { "llc.dsap.sap", "SAP", FT_UINT8, BASE_CUSTOM, .mask = 0xfe, .custom = sap_text },
    [DSAP_IG] = { "llc.dsap.ig", "IG Bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &group_bit },
    [SSAP] = { "llc.ssap", "SSAP", FT_UINT8, BASE_HEX, .values = &saps },
    [SSAP_SAP] = { "llc.ssap.sap", "SAP", FT_UINT8, BASE_CUSTOM, .mask = 0xfe, .custom = sap_text },
    [SSAP_CR] = { "llc.ssap.cr", "CR Bit", FT_BOOLEAN, BITS_8, .mask = 1, .truth = &response_bit },
    [CONTROL] = { "llc.control", "Control", FT_UINT16, BASE_HEX, .flags = LITTLE, .label_fn = control_label },
    [N_R] = { "llc.control.n_r", "N(R)", FT_UINT16, BASE_DEC, .flags = LITTLE, .mask = 0xfe00 },
    [N_S] = { "llc.control.n_s", "N(S)", FT_UINT16, BASE_DEC, .flags = LITTLE, .mask = 0xfe },
    [POLL_16] = { "llc.control.p", "Poll", FT_BOOLEAN, BITS_16, .flags = LITTLE, .mask = 0x100, .truth = &set_bit },
    [FINAL_16] = { "llc.control.f", "Final", FT_BOOLEAN, BITS_16, .flags = LITTLE, .mask = 0x100, .truth = &set_bit },
    [POLL_8] = { "llc.control.p", "Poll", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &set_bit },
    [FINAL_8] = { "llc.control.f", "Final", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &set_bit },
    [S_FTYPE] = { "llc.control.s_ftype", "Supervisory frame type", FT_UINT16, BASE_HEX, .flags = LITTLE, .mask = 0xc,
                  .values = &s_types },
    [U_CMD] = { "llc.control.u_modifier_cmd", "Command", FT_UINT8, BASE_HEX, .mask = 0xec, .values = &u_commands },
    [U_RESP] = { "llc.control.u_modifier_resp", "Response", FT_UINT8, BASE_HEX, .mask = 0xec, .values = &u_responses },
    [FTYPE_I] = { "llc.control.ftype", "Frame type", FT_UINT16, BASE_HEX, .flags = LITTLE, .mask = 1, .values = &frame_types },
    [FTYPE_S] = { "llc.control.ftype", "Frame type", FT_UINT16, BASE_HEX, .flags = LITTLE, .mask = 3, .values = &frame_types },
    [FTYPE_U] = { "llc.control.ftype", "Frame type", FT_UINT8, BASE_HEX, .mask = 3, .values = &frame_types },
    [TYPE] = { "llc.type", "Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [ORGANISATION] = { "llc.oui", "Organization Code", FT_UINT24, BASE_OUI },
    [PID] = { "llc.pid", "Protocol ID", FT_UINT16, BASE_HEX },
    [CISCO] = ORG_PID("llc.cisco_pid", cisco_pids),
    [NORTEL] = ORG_PID("llc.nortel_pid", nortel_pids),
    [EXTREME] = ORG_PID("llc.extreme_pid", extreme_pids),
    [ATALK] = ORG_PID("llc.apple_atalk_pid", apple_atalk_pids),
    [AWDL] = ORG_PID("llc.apple_awdl_pid", apple_awdl_pids),
    [FOUNDRY] = ORG_PID("llc.foundry_pid", foundry_pids),
    [WLCCP] = ORG_PID("llc.wlccp_pid", wlccp_pids),
    [CIMETRICS] = ORG_PID("llc.cimetrics_pid", cimetrics_pids),
    [FORCE10] = ORG_PID("llc.force10_pid", force10_pids),
    [BLUETOOTH] = ORG_PID("llc.bluetooth_pid", bluetooth_pids),
    [IANA] = ORG_PID("llc.iana_pid", iana_pids),
    [HPTEAM] = ORG_PID("llc.hpteam_pid", hpteam_pids),
    [WFA] = ORG_PID("mausb.pid", wfa_pids),
    [LOCAMATION] = ORG_PID("locamation-im.llc.pid", locamation_pids),
};

static void control_fields(struct dissect *d, struct cursor c, const struct header *h)
{
    uint32_t node = emit_at(d, c, CONTROL, 2, h->control_len);
    bool response = is_response(h);
    annotate(d, node, h);
    down(d);
    if (is_unnumbered(h)) {
        if (h->control & 0x10)
            emit_at(d, c, response ? FINAL_8 : POLL_8, 2, 1);
        emit_at(d, c, response ? U_RESP : U_CMD, 2, 1);
        emit_at(d, c, FTYPE_U, 2, 1);
    } else {
        bool information = (h->control & 1) == 0;
        emit_at(d, c, N_R, 2, 2);
        if (information)
            emit_at(d, c, N_S, 2, 2);
        if (h->control & 0x100)
            emit_at(d, c, response && !information ? FINAL_16 : POLL_16, 2, 2);
        if (!information)
            emit_at(d, c, S_FTYPE, 2, 2);
        emit_at(d, c, information ? FTYPE_I : FTYPE_S, 2, 2);
    }
    up(d);
}

static void address_fields(struct dissect *d, struct cursor c)
{
    emit_at(d, c, DSAP, 0, 1);
    down(d);
    emit_at(d, c, DSAP_SAP, 0, 1);
    emit_at(d, c, DSAP_IG, 0, 1);
    up(d);
    emit_at(d, c, SSAP, 1, 1);
    down(d);
    emit_at(d, c, SSAP_SAP, 1, 1);
    emit_at(d, c, SSAP_CR, 1, 1);
    up(d);
}

/* The numbers that IEEE 802.1 gave to what a bridge carries; RFC 2684 section 5.2 puts padding before a frame. */
static struct verdict bridged(uint32_t pid, struct cursor c)
{
    enum { ETHERNET_WITH_FCS = 1, ETHERNET = 7, SPANNING_TREE = 14, PADDING = 2 };
    if (pid == ETHERNET_WITH_FCS || pid == ETHERNET)
        return hand_to(&proto_eth, pid == ETHERNET ? ETH_CARRIED : ETH_WITH_FCS, cursor_at(c, PADDING));
    return hand_to(pid == SPANNING_TREE ? &proto_stp : &proto_data, 0, c);
}

static struct verdict snap_run(struct dissect *d, struct cursor c, const struct header *h)
{
    emit_at(d, c, ORGANISATION, 0, 3);
    struct cursor rest = cursor_at(c, SNAP);
    if (h->oui == OUI_ETHERNET || h->oui == OUI_CISCO_90) {
        emit_at(d, c, TYPE, 3, 2);
        return hand_on(TABLE_ETHERTYPE, h->pid, rest);
    }
    for (uint32_t i = 0; i < ARRAY_LEN(organisations); i++)
        if (organisations[i].oui == h->oui) {
            emit_at(d, c, organisations[i].row, 3, 2);
            return organisations[i].table != NO_TABLE ? hand_on(organisations[i].table, h->pid, rest)
                                                      : hand_to(&proto_data, 0, rest);
        }
    emit_at(d, c, PID, 3, 2);
    return h->oui == OUI_802 ? bridged(h->pid, rest) : hand_to(&proto_data, 0, rest);
}

static struct verdict payload(struct dissect *d, struct cursor c, const struct header *h)
{
    if (c.wire == 0)
        return done();
    bool plain = (h->control & 1) == 0 || h->control == 3;  /* information, or an unnumbered one without poll */
    if (plain)
        return claimed(d, TABLE_LLC_DSAP, h->dsap) ? hand_on(TABLE_LLC_DSAP, h->dsap, c) : hand_to(&proto_data, 0, c);
    if (is_unnumbered(h) && u_function(h) == FUNC_XID && c.cap != 0) {
        if (c.p[0] == 0x81) {
            up(d);
            speak_as(d, &proto_basicxid);
            return proto_basicxid.run(d, c);
        }
        return hand_on(TABLE_LLC_XID_DSAP, h->dsap, c);
    }
    return hand_to(&proto_data, 0, c);
}

static struct verdict llc_run(struct dissect *d, struct cursor c)
{
    struct header *h = packet_zero(d, sizeof *h);
    if (h == NULL)
        return malformed(d);
    set_protocol_column(d, "LLC");
    info_clear(d);
    if (!need(d, c, 0, 1))
        return done();
    h->dsap = c.cap > 0 ? c.p[0] : 0;
    h->ssap = c.cap > 1 ? c.p[1] : 0;
    h->control_len = c.cap > 2 && (c.p[2] & 3) == 3 ? 1 : 2;
    h->snap = h->dsap == SAP_SNAP && h->ssap == SAP_SNAP;
    uint32_t len = 2u + h->control_len + (h->snap ? SNAP : 0u);
    emit_protocol(d, c, c.cap < len ? c.cap : len, NULL);
    address_fields(d, c);
    h->control = (uint16_t)(h->control_len == 1 ? get8(d, c, 2) : get16le(d, c, 2));
    if (d->stop != STOP_NONE)
        return done();
    info_set(d, info_control, h);
    control_fields(d, c, h);
    cursor_skip(&c, 2u + h->control_len);
    if (h->snap) {
        h->oui = get24(d, c, 0);
        h->pid = get16(d, c, 3);
    }
    if (d->stop != STOP_NONE)
        return done();
    info_add(d, info_addresses, h);
    return h->snap ? snap_run(d, c, h) : payload(d, c, h);
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_ATM_RFC1483 }, { TABLE_SLL_LTYPE, 4 }, { TABLE_ETHERTYPE, 0x8870 },
                                       { TABLE_PPP_PROTOCOL, 0x4b } };
static const uint8_t hands_to[] = { TABLE_LLC_DSAP, TABLE_LLC_XID_DSAP, TABLE_ETHERTYPE, TABLE_LLC_CISCO_PID, TABLE_LLC_NORTEL_PID,
                                    TABLE_LLC_EXTREME_PID, TABLE_LLC_ATALK_PID, TABLE_LLC_AWDL_PID, TABLE_LLC_FOUNDRY_PID,
                                    TABLE_LLC_WLCCP_PID, TABLE_LLC_CIMETRICS_PID, TABLE_LLC_FORCE10_PID,
                                    TABLE_LLC_BLUETOOTH_PID, TABLE_LLC_IANA_PID, TABLE_LLC_HPTEAM_PID,
                                    TABLE_LLC_WFA_PID };
static const struct protocol *const calls[] = { &proto_eth, &proto_stp, &proto_basicxid, NULL };

PROTOCOL(llc,
    .name = "llc", .short_name = "LLC", .long_name = "Logical-Link Control",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = llc_run
);
