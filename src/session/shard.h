/* shard.h - which frames have to do with each other.

   What is remembered from frame to frame is remembered of frames with the same outermost pair of addresses: both
   directions of a conversation, fragments, tunnels; an ICMP error has the pair of the packet that it quotes.  Frames
   without such a pair belong together. */
#ifndef SESSION_SHARD_H
#define SESSION_SHARD_H

#include "dissect/glance.h"

/* A number for the frame's pair, the same for all frames of the pair; 0: it has none.  Any thread. */
uint32_t shard_pair(const struct engine *e, const struct frame_info *frame, const uint8_t *bytes);

#endif
