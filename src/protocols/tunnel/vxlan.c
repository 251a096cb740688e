/* vxlan.c - Virtual eXtensible Local Area Network, RFC 7348, with the group policy bits; and its generic protocol
   extension (draft-ietf-nvo3-vxlan-gpe).  Claims udp.port 4789 and 4790, hands on by "vxlan.next_proto". */
#include "protocols/protocol.h"

enum { VXLAN, FLAGS, FLAG_G, FLAG_I, FLAG_D, FLAG_A, FLAGS_RESERVED, GBP, GPE_FLAGS, GPE_VERSION, GPE_I, GPE_P, GPE_O,
       GPE_FLAGS_RESERVED, GPE_RESERVED, GPE_NEXT, VNI, RESERVED };
enum { PLAIN, GENERIC };  /* variants */

extern const struct protocol proto_eth;

VALUES(next_protocols,
    { 1, "IPv4" }, { 2, "IPv6" }, { 3, "Ethernet" }, { 4, "Network Service Header" }, { 5, "MPLS" });
static const struct truth defined = { "Defined", "Not defined" };

static void flags_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u & 0x8000 ? ", GBP Extension" : "");
    sb_str(sb, n->v.u & 0x0800 ? ", VXLAN Network ID (VNI)" : "");
    sb_str(sb, n->v.u & 0x0040 ? ", Don't Learn" : "");
    sb_str(sb, n->v.u & 0x0008 ? ", Policy Applied" : "");
}

static const struct field fields[] = {
    [VXLAN] = { "vxlan", "Virtual eXtensible Local Area Network", FT_PROTOCOL },
    [FLAGS] = { "vxlan.flags", "Flags", FT_UINT16, BASE_HEX, .suffix = flags_suffix },
    [FLAG_G] = { "vxlan.flag_g", "GBP Extension", FT_BOOLEAN, BITS_16, .mask = 0x8000, .truth = &defined },
    [FLAG_I] = { "vxlan.flag_i", "VXLAN Network ID (VNI)", FT_BOOLEAN, BITS_16, .mask = 0x0800 },
    [FLAG_D] = { "vxlan.flag_d", "Don't Learn", FT_BOOLEAN, BITS_16, .mask = 0x0040 },
    [FLAG_A] = { "vxlan.flag_a", "Policy Applied", FT_BOOLEAN, BITS_16, .mask = 0x0008 },
    [FLAGS_RESERVED] = { "vxlan.flags_reserved", "Reserved(R)", FT_UINT16, BASE_HEX, .mask = 0x77b7 },
    [GBP] = { "vxlan.gbp", "Group Policy ID", FT_UINT16, BASE_DEC },
    [GPE_FLAGS] = { "vxlan.flags", "Flags", FT_UINT8, BASE_HEX },
    [GPE_VERSION] = { "vxlan.ver", "Version", FT_UINT8, BASE_DEC, .mask = 0x30 },
    [GPE_I] = { "vxlan.i_bit", "Instance", FT_UINT8, BASE_DEC, .mask = 0x08 },
    [GPE_P] = { "vxlan.p_bit", "Next Protocol Bit", FT_UINT8, BASE_DEC, .mask = 0x04 },
    [GPE_O] = { "vxlan.o_bit", "OAM bit", FT_UINT8, BASE_DEC, .mask = 0x01 },
    [GPE_FLAGS_RESERVED] = { "vxlan.flags_reserved", "Reserved(R)", FT_UINT8, BASE_DEC, .mask = 0xc2 },
    [GPE_RESERVED] = { "vxlan.reserved_16", "Reserved", FT_UINT16, BASE_DEC },
    [GPE_NEXT] = { "vxlan.next_proto", "Next Protocol", FT_UINT8, BASE_DEC, .values = &next_protocols },
    [VNI] = { "vxlan.vni", "VXLAN Network Identifier (VNI)", FT_UINT24, BASE_DEC },
    [RESERVED] = { "vxlan.reserved8", "Reserved", FT_UINT8, BASE_DEC },
};

static struct verdict vxlan_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "VxLAN");
    info_clear(d);
    emit_protocol(d, c, c.cap < 8 ? c.cap : 8, NULL);
    if (d->variant == PLAIN) {
        emit_bits(d, c, 0, 2, FLAGS, FLAGS_RESERVED);
        emit_at(d, c, GBP, 2, 2);
    } else {
        emit_bits(d, c, 0, 1, GPE_FLAGS, GPE_FLAGS_RESERVED);
        emit_at(d, c, GPE_RESERVED, 1, 2);
        emit_at(d, c, GPE_NEXT, 3, 1);
    }
    emit_at(d, c, VNI, 4, 3);
    emit_at(d, c, RESERVED, 7, 1);
    if (!need(d, whole, 0, 8))
        return done();
    cursor_take(&c, 8);
    return d->variant == PLAIN ? hand_to(&proto_eth, 0, c) : hand_on(TABLE_VXLAN_NEXT_PROTO, whole.p[3], c);
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 4789, PLAIN }, { TABLE_UDP_PORT, 4790, GENERIC } };
static const uint8_t hands_to[] = { TABLE_VXLAN_NEXT_PROTO };
static const struct protocol *const calls[] = { &proto_eth, NULL };

PROTOCOL(vxlan,
    .name = "vxlan", .short_name = "VXLAN", .long_name = "Virtual eXtensible Local Area Network",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls, .run = vxlan_run
);
