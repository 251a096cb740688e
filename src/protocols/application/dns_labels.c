/* dns_labels.c - texts of DNS that are made when somebody prints. */
#include "protocols/application/dns.h"

#include <stdio.h>

void dns_constant(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

static void sb_gist(struct strbuf *sb, const struct dissect *d, const struct dns_gist *g)
{
    if (g->kind == GIST_NUMBER)
        sb_uint(sb, g->number);
    else if (g->kind == GIST_TEXT || g->kind == GIST_ASCII)
        sb_decoded(sb, g->bytes, strnlen((const char *)g->bytes, g->number), g->kind == GIST_ASCII);
    else
        sb_address(sb, d,
                   (struct address){ g->kind == GIST_IPv4 ? ADDR_IPv4 : ADDR_IPv6, (uint8_t)g->number, g->bytes });
}

void sb_dns_gist(struct strbuf *sb, const struct dissect *d, const struct dns_entry *e)
{
    if (e->question || e->named)
        sb_char(sb, ' ');
    if (e->named)
        sb_mem(sb, e->name.raw, strnlen(e->name.raw, e->name.raw_len));
    else if (e->question)
        sb_mem(sb, e->name.text, e->name.len);
    if (e->question && e->multicast)
        sb_str(sb, e->top_bit ? ", \"QU\" question" : ", \"QM\" question");
    for (unsigned i = 0; i < e->n_gist; i++) {
        sb_char(sb, ' ');
        sb_gist(sb, d, &e->gist[i]);
    }
}

void dns_entry_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct dns_entry *e = n->v.arg;
    sb_mem(sb, e->name.text, e->name.len);
    sb_str(sb, ": type ");
    sb_dns_type(sb, e->type);
    if (e->type != DNS_TYPE_OPT || e->question) {
        sb_str(sb, ", class ");
        sb_str(sb, values_or(&dns_classes, e->class, "Unknown"));
    }
    if (e->question && e->multicast)
        sb_str(sb, e->top_bit ? ", \"QU\" question" : ", \"QM\" question");
    else if (e->multicast && e->top_bit)
        sb_str(sb, ", cache flush");
    for (unsigned i = 0; i < e->n_gist; i++) {
        sb_str(sb, e->gist[i].label);
        sb_gist(sb, d, &e->gist[i]);
    }
}

void dns_extraneous_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%u bytes)", n->len);
}

void dns_flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_char(sb, ' ');
    sb_str(sb, values_or(&dns_opcodes, (uint32_t)n->v.u >> 11 & 15, "Unknown operation"));
    if (n->v.u & 0x8000) {
        sb_str(sb, " response, ");
        sb_str(sb, values_or(&dns_rcodes, n->v.u & 15, "Unknown error"));
    }
}

void dns_seconds_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, " (");
    sb_duration(sb, n->v.u);
    sb_char(sb, ')');
}

void dns_bitmap_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "RR type in bit map: ");
    const char *name = values_find(&dns_types, (uint32_t)n->v.u);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", (unsigned)n->v.u);
}

void dns_option_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p == NULL)
        return;
    const char *name = values_find(&dns_option_codes, be16(p));
    sb_str(sb, ": ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", be16(p));
}

void dns_dso_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    const char *name = p != NULL ? ranges_find(&dns_dso_types, be16(p)) : NULL;
    if (name == NULL)
        return;
    sb_str(sb, ": ");
    sb_str(sb, name);
}

/* The names of the ports whose bits are set, counted from the first of the byte. */
void dns_wks_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *ports = annotation(d, n);
    if (ports == NULL)
        return;
    uint8_t kind = ports[1] == 6 ? PORT_TCP : ports[1] == 17 ? PORT_UDP : PORT_NONE;
    sb_str(sb, " (");
    size_t start = sb->len;
    for (uint32_t i = 0; i < 8; i++) {
        if (!(n->v.u & 0x80u >> i))
            continue;
        if (sb->len != start)
            sb_str(sb, ", ");
        sb_port(sb, d, kind, ports[0] + i);
    }
    sb_char(sb, ')');
}

/* --- LOC (RFC 1876 section 2) -------------------------------------------------------------------------- */

/* A digit and a power of ten, of centimetres. */
void dns_loc_size_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    double metres = (double)(n->v.u >> 4) / 100;
    for (unsigned i = 0; i < (n->v.u & 15); i++)
        metres *= 10;
    sb_printf(sb, " (%g m)", metres);
}

static void sb_angle(struct strbuf *sb, uint64_t v, uint32_t most, const char *ends)
{
    bool positive = v >= 0x80000000;
    uint64_t ms = positive ? v - 0x80000000 : 0x80000000 - v;
    if (ms > (uint64_t)most * 3600000) {
        sb_str(sb, " (Value out of range)");
        return;
    }
    sb_printf(sb, " (%u deg %u min %u.%03u sec %c)", (unsigned)(ms / 3600000), (unsigned)(ms / 60000 % 60),
              (unsigned)(ms / 1000 % 60), (unsigned)(ms % 1000), ends[!positive]);
}

void dns_latitude_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_angle(sb, n->v.u, 90, "NS");
}

void dns_longitude_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_angle(sb, n->v.u, 180, "EW");
}

void dns_altitude_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%g m)", (double)(int32_t)((uint32_t)n->v.u - 10000000) / 100);
}

/* --- keys and signatures --------------------------------------------------------------------------------- */

/* Base 32 with the extended hexadecimal alphabet (RFC 4648 section 7), in lower case and without padding. */
void dns_base32_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    for (uint32_t bit = 0; p != NULL && bit < n->len * 8; bit += 5) {
        const uint8_t *next = node_bytes(d, n, bit / 8 + 1, 1);
        uint32_t two = (uint32_t)p[bit / 8] << 8 | (next != NULL ? *next : 0);
        sb_char(sb, digits[two >> (11 - bit % 8) & 31]);
    }
}

/* Seconds of 48 bits: more than the value of a node can hold. */
void dns_time_signed_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 6);
    if (p != NULL)
        sb_moment(sb, (struct nstime){ .secs = (int64_t)be_uint(p, 6) }, MOMENT_LONG, d->engine->utc, 9);
}

void dns_time_signed_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    sb_str(sb, "Time Signed: ");
    dns_time_signed_text(sb, d, n);
    if (p != NULL && be16(p) != 0)
        sb_str(sb, " (high bits set)");
}

/* --- findings ------------------------------------------------------------------------------------------------ */

void dns_undecoded_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(
        sb, "Dissector for DNS Type (%u) code not implemented, Contact Wireshark developers if you want this supported",
        *(const uint32_t *)n->v.arg);
}

void dns_algorithm_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dns_name *name = n->v.arg;
    sb_str(sb, "No dissector for algorithm:");
    sb_decoded(sb, (const uint8_t *)name->raw, name->raw_len, false);
}

void dns_original_request_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "DNS query retransmission. Original request in frame %u", *(const uint32_t *)n->v.arg);
}

void dns_original_response_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "DNS response retransmission. Original response in frame %u", *(const uint32_t *)n->v.arg);
}
