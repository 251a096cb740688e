/* pap.c - PPP's Password Authentication Protocol, RFC 1334. */
#include "protocols/protocol.h"

enum { PAP, CODE, IDENTIFIER, LENGTH, DATA, PEER_LEN, PEER, PASSWORD_LEN, PASSWORD, MESSAGE_LEN, MESSAGE, STUFF };
enum { REQUEST = 1, ACK, NAK };
enum { HEADER = 4 };

VALUES(codes, { REQUEST, "Authenticate-Request" }, { ACK, "Authenticate-Ack" }, { NAK, "Authenticate-Nak" });

static const struct field fields[] = {
    [PAP] = { "pap", "PPP Password Authentication Protocol", FT_PROTOCOL },
    [CODE] = { "pap.code", "Code", FT_UINT8, BASE_DEC, 0, 1, .values = &codes },
    [IDENTIFIER] = { "pap.identifier", "Identifier", FT_UINT8, BASE_DEC, 1, 1 },
    [LENGTH] = { "pap.length", "Length", FT_UINT16, BASE_DEC, 2, 2 },
    [DATA] = { "pap.data", "Data", FT_NONE },
    [PEER_LEN] = { "pap.peer_id.length", "Peer-ID-Length", FT_UINT8, BASE_DEC },
    [PEER] = { "pap.peer_id", "Peer-ID", FT_STRING },
    [PASSWORD_LEN] = { "pap.password.length", "Password-Length", FT_UINT8, BASE_DEC },
    [PASSWORD] = { "pap.password", "Password", FT_STRING },
    [MESSAGE_LEN] = { "pap.message.length", "Message-Length", FT_UINT8, BASE_DEC },
    [MESSAGE] = { "pap.message", "Message", FT_STRING },
    [STUFF] = { "pap.stuff", "stuff", FT_BYTES },
};

static void info_code(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&codes, *(const uint8_t *)arg, "Unknown"));
}

/* A length and as many characters, at the place of the argument. */
static void quoted(struct strbuf *sb, const uint8_t *p)
{
    sb_char(sb, '\'');
    sb_escaped(sb, p + 1, p[0]);
    sb_char(sb, '\'');
}

static void info_peer(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    (void)d;
    sb_str(sb, " (Peer-ID=");
    quoted(sb, p);
    sb_str(sb, ", Password=");
    quoted(sb, p + 1 + p[0]);
    sb_char(sb, ')');
}

static void info_message(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, " (Message=");
    quoted(sb, arg);
    sb_char(sb, ')');
}

/* A length and as many characters; the row of the text follows that of the length. */
static void counted(struct dissect *d, struct cursor *c, unsigned row)
{
    uint32_t len = (uint32_t)add_uint(d, c, row, 1);
    add_item(d, c, row + 1, len);
}

static struct verdict pap_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "PPP PAP");
    info_clear(d);
    if (!need(d, c, 0, HEADER))
        return done();
    uint32_t code = c.p[0];
    info_set(d, info_code, c.p);
    emit_protocol(d, c, c.cap, NULL);
    emit_header(d, c, HEADER);
    cursor_skip(&c, HEADER);
    emit_at(d, c, DATA, 0, c.cap);
    down(d);
    const uint8_t *data = c.p;
    if (code == REQUEST) {
        counted(d, &c, PEER_LEN);
        counted(d, &c, PASSWORD_LEN);
        if (d->stop == STOP_NONE)
            info_add(d, info_peer, data);
    } else if (code == ACK || code == NAK) {
        counted(d, &c, MESSAGE_LEN);
        if (d->stop == STOP_NONE)
            info_add(d, info_message, data);
    } else if (c.cap != 0) {
        emit_at(d, c, STUFF, 0, c.cap);
    }
    up(d);
    return done();
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc023 } };

PROTOCOL(pap,
    .name = "pap", .short_name = "PPP PAP", .long_name = "PPP Password Authentication Protocol",
    FIELDS(fields), CLAIMS(claims), .run = pap_run
);
