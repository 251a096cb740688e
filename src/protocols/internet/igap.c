/* igap.c - Internet Group membership Authentication Protocol, draft-hayashi-igap: IGMP for who is known by an account.  Claims
   "igmp.type" 0x40 to 0x42. */
#include "protocols/internet/checksum.h"
#include "protocols/protocol.h"

enum { IGAP, TYPE, MAX_RESP, CHECKSUM, STATUS, MADDR, VERSION, SUBTYPE, CHALLENGE_ID, ACCOUNT_SIZE, MESSAGE_SIZE, ACCOUNT, PASSWORD,
       MD5_RESULT, CHALLENGE, AUTHENTICATION, ACCOUNTING, UNKNOWN_MESSAGE };
enum { CHECKSUM_BAD };

VALUES(types, { 0x40, "Membership Report (Join)" }, { 0x41, "Membership Query" }, { 0x42, "Leave Group" });
VALUES(versions, { 0x10, "1" });
VALUES(subtypes, { 0x2, "Password Mechanism Join (Password-Join)" },
       { 0x3, "Challenge-Response Mechanism Join Request (Challenge-Request-Join)" },
       { 0x4, "Challenge-Response Mechanism Join Response (Challenge-Response-Join)" }, { 0x21, "Basic Query" },
       { 0x23, "Challenge-Response Mechanism Challenge (Challenge)" }, { 0x24, "Authentication Message" },
       { 0x25, "Accounting Message" }, { 0x41, "Basic Leave" }, { 0x42, "Password Mechanism Leave (Password-Leave)" },
       { 0x43, "Challenge-Response Mechanism Leave Challenge Request (Challenge-Request-Leave)" },
       { 0x44, "Challenge-Response Mechanism Response (Challenge-Response-Leave)" });
VALUES(authentications, { 0x11, "Authentication success" }, { 0x21, "Authentication failure" });
VALUES(accountings, { 0x11, "Accounting start" }, { 0x21, "Accounting stop" });

static void tenths_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p != NULL)
        sb_printf(sb, "Max Response Time: %u.%u sec (0x%02x)", *p / 10u, *p % 10u, *p);
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&types, *(const uint8_t *)arg, "Unknown Type"));
}

static const struct field fields[] = {
    [IGAP] = { "igap", "Internet Group membership Authentication Protocol", FT_PROTOCOL },
    [TYPE] = { "igap.type", "Type", FT_UINT8, BASE_HEX, .values = &types },
    [MAX_RESP] = { "igap.max_resp", "Max Response Time", FT_UINT8, BASE_DEC, .label_fn = tenths_label },
    [CHECKSUM] = { "igap.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [STATUS] = { "igap.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [MADDR] = { "igap.maddr", "Multicast group address", FT_IPv4 },
    [VERSION] = { "igap.version", "Version", FT_UINT8, BASE_HEX, .values = &versions },
    [SUBTYPE] = { "igap.subtype", "Subtype", FT_UINT8, BASE_HEX, .values = &subtypes },
    [CHALLENGE_ID] = { "igap.challengeid", "Challenge ID", FT_UINT8, BASE_HEX },
    [ACCOUNT_SIZE] = { "igap.asize", "Account Size", FT_UINT8, BASE_DEC },
    [MESSAGE_SIZE] = { "igap.msize", "Message Size", FT_UINT8, BASE_DEC },
    [ACCOUNT] = { "igap.account", "User Account", FT_STRING },
    [PASSWORD] = { "igap.user_password", "User password", FT_STRING },
    [MD5_RESULT] = { "igap.result_of_md5_calculation", "Result of MD5 calculation", FT_BYTES },
    [CHALLENGE] = { "igap.challenge", "Challenge", FT_BYTES },
    [AUTHENTICATION] = { "igap.authentication_result", "Authentication result", FT_UINT8, BASE_HEX, .values = &authentications },
    [ACCOUNTING] = { "igap.accounting_status", "Accounting status", FT_UINT8, BASE_HEX, .values = &accountings },
    [UNKNOWN_MESSAGE] = { "igap.unknown_message", "Unknown message", FT_BYTES },
};
static const struct note_def notes[] = {
    [CHECKSUM_BAD] = { "igap.bad_checksum", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
};

/* What the message of a subtype is; subtypes that have none stand here too, with row 0. */
static const struct {
    uint8_t subtype, row;
} messages[] = {
    { 0x02, PASSWORD },   { 0x42, PASSWORD },  { 0x04, MD5_RESULT },
    { 0x44, MD5_RESULT }, { 0x23, CHALLENGE }, { 0x24, AUTHENTICATION },
    { 0x25, ACCOUNTING }, { 0x03, 0 },         { 0x21, 0 },
    { 0x41, 0 },          { 0x43, 0 },
};

static void message(struct dissect *d, struct cursor c, uint32_t subtype, uint32_t size)
{
    unsigned row = UNKNOWN_MESSAGE;
    for (uint32_t i = 0; i < ARRAY_LEN(messages); i++)
        if (messages[i].subtype == subtype)
            row = messages[i].row;
    if (size == 0 || row == 0)
        return;
    emit_at(d, c, row, 0, row == AUTHENTICATION || row == ACCOUNTING ? 1 : size);
}

static struct verdict igap_run(struct dissect *d, struct cursor c)
{
    enum { ACCOUNT_ROOM = 16, MESSAGE_ROOM = 64, FIXED = 16 };
    uint32_t subtype = get8(d, c, 9), account = get8(d, c, 12), size = get8(d, c, 13);
    if (c.cap == 0)
        return done();
    set_protocol_column(d, "IGAP");
    info_set(d, info, c.p);
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, TYPE, 0, 1);
    emit_at(d, c, MAX_RESP, 1, 1);
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (!d->fragmented && d->stop == STOP_NONE)
        found = checksum_verify(c, c.wire, 2, 0);
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
    emit_at(d, c, MADDR, 4, 4);
    emit_at(d, c, VERSION, 8, 1);
    emit_at(d, c, SUBTYPE, 9, 1);
    emit_at(d, c, CHALLENGE_ID, 11, 1);
    emit_at(d, c, ACCOUNT_SIZE, 12, 1);
    emit_at(d, c, MESSAGE_SIZE, 13, 1);
    cursor_skip(&c, FIXED);
    if (account != 0)
        emit_at(d, c, ACCOUNT, 0, account < ACCOUNT_ROOM ? account : ACCOUNT_ROOM);
    cursor_skip(&c, ACCOUNT_ROOM);
    message(d, c, subtype, size < MESSAGE_ROOM ? size : MESSAGE_ROOM);
    return done();
}

static const struct claim claims[] = { { TABLE_IGMP_TYPE, 0x40 },
                                       { TABLE_IGMP_TYPE, 0x41 },
                                       { TABLE_IGMP_TYPE, 0x42 } };

PROTOCOL(igap,
    .name = "igap", .short_name = "IGAP", .long_name = "Internet Group membership Authentication Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = igap_run
);
