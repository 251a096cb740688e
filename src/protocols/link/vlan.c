/* vlan.c - IEEE 802.1Q tags.  Hands on by "ethertype", or to 802.2 LLC. */
#include "protocols/link/ethertype.h"

#include "dissect/resolver.h"

extern const struct protocol proto_llc;

enum { VLAN, PRIORITY_1998, PRIORITY_8, PRIORITY_7, PRIORITY_6, PRIORITY_5, CFI, DEI, ID, NAME, ETYPE, LEN, TRAILER, PADDING };
enum { LEN_PAST_END, TOO_MANY_TAGS, PADDING_BAD };
enum { PREF_SUMMARY, PREF_QINQ, PREF_VERSION, PREF_PRIORITY_DROP };
enum { V1998, V2005, V2011 };
enum { TAG = 4, MAX_LENGTH = 1500 };

VALUES(versions, { V1998, "IEEE 802.1Q-1998" }, { V2005, "IEEE 802.1Q-2005" }, { V2011, "IEEE 802.1Q-2011" });
VALUES(drops, { 0, "8 Priorities, 0 Drop Eligible" }, { 1, "7 Priorities, 1 Drop Eligible" },
       { 2, "6 Priorities, 2 Drop Eligible" }, { 3, "5 Priorities, 3 Drop Eligible" });

VALUES(priorities_1998, { 0, "Best Effort (default)" }, { 1, "Background" }, { 2, "Spare" }, { 3, "Excellent Effort" },
       { 4, "Controlled Load" }, { 5, "Video, < 100ms latency and jitter" }, { 6, "Voice, < 10ms latency and jitter" },
       { 7, "Network Control" });
VALUES(priorities_8, { 0, "Best Effort (default)" }, { 1, "Background" }, { 2, "Excellent Effort" },
       { 3, "Critical Applications" }, { 4, "Video, < 100ms latency and jitter" }, { 5, "Voice, < 10ms latency and jitter" },
       { 6, "Internetwork Control" }, { 7, "Network Control" });
VALUES(priorities_7, { 0, "Best Effort (default)" }, { 1, "Background" }, { 2, "Excellent Effort" },
       { 3, "Critical Applications" }, { 4, "Voice, < 10ms latency and jitter, Drop Eligible" },
       { 5, "Voice, < 10ms latency and jitter" }, { 6, "Internetwork Control" }, { 7, "Network Control" });
VALUES(priorities_6, { 0, "Best Effort (default)" }, { 1, "Background" }, { 2, "Critical Applications, Drop Eligible" },
       { 3, "Critical Applications" }, { 4, "Voice, < 10ms latency and jitter, Drop Eligible" },
       { 5, "Voice, < 10ms latency and jitter" }, { 6, "Internetwork Control" }, { 7, "Network Control" });
VALUES(priorities_5, { 0, "Best Effort (default), Drop Eligible" }, { 1, "Best Effort (default)" },
       { 2, "Critical Applications, Drop Eligible" }, { 3, "Critical Applications" },
       { 4, "Voice, < 10ms latency and jitter, Drop Eligible" }, { 5, "Voice, < 10ms latency and jitter" },
       { 6, "Internetwork Control" }, { 7, "Network Control" });

static const struct truth canonical = { "Non-canonical", "Canonical" };
static const struct truth eligible = { "Eligible", "Ineligible" };

/* What the tag says, for the label and the Info column. */
struct tag {
    uint16_t tci;
    bool cfi, summary;
};

static void vlan_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tag *t = n->v.arg;
    (void)d;
    if (t != NULL && t->summary)
        sb_printf(sb, ", PRI: %u, %s: %u, ID: %u", t->tci >> 13, t->cfi ? "CFI" : "DEI", t->tci >> 12 & 1u,
                  t->tci & 0xfffu);
}

static void info_tag(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct tag *t = arg;
    (void)d;
    sb_printf(sb, "PRI: %u  %s: %u  ID: %u", t->tci >> 13, t->cfi ? "CFI" : "DEI", t->tci >> 12 & 1u, t->tci & 0xfffu);
}

static void name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tag *t = n->v.arg;
    sb_vlan(sb, d, t->tci & 0xfffu);
}

#define PRIORITY(table) { "vlan.priority", "Priority", FT_UINT16, BASE_DEC, .mask = 0xe000, .values = &table }
static const struct field fields[] = {
    [VLAN] = { "vlan", "802.1Q Virtual LAN", FT_PROTOCOL, .suffix = vlan_label },
    [PRIORITY_1998] = PRIORITY(priorities_1998),
    [PRIORITY_8] = PRIORITY(priorities_8),
    [PRIORITY_7] = PRIORITY(priorities_7),
    [PRIORITY_6] = PRIORITY(priorities_6),
    [PRIORITY_5] = PRIORITY(priorities_5),
    [CFI] = { "vlan.cfi", "CFI", FT_BOOLEAN, BITS_16, .mask = 0x1000, .truth = &canonical },
    [DEI] = { "vlan.dei", "DEI", FT_BOOLEAN, BITS_16, .mask = 0x1000, .truth = &eligible },
    [ID] = { "vlan.id", "ID", FT_UINT16, BASE_DEC, .mask = 0xfff },
    [NAME] = { "vlan.id_name", "Name", FT_STRING, .flags = GENERATED, .text = name_text },
    [ETYPE] = { "vlan.etype", "Type", FT_UINT16, BASE_HEX, .values = &ethertype_values },
    [LEN] = { "vlan.len", "Length", FT_UINT16, BASE_DEC },
    [TRAILER] = { "vlan.trailer", "Trailer", FT_BYTES, .flags = ABOVE },
    [PADDING] = { "eth.padding", "Padding", FT_BYTES, .flags = ABOVE },
};
static const struct note_def notes[] = {
    [LEN_PAST_END] = { "vlan.len.past_end", "Length field value goes past the end of the payload", SEV_ERROR, GROUP_MALFORMED },
    [TOO_MANY_TAGS] = { "vlan.too_many_tags", "Too many nested VLAN tags", SEV_WARN, GROUP_MALFORMED },
    [PADDING_BAD] = NOTE_PADDING_BAD,
};
static const struct pref prefs[] = {
    [PREF_SUMMARY] = { "summary_in_tree", "Show vlan summary in protocol tree", PREF_BOOL, 1 },
    [PREF_QINQ] = { "qinq_ethertype", "802.1QinQ Ethertype (in hex)", PREF_UINT, 0x9100 },
    [PREF_VERSION] = { "version", "IEEE 802.1Q version", PREF_ENUM, V2011, .choices = &versions },
    [PREF_PRIORITY_DROP] = { "priority_drop", "Priorities and drop eligibility", PREF_ENUM, 0, .choices = &drops },
};

static void vlan_trailer(struct dissect *d, struct cursor c, uint32_t parent)
{
    (void)parent;
    trailer_fields(
        d, c,
        &(struct trailer_rows){
            .trailer = TRAILER, .padding = PADDING, .padding_bad = PADDING_BAD, .minimum = true, .typed = true });
}

static struct verdict length_payload(struct dissect *d, struct cursor whole, struct cursor c, uint32_t len,
                                     uint32_t vlan)
{
    emit_at(d, whole, LEN, 2, 2);
    if (len > c.wire) {
        note(d, LEN_PAST_END, NULL);
        len = c.wire;
    }
    behind(d, vlan_trailer, c, vlan);
    d->link_used = len;
    bool raw = c.cap >= 2 && be16(c.p) == 0xffff;
    cursor_limit(&c, len);
    return raw ? hand_on(TABLE_ETHERTYPE, 0x8137, c) : hand_to(&proto_llc, 0, c);
}

static struct verdict vlan_run(struct dissect *d, struct cursor c)
{
    struct cursor whole = c;
    set_protocol_column(d, "VLAN");
    info_clear(d);
    uint32_t tci = get16(d, c, 0), version = pref(d, PREF_VERSION);
    if (d->stop != STOP_NONE)
        return done();
    struct tag *tag = packet_zero(d, sizeof *tag);
    if (tag != NULL) {
        *tag = (struct tag){ (uint16_t)tci, version != V2011, pref(d, PREF_SUMMARY) != 0 };
        info_set(d, info_tag, tag);
    }
    d->vlan = (uint16_t)(tci & 0xfff);
    uint32_t vlan = emit_protocol(d, whole, c.cap < TAG ? c.cap : TAG, tag);
    emit_at(d, c, version == V1998 ? PRIORITY_1998 : PRIORITY_8 + pref(d, PREF_PRIORITY_DROP), 0, 2);
    emit_at(d, c, version == V2011 ? DEI : CFI, 0, 2);
    emit_at(d, c, ID, 0, 2);
    if (tag != NULL && d->engine->names != NULL && d->engine->names->vlans)
        emit_arg(d, c, NAME, 0, 2, tag);
    uint32_t type = get16(d, c, 2);
    if (d->stop != STOP_NONE)
        return done();
    cursor_skip(&c, TAG);
    if (type <= MAX_LENGTH)
        return length_payload(d, whole, c, type, vlan);
    emit_at(d, whole, ETYPE, 2, 2);
    behind(d, vlan_trailer, c, vlan);
    return hand_on_ethertype(d, type, c);
}

static const struct claim claims[] = { { TABLE_ETHERTYPE, 0x8100 }, { TABLE_ETHERTYPE, 0x9100 } };
static const struct glance_row glance_rows[] = { { ID, 0, 2 }, { ETYPE, 2, 2 } };

static bool vlan_glance(struct glance *g)
{
    if (g->cap < TAG || be16(g->p + 2) <= MAX_LENGTH)
        return false;
    g->header = TAG;
    g->table = TABLE_ETHERTYPE;
    g->key = g->second = be16(g->p + 2);
    return true;
}

static const uint8_t hands_to[] = { TABLE_ETHERTYPE };
static const struct protocol *const calls[] = { &proto_llc, NULL };

PROTOCOL(vlan,
    .name = "vlan", .short_name = "VLAN", .long_name = "802.1Q Virtual LAN",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    GLANCE(vlan_glance, glance_rows), .run = vlan_run
);
