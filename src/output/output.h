/* output.h - what the printers share.  Each format is a struct format: three functions over the same
   tree.  They append to p->out; printer.c hands it to the caller's write function. */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include "dissect/label.h"
#include "session/session.h"

struct thr_printer;

struct format {
    void (*head)(struct thr_printer *p);
    void (*packet)(struct thr_printer *p, const struct thr_packet *packet);
    void (*tail)(struct thr_printer *p);
};
extern const struct format format_text, format_fields, format_pdml, format_psml, format_json, format_ek;

/* A column or field that -e asked for. */
struct asked {
    const char *name;
    enum thr_column column;  /* THR_COLUMNS: a field */
    uint32_t first, count;   /* rows of registry_by_name */
};

struct thr_printer {
    struct thr_print how;
    const struct format *format;
    struct thr_session *session;
    thr_write *write;
    void *context;
    struct strbuf out;       /* text not yet written */
    struct strbuf scratch;
    struct asked *asked;
    uint32_t n_asked;
    uint32_t *list;          /* stack of siblings: json.c */
    uint32_t n_list, list_room;
    uint64_t packets;
    int failed;              /* errno of the write that failed */
};

/* The node's text as -T fields, -T json with -e, ... print it. */
void sb_field_value(struct strbuf *sb, const struct thr_packet *packet, const struct node *n);
/* The name that the node can be asked for by, or "". */
const char *node_name(const struct node *n);
/* True when -j or -J names the node. */
bool filter_lists(const struct thr_printer *p, const struct node *n);
/* -x for one packet. */
void print_hex(struct thr_printer *p, const struct thr_packet *packet);
/* True when the node's field is one of those that -e asked for under this name. */
bool asked_matches(const struct asked *a, uint32_t field);
/* Text as a JSON string, quotes included. */
void sb_json(struct strbuf *sb, const char *text, size_t len);
/* Text escaped for XML attributes and elements. */
void sb_xml(struct strbuf *sb, const char *text, size_t len);

#endif
