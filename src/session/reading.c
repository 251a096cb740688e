/* reading.c - frames of a file in order: their numbers and times. */
#include "session/reading.h"

#include "session/state.h"

enum { TICK_PACKETS = 4096 };

bool reading_open(struct reading *r, const struct thr_session *s, struct thr_error *error)
{
    const struct capture *first = session_known(s);
    *r = (struct reading){ .capture = first == NULL ? capture_open(s->path, error) : capture_again(first, error) };
    return r->capture != NULL;
}

/* Names of addresses that blocks of the file gave since the last frame. */
static void take_names(struct reading *r, const struct thr_session *s)
{
    const struct resolver *names = s->engine->dissect->names;
    uint32_t count = capture_blocks(r->capture);
    for (; r->blocks_seen < count; r->blocks_seen++) {
        struct capture_name_record n;
        uint64_t state = 0;
        const struct capture_block *b = capture_block(r->capture, r->blocks_seen);
        while (names != NULL && capture_block_name(b, &state, &n)) {
            struct address a = { n.kind == NAME_IPV4 ? ADDR_IPv4 : ADDR_IPv6, n.kind == NAME_IPV4 ? 4 : 16, n.address };
            if (n.kind == NAME_IPV4 || n.kind == NAME_IPV6)
                names->learn(names->context, &a, n.name, (uint32_t)r->number + 1);
        }
    }
}

static void tell(const struct reading *r, const struct thr_session *s, uint64_t before)
{
    if (r->leads && r->number / TICK_PACKETS != before / TICK_PACKETS && s->tick != NULL)
        s->tick(s->tick_context);
}

enum capture_result reading_next(struct reading *r, const struct thr_session *s, struct capture_frame *frame,
                                 struct thr_error *error)
{
    if (s->limit != 0 && r->number == s->limit)
        return CAPTURE_END;
    if (r->passed != 0) {
        capture_time_at(r->capture, r->passed, &r->time);
        r->passed = 0;
    }
    enum capture_result result = capture_next(r->capture, frame, error);
    if (r->leads && capture_blocks(r->capture) != r->blocks_seen)
        take_names(r, s);
    if (result != CAPTURE_FRAME)
        return result;
    if (r->number++ == 0)
        r->first = r->time = frame->time;
    r->before = r->time;
    nstime_copy(&r->time, &frame->time);
    r->cumulative += frame->wire_len;
    tell(r, s, r->number - 1);
    return result;
}

void reading_pass_over(struct reading *r, const struct thr_session *s, uint64_t frames, uint64_t last, uint64_t next)
{
    if (!capture_skip(r->capture, next, frames))
        return;
    r->number += frames;
    r->passed = last;
    tell(r, s, r->number - frames);
}

struct reading_mark reading_mark(const struct reading *r, const struct capture_frame *frame)
{
    return (struct reading_mark){ .place = frame->place.offset,
                                  .number = r->number - 1,
                                  .cumulative = r->cumulative - frame->wire_len,
                                  .time = r->before };
}

void reading_skip(struct reading *r, const struct reading_mark *to)
{
    if (!capture_skip(r->capture, to->place, to->number - r->number))
        return;
    r->number = to->number;
    r->cumulative = to->cumulative;
    r->time = to->time;
}

/* What a glance looks at.  Every field, one by one, here and below: this is done for each frame that is read. */
static inline void describe_plainly(struct thr_packet *p, uint32_t number, struct nstime first)
{
    const struct capture_frame *c = &p->from_file;
    struct frame_info *f = &p->frame;
    f->number = number;
    f->renumbered = 0;
    f->cap_len = c->cap_len;
    f->wire_len = c->wire_len;
    nstime_copy(&f->time, &c->time);
    f->first = first;
    f->has_time = c->has_time;
    f->encap = c->encap;
}

void packet_describe(struct thr_packet *p, const struct thr_session *s, const struct capture *file, uint32_t number,
                     struct nstime first, struct nstime previous)
{
    const struct capture_frame *c = &p->from_file;
    struct frame_info *f = &p->frame;
    describe_plainly(p, number, first);
    f->previous_captured = previous;
    f->previous_displayed = previous;
    f->has_previous_captured = f->has_previous_displayed = true;
    f->interface = c->interface;
    f->file_frame = c;
    f->file = file;
    p->engine = s->engine;
    p->time_digits = c->digits;
}

void reading_describe_plainly(const struct reading *r, struct thr_packet *p)
{
    describe_plainly(p, (uint32_t)r->number, r->first);
}

void reading_describe(const struct reading *r, struct thr_packet *p, const struct thr_session *s)
{
    packet_describe(p, s, r->capture, (uint32_t)r->number, r->first, r->before);
    p->cumulative = r->cumulative;
}
