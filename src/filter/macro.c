/* macro.c - $name(a, b), ${name:a;b} and ${name} become the text that the macro stands for.  What has the name of a
   field instead is a field reference and stays. */
#include "base/base.h"
#include "filter/internal.h"

enum { MAX_ARGS = 9, MAX_NESTED_MACROS = 16, MAX_NAME = 80 };

struct part {
    const char *text;
    size_t len;
};

struct expansion {
    struct filter *f;
    struct strbuf out;
    unsigned depth;
};

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
}

/* The end of a quoted text that begins at p. */
static const char *after_quotes(const char *p)
{
    char quote = *p++;
    while (*p != '\0' && *p != quote)
        p += *p == '\\' && p[1] != '\0' ? 2 : 1;
    return *p != '\0' ? p + 1 : p;
}

static struct part trimmed(const char *from, const char *to)
{
    while (from < to && *from == ' ')
        from++;
    while (to > from && to[-1] == ' ')
        to--;
    return (struct part){ from, (size_t)(to - from) };
}

/* Splits what follows an opening bracket at `between`, up to the closing one; returns the place behind it, NULL when
   there is no end or too many arguments. */
static const char *take_args(const char *p, char between, char close, struct part args[MAX_ARGS], unsigned *n)
{
    const char *from = p;
    unsigned depth = 0;
    *n = 0;
    for (; *p != '\0'; p++) {
        if (*p == '"' || *p == '\'') {
            p = after_quotes(p) - 1;
        } else if (depth == 0 && (*p == between || *p == close)) {
            struct part one = trimmed(from, p);
            bool empty = *p == close && *n == 0 && one.len == 0;
            if (!empty && *n == MAX_ARGS)
                return NULL;
            if (!empty)
                args[(*n)++] = one;
            from = p + 1;
            if (*p == close)
                return p + 1;
        } else if (*p == '(' || *p == '{' || *p == '[') {
            depth++;
        } else if (depth != 0 && (*p == ')' || *p == '}' || *p == ']')) {
            depth--;
        }
    }
    return NULL;
}

static bool expand(struct expansion *x, const char *text);

/* The macro's text with its arguments put in, then expanded itself. */
static bool put_in(struct expansion *x, const char *name, const char *body, const struct part *args, unsigned n)
{
    struct strbuf own = { .max = FILTER_MAX_TEXT };
    unsigned most = 0;
    for (const char *p = body; *p != '\0'; p++) {
        if (*p != '$' || p[1] < '1' || p[1] > '9') {
            sb_char(&own, *p);
            continue;
        }
        unsigned which = (unsigned)(*++p - '0');
        most = which > most ? which : most;
        if (which <= n)
            sb_mem(&own, args[which - 1].text, args[which - 1].len);
    }
    bool fine = !own.cut;
    if (most != n)
        fine = tell(x->f, "wrong number of arguments for macro '%s', expecting %u instead of %u", name, most, n);
    if (fine && ++x->depth > MAX_NESTED_MACROS)
        fine = tell(x->f, "macro '%s' is nested more than %d levels deep", name, MAX_NESTED_MACROS);
    fine = fine && expand(x, sb_text(&own));
    x->depth--;
    sb_free(&own);
    return fine;
}

static const char *body_of(const struct filter *f, const char *name)
{
    return f->host != NULL && f->host->macro != NULL ? f->host->macro(f->host->context, name) : NULL;
}

/* At "$": replaces a macro and moves *p behind it, or copies what is none. */
static bool dollar(struct expansion *x, const char **p)
{
    const char *q = *p + 1;
    bool braces = *q == '{';
    char name[MAX_NAME];
    size_t n = 0;
    struct part args[MAX_ARGS];
    unsigned n_args = 0;
    q += braces;
    while (n < sizeof name - 1 && is_name(q[n]))
        n++;
    memcpy(name, q, n);
    name[n] = '\0';
    const char *body = n != 0 ? body_of(x->f, name) : NULL, *end = q + n;
    if (braces && *end == '\0')
        return tell(x->f, "end of filter in the middle of a macro expression");
    bool called = braces ? *end == ':' || *end == ';' : *end == '(';
    if (body == NULL && called)
        return tell(x->f, "macro '%s' does not exist", name);
    if (body == NULL || (!called && !braces)) {
        sb_mem(&x->out, *p, (size_t)(q - *p));
        *p = q;
        return true;
    }
    end = braces ? take_args(end + called, ';', '}', args, &n_args) : take_args(end + 1, ',', ')', args, &n_args);
    if (end == NULL)
        return tell(x->f, "end of filter in the middle of a macro expression");
    *p = end;
    return put_in(x, name, body, args, n_args);
}

static bool expand(struct expansion *x, const char *text)
{
    for (const char *p = text; *p != '\0';) {
        if (*p == '$') {
            if (!dollar(x, &p))
                return false;
            continue;
        }
        const char *end = *p == '"' || *p == '\'' ? after_quotes(p) : p + 1;
        sb_mem(&x->out, p, (size_t)(end - p));
        p = end;
    }
    return !x->out.cut || tell(x->f, "The filter is longer than %d bytes.", FILTER_MAX_TEXT);
}

const char *macros_expand(struct filter *f, const char *text)
{
    struct expansion x = { .f = f, .out = { .max = FILTER_MAX_TEXT } };
    const char *result = NULL;
    if (strchr(text, '$') == NULL)
        result = arena_copy(&f->arena, text, strlen(text) + 1);
    else if (expand(&x, text))
        result = arena_copy(&f->arena, sb_text(&x.out), x.out.len + 1);
    if (result == NULL)
        tell(f, "There is not enough memory.");
    sb_free(&x.out);
    return result;
}
