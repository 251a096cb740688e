/* frame.c - what the file says about a frame; every packet starts here.  Hands on by "wtap_encap". */
#include "protocols/protocol.h"

#include "capture/encap.h"

enum { FRAME, ENCAP, TIME, OFFSET_SHIFT, TIME_EPOCH, TIME_DELTA, TIME_DELTA_DISPLAYED, TIME_RELATIVE, NUMBER, LEN,
       CAP_LEN, MARKED, IGNORED, PROTOCOLS, COLOR_NAME };


static void frame_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    const struct frame_info *f = d->frame;
    sb_str(sb, "Frame ");
    sb_uint(sb, f->number);
    sb_str(sb, ": ");
    sb_printf(sb, "%u byte%s on wire (%llu bits), %u byte%s captured (%llu bits)", f->wire_len, f->wire_len == 1 ? "" : "s",
              (unsigned long long)f->wire_len * 8, f->cap_len, f->cap_len == 1 ? "" : "s", (unsigned long long)f->cap_len * 8);
}

static void length_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u == 1 ? " byte (" : " bytes (");
    sb_uint(sb, n->v.u * 8);
    sb_str(sb, " bits)");
}

static const char *encap_text(uint64_t encap) { return encap_name((uint16_t)encap); }

static void protocols_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_layers(sb, d);
}

static void coloring_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)n;
    sb_str(sb, d->coloring != NULL ? d->coloring : "");
}

static const struct field fields[] = {
    [FRAME] = { "frame", "Frame", FT_PROTOCOL, .label_fn = frame_label },
    [ENCAP] = { "frame.encap_type", "Encapsulation type", FT_INT16, BASE_DEC, .name_of = encap_text },
    [TIME] = { "frame.time", "Arrival Time", FT_ABSOLUTE_TIME, BASE_LOCAL },
    [OFFSET_SHIFT] = { "frame.offset_shift", "Time shift for this packet", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_EPOCH] = { "frame.time_epoch", "Epoch Time", FT_RELATIVE_TIME },
    [TIME_DELTA] = { "frame.time_delta", "Time delta from previous captured frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_DELTA_DISPLAYED] = { "frame.time_delta_displayed", "Time delta from previous displayed frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [TIME_RELATIVE] = { "frame.time_relative", "Time since reference or first frame", FT_RELATIVE_TIME, .flags = GENERATED },
    [NUMBER] = { "frame.number", "Frame Number", FT_UINT32, BASE_DEC },
    [LEN] = { "frame.len", "Frame Length", FT_UINT32, BASE_DEC, .suffix = length_suffix },
    [CAP_LEN] = { "frame.cap_len", "Capture Length", FT_UINT32, BASE_DEC, .suffix = length_suffix },
    [MARKED] = { "frame.marked", "Frame is marked", FT_BOOLEAN, .flags = GENERATED },
    [IGNORED] = { "frame.ignored", "Frame is ignored", FT_BOOLEAN, .flags = GENERATED },
    [PROTOCOLS] = { "frame.protocols", "Protocols in frame", FT_STRING, .flags = GENERATED, .text = protocols_text },
    [COLOR_NAME] = { "frame.coloring_rule.name", "Coloring Rule Name", FT_STRING, .flags = GENERATED, .text = coloring_text },
};

static void time_fields(struct dissect *d, struct cursor c, const struct frame_info *f)
{
    emit_value(d, c, TIME, 0, 0, (uint64_t)nstime_to_ns(f->time));
    emit_value(d, c, OFFSET_SHIFT, 0, 0, 0);
    emit_value(d, c, TIME_EPOCH, 0, 0, (uint64_t)nstime_to_ns(f->time));
    struct nstime zero = { 0 };
    struct nstime delta = f->has_previous_captured ? nstime_minus(f->time, f->previous_captured) : zero;
    struct nstime displayed = f->has_previous_displayed ? nstime_minus(f->time, f->previous_displayed) : zero;
    emit_value(d, c, TIME_DELTA, 0, 0, (uint64_t)nstime_to_ns(delta));
    emit_value(d, c, TIME_DELTA_DISPLAYED, 0, 0, (uint64_t)nstime_to_ns(displayed));
    emit_value(d, c, TIME_RELATIVE, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(f->time, f->first)));
}

static struct verdict frame_run(struct dissect *d, struct cursor c)
{
    const struct frame_info *f = d->frame;
    if (d->emitting) {
        emit_protocol(d, c, c.cap, NULL);
        emit_value(d, c, ENCAP, 0, 0, f->encap);
        if (f->has_time)
            time_fields(d, c, f);
        emit_value(d, c, NUMBER, 0, 0, f->number);
        emit_value(d, c, LEN, 0, 0, f->wire_len);
        emit_value(d, c, CAP_LEN, 0, 0, f->cap_len);
        emit_value(d, c, MARKED, 0, 0, 0);
        emit_value(d, c, IGNORED, 0, 0, 0);
        emit_value(d, c, PROTOCOLS, 0, 0, 0);
    }
    return hand_on(TABLE_WTAP_ENCAP, f->encap, c);
}

static const uint8_t hands_to[] = { TABLE_WTAP_ENCAP };

PROTOCOL(frame,
    .name = "frame", .short_name = "Frame", .long_name = "Frame",
    FIELDS(fields), HANDS_TO(hands_to), .run = frame_run
);
