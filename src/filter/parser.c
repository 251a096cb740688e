/* parser.c - tokens to a tree, by recursive descent with a bound on depth.

   condition  = xor { "||" xor }          expression = sum { "&" sum }
   xor        = and { "^^" and }          sum        = product { ("+" | "-") product }
   and        = not { "&&" not }          product    = unary { ("*" | "/" | "%") unary }
   not        = "!" not | "(" condition ")" | test
   test       = [ "any" | "all" ] expression { operator expression | [ "not" ] "in" set }
   unary      = ("-" | "+") unary | value { "[" parts "]" }
   value      = "{" expression "}" | word [ "#" layers ] | word "(" arguments ")" | literal | "@" value | "$" name */
#include "base/base.h"
#include "filter/internal.h"

#include <errno.h>
#include <stdlib.h>

struct parser {
    struct filter *f;
    uint32_t at;       /* where the next token is looked for */
    struct token now;
    uint32_t before;   /* end of the token before */
    unsigned depth;
    bool fine;
};

static struct expr *condition(struct parser *p);
static struct expr *expression(struct parser *p);

static void advance(struct parser *p)
{
    p->before = p->now.at + p->now.len;
    if (p->fine)
        p->fine = lex(p->f, &p->at, &p->now);
}

static void *unexpected(struct parser *p)
{
    if (p->fine && p->now.kind == TOK_END)
        tell(p->f, "Unexpected end of filter expression.");
    else if (p->fine)
        tell_at(p->f, p->now.at, p->now.len, "\"%.*s\" was unexpected in this context.", (int)p->now.len,
                p->f->text + p->now.at);
    p->fine = false;
    return NULL;
}

static struct expr *make(struct parser *p, uint8_t kind, uint32_t at, struct expr *a, struct expr *b)
{
    struct expr *e = p->fine ? arena_zero(&p->f->arena, sizeof *e) : NULL;
    if (e == NULL) {
        if (p->fine)
            tell(p->f, "There is not enough memory.");
        p->fine = false;
        return NULL;
    }
    e->kind = kind;
    e->at = at;
    e->len = p->before > at ? p->before - at : 0;
    e->a = a;
    e->b = b;
    e->column = -1;
    uint16_t left = a != NULL ? a->height : 0, right = b != NULL ? b->height : 0;
    e->height = (uint16_t)(1 + (left > right ? left : right));
    if (e->height > MAX_HEIGHT) {
        tell(p->f, "The filter has more than %d operators in a row.", MAX_HEIGHT);
        p->fine = false;
        return NULL;
    }
    return e;
}

/* One level deeper; false, and told, when it is too deep.  leave() is due in both cases. */
static bool enter(struct parser *p)
{
    if (++p->depth > FILTER_MAX_DEPTH && p->fine) {
        tell(p->f, "The filter is nested more than %d levels deep.", FILTER_MAX_DEPTH);
        p->fine = false;
    }
    return p->fine;
}
static void leave(struct parser *p) { p->depth--; }

static bool take(struct parser *p, uint8_t kind)
{
    if (!p->fine || p->now.kind != kind)
        return p->fine ? unexpected(p) != NULL : false;
    advance(p);
    return p->fine;
}

/* --- parts of values and layers ------------------------------------------------------------------- */

static bool span_number(struct parser *p, const char **s, const char *end, uint32_t at, uint32_t len, int32_t *number)
{
    const char *from = *s, *to = from;
    char digits[24], *rest;
    if (to < end && *to == '-')
        to++;
    while (to < end && *to != ':' && *to != '-' && *to != ' ')
        to++;
    size_t n = (size_t)(to - from);
    if (n == 0 || n >= sizeof digits)
        return tell_at(p->f, at, len, "\"%.*s\" is not a valid range.", (int)len, p->f->text + at);
    memcpy(digits, from, n);
    digits[n] = '\0';
    errno = 0;
    long v = strtol(digits, &rest, 0);
    if (rest == digits || *rest != '\0')
        return tell_at(p->f, at, len, "\"%s\" is not a valid number.", digits);
    if (errno != 0 || v > INT32_MAX || v < INT32_MIN)
        return tell_at(p->f, at, len, "\"%s\" causes an integer overflow.", digits);
    *number = (int32_t)v;
    *s = to;
    return true;
}

static bool span_checked(struct parser *p, struct span *s, uint32_t at, uint32_t len)
{
    const char *text = p->f->text + at;
    if (s->form == SPAN_LENGTH && s->to <= 0)
        return tell_at(p->f, at, len, "Range %.*s isn't valid because length %d isn't positive", (int)len, text, s->to);
    if (s->form != SPAN_ENDS)
        return true;
    if ((s->from < 0) != (s->to < 0))
        return tell_at(p->f, at, len, "Range %.*s isn't valid because %d and %d have different signs", (int)len, text,
                       s->from, s->to);
    if (s->from >= s->to)
        return tell_at(p->f, at, len, "Range %.*s isn't valid because %d is greater or equal than %d", (int)len, text,
                       s->from, s->to);
    return true;
}

/* The part in text[at, at + len), without blanks around it. */
static bool one_span(struct parser *p, struct span *span, uint32_t at, uint32_t len)
{
    const char *s = p->f->text + at, *end = s + len;
    *span = (struct span){ .form = SPAN_ONE };
    if (*s != ':' && !span_number(p, &s, end, at, len, &span->from))
        return false;
    while (s < end && *s == ' ')
        s++;
    if (s == end)
        return true;
    span->form = *s == ':' ? SPAN_LENGTH : SPAN_ENDS;
    for (s++; s < end && *s == ' ';)
        s++;
    if (s == end && span->form == SPAN_LENGTH) {
        span->form = SPAN_REST;
        return true;
    }
    if (!span_number(p, &s, end, at, len, &span->to))
        return false;
    if (s != end)
        return tell_at(p->f, at, len, "\"%.*s\" is not a valid range.", (int)len, p->f->text + at);
    return span_checked(p, span, at, len);
}

/* The parts from `at`, behind the bracket, to the closing one.  The parser goes on behind it. */
static bool spans(struct parser *p, uint32_t at, struct expr *e)
{
    const char *text = p->f->text, *close = strchr(text + at, ']');
    if (close == NULL) {
        p->fine = tell_at(p->f, (uint32_t)p->f->text_len, 1, "The right bracket was missing from a slice.");
        return false;
    }
    uint32_t n = 1, end = (uint32_t)(close - text);
    for (uint32_t i = at; i < end; i++)
        n += text[i] == ',';
    e->spans = arena_zero(&p->f->arena, n * sizeof *e->spans);
    if (e->spans == NULL)
        return p->fine = tell(p->f, "There is not enough memory.");
    for (uint32_t i = at; p->fine && e->n_spans < n; i++) {
        uint32_t stop = i;
        while (stop < end && text[stop] != ',')
            stop++;
        while (i < stop && text[i] == ' ')
            i++;
        uint32_t len = stop - i;
        while (len != 0 && text[i + len - 1] == ' ')
            len--;
        if (len == 0)
            p->fine = tell_at(p->f, stop, 1, "\"%c\" was unexpected in this context.", text[stop]);
        else
            p->fine = one_span(p, &e->spans[e->n_spans++], i, len);
        i = stop;
    }
    p->at = end + 1;
    p->now = (struct token){ .at = end, .len = 1 };
    advance(p);
    e->len = p->before - e->at;
    return p->fine;
}

/* Behind "#": a number, or parts in brackets. */
static bool layers(struct parser *p, struct expr *e)
{
    const char *text = p->f->text;
    uint32_t at = p->now.at + p->now.len;  /* p->now is "#" */
    while (text[at] == ' ')
        at++;
    if (text[at] == '[')
        return spans(p, at + 1, e);
    if (text[at] == '\0')
        return p->fine = tell(p->f, "Unexpected end of filter expression.");
    if (text[at] < '0' || text[at] > '9')
        return p->fine = tell_at(p->f, at, 1, "Expected digit or \"[\", not \"%c\"", text[at]);
    uint32_t len = 0;
    while (text[at + len] >= '0' && text[at + len] <= '9')
        len++;
    e->spans = arena_zero(&p->f->arena, sizeof *e->spans);
    if (e->spans == NULL)
        return p->fine = tell(p->f, "There is not enough memory.");
    e->n_spans = 1;
    p->fine = one_span(p, e->spans, at, len);
    p->at = at + len;
    p->now = (struct token){ .at = at, .len = len };
    advance(p);
    e->len = p->before - e->at;
    return p->fine;
}

/* --- values --------------------------------------------------------------------------------------- */

static struct expr *word(struct parser *p, uint8_t kind)
{
    struct token t = p->now;
    advance(p);
    struct expr *e = make(p, kind, t.at, NULL, NULL);
    if (e == NULL)
        return NULL;
    e->text = t.text;
    e->n = t.n;
    e->forced = t.kind == TOK_FIELD;
    e->literal = t.kind == TOK_LITERAL;
    return e;
}

static struct expr *call(struct parser *p, struct expr *name)
{
    struct expr *e = make(p, EX_CALL, name->at, NULL, NULL), **to = e != NULL ? &e->b : NULL;
    if (e == NULL || !take(p, TOK_OPEN))
        return NULL;
    e->text = name->text;
    e->n = name->n;
    e->op_at = name->at;
    e->op_len = name->len;
    while (p->fine && p->now.kind != TOK_CLOSE) {
        if (e->b != NULL && !take(p, TOK_COMMA))
            return NULL;
        *to = expression(p);
        if (*to == NULL)
            return NULL;
        to = &(*to)->next;
    }
    if (!take(p, TOK_CLOSE))
        return NULL;
    e->len = p->before - e->at;
    return e;
}

/* $name and ${name} */
static struct expr *reference(struct parser *p)
{
    uint32_t at = p->now.at;
    advance(p);
    bool braces = p->fine && p->now.kind == TOK_LBRACE;
    if (braces)
        advance(p);
    if (p->fine && braces && p->now.kind == TOK_END) {
        p->fine = tell(p->f, "end of filter in the middle of a macro expression");
        return NULL;
    }
    if (!p->fine || p->now.kind != TOK_WORD)
        return unexpected(p);
    struct expr *e = word(p, EX_WORD);
    if (e != NULL && p->now.kind == TOK_LAYER && !layers(p, e))
        return NULL;
    if (e == NULL || (braces && !take(p, TOK_RBRACE)))
        return NULL;
    e->reference = true;
    e->at = at;
    e->len = p->before - at;
    return e;
}

static struct expr *value(struct parser *p)
{
    struct expr *e;
    uint32_t at = p->now.at;
    switch (p->now.kind) {
    case TOK_STRING: return word(p, EX_STRING);
    case TOK_CHAR: return word(p, EX_CHAR);
    case TOK_LITERAL: return word(p, EX_WORD);
    case TOK_REFERENCE: return reference(p);
    case TOK_WORD:
    case TOK_FIELD:
        e = word(p, EX_WORD);
        if (e != NULL && p->now.kind == TOK_OPEN && p->now.at == p->before)
            return call(p, e);
        if (e != NULL && p->now.kind == TOK_LAYER)
            layers(p, e);
        return p->fine ? e : NULL;
    case TOK_RAW:
        advance(p);
        if (p->fine && p->now.kind != TOK_WORD && p->now.kind != TOK_FIELD && p->now.kind != TOK_REFERENCE &&
            p->now.kind != TOK_STRING)
            return unexpected(p);
        e = p->fine ? value(p) : NULL;
        if (e != NULL) {
            e->raw = true;
            e->at = at;
            e->len = p->before - at;
        }
        return e;
    case TOK_LBRACE:
        advance(p);
        e = expression(p);
        if (e == NULL || !take(p, TOK_RBRACE))
            return NULL;
        return e;
    default: return unexpected(p);
    }
}

static struct expr *unary(struct parser *p)
{
    struct expr *e = NULL;
    uint32_t at = p->now.at;
    if (!enter(p)) {
        leave(p);
        return NULL;
    }
    if (p->now.kind == TOK_MINUS || p->now.kind == TOK_PLUS) {
        bool minus = p->now.kind == TOK_MINUS;
        advance(p);
        e = p->fine ? unary(p) : NULL;
        if (e != NULL && minus)
            e = make(p, EX_NEGATE, at, e, NULL);
    } else {
        e = p->fine ? value(p) : NULL;
        while (e != NULL && p->fine && p->now.kind == TOK_LBRACKET) {
            struct expr *slice = make(p, EX_SLICE, e->at, e, NULL);
            if (slice == NULL || !spans(p, p->now.at + 1, slice))
                e = NULL;
            else
                e = slice;
        }
    }
    leave(p);
    return p->fine ? e : NULL;
}

static struct expr *arith(struct parser *p, struct expr *a, struct expr *(*next)(struct parser *), uint8_t op)
{
    uint32_t at = p->now.at, len = p->now.len;
    advance(p);
    struct expr *b = p->fine ? next(p) : NULL;
    struct expr *e = b != NULL ? make(p, EX_ARITH, a->at, a, b) : NULL;
    if (e != NULL) {
        e->op = op;
        e->op_at = at;
        e->op_len = len;
    }
    return e;
}

static struct expr *product(struct parser *p)
{
    struct expr *e = unary(p);
    while (e != NULL && p->fine) {
        uint8_t k = p->now.kind;
        if (k != TOK_STAR && k != TOK_SLASH && k != TOK_PERCENT)
            break;
        e = arith(p, e, unary, k == TOK_STAR ? ARITH_MUL : k == TOK_SLASH ? ARITH_DIV : ARITH_MOD);
    }
    return p->fine ? e : NULL;
}

static struct expr *sum(struct parser *p)
{
    struct expr *e = product(p);
    while (e != NULL && p->fine && (p->now.kind == TOK_PLUS || p->now.kind == TOK_MINUS))
        e = arith(p, e, product, p->now.kind == TOK_PLUS ? ARITH_ADD : ARITH_SUB);
    return p->fine ? e : NULL;
}

static struct expr *expression(struct parser *p)
{
    struct expr *e = NULL;
    if (enter(p))
        e = sum(p);
    while (e != NULL && p->fine && p->now.kind == TOK_BITAND)
        e = arith(p, e, sum, ARITH_AND);
    leave(p);
    return p->fine ? e : NULL;
}

/* --- tests ------------------------------------------------------------------------------------------ */

static struct expr *set_item(struct parser *p)
{
    struct expr *low = unary(p);
    if (low == NULL || p->now.kind != TOK_RANGE)
        return low;
    advance(p);
    struct expr *high = p->fine ? unary(p) : NULL;
    return high != NULL ? make(p, EX_PAIR, low->at, low, high) : NULL;
}

/* Behind the left side: "in" or "not in". */
static struct expr *membership(struct parser *p, struct expr *left)
{
    bool negated = p->now.kind == TOK_NOT;
    if (negated)
        advance(p);
    if (!take(p, TOK_IN) || !take(p, TOK_LBRACE))
        return NULL;
    struct expr *e = make(p, EX_IN, left->at, left, NULL), **to = e != NULL ? &e->b : NULL;
    if (p->fine && p->now.kind == TOK_LBRACE)
        return unexpected(p);
    while (e != NULL && p->fine) {
        *to = set_item(p);
        if (*to == NULL)
            return NULL;
        to = &(*to)->next;
        if (p->now.kind != TOK_COMMA)
            break;
        advance(p);
    }
    if (!take(p, TOK_RBRACE))
        return NULL;
    e->negated = negated;
    e->len = p->before - e->at;
    return e;
}

static struct expr *comparison(struct parser *p, struct expr *left)
{
    struct token op = p->now;
    if (op.len == 2 && p->f->text[op.at] == '~')
        warn(p->f, "\"~=\" is deprecated; write \"!==\" for \"any not equal\".");
    advance(p);
    struct expr *right = p->fine ? expression(p) : NULL;
    struct expr *e = right != NULL ? make(p, EX_TEST, left->at, left, right) : NULL;
    if (e != NULL) {
        e->op = op.op;
        e->op_at = op.at;
        e->op_len = op.len;
    }
    return e;
}

static struct expr *test(struct parser *p)
{
    uint8_t quantifier = p->now.kind == TOK_ANY ? QUANT_ANY : p->now.kind == TOK_ALL ? QUANT_ALL : QUANT_DEFAULT;
    uint32_t at = p->now.at;
    if (quantifier != QUANT_DEFAULT)
        advance(p);
    struct expr *left = p->fine ? expression(p) : NULL, *e = NULL;
    if (left == NULL)
        return NULL;
    if (p->now.kind == TOK_NOT || p->now.kind == TOK_IN) {
        e = membership(p, left);
        if (e != NULL)
            e->quantifier = quantifier;
        return e;
    }
    for (struct expr *side = left; p->fine && p->now.kind == TOK_TEST;) {
        struct expr *one = comparison(p, side);
        if (one == NULL)
            return NULL;
        one->quantifier = quantifier;
        side = one->b;
        e = e == NULL ? one : make(p, EX_AND, at, e, one);
    }
    if (!p->fine || e != NULL)
        return p->fine ? e : NULL;
    return quantifier != QUANT_DEFAULT ? unexpected(p) : make(p, EX_TRUTH, left->at, left, NULL);
}

static struct expr *negation(struct parser *p)
{
    struct expr *e = NULL;
    uint32_t at = p->now.at;
    if (enter(p) && p->now.kind == TOK_NOT) {
        advance(p);
        struct expr *inner = p->fine ? negation(p) : NULL;
        e = inner != NULL ? make(p, EX_NOT, at, inner, NULL) : NULL;
    } else if (p->fine && p->now.kind == TOK_OPEN) {
        advance(p);
        e = p->fine ? condition(p) : NULL;
        if (e == NULL || !take(p, TOK_CLOSE))
            e = NULL;
    } else if (p->fine) {
        e = test(p);
    }
    leave(p);
    return p->fine ? e : NULL;
}

static struct expr *joined(struct parser *p, unsigned level)
{
    static const uint8_t tokens[] = { TOK_OR, TOK_XOR, TOK_AND }, kinds[] = { EX_OR, EX_XOR, EX_AND };
    struct expr *e = level == 2 ? negation(p) : joined(p, level + 1);
    while (e != NULL && p->fine && p->now.kind == tokens[level]) {
        advance(p);
        struct expr *right = !p->fine ? NULL : level == 2 ? negation(p) : joined(p, level + 1);
        e = right != NULL ? make(p, kinds[level], e->at, e, right) : NULL;
    }
    return p->fine ? e : NULL;
}

static struct expr *condition(struct parser *p)
{
    struct expr *e = enter(p) ? joined(p, 0) : NULL;
    leave(p);
    return e;
}

struct expr *parse(struct filter *f, bool values)
{
    struct parser p = { .f = f, .fine = true };
    advance(&p);
    struct expr *e = !p.fine ? NULL : values ? expression(&p) : condition(&p);
    if (e != NULL && p.fine && p.now.kind != TOK_END)
        return unexpected(&p);
    return p.fine ? e : NULL;
}
