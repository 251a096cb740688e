/* ppp.c - Point-to-Point Protocol, RFC 1661, in frames like HDLC's, RFC 1662.  Hands on by "ppp.protocol". */
#include "protocols/link/ethertype.h"
#include "protocols/link/ppp_control.h"
#include "protocols/link/pppoe.h"

#include "capture/encap.h"

enum { PPP, DIRECTION, ADDRESS, CONTROL, PROTOCOL_ID, FCS_16, FCS_32, FCS_STATUS };
enum { BAD_CHECKSUM };
enum { PREF_FCS_TYPE, PREF_DEFAULT_ID };
enum { ALL_STATIONS = 0xff, CISCO_UNICAST = 0x0f, CISCO_MULTICAST = 0x8f };

VALUES(directions, { 0, "DCE->DTE" }, { 1, "DTE->DCE" });
VALUES(fcs_types, { 0, "None" }, { 1, "16-Bit" }, { 2, "32-Bit" });

static const struct field fields[] = {
    [PPP] = { "ppp", "Point-to-Point Protocol", FT_PROTOCOL },
    [DIRECTION] = { "ppp.direction", "Direction", FT_UINT8, BASE_DEC, .values = &directions },
    [ADDRESS] = { "ppp.address", "Address", FT_UINT8, BASE_HEX },
    [CONTROL] = { "ppp.control", "Control", FT_UINT8, BASE_HEX },
    [PROTOCOL_ID] = { "ppp.protocol", "Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols },
    [FCS_16] = { "ppp.fcs_16", "FCS 16", FT_UINT16, BASE_HEX },
    [FCS_32] = { "ppp.fcs_32", "FCS 32", FT_UINT32, BASE_HEX },
    [FCS_STATUS] = { "ppp.fcs.status", "FCS Status", FT_UINT8, BASE_NONE, .values = &fcs_states },
};
static const struct note_def notes[] = {
    [BAD_CHECKSUM] = { "ppp.bad_checksum", "Bad checksum", SEV_WARN, GROUP_CHECKSUM },
};
static const struct pref prefs[] = {
    [PREF_FCS_TYPE] = { "fcs_type", "PPP Frame Checksum Type", PREF_ENUM, 0, .choices = &fcs_types },
    [PREF_DEFAULT_ID] = { "default_proto_id", "PPPMuxCP Default PID (in hex)", PREF_UINT, 0 },
};

static void info_protocol(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    uint32_t protocol = *(const uint32_t *)arg;
    (void)d;
    sb_printf(sb, "PPP %s (0x%04x)", values_or(&ppp_protocols, protocol, "Unknown"), protocol);
}

/* Nobody claims the protocol. */
static void unknown_columns(struct dissect *d, uint32_t protocol)
{
    uint32_t *number = packet_copy(d, &protocol, sizeof protocol);
    if (number == NULL)
        return;
    number_column(d, protocol);
    info_set(d, info_protocol, number);
}

static struct verdict ppp_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    uint32_t header = 0;
    bool bare = d->variant == PPP_BARE;
    if (!bare && c.cap != 0 && (c.p[0] == CISCO_UNICAST || c.p[0] == CISCO_MULTICAST))
        return hand_on(TABLE_WTAP_ENCAP, ENCAP_CHDLC, c);
    if (d->variant == PPP_LINK)
        set_address(&d->src, &d->dst, ADDR_TEXT, 3, (const uint8_t *)"N/A");
    set_protocol_column(d, "PPP");
    info_clear(d);
    if (!bare && c.cap > 0 && c.p[0] == ALL_STATIONS)
        header = 2;
    uint32_t size = c.cap > header && (c.p[header] & 1) ? 1 : 2;
    emit_protocol(d, whole, c.cap < header + size ? c.cap : header + size, NULL);
    if (header != 0) {
        emit_at(d, c, ADDRESS, 0, 1);
        emit_at(d, c, CONTROL, 1, 1);
    }
    cursor_skip(&c, header);
    uint32_t protocol = size == 1 ? get8(d, c, 0) : get16(d, c, 0);
    if (d->stop != STOP_NONE)
        return done();
    emit_value(d, c, PROTOCOL_ID, 0, size, protocol);
    cursor_skip(&c, size);
    if (d->columns && (c.wire == 0 || !claimed(d, TABLE_PPP_PROTOCOL, protocol)))
        unknown_columns(d, protocol);
    return c.wire == 0 ? done() : hand_on(TABLE_PPP_PROTOCOL, protocol, c);
}

static const struct claim claims[] = { { TABLE_WTAP_ENCAP, ENCAP_PPP, PPP_LINK },
                                       { TABLE_SLL_LTYPE, 7 },
                                       { TABLE_GRE_PROTO, 0x880b } };
static const uint8_t hands_to[] = { TABLE_PPP_PROTOCOL, TABLE_WTAP_ENCAP };

PROTOCOL(ppp,
    .name = "ppp", .short_name = "PPP", .long_name = "Point-to-Point Protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .run = ppp_run
);
