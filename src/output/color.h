/* color.h - colouring rules: which colours a packet's line has.  The user's colorfilters file, else the standard rules;
   each is a display filter. */
#ifndef OUTPUT_COLOR_H
#define OUTPUT_COLOR_H

#include "session/session.h"

#include <stdio.h>

struct color_rule {
    char *name, *filter;             /* as a colorfilters file has them */
    uint8_t background[3], foreground[3];
    struct filter *compiled;
    struct filter_state *state;
};

struct color_rules {
    struct color_rule *list;
    uint32_t count;
    bool borrowed;                   /* all but the states are another one's */
};

/* The rules in force; none without memory.  A rule that is wrong is left out. */
void color_open(struct color_rules *r, const struct thr_engine *engine);
/* The same from the lines of a file; false when it has none. */
bool color_read(struct color_rules *r, const struct thr_engine *engine, FILE *from);
/* The same rules for another thread; `from` must outlive them.  False without memory. */
bool color_borrow(struct color_rules *r, const struct color_rules *from);
void color_close(struct color_rules *r);
/* Adds what the rules look at to the wanted fields. */
void color_needs(const struct color_rules *r, struct wanted *w);
/* The first rule that holds, NULL if none does. */
const struct color_rule *color_of(const struct color_rules *r, const struct thr_packet *packet);
/* The escape sequence that switches to the rule's colours; 256-colour terminals get the nearest ones. */
void sb_color(struct strbuf *sb, const struct color_rule *rule, bool true_color);

#endif
