/* filter.h - display filters: text to a small typed program, the program over dissected packets.

   A filter is immutable once compiled: any number of threads may use it, each with a filter_state of
   its own.  It knows fields, not protocols.  The language is that of wireshark-filter(4); docs/filters.md
   says where it goes beyond tshark 4.0. */
#ifndef FILTER_FILTER_H
#define FILTER_FILTER_H

#include "dissect/dissect.h"

struct filter;
struct filter_state;

/* What is wrong with a filter.  `at` and `len` are bytes of the text that was compiled (`expanded`, when macros
   were replaced); `placed` is false when no single place is wrong. */
struct filter_problem {
    char text[400];
    char near_names[200];  /* fields that may have been meant, ", " between; "" */
    size_t at, len;
    bool placed;
};

/* What a filter needs from the layers above.  All may be NULL. */
struct filter_host {
    /* The number by which `column_text` knows the column of this name ("info"), or -1. */
    int (*column)(const void *context, const char *name);
    /* The text that replaces macro `name`; NULL: there is none.  Lives as long as the context. */
    const char *(*macro)(const void *context, const char *name);
    const void *context;
    /* Fields that do not exist are taken for fields that never occur: rules that were written for other programs. */
    bool lenient;
};

enum { FILTER_MAX_TEXT = 64 * 1024, FILTER_MAX_DEPTH = 200 };

/* NULL with *problem filled when the text is no filter, or there is no memory.  The caller frees it. */
struct filter *filter_compile(const char *text, const struct filter_host *host, struct filter_problem *problem);
/* The same for an expression whose values are wanted, not its truth: "ip.addr#2", "tcp.srcport + 1", "@ip". */
struct filter *filter_compile_values(const char *text, const struct filter_host *host, struct filter_problem *problem);
void filter_free(struct filter *f);

/* The text as it was compiled, macros replaced. */
const char *filter_text(const struct filter *f);
/* What is accepted but should be written otherwise: a sentence, NULL after the last. */
const char *filter_warning(const struct filter *f, unsigned which);
/* Marks the fields that the filter looks at; `columns` too when it looks at columns.  wanted_settle is the caller's. */
void filter_want(const struct filter *f, struct wanted *w);
/* Global numbers of the fields that it looks at, in the order of their first use, and how many. */
const uint32_t *filter_fields(const struct filter *f, uint32_t *count);

/* What evaluation needs to remember; one a thread.  NULL without memory. */
struct filter_state *filter_state_new(const struct filter *f);
void filter_state_free(struct filter_state *s);
/* How text of columns is made; context is handed on. */
typedef void filter_column_text(struct strbuf *sb, const void *context, int column);
void filter_state_columns(struct filter_state *s, filter_column_text *text, const void *context);
/* The packet whose values field references (${frame.number}) have; NULL: none. */
void filter_state_select(struct filter_state *s, const struct dissect *selected);

/* Whether the packet, dissected with at least the fields of filter_want, passes. */
bool filter_match(const struct filter *f, struct filter_state *s, const struct dissect *d);
/* Numbers whose bits under `mask` make low to low + span, or all others. */
struct filter_numbers {
    uint64_t mask, low, span;
    bool outside;
};
static inline bool filter_among(const struct filter_numbers *n, uint64_t v)
{
    return ((v & n->mask) - n->low <= n->span) != n->outside;
}
/* Which numbers a field (any of these, an IPv4 address being a number) must have for a packet to pass: of several values one, or
   all. */
struct filter_range {
    const uint32_t *fields;
    uint32_t n_fields;
    struct filter_numbers numbers;
    bool all;
};
/* Such as a packet has to meet all of, what the frame itself tells first; how many, at most `most`.  *whole: there is nothing else
   that it has to. */
uint32_t filter_ranges(const struct filter *f, struct filter_range *ranges, uint32_t most, bool *whole);

/* For filter_compile_values: works the expression out; how many values it has in this packet. */
uint32_t filter_evaluate(const struct filter *f, struct filter_state *s, const struct dissect *d);
/* After that, with the same packet: appends value `which`, from 0. */
void filter_value(const struct filter *f, struct filter_state *s, const struct dissect *d, uint32_t which,
                  struct strbuf *sb);

/* The tree of the filter as text that compiles to the same tree. */
void filter_print(struct strbuf *sb, const struct filter *f);
/* The tree, the program and the fields needed, for people. */
void filter_explain(struct strbuf *sb, const struct filter *f);
/* The problem as tshark shows it: the sentence, the filter, carets below the place; then near names. */
void filter_problem_print(struct strbuf *sb, const char *text, const struct filter_problem *p);

/* Calls `each` for the names of fields that begin with `prefix`, in order, at most `max`: completion. */
void filter_complete(const char *prefix, unsigned max, void (*each)(void *context, const char *name, const char *label),
                     void *context);

#endif
