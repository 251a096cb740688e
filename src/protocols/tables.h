/* tables.h - the dispatch tables: who hands on by what.  Names as `-d` and `-G decodes` know them.
   A row: identifier, name, label, type and base of the key. */
#ifndef PROTOCOLS_TABLES_H
#define PROTOCOLS_TABLES_H

#define DISPATCH_TABLES(T)                                              \
    T(WTAP_ENCAP, "wtap_encap", "Wiretap encap", FT_UINT32, BASE_DEC)   \
    T(ETHERTYPE, "ethertype", "Ethertype", FT_UINT16, BASE_HEX)         \
    T(ETH_TRAILER, "eth.trailer", "Ethernet trailer", FT_UINT32, BASE_DEC) \
    T(LLC_DSAP, "llc.dsap", "LLC SAP", FT_UINT8, BASE_HEX)              \
    T(LLC_XID_DSAP, "llc.xid_dsap", "LLC XID SAP", FT_UINT8, BASE_HEX)  \
    T(LLC_CISCO_PID, "llc.cisco_pid", "LLC Cisco OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_NORTEL_PID, "llc.nortel_pid", "LLC Nortel OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_EXTREME_PID, "llc.extreme_pid", "LLC Extreme OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_ATALK_PID, "llc.apple_atalk_pid", "LLC Apple AppleTalk OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_AWDL_PID, "llc.apple_awdl_pid", "LLC Apple AWDL OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_FOUNDRY_PID, "llc.foundry_pid", "LLC Foundry OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_WLCCP_PID, "llc.wlccp_pid", "LLC Cisco WLCCP OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_CIMETRICS_PID, "llc.cimetrics_pid", "LLC Cimetrics OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_FORCE10_PID, "llc.force10_pid", "LLC FORCE10 OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_BLUETOOTH_PID, "llc.bluetooth_pid", "LLC Bluetooth OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_IANA_PID, "llc.iana_pid", "LLC IANA PID", FT_UINT16, BASE_HEX) \
    T(LLC_HPTEAM_PID, "llc.hpteam_pid", "LLC Hewlett Packard OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_WFA_PID, "llc.wfa_pid", "LLC WFA OUI PID", FT_UINT16, BASE_HEX) \
    T(LLC_OUI, "llc.oui", "LLC OUI", FT_UINT24, BASE_HEX)               \
    T(NULL_TYPE, "null.type", "BSD AF_ type", FT_UINT32, BASE_DEC)      \
    T(SLL_LTYPE, "sll.ltype", "Linux SLL protocol type", FT_UINT16, BASE_HEX) \
    T(PPP_PROTOCOL, "ppp.protocol", "PPP protocol", FT_UINT16, BASE_HEX) \
    T(CHDLC_PROTOCOL, "chdlc.protocol", "Cisco HDLC protocol", FT_UINT16, BASE_HEX) \
    T(GRE_PROTO, "gre.proto", "GRE protocol type", FT_UINT16, BASE_HEX) \
    T(IGMP_TYPE, "igmp.type", "IGMP commands", FT_UINT32, BASE_HEX)    \
    T(VXLAN_NEXT_PROTO, "vxlan.next_proto", "VXLAN Next Protocol", FT_UINT8, BASE_DEC) \
    T(IP_PROTO, "ip.proto", "IP protocol", FT_UINT8, BASE_DEC)          \
    T(UDP_PORT, "udp.port", "UDP port", FT_UINT16, BASE_DEC)            \
    T(TCP_PORT, "tcp.port", "TCP port", FT_UINT16, BASE_DEC)            \
    T(HTTP, "http", "HTTP payload fallback", FT_UINT32, BASE_DEC)       \
    T(HTTP_UPGRADE, "http.upgrade", "HTTP Upgrade", FT_STRING, BASE_NONE) \
    T(MEDIA_TYPE, "media_type", "Internet media type", FT_STRING, BASE_NONE) \
    T(MULTIPART_MEDIA_TYPE, "multipart_media_type", "Internet media type (for multipart processing)", FT_STRING, BASE_NONE) \
    T(NETBIOS, "netbios", "NetBIOS", FT_NONE, BASE_NONE) \
    T(WS_PROTOCOL, "ws.protocol", "Negotiated WebSocket protocol", FT_STRING, BASE_NONE)

#define TABLE_ID(id, name, label, type, base) TABLE_##id,
enum table_id { DISPATCH_TABLES(TABLE_ID) TABLES };
#undef TABLE_ID

#endif
