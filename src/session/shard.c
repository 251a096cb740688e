/* shard.c - from a frame's bytes to its shard. */
#include "session/shard.h"

#include "base/map.h"
#include "dissect/builtin.h"
#include "dissect/dissect.h"

enum { LAYERS = 8 };

/* The same for both directions. */
static uint32_t number_of(const struct glance_pair *pair)
{
    uint64_t a = hash_bytes(pair->a, pair->len, 1), b = hash_bytes(pair->b, pair->len, 1);
    uint32_t n = (uint32_t)((a + b) >> 32);
    return n != 0 ? n : 1;
}

uint32_t shard_pair(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes)
{
    uint32_t wire = frame->wire_len > frame->cap_len ? frame->wire_len : frame->cap_len;
    struct glance g = { .engine = e, .frame = frame, .p = bytes, .cap = frame->cap_len, .wire = wire };
    struct glance_pair pair;
    uint32_t protocol = registry_protocol_number(&proto_frame);
    for (unsigned layer = 0; layer < LAYERS && protocol != NO_PROTOCOL; layer++) {
        const struct protocol *p = registry_protocols[protocol];
        int variant;
        g.protocol = (uint16_t)protocol;
        if (p->pair != NULL)
            return p->pair(&g, &pair) ? number_of(&pair) : 0;
        if (p->glance == NULL || !p->glance(&g))
            return 0;
        protocol = engine_lookup(e, g.table, g.key, &variant);
        g.p += g.header;
        g.cap -= g.header;
        g.wire -= g.header;
        g.off += g.header;
    }
    return 0;
}
