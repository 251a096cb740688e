/* ntp.c - Network Time Protocol, RFC 5905: time messages, extension fields (RFC 7822), control messages (RFC 9327).
   Claims UDP port 123. */
#include "protocols/application/ntp.h"

enum { MODE_CLIENT = 3, MODE_SERVER = 4, MODE_CONTROL = 6, MODE_PRIVATE = 7 };
enum { EXTENSION_LEAST = 16 };  /* bytes; shorter ones are taken for a key identifier, RFC 7822 section 7.5 */

static const uint64_t SECONDS_1900_TO_1970 = 2208988800;

const char *const ntp_mode_names[8] = { "reserved", "symmetric active", "symmetric passive", "client", "server", "broadcast",
                                        "control", "private" };

void ntp_time_emit(struct dissect *d, struct cursor c, unsigned row, uint32_t off)
{
    uint64_t v = get64(d, c, off);
    /* The first bit tells the era: 1900 to 2036, or after it (RFC 4330 section 3). */
    uint64_t seconds = (v >> 32) + (v >> 63 ? 0 : (uint64_t)1 << 32) - SECONDS_1900_TO_1970;
    int64_t ns = (int64_t)seconds * 1000000000 + (int64_t)((v & UINT32_MAX) * 1000000000 >> 32);
    if (need(d, c, off, 8))
        emit_value(d, c, row, off, 8, (uint64_t)(v != 0 ? ns : INT64_MIN));
}

/* --- request and response ---------------------------------------------------------------------- */

/* The client's last question that is not answered yet. */
struct ntp_flow {
    uint32_t frame;
    struct nstime time;
};
struct ntp_fact {
    uint32_t request, response;  /* frames */
    int64_t delta;               /* ns */
};

static struct ntp_fact *fact_made(struct dissect *d) { return fact_here(d, d->n_layers, sizeof(struct ntp_fact)); }

static void links_find(struct dissect *d, unsigned mode)
{
    struct ntp_flow *own = flow_memory(d, flow_here(d), 0, sizeof *own);
    if (own == NULL)
        return;
    if (mode == MODE_CLIENT) {
        own->frame = d->frame->number;
        own->time = d->frame->time;
        fact_made(d);
        return;
    }
    struct ntp_fact *here = own->frame != 0 ? fact_made(d) : NULL;
    if (here == NULL)
        return;
    struct ntp_fact *there = fact_of(d, own->frame, d->n_layers, sizeof *there);
    here->request = own->frame;
    here->delta = nstime_to_ns(nstime_minus(d->frame->time, own->time));
    if (there != NULL)
        there->response = d->frame->number;
    own->frame = 0;
}

static void links_emit(struct dissect *d, struct cursor c, unsigned mode)
{
    if (mode != MODE_CLIENT && mode != MODE_SERVER)
        return;
    if (d->first_pass)
        links_find(d, mode);
    const struct ntp_fact *fact = d->first_pass ? NULL : fact_made(d);
    if (d->first_pass && mode == MODE_SERVER && d->flows != NULL)
        fact = fact_of(d, d->frame->number, d->n_layers, sizeof *fact);
    if (fact == NULL)
        return;
    if (fact->response != 0)
        emit_value(d, c, NTP_RESPONSE_IN, 0, 0, fact->response);
    if (fact->request == 0)
        return;
    emit_value(d, c, NTP_REQUEST_IN, 0, 0, fact->request);
    emit_value(d, c, NTP_DELTA_TIME, 0, 0, (uint64_t)fact->delta);
}

/* --- time messages ------------------------------------------------------------------------------ */

void ntp_mac_emit(struct dissect *d, struct cursor c)
{
    add_item(d, &c, NTP_KEYID, 4);
    if (c.wire != 0)
        emit_at(d, c, NTP_MAC, 0, c.wire);
}

/* False when nothing more can be told apart. */
static bool extension_emit(struct dissect *d, struct cursor *c, uint32_t len)
{
    emit_at(d, *c, NTP_EXT, 0, len);
    down(d);
    emit_at(d, *c, NTP_EXT_TYPE, 0, 2);
    emit_at(d, *c, NTP_EXT_LENGTH, 2, 2);
    bool whole = len % 4 == 0;
    if (!whole)
        note(d, NTP_NOTE_EXTENSION_LENGTH, cursor_peek(*c, 2, 2));
    else
        emit_at(d, *c, NTP_EXT_VALUE, 4, len - 4);
    up(d);
    cursor_skip(c, len);
    return whole;
}

/* Extension fields, then perhaps a message authentication code. */
static void tail_emit(struct dissect *d, struct cursor c)
{
    while (more(d, &c) && c.wire >= 4) {
        uint32_t len = get16(d, c, 2);
        if (len < EXTENSION_LEAST || len > c.wire) {
            ntp_mac_emit(d, c);
            return;
        }
        if (!extension_emit(d, &c, len))
            return;
    }
}

static void time_message(struct dissect *d, struct cursor c, unsigned mode)
{
    emit_bits(d, c, 0, 1, NTP_FLAGS, NTP_FLAGS_MODE);
    links_emit(d, c, mode);
    emit_at(d, c, NTP_STRATUM, 1, 1);
    emit_at(d, c, NTP_PPOLL, 2, 1);
    emit_at(d, c, NTP_PRECISION, 3, 1);
    emit_at(d, c, NTP_ROOTDELAY, 4, 4);
    emit_at(d, c, NTP_ROOTDISPERSION, 8, 4);
    annotate(d, emit_at(d, c, NTP_REFID, 12, 4), c.p + 1);
    ntp_time_emit(d, c, NTP_REFTIME, 16);
    ntp_time_emit(d, c, NTP_ORG, 24);
    ntp_time_emit(d, c, NTP_REC, 32);
    ntp_time_emit(d, c, NTP_XMT, 40);
    if (d->stop == STOP_NONE)
        tail_emit(d, cursor_at(c, 48));
}

/* --- control messages --------------------------------------------------------------------------- */

enum { OP_READ_STATUS = 1, OP_READ_VARIABLES, OP_WRITE_VARIABLES, OP_READ_CLOCK, OP_WRITE_CLOCK, OP_TRAP = 7, OP_CONFIGURE, OP_SAVE,
       OP_MRU, OP_ORDERED_LIST, OP_NONCE };
enum { CONTROL_HEADER = 12 };

static void status_emit(struct dissect *d, struct cursor c, uint32_t flags, uint32_t association)
{
    uint32_t op = flags & 31;
    bool answer = (flags & 0x80) != 0, error = (flags & 0x40) != 0;
    bool of_system = op == OP_READ_STATUS || op == OP_READ_VARIABLES || op == OP_WRITE_VARIABLES || op == OP_TRAP;
    if (answer && error)
        emit_bits(d, c, 4, 2, NTP_STATUS_ERROR, NTP_CTRL_ERR_STATUS);
    else if (answer && of_system && association == 0)
        emit_bits(d, c, 4, 2, NTP_STATUS_SYSTEM, NTP_CTRL_SYS_STATUS_CODE);
    else if (answer && of_system)
        emit_bits(d, c, 4, 2, NTP_STATUS_PEER, NTP_CTRL_PEER_STATUS_CODE);
    else if (answer && (op == OP_READ_CLOCK || op == OP_WRITE_CLOCK))
        emit_bits(d, c, 4, 2, NTP_STATUS_CLOCK, NTP_CTRL_CLOCK_STATUS_CODE);
    else
        emit_at(d, c, NTP_CTRL_STATUS, 4, 2);
}

/* Pairs of association and its status. */
static void associations_emit(struct dissect *d, struct cursor c)
{
    down(d);
    for (struct cursor at = c; more(d, &at) && at.wire >= 4; cursor_skip(&at, 4)) {
        emit_at(d, at, NTP_CTRL_ITEM, 0, 4);
        down(d);
        emit_at(d, at, NTP_CTRL_ASSOCID, 0, 2);
        up(d);
    }
    up(d);
    for (; more(d, &c) && c.wire >= 4; cursor_skip(&c, 4))
        emit_bits(d, c, 2, 2, NTP_STATUS_PEER, NTP_CTRL_PEER_STATUS_CODE);
}

static bool is_blank(uint8_t b) { return b == ' ' || b == '\t' || b == '\r' || b == '\n'; }

/* name=value, name="value, ...", name ... */
static void variables_emit(struct dissect *d, struct cursor c)
{
    if (!need(d, c, 0, c.wire))
        return;
    const uint8_t *p = c.p;
    down(d);
    for (uint32_t at = 0, n = c.wire; at < n;) {
        if (is_blank(p[at]) || p[at] == ',') {
            at++;
            continue;
        }
        uint32_t end = at;
        for (bool quoted = false; end < n && (quoted || p[end] != ','); end++)
            quoted ^= p[end] == '"';
        uint32_t last = end;
        while (last > at && is_blank(p[last - 1]))
            last--;
        emit_at(d, c, NTP_VARIABLE, at, last - at);
        at = end;
    }
    up(d);
}

static void control_data(struct dissect *d, struct cursor c, uint32_t op, uint32_t association)
{
    static const uint16_t texts[] = {
        [OP_TRAP] = NTP_CTRL_TRAPMSG, [OP_CONFIGURE] = NTP_CTRL_CONFIGURATION, [OP_SAVE] = NTP_CTRL_CONFIGURATION,
        [OP_MRU] = NTP_CTRL_MRU,      [OP_ORDERED_LIST] = NTP_CTRL_ORDLIST,    [OP_NONCE] = NTP_CTRL_NONCE
    };
    emit_at(d, c, NTP_CTRL_DATA, 0, c.wire < c.cap ? c.wire : c.cap);
    if (op == OP_READ_STATUS && association == 0) {
        associations_emit(d, c);
    } else if (op >= OP_READ_STATUS && op <= OP_WRITE_CLOCK) {
        variables_emit(d, c);
    } else if (op < ARRAY_LEN(texts) && texts[op] != 0) {
        down(d);
        emit_at(d, c, texts[op], 0, c.wire);
        up(d);
    }
}

/* After the data, filled up to four bytes: key and signature. */
static void authenticator(struct dissect *d, struct cursor c, uint32_t count)
{
    uint32_t padding = -count & 3;
    if (c.wire <= padding)
        return;
    if (padding != 0)
        add_item(d, &c, NTP_PADDING, padding);
    emit_at(d, c, NTP_AUTHENTICATOR, 0, c.wire);
    if (c.wire != 20 && c.wire != 24)
        return;
    down(d);
    emit_value(d, c, NTP_KEY_TYPE, 0, 0, c.wire == 24);
    emit_at(d, c, NTP_KEY_INDEX, 0, 4);
    emit_at(d, c, NTP_KEY_SIGNATURE, 4, c.wire - 4);
    up(d);
}

static void control_message(struct dissect *d, struct cursor c)
{
    emit_bits(d, c, 0, 1, NTP_FLAGS, NTP_FLAGS_MODE);
    uint32_t flags = get8(d, c, 1);
    emit_bits(d, c, 1, 1, NTP_CTRL_FLAGS2, NTP_CTRL_FLAGS2_OPCODE);
    emit_at(d, c, NTP_CTRL_SEQUENCE, 2, 2);
    uint32_t association = get16(d, c, 6);
    status_emit(d, c, flags, association);
    emit_at(d, c, NTP_CTRL_ASSOCID, 6, 2);
    emit_at(d, c, NTP_CTRL_OFFSET, 8, 2);
    emit_at(d, c, NTP_CTRL_COUNT, 10, 2);
    uint32_t count = get16(d, c, 10);
    if (d->stop != STOP_NONE)
        return;
    struct cursor rest = cursor_at(c, CONTROL_HEADER);
    if (count != 0)
        control_data(d, cursor_part(rest, count), flags & 31, association);
    cursor_skip(&rest, count);
    if (d->stop == STOP_NONE)
        authenticator(d, rest, count);
}

/* --- both --------------------------------------------------------------------------------------- */

static void info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    (void)d;
    sb_str(sb, values_or(ntp_fields[NTP_FLAGS_VN].values, p[0] >> 3 & 7, ""));
    sb_str(sb, ", ");
    sb_str(sb, ntp_mode_names[p[0] & 7]);
}

static void private_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *p = arg;
    info(sb, d, arg);
    sb_str(sb, p[0] & 0x80 ? ", Response, " : ", Request, ");
    sb_str(sb, values_or(&ntp_codes, p[3], "Unknown"));
}

static struct verdict ntp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "NTP");
    info_clear(d);
    unsigned mode = get8(d, c, 0) & 7;
    if (d->stop != STOP_NONE)
        return done();
    emit_protocol(d, c, c.cap, NULL);
    info_set(d, mode == MODE_PRIVATE && c.cap >= 4 ? private_info : info, c.p);
    if (mode == MODE_CONTROL)
        control_message(d, c);
    else if (mode == MODE_PRIVATE)
        ntp_private(d, c);
    else
        time_message(d, c, mode);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 123 } };

PROTOCOL(ntp,
    .name = "ntp", .short_name = "NTP", .long_name = "Network Time Protocol",
    FIELDS(ntp_fields), NOTES(ntp_notes), CLAIMS(claims), .run = ntp_run, .keeps_state = true
);
