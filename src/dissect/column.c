/* column.c - the Info column as steps that are replayed when it is printed, and address text. */
#include "dissect/dissect.h"

#include "dissect/resolver.h"

void info_prepend(struct dissect *d, info_text *text, const void *arg)
{
    if (!d->columns || d->n_info == MAX_INFO)
        return;
    memmove(d->info + 1, d->info, d->n_info++ * sizeof d->info[0]);
    d->info[0] = (struct info_step){ text, arg, NULL, true };
    d->info_fence += d->info_fence != 0;
}

void add_protocol_column(struct dissect *d, const char *more)
{
    size_t have = strlen(d->protocol_column), n = strlen(more);
    char *both = d->columns ? arena_zero(&d->arena, have + n + 1) : NULL;
    if (both == NULL)
        return;
    memcpy(both, d->protocol_column, have);
    memcpy(both + have, more, n + 1);
    d->protocol_column = both;
}

void info_constant(struct strbuf *sb, const struct dissect *d, const void *text)
{
    (void)d;
    sb_str(sb, text);
}

enum { INFO_ROOM = 4095 };  /* bytes of the column, as tshark has them */

void sb_info(struct strbuf *sb, const struct dissect *d)
{
    size_t start = sb->len, first = start;  /* first: behind what was put in front when all else was said */
    for (uint32_t i = 0; i < d->n_info; i++) {
        const struct info_step *s = &d->info[i];
        if (s->between != NULL && sb->len != first)
            sb_str(sb, s->between);
        s->text(sb, d, s->arg);
        if (s->prepended)
            first = sb->len;
        if (sb->len - start > INFO_ROOM)
            break;
    }
    sb_cut_to(sb, start + INFO_ROOM);
}

static bool sb_name(struct strbuf *sb, const struct dissect *d, struct address a)
{
    const struct resolver *r = d->engine->names;
    return r != NULL && a.kind != ADDR_NONE && r->address(r->context, sb, &a);
}

void sb_address_plain(struct strbuf *sb, struct address a)
{
    switch (a.kind) {
    case ADDR_NONE: return;
    case ADDR_ETHER: sb_ether(sb, a.bytes); return;
    case ADDR_IPv4: sb_ipv4(sb, a.bytes); return;
    case ADDR_IPv6: sb_ipv6(sb, a.bytes); return;
    case ADDR_TEXT: sb_mem(sb, a.bytes, a.len); return;
    default: sb_hex_bytes(sb, a.bytes, a.len, ':');
    }
}

void sb_address(struct strbuf *sb, const struct dissect *d, struct address a)
{
    if (!sb_name(sb, d, a))
        sb_address_plain(sb, a);
}

void sb_address_both(struct strbuf *sb, const struct dissect *d, struct address a)
{
    const struct resolver *r = d->engine->names;
    sb_address(sb, d, a);
    if (r == NULL || !(a.kind == ADDR_ETHER ? r->macs : (a.kind == ADDR_IPv4 || a.kind == ADDR_IPv6) && r->hosts))
        return;
    sb_str(sb, " (");
    sb_address_plain(sb, a);
    sb_char(sb, ')');
}

bool sb_vlan(struct strbuf *sb, const struct dissect *d, uint32_t id)
{
    const struct resolver *r = d->engine->names;
    if (r == NULL || !r->vlans)
        return false;
    const char *name = r->vlan(r->context, id);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "<%u>", id);
    return true;
}

const char *name_of_oui(const struct dissect *d, const uint8_t oui[3])
{
    const struct resolver *r = d->engine->names;
    return r != NULL ? r->oui(r->context, oui) : NULL;
}

const char *name_of_vendor(const struct dissect *d, const uint8_t address[6])
{
    const struct resolver *r = d->engine->names;
    return r != NULL ? r->vendor(r->context, address) : NULL;
}

bool place_of_address(const struct dissect *d, struct address a, struct place *out)
{
    const struct resolver *r = d->engine->names;
    return r != NULL && r->place != NULL && r->place(r->context, &a, out);
}

unsigned nat64_prefix(const struct dissect *d, const uint8_t address[16])
{
    const struct resolver *r = d->engine->names;
    return r != NULL && r->nat64 != NULL ? r->nat64(r->context, address) : 0;
}

const char *name_of_port(const struct dissect *d, uint8_t port_kind, uint32_t port)
{
    const struct resolver *r = d->engine->names;
    return r != NULL && r->ports ? r->port(r->context, port_kind, port) : NULL;
}

void sb_port(struct strbuf *sb, const struct dissect *d, uint8_t port_kind, uint32_t port)
{
    const char *name = name_of_port(d, port_kind, port);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_uint(sb, port);
}

void sb_port_both(struct strbuf *sb, const struct dissect *d, uint8_t port_kind, uint32_t port)
{
    const struct resolver *r = d->engine->names;
    sb_port(sb, d, port_kind, port);
    if (r == NULL || !r->ports)
        return;
    sb_str(sb, " (");
    sb_uint(sb, port);
    sb_char(sb, ')');
}
