/* stream.h - messages out of a byte stream that comes in segments (TCP).

   A segment's bytes are given to the dissector above.  When it wants more (want_more), the message's beginning is kept,
   the segments that follow are added, and the dissector gets the message again when it is whole: in the frame
   whose segment completed it.  The first pass decides what becomes of each segment and remembers it where it is not the
   plain case; later passes show the same. */
#ifndef FLOW_STREAM_H
#define FLOW_STREAM_H

#include "flow/pieces.h"

/* One direction of a stream.  In the flow's memory; zero-initialised. */
struct message;
struct stream {
    struct message **messages;  /* of several segments, by their beginning */
    uint32_t count, room;
};

/* Rows of the protocol that carries the stream; they stand in one table, so they are numbers of its rows. */
struct stream_rows {
    unsigned data, repeated;    /* bytes of the segment that belong to a message of several: new ones, and once more */
    unsigned message_size;      /* of each message that stream_messages found */
    info_text *info;            /* said when the segment shows nothing else */
    struct piece_rows pieces;
};

struct stream_segment {
    struct cursor header;       /* of the segment: where rows about it stand */
    uint32_t node;              /* of the carrying protocol; NO_NODE */
    struct stream *stream;
    uint32_t seq;               /* of the first byte; numbers wrap */
    bool last;                  /* nothing follows: messages that wait for all are whole */
    bool repeated;              /* seen before: nobody looks at it again, unless a message still waits for it */
    bool resent;                /* bytes that nobody looks at again are shown as such */
    bool whole;                 /* messages are put together; false: each segment is looked at alone */
};

/* Gives the bytes at the cursor to `to` and shows what they are part of; the present depth is that of the carrying
   protocol's fields, and what is above it stands one level up.  Call it last, and return what it returns. */
struct verdict stream_segment_run(struct dissect *d, struct cursor c, const struct stream_segment *s,
                                  const struct stream_rows *rows, struct verdict to);

#endif
