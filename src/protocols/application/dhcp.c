/* dhcp.c - BOOTP and DHCP messages: RFC 951, RFC 2131.  Options are walked by dhcp_options.c. */
#include "protocols/application/dhcp.h"

VALUES(ccc_versions, { DHCP_CCC_I05, "PKT-SP-PROV-I05-021127" }, { DHCP_CCC_DRAFT5, "IETF Draft 5" }, { DHCP_CCC_IETF, "RFC 3495" });
VALUES(uuid_orders, { DHCP_UUID_LITTLE, "Little Endian" }, { DHCP_UUID_BIG, "Big Endian" });

static const struct pref prefs[DHCP_PREFS] = {
    [DHCP_PREF_NOVELL_STRING] = { "novellserverstring", "Decode Option 85 as String", PREF_BOOL, 0 },
    [DHCP_PREF_CCC_VERSION] = { "pkt.ccc.protocol_version", "PacketCable CCC protocol version", PREF_ENUM, DHCP_CCC_IETF, .choices = &ccc_versions },
    [DHCP_PREF_CCC_OPTION] = { "pkt.ccc.option", "PacketCable CCC option", PREF_UINT, 122 },
    [DHCP_PREF_UUID_ENDIAN] = { "uuid.endian", "Endianness of UUID", PREF_ENUM, DHCP_UUID_LITTLE, .choices = &uuid_orders },
};

/* --- labels ------------------------------------------------------------------------------------- */

void dhcp_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    bits_suffix(sb, d, n);
    sb_str(sb, n->v.u & 0x8000 ? " (Broadcast)" : " (Unicast)");
}

/* The annotation is the message's length of addresses. */
void dhcp_address_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *header = annotation(d, n), *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, "Client hardware address: ");
    if (header != NULL && p != NULL)
        sb_hardware_address(sb, p, header[2] < n->len ? header[2] : n->len, header[1]);
}

static void name_or_none(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *label)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_str(sb, label);
    if (p == NULL || n->len == 0 || p[0] == 0) {
        sb_str(sb, " not given");
        return;
    }
    const uint8_t *nul = memchr(p, 0, n->len);
    sb_str(sb, ": ");
    sb_escaped(sb, p, nul != NULL ? (size_t)(nul - p) : n->len);
}

void dhcp_server_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    name_or_none(sb, d, n, "Server host name");
}
void dhcp_file_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    name_or_none(sb, d, n, "Boot file name");
}

void dhcp_cookie_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, "Magic cookie: DHCP");
}

void sb_hardware_address(struct strbuf *sb, const uint8_t *p, uint32_t len, uint32_t type)
{
    if (len == 6 && (type == 1 || type == 6))
        sb_ether(sb, p);
    else if (len == 0)
        sb_str(sb, "<No address>");
    else
        sb_hex_bytes(sb, p, len, '\0');
}

/* --- Info --------------------------------------------------------------------------------------- */

struct summary {
    const uint8_t *header;  /* to the end of the client's address when it is a BOOTP request */
    uint8_t type;
};

/* Bytes of the client's address that the field has room for. */
static uint32_t request_address_len(uint32_t stated) { return stated < 16 ? stated : 16; }

static void info_request(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct summary *s = arg;
    const uint8_t *h = s->header;
    sb_str(sb, "Boot Request from ");
    sb_hardware_address(sb, h + 28, request_address_len(h[2]), h[1]);
    sb_str(sb, " (");
    sb_address(sb, d, (struct address){ ADDR_ETHER, 6, h + 28 });
    sb_char(sb, ')');
}

static void info_message(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct summary *s = arg;
    const char *name = values_find(&dhcp_message_types, s->type);
    sb_str(sb, "DHCP ");
    size_t start = sb->len;
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown Message Type (0x%02x)", s->type);
    if (sb->len - start < 8)
        sb_fill(sb, ' ', 8 - (sb->len - start));
    sb_str(sb, " - Transaction ID 0x");
    sb_hex(sb, be32(s->header + 4), 1);
}

static void info_unknown(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "Unknown BOOTP message type (%u)", ((const struct summary *)arg)->header[0]);
}

static void summary(struct dissect *d, struct cursor c, const struct dhcp_message *m)
{
    uint32_t op = get8(d, c, 0), len = op == 1 ? request_address_len(get8(d, c, 2)) : 0;
    if (op == 1)
        need(d, c, 28, len > 6 ? len : 6);
    struct summary *s = packet_zero(d, sizeof *s);
    if (d->stop != STOP_NONE || s == NULL)
        return;
    *s = (struct summary){ c.p, m->type };
    if (m->has_type && c.cap >= 8)
        info_set(d, info_message, s);
    else if (op == 1)
        info_set(d, info_request, s);
    else if (op == 2)
        info_set(d, info_constant, "Boot Reply");
    else
        info_set(d, info_unknown, s);
}

/* --- the message -------------------------------------------------------------------------------- */

static bool is_dhcp_cookie(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, DHCP_COOKIE_AT, 4);
    return p != NULL && be32(p) == 0x63825363;
}

static void count_piece(struct dissect *d, struct dhcp_pieces *p, const uint8_t *value, uint32_t len)
{
    uint8_t *joined = arena_take(&d->arena, p->len + len + 1);
    if (joined == NULL || p->count == UINT8_MAX)
        return;
    if (p->len != 0)
        memcpy(joined, p->joined, p->len);
    memcpy(joined + p->len, value, len);
    p->joined = joined;
    p->len += len;
    p->count++;
}

/* A first look at the options: what the message is, and what others depend on.  Nothing is reported.
   False when the capture ends before the options do. */
static bool look_ahead(struct dissect *d, struct dhcp_message *m)
{
    struct cursor c = m->whole;
    if (!is_dhcp_cookie(c))
        return true;
    cursor_skip(&c, DHCP_COOKIE_AT + 4);
    for (const uint8_t *p; (p = cursor_peek(c, 0, 1)) != NULL && p[0] != 255;) {
        uint32_t room = c.cap - 1;
        if (p[0] == 0 || room == 0) {
            cursor_skip(&c, 1);
            continue;
        }
        uint32_t len = p[1];
        bool whole = len <= room - 1;
        if (p[0] == 53 && room > 1) {
            m->has_type = true;
            m->type = p[2];
        } else if (p[0] == 52 && room > 1) {
            m->overload = p[2];
        } else if (p[0] == 60 && whole) {
            m->vendor = p + 2;
            m->vendor_len = (uint8_t)len;
        } else if (p[0] == 119 && whole) {
            count_piece(d, &m->search, p + 2, len);
        } else if (p[0] == 120 && whole) {
            count_piece(d, &m->sip, p + 2, len);
        }
        cursor_skip(&c, len + 2);
    }
    return c.wire == 0 || c.cap != 0;
}

static void seconds(struct dissect *d, struct cursor c)
{
    uint32_t secs = get16(d, c, 8);
    if (secs <= 255 || (secs & 255) != 0) {
        emit_at(d, c, F_SECS, 8, 2);
        return;
    }
    note_on(d, emit_value(d, c, F_SECS, 8, 2, secs >> 8), DHCP_SECONDS_LITTLE, NULL);
}

static void client_address(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 1), len = get8(d, c, 2);
    if (len == 0 || len > 16) {
        note_on(d, emit_at(d, c, F_NO_CLIENT_ADDRESS, 28, 16), DHCP_NO_ADDRESS, NULL);
        return;
    }
    if (len == 6 && (type == 1 || type == 6))
        emit_at(d, c, F_HW_MAC_ADDR, 28, 6);
    else
        annotate(d, emit_at(d, c, F_HW_ADDR, 28, 16), c.p);
    if (len < 16)
        emit_at(d, c, F_HW_ADDR_PADDING, 28 + len, 16 - len);
}

/* A name that is not given may be followed by anything; behind any other only NUL is right. */
static void name(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len)
{
    if (!need(d, c, off, len))
        return;
    if (c.p[off] == 0)
        emit_held(d, c, field, off, len, c.p + off, 0);
    else
        emit_at(d, c, field, off, len);
}

static void names(struct dissect *d, struct cursor c, const struct dhcp_message *m)
{
    if (m->overload & DHCP_OVERLOAD_SNAME)
        note_on(d, emit_at(d, c, F_SNAME_OVERLOADED, DHCP_SNAME_AT, DHCP_SNAME_LEN), DHCP_SNAME_OVERLOADED, NULL);
    else
        name(d, c, F_SERVER, DHCP_SNAME_AT, DHCP_SNAME_LEN);
    if (m->overload & DHCP_OVERLOAD_FILE)
        note_on(d, emit_at(d, c, F_FILE_OVERLOADED, DHCP_FILE_AT, DHCP_FILE_LEN), DHCP_FILE_OVERLOADED, NULL);
    else
        name(d, c, F_FILE, DHCP_FILE_AT, DHCP_FILE_LEN);
}

static void header(struct dissect *d, struct cursor c, const struct dhcp_message *m)
{
    emit_at(d, c, F_TYPE, 0, 1);
    emit_at(d, c, F_HW_TYPE, 1, 1);
    emit_at(d, c, F_HW_LEN, 2, 1);
    emit_at(d, c, F_HOPS, 3, 1);
    emit_at(d, c, F_ID, 4, 4);
    seconds(d, c);
    emit_bits(d, c, 10, 2, F_FLAGS, F_FLAGS_RESERVED);
    emit_at(d, c, F_IP_CLIENT, 12, 4);
    emit_at(d, c, F_IP_YOUR, 16, 4);
    emit_at(d, c, F_IP_SERVER, 20, 4);
    emit_at(d, c, F_IP_RELAY, 24, 4);
    client_address(d, c);
    names(d, c, m);
}

static void vendor_area(struct dissect *d, struct dhcp_message *m, uint32_t root)
{
    struct cursor c = cursor_at(m->whole, DHCP_COOKIE_AT);
    if (!m->has_type)
        set_hidden(d, emit_value(d, m->whole, F_BOOTP, 0, 0, 1));
    if (d->stop == STOP_NONE && c.cap < 4)
        malformed(d);  /* a cookie not captured counts as one not sent */
    uint32_t cookie = get32(d, c, 0);
    if (d->stop != STOP_NONE)
        return;
    if (cookie != 0x63825363) {
        emit_at(d, c, F_VENDOR_SPECIFIC_OPTIONS, 0, 64);
        return;
    }
    add_item(d, &c, F_COOKIE, 4);
    bool end = dhcp_walk(d, &c, m);
    if (!end && m->has_type)
        note_on(d, root, DHCP_NO_END, NULL);
    if (end && more(d, &c))
        emit_at(d, c, F_OPTION_PADDING, 0, c.cap);
}

static struct verdict dhcp_run(struct dissect *d, struct cursor c)
{
    struct dhcp_message m = { .whole = c, .said = packet_zero(d, sizeof(struct dhcp_said)) };
    bool complete = look_ahead(d, &m);
    if (!complete)
        m.has_type = false;
    set_protocol_column(d, m.has_type ? "DHCP" : "BOOTP");
    info_clear(d);
    summary(d, c, &m);
    if (d->stop != STOP_NONE || m.said == NULL)
        return done();
    uint32_t root = emit_protocol(d, c, c.cap, m.said);
    if (!complete)
        need(d, c, c.cap, 1);  /* nothing is shown of such a message */
    header(d, c, &m);
    if (d->stop == STOP_NONE)
        vendor_area(d, &m, root);
    return done();
}

bool option_message_type(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    struct dhcp_said *said = at->m->said;
    emit_at(d, c, F_MESSAGE_TYPE, 0, 1);
    if (d->stop == STOP_NONE && said->n < ARRAY_LEN(said->types))
        said->types[said->n++] = c.p[0];
    return true;
}

/* Options in the fields for names, RFC 2132 section 9.3. */
static void overloaded(struct dissect *d, const struct dhcp_at *at, uint32_t off, uint32_t len, unsigned field,
                       enum dhcp_note missing)
{
    struct dhcp_message *m = at->m;
    struct dhcp_said *outer = m->said, *said = packet_zero(d, sizeof *said);
    if (said == NULL)
        return;
    struct cursor c = cursor_sub(m->whole, off, len);
    /* tshark puts this line behind the option, not where the options stand. */
    struct cursor place = c;
    place.offset = m->whole.offset + m->whole.offset + at->start + off;
    uint32_t node = emit_arg(d, place, field, 0, len, said);
    m->said = said;
    m->in_overload = true;
    down(d);
    if (!dhcp_walk(d, &c, m)) {
        /* The finding belongs to the place of the options again. */
        note_on(d, node, missing, NULL);
    }
    up(d);
    m->in_overload = false;
    m->said = outer;
}

bool option_overload(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 1)
        return dhcp_bad_length(d, at, "length isn't >= 1");
    uint32_t which = get8(d, c, 0);
    emit_at(d, c, F_OPTION_OVERLOAD, 0, 1);
    if (at->m->in_overload || which > 3)
        return true;
    if (which & DHCP_OVERLOAD_SNAME)
        overloaded(d, at, DHCP_SNAME_AT, DHCP_SNAME_LEN, F_SNAME_OPTIONS, DHCP_SNAME_END_MISSING);
    if (which & DHCP_OVERLOAD_FILE)
        overloaded(d, at, DHCP_FILE_AT, DHCP_FILE_LEN, F_FILE_OPTIONS, DHCP_FILE_END_MISSING);
    return true;
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 67 }, { TABLE_UDP_PORT, 68 }, { TABLE_UDP_PORT, 4011 } };

PROTOCOL(dhcp,
    .name = "dhcp", .short_name = "DHCP/BOOTP", .long_name = "Dynamic Host Configuration Protocol",
    FIELDS(dhcp_fields), NOTES(dhcp_notes), PREFS(prefs), CLAIMS(claims),
    .run = dhcp_run
);
