/* ssh.c - Secure Shell: versions and packets, RFC 4253 sections 4 and 6; version 1 as far as it is not encrypted.
   Claims TCP ports 22 and 29418. */
#include "protocols/application/ssh.h"

enum { PREF_DESEGMENT, PREF_KEYLOG, PREF_DEBUG_FILE };
enum { KEXINIT = 20, NEWKEYS = 21, LINE_MAX = 256 };

/* What a piece of the stream is.  The first pass finds out, by what it knows at that time. */
enum kind { KIND_VERSION, KIND_LINE, KIND_PACKET, KIND_PACKET_1, KIND_SECRET, KIND_UNKNOWN };
struct fact {
    uint32_t sequence, len;  /* len: of the piece */
    uint8_t kind;
    bool plain;              /* a packet of the cipher "none": what all messages say is shown */
};

static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment_buffers", "Put together packets of several TCP segments", PREF_BOOL, 1 },
    [PREF_KEYLOG] = { "keylog_file", "File with keys", PREF_STRING, 0, "" },
    [PREF_DEBUG_FILE] = { "debug_file", "File for debugging", PREF_STRING, 0, "" },
};

/* --- the Info column ---------------------------------------------------------------------------- */

static void version_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct ssh_text *t = arg;
    (void)d;
    sb_str(sb, "Protocol (");
    sb_decoded(sb, t->p, t->len, true);
    sb_char(sb, ')');
}

static void unknown_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "Unknown (%u)", *(const uint32_t *)arg);
}

static void secret_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "Encrypted packet (len=%u)", *(const uint32_t *)arg);
}

static void code_info(struct dissect *d, const char *name, uint32_t code)
{
    if (name != NULL)
        info_separated(d, ", ", info_constant, name);
    else
        info_separated(d, ", ", unknown_info, packet_copy(d, &code, sizeof code));
}

/* --- packets ------------------------------------------------------------------------------------ */

static uint32_t packet_heading(struct dissect *d, struct cursor c, const struct ssh_session *s, bool server,
                               uint32_t version)
{
    struct ssh_packet *p = packet_zero(d, sizeof *p);
    if (p == NULL)
        return NO_NODE;
    p->version = version;
    p->cipher = ssh_agreed(s, server ? SSH_CIPHER_S : SSH_CIPHER_C);
    p->compression = ssh_agreed(s, server ? SSH_COMPRESSION_S : SSH_COMPRESSION_C);
    return emit_arg(d, c, SSH_PACKET, 0, c.cap, p);
}

static void packet_show(struct dissect *d, struct cursor c, struct ssh_session *s, bool server, const struct fact *fact)
{
    packet_heading(d, c, s, server, 2);
    down(d);
    uint32_t len = (uint32_t)add_uint(d, &c, SSH_PACKET_LENGTH, 4),
             padding = (uint32_t)add_uint(d, &c, SSH_PADDING_LENGTH, 1);
    struct ssh_packet *p = packet_zero(d, sizeof *p);
    if (p != NULL)
        p->method = ssh_agreed(s, SSH_KEX);
    emit_arg(d, c, SSH_EXCHANGE, 0, c.cap, p);
    down(d);
    unsigned codes = ssh_codes(s);
    uint32_t code = get8(d, c, 0);
    emit_at(d, c, codes, 0, 1);
    cursor_skip(&c, 1);
    if (d->stop == STOP_NONE)
        code_info(d, ssh_code_name(codes, code), code);
    struct cursor rest = c;
    if (!ssh_key_exchange(d, &c, s, server, code) && fact->plain)
        ssh_plain_message(d, &c, code);
    uint32_t used = rest.wire - c.wire + 2;
    if (d->stop == STOP_NONE && padding + used < len)
        add_item(d, &c, SSH_PAYLOAD, len - padding - used);
    up(d);
    add_item(d, &c, SSH_PADDING, padding);
    emit_value(d, c, SSH_SEQUENCE, 0, 0, fact->sequence);
    if (more(d, &c))
        add_item(d, &c, SSH_MAC, c.wire);
    up(d);
}

/* Version 1: the padding fills the packet up to a multiple of 8; a type and data, the last four bytes of them a checksum. */
static void packet_show_1(struct dissect *d, struct cursor c)
{
    packet_heading(d, c, NULL, false, 1);
    down(d);
    uint32_t len = (uint32_t)add_uint(d, &c, SSH_PACKET_LENGTH, 4), padding = 8 - len % 8;
    emit_value(d, c, SSH_PADDING_LENGTH, 0, 1, padding);
    cursor_skip(&c, padding);
    uint32_t code = get8(d, c, 0);
    if (d->stop == STOP_NONE)
        code_info(d, ssh_code_name(SSH_CODE_1, code), code);
    add_uint(d, &c, SSH_CODE_1, 1);
    if (more(d, &c))
        add_item(d, &c, SSH_PAYLOAD, c.wire);
    up(d);
}

/* Bytes of the MAC behind each packet (RFC 4253 section 6.4, RFC 6668). */
static uint32_t mac_size(struct ssh_text name)
{
    static const struct {
        const char *begin;
        uint32_t size;
    } sizes[] = { { "hmac-sha1-96", 12 },   { "hmac-md5-96", 12 },   { "hmac-sha1", 20 },
                  { "hmac-md5", 16 },       { "hmac-sha2-256", 32 }, { "hmac-sha2-512", 64 },
                  { "hmac-ripemd160", 20 }, { "umac-64", 8 },        { "umac-128", 16 } };
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        size_t len = strlen(sizes[i].begin);
        if (name.len >= len && memcmp(name.p, sizes[i].begin, len) == 0)
            return sizes[i].size;
    }
    return 0;
}

/* Wireshark 4.0 tries to decrypt these, and shows nothing when it has no keys. */
static bool decrypts(struct ssh_text cipher)
{
    static const char *const begins[] = { "aes128-", "aes192-", "aes256-", "chacha20-poly1305" };
    for (size_t i = 0; i < ARRAY_LEN(begins); i++) {
        size_t len = strlen(begins[i]);
        if (cipher.len >= len && memcmp(cipher.p, begins[i], len) == 0)
            return true;
    }
    return false;
}

static void secret_show(struct dissect *d, struct cursor c, const struct ssh_session *s, bool server)
{
    struct ssh_text cipher = ssh_agreed(s, server ? SSH_CIPHER_S : SSH_CIPHER_C);
    bool heading = s != NULL && s->version == 2;
    if (heading) {
        packet_heading(d, c, s, server, 2);
        if (decrypts(cipher))
            return;
        down(d);
    }
    uint32_t mac = mac_size(ssh_agreed(s, server ? SSH_MAC_S : SSH_MAC_C));
    info_separated(d, ", ", secret_info, packet_copy(d, &c.wire, sizeof c.wire));
    if (c.wire >= 4)
        add_item(d, &c, SSH_LENGTH_ENCRYPTED, 4);
    mac = mac < c.wire ? mac : 0;
    if (c.wire != 0)
        add_item(d, &c, SSH_ENCRYPTED, c.wire - mac);
    if (mac != 0)
        add_item(d, &c, SSH_MAC, mac);
    if (heading)
        up(d);
}

/* --- the stream --------------------------------------------------------------------------------- */

static bool begins_version(struct cursor c)
{
    uint32_t n = c.cap < 4 ? c.cap : 4;
    return n != 0 && memcmp(c.p, "SSH-", n) == 0;
}

/* The bytes up to and with the next line feed; 0: it is not there. */
static uint32_t line_length(struct cursor c)
{
    uint32_t n = c.cap < LINE_MAX * 2 ? c.cap : LINE_MAX * 2;
    const uint8_t *end = n != 0 ? memchr(c.p, '\n', n) : NULL;
    return end != NULL ? (uint32_t)(end - c.p) + 1 : 0;
}

static bool looks_like_text(struct cursor c)
{
    uint32_t n = c.cap < LINE_MAX ? c.cap : LINE_MAX;
    for (uint32_t i = 0; i < n; i++)
        if ((c.p[i] < 0x20 || c.p[i] > 0x7e) && c.p[i] != '\r' && c.p[i] != '\n' && c.p[i] != '\t')
            return false;
    return true;
}

/* RFC 4253 section 4.2: a server may send other lines before its version. */
static enum kind kind_here(const struct ssh_session *s, bool server, struct cursor c)
{
    const struct ssh_side *side = &s->side[server];
    struct ssh_text cipher = ssh_agreed(s, server ? SSH_CIPHER_S : SSH_CIPHER_C);
    bool none = cipher.len == 4 && memcmp(cipher.p, "none", 4) == 0;
    if (!side->greeted && begins_version(c))
        return KIND_VERSION;
    if (!side->greeted && server && s->version == 2 && looks_like_text(c))
        return KIND_LINE;
    if (s->version == 0)
        return KIND_UNKNOWN;
    if (side->keys && !none)
        return KIND_SECRET;
    return s->version == 1 ? KIND_PACKET_1 : KIND_PACKET;
}

/* Length of the piece that begins at the cursor; 0: it cannot be told yet; *missing: bytes that are not there yet. */
static uint32_t piece_length(enum kind kind, struct cursor c, const struct ssh_session *s, bool server)
{
    uint32_t len = c.cap >= 4 ? be32(c.p) : 0;
    switch (kind) {
    case KIND_VERSION:
    case KIND_LINE: return line_length(c);
    case KIND_PACKET:
        if (c.cap < 4)
            return 0;
        len = len < UINT32_MAX - 128 ? len + 4 : UINT32_MAX - 128;
        return s->side[server].keys ? len + mac_size(ssh_agreed(s, server ? SSH_MAC_S : SSH_MAC_C)) : len;
    case KIND_PACKET_1: return c.cap < 4 ? 0 : len < UINT32_MAX - 16 ? len + 4 + 8 - len % 8 : UINT32_MAX;
    default: return c.wire;
    }
}

/* First pass: what the piece changes. */
static void learn(struct dissect *d, struct cursor c, struct ssh_session *s, bool server, struct fact *fact)
{
    struct ssh_side *side = &s->side[server];
    if (fact->kind == KIND_VERSION) {
        side->greeted = true;
        if (!server && c.cap > 6 && c.p[5] == '.')
            s->version = c.p[4] == '2' || (c.cap > 8 && memcmp(c.p + 4, "1.99", 4) == 0) ? 2 : c.p[4] == '1' ? 1 : 0;
    } else if (fact->kind == KIND_PACKET_1) {
        side->keys = true;
    } else if (fact->kind == KIND_PACKET) {
        fact->sequence = side->sequence++;
        fact->plain = side->keys;
        uint32_t code = c.cap > 5 ? c.p[5] : 0;
        if (code == KEXINIT && !side->keys)
            ssh_keep_offer(d, cursor_at(c, 6), s, server);
        else if (code == NEWKEYS)
            side->keys = true;
    }
}

static void version_show(struct dissect *d, struct cursor c)
{
    struct ssh_text *t = packet_zero(d, sizeof *t);
    uint32_t len = c.cap;
    while (len != 0 && (c.p[len - 1] == '\n' || c.p[len - 1] == '\r'))
        len--;
    emit_at(d, c, SSH_PROTOCOL, 0, len);
    if (t == NULL)
        return;
    *t = (struct ssh_text){ c.p, len };
    info_separated(d, ", ", version_info, t);
}

static void piece_show(struct dissect *d, struct cursor c, struct ssh_session *s, bool server, const struct fact *fact)
{
    switch (fact->kind) {
    case KIND_VERSION: version_show(d, c); break;
    case KIND_LINE: emit_at(d, c, SSH_BEFORE, 0, c.cap); break;
    case KIND_PACKET: packet_show(d, c, s, server, fact); break;
    case KIND_PACKET_1: packet_show_1(d, c); break;
    case KIND_SECRET: secret_show(d, c, s, server); break;
    default: secret_show(d, c, NULL, server);
    }
}

/* The pieces of one call are told apart by where they stand. */
static struct fact *fact_at(struct dissect *d, struct cursor c)
{
    return fact_here(d, fact_slot(c), sizeof(struct fact));
}

static void begin(struct dissect *d, struct cursor c, const struct ssh_session *s)
{
    info_clear(d);
    set_protocol_column(d, s->version == 0 ? "SSH" : s->version == 1 ? "SSHv1" : "SSHv2");
    emit_protocol(d, c, c.cap, NULL);
}

static struct verdict ssh_run(struct dissect *d, struct cursor c)
{
    static const struct ssh_session nothing;
    bool server = d->dst_port != d->key, waits = d->waits && pref(d, PREF_DESEGMENT), begun = false;
    struct ssh_session *s = flow_memory(d, flow_here(d), 0, sizeof *s), local = nothing;
    if (s == NULL)
        s = &local;
    struct cursor whole = c;
    while (more(d, &c)) {
        struct fact found = { .kind = (uint8_t)kind_here(s, server, c) }, *fact = &found;
        if (!d->first_pass) {
            const struct fact *kept = fact_at(d, c);
            found = kept != NULL ? *kept : (struct fact){ .kind = KIND_UNKNOWN };
        }
        uint32_t len = d->first_pass ? piece_length(fact->kind, c, s, server) : found.len;
        if (len == 0 && waits && c.wire < LINE_MAX)
            return want_more(c, MORE_ANY, 0);
        if (len > c.wire && waits)
            return want_more(c, len - c.wire, 0);
        if (!begun)
            begin(d, whole, s);
        begun = true;
        struct cursor one = c;
        if (len != 0 && len <= c.wire)
            cursor_limit(&one, len);
        if (d->first_pass) {
            fact->len = one.wire;
            learn(d, one, s, server, fact);
            struct fact *kept = fact_at(d, c);
            if (kept != NULL)
                *kept = *fact;
        }
        piece_show(d, one, s, server, fact);
        cursor_skip(&c, one.wire);
    }
    if (d->stop != STOP_NONE)
        return done();
    emit_value(d, whole, SSH_DIRECTION, 0, 0, server);
    info_prepend(d, info_constant, server ? "Server: " : "Client: ");
    return done();
}

static const struct claim claims[] = { { TABLE_TCP_PORT, 22 }, { TABLE_TCP_PORT, 29418 } };

PROTOCOL(ssh,
    .name = "ssh", .short_name = "SSH", .long_name = "SSH Protocol",
    .fields = ssh_fields, .n_fields = SSH_FIELDS, .notes = ssh_notes, .n_notes = SSH_NOTES, PREFS(prefs), CLAIMS(claims),
    .run = ssh_run, .keeps_state = true
);
