/* pages.h - memory of whole pages, made ready in one go. */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

/* Memory that was just allocated and will be used from end to end: its pages are made at once.  One by one, each when it is
   first touched, they cost a system twenty times as much.  Nothing happens where that cannot be done. */
void pages_ready(void *bytes, size_t n);

#endif
