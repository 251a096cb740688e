/* packet.c - columns and nodes of a packet, as text. */
#include "dissect/label.h"
#include "session/session.h"

static void sb_hms(struct strbuf *sb, struct nstime t, unsigned digits)
{
    bool minus = t.secs < 0 || t.nsecs < 0;
    uint64_t secs = t.secs < 0 ? 0 - (uint64_t)t.secs : (uint64_t)t.secs;
    uint32_t nsecs = (uint32_t)(t.nsecs < 0 ? -t.nsecs : t.nsecs);
    if (minus)
        sb_char(sb, '-');
    bool some = false;
    static const uint32_t spans[3] = { 86400, 3600, 60 };
    for (int i = 0; i < 3; i++) {
        uint64_t n = secs / spans[i];
        if (n == 0 && !some)
            continue;
        sb_uint_pad(sb, n, some ? 2 : 1);
        sb_char(sb, "dhm"[i]);
        secs %= spans[i];
        some = true;
    }
    if (!some || secs >= 10)
        sb_printf(sb, "%2u", (unsigned)secs);
    else
        sb_uint_pad(sb, secs, 2);
    for (unsigned i = digits; i < 9; i++)
        nsecs /= 10;
    sb_char(sb, '.');
    sb_uint_pad(sb, nsecs, digits);
    sb_char(sb, 's');
}

static void span_column(struct strbuf *sb, const struct thr_packet *p, struct nstime t)
{
    if (p->engine->hours_minutes)
        sb_hms(sb, t, p->time_digits);
    else
        sb_span(sb, t, p->time_digits);
}

static void time_column(struct strbuf *sb, const struct thr_packet *p)
{
    const struct frame_info *f = &p->frame;
    static const enum moment_style styles[] = { MOMENT_CLOCK, MOMENT_YMD, MOMENT_YDOY };
    if (!f->has_time)
        return;
    switch (p->engine->time) {
    case THR_TIME_RELATIVE:
        span_column(sb, p, nstime_minus(f->time, f->first));
        return;
    case THR_TIME_DELTA:
        span_column(sb, p, nstime_minus(f->time, f->previous_captured));
        return;
    case THR_TIME_DELTA_DISPLAYED:
        span_column(sb, p, nstime_minus(f->time, f->previous_displayed));
        return;
    case THR_TIME_EPOCH:
        sb_span(sb, f->time, p->time_digits);
        return;
    default:
        break;
    }
    bool utc = p->engine->time >= THR_TIME_UTC_CLOCK;
    unsigned style = (unsigned)p->engine->time - (utc ? (unsigned)THR_TIME_UTC_CLOCK : (unsigned)THR_TIME_CLOCK);
    sb_moment(sb, f->time, styles[style], utc, p->time_digits);
}

void packet_column(struct strbuf *sb, const struct thr_packet *p, enum thr_column column)
{
    const struct dissect *d = &p->d;
    switch (column) {
    case THR_COLUMN_NUMBER:
        sb_uint(sb, p->frame.number);
        return;
    case THR_COLUMN_TIME:
        time_column(sb, p);
        return;
    case THR_COLUMN_SOURCE:
        sb_address(sb, d, d->src);
        return;
    case THR_COLUMN_DESTINATION:
        sb_address(sb, d, d->dst);
        return;
    case THR_COLUMN_PROTOCOL:
        sb_str(sb, d->protocol_column);
        return;
    case THR_COLUMN_LENGTH:
        sb_uint(sb, p->frame.wire_len);
        return;
    case THR_COLUMN_INFO:
        sb_info(sb, d);
        return;
    default:
        return;
    }
}

/* The text buffer is scratch memory of an otherwise constant packet. */
static struct strbuf *scratch(const struct thr_packet *p)
{
    struct strbuf *sb = &((struct thr_packet *)(uintptr_t)p)->text;
    sb_clear(sb);
    return sb;
}

uint32_t thr_packet_number(const struct thr_packet *p) { return p->frame.number; }

const char *thr_packet_column(const struct thr_packet *p, enum thr_column column)
{
    struct strbuf *sb = scratch(p);
    packet_column(sb, p, column);
    return sb_text(sb);
}

uint32_t thr_packet_nodes(const struct thr_packet *p) { return p->d.tree.count; }

struct thr_node thr_packet_node(const struct thr_packet *p, uint32_t node)
{
    if (node >= p->d.tree.count)
        return (struct thr_node){ .name = "" };
    const struct node *n = &p->d.tree.nodes[node];
    const struct note_def *note = registry_note(n->field);
    return (struct thr_node){
        .name = note != NULL ? note->name : registry_field(n->field)->name, .depth = n->depth, .offset = n->off,
        .length = n->len, .source = n->source, .hidden = node_hidden(n), .generated = node_generated(n),
    };
}

const char *thr_packet_label(const struct thr_packet *p, uint32_t node)
{
    struct strbuf *sb = scratch(p);
    if (node < p->d.tree.count)
        node_label(sb, &p->d, &p->d.tree.nodes[node]);
    return sb_text(sb);
}

const char *thr_packet_value(const struct thr_packet *p, uint32_t node)
{
    struct strbuf *sb = scratch(p);
    if (node < p->d.tree.count)
        node_show(sb, &p->d, &p->d.tree.nodes[node]);
    return sb_text(sb);
}

const uint8_t *thr_packet_bytes(const struct thr_packet *p, unsigned source, uint32_t *count)
{
    *count = source < p->d.n_sources ? p->d.sources[source].cap : 0;
    return source < p->d.n_sources ? p->d.sources[source].bytes : NULL;
}
