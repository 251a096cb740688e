/* ip_rows.h - the rows of IPv4, shared by its files. */
#ifndef PROTOCOLS_INTERNET_IP_ROWS_H
#define PROTOCOLS_INTERNET_IP_ROWS_H

#include "protocols/internet/geo.h"

enum ip_row { IP, VERSION, HDR_LEN, DSFIELD, DSCP, ECN, TOS, TOS_PRECEDENCE, TOS_DELAY, TOS_THROUGHPUT, TOS_RELIABILITY,
       TOS_COST, LEN, ID, FLAGS, FLAG_SF, FLAG_RB, FLAG_DF, FLAG_MF, FRAG_OFFSET, TTL, PROTO, CHECKSUM, STATUS, CALCULATED, SRC,
       ADDR, SRC_HOST, HOST, DST, DST_HOST, CUR_RT, CUR_RT_HOST, SRC_RT, SRC_RT_HOST, REC_RT, REC_RT_HOST, EMPTY_RT,
       EMPTY_RT_HOST,
       /* options */
       OPTIONS, OPT_UNKNOWN, OPT_SUB_TOO_LONG, OPT_EOL, OPT_NOP, OPT_SECURITY, OPT_LSR, OPT_TIMESTAMP, OPT_EXT_SECURITY, OPT_CIPSO,
       OPT_RECORD_ROUTE, OPT_SID, OPT_SSR, OPT_MTU_PROBE, OPT_MTU_REPLY, OPT_TRACEROUTE, OPT_ROUTER_ALERT, OPT_SDB,
       OPT_QUICK_START, OPT_TYPE, OPT_COPY, OPT_CLASS, OPT_NUMBER, OPT_LEN, OPT_PTR, OPT_TS_PTR, OPT_SID_VALUE, OPT_MTU, OPT_ID,
       OPT_OHC, OPT_RHC, OPT_ORIGINATOR, OPT_RA, OPT_ADDR, OPT_PADDING, QS_FUNC, QS_RATE, QS_TTL, QS_TTL_DIFF, QS_UNUSED,
       QS_NONCE, QS_RESERVED, SEC_791, SEC_COMPARTMENTS, SEC_HANDLING, SEC_CONTROL, SEC_LEVEL, SEC_FLAGS, SEC_GENSER, SEC_SIOP,
       SEC_SCI, SEC_NSA, SEC_DOE, SEC_UNASSIGNED, SEC_MORE, SEC_MORE_FLAGS, SEC_MORE_UNASSIGNED, SEC_MORE_MORE, SEC_FORMAT,
       SEC_INFO, TS_OVERFLOW, TS_FLAG, TS_TIME, TS_ADDR, CIPSO_DOI, CIPSO_TAG, CIPSO_TAG_UNKNOWN, CIPSO_LEVEL, CIPSO_BITMAP,
       CIPSO_LIST, CIPSO_RANGES, CIPSO_DATA,
       /* reassembly */
       FRAGMENT_OVERLAP, FRAGMENT_CONFLICT, FRAGMENT_TAILS, FRAGMENT_TOO_LONG, FRAGMENT_ERROR, FRAGMENT_COUNT, FRAGMENT,
       FRAGMENTS, REASSEMBLED_IN, REASSEMBLED_LENGTH, REASSEMBLED_DATA,
       GEO, IP_ROWS = GEO + GEO_ROWS_ALL };
enum ip_note { BOGUS_LENGTH, LENGTH_EXCEEDS, EVIL, CHECKSUM_BAD, TTL_LOCAL, TTL_SMALL, BOGUS_VERSION, BOGUS_VERSION_ANY,
       BOGUS_HEADER, OPT_LEN_INVALID, OPT_EXTRANEOUS, OPT_LAST_NOT_FINAL, OPT_PTR_BEFORE, OPT_PTR_MIDDLE, OPT_SUB_LONG, OPT_NOPS,
       CIPSO_BAD };

extern const struct field ip_fields[IP_ROWS];

/* The options of the header h, which are the cursor's bytes: RFC 791 section 3.1 and later ones. */
void ip_options(struct dissect *d, struct cursor c, const uint8_t *h);
/* The address where the packet shall end when a source route goes on from the destination; NULL: there. */
const uint8_t *ip_final_destination(const uint8_t *options, uint32_t len);
/* Text of a finding about an option whose length is not right. */
field_text ip_option_length_text;
field_text ip_options_suffix, ip_option_label, ip_option_unknown_label, ip_option_quick_start_suffix,
    ip_option_alert_suffix;
extern const struct values ip_quick_start_functions, ip_quick_start_rates;

#endif
