/* x509_parts.h - what the files of X.509 share. */
#ifndef PROTOCOLS_SECURITY_X509_PARTS_H
#define PROTOCOLS_SECURITY_X509_PARTS_H

#include "protocols/security/der.h"
#include "protocols/security/x509_rows.h"

/* Emits a row of whichever protocol it belongs to; `len` bytes at c.  NO_NODE as emit_at. */
uint32_t x509_at(struct dissect *d, unsigned row, struct cursor c, uint32_t len);
uint32_t x509_value(struct dissect *d, unsigned row, struct cursor c, uint32_t len, uint64_t value);
/* All of c. */
static inline uint32_t x509_all(struct dissect *d, unsigned row, struct cursor c) { return x509_at(d, row, c, c.cap); }

/* The next element at *c, whose identifier must be `id` (0: any); false, with a finding unless *c is empty, when there
   is none.  What is not captured is a failure as everywhere. */
bool x509_next(struct dissect *d, struct cursor *c, unsigned id, struct der *e);
/* The same without a finding when another identifier comes: for what is optional. */
bool x509_optional(struct dissect *d, struct cursor *c, unsigned id, struct der *e);
/* A finding of BER. */
void x509_note(struct dissect *d, unsigned note);
/* A name for frame.protocols: another module's structure begins. */
void x509_layer(struct dissect *d, enum x509_speaker module);

/* The node of a list counts its elements. */
uint32_t x509_list(struct dissect *d, unsigned row, struct cursor c);
void x509_algorithm(struct dissect *d, unsigned row, struct cursor *c);
/* A BIT STRING's unused bits, then its bits; c: its body. */
void x509_bits(struct dissect *d, unsigned row, struct cursor c);
/* Flags in a BIT STRING: rows first..last, each with its mask, eight to a byte; bits that are left out at the end are 0. */
void x509_flags(struct dissect *d, unsigned row, struct cursor c, unsigned first, unsigned last);
/* GeneralizedTime as an absolute time. */
void x509_time(struct dissect *d, unsigned row, struct cursor body);
/* A text: BMPString is decoded, all else is as it stands. */
void x509_string(struct dissect *d, unsigned row, const struct der *e);
void x509_int(struct dissect *d, unsigned row, struct cursor body);
/* A Name: the element itself. */
void x509_name(struct dissect *d, unsigned row, struct cursor body, unsigned rdns_row);
/* The value of an attribute, by its type. */
void x509_attribute_value(struct dissect *d, const char *oid, struct cursor c);
/* The Extensions at c: `row` for each, `id_row` for its type. */
void x509_extensions(struct dissect *d, struct cursor c, unsigned row, unsigned id_row);
void x509_general_name(struct dissect *d, unsigned row, const struct der *e);

void sb_x509_string(struct strbuf *sb, unsigned id, struct cursor body);
/* OCSP's own extensions: false when it has none of that type. */
bool ocsp_extension(struct dissect *d, const char *oid, struct cursor c);

#endif
