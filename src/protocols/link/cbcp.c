/* cbcp.c - PPP's Callback Control Protocol of Microsoft (draft-gidwani-ppp-callback-cp). */
#include "protocols/link/ppp_control.h"

enum { O_NONE = CP_OWN, O_USER, O_ADMIN, O_LIST, DELAY, ADDRESS_LINE, ADDRESS_TYPE, ADDRESS, NO_CALLBACK };
enum { PAST_END = CP_NOTES };

VALUES(codes, { 1, "Callback Request" }, { 2, "Callback Response" }, { 3, "Callback Ack" });
VALUES(types, { 1, "No callback" }, { 2, "Callback to a user-specified number" },
       { 3, "Callback to a pre-specified or admin-specified number" }, { 4, "Callback to any of a list of numbers" });
RANGES(address_types, { 0, 0, "Reserved" }, { 1, 1, "PSTN/ISDN" }, { 2, 255, "Other" });

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }
static const struct field fields[] = {
    CP_ROWS("cbcp", "PPP Callback Control Protocol", "cbcp", &codes, &types),
    [O_NONE] = OPTION("cbcp.opt.no_callback", "No callback"),
    [O_USER] = OPTION("cbcp.opt.callback_user", "Callback to a user-specified number"),
    [O_ADMIN] = OPTION("cbcp.opt.callback_admin", "Callback to a pre-specified or admin-specified number"),
    [O_LIST] = OPTION("cbcp.opt.callback_list", "Callback to any of a list of numbers"),
    [DELAY] = { "cbcp.callback_delay", "Callback delay", FT_UINT8, BASE_DEC },
    [ADDRESS_LINE] = { "", "Callback Address", FT_NONE },
    [ADDRESS_TYPE] = { "cbcp.address_type", "Address Type", FT_UINT8, BASE_DEC, .ranges = &address_types },
    [ADDRESS] = { "cbcp.address", "Address", FT_STRINGZ },
    [NO_CALLBACK] = { "cbcp.no_callback", "No callback", FT_BYTES },
};
static const struct note_def notes[] = {
    CP_NOTE_ROWS,
    [PAST_END] = { "cbcp.address.malformed", "Address runs past end of option", SEV_ERROR, GROUP_MALFORMED },
};

static void none(struct dissect *d, struct cursor c) { emit_at(d, c, NO_CALLBACK, 2, c.wire - 2); }

/* A delay in seconds, then addresses: a type and a text that ends with a NUL. */
static void addresses(struct dissect *d, struct cursor c)
{
    emit_at(d, c, DELAY, 2, 1);
    cursor_skip(&c, 3);
    while (c.wire >= 2 && need(d, c, 0, c.wire)) {
        const uint8_t *end = memchr(c.p + 1, 0, c.wire - 1);
        uint32_t len = end != NULL ? (uint32_t)(end - c.p) : c.wire - 1;
        uint32_t line = emit_at(d, c, ADDRESS_LINE, 0, 1 + len);
        down(d);
        emit_at(d, c, ADDRESS_TYPE, 0, 1);
        emit_at(d, c, ADDRESS, 1, len);
        up(d);
        if (end == NULL)
            note_on(d, line, PAST_END, NULL);
        cursor_skip(&c, 1 + len);
    }
}

static const struct ppp_option options[] = {
    { 1, 2, true, O_NONE, "No callback", none },
    { 2, 4, true, O_USER, "Callback to a user-specified number", addresses },
    { 3, 3, true, O_ADMIN, "Callback to a pre-specified or admin-specified number", addresses },
    { 4, 4, true, O_LIST, "Callback to any of a list of numbers", addresses },
};
static const struct ppp_control control = { "PPP CBCP", &codes, options, ARRAY_LEN(options) };

static struct verdict cbcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc029 } };

PROTOCOL(cbcp,
    .name = "cbcp", .short_name = "PPP CBCP", .long_name = "PPP Callback Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = cbcp_run
);
