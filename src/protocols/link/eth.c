/* eth.c - Ethernet: version II and IEEE 802.3.  Hands on by "ethertype", or to 802.2 LLC. */
#include "protocols/link/ethertype.h"

#include "capture/encap.h"

extern const struct protocol proto_llc;

/* The rows of each address come in this order. */
enum { SHOWN, RESOLVED, OUI, OUI_RESOLVED, LG_BIT, IG_BIT, ADDRESS_ROWS };
enum { ETH, DST, SRC = DST + ADDRESS_ROWS, ADDR = SRC + ADDRESS_ROWS, ADDR_RESOLVED, ADDR_OUI, ADDR_OUI_RESOLVED, LG, IG, LEN,
       TYPE, INVALID_LENTYPE, PADDING, TRAILER, FCS, FCS_STATUS };
enum { SRC_GROUP, LEN_PAST_END, INVALID_TYPE, PADDING_BAD, PADDING_ASSUMED, FCS_BAD };
enum { PREF_PADDING, PREF_TRAILER_LENGTH, PREF_FCS, PREF_CHECK_FCS };
enum { HEADER = 14, MAX_LENGTH = 1500, MIN_TYPE = 1536 };

enum { PADDING_NEVER, PADDING_ZEROS, PADDING_ANY };
enum { FCS_GUESS, FCS_NEVER, FCS_ALWAYS };
VALUES(padding_choices, { PADDING_NEVER, "Never" }, { PADDING_ZEROS, "Zeros" }, { PADDING_ANY, "Any" });
VALUES(fcs_choices, { FCS_GUESS, "According to heuristic" }, { FCS_NEVER, "Never" }, { FCS_ALWAYS, "Always" });

static const struct truth local_bit = { "Locally administered address (this is NOT the factory default)",
                                        "Globally unique address (factory default)" };
static const struct truth group_bit = { "Group address (multicast/broadcast)", "Individual address (unicast)" };

static void eth_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *h = node_bytes(d, n, 0, HEADER);
    uint32_t type = h != NULL ? be16(h + 12) : 0;
    if (h == NULL)
        return;
    if (type <= MAX_LENGTH && type != 0) {
        const uint8_t *payload = node_bytes(d, n, HEADER, 2);
        sb_str(sb, payload != NULL && be16(payload) == 0xffff ? "IEEE 802.3 Ethernet Raw " : "IEEE 802.3 Ethernet ");
        return;
    }
    sb_str(sb, type < MIN_TYPE && type != 0 ? "Ethernet Unknown, Src: " : "Ethernet II, Src: ");
    sb_address_both(sb, d, (struct address){ ADDR_ETHER, 6, h + 6 });
    sb_str(sb, ", Dst: ");
    sb_address_both(sb, d, (struct address){ ADDR_ETHER, 6, h });
}

static void resolved_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *a = node_bytes(d, n, 0, 6);
    if (a != NULL)
        sb_address(sb, d, (struct address){ ADDR_ETHER, 6, a });
}

static void oui_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *a = node_bytes(d, n, 0, 3);
    const char *name = a != NULL ? name_of_oui(d, a) : NULL;
    sb_str(sb, name != NULL ? name : "");
}

static void invalid_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    (void)d;
    if (p != NULL)
        sb_printf(sb, "Invalid length/type: 0x%04x (%u)", be16(p), be16(p));
}

#define OUI_BITS(n, l, flag, m, t) { n, l, FT_BOOLEAN, BITS_24, .flags = flag, .mask = m, .truth = t }
static const struct field fields[] = {
    [ETH] = { "eth", "Ethernet", FT_PROTOCOL, .label_fn = eth_label },
    [DST + SHOWN] = { "eth.dst", "Destination", FT_ETHER },
    [DST + RESOLVED] = { "eth.dst_resolved", "Destination (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = resolved_text },
    [DST + OUI] = { "eth.dst.oui", "Destination OUI", FT_UINT24, BASE_OUI, .flags = HIDDEN | GENERATED },
    [DST + OUI_RESOLVED] = { "eth.dst.oui_resolved", "Destination OUI (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = oui_text },
    [DST + LG_BIT] = OUI_BITS("eth.dst.lg", "LG bit", 0, 0x20000, &local_bit),
    [DST + IG_BIT] = OUI_BITS("eth.dst.ig", "IG bit", 0, 0x10000, &group_bit),
    [SRC + SHOWN] = { "eth.src", "Source", FT_ETHER },
    [SRC + RESOLVED] = { "eth.src_resolved", "Source (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = resolved_text },
    [SRC + OUI] = { "eth.src.oui", "Source OUI", FT_UINT24, BASE_OUI, .flags = HIDDEN | GENERATED },
    [SRC + OUI_RESOLVED] = { "eth.src.oui_resolved", "Source OUI (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = oui_text },
    [SRC + LG_BIT] = OUI_BITS("eth.src.lg", "LG bit", 0, 0x20000, &local_bit),
    [SRC + IG_BIT] = OUI_BITS("eth.src.ig", "IG bit", 0, 0x10000, &group_bit),
    [ADDR] = { "eth.addr", "Address", FT_ETHER },
    [ADDR_RESOLVED] = { "eth.addr_resolved", "Address (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = resolved_text },
    [ADDR_OUI] = { "eth.addr.oui", "Address OUI", FT_UINT24, BASE_OUI, .flags = HIDDEN | GENERATED },
    [ADDR_OUI_RESOLVED] = { "eth.addr.oui_resolved", "Address OUI (resolved)", FT_STRING, .flags = HIDDEN | GENERATED, .text = oui_text },
    [LG] = OUI_BITS("eth.lg", "LG bit", HIDDEN, 0x20000, &local_bit),
    [IG] = OUI_BITS("eth.ig", "IG bit", HIDDEN, 0x10000, &group_bit),
    [LEN] = { "eth.len", "Length", FT_UINT16, BASE_DEC },
    [TYPE] = { "eth.type", "Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [INVALID_LENTYPE] = { "eth.invalid_lentype", "Invalid length/type", FT_UINT16, BASE_HEX_DEC },
    [PADDING] = { "eth.padding", "Padding", FT_BYTES, .flags = ABOVE },
    [TRAILER] = { "eth.trailer", "Trailer", FT_BYTES, .flags = ABOVE },
    [FCS] = { "eth.fcs", "Frame check sequence", FT_UINT32, BASE_HEX, .flags = ABOVE, .suffix = fcs_suffix },
    [FCS_STATUS] = { "eth.fcs.status", "FCS Status", FT_UINT8, BASE_NONE, .flags = GENERATED | ABOVE, .values = &fcs_states },
};
static const struct note_def notes[] = {
    [SRC_GROUP] = { "eth.src_not_group", "Source MAC must not be a group address: IEEE 802.3-2002, Section 3.2.3(b)", SEV_WARN,
                    GROUP_PROTOCOL },
    [LEN_PAST_END] = { "eth.len.past_end", "Length field value goes past the end of the payload", SEV_ERROR, GROUP_MALFORMED },
    [INVALID_TYPE] = { "eth.invalid_lentype.expert", "Invalid length/type", SEV_WARN, GROUP_PROTOCOL, invalid_text },
    [PADDING_BAD] = NOTE_PADDING_BAD,
    [PADDING_ASSUMED] = NOTE_PADDING_ASSUMED,
    [FCS_BAD] = { "eth.fcs_bad", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, fcs_bad_text },
};
static const struct pref prefs[] = {
    [PREF_PADDING] = { "padding", "Ethernet padding detection", PREF_ENUM, PADDING_ZEROS, .choices = &padding_choices },
    [PREF_TRAILER_LENGTH] = { "trailer_length", "Fixed ethernet trailer length", PREF_UINT, 0 },
    [PREF_FCS] = { "fcs", "Assume packets have FCS", PREF_ENUM, FCS_GUESS, .choices = &fcs_choices },
    [PREF_CHECK_FCS] = { "check_fcs", "Validate the Ethernet checksum if possible", PREF_BOOL, 0 },
};

static void address_fields(struct dissect *d, struct cursor c, uint32_t off, unsigned own)
{
    bool known = (wants(d, own + OUI_RESOLVED) || wants(d, ADDR_OUI_RESOLVED)) && name_of_oui(d, c.p + off) != NULL;
    uint32_t node = emit_at(d, c, own + SHOWN, off, 6);
    if (own == SRC && (c.p[off] & 1))
        note_on(d, node, SRC_GROUP, NULL);
    down(d);
    emit_at(d, c, own + RESOLVED, off, 6);
    emit_at(d, c, own + OUI, off, 3);
    if (known)
        emit_arg(d, c, own + OUI_RESOLVED, off, 6, NULL);
    emit_at(d, c, ADDR, off, 6);
    emit_at(d, c, ADDR_RESOLVED, off, 6);
    emit_at(d, c, ADDR_OUI, off, 3);
    if (known)
        emit_arg(d, c, ADDR_OUI_RESOLVED, off, 6, NULL);
    emit_at(d, c, own + LG_BIT, off, 3);
    emit_at(d, c, LG, off, 3);
    emit_at(d, c, own + IG_BIT, off, 3);
    emit_at(d, c, IG, off, 3);
    up(d);
}

static bool has_fcs(const struct dissect *d, int form)
{
    return form == ETH_WITH_FCS || (form == ETH_CAPTURED && pref(d, PREF_FCS) == FCS_ALWAYS);
}

/* What the preferences say of the frame's end. */
static struct trailer_rows trailer_rules(const struct dissect *d, int form)
{
    uint32_t fcs = pref(d, PREF_FCS), padding = pref(d, PREF_PADDING);
    return (struct trailer_rows){
        .trailer = TRAILER,
        .padding = PADDING,
        .fcs = FCS,
        .fcs_status = FCS_STATUS,
        .padding_bad = PADDING_BAD,
        .padding_assumed = PADDING_ASSUMED,
        .fcs_bad = FCS_BAD,
        .minimum = padding != PADDING_NEVER,
        .any_padding = padding == PADDING_ANY,
        .may_have_fcs = form == ETH_CAPTURED && fcs == FCS_GUESS,
        .has_fcs = has_fcs(d, form),
        .check_fcs = pref(d, PREF_CHECK_FCS) != 0,
    };
}

static void trailer(struct dissect *d, struct cursor c, int form, bool typed)
{
    struct trailer_rows rows = trailer_rules(d, form);
    rows.typed = typed;
    trailer_fields(d, c, &rows);
}

/* An epilogue for each way in which a frame comes here, with a length and with a type. */
#define TRAILER_OF(form, name, typed)                                             \
    static void name(struct dissect *d, struct cursor c, uint32_t parent)         \
    {                                                                             \
        (void)parent;                                                             \
        trailer(d, c, form, typed);                                               \
    }
TRAILER_OF(ETH_CARRIED, carried_length_trailer, false)
TRAILER_OF(ETH_CARRIED, carried_trailer, true)
TRAILER_OF(ETH_CAPTURED, captured_length_trailer, false)
TRAILER_OF(ETH_CAPTURED, captured_trailer, true)
TRAILER_OF(ETH_WITH_FCS, checked_length_trailer, false)
TRAILER_OF(ETH_WITH_FCS, checked_trailer, true)

static epilogue *const trailers[][2] = {
    [ETH_CARRIED] = { carried_length_trailer, carried_trailer },
    [ETH_CAPTURED] = { captured_length_trailer, captured_trailer },
    [ETH_WITH_FCS] = { checked_length_trailer, checked_trailer },
};

static void set_addresses(struct dissect *d, const uint8_t *h, uint32_t n)
{
    if (n >= 6)
        set_address(&d->dst, &d->link_dst, ADDR_ETHER, 6, h);
    if (n >= 12)
        set_address(&d->src, &d->link_src, ADDR_ETHER, 6, h + 6);
}

/* IEEE 802.3: the field is a length, and 802.2 or, in Novell's way, IPX follows. */
static struct verdict length_frame(struct dissect *d, struct cursor c, struct cursor whole, uint32_t len, uint32_t eth)
{
    emit_at(d, whole, LEN, 12, 2);
    if (len > c.wire) {
        note(d, LEN_PAST_END, NULL);
        len = c.wire;
    }
    behind(d, trailers[d->variant][0], c, eth);
    d->link_used = len;
    bool raw = c.cap >= 2 && be16(c.p) == 0xffff;
    cursor_limit(&c, len);
    if (raw)
        return hand_on(TABLE_ETHERTYPE, 0x8137, c);
    return hand_to(&proto_llc, 0, c);
}

static bool eth_pass(struct dissect *d, struct verdict *v)
{
    const uint8_t *h = cursor_peek(v->rest, 0, HEADER);
    uint32_t type = h != NULL ? be16(h + 12) : 0;
    if (type < MIN_TYPE || has_fcs(d, d->variant))
        return false;
    set_protocol_column(d, "Ethernet");
    info_set(d, info_constant, "Ethernet II");
    set_addresses(d, h, HEADER);
    layer_shown(d, v->rest);
    cursor_take(&v->rest, HEADER);
    behind(d, trailers[d->variant][1], v->rest, NO_NODE);
    ethertype_layer(d, type, v->rest.cap != 0);
    return pass_on(v, TABLE_ETHERTYPE, type);
}

static struct verdict eth_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "Ethernet");
    info_clear(d);
    set_addresses(d, c.p, c.cap);
    const uint8_t *h = cursor_take(&c, HEADER);
    if (h == NULL) {
        fall_short(d, whole, 0, HEADER);
        return done();
    }
    uint32_t type = be16(h + 12), eth = emit_protocol(d, whole, HEADER, NULL);
    if (type >= MIN_TYPE || type == 0)
        info_set(d, info_constant, "Ethernet II");
    if (d->emitting) {
        address_fields(d, whole, 0, DST);
        address_fields(d, whole, 6, SRC);
    }
    if (type <= MAX_LENGTH && type != 0)
        return length_frame(d, c, whole, type, eth);
    if (type < MIN_TYPE && type != 0) {
        emit_at(d, whole, INVALID_LENTYPE, 12, 2);
        return hand_to(&proto_data, 0, c);
    }
    emit_at(d, whole, TYPE, 12, 2);
    behind(d, trailers[d->variant][1], c, eth);
    if (has_fcs(d, d->variant) && c.wire >= 4)
        cursor_limit(&c, c.wire - 4);
    return hand_on_ethertype(d, type, c);
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_ETHER, ETH_CAPTURED }, { TABLE_SLL_LTYPE, 3 }, { TABLE_GRE_PROTO, 0x6558 },
                                       { TABLE_ETHERTYPE, 0x6558 }, { TABLE_GRE_PROTO, 0x6400 },
                                       { TABLE_VXLAN_NEXT_PROTO, 3 }, { TABLE_CHDLC_PROTOCOL, 0x6558 } };
static const struct glance_row glance_rows[] = {
    { DST + SHOWN, 0, 6 }, { ADDR, 0, 6 }, { SRC + SHOWN, 6, 6 }, { ADDR, 6, 6 }, { TYPE, 12, 2 },
};

static bool eth_glance(struct glance *g)
{
    if (g->cap < HEADER || be16(g->p + 12) < MIN_TYPE)
        return false;
    g->header = HEADER;
    g->table = TABLE_ETHERTYPE;
    g->key = g->second = be16(g->p + 12);
    return true;
}

static const struct glance_shape shapes[] = { { HEADER, .key_at = 12, .key_size = 2 } };
static const uint8_t hands_to[] = { TABLE_ETHERTYPE };
static const struct protocol *const calls[] = { &proto_llc, NULL };

PROTOCOL(eth,
    .name = "eth", .short_name = "Ethernet", .long_name = "Ethernet",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    GLANCE(eth_glance, glance_rows), SHAPES(shapes), .run = eth_run, .pass = eth_pass
);
