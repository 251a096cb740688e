/* print.c - trees and programs as text. */
#include "base/base.h"
#include "filter/internal.h"

static const char *const test_signs[] = {
    [TEST_EQ] = "==", [TEST_ALL_NE] = "!=", [TEST_ALL_EQ] = "===", [TEST_ANY_NE] = "!==", [TEST_GT] = ">",
    [TEST_GE] = ">=", [TEST_LT] = "<",      [TEST_LE] = "<=",      [TEST_CONTAINS] = "contains", [TEST_MATCHES] = "matches",
};
static const char arith_signs[] = { '+', '-', '*', '/', '%', '&' };
static const char *const quantifiers[] = { "", "any ", "all " };

/* --- expressions ------------------------------------------------------------------------------------- */

static void print_quoted(struct strbuf *sb, const struct expr *e, char quote)
{
    sb_char(sb, quote);
    for (uint32_t i = 0; i < e->n; i++) {
        uint8_t c = (uint8_t)e->text[i];
        if (c == '"' || c == '\\' || c == '\'')
            sb_char(sb, '\\');
        if (c < 32 || c > 126)
            sb_printf(sb, "\\x%02x", c);
        else
            sb_char(sb, (char)c);
    }
    sb_char(sb, quote);
}

static void print_spans(struct strbuf *sb, const struct expr *e)
{
    sb_char(sb, '[');
    for (uint32_t i = 0; i < e->n_spans; i++) {
        const struct span *s = &e->spans[i];
        sb_printf(sb, i != 0 ? ",%d" : "%d", s->from);
        if (s->form == SPAN_REST)
            sb_char(sb, ':');
        else if (s->form != SPAN_ONE)
            sb_printf(sb, s->form == SPAN_LENGTH ? ":%d" : "-%d", s->to);
    }
    sb_char(sb, ']');
}

static void print_name(struct strbuf *sb, const struct expr *e)
{
    if (e->raw)
        sb_char(sb, '@');
    if (e->reference)
        sb_str(sb, "${");
    else if (e->forced)
        sb_char(sb, '.');
    sb_mem(sb, e->text, e->n);
    if (e->n_spans != 0) {
        sb_char(sb, '#');
        print_spans(sb, e);
    }
    if (e->reference)
        sb_char(sb, '}');
}

/* What binds tighter stands without braces, so that what is printed is not nested deeper than what was read. */
enum { BINDS_SUM = 1, BINDS_PRODUCT, BINDS_UNARY, BINDS_VALUE };

static unsigned binding(const struct expr *e)
{
    if (e->kind == EX_NEGATE)
        return BINDS_UNARY;
    if (e->kind != EX_ARITH)
        return BINDS_VALUE;
    return e->op == ARITH_AND ? 0 : e->op == ARITH_ADD || e->op == ARITH_SUB ? BINDS_SUM : BINDS_PRODUCT;
}

/* In a place for what binds at least so tightly. */
static void print_operand(struct strbuf *sb, const struct expr *e, unsigned least)
{
    bool braces = binding(e) < least;
    if (braces)
        sb_char(sb, '{');
    expr_print(sb, e);
    if (braces)
        sb_char(sb, '}');
}

static void print_call(struct strbuf *sb, const struct expr *e)
{
    sb_mem(sb, e->text, e->n);
    if (e->n != 0)  /* else it is not written: the text of a number */
        sb_char(sb, '(');
    for (const struct expr *a = e->b; a != NULL; a = a->next) {
        if (a != e->b)
            sb_str(sb, ", ");
        expr_print(sb, a);
    }
    if (e->n != 0)
        sb_char(sb, ')');
}

static void print_condition(struct strbuf *sb, const struct expr *e)
{
    static const char *const words[] = { [EX_OR] = " || ", [EX_XOR] = " ^^ ", [EX_AND] = " && " };
    bool left = e->a->kind <= EX_AND && e->a->kind != e->kind, right = e->b->kind <= EX_AND;
    sb_str(sb, left ? "(" : "");
    expr_print(sb, e->a);
    sb_str(sb, left ? ")" : "");
    sb_str(sb, words[e->kind]);
    sb_str(sb, right ? "(" : "");
    expr_print(sb, e->b);
    sb_str(sb, right ? ")" : "");
}

static void print_set(struct strbuf *sb, const struct expr *e)
{
    sb_str(sb, quantifiers[e->quantifier]);
    expr_print(sb, e->a);
    sb_str(sb, e->negated ? " not in {" : " in {");
    for (const struct expr *i = e->b; i != NULL; i = i->next) {
        if (i != e->b)
            sb_str(sb, ", ");
        expr_print(sb, i);
    }
    sb_char(sb, '}');
}

void expr_print(struct strbuf *sb, const struct expr *e)
{
    switch (e->kind) {
    case EX_OR:
    case EX_XOR:
    case EX_AND: print_condition(sb, e); return;
    case EX_NOT: {
        bool joined = e->a->kind <= EX_AND;
        sb_str(sb, joined ? "!(" : "!");
        expr_print(sb, e->a);
        sb_str(sb, joined ? ")" : "");
        return;
    }
    case EX_TEST:
        sb_str(sb, quantifiers[e->quantifier]);
        expr_print(sb, e->a);
        sb_printf(sb, " %s ", test_signs[e->op]);
        expr_print(sb, e->b);
        return;
    case EX_IN: print_set(sb, e); return;
    case EX_TRUTH: expr_print(sb, e->a); return;
    case EX_STRING:
        if (e->raw)
            sb_char(sb, '@');
        print_quoted(sb, e, '"');
        return;
    case EX_CHAR: print_quoted(sb, e, '\''); return;
    case EX_SLICE:
        print_operand(sb, e->a, BINDS_VALUE);
        print_spans(sb, e);
        return;
    case EX_CALL: print_call(sb, e); return;
    case EX_ARITH:
        print_operand(sb, e->a, binding(e));
        sb_printf(sb, " %c ", arith_signs[e->op]);
        print_operand(sb, e->b, binding(e) + 1);
        return;
    case EX_NEGATE:
        sb_char(sb, '-');
        print_operand(sb, e->a, BINDS_UNARY);
        return;
    case EX_PAIR:
        expr_print(sb, e->a);
        sb_str(sb, " .. ");
        expr_print(sb, e->b);
        return;
    default: print_name(sb, e);
    }
}

void filter_print(struct strbuf *sb, const struct filter *f) { expr_print(sb, f->tree); }

/* --- for people ---------------------------------------------------------------------------------------- */

static const char *kind_name(const struct expr *e)
{
    static const char *const names[] = {
        [EX_OR] = "or",          [EX_XOR] = "xor",          [EX_AND] = "and",
        [EX_NOT] = "not",        [EX_TEST] = "test",        [EX_IN] = "in",
        [EX_TRUTH] = "is there", [EX_FIELD] = "field",      [EX_WORD] = "literal",
        [EX_STRING] = "string",  [EX_CHAR] = "character",   [EX_SLICE] = "slice",
        [EX_CALL] = "call",      [EX_ARITH] = "arithmetic", [EX_NEGATE] = "negative",
        [EX_PAIR] = "range",
    };
    return names[e->kind];
}

static void explain_tree(struct strbuf *sb, const struct expr *e, unsigned depth)
{
    sb_fill(sb, ' ', 2 + (size_t)(depth < 40 ? depth : 40) * 2);
    sb_str(sb, kind_name(e));
    if (e->kind == EX_TEST)
        sb_printf(sb, " %s%s", quantifiers[e->quantifier], test_signs[e->op]);
    else if (e->kind == EX_ARITH)
        sb_printf(sb, " %c", arith_signs[e->op]);
    else if (e->kind == EX_IN && e->negated)
        sb_str(sb, " (negated)");
    if (e->kind >= EX_FIELD && e->kind != EX_ARITH && e->kind != EX_NEGATE && e->kind != EX_PAIR) {
        sb_char(sb, ' ');
        expr_print(sb, e);
        sb_printf(sb, "  %s", type_symbol(e->type));
    }
    sb_char(sb, '\n');
    if (e->kind == EX_SLICE || (e->kind >= EX_FIELD && e->kind <= EX_CHAR))
        return;
    if (e->a != NULL)
        explain_tree(sb, e->a, depth + 1);
    for (const struct expr *b = e->b; b != NULL; b = b->next)
        explain_tree(sb, b, depth + 1);
}

static const char *op_name(const struct op *op)
{
    static const char *const names[] = {
        [OP_FIELD] = "load",
        [OP_COLUMN] = "load-column",
        [OP_SLICE] = "slice",
        [OP_CALL] = "call",
        [OP_ARITH] = "arithmetic",
        [OP_NEGATE] = "negate",
        [OP_HAS] = "has",
        [OP_UINT] = "number",
        [OP_UINT_IN] = "number-in",
        [OP_IPV4] = "ipv4",
        [OP_TEST] = "test",
        [OP_MATCH] = "match",
        [OP_IN] = "in",
        [OP_TRUE] = "true",
        [OP_NOT] = "not",
        [OP_KEEP] = "keep",
        [OP_XOR] = "xor",
        [OP_JUMP_TRUE] = "jump-if",
        [OP_JUMP_FALSE] = "jump-unless",
        [OP_END] = "end",
    };
    return names[op->code];
}

static void explain_use(struct strbuf *sb, const struct use *u)
{
    struct expr e = { .text = u->name,
                      .n = (uint32_t)strlen(u->name),
                      .raw = u->raw,
                      .reference = u->reference,
                      .spans = (struct span *)(uintptr_t)u->layers,
                      .n_spans = u->n_layers };
    print_name(sb, &e);
}

static void explain_op(struct strbuf *sb, const struct filter *f, const struct op *op)
{
    const char *quantifier = op->quantifier == QUANT_ALL ? "all " : "";
    switch (op->code) {
    case OP_FIELD:
        sb_printf(sb, "r%u = ", op->to);
        explain_use(sb, &f->uses[op->k]);
        break;
    case OP_COLUMN:
    case OP_SLICE:
    case OP_CALL:
    case OP_ARITH:
    case OP_NEGATE:
        sb_printf(sb, "r%u = ", op->to);
        expr_print(sb, op->e);
        break;
    case OP_HAS: explain_use(sb, &f->uses[op->k]); break;
    case OP_UINT:
    case OP_IPV4:
        sb_str(sb, quantifier);
        explain_use(sb, &f->uses[op->k]);
        sb_printf(sb, " %s %llu", test_signs[op->sub], (unsigned long long)op->u);
        if (op->code == OP_IPV4 && op->numbers.mask != UINT64_MAX)
            sb_printf(sb, " & 0x%08llx", (unsigned long long)op->numbers.mask);
        break;
    case OP_UINT_IN:
        sb_str(sb, quantifier);
        explain_use(sb, &f->uses[op->k]);
        sb_printf(sb, " in %u ranges", op->n);
        break;
    case OP_TEST: sb_printf(sb, "%sr%u %s r%u", quantifier, op->a, test_signs[op->sub], op->b); break;
    case OP_MATCH:
    case OP_TRUE:
    case OP_XOR: sb_printf(sb, "%sr%u", quantifier, op->a); break;
    case OP_IN: sb_printf(sb, "%sr%u in %u values", quantifier, op->a, op->n); break;
    case OP_KEEP: sb_printf(sb, "r%u", op->to); break;
    case OP_JUMP_TRUE:
    case OP_JUMP_FALSE: sb_printf(sb, "%u", op->k); break;
    default: break;
    }
}

static const char *name_of(uint32_t global)
{
    const struct note_def *note = registry_note(global);
    return note != NULL ? note->name : registry_field(global)->name;
}

void filter_explain(struct strbuf *sb, const struct filter *f)
{
    sb_str(sb, "Filter:\n  ");
    filter_print(sb, f);
    sb_str(sb, "\n\nTree:\n");
    explain_tree(sb, f->tree, 0);
    sb_str(sb, "\nProgram:\n");
    for (uint32_t i = 0; i < f->n_registers; i++)
        if (f->constants[i].n != 0)
            sb_printf(sb, "        r%u is constant\n", i);
    for (uint32_t i = 0; i < f->n_ops; i++) {
        sb_printf(sb, "  %4u  %-12s ", i, op_name(&f->ops[i]));
        explain_op(sb, f, &f->ops[i]);
        while (sb->len != 0 && sb->text[sb->len - 1] == ' ')
            sb_cut_to(sb, sb->len - 1);
        sb_char(sb, '\n');
    }
    sb_str(sb, "\nFields needed:\n");
    for (uint32_t i = 0; i < f->n_fields; i++) {
        bool seen = false;
        for (uint32_t k = 0; k < i; k++)
            seen |= strcmp(name_of(f->fields[k]), name_of(f->fields[i])) == 0;
        if (!seen)
            sb_printf(sb, "  %s\n", name_of(f->fields[i]));
    }
    if (f->columns)
        sb_str(sb, "  (the columns of the packet list)\n");
}
