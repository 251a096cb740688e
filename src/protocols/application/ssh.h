/* ssh.h - what the files of SSH share: ssh.c (packets), ssh_kex.c (key exchange), ssh_messages.c (the rest). */
#ifndef PROTOCOLS_APPLICATION_SSH_H
#define PROTOCOLS_APPLICATION_SSH_H

#include "protocols/protocol.h"

/* Rows.  The name lists of a key exchange stand in the order of the message, each behind its length. */
enum {
    SSH, SSH_PROTOCOL, SSH_PACKET, SSH_BEFORE, SSH_PACKET_LENGTH, SSH_LENGTH_ENCRYPTED, SSH_PADDING_LENGTH, SSH_PAYLOAD,
    SSH_ENCRYPTED, SSH_PADDING, SSH_SEQUENCE, SSH_MAC, SSH_MAC_STATUS, SSH_DIRECTION, SSH_EXCHANGE, SSH_CODE, SSH_CODE_1,
    SSH_CODE_DH, SSH_CODE_GROUP, SSH_CODE_CURVE,
    SSH_ALGORITHMS, SSH_COOKIE, SSH_LISTS, SSH_LISTS_END = SSH_LISTS + 20,
    SSH_FIRST_FOLLOWS = SSH_LISTS_END, SSH_RESERVED, SSH_HASSH_ALGORITHMS, SSH_HASSH, SSH_HASSH_SERVER_ALGORITHMS,
    SSH_HASSH_SERVER,
    SSH_HOST_KEY, SSH_KEY_LENGTH, SSH_KEY_TYPE_LENGTH, SSH_KEY_TYPE, SSH_KEY_DATA, SSH_RSA_N, SSH_RSA_E, SSH_DSA_P, SSH_DSA_Q,
    SSH_DSA_G, SSH_DSA_Y, SSH_ECDSA_ID, SSH_ECDSA_ID_LENGTH, SSH_ECDSA_Q, SSH_ECDSA_Q_LENGTH, SSH_EDDSA_KEY,
    SSH_EDDSA_KEY_LENGTH, SSH_SIGNATURE, SSH_SIG_LENGTH, SSH_SIG_TYPE_LENGTH, SSH_SIG_TYPE, SSH_SIG_DATA, SSH_SIG_RSA,
    SSH_SIG_DSA, SSH_DH_E, SSH_DH_F, SSH_GEX_MIN, SSH_GEX_BITS, SSH_GEX_MAX, SSH_GEX_P, SSH_GEX_G, SSH_CURVE_C,
    SSH_CURVE_C_LENGTH, SSH_CURVE_S, SSH_CURVE_S_LENGTH, SSH_MPINT_LENGTH, SSH_MPINT_BAD,
    SSH_IGNORE_LENGTH, SSH_IGNORE, SSH_DEBUG_SHOW, SSH_DEBUG_LENGTH, SSH_DEBUG, SSH_SERVICE_LENGTH, SSH_SERVICE, SSH_REASON,
    SSH_DESCRIPTION_LENGTH, SSH_DESCRIPTION, SSH_LANGUAGE_LENGTH, SSH_LANGUAGE, SSH_USER_LENGTH, SSH_USER, SSH_CHANGE_PASSWORD,
    SSH_USER_SERVICE_LENGTH, SSH_USER_SERVICE, SSH_METHOD_LENGTH, SSH_METHOD, SSH_HAVE_SIGNATURE, SSH_PASSWORD_LENGTH,
    SSH_PASSWORD, SSH_NEW_PASSWORD_LENGTH, SSH_NEW_PASSWORD, SSH_CONTINUE_LENGTH, SSH_CONTINUE, SSH_PARTIAL,
    SSH_PKA_LENGTH, SSH_PKA, SSH_BLOB_NAME_LENGTH, SSH_BLOB_NAME, SSH_BLOB_LENGTH, SSH_BLOB_N, SSH_BLOB_E,
    SSH_PK_SIG_LENGTH, SSH_PK_SIG_NAME_LENGTH, SSH_PK_SIG_NAME, SSH_PK_SIG_RSA_LENGTH, SSH_PK_SIG_RSA,
    SSH_CHANNEL_TYPE_LENGTH, SSH_CHANNEL_TYPE, SSH_SENDER, SSH_RECIPIENT, SSH_WINDOW, SSH_MAXIMUM, SSH_GLOBAL_LENGTH,
    SSH_GLOBAL, SSH_GLOBAL_REPLY, SSH_HOST_KEYS, SSH_CHANNEL_REPLY, SSH_SUBSYSTEM_LENGTH, SSH_SUBSYSTEM, SSH_EXIT_STATUS,
    SSH_ADJUST, SSH_DATA_LENGTH
};
enum { SSH_NOTE_LENGTH, SSH_NOTE_DECODE, SSH_NOTE_KEY, SSH_NOTE_MAC };

/* Text that lives with the conversation. */
struct ssh_text {
    const uint8_t *p;
    uint32_t len;
};
enum { SSH_KEX, SSH_KEY, SSH_CIPHER_C, SSH_CIPHER_S, SSH_MAC_C, SSH_MAC_S, SSH_COMPRESSION_C, SSH_COMPRESSION_S,
       SSH_LANGUAGES_C, SSH_LANGUAGES_S, SSH_NAME_LISTS };

/* One side: its name lists, once it has offered them. */
struct ssh_side {
    struct ssh_text lists[SSH_NAME_LISTS];
    uint32_t sequence;
    bool greeted, offered, keys;  /* said its version; KEXINIT; NEWKEYS: what follows is encrypted */
};
struct ssh_session {
    struct ssh_side side[2];  /* client, server */
    uint32_t version;         /* 0: not known */
};

/* What the headings of a packet say; texts without bytes are not known. */
struct ssh_packet {
    uint32_t version;
    struct ssh_text cipher, compression, method;
};

/* What both sides agree on: the first of the client's list that the server has too (RFC 4253 section 7.1). */
struct ssh_text ssh_agreed(const struct ssh_session *s, unsigned list);

/* SSH_CODE_DH, SSH_CODE_GROUP or SSH_CODE_CURVE: the row of message codes that the agreed method has. */
unsigned ssh_codes(const struct ssh_session *s);
/* NULL: it has none. */
const char *ssh_code_name(unsigned row, uint32_t code);

/* Key exchange messages (20 to 49) behind their code; false: none of these. */
bool ssh_key_exchange(struct dissect *d, struct cursor *c, struct ssh_session *s, bool server, uint32_t code);
/* First pass: keeps the name lists that this KEXINIT (behind its code) offers. */
void ssh_keep_offer(struct dissect *d, struct cursor c, struct ssh_session *s, bool server);
/* All other messages, when nothing hides them. */
void ssh_plain_message(struct dissect *d, struct cursor *c, uint32_t code);

/* A length and that many bytes; `len_row` and `row`.  Returns the bytes' number. */
uint32_t ssh_string(struct dissect *d, struct cursor *c, unsigned len_row, unsigned row);

enum { SSH_FIELDS = SSH_DATA_LENGTH + 1, SSH_NOTES = SSH_NOTE_MAC + 1 };
extern const struct field ssh_fields[SSH_FIELDS];
extern const struct note_def ssh_notes[SSH_NOTES];

#endif
