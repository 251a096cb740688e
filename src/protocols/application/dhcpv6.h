/* dhcpv6.h - what the parts of the DHCPv6 dissector share.
   dhcpv6.c is the message and the engine that walks options by table, dhcpv6_options.c the options that are more
   than one value, dhcpv6_names.c domain names with all that can be wrong about them, dhcpv6_cable.c CableLabs. */
#ifndef PROTOCOLS_APPLICATION_DHCPV6_H
#define PROTOCOLS_APPLICATION_DHCPV6_H

#include "protocols/protocol.h"

#include "protocols/application/dhcpv6_rows.h"

#define DHCPV6_FIELD_ID(id, ...) F6_##id,
#define DHCPV6_OPTION_ID(code, ...) OPTION6_##code,
#define DHCPV6_NO_ID(...)
enum dhcpv6_field {
    DHCPV6_FIELDS(DHCPV6_FIELD_ID)
    DHCPV6_OPTIONS(DHCPV6_OPTION_ID, DHCPV6_NO_ID, DHCPV6_NO_ID)
    DHCPV6_ROWS
};

enum dhcpv6_note {
    DHCPV6_BOGUS_LENGTH, DHCPV6_MALFORMED_OPTION, DHCPV6_NO_SUBOPTION_LEN, DHCPV6_INVALID_TIME, DHCPV6_INVALID_TYPE,
    DHCPV6_HOPCOUNT, DHCPV6_BAD_MSGTYPE, DHCPV6_S_BIT, DHCPV6_NOT_DNS, DHCPV6_EXCEEDS, DHCPV6_LONG_NAME, DHCPV6_ROOT,
    DHCPV6_TLD, DHCPV6_PARTIAL, DHCPV6_BAD_QUERY_TYPE, DHCPV6_NOTES
};
enum { DHCPV6_PREF_CABLE_INTERFACE_ID };

extern const struct protocol proto_dhcpv6, proto_dhcpv6_bulk;
extern const struct values dhcpv6_msgtype, dhcpv6_option_type;

enum { DHCPV6_ADVERTISE = 2, DHCPV6_REPLY = 7, DHCPV6_RELAY_FORW = 12, DHCPV6_RELAY_REPL = 13 };

/* The message that options stand in. */
struct dhcpv6_message {
    uint8_t type;
    bool bulk;            /* over TCP, RFC 5460 */
    uint8_t depth;        /* options and messages in each other */
    uint8_t device;       /* enum dhcpv6_device: what CableLabs' option 2 said */
};
enum dhcpv6_device { DEVICE_UNKNOWN, DEVICE_MODEM, DEVICE_ADAPTER, DEVICE_OTHER };

/* Where a value stands: findings about it go below the option's node. */
struct dhcpv6_at {
    struct dhcpv6_message *m;
    uint32_t node;
    uint16_t code;
    struct cursor option;  /* where it starts: code and length */
};

typedef void dhcpv6_handler(struct dissect *d, struct cursor c, const struct dhcpv6_at *at);

/* The forms of values that are one field: how long they must be. */
enum dhcpv6_kind {
    KIND6_NONE, KIND6_CUSTOM, KIND6_STRING,
    KIND6_TEXT,       /* a string that must not be empty */
    KIND6_CODES,      /* numbers of 16 bits */
    KIND6_UINT8, KIND6_UINT16, KIND6_UINT32, KIND6_ADDRESS,
    KIND6_ADDRESSES,
    KIND6_NUMBERED,   /* addresses that are counted from 1 */
};

/* The options that fill c. */
void dhcpv6_walk(struct dissect *d, struct cursor c, struct dhcpv6_message *m);
/* A message, with a heading of its own below the present depth. */
void dhcpv6_inner(struct dissect *d, struct cursor c, const struct dhcpv6_message *outer);
/* The option is malformed: "IA_NA: malformed option". */
void dhcpv6_malformed(struct dissect *d, const struct dhcpv6_at *at, const char *which);
void dhcpv6_too_long(struct dissect *d, const struct dhcpv6_at *at, const char *which);
/* A finding whose '#' stands for the number. */
void dhcpv6_bogus_length(struct dissect *d, uint32_t node, const char *text, uint32_t number);
/* Addresses that fill c, each with its number. */
void dhcpv6_numbered(struct dissect *d, struct cursor c, unsigned field);
/* A number for a label or the text of a finding. */
const void *dhcpv6_keep(struct dissect *d, uint32_t number);
/* Domain names that fill c, as rows `field`. */
void dhcpv6_names(struct dissect *d, struct cursor c, unsigned field);
/* Option 17 of CableLabs: c is what follows the enterprise's number, whose node is `node`. */
void dhcpv6_cablelabs(struct dissect *d, struct cursor c, const struct dhcpv6_at *at, uint32_t node);

dhcpv6_handler dhcpv6_aftr, dhcpv6_authentication, dhcpv6_client_fqdn, dhcpv6_codes, dhcpv6_domains, dhcpv6_duid,
    dhcpv6_elapsed, dhcpv6_failover_connect, dhcpv6_failover_dns, dhcpv6_failover_key, dhcpv6_failover_name,
    dhcpv6_failover_server, dhcpv6_failover_version, dhcpv6_ia, dhcpv6_ia_address, dhcpv6_ia_prefix, dhcpv6_ia_ta,
    dhcpv6_interface_id, dhcpv6_leasequery, dhcpv6_nested, dhcpv6_ntp, dhcpv6_prefix_exclude, dhcpv6_reconfigure_accept,
    dhcpv6_relay_data, dhcpv6_relay_message, dhcpv6_remote_id, dhcpv6_s46_binding, dhcpv6_s46_dmr, dhcpv6_s46_ports,
    dhcpv6_s46_rule, dhcpv6_status, dhcpv6_user_class, dhcpv6_vendor_class, dhcpv6_vendor_options;

field_text dhcpv6_bad_type_label, dhcpv6_bogus_label, dhcpv6_bogus_suffix, dhcpv6_cable_label, dhcpv6_decoded_label,
    dhcpv6_elapsed_label, dhcpv6_empty_label, dhcpv6_ether_text, dhcpv6_exceeded_label, dhcpv6_fqdn_suffix,
    dhcpv6_hex_text, dhcpv6_link_address_text, dhcpv6_long_label, dhcpv6_name_label, dhcpv6_ntp_label,
    dhcpv6_numbered_label, dhcpv6_option_text, dhcpv6_partial_label, dhcpv6_time_label, dhcpv6_tld_label;
void dhcpv6_version_text(struct strbuf *sb, uint64_t version);

#endif
