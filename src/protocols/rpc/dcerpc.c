/* dcerpc.c - DCE/RPC over connections: C706 chapter 12.6, [MS-RPCE]; NDR of interfaces is not looked into.  Found by its
   header in any TCP stream. */
#include "protocols/rpc/dcerpc.h"

enum { PREF_DESEGMENT };
enum { TRAILER = 8, ITEM = 44, SYNTAX = 20, RESULT = 24, ITEM_HEAD = 4, BIND_ITEMS = RPC_HEADER + 12 };
enum { NEGOTIATED = 3, VERSION = 5 };

VALUES(types,
    { 0, "Request" }, { 1, "Ping" }, { 2, "Response" }, { 3, "Fault" }, { 4, "Working" }, { 5, "Nocall" }, { 6, "Reject" },
    { 7, "Ack" }, { 8, "Cl_cancel" }, { 9, "Fack" }, { 10, "Cancel_ack" }, { 11, "Bind" }, { 12, "Bind_ack" },
    { 13, "Bind_nak" }, { 14, "Alter_context" }, { 15, "Alter_context_resp" }, { 16, "AUTH3" }, { 17, "Shutdown" },
    { 18, "Co_cancel" }, { 19, "Orphaned" }, { 20, "RPC-over-HTTP RTS" });
VALUES(byte_orders, { 0, "Big-endian" }, { 1, "Little-endian" });
VALUES(characters, { 0, "ASCII" }, { 1, "EBCDIC" });
VALUES(floats, { 0, "IEEE" }, { 1, "VAX" }, { 2, "Cray" }, { 3, "IBM" });
VALUES(auth_types,
    { 0, "None" }, { 1, "Kerberos 5" }, { 9, "SPNEGO" }, { 10, "NTLMSSP" }, { 14, "SCHANNEL SSP" },
    { 16, "Kerberos SSP" }, { 17, "Distributed Password Authentication SSP" }, { 18, "MSN SSP" }, { 21, "Digest SSP" },
    { 68, "NETLOGON Secure Channel" }, { 100, "MSMQ SSP" });
VALUES(auth_levels,
    { 1, "None" }, { 2, "Connect" }, { 3, "Call" }, { 4, "Packet" }, { 5, "Packet integrity" }, { 6, "Packet privacy" });
VALUES(ack_results,
    { 0, "Acceptance" }, { 1, "User rejection" }, { 2, "Provider rejection" }, { NEGOTIATED, "Negotiate ACK" });
VALUES(ack_reasons,
    { 0, "Reason not specified" }, { 1, "Abstract syntax not supported" },
    { 2, "Proposed transfer syntaxes not supported" }, { 3, "Local limit exceeded" });
VALUES(reject_reasons,
    { 0, "Reason not specified" }, { 1, "Temporary congestion" }, { 2, "Local limit exceeded" },
    { 3, "Called paddr unknown" }, { 4, "Protocol version not supported" }, { 5, "Default context not supported" },
    { 6, "User data not readable" }, { 7, "No PSAP available" }, { 8, "Authentication type not recognized" },
    { 9, "Invalid checksum" });
SHARED_VALUES(dcerpc_status_names,
    { 0x00000000, "Stub-defined exception" },
    { 0x00000001, "nca_s_fault_other" },
    { 0x00000005, "nca_s_fault_access_denied" },
    { 0x000006d8, "nca_s_fault_cant_perform" },
    { 0x000006f7, "nca_s_fault_ndr" },
    { 0x00000721, "nca_s_fault_sec_pkg_error" },
    { 0x1c000001, "nca_s_fault_int_div_by_zero" },
    { 0x1c000002, "nca_s_fault_addr_error" },
    { 0x1c000003, "nca_s_fault_fp_div_zero" },
    { 0x1c000004, "nca_s_fault_fp_underflow" },
    { 0x1c000005, "nca_s_fault_fp_overflow" },
    { 0x1c000006, "nca_s_fault_invalid_tag" },
    { 0x1c000007, "nca_s_fault_invalid_bound" },
    { 0x1c000008, "nca_rpc_version_mismatch" },
    { 0x1c000009, "nca_unspec_reject" },
    { 0x1c00000a, "nca_s_bad_actid" },
    { 0x1c00000b, "nca_who_are_you_failed" },
    { 0x1c00000c, "nca_manager_not_entered" },
    { 0x1c00000d, "nca_s_fault_cancel" },
    { 0x1c00000e, "nca_s_fault_ill_inst" },
    { 0x1c00000f, "nca_s_fault_fp_error" },
    { 0x1c000010, "nca_s_fault_int_overflow" },
    { 0x1c000014, "nca_s_fault_pipe_empty" },
    { 0x1c000015, "nca_s_fault_pipe_closed" },
    { 0x1c000016, "nca_s_fault_pipe_order" },
    { 0x1c000017, "nca_s_fault_pipe_discipline" },
    { 0x1c000018, "nca_s_fault_pipe_comm_error" },
    { 0x1c000019, "nca_s_fault_pipe_memory" },
    { 0x1c00001a, "nca_s_fault_context_mismatch" },
    { 0x1c00001b, "nca_s_fault_remote_no_memory" },
    { 0x1c00001c, "nca_invalid_pres_context_id" },
    { 0x1c00001d, "nca_unsupported_authn_level" },
    { 0x1c00001f, "nca_invalid_checksum" },
    { 0x1c000020, "nca_invalid_crc" },
    { 0x1c000021, "ncs_s_fault_user_defined" },
    { 0x1c000022, "nca_s_fault_tx_open_failed" },
    { 0x1c000023, "nca_s_fault_codeset_conv_error" },
    { 0x1c000024, "nca_s_fault_object_not_found" },
    { 0x1c000025, "nca_s_fault_no_client_stub" },
    { 0x1c010002, "nca_op_rng_error" },
    { 0x1c010003, "nca_unk_if" },
    { 0x1c010006, "nca_wrong_boot_time" },
    { 0x1c010009, "nca_s_you_crashed" },
    { 0x1c01000b, "nca_proto_error" },
    { 0x1c010013, "nca_out_args_too_big" },
    { 0x1c010014, "nca_server_too_busy" },
    { 0x1c010017, "nca_unsupported_type" },
    { 0x80004001, "E_NOTIMPL" },
    { 0x80004003, "E_POINTER" },
    { 0x80004004, "E_ABORT" },
    { 0x8000ffff, "E_UNEXPECTED" },
    { 0x80010105, "RPC_E_SERVERFAULT" },
    { 0x80010108, "RPC_E_DISCONNECTED" },
    { 0x80010113, "RPC_E_INVALID_IPID" },
    { 0x8001011f, "RPC_E_TIMEOUT" },
    { 0x80020003, "DISP_E_MEMBERNOTFOUND" },
    { 0x80020006, "DISP_E_UNKNOWNNAME" },
    { 0x8002000e, "DISP_E_BADPARAMCOUNT" },
    { 0x8004cb00, "CBA_E_MALFORMED" },
    { 0x8004cb01, "CBA_E_UNKNOWNOBJECT" },
    { 0x8004cb05, "CBA_E_INVALIDID" },
    { 0x8004cb09, "CBA_E_INVALIDCOOKIE" },
    { 0x8004cb0b, "CBA_E_QOSTYPEUNSUPPORTED" },
    { 0x8004cb0c, "CBA_E_QOSVALUEUNSUPPORTED" },
    { 0x8004cb0f, "CBA_E_NOTAPPLICABLE" },
    { 0x8004cb12, "CBA_E_LIMITVIOLATION" },
    { 0x8004cb13, "CBA_E_QOSTYPENOTAPPLICABLE" },
    { 0x8004cb18, "CBA_E_OUTOFPARTNERACCOS" },
    { 0x8004cb1c, "CBA_E_FLAGUNSUPPORTED" },
    { 0x8004cb23, "CBA_E_FRAMECOUNTUNSUPPORTED" },
    { 0x8004cb25, "CBA_E_MODECHANGE" },
    { 0x8007000e, "E_OUTOFMEMORY" },
    { 0x80070057, "E_INVALIDARG" },
    { 0x800706d1, "RPC_S_PROCNUM_OUT_OF_RANGE" },
    { 0x80070776, "OR_INVALID_OXID" });

/* --- reading ---------------------------------------------------------------------------------------------------- */

uint32_t dcerpc_number(const struct dcerpc_pdu *p, uint32_t off, uint32_t size)
{
    if (!need(p->d, p->c, off, size))
        return 0;
    const uint8_t *b = p->c.p + off;
    return (uint32_t)(p->little ? le_uint(b, size) : be_uint(b, size));
}

uint32_t dcerpc_emit(const struct dcerpc_pdu *p, unsigned row, uint32_t off, uint32_t size)
{
    uint32_t value = dcerpc_number(p, off, size);
    emit_value(p->d, p->c, row, off, size, value);
    return value;
}

struct uuid dcerpc_uuid(const struct dcerpc_pdu *p, uint32_t off)
{
    static const uint8_t order[UUID_SIZE] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };
    struct uuid id = { 0 };
    if (need(p->d, p->c, off, UUID_SIZE))
        for (unsigned i = 0; i < UUID_SIZE; i++)
            id.bytes[i] = p->c.p[off + (p->little ? order[i] : i)];
    return id;
}

void dcerpc_uuid_emit(const struct dcerpc_pdu *p, unsigned row, uint32_t off)
{
    struct uuid id = dcerpc_uuid(p, off);
    const struct uuid *kept = packet_copy(p->d, &id, sizeof id);
    if (kept != NULL)
        emit_held(p->d, p->c, row, off, UUID_SIZE, kept->bytes, UUID_SIZE);
}

uint32_t dcerpc_stub_end(const struct dcerpc_pdu *p)
{
    uint32_t trailer = p->auth_len != 0 ? p->auth_len + TRAILER : 0;
    uint32_t pad = p->auth_level != RPC_LEVEL_PRIVACY ? p->auth_pad : 0;
    return trailer + pad <= p->frag_len ? p->frag_len - trailer - pad : 0;
}

/* --- texts ------------------------------------------------------------------------------------------------------ */

static const char *fragment_name(const struct dcerpc_pdu *p)
{
    static const char *const names[4] = { "Mid", "1st", "Last", "Single" };
    return names[p->flags & (RPC_FIRST_FRAG | RPC_LAST_FRAG)];
}

static const struct pieces *pieces_of(const struct dcerpc_pdu *p)
{
    return p->fact != NULL && p->fact->joined != NULL ? &p->fact->joined->pieces : NULL;
}

static void protocol_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dcerpc_pdu *p = n->v.arg;
    if (p == NULL)
        return;
    sb_printf(sb, " %s, Fragment: %s, FragLen: %u, Call: %u", values_or(&types, p->type, "Unknown"), fragment_name(p),
              p->frag_len, p->call_id);
    if (p->has_context && p->type != RPC_FAULT)
        sb_printf(sb, ", Ctx: %u", p->context);
    const struct dcerpc_call *call = p->fact != NULL ? p->fact->call : NULL;
    if (call != NULL && p->type != RPC_REQUEST)
        sb_printf(sb, ", [Req: #%u]", call->request);
    else if (call != NULL && call->response != 0)
        sb_printf(sb, ", [Resp: #%u]", call->response);
    if (pieces_of(p) != NULL && pieces_of(p)->whole_in != 0 && !(p->flags & RPC_LAST_FRAG))
        sb_printf(sb, ", [Reas: #%u]", pieces_of(p)->whole_in);
}

static void transfer_add(struct strbuf *sb, struct uuid id)
{
    const char *name = dcerpc_transfer_name(id);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_guid(sb, id.bytes);
}

/* Its features follow the half that names it: [MS-RPCE] section 3.3.1.5.3. */
static bool negotiates_features(struct uuid id)
{
    static const uint8_t half[UUID_SIZE / 2] = { 0x6c, 0xb7, 0x1c, 0x2c, 0x98, 0x12, 0x45, 0x40 };
    return memcmp(id.bytes, half, sizeof half) == 0;
}

static void transfer_title(struct strbuf *sb, struct uuid id)
{
    if (negotiates_features(id))
        sb_str(sb, "Bind Time Feature Negotiation");
    else
        transfer_add(sb, id);
}

static void bind_info(struct strbuf *sb, const struct dcerpc_pdu *p)
{
    sb_printf(sb, ", %u context items", p->n_items);
    for (const struct dcerpc_item *i = p->items; i != NULL; i = i->next) {
        sb_str(sb, i == p->items ? ": " : ", ");
        sb_interface(sb, i->abstract.id);
        sb_printf(sb, " V%u.%u", i->abstract.major, i->abstract.minor);
        if (i->n_transfer == 0)
            continue;
        sb_str(sb, " (");
        transfer_add(sb, i->transfer[i->n_transfer - 1]);
        sb_char(sb, ')');
    }
}

static void ack_info(struct strbuf *sb, const struct dcerpc_pdu *p)
{
    sb_printf(sb, ", max_xmit: %u max_recv: %u, %u results", p->max_xmit, p->max_recv, p->n_items);
    for (const struct dcerpc_item *i = p->items; i != NULL; i = i->next)
        sb_printf(sb, "%s%s", i == p->items ? ": " : ", ", values_or(&ack_results, i->result, "Unknown result"));
}

static void call_info(struct strbuf *sb, const struct dissect *d, const struct dcerpc_pdu *p)
{
    if (p->type == RPC_REQUEST)
        sb_printf(sb, ", opnum: %u", p->opnum);
    sb_printf(sb, ", Ctx: %u", p->context);
    if (p->type == RPC_FAULT) {
        sb_printf(sb, ", status: %s", values_or(&dcerpc_status_names, p->status, "Unknown"));
        return;
    }
    (void)d;
    const struct pieces *pieces = pieces_of(p);
    if (pieces != NULL && !p->reassembled) {
        sb_printf(sb, " [DCE/RPC %s fragment", fragment_name(p));
        if (pieces->whole_in != 0)
            sb_printf(sb, ", reas: #%u", pieces->whole_in);
        sb_char(sb, ']');
    } else if (p->fact != NULL && p->fact->bound != NULL) {
        sb_char(sb, ' ');
        sb_interface(sb, p->fact->bound->id);
        sb_printf(sb, " V%u", p->fact->bound->major);
    }
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct dcerpc_pdu *p = arg;
    sb_printf(sb, "%s: call_id: %u, Fragment: %s", values_or(&types, p->type, "Unknown"), p->call_id, fragment_name(p));
    switch (p->type) {
    case RPC_BIND:
    case RPC_ALTER: bind_info(sb, p); break;
    case RPC_BIND_ACK:
    case RPC_ALTER_RESP: ack_info(sb, p); break;
    case RPC_BIND_NAK: sb_printf(sb, " reason: %s", values_or(&reject_reasons, p->reason, "Unknown")); break;
    default:
        if (p->has_context)
            call_info(sb, d, p);
        break;
    }
}

static void drep_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *b = node_bytes(d, n, 0, 2);
    if (b != NULL)
        sb_printf(sb, " (Order: %s, Char: %s, Float: %s)", values_or(&byte_orders, b[0] >> 4, "Unknown"),
                  values_or(&characters, b[0] & 15, "Unknown"), values_or(&floats, b[1], "Unknown"));
}

static void item_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dcerpc_item *i = n->v.arg;
    if (i == NULL)
        return;
    sb_printf(sb, "Ctx Item[%u]: Context ID:%u, ", i->number, i->id);
    sb_interface(sb, i->abstract.id);
    for (uint32_t k = 0; k < i->n_transfer; k++) {
        sb_str(sb, ", ");
        transfer_title(sb, i->transfer[k]);
    }
}

static void abstract_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dcerpc_item *i = n->v.arg;
    if (i == NULL)
        return;
    sb_str(sb, ": ");
    sb_interface(sb, i->abstract.id);
    sb_printf(sb, " V%u.%u", i->abstract.major, i->abstract.minor);
}

static struct uuid node_uuid(const struct node *n)
{
    struct uuid id = { 0 };
    if (n->v.held != NULL && n->v.held->len == UUID_SIZE)
        memcpy(id.bytes, n->v.held->bytes, UUID_SIZE);
    return id;
}

static void interface_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    struct uuid id = node_uuid(n);
    const char *name = dcerpc_interface_name(id);
    if (name != NULL)
        sb_printf(sb, "Interface: %s UUID: ", name);
    else
        sb_str(sb, "Interface UUID: ");
    sb_guid(sb, id.bytes);
}

/* "32bit NDR V2": the number and the version of the transfer syntax. */
struct transfer {
    struct uuid id;
    uint32_t number, version;
};

static void transfer_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct transfer *t = n->v.arg;
    if (t == NULL)
        return;
    sb_printf(sb, "Transfer Syntax[%u]: ", t->number);
    transfer_title(sb, t->id);
    sb_printf(sb, " V%u", t->version);
}

static void transfer_id_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    struct uuid id = node_uuid(n);
    sb_str(sb, "Transfer Syntax: ");
    if (negotiates_features(id) || dcerpc_transfer_name(id) != NULL) {
        transfer_title(sb, id);
        sb_str(sb, " UUID:");
    }
    sb_guid(sb, id.bytes);
}

static void result_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dcerpc_item *i = n->v.arg;
    if (i == NULL)
        return;
    sb_printf(sb, "Ctx Item[%u]: %s, ", i->number, values_or(&ack_results, i->result, "Unknown result"));
    transfer_title(sb, i->transfer[0]);
}

static void ack_transfer_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "Transfer Syntax: ");
    transfer_title(sb, node_uuid(n));
}

static void no_bind_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *context = n->v.arg;
    sb_printf(sb, "No bind info for interface Context ID %u - capture start too late?", *context);
}

static void fault_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *status = n->v.arg;
    sb_printf(sb, "Fault: %s", values_or(&dcerpc_status_names, *status, "Unknown"));
}

static void fault_stub_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *len = n->v.arg;
    sb_printf(sb, "Fault stub data (%u byte%s)", *len, *len == 1 ? "" : "s");
}

static void auth_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dcerpc_pdu *p = n->v.arg;
    if (p != NULL)
        sb_printf(sb, ": %s, %s, AuthContextId(%u)", values_or(&auth_types, p->auth_type, "Unknown"),
                  values_or(&auth_levels, p->auth_level, "Unknown"), p->auth_context);
}

/* --- rows ------------------------------------------------------------------------------------------------------- */

#define NUMBER(name, label, size) { "dcerpc." name, label, FT_UINT##size, BASE_DEC }
#define NAMED(name, label, size, v) { "dcerpc." name, label, FT_UINT##size, BASE_DEC, .values = (v) }
#define FLAG(name, label, m) { "dcerpc.cn_flags." name, label, FT_BOOLEAN, BITS_8, .mask = (m), .truth = &truth_set }

static const struct field fields[] = {
    [DCERPC] = { "dcerpc", "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)", FT_PROTOCOL,
                 .suffix = protocol_suffix },
    [RPC_VER] = NUMBER("ver", "Version", 8),
    [RPC_VER_MINOR] = NUMBER("ver_minor", "Version (minor)", 8),
    [RPC_PKT_TYPE] = NAMED("pkt_type", "Packet type", 8, &types),
    [RPC_CN_FLAGS] = { "dcerpc.cn_flags", "Packet Flags", FT_UINT8, BASE_HEX },
    [RPC_FLAG_OBJECT] = FLAG("object", "Object", 0x80),
    [RPC_FLAG_MAYBE] = FLAG("maybe", "Maybe", 0x40),
    [RPC_FLAG_DNE] = FLAG("dne", "Did Not Execute", 0x20),
    [RPC_FLAG_MPX] = FLAG("mpx", "Multiplex", 0x10),
    [RPC_FLAG_RESERVED] = FLAG("reserved", "Reserved", 0x08),
    [RPC_FLAG_CANCEL_PENDING] = FLAG("cancel_pending", "Cancel Pending", 0x04),
    [RPC_FLAG_LAST_FRAG] = FLAG("last_frag", "Last Frag", 0x02),
    [RPC_FLAG_FIRST_FRAG] = FLAG("first_frag", "First Frag", 0x01),
    [RPC_DREP] = { "dcerpc.drep", "Data Representation", FT_BYTES, .suffix = drep_suffix },
    [RPC_DREP_BYTEORDER] = NAMED("drep.byteorder", "Byte order", 8, &byte_orders),
    [RPC_DREP_CHARACTER] = NAMED("drep.character", "Character", 8, &characters),
    [RPC_DREP_FP] = NAMED("drep.fp", "Floating-point", 8, &floats),
    [RPC_CN_FRAG_LEN] = NUMBER("cn_frag_len", "Frag Length", 16),
    [RPC_CN_AUTH_LEN] = NUMBER("cn_auth_len", "Auth Length", 16),
    [RPC_CN_CALL_ID] = NUMBER("cn_call_id", "Call ID", 32),
    [RPC_CN_MAX_XMIT] = NUMBER("cn_max_xmit", "Max Xmit Frag", 16),
    [RPC_CN_MAX_RECV] = NUMBER("cn_max_recv", "Max Recv Frag", 16),
    [RPC_CN_ASSOC_GROUP] = { "dcerpc.cn_assoc_group", "Assoc Group", FT_UINT32, BASE_HEX },
    [RPC_CN_NUM_CTX_ITEMS] = NUMBER("cn_num_ctx_items", "Num Ctx Items", 8),
    [RPC_CN_CTX_ITEM] = { "dcerpc.cn_ctx_item", "Ctx Item", FT_NONE, .label_fn = item_label },
    [RPC_CN_CTX_ID] = NUMBER("cn_ctx_id", "Context ID", 16),
    [RPC_CN_NUM_TRANS_ITEMS] = NUMBER("cn_num_trans_items", "Num Trans Items", 8),
    [RPC_CN_BIND_ABSTRACT_SYNTAX] = { "dcerpc.cn_bind_abstract_syntax", "Abstract Syntax", FT_NONE,
                                      .suffix = abstract_suffix },
    [RPC_CN_BIND_TO_UUID] = { "dcerpc.cn_bind_to_uuid", "Interface UUID", FT_GUID, .label_fn = interface_label },
    [RPC_CN_BIND_IF_VER] = NUMBER("cn_bind_if_ver", "Interface Ver", 16),
    [RPC_CN_BIND_IF_VER_MINOR] = NUMBER("cn_bind_if_ver_minor", "Interface Ver Minor", 16),
    [RPC_CN_BIND_TRANS] = { "dcerpc.cn_bind_trans", "Transfer Syntax", FT_NONE, .label_fn = transfer_label },
    [RPC_CN_BIND_TRANS_ID] = { "dcerpc.cn_bind_trans_id", "ID", FT_GUID, .label_fn = transfer_id_label },
    [RPC_CN_BIND_TRANS_BTFN] = { "dcerpc.cn_bind_trans_btfn", "Bind Time Features", FT_UINT16, BASE_HEX, .flags = LITTLE,
                                 .suffix = bits_suffix },
    [RPC_BTFN_01] = { "dcerpc.cn_bind_trans_btfn.01", "Security Context Multiplexing Supported", FT_BOOLEAN, BITS_16,
                      .flags = LITTLE, .mask = 0x0001 },
    [RPC_BTFN_02] = { "dcerpc.cn_bind_trans_btfn.02", "Keep Connection On Orphan Supported", FT_BOOLEAN, BITS_16,
                      .flags = LITTLE, .mask = 0x0002 },
    [RPC_CN_BIND_TRANS_VER] = NUMBER("cn_bind_trans_ver", "ver", 32),
    [RPC_CN_SEC_ADDR_LEN] = NUMBER("cn_sec_addr_len", "Scndry Addr len", 16),
    [RPC_CN_SEC_ADDR] = { "dcerpc.cn_sec_addr", "Scndry Addr", FT_STRINGZ },
    [RPC_CN_NUM_RESULTS] = NUMBER("cn_num_results", "Num results", 8),
    [RPC_RESULT_ITEM] = { "", "Ctx Item", FT_NONE, .label_fn = result_label },
    [RPC_CN_ACK_RESULT] = NAMED("cn_ack_result", "Ack result", 16, &ack_results),
    [RPC_CN_ACK_REASON] = NAMED("cn_ack_reason", "Ack reason", 16, &ack_reasons),
    [RPC_CN_ACK_TRANS_ID] = { "dcerpc.cn_ack_trans_id", "Transfer Syntax", FT_GUID, .label_fn = ack_transfer_label },
    [RPC_CN_ACK_TRANS_VER] = NUMBER("cn_ack_trans_ver", "Syntax ver", 32),
    [RPC_CN_REJECT_REASON] = NAMED("cn_reject_reason", "Reject reason", 16, &reject_reasons),
    [RPC_CN_NUM_PROTOCOLS] = NUMBER("cn_num_protocols", "Number of protocols", 8),
    [RPC_CN_PROTOCOL_VER_MAJOR] = NUMBER("cn_protocol_ver_major", "Protocol major version", 8),
    [RPC_CN_PROTOCOL_VER_MINOR] = NUMBER("cn_protocol_ver_minor", "Protocol minor version", 8),
    [RPC_CN_ALLOC_HINT] = NUMBER("cn_alloc_hint", "Alloc hint", 32),
    [RPC_OPNUM] = NUMBER("opnum", "Opnum", 16),
    [RPC_OPNUM_KNOWN] = { "dcerpc.opnum", "Opnum", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [RPC_OBJ_ID] = { "dcerpc.obj_id", "Object UUID", FT_GUID },
    [RPC_OBJ_ID_KNOWN] = { "dcerpc.obj_id", "Object UUID", FT_GUID, .flags = GENERATED },
    [RPC_CN_CANCEL_COUNT] = NUMBER("cn_cancel_count", "Cancel count", 8),
    [RPC_CN_FAULT_FLAGS] = { "dcerpc.cn_fault_flags", "Fault flags", FT_UINT8, BASE_HEX },
    [RPC_FAULT_EXTENDED] = { "dcerpc.cn_fault_flags.extended_error", "Extended error information present", FT_BOOLEAN,
                             BITS_8, .mask = 0x01 },
    [RPC_CN_STATUS] = { "dcerpc.cn_status", "Status", FT_UINT32, BASE_HEX, .values = &dcerpc_status_names },
    [RPC_RESERVED] = { "dcerpc.reserved", "Reserved", FT_BYTES },
    [RPC_RESPONSE_IN] = { "dcerpc.response_in", "Response in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [RPC_REQUEST_IN] = { "dcerpc.request_in", "Request in frame", FT_FRAMENUM, .flags = GENERATED },
    [RPC_TIME] = { "dcerpc.time", "Time from request", FT_RELATIVE_TIME, .flags = GENERATED },
    [RPC_NO_BIND] = { "", "No bind info", FT_NONE, .label_fn = no_bind_text },
    [RPC_UNKNOWN_IF_ID] = { "dcerpc.unknown_if_id", "Unknown DCERPC interface id", FT_BOOLEAN, .flags = HIDDEN },
    [RPC_STUB_DATA] = { "dcerpc.stub_data", "Stub data", FT_BYTES },
    [RPC_ENCRYPTED_STUB_DATA] = { "dcerpc.encrypted_stub_data", "Encrypted stub data", FT_BYTES },
    [RPC_FRAGMENT_DATA] = { "dcerpc.fragment_data", "Fragment data", FT_BYTES },
    [RPC_FAULT_STUB] = { "", "Fault stub data", FT_NONE, .label_fn = fault_stub_label },
    [RPC_FAULT_STUB_DATA] = { "dcerpc.fault_stub_data", "Fault stub data", FT_BYTES },
    [RPC_AUTH_PADDING] = { "dcerpc.auth_padding", "Auth Padding", FT_BYTES },
    [RPC_AUTH_INFO] = { "dcerpc.auth_info", "Auth Info", FT_NONE, .suffix = auth_suffix },
    [RPC_AUTH_TYPE] = NAMED("auth_type", "Auth type", 8, &auth_types),
    [RPC_AUTH_LEVEL] = NAMED("auth_level", "Auth level", 8, &auth_levels),
    [RPC_AUTH_PAD_LEN] = NUMBER("auth_pad_len", "Auth pad len", 8),
    [RPC_AUTH_RSRVD] = NUMBER("auth_rsrvd", "Auth Rsrvd", 8),
    [RPC_AUTH_CTX_ID] = NUMBER("auth_ctx_id", "Auth Context ID", 32),
    [RPC_AUTH_CREDENTIALS] = { "dcerpc.auth_credentials", "Auth Credentials", FT_BYTES },
    [RPC_AUTHENTICATION_VERIFIER] = { "dcerpc.authentication_verifier", "Authentication verifier", FT_BYTES },
    [RPC_REASSEMBLED_IN] = { "dcerpc.reassembled_in", "Reassembled PDU in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [RPC_FRAGMENTS] = { "dcerpc.fragments", "Reassembled DCE/RPC Fragments", FT_NONE, .flags = GENERATED, .label_fn = pieces_label },
    [RPC_FRAGMENT] = { "dcerpc.fragment", "DCE/RPC Fragment", FT_FRAMENUM, .flags = GENERATED, .label_fn = piece_label },
    [RPC_FRAGMENT_OVERLAP] = { "dcerpc.fragment.overlap", "Fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [RPC_FRAGMENT_CONFLICT] = { "dcerpc.fragment.overlap.conflict", "Conflicting data in fragment overlap", FT_BOOLEAN,
                                .flags = GENERATED },
    [RPC_FRAGMENT_TAILS] = { "dcerpc.fragment.multipletails", "Multiple tail fragments found", FT_BOOLEAN, .flags = GENERATED },
    [RPC_FRAGMENT_LONG] = { "dcerpc.fragment.toolongfragment", "Fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [RPC_FRAGMENT_COUNT] = { "dcerpc.fragment.count", "Fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [RPC_REASSEMBLED_LENGTH] = { "dcerpc.reassembled.length", "Reassembled DCE/RPC length", FT_UINT32, BASE_DEC,
                                 .flags = GENERATED },
};
static const struct note_def notes[] = {
    [RPC_NOTE_BIND_NAK] = { "dcerpc.bind_not_acknowledged", "Bind not acknowledged", SEV_WARN, GROUP_SEQUENCE },
    [RPC_NOTE_NO_BIND] = { "dcerpc.cn_ctx_id.no_bind", "No bind info for interface Context ID", SEV_NOTE, GROUP_UNDECODED,
                           no_bind_text },
    [RPC_NOTE_FAULT] = { "dcerpc.cn_status.expert", "Fault", SEV_NOTE, GROUP_RESPONSE_CODE, fault_text },
    [RPC_NOTE_REASSEMBLED] = { "dcerpc.fragment_reassembled", "Last fragment, reassembled", SEV_CHAT, GROUP_REASSEMBLE },
};
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment_dcerpc", "Put together messages that span several TCP segments", PREF_BOOL, 1 },
};

/* --- binds ------------------------------------------------------------------------------------------------------ */

static void transfer_emit(struct dcerpc_pdu *p, uint32_t off, uint32_t number)
{
    struct dissect *d = p->d;
    struct transfer t = { dcerpc_uuid(p, off), number, dcerpc_number(p, off + UUID_SIZE, 4) };
    emit_arg(d, p->c, RPC_CN_BIND_TRANS, off, SYNTAX, packet_copy(d, &t, sizeof t));
    down(d);
    dcerpc_uuid_emit(p, RPC_CN_BIND_TRANS_ID, off);
    if (negotiates_features(t.id))
        emit_bits(d, p->c, off + UUID_SIZE / 2, 2, RPC_CN_BIND_TRANS_BTFN, RPC_BTFN_02);
    dcerpc_emit(p, RPC_CN_BIND_TRANS_VER, off + UUID_SIZE, 4);
    up(d);
}

/* Returns where the next item begins. */
static uint32_t context_item(struct dcerpc_pdu *p, uint32_t off, struct dcerpc_item *item)
{
    struct dissect *d = p->d;
    uint32_t at = off + ITEM_HEAD, version = dcerpc_number(p, at + UUID_SIZE, 4), count = get8(d, p->c, off + 2);
    uint32_t size = ITEM_HEAD + SYNTAX * (count + 1);
    item->id = dcerpc_number(p, off, 2);
    item->abstract = (struct dcerpc_syntax){ dcerpc_uuid(p, at), (uint16_t)version, (uint16_t)(version >> 16) };
    if (!need(d, p->c, off, size))
        return off;
    for (uint32_t i = 0; i < count && i < ARRAY_LEN(item->transfer); i++)
        item->transfer[item->n_transfer++] = dcerpc_uuid(p, at + SYNTAX * (i + 1));
    dcerpc_offer(p, item->id, item->abstract);
    emit_arg(d, p->c, RPC_CN_CTX_ITEM, off, size, item);
    down(d);
    dcerpc_emit(p, RPC_CN_CTX_ID, off, 2);
    emit_at(d, p->c, RPC_CN_NUM_TRANS_ITEMS, off + 2, 1);
    emit_arg(d, p->c, RPC_CN_BIND_ABSTRACT_SYNTAX, at, SYNTAX, item);
    down(d);
    dcerpc_uuid_emit(p, RPC_CN_BIND_TO_UUID, at);
    emit_value(d, p->c, RPC_CN_BIND_IF_VER, at + UUID_SIZE + (p->little ? 0 : 2), 2, version & 0xffff);
    emit_value(d, p->c, RPC_CN_BIND_IF_VER_MINOR, at + UUID_SIZE + (p->little ? 2 : 0), 2, version >> 16);
    up(d);
    for (uint32_t i = 0; i < count; i++)
        transfer_emit(p, at + SYNTAX * (i + 1), i + 1);
    up(d);
    return off + size;
}

static struct dcerpc_item *item_new(struct dcerpc_pdu *p, const struct dcerpc_item ***last, uint32_t number)
{
    struct dcerpc_item *item = packet_zero(p->d, sizeof *item);
    if (item == NULL)
        return NULL;
    item->number = number;
    **last = item;
    *last = &item->next;
    return item;
}

static void bind_body(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    const struct dcerpc_item **last = &p->items;
    dcerpc_emit(p, RPC_CN_MAX_XMIT, RPC_HEADER, 2);
    dcerpc_emit(p, RPC_CN_MAX_RECV, RPC_HEADER + 2, 2);
    dcerpc_emit(p, RPC_CN_ASSOC_GROUP, RPC_HEADER + 4, 4);
    p->n_items = get8(d, p->c, RPC_HEADER + 8);
    emit_at(d, p->c, RPC_CN_NUM_CTX_ITEMS, RPC_HEADER + 8, 1);
    uint32_t off = BIND_ITEMS;
    for (uint32_t i = 1; i <= p->n_items && d->stop == STOP_NONE; i++) {
        struct dcerpc_item *item = item_new(p, &last, i);
        if (item == NULL)
            return;
        off = context_item(p, off, item);
    }
}

static void result_item(struct dcerpc_pdu *p, uint32_t off, struct dcerpc_item *item)
{
    struct dissect *d = p->d;
    item->result = dcerpc_number(p, off, 2);
    item->transfer[0] = dcerpc_uuid(p, off + 4);
    if (!need(d, p->c, off, RESULT))
        return;
    emit_arg(d, p->c, RPC_RESULT_ITEM, off, RESULT, item);
    down(d);
    dcerpc_emit(p, RPC_CN_ACK_RESULT, off, 2);
    if (item->result == NEGOTIATED)
        emit_bits(d, p->c, off + 2, 2, RPC_CN_BIND_TRANS_BTFN, RPC_BTFN_02);
    else if (item->result != 0)
        dcerpc_emit(p, RPC_CN_ACK_REASON, off + 2, 2);
    dcerpc_uuid_emit(p, RPC_CN_ACK_TRANS_ID, off + 4);
    dcerpc_emit(p, RPC_CN_ACK_TRANS_VER, off + 4 + UUID_SIZE, 4);
    up(d);
}

static void ack_body(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    const struct dcerpc_item **last = &p->items;
    p->max_xmit = dcerpc_emit(p, RPC_CN_MAX_XMIT, RPC_HEADER, 2);
    p->max_recv = dcerpc_emit(p, RPC_CN_MAX_RECV, RPC_HEADER + 2, 2);
    dcerpc_emit(p, RPC_CN_ASSOC_GROUP, RPC_HEADER + 4, 4);
    uint32_t len = dcerpc_emit(p, RPC_CN_SEC_ADDR_LEN, RPC_HEADER + 8, 2), off = RPC_HEADER + 10;
    if (len != 0)
        emit_at(d, p->c, RPC_CN_SEC_ADDR, off, len);
    off = (off + len + 3) & ~3u;
    p->n_items = get8(d, p->c, off);
    emit_at(d, p->c, RPC_CN_NUM_RESULTS, off, 1);
    off += 4;
    for (uint32_t i = 1; i <= p->n_items && d->stop == STOP_NONE; i++, off += RESULT) {
        struct dcerpc_item *item = item_new(p, &last, i);
        if (item == NULL)
            return;
        result_item(p, off, item);
    }
}

static void nak_body(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    p->reason = dcerpc_emit(p, RPC_CN_REJECT_REASON, RPC_HEADER, 2);
    uint32_t off = RPC_HEADER + 2;
    if (p->reason != 4)
        return;
    uint32_t n = get8(d, p->c, off);
    emit_at(d, p->c, RPC_CN_NUM_PROTOCOLS, off++, 1);
    for (uint32_t i = 0; i < n && d->stop == STOP_NONE; i++, off += 2) {
        emit_at(d, p->c, RPC_CN_PROTOCOL_VER_MAJOR, off, 1);
        emit_at(d, p->c, RPC_CN_PROTOCOL_VER_MINOR, off + 1, 1);
    }
}

/* --- the authentication trailer: [MS-RPCE] section 2.2.2.11 -------------------------------------------------------- */

static void auth_read(struct dcerpc_pdu *p)
{
    uint32_t off = p->frag_len - p->auth_len - TRAILER;
    if (p->auth_len == 0 || p->auth_len + TRAILER + RPC_HEADER > p->frag_len)
        return;
    const uint8_t *b = cursor_peek(p->c, off, TRAILER);
    if (b == NULL)
        return;
    p->auth_type = b[0];
    p->auth_level = b[1];
    p->auth_pad = b[2];
    p->auth_context = dcerpc_number(p, off + 4, 4);
}

static bool carries_credentials(const struct dcerpc_pdu *p)
{
    return (p->type >= RPC_BIND && p->type <= RPC_AUTH3) || p->type == RPC_ORPHANED;
}

static void auth_emit(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    uint32_t off = p->frag_len - p->auth_len - TRAILER;
    if (p->auth_len == 0 || p->auth_len + TRAILER + RPC_HEADER > p->frag_len || d->stop != STOP_NONE)
        return;
    if (p->auth_level != RPC_LEVEL_PRIVACY && p->auth_pad != 0 && p->auth_pad <= off)
        emit_at(d, p->c, RPC_AUTH_PADDING, off - p->auth_pad, p->auth_pad);
    if (!need(d, p->c, off, TRAILER))
        return;
    uint32_t left = p->c.cap - off, len = p->auth_len + TRAILER;
    emit_arg(d, p->c, RPC_AUTH_INFO, off, len < left ? len : left, p);
    down(d);
    emit_at(d, p->c, RPC_AUTH_TYPE, off, 1);
    emit_at(d, p->c, RPC_AUTH_LEVEL, off + 1, 1);
    emit_at(d, p->c, RPC_AUTH_PAD_LEN, off + 2, 1);
    emit_at(d, p->c, RPC_AUTH_RSRVD, off + 3, 1);
    dcerpc_emit(p, RPC_AUTH_CTX_ID, off + 4, 4);
    if (carries_credentials(p))
        emit_at(d, p->c, RPC_AUTH_CREDENTIALS, off + TRAILER, p->auth_len);
    else if (p->auth_level > RPC_LEVEL_CONNECT)
        emit_at(d, p->c, RPC_AUTHENTICATION_VERIFIER, off + TRAILER, p->auth_len);
    up(d);
}

/* --- PDUs ------------------------------------------------------------------------------------------------------- */

static void header(struct dcerpc_pdu *p)
{
    struct dissect *d = p->d;
    emit_at(d, p->c, RPC_VER, 0, 1);
    emit_at(d, p->c, RPC_VER_MINOR, 1, 1);
    uint32_t type = emit_at(d, p->c, RPC_PKT_TYPE, 2, 1);
    if (p->type == RPC_BIND_NAK)
        note_on(d, type, RPC_NOTE_BIND_NAK, NULL);
    emit_bits(d, p->c, 3, 1, RPC_CN_FLAGS, RPC_FLAG_FIRST_FRAG);
    emit_at(d, p->c, RPC_DREP, 4, 4);
    down(d);
    emit_value(d, p->c, RPC_DREP_BYTEORDER, 4, 1, p->c.p[4] >> 4);
    emit_value(d, p->c, RPC_DREP_CHARACTER, 4, 1, p->c.p[4] & 15);
    emit_at(d, p->c, RPC_DREP_FP, 5, 1);
    up(d);
    dcerpc_emit(p, RPC_CN_FRAG_LEN, 8, 2);
    dcerpc_emit(p, RPC_CN_AUTH_LEN, 10, 2);
    dcerpc_emit(p, RPC_CN_CALL_ID, 12, 4);
}

static void pdu(struct dissect *d, struct cursor c)
{
    struct dcerpc_pdu *p = packet_zero(d, sizeof *p);
    if (p == NULL || !need(d, c, 0, RPC_HEADER))
        return;
    *p = (struct dcerpc_pdu){ .d = d, .c = c, .little = c.p[4] >> 4 == 1, .type = c.p[2], .flags = c.p[3] };
    p->frag_len = dcerpc_number(p, 8, 2);
    p->auth_len = dcerpc_number(p, 10, 2);
    p->call_id = dcerpc_number(p, 12, 4);
    auth_read(p);
    set_protocol_column(d, "DCERPC");
    info_set(d, info, p);
    emit_protocol(d, c, c.cap, p);
    header(p);
    switch (p->type) {
    case RPC_REQUEST:
    case RPC_RESPONSE:
    case RPC_FAULT: dcerpc_calls(p); break;
    case RPC_BIND:
    case RPC_ALTER: bind_body(p); break;
    case RPC_BIND_ACK:
    case RPC_ALTER_RESP: ack_body(p); break;
    case RPC_BIND_NAK: nak_body(p); break;
    default: break;
    }
    auth_emit(p);
}

static uint32_t length(struct dissect *d, struct cursor c)
{
    (void)d;
    return c.p[4] >> 4 == 1 ? le16(c.p + 8) : be16(c.p + 8);
}

static bool is_header(struct cursor c)
{
    const uint8_t *h = cursor_peek(c, 0, RPC_HEADER);
    return h != NULL && h[0] == VERSION && h[1] <= 1 && h[2] < RPC_TYPES && (h[4] & 0xee) == 0 && h[5] <= 3;
}

static bool probe(const struct dissect *d, struct cursor c)
{
    (void)d;
    return is_header(c);
}

static struct verdict dcerpc_run(struct dissect *d, struct cursor c)
{
    if (!is_header(c))
        return not_mine();
    if (!pref(d, PREF_DESEGMENT))
        d->waits = false;
    return stream_messages(d, c, RPC_HEADER, length, pdu);
}

static const struct heuristic heuristics[] = { { TABLE_TCP_PORT, probe, "dcerpc_tcp", "DCE/RPC over TCP" } };
static const uint8_t hands_to[] = { TABLE_TCP_PORT };

PROTOCOL(dcerpc,
    .name = "dcerpc", .short_name = "DCERPC",
    .long_name = "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)",
    FIELDS(fields), NOTES(notes), PREFS(prefs), HEURISTICS(heuristics), HANDS_TO(hands_to),
    .run = dcerpc_run, .keeps_state = true, .joins = true
);
