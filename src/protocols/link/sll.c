/* sll.c - Linux cooked captures, versions 1 and 2 (tcpdump.org: LINKTYPE_LINUX_SLL, _SLL2).  Hand on by
   "ethertype", "sll.ltype" or, for GRE devices, "gre.proto". */
#include "protocols/link/ethertype.h"
#include "protocols/link/hardware.h"

#include "capture/encap.h"

enum { SLL, PKTTYPE, PKTTYPE_8, HATYPE, HALEN, HALEN_8, SRC_ETH, SRC_IPV4, SRC_OTHER, UNUSED, LTYPE, GRETYPE, ETYPE, IFINDEX,
       TRAILER, PADDING };
enum { PADDING_BAD };
enum { V1_HEADER = 16, V2_HEADER = 20, ADDRESS_MAX = 8, MAX_LTYPE = 1536 };
enum { HATYPE_FRAD = 770, HATYPE_GRE = 778, HATYPE_RADIOTAP = 803, HATYPE_NETLINK = 824 };

VALUES(pkttypes,
    { 0, "Unicast to us" }, { 1, "Broadcast" }, { 2, "Multicast" }, { 3, "Unicast to another host" },
    { 4, "Sent by us" });
VALUES(ltypes,
    { 1, "Raw 802.3" }, { 3, "Ethernet" }, { 4, "802.2 LLC" }, { 7, "PPP (HDLC)" }, { 12, "CAN" }, { 13, "CAN FD" },
    { 23, "IrDA LAP" }, { 245, "ISI" }, { 246, "IEEE 802.15.4" });
VALUES(gretypes,
    { 0x0, "Possible GRE keepalive packet" }, { 0xfe, "OSI" }, { 0x800, "IP" }, { 0x806, "ARP" },
    { 0x2000, "CDP (Cisco)" }, { 0x2001, "NHRP" }, { 0x22eb, "ERSPAN III" }, { 0x6400, "MIKROTIK EoIP" },
    { 0x6558, "Transparent Ethernet bridging" }, { 0x6559, "Frame Relay" }, { 0x8137, "IPX" },
    { 0x8200, "ARUBA WLAN" }, { 0x8210, "ARUBA WLAN" }, { 0x8220, "ARUBA WLAN" }, { 0x8230, "ARUBA WLAN" },
    { 0x8240, "ARUBA WLAN" }, { 0x8250, "ARUBA WLAN" }, { 0x8260, "ARUBA WLAN" }, { 0x8270, "ARUBA WLAN" },
    { 0x8280, "ARUBA WLAN" }, { 0x8290, "ARUBA WLAN" }, { 0x82a0, "ARUBA WLAN" }, { 0x82b0, "ARUBA WLAN" },
    { 0x82c0, "ARUBA WLAN" }, { 0x82d0, "ARUBA WLAN" }, { 0x82e0, "ARUBA WLAN" }, { 0x82f0, "ARUBA WLAN" },
    { 0x8300, "ARUBA WLAN" }, { 0x8310, "ARUBA WLAN" }, { 0x8320, "ARUBA WLAN" }, { 0x8330, "ARUBA WLAN" },
    { 0x8340, "ARUBA WLAN" }, { 0x8350, "ARUBA WLAN" }, { 0x8360, "ARUBA WLAN" }, { 0x8370, "ARUBA WLAN" },
    { 0x86dd, "IPv6" }, { 0x880b, "PPP" }, { 0x883e, "WCCP" }, { 0x8847, "MPLS label switched packet" },
    { 0x8881, "CDMA2000 A10 Unstructured byte stream" }, { 0x88be, "ERSPAN" },
    { 0x88d2, "CDMA2000 A10 3GPP2 Packet" }, { 0x8909, "CiscoMetaData" }, { 0x894f, "Network Service Header" },
    { 0x9000, "ARUBA WLAN" }, { 0xb7ea, "Huawei GRE bonding" }, { 0xfeae, "AIROHIVE AP AP" });

static void sll_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_str(sb, d->frame->encap == ENCAP_LINUX_SLL2 ? "Linux cooked capture v2" : "Linux cooked capture v1");
}

static const struct field fields[] = {
    [SLL] = { "sll", "Linux cooked-mode capture", FT_PROTOCOL, .label_fn = sll_label },
    [PKTTYPE] = { "sll.pkttype", "Packet type", FT_UINT16, BASE_DEC, .values = &pkttypes },
    [PKTTYPE_8] = { "sll.pkttype", "Packet type", FT_UINT8, BASE_DEC, .values = &pkttypes },
    [HATYPE] = { "sll.hatype", "Link-layer address type", FT_UINT16, BASE_DEC, .values = &hardware_types },
    [HALEN] = { "sll.halen", "Link-layer address length", FT_UINT16, BASE_DEC },
    [HALEN_8] = { "sll.halen", "Link-layer address length", FT_UINT8, BASE_DEC },
    [SRC_ETH] = { "sll.src.eth", "Source", FT_ETHER },
    [SRC_IPV4] = { "sll.src.ipv4", "Source", FT_IPv4 },
    [SRC_OTHER] = { "sll.src.other", "Source", FT_BYTES },
    [UNUSED] = { "sll.unused", "Unused", FT_BYTES },
    [LTYPE] = { "sll.ltype", "Protocol", FT_UINT16, BASE_HEX, .values = &ltypes },
    [GRETYPE] = { "sll.gretype", "Protocol", FT_UINT16, BASE_HEX, .values = &gretypes },
    [ETYPE] = { "sll.etype", "Protocol", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [IFINDEX] = { "sll.ifindex", "Interface index", FT_UINT32, BASE_DEC },
    [TRAILER] = { "sll.trailer", "Trailer", FT_BYTES, .flags = ABOVE },
    [PADDING] = { "eth.padding", "Padding", FT_BYTES, .flags = ABOVE },
};
static const struct note_def notes[] = { [PADDING_BAD] = NOTE_PADDING_BAD };

/* Version 2 shows the packet type and the address length as one number here; so do we. */
static void info_pkttype(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint32_t type = be16(arg);
    const char *name = values_find(&pkttypes, type);
    (void)d;
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", type);
}

/* The sender's address, and what is left of the eight bytes. */
static void address_fields(struct dissect *d, struct cursor c, uint32_t off, uint32_t len)
{
    uint32_t shown = len < ADDRESS_MAX ? len : ADDRESS_MAX;
    if (!need(d, c, off, shown))
        return;
    if (len == 6) {
        set_address(&d->src, &d->link_src, ADDR_ETHER, 6, c.p + off);
        emit_at(d, c, SRC_ETH, off, 6);
    } else if (len == 4) {
        set_address(&d->src, &d->link_src, ADDR_IPv4, 4, c.p + off);
        emit_at(d, c, SRC_IPV4, off, 4);
    } else if (len != 0) {
        emit_at(d, c, SRC_OTHER, off, shown);
    }
    if (shown < ADDRESS_MAX)
        emit_at(d, c, UNUSED, off + shown, ADDRESS_MAX - shown);
}

static void sll_trailer(struct dissect *d, struct cursor c, uint32_t parent)
{
    (void)parent;
    trailer_fields(
        d, c,
        &(struct trailer_rows){
            .trailer = TRAILER, .padding = PADDING, .padding_bad = PADDING_BAD, .minimum = true, .typed = true });
}

static unsigned type_row(uint32_t type, uint32_t hatype)
{
    return hatype == HATYPE_GRE ? GRETYPE : type > MAX_LTYPE ? ETYPE : LTYPE;
}

static struct verdict payload(struct dissect *d, struct cursor c, uint32_t type, uint32_t hatype, uint32_t sll)
{
    if (hatype == HATYPE_GRE)
        return hand_on(TABLE_GRE_PROTO, type, c);
    if (type <= MAX_LTYPE && (hatype == HATYPE_FRAD || hatype == HATYPE_RADIOTAP))
        return hand_on(TABLE_WTAP_ENCAP, hatype == HATYPE_FRAD ? ENCAP_FRELAY : ENCAP_IEEE_802_11_RADIOTAP, c);
    if (type <= MAX_LTYPE)
        return hand_on(TABLE_SLL_LTYPE, type, c);
    behind(d, sll_trailer, c, sll);
    return hand_on_ethertype(d, type, c);
}

static struct verdict version_1(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    uint32_t hatype = get16(d, c, 2);
    if (d->stop == STOP_NONE && hatype == HATYPE_NETLINK)
        return hand_on(TABLE_WTAP_ENCAP, ENCAP_NETLINK, c);
    if (!need(d, c, 0, 2))
        return done();
    set_protocol_column(d, "SLL");
    info_set(d, info_pkttype, c.p);
    uint32_t sll = emit_protocol(d, c, c.cap < V1_HEADER ? c.cap : V1_HEADER, NULL);
    add_uint(d, &c, PKTTYPE, 2);
    add_uint(d, &c, HATYPE, 2);
    uint32_t len = (uint32_t)add_uint(d, &c, HALEN, 2);
    address_fields(d, c, 0, len);
    cursor_skip(&c, ADDRESS_MAX);
    uint32_t type = get16(d, c, 0);
    if (d->stop != STOP_NONE)
        return done();
    emit_at(d, whole, type_row(type, hatype), V1_HEADER - 2, 2);
    cursor_skip(&c, 2);
    return payload(d, c, type, hatype, sll);
}

static struct verdict version_2(struct dissect *d, struct cursor c)
{
    uint32_t type = get16(d, c, 0), hatype = get16(d, c, 8);
    if (d->stop != STOP_NONE)
        return done();
    if (hatype == HATYPE_NETLINK)
        return hand_to(&proto_data, 0, c);
    if (!need(d, c, 10, 2))
        return done();
    set_protocol_column(d, "SLL");
    info_set(d, info_pkttype, c.p + 10);
    uint32_t sll = emit_protocol(d, c, c.cap < V2_HEADER ? c.cap : V2_HEADER, NULL);
    emit_at(d, c, type_row(type, hatype), 0, 2);
    emit_at(d, c, IFINDEX, 4, 4);
    emit_at(d, c, HATYPE, 8, 2);
    emit_at(d, c, PKTTYPE_8, 10, 1);
    emit_at(d, c, HALEN_8, 11, 1);
    address_fields(d, c, 12, get8(d, c, 11));
    if (d->stop != STOP_NONE)
        return done();
    cursor_skip(&c, V2_HEADER);
    return payload(d, c, type, hatype, sll);
}

static struct verdict sll_run(struct dissect *d, struct cursor c)
{
    return d->frame->encap == ENCAP_LINUX_SLL2 ? version_2(d, c) : version_1(d, c);
}

/* Of either version, when an Ethernet type says what follows. */
static bool sll_glance(struct glance *g)
{
    bool second = g->walk->frame->encap == ENCAP_LINUX_SLL2;
    g->header = second ? V2_HEADER : V1_HEADER;
    if (g->cap < g->header)
        return false;
    uint32_t hatype = be16(g->p + (second ? 8 : 2)), type = be16(g->p + (second ? 0 : V1_HEADER - 2));
    if (hatype == HATYPE_NETLINK || hatype == HATYPE_GRE || type <= MAX_LTYPE)
        return false;
    g->table = TABLE_ETHERTYPE;
    g->key = g->second = type;
    return true;
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_LINUX_SLL }, { TABLE_WTAP_ENCAP, ENCAP_LINUX_SLL2 } };
static const uint8_t hands_to[] = { TABLE_ETHERTYPE, TABLE_SLL_LTYPE, TABLE_GRE_PROTO, TABLE_WTAP_ENCAP };

PROTOCOL(sll,
    .name = "sll", .short_name = "SLL", .long_name = "Linux cooked-mode capture",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .glance = sll_glance, .run = sll_run
);
