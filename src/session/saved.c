/* saved.c - files of the user's configuration folder. */
#include "session/saved.h"

#include <stdlib.h>
#include <string.h>

enum { SAVED_MAX = 10000 };

FILE *profile_open(const char *name)
{
    static const char *const folders[] = { "thresher", "wireshark" };
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    bool own = config != NULL && config[0] == '/';
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        char *path = NULL;
        if (!own && (home == NULL || home[0] != '/'))
            return NULL;
        if (asprintf(&path, "%s%s/%s/%s", own ? config : home, own ? "" : "/.config", folders[i], name) < 0)
            return NULL;
        FILE *f = fopen(path, "re");
        free(path);
        if (f != NULL)
            return f;
    }
    return NULL;
}

/* The text in quotes at *p, where a backslash makes the next character plain; *p moves behind it.  NULL: none. */
static char *take_quoted(const char **p)
{
    const char *from = *p;
    if (*from != '"')
        return NULL;
    char *text = calloc(1, strlen(from)), *to = text;
    for (from++; text != NULL && *from != '"'; from++) {
        if (*from == '\\' && from[1] != '\0')
            from++;
        if (*from == '\0') {
            free(text);
            return NULL;
        }
        *to++ = *from;
    }
    *p = from + 1;
    return text;
}

/* Behind the name: text to the end of the line, in braces, or behind a comma in quotes. */
static char *take_text(const char *p)
{
    p += strspn(p, " \t");
    if (*p == ',') {
        p += 1 + strspn(p + 1, " \t");
        return take_quoted(&p);
    }
    size_t len = strlen(p);
    while (len != 0 && strchr(" \t\r\n", p[len - 1]) != NULL)
        len--;
    if (len >= 2 && p[0] == '{' && p[len - 1] == '}') {
        p++;
        len -= 2;
    }
    return len != 0 ? strndup(p, len) : NULL;
}

void saved_parse(struct saved_list *l, FILE *from)
{
    char *line = NULL;
    size_t room = 0;
    while (l->count < SAVED_MAX && getline(&line, &room, from) >= 0) {
        const char *p = line + strspn(line, " \t");
        char *name = take_quoted(&p), *text = name != NULL ? take_text(p) : NULL;
        struct saved *rows = text != NULL ? realloc(l->rows, (l->count + 1) * sizeof *rows) : NULL;
        if (rows == NULL) {
            free(name);
            free(text);
            continue;
        }
        l->rows = rows;
        rows[l->count++] = (struct saved){ name, text };
    }
    free(line);
}

void saved_read(struct saved_list *l, const char *file)
{
    FILE *f = profile_open(file);
    if (f == NULL)
        return;
    saved_parse(l, f);
    fclose(f);
}

void saved_free(struct saved_list *l)
{
    for (size_t i = 0; i < l->count; i++) {
        free(l->rows[i].name);
        free(l->rows[i].text);
    }
    free(l->rows);
    *l = (struct saved_list){ 0 };
}

const char *saved_find(const struct saved_list *l, const char *name)
{
    for (size_t i = 0; i < l->count; i++)
        if (strcmp(l->rows[i].name, name) == 0)
            return l->rows[i].text;
    return NULL;
}
