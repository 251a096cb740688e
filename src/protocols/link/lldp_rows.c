/* lldp_rows.c - the fields of LLDP, the names of their values, and the lines above them. */
#include "protocols/link/lldp_rows.h"

VALUES(v_tlv_type,
    { 0, "End of LLDPDU" }, { 1, "Chassis Id" }, { 2, "Port Id" }, { 3, "Time to Live" }, { 4, "Port Description" },
    { 5, "System Name" }, { 6, "System Description" }, { 7, "System Capabilities" }, { 8, "Management Address" },
    { 127, "Organization Specific" });
SHARED_VALUES(lldp_chassis_subtypes,
    { 0, "Reserved" }, { 1, "Chassis component" }, { 2, "Interface alias" }, { 3, "Port component" },
    { 4, "MAC address" }, { 5, "Network address" }, { 6, "Interface name" }, { 7, "Locally assigned" });
SHARED_VALUES(lldp_port_subtypes,
    { 0, "Reserved" }, { 1, "Interface alias" }, { 2, "Port component" }, { 3, "MAC address" },
    { 4, "Network address" }, { 5, "Interface name" }, { 6, "Agent circuit Id" }, { 7, "Locally assigned" });
SHARED_VALUES(lldp_families,
    { 0, "Reserved" }, { 1, "IPv4" }, { 2, "IPv6" }, { 3, "NSAP" }, { 4, "HDLC (8-bit multidrop)" },
    { 5, "BBN 1822" }, { 6, "802 (includes all 802 media plus Ethernet)" }, { 7, "E.163" },
    { 8, "E.164 (SMDS, Frame Relay, ATM)" }, { 9, "F.69 (Telex)" }, { 10, "X.121 (X.25, Frame Relay)" },
    { 11, "IPX" }, { 12, "Appletalk" }, { 13, "Decnet IV" }, { 14, "Banyan Vines" },
    { 15, "E.164 with NSAP subaddress" }, { 16, "DNS (Domain Name System)" }, { 17, "Distinguished Name" },
    { 18, "AS Number" }, { 19, "XTP over IP version 4" }, { 20, "XTP over IP version 6" },
    { 21, "XTP native mode XTP" }, { 22, "Fibre Channel World-Wide Port Name" },
    { 23, "Fibre Channel World-Wide Node Name" }, { 24, "GWID" }, { 25, "Layer-2 VPN" },
    { 26, "MPLS-TP Section Endpoint Identifier" }, { 27, "MPLS-TP LSP Endpoint Identifier" },
    { 28, "MPLS-TP Pseudowire Endpoint Identifier" }, { 29, "MT IP: Multi-Topology IP version 4" },
    { 30, "MT IPv6: Multi-Topology IP version 6" }, { 196, "Layer-2 VPN (old)" },
    { 16384, "EIGRP Common Service Family" }, { 16385, "EIGRP IPv4 Service Family" },
    { 16386, "EIGRP IPv6 Service Family" }, { 16387, "LISP Canonical Address Format (LCAF)" }, { 16388, "BGP-LS" },
    { 16389, "48-bit MAC Address" }, { 16390, "64-bit MAC Address" }, { 16391, "OUI" }, { 16392, "MAC/24" },
    { 16393, "MAC/40" }, { 16394, "IPv6/64" }, { 16395, "RBridge Port ID" }, { 16396, "TRILL Nickname" },
    { 65535, "Reserved" });
VALUES(v_mgn_interface_subtype,
    { 1, "Unknown" }, { 2, "ifIndex" }, { 3, "System port number" });
VALUES(v_ieee_802_1_subtype,
    { 1, "Port VLAN ID" }, { 2, "Port and Protocol VLAN ID" }, { 3, "VLAN Name" }, { 4, "Protocol Identity" },
    { 5, "VID Usage Digest" }, { 6, "Management VID" }, { 7, "Link Aggregation" }, { 8, "Congestion Notification" },
    { 9, "ETS Configuration" }, { 10, "ETS Recommendation" }, { 11, "Priority Flow Control Configuration" },
    { 12, "Application Protocol" }, { 13, "EVB" }, { 14, "CDCP" }, { 15, "Port extension" },
    { 16, "Application VLAN" }, { 17, "LRP ECP Discovery" }, { 18, "LRP TCP Discovery" },
    { 19, "Congestion Isolation" }, { 20, "Topology Recognition" });
VALUES(v_ieee_802_1_aggregation_status_porttype,
    { 0, "Not specified" }, { 1, "From aggregation port" }, { 2, "From aggregator" },
    { 3, "From single-port aggregator" });
VALUES(v_dcbx_ieee_ets_tsa0,
    { 0, "Strict Priority" }, { 1, "Credit-Based Shaper" }, { 2, "Enhanced Transmission Selection" },
    { 255, "Vendor Specific Algorithm" });
VALUES(v_dcbx_iee_app_sf,
    { 0, "Reserved" }, { 1, "Default or Ethertype" }, { 2, "Port over TCP/SCTP" }, { 3, "Port over UDP/DCCP" },
    { 4, "Port over TCP/SCTP/UDP/DCCP" }, { 5, "Reserved" }, { 6, "Reserved" }, { 7, "Reserved" });
VALUES(v_ieee_802_3_subtype,
    { 1, "MAC/PHY Configuration/Status" }, { 2, "Power Via MDI" }, { 3, "Link Aggregation" },
    { 4, "Maximum Frame Size" }, { 5, "EEE (Energy-Efficient Ethernet)" },
    { 7, "IEEE 802.3br Additional Ethernet capabilities" });
VALUES(v_ieee_802_3_pmd_mau_type,
    { 0, "other or unknown" }, { 1, "AUI - no internal MAU, view from AUI" }, { 2, "10Base5 - thick coax MAU" },
    { 3, "Foirl - FOIRL MAU" }, { 4, "10Base2 - thin coax MAU" }, { 5, "10BaseT - UTP MAU" },
    { 6, "10BaseFP - passive fiber MAU" }, { 7, "10BaseFB - sync fiber MAU" }, { 8, "10BaseFL - async fiber MAU" },
    { 9, "10Broad36 - broadband DTE MAU" }, { 10, "10BaseTHD - UTP MAU, half duplex mode" },
    { 11, "10BaseTFD - UTP MAU, full duplex mode" }, { 12, "10BaseFLHD - async fiber MAU, half duplex mode" },
    { 13, "10BaseFLDF - async fiber MAU, full duplex mode" }, { 14, "10BaseT4 - 4 pair category 3 UTP" },
    { 15, "100BaseTXHD - 2 pair category 5 UTP, half duplex mode" },
    { 16, "100BaseTXFD - 2 pair category 5 UTP, full duplex mode" },
    { 17, "100BaseFXHD - X fiber over PMT, half duplex mode" },
    { 18, "100BaseFXFD - X fiber over PMT, full duplex mode" },
    { 19, "100BaseT2HD - 2 pair category 3 UTP, half duplex mode" },
    { 20, "100BaseT2DF - 2 pair category 3 UTP, full duplex mode" },
    { 21, "1000BaseXHD - PCS/PMA, unknown PMD, half duplex mode" },
    { 22, "1000BaseXFD - PCS/PMA, unknown PMD, full duplex mode" },
    { 23, "1000BaseLXHD - Fiber over long-wavelength laser, half duplex mode" },
    { 24, "1000BaseLXFD - Fiber over long-wavelength laser, full duplex mode" },
    { 25, "1000BaseSXHD - Fiber over short-wavelength laser, half duplex mode" },
    { 26, "1000BaseSXFD - Fiber over short-wavelength laser, full duplex mode" },
    { 27, "1000BaseCXHD - Copper over 150-Ohm balanced cable, half duplex mode" },
    { 28, "1000BaseCXFD - Copper over 150-Ohm balanced cable, full duplex mode" },
    { 29, "1000BaseTHD - Four-pair Category 5 UTP, half duplex mode" },
    { 30, "1000BaseTFD - Four-pair Category 5 UTP, full duplex mode" },
    { 31, "10GigBaseX - X PCS/PMA, unknown PMD." }, { 32, "10GigBaseLX4 - X fiber over WWDM optics" },
    { 33, "10GigBaseR - R PCS/PMA, unknown PMD." }, { 34, "10GigBaseER - R fiber over 1550 nm optics" },
    { 35, "10GigBaseLR - R fiber over 1310 nm optics" }, { 36, "10GigBaseSR - R fiber over 850 nm optics" },
    { 37, "10GigBaseW - W PCS/PMA, unknown PMD." }, { 38, "10GigBaseEW - W fiber over 1550 nm optics" },
    { 39, "10GigBaseLW - W fiber over 1310 nm optics" }, { 40, "10GigBaseSW - W fiber over 850 nm optics" },
    { 41, "10GBASE-CX4 - X copper over 8 pair 100-Ohm balanced cable" },
    { 42, "2BASE-TL - Voice grade UTP copper, up to 2700m, optional PAF" },
    { 43, "10PASS-TS - Voice grade UTP copper, up to 750m, optional PAF" },
    { 44, "100BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km" },
    { 45, "100BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km" },
    { 46, "100BASE-LX10 - One single-mode fiber ONU, long wavelength, 10km" },
    { 47, "1000BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km" },
    { 48, "1000BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km" },
    { 49, "1000BASE-LX10 - Two sigle-mode fiber, long wavelength, 10km" },
    { 50, "1000BASE-PX10D - One single-mode fiber EPON OLT, 10km" },
    { 51, "1000BASE-PX10U - One single-mode fiber EPON ONU, 10km" },
    { 52, "1000BASE-PX20D - One single-mode fiber EPON OLT, 20km" },
    { 53, "1000BASE-PX20U - One single-mode fiber EPON ONU, 20km" });
VALUES(v_ieee_802_3_mdi_power_class,
    { 1, "0" }, { 2, "1" }, { 3, "2" }, { 4, "3" }, { 5, "4" });
VALUES(v_ieee_802_3_mdi_power_type,
    { 0, "Type 2 PSE Device" }, { 1, "Type 2 PD Device" }, { 2, "Type 1 PSE Device" }, { 3, "Type 1 PD Device" });
VALUES(v_ieee_802_3_mdi_power_priority,
    { 0, "Unknown" }, { 1, "Critical" }, { 2, "High" }, { 3, "Low" });
VALUES(v_ieee_802_1qbg_subtype,
    { 0, "EVB" }, { 1, "CDCP" }, { 2, "VDP" });
VALUES(v_media_subtype,
    { 1, "Media Capabilities" }, { 2, "Network Policy" }, { 3, "Location Identification" },
    { 4, "Extended Power-via-MDI" }, { 5, "Inventory - Hardware Revision" }, { 6, "Inventory - Firmware Revision" },
    { 7, "Inventory - Software Revision" }, { 8, "Inventory - Serial Number" },
    { 9, "Inventory - Manufacturer Name" }, { 10, "Inventory - Model Name" }, { 11, "Inventory - Asset ID" });
VALUES(v_media_subtype_class,
    { 0, "Type Not Defined" }, { 1, "Endpoint Class I" }, { 2, "Endpoint Class II" }, { 3, "Endpoint Class III" },
    { 4, "Network Connectivity" });
VALUES(v_media_app_type,
    { 0, "Reserved" }, { 1, "Voice" }, { 2, "Voice Signaling" }, { 3, "Guest Voice" }, { 4, "Guest Voice Signaling" },
    { 5, "Softphone Voice" }, { 6, "Video Conferencing" }, { 7, "Streaming Video" }, { 8, "Video Signaling" });
VALUES(v_media_loc_data_format,
    { 0, "Invalid " }, { 1, "Coordinate-based LCI" }, { 2, "Civic Address LCI" }, { 3, "ECS ELIN" });
VALUES(v_media_loc_alt_type,
    { 1, "Meters" }, { 2, "Floors" });
VALUES(v_media_civic_what,
    { 0, "Location of the DHCP server" },
    { 1, "Location of the network element believed to be closest to the client" }, { 2, "Location of the client" });
VALUES(v_media_civic_type,
    { 0, "Language" }, { 1, "National subdivisions (province, state, etc)" }, { 2, "County, parish, district" },
    { 3, "City, township" }, { 4, "City division, borough, ward" }, { 5, "Neighborhood, block" }, { 6, "Street" },
    { 16, "Leading street direction" }, { 17, "Trailing street suffix" }, { 18, "Street suffix" },
    { 19, "House number" }, { 20, "House number suffix" }, { 21, "Landmark or vanity address" },
    { 22, "Additional location information" }, { 23, "Name" }, { 24, "Postal/ZIP code" }, { 25, "Building" },
    { 26, "Unit" }, { 27, "Floor" }, { 28, "Room number" }, { 29, "Place type" }, { 128, "Script" });
VALUES(v_media_power_type,
    { 0, "PSE Device" }, { 1, "PD Device" }, { 2, "PSE Device" }, { 3, "PD Device" });
VALUES(v_cisco_subtype,
    { 1, "4-wire Power-via-MDI (UPOE)" }, { 201, "ACI Port State" }, { 202, "ACI Node Role" }, { 203, "ACI Node ID" },
    { 204, "ACI Spine Level" }, { 205, "ACI Pod ID" }, { 206, "ACI Fabric Name" }, { 207, "ACI Appliance Vector" },
    { 208, "ACI Node IP" }, { 209, "ACI Port Role" }, { 210, "ACI Firmware Version" }, { 211, "ACI Infra VLAN" },
    { 212, "ACI Serial Number" }, { 214, "ACI Model" }, { 215, "ACI Node Name" }, { 216, "ACI Port Mode" },
    { 217, "ACI Authentication Cookie" }, { 218, "ACI APIC-Mode" }, { 219, "ACI Fabric ID" });
VALUES(v_iana_subtype,
    { 1, "Manufacturer Usage Description URL" });
VALUES(v_profinet_subtype,
    { 1, "Measured Delay Values" }, { 2, "Port Status" }, { 3, "Alias" }, { 4, "MRP Port Status" }, { 5, "Chassis MAC" },
    { 6, "PTCP Status" }, { 9, "TSN Domain" }, { 10, "TSN NME Management Address" }, { 11, "TSN NME Name UUID" },
    { 12, "TSN NME Parameter UUID" }, { 13, "TSN Time Domain data" });
VALUES(v_rtc2, { 0, "OFF" }, { 1, "SYNCDATA_LOADED" }, { 2, "RTCLASS2_UP" }, { 3, "Reserved" });
VALUES(v_rtc3, { 0, "OFF" }, { 1, "reserved" }, { 2, "RTCLASS3_UP" }, { 3, "RTCLASS3_DOWN" }, { 4, "RTCLASS3_RUN" });
VALUES(v_off_on, { 0, "OFF" }, { 1, "ON" });
VALUES(v_preamble, { 0, "Seven octets" }, { 1, "One octet" });
VALUES(v_mrrt, { 0, "OFF" }, { 1, "MRRT_CONFIGURED" }, { 2, "MRRT_UP" });
VALUES(v_time_domain, { 0, "Global Time" }, { 1, "Global Time Redundant" }, { 0x20, "Working Clock" },
    { 0x21, "Working Clock Redundant" });
VALUES(v_dcbx_version, { 1, "1.0 CIN" }, { 2, "1.01 CEE" });
VALUES(v_dcbx_type, { 1, "DCBx Control" }, { 2, "Priority Groups" }, { 3, "Priority-Based Flow Control" },
    { 4, "Application Protocol" }, { 6, "Logical Link Down" });
VALUES(v_dcbx_selector, { 0, "EtherType" }, { 1, "Socket Number" });
VALUES(v_dcbx_link, { 0, "FCoE Status" }, { 1, "LAN Status" });
VALUES(v_avaya_subtype, { 1, "PoE Conservation Level Support" }, { 3, "Call Server IP Address" }, { 4, "IP Phone Addresses" },
    { 5, "CNA Server IP Address" }, { 6, "File Server" }, { 7, "802.1Q Framing" });
VALUES(v_avaya_dot1q, { 1, "Tagging" }, { 2, "No Tagging" });
VALUES(v_onos_subtype, { 1, "ONOS Chassis" }, { 2, "ONOS Port" }, { 3, "ONOS TTL" });
VALUES(v_cisco_portstate, { 1, "In Service" }, { 2, "Out of Service" });
VALUES(v_cisco_noderole, { 0, "APIC" }, { 1, "Leaf" }, { 2, "Spine" }, { 3, "vLeaf" });
VALUES(v_cisco_portrole, { 1, "Active" }, { 2, "Backup" });
VALUES(v_cisco_portmode, { 0, "Normal" }, { 1, "Recovery Mode" });
VALUES(v_cisco_apicmode, { 0, "Active" }, { 1, "Standby" });
VALUES(v_fabric_subtype, { 11, "Extreme Fabric Attach Element TLV" }, { 12, "Extreme Fabric Attach Assignment TLV" });
VALUES(v_connect_subtype, { 4, "Extreme Zero Touch Fabric v2 Fabric Connect TLV" });
VALUES(v_hytec_subtype, { 1, "Transceiver" }, { 2, "Trace" });
static const struct truth truth_set_not = { "Set", "Not set" };
static const struct unit metres = { " m", " m" };
static const struct truth truth_capable = { "Capable", "Not capable" };
static const struct truth truth_pse = { "PSE", "PD" };
static const struct truth truth_active = { "Active", "Inactive" };
static const struct truth truth_unknown = { "Unknown", "Defined" };
static const struct truth truth_desired = { "Desired", "Not Desired" };
SHARED_VALUES(lldp_columns, { 0, "Default Column Info" }, { 1, "PROFINET Special Column Info" });
VALUES(qbg_subtypes, { 0, "EVB" }, { 1, "CDCP" }, { 2, "VDP" });

/* --- identifiers ------------------------------------------------------------------------------ */

/* The letters before an identifier in the Info column. */
struct id_kind {
    const char *letters;
    uint8_t form;
};
static const struct id_kind chassis_kinds[] = { { "Rs", ID_RESERVED }, { "CC", ID_TEXT }, { "IA", ID_TEXT },   { "PC", ID_HEX },
                                                { "MA", ID_MAC },      { "NA", ID_ADDRESS }, { "IN", ID_TEXT }, { "LA", ID_TEXT } };
static const struct id_kind port_kinds[] = { { "Rs", ID_RESERVED }, { "IA", ID_TEXT }, { "PC", ID_HEX },  { "MA", ID_MAC },
                                             { "NA", ID_ADDRESS },  { "IN", ID_TEXT }, { "AC", ID_TEXT }, { "LA", ID_TEXT } };

static const struct id_kind *kind_of(uint32_t type, uint8_t subtype)
{
    const struct id_kind *kinds = type == TLV_CHASSIS ? chassis_kinds : port_kinds;
    return &kinds[subtype < ARRAY_LEN(chassis_kinds) ? subtype : 0];
}

enum lldp_id_form lldp_id_form(uint32_t type, uint8_t subtype) { return kind_of(type, subtype)->form; }

/* The identifier that follows the subtype. */
static void sb_id(struct strbuf *sb, enum lldp_id_form form, const uint8_t *p, uint32_t len)
{
    switch (form) {
    case ID_TEXT:
        sb_escaped(sb, p, len);
        return;
    case ID_HEX:
        sb_hex_bytes(sb, p, len, 0);
        return;
    case ID_MAC:
        sb_ether(sb, p);
        return;
    case ID_ADDRESS:
        if (p[0] == FAMILY_IPV4 && len == 5)
            sb_ipv4(sb, p + 1);
        else if (p[0] == FAMILY_IPV6 && len == 17)
            sb_ipv6(sb, p + 1);
        else
            sb_hex_bytes(sb, p + 1, len - 1, 0);
        return;
    default:
        sb_str(sb, "Reserved");
    }
}

void lldp_info_tlv(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct tlv *t = arg;
    (void)d;
    switch (t->type) {
    case TLV_CHASSIS:
    case TLV_PORT:
        sb_str(sb, kind_of(t->type, t->p[0])->letters);
        sb_char(sb, '/');
        sb_id(sb, kind_of(t->type, t->p[0])->form, t->p + 1, t->len - 1);
        break;
    case TLV_TTL:
        sb_uint(sb, be16(t->p));
        break;
    default:
        sb_str(sb, t->type == TLV_NAME ? "SysN=" : "SysD=");
        sb_escaped(sb, t->p, t->len);
    }
    sb_char(sb, ' ');
}

static void id_line(struct strbuf *sb, const struct tlv *t)
{
    bool chassis = t->type == TLV_CHASSIS;
    sb_str(sb, chassis ? "Chassis Subtype = " : "Port Subtype = ");
    sb_str(sb, values_or(chassis ? &lldp_chassis_subtypes : &lldp_port_subtypes, t->p[0], "Reserved"));
    if (t->wrong)
        return;
    sb_str(sb, ", Id: ");
    sb_id(sb, kind_of(t->type, t->p[0])->form, t->p + 1, t->len - 1);
}

/* --- lines ------------------------------------------------------------------------------------ */

static const struct lldp_vendor vendors[] = {
    { OUI_802_1, IEEE_802_1_SUBTYPE, &v_ieee_802_1_subtype, "Unknown subtype 0x", "" },
    { OUI_802_3, IEEE_802_3_SUBTYPE, &v_ieee_802_3_subtype, "Unknown subtype 0x", "" },
    { OUI_MEDIA, MEDIA_SUBTYPE, &v_media_subtype, "Unknown subtype 0x", "" },
    { OUI_QBG, IEEE_802_1QBG_SUBTYPE, &qbg_subtypes, "Unknown subtype 0x", "" },
    { OUI_CISCO, CISCO_SUBTYPE, &v_cisco_subtype, "Unknown subtype (0x", ")" },
    { OUI_IANA, IANA_SUBTYPE, &v_iana_subtype, "Unknown subtype (0x", ")" },
    { OUI_PROFINET, PROFINET_SUBTYPE, &v_profinet_subtype, "Reserved (0x", ")" },
    { OUI_DCBX, DCBX_PROTO, &v_dcbx_version, "Unknown subtype (0x", ")" },
    { OUI_AVAYA, AVAYA_SUBTYPE, &v_avaya_subtype, "Unknown subtype (0x", ")" },
    { OUI_FABRIC, FABRIC_SUBTYPE, &v_fabric_subtype, "Unknown subtype 0x", "" },
    { OUI_ONOS, ONOS_SUBTYPE, &v_onos_subtype, "Unknown subtype (0x", ")" },
    { OUI_EXTREME, CONNECT_SUBTYPE, &v_connect_subtype, "Unknown subtype 0x", "" },
    { OUI_HYTEC, HYTEC_SUBTYPE, &v_hytec_subtype, "Unknown subtype (0x", ")" },
};

const struct lldp_vendor *lldp_vendor(uint32_t oui)
{
    for (uint32_t i = 0; i < ARRAY_LEN(vendors); i++)
        if (vendors[i].oui == oui)
            return &vendors[i];
    return NULL;
}

static void org_line(struct strbuf *sb, const struct dissect *d, const struct tlv *t)
{
    const char *vendor = name_of_oui(d, t->p);
    const struct lldp_vendor *v = lldp_vendor(be24(t->p));
    const char *name = v != NULL ? values_find(v->names, t->p[3]) : NULL;
    sb_str(sb, vendor != NULL ? vendor : "Unknown");
    sb_str(sb, " - ");
    if (name != NULL)
        sb_str(sb, name);
    else if (v != NULL)
        sb_printf(sb, "%s%x%s", v->before, t->p[3], v->after);
    else
        sb_printf(sb, "Unknown (%u)", t->p[3]);
    if (be24(t->p) == OUI_CISCO)
        lldp_sb_cisco(sb, t->p + ORG_HEAD - HEAD, t->len - (ORG_HEAD - HEAD), t->p[3]);
}

static void tlv_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tlv *t = n->v.arg;
    if (t == NULL)
        return;
    switch (t->type) {
    case TLV_END: sb_str(sb, "End of LLDPDU"); return;
    case TLV_CHASSIS:
    case TLV_PORT: id_line(sb, t); return;
    case TLV_TTL: sb_printf(sb, "Time To Live = %u sec", be16(t->p)); return;
    case TLV_PORT_DESC:
    case TLV_NAME:
    case TLV_DESC:
        sb_str(sb, t->type == TLV_PORT_DESC ? "Port Description = "
                   : t->type == TLV_NAME    ? "System Name = "
                                            : "System Description = ");
        sb_escaped(sb, t->p, t->len);
        return;
    case TLV_CAPS: sb_str(sb, "Capabilities"); return;
    case TLV_ADDRESS: sb_str(sb, "Management Address"); return;
    case TLV_ORG: org_line(sb, d, t); return;
    default: sb_str(sb, "Unknown TLV");
    }
}

void lldp_bad_type_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct expected *e = n->v.arg;
    (void)d;
    if (e != NULL)
        sb_printf(sb, "Invalid %s (0x%02x), expected (0x%02x)", e->name, e->found, e->right);
}

void lldp_wrong_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct wrong_length *w = n->v.arg;
    (void)d;
    if (w == NULL)
        return;
    sb_printf(sb, "Invalid %s Length (%u)", w->name, w->len);
    if (w->subtype == NULL) {
        sb_printf(sb, ", expected > (%u)", w->right);
        return;
    }
    sb_printf(sb, " for Type (%s%s%s), expected (%u)", w->subtype, w->family != NULL ? ", " : "",
              w->family != NULL ? w->family : "", w->right);
}

static void sb_application(struct strbuf *sb, uint32_t id)
{
    sb_str(sb, id == 0x8906   ? "FCoE Application"
               : id == 0x8914 ? "FiP Application"
               : id == 0x0cbc ? "iSCSI Application"
                              : "Unknown Application");
}

static void application_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 3);
    if (p != NULL)
        sb_application(sb, be16(p + 1));
}

static void dcbx_application_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p != NULL)
        sb_application(sb, be16(p));
}

/* "Priority Groups TLV" */
static void dcbx_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p == NULL)
        return;
    sb_str(sb, values_or(&v_dcbx_type, p[0] >> 1, "Unknown"));
    sb_str(sb, " TLV");
}

static void delay_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    sb_uint(sb, n->v.u);
    sb_str(sb, n->v.u != 0 ? "ns" : " (unknown)");
}

static void period_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p != NULL)
        sb_printf(sb, ": %s, %uns", p[0] & 0x80 ? "Valid" : "Invalid", be32(p) & 0x7fffffff);
}

static void hytec_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const char *name = annotation(d, n);
    if (name != NULL)
        sb_printf(sb, " (%s)", name);
}

void lldp_hytec_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct wrong_length *w = n->v.arg;
    (void)d;
    if (w != NULL)
        sb_printf(sb, "%s length (%u) != expected length (%u)", w->name, w->len, w->right);
}

/* --- values ----------------------------------------------------------------------------------- */

static void watt_text(struct strbuf *sb, uint64_t v)
{
    sb_printf(sb, "%u.%u. Watt", (unsigned)(v / 10), (unsigned)(v % 10));
}
static void milliwatt_text(struct strbuf *sb, uint64_t v) { sb_printf(sb, "%u mW", (unsigned)v * 100); }

/* RFC 6225: 34 bits, 25 of them a fraction, two's complement, below a resolution of 6 bits. */
static void degrees(struct strbuf *sb, uint64_t v, const char *positive, const char *negative)
{
    enum { BITS = 34, FRACTION = 25 };
    uint64_t raw = v & (((uint64_t)1 << BITS) - 1);
    bool minus = (raw >> (BITS - 1) & 1) != 0;
    uint64_t size = minus ? ((uint64_t)1 << BITS) - raw : raw;
    uint64_t fraction = (size & ((1u << FRACTION) - 1)) * 10000 >> FRACTION;
    sb_printf(sb, "%u.%04u degrees %s (0x%010llX)", (unsigned)(size >> FRACTION), (unsigned)fraction,
              minus ? negative : positive, (unsigned long long)raw);
}
static void latitude_text(struct strbuf *sb, uint64_t v) { degrees(sb, v, "North", "South"); }
static void longitude_text(struct strbuf *sb, uint64_t v) { degrees(sb, v, "East", "West"); }

/* What a power source's number means depends on whether the device gives or takes power. */
static void power_source_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const given[] = { "Unknown", "Primary Power Source", "Backup Power Source", "Reserved" };
    static const char *const taken[] = { "Unknown", "PSE", "Local", "PSE and Local" };
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p == NULL)
        return;
    sb_str(sb, "..");
    sb_char(sb, *p & 0x20 ? '1' : '0');
    sb_char(sb, *p & 0x10 ? '1' : '0');
    uint32_t source = *p >> 4 & 3, type = *p >> 6;
    bool media = strncmp(registry_field(n->field)->name, "lldp.media", 10) == 0;
    const char *name = type & 1 ? taken[source] : given[source];
    sb_printf(sb, " .... = Power Source: %u %s", source, media && type > 1 ? "Unknown" : name);
}

/* Eight classes are written as 0. */
static void classes_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    uint32_t v = (uint32_t)n->v.u;
    (void)d;
    sb_printf(sb, ".... .%u%u%u = Maximum Number of Traffic Classes: %u (0x%x)", v >> 2 & 1, v >> 1 & 1, v & 1,
              v == 0 ? 8 : v, v);
}

static void preemption_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u & 1 ? ", Preemption capabilities support" : "");
    sb_str(sb, n->v.u & 2 ? ", Preemption capabilities enable" : "");
    sb_str(sb, n->v.u & 4 ? ", Preemption capabilities active" : "");
}

/* The same identifier with the name of its first arc. */
static void oid_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const roots[] = { "itu-t", "iso", "joint-iso-itu-t" };
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    uint64_t arc = 0;
    if (p == NULL || n->len == 0)
        return;
    uint32_t root = p[0] < 40 ? 0 : p[0] < 80 ? 1 : 2;
    sb_printf(sb, " (%s", roots[root]);
    for (uint32_t i = 0, first = 1; i < n->len; i++) {
        arc = arc << 7 | (p[i] & 0x7f);
        if (p[i] & 0x80)
            continue;
        sb_char(sb, '.');
        sb_uint(sb, first ? arc - root * 40u : arc);
        first = 0;
        arc = 0;
    }
    sb_char(sb, ')');
}

/* --- fields ----------------------------------------------------------------------------------- */

const struct field lldp_fields[LLDP_ROWS] = {
    [LLDP] = { "lldp", "Link Layer Discovery Protocol", FT_PROTOCOL },
    [TLV_LINE] = { "", "TLV", FT_NONE, .label_fn = tlv_line },
    [BAD_TYPE_LINE] = { "", "Invalid type", FT_NONE, .label_fn = lldp_bad_type_text },
    [EXCESS_LINE] = { "", "Invalid length, greater than expected", FT_NONE },
    [SHORT_LINE] = { "", "Invalid length, too short", FT_NONE },
    [INVERSE_LINE] = { "", "Same in inverse (wrong) bitorder", FT_NONE },
    [APPLICATION_LINE] = { "", "Application", FT_NONE, .label_fn = application_line },
    [DCBX_FEATURE_APP_PROTO] = { "lldp.dcbx.feature.app.proto", "Application Protocol Id", FT_UINT16, BASE_HEX },
    [CIVIC_CA_LENGTH] = { "lldp.media.civic.length", "CA Length", FT_UINT8, BASE_DEC },
    [TLV_TYPE] = { "lldp.tlv.type", "TLV Type", FT_UINT16, BASE_DEC, .mask = 0xfe00, .values = &v_tlv_type },
    [TLV_LEN] = { "lldp.tlv.len", "TLV Length", FT_UINT16, BASE_DEC, .mask = 0x1ff },
    [TLV_SYSTEM_CAP] = { "lldp.tlv.system_cap", "Capabilities", FT_UINT16, BASE_HEX },
    [TLV_SYSTEM_CAP_OTHER] = { "lldp.tlv.system_cap.other", "Other", FT_BOOLEAN, BITS_16,
                               .mask = 0x1, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_REPEATER] = { "lldp.tlv.system_cap.repeater", "Repeater", FT_BOOLEAN, BITS_16,
                                  .mask = 0x2, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_BRIDGE] = { "lldp.tlv.system_cap.bridge", "Bridge", FT_BOOLEAN, BITS_16,
                                .mask = 0x4, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_WLAN_ACCESS_PT] = { "lldp.tlv.system_cap.wlan_access_pt", "WLAN access point", FT_BOOLEAN, BITS_16,
                                        .mask = 0x8, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_ROUTER] = { "lldp.tlv.system_cap.router", "Router", FT_BOOLEAN, BITS_16,
                                .mask = 0x10, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_TELEPHONE] = { "lldp.tlv.system_cap.telephone", "Telephone", FT_BOOLEAN, BITS_16,
                                   .mask = 0x20, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_DOCSIS_CABLE_DEVICE] = { "lldp.tlv.system_cap.docsis_cable_device", "DOCSIS cable device", FT_BOOLEAN, BITS_16,
                                             .mask = 0x40, .truth = &truth_capable },
    [TLV_SYSTEM_CAP_STATION_ONLY] = { "lldp.tlv.system_cap.station_only", "Station only", FT_BOOLEAN, BITS_16,
                                      .mask = 0x80, .truth = &truth_capable },
    [TLV_SYSTEM_NAME] = { "lldp.tlv.system.name", "System Name", FT_STRING },
    [TLV_SYSTEM_DESC] = { "lldp.tlv.system.desc", "System Description", FT_STRING },
    [TLV_ENABLE_SYSTEM_CAP] = { "lldp.tlv.enable_system_cap", "Enabled Capabilities", FT_UINT16, BASE_HEX },
    [TLV_ENABLE_SYSTEM_CAP_OTHER] = { "lldp.tlv.enable_system_cap.other", "Other", FT_BOOLEAN, BITS_16,
                                      .mask = 0x1, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_REPEATER] = { "lldp.tlv.enable_system_cap.repeater", "Repeater", FT_BOOLEAN, BITS_16,
                                         .mask = 0x2, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_BRIDGE] = { "lldp.tlv.enable_system_cap.bridge", "Bridge", FT_BOOLEAN, BITS_16,
                                       .mask = 0x4, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_WLAN_ACCESS_PT] = { "lldp.tlv.enable_system_cap.wlan_access_pt", "WLAN access point", FT_BOOLEAN, BITS_16,
                                               .mask = 0x8, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_ROUTER] = { "lldp.tlv.enable_system_cap.router", "Router", FT_BOOLEAN, BITS_16,
                                       .mask = 0x10, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_TELEPHONE] = { "lldp.tlv.enable_system_cap.telephone", "Telephone", FT_BOOLEAN, BITS_16,
                                          .mask = 0x20, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_DOCSIS_CABLE_DEVICE] = { "lldp.tlv.enable_system_cap.docsis_cable_device", "DOCSIS cable device", FT_BOOLEAN, BITS_16,
                                                    .mask = 0x40, .truth = &truth_capable },
    [TLV_ENABLE_SYSTEM_CAP_STATION_ONLY] = { "lldp.tlv.enable_system_cap.station_only", "Station only", FT_BOOLEAN, BITS_16,
                                             .mask = 0x80, .truth = &truth_capable },
    [CHASSIS_SUBTYPE] = { "lldp.chassis.subtype", "Chassis Id Subtype", FT_UINT8, BASE_DEC,
                          .values = &lldp_chassis_subtypes },
    [CHASSIS_ID] = { "lldp.chassis.id", "Chassis Id", FT_BYTES },
    [CHASSIS_ID_MAC] = { "lldp.chassis.id.mac", "Chassis Id", FT_ETHER },
    [CHASSIS_ID_IP4] = { "lldp.chassis.id.ip4", "Chassis Id", FT_IPv4 },
    [CHASSIS_ID_IP6] = { "lldp.chassis.id.ip6", "Chassis Id", FT_IPv6 },
    [PORT_SUBTYPE] = { "lldp.port.subtype", "Port Id Subtype", FT_UINT8, BASE_DEC, .values = &lldp_port_subtypes },
    [PORT_ID] = { "lldp.port.id", "Port Id", FT_STRING },
    [PORT_DESC] = { "lldp.port.desc", "Port Description", FT_STRING },
    [PORT_ID_MAC] = { "lldp.port.id.mac", "Port Id", FT_ETHER },
    [NETWORK_ADDRESS_SUBTYPE] = { "lldp.network_address.subtype", "Network Address family", FT_UINT8, BASE_DEC,
                                  .values = &lldp_families },
    [PORT_ID_IP4] = { "lldp.port.id.ip4", "Port Id", FT_IPv4 },
    [PORT_ID_IP6] = { "lldp.port.id.ip6", "Port Id", FT_IPv6 },
    [TIME_TO_LIVE] = { "lldp.time_to_live", "Seconds", FT_UINT16, BASE_DEC },
    [MGN_ADDRESS_LEN] = { "lldp.mgn.address.len", "Address String Length", FT_UINT8, BASE_DEC },
    [MGN_ADDRESS_SUBTYPE] = { "lldp.mgn.address.subtype", "Address Subtype", FT_UINT8, BASE_DEC,
                              .values = &lldp_families },
    [MGN_ADDR_IP4] = { "lldp.mgn.addr.ip4", "Management Address", FT_IPv4 },
    [MGN_ADDR_IP6] = { "lldp.mgn.addr.ip6", "Management Address", FT_IPv6 },
    [MGN_ADDR_HEX] = { "lldp.mgn.addr.hex", "Management Address", FT_BYTES },
    [MGN_INTERFACE_SUBTYPE] = { "lldp.mgn.interface.subtype", "Interface Subtype", FT_UINT8, BASE_DEC,
                                .values = &v_mgn_interface_subtype },
    [MGN_INTERFACE_NUMBER] = { "lldp.mgn.interface.number", "Interface Number", FT_UINT32, BASE_DEC },
    [MGN_OBJ_LEN] = { "lldp.mgn.obj.len", "OID String Length", FT_UINT8, BASE_DEC },
    [MGN_OBJ_ID] = { "lldp.mgn.obj.id", "Object Identifier", FT_OID, .suffix = oid_suffix },
    [ORGTLV_OUI] = { "lldp.orgtlv.oui", "Organization Unique Code", FT_UINT24, BASE_OUI },
    [DCBX_FEATURE_PG_RESERVED] = { "lldp.dcbx.feature.pg.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfe },
    [DCBX_FEATURE_PG_PGID_PRIO0] = { "lldp.dcbx.feature.pg.pgid_prio0", "PGID for Prio 0", FT_UINT16, BASE_DEC,
                                     .mask = 0xf000 },
    [DCBX_FEATURE_PG_PGID_PRIO1] = { "lldp.dcbx.feature.pg.pgid_prio1", "PGID for Prio 1", FT_UINT16, BASE_DEC,
                                     .mask = 0xf00 },
    [DCBX_FEATURE_PG_PGID_PRIO2] = { "lldp.dcbx.feature.pg.pgid_prio2", "PGID for Prio 2", FT_UINT16, BASE_DEC,
                                     .mask = 0xf0 },
    [DCBX_FEATURE_PG_PGID_PRIO3] = { "lldp.dcbx.feature.pg.pgid_prio3", "PGID for Prio 3", FT_UINT16, BASE_DEC,
                                     .mask = 0xf },
    [DCBX_FEATURE_PG_PGID_PRIO4] = { "lldp.dcbx.feature.pg.pgid_prio4", "PGID for Prio 4", FT_UINT16, BASE_DEC,
                                     .mask = 0xf000 },
    [DCBX_FEATURE_PG_PGID_PRIO5] = { "lldp.dcbx.feature.pg.pgid_prio5", "PGID for Prio 5", FT_UINT16, BASE_DEC,
                                     .mask = 0xf00 },
    [DCBX_FEATURE_PG_PGID_PRIO6] = { "lldp.dcbx.feature.pg.pgid_prio6", "PGID for Prio 6", FT_UINT16, BASE_DEC,
                                     .mask = 0xf0 },
    [DCBX_FEATURE_PG_PGID_PRIO7] = { "lldp.dcbx.feature.pg.pgid_prio7", "PGID for Prio 7", FT_UINT16, BASE_DEC,
                                     .mask = 0xf },
    [DCBX_FEATURE_PG_PER0] = { "lldp.dcbx.feature.pg.per0", "Bandwidth for PGID 0", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER1] = { "lldp.dcbx.feature.pg.per1", "Bandwidth for PGID 1", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER2] = { "lldp.dcbx.feature.pg.per2", "Bandwidth for PGID 2", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER3] = { "lldp.dcbx.feature.pg.per3", "Bandwidth for PGID 3", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER4] = { "lldp.dcbx.feature.pg.per4", "Bandwidth for PGID 4", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER5] = { "lldp.dcbx.feature.pg.per5", "Bandwidth for PGID 5", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER6] = { "lldp.dcbx.feature.pg.per6", "Bandwidth for PGID 6", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_PER7] = { "lldp.dcbx.feature.pg.per7", "Bandwidth for PGID 7", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_PG_NUMTCS] = { "lldp.dcbx.feature.pg.numtcs", "Number of Traffic Classes Supported", FT_UINT8, BASE_HEX,
                                  },
    [DCBX_FEATURE_PFC_PRIO0] = { "lldp.dcbx.feature.pfc.prio0", "PFC for Priority 0", FT_BOOLEAN, BITS_8,
                                 .mask = 0x1, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO1] = { "lldp.dcbx.feature.pfc.prio1", "PFC for Priority 1", FT_BOOLEAN, BITS_8,
                                 .mask = 0x2, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO2] = { "lldp.dcbx.feature.pfc.prio2", "PFC for Priority 2", FT_BOOLEAN, BITS_8,
                                 .mask = 0x4, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO3] = { "lldp.dcbx.feature.pfc.prio3", "PFC for Priority 3", FT_BOOLEAN, BITS_8,
                                 .mask = 0x8, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO4] = { "lldp.dcbx.feature.pfc.prio4", "PFC for Priority 4", FT_BOOLEAN, BITS_8,
                                 .mask = 0x10, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO5] = { "lldp.dcbx.feature.pfc.prio5", "PFC for Priority 5", FT_BOOLEAN, BITS_8,
                                 .mask = 0x20, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO6] = { "lldp.dcbx.feature.pfc.prio6", "PFC for Priority 6", FT_BOOLEAN, BITS_8,
                                 .mask = 0x40, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_PRIO7] = { "lldp.dcbx.feature.pfc.prio7", "PFC for Priority 7", FT_BOOLEAN, BITS_8,
                                 .mask = 0x80, .truth = &truth_enabled },
    [DCBX_FEATURE_PFC_NUMTCS] = { "lldp.dcbx.feature.pfc.numtcs", "Number of Traffic Classes Supported", FT_UINT8, BASE_HEX,
                                   },
    [IEEE_802_1_SUBTYPE] = { "lldp.ieee.802_1.subtype", "IEEE 802.1 Subtype", FT_UINT8, BASE_HEX,
                             .values = &v_ieee_802_1_subtype },
    [IEEE_802_1_PORT_AND_VLAN_ID_FLAG] = { "lldp.ieee.802_1.port_and_vlan_id_flag", "Flags", FT_UINT8, BASE_HEX },
    [IEEE_802_1_PORT_AND_VLAN_ID_FLAG_SUPPORTED] = { "lldp.ieee.802_1.port_and_vlan_id_flag.supported", "Port and Protocol VLAN", FT_BOOLEAN, BITS_8,
                                                     .mask = 0x2, .truth = &truth_supported },
    [IEEE_802_1_PORT_AND_VLAN_ID_FLAG_ENABLED] = { "lldp.ieee.802_1.port_and_vlan_id_flag.enabled", "Port and Protocol VLAN", FT_BOOLEAN, BITS_8,
                                                   .mask = 0x4, .truth = &truth_enabled },
    [IEEE_802_1_PORT_VLAN_ID] = { "lldp.ieee.802_1.port_vlan.id", "Port VLAN Identifier", FT_UINT16, BASE_DEC_HEX },
    [IEEE_802_1_PORT_PROTO_VLAN_ID] = { "lldp.ieee.802_1.port_proto_vlan.id", "Port and Protocol VLAN Identifier", FT_UINT16, BASE_DEC_HEX,
                                         },
    [IEEE_802_1_VLAN_ID] = { "lldp.ieee.802_1.vlan.id", "VLAN Identifier", FT_UINT16, BASE_DEC_HEX },
    [IEEE_802_1_VLAN_NAME_LEN] = { "lldp.ieee.802_1.vlan.name_len", "VLAN Name Length", FT_UINT8, BASE_DEC },
    [IEEE_802_1_VLAN_NAME] = { "lldp.ieee.802_1.vlan.name", "VLAN Name", FT_STRINGZ },
    [IEEE_802_1_PROTO_ID_LENGTH] = { "lldp.ieee.802_1.proto.id_length", "Protocol Identity Length", FT_UINT8, BASE_DEC,
                                      },
    [IEEE_802_1_PROTO_ID] = { "lldp.ieee.802_1.proto.id", "Protocol Identity", FT_BYTES },
    [IEEE_802_1_AGGREGATION_STATUS] = { "lldp.ieee.802_1.aggregation_status", "Aggregation Status", FT_UINT8, BASE_HEX,
                                         },
    [IEEE_802_1_AGGREGATION_STATUS_CAP] = { "lldp.ieee.802_1.aggregation_status.cap", "Aggregation Capability", FT_BOOLEAN, BITS_8,
                                            .mask = 0x1, .truth = &truth_yes },
    [IEEE_802_1_AGGREGATION_STATUS_ENABLED] = { "lldp.ieee.802_1.aggregation_status.enabled", "Aggregation Status", FT_BOOLEAN, BITS_8,
                                                .mask = 0x2, .truth = &truth_enabled },
    [IEEE_802_1_AGGREGATION_STATUS_PORTTYPE] = { "lldp.ieee.802_1.aggregation_status.porttype", "Aggregation Status", FT_UINT8, BASE_DEC,
                                                 .mask = 0xc, .values = &v_ieee_802_1_aggregation_status_porttype },
    [IEEE_802_1_AGGREGATED_PORT_ID] = { "lldp.ieee.802_1.aggregated_port_id", "Aggregated Port Id", FT_UINT32, BASE_DEC,
                                         },
    [IEEE_802_1QAU_CNPV_PRIO0] = { "lldp.ieee.802_1qau.cnpv.prio0", "Priority 0 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x1, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO1] = { "lldp.ieee.802_1qau.cnpv.prio1", "Priority 1 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x2, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO2] = { "lldp.ieee.802_1qau.cnpv.prio2", "Priority 2 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x4, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO3] = { "lldp.ieee.802_1qau.cnpv.prio3", "Priority 3 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x8, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO4] = { "lldp.ieee.802_1qau.cnpv.prio4", "Priority 4 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x10, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO5] = { "lldp.ieee.802_1qau.cnpv.prio5", "Priority 5 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x20, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO6] = { "lldp.ieee.802_1qau.cnpv.prio6", "Priority 6 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x40, .truth = &truth_enabled },
    [IEEE_802_1QAU_CNPV_PRIO7] = { "lldp.ieee.802_1qau.cnpv.prio7", "Priority 7 CNPV Capability", FT_BOOLEAN, BITS_8,
                                   .mask = 0x80, .truth = &truth_enabled },
    [IEEE_802_1QAU_READY_PRIO0] = { "lldp.ieee.802_1qau.ready.prio0", "Priority 0 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x1, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO1] = { "lldp.ieee.802_1qau.ready.prio1", "Priority 1 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x2, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO2] = { "lldp.ieee.802_1qau.ready.prio2", "Priority 2 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x4, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO3] = { "lldp.ieee.802_1qau.ready.prio3", "Priority 3 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x8, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO4] = { "lldp.ieee.802_1qau.ready.prio4", "Priority 4 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x10, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO5] = { "lldp.ieee.802_1qau.ready.prio5", "Priority 5 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x20, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO6] = { "lldp.ieee.802_1qau.ready.prio6", "Priority 6 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x40, .truth = &truth_set },
    [IEEE_802_1QAU_READY_PRIO7] = { "lldp.ieee.802_1qau.ready.prio7", "Priority 7 Ready Indicator", FT_BOOLEAN, BITS_8,
                                    .mask = 0x80, .truth = &truth_set },
    [DCBX_IEEE_WILLING] = { "lldp.dcbx.ieee.willing", "Willing", FT_BOOLEAN, BITS_8,
                            .mask = 0x80, .truth = &truth_yes },
    [DCBX_IEEE_ETS_CBS] = { "lldp.dcbx.ieee.ets.cbs", "Credit-Based Shaper", FT_BOOLEAN, BITS_8,
                            .mask = 0x40, .truth = &truth_supported },
    [DCBX_IEEE_ETS_MAXTCS] = { "lldp.dcbx.ieee.ets.maxtcs", "Maximum Number of Traffic Classes", FT_UINT8, BASE_DEC,
                               .mask = 0x7, .label_fn = classes_line },
    [DCBX_IEEE_ETS_TSA0] = { "lldp.dcbx.ieee.ets.tsa0", "TSA for Traffic Class 0", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA1] = { "lldp.dcbx.ieee.ets.tsa1", "TSA for Traffic Class 1", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA2] = { "lldp.dcbx.ieee.ets.tsa2", "TSA for Traffic Class 2", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA3] = { "lldp.dcbx.ieee.ets.tsa3", "TSA for Traffic Class 3", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA4] = { "lldp.dcbx.ieee.ets.tsa4", "TSA for Traffic Class 4", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA5] = { "lldp.dcbx.ieee.ets.tsa5", "TSA for Traffic Class 5", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA6] = { "lldp.dcbx.ieee.ets.tsa6", "TSA for Traffic Class 6", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_ETS_TSA7] = { "lldp.dcbx.ieee.ets.tsa7", "TSA for Traffic Class 7", FT_UINT8, BASE_DEC,
                             .values = &v_dcbx_ieee_ets_tsa0 },
    [DCBX_IEEE_PFC_MBC] = { "lldp.dcbx.ieee.pfc.mbc", "MACsec Bypass Capability", FT_BOOLEAN, BITS_8,
                            .mask = 0x40, .truth = &truth_capable },
    [DCBX_IEEE_PFC_NUMTCS] = { "lldp.dcbx.ieee.pfc.numtcs", "Max PFC Enabled Traffic Classes", FT_UINT8, BASE_DEC,
                               .mask = 0xf },
    [DCBX_IEEE_APP_RESERVED] = { "lldp.dcbx.ieee.app.reserved", "Reserved", FT_UINT8, BASE_HEX },
    [DCBX_IEEE_APP_PRIO] = { "lldp.dcbx.ieee.app.prio", "Application Priority", FT_UINT8, BASE_DEC, .mask = 0xe0 },
    [DCBX_IEE_APP_SF] = { "lldp.dcbx.iee.app.sf", "Application Selector", FT_UINT8, BASE_DEC,
                          .mask = 0x7, .values = &v_dcbx_iee_app_sf },
    [IEEE_802_3_SUBTYPE] = { "lldp.ieee.802_3.subtype", "IEEE 802.3 Subtype", FT_UINT8, BASE_HEX,
                             .values = &v_ieee_802_3_subtype },
    [IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS] = { "lldp.ieee.802_3.mac_phy_auto_neg_status", "Auto-Negotiation Support/Status", FT_UINT8, BASE_HEX,
                                              },
    [IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_SUPPORTED] = { "lldp.ieee.802_3.mac_phy_auto_neg_status.supported", "Auto-Negotiation", FT_BOOLEAN, BITS_8,
                                                       .mask = 0x1, .truth = &truth_supported },
    [IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_ENABLED] = { "lldp.ieee.802_3.mac_phy_auto_neg_status.enabled", "Auto-Negotiation", FT_BOOLEAN, BITS_8,
                                                     .mask = 0x2, .truth = &truth_enabled },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps", "PMD Auto-Negotiation Advertised Capability", FT_UINT16, BASE_HEX,
                                                   },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_TFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_tfd", "1000BASE-T (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x1, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_T] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_t", "1000BASE-T (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x2, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_XFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x4, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_X] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x8, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_BPAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x10, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_SPAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_spause", "Symmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x20, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_APAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_apause", "Asymmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x40, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_PAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_pause", "PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
                                                            .mask = 0x80, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2FD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2fd", "100BASE-T2 (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x100, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2", "100BASE-T2 (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x200, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TXFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_txfd", "100BASE-TX (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x400, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TX] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_tx", "100BASE-TX (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x800, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T4] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t4", "100BASE-T4", FT_BOOLEAN, BITS_16,
            .mask = 0x1000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_TFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_tfd", "10BASE-T (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x2000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_T] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_t", "10BASE-T (half duplex mode)", FT_BOOLEAN, BITS_16,
                                                           .mask = 0x4000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_OTHER] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.other", "Other or unknown", FT_BOOLEAN, BITS_16,
                                                        .mask = 0x8000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_TFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_tfd", "1000BASE-T (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x8000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_T] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_t", "1000BASE-T (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x4000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_XFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x2000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_X] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x1000, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_BPAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x800, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_SPAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_spause", "Symmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x400, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_APAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_apause", "Asymmetric PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x200, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_PAUSE] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_pause", "PAUSE (for full-duplex links)", FT_BOOLEAN, BITS_16,
            .mask = 0x100, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2FD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2fd", "100BASE-T2 (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x80, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2", "100BASE-T2 (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x40, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TXFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_txfd", "100BASE-TX (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x20, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TX] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_tx", "100BASE-TX (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x10, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T4] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t4", "100BASE-T4", FT_BOOLEAN, BITS_16,
            .mask = 0x8, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_TFD] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_tfd", "10BASE-T (full duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x4, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_T] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_t", "10BASE-T (half duplex mode)", FT_BOOLEAN, BITS_16,
            .mask = 0x2, .truth = &truth_capable },
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_OTHER] = { "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.other", "Other or unknown", FT_BOOLEAN, BITS_16,
                                                            .mask = 0x1, .truth = &truth_capable },
    [IEEE_802_3_PMD_MAU_TYPE] = { "lldp.ieee.802_3.pmd_mau_type", "Operational MAU Type", FT_UINT16, BASE_HEX,
                                  .values = &v_ieee_802_3_pmd_mau_type },
    [IEEE_802_3_MDI_POWER_SUPPORT] = { "lldp.ieee.802_3.mdi_power_support", "MDI Power Support", FT_UINT8, BASE_HEX },
    [IEEE_802_3_MDI_POWER_SUPPORT_PORT_CLASS] = { "lldp.ieee.802_3.mdi_power_support.port_class", "Port Class", FT_BOOLEAN, BITS_8,
                                                  .mask = 0x1, .truth = &truth_pse },
    [IEEE_802_3_MDI_POWER_SUPPORT_SUPPORTED] = { "lldp.ieee.802_3.mdi_power_support.supported", "PSE MDI Power", FT_BOOLEAN, BITS_8,
                                                 .mask = 0x2, .truth = &truth_supported },
    [IEEE_802_3_MDI_POWER_SUPPORT_ENABLED] = { "lldp.ieee.802_3.mdi_power_support.enabled", "PSE MDI Power", FT_BOOLEAN, BITS_8,
                                               .mask = 0x4, .truth = &truth_enabled },
    [IEEE_802_3_MDI_POWER_SUPPORT_PSE_PAIRS] = { "lldp.ieee.802_3.mdi_power_support.pse_pairs", "PSE Pairs Control Ability", FT_BOOLEAN, BITS_8,
                                                 .mask = 0x8, .truth = &truth_yes },
    [IEEE_802_3_MDI_PSE_PAIR] = { "lldp.ieee.802_3.mdi_pse_pair", "PSE Power Pair", FT_UINT8, BASE_DEC },
    [IEEE_802_3_MDI_POWER_CLASS] = { "lldp.ieee.802_3.mdi_power_class", "Power Class", FT_UINT8, BASE_DEC,
                                     .values = &v_ieee_802_3_mdi_power_class },
    [IEEE_802_3_MDI_POWER_TYPE] = { "lldp.ieee.802_3.mdi_power_type", "Power Type", FT_UINT8, BASE_DEC,
                                    .mask = 0xc0, .values = &v_ieee_802_3_mdi_power_type },
    [IEEE_802_3_MDI_POWER_SOURCE] = { "lldp.ieee.802_3.mdi_power_source", "Power Source", FT_UINT8, BASE_DEC,
                                      .mask = 0x30, .label_fn = power_source_line },
    [IEEE_802_3_MDI_POWER_PRIORITY] = { "lldp.ieee.802_3.mdi_power_priority", "Power Priority", FT_UINT8, BASE_DEC,
                                        .mask = 0xf, .values = &v_ieee_802_3_mdi_power_priority },
    [IEEE_802_3_MDI_PDE_REQUESTED] = { "lldp.ieee.802_3.mdi_pde_requested", "PD Requested Power Value", FT_UINT16, BASE_CUSTOM,
                                       .custom = watt_text },
    [IEEE_802_3_MDI_PSE_ALLOCATED] = { "lldp.ieee.802_3.mdi_pse_allocated", "PSE Allocated Power Value", FT_UINT16, BASE_CUSTOM,
                                       .custom = watt_text },
    [IEEE_802_3_BT_DS_PD_REQUESTED_POWER_VALUE_MODE_A] = { "lldp.ieee.802_3.bt_ds_pd_requested_power_value_mode_a", "DS PD Requested Power Value Mode A", FT_UINT16, BASE_DEC,
                                                            },
    [IEEE_802_3_BT_DS_PD_REQUESTED_POWER_VALUE_MODE_B] = { "lldp.ieee.802_3.bt_ds_pd_requested_power_value_mode_b", "DS PD Requested Power Value Mode B", FT_UINT16, BASE_DEC,
                                                            },
    [IEEE_802_3_BT_DS_PSE_ALLOCATED_POWER_VALUE_ALT_A] = { "lldp.ieee.802_3.bt_ds_pse_allocated_power_value_alt_a", "DS PSE Allocated Power Value Alt A", FT_UINT16, BASE_DEC,
                                                            },
    [IEEE_802_3_BT_DS_PSE_ALLOCATED_POWER_VALUE_ALT_B] = { "lldp.ieee.802_3.bt_ds_pse_allocated_power_value_alt_b", "DS PSE Allocated Power Value Alt B", FT_UINT16, BASE_DEC,
                                                            },
    [IEEE_802_3_BT_POWER_STATUS] = { "lldp.ieee.802_3.bt_power_status", "Power Status", FT_UINT16, BASE_HEX },
    [IEEE_802_3_BT_PSE_POWERING_STATUS] = { "lldp.ieee.802_3.bt_pse_powering_status", "PSE Powering Status", FT_UINT16, BASE_DEC,
                                            .mask = 0xc000 },
    [IEEE_802_3_BT_PD_POWERED_STATUS] = { "lldp.ieee.802_3.bt_pd_powered_status", "PD Powered Status", FT_UINT16, BASE_DEC,
                                          .mask = 0x3000 },
    [IEEE_802_3_BT_PSE_POWER_PAIRS_EXT] = { "lldp.ieee.802_3.bt_pse_power_pairs_ext", "PSE Power Pairs ext", FT_UINT16, BASE_DEC,
                                            .mask = 0xc00 },
    [IEEE_802_3_BT_DS_PWR_CLASS_EXT_A] = { "lldp.ieee.802_3.bt_ds_pwr_class_ext_a", "DS Pwr Class Ext A", FT_UINT16, BASE_DEC,
                                           .mask = 0x380 },
    [IEEE_802_3_BT_DS_PWR_CLASS_EXT_B] = { "lldp.ieee.802_3.bt_ds_pwr_class_ext_b", "DS Pwr Class Ext B", FT_UINT16, BASE_DEC,
                                           .mask = 0x70 },
    [IEEE_802_3_BT_PWR_CLASS_EXT_] = { "lldp.ieee.802_3.bt_pwr_class_ext_", "Pwr Class Ext", FT_UINT16, BASE_DEC,
                                       .mask = 0xf },
    [IEEE_802_3_BT_SYSTEM_SETUP] = { "lldp.ieee.802_3.bt_system_setup", "System Setup", FT_UINT8, BASE_HEX },
    [IEEE_802_3_BT_POWER_TYPE_EXT] = { "lldp.ieee.802_3.bt_power_type_ext", "Power Type Ext", FT_UINT8, BASE_DEC,
                                       .mask = 0xe },
    [IEEE_802_3_BT_PSE_MAXIMUM_AVAILABLE_POWER_VALUE] = { "lldp.ieee.802_3.bt_pse_maximum_available_power_value", "PSE Maximum Available Power Value", FT_UINT16, BASE_DEC,
                                                           },
    [IEEE_802_3_BT_AUTOCLASS] = { "lldp.ieee.802_3.bt_autoclass", "Autoclass", FT_UINT8, BASE_HEX },
    [IEEE_802_3_BT_PSE_AUTOCLASS_SUPPORT] = { "lldp.ieee.802_3.bt_pse_autoclass_support", "PSE Autoclass support", FT_UINT8, BASE_DEC,
                                              .mask = 0x4 },
    [IEEE_802_3_BT_AUTOCLASS_COMPLETED] = { "lldp.ieee.802_3.bt_autoclass_completed", "Autoclass Completed", FT_UINT8, BASE_DEC,
                                            .mask = 0x2 },
    [IEEE_802_3_BT_AUTOCLASS_REQUEST] = { "lldp.ieee.802_3.bt_autoclass_request", "Autoclass Request", FT_UINT8, BASE_DEC,
                                          .mask = 0x1 },
    [IEEE_802_3_BT_AUTOCLASS_RESERVED] = { "lldp.ieee.802_3.bt_autoclass_reserved", "Autoclass Reserved", FT_UINT8, BASE_HEX,
                                           .mask = 0xf8 },
    [IEEE_802_3_BT_POWER_DOWN] = { "lldp.ieee.802_3.bt_power_down", "Power down", FT_UINT24, BASE_HEX },
    [IEEE_802_3_BT_POWER_DOWN_REQUEST] = { "lldp.ieee.802_3.bt_power_down_request", "Power down request", FT_UINT24, BASE_DEC,
                                           .mask = 0xfc0000 },
    [IEEE_802_3_BT_POWER_DOWN_TIME] = { "lldp.ieee.802_3.bt_power_down_time", "Power down time", FT_UINT24, BASE_DEC,
                                        .mask = 0x3ffff },
    [IEEE_802_3_AGGREGATION_STATUS] = { "lldp.ieee.802_3.aggregation_status", "Aggregation Status", FT_UINT8, BASE_HEX,
                                         },
    [IEEE_802_3_AGGREGATION_STATUS_CAP] = { "lldp.ieee.802_3.aggregation_status.cap", "Aggregation Capability", FT_BOOLEAN, BITS_8,
                                            .mask = 0x1, .truth = &truth_yes },
    [IEEE_802_3_AGGREGATION_STATUS_ENABLED] = { "lldp.ieee.802_3.aggregation_status.enabled", "Aggregation Status", FT_BOOLEAN, BITS_8,
                                                .mask = 0x2, .truth = &truth_enabled },
    [IEEE_802_3_AGGREGATED_PORT_ID] = { "lldp.ieee.802_3.aggregated_port_id", "Aggregated Port Id", FT_UINT32, BASE_DEC,
                                         },
    [IEEE_802_3_MAX_FRAME_SIZE] = { "lldp.ieee.802_3.max_frame_size", "Maximum Frame Size", FT_UINT16, BASE_DEC },
    [IEEE_802_3_EEE_TRANSMIT] = { "lldp.ieee.802_3.eee.transmit", "Transmit", FT_UINT16, BASE_DEC },
    [IEEE_802_3_EEE_RECEIVE] = { "lldp.ieee.802_3.eee.receive", "Receive", FT_UINT16, BASE_DEC },
    [IEEE_802_3_EEE_FALLBACK_RECEIVE] = { "lldp.ieee.802_3.eee.fallback_receive", "Fallback Receive", FT_UINT16, BASE_DEC,
                                           },
    [IEEE_802_3_EEE_ECHO_TRANSMIT] = { "lldp.ieee.802_3.eee.echo_transmit", "Echo Transmit", FT_UINT16, BASE_DEC },
    [IEEE_802_3_EEE_ECHO_RECEIVE] = { "lldp.ieee.802_3.eee.echo_receive", "Echo Receive", FT_UINT16, BASE_DEC },
    [IEEE_802_1QBG_SUBTYPE] = { "lldp.ieee.802_1qbg.subtype", "IEEE 802.1Qbg Subtype", FT_UINT8, BASE_HEX,
                                .values = &v_ieee_802_1qbg_subtype },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS] = { "lldp.ieee.802_1qbg.evb_support_caps", "Supported capabilities", FT_UINT16, BASE_HEX,
                                          },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS_STD] = { "lldp.ieee.802_1qbg.evb_support_caps.std", "Standard bridging (STD)", FT_BOOLEAN, BITS_16,
                                             .mask = 0x8000, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS_RR] = { "lldp.ieee.802_1qbg.evb_support_caps.rr", "Reflective relay (RR)", FT_BOOLEAN, BITS_16,
                                            .mask = 0x4000, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS_RTE] = { "lldp.ieee.802_1qbg.evb_support_caps.rte", "Retransmission timer exponent (RTE)", FT_BOOLEAN, BITS_16,
                                             .mask = 0x4, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS_ECP] = { "lldp.ieee.802_1qbg.evb_support_caps.ecp", "Edge control protocol (ECP)", FT_BOOLEAN, BITS_16,
                                             .mask = 0x2, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_SUPPORT_CAPS_VDP] = { "lldp.ieee.802_1qbg.evb_support_caps.vdp", "VSI discovery protocol (VDP)", FT_BOOLEAN, BITS_16,
                                             .mask = 0x1, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS] = { "lldp.ieee.802_1qbg.evb_configure_caps", "Configured capabilities", FT_UINT16, BASE_HEX,
                                            },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS_STD] = { "lldp.ieee.802_1qbg.evb_configure_caps.std", "Standard bridging (STD)", FT_BOOLEAN, BITS_16,
                                               .mask = 0x8000, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS_RR] = { "lldp.ieee.802_1qbg.evb_configure_caps.rr", "Reflective relay (RR)", FT_BOOLEAN, BITS_16,
                                              .mask = 0x4000, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS_RTE] = { "lldp.ieee.802_1qbg.evb_configure_caps.rte", "Retransmission timer exponent (RTE)", FT_BOOLEAN, BITS_16,
                                               .mask = 0x4, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS_ECP] = { "lldp.ieee.802_1qbg.evb_configure_caps.ecp", "Edge control protocol (ECP)", FT_BOOLEAN, BITS_16,
                                               .mask = 0x2, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_CONFIGURE_CAPS_VDP] = { "lldp.ieee.802_1qbg.evb_configure_caps.vdp", "VSI discovery protocol (VDP)", FT_BOOLEAN, BITS_16,
                                               .mask = 0x1, .truth = &truth_capable },
    [IEEE_802_1QBG_EVB_SUPPORTED_VSI] = { "lldp.ieee.802_1qbg.evb_supported_vsi", "Supported No of VSIs", FT_UINT16, BASE_DEC,
                                           },
    [IEEE_802_1QBG_EVB_CONFIGURED_VSI] = { "lldp.ieee.802_1qbg.evb_configured_vsi", "Configured No of VSIs", FT_UINT16, BASE_DEC,
                                            },
    [IEEE_802_1QBG_EVB_RETRANS_TIMER] = { "lldp.ieee.802_1qbg.evb_retrans_timer", "Retransmission timer exponent", FT_UINT8, BASE_DEC,
                                           },
    [IEEE_802_3BR_EAC] = { "lldp.ieee.802_3br.eac", "Additional Ethernet Capabilities", FT_UINT16, BASE_HEX,
                           .suffix = preemption_suffix },
    [IEEE_802_3BR_AEC_SUPPORT] = { "lldp.ieee.802_3br.aec.support", "Preemption capabilities support", FT_BOOLEAN, BITS_16,
                                   .mask = 0x1, .truth = &truth_supported },
    [IEEE_802_3BR_AEC_ENABLE] = { "lldp.ieee.802_3br.aec.enable", "Preemption capabilities enable", FT_BOOLEAN, BITS_16,
                                  .mask = 0x2, .truth = &truth_enabled },
    [IEEE_802_3BR_AEC_ACTIVE] = { "lldp.ieee.802_3br.aec.active", "Preemption capabilities active", FT_BOOLEAN, BITS_16,
                                  .mask = 0x4, .truth = &truth_active },
    [IEEE_802_3BR_AEC_ADDFRAGSIZE] = { "lldp.ieee.802_3br.aec.addfragsize", "Additional Fragment Size", FT_UINT16, BASE_DEC,
                                       .mask = 0x18 },
    [IEEE_802_3BR_AEC_RESERVED] = { "lldp.ieee.802_3br.aec.reserved", "Reserved", FT_UINT16, BASE_HEX, .mask = 0xffe0 },
    [MEDIA_SUBTYPE] = { "lldp.media.subtype", "Media Subtype", FT_UINT8, BASE_HEX, .values = &v_media_subtype },
    [MEDIA_SUBTYPE_CAPS] = { "lldp.media.subtype.caps", "Capabilities", FT_UINT16, BASE_HEX },
    [MEDIA_SUBTYPE_CAPS_LLPD] = { "lldp.media.subtype.caps.llpd", "LLDP-MED Capabilities", FT_BOOLEAN, BITS_16,
                                  .mask = 0x1, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CAPS_NETWORK_POLICY] = { "lldp.media.subtype.caps.network_policy", "Network Policy", FT_BOOLEAN, BITS_16,
                                            .mask = 0x2, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CAPS_LOCATION_ID] = { "lldp.media.subtype.caps.location_id", "Location Identification", FT_BOOLEAN, BITS_16,
                                         .mask = 0x4, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CAPS_MDI_PSE] = { "lldp.media.subtype.caps.mdi_pse", "Extended Power via MDI-PSE", FT_BOOLEAN, BITS_16,
                                     .mask = 0x8, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CAPS_MID_PD] = { "lldp.media.subtype.caps.mid_pd", "Extended Power via MDI-PD", FT_BOOLEAN, BITS_16,
                                    .mask = 0x10, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CAPS_INVENTORY] = { "lldp.media.subtype.caps.inventory", "Inventory", FT_BOOLEAN, BITS_16,
                                       .mask = 0x20, .truth = &truth_capable },
    [MEDIA_SUBTYPE_CLASS] = { "lldp.media.subtype.class", "Class Type", FT_UINT8, BASE_DEC,
                              .values = &v_media_subtype_class },
    [MEDIA_APP_TYPE] = { "lldp.media.app_type", "Application Type", FT_UINT8, BASE_DEC, .values = &v_media_app_type },
    [MEDIA_POLICY_FLAG] = { "lldp.media.policy_flag", "Policy", FT_BOOLEAN, BITS_24,
                            .mask = 0x800000, .truth = &truth_unknown },
    [MEDIA_TAG_FLAG] = { "lldp.media.tag_flag", "Tagged", FT_BOOLEAN, BITS_24, .mask = 0x400000, .truth = &truth_yes },
    [MEDIA_VLAN_ID] = { "lldp.media.vlan_id", "VLAN Id", FT_UINT24, BASE_DEC, .mask = 0x1ffe00 },
    [MEDIA_L2_PRIO] = { "lldp.media.l2_prio", "L2 Priority", FT_UINT24, BASE_DEC, .mask = 0x1c0 },
    [MEDIA_DSCP] = { "lldp.media.dscp", "DSCP Priority", FT_UINT24, BASE_DEC, .mask = 0x3f },
    [MEDIA_LOC_DATA_FORMAT] = { "lldp.media.loc.data_format", "Location Data Format", FT_UINT8, BASE_DEC,
                                .values = &v_media_loc_data_format },
    [MEDIA_LOC_LAT_RESOLUTION] = { "lldp.media.loc.lat_resolution", "Latitude Resolution", FT_UINT8, BASE_DEC,
                                   .mask = 0xfc },
    [MEDIA_LOC_LATITUDE] = { "lldp.media.loc.latitude", "Latitude", FT_UINT40, BASE_CUSTOM, .custom = latitude_text },
    [MEDIA_LOC_LONG_RESOLUTION] = { "lldp.media.loc.long_resolution", "Longitude Resolution", FT_UINT8, BASE_DEC,
                                    .mask = 0xfc },
    [MEDIA_LOC_LONGITUDE] = { "lldp.media.loc.longitude", "Longitude", FT_UINT40, BASE_CUSTOM,
                              .custom = longitude_text },
    [MEDIA_LOC_ALT_TYPE] = { "lldp.media.loc.alt_type", "Altitude Type", FT_UINT8, BASE_DEC,
                             .mask = 0xf0, .values = &v_media_loc_alt_type },
    [MEDIA_LOC_ALT_RESOLUTION] = { "lldp.media.loc.alt_resolution", "Altitude Resolution", FT_UINT16, BASE_DEC,
                                   .mask = 0xfc0 },
    [MEDIA_LOC_ALTITUDE] = { "lldp.media.loc.altitude", "Altitude", FT_UINT32, BASE_DEC, .mask = 0x3fffffff },
    [MEDIA_LOC_DATUM] = { "lldp.media.loc.datum", "Datum", FT_UINT8, BASE_DEC },
    [MEDIA_CIVIC_LENGTH] = { "lldp.media.civic.length", "LCI Length", FT_UINT8, BASE_DEC },
    [MEDIA_CIVIC_WHAT] = { "lldp.media.civic.what", "What", FT_UINT8, BASE_DEC, .values = &v_media_civic_what },
    [MEDIA_CIVIC_COUNTRY] = { "lldp.media.civic.country", "Country", FT_STRING },
    [MEDIA_CIVIC_TYPE] = { "lldp.media.civic.type", "CA Type", FT_UINT8, BASE_DEC, .values = &v_media_civic_type },
    [MEDIA_CIVIC_VALUE] = { "lldp.media.civic.value", "CA Value", FT_STRINGZ },
    [MEDIA_ECS] = { "lldp.media.ecs", "ELIN", FT_STRINGZ },
    [MEDIA_POWER_TYPE] = { "lldp.media.power.type", "Power Type", FT_UINT8, BASE_DEC,
                           .mask = 0xc0, .values = &v_media_power_type },
    [MEDIA_POWER_SOURCE] = { "lldp.media.power.source", "Power Source", FT_UINT8, BASE_DEC,
                             .mask = 0x30, .label_fn = power_source_line },
    [MEDIA_POWER_PRIO] = { "lldp.media.power.prio", "Power Priority", FT_UINT8, BASE_DEC,
                           .mask = 0xf, .values = &v_ieee_802_3_mdi_power_priority },
    [MEDIA_POWER_VALUE] = { "lldp.media.power.value", "Power Value", FT_UINT16, BASE_CUSTOM, .custom = milliwatt_text },
    [MEDIA_HARDWARE] = { "lldp.media.hardware", "Hardware Revision", FT_STRINGZPAD },
    [MEDIA_FIRMWARE] = { "lldp.media.firmware", "Firmware Revision", FT_STRINGZPAD },
    [MEDIA_SOFTWARE] = { "lldp.media.software", "Software Revision", FT_STRINGZPAD },
    [MEDIA_SN] = { "lldp.media.sn", "Serial Number", FT_STRINGZPAD },
    [MEDIA_MANUFACTURER] = { "lldp.media.manufacturer", "Manufacturer Name", FT_STRINGZPAD },
    [MEDIA_MODEL] = { "lldp.media.model", "Model Name", FT_STRINGZPAD },
    [MEDIA_ASSET] = { "lldp.media.asset", "Asset ID", FT_STRINGZPAD },
    [CISCO_SUBTYPE] = { "lldp.cisco.subtype", "Cisco Subtype", FT_UINT8, BASE_HEX, .values = &v_cisco_subtype },
    [CISCO_UPOE] = { "lldp.cisco.upoe", "UPOE Capabilities", FT_UINT8, BASE_HEX },
    [CISCO_UPOE_SUPPORTED] = { "lldp.cisco.upoe.supported", "UPOE Supported", FT_BOOLEAN, BITS_8,
                               .mask = 0x1, .truth = &truth_yes },
    [CISCO_UPOE_ALTB_DETECTION_REQUIRED] = { "lldp.cisco.upoe.altb_detection_required", "ALT-B Detection required", FT_BOOLEAN, BITS_8,
                                             .mask = 0x2, .truth = &truth_yes },
    [CISCO_UPOE_PD_ALTB_DESIRED] = { "lldp.cisco.upoe.pd_altb_desired", "PD Request Spare Pair PoE", FT_BOOLEAN, BITS_8,
                                     .mask = 0x4, .truth = &truth_desired },
    [CISCO_UPOE_PSE_ALTB_OPER] = { "lldp.cisco.upoe.pse_altb_oper", "PSE Spare Pair PoE", FT_BOOLEAN, BITS_8,
                                   .mask = 0x8, .truth = &truth_enabled },
    [IANA_SUBTYPE] = { "lldp.iana.subtype", "IANA Subtype", FT_UINT8, BASE_HEX, .values = &v_iana_subtype },
    [IANA_MUDURL] = { "lldp.iana.mudurl", "Manufacturer Usage Description URL", FT_STRING },
    [UNKNOWN_SUBTYPE] = { "lldp.unknown_subtype", "Unknown Subtype", FT_UINT8, BASE_DEC },
    [UNKNOWN_SUBTYPE_CONTENT] = { "lldp.unknown_subtype.content", "Unknown Subtype Content", FT_BYTES },
    [SUBTYPE_CONTENT_REMAINING] = { "lldp.subtype.content_remaining", "Subtype Unknown Trailing Bytes", FT_BYTES },
    [DCBX_LINE] = { "", "DCBX TLV", FT_NONE, .label_fn = dcbx_line },
    [DCBX_APPLICATION_LINE] = { "", "Application", FT_NONE, .label_fn = dcbx_application_line },
    [PROFINET_PERIOD_LINE_LENGTH] = { "", "LengthOfPeriod", FT_NONE, .suffix = period_suffix },
    [PROFINET_PERIOD_LINE_RED] = { "", "RedPeriodBegin", FT_NONE, .suffix = period_suffix },
    [PROFINET_PERIOD_LINE_ORANGE] = { "", "OrangePeriodBegin", FT_NONE, .suffix = period_suffix },
    [PROFINET_PERIOD_LINE_GREEN] = { "", "GreenPeriodBegin", FT_NONE, .suffix = period_suffix },
    [PROFINET_SUBTYPE] = { "lldp.profinet.subtype", "Subtype", FT_UINT8, BASE_HEX, .values = &v_profinet_subtype },
    [PROFINET_PORT_RX_DELAY_LOCAL] = { "lldp.profinet.port_rx_delay_local", "Port RX Delay Local", FT_UINT32, BASE_DEC, .label_fn = delay_line },
    [PROFINET_PORT_RX_DELAY_REMOTE] = { "lldp.profinet.port_rx_delay_remote", "Port RX Delay Remote", FT_UINT32, BASE_DEC, .label_fn = delay_line },
    [PROFINET_PORT_TX_DELAY_LOCAL] = { "lldp.profinet.port_tx_delay_local", "Port TX Delay Local", FT_UINT32, BASE_DEC, .label_fn = delay_line },
    [PROFINET_PORT_TX_DELAY_REMOTE] = { "lldp.profinet.port_tx_delay_remote", "Port TX Delay Remote", FT_UINT32, BASE_DEC, .label_fn = delay_line },
    [PROFINET_CABLE_DELAY_LOCAL] = { "lldp.profinet.cable_delay_local", "Port Cable Delay Local", FT_UINT32, BASE_DEC, .label_fn = delay_line },
    [PROFINET_RTC2_PORT_STATUS] = { "lldp.profinet.rtc2_port_status", "RTClass2 Port Status", FT_UINT16, BASE_HEX, .values = &v_rtc2 },
    [PROFINET_RTC3_PORT_STATUS] = { "lldp.profinet.rtc3_port_status", "RTClass3 Port Status", FT_UINT16, BASE_HEX, .mask = 0x7, .values = &v_rtc3 },
    [PROFINET_RTC3_RESERVED] = { "lldp.profinet.rtc3_port_status.reserved", "RTClass3_PortStatus.reserved", FT_UINT16, BASE_HEX, .mask = 0xff8 },
    [PROFINET_RTC3_FRAGMENTATION] = { "lldp.profinet.rtc3_port_status.fragmentation", "RTClass3_PortStatus.Fragmentation", FT_UINT16, BASE_HEX, .mask = 0x1000, .values = &v_off_on },
    [PROFINET_RTC3_PREAMBLE_LENGTH] = { "lldp.profinet.rtc3_port_status.preambleLength", "RTClass3_PortStatus.PreambleLength", FT_UINT16, BASE_HEX, .mask = 0x2000, .values = &v_preamble },
    [PROFINET_MRP_DOMAIN_UUID] = { "lldp.profinet.mrp_domain_uuid", "MRP DomainUUID", FT_GUID },
    [PROFINET_MRRT_PORT_STATUS] = { "lldp.profinet.mrrt_port_status", "MRRT PortStatus", FT_UINT16, BASE_HEX, .values = &v_mrrt },
    [PROFINET_CM_MAC_ADD] = { "lldp.profinet.cm_mac_add", "CMMacAdd", FT_ETHER },
    [PROFINET_MASTER_SOURCE_ADDRESS] = { "lldp.profinet.master_source_address", "MasterSourceAddress", FT_ETHER },
    [PROFINET_SUBDOMAIN_UUID] = { "lldp.profinet.subdomain_uuid", "SubdomainUUID", FT_GUID },
    [PROFINET_IR_DATA_UUID] = { "lldp.profinet.ir_data_uuid", "IRDataUUID", FT_GUID },
    [PROFINET_LENGTH_OF_PERIOD_VALID] = { "lldp.profinet.length_of_period_valid", "LengthOfPeriod.Valid", FT_UINT32, BASE_DEC, .mask = 0x80000000 },
    [PROFINET_LENGTH_OF_PERIOD_LENGTH] = { "lldp.profinet.length_of_period_length", "LengthOfPeriod.Length", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [PROFINET_RED_PERIOD_BEGIN_VALID] = { "lldp.profinet.red_period_begin_valid", "RedPeriodBegin.Valid", FT_UINT32, BASE_DEC, .mask = 0x80000000 },
    [PROFINET_RED_PERIOD_BEGIN_OFFSET] = { "lldp.profinet.red_period_begin_offset", "RedPeriodBegin.Offset", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [PROFINET_ORANGE_PERIOD_BEGIN_VALID] = { "lldp.profinet.orange_period_begin_valid", "OrangePeriodBegin.Valid", FT_UINT32, BASE_DEC, .mask = 0x80000000 },
    [PROFINET_ORANGE_PERIOD_BEGIN_OFFSET] = { "lldp.profinet.orange_period_begin_offset", "OrangePeriodBegin.Offset", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [PROFINET_GREEN_PERIOD_BEGIN_VALID] = { "lldp.profinet.green_period_begin_valid", "GreenPeriodBegin.Valid", FT_UINT32, BASE_DEC, .mask = 0x80000000 },
    [PROFINET_GREEN_PERIOD_BEGIN_OFFSET] = { "lldp.profinet.green_period_begin_offset", "GreenPeriodBegin.Offset", FT_UINT32, BASE_DEC, .mask = 0x7fffffff },
    [PROFINET_TSN_DOMAIN_UUID] = { "lldp.profinet.tsn_domain_uuid", "TSN DomainUUID", FT_GUID },
    [PROFINET_TSN_NME_ADDR_LENGTH] = { "lldp.profinet.tsn_nme_management_addr_str_length", "TSN NME Management Address String Length", FT_UINT8, BASE_HEX },
    [PROFINET_TSN_NME_ADDR_SUBTYPE] = { "lldp.profinet.tsn_nme_management_addr_subtype", "TSN NME Management Address Subtype", FT_UINT8, BASE_HEX },
    [PROFINET_TSN_NME_ADDR] = { "lldp.profinet.tsn_nme_management_addr", "TSN NME Management Address", FT_BYTES },
    [PROFINET_TSN_NME_NAME_UUID] = { "lldp.profinet.tsn_nme_name_uuid", "TSN NME Name UUID", FT_GUID },
    [PROFINET_TSN_NME_PARAMETER_UUID] = { "lldp.profinet.tsn_nme_parameter_uuid", "TSN NME Parameter UUID", FT_GUID },
    [PROFINET_TIME_DOMAIN_NUMBER] = { "lldp.profinet.time_domain_number", "Time Domain Number", FT_UINT16, BASE_HEX, .values = &v_time_domain },
    [PROFINET_TIME_DOMAIN_UUID] = { "lldp.profinet.time_domain_uuid", "Time Domain UUID", FT_GUID },
    [PROFINET_TIME_DOMAIN_MASTER_IDENTITY] = { "lldp.profinet.time_domain_master_identity", "Time Domain Master Identity", FT_BYTES },
    [DCBX_PROTO] = { "lldp.dcbx.proto", "DCBx Protocol", FT_UINT8, BASE_HEX, .values = &v_dcbx_version },
    [DCBX_TYPE] = { "lldp.dcbx.type", "DCBx TLV Type", FT_UINT16, BASE_DEC, .mask = 0xfe00, .values = &v_dcbx_type },
    [DCBX_LEN] = { "lldp.dcbx.len", "DCBx TLV Length", FT_UINT16, BASE_DEC, .mask = 0x1ff },
    [DCBX_VERSION] = { "lldp.dcbx.version", "Operating Version", FT_UINT8, BASE_HEX, .values = &v_dcbx_version },
    [DCBX_MAX_VERSION] = { "lldp.dcbx.max_version", "Max Version", FT_UINT8, BASE_HEX, .values = &v_dcbx_version },
    [DCBX_CONTROL_SEQ] = { "lldp.dcbx.control.seq", "Sequence No", FT_UINT32, BASE_DEC },
    [DCBX_CONTROL_ACK] = { "lldp.dcbx.control.ack", "Ack No", FT_UINT32, BASE_DEC },
    [DCBX_FEATURE_ENABLED] = { "lldp.dcbx.feature.enabled", "Feature", FT_BOOLEAN, BITS_8, .mask = 0x80, .truth = &truth_enabled },
    [DCBX_FEATURE_WILLING] = { "lldp.dcbx.feature.willing", "Willing", FT_BOOLEAN, BITS_8, .mask = 0x40, .truth = &truth_yes },
    [DCBX_FEATURE_ERROR] = { "lldp.dcbx.feature.error", "Error", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_set_not },
    [DCBX_FEATURE_SUBTYPE] = { "lldp.dcbx.feature.subtype", "Subtype", FT_UINT8, BASE_HEX },
    [DCBX_FEATURE_APP_OUI] = { "lldp.dcbx.feature.app.oui", "Application OUI", FT_UINT24, BASE_HEX, .mask = 0xfcffff },
    [DCBX_FEATURE_APP_SF] = { "lldp.dcbx.feature.app.sf", "Selector Field", FT_UINT24, BASE_DEC, .mask = 0x30000, .values = &v_dcbx_selector },
    [DCBX_FEATURE_APP_PRIO] = { "lldp.dcbx.feature.app.prio", "Application Priority", FT_UINT8, BASE_DEC },
    [DCBX_FEATURE_LLINK_TYPE] = { "lldp.dcbx.feature.llink.type", "Logical Link Down Type", FT_UINT8, BASE_HEX, .mask = 0x80, .values = &v_dcbx_link },
    [AVAYA_SUBTYPE] = { "lldp.avaya.subtype", "Avaya Subtype", FT_UINT8, BASE_HEX, .values = &v_avaya_subtype },
    [AVAYA_POE] = { "lldp.avaya.poe", "PoE Conservation Level Support", FT_BYTES },
    [AVAYA_CALLSERVER] = { "lldp.avaya.callserver", "Call Server IP Address", FT_IPv4 },
    [AVAYA_IPPHONE] = { "lldp.avaya.ipphone", "IP Phone Addresses", FT_BYTES },
    [AVAYA_IPPHONE_IP] = { "lldp.avaya.ipphone.ip", "IP Address", FT_IPv4 },
    [AVAYA_IPPHONE_MASK] = { "lldp.avaya.ipphone.mask", "Subnet Mask", FT_IPv4 },
    [AVAYA_IPPHONE_GATEWAY] = { "lldp.avaya.ipphone.gateway", "Gateway IP", FT_IPv4 },
    [AVAYA_CNASERVER] = { "lldp.avaya.cnaserver", "CNA Server IP Address", FT_IPv4 },
    [AVAYA_FILESERVER] = { "lldp.avaya.fileserver", "File Server", FT_IPv4 },
    [AVAYA_DOT1Q] = { "lldp.avaya.dot1q", "802.1Q Framing", FT_UINT8, BASE_HEX, .values = &v_avaya_dot1q },
    [ONOS_SUBTYPE] = { "lldp.onos.subtype", "ONOS Subtype", FT_UINT8, BASE_HEX, .values = &v_onos_subtype },
    [ONOS_CHASSIS] = { "lldp.onos.chassis", "Chassis", FT_STRING },
    [ONOS_PORT] = { "lldp.onos.port", "Port", FT_STRING },
    [ONOS_TTL] = { "lldp.onos.ttl", "ttl", FT_UINT32, BASE_DEC },
    [CISCO_PORTSTATE] = { "lldp.cisco.portstate", "Port State", FT_UINT8, BASE_NONE, .values = &v_cisco_portstate },
    [CISCO_NODEROLE] = { "lldp.cisco.noderole", "Node Role", FT_UINT8, BASE_DEC, .values = &v_cisco_noderole },
    [CISCO_NODEID] = { "lldp.cisco.nodeid", "Node ID", FT_UINT32, BASE_DEC },
    [CISCO_SPINELEVEL] = { "lldp.cisco.spinelevel", "Spine Level", FT_UINT8, BASE_DEC },
    [CISCO_PODID] = { "lldp.cisco.podid", "Pod ID", FT_UINT16, BASE_DEC },
    [CISCO_FABRICNAME] = { "lldp.cisco.fabricname", "Fabric Name", FT_STRING },
    [CISCO_APICLIST] = { "lldp.cisco.apiclist", "Appliance Vector", FT_BYTES },
    [CISCO_APICID] = { "lldp.cisco.apicid", "APIC ID", FT_UINT8, BASE_DEC },
    [CISCO_APICIPV4] = { "lldp.cisco.apicipv4", "APIC IPv4", FT_IPv4 },
    [CISCO_APICUUID] = { "lldp.cisco.apicuuid", "APIC UUID", FT_STRING },
    [CISCO_NODEIP] = { "lldp.cisco.nodeip", "Node IP", FT_IPv4 },
    [CISCO_PORTROLE] = { "lldp.cisco.portrole", "Port Role", FT_UINT8, BASE_NONE, .values = &v_cisco_portrole },
    [CISCO_VERSION] = { "lldp.cisco.version", "Version", FT_STRING },
    [CISCO_FABRICVLAN] = { "lldp.cisco.fabricvlan", "Fabric VLAN", FT_UINT16, BASE_DEC },
    [CISCO_SERIALNO] = { "lldp.cisco.serialno", "Serial No", FT_STRING },
    [CISCO_MODEL] = { "lldp.cisco.model", "Model", FT_STRING },
    [CISCO_NODENAME] = { "lldp.cisco.nodename", "Node Name", FT_STRING },
    [CISCO_PORTMODE] = { "lldp.cisco.portmode", "Port Mode", FT_UINT8, BASE_NONE, .values = &v_cisco_portmode },
    [CISCO_AUTHCOOKIE] = { "lldp.cisco.authcookie", "Authentication Cookie", FT_BYTES },
    [CISCO_APICMODE] = { "lldp.cisco.apicmode", "APIC Mode", FT_UINT8, BASE_DEC, .values = &v_cisco_apicmode },
    [CISCO_FABRICD] = { "lldp.cisco.fabricd", "Fabric ID", FT_UINT16, BASE_DEC },
    [FABRIC_SUBTYPE] = { "lldp.extreme_avaya_ap.subtype", "Subtype", FT_UINT8, BASE_DEC, .values = &v_fabric_subtype },
    [FABRIC_HMAC_SHA_DIGEST] = { "lldp.extreme_avaya_ap.hmac_sha_digest", "HMAC-SHA Digest", FT_BYTES },
    [FABRIC_ELEMENT_TYPE] = { "lldp.extreme_avaya_ap.element_type", "Element Type", FT_UINT24, BASE_DEC, .mask = 0xfc0000 },
    [FABRIC_STATE] = { "lldp.extreme_avaya_ap.state", "State", FT_UINT24, BASE_DEC, .mask = 0x3f000 },
    [FABRIC_MGNT_VLAN] = { "lldp.extreme_avaya_ap.mgnt_vlan", "Mgmt VLAN", FT_UINT24, BASE_DEC, .mask = 0xfff },
    [FABRIC_RSVD] = { "lldp.extreme_avaya_ap.rsvd", "Reserved", FT_UINT8, BASE_DEC },
    [FABRIC_SYSTEM_ID] = { "lldp.extreme_avaya_ap.system_id", "System ID", FT_BYTES, SEP_COLON },
    [FABRIC_STATUS] = { "lldp.extreme_avaya_ap.status", "Assignment Status", FT_UINT16, BASE_DEC, .mask = 0xf000 },
    [FABRIC_VLAN] = { "lldp.extreme_avaya_ap.vlan", "VLAN", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [FABRIC_I_SID] = { "lldp.extreme_avaya_ap.i_sid", "I-SID", FT_UINT24, BASE_DEC },
    [CONNECT_SUBTYPE] = { "lldp.extreme_avaya.fabric.subtype", "Subtype", FT_UINT8, BASE_DEC, .values = &v_connect_subtype },
    [CONNECT_CAPABILITY] = { "lldp.extreme_avaya.fabric.fabric_connect", "FC Capability", FT_BOOLEAN, .truth = &truth_enabled },
    [CONNECT_N_VLANS] = { "lldp.extreme_avaya.fabric.numbvlans", "Number B-VLANs", FT_UINT8, BASE_DEC },
    [CONNECT_VLAN] = { "lldp.extreme_avaya.fabric.bvlanid", "B-VLAN ID", FT_UINT16, BASE_DEC },
    [CONNECT_SYSTEM_ID_LEN] = { "lldp.extreme_avaya.fabric.sysidlength", "SysID Length", FT_UINT8, BASE_DEC },
    [CONNECT_SYSTEM_ID] = { "lldp.extreme_avaya.fabric.sysid", "System ID", FT_SYSTEM_ID },
    [HYTEC_SUBTYPE] = { "lldp.hytec.tlv_subtype", "Hytec Subtype", FT_UINT8, BASE_DEC, .values = &v_hytec_subtype },
    [HYTEC_GROUP] = { "lldp.hytec.group", "Group", FT_UINT8, BASE_DEC, .mask = 0xe0, .suffix = hytec_suffix },
    [HYTEC_IDENTIFIER] = { "lldp.hytec.identifier", "Identifier", FT_UINT8, BASE_DEC, .mask = 0x1f, .suffix = hytec_suffix },
    [HYTEC_TRANSCEIVER] = { "lldp.hytec.transceiver_vendor_product_revision", "Transceiver vendor, product and revision", FT_STRING },
    [HYTEC_SINGLE_MODE] = { "lldp.hytec.single_mode", "Single mode (9/125 um)", FT_UINT32, BASE_DEC, .unit = &metres },
    [HYTEC_MULTI_MODE_50] = { "lldp.hytec.multi_mode_50", "Multi mode (50/125 um)", FT_UINT32, BASE_DEC, .unit = &metres },
    [HYTEC_MULTI_MODE_62_5] = { "lldp.hytec.multi_mode_62_5", "Multi mode (62.5/125 um)", FT_UINT32, BASE_DEC, .unit = &metres },
    [HYTEC_TX_POWER] = { "lldp.hytec.tx_current_output_power", "Tx current output power", FT_FLOAT },
    [HYTEC_RX_POWER] = { "lldp.hytec.rx_current_input_power", "Rx current input power", FT_FLOAT },
    [HYTEC_RX_SNR] = { "lldp.hytec.rx_input_snr", "Rx input SNR", FT_FLOAT },
    [HYTEC_LINELOSS] = { "lldp.hytec.lineloss", "Lineloss", FT_FLOAT },
    [HYTEC_TRACE_REQUEST] = { "lldp.hytec.mac_trace_request", "MAC Trace Request", FT_NONE },
    [HYTEC_TRACE_REPLY] = { "lldp.hytec.mac_trace_reply", "MAC Trace Reply", FT_NONE },
    [HYTEC_TRACE_MAC] = { "lldp.hytec.trace_mac_address", "Trace MAC address", FT_ETHER },
    [HYTEC_REQUESTER_MAC] = { "lldp.hytec.requesters_mac_address", "Requester's MAC address", FT_ETHER },
    [HYTEC_ANSWERING_MAC] = { "lldp.hytec.answering_mac_address", "Answering MAC address", FT_ETHER },
    [HYTEC_MAXIMUM_DEPTH] = { "lldp.hytec.maximum_depth", "Maximum depth", FT_UINT8, BASE_DEC },
    [HYTEC_ACTUAL_DEPTH] = { "lldp.hytec.actual_depth", "Actual depth", FT_UINT8, BASE_DEC },
    [HYTEC_NAME] = { "lldp.hytec.name_of_replying_device", "Name of replying device", FT_STRING },
    [HYTEC_OUTGOING_PORT] = { "lldp.hytec.outgoing_port_name", "Outgoing port name", FT_STRING },
    [HYTEC_IPV4] = { "lldp.hytec.ipv4_address_of_replying_device", "IPv4 address of replying device", FT_IPv4 },
    [HYTEC_END_OF_TRACE] = { "lldp.hytec.end_of_trace", "End of Trace", FT_UINT8, BASE_HEX },
    [HYTEC_IPV6] = { "lldp.hytec.ipv6_address_of_replying_device", "IPv6 address of replying device", FT_IPv6 },
    [HYTEC_INCOMING_PORT] = { "lldp.hytec.incoming_port_name", "Incoming port name", FT_STRING },
    [HYTEC_TRACE_IDENTIFIER] = { "lldp.hytec.trace_identifier", "Trace identifier", FT_UINT32, BASE_HEX },
    [HYTEC_INVALID_DATA] = { "lldp.hytec.invalid_object_data", "Invalid object data", FT_BYTES },
    [HYTEC_UNKNOWN_IDENTIFIER] = { "lldp.hytec.unknown_identifier_content", "Unknown Identifier Content", FT_BYTES },
};
