/* fuzz_dissector.c - one dissector, and whatever it hands on to, given any bytes; the same file serves
   every protocol.

   FUZZ_FOLDER in the environment names the protocol ("tcp").  The input is taken as three frames: the
   first and the second half, then the whole, so that what the first leave behind meets the last; then
   all are dissected again, as when somebody clicks on them.  Everything is wanted and printed. */
#include "dissect/builtin.h"
#include "dissect/label.h"
#include "flow/flow.h"
#include "fuzz.h"

#include <stdlib.h>

static struct {
    struct engine *engine;
    struct wanted *wanted;
    const struct protocol *first; /* NULL: the program has no protocol of that name */
} target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    if (target.engine == NULL) {
        target.engine = engine_new(NULL);
        target.wanted = target.engine != NULL ? wanted_new(target.engine) : NULL;
        if (target.wanted == NULL)
            abort();
        wanted_all(target.wanted);
        target.wanted->columns = true;
        wanted_settle(target.wanted, target.engine);
    }
    const char *name = getenv("FUZZ_FOLDER");
    uint32_t number = registry_protocol(name != NULL ? name : "");
    target.first = number != NO_PROTOCOL ? registry_protocols[number] : NULL;
    return 0;
}

static void print_everything(const struct dissect *d)
{
    struct strbuf sb = { 0 };
    uint32_t len;
    for (uint32_t i = 0; i < d->tree.count; i++) {
        node_label(&sb, d, &d->tree.nodes[i]);
        node_show(&sb, d, &d->tree.nodes[i]);
        const uint8_t *bytes = node_value(d, &d->tree.nodes[i], &len);
        if (bytes != NULL)
            sb_hex_bytes(&sb, bytes, len, 0);
        sb_clear(&sb);
    }
    sb_address(&sb, d, d->src);
    sb_address(&sb, d, d->dst);
    sb_info(&sb, d);
    sb_layers(&sb, d);
    sb_free(&sb);
}

/* In a block of its own, so that a sanitizer sees the end. */
static void one_frame(struct dissect *d, uint32_t number, const uint8_t *bytes, size_t size)
{
    struct frame_info f = { .number = number,
                            .cap_len = (uint32_t)size,
                            .wire_len = (uint32_t)size,
                            .has_time = true,
                            .has_previous_captured = number > 1 };
    f.time.secs = number;
    uint8_t *exact = malloc(size != 0 ? size : 1);
    if (exact == NULL)
        return;
    if (size != 0)
        memcpy(exact, bytes, size);
    dissect_bytes(d, &f, exact, target.first);
    print_everything(d);
    free(exact);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct dissect d;
    if (target.first == NULL || size > 65535)
        return 0;
    struct flow_state *flows = flow_state_new(true, 1);
    if (flows == NULL || dissect_open(&d, target.engine, target.wanted, flows) != 0)
        abort();
    for (int pass = 0; pass < 2; pass++) {
        d.first_pass = pass == 0;
        one_frame(&d, 1, bytes, size / 2);
        one_frame(&d, 2, bytes + size / 2, size - size / 2);
        one_frame(&d, 3, bytes, size);
    }
    dissect_close(&d);
    flow_state_free(flows);
    return 0;
}
