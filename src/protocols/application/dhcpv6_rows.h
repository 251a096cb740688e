/* dhcpv6_rows.h - every DHCPv6 option and field, one row each; dhcpv6.h and the sources make their tables and
   enumerations of it.

   Options: code, name, then
     O: kind of the value (enum dhcpv6_kind), how the finding about a wrong length begins, and the value's field as
        struct field has it (OPTION6_<code>)
     C: the function that takes the value apart
     N: nothing is known of the value
   Fields that are not the one value of an option stand in DHCPV6_FIELDS. */
#ifndef PROTOCOLS_APPLICATION_DHCPV6_ROWS_H
#define PROTOCOLS_APPLICATION_DHCPV6_ROWS_H

#define DHCPV6_OPTIONS(O, C, N) \
    C(1, "Client Identifier", dhcpv6_duid) \
    C(2, "Server Identifier", dhcpv6_duid) \
    C(3, "Identity Association for Non-temporary Address", dhcpv6_ia) \
    C(4, "Identity Association for Temporary Address", dhcpv6_ia_ta) \
    C(5, "IA Address", dhcpv6_ia_address) \
    C(6, "Option Request", dhcpv6_codes) \
    O(7, "Preference", UINT8, "PREFERENCE", "dhcpv6.option_preference", "Pref-value", FT_UINT8, BASE_DEC) \
    C(8, "Elapsed time", dhcpv6_elapsed) \
    C(9, "Relay Message", dhcpv6_relay_message) \
    C(11, "Authentication", dhcpv6_authentication) \
    O(12, "Server unicast", ADDRESS, "UNICAST", "dhcpv6.unicast", "IPv6 address", FT_IPv6) \
    C(13, "Status code", dhcpv6_status) \
    N(14, "Rapid Commit") \
    C(15, "User Class", dhcpv6_user_class) \
    C(16, "Vendor Class", dhcpv6_vendor_class) \
    C(17, "Vendor-specific Information", dhcpv6_vendor_options) \
    C(18, "Interface-Id", dhcpv6_interface_id) \
    O(19, "Reconfigure Message", UINT8, "RECONF_MSG", "dhcpv6.reconf_msg", "Reconfigure message type", FT_UINT8, BASE_DEC, .values = &dhcpv6_msgtype) \
    C(20, "Reconfigure Accept", dhcpv6_reconfigure_accept) \
    C(21, "SIP Server Domain Name List", dhcpv6_domains) \
    O(22, "SIP Servers IPv6 Address List", ADDRESSES, "SIP servers address", "dhcpv6.sip_server_a", "SIP server address", FT_IPv6) \
    O(23, "DNS recursive name server", NUMBERED, "DNS servers address", "dhcpv6.dns_server", "DNS server address", FT_IPv6, .label_fn = dhcpv6_numbered_label) \
    C(24, "Domain Search List", dhcpv6_domains) \
    C(25, "Identity Association for Prefix Delegation", dhcpv6_ia) \
    C(26, "IA Prefix", dhcpv6_ia_prefix) \
    O(27, "Network Information Server", ADDRESSES, "NIS servers address", "dhcpv6.nis_server", "NIS server address", FT_IPv6) \
    O(28, "Network Information Server V2", ADDRESSES, "NISP servers address", "dhcpv6.nisp_server", "NISP server address", FT_IPv6) \
    C(29, "Network Information Server Domain Name", dhcpv6_domains) \
    C(30, "Network Information Server V2 Domain Name", dhcpv6_domains) \
    O(31, "Simple Network Time Protocol Server", NUMBERED, "SNTP servers address", "dhcpv6.sntp_server", "SNTP server address", FT_IPv6, .label_fn = dhcpv6_numbered_label) \
    O(32, "Lifetime", UINT32, "LIFETIME", "dhcpv6.lifetime", "Lifetime", FT_UINT32, BASE_DEC) \
    C(33, "BCMCS Server Domain", dhcpv6_domains) \
    O(34, "BCMCS Servers IPv6 Address List", ADDRESSES, "BCMCS servers address", "dhcpv6.bcmcs_server_a", "BCMCS server address", FT_IPv6) \
    N(36, "Geoconf Civic Address") \
    C(37, "Remote Identifier", dhcpv6_remote_id) \
    O(38, "Subscriber Identifier", TEXT, "SUBSCRIBER_ID", "dhcpv6.subscriber_id", "Subscriber-ID", FT_STRING) \
    C(39, "Client Fully Qualified Domain Name", dhcpv6_client_fqdn) \
    O(40, "PANA Agents IPv6 Address List", ADDRESSES, "PANA agent address", "dhcpv6.pana_agent", "PANA agents address", FT_IPv6) \
    O(41, "Time Zone", STRING, NULL, "dhcpv6.timezone", "Time-zone", FT_STRING) \
    O(42, "Time Zone Database", STRING, NULL, "dhcpv6.tzdb", "TZ-database", FT_STRING) \
    C(43, "Echo Request Option", dhcpv6_codes) \
    C(44, "Leasequery Query", dhcpv6_leasequery) \
    C(45, "Leasequery Client Data", dhcpv6_nested) \
    O(46, "Client Last Transaction Time", UINT32, "CLT_TIME", "dhcpv6.clt_time", "Clt_time", FT_UINT32, BASE_DEC) \
    C(47, "Leasequery Relay Data", dhcpv6_relay_data) \
    O(48, "Leasequery Client Link Address List", ADDRESSES, "LQ client links address", "dhcpv6.lq_client_link", "LQ client links address", FT_IPv6) \
    N(49, "Home Network Identifier FQDN") \
    N(50, "Visited Home Network Information") \
    N(51, "LoST Server") \
    O(52, "CAPWAP Access Controllers", ADDRESSES, "CAPWAP Access Controllers address", "dhcpv6.capwap_ac_v6", "CAPWAP Access Controllers address", FT_IPv6) \
    C(53, "Relay-ID", dhcpv6_duid) \
    N(54, "MoS IPv6 Address") \
    N(55, "MoS Domain Name List") \
    C(56, "NTP Server", dhcpv6_ntp) \
    N(57, "Access Network Domain Name") \
    N(58, "SIP User Agent Configuration Service Domains") \
    N(59, "Boot File URL") \
    N(60, "Boot File Parameters") \
    N(61, "Client System Architecture Type") \
    N(62, "Client Network Interface Identifier") \
    N(63, "Geolocation") \
    C(64, "Dual-Stack Lite AFTR Name", dhcpv6_aftr) \
    N(65, "ERP Local Domain Name") \
    N(66, "Relay-Supplied Options") \
    C(67, "Prefix Exclude", dhcpv6_prefix_exclude) \
    N(68, "Virtual Subnet Selection") \
    N(69, "Identified Home Network Information") \
    N(70, "Unrestricted Home Network Information") \
    N(71, "Home Network Prefix") \
    N(72, "Home Agent Address") \
    N(73, "Home Agent FQDN") \
    N(74, "RDNSS Selection") \
    N(75, "Kerberos Principal Name") \
    N(76, "Kerberos Realm Name") \
    N(77, "Kerberos Default Realm Name") \
    N(78, "Kerberos KDC") \
    N(79, "Client Link-Layer Address") \
    N(80, "Link Address") \
    N(81, "RADIUS") \
    N(82, "SOL_MAX_RT") \
    N(83, "INF_MAX_RT") \
    N(84, "Address Selection") \
    N(85, "Address Selection table") \
    N(86, "PCP Server") \
    N(87, "DHCPv4 Message") \
    N(88, "DHCP 4o6 Servers Address") \
    C(89, "S46 Rule", dhcpv6_s46_rule) \
    O(90, "S46 BR", ADDRESS, "S46_BR", "dhcpv6.s46_br.address", "BR address", FT_IPv6) \
    C(91, "S46 DMR", dhcpv6_s46_dmr) \
    C(92, "S46 IPv4/IPv6 Address Binding", dhcpv6_s46_binding) \
    C(93, "S46 Port Parameters", dhcpv6_s46_ports) \
    C(94, "S46 MAP-E Container", dhcpv6_nested) \
    C(95, "S46 MAP-T Container", dhcpv6_nested) \
    C(96, "S46 Lightweight 4over6 Container", dhcpv6_nested) \
    N(97, "4rd Options") \
    N(98, "4rd Mapping Rule") \
    N(99, "4rd Non-Mapping Rule") \
    N(100, "LQ Server Base Time") \
    N(101, "LQ Server Query Start Time") \
    N(102, "LQ Server Query End Time") \
    O(103, "Captive Portal", STRING, NULL, "dhcpv6.captive_portal", "Captive Portal", FT_STRING) \
    N(104, "MPL Parameter Configuration") \
    N(105, "Access Technology Type") \
    N(106, "Access Network Name") \
    N(107, "Access Point Name") \
    N(108, "Access Point BSSID") \
    N(109, "Access Network Operator ID") \
    N(110, "Access Network Operator Realm") \
    O(111, "S46 Priority", CODES, NULL, "dhcpv6.option_code", "S46 Option code", FT_UINT16, BASE_HEX, .values = &dhcpv6_option_code) \
    O(112, "Manufacturer Usage Description", STRING, NULL, "dhcpv6.mudurl", "MUDURL", FT_STRING) \
    N(113, "IPv4/IPv6 Multicast Prefixes") \
    O(114, "Failover Binding Status", UINT8, "Failover", "dhcpv6.failover.binding_status", "Failover Binding Status", FT_UINT8, BASE_DEC, .values = &dhcpv6_fo_binding_status) \
    C(115, "Failover Connect Flags", dhcpv6_failover_connect) \
    N(116, "Failover DNS Removal Info") \
    C(117, "Failover DNS Hostname", dhcpv6_failover_name) \
    C(118, "Failover DNS Zone Name", dhcpv6_failover_name) \
    C(119, "Failover DNS Flags", dhcpv6_failover_dns) \
    O(120, "Failover Expiration Time", UINT32, "Failover", "dhcpv6.failover.expiration_time", "Expiration Time", FT_UINT32, BASE_DEC) \
    O(121, "Failover Maximum Number Unacked BNDUPD Messages", UINT32, "Failover", "dhcpv6.failover.max_unacked_bndupd", "Max number of unacked BNDUPD messages", FT_UINT32, BASE_DEC) \
    O(122, "Failover Maximum Client Lead Time (MCLT)", UINT32, "Failover", "dhcpv6.failover.mclt", "Maximum Client Lead Time (MCLT)", FT_UINT32, BASE_DEC) \
    O(123, "Failover Partner Lifetime", UINT32, "Failover", "dhcpv6.failover.partner_lifetime", "Partner Lifetime", FT_UINT32, BASE_DEC) \
    O(124, "Failover Partner Lifetime Sent", UINT32, "Failover", "dhcpv6.failover.partner_lifetime_sent", "Partner Lifetime Sent", FT_UINT32, BASE_DEC) \
    O(125, "Failover Partner Down Time", UINT32, "Failover", "dhcpv6.failover.partner_down_time", "Partner Down Time", FT_UINT32, BASE_DEC) \
    O(126, "Failover Partner Raw Client Time", UINT32, "Failover", "dhcpv6.failover.partner_raw_clt_time", "Partner Raw Client Time", FT_UINT32, BASE_DEC) \
    C(127, "Failover Protocol Version", dhcpv6_failover_version) \
    O(128, "Failover Keepalive Time", UINT32, "Failover", "dhcpv6.failover.keepalive_time", "Keepalive Time", FT_UINT32, BASE_DEC) \
    C(129, "Failover Reconfigure Data", dhcpv6_failover_key) \
    O(130, "Failover Relationship Name", STRING, NULL, "dhcpv6.failover.relationship_name", "Relationship Name", FT_STRING) \
    C(131, "Failover Server Flags", dhcpv6_failover_server) \
    O(132, "Failover Server State", UINT8, "Failover", "dhcpv6.failover.server_state", "Server State", FT_UINT8, BASE_DEC, .values = &dhcpv6_fo_server_state) \
    O(133, "Failover Start Time of State", UINT32, "Failover", "dhcpv6.failover.start_time_of_state", "Start Time of State", FT_UINT32, BASE_DEC) \
    O(134, "Failover State Expiration Time", UINT32, "Failover", "dhcpv6.failover.state_expiration_time", "State Expiration Time", FT_UINT32, BASE_DEC) \
    O(135, "Relay Source Port", UINT16, "Relay Port", "dhcpv6.relay_port", "Downstream Source Port", FT_UINT16, BASE_DEC) \
    N(136, "SZTP Redirect") \
    N(137, "Softwire Source Binding Prefix Hint") \
    N(143, "ANDSF IPv6 Address") \
    N(165, "Mobile IPv6 Home Agent") \
    N(166, "Mobile IPv6 Home Address") \
    N(167, "Network Access Identifier")

#define DHCPV6_FIELDS(F) \
    F(DHCPV6, "dhcpv6", "DHCPv6", FT_PROTOCOL) \
    F(OPTION, "", "option", FT_NONE) \
    F(USER_CLASS_PART, "", "User Class suboption", FT_NONE) \
    F(SIP_DOMAINS, "", "SIP Servers Domain Search List", FT_NONE) \
    F(SEARCH_DOMAINS, "", "Domain name suffix search list", FT_NONE) \
    F(NIS_DOMAINS, "", "nis-domain-name", FT_NONE) \
    F(NISP_DOMAINS, "", "nisp-domain-name", FT_NONE) \
    F(BCMCS_DOMAINS, "", "BCMCS Servers Domain Search List", FT_NONE) \
    F(ERROR_ROOT, "", "ERROR: A root-only domain name cannot be resolved.", FT_NONE) \
    F(ERROR_TLD, "", "WARNING: TLDs are rarely resolvable ", FT_NONE) \
    F(ERROR_EXCEEDS, "", "ERROR: FQDN exceeds length of the domain name field", FT_NONE) \
    F(ERROR_PARTIAL, "", "ERROR: Partial name is preceded by an FQDN", FT_NONE) \
    F(ERROR_NOT_DNS, "", "ERROR: This name is not a DNS record encoded", FT_NONE) \
    F(ERROR_LONG, "", "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]", FT_NONE) \
    F(ERROR_S_BIT, "", "ERROR: When the N-bit is set, the S-bit must be reset", FT_NONE) \
    F(ERROR_TYPE, "", "This message type is not permitted to use OPTION_CLIENT_FQDN", FT_NONE) \
    F(BULK_OPTIONS, "", "DHCPv6 Options", FT_NONE) \
    F(NTP_PART, "", "NTP Server suboption", FT_NONE, .label_fn = dhcpv6_ntp_label) \
    F(MSGTYPE, "dhcpv6.msgtype", "Message type", FT_UINT8, BASE_DEC, .values = &dhcpv6_msgtype) \
    F(HOPCOUNT, "dhcpv6.hopcount", "Hopcount", FT_UINT8, BASE_DEC) \
    F(XID, "dhcpv6.xid", "Transaction ID", FT_UINT24, BASE_HEX) \
    F(LINKADDR, "dhcpv6.linkaddr", "Link address", FT_IPv6) \
    F(PEERADDR, "dhcpv6.peeraddr", "Peer address", FT_IPv6) \
    F(OPTION_TYPE, "dhcpv6.option.type", "Option", FT_UINT16, BASE_DEC, .values = &dhcpv6_option_type) \
    F(OPTION_LENGTH, "dhcpv6.option.length", "Length", FT_UINT16, BASE_DEC) \
    F(OPTION_TYPE_STR, "dhcpv6.option.type_str", "Option", FT_STRING, .text = dhcpv6_option_text, .label_fn = dhcpv6_option_text) \
    F(CLIENTFQDN_BAD_MSGTYPE, "dhcpv6.clientfqdn.bad_msgtype", "Illegal Message Type", FT_UINT8, BASE_HEX, .values = &dhcpv6_msgtype, .label_fn = dhcpv6_bad_type_label) \
    F(CLIENT_FQDN_FLAGS, "dhcpv6.client_fqdn_flags", "Flags", FT_UINT8, BASE_HEX, .suffix = dhcpv6_fqdn_suffix) \
    F(CLIENTFQDN_CLIENT_S, "dhcpv6.clientfqdn.client.s", "S bit", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &dhcpv6_truth_clientfqdn_client_s) \
    F(CLIENTFQDN_CLIENT_N, "dhcpv6.clientfqdn.client.n", "N bit", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &dhcpv6_truth_clientfqdn_client_n) \
    F(CLIENTFQDN_SERVER_S, "dhcpv6.clientfqdn.server.s", "S bit", FT_BOOLEAN, BITS_8, .mask = 0x01, .truth = &dhcpv6_truth_clientfqdn_server_s) \
    F(CLIENTFQDN_SERVER_O, "dhcpv6.clientfqdn.server.o", "O bit", FT_BOOLEAN, BITS_8, .mask = 0x02, .truth = &dhcpv6_truth_clientfqdn_server_o) \
    F(CLIENTFQDN_SERVER_N, "dhcpv6.clientfqdn.server.n", "N bit", FT_BOOLEAN, BITS_8, .mask = 0x04, .truth = &dhcpv6_truth_clientfqdn_server_n) \
    F(DOMAIN_FIELD_LEN, "dhcpv6.domain_field_len", "Empty domain name - field length", FT_UINT16, BASE_DEC, .label_fn = dhcpv6_empty_label) \
    F(BOGUS_LABEL_LENGTH, "dhcpv6.bogus_label_length", "Non-DNS encoded name. Label length exceeds 63", FT_UINT8, BASE_DEC, .label_fn = dhcpv6_bogus_label) \
    F(DOMAIN_FIELD_LEN_EXCEEDED, "dhcpv6.domain_field_len_exceeded", "Remaining length in the domain name field exceeded", FT_UINT8, BASE_DEC, .label_fn = dhcpv6_exceeded_label) \
    F(DECODED_PORTION, "dhcpv6.decoded_portion", "Portion successfully decoded", FT_STRING, .label_fn = dhcpv6_decoded_label) \
    F(ENCODED_FQDN_GT_255, "dhcpv6.encoded_fqdn_gt_255", "DNS-encoded labels of FQDN exceed 255 octets", FT_UINT16, BASE_DEC, .label_fn = dhcpv6_long_label) \
    F(ROOT_ONLY_DOMAIN_NAME, "dhcpv6.root_only_domain_name", "Root only domain name", FT_STRING) \
    F(TLD, "dhcpv6.tld", "Top Level Domain name", FT_STRING, .label_fn = dhcpv6_tld_label) \
    F(PARTIAL_NAME_PRECEDED_BY_FQDN, "dhcpv6.partial_name_preceded_by_fqdn", "Partial name preceded by FQDN", FT_STRING, .label_fn = dhcpv6_partial_label) \
    F(REMOTEID_ENTERPRISE, "dhcpv6.remoteid.enterprise", "Enterprise ID", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(DUID_BYTES, "dhcpv6.duid.bytes", "DUID", FT_BYTES) \
    F(DUID_TYPE, "dhcpv6.duid.type", "DUID Type", FT_UINT16, BASE_DEC, .values = &dhcpv6_duid_type) \
    F(DUIDLLT_TIME, "dhcpv6.duidllt.time", "DUID Time", FT_ABSOLUTE_TIME, BASE_UTC) \
    F(DUIDLLT_LINK_LAYER_ADDR, "dhcpv6.duidllt.link_layer_addr", "Link-layer address", FT_STRING, .text = dhcpv6_link_address_text) \
    F(DUIDLLT_HWTYPE, "dhcpv6.duidllt.hwtype", "Hardware type", FT_UINT16, BASE_DEC, .values = &hardware_types) \
    F(DUIDLL_HWTYPE, "dhcpv6.duidll.hwtype", "Hardware type", FT_UINT16, BASE_DEC, .values = &hardware_types) \
    F(DUIDEN_ENTERPRISE, "dhcpv6.duiden.enterprise", "Enterprise ID", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(DUIDEN_IDENTIFIER, "dhcpv6.duiden.identifier", "Identifier", FT_BYTES) \
    F(DUIDLL_LINK_LAYER_ADDR, "dhcpv6.duidll.link_layer_addr", "Link-layer address", FT_STRING, .text = dhcpv6_link_address_text) \
    F(DUIDUUID_BYTES, "dhcpv6.duiduuid.bytes", "UUID", FT_BYTES) \
    F(IAID, "dhcpv6.iaid", "IAID", FT_STRING, .text = dhcpv6_hex_text) \
    F(IAID_T1, "dhcpv6.iaid.t1", "T1", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(IAID_T2, "dhcpv6.iaid.t2", "T2", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(IATA, "dhcpv6.iata", "IATA", FT_STRING, .text = dhcpv6_hex_text) \
    F(IAADDR_IP, "dhcpv6.iaaddr.ip", "IPv6 address", FT_IPv6) \
    F(IAADDR_PREF_LIFETIME, "dhcpv6.iaaddr.pref_lifetime", "Preferred lifetime", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(IAADDR_VALID_LIFETIME, "dhcpv6.iaaddr.valid_lifetime", "Valid lifetime", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(REQUESTED_OPTION_CODE, "dhcpv6.requested_option_code", "Requested Option code", FT_UINT16, BASE_DEC, .values = &dhcpv6_option_type) \
    F(ELAPSED_TIME, "dhcpv6.elapsed_time", "Elapsed time", FT_UINT16, BASE_DEC, .label_fn = dhcpv6_elapsed_label) \
    F(AUTH_PROTOCOL, "dhcpv6.auth.protocol", "Protocol", FT_UINT8, BASE_DEC) \
    F(AUTH_ALGORITHM, "dhcpv6.auth.algorithm", "Algorithm", FT_UINT8, BASE_DEC) \
    F(AUTH_RDM, "dhcpv6.auth.rdm", "RDM", FT_UINT8, BASE_DEC) \
    F(AUTH_REPLAY_DETECTION, "dhcpv6.auth.replay_detection", "Replay Detection", FT_BYTES) \
    F(AUTH_INFO, "dhcpv6.auth.info", "Authentication Information", FT_BYTES) \
    F(AUTH_REALM, "dhcpv6.auth.realm", "DHCP realm", FT_STRING) \
    F(AUTH_KEY_ID, "dhcpv6.auth.key_id", "Key ID", FT_UINT32, BASE_DEC) \
    F(AUTH_MD5_DATA, "dhcpv6.auth.md5_data", "HMAC-MD5 data", FT_BYTES) \
    F(STATUS_CODE, "dhcpv6.status_code", "Status Code", FT_UINT16, BASE_DEC, .values = &dhcpv6_status_code) \
    F(STATUS_MSG, "dhcpv6.status_msg", "Status Message", FT_STRING) \
    F(VENDORCLASS_ENTERPRISE, "dhcpv6.vendorclass.enterprise", "Enterprise ID", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(VENDORCLASS_DATA, "dhcpv6.vendorclass.data", "vendor-class-data", FT_STRINGZ) \
    F(VENDOROPTS_ENTERPRISE, "dhcpv6.vendoropts.enterprise", "Enterprise ID", FT_UINT32, BASE_CUSTOM, .custom = enterprise_label) \
    F(VENDOROPTS_ENTERPRISE_OPTION_CODE, "dhcpv6.vendoropts.enterprise.option_code", "Option code", FT_UINT16, BASE_DEC) \
    F(VENDOROPTS_ENTERPRISE_OPTION_LENGTH, "dhcpv6.vendoropts.enterprise.option_length", "Option length", FT_UINT16, BASE_DEC) \
    F(VENDOROPTS_ENTERPRISE_OPTION_DATA, "dhcpv6.vendoropts.enterprise.option_data", "Option data", FT_BYTES) \
    F(INTERFACE_ID, "dhcpv6.interface_id", "Interface-ID", FT_BYTES) \
    F(SIP_SERVER_DOMAIN_SEARCH_FQDN, "dhcpv6.sip_server_domain_search_fqdn", "SIP Server Domain Search FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(SEARCH_LIST_ENTRY, "dhcpv6.search_list_entry", "List entry", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(NIS_FQDN, "dhcpv6.nis_fqdn", "NIS FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(NISP_FQDN, "dhcpv6.nisp_fqdn", "NISP FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(BCMCS_SERVER_FQDN, "dhcpv6.bcmcs_server_fqdn", "BCMCS server FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(REMOTEID_ENTERPRISE_ID, "dhcpv6.remoteid_enterprise_id", "Remote-ID", FT_BYTES) \
    F(CLIENT_DOMAIN, "dhcpv6.client_domain", "Client Domain Name", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(LQ_QUERY, "dhcpv6.lq_query", "Query-type", FT_UINT8, BASE_DEC, .values = &dhcpv6_lq_query) \
    F(LQ_QUERY_LINK_ADDRESS, "dhcpv6.lq_query_link_address", "Link address", FT_IPv6) \
    F(LQ_RELAY_DATA_PEER_ADDR, "dhcpv6.lq_relay_data_peer_addr", "Peer address", FT_IPv6) \
    F(LQ_RELAY_DATA_MSG, "dhcpv6.lq_relay_data_msg", "DHCPv6 relay message", FT_STRING) \
    F(AFTR_NAME, "dhcpv6.aftr_name", "DS-Lite AFTR Name", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(IAPREFIX_PREF_LIFETIME, "dhcpv6.iaprefix.pref_lifetime", "Preferred lifetime", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(IAPREFIX_VALID_LIFETIME, "dhcpv6.iaprefix.valid_lifetime", "Valid lifetime", FT_UINT32, BASE_DEC, .label_fn = dhcpv6_time_label) \
    F(IAPREFIX_PREF_LEN, "dhcpv6.iaprefix.pref_len", "Prefix length", FT_UINT8, BASE_DEC) \
    F(IAPREFIX_PREF_ADDR, "dhcpv6.iaprefix.pref_addr", "Prefix address", FT_IPv6) \
    F(MIP6_HOME_AGENT, "dhcpv6.mip6_home_agent", "Home Agent", FT_IPv6) \
    F(MIP6_HOME_ADDRESS, "dhcpv6.mip6_home_address", "Home Address", FT_IPv6) \
    F(NAI, "dhcpv6.nai", "NAI", FT_STRING) \
    F(PD_EXCLUDE_PREF_LEN, "dhcpv6.pd_exclude.pref_len", "Prefix length", FT_UINT8, BASE_DEC) \
    F(PD_EXCLUDE_SUBNET_ID, "dhcpv6.pd_exclude.subnet_id", "IPv6 subnet ID", FT_BYTES) \
    F(USERCLASS_LENGTH, "dhcpv6.userclass.length", "Length", FT_UINT16, BASE_DEC) \
    F(USERCLASS_OPAQUE_DATA, "dhcpv6.userclass.opaque_data", "Suboption", FT_BYTES) \
    F(NTPSERVER_OPTION_TYPE, "dhcpv6.ntpserver.option.type", "Suboption", FT_UINT16, BASE_DEC, .values = &dhcpv6_ntpserver_option_type) \
    F(NTPSERVER_OPTION_LENGTH, "dhcpv6.ntpserver.option.length", "Length", FT_UINT16, BASE_DEC) \
    F(NTPSERVER_ADDR, "dhcpv6.ntpserver.addr", "NTP Server Address", FT_IPv6) \
    F(NTPSERVER_MC_ADDR, "dhcpv6.ntpserver.mc_addr", "NTP Multicast Address", FT_IPv6) \
    F(FO_CONNECT_FLAGS, "dhcpv6.failover.connect.flags", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(FO_CONNECT_FLAGS_RESERVED, "dhcpv6.failover.connect.flags.reserved", "Reserved", FT_BOOLEAN, BITS_16, .mask = 0xfffe) \
    F(FO_CONNECT_FLAGS_F, "dhcpv6.failover.connect.flags.f", "Fixed PD Length (F)", FT_BOOLEAN, BITS_16, .mask = 0x01) \
    F(FO_DNS_HOSTNAME, "dhcpv6.failover.dns_hostname", "DNS Hostname", FT_STRING) \
    F(FO_DNS_ZONENAME, "dhcpv6.failover.dns_zonename", "DNS Zone Name", FT_STRING) \
    F(FO_DNS_FLAGS, "dhcpv6.failover.dns.flags", "Flags", FT_UINT16, BASE_HEX, .suffix = bits_suffix) \
    F(FO_DNS_FLAGS_RESERVED, "dhcpv6.failover.dns.flags.reserved", "Reserved", FT_BOOLEAN, BITS_16, .mask = 0xfff0) \
    F(FO_DNS_FLAGS_U, "dhcpv6.failover.dns.flags.u", "Using Requested FQDN (U)", FT_BOOLEAN, BITS_16, .mask = 0x08) \
    F(FO_DNS_FLAGS_S, "dhcpv6.failover.dns.flags.s", "Synthesized Name (S)", FT_BOOLEAN, BITS_16, .mask = 0x04) \
    F(FO_DNS_FLAGS_R, "dhcpv6.failover.dns.flags.r", "Rev Uptodate (R)", FT_BOOLEAN, BITS_16, .mask = 0x02) \
    F(FO_DNS_FLAGS_F, "dhcpv6.failover.dns.flags.f", "Fwd Uptodate (F)", FT_BOOLEAN, BITS_16, .mask = 0x01) \
    F(FO_PROTOCOL_MAJOR_VERSION, "dhcpv6.failover.protocol.major_version", "Protocol Major Version", FT_UINT16, BASE_DEC) \
    F(FO_PROTOCOL_MINOR_VERSION, "dhcpv6.failover.protocol.minor_version", "Protocol Minor Version", FT_UINT16, BASE_DEC) \
    F(FO_RECONFIGURE_TIME, "dhcpv6.failover.reconfigure_time", "Reconfigure Time", FT_UINT32, BASE_DEC) \
    F(FO_RECONFIGURE_KEY, "dhcpv6.failover.reconfigure_key", "Reconfigure Key", FT_BYTES) \
    F(FO_SERVER_FLAGS, "dhcpv6.failover.server.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix) \
    F(FO_SERVER_FLAGS_RESERVED, "dhcpv6.failover.server.flags.reserved", "Reserved", FT_BOOLEAN, BITS_8, .mask = 0xf8) \
    F(FO_SERVER_FLAGS_A, "dhcpv6.failover.server.flags.a", "Ack Startup (A)", FT_BOOLEAN, BITS_8, .mask = 0x04) \
    F(FO_SERVER_FLAGS_S, "dhcpv6.failover.server.flags.s", "Startup (S)", FT_BOOLEAN, BITS_8, .mask = 0x02) \
    F(FO_SERVER_FLAGS_C, "dhcpv6.failover.server.flags.c", "Communicated (C)", FT_BOOLEAN, BITS_8, .mask = 0x01) \
    F(NTPSERVER_FQDN, "dhcpv6.ntpserver.fqdn", "NTP Server FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(CCC_SUBOPTION, "dhcpv6.packetcable.ccc.suboption", "Sub element", FT_UINT16, BASE_DEC, .values = &dhcpv6_ccc_suboption) \
    F(CCC_PRI_DHCP, "dhcpv6.packetcable.ccc.pri_dhcp", "Primary DHCP", FT_IPv4) \
    F(CCC_SEC_DHCP, "dhcpv6.packetcable.ccc.sec_dhcp", "Secondary DHCP", FT_IPv4) \
    F(CCCV6_SUBOPTION, "dhcpv6.packetcable.cccV6.suboption", "Sub element", FT_UINT16, BASE_DEC, .values = &dhcpv6_cccv6_suboption, .suffix = dhcpv6_bogus_suffix) \
    F(DOCSIS_CCCV6_TLV5_SUBOPTION, "dhcpv6.docsis.cccV6.tlv5.suboption", "Type", FT_UINT16, BASE_DEC, .values = &dhcpv6_docsis_cccv6_tlv5_suboption) \
    F(CCCV6_TLV5_SUBOPTION, "dhcpv6.packetcable.cccV6.tlv5.suboption", "Type", FT_UINT16, BASE_DEC, .values = &dhcpv6_cccv6_tlv5_suboption) \
    F(CCCV6_TLV5_SUBOPTION_LENGTH, "dhcpv6.cccV6.tlv5.suboption.length", "Length", FT_UINT16, BASE_DEC) \
    F(CCCV6_TLV5_SUBOPTION_VALUE, "dhcpv6.cccV6.tlv5.suboption.value", "Value", FT_BYTES) \
    F(CCCV6_TLV5_SUBOPTION_VALUE_NUMBER, "dhcpv6.cccV6.tlv5.suboption.value_number", "Value", FT_UINT16, BASE_DEC) \
    F(CCCV6_PRI_DSS, "dhcpv6.packetcable.cccV6.pri_dss", "Primary SSID", FT_STRINGZ) \
    F(CCCV6_SEC_DSS, "dhcpv6.packetcable.cccV6.sec_dss", "Secondary SSID", FT_STRINGZ) \
    F(CCCV6_PROV_SRV_TYPE, "dhcpv6.packetcable.cccV6.prov_srv.type", "Type", FT_UINT8, BASE_DEC, .values = &dhcpv6_cccv6_prov_srv_type) \
    F(CCCV6_PROV_SRV_FQDN, "dhcpv6.packetcable.cccV6.prov_srv.fqdn", "FQDN", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(CCCV6_PROV_SRV_IPV6, "dhcpv6.packetcable.cccV6.prov_srv.ipv6", "IPv6 address", FT_IPv6) \
    F(CCCV6_AS_KRB_NOMINAL_TIMEOUT, "dhcpv6.packetcable.cccV6.as_krb.nominal_timeout", "Nominal Timeout", FT_UINT32, BASE_DEC) \
    F(CCCV6_AS_KRB_MAX_TIMEOUT, "dhcpv6.packetcable.cccV6.as_krb.max_timeout", "Maximum Timeout", FT_UINT32, BASE_DEC) \
    F(CCCV6_AS_KRB_MAX_RETRY_COUNT, "dhcpv6.packetcable.cccV6.as_krb.max_retry_count", "Maximum Retry Count", FT_UINT32, BASE_DEC) \
    F(CCCV6_AP_KRB_NOMINAL_TIMEOUT, "dhcpv6.packetcable.cccV6.ap_krb.nominal_timeout", "Nominal Timeout", FT_UINT32, BASE_DEC) \
    F(CCCV6_AP_KRB_MAX_TIMEOUT, "dhcpv6.packetcable.cccV6.ap_krb.max_timeout", "Maximum Timeout", FT_UINT32, BASE_DEC) \
    F(CCCV6_AP_KRB_MAX_RETRY_COUNT, "dhcpv6.packetcable.cccV6.ap_krb.max_retry_count", "Maximum Retry Count", FT_UINT32, BASE_DEC) \
    F(CCCV6_KRB_REALM, "dhcpv6.packetcable.cccV6.krb_realm", "KRB Realm", FT_STRING, .label_fn = dhcpv6_name_label) \
    F(CCCV6_TGT_FLAG, "dhcpv6.packetcable.cccV6.tgt_flag", "TGT Flags", FT_UINT8, BASE_HEX) \
    F(CCCV6_TGT_FLAG_FETCH, "dhcpv6.packetcable.cccV6.tgt_flag.fetch", "Fetch TGT", FT_BOOLEAN, BITS_8, .mask = 0x01) \
    F(CCCV6_PROV_TIMER, "dhcpv6.packetcable.cccV6.prov_timer", "Provisioning timer", FT_UINT8, BASE_DEC) \
    F(CCCV6_SEC_TCM, "dhcpv6.packetcable.cccV6.sec_tcm", "SEC TCM Flags", FT_UINT16, BASE_HEX) \
    F(CCCV6_SEC_TCM_PROVISIONING_SERVER, "dhcpv6.packetcable.cccV6.sec_tcm.provisioning_server", "Provisioning Server", FT_BOOLEAN, BITS_16, .mask = 0x01, .truth = &dhcpv6_truth_cccv6_sec_tcm_provisioning_server) \
    F(CCCV6_TGT_FLAG_CALL_MANAGER_SERVER, "dhcpv6.packetcable.cccV6.tgt_flag.call_manager_server", "Call Manager Servers", FT_BOOLEAN, BITS_16, .mask = 0x02, .truth = &dhcpv6_truth_cccv6_tgt_flag_call_manager_server) \
    F(CABLELABS_OPT, "dhcpv6.cablelabs.opt", "Suboption", FT_UINT16, BASE_DEC, .values = &dhcpv6_cablelabs_opt, .label_fn = dhcpv6_cable_label) \
    F(CABLELABS_IPV6_SERVER, "dhcpv6.cablelabs.ipv6_server", "IPv6 address", FT_IPv6, .label_fn = dhcpv6_numbered_label) \
    F(CABLELABS_DOCSIS_VERSION_NUMBER, "dhcpv6.cablelabs.docsis_version_number", "DOCSIS Version Number", FT_UINT16, BASE_CUSTOM, .custom = dhcpv6_version_text) \
    F(CABLELABS_DPOE_SERVER_VERSION_NUMBER, "dhcpv6.cablelabs.dpoe_server_version_number", "DPoE Server Version Number", FT_UINT16, BASE_CUSTOM, .custom = dhcpv6_version_text) \
    F(CABLELABS_INTERFACE_ID, "dhcpv6.cablelabs.interface_id", "Interface-ID", FT_STRING) \
    F(CABLELABS_INTERFACE_ID_LINK_ADDRESS, "dhcpv6.cablelabs.interface_id_link_address", "Link Address", FT_STRING, .text = dhcpv6_ether_text) \
    F(S46_RULE_FLAGS, "dhcpv6.s46_rule.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix) \
    F(S46_RULE_FLAGS_RESERVED, "dhcpv6.s46_rule.flags.reserved", "Reserved", FT_BOOLEAN, BITS_8, .mask = 0xfe) \
    F(S46_RULE_FLAGS_FMR, "dhcpv6.s46_rule.flags.fmr", "Forwarding Mapping Rule", FT_BOOLEAN, BITS_8, .mask = 0x01) \
    F(S46_RULE_EA_LEN, "dhcpv6.s46_rule.ea_len", "EA-bit length", FT_UINT8, BASE_DEC) \
    F(S46_RULE_IPV4_PREF_LEN, "dhcpv6.s46_rule.ipv4_pref_len", "IPv4 prefix length", FT_UINT8, BASE_DEC) \
    F(S46_RULE_IPV4_PREFIX, "dhcpv6.s46_rule.ipv4_prefix", "IPv4 prefix", FT_IPv4) \
    F(S46_RULE_IPV6_PREFIX_LEN, "dhcpv6.s46_rule.ipv6_prefix_len", "IPv6 prefix length", FT_UINT8, BASE_DEC) \
    F(S46_RULE_IPV6_PREFIX, "dhcpv6.s46_rule.ipv6_prefix", "IPv6 prefix", FT_IPv6) \
    F(S46_DMR_DMR_PREF_LEN, "dhcpv6.s46_dmr.dmr_pref_len", "IPv6 prefix length", FT_UINT8, BASE_DEC) \
    F(S46_DMR_DMR_PREFIX, "dhcpv6.s46_dmr.dmr_prefix", "IPv6 prefix", FT_IPv6) \
    F(S46_V4V6BIND_IPV4_ADDRESS, "dhcpv6.s46_v4v6bind.ipv4_address", "IPv4 Address", FT_IPv4) \
    F(S46_V4V6BIND_IPV6_PREF_LEN, "dhcpv6.s46_v4v6bind.ipv6_pref_len", "IPv6 prefix length", FT_UINT8, BASE_DEC) \
    F(S46_V4V6BIND_IPV6_PREFIX, "dhcpv6.s46_v4v6bind.ipv6_prefix", "IPv6 prefix", FT_IPv6) \
    F(S46_PORTPARAM_OFFSET, "dhcpv6.s46_portparam.offset", "Offset", FT_UINT8, BASE_DEC) \
    F(S46_PORTPARAM_PSID_LEN, "dhcpv6.s46_portparam.psid_len", "PSID length", FT_UINT8, BASE_DEC) \
    F(S46_PORTPARAM_PSID, "dhcpv6.s46_portparam.psid", "PSID", FT_UINT16, BASE_DEC)

#endif
