/* engine.h - one configuration of the registry: which protocols are on, what decodes what,
   preferences, how names are resolved.  Built once, then read-only and shared by threads. */
#ifndef DISSECT_ENGINE_H
#define DISSECT_ENGINE_H

#include "dissect/registry.h"
#include "thresher/error.h"

struct resolver;

struct pref_value {
    uint32_t number;
    const char *text;  /* owned by the engine */
};

struct dispatch_slot {
    uint32_t key;
    uint16_t protocol;  /* NO_PROTOCOL: free */
    int16_t variant;
};
struct dispatch {
    struct dispatch_slot *slots;
    const char **texts;  /* tables of texts: the key of each slot, whose `key` is a hash of it; else NULL */
    uint32_t mask;
    bool glances;        /* some protocol in it knows its header at a glance */
};

/* Who may guess that a packet is its own. */
struct prober {
    uint16_t protocol;
    uint16_t ordinal;           /* over all heuristics */
    const struct heuristic *heuristic;
};

struct engine {
    struct dispatch *tables;    /* one each of registry_tables */
    bool *enabled;              /* one each of the protocols */
    bool *heuristics_off;       /* by ordinal over all heuristics */
    struct prober *probers;     /* those of a table in a row, from first_prober[table] to first_prober[table + 1] */
    uint32_t *first_prober;
    struct pref_value *prefs;   /* by registry_first_pref */
    char **texts;               /* preference texts owned */
    uint32_t n_texts;
    const struct resolver *names;  /* NULL: no names at all */
    bool utc;                   /* BASE_LOCAL times are shown in UTC */
    uint64_t seed;              /* for hashes of what packets hold */
};

struct engine *engine_new(struct thr_error *error);
void engine_free(struct engine *e);

/* "tcp.check_checksum:TRUE".  THR_FAILED_ARGUMENT with tshark's sentence when there is no such
   preference or the value is not one of its kind. */
enum thr_failure engine_set_pref(struct engine *e, const char *assignment, struct thr_error *error);
/* The words of a -d rule, without blanks around them; missing ones are "". */
struct decode_rule {
    char table[64], selector[64], protocol[64];
    bool selected, whole;  /* there is a "=", a "," after it */
};
void decode_rule_parse(struct decode_rule *r, const char *rule);
/* "tcp.port==8080,http" (-d).  As above. */
enum thr_failure engine_decode_as(struct engine *e, const char *rule, struct thr_error *error);
/* false: no such protocol */
bool engine_enable(struct engine *e, const char *protocol, bool on);
bool engine_enable_heuristic(struct engine *e, const char *name, bool on);

/* The protocol that claims the key, with its variant; NO_PROTOCOL when none does or it is off. */
static inline uint32_t engine_lookup(const struct engine *e, uint8_t table, uint32_t key, int *variant)
{
    const struct dispatch *t = &e->tables[table];
    for (uint32_t i = key * 2654435761u >> 7;; i++) {
        const struct dispatch_slot *s = &t->slots[i & t->mask];
        if (s->protocol == NO_PROTOCOL)
            return NO_PROTOCOL;
        if (s->key == key) {
            *variant = s->variant;
            return e->enabled[s->protocol] ? s->protocol : (uint32_t)NO_PROTOCOL;
        }
    }
}

/* The same for a table of texts; `len` bytes, whatever the case of their letters. */
uint32_t engine_lookup_text(const struct engine *e, uint8_t table, const uint8_t *text, uint32_t len, int *variant);

/* What somebody needs of the packets.  Read-only while dissecting. */
struct wanted {
    uint64_t *bits;    /* a bit a field */
    bool *any;         /* by protocol: some field of it is wanted */
    bool *itself;      /* by protocol: it is wanted, whatever is above it */
    bool *useful;      /* by protocol: it or something above it is wanted */
    uint16_t *header_rows;  /* by protocol: its first rows up to the last wanted one that emit_header shows */
    bool columns;      /* addresses, protocol and info columns are wanted */
    bool coloring;     /* rows that name the colouring rule, which a printer fills in */
    bool everything;
    bool findings;     /* any of whatever protocol */
    struct glance_plan *glance;  /* NULL: packets are dissected in full */
};

/* Nothing wanted yet; NULL without memory. */
struct wanted *wanted_new(const struct engine *e);
void wanted_field(struct wanted *w, uint32_t global);
void wanted_all(struct wanted *w);
/* After the last addition: works out `any` and `useful`. */
void wanted_settle(struct wanted *w, const struct engine *e);
/* Adds what `other` wants, before wanted_settle. */
void wanted_add(struct wanted *w, const struct wanted *other);
/* Whether everything of `other` is in `w`; both settled. */
bool wanted_covers(const struct wanted *w, const struct wanted *other);
/* Whether a protocol that remembers things runs for it; settled. */
bool wanted_keeps_state(const struct wanted *w);
/* What the first of two passes needs so that the second can give `later` (settled): nothing is shown, and only
   those protocols of `later` run that keep state, and what leads to them.  NULL without memory. */
struct wanted *wanted_first_pass(const struct wanted *later, const struct engine *e);
/* The same for those alone that know their conversations by themselves (struct glance_own), and nothing above them. */
struct wanted *wanted_own(const struct wanted *later, const struct engine *e);
/* True if a wanted field is LINKED or columns need later frames: two passes are needed. */
bool wanted_needs_links(const struct wanted *w);
/* True if a wanted field is NUMBERED; if one is DISPLAYED. */
bool wanted_needs_numbers(const struct wanted *w);
bool wanted_needs_displayed(const struct wanted *w);
void wanted_free(struct wanted *w);

#endif
