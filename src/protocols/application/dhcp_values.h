/* dhcp_values.h - names of DHCP's numbers. */
#ifndef PROTOCOLS_APPLICATION_DHCP_VALUES_H
#define PROTOCOLS_APPLICATION_DHCP_VALUES_H

#include "dissect/field.h"

extern const struct values dhcp_type, dhcp_pktc_mta_cap_type, dhcp_cm_cap_type, dhcp_client_id_duid_type,
    dhcp_pxe_boot_servers_type, dhcp_pxe_boot_menu_type, dhcp_cl_address_realm, dhcp_alu_app_type,
    dhcp_bsdp_message_type, dhcp_bsdp_boot_image_attribute_install, dhcp_bsdp_boot_image_attribute_kind,
    dhcp_netbios_over_tcpip_node_type, dhcp_option_overload, dhcp_message_types, dhcp_slp_directory_agent_value,
    dhcp_slp_service_scope_value, dhcp_auth_protocol, dhcp_auth_alg_delay, dhcp_auth_rdm,
    dhcp_client_system_architecture, dhcp_civic_location_what, dhcp_civic_location_ca_type,
    dhcp_dhcp_auto_configuration, dhcp_sip_server_encoding, dhcp_rfc3825_error, dhcp_rfc3825_altitude_type,
    dhcp_vi_class_cl_address_mode, dhcp_forcerenew_nonce_algorithm, dhcp_rdnss_preference, dhcp_bulk_lease_status_code,
    dhcp_bulk_lease_dhcp_state, dhcp_pc_ietf_ccc_suboption, dhcp_pc_i05_ccc_suboption, dhcp_map_datum, dhcp_dss_id_type,
    dhcp_vi_cl_suboption, dhcp_mib_environment, dhcp_pxe_suboption, dhcp_cl_suboption, dhcp_alu_suboption,
    dhcp_bsdp_suboption, dhcp_aci_suboption, dhcp_agent_suboption, dhcp_novell_suboption, dhcp_vi_tr111_suboption;
extern const struct truth dhcp_truth_bulk_lease_data_source, dhcp_truth_flags_bc, dhcp_truth_fqdn_e, dhcp_truth_fqdn_n,
    dhcp_truth_fqdn_o, dhcp_truth_fqdn_s, dhcp_truth_isns_functions_dd_base_authorization,
    dhcp_truth_isns_functions_sec_policy_distribution, dhcp_truth_isns_server_security_bitmap_transport_mode,
    dhcp_truth_isns_server_security_bitmap_tunnel_mode;

#endif
