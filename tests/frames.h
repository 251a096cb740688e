/* frames.h - the packets of a capture, for tests that dissect them without a session. */
#ifndef TESTS_FRAMES_H
#define TESTS_FRAMES_H

#include <stdint.h>

struct frame_info;

/* `bytes`: until it returns. */
typedef void frame_look(void *context, const struct frame_info *frame, const uint8_t *bytes);
/* Calls `look` with every packet in order; how many there were.  That the file opens is a check. */
uint64_t frames_look(const char *path, frame_look *look, void *context);

#endif
