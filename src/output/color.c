/* color.c - rules that were written, in the program or by the user, as display filters; and colours of terminals. */
#include "output/color.h"

#include "base/base.h"
#include "session/saved.h"

#include <stdlib.h>

/* Wireshark's standard rules.  Colours as 8-bit red, green, blue: background, then text. */
static const struct {
    const char *name, *filter;
    uint8_t background[3], foreground[3];
} standard[] = {
    { "Bad TCP",
      "tcp.analysis.flags && !tcp.analysis.window_update && !tcp.analysis.keep_alive && !tcp.analysis.keep_alive_ack",
      { 18, 39, 46 },
      { 247, 135, 135 } },
    { "HSRP State Change", "hsrp.state != 8 && hsrp.state != 16", { 18, 39, 46 }, { 255, 252, 156 } },
    { "Spanning Tree Topology  Change", "stp.type == 0x80", { 18, 39, 46 }, { 255, 252, 156 } },
    { "OSPF State Change", "ospf.msg != 1", { 18, 39, 46 }, { 255, 252, 156 } },
    { "ICMP errors", "icmp.type in { 3..5, 11 } || icmpv6.type in { 1..4 }", { 18, 39, 46 }, { 183, 247, 116 } },
    { "ARP", "arp", { 250, 240, 215 }, { 18, 39, 46 } },
    { "ICMP", "icmp || icmpv6", { 252, 224, 255 }, { 18, 39, 46 } },
    { "TCP RST", "tcp.flags.reset eq 1", { 164, 0, 0 }, { 255, 252, 156 } },
    { "SCTP ABORT", "sctp.chunk_type eq ABORT", { 164, 0, 0 }, { 255, 252, 156 } },
    { "TTL low or unexpected",
      "(ip.dst != 224.0.0.0/4 && ip.ttl < 5 && !pim && !ospf) || (ip.dst == 224.0.0.0/24 && ip.dst != 224.0.0.251 && ip.ttl != 1 "
      "&& !(vrrp || carp))",
      { 164, 0, 0 },
      { 236, 240, 235 } },
    { "Checksum Errors",
      "eth.fcs.status==\"Bad\" || ip.checksum.status==\"Bad\" || tcp.checksum.status==\"Bad\" || udp.checksum.status==\"Bad\" || "
      "sctp.checksum.status==\"Bad\" || mstp.checksum.status==\"Bad\" || cdp.checksum.status==\"Bad\" || "
      "edp.checksum.status==\"Bad\" || wlan.fcs.status==\"Bad\" || stt.checksum.status==\"Bad\"",
      { 18, 39, 46 },
      { 247, 135, 135 } },
    { "SMB", "smb || nbss || nbns || netbios", { 254, 255, 208 }, { 18, 39, 46 } },
    { "HTTP", "http || tcp.port == 80 || http2", { 228, 255, 199 }, { 18, 39, 46 } },
    { "DCERPC", "dcerpc", { 199, 151, 255 }, { 18, 39, 46 } },
    { "Routing",
      "hsrp || eigrp || ospf || bgp || cdp || vrrp || carp || gvrp || igmp || ismp",
      { 255, 243, 214 },
      { 18, 39, 46 } },
    { "TCP SYN/FIN", "tcp.flags & 0x02 || tcp.flags.fin == 1", { 160, 160, 160 }, { 18, 39, 46 } },
    { "TCP", "tcp", { 231, 230, 255 }, { 18, 39, 46 } },
    { "UDP", "udp", { 218, 238, 255 }, { 18, 39, 46 } },
    { "Broadcast", "eth[0] & 1", { 255, 255, 255 }, { 186, 189, 182 } },
    { "System Event", "systemd_journal || sysdig", { 230, 230, 230 }, { 44, 111, 154 } },
};

enum { RULES_MAX = 1000 };

/* Adds a rule; what it asks of protocols that are not known never holds. */
static void add(struct color_rules *r, const struct thr_engine *engine, struct color_rule rule)
{
    struct filter_host host = engine_filter_host(engine);
    host.lenient = true;
    struct color_rule *list = realloc(r->list, (r->count + 1) * sizeof *list);
    if (list != NULL) {
        r->list = list;
        rule.compiled = rule.name != NULL && rule.filter != NULL ? filter_compile(rule.filter, &host, NULL) : NULL;
        rule.state = rule.compiled != NULL ? filter_state_new(rule.compiled) : NULL;
    }
    if (rule.state != NULL) {
        list[r->count++] = rule;
        return;
    }
    filter_free(rule.compiled);
    free(rule.name);
    free(rule.filter);
}

/* "[65535,0,0]" at *p, which moves behind it. */
static bool take_color(const char **p, uint8_t color[3])
{
    if (*(*p)++ != '[')
        return false;
    for (int i = 0; i < 3; i++) {
        char *end;
        unsigned long v = strtoul(*p, &end, 10);
        if (end == *p || v > 65535 || *end != (i < 2 ? ',' : ']'))
            return false;
        color[i] = (uint8_t)(v >> 8);
        *p = end + 1;
    }
    return true;
}

/* "@name@filter@[background][text]"; lines that begin with "!" are switched off. */
static void take_line(struct color_rules *r, const struct thr_engine *engine, const char *line)
{
    struct color_rule rule = { 0 };
    const char *name_end = line[0] == '@' ? strchr(line + 1, '@') : NULL;
    const char *colors = name_end != NULL ? strstr(name_end + 1, "@[") : NULL;
    for (const char *later = colors; later != NULL; later = strstr(later + 1, "@["))
        colors = later;
    if (colors == NULL)
        return;
    const char *p = colors + 1;
    if (!take_color(&p, rule.background) || !take_color(&p, rule.foreground))
        return;
    rule.name = strndup(line + 1, (size_t)(name_end - line - 1));
    rule.filter = strndup(name_end + 1, (size_t)(colors - name_end - 1));
    add(r, engine, rule);
}

bool color_read(struct color_rules *r, const struct thr_engine *engine, FILE *from)
{
    char *line = NULL;
    size_t room = 0;
    while (r->count < RULES_MAX && getline(&line, &room, from) >= 0)
        take_line(r, engine, line);
    free(line);
    return r->count != 0;
}

void color_open(struct color_rules *r, const struct thr_engine *engine)
{
    FILE *own = profile_open("colorfilters");
    *r = (struct color_rules){ 0 };
    bool has_own = own != NULL && color_read(r, engine, own);
    if (own != NULL)
        fclose(own);
    for (size_t i = 0; !has_own && i < ARRAY_LEN(standard); i++) {
        struct color_rule rule = { .name = strdup(standard[i].name), .filter = strdup(standard[i].filter) };
        memcpy(rule.background, standard[i].background, 3);
        memcpy(rule.foreground, standard[i].foreground, 3);
        add(r, engine, rule);
    }
}

bool color_borrow(struct color_rules *r, const struct color_rules *from)
{
    *r = (struct color_rules){ .borrowed = true };
    r->list = calloc(from->count + 1u, sizeof *r->list);
    bool fine = r->list != NULL;
    for (uint32_t i = 0; fine && i < from->count; i++) {
        r->list[i] = from->list[i];
        r->list[i].state = filter_state_new(from->list[i].compiled);
        fine = r->list[i].state != NULL;
        r->count += fine;
    }
    return fine;
}

void color_close(struct color_rules *r)
{
    for (uint32_t i = 0; i < r->count; i++) {
        filter_state_free(r->list[i].state);
        if (r->borrowed)
            continue;
        filter_free(r->list[i].compiled);
        free(r->list[i].name);
        free(r->list[i].filter);
    }
    free(r->list);
    *r = (struct color_rules){ 0 };
}

void color_needs(const struct color_rules *r, struct wanted *w)
{
    for (uint32_t i = 0; i < r->count; i++)
        filter_want(r->list[i].compiled, w);
}

const struct color_rule *color_of(const struct color_rules *r, const struct thr_packet *packet)
{
    for (uint32_t i = 0; i < r->count; i++) {
        packet_filter_columns(r->list[i].state, packet);
        if (filter_match(r->list[i].compiled, r->list[i].state, &packet->d))
            return &r->list[i];
    }
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
