/* dhcpv6.c - Dynamic Host Configuration Protocol for IPv6: RFC 8415, and Bulk Leasequery over TCP, RFC 5460. */
#include "protocols/application/dhcpv6.h"

#include "protocols/application/dhcpv6_values.h"
#include "protocols/enterprise.h"
#include "protocols/link/hardware.h"

/* Messages and options in each other; RFC 8415 lets 8 relays be, and 32 of old. */
enum { MAX_INNER = 40 };

#define FIELD_ROW(id, ...) [F6_##id] = { __VA_ARGS__ },
#define OPTION_ROW(code, name_, kind_, complaint_, ...) [OPTION6_##code] = { __VA_ARGS__ },
#define NO_ROW(...)
static const struct field fields[DHCPV6_ROWS] = {
    DHCPV6_FIELDS(FIELD_ROW)
    DHCPV6_OPTIONS(OPTION_ROW, NO_ROW, NO_ROW)
};

static const struct option {
    const char *name;
    const char *complaint;
    dhcpv6_handler *custom;
    uint16_t code, field;
    uint8_t kind;
} options[] = {
#define ONE_FIELD(code_, name_, kind_, complaint_, ...) \
    { .name = name_, .complaint = complaint_, .code = code_, .field = OPTION6_##code_, .kind = KIND6_##kind_ },
#define BY_HAND(code_, name_, custom_) { .name = name_, .custom = custom_, .code = code_, .kind = KIND6_CUSTOM },
#define NAME_ONLY(code_, name_) { .name = name_, .code = code_, .kind = KIND6_NONE },
    DHCPV6_OPTIONS(ONE_FIELD, BY_HAND, NAME_ONLY)
};

static void note_text(struct strbuf *sb, const struct dissect *d, const struct node *n);

static const struct note_def notes[DHCPV6_NOTES] = {
    [DHCPV6_BOGUS_LENGTH] = { "dhcpv6.bogus_length", "Bogus length", SEV_ERROR, GROUP_MALFORMED, note_text },
    [DHCPV6_MALFORMED_OPTION] = { "dhcpv6.malformed_option", "Malformed option", SEV_ERROR, GROUP_MALFORMED, note_text },
    [DHCPV6_NO_SUBOPTION_LEN] = { "dhcpv6.no_suboption_len", "no room left in option for suboption length", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_INVALID_TIME] = { "dhcpv6.invalid_time_value", "Invalid time value", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_INVALID_TYPE] = { "dhcpv6.invalid_type", "Invalid type", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_HOPCOUNT] = { "dhcpv6.error_hopcount", "Detected error on hop-count", SEV_WARN, GROUP_PROTOCOL, note_text },
    [DHCPV6_BAD_MSGTYPE] = { "dhcpv6.bad_msgtype", "This message type is not permitted to use OPTION_CLIENT_FQDN", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_S_BIT] = { "dhcpv6.s_bit_should_be_zero", "ERROR: When the N-bit is set, the S-bit must be reset", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_NOT_DNS] = { "dhcpv6.expert.name_not_dns_encoded", "ERROR: This name is not a DNS record encoded", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_EXCEEDS] = { "dhcpv6.expert.domain_field_length_exceeded", "ERROR: FQDN exceeds length of the domain name field", SEV_ERROR, GROUP_MALFORMED },
    [DHCPV6_LONG_NAME] = { "dhcpv6.expert.encoded_fqdn_gt_255", "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]", SEV_ERROR, GROUP_MALFORMED },
    [DHCPV6_ROOT] = { "dhcpv6.expert.root_only_domain_name", "ERROR: A root-only domain name cannot be resolved.", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_TLD] = { "dhcpv6.expert.tld_lookup", "WARNING: TLDs are rarely resolvable ", SEV_WARN, GROUP_COMMENTS },
    [DHCPV6_PARTIAL] = { "dhcpv6.expert.partial_name_preceded_by_fqdn", "ERROR: Partial name is preceded by an FQDN", SEV_ERROR, GROUP_PROTOCOL },
    [DHCPV6_BAD_QUERY_TYPE] = { "dhcpv6.bulk_leasequery.bad_query_type", "LQ-QUERY: Query types only supported by Bulk Leasequery", SEV_WARN, GROUP_MALFORMED },
};
static const struct pref prefs[] = {
    [DHCPV6_PREF_CABLE_INTERFACE_ID] = { "cablelabs_interface_id", "Dissect Option 18 (Interface-Id) as CableLab option", PREF_BOOL, 0 },
};

/* --- texts -------------------------------------------------------------------------------------- */

/* What a finding says: a text, where '#' stands for a number. */
struct saying {
    const char *before, *text;
    uint32_t number;
};

static void note_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct saying *s = n->v.arg;
    if (s == NULL)
        return;
    sb_str(sb, s->before);
    for (const char *p = s->text; *p != '\0'; p++)
        if (*p == '#')
            sb_uint(sb, s->number);
        else
            sb_char(sb, *p);
}

static void say(struct dissect *d, uint32_t node, enum dhcpv6_note note, struct saying s)
{
    note_on(d, node, note, packet_copy(d, &s, sizeof s));
}

void dhcpv6_malformed(struct dissect *d, const struct dhcpv6_at *at, const char *which)
{
    say(d, at->node, DHCPV6_MALFORMED_OPTION, (struct saying){ which, ": malformed option", 0 });
}

void dhcpv6_too_long(struct dissect *d, const struct dhcpv6_at *at, const char *which)
{
    say(d, at->node, DHCPV6_MALFORMED_OPTION, (struct saying){ which, ": suboption too long", 0 });
}

void dhcpv6_bogus_length(struct dissect *d, uint32_t node, const char *text, uint32_t number)
{
    say(d, node, DHCPV6_BOGUS_LENGTH, (struct saying){ "", text, number });
}

const void *dhcpv6_keep(struct dissect *d, uint32_t number) { return packet_copy(d, &number, sizeof number); }

void dhcpv6_option_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->v.arg;
    (void)d;
    if (p == NULL)
        return;
    const char *name = values_find(&dhcpv6_option_type, be16(p));
    sb_str(sb, name != NULL ? name : "DHCP option ");
    if (name == NULL)
        sb_uint(sb, be16(p));
}

/* --- options ------------------------------------------------------------------------------------ */

static const struct option *find(uint32_t code)
{
    uint32_t from = 0, to = ARRAY_LEN(options);
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (options[mid].code == code)
            return &options[mid];
        if (options[mid].code < code)
            from = mid + 1;
        else
            to = mid;
    }
    return NULL;
}

void dhcpv6_numbered_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *number = annotation(d, n);
    const uint8_t *p = node_bytes(d, n, 0, 16);
    sb_printf(sb, " %u %s: ", number != NULL ? *number : 0, registry_field(n->field)->label);
    if (p != NULL)
        sb_address_both(sb, d, (struct address){ ADDR_IPv6, 16, p });
}

void dhcpv6_numbered(struct dissect *d, struct cursor c, unsigned field)
{
    for (uint32_t i = 1; more(d, &c); i++)
        annotate(d, add_item(d, &c, field, 16), dhcpv6_keep(d, i));
}

static void codes(struct dissect *d, struct cursor c, unsigned field)
{
    while (more(d, &c))
        add_item(d, &c, field, 2);
}

void dhcpv6_codes(struct dissect *d, struct cursor c, const struct dhcpv6_at *at)
{
    (void)at;
    codes(d, c, F6_REQUESTED_OPTION_CODE);
}

/* True if a value of `len` bytes can be of this kind. */
static bool fits(uint8_t kind, uint32_t len)
{
    static const uint8_t sizes[] = { [KIND6_UINT8] = 1, [KIND6_UINT16] = 2, [KIND6_UINT32] = 4, [KIND6_ADDRESS] = 16 };
    if (kind == KIND6_TEXT)
        return len != 0;
    if (kind == KIND6_ADDRESSES || kind == KIND6_NUMBERED)
        return len % 16 == 0;
    return kind < KIND6_UINT8 || len == sizes[kind];
}

static void value(struct dissect *d, struct cursor c, const struct option *o, const struct dhcpv6_at *at)
{
    if (!fits(o->kind, c.wire)) {
        dhcpv6_malformed(d, at, o->complaint);
        return;
    }
    switch (o->kind) {
    case KIND6_NONE: break;
    case KIND6_CUSTOM: o->custom(d, c, at); break;
    case KIND6_CODES: codes(d, c, o->field); break;
    case KIND6_NUMBERED: dhcpv6_numbered(d, c, o->field); break;
    case KIND6_ADDRESSES:
        while (more(d, &c))
            add_item(d, &c, o->field, 16);
        break;
    default: emit_at(d, c, o->field, 0, c.wire); break;
    }
}

void dhcpv6_walk(struct dissect *d, struct cursor c, struct dhcpv6_message *m)
{
    if (m->depth >= MAX_INNER) {
        malformed(d);
        return;
    }
    m->depth++;
    while (more(d, &c) && c.wire >= 4) {
        uint32_t code = get16(d, c, 0), len = get16(d, c, 2);
        if (len > c.wire - 4)
            break;
        struct dhcpv6_at at = { m,
                                need(d, c, 0, 4) ? emit_arg(d, c, F6_OPTION_TYPE_STR, 0, len + 4, c.p)
                                                 : (uint32_t)NO_NODE,
                                (uint16_t)code, c };
        down(d);
        emit_at(d, c, F6_OPTION_TYPE, 0, 2);
        emit_at(d, c, F6_OPTION_LENGTH, 2, 2);
        const struct option *o = find(code);
        if (o != NULL)
            value(d, cursor_sub(c, 4, len), o, &at);
        up(d);
        cursor_skip(&c, len + 4);
    }
    m->depth--;
}

/* --- messages ----------------------------------------------------------------------------------- */

static void info_type(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const uint8_t *p = arg;
    const char *name = values_find(&dhcpv6_msgtype, p[0]);
    sb_str(sb, name != NULL ? name : "Message Type ");
    if (name == NULL)
        sb_uint(sb, p[0]);
    sb_char(sb, ' ');
}

static void info_xid(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "XID: 0x%06x ", be24((const uint8_t *)arg + 1));
}

static void info_link(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    sb_str(sb, "L: ");
    sb_address(sb, d, (struct address){ ADDR_IPv6, 16, (const uint8_t *)arg + 2 });
    sb_char(sb, ' ');
}

/* True if the relay message at c holds one that is not relayed: that relay is next to the client and has not
   hopped (RFC 8415 section 19.1.1). */
static bool innermost(struct cursor c)
{
    cursor_skip(&c, 34);
    for (const uint8_t *p; (p = cursor_peek(c, 0, 5)) != NULL; cursor_skip(&c, be16(p + 2) + 4u))
        if (be16(p) == 9)
            return p[4] != DHCPV6_RELAY_FORW && p[4] != DHCPV6_RELAY_REPL;
    return false;
}

static void relay(struct dissect *d, struct cursor *c)
{
    const uint8_t *start = c->p;
    uint32_t hops = get8(d, *c, 1);
    uint32_t node = emit_at(d, *c, F6_HOPCOUNT, 1, 1);
    if (hops != 0 && innermost(*c))
        say(d, node, DHCPV6_HOPCOUNT,
            (struct saying){ "", "Hopcount of most inner message has to equal 0 instead of #", hops });
    if (hops > 32)
        say(d, node, DHCPV6_HOPCOUNT,
            (struct saying){ "", "Hopcount (#) exceeds the maximum limit HOP_COUNT_LIMIT (32)", hops });
    emit_at(d, *c, F6_LINKADDR, 2, 16);
    if (need(d, *c, 2, 16))
        info_add(d, info_link, start);
    emit_at(d, *c, F6_PEERADDR, 18, 16);
    cursor_skip(c, 34);
}

static void message(struct dissect *d, struct cursor c, struct dhcpv6_message *m)
{
    m->type = (uint8_t)get8(d, c, 0);
    if (need(d, c, 0, 1))
        info_add(d, info_type, c.p);
    emit_at(d, c, F6_MSGTYPE, 0, 1);
    if (m->type == DHCPV6_RELAY_FORW || m->type == DHCPV6_RELAY_REPL) {
        relay(d, &c);
    } else {
        emit_at(d, c, F6_XID, 1, 3);
        if (need(d, c, 1, 3))
            info_add(d, info_xid, c.p);
        cursor_skip(&c, 4);
    }
    dhcpv6_walk(d, c, m);
}

void dhcpv6_inner(struct dissect *d, struct cursor c, const struct dhcpv6_message *outer)
{
    struct dhcpv6_message m = { .depth = outer->depth, .bulk = outer->bulk };
    emit_at(d, c, F6_DHCPV6, 0, c.wire);
    down(d);
    message(d, c, &m);
    up(d);
}

static struct verdict dhcpv6_run(struct dissect *d, struct cursor c)
{
    struct dhcpv6_message m = { 0 };
    set_protocol_column(d, "DHCPv6");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    message(d, c, &m);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 546 }, { TABLE_UDP_PORT, 547 } };

PROTOCOL(dhcpv6,
    .name = "dhcpv6", .short_name = "DHCPv6", .long_name = "DHCPv6",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims),
    .run = dhcpv6_run
);

/* --- Bulk Leasequery ---------------------------------------------------------------------------- */

enum { BULK, BULK_SIZE, BULK_TYPE, BULK_RESERVED, BULK_XID };
enum { BULK_BAD_TYPE };

static const struct field bulk_fields[] = {
    [BULK] = { "dhcpv6.bulk_leasequery", "DHCPv6 Bulk Leasequery", FT_PROTOCOL },
    [BULK_SIZE] = { "dhcpv6.bulk_leasequery.size", "Message size", FT_UINT16, BASE_DEC },
    [BULK_TYPE] = { "dhcpv6.bulk_leasequery.msgtype", "Message type", FT_UINT8, BASE_DEC, .values = &dhcpv6_msgtype },
    [BULK_RESERVED] = { "dhcpv6.bulk_leasequery.reserved", "Reserved", FT_UINT8, BASE_DEC },
    [BULK_XID] = { "dhcpv6.bulk_leasequery.trans_id", "Transaction ID", FT_UINT16, BASE_DEC },
};
static const struct note_def bulk_notes[] = {
    [BULK_BAD_TYPE] = { "dhcpv6.bulk_leasequery.bad_msg_type", "Message Type %d not allowed by DHCPv6 Bulk Leasequery", SEV_WARN,
                        GROUP_MALFORMED, note_text },
};
static const struct pref bulk_prefs[] = {
    { "desegment", "Desegment all Bulk Leasequery messages spanning multiple TCP segments", PREF_BOOL, 1 },
};

static void info_bulk(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const uint8_t *p = arg;
    sb_str(sb, values_or(&dhcpv6_msgtype, p[2], "Unknown"));
    sb_printf(sb, ", Transaction ID: %5u", be16(p + 4));
}

static void bulk_message(struct dissect *d, struct cursor c)
{
    uint32_t type = get8(d, c, 2);
    emit_protocol(d, c, c.wire, NULL);
    emit_at(d, c, BULK_SIZE, 0, 2);
    uint32_t node = emit_at(d, c, BULK_TYPE, 2, 1);
    if (type < 14 || type > 17) {
        struct saying s = { "", "Message Type # not allowed by DHCPv6 Bulk Leasequery", type };
        note_on(d, node, BULK_BAD_TYPE, packet_copy(d, &s, sizeof s));
    }
    emit_at(d, c, BULK_RESERVED, 3, 1);
    emit_at(d, c, BULK_XID, 4, 2);
    if (need(d, c, 0, 6))
        info_set(d, info_bulk, c.p);
    if (!need(d, c, 6, 1))
        return;
    struct dhcpv6_message m = { .type = (uint8_t)type, .bulk = true };
    cursor_skip(&c, 6);
    speak_as(d, &proto_dhcpv6);
    emit_at(d, c, F6_BULK_OPTIONS, 0, c.wire);
    down(d);
    dhcpv6_walk(d, c, &m);
    up(d);
}

static struct verdict bulk_run(struct dissect *d, struct cursor c)
{
    const uint8_t *size = cursor_peek(c, 0, 2);
    if (size == NULL || be16(size) + 2u > c.wire)
        return done();
    uint8_t depth = d->depth;
    set_protocol_column(d, "DHCPv6 BulkLease");
    while (more(d, &c) && c.wire >= 2) {
        uint32_t len = get16(d, c, 0) + 2;
        if (len > c.wire)
            break;
        speak_as(d, &proto_dhcpv6_bulk);
        d->depth = depth;
        bulk_message(d, cursor_part(c, len));
        cursor_skip(&c, len);
    }
    return done();
}

static const struct claim bulk_claims[] = { { TABLE_TCP_PORT, 547 } };
static const struct protocol *const bulk_calls[] = { &proto_dhcpv6, NULL };

PROTOCOL(dhcpv6_bulk,
    .name = "dhcpv6.bulk_leasequery", .short_name = "DHCPv6 Bulk Leasequery", .long_name = "DHCPv6 Bulk Leasequery",
    FIELDS(bulk_fields), NOTES(bulk_notes), PREFS(bulk_prefs), CLAIMS(bulk_claims), .calls = bulk_calls,
    .run = bulk_run
);
