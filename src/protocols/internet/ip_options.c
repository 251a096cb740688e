/* ip_options.c - IPv4 options: RFC 791, 1063, 1108, 1191, 1393, 1770, 2113, 4782, and FIPS 188 (CIPSO). */
#include "protocols/internet/ip_rows.h"

enum { EOL = 0, NOP = 1 };

/* The option at hand. */
struct option_run {
    const uint8_t *h;   /* the IP header */
    struct cursor c;    /* the whole option */
    uint32_t node;
};
typedef void option_body(struct dissect *d, const struct option_run *o);

struct option {
    uint8_t type;
    uint8_t row;
    uint8_t fixed;      /* the only right length; 0: any */
    uint8_t least;      /* bytes that it takes to be read to its end */
    const char *name;
    option_body *body;
};

/* --- routes ----------------------------------------------------------------------------------- */

static bool pointer_field(struct dissect *d, const struct option_run *o)
{
    uint32_t at = get8(d, o->c, 2);
    uint32_t n = emit_at(d, o->c, OPT_PTR, 2, 1);
    if (at < 4)
        note_on(d, n, OPT_PTR_BEFORE, NULL);
    else if (at & 3)
        note_on(d, n, OPT_PTR_MIDDLE, NULL);
    else if (o->c.wire > 3 && (o->c.wire - 3) % 4 != 0)
        note_on(d, n, OPT_SUB_LONG, NULL);
    return at >= 4 && (at & 3) == 0;
}

static void route_address(struct dissect *d, struct cursor c, uint32_t off, unsigned row, bool next)
{
    uint32_t n = emit_at(d, c, row, off, 4);
    if (next)
        annotate(d, n, c.p);
    emit_at(d, c, row + 1, off, 4);
}

static void record_route(struct dissect *d, const struct option_run *o)
{
    uint32_t at = get8(d, o->c, 2) - 1;
    if (!pointer_field(d, o))
        return;
    for (uint32_t off = 3; off + 4 <= o->c.wire; off += 4)
        route_address(d, o->c, off, off < at ? REC_RT : EMPTY_RT, off == at);
}

static void source_route(struct dissect *d, const struct option_run *o)
{
    uint32_t at = get8(d, o->c, 2) - 1, len = o->c.wire;
    if (!pointer_field(d, o))
        return;
    for (uint32_t off = 3; off + 4 <= len; off += 4) {
        if (off < at) {
            route_address(d, o->c, off, REC_RT, false);
        } else if (off + 4 < len) {
            route_address(d, o->c, off, SRC_RT, off == at);
        } else {
            for (unsigned i = 0; i < 4; i++)
                emit_at(d, o->c, i == 1 ? ADDR : i == 3 ? HOST : DST + i / 2, off, 4);
        }
    }
}

const uint8_t *ip_final_destination(const uint8_t *p, uint32_t len)
{
    while (len >= 2 && p[0] != EOL) {
        uint32_t n = p[0] == NOP ? 1 : p[1];
        if ((p[0] != NOP && n < 2) || n > len)
            return NULL;
        if ((p[0] == 131 || p[0] == 137) && n > 3 && p[2] >= 4 && (p[2] & 3) == 0 && p[2] <= n)
            return p + n - 4;
        p += n;
        len -= n;
    }
    return NULL;
}

/* --- security --------------------------------------------------------------------------------- */

/* RFC 791: always eleven bytes.  RFC 1108: a level and flags that say whether more flags follow. */
static void security(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    if (o->c.wire == 11) {
        add_item(d, &c, SEC_791, 2);
        add_item(d, &c, SEC_COMPARTMENTS, 2);
        add_item(d, &c, SEC_HANDLING, 2);
        add_item(d, &c, SEC_CONTROL, 3);
        return;
    }
    add_item(d, &c, SEC_LEVEL, 1);
    bool first = true, another = c.wire != 0;
    while (another && more(d, &c)) {
        another = get8(d, c, 0) & 1;
        emit_bits(d, c, 0, 1, first ? SEC_FLAGS : SEC_MORE_FLAGS, first ? SEC_MORE : SEC_MORE_MORE);
        first = false;
        cursor_skip(&c, 1);
    }
    if (another)
        note_on(d, o->node, OPT_LAST_NOT_FINAL, NULL);
    if (c.wire != 0)
        note_on(d, o->node, OPT_EXTRANEOUS, NULL);
}

static void extended_security(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    add_item(d, &c, SEC_FORMAT, 1);
    if (c.wire != 0)
        add_item(d, &c, SEC_INFO, c.wire);
}

/* One tag; false when the rest cannot be read. */
static bool cipso_tag(struct dissect *d, struct cursor *c)
{
    uint32_t type = get8(d, *c, 0), len = c->wire >= 2 ? get8(d, *c, 1) : 0;
    if (type == 0) {
        add_item(d, c, CIPSO_TAG, 1);
        return true;
    }
    bool levels = type == 1 || type == 2 || type == 5;
    if (!levels && type != 6 && type != 7) {
        emit_at(d, *c, CIPSO_TAG_UNKNOWN, 0, 1);
        return false;
    }
    uint32_t n = emit_at(d, *c, CIPSO_TAG, 0, 1);
    if (len < (type == 7 ? 2u : 4u) || len > c->wire + 1) {  /* tshark lets it be one too long */
        note_on(d, n, CIPSO_BAD, NULL);
        return false;
    }
    /* Lists and ranges take 16-bit numbers; with an odd byte tshark points one byte back. */
    uint32_t odd = type == 1 || !levels ? 0 : (len - 4) & 1;
    if (levels)
        emit_at(d, *c, CIPSO_LEVEL, 3, 1);
    else
        emit_at(d, *c, CIPSO_DATA, 2, len - 2);
    if (levels && len > 4)
        emit_at(d, *c, type == 1 ? CIPSO_BITMAP : type == 2 ? CIPSO_LIST : CIPSO_RANGES, 4 - odd, len - 4);
    cursor_skip(c, len - odd);
    return true;
}

static void cipso(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    add_item(d, &c, CIPSO_DOI, 4);
    while (more(d, &c) && cipso_tag(d, &c))
        continue;
}

/* --- others ----------------------------------------------------------------------------------- */

static void timestamps(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    add_item(d, &c, OPT_TS_PTR, 1);
    uint32_t flag = get8(d, c, 0) & 15, step = flag == 1 || flag == 3 ? 8 : 4;
    emit_at(d, c, TS_OVERFLOW, 0, 1);
    add_item(d, &c, TS_FLAG, 1);
    while (more(d, &c)) {
        if (c.wire < step) {
            uint32_t n = add_item(d, &c, OPT_SUB_TOO_LONG, c.wire);
            note_on(d, n, OPT_SUB_LONG, NULL);
            return;
        }
        if (step == 8)
            add_item(d, &c, TS_ADDR, 4);
        add_item(d, &c, TS_TIME, 4);
    }
}

static void stream_id(struct dissect *d, const struct option_run *o) { emit_at(d, o->c, OPT_SID_VALUE, 2, 2); }
static void mtu(struct dissect *d, const struct option_run *o) { emit_at(d, o->c, OPT_MTU, 2, 2); }
static void router_alert(struct dissect *d, const struct option_run *o) { emit_at(d, o->c, OPT_RA, 2, 2); }

static void traceroute(struct dissect *d, const struct option_run *o)
{
    emit_at(d, o->c, OPT_ID, 2, 2);
    emit_at(d, o->c, OPT_OHC, 4, 2);
    emit_at(d, o->c, OPT_RHC, 6, 2);
    emit_at(d, o->c, OPT_ORIGINATOR, 8, 4);
}

static void directed_broadcast(struct dissect *d, const struct option_run *o)
{
    struct cursor c = cursor_at(o->c, 2);
    while (more(d, &c) && c.wire >= 4)
        add_item(d, &c, OPT_ADDR, 4);
    if (c.wire != 0)
        add_item(d, &c, OPT_PADDING, c.wire);
}

static void quick_start(struct dissect *d, const struct option_run *o)
{
    uint32_t function = get8(d, o->c, 2) >> 4;
    annotate(d, o->node, o->h + 8);
    emit_at(d, o->c, QS_FUNC, 2, 1);
    if (function != 0 && function != 8)
        return;
    emit_at(d, o->c, QS_RATE, 2, 1);
    if (function == 0) {
        emit_at(d, o->c, QS_TTL, 3, 1);
        emit_value(d, o->c, QS_TTL_DIFF, 3, 1, (uint8_t)(o->h[8] - get8(d, o->c, 3)));
    } else {
        emit_at(d, o->c, QS_UNUSED, 3, 1);
    }
    emit_at(d, o->c, QS_NONCE, 4, 4);
    emit_at(d, o->c, QS_RESERVED, 4, 4);
}

static const struct option options[] = {
    { EOL, OPT_EOL, 1, 1, NULL, NULL },
    { NOP, OPT_NOP, 1, 1, NULL, NULL },
    { 7, OPT_RECORD_ROUTE, 0, 3, "Record Route", record_route },
    { 11, OPT_MTU_PROBE, 4, 4, "MTU Probe", mtu },
    { 12, OPT_MTU_REPLY, 4, 4, "MTU Reply", mtu },
    { 25, OPT_QUICK_START, 8, 8, "Quick-Start", quick_start },
    { 68, OPT_TIMESTAMP, 0, 4, "Time Stamp", timestamps },
    { 82, OPT_TRACEROUTE, 12, 12, "Traceroute", traceroute },
    { 130, OPT_SECURITY, 0, 3, "Security", security },
    { 131, OPT_LSR, 0, 3, "Loose Source Route", source_route },
    { 133, OPT_EXT_SECURITY, 0, 3, "Extended Security", extended_security },
    { 134, OPT_CIPSO, 0, 6, "Commercial Security", cipso },
    { 136, OPT_SID, 4, 4, "Stream ID", stream_id },
    { 137, OPT_SSR, 0, 3, "Strict Source Route", source_route },
    { 148, OPT_ROUTER_ALERT, 4, 4, "Router Alert", router_alert },
    { 149, OPT_SDB, 0, 2, "Selective Directed Broadcast", directed_broadcast },
};

static const struct option *option_of(uint8_t type)
{
    for (size_t i = 0; i < ARRAY_LEN(options); i++)
        if (options[i].type == type)
            return &options[i];
    return NULL;
}

/* --- labels ----------------------------------------------------------------------------------- */

/* What is wrong with an option's length; 0: nothing. */
enum length_fault { SOUND, NO_LENGTH, TOO_SHORT, TOO_LONG, NOT_FIXED };
struct fault {
    uint8_t kind, type, len;
};

static void sb_name(struct strbuf *sb, uint8_t type)
{
    const struct option *o = option_of(type);
    if (o != NULL)
        sb_str(sb, o->name);
    else
        sb_printf(sb, "Unknown (0x%02x)", type);
}

void ip_option_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct fault *f = n->v.arg;
    (void)d;
    if (f == NULL)
        return;
    const char *s = f->len == 1 ? "" : "s";
    sb_name(sb, f->type);
    switch (f->kind) {
    case NO_LENGTH: sb_str(sb, " (length byte past end of options)"); break;
    case TOO_SHORT: sb_printf(sb, " (with too-short option length = %u byte%s)", f->len, s); break;
    case TOO_LONG: sb_printf(sb, " (option length = %u byte%s says option goes past end of options)", f->len, s); break;
    case NOT_FIXED:
        sb_printf(sb, " (with option length = %u byte%s; should be %u)", f->len, s, option_of(f->type)->fixed);
        break;
    default: sb_printf(sb, " (%u byte%s)", f->len, s);
    }
}

void ip_option_unknown_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    ip_option_length_text(sb, d, n);
}

void ip_option_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 1);
    const struct option *o = p != NULL ? option_of(*p) : NULL;
    sb_str(sb, registry_field(n->field)->label);
    if (o != NULL && o->body != NULL)
        sb_printf(sb, " (%u bytes)", o->fixed != 0 ? o->fixed : n->len);
}

void ip_option_alert_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = n->len >= 4 ? node_bytes(d, n, 0, 4) : NULL;
    if (p != NULL)
        sb_printf(sb, ": %s (%u)", be16(p + 2) == 0 ? "Router shall examine packet" : "Reserved", be16(p + 2));
}

void ip_option_quick_start_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4), *ttl = annotation(d, n);
    if (p == NULL || ttl == NULL)
        return;
    uint32_t function = p[2] >> 4;
    const char *name = values_find(&ip_quick_start_functions, function);
    if (name == NULL) {
        sb_printf(sb, ": Unknown (%u) (%u)", function, function);
        return;
    }
    sb_printf(sb, ": %s (%u), %s", name, function, values_or(&ip_quick_start_rates, p[2] & 15, ""));
    if (function == 0)
        sb_printf(sb, ", QS TTL %u, QS TTL diff %u", p[3], (uint8_t)(*ttl - p[3]));
}

/* The names of those that could be read to their end. */
void ip_options_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    sb_printf(sb, "Options: (%u bytes)", n->len);
    for (uint32_t left = p != NULL ? n->len : 0; left != 0 && *p != EOL;) {
        uint32_t len = *p == NOP ? 1 : left >= 2 ? p[1] : 0;
        const struct option *o = option_of(*p);
        if (len > left || (*p != NOP && len < 2) || (o != NULL && len < o->least))
            return;
        if (o != NULL && o->body != NULL)
            sb_printf(sb, ", %s", o->name);
        p += len;
        left -= len;
    }
}

/* --- the list --------------------------------------------------------------------------------- */

static const struct fault *fault_of(struct dissect *d, enum length_fault kind, uint32_t type, uint32_t len)
{
    return packet_copy(d, &(struct fault){ (uint8_t)kind, (uint8_t)type, (uint8_t)len }, sizeof(struct fault));
}

static void unreadable(struct dissect *d, struct cursor c, uint32_t size, const struct fault *f)
{
    uint32_t n = emit_arg(d, c, OPT_UNKNOWN, 0, size, f);
    if (f != NULL && f->kind != SOUND)
        note_on(d, n, OPT_LEN_INVALID, f);
}

static void known_option(struct dissect *d, struct cursor c, uint32_t len, const uint8_t *h, const struct option *o)
{
    struct option_run run = { .h = h, .c = cursor_part(c, len) };
    run.node = emit_at(d, run.c, o->row, 0, len);
    down(d);
    emit_bits(d, run.c, 0, 1, OPT_TYPE, OPT_NUMBER);
    if (o->body != NULL) {
        uint32_t n = emit_at(d, run.c, OPT_LEN, 1, 1);
        if (o->fixed != 0 && len != o->fixed)
            note_on(d, n, OPT_LEN_INVALID, fault_of(d, NOT_FIXED, o->type, len));
        o->body(d, &run);
    }
    up(d);
}

void ip_options(struct dissect *d, struct cursor c, const uint8_t *h)
{
    uint32_t nops = 0, top = emit_at(d, c, OPTIONS, 0, c.wire);
    down(d);
    while (more(d, &c)) {
        uint32_t type = get8(d, c, 0), len = 1;
        const struct option *o = option_of((uint8_t)type);
        if (o == NULL || o->body != NULL) {
            len = c.wire >= 2 ? get8(d, c, 1) : 0;
            enum length_fault fault = c.wire < 2 ? NO_LENGTH : len < 2 ? TOO_SHORT : len > c.wire ? TOO_LONG : SOUND;
            if (fault != SOUND || o == NULL)
                unreadable(d, c, fault == SOUND ? len : fault == NO_LENGTH ? 1 : 2, fault_of(d, fault, type, len));
            if (fault != SOUND)
                break;
        }
        nops = type == NOP ? nops + 1 : 0;
        if (nops == 4)
            note_on(d, top, OPT_NOPS, NULL);
        if (o != NULL)
            known_option(d, c, len, h, o);
        cursor_skip(&c, len);
        if (type == EOL)
            break;
    }
    up(d);
}
