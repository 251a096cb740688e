/* dhcp_values.c - names of DHCP's numbers, as IANA's registries, the RFCs and vendors have them. */
#include "protocols/application/dhcp_values.h"

#include "protocols/application/dhcp_rows.h"

const struct truth dhcp_truth_bulk_lease_data_source = { "Remote", "Local" };
const struct truth dhcp_truth_flags_bc = { "Broadcast", "Unicast" };
const struct truth dhcp_truth_fqdn_e = { "Binary encoding", "ASCII encoding" };
const struct truth dhcp_truth_fqdn_n = { "No server updates", "Some server updates" };
const struct truth dhcp_truth_fqdn_o = { "Override", "No override" };
const struct truth dhcp_truth_fqdn_s = { "Server", "Client" };
const struct truth dhcp_truth_isns_functions_dd_base_authorization = { "Automatically allowed access",
                                                                       "Explicitly performed" };
const struct truth dhcp_truth_isns_functions_sec_policy_distribution = { "Download from iSNS server",
                                                                         "By other means" };
const struct truth dhcp_truth_isns_server_security_bitmap_transport_mode = { "Preferred", "No preference" };
const struct truth dhcp_truth_isns_server_security_bitmap_tunnel_mode = { "Preferred", "No preference" };

SHARED_VALUES(dhcp_type,
    { 1, "Boot Request" }, { 2, "Boot Reply" });
SHARED_VALUES(dhcp_pktc_mta_cap_type,
    { 0x3031, "PacketCable Version" }, { 0x3032, "Number Of Telephony Endpoints" }, { 0x3033, "TGT Support" },
    { 0x3034, "HTTP Download File Access Method Support" }, { 0x3035, "MTA-24 Event SYSLOG Notification Support" },
    { 0x3036, "NCS Service Flow Support" }, { 0x3037, "Primary Line Support" },
    { 0x3038, "Vendor Specific TLV Type(s)" }, { 0x3039, "NVRAM Ticket/Session Keys Storage Support" },
    { 0x3041, "Provisioning Event Reporting Support" }, { 0x3042, "Supported CODEC(s)" },
    { 0x3043, "Silence Suppression Support" }, { 0x3044, "Echo Cancellation Support" },
    { 0x3045, "RSVP Support/ Reserved" }, { 0x3046, "UGS-AD Support" },
    { 0x3061, "Provisioning Event Reporting Support" }, { 0x3062, "Supported CODEC(s)" },
    { 0x3063, "Silence Suppression Support" }, { 0x3064, "Echo Cancellation Support" },
    { 0x3065, "RSVP Support/ Reserved" }, { 0x3066, "UGS-AD Support" },
    { 0x3130, "MTA's \"ifIndex\" starting number in \"ifTable\"" }, { 0x3131, "Provisioning Flow Logging Support" },
    { 0x3132, "Supported Provisioning Flows" }, { 0x3133, "T38 Version Support" },
    { 0x3134, "T38 Error Correction Support" }, { 0x3135, "RFC 2833 DTMF Support" },
    { 0x3136, "Voice Metrics Support" }, { 0x3137, "MIB Support" },
    { 0x3138, "Multiple Grants Per Interval Support" }, { 0x3139, "V.152 Support" },
    { 0x3141, "Certificate Bootstrapping Support" }, { 0x3161, "Certificate Bootstrapping Support" });
SHARED_VALUES(dhcp_cm_cap_type,
    { 1, "Concatenation Support" }, { 2, "DOCSIS Version" }, { 3, "Fragmentation Support" },
    { 4, "Payload Header Suppression Support" }, { 5, "IGMP Support" }, { 6, "Privacy Support" },
    { 7, "Downstream SAID Support" }, { 8, "Upstream Service Flow Support" }, { 9, "Optional Filtering Support" },
    { 10, "Transmit Equalizer Taps per Modulation Interval" }, { 11, "Number of Transmit Equalizer Taps" },
    { 12, "DCC Support" }, { 13, "IP Filters Support" }, { 14, "LLC Filters Support" },
    { 15, "Expanded Unicast SID Space" }, { 16, "Ranging Hold-Off Support" }, { 17, "L2VPN Capability" },
    { 18, "L2VPN eSAFE Host Capability" }, { 19, "Downstream Unencrypted Traffic (DUT) Filtering" },
    { 20, "Upstream Frequency Range Support" }, { 21, "Upstream Symbol Rate Support" },
    { 22, "Selectable Active Code Mode 2 Support" }, { 23, "Code Hopping Mode 2 Support" },
    { 24, "Multiple Transmit Channel Support" }, { 25, "5.12 Msps Upstream Transmit Channel Support" },
    { 26, "2.56 Msps Upstream Transmit Channel Support" }, { 27, "Total SID Cluster Support" },
    { 28, "SID Clusters per Service Flow Support" }, { 29, "Multiple Receive Channel Support" },
    { 30, "Total Downstream Service ID (DSID) Support" }, { 31, "Resequencing Downstream Service ID (DSID) Support" },
    { 32, "Multicast Downstream Service ID (DSID) Support" }, { 33, "Multicast DSID Forwarding" },
    { 34, "Frame Control Type Forwarding Capability" }, { 35, "DPV Capability" },
    { 36, "Unsolicited Grant Service/Upstream Service Flow Support" }, { 37, "MAP and UCD Receipt Support" },
    { 38, "Upstream Drop Classifier Support" }, { 39, "IPv6 Support" },
    { 40, "Extended Upstream Transmit Power Capability (1/4 dB)" },
    { 41, "Optional 802.1ad, 802.1ah, MPLS Classification Support" }, { 42, "D-ONU Capabilities Encoding" },
    { 44, "Energy Management Capabilities" });
SHARED_VALUES(dhcp_client_id_duid_type,
    { 1, "link-layer address plus time" }, { 2, "assigned by vendor based on Enterprise number" },
    { 3, "link-layer address" });
SHARED_VALUES(dhcp_pxe_boot_servers_type,
    { 0, "PXE bootstrap server" }, { 1, "Microsoft Windows NT Boot Server" }, { 2, "Intel LCM Boot Server" },
    { 3, "DOS/UNDI Boot Server" }, { 4, "NEC ESMPRO Boot Server" }, { 5, "IBM WSoD Boot Server" },
    { 6, "IBM LCCM Boot Server" }, { 7, "CA Unicenter TNG Boot Server" }, { 8, "HP OpenView Boot Server" },
    { 65535, "PXE API Test server" });
SHARED_VALUES(dhcp_pxe_boot_menu_type,
    { 0, "Local boot" });
SHARED_VALUES(dhcp_cl_address_realm,
    { 1, "PS WAN-Man" }, { 2, "PS WAN-Data" });
SHARED_VALUES(dhcp_alu_app_type,
    { 0, "NOE" }, { 1, "SIP" });
SHARED_VALUES(dhcp_bsdp_message_type,
    { 1, "LIST" }, { 2, "SELECT" }, { 3, "FAILED" });
SHARED_VALUES(dhcp_bsdp_boot_image_attribute_install,
    { 0, "non-install" }, { 1, "install" });
SHARED_VALUES(dhcp_bsdp_boot_image_attribute_kind,
    { 0, "Mac OS 9" }, { 1, "Mac OS X" }, { 2, "Mac OS X Server" }, { 3, "Hardware Diagnostics" });
SHARED_VALUES(dhcp_netbios_over_tcpip_node_type,
    { 1, "B-node" }, { 2, "P-node" }, { 4, "M-node" }, { 8, "H-node" });
SHARED_VALUES(dhcp_option_overload,
    { 1, "Boot file name holds options" }, { 2, "Server host name holds options" },
    { 3, "Boot file and server host names hold options" });
SHARED_VALUES(dhcp_message_types,
    { 1, "Discover" }, { 2, "Offer" }, { 3, "Request" }, { 4, "Decline" }, { 5, "ACK" }, { 6, "NAK" },
    { 7, "Release" }, { 8, "Inform" }, { 9, "Force Renew" }, { 10, "Lease query" }, { 11, "Lease Unassigned" },
    { 12, "Lease Unknown" }, { 13, "Lease Active" }, { 14, "Bulk Lease Query" }, { 15, "Lease Query Done" },
    { 16, "Active LeaseQuery" }, { 17, "Lease Query Status" }, { 18, "TLS" });
SHARED_VALUES(dhcp_slp_directory_agent_value,
    { 0, "Dynamic Discovery" }, { 1, "Static Discovery" }, { 128, "Backwards compatibility" });
SHARED_VALUES(dhcp_slp_service_scope_value,
    { 0, "Preferred Scope" }, { 1, "Mandatory Scope" });
SHARED_VALUES(dhcp_auth_protocol,
    { 0, "configuration token" }, { 1, "delayed authentication" });
SHARED_VALUES(dhcp_auth_alg_delay,
    { 1, "HMAC_MD5" });
SHARED_VALUES(dhcp_auth_rdm,
    { 0, "Monotonically-increasing counter" });
SHARED_VALUES(dhcp_client_system_architecture,
    { 0, "IA x86 PC" }, { 1, "NEC/PC98" }, { 2, "IA64 PC" }, { 3, "DEC Alpha" }, { 4, "ArcX86" },
    { 5, "Intel Lean Client" }, { 6, "EFI IA32" }, { 7, "EFI x64" }, { 8, "EFI Xscale" }, { 9, "EFI BC" },
    { 10, "ARM 32-bit UEFI" }, { 11, "ARM 64-bit UEFI" }, { 12, "PowerPC Open Firmware" }, { 13, "PowerPC ePAPR" },
    { 14, "POWER OPAL v3" }, { 15, "x86 UEFI HTTP" }, { 16, "x64 UEFI HTTP" }, { 17, "EBC UEFI HTTP" },
    { 18, "ARM 32-bit UEFI HTTP" }, { 19, "ARM 64-bit UEFI HTTP" }, { 20, "PC/AT HTTP" }, { 21, "ARM 32-bit uboot" },
    { 22, "ARM 64-bit uboot" }, { 23, "ARM 32-bit uboot HTTP" }, { 24, "ARM 64-bit uboot HTTP" },
    { 25, "RISC-V 32-bit UEFI" }, { 26, "RISC-V 32-bit UEFI HTTP" }, { 27, "RISC-V 64-bit UEFI" },
    { 28, "RISC-V 64-bit UEFI HTTP" }, { 29, "RISC-V 128-bit UEFI" }, { 30, "RISC-V 128-bit UEFI HTTP" },
    { 31, "s390 Basic" }, { 32, "s390 Extended" });
SHARED_VALUES(dhcp_civic_location_what,
    { 0, "Location of the DHCP server" },
    { 1, "Location of the network element believed to be closest to the client" }, { 2, "Location of the client" });
SHARED_VALUES(dhcp_civic_location_ca_type,
    { 0, "Language" }, { 1, "A1" }, { 2, "A2" }, { 3, "A3" }, { 4, "A4" }, { 5, "A5" }, { 6, "A6" },
    { 16, "PRD (Leading street direction)" }, { 17, "POD (Trailing street suffix)" }, { 18, "STS (Street suffix)" },
    { 19, "HNO (House number)" }, { 20, "HNS (House number suffix)" }, { 21, "LMK (Landmark or vanity address)" },
    { 22, "LOC (Additional location information)" }, { 23, "NAM" }, { 24, "PC (Postal/ZIP code)" },
    { 25, "BLD (Building)" }, { 26, "UNIT" }, { 27, "FLR (Floor)" }, { 28, "ROOM" }, { 29, "PLC (Place-type)" },
    { 30, "PCN (Postal community name)" }, { 31, "POBOX" }, { 32, "ADDCODE (Additional Code)" }, { 33, "SEAT" },
    { 34, "RD (Primary road or street)" }, { 35, "RDSEC (Road section)" }, { 36, "RDBR (Road branch)" },
    { 37, "RDSUBBR (Road sub-branch)" }, { 38, "PRM (Road pre-modifier)" }, { 39, "POM (Road post-modifier" },
    { 128, "Script" });
SHARED_VALUES(dhcp_dhcp_auto_configuration,
    { 0, "DoNotAutoConfigure" }, { 1, "AutoConfigure" });
SHARED_VALUES(dhcp_sip_server_encoding,
    { 0, "Fully Qualified Domain Name" }, { 1, "IPv4 Address" });
SHARED_VALUES(dhcp_rfc3825_error,
    { 1, "Latitude is out of range [-90,90]" }, { 2, "Latitude Uncertainty is out of range [0,90]" },
    { 3, "Longitude is out of range [-180,180]" }, { 4, "Longitude Uncertainty is out of range [0,180]" },
    { 5, "Altitude is out of range [-(2^21),(2^21)-1]" }, { 6, "Altitude Uncertainty is out of range [0,2^20]" },
    { 7, "Altitude Type is out of range [0,2]" }, { 8, "Datum is out of range [1,3]" });
SHARED_VALUES(dhcp_rfc3825_altitude_type,
    { 1, "Meters" }, { 2, "Floors" });
SHARED_VALUES(dhcp_vi_class_cl_address_mode,
    { 1, "IPv4" }, { 2, "IPv6" });
SHARED_VALUES(dhcp_forcerenew_nonce_algorithm,
    { 1, "HMAC-MD5" });
SHARED_VALUES(dhcp_rdnss_preference,
    { 0, "Medium" }, { 1, "High" }, { 2, "Reserved" }, { 3, "Low" });
SHARED_VALUES(dhcp_bulk_lease_status_code,
    { 0, "Success" }, { 1, "UpsecFail" }, { 2, "QueryTerminated" }, { 3, "MalformedQuery" }, { 4, "NotAllowed" });
SHARED_VALUES(dhcp_bulk_lease_dhcp_state,
    { 1, "Available" }, { 2, "Active" }, { 3, "Expired" }, { 4, "Released" }, { 5, "Abandoned" }, { 6, "Reset" },
    { 7, "Remote" }, { 8, "Transitioning" });
SHARED_VALUES(dhcp_pc_ietf_ccc_suboption,
    { 1, "TSP's Primary DHCP Server" }, { 2, "TSP's Secondary DHCP Server" }, { 3, "TSP's Provisioning Server" },
    { 4, "TSP's AS-REQ/AS-REP Backoff and Retry" }, { 5, "TSP's AP-REQ/AP-REP Backoff and Retry" },
    { 6, "TSP's Kerberos Realm Name" }, { 7, "TSP's Ticket Granting Server Utilization" },
    { 8, "TSP's Provisioning Timer Value" }, { 9, "PacketCable Security Ticket Control" });
SHARED_VALUES(dhcp_pc_i05_ccc_suboption,
    { 1, "Primary DHCP Server" }, { 2, "Secondary DHCP Server" }, { 3, "SNMP Entity" }, { 4, "Primary DNS Server" },
    { 5, "Secondary DNS Server" }, { 6, "Kerberos Realm" }, { 7, "MTA should fetch TGT?" },
    { 8, "Provisioning Timer" }, { 9, "CMS FQDN" }, { 10, "AS-REQ/AS-REP Backoff and Retry" },
    { 11, "AP-REQ/AP-REP Backoff and Retry" }, { 12, "MTA should clear Kerberos tickets?" });
SHARED_VALUES(dhcp_map_datum,
    { 1, "WGS 84" }, { 2, "NAD83 (NAVD88)" }, { 3, "NAD83 (MLLW)" });
SHARED_VALUES(dhcp_dss_id_type,
    { 1, "Primary DSS_ID" }, { 2, "Secondary DSS_ID" });
SHARED_VALUES(dhcp_vi_cl_suboption,
    { 1, "Option Request" }, { 2, "TFTP Server Addresses" }, { 3, "eRouter Container Option" },
    { 4, "MIB Environment Indicator Option" }, { 5, "Modem Capabilities" });
SHARED_VALUES(dhcp_mib_environment,
    { 0, "Reserved" }, { 1, "CableLabs" }, { 2, "IETF" }, { 3, "EuroCableLabs" });

/* The suboptions' names once more, for filters. */
#define SUB_NAME(set, code, name, ...) { code, name },
SHARED_VALUES(dhcp_pxe_suboption, DHCP_PXE(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_cl_suboption, DHCP_CL(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_alu_suboption, DHCP_ALU(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_bsdp_suboption, DHCP_BSDP(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_aci_suboption,
    DHCP_ACI(SUB_NAME, SUB_NAME, SUB_NAME)
    DHCP_AEROHIVE(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_agent_suboption, DHCP_AGENT(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_novell_suboption, DHCP_NOVELL(SUB_NAME, SUB_NAME, SUB_NAME));
SHARED_VALUES(dhcp_vi_tr111_suboption, DHCP_TR111(SUB_NAME, SUB_NAME, SUB_NAME));
