/* label.h - text for nodes, made when somebody prints or compares it.  Read-only on the packet;
   any number of threads may do it with their own strbuf. */
#ifndef DISSECT_LABEL_H
#define DISSECT_LABEL_H

#include "dissect/dissect.h"

/* "Source Port: 443", without the brackets of generated fields. */
void node_label(struct strbuf *sb, const struct dissect *d, const struct node *n);
/* The value alone, as -T fields and PDML's show have it: "443", "0x0800", "192.0.2.1". */
void node_show(struct strbuf *sb, const struct dissect *d, const struct node *n);
/* The value as a column of fields has it: names of values and addresses if `resolved`, bytes cut as in a label. */
void node_in_column(struct strbuf *sb, const struct dissect *d, const struct node *n, bool resolved);
/* The bytes of a string, address or bytes value; NULL and 0 when the value is a number or not captured. */
const uint8_t *node_value(const struct dissect *d, const struct node *n, uint32_t *len);

/* The name that the field has for a value, of a flag the word for it; NULL: none. */
const char *field_value_name(const struct field *f, uint64_t value);
/* An object identifier's bytes as numbers with dots; relative: without the first two of them in one. */
void sb_oid(struct strbuf *sb, const uint8_t *bytes, uint32_t len, bool relative);

/* True when the label stands in brackets. */
bool node_generated(const struct node *n);
bool node_hidden(const struct node *n);

/* The text of a finding's own field (builtin.c). */
void raised_label(struct strbuf *sb, const struct dissect *d, const struct node *n);

#endif
