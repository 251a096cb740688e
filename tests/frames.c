/* frames.c - the packets of a capture. */
#include "frames.h"

#include "capture/capture.h"
#include "check.h"
#include "dissect/dissect.h"

uint64_t frames_look(const char *path, frame_look *look, void *context)
{
    struct thr_error error;
    struct capture *c = capture_open(path, &error);
    struct capture_frame f;
    uint64_t number = 0;
    if (!CHECK(c != NULL))
        return 0;
    while (capture_next(c, &f, &error) == CAPTURE_FRAME) {
        struct frame_info frame = { .number = (uint32_t)++number,
                                    .cap_len = f.cap_len,
                                    .wire_len = f.wire_len,
                                    .time = f.time,
                                    .has_time = f.has_time,
                                    .encap = f.encap,
                                    .interface = f.interface };
        look(context, &frame, f.bytes);
    }
    capture_close(c);
    return number;
}
