/* crew.h - the same work on several threads. */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* CREW_APART: bytes between what two threads write all the time; a cache line with both would go to and fro between their
   processors, which fetch lines in pairs. */
enum { CREW_MAX = 64, CREW_APART = 128 };

/* What one thread does; `who` counts from 0. */
typedef void crew_work(void *context, uint32_t who);

/* Runs work(context, 0) on the calling thread and the others, up to `count` (1 to CREW_MAX), each on a thread of its
   own; returns when all have returned.  False when a thread could not be started: then none has done anything. */
bool crew_run(uint32_t count, crew_work *work, void *context);
/* Memory, zeroed, CREW_APART from anything else; NULL without memory; free() it. */
void *crew_alloc(size_t size);
/* Nanoseconds since some moment; only differences say something. */
uint64_t crew_clock(void);
/* Processors that this process may run on, at least 1 and at most CREW_MAX. */
uint32_t crew_processors(void);

#endif
