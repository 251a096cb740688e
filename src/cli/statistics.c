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
    const char *name;
    size_t now;
} former[] = { { "follow,ssl", 2 } };

struct statistic {
    struct statistic *before;  /* on the command line */
    const struct statistic_kind *kind;
    void *state;
};

/* The kind whose name begins the text, and what follows the name. */
static const struct statistic_kind *kind_of(const char *text, const char **rest)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strncmp(text, kinds[i].name, strlen(kinds[i].name)) == 0)
            return *rest = text + strlen(kinds[i].name), &kinds[i];
    for (size_t i = 0; i < sizeof former / sizeof former[0]; i++)
        if (strncmp(text, former[i].name, strlen(former[i].name)) == 0)
            return *rest = text + strlen(former[i].name), &kinds[former[i].now];
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
