/* dhcpv6_values.c - names of DHCPv6's numbers, as IANA's registries, the RFCs and CableLabs have them. */
#include "protocols/application/dhcpv6_values.h"

#include "protocols/application/dhcpv6_rows.h"

const struct truth dhcpv6_truth_clientfqdn_client_s = { "Server SHOULD perform AAAA RR updates",
                                                        "Server SHOULD NOT perform AAAA RR updates" };
const struct truth dhcpv6_truth_clientfqdn_client_n = { "Server SHOULD NOT perform PTR RR updates",
                                                        "Server SHOULD perform PTR RR updates" };
const struct truth dhcpv6_truth_clientfqdn_server_s = { "Server SHOULD perform AAAA RR updates",
                                                        "Server SHOULD NOT perform AAAA RR updates" };
const struct truth dhcpv6_truth_clientfqdn_server_o = { "Server HAS overridden client's S bit preference",
                                                        "Server HAS NOT overridden client's S bit preference" };
const struct truth dhcpv6_truth_clientfqdn_server_n = { "Server SHOULD NOT perform PTR RR updates",
                                                        "Server SHOULD perform PTR RR updates" };
const struct truth dhcpv6_truth_cccv6_sec_tcm_provisioning_server = { "On", "Off" };
const struct truth dhcpv6_truth_cccv6_tgt_flag_call_manager_server = { "On", "Off" };

#define OPTION_NAME(code, name, ...) { code, name },
SHARED_VALUES(dhcpv6_option_type, DHCPV6_OPTIONS(OPTION_NAME, OPTION_NAME, OPTION_NAME));
SHARED_VALUES(dhcpv6_msgtype,
    { 1, "Solicit" }, { 2, "Advertise" }, { 3, "Request" }, { 4, "Confirm" }, { 5, "Renew" }, { 6, "Rebind" },
    { 7, "Reply" }, { 8, "Release" }, { 9, "Decline" }, { 10, "Reconfigure" }, { 11, "Information-request" },
    { 12, "Relay-forw" }, { 13, "Relay-reply" }, { 14, "Leasequery" }, { 15, "Leasequery-reply" },
    { 16, "Leasequery-done" }, { 17, "Leasequery-data" }, { 18, "Reconfigure-request" }, { 19, "Reconfigure-reply" });
SHARED_VALUES(dhcpv6_duid_type,
    { 1, "link-layer address plus time" }, { 2, "assigned by vendor based on Enterprise number" },
    { 3, "link-layer address" }, { 4, "Universally Unique IDentifier (UUID)" });
SHARED_VALUES(dhcpv6_status_code,
    { 0, "Success" }, { 1, "UnspecFail" }, { 2, "NoAddrAvail" }, { 3, "NoBinding" }, { 4, "NotOnLink" },
    { 5, "UseMulticast" }, { 6, "NoPrefixAvail" }, { 7, "UnknownQueryType" }, { 8, "MalformedQuery" },
    { 9, "NotConfigured" }, { 10, "NotAllowed" }, { 11, "QueryTerminated" }, { 12, "DataMissing" },
    { 13, "CatchUpComplete" }, { 14, "NotSupported" }, { 15, "TLSConnectionRefused" });
SHARED_VALUES(dhcpv6_lq_query,
    { 1, "by-address" }, { 2, "by-clientID" }, { 3, "by-relayID" }, { 4, "by-linkAddress" }, { 5, "by-remoteID" });
SHARED_VALUES(dhcpv6_ntpserver_option_type,
    { 1, "NTP Server Address" }, { 2, "NTP Multicast Address" }, { 3, "NTP Server FQDN" });
SHARED_VALUES(dhcpv6_option_code,
    { 64, "DS-Lite" }, { 88, "DHCPv4 over DHCPv6" }, { 94, "MAP-E" }, { 95, "MAP-T" }, { 96, "Lightweight 4over6" });
SHARED_VALUES(dhcpv6_fo_binding_status,
    { 0, "reserved" }, { 1, "ACTIVE" }, { 2, "EXPIRED" }, { 3, "RELEASED" }, { 4, "PENDING-FREE" }, { 5, "FREE" },
    { 6, "FREE-BACKUP" }, { 7, "ABANDONED" }, { 8, "RESET" });
SHARED_VALUES(dhcpv6_fo_server_state,
    { 0, "reserved" }, { 1, "Startup state (1)" }, { 2, "Normal state" }, { 3, "Communications interrupted" },
    { 4, "Partner down" }, { 5, "Synchronizing" }, { 6, "Recovering bindings from partner" },
    { 7, "Waiting out MCLT after RECOVER" }, { 8, "Interlock state prior to NORMAL" },
    { 9, "Comm. failed during resolution" }, { 10, "Primary resolved its conflicts" });
SHARED_VALUES(dhcpv6_ccc_suboption,
    { 1, "TSP's Primary DHCP Server" }, { 2, "TSP's Secondary DHCP Server" });
SHARED_VALUES(dhcpv6_cccv6_suboption,
    { 1, "TSP's Primary DHCPv6 Server Selector ID" }, { 2, "TSP's Secondary DHCPv6 Server Selector ID " },
    { 3, "TSP's Provisioning Server" }, { 4, "TSP's AS-REQ/AS-REP Backoff and Retry" },
    { 5, "TSP's AP-REQ/AP-REP Backoff and Retry" }, { 6, "TSP's Kerberos Realm Name" },
    { 7, "TSP's Ticket Granting Server Utilization" }, { 8, "TSP's Provisioning Timer Value" },
    { 9, "PacketCable Security Ticket Control" });
SHARED_VALUES(dhcpv6_docsis_cccv6_tlv5_suboption,
    { 1, "Concatenation Support" }, { 2, "DOCSIS Version" }, { 3, "Fragmentation Support" },
    { 4, "Payload Header Suppression Support" }, { 5, "IGMP Support" }, { 6, "Privacy Support" },
    { 7, "Downstream SAID Support" }, { 8, "Upstream Service Flow Support" }, { 9, "Optional Filtering Support" },
    { 10, "Transmit Pre-Equalizer Taps per Modulation Interval" }, { 11, "Number of Transmit Equalizer Taps" },
    { 12, "DCC Support" }, { 13, "IP Filters Support" }, { 14, "LLC Filters Support" },
    { 15, "Expanded Unicast SID Space" }, { 16, "Ranging Hold-Off Support" }, { 17, "L2VPN Capability" },
    { 18, "L2VPN eSAFE Host Capability" }, { 19, "Downstream Unencrypted Traffic (DUT) Filtering" },
    { 20, "Upstream Frequency Range Support" }, { 21, "Upstream Symbol Rate Support" },
    { 22, "Selectable Active Code Mode 2 Support" }, { 23, "Code Hopping Mode 2 Support" },
    { 24, "Multiple Transmit Channel Support" }, { 25, "5.12 Msps UpstreamTransmit Channel Support" },
    { 26, "2.56 Msps Upstream Transmit Channel Support" }, { 27, "Total SID Cluster Support" },
    { 28, "SID Clusters per Service Flow Support" }, { 29, "Multiple Receive Channel Support" },
    { 30, "Total Downstream Service ID (DSID) Support" }, { 31, "Resequencing Downstream Service ID (DSID) Support" },
    { 32, "Multicast Downstream Service ID (DSID) Support" }, { 33, "Multicast DSID Forwarding" },
    { 34, "Frame Control Type Forwarding Capability" }, { 35, "DPV Capability" },
    { 36, "Unsolicited Grant Service/Upstream Service Flow Support" }, { 37, "MAP and UCD Receipt Support" },
    { 38, "Upstream Drop Classifier Support" }, { 39, "IPv6 Support" },
    { 40, "Extended Upstream Transmit Power Capability" },
    { 41, "Optional 802.1ad, 802.1ah, MPLS Classification Support" }, { 42, "D-ONU Capabilities Encoding" },
    { 43, "Reserved" }, { 44, "Energy Management Capabilities" }, { 45, "C-DOCSIS Capability Encoding" },
    { 46, "CM-STATUS-ACK" }, { 47, "Energy Management Preferences" },
    { 48, "Extended Packet Length Support Capability" }, { 49, "Multiple Receive OFDM Channel Support" },
    { 50, "Multiple Transmit OFDMA Channel Support" }, { 51, "Downstream OFDM Profile Support" },
    { 52, "Downstream OFDM channel subcarrier QAM modulation support" },
    { 53, "Upstream OFDM channel subcarrier QAM modulation support" }, { 54, "Downstream Lower Band Edge Support" },
    { 55, "Downstream Upper Band Edge Support" }, { 56, "Upstream Upper Band Edge Support" },
    { 57, "DOCSIS Time Protocol Support" }, { 58, "DOCSIS Time Protocol Performance Support" }, { 59, "Pmax" },
    { 60, "Diplexer Downstream Lower Band Edge" }, { 61, "Diplexer Downstream Upper Band Edge" },
    { 62, "Diplexer Upstream Upper Band Edge" });
SHARED_VALUES(dhcpv6_cccv6_tlv5_suboption,
    { 1, "PacketCable Version" }, { 2, "Number Of Telephony Endpoints" }, { 3, "TGT Support" },
    { 4, "HTTP Download File Access Method Support" }, { 5, "MTA-24 Event SYSLOG Notification Support" },
    { 6, "NCS Service Flow Support" }, { 7, "Primary Line Support" }, { 8, "Vendor Specific TLV Type(s)" },
    { 9, "NVRAM Ticket/Ticket Information Storage Support" }, { 10, "Provisioning Event Reporting Support" },
    { 11, "Supported CODEC(s)" }, { 12, "Silence Suppression Support" }, { 13, "Echo Cancellation Support" },
    { 14, "RSVP Support" }, { 15, "UGS-AD Support" }, { 16, "MTA's \"ifIndex\" starting number in \"ifTable\"" },
    { 17, "Provisioning Flow Logging Support" }, { 18, "Supported Provisioning Flows" },
    { 19, "T38 Version Support" }, { 20, "T38 Error Correction Support" }, { 21, "RFC2833 DTMF Support" },
    { 22, "Voice Metrics Support" }, { 23, "Device MIB Support" }, { 24, "Multiple Grants Per Interval Support" },
    { 25, "V.152 Support" }, { 26, "Certificate Bootstrapping Support" },
    { 38, "IP Address Provisioning Capability" });
SHARED_VALUES(dhcpv6_cccv6_prov_srv_type,
    { 0, "FQDN" }, { 1, "IPv6" });
SHARED_VALUES(dhcpv6_cablelabs_opt,
    { 1, "Option Request = " }, { 2, "Device Type = " }, { 3, "Embedded Components = " }, { 4, "Serial Number = " },
    { 5, "Hardware Version = " }, { 6, "Software Version = " }, { 7, "Boot ROM Version = " },
    { 8, "Organization Unique Identifier = " }, { 9, "Model Number = " }, { 10, "Vendor Name = " },
    { 32, "TFTP Server Addresses : " }, { 33, "Configuration File Name = " }, { 34, "Syslog Servers : " },
    { 35, "TLV5 = " }, { 36, "Device Identifier = " }, { 37, "Time Protocol Servers : " }, { 38, "Time Offset = " },
    { 39, "IP preference : " }, { 61, "CCAP-CORES : " }, { 1025, "CMTS Capabilities Option : " },
    { 1026, "CM MAC Address Option = " }, { 1027, "eRouter Container Option : " },
    { 2170, "CableLabs Client Configuration : " }, { 2171, "CableLabs Client Configuration IPv6 : " },
    { 2172, "CableLabs Correlation ID = " });
