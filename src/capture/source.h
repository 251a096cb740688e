/* source.h - the bytes of a file, a pipe or memory, and windows on them.  Inside src/capture only. */
#ifndef CAPTURE_SOURCE_H
#define CAPTURE_SOURCE_H

#include "capture/capture.h"

#include <stdatomic.h>

struct decoder;
struct decode_points;

enum { SOURCE_HEAD = 64, WINDOW_AHEAD = 256 * 1024, WINDOW_NEAR = 8 * 1024 };

/* What was opened, as it stands on disk.  Shared by all readers; constant after opening but for
   the counters, the spool and the decompressor's restart points. */
struct source {
    int fd;                     /* -1: memory */
    bool own_fd, pipe;
    const uint8_t *memory;      /* capture_open_memory */
    uint64_t memory_len;
    uint8_t head[SOURCE_HEAD];  /* what was read of a pipe to tell its kind */
    uint32_t head_len, head_used;
    uint64_t pipe_at;           /* bytes taken from the pipe */
    int spool;                  /* unlinked file of decoded bytes, -1: none */
    _Atomic uint64_t spooled;   /* bytes in it */
    _Atomic uint64_t raw_read;  /* how far anybody has read, for progress */
    enum capture_compression compression;
    struct decode_points *points;  /* where decompression can restart; NULL without compression */
    char *name;
};

bool source_open(struct source *s, const char *path, bool spool, struct thr_error *error);
bool source_memory(struct source *s, const void *bytes, size_t len, const char *name, struct thr_error *error);
/* Another one for the same file, whatever its name means by now.  Not for pipes. */
bool source_again(struct source *s, const struct source *first, struct thr_error *error);
void source_close(struct source *s);
/* The file as a sentence begins with it: The file "x" or The standard input. */
const char *source_called(const struct source *s, char room[static 300]);

/* Bytes as they stand on disk.  0 at the end, -1 (with *error) on failure.  A pipe must be read in
   order, by one reader. */
long source_raw(struct source *s, uint64_t offset, void *buffer, size_t size, struct thr_error *error);

/* A stretch of decoded bytes that one reader holds. */
struct window {
    struct source *source;
    struct decoder *decoder;    /* made when first needed */
    const uint8_t *bytes;       /* decoded bytes from offset `at` */
    uint64_t at;
    size_t len;
    uint8_t *buffer;            /* owned; bytes points into it, or to memory */
    size_t room, shift;         /* of the buffer; where bytes begin in it */
    size_t ahead;               /* bytes to read beyond what is asked for */
    uint64_t until;             /* ... but not beyond this offset, if it is not 0 */
    bool sequential;            /* the one reader that may touch a pipe and fills the spool */
};

enum window_result { WINDOW_OK, WINDOW_END, WINDOW_ERROR };

void window_init(struct window *w, struct source *s, bool sequential);
void window_free(struct window *w);

/* Makes `need` bytes at `offset` available at w->bytes + (offset - w->at).  WINDOW_END: the source
   ends before; what there is of them is available. */
enum window_result window_fill(struct window *w, uint64_t offset, size_t need, struct thr_error *error);

static inline enum window_result window_need(struct window *w, uint64_t offset, size_t need, struct thr_error *error)
{
    uint64_t skip = offset - w->at;
    if (offset >= w->at && skip <= w->len && w->len - skip >= need)
        return WINDOW_OK;
    return window_fill(w, offset, need, error);
}
static inline const uint8_t *window_at(const struct window *w, uint64_t offset) { return w->bytes + (offset - w->at); }
/* Bytes available from offset on. */
static inline size_t window_have(const struct window *w, uint64_t offset)
{
    return offset < w->at || offset - w->at > w->len ? 0 : w->len - (size_t)(offset - w->at);
}

#endif
