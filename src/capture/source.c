/* source.c - opening files, pipes and memory; reading them in windows. */
#include "capture/source.h"

#include "base/base.h"
#include "base/pages.h"
#include "capture/decode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const char *source_called(const struct source *s, char room[static 300])
{
    if (strcmp(s->name, "-") == 0)
        snprintf(room, 300, "The standard input");
    else
        snprintf(room, 300, "The file \"%.250s\"", s->name);
    return room;
}

static bool open_failed(const char *path, int system, struct thr_error *error)
{
    switch (system) {
    case ENOENT: thr_error_set(error, THR_FAILED_OPEN, system, "The file \"%.400s\" doesn't exist.", path); break;
    case EACCES:
        thr_error_set(error, THR_FAILED_OPEN, system, "You don't have permission to read the file \"%.400s\".", path);
        break;
    case EISDIR:
        thr_error_set(error, THR_FAILED_OPEN, system, "\"%.400s\" is a directory (folder), not a file.", path);
        break;
    default:
        thr_error_set(error, THR_FAILED_OPEN, system, "The file \"%.300s\" could not be opened: %s.", path,
                      strerror(system));
    }
    return false;
}

static bool make_spool(struct source *s, struct thr_error *error)
{
    const char *folder = getenv("TMPDIR");
    char path[300];
    if (folder == NULL || *folder == '\0' || strlen(folder) > 200)
        folder = "/tmp";
    snprintf(path, sizeof path, "%s/thresher-XXXXXX", folder);
    s->spool = mkostemp(path, O_CLOEXEC);
    if (s->spool < 0) {
        thr_error_set(error, THR_FAILED_OPEN, errno,
                      "No temporary file to keep the pipe's contents in could be made in \"%s\": %s.", folder,
                      strerror(errno));
        return false;
    }
    unlink(path);
    return true;
}

/* A pipe's first bytes are kept, since it cannot be read twice. */
static bool read_head(struct source *s, struct thr_error *error)
{
    uint64_t at = 0;
    while (s->head_len < SOURCE_HEAD) {
        long got;
        if (s->pipe) {
            do
                got = read(s->fd, s->head + s->head_len, SOURCE_HEAD - s->head_len);
            while (got < 0 && errno == EINTR);
            if (got < 0) {
                char called[300];
                thr_error_set(error, THR_FAILED_READ, errno, "%s could not be read: %s.", source_called(s, called),
                              strerror(errno));
            }
        } else {
            got = source_raw(s, at, s->head + s->head_len, SOURCE_HEAD - s->head_len, error);
        }
        if (got < 0)
            return false;
        if (got == 0)
            break;
        s->head_len += (uint32_t)got;
        at += (uint64_t)got;
        /* Enough to tell the kind; a live pipe may give no more for a while. */
        if (s->pipe && s->head_len >= 28)
            break;
    }
    s->compression = decode_detect(s->head, s->head_len);
    if (s->compression != COMPRESSION_NONE && (s->points = decode_points_new()) == NULL) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to open \"%.300s\".", s->name);
        return false;
    }
    return true;
}

static bool source_start(struct source *s, const char *name, struct thr_error *error)
{
    memset(s, 0, sizeof *s);
    s->fd = s->spool = -1;
    s->name = strdup(name);
    if (s->name == NULL)
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory to open \"%.300s\".", name);
    return s->name != NULL;
}

bool source_open(struct source *s, const char *path, bool spool, struct thr_error *error)
{
    if (!source_start(s, path, error))
        return false;
    struct stat st;
    s->own_fd = strcmp(path, "-") != 0;
    s->fd = s->own_fd ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (s->fd < 0 || fstat(s->fd, &st) != 0)
        return open_failed(path, errno, error);
    if (S_ISDIR(st.st_mode))
        return open_failed(path, EISDIR, error);
    if (S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode)) {
        thr_error_set(error, THR_FAILED_OPEN, 0,
                      "The %s%.400s%s is a \"special file\" or socket or other non-regular file.",
                      s->own_fd ? "file \"" : "standard input", s->own_fd ? path : "", s->own_fd ? "\"" : "");
        return false;
    }
    /* Standard input may be a file of which somebody has read a part: then it is like a pipe. */
    s->pipe = !S_ISREG(st.st_mode) || (!s->own_fd && lseek(s->fd, 0, SEEK_CUR) != 0);
    if (!s->pipe)
        posix_fadvise(s->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    if (s->pipe && spool && !make_spool(s, error))
        return false;
    return read_head(s, error);
}

bool source_memory(struct source *s, const void *bytes, size_t len, const char *name, struct thr_error *error)
{
    if (!source_start(s, name, error))
        return false;
    s->memory = bytes;
    s->memory_len = len;
    return read_head(s, error);
}

bool source_again(struct source *s, const struct source *first, struct thr_error *error)
{
    if (!source_start(s, first->name, error))
        return false;
    s->own_fd = true;
    s->fd = fcntl(first->fd, F_DUPFD_CLOEXEC, 0);
    if (s->fd < 0)
        return open_failed(s->name, errno, error);
    return read_head(s, error);
}

void source_close(struct source *s)
{
    if (s->own_fd && s->fd >= 0)
        close(s->fd);
    if (s->spool >= 0)
        close(s->spool);
    decode_points_free(s->points);
    free(s->name);
    memset(s, 0, sizeof *s);
    s->fd = s->spool = -1;
}

static void note_read(struct source *s, uint64_t upto)
{
    if (upto > atomic_load_explicit(&s->raw_read, memory_order_relaxed))
        atomic_store_explicit(&s->raw_read, upto, memory_order_relaxed);
}

static long raw_pipe(struct source *s, uint64_t offset, void *buffer, size_t size)
{
    if (offset != s->pipe_at) {
        errno = ESPIPE;
        return -1;
    }
    if (s->head_used < s->head_len) {
        size_t n = s->head_len - s->head_used;
        n = n < size ? n : size;
        memcpy(buffer, s->head + s->head_used, n);
        s->head_used += (uint32_t)n;
        s->pipe_at += n;
        return (long)n;
    }
    long got = read(s->fd, buffer, size);
    if (got > 0)
        s->pipe_at += (uint64_t)got;
    return got;
}

long source_raw(struct source *s, uint64_t offset, void *buffer, size_t size, struct thr_error *error)
{
    if (s->fd < 0) {
        if (offset >= s->memory_len)
            return 0;
        size_t n = s->memory_len - offset < size ? (size_t)(s->memory_len - offset) : size;
        memcpy(buffer, s->memory + offset, n);
        note_read(s, offset + n);
        return (long)n;
    }
    long got;
    do
        got = s->pipe ? raw_pipe(s, offset, buffer, size) : pread(s->fd, buffer, size, (off_t)offset);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        char called[300];
        thr_error_set(error, THR_FAILED_READ, errno, "%s could not be read at byte %llu: %s.", source_called(s, called),
                      (unsigned long long)offset, strerror(errno));
        return -1;
    }
    note_read(s, offset + (uint64_t)got);
    return got;
}

void window_init(struct window *w, struct source *s, bool sequential)
{
    memset(w, 0, sizeof *w);
    w->source = s;
    w->sequential = sequential;
    w->ahead = sequential ? WINDOW_AHEAD : WINDOW_NEAR;
    if (s->fd < 0 && s->compression == COMPRESSION_NONE) {
        w->bytes = s->memory;
        w->len = s->memory_len;
    }
}

void window_free(struct window *w)
{
    decoder_free(w->decoder);
    free(w->buffer);
    memset(w, 0, sizeof *w);
}

static bool no_memory(struct window *w, size_t size, struct thr_error *error)
{
    char called[300];
    thr_error_set(error, THR_FAILED_MEMORY, 0, "%s needs %zu bytes of memory at once, which there are not.",
                  source_called(w->source, called), size);
    return false;
}

/* Room grows as data arrives, so that a length that lies costs nothing. */
static bool window_grow(struct window *w, size_t want, struct thr_error *error)
{
    size_t size = w->room != 0 ? 2 * w->room : w->ahead + 4096;
    if (size > want + w->ahead)
        size = want + w->ahead;
    if (size <= w->room)
        return true;
    uint8_t *more = realloc(w->buffer, size);
    if (more == NULL)
        return no_memory(w, size, error);
    pages_ready(more + w->room, size - w->room);
    w->buffer = more;
    w->bytes = more + w->shift;
    w->room = size;
    return true;
}

static bool keep_spool(struct source *s, const uint8_t *bytes, size_t n, struct thr_error *error)
{
    uint64_t at = atomic_load_explicit(&s->spooled, memory_order_relaxed);
    while (n > 0) {
        long put = pwrite(s->spool, bytes, n, (off_t)at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            thr_error_set(error, THR_FAILED_WRITE, errno, "The temporary file for the pipe's contents is full: %s.",
                          strerror(errno));
            return false;
        }
        bytes += put;
        n -= (size_t)put;
        at += (uint64_t)put;
    }
    atomic_store_explicit(&s->spooled, at, memory_order_release);
    return true;
}

/* Decoded bytes at w->at + w->len, to the end of the buffer. */
static long window_read(struct window *w, size_t size, struct thr_error *error)
{
    struct source *s = w->source;
    uint8_t *to = w->buffer + w->shift + w->len;
    uint64_t offset = w->at + w->len;
    if (s->spool >= 0 && !w->sequential) {
        long got = pread(s->spool, to, size, (off_t)offset);
        if (got < 0)
            thr_error_set(error, THR_FAILED_READ, errno, "The temporary file cannot be read: %s.", strerror(errno));
        return got;
    }
    long got;
    if (s->compression == COMPRESSION_NONE) {
        got = source_raw(s, offset, to, size, error);
    } else {
        if (w->decoder == NULL && (w->decoder = decoder_new(s)) == NULL) {
            no_memory(w, 65536, error);
            return -1;
        }
        if (!decoder_seek(w->decoder, offset, error))
            return -1;
        got = decoder_read(w->decoder, to, size, error);
    }
    if (got > 0 && s->spool >= 0 && !keep_spool(s, to, (size_t)got, error))
        return -1;
    return got;
}

/* Random readers read a little unless they go forward in small steps. */
static void choose_ahead(struct window *w, uint64_t offset)
{
    if (w->sequential)
        return;
    uint64_t end = w->at + w->len;
    if (offset < w->until)
        w->ahead = WINDOW_AHEAD;
    else if (w->len != 0 && offset >= w->at && offset <= end + w->ahead)
        w->ahead = w->ahead * 2 < WINDOW_AHEAD ? w->ahead * 2 : WINDOW_AHEAD;
    else
        w->ahead = WINDOW_NEAR;
}

/* Of what stands behind the window, when it has to hold `need` bytes. */
static size_t bytes_to_read(const struct window *w, size_t need)
{
    size_t room = w->room - w->shift - w->len, want = need + w->ahead;
    uint64_t end = w->at + need, from = w->at + w->len;
    if (w->until != 0 && w->until < end + w->ahead)
        want = (size_t)((w->until > end ? w->until : end) - from);
    return want < room ? want : room;
}

/* Where in the buffer the bytes from `offset` on should begin, `keep` of which it holds already.  A copy to a place that lies less
   than 64 bytes behind that of its source, within a page, takes four times as long on AMD's processors, which take the two for
   overlapping. */
static size_t good_shift(const struct window *w, uint64_t offset, size_t keep)
{
    enum { PAGE = 4096, NEAR = 64 };
    uint64_t behind = ((uintptr_t)w->buffer - offset) % PAGE;
    return behind != 0 && behind < NEAR && keep + NEAR < w->room ? NEAR : 0;
}

enum window_result window_fill(struct window *w, uint64_t offset, size_t need, struct thr_error *error)
{
    struct source *s = w->source;
    if (s->fd < 0 && s->compression == COMPRESSION_NONE)
        return WINDOW_END;
    choose_ahead(w, offset);
    size_t keep = window_have(w, offset);
    size_t shift = good_shift(w, offset, keep);
    if (keep != 0) {
        memmove(w->buffer + shift, w->bytes + (offset - w->at), keep);
    } else if (s->pipe && w->sequential && offset != w->at + w->len) {
        /* What is skipped in a pipe (a long unknown block) is read and dropped. */
        while (w->at + w->len < offset) {
            w->at += w->len;
            w->len = 0;
            if (!window_grow(w, w->ahead, error))
                return WINDOW_ERROR;
            uint64_t gap = offset - w->at;
            long got = window_read(w, gap < w->room - w->shift ? (size_t)gap : w->room - w->shift, error);
            if (got <= 0)
                return got < 0 ? WINDOW_ERROR : WINDOW_END;
            w->len = (size_t)got;
        }
    }
    w->at = offset;
    w->len = keep;
    w->shift = shift;
    if (w->buffer != NULL)
        w->bytes = w->buffer + shift;
    while (w->len < need) {
        if (w->len == w->room - shift || w->room < w->ahead)
            if (!window_grow(w, need > w->ahead ? need : w->ahead, error))
                return WINDOW_ERROR;
        long got = window_read(w, bytes_to_read(w, need), error);
        if (got < 0)
            return WINDOW_ERROR;
        if (got == 0)
            return WINDOW_END;
        w->len += (size_t)got;
    }
    return WINDOW_OK;
}
