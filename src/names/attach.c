/* attach.c - gives an engine its names: the part of the public API that is about them. */
#include "names/names.h"
#include "session/session.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void free_names(void *names) { names_close(names); }

static int use_names(struct thr_engine *e, struct name_options options)
{
    struct names *names = names_open(&options, NULL);
    if (names == NULL)
        return -1;
    if (e->names != NULL)
        e->names_free(e->names);
    e->names = names;
    e->names_free = free_names;
    names_resolver(names, &e->resolver);
    e->dissect->names = &e->resolver;
    return 0;
}

enum thr_failure thr_engine_names(struct thr_engine *e, const char *letters, struct thr_error *error)
{
    struct name_options options = { 0 };
    char bad;
    options.no_geography = e->no_geography;
    if (!name_options_add(&options, letters, &bad))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "-N specifies unknown resolving option '%c'; valid options are:\n"
                             "\t'd' to enable address resolution from captured DNS packets\n"
                             "\t'm' to enable MAC address resolution\n"
                             "\t'n' to enable network address resolution\n"
                             "\t'N' to enable using external resolvers (e.g., DNS)\n"
                             "\t    for network address resolution\n"
                             "\t't' to enable transport-layer port number resolution\n"
                             "\t'v' to enable VLAN IDs to names resolution",
                             bad);
    if (use_names(e, options) != 0)
        return thr_error_memory(error);
    size_t n = 0;
    for (const char *l = letters; *l != '\0'; l++)
        if (memchr(e->name_letters, *l, n) == NULL && n + 1 < sizeof e->name_letters)
            e->name_letters[n++] = *l;
    e->name_letters[n] = '\0';
    return THR_OK;
}

const char *thr_engine_warning(const struct thr_engine *e, unsigned which)
{
    return e->names != NULL ? names_problem(e->names, which) : NULL;
}

/* One line of a hosts file: an address and its names; the first name counts. */
static void take_host_line(struct names *names, char *line)
{
    uint8_t address[16];
    char *rest = line;
    line[strcspn(line, "#\r\n")] = '\0';
    char *text = strsep(&rest, " \t"), *name = NULL;
    while (rest != NULL && (name = strsep(&rest, " \t")) != NULL && *name == '\0')
        continue;
    if (name == NULL)
        return;
    if (inet_pton(AF_INET, text, address) == 1)
        names_add_host(names, address, 4, name, strlen(name), 0);
    else if (inet_pton(AF_INET6, text, address) == 1)
        names_add_host(names, address, 16, name, strlen(name), 0);
}

enum thr_failure thr_engine_hosts(struct thr_engine *e, const char *path, struct thr_error *error)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    if (f == NULL)
        return thr_error_set(error, THR_FAILED_OPEN, errno, "Can't read host entries from \"%s\"", path);
    if (e->names == NULL && use_names(e, (struct name_options){ 0 }) != 0) {
        fclose(f);
        return thr_error_memory(error);
    }
    while (getline(&line, &room, f) > 0)
        take_host_line(e->names, line);
    free(line);
    fclose(f);
    return THR_OK;
}
