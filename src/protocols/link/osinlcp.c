/* osinlcp.c - PPP's control protocols with few options or none: for OSI network layers (RFC 1377), MPLS (RFC 3032) and
   Cisco's discovery protocol. */
#include "protocols/link/ppp_control.h"

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });

/* --- OSI -------------------------------------------------------------------------------------- */

enum { O_ALIGN = CP_OWN, ALIGNMENT };

VALUES(types, { 1, "Align-NPDU" });

static const struct field fields[] = {
    CP_ROWS("osinlcp", "PPP OSI Network Layer Control Protocol", "osinlcp", &codes, &types),
    [O_ALIGN] = { "osinlcp.opt.def_pid", "Align-NPDU", FT_BYTES, .label_fn = ppp_option_line },
    [ALIGNMENT] = { "osinlcp.opt.alignment", "Alignment", FT_UINT8, BASE_DEC },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void alignment(struct dissect *d, struct cursor c) { emit_at(d, c, ALIGNMENT, 2, 1); }

static const struct ppp_option options[] = { { 1, 3, false, O_ALIGN, "Align-NPDU", alignment } };
static const struct ppp_control control = { "PPP OSINLCP", &codes, options, ARRAY_LEN(options) };

static struct verdict osinlcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x8023 } };

PROTOCOL(osinlcp,
    .name = "osinlcp", .short_name = "PPP OSINLCP", .long_name = "PPP OSI Network Layer Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = osinlcp_run
);

/* --- MPLS ------------------------------------------------------------------------------------- */

static const struct field mpls_fields[] = { CP_ROWS("mplscp", "PPP MPLS Control Protocol", "lcp", &codes, NULL) };
static const struct ppp_control mpls_control = { "PPP MPLSCP", &codes, NULL, 0 };

static struct verdict mplscp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &mpls_control); }

static const struct claim mpls_claims[] = { { TABLE_PPP_PROTOCOL, 0x8281 } };

PROTOCOL(mplscp,
    .name = "mplscp", .short_name = "PPP MPLSCP", .long_name = "PPP MPLS Control Protocol",
    FIELDS(mpls_fields), NOTES(notes), CLAIMS(mpls_claims), .run = mplscp_run
);

/* --- CDP -------------------------------------------------------------------------------------- */

static const struct field cdp_fields[] = { CP_ROWS("cdpcp", "PPP CDP Control Protocol", "lcp", &codes, NULL) };
static const struct ppp_control cdp_control = { "PPP CDPCP", &codes, NULL, 0 };

static struct verdict cdpcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &cdp_control); }

static const struct claim cdp_claims[] = { { TABLE_PPP_PROTOCOL, 0x8207 } };

PROTOCOL(cdpcp,
    .name = "cdpcp", .short_name = "PPP CDPCP", .long_name = "PPP CDP Control Protocol",
    FIELDS(cdp_fields), NOTES(notes), CLAIMS(cdp_claims), .run = cdpcp_run
);
