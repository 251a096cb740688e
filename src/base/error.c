/* error.c - filling the one error type. */
#include "thresher/error.h"

#include <stdarg.h>
#include <stdio.h>

enum thr_failure thr_error_set(struct thr_error *error, enum thr_failure failure, int system, const char *format, ...)
{
    if (error == NULL)
        return failure;
    error->failure = failure;
    error->system = system;
    va_list args;
    va_start(args, format);
    vsnprintf(error->text, sizeof error->text, format, args);
    va_end(args);
    return failure;
}

enum thr_failure thr_error_memory(struct thr_error *error)
{
    return thr_error_set(error, THR_FAILED_MEMORY, 0, "There is not enough memory.");
}
