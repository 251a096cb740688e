/* output.h - what the printers share.  Each format is a struct format: three functions over the same
   tree.  They append to p->out; printer.c hands it to the caller's write function. */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include "dissect/label.h"
#include "filter/filter.h"
#include "output/color.h"
#include "session/session.h"

struct thr_printer;

struct format {
    void (*head)(struct thr_printer *p);
    void (*packet)(struct thr_printer *p, const struct thr_packet *packet);
    void (*tail)(struct thr_printer *p);
    const char *between;  /* text between packets, or NULL */
};
extern const struct format format_text, format_fields, format_pdml, format_psml, format_json, format_ek;

/* A column or field that -e asked for. */
struct asked {
    const char *name;
    const struct column *column;  /* NULL: a field, or a column that is not there */
    bool is_column;
    struct filter *expression;    /* neither a field nor a column: "ip.addr#2", "tcp.srcport + 1" */
    struct filter_state *state;   /* of the expression */
    uint32_t n_values;            /* of the expression, in this packet */
    bool empty;                   /* the same name comes again later: tshark fills only the last one */
    uint32_t head, tail;          /* this packet's nodes, linked by printer.next; NO_NODE at the end */
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
    uint16_t *asked_by;      /* by field: the number of the asked one, from 1; 0: nobody asked */
    uint32_t *next;          /* by node: the next one of the same asked field */
    uint32_t next_room;
    uint32_t *list;          /* stack of siblings: json.c */
    uint32_t n_list;
    size_t list_room;
    struct color_rules colors;  /* with how.color */
    uint64_t packets;
    int failed;              /* errno of the write that failed */
};

/* Appends the packet's text to p->out. */
void printer_format(struct thr_printer *p, const struct thr_packet *packet);
/* Between parts of a packet's text: writes what p->out has, when that is much. */
void printer_spill(struct thr_printer *p);
/* Adds a packet's text, made by `p` or for it, to what will be written; false when writing failed: p->failed. */
bool printer_add(struct thr_printer *p, const char *text, size_t len);
/* Says why. */
enum thr_failure printer_failure(const struct thr_printer *p, struct thr_error *error);

/* The node's text as -T fields, -T json with -e, ... print it. */
void sb_field_value(struct strbuf *sb, const struct thr_packet *packet, const struct node *n);
/* The name that the node can be asked for by, or "". */
const char *node_name(const struct node *n);
/* True when -j or -J names the node. */
bool filter_lists(const struct thr_printer *p, const struct node *n);
/* Finds the packet's nodes for everything that -e asked for. */
void asked_collect(struct thr_printer *p, const struct thr_packet *packet);
/* Where the values of one of them start: for asked_value. */
uint32_t asked_first(const struct thr_printer *p, const struct asked *a);
/* Puts the value at *at into p->scratch and moves on; false when there is none. */
bool asked_value(struct thr_printer *p, const struct thr_packet *packet, const struct asked *a, uint32_t *at);
/* Text as a JSON string, quotes included. */
void sb_json(struct strbuf *sb, const char *text, size_t len);
/* Text escaped for XML attributes and elements. */
void sb_xml(struct strbuf *sb, const char *text, size_t len);

#endif
