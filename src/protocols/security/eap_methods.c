/* eap_methods.c - methods of EAP: SIM (RFC 4186), AKA (RFC 4187, 5448), PAX (RFC 4746), PSK (RFC 4764), SAKE (RFC 4763),
   GPSK (RFC 5433), IKEv2 (RFC 5106), MS-CHAP-v2 and Microsoft's TLVs. */
#include "protocols/security/eap_rows.h"

/* A length of two octets and as many octets; the row of the value follows that of the length. */
static void counted(struct dissect *d, struct cursor *c, unsigned row, unsigned value)
{
    uint32_t len = (uint32_t)add_uint(d, c, row, 2);
    if (len != 0)
        add_item(d, c, value, len);
}

/* --- SIM and AKA ------------------------------------------------------------------------------ */

/* Their rows stand in the same order: AKA's are those of SIM, so many rows on. */
enum { AKA_ROWS = AKA_SUBTYPE - SIM_SUBTYPE };

static void identity_attribute(struct dissect *d, struct cursor c)
{
    uint32_t len = (uint32_t)add_uint(d, &c, IDENTITY_ACTUAL_LEN, 2);
    if (!need(d, c, 0, len))
        return;
    eap_identity(d, cursor_part(c, len));
    cursor_skip(&c, len);
    if (c.wire != 0)
        emit_at(d, c, IDENTITY_PADDING, 0, c.wire);
}

static void attribute_fields(struct dissect *d, struct cursor c, unsigned rows)
{
    enum { AT_NOTIFICATION = 12, AT_IDENTITY = 14, AT_CLIENT_ERROR_CODE = 22 };
    uint32_t type = get8(d, c, 0);
    emit_at(d, c, rows + SIM_SUBTYPE_TYPE, 0, 1);
    emit_at(d, c, rows + SIM_SUBTYPE_LEN, 1, 1);
    cursor_skip(&c, 2);
    if (type == AT_IDENTITY)
        identity_attribute(d, c);
    else if (type == AT_NOTIFICATION)
        emit_at(d, c, rows + SIM_NOTIFICATION_TYPE, 0, 2);
    else if (type == AT_CLIENT_ERROR_CODE)
        emit_at(d, c, rows + SIM_ERROR_CODE, 0, 2);
    else
        emit_at(d, c, rows + SIM_SUBTYPE_VALUE, 0, c.wire);
}

static void subscriber(struct dissect *d, struct cursor c, unsigned rows)
{
    add_uint(d, &c, rows + SIM_SUBTYPE, 1);
    if (c.wire < 2)
        return;
    add_uint(d, &c, rows + SIM_RESERVED, 2);
    while (c.wire >= 2 && more(d, &c)) {
        uint32_t len = get8(d, c, 1) * 4;
        emit_at(d, c, rows + SIM_SUBTYPE_ATTRIBUTE, 0, len != 0 ? len : 2);
        down(d);
        if (len == 0)
            emit_at(d, c, rows + SIM_SUBTYPE_TYPE, 0, 1);
        else
            attribute_fields(d, cursor_part(c, len), rows);
        up(d);
        if (len == 0)
            return;
        cursor_skip(&c, len);
    }
}

void eap_sim(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    subscriber(d, c, 0);
}
void eap_aka(struct dissect *d, struct cursor c, const struct eap *e)
{
    (void)e;
    subscriber(d, c, AKA_ROWS);
}

/* --- MS-CHAP-v2 ------------------------------------------------------------------------------- */

static void ms_value(struct dissect *d, struct cursor *c, uint32_t size, bool response)
{
    enum { RESPONSE_SIZE = 49 };
    if (!response) {
        add_item(d, c, MS_CHAP_V2_CHALLENGE, size);
    } else if (size != RESPONSE_SIZE) {
        add_item(d, c, MS_CHAP_V2_RESPONSE, size);
    } else {
        add_item(d, c, MS_CHAP_V2_PEER_CHALLENGE, 16);
        add_item(d, c, MS_CHAP_V2_RESERVED, 8);
        add_item(d, c, MS_CHAP_V2_NT_RESPONSE, 24);
        add_item(d, c, MS_CHAP_V2_FLAGS, 1);
    }
}

/* As RFC 2759 has them, in packets of CHAP inside those of EAP. */
void eap_ms_chap_v2(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { CHALLENGE = 1, ANSWER, SUCCESS, FAILURE };
    uint32_t wire = c.wire, code = (uint32_t)add_uint(d, &c, MS_CHAP_V2_OPCODE, 1);
    (void)e;
    if (c.wire == 0)
        return;
    add_uint(d, &c, MS_CHAP_V2_ID, 1);
    uint32_t len = get16(d, c, 0), n = emit_at(d, c, MS_CHAP_V2_LENGTH, 0, 2);
    cursor_skip(&c, 2);
    if (d->stop == STOP_NONE && len != wire)
        note_on(d, n, LENGTH_INVALID, NULL);
    if (c.wire == 0)
        return;
    if (code == CHALLENGE || code == ANSWER) {
        uint32_t size = (uint32_t)add_uint(d, &c, MS_CHAP_V2_VALUE_SIZE, 1);
        ms_value(d, &c, size, code == ANSWER);
        if (c.wire != 0)
            add_item(d, &c, MS_CHAP_V2_NAME, c.wire);
    } else {
        emit_at(d, c,
                code == SUCCESS   ? MS_CHAP_V2_MESSAGE
                : code == FAILURE ? MS_CHAP_V2_FAILURE_REQUEST
                                  : MS_CHAP_V2_DATA,
                0, c.wire);
    }
}

/* --- PAX -------------------------------------------------------------------------------------- */

static void info_opcode(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;  /* the type, then the operation */
    const char *name = values_find(eap_fields[p[0] == 46 ? PAX_OPCODE : GPSK_OPCODE].values, p[1]);
    (void)d;
    if (name != NULL)
        sb_printf(sb, " %s", name);
    else
        sb_printf(sb, " Unknown opcode (0x%02x)", p[1]);
}

void eap_pax(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { STD_1 = 1, STD_2, STD_3, ACK = 0x21, ADE_INCLUDED = 4, ICV = 16 };
    uint32_t code = get8(d, c, 0), flags = get8(d, c, 1);
    (void)e;
    if (d->stop != STOP_NONE)
        return;
    info_add(d, info_opcode, c.p - 1);
    emit_at(d, c, PAX_OPCODE, 0, 1);
    emit_bits(d, c, 1, 1, PAX_FLAGS, PAX_FLAGS_RESERVED);
    emit_at(d, c, PAX_MAC_ID, 2, 1);
    emit_at(d, c, PAX_DH_GROUP_ID, 3, 1);
    emit_at(d, c, PAX_PUBLIC_KEY_ID, 4, 1);
    cursor_skip(&c, 5);
    if (code == STD_1)
        counted(d, &c, PAX_A_LEN, PAX_A);
    if (code == STD_2) {
        counted(d, &c, PAX_B_LEN, PAX_B);
        counted(d, &c, PAX_CID_LEN, PAX_CID);
    }
    if (code == STD_2 || code == STD_3)
        counted(d, &c, PAX_MAC_CK_LEN, PAX_MAC_CK);
    if ((code > STD_3 && code != ACK) || code == 0)
        return;
    if (flags & ADE_INCLUDED)
        counted(d, &c, PAX_ADE_LEN, PAX_ADE);
    emit_at(d, c, PAX_ICV, 0, ICV);
}

/* --- PSK -------------------------------------------------------------------------------------- */

static void info_psk(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    static const char *const messages[] = { "First", "Second", "Third", "Fourth" };
    (void)d;
    sb_printf(sb, " %s Message", messages[*(const uint8_t *)arg >> 6]);
}

static void psk_rest(struct dissect *d, struct cursor c, unsigned row)
{
    if (c.wire != 0 && d->stop == STOP_NONE)
        emit_at(d, c, row, 0, c.wire);
}

void eap_psk(struct dissect *d, struct cursor c, const struct eap *e)
{
    uint32_t message = get8(d, c, 0) >> 6;
    (void)e;
    if (d->stop != STOP_NONE)
        return;
    info_add(d, info_psk, c.p);
    emit_bits(d, c, 0, 1, PSK_FLAGS, PSK_FLAGS_RESERVED);
    cursor_skip(&c, 1);
    add_item(d, &c, PSK_RAND_S, 16);
    if (message == 1) {
        add_item(d, &c, PSK_RAND_P, 16);
        add_item(d, &c, PSK_MAC_P, 16);
    } else if (message == 2) {
        add_item(d, &c, PSK_MAC_S, 16);
    }
    psk_rest(d, c, message == 0 ? PSK_ID_S : message == 1 ? PSK_ID_P : PSK_PCHANNEL);
}

/* --- SAKE ------------------------------------------------------------------------------------- */

void eap_sake(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { REJECT = 3, SERVER_ID = 5, PEER_ID = 6, LIFETIME = 0x84 };
    (void)e;
    add_uint(d, &c, SAKE_VERSION, 1);
    add_uint(d, &c, SAKE_SESSION_ID, 1);
    uint32_t subtype = (uint32_t)add_uint(d, &c, SAKE_SUBTYPE, 1);
    while (subtype != 0 && subtype <= 4 && subtype != REJECT && c.wire >= 2 && more(d, &c)) {
        uint32_t type = get8(d, c, 0), len = get8(d, c, 1);
        if (len < 2 || !need(d, c, 0, len))
            return;
        emit_at(d, c, SAKE_ATTR, 0, len);
        down(d);
        emit_at(d, c, SAKE_ATTR_TYPE, 0, 1);
        emit_at(d, c, SAKE_ATTR_LEN, 1, 1);
        if (type == LIFETIME && len == 8)
            emit_at(d, c, SAKE_ATTR_VAL_UINT48, 2, 6);
        else
            emit_at(d, c, type == SERVER_ID || type == PEER_ID ? SAKE_ATTR_VAL_STR : SAKE_ATTR_VAL, 2, len - 2);
        up(d);
        cursor_skip(&c, len);
    }
}

/* --- GPSK ------------------------------------------------------------------------------------- */

static void suite_fields(struct dissect *d, struct cursor *c, unsigned heading)
{
    emit_at(d, *c, heading, 0, 6);
    down(d);
    add_uint(d, c, GPSK_CSUITE_VENDOR, 4);
    add_uint(d, c, GPSK_CSUITE_SPECIFIER, 2);
    up(d);
}

static void suite_list(struct dissect *d, struct cursor *c)
{
    uint32_t len = get16(d, *c, 0);
    emit_at(d, *c, GPSK_LIST, 0, 2 + len);
    down(d);
    add_uint(d, c, GPSK_CSUITE_LIST_LEN, 2);
    struct cursor list = cursor_part(*c, len);
    while (list.wire >= 6 && more(d, &list))
        suite_fields(d, &list, GPSK_SUITE);
    up(d);
    cursor_skip(c, len);
}

void eap_gpsk(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { GPSK_1 = 1, GPSK_2, GPSK_3, GPSK_4, FAIL, PROTECTED_FAIL, RANDOM = 32 };
    uint32_t code = get8(d, c, 0);
    (void)e;
    if (d->stop != STOP_NONE)
        return;
    info_add(d, info_opcode, c.p - 1);
    add_uint(d, &c, GPSK_OPCODE, 1);
    if (code == GPSK_2)
        counted(d, &c, GPSK_ID_PEER_LEN, GPSK_ID_PEER);
    if (code == GPSK_1 || code == GPSK_2)
        counted(d, &c, GPSK_ID_SERVER_LEN, GPSK_ID_SERVER);
    if (code == GPSK_2 || code == GPSK_3)
        add_item(d, &c, GPSK_RAND_PEER, RANDOM);
    if (code >= GPSK_1 && code <= GPSK_3)
        add_item(d, &c, GPSK_RAND_SERVER, RANDOM);
    if (code == GPSK_3)
        counted(d, &c, GPSK_ID_SERVER_LEN, GPSK_ID_SERVER);
    if (code == GPSK_1 || code == GPSK_2)
        suite_list(d, &c);
    if (code == GPSK_2 || code == GPSK_3)
        suite_fields(d, &c, GPSK_SELECTED);
    if (code >= GPSK_2 && code <= GPSK_4)
        counted(d, &c, GPSK_PD_PAYLOAD_LEN, GPSK_PD_PAYLOAD);
    if (code == FAIL || code == PROTECTED_FAIL)
        add_uint(d, &c, GPSK_FAILURE_CODE, 4);
    if ((code >= GPSK_2 && code <= GPSK_4) || code == PROTECTED_FAIL)
        psk_rest(d, c, GPSK_PAYLOAD_MAC);
}

/* --- Microsoft's TLVs ------------------------------------------------------------------------- */

static void binding_fields(struct dissect *d, struct cursor c)
{
    for (unsigned row = MSAUTH_TLV_CRYPTO_RESERVED; row <= MSAUTH_TLV_CRYPTO_SUBTYPE; row++)
        add_uint(d, &c, row, 1);
    add_item(d, &c, MSAUTH_TLV_CRYPTO_NONCE, 32);
    add_item(d, &c, MSAUTH_TLV_CRYPTO_CMAC, 20);
}

void eap_ms_tlvs(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { RESULT = 3, CRYPTOBINDING = 12 };
    (void)e;
    emit_at(d, c, TLVS, 0, c.cap);
    down(d);
    while (c.wire >= 4 && more(d, &c)) {
        uint32_t type = get16(d, c, 0) & 0x3fff, len = get16(d, c, 2);
        if (!need(d, c, 0, 4 + len))
            break;
        emit_at(d, c, TLV, 0, 4 + len);
        down(d);
        for (unsigned row = MSAUTH_TLV_MANDATORY; row <= MSAUTH_TLV_TYPE; row++)
            emit_at(d, c, row, 0, 2);
        emit_at(d, c, MSAUTH_TLV_LEN, 2, 2);
        struct cursor value = cursor_sub(c, 4, len);
        if (type == RESULT)
            emit_at(d, value, MSAUTH_TLV_STATUS, 0, 2);
        else if (type == CRYPTOBINDING)
            binding_fields(d, value);
        else if (len != 0)
            emit_at(d, value, MSAUTH_TLV_VAL, 0, len);
        up(d);
        cursor_skip(&c, 4 + len);
    }
    up(d);
}

/* --- expanded types, IKEv2 -------------------------------------------------------------------- */

/* RFC 3748 section 5.7. */
void eap_expanded(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { HEAD = 7 };
    (void)e;
    if (!need(d, c, 0, HEAD))
        return;
    emit_at(d, c, EXPANDED, 0, c.cap);
    down(d);
    emit_value(d, c, EXT_VENDOR_ID, 0, 3, be24(c.p));
    emit_value(d, c, EXT_VENDOR_TYPE, 3, 4, be32(c.p + 3));
    cursor_skip(&c, HEAD);
    if (c.wire != 0)
        nested(d, hand_to(&proto_data, 0, c), true);
    up(d);
}

/* RFC 5106 section 8.1. */
void eap_ikev2(struct dissect *d, struct cursor c, const struct eap *e)
{
    enum { LENGTH_INCLUDED = 0x80, MORE_FOLLOW = 0x40, ICV_PRESENT = 0x20, IKE_HEADER = 28 };
    uint32_t flags = get8(d, c, 0);
    (void)e;
    emit_bits(d, c, 0, 1, IKEV2_FLAGS, IKEV2_FLAGS_ICV_PRESENT);
    cursor_skip(&c, 1);
    if (flags & LENGTH_INCLUDED)
        add_uint(d, &c, IKEV2_LEN, 4);
    if (c.wire == 0 || (flags & MORE_FOLLOW) != 0 || d->stop != STOP_NONE)
        return;
    uint32_t len = (flags & ICV_PRESENT) != 0 && c.cap >= IKE_HEADER ? be32(c.p + 24) : c.wire;
    if (len >= c.wire)
        len = c.wire;
    nested(d, hand_to(&proto_data, 0, cursor_part(c, len)), true);
    if (len < c.wire)
        emit_at(d, c, IKEV2_INTEGRITY_CHECKSUM_DATA, len, c.wire - len);
}
