/* basicxid.c - exchange identification in the basic format of IEEE 802.2, section 5.4.1.1.2.  A form of LLC. */
#include "protocols/protocol.h"

enum { XID, FORMAT, TYPES, WINDOW };

VALUES(formats, { 0x81, "LLC basic format" });
VALUES(types, { 1, "Type 1 LLC (Class I LLC)" }, { 2, "Type 2 LLC" }, { 3, "Type 1 and Type 2 LLCs (Class II LLC)" },
       { 4, "Type 3 LLC" }, { 5, "Type 1 and Type 3 LLCs (Class III LLC)" }, { 6, "Type 2 and Type 3 LLCs" },
       { 7, "Type 1 and Type 2 and Type 3 LLCs (Class IV LLC)" });

static const struct field fields[] = {
    [XID] = { "basicxid", "Logical-Link Control Basic Format XID", FT_PROTOCOL },
    [FORMAT] = { "basicxid.llc.xid.format", "XID Format", FT_UINT8, BASE_HEX, .values = &formats },
    [TYPES] = { "basicxid.llc.xid.types", "LLC Types/Classes", FT_UINT8, BASE_HEX, .values = &types },
    [WINDOW] = { "basicxid.llc.xid.wsize", "Receive Window Size", FT_UINT8, BASE_DEC },
};

static void info_types(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint8_t t = *(const uint8_t *)arg & 0x1f;
    const char *name = values_find(&types, t);
    (void)d;
    sb_str(sb, "; ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "0x%02x", t);
}

static void info_window(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_printf(sb, "; Window Size %u", *(const uint8_t *)arg >> 1);
}

static struct verdict basicxid_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "XID");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, FORMAT, 0, 1);
    info_set(d, info_constant, "Basic Format");
    uint32_t types_byte = get8(d, c, 1);
    emit_value(d, c, TYPES, 1, 1, types_byte & 0x1f);
    if (d->stop == STOP_NONE)
        info_add(d, info_types, c.p + 1);
    uint32_t window = get8(d, c, 2);
    emit_value(d, c, WINDOW, 2, 1, window >> 1);
    if (d->stop == STOP_NONE)
        info_add(d, info_window, c.p + 2);
    return done();
}

PROTOCOL(basicxid,
    .name = "basicxid", .short_name = "Basic Format XID", .long_name = "Logical-Link Control Basic Format XID",
    FIELDS(fields), .run = basicxid_run
);
