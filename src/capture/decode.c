/* decode.c - what is common to decompression: input, restart points, seeking. */
#include "capture/codec.h"

#include "base/base.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    INPUT_CHUNK = 128 * 1024,
    POINT_SPACING = 1 << 20,         /* decoded bytes between points, at first */
    POINTS_MAX = 1 << 16,
    POINT_HISTORY_MAX = 64 << 20,    /* bytes that points may hold in all */
};

struct decode_points {
    pthread_mutex_t lock;
    struct decode_point *points;     /* ascending */
    size_t count, room;
    size_t held;
    uint64_t spacing;
};

enum capture_compression decode_detect(const uint8_t *head, size_t len)
{
    /* pzstd and others begin with a skippable frame: 4 bytes magic, 4 bytes length. */
    for (int i = 0; i < 4 && len >= 12 && (le32(head) & 0xfffffff0) == 0x184d2a50; i++) {
        uint32_t skip = le32(head + 4);
        if (skip > len - 12)
            return COMPRESSION_ZSTD;
        head += 8 + skip;
        len -= 8 + skip;
    }
    if (len >= 3 && head[0] == 0x1f && head[1] == 0x8b && head[2] == 8)
        return COMPRESSION_GZIP;
    if (len >= 4 && le32(head) == 0xfd2fb528)
        return COMPRESSION_ZSTD;
    if (len >= 4 && le32(head) == 0x184d2204)
        return COMPRESSION_LZ4;
    return COMPRESSION_NONE;
}

struct decode_points *decode_points_new(void)
{
    struct decode_points *p = calloc(1, sizeof *p);
    if (p != NULL) {
        pthread_mutex_init(&p->lock, NULL);
        p->spacing = POINT_SPACING;
    }
    return p;
}

void decode_points_free(struct decode_points *p)
{
    if (p == NULL)
        return;
    for (size_t i = 0; i < p->count; i++)
        free(p->points[i].history);
    free(p->points);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

static bool wanted(const struct decode_points *p, uint64_t out)
{
    return out >= (p->count != 0 ? p->points[p->count - 1].out : 0) + p->spacing;
}

bool points_wanted(struct decode_points *p, uint64_t out)
{
    pthread_mutex_lock(&p->lock);
    bool yes = wanted(p, out);
    pthread_mutex_unlock(&p->lock);
    return yes;
}

/* Every second point goes, so that memory stays bounded whatever the length of the file. */
static void thin(struct decode_points *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (i % 2 == 0) {
            p->held -= p->points[i].history_len;
            free(p->points[i].history);
        } else {
            p->points[kept++] = p->points[i];
        }
    }
    p->count = kept;
    p->spacing *= 2;
}

void points_add(struct decode_points *p, const struct decode_point *point)
{
    pthread_mutex_lock(&p->lock);
    if (p->count == POINTS_MAX || p->held + point->history_len > POINT_HISTORY_MAX)
        thin(p);
    if (p->count == p->room) {
        size_t room = p->room != 0 ? 2 * p->room : 64;
        struct decode_point *more = realloc(p->points, room * sizeof *more);
        if (more != NULL) {
            p->points = more;
            p->room = room;
        }
    }
    /* Without memory there are fewer points, and seeking takes longer. */
    uint8_t *history = point->history_len != 0 ? malloc(point->history_len) : NULL;
    if (wanted(p, point->out) && p->count < p->room && (history != NULL || point->history_len == 0)) {
        if (history != NULL)
            memcpy(history, point->history, point->history_len);
        p->points[p->count] = *point;
        p->points[p->count++].history = history;
        p->held += point->history_len;
        history = NULL;
    }
    free(history);
    pthread_mutex_unlock(&p->lock);
}

struct decoder *decoder_new(struct source *s)
{
    static const struct codec *const codecs[] = {
        [COMPRESSION_GZIP] = &codec_gzip, [COMPRESSION_ZSTD] = &codec_zstd, [COMPRESSION_LZ4] = &codec_lz4
    };
    struct decoder *d = calloc(1, sizeof *d);
    if (d == NULL)
        return NULL;
    d->source = s;
    d->codec = codecs[s->compression];
    d->input = malloc(INPUT_CHUNK);
    d->input_room = INPUT_CHUNK;
    if (d->input == NULL || !d->codec->start(d, NULL)) {
        decoder_free(d);
        return NULL;
    }
    return d;
}

void decoder_free(struct decoder *d)
{
    if (d == NULL)
        return;
    d->codec->free(d);
    free(d->input);
    free(d);
}

static bool no_memory(struct decoder *d, struct thr_error *error)
{
    thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to decompress \"%.300s\".", d->source->name);
    return false;
}

static bool input_room(struct decoder *d, size_t need, struct thr_error *error)
{
    size_t have = input_have(d);
    memmove(d->input, d->input + d->input_used, have);
    d->input_used = 0;
    d->input_len = have;
    if (need <= d->input_room)
        return true;
    uint8_t *more = realloc(d->input, need + INPUT_CHUNK);
    if (more == NULL)
        return no_memory(d, error);
    d->input = more;
    d->input_room = need + INPUT_CHUNK;
    return true;
}

bool input_need(struct decoder *d, size_t need, struct thr_error *error)
{
    if (input_have(d) >= need)
        return true;
    if (!input_room(d, need, error))
        return false;
    while (d->input_len < need && !d->input_ended) {
        long got = source_raw(d->source, d->in, d->input + d->input_len, d->input_room - d->input_len, error);
        if (got < 0)
            return false;
        d->input_ended = got == 0;
        d->input_len += (size_t)got;
        d->in += (uint64_t)got;
    }
    return d->input_len >= need;
}

static void input_start(struct decoder *d, uint64_t in, uint64_t out)
{
    d->in = in;
    d->out = out;
    d->input_len = d->input_used = 0;
    d->input_ended = d->failed = false;
}

/* Starts at the last point at or before the offset that is after `beyond`; false when there is none. */
static bool start_at_point(struct decoder *d, uint64_t offset, uint64_t beyond)
{
    struct decode_points *p = d->source->points;
    bool found = false;
    pthread_mutex_lock(&p->lock);
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->points[middle].out <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0 && p->points[low - 1].out > beyond) {
        const struct decode_point *best = &p->points[low - 1];
        input_start(d, best->in, best->out);
        found = true;
        if (!d->codec->start(d, best)) {
            d->failed = true;
            no_memory(d, &d->why);
        }
    }
    pthread_mutex_unlock(&p->lock);
    return found;
}

bool decoder_seek(struct decoder *d, uint64_t offset, struct thr_error *error)
{
    if (offset == d->out)
        return true;
    bool back = offset < d->out || d->failed;
    if (!d->source->pipe && !start_at_point(d, offset, back ? 0 : d->out) && back) {
        input_start(d, 0, 0);
        if (!d->codec->start(d, NULL)) {
            d->failed = true;
            no_memory(d, &d->why);
        }
    }
    uint8_t dropped[16384];
    while (d->out < offset) {
        uint64_t gap = offset - d->out;
        long got = decoder_read(d, dropped, gap < sizeof dropped ? (size_t)gap : sizeof dropped, error);
        if (got < 0)
            return false;
        if (got == 0)
            break;
    }
    return true;
}

long decoder_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error)
{
    if (!d->failed) {
        struct thr_error why = { 0 };
        long got = d->codec->read(d, buffer, size, &why);
        if (got >= 0) {
            d->out += (uint64_t)got;
            return got;
        }
        d->failed = true;
        d->why = why;
    }
    if (error != NULL)
        *error = d->why;
    return -1;
}

long decode_cut(struct decoder *d, struct thr_error *error)
{
    char called[300];
    thr_error_set(error, THR_FAILED_CUT_SHORT, 0, "%s appears to have been cut short in the middle of a packet.",
                  source_called(d->source, called));
    return -1;
}

long decode_damaged(struct decoder *d, struct thr_error *error, const char *detail)
{
    char called[300];
    thr_error_set(error, THR_FAILED_DAMAGED, 0,
                  "%s cannot be decompressed; it may be damaged or corrupt.\n(%s, at byte %llu)",
                  source_called(d->source, called), detail, (unsigned long long)input_offset(d));
    return -1;
}

int decode_another(struct decoder *d, uint32_t magic, uint32_t magic2, uint32_t mask2, unsigned size,
                   struct thr_error *error)
{
    struct thr_error why = { 0 };
    if (input_need(d, size, &why)) {
        uint32_t found = (uint32_t)le_uint(input_at(d), size);
        if (found == magic || (found & mask2) == magic2)
            return 1;
    }
    /* Some tapes and disks pad with zeros. */
    while (why.failure == THR_OK && input_need(d, 1, &why)) {
        while (d->input_used < d->input_len && d->input[d->input_used] == 0)
            d->input_used++;
        if (d->input_used < d->input_len) {
            decode_damaged(d, error, "other bytes follow the compressed data");
            return -1;
        }
    }
    if (why.failure == THR_OK)
        return 0;
    *error = why;
    return -1;
}
