/* decode.h - decompression from any place.  A decoder notes restart points as it goes, where the
   format has them, in a table shared by all decoders of one source; decoder_seek starts from the
   nearest one before the offset.  Inside src/capture only. */
#ifndef CAPTURE_DECODE_H
#define CAPTURE_DECODE_H

#include "capture/source.h"

/* Restart points of one source; thread-safe. */
struct decode_points *decode_points_new(void);
void decode_points_free(struct decode_points *p);

/* The compression that these first bytes of a file announce. */
enum capture_compression decode_detect(const uint8_t *head, size_t len);

struct decoder *decoder_new(struct source *s);
void decoder_free(struct decoder *d);
/* Makes the next decoder_read give the decoded bytes from `offset` on.  False on failure.  Past
   the end it succeeds, and decoder_read says 0. */
bool decoder_seek(struct decoder *d, uint64_t offset, struct thr_error *error);
/* Up to `size` decoded bytes; 0 at the end; -1 with *error on failure, after all bytes that could
   be decoded were given. */
long decoder_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error);

#endif
