/* pppmux.c - several packets in one frame of PPP, RFC 3153, and the protocol that agrees on it. */
#include "protocols/link/ppp_control.h"

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }

/* --- PPPMux ----------------------------------------------------------------------------------- */

enum { MUX, SUB_FRAME, SUB_HEADER, FLAGS, HAS_PID, LONG_LENGTH, SUB_LENGTH, PROTOCOL_ID, PROTOCOL_GUESSED, INFORMATION };
enum { PREF_DEFAULT_ID };
enum { PID_BIT = 0x80, LENGTH_BIT = 0x40, INTERNET = 0x21 };

static const struct truth present = { "Present", "Not Present" };
static const struct truth lengths = { "2 bytes", "1 byte" };

static const struct field mux_fields[] = {
    [MUX] = { "pppmux", "PPP Multiplexing", FT_PROTOCOL },
    [SUB_FRAME] = { "", "PPPMux Sub-frame", FT_NONE },
    [SUB_HEADER] = { "", "Header field", FT_NONE },
    [FLAGS] = { "pppmuxcp.flags", "PFF/LXT", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [HAS_PID] = { "pppmuxcp.flags.pid", "PID", FT_BOOLEAN, BITS_8, .mask = PID_BIT, .truth = &present },
    [LONG_LENGTH] = { "pppmuxcp.flags.field_length", "Length field", FT_BOOLEAN, BITS_8, .mask = LENGTH_BIT, .truth = &lengths },
    [SUB_LENGTH] = { "pppmuxcp.sub_frame_length", "Sub-frame Length", FT_UINT16, BASE_DEC },
    [PROTOCOL_ID] = { "pppmux.protocol", "Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols },
    [PROTOCOL_GUESSED] = { "pppmux.protocol", "Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols, .flags = GENERATED },
    [INFORMATION] = { "", "Information Field", FT_NONE },
};

/* One packet; *protocol: of the one before it, which one without a protocol field has too. */
static void sub_frame(struct dissect *d, struct cursor *c, uint32_t *protocol)
{
    uint32_t flags = get8(d, *c, 0), size = flags & LENGTH_BIT ? 2 : 1;
    uint32_t len = size == 2 ? get16(d, *c, 0) & 0x3fff : flags & 0x3f;
    struct cursor head = *c;
    if (!need(d, head, 0, size + len))
        return;
    struct cursor body = cursor_sub(*c, size, len);
    uint32_t pid = flags & PID_BIT && len != 0 ? 2 - (body.p[0] & 1u) : 0;
    emit_at(d, head, SUB_FRAME, 0, size + len);
    down(d);
    emit_at(d, head, SUB_HEADER, 0, size + pid);
    down(d);
    emit_bits(d, head, 0, 1, FLAGS, LONG_LENGTH);
    emit_value(d, head, SUB_LENGTH, 0, size, len);
    if (pid != 0)
        *protocol = pid == 2 ? get16(d, body, 0) : get8(d, body, 0);
    emit_value(d, body, pid != 0 ? PROTOCOL_ID : PROTOCOL_GUESSED, 0, pid, *protocol);
    up(d);
    cursor_skip(&body, pid);
    if (body.wire != 0 && d->stop == STOP_NONE) {
        emit_at(d, body, INFORMATION, 0, body.wire);
        down(d);
        nested(d, hand_on(TABLE_PPP_PROTOCOL, *protocol, body), false);
        up(d);
    }
    up(d);
    cursor_skip(c, size + len);
}

static struct verdict mux_run(struct dissect *d, struct cursor c)
{
    uint32_t protocol = pref(d, PREF_DEFAULT_ID);
    set_protocol_column(d, "PPP PPPMux");
    info_set(d, info_constant, "PPP Multiplexing");
    emit_protocol(d, c, c.cap, NULL);
    while (more(d, &c))
        sub_frame(d, &c, &protocol);
    return done();
}

static const struct claim mux_claims[] = { { TABLE_PPP_PROTOCOL, 0x59 } };
static const uint8_t hands_to[] = { TABLE_PPP_PROTOCOL };
static const struct pref mux_prefs[] = {
    [PREF_DEFAULT_ID] = { "default_proto_id", "Protocol of a first packet without a protocol field", PREF_UINT, INTERNET },
};

PROTOCOL(pppmux,
    .name = "pppmux", .short_name = "PPP PPPMux", .long_name = "PPP Multiplexing",
    FIELDS(mux_fields), PREFS(mux_prefs), CLAIMS(mux_claims), HANDS_TO(hands_to), .run = mux_run
);

/* --- PPPMuxCP --------------------------------------------------------------------------------- */

enum { O_DEFAULT = CP_OWN, DEFAULT_ID };

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(types, { 1, "Default Protocol ID" });

static const struct field fields[] = {
    CP_ROWS("pppmuxcp", "PPPMux Control Protocol", "pppmuxcp", &codes, &types),
    [O_DEFAULT] = OPTION("pppmuxcp.opt.def_pid", "Default Protocol ID"),
    [DEFAULT_ID] = { "pppmuxcp.def_prot_id", "Default Protocol ID", FT_UINT16, BASE_HEX, .values = &ppp_protocols },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void default_id(struct dissect *d, struct cursor c) { emit_at(d, c, DEFAULT_ID, 2, 2); }

static const struct ppp_option options[] = { { 1, 4, false, O_DEFAULT, "Default Protocol ID", default_id } };
static const struct ppp_control control = { "PPP PPPMuxCP", &codes, options, ARRAY_LEN(options) };

static struct verdict muxcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x8059 } };

PROTOCOL(pppmuxcp,
    .name = "pppmuxcp", .short_name = "PPP PPPMuxCP", .long_name = "PPPMux Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = muxcp_run
);
