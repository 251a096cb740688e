/* ntp_fields.c - fields of NTP, RFC 5905, 9327 (control messages), ntpdc's private mode. */
#include "protocols/application/ntp.h"

#include <math.h>

VALUES(flags_li, { 0, "no warning" }, { 1, "last minute of the day has 61 seconds" },
       { 2, "last minute of the day has 59 seconds" }, { 3, "unknown (clock unsynchronized)" });
VALUES(flags_vn, { 0, "reserved" }, { 1, "NTP Version 1" }, { 2, "NTP Version 2" }, { 3, "NTP Version 3" },
       { 4, "NTP Version 4" }, { 5, "reserved" }, { 6, "reserved" }, { 7, "reserved" });
VALUES(flags_mode, { 0, "reserved" }, { 1, "symmetric active" }, { 2, "symmetric passive" }, { 3, "client" },
       { 4, "server" }, { 5, "broadcast" }, { 6, "reserved for NTP control message" },
       { 7, "reserved for private use" });
VALUES(key_type, { 0, "MD5" }, { 1, "SHA" });
VALUES(ext_type, { 2, "No-Operation Request" }, { 258, "Association Message Request" }, { 260, "Unique Identifier" },
       { 514, "Certificate Message Request" }, { 516, "NTS Cookie" }, { 770, "Cookie Message Request" },
       { 772, "NTS Cookie Placeholder" }, { 1026, "Autokey Message Request" },
       { 1028, "NTS Authenticator and Encrypted Extension Fields" }, { 1282, "Leapseconds Message Request" },
       { 1538, "Sign Message Request" }, { 1794, "IFF Identity Message Request" },
       { 2050, "GQ Identity Message Request" }, { 2306, "MV Identity Message Request" },
       { 8197, "Checksum Complement" }, { 32770, "No-Operation Response" },
       { 33026, "Association Message Response" }, { 33282, "Certificate Message Response" },
       { 33538, "Cookie Message Response" }, { 33794, "Autokey Message Response" },
       { 34050, "Leapseconds Message Response" }, { 34306, "Sign Message Response" },
       { 34562, "IFF Identity Message Response" }, { 34818, "GQ Identity Message Response" },
       { 35074, "MV Identity Message Response" }, { 49154, "No-Operation Error Response" },
       { 49410, "Association Message Error Response" }, { 49666, "Certificate Message Error Response" },
       { 49922, "Cookie Message Error Response" }, { 50178, "Autokey Message Error Response" },
       { 50434, "Leapseconds Message Error Response" }, { 50690, "Sign Message Error Response" },
       { 50946, "IFF Identity Message Error Response" }, { 51202, "GQ Identity Message Error Response" },
       { 51458, "MV Identity Message Error Response" });
VALUES(ctrl_flags2_r, { 0, "Request" }, { 1, "Response" });
VALUES(ctrl_flags2_opcode, { 0, "reserved" }, { 1, "read status" }, { 2, "read variables" },
       { 3, "write variables" }, { 4, "read clock variables" }, { 5, "write clock variables" },
       { 6, "set trap address/port" }, { 7, "asynchronous message" }, { 8, "runtime configuration" },
       { 9, "save config to file" }, { 10, "retrieve MRU (mrulist)" }, { 11, "retrieve ordered list" },
       { 12, "request a client nonce" }, { 31, "unset trap address/port" });
VALUES(ctrl_err_status, { 0, "unspecified" }, { 1, "authentication failure" },
       { 2, "invalid message length or format" }, { 3, "invalid opcode" }, { 4, "unknown association identifier" },
       { 5, "unknown variable name" }, { 6, "invalid variable value" }, { 7, "administratively prohibited" });
VALUES(ctrl_sys_status_clksrc, { 0, "unspecified or unknown" }, { 1, "Calibrated atomic clock (e.g. HP 5061)" },
       { 2, "VLF (band 4) or LF (band 5) radio (e.g. OMEGA, WWVB)" },
       { 3, "HF (band 7) radio (e.g. CHU, MSF, WWV/H)" }, { 4, "UHF (band 9) satellite (e.g. GOES, GPS)" },
       { 5, "local net (e.g. DCN, TSP, DTS)" }, { 6, "UDP/NTP" }, { 7, "UDP/TIME" }, { 8, "eyeball-and-wristwatch" },
       { 9, "telephone modem (e.g. NIST)" });
VALUES(ctrl_sys_status_code, { 0, "unspecified" }, { 1, "frequency correction (drift) file not available" },
       { 2, "frequency correction started (frequency stepped)" },
       { 3, "spike detected and ignored, starting stepout timer" }, { 4, "frequency training started" },
       { 5, "clock synchronized" }, { 6, "system restart" },
       { 7, "panic stop (required step greater than panic threshold)" }, { 8, "no system peer" },
       { 9, "leap second insertion/deletion armed" }, { 10, "leap second disarmed" },
       { 11, "leap second inserted or deleted" }, { 12, "clock stepped (stepout timer expired)" },
       { 13, "kernel loop discipline status changed" }, { 14, "leapseconds table loaded from file" },
       { 15, "leapseconds table outdated, updated file needed" });
VALUES(ctrl_peer_status_selection, { 0, "rejected" },
       { 1, "passed sanity checks (tests 1 through 8 in Section 3.4.3)" },
       { 2, "passed correctness checks (intersection algorithm in Section 4.2.1)" },
       { 3, "passed candidate checks (if limit check implemented)" },
       { 4, "passed outlier checks (clustering algorithm in Section 4.2.2)" },
       { 5, "current synchronization source; max distance exceeded (if limit check implemented)" },
       { 6, "current synchronization source; max distance okay" }, { 7, "reserved" });
VALUES(ctrl_peer_status_code, { 0, "unspecified" }, { 1, "association mobilized" }, { 2, "association demobilized" },
       { 3, "peer unreachable (peer.reach was nonzero now zero)" },
       { 4, "peer reachable (peer.reach was zero now nonzero)" }, { 5, "association restarted or timed out" },
       { 6, "no server found (ntpdate mode)" }, { 7, "rate exceeded (kiss code RATE)" },
       { 8, "access denied (kiss code DENY)" }, { 9, "leap armed from server LI code" },
       { 10, "become system peer" }, { 11, "reference clock event (see clock status word)" },
       { 12, "authentication failure" }, { 13, "popcorn spike suppressor" }, { 14, "entering interleave mode" },
       { 15, "interleave error (recovered)" }, { 16, "leapsecond values update from server" });
VALUES(ctrl_clock_status_status, { 0, "clock operating within nominals" }, { 1, "reply timeout" },
       { 2, "bad reply format" }, { 3, "hardware or software fault" }, { 4, "propagation failure" },
       { 5, "bad date format or value" }, { 6, "bad time format or value" });
VALUES(impl, { 0, "UNIV" }, { 2, "XNTPD_OLD (pre-IPv6)" }, { 3, "XNTPD" });
VALUES(err, { 0, "No error" }, { 1, "incompatible implementation number" }, { 2, "unimplemented request code" },
       { 3, "format error" }, { 4, "no data available" }, { 5, "unknown" }, { 6, "unknown" },
       { 7, "authentication failure" });
VALUES(action, { 1, "Interface exists" }, { 2, "Interface created" }, { 3, "Interface deleted" });
SHARED_VALUES(ntp_codes, { 0, "PEER_LIST" }, { 1, "PEER_LIST_SUM" }, { 2, "PEER_INFO" }, { 3, "PEER_STATS" },
       { 4, "SYS_INFO" }, { 5, "SYS_STATS" }, { 6, "IO_STATS" }, { 7, "MEM_STATS" }, { 8, "LOOP_INFO" },
       { 9, "TIMER_STATS" }, { 10, "CONFIG" }, { 11, "UNCONFIG" }, { 12, "SET_SYS_FLAG" }, { 13, "CLR_SYS_FLAG" },
       { 14, "MONITOR" }, { 15, "NOMONITOR" }, { 16, "GET_RESTRICT" }, { 17, "RESADDFLAGS" }, { 18, "RESSUBFLAGS" },
       { 19, "UNRESTRICT" }, { 20, "MON_GETLIST" }, { 21, "RESET_STATS" }, { 22, "RESET_PEER" },
       { 23, "REREAD_KEYS" }, { 24, "DO_DIRTY_HACK" }, { 25, "DONT_DIRTY_HACK" }, { 26, "TRUSTKEY" },
       { 27, "UNTRUSTKEY" }, { 28, "AUTHINFO" }, { 29, "TRAPS" }, { 30, "ADD_TRAP" }, { 31, "CLR_TRAP" },
       { 32, "REQUEST_KEY" }, { 33, "CONTROL_KEY" }, { 34, "GET_CTLSTATS" }, { 35, "GET_LEAPINFO" },
       { 36, "GET_CLOCKINFO" }, { 37, "SET_CLKFUDGE" }, { 38, "GET_KERNEL" }, { 39, "GET_CLKBUGINFO" },
       { 41, "SET_PRECISION" }, { 42, "MON_GETLIST_1" }, { 43, "HOSTNAME_ASSOCID" }, { 44, "IF_STATS" },
       { 45, "IF_RELOAD" });
RANGES(strata, { 0, 0, "unspecified or invalid" }, { 1, 1, "primary reference" }, { 2, 15, "secondary reference" },
       { 16, 16, "unsynchronized" }, { 17, 255, "reserved" });

static const struct truth truth_config = { "configured (peer.config)", "not configured (peer.config)" };
static const struct truth truth_authenable = { "authentication enabled (peer.authenable)",
                                               "authentication disabled (peer.authenable)" };
static const struct truth truth_authentic = { "authentication okay (peer.authentic)",
                                              "authentication not okay (peer.authentic)" };
static const struct truth truth_reach = { "reachability okay (peer.reach != 0)",
                                          "reachability not okay (peer.reach != 0)" };

/* Reference clocks, RFC 5905 figure 12 and older names. */
static const struct reference {
    char id[5];
    const char *name;
} references[] = {
    { "1PPS", "External 1 PPS input" },
    { "ACTS", "NIST telephone modem" },
    { "ATOM", "Atomic clock (calibrated)" },
    { "CESM", "calibrated Cesium clock" },
    { "CHU", "HF Radio CHU Ottawa, Ontario" },
    { "DCF", "LF Radio DCF77 Mainflingen, DE 77.5 kHz" },
    { "DCN", "DCN routing protocol" },
    { "DTS", "Digital Time Service" },
    { "FREE", "(Internal clock)" },
    { "GAL", "Galileo Positioning System" },
    { "GOES", "Geostationary Orbit Environment Satellite" },
    { "GPS", "Global Position System" },
    { "HBG", "LF Radio HBG Prangins, HB 75 kHz" },
    { "INIT", "(Initialization)" },
    { "IRIG", "Inter-Range Instrumentation Group" },
    { "JJY", "LF Radio JJY Fukushima, JP 40 kHz, Saga, JP 60 kHz" },
    { "LOCL", "uncalibrated local clock" },
    { "LORC", "MF Radio LORAN C station, 100 kHz" },
    { "MSF", "LF Radio MSF Anthorn, UK 60 kHz" },
    { "NIST", "NIST telephone modem" },
    { "OMEG", "OMEGA radionavigation system" },
    { "PPS", "Generic pulse-per-second" },
    { "PTB", "European telephone modem" },
    { "RBDM", "calibrated Rubidium clock" },
    { "TDF", "MF Radio Allouis, FR 162 kHz" },
    { "TSP", "TSP time protocol" },
    { "USNO", "USNO telephone modem" },
    { "VLF", "VLF radio (OMEGA,, etc.)" },
    { "WWV", "HF Radio WWV Ft. Collins, CO" },
    { "WWVB", "LF Radio WWVB Ft. Collins, CO 60 kHz" },
    { "WWVH", "HF Radio WWVH Kauai, HI" },
};

static void ntp_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    if (p == NULL)
        return;
    sb_str(sb, " (");
    sb_str(sb, values_or(ntp_fields[NTP_FLAGS_VN].values, *p >> 3 & 7, ""));
    sb_str(sb, ", ");
    sb_str(sb, ntp_mode_names[*p & 7]);
    sb_char(sb, ')');
}

/* Exponent of 2, RFC 5905 section 7.3: 4 to 17 make sense. */
static void poll_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    unsigned v = (unsigned)n->v.u;
    (void)d;
    if (v >= 4 && v <= 17)
        sb_printf(sb, "Peer Polling Interval: %u (%u seconds)", v, 1u << v);
    else
        sb_printf(sb, "Peer Polling Interval: invalid (%u)", v);
}

static void precision_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Peer Clock Precision: %.6f seconds", ldexp(1.0, (int8_t)n->v.u));
}

/* 16 bits of seconds, 16 of fraction. */
static void root_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
    sb_printf(sb, ": %.6f seconds", (double)n->v.u / 65536.0);
}

static void sb_clock(struct strbuf *sb, const uint8_t *p)
{
    char id[5] = { (char)p[0], (char)p[1], (char)p[2], (char)p[3] };
    for (size_t i = 0; i < ARRAY_LEN(references); i++)
        if (strcmp(references[i].id, id) == 0) {
            sb_str(sb, references[i].name);
            return;
        }
    sb_str(sb, "Unidentified reference source '");
    sb_escaped(sb, p, (uint32_t)strlen(id));
    sb_char(sb, '\'');
}

/* A name up to stratum 1, above it the server's address. */
static void reference_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    const uint8_t *stratum = annotation(d, n);
    sb_str(sb, "Reference ID: ");
    if (p == NULL || be32(p) == 0)
        sb_str(sb, "NULL");
    else if (stratum != NULL && *stratum <= 1)
        sb_clock(sb, p);
    else
        sb_address(sb, d, (struct address){ ADDR_IPv4, 4, p });
}

static void sb_nibbles(struct strbuf *sb, unsigned v)
{
    for (int bit = 11; bit >= 0; bit--) {
        sb_char(sb, v >> bit & 1 ? '1' : '0');
        if (bit == 8)
            sb_str(sb, "  ");
        if (bit == 4)
            sb_char(sb, ' ');
    }
}

static void twelve_bits_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, ".... ");
    sb_nibbles(sb, (unsigned)n->v.u);
    sb_str(sb, " = ");
    sb_str(sb, registry_field(n->field)->label);
    sb_str(sb, ": ");
    sb_uint(sb, n->v.u);
}

/* The upper four bits of a byte. */
static void nibble_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct field *f = registry_field(n->field);
    unsigned v = (unsigned)n->v.u;
    (void)d;
    for (int bit = 3; bit >= 0; bit--)
        sb_char(sb, v >> bit & 1 ? '1' : '0');
    sb_str(sb, " .... = ");
    sb_str(sb, f->label);
    if (f->values != NULL)
        sb_printf(sb, ": %s (0x%02x)", values_or(f->values, v, "Unknown"), v);
    else
        sb_printf(sb, ": 0x%02x", v);
}

static void variable_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        sb_escaped(sb, p, n->len);
}

enum { CODE_MONLIST = 20, CODE_MONLIST_1 = 42 };

/* The annotation: the message's request code.  Only these two have a value in words. */
static bool is_monlist(const uint8_t *code)
{
    return code != NULL && (*code == CODE_MONLIST || *code == CODE_MONLIST_1);
}

static void item_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (is_monlist(annotation(d, n)))
        sb_str(sb, "Monlist Item");
}

static void item_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *code = annotation(d, n);
    bool monlist = code != NULL && is_monlist(code);
    const uint8_t *p = monlist ? node_bytes(d, n, 16, *code == CODE_MONLIST ? 6 : 14) : NULL;
    if (p == NULL) {
        sb_str(sb, code != NULL ? values_or(&ntp_codes, *code, "Unknown") : "Unknown");
        sb_str(sb, " Item");
        return;
    }
    sb_str(sb, "Monlist item: address: ");
    sb_ipv4(sb, p);
    sb_printf(sb, ":%u", be16(p + (*code == CODE_MONLIST ? 4 : 12)));
}

const struct field ntp_fields[NTP_FIELDS] = {
    [NTP] = { "ntp", "Network Time Protocol", FT_PROTOCOL, .suffix = ntp_label },
    [NTP_FLAGS] = { "ntp.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [NTP_FLAGS_LI] = { "ntp.flags.li", "Leap Indicator", FT_UINT8, BASE_DEC, .mask = 0xc0, .values = &flags_li },
    [NTP_FLAGS_VN] = { "ntp.flags.vn", "Version number", FT_UINT8, BASE_DEC, .mask = 0x38, .values = &flags_vn },
    [NTP_FLAGS_MODE] = { "ntp.flags.mode", "Mode", FT_UINT8, BASE_DEC, .mask = 0x7, .values = &flags_mode },
    [NTP_RESPONSE_IN] = { "ntp.response_in", "Response In", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [NTP_REQUEST_IN] = { "ntp.request_in", "Request In", FT_FRAMENUM, .flags = GENERATED },
    [NTP_DELTA_TIME] = { "ntp.delta_time", "Delta Time", FT_RELATIVE_TIME, .flags = GENERATED },
    [NTP_STRATUM] = { "ntp.stratum", "Peer Clock Stratum", FT_UINT8, BASE_DEC, .ranges = &strata },
    [NTP_PPOLL] = { "ntp.ppoll", "Peer Polling Interval", FT_UINT8, BASE_DEC, .label_fn = poll_label },
    [NTP_PRECISION] = { "ntp.precision", "Peer Clock Precision", FT_UINT8, BASE_DEC, .label_fn = precision_label },
    [NTP_ROOTDELAY] = { "ntp.rootdelay", "Root Delay", FT_UINT32, BASE_DEC, .label_fn = root_label },
    [NTP_ROOTDISPERSION] = { "ntp.rootdispersion", "Root Dispersion", FT_UINT32, BASE_DEC, .label_fn = root_label },
    [NTP_REFID] = { "ntp.refid", "Reference ID", FT_BYTES, .label_fn = reference_label },
    [NTP_REFTIME] = { "ntp.reftime", "Reference Timestamp", FT_ABSOLUTE_TIME, BASE_NTP_UTC },
    [NTP_ORG] = { "ntp.org", "Origin Timestamp", FT_ABSOLUTE_TIME, BASE_NTP_UTC },
    [NTP_REC] = { "ntp.rec", "Receive Timestamp", FT_ABSOLUTE_TIME, BASE_NTP_UTC },
    [NTP_XMT] = { "ntp.xmt", "Transmit Timestamp", FT_ABSOLUTE_TIME, BASE_NTP_UTC },
    [NTP_KEYID] = { "ntp.keyid", "Key ID", FT_BYTES },
    [NTP_MAC] = { "ntp.mac", "Message Authentication Code", FT_BYTES },
    [NTP_PADDING] = { "ntp.padding", "Padding", FT_BYTES },
    [NTP_KEY_TYPE] = { "ntp.key_type", "Key type", FT_UINT8, BASE_DEC, .values = &key_type, .flags = GENERATED },
    [NTP_KEY_INDEX] = { "ntp.key_index", "KeyIndex", FT_UINT32, BASE_HEX },
    [NTP_KEY_SIGNATURE] = { "ntp.key_signature", "Signature", FT_BYTES },
    [NTP_EXT] = { "ntp.ext", "Extension", FT_NONE },
    [NTP_EXT_TYPE] = { "ntp.ext.type", "Field Type", FT_UINT16, BASE_HEX, .values = &ext_type },
    [NTP_EXT_LENGTH] = { "ntp.ext.length", "Length", FT_UINT16, BASE_DEC },
    [NTP_EXT_VALUE] = { "ntp.ext.value", "Value", FT_BYTES },
    [NTP_AUTHENTICATOR] = { "", "Authenticator", FT_NONE },
    [NTP_CTRL_FLAGS2] = { "ntp.ctrl.flags2", "Flags 2", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [NTP_CTRL_FLAGS2_R] = { "ntp.ctrl.flags2.r", "Response bit", FT_UINT8, BASE_DEC, .mask = 0x80,
                              .values = &ctrl_flags2_r },
    [NTP_CTRL_FLAGS2_ERROR] = { "ntp.ctrl.flags2.error", "Error bit", FT_UINT8, BASE_DEC, .mask = 0x40 },
    [NTP_CTRL_FLAGS2_MORE] = { "ntp.ctrl.flags2.more", "More bit", FT_UINT8, BASE_DEC, .mask = 0x20 },
    [NTP_CTRL_FLAGS2_OPCODE] = { "ntp.ctrl.flags2.opcode", "Opcode", FT_UINT8, BASE_DEC, .mask = 0x1f,
                              .values = &ctrl_flags2_opcode },
    [NTP_CTRL_SEQUENCE] = { "ntp.ctrl.sequence", "Sequence", FT_UINT16, BASE_DEC },
    [NTP_CTRL_STATUS] = { "ntp.ctrl.status", "Status", FT_UINT16, BASE_HEX },
    [NTP_STATUS_ERROR] = { "ntp.ctrl.status", "Status", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [NTP_CTRL_ERR_STATUS] = { "ntp.ctrl.err_status", "Error Status Word", FT_UINT16, BASE_DEC, .mask = 0xff00,
                              .values = &ctrl_err_status },
    [NTP_CTRL_ASSOCID] = { "ntp.ctrl.associd", "AssociationID", FT_UINT16, BASE_DEC },
    [NTP_STATUS_SYSTEM] = { "ntp.ctrl.status", "Status", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [NTP_CTRL_SYS_STATUS_LI] = { "ntp.ctrl.sys_status.li", "Leap Indicator", FT_UINT16, BASE_DEC, .mask = 0xc000,
                              .values = &flags_li },
    [NTP_CTRL_SYS_STATUS_CLKSRC] = { "ntp.ctrl.sys_status.clksrc", "Clock Source", FT_UINT16, BASE_DEC,
                              .mask = 0x3f00, .values = &ctrl_sys_status_clksrc },
    [NTP_CTRL_SYS_STATUS_COUNT] = { "ntp.ctrl.sys_status.count", "System Event Counter", FT_UINT16, BASE_DEC,
                              .mask = 0xf0 },
    [NTP_CTRL_SYS_STATUS_CODE] = { "ntp.ctrl.sys_status.code", "System Event Code", FT_UINT16, BASE_DEC,
                              .mask = 0xf, .values = &ctrl_sys_status_code },
    [NTP_CTRL_OFFSET] = { "ntp.ctrl.offset", "Offset", FT_UINT16, BASE_DEC },
    [NTP_STATUS_PEER] = { "ntp.ctrl.status", "Status", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [NTP_CTRL_PEER_STATUS_CONFIG] = { "ntp.ctrl.peer_status.config", "Peer Status", FT_BOOLEAN, BITS_16,
                              .mask = 0x8000, .truth = &truth_config },
    [NTP_CTRL_PEER_STATUS_AUTHENABLE] = { "ntp.ctrl.peer_status.authenable", "Peer Status", FT_BOOLEAN, BITS_16,
                              .mask = 0x4000, .truth = &truth_authenable },
    [NTP_CTRL_PEER_STATUS_AUTHENTIC] = { "ntp.ctrl.peer_status.authentic", "Peer Status", FT_BOOLEAN, BITS_16,
                              .mask = 0x2000, .truth = &truth_authentic },
    [NTP_CTRL_PEER_STATUS_REACH] = { "ntp.ctrl.peer_status.reach", "Peer Status", FT_BOOLEAN, BITS_16,
                              .mask = 0x1000, .truth = &truth_reach },
    [NTP_CTRL_PEER_STATUS_BCAST] = { "ntp.ctrl.peer_status.bcast", "Peer Status broadcast association", FT_BOOLEAN,
                              BITS_16, .mask = 0x800, .truth = &truth_set },
    [NTP_CTRL_PEER_STATUS_SELECTION] = { "ntp.ctrl.peer_status.selection", "Peer Selection", FT_UINT16, BASE_DEC,
                              .mask = 0x700, .values = &ctrl_peer_status_selection },
    [NTP_CTRL_PEER_STATUS_COUNT] = { "ntp.ctrl.peer_status.count", "Peer Event Counter", FT_UINT16, BASE_DEC,
                              .mask = 0xf0 },
    [NTP_CTRL_PEER_STATUS_CODE] = { "ntp.ctrl.peer_status.code", "Peer Event Code", FT_UINT16, BASE_DEC,
                              .mask = 0xf, .values = &ctrl_peer_status_code },
    [NTP_CTRL_COUNT] = { "ntp.ctrl.count", "Count", FT_UINT16, BASE_DEC },
    [NTP_STATUS_CLOCK] = { "ntp.ctrl.status", "Status", FT_UINT16, BASE_HEX, .suffix = bits_suffix },
    [NTP_CTRL_CLOCK_STATUS_STATUS] = { "ntp.ctrl.clock_status.status", "Clock Status", FT_UINT16, BASE_DEC,
                              .mask = 0xff00, .values = &ctrl_clock_status_status },
    [NTP_CTRL_CLOCK_STATUS_CODE] = { "ntp.ctrl.clock_status.code", "Clock Event Code", FT_UINT16, BASE_DEC,
                              .mask = 0xff },
    [NTP_CTRL_DATA] = { "ntp.ctrl.data", "Data", FT_NONE },
    [NTP_CTRL_ITEM] = { "ntp.ctrl.item", "Item", FT_NONE },
    [NTP_CTRL_TRAPMSG] = { "ntp.ctrl.trapmsg", "Trap message", FT_STRING },
    [NTP_CTRL_CONFIGURATION] = { "ntp.ctrl.configuration", "Configuration", FT_STRING },
    [NTP_CTRL_MRU] = { "ntp.ctrl.mru", "MRU", FT_STRING },
    [NTP_CTRL_ORDLIST] = { "ntp.ctrl.ordlist", "Ordered List", FT_STRING },
    [NTP_CTRL_NONCE] = { "ntp.ctrl.nonce", "Nonce", FT_STRING },
    [NTP_VARIABLE] = { "", "", FT_NONE, .label_fn = variable_label },
    [NTP_P_FLAGS] = { "ntp.flags", "Flags", FT_UINT8, BASE_HEX, .suffix = bits_suffix },
    [NTP_P_FLAGS_R] = { "ntp.priv.flags.r", "Response bit", FT_UINT8, BASE_DEC, .mask = 0x80,
                              .values = &ctrl_flags2_r },
    [NTP_P_FLAGS_MORE] = { "ntp.priv.flags.more", "More bit", FT_UINT8, BASE_DEC, .mask = 0x40 },
    [NTP_P_FLAGS_VN] = { "ntp.flags.vn", "Version number", FT_UINT8, BASE_DEC, .mask = 0x38, .values = &flags_vn },
    [NTP_P_FLAGS_MODE] = { "ntp.flags.mode", "Mode", FT_UINT8, BASE_DEC, .mask = 0x7, .values = &flags_mode },
    [NTP_P_AUTH_SEQ] = { "ntp.priv.auth_seq", "Auth, sequence", FT_UINT8, BASE_DEC },
    [NTP_P_AUTH] = { "ntp.priv.auth", "Auth bit", FT_UINT8, BASE_DEC, .mask = 0x80 },
    [NTP_P_SEQ] = { "ntp.priv.seq", "Sequence number", FT_UINT8, BASE_DEC, .mask = 0x7f },
    [NTP_P_IMPL] = { "ntp.priv.impl", "Implementation", FT_UINT8, BASE_DEC, .values = &impl },
    [NTP_P_REQCODE] = { "ntp.priv.reqcode", "Request code", FT_UINT8, BASE_DEC, .values = &ntp_codes },
    [NTP_P_ERR] = { "ntp.priv.err", "Err", FT_UINT8, BASE_HEX, .mask = 0xf0, .values = &err,
                    .label_fn = nibble_label },
    [NTP_P_NUMITEMS] = { "ntp.priv.numitems", "Number of data items", FT_UINT16, BASE_DEC,
                              .label_fn = twelve_bits_label },
    [NTP_P_RESERVED] = { "ntp.priv.reserved", "Reserved", FT_UINT8, BASE_HEX, .mask = 0xf0,
                    .label_fn = nibble_label },
    [NTP_P_ITEMSIZE] = { "ntp.priv.itemsize", "Size of data item", FT_UINT16, BASE_DEC, .label_fn = twelve_bits_label },
    [NTP_M7_ITEM] = { "ntp.priv.mode7.item", "Mode7 item", FT_STRINGZ, .text = item_text, .label_fn = item_label },
    [NTP_PLAIN_PPOLL] = { "ntp.ppoll", "Peer Polling Interval", FT_UINT8, BASE_DEC },
    [NTP_PLAIN_PRECISION] = { "ntp.precision", "Peer Clock Precision", FT_UINT8, BASE_DEC },
    [NTP_PLAIN_ROOTDELAY] = { "ntp.rootdelay", "Root Delay", FT_UINT32, BASE_DEC },
    [NTP_PLAIN_ROOTDISPERSION] = { "ntp.rootdispersion", "Root Dispersion", FT_UINT32, BASE_DEC },
    [NTP_PLAIN_REFID] = { "ntp.refid", "Reference ID", FT_BYTES },
    [NTP_M7_PEER_FLAGS] = { "ntp.priv.mode7.peer.flags", "Flags", FT_UINT8, BASE_HEX, .mask = 0xff,
                              .suffix = bits_suffix },
    [NTP_M7_PEER_FLAGS_CONFIG] = { "ntp.priv.mode7.peer.flags.config", "Config", FT_BOOLEAN, BITS_8, .mask = 0x1,
                              .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_SYSPEER] = { "ntp.priv.mode7.peer.flags.syspeer", "Syspeer", FT_BOOLEAN, BITS_8, .mask = 0x2,
                              .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_BURST] = { "ntp.priv.mode7.peer.flags.burst", "Burst", FT_BOOLEAN, BITS_8, .mask = 0x4,
                              .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_REFCLOCK] = { "ntp.priv.mode7.peer.flags.refclock", "Refclock", FT_BOOLEAN, BITS_8,
                              .mask = 0x8, .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_PREFER] = { "ntp.priv.mode7.peer.flags.prefer", "Prefer", FT_BOOLEAN, BITS_8, .mask = 0x10,
                              .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_AUTHENABLE] = { "ntp.priv.mode7.peer.flags.authenable", "Auth enable", FT_BOOLEAN, BITS_8,
                              .mask = 0x20, .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_SEL_CANDIDATE] = { "ntp.priv.mode7.peer.flags.sel_candidate", "Sel Candidate", FT_BOOLEAN,
                              BITS_8, .mask = 0x40, .truth = &truth_set },
    [NTP_M7_PEER_FLAGS_SHORTLIST] = { "ntp.priv.mode7.peer.flags.shortlist", "Shortlist", FT_BOOLEAN, BITS_8,
                              .mask = 0x80, .truth = &truth_set },
    [NTP_P_TSTAMP] = { "ntp.priv.tstamp", "Authentication timestamp", FT_ABSOLUTE_TIME, BASE_NTP_UTC },
    [NTP_P_CONFIG_FLAGS] = { "ntp.priv.config.flags", "Flags", FT_UINT8, BASE_HEX, .mask = 0xff,
                              .suffix = bits_suffix },
    [NTP_M7_CONFIG_FLAGS_AUTHENABLE] = { "ntp.priv.mode7.config.flags.authenable", "Authenable", FT_BOOLEAN, BITS_8,
                              .mask = 0x1, .truth = &truth_set },
    [NTP_M7_CONFIG_FLAGS_PREFER] = { "ntp.priv.mode7.config.flags.prefer", "Prefer", FT_BOOLEAN, BITS_8,
                              .mask = 0x2, .truth = &truth_set },
    [NTP_M7_CONFIG_FLAGS_BURST] = { "ntp.priv.mode7.config.flags.burst", "Burst", FT_BOOLEAN, BITS_8, .mask = 0x4,
                              .truth = &truth_set },
    [NTP_M7_CONFIG_FLAGS_IBURST] = { "ntp.priv.mode7.config.flags.iburst", "IBurst", FT_BOOLEAN, BITS_8,
                              .mask = 0x8, .truth = &truth_set },
    [NTP_M7_CONFIG_FLAGS_NO_SELECT] = { "ntp.priv.mode7.config.flags.no_select", "No Select", FT_BOOLEAN, BITS_8,
                              .mask = 0x10, .truth = &truth_set },
    [NTP_M7_CONFIG_FLAGS_SKEY] = { "ntp.priv.mode7.config.flags.skey", "Skey", FT_BOOLEAN, BITS_8, .mask = 0x20,
                              .truth = &truth_set },
    [NTP_M7_KEY_FILE] = { "ntp.priv.mode7.key_file", "Key file name", FT_STRING },
    [NTP_M7_SYS_FLAGS] = { "ntp.priv.mode7.sys.flags", "Flags", FT_UINT32, BASE_HEX, .mask = 0xff,
                              .suffix = bits_suffix },
    [NTP_M7_SYS_FLAGS_BCLIENT] = { "ntp.priv.mode7.sys.flags.bclient", "Bclient", FT_BOOLEAN, BITS_8, .mask = 0x1,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_PPS] = { "ntp.priv.mode7.sys.flags.pps", "PPS", FT_BOOLEAN, BITS_8, .mask = 0x2,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_NTP] = { "ntp.priv.mode7.sys.flags.ntp", "NTP", FT_BOOLEAN, BITS_8, .mask = 0x4,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_KERNEL] = { "ntp.priv.mode7.sys.flags.kernel", "Kernel", FT_BOOLEAN, BITS_8, .mask = 0x8,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_MONITOR] = { "ntp.priv.mode7.sys.flags.monitor", "Monitor", FT_BOOLEAN, BITS_8, .mask = 0x10,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_FILEGEN] = { "ntp.priv.mode7.sys.flags.filegen", "Filegen", FT_BOOLEAN, BITS_8, .mask = 0x20,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_AUTH] = { "ntp.priv.mode7.sys.flags.auth", "Auth", FT_BOOLEAN, BITS_8, .mask = 0x40,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS_CAL] = { "ntp.priv.mode7.sys.flags.cal", "Cal", FT_BOOLEAN, BITS_8, .mask = 0x80,
                              .truth = &truth_set },
    [NTP_M7_KEY] = { "ntp.priv.mode7.key", "Key", FT_UINT64, BASE_HEX },
    [NTP_M7_SYS_FLAGS8] = { "ntp.priv.mode7.sys.flags8", "Flags", FT_UINT8, BASE_HEX, .mask = 0xff,
                              .suffix = bits_suffix },
    [NTP_M7_SYS_FLAGS8_BCLIENT] = { "ntp.priv.mode7.sys.flags.bclient", "Bclient", FT_BOOLEAN, BITS_8, .mask = 0x1,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_PPS] = { "ntp.priv.mode7.sys.flags.pps", "PPS", FT_BOOLEAN, BITS_8, .mask = 0x2,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_NTP] = { "ntp.priv.mode7.sys.flags.ntp", "NTP", FT_BOOLEAN, BITS_8, .mask = 0x4,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_KERNEL] = { "ntp.priv.mode7.sys.flags.kernel", "Kernel", FT_BOOLEAN, BITS_8, .mask = 0x8,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_MONITOR] = { "ntp.priv.mode7.sys.flags.monitor", "Monitor", FT_BOOLEAN, BITS_8, .mask = 0x10,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_FILEGEN] = { "ntp.priv.mode7.sys.flags.filegen", "Filegen", FT_BOOLEAN, BITS_8, .mask = 0x20,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_AUTH] = { "ntp.priv.mode7.sys.flags.auth", "Auth", FT_BOOLEAN, BITS_8, .mask = 0x40,
                              .truth = &truth_set },
    [NTP_M7_SYS_FLAGS8_CAL] = { "ntp.priv.mode7.sys.flags.cal", "Cal", FT_BOOLEAN, BITS_8, .mask = 0x80,
                              .truth = &truth_set },
    [NTP_M7_TIMEUP] = { "ntp.priv.mode7.timeup", "Time up", FT_UINT32, BASE_DEC },
    [NTP_M7_RESET_STATS_FLAGS] = { "ntp.priv.mode7.reset_stats.flags", "Flags", FT_UINT32, BASE_HEX, .mask = 0xff,
                              .suffix = bits_suffix },
    [NTP_M7_RESET_STATS_FLAGS_ALLPEERS] = { "ntp.priv.mode7.reset_stats.flags.allpeers", "All Peers", FT_BOOLEAN,
                              BITS_32, .mask = 0x1, .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_IO] = { "ntp.priv.mode7.reset_stats.flags.io", "IO", FT_BOOLEAN, BITS_32, .mask = 0x2,
                              .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_SYS] = { "ntp.priv.mode7.reset_stats.flags.sys", "Sys", FT_BOOLEAN, BITS_32,
                              .mask = 0x4, .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_MEM] = { "ntp.priv.mode7.reset_stats.flags.mem", "Mem", FT_BOOLEAN, BITS_32,
                              .mask = 0x8, .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_TIMER] = { "ntp.priv.mode7.reset_stats.flags.timer", "Timer", FT_BOOLEAN, BITS_32,
                              .mask = 0x10, .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_AUTH] = { "ntp.priv.mode7.reset_stats.flags.auth", "Auth", FT_BOOLEAN, BITS_32,
                              .mask = 0x20, .truth = &truth_set },
    [NTP_M7_RESET_STATS_FLAGS_CTL] = { "ntp.priv.mode7.reset_stats.flags.ctl", "Ctl", FT_BOOLEAN, BITS_32,
                              .mask = 0x40, .truth = &truth_set },
    [NTP_P_MONLIST_AVGINT] = { "ntp.priv.monlist.avgint", "avgint", FT_UINT32, BASE_DEC },
    [NTP_P_MONLIST_LSINT] = { "ntp.priv.monlist.lsint", "lsint", FT_UINT32, BASE_DEC },
    [NTP_P_MONLIST_RESTR] = { "ntp.priv.monlist.restr", "restr", FT_UINT32, BASE_HEX },
    [NTP_P_MONLIST_COUNT] = { "ntp.priv.monlist.count", "count", FT_UINT32, BASE_DEC },
    [NTP_P_MONLIST_REMOTE_ADDRESS] = { "ntp.priv.monlist.remote_address", "remote address", FT_IPv4 },
    [NTP_P_MONLIST_LOCAL_ADDRESS] = { "ntp.priv.monlist.local_address", "local address", FT_IPv4 },
    [NTP_P_MONLIST_FLAGS] = { "ntp.priv.monlist.flags", "flags", FT_UINT32, BASE_HEX },
    [NTP_P_MONLIST_PORT] = { "ntp.priv.monlist.port", "port", FT_UINT16, BASE_DEC },
    [NTP_P_MONLIST_MODE] = { "ntp.priv.monlist.mode", "mode", FT_UINT8, BASE_DEC },
    [NTP_P_MONLIST_VERSION] = { "ntp.priv.monlist.version", "version", FT_UINT8, BASE_DEC },
    [NTP_P_MONLIST_IPV6] = { "ntp.priv.monlist.ipv6", "ipv6", FT_UINT32, BASE_HEX },
    [NTP_P_MONLIST_UNUSED] = { "ntp.priv.monlist.unused", "unused", FT_UINT32, BASE_HEX },
    [NTP_P_MONLIST_ADDR6] = { "ntp.priv.monlist.addr6", "ipv6 remote addr", FT_IPv6 },
    [NTP_P_MONLIST_DADDR6] = { "ntp.priv.monlist.daddr6", "ipv6 local addr", FT_IPv6 },
    [NTP_M7_ADDRESS] = { "ntp.priv.mode7.address", "Address", FT_IPv4 },
    [NTP_M7_MASK] = { "ntp.priv.mode7.mask", "Mask", FT_IPv4 },
    [NTP_M7_BCAST] = { "ntp.priv.mode7.bcast", "Bcast", FT_IPv4 },
    [NTP_M7_PORT] = { "ntp.priv.mode7.port", "Port", FT_UINT16, BASE_DEC },
    [NTP_M7_HMODE] = { "ntp.priv.mode7.hmode", "HMode", FT_UINT8, BASE_DEC, .values = &flags_mode },
    [NTP_M7_IPV6_FLAG] = { "ntp.priv.mode7.ipv6_flag", "IPv6 Flag", FT_UINT32, BASE_DEC },
    [NTP_M7_UNUSED] = { "ntp.priv.mode7.unused", "Unused", FT_BYTES },
    [NTP_M7_ADDRESS6] = { "ntp.priv.mode7.address6", "IPv6 addr", FT_IPv6 },
    [NTP_M7_MASK6] = { "ntp.priv.mode7.mask6", "IPv6 mask", FT_IPv6 },
    [NTP_M7_BCAST6] = { "ntp.priv.mode7.bcast6", "IPv6 bcast", FT_IPv6 },
    [NTP_M7_DSTADDRESS] = { "ntp.priv.mode7.dstaddress", "Destination address", FT_IPv4 },
    [NTP_M7_SRCADDRESS] = { "ntp.priv.mode7.srcaddress", "Source address", FT_IPv4 },
    [NTP_M7_SRCPORT] = { "ntp.priv.mode7.srcport", "Source port", FT_UINT16, BASE_DEC },
    [NTP_M7_COUNT] = { "ntp.priv.mode7.count", "Count", FT_UINT32, BASE_DEC },
    [NTP_M7_HPOLL] = { "ntp.priv.mode7.hpoll", "Host polling interval", FT_INT8, BASE_DEC },
    [NTP_M7_REACH] = { "ntp.priv.mode7.reach", "Reach", FT_UINT8, BASE_DEC },
    [NTP_M7_DELAY] = { "ntp.priv.mode7.delay", "Delay", FT_INT32, BASE_DEC },
    [NTP_M7_OFFSET] = { "ntp.priv.mode7.offset", "Offset", FT_UINT64, BASE_DEC },
    [NTP_M7_DISPERSION] = { "ntp.priv.mode7.dispersion", "Dispersion", FT_UINT32, BASE_DEC },
    [NTP_M7_DSTADDRESS6] = { "ntp.priv.mode7.dstaddress6", "IPv6 destination addr", FT_IPv6 },
    [NTP_M7_SRCADDRESS6] = { "ntp.priv.mode7.srcaddress6", "IPv6 source addr", FT_IPv6 },
    [NTP_M7_LEAP] = { "ntp.priv.mode7.leap", "Leap", FT_UINT8, BASE_DEC },
    [NTP_M7_PMODE] = { "ntp.priv.mode7.pmode", "Peer mode", FT_UINT8, BASE_DEC, .values = &flags_mode },
    [NTP_M7_VERSION] = { "ntp.priv.mode7.version", "Version", FT_UINT8, BASE_DEC },
    [NTP_M7_UNREACH] = { "ntp.priv.mode7.unreach", "Unreach", FT_UINT8, BASE_DEC },
    [NTP_M7_FLASH] = { "ntp.priv.mode7.flash", "Flash", FT_UINT8, BASE_DEC },
    [NTP_M7_TTL] = { "ntp.priv.mode7.ttl", "TTL", FT_UINT8, BASE_DEC },
    [NTP_M7_FLASH2] = { "ntp.priv.mode7.flash2", "Flash new", FT_UINT16, BASE_DEC },
    [NTP_M7_ASSOCID] = { "ntp.priv.mode7.associd", "Association ID", FT_UINT16, BASE_DEC },
    [NTP_M7_PKEYID] = { "ntp.priv.mode7.pkeyid", "Peer Key ID", FT_UINT32, BASE_DEC },
    [NTP_M7_TIMER] = { "ntp.priv.mode7.timer", "Timer", FT_UINT32, BASE_DEC },
    [NTP_M7_FILTDELAY] = { "ntp.priv.mode7.filtdelay", "Filt delay", FT_INT32, BASE_DEC },
    [NTP_M7_FILTOFFSET] = { "ntp.priv.mode7.filtoffset", "Filt offset", FT_INT64, BASE_DEC },
    [NTP_M7_ORDER] = { "ntp.priv.mode7.order", "Order", FT_UINT8, BASE_DEC },
    [NTP_M7_SELECTDIS] = { "ntp.priv.mode7.selectdis", "Selectdis", FT_UINT32, BASE_DEC },
    [NTP_M7_ESTBDELAY] = { "ntp.priv.mode7.estbdelay", "Estbdelay", FT_INT32, BASE_DEC },
    [NTP_M7_BDELAY] = { "ntp.priv.mode7.bdelay", "Bdelay", FT_INT32, BASE_DEC },
    [NTP_M7_AUTHDELAY] = { "ntp.priv.mode7.authdelay", "Auth delay", FT_INT64, BASE_DEC },
    [NTP_M7_MINPOLL] = { "ntp.priv.mode7.minpoll", "Minpoll", FT_UINT8, BASE_DEC },
    [NTP_M7_MAXPOLL] = { "ntp.priv.mode7.maxpoll", "Maxpoll", FT_UINT8, BASE_DEC },
    [NTP_M7_TIMERESET] = { "ntp.priv.mode7.timereset", "Time reset", FT_UINT32, BASE_DEC },
    [NTP_M7_TIMERECEIVED] = { "ntp.priv.mode7.timereceived", "Time received", FT_UINT32, BASE_DEC },
    [NTP_M7_TIMETOSEND] = { "ntp.priv.mode7.timetosend", "Time to send", FT_UINT32, BASE_DEC },
    [NTP_M7_TIMEREACHABLE] = { "ntp.priv.mode7.timereachable", "Time reachable", FT_UINT32, BASE_DEC },
    [NTP_M7_SENT] = { "ntp.priv.mode7.sent", "Sent", FT_UINT32, BASE_DEC },
    [NTP_M7_PROCESSED] = { "ntp.priv.mode7.processed", "Processed", FT_UINT32, BASE_DEC },
    [NTP_M7_BADAUTH] = { "ntp.priv.mode7.badauth", "Bad authentication", FT_UINT32, BASE_DEC },
    [NTP_M7_BOGUSORG] = { "ntp.priv.mode7.bogusorg", "Bogus origin", FT_UINT32, BASE_DEC },
    [NTP_M7_OLDPKT] = { "ntp.priv.mode7.oldpkt", "Old packet", FT_UINT32, BASE_DEC },
    [NTP_M7_SELDISP] = { "ntp.priv.mode7.seldisp", "Bad dispersion", FT_UINT32, BASE_DEC },
    [NTP_M7_SELBROKEN] = { "ntp.priv.mode7.selbroken", "Bad reference time", FT_UINT32, BASE_DEC },
    [NTP_M7_CANDIDATE] = { "ntp.priv.mode7.candidate", "Candidate", FT_UINT32, BASE_DEC },
    [NTP_M7_NUMKEYS] = { "ntp.priv.mode7.numkeys", "Num keys", FT_UINT32, BASE_DEC },
    [NTP_M7_NUMFREEKEYS] = { "ntp.priv.mode7.numfreekeys", "Num free keys", FT_UINT32, BASE_DEC },
    [NTP_M7_KEYLOOKUPS] = { "ntp.priv.mode7.keylookups", "Keylookups", FT_UINT32, BASE_DEC },
    [NTP_M7_KEYNOTFOUND] = { "ntp.priv.mode7.keynotfound", "Key not found", FT_UINT32, BASE_DEC },
    [NTP_M7_ENCRYPTIONS] = { "ntp.priv.mode7.encryptions", "Encryptions", FT_UINT32, BASE_DEC },
    [NTP_M7_DECRYPTIONS] = { "ntp.priv.mode7.decryptions", "Decryptions", FT_UINT32, BASE_DEC },
    [NTP_M7_EXPIRED] = { "ntp.priv.mode7.expired", "Expired", FT_UINT32, BASE_DEC },
    [NTP_M7_KEYUNCACHED] = { "ntp.priv.mode7.keyuncached", "Key uncached", FT_UINT32, BASE_DEC },
    [NTP_M7_LOCAL_ADDRESS] = { "ntp.priv.mode7.local_address", "Local address", FT_IPv4 },
    [NTP_M7_TRAP_ADDRESS] = { "ntp.priv.mode7.trap_address", "Trap address", FT_IPv4 },
    [NTP_M7_TRAP_PORT] = { "ntp.priv.mode7.trap_port", "Trap port", FT_UINT16, BASE_DEC },
    [NTP_M7_SEQUENCE] = { "ntp.priv.mode7.sequence", "Sequence number", FT_UINT16, BASE_DEC },
    [NTP_M7_SETTIME] = { "ntp.priv.mode7.settime", "Trap set time", FT_UINT32, BASE_DEC },
    [NTP_M7_ORIGTIME] = { "ntp.priv.mode7.origtime", "Trap originally time", FT_UINT32, BASE_DEC },
    [NTP_M7_RESETS] = { "ntp.priv.mode7.resets", "Resets", FT_UINT32, BASE_DEC },
    [NTP_P_TRAPS_FLAGS] = { "ntp.priv.traps.flags", "Flags", FT_UINT32, BASE_HEX },
    [NTP_M7_LOCAL_ADDRESS6] = { "ntp.priv.mode7.local_address6", "IPv6 local addr", FT_IPv6 },
    [NTP_M7_TRAP_ADDRESS6] = { "ntp.priv.mode7.trap_address6", "IPv6 trap addr", FT_IPv6 },
    [NTP_M7_REQUESTS] = { "ntp.priv.mode7.requests", "Requests", FT_UINT32, BASE_DEC },
    [NTP_M7_BAD_PACKETS] = { "ntp.priv.mode7.bad_packets", "Bad packets", FT_UINT32, BASE_DEC },
    [NTP_M7_RESPONSES] = { "ntp.priv.mode7.responses", "Responses", FT_UINT32, BASE_DEC },
    [NTP_M7_FRAGMENTS] = { "ntp.priv.mode7.fragments", "Fragments", FT_UINT32, BASE_DEC },
    [NTP_M7_ERRORS] = { "ntp.priv.mode7.errors", "Errors", FT_UINT32, BASE_DEC },
    [NTP_M7_TOO_SHORT] = { "ntp.priv.mode7.too_short", "Too short packets", FT_UINT32, BASE_DEC },
    [NTP_M7_INPUT_RESPONSES] = { "ntp.priv.mode7.input_responses", "Responses on input", FT_UINT32, BASE_DEC },
    [NTP_M7_INPUT_FRAGMENTS] = { "ntp.priv.mode7.input_fragments", "Fragments on input", FT_UINT32, BASE_DEC },
    [NTP_M7_INPUT_ERRORS] = { "ntp.priv.mode7.input_errors", "Errors on input", FT_UINT32, BASE_DEC },
    [NTP_M7_BAD_OFFSET] = { "ntp.priv.mode7.bad_offset", "Non zero offset packets", FT_UINT32, BASE_DEC },
    [NTP_M7_BAD_VERSION] = { "ntp.priv.mode7.bad_version", "Unknown version packets", FT_UINT32, BASE_DEC },
    [NTP_M7_DATA_TOO_SHORT] = { "ntp.priv.mode7.data_too_short", "Data too short", FT_UINT32, BASE_DEC },
    [NTP_M7_BADOP] = { "ntp.priv.mode7.badop", "Bad op code found", FT_UINT32, BASE_DEC },
    [NTP_M7_ASYNC_MESSAGES] = { "ntp.priv.mode7.async_messages", "Async messages", FT_UINT32, BASE_DEC },
    [NTP_M7_TYPE] = { "ntp.priv.mode7.type", "Type", FT_UINT8, BASE_DEC },
    [NTP_M7_CLOCK_FLAGS] = { "ntp.priv.mode7.clock_flags", "Clock Flags", FT_UINT8, BASE_DEC },
    [NTP_M7_LASTEVENT] = { "ntp.priv.mode7.lastevent", "Last event", FT_UINT8, BASE_DEC },
    [NTP_M7_CURRENTSTATUS] = { "ntp.priv.mode7.currentstatus", "Current status", FT_UINT8, BASE_DEC },
    [NTP_M7_POLLS] = { "ntp.priv.mode7.polls", "Polls", FT_UINT32, BASE_DEC },
    [NTP_M7_NORESPONSE] = { "ntp.priv.mode7.noresponse", "Noresponse", FT_UINT32, BASE_DEC },
    [NTP_M7_BADFORMAT] = { "ntp.priv.mode7.badformat", "Bad format", FT_UINT32, BASE_DEC },
    [NTP_M7_BADDATA] = { "ntp.priv.mode7.baddata", "Bad data", FT_UINT32, BASE_DEC },
    [NTP_M7_TIMESTARTED] = { "ntp.priv.mode7.timestarted", "Time started", FT_UINT32, BASE_DEC },
    [NTP_M7_FUDGETIME1] = { "ntp.priv.mode7.fudgetime1", "Fudge time 1", FT_UINT64, BASE_HEX },
    [NTP_M7_FUDGETIME2] = { "ntp.priv.mode7.fudgetime2", "Fudge time 2", FT_UINT64, BASE_HEX },
    [NTP_M7_FUDGEVAL1] = { "ntp.priv.mode7.fudgeval1", "Fudge val 1", FT_INT32, BASE_DEC },
    [NTP_M7_FUDGEVAL2] = { "ntp.priv.mode7.fudgeval2", "Fudge val 2", FT_UINT32, BASE_DEC },
    [NTP_M7_KERNEL_OFFSET] = { "ntp.priv.mode7.kernel_offset", "Offset", FT_INT32, BASE_DEC },
    [NTP_M7_FREQ] = { "ntp.priv.mode7.freq", "Freq", FT_INT32, BASE_DEC },
    [NTP_M7_STABILITY] = { "ntp.priv.mode7.stability", "Stability (ppm)", FT_UINT32, BASE_DEC },
    [NTP_M7_MAXERROR] = { "ntp.priv.mode7.maxerror", "Max error", FT_INT32, BASE_DEC },
    [NTP_M7_ESTERROR] = { "ntp.priv.mode7.esterror", "Est error", FT_INT32, BASE_DEC },
    [NTP_M7_STATUS] = { "ntp.priv.mode7.status", "Status", FT_UINT16, BASE_DEC },
    [NTP_M7_SHIFT] = { "ntp.priv.mode7.shift", "Shift", FT_UINT16, BASE_DEC },
    [NTP_M7_CONSTANT] = { "ntp.priv.mode7.constant", "Constant", FT_INT32, BASE_DEC },
    [NTP_M7_PRECISION] = { "ntp.priv.mode7.precision", "Precision", FT_INT32, BASE_DEC },
    [NTP_M7_TOLERANCE] = { "ntp.priv.mode7.tolerance", "tolerance", FT_INT32, BASE_DEC },
    [NTP_M7_PPSFREQ] = { "ntp.priv.mode7.ppsfreq", "ppsfreq", FT_INT32, BASE_DEC },
    [NTP_M7_JITTER] = { "ntp.priv.mode7.jitter", "jitter", FT_INT32, BASE_DEC },
    [NTP_M7_STABIL] = { "ntp.priv.mode7.stabil", "stabil", FT_INT32, BASE_DEC },
    [NTP_M7_JITCNT] = { "ntp.priv.mode7.jitcnt", "jitcnt", FT_INT32, BASE_DEC },
    [NTP_M7_CALCNT] = { "ntp.priv.mode7.calcnt", "calcnt", FT_INT32, BASE_DEC },
    [NTP_M7_ERRCNT] = { "ntp.priv.mode7.errcnt", "errcnt", FT_INT32, BASE_DEC },
    [NTP_M7_STBCNT] = { "ntp.priv.mode7.stbcnt", "stbcnt", FT_INT32, BASE_DEC },
    [NTP_M7_LAST_OFFSET] = { "ntp.priv.mode7.last_offset", "Last offset", FT_INT64, BASE_DEC },
    [NTP_M7_DRIFT_COMP] = { "ntp.priv.mode7.drift_comp", "Drift comp", FT_INT64, BASE_DEC },
    [NTP_M7_COMPLIANCE] = { "ntp.priv.mode7.compliance", "Compliance", FT_UINT32, BASE_DEC },
    [NTP_M7_WATCHDOG_TIMER] = { "ntp.priv.mode7.watchdog_timer", "Watchdog timer", FT_UINT32, BASE_DEC },
    [NTP_M7_POLL] = { "ntp.priv.mode7.poll", "Poll", FT_UINT32, BASE_DEC },
    [NTP_M7_DENIED] = { "ntp.priv.mode7.denied", "Denied", FT_UINT32, BASE_DEC },
    [NTP_M7_OLDVERSION] = { "ntp.priv.mode7.oldversion", "Old version", FT_UINT32, BASE_DEC },
    [NTP_M7_NEWVERSION] = { "ntp.priv.mode7.newversion", "New version", FT_UINT32, BASE_DEC },
    [NTP_M7_BADLENGTH] = { "ntp.priv.mode7.badlength", "Bad length", FT_UINT32, BASE_DEC },
    [NTP_M7_LIMITREJECTED] = { "ntp.priv.mode7.limitrejected", "Limit rejected", FT_UINT32, BASE_DEC },
    [NTP_M7_LAMPORT] = { "ntp.priv.mode7.lamport", "Lamport violation", FT_UINT32, BASE_DEC },
    [NTP_M7_TSROUNDING] = { "ntp.priv.mode7.tsrounding", "Timestamp rounding error", FT_UINT32, BASE_DEC },
    [NTP_M7_TOTALMEM] = { "ntp.priv.mode7.totalmem", "Total memory", FT_UINT16, BASE_DEC },
    [NTP_M7_FREEMEM] = { "ntp.priv.mode7.freemem", "Free memory", FT_UINT16, BASE_DEC },
    [NTP_M7_FINDPEER_CALLS] = { "ntp.priv.mode7.findpeer_calls", "Find peer calls", FT_UINT32, BASE_DEC },
    [NTP_M7_ALLOCATIONS] = { "ntp.priv.mode7.allocations", "Allocations", FT_UINT32, BASE_DEC },
    [NTP_M7_DEMOBILIZATIONS] = { "ntp.priv.mode7.demobilizations", "Demobilizations", FT_UINT32, BASE_DEC },
    [NTP_M7_HASHCOUNT] = { "ntp.priv.mode7.hashcount", "Hashcount", FT_BYTES },
    [NTP_M7_TOTALRECVBUFS] = { "ntp.priv.mode7.totalrecvbufs", "Toal receive buffer", FT_UINT16, BASE_DEC },
    [NTP_M7_FREERECVBUFS] = { "ntp.priv.mode7.freerecvbufs", "Free receive buffer", FT_UINT16, BASE_DEC },
    [NTP_M7_FULLRECVBUFS] = { "ntp.priv.mode7.fullrecvbufs", "Full receive buffer", FT_UINT16, BASE_DEC },
    [NTP_M7_LOWWATER] = { "ntp.priv.mode7.lowwater", "Low water", FT_UINT16, BASE_DEC },
    [NTP_M7_DROPPED] = { "ntp.priv.mode7.dropped", "Dropped packets", FT_UINT32, BASE_DEC },
    [NTP_M7_IGNORED] = { "ntp.priv.mode7.ignored", "Ignored packets", FT_UINT32, BASE_DEC },
    [NTP_M7_RECEIVED] = { "ntp.priv.mode7.received", "Received packets", FT_UINT32, BASE_DEC },
    [NTP_M7_NOTSENT] = { "ntp.priv.mode7.notsent", "Not sent packets", FT_UINT32, BASE_DEC },
    [NTP_M7_INTERRUPTS] = { "ntp.priv.mode7.interrupts", "Interrupts", FT_UINT32, BASE_DEC },
    [NTP_M7_INT_RECEIVED] = { "ntp.priv.mode7.int_received", "Received by interrupt handler", FT_UINT32, BASE_DEC },
    [NTP_M7_ALARMS] = { "ntp.priv.mode7.alarms", "Alarms", FT_UINT32, BASE_DEC },
    [NTP_M7_OVERFLOWS] = { "ntp.priv.mode7.overflows", "Overflows", FT_UINT32, BASE_DEC },
    [NTP_M7_XMTCALLS] = { "ntp.priv.mode7.xmtcalls", "Transmitted calls", FT_UINT32, BASE_DEC },
    [NTP_M7_RFLAGS] = { "ntp.priv.mode7.rflags", "Rflags", FT_UINT16, BASE_DEC },
    [NTP_M7_MFLAGS] = { "ntp.priv.mode7.mflags", "Mflags", FT_UINT16, BASE_DEC },
    [NTP_M7_INT_NAME] = { "ntp.priv.mode7.int_name", "Interface name", FT_STRING },
    [NTP_M7_INT_FLAGS] = { "ntp.priv.mode7.int_flags", "Interface flags", FT_INT32, BASE_DEC },
    [NTP_M7_LAST_TTL] = { "ntp.priv.mode7.last_ttl", "Last TTL specified", FT_INT32, BASE_DEC },
    [NTP_M7_NUM_MCAST] = { "ntp.priv.mode7.num_mcast", "Numer multicast sockets", FT_INT32, BASE_DEC },
    [NTP_M7_UPTIME] = { "ntp.priv.mode7.uptime", "Uptime", FT_INT32, BASE_DEC },
    [NTP_M7_SCOPEID] = { "ntp.priv.mode7.scopeid", "Scopeid", FT_UINT32, BASE_DEC },
    [NTP_M7_IFINDEX] = { "ntp.priv.mode7.ifindex", "Ifindex", FT_UINT32, BASE_DEC },
    [NTP_M7_IFNUM] = { "ntp.priv.mode7.ifnum", "Ifnum", FT_UINT32, BASE_DEC },
    [NTP_M7_PEERCNT] = { "ntp.priv.mode7.peercnt", "Peer count", FT_UINT32, BASE_DEC },
    [NTP_M7_FAMILY] = { "ntp.priv.mode7.family", "Address family", FT_UINT16, BASE_DEC },
    [NTP_M7_IGNORE_PKTS] = { "ntp.priv.mode7.ignore_pkts", "Ignore packets", FT_UINT8, BASE_DEC },
    [NTP_M7_ACTION] = { "ntp.priv.mode7.action", "Action", FT_UINT8, BASE_DEC, .values = &action },
    [NTP_M7_NVALUES] = { "ntp.priv.mode7.nvalues", "Nvalues", FT_UINT8, BASE_DEC },
    [NTP_M7_NTIMES] = { "ntp.priv.mode7.ntimes", "Ntimes", FT_UINT8, BASE_DEC },
    [NTP_M7_SVALUES] = { "ntp.priv.mode7.svalues", "Svalues", FT_UINT16, BASE_DEC },
    [NTP_M7_STIMES] = { "ntp.priv.mode7.stimes", "Stimes", FT_UINT32, BASE_DEC },
    [NTP_M7_VALUES] = { "ntp.priv.mode7.values", "Values", FT_BYTES },
    [NTP_M7_TIMES] = { "ntp.priv.mode7.times", "Times", FT_BYTES },
    [NTP_M7_WHICH] = { "ntp.priv.mode7.which", "Which", FT_UINT32, BASE_DEC },
    [NTP_M7_FUDGETIME] = { "ntp.priv.mode7.fudgetime", "Fudgetime", FT_UINT64, BASE_DEC },
    [NTP_M7_FUDGEVAL_FLAGS] = { "ntp.priv.mode7.fudgeval_flags", "Fudgeval flags", FT_UINT32, BASE_DEC },
    [NTP_M7_IPPEERLIMIT] = { "ntp.priv.mode7.ippeerlimit", "IP peer limit", FT_INT16, BASE_DEC },
    [NTP_M7_RESTRICT_FLAGS] = { "ntp.priv.mode7.restrict_flags", "Restrict flags", FT_UINT16, BASE_DEC },
};

static void length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->v.arg;
    (void)d;
    sb_printf(sb, "Extension length %u isn't a multiple of 4", p != NULL ? be16(p) : 0);
}

const struct note_def ntp_notes[NTP_NOTES] = {
    [NTP_NOTE_EXTENSION_LENGTH] = { "ntp.ext.invalid_length", "Extension invalid length", SEV_WARN, GROUP_PROTOCOL, length_text },
};
