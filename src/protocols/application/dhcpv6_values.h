/* dhcpv6_values.h - names of DHCPv6's numbers. */
#ifndef PROTOCOLS_APPLICATION_DHCPV6_VALUES_H
#define PROTOCOLS_APPLICATION_DHCPV6_VALUES_H

#include "dissect/field.h"

extern const struct values dhcpv6_option_type, dhcpv6_msgtype, dhcpv6_duid_type, dhcpv6_status_code, dhcpv6_lq_query,
    dhcpv6_ntpserver_option_type, dhcpv6_option_code, dhcpv6_fo_binding_status, dhcpv6_fo_server_state,
    dhcpv6_ccc_suboption, dhcpv6_cccv6_suboption, dhcpv6_docsis_cccv6_tlv5_suboption, dhcpv6_cccv6_tlv5_suboption,
    dhcpv6_cccv6_prov_srv_type, dhcpv6_cablelabs_opt;
extern const struct truth dhcpv6_truth_clientfqdn_client_s, dhcpv6_truth_clientfqdn_client_n,
    dhcpv6_truth_clientfqdn_server_s, dhcpv6_truth_clientfqdn_server_o, dhcpv6_truth_clientfqdn_server_n,
    dhcpv6_truth_cccv6_sec_tcm_provisioning_server, dhcpv6_truth_cccv6_tgt_flag_call_manager_server;

#endif
