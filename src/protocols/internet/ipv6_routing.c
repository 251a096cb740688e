/* ipv6_routing.c - the routing header of IPv6: types 0 (RFC 2460), 2 (RFC 6275), 3 (RFC 6554), 4 (RFC 8754), 5 and 6
   (RFC 9631).  Claims ip.proto 43. */
#include "protocols/protocol.h"

#include "base/map.h"
#include "protocols/internet/ip_proto.h"
#include "protocols/internet/ipv6.h"

enum { ROUTING, NXT, LEN, OCTETS, TYPE, SEGLEFT, UNKNOWN_DATA, SRC_RESERVED, SRC_ADDR, MIP_RESERVED, MIP_ADDR, RPL_CMPRI, RPL_CMPRE,
       RPL_PAD, RPL_RESERVED, RPL_COUNT, RPL_ADDRESS, RPL_FULL, SRH_LAST, SRH_FLAGS, SRH_TAG, SRH_ADDR, CRH_LIST, CRH16_CURRENT,
       CRH32_CURRENT, CRH16_SID, CRH32_SID };
enum { INVALID_LENGTH, INVALID_SEGLEFT_MOST, INVALID_SEGLEFT_ONE, UNDECODED, DEPRECATED, LIST_MULTICAST, LIST_SOURCE, LIST_DESTINATION,
       RESERVED_NOT_0, COUNT_NEGATIVE, PAD_NOT_0, TO_MULTICAST, LIST_TWICE };
enum { SOURCE_ROUTE = 0, HOME = 2, RPL = 3, SEGMENTS = 4, COMPACT_16 = 5, COMPACT_32 = 6 };

VALUES(types,
    { 0, "Source Route" }, { 1, "Nimrod" }, { 2, "Type 2 Routing" }, { 3, "RPL Source Route" },
    { 4, "Segment Routing" }, { 5, "Compact Routing Header 16" }, { 6, "Compact Routing Header 32" },
    { 253, "Experiment 1" }, { 254, "Experiment 2" });

static void routing_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = n->len >= 3 ? node_bytes(d, n, 0, 3) : NULL;
    if (h == NULL)
        return;
    const char *name = values_find(&types, h[2]);
    if (name != NULL)
        sb_printf(sb, " (%s)", name);
    else
        sb_printf(sb, " (Unknown type %u)", h[2]);
}

static void octets_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, " bytes");
}

/* "Address[1]: 2001:db8::1"; annotated with the address and its place in the list. */
struct listed {
    uint32_t number;
    uint8_t address[16];
};

static void address_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct listed *l = annotation(d, n);
    if (l == NULL)
        return;
    sb_printf(sb, "Address[%u]: ", l->number);
    sb_address_both(sb, d, (struct address){ ADDR_IPv6, 16, l->address });
}

static void sid_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *number = annotation(d, n);
    sb_printf(sb, "SID[%u] = %u", number != NULL ? *number : 0, (unsigned)n->v.u);
}

static void count_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *type_and_count = n->v.arg;
    (void)d;
    if (type_and_count == NULL)
        return;
    sb_str(sb, "IPv6 ");
    if (type_and_count[0] == RPL)
        sb_str(sb, "RPL");
    else
        sb_printf(sb, "Type %u", type_and_count[0]);
    sb_printf(sb, " Routing Header segments left field must not exceed address count (%u)", type_and_count[1]);
}

static void reserved_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *value = n->v.arg;
    (void)d;
    sb_printf(sb, "Reserved field must equal 0 but instead was %u", value != NULL ? *value : 0);
}

static void negative_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const int32_t *value = n->v.arg;
    (void)d;
    sb_printf(sb, "Calculated total address count must be greater than or equal to 0, instead was %d",
              value != NULL ? *value : 0);
}

static void pad_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *value = n->v.arg;
    (void)d;
    sb_printf(sb, "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was %u",
              value != NULL ? *value : 0);
}

static const struct field fields[] = {
    [ROUTING] = { "ipv6.routing", "Routing Header for IPv6", FT_PROTOCOL, .suffix = routing_label },
    [NXT] = { "ipv6.routing.nxt", "Next Header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [LEN] = { "ipv6.routing.len", "Length", FT_UINT8, BASE_DEC },
    [OCTETS] = { "ipv6.routing.len_oct", "Length", FT_UINT16, BASE_DEC, .flags = GENERATED, .suffix = octets_suffix },
    [TYPE] = { "ipv6.routing.type", "Type", FT_UINT8, BASE_DEC, .values = &types },
    [SEGLEFT] = { "ipv6.routing.segleft", "Segments Left", FT_UINT8, BASE_DEC },
    [UNKNOWN_DATA] = { "ipv6.routing.unknown_data", "Type-Specific Data", FT_BYTES },
    [SRC_RESERVED] = { "ipv6.routing.src.reserved", "Reserved", FT_BYTES },
    [SRC_ADDR] = { "ipv6.routing.src.addr", "Address", FT_IPv6, .label_fn = address_label },
    [MIP_RESERVED] = { "ipv6.routing.mipv6.reserved", "Reserved", FT_BYTES },
    [MIP_ADDR] = { "ipv6.routing.mipv6.home_address", "Home Address", FT_IPv6, .label_fn = address_label },
    [RPL_CMPRI] = { "ipv6.routing.rpl.cmprI", "Compressed Internal Octets (CmprI)", FT_UINT32, BASE_DEC, .mask = 0xf0000000 },
    [RPL_CMPRE] = { "ipv6.routing.rpl.cmprE", "Compressed Final Octets (CmprE)", FT_UINT32, BASE_DEC, .mask = 0x0f000000 },
    [RPL_PAD] = { "ipv6.routing.rpl.pad", "Padding Bytes", FT_UINT32, BASE_DEC, .mask = 0x00f00000 },
    [RPL_RESERVED] = { "ipv6.routing.rpl.reserved", "Reserved", FT_UINT32, BASE_DEC, .mask = 0x000fffff },
    [RPL_COUNT] = { "ipv6.routing.rpl.addr_count", "Total Address Count", FT_INT32, BASE_DEC, .flags = GENERATED },
    [RPL_ADDRESS] = { "ipv6.routing.rpl.address", "Address", FT_BYTES },
    [RPL_FULL] = { "ipv6.routing.rpl.full_address", "Full Address", FT_IPv6, .flags = GENERATED, .label_fn = address_label },
    [SRH_LAST] = { "ipv6.routing.srh.last_entry", "Last Entry", FT_UINT8, BASE_DEC },
    [SRH_FLAGS] = { "ipv6.routing.srh.flags", "Flags", FT_UINT8, BASE_HEX },
    [SRH_TAG] = { "ipv6.routing.srh.tag", "Tag", FT_BYTES },
    [SRH_ADDR] = { "ipv6.routing.srh.addr", "Address", FT_IPv6, .label_fn = address_label },
    [CRH_LIST] = { "", "Segment Identifiers", FT_NONE },
    [CRH16_CURRENT] = { "ipv6.routing.crh16.current_sid", "Current SID", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [CRH32_CURRENT] = { "ipv6.routing.crh32.current_sid", "Current SID", FT_UINT32, BASE_DEC, .flags = GENERATED },
    [CRH16_SID] = { "ipv6.routing.crh16.sid", "Segment ID", FT_UINT16, BASE_DEC, .label_fn = sid_label },
    [CRH32_SID] = { "ipv6.routing.crh32.sid", "Segment ID", FT_UINT32, BASE_DEC, .label_fn = sid_label },
};
static const struct note_def notes[] = {
    [INVALID_LENGTH] = { "ipv6.routing.invalid_length", "IPv6 Type 2 Routing Header extension header length must equal 2", SEV_ERROR,
                         GROUP_MALFORMED },
    [INVALID_SEGLEFT_MOST] = { "ipv6.routing.invalid_segleft",
                               "IPv6 Routing Header segments left field must not exceed address count", SEV_WARN, GROUP_PROTOCOL,
                               count_text },
    [INVALID_SEGLEFT_ONE] = { "ipv6.routing.invalid_segleft", "IPv6 Type 2 Routing Header segments left field must equal 1", SEV_WARN,
                              GROUP_PROTOCOL },
    [UNDECODED] = { "ipv6.routing.undecoded", "Undecoded IPv6 routing header field", SEV_NOTE, GROUP_UNDECODED },
    [DEPRECATED] = { "ipv6.routing.deprecated", "Routing header type is deprecated", SEV_NOTE, GROUP_DEPRECATED },
    [LIST_MULTICAST] = { "ipv6.src_route_list.multicast_addr", "Multicast addresses must not appear in the source route list", SEV_WARN,
                         GROUP_PROTOCOL },
    [LIST_SOURCE] = { "ipv6.src_route_list.src_addr", "Source address must not appear in the source route list", SEV_WARN,
                      GROUP_PROTOCOL },
    [LIST_DESTINATION] = { "ipv6.src_route_list.dst_addr", "Destination address must not appear in the source route list", SEV_WARN,
                           GROUP_PROTOCOL },
    [RESERVED_NOT_0] = { "ipv6.routing.rpl.reserved_not0", "Reserved field must equal 0 but instead was X", SEV_NOTE, GROUP_PROTOCOL,
                         reserved_text },
    [COUNT_NEGATIVE] = { "ipv6.routing.rpl.addr_count_ge0",
                         "Calculated total address count must be greater than or equal to 0, instead was X", SEV_ERROR, GROUP_MALFORMED,
                         negative_text },
    [PAD_NOT_0] = { "ipv6.routing.rpl.cmprI_cmprE_pad",
                    "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was X", SEV_WARN, GROUP_PROTOCOL, pad_text },
    [TO_MULTICAST] = { "ipv6.dst_addr.not_multicast", "Destination address must not be a multicast address", SEV_WARN,
                       GROUP_PROTOCOL },
    [LIST_TWICE] = { "ipv6.src_route_list.mult_inst_same_addr",
                     "Multiple instances of the same address must not appear in the source route list", SEV_WARN, GROUP_PROTOCOL },
};

/* The header at hand. */
struct routing {
    struct cursor c;     /* behind the four bytes that all types have */
    uint32_t type, left; /* segments */
    uint32_t segleft_node, length_node;
};

static void final_destination(struct dissect *d, const struct routing *r, const uint8_t *address)
{
    if (r->left != 0 && d->stop == STOP_NONE && address != NULL)
        set_address(&d->dst, &d->net_dst, ADDR_IPv6, 16, address);
}

static uint32_t add_address(struct dissect *d, struct cursor *c, unsigned row, uint32_t number)
{
    const uint8_t *p = cursor_peek(*c, 0, 16);
    uint32_t n = add_item(d, c, row, 16);
    struct listed *l = p != NULL && n != NO_NODE ? packet_zero(d, sizeof *l) : NULL;
    if (l != NULL) {
        l->number = number;
        memcpy(l->address, p, 16);
        annotate(d, n, l);
    }
    return n;
}

static void too_many_segments(struct dissect *d, const struct routing *r, uint32_t count)
{
    uint32_t type_and_count[2] = { r->type, count };
    if (r->left > count)
        note_on(d, r->segleft_node, INVALID_SEGLEFT_MOST, packet_copy(d, type_and_count, sizeof type_and_count));
}

static void source_route(struct dissect *d, struct routing *r)
{
    uint32_t count = r->c.wire >= 4 ? (r->c.wire - 4) / 16 : 0;
    too_many_segments(d, r, count);
    add_item(d, &r->c, SRC_RESERVED, 4);
    const uint8_t *last = NULL;
    for (uint32_t i = 1; i <= count && d->stop == STOP_NONE; i++) {
        last = r->c.p;
        uint32_t n = add_address(d, &r->c, SRC_ADDR, i);
        if (d->stop == STOP_NONE && last[0] == 0xff)
            note_on(d, n, LIST_MULTICAST, NULL);
    }
    final_destination(d, r, last);
}

static void home_address(struct dissect *d, struct routing *r)
{
    add_item(d, &r->c, MIP_RESERVED, 4);
    const uint8_t *home = r->c.p;
    add_address(d, &r->c, MIP_ADDR, 1);
    final_destination(d, r, home);
}

static void segments(struct dissect *d, struct routing *r)
{
    uint32_t count = get8(d, r->c, 0) + 1u, room = r->c.wire >= 4 ? (r->c.wire - 4) / 16 : 0;
    too_many_segments(d, r, room);
    add_item(d, &r->c, SRH_LAST, 1);
    add_item(d, &r->c, SRH_FLAGS, 1);
    add_item(d, &r->c, SRH_TAG, 2);
    const uint8_t *first = cursor_peek(r->c, 0, 16);
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++)
        add_address(d, &r->c, SRH_ADDR, i);
    final_destination(d, r, first);
}

/* The addresses of a list so far, by their hashes: one of 255 times 8 bytes, a byte or more each, has no more. */
enum { LISTED_MAX = 2048, LISTED_SLOTS = 2 * LISTED_MAX };

/* True if the address has been there before; `slots` NULL: nobody asks. */
static bool seen_before(const struct listed **slots, const struct listed *l)
{
    if (slots == NULL)
        return false;
    uint32_t at = (uint32_t)hash_bytes(l->address, 16, 0) % LISTED_SLOTS;
    while (slots[at] != NULL && memcmp(slots[at]->address, l->address, 16) != 0)
        at = (at + 1) % LISTED_SLOTS;
    bool before = slots[at] != NULL;
    slots[at] = l;
    return before;
}

/* RFC 6554 section 3 and 4.2. */
static void check_listed(struct dissect *d, uint32_t node, const struct listed **slots, const struct listed *l)
{
    if (d->net_src.len == 16 && memcmp(l->address, d->net_src.bytes, 16) == 0)
        note_on(d, node, LIST_SOURCE, NULL);
    if (d->net_dst.len == 16 && memcmp(l->address, d->net_dst.bytes, 16) == 0)
        note_on(d, node, LIST_DESTINATION, NULL);
    if (l->address[0] == 0xff)
        note_on(d, node, LIST_MULTICAST, NULL);
    if (seen_before(slots, l))
        note_on(d, node, LIST_TWICE, NULL);
}

/* RFC 6554: addresses without the bytes that they share with the destination. */
static void rpl_addresses(struct dissect *d, struct routing *r, int32_t count, uint32_t internal, uint32_t final)
{
    const uint8_t *last = NULL;
    const struct listed **slots = ipv6_strict_rpl(d) && !silent(d) ? packet_zero(d, LISTED_SLOTS * sizeof *slots)
                                                                   : NULL;
    if (count > LISTED_MAX)
        count = LISTED_MAX;
    for (int32_t i = 1; i <= count && d->stop == STOP_NONE; i++) {
        uint32_t shared = i < count ? internal : final;
        const uint8_t *p = cursor_peek(r->c, 0, 16 - shared);
        struct listed *l = p != NULL ? packet_zero(d, sizeof *l) : NULL;
        emit_at(d, r->c, RPL_ADDRESS, 0, 16 - shared);
        if (l == NULL)
            return;
        l->number = (uint32_t)i;
        if (d->net_dst.len == 16)
            memcpy(l->address, d->net_dst.bytes, shared);
        memcpy(l->address + shared, p, 16 - shared);
        uint32_t n = emit_held(d, r->c, RPL_FULL, 0, 16 - shared, l->address, 16);
        annotate(d, n, l);
        check_listed(d, n, slots, l);
        last = l->address;
        cursor_skip(&r->c, 16 - shared);
    }
    final_destination(d, r, last);
}

static void rpl_route(struct dissect *d, struct routing *r)
{
    uint32_t word = get32(d, r->c, 0), internal = word >> 28, final = word >> 24 & 15, pad = word >> 20 & 15,
             reserved = word & 0xfffff;
    int32_t space = (int32_t)r->c.wire - 4 - (int32_t)pad - (16 - (int32_t) final);
    int32_t count = (space < 0 ? -((-space + 15 - (int32_t)internal) / (16 - (int32_t)internal))
                               : space / (16 - (int32_t)internal)) +
                    1;
    too_many_segments(d, r, count < 0 ? 0 : (uint32_t)count);
    if (d->net_dst.len == 16 && d->net_dst.bytes[0] == 0xff)
        note_on(d, NO_NODE, TO_MULTICAST, NULL);
    emit_at(d, r->c, RPL_CMPRI, 0, 4);
    emit_at(d, r->c, RPL_CMPRE, 0, 4);
    uint32_t n = emit_at(d, r->c, RPL_PAD, 0, 4);
    if (internal == 0 && final == 0 && pad != 0)
        note_on(d, n, PAD_NOT_0, packet_copy(d, &pad, sizeof pad));
    n = emit_at(d, r->c, RPL_RESERVED, 0, 4);
    if (reserved != 0)
        note_on(d, n, RESERVED_NOT_0, packet_copy(d, &reserved, sizeof reserved));
    n = emit_value(d, r->c, RPL_COUNT, 0, 2, (uint64_t)(int64_t)count);
    if (count < 0)
        note_on(d, n, COUNT_NEGATIVE, packet_copy(d, &count, sizeof count));
    cursor_skip(&r->c, 4);
    rpl_addresses(d, r, count, internal, final);
}

static void compact_route(struct dissect *d, struct routing *r, uint32_t size)
{
    bool small = size == 2;
    uint32_t at = r->left * size;
    if (!need(d, r->c, at, size))
        return;
    emit_at(d, r->c, small ? CRH16_CURRENT : CRH32_CURRENT, at, size);
    emit_at(d, r->c, CRH_LIST, 0, r->c.wire);
    down(d);
    for (uint32_t i = 0; more(d, &r->c) && r->c.wire >= size; i++) {
        if ((small ? get16(d, r->c, 0) : get32(d, r->c, 0)) == 0)
            break;  /* no SID is 0: padding to eight bytes */
        uint32_t n = add_item(d, &r->c, small ? CRH16_SID : CRH32_SID, size);
        annotate(d, n, packet_copy(d, &i, sizeof i));
    }
    up(d);
}

static void by_type(struct dissect *d, struct routing *r)
{
    switch (r->type) {
    case SOURCE_ROUTE: source_route(d, r); break;
    case HOME: home_address(d, r); break;
    case RPL: rpl_route(d, r); break;
    case SEGMENTS: segments(d, r); break;
    case COMPACT_16: compact_route(d, r, 2); break;
    case COMPACT_32: compact_route(d, r, 4); break;
    default: {
        uint32_t n = emit_at(d, r->c, UNKNOWN_DATA, 0, r->c.wire);
        note_on(d, n, UNDECODED, NULL);
    }
    }
}

static struct verdict routing_run(struct dissect *d, struct cursor c)
{
    struct routing r = { .c = c };
    info_separated(d, ", ", info_constant, "IPv6 routing");
    if (ipv6_extension(d))
        down(d);
    uint32_t top = emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, NXT, 0, 1);
    uint32_t words = get8(d, c, 1), len = (words + 1) * 8;
    r.length_node = emit_at(d, c, LEN, 1, 1);
    r.type = get8(d, c, 2);
    if (words != 2 && r.type == HOME && d->stop == STOP_NONE)
        note_on(d, r.length_node, INVALID_LENGTH, NULL);
    emit_value(d, c, OCTETS, 1, 1, len);
    uint32_t n = emit_at(d, c, TYPE, 2, 1);
    r.left = get8(d, c, 3);
    if (r.type == SOURCE_ROUTE && cursor_peek(c, 0, len) != NULL)
        note_on(d, n, DEPRECATED, NULL);
    r.segleft_node = emit_at(d, c, SEGLEFT, 3, 1);
    if (d->stop != STOP_NONE)
        return done();
    if (r.type == HOME && r.left != 1)
        note_on(d, r.segleft_node, INVALID_SEGLEFT_ONE, NULL);
    cursor_limit(&r.c, len);
    cursor_take(&r.c, 4);
    by_type(d, &r);
    if (d->stop != STOP_NONE)
        return done();
    const uint8_t *next = c.p;
    if (!need(d, cursor_part(c, len), 0, len))
        return done();
    c = cursor_at(c, len);
    set_end(d, top, c);
    return ipv6_go_on(d, c, next);
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_ROUTING } };
static const uint8_t hands_to[] = { TABLE_IP_PROTO };

PROTOCOL(ipv6_routing,
    .name = "ipv6.routing", .short_name = "IPv6 Routing", .long_name = "Routing Header for IPv6",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .run = routing_run
);
