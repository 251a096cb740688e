/* stream.h - messages out of a byte stream that comes in segments (TCP).

   A segment's bytes are given to the dissector above.  When it wants more (want_more), the message's beginning is kept,
   the segments that follow are added, and the dissector gets the message again when it is whole: in the frame
   whose segment completed it.  The first pass decides what becomes of each segment and remembers it where it is not the
   plain case; later passes show the same.

   What comes before its turn: as it comes (the plain way), it is looked at at once, unless a message that waits has
   room for it.  In order, it is kept until what was missing before it is there; then all that follows without a gap
   goes to the dissector as one, in the frame that filled the gap. */
#ifndef FLOW_STREAM_H
#define FLOW_STREAM_H

#include "flow/pieces.h"

/* One direction of a stream.  In the flow's memory; zero-initialised. */
struct message;
struct ahead;
struct stream {
    struct message **messages;  /* of several segments, by their beginning */
    uint32_t count, room;
    bool begun, ended;          /* `next`, `end` are known */
    uint32_t next;              /* in order: the number after all that came without a gap */
    uint32_t end;               /* of the byte after the last one */
    struct ahead *ahead;        /* in order: what came before its turn; NULL: nothing ever did */
};

/* What becomes of a segment's bytes. */
enum stream_use {
    STREAM_PLAIN,               /* the dissector gets them */
    STREAM_APART,               /* only a message that waits for them; the dissector does not see it then */
    STREAM_UNUSED               /* nobody */
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
    bool ordered;               /* in order; `use` does not matter then */
    uint8_t use;                /* enum stream_use */
    bool resent;                /* bytes that nobody looks at are shown as such */
    bool whole;                 /* messages are put together; false: each segment is looked at alone */
};

/* First pass, in order: the stream begins with the byte of that number (the one after a SYN). */
void stream_opens(struct stream *s, uint32_t seq);

/* Gives the bytes at the cursor to `to` and shows what they are part of; the present depth is that of the carrying
   protocol's fields, and what is above it stands one level up.  Call it last, and return what it returns. */
struct verdict stream_segment_run(struct dissect *d, struct cursor c, const struct stream_segment *s,
                                  const struct stream_rows *rows, struct verdict to);

#endif
