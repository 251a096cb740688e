/* ppp_control.c - the common part of PPP's control protocols, RFC 1661. */
#include "protocols/link/ppp_control.h"

SHARED_VALUES(ppp_protocols,
    { 0x1, "Padding Protocol" }, { 0x3, "ROHC small-CID" }, { 0x5, "ROHC large-CID" },
    { 0x21, "Internet Protocol version 4" }, { 0x23, "OSI Network Layer" }, { 0x25, "Xerox NS IDP" },
    { 0x27, "DECnet Phase IV" }, { 0x29, "Appletalk" }, { 0x2b, "Novell IPX" },
    { 0x2d, "Van Jacobson Compressed TCP/IP" }, { 0x2f, "Van Jacobson Uncompressed TCP/IP" },
    { 0x31, "Bridging PDU" }, { 0x33, "Stream Protocol (ST-II)" }, { 0x35, "Banyan Vines" },
    { 0x39, "AppleTalk EDDP" }, { 0x3b, "AppleTalk SmartBuffered" }, { 0x3d, "Multi-Link" },
    { 0x3f, "NETBIOS Framing" }, { 0x41, "Cisco Systems" }, { 0x43, "Ascom Timeplex" },
    { 0x45, "Fujitsu Link Backup and Load Balancing (LBLB)" }, { 0x47, "DCA Remote Lan" },
    { 0x49, "Serial Data Transport Protocol (PPP-SDTP)" }, { 0x4b, "SNA over 802.2" }, { 0x4d, "SNA" },
    { 0x4f, "IPv6 Header Compression " }, { 0x51, "KNX Bridging Data" }, { 0x53, "Encryption" },
    { 0x55, "Individual Link Encryption" }, { 0x57, "Internet Protocol version 6" }, { 0x59, "PPP Muxing" },
    { 0x5b, "Vendor-Specific Network Protocol (VSNP)" }, { 0x5d, "TRILL Network Protocol (TNP)" },
    { 0x61, "RTP IPHC Full Header" }, { 0x63, "RTP IPHC Compressed TCP" }, { 0x65, "RTP IPHC Compressed Non TCP" },
    { 0x67, "RTP IPHC Compressed UDP 8" }, { 0x69, "RTP IPHC Compressed RTP 8" }, { 0x6f, "Stampede Bridging" },
    { 0x73, "MP+ Protocol" }, { 0xc1, "NTCITS IPI" }, { 0xfb, "Single link compression in multilink" },
    { 0xfd, "Compressed datagram" }, { 0x201, "802.1d Hello Packets" }, { 0x203, "IBM Source Routing BPDU" },
    { 0x205, "DEC LANBridge100 Spanning Tree" }, { 0x207, "Cisco Discovery Protocol" },
    { 0x209, "Netcs Twin Routing" }, { 0x20b, "STP - Scheduled Transfer Protocol" },
    { 0x20d, "EDP - Extreme Discovery Protocol" }, { 0x211, "Optical Supervisory Channel Protocol (OSCP)" },
    { 0x213, "Optical Supervisory Channel Protocol (OSCP)" }, { 0x231, "Luxcom" }, { 0x233, "Sigma Network Systems" },
    { 0x235, "Apple Client Server Protocol" }, { 0x281, "MPLS Unicast" }, { 0x283, "MPLS Multicast" },
    { 0x285, "IEEE p1284.4 standard - data packets" }, { 0x287, "ETSI TETRA Network Protocol Type 1" },
    { 0x289, "Multichannel Flow Treatment Protocol" }, { 0x2063, "RTP IPHC Compressed TCP No Delta" },
    { 0x2065, "RTP IPHC Context State" }, { 0x2067, "RTP IPHC Compressed UDP 16" },
    { 0x2069, "RTP IPHC Compressed RTP 16" }, { 0x4001, "Cray Communications Control Protocol" },
    { 0x4003, "CDPD Mobile Network Registration Protocol" }, { 0x4005, "Expand accelerator protocol" },
    { 0x4007, "ODSICP NCP" }, { 0x4009, "DOCSIS DLL" }, { 0x400b, "Cetacean Network Detection Protocol" },
    { 0x4021, "Stacker LZS" }, { 0x4023, "RefTek Protocol" }, { 0x4025, "Fibre Channel" },
    { 0x4027, "EMIT Protocols" }, { 0x405b, "Vendor-Specific Protocol (VSP)" },
    { 0x405d, "TRILL Link State Protocol (TLSP)" }, { 0x8021, "Internet Protocol Control Protocol" },
    { 0x8023, "OSI Network Layer Control Protocol" }, { 0x8025, "Xerox NS IDP Control Protocol" },
    { 0x8027, "DECnet Phase IV Control Protocol" }, { 0x8029, "AppleTalk Control Protocol" },
    { 0x802b, "Novell IPX Control Protocol" }, { 0x8031, "Bridging NCP" },
    { 0x8033, "Stream Protocol Control Protocol" }, { 0x8035, "Banyan Vines Control Protocol" },
    { 0x803d, "Multi-Link Control Protocol" }, { 0x803f, "NETBIOS Framing Control Protocol" },
    { 0x8041, "Cisco Systems Control Protocol" }, { 0x8043, "Ascom Timeplex" },
    { 0x8045, "Fujitsu LBLB Control Protocol" }, { 0x8047, "DCA Remote Lan Network Control Protocol (RLNCP)" },
    { 0x8049, "Serial Data Control Protocol (PPP-SDCP)" }, { 0x804b, "SNA over 802.2 Control Protocol" },
    { 0x804d, "SNA Control Protocol" }, { 0x804f, "IP6 Header Compression Control Protocol" },
    { 0x8051, "KNX Bridging Control Protocol" }, { 0x8053, "Encryption Control Protocol" },
    { 0x8055, "Individual Link Encryption Control Protocol" }, { 0x8057, "IPv6 Control Protocol" },
    { 0x8059, "PPP Muxing Control Protocol" }, { 0x805b, "Vendor-Specific Network Control Protocol (VSNCP)" },
    { 0x805d, "TRILL Network Control Protocol" }, { 0x806f, "Stampede Bridging Control Protocol" },
    { 0x8073, "MP+ Control Protocol" }, { 0x80c1, "NTCITS IPI Control Protocol" },
    { 0x80fb, "Single link compression in multilink control" }, { 0x80fd, "Compression Control Protocol" },
    { 0x8207, "Cisco Discovery Protocol Control Protocol" }, { 0x8209, "Netcs Twin Routing" },
    { 0x820b, "STP - Control Protocol" }, { 0x820d, "EDPCP - Extreme Discovery Protocol Control Protocol" },
    { 0x8235, "Apple Client Server Protocol Control" }, { 0x8281, "MPLS Control Protocol" },
    { 0x8285, "IEEE p1284.4 standard - Protocol Control" }, { 0x8287, "ETSI TETRA TNP1 Control Protocol" },
    { 0x8289, "Multichannel Flow Treatment Protocol" }, { 0xc021, "Link Control Protocol" },
    { 0xc023, "Password Authentication Protocol" }, { 0xc025, "Link Quality Report" },
    { 0xc027, "Shiva Password Authentication Protocol" }, { 0xc029, "Callback Control Protocol (CBCP)" },
    { 0xc02b, "BACP Bandwidth Allocation Control Protocol" }, { 0xc02d, "BAP Bandwidth Allocation Protocol" },
    { 0xc05b, "Vendor-Specific Authentication Protocol (VSAP)" }, { 0xc081, "Container Control Protocol" },
    { 0xc223, "Challenge Handshake Authentication Protocol" }, { 0xc225, "RSA Authentication Protocol" },
    { 0xc227, "Extensible Authentication Protocol" },
    { 0xc229, "Mitsubishi Security Information Exchange Protocol (SIEP)" },
    { 0xc26f, "Stampede Bridging Authorization Protocol" }, { 0xc281, "Proprietary Authentication Protocol" },
    { 0xc283, "Proprietary Authentication Protocol" }, { 0xc481, "Proprietary Node ID Authentication Protocol" });

const struct unit ppp_seconds_unit = { " second", " seconds" };

enum { HEADER = 4 };
enum { VENDOR, CONFIGURE_REQUEST, CONFIGURE_ACK, CONFIGURE_NAK, CONFIGURE_REJECT, TERMINATE_REQUEST, TERMINATE_ACK, CODE_REJECT,
       PROTOCOL_REJECT, ECHO_REQUEST, ECHO_REPLY, DISCARD_REQUEST, IDENTIFICATION, TIME_REMAINING };

/* --- text ------------------------------------------------------------------------------------- */

/* The options that were read, for the line above them. */
struct options {
    const struct ppp_control *p;
    uint32_t read;  /* how many of them are good */
};

/* An option that cannot be read. */
struct bad_option {
    const char *name;
    uint8_t type, len, right;
    enum { TOO_SHORT, NO_LENGTH, PAST_END, WRONG, LESS, UNKNOWN } kind;
};

static const struct ppp_option *find_option(const struct ppp_control *p, uint8_t type)
{
    for (uint32_t i = 0; i < p->n_options; i++)
        if (p->options[i].type == type)
            return &p->options[i];
    return NULL;
}

/* tshark cuts this line without a word once it is longer. */
enum { LINE_MAX_BYTES = 239 };

void ppp_options_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct options *o = n->v.arg;
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    size_t limit = sb->len + LINE_MAX_BYTES;
    sb_printf(sb, "%s (%u byte%s)", o != NULL && o->p->heading != NULL ? o->p->heading : "Options:", n->len,
              n->len == 1 ? "" : "s");
    uint32_t off = 0, count = o != NULL ? o->read : 0;
    for (uint32_t i = 0; p != NULL && off + 2 <= n->len && p[off + 1] >= 2; off += p[off + 1]) {
        const struct ppp_option *option = find_option(o->p, p[off]);
        if (option == NULL)
            continue;
        if (i++ == count)
            return;
        sb_str(sb, ", ");
        sb_str(sb, option->name);
        if (sb->len > limit) {
            sb->len = limit;
            sb->text[limit] = '\0';
            return;
        }
    }
}

static void bad_text(struct strbuf *sb, const struct bad_option *b)
{
    if (b->name != NULL)
        sb_str(sb, b->name);
    else
        sb_printf(sb, "Unknown (0x%02x)", b->type);
    const char *s = b->len == 1 ? "" : "s";
    if (b->kind == TOO_SHORT)
        sb_printf(sb, " (with too-short option length = %u byte%s)", b->len, s);
    else if (b->kind == NO_LENGTH)
        sb_str(sb, " (length byte past end of options)");
    else if (b->kind == PAST_END)
        sb_printf(sb, " (option length = %u byte%s says option goes past end of options)", b->len, s);
    else if (b->kind == UNKNOWN)
        sb_printf(sb, " (%u byte%s)", b->len, s);
    else
        sb_printf(sb, " (with option length = %u byte%s; should be %s%u)", b->len, s,
                  b->kind == LESS ? "at least " : "", b->right);
}

void ppp_bad_option_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.arg != NULL)
        bad_text(sb, n->v.arg);
}

void ppp_bad_option_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    ppp_bad_option_line(sb, d, n);
}

void ppp_option_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, registry_field(n->field)->label);
}

void ppp_rejected_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_printf(sb, "Rejected Packet (%u byte%s): ", n->len, n->len == 1 ? "" : "s");
    if (p != NULL)
        sb_hex_bytes(sb, p, n->len < 36 ? n->len : 36, 0);
    if (n->len > 36)
        sb_str(sb, "\xe2\x80\xa6");
}

static void info_code(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, arg);
}

/* --- options ---------------------------------------------------------------------------------- */

static void bad_option(struct dissect *d, struct cursor c, uint32_t len, struct bad_option what)
{
    struct bad_option *b = packet_copy(d, &what, sizeof what);
    uint32_t line = emit_arg(d, c, CP_BAD_OPTION, 0, len, b);
    if (b != NULL && b->kind != UNKNOWN)
        note_on(d, line, CP_LEN_INVALID, b);
}

/* One option; false when nothing can be read after it. */
static bool option_fields(struct dissect *d, struct cursor *c, const struct ppp_control *p)
{
    uint8_t type = (uint8_t)get8(d, *c, 0), len = c->wire > 1 ? (uint8_t)get8(d, *c, 1) : 0;
    const struct ppp_option *o = find_option(p, type);
    struct bad_option bad = {
        .name = o != NULL ? o->name : NULL, .type = type, .len = len, .right = o != NULL ? o->len : 0
    };
    if (d->stop != STOP_NONE)
        return false;
    if (c->wire == 1) {
        bad.kind = NO_LENGTH;
        bad_option(d, *c, 1, bad);
        return false;
    }
    if (len < 2 || len > c->wire) {
        bad.kind = len < 2 ? TOO_SHORT : PAST_END;
        bad_option(d, *c, len < 2 ? 2 : c->wire - 2, bad);
        return false;
    }
    struct cursor whole = cursor_part(*c, len);
    cursor_skip(c, len);
    if (o == NULL || (o->least ? len < o->len : len != o->len)) {
        bad.kind = o == NULL ? UNKNOWN : o->least ? LESS : WRONG;
        bad_option(d, whole, len, bad);
        return true;
    }
    bool other = o->other_len != 0 && len == o->other_len;
    void (*body)(struct dissect *, struct cursor) = other ? o->other_body : o->body;
    emit_at(d, whole, other ? o->other_row : o->row, 0, len);
    down(d);
    emit_at(d, whole, p->type_row != 0 ? p->type_row : CP_OPT_TYPE, 0, 1);
    emit_at(d, whole, p->length_row != 0 ? p->length_row : CP_OPT_LENGTH, 1, 1);
    if (body != NULL)
        body(d, whole);
    up(d);
    return d->stop == STOP_NONE;
}

void ppp_options(struct dissect *d, struct cursor c, const struct ppp_control *p)
{
    struct options *o = packet_zero(d, sizeof *o);
    if (c.wire == 0 || o == NULL || !need(d, c, 0, c.wire))
        return;
    o->p = p;
    emit_arg(d, c, CP_OPTIONS, 0, c.wire, o);
    down(d);
    while (more(d, &c)) {
        bool known = find_option(p, c.p[0]) != NULL;
        if (!option_fields(d, &c, p))
            break;
        o->read += known;
    }
    up(d);
}

/* --- bodies ----------------------------------------------------------------------------------- */

static void rest_field(struct dissect *d, struct cursor c, unsigned row)
{
    if (c.wire != 0)
        emit_at(d, c, row, 0, c.wire);
}

static void vendor_fields(struct dissect *d, struct cursor c)
{
    add_uint(d, &c, CP_VENDOR_MAGIC, 4);
    add_uint(d, &c, CP_OUI, 3);
    add_uint(d, &c, CP_KIND, 1);
    if (d->stop == STOP_NONE)
        rest_field(d, c, CP_DATA);
}

static void magic_fields(struct dissect *d, struct cursor c, uint32_t code)
{
    add_uint(d, &c, CP_MAGIC, 4);
    if (code == TIME_REMAINING)
        add_uint(d, &c, CP_SECONDS, 4);
    if (d->stop == STOP_NONE)
        rest_field(d, c, code >= IDENTIFICATION ? CP_MESSAGE : CP_LCP_DATA);
}

static void protocol_reject(struct dissect *d, struct cursor c)
{
    uint32_t protocol = (uint32_t)add_uint(d, &c, CP_REJ_PROTO, 2);
    if (d->stop == STOP_NONE && c.wire != 0)
        nested(d, hand_on(TABLE_PPP_PROTOCOL, protocol, c), true);
}

static void body_fields(struct dissect *d, struct cursor c, uint32_t code, const struct ppp_control *p)
{
    switch (code) {
    case VENDOR: vendor_fields(d, c); return;
    case CONFIGURE_REQUEST:
    case CONFIGURE_ACK:
    case CONFIGURE_NAK:
    case CONFIGURE_REJECT: ppp_options(d, c, p); return;
    case CODE_REJECT: rest_field(d, c, CP_REJECTED); return;
    case PROTOCOL_REJECT: protocol_reject(d, c); return;
    case ECHO_REQUEST:
    case ECHO_REPLY:
    case DISCARD_REQUEST:
    case IDENTIFICATION:
    case TIME_REMAINING: magic_fields(d, c, code); return;
    default: rest_field(d, c, CP_DATA);
    }
}

struct verdict ppp_control_run(struct dissect *d, struct cursor c, const struct ppp_control *p)
{
    struct cursor whole = c;
    const uint8_t *h = cursor_take(&c, HEADER);
    if (h == NULL) {
        fall_short(d, whole, 0, HEADER);
        return done();
    }
    uint32_t len = be16(h + 2);
    set_protocol_column(d, p->column);
    info_set(d, info_code, values_or(p->codes, h[0], "Unknown"));
    emit_protocol(d, whole, len < whole.cap ? len : whole.cap, NULL);
    emit_at(d, whole, CP_CODE, 0, 1);
    emit_at(d, whole, CP_IDENTIFIER, 1, 1);
    emit_at(d, whole, CP_LENGTH, 2, 2);
    cursor_limit(&c, len > HEADER ? len - HEADER : 0);
    body_fields(d, c, h[0], p);
    return done();
}
