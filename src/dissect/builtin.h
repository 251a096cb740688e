/* builtin.h - the few pseudo-protocols that the engine itself fills or hands on to: findings, failures, the rest. */
#ifndef DISSECT_BUILTIN_H
#define DISSECT_BUILTIN_H

#include "dissect/registry.h"

extern const struct protocol proto_frame;    /* protocols/frame.c: where every packet starts */
extern const struct protocol proto_data;     /* protocols/data.c: what nobody claims */
extern const struct protocol proto_expert;   /* _ws.expert */
extern const struct protocol proto_string;   /* _ws.string: findings about text */
extern const struct protocol proto_malformed, proto_short, proto_unreassembled;

/* proto_frame's preference: the Info column does not tell of frames that were cut. */
enum { FRAME_PREF_HIDE_SHORT = 4 };

/* A finding below the node of a text: something stands behind the NUL that ends it. */
void note_stray(struct dissect *d, uint32_t node);

/* Shows why dissection stopped, says so in the Info column, and clears d->stop. */
void failure_show(struct dissect *d);
/* The same for one of several messages in a segment, which stand at `at`; the next can be dissected afterwards. */
void failure_show_at(struct dissect *d, struct cursor at);

#endif
