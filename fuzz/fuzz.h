/* fuzz.h - what a fuzz target is: a file fuzz_NAME.c with these functions, a line in meson.build, and
   seeds in corpus/NAME.  libFuzzer calls it, or replay.c where there is no libFuzzer.  One thread. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Optional: before the first input, and again before each folder of the corpus when replayed. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
/* Looks at one input, which lies in a block of exactly this size; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
