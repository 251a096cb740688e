/* columns.h - the packet list's columns: every code that tshark knows ("%m", "%Cus:tcp.port:0:R") as a
   row of one constant table, and the list of columns that an engine is configured with. */
#ifndef SESSION_COLUMNS_H
#define SESSION_COLUMNS_H

#include "base/strbuf.h"
#include "thresher/thresher.h"

#include <stdbool.h>
#include <stdint.h>

struct thr_packet;
struct column;
struct wanted;
struct filter;

/* How the text form pads a column, and whether an arrow joins it to its neighbour. */
enum column_layout { LAYOUT_PLAIN, LAYOUT_NUMBER, LAYOUT_TIME, LAYOUT_SOURCE, LAYOUT_DESTINATION, LAYOUT_LINK_SOURCE,
                     LAYOUT_LINK_DESTINATION, LAYOUT_NET_SOURCE, LAYOUT_NET_DESTINATION };

typedef void column_text(struct strbuf *sb, const struct thr_packet *p, const struct column *c);

struct column_kind {
    const char *code, *label;  /* "%m", "Number" */
    column_text *text;
    uint8_t layout;
    uint8_t detail;            /* what `text` is told: which of several addresses, times, ... */
    const char *fields;        /* names of the fields that it looks at, a NUL after each, or NULL */
};

struct column {
    char *title;
    const struct column_kind *kind;
    char *fields;    /* "%Cus": the names, a NUL after each, one more at the end; else NULL */
    int occurrence;  /* "%Cus": 1 the first value, -1 the last, 0 all */
    struct filter *expression;  /* "%Cus" of something that is no list of fields; else NULL */
    bool resolved;   /* "%Cus": names of values instead of numbers */
};

struct columns {
    struct column *list;
    uint32_t count;
};

/* The seven columns of a new profile; false without memory. */
bool columns_default(struct columns *c);
/* From a gui.column.format: "No.","%m","Time","%t" ...; false, with *c as it was, when it is none. */
bool columns_parse(struct columns *c, const char *text);
void columns_free(struct columns *c);
/* Adds the fields that columns of fields show. */
void columns_need(const struct columns *c, struct wanted *w);

/* Whether the column shows the time since the packet that was displayed before; `time`: what "Time" is. */
bool column_needs_displayed(const struct column *c, enum thr_time time);

/* Whether it shows how many bytes there were up to the packet. */
bool column_needs_cumulative(const struct column *c);

void column_append(struct strbuf *sb, const struct thr_packet *p, const struct column *c);
/* The index of the column with this title (exactly), c->count if there is none. */
uint32_t columns_titled(const struct columns *c, const char *title);

/* All kinds, in the order of their labels; kinds[n].code is NULL at the end. */
const struct column_kind *column_kinds(void);

#endif
