/* color.c - the standard rules as tables of tests over fields.  A rule is a list of alternatives, each
   a run of tests that must all hold; a test with `or_else` starts the next alternative. */
#include "output/color.h"

#include "base/base.h"
#include "dissect/label.h"

enum color_op {
    HAS,       /* the field occurs */
    LACKS,     /* it does not */
    EQUAL,     /* some occurrence has the value a */
    UNEQUAL,   /* it occurs, and no occurrence has the value a */
    BETWEEN,   /* some occurrence is from a to b */
    BITS,      /* some occurrence has one of the bits a */
    NETWORK,   /* some IPv4 occurrence is in a/b (address, mask) */
    OUTSIDE,   /* it occurs, and no IPv4 occurrence is in a/b */
    FIRST_BYTE /* the first byte of some occurrence has one of the bits a */
};

struct color_test {
    bool or_else;
    uint8_t op;
    const char *field;
    uint32_t a, b;
};

#define OR true
#define AND false
#define RULE_TESTS(ident, ...) static const struct color_test ident[] = { __VA_ARGS__ }

RULE_TESTS(bad_tcp, { OR, HAS, "tcp.analysis.flags", 0, 0 }, { AND, LACKS, "tcp.analysis.window_update", 0, 0 },
           { AND, LACKS, "tcp.analysis.keep_alive", 0, 0 }, { AND, LACKS, "tcp.analysis.keep_alive_ack", 0, 0 });
RULE_TESTS(hsrp_change, { OR, UNEQUAL, "hsrp.state", 8, 0 }, { AND, UNEQUAL, "hsrp.state", 16, 0 });
RULE_TESTS(stp_change, { OR, EQUAL, "stp.type", 0x80, 0 });
RULE_TESTS(ospf_change, { OR, UNEQUAL, "ospf.msg", 1, 0 });
RULE_TESTS(icmp_errors, { OR, BETWEEN, "icmp.type", 3, 5 }, { OR, EQUAL, "icmp.type", 11, 0 },
           { OR, BETWEEN, "icmpv6.type", 1, 4 });
RULE_TESTS(is_arp, { OR, HAS, "arp", 0, 0 });
RULE_TESTS(is_icmp, { OR, HAS, "icmp", 0, 0 }, { OR, HAS, "icmpv6", 0, 0 });
RULE_TESTS(is_reset, { OR, EQUAL, "tcp.flags.reset", 1, 0 });
RULE_TESTS(sctp_abort, { OR, EQUAL, "sctp.chunk_type", 6, 0 });
RULE_TESTS(low_ttl, { OR, OUTSIDE, "ip.dst", 0xe0000000, 0xf0000000 }, { AND, BETWEEN, "ip.ttl", 0, 4 },
           { AND, LACKS, "pim", 0, 0 }, { AND, LACKS, "ospf", 0, 0 }, { OR, NETWORK, "ip.dst", 0xe0000000, 0xffffff00 },
           { AND, OUTSIDE, "ip.dst", 0xe00000fb, 0xffffffff }, { AND, UNEQUAL, "ip.ttl", 1, 0 },
           { AND, LACKS, "vrrp", 0, 0 }, { AND, LACKS, "carp", 0, 0 });
RULE_TESTS(bad_checksum, { OR, EQUAL, "eth.fcs.status", 0, 0 }, { OR, EQUAL, "ip.checksum.status", 0, 0 },
           { OR, EQUAL, "tcp.checksum.status", 0, 0 }, { OR, EQUAL, "udp.checksum.status", 0, 0 },
           { OR, EQUAL, "sctp.checksum.status", 0, 0 }, { OR, EQUAL, "mstp.checksum.status", 0, 0 },
           { OR, EQUAL, "cdp.checksum.status", 0, 0 }, { OR, EQUAL, "edp.checksum.status", 0, 0 },
           { OR, EQUAL, "wlan.fcs.status", 0, 0 }, { OR, EQUAL, "stt.checksum.status", 0, 0 });
RULE_TESTS(is_smb, { OR, HAS, "smb", 0, 0 }, { OR, HAS, "nbss", 0, 0 }, { OR, HAS, "nbns", 0, 0 },
           { OR, HAS, "netbios", 0, 0 });
RULE_TESTS(is_http, { OR, HAS, "http", 0, 0 }, { OR, EQUAL, "tcp.port", 80, 0 }, { OR, HAS, "http2", 0, 0 });
RULE_TESTS(is_dcerpc, { OR, HAS, "dcerpc", 0, 0 });
RULE_TESTS(is_routing, { OR, HAS, "hsrp", 0, 0 }, { OR, HAS, "eigrp", 0, 0 }, { OR, HAS, "ospf", 0, 0 },
           { OR, HAS, "bgp", 0, 0 }, { OR, HAS, "cdp", 0, 0 }, { OR, HAS, "vrrp", 0, 0 }, { OR, HAS, "carp", 0, 0 },
           { OR, HAS, "gvrp", 0, 0 }, { OR, HAS, "igmp", 0, 0 }, { OR, HAS, "ismp", 0, 0 });
RULE_TESTS(syn_fin, { OR, BITS, "tcp.flags", 2, 0 }, { OR, EQUAL, "tcp.flags.fin", 1, 0 });
RULE_TESTS(is_tcp, { OR, HAS, "tcp", 0, 0 });
RULE_TESTS(is_udp, { OR, HAS, "udp", 0, 0 });
RULE_TESTS(is_broadcast, { OR, FIRST_BYTE, "eth", 1, 0 });
RULE_TESTS(system_event, { OR, HAS, "systemd_journal", 0, 0 }, { OR, HAS, "sysdig", 0, 0 });

#define TESTS(t) t, ARRAY_LEN(t)

/* Colours as 8-bit red, green, blue: background, then text. */
static const struct color_rule rules[] = {
    { "Bad TCP", "tcp.analysis.flags && !tcp.analysis.window_update && !tcp.analysis.keep_alive && !tcp.analysis.keep_alive_ack",
      { 18, 39, 46 }, { 247, 135, 135 }, TESTS(bad_tcp) },
    { "HSRP State Change", "hsrp.state != 8 && hsrp.state != 16", { 18, 39, 46 }, { 255, 252, 156 }, TESTS(hsrp_change) },
    { "Spanning Tree Topology  Change", "stp.type == 0x80", { 18, 39, 46 }, { 255, 252, 156 }, TESTS(stp_change) },
    { "OSPF State Change", "ospf.msg != 1", { 18, 39, 46 }, { 255, 252, 156 }, TESTS(ospf_change) },
    { "ICMP errors", "icmp.type in { 3..5, 11 } || icmpv6.type in { 1..4 }", { 18, 39, 46 }, { 183, 247, 116 }, TESTS(icmp_errors) },
    { "ARP", "arp", { 250, 240, 215 }, { 18, 39, 46 }, TESTS(is_arp) },
    { "ICMP", "icmp || icmpv6", { 252, 224, 255 }, { 18, 39, 46 }, TESTS(is_icmp) },
    { "TCP RST", "tcp.flags.reset eq 1", { 164, 0, 0 }, { 255, 252, 156 }, TESTS(is_reset) },
    { "SCTP ABORT", "sctp.chunk_type eq ABORT", { 164, 0, 0 }, { 255, 252, 156 }, TESTS(sctp_abort) },
    { "TTL low or unexpected",
      "(ip.dst != 224.0.0.0/4 && ip.ttl < 5 && !pim && !ospf) || (ip.dst == 224.0.0.0/24 && ip.dst != 224.0.0.251 && ip.ttl != 1 "
      "&& !(vrrp || carp))",
      { 164, 0, 0 }, { 236, 240, 235 }, TESTS(low_ttl) },
    { "Checksum Errors",
      "eth.fcs.status==\"Bad\" || ip.checksum.status==\"Bad\" || tcp.checksum.status==\"Bad\" || udp.checksum.status==\"Bad\" || "
      "sctp.checksum.status==\"Bad\" || mstp.checksum.status==\"Bad\" || cdp.checksum.status==\"Bad\" || "
      "edp.checksum.status==\"Bad\" || wlan.fcs.status==\"Bad\" || stt.checksum.status==\"Bad\"",
      { 18, 39, 46 }, { 247, 135, 135 }, TESTS(bad_checksum) },
    { "SMB", "smb || nbss || nbns || netbios", { 254, 255, 208 }, { 18, 39, 46 }, TESTS(is_smb) },
    { "HTTP", "http || tcp.port == 80 || http2", { 228, 255, 199 }, { 18, 39, 46 }, TESTS(is_http) },
    { "DCERPC", "dcerpc", { 199, 151, 255 }, { 18, 39, 46 }, TESTS(is_dcerpc) },
    { "Routing", "hsrp || eigrp || ospf || bgp || cdp || vrrp || carp || gvrp || igmp || ismp", { 255, 243, 214 }, { 18, 39, 46 },
      TESTS(is_routing) },
    { "TCP SYN/FIN", "tcp.flags & 0x02 || tcp.flags.fin == 1", { 160, 160, 160 }, { 18, 39, 46 }, TESTS(syn_fin) },
    { "TCP", "tcp", { 231, 230, 255 }, { 18, 39, 46 }, TESTS(is_tcp) },
    { "UDP", "udp", { 218, 238, 255 }, { 18, 39, 46 }, TESTS(is_udp) },
    { "Broadcast", "eth[0] & 1", { 255, 255, 255 }, { 186, 189, 182 }, TESTS(is_broadcast) },
    { "System Event", "systemd_journal || sysdig", { 230, 230, 230 }, { 44, 111, 154 }, TESTS(system_event) },
};

void color_needs(struct wanted *w)
{
    for (size_t r = 0; r < ARRAY_LEN(rules); r++)
        for (uint32_t i = 0; i < rules[r].n_tests; i++) {
            uint32_t count, first = registry_find(rules[r].tests[i].field, &count);
            for (uint32_t k = first; k < first + count; k++)
                wanted_field(w, registry_by_name[k]);
        }
}

static const char *name_of(const struct node *n)
{
    const struct note_def *note = registry_note(n->field);
    return note != NULL ? note->name : registry_field(n->field)->name;
}

static bool in_network(const struct dissect *d, const struct node *n, const struct color_test *t)
{
    uint32_t len;
    const uint8_t *p = node_value(d, n, &len);
    return p != NULL && len == 4 && (be32(p) & t->b) == t->a;
}

/* One occurrence, for the tests that some occurrence must pass (or, UNEQUAL and OUTSIDE, that one may fail). */
static bool occurrence_passes(const struct dissect *d, const struct node *n, const struct color_test *t)
{
    const uint8_t *first;
    switch (t->op) {
    case EQUAL:
    case UNEQUAL: return n->v.u == t->a;
    case BETWEEN: return n->v.u >= t->a && n->v.u <= t->b;
    case BITS: return (n->v.u & t->a) != 0;
    case NETWORK:
    case OUTSIDE: return in_network(d, n, t);
    case FIRST_BYTE: first = node_bytes(d, n, 0, 1); return first != NULL && (*first & t->a) != 0;
    default: return true;
    }
}

static bool test_holds(const struct dissect *d, const struct color_test *t)
{
    bool found = false, passed = false;
    for (uint32_t i = 0; i < d->tree.count && !passed; i++) {
        const struct node *n = &d->tree.nodes[i];
        if (strcmp(name_of(n), t->field) != 0)
            continue;
        found = true;
        passed = occurrence_passes(d, n, t);
    }
    if (t->op == LACKS)
        return !found;
    return t->op == UNEQUAL || t->op == OUTSIDE ? found && !passed : passed;
}

static bool rule_holds(const struct dissect *d, const struct color_rule *r)
{
    for (uint32_t i = 0; i < r->n_tests;) {
        bool all = true;
        do
            all = all && test_holds(d, &r->tests[i]);
        while (++i < r->n_tests && !r->tests[i].or_else);
        if (all)
            return true;
    }
    return false;
}

const struct color_rule *color_of(const struct thr_packet *packet)
{
    for (size_t r = 0; r < ARRAY_LEN(rules); r++)
        if (rule_holds(&packet->d, &rules[r]))
            return &rules[r];
    return NULL;
}

/* Nearest of the 6x6x6 cube and the grey ramp of 256-colour terminals. */
static unsigned nearest(const uint8_t c[3])
{
    if (c[0] == c[1] && c[1] == c[2] && c[0] > 8 && c[0] < 238)
        return 232 + (c[0] - 8u) / 10;
    unsigned v = 16;
    static const unsigned weights[3] = { 36, 6, 1 };
    for (int i = 0; i < 3; i++)
        v += weights[i] * (c[i] < 48 ? 0 : c[i] < 115 ? 1 : (c[i] - 35u) / 40);
    return v;
}

void sb_color(struct strbuf *sb, const struct color_rule *rule, bool true_color)
{
    const uint8_t *f = rule->foreground, *b = rule->background;
    if (true_color)
        sb_printf(sb, "\033[38;2;%u;%u;%um\033[48;2;%u;%u;%um", f[0], f[1], f[2], b[0], b[1], b[2]);
    else
        sb_printf(sb, "\033[38;5;%um\033[48;5;%um", nearest(f), nearest(b));
}
