/* statistics.c - what -z asks for: a table of statistics by name. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* In alphabetical order, as they are listed. */
static const struct statistic_kind kinds[] = {
    { "follow,http", follow_open, follow_print, follow_free },
    { "follow,tcp", follow_open, follow_print, follow_free },
    { "follow,tls", follow_open, follow_print, follow_free },
    { "follow,udp", follow_open, follow_print, follow_free },
};
/* Names that others had once. */
static const struct {
    const char *name, *now;
} former[] = { { "follow,ssl", "follow,tls" } };

struct statistic {
    struct statistic *before;  /* on the command line */
    const struct statistic_kind *kind;
    void *state;
};

/* Whether the text begins with the name; *rest is then what follows it. */
static bool begins_with(const char *text, const char *name, const char **rest)
{
    size_t len = strlen(name);
    if (strncmp(text, name, len) != 0)
        return false;
    *rest = text + len;
    return true;
}

/* The kind whose name begins the text, and what follows the name. */
static const struct statistic_kind *kind_of(const char *text, const char **rest)
{
    const char *ignored;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (begins_with(text, kinds[i].name, rest))
            return &kinds[i];
    for (size_t i = 0; i < sizeof former / sizeof former[0]; i++)
        if (begins_with(text, former[i].name, rest))
            return kind_of(former[i].now, &ignored);
    return NULL;
}

void help_statistics(FILE *to)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        fprintf(to, "     %s\n", kinds[i].name);
}

bool statistic_known(const char *text)
{
    const char *rest;
    if (kind_of(text, &rest) != NULL)
        return true;
    say("Invalid -z argument \"%s\"; it must be one of:", text);
    help_statistics(stderr);
    return false;
}

int statistics_open(struct statistic **list, struct thr_session *session, const char *const *texts)
{
    for (size_t i = 0; texts != NULL && texts[i] != NULL; i++) {
        const char *rest;
        struct statistic *s = calloc(1, sizeof *s);
        if (s == NULL) {
            say("There is not enough memory.");
            return EXIT_BAD_FILE;
        }
        s->before = *list;
        s->kind = kind_of(texts[i], &rest);
        *list = s;
        if (s->kind == NULL || (s->state = s->kind->open(session, s->kind, rest)) == NULL)
            return EXIT_BAD_OPTION;
    }
    return -1;
}

int statistics_print(const struct statistic *list)
{
    bool whole = true;
    for (const struct statistic *s = list; s != NULL; s = s->before)
        whole &= s->kind->print(s->kind, s->state);
    if (fflush(stdout) != 0) {
        if (errno != EPIPE)
            say("Writing standard output failed: %s.", strerror(errno));
        whole = false;
    }
    return whole ? -1 : EXIT_BAD_FILE;
}

void statistics_free(struct statistic *list)
{
    for (struct statistic *s = list, *before; s != NULL; s = before) {
        before = s->before;
        if (s->state != NULL)
            s->kind->free(s->state);
        free(s);
    }
}
