/* fuzz_filter_packet.c - a display filter up to the first newline, over the Ethernet frame that follows: it decides, and
   decides the same when the frame is dissected for it alone as when all of it is. */
#include "capture/encap.h"
#include "filter/filter.h"
#include "flow/flow.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static struct {
    struct engine *engine;
    struct wanted *all;
} target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    if (target.engine != NULL)
        return 0;
    target.engine = engine_new(NULL);
    target.all = target.engine != NULL ? wanted_new(target.engine) : NULL;
    if (target.all == NULL)
        abort();
    wanted_all(target.all);
    wanted_settle(target.all, target.engine);
    return 0;
}

static bool passes(const struct filter *f, const struct wanted *w, const uint8_t *bytes, size_t size)
{
    struct dissect d;
    struct frame_info frame = {
        .number = 1, .cap_len = (uint32_t)size, .wire_len = (uint32_t)size, .has_time = true, .encap = ENCAP_ETHER
    };
    struct flow_state *flows = flow_state_new(false, 1);
    struct filter_state *state = filter_state_new(f);
    if (flows == NULL || state == NULL || dissect_open(&d, target.engine, w, flows) != 0)
        abort();
    d.first_pass = true;
    filter_state_select(state, &d);
    dissect_frame(&d, &frame, bytes);
    bool result = filter_match(f, state, &d);
    dissect_close(&d);
    filter_state_free(state);
    flow_state_free(flows);
    return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint8_t *newline = size != 0 ? memchr(bytes, '\n', size) : NULL;
    size_t len = newline != NULL ? (size_t)(newline - bytes) : size, rest = newline != NULL ? size - len - 1 : 0;
    char *text = malloc(len + 1);
    uint8_t *frame = malloc(rest + 1);
    struct wanted *own = wanted_new(target.engine);
    struct filter *f = NULL;
    if (text != NULL && frame != NULL && own != NULL && rest <= 65535) {
        memcpy(text, bytes, len);
        text[len] = '\0';
        memcpy(frame, bytes + size - rest, rest);
        f = filter_compile(text, NULL, NULL);
    }
    if (f != NULL) {
        filter_want(f, own);
        wanted_settle(own, target.engine);
        if (passes(f, target.all, frame, rest) != passes(f, own, frame, rest))
            abort();
    }
    filter_free(f);
    wanted_free(own);
    free(text);
    free(frame);
    return 0;
}
