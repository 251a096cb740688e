/* ccp.c - PPP's Compression Control Protocol, RFC 1962, and its options, RFC 1967 to 1979, 2118, 3078. */
#include "protocols/link/ppp_control.h"

enum { O_OUI = CP_OWN, O_PREDICTOR_1, O_PREDICTOR_2, O_PUDDLE, O_HP, O_STAC, O_ASCEND, O_MPPE, O_GANDALF, O_V42BIS, O_BSD, O_LZS_DCP,
       O_MAGNALINK, O_DCE, O_DEFLATE, O_V44, OUI, SUBTYPE, DATA, HISTORY_COUNT, CM, CM_RESERVED, CM_MODE, BITS, BIT_H, BIT_M, BIT_S,
       BIT_L, BIT_D, BIT_C, HISTORY, VERSION, VD, VD_VERSION, VD_DICTIONARY, CHECK_MODE, PROCESS_MODE, FEATURES, PER_PACKET,
       MAGNALINK_HISTORY, CONTEXTS, MODE, WINDOW, METHOD, MBZ, CHECK, V44_MODE, V44_SIZE, V44_HISTORY };

VALUES(codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" }, { 4, "Configuration Reject" },
       { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" }, { 14, "Reset Request" }, { 15, "Reset Ack" });
VALUES(types, { 0, "OUI" }, { 1, "Predictor type 1" }, { 2, "Predictor type 2" }, { 3, "Puddle Jumper" }, { 16, "Hewlett-Packard PPC" },
       { 17, "Stac Electronics LZS" }, { 18, "Microsoft PPE/PPC" }, { 19, "Gandalf FZA" }, { 20, "V.42bis compression" },
       { 21, "BSD LZW Compress" }, { 23, "LZS-DCP" }, { 24, "MVRCA (Magnalink)" },
       { 25, "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)" }, { 26, "Deflate" },
       { 27, "V.44/LZJH compression" });
VALUES(cm_modes, { 0, "None" }, { 1, "LCB" }, { 2, "CRC" }, { 3, "Sequence Number" }, { 4, "Extended Mode" });
VALUES(check_modes, { 0, "None" }, { 1, "LCB" }, { 2, "Sequence Number" }, { 3, "Sequence Number + LCB (default)" });
VALUES(process_modes, { 0, "None (default)" }, { 1, "Process-Uncompressed" });
VALUES(dce_modes, { 1, "No Additional Negotiation" }, { 2, "Full PPP Negotiation and State Machine" });
VALUES(methods, { 8, "zlib compression" });
VALUES(checks, { 0, "sequence number check method" });
RANGES(v44_modes, { 0, 0, "Datagram Mode (one dictionary and no history)" },
       { 1, 1, "Multi-Datagram Mode (one dictionary with history)" }, { 2, 0xffff, "Individual Link Mode" });

static const struct truth stateless = { "Stateless mode ON", "Stateless mode OFF" };
static const struct truth bits_56 = { "56-bit encryption ON", "56-bit encryption OFF" };
static const struct truth bits_128 = { "128-bit encryption ON", "128-bit encryption OFF" };
static const struct truth bits_40 = { "40-bit encryption ON", "40-bit encryption OFF" };
static const struct truth obsolete = { "Obsolete (should NOT be 1)", "Obsolete (should ALWAYS be 0)" };
static const struct truth mppc = { "Desire to negotiate MPPC", "No desire to negotiate MPPC" };

static void cm_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, ", Check Mode: ");
    sb_str(sb, values_or(&cm_modes, n->v.u & 7, "Unknown"));
}

static void mppe_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const struct {
        uint32_t bit;
        char name;
    } names[] = { { 0x1000000, 'H' }, { 0x80, 'M' }, { 0x40, 'S' }, { 0x20, 'L' }, { 0x10, 'D' }, { 1, 'C' } };
    (void)d;
    for (uint32_t i = 0; i < ARRAY_LEN(names); i++)
        if (n->v.u & names[i].bit) {
            sb_str(sb, ", ");
            sb_char(sb, names[i].name);
        }
}

/* RFC 1979: the window's logarithm less 8. */
static void window_text(struct strbuf *sb, uint64_t v) { sb_uint(sb, 256ull << v); }

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }
static const struct field fields[] = {
    CP_ROWS("ccp", "PPP Compression Control Protocol", "ccp", &codes, &types),
    [O_OUI] = OPTION("ccp.opt_oui", "OUI"),
    [O_PREDICTOR_1] = OPTION("ccp.opt.predict1", "Predictor type 1"),
    [O_PREDICTOR_2] = OPTION("ccp.opt.predict2", "Predictor type 2"),
    [O_PUDDLE] = OPTION("ccp.opt.puddle", "Puddle Jumper"),
    [O_HP] = OPTION("ccp.opt.hpppc", "Hewlett-Packard PPC"),
    [O_STAC] = OPTION("ccp.opt.stac", "Stac Electronics LZS"),
    [O_ASCEND] = OPTION("ccp.opt.stac_ascend", "Stac Electronics LZS (Ascend Proprietary version)"),
    [O_MPPE] = OPTION("ccp.opt.mppe", "Microsoft PPE/PPC"),
    [O_GANDALF] = OPTION("ccp.opt.gfza", "Gandalf FZA"),
    [O_V42BIS] = OPTION("ccp.opt.v42bis", "V.42bis compression"),
    [O_BSD] = OPTION("ccp.opt.bsdcomp", "BSD LZW Compress"),
    [O_LZS_DCP] = OPTION("ccp.opt.lzsdcp", "LZS-DCP"),
    [O_MAGNALINK] = OPTION("ccp.opt.mvrca", "MVRCA (Magnalink)"),
    [O_DCE] = OPTION("ccp.opt.dce", "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)"),
    [O_DEFLATE] = OPTION("ccp.opt.deflate", "Deflate"),
    [O_V44] = OPTION("ccp.opt.v44lzjh", "V.44/LZJH compression"),
    [OUI] = { "ccp.opt.oui", "OUI", FT_UINT24, BASE_OUI },
    [SUBTYPE] = { "ccp.opt.subtype", "Subtype", FT_UINT8, BASE_DEC_HEX },
    [DATA] = { "ccp.opt.data", "Data", FT_BYTES },
    [HISTORY_COUNT] = { "ccp.opt.history_count", "History Count", FT_UINT16, BASE_DEC },
    [CM] = { "ccp.opt.cm", "Check Mode Field", FT_UINT8, BASE_DEC, .suffix = cm_suffix },
    [CM_RESERVED] = { "ccp.opt.cm.reserved", "Reserved", FT_UINT8, BASE_DEC, .mask = 0xf8 },
    [CM_MODE] = { "ccp.opt.cm.check_mode", "Check Mode", FT_UINT8, BASE_DEC, .mask = 0x7, .values = &cm_modes },
    [BITS] = { "ccp.opt.supported_bits", "Supported Bits", FT_UINT32, BASE_HEX, .suffix = mppe_suffix },
    [BIT_H] = { "ccp.opt.supported_bits.h", "H", FT_BOOLEAN, BITS_32, .mask = 0x1000000, .truth = &stateless },
    [BIT_M] = { "ccp.opt.supported_bits.m", "M", FT_BOOLEAN, BITS_32, .mask = 0x80, .truth = &bits_56 },
    [BIT_S] = { "ccp.opt.supported_bits.s", "S", FT_BOOLEAN, BITS_32, .mask = 0x40, .truth = &bits_128 },
    [BIT_L] = { "ccp.opt.supported_bits.l", "L", FT_BOOLEAN, BITS_32, .mask = 0x20, .truth = &bits_40 },
    [BIT_D] = { "ccp.opt.supported_bits.d", "D", FT_BOOLEAN, BITS_32, .mask = 0x10, .truth = &obsolete },
    [BIT_C] = { "ccp.opt.supported_bits.c", "C", FT_BOOLEAN, BITS_32, .mask = 0x1, .truth = &mppc },
    [HISTORY] = { "ccp.opt.history", "History", FT_UINT8, BASE_DEC },
    [VERSION] = { "ccp.opt.version", "Version", FT_BYTES },
    [VD] = { "ccp.opt.vd", "Vers/Dict", FT_UINT8, BASE_HEX },
    [VD_VERSION] = { "ccp.opt.vd.vers", "Vers", FT_UINT8, BASE_DEC, .mask = 0xe0 },
    [VD_DICTIONARY] = { "ccp.opt.vd.dict", "Dict", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [CHECK_MODE] = { "ccp.opt.check_mode", "Check Mode", FT_UINT8, BASE_DEC, .values = &check_modes },
    [PROCESS_MODE] = { "ccp.opt.process_mode", "Process Mode", FT_UINT8, BASE_DEC, .values = &process_modes },
    [FEATURES] = { "ccp.opt.fe", "Features", FT_UINT8, BASE_DEC, .mask = 0xc0 },
    [PER_PACKET] = { "ccp.opt.p", "Packet by Packet flag", FT_BOOLEAN, BITS_8, .mask = 0x20, .truth = &truth_enabled },
    [MAGNALINK_HISTORY] = { "ccp.opt.History", "History", FT_UINT8, BASE_DEC, .mask = 0x1f },
    [CONTEXTS] = { "ccp.opt.contexts", "# Contexts", FT_UINT8, BASE_DEC },
    [MODE] = { "ccp.opt.mode", "Mode", FT_UINT8, BASE_DEC, .values = &dce_modes },
    [WINDOW] = { "ccp.opt.window", "Window", FT_UINT8, BASE_CUSTOM, .mask = 0xf0, .custom = window_text },
    [METHOD] = { "ccp.opt.method", "Method", FT_UINT8, BASE_DEC, .mask = 0xf, .values = &methods },
    [MBZ] = { "ccp.opt.mbz", "MBZ", FT_UINT8, BASE_DEC, .mask = 0xfc },
    [CHECK] = { "ccp.opt.chk", "Chk", FT_UINT8, BASE_DEC, .mask = 0x3, .values = &checks },
    [V44_MODE] = { "ccp.opt.mode_dictcount", "Mode/Dictionary Count", FT_UINT16, BASE_DEC, .ranges = &v44_modes },
    [V44_SIZE] = { "ccp.opt.dict_size", "Dictionary Size", FT_UINT16, BASE_DEC },
    [V44_HISTORY] = { "ccp.opt.history_length", "History Length", FT_UINT16, BASE_DEC },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

static void rest(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    if (c.wire > off)
        emit_at(d, c, row, off, c.wire - off);
}

static void oui(struct dissect *d, struct cursor c)
{
    emit_at(d, c, OUI, 2, 3);
    emit_at(d, c, SUBTYPE, 5, 1);
    rest(d, c, DATA, 6);
}
static void data(struct dissect *d, struct cursor c) { rest(d, c, DATA, 2); }
static void stac(struct dissect *d, struct cursor c)
{
    emit_at(d, c, HISTORY_COUNT, 2, 2);
    emit_bits(d, c, 4, 1, CM, CM_MODE);
}
static void mppe(struct dissect *d, struct cursor c) { emit_bits(d, c, 2, 4, BITS, BIT_C); }
static void gandalf(struct dissect *d, struct cursor c)
{
    emit_at(d, c, HISTORY, 2, 1);
    rest(d, c, VERSION, 3);
}
static void bsd(struct dissect *d, struct cursor c) { emit_bits(d, c, 2, 1, VD, VD_DICTIONARY); }
static void lzs_dcp(struct dissect *d, struct cursor c)
{
    emit_at(d, c, HISTORY_COUNT, 2, 2);
    emit_at(d, c, CHECK_MODE, 4, 1);
    emit_at(d, c, PROCESS_MODE, 5, 1);
}
static void magnalink(struct dissect *d, struct cursor c)
{
    emit_at(d, c, FEATURES, 2, 1);
    emit_at(d, c, PER_PACKET, 2, 1);
    emit_at(d, c, MAGNALINK_HISTORY, 2, 1);
    emit_at(d, c, CONTEXTS, 3, 1);
}
static void dce(struct dissect *d, struct cursor c) { emit_at(d, c, MODE, 2, 1); }
static void deflate(struct dissect *d, struct cursor c)
{
    emit_at(d, c, WINDOW, 2, 1);
    emit_at(d, c, METHOD, 2, 1);
    emit_at(d, c, MBZ, 3, 1);
    emit_at(d, c, CHECK, 3, 1);
}
static void v44(struct dissect *d, struct cursor c)
{
    emit_at(d, c, V44_MODE, 2, 2);
    if (c.wire > 4)
        emit_at(d, c, V44_SIZE, 4, 2);
    if (c.wire > 6)
        emit_at(d, c, V44_HISTORY, 6, 2);
}

static const struct ppp_option options[] = {
    { 0, 6, true, O_OUI, "OUI", oui },
    { 1, 2, false, O_PREDICTOR_1, "Predictor type 1", NULL },
    { 2, 2, false, O_PREDICTOR_2, "Predictor type 2", NULL },
    { 3, 2, false, O_PUDDLE, "Puddle Jumper", NULL },
    { 16, 2, true, O_HP, "Hewlett-Packard PPC", data },
    { 17, 5, true, O_STAC, "Stac Electronics LZS", stac, .other_len = 6, .other_row = O_ASCEND, .other_body = data },
    { 18, 6, false, O_MPPE, "Microsoft PPE/PPC", mppe },
    { 19, 3, true, O_GANDALF, "Gandalf FZA", gandalf },
    { 20, 2, true, O_V42BIS, "V.42bis compression", data },
    { 21, 3, false, O_BSD, "BSD LZW Compress", bsd },
    { 23, 6, false, O_LZS_DCP, "LZS-DCP", lzs_dcp },
    { 24, 4, false, O_MAGNALINK, "MVRCA (Magnalink)", magnalink },
    { 25, 3, false, O_DCE, "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)", dce },
    { 26, 4, false, O_DEFLATE, "Deflate", deflate },
    { 27, 4, true, O_V44, "V.44/LZJH compression", v44 },
};
static const struct ppp_control control = { "PPP CCP", &codes, options, ARRAY_LEN(options) };

/* --- what is compressed ----------------------------------------------------------------------- */

static const struct field data_fields[] = { { "comp_data", "PPP Compressed Datagram", FT_PROTOCOL } };

static struct verdict comp_data_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "PPP Comp");
    info_set(d, info_constant, "Compressed data");
    emit_protocol(d, c, c.cap, NULL);
    return done();
}

static const struct claim data_claims[] = { { TABLE_PPP_PROTOCOL, 0xfd } };

PROTOCOL(comp_data,
    .name = "comp_data", .short_name = "PPP Comp", .long_name = "PPP Compressed Datagram",
    FIELDS(data_fields), CLAIMS(data_claims), .run = comp_data_run
);

/* --- CCP -------------------------------------------------------------------------------------- */

static struct verdict ccp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0x80fd } };

PROTOCOL(ccp,
    .name = "ccp", .short_name = "PPP CCP", .long_name = "PPP Compression Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = ccp_run
);
