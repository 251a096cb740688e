/* dns.h - what the parts of the DNS dissector share; the forms of it (mDNS, LLMNR) need dns_message alone. */
#ifndef PROTOCOLS_APPLICATION_DNS_H
#define PROTOCOLS_APPLICATION_DNS_H

#include "protocols/protocol.h"

/* Rows of dns_fields. */
enum dns_row {
    DNS,
    DNS_SECTION,
    DNS_QUESTION,
    DNS_RECORD,
    DNS_EXTRANEOUS,
    DNS_EXTRANEOUS_FOUND,
    DNS_LENGTH,
    DNS_FLAGS,
    DNS_FLAGS_RESPONSE,
    DNS_FLAGS_OPCODE,
    DNS_FLAGS_AUTHORITATIVE,
    DNS_FLAGS_CONFLICT,
    DNS_FLAGS_CONFLICT_RESPONSE,
    DNS_FLAGS_TRUNCATED,
    DNS_FLAGS_RECDESIRED,
    DNS_FLAGS_TENTATIVE,
    DNS_FLAGS_RECAVAIL,
    DNS_FLAGS_Z,
    DNS_FLAGS_AUTHENTICATED,
    DNS_FLAGS_AD,
    DNS_FLAGS_CHECKDISABLE,
    DNS_FLAGS_RCODE,
    DNS_ID,
    DNS_QRY_TYPE,
    DNS_QRY_CLASS,
    DNS_QRY_CLASS_MDNS,
    DNS_QRY_QU,
    DNS_QRY_NAME,
    DNS_QRY_NAME_LEN,
    DNS_COUNT_LABELS,
    DNS_RESP_TYPE,
    DNS_BITMAP_TYPE,
    DNS_RESP_CLASS,
    DNS_RESP_CLASS_MDNS,
    DNS_RESP_CACHE_FLUSH,
    DNS_RESP_EXT_RCODE,
    DNS_RESP_EDNS0_VERSION,
    DNS_RESP_Z,
    DNS_RESP_Z_DO,
    DNS_RESP_Z_RESERVED,
    DNS_SRV_SERVICE,
    DNS_SRV_PROTO,
    DNS_SRV_NAME,
    DNS_SRV_PRIORITY,
    DNS_SRV_WEIGHT,
    DNS_SRV_PORT,
    DNS_SRV_TARGET,
    DNS_NAPTR_ORDER,
    DNS_NAPTR_PREFERENCE,
    DNS_NAPTR_FLAGS_LENGTH,
    DNS_NAPTR_FLAGS,
    DNS_NAPTR_SERVICE_LENGTH,
    DNS_NAPTR_SERVICE,
    DNS_NAPTR_REGEX_LENGTH,
    DNS_NAPTR_REGEX,
    DNS_NAPTR_REPLACEMENT_LENGTH,
    DNS_NAPTR_REPLACEMENT,
    DNS_RESP_NAME,
    DNS_RESP_TTL,
    DNS_RESP_LEN,
    DNS_A,
    DNS_MD,
    DNS_MF,
    DNS_MB,
    DNS_MG,
    DNS_MR,
    DNS_NULL,
    DNS_AAAA,
    DNS_CNAME,
    DNS_RR_UDP_PAYLOAD_SIZE,
    DNS_UDP_PAYLOAD_SIZE_ALONE,
    DNS_SOA_MNAME,
    DNS_SOA_RNAME,
    DNS_SOA_SERIAL_NUMBER,
    DNS_SOA_REFRESH_INTERVAL,
    DNS_SOA_RETRY_INTERVAL,
    DNS_SOA_EXPIRE_LIMIT,
    DNS_SOA_MINIMUM_TTL,
    DNS_PTR_DOMAIN_NAME,
    DNS_WKS_ADDRESS,
    DNS_WKS_PROTOCOL,
    DNS_WKS_BITS,
    DNS_HINFO_CPU_LENGTH,
    DNS_HINFO_CPU,
    DNS_HINFO_OS_LENGTH,
    DNS_HINFO_OS,
    DNS_MINFO_R,
    DNS_MINFO_E,
    DNS_MX_PREFERENCE,
    DNS_MX_MAIL_EXCHANGE,
    DNS_TXT_LENGTH,
    DNS_TXT,
    DNS_OPENPGPKEY,
    DNS_CSYNC_SOA,
    DNS_CSYNC_FLAGS,
    DNS_CSYNC_FLAGS_IMMEDIATE,
    DNS_CSYNC_FLAGS_SOAMINIMUM,
    DNS_CSYNC_TYPE_BITMAP,
    DNS_ZONEMD_SERIAL,
    DNS_ZONEMD_SCHEME,
    DNS_ZONEMD_HASH_ALGO,
    DNS_ZONEMD_DIGEST,
    DNS_SVCB_SVCPRIORITY,
    DNS_SVCB_TARGETNAME,
    DNS_SVCB_SVCPARAM_KEY,
    DNS_SVCB_SVCPARAM_VALUE_LENGTH,
    DNS_SVCB_SVCPARAM_VALUE,
    DNS_SVCB_SVCPARAM,
    DNS_SVCB_SVCPARAM_MANDATORY_KEY,
    DNS_SVCB_SVCPARAM_ALPN_LENGTH,
    DNS_SVCB_SVCPARAM_ALPN,
    DNS_SVCB_SVCPARAM_PORT,
    DNS_SVCB_SVCPARAM_IPV4HINT_IP,
    DNS_SVCB_SVCPARAM_ECHCONFIG,
    DNS_SVCB_SVCPARAM_IPV6HINT_IP,
    DNS_SVCB_SVCPARAM_ODOHCONFIG,
    DNS_SPF_LENGTH,
    DNS_SPF,
    DNS_ILNP_NID_PREFERENCE,
    DNS_ILNP_NID,
    DNS_ILNP_L32_PREFERENCE,
    DNS_ILNP_L32,
    DNS_ILNP_L64_PREFERENCE,
    DNS_ILNP_L64,
    DNS_ILNP_LP_PREFERENCE,
    DNS_ILNP_LP,
    DNS_EUI48,
    DNS_EUI64,
    DNS_RRSIG_TYPE_COVERED,
    DNS_RRSIG_ALGORITHM,
    DNS_RRSIG_LABELS,
    DNS_RRSIG_ORIGINAL_TTL,
    DNS_RRSIG_SIGNATURE_EXPIRATION,
    DNS_RRSIG_SIGNATURE_INCEPTION,
    DNS_RRSIG_KEY_TAG,
    DNS_RRSIG_SIGNERS_NAME,
    DNS_RRSIG_SIGNATURE,
    DNS_DNSKEY_FLAGS,
    DNS_DNSKEY_FLAGS_ZONE_KEY,
    DNS_DNSKEY_FLAGS_KEY_REVOKED,
    DNS_DNSKEY_FLAGS_SECURE_ENTRY_POINT,
    DNS_DNSKEY_FLAGS_RESERVED,
    DNS_DNSKEY_PROTOCOL,
    DNS_DNSKEY_ALGORITHM,
    DNS_DNSKEY_KEY_ID,
    DNS_DNSKEY_PUBLIC_KEY,
    DNS_KEY_FLAGS,
    DNS_KEY_FLAGS_AUTHENTICATION,
    DNS_KEY_FLAGS_CONFIDENTIALITY,
    DNS_KEY_FLAGS_REQUIRED,
    DNS_KEY_FLAGS_ASSOCIATED_USER,
    DNS_KEY_FLAGS_ASSOCIATED_NAMED_ENTITY,
    DNS_KEY_FLAGS_IPSEC,
    DNS_KEY_FLAGS_MIME,
    DNS_KEY_FLAGS_SIGNATORY,
    DNS_KEY_PROTOCOL,
    DNS_KEY_ALGORITHM,
    DNS_KEY_KEY_ID,
    DNS_KEY_PUBLIC_KEY,
    DNS_PX_PREFERENCE,
    DNS_PX_MAP822,
    DNS_PX_MAP400,
    DNS_TKEY_ALGO_NAME,
    DNS_TKEY_SIGNATURE_EXPIRATION,
    DNS_TKEY_SIGNATURE_INCEPTION,
    DNS_TKEY_MODE,
    DNS_TKEY_ERROR,
    DNS_TKEY_KEY_SIZE,
    DNS_TKEY_KEY_DATA,
    DNS_TKEY_OTHER_SIZE,
    DNS_TKEY_OTHER_DATA,
    DNS_IPSECKEY_GATEWAY_PRECEDENCE,
    DNS_IPSECKEY_GATEWAY_ALGORITHM,
    DNS_IPSECKEY_GATEWAY_TYPE,
    DNS_IPSECKEY_GATEWAY_IPV4,
    DNS_IPSECKEY_GATEWAY_IPV6,
    DNS_IPSECKEY_GATEWAY_DNS,
    DNS_IPSECKEY_PUBLIC_KEY,
    DNS_XPF_IP_VERSION,
    DNS_XPF_PROTOCOL,
    DNS_XPF_SOURCE_IPV4,
    DNS_XPF_DESTINATION_IPV4,
    DNS_XPF_SOURCE_IPV6,
    DNS_XPF_DESTINATION_IPV6,
    DNS_XPF_SPORT,
    DNS_XPF_DPORT,
    DNS_A6_PREFIX_LEN,
    DNS_A6_ADDRESS_SUFFIX,
    DNS_A6_PREFIX_NAME,
    DNS_DNAME,
    DNS_LOC_VERSION,
    DNS_LOC_SIZE,
    DNS_LOC_HORIZONTAL_PRECISION,
    DNS_LOC_VERTICAL_PRECISION,
    DNS_LOC_LATITUDE,
    DNS_LOC_LONGITUDE,
    DNS_LOC_ALTITUDE,
    DNS_LOC_UNKNOWN_DATA,
    DNS_NXT_NEXT_DOMAIN_NAME,
    DNS_KX_PREFERENCE,
    DNS_KX_KEY_EXCHANGE,
    DNS_CERT_TYPE,
    DNS_CERT_KEY_TAG,
    DNS_CERT_ALGORITHM,
    DNS_CERT_CERTIFICATE,
    DNS_NSEC_NEXT_DOMAIN_NAME,
    DNS_NS,
    DNS_OPT,
    DNS_OPT_CODE,
    DNS_OPT_LEN,
    DNS_OPT_DATA,
    DNS_OPT_DAU,
    DNS_OPT_DHU,
    DNS_OPT_N3U,
    DNS_OPT_CLIENT_FAMILY,
    DNS_OPT_CLIENT_NETMASK,
    DNS_OPT_CLIENT_SCOPE,
    DNS_OPT_CLIENT_ADDR,
    DNS_OPT_CLIENT_ADDR4,
    DNS_OPT_CLIENT_ADDR6,
    DNS_OPT_COOKIE_CLIENT,
    DNS_OPT_COOKIE_SERVER,
    DNS_OPT_EDNS_TCP_KEEPALIVE_TIMEOUT,
    DNS_OPT_PADDING,
    DNS_OPT_CHAIN_FQDN,
    DNS_OPT_EXT_ERROR_INFO_CODE,
    DNS_OPT_EXT_ERROR_EXTRA_TEXT,
    DNS_COUNT_QUERIES,
    DNS_COUNT_ZONES,
    DNS_COUNT_ANSWERS,
    DNS_COUNT_PREREQUISITES,
    DNS_COUNT_AUTH_RR,
    DNS_COUNT_UPDATES,
    DNS_NSEC3_ALGO,
    DNS_NSEC3_FLAGS,
    DNS_NSEC3_FLAGS_OPT_OUT,
    DNS_NSEC3_ITERATIONS,
    DNS_NSEC3_SALT_LENGTH,
    DNS_NSEC3_SALT_VALUE,
    DNS_NSEC3_HASH_LENGTH,
    DNS_NSEC3_HASH_VALUE,
    DNS_TLSA_CERTIFICATE_USAGE,
    DNS_TLSA_SELECTOR,
    DNS_TLSA_MATCHING_TYPE,
    DNS_TLSA_CERTIFICATE_ASSOCIATION_DATA,
    DNS_TSIG_ALGORITHM_NAME,
    DNS_TSIG_TIME_SIGNED,
    DNS_TSIG_ORIGINAL_ID,
    DNS_TSIG_ERROR,
    DNS_TSIG_FUDGE,
    DNS_TSIG_MAC_SIZE,
    DNS_TSIG_OTHER_LEN,
    DNS_TSIG_MAC,
    DNS_TSIG_OTHER_DATA,
    DNS_RESPONSE_IN,
    DNS_RESPONSE_TO,
    DNS_RETRANSMISSION,
    DNS_RETRANSMIT_REQUEST_IN,
    DNS_RETRANSMIT_RESPONSE_IN,
    DNS_TIME,
    DNS_UNSOLICITED,
    DNS_COUNT_ADD_RR,
    DNS_SSHFP_ALGORITHM,
    DNS_SSHFP_FINGERPRINT_TYPE,
    DNS_SSHFP_FINGERPRINT,
    DNS_HIP_HIT_LENGTH,
    DNS_HIP_HIT_PK_ALGO,
    DNS_HIP_PK_LENGTH,
    DNS_HIP_HIT,
    DNS_HIP_PK,
    DNS_HIP_RENDEZVOUS_SERVER,
    DNS_DHCID_RDATA,
    DNS_DS_KEY_ID,
    DNS_DS_ALGORITHM,
    DNS_DS_DIGEST_TYPE,
    DNS_DS_DIGEST,
    DNS_APL_ADDRESS_FAMILY,
    DNS_APL_CODED_PREFIX,
    DNS_APL_NEGATION,
    DNS_APL_AFDLENGTH,
    DNS_APL_AFDPART_IPV4,
    DNS_APL_AFDPART_IPV6,
    DNS_APL_AFDPART_DATA,
    DNS_GPOS_LONGITUDE_LENGTH,
    DNS_GPOS_LONGITUDE,
    DNS_GPOS_LATITUDE_LENGTH,
    DNS_GPOS_LATITUDE,
    DNS_GPOS_ALTITUDE_LENGTH,
    DNS_GPOS_ALTITUDE,
    DNS_RP_MAILBOX,
    DNS_RP_TXT_RR,
    DNS_AFSDB_SUBTYPE,
    DNS_AFSDB_HOSTNAME,
    DNS_X25_LENGTH,
    DNS_X25_PSDN_ADDRESS,
    DNS_IDSN_LENGTH,
    DNS_IDSN_ADDRESS,
    DNS_IDSN_SA_LENGTH,
    DNS_IDSN_SA_ADDRESS,
    DNS_RT_SUBTYPE,
    DNS_RT_INTERMEDIATE_HOST,
    DNS_NSAP_RDATA,
    DNS_NSAP_PTR_OWNER,
    DNS_CAA_FLAGS,
    DNS_CAA_FLAGS_ISSUER_CRITICAL,
    DNS_CAA_ISSUE,
    DNS_CAA_ISSUEWILD,
    DNS_CAA_IODEF,
    DNS_CAA_UNKNOWN,
    DNS_CAA_TAG_LENGTH,
    DNS_CAA_TAG,
    DNS_CAA_VALUE,
    DNS_EXTRANEOUS_DATA,
    DNS_EXTRANEOUS_LENGTH,
    DNS_WINS_LOCAL_FLAG,
    DNS_WINS_LOOKUP_TIMEOUT,
    DNS_WINS_CACHE_TIMEOUT,
    DNS_WINS_NB_WINS_SERVERS,
    DNS_WINS_WINS_SERVER,
    DNS_WINSR_LOCAL_FLAG,
    DNS_WINSR_LOOKUP_TIMEOUT,
    DNS_WINSR_CACHE_TIMEOUT,
    DNS_WINSR_NAME_RESULT_DOMAIN,
    DNS_DATA,
    DNS_DSO,
    DNS_DSO_TLV,
    DNS_DSO_TLV_TYPE,
    DNS_DSO_TLV_LENGTH,
    DNS_DSO_TLV_DATA,
    DNS_DSO_TLV_KEEPALIVE_INACTIVITY,
    DNS_DSO_TLV_KEEPALIVE_INTERVAL,
    DNS_DSO_TLV_RETRYDELAY_RETRYDELAY,
    DNS_DSO_TLV_ENCPAD_PADDING,
    DNS_ROWS
};
enum dns_note {
    DNS_BAD_LENGTH,
    DNS_UNDECODED,
    DNS_DEPRECATED_OPTION,
    DNS_TTL_HIGH_BIT,
    DNS_TSIG_NO_ALGORITHM,
    DNS_KEY_TOO_SHORT,
    DNS_RETRANSMIT_REQUEST,
    DNS_RETRANSMIT_RESPONSE,
    DNS_EXTRANEOUS_NOTE,
    DNS_NOTES
};
enum dns_pref { DNS_PREF_DESEGMENT, DNS_PREF_RETRANSMISSION_TIMER, DNS_PREFS };

extern const struct field dns_fields[DNS_ROWS];
extern const struct note_def dns_notes[DNS_NOTES];
extern const struct protocol proto_dns;

/* Record types that code asks for by name. */
enum {
    DNS_TYPE_A = 1,
    DNS_TYPE_AAAA = 28,
    DNS_TYPE_SRV = 33,
    DNS_TYPE_OPT = 41,
    DNS_TYPE_NSEC3 = 50,
    DNS_TYPE_ANY = 255
};

/* Which protocol speaks: they differ in a few fields and labels. */
enum dns_form { DNS_UNICAST, DNS_MULTICAST, DNS_LINK_LOCAL };

/* --- names (dns_name.c) ----------------------------------------------------------------------- */

/* A domain name as it is shown: text of `len` bytes in the packet's arena or constant ("" while nobody wants any),
   made of `raw_len` bytes in which nothing was escaped; `wire` bytes where it stands. */
struct dns_name {
    const char *text, *raw;
    uint32_t len, raw_len, wire;
};

/* The name `at` bytes into the message m.  When it cannot be read, d->stop is set and the text empty; one that
   loops or is too long has a text that says so. */
struct dns_name dns_name_at(struct dissect *d, struct cursor m, uint32_t at);
/* Labels that its text has. */
uint32_t dns_name_labels(const struct dns_name *name);

/* --- records (dns_records.c, dns_options.c) ---------------------------------------------------- */

/* The gist of a record's data, for its heading (", preference 10, mx a.example") and for Info (" 10 a.example"). */
enum dns_gist_kind { GIST_NUMBER, GIST_TEXT, GIST_ASCII, GIST_IPv4, GIST_IPv6 };
struct dns_gist {
    const char *label;  /* what the heading says before it: ", preference " */
    const uint8_t *bytes;
    uint32_t number;    /* or count of bytes */
    uint8_t kind;
};
enum { MAX_GIST = 4 };

/* What is remembered of a question or record while the packet is, in its arena. */
struct dns_entry {
    struct dns_entry *next;
    struct dns_name name;
    uint16_t type, class;  /* class: without the bit that mDNS puts on top */
    bool question, multicast, top_bit;
    bool named;            /* Info shows the name, the data having no gist */
    uint8_t n_gist;
    struct dns_gist gist[MAX_GIST];
};

/* A record while its data are dissected. */
struct dns_record {
    struct dissect *d;
    struct cursor m, whole;   /* the message, and with the length that TCP puts before it */
    uint32_t start, at, len;  /* in the message: the record, its data, bytes of them */
    uint16_t type, class;
    struct dns_entry *entry;  /* NULL: nobody wants text */
    uint32_t node;            /* its heading */
};

/* Dissects the data of the record: its type's fields. */
void dns_record_data(struct dns_record *r);

void dns_opt_data(struct dns_record *r);
void dns_svcb_data(struct dns_record *r);
/* The TLVs of a stateful operation (RFC 8490), from `at` on; returns where they end. */
uint32_t dns_dso(struct dissect *d, struct cursor m, uint32_t at);

/* The name `*at` bytes into the message as field `row`; moves `*at` behind it. */
struct dns_name dns_add_name(struct dissect *d, struct cursor m, uint32_t *at, unsigned row);
/* The number of `len` bytes there; moves on, returns it. */
uint64_t dns_add_uint(struct dissect *d, struct cursor m, uint32_t *at, unsigned row, uint32_t len);
/* Bytes, a string or an address there, as many as the field says. */
void dns_add(struct dissect *d, struct cursor m, uint32_t *at, unsigned row, uint32_t len);

/* --- messages (dns.c) ------------------------------------------------------------------------- */

/* Dissects c as one message, with its root node, in the protocol that runs; `prefix`: bytes of length before it. */
void dns_message(struct dissect *d, struct cursor c, enum dns_form form, uint32_t prefix);

/* --- tables and texts (dns_values.c, dns_labels.c) ------------------------------------------------------------ */

extern const struct values dns_opcodes, dns_rcodes, dns_types, dns_classes, dns_svcb_keys, dns_algorithms,
    dns_tkey_modes, dns_gateway_algorithms, dns_gateway_types, dns_ip_versions, dns_cert_types, dns_option_codes,
    dns_digests, dns_nsec3_hashes, dns_families, dns_tlsa_usages, dns_tlsa_selectors, dns_tlsa_matchings,
    dns_sshfp_algorithms, dns_sshfp_hashes, dns_hip_algorithms;
extern const struct ranges dns_zonemd_schemes, dns_zonemd_hashes, dns_extended_errors, dns_dso_types;

/* "AAAA", "ANY", "Unknown (258)" */
void sb_dns_type(struct strbuf *sb, uint32_t type);

/* A parameter of SVCB while its label is made. */
struct dns_svcb_param {
    uint16_t key, len;
    bool headed;            /* key and length are there */
    uint32_t done;          /* bytes of the value that could be read */
    const uint8_t *value;
};

/* Labels and their parts, for dns_fields. */
field_text dns_seconds_suffix, dns_flags_suffix, dns_option_suffix, dns_dso_suffix, dns_svcb_suffix, dns_wks_suffix,
    dns_loc_size_suffix, dns_latitude_suffix, dns_longitude_suffix, dns_altitude_suffix, dns_base64_label,
    dns_base32_text, dns_time_signed_label, dns_time_signed_text, dns_bitmap_label, dns_entry_label, dns_constant,
    dns_extraneous_suffix;
field_text dns_undecoded_text, dns_algorithm_text, dns_original_request_text, dns_original_response_text;
/* What stands behind a type's name in Info: " 10 a.example". */
void sb_dns_gist(struct strbuf *sb, const struct dissect *d, const struct dns_entry *e);

#endif
