/* mptcp.h - what the files of Multipath TCP share: mptcp.c dissects the options and shows what is known, mptcp_session.c
   finds the TCP connections that are one session, mptcp_mapping.c which data a segment carries.  tcp*.c use it too. */
#ifndef PROTOCOLS_TRANSPORT_MPTCP_H
#define PROTOCOLS_TRANSPORT_MPTCP_H

#include "protocols/transport/tcp.h"

enum mptcp_pref { MPTCP_PREF_ANALYZE, MPTCP_PREF_RELATIVE, MPTCP_PREF_MAPPINGS, MPTCP_PREF_REINJECTIONS, MPTCP_PREFS };

enum mptcp_subtype {
    MPTCP_CAPABLE, MPTCP_JOIN, MPTCP_DSS, MPTCP_ADD_ADDRESS, MPTCP_REMOVE_ADDRESS, MPTCP_PRIORITY, MPTCP_FAIL, MPTCP_FAST_CLOSE,
    MPTCP_RESET
};

/* What follows from a key, RFC 8684 section 3.2; version 0 (RFC 6824) used another hash. */
struct mptcp_key {
    uint64_t key, idsn;  /* the initial data sequence number */
    uint32_t token;
};
/* False: nobody knows how that version does it. */
bool mptcp_key_derive(uint32_t version, uint64_t key, struct mptcp_key *out);

/* A segment that data was sent in. */
struct mptcp_sent {
    uint64_t dsn;
    uint32_t length, frame;
    const struct mptcp_flow *flow;
    unsigned slot;       /* of its facts */
};

/* One of the two hosts, as a sender of data. */
struct mptcp_end {
    struct mptcp_key key;
    bool keyed;          /* the key is known */
    bool numbered;       /* so is some data sequence number, in all of its 64 bits */
    uint64_t origin;     /* the first of those */
    uint64_t latest;     /* first pass: the highest */
    struct mptcp_sent *sent;  /* by dsn, when reinjections are looked for */
    uint32_t n_sent, room;
};

struct mptcp_session {
    uint32_t number;
    uint16_t subtypes;         /* of the options that were seen, a bit each */
    struct mptcp_end end[2];   /* 0: of whom the first connection came */
    struct mptcp_flow *master; /* that began it; NULL: not seen */
    struct mptcp_flow *flows;  /* the newest first */
};

/* A number of the connection's bytes, and the data sequence number of what is there. */
struct mptcp_mapping {
    uint64_t ssn, dsn;
    uint32_t length, first_frame, last_frame;
    bool known;          /* all of dsn */
};
struct mptcp_mappings {
    struct mptcp_mapping *list;  /* by ssn */
    uint32_t n, room;
};

/* The frame where the same data was sent on another connection of the session; 0: nowhere. */
struct mptcp_reinjection {
    uint32_t of, in;
};

/* One TCP connection that spoke of MPTCP: TCP's directions are its sides. */
struct mptcp_flow {
    struct mptcp_session *session;  /* NULL: not known which */
    struct mptcp_flow *next;
    struct flow *flow;
    unsigned turned;     /* 1: end 1 sends on side 0 */
    struct mptcp_reinjection now;  /* first pass: of the segment in */
    uint32_t now_frame;
    struct mptcp_side {
        bool opened;     /* its SYN was seen */
        uint16_t subtypes;  /* the session's when the side last sent something */
        uint32_t isn;
        struct mptcp_mappings mappings;
    } side[2];
};

static inline struct mptcp_end *mptcp_sender(const struct mptcp_flow *f, unsigned side)
{
    return &f->session->end[side ^ f->turned];
}

/* All of these speak as mptcp (speak_as), but for mptcp_learn and mptcp_analysis_emit, which are called by TCP. */

/* mptcp_session.c */

/* First pass: what the segment's options say; what is then known of the connection, NULL without memory. */
struct mptcp_flow *mptcp_learn(struct dissect *d, const struct tcp_segment *t);
/* First pass: whether the session's first option of a subtype was seen since the side's latest segment. */
bool mptcp_news(struct mptcp_flow *f, unsigned side);
/* What is known of the present packet's connection; NULL: nothing, or it has no session. */
struct mptcp_flow *mptcp_flow_here(struct dissect *d);
/* All 64 bits of a number of which 32 were sent; the end is numbered. */
enum mptcp_numbered { MPTCP_DSN, MPTCP_ACK };
uint64_t mptcp_widen(struct dissect *d, const struct mptcp_end *e, uint32_t low, enum mptcp_numbered which);
/* For facts: tells those of one TCP segment apart from others in the frame. */
unsigned mptcp_slot(const struct dissect *d);

/* mptcp_mapping.c */

/* First pass: bytes from `ssn` on, relative to the SYN's, are those from `dsn` on. */
void mptcp_map(struct dissect *d, struct mptcp_mappings *m, uint32_t ssn, uint64_t dsn, uint32_t length, bool known);
/* The mapping of that byte; NULL: there is none. */
const struct mptcp_mapping *mptcp_mapping_at(const struct dissect *d, const struct mptcp_mappings *m, uint32_t ssn);
/* Those of [ssn, ssn + length), at most `room`; returns how many. */
uint32_t mptcp_mappings_of(const struct dissect *d, const struct mptcp_mappings *m, uint32_t ssn, uint32_t length,
                           const struct mptcp_mapping **out, uint32_t room);

/* First pass: `length` bytes from `dsn` on were sent in the present segment. */
void mptcp_data_sent(struct dissect *d, struct mptcp_end *e, struct mptcp_flow *f, uint64_t dsn, uint32_t length);
/* NULL: nothing was found out about the present segment. */
const struct mptcp_reinjection *mptcp_reinjection_here(struct dissect *d, const struct mptcp_flow *f);

/* mptcp.c */

/* "MPTCP analysis"; c: at TCP's header. */
void mptcp_analysis_emit(struct dissect *d, struct cursor c, const struct tcp_segment *t);

#endif
