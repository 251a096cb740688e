/* decode_lz4.c - the LZ4 frame format (lz4_Frame_format.md 1.6), blocks with liblz4.  The frame is
   read here, since decompression can restart at any block: with nothing when blocks are independent,
   with the 64 KiB before it when they are linked. */
#include "capture/codec.h"

#include "base/base.h"

#include <lz4.h>
#include <stdlib.h>

enum {
    LZ4_MAGIC = 0x184d2204,
    LZ4_SKIPPABLE = 0x184d2a50,
    LZ4_HISTORY = 65536,
    FLG_DICTIONARY = 1,
    FLG_CONTENT_SUM = 4,
    FLG_CONTENT_SIZE = 8,
    FLG_BLOCK_SUM = 16,
    FLG_INDEPENDENT = 32,
};

struct xxh32 {
    uint32_t lanes[4];
    uint64_t total;
    uint8_t left[16];
    uint32_t n_left;
};

struct lz {
    uint8_t flags;
    uint32_t block_max;
    bool in_frame;
    bool started;           /* a frame was begun: the next magic may be missing */
    bool sum_valid;         /* `sum` covers the frame from its beginning */
    struct xxh32 sum;
    uint8_t *buffer;        /* LZ4_HISTORY bytes, then a decoded block */
    size_t buffer_room;
    uint32_t history;       /* bytes of history that are valid, at the end of theirs */
    uint32_t block_len, block_given;
};

static const uint32_t prime1 = 2654435761u, prime2 = 2246822519u, prime3 = 3266489917u, prime4 = 668265263u,
                      prime5 = 374761393u;

static uint32_t rotate(uint32_t v, unsigned n) { return v << n | v >> (32 - n); }

/* xxHash, 32 bits, seed 0 (the checksum of LZ4 frames). */
static void sum_start(struct xxh32 *x) { *x = (struct xxh32){ .lanes = { prime1 + prime2, prime2, 0, 0u - prime1 } }; }

static void sum_stripe(struct xxh32 *x, const uint8_t *p)
{
    for (int i = 0; i < 4; i++)
        x->lanes[i] = rotate(x->lanes[i] + le32(p + 4 * i) * prime2, 13) * prime1;
}

static void sum_add(struct xxh32 *x, const uint8_t *p, size_t n)
{
    x->total += n;
    while (n > 0) {
        if (x->n_left == 0 && n >= 16) {
            sum_stripe(x, p);
            p += 16;
            n -= 16;
            continue;
        }
        size_t take = 16 - x->n_left < n ? 16 - x->n_left : n;
        memcpy(x->left + x->n_left, p, take);
        x->n_left += (uint32_t)take;
        p += take;
        n -= take;
        if (x->n_left == 16) {
            sum_stripe(x, x->left);
            x->n_left = 0;
        }
    }
}

static uint32_t sum_end(const struct xxh32 *x)
{
    uint32_t h = prime5;
    if (x->total >= 16)
        h = rotate(x->lanes[0], 1) + rotate(x->lanes[1], 7) + rotate(x->lanes[2], 12) + rotate(x->lanes[3], 18);
    h += (uint32_t)x->total;
    uint32_t i = 0;
    for (; i + 4 <= x->n_left; i += 4)
        h = rotate(h + le32(x->left + i) * prime3, 17) * prime4;
    for (; i < x->n_left; i++)
        h = rotate(h + x->left[i] * prime5, 11) * prime1;
    h = (h ^ h >> 15) * prime2;
    h = (h ^ h >> 13) * prime3;
    return h ^ h >> 16;
}

static uint32_t sum_of(const uint8_t *p, size_t n)
{
    struct xxh32 x;
    sum_start(&x);
    sum_add(&x, p, n);
    return sum_end(&x);
}

/* BD byte: bits 4-6 hold 4 (64 KiB) to 7 (4 MiB). */
static uint32_t block_max_of(unsigned code) { return UINT32_C(1) << (8 + 2 * code); }

static bool make_room(struct lz *z)
{
    size_t need = LZ4_HISTORY + (size_t)z->block_max;
    if (z->buffer_room >= need)
        return true;
    uint8_t *more = realloc(z->buffer, need);
    if (more == NULL)
        return false;
    z->buffer = more;
    z->buffer_room = need;
    return true;
}

static bool lz4_start(struct decoder *d, const struct decode_point *point)
{
    struct lz *z = d->state;
    if (z == NULL && (z = d->state = calloc(1, sizeof *z)) == NULL)
        return false;
    z->in_frame = z->started = point != NULL;
    z->sum_valid = false;
    z->history = z->block_len = z->block_given = 0;
    if (point == NULL)
        return true;
    z->flags = (uint8_t)point->state;
    z->block_max = block_max_of(point->state >> 8);
    if (!make_room(z))
        return false;
    z->history = point->history_len;
    if (z->history != 0)
        memcpy(z->buffer + LZ4_HISTORY - z->history, point->history, z->history);
    return true;
}

static bool have(struct decoder *d, size_t need, struct thr_error *error)
{
    if (input_need(d, need, error))
        return true;
    if (error->failure == THR_OK)
        decode_cut(d, error);
    return false;
}

/* A frame header after its magic: 1, or -1. */
static int frame_header(struct decoder *d, struct lz *z, struct thr_error *error)
{
    if (!have(d, 7, error))
        return -1;
    uint8_t flg = input_at(d)[4], bd = input_at(d)[5];
    size_t len = 2 + (flg & FLG_CONTENT_SIZE ? 8 : 0) + (flg & FLG_DICTIONARY ? 4 : 0);
    if (flg >> 6 != 1 || (flg & 2) || (bd & 0x8f) || (bd >> 4) < 4)
        return (int)decode_damaged(d, error, "unknown kind of LZ4 frame");
    if (flg & FLG_DICTIONARY)
        return (int)decode_damaged(d, error, "a dictionary is needed");
    if (!have(d, 4 + len + 1, error))
        return -1;
    if ((sum_of(input_at(d) + 4, len) >> 8 & 255) != input_at(d)[4 + len])
        return (int)decode_damaged(d, error, "bad header checksum");
    d->input_used += 4 + len + 1;
    z->flags = flg;
    z->block_max = block_max_of(bd >> 4);
    z->in_frame = z->started = z->sum_valid = true;
    z->history = 0;
    sum_start(&z->sum);
    if (make_room(z))
        return 1;
    thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to decompress \"%.300s\".", d->source->name);
    return -1;
}

/* Between frames: 1 when a frame has begun, 0 at the end, -1 on failure. */
static int begin_frame(struct decoder *d, struct lz *z, struct thr_error *error)
{
    for (;;) {
        if (z->started) {
            int more = decode_another(d, LZ4_MAGIC, LZ4_SKIPPABLE, 0xfffffff0, 4, error);
            if (more <= 0)
                return more;
        } else if (!have(d, 4, error)) {
            return -1;
        }
        if (le32(input_at(d)) == LZ4_MAGIC)
            return frame_header(d, z, error);
        if (!have(d, 8, error))
            return -1;
        uint32_t skip = le32(input_at(d) + 4);
        d->input_used += 8;
        while (skip > 0) {
            if (!have(d, 1, error))
                return -1;
            size_t n = input_have(d) < skip ? input_have(d) : skip;
            d->input_used += n;
            skip -= (uint32_t)n;
        }
        z->started = true;
    }
}

static void note_point(struct decoder *d, const struct lz *z)
{
    if (!points_wanted(d->source->points, d->out))
        return;
    bool linked = !(z->flags & FLG_INDEPENDENT);
    uint32_t code = ((uint32_t)__builtin_ctz(z->block_max) - 8) / 2;
    points_add(d->source->points, &(struct decode_point){ .in = input_offset(d),
                                                          .out = d->out,
                                                          .state = code << 8 | z->flags,
                                                          .history = z->buffer + LZ4_HISTORY - z->history,
                                                          .history_len = linked ? z->history : 0 });
}

/* Moves the end of what was decoded in front of the next block. */
static void slide(struct lz *z)
{
    uint32_t all = z->history + z->block_len, keep = all < LZ4_HISTORY ? all : LZ4_HISTORY;
    if (!(z->flags & FLG_INDEPENDENT))
        memmove(z->buffer + LZ4_HISTORY - keep, z->buffer + LZ4_HISTORY + z->block_len - keep, keep);
    z->history = z->flags & FLG_INDEPENDENT ? 0 : keep;
    z->block_len = z->block_given = 0;
}

/* After the end mark: 1, or -1. */
static int end_frame(struct decoder *d, struct lz *z, struct thr_error *error)
{
    d->input_used += 4;
    z->in_frame = false;
    if (!(z->flags & FLG_CONTENT_SUM))
        return 1;
    if (!have(d, 4, error))
        return -1;
    uint32_t told = le32(input_at(d));
    d->input_used += 4;
    if (z->sum_valid && told != sum_end(&z->sum))
        return (int)decode_damaged(d, error, "bad content checksum");
    return 1;
}

/* Decodes the next block: 1 (its length may be 0, or the frame has ended), or -1. */
static int next_block(struct decoder *d, struct lz *z, struct thr_error *error)
{
    slide(z);
    if (!have(d, 4, error))
        return -1;
    uint32_t word = le32(input_at(d)), size = word & 0x7fffffff;
    if (word == 0)
        return end_frame(d, z, error);
    if (size > z->block_max)
        return (int)decode_damaged(d, error, "block too large");
    uint32_t sum = z->flags & FLG_BLOCK_SUM ? 4 : 0;
    note_point(d, z);
    if (!have(d, (size_t)4 + size + sum, error))
        return -1;
    const uint8_t *p = input_at(d) + 4;
    uint8_t *to = z->buffer + LZ4_HISTORY;
    if (sum != 0 && sum_of(p, size) != le32(p + size))
        return (int)decode_damaged(d, error, "bad block checksum");
    int got = (int)size;
    if (word >> 31)
        memcpy(to, p, size);
    else
        got = LZ4_decompress_safe_usingDict((const char *)p, (char *)to, (int)size, (int)z->block_max,
                                            (const char *)to - z->history, (int)z->history);
    if (got < 0)
        return (int)decode_damaged(d, error, "bad LZ4 block");
    d->input_used += 4 + size + sum;
    z->block_len = (uint32_t)got;
    if (z->sum_valid && z->flags & FLG_CONTENT_SUM)
        sum_add(&z->sum, to, z->block_len);
    return 1;
}

static long lz4_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error)
{
    struct lz *z = d->state;
    while (z->block_given == z->block_len) {
        int more = z->in_frame ? next_block(d, z, error) : begin_frame(d, z, error);
        if (more <= 0)
            return more;
    }
    size_t n = z->block_len - z->block_given < size ? z->block_len - z->block_given : size;
    memcpy(buffer, z->buffer + LZ4_HISTORY + z->block_given, n);
    z->block_given += (uint32_t)n;
    return (long)n;
}

static void lz4_free(struct decoder *d)
{
    struct lz *z = d->state;
    if (z != NULL)
        free(z->buffer);
    free(z);
}

const struct codec codec_lz4 = { lz4_start, lz4_read, lz4_free };
