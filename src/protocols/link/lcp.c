/* lcp.c - PPP's Link Control Protocol, RFC 1661, and its options, RFC 1570, 1990, 2125, 2686 and others. */
#include "protocols/link/ppp_control.h"

enum { BITS = 32 };
enum { O_VENDOR = CP_OWN, O_MRU, O_ASYNCMAP, O_AUTH, O_QUALITY, O_MAGIC, O_MONITOR, O_PFC, O_ACFC, O_FCS, O_PAD, O_NUMBERED,
       O_CALLBACK, O_COMPOUND, O_NOMINAL, O_MRRU, O_SSNH, O_ENDPOINT, O_DCE, O_MLPLUS, O_DISCRIMINATOR, O_AUTH_OPTION, O_COBS,
       O_PREFIX, O_HEADER_FORMAT, O_LANGUAGE, O_SONET, OUI, KIND, DATA, MRU, ASYNCMAP, ASYNC_BITS, AUTH = ASYNC_BITS + BITS, ALGORITHM,
       QUALITY, MAGIC, PERIOD, FCS, FCS_32, FCS_16, FCS_NULL, MAXIMUM, WINDOW, ADDRESS, OPERATION, MESSAGE, MRRU, CLASS, IP, MAC,
       MAGIC_BLOCK, NUMBER, MODE, UNUSED, AUTH_ID, COBS_FLAGS, COBS_RESERVED, COBS_PRE, COBS_ZXE, PREFIX, DISCRIMINATOR, PREFIX_CLASS, CODE, CLASSES, MIBENUM, LANGUAGE };

VALUES(codes, { 0, "Vendor Specific" }, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" },
       { 4, "Configuration Reject" }, { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" },
       { 8, "Protocol Reject" }, { 9, "Echo Request" }, { 10, "Echo Reply" }, { 11, "Discard Request" }, { 12, "Identification" },
       { 13, "Time Remaining" });
VALUES(types, { 0, "Vendor Specific" }, { 1, "Maximum Receive Unit" }, { 2, "Async Control Character Map" },
       { 3, "Authentication Protocol" }, { 4, "Quality Protocol" }, { 5, "Magic Number" }, { 6, "Link Quality Monitoring" },
       { 7, "Protocol Field Compression" }, { 8, "Address and Control Field Compression" }, { 9, "FCS Alternatives" },
       { 10, "Self Describing Pad" }, { 11, "Numbered Mode" }, { 13, "Callback" }, { 15, "Compound Frames (Deprecated)" },
       { 16, "Nominal Data Encapsulation (Deprecated)" }, { 17, "Multilink MRRU" }, { 18, "Multilink Short Sequence Number Header" },
       { 19, "Multilink Endpoint Discriminator" }, { 21, "DCE Identifier" }, { 22, "Multi Link Plus Procedure" },
       { 23, "Link Discriminator for BACP" }, { 24, "Authentication Option" }, { 25, "Consistent Overhead Byte Stuffing (COBS)" },
       { 26, "Prefix Elision" }, { 27, "Multilink header format" }, { 28, "Internationalization" },
       { 29, "Simple Data Link on SONET/SDH" });
RANGES(algorithms, { 0, 4, "Reserved" }, { 5, 5, "CHAP with MD5" }, { 6, 6, "CHAP with SHA-1" }, { 0x80, 0x80, "MS-CHAP" },
       { 0x81, 0x81, "MS-CHAP-2" });
VALUES(operations, { 0, "Location is determined by user authentication" }, { 1, "Message is dialing string" },
       { 2, "Message is location identifier" }, { 3, "Message is E.164" }, { 4, "Message is distinguished name" },
       { 5, "unassigned" }, { 6, "Location is determined during CBCP negotiation" });
VALUES(endpoint_classes, { 0, "Null" }, { 1, "Locally assigned address" }, { 2, "Internet Protocol (IP) address" },
       { 3, "IEEE 802.1 globally assigned MAC address" }, { 4, "PPP magic-number block" },
       { 5, "Public switched network directory number" });
VALUES(modes, { 1, "Mode-1 (No Additional Negotiation)" }, { 2, "Mode-2 (Full PPP Negotiation and State Machine)" });
VALUES(header_codes, { 2, "Long sequence number fragment format with classes" },
       { 6, "Short sequence number fragment format with classes" });
VALUES(charsets,
    { 3, "ANSI_X3.4-1968" }, { 4, "ISO_8859-1:1987" }, { 5, "ISO_8859-2:1987" }, { 6, "ISO_8859-3:1988" },
    { 7, "ISO_8859-4:1988" }, { 8, "ISO_8859-5:1988" }, { 9, "ISO_8859-6:1987" }, { 10, "ISO_8859-7:1987" },
    { 11, "ISO_8859-8:1988" }, { 12, "ISO_8859-9:1989" }, { 13, "ISO-8859-10" }, { 14, "ISO_6937-2-add" },
    { 15, "JIS_X0201" }, { 16, "JIS_Encoding" }, { 17, "Shift_JIS" },
    { 18, "Extended_UNIX_Code_Packed_Format_for_Japanese" }, { 19, "Extended_UNIX_Code_Fixed_Width_for_Japanese" },
    { 20, "BS_4730" }, { 21, "SEN_850200_C" }, { 22, "IT" }, { 23, "ES" }, { 24, "DIN_66003" }, { 25, "NS_4551-1" },
    { 26, "NF_Z_62-010" }, { 27, "ISO-10646-UTF-1" }, { 28, "ISO_646.basic:1983" }, { 29, "INVARIANT" },
    { 30, "ISO_646.irv:1983" }, { 31, "NATS-SEFI" }, { 32, "NATS-SEFI-ADD" }, { 33, "NATS-DANO" },
    { 34, "NATS-DANO-ADD" }, { 35, "SEN_850200_B" }, { 36, "KS_C_5601-1987" }, { 37, "ISO-2022-KR" },
    { 38, "EUC-KR" }, { 39, "ISO-2022-JP" }, { 40, "ISO-2022-JP-2" }, { 41, "JIS_C6220-1969-jp" },
    { 42, "JIS_C6220-1969-ro" }, { 43, "PT" }, { 44, "greek7-old" }, { 45, "latin-greek" },
    { 46, "NF_Z_62-010_(1973)" }, { 47, "Latin-greek-1" }, { 48, "ISO_5427" }, { 49, "JIS_C6226-1978" },
    { 50, "BS_viewdata" }, { 51, "INIS" }, { 52, "INIS-8" }, { 53, "INIS-cyrillic" }, { 54, "ISO_5427:1981" },
    { 55, "ISO_5428:1980" }, { 56, "GB_1988-80" }, { 57, "GB_2312-80" }, { 58, "NS_4551-2" },
    { 59, "videotex-suppl" }, { 60, "PT2" }, { 61, "ES2" }, { 62, "MSZ_7795.3" }, { 63, "JIS_C6226-1983" },
    { 64, "greek7" }, { 65, "ASMO_449" }, { 66, "iso-ir-90" }, { 67, "JIS_C6229-1984-a" }, { 68, "JIS_C6229-1984-b" },
    { 69, "JIS_C6229-1984-b-add" }, { 70, "JIS_C6229-1984-hand" }, { 71, "JIS_C6229-1984-hand-add" },
    { 72, "JIS_C6229-1984-kana" }, { 73, "ISO_2033-1983" }, { 74, "ANSI_X3.110-1983" }, { 75, "T.61-7bit" },
    { 76, "T.61-8bit" }, { 77, "ECMA-cyrillic" }, { 78, "CSA_Z243.4-1985-1" }, { 79, "CSA_Z243.4-1985-2" },
    { 80, "CSA_Z243.4-1985-gr" }, { 81, "ISO_8859-6-E" }, { 82, "ISO_8859-6-I" }, { 83, "T.101-G2" },
    { 84, "ISO_8859-8-E" }, { 85, "ISO_8859-8-I" }, { 86, "CSN_369103" }, { 87, "JUS_I.B1.002" }, { 88, "IEC_P27-1" },
    { 89, "JUS_I.B1.003-serb" }, { 90, "JUS_I.B1.003-mac" }, { 91, "greek-ccitt" }, { 92, "NC_NC00-10:81" },
    { 93, "ISO_6937-2-25" }, { 94, "GOST_19768-74" }, { 95, "ISO_8859-supp" }, { 96, "ISO_10367-box" },
    { 97, "latin-lap" }, { 98, "JIS_X0212-1990" }, { 99, "DS_2089" }, { 100, "us-dk" }, { 101, "dk-us" },
    { 102, "KSC5636" }, { 103, "UNICODE-1-1-UTF-7" }, { 104, "ISO-2022-CN" }, { 105, "ISO-2022-CN-EXT" },
    { 106, "UTF-8" }, { 109, "ISO-8859-13" }, { 110, "ISO-8859-14" }, { 111, "ISO-8859-15" }, { 112, "ISO-8859-16" },
    { 113, "GBK" }, { 114, "GB18030" }, { 115, "OSD_EBCDIC_DF04_15" }, { 116, "OSD_EBCDIC_DF03_IRV" },
    { 117, "OSD_EBCDIC_DF04_1" }, { 118, "ISO-11548-1" }, { 119, "KZ-1048" }, { 1000, "ISO-10646-UCS-2" },
    { 1001, "ISO-10646-UCS-4" }, { 1002, "ISO-10646-UCS-Basic" }, { 1003, "ISO-10646-Unicode-Latin1" },
    { 1004, "ISO-10646-J-1" }, { 1005, "ISO-Unicode-IBM-1261" }, { 1006, "ISO-Unicode-IBM-1268" },
    { 1007, "ISO-Unicode-IBM-1276" }, { 1008, "ISO-Unicode-IBM-1264" }, { 1009, "ISO-Unicode-IBM-1265" },
    { 1010, "UNICODE-1-1" }, { 1011, "SCSU" }, { 1012, "UTF-7" }, { 1013, "UTF-16BE" }, { 1014, "UTF-16LE" },
    { 1015, "UTF-16" }, { 1016, "CESU-8" }, { 1017, "UTF-32" }, { 1018, "UTF-32BE" }, { 1019, "UTF-32LE" },
    { 1020, "BOCU-1" }, { 2000, "ISO-8859-1-Windows-3.0-Latin-1" }, { 2001, "ISO-8859-1-Windows-3.1-Latin-1" },
    { 2002, "ISO-8859-2-Windows-Latin-2" }, { 2003, "ISO-8859-9-Windows-Latin-5" }, { 2004, "hp-roman8" },
    { 2005, "Adobe-Standard-Encoding" }, { 2006, "Ventura-US" }, { 2007, "Ventura-International" },
    { 2008, "DEC-MCS" }, { 2009, "IBM850" }, { 2010, "IBM852" }, { 2011, "IBM437" }, { 2012, "PC8-Danish-Norwegian" },
    { 2013, "IBM862" }, { 2014, "PC8-Turkish" }, { 2015, "IBM-Symbols" }, { 2016, "IBM-Thai" }, { 2017, "HP-Legal" },
    { 2018, "HP-Pi-font" }, { 2019, "HP-Math8" }, { 2020, "Adobe-Symbol-Encoding" }, { 2021, "HP-DeskTop" },
    { 2022, "Ventura-Math" }, { 2023, "Microsoft-Publishing" }, { 2024, "Windows-31J" }, { 2025, "GB2312" },
    { 2026, "Big5" }, { 2027, "macintosh" }, { 2028, "IBM037" }, { 2029, "IBM038" }, { 2030, "IBM273" },
    { 2031, "IBM274" }, { 2032, "IBM275" }, { 2033, "IBM277" }, { 2034, "IBM278" }, { 2035, "IBM280" },
    { 2036, "IBM281" }, { 2037, "IBM284" }, { 2038, "IBM285" }, { 2039, "IBM290" }, { 2040, "IBM297" },
    { 2041, "IBM420" }, { 2042, "IBM423" }, { 2043, "IBM424" }, { 2044, "IBM500" }, { 2045, "IBM851" },
    { 2046, "IBM855" }, { 2047, "IBM857" }, { 2048, "IBM860" }, { 2049, "IBM861" }, { 2050, "IBM863" },
    { 2051, "IBM864" }, { 2052, "IBM865" }, { 2053, "IBM868" }, { 2054, "IBM869" }, { 2055, "IBM870" },
    { 2056, "IBM871" }, { 2057, "IBM880" }, { 2058, "IBM891" }, { 2059, "IBM903" }, { 2060, "IBM904" },
    { 2061, "IBM905" }, { 2062, "IBM918" }, { 2063, "IBM1026" }, { 2064, "EBCDIC-AT-DE" }, { 2065, "EBCDIC-AT-DE-A" },
    { 2066, "EBCDIC-CA-FR" }, { 2067, "EBCDIC-DK-NO" }, { 2068, "EBCDIC-DK-NO-A" }, { 2069, "EBCDIC-FI-SE" },
    { 2070, "EBCDIC-FI-SE-A" }, { 2071, "EBCDIC-FR" }, { 2072, "EBCDIC-IT" }, { 2073, "EBCDIC-PT" },
    { 2074, "EBCDIC-ES" }, { 2075, "EBCDIC-ES-A" }, { 2076, "EBCDIC-ES-S" }, { 2077, "EBCDIC-UK" },
    { 2078, "EBCDIC-US" }, { 2079, "UNKNOWN-8BIT" }, { 2080, "MNEMONIC" }, { 2081, "MNEM" }, { 2082, "VISCII" },
    { 2083, "VIQR" }, { 2084, "KOI8-R" }, { 2085, "HZ-GB-2312" }, { 2086, "IBM866" }, { 2087, "IBM775" },
    { 2088, "KOI8-U" }, { 2089, "IBM00858" }, { 2090, "IBM00924" }, { 2091, "IBM01140" }, { 2092, "IBM01141" },
    { 2093, "IBM01142" }, { 2094, "IBM01143" }, { 2095, "IBM01144" }, { 2096, "IBM01145" }, { 2097, "IBM01146" },
    { 2098, "IBM01147" }, { 2099, "IBM01148" }, { 2100, "IBM01149" }, { 2101, "Big5-HKSCS" }, { 2102, "IBM1047" },
    { 2103, "PTCP154" }, { 2104, "Amiga-1251" }, { 2105, "KOI7-switched" }, { 2106, "BRF" }, { 2107, "TSCII" },
    { 2108, "CP51932" }, { 2109, "windows-874" }, { 2250, "windows-1250" }, { 2251, "windows-1251" },
    { 2252, "windows-1252" }, { 2253, "windows-1253" }, { 2254, "windows-1254" }, { 2255, "windows-1255" },
    { 2256, "windows-1256" }, { 2257, "windows-1257" }, { 2258, "windows-1258" }, { 2259, "TIS-620" },
    { 2260, "CP50220" });

/* The control characters, the highest first: bit 31 is US. */
static const char *const characters[BITS] = {
    "US", "RS", "GS", "FS", "ESC", "SUB", "EM", "CAN", "ETB", "SYN", "NAK", "DC4", "DC3 (XOFF)", "DC2", "DC1 (XON)",
    "DLE", "SI", "SO", "CR", "FF", "VT", "LF", "HT", "BS", "BEL", "ACK", "ENQ", "EOT", "ETX", "STX", "SOH", "NUL",
};

static const struct unit unit_microseconds = { " microsecond", " microseconds" };
static const struct unit unit_frames = { " frame", " frames" };

/* --- what the option's own line says of the value --------------------------------------------- */

static const uint8_t *value_of(const struct dissect *d, const struct node *n, uint32_t size)
{
    return node_bytes(d, n, 2, size);
}

static void mru_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 2);
    if (p != NULL)
        sb_printf(sb, ": %u", be16(p));
}

/* The characters of the map; true if there were any. */
static void sb_characters(struct strbuf *sb, uint32_t map, const char *first)
{
    for (int i = 0; i < BITS; i++)
        if (map >> (BITS - 1 - i) & 1) {
            sb_str(sb, first);
            sb_str(sb, characters[i]);
            first = ", ";
        }
}

static void asyncmap_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 4);
    if (p == NULL)
        return;
    uint32_t map = be32(p);
    sb_printf(sb, ": 0x%08x", map);
    if (map == 0 || map == UINT32_MAX) {
        sb_str(sb, map == 0 ? " (None)" : " (All)");
        return;
    }
    sb_characters(sb, map, "");
    sb_char(sb, ')');
}

static void map_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_characters(sb, (uint32_t)n->v.u, ", ");
    if (n->v.u == 0 || n->v.u == UINT32_MAX)
        sb_str(sb, n->v.u == 0 ? " (None)" : " (All)");
}

static void protocol_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 2);
    if (p != NULL)
        sb_printf(sb, ": %s (0x%04x)", values_or(&ppp_protocols, be16(p), "Unknown"), be16(p));
}

static void magic_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 4);
    if (p != NULL)
        sb_printf(sb, ": 0x%08x", be32(p));
}

static void period_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 4);
    if (p != NULL)
        sb_printf(sb, ": %u microsecond%s", be32(p), be32(p) == 1 ? "" : "s");
}

static void fcs_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 1);
    if (p != NULL)
        sb_printf(sb, ": 0x%02x", *p);
}

static void fcs_names(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u & 4 ? ", CCITT 32-bit" : "");
    sb_str(sb, n->v.u & 2 ? ", CCITT 16-bit" : "");
    sb_str(sb, n->v.u & 1 ? ", NULL FCS" : "");
}

static void cobs_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u & 2 ? ", PRE" : "");
    sb_str(sb, n->v.u & 1 ? ", ZXE" : "");
}

static void octets_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 1);
    if (p != NULL)
        sb_printf(sb, ": %u octet%s", *p, *p == 1 ? "" : "s");
}

static void frames_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 1);
    if (p != NULL)
        sb_printf(sb, ": %u frame%s", *p, *p == 1 ? "" : "s");
}

static void named_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n, const struct values *names,
                         const char *before)
{
    const uint8_t *p = value_of(d, n, 1);
    if (p == NULL)
        return;
    sb_str(sb, before);
    sb_str(sb, values_or(names, *p, "Unknown"));
}
static void callback_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    named_suffix(sb, d, n, &operations, ": ");
}
static void endpoint_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    named_suffix(sb, d, n, &endpoint_classes, ": Class: ");
}
static void dce_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    named_suffix(sb, d, n, &modes, ": ");
}

static void discriminator_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = value_of(d, n, 2);
    if (p != NULL)
        sb_printf(sb, ": %u (0x%04x)", be16(p), be16(p));
}

/* --- fields ----------------------------------------------------------------------------------- */

#define OPTION(n, l, s) { n, l, FT_BYTES, .label_fn = ppp_option_line, .suffix = s }
#define CHARACTER(bit, n, l) [ASYNC_BITS + BITS - 1 - bit] = { "lcp.opt.asyncmap." n, l, FT_BOOLEAN, BITS_32, .mask = 1ull << bit }
static const struct field fields[] = {
    CP_ROWS("lcp", "PPP Link Control Protocol", "lcp", &codes, &types),
    [O_VENDOR] = OPTION("lcp.opt.vendor", "Vendor Specific", NULL),
    [O_MRU] = OPTION("lcp.opt.mtu_bytes", "Maximum Receive Unit", mru_suffix),
    [O_ASYNCMAP] = OPTION("lcp.opt.asyncmap_bytes", "Async Control Character Map", asyncmap_suffix),
    [O_AUTH] = OPTION("lcp.opt.auth_protocol_bytes", "Authentication Protocol", protocol_suffix),
    [O_QUALITY] = OPTION("lcp.opt.quality_protocol_bytes", "Quality Protocol", protocol_suffix),
    [O_MAGIC] = OPTION("lcp.opt.magic_number_bytes", "Magic Number", magic_suffix),
    [O_MONITOR] = OPTION("lcp.opt.linkqualmon", "Link Quality Monitoring", period_suffix),
    [O_PFC] = OPTION("lcp.opt.field_compress", "Protocol Field Compression", NULL),
    [O_ACFC] = OPTION("lcp.opt.addr_field_compress", "Address and Control Field Compression", NULL),
    [O_FCS] = OPTION("lcp.opt.fcs_alternatives_bytes", "FCS Alternatives", fcs_suffix),
    [O_PAD] = OPTION("lcp.opt.self_desc_pad", "Self Describing Pad", octets_suffix),
    [O_NUMBERED] = OPTION("lcp.opt.numbered_mode", "Numbered Mode", frames_suffix),
    [O_CALLBACK] = OPTION("lcp.opt.callback", "Callback", callback_suffix),
    [O_COMPOUND] = OPTION("lcp.opt.compound_frames", "Compound Frames (Deprecated)", NULL),
    [O_NOMINAL] = OPTION("lcp.opt.nomdataencap", "Nominal Data Encapsulation (Deprecated)", NULL),
    [O_MRRU] = OPTION("lcp.opt.multilink_mrru", "Multilink MRRU", mru_suffix),
    [O_SSNH] = OPTION("lcp.opt.multilink_ssnh", "Multilink Short Sequence Number Header", NULL),
    [O_ENDPOINT] = OPTION("lcp.opt.multilink_ep_disc", "Multilink Endpoint Discriminator", endpoint_suffix),
    [O_DCE] = OPTION("lcp.opt.dce_identifier", "DCE Identifier", dce_suffix),
    [O_MLPLUS] = OPTION("lcp.opt.multilink_pp", "Multi Link Plus Procedure", NULL),
    [O_DISCRIMINATOR] = OPTION("lcp.opt.link_discrim_bytes", "Link Discriminator for BACP", discriminator_suffix),
    [O_AUTH_OPTION] = OPTION("lcp.opt.auth", "Authentication Option", NULL),
    [O_COBS] = OPTION("lcp.opt.cobs", "Consistent Overhead Byte Stuffing (COBS)", NULL),
    [O_PREFIX] = OPTION("lcp.opt.prefix_elision", "Prefix Elision", NULL),
    [O_HEADER_FORMAT] = OPTION("lcp.opt.multilink_hdr_fmt", "Multilink header format", NULL),
    [O_LANGUAGE] = OPTION("lcp.opt.internationalization", "Internationalization", NULL),
    [O_SONET] = OPTION("lcp.opt.sonet_sdh", "Simple Data Link on SONET/SDH", NULL),
    [OUI] = { "lcp.opt.oui", "OUI", FT_UINT24, BASE_OUI },
    [KIND] = { "lcp.opt.kind", "Kind", FT_UINT8, BASE_DEC_HEX },
    [DATA] = { "lcp.opt.data", "Data", FT_BYTES },
    [MRU] = { "lcp.opt.mru", "Maximum Receive Unit", FT_UINT16, BASE_DEC },
    [ASYNCMAP] = { "lcp.opt.asyncmap", "Async Control Character Map", FT_UINT32, BASE_HEX, .suffix = map_suffix },
    CHARACTER(31, "us", "US"),
    CHARACTER(30, "rs", "RS"),
    CHARACTER(29, "gs", "GS"),
    CHARACTER(28, "fs", "FS"),
    CHARACTER(27, "esc", "ESC"),
    CHARACTER(26, "sub", "SUB"),
    CHARACTER(25, "em", "EM"),
    CHARACTER(24, "can", "CAN"),
    CHARACTER(23, "etb", "ETB"),
    CHARACTER(22, "syn", "SYN"),
    CHARACTER(21, "nak", "NAK"),
    CHARACTER(20, "dc4", "DC4"),
    CHARACTER(19, "dc3", "DC3 (XOFF)"),
    CHARACTER(18, "dc2", "DC2"),
    CHARACTER(17, "dc1", "DC1 (XON)"),
    CHARACTER(16, "dle", "DLE"),
    CHARACTER(15, "si", "SI"),
    CHARACTER(14, "so", "SO"),
    CHARACTER(13, "cr", "CR"),
    CHARACTER(12, "ff", "FF"),
    CHARACTER(11, "vt", "VT"),
    CHARACTER(10, "lf", "LF"),
    CHARACTER(9, "ht", "HT"),
    CHARACTER(8, "bs", "BS"),
    CHARACTER(7, "bel", "BEL"),
    CHARACTER(6, "ack", "ACK"),
    CHARACTER(5, "enq", "ENQ"),
    CHARACTER(4, "eot", "EOT"),
    CHARACTER(3, "etx", "ETX"),
    CHARACTER(2, "stx", "STX"),
    CHARACTER(1, "soh", "SOH"),
    CHARACTER(0, "nul", "NUL"),
    [AUTH] = { "lcp.opt.auth_protocol", "Authentication Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols },
    [ALGORITHM] = { "lcp.opt.algorithm", "Algorithm", FT_UINT8, BASE_DEC, .ranges = &algorithms },
    [QUALITY] = { "lcp.opt.quality_protocol", "Quality Protocol", FT_UINT16, BASE_HEX, .values = &ppp_protocols },
    [MAGIC] = { "lcp.opt.magic_number", "Magic Number", FT_UINT32, BASE_HEX },
    [PERIOD] = { "lcp.opt.reporting_period", "Reporting Period", FT_UINT32, BASE_DEC, .unit = &unit_microseconds },
    [FCS] = { "lcp.opt.fcs_alternatives", "FCS Alternatives", FT_UINT8, BASE_HEX, .suffix = fcs_names },
    [FCS_32] = { "lcp.opt.fcs_alternatives.ccitt32", "CCITT 32-bit", FT_BOOLEAN, BITS_8, .mask = 4 },
    [FCS_16] = { "lcp.opt.fcs_alternatives.ccitt16", "CCITT 16-bit", FT_BOOLEAN, BITS_8, .mask = 2 },
    [FCS_NULL] = { "lcp.opt.fcs_alternatives.null", "NULL FCS", FT_BOOLEAN, BITS_8, .mask = 1 },
    [MAXIMUM] = { "lcp.opt.maximum", "Maximum", FT_UINT8, BASE_DEC, .unit = &unit_octets },
    [WINDOW] = { "lcp.opt.window", "Window", FT_UINT8, BASE_DEC, .unit = &unit_frames },
    [ADDRESS] = { "lcp.opt.hdlc_address", "Address", FT_BYTES },
    [OPERATION] = { "lcp.opt.operation", "Operation", FT_UINT8, BASE_DEC, .values = &operations },
    [MESSAGE] = { "lcp.opt.message", "Message", FT_BYTES },
    [MRRU] = { "lcp.opt.mrru", "MRRU", FT_UINT16, BASE_DEC },
    [CLASS] = { "lcp.opt.ep_disc_class", "Class", FT_UINT8, BASE_DEC, .values = &endpoint_classes },
    [IP] = { "lcp.opt.ip_address", "IP Address", FT_IPv4 },
    [MAC] = { "lcp.opt.802_1_address", "IEEE 802.1 Address", FT_ETHER },
    [MAGIC_BLOCK] = { "lcp.opt.magic_block", "PPP Magic-Number Block", FT_BYTES },
    [NUMBER] = { "lcp.opt.psndn", "Public Switched Network Directory Number", FT_BYTES },
    [MODE] = { "lcp.opt.mode", "Mode", FT_UINT8, BASE_DEC, .values = &modes },
    [UNUSED] = { "lcp.opt.unused", "Unused", FT_BYTES },
    [DISCRIMINATOR] = { "lcp.opt.link_discrim", "Link Discriminator", FT_UINT16, BASE_DEC_HEX },
    [AUTH_ID] = { "lcp.opt.id", "Identification", FT_UINT_BYTES },
    [COBS_FLAGS] = { "lcp.opt.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = cobs_suffix },
    [COBS_RESERVED] = { "lcp.opt.flags.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xfc },
    [COBS_PRE] = { "lcp.opt.flags.pre", "PRE", FT_BOOLEAN, BITS_8, .mask = 0x2 },
    [COBS_ZXE] = { "lcp.opt.flags.zxe", "ZXE", FT_BOOLEAN, BITS_8, .mask = 0x1 },
    [PREFIX] = { "lcp.opt.prefix", "Prefix", FT_UINT_BYTES },
    [PREFIX_CLASS] = { "lcp.opt.class", "Class", FT_UINT8, BASE_DEC },
    [CODE] = { "lcp.opt.code", "Code", FT_UINT8, BASE_DEC, .values = &header_codes },
    [CLASSES] = { "lcp.opt.max_susp_classes", "Max suspendable classes", FT_UINT8, BASE_DEC },
    [MIBENUM] = { "lcp.opt.MIBenum", "MIBenum", FT_UINT32, BASE_DEC, .values = &charsets },
    [LANGUAGE] = { "lcp.opt.language_tag", "Language-Tag", FT_STRING },
};
static const struct note_def notes[] = { CP_NOTE_ROWS };

/* --- options ---------------------------------------------------------------------------------- */

/* The rest of the option from `off` on, unless there is none. */
static void rest(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    if (c.wire > off)
        emit_at(d, c, row, off, c.wire - off);
}

static void vendor(struct dissect *d, struct cursor c)
{
    emit_at(d, c, OUI, 2, 3);
    emit_at(d, c, KIND, 5, 1);
    rest(d, c, DATA, 6);
}
static void mru(struct dissect *d, struct cursor c) { emit_at(d, c, MRU, 2, 2); }
static void asyncmap(struct dissect *d, struct cursor c) { emit_bits(d, c, 2, 4, ASYNCMAP, ASYNC_BITS + BITS - 1); }
static void authentication(struct dissect *d, struct cursor c)
{
    enum { CHAP = 0xc223 };
    bool chap = get16(d, c, 2) == CHAP && c.wire >= 5;
    emit_at(d, c, AUTH, 2, 2);
    if (chap)
        emit_at(d, c, ALGORITHM, 4, 1);
    rest(d, c, DATA, chap ? 5 : 4);
}
static void quality(struct dissect *d, struct cursor c)
{
    emit_at(d, c, QUALITY, 2, 2);
    rest(d, c, DATA, 4);
}
static void magic(struct dissect *d, struct cursor c) { emit_at(d, c, MAGIC, 2, 4); }
static void monitor(struct dissect *d, struct cursor c) { emit_at(d, c, PERIOD, 2, 4); }
static void fcs(struct dissect *d, struct cursor c) { emit_bits(d, c, 2, 1, FCS, FCS_NULL); }
static void pad(struct dissect *d, struct cursor c) { emit_at(d, c, MAXIMUM, 2, 1); }
static void numbered(struct dissect *d, struct cursor c)
{
    emit_at(d, c, WINDOW, 2, 1);
    rest(d, c, ADDRESS, 3);
}
static void callback(struct dissect *d, struct cursor c)
{
    emit_at(d, c, OPERATION, 2, 1);
    rest(d, c, MESSAGE, 3);
}
static void mrru(struct dissect *d, struct cursor c) { emit_at(d, c, MRRU, 2, 2); }

static void endpoint(struct dissect *d, struct cursor c)
{
    enum { CLASS_IP = 2, CLASS_MAC, CLASS_MAGIC, CLASS_NUMBER };
    uint32_t class = get8(d, c, 2);
    emit_at(d, c, CLASS, 2, 1);
    if (class == CLASS_IP && c.wire == 7) {
        emit_at(d, c, IP, 3, 4);
    } else if (class == CLASS_MAC && c.wire == 9) {
        emit_at(d, c, MAC, 3, 6);
    } else if (class == CLASS_MAGIC && c.wire > 3) {
        rest(d, c, MAGIC_BLOCK, 3);
        down(d);
        for (uint32_t off = 3; off + 4 <= c.wire; off += 4)
            emit_at(d, c, MAGIC, off, 4);
        up(d);
    } else {
        rest(d, c, class == CLASS_NUMBER ? NUMBER : DATA, 3);
    }
}

static void dce(struct dissect *d, struct cursor c) { emit_at(d, c, MODE, 2, 1); }
static void mlplus(struct dissect *d, struct cursor c) { emit_at(d, c, UNUSED, 2, 2); }
static void discriminator(struct dissect *d, struct cursor c) { emit_at(d, c, DISCRIMINATOR, 2, 2); }
/* A length and as many octets, which are the value. */
static uint32_t counted(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    uint32_t len = get8(d, c, off);
    if (need(d, c, off, 1 + len))
        emit_held(d, c, row, off, 1 + len, c.p + off + 1, len);
    return 1 + len;
}

static void authentication_option(struct dissect *d, struct cursor c)
{
    rest(d, c, DATA, 2 + counted(d, c, AUTH_ID, 2));
}
static void cobs(struct dissect *d, struct cursor c) { emit_bits(d, c, 2, 1, COBS_FLAGS, COBS_ZXE); }
static void prefix(struct dissect *d, struct cursor c)
{
    emit_at(d, c, PREFIX_CLASS, 2, 1);
    for (uint32_t off = 3; off < c.wire && d->stop == STOP_NONE;)
        off += counted(d, c, PREFIX, off);
}
static void header_format(struct dissect *d, struct cursor c)
{
    emit_at(d, c, CODE, 2, 1);
    emit_at(d, c, CLASSES, 3, 1);
}
static void language(struct dissect *d, struct cursor c)
{
    emit_at(d, c, MIBENUM, 2, 4);
    rest(d, c, LANGUAGE, 6);
}

static const struct ppp_option options[] = {
    { 0, 6, true, O_VENDOR, "Vendor Specific", vendor },
    { 1, 4, false, O_MRU, "Maximum Receive Unit", mru },
    { 2, 6, false, O_ASYNCMAP, "Async Control Character Map", asyncmap },
    { 3, 4, true, O_AUTH, "Authentication Protocol", authentication },
    { 4, 4, true, O_QUALITY, "Quality Protocol", quality },
    { 5, 6, false, O_MAGIC, "Magic Number", magic },
    { 6, 6, false, O_MONITOR, "Link Quality Monitoring", monitor },
    { 7, 2, false, O_PFC, "Protocol Field Compression", NULL },
    { 8, 2, false, O_ACFC, "Address and Control Field Compression", NULL },
    { 9, 3, false, O_FCS, "FCS Alternatives", fcs },
    { 10, 3, false, O_PAD, "Self Describing Pad", pad },
    { 11, 4, true, O_NUMBERED, "Numbered Mode", numbered },
    { 13, 3, true, O_CALLBACK, "Callback", callback },
    { 15, 2, false, O_COMPOUND, "Compound Frames (Deprecated)", NULL },
    { 16, 2, false, O_NOMINAL, "Nominal Data Encapsulation (Deprecated)", NULL },
    { 17, 4, false, O_MRRU, "Multilink MRRU", mrru },
    { 18, 2, false, O_SSNH, "Multilink Short Sequence Number Header", NULL },
    { 19, 3, true, O_ENDPOINT, "Multilink Endpoint Discriminator", endpoint },
    { 21, 3, false, O_DCE, "DCE Identifier", dce },
    { 22, 4, false, O_MLPLUS, "Multi Link Plus Procedure", mlplus },
    { 23, 4, false, O_DISCRIMINATOR, "Link Discriminator for BACP", discriminator },
    { 24, 3, true, O_AUTH_OPTION, "Authentication Option", authentication_option },
    { 25, 3, false, O_COBS, "Consistent Overhead Byte Stuffing (COBS)", cobs },
    { 26, 3, true, O_PREFIX, "Prefix Elision", prefix },
    { 27, 4, false, O_HEADER_FORMAT, "Multilink header format", header_format },
    { 28, 7, true, O_LANGUAGE, "Internationalization", language },
    { 29, 2, false, O_SONET, "Simple Data Link on SONET/SDH", NULL },
};
static const struct ppp_control control = { "PPP LCP", &codes, options, ARRAY_LEN(options) };

static struct verdict lcp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &control); }

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc021 } };
static const uint8_t hands_to[] = { TABLE_PPP_PROTOCOL };

PROTOCOL(lcp,
    .name = "lcp", .short_name = "PPP LCP", .long_name = "PPP Link Control Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), HANDS_TO(hands_to), .run = lcp_run
);
