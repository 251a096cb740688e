/* follow.h - what the two ends of a conversation said to each other: their bytes, in order.

   Made before the session's first packet; filled while thr_session_next gives packets (whatever the display filter
   leaves out); looked at after the last.  Used by the session's thread alone.  Bytes are not held in memory where
   they stand in the file: they are read again when somebody asks. */
#ifndef THRESHER_FOLLOW_H
#define THRESHER_FOLLOW_H

#include "thresher/thresher.h"

#ifdef __cplusplus
extern "C" {
#endif

struct thr_follow;

/* Protocols that can be followed ("tcp", "udp", ...), from 0 on; NULL after the last.
     tcp   bytes in the order of their sequence numbers, once each
     udp   datagrams as they come
     http  heads of messages, and bodies with transfer and content codings undone
     tls   what was decrypted */
THR_API const char *thr_follow_protocol(unsigned which);

/* Which conversation: its number as tcp.stream and udp.stream have it, or both ends. */
struct thr_end {
    uint8_t address[16];
    unsigned size;        /* of the address: 4 or 16 */
    unsigned port;
};
struct thr_conversation {
    bool by_ends;
    uint32_t number;
    struct thr_end ends[2];  /* of one size */
};

/* NULL when there is no such protocol, or no memory.  The caller frees it, after the session. */
THR_API struct thr_follow *thr_follow_new(struct thr_session *session, const char *protocol,
                                          const struct thr_conversation *which, struct thr_error *error);
THR_API void thr_follow_free(struct thr_follow *follow);

/* The display filter that its packets pass; lives as long as it. */
THR_API const char *thr_follow_filter(const struct thr_follow *follow);
/* An end of the conversation, 0 or 1: its first packet went from 0 to 1. */
struct thr_peer {
    const char *address;  /* "192.0.2.1"; "": no packet was seen.  Lives until the next call */
    bool ipv6;
    unsigned port;
};
THR_API struct thr_peer thr_follow_peer(struct thr_follow *follow, unsigned end);

struct thr_chunk {
    uint32_t packet;      /* its number; of a gap: that of the packet which made it one */
    unsigned from;        /* the end that sent it */
    int64_t seconds;      /* when, since 1970; 0 for a gap */
    uint32_t nanoseconds;
    uint32_t missing;     /* bytes that are not in the capture: it has no others */
    uint32_t length;
};
THR_API uint64_t thr_follow_chunks(const struct thr_follow *follow);
/* Chunk `which`, from 0, and its bytes (NULL: not asked for), which live until the next call. */
THR_API enum thr_failure thr_follow_chunk(struct thr_follow *follow, uint64_t which, struct thr_chunk *chunk,
                                          const uint8_t **bytes, struct thr_error *error);
/* THR_OK, or why what was gathered is not all: memory, or the bound on what is copied (256 MiB). */
THR_API enum thr_failure thr_follow_incomplete(const struct thr_follow *follow, struct thr_error *error);

#ifdef __cplusplus
}
#endif
#endif
