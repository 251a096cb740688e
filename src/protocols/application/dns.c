/* dns.c - Domain Name System messages, RFC 1035 and those that extend it.  Claims port 53 of UDP, TCP and SCTP. */
#include "protocols/application/dns.h"

#include "dissect/resolver.h"

enum { HEADER = 12, OPCODE_UPDATE = 5, OPCODE_STATEFUL = 6, CLASS_IN = 1 };

/* The message that is dissected. */
struct message {
    struct dissect *d;
    struct cursor m, whole;  /* from its transaction number on; with the length before it */
    enum dns_form form;
    uint16_t id, flags;
    struct dns_entry *entries, *last;
    uint32_t n_entries;
};

static uint32_t opcode_of(uint32_t flags) { return flags >> 11 & 15; }

/* --- requests and responses ------------------------------------------------------------------------------ */

/* A request and the first response to it; frame 0: not seen. */
struct transaction {
    uint32_t id;
    uint32_t request, response;
    struct nstime request_time;
    struct transaction *next;  /* with the same hash */
};

/* The latest transaction of each number in a conversation. */
struct dns_flow {
    struct transaction **slots;
    uint32_t room, count;  /* room: a power of two */
};
struct dns_fact {
    const struct transaction *t;
    bool settled;
};

static struct transaction **slot_of(const struct dns_flow *f, uint32_t id)
{
    struct transaction **slot = &f->slots[id & (f->room - 1)];
    while (*slot != NULL && (*slot)->id != id)
        slot = &(*slot)->next;
    return slot;
}

static bool enlarge(struct dissect *d, struct dns_flow *f)
{
    struct dns_flow old = *f;
    uint32_t room = old.room != 0 ? old.room * 4 : 2;
    struct transaction **slots = flow_take(d, room * sizeof *slots);
    if (slots == NULL)
        return false;
    f->slots = slots;
    f->room = room;
    for (uint32_t i = 0; i < old.room; i++)
        for (struct transaction *t = old.slots[i], *next; t != NULL; t = next) {
            next = t->next;
            t->next = NULL;
            *slot_of(f, t->id) = t;
        }
    return true;
}

/* The transaction that a request repeats: one that is open, and not older than the preference says; else NULL. */
static const struct transaction *repeated(const struct dissect *d, const struct transaction *old)
{
    if (old == NULL || old->request == d->frame->number)
        return old;
    struct nstime age = nstime_minus(d->frame->time, old->request_time);
    return old->response == 0 && age.secs < (int64_t)pref(d, DNS_PREF_RETRANSMISSION_TIMER) ? old : NULL;
}

static const struct transaction *begin(struct dissect *d, struct dns_flow *f, uint32_t id)
{
    struct transaction *t = flow_take(d, sizeof *t);
    if (t == NULL || (f->count >= f->room * 2 && !enlarge(d, f)))
        return NULL;
    struct transaction **slot = slot_of(f, id), *old = *slot;
    *t = (struct transaction){ .id = id, .request = d->frame->number, .request_time = d->frame->time };
    t->next = old != NULL ? old->next : NULL;
    f->count += old == NULL;
    *slot = t;
    return t;
}

/* The facts about the message: in the first pass it begins or answers its transaction, whole or not.
   One that an ICMP error quotes takes no part. */
static const struct dns_fact *linked(const struct message *g)
{
    static const struct dns_fact none = { .settled = true };
    struct dissect *d = g->d;
    if (d->in_error)
        return &none;
    struct dns_flow *f = flow_memory(d, flow_here(d), 0, sizeof *f);
    struct dns_fact *fact = f != NULL ? fact_here(d, fact_slot(g->whole), sizeof *fact) : NULL;
    if (fact == NULL || fact->settled || !d->first_pass)
        return fact;
    struct transaction *old = f->room != 0 ? *slot_of(f, g->id) : NULL;
    fact->settled = true;
    fact->t = g->flags & 0x8000 ? old : repeated(d, old);
    if (g->flags & 0x8000) {
        if (old != NULL && old->response == 0)
            old->response = d->frame->number;
    } else if (fact->t == NULL) {
        fact->t = begin(d, f, g->id);
    }
    return fact;
}

static bool repeats(const struct message *g, const struct dns_fact *fact)
{
    if (fact == NULL || fact->t == NULL)
        return false;
    return (g->flags & 0x8000 ? fact->t->response : fact->t->request) != g->d->frame->number;
}

/* A finding below the transaction number, once the message is known to be whole. */
static void repetition(struct dissect *d, uint32_t id, unsigned which, const uint32_t *original)
{
    d->late_parent = id;
    note_on(d, id, which, original);
    d->late_parent = NO_NODE;
}

static void link_fields(struct message *g, const struct dns_fact *fact, uint32_t id)
{
    struct dissect *d = g->d;
    const struct transaction *t = fact != NULL ? fact->t : NULL;
    bool answer = (g->flags & 0x8000) != 0;
    if (fact == NULL)
        return;
    if (d->stop == STOP_NONE && repeats(g, fact)) {
        repetition(d, id, answer ? DNS_RETRANSMIT_RESPONSE : DNS_RETRANSMIT_REQUEST,
                   answer ? &t->response : &t->request);
        emit_value(d, g->whole, answer ? DNS_RETRANSMIT_RESPONSE_IN : DNS_RETRANSMIT_REQUEST_IN, 0, 0,
                   answer ? t->response : t->request);
        emit_value(d, g->whole, DNS_RETRANSMISSION, 0, 0, 1);
    } else if (answer && t == NULL) {
        emit_value(d, g->whole, DNS_UNSOLICITED, 0, 0, 1);
    } else if (answer) {
        emit_value(d, g->whole, DNS_RESPONSE_TO, 0, 0, t->request);
        emit_value(d, g->whole, DNS_TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, t->request_time)));
    } else if (t != NULL && t->response != 0) {
        emit_value(d, g->whole, DNS_RESPONSE_IN, 0, 0, t->response);
    }
}

/* --- Info -------------------------------------------------------------------------------------------------- */

static void info_message(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct message *g = arg;
    uint32_t opcode = opcode_of(g->flags), rcode = g->flags & 15;
    const char *name = values_find(&dns_opcodes, opcode);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown operation (%u)", opcode);
    if (g->flags & 0x8000)
        sb_str(sb, " response");
    sb_printf(sb, " 0x%04x", g->id);
    if ((g->flags & 0x8000) && rcode != 0) {
        name = values_find(&dns_rcodes, rcode);
        if (name != NULL)
            sb_printf(sb, " %s", name);
        else
            sb_printf(sb, " Unknown error (%u)", rcode);
    }
    for (const struct dns_entry *e = g->entries; e != NULL; e = e->next) {
        sb_char(sb, ' ');
        sb_dns_type(sb, e->type);
        if (e->multicast && e->top_bit && !e->question)
            sb_str(sb, ", cache flush");
        sb_dns_gist(sb, d, e);
    }
}

/* --- header -------------------------------------------------------------------------------------------------- */

static void flag_fields(const struct message *g)
{
    static const uint16_t plain_query[] = { DNS_FLAGS_RESPONSE,     DNS_FLAGS_OPCODE, DNS_FLAGS_TRUNCATED,
                                            DNS_FLAGS_RECDESIRED,   DNS_FLAGS_Z,      0,
                                            DNS_FLAGS_CHECKDISABLE, DNS_ROWS };
    static const uint16_t plain_response[] = { DNS_FLAGS_RESPONSE,
                                               DNS_FLAGS_OPCODE,
                                               DNS_FLAGS_AUTHORITATIVE,
                                               DNS_FLAGS_TRUNCATED,
                                               DNS_FLAGS_RECDESIRED,
                                               DNS_FLAGS_RECAVAIL,
                                               DNS_FLAGS_Z,
                                               DNS_FLAGS_AUTHENTICATED,
                                               DNS_FLAGS_CHECKDISABLE,
                                               DNS_FLAGS_RCODE,
                                               DNS_ROWS };
    static const uint16_t local_query[] = { DNS_FLAGS_RESPONSE,  DNS_FLAGS_OPCODE,    DNS_FLAGS_CONFLICT,
                                            DNS_FLAGS_TRUNCATED, DNS_FLAGS_TENTATIVE, DNS_ROWS };
    static const uint16_t local_response[] = {
        DNS_FLAGS_RESPONSE, DNS_FLAGS_OPCODE, DNS_FLAGS_CONFLICT_RESPONSE, DNS_FLAGS_TRUNCATED, DNS_FLAGS_TENTATIVE,
        DNS_FLAGS_RCODE,    DNS_ROWS
    };
    static const uint16_t *const lists[2][2] = { { plain_query, plain_response }, { local_query, local_response } };
    emit_at(g->d, g->m, DNS_FLAGS, 2, 2);
    down(g->d);
    for (const uint16_t *row = lists[g->form == DNS_LINK_LOCAL][g->flags >> 15]; *row != DNS_ROWS; row++) {
        if (*row != 0)
            emit_at(g->d, g->m, *row, 2, 2);
        else if (g->flags & 0x20)  /* RFC 6840 section 5.7: in a query it asks for the bit in the response */
            emit_at(g->d, g->m, DNS_FLAGS_AD, 2, 2);
    }
    up(g->d);
}

/* --- questions and records ------------------------------------------------------------------------------------ */

/* More of them do not fit into the Info column. */
enum { ENTRIES_TOLD = 2048 };

static struct dns_entry *entry_new(struct message *g, struct dns_name name, uint32_t type, uint32_t class)
{
    bool told = g->d->columns && g->n_entries < ENTRIES_TOLD;
    struct dns_entry *e = wants(g->d, DNS_RECORD) || told ? packet_zero(g->d, sizeof *e) : NULL;
    if (e == NULL)
        return NULL;
    e->name = name;
    e->type = (uint16_t)type;
    e->multicast = g->form == DNS_MULTICAST;
    e->class = (uint16_t)(e->multicast ? class & 0x7fff : class);
    e->top_bit = (class & 0x8000) != 0;
    if (g->last != NULL)
        g->last->next = e;
    else
        g->entries = e;
    g->last = e;
    g->n_entries++;
    return e;
}

static void question(struct message *g, uint32_t *at)
{
    struct dissect *d = g->d;
    struct dns_name name = dns_name_at(d, g->m, *at);
    uint32_t start = *at, after = start + name.wire;
    uint32_t type = get16(d, g->m, after), class = get16(d, g->m, after + 2);
    if (d->stop != STOP_NONE)
        return;
    struct dns_entry *e = entry_new(g, name, type, class);
    if (e != NULL) {
        e->question = true;
        emit_arg(d, g->m, DNS_QUESTION, start, name.wire + 4, e);
    }
    down(d);
    emit_held(d, g->m, DNS_QRY_NAME, start, name.wire, name.text, name.len);
    emit_value(d, g->m, DNS_QRY_NAME_LEN, start, name.wire, name.raw_len > 1 ? name.raw_len : 0);
    if (wants(d, DNS_COUNT_LABELS))
        emit_value(d, g->m, DNS_COUNT_LABELS, start, name.wire, dns_name_labels(&name));
    emit_at(d, g->m, DNS_QRY_TYPE, after, 2);
    if (g->form == DNS_MULTICAST) {
        emit_at(d, g->m, DNS_QRY_CLASS_MDNS, after + 2, 2);
        emit_at(d, g->m, DNS_QRY_QU, after + 2, 2);
    } else {
        emit_at(d, g->m, DNS_QRY_CLASS, after + 2, 2);
    }
    up(d);
    *at = after + 4;
}

/* RFC 2782: a service's name is made of the service, the protocol, and the domain. */
static void service_fields(struct message *g, uint32_t start, const struct dns_name *name)
{
    static const uint16_t rows[] = { DNS_SRV_SERVICE, DNS_SRV_PROTO, DNS_SRV_NAME };
    const char *from = name->text, *end = name->text + name->len;
    for (unsigned i = 0; i < 3 && from != NULL; i++) {
        const char *dot = i < 2 && from < end ? memchr(from, '.', (size_t)(end - from)) : NULL;
        const char *to = dot != NULL ? dot : end;
        emit_held(g->d, g->m, rows[i], start, name->wire, from, (uint32_t)(to - from));
        from = dot != NULL ? dot + 1 : NULL;
    }
}

/* RFC 6891 section 6.1.3: class and time to live are used for something else. */
static void opt_fields(struct message *g, uint32_t after)
{
    struct dissect *d = g->d;
    if (g->form == DNS_MULTICAST) {
        emit_at(d, g->m, DNS_RR_UDP_PAYLOAD_SIZE, after + 2, 2);
        emit_at(d, g->m, DNS_RESP_CACHE_FLUSH, after + 2, 2);
    } else {
        emit_at(d, g->m, DNS_UDP_PAYLOAD_SIZE_ALONE, after + 2, 2);
    }
    emit_at(d, g->m, DNS_RESP_EXT_RCODE, after + 4, 1);
    emit_at(d, g->m, DNS_RESP_EDNS0_VERSION, after + 5, 1);
    emit_at(d, g->m, DNS_RESP_Z, after + 6, 2);
    down(d);
    emit_at(d, g->m, DNS_RESP_Z_DO, after + 6, 2);
    emit_at(d, g->m, DNS_RESP_Z_RESERVED, after + 6, 2);
    up(d);
}

static void class_fields(struct message *g, uint32_t after)
{
    struct dissect *d = g->d;
    if (g->form == DNS_MULTICAST) {
        emit_at(d, g->m, DNS_RESP_CLASS_MDNS, after + 2, 2);
        emit_at(d, g->m, DNS_RESP_CACHE_FLUSH, after + 2, 2);
    } else {
        emit_at(d, g->m, DNS_RESP_CLASS, after + 2, 2);
    }
    uint32_t ttl = emit_at(d, g->m, DNS_RESP_TTL, after + 4, 4);
    if (get32(d, g->m, after + 4) & 0x80000000)
        note_on(d, ttl, DNS_TTL_HIGH_BIT, NULL);
}

/* Tells the session which name an address has. */
static void learn(struct dissect *d, const struct dns_record *r, const struct dns_name *name)
{
    const struct resolver *names = d->engine->names;
    uint32_t n = r->type == DNS_TYPE_A ? 4 : r->type == DNS_TYPE_AAAA ? 16 : 0;
    if (!d->first_pass || names == NULL || names->learn == NULL || n == 0 || r->len != n || name->len == 0 ||
        (r->class & 0x7fff) != CLASS_IN || cursor_peek(r->m, r->at, n) == NULL)
        return;
    char text[256];
    uint32_t len = name->len < sizeof text ? name->len : 0;
    memcpy(text, name->text, len);
    text[len] = '\0';
    struct address a = { n == 4 ? ADDR_IPv4 : ADDR_IPv6, (uint8_t)n, r->m.p + r->at };
    if (len != 0)
        names->learn(names->context, &a, text, d->frame->number);
}

static void record(struct message *g, uint32_t *at)
{
    struct dissect *d = g->d;
    struct dns_name name = dns_name_at(d, g->m, *at);
    struct dns_record r = { .d = d, .m = g->m, .whole = g->whole, .start = *at };
    uint32_t after = r.start + name.wire;
    r.type = (uint16_t)get16(d, g->m, after);
    r.class = (uint16_t)get16(d, g->m, after + 2);
    get32(d, g->m, after + 4);
    r.len = get16(d, g->m, after + 8);
    r.at = after + 10;
    if (d->stop != STOP_NONE)
        return;
    r.entry = entry_new(g, name, r.type, r.class);
    if (d->emitting && !need(d, g->m, r.start, r.at + r.len - r.start))
        return;
    r.node = r.entry != NULL ? emit_arg(d, g->m, DNS_RECORD, r.start, r.at + r.len - r.start, r.entry)
                             : (uint32_t)NO_NODE;
    down(d);
    if (r.type == DNS_TYPE_SRV)
        service_fields(g, r.start, &name);
    else
        emit_held(d, g->m, DNS_RESP_NAME, r.start, name.wire, name.text, name.len);
    emit_at(d, g->m, DNS_RESP_TYPE, after, 2);
    if (r.type == DNS_TYPE_OPT)
        opt_fields(g, after);
    else
        class_fields(g, after);
    emit_at(d, g->m, DNS_RESP_LEN, after + 8, 2);
    if (r.len != 0)
        dns_record_data(&r);
    learn(d, &r, &name);
    up(d);
    *at = r.at + r.len;
}

/* `count` questions or records below a heading. */
static void section(struct message *g, uint32_t *at, const char *title, uint32_t count,
                    void (*one)(struct message *g, uint32_t *at))
{
    struct dissect *d = g->d;
    uint32_t start = *at;
    if (count == 0 || d->stop != STOP_NONE || !need(d, g->m, start, 1))
        return;
    uint32_t node = emit_arg(d, g->m, DNS_SECTION, start, g->m.cap - start, title);
    down(d);
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++)
        one(g, at);
    up(d);
    if (d->stop == STOP_NONE)
        set_len(d, node, *at - start);
}

/* --- messages ------------------------------------------------------------------------------------------------- */

static void extraneous(struct message *g, uint32_t at)
{
    struct dissect *d = g->d;
    if (d->stop != STOP_NONE || at >= g->m.wire)
        return;
    uint32_t n = g->m.wire - at;
    emit_at(d, g->m, DNS_EXTRANEOUS, at, n);
    down(d);
    emit_at(d, g->m, DNS_EXTRANEOUS_DATA, at, n);
    /* Its place is what tshark gives: that of the bytes in the frame, counted from the message's. */
    emit_value(d, g->whole, DNS_EXTRANEOUS_LENGTH, g->m.offset + at, 0, n);
    note_on(d, emit_at(d, g->m, DNS_EXTRANEOUS_FOUND, at, n), DNS_EXTRANEOUS_NOTE, NULL);
    up(d);
}

static uint32_t body(struct message *g)
{
    static const uint16_t count_rows[2][4] = {
        { DNS_COUNT_QUERIES, DNS_COUNT_ANSWERS, DNS_COUNT_AUTH_RR, DNS_COUNT_ADD_RR },
        { DNS_COUNT_ZONES, DNS_COUNT_PREREQUISITES, DNS_COUNT_UPDATES, DNS_COUNT_ADD_RR },
    };
    static const char *const titles[2][4] = {
        { "Queries", "Answers", "Authoritative nameservers", "Additional records" },
        { "Zone", "Prerequisites", "Updates", "Additional records" },
    };
    struct dissect *d = g->d;
    uint32_t counts[4], at = 4, update = opcode_of(g->flags) == OPCODE_UPDATE;
    for (unsigned i = 0; i < 4; i++)
        counts[i] = (uint32_t)dns_add_uint(d, g->m, &at, count_rows[update][i], 2);
    bool none = (counts[0] | counts[1] | counts[2] | counts[3]) == 0;
    if (none && d->stop == STOP_NONE && opcode_of(g->flags) == OPCODE_STATEFUL)
        return dns_dso(d, g->m, at);
    section(g, &at, titles[update][0], counts[0], question);
    for (unsigned i = 1; i < 4; i++)
        section(g, &at, titles[update][i], counts[i], record);
    return at;
}

void dns_message(struct dissect *d, struct cursor c, enum dns_form form, uint32_t prefix)
{
    struct message *g = packet_zero(d, sizeof *g);
    info_clear(d);
    if (g == NULL || !need(d, c, 0, prefix + 4))
        return;
    *g = (struct message){ .d = d, .m = cursor_at(c, prefix), .whole = c, .form = form };
    g->id = be16(g->m.p);
    g->flags = be16(g->m.p + 2);
    info_set(d, info_message, g);
    emit_protocol(d, c, c.cap, g->flags & 0x8000 ? " (response)" : " (query)");
    speak_as(d, &proto_dns);
    const struct dns_fact *fact = linked(g);
    if (prefix != 0)
        emit_at(d, c, DNS_LENGTH, 0, 2);
    uint32_t id = emit_at(d, g->m, DNS_ID, 0, 2);
    flag_fields(g);
    uint32_t end = body(g);
    link_fields(g, fact, id);
    extraneous(g, end);
}

/* RFC 1035 section 4.2.2: in a stream each message stands behind its length. */
static uint32_t length_in_stream(struct dissect *d, struct cursor c) { return get16(d, c, 0) + 2; }

static void message_in_stream(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "DNS");
    dns_message(d, c, DNS_UNICAST, 2);
}

static struct verdict dns_run(struct dissect *d, struct cursor c)
{
    if (d->port_kind == PORT_TCP)
        return stream_messages(d, c, 2, length_in_stream, message_in_stream);
    set_protocol_column(d, "DNS");
    dns_message(d, c, DNS_UNICAST, 0);
    return done();
}

/* A query has one question and no answer; few messages have many records. */
static bool looks_like_dns(const struct dissect *d, struct cursor c)
{
    (void)d;
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (h == NULL || c.wire <= HEADER || opcode_of(be16(h + 2)) != 0)
        return false;
    uint32_t questions = be16(h + 4), answers = be16(h + 6), authority = be16(h + 8), additional = be16(h + 10);
    if (be16(h + 2) & 0x8000)
        return questions <= 1 && answers <= 100 && authority <= 10 && additional <= 10;
    return questions == 1 && answers == 0 && authority == 0 && additional <= 10;
}

static const struct pref prefs[DNS_PREFS] = {
    [DNS_PREF_DESEGMENT] = { "desegment_dns_messages",
                             "Reassemble DNS messages spanning multiple TCP segments", PREF_BOOL, 1 },
    [DNS_PREF_RETRANSMISSION_TIMER] = { "retransmission_timer",
                                        "Number of seconds allowed between DNS requests with the same transaction ID", PREF_UINT, 5 },
};
static const struct claim claims[] = { { TABLE_UDP_PORT, 53 }, { TABLE_TCP_PORT, 53 }, { TABLE_TCP_PORT, 5353 } };
static const struct heuristic heuristics[] = { { TABLE_UDP_PORT, looks_like_dns, "dns_udp", "DNS over UDP" } };

PROTOCOL(dns,
    .name = "dns", .short_name = "DNS", .long_name = "Domain Name System",
    .fields = dns_fields, .n_fields = DNS_ROWS, .notes = dns_notes, .n_notes = DNS_NOTES,
    PREFS(prefs), CLAIMS(claims), HEURISTICS(heuristics),
    .run = dns_run, .keeps_state = true
);
