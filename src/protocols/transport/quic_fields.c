/* quic_fields.c - fields and findings of QUIC.  Labels of tshark 4.0. */
#include "protocols/transport/quic.h"
#include "protocols/transport/quic_versions.h"

VALUES(forms, { 0, "Short Header" }, { 1, "Long Header" });
VALUES(types, { 0, "Initial" }, { 1, "0-RTT" }, { 2, "Handshake" }, { 3, "Retry" });
VALUES(types_v2, { 0, "Retry" }, { 1, "Initial" }, { 2, "0-RTT" }, { 3, "Handshake" });
VALUES(number_lengths, { 0, "1 bytes" }, { 1, "2 bytes" }, { 2, "3 bytes" }, { 3, "4 bytes" });
VALUES(initiators, { 0, "Client-initiated" }, { 1, "Server-initiated" });
VALUES(directions, { 0, "Bidirectional" }, { 1, "Unidirectional" });
static const struct range frame_rows[] = {
    { 0x00, 0x00, "PADDING" }, { 0x01, 0x01, "PING" }, { 0x02, 0x03, "ACK" }, { 0x04, 0x04, "RESET_STREAM" },
    { 0x05, 0x05, "STOP_SENDING" }, { 0x06, 0x06, "CRYPTO" }, { 0x07, 0x07, "NEW_TOKEN" }, { 0x08, 0x0f, "STREAM" },
    { 0x10, 0x10, "MAX_DATA" }, { 0x11, 0x11, "MAX_STREAM_DATA" }, { 0x12, 0x12, "MAX_STREAMS (BIDI)" },
    { 0x13, 0x13, "MAX_STREAMS (UNI)" }, { 0x14, 0x14, "DATA_BLOCKED" }, { 0x15, 0x15, "STREAM_DATA_BLOCKED" },
    { 0x16, 0x16, "STREAMS_BLOCKED (BIDI)" }, { 0x17, 0x17, "STREAMS_BLOCKED (UNI)" }, { 0x18, 0x18, "NEW_CONNECTION_ID" },
    { 0x19, 0x19, "RETIRE_CONNECTION_ID" }, { 0x1a, 0x1a, "PATH_CHALLENGE" }, { 0x1b, 0x1b, "PATH_RESPONSE" },
    { 0x1c, 0x1c, "CONNECTION_CLOSE (Transport)" }, { 0x1d, 0x1d, "CONNECTION_CLOSE (Application)" },
    { 0x1e, 0x1e, "HANDSHAKE_DONE" }, { 0x30, 0x31, "DATAGRAM" }, { 0xac, 0xac, "IMMEDIATE_ACK" },
    { 0xaf, 0xaf, "ACK_FREQUENCY" }, { 0x2f5, 0x2f5, "TIME_STAMP" },
};
const struct ranges quic_frame_types = { frame_rows, ARRAY_LEN(frame_rows) };

/* IANA's registry of QUIC transport error codes */
static const struct range error_rows[] = {
    { 0, 0, "NO_ERROR" }, { 1, 1, "INTERNAL_ERROR" }, { 2, 2, "CONNECTION_REFUSED" }, { 3, 3, "FLOW_CONTROL_ERROR" },
    { 4, 4, "STREAM_ID_ERROR" }, { 5, 5, "STREAM_STATE_ERROR" }, { 6, 6, "FINAL_SIZE_ERROR" },
    { 7, 7, "FRAME_ENCODING_ERROR" }, { 8, 8, "TRANSPORT_PARAMETER_ERROR" }, { 9, 9, "CONNECTION_ID_LIMIT_ERROR" },
    { 10, 10, "PROTOCOL_VIOLATION" }, { 11, 11, "INVALID_TOKEN" }, { 12, 12, "APPLICATION_ERROR" },
    { 13, 13, "CRYPTO_BUFFER_EXCEEDED" }, { 14, 14, "KEY_UPDATE_ERROR" }, { 15, 15, "AEAD_LIMIT_REACHED" },
    { 16, 16, "NO_VIABLE_PATH" }, { 17, 17, "VERSION_NEGOTIATION_ERROR" }, { 256, 511, "CRYPTO_ERROR" },
};
const struct ranges quic_error_codes = { error_rows, ARRAY_LEN(error_rows) };

/* A heading, or a note's text, that is a constant. */
static void constant_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

static void decryption_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.arg != NULL)
        sb_printf(sb, "Failed to create decryption context: %s", (const char *)n->v.arg);
    else
        sb_str(sb, "Failed to decrypt packet number");
}

static void short_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct quic_packet *p = n->v.arg;
    (void)d;
    sb_str(sb, "QUIC Short Header");
    if (p == NULL || p->dcid_len == 0)
        return;
    sb_str(sb, " DCID=");
    sb_hex_bytes(sb, p->dcid, p->dcid_len, 0);
}

static void forced_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, quic_is_reserved((uint32_t)n->v.u) ? " (Forcing Version Negotiation)" : "");
}

/* Annotated when it is right. */
static void tag_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, annotation(d, n) != NULL ? " [verified]" : "");
}

#define VARINT(row, name, label) [row] = { name, label, FT_UINT64, BASE_DEC }
#define STREAM_BIT(row, name, label, bit) [row] = { name, label, FT_BOOLEAN, BITS_8, .mask = (bit) }

const struct field quic_fields[QUIC_ROWS] = {
    [QUIC] = { "quic", "QUIC IETF", FT_PROTOCOL },
    [QUIC_CONNECTION] = { "", "QUIC Connection information", FT_NONE },
    [QUIC_CONNECTION_NUMBER] = { "quic.connection.number", "Connection Number", FT_UINT32, BASE_DEC, .flags = GENERATED | NUMBERED },
    [QUIC_PACKET_LENGTH] = { "quic.packet_length", "Packet Length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [QUIC_HEADER_FORM] = { "quic.header_form", "Header Form", FT_UINT8, BASE_DEC, .mask = 0x80, .values = &forms },
    [QUIC_LONG_PACKET_TYPE] = { "quic.long.packet_type", "Packet Type", FT_UINT8, BASE_DEC, .mask = 0x30, .values = &types },
    [QUIC_LONG_PACKET_TYPE_V2] = { "quic.long.packet_type_v2", "Packet Type", FT_UINT8, BASE_DEC, .mask = 0x30, .values = &types_v2 },
    [QUIC_LONG_RESERVED] = { "quic.long.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0x0c },
    [QUIC_PACKET_NUMBER_LENGTH] = { "quic.packet_number_length", "Packet Number Length", FT_UINT8, BASE_DEC, .mask = 0x03, .values = &number_lengths },
    [QUIC_DCID] = { "quic.dcid", "Destination Connection ID", FT_BYTES },
    [QUIC_SCID] = { "quic.scid", "Source Connection ID", FT_BYTES },
    [QUIC_DCIL] = { "quic.dcil", "Destination Connection ID Length", FT_UINT8, BASE_DEC },
    [QUIC_SCIL] = { "quic.scil", "Source Connection ID Length", FT_UINT8, BASE_DEC },
    VARINT(QUIC_TOKEN_LENGTH, "quic.token_length", "Token Length"),
    [QUIC_TOKEN] = { "quic.token", "Token", FT_BYTES },
    VARINT(QUIC_LENGTH, "quic.length", "Length"),
    VARINT(QUIC_PACKET_NUMBER, "quic.packet_number", "Packet Number"),
    [QUIC_VERSION] = { "quic.version", "Version", FT_UINT32, BASE_HEX, .ranges = &quic_versions, .suffix = forced_suffix },
    [QUIC_SUPPORTED_VERSION] = { "quic.supported_version", "Supported Version", FT_UINT32, BASE_HEX, .ranges = &quic_versions, .suffix = quic_version_suffix },
    [QUIC_VN_UNUSED] = { "quic.vn.unused", "Unused", FT_UINT8, BASE_HEX, .mask = 0x7f },
    [QUIC_SHORT] = { "quic.short", "QUIC Short Header", FT_NONE, .label_fn = short_label },
    [QUIC_FIXED_BIT] = { "quic.fixed_bit", "Fixed Bit", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [QUIC_SPIN_BIT] = { "quic.spin_bit", "Spin Bit", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [QUIC_PAYLOAD] = { "quic.payload", "Payload", FT_BYTES },
    [QUIC_REMAINING_PAYLOAD] = { "quic.remaining_payload", "Remaining Payload", FT_BYTES },
    [QUIC_ODCIL] = { "quic.odcil", "Original Destination Connection ID Length", FT_UINT8, BASE_DEC },
    [QUIC_ODCID] = { "quic.odcid", "Original Destination Connection ID", FT_BYTES },
    [QUIC_RETRY_TOKEN] = { "quic.retry_token", "Retry Token", FT_BYTES },
    [QUIC_RETRY_INTEGRITY_TAG] = { "quic.retry_integrity_tag", "Retry Integrity Tag", FT_BYTES, .suffix = tag_suffix },
    [QUIC_FRAME] = { "quic.frame", "Frame", FT_NONE, .label_fn = quic_frame_label },
    [QUIC_FRAME_TYPE] = { "quic.frame_type", "Frame Type", FT_UINT64, BASE_HEX, .ranges = &quic_frame_types },
    [QUIC_PADDING_LENGTH] = { "quic.padding_length", "Padding Length", FT_UINT32, BASE_DEC, .flags = GENERATED },
    VARINT(QUIC_ACK_LARGEST_ACKNOWLEDGED, "quic.ack.largest_acknowledged", "Largest Acknowledged"),
    VARINT(QUIC_ACK_ACK_DELAY, "quic.ack.ack_delay", "ACK Delay"),
    VARINT(QUIC_ACK_ACK_RANGE_COUNT, "quic.ack.ack_range_count", "ACK Range Count"),
    VARINT(QUIC_ACK_FIRST_ACK_RANGE, "quic.ack.first_ack_range", "First ACK Range"),
    VARINT(QUIC_ACK_GAP, "quic.ack.gap", "Gap"),
    VARINT(QUIC_ACK_ACK_RANGE, "quic.ack.ack_range", "ACK Range"),
    VARINT(QUIC_ACK_ECT0_COUNT, "quic.ack.ect0_count", "ECT(0) Count"),
    VARINT(QUIC_ACK_ECT1_COUNT, "quic.ack.ect1_count", "ECT(1) Count"),
    VARINT(QUIC_ACK_ECN_CE_COUNT, "quic.ack.ecn_ce_count", "ECN-CE Count"),
    VARINT(QUIC_RSTS_STREAM_ID, "quic.rsts.stream_id", "Stream ID"),
    VARINT(QUIC_RSTS_ERROR, "quic.rsts.application_error_code", "Application Error code"),
    VARINT(QUIC_RSTS_FINAL_SIZE, "quic.rsts.final_size", "Final Size"),
    VARINT(QUIC_SS_STREAM_ID, "quic.ss.stream_id", "Stream ID"),
    VARINT(QUIC_SS_ERROR, "quic.ss.application_error_code", "Application Error code"),
    VARINT(QUIC_CRYPTO_OFFSET, "quic.crypto.offset", "Offset"),
    VARINT(QUIC_CRYPTO_LENGTH, "quic.crypto.length", "Length"),
    [QUIC_CRYPTO_CRYPTO_DATA] = { "quic.crypto.crypto_data", "Crypto Data", FT_NONE },
    VARINT(QUIC_NT_LENGTH, "quic.nt.length", "(Token) Length"),
    [QUIC_NT_TOKEN] = { "quic.nt.token", "Token", FT_BYTES },
    STREAM_BIT(QUIC_STREAM_FIN, "quic.stream.fin", "Fin", 1),
    STREAM_BIT(QUIC_STREAM_LEN, "quic.stream.len", "Len(gth)", 2),
    STREAM_BIT(QUIC_STREAM_OFF, "quic.stream.off", "Off(set)", 4),
    VARINT(QUIC_STREAM_STREAM_ID, "quic.stream.stream_id", "Stream ID"),
    [QUIC_STREAM_INITIATOR] = { "quic.stream.initiator", "Stream initiator", FT_UINT64, BASE_DEC, .mask = 1, .values = &initiators },
    [QUIC_STREAM_DIRECTION] = { "quic.stream.direction", "Stream direction", FT_UINT64, BASE_DEC, .mask = 2, .values = &directions },
    VARINT(QUIC_STREAM_OFFSET, "quic.stream.offset", "Offset"),
    VARINT(QUIC_STREAM_LENGTH, "quic.stream.length", "Length"),
    [QUIC_STREAM_DATA] = { "quic.stream_data", "Stream Data", FT_BYTES },
    VARINT(QUIC_MD_MAXIMUM_DATA, "quic.md.maximum_data", "Maximum Data"),
    VARINT(QUIC_MSD_STREAM_ID, "quic.msd.stream_id", "Stream ID"),
    VARINT(QUIC_MSD_MAXIMUM_STREAM_DATA, "quic.msd.maximum_stream_data", "Maximum Stream Data"),
    VARINT(QUIC_MS_MAX_STREAMS, "quic.ms.max_streams", "Max Streams"),
    VARINT(QUIC_SB_STREAM_DATA_LIMIT, "quic.sb.stream_data_limit", "Stream Data Limit"),
    VARINT(QUIC_SDB_STREAM_ID, "quic.sdb.stream_id", "Stream ID"),
    VARINT(QUIC_SIB_STREAM_LIMIT, "quic.sib.stream_limit", "Stream Limit"),
    VARINT(QUIC_NCI_RETIRE_PRIOR_TO, "quic.nci.retire_prior_to", "Retire Prior To"),
    VARINT(QUIC_NCI_SEQUENCE, "quic.nci.sequence", "Sequence"),
    [QUIC_NCI_CONNECTION_ID_LENGTH] = { "quic.nci.connection_id.length", "Connection ID Length", FT_UINT8, BASE_DEC },
    [QUIC_NCI_CONNECTION_ID] = { "quic.nci.connection_id", "Connection ID", FT_BYTES },
    [QUIC_NCI_STATELESS_RESET_TOKEN] = { "quic.nci.stateless_reset_token", "Stateless Reset Token", FT_BYTES },
    VARINT(QUIC_RCI_SEQUENCE, "quic.rci.sequence", "Sequence"),
    [QUIC_PATH_CHALLENGE_DATA] = { "quic.path_challenge.data", "Data", FT_BYTES },
    [QUIC_PATH_RESPONSE_DATA] = { "quic.path_response.data", "Data", FT_BYTES },
    [QUIC_CC_ERROR_CODE] = { "quic.cc.error_code", "Error code", FT_UINT64, BASE_DEC, .ranges = &quic_error_codes },
    VARINT(QUIC_CC_ERROR_CODE_APP, "quic.cc.error_code.app", "Application Error code"),
    [QUIC_CC_ERROR_CODE_TLS_ALERT] = { "quic.cc.error_code.tls_alert", "TLS Alert Description", FT_UINT8, BASE_DEC, .values = &tls_alert_descriptions },
    VARINT(QUIC_CC_FRAME_TYPE, "quic.cc.frame_type", "Frame Type"),
    VARINT(QUIC_CC_REASON_PHRASE_LENGTH, "quic.cc.reason_phrase.length", "Reason phrase Length"),
    [QUIC_CC_REASON_PHRASE] = { "quic.cc.reason_phrase", "Reason phrase", FT_STRING },
    VARINT(QUIC_DG_LENGTH, "quic.dg.length", "Datagram Length"),
    [QUIC_DG] = { "quic.dg", "Datagram", FT_BYTES },
    VARINT(QUIC_AF_SEQUENCE_NUMBER, "quic.af.sequence_number", "Sequence Number"),
    VARINT(QUIC_AF_ACK_ELICITING_THRESHOLD, "quic.af.ack_eliciting_threshold", "Ack-Eliciting Threshold"),
    VARINT(QUIC_AF_REQUEST_MAX_ACK_DELAY, "quic.af.request_max_ack_delay", "Request Max Ack Delay"),
    [QUIC_AF_LAST_BYTE] = { "quic.af.last_byte", "Last Byte", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [QUIC_AF_RESERVED] = { "quic.af.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xfc },
    STREAM_BIT(QUIC_AF_IGNORE_CE, "quic.af.ignore_ce", "Ignore CE", 1),
    STREAM_BIT(QUIC_AF_IGNORE_ORDER, "quic.af.ignore_order", "Ignore Order", 2),
    VARINT(QUIC_TS, "quic.ts", "Time Stamp"),
    [QUIC_FRAGMENT_OVERLAP] = { "quic.fragment.overlap", "Fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [QUIC_FRAGMENT_OVERLAP_CONFLICT] = { "quic.fragment.overlap.conflict", "Conflicting data in fragment overlap", FT_BOOLEAN, .flags = GENERATED },
    [QUIC_FRAGMENT_MULTIPLETAILS] = { "quic.fragment.multipletails", "Multiple tail fragments found", FT_BOOLEAN, .flags = GENERATED },
    [QUIC_FRAGMENT_TOOLONGFRAGMENT] = { "quic.fragment.toolongfragment", "Fragment too long", FT_BOOLEAN, .flags = GENERATED },
    [QUIC_CRYPTO_FRAGMENT_COUNT] = { "quic.crypto.fragment.count", "Fragment count", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [QUIC_CRYPTO_FRAGMENT] = { "quic.crypto.fragment", "QUIC CRYPTO Data Fragment", FT_FRAMENUM, .label_fn = piece_label, .flags = GENERATED },
    [QUIC_CRYPTO_FRAGMENTS] = { "quic.crypto.fragments", "Reassembled QUIC CRYPTO Data Fragments", FT_NONE, .label_fn = pieces_label, .flags = GENERATED },
    [QUIC_CRYPTO_REASSEMBLED_IN] = { "quic.crypto.reassembled_in", "Reassembled PDU in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [QUIC_REPEATED] = { "", "Repeated", FT_NONE, .label_fn = constant_text },
};

const struct note_def quic_notes[QUIC_NOTES] = {
    [QUIC_NOTE_UNKNOWN_CONNECTION] = { "quic.connection.unknown", "Unknown QUIC connection. Missing Initial Packet or migrated connection?", SEV_NOTE, GROUP_PROTOCOL },
    [QUIC_NOTE_UNKNOWN_FRAME] = { "quic.ft.unknown", "Unknown Frame Type", SEV_NOTE, GROUP_UNDECODED, quic_unknown_frame_text },
    [QUIC_NOTE_DECRYPTION_FAILED] = { "quic.decryption_failed", "Failed to decrypt handshake", SEV_WARN, GROUP_DECRYPTION, decryption_text },
    [QUIC_NOTE_PROTOCOL_VIOLATION] = { "quic.protocol_violation", "Invalid data according to the protocol", SEV_WARN, GROUP_PROTOCOL, constant_text },
    [QUIC_NOTE_BAD_RETRY] = { "quic.bad_retry", "Retry Integrity Tag verification failure", SEV_WARN, GROUP_PROTOCOL, constant_text },
    [QUIC_NOTE_PADDING] = { "quic.coalesced_padding_data", "(Random) padding data appended to the datagram", SEV_NOTE, GROUP_PROTOCOL },
    [QUIC_NOTE_RETRANSMISSION] = { "quic.retransmission", "This QUIC frame has a reused stream offset (retransmission?)", SEV_NOTE, GROUP_SEQUENCE },
    [QUIC_NOTE_OVERLAP] = { "quic.overlap", "This QUIC frame overlaps a previous frame in the stream", SEV_NOTE, GROUP_SEQUENCE },
};
