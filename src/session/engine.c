/* engine.c - the public configuration. */
#include "names/names.h"
#include "session/session.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

const char *thr_version(void) { return THR_VERSION; }

static int use_names(struct thr_engine *e, struct name_options options)
{
    struct names *names = names_open(&options, NULL);
    if (names == NULL)
        return -1;
    if (e->names != NULL)
        names_close(e->names);
    e->names = names;
    names_resolver(names, &e->resolver);
    e->dissect->names = &e->resolver;
    return 0;
}

struct thr_engine *thr_engine_new(struct thr_error *error)
{
    struct thr_engine *e = calloc(1, sizeof *e);
    if (e == NULL) {
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
        return NULL;
    }
    e->dissect = engine_new(error);
    if (e->dissect == NULL) {
        free(e);
        return NULL;
    }
    if (use_names(e, NAME_OPTIONS_DEFAULT) != 0) {
        thr_engine_free(e);
        thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
        return NULL;
    }
    return e;
}

void thr_engine_free(struct thr_engine *e)
{
    if (e == NULL)
        return;
    if (e->names != NULL)
        names_close(e->names);
    engine_free(e->dissect);
    free(e);
}

enum thr_failure thr_engine_set(struct thr_engine *e, const char *assignment, struct thr_error *error)
{
    return engine_set_pref(e->dissect, assignment, error);
}

enum thr_failure thr_engine_decode_as(struct thr_engine *e, const char *rule, struct thr_error *error)
{
    return engine_decode_as(e->dissect, rule, error);
}

enum thr_failure thr_engine_protocol(struct thr_engine *e, const char *name, bool on, struct thr_error *error)
{
    if (engine_enable(e->dissect, name, on))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "No such protocol %s, can't %s", name, on ? "enable" : "disable");
}

enum thr_failure thr_engine_heuristic(struct thr_engine *e, const char *name, bool on, struct thr_error *error)
{
    if (engine_enable_heuristic(e->dissect, name, on))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "No such protocol %s, can't %s", name, on ? "enable" : "disable");
}

void thr_engine_time(struct thr_engine *e, enum thr_time time, bool hours_minutes)
{
    e->time = time;
    e->hours_minutes = hours_minutes;
}

enum thr_failure thr_engine_names(struct thr_engine *e, const char *letters, struct thr_error *error)
{
    struct name_options options = { 0 };
    char bad;
    if (!name_options_add(&options, letters, &bad))
        return thr_error_set(error, THR_FAILED_ARGUMENT, 0,
                             "-N specifies unknown resolving option '%c'; valid options are:\n"
                             "\t'd' to enable address resolution from captured DNS packets\n"
                             "\t'm' to enable MAC address resolution\n"
                             "\t'n' to enable network address resolution\n"
                             "\t'N' to enable using external resolvers (e.g., DNS)\n"
                             "\t    for network address resolution\n"
                             "\t's' to enable address resolution using SNI information found in captured handshake packets\n"
                             "\t't' to enable transport-layer port number resolution\n"
                             "\t'v' to enable VLAN IDs to names resolution", bad);
    if (use_names(e, options) != 0)
        return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
    return THR_OK;
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
    while (getline(&line, &room, f) > 0)
        take_host_line(e->names, line);
    free(line);
    fclose(f);
    return THR_OK;
}
