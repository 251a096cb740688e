/* error.h - the one way in which Thresher reports that something did not work. */
#ifndef THRESHER_ERROR_H
#define THRESHER_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define THR_API __attribute__((visibility("default")))
#define THR_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define THR_API
#define THR_PRINTF(fmt, args)
#endif

/* What kind of failure it was, for a program that has to choose what to do next. */
enum thr_failure {
    THR_OK = 0,
    THR_FAILED_ARGUMENT,   /* the caller asked for something that does not exist */
    THR_FAILED_OPEN,       /* the file cannot be opened: errno-like reasons */
    THR_FAILED_FORMAT,     /* the file is of a kind that is not understood */
    THR_FAILED_DAMAGED,    /* the file is understood up to a point, then damaged */
    THR_FAILED_CUT_SHORT,  /* the file ends in the middle of a packet */
    THR_FAILED_READ,       /* reading failed half-way, or the file shrank */
    THR_FAILED_WRITE,      /* writing failed: disk full, closed pipe */
    THR_FAILED_MEMORY,     /* memory, or a bound on it, is used up */
};

/* A failure and the sentence that tells a person what, where and what to do.
   The caller owns it; it holds no resources.  Always NUL-terminated. */
struct thr_error {
    enum thr_failure failure;
    int system;            /* errno of the failed call, or 0 */
    char text[512];
};

/* Fills *error (NULL: ignored) and returns `failure`, so that a function can end with
   `return thr_error_set(e, THR_FAILED_READ, errno, "...")`.  Longer text is cut. */
THR_API enum thr_failure thr_error_set(struct thr_error *error, enum thr_failure failure, int system,
                                       const char *format, ...) THR_PRINTF(4, 5);
/* The same for memory that cannot be had. */
THR_API enum thr_failure thr_error_memory(struct thr_error *error);

#ifdef __cplusplus
}
#endif
#endif
