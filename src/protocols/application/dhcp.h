/* dhcp.h - what the parts of the DHCP dissector share.
   dhcp.c is the message, dhcp_options.c the engine that walks options by table, dhcp_structured.c the options
   that are more than one value, dhcp_vendor.c and dhcp_cable.c what vendors put into theirs. */
#ifndef PROTOCOLS_APPLICATION_DHCP_H
#define PROTOCOLS_APPLICATION_DHCP_H

#include "protocols/protocol.h"

#include "protocols/application/dhcp_rows.h"

/* --- fields: F_NAME, OPTION_<code>, <SET>_<code> (dhcp_rows.h) -------------------------------- */

#define DHCP_FIELD_ID(id, ...) F_##id,
#define DHCP_OPTION_ID(code, ...) OPTION_##code,
#define DHCP_SUB_ID(set, code, ...) set##_##code,
#define DHCP_NO_ID(...)
enum dhcp_field {
    DHCP_FIELDS(DHCP_FIELD_ID)
    DHCP_OPTIONS(DHCP_OPTION_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_PXE(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_CL(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_ALU(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_BSDP(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_ACI(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_AEROHIVE(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_AGENT(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_NOVELL(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_TR111(DHCP_SUB_ID, DHCP_NO_ID, DHCP_NO_ID)
    DHCP_ROWS
};

enum dhcp_note {
    DHCP_BAD_LENGTH, DHCP_BAD_BITFIELD, DHCP_MISSING_SUBOPT_LENGTH, DHCP_MISSING_SUBOPT_VALUE, DHCP_MALFORMED_DUID,
    DHCP_FILE_END_MISSING, DHCP_SNAME_END_MISSING, DHCP_UNKNOWN_SUBOPT, DHCP_BAD_CIVIC_TYPE, DHCP_BAD_NAME_SERVICE,
    DHCP_BAD_SIP_ENCODING, DHCP_BAD_ROUTE, DHCP_ENTERPRISE_MALFORMED, DHCP_6RD_MALFORMED, DHCP_UNKNOWN_TAG,
    DHCP_PARSE_ERROR, DHCP_NONSTANDARD, DHCP_BAD_SUBOPTION, DHCP_SECONDS_LITTLE, DHCP_NO_END, DHCP_NO_ADDRESS,
    DHCP_SNAME_OVERLOADED, DHCP_FILE_OVERLOADED, DHCP_BITFIELD_IGNORED, DHCP_BAD_L2QVLAN, DHCP_BAD_VLANTEST,
    DHCP_AMBIGUOUS_ARCHITECTURE, DHCP_NOTES
};
enum dhcp_pref { DHCP_PREF_NOVELL_STRING, DHCP_PREF_CCC_VERSION, DHCP_PREF_CCC_OPTION, DHCP_PREF_UUID_ENDIAN, DHCP_PREFS };
enum { DHCP_UUID_LITTLE, DHCP_UUID_BIG };
enum { DHCP_CCC_I05 = 1, DHCP_CCC_DRAFT5, DHCP_CCC_IETF };

extern const struct protocol proto_dhcp;
extern const struct field dhcp_fields[DHCP_ROWS];
extern const struct note_def dhcp_notes[DHCP_NOTES];
extern const struct values dhcp_message_types;

/* --- the message ------------------------------------------------------------------------------- */

enum { DHCP_SNAME_AT = 44, DHCP_SNAME_LEN = 64, DHCP_FILE_AT = 108, DHCP_FILE_LEN = 128, DHCP_COOKIE_AT = 236 };
enum { DHCP_OVERLOAD_FILE = 1, DHCP_OVERLOAD_SNAME = 2 };
enum { DHCP_DISCOVER = 1 };

/* The message types that a heading tells: "(Discover)".  One for each place that options stand in. */
struct dhcp_said {
    uint8_t n, types[15];
};

/* An option that may come in pieces (RFC 3396): what a first look counted, and where the walk is. */
struct dhcp_pieces {
    uint8_t count, seen;
    uint8_t *joined;  /* the bytes of all of them, in the packet's arena */
    uint32_t len;
};

struct dhcp_message {
    struct cursor whole;
    const uint8_t *vendor;      /* option 60 */
    uint8_t vendor_len;
    uint8_t type;               /* the last option 53 */
    bool has_type;              /* else it is BOOTP */
    uint8_t overload;           /* the last option 52 */
    bool in_overload;           /* the walk is in sname or file */
    struct dhcp_pieces search, sip;  /* options 119 and 120 */
    struct dhcp_said *said;     /* of the place that the walk is in */
};

/* --- options ----------------------------------------------------------------------------------- */

/* Where a value stands: its option's or suboption's node, which findings about it go below. */
struct dhcp_at {
    struct dhcp_message *m;
    uint32_t node;
    uint8_t code;
    uint32_t start;  /* of the option, from the message's start */
};

/* Takes a value apart; c is exactly that.  False: nothing of it is shown but its bytes. */
typedef bool dhcp_handler(struct dissect *d, struct cursor c, const struct dhcp_at *at);

/* The forms that a value has when it is one field: how long it must be, and whether it repeats. */
enum dhcp_kind {
    KIND_BYTES,
    KIND_ANY,           /* whatever is there, as the field's type has it */
    KIND_CUSTOM,        /* the row's function */
    KIND_NONE,          /* not known */
    KIND_STRING,
    KIND_BOOL, KIND_UINT8, KIND_UINT16, KIND_UINT16_LITTLE, KIND_UINT32, KIND_SECONDS, KIND_IPV4,
    KIND_UINT8_LIST, KIND_UINT16_LIST, KIND_IPV4_LIST,
};

struct dhcp_option {
    const char *name;
    dhcp_handler *custom;
    uint16_t field;
    uint8_t code, kind;
};

/* A family of suboptions: code, length, value. */
enum dhcp_set_flags {
    SET_VALUE = 1,           /* the bytes are shown for each, hidden where more is known */
    SET_VALUE_UNKNOWN = 2,   /* the bytes are shown when nothing is known of them */
    SET_ROOM = 4,            /* a value that does not fit is a finding; else it is malformed */
    SET_NOTE_UNKNOWN = 8,    /* an unknown suboption is a finding */
    SET_NOTE_EMPTY = 16,     /* so is a known one without a value */
    SET_HIDE_UNKNOWN = 32,   /* SET_VALUE: the bytes of unknown ones are hidden too */
    SET_LONE_END = 64,       /* 255 has no length, and the walk goes on */
    SET_CAPITAL = 128,       /* how its findings begin */
    SET_STOP_UNKNOWN = 256,  /* an unknown suboption ends the walk */
};
struct dhcp_set {
    const struct dhcp_option *rows;
    uint16_t n_rows;
    uint16_t head;           /* the field of the code */
    uint16_t value;          /* the field of the bytes */
    uint16_t padding, end;   /* of codes 0 and 255; 0: they are like all others */
    uint16_t unknown;        /* the field of values that are not known; 0: none */
    uint16_t flags;
};
extern const struct dhcp_set dhcp_pxe, dhcp_cl, dhcp_alu, dhcp_bsdp, dhcp_aci, dhcp_aerohive, dhcp_agent, dhcp_novell,
    dhcp_tr111;

/* The options at *c up to the end option, or the end of *c; true if there was an end option, which *c is past. */
bool dhcp_walk(struct dissect *d, struct cursor *c, struct dhcp_message *m);
/* The suboptions of a set that fill c. */
void dhcp_walk_set(struct dissect *d, struct cursor c, const struct dhcp_set *set, const struct dhcp_at *at);
const struct dhcp_option *dhcp_set_find(const struct dhcp_set *set, uint8_t code);
/* The value of an option that is one field; false if nothing was emitted. */
bool dhcp_value(struct dissect *d, struct cursor c, const struct dhcp_option *row, const struct dhcp_at *at);
/* The option's name; "Unassigned" or "Private" when it has none. */
const char *dhcp_option_name(uint8_t code);

/* The text of a finding: '#' stands for the next of n, and the bytes follow. */
struct dhcp_text {
    const char *text;
    uint32_t n[2];
    const uint8_t *bytes;
    uint32_t len;
};
void dhcp_note(struct dissect *d, uint32_t node, enum dhcp_note note, struct dhcp_text text);
field_text dhcp_note_text;
/* The finding that a length is wrong. */
static inline bool dhcp_bad_length(struct dissect *d, const struct dhcp_at *at, const char *text)
{
    dhcp_note(d, at->node, DHCP_BAD_LENGTH, (struct dhcp_text){ .text = text });
    return true;
}
/* Addresses that fill c; what is left over is a finding. */
void dhcp_addresses(struct dissect *d, struct cursor c, unsigned field, const struct dhcp_at *at);
/* "(4 bytes)" of the labels in option 122 and of Info: text of hardware addresses. */
void sb_hardware_address(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t type);

dhcp_handler option_6rd, option_architecture, option_authentication, option_avaya, option_cablelabs, option_civic,
    option_client_id, option_coordinates, option_fqdn, option_isns, option_message_type, option_moment,
    option_name_service, option_network_interface, option_novell, option_novell_servers, option_overload, option_pairs,
    option_pcp, option_port_params, option_rdnss, option_relay_agent, option_routes, option_search_list,
    option_sip_servers, option_slp_agent, option_slp_scope, option_status_code, option_user_class, option_uuid,
    option_vendor_class, option_vendor_classes, option_vendor_info, option_vendor_specifics;
dhcp_handler agent_source_port, agent_vendor, agent_vrf, bsdp_default_image, bsdp_filter_list, bsdp_image_list,
    bsdp_selected_image, cl_mac, cl_oui, pxe_boot_item, pxe_boot_menu, pxe_boot_servers, pxe_discovery_control,
    pxe_menu_prompt, tr111_oui;

/* The capabilities that cable modems and telephony adapters tell in hexadecimal text (dhcp_cable.c). */
void dhcp_modem_capabilities(struct dissect *d, struct cursor c, uint32_t at);
void dhcp_adapter_capabilities(struct dissect *d, struct cursor c, uint32_t at);
void dhcp_modem_capabilities_binary(struct dissect *d, struct cursor c, uint32_t off, uint32_t len);

field_text dhcp_adapter_capability_label, dhcp_address_label, dhcp_avaya_suffix, dhcp_bogus_length_label,
    dhcp_ccc_label, dhcp_cookie_label, dhcp_degrees_label, dhcp_end_label, dhcp_file_label, dhcp_flags_suffix,
    dhcp_hex_text, dhcp_link_address_text, dhcp_mib_label, dhcp_modem_capability_label, dhcp_name_service_text,
    dhcp_option_label, dhcp_part_text, dhcp_request_label, dhcp_route_label, dhcp_said_suffix, dhcp_seconds_label,
    dhcp_server_label, dhcp_sub_label, dhcp_user_class_label, dhcp_version_label, dhcp_vi_cl_label;

#endif
