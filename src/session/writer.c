/* writer.c - copying packets of a session into a file. */
#include "capture/writer.h"
#include "session/session.h"

#include <stdlib.h>

struct thr_writer {
    struct capture_writer *to;
};

struct thr_writer *thr_writer_open(struct thr_session *s, const char *path, const char *type, const char *compress,
                                   const char *const *comments, struct thr_error *error)
{
    const struct writer_kind *kind = writer_kind(type != NULL ? type : "pcapng");
    int compression = compress != NULL ? writer_compression(compress) : (int)COMPRESSION_NONE;
    if (kind == NULL || compression < 0) {
        if (kind == NULL)
            thr_error_set(error, THR_FAILED_ARGUMENT, 0, "\"%s\" isn't a valid capture file type", type);
        else
            thr_error_set(error, THR_FAILED_ARGUMENT, 0, "\"%s\" isn't a valid output compression mode", compress);
        return NULL;
    }
    struct writer_options options = { .format = kind->format,
                                      .variant = kind->variant,
                                      .comments = comments,
                                      .compression = (enum capture_compression)compression };
    struct thr_writer *w = calloc(1, sizeof *w);
    if (w == NULL) {
        thr_error_memory(error);
        return NULL;
    }
    w->to = capture_writer_open(path, &options, session_capture(s), error);
    if (w->to == NULL) {
        free(w);
        return NULL;
    }
    return w;
}

const char *thr_writer_type(unsigned which, const char **description)
{
    unsigned count;
    const struct writer_kind *kinds = writer_kinds(&count);
    *description = which < count ? kinds[which].description : NULL;
    return which < count ? kinds[which].name : NULL;
}

bool thr_writer_knows(const char *type, const char *compress)
{
    return (type == NULL || writer_kind(type) != NULL) && (compress == NULL || writer_compression(compress) >= 0);
}

enum thr_failure thr_writer_packet(struct thr_writer *w, const struct thr_packet *p, struct thr_error *error)
{
    struct thr_error own = { 0 };
    if (capture_writer_copy(w->to, &p->from_file, p->frame.number, &own))
        return THR_OK;
    if (error != NULL)
        *error = own;
    return own.failure != THR_OK ? own.failure : THR_FAILED_WRITE;
}

enum thr_failure thr_writer_close(struct thr_writer *w, struct thr_error *error)
{
    struct thr_error own = { 0 };
    bool fine = capture_writer_close(w->to, &own);
    free(w);
    if (!fine && error != NULL)
        *error = own;
    return fine ? THR_OK : own.failure != THR_OK ? own.failure : THR_FAILED_WRITE;
}
