/* capture.h - frames from capture files: pcap and pcapng, plain or compressed with gzip, zstd or lz4,
   from a file, a pipe or memory.  The kind is told by content, never by name.

   Bytes are read with pread() into windows that belong to the reader, not mapped: a mapped file that
   somebody truncates kills the process with SIGBUS, and a library may not catch signals.  Reading in
   windows that stay in the processor's cache measures the same speed.  A file that shrinks is an
   error like any other, a file that grows goes on.

   One thread reads sequentially (capture_next).  Any number of others may use capture_read at the
   same time, each with a frame_reader of its own, and all the tables below, which only ever grow:
   what is returned stays valid and unchanged until capture_close. */
#ifndef CAPTURE_CAPTURE_H
#define CAPTURE_CAPTURE_H

#include "base/nstime.h"
#include "capture/encap.h"
#include "thresher/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct capture;
struct frame_reader;
struct window;

enum {
    CAPTURE_FRAME_MAX = 262144,        /* bytes of a frame of nearly all link types */
    CAPTURE_INTERFACES_MAX = (1 << 20) - 1,  /* over all sections */
};

enum capture_result { CAPTURE_FRAME, CAPTURE_END, CAPTURE_ERROR };

/* The options of a pcapng block as they stand in the file.  Zero: none. */
struct capture_options {
    const uint8_t *bytes;
    uint32_t len;
    bool big_endian;
};

struct capture_option {
    uint16_t code, len;
    bool big_endian;
    const uint8_t *bytes;
};

/* Option codes of pcapng (draft-ietf-opsawg-pcapng); what a code means depends on the block. */
enum {
    OPT_COMMENT = 1,
    OPT_CUSTOM_TEXT = 2988,
    OPT_CUSTOM_BYTES = 2989,
    OPT_CUSTOM_TEXT_PRIVATE = 19372,
    OPT_CUSTOM_BYTES_PRIVATE = 19373,
    OPT_SHB_HARDWARE = 2,
    OPT_SHB_OS = 3,
    OPT_SHB_USERAPPL = 4,
    OPT_IF_NAME = 2,
    OPT_IF_DESCRIPTION = 3,
    OPT_IF_IPV4 = 4,
    OPT_IF_IPV6 = 5,
    OPT_IF_MAC = 6,
    OPT_IF_EUI = 7,
    OPT_IF_SPEED = 8,
    OPT_IF_TSRESOL = 9,
    OPT_IF_TZONE = 10,
    OPT_IF_FILTER = 11,
    OPT_IF_OS = 12,
    OPT_IF_FCSLEN = 13,
    OPT_IF_TSOFFSET = 14,
    OPT_IF_HARDWARE = 15,
    OPT_IF_TXSPEED = 16,
    OPT_IF_RXSPEED = 17,
    OPT_PKT_FLAGS = 2,
    OPT_PKT_HASH = 3,
    OPT_PKT_DROPCOUNT = 4,
    OPT_PKT_ID = 5,
    OPT_PKT_QUEUE = 6,
    OPT_PKT_VERDICT = 7,
    OPT_NS_DNSNAME = 2,
    OPT_NS_DNSIP4 = 3,
    OPT_NS_DNSIP6 = 4,
    OPT_ISB_STARTTIME = 2,
    OPT_ISB_ENDTIME = 3,
    OPT_ISB_IFRECV = 4,
    OPT_ISB_IFDROP = 5,
    OPT_ISB_FILTERACCEPT = 6,
    OPT_ISB_OSDROP = 7,
    OPT_ISB_USRDELIV = 8,
};

/* Takes the first option off *rest; false at the end, at the end-of-options mark, or where the
   options are damaged.  The bytes point into those of *rest. */
bool capture_option_next(struct capture_options *rest, struct capture_option *option);
/* The nth (0: first) option of this code. */
bool capture_option_find(struct capture_options options, uint16_t code, unsigned nth, struct capture_option *option);
/* The number that the option holds in its file's byte order (first 8 bytes at most). */
uint64_t capture_option_number(const struct capture_option *option);

/* Block types of pcapng that the reader gives names to. */
enum {
    BLOCK_SHB = 0x0a0d0d0a,
    BLOCK_IDB = 1,
    BLOCK_OPB = 2,
    BLOCK_SPB = 3,
    BLOCK_NRB = 4,
    BLOCK_ISB = 5,
    BLOCK_EPB = 6,
    BLOCK_JOURNAL = 9,
    BLOCK_DSB = 10,
    BLOCK_CB = 0xbad,
    BLOCK_CB_PRIVATE = 0x40000bad,
};

#define CAPTURE_NO_INTERFACE UINT32_MAX

/* Where a frame stands: enough to read it again. */
struct frame_place {
    uint64_t offset;     /* of its record or block in the file, after decompression */
    uint32_t interface;  /* as in capture_frame */
};

/* A frame.  The bytes belong to the capture or the frame_reader and are valid until its next read;
   with capture_open_memory, as long as the memory. */
struct capture_frame {
    const uint8_t *bytes;
    uint32_t cap_len, wire_len;     /* wire_len may be less than cap_len in odd files */
    struct nstime time;             /* 0 <= nsecs except for pcap files with nonsense in them */
    bool has_time;
    bool is_packet;                 /* false: a journal entry or custom block shown as a record */
    uint16_t encap;                 /* enum encap */
    int8_t fcs_len;                 /* bytes of frame check sequence at the end; -1: the file does not say */
    uint8_t digits;                 /* decimals that the interface's time stamps have: 0 to 9 */
    uint32_t interface;             /* index in capture_interface; CAPTURE_NO_INTERFACE: none */
    uint32_t section;
    uint32_t block_type;            /* pcapng; 0 for pcap */
    uint32_t drop_count;            /* of an obsolete packet block; UINT32_MAX: not told there */
    const uint8_t *header;          /* link-layer pseudo-header in front of the frame, NULL if none */
    uint32_t header_len;
    struct frame_place place;
    struct capture_options options; /* of the packet block */
};

/* Opens a capture.  path "-" is standard input.  NULL on failure, with the reason in *error.
   A pipe is read once, with bounded memory: capture_can_seek is then false. */
struct capture *capture_open(const char *path, struct thr_error *error);
/* The same file again from its beginning, by a reader of its own, whatever its name means by now.  Not for pipes. */
struct capture *capture_again(const struct capture *first, struct thr_error *error);
/* The same, keeping what was read from a pipe in an unlinked temporary file (in $TMPDIR or /tmp), so
   that it can be read again.  For a file that can be read again by itself it does the same as above. */
struct capture *capture_open_spooled(const char *path, struct thr_error *error);
/* The bytes stay the caller's and must outlive the capture.  `name` stands in error texts. */
struct capture *capture_open_memory(const void *bytes, size_t len, const char *name, struct thr_error *error);
void capture_close(struct capture *c);

/* The next frame in the file's order.  CAPTURE_ERROR fills *error (THR_FAILED_CUT_SHORT,
   _DAMAGED, _READ, _MEMORY, _FORMAT) after all frames that could be read were given.  After
   CAPTURE_END or a file cut short it may be called again, and goes on if the file has grown. */
enum capture_result capture_next(struct capture *c, struct capture_frame *frame, struct thr_error *error);
/* The same for somebody who looks at no more of the frame than its bytes, lengths, encapsulation, and whether it has a time: of a
   pcap file only those are set. */
enum capture_result capture_next_plainly(struct capture *c, struct capture_frame *frame);

/* Where the next record or block begins, in the file after decompression. */
uint64_t capture_place(const struct capture *c);
/* Goes on with the record or block at that place, `frames` frames on, in a file that is neither a pipe nor compressed; false
   for others.  What sections and interfaces the file tells of in between stays unknown. */
bool capture_skip(struct capture *c, uint64_t place, uint64_t frames);
/* When the frame that begins there was captured, in a pcap file of that kind; false where none is. */
bool capture_time_at(struct capture *c, uint64_t place, struct nstime *time);
/* Nothing is expected to be read from there on, until somebody skips it: it is not read ahead.  0: all may be read. */
void capture_expect(struct capture *c, uint64_t until);
/* Goes on with what looks like a frame at that place or soon after it, in a pcap file that is neither a pipe nor compressed.
   It is a guess: only who comes to the same place from the front knows that a frame begins there.  False when there is none;
   nothing has changed then. */
bool capture_guess_frame(struct capture *c, uint64_t place);

/* Whether capture_read works: false for a pipe that is not spooled. */
bool capture_can_seek(const struct capture *c);

/* What a thread needs for reading at random: buffers and a decompressor, some 300 KB. */
struct frame_reader *frame_reader_new(const struct capture *c);
void frame_reader_free(struct frame_reader *r);
/* All that the file holds up to `until` will be read, in order, and nothing beyond for now; 0: who knows. */
void frame_reader_expect(struct frame_reader *r, uint64_t until);
/* Frames that `held` holds are taken from there: what another reader, or the capture, has read last.  Both belong to one thread,
   and bytes are valid until either reads again.  NULL: nobody does. */
void frame_reader_beside(struct frame_reader *r, const struct window *held);
const struct window *frame_reader_held(const struct frame_reader *r);
const struct window *capture_held(const struct capture *c);
/* Reads again a frame whose place capture_next gave.  Fastest in ascending order. */
bool capture_read(const struct capture *c, const struct frame_place *place, struct frame_reader *r,
                  struct capture_frame *frame, struct thr_error *error);
/* The same for plain bytes of the (decompressed) file, at most 256 MiB; valid until the reader's next
   use.  NULL when the file does not reach so far or cannot be read. */
const uint8_t *capture_bytes(const struct capture *c, uint64_t offset, uint32_t len, struct frame_reader *r,
                             struct thr_error *error);

/* Facts about the file. */
enum capture_format { CAPTURE_PCAP, CAPTURE_PCAPNG };
enum capture_compression { COMPRESSION_NONE, COMPRESSION_GZIP, COMPRESSION_ZSTD, COMPRESSION_LZ4 };
/* How records of a pcap file are made; names as `-F` takes them. */
enum pcap_variant { PCAP_STANDARD, PCAP_NANO, PCAP_MODIFIED, PCAP_RH61, PCAP_SUSE63, PCAP_NOKIA, PCAP_VARIANTS };
enum capture_format capture_format(const struct capture *c);
enum capture_compression capture_compression(const struct capture *c);
enum pcap_variant capture_pcap_variant(const struct capture *c);
const char *capture_name(const struct capture *c);
/* Bytes of the file as stored on disk; 0 for a pipe.  And how many of them were read: for progress. */
uint64_t capture_file_size(const struct capture *c);
uint64_t capture_file_read(const struct capture *c);
/* Frames given so far by capture_next. */
uint64_t capture_frames(const struct capture *c);

/* Sections.  A pcap file has one without options.  Texts are NUL-terminated UTF-8 as in the file,
   NULL when not told. */
struct capture_section {
    bool big_endian;
    uint16_t major, minor;
    uint32_t first_interface;
    const char *hardware, *os, *application;
    struct capture_options options;
    uint64_t frames_before;
};
uint32_t capture_sections(const struct capture *c);
const struct capture_section *capture_section(const struct capture *c, uint32_t n);

struct capture_interface {
    uint32_t section;
    uint32_t number;            /* within its section, from 0: Wireshark's frame.interface_id */
    uint16_t linktype, encap;
    uint32_t snaplen;           /* 0: no limit told */
    uint8_t tsresol;            /* as if_tsresol: 6 for microseconds; with 0x80 powers of two */
    uint8_t digits;             /* decimals that timestamps have: 0 to 9 */
    int64_t tsoffset;           /* seconds to add */
    int8_t fcs_len;             /* -1: not told */
    bool has_speed;
    uint64_t speed;             /* bit/s */
    const char *name, *description, *filter, *hardware, *os;
    struct capture_options options;
    uint64_t frames_before;
};
uint32_t capture_interfaces(const struct capture *c);
const struct capture_interface *capture_interface(const struct capture *c, uint32_t n);

/* All other blocks of a pcapng file, in order: names, statistics, secrets, custom and unknown ones.
   `bytes` is the whole block with its header; NULL once 64 MiB of them were kept. */
struct capture_block {
    uint32_t type;
    uint32_t section;
    uint32_t len;
    bool big_endian;
    uint64_t offset;
    uint64_t frames_before;     /* the block stands after so many frames of the file */
    const uint8_t *bytes;
};
uint32_t capture_blocks(const struct capture *c);
const struct capture_block *capture_block(const struct capture *c, uint32_t n);

/* Reading kept blocks.  Each returns false when the block is of another type or damaged. */
enum {
    SECRETS_TLS = 0x544c534b,
    SECRETS_SSH = 0x5353484b,
    SECRETS_WIREGUARD = 0x57474b4c,
    SECRETS_ZIGBEE_NWK = 0x5a4e574b,
    SECRETS_ZIGBEE_APS = 0x5a415053,
    SECRETS_OPCUA = 0x55414b4c
};
struct capture_secret {
    uint32_t type;
    const uint8_t *bytes;
    uint32_t len;
};
bool capture_block_secret(const struct capture_block *b, struct capture_secret *secret);

struct capture_statistics {
    uint32_t interface;         /* index in capture_interface */
    struct nstime time;
    struct capture_options options;
};
bool capture_block_statistics(const struct capture *c, const struct capture_block *b, struct capture_statistics *s);

/* One name of one address; a record with several names gives several. */
struct capture_name_record {
    enum { NAME_IPV4 = 4, NAME_IPV6 = 6, NAME_EUI48 = 48, NAME_EUI64 = 64 } kind;
    const uint8_t *address;     /* 4, 16, 6 or 8 bytes in network order */
    const char *name;           /* NUL-terminated, inside the block */
};
/* Walks over the names of a name resolution block: start with *state = 0; false at the end. */
bool capture_block_name(const struct capture_block *b, uint64_t *state, struct capture_name_record *record);

#endif
