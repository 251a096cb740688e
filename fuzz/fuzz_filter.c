/* fuzz_filter.c - any text as a display filter, and as an expression: it is refused with a sentence and a place inside
   the text, or what is printed of it is read as the same tree.  Macros stand for some text, also for themselves. */
#include "filter/filter.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static const char *macro_of(const void *context, const char *name)
{
    (void)context;
    return strcmp(name, "host") == 0 ? "ip.addr == $1" : strcmp(name, "round") == 0 ? "$round() || ${round}" : NULL;
}

static int column_of(const void *context, const char *name)
{
    return (void)context, strcmp(name, "info") == 0 ? 1 : -1;
}

/* What a person sees of it has to come to an end, and each byte of it is looked at. */
static void look_at(const struct strbuf *sb)
{
    unsigned sum = 0;
    for (size_t i = 0; i < sb->len; i++)
        sum += (unsigned char)sb->text[i];
    if (sum == 1)
        abort();
}

static void refused(const char *text, const struct filter_problem *p)
{
    struct strbuf sb = { 0 };
    if (p->text[0] == '\0' || memchr(p->text, '\0', sizeof p->text) == NULL)
        abort();
    filter_problem_print(&sb, text, p);
    look_at(&sb);
    sb_free(&sb);
}

typedef struct filter *compiler(const char *text, const struct filter_host *host, struct filter_problem *problem);

static void one(const char *text, compiler *compile)
{
    static const struct filter_host host = { .macro = macro_of, .column = column_of };
    struct filter_problem problem;
    struct strbuf first = { 0 }, second = { 0 };
    struct filter *f = compile(text, &host, &problem), *again;
    if (f == NULL) {
        refused(text, &problem);
        return;
    }
    filter_print(&first, f);
    again = first.len < FILTER_MAX_TEXT ? compile(sb_text(&first), &host, &problem) : NULL;
    if (again != NULL)
        filter_print(&second, again);
    if (again != NULL ? strcmp(sb_text(&first), sb_text(&second)) != 0 : first.len < FILTER_MAX_TEXT / 8)
        abort();
    sb_clear(&first);
    filter_explain(&first, f);
    look_at(&first);
    filter_free(f);
    filter_free(again);
    sb_free(&first);
    sb_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *text = malloc(size + 1);
    if (text == NULL)
        return 0;
    if (size != 0)
        memcpy(text, bytes, size);
    text[size] = '\0';
    one(text, filter_compile);
    one(text, filter_compile_values);
    free(text);
    return 0;
}
