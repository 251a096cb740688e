/* reader.h - what an opened capture is made of.  Inside src/capture only. */
#ifndef CAPTURE_READER_H
#define CAPTURE_READER_H

#include "base/arena.h"
#include "capture/capture.h"
#include "capture/source.h"

enum { TABLE_CHUNKS = 24, TABLE_FIRST = 16 };

/* A table that only grows, by one thread, and whose items never move, so that others may read it
   meanwhile.  Chunk k holds 16 << k items. */
struct table {
    void *_Atomic chunks[TABLE_CHUNKS];
    _Atomic uint32_t count;
};

/* Room for the item after the last, cleared; NULL without memory.  It counts after table_commit. */
void *table_next(struct table *t, size_t item_size);
void table_commit(struct table *t);
void *table_far_item(const struct table *t, size_t item_size, uint32_t i);
static inline void *table_item(const struct table *t, size_t item_size, uint32_t i)
{
    if (i >= TABLE_FIRST)
        return table_far_item(t, item_size, i);
    return (char *)atomic_load_explicit(&t->chunks[0], memory_order_relaxed) + i * item_size;
}
void table_free(struct table *t);
static inline uint32_t table_count(const struct table *t)
{
    return atomic_load_explicit(&t->count, memory_order_acquire);
}

struct section {
    struct capture_section shown;
    uint64_t offset;            /* of its header block */
};

struct interface {
    struct capture_interface shown;
    bool big_endian;
    bool has_header;            /* linktype_header says something */
    uint32_t max_frame;
    uint64_t units;             /* timestamp units a second; 0: finer than 64 bits can count */
    uint16_t cooked_protocol;
};

struct capture {
    struct source source;
    struct window window;       /* of capture_next */
    enum capture_format format;
    struct arena kept;          /* texts, options and blocks */
    size_t blocks_kept;         /* bytes of them */
    struct table sections, interfaces, blocks;
    uint64_t frames;
    uint64_t next;              /* offset of the next record or block */
    bool empty;                 /* a file without a byte */

    /* pcap */
    enum pcap_variant variant;
    bool big_endian;
    bool nanoseconds;
    bool lengths_maybe_swapped; /* version 2.3 */
    bool lengths_swapped;       /* before 2.3 */
    uint8_t record_header;      /* bytes */

    /* pcapng: of the section being read */
    const struct section *section;
    uint32_t section_interfaces;
};

struct frame_reader {
    struct window window;
    const struct window *beside;  /* what somebody else of the same thread holds; NULL: nobody */
};

#define SECTION(c, n) ((const struct section *)table_item(&(c)->sections, sizeof(struct section), (n)))
#define INTERFACE(c, n) ((const struct interface *)table_item(&(c)->interfaces, sizeof(struct interface), (n)))

/* Recognises the format at the start of the window: true when it is this one, with *error filled
   (failure not THR_OK) if the file cannot be read for all that. */
bool pcap_open(struct capture *c, struct thr_error *error);
bool pcapng_open(struct capture *c, struct thr_error *error);

/* Sets c->next to the first place from `place` on where record headers stand in a row, for all one can see. */
bool pcap_guess(struct capture *c, uint64_t place);
bool pcap_time(struct capture *c, uint64_t place, struct nstime *time);

/* Sequential reading: the record at c->next. */
enum capture_result pcap_next(struct capture *c, struct capture_frame *frame, struct thr_error *error);
enum capture_result pcap_next_plainly(struct capture *c, struct capture_frame *frame);
enum capture_result pcapng_next(struct capture *c, struct capture_frame *frame, struct thr_error *error);
/* The record at a place, through any window; *next (may be NULL) is where it ends. */
enum capture_result pcap_frame(const struct capture *c, struct window *w, uint64_t offset, struct capture_frame *frame,
                               uint64_t *next, struct thr_error *error);
enum capture_result pcapng_reread(const struct capture *c, struct window *w, const struct frame_place *place,
                                  struct capture_frame *frame, struct thr_error *error);

/* A pcapng timestamp of the interface. */
struct nstime interface_time(const struct interface *i, uint64_t ts);
/* Sets interface facts that follow from linktype and tsresol. */
void interface_settle(struct interface *i);
/* Takes the pseudo-header off the frame: bytes, lengths and header are set.  False with *error when
   the frame is too small for it or it is not what it must be. */
bool frame_split_header(const struct capture *c, const struct interface *i, struct capture_frame *frame,
                        struct thr_error *error);

/* The sentences about a whole file, with a line of detail in parentheses. */
enum capture_result damaged(const struct capture *c, struct thr_error *error, uint64_t offset, const char *format, ...)
    THR_PRINTF(4, 5);
enum capture_result unsupported(const struct capture *c, struct thr_error *error, const char *format, ...)
    THR_PRINTF(3, 4);
enum capture_result cut_short(const struct capture *c, struct thr_error *error);
/* A window that could not be filled: what to answer. */
enum capture_result window_failed(const struct capture *c, enum window_result r, struct thr_error *error);

#endif
