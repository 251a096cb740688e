/* icmp.c - Internet Control Message Protocol, RFC 792, 950, 1256, 8335.  Claims ip.proto 1. */
#include "protocols/internet/icmp_rows.h"

#include "protocols/internet/checksum.h"
#include "protocols/internet/ip_proto.h"

extern const struct protocol proto_ip;

enum { PREF_MPLS };

static const struct note_def notes[] = {
    [RESP_NOT_FOUND] = { "icmp.resp_not_found", "No response seen to ICMP request", SEV_WARN, GROUP_SEQUENCE },
    [CHECKSUM_BAD] = { "icmp.checksum_bad", "Bad checksum", SEV_WARN, GROUP_CHECKSUM, checksum_bad_text },
    [EXT_CHECKSUM_BAD] = { "icmp.ext.checksum_bad", "Bad checksum", SEV_WARN, GROUP_CHECKSUM, checksum_bad_text },
};

/* --- requests and their responses ------------------------------------------------------------- */

/* The request of these identifiers that waits for its response. */
struct pending {
    uint32_t frame;  /* 0: none */
    struct nstime time;
};

enum cast { UNICAST, MULTICAST, BROADCAST };

/* What the Info column needs. */
struct echo_info {
    const uint8_t *h;
    uint8_t ttl, cast;
    uint32_t partner;
    bool answered, settled;
};

static struct pending *pending_of(struct dissect *d, const uint8_t *h)
{
    /* Either direction; the checksum without the type's part tells payloads apart. */
    uint16_t sum = checksum_fold((uint64_t)be16(h + 2) + ((uint64_t)h[0] << 8));
    uint8_t key[44] = { h[4], h[5], h[6], h[7], (uint8_t)(sum >> 8), (uint8_t)sum };
    const struct address *a = &d->net_src, *b = &d->net_dst;
    if (a->len == 0 || a->len != b->len || a->len > 16)
        return NULL;
    if (memcmp(a->bytes, b->bytes, a->len) > 0)
        a = &d->net_dst, b = &d->net_src;
    memcpy(key + 6, a->bytes, a->len);
    memcpy(key + 6 + a->len, b->bytes, b->len);
    return keyed_memory(d, key, 6u + a->len * 2u, sizeof(struct pending));
}

const struct echo_fact *echo_exchange(struct dissect *d, const uint8_t h[8], bool request)
{
    struct echo_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (!d->first_pass || fact == NULL)
        return fact;
    struct pending *p = pending_of(d, h);
    if (p == NULL)
        return fact;
    if (request) {
        *p = (struct pending){ d->frame->number, d->frame->time };
    } else if (p->frame != 0) {
        *fact = (struct echo_fact){ p->frame, nstime_minus(d->frame->time, p->time) };
        struct echo_fact *asked = fact_of(d, p->frame, d->n_layers, sizeof *asked);
        if (asked != NULL)
            asked->partner = d->frame->number;
        p->frame = 0;
    }
    return fact;
}

static enum cast destination_cast(const struct dissect *d)
{
    struct address a = d->net_dst;
    if (a.kind != ADDR_IPv4)
        return UNICAST;
    return a.bytes[0] >> 4 == 14 ? MULTICAST : be32(a.bytes) == UINT32_MAX ? BROADCAST : UNICAST;
}

static void identified_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct echo_info *e = arg;
    (void)d;
    if (e == NULL)
        return;
    sb_printf(sb, "%-20s id=0x%04x, seq=%u/%u, ttl=%u", icmp_type_text(e->h[0], e->h[1]), be16(e->h + 4),
              be16(e->h + 6), le16(e->h + 6), e->ttl);
    if (e->partner != 0)
        sb_printf(sb, " (%s in %u)", e->h[0] == ECHO_REQUEST ? "reply" : "request", e->partner);
    else if (e->h[0] == ECHO_REQUEST && e->cast != UNICAST)
        sb_str(sb, e->cast == MULTICAST ? " (multicast)" : " (broadcast)");
    else if (e->h[0] == ECHO_REQUEST && e->settled)
        sb_str(sb, " (no response found!)");
}

static void exchange_fields(struct dissect *d, struct cursor c, struct echo_info *e)
{
    bool request = e->h[0] == ECHO_REQUEST;
    e->cast = (uint8_t)destination_cast(d);
    if (d->in_error || (request && e->cast != UNICAST))
        return;
    const struct echo_fact *fact = echo_exchange(d, e->h, request);
    e->settled = fact != NULL && !d->first_pass;
    if (fact == NULL)
        return;
    e->partner = fact->partner;
    if (request && fact->partner != 0) {
        emit_value(d, c, RESP_IN, 0, 0, fact->partner);
    } else if (request && e->settled) {
        uint32_t n = emit_value(d, c, NO_RESP, 0, 0, 0);
        note_on(d, n, RESP_NOT_FOUND, NULL);
    } else if (!request && fact->partner != 0) {
        emit_value(d, c, RESP_TO, 0, 0, fact->partner);
        emit_double(d, c, RESPTIME, 0, 0, (double)nstime_to_ns(fact->span) / 1e6);
    }
}

/* --- by type ---------------------------------------------------------------------------------- */

static void plain_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "%-20s", icmp_type_text(h[0], h[1]));
    if (icmp_has_codes(h[0])) {
        sb_str(sb, " (");
        sb_icmp_code(sb, h[0], h[1]);
        sb_char(sb, ')');
    }
}

static void data_below(struct dissect *d, struct cursor c)
{
    if (c.wire != 0)
        nested(d, hand_to(&proto_data, 0, c), false);
}

/* Programs that ping put the time of sending first, as seconds and microseconds of 32 bits in their own byte order;
   bytes are taken for it when that time is less than a day from the frame's.  Returns the bytes it takes. */
static uint32_t sending_time(struct dissect *d, struct cursor c)
{
    enum { DAY = 86400, TAKES = 8 };
    const uint8_t *p = cursor_peek(c, 0, TAKES);
    for (int little = 0; p != NULL && little < 2; little++) {
        uint32_t s = little ? le32(p) : be32(p), us = little ? le32(p + 4) : be32(p + 4);
        struct nstime then = { s, us * 1000 };
        int64_t away = d->frame->time.secs - (int64_t)s;
        if (us >= 1000000 || away <= -DAY || away >= DAY)
            continue;
        emit_value(d, c, DATA_TIME, 0, TAKES, (uint64_t)nstime_to_ns(then));
        emit_value(d, c, DATA_TIME_RELATIVE, 0, TAKES, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, then)));
        return TAKES;
    }
    return 0;
}

static void echo(struct dissect *d, struct cursor c, struct cursor whole, const uint8_t *h)
{
    if (!need(d, whole, 4, 4))
        return;
    struct echo_info *e = packet_zero(d, sizeof *e);
    if (e == NULL)
        return;
    *e = (struct echo_info){ .h = h, .ttl = (uint8_t)d->hops };
    info_set(d, identified_info, e);
    if (h[0] == ECHO_REQUEST || h[0] == ECHO_REPLY) {
        exchange_fields(d, whole, e);
        data_below(d, cursor_at(c, sending_time(d, c)));
    }
}

/* The packet that an error is about; `most`: bytes behind its header, 0: all. */
static void quotation(struct dissect *d, struct cursor c, uint32_t most)
{
    enum { ANY_VERSION = 1 };
    uint32_t end = c.cap != 0 && most != 0 ? (c.p[0] & 15u) * 4 + most : c.wire;
    cursor_limit(&c, end < c.wire ? end : c.wire);
    if (c.wire != 0)
        nested(d, hand_to(&proto_ip, ANY_VERSION, c), true);
}

/* RFC 4884 section 5: behind the quotation, whose length the header tells.  Routers that are older than it fill the
   quotation up to 128 bytes (section 5.5); a packet that is longer than that may have been quoted to its end. */
static void extensions_behind(struct dissect *d, struct cursor c, uint32_t words)
{
    enum { SHORTEST = 128 };
    const uint8_t *quoted = cursor_peek(c, 0, 4);
    uint32_t at = words != 0 ? words * 4 : SHORTEST;
    bool told = at >= SHORTEST && words != 0;
    if (quoted != NULL && at < c.wire && c.wire > SHORTEST &&
        (told || be16(quoted + 2) <= SHORTEST || pref(d, PREF_MPLS) != 0))
        icmp_extensions(d, cursor_at(c, at));
}

static void length_fields(struct dissect *d, struct cursor whole, const uint8_t *h)
{
    if (h[5] == 0)
        return;
    emit_at(d, whole, LENGTH, 5, 1);
    emit_value(d, whole, ORIGINAL_LENGTH, 5, 1, h[5] * 4u);
}

/* Bytes of the second word without a use; RFC 4884 put the length of the quotation, in words, into the second. */
static void unused_fields(struct dissect *d, struct cursor whole, const uint8_t *h, uint32_t n)
{
    if (h[5] == 0) {
        emit_at(d, whole, UNUSED, 4, n);
        return;
    }
    emit_at(d, whole, UNUSED, 4, 1);
    length_fields(d, whole, h);
    if (n == 4)
        emit_at(d, whole, UNUSED, 6, 2);
}

static void router_advertisement(struct dissect *d, struct cursor c, struct cursor whole, const uint8_t *h)
{
    uint32_t count = get8(d, whole, 4), words = get8(d, whole, 5);
    emit_at(d, whole, NUM_ADDRS, 4, 1);
    emit_at(d, whole, ENTRY_SIZE, 5, 1);
    emit_at(d, whole, LIFETIME, 6, 2);
    if (words != 2) {
        data_below(d, c);
        return;
    }
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        add_item(d, &c, ROUTER, 4);
        add_item(d, &c, PREFERENCE, 4);
    }
    if (h[1] == 0 || h[1] == 16)
        icmp_mobile_ip(d, c);
}

static void extended_echo(struct dissect *d, struct cursor whole, bool request)
{
    emit_at(d, whole, ECHO_SEQ, 6, 1);
    for (unsigned row = request ? ECHO_RESERVED : ECHO_STATE; row <= (request ? ECHO_LOCAL : ECHO_IPV6); row++)
        emit_at(d, whole, row, 7, 1);
}

static void identifiers(struct dissect *d, struct cursor whole, bool sequence)
{
    emit_at(d, whole, IDENT, 4, 2);
    emit_at(d, whole, IDENT_LE, 4, 2);
    if (!sequence)
        return;
    emit_at(d, whole, SEQ, 6, 2);
    emit_at(d, whole, SEQ_LE, 6, 2);
}

/* What stands in the second word, and what follows. */
static void body(struct dissect *d, struct cursor whole, const uint8_t *h)
{
    struct cursor c = cursor_at(whole, 8);
    switch (h[0]) {
    case UNREACHABLE:
        unused_fields(d, whole, h, h[1] == 4 ? 2 : 4);
        if (h[1] == 4)
            emit_at(d, whole, MTU, 6, 2);
        quotation(d, c, h[5] * 4u);
        break;
    case TIME_EXCEEDED:
        unused_fields(d, whole, h, 4);
        quotation(d, c, h[5] * 4u);
        break;
    case QUENCH: quotation(d, c, 0); break;
    case REDIRECT:
        emit_at(d, whole, GATEWAY, 4, 4);
        quotation(d, c, 8);  /* tshark takes RFC 792 at its word: the header and 64 bits */
        break;
    case PARAMETER:
        emit_at(d, whole, POINTER, 4, 1);
        length_fields(d, whole, h);
        emit_at(d, whole, UNUSED, h[5] != 0 ? 6 : 5, h[5] != 0 ? 2 : 3);
        quotation(d, c, h[5] * 4u);
        break;
    case ROUTER_ADVERT: router_advertisement(d, c, whole, h); break;
    case TIMESTAMP:
    case TIMESTAMP_REPLY:
        emit_at(d, whole, ORIGINATE, 8, 4);
        emit_at(d, whole, RECEIVE, 12, 4);
        emit_at(d, whole, TRANSMIT, 16, 4);
        break;
    case MASK_REQUEST:
    case MASK_REPLY: emit_at(d, whole, ADDRESS_MASK, 8, 4); break;
    case EXTENDED_ECHO:
    case EXTENDED_REPLY:
        identifiers(d, whole, false);
        extended_echo(d, whole, h[0] == EXTENDED_ECHO);
        break;
    default: break;
    }
    if (h[0] == UNREACHABLE || h[0] == TIME_EXCEEDED || h[0] == PARAMETER)
        extensions_behind(d, c, h[5]);
    else if (h[0] == QUENCH || h[0] == REDIRECT)
        extensions_behind(d, c, 0);
    else if (h[0] == EXTENDED_ECHO && c.wire != 0)
        icmp_extensions(d, c);
}

static bool has_identifiers(uint32_t type)
{
    return type == ECHO_REQUEST || type == ECHO_REPLY || (type >= TIMESTAMP && type <= MASK_REPLY);
}

static void header_fields(struct dissect *d, struct cursor c, const uint8_t *h)
{
    emit_at(d, c, TYPE, 0, 1);
    uint32_t n = emit_at(d, c, CODE, 1, 1);
    if (icmp_has_codes(h[0]))
        annotate(d, n, h);
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (d->in_error)
        found.reason = " [in ICMP error packet]";
    else if (!d->fragmented)
        found = checksum_verify(c, c.wire, 2, 0);
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
}

static struct verdict icmp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "ICMP");
    const uint8_t *h = cursor_peek(c, 0, 6);
    if (!need(d, c, 0, 6))
        return done();
    info_set(d, plain_info, h);
    emit_protocol(d, c, c.cap, NULL);
    header_fields(d, c, h);
    if (has_identifiers(h[0])) {
        identifiers(d, c, true);
        echo(d, cursor_at(c, 8), c, h);
    }
    body(d, c, h);
    return done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_ICMP } };
static const struct protocol *const calls[] = { &proto_ip, &proto_data, NULL };

static const struct pref prefs[] = {
    [PREF_MPLS] = { "favor_icmp_mpls", "Take what follows the first 128 bytes of a quotation for extensions", PREF_BOOL, 0 },
};

bool echo_glance(struct glance *g, uint8_t request, uint8_t reply)
{
    enum { ECHO_HEADER = 8 };
    g->header = ECHO_HEADER;
    glance_tell(g, NULL);
    return g->cap >= ECHO_HEADER && (g->p[0] == request || g->p[0] == reply);
}

static bool icmp_glance(struct glance *g) { return echo_glance(g, ECHO_REQUEST, ECHO_REPLY); }

PROTOCOL(icmp,
    .name = "icmp", .short_name = "ICMP", .long_name = "Internet Control Message Protocol",
    FIELDS(icmp_fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .calls = calls, .glance = icmp_glance,
    .run = icmp_run, .keeps_state = true
);
