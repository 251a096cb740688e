/* dvmrp.c - Distance Vector Multicast Routing Protocol, RFC 1075 and draft-ietf-idmr-dvmrp-v3.  Claims "igmp.type" 0x13. */
#include "protocols/internet/checksum.h"
#include "protocols/protocol.h"

enum { DVMRP, VERSION, TYPE, CODE_1, CODE_3, CHECKSUM, STATUS, RESERVED, CAPABILITIES, CAP_NETMASK, CAP_SNMP, CAP_MTRACE, CAP_GENID,
       CAP_PRUNE, CAP_LEAF, MINOR, MAJOR, GENERATION, NEIGHBOR, ROUTE, NETMASK, ROUTE_LINE, METRIC, SADDR, MADDR, LIFETIME, LOCAL, THRESHOLD,
       FLAGS, FLAG_TUNNEL, FLAG_SRCROUTE, FLAG_DOWN, FLAG_DISABLED, FLAG_QUERIER, FLAG_LEAF, NEIGHBORS, COMMANDS, COMMAND,
       AFI, COUNT, UNREACHABLE, SPLIT_HORIZON, INFINITY_, DADDR, HOLD };
enum { CHECKSUM_BAD };
enum { V3_HEADER = 8, V1_HEADER = 4, MAJOR_VERSION = 3 };

VALUES(types, { 0x13, "DVMRP" });
VALUES(codes_1, { 1, "Response" }, { 2, "Request" }, { 3, "Non-membership report" }, { 4, "Non-membership cancellation" });
VALUES(codes_3, { 1, "Probe" }, { 2, "Report" }, { 3, "Ask Neighbors" }, { 4, "Neighbors" }, { 5, "Ask Neighbors 2" },
       { 6, "Neighbors 2" }, { 7, "Prune" }, { 8, "Graft" }, { 9, "Graft ACK" });
VALUES(commands, { 0, "NULL" }, { 2, "Address Family Indicator" }, { 3, "Subnetmask" }, { 4, "Metric" }, { 5, "Flags0" },
       { 6, "Infinity" }, { 7, "Destination Address" }, { 8, "Requested Destination Address" }, { 9, "Non-Membership Report" },
       { 10, "Non-Membership Report Cancel" });
VALUES(families, { 2, "IP v4 Family" });

static const struct truth unreachable = { "Destination Unreachable", "NOT Destination Unreachable" };
static const struct truth concealed = { "Split Horizon concealed route", "NOT Split Horizon concealed route" };
static const struct truth netmask_capable = { "Netmask capable", "NOT Netmask capable" };
static const struct truth snmp_capable = { "SNMP capable", "NOT SNMP capable" };
static const struct truth mtrace_capable = { "Multicast Traceroute capable", "NOT Multicast Traceroute capable" };
static const struct truth genid_capable = { "Genid capable", "NOT Genid capable" };
static const struct truth prune_capable = { "Prune capable", "NOT Prune capable" };
static const struct truth leaf = { "Leaf", "NOT Leaf" };

/* --- text ------------------------------------------------------------------------------------- */

/* A network that a report tells of: as many octets of it as the mask needs. */
struct route {
    uint8_t network[4], mask[4];
};

static void route_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct route *r = n->v.arg;
    (void)d;
    if (r == NULL)
        return;
    sb_str(sb, be32(r->network) == 0 ? "Default Route " : "Source Network ");
    sb_ipv4(sb, r->network);
    sb_str(sb, " (netmask ");
    if (be32(r->network) == 0)
        sb_str(sb, "0.0.0.0");
    else
        sb_ipv4(sb, r->mask);
    sb_char(sb, ')');
}

/* RFC 1075, section 3.2: the commands. */
enum { NOTHING, INDICATOR = 2, MASK, SET_METRIC, SET_FLAGS, SET_INFINITY, DESTINATIONS, REQUESTED, REPORTED, CANCELLED };

static void command_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2), *mask = node_bytes(d, n, 2, 4);
    if (p == NULL)
        return;
    const char *family = values_find(&families, p[1]);
    sb_str(sb, p[0] == NOTHING ? "Command: NULL" : values_or(&commands, p[0], "Unknown command"));
    if (p[0] == INDICATOR && family == NULL)
        sb_printf(sb, ": Unknown Family:0x%02x", p[1]);
    else if (p[0] == INDICATOR)
        sb_printf(sb, ": %s", family);
    else if (p[0] == SET_METRIC || p[0] == SET_INFINITY)
        sb_printf(sb, ": %u", p[1]);
    else if (p[0] == SET_FLAGS)
        sb_printf(sb, ": 0x%02x", p[1]);
    else if (p[0] == MASK && p[1] == 0)
        sb_str(sb, ": <no mask supplied>");
    if (p[0] == MASK && p[1] != 0 && mask != NULL) {
        sb_str(sb, ": ");
        sb_ipv4(sb, mask);
    }
}

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *version = arg, code = version[1];
    const char *name = values_find(*version == 1 ? &codes_1 : &codes_3, code);
    (void)d;
    sb_printf(sb, "V%u ", *version);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown Type:0x%02x", code);
}

#define CAPABLE(n, l, m, t) { "dvmrp.cap." n, l, FT_BOOLEAN, BITS_8, .mask = m, .truth = t }
#define FLAG(n, l, m) { "dvmrp.flag." n, l, FT_BOOLEAN, BITS_8, .mask = m }
static const struct field fields[] = {
    [DVMRP] = { "dvmrp", "Distance Vector Multicast Routing Protocol", FT_PROTOCOL },
    [VERSION] = { "dvmrp.version", "DVMRP Version", FT_UINT8, BASE_DEC },
    [TYPE] = { "dvmrp.type", "Type", FT_UINT8, BASE_HEX, .values = &types },
    [CODE_1] = { "dvmrp.v1.code", "Code", FT_UINT8, BASE_HEX, .values = &codes_1 },
    [CODE_3] = { "dvmrp.v3.code", "Code", FT_UINT8, BASE_HEX, .values = &codes_3 },
    [CHECKSUM] = { "dvmrp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },
    [STATUS] = { "dvmrp.checksum.status", "Checksum Status", FT_UINT8, BASE_NONE, .flags = GENERATED, .values = &checksum_states },
    [RESERVED] = { "dvmrp.reserved", "Reserved", FT_UINT16, BASE_HEX },
    [CAPABILITIES] = { "dvmrp.capabilities", "Capabilities", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [CAP_NETMASK] = CAPABLE("netmask", "Netmask", 0x20, &netmask_capable),
    [CAP_SNMP] = CAPABLE("snmp", "SNMP", 0x10, &snmp_capable),
    [CAP_MTRACE] = CAPABLE("mtrace", "Mtrace", 0x8, &mtrace_capable),
    [CAP_GENID] = CAPABLE("genid", "Genid", 0x4, &genid_capable),
    [CAP_PRUNE] = CAPABLE("prune", "Prune", 0x2, &prune_capable),
    [CAP_LEAF] = CAPABLE("leaf", "Leaf", 0x1, &leaf),
    [MINOR] = { "dvmrp.min_ver", "Minor Version", FT_UINT8, BASE_HEX },
    [MAJOR] = { "dvmrp.maj_ver", "Major Version", FT_UINT8, BASE_HEX },
    [GENERATION] = { "dvmrp.genid", "Generation ID", FT_UINT32, BASE_DEC },
    [NEIGHBOR] = { "dvmrp.neighbor", "Neighbor Addr", FT_IPv4 },
    [ROUTE] = { "dvmrp.route", "Route", FT_NONE },
    [NETMASK] = { "dvmrp.netmask", "Netmask", FT_IPv4, BASE_NETMASK },
    [ROUTE_LINE] = { "", "Source Network", FT_NONE, .label_fn = route_line },
    [METRIC] = { "dvmrp.metric", "Metric", FT_UINT8, BASE_DEC },
    [SADDR] = { "dvmrp.saddr", "Source Addr", FT_IPv4 },
    [MADDR] = { "dvmrp.maddr", "Multicast Addr", FT_IPv4 },
    [LIFETIME] = { "dvmrp.lifetime", "Prune lifetime", FT_UINT32, BASE_DEC },
    [LOCAL] = { "dvmrp.local", "Local Addr", FT_IPv4 },
    [THRESHOLD] = { "dvmrp.threshold", "Threshold", FT_UINT8, BASE_DEC },
    [FLAGS] = { "dvmrp.flags", "Flags", FT_NONE },
    [FLAG_TUNNEL] = FLAG("tunnel", "Tunnel", 0x1),
    [FLAG_SRCROUTE] = FLAG("srcroute", "Source Route", 0x2),
    [FLAG_DOWN] = FLAG("down", "Down", 0x10),
    [FLAG_DISABLED] = FLAG("disabled", "Disabled", 0x20),
    [FLAG_QUERIER] = FLAG("querier", "Querier", 0x40),
    [FLAG_LEAF] = FLAG("leaf", "Leaf", 0x80),
    [NEIGHBORS] = { "dvmrp.ncount", "Neighbor Count", FT_UINT8, BASE_DEC },
    [COMMANDS] = { "dvmrp.commands", "Commands", FT_NONE, .label_fn = command_line },
    [COMMAND] = { "dvmrp.command", "Command", FT_UINT8, BASE_HEX, .values = &commands },
    [AFI] = { "dvmrp.afi", "Address Family", FT_UINT8, BASE_HEX, .values = &families },
    [COUNT] = { "dvmrp.count", "Count", FT_UINT8, BASE_HEX },
    [UNREACHABLE] = { "dvmrp.dest_unreach", "Destination Unreachable", FT_BOOLEAN, BITS_8, .mask = 0x1, .truth = &unreachable },
    [SPLIT_HORIZON] = { "dvmrp.split_horiz", "Split Horizon", FT_BOOLEAN, BITS_8, .mask = 0x2, .truth = &concealed },
    [INFINITY_] = { "dvmrp.infinity", "Infinity", FT_UINT8, BASE_DEC },
    [DADDR] = { "dvmrp.daddr", "Dest Addr", FT_IPv4 },
    [HOLD] = { "dvmrp.hold", "Hold Time", FT_UINT32, BASE_DEC },
};
static const struct note_def notes[] = {
    [CHECKSUM_BAD] = { "dvmrp.bad_checksum", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },
};

/* --- version 1 -------------------------------------------------------------------------------- */

static void addresses(struct dissect *d, struct cursor *c, unsigned row, uint32_t count)
{
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        add_item(d, c, row, 4);
        if (row == MADDR)
            add_uint(d, c, HOLD, 4);
    }
}

/* A command, a count or a value, what belongs to it. */
static void command_fields(struct dissect *d, struct cursor *c)
{
    uint32_t command = get8(d, *c, 0), value = get8(d, *c, 1);
    static const uint16_t rows[] = {
        [INDICATOR] = AFI,      [MASK] = COUNT,      [SET_METRIC] = METRIC, [SET_INFINITY] = INFINITY_,
        [DESTINATIONS] = COUNT, [REQUESTED] = COUNT, [REPORTED] = COUNT,    [CANCELLED] = COUNT,
    };
    uint32_t line = emit_at(d, *c, COMMANDS, 0, 2);
    down(d);
    emit_at(d, *c, COMMAND, 0, 1);
    if (command == SET_FLAGS) {
        emit_at(d, *c, UNREACHABLE, 1, 1);
        emit_at(d, *c, SPLIT_HORIZON, 1, 1);
    } else if (command < ARRAY_LEN(rows) && rows[command] != 0) {
        emit_at(d, *c, rows[command], 1, 1);
    }
    cursor_skip(c, 2);
    if (command == MASK)
        addresses(d, c, NETMASK, value);
    else if (command == DESTINATIONS || command == REQUESTED)
        addresses(d, c, DADDR, value);
    else if (command == REPORTED)
        addresses(d, c, MADDR, value);
    else if (command == CANCELLED)
        for (uint32_t i = 0; i < value && d->stop == STOP_NONE; i++)
            add_item(d, c, MADDR, 4);
    up(d);
    set_end(d, line, *c);
}

static void version_1(struct dissect *d, struct cursor c)
{
    cursor_skip(&c, V1_HEADER);
    while (c.wire >= 2 && more(d, &c))
        command_fields(d, &c);
}

/* --- version 3 -------------------------------------------------------------------------------- */

/* A mask whose first octet is left out, since it is 255 but for the default route; then networks, each with a metric, whose
   highest bit is set in the last. */
static void routes(struct dissect *d, struct cursor c)
{
    enum { LAST = 0x80 };
    while (more(d, &c) && need(d, c, 0, 3)) {
        struct route *r = packet_zero(d, sizeof *r);
        if (r == NULL)
            return;
        memcpy(r->mask, (const uint8_t[4]){ 255, c.p[0], c.p[1], c.p[2] }, 4);
        uint32_t octets = c.p[2] != 0 ? 4 : c.p[1] != 0 ? 3 : c.p[0] != 0 ? 2 : 1;
        uint32_t node = emit_at(d, c, ROUTE, 0, 3);
        down(d);
        emit_held(d, c, NETMASK, 0, 3, r->mask, 4);
        cursor_skip(&c, 3);
        for (bool last = false; !last && need(d, c, 0, octets + 1);) {
            struct route *one = packet_copy(d, r, sizeof *r);
            if (one != NULL)
                memcpy(one->network, c.p, octets);
            emit_arg(d, c, ROUTE_LINE, 0, octets, one);
            last = (c.p[octets] & LAST) != 0;
            emit_value(d, c, METRIC, octets, 1, c.p[octets] & 0x7fu);
            cursor_skip(&c, octets + 1);
        }
        up(d);
        set_end(d, node, c);
    }
}

static void neighbors(struct dissect *d, struct cursor c)
{
    while (more(d, &c)) {
        add_item(d, &c, LOCAL, 4);
        add_uint(d, &c, METRIC, 1);
        add_uint(d, &c, THRESHOLD, 1);
        emit_bits(d, c, 0, 1, FLAGS, FLAG_LEAF);
        cursor_skip(&c, 1);
        uint32_t count = (uint32_t)add_uint(d, &c, NEIGHBORS, 1);
        for (uint32_t i = 0; i < count && more(d, &c); i++)
            add_item(d, &c, NEIGHBOR, 4);
    }
}

static void source_and_group(struct dissect *d, struct cursor c, bool prune)
{
    add_item(d, &c, SADDR, 4);
    add_item(d, &c, MADDR, 4);
    if (prune)
        add_uint(d, &c, LIFETIME, 4);
    if (c.wire >= 4)
        add_item(d, &c, NETMASK, 4);
}

static void version_3(struct dissect *d, struct cursor c)
{
    enum { PROBE = 1, REPORT, ASK, TELL, ASK_2, NEIGHBORS_2, PRUNE, GRAFT, GRAFT_ACK };
    uint32_t code = get8(d, c, 1);
    emit_at(d, c, RESERVED, 4, 2);
    if (code == PROBE || code == NEIGHBORS_2)
        emit_bits(d, c, 5, 1, CAPABILITIES, CAP_LEAF);
    emit_at(d, c, MINOR, 6, 1);
    emit_at(d, c, MAJOR, 7, 1);
    cursor_skip(&c, V3_HEADER);
    if (code == PROBE) {
        add_uint(d, &c, GENERATION, 4);
        while (more(d, &c))
            add_item(d, &c, NEIGHBOR, 4);
    } else if (code == REPORT) {
        routes(d, c);
    } else if (code == NEIGHBORS_2) {
        neighbors(d, c);
    } else if (code >= PRUNE && code <= GRAFT_ACK) {
        source_and_group(d, c, code == PRUNE);
    }
}

static struct verdict dvmrp_run(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 0, V1_HEADER))
        return done();
    bool third = c.cap >= V3_HEADER && c.p[7] == MAJOR_VERSION;
    const uint8_t said[2] = { third ? 3 : 1, c.p[1] };
    set_protocol_column(d, "DVMRP");
    info_set(d, info, packet_copy(d, said, sizeof said));
    emit_protocol(d, c, c.cap, NULL);
    emit_value(d, c, VERSION, 0, 0, said[0]);
    emit_at(d, c, TYPE, 0, 1);
    emit_at(d, c, third ? CODE_3 : CODE_1, 1, 1);
    struct checksum found = { .state = CHECKSUM_STATE_UNVERIFIED };
    if (!d->fragmented)
        found = checksum_verify(c, c.wire, 2, 0);
    checksum_emit_both(d, c, 2, CHECKSUM, CHECKSUM_BAD, STATUS, &found);
    if (third)
        version_3(d, c);
    else
        version_1(d, c);
    return done();
}

static const struct claim claims[] = { { TABLE_IGMP_TYPE, 0x13 } };

PROTOCOL(dvmrp,
    .name = "dvmrp", .short_name = "DVMRP", .long_name = "Distance Vector Multicast Routing Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = dvmrp_run
);
