/* chap.c - PPP's Challenge Handshake Authentication Protocol, RFC 1994. */
#include "protocols/protocol.h"

enum { CHAP, CODE, IDENTIFIER, LENGTH, DATA, VALUE_SIZE, VALUE, NAME, MESSAGE, STUFF };
enum { CHALLENGE = 1, RESPONSE, SUCCESS, FAILURE };
enum { HEADER = 4 };

VALUES(codes, { CHALLENGE, "Challenge" }, { RESPONSE, "Response" }, { SUCCESS, "Success" }, { FAILURE, "Failure" });

/* " bytes (invalid, must be <= 2)" where the value does not fit. */
static void size_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *room = annotation(d, n);
    if (room != NULL)
        sb_printf(sb, " byte%s (invalid, must be <= %u)", n->v.u == 1 ? "" : "s", *room);
}

static const struct field fields[] = {
    [CHAP] = { "chap", "PPP Challenge Handshake Authentication Protocol", FT_PROTOCOL },
    [CODE] = { "chap.code", "Code", FT_UINT8, BASE_DEC, 0, 1, .values = &codes },
    [IDENTIFIER] = { "chap.identifier", "Identifier", FT_UINT8, BASE_DEC, 1, 1 },
    [LENGTH] = { "chap.length", "Length", FT_UINT16, BASE_DEC, 2, 2 },
    [DATA] = { "chap.data", "Data", FT_NONE },
    [VALUE_SIZE] = { "chap.value_size", "Value Size", FT_UINT8, BASE_DEC, .suffix = size_suffix },
    [VALUE] = { "chap.value", "Value", FT_BYTES },
    [NAME] = { "chap.name", "Name", FT_STRING },
    [MESSAGE] = { "chap.message", "Message", FT_STRING },
    [STUFF] = { "chap.stuff", "Stuff", FT_BYTES },
};

/* Bytes for the Info column: what stands behind the header. */
struct body {
    const uint8_t *bytes;
    uint32_t len;
};

static void info_code(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&codes, *(const uint8_t *)arg, "Unknown"));
}

static void info_value(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct body *b = arg;
    uint32_t size = b->bytes[0];
    (void)d;
    sb_str(sb, " (NAME='");
    sb_escaped(sb, b->bytes + 1 + size, b->len - 1 - size);
    sb_str(sb, "', VALUE=0x");
    sb_hex_bytes(sb, b->bytes + 1, size, 0);
    sb_char(sb, ')');
}

static void info_message(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct body *b = arg;
    (void)d;
    sb_str(sb, " (MESSAGE='");
    sb_escaped(sb, b->bytes, b->len);
    sb_str(sb, "')");
}

static void value_fields(struct dissect *d, struct cursor c)
{
    if (c.wire == 0)
        return;
    struct body *b = packet_zero(d, sizeof *b);
    uint32_t *room = packet_zero(d, sizeof *room);
    emit_at(d, c, DATA, 0, c.wire);
    down(d);
    uint32_t size = get8(d, c, 0), node = emit_at(d, c, VALUE_SIZE, 0, 1);
    if (size > c.wire - 1) {
        if (room != NULL)
            *room = c.wire - 1;
        annotate(d, node, room);
        up(d);
        return;
    }
    if (size != 0)
        emit_at(d, c, VALUE, 1, size);
    if (c.wire > 1 + size)
        emit_at(d, c, NAME, 1 + size, c.wire - 1 - size);
    up(d);
    if (b == NULL || d->stop != STOP_NONE)
        return;
    *b = (struct body){ c.p, c.wire };
    info_add(d, info_value, b);
}

static void message_fields(struct dissect *d, struct cursor c)
{
    struct body *b = packet_zero(d, sizeof *b);
    if (c.wire != 0)
        emit_at(d, c, MESSAGE, 0, c.wire);
    if (b == NULL || d->stop != STOP_NONE)
        return;
    *b = (struct body){ c.p, c.wire };
    info_add(d, info_message, b);
}

static struct verdict chap_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "PPP CHAP");
    info_clear(d);
    uint32_t len = get16(d, c, 2);
    if (d->stop != STOP_NONE)
        return done();
    uint32_t code = c.p[0];
    info_set(d, info_code, c.p);
    emit_protocol(d, c, c.cap, NULL);
    emit_header(d, c, HEADER);
    cursor_skip(&c, HEADER);
    if (len < HEADER)
        return done();
    cursor_limit(&c, len - HEADER);
    if (code == CHALLENGE || code == RESPONSE)
        value_fields(d, c);
    else if (code == SUCCESS || code == FAILURE)
        message_fields(d, c);
    else if (c.wire != 0)
        emit_at(d, c, STUFF, 0, c.wire);
    return done();
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc223 } };

PROTOCOL(chap,
    .name = "chap", .short_name = "PPP CHAP", .long_name = "PPP Challenge Handshake Authentication Protocol",
    FIELDS(fields), CLAIMS(claims), .run = chap_run
);
