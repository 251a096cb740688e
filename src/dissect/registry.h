/* registry.h - the protocols that the build put together, numbered once and for all.
   Everything here is constant: shared by all threads and sessions. */
#ifndef DISSECT_REGISTRY_H
#define DISSECT_REGISTRY_H

#include "dissect/cursor.h"
#include "dissect/field.h"

struct dispatch_table {
    const char *name, *label;  /* "udp.port", "UDP port" */
    uint8_t type;              /* type of the key: FT_UINT8 ..., or FT_STRING: texts, whatever their case */
    uint8_t base;              /* how -G decodes and -d print a key */
};

/* What a dissector says when it has done its part. */
enum verdict_kind { VERDICT_DONE, VERDICT_TABLE, VERDICT_PROTOCOL, VERDICT_HEURISTIC, VERDICT_NOT_MINE, VERDICT_MORE };
struct protocol;
struct verdict {
    uint8_t kind;
    uint8_t table;              /* VERDICT_TABLE, VERDICT_HEURISTIC */
    bool try_second;            /* look for `second` when nobody claims `key` */
    bool ask;                   /* VERDICT_PROTOCOL: when `to` says not_mine(), d->refused tells, and nobody goes on */
    bool at_top;                /* what the next one shows stands at the top of the tree, whatever encloses this one */
    uint32_t key, second;       /* VERDICT_MORE: bytes that are missing, and the dissector's mark */
    const struct protocol *to;  /* VERDICT_PROTOCOL */
    int variant;                /* handed to the dissector as d->variant */
    struct cursor rest;
};

typedef struct verdict dissector(struct dissect *d, struct cursor c);
/* Goes past a plain header that nobody wants to see anything of: leaves with the packet what the dissector would, moves
   v->rest behind the header and says in *v who goes on (pass_on).  False, with nothing changed: the dissector runs. */
typedef bool passer(struct dissect *d, struct verdict *v);
/* True when the bytes look like this protocol; must not emit anything. */
typedef bool prober(const struct dissect *d, struct cursor c);

/* "I dissect what this table has under this key." */
struct claim {
    uint8_t table;
    uint32_t key;
    int variant;  /* which of the protocol's forms; the dissector finds it in d->variant */
    const char *text;  /* the key in a table of texts, in lower case */
};

/* "Ask me about payload of this table that nobody claims." */
struct heuristic {
    uint8_t table;
    prober *probe;
    const char *name, *label;  /* "stun_udp", "STUN over UDP" */
};

struct glance;
struct glance_row;
struct glance_shape;
struct glance_pair;
struct glance_own;

struct protocol {
    const uint16_t *number;  /* place in registry_protocols: PROTOCOL() sets it */
    const char *name, *short_name, *long_name;  /* "udp", "UDP", "User Datagram Protocol" */
    const struct field *fields;  /* row 0 is the protocol itself, FT_PROTOCOL */
    const struct note_def *notes;
    const struct claim *claims;
    const struct heuristic *heuristics;
    const struct pref *prefs;
    const uint8_t *hands_to;  /* the tables that the dissector hands on by */
    const struct protocol *const *calls;  /* protocols that it hands to directly, NULL at the end */
    const struct protocol *const *ends_in;  /* the same, and what it hands to them they do not hand on */
    dissector *run;
    passer *pass;  /* NULL: .run goes past every header */
    bool (*glance)(struct glance *g);  /* glance.h; NULL: never plain */
    const struct glance_row *glance_rows;
    const struct glance_shape *shapes;  /* that most headers have which it passes */
    bool (*pair)(const struct glance *g, struct glance_pair *pair);  /* the packet's ends; false: not to be told */
    bool (*own)(const struct glance *g, struct glance_own *own);     /* its conversation between them, after `glance` */
    uint16_t n_fields, n_notes, n_claims, n_heuristics, n_prefs, n_hands_to, n_glance_rows, n_shapes;
    bool keeps_state;    /* must see every frame when anything that depends on other frames is wanted */
    bool joins;          /* puts together what comes in several frames: keeps_state also for those above it */
    bool mingles;        /* what it remembers is found from packets between other ends too */
    bool (*mingles_at)(
        const struct glance *g); /* a header that the glancer passed holds such a protocol; NULL: none does */
    bool off;            /* disabled unless asked for */
};

/* Defines proto_ID; the build finds the definition by this word at the start of a line and puts the
   protocol into the registry.  Other files declare `extern const struct protocol proto_ID`. */
#define PROTOCOL(id, ...)                     \
    extern const uint16_t protocol_number_##id; \
    const struct protocol proto_##id = { .number = &protocol_number_##id, __VA_ARGS__ }

enum { NO_PROTOCOL = 0xffff };

/* The generated part. */
extern const struct protocol *const registry_protocols[];
extern const uint32_t registry_count;
extern const struct dispatch_table registry_tables[];
extern const uint32_t registry_n_tables;

/* Computed from it once by the build (tools: gen_registry). */
extern const uint32_t
    registry_first_field[];               /* global number of each protocol's first field; one more row: the total */
extern const uint16_t registry_owner[];        /* protocol of each field */
extern const uint32_t registry_by_name[];      /* fields with names, by name, then number */
extern const uint32_t registry_n_named;
extern const uint16_t registry_first_pref[];   /* as first_field */

extern const struct field registry_note_field;  /* stands for the field of a finding */

/* The declaration of a field; findings have one too, of type FT_NONE without name. */
static inline const struct field *registry_field(uint32_t global)
{
    const struct protocol *p = registry_protocols[registry_owner[global]];
    uint32_t row = global - registry_first_field[registry_owner[global]];
    return row < p->n_fields ? &p->fields[row] : &registry_note_field;
}
/* The finding, when the field is one; else NULL. */
static inline const struct note_def *registry_note(uint32_t global)
{
    const struct protocol *p = registry_protocols[registry_owner[global]];
    uint32_t row = global - registry_first_field[registry_owner[global]];
    return row < p->n_fields ? NULL : &p->notes[row - p->n_fields];
}
/* First of the fields of that name in registry_by_name, and how many there are; 0: none. */
uint32_t registry_find(const char *name, uint32_t *count);
/* Number of the protocol with this filter name, NO_PROTOCOL. */
uint32_t registry_protocol(const char *name);
static inline uint32_t registry_protocol_number(const struct protocol *p) { return *p->number; }
uint32_t registry_table(const char *name);  /* registry_n_tables: none */

#endif
