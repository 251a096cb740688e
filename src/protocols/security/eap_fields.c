/* eap_fields.c - the rows of EAP and the names of their values. */
#include "protocols/security/eap_rows.h"

VALUES(sim_subtypes,
    { 10, "Start" }, { 11, "Challenge" }, { 12, "Notification" }, { 13, "Re-authentication" }, { 14, "Client-Error" });
VALUES(sim_subtype_types,
    { 1, "AT_RAND" }, { 2, "AT_AUTN" }, { 3, "AT_RES" }, { 4, "AT_AUTS" }, { 6, "AT_PADDING" }, { 7, "AT_NONCE_MT" },
    { 10, "AT_PERMANENT_ID_REQ" }, { 11, "AT_MAC" }, { 12, "AT_NOTIFICATION" }, { 13, "AT_ANY_ID_REQ" },
    { 14, "AT_IDENTITY" }, { 15, "AT_VERSION_LIST" }, { 16, "AT_SELECTED_VERSION" }, { 17, "AT_FULLAUTH_ID_REQ" },
    { 19, "AT_COUNTER" }, { 20, "AT_COUNTER_TOO_SMALL" }, { 21, "AT_NONCE_S" }, { 22, "AT_CLIENT_ERROR_CODE" },
    { 23, "AT_KDF_INPUT" }, { 24, "AT_KDF" }, { 128, "Unassigned" }, { 129, "AT_IV" }, { 130, "AT_ENCR_DATA" },
    { 131, "Unassigned" }, { 132, "AT_NEXT_PSEUDONYM" }, { 133, "AT_NEXT_REAUTH_ID" }, { 134, "AT_CHECKCODE" },
    { 135, "AT_RESULT_IND" }, { 136, "AT_BIDDING" }, { 137, "AT_IPMS_IND" }, { 138, "AT_IPMS_RES" }, { 139, "AT_TRUST_IND" },
    { 140, "AT_SHORT_NAME_FOR_NETWORK" }, { 141, "AT_FULL_NAME_FOR_NETWORK" }, { 142, "AT_RQSI_IND" }, { 143, "AT_RQSI_RES" },
    { 144, "AT_TWAN_CONN_MODE" }, { 145, "AT_VIRTUAL_NETWORK_ID" }, { 146, "AT_VIRTUAL_NETWORK_REQ" },
    { 147, "AT_CONNECTIVITY_TYPE" }, { 148, "AT_HANDOVER_INDICATION" }, { 149, "AT_HANDOVER_SESSION_ID" },
    { 150, "AT_MN_SERIAL_ID" }, { 151, "AT_DEVICE_IDENTITY" });
VALUES(sim_notification_types,
    { 0, "General Failure after Authentication" }, { 0x402, "User has been temporarily denied access" },
    { 0x407, "User has not subscribed to the requested service" },
    { 0x2000, "Failure to Terminate the Authentication Exchange" }, { 0x4000, "General Failure" }, { 0x8000, "Success" });
VALUES(sim_error_codes,
    { 0, "Unable to process packet" }, { 1, "Unsupported version" }, { 2, "Insufficient number of challenges" },
    { 3, "RANDs are not fresh" });
VALUES(aka_subtypes,
    { 1, "AKA-Challenge" }, { 2, "AKA-Authentication-Reject" }, { 4, "AKA-Synchronization-Failure" }, { 5, "AKA-Identity" },
    { 12, "Notification" }, { 13, "Re-authentication" }, { 14, "Client-Error" });
VALUES(ms_chap_v2_opcodes,
    { 1, "Challenge" }, { 2, "Response" }, { 3, "Success" }, { 4, "Failure" }, { 7, "Change-Password" });
VALUES(pax_opcodes,
    { 1, "STD-1" }, { 2, "STD-2" }, { 3, "STD-3" }, { 17, "SEC-1" }, { 18, "SEC-2" }, { 19, "SEC-3" }, { 20, "SEC-4" },
    { 21, "SEC-5" }, { 33, "ACK" });
VALUES(pax_mac_ids,
    { 1, "HMAC_SHA1_128" }, { 2, "HMAC_SHA256_128" });
VALUES(pax_dh_group_ids,
    { 0, "NONE" }, { 1, "2048-bit MODP Group (IANA DH Group 14)" }, { 2, "3072-bit MODP Group (IANA DH Group 15)" },
    { 3, "NIST ECC Group P-256" });
VALUES(pax_public_key_ids,
    { 0, "NONE" }, { 1, "RSAES-OAEP" }, { 2, "RSA-PKCS1-V1_5" }, { 3, "El-Gamal Over NIST ECC Group P-256" });
VALUES(sake_subtypes,
    { 1, "SAKE/Challenge" }, { 2, "SAKE/Confirm" }, { 3, "SAKE/Auth-Reject" }, { 4, "SAKE/Identity" });
VALUES(sake_attr_types,
    { 1, "Server Nonce RAND_S" }, { 2, "Peer Nonce RAND_P" }, { 3, "Server MIC" }, { 4, "Peer MIC" }, { 5, "Server FQDN" },
    { 6, "Peer NAI (tmp, perm)" }, { 7, "Server chosen SPI SPI_S" }, { 8, "Peer SPI list SPI_P" },
    { 9, "Requires any Peer Id (tmp, perm)" }, { 10, "Requires Peer's permanent Id/NAI" },
    { 128, "Contains encrypted attributes" }, { 129, "IV for encrypted attributes" },
    { 130, "Padding for encrypted attributes" }, { 131, "TempID for next EAP-SAKE phase" }, { 132, "MSK Lifetime" });
VALUES(gpsk_opcodes,
    { 0, "Reserved" }, { 1, "GPSK-1" }, { 2, "GPSK-2" }, { 3, "GPSK-3" }, { 4, "GPSK-4" }, { 5, "Fail" },
    { 6, "Protected Fail" });
VALUES(gpsk_failure_codes,
    { 0, "Reserved" }, { 1, "PSK Not Found" }, { 2, "Authentication Failure" }, { 3, "Authorization Failure" });
VALUES(msauth_tlv_types,
    { 0, "Unassigned" }, { 3, "Result" }, { 12, "Cryptobinding" });
VALUES(msauth_tlv_states,
    { 1, "Success" }, { 2, "Failure" });
VALUES(msauth_tlv_crypto_subtypes,
    { 0, "Binding Request" }, { 1, "Binding Response" });
VALUES(ext_vendor_ids,
    { 0x372a, "WFA" });
VALUES(ext_vendor_types,
    { 1, "SimpleConfig" });
SHARED_VALUES(eap_codes,
    { 1, "Request" }, { 2, "Response" }, { 3, "Success" }, { 4, "Failure" }, { 5, "Initiate" }, { 6, "Finish" });
SHARED_VALUES(eap_types,
    { 1, "Identity" }, { 2, "Notification" }, { 3, "Legacy Nak (Response Only)" },
    { 4, "MD5-Challenge EAP (EAP-MD5-CHALLENGE)" }, { 5, "One-Time Password EAP (EAP-OTP)" },
    { 6, "Generic Token Card EAP (EAP-GTC)" }, { 7, "Allocated" }, { 8, "Allocated" },
    { 9, "RSA Public Key Authentication EAP (EAP-RSA-PKA)" }, { 10, "DSS Unilateral EAP (EAP-DSS)" },
    { 11, "KEA EAP (EAP-KEA)" }, { 12, "KEA Validate EAP (EAP-KEA-VALIDATE)" }, { 13, "TLS EAP (EAP-TLS)" },
    { 14, "Defender Token EAP (EAP-AXENT)" }, { 15, "RSA Security SecurID EAP (EAP-RSA-SECURID)" },
    { 16, "Arcot Systems EAP (EAP-ARCOT-SYSTEMS)" }, { 17, "Cisco Wireless EAP / Lightweight EAP (EAP-LEAP)" },
    { 18, "GSM Subscriber Identity Modules EAP (EAP-SIM)" },
    { 19, "Secure Remote Password SHA1 Part 1 EAP (EAP-SRP-SHA1-PART1)" },
    { 20, "Secure Remote Password SHA1 Part 2 EAP (EAP-SRP-SHA1-PART2)" }, { 21, "Tunneled TLS EAP (EAP-TTLS)" },
    { 22, "Remote Access Service EAP (EAP-RAS)" }, { 23, "UMTS Authentication and Key Agreement EAP (EAP-AKA)" },
    { 24, "3Com Wireless EAP (EAP-3COM-WIRELESS)" }, { 25, "Protected EAP (EAP-PEAP)" },
    { 26, "MS-Authentication EAP (EAP-MS-AUTH)" }, { 27, "Mutual Authentication w/Key Exchange EAP (EAP-MAKE)" },
    { 28, "CRYPTOCard EAP (EAP-CRYPTOCARD)" }, { 29, "MS-CHAP-v2 EAP (EAP-MS-CHAP-V2)" }, { 30, "DynamID EAP (EAP-DYNAMID)" },
    { 31, "Rob EAP (EAP-ROB)" }, { 32, "Protected One-Time Password EAP (EAP-POTP)" },
    { 33, "MS-Authentication TLV EAP (EAP-MS-AUTH-TLV)" }, { 34, "SentriNET (EAP-SENTRINET)" },
    { 35, "Actiontec Wireless EAP (EAP-ACTIONTEC-WIRELESS)" },
    { 36, "Cogent Systems Biometrics Authentication EAP (EAP-COGENT-BIOMETRIC)" },
    { 37, "AirFortress EAP (EAP-AIRFORTRESS)" }, { 38, "HTTP Digest EAP (EAP-HTTP-DIGEST)" },
    { 39, "SecureSuite EAP (EAP-SECURESUITE)" }, { 40, "DeviceConnect EAP (EAP-DEVICECONNECT)" },
    { 41, "Simple Password Exponential Key Exchange EAP (EAP-SPEKE)" }, { 42, "MOBAC EAP (EAP-MOBAC)" },
    { 43, "Flexible Authentication via Secure Tunneling EAP (EAP-FAST)" }, { 44, "ZoneLabs EAP (EAP-ZLXEAP)" },
    { 45, "Link EAP (EAP-LINK)" }, { 46, "Password Authenticated eXchange EAP (EAP-PAX)" },
    { 47, "Pre-Shared Key EAP (EAP-PSK)" }, { 48, "Shared-secret Authentication and Key Establishment EAP (EAP-SAKE)" },
    { 49, "Internet Key Exchange v2 EAP (EAP-IKEv2)" }, { 50, "UMTS Authentication and Key Agreement' EAP (EAP-AKA')" },
    { 51, "Generalized Pre-Shared Key EAP (EAP-GPSK)" }, { 52, "Password EAP (EAP-pwd)" },
    { 53, "Encrypted Key Exchange v1 EAP (EAP-EKEv1)" }, { 55, "Tunneled EAP protocol" }, { 254, "Expanded Type" },
    { 255, "Experimental" });

/* --- labels ----------------------------------------------------------------------------------- */

static void attribute_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p == NULL)
        return;
    sb_str(sb, registry_field(n->field)->label);
    sb_printf(sb, ": %s (%u)", values_or(&sim_subtype_types, *p, "Unknown"), *p);
}

static void sake_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    sb_str(sb, "EAP-SAKE Attribute: ");
    if (p != NULL)
        sb_str(sb, values_or(&sake_attr_types, *p, "Unknown"));
}

static void tlv_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p == NULL)
        return;
    uint32_t type = be16(p) & 0x3fffu;
    sb_printf(sb, "TLV: t=%s(%u) l=%u", values_or(&msauth_tlv_types, type, "Unknown"), type, be16(p + 2) + 4u);
}

static void expanded_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    enum { WIFI_ALLIANCE = 0x372a, SIMPLE_CONFIG = 1 };
    const uint8_t *p = node_bytes(d, n, 0, 7);
    bool wps = p != NULL && be24(p) == WIFI_ALLIANCE && be32(p + 3) == SIMPLE_CONFIG;
    sb_str(sb, wps ? "Expanded Type (Wifi Alliance, WifiProtectedSetup)" : "Expanded Type");
}

/* 3GPP TS 23.003, section 14: what the first character of a name says of it. */
static void identity_type_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    VALUES(kinds, { 0, "Encrypted IMSI" }, { '0', "EAP-AKA Permanent" }, { '1', "EAP-SIM Permanent" },
           { '2', "EAP-AKA Pseudonym" }, { '3', "EAP-SIM Pseudonym" }, { '4', "EAP-AKA Reauth ID" },
           { '5', "EAP-SIM Reauth ID" }, { '6', "EAP-AKA Prime Permanent" }, { '7', "EAP-AKA Prime Pseudonym" },
           { '8', "EAP-AKA Prime Reauth ID" }, { 'C', "Conservative Peer" }, { 'a', "Anonymous Identity" });
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p != NULL)
        sb_str(sb, values_or(&kinds, *p, "Unknown"));
}

/* --- rows ------------------------------------------------------------------------------------- */

const struct field eap_fields[EAP_ROWS] = {
    [EAP] = { "eap", "Extensible Authentication Protocol", FT_PROTOCOL },
    [CODE] = { "eap.code", "Code", FT_UINT8, BASE_DEC, .values = &eap_codes },
    [ID] = { "eap.id", "Id", FT_UINT8, BASE_DEC },
    [LEN] = { "eap.len", "Length", FT_UINT16, BASE_DEC },
    [TYPE] = { "eap.type", "Type", FT_UINT8, BASE_DEC, .values = &eap_types },
    [DESIRED_TYPE] = { "eap.desired_type", "Desired Auth Type", FT_UINT8, BASE_DEC, .values = &eap_types },
    [IDENTITY] = { "eap.identity", "Identity", FT_STRING, .flags = ASCII },
    [IDENTITY_PREFIX] = { "eap.identity.prefix", "Identity Prefix", FT_CHAR, BASE_HEX },
    [IDENTITY_TYPE] = { "eap.identity.type", "Identity Type", FT_STRING, .text = identity_type_text },
    [IDENTITY_FULL] = { "eap.identity.full", "Identity (Full)", FT_STRING },
    [IDENTITY_CERT_SN] = { "eap.identity.cert_sn", "Certificate Serial Number", FT_STRING },
    [IDENTITY_MCC] = { "eap.identity.mcc", "Identity Mobile Country Code", FT_UINT16, BASE_DEC },
    [IDENTITY_MNC] = { "eap.identity.mnc", "Identity Mobile Network Code", FT_UINT16, BASE_DEC },
    [IDENTITY_PADDING] = { "eap.identity.padding", "Padding", FT_BYTES },
    [IDENTITY_ACTUAL_LEN] = { "eap.identity.actual_len", "Identity Actual Length", FT_UINT16, BASE_DEC },
    [NOTIFICATION] = { "eap.notification", "Notification", FT_STRING },
    [MD5_VALUE_SIZE] = { "eap.md5.value_size", "EAP-MD5 Value-Size", FT_UINT8, BASE_DEC },
    [MD5_VALUE] = { "eap.md5.value", "EAP-MD5 Value", FT_BYTES },
    [MD5_EXTRA_DATA] = { "eap.md5.extra_data", "EAP-MD5 Extra Data", FT_BYTES },
    [TLS_FLAGS] = { "eap.tls.flags", "EAP-TLS Flags", FT_UINT8, BASE_HEX },
    [TLS_FLAGS_LEN_INCLUDED] = { "eap.tls.flags.len_included", "Length Included", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [TLS_FLAGS_MORE_FRAGMENTS] = { "eap.tls.flags.more_fragments", "More Fragments", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [TLS_FLAGS_START] = { "eap.tls.flags.start", "Start", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [TLS_FLAGS_OUTER_TLV_LEN_INCLUDED] = { "eap.tls.flags.outer_tlv_len_included", "Outer TLV Length Included", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [TLS_FLAGS_VERSION] = { "eap.tls.flags.version", "Version", FT_UINT8, BASE_DEC, .mask = 0x7 },
    [TLS_LEN] = { "eap.tls.len", "EAP-TLS Length", FT_UINT32, BASE_DEC },
    [TLS_FRAGMENT] = { "eap.tls.fragment", "EAP-TLS Fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [TLS_FRAGMENTS] = { "eap.tls.fragments", "EAP-TLS Fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [TLS_FRAGMENT_OVERLAP] = { "eap.tls.fragment.overlap", "Fragment Overlap", FT_BOOLEAN, .flags = GENERATED },
    [TLS_FRAGMENT_OVERLAP_CONFLICT] = { "eap.tls.fragment.overlap_conflict", "Conflicting Data In Fragment Overlap", FT_BOOLEAN, .flags = GENERATED },
    [TLS_FRAGMENT_MULTIPLE_TAILS] = { "eap.tls.fragment.multiple_tails", "Multiple Tail Fragments Found", FT_BOOLEAN, .flags = GENERATED },
    [TLS_FRAGMENT_FRAGMENT_TOO_LONG] = { "eap.tls.fragment.fragment.too_long", "Fragment Too Long", FT_BOOLEAN, .flags = GENERATED },
    [TLS_FRAGMENT_ERROR] = { "eap.tls.fragment.error", "Defragmentation Error", FT_FRAMENUM, .flags = GENERATED },
    [TLS_FRAGMENT_COUNT] = { "eap.tls.fragment.count", "Fragment Count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [TLS_REASSEMBLED_LEN] = { "eap.tls.reassembled.len", "Reassembled EAP-TLS Length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [SIM_SUBTYPE] = { "eap.sim.subtype", "EAP-SIM Subtype", FT_UINT8, BASE_DEC, .values = &sim_subtypes },
    [SIM_RESERVED] = { "eap.sim.reserved", "EAP-SIM Reserved", FT_UINT16, BASE_HEX },
    [SIM_SUBTYPE_ATTRIBUTE] = { "eap.sim.subtype.attribute", "EAP-SIM Attribute", FT_NONE, .label_fn = attribute_label },
    [SIM_SUBTYPE_TYPE] = { "eap.sim.subtype.type", "EAP-SIM Type", FT_UINT8, BASE_DEC, .values = &sim_subtype_types },
    [SIM_SUBTYPE_LEN] = { "eap.sim.subtype.len", "EAP-SIM Length", FT_UINT8, BASE_DEC },
    [SIM_NOTIFICATION_TYPE] = { "eap.sim.notification_type", "EAP-SIM Notification Type", FT_UINT16, BASE_DEC, .values = &sim_notification_types },
    [SIM_ERROR_CODE] = { "eap.sim.error_code", "EAP-SIM Error Code", FT_UINT16, BASE_DEC, .values = &sim_error_codes },
    [SIM_SUBTYPE_VALUE] = { "eap.sim.subtype.value", "EAP-SIM Value", FT_BYTES },
    [AKA_SUBTYPE] = { "eap.aka.subtype", "EAP-AKA Subtype", FT_UINT8, BASE_DEC, .values = &aka_subtypes },
    [AKA_RESERVED] = { "eap.aka.reserved", "EAP-AKA Reserved", FT_UINT16, BASE_HEX },
    [AKA_SUBTYPE_ATTRIBUTE] = { "eap.aka.subtype.attribute", "EAP-AKA Attribute", FT_NONE, .label_fn = attribute_label },
    [AKA_SUBTYPE_TYPE] = { "eap.aka.subtype.type", "EAP-AKA Type", FT_UINT8, BASE_DEC, .values = &sim_subtype_types },
    [AKA_SUBTYPE_LEN] = { "eap.aka.subtype.len", "EAP-AKA Length", FT_UINT8, BASE_DEC },
    [AKA_NOTIFICATION_TYPE] = { "eap.aka.notification_type", "EAP-AKA Notification Type", FT_UINT16, BASE_DEC, .values = &sim_notification_types },
    [AKA_ERROR_CODE] = { "eap.aka.error_code", "EAP-AKA Error Code", FT_UINT16, BASE_DEC, .values = &sim_error_codes },
    [AKA_SUBTYPE_VALUE] = { "eap.aka.subtype.value", "EAP-AKA Value", FT_BYTES },
    [LEAP_VERSION] = { "eap.leap.version", "EAP-LEAP Version", FT_UINT8, BASE_DEC },
    [LEAP_RESERVED] = { "eap.leap.reserved", "EAP-LEAP Reserved", FT_UINT8, BASE_HEX },
    [LEAP_COUNT] = { "eap.leap.count", "EAP-LEAP Count", FT_UINT8, BASE_DEC },
    [LEAP_PEER_CHALLENGE] = { "eap.leap.peer_challenge", "EAP-LEAP Peer-Challenge", FT_BYTES },
    [LEAP_PEER_RESPONSE] = { "eap.leap.peer_response", "EAP-LEAP Peer-Response", FT_BYTES },
    [LEAP_AP_CHALLENGE] = { "eap.leap.ap_challenge", "EAP-LEAP AP-Challenge", FT_BYTES },
    [LEAP_AP_RESPONSE] = { "eap.leap.ap_response", "EAP-LEAP AP-Response", FT_BYTES },
    [LEAP_DATA] = { "eap.leap.data", "EAP-LEAP Data", FT_BYTES },
    [LEAP_NAME] = { "eap.leap.name", "EAP-LEAP Name", FT_STRING },
    [MS_CHAP_V2_OPCODE] = { "eap.ms_chap_v2.opcode", "EAP-MS-CHAP-v2 OpCode", FT_UINT8, BASE_DEC, .values = &ms_chap_v2_opcodes },
    [MS_CHAP_V2_ID] = { "eap.ms_chap_v2.id", "EAP-MS-CHAP-v2 Id", FT_UINT8, BASE_DEC },
    [MS_CHAP_V2_LENGTH] = { "eap.ms_chap_v2.length", "EAP-MS-CHAP-v2 Length", FT_UINT16, BASE_DEC },
    [MS_CHAP_V2_VALUE_SIZE] = { "eap.ms_chap_v2.value_size", "EAP-MS-CHAP-v2 Value-Size", FT_UINT8, BASE_DEC },
    [MS_CHAP_V2_CHALLENGE] = { "eap.ms_chap_v2.challenge", "EAP-MS-CHAP-v2 Challenge", FT_BYTES },
    [MS_CHAP_V2_NAME] = { "eap.ms_chap_v2.name", "EAP-MS-CHAP-v2 Name", FT_STRING },
    [MS_CHAP_V2_PEER_CHALLENGE] = { "eap.ms_chap_v2.peer_challenge", "EAP-MS-CHAP-v2 Peer-Challenge", FT_BYTES },
    [MS_CHAP_V2_RESERVED] = { "eap.ms_chap_v2.reserved", "EAP-MS-CHAP-v2 Reserved", FT_BYTES },
    [MS_CHAP_V2_NT_RESPONSE] = { "eap.ms_chap_v2.nt_response", "EAP-MS-CHAP-v2 NT-Response", FT_BYTES },
    [MS_CHAP_V2_FLAGS] = { "eap.ms_chap_v2.flags", "EAP-MS-CHAP-v2 Flags", FT_UINT8, BASE_HEX },
    [MS_CHAP_V2_RESPONSE] = { "eap.ms_chap_v2.response", "EAP-MS-CHAP-v2 Response (Unknown Length)", FT_BYTES },
    [MS_CHAP_V2_MESSAGE] = { "eap.ms_chap_v2.message", "EAP-MS-CHAP-v2 Message", FT_STRING },
    [MS_CHAP_V2_FAILURE_REQUEST] = { "eap.ms_chap_v2.failure_request", "EAP-MS-CHAP-v2 Failure-Request", FT_STRING },
    [MS_CHAP_V2_DATA] = { "eap.ms_chap_v2.data", "EAP-MS-CHAP-v2 Data", FT_BYTES },
    [PAX_OPCODE] = { "eap.pax.opcode", "EAP-PAX OP-Code", FT_UINT8, BASE_HEX, .values = &pax_opcodes },
    [PAX_FLAGS] = { "eap.pax.flags", "EAP-PAX Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [PAX_FLAGS_MF] = { "eap.pax.flags.mf", "more fragments", FT_BOOLEAN, BITS_8, .mask = 0x1 },
    [PAX_FLAGS_CE] = { "eap.pax.flags.ce", "certificate enabled", FT_BOOLEAN, BITS_8, .mask = 0x2 },
    [PAX_FLAGS_AI] = { "eap.pax.flags.ai", "ADE Included", FT_BOOLEAN, BITS_8, .mask = 0x4 },
    [PAX_FLAGS_RESERVED] = { "eap.pax.flags.reserved", "reserved", FT_BOOLEAN, BITS_8, .mask = 0xf8 },
    [PAX_MAC_ID] = { "eap.pax.mac_id", "EAP-PAX MAC ID", FT_UINT8, BASE_HEX, .values = &pax_mac_ids },
    [PAX_DH_GROUP_ID] = { "eap.pax.dh_group_id", "EAP-PAX DH Group ID", FT_UINT8, BASE_HEX, .values = &pax_dh_group_ids },
    [PAX_PUBLIC_KEY_ID] = { "eap.pax.public_key_id", "EAP-PAX Public Key ID", FT_UINT8, BASE_HEX, .values = &pax_public_key_ids },
    [PAX_A_LEN] = { "eap.pax.a.len", "EAP-PAX A len", FT_UINT16, BASE_DEC },
    [PAX_A] = { "eap.pax.a", "EAP-PAX A", FT_BYTES },
    [PAX_B_LEN] = { "eap.pax.b.len", "EAP-PAX B len", FT_UINT16, BASE_DEC },
    [PAX_B] = { "eap.pax.b", "EAP-PAX B", FT_BYTES },
    [PAX_CID_LEN] = { "eap.pax.cid.len", "EAP-PAX CID len", FT_UINT16, BASE_DEC },
    [PAX_CID] = { "eap.pax.cid", "EAP-PAX CID", FT_STRING },
    [PAX_MAC_CK_LEN] = { "eap.pax.mac_ck.len", "EAP-PAX MAC_CK len", FT_UINT16, BASE_DEC },
    [PAX_MAC_CK] = { "eap.pax.mac_ck", "EAP-PAX MAC_CK", FT_BYTES },
    [PAX_ADE_LEN] = { "eap.pax.ade.len", "EAP-PAX ADE len", FT_UINT16, BASE_DEC },
    [PAX_ADE] = { "eap.pax.ade", "EAP-PAX ADE", FT_BYTES },
    [PAX_ICV] = { "eap.pax.icv", "EAP-PAX ICV", FT_BYTES },
    [PSK_FLAGS] = { "eap.psk.flags", "EAP-PSK Flags", FT_UINT8, BASE_HEX },
    [PSK_FLAGS_T] = { "eap.psk.flags.t", "T", FT_UINT8, BASE_HEX, .mask = 0xc0 },
    [PSK_FLAGS_RESERVED] = { "eap.psk.flags.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0x3f },
    [PSK_RAND_P] = { "eap.psk.rand_p", "EAP-PSK RAND_P", FT_BYTES },
    [PSK_RAND_S] = { "eap.psk.rand_s", "EAP-PSK RAND_S", FT_BYTES },
    [PSK_MAC_P] = { "eap.psk.mac_p", "EAP-PSK MAC_P", FT_BYTES },
    [PSK_MAC_S] = { "eap.psk.mac_s", "EAP-PSK MAC_S", FT_BYTES },
    [PSK_ID_P] = { "eap.psk.id_p", "EAP-PSK ID_P", FT_STRING },
    [PSK_ID_S] = { "eap.psk.id_s", "EAP-PSK ID_S", FT_STRING },
    [PSK_PCHANNEL] = { "eap.psk.pchannel", "EAP-PSK Protected Channel (encrypted)", FT_BYTES },
    [SAKE_VERSION] = { "eap.sake.version", "EAP-SAKE Version", FT_UINT8, BASE_HEX },
    [SAKE_SESSION_ID] = { "eap.sake.session_id", "EAP-SAKE Session ID", FT_UINT8, BASE_HEX },
    [SAKE_SUBTYPE] = { "eap.sake.subtype", "EAP-SAKE Subtype", FT_UINT8, BASE_HEX, .values = &sake_subtypes },
    [SAKE_ATTR_TYPE] = { "eap.sake.attr.type", "Attribute Type", FT_UINT8, BASE_HEX, .values = &sake_attr_types },
    [SAKE_ATTR_LEN] = { "eap.sake.attr.len", "Attribute Length", FT_UINT8, BASE_DEC },
    [SAKE_ATTR_VAL] = { "eap.sake.attr.val", "Attribute Value", FT_BYTES },
    [SAKE_ATTR_VAL_STR] = { "eap.sake.attr.val_str", "Attribute Value", FT_STRING },
    [SAKE_ATTR_VAL_UINT48] = { "eap.sake.attr.val_uint48", "Attribute Value", FT_UINT48, BASE_DEC },
    [GPSK_OPCODE] = { "eap.gpsk.opcode", "EAP-GPSK OP-Code", FT_UINT8, BASE_HEX, .values = &gpsk_opcodes },
    [GPSK_ID_SERVER_LEN] = { "eap.gpsk.id_server.len", "EAP-GPSK ID_Server len", FT_UINT16, BASE_DEC },
    [GPSK_ID_SERVER] = { "eap.gpsk.id_server", "EAP-GPSK ID_Server", FT_STRING },
    [GPSK_ID_PEER_LEN] = { "eap.gpsk.id_peer.len", "EAP-GPSK ID_Peer len", FT_UINT16, BASE_DEC },
    [GPSK_ID_PEER] = { "eap.gpsk.id_peer", "EAP-GPSK ID_Peer", FT_STRING },
    [GPSK_RAND_SERVER] = { "eap.gpsk.rand_server", "EAP-GPSK Rand_Server", FT_BYTES },
    [GPSK_RAND_PEER] = { "eap.gpsk.rand_peer", "EAP-GPSK Rand_Peer", FT_BYTES },
    [GPSK_CSUITE_LIST_LEN] = { "eap.gpsk.csuite_list_len", "Len", FT_UINT16, BASE_DEC },
    [GPSK_CSUITE_VENDOR] = { "eap.gpsk.csuite.vendor", "Vendor", FT_UINT32, BASE_HEX },
    [GPSK_CSUITE_SPECIFIER] = { "eap.gpsk.csuite.specifier", "Specifier", FT_UINT16, BASE_HEX },
    [GPSK_PD_PAYLOAD_LEN] = { "eap.gpsk.pd_payload.len", "EAP-GPSK PD_Payload len", FT_UINT16, BASE_DEC },
    [GPSK_PD_PAYLOAD] = { "eap.gpsk.pd_payload", "EAP-GPSK PD_Payload", FT_BYTES },
    [GPSK_PAYLOAD_MAC] = { "eap.gpsk.payload_mac", "EAP-GPSK Payload MAC", FT_BYTES },
    [GPSK_FAILURE_CODE] = { "eap.gpsk.failure_code", "EAP-GPSK Failure code", FT_UINT32, BASE_HEX, .values = &gpsk_failure_codes },
    [DATA] = { "eap.data", "EAP Data", FT_BYTES },
    [FAST_TYPE] = { "eap.fast.type", "EAP-FAST Type", FT_UINT16, BASE_DEC },
    [FAST_LENGTH] = { "eap.fast.length", "EAP-FAST Length", FT_UINT16, BASE_DEC },
    [FAST_AUTHORITY_ID_DATA] = { "eap.fast.authority_id_data", "Authority ID Data", FT_BYTES },
    [MSAUTH_TLV_MANDATORY] = { "eap.msauth-tlv.mandatory", "Mandatory", FT_BOOLEAN, BITS_16, .mask = 0x8000 },
    [MSAUTH_TLV_RESERVED] = { "eap.msauth-tlv.reserved", "Reserved", FT_BOOLEAN, BITS_16, .mask = 0x4000 },
    [MSAUTH_TLV_TYPE] = { "eap.msauth-tlv.type", "Type", FT_UINT16, BASE_DEC, .mask = 0x3fff, .values = &msauth_tlv_types },
    [MSAUTH_TLV_LEN] = { "eap.msauth-tlv.len", "Length", FT_UINT16, BASE_DEC },
    [MSAUTH_TLV_VAL] = { "eap.msauth-tlv.val", "Value", FT_BYTES },
    [MSAUTH_TLV_STATUS] = { "eap.msauth-tlv.status", "Status", FT_UINT16, BASE_DEC, .values = &msauth_tlv_states },
    [MSAUTH_TLV_CRYPTO_RESERVED] = { "eap.msauth-tlv.crypto.reserved", "Reserved", FT_UINT8, BASE_DEC },
    [MSAUTH_TLV_CRYPTO_VERSION] = { "eap.msauth-tlv.crypto.version", "Version", FT_UINT8, BASE_DEC },
    [MSAUTH_TLV_CRYPTO_RECEIVED_VERSION] = { "eap.msauth-tlv.crypto.received-version", "Received Version", FT_UINT8, BASE_DEC },
    [MSAUTH_TLV_CRYPTO_SUBTYPE] = { "eap.msauth-tlv.crypto.subtype", "Subtype", FT_UINT8, BASE_DEC, .values = &msauth_tlv_crypto_subtypes },
    [MSAUTH_TLV_CRYPTO_NONCE] = { "eap.msauth-tlv.crypto.nonce", "Nonce", FT_BYTES },
    [MSAUTH_TLV_CRYPTO_CMAC] = { "eap.msauth-tlv.crypto.cmac", "Compound MAC", FT_BYTES },
    [EXT_VENDOR_ID] = { "eap.ext.vendor_id", "EAP-EXT Vendor Id", FT_UINT16, BASE_HEX, .values = &ext_vendor_ids },
    [EXT_VENDOR_TYPE] = { "eap.ext.vendor_type", "EAP-EXT Vendor Type", FT_UINT8, BASE_HEX, .values = &ext_vendor_types },
    [IKEV2_FLAGS] = { "eap.ikev2.flags", "EAP-IKEv2 Flags", FT_UINT8, BASE_HEX },
    [IKEV2_FLAGS_LEN_INCLUDED] = { "eap.ikve2.flags.len_included", "Length Included", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [IKEV2_FLAGS_MORE_FRAGMENTS] = { "eap.ikev2.flags.more_fragments", "More Fragments", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [IKEV2_FLAGS_ICV_PRESENT] = { "eap.ikev2.flags.icv_present", "Integrity Checksum Data present", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [IKEV2_LEN] = { "eap.ikev2.len", "EAP-IKEv2 Length", FT_UINT32, BASE_DEC },
    [IKEV2_INTEGRITY_CHECKSUM_DATA] = { "eap.ikev2.integrity_checksum_data", "EAP-IKEv2 Integrity Checksum Data", FT_BYTES },
    [EXPANDED] = { "", "Expanded Type", FT_NONE, .label_fn = expanded_label },
    [SAKE_ATTR] = { "", "EAP-SAKE Attribute", FT_NONE, .label_fn = sake_label },
    [GPSK_LIST] = { "", "EAP-GPSK CSuite List", FT_NONE },
    [GPSK_SUITE] = { "", "CSuite", FT_NONE },
    [GPSK_SELECTED] = { "", "EAP-GPSK CSuite_Sel", FT_NONE },
    [TLVS] = { "", "Tag Length Values", FT_NONE },
    [TLV] = { "", "TLV", FT_NONE, .label_fn = tlv_label },
    [IMSI] = { "e212.imsi", "IMSI", FT_STRING },
};
