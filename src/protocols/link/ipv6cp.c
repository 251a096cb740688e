/* ipv6cp.c - PPP's IPv6 Control Protocol, RFC 5072. */
#include "protocols/link/ppp_control.h"

enum { O_INTERFACE = CP_OWN, O_COMPRESSION, IDENTIFIER, COMPRESSION, DATA };  /* compression is shown as IPCP's option */

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(types, { 1, "Interface Identifier" }, { 2, "IPv6 compression" });
VALUES(compressions, { 0x3, "Robust Header Compression (ROHC)" }, { 0x2d, "VJ compression" }, { 0x37, "VJ compression (RFC1172-typo)" },
       { 0x61, "IPHC compression" });

static const struct field fields[] = {
    CP_ROWS("ipv6cp", "PPP IPv6 Control Protocol", "ipv6cp", &codes, &types),
    [O_INTERFACE] = { "ipv6cp.opt.interface_identifier", "Interface Identifier", FT_BYTES, .label_fn = ppp_option_line },
    [O_COMPRESSION] = { "ipcp.opt.compress", "IP Compression Protocol", FT_BYTES, .label_fn = ppp_option_line },
    [IDENTIFIER] = { "ipv6cp.interface_identifier", "Interface Identifier", FT_BYTES, SEP_COLON },
    [COMPRESSION] = { "ipcp.opt.compress_proto", "IP Compression Protocol", FT_UINT16, BASE_HEX, .values = &compressions },
    [DATA] = { "ipcp.data", "Data", FT_BYTES },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void interface_identifier(struct dissect *d, struct cursor c) { emit_at(d, c, IDENTIFIER, 2, 8); }

static void compression(struct dissect *d, struct cursor c)
{
    emit_at(d, c, COMPRESSION, 2, 2);
    if (c.wire > 4)
        emit_at(d, c, DATA, 4, c.wire - 4);
}

static const struct ppp_option options[] = {
    { 1, 10, false, O_INTERFACE, "Interface Identifier", interface_identifier },
    { 2, 4, true, O_COMPRESSION, "IPv6 compression", compression },
};
static const struct ppp_control control = { "PPP IPV6CP", &codes, options, ARRAY_LEN(options) };

static struct verdict ipv6cp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x8057 } };

PROTOCOL(ipv6cp,
    .name = "ipv6cp", .short_name = "PPP IPV6CP", .long_name = "PPP IPv6 Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = ipv6cp_run
);
