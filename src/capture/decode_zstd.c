/* decode_zstd.c - Zstandard (RFC 8878) with libzstd.  Decompression can restart at the beginning of
   any frame: pzstd, the seekable format and concatenation make many, plain zstd makes one. */
#include "capture/codec.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

enum { ZSTD_WINDOW_LOG_MAX = 27 };  /* 128 MiB: what the zstd program itself allows */

struct zst {
    ZSTD_DStream *stream;
    bool between;
};

static bool zstd_start(struct decoder *d, const struct decode_point *point)
{
    (void)point;
    struct zst *z = d->state;
    if (z == NULL) {
        z = d->state = calloc(1, sizeof *z);
        if (z == NULL || (z->stream = ZSTD_createDStream()) == NULL) {
            free(z);
            d->state = NULL;
            return false;
        }
        ZSTD_DCtx_setParameter(z->stream, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG_MAX);
    }
    z->between = false;
    return !ZSTD_isError(ZSTD_DCtx_reset(z->stream, ZSTD_reset_session_only));
}

static long zstd_failed(struct decoder *d, size_t code, struct thr_error *error)
{
    if (ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation ||
        ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge) {
        thr_error_set(error, THR_FAILED_MEMORY, 0,
                      "\"%.300s\" needs more memory to decompress than is allowed (128 MiB).", d->source->name);
        return -1;
    }
    return decode_damaged(d, error, ZSTD_getErrorName(code));
}

static long zstd_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error)
{
    struct zst *z = d->state;
    for (;;) {
        if (z->between) {
            int more = decode_another(d, ZSTD_MAGICNUMBER, ZSTD_MAGIC_SKIPPABLE_START, ZSTD_MAGIC_SKIPPABLE_MASK, 4,
                                      error);
            if (more <= 0)
                return more;
            z->between = false;
            if (points_wanted(d->source->points, d->out))
                points_add(d->source->points, &(struct decode_point){ .in = input_offset(d), .out = d->out });
        }
        if (!input_need(d, 1, error) && error->failure != THR_OK)
            return -1;
        ZSTD_inBuffer in = { input_at(d), input_have(d), 0 };
        ZSTD_outBuffer out = { buffer, size, 0 };
        size_t code = ZSTD_decompressStream(z->stream, &out, &in);
        if (ZSTD_isError(code))
            return zstd_failed(d, code, error);
        d->input_used += in.pos;
        z->between = code == 0;
        if (out.pos > 0)
            return (long)out.pos;
        if (!z->between && d->input_ended && input_have(d) == 0)
            return decode_cut(d, error);
    }
}

static void zstd_free(struct decoder *d)
{
    struct zst *z = d->state;
    if (z != NULL)
        ZSTD_freeDStream(z->stream);
    free(z);
}

const struct codec codec_zstd = { zstd_start, zstd_read, zstd_free };
