/* tcp.h - what the files of TCP share: tcp.c dissects the header, tcp_options.c the options, tcp_analysis.c follows
   the conversation, tcp_fields.c holds the tables.  Nobody else includes it. */
#ifndef PROTOCOLS_TRANSPORT_TCP_H
#define PROTOCOLS_TRANSPORT_TCP_H

#include "flow/stream.h"
#include "protocols/protocol.h"

enum tcp_row {
    TCP, TCP_SRCPORT, TCP_DSTPORT, TCP_PORT_S, TCP_PORT_D, TCP_STREAM, TCP_COMPLETENESS, TCP_SEQ, TCP_SEQ_RAW,
    TCP_NXTSEQ, TCP_ACK, TCP_ACK_RAW, TCP_HDR_LEN, TCP_FLAGS, TCP_FLAGS_RES, TCP_FLAGS_AE, TCP_FLAGS_CWR,
    TCP_FLAGS_ECE, TCP_FLAGS_ACE, TCP_FLAGS_URG, TCP_FLAGS_ACK, TCP_FLAGS_PUSH, TCP_FLAGS_RESET, TCP_FLAGS_SYN,
    TCP_FLAGS_FIN, TCP_FLAGS_STR, TCP_WINDOW_SIZE_VALUE, TCP_WINDOW_SIZE, TCP_WINDOW_SIZE_SCALEFACTOR,
    TCP_CHECKSUM, TCP_CHECKSUM_STATUS, TCP_CHECKSUM_CALCULATED, TCP_ANALYSIS, TCP_AN_FLAGS,
    TCP_AN_DUPLICATE_ACK, TCP_AN_DUPLICATE_ACK_NUM, TCP_AN_DUPLICATE_ACK_FRAME, TCP_CONTINUATION_TO, TCP_LEN,
    TCP_AN_ACKS_FRAME, TCP_AN_BYTES_IN_FLIGHT, TCP_AN_PUSH_BYTES_SENT, TCP_AN_ACK_RTT, TCP_AN_INITIAL_RTT,
    TCP_AN_RTO, TCP_AN_RTO_FRAME, TCP_URGENT_POINTER, TCP_SEGMENT_OVERLAP, TCP_SEGMENT_OVERLAP_CONFLICT,
    TCP_SEGMENT_MULTIPLETAILS, TCP_SEGMENT_TOOLONGFRAGMENT, TCP_SEGMENT_ERROR, TCP_SEGMENT_COUNT, TCP_SEGMENT,
    TCP_SEGMENTS, TCP_REASSEMBLED_IN, TCP_REASSEMBLED_LENGTH, TCP_REASSEMBLED_DATA, TCP_OPTION_KIND,
    TCP_OPTION_LEN, TCP_OPTIONS, TCP_OPT_MSS_VAL, TCP_OPT_WSCALE_SHIFT, TCP_OPT_WSCALE_MULTIPLIER,
    TCP_OPT_EXPERIMENTAL_DATA, TCP_OPT_EXPERIMENTAL_EXID, TCP_OPT_UNKNOWN_PAYLOAD, TCP_OPT_SACK_LE,
    TCP_OPT_SACK_RE, TCP_OPT_SACK_COUNT, TCP_OPT_SACK_DSACK_LE, TCP_OPT_SACK_DSACK_RE, TCP_OPT_ECHO_VALUE,
    TCP_OPT_TIMESTAMP_TSVAL, TCP_OPT_TIMESTAMP_TSECR, TCP_OPT_CC_VALUE, TCP_OPT_MD5_DIGEST, TCP_OPT_AO_KEYID,
    TCP_OPT_AO_RNEXTKEYID, TCP_OPT_AO_MAC, TCP_OPT_QS_RATE, TCP_OPT_QS_TTL_DIFF, TCP_OPT_TARR_RATE,
    TCP_OPT_TAR_RESERVED, TCP_OPT_ACC_ECN_EE0B, TCP_OPT_ACC_ECN_ECEB, TCP_OPT_ACC_ECN_EE1B, TCP_OPT_SCPS_VECTOR,
    TCP_OPT_SCPS_BINDING_ID, TCP_OPT_SCPS_BINDING_LEN, TCP_OPT_SNACK_OFFSET, TCP_OPT_SNACK_SIZE,
    TCP_OPT_SNACK_LE, TCP_OPT_SNACK_RE, TCP_OPT_SCPSFLAGS_BETS, TCP_OPT_SCPSFLAGS_SNACK1,
    TCP_OPT_SCPSFLAGS_SNACK2, TCP_OPT_SCPSFLAGS_COMPRESS, TCP_OPT_SCPSFLAGS_NLTS, TCP_OPT_SCPSFLAGS_RESERVED,
    TCP_OPT_SCPS_BINDING, TCP_OPT_USER_TO_GRANULARITY, TCP_OPT_USER_TO_VAL, TCP_RVBD_PROBE_TYPE1,
    TCP_RVBD_PROBE_TYPE2, TCP_RVBD_PROBE_VERSION, TCP_RVBD_PROBE_VERSION_RAW, TCP_RVBD_PROBE_PROBER,
    TCP_RVBD_PROBE_PROXY_IP, TCP_RVBD_PROBE_PROXY_PORT, TCP_RVBD_PROBE_APPLI_VER, TCP_RVBD_PROBE_CLIENT_IP,
    TCP_RVBD_PROBE_STOREID, TCP_RVBD_PROBE_FLAGS, TCP_RVBD_PROBE_FLAGS_NOTCFE, TCP_RVBD_PROBE_FLAGS_LAST,
    TCP_RVBD_PROBE_FLAGS_PROBE, TCP_RVBD_PROBE_FLAGS_SSL, TCP_RVBD_PROBE_FLAGS_SERVER, TCP_RVBD_TRPY_FLAGS,
    TCP_RVBD_TRPY_FLAGS_FW_RST_PROBE, TCP_RVBD_TRPY_FLAGS_FW_RST_INNER, TCP_RVBD_TRPY_FLAGS_FW_RST,
    TCP_RVBD_TRPY_FLAGS_CHKSUM, TCP_RVBD_TRPY_FLAGS_OOB, TCP_RVBD_TRPY_FLAGS_MODE, TCP_RVBD_TRPY_SRC_IP,
    TCP_RVBD_TRPY_DST_IP, TCP_RVBD_TRPY_SRC_PORT, TCP_RVBD_TRPY_DST_PORT, TCP_RVBD_TRPY_CLIENT_PORT,
    TCP_OPT_TFO_REQUEST, TCP_OPT_TFO_COOKIE, TCP_PDU_TIME, TCP_PDU_SIZE, TCP_PDU_LAST_FRAME, TCP_TIME_RELATIVE,
    TCP_TIME_DELTA, TCP_PROC_SRCUID, TCP_PROC_SRCPID, TCP_PROC_SRCUNAME, TCP_PROC_SRCCMD, TCP_PROC_DSTUID,
    TCP_PROC_DSTPID, TCP_PROC_DSTUNAME, TCP_PROC_DSTCMD, TCP_SEGMENT_DATA, TCP_PAYLOAD,
    TCP_OPT_SCPS_BINDING_DATA, TCP_RVBD_PROBE_RESERVED, TCP_FIN_RETRANSMISSION, TCP_RESET_CAUSE,
    TCP_SYNCOOKIE_TIME, TCP_SYNCOOKIE_MSS, TCP_SYNCOOKIE_HASH, TCP_OPT_SYNCOOKIE_TIMESTAMP,
    TCP_OPT_SYNCOOKIE_ECN, TCP_OPT_SYNCOOKIE_SACK, TCP_OPT_SYNCOOKIE_WSCALE, TCP_OPTION_NOP, TCP_OPTION_EOL,
    TCP_OPTION_TIMESTAMP, TCP_OPTION_MSS, TCP_OPTION_WSCALE, TCP_OPTION_SACK_PERM, TCP_OPTION_SACK,
    TCP_OPTION_ECHO, TCP_OPTION_ECHOREPLY, TCP_OPTION_CC, TCP_OPTION_CCNEW, TCP_OPTION_CCECHO, TCP_OPTION_AO,
    TCP_OPTION_MD5, TCP_OPTION_SCPS, TCP_OPTION_SNACK, TCP_OPTION_SCPSREC, TCP_OPTION_SCPSCOR, TCP_OPTION_QS,
    TCP_OPTION_USER_TO, TCP_OPTION_TFO, TCP_OPTION_ACC_ECN, TCP_OPTION_RVBD_PROBE, TCP_OPTION_RVBD_TRPY,
    TCP_OPTION_EXPERIMENTAL, TCP_OPTION_UNKNOWN, TCP_TIMESTAMPS, TCP_SHORT_TEXT, TCP_SUBOPTION_TEXT,
    TCP_DSACK_TEXT, TCP_PADDING_TEXT, TCP_OPTION_BAD, TCP_DUP_ACK_TEXT, TCP_RETRANSMITTED, TCP_SEQ_PLAIN, TCP_FIELDS
};
enum tcp_note {
    TCP_NOTE_OPTION_LENGTH, TCP_NOTE_RETRANSMISSION, TCP_NOTE_FAST_RETRANSMISSION,
    TCP_NOTE_SPURIOUS_RETRANSMISSION, TCP_NOTE_OUT_OF_ORDER, TCP_NOTE_REUSED_PORTS, TCP_NOTE_LOST_SEGMENT,
    TCP_NOTE_ACK_LOST_SEGMENT, TCP_NOTE_WINDOW_UPDATE, TCP_NOTE_WINDOW_FULL, TCP_NOTE_KEEP_ALIVE,
    TCP_NOTE_KEEP_ALIVE_ACK, TCP_NOTE_ZERO_WINDOW_PROBE, TCP_NOTE_ZERO_WINDOW, TCP_NOTE_ZERO_WINDOW_PROBE_ACK,
    TCP_NOTE_TFO_SYN, TCP_NOTE_TFO_ACK, TCP_NOTE_TFO_IGNORED, TCP_NOTE_FIN_ACTIVE, TCP_NOTE_FIN_PASSIVE,
    TCP_NOTE_DSACK, TCP_NOTE_SNACK_SEQUENCE, TCP_NOTE_WSCALE_INVALID, TCP_NOTE_MSS_ABSENT, TCP_NOTE_MSS_PRESENT,
    TCP_NOTE_SHORT_SEGMENT, TCP_NOTE_ACK_NONZERO, TCP_NOTE_SYNACK, TCP_NOTE_SYN, TCP_NOTE_FIN, TCP_NOTE_RST,
    TCP_NOTE_CHECKSUM_FFFF, TCP_NOTE_CHECKSUM_BAD, TCP_NOTE_URGENT_NONZERO, TCP_NOTE_SUBOPTION, TCP_NOTE_NOP,
    TCP_NOTE_PADDING, TCP_NOTE_HEADER_BOGUS, TCP_NOTE_DUPLICATE_ACK, TCP_NOTES
};
enum tcp_pref {
    TCP_PREF_SUMMARY, TCP_PREF_CHECK_CHECKSUM, TCP_PREF_DESEGMENT, TCP_PREF_OUT_OF_ORDER, TCP_PREF_ANALYZE,
    TCP_PREF_RELATIVE, TCP_PREF_WINDOW_SCALING, TCP_PREF_BYTES_IN_FLIGHT, TCP_PREF_BIF_BY_SEQUENCE,
    TCP_PREF_CALCULATE_TIMESTAMPS, TCP_PREF_HEURISTIC_FIRST, TCP_PREF_IGNORE_TIMESTAMPS, TCP_PREF_FAST_OVER_OOO,
    TCP_PREF_NO_SUBDISSECTOR, TCP_PREF_EXPERIMENTAL, TCP_PREF_PROCESS_INFO, TCP_PREF_SYN_COOKIE, TCP_PREF_MODE, TCP_PREFS
};

enum { TCP_KIND_MPTCP = 30 };
/* Two NOPs and the heading of a timestamps option, as RFC 7323 appendix A has them. */
enum { TCP_TIMESTAMPS_ALONE = 0x0101080a };

enum tcp_mode { TCP_MODE_WIRESHARK, TCP_MODE_STRICT };

extern const struct field tcp_fields[TCP_FIELDS];
extern const struct note_def tcp_notes[TCP_NOTES];
extern const struct pref tcp_prefs[TCP_PREFS];
extern const struct protocol proto_tcp, proto_mptcp;

enum tcp_flag {
    TCP_FIN_FLAG = 1, TCP_SYN_FLAG = 2, TCP_RST_FLAG = 4, TCP_PSH_FLAG = 8, TCP_ACK_FLAG = 0x10, TCP_URG_FLAG = 0x20,
    TCP_ECE_FLAG = 0x40, TCP_CWR_FLAG = 0x80, TCP_AE_FLAG = 0x100
};

/* What the analysis says about a segment; names as in Wireshark's manual, "TCP Analysis". */
enum tcp_finding {
    TCP_IS_RETRANSMISSION = 1, TCP_IS_LOST = 2, TCP_IS_ACK_LOST = 4, TCP_IS_KEEP_ALIVE = 8, TCP_IS_DUPLICATE_ACK = 0x10,
    TCP_IS_ZERO_WINDOW = 0x20, TCP_IS_ZERO_WINDOW_PROBE = 0x40, TCP_IS_ZERO_WINDOW_PROBE_ACK = 0x80,
    TCP_IS_KEEP_ALIVE_ACK = 0x100, TCP_IS_OUT_OF_ORDER = 0x200, TCP_IS_FAST = 0x400, TCP_IS_WINDOW_UPDATE = 0x800,
    TCP_IS_WINDOW_FULL = 0x1000, TCP_IS_REUSED_PORTS = 0x2000, TCP_IS_SPURIOUS = 0x4000,
    TCP_IS_SHOWN = 0x10000,          /* there is something to show, if only the conversation's first round trip */
    TCP_IS_FIN_ACTIVE = 0x40000, TCP_IS_FIN_PASSIVE = 0x80000,
    TCP_IS_FAST_OPEN_ACCEPTED = 0x100000, TCP_IS_FAST_OPEN_IGNORED = 0x200000
};

/* What the first pass finds out about one segment.  Kept with the zero words left out. */
struct tcp_facts {
    uint64_t since_previous;  /* in the conversation, ns */
    uint64_t ack_rtt, rto;    /* ns */
    uint32_t findings;        /* enum tcp_finding */
    uint32_t acks_frame, bytes_in_flight, push_bytes, duplicate_number, duplicate_frame, rto_frame;
};

enum { TCP_SCALE_UNKNOWN = -1, TCP_SCALE_OFF = -2 };

/* The segment at hand.  Lives in the packet's arena: labels and the Info column read it. */
struct tcp_segment {
    const uint8_t *header;
    uint32_t captured;        /* bytes from `header` on */
    uint32_t header_length;   /* as the packet says */
    uint32_t length;          /* of the payload */
    uint32_t seq, ack;        /* raw */
    uint32_t base, other_base;  /* what sequence and acknowledgment numbers count from; 0 if not relative */
    uint32_t window;          /* scaled */
    int32_t scale;            /* factor, TCP_SCALE_UNKNOWN, TCP_SCALE_OFF */
    uint16_t flags;
    bool has_numbers, has_length, bogus;
    bool quoted;              /* by an ICMP error: it says nothing of the conversation's numbers */
    bool accurate_ecn;        /* the three ECN flags are a counter */
    bool relative, hide_timestamps, summary;
    bool multipath;           /* it has an option of MPTCP */
    uint32_t options_done;    /* bytes of options that were understood */
    struct tcp_facts facts;
    struct flow *flow;
    struct conversation *conversation;  /* of tcp_analysis.c; NULL: nothing is remembered */
    uint8_t side;             /* which of its two */
};

/* Bytes that were selectively acknowledged, RFC 2018 section 3. */
struct tcp_sack_block {
    uint32_t left, right;
};

/* Values of options that the conversation depends on. */
struct tcp_option_values {
    bool has_scale, accurate_ecn, multipath;
    uint8_t shift;
    uint32_t sacked;  /* bytes in SACK blocks */
    bool has_ts;
    uint32_t tsval, tsecr;
    uint32_t blocks;  /* of SACK */
    struct tcp_sack_block sack[4];
};

static inline uint32_t tcp_options_length(const struct tcp_segment *t)
{
    return t->header_length > 20 ? t->header_length - 20 : 0;
}

/* tcp_fields.c */

/* "SYN, ACK", "<None>" */
void tcp_flag_names(struct strbuf *sb, uint16_t flags, bool accurate_ecn);

/* tcp_options.c */

/* Emits the options, which begin at c and end with it; marks how far it got in t. */
void tcp_options_emit(struct dissect *d, struct cursor c, struct tcp_segment *t);
/* Looks for the options that matter to the conversation; never fails. */
struct tcp_option_values tcp_options_read(const struct tcp_segment *t);
/* The next option of that kind from *at on, which moves behind it (at first: 20), and its length; NULL: no more. */
const uint8_t *tcp_option_next(const struct tcp_segment *t, uint8_t kind, uint32_t *at, uint32_t *len);
/* RFC 2883 section 4: the first block repeats what was acknowledged, or lies within the second. */
bool tcp_is_dsack(const struct tcp_option_values *v, uint32_t ack);
/* " MSS=1460 WS=128": for the Info column.  tcp_options_before: what stands before the ports. */
void tcp_options_info(struct strbuf *sb, const struct tcp_segment *t);
void tcp_options_before(struct strbuf *sb, const struct tcp_segment *t);
field_text tcp_options_label, tcp_options_suffix, tcp_option_label, tcp_option_trouble, tcp_scps_suffix;
extern const struct values tcp_option_kinds, tcp_quick_start_rates;

/* tcp_analysis.c */

/* Follows the conversation with this segment (first pass) or looks up what was found then; fills t->facts, t->flow,
   bases and window scale. */
void tcp_follow(struct dissect *d, struct tcp_segment *t);
/* First pass: adds findings to those of an earlier frame, if facts are kept. */
void tcp_facts_add(struct dissect *d, uint32_t frame, uint32_t findings);
/* Stream index and completeness; where to look for the payload's protocol first. */
void tcp_stream_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t);
void tcp_timestamps_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t);
void tcp_analysis_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t);
/* The stream that the segment is part of, NULL when it is not followed. */
struct stream *tcp_stream(const struct tcp_segment *t);
/* The server's port if the conversation's beginning was seen; 0: unknown. */
uint32_t tcp_server_port(const struct tcp_segment *t);
/* "[TCP Retransmission] "; nothing when there is nothing to say. */
void tcp_findings_info(struct strbuf *sb, const struct tcp_segment *t);

/* tcp_strict.c */

/* First pass: what the segment is by tcp.analysis_mode:strict, as findings of t->facts; round_trip in ns, 0: not known.
   `memory` is the conversation's, made when it is needed. */
struct tcp_strict;
void tcp_strict_judge(struct dissect *d, struct tcp_segment *t, struct tcp_strict **memory, unsigned side,
                      int64_t round_trip);

#endif
