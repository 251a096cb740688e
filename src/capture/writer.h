/* writer.h - writing captures: pcap in all its variants, and pcapng, plain or compressed.
   One thread at a time for each writer. */
#ifndef CAPTURE_WRITER_H
#define CAPTURE_WRITER_H

#include "capture/capture.h"

struct capture_writer;

struct writer_options {
    enum capture_format format;
    enum pcap_variant variant;              /* for pcap */
    enum capture_compression compression;
    const char *application;                /* pcapng: written when the source names none; NULL: "Thresher" */
    const char *const *comments;            /* pcapng: of the section, NULL after the last; read while it is opened */
    uint32_t snaplen;                       /* pcap without a source; 0: 262144 */
};

/* The kinds of file that -F takes, in the order in which to list them. */
struct writer_kind {
    const char *name, *description;         /* "pcapng", "Wireshark/... - pcapng" */
    enum capture_format format;
    enum pcap_variant variant;
};
const struct writer_kind *writer_kinds(unsigned *count);
/* NULL for a name that is not among them. */
const struct writer_kind *writer_kind(const char *name);
/* "gzip" (or "gz"), "zstd" (or "zst"), "lz4", "none"; -1 for another name. */
int writer_compression(const char *name);

/* Makes the file, or takes standard output for "-"; an existing file is replaced.  `source` (may be
   NULL) is the capture that will be copied from: its section's and its interfaces' facts are written,
   and stay in use until capture_writer_close.  NULL on failure. */
struct capture_writer *capture_writer_open(const char *path, const struct writer_options *options,
                                           const struct capture *source, struct thr_error *error);

/* Writes frame `number` of the source, and before it, in pcapng, what stands before it in the source and was
   not written yet: interfaces, names, secrets, statistics, custom and unknown blocks. */
bool capture_writer_copy(struct capture_writer *w, const struct capture_frame *frame, uint64_t number,
                         struct thr_error *error);

/* Without a source: an interface (only linktype, snaplen, tsresol, tsoffset and options are used; number in
   *id), a frame of it, a block whole as it stands in a little-endian file. */
bool capture_writer_interface(struct capture_writer *w, const struct capture_interface *i, uint32_t *id,
                              struct thr_error *error);
bool capture_writer_frame(struct capture_writer *w, const struct capture_frame *frame, struct thr_error *error);
bool capture_writer_block(struct capture_writer *w, const uint8_t *block, uint32_t len, struct thr_error *error);

/* Hands everything written so far to the system: for somebody who reads the file meanwhile. */
bool capture_writer_flush(struct capture_writer *w, struct thr_error *error);
/* Bytes given to the file so far, before compression. */
uint64_t capture_writer_size(const struct capture_writer *w);

/* Writes what the source holds after the last frame, and closes; frees w even when it fails.  A file that
   could not be written whole is left as it is. */
bool capture_writer_close(struct capture_writer *w, struct thr_error *error);

#endif
