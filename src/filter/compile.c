/* compile.c - a checked tree to a program. */
#include "base/base.h"
#include "dissect/builtin.h"
#include "filter/internal.h"

#include <stdlib.h>

/* A table in the arena that grows: the new place, NULL when there is no memory. */
static void *grown(struct filter *f, void *old, uint32_t n, uint32_t *room, size_t size)
{
    if (n < *room)
        return old;
    uint32_t more = *room != 0 ? *room * 2 : 16;
    void *new = arena_zero(&f->arena, more * size);
    if (new == NULL) {
        tell(f, "There is not enough memory.");
        return NULL;
    }
    if (n != 0)
        memcpy(new, old, n * size);
    *room = more;
    return new;
}

static uint16_t new_register(struct filter *f, struct list constant)
{
    struct list *constants = grown(f, f->constants, f->n_registers, &f->registers_room, sizeof *constants);
    if (constants == NULL || f->n_registers == MAX_REGISTERS) {
        tell(f, "The filter is too long.");
        return 0;
    }
    f->constants = constants;
    f->constants[f->n_registers] = constant;
    return (uint16_t)f->n_registers++;
}

static struct op *new_op(struct filter *f, enum op_code code)
{
    struct op *ops = grown(f, f->ops, f->n_ops, &f->ops_room, sizeof *ops);
    if (ops == NULL || f->n_ops == MAX_OPS) {
        tell(f, "The filter is too long.");
        return NULL;
    }
    f->ops = ops;
    ops[f->n_ops] = (struct op){ .code = (uint8_t)code };
    return &ops[f->n_ops++];
}

/* --- values ---------------------------------------------------------------------------------------- */

static uint16_t value(struct filter *f, struct expr *e);

static uint16_t compile_call(struct filter *f, struct expr *e)
{
    uint32_t n = 0;
    for (struct expr *a = e->b; a != NULL; a = a->next)
        n++;
    uint16_t *args = arena_zero(&f->arena, (n + 1) * sizeof *args);
    if (args == NULL)
        return (uint16_t)tell(f, "There is not enough memory.");
    n = 0;
    for (struct expr *a = e->b; a != NULL; a = a->next)
        args[n++] = value(f, a);
    uint16_t to = new_register(f, (struct list){ 0 });
    struct op *op = new_op(f, OP_CALL);
    if (op != NULL) {
        op->to = to;
        op->more = args;
        op->n = n;
        op->e = e;
    }
    return to;
}

static uint16_t value(struct filter *f, struct expr *e)
{
    if (e->constant)
        return new_register(f, e->values);
    if (e->kind == EX_CALL)
        return compile_call(f, e);
    uint16_t a = e->a != NULL ? value(f, e->a) : 0, b = e->b != NULL ? value(f, e->b) : 0;
    uint16_t to = new_register(f, (struct list){ 0 });
    struct op *op = new_op(f, e->kind == EX_FIELD    ? e->column >= 0 ? OP_COLUMN : OP_FIELD
                              : e->kind == EX_SLICE  ? OP_SLICE
                              : e->kind == EX_NEGATE ? OP_NEGATE
                                                     : OP_ARITH);
    if (op == NULL)
        return to;
    op->sub = e->op;
    op->a = a;
    op->b = b;
    op->to = to;
    op->k = e->column >= 0 ? (uint32_t)e->column : e->used;
    op->more = e->spans;
    op->n = e->n_spans;
    op->class_a = e->a != NULL ? e->a->value_class : e->value_class;
    op->class_b = e->b != NULL ? e->b->value_class : CLASS_NONE;
    op->e = e;
    return to;
}

/* --- tests ------------------------------------------------------------------------------------------- */

/* The operator without its quantifier, and the quantifier. */
static void operator_of(const struct expr *e, struct op *op)
{
    bool all = e->op == TEST_ALL_EQ || e->op == TEST_ALL_NE;
    op->sub = e->op == TEST_ALL_EQ ? TEST_EQ : e->op == TEST_ANY_NE ? TEST_ALL_NE : e->op;
    op->quantifier = e->quantifier != QUANT_DEFAULT ? e->quantifier : all ? QUANT_ALL : QUANT_ANY;
}

static bool plain_field(const struct expr *e) { return e->kind == EX_FIELD && e->column < 0; }

/* Which numbers pass. */
static struct filter_numbers numbers_of(uint8_t test, uint64_t u, uint64_t mask)
{
    const uint64_t all = UINT64_MAX;
    struct filter_numbers n = { .mask = mask, .span = all };
    switch (test) {
    case TEST_EQ:
    case TEST_ALL_NE: n.low = u, n.span = 0, n.outside = test == TEST_ALL_NE; break;
    case TEST_GT: n.low = u + 1, n.span = all - n.low, n.outside = u == all; break;
    case TEST_GE: n.low = u, n.span = all - u; break;
    case TEST_LT: n.span = u - 1, n.outside = u == 0; break;
    default: n.span = u;
    }
    return n;
}

/* A field against one constant number or address, without lists of values. */
static bool compile_direct(struct filter *f, const struct expr *e)
{
    const struct expr *a = e->a, *b = e->b;
    if (!plain_field(a) || !b->constant || b->values.n != 1 || e->op >= TEST_CONTAINS ||
        a->value_class != b->value_class)
        return false;
    if (a->value_class != CLASS_UINT && a->value_class != CLASS_IPv4)
        return false;
    struct op *op = new_op(f, a->value_class == CLASS_UINT ? OP_UINT : OP_IPV4);
    if (op == NULL)
        return true;
    uint16_t prefix = b->values.v->prefix;
    uint64_t mask = a->value_class == CLASS_UINT || prefix >= 32 ? UINT64_MAX
                    : prefix == 0                                ? 0
                                                                 : (0xffffffffu << (32 - prefix)) & 0xffffffffu;
    op->u = b->values.v->v.u & mask;
    op->k = a->used;
    operator_of(e, op);
    op->numbers = numbers_of(op->sub, op->u, mask);
    return true;
}

static void compile_test(struct filter *f, struct expr *e)
{
    if (e->op != TEST_MATCHES && compile_direct(f, e))
        return;
    uint16_t a = value(f, e->a), b = e->op != TEST_MATCHES ? value(f, e->b) : 0;
    struct op *op = new_op(f, e->op == TEST_MATCHES ? OP_MATCH : OP_TEST);
    if (op == NULL)
        return;
    operator_of(e, op);
    op->a = a;
    op->b = b;
    op->class_a = e->a->value_class;
    op->class_b = e->b->value_class;
    op->no_empty = e->a->value_class == CLASS_TEXT || e->a->type == FT_PROTOCOL;
    op->more = e->b->regex;
}

static int by_low(const void *a, const void *b)
{
    const struct uint_range *x = a, *y = b;
    return x->low < y->low ? -1 : x->low > y->low;
}

static bool one_uint(const struct expr *e) { return e->constant && e->value_class == CLASS_UINT; }

/* A field in a set of constant numbers. */
static bool compile_uint_in(struct filter *f, const struct expr *e)
{
    uint32_t n = 0, kept = 0;
    if (!plain_field(e->a) || e->a->value_class != CLASS_UINT)
        return false;
    for (const struct expr *i = e->b; i != NULL; i = i->next) {
        if (i->kind == EX_PAIR ? !one_uint(i->a) || !one_uint(i->b) || i->a->values.n != 1 || i->b->values.n != 1
                               : !one_uint(i))
            return false;
        n += i->kind == EX_PAIR ? 1 : i->values.n;
    }
    struct uint_range *ranges = arena_zero(&f->arena, n * sizeof *ranges);
    struct op *op = ranges != NULL ? new_op(f, OP_UINT_IN) : NULL;
    if (op == NULL)
        return tell(f, "There is not enough memory.");
    for (const struct expr *i = e->b; i != NULL; i = i->next) {
        if (i->kind == EX_PAIR && i->a->values.v->v.u <= i->b->values.v->v.u)
            ranges[kept++] = (struct uint_range){ i->a->values.v->v.u, i->b->values.v->v.u };
        for (uint32_t k = 0; i->kind != EX_PAIR && k < i->values.n; k++)
            ranges[kept++] = (struct uint_range){ i->values.v[k].v.u, i->values.v[k].v.u };
    }
    qsort(ranges, kept, sizeof *ranges, by_low);
    n = 0;
    for (uint32_t i = 0; i < kept; i++) {
        if (n != 0 && (ranges[i].low <= ranges[n - 1].high || ranges[i].low - ranges[n - 1].high == 1))
            ranges[n - 1].high = ranges[i].high > ranges[n - 1].high ? ranges[i].high : ranges[n - 1].high;
        else
            ranges[n++] = ranges[i];
    }
    op->k = e->a->used;
    op->more = ranges;
    op->n = n;
    op->quantifier = e->quantifier == QUANT_ALL ? QUANT_ALL : QUANT_ANY;
    return true;
}

static void compile_in(struct filter *f, struct expr *e)
{
    if (!compile_uint_in(f, e) && !f->failed) {
        uint32_t n = 0;
        for (struct expr *i = e->b; i != NULL; i = i->next)
            n++;
        struct set_item *items = arena_zero(&f->arena, n * sizeof *items);
        if (items == NULL) {
            tell(f, "There is not enough memory.");
            return;
        }
        uint16_t a = value(f, e->a);
        n = 0;
        for (struct expr *i = e->b; i != NULL; i = i->next) {
            struct expr *low = i->kind == EX_PAIR ? i->a : i, *high = i->kind == EX_PAIR ? i->b : NULL;
            uint16_t low_register = value(f, low);
            items[n++] = (struct set_item){ low_register, high != NULL ? value(f, high) : (uint16_t)NO_REGISTER,
                                            low->value_class, high != NULL ? high->value_class : (uint8_t)CLASS_NONE };
        }
        struct op *op = new_op(f, OP_IN);
        if (op == NULL)
            return;
        op->a = a;
        op->class_a = e->a->value_class;
        op->more = items;
        op->n = n;
        op->quantifier = e->quantifier == QUANT_ALL ? QUANT_ALL : QUANT_ANY;
    }
    if (e->negated)
        new_op(f, OP_NOT);
}

static void compile_truth(struct filter *f, struct expr *e)
{
    struct op *op;
    if (plain_field(e->a)) {
        op = new_op(f, OP_HAS);
        if (op != NULL)
            op->k = e->a->used;
        return;
    }
    uint16_t a = value(f, e->a);
    op = new_op(f, OP_TRUE);
    if (op == NULL)
        return;
    op->a = a;
    op->class_a = e->a->value_class;
    op->sub = e->a->kind == EX_ARITH || e->a->kind == EX_NEGATE || e->a->kind == EX_CALL;
}

/* Whether it depends on nothing but fields that every frame has once: they can be asked before it is dissected. */
static bool of_frame_alone(const struct filter *f, const struct expr *e)
{
    if (e->kind == EX_FIELD) {
        const struct use *u = e->column < 0 && !e->reference ? &f->uses[e->used] : NULL;
        return u != NULL && u->n == 1 && registry_protocols[registry_owner[u->globals[0]]] == &proto_frame;
    }
    if (e->a != NULL && !of_frame_alone(f, e->a))
        return false;
    for (const struct expr *b = e->b; b != NULL; b = b->next)
        if (!of_frame_alone(f, b))
            return false;
    return true;
}

static void condition(struct filter *f, struct expr *e);

/* Those of the conditions under EX_AND that are `of_frame`, each with a jump to where is not known yet. */
static void conjuncts(struct filter *f, struct expr *e, bool of_frame)
{
    if (e->kind == EX_AND) {
        conjuncts(f, e->a, of_frame);
        conjuncts(f, e->b, of_frame);
    } else if (of_frame_alone(f, e) == of_frame) {
        condition(f, e);
        struct op *op = new_op(f, OP_JUMP_FALSE);
        if (op != NULL)
            op->k = MAX_OPS;
    }
}

/* All that has to be true, what is told by the frame alone first. */
static void compile_and(struct filter *f, struct expr *e)
{
    uint32_t begin = f->n_ops;
    conjuncts(f, e, true);
    conjuncts(f, e, false);
    if (f->failed)
        return;
    f->n_ops--;  /* nothing comes after the last one */
    for (uint32_t i = begin; i < f->n_ops; i++)
        if (f->ops[i].k == MAX_OPS && f->ops[i].code == OP_JUMP_FALSE)
            f->ops[i].k = f->n_ops;
}

static void condition(struct filter *f, struct expr *e)
{
    uint32_t jump;
    uint16_t kept;
    struct op *op;
    if (f->failed)
        return;
    switch (e->kind) {
    case EX_AND: compile_and(f, e); return;
    case EX_OR:
        condition(f, e->a);
        jump = f->n_ops;
        new_op(f, OP_JUMP_TRUE);
        condition(f, e->b);
        if (!f->failed)
            f->ops[jump].k = f->n_ops;
        return;
    case EX_XOR:
        condition(f, e->a);
        kept = new_register(f, (struct list){ 0 });
        op = new_op(f, OP_KEEP);
        if (op != NULL)
            op->to = kept;
        condition(f, e->b);
        op = new_op(f, OP_XOR);
        if (op != NULL)
            op->a = kept;
        return;
    case EX_NOT:
        condition(f, e->a);
        new_op(f, OP_NOT);
        return;
    case EX_TEST: compile_test(f, e); return;
    case EX_IN: compile_in(f, e); return;
    default: compile_truth(f, e);
    }
}

/* A jump to a jump that is taken as well goes where that one goes. */
static void shorten_jumps(struct filter *f)
{
    for (uint32_t i = f->n_ops; i-- > 0;) {
        struct op *op = &f->ops[i];
        while ((op->code == OP_JUMP_TRUE || op->code == OP_JUMP_FALSE) && f->ops[op->k].code == op->code)
            op->k = f->ops[op->k].k;
    }
}

static void note_field(struct filter *f, uint32_t global)
{
    for (uint32_t i = 0; i < f->n_fields; i++)
        if (f->fields[i] == global)
            return;
    f->fields[f->n_fields++] = global;
}

/* The list of all fields that have to be there. */
static bool collect_fields(struct filter *f)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->n_uses; i++)
        n += 2 * f->uses[i].n;
    f->fields = arena_zero(&f->arena, (n + 1) * sizeof *f->fields);
    if (f->fields == NULL)
        return tell(f, "There is not enough memory.");
    for (uint32_t i = 0; i < f->n_uses; i++)
        for (uint32_t k = 0; k < f->uses[i].n; k++) {
            note_field(f, f->uses[i].globals[k]);
            if (f->uses[i].layered)
                note_field(f, registry_first_field[registry_owner[f->uses[i].globals[k]]]);
        }
    return true;
}

bool compile(struct filter *f, bool values)
{
    if (values)
        f->result = value(f, f->tree);
    else
        condition(f, f->tree);
    new_op(f, OP_END);
    if (f->failed || !collect_fields(f))
        return false;
    shorten_jumps(f);
    return true;
}
