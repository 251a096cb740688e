/* sink.c - buffered output, compressed with zlib, libzstd or liblz4. */
#include "capture/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <lz4frame.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { SINK_CHUNK = 256 * 1024 };

struct sink {
    int fd;
    bool own_fd, failed;
    enum capture_compression compression;
    char *path;
    uint64_t size;
    uint8_t *plain;         /* bytes not yet compressed or written: SINK_CHUNK of room */
    size_t plain_len;
    uint8_t *packed;        /* for the compressor's output */
    size_t packed_room;
    z_stream z;
    ZSTD_CStream *zstd;
    LZ4F_cctx *lz4;
};

static bool make_failed(const char *path, struct thr_error *error)
{
    switch (errno) {
    case ENOENT:
        thr_error_set(error, THR_FAILED_WRITE, errno, "The path to the file \"%.400s\" doesn't exist.", path);
        break;
    case EACCES:
        thr_error_set(error, THR_FAILED_WRITE, errno,
                      "You don't have permission to create or write to the file \"%.350s\".", path);
        break;
    case EISDIR:
        thr_error_set(error, THR_FAILED_WRITE, errno, "\"%.400s\" is a directory (folder), not a file.", path);
        break;
    default:
        thr_error_set(error, THR_FAILED_WRITE, errno, "The file \"%.300s\" could not be created: %s.", path,
                      strerror(errno));
    }
    return false;
}

static bool write_failed(struct sink *s, struct thr_error *error)
{
    bool standard = strcmp(s->path, "-") == 0;
    const char *before = standard ? "standard output" : "file \"", *path = standard ? "" : s->path,
               *after = standard ? "" : "\"";
    s->failed = true;
    if (errno == ENOSPC || errno == EDQUOT)
        thr_error_set(error, THR_FAILED_WRITE, errno,
                      "Not all the packets could be written to the %s%.200s%s because there is no space left on the "
                      "file system.",
                      before, path, after);
    else
        thr_error_set(error, THR_FAILED_WRITE, errno, "An error occurred while writing to the %s%.300s%s: %s.", before,
                      path, after, strerror(errno));
    return false;
}

static bool put(struct sink *s, const uint8_t *p, size_t n, struct thr_error *error)
{
    while (n > 0) {
        ssize_t done = write(s->fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return write_failed(s, error);
        p += done;
        n -= (size_t)done;
    }
    return true;
}

enum push { PUSH_MORE, PUSH_FLUSH, PUSH_END };

static bool push_gzip(struct sink *s, enum push how, struct thr_error *error)
{
    s->z.next_in = s->plain;
    s->z.avail_in = (uInt)s->plain_len;
    int code, flush = how == PUSH_END ? Z_FINISH : how == PUSH_FLUSH ? Z_SYNC_FLUSH : Z_NO_FLUSH;
    do {
        s->z.next_out = s->packed;
        s->z.avail_out = (uInt)s->packed_room;
        code = deflate(&s->z, flush);
        if (!put(s, s->packed, s->packed_room - s->z.avail_out, error))
            return false;
    } while (s->z.avail_out == 0 || (how == PUSH_END && code == Z_OK));
    return true;
}

static bool push_zstd(struct sink *s, enum push how, struct thr_error *error)
{
    ZSTD_inBuffer in = { s->plain, s->plain_len, 0 };
    ZSTD_EndDirective flush = how == PUSH_END ? ZSTD_e_end : how == PUSH_FLUSH ? ZSTD_e_flush : ZSTD_e_continue;
    size_t left;
    do {
        ZSTD_outBuffer out = { s->packed, s->packed_room, 0 };
        left = ZSTD_compressStream2(s->zstd, &out, &in, flush);
        if (ZSTD_isError(left)) {
            errno = EIO;
            return write_failed(s, error);
        }
        if (!put(s, s->packed, out.pos, error))
            return false;
    } while (how == PUSH_MORE ? in.pos < in.size : left != 0);
    return true;
}

static bool push_lz4(struct sink *s, enum push how, struct thr_error *error)
{
    size_t n = LZ4F_compressUpdate(s->lz4, s->packed, s->packed_room, s->plain, s->plain_len, NULL);
    if (!LZ4F_isError(n) && !put(s, s->packed, n, error))
        return false;
    if (!LZ4F_isError(n) && how != PUSH_MORE) {
        n = how == PUSH_END ? LZ4F_compressEnd(s->lz4, s->packed, s->packed_room, NULL)
                            : LZ4F_flush(s->lz4, s->packed, s->packed_room, NULL);
        if (!LZ4F_isError(n) && !put(s, s->packed, n, error))
            return false;
    }
    if (!LZ4F_isError(n))
        return true;
    errno = EIO;
    return write_failed(s, error);
}

static bool push(struct sink *s, enum push how, struct thr_error *error)
{
    bool done = false;
    switch (s->compression) {
    case COMPRESSION_NONE: done = put(s, s->plain, s->plain_len, error); break;
    case COMPRESSION_GZIP: done = push_gzip(s, how, error); break;
    case COMPRESSION_ZSTD: done = push_zstd(s, how, error); break;
    case COMPRESSION_LZ4: done = push_lz4(s, how, error); break;
    }
    s->plain_len = 0;
    return done;
}

/* The compressor's state; for lz4 also the frame's header. */
static bool start_compression(struct sink *s, struct thr_error *error)
{
    static const LZ4F_preferences_t preferences = {
        .frameInfo = { .blockSizeID = LZ4F_max256KB,
                       .blockMode = LZ4F_blockIndependent,
                       .contentChecksumFlag = LZ4F_contentChecksumEnabled },
    };
    s->packed_room = s->compression == COMPRESSION_LZ4 ? LZ4F_compressBound(SINK_CHUNK, &preferences) + 64 : SINK_CHUNK;
    if (s->compression != COMPRESSION_NONE && (s->packed = malloc(s->packed_room)) == NULL)
        return false;
    if (s->compression == COMPRESSION_GZIP)
        return deflateInit2(&s->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    if (s->compression == COMPRESSION_ZSTD)
        return (s->zstd = ZSTD_createCStream()) != NULL &&
               !ZSTD_isError(ZSTD_CCtx_setParameter(s->zstd, ZSTD_c_checksumFlag, 1));
    if (s->compression == COMPRESSION_LZ4) {
        if (LZ4F_isError(LZ4F_createCompressionContext(&s->lz4, LZ4F_VERSION)))
            return false;
        size_t n = LZ4F_compressBegin(s->lz4, s->packed, s->packed_room, &preferences);
        return !LZ4F_isError(n) && put(s, s->packed, n, error);
    }
    return true;
}

static void sink_free(struct sink *s)
{
    if (s->own_fd && s->fd >= 0)
        close(s->fd);
    if (s->compression == COMPRESSION_GZIP && s->z.state != NULL)
        deflateEnd(&s->z);
    ZSTD_freeCStream(s->zstd);
    LZ4F_freeCompressionContext(s->lz4);
    free(s->plain);
    free(s->packed);
    free(s->path);
    free(s);
}

struct sink *sink_open(const char *path, enum capture_compression compression, struct thr_error *error)
{
    struct sink *s = calloc(1, sizeof *s);
    struct thr_error why = { 0 };
    if (s != NULL) {
        s->fd = -1;
        s->compression = compression;
        s->path = strdup(path);
        s->plain = malloc(SINK_CHUNK);
        s->own_fd = strcmp(path, "-") != 0;
        s->fd = s->own_fd ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : STDOUT_FILENO;
        if (s->fd < 0)
            make_failed(path, &why);
        else if (s->path != NULL && s->plain != NULL && start_compression(s, &why))
            return s;
        sink_free(s);
    }
    if (why.failure == THR_OK)
        thr_error_set(&why, THR_FAILED_MEMORY, 0, "There is not enough memory to write \"%.300s\".", path);
    if (error != NULL)
        *error = why;
    return NULL;
}

bool sink_write(struct sink *s, const void *bytes, size_t n, struct thr_error *error)
{
    const uint8_t *p = bytes;
    s->size += n;
    while (n > 0) {
        size_t take = SINK_CHUNK - s->plain_len < n ? SINK_CHUNK - s->plain_len : n;
        memcpy(s->plain + s->plain_len, p, take);
        s->plain_len += take;
        p += take;
        n -= take;
        if (s->plain_len == SINK_CHUNK && !push(s, PUSH_MORE, error))
            return false;
    }
    return true;
}

bool sink_flush(struct sink *s, struct thr_error *error) { return push(s, PUSH_FLUSH, error); }
uint64_t sink_size(const struct sink *s) { return s->size; }

bool sink_close(struct sink *s, struct thr_error *error)
{
    bool done = !s->failed && push(s, PUSH_END, error);
    if (done && s->own_fd) {
        done = close(s->fd) == 0 || errno == EINTR;
        s->fd = -1;
        if (!done)
            write_failed(s, error);
    }
    sink_free(s);
    return done;
}
