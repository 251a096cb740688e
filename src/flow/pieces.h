/* pieces.h - things that come in pieces over several frames: IP datagrams, messages in a TCP stream.

   In the first pass the pieces' bytes are held until the thing is whole, then dropped.  What stays is where they stand:
   a later pass, or anybody who looks at the packet, puts the thing together again out of the frames
   (d->frames).  Where pieces overlap, the bytes of the one that begins first count; of two that begin at the
   same place, those of the one that came first. */
#ifndef FLOW_PIECES_H
#define FLOW_PIECES_H

#include "flow/flow.h"

enum piece_flags { PIECE_OVERLAPS = 1, PIECE_CONFLICTS = 2, PIECE_OTHER_TAIL = 4, PIECE_TOO_LONG = 8, PIECE_COPIED = 16 };

enum { PIECE_FLAG_BITS = 5, PIECE_LEN_BITS = 32 - PIECE_FLAG_BITS };

struct piece {
    uint32_t frame;
    uint32_t off;           /* in the whole */
    uint32_t len : PIECE_LEN_BITS, flags : PIECE_FLAG_BITS;
    uint32_t at;            /* of its bytes in the frame */
    union {
        const uint8_t *copy;  /* PIECE_COPIED: bytes that stand in no frame as they are */
        uint32_t held;        /* else: of its bytes in the hold (first pass) */
    };
};

/* Lives with the flow state; zero-initialised. */
struct pieces {
    struct piece *list;     /* by place in the whole, then in the order in which they came */
    uint32_t count, room;
    uint32_t covered;       /* bytes from the beginning on that are there */
    uint32_t len;           /* of the whole, once it is known */
    uint32_t whole_in;      /* the frame that made it whole; 0: not yet */
    bool crooked;           /* some piece did not begin where the one before it ended */
    struct hold *hold;      /* first pass, to the end of the frame that makes it whole */
};

/* What a dissector shows of it: rows of its own protocol.  -1: it has no such row. */
struct piece_rows {
    int all, one, overlap, conflict, other_tail, too_long, count, length, data, whole_in;
    const char *source;     /* "Reassembled TCP": the name of the bytes */
};

enum { PIECES_BYTES_MAX = 32 * 1024 * 1024 };  /* more of a thing is not put together: its end counts as not captured */

/* First pass: adds the bytes at the cursor, all captured, as [off, off + c.cap) of the whole, with the flags.  False, with nothing
   changed, when there is no memory for it or the bounds on what is held are reached. */
bool pieces_add(struct dissect *d, struct pieces *p, struct cursor c, uint32_t off, uint8_t flags);
/* First pass: what `from` has from `off` on, of the pieces that begin before `end`, goes to `to`, where `off` becomes
   `at`; a piece that begins before `off` is divided.  False, with some of it lost, when pieces_add would be. */
bool pieces_move(struct dissect *d, struct pieces *from, uint32_t off, uint32_t end, struct pieces *to, uint32_t at);
/* First pass: what it has is given up. */
void pieces_drop(struct dissect *d, struct pieces *p);
/* First pass: the present frame makes it whole, with so many bytes.  What was held of it is given back when the
   next frame is dissected. */
void pieces_end(struct dissect *d, struct pieces *p, uint32_t len);
/* The whole, or what there is of it so far from its beginning, as a source of the present packet. */
struct cursor pieces_join(struct dissect *d, const struct pieces *p, uint32_t len, const char *source);
/* Takes the source back that pieces_join made last: it stands in no node. */
void pieces_forget(struct dissect *d, struct cursor c);

/* "[3 IPv4 Fragments (4008 bytes): #39(1376), ...]" with all below it; c: what pieces_join gave. */
void pieces_emit(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows);
/* The same in two parts: the heading, and what stands below it, which may come when others were emitted since. */
uint32_t pieces_head(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows);
void pieces_list(struct dissect *d, struct cursor c, const struct pieces *p, const struct piece_rows *rows,
                 uint32_t head);
/* For the rows `all` and `one`: their labels. */
field_text pieces_label, piece_label;

#endif
