/* dhcp_fields.c - the rows of dhcp_rows.h as tables of fields and findings. */
#include "protocols/application/dhcp.h"

#include "protocols/application/dhcp_values.h"
#include "protocols/enterprise.h"
#include "protocols/link/hardware.h"

#define FIELD_ROW(id, ...) [F_##id] = { __VA_ARGS__ },
#define OPTION_ROW(code, name_, kind_, ...) [OPTION_##code] = { __VA_ARGS__ },
#define SUB_ROW(set, code, name_, kind_, ...) [set##_##code] = { __VA_ARGS__ },
#define NO_ROW(...)
const struct field dhcp_fields[DHCP_ROWS] = {
    DHCP_FIELDS(FIELD_ROW)
    DHCP_OPTIONS(OPTION_ROW, NO_ROW, NO_ROW)
    DHCP_PXE(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_CL(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_ALU(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_BSDP(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_ACI(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_AEROHIVE(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_AGENT(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_NOVELL(SUB_ROW, NO_ROW, NO_ROW)
    DHCP_TR111(SUB_ROW, NO_ROW, NO_ROW)
};

/* SAYS: the text is the finding's argument. */
#define NOTE(severity, name, text) { name, text, severity, GROUP_PROTOCOL }
#define SAYS(severity, name, text) { name, text, severity, GROUP_PROTOCOL, dhcp_note_text }
const struct note_def dhcp_notes[DHCP_NOTES] = {
    [DHCP_BAD_LENGTH] = SAYS(SEV_ERROR, "dhcp.bad_length", "length isn't 0"),
    [DHCP_BAD_BITFIELD] = NOTE(SEV_ERROR, "dhcp.bad_bitfield", "Bogus bitfield"),
    [DHCP_MISSING_SUBOPT_LENGTH] = SAYS(SEV_ERROR, "dhcp.missing_subopt_length", "no room left in option for suboption length"),
    [DHCP_MISSING_SUBOPT_VALUE] = SAYS(SEV_ERROR, "dhcp.missing_subopt_value", "no room left in option for suboption value"),
    [DHCP_MALFORMED_DUID] = NOTE(SEV_ERROR, "dhcp.malformed.duid", "DUID: malformed option"),
    [DHCP_FILE_END_MISSING] = NOTE(SEV_ERROR, "dhcp.option.option_overload.file_end_missing", "file overload end option missing"),
    [DHCP_SNAME_END_MISSING] = NOTE(SEV_ERROR, "dhcp.option.option_overload.sname_end_missing", "sname overload end option missing"),
    [DHCP_UNKNOWN_SUBOPT] = SAYS(SEV_ERROR, "dhcp.subopt.unknown_type", "ERROR, please report: Unknown subopt type handler"),
    [DHCP_BAD_CIVIC_TYPE] = NOTE(SEV_ERROR, "dhcp.option.civic_location.bad_cattype", "Error with CAType"),
    [DHCP_BAD_NAME_SERVICE] = SAYS(SEV_ERROR, "dhcp.option.dhcp_name_service.invalid", "Invalid Name Service"),
    [DHCP_BAD_SIP_ENCODING] = SAYS(SEV_ERROR, "dhcp.option.sip_server_address.encoding", "RFC 3361 defines only 0 and 1 for Encoding byte"),
    [DHCP_BAD_ROUTE] = SAYS(SEV_ERROR, "dhcp.option.classless_static.route", "Mask width > 32"),
    [DHCP_ENTERPRISE_MALFORMED] = NOTE(SEV_ERROR, "dhcp.option.enterprise.malformed", "no room left in option for enterprise data"),
    [DHCP_6RD_MALFORMED] = NOTE(SEV_ERROR, "dhcp.option.6RD.malformed", "6RD: malformed option"),
    [DHCP_UNKNOWN_TAG] = SAYS(SEV_ERROR, "dhcp.option.option.vi.cl.tag_unknown", "Unknown tag"),
    [DHCP_PARSE_ERROR] = NOTE(SEV_ERROR, "dhcp.option.parse_err", "Parse error"),
    [DHCP_NONSTANDARD] = NOTE(SEV_NOTE, "dhcp.option.nonstd_data", "Non standard compliant option data"),
    [DHCP_BAD_SUBOPTION] = NOTE(SEV_ERROR, "dhcp.suboption_invalid", "Invalid suboption"),
    [DHCP_SECONDS_LITTLE] = NOTE(SEV_NOTE, "dhcp.secs_le", "Seconds elapsed appears to be encoded as little-endian"),
    [DHCP_NO_END] = NOTE(SEV_ERROR, "dhcp.end_option_missing", "End option missing"),
    [DHCP_NO_ADDRESS] = NOTE(SEV_NOTE, "dhcp.client_address_not_given", "Client address not given"),
    [DHCP_SNAME_OVERLOADED] = NOTE(SEV_NOTE, "dhcp.server_name_overloaded_by_dhcp", "Server name option overloaded by DHCP"),
    [DHCP_FILE_OVERLOADED] = NOTE(SEV_NOTE, "dhcp.boot_filename_overloaded_by_dhcp", "Boot file name option overloaded by DHCP"),
    [DHCP_BITFIELD_IGNORED] = NOTE(SEV_NOTE, "dhcp.option.isns.ignored_bitfield", "Enabled field is not set - non-zero bitmask ignored"),
    [DHCP_BAD_L2QVLAN] = NOTE(SEV_ERROR, "dhcp.option.vendor.avaya.l2qvlan.invalid", "Option 242 (L2QVLAN) invalid"),
    [DHCP_BAD_VLANTEST] = NOTE(SEV_ERROR, "dhcp.option.vendor.avaya.vlantest.invalid", "Option 242 (avaya vlantest) invalid"),
    [DHCP_AMBIGUOUS_ARCHITECTURE] = SAYS(SEV_WARN, "dhcp.option.client_architecture.ambiguous", "Client Architecture ID may be ambiguous"),
};

void dhcp_note_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct dhcp_text *t = n->v.arg;
    if (t == NULL)
        return;
    for (uint32_t i = 0, number = 0; t->text[i] != '\0'; i++)
        if (t->text[i] == '#')
            sb_uint(sb, t->n[number++ % ARRAY_LEN(t->n)]);
        else
            sb_char(sb, t->text[i]);
    sb_escaped(sb, t->bytes, t->len);
}
