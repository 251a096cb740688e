/* der.h - the Distinguished Encoding Rules of ASN.1 (X.690): elements one after the other, each with its identifier and
   length.  Lengths are definite and tags below 31, which DER and the structures of X.509 have alone.  Nothing here
   recurses or allocates. */
#ifndef PROTOCOLS_SECURITY_DER_H
#define PROTOCOLS_SECURITY_DER_H

#include "dissect/cursor.h"

enum {
    DER_BOOLEAN = 1, DER_INTEGER = 2, DER_BIT_STRING = 3, DER_OCTET_STRING = 4, DER_NULL = 5, DER_OID = 6,
    DER_ENUMERATED = 10, DER_UTF8_STRING = 12, DER_PRINTABLE_STRING = 19, DER_TELETEX_STRING = 20,
    DER_IA5_STRING = 22, DER_UTC_TIME = 23, DER_GENERALIZED_TIME = 24, DER_VISIBLE_STRING = 26,
    DER_UNIVERSAL_STRING = 28, DER_BMP_STRING = 30, DER_SEQUENCE = 0x30, DER_SET = 0x31
};
/* Identifiers of context-specific tags: primitive, and constructed. */
#define DER_TAG(n) (0x80u | (n))
#define DER_TAGGED(n) (0xa0u | (n))

struct der {
    unsigned id;                /* the identifier octet */
    struct cursor whole, body;  /* with identifier and length, and without */
};

/* The element at c, whose bytes are all captured; false when there is none or it is not sound. */
bool der_peek(struct cursor c, struct der *e);
/* The same, and moves c behind it. */
bool der_take(struct cursor *c, struct der *e);
/* Elements at c up to the first that is not sound. */
uint32_t der_count(struct cursor c);

/* The number of an INTEGER or ENUMERATED of up to 8 bytes; others give 0. */
int64_t der_integer(struct cursor body);

/* "1.2.840.10045" into `text`; what has no room is left out.  Room that suffices for the identifiers of tables. */
enum { OID_TEXT = 128 };
void der_oid(struct cursor body, char text[OID_TEXT]);
/* "id-ecPublicKey"; else the longest beginning that has a name, and the rest: "iso.3.6.1".  `text` as above. */
struct strbuf;
void sb_oid_name(struct strbuf *sb, const char *text);

#endif
