/* ssh_kex.c - how SSH agrees on keys: RFC 4253 sections 7 and 8, RFC 4419 (group exchange), RFC 5656 (curves), and the
   fingerprints of what is offered (hassh). */
#include "protocols/application/ssh.h"

#include "base/digest.h"

enum { KEXINIT = 20, NEWKEYS = 21, MPINT_MAX = 1025 };

/* --- what was offered --------------------------------------------------------------------------- */

static bool next_name(struct ssh_text *list, struct ssh_text *name)
{
    if (list->len == 0)
        return false;
    const uint8_t *comma = memchr(list->p, ',', list->len);
    uint32_t len = comma != NULL ? (uint32_t)(comma - list->p) : list->len;
    *name = (struct ssh_text){ list->p, len };
    len += comma != NULL;
    list->p += len;
    list->len -= len;
    return true;
}

static bool has_name(struct ssh_text list, struct ssh_text name)
{
    struct ssh_text one;
    while (next_name(&list, &one))
        if (one.len == name.len && memcmp(one.p, name.p, one.len) == 0)
            return true;
    return false;
}

struct ssh_text ssh_agreed(const struct ssh_session *s, unsigned list)
{
    struct ssh_text client = { 0 }, name;
    if (s != NULL && s->side[0].offered && s->side[1].offered)
        client = s->side[0].lists[list];
    while (next_name(&client, &name))
        if (has_name(s->side[1].lists[list], name))
            return name;
    return (struct ssh_text){ 0 };
}

static bool begins(struct ssh_text t, const char *with)
{
    size_t len = strlen(with);
    return t.len >= len && memcmp(t.p, with, len) == 0;
}

unsigned ssh_codes(const struct ssh_session *s)
{
    struct ssh_text method = ssh_agreed(s, SSH_KEX);
    if (begins(method, "diffie-hellman-group-exchange-"))
        return SSH_CODE_GROUP;
    return begins(method, "ecdh-sha2-") || begins(method, "curve25519-sha256") ? SSH_CODE_CURVE : SSH_CODE_DH;
}

void ssh_keep_offer(struct dissect *d, struct cursor c, struct ssh_session *s, bool server)
{
    struct ssh_side *side = &s->side[server];
    cursor_skip(&c, 16);
    for (unsigned i = 0; i < SSH_NAME_LISTS; i++) {
        const uint8_t *p = cursor_take(&c, 4), *text = p != NULL ? cursor_take(&c, be32(p)) : NULL;
        uint32_t len = text != NULL ? be32(p) : 0;
        uint8_t *kept = len != 0 ? flow_take(d, len) : NULL;
        if (kept != NULL)
            memcpy(kept, text, len);
        side->lists[i] = (struct ssh_text){ kept, kept != NULL ? len : 0 };
        if (text == NULL)
            return;
    }
    side->offered = true;
}

/* --- parts of messages -------------------------------------------------------------------------- */

uint32_t ssh_string(struct dissect *d, struct cursor *c, unsigned len_row, unsigned row)
{
    uint32_t len = (uint32_t)add_uint(d, c, len_row, 4);
    add_item(d, c, row, len);
    return len;
}

static void mpint(struct dissect *d, struct cursor *c, unsigned row)
{
    uint32_t len = get32(d, *c, 0);
    if (len > MPINT_MAX && len < c->wire) {
        uint32_t *kept = packet_copy(d, &len, sizeof len), node = emit_arg(d, *c, SSH_MPINT_BAD, 0, 2, kept);
        note_on(d, node, SSH_NOTE_KEY, kept);
    }
    ssh_string(d, c, SSH_MPINT_LENGTH, row);
}

static bool is(struct ssh_text t, const char *name) { return t.len == strlen(name) && begins(t, name); }

/* The type that a key or a signature names: a string in a string. */
static struct ssh_text *type_of(struct dissect *d, struct cursor c)
{
    uint32_t len = get32(d, c, 4);
    const uint8_t *p = need(d, c, 8, len) ? c.p + 8 : NULL;
    struct ssh_text *type = p != NULL ? packet_zero(d, sizeof *type) : NULL;
    if (type != NULL)
        *type = (struct ssh_text){ p, len };
    return type;
}

/* RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4. */
static void key_body(struct dissect *d, struct cursor *c, struct ssh_text type, uint32_t end)
{
    if (is(type, "ssh-rsa")) {
        mpint(d, c, SSH_RSA_E);
        mpint(d, c, SSH_RSA_N);
    } else if (is(type, "ssh-dss")) {
        mpint(d, c, SSH_DSA_P);
        mpint(d, c, SSH_DSA_Q);
        mpint(d, c, SSH_DSA_G);
        mpint(d, c, SSH_DSA_Y);
    } else if (begins(type, "ecdsa-sha2-")) {
        ssh_string(d, c, SSH_ECDSA_ID_LENGTH, SSH_ECDSA_ID);
        ssh_string(d, c, SSH_ECDSA_Q_LENGTH, SSH_ECDSA_Q);
    } else if (begins(type, "ssh-ed")) {
        ssh_string(d, c, SSH_EDDSA_KEY_LENGTH, SSH_EDDSA_KEY);
    } else if (end > c->offset) {
        add_item(d, c, SSH_KEY_DATA, end - c->offset);
    }
}

static void host_key(struct dissect *d, struct cursor *c)
{
    uint32_t len = get32(d, *c, 0);
    const struct ssh_text *type = type_of(d, *c);
    if (type == NULL || !need(d, *c, 4, len))
        return;
    uint32_t end = c->offset + 4 + len;
    emit_arg(d, *c, SSH_HOST_KEY, 0, len + 4, type);
    struct cursor key = cursor_part(*c, len + 4);
    down(d);
    add_uint(d, &key, SSH_KEY_LENGTH, 4);
    ssh_string(d, &key, SSH_KEY_TYPE_LENGTH, SSH_KEY_TYPE);
    key_body(d, &key, *type, end);
    up(d);
    cursor_skip(c, len + 4);
}

static void signature(struct dissect *d, struct cursor *c)
{
    uint32_t len = get32(d, *c, 0);
    const struct ssh_text *type = type_of(d, *c);
    if (type == NULL || !need(d, *c, 4, len))
        return;
    emit_arg(d, *c, SSH_SIGNATURE, 0, len + 4, type);
    struct cursor sig = cursor_part(*c, len + 4);
    down(d);
    add_uint(d, &sig, SSH_SIG_LENGTH, 4);
    ssh_string(d, &sig, SSH_SIG_TYPE_LENGTH, SSH_SIG_TYPE);
    if (is(*type, "ssh-rsa"))
        mpint(d, &sig, SSH_SIG_RSA);
    else if (is(*type, "ssh-dss"))
        mpint(d, &sig, SSH_SIG_DSA);
    else if (sig.wire != 0)
        add_item(d, &sig, SSH_SIG_DATA, sig.wire);
    up(d);
    cursor_skip(c, len + 4);
}

/* --- KEXINIT ------------------------------------------------------------------------------------ */

/* The lists that a fingerprint is made of, with semicolons between them. */
static void hassh_emit(struct dissect *d, struct cursor c, const struct ssh_text lists[SSH_NAME_LISTS], bool server)
{
    static const uint8_t of_client[] = { SSH_KEX, SSH_CIPHER_C, SSH_MAC_C, SSH_COMPRESSION_C };
    static const uint8_t of_server[] = { SSH_KEX, SSH_CIPHER_S, SSH_MAC_S, SSH_COMPRESSION_S };
    const uint8_t *which = server ? of_server : of_client;
    uint32_t len = 3, at = 0;
    for (unsigned i = 0; i < 4; i++)
        len += lists[which[i]].len;
    char *text = packet_zero(d, len), *hex = packet_zero(d, 33);
    if (text == NULL || hex == NULL || d->stop != STOP_NONE)
        return;
    for (unsigned i = 0; i < 4; i++) {
        const struct ssh_text *t = &lists[which[i]];
        if (i != 0)
            text[at++] = ';';
        if (t->len != 0)
            memcpy(text + at, t->p, t->len);
        at += t->len;
    }
    uint8_t digest[16];
    digest_md5(text, len, digest);
    for (unsigned i = 0; i < 16; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    emit_held(d, c, server ? SSH_HASSH_SERVER_ALGORITHMS : SSH_HASSH_ALGORITHMS, 0, 0, text, len);
    emit_held(d, c, server ? SSH_HASSH_SERVER : SSH_HASSH, 0, 0, hex, 32);
}

static void kexinit(struct dissect *d, struct cursor *c, bool server)
{
    struct ssh_text lists[SSH_NAME_LISTS];
    uint32_t node = emit_at(d, *c, SSH_ALGORITHMS, 0, 0);
    down(d);
    add_item(d, c, SSH_COOKIE, 16);
    for (unsigned i = 0; i < SSH_NAME_LISTS; i++) {
        uint32_t len = ssh_string(d, c, SSH_LISTS + 2 * i, SSH_LISTS + 2 * i + 1);
        lists[i] = d->stop == STOP_NONE ? (struct ssh_text){ c->p - len, len } : (struct ssh_text){ 0 };
    }
    add_uint(d, c, SSH_FIRST_FOLLOWS, 1);
    add_item(d, c, SSH_RESERVED, 4);
    hassh_emit(d, *c, lists, server);
    up(d);
    set_end(d, node, *c);
}

/* --- the exchange itself ------------------------------------------------------------------------ */

static bool exchange_dh(struct dissect *d, struct cursor *c, uint32_t code)
{
    if (code == 30) {
        mpint(d, c, SSH_DH_E);
    } else if (code == 31) {
        host_key(d, c);
        mpint(d, c, SSH_DH_F);
        signature(d, c);
    }
    return code == 30 || code == 31;
}

static bool exchange_group(struct dissect *d, struct cursor *c, uint32_t code)
{
    switch (code) {
    case 30: add_uint(d, c, SSH_GEX_BITS, 4); return true;
    case 31:
        mpint(d, c, SSH_GEX_P);
        mpint(d, c, SSH_GEX_G);
        return true;
    case 32: return exchange_dh(d, c, 30);
    case 33: return exchange_dh(d, c, 31);
    case 34:
        add_uint(d, c, SSH_GEX_MIN, 4);
        add_uint(d, c, SSH_GEX_BITS, 4);
        add_uint(d, c, SSH_GEX_MAX, 4);
        return true;
    default: return false;
    }
}

static bool exchange_curve(struct dissect *d, struct cursor *c, uint32_t code)
{
    if (code == 30) {
        ssh_string(d, c, SSH_CURVE_C_LENGTH, SSH_CURVE_C);
    } else if (code == 31) {
        host_key(d, c);
        ssh_string(d, c, SSH_CURVE_S_LENGTH, SSH_CURVE_S);
        signature(d, c);
    }
    return code == 30 || code == 31;
}

bool ssh_key_exchange(struct dissect *d, struct cursor *c, struct ssh_session *s, bool server, uint32_t code)
{
    if (code == KEXINIT) {
        kexinit(d, c, server);
        return true;
    }
    switch (ssh_codes(s)) {
    case SSH_CODE_GROUP: return code == NEWKEYS || exchange_group(d, c, code);
    case SSH_CODE_CURVE: return code == NEWKEYS || exchange_curve(d, c, code);
    default: return code == NEWKEYS || exchange_dh(d, c, code);
    }
}
