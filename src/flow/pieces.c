/* pieces.c - putting together what comes in pieces. */
#include "flow/pieces.h"

#include "flow/state.h"

#include <stdlib.h>

enum { HOLD_FIRST = 1024 };  /* bytes of the first block of a hold, which doubles */
/* Bytes of a hold, and so of a piece. */
enum { HOLD_MAX = 2 * PIECES_BYTES_MAX };
_Static_assert(HOLD_MAX < 1 << PIECE_LEN_BITS, "a piece's length has room");
/* Pieces of one thing, and how many of them may stand behind one that comes late: a bound on work, not on use. */
enum { PIECES_MAX = 1 << 20, LATE_MAX = 4096 };

/* A block of a hold that is not in use. */
struct hold_block {
    struct hold_block *next;
};

/* Bytes of pieces in the order in which they came, and the list of the pieces while it grows. */
struct hold {
    struct hold *next, **before;  /* of all of the flow state's, or of those that are spent */
    struct pieces *owner;
    uint8_t *bytes;
    uint32_t len, room;
    struct piece *list;
};

/* --- what is held ------------------------------------------------------------------------------ */

static void unlink_hold(struct hold *h)
{
    *h->before = h->next;
    if (h->next != NULL)
        h->next->before = h->before;
}

static void link_hold(struct hold **first, struct hold *h)
{
    h->next = *first;
    h->before = first;
    if (h->next != NULL)
        h->next->before = &h->next;
    *first = h;
}

/* The list of spare blocks of so many bytes; NULL for those that the system lends: large ones, and all when there is a second
   pass, which needs none. */
static struct hold_block **spare_list(struct flow_state *s, uint64_t room)
{
    unsigned i = (unsigned)__builtin_ctzll(room / HOLD_FIRST);  /* it is a power of two */
    return i < HOLD_SPARE_SIZES && !s->keep_facts ? &s->spare[i] : NULL;
}

/* A spare block, or a part of a larger one. */
static struct hold_block *spare_take(struct flow_state *s, struct hold_block **list, uint64_t room)
{
    struct hold_block **from = list, **end = s->spare + HOLD_SPARE_SIZES;
    while (from < end && *from == NULL)
        from++;
    if (from == end)
        return NULL;
    struct hold_block *b = *from;
    for (*from = b->next; from != list; from--) {
        struct hold_block *half = (struct hold_block *)((char *)b + (room << (from - list - 1)));
        half->next = from[-1];
        from[-1] = half;
    }
    return b;
}

static void *block_take(struct flow_state *s, uint64_t room)
{
    struct hold_block **list = spare_list(s, room), *b = list != NULL ? spare_take(s, list, room) : NULL;
    if (b == NULL && list != NULL)
        b = arena_take(&s->hold_memory, room);
    else if (b == NULL && (b = malloc(room)) != NULL)
        s->held_large += room;
    return b;
}

static void block_give(struct flow_state *s, void *bytes, uint64_t room)
{
    struct hold_block **list = room != 0 ? spare_list(s, room) : NULL, *b = bytes;
    if (room != 0 && list == NULL) {
        free(bytes);
        s->held_large -= room;
    } else if (room != 0) {
        b->next = *list;
        *list = b;
    }
}

/* A block of the larger size with what the other one holds, which is given back; NULL, with nothing changed, without
   memory.  Large ones can often grow where they are. */
static void *block_grow(struct flow_state *s, void *bytes, uint64_t room, uint64_t larger)
{
    if (room != 0 && spare_list(s, room) == NULL) {
        void *grown = realloc(bytes, larger);
        s->held_large += grown != NULL ? larger - room : 0;
        return grown;
    }
    void *new = block_take(s, larger);
    if (new != NULL && room != 0) {
        memcpy(new, bytes, room);
        block_give(s, bytes, room);
    }
    return new;
}

static struct hold *hold_new(struct flow_state *s, struct pieces *owner)
{
    struct hold *h = calloc(1, sizeof *h);
    if (h != NULL) {
        h->owner = owner;
        link_hold(&s->holds, h);
    }
    return h;
}

static bool hold_grow(struct flow_state *s, struct hold *h, uint32_t more)
{
    if (h->room - h->len >= more)
        return true;
    uint64_t room = h->room != 0 ? h->room : HOLD_FIRST;
    while (room < (uint64_t)h->len + more)
        room *= 2;
    if (room > HOLD_MAX || s->held + room - h->room > HELD_MAX)
        return false;
    uint8_t *bytes = block_grow(s, h->bytes, h->room, room);
    if (bytes == NULL)
        return false;
    s->held += room - h->room;
    h->bytes = bytes;
    h->room = (uint32_t)room;
    return true;
}

static void give_back(struct flow_state *s, struct hold **first)
{
    for (struct hold *h = *first, *next; h != NULL; h = next) {
        next = h->next;
        s->held -= h->room;
        block_give(s, h->bytes, h->room);
        if (h->list != NULL) {  /* it never became whole */
            h->owner->list = NULL;
            h->owner->count = h->owner->room = 0;
            free(h->list);
        }
        free(h);
    }
    *first = NULL;
}

void flow_first_pass_over(struct flow_state *s)
{
    give_back(s, &s->holds);
    give_back(s, &s->spent);
    memset(s->spare, 0, sizeof s->spare);
    arena_free(&s->hold_memory);
    arena_settle(&s->arena);
}

/* The packet at hand may still show the bytes: they are freed when the next one comes. */
static void spend(struct dissect *d, struct pieces *p)
{
    if (p->hold == NULL)
        return;
    unlink_hold(p->hold);
    link_hold(&d->flows->spent, p->hold);
}

static void free_spent(struct dissect *d)
{
    struct flow_state *s = d->flows;
    if (s->spent != NULL && s->spent_frame != d->frame->number)
        give_back(s, &s->spent);
    s->spent_frame = d->frame->number;
}

/* --- joining ------------------------------------------------------------------------------------ */

static bool is_held(const struct dissect *d, const struct pieces *p)
{
    return d->first_pass && p->hold != NULL && (p->whole_in == 0 || p->whole_in == d->frame->number);
}

static void set_piece_len(struct piece *one, uint32_t len) { one->len = len & ((1u << PIECE_LEN_BITS) - 1); }
static void mark(struct piece *one, uint32_t flags)
{
    one->flags = (one->flags | flags) & ((1u << PIECE_FLAG_BITS) - 1);
}

/* First pass. */
static const uint8_t *first_bytes(const struct pieces *p, const struct piece *one)
{
    return one->flags & PIECE_COPIED ? one->copy : p->hold->bytes + one->held;
}

/* The bytes [from, from + len) of the piece; NULL when they cannot be had any more. */
static const uint8_t *piece_bytes(struct dissect *d, const struct pieces *p, const struct piece *one, uint32_t from,
                                  uint32_t len)
{
    if (one->flags & PIECE_COPIED)
        return one->copy + from;
    if (is_held(d, p))
        return p->hold->bytes + one->held + from;
    uint32_t cap = 0;
    const uint8_t *bytes = NULL;
    if (one->frame == d->frame->number) {
        bytes = d->sources[0].bytes;
        cap = d->sources[0].cap;
    } else if (d->frames != NULL) {
        bytes = d->frames->bytes(d->frames->context, one->frame, &cap);
    }
    return bytes != NULL && one->at <= cap && from + len <= cap - one->at ? bytes + one->at + from : NULL;
}

/* Copies what is whole from the beginning on; returns how much that is. */
static uint32_t join(struct dissect *d, const struct pieces *p, uint8_t *to, uint32_t len)
{
    uint32_t covered = 0;
    for (uint32_t i = 0; i < p->count && covered < len && p->list[i].off <= covered; i++) {
        const struct piece *one = &p->list[i];
        uint32_t end = one->off + one->len < len ? one->off + one->len : len;
        if (end <= covered)
            continue;
        const uint8_t *bytes = piece_bytes(d, p, one, covered - one->off, end - covered);
        if (bytes == NULL)
            break;
        memcpy(to + covered, bytes, end - covered);
        covered = end;
    }
    return covered;
}

/* --- adding ------------------------------------------------------------------------------------- */

static bool list_room(struct pieces *p)
{
    if (p->count < p->room)
        return true;
    uint32_t room = p->room != 0 ? p->room * 2 : 2;
    struct piece *list = realloc(p->hold->list, room * sizeof *list);
    if (list == NULL)
        return false;
    p->list = p->hold->list = list;
    p->room = room;
    return true;
}

/* Puts a piece with those bytes in its place. */
static bool piece_put(struct dissect *d, struct pieces *p, struct piece new, const uint8_t *bytes)
{
    free_spent(d);
    if (p->hold == NULL)
        p->hold = hold_new(d->flows, p);
    bool too_late = p->count >= LATE_MAX && p->list[p->count - LATE_MAX].off > new.off;
    if (p->hold == NULL || too_late || p->count == PIECES_MAX || new.off > UINT32_MAX - new.len || !list_room(p) ||
        !hold_grow(d->flows, p->hold, new.len))
        return false;
    uint32_t held = p->hold->len;
    if (!(new.flags &PIECE_COPIED))
        new.held = held;
    if (new.len != 0)
        memcpy(p->hold->bytes + held, bytes, new.len);
    p->crooked |= new.off != held;
    p->hold->len += new.len;
    uint32_t i = p->count;
    struct piece *before = i != 0 ? &p->list[i - 1] : NULL;
    bool goes_on = before != NULL && before->frame == new.frame && before->off + before->len == new.off &&
                   before->at + before->len == new.at && before->flags == new.flags && !(new.flags &PIECE_COPIED) &&
                   before->held + before->len == new.held;
    if (goes_on) {  /* the same frame's next bytes */
        set_piece_len(before, before->len + new.len);
        i--;
    } else {
        for (p->count++; i > 0 && p->list[i - 1].off > new.off; i--)
            p->list[i] = p->list[i - 1];
        p->list[i] = new;
    }
    for (; i < p->count && p->list[i].off <= p->covered; i++)
        if (p->list[i].off + p->list[i].len > p->covered)
            p->covered = p->list[i].off + p->list[i].len;
    return true;
}

bool pieces_add(struct dissect *d, struct pieces *p, struct cursor c, uint32_t off, uint8_t flags)
{
    struct piece new = { .frame = d->frame->number, .off = off, .at = c.offset };
    if (c.cap > HOLD_MAX)
        return false;
    set_piece_len(&new, c.cap);
    mark(&new, flags);
    if (c.source != 0 && c.cap != 0) {
        uint8_t *copy = flow_take(d, c.cap);
        if (copy == NULL)
            return false;
        new.copy = memcpy(copy, c.p, c.cap);
        mark(&new, PIECE_COPIED);
    }
    return piece_put(d, p, new, c.p);
}

static void covered_again(struct pieces *p)
{
    p->covered = 0;
    for (uint32_t i = 0; i < p->count && p->list[i].off <= p->covered; i++)
        if (p->list[i].off + p->list[i].len > p->covered)
            p->covered = p->list[i].off + p->list[i].len;
}

void pieces_drop(struct dissect *d, struct pieces *p)
{
    if (p->hold != NULL) {
        free(p->hold->list);
        p->hold->list = NULL;
    }
    spend(d, p);
    p->hold = NULL;
    p->list = NULL;
    p->count = p->room = p->covered = 0;
    p->crooked = false;
}

bool pieces_move(struct dissect *d, struct pieces *from, uint32_t off, uint32_t end, struct pieces *to, uint32_t at)
{
    uint32_t kept = 0;
    bool all = true;
    for (uint32_t i = 0; i < from->count; i++) {
        struct piece one = from->list[i];
        uint32_t before = one.off < off ? off - one.off : 0;
        bool goes = one.off < end && (before == 0 || before < one.len);
        if (goes) {
            struct piece new = one;
            new.off = one.off + before - off + at;
            set_piece_len(&new, one.len - before);
            new.at += before;
            new.flags = one.flags &PIECE_COPIED;
            if (new.flags & PIECE_COPIED)
                new.copy += before;
            all &= piece_put(d, to, new, first_bytes(from, &one) + before);
            set_piece_len(&one, before);
        }
        if (!goes || before != 0)
            from->list[kept++] = one;
    }
    from->count = kept;
    covered_again(from);
    if (kept == 0)
        pieces_drop(d, from);
    return all;
}

/* Marks what overlaps, and what then says other things than the bytes that count.  The hold has the whole afterwards, in
   order. */
static void find_overlaps(struct dissect *d, struct pieces *p)
{
    uint32_t covered = 0, room = p->covered;
    uint8_t *whole = arena_take(&d->arena, room);
    if (whole == NULL || join(d, p, whole, room) < room)
        return;
    for (uint32_t i = 0; i < p->count; i++) {
        struct piece *one = &p->list[i];
        uint32_t end = one->off + one->len, common = end < covered ? end : covered;
        if (one->off < covered) {
            mark(one, PIECE_OVERLAPS);
            if (common <= room && memcmp(first_bytes(p, one), whole + one->off, common - one->off) != 0)
                mark(one, PIECE_CONFLICTS);
        }
        if (end > p->len)
            mark(one, PIECE_TOO_LONG);
        if (end > covered)
            covered = end;
    }
    memcpy(p->hold->bytes, whole, room);
    p->hold->len = room;
    p->crooked = false;
}

/* The list as it is now, for later passes; without memory for it there is none. */
static void keep_list(struct dissect *d, struct pieces *p)
{
    if (p->hold == NULL)
        return;
    struct piece *kept = flow_take(d, p->count * sizeof *kept);
    if (kept != NULL)
        memcpy(kept, p->list, p->count * sizeof *kept);
    else
        p->count = 0;
    p->list = kept;
    p->room = p->count;
    free(p->hold->list);
    p->hold->list = NULL;
}

void pieces_end(struct dissect *d, struct pieces *p, uint32_t len)
{
    p->len = len;
    p->whole_in = d->frame->number;
    if ((p->crooked || p->covered > len) && p->hold != NULL)
        find_overlaps(d, p);
    keep_list(d, p);
    spend(d, p);
}

struct cursor pieces_join(struct dissect *d, const struct pieces *p, uint32_t len, const char *source)
{
    uint32_t room = len < PIECES_BYTES_MAX ? len : PIECES_BYTES_MAX, have = 0;
    const uint8_t *bytes = NULL;
    if (is_held(d, p) && !p->crooked) {
        bytes = p->hold->bytes;
        have = p->hold->len < room ? p->hold->len : room;
    } else {
        uint8_t *to = room != 0 ? arena_take(&d->arena, room) : NULL;
        have = to != NULL ? join(d, p, to, room) : 0;
        bytes = to;
    }
    if (have == 0)
        bytes = (const uint8_t *)"";
    struct cursor c = new_source(d, bytes, have, source);
    c.contained = c.wire = len;
    if (c.source != 0)
        d->sources[c.source].wire = len;
    return c;
}

void pieces_forget(struct dissect *d, struct cursor c)
{
    if (c.source != 0 && c.source + 1 == d->n_sources)
        d->n_sources--;
}

/* --- showing ------------------------------------------------------------------------------------ */

/* "3 IPv4 Fragments (4008 bytes): #39(1376), #40(1376), #41(1256)"; the field's label says what they are. */
void pieces_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct pieces *p = annotation(d, n);
    const char *what = registry_field(n->field)->label;
    if (p == NULL) {
        sb_str(sb, what);
        return;
    }
    size_t len = strlen(what);
    sb_printf(sb, "%u ", p->count);
    sb_mem(sb, what, p->count == 1 && len != 0 && what[len - 1] == 's' ? len - 1 : len);
    sb_printf(sb, " (%u byte%s): ", p->len, p->len == 1 ? "" : "s");
    for (uint32_t i = 0; i < p->count; i++) {
        sb_str(sb, i != 0 ? ", #" : "#");
        sb_uint(sb, p->list[i].frame);
        sb_char(sb, '(');
        sb_uint(sb, p->list[i].len);
        sb_char(sb, ')');
    }
}

/* "Frame: 39, payload: 0-1375 (1376 bytes)" */
void piece_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct piece *one = annotation(d, n);
    uint32_t off = one != NULL ? one->off : n->off, len = one != NULL ? one->len : n->len;
    sb_printf(sb, "Frame: %u", (unsigned)n->v.u);
    if (len == 0)
        sb_str(sb, " (no data)");
    else
        sb_printf(sb, ", payload: %u-%u (%u byte%s)", off, off + len - 1, len, len == 1 ? "" : "s");
}

static void true_row(struct dissect *d, struct cursor c, int row, bool is)
{
    if (is && row >= 0)
        emit_value(d, c, (unsigned)row, 0, 0, 1);
}

static void piece_emit(struct dissect *d, struct cursor c, const struct piece *one, const struct piece_rows *rows)
{
    bool inside = one->off <= c.cap && one->len <= c.cap - one->off;
    uint32_t len = inside ? one->len : one->off < c.cap ? c.cap - one->off : 0;
    uint32_t n = emit_value(d, c, (unsigned)rows->one, one->off, len, one->frame);
    if (!inside)
        annotate(d, n, one);
    if ((one->flags & ~PIECE_COPIED) == 0)
        return;
    down(d);
    true_row(d, c, rows->overlap, one->flags & PIECE_OVERLAPS);
    true_row(d, c, rows->conflict, one->flags & PIECE_CONFLICTS);
    true_row(d, c, rows->other_tail, one->flags & PIECE_OTHER_TAIL);
    true_row(d, c, rows->too_long, one->flags & PIECE_TOO_LONG);
    up(d);
}

uint32_t pieces_head(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows)
{
    uint32_t head = emit_at(d, c, (unsigned)rows->all, 0, c.cap);
    annotate(d, head, p);
    return head;
}

void pieces_list(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows,
                 uint32_t head)
{
    uint32_t late = d->late_parent;
    bool last = head == NO_NODE || head + 1 == d->tree.count;
    if (!last && late == NO_NODE)
        d->late_parent = head;
    down(d);
    if (wants(d, (unsigned)rows->one))
        for (uint32_t i = 0; i < p->count; i++)
            piece_emit(d, c, &p->list[i], rows);
    emit_value(d, c, (unsigned)rows->count, 0, 0, p->count);
    if (rows->length >= 0)
        emit_value(d, c, (unsigned)rows->length, 0, 0, p->len);
    if (rows->data >= 0)
        emit_at(d, c, (unsigned)rows->data, 0, c.cap);
    up(d);
    d->late_parent = late;
}

void pieces_emit(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows)
{
    pieces_list(d, c, p, rows, pieces_head(d, c, p, rows));
}
