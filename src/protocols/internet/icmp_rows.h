/* icmp_rows.h - the rows of ICMP, shared by its files. */
#ifndef PROTOCOLS_INTERNET_ICMP_ROWS_H
#define PROTOCOLS_INTERNET_ICMP_ROWS_H

#include "protocols/internet/icmp.h"

enum icmp_row { ICMP, TYPE, CODE, CHECKSUM, STATUS, UNUSED, IDENT, IDENT_LE, SEQ, SEQ_LE, MTU, NUM_ADDRS, ENTRY_SIZE, LIFETIME,
       POINTER, ROUTER, PREFERENCE, ORIGINATE, RECEIVE, TRANSMIT, ADDRESS_MASK, GATEWAY, RESP_IN, NO_RESP, RESP_TO, RESPTIME,
       DATA_TIME, DATA_TIME_RELATIVE, LENGTH, ORIGINAL_LENGTH, RESERVED, ECHO_SEQ, ECHO_RESERVED, ECHO_LOCAL, ECHO_STATE,
       ECHO_RESERVED2, ECHO_ACTIVE, ECHO_IPV4, ECHO_IPV6,
       /* mobile IP */
       MIP_EXT, MIP_TYPE, MIP_LENGTH, MIP_PREFIX, MIP_SEQ, MIP_LIFE, MIP_FLAGS, MIP_R, MIP_B, MIP_H, MIP_F, MIP_M, MIP_G, MIP_V,
       MIP_RT, MIP_U, MIP_X, MIP_RESERVED, MIP_COA, MIP_CHALLENGE, MIP_CONTENT,
       /* multi-part extensions */
       EXT, EXT_VERSION, EXT_RESERVED, EXT_CHECKSUM, EXT_STATUS, EXT_OBJECT, EXT_LENGTH, EXT_CLASS, EXT_CTYPE, EXT_CTYPE_NAMED,
       EXT_DATA, MPLS_ENTRY, MPLS_LABEL, MPLS_EXP, MPLS_S, MPLS_TTL, MPLS_DATA, INFO_CTYPE, INFO_ROLE, INFO_RESERVED,
       INFO_IFINDEX, INFO_IPADDR, INFO_NAME_PRESENT, INFO_MTU_PRESENT, INFO_INDEX, INFO_ADDRESS, INFO_AFI, INFO_IPV4, INFO_IPV6,
       INFO_UNKNOWN, INFO_NAME, INFO_NAME_LENGTH, INFO_NAME_TEXT, INFO_MTU, ID_NAME, ID_INDEX, ID_AFI, ID_LENGTH, ID_RESERVED,
       ID_IPV4, ID_IPV6, ID_ADDRESS, ICMP_ROWS };
enum icmp_note { RESP_NOT_FOUND, CHECKSUM_BAD, EXT_CHECKSUM_BAD };

enum { ECHO_REPLY = 0, UNREACHABLE = 3, QUENCH = 4, REDIRECT = 5, ALTERNATE_HOST = 6, ECHO_REQUEST = 8, ROUTER_ADVERT = 9,
       TIME_EXCEEDED = 11, PARAMETER = 12, TIMESTAMP = 13, TIMESTAMP_REPLY = 14, INFORMATION = 15, INFORMATION_REPLY = 16,
       MASK_REQUEST = 17, MASK_REPLY = 18, PHOTURIS = 40, EXTENDED_ECHO = 42, EXTENDED_REPLY = 43 };

extern const struct field icmp_fields[ICMP_ROWS];

/* "Port unreachable": the code of a type that has names for them. */
bool icmp_has_codes(uint32_t type);
void sb_icmp_code(struct strbuf *sb, uint32_t type, uint32_t code);
const char *icmp_type_text(uint32_t type, uint32_t code);

/* Extensions of a router advertisement (RFC 5944 section 2.1). */
void icmp_mobile_ip(struct dissect *d, struct cursor c);

field_text icmp_object_label, icmp_mpls_label, icmp_info_suffix, icmp_identification_suffix, icmp_mobile_label;
extern const struct values icmp_mip_types;

#endif
