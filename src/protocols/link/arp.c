/* arp.c - Address Resolution Protocol and its reverse and inverse forms: RFC 826, 903, 1931, 2390, 5227. */
#include "protocols/link/arp.h"
#include "protocols/link/ethertype.h"
#include "protocols/link/hardware.h"

enum { ARP, HW_TYPE, PROTO_TYPE, HW_SIZE, PROTO_SIZE, OPCODE, GRATUITOUS, PROBE, ANNOUNCEMENT, SRC_HW, SRC_MAC, SRC_AX25, SRC_PROTO, SRC_IPV4,
       DST_HW, DST_MAC, DST_AX25, DST_PROTO, DST_IPV4, DRARP_STATUS, STORM_LINE, DUPLICATE, DUPLICATE_FRAME, DUPLICATE_SECONDS };
enum { DUPLICATE_DETECTED, STORM_DETECTED };
enum { PREF_STORMS, PREF_STORM_NUMBER, PREF_STORM_PERIOD, PREF_DUPLICATES, PREF_BINDING };
enum { HEADER = 8 };
enum { FLOW_ARP = 12 };  /* kind of the memory that is kept for an address */

SHARED_VALUES(arp_opcodes, { 0, "reserved" }, { 1, "request" }, { 2, "reply" }, { 3, "reverse request" }, { 4, "reverse reply" },
       { 5, "drarp request" }, { 6, "drarp reply" }, { 7, "drarp error" }, { 8, "inverse request" }, { 9, "inverse reply" },
       { 10, "arp nak" }, { 11, "mars request" }, { 12, "mars multi" }, { 13, "mars mserv" }, { 14, "mars join" },
       { 15, "mars leave" }, { 16, "mars nak" }, { 17, "mars unserv" }, { 18, "mars sjoin" }, { 19, "mars sleave" },
       { 20, "mars grouplist request" }, { 21, "mars grouplist reply" }, { 22, "mars redirect map" }, { 23, "mapos unarp" },
       { 24, "experimental 1" }, { 25, "experimental 2" }, { 65535, "reserved" });
SHARED_VALUES(arp_requests, { 11, "MARS request" }, { 12, "MARS MULTI request" }, { 13, "MARS MSERV request" }, { 14, "MARS JOIN request" },
       { 15, "MARS LEAVE" }, { 16, "MARS NAK" }, { 17, "MARS UNSERV request" }, { 18, "MARS SJOIN request" },
       { 19, "MARS SLEAVE" }, { 20, "MARS grouplist request" }, { 21, "MARS grouplist reply" }, { 22, "MARS redirect map" },
       { 23, "MAPOS UNARP request" });
VALUES(drarp_statuses, { 1, "restricted" }, { 2, "no address" }, { 3, "serverdown" }, { 4, "moved" }, { 5, "failure" });

/* The packet's parts, for labels and the Info column. */
struct arp {
    const uint8_t *src_hw, *src_proto, *dst_hw, *dst_proto;
    uint16_t hw_type, proto_type, op;
    uint8_t hw_len, proto_len;
    bool gratuitous, announcement, probe;
};

/* --- text ------------------------------------------------------------------------------------- */

static bool is_mac(const struct arp *a)
{
    return (a->hw_type == HW_ETHERNET || a->hw_type == HW_IEEE802) && a->hw_len == 6;
}
static bool is_ax25(const struct arp *a) { return a->hw_type == HW_AX25 && a->hw_len == 7; }
static bool is_ipv4(const struct arp *a)
{
    return (a->proto_type == PROTO_IPV4 || (a->hw_type == HW_AX25 && a->proto_type == PROTO_AX25_IPV4)) &&
           a->proto_len == 4;
}

static void sb_hw(struct strbuf *sb, const struct arp *a, const uint8_t *p)
{
    if (a->hw_len == 0)
        sb_str(sb, "<No address>");
    else if (is_mac(a))
        sb_ether(sb, p);
    else
        sb_hex_bytes(sb, p, a->hw_len, 0);
}

void arp_sb_proto(struct strbuf *sb, const uint8_t *p, uint8_t len, bool ipv4)
{
    if (len == 0)
        sb_str(sb, "<No address>");
    else if (ipv4)
        sb_ipv4(sb, p);
    else
        sb_hex_bytes(sb, p, len, 0);
}

static void sb_proto(struct strbuf *sb, const struct arp *a, const uint8_t *p)
{
    arp_sb_proto(sb, p, a->proto_len, is_ipv4(a));
}

/* The callsign of an amateur radio station, each character one bit to the left, and the number of its terminal. */
static void ax25_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 7);
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    for (unsigned i = 0; p != NULL && i < 6 && p[i] >> 1 != ' '; i++)
        sb_char(sb, p[i] >> 1 > ' ' && p[i] >> 1 < 0x7f ? (char)(p[i] >> 1) : '.');
    if (p != NULL && (p[6] >> 1 & 0xf) != 0)
        sb_printf(sb, "-%u", p[6] >> 1 & 0xfu);
}

static void arp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct arp *a = n->v.arg;
    (void)d;
    if (a == NULL)
        return;
    const char *name = values_find(&arp_opcodes, a->op);
    if (a->announcement)
        sb_str(sb, " (ARP Announcement)");
    else if (a->probe)
        sb_str(sb, " (ARP Probe)");
    else if (name != NULL)
        sb_printf(sb, " (%s%s)", name, a->gratuitous ? "/gratuitous ARP" : "");
    else
        sb_printf(sb, " (opcode 0x%04x)", a->op);
}

static void info_address_request(struct strbuf *sb, const struct arp *a)
{
    if (a->announcement) {
        sb_str(sb, "ARP Announcement for ");
        sb_proto(sb, a, a->dst_proto);
        return;
    }
    if (a->gratuitous) {
        sb_str(sb, "Gratuitous ARP for ");
        sb_proto(sb, a, a->dst_proto);
        sb_str(sb, a->op == OP_REQUEST ? " (Request)" : " (Reply)");
        return;
    }
    if (a->op == OP_REPLY) {
        sb_proto(sb, a, a->src_proto);
        sb_str(sb, " is at ");
        sb_hw(sb, a, a->src_hw);
        return;
    }
    sb_str(sb, "Who has ");
    sb_proto(sb, a, a->dst_proto);
    sb_str(sb, a->probe ? "? (ARP Probe)" : "? Tell ");
    if (!a->probe)
        sb_proto(sb, a, a->src_proto);
}

static void info_reverse(struct strbuf *sb, const struct arp *a)
{
    switch (a->op) {
    case OP_RARP_REPLY:
    case OP_DRARP_REPLY:
        sb_hw(sb, a, a->dst_hw);
        sb_str(sb, " is at ");
        sb_proto(sb, a, a->dst_proto);
        return;
    case OP_IN_REPLY:
        sb_hw(sb, a, a->src_hw);
        sb_str(sb, " is at ");
        sb_proto(sb, a, a->src_proto);
        return;
    default:
        sb_str(sb, "Who is ");
        sb_hw(sb, a, a->dst_hw);
        sb_str(sb, "? Tell ");
        sb_hw(sb, a, a->src_hw);
    }
}

void arp_info_plain(struct strbuf *sb, uint16_t op, const char *name)
{
    if (op == OP_EXPERIMENT_1 || op == OP_EXPERIMENT_2)
        sb_printf(sb, "Experimental %u ( opcode %u )", op - OP_EXPERIMENT_1 + 1u, op);
    else if (op == 0 || op == OP_RESERVED)
        sb_printf(sb, "Reserved opcode %u", op);
    else
        sb_printf(sb, "Unknown %s opcode 0x%04x", name, op);
}

static void info_arp(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct arp *a = arg;
    const char *request = values_find(&arp_requests, a->op);
    (void)d;
    if (a->op == OP_REQUEST || a->op == OP_REPLY) {
        info_address_request(sb, a);
    } else if (a->op == OP_DRARP_ERROR) {
        sb_str(sb, "DRARP Error");
    } else if (a->op >= OP_RARP_REQUEST && a->op <= OP_IN_REPLY) {
        info_reverse(sb, a);
    } else if (a->op == OP_NAK) {
        sb_str(sb, "ARP NAK");
    } else if (request != NULL) {
        sb_str(sb, request);
        sb_str(sb, " from ");
        sb_hw(sb, a, a->src_hw);
        sb_str(sb, " at ");
        sb_proto(sb, a, a->src_proto);
    } else {
        arp_info_plain(sb, a->op, "ARP");
    }
}

static const char *column_of(uint16_t op)
{
    if (op == OP_RARP_REQUEST || op == OP_RARP_REPLY)
        return "RARP";
    if (op >= OP_DRARP_REQUEST && op <= OP_DRARP_ERROR)
        return "DRARP";
    if (op == OP_IN_REQUEST || op == OP_IN_REPLY)
        return "Inverse ARP";
    if (op >= OP_MARS_FIRST && op <= OP_MARS_LAST)
        return "MARS";
    return op == OP_MAPOS_UNARP ? "MAPOS" : "ARP";
}

/* --- duplicate addresses and storms ----------------------------------------------------------- */

/* Who used an address, and when he was seen last. */
struct user {
    bool known;
    uint8_t mac[6];
    uint32_t frame;
    int64_t secs;
};

/* Requests since the period began. */
struct storm {
    struct nstime began;
    uint32_t requests;
};

/* Two users of one address. */
struct conflict {
    bool found;
    uint8_t ip[4], mac[6], other[6];
    uint32_t frame, seconds;
};
enum { OF_SENDER, OF_TARGET };
struct arp_fact {
    struct conflict conflicts[2];
    uint8_t told;  /* whose conflict the Info column tells: of the address that was looked at last */
    bool storm;
    uint32_t storm_number, storm_period;  /* as the preferences were */
};

static void duplicate_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct conflict *x = n->v.arg;
    (void)d;
    sb_str(sb, "Duplicate IP address detected for ");
    sb_ipv4(sb, x->ip);
    sb_str(sb, " (");
    sb_ether(sb, x->mac);
    sb_str(sb, ") - also in use by ");
    sb_ether(sb, x->other);
    sb_printf(sb, " (frame %u)", x->frame);
}

static void duplicate_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct conflict *x = n->v.arg;
    (void)d;
    sb_str(sb, "Duplicate IP address configured (");
    sb_ipv4(sb, x->ip);
    sb_char(sb, ')');
}

static void info_duplicate(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct conflict *x = arg;
    (void)d;
    sb_str(sb, " (duplicate use of ");
    sb_ipv4(sb, x->ip);
    sb_str(sb, " detected!)");
}

static void storm_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct arp_fact *f = n->v.arg;
    (void)d;
    sb_printf(sb, "ARP packet storm detected (%u packets in < %u ms)", f->storm_number, f->storm_period);
}

static bool all_bytes(const uint8_t *p, uint32_t n, uint8_t value)
{
    for (uint32_t i = 0; i < n; i++)
        if (p[i] != value)
            return false;
    return true;
}

/* First pass: learns who uses the address, or finds that somebody else did.  False when it is nobody's. */
static bool check_user(struct dissect *d, const uint8_t *mac, const uint8_t *ip, struct conflict *found)
{
    struct address address = { ADDR_IPv4, 4, ip }, none = { 0 };
    if (all_bytes(mac, 6, 0) || all_bytes(mac, 6, 0xff) || all_bytes(ip, 4, 0))
        return false;
    struct user *u = flow_memory(d, flow_between(d, FLOW_ARP, address, 0, none, 0), 0, sizeof *u);
    if (u == NULL)
        return false;
    if (u->known && memcmp(u->mac, mac, 6) != 0) {
        found->found = true;
        memcpy(found->ip, ip, 4);
        memcpy(found->mac, mac, 6);
        memcpy(found->other, u->mac, 6);
        found->frame = u->frame;
        found->seconds = (uint32_t)(d->frame->time.secs - u->secs);
        return true;
    }
    u->known = true;
    memcpy(u->mac, mac, 6);
    u->frame = d->frame->number;
    u->secs = d->frame->time.secs;
    return true;
}

static bool too_many_requests(struct dissect *d, uint32_t number, uint32_t period_ms)
{
    struct address none = { 0 };
    struct storm *s = flow_memory(d, flow_between(d, FLOW_ARP, none, 0, none, 0), 1, sizeof *s);
    if (s == NULL)
        return false;
    struct nstime since = nstime_minus(d->frame->time, s->began);
    if (nstime_to_ns(since) > (int64_t)period_ms * 1000000) {
        s->began = d->frame->time;
        s->requests = 1;
        return false;
    }
    if (++s->requests <= number)
        return false;
    s->began = d->frame->time;
    s->requests = 0;
    return true;
}

static const struct arp_fact *find_trouble(struct dissect *d, const struct arp *a)
{
    bool storms = pref(d, PREF_STORMS) != 0, duplicates = pref(d, PREF_DUPLICATES) != 0;
    if ((a->op != OP_REQUEST && a->op != OP_REPLY) || d->in_error)
        return NULL;
    struct arp_fact *f = fact_here(d, d->n_layers, sizeof *f);
    if (f == NULL || !d->first_pass)
        return f;
    if (storms && a->op == OP_REQUEST) {
        f->storm_number = pref(d, PREF_STORM_NUMBER);
        f->storm_period = pref(d, PREF_STORM_PERIOD);
        f->storm = too_many_requests(d, f->storm_number, f->storm_period);
    }
    if (!duplicates || !is_mac(a) || !is_ipv4(a))
        return f;
    check_user(d, a->src_hw, a->src_proto, &f->conflicts[OF_SENDER]);
    if (a->op == OP_REPLY && !a->gratuitous && check_user(d, a->dst_hw, a->dst_proto, &f->conflicts[OF_TARGET]))
        f->told = OF_TARGET;
    return f;
}

/* --- fields ----------------------------------------------------------------------------------- */

#define ADDRESS_ROWS(side, hw, mac, ax25, proto, ipv4, who)                       \
    [hw] = { "arp." side ".hw", who " hardware address", FT_BYTES },        \
    [mac] = { "arp." side ".hw_mac", who " MAC address", FT_ETHER },        \
    [ax25] = { "arp." side ".hw_ax25", who " AX.25 address", FT_AX25, .label_fn = ax25_label }, \
    [proto] = { "arp." side ".proto", who " protocol address", FT_BYTES },  \
    [ipv4] = { "arp." side ".proto_ipv4", who " IP address", FT_IPv4 }
static const struct field fields[] = {
    [ARP] = { "arp", "Address Resolution Protocol", FT_PROTOCOL, .suffix = arp_label },
    [HW_TYPE] = { "arp.hw.type", "Hardware type", FT_UINT16, BASE_DEC, 0, 2, .values = &hardware_types },
    [PROTO_TYPE] = { "arp.proto.type", "Protocol type", FT_UINT16, BASE_HEX, 2, 2, .values = &ethertype_values },
    [HW_SIZE] = { "arp.hw.size", "Hardware size", FT_UINT8, BASE_DEC, 4, 1 },
    [PROTO_SIZE] = { "arp.proto.size", "Protocol size", FT_UINT8, BASE_DEC, 5, 1 },
    [OPCODE] = { "arp.opcode", "Opcode", FT_UINT16, BASE_DEC, 6, 2, .values = &arp_opcodes },
    [GRATUITOUS] = { "arp.isgratuitous", "Is gratuitous", FT_BOOLEAN, .flags = GENERATED },
    [PROBE] = { "arp.isprobe", "Is probe", FT_BOOLEAN, .flags = GENERATED },
    [ANNOUNCEMENT] = { "arp.isannouncement", "Is announcement", FT_BOOLEAN, .flags = GENERATED },
    ADDRESS_ROWS("src", SRC_HW, SRC_MAC, SRC_AX25, SRC_PROTO, SRC_IPV4, "Sender"),
    ADDRESS_ROWS("dst", DST_HW, DST_MAC, DST_AX25, DST_PROTO, DST_IPV4, "Target"),
    [DRARP_STATUS] = { "arp.dst.drarp_error_status", "DRARP error status", FT_UINT16, BASE_DEC, .values = &drarp_statuses },
    [STORM_LINE] = { "arp.packet-storm-detected", "ARP packet storm detected", FT_NONE, .label_fn = storm_text },
    [DUPLICATE] = { "", "Duplicate IP address detected", FT_NONE, .flags = GENERATED, .label_fn = duplicate_label },
    [DUPLICATE_FRAME] = { "arp.duplicate-address-frame", "Frame showing earlier use of IP address", FT_FRAMENUM,
                          .flags = GENERATED },
    [DUPLICATE_SECONDS] = { "arp.seconds-since-duplicate-address-frame", "Seconds since earlier frame seen", FT_UINT32, BASE_DEC,
                            .flags = GENERATED },
};
static const struct note_def notes[] = {
    [DUPLICATE_DETECTED] = { "arp.duplicate-address-detected", "Duplicate IP address configured", SEV_WARN, GROUP_SEQUENCE,
                             duplicate_text },
    [STORM_DETECTED] = { "arp.packet-storm-detected", "ARP packet storm detected", SEV_NOTE, GROUP_SEQUENCE, storm_text },
};
static const struct pref prefs[] = {
    [PREF_STORMS] = { "detect_request_storms", "Detect ARP request storms", PREF_BOOL, 0 },
    [PREF_STORM_NUMBER] = { "detect_storm_number_of_packets", "Number of requests to detect during period", PREF_UINT, 30 },
    [PREF_STORM_PERIOD] = { "detect_storm_period", "Detection period (in ms)", PREF_UINT, 100 },
    [PREF_DUPLICATES] = { "detect_duplicate_ips", "Detect duplicate IP address configuration", PREF_BOOL, 1 },
    [PREF_BINDING] = { "register_network_address_binding", "Register network address mappings", PREF_BOOL, 1 },
};

static void address_fields(struct dissect *d, struct cursor c, const struct arp *a)
{
    uint32_t hw = a->hw_len, proto = a->proto_len, at = HEADER;
    if (hw != 0)
        emit_at(d, c, is_mac(a) ? SRC_MAC : is_ax25(a) ? SRC_AX25 : SRC_HW, at, hw);
    if (proto != 0)
        emit_at(d, c, is_ipv4(a) ? SRC_IPV4 : SRC_PROTO, at + hw, proto);
    at += hw + proto;
    if (hw != 0)
        emit_at(d, c, is_mac(a) ? DST_MAC : is_ax25(a) ? DST_AX25 : DST_HW, at, hw);
    if (proto != 0 && a->op != OP_DRARP_ERROR)
        emit_at(d, c, is_ipv4(a) ? DST_IPV4 : DST_PROTO, at + hw, proto);
    else if (proto != 0)
        emit_at(d, c, DRARP_STATUS, at + hw, 1);
}

static void trouble_fields(struct dissect *d, struct cursor c, const struct arp_fact *f)
{
    if (f->storm)
        note_on(d, emit_arg(d, c, STORM_LINE, 0, 0, f), STORM_DETECTED, f);
    up(d);
    for (int i = OF_SENDER; i <= OF_TARGET; i++) {
        const struct conflict *x = &f->conflicts[i];
        if (!x->found)
            continue;
        emit_arg(d, c, DUPLICATE, 0, 0, x);
        down(d);
        note_on(d, emit_value(d, c, DUPLICATE_FRAME, 0, 0, x->frame), DUPLICATE_DETECTED, x);
        emit_value(d, c, DUPLICATE_SECONDS, 0, 0, x->seconds);
        up(d);
        if (i == f->told)
            info_add(d, info_duplicate, x);
    }
    down(d);
}

static void read_kind(struct arp *a, const uint8_t *p)
{
    a->src_hw = p + HEADER;
    a->src_proto = a->src_hw + a->hw_len;
    a->dst_hw = a->src_proto + a->proto_len;
    a->dst_proto = a->dst_hw + a->hw_len;
    bool ask = a->op == OP_REQUEST || a->op == OP_REPLY;
    a->gratuitous = ask && is_ipv4(a) && memcmp(a->src_proto, a->dst_proto, 4) == 0;
    a->announcement = a->gratuitous && a->op == OP_REQUEST && is_mac(a) && all_bytes(a->dst_hw, 6, 0);
    a->probe = ask && !a->gratuitous && a->op == OP_REQUEST && is_ipv4(a) && all_bytes(a->src_proto, 4, 0);
}

static struct verdict arp_run(struct dissect *d, struct cursor c)
{
    struct arp *a = packet_zero(d, sizeof *a);
    set_protocol_column(d, "ARP");
    info_clear(d);
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (c.cap >= 2 && be16(c.p) == HW_ATM)
        return hand_to(&proto_atmarp, 0, c);
    if (h == NULL || a == NULL) {
        emit_protocol(d, c, c.cap, NULL);
        fall_short(d, c, 0, HEADER);
        return done();
    }
    *a = (struct arp){
        .hw_type = be16(h), .proto_type = be16(h + 2), .hw_len = h[4], .proto_len = h[5], .op = be16(h + 6)
    };
    uint32_t len = HEADER + 2u * (a->hw_len + a->proto_len);
    if (c.cap < len) {
        emit_protocol(d, c, c.cap, NULL);
        emit_header(d, c, HEADER);
        fall_short(d, c, 0, len);
        return done();
    }
    if (d->link_used == 0)
        d->link_used = len;
    read_kind(a, h);
    set_protocol_column(d, column_of(a->op));
    info_set(d, info_arp, a);
    emit_protocol(d, c, len, a);
    emit_header(d, c, HEADER);
    if (a->gratuitous)
        emit_value(d, c, GRATUITOUS, 0, 0, 1);
    if (a->probe)
        emit_value(d, c, PROBE, 0, 0, 1);
    if (a->announcement)
        emit_value(d, c, ANNOUNCEMENT, 0, 0, 1);
    address_fields(d, c, a);
    const struct arp_fact *f = find_trouble(d, a);
    if (f != NULL)
        trouble_fields(d, c, f);
    return done();
}

static const struct claim claims[] = { { TABLE_ETHERTYPE, 0x0806 },
                                       { TABLE_ETHERTYPE, 0x8035 },
                                       { TABLE_GRE_PROTO, 0x0806 } };
static const struct protocol *const calls[] = { &proto_atmarp, NULL };

PROTOCOL(arp,
    .name = "arp", .short_name = "ARP/RARP", .long_name = "Address Resolution Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .calls = calls, .run = arp_run, .keeps_state = true
);
