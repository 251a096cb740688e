/* engine.c - the public configuration. */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

const char *thr_version(void) { return THR_VERSION; }

struct thr_engine *thr_engine_new(struct thr_error *error)
{
    struct tm tm;
    localtime_r(&(time_t){ 0 }, &tm);  /* the C library gets the time zone ready before there are threads */
    struct thr_engine *e = calloc(1, sizeof *e);
    if (e == NULL) {
        thr_error_memory(error);
        return NULL;
    }
    memcpy(e->name_letters, "mNd", sizeof "mNd");
    e->dissect = engine_new(error);
    if (e->dissect == NULL || !columns_default(&e->columns)) {
        thr_engine_free(e);
        return NULL;
    }
    return e;
}

void thr_engine_free(struct thr_engine *e)
{
    if (e == NULL)
        return;
    if (e->names != NULL)
        e->names_free(e->names);
    columns_free(&e->columns);
    saved_free(&e->macros);
    saved_free(&e->saved_filters);
    engine_free(e->dissect);
    free(e);
}

enum thr_failure thr_engine_decode_as(struct thr_engine *e, const char *rule, struct thr_error *error)
{
    return engine_decode_as(e->dissect, rule, error);
}

enum thr_failure thr_engine_protocol(struct thr_engine *e, const char *name, bool on, struct thr_error *error)
{
    if (engine_enable(e->dissect, name, on))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "No such protocol %s, can't %s", name,
                         on ? "enable" : "disable");
}

enum thr_failure thr_engine_heuristic(struct thr_engine *e, const char *name, bool on, struct thr_error *error)
{
    if (engine_enable_heuristic(e->dissect, name, on))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "No such protocol %s, can't %s", name,
                         on ? "enable" : "disable");
}

void thr_engine_time(struct thr_engine *e, enum thr_time time, bool hours_minutes)
{
    e->time = time;
    e->hours_minutes = hours_minutes;
}
