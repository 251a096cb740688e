/* internal.h - what the files of this folder share: tokens, the tree, the program. */
#ifndef FILTER_INTERNAL_H
#define FILTER_INTERNAL_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/arena.h"
#include "filter/filter.h"

#include <pcre2.h>

/* --- tokens ----------------------------------------------------------------------------------- */

enum token_kind {
    TOK_END, TOK_WORD, TOK_STRING, TOK_CHAR,
    TOK_FIELD,    /* .name: a field and nothing else */
    TOK_LITERAL,  /* :80: never a field */
    TOK_OPEN, TOK_CLOSE, TOK_LBRACE, TOK_RBRACE, TOK_LBRACKET, TOK_RBRACKET, TOK_COMMA, TOK_RANGE, TOK_LAYER,
    TOK_RAW, TOK_REFERENCE,
    TOK_AND, TOK_OR, TOK_XOR, TOK_NOT, TOK_IN, TOK_ANY, TOK_ALL,
    TOK_TEST,     /* .op is an enum test_op */
    TOK_PLUS, TOK_MINUS, TOK_STAR, TOK_SLASH, TOK_PERCENT, TOK_BITAND,
    TOK_STRANGE   /* what begins no token */
};

struct token {
    uint8_t kind, op;
    uint32_t at, len;   /* bytes of the text */
    const char *text;   /* TOK_STRING, TOK_CHAR: decoded, in the filter's arena; else the name without its sigil */
    uint32_t n;
};

enum test_op { TEST_EQ, TEST_ALL_NE, TEST_ALL_EQ, TEST_ANY_NE, TEST_GT, TEST_GE, TEST_LT, TEST_LE, TEST_CONTAINS,
               TEST_MATCHES };
enum quantifier { QUANT_DEFAULT, QUANT_ANY, QUANT_ALL };
enum arith_op { ARITH_ADD, ARITH_SUB, ARITH_MUL, ARITH_DIV, ARITH_MOD, ARITH_AND };

/* --- values ----------------------------------------------------------------------------------- */

/* How values are kept and compared; every field type has one. */
enum value_class { CLASS_NONE, CLASS_UINT, CLASS_INT, CLASS_FLOAT, CLASS_TIME, CLASS_IPv4, CLASS_IPv6, CLASS_BYTES,
                   CLASS_TEXT };
enum { NO_PREFIX = 0xffff };

struct value_of {
    union {
        uint64_t u;        /* CLASS_UINT; CLASS_IPv4 in host order */
        int64_t i;         /* CLASS_INT; CLASS_TIME in ns */
        double f;
        const uint8_t *p;  /* CLASS_IPv6, CLASS_BYTES, CLASS_TEXT */
    } v;
    uint32_t len;          /* of p */
    uint16_t prefix;       /* CLASS_IPv4, CLASS_IPv6: bits that count, NO_PREFIX: all */
};

struct list {
    const struct value_of *v;
    uint32_t n;
};

/* A part of a value or of the layers: offset and length, or offsets of both ends; negative: from the end. */
struct span {
    int32_t from, to;  /* to: the length, or the last offset */
    uint8_t form;      /* enum span_form */
};
enum span_form { SPAN_ONE, SPAN_LENGTH, SPAN_ENDS, SPAN_REST };

/* --- the tree --------------------------------------------------------------------------------- */

enum expr_kind { EX_OR, EX_XOR, EX_AND, EX_NOT, EX_TEST, EX_IN, EX_TRUTH, EX_FIELD, EX_WORD, EX_STRING, EX_CHAR,
                 EX_SLICE, EX_CALL, EX_ARITH, EX_NEGATE, EX_PAIR };

struct function;

struct expr {
    uint8_t kind;
    uint8_t op;         /* EX_TEST: test_op; EX_ARITH: arith_op */
    uint8_t quantifier; /* EX_TEST, EX_IN */
    bool raw, reference, braces, literal, forced;
    bool negated;       /* EX_IN: not in */
    uint32_t at, len;   /* where it stands in the text */
    uint32_t op_at, op_len;
    uint16_t height;    /* of the tree below: bounded */
    struct expr *a, *b; /* operands; EX_IN: a the left side, b the first of the set; EX_CALL: b the first argument */
    struct expr *next;  /* the next one of a set or of arguments */
    const char *text;   /* words, strings, characters, names of fields and functions */
    uint32_t n;
    struct span *spans; /* EX_FIELD: layers; EX_SLICE: parts */
    uint32_t n_spans;
    /* found by check.c */
    uint8_t type;       /* enum field_type */
    uint8_t value_class;
    uint16_t used;      /* EX_FIELD: index of filter.uses */
    int column;         /* EX_FIELD: a column, else -1 */
    const struct field *field;      /* whose value names and base count, or NULL */
    const struct function *function;
    bool constant;      /* `values` hold what it is */
    struct list values;
    pcre2_code *regex;
};

/* A field that the filter looks at. */
struct use {
    const char *name;
    const uint32_t *globals;   /* ascending */
    uint32_t n;
    uint8_t type, value_class;
    bool raw, reference, layered, whole;  /* whole: protocol bytes to the end of what it was given */
    const struct span *layers;
    uint32_t n_layers;
};

/* --- the program ------------------------------------------------------------------------------- */

enum op_code {
    /* values into register `to` */
    OP_FIELD, OP_COLUMN, OP_SLICE, OP_CALL, OP_ARITH, OP_NEGATE,
    /* tests, which set the flag */
    OP_HAS, OP_UINT, OP_UINT_IN, OP_IPV4, OP_TEST, OP_MATCH, OP_IN, OP_TRUE,
    /* the flag */
    OP_NOT, OP_KEEP, OP_XOR, OP_JUMP_TRUE, OP_JUMP_FALSE, OP_END
};

struct op {
    uint8_t code;
    uint8_t sub;         /* test_op, where TEST_ALL_NE says "not equal"; arith_op; OP_TRUE: not zero, else present */
    uint8_t quantifier;  /* QUANT_ANY or QUANT_ALL */
    uint8_t class_a, class_b;
    bool no_empty;       /* "contains": an empty text is nowhere */
    uint16_t a, b, to;   /* registers */
    uint32_t k;          /* index of a use, number of a column; jumps: where to */
    uint32_t n;          /* of `more` */
    uint64_t u;          /* OP_UINT, OP_IPV4: the constant, and which values pass */
    struct filter_numbers numbers;
    const void *more;    /* spans, arguments, ranges, the set, the regular expression */
    const struct expr *e;
};

enum { NO_REGISTER = 0xffff };
struct set_item {
    uint16_t low, high;  /* registers; high NO_REGISTER: a single value */
    uint8_t class_low, class_high;
};
struct uint_range {
    uint64_t low, high;
};

enum { MAX_HEIGHT = 4000, MAX_REGISTERS = 16384, MAX_OPS = 65536, MAX_USES = 1024, MAX_WARNINGS = 8 };

struct filter {
    struct arena arena;
    char *text;
    size_t text_len;
    const struct filter_host *host;  /* while compiling */
    struct filter_problem *problem;  /* while compiling */
    bool failed;
    struct expr *tree;
    struct use *uses;
    uint32_t n_uses, uses_room;
    struct op *ops;
    uint32_t n_ops, ops_room;
    struct list *constants;          /* by register: n == 0 when it is not constant */
    uint32_t n_registers, registers_room;
    uint16_t result;                 /* filter_compile_values: the register */
    uint32_t *fields;
    uint32_t n_fields;
    bool columns, wants_layers;
    const char *warnings[MAX_WARNINGS];
    uint32_t n_warnings;
    pcre2_code **regexes;
    uint32_t n_regexes, regexes_room;
};

/* Evaluation: arguments of a function, what it may use, where results go. */
struct call {
    struct filter_state *s;
    const struct expr *e;      /* the call, for the fields of its arguments */
    const struct list *args;
    uint32_t n_args;
};

struct function {
    const char *name;
    uint8_t min, max;          /* arguments; max 255: any number */
    /* Types of arguments are known: sets e->type; false with the problem told. */
    bool (*check)(struct filter *f, struct expr *e);
    struct list (*run)(const struct call *c);
};

const struct function *function_find(const char *name, uint32_t len);

/* functions.c: the value as string() has it. */
void value_print(struct strbuf *sb, const struct expr *e, const struct value_of *v);

/* lexer.c: the next token at *at, which moves past it.  false: told. */
bool lex(struct filter *f, uint32_t *at, struct token *t);

/* parser.c: the tree of the whole text; NULL: told.  values: one expression instead of a condition. */
struct expr *parse(struct filter *f, bool values);

/* check.c: names, types, constants.  false: told. */
bool check_condition(struct filter *f, struct expr *e);
bool check_values(struct filter *f, struct expr *e);
uint8_t class_of_type(uint8_t type);
const char *type_title(uint8_t type);  /* "Unsigned integer (2 bytes)" */
const char *type_symbol(uint8_t type); /* "FT_UINT16" */
bool type_slices(uint8_t type);

/* literal.c: turns a word, string or character into constants of the type.  false: told. */
bool literal_convert(struct filter *f, struct expr *e, uint8_t type, const struct field *field, const char *name);
/* Whether a word can be read as bytes. */
bool literal_is_bytes(const struct expr *e);
/* "2024-01-01 10:00:00" to ns; 0 fine, 1 no time, 2 something follows it. */
int moment_parse(const char *text, int64_t *ns);

/* compile.c */
bool compile(struct filter *f, bool values);

/* eval.c */
struct list state_list(struct filter_state *s, uint32_t n, struct value_of **into);
struct strbuf *state_text(struct filter_state *s);
const uint8_t *state_keep(struct filter_state *s, const void *bytes, size_t n);
int value_compare(uint8_t class_a, const struct value_of *a, uint8_t class_b, const struct value_of *b);

/* problem.c: fills the problem once; the first one counts.  false, for return. */
bool tell(struct filter *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool tell_at(struct filter *f, uint32_t at, uint32_t len, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void warn(struct filter *f, const char *sentence);
void suggest(struct filter *f, const char *name, uint32_t len);

/* macro.c: the text with macros replaced, in the arena; NULL: told. */
const char *macros_expand(struct filter *f, const char *text);

/* print.c */
void expr_print(struct strbuf *sb, const struct expr *e);

#endif
