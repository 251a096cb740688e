/* encap.c - tables of link-layer types.  The numbers and names are what `tshark -G values` and
   `editcap -T` print; the LINKTYPE numbers are those of tcpdump.org/linktypes. */
#include "capture/encap.h"

#include "base/base.h"

#include <stdbool.h>

static const struct {
    const char *short_name, *name;
} encaps[ENCAP_COUNT] = {
    [ENCAP_UNKNOWN] = { "unknown", "Unknown" },
    [ENCAP_ETHER] = { "ether", "Ethernet" },
    [ENCAP_TR] = { "tr", "Token Ring" },
    [ENCAP_SLIP] = { "slip", "SLIP" },
    [ENCAP_PPP] = { "ppp", "PPP" },
    [ENCAP_FDDI] = { "fddi", "FDDI" },
    [ENCAP_FDDI_SWAPPED] = { "fddi-swapped", "FDDI with bit-swapped MAC addresses" },
    [ENCAP_RAWIP] = { "rawip", "Raw IP" },
    [ENCAP_ARCNET] = { "arcnet", "ARCNET" },
    [ENCAP_ARCNET_LINUX] = { "arcnet_linux", "Linux ARCNET" },
    [ENCAP_ATM_RFC1483] = { "atm-rfc1483", "RFC 1483 ATM" },
    [ENCAP_LINUX_ATM_CLIP] = { "linux-atm-clip", "Linux ATM CLIP" },
    [ENCAP_LAPB] = { "lapb", "LAPB" },
    [ENCAP_ATM_PDUS] = { "atm-pdus", "ATM PDUs" },
    [ENCAP_ATM_PDUS_UNTRUNCATED] = { "atm-pdus-untruncated", "ATM PDUs - untruncated" },
    [ENCAP_NULL] = { "null", "NULL/Loopback" },
    [ENCAP_ASCEND] = { "ascend", "Lucent/Ascend access equipment" },
    [ENCAP_ISDN] = { "isdn", "ISDN" },
    [ENCAP_IP_OVER_FC] = { "ip-over-fc", "RFC 2625 IP-over-Fibre Channel" },
    [ENCAP_PPP_WITH_DIRECTION] = { "ppp-with-direction", "PPP with Directional Info" },
    [ENCAP_IEEE_802_11] = { "ieee-802-11", "IEEE 802.11 Wireless LAN" },
    [ENCAP_IEEE_802_11_PRISM] = { "ieee-802-11-prism", "IEEE 802.11 plus Prism II monitor mode radio header" },
    [ENCAP_IEEE_802_11_RADIO] = { "ieee-802-11-radio", "IEEE 802.11 Wireless LAN with radio information" },
    [ENCAP_IEEE_802_11_RADIOTAP] = { "ieee-802-11-radiotap", "IEEE 802.11 plus radiotap radio header" },
    [ENCAP_IEEE_802_11_AVS] = { "ieee-802-11-avs", "IEEE 802.11 plus AVS radio header" },
    [ENCAP_LINUX_SLL] = { "linux-sll", "Linux cooked-mode capture v1" },
    [ENCAP_FRELAY] = { "frelay", "Frame Relay" },
    [ENCAP_FRELAY_WITH_DIRECTION] = { "frelay-with-direction", "Frame Relay with Directional Info" },
    [ENCAP_CHDLC] = { "chdlc", "Cisco HDLC" },
    [ENCAP_IOS] = { "ios", "Cisco IOS internal" },
    [ENCAP_LTALK] = { "ltalk", "Localtalk" },
    [ENCAP_PFLOG_OLD] = { "pflog-old", "OpenBSD PF Firewall logs, pre-3.4" },
    [ENCAP_HHDLC] = { "hhdlc", "HiPath HDLC" },
    [ENCAP_DOCSIS] = { "docsis", "Data Over Cable Service Interface Specification" },
    [ENCAP_COSINE] = { "cosine", "CoSine L2 debug log" },
    [ENCAP_WHDLC] = { "whdlc", "Wellfleet HDLC" },
    [ENCAP_SDLC] = { "sdlc", "SDLC" },
    [ENCAP_TZSP] = { "tzsp", "Tazmen sniffer protocol" },
    [ENCAP_ENC] = { "enc", "OpenBSD enc(4) encapsulating interface" },
    [ENCAP_PFLOG] = { "pflog", "OpenBSD PF Firewall logs" },
    [ENCAP_CHDLC_WITH_DIRECTION] = { "chdlc-with-direction", "Cisco HDLC with Directional Info" },
    [ENCAP_BLUETOOTH_H4] = { "bluetooth-h4", "Bluetooth H4" },
    [ENCAP_MTP2] = { "mtp2", "SS7 MTP2" },
    [ENCAP_MTP3] = { "mtp3", "SS7 MTP3" },
    [ENCAP_IRDA] = { "irda", "IrDA" },
    [ENCAP_USER0] = { "user0", "USER 0" },
    [ENCAP_USER1] = { "user1", "USER 1" },
    [ENCAP_USER2] = { "user2", "USER 2" },
    [ENCAP_USER3] = { "user3", "USER 3" },
    [ENCAP_USER4] = { "user4", "USER 4" },
    [ENCAP_USER5] = { "user5", "USER 5" },
    [ENCAP_USER6] = { "user6", "USER 6" },
    [ENCAP_USER7] = { "user7", "USER 7" },
    [ENCAP_USER8] = { "user8", "USER 8" },
    [ENCAP_USER9] = { "user9", "USER 9" },
    [ENCAP_USER10] = { "user10", "USER 10" },
    [ENCAP_USER11] = { "user11", "USER 11" },
    [ENCAP_USER12] = { "user12", "USER 12" },
    [ENCAP_USER13] = { "user13", "USER 13" },
    [ENCAP_USER14] = { "user14", "USER 14" },
    [ENCAP_USER15] = { "user15", "USER 15" },
    [ENCAP_SYMANTEC] = { "symantec", "Symantec Enterprise Firewall" },
    [ENCAP_AP1394] = { "ap1394", "Apple IP-over-IEEE 1394" },
    [ENCAP_BACNET_MS_TP] = { "bacnet-ms-tp", "BACnet MS/TP" },
    [ENCAP_RAW_ICMP_NETTL] = { "raw-icmp-nettl", "Raw ICMP with nettl headers" },
    [ENCAP_RAW_ICMPV6_NETTL] = { "raw-icmpv6-nettl", "Raw ICMPv6 with nettl headers" },
    [ENCAP_GPRS_LLC] = { "gprs-llc", "GPRS LLC" },
    [ENCAP_JUNIPER_ATM1] = { "juniper-atm1", "Juniper ATM1" },
    [ENCAP_JUNIPER_ATM2] = { "juniper-atm2", "Juniper ATM2" },
    [ENCAP_REDBACK] = { "redback", "Redback SmartEdge" },
    [ENCAP_RAWIP_NETTL] = { "rawip-nettl", "Raw IP with nettl headers" },
    [ENCAP_ETHER_NETTL] = { "ether-nettl", "Ethernet with nettl headers" },
    [ENCAP_TR_NETTL] = { "tr-nettl", "Token Ring with nettl headers" },
    [ENCAP_FDDI_NETTL] = { "fddi-nettl", "FDDI with nettl headers" },
    [ENCAP_UNKNOWN_NETTL] = { "unknown-nettl", "Unknown link-layer type with nettl headers" },
    [ENCAP_MTP2_WITH_PHDR] = { "mtp2-with-phdr", "MTP2 with pseudoheader" },
    [ENCAP_JUNIPER_PPPOE] = { "juniper-pppoe", "Juniper PPPoE" },
    [ENCAP_GCOM_TIE1] = { "gcom-tie1", "GCOM TIE1" },
    [ENCAP_GCOM_SERIAL] = { "gcom-serial", "GCOM Serial" },
    [ENCAP_X25_NETTL] = { "x25-nettl", "X.25 with nettl headers" },
    [ENCAP_K12] = { "k12", "K12 protocol analyzer" },
    [ENCAP_JUNIPER_MLPPP] = { "juniper-mlppp", "Juniper MLPPP" },
    [ENCAP_JUNIPER_MLFR] = { "juniper-mlfr", "Juniper MLFR" },
    [ENCAP_JUNIPER_ETHER] = { "juniper-ether", "Juniper Ethernet" },
    [ENCAP_JUNIPER_PPP] = { "juniper-ppp", "Juniper PPP" },
    [ENCAP_JUNIPER_FRELAY] = { "juniper-frelay", "Juniper Frame-Relay" },
    [ENCAP_JUNIPER_CHDLC] = { "juniper-chdlc", "Juniper C-HDLC" },
    [ENCAP_JUNIPER_GGSN] = { "juniper-ggsn", "Juniper GGSN" },
    [ENCAP_LINUX_LAPD] = { "linux-lapd", "LAPD with Linux pseudo-header" },
    [ENCAP_DCT2000] = { "dct2000", "Catapult DCT2000" },
    [ENCAP_BER] = { "ber", "ASN.1 Basic Encoding Rules" },
    [ENCAP_JUNIPER_VP] = { "juniper-vp", "Juniper Voice PIC" },
    [ENCAP_USB_FREEBSD] = { "usb-freebsd", "USB packets with FreeBSD header" },
    [ENCAP_IEEE_802_16_MAC_CPS] = { "ieee-802-16-mac-cps", "IEEE 802.16 MAC Common Part Sublayer" },
    [ENCAP_RAW_TELNET_NETTL] = { "raw-telnet-nettl", "Raw telnet with nettl headers" },
    [ENCAP_USB_LINUX] = { "usb-linux", "USB packets with Linux header" },
    [ENCAP_MPEG] = { "mpeg", "MPEG" },
    [ENCAP_PPI] = { "ppi", "Per-Packet Information header" },
    [ENCAP_ERF] = { "erf", "Extensible Record Format" },
    [ENCAP_BLUETOOTH_H4_LINUX] = { "bluetooth-h4-linux", "Bluetooth H4 with linux header" },
    [ENCAP_SITA_WAN] = { "sita-wan", "SITA WAN packets" },
    [ENCAP_SCCP] = { "sccp", "SS7 SCCP" },
    [ENCAP_BLUETOOTH_HCI] = { "bluetooth-hci", "Bluetooth without transport layer" },
    [ENCAP_IPMB_KONTRON] = { "ipmb-kontron", "Intelligent Platform Management Bus with Kontron pseudo-header" },
    [ENCAP_WPAN] = { "wpan", "IEEE 802.15.4 Wireless PAN" },
    [ENCAP_X2E_XORAYA] = { "x2e-xoraya", "X2E Xoraya" },
    [ENCAP_FLEXRAY] = { "flexray", "FlexRay" },
    [ENCAP_LIN] = { "lin", "Local Interconnect Network" },
    [ENCAP_MOST] = { "most", "Media Oriented Systems Transport" },
    [ENCAP_CAN20B] = { "can20b", "Controller Area Network 2.0B" },
    [ENCAP_LAYER1_EVENT] = { "layer1-event", "EyeSDN Layer 1 event" },
    [ENCAP_X2E_SERIAL] = { "x2e-serial", "X2E serial line capture" },
    [ENCAP_I2C_LINUX] = { "i2c-linux", "I2C with Linux-specific pseudo-header" },
    [ENCAP_WPAN_NONASK_PHY] = { "wpan-nonask-phy", "IEEE 802.15.4 Wireless PAN non-ASK PHY" },
    [ENCAP_TNEF] = { "tnef", "Transport-Neutral Encapsulation Format" },
    [ENCAP_USB_LINUX_MMAP] = { "usb-linux-mmap", "USB packets with Linux header and padding" },
    [ENCAP_GSM_UM] = { "gsm_um", "GSM Um Interface" },
    [ENCAP_DPNSS_LINK] = { "dpnss_link", "Digital Private Signalling System No 1 Link Layer" },
    [ENCAP_PACKETLOGGER] = { "packetlogger", "Apple Bluetooth PacketLogger" },
    [ENCAP_NSTRACE10] = { "nstrace10", "NetScaler Encapsulation 1.0 of Ethernet" },
    [ENCAP_NSTRACE20] = { "nstrace20", "NetScaler Encapsulation 2.0 of Ethernet" },
    [ENCAP_FC2] = { "fc2", "Fibre Channel FC-2" },
    [ENCAP_FC2SOF] = { "fc2sof", "Fibre Channel FC-2 With Frame Delimiter" },
    [ENCAP_JFIF] = { "jfif", "JPEG/JFIF" },
    [ENCAP_IPNET] = { "ipnet", "Solaris IPNET" },
    [ENCAP_SOCKETCAN] = { "socketcan", "SocketCAN" },
    [ENCAP_IEEE_802_11_NETMON] = { "ieee-802-11-netmon", "IEEE 802.11 plus Network Monitor radio header" },
    [ENCAP_WPAN_NOFCS] = { "wpan-nofcs", "IEEE 802.15.4 Wireless PAN with FCS not present" },
    [ENCAP_IPFIX] = { "ipfix", "RFC 5655/RFC 5101 IPFIX" },
    [ENCAP_RAWIP4] = { "rawip4", "Raw IPv4" },
    [ENCAP_RAWIP6] = { "rawip6", "Raw IPv6" },
    [ENCAP_LAPD] = { "lapd", "LAPD" },
    [ENCAP_DVBCI] = { "dvbci", "DVB-CI (Common Interface)" },
    [ENCAP_MUX27010] = { "mux27010", "MUX27010" },
    [ENCAP_MIME] = { "mime", "MIME" },
    [ENCAP_NETANALYZER] = { "netanalyzer", "Hilscher netANALYZER" },
    [ENCAP_NETANALYZER_TRANSPARENT] = { "netanalyzer-transparent", "Hilscher netANALYZER-Transparent" },
    [ENCAP_IP_OVER_IB] = { "ip-over-ib", "IP over InfiniBand" },
    [ENCAP_MP2TS] = { "mp2ts", "ISO/IEC 13818-1 MPEG2-TS" },
    [ENCAP_PPPOES] = { "pppoes", "PPP-over-Ethernet session" },
    [ENCAP_NFC_LLCP] = { "nfc-llcp", "NFC LLCP" },
    [ENCAP_NFLOG] = { "nflog", "NFLOG" },
    [ENCAP_V5_EF] = { "v5-ef", "V5 Envelope Function" },
    [ENCAP_BACNET_MS_TP_WITH_DIRECTION] = { "bacnet-ms-tp-with-direction", "BACnet MS/TP with Directional Info" },
    [ENCAP_IXVERIWAVE] = { "ixveriwave", "IxVeriWave header and stats block" },
    [ENCAP_SDH] = { "sdh", "SDH" },
    [ENCAP_DBUS] = { "dbus", "D-Bus" },
    [ENCAP_AX25_KISS] = { "ax25-kiss", "AX.25 with KISS header" },
    [ENCAP_AX25] = { "ax25", "Amateur Radio AX.25" },
    [ENCAP_SCTP] = { "sctp", "SCTP" },
    [ENCAP_INFINIBAND] = { "infiniband", "InfiniBand" },
    [ENCAP_JUNIPER_SVCS] = { "juniper-svcs", "Juniper Services" },
    [ENCAP_USB_USBPCAP] = { "usb-usbpcap", "USB packets with USBPcap header" },
    [ENCAP_RTAC_SERIAL] = { "rtac-serial", "RTAC serial-line" },
    [ENCAP_BLUETOOTH_LE_LL] = { "bluetooth-le-ll", "Bluetooth Low Energy Link Layer" },
    [ENCAP_WIRESHARK_UPPER_PDU] = { "wireshark-upper-pdu", "Wireshark Upper PDU export" },
    [ENCAP_S4607] = { "s4607", "STANAG 4607" },
    [ENCAP_S5066_DPDU] = { "s5066-dpdu", "STANAG 5066 Data Transfer Sublayer PDUs(D_PDU)" },
    [ENCAP_NETLINK] = { "netlink", "Linux Netlink" },
    [ENCAP_BLUETOOTH_LINUX_MONITOR] = { "bluetooth-linux-monitor", "Bluetooth Linux Monitor" },
    [ENCAP_BLUETOOTH_BREDR_BB_RF] = { "bluetooth-bredr-bb-rf", "Bluetooth BR/EDR Baseband RF" },
    [ENCAP_BLUETOOTH_LE_LL_RF] = { "bluetooth-le-ll-rf", "Bluetooth Low Energy Link Layer RF" },
    [ENCAP_NSTRACE30] = { "nstrace30", "NetScaler Encapsulation 3.0 of Ethernet" },
    [ENCAP_LOGCAT] = { "logcat", "Android Logcat Binary format" },
    [ENCAP_LOGCAT_BRIEF] = { "logcat_brief", "Android Logcat Brief text format" },
    [ENCAP_LOGCAT_PROCESS] = { "logcat_process", "Android Logcat Process text format" },
    [ENCAP_LOGCAT_TAG] = { "logcat_tag", "Android Logcat Tag text format" },
    [ENCAP_LOGCAT_THREAD] = { "logcat_thread", "Android Logcat Thread text format" },
    [ENCAP_LOGCAT_TIME] = { "logcat_time", "Android Logcat Time text format" },
    [ENCAP_LOGCAT_THREADTIME] = { "logcat_threadtime", "Android Logcat Threadtime text format" },
    [ENCAP_LOGCAT_LONG] = { "logcat_long", "Android Logcat Long text format" },
    [ENCAP_PKTAP] = { "pktap", "Apple PKTAP" },
    [ENCAP_EPON] = { "epon", "Ethernet Passive Optical Network" },
    [ENCAP_IPMI_TRACE] = { "ipmi-trace", "IPMI Trace Data Collection" },
    [ENCAP_LOOP] = { "loop", "OpenBSD loopback" },
    [ENCAP_JSON] = { "json", "JavaScript Object Notation" },
    [ENCAP_NSTRACE35] = { "nstrace35", "NetScaler Encapsulation 3.5 of Ethernet" },
    [ENCAP_ISO14443] = { "iso14443", "ISO 14443 contactless smartcard standards" },
    [ENCAP_GFP_T] = { "gfp-t", "ITU-T G.7041/Y.1303 Generic Framing Procedure Transparent mode" },
    [ENCAP_GFP_F] = { "gfp-f", "ITU-T G.7041/Y.1303 Generic Framing Procedure Frame-mapped mode" },
    [ENCAP_IP_IB] = { "ip-ib", "IP over IB" },
    [ENCAP_JUNIPER_VN] = { "juniper-vn", "Juniper VN" },
    [ENCAP_USB_DARWIN] = { "usb-darwin", "USB packets with Darwin (macOS, etc.) headers" },
    [ENCAP_LORATAP] = { "loratap", "LoRaTap" },
    [ENCAP_XETH] = { "xeth", "Xerox 3MB Ethernet" },
    [ENCAP_VSOCK] = { "vsock", "Linux vsock" },
    [ENCAP_NORDIC_BLE] = { "nordic_ble", "nRF Sniffer for Bluetooth LE" },
    [ENCAP_NETMON_EVENT] = { "netmon_event", "Network Monitor Network Event" },
    [ENCAP_NETMON_HEADER] = { "netmon_header", "Network Monitor Header" },
    [ENCAP_NETMON_FILTER] = { "netmon_filter", "Network Monitor Filter" },
    [ENCAP_NETMON_NETWORK_INFO] = { "netmon_network_info", "Network Monitor Network Info" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE_V4] = { "message_analyzer_wfp_capture_v4", "Message Analyzer WFP Capture v4" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE_V6] = { "message_analyzer_wfp_capture_v6", "Message Analyzer WFP Capture v6" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE2_V4] = { "message_analyzer_wfp_capture2_v4",
                                                 "Message Analyzer WFP Capture2 v4" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE2_V6] = { "message_analyzer_wfp_capture2_v6",
                                                 "Message Analyzer WFP Capture2 v6" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE_AUTH_V4] = { "message_analyzer_wfp_capture_auth_v4",
                                                     "Message Analyzer WFP Capture Auth v4" },
    [ENCAP_MESSAGE_ANALYZER_WFP_CAPTURE_AUTH_V6] = { "message_analyzer_wfp_capture_auth_v6",
                                                     "Message Analyzer WFP Capture Auth v6" },
    [ENCAP_JUNIPER_ST] = { "juniper-st", "Juniper Secure Tunnel Information" },
    [ENCAP_ETHER_MPACKET] = { "ether-mpacket", "IEEE 802.3br mPackets" },
    [ENCAP_DOCSIS31_XRA31] = { "docsis31_xra31", "DOCSIS with Excentis XRA pseudo-header" },
    [ENCAP_DPAUXMON] = { "dpauxmon", "DisplayPort AUX channel with Unigraf pseudo-header" },
    [ENCAP_RUBY_MARSHAL] = { "ruby_marshal", "Ruby marshal object" },
    [ENCAP_RFC7468] = { "rfc7468", "RFC 7468 file" },
    [ENCAP_SDJOURNAL] = { "sdjournal", "systemd journal" },
    [ENCAP_EBHSCR] = { "ebhscr", "Elektrobit High Speed Capture and Replay" },
    [ENCAP_VPP] = { "vpp", "Vector Packet Processing graph dispatch trace" },
    [ENCAP_WPAN_TAP] = { "wpan-tap", "IEEE 802.15.4 Wireless with TAP pseudo-header" },
    [ENCAP_LOG_3GPP] = { "log_3GPP", "3GPP Phone Log" },
    [ENCAP_USB_20] = { "usb-20", "USB 2.0/1.1/1.0 packets" },
    [ENCAP_MP4] = { "mp4", "MP4 files" },
    [ENCAP_LINUX_SLL2] = { "linux-sll2", "Linux cooked-mode capture v2" },
    [ENCAP_ZWAVE_SERIAL] = { "zwave-serial", "Z-Wave Serial API packets" },
    [ENCAP_ETW] = { "etw", "Event Tracing for Windows messages" },
    [ENCAP_ERI_ENB_LOG] = { "eri_enb_log", "Ericsson eNode-B raw log" },
    [ENCAP_ZBNCP] = { "zbncp", "ZBOSS NCP" },
    [ENCAP_USB_20_LOW] = { "usb-20-low", "Low-Speed USB 2.0/1.1/1.0 packets" },
    [ENCAP_USB_20_FULL] = { "usb-20-full", "Full-Speed USB 2.0/1.1/1.0 packets" },
    [ENCAP_USB_20_HIGH] = { "usb-20-high", "High-Speed USB 2.0 packets" },
};

enum { HEADER_FIXED, HEADER_ERF };

struct link {
    uint16_t linktype, encap;
    uint8_t header;     /* bytes in front of the frame */
    uint8_t kind;       /* HEADER_ERF: their number depends on the bytes */
    uint8_t max_log2;   /* longest frame; 0: 18 */
    uint8_t alias;      /* another number of the same encap is the one to write */
    uint16_t protocol;  /* must end the header */
};

/* Ascending. */
static const struct link links[] = {
    { 0, ENCAP_NULL },
    { 1, ENCAP_ETHER },
    { 2, ENCAP_XETH },
    { 3, ENCAP_AX25 },
    { 6, ENCAP_TR },
    { 7, ENCAP_ARCNET },
    { 8, ENCAP_SLIP },
    { 9, ENCAP_PPP },
    { 10, ENCAP_FDDI_SWAPPED },
    { 11, ENCAP_ATM_RFC1483, .alias = 1 },
    { 12, ENCAP_RAWIP, .alias = 1 },
    { 13, ENCAP_ENC, .alias = 1 },
    { 14, ENCAP_RAWIP, .alias = 1 },
    { 16, ENCAP_LINUX_ATM_CLIP, .alias = 1 },
    { 18, ENCAP_LINUX_ATM_CLIP, .alias = 1 },
    { 19, ENCAP_LINUX_ATM_CLIP, .alias = 1 },
    { 32, ENCAP_REDBACK },
    { 50, ENCAP_PPP, .alias = 1 },
    { 51, ENCAP_PPPOES },
    { 99, ENCAP_SYMANTEC },
    { 100, ENCAP_ATM_RFC1483 },
    { 101, ENCAP_RAWIP },
    { 104, ENCAP_CHDLC },
    { 105, ENCAP_IEEE_802_11 },
    { 106, ENCAP_LINUX_ATM_CLIP },
    { 107, ENCAP_FRELAY },
    { 108, ENCAP_LOOP },
    { 109, ENCAP_ENC },
    { 112, ENCAP_CHDLC, .alias = 1 },
    { 113, ENCAP_LINUX_SLL },
    { 114, ENCAP_LTALK },
    { 117, ENCAP_PFLOG },
    { 118, ENCAP_IOS },
    { 119, ENCAP_IEEE_802_11_PRISM },
    { 121, ENCAP_HHDLC },
    { 122, ENCAP_IP_OVER_FC },
    { 123, ENCAP_ATM_PDUS, .header = 4 },
    { 127, ENCAP_IEEE_802_11_RADIOTAP },
    { 128, ENCAP_TZSP },
    { 129, ENCAP_ARCNET_LINUX },
    { 130, ENCAP_JUNIPER_MLPPP },
    { 131, ENCAP_JUNIPER_MLFR },
    { 133, ENCAP_JUNIPER_GGSN },
    { 135, ENCAP_JUNIPER_ATM2 },
    { 136, ENCAP_JUNIPER_SVCS },
    { 137, ENCAP_JUNIPER_ATM1 },
    { 138, ENCAP_AP1394 },
    { 139, ENCAP_MTP2_WITH_PHDR, .header = 4 },
    { 140, ENCAP_MTP2 },
    { 141, ENCAP_MTP3 },
    { 142, ENCAP_SCCP },
    { 143, ENCAP_DOCSIS },
    { 144, ENCAP_IRDA, .header = 16, .protocol = 0x0017 },
    { 147, ENCAP_USER0 },
    { 148, ENCAP_USER1 },
    { 149, ENCAP_USER2 },
    { 150, ENCAP_USER3 },
    { 151, ENCAP_USER4 },
    { 152, ENCAP_USER5 },
    { 153, ENCAP_USER6 },
    { 154, ENCAP_USER7 },
    { 155, ENCAP_USER8 },
    { 156, ENCAP_USER9 },
    { 157, ENCAP_USER10 },
    { 158, ENCAP_USER11 },
    { 159, ENCAP_USER12 },
    { 160, ENCAP_USER13 },
    { 161, ENCAP_USER14 },
    { 162, ENCAP_USER15 },
    { 163, ENCAP_IEEE_802_11_AVS },
    { 165, ENCAP_BACNET_MS_TP },
    { 167, ENCAP_JUNIPER_PPPOE },
    { 169, ENCAP_GPRS_LLC },
    { 170, ENCAP_GFP_T },
    { 171, ENCAP_GFP_F },
    { 172, ENCAP_GCOM_TIE1 },
    { 173, ENCAP_GCOM_SERIAL },
    { 177, ENCAP_LINUX_LAPD, .header = 16, .protocol = 0x0030 },
    { 178, ENCAP_JUNIPER_ETHER },
    { 179, ENCAP_JUNIPER_PPP },
    { 180, ENCAP_JUNIPER_FRELAY },
    { 181, ENCAP_JUNIPER_CHDLC },
    { 183, ENCAP_JUNIPER_VP },
    { 184, ENCAP_JUNIPER_VN },
    { 186, ENCAP_USB_FREEBSD, .max_log2 = 27 },
    { 187, ENCAP_BLUETOOTH_H4 },
    { 188, ENCAP_IEEE_802_16_MAC_CPS },
    { 189, ENCAP_USB_LINUX, .max_log2 = 27 },
    { 190, ENCAP_CAN20B },
    { 192, ENCAP_PPI },
    { 195, ENCAP_WPAN },
    { 196, ENCAP_SITA_WAN, .header = 5 },
    { 197, ENCAP_ERF, .kind = HEADER_ERF },
    { 199, ENCAP_IPMB_KONTRON },
    { 200, ENCAP_JUNIPER_ST },
    { 201, ENCAP_BLUETOOTH_H4_LINUX, .header = 4 },
    { 202, ENCAP_AX25_KISS },
    { 203, ENCAP_LAPD },
    { 204, ENCAP_PPP_WITH_DIRECTION, .header = 1 },
    { 209, ENCAP_I2C_LINUX, .header = 5 },
    { 210, ENCAP_FLEXRAY },
    { 211, ENCAP_MOST },
    { 212, ENCAP_LIN },
    { 213, ENCAP_X2E_SERIAL },
    { 214, ENCAP_X2E_XORAYA },
    { 215, ENCAP_WPAN_NONASK_PHY },
    { 220, ENCAP_USB_LINUX_MMAP, .max_log2 = 27 },
    { 224, ENCAP_FC2 },
    { 225, ENCAP_FC2SOF },
    { 226, ENCAP_IPNET },
    { 227, ENCAP_SOCKETCAN },
    { 228, ENCAP_RAWIP4 },
    { 229, ENCAP_RAWIP6 },
    { 230, ENCAP_WPAN_NOFCS },
    { 231, ENCAP_DBUS, .max_log2 = 27 },
    { 235, ENCAP_DVBCI },
    { 236, ENCAP_MUX27010 },
    { 237, ENCAP_S5066_DPDU },
    { 239, ENCAP_NFLOG },
    { 240, ENCAP_NETANALYZER },
    { 241, ENCAP_NETANALYZER_TRANSPARENT },
    { 242, ENCAP_IP_IB },
    { 243, ENCAP_MP2TS },
    { 245, ENCAP_NFC_LLCP, .header = 2 },
    { 248, ENCAP_SCTP },
    { 249, ENCAP_USB_USBPCAP, .max_log2 = 27 },
    { 250, ENCAP_RTAC_SERIAL },
    { 251, ENCAP_BLUETOOTH_LE_LL },
    { 252, ENCAP_WIRESHARK_UPPER_PDU },
    { 253, ENCAP_NETLINK },
    { 254, ENCAP_BLUETOOTH_LINUX_MONITOR, .header = 4 },
    { 255, ENCAP_BLUETOOTH_BREDR_BB_RF },
    { 256, ENCAP_BLUETOOTH_LE_LL_RF },
    { 258, ENCAP_PKTAP },
    { 259, ENCAP_EPON },
    { 260, ENCAP_IPMI_TRACE },
    { 264, ENCAP_ISO14443 },
    { 266, ENCAP_USB_DARWIN, .max_log2 = 27 },
    { 268, ENCAP_SDLC },
    { 270, ENCAP_LORATAP },
    { 271, ENCAP_VSOCK },
    { 272, ENCAP_NORDIC_BLE },
    { 273, ENCAP_DOCSIS31_XRA31 },
    { 274, ENCAP_ETHER_MPACKET },
    { 275, ENCAP_DPAUXMON },
    { 276, ENCAP_LINUX_SLL2 },
    { 279, ENCAP_EBHSCR, .max_log2 = 23 },
    { 280, ENCAP_VPP },
    { 283, ENCAP_WPAN_TAP },
    { 287, ENCAP_ZWAVE_SERIAL },
    { 288, ENCAP_USB_20 },
    { 290, ENCAP_ETW },
    { 292, ENCAP_ZBNCP },
    { 293, ENCAP_USB_20_LOW },
    { 294, ENCAP_USB_20_FULL },
    { 295, ENCAP_USB_20_HIGH },
};

const char *encap_name(uint16_t encap) { return encaps[encap < ENCAP_COUNT ? encap : ENCAP_UNKNOWN].name; }

const char *encap_short_name(uint16_t encap) { return encaps[encap < ENCAP_COUNT ? encap : ENCAP_UNKNOWN].short_name; }

int encap_by_short_name(const char *name)
{
    for (int i = 0; i < ENCAP_COUNT; i++)
        if (strcmp(encaps[i].short_name, name) == 0)
            return i;
    return -1;
}

static const struct link *find_link(uint16_t linktype)
{
    size_t low = 0, high = ARRAY_LEN(links);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (links[middle].linktype < linktype)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ARRAY_LEN(links) && links[low].linktype == linktype ? &links[low] : NULL;
}

uint16_t encap_of_linktype(uint16_t linktype)
{
    const struct link *l = find_link(linktype);
    return l != NULL ? l->encap : (uint16_t)ENCAP_UNKNOWN;
}

int encap_linktype(uint16_t encap)
{
    for (size_t i = 0; i < ARRAY_LEN(links); i++)
        if (links[i].encap == encap && !links[i].alias)
            return links[i].linktype;
    return -1;
}

/* Endace ERF: 16 bytes, 8 for each extension header, then 2 (Ethernet) or 4 (multi-channel). */
static uint32_t erf_header(const uint8_t *bytes, uint32_t len)
{
    if (len < 16)
        return 0;
    uint32_t size = 16;
    bool more = bytes[8] & 0x80;
    for (int i = 0; more && i < 8 && size + 8 <= len; i++) {
        more = bytes[size] & 0x80;
        size += 8;
    }
    switch (bytes[8] & 0x7f) {
    case 2:
    case 11:
    case 16:
    case 20: return size + 2;
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
    case 12:
    case 17:
    case 18: return size + 4;
    default: return size;
    }
}

uint32_t linktype_header(uint16_t linktype, const uint8_t *bytes, uint32_t len)
{
    const struct link *l = find_link(linktype);
    if (l == NULL)
        return 0;
    return l->kind == HEADER_ERF ? erf_header(bytes, len) : l->header;
}

uint16_t linktype_protocol(uint16_t linktype)
{
    const struct link *l = find_link(linktype);
    return l != NULL ? l->protocol : 0;
}

uint32_t linktype_max_frame(uint16_t linktype)
{
    const struct link *l = find_link(linktype);
    return UINT32_C(1) << (l != NULL && l->max_log2 != 0 ? l->max_log2 : 18);
}
