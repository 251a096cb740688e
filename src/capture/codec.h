/* codec.h - what the decompressors of the three formats share.  Inside src/capture only. */
#ifndef CAPTURE_CODEC_H
#define CAPTURE_CODEC_H

#include "capture/decode.h"

/* A place where decompression can start: what the format needs to know there. */
struct decode_point {
    uint64_t in, out;       /* offsets in the file and in the decoded bytes */
    uint8_t *history;       /* decoded bytes before it that it refers to: 32 KiB gzip, 64 KiB lz4 */
    uint32_t history_len;
    uint32_t state;         /* the codec's own: bits of the byte before (gzip), frame flags (lz4) */
};

struct codec {
    /* Starts at the beginning of a file (point NULL) or at a point. */
    bool (*start)(struct decoder *d, const struct decode_point *point);
    /* As decoder_read. */
    long (*read)(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error);
    void (*free)(struct decoder *d);
};
extern const struct codec codec_gzip, codec_zstd, codec_lz4;

struct decoder {
    struct source *source;
    const struct codec *codec;
    void *state;            /* the codec's */
    uint64_t in;            /* offset of the byte after those in `input` */
    uint64_t out;           /* decoded bytes so far */
    uint8_t *input;
    size_t input_room, input_len, input_used;
    bool input_ended;
    bool failed;
    struct thr_error why;
};

static inline const uint8_t *input_at(const struct decoder *d) { return d->input + d->input_used; }
static inline size_t input_have(const struct decoder *d) { return d->input_len - d->input_used; }
static inline uint64_t input_offset(const struct decoder *d) { return d->in - input_have(d); }

/* Tries to have `need` bytes of input at input_at: false when it ends before (*error untouched,
   input_ended set) or cannot be read (*error set). */
bool input_need(struct decoder *d, size_t need, struct thr_error *error);

/* Whether it is worth making a point at this offset of the decoded bytes; then points_add takes it,
   with its history, which it copies. */
bool points_wanted(struct decode_points *p, uint64_t out);
void points_add(struct decode_points *p, const struct decode_point *point);

/* Sentences; all return -1. */
long decode_cut(struct decoder *d, struct thr_error *error);
long decode_damaged(struct decoder *d, struct thr_error *error, const char *detail);
/* After a whole stream: 1 when another begins with one of two magic numbers (the second under a
   mask), 0 when nothing but zeros follows, -1 with *error for anything else. */
int decode_another(struct decoder *d, uint32_t magic, uint32_t magic2, uint32_t mask2, unsigned size,
                   struct thr_error *error);

#endif
