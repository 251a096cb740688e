/* check.c - names to fields, types of expressions, constants to the type they are compared with. */
#include "base/base.h"
#include "filter/internal.h"

#include <stdio.h>

enum { TYPE_OPEN = FT_TYPES };  /* of a literal: what it is compared with decides */

/* --- types ---------------------------------------------------------------------------------------- */

static const struct {
    const char *symbol, *title;
    uint8_t value_class;
} types[FT_TYPES] = {
#define TYPE(name, text, kind) [FT_##name] = { "FT_" #name, text, CLASS_##kind }
    TYPE(NONE, "Label", NONE),
    TYPE(PROTOCOL, "Protocol", BYTES),
    TYPE(BOOLEAN, "Boolean", UINT),
    TYPE(CHAR, "Character (1 byte)", UINT),
    TYPE(UINT8, "Unsigned integer (1 byte)", UINT),
    TYPE(UINT16, "Unsigned integer (2 bytes)", UINT),
    TYPE(UINT24, "Unsigned integer (3 bytes)", UINT),
    TYPE(UINT32, "Unsigned integer (4 bytes)", UINT),
    TYPE(UINT40, "Unsigned integer (5 bytes)", UINT),
    TYPE(UINT48, "Unsigned integer (6 bytes)", UINT),
    TYPE(UINT56, "Unsigned integer (7 bytes)", UINT),
    TYPE(UINT64, "Unsigned integer (8 bytes)", UINT),
    TYPE(INT8, "Signed integer (1 byte)", INT),
    TYPE(INT16, "Signed integer (2 bytes)", INT),
    TYPE(INT24, "Signed integer (3 bytes)", INT),
    TYPE(INT32, "Signed integer (4 bytes)", INT),
    TYPE(INT64, "Signed integer (8 bytes)", INT),
    TYPE(FLOAT, "Floating point (single-precision)", FLOAT),
    TYPE(DOUBLE, "Floating point (double-precision)", FLOAT),
    TYPE(ABSOLUTE_TIME, "Date and time", TIME),
    TYPE(RELATIVE_TIME, "Time offset", TIME),
    TYPE(STRING, "Character string", TEXT),
    TYPE(STRINGZ, "Character string", TEXT),
    TYPE(UINT_STRING, "Character string", TEXT),
    TYPE(BYTES, "Byte sequence", BYTES),
    TYPE(UINT_BYTES, "Byte sequence", BYTES),
    TYPE(ETHER, "Ethernet or other MAC address", BYTES),
    TYPE(IPv4, "IPv4 address", IPv4),
    TYPE(IPv6, "IPv6 address", IPv6),
    TYPE(IPXNET, "IPX network number", UINT),
    TYPE(GUID, "Globally Unique Identifier", BYTES),
    TYPE(OID, "ASN.1 object identifier", BYTES),
    TYPE(REL_OID, "ASN.1 relative object identifier", BYTES),
    TYPE(EUI64, "EUI64 address", BYTES),
    TYPE(SYSTEM_ID, "OSI System-ID", BYTES),
    TYPE(FCWWN, "Fibre Channel WWN", BYTES),
    TYPE(VINES, "VINES address", BYTES),
    TYPE(FRAMENUM, "Frame number", UINT),
#undef TYPE
};

uint8_t class_of_type(uint8_t type) { return type < FT_TYPES ? types[type].value_class : CLASS_NONE; }
const char *type_title(uint8_t type) { return type < FT_TYPES ? types[type].title : "literal"; }
const char *type_symbol(uint8_t type) { return type < FT_TYPES ? types[type].symbol : "literal"; }
bool type_slices(uint8_t type)
{
    uint8_t c = class_of_type(type);
    return c == CLASS_BYTES || c == CLASS_TEXT || c == CLASS_IPv4 || c == CLASS_IPv6;
}

static bool is_integer(uint8_t type)
{
    return type != FT_BOOLEAN && (class_of_type(type) == CLASS_UINT || class_of_type(type) == CLASS_INT);
}
static bool open(const struct expr *e) { return e->type == TYPE_OPEN; }

/* The source text of an expression, for sentences. */
#define SOURCE(f, e) (int)(e)->len, (f)->text + (e)->at

/* --- fields ---------------------------------------------------------------------------------------- */

static bool same_use(const struct use *u, const struct expr *e, uint32_t n, const uint32_t *globals)
{
    return u->n == n && n != 0 && u->globals[0] == globals[0] && u->raw == e->raw && u->reference == e->reference &&
           !u->layered && e->n_spans == 0 && !u->whole;
}

static bool new_use(struct filter *f, struct expr *e, struct use use)
{
    if (f->n_uses == MAX_USES)
        return tell(f, "The filter looks at more than %d fields.", MAX_USES);
    if (f->n_uses == f->uses_room) {
        uint32_t room = f->uses_room != 0 ? f->uses_room * 2 : 8;
        struct use *uses = arena_zero(&f->arena, room * sizeof *uses);
        if (uses == NULL)
            return tell(f, "There is not enough memory.");
        if (f->n_uses != 0)
            memcpy(uses, f->uses, f->n_uses * sizeof *uses);
        f->uses = uses;
        f->uses_room = room;
    }
    e->used = (uint16_t)f->n_uses;
    f->uses[f->n_uses++] = use;
    return true;
}

static bool add_use(struct filter *f, struct expr *e, const char *name, uint32_t first, uint32_t count)
{
    const uint32_t *globals = &registry_by_name[first];
    for (uint32_t i = 0; i < f->n_uses; i++)
        if (same_use(&f->uses[i], e, count, globals)) {
            e->used = (uint16_t)i;
            return true;
        }
    f->wants_layers |= e->n_spans != 0;
    return new_use(f, e,
                   (struct use){
                       .name = name,
                       .globals = globals,
                       .n = count,
                       .type = e->type,
                       .value_class = e->value_class,
                       .raw = e->raw,
                       .reference = e->reference,
                       .layered = e->n_spans != 0,
                       .layers = e->spans,
                       .n_layers = e->n_spans,
                   });
}

/* The widest of the rows of one name, which may differ in size. */
static const struct field *widest(uint32_t first, uint32_t count)
{
    const struct field *best = registry_field(registry_by_name[first]);
    for (uint32_t i = first + 1; i < first + count; i++) {
        const struct field *other = registry_field(registry_by_name[i]);
        if (class_of_type(other->type) == class_of_type(best->type) && other->type > best->type)
            best = other;
    }
    return best;
}

static bool is_column(struct filter *f, struct expr *e, const char *name)
{
    static const char prefix[] = "_ws.col.";
    if (strncmp(name, prefix, sizeof prefix - 1) != 0 || f->host == NULL || f->host->column == NULL)
        return false;
    e->column = f->host->column(f->host->context, name + sizeof prefix - 1);
    if (e->column < 0)
        return false;
    e->kind = EX_FIELD;
    e->type = FT_STRING;
    e->value_class = CLASS_TEXT;
    f->columns = true;
    return true;
}

/* Protocols that had other names once: the filters of those days still work. */
static uint32_t find_old(struct filter *f, const char *name, uint32_t *count)
{
    static const char *const names[][2] = { { "bootp", "dhcp" }, { "ssl", "tls" } };
    char now[128];
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        size_t len = strlen(names[i][0]);
        if (strncmp(name, names[i][0], len) != 0 || (name[len] != '\0' && name[len] != '.'))
            continue;
        int n = snprintf(now, sizeof now, "%s%s", names[i][1], name + len);
        uint32_t first = n > 0 && (size_t)n < sizeof now ? registry_find(now, count) : 0;
        if (*count != 0)
            warn(f, i == 0 ? "\"bootp\" is deprecated; its name is \"dhcp\" now."
                           : "\"ssl\" is deprecated; its name is \"tls\" now.");
        return first;
    }
    return 0;
}

/* A word is a field when there is one of the name, else a literal. */
static bool resolve(struct filter *f, struct expr *e)
{
    e->type = TYPE_OPEN;
    if (e->literal)
        return true;
    char *name = arena_zero(&f->arena, e->n + 1);
    if (name == NULL)
        return tell(f, "There is not enough memory.");
    memcpy(name, e->text, e->n);
    uint32_t count, first = registry_find(name, &count);
    if (count == 0)
        first = find_old(f, name, &count);
    if (count == 0 && is_column(f, e, name))
        return true;
    if (count == 0 && !e->reference && !e->forced && !e->raw && e->n_spans == 0)
        return true;
    if (count == 0) {
        suggest(f, e->text, e->n);
        if (e->reference)
            return tell(f, "macro '%s' does not exist", name);
        if (e->n_spans != 0)
            return tell_at(f, e->at, e->n, "%s is not a valid field", name);
        return tell_at(f, e->at, e->len, "\"%s\" is not a valid protocol or protocol field.", name);
    }
    const struct field *field = widest(first, count);
    e->kind = EX_FIELD;
    e->type = e->raw ? (uint8_t)FT_BYTES : field->type;
    e->field = e->raw ? NULL : field;
    e->value_class = class_of_type(e->type);
    return add_use(f, e, name, first, count);
}

/* --- arithmetic -------------------------------------------------------------------------------------- */

static const char arith_signs[][2] = { "+", "-", "*", "/", "%", "&" };

static bool masks(uint8_t type)
{
    return is_integer(type) || (type_slices(type) && class_of_type(type) != CLASS_TEXT && type != FT_PROTOCOL);
}

/* Whether values of the type can be the left side of the operator. */
static bool calculates(uint8_t type, uint8_t op)
{
    uint8_t c = class_of_type(type);
    if (op == ARITH_AND)
        return masks(type);
    if (c == CLASS_TIME)
        return op <= ARITH_SUB || (type == FT_RELATIVE_TIME && op <= ARITH_DIV);
    return is_integer(type) || (c == CLASS_FLOAT && op != ARITH_MOD);
}

static bool settle(struct filter *f, struct expr *e, uint8_t type, const struct field *field, const char *name);
static bool infer(struct filter *f, struct expr *e, bool left);

/* The type of the right side that a literal there gets. */
static uint8_t right_type(uint8_t left, uint8_t op)
{
    if (left == FT_ABSOLUTE_TIME)
        return FT_RELATIVE_TIME;
    if (left == FT_RELATIVE_TIME && op >= ARITH_MUL)
        return FT_DOUBLE;
    return left;
}

static bool right_fits(uint8_t left, uint8_t right, uint8_t op)
{
    uint8_t a = class_of_type(left), b = class_of_type(right);
    if (left == FT_ABSOLUTE_TIME)
        return right == FT_RELATIVE_TIME || (op == ARITH_SUB && right == FT_ABSOLUTE_TIME);
    if (left == FT_RELATIVE_TIME)
        return op <= ARITH_SUB ? right == FT_RELATIVE_TIME : b == CLASS_FLOAT || is_integer(right);
    if (op == ARITH_AND)
        return is_integer(left) ? is_integer(right) : masks(right) && a == b;
    return (is_integer(left) || a == CLASS_FLOAT) && (is_integer(right) || b == CLASS_FLOAT);
}

/* Both sides have types now: the type of the result. */
static bool arith_result(struct filter *f, struct expr *e)
{
    uint8_t a = e->a->type, b = e->b->type;
    if (!calculates(a, e->op))
        return tell_at(f, e->a->at, e->a->len, "%s cannot %s.", type_symbol(a), arith_signs[e->op]);
    if (!right_fits(a, b, e->op))
        return tell_at(f, e->b->at, e->b->len, "%.*s and %.*s are not of compatible types.", SOURCE(f, e->a),
                       SOURCE(f, e->b));
    uint8_t ca = e->a->value_class, cb = e->b->value_class;
    e->type = a;
    e->value_class = ca;
    if (a == FT_ABSOLUTE_TIME && b == FT_ABSOLUTE_TIME)
        e->type = FT_RELATIVE_TIME;
    else if (ca == CLASS_FLOAT || (cb == CLASS_FLOAT && ca != CLASS_TIME))
        e->type = FT_DOUBLE, e->value_class = CLASS_FLOAT;
    else if (is_integer(a))
        e->value_class = e->op == ARITH_AND && ca == CLASS_UINT && cb == CLASS_UINT ? CLASS_UINT : CLASS_INT;
    return true;
}

static bool infer_arith(struct filter *f, struct expr *e, bool left)
{
    if (!infer(f, e->a, left) || !infer(f, e->b, false))
        return false;
    if (open(e->a) && left)
        return tell_at(f, e->a->at, e->a->len, "Constant arithmetic expression on the LHS is invalid.");
    if (open(e->a) && open(e->b)) {
        e->type = TYPE_OPEN;
        return true;
    }
    if (open(e->a) && !settle(f, e->a, e->b->type, NULL, NULL))
        return false;
    if (open(e->b) && !calculates(e->a->type, e->op))
        return tell_at(f, e->a->at, e->a->len, "%s cannot %s.", type_symbol(e->a->type), arith_signs[e->op]);
    if (open(e->b) && !settle(f, e->b, right_type(e->a->type, e->op), NULL, NULL))
        return false;
    return arith_result(f, e);
}

static bool infer_negate(struct filter *f, struct expr *e, bool left)
{
    if (!infer(f, e->a, left))
        return false;
    if (open(e->a) && left)
        return tell_at(f, e->a->at, e->a->len, "Constant arithmetic expression on the LHS is invalid.");
    e->type = e->a->type;
    if (open(e->a))
        return true;
    if (!calculates(e->type, ARITH_SUB) || e->type == FT_ABSOLUTE_TIME)
        return tell_at(f, e->a->at, e->a->len, "%s cannot -.", type_symbol(e->type));
    e->value_class = e->a->value_class == CLASS_UINT ? CLASS_INT : e->a->value_class;
    return true;
}

/* --- expressions --------------------------------------------------------------------------------------- */

static bool infer_slice(struct filter *f, struct expr *e)
{
    if (!infer(f, e->a, true))
        return false;
    if (open(e->a))
        return tell_at(f, e->a->at, e->a->len, "Range is not supported for entity %.*s", SOURCE(f, e->a));
    if (!type_slices(e->a->type))
        return tell_at(f, e->a->at, e->a->len, "\"%.*s\" is a %s and cannot be sliced into a sequence of bytes.",
                       SOURCE(f, e->a), type_title(e->a->type));
    e->type = e->a->value_class == CLASS_TEXT ? FT_STRING : FT_BYTES;
    e->value_class = class_of_type(e->type);
    return true;
}

static bool infer_call(struct filter *f, struct expr *e)
{
    unsigned n = 0;
    e->function = function_find(e->text, e->n);
    if (e->function == NULL)
        return tell_at(f, e->op_at, e->op_len, "Function '%.*s' does not exist", (int)e->n, e->text);
    for (struct expr *arg = e->b; arg != NULL; arg = arg->next, n++)
        if (!infer(f, arg, true))
            return false;
    if (n < e->function->min)
        return tell_at(f, e->op_at, e->op_len, "Function %s needs at least %u arguments.", e->function->name,
                       e->function->min);
    if (n > e->function->max)
        return tell_at(f, e->op_at, e->op_len, "Function %s can only accept %u arguments.", e->function->name,
                       e->function->max);
    if (!e->function->check(f, e))
        return false;
    e->value_class = class_of_type(e->type);
    if (e->value_class == CLASS_UINT && e->b->value_class == CLASS_INT && e->b->type == e->type)
        e->value_class = CLASS_INT;  /* of an arithmetic expression */
    return true;
}

/* Names and types, from the leaves up.  left: it may not be made of literals alone. */
static bool infer(struct filter *f, struct expr *e, bool left)
{
    switch (e->kind) {
    case EX_WORD: return resolve(f, e);
    case EX_STRING:
    case EX_CHAR: e->type = TYPE_OPEN; return true;
    case EX_SLICE: return infer_slice(f, e);
    case EX_CALL: return infer_call(f, e);
    case EX_ARITH: return infer_arith(f, e, left);
    case EX_NEGATE: return infer_negate(f, e, left);
    default: return true;  /* a field, seen before */
    }
}

static bool negate_constant(struct filter *f, struct expr *e, uint8_t type)
{
    uint8_t c = e->a->value_class;
    if (c != CLASS_UINT && c != CLASS_INT && c != CLASS_FLOAT && c != CLASS_TIME)
        return tell_at(f, e->a->at, e->a->len, "%s cannot -.", type_symbol(type));
    struct value_of *v = arena_copy(&f->arena, e->a->values.v, e->a->values.n * sizeof *v);
    if (v == NULL)
        return tell(f, "There is not enough memory.");
    for (uint32_t i = 0; i < e->a->values.n; i++) {
        if (c == CLASS_FLOAT)
            v[i].v.f = -v[i].v.f;
        else if (c == CLASS_UINT && v[i].v.u > (uint64_t)INT64_MAX)
            v[i].v.i = INT64_MIN;
        else
            v[i].v.i = v[i].v.i == INT64_MIN ? INT64_MAX : -v[i].v.i;
    }
    e->type = type;
    e->value_class = c == CLASS_UINT ? CLASS_INT : c;
    e->constant = true;
    e->values = (struct list){ v, e->a->values.n };
    return true;
}

/* Gives literals the type that they are compared with. */
static bool settle(struct filter *f, struct expr *e, uint8_t type, const struct field *field, const char *name)
{
    if (!open(e))
        return true;
    if (e->kind == EX_NEGATE)
        return settle(f, e->a, type, NULL, NULL) &&
               (e->a->constant ? negate_constant(f, e, type) : infer_negate(f, e, false));
    if (e->kind == EX_ARITH) {
        if (!settle(f, e->a, type, NULL, NULL))
            return false;
        if (!calculates(type, e->op))
            return tell_at(f, e->a->at, e->a->len, "%s cannot %s.", type_symbol(type), arith_signs[e->op]);
        return settle(f, e->b, right_type(type, e->op), NULL, NULL) && arith_result(f, e);
    }
    return literal_convert(f, e, type, field, name);
}

/* --- tests ---------------------------------------------------------------------------------------------- */

static bool is_slice(const struct expr *e) { return e->kind == EX_SLICE; }

static unsigned family(uint8_t type)
{
    switch (class_of_type(type)) {
    case CLASS_UINT: return type == FT_BOOLEAN ? 2 : 1;
    case CLASS_INT: return 1;
    case CLASS_BYTES: return type == FT_PROTOCOL ? 3 : 4;
    case CLASS_TIME: return type == FT_ABSOLUTE_TIME ? 5 : 6;
    default: return 7u + class_of_type(type);
    }
}

static bool compatible(const struct expr *a, const struct expr *b)
{
    if (is_slice(a) || is_slice(b))
        return type_slices(a->type) && type_slices(b->type);
    unsigned left = family(a->type), right = family(b->type);
    return left == right || (left == 1 && right == 2) || (a->kind == EX_ARITH && left <= 2 && right <= 2);
}

/* A test of a field that does not exist, in a lenient filter: it never holds. */
static bool never(struct filter *f, struct expr *e)
{
    struct expr *a = e->a;
    if (a->kind != EX_WORD || f->host == NULL || !f->host->lenient)
        return false;
    e->kind = EX_TRUTH;
    a->kind = EX_FIELD;
    a->type = FT_NONE;
    return new_use(f, a, (struct use){ .name = "", .globals = registry_by_name });
}

static const struct {
    const char *quoted, *plain;
} test_names[] = {
    [TEST_EQ] = { "\"==\"", "==" },
    [TEST_ALL_NE] = { "\"!=\"", "!=" },
    [TEST_ALL_EQ] = { "\"===\"", "===" },
    [TEST_ANY_NE] = { "\"!==\"", "!==" },
    [TEST_GT] = { "\">\"", ">" },
    [TEST_GE] = { "\">=\"", ">=" },
    [TEST_LT] = { "\"<\"", "<" },
    [TEST_LE] = { "\"<=\"", "<=" },
    [TEST_CONTAINS] = { "contains", "contains" },
    [TEST_MATCHES] = { "matches", "matches" },
};

/* Replaces an operand by the text of its value, for "contains" and "matches". */
static struct expr *as_text(struct filter *f, struct expr *e)
{
    struct expr *call = arena_zero(&f->arena, sizeof *call);
    if (call == NULL) {
        tell(f, "There is not enough memory.");
        return e;
    }
    *call = (struct expr){
        .kind = EX_CALL, .at = e->at, .len = e->len, .b = e, .column = -1, .text = "", .height = e->height
    };
    call->function = function_find("", 0);
    call->type = FT_STRING;
    call->value_class = CLASS_TEXT;
    return call;
}

static bool check_searched(struct filter *f, struct expr *e)
{
    struct expr *a = e->a;
    bool searchable = a->value_class == CLASS_TEXT || a->value_class == CLASS_BYTES;
    if (a->value_class == CLASS_NONE)
        return tell_at(f, a->at, a->len, "%.*s (type=%s) cannot participate in %s comparison.", SOURCE(f, a),
                       type_title(a->type), test_names[e->op].plain);
    if (!searchable) {
        e->a = as_text(f, a);
    } else if (a->kind == EX_FIELD && a->type == FT_PROTOCOL && a->column < 0) {
        struct use use = f->uses[a->used];  /* the protocol's bytes here go on behind its header */
        use.whole = true;
        return new_use(f, a, use);
    }
    return !f->failed;
}

static bool check_regex(struct filter *f, struct expr *e)
{
    struct expr *b = e->b;
    if (b->kind != EX_STRING)
        return tell_at(f, b->at, b->len, "Matches requires a double quoted string on the right side.");
    int error;
    size_t where;
    uint32_t options = PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
    if (e->a->value_class == CLASS_TEXT)
        options |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    b->regex = pcre2_compile((PCRE2_SPTR)b->text, b->n, options, &error, &where, NULL);
    if (b->regex == NULL) {
        PCRE2_UCHAR text[160];
        pcre2_get_error_message(error, text, sizeof text);
        return tell(f, "Regex compilation error: %s.", (const char *)text);
    }
    pcre2_jit_compile(b->regex, PCRE2_JIT_COMPLETE);
    if (f->n_regexes == f->regexes_room) {
        uint32_t room = f->regexes_room != 0 ? f->regexes_room * 2 : 4;
        pcre2_code **all = arena_zero(&f->arena, room * sizeof *all);
        if (all == NULL) {
            pcre2_code_free(b->regex);
            return tell(f, "There is not enough memory.");
        }
        if (f->n_regexes != 0)
            memcpy(all, f->regexes, f->n_regexes * sizeof *all);
        f->regexes = all;
        f->regexes_room = room;
    }
    f->regexes[f->n_regexes++] = b->regex;
    return true;
}

static bool not_compatible(struct filter *f, const struct expr *a, const struct expr *b)
{
    return tell_at(f, b->at, b->len, "%.*s and %.*s are not of compatible types.", SOURCE(f, a), SOURCE(f, b));
}

static const char *name_of(const struct expr *e) { return e->field != NULL ? e->field->name : NULL; }

/* The type that a literal gets beside the left side.  A part of a text is compared with bytes too. */
static uint8_t literal_type(const struct expr *left, const struct expr *literal, bool part)
{
    if (part && left->value_class == CLASS_BYTES)
        return FT_BYTES;  /* any bytes of it, not a whole address */
    if (is_slice(left) && left->value_class == CLASS_TEXT && literal->kind == EX_WORD && literal_is_bytes(literal))
        return FT_BYTES;
    return left->type;
}

static bool check_test(struct filter *f, struct expr *e)
{
    if (!infer(f, e->a, true))
        return false;
    if (open(e->a) && never(f, e))
        return true;
    if (open(e->a)) {
        if (e->a->kind == EX_WORD)
            suggest(f, e->a->text, e->a->n);
        return tell_at(f, e->a->at, e->a->len, "Left side of %s expression must be a field or function, not %.*s.",
                       test_names[e->op].quoted, SOURCE(f, e->a));
    }
    if (e->op == TEST_MATCHES)
        return check_searched(f, e) && check_regex(f, e);
    if (!infer(f, e->b, false))
        return false;
    if (e->a->value_class == CLASS_NONE)
        return tell_at(f, e->a->at, e->a->len, "%.*s (type=%s) cannot participate in %s comparison.", SOURCE(f, e->a),
                       type_title(e->a->type), test_names[e->op].plain);
    if (!open(e->b) && !compatible(e->a, e->b))
        return not_compatible(f, e->a, e->b);
    if (e->op == TEST_CONTAINS && !check_searched(f, e))
        return false;
    if (open(e->b) && e->b->kind == EX_WORD && class_of_type(e->a->type) == CLASS_TEXT && e->a->kind == EX_FIELD)
        warn(f, "Text that is compared with a field should stand in double quotes.");
    return settle(f, e->b, literal_type(e->a, e->b, e->op == TEST_CONTAINS), e->a->field, name_of(e->a));
}

static bool check_member(struct filter *f, struct expr *left, struct expr *item)
{
    if (item->kind == EX_PAIR)
        return check_member(f, left, item->a) && check_member(f, left, item->b);
    if (!infer(f, item, false))
        return false;
    if (!open(item) && !compatible(left, item))
        return not_compatible(f, left, item);
    return settle(f, item, literal_type(left, item, false), left->field, name_of(left));
}

static bool check_in(struct filter *f, struct expr *e)
{
    if (!infer(f, e->a, true))
        return false;
    if (open(e->a) && never(f, e))
        return true;
    if (open(e->a) && e->a->kind == EX_WORD)
        suggest(f, e->a->text, e->a->n);
    if (open(e->a))
        return tell_at(f, e->a->at, e->a->len, "Only a field may be tested for membership in a set.");
    if (e->a->value_class == CLASS_NONE)
        return tell_at(f, e->a->at, e->a->len, "%.*s (type=%s) cannot participate in membership comparison.",
                       SOURCE(f, e->a), type_title(e->a->type));
    for (struct expr *item = e->b; item != NULL; item = item->next)
        if (!check_member(f, e->a, item))
            return false;
    return true;
}

static bool check_truth(struct filter *f, struct expr *e)
{
    struct expr *a = e->a;
    if (!infer(f, a, true))
        return false;
    if (open(a) && never(f, e))
        return true;
    if (open(a)) {
        if (a->kind == EX_WORD)
            suggest(f, a->text, a->n);
        return tell_at(f, a->at, a->len, "%.*s is neither a field nor a protocol name.", SOURCE(f, a));
    }
    if (a->kind == EX_CALL && a->type != FT_BOOLEAN)
        return tell_at(f, a->op_at, a->op_len, "You cannot test whether a function is present.");
    return true;
}

bool check_condition(struct filter *f, struct expr *e)
{
    switch (e->kind) {
    case EX_OR:
    case EX_XOR:
    case EX_AND: return check_condition(f, e->a) && check_condition(f, e->b);
    case EX_NOT: return check_condition(f, e->a);
    case EX_TEST: return check_test(f, e);
    case EX_IN: return check_in(f, e);
    default: return check_truth(f, e);
    }
}

bool check_values(struct filter *f, struct expr *e)
{
    if (!infer(f, e, true))
        return false;
    if (open(e)) {
        if (e->kind == EX_WORD)
            suggest(f, e->text, e->n);
        return tell_at(f, e->at, e->len, "%.*s is neither a field nor a protocol name.", SOURCE(f, e));
    }
    return true;
}
