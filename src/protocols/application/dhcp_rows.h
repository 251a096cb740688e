/* dhcp_rows.h - every DHCP option and field, one row each; dhcp.h and the sources make their tables and
   enumerations of it.

   Options: code, name, then
     O: kind of the value (enum dhcp_kind), and its field as struct field has it (OPTION_<code>)
     C: the function that takes the value apart
     N: nothing is known of the value
   Suboptions: the same with the set they belong to in front (field <SET>_<code>).
   Fields that are not the one value of an option stand in DHCP_FIELDS. */
#ifndef PROTOCOLS_APPLICATION_DHCP_ROWS_H
#define PROTOCOLS_APPLICATION_DHCP_ROWS_H

/* Wireshark marks names of options that it does not take apart; filters and scripts know them so. */
#define DHCP_OPEN(spec) " [TO" "DO" spec "]"

#define DHCP_OPTIONS(O, C, N) \
    O(1, "Subnet Mask", IPV4, "dhcp.option.subnet_mask", "Subnet Mask", FT_IPv4) \
    O(2, "Time Offset", SECONDS, "dhcp.option.time_offset", "Time Offset", FT_INT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(3, "Router", IPV4_LIST, "dhcp.option.router", "Router", FT_IPv4) \
    O(4, "Time Server", IPV4_LIST, "dhcp.option.time_server", "Time Server", FT_IPv4) \
    O(5, "Name Server", IPV4_LIST, "dhcp.option.name_server", "Name Server", FT_IPv4) \
    O(6, "Domain Name Server", IPV4_LIST, "dhcp.option.domain_name_server", "Domain Name Server", FT_IPv4) \
    O(7, "Log Server", IPV4_LIST, "dhcp.option.log_server", "Log Server", FT_IPv4) \
    O(8, "Quotes Server", IPV4_LIST, "dhcp.option.quotes_server", "Quotes Server", FT_IPv4) \
    O(9, "LPR Server", IPV4_LIST, "dhcp.option.lpr_server", "LPR Server", FT_IPv4) \
    O(10, "Impress Server", IPV4_LIST, "dhcp.option.impress_server", "Impress Server", FT_IPv4) \
    O(11, "Resource Location Server", IPV4_LIST, "dhcp.option.resource_location_server", "Resource Location Server", FT_IPv4) \
    O(12, "Host Name", STRING, "dhcp.option.hostname", "Host Name", FT_STRINGZ) \
    O(13, "Boot File Size", UINT16, "dhcp.option.boot_file_size", "Boot File Size", FT_UINT16, BASE_DEC) \
    O(14, "Merit Dump File", STRING, "dhcp.option.merit_dump_file", "Merit Dump File", FT_STRINGZ) \
    O(15, "Domain Name", STRING, "dhcp.option.domain_name", "Domain Name", FT_STRINGZ) \
    O(16, "Swap Server", IPV4, "dhcp.option.swap_server", "Swap Server", FT_IPv4) \
    O(17, "Root Path", STRING, "dhcp.option.root_path", "Root Path", FT_STRINGZ) \
    O(18, "Extensions Path", STRING, "dhcp.option.extension_path", "Extensions Path", FT_STRINGZ) \
    O(19, "IP Forwarding", BOOL, "dhcp.option.ip_forwarding", "IP Forwarding", FT_BOOLEAN, .truth = &truth_enabled) \
    O(20, "Non-Local Source Routing", BOOL, "dhcp.option.non_local_source_routing", "Non-Local Source Routing", FT_BOOLEAN, .truth = &truth_enabled) \
    C(21, "Policy Filter", option_pairs) \
    O(22, "Maximum Datagram Reassembly Size", UINT16, "dhcp.option.max_datagram_reassembly_size", "Maximum Datagram Reassembly Size", FT_UINT16, BASE_DEC) \
    O(23, "Default IP Time-to-Live", UINT8, "dhcp.option.default_ip_ttl", "Default IP Time-to-Live", FT_UINT8, BASE_DEC) \
    O(24, "Path MTU Aging Timeout", SECONDS, "dhcp.option.path_mtu_aging_timeout", "Path MTU Aging Timeout", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(25, "Path MTU Plateau Table", UINT16_LIST, "dhcp.option.path_mtu_plateau_table_item", "Path MTU Plateau Table Item", FT_UINT16, BASE_DEC) \
    O(26, "Interface MTU", UINT16, "dhcp.option.interface_mtu", "Interface MTU", FT_UINT16, BASE_DEC) \
    O(27, "All Subnets are Local", BOOL, "dhcp.option.all_subnets_are_local", "All Subnets are Local", FT_BOOLEAN, .truth = &truth_yes) \
    O(28, "Broadcast Address", IPV4, "dhcp.option.broadcast_address", "Broadcast Address", FT_IPv4) \
    O(29, "Perform Mask Discovery", BOOL, "dhcp.option.perform_mask_discovery", "Perform Mask Discovery", FT_BOOLEAN, .truth = &truth_enabled) \
    O(30, "Mask Supplier", BOOL, "dhcp.option.mask_supplier", "Mask Supplier", FT_BOOLEAN, .truth = &truth_yes) \
    O(31, "Perform Router Discover", BOOL, "dhcp.option.perform_router_discover", "Perform Router Discover", FT_BOOLEAN, .truth = &truth_enabled) \
    O(32, "Router Solicitation Address", IPV4, "dhcp.option.router_solicitation_address", "Router Solicitation Address", FT_IPv4) \
    C(33, "Static Route", option_pairs) \
    O(34, "Trailer Encapsulation", BOOL, "dhcp.option.trailer_encapsulation", "Trailer Encapsulation", FT_BOOLEAN, .truth = &truth_enabled) \
    O(35, "ARP Cache Timeout", SECONDS, "dhcp.option.arp_cache_timeout", "ARP Cache Timeout", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(36, "Ethernet Encapsulation", BOOL, "dhcp.option.ethernet_encapsulation", "Ethernet Encapsulation", FT_BOOLEAN, .truth = &truth_enabled) \
    O(37, "TCP Default TTL", UINT8, "dhcp.option.tcp_default_ttl", "TCP Default TTL", FT_UINT8, BASE_DEC) \
    O(38, "TCP Keepalive Interval", SECONDS, "dhcp.option.tcp_keepalive_interval", "TCP Keepalive Interval", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(39, "TCP Keepalive Garbage", BOOL, "dhcp.option.tcp_keepalive_garbage", "TCP Keepalive Garbage", FT_BOOLEAN, .truth = &truth_enabled) \
    O(40, "Network Information Service Domain", STRING, "dhcp.option.nis_domain", "Network Information Service Domain", FT_STRINGZ) \
    O(41, "Network Information Service Servers", IPV4_LIST, "dhcp.option.nis_server", "Network Information Service Server", FT_IPv4) \
    O(42, "Network Time Protocol Servers", IPV4_LIST, "dhcp.option.ntp_server", "Network Time Protocol Server", FT_IPv4) \
    C(43, "Vendor-Specific Information", option_vendor_info) \
    O(44, "NetBIOS over TCP/IP Name Server", IPV4_LIST, "dhcp.option.netbios_over_tcpip_name_server", "NetBIOS over TCP/IP Name Server", FT_IPv4) \
    O(45, "NetBIOS over TCP/IP Datagram Distribution Name Server", IPV4_LIST, "dhcp.option.netbios_over_tcpip_dd_name_server", "NetBIOS over TCP/IP Datagram Distribution Name Server", FT_IPv4) \
    O(46, "NetBIOS over TCP/IP Node Type", UINT8, "dhcp.option.netbios_over_tcpip_node_type", "NetBIOS over TCP/IP Node Type", FT_UINT8, BASE_DEC, .values = &dhcp_netbios_over_tcpip_node_type) \
    O(47, "NetBIOS over TCP/IP Scope", STRING, "dhcp.option.netbios_over_tcpip_scope", "NetBIOS over TCP/IP Scope", FT_STRINGZ) \
    O(48, "X Window System Font Server", IPV4_LIST, "dhcp.option.xwindows_system_font_server", "X Window System Font Server", FT_IPv4) \
    O(49, "X Window System Display Manager", IPV4_LIST, "dhcp.option.xwindows_system_display_manager", "X Window System Display Manager", FT_IPv4) \
    O(50, "Requested IP Address", IPV4, "dhcp.option.requested_ip_address", "Requested IP Address", FT_IPv4) \
    O(51, "IP Address Lease Time", SECONDS, "dhcp.option.ip_address_lease_time", "IP Address Lease Time", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    C(52, "Option Overload", option_overload) \
    C(53, "DHCP Message Type", option_message_type) \
    O(54, "DHCP Server Identifier", IPV4, "dhcp.option.dhcp_server_id", "DHCP Server Identifier", FT_IPv4) \
    O(55, "Parameter Request List", UINT8_LIST, "dhcp.option.request_list_item", "Parameter Request List Item", FT_UINT8, BASE_DEC, .label_fn = dhcp_request_label) \
    O(56, "Message", STRING, "dhcp.option.message", "Message", FT_STRINGZ) \
    O(57, "Maximum DHCP Message Size", UINT16, "dhcp.option.dhcp_max_message_size", "Maximum DHCP Message Size", FT_UINT16, BASE_DEC) \
    O(58, "Renewal Time Value", SECONDS, "dhcp.option.renewal_time_value", "Renewal Time Value", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(59, "Rebinding Time Value", SECONDS, "dhcp.option.rebinding_time_value", "Rebinding Time Value", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    C(60, "Vendor class identifier", option_vendor_class) \
    C(61, "Client identifier", option_client_id) \
    N(62, "Novell/Netware IP domain") \
    C(63, "Novell Options", option_novell) \
    O(64, "Network Information Service+ Domain", STRING, "dhcp.option.nis_plus_domain", "Network Information Service+ Domain", FT_STRINGZ) \
    O(65, "Network Information Service+ Servers", IPV4_LIST, "dhcp.option.nis_plus_server", "Network Information Service+ Server", FT_IPv4) \
    O(66, "TFTP Server Name", STRING, "dhcp.option.tftp_server_name", "TFTP Server Name", FT_STRINGZ) \
    O(67, "Bootfile name", STRING, "dhcp.option.bootfile_name", "Bootfile name", FT_STRINGZ) \
    O(68, "Mobile IP Home Agent", IPV4_LIST, "dhcp.option.mobile_ip_home_agent", "Mobile IP Home Agent", FT_IPv4) \
    O(69, "SMTP Server", IPV4_LIST, "dhcp.option.smtp_server", "SMTP Server", FT_IPv4) \
    O(70, "POP3 Server", IPV4_LIST, "dhcp.option.pop3_server", "POP3 Server", FT_IPv4) \
    O(71, "NNTP Server", IPV4_LIST, "dhcp.option.nntp_server", "NNTP Server", FT_IPv4) \
    O(72, "Default WWW Server", IPV4_LIST, "dhcp.option.default_www_server", "Default WWW Server", FT_IPv4) \
    O(73, "Default Finger Server", IPV4_LIST, "dhcp.option.default_finger_server", "Default Finger Server", FT_IPv4) \
    O(74, "Default IRC Server", IPV4_LIST, "dhcp.option.default_irc_server", "Default IRC Server", FT_IPv4) \
    O(75, "StreetTalk Server", IPV4_LIST, "dhcp.option.streettalk_server", "StreetTalk Server", FT_IPv4) \
    O(76, "StreetTalk Directory Assistance Server", IPV4_LIST, "dhcp.option.streettalk_da_server", "StreetTalk Directory Assistance Server", FT_IPv4) \
    C(77, "User Class Information", option_user_class) \
    C(78, "Directory Agent Information", option_slp_agent) \
    C(79, "Service Location Agent Scope", option_slp_scope) \
    N(80, "Rapid commit") \
    C(81, "Client Fully Qualified Domain Name", option_fqdn) \
    C(82, "Agent Information Option", option_relay_agent) \
    C(83, "iSNS", option_isns) \
    N(84, "Removed/Unassigned") \
    C(85, "Novell Directory Services Servers", option_novell_servers) \
    O(86, "Novell Directory Services Tree Name", STRING, "dhcp.option.novell_ds_tree_name", "Novell Directory Services Tree Name", FT_STRINGZ) \
    O(87, "Novell Directory Services Context", STRING, "dhcp.option.novell_ds_context", "Novell Directory Services Context", FT_STRINGZ) \
    N(88, "BCMCS Controller Domain Name" DHCP_OPEN(":RFC4280")) \
    N(89, "BCMCS Controller IPv4 address" DHCP_OPEN(":RFC4280")) \
    C(90, "Authentication", option_authentication) \
    O(91, "Client last transaction time", SECONDS, "dhcp.option.client_last_transaction_time", "Client last transaction time", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    O(92, "Associated IP option", IPV4_LIST, "dhcp.option.associated_ip_option", "Associated IP option", FT_IPv4) \
    C(93, "Client System Architecture", option_architecture) \
    C(94, "Client Network Device Interface", option_network_interface) \
    N(95, "LDAP" DHCP_OPEN(":RFC3679")) \
    N(96, "Removed/Unassigned") \
    C(97, "UUID/GUID-based Client Identifier", option_uuid) \
    N(98, "Open Group's User Authentication" DHCP_OPEN(":RFC2485")) \
    C(99, "Civic Addresses Configuration", option_civic) \
    O(100, "PCode", STRING, "dhcp.option.tz_pcode", "TZ PCode", FT_STRING) \
    O(101, "TCode", STRING, "dhcp.option.tz_tcode", "TZ TCode", FT_STRING) \
    N(102, "Removed/unassigned") \
    N(103, "Removed/unassigned") \
    N(104, "Removed/unassigned") \
    N(105, "Removed/unassigned") \
    N(106, "Removed/unassigned") \
    N(107, "Removed/unassigned") \
    N(108, "IPv6-Only Preferred") \
    N(110, "Removed/Unassigned") \
    O(112, "NetInfo Parent Server Address", IPV4_LIST, "dhcp.option.netinfo_parent_server_address", "NetInfo Parent Server Address", FT_IPv4) \
    O(113, "NetInfo Parent Server Tag", STRING, "dhcp.option.netinfo_parent_server_tag", "NetInfo Parent Server Tag", FT_STRINGZ) \
    O(114, "DHCP Captive-Portal", STRING, "dhcp.option.captive_portal", "Captive Portal", FT_STRING) \
    N(115, "Removed/Unassigned") \
    O(116, "DHCP Auto-Configuration", UINT8, "dhcp.option.dhcp_auto_configuration", "DHCP Auto-Configuration", FT_UINT8, BASE_DEC, .values = &dhcp_dhcp_auto_configuration) \
    C(117, "Name Service Search", option_name_service) \
    O(118, "Subnet Selection Option", IPV4_LIST, "dhcp.option.subnet_selection_option", "Subnet Selection Option", FT_IPv4) \
    C(119, "Domain Search", option_search_list) \
    C(120, "SIP Servers", option_sip_servers) \
    C(121, "Classless Static Route", option_routes) \
    C(122, "CableLabs Client Configuration" DHCP_OPEN(":RFC3495"), option_cablelabs) \
    C(123, "Coordinate-based Location Configuration", option_coordinates) \
    C(124, "V-I Vendor Class", option_vendor_classes) \
    C(125, "V-I Vendor-specific Information", option_vendor_specifics) \
    N(126, "Removed/Unassigned") \
    N(127, "Removed/Unassigned") \
    N(128, "DOCSIS full security server IP" DHCP_OPEN("")) \
    N(129, "PXE - undefined (vendor specific)") \
    N(130, "PXE - undefined (vendor specific)") \
    N(131, "PXE - undefined (vendor specific)") \
    N(132, "PXE - undefined (vendor specific)") \
    N(133, "PXE - undefined (vendor specific)") \
    N(134, "PXE - undefined (vendor specific)") \
    N(135, "PXE - undefined (vendor specific)") \
    O(136, "PANA Authentication Agent", IPV4_LIST, "dhcp.option.pana_agent", "PAA IPv4 Address", FT_IPv4) \
    O(137, "LoST Server Domain Name", STRING, "dhcp.option.lost_server_domain_name", "LoST Server Domain Name", FT_STRINGZ) \
    O(138, "CAPWAP Access Controllers", IPV4_LIST, "dhcp.option.capwap_access_controller", "CAPWAP Access Controllers", FT_IPv4) \
    N(139, "IPv4 Address-MoS") \
    N(140, "IPv4 FQDN-MoS") \
    N(141, "SIP UA Configuration Domains") \
    O(142, "IPv4 Address ANDSF", IPV4_LIST, "dhcp.option.andsf_server", "ANDSF Server", FT_IPv4) \
    N(143, "Zerotouch Redirect" DHCP_OPEN(": draft-ietf-netconf-zerotouch")) \
    N(144, "Geospatial Location" DHCP_OPEN(":RFC6225")) \
    O(145, "Forcerenew Nonce Capable", UINT8_LIST, "dhcp.option.forcerenew_nonce.algorithm", "Algorithm", FT_UINT8, BASE_DEC, .values = &dhcp_forcerenew_nonce_algorithm) \
    C(146, "RDNSS Selection", option_rdnss) \
    O(150, "TFTP Server Address", IPV4_LIST, "dhcp.option.tftp_server_address", "TFTP Server Address", FT_IPv4) \
    C(151, "Leasequery Status code", option_status_code) \
    C(152, "Leasequery Base Time", option_moment) \
    O(153, "Leasequery Start Time of State", SECONDS, "dhcp.option.bulk_lease.start_time_of_state", "Start Time Of State", FT_UINT32, BASE_DEC, .label_fn = dhcp_seconds_label) \
    C(154, "Leasequery Query Start Time", option_moment) \
    C(155, "Leasequery Query End Time", option_moment) \
    O(156, "Leasequery Dhcp State", UINT8, "dhcp.option.bulk_lease.dhcp_state", "Dhcp State", FT_UINT8, BASE_DEC, .values = &dhcp_bulk_lease_dhcp_state) \
    O(157, "Leasequery Data Source", BOOL, "dhcp.option.bulk_lease.data_source", "Data Source", FT_BOOLEAN, .truth = &dhcp_truth_bulk_lease_data_source) \
    C(158, "PCP Server", option_pcp) \
    C(159, "Portparams", option_port_params) \
    O(160, "Unassigned (ex DHCP Captive-Portal)", STRING, "dhcp.option.captive_portal", "Captive Portal", FT_STRING) \
    O(161, "Manufacturer Usage Description", STRING, "dhcp.option.mudurl", "MUDURL", FT_STRING) \
    N(175, "Etherboot") \
    N(176, "IP Telephone") \
    N(177, "Etherboot") \
    N(208, "PXELINUX Magic") \
    O(209, "PXE Configuration file", STRING, "dhcp.option.pxe_config_file", "PXELINUX configuration file", FT_STRING) \
    O(210, "PXE Path Prefix", STRING, "dhcp.option.pxe_path_prefix", "PXELINUX path prefix", FT_STRING) \
    N(211, "Reboot Time") \
    C(212, "6RD", option_6rd) \
    N(213, "V4 Access Domain") \
    N(220, "Subnet Allocation") \
    N(221, "Virtual Subnet Selection") \
    C(242, "Private/Avaya IP Telephone", option_avaya) \
    C(249, "Private/Classless Static Route (Microsoft)", option_routes) \
    O(252, "Private/Proxy autodiscovery", STRING, "dhcp.option.private_proxy_autodiscovery", "Private/Proxy autodiscovery", FT_STRINGZ)

/* Suboptions of option 43 of PXE clients. */
#define DHCP_PXE(S, C, N) \
    N(PXE, 0, "Padding") \
    S(PXE, 1, "PXE mtftp IP", IPV4_LIST, "dhcp.option.vendor.pxeclient.mtftp_ip", "mtftp IP", FT_IPv4) \
    S(PXE, 2, "PXE mtftp client port", UINT16_LITTLE, "dhcp.option.vendor.pxeclient.mtftp_client_port", "mtftp client port", FT_UINT16, BASE_DEC) \
    S(PXE, 3, "PXE mtftp server port", UINT16_LITTLE, "dhcp.option.vendor.pxeclient.mtftp_server_port", "mtftp server port", FT_UINT16, BASE_DEC) \
    S(PXE, 4, "PXE mtftp timeout", UINT8, "dhcp.option.vendor.pxeclient.mtftp_timeout", "mtftp timeout", FT_UINT8, BASE_DEC) \
    S(PXE, 5, "PXE mtftp delay", UINT8, "dhcp.option.vendor.pxeclient.mtftp_delay", "mtftp delay", FT_UINT8, BASE_DEC) \
    C(PXE, 6, "PXE discovery control", pxe_discovery_control) \
    S(PXE, 7, "PXE multicast address", IPV4_LIST, "dhcp.option.vendor.pxeclient.multicast_address", "multicast address", FT_IPv4) \
    C(PXE, 8, "PXE boot servers", pxe_boot_servers) \
    C(PXE, 9, "PXE boot menu", pxe_boot_menu) \
    C(PXE, 10, "PXE menu prompt", pxe_menu_prompt) \
    S(PXE, 11, "PXE multicast address alloc", BYTES, "dhcp.option.vendor.pxeclient.multicast_address_alloc", "multicast address alloc", FT_BYTES) \
    S(PXE, 12, "PXE credential types", BYTES, "dhcp.option.vendor.pxeclient.credential_types", "credential types", FT_BYTES) \
    C(PXE, 71, "PXE boot item", pxe_boot_item) \
    S(PXE, 179, "PXE LCM Server", STRING, "dhcp.option.vendor.pxeclient.lcm_server", "LCM Server Name", FT_STRINGZ) \
    S(PXE, 180, "PXE LCM Domain", STRING, "dhcp.option.vendor.pxeclient.lcm_domain", "LCM Domain", FT_STRINGZ) \
    S(PXE, 181, "PXE LCM NIC option 0", BYTES, "dhcp.option.vendor.pxeclient.lcm_nic_option", "LCM NIC option", FT_BYTES) \
    S(PXE, 190, "PXE LCM Workgroup", STRING, "dhcp.option.vendor.pxeclient.lcm_workgroup", "LCM Workgroup", FT_STRINGZ) \
    S(PXE, 191, "PXE Discovery", BOOL, "dhcp.option.vendor.pxeclient.discovery", "Discovery", FT_BOOLEAN, .truth = &truth_yes) \
    S(PXE, 192, "PXE Configured", BOOL, "dhcp.option.vendor.pxeclient.configured", "Configured", FT_BOOLEAN, .truth = &truth_yes) \
    S(PXE, 193, "PXE LCM version", UINT32, "dhcp.option.vendor.pxeclient.lcm_version", "LCM Version", FT_UINT32, BASE_DEC) \
    S(PXE, 194, "PXE LCM Serial Number", STRING, "dhcp.option.vendor.pxeclient.lcm_serial", "LCM Serial Number", FT_STRINGZ) \
    N(PXE, 255, "PXE End")

/* Suboptions of option 43 of CableLabs devices. */
#define DHCP_CL(S, C, N) \
    N(CL, 0, "Padding") \
    S(CL, 1, "Suboption Request List", STRING, "dhcp.option.vendor.cl.suboption_request_list", "Suboption Request List", FT_STRINGZ) \
    S(CL, 2, "Device Type", STRING, "dhcp.option.vendor.cl.device_type", "Device Type", FT_STRINGZ) \
    S(CL, 3, "eSAFE Types", STRING, "dhcp.option.vendor.cl.esafe_type", "eSAFE Types", FT_STRINGZ) \
    S(CL, 4, "Serial Number", STRING, "dhcp.option.vendor.cl.serial_number", "Serial Number", FT_STRINGZ) \
    S(CL, 5, "Hardware Version", STRING, "dhcp.option.vendor.cl.hardware_version", "Hardware Version", FT_STRINGZ) \
    S(CL, 6, "Software Version", STRING, "dhcp.option.vendor.cl.software_version", "Software Version", FT_STRINGZ) \
    S(CL, 7, "Boot ROM version", STRING, "dhcp.option.vendor.cl.boot_rom_version", "Boot ROM version", FT_STRINGZ) \
    C(CL, 8, "Organizationally Unique Identifier", cl_oui) \
    S(CL, 9, "Model Number", STRING, "dhcp.option.vendor.cl.model_number", "Model Number", FT_STRINGZ) \
    S(CL, 10, "Vendor Name", STRING, "dhcp.option.vendor.cl.vendor_name10", "Vendor Name", FT_STRINGZ) \
    S(CL, 11, "Address Realm", UINT8, "dhcp.option.vendor.cl.address_realm", "Address Realm", FT_UINT8, BASE_DEC, .values = &dhcp_cl_address_realm) \
    S(CL, 12, "CM/PS System Description", STRING, "dhcp.option.vendor.cl.cm_ps_system_desc", "CM/PS System Description", FT_STRINGZ) \
    S(CL, 13, "CM/PS Firmware Revision", STRING, "dhcp.option.vendor.cl.cm_ps_firmware_revision", "CM/PS Firmware Revision", FT_STRINGZ) \
    S(CL, 14, "Firewall Policy File Version", STRING, "dhcp.option.vendor.cl.firewall_policy_file_version", "Firewall Policy File Version", FT_STRINGZ) \
    S(CL, 15, "eSafe Config File Devices", STRING, "dhcp.option.vendor.cl.esafe_config_file_devices", "eSafe Config File Devices", FT_STRINGZ) \
    S(CL, 18, "Video Security Type", STRING, "dhcp.option.vendor.cl.video_security_tape", "Video Security Type", FT_STRINGZ) \
    C(CL, 31, "MTA MAC Address", cl_mac) \
    S(CL, 32, "Correlation ID", UINT32, "dhcp.option.vendor.cl.correlation_ID", "Correlation ID", FT_UINT32, BASE_DEC) \
    S(CL, 51, "Vendor Name", STRING, "dhcp.option.vendor.cl.vendor_name51", "Vendor Name", FT_STRINGZ) \
    S(CL, 52, "CableCARD Capability", BYTES, "dhcp.option.vendor.cl.cablecard_capability", "CableCARD Capability", FT_BYTES) \
    S(CL, 53, "Device Identification (CA)", BYTES, "dhcp.option.vendor.cl.device_id_ca", "Device Identification (CA)", FT_BYTES) \
    S(CL, 54, "Device Identification (X.509)", STRING, "dhcp.option.vendor.cl.device_id_x509", "Device Identification (X.509)", FT_STRINGZ) \
    N(CL, 179, "LCM Server") \
    N(CL, 180, "LCM Domain") \
    N(CL, 181, "LCM NIC option 0") \
    N(CL, 190, "LCM Workgroup") \
    N(CL, 191, "Discovery") \
    N(CL, 192, "HH Configured") \
    N(CL, 193, "LCM Version") \
    N(CL, 194, "LCM Serial Number") \
    N(CL, 255, "CL End")

/* Suboptions of option 43 of Alcatel-Lucent telephones. */
#define DHCP_ALU(S, C, N) \
    N(ALU, 0, "Padding") \
    S(ALU, 58, "Voice VLAN ID", UINT16, "dhcp.option.vendor.alu.vid", "Voice VLAN ID", FT_UINT16, BASE_DEC) \
    S(ALU, 64, "Spatial Redundancy TFTP1", IPV4_LIST, "dhcp.option.vendor.alu.tftp1", "Spatial Redundancy TFTP1", FT_IPv4) \
    S(ALU, 65, "Spatial Redundancy TFTP2", IPV4_LIST, "dhcp.option.vendor.alu.tftp2", "Spatial Redundancy TFTP2", FT_IPv4) \
    S(ALU, 66, "Application Type", UINT8, "dhcp.option.vendor.alu.app_type", "Application Type", FT_UINT8, BASE_DEC, .values = &dhcp_alu_app_type) \
    S(ALU, 67, "SIP URL", STRING, "dhcp.option.vendor.alu.sip_url", "SIP URL", FT_STRING) \
    N(ALU, 255, "Alcatel-Lucent End")

/* Suboptions of option 43 of Apple's Boot Server Discovery Protocol. */
#define DHCP_BSDP(S, C, N) \
    S(BSDP, 1, "Message Type", ANY, "dhcp.option.vendor.bsdp.message_type", "Message Type", FT_UINT8, BASE_DEC, .values = &dhcp_bsdp_message_type) \
    S(BSDP, 2, "Version", ANY, "dhcp.option.vendor.bsdp.version", "Version", FT_UINT16, BASE_HEX) \
    S(BSDP, 3, "Server Identifier", ANY, "dhcp.option.vendor.bsdp.server_identifier", "Server Identifier", FT_IPv4) \
    S(BSDP, 4, "Server Priority", ANY, "dhcp.option.vendor.bsdp.server_priority", "Server Priority", FT_UINT16, BASE_DEC) \
    S(BSDP, 5, "Reply Port", ANY, "dhcp.option.vendor.bsdp.reply_port", "Reply Port", FT_UINT16, BASE_DEC) \
    S(BSDP, 6, "Boot Image List Path", ANY, "dhcp.option.vendor.bsdp.boot_image_list_path", "Boot Image List Path", FT_STRING) \
    C(BSDP, 7, "Default Boot Image", bsdp_default_image) \
    C(BSDP, 8, "Selected Boot Image", bsdp_selected_image) \
    C(BSDP, 9, "Boot Image List", bsdp_image_list) \
    S(BSDP, 10, "NetBoot 1.0 Firmware", ANY, "dhcp.option.vendor.bsdp.netboot_firmware", "NetBoot 1.0 Firmware", FT_NONE) \
    C(BSDP, 11, "Boot Image Attributes Filter List", bsdp_filter_list) \
    S(BSDP, 12, "Maximum Message Size", ANY, "dhcp.option.vendor.bsdp.message_size", "Message Size", FT_UINT16, BASE_DEC) \
    N(BSDP, 255, "End")

/* Suboptions of option 43 of Cisco ACI fabrics. */
#define DHCP_ACI(S, C, N) \
    S(ACI, 1, "Unk-1 (Node role?)", ANY, "dhcp.option.vendor.cisco.unknown1", "Unknown1", FT_UINT8, BASE_DEC) \
    S(ACI, 2, "Unk-2 (Spine level?)", ANY, "dhcp.option.vendor.cisco.unknown2", "Unknown2", FT_UINT8, BASE_DEC) \
    S(ACI, 3, "Unk-3 (Pod ID?)", ANY, "dhcp.option.vendor.cisco.unknown3", "Unknown3", FT_UINT16, BASE_DEC) \
    S(ACI, 4, "Node ID", ANY, "dhcp.option.vendor.cisco.nodeid", "Node ID", FT_UINT32, BASE_DEC) \
    S(ACI, 5, "Unk-5", ANY, "dhcp.option.vendor.cisco.unknown5", "Unknown5", FT_UINT8, BASE_DEC) \
    S(ACI, 6, "Unk-6", ANY, "dhcp.option.vendor.cisco.unknown6", "Unknown6", FT_UINT8, BASE_DEC) \
    S(ACI, 7, "Model", ANY, "dhcp.option.vendor.cisco.model", "Model", FT_STRING) \
    S(ACI, 8, "APIC UUID", ANY, "dhcp.option.vendor.cisco.apicuuid", "APIC UUID", FT_STRING) \
    S(ACI, 9, "Fabricname", ANY, "dhcp.option.vendor.cisco.fabricname", "Fabricname", FT_STRING) \
    S(ACI, 10, "Unk-10", ANY, "dhcp.option.vendor.cisco.unknown10", "Unknown10", FT_UINT32, BASE_DEC) \
    S(ACI, 11, "SerialNo", ANY, "dhcp.option.vendor.cisco.serialno", "SerialNo", FT_STRING) \
    S(ACI, 12, "Interfacename", ANY, "dhcp.option.vendor.cisco.clientint", "Client Int", FT_STRING)

/* Suboptions of option 43 of Aerohive access points. */
#define DHCP_AEROHIVE(S, C, N) \
    S(AEROHIVE, 225, "XiqHostname", ANY, "dhcp.option.vendor.aerohive.xiqhostname", "HM FQDN", FT_STRING) \
    S(AEROHIVE, 226, "XiqIpAddress", ANY, "dhcp.option.vendor.aerohive.xiqipaddress", "HM IP", FT_IPv4)

/* Suboptions of option 82. */
#define DHCP_AGENT(S, C, N) \
    N(AGENT, 0, "Padding") \
    S(AGENT, 1, "Agent Circuit ID", BYTES, "dhcp.option.agent_information_option.agent_circuit_id", "Agent Circuit ID", FT_BYTES) \
    S(AGENT, 2, "Agent Remote ID", BYTES, "dhcp.option.agent_information_option.agent_remote_id", "Agent Remote ID", FT_BYTES) \
    S(AGENT, 3, "Reserved", BYTES, "dhcp.option.agent_information_option.reserved", "Reserved", FT_BYTES) \
    S(AGENT, 4, "DOCSIS Device Class", UINT32, "dhcp.option.agent_information_option.docsis_device_class", "DOCSIS Device Class", FT_UINT32, BASE_HEX) \
    S(AGENT, 5, "Link selection", IPV4, "dhcp.option.agent_information_option.link_selection", "Link selection", FT_IPv4) \
    S(AGENT, 6, "Subscriber ID", STRING, "dhcp.option.agent_information_option.subscriber_id", "Subscriber ID", FT_STRINGZ) \
    S(AGENT, 7, "RADIUS Attributes", BYTES, "dhcp.option.agent_information_option.radius_attributes", "RADIUS Attributes", FT_BYTES) \
    S(AGENT, 8, "Authentication", BYTES, "dhcp.option.agent_information_option.authentication", "Authentication", FT_BYTES) \
    C(AGENT, 9, "Vendor-Specific Information", agent_vendor) \
    S(AGENT, 10, "Flags", UINT8, "dhcp.option.agent_information_option.flags", "Flags", FT_UINT8, BASE_HEX) \
    S(AGENT, 11, "Server ID Override", IPV4, "dhcp.option.agent_information_option.server_id_override", "Server ID Override", FT_IPv4) \
    S(AGENT, 12, "Relay Agent Identifier", BYTES, "dhcp.option.agent_information_option.relay_agent_id", "Relay Agent Identifier", FT_BYTES) \
    S(AGENT, 13, "Access Technology Type", UINT8, "dhcp.option.agent_information_option.ani_att", "Access Technology Type", FT_UINT8, BASE_DEC) \
    S(AGENT, 14, "Access Network Name", STRING, "dhcp.option.agent_information_option.ani_network_name", "Access Network Name", FT_STRING) \
    S(AGENT, 15, "Access Point Name", STRING, "dhcp.option.agent_information_option.ani_ap_name", "Access Point Name", FT_STRING) \
    S(AGENT, 16, "Access Point BSSID", ANY, "dhcp.option.agent_information_option.ani_ap_bssid", "Access Point BSSID", FT_ETHER) \
    S(AGENT, 17, "Access Network Operator ID", BYTES, "dhcp.option.agent_information_option.ani_operator_id", "Access Network Operator ID", FT_BYTES) \
    S(AGENT, 18, "Access Network Operator Realm", STRING, "dhcp.option.agent_information_option.ani_operator_realm", "Access Network Operator Realm", FT_STRING) \
    C(AGENT, 19, "Source Port", agent_source_port) \
    S(AGENT, 150, "Link selection (Cisco proprietary)", IPV4, "dhcp.option.agent_information_option.link_selection_cisco", "Link selection (Cisco proprietary)", FT_IPv4) \
    C(AGENT, 151, "VRF name/VPN ID", agent_vrf) \
    S(AGENT, 152, "Server ID Override (Cisco proprietary)", IPV4, "dhcp.option.agent_information_option.server_id_override_cisco", "Server ID Override (Cisco proprietary)", FT_IPv4)

/* Suboptions of option 63. */
#define DHCP_NOVELL(S, C, N) \
    N(NOVELL, 1, "NWIP does not exist on subnet") \
    N(NOVELL, 2, "NWIP exists in options area") \
    N(NOVELL, 3, "NWIP exists in sname/file") \
    N(NOVELL, 4, "NWIP exists, but too big") \
    S(NOVELL, 5, "Broadcast for nearest Netware server", BOOL, "dhcp.option.novell_options.broadcast", "Broadcast for nearest Netware server", FT_BOOLEAN, .truth = &truth_yes) \
    S(NOVELL, 6, "Preferred DSS server", IPV4_LIST, "dhcp.option.novell_options.preferred_dss_server", "Preferred DSS server", FT_IPv4) \
    S(NOVELL, 7, "Nearest NWIP server", IPV4_LIST, "dhcp.option.novell_options.nearest_nwip_server", "Nearest NWIP server", FT_IPv4) \
    S(NOVELL, 8, "Autoretries", UINT8, "dhcp.option.novell_options.autoretries", "Autoretries", FT_UINT8, BASE_DEC) \
    S(NOVELL, 9, "Autoretry delay, secs", UINT8, "dhcp.option.novell_options.autoretry_delay", "Autoretry delay, sec", FT_UINT8, BASE_DEC) \
    S(NOVELL, 10, "Support NetWare/IP v1.1", BOOL, "dhcp.option.novell_options.support_netware_v1_1", "Broadcast for nearest Netware server", FT_BOOLEAN, .truth = &truth_yes) \
    S(NOVELL, 11, "Primary DSS", IPV4, "dhcp.option.novell_options.primary_dss", "Primary DSS", FT_IPv4)

/* Suboptions of option 125 of the Broadband Forum (TR-111). */
#define DHCP_TR111(S, C, N) \
    C(TR111, 1, "DeviceManufacturerOUI", tr111_oui) \
    S(TR111, 2, "DeviceSerialNumber", STRING, "dhcp.option.vi.tr111.device_serial_number", "DeviceSerialNumber", FT_STRINGZ) \
    S(TR111, 3, "DeviceProductClass", STRING, "dhcp.option.vi.tr111.device_product_class", "DeviceProductClass", FT_STRINGZ) \
    S(TR111, 4, "GatewayManufacturerOUI", STRING, "dhcp.option.vi.tr111.gateway_manufacturer_oui", "GatewayManufacturerOUI", FT_STRINGZ) \
    S(TR111, 5, "GatewaySerialNumber", STRING, "dhcp.option.vi.tr111.gateway_serial_number", "GatewaySerialNumber", FT_STRINGZ) \
    S(TR111, 6, "GatewayProductClass", STRING, "dhcp.option.vi.tr111.gateway_product_class", "GatewayProductClass", FT_STRINGZ)

#define DHCP_FIELDS(F) \
    F(DHCP, "dhcp", "Dynamic Host Configuration Protocol", FT_PROTOCOL, .suffix = dhcp_said_suffix) \
    F(BOOTP, "dhcp.bootp", "Frame is BOOTP", FT_BOOLEAN) \
    F(TYPE, "dhcp.type", "Message type", FT_UINT8, BASE_DEC, .values = &dhcp_type) \
    F(HW_TYPE, "dhcp.hw.type", "Hardware type", FT_UINT8, BASE_HEX, .values = &hardware_types) \
    F(HW_LEN, "dhcp.hw.len", "Hardware address length", FT_UINT8, BASE_DEC) \
    F(HOPS, "dhcp.hops", "Hops", FT_UINT8, BASE_DEC) \
    F(ID, "dhcp.id", "Transaction ID", FT_UINT32, BASE_HEX) \
    F(SECS, "dhcp.secs", "Seconds elapsed", FT_UINT16, BASE_DEC) \
    F(FLAGS, "dhcp.flags", "Bootp flags", FT_UINT16, BASE_HEX, .suffix = dhcp_flags_suffix) \
    F(FLAGS_BC, "dhcp.flags.bc", "Broadcast flag", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &dhcp_truth_flags_bc) \
    F(FLAGS_RESERVED, "dhcp.flags.reserved", "Reserved flags", FT_UINT16, BASE_HEX, .mask = 0x7fff) \
    F(IP_CLIENT, "dhcp.ip.client", "Client IP address", FT_IPv4) \
    F(IP_YOUR, "dhcp.ip.your", "Your (client) IP address", FT_IPv4) \
    F(IP_SERVER, "dhcp.ip.server", "Next server IP address", FT_IPv4) \
    F(IP_RELAY, "dhcp.ip.relay", "Relay agent IP address", FT_IPv4) \
    F(HW_ADDR, "dhcp.hw.addr", "Client hardware address", FT_BYTES, .label_fn = dhcp_address_label) \
    F(HW_ADDR_PADDING, "dhcp.hw.addr_padding", "Client hardware address padding", FT_BYTES) \
    F(HW_MAC_ADDR, "dhcp.hw.mac_addr", "Client MAC address", FT_ETHER) \
    F(SERVER, "dhcp.server", "Server host name", FT_STRING, .label_fn = dhcp_server_label) \
    F(FILE, "dhcp.file", "Boot file name", FT_STRING, .label_fn = dhcp_file_label) \
    F(NO_CLIENT_ADDRESS, "", "Client address not given", FT_NONE) \
    F(SNAME_OVERLOADED, "", "Server name option overloaded by DHCP", FT_NONE) \
    F(FILE_OVERLOADED, "", "Boot file name option overloaded by DHCP", FT_NONE) \
    F(SNAME_OPTIONS, "", "Server host name option overload", FT_NONE, .suffix = dhcp_said_suffix) \
    F(FILE_OPTIONS, "", "Boot file name option overload", FT_NONE, .suffix = dhcp_said_suffix) \
    F(COOKIE, "dhcp.cookie", "Magic cookie", FT_IPv4, .label_fn = dhcp_cookie_label) \
    F(VENDOR_SPECIFIC_OPTIONS, "dhcp.vendor_specific_options", "Bootp vendor specific options", FT_BYTES) \
    F(FQDN_FLAGS, "dhcp.fqdn.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix) \
    F(FQDN_MBZ, "dhcp.fqdn.mbz", "Reserved flags", FT_UINT8, BASE_HEX, .mask = 0xf0) \
    F(FQDN_N, "dhcp.fqdn.n", "Server DDNS", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &dhcp_truth_fqdn_n) \
    F(FQDN_E, "dhcp.fqdn.e", "Encoding", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &dhcp_truth_fqdn_e) \
    F(FQDN_O, "dhcp.fqdn.o", "Server overrides", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &dhcp_truth_fqdn_o) \
    F(FQDN_S, "dhcp.fqdn.s", "Server", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &dhcp_truth_fqdn_s) \
    F(FQDN_RCODE1, "dhcp.fqdn.rcode1", "A-RR result", FT_UINT8, BASE_DEC) \
    F(FQDN_RCODE2, "dhcp.fqdn.rcode2", "PTR-RR result", FT_UINT8, BASE_DEC) \
    F(FQDN_NAME, "dhcp.fqdn.name", "Client name", FT_STRING) \
    F(BOGUS_LENGTH, "", "Bogus length", FT_NONE, .label_fn = dhcp_bogus_length_label) \
    F(MIB_KIND, "", "MIB", FT_NONE, .label_fn = dhcp_mib_label) \
    F(PKTC_MTA_CAP_LEN, "dhcp.vendor.pktc.mta_cap_len", "MTA DC Length", FT_UINT8, BASE_DEC) \
    F(PKTC_MTA_CAP_TYPE, "dhcp.vendor.pktc.mta_cap_type", "Type", FT_UINT16, BASE_DEC, .values = &dhcp_pktc_mta_cap_type, .label_fn = dhcp_adapter_capability_label) \
    F(PKTC_MDC_SUPP_FLOW_SECURE, "dhcp.vendor.pktc.mdc.supp_flow.secure", "Secure Flow (Full Secure Provisioning Flow)", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_supported) \
    F(PKTC_MDC_SUPP_FLOW_HYBRID, "dhcp.vendor.pktc.mdc.supp_flow.hybrid", "Hybrid Flow", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_supported) \
    F(PKTC_MDC_SUPP_FLOW_BASIC, "dhcp.vendor.pktc.mdc.supp_flow.basic", "Basic Flow", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &truth_supported) \
    F(PKTC_MDC_CL_MIB_MTA, "dhcp.vendor.pktc.mdc_cl.mib.mta", "PacketCable 1.5 MTA MIB", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_SIGNALING, "dhcp.vendor.pktc.mdc_cl.mib.signaling", "PacketCable 1.5 Signaling MIB", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_MANAGEMENT_EVENT, "dhcp.vendor.pktc.mdc_cl.mib.management_event", "PacketCable 1.5 Management Event MIB", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_MTA_EXTENSION, "dhcp.vendor.pktc.mdc_cl.mib.mta_extension", "PacketCable 1.5 MTA Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_SIGNALING_EXTENSION, "dhcp.vendor.pktc.mdc_cl.mib.signaling_extension", "PacketCable 1.5 Signaling Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_MEM_EXTENSION, "dhcp.vendor.pktc.mdc_cl.mib.mem_extension", "PacketCable 1.5 MEM Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_present) \
    F(PKTC_MDC_CL_MIB_RESERVED, "dhcp.vendor.pktc.mdc_cl.mib.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xc0) \
    F(PKTC_MDC_IETF_MIB_MTA, "dhcp.vendor.pktc.mdc_ietf.mib.mta", "IETF MTA MIB", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_present) \
    F(PKTC_MDC_IETF_MIB_SIGNALING, "dhcp.vendor.pktc.mdc_ietf.mib.signaling", "IETF Signaling MIB", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_present) \
    F(PKTC_MDC_IETF_MIB_MANAGEMENT_EVENT, "dhcp.vendor.pktc.mdc_ietf.mib.management_event", "IETF Management Event MIB", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_present) \
    F(PKTC_MDC_IETF_MIB_RESERVED, "dhcp.vendor.pktc.mdc_ietf.mib.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xf8) \
    F(PKTC_MDC_EURO_MIB_MTA, "dhcp.vendor.pktc.mdc_euro.mib.mta", "PacketCable 1.5 MTA MIB", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_SIGNALING, "dhcp.vendor.pktc.mdc_euro.mib.signaling", "PacketCable 1.5 Signaling MIB", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_MANAGEMENT_EVENT, "dhcp.vendor.pktc.mdc_euro.mib.management_event", "PacketCable 1.5 Management Event MIB", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_MTA_EXTENSION, "dhcp.vendor.pktc.mdc_euro.mib.mta_extension", "PacketCable 1.5 MTA Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_SIGNALING_EXTENSION, "dhcp.vendor.pktc.mdc_euro.mib.signaling_extension", "PacketCable 1.5 Signaling Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_MEM_EXTENSION, "dhcp.vendor.pktc.mdc_euro.mib.mem_extension", "PacketCable 1.5 MEM Extension MIB", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_present) \
    F(PKTC_MDC_EURO_MIB_RESERVED, "dhcp.vendor.pktc.mdc_euro.mib.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xc0) \
    F(DOCSIS_CM_CAP_LEN, "dhcp.vendor.docsis.cm_cap_len", "CM DC Length", FT_UINT8, BASE_DEC) \
    F(CM_CAP_TYPE, "dhcp.docsis_cm_cap_type", "CM DC Type", FT_UINT16, BASE_DEC, .values = &dhcp_cm_cap_type, .label_fn = dhcp_modem_capability_label) \
    F(CM_CAP_RANGING_HOLD_OFF_CM, "dhcp.docsis_cm_cap.ranging_hold_off.cm", "CM", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_supported) \
    F(CM_CAP_RANGING_HOLD_OFF_EPS, "dhcp.docsis_cm_cap.ranging_hold_off.eps", "ePS or eRouter", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_supported) \
    F(CM_CAP_RANGING_HOLD_OFF_EMTA, "dhcp.docsis_cm_cap.ranging_hold_off.emta", "EMTA or EDVA", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &truth_supported) \
    F(CM_CAP_RANGING_HOLD_OFF_DSG, "dhcp.docsis_cm_cap.ranging_hold_off.dsg", "DSG/eSTB", FT_BOOLEAN, BITS_16, .mask = 0x08, .truth = &truth_supported) \
    F(CM_CAP_MPLS_STPID, "dhcp.docsis_cm_cap.mpls.stpid", "[IEEE 802.1ad] S-TPID", FT_BOOLEAN, BITS_32, .mask = 0x01, .truth = &truth_supported) \
    F(CM_CAP_MPLS_SVID, "dhcp.docsis_cm_cap.mpls.svid", "[IEEE 802.1ad] S-VID", FT_BOOLEAN, BITS_32, .mask = 0x02, .truth = &truth_supported) \
    F(CM_CAP_MPLS_SPCP, "dhcp.docsis_cm_cap.mpls.spcp", "[IEEE 802.1ad] S-PCP", FT_BOOLEAN, BITS_32, .mask = 0x04, .truth = &truth_supported) \
    F(CM_CAP_MPLS_SDEI, "dhcp.docsis_cm_cap.mpls.sdei", "[IEEE 802.1ad] S-DEI", FT_BOOLEAN, BITS_32, .mask = 0x08, .truth = &truth_supported) \
    F(CM_CAP_MPLS_CTPID, "dhcp.docsis_cm_cap.mpls.ctpid", "[IEEE 802.1ad] C-TPID", FT_BOOLEAN, BITS_32, .mask = 0x10, .truth = &truth_supported) \
    F(CM_CAP_MPLS_CVID, "dhcp.docsis_cm_cap.mpls.cvid", "[IEEE 802.1ad] C-VID", FT_BOOLEAN, BITS_32, .mask = 0x20, .truth = &truth_supported) \
    F(CM_CAP_MPLS_CPCP, "dhcp.docsis_cm_cap.mpls.cpcp", "[IEEE 802.1ad] C-PCP", FT_BOOLEAN, BITS_32, .mask = 0x40, .truth = &truth_supported) \
    F(CM_CAP_MPLS_CCFI, "dhcp.docsis_cm_cap.mpls.ccfi", "[IEEE 802.1ad] C-CFI", FT_BOOLEAN, BITS_32, .mask = 0x80, .truth = &truth_supported) \
    F(CM_CAP_MPLS_STCI, "dhcp.docsis_cm_cap.mpls.stci", "[IEEE 802.1ad] S-TCI", FT_BOOLEAN, BITS_32, .mask = 0x100, .truth = &truth_supported) \
    F(CM_CAP_MPLS_CTCI, "dhcp.docsis_cm_cap.mpls.ctci", "[IEEE 802.1ad] C-TCI", FT_BOOLEAN, BITS_32, .mask = 0x200, .truth = &truth_supported) \
    F(CM_CAP_MPLS_ITPID, "dhcp.docsis_cm_cap.mpls.itpid", "[IEEE 802.1ad] I-TPID", FT_BOOLEAN, BITS_32, .mask = 0x400, .truth = &truth_supported) \
    F(CM_CAP_MPLS_ISID, "dhcp.docsis_cm_cap.mpls.isid", "[IEEE 802.1ad] I-SID", FT_BOOLEAN, BITS_32, .mask = 0x800, .truth = &truth_supported) \
    F(CM_CAP_MPLS_ITCI, "dhcp.docsis_cm_cap.mpls.itci", "[IEEE 802.1ad] I-TCI", FT_BOOLEAN, BITS_32, .mask = 0x1000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_IPCP, "dhcp.docsis_cm_cap.mpls.ipcp", "[IEEE 802.1ad] I-PCP", FT_BOOLEAN, BITS_32, .mask = 0x2000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_IDEI, "dhcp.docsis_cm_cap.mpls.idei", "[IEEE 802.1ad] I-DEI", FT_BOOLEAN, BITS_32, .mask = 0x4000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_IUCA, "dhcp.docsis_cm_cap.mpls.iuca", "[IEEE 802.1ad] I-UCA", FT_BOOLEAN, BITS_32, .mask = 0x8000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BTPID, "dhcp.docsis_cm_cap.mpls.btpid", "[IEEE 802.1ad] B-TPID", FT_BOOLEAN, BITS_32, .mask = 0x10000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BTCI, "dhcp.docsis_cm_cap.mpls.btci", "[IEEE 802.1ad] B-TCI", FT_BOOLEAN, BITS_32, .mask = 0x20000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BPCP, "dhcp.docsis_cm_cap.mpls.bpcp", "[IEEE 802.1ad] B-PCP", FT_BOOLEAN, BITS_32, .mask = 0x40000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BDEI, "dhcp.docsis_cm_cap.mpls.bdei", "[IEEE 802.1ad] B-DEI", FT_BOOLEAN, BITS_32, .mask = 0x80000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BVID, "dhcp.docsis_cm_cap.mpls.bvid", "[IEEE 802.1ad] B-VID", FT_BOOLEAN, BITS_32, .mask = 0x100000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BDA, "dhcp.docsis_cm_cap.mpls.bda", "[IEEE 802.1ad] B-DA", FT_BOOLEAN, BITS_32, .mask = 0x200000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_BSA, "dhcp.docsis_cm_cap.mpls.bsa", "[IEEE 802.1ad] B-SA", FT_BOOLEAN, BITS_32, .mask = 0x200000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_TC, "dhcp.docsis_cm_cap.mpls.tc", "MPLS TC", FT_BOOLEAN, BITS_32, .mask = 0x200000, .truth = &truth_supported) \
    F(CM_CAP_MPLS_LABEL, "dhcp.docsis_cm_cap.mpls.label", "MPLS Label", FT_BOOLEAN, BITS_32, .mask = 0x200000, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_160, "dhcp.docsis_cm_cap.ussymrate.160", "160 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_320, "dhcp.docsis_cm_cap.ussymrate.320", "320 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_640, "dhcp.docsis_cm_cap.ussymrate.640", "640 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_1280, "dhcp.docsis_cm_cap.ussymrate.1280", "1280 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_2560, "dhcp.docsis_cm_cap.ussymrate.2560", "2560 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x10, .truth = &truth_supported) \
    F(CM_CAP_USSYMRATE_5120, "dhcp.docsis_cm_cap.ussymrate.5120", "5120 ksps symbol rate", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_supported) \
    F(CLIENT_ID_UUID, "dhcp.client_id.uuid", "Client Identifier (UUID)", FT_GUID) \
    F(CLIENT_HARDWARE_ADDRESS, "dhcp.client_hardware_address", "Client hardware address", FT_STRING, .text = dhcp_hex_text) \
    F(CLIENT_ID_IAID, "dhcp.client_id.iaid", "IAID", FT_STRING, .text = dhcp_hex_text) \
    F(CLIENT_ID_DUID_TYPE, "dhcp.client_id.duid_type", "DUID Type", FT_UINT16, BASE_DEC, .values = &dhcp_client_id_duid_type) \
    F(CLIENT_ID_DUID_LLT_HW_TYPE, "dhcp.client_id.duid_llt_hw_type", "Hardware type", FT_UINT16, BASE_DEC, .values = &hardware_types) \
    F(CLIENT_ID_DUID_LL_HW_TYPE, "dhcp.client_id.duid_ll_hw_type", "Hardware type", FT_UINT16, BASE_DEC, .values = &hardware_types) \
    F(CLIENT_ID_TIME, "dhcp.client_id.time", "Time", FT_UINT32, BASE_DEC) \
    F(CLIENT_ID_LINK_LAYER_ADDRESS, "dhcp.client_id.link_layer_address", "Link layer address", FT_STRING, .text = dhcp_link_address_text) \
    F(CLIENT_ID_ENTERPRISE_NUM, "dhcp.client_id.enterprise_num", "Enterprise-number", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(CLIENT_ID, "dhcp.client_id", "Identifier", FT_BYTES) \
    F(CLIENT_ID_TYPE, "dhcp.client_id.type", "Type", FT_UINT8, BASE_DEC) \
    F(CLIENT_ID_UNDEF, "dhcp.client_id.undef", "Client Identifier", FT_STRING) \
    F(OPTION_TYPE, "dhcp.option.type", "Option", FT_UINT8, BASE_DEC, .label_fn = dhcp_option_label) \
    F(OPTION_LENGTH, "dhcp.option.length", "Length", FT_UINT8, BASE_DEC) \
    F(SUBOPTION_LENGTH, "dhcp.option.suboption_length", "Length", FT_UINT8, BASE_DEC) \
    F(OPTION_VALUE, "dhcp.option.value", "Value", FT_BYTES) \
    F(VALUE_UINT, "dhcp.option.value.uint", "Value", FT_UINT8, BASE_DEC) \
    F(VALUE_INT, "dhcp.option.value.int", "Value", FT_INT32, BASE_DEC) \
    F(VALUE_STRING, "dhcp.option.value.string", "Value", FT_STRINGZ) \
    F(VALUE_ADDRESS, "dhcp.option.value.address", "Value", FT_IPv4) \
    F(VALUE_BOOL, "dhcp.option.value.bool", "Value", FT_BOOLEAN) \
    F(OPTION_PADDING, "dhcp.option.padding", "Padding", FT_BYTES) \
    F(POLICY_FILTER_IP, "dhcp.option.policy_filter.ip", "IP Address", FT_IPv4) \
    F(POLICY_FILTER_SUBNET_MASK, "dhcp.option.policy_filter.subnet_mask", "Subnet Mask", FT_IPv4) \
    F(STATIC_ROUTE_IP, "dhcp.option.static_route.ip", "Destination IP Address", FT_IPv4) \
    F(STATIC_ROUTE_ROUTER, "dhcp.option.static_route.router", "Destination Router", FT_IPv4) \
    F(V43_VALUE, "dhcp.option.vendor.value", "Value", FT_BYTES) \
    F(V43_VALUE_UINT, "dhcp.option.vendor.value.uint", "Value", FT_UINT8, BASE_DEC) \
    F(V43_VALUE_STRING, "dhcp.option.vendor.value.string", "Value", FT_STRINGZ) \
    F(V43_VALUE_ADDRESS, "dhcp.option.vendor.value.address", "Value", FT_IPv4) \
    F(PXE_SUBOPTION, "dhcp.option.vendor.pxeclient.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_pxe_suboption, .label_fn = dhcp_sub_label) \
    F(PXE_PADDING, "dhcp.option.vendor.pxeclient.padding", "Padding", FT_UINT8, BASE_DEC) \
    F(PXE_DISCOVERY_CONTROL, "dhcp.option.vendor.pxeclient.discovery_control", "discovery control", FT_UINT8, BASE_HEX, .suffix = bits_suffix) \
    F(PXE_DISCOVERY_CONTROL_BROADCAST, "dhcp.option.vendor.pxeclient.discovery_control.broadcast", "Disable Broadcast", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &truth_set) \
    F(PXE_DISCOVERY_CONTROL_MULTICAST, "dhcp.option.vendor.pxeclient.discovery_control.multicast", "Disable Multicast", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &truth_set) \
    F(PXE_DISCOVERY_CONTROL_SERVERLIST, "dhcp.option.vendor.pxeclient.discovery_control.serverlist", "Serverlist only", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &truth_set) \
    F(PXE_DISCOVERY_CONTROL_BSTRAP, "dhcp.option.vendor.pxeclient.discovery_control.bstrap", "Bootstrap override", FT_BOOLEAN, BITS_8, .mask = 0x08, .truth = &truth_set) \
    F(PXE_BOOT_SERVERS, "dhcp.option.vendor.pxeclient.boot_servers", "boot servers", FT_BYTES) \
    F(PXE_BOOT_SERVERS_TYPE, "dhcp.option.vendor.pxeclient.boot_servers.type", "Type", FT_UINT16, BASE_DEC, .values = &dhcp_pxe_boot_servers_type) \
    F(PXE_BOOT_SERVERS_COUNT, "dhcp.option.vendor.pxeclient.boot_servers.count", "IP count", FT_UINT8, BASE_DEC) \
    F(PXE_BOOT_SERVERS_IP, "dhcp.option.vendor.pxeclient.boot_servers.ip", "IP", FT_IPv4) \
    F(PXE_BOOT_MENU, "dhcp.option.vendor.pxeclient.boot_menu", "boot menu", FT_BYTES) \
    F(PXE_BOOT_MENU_TYPE, "dhcp.option.vendor.pxeclient.boot_menu.type", "Type", FT_UINT16, BASE_DEC, .values = &dhcp_pxe_boot_menu_type) \
    F(PXE_BOOT_MENU_LENGTH, "dhcp.option.vendor.pxeclient.boot_menu.length", "Length", FT_UINT8, BASE_DEC) \
    F(PXE_BOOT_MENU_DESC, "dhcp.option.vendor.pxeclient.boot_menu.desc", "Description", FT_STRING) \
    F(PXE_MENU_PROMPT, "dhcp.option.vendor.pxeclient.menu_prompt", "menu prompt", FT_BYTES) \
    F(PXE_MENU_PROMPT_TIMEOUT, "dhcp.option.vendor.pxeclient.menu_prompt.timeout", "Timeout", FT_UINT8, BASE_DEC) \
    F(PXE_MENU_PROMPT_PROMPT, "dhcp.option.vendor.pxeclient.menu_prompt.prompt", "Prompt", FT_STRING) \
    F(PXE_BOOT_ITEM, "dhcp.option.vendor.pxeclient.boot_item", "boot item", FT_BYTES) \
    F(PXE_BOOT_ITEM_TYPE, "dhcp.option.vendor.pxeclient.boot_item.type", "Type", FT_UINT16, BASE_DEC) \
    F(PXE_BOOT_ITEM_LAYER, "dhcp.option.vendor.pxeclient.boot_item.layer", "Layer", FT_BYTES) \
    F(PXE_END, "dhcp.option.vendor.pxeclient.end", "PXE Client End", FT_UINT8, BASE_DEC) \
    F(ACI_SUBOPTION, "dhcp.option.vendor.cisco.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_aci_suboption, .label_fn = dhcp_sub_label) \
    F(AEROHIVE_SUBOPTION, "dhcp.option.vendor.cisco.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_aci_suboption, .label_fn = dhcp_sub_label) \
    F(V43_AEROHIVE_UNKNOWN, "dhcp.option.vendor.aerohive.unknown", "Unknown", FT_BYTES) \
    F(CL_SUBOPTION, "dhcp.option.vendor.cl.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_cl_suboption, .label_fn = dhcp_sub_label) \
    F(CL_PADDING, "dhcp.option.vendor.cl.padding", "Padding", FT_UINT8, BASE_DEC) \
    F(CL_OUI_STRING, "dhcp.option.vendor.cl.oui_string", "Organizationally Unique Identifier", FT_STRINGZ) \
    F(CL_OUI_BYTES, "dhcp.option.vendor.cl.oui_bytes", "Organizationally Unique Identifier", FT_BYTES, SEP_COLON) \
    F(CL_MTA_MAC_ADDRESS, "dhcp.option.vendor.cl.mta_mac_address", "MTA MAC Address", FT_ETHER) \
    F(CL_END, "dhcp.option.vendor.cl.end", "CL End", FT_UINT8, BASE_DEC) \
    F(ALU_SUBOPTION, "dhcp.option.vendor.alu.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_alu_suboption, .label_fn = dhcp_sub_label) \
    F(ALU_PADDING, "dhcp.option.vendor.alu.padding", "Padding", FT_UINT8, BASE_DEC) \
    F(ALU_END, "dhcp.option.vendor.alu.end", "Alcatel End", FT_UINT8, BASE_DEC) \
    F(V43_ARUBAAP_CONTROLLERIP, "dhcp.option.vendor.arubaap.controllerip", "Aruba Controller IP", FT_STRING) \
    F(V43_ARUBAIAP, "dhcp.option.vendor.arubaiap", "Aruba Instant AP", FT_STRING) \
    F(V43_ARUBAIAP_NAME_ORG, "dhcp.option.vendor.arubaiap.name_org", "Name Organisation", FT_STRING) \
    F(V43_ARUBAIAP_AMP_IP, "dhcp.option.vendor.arubaiap.amp_ip", "AMP IP Address", FT_STRING) \
    F(V43_ARUBAIAP_PASSWORD, "dhcp.option.vendor.arubaiap.password", "Password", FT_STRING) \
    F(BSDP_SUBOPTION, "dhcp.option.vendor.bsdp.suboption", "Option 43 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_bsdp_suboption, .label_fn = dhcp_sub_label) \
    F(BSDP_BOOT_IMAGE_INDEX, "dhcp.option.vendor.bsdp.boot_image.index", "Boot Image Index", FT_UINT16, BASE_HEX) \
    F(BSDP_DEFAULT_BOOT_IMAGE_ID, "dhcp.option.vendor.bsdp.default_boot_image_id", "Default Boot Image ID", FT_UINT32, BASE_HEX) \
    F(BSDP_SELECTED_BOOT_IMAGE_ID, "dhcp.option.vendor.bsdp.selected_boot_image_id", "Selected Boot Image ID", FT_UINT32, BASE_HEX) \
    F(BSDP_BOOT_IMAGE_LIST, "dhcp.option.vendor.bsdp.boot_image_list", "Boot Image List", FT_BYTES) \
    F(BSDP_BOOT_IMAGE_DESC, "dhcp.option.vendor.bsdp.boot_image.desc", "Boot Image Description", FT_BYTES) \
    F(BSDP_BOOT_IMAGE_NAME_LEN, "dhcp.option.vendor.bsdp.boot_image.name_len", "Boot Image Name Length", FT_UINT8, BASE_DEC) \
    F(BSDP_BOOT_IMAGE_NAME, "dhcp.option.vendor.bsdp.boot_image.name", "Boot Image Name", FT_STRING) \
    F(BSDP_ATTRIBUTES_FILTER_LIST, "dhcp.option.vendor.bsdp.attributes_filter_list", "Boot Image Attributes Filter List", FT_BYTES) \
    F(BSDP_BOOT_IMAGE_ATTRIBUTE, "dhcp.option.vendor.bsdp.boot_image.attribute", "Boot Image Attribute", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(BSDP_BOOT_IMAGE_ATTRIBUTE_INSTALL, "dhcp.option.vendor.bsdp.boot_image.attribute.install", "Install", FT_UINT16, BASE_HEX, .mask = 0x8000, .values = &dhcp_bsdp_boot_image_attribute_install) \
    F(BSDP_BOOT_IMAGE_ATTRIBUTE_KIND, "dhcp.option.vendor.bsdp.boot_image.attribute.kind", "Kind", FT_UINT16, BASE_HEX, .mask = 0x7f00, .values = &dhcp_bsdp_boot_image_attribute_kind) \
    F(BSDP_BOOT_IMAGE_ATTRIBUTE_RESERVED, "dhcp.option.vendor.bsdp.boot_image.attribute.reserved", "Reserved", FT_UINT16, BASE_HEX, .mask = 0xff) \
    F(OPTION_OVERLOAD, "dhcp.option.option_overload", "Option Overload", FT_UINT8, BASE_DEC, .values = &dhcp_option_overload) \
    F(MESSAGE_TYPE, "dhcp.option.dhcp", "DHCP", FT_UINT8, BASE_DEC, .values = &dhcp_message_types) \
    F(VENDOR_CLASS_ID, "dhcp.option.vendor_class_id", "Vendor class identifier", FT_STRINGZ) \
    F(VENDOR_CLASS_DATA, "dhcp.option.vendor_class_data", "vendor-class-data", FT_STRINGZ) \
    F(NOVELL_NETWARE_IP_DOMAIN, "dhcp.option.novell_netware_ip_domain", "Novell/Netware IP domain", FT_STRINGZ) \
    F(NOVELL_SUBOPTION, "dhcp.option.novell_options.suboption", "Option 63 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_novell_suboption, .label_fn = dhcp_sub_label) \
    F(NOVELL_VALUE, "dhcp.option.novell_options.value", "Value", FT_BYTES) \
    F(NOVELL_VALUE_UINT, "dhcp.option.novell_options.value.uint", "Value", FT_UINT8, BASE_DEC) \
    F(NOVELL_VALUE_ADDRESS, "dhcp.option.novell_options.value.address", "Value", FT_IPv4) \
    F(NOVELL_VALUE_BOOL, "dhcp.option.novell_options.value.bool", "Value", FT_BOOLEAN) \
    F(USER_CLASS, "dhcp.option.user_class", "Instance of User Class", FT_UINT8, BASE_DEC, .label_fn = dhcp_user_class_label) \
    F(USER_CLASS_LENGTH, "dhcp.option.user_class.length", "User Class Length", FT_UINT8, BASE_DEC) \
    F(USER_CLASS_DATA, "dhcp.option.user_class.data", "User Class Data", FT_BYTES) \
    F(USER_CLASS_TEXT, "dhcp.option.user_class.text", "User Class Data (Text)", FT_STRING) \
    F(SLP_DIRECTORY_AGENT_VALUE, "dhcp.option.slp_directory_agent.value", "Value", FT_UINT8, BASE_DEC, .values = &dhcp_slp_directory_agent_value) \
    F(SLP_DIRECTORY_AGENT_SLPDA_ADDRESS, "dhcp.option.slp_directory_agent.slpda_address", "IP Address", FT_IPv4) \
    F(SLP_SERVICE_SCOPE_VALUE, "dhcp.option.slp_service_scope.value", "Value", FT_UINT8, BASE_DEC, .values = &dhcp_slp_service_scope_value) \
    F(SLP_SERVICE_SCOPE_STRING, "dhcp.option.slp_service_scope.string", "SLP Service Scope", FT_STRINGZ) \
    F(AGENT_SUBOPTION, "dhcp.option.agent_information_option.suboption", "Option 82 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_agent_suboption, .label_fn = dhcp_sub_label) \
    F(AGENT_VALUE, "dhcp.option.agent_information_option.value", "Value", FT_BYTES) \
    F(AGENT_VALUE_UINT, "dhcp.option.agent_information_option.value.uint", "Value", FT_UINT8, BASE_DEC) \
    F(AGENT_VALUE_ADDRESS, "dhcp.option.agent_information_option.value.address", "Value", FT_IPv4) \
    F(AGENT_VALUE_STRING, "dhcp.option.agent_information_option.value.string", "Value", FT_STRINGZ) \
    F(AGENT_PADDING, "dhcp.option.agent_information_option.padding", "Padding", FT_UINT8, BASE_DEC) \
    F(AGENT_VI, "dhcp.option.agent_information_option.vi", "Vendor-Specific Information", FT_BYTES) \
    F(AGENT_VI_ENTERPRISE, "dhcp.option.agent_information_option.vi.enterprise", "Enterprise", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(AGENT_VI_DATA_LENGTH, "dhcp.option.agent_information_option.vi.data_length", "Data Length", FT_UINT8, BASE_DEC) \
    F(AGENT_VI_CL_DOCSIS_VERSION, "dhcp.option.agent_information_option.vi.cl.docsis_version", "DOCSIS Version Number", FT_UINT16, BASE_HEX, .label_fn = dhcp_version_label) \
    F(AGENT_VI_CL_DPOE_SYSTEM_VERSION, "dhcp.option.agent_information_option.vi.cl.dpoe_system_version", "DPoE System Version Number", FT_UINT16, BASE_HEX, .label_fn = dhcp_version_label) \
    F(AGENT_VI_CL_DPOE_SYSTEM_PBB_SERVICE, "dhcp.option.agent_information_option.vi.cl.dpoe_system_pbb_service", "DPoE System PBB Service", FT_BYTES) \
    F(AGENT_VI_CL_SERVICE_CLASS_NAME, "dhcp.option.agent_information_option.vi.cl.service_class_name", "Service Class Name", FT_STRING) \
    F(AGENT_VI_CL_MSO_DEFINED_TEXT, "dhcp.option.agent_information_option.vi.cl.mso_defined_text", "MSO Defined Text", FT_STRING) \
    F(AGENT_VI_CL_SECURE_FILE_TRANSFER_URI, "dhcp.option.agent_information_option.vi.cl.secure_file_transfer_uri", "Secure File Transfer URI", FT_STRING) \
    F(AGENT_ANI_ATT_RES, "dhcp.option.agent_information_option.ani_att.res", "Access Technology Type", FT_UINT8, BASE_DEC) \
    F(AGENT_ANI_ATT_ATT, "dhcp.option.agent_information_option.ani_att.att", "Access Technology Type", FT_UINT8, BASE_DEC) \
    F(AGENT_SOURCE_PORT, "dhcp.option.agent_information_option.source_port", "Source Port", FT_NONE) \
    F(AGENT_VRF_NAME_VPN_ID, "dhcp.option.agent_information_option.vrf_name.vpn_id", "VRF name/VPN ID", FT_BYTES) \
    F(AGENT_VRF_NAME_GLOBAL, "dhcp.option.agent_information_option.vrf_name.global", "Global, default VPN", FT_UINT8, BASE_DEC) \
    F(AGENT_VRF_NAME, "dhcp.option.agent_information_option.vrf_name", "VRF name", FT_STRING) \
    F(AGENT_VRF_NAME_VPN_ID_OUI, "dhcp.option.agent_information_option.vrf_name.vpn_id.oui", "VRF name/VPN ID OUI", FT_UINT24, BASE_HEX) \
    F(AGENT_VRF_NAME_VPN_ID_INDEX, "dhcp.option.agent_information_option.vrf_name.vpn_id.index", "VRF name/VPN ID Index", FT_UINT32, BASE_HEX) \
    F(ISNS_FUNCTIONS, "dhcp.option.isns.functions", "iSNS Functions", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(ISNS_FUNCTIONS_ENABLED, "dhcp.option.isns.functions.enabled", "Function Fields Enabled", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_yes) \
    F(ISNS_FUNCTIONS_DD_BASE_AUTHORIZATION, "dhcp.option.isns.functions.dd_base_authorization", "Discovery Domain based Authorization", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &dhcp_truth_isns_functions_dd_base_authorization) \
    F(ISNS_FUNCTIONS_SEC_POLICY_DISTRIBUTION, "dhcp.option.isns.functions.sec_policy_distribution", "Security Policy Distribution", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &dhcp_truth_isns_functions_sec_policy_distribution) \
    F(ISNS_FUNCTIONS_RESERVED, "dhcp.option.isns.functions.reserved", "Reserved flags", FT_UINT16, BASE_HEX, .mask = 0xfff8) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS, "dhcp.option.isns.discovery_domain_access", "Discovery Domain Access flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_ENABLED, "dhcp.option.isns.discovery_domain_access.enabled", "Discovery Domain Enabled", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_CONTROL_NODE, "dhcp.option.isns.discovery_domain_access_control.node", "Control Node", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_ISCSI_TARGET, "dhcp.option.isns.discovery_domain_access.iscsi_target", "iSCSI Target", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_ISCSI_INITIATOR, "dhcp.option.isns.discovery_domain_access.iscsi_initiator", "iSCSI Initiator", FT_BOOLEAN, BITS_16, .mask = 0x08, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_IFCP_TARGET_PORT, "dhcp.option.isns.discovery_domain_access.ifcp_target_port", "iFCP Target Port", FT_BOOLEAN, BITS_16, .mask = 0x10, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_INITIATOR_TARGET_PORT, "dhcp.option.isns.discovery_domain_access.initiator_target_port", "iFCP Initiator Port", FT_BOOLEAN, BITS_16, .mask = 0x20, .truth = &truth_yes) \
    F(ISNS_DISCOVERY_DOMAIN_ACCESS_RESERVED, "dhcp.option.isns.discovery_domain_access.reserved", "Reserved Flags", FT_UINT16, BASE_HEX, .mask = 0xffc0) \
    F(ISNS_ADMINISTRATIVE_FLAGS, "dhcp.option.isns.administrative_flags", "Administrative Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(ISNS_ADMINISTRATIVE_FLAGS_ENABLED, "dhcp.option.isns.administrative_flags.enabled", "Administrative Flags Enabled", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_yes) \
    F(ISNS_ADMINISTRATIVE_FLAGS_HEARTBEAT, "dhcp.option.isns.administrative_flags.heartbeat", "Heartbeat", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_yes) \
    F(ISNS_ADMINISTRATIVE_FLAGS_MANAGEMENT_SCNS, "dhcp.option.isns.administrative_flags.management_scns", "Management SCNs", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &truth_yes) \
    F(ISNS_ADMINISTRATIVE_FLAGS_DEFAULT_DISCOVERY_DOMAIN, "dhcp.option.isns.administrative_flags.default_discovery_domain", "Default Discovery Domain", FT_BOOLEAN, BITS_16, .mask = 0x08, .truth = &truth_yes) \
    F(ISNS_ADMINISTRATIVE_FLAGS_RESERVED, "dhcp.option.isns.administrative_flags.reserved", "Reserved Flags", FT_UINT16, BASE_HEX, .mask = 0xfff0) \
    F(ISNS_SERVER_SECURITY_BITMAP, "dhcp.option.isns.server_security_bitmap", "iSNS Server Security Bitmap", FT_UINT32, BASE_HEX, .suffix = bits_suffix) \
    F(ISNS_SERVER_SECURITY_BITMAP_ENABLED, "dhcp.option.isns.server_security_bitmap.enabled", "Server Security Bitmap Enabled", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_yes) \
    F(ISNS_SERVER_SECURITY_BITMAP_IKE_IPSEC_ENABLED, "dhcp.option.isns.server_security_bitmap.ike_ipsec_enabled", "IKE/IPSec", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_enabled) \
    F(ISNS_SERVER_SECURITY_BITMAP_MAIN_MODE, "dhcp.option.isns.server_security_bitmap.main_mode", "Main Mode", FT_BOOLEAN, BITS_16, .mask = 0x04, .truth = &truth_enabled) \
    F(ISNS_SERVER_SECURITY_BITMAP_AGGRESSIVE_MODE, "dhcp.option.isns.server_security_bitmap.aggressive_mode", "Aggressive Mode", FT_BOOLEAN, BITS_16, .mask = 0x08, .truth = &truth_enabled) \
    F(ISNS_SERVER_SECURITY_BITMAP_PFS, "dhcp.option.isns.server_security_bitmap.pfs", "PFS", FT_BOOLEAN, BITS_16, .mask = 0x10, .truth = &truth_enabled) \
    F(ISNS_SERVER_SECURITY_BITMAP_TRANSPORT_MODE, "dhcp.option.isns.server_security_bitmap.transport_mode", "Transport Mode", FT_BOOLEAN, BITS_16, .mask = 0x20, .truth = &dhcp_truth_isns_server_security_bitmap_transport_mode) \
    F(ISNS_SERVER_SECURITY_BITMAP_TUNNEL_MODE, "dhcp.option.isns.server_security_bitmap.tunnel_mode", "Tunnel Mode", FT_BOOLEAN, BITS_16, .mask = 0x40, .truth = &dhcp_truth_isns_server_security_bitmap_tunnel_mode) \
    F(ISNS_SERVER_SECURITY_BITMAP_RESERVED, "dhcp.option.isns.server_security_bitmap.reserved", "Reserved Flags", FT_UINT16, BASE_HEX, .mask = 0xff80) \
    F(ISNS_PRIMARY_SERVER_ADDR, "dhcp.option.isns.primary_server_addr", "Primary Server Address", FT_IPv4) \
    F(ISNS_SECONDARIES, "", "Secondary iSNS Servers", FT_NONE) \
    F(ISNS_HEARTBEAT_ORIGINATOR_ADDR, "dhcp.option.isns.heartbeat_originator_addr", "Heartbeat Originator Address", FT_IPv4) \
    F(ISNS_SECONDARY_SERVER_ADDR, "dhcp.option.isns.secondary_server_addr", "Secondary Server Address", FT_IPv4) \
    F(NOVELL_DSS_STRING, "dhcp.option.novell_dss.string", "Novell Directory Services Servers String", FT_STRINGZ) \
    F(NOVELL_DSS_IP, "dhcp.option.novell_dss.ip", "IP Address", FT_IPv4) \
    F(AUTH_PROTOCOL, "dhcp.option.dhcp_authentication.protocol", "Protocol", FT_UINT8, BASE_DEC, .values = &dhcp_auth_protocol) \
    F(AUTH_ALG_DELAY, "dhcp.option.dhcp_authentication.alg_delay", "Delay Algorithm", FT_UINT8, BASE_DEC, .values = &dhcp_auth_alg_delay) \
    F(AUTH_ALGORITHM, "dhcp.option.dhcp_authentication.algorithm", "Algorithm", FT_UINT8, BASE_DEC) \
    F(AUTH_RDM, "dhcp.option.dhcp_authentication.rdm", "Replay Detection Method", FT_UINT8, BASE_DEC, .values = &dhcp_auth_rdm) \
    F(AUTH_RDM_REPLAY_DETECTION, "dhcp.option.dhcp_authentication.rdm_replay_detection", "RDM Replay Detection Value", FT_UINT64, BASE_HEX) \
    F(AUTH_RDM_RDV, "dhcp.option.dhcp_authentication.rdm_rdv", "Replay Detection Value", FT_STRINGZ) \
    F(AUTH_SECRET_ID, "dhcp.option.dhcp_authentication.secret_id", "Secret ID", FT_UINT32, BASE_HEX) \
    F(AUTH_HMAC_MD5_HASH, "dhcp.option.dhcp_authentication.hmac_md5_hash", "HMAC MD5 Hash", FT_BYTES) \
    F(AUTH_INFORMATION, "dhcp.option.dhcp_authentication.information", "Authentication Information", FT_STRINGZ) \
    F(CLIENT_SYSTEM_ARCHITECTURE, "dhcp.option.client_system_architecture", "Client System Architecture", FT_UINT16, BASE_DEC, .values = &dhcp_client_system_architecture) \
    F(CLIENT_NETWORK_ID_MAJOR, "dhcp.client_network_id_major", "Major Version", FT_UINT8, BASE_DEC) \
    F(CLIENT_NETWORK_ID_MINOR, "dhcp.client_network_id_minor", "Minor Version", FT_UINT8, BASE_DEC) \
    F(CIVIC_LOCATION_WHAT, "dhcp.option.civic_location.what", "What", FT_UINT8, BASE_DEC, .values = &dhcp_civic_location_what) \
    F(CIVIC_LOCATION_COUNTRY, "dhcp.option.civic_location.country", "Country", FT_STRINGZ) \
    F(CIVIC_LOCATION_CA_TYPE, "dhcp.option.civic_location.ca_type", "CA Type", FT_UINT8, BASE_DEC, .values = &dhcp_civic_location_ca_type) \
    F(CIVIC_LOCATION_CA_LENGTH, "dhcp.option.civic_location.ca_length", "CA Length", FT_UINT8, BASE_DEC) \
    F(CIVIC_LOCATION_CA_VALUE, "dhcp.option.civic_location.ca_value", "CA Value", FT_STRINGZ) \
    F(NAME_SERVICE, "dhcp.option.dhcp_name_service_search_option", "Name Service", FT_STRINGZ, .text = dhcp_name_service_text) \
    F(SEARCH_RFC_3396_DETECTED, "dhcp.option.dhcp_dns_domain_search_list_rfc_3396_detected", "Encoding Long Options detected (RFC 3396)", FT_STRINGZ, .text = dhcp_part_text) \
    F(SEARCH_REFER_LAST_OPTION, "dhcp.option.dhcp_dns_domain_search_list_refer_last_option", "For the data, please refer to last option 119", FT_STRINGZ, .text = dhcp_part_text) \
    F(SEARCH_FQDN, "dhcp.option.dhcp_dns_domain_search_list_fqdn", "FQDN", FT_STRINGZ) \
    F(SIP_SERVER_RFC_3396_DETECTED, "dhcp.option.sip_server.rfc_3396_detected", "Encoding Long Options detected (RFC 3396)", FT_STRINGZ, .text = dhcp_part_text) \
    F(SIP_SERVER_REFER_LAST_OPTION, "dhcp.option.sip_server.refer_last_option", "For the data, please refer to last option 120", FT_STRINGZ, .text = dhcp_part_text) \
    F(SIP_SERVER_ENCODING, "dhcp.option.sip_server.encoding", "SIP Server Encoding", FT_UINT8, BASE_DEC, .values = &dhcp_sip_server_encoding) \
    F(SIP_SERVER_NAME, "dhcp.option.sip_server.name", "SIP Server Name", FT_STRINGZ) \
    F(SIP_SERVER_ADDRESS, "dhcp.option.sip_server.address", "SIP Server Address", FT_IPv4) \
    F(CLASSLESS_STATIC_ROUTE, "dhcp.option.classless_static_route", "Subnet/MaskWidth-Router", FT_BYTES, .label_fn = dhcp_route_label) \
    F(RFC3825_ERROR, "dhcp.option.rfc3825.error", "Error", FT_UINT8, BASE_DEC, .values = &dhcp_rfc3825_error) \
    F(RFC3825_LATITUDE, "dhcp.option.rfc3825.latitude", "Latitude", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_LONGITUDE, "dhcp.option.rfc3825.longitude", "Longitude", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_LATITUDE_RES, "dhcp.option.rfc3825.latitude_res", "Latitude resolution", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_LONGITUDE_RES, "dhcp.option.rfc3825.longitude_res", "Longitude resolution", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_ALTITUDE, "dhcp.option.rfc3825.altitude", "Altitude", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_ALTITUDE_RES, "dhcp.option.rfc3825.altitude_res", "Altitude resolution", FT_DOUBLE, .label_fn = dhcp_degrees_label) \
    F(RFC3825_ALTITUDE_TYPE, "dhcp.option.rfc3825.altitude_type", "Altitude type", FT_UINT8, BASE_DEC, .values = &dhcp_rfc3825_altitude_type) \
    F(RFC3825_MAP_DATUM, "dhcp.option.cl_dss_id.option", "Map Datum", FT_UINT8, BASE_DEC, .values = &dhcp_map_datum) \
    F(CL_DSS_ID_OPTION, "dhcp.option.cl_dss_id.option", "DSS_ID Type", FT_UINT8, BASE_DEC, .values = &dhcp_dss_id_type) \
    F(CL_DSS_ID_LEN, "dhcp.option.cl_dss_id.len", "DSS_ID Length", FT_UINT8, BASE_DEC) \
    F(CL_DSS_ID, "dhcp.option.cl_dss_id", "Country", FT_STRINGZ) \
    F(VI_CLASS_CL_ADDRESS_MODE, "dhcp.option.vi_class.cl_address_mode", "CableLab Address Mode", FT_UINT8, BASE_DEC, .values = &dhcp_vi_class_cl_address_mode) \
    F(VI_CLASS_ENTERPRISE, "dhcp.option.vi_class.enterprise", "Enterprise", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(VI_CLASS_LENGTH, "dhcp.option.vi_class.length", "CableLab Address Mode", FT_UINT8, BASE_DEC) \
    F(VI_CLASS_DATA, "dhcp.option.vi_class.data", "NetInfo Parent Server Tag", FT_STRINGZ) \
    F(VI_ENTERPRISE, "dhcp.option.vi.enterprise", "Enterprise", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(VI_LENGTH, "dhcp.option.vi.length", "Length", FT_UINT8, BASE_DEC) \
    F(VI_VALUE, "dhcp.option.vi.value", "Value", FT_BYTES) \
    F(VI_VALUE_UINT, "dhcp.option.vi.value.uint", "Value", FT_UINT8, BASE_DEC) \
    F(VI_VALUE_ADDRESS, "dhcp.option.vi.value.address", "Value", FT_IPv4) \
    F(VI_VALUE_STRING, "dhcp.option.vi.value.string", "Value", FT_STRINGZ) \
    F(VI_TR111_SUBOPTION, "dhcp.option.vi.tr111.suboption", "Option 125 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_vi_tr111_suboption, .label_fn = dhcp_sub_label) \
    F(VI_TR111_DEVICE_MANUFACTURER_OUI, "dhcp.option.vi.tr111.device_manufacturer_oui", "DeviceManufacturerOUI", FT_UINT24, BASE_OUI) \
    F(VI_CL_SUBOPTION, "dhcp.option.vi.cl.suboption", "Option 125 Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_vi_cl_suboption, .label_fn = dhcp_vi_cl_label) \
    F(VI_CL_MIB_ENVIRONMENT, "dhcp.option.vi.cl.suboption", "MIB Environment Indicator Option", FT_UINT8, BASE_DEC, .values = &dhcp_mib_environment) \
    F(VI_CL_OPTION_REQUEST, "dhcp.option.vi.cl.option_request", "Option Request", FT_BYTES, SEP_SPACE) \
    F(VI_CL_TFTP_SERVER_ADDRESSES, "dhcp.option.vi.cl.tftp_server_addresses", "TFTP Server Addresses", FT_IPv4) \
    F(VI_CL_EROUTER_CONTAINER_OPTION, "dhcp.option.vi.cl.erouter_container_option", "eRouter Container Option", FT_BYTES) \
    F(VI_CL_MODEM_CAPABILITIES, "dhcp.option.vi.cl.modem_capabilities", "Modem Capabilities", FT_BYTES) \
    F(RDNSS_RESERVED, "dhcp.option.rdnss.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfc) \
    F(RDNSS_PREFERENCE, "dhcp.option.rdnss.preference", "Preference", FT_UINT8, BASE_DEC, .mask = 0x03, .values = &dhcp_rdnss_preference) \
    F(RDNSS_PRIMARY_DNS, "dhcp.option.rdnss.primary_dns", "Primary DNS", FT_IPv4) \
    F(RDNSS_SECONDARY_DNS, "dhcp.option.rdnss.secondary_dns", "Secondary DNS", FT_IPv4) \
    F(RDNSS_DOMAIN, "dhcp.option.rdnss.domain", "Domains and networks", FT_STRING) \
    F(BULK_LEASE_STATUS_CODE, "dhcp.option.bulk_lease.status_code", "Status Code", FT_UINT8, BASE_DEC, .values = &dhcp_bulk_lease_status_code) \
    F(BULK_LEASE_STATUS_CODE_MESSAGE, "dhcp.option.bulk_lease.status_code_message", "Status Code Message", FT_STRING) \
    F(BULK_LEASE_BASE_TIME, "dhcp.option.bulk_lease.base_time", "Base Time", FT_ABSOLUTE_TIME) \
    F(BULK_LEASE_QUERY_START_TIME, "dhcp.option.bulk_lease.query_start_time", "Query Start Time", FT_ABSOLUTE_TIME) \
    F(BULK_LEASE_QUERY_END_TIME, "dhcp.option.bulk_lease.query_end_time", "Query End Time", FT_ABSOLUTE_TIME) \
    F(PCP_LIST, "", "PCP server list", FT_NONE) \
    F(PCP_LIST_LENGTH, "dhcp.option.pcp.list_length", "List-Length", FT_UINT8, BASE_DEC) \
    F(PCP_SERVER, "dhcp.option.pcp.server", "PCP Server", FT_IPv4) \
    F(PORTPARAMS_OFFSET, "dhcp.option.portparams.offset", "Offset", FT_UINT8, BASE_DEC) \
    F(PORTPARAMS_PSID_LENGTH, "dhcp.option.portparams.psid_length", "PSID-Length", FT_UINT8, BASE_DEC) \
    F(PORTPARAMS_PSID, "dhcp.option.portparams.psid", "PSID", FT_BYTES) \
    F(6RD_IPV4_MASK_LEN, "dhcp.option.6RD.ipv4_mask_len", "6RD IPv4 Mask Length", FT_UINT8, BASE_DEC) \
    F(6RD_PREFIX_LEN, "dhcp.option.6RD.prefix_len", "6RD Prefix Length", FT_UINT8, BASE_DEC) \
    F(6RD_PREFIX, "dhcp.option.6RD.prefix", "6RD Prefix", FT_IPv6) \
    F(6RD_BORDER_RELAY_IP, "dhcp.option.6RD.border_relay_ip", "Border Relay IP", FT_IPv4) \
    F(OPTION_END, "dhcp.option.end", "Option End", FT_UINT8, BASE_DEC, .label_fn = dhcp_end_label) \
    F(VI_SUBOPTION, "dhcp.vendor.suboption", "Option 125 Suboption", FT_UINT8, BASE_DEC) \
    F(VI_DATA, "dhcp.vendor.data", "Data", FT_BYTES) \
    F(PC_IETF_CCC_SUBOPTION, "dhcp.vendor.pc.ietf_ccc.suboption", "Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_pc_ietf_ccc_suboption, .label_fn = dhcp_ccc_label) \
    F(PC_I05_CCC_SUBOPTION, "dhcp.vendor.pc.i05_ccc.suboption", "Suboption", FT_UINT8, BASE_DEC, .values = &dhcp_pc_i05_ccc_suboption) \
    F(CL_IETF_CCC_DEV_REALM_UNC_KEY_NOM_TIMEOUT, "dhcp.cl.ietf_ccc.dev_realm_unc_key_nom_timeout", "pktcMtaDevRealmUnsolicitedKeyNomTimeout", FT_UINT32, BASE_DEC) \
    F(CL_IETF_CCC_DEV_REALM_UNC_KEY_MAX_TIMEOUT, "dhcp.cl.ietf_ccc.dev_realm_unc_key_max_timeout", "pktcMtaDevRealmUnsolicitedKeyMaxTimeout", FT_UINT32, BASE_DEC) \
    F(CL_IETF_CCC_DEV_REALM_UNC_KEY_MAX_RETRIES, "dhcp.cl.ietf_ccc.dev_realm_unc_key_max_retries", "pktcMtaDevRealmUnsolicitedKeyMaxRetries", FT_UINT32, BASE_DEC) \
    F(CL_IETF_CCC_DEV_PROV_UNC_KEY_NOM_TIMEOUT, "dhcp.cl.ietf_ccc.dev_prov_unc_key_nom_timeout", "pktcMtaDevProvUnsolicitedKeyNomTimeout", FT_UINT32, BASE_DEC) \
    F(CL_IETF_CCC_DEV_PROV_UNC_KEY_MAX_TIMEOUT, "dhcp.cl.ietf_ccc.dev_prov_unc_key_max_timeout", "pktcMtaDevProvUnsolicitedKeyMaxTimeout", FT_UINT32, BASE_DEC) \
    F(CL_IETF_CCC_DEV_PROV_UNC_KEY_MAX_RETRIES, "dhcp.cl.ietf_ccc.dev_prov_unc_key_max_retries", "pktcMtaDevProvUnsolicitedKeyMaxRetries", FT_UINT32, BASE_DEC) \
    F(CCC_IETF_SEC_TKT_PC_PROVISION_SERVER, "dhcp.ccc.ietf.sec_tkt.pc_provision_server", "Invalidate PacketCable Provisioning Server", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &truth_yes) \
    F(CCC_IETF_SEC_TKT_ALL_PC_CALL_MANAGEMENT, "dhcp.ccc.ietf.sec_tkt.all_pc_call_management", "Invalidate All PacketCable Call Management Servers", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &truth_yes) \
    F(V43_AVAYA, "dhcp.option.vendor.avaya", "Private/Avaya IP Telephone", FT_STRINGZ) \
    F(V43_AVAYA_TLSSRVR, "dhcp.option.vendor.avaya.tlssrvr", "TLSSRVR", FT_STRINGZ) \
    F(V43_AVAYA_HTTPSRVR, "dhcp.option.vendor.avaya.httpsrvr", "HTTPSRVR", FT_STRINGZ) \
    F(V43_AVAYA_HTTPDIR, "dhcp.option.vendor.avaya.httpdir", "HTTPDIR", FT_STRINGZ) \
    F(V43_AVAYA_STATIC, "dhcp.option.vendor.avaya.static", "STATIC", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_MCIPADD, "dhcp.option.vendor.avaya.mcipadd", "MCIPADD", FT_STRINGZ) \
    F(V43_AVAYA_DOT1X, "dhcp.option.vendor.avaya.dot1x", "DOT1X", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_ICMPDU, "dhcp.option.vendor.avaya.icmpdu", "ICMPDU", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_ICMPRED, "dhcp.option.vendor.avaya.icmpred", "ICMPRED", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_L2Q, "dhcp.option.vendor.avaya.l2q", "L2Q", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_L2QVLAN, "dhcp.option.vendor.avaya.l2qvlan", "L2QVLAN", FT_INT32, BASE_DEC) \
    F(V43_AVAYA_LOGLOCAL, "dhcp.option.vendor.avaya.loglocal", "LOGLOCAL", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_PHY1STAT, "dhcp.option.vendor.avaya.phy1stat", "PHY1STAT", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_PHY2STAT, "dhcp.option.vendor.avaya.phy2stat", "PHY2STAT", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_PROCPSWD, "dhcp.option.vendor.avaya.procpswd", "PROCPSWD", FT_STRINGZ) \
    F(V43_AVAYA_PROCSTAT, "dhcp.option.vendor.avaya.procstat", "PROCSTAT", FT_STRINGZ, .suffix = dhcp_avaya_suffix) \
    F(V43_AVAYA_SNMPADD, "dhcp.option.vendor.avaya.snmpadd", "SNMPADD", FT_STRINGZ) \
    F(V43_AVAYA_SNMPSTRING, "dhcp.option.vendor.avaya.snmpstring", "SNMPSTRING", FT_STRINGZ) \
    F(V43_AVAYA_VLANTEST, "dhcp.option.vendor.avaya.vlantest", "VLANTEST", FT_INT32, BASE_DEC) \
    F(ACI_UNKNOWN, "dhcp.option.vendor.cisco.unknown", "Unknown", FT_BYTES)

#endif
