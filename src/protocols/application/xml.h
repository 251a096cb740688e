/* xml.h - reading XML 1.0 piece by piece, well formed or not; and the dissector that shows it. */
#ifndef PROTOCOLS_APPLICATION_XML_H
#define PROTOCOLS_APPLICATION_XML_H

#include "protocols/protocol.h"

extern const struct protocol proto_xml;

enum { XML_DEPTH = 100 };  /* tags inside one another that are shown so */

struct xml_text {
    const uint8_t *p;
    uint32_t len;
    uint64_t effort;  /* bytes that were looked at in vain */
};

enum xml_kind { XML_TEXT, XML_OPEN, XML_EMPTY, XML_CLOSE, XML_INSTRUCTION, XML_COMMENT, XML_CDATA, XML_DOCTYPE, XML_STRAY };

/* Tags and instructions: the name, attributes between it and attributes_end. */
struct xml_piece {
    enum xml_kind kind;
    uint32_t from, end;
    uint32_t name, name_end;
    uint32_t attributes_end;
};

/* name = "value" */
struct xml_attribute {
    uint32_t from, name_end, value, value_end, end;
};

/* Behind blanks from i on. */
uint32_t xml_skip_space(const struct xml_text *t, uint32_t i);
/* The name that begins at i ends there. */
uint32_t xml_name_end(const struct xml_text *t, uint32_t i);
bool xml_begins(const struct xml_text *t, uint32_t i, const char *text);
/* Behind the next `text` from i on; 0: there is none. */
uint32_t xml_behind(struct xml_text *t, uint32_t i, const char *text);
/* The attribute at i; false when there is none. */
bool xml_attribute_at(struct xml_text *t, uint32_t i, struct xml_attribute *a);
/* The piece at `from`, which is no blank and within the text.  A document type, and what is no markup (XML_STRAY), go
   to the next blank. */
struct xml_piece xml_piece_at(struct xml_text *t, uint32_t from);
/* What is never closed must not cost the square of the text's length: true when it is to be given up. */
bool xml_tired(const struct xml_text *t);

#endif
