/* field.h - how a protocol declares what it can show: fields, value names, findings, preferences.
   All of it is constant data beside the code that fills it; see dissect.h for the filling. */
#ifndef DISSECT_FIELD_H
#define DISSECT_FIELD_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

struct dissect;
struct node;

/* Types, in the order in which `-G fields` knows them by name (type_name). */
enum field_type {
    FT_NONE,  /* a line of text, or a heading; name "" when it cannot be asked for */
    FT_PROTOCOL,
    FT_BOOLEAN,
    FT_CHAR,
    FT_UINT8, FT_UINT16, FT_UINT24, FT_UINT32, FT_UINT40, FT_UINT48, FT_UINT56, FT_UINT64,
    FT_INT8, FT_INT16, FT_INT24, FT_INT32, FT_INT64,
    FT_FLOAT, FT_DOUBLE,
    FT_ABSOLUTE_TIME,  /* value: nanoseconds since 1970 */
    FT_RELATIVE_TIME,  /* value: nanoseconds */
    FT_STRING,         /* value: bytes of the packet, decoded text (NODE_HELD), or made by .text */
    FT_STRINGZ,
    FT_STRINGZPAD,     /* filled up with NULs */
    FT_UINT_STRING,
    FT_BYTES,
    FT_UINT_BYTES,
    FT_ETHER, FT_IPv4, FT_IPv6, FT_IPXNET, FT_GUID, FT_OID, FT_REL_OID, FT_EUI64, FT_SYSTEM_ID, FT_FCWWN, FT_VINES, FT_AX25,
    FT_FRAMENUM,
    FT_TYPES
};

enum field_base {
    BASE_NONE,
    BASE_DEC, BASE_HEX, BASE_OCT,
    BASE_DEC_HEX, BASE_HEX_DEC,
    BASE_CUSTOM,                    /* .custom prints the value */
    BASE_PT_UDP, BASE_PT_TCP, BASE_PT_SCTP, BASE_PT_DCCP,
    BASE_OUI,                       /* vendor of a 24-bit prefix */
    BASE_NETMASK,                   /* FT_IPv4 that is a mask: never resolved to a name */
    BASE_UTC, BASE_LOCAL, BASE_NTP_UTC, BASE_DOY_UTC,  /* FT_ABSOLUTE_TIME */
    SEP_DOT, SEP_DASH, SEP_COLON, SEP_SPACE,           /* FT_BYTES */
    /* FT_BOOLEAN with a mask: the width in bits of what the mask is laid over stands here. */
    BITS_4 = 0x40 + 4, BITS_8 = 0x40 + 8, BITS_12 = 0x40 + 12, BITS_16 = 0x40 + 16, BITS_24 = 0x40 + 24, BITS_32 = 0x40 + 32, BITS_64 = 0x40 + 64,
};

enum field_flags {
    HIDDEN = 1,      /* not in -V, there for filters, -e and PDML */
    GENERATED = 2,   /* in brackets: not in the packet, but worked out */
    LITTLE = 4,      /* emit_at and the header rows read it little-endian */
    LINKED = 8,      /* known only after later frames were seen */
    INDENT = 16,     /* header rows: child of the nearest row before it without INDENT */
    NO_NAMES = 32,   /* the value strings are for the filter; labels show the number alone */
    URL = 64,
    WHOLE = 2048,    /* made of what all protocols of the packet say: who wants it needs them all */
    SPECIAL = 512,   /* names only for special values: other numbers stand alone, not "Unknown (5)" */
    ASCII = 256,     /* a string of bytes below 128; others are shown as U+FFFD */
    ABOVE = 1024,    /* known only once what the protocol carries was dissected */
    NUMBERED = 4096, /* counts over all of the capture, whatever is looked at */
    DISPLAYED = 8192, /* depends on which packets were shown before */
    PSEUDO_PROTOCOL = 128,  /* Wireshark lists it as a protocol in name only (tcp.options.mss) */
};

/* Names of numbers.  Rows ascend by value (the build checks); lookups are binary. */
struct value {
    uint32_t value;
    const char *text;
};
struct values {
    const struct value *rows;
    uint32_t count;
};
#define VALUES(ident, ...)                                        \
    static const struct value ident##_rows[] = { __VA_ARGS__ };   \
    static const struct values ident = { ident##_rows, sizeof(ident##_rows) / sizeof(ident##_rows[0]) }
/* The same, for a table that other protocols use too: declare it `extern const struct values x`. */
#define SHARED_VALUES(ident, ...)                                 \
    static const struct value ident##_rows[] = { __VA_ARGS__ };   \
    const struct values ident = { ident##_rows, sizeof(ident##_rows) / sizeof(ident##_rows[0]) }

/* Names of ranges of numbers; the first row that holds the value counts. */
struct range {
    uint64_t from, to;
    const char *text;
};
struct ranges {
    const struct range *rows;
    uint32_t count;
};
#define RANGES(ident, ...)                                        \
    static const struct range ident##_rows[] = { __VA_ARGS__ };   \
    static const struct ranges ident = { ident##_rows, sizeof(ident##_rows) / sizeof(ident##_rows[0]) }

/* What a flag is called when it is set and when it is not. */
struct truth {
    const char *yes, *no;
};
extern const struct truth truth_set, truth_yes, truth_present, truth_enabled, truth_supported, truth_request;

/* Text after a number, for one and for others: " byte", " bytes". */
struct unit {
    const char *one, *many;
};
extern const struct unit unit_seconds, unit_ms, unit_us, unit_bytes, unit_octets, unit_hours, unit_minutes;

typedef void field_text(struct strbuf *sb, const struct dissect *d, const struct node *n);

/* A .suffix for flags whose bits are the rows right after it: ", Don't fragment" for each that is set, and
   ", Kind: name" for those with names. */
field_text bits_suffix;

struct field {
    const char *name;   /* "udp.srcport"; "" for a line that cannot be asked for */
    const char *label;  /* "Source Port" */
    uint8_t type;       /* enum field_type */
    uint8_t base;       /* enum field_base */
    uint16_t off;       /* rows of the fixed header: place and size in bytes; size 0: emitted by code */
    uint16_t size;
    uint16_t flags;     /* enum field_flags */
    uint64_t mask;      /* bits of the number that are the value; 0: all */
    const struct values *values;
    const struct ranges *ranges;
    const struct truth *truth;
    const struct unit *unit;
    void (*custom)(struct strbuf *sb, uint64_t value);  /* BASE_CUSTOM: the value's text */
    field_text *text;      /* strings that are made when printed: the value */
    field_text *label_fn;  /* the whole label, instead of the usual one */
    field_text *suffix;    /* added to the usual label: " (PSH, ACK)" */
    const char *(*name_of)(uint64_t value);  /* names that no table holds; NULL result: unknown */
};

/* Severity and group of a finding, as Wireshark's expert information has them. */
enum severity { SEV_COMMENT = 1, SEV_CHAT, SEV_NOTE, SEV_WARN, SEV_ERROR };
enum note_group {
    GROUP_CHECKSUM = 1, GROUP_SEQUENCE, GROUP_RESPONSE_CODE, GROUP_REQUEST_CODE, GROUP_UNDECODED, GROUP_REASSEMBLE,
    GROUP_MALFORMED, GROUP_DEBUG, GROUP_PROTOCOL, GROUP_SECURITY, GROUP_COMMENTS, GROUP_DECRYPTION, GROUP_ASSUMPTION,
    GROUP_DEPRECATED, GROUP_RECEIVE, GROUP_INTERFACE
};

/* A named finding: a field of type FT_NONE that can be filtered for, shown below "Expert Info". */
struct note_def {
    const char *name, *text;
    uint8_t severity, group;
    field_text *text_fn;  /* text that depends on the node's value; NULL: `text` */
};

enum pref_kind { PREF_BOOL, PREF_UINT, PREF_ENUM, PREF_RANGE, PREF_STRING, PREF_OBSOLETE };

/* "ip.check_checksum:TRUE"; `name` is what stands after the protocol's name and the dot. */
struct pref {
    const char *name, *label;
    uint8_t kind;
    uint32_t initial;             /* PREF_BOOL, PREF_UINT, PREF_ENUM */
    const char *initial_text;     /* PREF_RANGE, PREF_STRING */
    const struct values *choices; /* PREF_ENUM */
};

const char *values_find(const struct values *v, uint32_t value);
/* The text for the value, or `unknown` */
const char *values_or(const struct values *v, uint32_t value, const char *unknown);
const char *ranges_find(const struct ranges *r, uint64_t value);

static inline bool type_is_uint(uint8_t t) { return t >= FT_CHAR && t <= FT_UINT64; }
static inline bool type_is_int(uint8_t t) { return t >= FT_INT8 && t <= FT_INT64; }
static inline bool type_is_string(uint8_t t) { return t >= FT_STRING && t <= FT_UINT_STRING; }

/* Bits that a number of this field is written with: of its type, or of what the mask lies over. */
unsigned field_bits(const struct field *f);

#endif
