/* ipv6_ext.c - the extension headers of IPv6, RFC 8200 section 4: hop-by-hop options, destination options, routing
   (types 0, 2, 3, 4, 5 and 6: RFC 2460, 6275, 6554, 8754, draft-bonica-6man-comp-rtg-hdr), fragment. */
#include "protocols/protocol.h"

#include "flow/fragments.h"
#include "protocols/internet/ip_proto.h"
#include "protocols/internet/ipv6.h"
#include "protocols/internet/ipv6_rows.h"

extern const struct protocol proto_ipv6;

static void octets_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, " bytes");
}

/* The start of most headers: what follows, and how long this one is, in words of eight beside the first. */
struct header_rows {
    unsigned next, length, octets;
};

/* Opens the header and emits its first rows; `rest` is what it has behind them.  Returns false when it is cut. */
static bool open_header(struct dissect *d, struct cursor c, const struct header_rows *rows, struct cursor *rest,
                        uint32_t *top)
{
    if (ipv6_extension(d))
        down(d);
    *top = emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, rows->next, 0, 1);
    uint32_t len = (get8(d, c, 1) + 1) * 8;
    emit_at(d, c, rows->length, 1, 1);
    emit_value(d, c, rows->octets, 1, 1, len);
    if (d->stop != STOP_NONE)
        return false;
    *rest = c;
    cursor_limit(rest, len);
    cursor_take(rest, 2);
    return true;
}

/* --- hop-by-hop and destination options -------------------------------------------------------- */

enum { HOPOPTS, HOPOPTS_NXT, HOPOPTS_LEN, HOPOPTS_OCTETS };
enum { HOPOPTS_NOT_FIRST };

static const struct field hopopts_fields[] = {
    [HOPOPTS] = { "ipv6.hopopts", "IPv6 Hop-by-Hop Option", FT_PROTOCOL },
    [HOPOPTS_NXT] = { "ipv6.hopopts.nxt", "Next Header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [HOPOPTS_LEN] = { "ipv6.hopopts.len", "Length", FT_UINT8, BASE_DEC },
    [HOPOPTS_OCTETS] = { "ipv6.hopopts.len_oct", "Length", FT_UINT16, BASE_DEC, .flags = GENERATED, .suffix = octets_suffix },
};
static const struct note_def hopopts_notes[] = {
    [HOPOPTS_NOT_FIRST] = { "ipv6.hopopts.not_first",
                            "IPv6 Hop-by-Hop extension header must appear immediately after IPv6 header", SEV_ERROR, GROUP_PROTOCOL },
};
static const struct field dstopts_fields[] = {
    [HOPOPTS] = { "ipv6.dstopts", "Destination Options for IPv6", FT_PROTOCOL },
    [HOPOPTS_NXT] = { "ipv6.dstopts.nxt", "Next Header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [HOPOPTS_LEN] = { "ipv6.dstopts.len", "Length", FT_UINT8, BASE_DEC },
    [HOPOPTS_OCTETS] = { "ipv6.dstopts.len_oct", "Length", FT_UINT16, BASE_DEC, .flags = GENERATED, .suffix = octets_suffix },
};
static const struct header_rows options_rows = { HOPOPTS_NXT, HOPOPTS_LEN, HOPOPTS_OCTETS };

/* What the IPv6 header right before c says; not 0 when there is none. */
static uint32_t payload_length_before(const struct dissect *d, struct cursor c)
{
    return c.source < d->n_sources && c.offset >= 40 ? be16(d->sources[c.source].bytes + c.offset - 36) : 1;
}

static struct verdict options_header(struct dissect *d, struct cursor c, bool hop_by_hop, const char *info)
{
    struct cursor rest;
    uint32_t top;
    info_separated(d, ", ", info_constant, info);
    if (!open_header(d, c, &options_rows, &rest, &top))
        return done();
    uint32_t len = rest.wire + 2;
    if (d->n_layers >= 2 && hop_by_hop && registry_protocols[d->layers[d->n_layers - 2].protocol] != &proto_ipv6)
        note_on(d, top, HOPOPTS_NOT_FIRST, NULL);
    speak_as(d, &proto_ipv6);
    ipv6_options(d, rest, cursor_at(c, 2), hop_by_hop, hop_by_hop ? payload_length_before(d, c) : 1);
    if (d->stop != STOP_NONE)
        return done();
    const uint8_t *next = c.p;
    c = cursor_at(c, len);
    set_end(d, top, c);
    return ipv6_go_on(d, c, next);
}

static struct verdict hopopts_run(struct dissect *d, struct cursor c)
{
    return options_header(d, c, true, "IPv6 hop-by-hop options");
}

static struct verdict dstopts_run(struct dissect *d, struct cursor c)
{
    return options_header(d, c, false, "IPv6 destination options");
}

static const struct claim hopopts_claims[] = { { TABLE_IP_PROTO, IP_PROTO_HOPOPTS } };
static const struct claim dstopts_claims[] = { { TABLE_IP_PROTO, IP_PROTO_DSTOPTS } };
static const uint8_t hands_to[] = { TABLE_IP_PROTO };
static const struct protocol *const calls[] = { &proto_ipv6, NULL };

PROTOCOL(ipv6_hopopts,
    .name = "ipv6.hopopts", .short_name = "IPv6 Hop-by-Hop", .long_name = "IPv6 Hop-by-Hop Option",
    FIELDS(hopopts_fields), NOTES(hopopts_notes), CLAIMS(hopopts_claims), HANDS_TO(hands_to), .calls = calls, .run = hopopts_run
);
PROTOCOL(ipv6_dstopts,
    .name = "ipv6.dstopts", .short_name = "IPv6 Destination", .long_name = "Destination Options for IPv6",
    FIELDS(dstopts_fields), CLAIMS(dstopts_claims), HANDS_TO(hands_to), .calls = calls, .run = dstopts_run
);

/* --- fragment ---------------------------------------------------------------------------------- */

enum { FRAG, FRAG_NXT, FRAG_OCTET, FRAG_OFFSET, FRAG_BITS, FRAG_MORE, FRAG_IDENT };
enum { JUMBO_FRAGMENT };
enum { LONGEST = 40 + 65535 };  /* of a packet that is no jumbogram, with its header */

static void fragment_offset_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, " (%u bytes)", (unsigned)n->v.u * 8);
}

static const struct field fragment_fields[] = {
    [FRAG] = { "ipv6.fraghdr", "Fragment Header for IPv6", FT_PROTOCOL },
    [FRAG_NXT] = { "ipv6.fraghdr.nxt", "Next header", FT_UINT8, BASE_DEC, .values = &ip_proto_names },
    [FRAG_OCTET] = { "ipv6.fraghdr.reserved_octet", "Reserved octet", FT_UINT8, BASE_HEX },
    [FRAG_OFFSET] = { "ipv6.fraghdr.offset", "Offset", FT_UINT16, BASE_DEC, .mask = 0xfff8, .suffix = fragment_offset_suffix },
    [FRAG_BITS] = { "ipv6.fraghdr.reserved_bits", "Reserved bits", FT_UINT16, BASE_DEC, .mask = 0x0006 },
    [FRAG_MORE] = { "ipv6.fraghdr.more", "More Fragments", FT_BOOLEAN, BITS_16, .mask = 0x0001, .truth = &truth_yes },
    [FRAG_IDENT] = { "ipv6.fraghdr.ident", "Identification", FT_UINT32, BASE_HEX },
};

static const struct note_def fragment_notes[] = {
    [JUMBO_FRAGMENT] = { "ipv6.opt.jumbo.fragment", "Jumbo Payload option cannot be used with a fragment header", SEV_WARN,
                         GROUP_PROTOCOL },
};

static void fragment_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "IPv6 fragment (off=%u more=%c ident=0x%08x nxt=%u)", be16(h + 2) & 0xfff8u, h[3] & 1 ? 'y' : 'n',
              be32(h + 4), h[0]);
}

static const struct piece_rows piece_rows = {
    .all = FRAGMENTS, .one = FRAGMENT, .overlap = FRAGMENT_OVERLAP, .conflict = FRAGMENT_CONFLICT,
    .other_tail = FRAGMENT_TAILS, .too_long = FRAGMENT_TOO_LONG, .count = FRAGMENT_COUNT, .length = REASSEMBLED_LENGTH,
    .data = REASSEMBLED_DATA, .whole_in = REASSEMBLED_IN, .source = "Reassembled IPv6",
};

/* c: behind the header h.  RFC 8200 section 4.5: source, destination and identification tell the packet. */
static struct verdict fragment_join(struct dissect *d, struct cursor c, const uint8_t *h)
{
    uint8_t key[36];
    memcpy(key, h + 4, 4);
    memcpy(key + 4, d->net_src.bytes, 16);
    memcpy(key + 20, d->net_dst.bytes, 16);
    const struct fragments *f = fragment_take(d, c, key, sizeof key, be16(h + 2) & 0xfff8u, (h[3] & 1) == 0);
    if (f == NULL)
        return hand_to(&proto_data, 0, c);
    speak_as(d, &proto_ipv6);
    up(d);
    if (f->pieces.whole_in != d->frame->number) {
        if (f->pieces.whole_in != 0)
            emit_value(d, c, REASSEMBLED_IN, 0, 0, f->pieces.whole_in);
        return hand_to(&proto_data, 0, c);
    }
    struct cursor all = pieces_join(d, &f->pieces, f->pieces.len, piece_rows.source);
    pieces_emit(d, all, &f->pieces, &piece_rows);
    d->fragmented = false;
    return ipv6_go_on(d, all, h);
}

static struct verdict fragment_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    if (ipv6_extension(d))
        down(d);
    uint32_t top = emit_protocol(d, c, c.cap < 8 ? c.cap : 8, NULL);
    if (d->link_used > LONGEST)
        note_on(d, top, JUMBO_FRAGMENT, NULL);
    add_item(d, &c, FRAG_NXT, 1);
    add_item(d, &c, FRAG_OCTET, 1);
    emit_at(d, c, FRAG_OFFSET, 0, 2);
    emit_at(d, c, FRAG_BITS, 0, 2);
    add_item(d, &c, FRAG_MORE, 2);
    add_item(d, &c, FRAG_IDENT, 4);
    if (d->stop != STOP_NONE)
        return done();
    const uint8_t *h = whole.p;
    info_set(d, fragment_info, h);
    set_end(d, top, c);
    uint32_t offset = be16(h + 2) & 0xfff8;
    d->fragmented = offset != 0 || (h[3] & 1) != 0;
    d->later_fragment = offset != 0;
    c.fragment |= d->fragmented;
    bool six = d->net_src.kind == ADDR_IPv6 && d->net_dst.kind == ADDR_IPv6;
    if (six && d->fragmented && ipv6_reassembles(d) && c.cap == c.wire && !d->in_error && !d->peeks)
        return fragment_join(d, c, h);
    return offset != 0 ? hand_to(&proto_data, 0, c) : ipv6_go_on(d, c, h);
}

static const struct claim fragment_claims[] = { { TABLE_IP_PROTO, IP_PROTO_FRAGMENT } };
static const struct protocol *const fragment_calls[] = { &proto_data, &proto_ipv6, NULL };

PROTOCOL(ipv6_fraghdr,
    .name = "ipv6.fraghdr", .short_name = "IPv6 Fragment", .long_name = "Fragment Header for IPv6",
    FIELDS(fragment_fields), NOTES(fragment_notes), CLAIMS(fragment_claims), HANDS_TO(hands_to), .calls = fragment_calls, .run = fragment_run,
    .keeps_state = true, .joins = true
);
