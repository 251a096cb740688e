/* ssh_fields.c - rows of SSH, as Wireshark names them. */
#include "protocols/application/ssh.h"

VALUES(mac_states, { 0, "Bad" }, { 1, "Good" }, { 2, "Unverified" }, { 3, "Not present" }, { 4, "Illegal" });
static const struct truth directions = { "server-to-client", "client-to-server" };

/* RFC 4253 section 11.1 */
VALUES(reasons, { 1, "Host not allowed to connect" }, { 2, "Protocol error" }, { 3, "Key exchange failed" }, { 4, "Reserved" },
       { 5, "MAC error" }, { 6, "Compression error" }, { 7, "Service not available" }, { 8, "Protocol version not supported" },
       { 9, "Host key not verifiable" }, { 10, "Connection lost" }, { 11, "By application" }, { 12, "Too many connections" },
       { 13, "Auth cancelled by user" }, { 14, "No more auth methods available" }, { 15, "Illegal user name" });

VALUES(codes_1, { 0, "No Message" }, { 1, "Disconnect" }, { 2, "Public Key" }, { 3, "Session Key" }, { 4, "User" });
#define BELOW_EXCHANGE                                                                                              \
    { 1, "Disconnect" }, { 2, "Ignore" }, { 3, "Unimplemented" }, { 4, "Debug" }, { 5, "Service Request" },         \
    { 6, "Service Accept" }, { 20, "Key Exchange Init" }, { 21, "New Keys" }
#define ABOVE_EXCHANGE                                                                                              \
    { 50, "User Authentication Request" }, { 51, "User Authentication Failure" }, { 52, "User Authentication Success" }, \
    { 53, "User Authentication Banner" }, { 60, "Public Key algorithm accepted" }, { 80, "Global Request" },        \
    { 81, "Request Success" }, { 82, "Request Failure" }, { 90, "Channel Open" }, { 91, "Channel Open Confirmation" }, \
    { 92, "Channel Open Failure" }, { 93, "Window Adjust" }, { 94, "Channel Data" }, { 95, "Channel Extended Data" }, \
    { 96, "Channel EOF" }, { 97, "Channel Close" }, { 98, "Channel Request" }, { 99, "Channel Success" },           \
    { 100, "Channel Failure" }
VALUES(codes_dh, BELOW_EXCHANGE, { 30, "Diffie-Hellman Key Exchange Init" }, { 31, "Diffie-Hellman Key Exchange Reply" },
       ABOVE_EXCHANGE);
VALUES(codes_group, BELOW_EXCHANGE, { 30, "Diffie-Hellman Group Exchange Request (Old)" },
       { 31, "Diffie-Hellman Group Exchange Group" }, { 32, "Diffie-Hellman Group Exchange Init" },
       { 33, "Diffie-Hellman Group Exchange Reply" }, { 34, "Diffie-Hellman Group Exchange Request" }, ABOVE_EXCHANGE);
VALUES(codes_curve, BELOW_EXCHANGE, { 30, "Elliptic Curve Diffie-Hellman Key Exchange Init" },
       { 31, "Elliptic Curve Diffie-Hellman Key Exchange Reply" }, ABOVE_EXCHANGE);

/* --- labels made of several names --------------------------------------------------------------- */

static void sb_name_of(struct strbuf *sb, struct ssh_text t) { sb_decoded(sb, t.p, t.len, true); }

static void packet_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct ssh_packet *p = n->v.arg;
    (void)d;
    sb_printf(sb, "SSH Version %u", p->version);
    if (p->cipher.p == NULL)
        return;
    sb_str(sb, " (encryption:");
    sb_name_of(sb, p->cipher);
    sb_str(sb, " compression:");
    sb_name_of(sb, p->compression);
    sb_char(sb, ')');
}

static void exchange_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct ssh_packet *p = n->v.arg;
    (void)d;
    sb_str(sb, "Key Exchange");
    if (p->method.p == NULL)
        return;
    sb_str(sb, " (method:");
    sb_name_of(sb, p->method);
    sb_char(sb, ')');
}

static void typed(struct strbuf *sb, const char *what, const struct node *n)
{
    const struct ssh_text *type = n->v.arg;
    sb_str(sb, what);
    if (type == NULL)
        return;
    sb_str(sb, " (type: ");
    sb_name_of(sb, *type);
    sb_char(sb, ')');
}
static void key_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    typed(sb, "KEX host key", n);
}
static void signature_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    typed(sb, "KEX host signature", n);
}

static void bad_key_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *len = n->v.arg;
    (void)d;
    sb_printf(sb, "Invalid key length: %u", len != NULL ? *len : 0);
}

static void before_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, "Line before the version: ");
    if (p != NULL)
        sb_escaped(sb, p, n->len);
}

#define LIST(i, name)                                                                           \
    [SSH_LISTS + 2 * (i)] = { "ssh." name "_length", name " length", FT_UINT32, BASE_DEC },      \
    [SSH_LISTS + 2 * (i) + 1] = { "ssh." name, name " string", FT_STRING }

const struct field ssh_fields[] = {
    [SSH] = { "ssh", "SSH Protocol", FT_PROTOCOL },
    [SSH_PACKET] = { "", "SSH Version", FT_NONE, .label_fn = packet_label },
    [SSH_BEFORE] = { "", "Line before the version", FT_NONE, .label_fn = before_label },
    [SSH_EXCHANGE] = { "", "Key Exchange", FT_NONE, .label_fn = exchange_label },
    [SSH_CODE] = { "ssh.message_code", "Message Code", FT_UINT8, BASE_DEC },
    [SSH_CODE_1] = { "ssh.message_code", "Message Code", FT_UINT8, BASE_DEC, .values = &codes_1 },
    [SSH_CODE_DH] = { "ssh.message_code", "Message Code", FT_UINT8, BASE_DEC, .values = &codes_dh },
    [SSH_CODE_GROUP] = { "ssh.message_code", "Message Code", FT_UINT8, BASE_DEC, .values = &codes_group },
    [SSH_CODE_CURVE] = { "ssh.message_code", "Message Code", FT_UINT8, BASE_DEC, .values = &codes_curve },
    [SSH_ALGORITHMS] = { "", "Algorithms", FT_NONE },
    [SSH_HOST_KEY] = { "", "KEX host key", FT_NONE, .label_fn = key_label },
    [SSH_SIGNATURE] = { "", "KEX host signature", FT_NONE, .label_fn = signature_label },
    [SSH_MPINT_BAD] = { "", "Invalid key length", FT_NONE, .label_fn = bad_key_text },
    [SSH_PROTOCOL] = { "ssh.protocol", "Protocol", FT_STRING },
    [SSH_PACKET_LENGTH] = { "ssh.packet_length", "Packet Length", FT_UINT32, BASE_DEC },
    [SSH_LENGTH_ENCRYPTED] = { "ssh.packet_length_encrypted", "Packet Length (encrypted)", FT_BYTES },
    [SSH_PADDING_LENGTH] = { "ssh.padding_length", "Padding Length", FT_UINT8, BASE_DEC },
    [SSH_PAYLOAD] = { "ssh.payload", "Payload", FT_BYTES },
    [SSH_ENCRYPTED] = { "ssh.encrypted_packet", "Encrypted Packet", FT_BYTES },
    [SSH_PADDING] = { "ssh.padding_string", "Padding String", FT_BYTES },
    [SSH_SEQUENCE] = { "ssh.seq_num", "Sequence number", FT_UINT32, BASE_DEC },
    [SSH_MAC] = { "ssh.mac", "MAC", FT_BYTES },
    [SSH_MAC_STATUS] = { "ssh.mac.status", "MAC Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &mac_states },
    [SSH_DIRECTION] = { "ssh.direction", "Direction", FT_BOOLEAN, BASE_NONE, .flags = GENERATED, .truth = &directions },
    [SSH_COOKIE] = { "ssh.cookie", "Cookie", FT_BYTES },
    LIST(0, "kex_algorithms"),
    LIST(1, "server_host_key_algorithms"),
    LIST(2, "encryption_algorithms_client_to_server"),
    LIST(3, "encryption_algorithms_server_to_client"),
    LIST(4, "mac_algorithms_client_to_server"),
    LIST(5, "mac_algorithms_server_to_client"),
    LIST(6, "compression_algorithms_client_to_server"),
    LIST(7, "compression_algorithms_server_to_client"),
    LIST(8, "languages_client_to_server"),
    LIST(9, "languages_server_to_client"),
    [SSH_FIRST_FOLLOWS] = { "ssh.first_kex_packet_follows", "First KEX Packet Follows", FT_UINT8, BASE_DEC },
    [SSH_RESERVED] = { "ssh.kex.reserved", "Reserved", FT_BYTES },
    [SSH_HASSH_ALGORITHMS] = { "ssh.kex.hassh_algorithms", "hasshAlgorithms", FT_STRING, .flags = GENERATED },
    [SSH_HASSH] = { "ssh.kex.hassh", "hassh", FT_STRING, .flags = GENERATED },
    [SSH_HASSH_SERVER_ALGORITHMS] = { "ssh.kex.hasshserver_algorithms", "hasshServerAlgorithms", FT_STRING, .flags = GENERATED },
    [SSH_HASSH_SERVER] = { "ssh.kex.hasshserver", "hasshServer", FT_STRING, .flags = GENERATED },
    [SSH_KEY_LENGTH] = { "ssh.host_key.length", "Host key length", FT_UINT32, BASE_DEC },
    [SSH_KEY_TYPE_LENGTH] = { "ssh.host_key.type_length", "Host key type length", FT_UINT32, BASE_DEC },
    [SSH_KEY_TYPE] = { "ssh.host_key.type", "Host key type", FT_STRING },
    [SSH_KEY_DATA] = { "ssh.host_key.data", "Host key data", FT_BYTES },
    [SSH_RSA_N] = { "ssh.host_key.rsa.n", "RSA modulus (N)", FT_BYTES },
    [SSH_RSA_E] = { "ssh.host_key.rsa.e", "RSA public exponent (e)", FT_BYTES },
    [SSH_DSA_P] = { "ssh.host_key.dsa.p", "DSA prime modulus (p)", FT_BYTES },
    [SSH_DSA_Q] = { "ssh.host_key.dsa.q", "DSA prime divisor (q)", FT_BYTES },
    [SSH_DSA_G] = { "ssh.host_key.dsa.g", "DSA subgroup generator (g)", FT_BYTES },
    [SSH_DSA_Y] = { "ssh.host_key.dsa.y", "DSA public key (y)", FT_BYTES },
    [SSH_ECDSA_ID] = { "ssh.host_key.ecdsa.id", "ECDSA elliptic curve identifier", FT_STRING },
    [SSH_ECDSA_ID_LENGTH] = { "ssh.host_key.ecdsa.id_length", "ECDSA elliptic curve identifier length", FT_UINT32, BASE_DEC },
    [SSH_ECDSA_Q] = { "ssh.host_key.ecdsa.q", "ECDSA public key (Q)", FT_BYTES },
    [SSH_ECDSA_Q_LENGTH] = { "ssh.host_key.ecdsa.q_length", "ECDSA public key length", FT_UINT32, BASE_DEC },
    [SSH_EDDSA_KEY] = { "ssh.host_key.eddsa.key", "EdDSA public key", FT_BYTES },
    [SSH_EDDSA_KEY_LENGTH] = { "ssh.host_key.eddsa.key_length", "EdDSA public key length", FT_UINT32, BASE_DEC },
    [SSH_SIG_LENGTH] = { "ssh.host_sig.length", "Host signature length", FT_UINT32, BASE_DEC },
    [SSH_SIG_TYPE_LENGTH] = { "ssh.host_sig.type_length", "Host signature type length", FT_UINT32, BASE_DEC },
    [SSH_SIG_TYPE] = { "ssh.host_sig.type", "Host signature type", FT_STRING },
    [SSH_SIG_DATA] = { "ssh.host_sig.data", "Host signature data", FT_BYTES },
    [SSH_SIG_RSA] = { "ssh.host_sig.rsa", "RSA signature", FT_BYTES },
    [SSH_SIG_DSA] = { "ssh.host_sig.dsa", "DSA signature", FT_BYTES },
    [SSH_DH_E] = { "ssh.dh.e", "DH client e", FT_BYTES },
    [SSH_DH_F] = { "ssh.dh.f", "DH server f", FT_BYTES },
    [SSH_GEX_MIN] = { "ssh.dh_gex.min", "DH GEX Min", FT_UINT32, BASE_DEC },
    [SSH_GEX_BITS] = { "ssh.dh_gex.nbits", "DH GEX Number of Bits", FT_UINT32, BASE_DEC },
    [SSH_GEX_MAX] = { "ssh.dh_gex.max", "DH GEX Max", FT_UINT32, BASE_DEC },
    [SSH_GEX_P] = { "ssh.dh_gex.p", "DH GEX modulus (P)", FT_BYTES },
    [SSH_GEX_G] = { "ssh.dh_gex.g", "DH GEX base (G)", FT_BYTES },
    [SSH_CURVE_C] = { "ssh.ecdh.q_c", "ECDH client's ephemeral public key (Q_C)", FT_BYTES },
    [SSH_CURVE_C_LENGTH] = { "ssh.ecdh.q_c_length", "ECDH client's ephemeral public key length", FT_UINT32, BASE_DEC },
    [SSH_CURVE_S] = { "ssh.ecdh.q_s", "ECDH server's ephemeral public key (Q_S)", FT_BYTES },
    [SSH_CURVE_S_LENGTH] = { "ssh.ecdh.q_s_length", "ECDH server's ephemeral public key length", FT_UINT32, BASE_DEC },
    [SSH_MPINT_LENGTH] = { "ssh.mpint_length", "Multi Precision Integer Length", FT_UINT32, BASE_DEC },
    [SSH_IGNORE_LENGTH] = { "ssh.ignore_data_length", "Debug message length", FT_UINT32, BASE_DEC },
    [SSH_IGNORE] = { "ssh.ignore_data", "Ignore data", FT_BYTES },
    [SSH_DEBUG_SHOW] = { "ssh.debug_always_display", "Always Display", FT_BOOLEAN, BASE_NONE },
    [SSH_DEBUG_LENGTH] = { "ssh.debug_name_length", "Debug message length", FT_UINT32, BASE_DEC },
    [SSH_DEBUG] = { "ssh.debug_name", "Debug message", FT_STRING },
    [SSH_SERVICE_LENGTH] = { "ssh.service_name_length", "Service Name length", FT_UINT32, BASE_DEC },
    [SSH_SERVICE] = { "ssh.service_name", "Service Name", FT_STRING },
    [SSH_REASON] = { "ssh.disconnect_reason", "Disconnect reason", FT_UINT32, BASE_HEX, .values = &reasons },
    [SSH_DESCRIPTION_LENGTH] = { "ssh.disconnect_description_length", "Disconnect description length", FT_UINT32, BASE_DEC },
    [SSH_DESCRIPTION] = { "ssh.disconnect_description", "Disconnect description", FT_STRING },
    [SSH_LANGUAGE_LENGTH] = { "ssh.lang_tag_length", "Language tag length", FT_UINT32, BASE_DEC },
    [SSH_LANGUAGE] = { "ssh.lang_tag", "Language tag", FT_STRING },
    [SSH_USER_LENGTH] = { "ssh.userauth_user_name_length", "User Name length", FT_UINT32, BASE_DEC },
    [SSH_USER] = { "ssh.userauth_user_name", "User Name", FT_STRING },
    [SSH_CHANGE_PASSWORD] = { "ssh.userauth.change_password", "Change password", FT_BOOLEAN, BASE_NONE },
    [SSH_USER_SERVICE_LENGTH] = { "ssh.userauth_service_name_length", "Service Name length", FT_UINT32, BASE_DEC },
    [SSH_USER_SERVICE] = { "ssh.userauth_service_name", "Service Name", FT_STRING },
    [SSH_METHOD_LENGTH] = { "ssh.userauth_method_name_length", "Method Name length", FT_UINT32, BASE_DEC },
    [SSH_METHOD] = { "ssh.userauth_method_name", "Method Name", FT_STRING },
    [SSH_HAVE_SIGNATURE] = { "ssh.userauth.have_signature", "Have signature", FT_BOOLEAN, BASE_NONE },
    [SSH_PASSWORD_LENGTH] = { "ssh.userauth_password_length", "Password length", FT_UINT32, BASE_DEC },
    [SSH_PASSWORD] = { "ssh.userauth_password", "Password", FT_STRING },
    [SSH_NEW_PASSWORD_LENGTH] = { "ssh.userauth_new_password_length", "New password length", FT_UINT32, BASE_DEC },
    [SSH_NEW_PASSWORD] = { "ssh.userauth_new_password", "New password", FT_STRING },
    [SSH_CONTINUE_LENGTH] = { "ssh.auth_failure_cont_list_length", "Authentications that can continue list len", FT_UINT32, BASE_DEC },
    [SSH_CONTINUE] = { "ssh.auth_failure_cont_list", "Authentications that can continue list", FT_STRING },
    [SSH_PARTIAL] = { "ssh.userauth.partial_success", "Partial success", FT_BOOLEAN, BASE_NONE },
    [SSH_PKA_LENGTH] = { "ssh.userauth_pka_name_length", "Public key algorithm name length", FT_UINT32, BASE_DEC },
    [SSH_PKA] = { "ssh.userauth_pka_name", "Public key algorithm name", FT_STRING },
    [SSH_BLOB_NAME_LENGTH] = { "ssh.pk_blob_name_length", "Public key blob algorithm name length", FT_UINT32, BASE_DEC },
    [SSH_BLOB_NAME] = { "ssh.pk_blob_name", "Public key blob algorithm name", FT_STRING },
    [SSH_BLOB_LENGTH] = { "ssh.pk_blob_length", "Public key blob length", FT_UINT32, BASE_DEC },
    [SSH_BLOB_N] = { "ssh.blob.ssh-rsa.n", "ssh-rsa modulus (n)", FT_BYTES },
    [SSH_BLOB_E] = { "ssh.blob.ssh-rsa.e", "ssh-rsa public exponent (e)", FT_BYTES },
    [SSH_PK_SIG_LENGTH] = { "ssh.pk_sig_blob_length", "Public key signature blob length", FT_UINT32, BASE_DEC },
    [SSH_PK_SIG_NAME_LENGTH] = { "ssh.pk_sig_blob_name_length", "Public key signature blob algorithm name length", FT_UINT32, BASE_DEC },
    [SSH_PK_SIG_NAME] = { "ssh.pk_sig_blob_name", "Public key signature blob algorithm name", FT_STRING },
    [SSH_PK_SIG_RSA_LENGTH] = { "ssh.sig.ssh-rsa.length", "ssh-rsa signature length", FT_UINT32, BASE_DEC },
    [SSH_PK_SIG_RSA] = { "ssh.sig.ssh-rsa.s", "ssh-rsa signature (s)", FT_BYTES },
    [SSH_CHANNEL_TYPE_LENGTH] = { "ssh.connection_type_name_length", "Channel type name length", FT_UINT32, BASE_DEC },
    [SSH_CHANNEL_TYPE] = { "ssh.connection_type_name", "Channel type name", FT_STRING },
    [SSH_SENDER] = { "ssh.connection_sender_channel", "Sender channel", FT_UINT32, BASE_DEC },
    [SSH_RECIPIENT] = { "ssh.connection_recipient_channel", "Recipient channel", FT_UINT32, BASE_DEC },
    [SSH_WINDOW] = { "ssh.connection_initial_window_size", "Initial window size", FT_UINT32, BASE_DEC },
    [SSH_MAXIMUM] = { "ssh.userauth_maximum_packet_size", "Maximum packet size", FT_UINT32, BASE_DEC },
    [SSH_GLOBAL_LENGTH] = { "ssh.global_request_name_length", "Global request name length", FT_UINT32, BASE_DEC },
    [SSH_GLOBAL] = { "ssh.global_request_name", "Global request name", FT_STRING },
    [SSH_GLOBAL_REPLY] = { "ssh.global_request_want_reply", "Global request want reply", FT_UINT8, BASE_DEC },
    [SSH_HOST_KEYS] = { "ssh.global_request_hostkeys", "Host keys array length", FT_UINT32, BASE_DEC },
    [SSH_CHANNEL_REPLY] = { "ssh.channel_request_want_reply", "Channel request want reply", FT_UINT8, BASE_DEC },
    [SSH_SUBSYSTEM_LENGTH] = { "ssh.subsystem_name_length", "Subsystem name length", FT_UINT32, BASE_DEC },
    [SSH_SUBSYSTEM] = { "ssh.subsystem_name", "Subsystem name", FT_STRING },
    [SSH_EXIT_STATUS] = { "ssh.exit_status", "Exit status", FT_UINT32, BASE_HEX },
    [SSH_ADJUST] = { "ssh.channel_window_adjust", "Bytes to add", FT_UINT32, BASE_DEC },
    [SSH_DATA_LENGTH] = { "ssh.channel_data_length", "Data length", FT_UINT32, BASE_DEC },
};
const struct note_def ssh_notes[] = {
    [SSH_NOTE_LENGTH] = { "ssh.packet_length.error", "Overly large number", SEV_WARN, GROUP_PROTOCOL },
    [SSH_NOTE_DECODE] = { "ssh.packet_decode.error", "Packet decoded length not equal to packet length", SEV_WARN, GROUP_PROTOCOL },
    [SSH_NOTE_KEY] = { "ssh.key_length.error", "Invalid key length", SEV_ERROR, GROUP_PROTOCOL, .text_fn = bad_key_text },
    [SSH_NOTE_MAC] = { "ssh.mac_bad.expert", "Bad MAC", SEV_ERROR, GROUP_PROTOCOL },
};

const char *ssh_code_name(unsigned row, uint32_t code) { return values_find(ssh_fields[row].values, code); }
