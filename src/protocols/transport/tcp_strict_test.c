/* tcp_strict_test.c - where tcp.analysis_mode:strict and :wireshark differ: made segments, and what each mode says. */
#include "base/base.h"
#include "check.h"
#include "dissect/label.h"
#include "flow/flow.h"

#include <stdio.h>
#include <string.h>

extern const struct protocol proto_ip;

enum { HEADERS = 20 + 20 + 12 + 12, LONGEST = HEADERS + 64, SEGMENTS = 12 };

struct segment {
    unsigned ms;              /* when */
    unsigned way;             /* 0: data; 1: acknowledgments of it */
    uint32_t seq, len, ack;   /* relative */
    uint32_t tsval, tsecr;    /* 0: no timestamps */
    uint16_t ip_id;
    uint32_t left, right;     /* a SACK block; 0: none */
};

struct scene {
    const char *name;
    struct segment segments[SEGMENTS];
    unsigned looked_at;       /* which segment, from 1 */
    const char *wireshark, *strict;  /* what its Info column begins with */
    uint32_t rto_ms;          /* in strict mode; 0: not looked at */
};

#define OPENED(ts) { 0, 0, 0, 10, 1, ts, 1, 100 }, { 1, 1, 1, 0, 10, 1, ts, 500 }

static const struct scene scenes[] = {
    { "late, but sent before what overtook it (RFC 7323)",
      { OPENED(1000), { 10, 0, 20, 10, 1, 1011, 1, 0 }, { 90, 0, 10, 10, 1, 1010, 1, 0 } },
      4, "[TCP Retransmission]", "[TCP Out-Of-Order]", 0 },
    { "soon, but sent after what overtook it (RFC 7323)",
      { OPENED(1000), { 10, 0, 20, 10, 1, 1011, 1, 0 }, { 12, 0, 10, 10, 1, 1013, 1, 0 } },
      4, "[TCP Out-Of-Order]", "[TCP Retransmission]", 0 },
    { "late, by the count of the sender's packets",
      { OPENED(0), { 10, 0, 20, 10, 1, 0, 0, 102 }, { 90, 0, 10, 10, 1, 0, 0, 101 } },
      4, "[TCP Retransmission]", "[TCP Out-Of-Order]", 0 },
    { "soon, by the count of the sender's packets",
      { OPENED(0), { 10, 0, 20, 10, 1, 0, 0, 102 }, { 12, 0, 10, 10, 1, 0, 0, 103 } },
      4, "[TCP Out-Of-Order]", "[TCP Retransmission]", 0 },
    { "the same packet twice",
      { OPENED(0), { 10, 0, 10, 10, 1, 0, 0, 101 }, { 90, 0, 10, 10, 1, 0, 0, 101 } },
      4, "[TCP Retransmission]", "[TCP Out-Of-Order]", 0 },
    { "nobody says anything: by time",
      { OPENED(0), { 10, 0, 20, 10, 1, 0, 0, 0 }, { 12, 0, 10, 10, 1, 0, 0, 0 } },
      4, "[TCP Out-Of-Order]", "[TCP Out-Of-Order]", 0 },
    { "its bytes were selectively acknowledged before (RFC 2018)",
      { OPENED(0), { 10, 0, 20, 10, 1, 0, 0, 102 }, { 11, 1, 1, 0, 10, 0, 0, 501, 20, 30 }, { 300, 0, 20, 10, 1, 0, 0, 103 } },
      5, "[TCP Retransmission]", "[TCP Spurious Retransmission]", 0 },
    { "the receiver says that it came twice (RFC 2883)",
      { OPENED(0), { 10, 0, 10, 10, 1, 0, 0, 101 }, { 300, 0, 10, 10, 1, 0, 0, 102 }, { 301, 1, 1, 0, 20, 0, 0, 501 },
        { 302, 1, 1, 0, 20, 0, 0, 502, 10, 20 } },
      4, "[TCP Retransmission]", "[TCP Spurious Retransmission]", 0 },
    { "the acknowledgment answers the first transmission (RFC 3522)",
      { OPENED(1000), { 10, 0, 10, 10, 1, 1010, 1, 0 }, { 300, 0, 10, 10, 1, 1300, 1, 0 }, { 301, 1, 1, 0, 20, 11, 1010, 0 } },
      4, "[TCP Retransmission]", "[TCP Spurious Retransmission]", 0 },
    { "the acknowledgment answers the second",
      { OPENED(1000), { 10, 0, 10, 10, 1, 1010, 1, 0 }, { 300, 0, 10, 10, 1, 1300, 1, 0 }, { 301, 1, 1, 0, 20, 11, 1300, 0 } },
      4, "[TCP Retransmission]", "[TCP Retransmission]", 290 },
    { "measured from the latest transmission of these bytes (RFC 6298)",
      { OPENED(0), { 10, 0, 10, 10, 1, 0, 0, 101 }, { 20, 0, 20, 10, 1, 0, 0, 102 }, { 300, 0, 20, 10, 1, 0, 0, 103 },
        { 700, 0, 20, 10, 1, 0, 0, 104 } },
      6, "[TCP Retransmission]", "[TCP Retransmission]", 400 },
    { "asked for by three duplicates, long after the last one",
      { OPENED(0), { 10, 0, 20, 10, 1, 0, 0, 102 }, { 11, 1, 1, 0, 10, 0, 0, 501 }, { 12, 1, 1, 0, 10, 0, 0, 502 },
        { 13, 1, 1, 0, 10, 0, 0, 503 }, { 80, 0, 10, 10, 1, 0, 0, 103 } },
      7, "[TCP Retransmission]", "[TCP Fast Retransmission]", 0 },
};

static uint32_t put_options(uint8_t *p, const struct segment *s)
{
    uint32_t len = 0;
    if (s->tsval != 0) {
        p[0] = p[1] = 1, p[2] = 8, p[3] = 10;
        put_be32(p + 4, s->tsval), put_be32(p + 8, s->tsecr);
        len = 12;
    }
    if (s->right != 0) {
        p[len] = p[len + 1] = 1, p[len + 2] = 5, p[len + 3] = 10;
        put_be32(p + len + 4, 1000 + s->left), put_be32(p + len + 8, 1000 + s->right);
        len += 12;
    }
    return len;
}

/* Raw numbers of the data begin at 1000, of the other way at 5000. */
static uint32_t make(uint8_t *p, const struct segment *s)
{
    memset(p, 0, LONGEST);
    uint32_t options = put_options(p + 40, s), len = 40 + options + s->len;
    p[0] = 0x45, p[8] = 64, p[9] = 6;
    put_be16(p + 2, len), put_be16(p + 4, s->ip_id);
    put_be32(p + 12, 0xc0000201 + s->way), put_be32(p + 16, 0xc0000202 - s->way);
    put_be16(p + 20, s->way ? 7 : 40000), put_be16(p + 22, s->way ? 40000 : 7);
    put_be32(p + 24, (s->way ? 5000 : 1000) + s->seq), put_be32(p + 28, (s->way ? 1000 : 5000) + s->ack);
    p[32] = (uint8_t)((20 + options) / 4 << 4), p[33] = 0x10;
    put_be16(p + 34, 1000);
    return len;
}

static uint64_t field_of(const struct dissect *d, const char *name)
{
    uint32_t count, first = registry_find(name, &count);
    for (uint32_t i = 0; count != 0 && i < d->tree.count; i++)
        if (d->tree.nodes[i].field == registry_by_name[first])
            return d->tree.nodes[i].v.u;
    return 0;
}

static void pass_over(struct dissect *d, const struct scene *s, bool strict)
{
    uint8_t bytes[LONGEST];
    struct strbuf sb = { 0 };
    for (unsigned i = 0; i < SEGMENTS && (i == 0 || s->segments[i].ms != 0); i++) {
        const struct segment *one = &s->segments[i];
        uint32_t len = make(bytes, one);
        struct frame_info frame = { .number = i + 1,
                                    .cap_len = len,
                                    .wire_len = len,
                                    .has_time = true,
                                    .time = { 100, (int32_t)one->ms * 1000000 } };
        dissect_bytes(d, &frame, bytes, &proto_ip);
        if (d->first_pass || i + 1 != s->looked_at)
            continue;
        const char *expected = strict ? s->strict : s->wireshark;
        sb_info(&sb, d);
        if (!CHECK(strncmp(sb_text(&sb), expected, strlen(expected)) == 0))
            fprintf(stderr, "%s, %s: %s\n", s->name, strict ? "strict" : "wireshark", sb_text(&sb));
        if (strict && s->rto_ms != 0)
            CHECK_INT(field_of(d, "tcp.analysis.rto"), (uint64_t)s->rto_ms * 1000000);
    }
    sb_free(&sb);
}

static void check_scene(const struct scene *s, bool strict)
{
    struct thr_error error;
    struct engine *e = engine_new(&error);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    struct flow_state *flows = flow_state_new(true, 1);
    struct dissect d;
    if (!CHECK(w != NULL && flows != NULL))
        return;
    CHECK_INT(engine_set_pref(e, strict ? "tcp.analysis_mode:strict" : "tcp.analysis_mode:wireshark", &error), THR_OK);
    wanted_all(w);
    w->columns = true;
    wanted_settle(w, e);
    CHECK_INT(dissect_open(&d, e, w, flows), 0);
    for (int pass = 0; pass < 2; pass++) {
        d.first_pass = pass == 0;
        pass_over(&d, s, strict);
    }
    dissect_close(&d);
    flow_state_free(flows);
    wanted_free(w);
    engine_free(e);
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
        check_scene(&scenes[i], false);
        check_scene(&scenes[i], true);
    }
    return check_done();
}
