/* bittorrent.c - BitTorrent's peer wire protocol, BEP 3, 6 and 10, and the messages that Azureus (Vuze) puts in their
   place.  Claims TCP ports 6881 to 6889; known elsewhere by its handshake. */
#include "protocols/application/bittorrent.h"

extern const struct protocol proto_bittorrent, proto_bencode;

enum {
    BITTORRENT, NAME_LENGTH, NAME, RESERVED, INFO_HASH, PEER_ID, MESSAGE, MESSAGE_LENGTH, MESSAGE_TYPE, AZUREUS_MESSAGE,
    TYPE_LENGTH, AZUREUS_TYPE, PRIORITY, BITFIELD, PIECE_INDEX, PIECE_BEGIN, PIECE_DATA, PIECE_LENGTH, CACHE_LENGTH,
    CACHE_ADDRESS, CACHE_PORT, CACHE_SESSION, PORT, EXTENDED_ID, EXTENDED, CONTINUOUS, CLIENT
};
enum { PREF_DESEGMENT, PREF_DECODE_CLIENT };
enum { HANDSHAKE = 68, NAME_LEN = 19, HEADER = 4 };
enum {
    CHOKE, UNCHOKE, INTERESTED, NOT_INTERESTED, HAVE, BITFIELD_MESSAGE, REQUEST, PIECE, CANCEL, PORT_MESSAGE,
    SUGGEST = 13, HAVE_ALL, HAVE_NONE, REJECT, ALLOWED_FAST, EXTENDED_MESSAGE = 20,
    KEEPALIVE = 256, AZ_BT_HANDSHAKE, AZ_EXCHANGE, AZ_HANDSHAKE, CACHE_HELLO, CACHE_REPLY
};
static const char protocol_name[] = "BitTorrent protocol", column[] = "BitTorrent";

/* --- names -------------------------------------------------------------------------------------- */

VALUES(types,
    { CHOKE, "Choke" }, { UNCHOKE, "Unchoke" }, { INTERESTED, "Interested" }, { NOT_INTERESTED, "Not Interested" },
    { HAVE, "Have" }, { BITFIELD_MESSAGE, "Bitfield" }, { REQUEST, "Request" }, { PIECE, "Piece" }, { CANCEL, "Cancel" },
    { PORT_MESSAGE, "Port" }, { SUGGEST, "Suggest Piece" }, { HAVE_ALL, "Have All" }, { HAVE_NONE, "Have None" },
    { REJECT, "Reject Request" }, { ALLOWED_FAST, "Allowed Fast" }, { EXTENDED_MESSAGE, "Extended" },
    { KEEPALIVE, "Keepalive" }, { AZ_BT_HANDSHAKE, "Azureus BitTorrent Handshake" }, { AZ_EXCHANGE, "Azureus Peer Exchange" },
    { AZ_HANDSHAKE, "Azureus Handshake" }, { CACHE_HELLO, "Azureus PeerCache Hello" }, { CACHE_REPLY, "Azureus PeerCache Reply" });
VALUES(priorities, { 0, "Low" }, { 1, "Normal" }, { 2, "High" });

static const struct {
    const char *name;
    uint32_t type;
} azureus_types[] = {
    { "BT_CHOKE", CHOKE },
    { "BT_UNCHOKE", UNCHOKE },
    { "BT_INTERESTED", INTERESTED },
    { "BT_UNINTERESTED", NOT_INTERESTED },
    { "BT_HAVE", HAVE },
    { "BT_BITFIELD", BITFIELD_MESSAGE },
    { "BT_REQUEST", REQUEST },
    { "BT_PIECE", PIECE },
    { "BT_CANCEL", CANCEL },
    { "BT_KEEP_ALIVE", KEEPALIVE },
    { "BT_HANDSHAKE", AZ_BT_HANDSHAKE },
    { "AZ_PEER_EXCHANGE", AZ_EXCHANGE },
    { "AZ_HANDSHAKE", AZ_HANDSHAKE },
    { "JPC_HELLO", CACHE_HELLO },
    { "JPC_REPLY", CACHE_REPLY },
};

/* A message: what its heading and the Info column say. */
struct message {
    uint32_t len, type, body, priority_at;  /* body: where what follows the type begins */
    uint32_t index, begin, size;
    bool azureus, parts;  /* parts: of the kind that names a piece */
};

static void message_text(struct strbuf *sb, const struct message *m)
{
    sb_str(sb, values_or(&types, m->type, "Unknown"));
    switch (m->type) {
    case HAVE:
    case SUGGEST:
    case ALLOWED_FAST: sb_printf(sb, ", Piece (Idx:0x%x)", m->index); break;
    case BITFIELD_MESSAGE: sb_printf(sb, ", Len:0x%x", m->size); break;
    case REQUEST:
    case CANCEL:
    case REJECT: sb_printf(sb, ", Piece (Idx:0x%x,Begin:0x%x,Len:0x%x)", m->index, m->begin, m->size); break;
    case PIECE: sb_printf(sb, ", Idx:0x%x,Begin:0x%x,Len:0x%x", m->index, m->begin, m->size); break;
    default: break;
    }
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    message_text(sb, arg);
}

static void message_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct message *m = n->v.arg;
    (void)d;
    sb_printf(sb, m->azureus ? "Azureus Message: Len %u, " : "Message: Len:%u, ", m->len);
    message_text(sb, m);
}

static void client_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *id = node_bytes(d, n, 0, 20);
    if (id != NULL)
        bittorrent_client(sb, id);
}

static void client_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "Client is ");
    client_text(sb, d, n);
}

static const struct field fields[] = {
    [BITTORRENT] = { "bittorrent", "BitTorrent", FT_PROTOCOL },
    [NAME_LENGTH] = { "bittorrent.protocol.name.length", "Protocol Name Length", FT_UINT8, BASE_DEC },
    [NAME] = { "bittorrent.protocol.name", "Protocol Name", FT_STRING, .flags = ASCII },
    [RESERVED] = { "bittorrent.reserved", "Reserved Extension Bytes", FT_BYTES },
    [INFO_HASH] = { "bittorrent.info_hash", "SHA1 Hash of info dictionary", FT_BYTES },
    [PEER_ID] = { "bittorrent.peer_id", "Peer ID", FT_BYTES },
    [MESSAGE] = { "bittorrent.msg", "Message", FT_NONE, .label_fn = message_label },
    [MESSAGE_LENGTH] = { "bittorrent.msg.length", "Message Length", FT_UINT32, BASE_DEC },
    [MESSAGE_TYPE] = { "bittorrent.msg.type", "Message Type", FT_UINT8, BASE_DEC, .values = &types },
    [AZUREUS_MESSAGE] = { "bittorrent.azureus_msg", "Azureus Message", FT_NONE, .label_fn = message_label },
    [TYPE_LENGTH] = { "bittorrent.msg.typelen", "Message Type Length", FT_UINT32, BASE_DEC },
    [AZUREUS_TYPE] = { "bittorrent.msg.aztype", "Message Type", FT_STRING, .flags = ASCII },
    [PRIORITY] = { "bittorrent.msg.prio", "Message Priority", FT_UINT8, BASE_DEC, .values = &priorities },
    [BITFIELD] = { "bittorrent.msg.bitfield", "Bitfield data", FT_BYTES },
    [PIECE_INDEX] = { "bittorrent.piece.index", "Piece index", FT_UINT32, BASE_HEX },
    [PIECE_BEGIN] = { "bittorrent.piece.begin", "Begin offset of piece", FT_UINT32, BASE_HEX },
    [PIECE_DATA] = { "bittorrent.piece.data", "Data in a piece", FT_BYTES },
    [PIECE_LENGTH] = { "bittorrent.piece.length", "Piece Length", FT_UINT32, BASE_HEX },
    [CACHE_LENGTH] = { "bittorrent.jpc.addr.length", "Cache Address Length", FT_UINT32, BASE_DEC },
    [CACHE_ADDRESS] = { "bittorrent.jpc.addr", "Cache Address", FT_STRING, .flags = ASCII },
    [CACHE_PORT] = { "bittorrent.jpc.port", "Port", FT_UINT32, BASE_DEC },
    [CACHE_SESSION] = { "bittorrent.jpc.session", "Session ID", FT_UINT32, BASE_HEX },
    [PORT] = { "bittorrent.port", "Port", FT_UINT16, BASE_DEC },
    [EXTENDED_ID] = { "bittorrent.extended.id", "Extended Message ID", FT_UINT8, BASE_DEC },
    [EXTENDED] = { "bittorrent.extended", "Extended Message", FT_BYTES },
    [CONTINUOUS] = { "bittorrent.continuous_data", "Extended Message", FT_BYTES },
    [CLIENT] = { "bittorrent.version", "Client version", FT_STRING, .text = client_text, .label_fn = client_label },
};
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment", "Put together messages of several TCP segments", PREF_BOOL, 1 },
    [PREF_DECODE_CLIENT] = { "decode_client", "Tell the client from its peer ID", PREF_BOOL, 0 },
};

/* --- what stands there -------------------------------------------------------------------------- */

/* Both together give no answer from less than 20 bytes. */
static bool begins_handshake(struct cursor c)
{
    uint32_t n = c.cap < NAME_LEN + 1 ? c.cap : NAME_LEN + 1;
    return n != 0 && c.p[0] == NAME_LEN && memcmp(c.p + 1, protocol_name, n - 1) == 0;
}

/* The type's name stands behind its length and a priority. */
static bool azureus_read(struct cursor c, struct message *m)
{
    uint32_t len = c.cap >= 8 ? be32(c.p + 4) : 0;
    if (len == 0 || len > 20 || c.cap < 8 + len || m->len < len + 5)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(azureus_types); i++)
        if (strlen(azureus_types[i].name) == len && memcmp(c.p + 8, azureus_types[i].name, len) == 0) {
            m->azureus = true;
            m->type = azureus_types[i].type;
            m->priority_at = 8 + len;
            m->body = 9 + len;
            return true;
        }
    return false;
}

/* False when it is no message, but the middle of something. */
static bool message_read(struct cursor c, struct message *m)
{
    *m = (struct message){ .len = be32(c.p), .body = 5 };
    if (m->len == 0 || azureus_read(c, m))
        return true;
    if (c.cap < 5)
        return m->len <= 1 << 24;
    m->type = c.p[4];
    bool known = m->type < KEEPALIVE && values_find(&types, m->type) != NULL;
    switch (m->type) {
    case HAVE:
    case SUGGEST:
    case ALLOWED_FAST: return m->len == 5;
    case REQUEST:
    case CANCEL:
    case REJECT: return m->len == 13;
    case PORT_MESSAGE: return m->len == 3;
    case PIECE: return m->len >= 9;
    default: return known && m->len <= 1 << 24;
    }
}

static uint32_t bittorrent_length(struct dissect *d, struct cursor c)
{
    struct message m;
    (void)d;
    if (begins_handshake(c))
        return HANDSHAKE;
    return message_read(c, &m) ? m.len + HEADER : c.wire;
}

/* --- showing ------------------------------------------------------------------------------------ */

static void handshake_show(struct dissect *d, struct cursor c)
{
    add_uint(d, &c, NAME_LENGTH, 1);
    add_item(d, &c, NAME, NAME_LEN);
    add_item(d, &c, RESERVED, 8);
    add_item(d, &c, INFO_HASH, 20);
    emit_at(d, c, PEER_ID, 0, 20);
    if (pref(d, PREF_DECODE_CLIENT) && need(d, c, 0, 20) && bittorrent_client(NULL, c.p))
        emit_arg(d, c, CLIENT, 0, 20, NULL);
}

static void piece_show(struct dissect *d, struct cursor *c, const struct message *m)
{
    add_uint(d, c, PIECE_INDEX, 4);
    if (m->type == HAVE || m->type == SUGGEST || m->type == ALLOWED_FAST)
        return;
    add_uint(d, c, PIECE_BEGIN, 4);
    if (m->type == PIECE)
        add_item(d, c, PIECE_DATA, c->wire);
    else
        add_uint(d, c, PIECE_LENGTH, 4);
}

static void cache_show(struct dissect *d, struct cursor c, bool reply)
{
    if (reply) {
        add_uint(d, &c, CACHE_SESSION, 4);
        return;
    }
    uint32_t len = (uint32_t)add_uint(d, &c, CACHE_LENGTH, 4);
    add_item(d, &c, CACHE_ADDRESS, len);
    add_uint(d, &c, CACHE_PORT, 4);
    add_uint(d, &c, CACHE_SESSION, 4);
}

static void body_show(struct dissect *d, struct cursor c, const struct message *m)
{
    switch (m->type) {
    case HAVE:
    case SUGGEST:
    case ALLOWED_FAST:
    case REQUEST:
    case CANCEL:
    case REJECT:
    case PIECE: piece_show(d, &c, m); break;
    case BITFIELD_MESSAGE: add_item(d, &c, BITFIELD, c.wire); break;
    case PORT_MESSAGE: add_uint(d, &c, PORT, 2); break;
    case EXTENDED_MESSAGE:
        if (add_uint(d, &c, EXTENDED_ID, 1) != 0)
            add_item(d, &c, EXTENDED, c.wire);
        else if (d->stop == STOP_NONE)
            nested(d, hand_to(&proto_bencode, 0, c), false);
        break;
    case AZ_EXCHANGE:
    case AZ_HANDSHAKE: nested(d, hand_to(&proto_bencode, 0, c), false); break;
    case CACHE_HELLO:
    case CACHE_REPLY: cache_show(d, c, m->type == CACHE_REPLY); break;
    default: break;
    }
}

/* What the heading says of the piece. */
static void piece_read(struct cursor c, struct message *m)
{
    const uint8_t *p = cursor_peek(c, m->body, 12);
    uint32_t rest = m->len + HEADER - m->body;
    m->size = rest;
    if (p == NULL)
        p = cursor_peek(c, m->body, 8);
    else
        m->size = be32(p + 8);
    m->begin = p != NULL ? be32(p + 4) : 0;
    if (p == NULL)
        p = cursor_peek(c, m->body, 4);
    m->index = p != NULL ? be32(p) : 0;
    if (m->type == PIECE)
        m->size = rest - 8;
    else if (m->type == BITFIELD_MESSAGE)
        m->size = rest;
}

static void message_show(struct dissect *d, struct cursor c, struct message *m)
{
    piece_read(c, m);
    info_add(d, info, m);
    emit_arg(d, c, m->azureus ? AZUREUS_MESSAGE : MESSAGE, 0, m->len + HEADER < c.cap ? m->len + HEADER : c.cap, m);
    down(d);
    emit_at(d, c, MESSAGE_LENGTH, 0, 4);
    if (m->azureus) {
        emit_at(d, c, TYPE_LENGTH, 4, 4);
        emit_at(d, c, AZUREUS_TYPE, 8, m->priority_at - 8);
        emit_at(d, c, PRIORITY, m->priority_at, 1);
    } else {
        emit_at(d, c, MESSAGE_TYPE, 4, 1);
    }
    cursor_skip(&c, m->body);
    body_show(d, c, m);
    up(d);
    if (d->stop == STOP_NONE)
        info_add(d, info_constant, "  ");
}

/* The first message replaces the name that stands in the Info column until there is one. */
static void info_begin(struct dissect *d, bool says)
{
    bool ours = strcmp(d->protocol_column, column) == 0;
    set_protocol_column(d, column);
    if (!ours)
        info_set(d, info_constant, column);
    if (says && d->n_info != 0 && d->info[d->n_info - 1].arg == column)
        info_clear(d);
}

static void bittorrent_message(struct dissect *d, struct cursor c)
{
    struct message *m = packet_zero(d, sizeof *m);
    if (m == NULL)
        return;
    bool handshake = begins_handshake(c), whole = c.cap >= HEADER, sound = handshake || (whole && message_read(c, m));
    info_begin(d, handshake || !sound || m->len != 0);
    emit_protocol(d, c, c.cap, NULL);
    if (handshake) {
        info_add(d, info_constant, "Handshake  ");
        handshake_show(d, c);
    } else if (!sound) {
        info_add(d, info_constant, "Continuation data  ");
        emit_at(d, c, CONTINUOUS, 0, c.cap);
    } else if (m->len != 0) {
        message_show(d, c, m);
    }
}

static bool bittorrent_probe(const struct dissect *d, struct cursor c)
{
    return flow_remembers(d, &proto_bittorrent, 0) || (c.cap > NAME_LEN && begins_handshake(c));
}

static struct verdict bittorrent_run(struct dissect *d, struct cursor c)
{
    flow_memory(d, flow_here(d), 0, 1);  /* from now on the connection's bytes are ours on any port */
    if (!pref(d, PREF_DESEGMENT))
        d->waits = false;
    return stream_messages(d, c, HEADER, bittorrent_length, bittorrent_message);
}

static const struct claim claims[] = {
    { TABLE_TCP_PORT, 6881 }, { TABLE_TCP_PORT, 6882 }, { TABLE_TCP_PORT, 6883 }, { TABLE_TCP_PORT, 6884 }, { TABLE_TCP_PORT, 6885 },
    { TABLE_TCP_PORT, 6886 }, { TABLE_TCP_PORT, 6887 }, { TABLE_TCP_PORT, 6888 }, { TABLE_TCP_PORT, 6889 },
};
static const struct heuristic heuristics[] = {
    { TABLE_TCP_PORT, bittorrent_probe, "bittorrent_tcp", "BitTorrent over TCP" },
};
static const struct protocol *const calls[] = { &proto_bencode, NULL };

PROTOCOL(bittorrent,
    .name = "bittorrent", .short_name = "BitTorrent", .long_name = "BitTorrent",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), HEURISTICS(heuristics), .calls = calls,
    .run = bittorrent_run, .keeps_state = true
);
