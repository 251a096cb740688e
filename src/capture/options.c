/* options.c - walking over pcapng options and over the contents of kept blocks. */
#include "capture/reader.h"

#include "base/base.h"

static uint16_t u16(bool big, const uint8_t *p) { return big ? be16(p) : le16(p); }
static uint32_t u32(bool big, const uint8_t *p) { return big ? be32(p) : le32(p); }

bool capture_option_next(struct capture_options *rest, struct capture_option *option)
{
    if (rest->len < 4)
        return false;
    uint16_t code = u16(rest->big_endian, rest->bytes), len = u16(rest->big_endian, rest->bytes + 2);
    uint32_t padded = ((uint32_t)len + 3) & ~UINT32_C(3);
    if (code == 0 || rest->len - 4 < padded)
        return false;
    *option = (struct capture_option){ code, len, rest->big_endian, rest->bytes + 4 };
    rest->bytes += 4 + padded;
    rest->len -= 4 + padded;
    return true;
}

bool capture_option_find(struct capture_options options, uint16_t code, unsigned nth, struct capture_option *option)
{
    while (capture_option_next(&options, option))
        if (option->code == code && nth-- == 0)
            return true;
    return false;
}

uint64_t capture_option_number(const struct capture_option *o)
{
    uint32_t n = o->len < 8 ? o->len : 8;
    return o->big_endian ? be_uint(o->bytes, n) : le_uint(o->bytes, n);
}

bool capture_block_secret(const struct capture_block *b, struct capture_secret *secret)
{
    if (b->type != BLOCK_DSB || b->bytes == NULL || b->len < 20)
        return false;
    secret->type = u32(b->big_endian, b->bytes + 8);
    secret->len = u32(b->big_endian, b->bytes + 12);
    secret->bytes = b->bytes + 16;
    return secret->len <= b->len - 20;
}

bool capture_block_statistics(const struct capture *c, const struct capture_block *b, struct capture_statistics *s)
{
    const struct capture_section *section = capture_section(c, b->section);
    if (b->type != BLOCK_ISB || b->bytes == NULL || b->len < 24 || section == NULL)
        return false;
    uint32_t number = u32(b->big_endian, b->bytes + 8);
    const struct capture_section *after = capture_section(c, b->section + 1);
    uint32_t end = after != NULL ? after->first_interface : capture_interfaces(c);
    if (number >= end - section->first_interface)
        return false;
    s->interface = section->first_interface + number;
    uint64_t ts = (uint64_t)u32(b->big_endian, b->bytes + 12) << 32 | u32(b->big_endian, b->bytes + 16);
    s->time = interface_time(INTERFACE(c, s->interface), ts);
    s->options = (struct capture_options){ b->bytes + 20, b->len - 24, b->big_endian };
    return true;
}

/* Record kinds of the name resolution block and how long their addresses are. */
static const struct {
    uint8_t kind, size;
} name_kinds[] = { { 0, 0 }, { NAME_IPV4, 4 }, { NAME_IPV6, 16 }, { NAME_EUI48, 6 }, { NAME_EUI64, 8 } };

/* *state: 0 at the start, else the offset of the record << 16 | offset of the next name in it. */
bool capture_block_name(const struct capture_block *b, uint64_t *state, struct capture_name_record *record)
{
    if (b->type != BLOCK_NRB || b->bytes == NULL || b->len < 16)
        return false;
    uint32_t at = *state != 0 ? (uint32_t)(*state >> 16) : 8, name = (uint32_t)(*state & 0xffff), end = b->len - 4;
    while (end - at >= 4) {
        uint16_t kind = u16(b->big_endian, b->bytes + at), len = u16(b->big_endian, b->bytes + at + 2);
        uint32_t padded = ((uint32_t)len + 3) & ~UINT32_C(3);
        if (kind == 0 || end - at - 4 < padded)
            return false;
        const uint8_t *p = b->bytes + at + 4;
        if (kind < ARRAY_LEN(name_kinds) && len >= name_kinds[kind].size) {
            if (name == 0)
                name = name_kinds[kind].size;
            const uint8_t *nul = name < len ? memchr(p + name, 0, len - name) : NULL;
            if (nul != NULL) {
                record->kind = name_kinds[kind].kind;
                record->address = p;
                record->name = (const char *)p + name;
                *state = (uint64_t)at << 16 | (uint32_t)(nul + 1 - p);
                return true;
            }
        }
        at += 4 + padded;
        name = 0;
    }
    return false;
}
