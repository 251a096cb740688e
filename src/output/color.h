/* color.h - the standard colouring rules: which colours a packet's line has. */
#ifndef OUTPUT_COLOR_H
#define OUTPUT_COLOR_H

#include "session/session.h"

struct color_rule {
    const char *name, *filter;       /* as Wireshark's colorfilters file has them */
    uint8_t background[3], foreground[3];
    const struct color_test *tests;  /* see color.c */
    uint32_t n_tests;
};

/* Adds what the rules look at to the wanted fields. */
void color_needs(struct wanted *w);
/* The first rule that holds, NULL if none does. */
const struct color_rule *color_of(const struct thr_packet *packet);
/* The escape sequence that switches to the rule's colours; 256-colour terminals get the nearest ones. */
void sb_color(struct strbuf *sb, const struct color_rule *rule, bool true_color);

#endif
