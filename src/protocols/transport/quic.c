/* quic.c - QUIC versions 1 and 2 (RFC 9000, RFC 9369) and the drafts before them: headers; RFC 8999: what all versions
   share.  Initial packets are opened, their keys being known to all (RFC 9001 section 5.2); the place for other keys is
   open_payload().  A datagram holds one packet or several. */
#include "protocols/transport/quic.h"
#include "protocols/security/x509.h"
#include "protocols/transport/quic_versions.h"

#include <inttypes.h>

enum { LONG_FORM = 0x80, FIXED_BIT = 0x40, LONG_HEADER_MIN = 7, VERSION_AT = 1, DCIL_AT = 5 };

static const char secrets_missing[] = "Secrets are not available";
static const char no_cipher[] = "Unable to retrieve cipher information";
static const char no_handshake[] = "Missing TLS handshake, unsupported ciphers or padding";
static const char wrong_tag[] = "Decryption (checktag) failed: Checksum error";

static const struct pref prefs[] = {
    [QUIC_PREF_IN_ORDER] = { "reassemble_crypto_out_of_order", "Put CRYPTO frames in order before TLS sees them", PREF_BOOL, 1 },
};

/* --- what a header says ------------------------------------------------------------------------ */

static uint8_t long_type(uint32_t version, uint8_t first)
{
    if (version == 0)
        return QUIC_NEGOTIATION;
    unsigned bits = first >> 4 & 3;
    return (uint8_t)(quic_is_version_2(version) ? (bits + 3) % 4 : bits);
}

/* RFC 8999 section 5.1; false when it is cut. */
static bool long_read(struct cursor c, struct quic_packet *p)
{
    const uint8_t *h = cursor_peek(c, 0, LONG_HEADER_MIN);
    if (h == NULL)
        return false;
    p->first = h[0];
    p->version = be32(h + VERSION_AT);
    p->type = long_type(p->version, h[0]);
    p->dcid_len = h[DCIL_AT];
    p->dcid = cursor_peek(c, DCIL_AT + 1, p->dcid_len + 1);
    if (p->dcid == NULL)
        return false;
    p->scid_len = p->dcid[p->dcid_len];
    p->body_at = DCIL_AT + 2 + p->dcid_len + p->scid_len;
    p->scid = cursor_peek(c, DCIL_AT + 2 + p->dcid_len, p->scid_len);
    p->len = c.wire;
    return p->scid != NULL;
}

/* Where the packet number of a long header stands, and where the packet ends; false when that is cut. */
static bool body_read(struct cursor c, struct quic_packet *p)
{
    uint64_t token = 0, length = 0;
    uint32_t at = p->body_at, size;
    if (p->type == QUIC_NEGOTIATION || p->type == QUIC_RETRY)
        return true;
    if (p->type == QUIC_INITIAL) {
        if ((size = quic_varint_peek(c, at, &token)) == 0 || token > c.wire - at - size)
            return false;
        at += size + (uint32_t)token;
    }
    if ((size = quic_varint_peek(c, at, &length)) == 0)
        return false;
    p->number_at = at + size;
    if (length < c.wire - p->number_at)
        p->len = p->number_at + (uint32_t)length;
    return true;
}

/* --- opening ----------------------------------------------------------------------------------- */

/* Tries keys on an Initial: the header's protection, then the payload's.  *number: what was learned so far of it, then
   the packet's own. */
static bool open_with(struct quic_packet *p, struct cursor c, const struct quic_keys *keys, uint64_t *number,
                      uint8_t *header, uint8_t *out)
{
    uint32_t at = p->number_at;
    struct quic_header h = quic_header_open(keys, p->way, c.p, at);
    uint32_t begin = at + h.number_len;
    memcpy(header, c.p, begin);
    header[0] = h.first;
    for (unsigned i = 0; i < h.number_len; i++)
        header[at + i] = (uint8_t)(h.number >> (8 * (h.number_len - 1 - i)));
    p->first = h.first;
    p->number_len = h.number_len;
    *number = quic_number(&h, *number);
    return quic_payload_open(keys, p->way, *number, header, begin, c.p + begin, p->len - begin, out);
}

static void opened(struct dissect *d, struct quic_packet *p, const struct quic_keys *keys, uint64_t number)
{
    struct quic_connection *q = p->fact->connection;
    struct quic_opened *o = quic_keep(d, sizeof *o);
    struct quic_keys *kept = keys != q->keys ? flow_take(d, sizeof *kept) : NULL;
    if (o == NULL || (keys != q->keys && kept == NULL))
        return;
    if (kept != NULL) {
        *kept = *keys;
        q->keys = kept;
    }
    *o = (struct quic_opened){ .keys = q->keys, .number = number };
    p->fact->opened = o;
    if (number >= q->largest[p->way])
        q->largest[p->way] = number + 1;
}

/* First pass: the connection's keys, or those of the version of this packet, which may be another one since the server
   refused the first. */
static void open_first(struct dissect *d, struct quic_packet *p, struct cursor c, uint8_t *header, uint8_t *out)
{
    const struct quic_connection *q = p->fact->connection;
    uint64_t number = q->largest[p->way];
    if (q->keys != NULL && open_with(p, c, q->keys, &number, header, out)) {
        opened(d, p, q->keys, number);
        return;
    }
    for (unsigned i = 0; i < quic_initial_choices(p->version); i++) {
        struct quic_keys keys;
        quic_initial_keys(&keys, p->version, i, q->original.bytes, q->original.len);
        number = q->largest[p->way];
        if (open_with(p, c, &keys, &number, header, out)) {
            opened(d, p, &keys, number);
            return;
        }
    }
}

/* The payload in clear, as bytes of their own. */
static void open_payload(struct dissect *d, struct quic_packet *p, struct cursor c)
{
    uint32_t at = p->number_at;
    if (p->type != QUIC_INITIAL || p->fact->connection == NULL || d->in_error || c.cap < p->len ||
        p->len < at + 4 + QUIC_SAMPLE)
        return;
    uint8_t *header = packet_zero(d, at + 4), *out = packet_zero(d, p->len - at);
    if (header == NULL || out == NULL)
        return;
    if (d->first_pass)
        open_first(d, p, c, header, out);
    const struct quic_opened *o = p->fact->opened;
    if (o == NULL) {
        p->number_len = 0;  /* what wrong keys made of the header is none of the packet */
        return;
    }
    p->number = o->number;
    if (!d->first_pass)
        open_with(p, c, o->keys, &p->number, header, out);
    p->payload = new_source(d, out, p->len - at - p->number_len - QUIC_TAG, "Decrypted QUIC");
}

/* --- columns ----------------------------------------------------------------------------------- */

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    static const char *const names[] = { [QUIC_INITIAL] = "Initial",
                                         [QUIC_0RTT] = "0-RTT",
                                         [QUIC_HANDSHAKE] = "Handshake",
                                         [QUIC_RETRY] = "Retry",
                                         [QUIC_NEGOTIATION] = "Version Negotiation",
                                         [QUIC_1RTT] = "Protected Payload (KP0)" };
    const struct quic_packet *p = arg;
    (void)d;
    sb_str(sb, names[p->type]);
    if (p->dcid_len != 0) {
        sb_str(sb, ", DCID=");
        sb_hex_bytes(sb, p->dcid, p->dcid_len, 0);
    }
    if (p->scid_len != 0) {
        sb_str(sb, ", SCID=");
        sb_hex_bytes(sb, p->scid, p->scid_len, 0);
    }
    if (p->payload.p != NULL)
        sb_printf(sb, ", PKN: %" PRIu64, p->number);
    for (const struct quic_said *said = p->said; said != NULL; said = said->next) {
        sb_printf(sb, ", %s", said->name);
        if (said->has_stream)
            sb_printf(sb, "(%" PRIu64 ")", said->stream);
    }
}

/* --- showing ----------------------------------------------------------------------------------- */

static void connection_fields(struct dissect *d, struct cursor c, const struct quic_packet *p)
{
    struct quic_connection *q = p->fact->connection;
    uint32_t node = emit_value(d, c, QUIC_CONNECTION, 0, 0, 0);
    down(d);
    if (q == NULL)
        note_on(d, node, QUIC_NOTE_UNKNOWN_CONNECTION, NULL);
    else if (wants(d, QUIC_CONNECTION_NUMBER))
        emit_value(d, c, QUIC_CONNECTION_NUMBER, 0, 0, flow_number(d, q->number));
    up(d);
}

static void identifiers(struct dissect *d, struct cursor *c, const struct quic_packet *p)
{
    add_item(d, c, QUIC_DCIL, 1);
    if (p->dcid_len != 0)
        add_item(d, c, QUIC_DCID, p->dcid_len);
    add_item(d, c, QUIC_SCIL, 1);
    if (p->scid_len != 0)
        add_item(d, c, QUIC_SCID, p->scid_len);
}

static void first_byte(struct dissect *d, struct cursor c, const struct quic_packet *p)
{
    emit_at(d, c, QUIC_HEADER_FORM, 0, 1);
    if (p->type == QUIC_NEGOTIATION) {
        emit_at(d, c, QUIC_VN_UNUSED, 0, 1);
        return;
    }
    if (p->type != QUIC_RETRY)
        emit_at(d, c, QUIC_FIXED_BIT, 0, 1);
    emit_at(d, c, quic_is_version_2(p->version) ? QUIC_LONG_PACKET_TYPE_V2 : QUIC_LONG_PACKET_TYPE, 0, 1);
    if (p->number_len != 0) {
        emit_value(d, c, QUIC_LONG_RESERVED, 0, 1, p->first >> 2 & 3);
        emit_value(d, c, QUIC_PACKET_NUMBER_LENGTH, 0, 1, p->first & 3);
    }
}

/* What is behind the identifiers of a Retry: RFC 9000 section 17.2.5. */
static void retry_fields(struct dissect *d, struct cursor whole, struct cursor c, const struct quic_packet *p)
{
    if (!quic_retry_has_tag(p->version)) {
        uint32_t len = get8(d, c, 0);
        add_item(d, &c, QUIC_ODCIL, 1);
        if (len != 0)
            add_item(d, &c, QUIC_ODCID, len);
        if (c.wire != 0)
            add_item(d, &c, QUIC_RETRY_TOKEN, c.wire);
        return;
    }
    if (c.wire > QUIC_TAG)
        add_item(d, &c, QUIC_RETRY_TOKEN, c.wire - QUIC_TAG);
    uint32_t node = emit_at(d, c, QUIC_RETRY_INTEGRITY_TAG, 0, QUIC_TAG);
    if (d->stop != STOP_NONE)
        return;
    const struct quic_cid *original = p->fact->original;
    bool known = original != NULL;
    uint32_t before = c.offset - whole.offset;
    if (known && quic_retry_is_right(p->version, original->bytes, original->len, whole.p, before, c.p)) {
        annotate(d, node, original);
        return;
    }
    down(d);
    note_on(d, node, QUIC_NOTE_BAD_RETRY,
            known ? "Retry Integrity Tag verification failure" : "Cannot verify Retry Packet due to unknown ODCID");
    up(d);
}

/* Why it could not be opened, if *told; NULL: not even the packet number. */
static const char *failure(struct dissect *d, const struct quic_packet *p, bool *told)
{
    struct quic_connection *q = p->fact->connection;
    bool answered = q != NULL && q->answered != 0 && q->answered <= d->frame->number;
    *told = true;
    if (p->type != QUIC_1RTT)
        return q == NULL                          ? NULL
               : p->type == QUIC_INITIAL          ? wrong_tag
               : p->type == QUIC_0RTT || answered ? secrets_missing
                                                  : no_cipher;
    if (q != NULL && answered && d->first_pass) {
        p->fact->told = !q->told;
        q->told = true;
    }
    *told = q != NULL && (!answered || p->fact->told);
    return answered ? secrets_missing : no_handshake;
}

static void payload_fields(struct dissect *d, struct quic_packet *p, struct cursor c, uint32_t node)
{
    bool told;
    if (p->payload.p == NULL) {
        const char *why = failure(d, p, &told);
        if (told)
            note_on(d, node, QUIC_NOTE_DECRYPTION_FAILED, why);
        if (c.wire != 0)
            add_item(d, &c, QUIC_REMAINING_PAYLOAD, c.wire);
        return;
    }
    emit_value(d, c, QUIC_PACKET_NUMBER, 0, p->number_len, p->number);
    cursor_skip(&c, p->number_len);
    emit_at(d, c, QUIC_PAYLOAD, 0, c.wire);
    if (p->way == 1 && p->fact->connection->answered == 0 && d->first_pass)
        p->fact->connection->answered = d->frame->number;
    p->pieces = &p->fact->opened->pieces;
    if (!quic_is_google(p->version))
        quic_frames(d, p, p->payload);
}

static void long_packet(struct dissect *d, struct quic_packet *p, struct cursor c, uint32_t node)
{
    struct cursor whole = c;
    bool sound = body_read(c, p);
    open_payload(d, p, c);
    cursor_limit(&c, p->len);
    set_len(d, node, p->len);
    emit_value(d, c, QUIC_PACKET_LENGTH, 0, 0, p->len);
    first_byte(d, c, p);
    cursor_skip(&c, 1);
    add_item(d, &c, QUIC_VERSION, 4);
    identifiers(d, &c, p);
    if (p->type == QUIC_NEGOTIATION) {
        while (more(d, &c))
            add_item(d, &c, QUIC_SUPPORTED_VERSION, 4);
        return;
    }
    if (p->type == QUIC_RETRY) {
        retry_fields(d, whole, c, p);
        return;
    }
    if (p->type == QUIC_INITIAL) {
        uint64_t token = quic_varint(d, &c, QUIC_TOKEN_LENGTH);
        if (token > c.wire)
            fall_short(d, c, 0, token);
        else if (token != 0)
            add_item(d, &c, QUIC_TOKEN, (uint32_t)token);
    }
    quic_varint(d, &c, QUIC_LENGTH);
    if (sound)
        payload_fields(d, p, c, node);
}

static void short_packet(struct dissect *d, struct quic_packet *p, struct cursor c, uint32_t node)
{
    emit_value(d, c, QUIC_PACKET_LENGTH, 0, 0, c.wire);
    emit_arg(d, c, QUIC_SHORT, 0, c.cap, p);
    down(d);
    emit_at(d, c, QUIC_HEADER_FORM, 0, 1);
    emit_at(d, c, QUIC_FIXED_BIT, 0, 1);
    emit_at(d, c, QUIC_SPIN_BIT, 0, 1);
    cursor_skip(&c, 1);
    if (p->dcid_len != 0)
        add_item(d, &c, QUIC_DCID, p->dcid_len);
    up(d);
    payload_fields(d, p, c, node);
}

/* --- the dissector ----------------------------------------------------------------------------- */

/* The packets of a datagram, as the first pass left them.  All go to the same identifier: section 12.2. */
struct datagram {
    struct quic_packet_fact **next;
    struct quic_connection *connection;  /* of the first */
    const uint8_t *dcid;
    uint32_t dcid_len;
};

/* Later passes: one without anything, if the first pass kept none. */
static struct quic_packet_fact *fact_next(struct dissect *d, struct datagram *all, uint8_t type)
{
    struct quic_packet_fact *fact = d->first_pass ? quic_keep(d, sizeof *fact) : *all->next;
    if (fact == NULL || (!d->first_pass && fact->type != type))
        return packet_zero(d, sizeof *fact);
    fact->type = d->first_pass ? type : fact->type;
    if (d->first_pass)
        *all->next = fact;
    all->next = &fact->next;
    return fact;
}

/* The connection, and what its header tells of it. */
static void identify(struct dissect *d, const struct datagram *all, struct quic_packet *p, struct cursor c, bool whole)
{
    struct quic_packet_fact *fact = p->fact;
    struct quic_connection *found = NULL;
    uint32_t len = 0;
    if (d->first_pass) {
        if (p->type == QUIC_1RTT)
            found = quic_connection_short(d, cursor_at(c, 1), &len);
        else if (whole)
            found = quic_connection_find(d, p);
        fact->connection = found != NULL ? found : all->connection;
        fact->short_len = (uint8_t)len;
    }
    if (p->type == QUIC_1RTT) {
        p->dcid = cursor_peek(c, 1, fact->short_len);
        p->dcid_len = p->dcid != NULL ? fact->short_len : 0;
    }
    if (fact->connection == NULL)
        return;
    p->way = quic_way(d, fact->connection);
    if (d->first_pass && p->type != QUIC_1RTT)
        quic_connection_learn(d, p);
}

/* What stands behind the first packet is another one, or padding. */
static bool is_packet(const struct datagram *all, struct cursor c, const struct quic_packet *p, bool whole)
{
    const uint8_t *dcid = whole ? p->dcid : cursor_peek(c, 1, all->dcid_len);
    if (c.p[0] & LONG_FORM ? !whole || p->dcid_len != all->dcid_len : dcid == NULL)
        return false;
    return all->dcid_len == 0 || memcmp(dcid, all->dcid, all->dcid_len) == 0;
}

/* One packet; returns how many bytes it has, 0 at the end. */
static uint32_t packet(struct dissect *d, struct datagram *all, struct cursor c, bool first)
{
    struct quic_packet *p = packet_zero(d, sizeof *p);
    if (p == NULL)
        return 0;
    p->said_end = &p->said;
    p->type = QUIC_1RTT;
    p->len = c.wire;
    uint32_t node = emit_protocol(d, c, c.cap, NULL);
    bool is_long = (get8(d, c, 0) & LONG_FORM) != 0, whole = is_long && long_read(c, p);
    if (!first && (c.cap == 0 || !is_packet(all, c, p, whole))) {
        note_on(d, node, QUIC_NOTE_PADDING, NULL);
        return 0;
    }
    if ((p->fact = fact_next(d, all, p->type)) == NULL)
        return 0;
    identify(d, all, p, c, whole);
    if (first) {
        connection_fields(d, c, p);
        all->connection = p->fact->connection;
        all->dcid = p->dcid;
        all->dcid_len = p->dcid_len;
    }
    if (is_long && !whole) {
        fall_short(d, c, 0, (uint64_t)c.cap + 1);
        return 0;
    }
    info_set(d, info, p);
    if (is_long)
        long_packet(d, p, c, node);
    else
        short_packet(d, p, c, node);
    return p->len;
}

/* RFC 9443 section 3: QUIC shares its ports with others, which a set "fixed bit" tells apart; where the ends agreed not to
   set it (RFC 9287), the connection's identifier must be there. */
static bool is_ours(struct dissect *d, struct cursor c)
{
    uint32_t len;
    if (c.cap == 0 || (c.p[0] & (LONG_FORM | FIXED_BIT)) != 0)
        return true;
    return quic_connection_short(d, cursor_at(c, 1), &len) != NULL && len != 0;
}

static struct verdict quic_run(struct dissect *d, struct cursor c)
{
    if (!is_ours(d, c))
        return not_mine();
    set_protocol_column(d, "QUIC");
    struct quic_packet_fact **kept = fact_here(d, d->n_layers, sizeof *kept), *none = NULL;
    struct datagram all = { .next = kept != NULL ? kept : &none };
    uint8_t depth = d->depth;
    for (bool first = true; more(d, &c); first = false) {
        uint32_t len = packet(d, &all, c, first);
        if (len == 0)
            break;
        d->depth = depth;
        cursor_skip(&c, len);
    }
    return done();
}

/* --- whose datagrams are these ----------------------------------------------------------------- */

/* Versions with these headers; those of Google before Q050 have others. */
static bool is_spoken(uint32_t version)
{
    bool older = version == 0x51303433 || version == 0x51303434 || version == 0x51303436;
    return quic_is_reserved(version) || (!older && ranges_find(&quic_versions, version) != NULL);
}

static bool is_negotiation(struct cursor c, const struct quic_packet *p)
{
    struct cursor list = cursor_at(c, p->body_at);
    if (list.cap < 4 || list.wire % 4 != 0)
        return false;
    for (uint32_t i = 0; i + 4 <= list.cap; i += 4)
        if (is_spoken(be32(list.p + i)))
            return true;
    return false;
}

static bool probe(const struct dissect *d, struct cursor c)
{
    struct quic_packet p = { 0 };
    if (c.cap == 0)
        return false;
    if ((c.p[0] & LONG_FORM) == 0)
        return quic_is_known(d);
    if (!long_read(c, &p) || p.dcid_len > QUIC_CID_MAX || p.scid_len > QUIC_CID_MAX)
        return false;
    if (p.version == 0)
        return is_negotiation(c, &p);
    return is_spoken(p.version) && ((p.first & FIXED_BIT) != 0 || quic_is_known(d));
}

static const struct heuristic heuristics[] = { { TABLE_UDP_PORT, probe, "quic", "QUIC" } };
extern const struct protocol proto_tls;
static const struct protocol *const ends_in[] = { &proto_tls, NULL };

PROTOCOL(quic,
    .name = "quic", .short_name = "QUIC", .long_name = "QUIC IETF",
    FIELDS(quic_fields), NOTES(quic_notes), PREFS(prefs), HEURISTICS(heuristics), .calls = x509_speakers, .ends_in = ends_in,
    .run = quic_run, .keeps_state = true, .joins = true
);
