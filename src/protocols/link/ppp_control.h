/* ppp_control.h - what PPP's control protocols have in common: code, identifier, length, options (RFC 1661,
   sections 5 and 6).  A protocol declares its options in a table and its rows after the common ones. */
#ifndef PROTOCOLS_LINK_PPP_CONTROL_H
#define PROTOCOLS_LINK_PPP_CONTROL_H

#include "protocols/protocol.h"

extern const struct values ppp_protocols;

/* An option: its type, the least or exact length, its row, and what stands behind type and length. */
struct ppp_option {
    uint8_t type, len;
    bool least;    /* `len` is the least length, else the only one */
    uint8_t row;
    const char *name;
    /* `c` is the whole option; its rows are children of the option's.  NULL: there is no value. */
    void (*body)(struct dissect *d, struct cursor c);
    /* Another option under the same number, told by its length; 0: none. */
    uint8_t other_len, other_row;
    void (*other_body)(struct dissect *d, struct cursor c);
};

struct ppp_control {
    const char *column;           /* "PPP LCP" */
    const struct values *codes;
    const struct ppp_option *options;
    uint32_t n_options;
    const char *heading;          /* before the count of bytes; NULL: "Options:" */
    uint8_t type_row, length_row; /* 0: CP_OPT_TYPE, CP_OPT_LENGTH */
};

/* Rows 0 to CP_OWN - 1 of every control protocol: CP_ROWS. */
enum { CP_PROTO, CP_CODE, CP_IDENTIFIER, CP_LENGTH, CP_OPTIONS, CP_BAD_OPTION, CP_OPT_TYPE, CP_OPT_LENGTH, CP_DATA, CP_REJECTED,
       CP_VENDOR_MAGIC, CP_OUI, CP_KIND, CP_MAGIC, CP_LCP_DATA, CP_MESSAGE, CP_SECONDS, CP_REJ_PROTO, CP_OWN };
enum { CP_LEN_INVALID, CP_NOTES };

field_text ppp_options_line, ppp_bad_option_line, ppp_option_line, ppp_rejected_line, ppp_bad_option_text;
extern const struct unit ppp_seconds_unit;

#define CP_ROWS(name_, long_name_, prefix_, codes_, types_)                                                       \
    [CP_PROTO] = { name_, long_name_, FT_PROTOCOL },                                                              \
    [CP_CODE] = { "ppp.code", "Code", FT_UINT8, BASE_DEC, .values = codes_ },                                     \
    [CP_IDENTIFIER] = { "ppp.identifier", "Identifier", FT_UINT8, BASE_DEC_HEX },                                 \
    [CP_LENGTH] = { "ppp.length", "Length", FT_UINT16, BASE_DEC },                                                \
    [CP_OPTIONS] = { "", "Options", FT_NONE, .label_fn = ppp_options_line },                                      \
    [CP_BAD_OPTION] = { "", "Option", FT_NONE, .label_fn = ppp_bad_option_line },                                 \
    [CP_OPT_TYPE] = { prefix_ ".opt.type", "Type", FT_UINT8, BASE_DEC, .values = types_ },                        \
    [CP_OPT_LENGTH] = { prefix_ ".opt.length", "Length", FT_UINT8, BASE_DEC },                                    \
    [CP_DATA] = { "ppp.data", "Data", FT_BYTES },                                                                 \
    [CP_REJECTED] = { "ppp.data", "Data", FT_BYTES, .label_fn = ppp_rejected_line },                              \
    [CP_VENDOR_MAGIC] = { "ppp.magic_number", "Magic Number", FT_UINT32, BASE_HEX },                              \
    [CP_OUI] = { "ppp.oui", "OUI", FT_UINT24, BASE_OUI },                                                         \
    [CP_KIND] = { "ppp.kind", "Kind", FT_UINT8, BASE_DEC_HEX },                                                   \
    [CP_MAGIC] = { "lcp.magic_number", "Magic Number", FT_UINT32, BASE_HEX },                                     \
    [CP_LCP_DATA] = { "lcp.data", "Data", FT_BYTES },                                                             \
    [CP_MESSAGE] = { "lcp.message", "Message", FT_STRING },                                                       \
    [CP_SECONDS] = { "lcp.secs_remaining", "Seconds Remaining", FT_UINT32, BASE_DEC, .unit = &ppp_seconds_unit }, \
    [CP_REJ_PROTO] = { "lcp.rej_proto", "Rejected Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols }
#define CP_NOTE_ROWS \
    [CP_LEN_INVALID] = { "ppp.opt.len.invalid", "Invalid length for option", SEV_WARN, GROUP_PROTOCOL, ppp_bad_option_text }

/* The options that the cursor has, for protocols that have another header, and for options within an option. */
void ppp_options(struct dissect *d, struct cursor c, const struct ppp_control *p);

/* The whole of a control protocol's dissector. */
struct verdict ppp_control_run(struct dissect *d, struct cursor c, const struct ppp_control *p);

#endif
