/* sink.h - where a writer's bytes go: a file, compressed or not.  Inside src/capture only. */
#ifndef CAPTURE_SINK_H
#define CAPTURE_SINK_H

#include "capture/capture.h"

struct sink;

struct sink *sink_open(const char *path, enum capture_compression compression, struct thr_error *error);
bool sink_write(struct sink *s, const void *bytes, size_t n, struct thr_error *error);
bool sink_flush(struct sink *s, struct thr_error *error);
/* Frees s even when it fails. */
bool sink_close(struct sink *s, struct thr_error *error);
uint64_t sink_size(const struct sink *s);

#endif
