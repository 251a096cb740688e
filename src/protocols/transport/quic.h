/* quic.h - what the parts of the QUIC dissector share. */
#ifndef PROTOCOLS_TRANSPORT_QUIC_H
#define PROTOCOLS_TRANSPORT_QUIC_H

#include "flow/pieces.h"
#include "protocols/protocol.h"
#include "protocols/transport/quic_keys.h"
#include "protocols/transport/quic_varint.h"

extern const struct protocol proto_quic;

enum quic_row {
    QUIC, QUIC_CONNECTION, QUIC_CONNECTION_NUMBER, QUIC_PACKET_LENGTH, QUIC_HEADER_FORM, QUIC_LONG_PACKET_TYPE,
    QUIC_LONG_PACKET_TYPE_V2, QUIC_LONG_RESERVED, QUIC_PACKET_NUMBER_LENGTH, QUIC_DCID, QUIC_SCID, QUIC_DCIL, QUIC_SCIL,
    QUIC_TOKEN_LENGTH, QUIC_TOKEN, QUIC_LENGTH, QUIC_PACKET_NUMBER, QUIC_VERSION, QUIC_SUPPORTED_VERSION, QUIC_VN_UNUSED,
    QUIC_SHORT, QUIC_FIXED_BIT, QUIC_SPIN_BIT, QUIC_PAYLOAD, QUIC_REMAINING_PAYLOAD, QUIC_ODCIL, QUIC_ODCID,
    QUIC_RETRY_TOKEN, QUIC_RETRY_INTEGRITY_TAG, QUIC_FRAME, QUIC_FRAME_TYPE, QUIC_PADDING_LENGTH,
    QUIC_ACK_LARGEST_ACKNOWLEDGED, QUIC_ACK_ACK_DELAY, QUIC_ACK_ACK_RANGE_COUNT, QUIC_ACK_FIRST_ACK_RANGE, QUIC_ACK_GAP,
    QUIC_ACK_ACK_RANGE, QUIC_ACK_ECT0_COUNT, QUIC_ACK_ECT1_COUNT, QUIC_ACK_ECN_CE_COUNT, QUIC_RSTS_STREAM_ID,
    QUIC_RSTS_ERROR, QUIC_RSTS_FINAL_SIZE, QUIC_SS_STREAM_ID, QUIC_SS_ERROR,
    QUIC_CRYPTO_OFFSET, QUIC_CRYPTO_LENGTH, QUIC_CRYPTO_CRYPTO_DATA, QUIC_NT_LENGTH, QUIC_NT_TOKEN, QUIC_STREAM_FIN,
    QUIC_STREAM_LEN, QUIC_STREAM_OFF, QUIC_STREAM_STREAM_ID, QUIC_STREAM_INITIATOR, QUIC_STREAM_DIRECTION,
    QUIC_STREAM_OFFSET, QUIC_STREAM_LENGTH, QUIC_STREAM_DATA, QUIC_MD_MAXIMUM_DATA, QUIC_MSD_STREAM_ID,
    QUIC_MSD_MAXIMUM_STREAM_DATA, QUIC_MS_MAX_STREAMS, QUIC_SB_STREAM_DATA_LIMIT, QUIC_SDB_STREAM_ID, QUIC_SIB_STREAM_LIMIT,
    QUIC_NCI_RETIRE_PRIOR_TO, QUIC_NCI_SEQUENCE, QUIC_NCI_CONNECTION_ID_LENGTH, QUIC_NCI_CONNECTION_ID,
    QUIC_NCI_STATELESS_RESET_TOKEN, QUIC_RCI_SEQUENCE, QUIC_PATH_CHALLENGE_DATA, QUIC_PATH_RESPONSE_DATA,
    QUIC_CC_ERROR_CODE, QUIC_CC_ERROR_CODE_APP, QUIC_CC_ERROR_CODE_TLS_ALERT, QUIC_CC_FRAME_TYPE,
    QUIC_CC_REASON_PHRASE_LENGTH, QUIC_CC_REASON_PHRASE, QUIC_DG_LENGTH, QUIC_DG, QUIC_AF_SEQUENCE_NUMBER,
    QUIC_AF_ACK_ELICITING_THRESHOLD, QUIC_AF_REQUEST_MAX_ACK_DELAY, QUIC_AF_LAST_BYTE, QUIC_AF_RESERVED,
    QUIC_AF_IGNORE_CE, QUIC_AF_IGNORE_ORDER, QUIC_TS, QUIC_FRAGMENT_OVERLAP, QUIC_FRAGMENT_OVERLAP_CONFLICT,
    QUIC_FRAGMENT_MULTIPLETAILS, QUIC_FRAGMENT_TOOLONGFRAGMENT, QUIC_CRYPTO_FRAGMENT_COUNT, QUIC_CRYPTO_FRAGMENT,
    QUIC_CRYPTO_FRAGMENTS, QUIC_CRYPTO_REASSEMBLED_IN, QUIC_REPEATED, QUIC_ROWS
};

enum quic_note {
    QUIC_NOTE_UNKNOWN_CONNECTION, QUIC_NOTE_UNKNOWN_FRAME, QUIC_NOTE_DECRYPTION_FAILED, QUIC_NOTE_PROTOCOL_VIOLATION,
    QUIC_NOTE_BAD_RETRY, QUIC_NOTE_PADDING, QUIC_NOTE_RETRANSMISSION, QUIC_NOTE_OVERLAP, QUIC_NOTES
};

extern const struct field quic_fields[QUIC_ROWS];
extern const struct note_def quic_notes[QUIC_NOTES];
extern const struct ranges quic_error_codes, quic_frame_types;
extern const struct values tls_alert_descriptions;  /* security/tls_values.c */

enum quic_pref { QUIC_PREF_IN_ORDER };

/* Long headers' types by their bits in version 1; version 2 counts otherwise (RFC 9369 section 3.2). */
enum quic_type { QUIC_INITIAL, QUIC_0RTT, QUIC_HANDSHAKE, QUIC_RETRY, QUIC_NEGOTIATION, QUIC_1RTT };

enum { QUIC_CID_MAX = 20 };  /* bytes: RFC 9000 section 17.2; longer ones are shown, not remembered */

struct quic_cid {
    uint8_t len, bytes[QUIC_CID_MAX];
};

enum { QUIC_CIDS_MAX = 8, QUIC_CONNECTIONS_MAX = 32 };  /* remembered of each end; of one UDP conversation */

/* The bytes of one way that CRYPTO frames carry.  `next`: all before it have come. */
struct quic_crypto {
    uint64_t next, ahead_from, ahead_end;
    struct pieces
        *ahead; /* since bytes came before their turn, all that follows waits until there is no gap; or NULL */
};

/* In the memory of the UDP conversation. */
struct quic_connection {
    struct quic_connection *next;
    struct flow *number;      /* counts it among all */
    unsigned ordinal;         /* among those of the UDP conversation, from 1 */
    unsigned client;          /* the way of what the client sends: flow_direction of the UDP conversation */
    uint32_t version;
    struct quic_cid original; /* the destination that the client chose at first, or that a Retry gave it */
    struct quic_cid cids[2][QUIC_CIDS_MAX];  /* by whose they are: 0 the client's */
    uint8_t n_cids[2];
    const struct quic_keys *keys;  /* of Initial packets, for both ways */
    uint64_t largest[2];      /* packet number of an Initial, and 1; 0: none yet */
    struct quic_crypto crypto[2];
    uint32_t answered;        /* the first frame with a message of the server; 0: none */
    bool told;                /* that secrets are missing for packets with short headers */
};

/* What the first pass keeps of a CRYPTO frame. */
struct quic_piece {
    struct quic_piece *next;
    struct pieces *joined;    /* it waits, or makes whole; NULL: its bytes go on at once */
    uint32_t skip;            /* bytes that were there before */
    bool ends;                /* it made the pieces whole */
    bool again, overlaps;
};

/* What it keeps of an Initial that could be opened. */
struct quic_opened {
    const struct quic_keys *keys;
    uint64_t number;
    struct quic_piece *pieces;
};

/* What it keeps of every packet. */
struct quic_packet_fact {
    struct quic_packet_fact *next;
    struct quic_connection *connection;  /* NULL: not known */
    union {
        struct quic_opened *opened;      /* QUIC_INITIAL; NULL: no keys fit */
        struct quic_cid *original;       /* QUIC_RETRY: what the client had chosen; NULL: not known */
        bool told;                       /* QUIC_1RTT: that its secrets are missing */
    };
    uint8_t type;                        /* enum quic_type: says which of those */
    uint8_t short_len;                   /* QUIC_1RTT: bytes of the connection's identifier */
};

enum { QUIC_SAID_MAX = 2048 };

/* A part of the Info column: a frame that the packet holds. */
struct quic_said {
    struct quic_said *next;
    const char *name;
    uint64_t stream;
    bool has_stream;
};

/* One packet at hand. */
struct quic_packet {
    struct quic_packet_fact *fact;
    struct quic_piece **pieces;   /* the next one of the fact's */
    struct quic_said *said, **said_end;
    uint32_t n_said;          /* at most QUIC_SAID_MAX: no column shows more */
    const uint8_t *dcid, *scid;
    uint32_t dcid_len, scid_len, version, len;
    uint64_t number;          /* of the packet, once it is opened */
    uint32_t number_at, number_len;  /* where the packet number stands, once it is known; number_at 0: not */
    uint32_t body_at;         /* long headers: of what follows the identifiers */
    uint8_t type;             /* enum quic_type */
    uint8_t first;            /* the first byte, without protection where that could be taken off */
    unsigned way;             /* 0: from the client */
    struct cursor payload;    /* in clear; NULL bytes: it could not be opened */
};

/* Memory that lives as long as later passes need it; NULL at the bound. */
void *quic_keep(struct dissect *d, size_t size);

/* quic_connection.c: the connection that a packet belongs to, made if it begins one (first pass). */
struct quic_connection *quic_connection_find(struct dissect *d, const struct quic_packet *p);
/* 0: the packet at hand comes from the connection's client. */
unsigned quic_way(struct dissect *d, const struct quic_connection *q);
/* What the header tells of the ends' identifiers; p->fact->connection is known.  First pass. */
void quic_connection_learn(struct dissect *d, struct quic_packet *p);
/* The one whose identifier stands at c, behind the first byte of a short header; *len: its length. */
struct quic_connection *quic_connection_short(struct dissect *d, struct cursor c, uint32_t *len);
/* Some connection of the UDP conversation is known. */
bool quic_is_known(const struct dissect *d);

/* quic_frames.c: all frames of a payload in clear. */
void quic_frames(struct dissect *d, struct quic_packet *p, struct cursor c);
/* quic_crypto.c: the data of a CRYPTO frame. */
void quic_crypto_data(struct dissect *d, struct quic_packet *p, struct cursor c, uint64_t off);

/* Label and text that quic_frames.c knows. */
field_text quic_frame_label, quic_unknown_frame_text;

#endif
