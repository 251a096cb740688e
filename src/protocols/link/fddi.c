/* fddi.c - Fiber Distributed Data Interface (ISO 9314-2): token ring on glass.  LLC frames hand on to 802.2.

   Most captures hold the addresses as they went over the ring, each byte's first bit last. */
#include "protocols/protocol.h"

#include "capture/encap.h"

extern const struct protocol proto_llc;

enum { FDDI, FC, CLF, PRIORITY, SMT_SUBTYPE, MAC_SUBTYPE, DST, SRC, ADDR };
enum { PREF_PADDING };
enum { HEADER = 13, PADDING = 3 };
enum { BITS_SWAPPED, BITS_PLAIN };  /* variants */

/* Frame control: class, length and format, and what these make of the last four bits. */
enum { FC_TOKEN = 0x80, FC_RESTRICTED = 0xc0, FC_SYNC_LLC = 0xd0, FC_RESERVED_PRIORITY = 8 };
enum { CLF_VOID, CLF_SMT = 4, CLF_ASYNC_LLC, CLF_ASYNC_IMPLEMENTOR, CLF_TOKEN = 8, CLF_MAC = 12, CLF_SYNC_LLC,
       CLF_SYNC_IMPLEMENTOR };

VALUES(formats, { CLF_VOID, "Void" }, { CLF_SMT, "SMT" }, { CLF_ASYNC_LLC, "Async LLC" },
       { CLF_ASYNC_IMPLEMENTOR, "Implementor Async" }, { CLF_TOKEN, "Nonrestricted Token" }, { CLF_MAC, "MAC" },
       { CLF_SYNC_LLC, "Sync LLC" }, { CLF_SYNC_IMPLEMENTOR, "Implementor Sync" });
VALUES(smt_subtypes, { 1, "Info" }, { 15, "Next Station Address" });
VALUES(mac_subtypes, { 2, "Beacon" }, { 3, "Claim" });
/* Frame controls with a name of their own. */
VALUES(named, { 0x00, "Void frame" }, { 0x41, "SMT info" }, { 0x4f, "SMT Next station address" },
       { FC_TOKEN, "Nonrestricted token" }, { FC_RESTRICTED, "Restricted token" }, { 0xc2, "MAC beacon" },
       { 0xc3, "MAC claim token" }, { FC_SYNC_LLC, "Sync LLC frame" });
VALUES(kinds, { CLF_SMT, "SMT frame" }, { CLF_ASYNC_LLC, "Async LLC frame" }, { CLF_ASYNC_IMPLEMENTOR, "Implementor async frame" },
       { CLF_MAC, "MAC frame" }, { CLF_SYNC_LLC, "Sync LLC frame" }, { CLF_SYNC_IMPLEMENTOR, "Implementor sync frame" });

static bool has_priority(uint8_t fc) { return fc >> 4 == CLF_ASYNC_LLC && (fc & FC_RESERVED_PRIORITY) == 0; }

static void control_text(struct strbuf *sb, uint8_t fc)
{
    const char *name = values_find(&named, fc), *kind = values_find(&kinds, fc >> 4);
    if (name != NULL || kind == NULL)
        sb_str(sb, name != NULL ? name : "Unknown frame type");
    else if (has_priority(fc))
        sb_printf(sb, "%s, priority %u", kind, fc & 7u);
    else
        sb_printf(sb, "%s, control %x", kind, fc & 15u);
}

static void control_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, " (");
    control_text(sb, (uint8_t)n->v.u);
    sb_char(sb, ')');
}

static void info_control(struct strbuf *sb, const struct dissect *d, const void *fc)
{
    (void)d;
    control_text(sb, *(const uint8_t *)fc);
}

static void fddi_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *fc = n->v.arg;
    (void)d;
    sb_str(sb, "Fiber Distributed Data Interface, ");
    control_text(sb, *fc);
}

static const struct field fields[] = {
    [FDDI] = { "fddi", "Fiber Distributed Data Interface", FT_PROTOCOL, .label_fn = fddi_label },
    [FC] = { "fddi.fc", "Frame Control", FT_UINT8, BASE_HEX, .suffix = control_suffix },
    [CLF] = { "fddi.fc.clf", "Class/Length/Format", FT_UINT8, BASE_HEX, .mask = 0xf0, .values = &formats },
    [PRIORITY] = { "fddi.fc.prio", "Priority", FT_UINT8, BASE_DEC, .mask = 7 },
    [SMT_SUBTYPE] = { "fddi.fc.smt_subtype", "SMT Subtype", FT_UINT8, BASE_DEC, .mask = 15, .values = &smt_subtypes },
    [MAC_SUBTYPE] = { "fddi.fc.mac_subtype", "MAC Subtype", FT_UINT8, BASE_DEC, .mask = 15, .values = &mac_subtypes },
    [DST] = { "fddi.dst", "Destination", FT_ETHER },
    [SRC] = { "fddi.src", "Source", FT_ETHER },
    [ADDR] = { "fddi.addr", "Source or Destination Address", FT_ETHER, .flags = HIDDEN },
};
static const struct pref prefs[] = {
    [PREF_PADDING] = { "padding", "Add 3-byte padding to all FDDI packets", PREF_BOOL, 0 },
};

/* With the bits of each byte in the order of Ethernet; NULL without memory. */
static const uint8_t *address_of(struct dissect *d, const uint8_t *p)
{
    if (d->variant == BITS_PLAIN)
        return p;
    uint8_t *swapped = arena_take(&d->arena, 6);
    for (int i = 0; swapped != NULL && i < 6; i++) {
        uint32_t b = p[i];
        b = (b & 0x0f) << 4 | b >> 4;
        b = (b & 0x33) << 2 | (b >> 2 & 0x33);
        swapped[i] = (uint8_t)((b & 0x55) << 1 | (b >> 1 & 0x55));
    }
    return swapped;
}

/* Each row stands there twice, as in tshark; false when the bytes end. */
static bool add_address(struct dissect *d, struct cursor *c, unsigned row, struct address *column, struct address *link)
{
    const uint8_t *a = need(d, *c, 0, 6) ? address_of(d, c->p) : NULL;
    if (a == NULL)
        return false;
    set_address(column, link, ADDR_ETHER, 6, a);
    for (int again = 0; again < 2; again++) {
        uint32_t node = emit_held(d, *c, row, 0, 6, a, 6);
        if (again != 0)
            set_hidden(d, node);
        emit_held(d, *c, ADDR, 0, 6, a, 6);
    }
    cursor_skip(c, 6);
    return true;
}

static void add_control(struct dissect *d, struct cursor *c, uint8_t fc)
{
    uint8_t clf = fc >> 4;
    emit_at(d, *c, FC, 0, 1);
    down(d);
    emit_at(d, *c, CLF, 0, 1);
    if (clf == CLF_SMT)
        emit_at(d, *c, SMT_SUBTYPE, 0, 1);
    else if (clf == CLF_MAC && fc != FC_RESTRICTED)
        emit_at(d, *c, MAC_SUBTYPE, 0, 1);
    else if (has_priority(fc))
        emit_at(d, *c, PRIORITY, 0, 1);
    up(d);
    cursor_skip(c, 1);
}

static struct verdict fddi_run(struct dissect *d, struct cursor c)
{
    uint32_t padding = pref(d, PREF_PADDING) ? PADDING : 0;
    struct cursor whole = c;
    set_protocol_column(d, "FDDI");
    info_clear(d);
    if (!need(d, c, padding, 1))
        return done();
    cursor_skip(&c, padding);
    const uint8_t *fc = c.p;
    info_set(d, info_control, fc);
    emit_protocol(d, whole, whole.cap < HEADER + padding ? whole.cap : HEADER + padding, fc);
    add_control(d, &c, *fc);
    if (!add_address(d, &c, DST, &d->dst, &d->link_dst) || !add_address(d, &c, SRC, &d->src, &d->link_src))
        return done();
    return *fc >> 4 == CLF_ASYNC_LLC ? hand_to(&proto_llc, 0, c) : hand_to(&proto_data, 0, c);
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_FDDI_SWAPPED, BITS_SWAPPED },
                                       { TABLE_WTAP_ENCAP, ENCAP_FDDI, BITS_PLAIN } };
static const struct protocol *const calls[] = { &proto_llc, &proto_data, NULL };

PROTOCOL(fddi,
    .name = "fddi", .short_name = "FDDI", .long_name = "Fiber Distributed Data Interface",
    FIELDS(fields), PREFS(prefs), CLAIMS(claims), .calls = calls, .run = fddi_run
);
