/* facts.c - facts in the order of frames.

   A frame's record is a word that says how far the frame is from the one before and how many words follow, then its facts:
   a word with the key and the size, a second one if that is large, and the fact, at an even place if it has an even number
   of words.  A record that no longer fits in its chunk goes on as another one in the next.  Where a chunk is not full, a zero
   stands after its last record. */
#include "flow/facts.h"

#include "base/list.h"
#include "dissect/dissect.h"

#include <string.h>

enum { CHUNK = 16 * 1024, RECORDS_PER_MARK = 16, FAR = 0xffff, LONG = 15, NEAR = 32 };

static uint32_t *word(const struct facts *x, uint32_t place) { return x->chunks[place / CHUNK] + place % CHUNK; }

void facts_free(struct facts *x)
{
    free(x->marks);
    free(x->chunks);
    *x = (struct facts){ 0 };
}

/* --- adding ------------------------------------------------------------------------------------------------ */

static bool chunk_new(struct facts *x, struct arena *arena)
{
    if (x->n_chunks == x->chunks_room) {
        uint32_t **more = list_grow(x->chunks, &x->chunks_room, 16, sizeof *more);
        if (more == NULL)
            return false;
        x->chunks = more;
    }
    uint32_t *chunk = x->n_chunks < UINT32_MAX / CHUNK ? arena_take(arena, CHUNK * sizeof *chunk) : NULL;
    if (chunk == NULL)
        return false;
    if (x->end % CHUNK != 0)
        *word(x, x->end) = 0;
    x->end = (uint32_t)x->n_chunks * CHUNK;
    x->chunks[x->n_chunks++] = chunk;
    return true;
}

static bool mark(struct facts *x, uint32_t frame)
{
    if (x->n_marks == x->marks_room) {
        struct fact_mark *more = list_grow(x->marks, &x->marks_room, 64, sizeof *more);
        if (more == NULL)
            return false;
        x->marks = more;
    }
    x->marks[x->n_marks++] = (struct fact_mark){ frame, x->end };
    x->since_mark = 0;
    return true;
}

static uint32_t room(const struct facts *x) { return x->end % CHUNK == 0 ? 0 : CHUNK - x->end % CHUNK; }

/* Words of a fact from that place on, with what stands before it. */
static uint32_t fact_room(uint32_t place, uint32_t words)
{
    uint32_t at = place + (words < LONG ? 1 : 2);
    if (words % 2 == 0)
        at += at % 2;
    return at + words - place;
}

/* A record for the frame, with room for a fact; false without memory. */
static bool record_new(struct facts *x, struct arena *arena, uint32_t frame, uint32_t words)
{
    bool first = room(x) < 1 + fact_room(x->end + 1, words), again = x->n_marks != 0 && x->frame == frame;
    if (first && !chunk_new(x, arena))
        return false;
    uint32_t far = first ? 0 : frame - x->frame;
    if ((first || far > FAR || x->since_mark == RECORDS_PER_MARK) && !mark(x, frame))
        return false;
    x->since_mark++;
    x->divided = again;
    x->frame = frame;
    x->record = x->end++;
    *word(x, x->record) = (far <= FAR ? far : 0) << 16;
    return true;
}

void *facts_add(struct facts *x, struct arena *arena, uint32_t frame, uint32_t key, size_t size)
{
    uint32_t words = (uint32_t)((size + 3) / 4);
    if (size == 0 || size > FACT_WORDS_MAX * sizeof(uint32_t) || key >> FACT_KEY_BITS != 0)
        return NULL;
    bool more = x->n_marks != 0 && x->frame == frame && room(x) >= fact_room(x->end, words);
    if (!more && !record_new(x, arena, frame, words))
        return NULL;
    uint32_t all = fact_room(x->end, words);
    *word(x, x->end) = key << 4 | (words < LONG ? words : LONG);
    if (words >= LONG)
        *word(x, x->end + 1) = words;
    x->end += all;
    *word(x, x->record) += all;
    return memset(word(x, x->end - words), 0, words * sizeof(uint32_t));
}

/* --- finding ----------------------------------------------------------------------------------------------- */

static void *find_in_record(const struct facts *x, uint32_t record, uint32_t key, size_t *size)
{
    const uint32_t *w = word(x, record);
    uint32_t at = 1, end = 1 + (w[0] & 0xffff);
    while (at < end) {
        uint32_t words = w[at] & 15;
        if (words == LONG)
            words = w[at + 1];
        uint32_t next = at + fact_room(record + at, words);
        if (w[at] >> 4 == key && words * sizeof *w >= *size) {
            *size = words * sizeof *w;
            return word(x, record + next - words);
        }
        at = next;
    }
    return NULL;
}

/* The last mark before the frame, or the first one. */
static size_t mark_before(const struct facts *x, uint32_t frame)
{
    size_t from = 0, to = x->n_marks;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (x->marks[mid].frame < frame)
            from = mid + 1;
        else
            to = mid;
    }
    return from != 0 ? from - 1 : 0;
}

/* A record that is the frame's first one or stands not far before that. */
static struct fact_hint begin(const struct facts *x, uint32_t frame, const struct fact_hint *hint)
{
    if (hint->of == x && frame - hint->frame < NEAR && (hint->first || frame != hint->frame))
        return *hint;
    size_t mark = mark_before(x, frame);
    return (struct fact_hint){ x, mark + 1, x->marks[mark].frame, x->marks[mark].place, mark == 0 };
}

/* Goes on to the next record; false when there is none. */
static bool record_next(const struct facts *x, struct fact_hint *at)
{
    uint32_t frame = at->frame;
    at->place += 1 + (*word(x, at->place) & 0xffff);
    if (at->place != x->end && *word(x, at->place) == 0)
        at->place = (at->place / CHUNK + 1) * CHUNK;
    if (at->place == x->end)
        return false;
    if (at->next < x->n_marks && at->place == x->marks[at->next].place)
        at->frame = x->marks[at->next++].frame;
    else
        at->frame += *word(x, at->place) >> 16;
    at->first = at->frame != frame;
    return true;
}

void *facts_find(const struct facts *x, uint32_t frame, uint32_t key, size_t *size, struct fact_hint *hint)
{
    if (x->n_marks == 0 || x->frame < frame)
        return NULL;
    if (x->frame == frame && !x->divided)
        return find_in_record(x, x->record, key, size);
    struct fact_hint at = begin(x, frame, hint);
    *hint = at;
    do {
        if (at.frame > frame)
            break;
        if (at.first)
            *hint = at;
        void *found = at.frame == frame ? find_in_record(x, at.place, key, size) : NULL;
        if (found != NULL)
            return found;
    } while (record_next(x, &at));
    return NULL;
}
