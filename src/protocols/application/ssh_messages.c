/* ssh_messages.c - what SSH says when nothing hides it (the cipher "none"): RFC 4253 section 11, RFC 4252 (who the user
   is), RFC 4254 (channels). */
#include "protocols/application/ssh.h"

/* What follows a message's code, in order. */
enum part_kind { PART_END, PART_BYTE, PART_NUMBER, PART_STRING };
struct part {
    uint8_t kind;
    uint16_t row, len_row;
};
#define BYTE(row) { PART_BYTE, row, 0 }
#define NUMBER(row) { PART_NUMBER, row, 0 }
#define STRING(row) { PART_STRING, row, row##_LENGTH }
enum { PARTS = 5 };
static const struct {
    uint32_t code;
    struct part parts[PARTS];
} messages[] = {
    { 1, { NUMBER(SSH_REASON), STRING(SSH_DESCRIPTION), STRING(SSH_LANGUAGE) } },
    { 2, { STRING(SSH_IGNORE) } },
    { 4, { BYTE(SSH_DEBUG_SHOW), STRING(SSH_DEBUG), STRING(SSH_LANGUAGE) } },
    { 5, { STRING(SSH_SERVICE) } },
    { 6, { STRING(SSH_SERVICE) } },
    { 50, { STRING(SSH_USER), STRING(SSH_USER_SERVICE), STRING(SSH_METHOD) } },
    { 51, { STRING(SSH_CONTINUE), BYTE(SSH_PARTIAL) } },
    { 60, { STRING(SSH_PKA) } },
    { 80, { STRING(SSH_GLOBAL), BYTE(SSH_GLOBAL_REPLY) } },
    { 90, { STRING(SSH_CHANNEL_TYPE), NUMBER(SSH_SENDER), NUMBER(SSH_WINDOW), NUMBER(SSH_MAXIMUM) } },
    { 91, { NUMBER(SSH_RECIPIENT), NUMBER(SSH_SENDER), NUMBER(SSH_WINDOW), NUMBER(SSH_MAXIMUM) } },
    { 93, { NUMBER(SSH_RECIPIENT), NUMBER(SSH_ADJUST) } },
    { 94, { NUMBER(SSH_RECIPIENT), NUMBER(SSH_DATA_LENGTH) } },
    { 96, { NUMBER(SSH_RECIPIENT) } },
    { 97, { NUMBER(SSH_RECIPIENT) } },
    { 98, { NUMBER(SSH_RECIPIENT), STRING(SSH_CHANNEL_TYPE), BYTE(SSH_CHANNEL_REPLY) } },
    { 99, { NUMBER(SSH_RECIPIENT) } },
    { 100, { NUMBER(SSH_RECIPIENT) } },
};

static bool named(const uint8_t *p, uint32_t len, const char *name)
{
    return len == strlen(name) && memcmp(p, name, len) == 0;
}

/* RFC 4252 sections 7 and 8: what the method of a request needs. */
static void method_add(struct dissect *d, struct cursor *c, const uint8_t *method, uint32_t len)
{
    if (named(method, len, "password")) {
        bool change = add_uint(d, c, SSH_CHANGE_PASSWORD, 1) != 0;
        ssh_string(d, c, SSH_PASSWORD_LENGTH, SSH_PASSWORD);
        if (change)
            ssh_string(d, c, SSH_NEW_PASSWORD_LENGTH, SSH_NEW_PASSWORD);
    } else if (named(method, len, "publickey")) {
        bool has_signature = add_uint(d, c, SSH_HAVE_SIGNATURE, 1) != 0;
        ssh_string(d, c, SSH_PKA_LENGTH, SSH_PKA);
        uint32_t blob = (uint32_t)add_uint(d, c, SSH_BLOB_LENGTH, 4);
        if (!need(d, *c, 0, blob))
            return;
        struct cursor key = cursor_part(*c, blob);
        ssh_string(d, &key, SSH_BLOB_NAME_LENGTH, SSH_BLOB_NAME);
        cursor_skip(c, blob);
        if (has_signature)
            add_uint(d, c, SSH_PK_SIG_LENGTH, 4);
    }
}

void ssh_plain_message(struct dissect *d, struct cursor *c, uint32_t code)
{
    size_t i = 0;
    while (i < ARRAY_LEN(messages) && messages[i].code != code)
        i++;
    if (i == ARRAY_LEN(messages))
        return;
    const uint8_t *last = NULL;
    uint32_t len = 0;
    for (const struct part *p = messages[i].parts; p < messages[i].parts + PARTS && p->kind != PART_END; p++) {
        if (p->kind == PART_STRING) {
            len = ssh_string(d, c, p->len_row, p->row);
            last = d->stop == STOP_NONE ? c->p - len : NULL;
        } else {
            add_uint(d, c, p->row, p->kind == PART_BYTE ? 1 : 4);
        }
    }
    if (code == 50 && last != NULL)
        method_add(d, c, last, len);
}
