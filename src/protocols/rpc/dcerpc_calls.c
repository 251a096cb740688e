/* dcerpc_calls.c - requests, responses and faults of DCE/RPC: which interface they are of, which answers which, and payload
   data in several fragments (C706 sections 12.6.2 and 12.6.4). */
#include "protocols/rpc/dcerpc.h"

enum { REQUEST_BODY = 8, RESPONSE_BODY = 8, FAULT_BODY = 16 };
enum key_kind { KEY_CONTEXT = 1, KEY_CALL, KEY_JOINED };

/* --- what is remembered ------------------------------------------------------------------------------------------ */

static void *remembered(const struct dcerpc_pdu *p, enum key_kind kind, uint32_t id, size_t size)
{
    struct key {
        const struct flow *flow;
        uint32_t kind, id;
    } key = { flow_here(p->d), (uint32_t)kind, id };
    return key.flow != NULL ? keyed_memory(p->d, &key, sizeof key, size) : NULL;
}

struct offered {
    const struct dcerpc_syntax *abstract;
};
struct asked {
    struct dcerpc_call *call;
};
struct open {
    struct dcerpc_joined *joined;
};

void dcerpc_offer(const struct dcerpc_pdu *p, uint32_t context, struct dcerpc_syntax abstract)
{
    if (!p->d->first_pass || p->d->stop != STOP_NONE)
        return;
    struct offered *slot = remembered(p, KEY_CONTEXT, context, sizeof *slot);
    struct dcerpc_syntax *kept = slot != NULL ? flow_take(p->d, sizeof *kept) : NULL;
    if (kept == NULL)
        return;
    *kept = abstract;
    slot->abstract = kept;
}

/* A new request replaces one of the same number: numbers are used again. */
static struct dcerpc_call *call_learn(const struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    struct asked *slot = remembered(p, KEY_CALL, p->call_id, sizeof *slot);
    if (slot == NULL)
        return NULL;
    bool first = (p->flags & RPC_FIRST_FRAG) != 0;
    if (p->type == RPC_REQUEST && first) {
        slot->call = flow_take(d, sizeof *slot->call);
        if (slot->call == NULL)
            return NULL;
        *slot->call = (struct dcerpc_call){ .request = frame_number(d->frame),
                                            .asked = d->frame->time,
                                            .opnum = p->opnum };
        if (p->flags & RPC_HAS_OBJECT) {
            slot->call->has_object = true;
            slot->call->object = dcerpc_uuid(p, RPC_HEADER + REQUEST_BODY);
        }
    } else if (p->type != RPC_REQUEST && slot->call != NULL && slot->call->response == 0) {
        slot->call->response = frame_number(d->frame);
    }
    return slot->call;
}

/* Encrypted fragments are not put together: each is sealed by itself. */
static void fragment_learn(const struct dcerpc_pdu *p, struct dcerpc_fact *fact, struct cursor payload)
{
    struct dissect *d = p->d;
    uint32_t frag = p->flags & (RPC_FIRST_FRAG | RPC_LAST_FRAG);
    if (frag == (RPC_FIRST_FRAG | RPC_LAST_FRAG) || p->auth_level == RPC_LEVEL_PRIVACY || payload.cap < payload.wire)
        return;
    struct open *slot = remembered(p, KEY_JOINED, p->call_id << 1 | (p->type != RPC_REQUEST), sizeof *slot);
    if (slot == NULL)
        return;
    if (frag == RPC_FIRST_FRAG) {
        slot->joined = flow_take(d, sizeof *slot->joined);
        if (slot->joined != NULL)
            *slot->joined = (struct dcerpc_joined){ 0 };
    }
    struct dcerpc_joined *joined = slot->joined;
    if (joined == NULL)
        return;
    fact->joined = joined;
    bool added = pieces_add(d, &joined->pieces, payload, joined->pieces.covered, 0);
    if (added && frag == RPC_LAST_FRAG)
        pieces_end(d, &joined->pieces, joined->pieces.covered);
    if (!added || frag == RPC_LAST_FRAG)
        slot->joined = NULL;
}

static const struct dcerpc_fact *fact_find(const struct dcerpc_pdu *p, struct cursor payload)
{
    struct dissect *d = p->d;
    struct dcerpc_fact *fact = fact_here(d, fact_slot(p->c), sizeof *fact);
    if (fact == NULL || !d->first_pass || d->stop != STOP_NONE || fact->settled)
        return fact;
    fact->settled = true;
    const struct offered *offered = remembered(p, KEY_CONTEXT, p->context, sizeof *offered);
    fact->bound = offered != NULL ? offered->abstract : NULL;
    if (fact->bound == NULL)
        return fact;
    fact->call = call_learn(p);
    if (p->type != RPC_FAULT)
        fragment_learn(p, fact, payload);
    return fact;
}

/* --- what is shown ------------------------------------------------------------------------------------------------ */

static void links(const struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    const struct dcerpc_call *call = p->fact != NULL ? p->fact->call : NULL;
    if (call == NULL)
        return;
    if (p->type == RPC_REQUEST) {
        if (call->response != 0)
            emit_value(d, p->c, RPC_RESPONSE_IN, 0, 0, call->response);
        return;
    }
    emit_value(d, p->c, RPC_OPNUM_KNOWN, 0, 0, call->opnum);
    if (call->has_object)
        emit_held(d, p->c, RPC_OBJ_ID_KNOWN, 0, 0, call->object.bytes, UUID_SIZE);
    emit_value(d, p->c, RPC_REQUEST_IN, 0, 0, call->request);
    emit_value(d, p->c, RPC_TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, call->asked)));
}

static void no_bind(const struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    const uint32_t *context = packet_copy(d, &p->context, sizeof p->context);
    if (context == NULL)
        return;
    note_on(d, emit_arg(d, p->c, RPC_NO_BIND, RPC_HEADER + REQUEST_BODY, 0, context), RPC_NOTE_NO_BIND, context);
}

static void joined_emit(struct dcerpc_pdu *p, const struct pieces *pieces)
{
    static const struct piece_rows rows = {
        .all = RPC_FRAGMENTS,
        .one = RPC_FRAGMENT,
        .overlap = RPC_FRAGMENT_OVERLAP,
        .conflict = RPC_FRAGMENT_CONFLICT,
        .other_tail = RPC_FRAGMENT_TAILS,
        .too_long = RPC_FRAGMENT_LONG,
        .count = RPC_FRAGMENT_COUNT,
        .length = RPC_REASSEMBLED_LENGTH,
        .data = -1,
        .whole_in = -1,
        .source = "Reassembled DCE/RPC",
    };
    struct dissect *d = p->d;
    struct cursor whole = pieces_join(d, pieces, pieces->len, rows.source);
    emit_at(d, whole, RPC_STUB_DATA, 0, whole.cap);
    up(d);
    pieces_emit(d, whole, pieces, &rows);
    down(d);
    note_on(d, NO_NODE, RPC_NOTE_REASSEMBLED, NULL);
}

static void stub_emit(struct dcerpc_pdu *p, struct cursor payload)
{
    struct dissect *d = p->d;
    const struct dcerpc_fact *fact = p->fact;
    const struct pieces *pieces = fact != NULL && fact->joined != NULL ? &fact->joined->pieces : NULL;
    bool single = (~p->flags & (RPC_FIRST_FRAG | RPC_LAST_FRAG)) == 0;
    if (pieces != NULL && pieces->whole_in != 0) {
        bool last = (p->flags & RPC_LAST_FRAG) != 0;
        p->reassembled = last;
        if (last)
            joined_emit(p, pieces);
        else
            emit_value(d, p->c, RPC_REASSEMBLED_IN, 0, 0, pieces->whole_in);
        return;
    }
    bool bound = fact != NULL && fact->bound != NULL;
    if (bound)
        emit_value(d, payload, RPC_UNKNOWN_IF_ID, 0, 0, 1);
    if (payload.wire == 0)
        return;
    unsigned row = p->auth_level == RPC_LEVEL_PRIVACY ? RPC_ENCRYPTED_STUB_DATA
                   : single || !bound                 ? RPC_STUB_DATA
                                                      : RPC_FRAGMENT_DATA;
    emit_at(d, payload, row, 0, payload.wire);
}

static struct cursor stub_of(const struct dcerpc_pdu *p, uint32_t off)
{
    uint32_t end = dcerpc_stub_end(p);
    return cursor_sub(p->c, off, end > off ? end - off : 0);
}

static void fault_body(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    emit_bits(d, p->c, RPC_HEADER + 7, 1, RPC_CN_FAULT_FLAGS, RPC_FAULT_EXTENDED);
    p->status = dcerpc_emit(p, RPC_CN_STATUS, RPC_HEADER + 8, 4);
    const uint32_t *status = packet_copy(d, &p->status, sizeof p->status);
    if (status != NULL)
        note(d, RPC_NOTE_FAULT, status);
    emit_at(d, p->c, RPC_RESERVED, RPC_HEADER + 12, 4);
}

static void fault_stub(struct dcerpc_pdu *p, struct cursor payload)
{
    struct dissect *d = p->d;
    const uint32_t *len = packet_copy(d, &payload.wire, sizeof payload.wire);
    if (len == NULL)
        return;
    emit_arg(d, payload, RPC_FAULT_STUB, 0, payload.cap, len);
    down(d);
    if (payload.wire != 0)
        emit_at(d, payload, RPC_FAULT_STUB_DATA, 0, payload.wire);
    up(d);
}

void dcerpc_calls(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    uint32_t at = RPC_HEADER;
    dcerpc_emit(p, RPC_CN_ALLOC_HINT, at, 4);
    p->context = dcerpc_emit(p, RPC_CN_CTX_ID, at + 4, 2);
    p->has_context = d->stop == STOP_NONE;
    if (p->type == RPC_REQUEST) {
        p->opnum = dcerpc_emit(p, RPC_OPNUM, at + 6, 2);
        at += REQUEST_BODY;
        if (p->flags & RPC_HAS_OBJECT) {
            dcerpc_uuid_emit(p, RPC_OBJ_ID, at);
            at += UUID_SIZE;
        }
    } else {
        emit_at(d, p->c, RPC_CN_CANCEL_COUNT, at + 6, 1);
        if (p->type == RPC_FAULT)
            fault_body(p);
        at += p->type == RPC_FAULT ? FAULT_BODY : RESPONSE_BODY;
    }
    struct cursor payload = stub_of(p, at);
    p->fact = fact_find(p, payload);
    links(p);
    if (p->type == RPC_FAULT) {
        fault_stub(p, payload);
        return;
    }
    if (p->fact != NULL && p->fact->bound == NULL)
        no_bind(p);
    stub_emit(p, payload);
}
