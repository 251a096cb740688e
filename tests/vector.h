/* vector.h - a dissector's test vectors: bytes in, labels out, and every truncated prefix survived. */
#ifndef TESTS_VECTOR_H
#define TESTS_VECTOR_H

#include "dissect/registry.h"

struct vector {
    const char *name;
    const char *
        hex; /* the protocol's bytes; blanks and newlines are ignored.  "/" ends a frame: what follows is in the next */
    const char
        *tree; /* the labels that are shown of the last frame, a line each, one more blank in front for each level;
                          NULL: only the prefixes are tried */
    const char *pref;  /* as -o has it: "json.compact_form:TRUE"; NULL: all as at the start */
};

/* Dissects the bytes with `p` first, as frames of their own; compares the tree of the last; then dissects every
   prefix of each, as cut by a snap length and as all there is, each in a heap block of exactly its size,
   and prints every label and value of it.  The state is kept over both passes. */
void vector_check(const struct protocol *p, const struct vector *v);
/* n of them. */
void vectors_check(const struct protocol *p, const struct vector *v, size_t n);

#endif
