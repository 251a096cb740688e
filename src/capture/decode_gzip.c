/* decode_gzip.c - gzip (RFC 1952) with zlib.  Decompression can restart at the boundary of any
   deflate block (RFC 1951), given the 32 KiB before it and the bits of the byte in which it begins. */
#include "capture/codec.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { GZIP_WINDOW = 32768, GZIP_WRAPPED = 15 + 16, GZIP_RAW = -15, GZIP_TRAILER = 8 };

struct gzip {
    z_stream z;
    bool raw;          /* restarted in the middle: no header, and the trailer is ours to skip */
    bool between;      /* after the last block of a member */
};

static bool gzip_start(struct decoder *d, const struct decode_point *point)
{
    struct gzip *g = d->state;
    if (g == NULL) {
        g = d->state = calloc(1, sizeof *g);
        if (g == NULL || inflateInit2(&g->z, GZIP_WRAPPED) != Z_OK) {
            free(g);
            d->state = NULL;
            return false;
        }
    }
    g->raw = point != NULL;
    g->between = false;
    if (inflateReset2(&g->z, g->raw ? GZIP_RAW : GZIP_WRAPPED) != Z_OK)
        return false;
    if (point == NULL)
        return true;
    int bits = (int)(point->state >> 8);
    return (bits == 0 || inflatePrime(&g->z, bits, (int)(point->state & 255) >> (8 - bits)) == Z_OK) &&
           (point->history_len == 0 || inflateSetDictionary(&g->z, point->history, point->history_len) == Z_OK);
}

static void note_point(struct decoder *d, struct gzip *g, uint64_t out)
{
    /* 128: at the end of a block; 64: of the last one. */
    if ((g->z.data_type & 128) == 0 || (g->z.data_type & 64) != 0 || !points_wanted(d->source->points, out))
        return;
    uint8_t history[GZIP_WINDOW];
    uInt len = sizeof history;
    uint32_t bits = (uint32_t)g->z.data_type & 7;
    if (inflateGetDictionary(&g->z, history, &len) != Z_OK || (bits != 0 && d->input_used == 0))
        return;
    uint32_t partial = bits != 0 ? d->input[d->input_used - 1] : 0;
    points_add(
        d->source->points,
        &(struct decode_point){
            .in = input_offset(d), .out = out, .history = history, .history_len = len, .state = bits << 8 | partial });
}

/* Goes to the next member: 1, 0 at the end of the file, -1 on failure. */
static int next_member(struct decoder *d, struct gzip *g, struct thr_error *error)
{
    if (g->raw) {
        if (!input_need(d, GZIP_TRAILER, error))
            return error->failure != THR_OK ? -1 : (int)decode_cut(d, error);
        d->input_used += GZIP_TRAILER;
    }
    g->raw = false;
    int more = decode_another(d, 0x8b1f, 0x8b1f, 0xffff, 2, error);
    if (more > 0 && inflateReset2(&g->z, GZIP_WRAPPED) != Z_OK)
        return (int)decode_damaged(d, error, "zlib failed");
    g->between = more <= 0;
    return more;
}

static long gzip_failed(struct decoder *d, struct gzip *g, int code, struct thr_error *error)
{
    if (code == Z_MEM_ERROR) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to decompress \"%.300s\".",
                      d->source->name);
        return -1;
    }
    if (code == Z_NEED_DICT)
        return decode_damaged(d, error, "preset dictionary needed");
    if (g->z.msg != NULL && strcmp(g->z.msg, "incorrect data check") == 0)
        return decode_damaged(d, error, "bad CRC");
    return decode_damaged(d, error, g->z.msg != NULL ? g->z.msg : "bad deflate data");
}

static long gzip_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error)
{
    struct gzip *g = d->state;
    size = size < 1u << 30 ? size : 1u << 30;
    for (;;) {
        if (g->between) {
            int more = next_member(d, g, error);
            if (more <= 0)
                return more;
        }
        if (!input_need(d, 1, error) && error->failure != THR_OK)
            return -1;
        g->z.next_in = d->input + d->input_used;
        g->z.avail_in = (uInt)input_have(d);
        g->z.next_out = buffer;
        g->z.avail_out = (uInt)size;
        int code = inflate(&g->z, Z_BLOCK);
        d->input_used = d->input_len - g->z.avail_in;
        long got = (long)(size - g->z.avail_out);
        if (code == Z_STREAM_END)
            g->between = true;
        else if (code == Z_OK)
            note_point(d, g, d->out + (uint64_t)got);
        if (got > 0)
            return got;
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return gzip_failed(d, g, code, error);
        if (code != Z_STREAM_END && d->input_ended && input_have(d) == 0)
            return decode_cut(d, error);
    }
}

static void gzip_free(struct decoder *d)
{
    struct gzip *g = d->state;
    if (g != NULL)
        inflateEnd(&g->z);
    free(g);
}

const struct codec codec_gzip = { gzip_start, gzip_read, gzip_free };
