/* known.h - things that come again and again, byte for byte, and in which only what is wrong with them would show. */
#ifndef DISSECT_KNOWN_H
#define DISSECT_KNOWN_H

#include "dissect/dissect.h"

/* Whether these bytes, all captured, were gone over before and stopped nothing; the layers that they added are added.  To be
   asked only where nobody wants to see what they are. */
bool known_sound(struct dissect *d, struct cursor c);
/* They were gone over now; before, the packet had so many layers. */
void known_keep(struct dissect *d, struct cursor c, uint16_t layers);

#endif
