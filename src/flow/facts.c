/* facts.c - facts in the order of frames.

   A frame's record is a word that says how far the frame is from the one before and how many words follow, then its facts:
   a word with the key and the size, a second one if that is large, and the fact, at an even place if it has an even number
   of words.  A record that no longer fits in its chunk goes on as another one in the next.  Where a chunk is not full, a zero
   stands after its last record. */
#include "flow/facts.h"

#include "base/list.h"

#include <string.h>

enum { CHUNK = 16 * 1024, RECORDS_PER_MARK = 16, FAR = 0xffff, LONG = 15 };

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

static void *find_in_record(const struct facts *x, uint32_t record, uint32_t key)
{
    const uint32_t *w = word(x, record);
    uint32_t at = 1, end = 1 + (w[0] & 0xffff);
    while (at < end) {
        uint32_t words = w[at] & 15;
        if (words == LONG)
            words = w[at + 1];
        uint32_t next = at + fact_room(record + at, words);
        if (w[at] >> 4 == key)
            return word(x, record + next - words);
        at = next;
    }
    return NULL;
}

/* The last mark before the frame, or the first one. */
static size_t mark_before(const struct facts *x, uint32_t frame, size_t hint)
{
    for (size_t i = hint; i < hint + 2 && i < x->n_marks; i++)
        if (x->marks[i].frame < frame && (i + 1 == x->n_marks || x->marks[i + 1].frame >= frame))
            return i;
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

void *facts_find(const struct facts *x, uint32_t frame, uint32_t key, size_t *hint)
{
    if (x->n_marks == 0 || x->frame < frame)
        return NULL;
    if (x->frame == frame && !x->divided)
        return find_in_record(x, x->record, key);
    size_t next = *hint = mark_before(x, frame, *hint);
    uint32_t place = x->marks[next].place, at_frame = 0;
    while (place != x->end) {
        if (*word(x, place) == 0) {
            place = (place / CHUNK + 1) * CHUNK;
            continue;
        }
        uint32_t header = *word(x, place);
        if (next < x->n_marks && place == x->marks[next].place)
            at_frame = x->marks[next++].frame;
        else
            at_frame += header >> 16;
        if (at_frame > frame)
            break;
        void *found = at_frame == frame ? find_in_record(x, place, key) : NULL;
        if (found != NULL)
            return found;
        place += 1 + (header & 0xffff);
    }
    return NULL;
}
