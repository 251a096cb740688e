/* git.c - Git's transfer protocol, gitprotocol-pack(5) and gitprotocol-common(5): lines behind their length ("pkt-line").
   Claims TCP port 9418 and, over HTTP, the media types of the upload-pack service. */
#include "protocols/protocol.h"

enum { GIT, VERSION, PACKET_TYPE, LENGTH, DATA, SIDEBAND, ADVERTISEMENT, REQUEST, RESULT, STRAY };
enum { NOTE_SPECIAL, NOTE_MALFORMED };
enum { PREF_DESEGMENT };
enum { OVER_TCP = 0 };  /* variants of the claims over HTTP are the rows of the whole body */

VALUES(versions, { '1', "Git protocol version 1" }, { '2', "Git protocol version 2" });
VALUES(packet_types, { 0, "Flush" }, { 1, "Delimiter" }, { 2, "Response end" });
VALUES(sidebands, { 1, "Git packfile data" }, { 2, "Git progress data" }, { 3, "Git error data" });

static const struct field fields[] = {
    [GIT] = { "git", "Git Smart Protocol", FT_PROTOCOL },
    [VERSION] = { "git.version", "Git Protocol Version", FT_UINT8, BASE_NONE, .values = &versions },
    [PACKET_TYPE] = { "git.packet_type", "Git Packet Type", FT_UINT8, BASE_NONE, .values = &packet_types },
    [LENGTH] = { "git.length", "Packet length", FT_UINT16, BASE_HEX },
    [DATA] = { "git.data", "Packet data", FT_BYTES },
    [SIDEBAND] = { "git.sideband_control_code", "Sideband control code", FT_UINT8, BASE_HEX, .values = &sidebands },
    [ADVERTISEMENT] = { "git.upload_pack_advertisement", "Upload Pack Advertisement", FT_BYTES },
    [REQUEST] = { "git.upload_pack_request", "Upload Pack Request", FT_BYTES },
    [RESULT] = { "git.upload_pack_result", "Upload Pack Result", FT_BYTES },
    [STRAY] = { "", "malformed packet", FT_NONE },
};
static const struct note_def notes[] = {
    [NOTE_SPECIAL] = { "git.bad_pkt_len", "unrecognized special pkt-len value", SEV_ERROR, GROUP_PROTOCOL },
    [NOTE_MALFORMED] = { "git.malformed", "malformed packet", SEV_ERROR, GROUP_MALFORMED },
};
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment", "Put together lines of several TCP segments", PREF_BOOL, 1 },
};

/* Four hexadecimal digits; false when they are none. */
static bool length_read(const uint8_t *p, uint32_t *len)
{
    *len = 0;
    for (int i = 0; i < 4; i++) {
        uint32_t c = p[i], digit = c - '0';
        if (digit > 9)
            digit = (c | 0x20) - 'a' <= 5 ? (c | 0x20) - 'a' + 10 : 16;
        if (digit == 16)
            return false;
        *len = *len << 4 | digit;
    }
    return true;
}

/* A length below 4 stands alone and says something itself. */
static uint32_t line_length(struct dissect *d, struct cursor c)
{
    uint32_t len;
    (void)d;
    if (!length_read(c.p, &len))
        return UINT32_MAX;  /* no line begins here: nothing to be found in the rest of the stream */
    return len < 4 ? 4 : len;
}

static void line_show(struct dissect *d, struct cursor *c)
{
    static const char version[] = { 'v', 'e', 'r', 's', 'i', 'o', 'n', ' ' };
    uint32_t len = 0;
    if (!need(d, *c, 0, 4))
        return;
    if (!length_read(c->p, &len)) {
        uint32_t n = emit_at(d, *c, STRAY, 0, c->cap);
        note_on(d, n, NOTE_MALFORMED, NULL);
        cursor_skip(c, c->wire);
        return;
    }
    if (len < 4) {
        uint32_t n = emit_value(d, *c, PACKET_TYPE, 0, 4, len);
        if (len == 3)
            note_on(d, n, NOTE_SPECIAL, NULL);
        cursor_skip(c, 4);
        return;
    }
    emit_value(d, *c, LENGTH, 0, 4, len);
    cursor_skip(c, 4);
    len -= 4;
    uint32_t first = get8(d, *c, 0);
    if (len >= sizeof version + 1 && c->cap > sizeof version && memcmp(c->p, version, sizeof version) == 0)
        emit_at(d, *c, VERSION, sizeof version, 1);
    if (first >= 1 && first <= 3 && len != 0) {
        add_item(d, c, SIDEBAND, 1);
        len--;
    }
    add_item(d, c, DATA, len);
}

static void begin(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "Git");
    info_set(d, info_constant, "Git Smart Protocol");
    emit_protocol(d, c, c.cap, NULL);
}

static void git_line(struct dissect *d, struct cursor c)
{
    begin(d, c);
    line_show(d, &c);
}

static struct verdict git_run(struct dissect *d, struct cursor c)
{
    if (d->variant == OVER_TCP) {
        if (!pref(d, PREF_DESEGMENT))
            d->waits = false;
        return stream_messages(d, c, 4, line_length, git_line);
    }
    begin(d, c);
    emit_at(d, c, (unsigned)d->variant, 0, c.cap);
    while (more(d, &c))
        line_show(d, &c);
    return done();
}

static const struct claim claims[] = {
    { TABLE_TCP_PORT, 9418, OVER_TCP },
    { TABLE_MEDIA_TYPE, 0, ADVERTISEMENT, "application/x-git-upload-pack-advertisement" },
    { TABLE_MEDIA_TYPE, 0, REQUEST, "application/x-git-upload-pack-request" },
    { TABLE_MEDIA_TYPE, 0, RESULT, "application/x-git-upload-pack-result" },
};

PROTOCOL(git,
    .name = "git", .short_name = "Git", .long_name = "Git Smart Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims),
    .run = git_run, .keeps_state = true
);
