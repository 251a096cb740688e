/* shard.h - which packets have to do with each other: those between the same two ends, in either direction; and where a
   packet holds another one (a tunnel, the quotation in an ICMP error), all of the ends.

   Whatever protocols remember of a packet they find again only from packets that have to do with it; so packets that have
   not may be dissected by different threads. */
#ifndef SESSION_SHARD_H
#define SESSION_SHARD_H

#include "dissect/dissect.h"

enum { SHARDS = 1 << 16, SHARD_COMMON = 0 };  /* SHARD_COMMON: packets without ends, and what knows no bounds */

struct glance_pair;
struct glance_walk;
/* The shard of packets between two ends that hold no others. */
uint32_t shard_of_pair(const struct glance_pair *pair);

/* Puts packets into shards and notes which shards are one. */
struct sharding;
/* NULL without memory. */
struct sharding *sharding_new(const struct engine *e);
void sharding_free(struct sharding *s);
/* Whether nothing that the protocol's packets hold leads to other ends. */
bool sharding_closed(const struct sharding *s, const struct protocol *p);

/* One a thread: for looking into packets that a glance does not settle. */
struct shard_eye;
struct shard_eye *shard_eye_new(const struct sharding *s);
void shard_eye_free(struct shard_eye *eye);
enum { SHARD_UNTOLD = SHARDS };
/* The shard of a frame that goes a way of most (dissect/ways.h) and holds no other ends; else SHARD_UNTOLD.  Each thread with
   its own eye. */
uint32_t shard_on_a_way(const struct sharding *s, struct shard_eye *eye, const struct frame_info *frame,
                        const uint8_t *bytes);
/* The shard of the frame whose walk was begun, if all of its ends are in plain headers; else SHARD_UNTOLD.  Any number of threads. */
uint32_t shard_at_a_glance(struct sharding *s, struct glance_walk *walk);
/* Else a closer look at the frame.  Each thread with its own eye. */
uint32_t shard_closely(struct sharding *s, struct shard_eye *eye, const struct frame_info *frame, const uint8_t *bytes);
/* The same of a frame that has been dissected for what sharding_want adds; of a fragment only with `peeks`. */
uint32_t shard_of_dissected(struct sharding *s, const struct dissect *d);
void sharding_want(const struct sharding *s, struct wanted *w);

/* False when packets hide what they hold: then all have to do with each other.  By one thread, once every frame has its shard, as the
   next. */
bool sharding_apart(const struct sharding *s);
/* Whether some shards turned out to be one. */
bool sharding_ties(const struct sharding *s);
/* Of those that are one, the first: after sharding_settle, by any number of threads. */
void sharding_settle(struct sharding *s);
uint32_t sharding_one(const struct sharding *s, uint32_t shard);

#endif
