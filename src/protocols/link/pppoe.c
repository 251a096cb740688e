/* pppoe.c - PPP over Ethernet: discovery and session, RFC 2516, 4638, 4679, 5578. */
#include "protocols/link/pppoe.h"

#include "capture/encap.h"

extern const struct protocol proto_ppp;

VALUES(codes, { 0x0, "Session Data" }, { 0x7, "Active Discovery Offer (PADO)" }, { 0x9, "Active Discovery Initiation (PADI)" },
       { 0xa, "Active Discovery Session-Grant (PADG)" }, { 0xb, "Active Discovery Session-Credit Resp.(PADC)" },
       { 0xc, "Active Discovery Quality (PADQ)" }, { 0x19, "Active Discovery Request (PADR)" },
       { 0x65, "Active Discovery Session-confirmation (PADS)" }, { 0xa7, "Active Discovery Terminate (PADT)" },
       { 0xd3, "Active Discovery Message (PADM)" }, { 0xd4, "Active Discovery Network (PADN)" });

enum { VERSION = 1, TYPE, CODE, SESSION, LENGTH };
enum { HEADER = 6 };
#define HEADER_ROWS                                                                               \
    [VERSION] = { "pppoe.version", "Version", FT_UINT8, BASE_DEC, 0, 1, .mask = 0xf0 },           \
    [TYPE] = { "pppoe.type", "Type", FT_UINT8, BASE_DEC, 0, 1, .mask = 0xf },                     \
    [CODE] = { "pppoe.code", "Code", FT_UINT8, BASE_HEX, 1, 1, .values = &codes },                \
    [SESSION] = { "pppoe.session_id", "Session ID", FT_UINT16, BASE_HEX, 2, 2 },                  \
    [LENGTH] = { "pppoe.payload_length", "Payload Length", FT_UINT16, BASE_DEC, .suffix = length_suffix }

static void info_code(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&codes, *(const uint8_t *)arg, "Unknown"));
}

/* What the length should be, when it is doubtful. */
static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *right = annotation(d, n);
    if (right != NULL)
        sb_printf(sb, " [incorrect, should be %u]", *right);
}

/* --- discovery -------------------------------------------------------------------------------- */

enum { TAGS = LENGTH + 1, TAG, TAG_LENGTH, TAG_LENGTH_8, UNKNOWN_DATA, SERVICE_NAME, AC_NAME, HOST_UNIQ, AC_COOKIE, VENDOR_ID,
       VENDOR_DATA, VENDOR_TAGS, VENDOR_TAG, CIRCUIT_ID, REMOTE_ID, RATES, ENCAPSULATION = RATES + 14, DATA_LINK, ENCAPS_1, ENCAPS_2,
       CREDITS, FCN, BCN, METRICS, MDR_UNITS, CDR_UNITS, RECEIVE_ONLY, QUALITY, RESOURCE, LATENCY, CURRENT_RATE, MAX_RATE, SEQUENCE,
       CREDIT_SCALE, RELAY_ID, HURL, MOTM, MAX_PAYLOAD, ROUTE, SERVICE_ERROR, AC_ERROR, GENERIC_ERROR };
enum { TAG_LENGTH_INVALID };
enum { PREF_SHOW_TAGS };
enum { TAG_END = 0, TAG_AC_NAME = 0x102, TAG_VENDOR = 0x105, TAG_CREDITS = 0x106, TAG_METRICS = 0x107 };
enum { VENDOR_DSL_FORUM = 3561, SUB_CIRCUIT = 1, SUB_REMOTE = 2, SUB_RATES = 0x81, SUB_ENCAPSULATION = 0x90, RATE_ROWS = 14 };

VALUES(tags,
    { 0x0, "End-Of-List" }, { 0x101, "Service-Name" }, { 0x102, "AC-Name" }, { 0x103, "Host-Uniq" },
    { 0x104, "AC-Cookie" }, { 0x105, "Vendor-Specific" }, { 0x106, "Credits" }, { 0x107, "Metrics" },
    { 0x108, "Sequence Number" }, { 0x109, "Credit Scale Factor" }, { 0x110, "Relay-Session-Id" }, { 0x111, "HURL" },
    { 0x112, "MOTM" }, { 0x120, "PPP-Max-Payload" }, { 0x121, "IP Route Add" }, { 0x201, "Service-Name-Error" },
    { 0x202, "AC-System-Error" }, { 0x203, "Generic-Error" });
VALUES(vendor_tags,
    { 0x1, "Circuit-ID" }, { 0x2, "Remote-ID" }, { 0x81, "Actual-Data-Rate-Up" }, { 0x82, "Actual-Data-Rate-Down" },
    { 0x83, "Min-Data-Rate-Up" }, { 0x84, "Min-Data-Rate-Down" }, { 0x85, "Attainable-Data-Rate-Up" },
    { 0x86, "Attainable-Data-Rate-Down" }, { 0x87, "Max-Data-Rate-Up" }, { 0x88, "Max-Data-Rate-Down" },
    { 0x89, "Min-Data-Rate-Up-Low-Power" }, { 0x8a, "Min-Data-Rate-Down-Low-Power" },
    { 0x8b, "Max-Interleaving-Delay-Up" }, { 0x8c, "Actual-Interleaving-Delay-Up" },
    { 0x8d, "Max-Interleaving-Delay-Down" }, { 0x8e, "Actual-Interleaving-Delay-Down" },
    { 0x90, "Access-Loop-Encapsulation" });
VALUES(data_links,
    { 0x0, "ATM AAL5" }, { 0x1, "Ethernet" });
VALUES(encaps_1,
    { 0x0, "NA" }, { 0x1, "Untagged Ethernet" }, { 0x2, "Single-tagged Ethernet" }, { 0x3, "Double-tagged Ethernet" });
VALUES(encaps_2,
    { 0x0, "NA" }, { 0x1, "PPPoA LLC" }, { 0x2, "PPPoA Null" }, { 0x3, "IPoA LLC" }, { 0x4, "IPoA Null" },
    { 0x5, "Ethernet over AAL5 LLC w FCS" }, { 0x6, "Ethernet over AAL5 LLC w/o FCS" },
    { 0x7, "Ethernet over AAL5 Null w FCS" }, { 0x8, "Ethernet over AAL5 Null w/o FCS" });
VALUES(rate_units,
    { 0x0, "kilobits per second" }, { 0x1, "megabits per second" }, { 0x2, "gigabits per second" },
    { 0x3, "terabits per second" });

/* "kbps" ...: by the units that the metrics' flags give. */
static void rate_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    static const char *const names[] = { " kbps", " mbps", " gbps", " tbps" };
    const uint8_t *unit = annotation(d, n);
    if (unit != NULL)
        sb_str(sb, names[*unit & 3]);
}

/* A tag of the wrong length. */
struct wrong_length {
    uint8_t tag, len;
};

static void wrong_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct wrong_length *w = n->v.arg;
    (void)d;
    if (w != NULL)
        sb_printf(sb, "%s: Wrong length: %u (expected %s)", values_or(&vendor_tags, w->tag, "Unknown"), w->len,
                  w->tag == SUB_ENCAPSULATION ? "3" : "== 4");
}

#define RATE(i, n, l) [RATES + i] = { "pppoed.tags." n, l, FT_UINT32, BASE_DEC }
static const struct field discovery_fields[] = {
    { "pppoed", "PPP-over-Ethernet Discovery", FT_PROTOCOL },
    HEADER_ROWS,
    [TAGS] = { "pppoed.tags", "PPPoE Tags", FT_NONE },
    [TAG] = { "pppoed.tag", "Tag", FT_UINT16, BASE_HEX, .values = &tags },
    [TAG_LENGTH] = { "pppoed.tag_length", "Tag Length", FT_UINT16, BASE_DEC },
    [TAG_LENGTH_8] = { "pppoed.tag_length_8", "Tag Length", FT_UINT8, BASE_DEC },
    [UNKNOWN_DATA] = { "pppoed.tag.unknown_data", "Unknown Data", FT_BYTES },
    [SERVICE_NAME] = { "pppoed.tags.service_name", "Service-Name", FT_STRING },
    [AC_NAME] = { "pppoed.tags.ac_name", "AC-Name", FT_STRING },
    [HOST_UNIQ] = { "pppoed.tags.host_uniq", "Host-Uniq", FT_BYTES },
    [AC_COOKIE] = { "pppoed.tags.ac_cookie", "AC-Cookie", FT_BYTES },
    [VENDOR_ID] = { "pppoed.tags.vendor_id", "Vendor id", FT_UINT32, BASE_DEC },
    [VENDOR_DATA] = { "pppoed.tags.vendor_unspecified", "Vendor unspecified", FT_BYTES },
    [VENDOR_TAGS] = { "pppoed.tags.vendorspecific.tags", "Vendor Specific PPPoE Tags", FT_NONE },
    [VENDOR_TAG] = { "pppoed.tags.vendorspecific.tag", "Tag", FT_UINT8, BASE_HEX, .values = &vendor_tags },
    [CIRCUIT_ID] = { "pppoed.tags.circuit_id", "Circuit ID", FT_STRING },
    [REMOTE_ID] = { "pppoed.tags.remote_id", "Remote ID", FT_STRING },
    RATE(0, "act_data_rate_up", "Actual Data Rate Upstream"),
    RATE(1, "act_data_rate_down", "Actual Data Rate Downstream"),
    RATE(2, "min_data_rate_up", "Minimum Data Rate Upstream"),
    RATE(3, "min_data_rate_down", "Minimum Data Rate Downstream"),
    RATE(4, "attainable_data_rate_up", "Attainable DataRate Upstream"),
    RATE(5, "attainable_data_rate_down", "Attainable DataRate Downstream"),
    RATE(6, "max_data_rate_up", "Maximum Data Rate Upstream"),
    RATE(7, "max_data_rate_down", "Maximum Data Rate Downstream"),
    RATE(8, "min_data_rate_up_lp", "Min DataRate Upstream in low power state"),
    RATE(9, "min_data_rate_down_lp", "Minimum Data Rate Downstream in low power state"),
    RATE(10, "max_int_delay_up", "Max Interleaving Delay Upstream"),
    RATE(11, "act_int_delay_up", "Actual Interleaving Delay Upstream"),
    RATE(12, "max_int_delay_down", "Maximum Interleaving Delay Downstream"),
    RATE(13, "act_int_delay_down", "Actual Interleaving Delay Downstream"),
    [ENCAPSULATION] = { "pppoed.tags.access_loop_encap", "Access-Loop-Encapsulation", FT_NONE },
    [DATA_LINK] = { "pppoed.tags.access_loop_encap.data_link", "Data link", FT_UINT8, BASE_HEX, .values = &data_links },
    [ENCAPS_1] = { "pppoed.tags.access_loop_encap.encap_1", "Encaps 1", FT_UINT8, BASE_HEX, .values = &encaps_1 },
    [ENCAPS_2] = { "pppoed.tags.access_loop_encap.encap_2", "Encaps 2", FT_UINT8, BASE_HEX, .values = &encaps_2 },
    [CREDITS] = { "pppoed.tags.credits", "Credits", FT_BYTES },
    [FCN] = { "pppoed.tags.credits.fcn", "FCN", FT_UINT16, BASE_DEC },
    [BCN] = { "pppoed.tags.credits.bcn", "BCN", FT_UINT16, BASE_DEC },
    [METRICS] = { "pppoed.tags.metrics", "Metrics", FT_BYTES },
    [MDR_UNITS] = { "pppoed.tags.metrics.mdr_units", "MDR Units", FT_UINT16, BASE_HEX, .mask = 0x18, .values = &rate_units },
    [CDR_UNITS] = { "pppoed.tags.metrics.cdr_units", "CDR Units", FT_UINT16, BASE_HEX, .mask = 0x6, .values = &rate_units },
    [RECEIVE_ONLY] = { "pppoed.tags.metrics.r", "Receive Only", FT_BOOLEAN, BITS_16, .mask = 0x1 },
    [QUALITY] = { "pppoed.tags.metrics.rlq", "Relative Link Quality", FT_UINT8, BASE_DEC },
    [RESOURCE] = { "pppoed.tags.metrics.resource", "Resource", FT_UINT8, BASE_DEC },
    [LATENCY] = { "pppoed.tags.metrics.latency", "Latency", FT_UINT16, BASE_DEC },
    [CURRENT_RATE] = { "pppoed.tags.metrics.curr_drate", "Curr. datarate", FT_UINT16, BASE_DEC, .suffix = rate_suffix },
    [MAX_RATE] = { "pppoed.tags.metrics.max_drate", "Max. datarate", FT_UINT16, BASE_DEC, .suffix = rate_suffix },
    [SEQUENCE] = { "pppoed.tags.seq_num", "Sequence Number", FT_UINT16, BASE_HEX },
    [CREDIT_SCALE] = { "pppoed.tags.credit_scale", "Credit Scale Factor", FT_UINT16, BASE_DEC },
    [RELAY_ID] = { "pppoed.tags.relay_session_id", "Relay-Session-Id", FT_BYTES },
    [HURL] = { "pppoed.tags.hurl", "HURL", FT_BYTES },
    [MOTM] = { "pppoed.tags.motm", "MOTM", FT_BYTES },
    [MAX_PAYLOAD] = { "pppoed.tags.max_payload", "PPP-Max-Payload", FT_BYTES },
    [ROUTE] = { "pppoed.tags.ip_route_add", "IP Route Add", FT_BYTES },
    [SERVICE_ERROR] = { "pppoed.tags.service_name_error", "Service-Name-Error", FT_STRING },
    [AC_ERROR] = { "pppoed.tags.ac_system_error", "AC-System-Error", FT_STRING },
    [GENERIC_ERROR] = { "pppoed.tags.generic_error", "Generic-Error", FT_STRING },
};
static const struct note_def discovery_notes[] = {
    [TAG_LENGTH_INVALID] = { "pppoed.tag_length.invalid", "Wrong length", SEV_WARN, GROUP_MALFORMED, wrong_length_text },
};
static const struct pref discovery_prefs[] = {
    [PREF_SHOW_TAGS] = { "show_tags_and_lengths", "Show tag values and lengths", PREF_BOOL, 0 },
};

/* Tags that are shown as one value: type, row. */
struct simple_tag {
    uint16_t type;
    uint8_t row;
    bool empty;  /* shown even when there is no value */
};
static const struct simple_tag simple_tags[] = {
    { 0x101, SERVICE_NAME, false }, { 0x102, AC_NAME, true },       { 0x103, HOST_UNIQ, true },   { 0x104, AC_COOKIE, true },
    { 0x108, SEQUENCE, true },      { 0x109, CREDIT_SCALE, true },  { 0x110, RELAY_ID, true },    { 0x111, HURL, true },
    { 0x112, MOTM, true },          { 0x120, MAX_PAYLOAD, true },   { 0x121, ROUTE, true },       { 0x201, SERVICE_ERROR, true },
    { 0x202, AC_ERROR, true },      { 0x203, GENERIC_ERROR, true },
};

struct ac_name {
    const uint8_t *text;
    uint32_t len;
};

static void info_ac_name(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct ac_name *a = arg;
    (void)d;
    sb_str(sb, " AC-Name='");
    sb_escaped(sb, a->text, a->len);
    sb_char(sb, '\'');
}

static void metric_fields(struct dissect *d, struct cursor c)
{
    enum { SIZE = 10 };
    if (c.wire != SIZE) {
        emit_at(d, c, METRICS, 0, c.wire);
        return;
    }
    for (unsigned i = MDR_UNITS; i <= RECEIVE_ONLY; i++)
        emit_at(d, c, i, 0, 2);
    emit_at(d, c, QUALITY, 2, 1);
    emit_at(d, c, RESOURCE, 3, 1);
    emit_at(d, c, LATENCY, 4, 2);
    uint8_t flags = (uint8_t)get8(d, c, 1), units[2] = { flags >> 1 & 3, flags >> 3 & 3 };
    uint8_t *kept = packet_copy(d, units, sizeof units);
    if (d->stop != STOP_NONE || kept == NULL)
        return;
    annotate(d, emit_at(d, c, CURRENT_RATE, 6, 2), kept);
    annotate(d, emit_at(d, c, MAX_RATE, 8, 2), kept + 1);
}

static void credit_fields(struct dissect *d, struct cursor c)
{
    if (c.wire != 4) {
        emit_at(d, c, CREDITS, 0, c.wire);
        return;
    }
    emit_at(d, c, FCN, 0, 2);
    emit_at(d, c, BCN, 2, 2);
}

static void wrong_length(struct dissect *d, uint32_t node, uint8_t tag, uint32_t len)
{
    note_on(d, node, TAG_LENGTH_INVALID,
            packet_copy(d, &(struct wrong_length){ tag, (uint8_t)len }, sizeof(struct wrong_length)));
}

/* TR-101, appendix R: one tag of the DSL Forum. */
static void dsl_tag(struct dissect *d, struct cursor head, struct cursor c, uint8_t tag, uint32_t parent)
{
    if (tag == SUB_CIRCUIT || tag == SUB_REMOTE) {
        emit_at(d, c, tag == SUB_CIRCUIT ? CIRCUIT_ID : REMOTE_ID, 0, c.wire);
    } else if (tag >= SUB_RATES && tag < SUB_RATES + RATE_ROWS) {
        if (c.wire != 4)
            wrong_length(d, parent, tag, c.wire);
        else
            emit_at(d, c, RATES + tag - SUB_RATES, 0, 4);
    } else if (tag == SUB_ENCAPSULATION) {
        uint32_t node = emit_at(d, c, ENCAPSULATION, 0, c.wire);
        down(d);
        if (c.wire != 3)
            wrong_length(d, node, tag, c.wire);
        emit_at(d, c, DATA_LINK, 0, 1);
        emit_at(d, c, ENCAPS_1, 1, 1);
        emit_at(d, c, ENCAPS_2, 2, 1);
        up(d);
    } else {
        if (!pref(d, PREF_SHOW_TAGS)) {
            emit_at(d, head, TAG, 0, 1);
            emit_at(d, head, TAG_LENGTH_8, 1, 1);
        }
        emit_at(d, c, UNKNOWN_DATA, 0, c.wire);
    }
}

static void vendor_fields(struct dissect *d, struct cursor c)
{
    if (c.wire < 4)
        return;
    uint32_t vendor = (uint32_t)add_uint(d, &c, VENDOR_ID, 4);
    if (c.wire == 0 || d->stop != STOP_NONE)
        return;
    if (vendor != VENDOR_DSL_FORUM) {
        emit_at(d, c, VENDOR_DATA, 0, c.wire);
        return;
    }
    uint32_t parent = emit_at(d, c, VENDOR_TAGS, 0, c.wire);
    down(d);
    while (more(d, &c)) {
        uint8_t tag = (uint8_t)get8(d, c, 0);
        uint32_t len = get8(d, c, 1);
        if (!need(d, c, 2, len))
            break;
        if (pref(d, PREF_SHOW_TAGS)) {
            emit_at(d, c, VENDOR_TAG, 0, 1);
            emit_at(d, c, TAG_LENGTH_8, 1, 1);
        }
        dsl_tag(d, c, cursor_sub(c, 2, len), tag, parent);
        cursor_skip(&c, 2 + len);
    }
    up(d);
}

static void tag_value(struct dissect *d, struct cursor head, struct cursor c, uint32_t type)
{
    for (uint32_t i = 0; i < ARRAY_LEN(simple_tags); i++) {
        if (simple_tags[i].type != type)
            continue;
        if (c.wire != 0 || simple_tags[i].empty)
            emit_at(d, c, simple_tags[i].row, 0, c.wire);
        if (type == TAG_AC_NAME && d->stop == STOP_NONE) {
            struct ac_name *a = packet_zero(d, sizeof *a);
            if (a != NULL) {
                *a = (struct ac_name){ c.p, c.wire };
                info_add(d, info_ac_name, a);
            }
        }
        return;
    }
    if (type == TAG_VENDOR) {
        vendor_fields(d, c);
    } else if (type == TAG_CREDITS) {
        credit_fields(d, c);
    } else if (type == TAG_METRICS) {
        metric_fields(d, c);
    } else if (c.wire != 0) {
        if (!pref(d, PREF_SHOW_TAGS)) {
            emit_at(d, head, TAG, 0, 2);
            emit_at(d, head, TAG_LENGTH, 2, 2);
        }
        emit_at(d, c, UNKNOWN_DATA, 0, c.wire);
    }
}

static void tag_fields(struct dissect *d, struct cursor c, uint32_t payload)
{
    emit_at(d, c, TAGS, 0, payload < c.cap ? payload : c.cap);
    down(d);
    uint32_t end = c.offset + payload;
    while (c.offset < end && d->stop == STOP_NONE) {
        uint32_t type = get16(d, c, 0), len = get16(d, c, 2);
        if (d->stop != STOP_NONE)
            break;
        if (pref(d, PREF_SHOW_TAGS)) {
            emit_at(d, c, TAG, 0, 2);
            emit_at(d, c, TAG_LENGTH, 2, 2);
        }
        if (!need(d, c, 4, len))
            break;
        tag_value(d, c, cursor_sub(c, 4, len), type);
        if (type == TAG_END)
            break;
        cursor_skip(&c, 4 + len);
    }
    up(d);
}

/* The header, common to both; NULL when it is not there. */
static const uint8_t *header_columns(struct dissect *d, struct cursor c, const char *column)
{
    set_protocol_column(d, column);
    info_clear(d);
    if (c.cap >= 2)
        info_set(d, info_code, c.p + 1);
    const uint8_t *h = cursor_peek(c, 0, HEADER);
    if (h == NULL) {
        fall_short(d, c, 0, HEADER);
        return NULL;
    }
    /* Nothing of the frame is left to be padding: the length may be wrong. */
    if (d->link_used == 0)
        d->link_used = c.wire;
    return h;
}

static struct verdict discovery_run(struct dissect *d, struct cursor c)
{
    const uint8_t *h = header_columns(d, c, "PPPoED");
    if (h == NULL)
        return done();
    uint32_t payload = be16(h + 4), len = HEADER + payload;
    emit_protocol(d, c, len < c.cap ? len : c.cap, NULL);
    emit_header(d, c, HEADER);
    emit_at(d, c, LENGTH, 4, 2);
    if (payload != 0)
        tag_fields(d, cursor_at(c, HEADER), payload);
    return done();
}

static const struct claim discovery_claims[] = { { TABLE_ETHERTYPE, 0x8863 } };

PROTOCOL(pppoed,
    .name = "pppoed", .short_name = "PPPoED", .long_name = "PPP-over-Ethernet Discovery",
    FIELDS(discovery_fields), NOTES(discovery_notes), PREFS(discovery_prefs), CLAIMS(discovery_claims), .run = discovery_run
);

/* --- session ---------------------------------------------------------------------------------- */

enum { S_TAGS = LENGTH + 1, S_FCN, S_BCN };
enum { LENGTH_BAD };
enum { MINIMUM_PAYLOAD = 46, CREDIT_TAG = 8 };  /* bytes; a shorter payload is filled up by Ethernet */

static void length_bad_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *lengths = n->v.arg;
    (void)d;
    if (lengths != NULL)
        sb_printf(sb, "Possible bad payload length %u != %u", lengths[1], lengths[0]);
}

static const struct field session_fields[] = {
    { "pppoes", "PPP-over-Ethernet Session", FT_PROTOCOL },
    HEADER_ROWS,
    [S_TAGS] = { "pppoes.tags", "PPPoE Tags", FT_NONE },
    [S_FCN] = { "pppoes.tags.credits.fcn", "FCN", FT_UINT16, BASE_DEC },
    [S_BCN] = { "pppoes.tags.credits.bcn", "BCN", FT_UINT16, BASE_DEC },
};
static const struct note_def session_notes[] = {
    [LENGTH_BAD] = { "pppoe.payload_length.bad", "Possible bad payload length", SEV_WARN, GROUP_MALFORMED, length_bad_text },
};

/* RFC 5578: credits in front of the payload.  Returns their length. */
static uint32_t session_credits(struct dissect *d, struct cursor c)
{
    if (get16(d, c, 0) != TAG_CREDITS || d->stop != STOP_NONE)
        return 0;
    emit_at(d, c, S_TAGS, 0, CREDIT_TAG);
    down(d);
    emit_at(d, c, S_FCN, 4, 2);
    emit_at(d, c, S_BCN, 6, 2);
    up(d);
    return CREDIT_TAG;
}

static struct verdict session_run(struct dissect *d, struct cursor c)
{
    const uint8_t *h = header_columns(d, c, "PPPoES");
    if (h == NULL)
        return done();
    uint32_t payload = be16(h + 4), there = c.wire - HEADER;
    emit_protocol(d, c, HEADER, NULL);
    emit_header(d, c, HEADER);
    uint32_t node = emit_at(d, c, LENGTH, 4, 2);
    if (c.wire > MINIMUM_PAYLOAD && payload != there) {
        uint32_t *lengths = packet_copy(d, (uint32_t[]){ there, payload }, 2 * sizeof(uint32_t));
        annotate(d, node, lengths);
        note_on(d, node, LENGTH_BAD, lengths);
    }
    cursor_skip(&c, HEADER);
    uint32_t credits = session_credits(d, c);
    if (d->stop != STOP_NONE)
        return done();
    if (payload < c.wire)
        cursor_limit(&c, payload);
    cursor_skip(&c, credits);
    return hand_to(&proto_ppp, PPP_BARE, c);
}

static const struct claim session_claims[] = { { TABLE_ETHERTYPE, 0x8864 }, { TABLE_WTAP_ENCAP, ENCAP_PPPOES } };
static const struct protocol *const calls[] = { &proto_ppp, NULL };

PROTOCOL(pppoes,
    .name = "pppoes", .short_name = "PPPoES", .long_name = "PPP-over-Ethernet Session",
    FIELDS(session_fields), NOTES(session_notes), CLAIMS(session_claims), .calls = calls, .run = session_run
);
