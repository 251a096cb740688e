/* saved.h - what people keep in their configuration folder: filter macros, saved filters, colouring rules.

   Thresher's own folder comes first ($XDG_CONFIG_HOME/thresher or ~/.config/thresher), then Wireshark's beside it. */
#ifndef SESSION_SAVED_H
#define SESSION_SAVED_H

#include <stdbool.h>
#include <stdio.h>

/* Opens the file of this name in the first folder that has it, for reading; NULL: there is none. */
FILE *profile_open(const char *name);

struct saved {
    char *name, *text;
};
struct saved_list {
    struct saved *rows;
    size_t count;
};
/* Reads a file of lines `"name" text` ("dfilters", "dmacros"; text may stand in braces) or `"name","text"` (the form
   of "dmacros" before Wireshark 4.4).  Lines that are neither are left out. */
void saved_read(struct saved_list *l, const char *file);
void saved_parse(struct saved_list *l, FILE *from);
void saved_free(struct saved_list *l);
/* NULL: no row has the name */
const char *saved_find(const struct saved_list *l, const char *name);

#endif
