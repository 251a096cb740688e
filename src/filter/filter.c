/* filter.c - a filter from its text to its end. */
#include "base/base.h"
#include "filter/internal.h"

#include <stdlib.h>

enum { FILTER_MEMORY_MAX = 64 * 1024 * 1024 };

static struct filter *compiled(const char *text, const struct filter_host *host, struct filter_problem *problem,
                               bool values)
{
    struct filter *f = calloc(1, sizeof *f);
    if (problem != NULL)
        *problem = (struct filter_problem){ 0 };
    if (f == NULL) {
        if (problem != NULL)
            memcpy(problem->text, "There is not enough memory.", sizeof "There is not enough memory.");
        return NULL;
    }
    f->arena.max = FILTER_MEMORY_MAX;
    f->host = host;
    f->problem = problem;
    bool fine = strlen(text) <= FILTER_MAX_TEXT || tell(f, "The filter is longer than %d bytes.", FILTER_MAX_TEXT);
    const char *expanded = fine ? macros_expand(f, text) : NULL;
    if (expanded != NULL) {
        f->text = (char *)(uintptr_t)expanded;
        f->text_len = strlen(expanded);
        f->tree = parse(f, values);
    }
    fine = f->tree != NULL && !f->failed && (values ? check_values(f, f->tree) : check_condition(f, f->tree)) &&
           !f->failed && compile(f, values);
    f->host = NULL;
    f->problem = NULL;
    if (fine)
        return f;
    filter_free(f);
    return NULL;
}

struct filter *filter_compile(const char *text, const struct filter_host *host, struct filter_problem *problem)
{
    return compiled(text, host, problem, false);
}

struct filter *filter_compile_values(const char *text, const struct filter_host *host, struct filter_problem *problem)
{
    return compiled(text, host, problem, true);
}

void filter_free(struct filter *f)
{
    if (f == NULL)
        return;
    for (uint32_t i = 0; i < f->n_regexes; i++)
        pcre2_code_free(f->regexes[i]);
    arena_free(&f->arena);
    free(f);
}

const char *filter_text(const struct filter *f) { return f->text; }
const char *filter_warning(const struct filter *f, unsigned which)
{
    return which < f->n_warnings ? f->warnings[which] : NULL;
}

void filter_want(const struct filter *f, struct wanted *w)
{
    for (uint32_t i = 0; i < f->n_fields; i++)
        wanted_field(w, f->fields[i]);
    w->columns |= f->columns;
}

const uint32_t *filter_fields(const struct filter *f, uint32_t *count)
{
    *count = f->n_fields;
    return f->fields;
}
