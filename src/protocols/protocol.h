/* protocol.h - the one header that a dissector includes. */
#ifndef PROTOCOLS_PROTOCOL_H
#define PROTOCOLS_PROTOCOL_H

#include "dissect/builtin.h"
#include "dissect/dissect.h"
#include "dissect/glance.h"
#include "flow/flow.h"
#include "protocols/tables.h"

/* For the descriptor's pairs of table and count: FIELDS(fields) is .fields = fields, .n_fields = N. */
#define FIELDS(t) .fields = (t), .n_fields = ARRAY_LEN(t)
#define NOTES(t) .notes = (t), .n_notes = ARRAY_LEN(t)
#define CLAIMS(t) .claims = (t), .n_claims = ARRAY_LEN(t)
#define HEURISTICS(t) .heuristics = (t), .n_heuristics = ARRAY_LEN(t)
#define PREFS(t) .prefs = (t), .n_prefs = ARRAY_LEN(t)
#define GLANCE(fn, t) .glance = (fn), .glance_rows = (t), .n_glance_rows = ARRAY_LEN(t)
#define SHAPES(t) .shapes = (t), .n_shapes = ARRAY_LEN(t)
#define HANDS_TO(t) .hands_to = (t), .n_hands_to = ARRAY_LEN(t)

#endif
