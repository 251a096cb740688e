/* dcerpc.h - what the parts of the DCE/RPC dissector share. */
#ifndef PROTOCOLS_RPC_DCERPC_H
#define PROTOCOLS_RPC_DCERPC_H

#include "flow/pieces.h"
#include "protocols/protocol.h"

enum dcerpc_row {
    DCERPC, RPC_VER, RPC_VER_MINOR, RPC_PKT_TYPE, RPC_CN_FLAGS, RPC_FLAG_OBJECT, RPC_FLAG_MAYBE, RPC_FLAG_DNE,
    RPC_FLAG_MPX, RPC_FLAG_RESERVED, RPC_FLAG_CANCEL_PENDING, RPC_FLAG_LAST_FRAG, RPC_FLAG_FIRST_FRAG, RPC_DREP,
    RPC_DREP_BYTEORDER, RPC_DREP_CHARACTER, RPC_DREP_FP, RPC_CN_FRAG_LEN, RPC_CN_AUTH_LEN, RPC_CN_CALL_ID,
    RPC_CN_MAX_XMIT, RPC_CN_MAX_RECV, RPC_CN_ASSOC_GROUP, RPC_CN_NUM_CTX_ITEMS, RPC_CN_CTX_ITEM, RPC_CN_CTX_ID,
    RPC_CN_NUM_TRANS_ITEMS, RPC_CN_BIND_ABSTRACT_SYNTAX, RPC_CN_BIND_TO_UUID, RPC_CN_BIND_IF_VER,
    RPC_CN_BIND_IF_VER_MINOR, RPC_CN_BIND_TRANS, RPC_CN_BIND_TRANS_ID, RPC_CN_BIND_TRANS_BTFN, RPC_BTFN_01,
    RPC_BTFN_02, RPC_CN_BIND_TRANS_VER, RPC_CN_SEC_ADDR_LEN, RPC_CN_SEC_ADDR, RPC_CN_NUM_RESULTS, RPC_RESULT_ITEM,
    RPC_CN_ACK_RESULT, RPC_CN_ACK_REASON, RPC_CN_ACK_TRANS_ID, RPC_CN_ACK_TRANS_VER, RPC_CN_REJECT_REASON,
    RPC_CN_NUM_PROTOCOLS, RPC_CN_PROTOCOL_VER_MAJOR, RPC_CN_PROTOCOL_VER_MINOR, RPC_CN_ALLOC_HINT, RPC_OPNUM,
    RPC_OPNUM_KNOWN, RPC_OBJ_ID, RPC_OBJ_ID_KNOWN, RPC_CN_CANCEL_COUNT, RPC_CN_FAULT_FLAGS, RPC_FAULT_EXTENDED,
    RPC_CN_STATUS, RPC_RESERVED, RPC_RESPONSE_IN, RPC_REQUEST_IN, RPC_TIME, RPC_NO_BIND, RPC_UNKNOWN_IF_ID,
    RPC_STUB_DATA, RPC_ENCRYPTED_STUB_DATA, RPC_FRAGMENT_DATA, RPC_FAULT_STUB, RPC_FAULT_STUB_DATA, RPC_AUTH_PADDING,
    RPC_AUTH_INFO, RPC_AUTH_TYPE, RPC_AUTH_LEVEL, RPC_AUTH_PAD_LEN, RPC_AUTH_RSRVD, RPC_AUTH_CTX_ID,
    RPC_AUTH_CREDENTIALS, RPC_AUTHENTICATION_VERIFIER, RPC_REASSEMBLED_IN, RPC_FRAGMENTS, RPC_FRAGMENT,
    RPC_FRAGMENT_OVERLAP, RPC_FRAGMENT_CONFLICT, RPC_FRAGMENT_TAILS, RPC_FRAGMENT_LONG, RPC_FRAGMENT_COUNT,
    RPC_REASSEMBLED_LENGTH
};
enum dcerpc_note { RPC_NOTE_BIND_NAK, RPC_NOTE_NO_BIND, RPC_NOTE_FAULT, RPC_NOTE_REASSEMBLED };

enum dcerpc_type {
    RPC_REQUEST = 0, RPC_RESPONSE = 2, RPC_FAULT = 3, RPC_BIND = 11, RPC_BIND_ACK = 12, RPC_BIND_NAK = 13, RPC_ALTER = 14,
    RPC_ALTER_RESP = 15, RPC_AUTH3 = 16, RPC_ORPHANED = 19, RPC_TYPES = 21
};
enum { RPC_FIRST_FRAG = 1, RPC_LAST_FRAG = 2, RPC_HAS_OBJECT = 0x80 };
enum { RPC_LEVEL_CONNECT = 2, RPC_LEVEL_PRIVACY = 6 };
enum { RPC_HEADER = 16, UUID_SIZE = 16 };

struct uuid {
    uint8_t bytes[UUID_SIZE];  /* as they are printed */
};
struct dcerpc_syntax {
    struct uuid id;
    uint16_t major, minor;
};

/* What a request and its answer have in common; lives with the flow state. */
struct dcerpc_call {
    uint32_t request, response;  /* frames of the first fragments; 0: none seen */
    struct nstime asked;
    uint32_t opnum;
    struct uuid object;
    bool has_object;
};
/* Data of calls that came in several fragments. */
struct dcerpc_joined {
    struct pieces pieces;
};
struct dcerpc_fact {
    const struct dcerpc_syntax *bound;  /* the interface; NULL: no bind was seen */
    struct dcerpc_call *call;
    struct dcerpc_joined *joined;
    bool settled;
};

/* Context items, results: what the Info column says of them. */
struct dcerpc_item {
    const struct dcerpc_item *next;
    struct dcerpc_syntax abstract;
    struct uuid transfer[4];  /* the first of them */
    uint32_t number, id, n_transfer, result;
};

struct dcerpc_pdu {
    struct dissect *d;
    struct cursor c;          /* all of it */
    bool little;
    uint32_t type, flags, frag_len, auth_len, call_id, context, opnum, status, reason;
    uint32_t max_xmit, max_recv, n_items;
    bool has_context, reassembled;
    uint8_t auth_type, auth_level, auth_pad;
    uint32_t auth_context;
    const struct dcerpc_item *items;
    const struct dcerpc_fact *fact;
};

uint32_t dcerpc_number(const struct dcerpc_pdu *p, uint32_t off, uint32_t size);
/* The number at `off`, `size` bytes, as a row. */
uint32_t dcerpc_emit(const struct dcerpc_pdu *p, unsigned row, uint32_t off, uint32_t size);
struct uuid dcerpc_uuid(const struct dcerpc_pdu *p, uint32_t off);
void dcerpc_uuid_emit(const struct dcerpc_pdu *p, unsigned row, uint32_t off);
/* Where a call's data ends: before the padding of the authentication trailer, when there is one. */
uint32_t dcerpc_stub_end(const struct dcerpc_pdu *p);

/* First pass: the bind offers an interface in that context. */
void dcerpc_offer(const struct dcerpc_pdu *p, uint32_t context, struct dcerpc_syntax abstract);
/* Request, response or fault. */
void dcerpc_calls(struct dcerpc_pdu *p);

/* "EPMv4", "32bit NDR"; NULL: not known. */
const char *dcerpc_interface_name(struct uuid id);
const char *dcerpc_transfer_name(struct uuid id);
/* Its name, or itself. */
void sb_interface(struct strbuf *sb, struct uuid id);

extern const struct values dcerpc_status_names;

#endif
