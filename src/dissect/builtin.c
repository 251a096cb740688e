/* builtin.c - findings and failures as nodes. */
#include "dissect/builtin.h"

#include "dissect/label.h"

/* --- findings --------------------------------------------------------------------------------- */

enum { EXPERT, EXPERT_MESSAGE, EXPERT_GROUP, EXPERT_SEVERITY };

/* A finding that was raised: whose it is, and what its text needs. */
struct raised {
    const struct note_def *def;
    uint32_t field;  /* global number of the finding */
    const void *arg;
};

VALUES(severities, { 1 << 20, "Comment" }, { 2 << 20, "Chat" }, { 4 << 20, "Note" }, { 6 << 20, "Warning" },
       { 8 << 20, "Error" });
VALUES(groups, { 1 << 24, "Checksum" }, { 2 << 24, "Sequence" }, { 3 << 24, "Response" }, { 4 << 24, "Request" },
       { 5 << 24, "Undecoded" }, { 6 << 24, "Reassemble" }, { 7 << 24, "Malformed" }, { 8 << 24, "Debug" },
       { 9 << 24, "Protocol" }, { 10 << 24, "Security" }, { 11 << 24, "Comment" }, { 12 << 24, "Decryption" },
       { 13 << 24, "Assumption" }, { 14 << 24, "Deprecated" }, { 15 << 24, "Receive" }, { 16 << 24, "Interface" });

static uint32_t severity_code(uint8_t severity)
{
    static const uint32_t codes[] = { 0, 1 << 20, 2 << 20, 4 << 20, 6 << 20, 8 << 20 };
    return codes[severity];
}

static void raised_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct raised *r = n->v.arg;
    if (r->def->text_fn != NULL) {
        struct node own = {
            .field = r->field, .off = n->off, .len = n->len, .source = n->source, .flags = NODE_ARG, .v.arg = r->arg
        };
        r->def->text_fn(sb, d, &own);
    } else {
        sb_str(sb, r->def->text);
    }
}

static void expert_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct raised *r = n->v.arg;
    sb_str(sb, "Expert Info (");
    sb_str(sb, values_or(&severities, severity_code(r->def->severity), ""));
    sb_char(sb, '/');
    sb_str(sb, values_or(&groups, (uint32_t)r->def->group << 24, ""));
    sb_str(sb, "): ");
    raised_text(sb, d, n);
}

static const struct field expert_fields[] = {
    [EXPERT] = { "_ws.expert", "Expert Info", FT_PROTOCOL, .flags = GENERATED | WHOLE, .label_fn = expert_label },
    [EXPERT_MESSAGE] = { "_ws.expert.message", "Message", FT_STRING, .flags = HIDDEN | WHOLE, .text = raised_text },
    [EXPERT_GROUP] = { "_ws.expert.group", "Group", FT_UINT32, BASE_NONE, .flags = GENERATED | NO_NAMES | WHOLE, .values = &groups },
    [EXPERT_SEVERITY] = { "_ws.expert.severity", "Severity level", FT_UINT32, BASE_NONE, .flags = GENERATED | NO_NAMES | WHOLE,
                          .values = &severities },
};

PROTOCOL(expert,
    .name = "_ws.expert", .short_name = "Expert", .long_name = "Expert Info",
    .fields = expert_fields, .n_fields = ARRAY_LEN(expert_fields)
);

/* As emitting for another protocol than the current one. */
static uint32_t emit_foreign(struct dissect *d, uint32_t base, unsigned field, struct cursor at, uint64_t value,
                             const void *arg)
{
    uint32_t keep = d->base, global = base + field;
    uint32_t n = NO_NODE;
    if (!(d->wanted_bits[global >> 6] >> (global & 63) & 1))
        return n;
    d->base = base;
    n = arg != NULL ? emit_arg_wanted(d, at, field, 0, 0, arg) : emit_value_wanted(d, at, field, 0, 0, value);
    d->base = keep;
    return n;
}

static uint32_t first_field(const struct protocol *p) { return registry_first_field[registry_protocol_number(p)]; }

static void note_emit(struct dissect *d, struct cursor at, uint32_t note_base, unsigned row, const struct raised *r)
{
    uint32_t expert = first_field(&proto_expert);
    emit_foreign(d, expert, EXPERT, at, 0, r);
    down(d);
    emit_foreign(d, note_base, row, nowhere(), 0, r);
    emit_foreign(d, expert, EXPERT_MESSAGE, nowhere(), 0, r);
    emit_foreign(d, expert, EXPERT_SEVERITY, nowhere(), severity_code(r->def->severity), NULL);
    emit_foreign(d, expert, EXPERT_GROUP, nowhere(), (uint64_t)r->def->group << 24, NULL);
    up(d);
    if (r->def->group == GROUP_MALFORMED) {
        uint32_t m = emit_foreign(d, first_field(&proto_malformed), 0, at, 0, NULL);
        set_hidden(d, m);
    }
}

static void note_of(struct dissect *d, const struct protocol *p, uint32_t node, unsigned which, const void *arg)
{
    uint32_t global = first_field(p) + p->n_fields + which;
    bool own = (d->wanted_bits[global >> 6] >> (global & 63) & 1) != 0;
    if (d->stop != STOP_NONE || (!own && !d->wanted->findings))
        return;
    struct raised *r = arena_take(&d->arena, sizeof *r);
    if (r == NULL)
        return;
    *r = (struct raised){ &p->notes[which], global, arg };
    struct cursor at = { 0 };
    uint8_t depth = d->depth;
    if (node != NO_NODE && node < d->tree.count) {
        at.offset = d->tree.nodes[node].off;
        at.source = d->tree.nodes[node].source;
        d->depth = (uint8_t)(d->tree.nodes[node].depth + 1);
    }
    note_emit(d, at, first_field(p), p->n_fields + which, r);
    d->depth = depth;
}

void note_on(struct dissect *d, uint32_t node, unsigned which, const void *arg)
{
    note_of(d, registry_protocols[d->protocol], node, which, arg);
}

static const struct field string_fields[] = { { "_ws.string", "String Errors", FT_PROTOCOL, .flags = ABOVE } };
static const struct note_def string_notes[] = {
    { "_ws.string.trailing_stray_characters", "Trailing stray characters", SEV_WARN, GROUP_UNDECODED },
};

PROTOCOL(string,
    .name = "_ws.string", .short_name = "String errors", .long_name = "String Errors",
    .fields = string_fields, .n_fields = ARRAY_LEN(string_fields),
    .notes = string_notes, .n_notes = ARRAY_LEN(string_notes)
);

void note_stray(struct dissect *d, uint32_t node) { note_of(d, &proto_string, node, 0, NULL); }

/* The label of a finding's own field; label.c asks. */
void raised_label(struct strbuf *sb, const struct dissect *d, const struct node *n) { raised_text(sb, d, n); }

/* --- failures --------------------------------------------------------------------------------- */

static void failed_name(struct strbuf *sb, const struct node *n)
{
    sb_str(sb, registry_protocols[n->v.u & 0xffff]->short_name);
}

static void malformed_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.u == 0) {
        sb_str(sb, "Malformed Packet");
        return;
    }
    sb_str(sb, "[Malformed Packet: ");
    failed_name(sb, n);
    if (n->v.u >> 16 == STOP_CONTAINED)
        sb_str(sb, ": length of contained item exceeds length of containing item");
    sb_char(sb, ']');
}

static void short_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "[Packet size limited during capture: ");
    failed_name(sb, n);
    sb_str(sb, " truncated]");
}

static void unreassembled_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "[BoundError Unreassembled Packet: ");
    failed_name(sb, n);
    sb_char(sb, ']');
}

static const struct field malformed_fields[] = {
    { "_ws.malformed", "Malformed Packet", FT_PROTOCOL, .flags = WHOLE, .label_fn = malformed_label },
};
static const struct note_def malformed_notes[] = {
    { "_ws.malformed.expert", "Malformed Packet (Exception occurred)", SEV_ERROR, GROUP_MALFORMED },
};
static const struct field short_fields[] = {
    { "_ws.short", "Packet size limited during capture", FT_PROTOCOL, .flags = WHOLE, .label_fn = short_label },
};
static const struct field unreassembled_fields[] = {
    { "_ws.unreassembled", "Unreassembled Fragmented Packet", FT_PROTOCOL, .flags = WHOLE, .label_fn = unreassembled_label },
};
static const struct note_def unreassembled_notes[] = {
    { "_ws.unreassembled.expert", "Unreassembled fragment (change preferences to enable reassembly)", SEV_NOTE, GROUP_REASSEMBLE },
};

PROTOCOL(malformed,
    .name = "_ws.malformed", .short_name = "Malformed packet", .long_name = "Malformed Packet",
    .fields = malformed_fields, .n_fields = ARRAY_LEN(malformed_fields),
    .notes = malformed_notes, .n_notes = ARRAY_LEN(malformed_notes)
);
PROTOCOL(short,
    .name = "_ws.short", .short_name = "Short Frame", .long_name = "Packet size limited during capture",
    .fields = short_fields, .n_fields = ARRAY_LEN(short_fields)
);
PROTOCOL(unreassembled,
    .name = "_ws.unreassembled", .short_name = "Unreassembled fragmented packet", .long_name = "Unreassembled Fragmented Packet",
    .fields = unreassembled_fields, .n_fields = ARRAY_LEN(unreassembled_fields),
    .notes = unreassembled_notes, .n_notes = ARRAY_LEN(unreassembled_notes)
);

static const struct protocol *failure_of(uint8_t stop, const char **info)
{
    switch (stop) {
    case STOP_SHORT: *info = "[Packet size limited during capture]"; return &proto_short;
    case STOP_FRAGMENT: *info = "[BoundError Unreassembled Packet]"; return &proto_unreassembled;
    case STOP_CONTAINED:
        *info = "[Malformed Packet: length of contained item exceeds length of containing item]";
        return &proto_malformed;
    default: *info = "[Malformed Packet]"; return &proto_malformed;
    }
}

static bool hides_short(const struct dissect *d)
{
    uint32_t first = registry_first_pref[registry_protocol_number(&proto_frame)];
    return d->engine->prefs[first + FRAME_PREF_HIDE_SHORT].number != 0;
}

void failure_show(struct dissect *d)
{
    failure_show_at(d,
                    (struct cursor){ .offset = d->n_epilogues != 0 ? d->epilogues[d->n_epilogues - 1].c.offset : 0 });
}

void failure_show_at(struct dissect *d, struct cursor at)
{
    const char *info;
    uint8_t stop = d->stop, depth = d->depth;
    const struct protocol *p = failure_of(stop, &info);
    uint16_t keep = d->protocol;
    uint32_t keep_base = d->base;
    bool emitting = d->emitting;
    d->stop = STOP_NONE;
    d->depth = 0;
    if (stop != STOP_SHORT || !hides_short(d))
        info_add(d, info_constant, info);
    d->protocol = (uint16_t)registry_protocol_number(p);
    d->base = registry_first_field[d->protocol];
    uint32_t n = emit_foreign(d, d->base, 0, at, d->failed_protocol | (uint64_t)stop << 16, NULL);
    if (p->n_notes != 0)
        note_on(d, n, 0, NULL);
    d->protocol = keep;
    d->base = keep_base;
    d->emitting = emitting;
    d->depth = depth;
}
