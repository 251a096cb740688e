/* printer.c - the public printer: what it needs, who prints, where the text goes. */
#include "output/output.h"

#include "output/color.h"

#include <errno.h>
#include <stdlib.h>
#include <strings.h>

enum { FLUSH_AT = 128 * 1024, LARGE = 16 * 1024 };  /* a large text is not worth copying to one that is written together */

static const struct format *const formats[] = {
    [THR_FORMAT_TEXT] = &format_text, [THR_FORMAT_TABS] = &format_text, [THR_FORMAT_FIELDS] = &format_fields,
    [THR_FORMAT_PDML] = &format_pdml, [THR_FORMAT_PSML] = &format_psml, [THR_FORMAT_JSON] = &format_json,
    [THR_FORMAT_JSONRAW] = &format_json, [THR_FORMAT_EK] = &format_ek,
};

static const char column_prefix[] = "_ws.col.";

/* Something to be worked out. */
static bool ask_expression(struct thr_printer *p, struct asked *a)
{
    const struct filter_host host = engine_filter_host(session_engine(p->session));
    a->expression = filter_compile_values(a->name, &host, NULL);
    a->state = a->expression != NULL ? filter_state_new(a->expression) : NULL;
    if (a->state == NULL)
        return false;
    filter_want(a->expression, session_wanted(p->session));
    return true;
}

static void ask_field(struct thr_printer *p, uint32_t which, struct strbuf *missing)
{
    struct asked *a = &p->asked[which];
    uint32_t count, first = registry_find(a->name, &count);
    for (uint32_t k = first; k < first + count; k++) {
        wanted_field(session_wanted(p->session), registry_by_name[k]);
        p->asked_by[registry_by_name[k]] = (uint16_t)(which + 1);
    }
    if (count == 0 && !ask_expression(p, a)) {
        sb_str(missing, "\n\t");
        sb_str(missing, a->name);
    }
}

/* Resolves -e; names that do not exist are collected in `missing`, a line each. */
static bool ask(struct thr_printer *p, struct strbuf *missing)
{
    const struct columns *columns = &session_engine(p->session)->columns;
    uint32_t n = 0;
    while (n < UINT16_MAX - 1 && p->how.fields[n] != NULL)
        n++;
    p->asked = calloc(n + 1, sizeof *p->asked);
    p->asked_by = calloc(registry_first_field[registry_count] + 1, sizeof *p->asked_by);
    if (p->asked == NULL || p->asked_by == NULL)
        return false;
    p->n_asked = n;
    for (uint32_t i = 0; i < n; i++) {
        struct asked *a = &p->asked[i];
        a->name = p->how.fields[i];
        for (uint32_t k = i + 1; k < n && !a->empty; k++)
            a->empty = strcmp(p->how.fields[k], a->name) == 0;
        a->is_column = strncmp(a->name, column_prefix, sizeof column_prefix - 1) == 0;
        if (!a->is_column) {
            ask_field(p, i, missing);
            continue;
        }
        uint32_t which = columns_titled(columns, a->name + sizeof column_prefix - 1);
        a->column = which < columns->count ? &columns->list[which] : NULL;
        columns_need(columns, session_wanted(p->session));
    }
    return true;
}

void asked_collect(struct thr_printer *p, const struct thr_packet *packet)
{
    const struct tree *t = &packet->d.tree;
    for (uint32_t i = 0; i < p->n_asked; i++) {
        struct asked *a = &p->asked[i];
        a->head = NO_NODE;
        if (a->expression == NULL)
            continue;
        packet_filter_columns(a->state, packet);
        a->n_values = filter_evaluate(a->expression, a->state, &packet->d);
    }
    if (t->count > p->next_room) {
        uint32_t *next = realloc(p->next, t->room * sizeof *next);
        if (next == NULL)
            return;
        p->next = next;
        p->next_room = t->room;
    }
    for (uint32_t i = 0; i < t->count; i++) {
        uint16_t by = p->asked_by[t->nodes[i].field];
        if (by == 0)
            continue;
        struct asked *a = &p->asked[by - 1];
        if (a->head == NO_NODE)
            a->head = i;
        else
            p->next[a->tail] = i;
        a->tail = i;
        p->next[i] = NO_NODE;
    }
}

uint32_t asked_first(const struct thr_printer *p, const struct asked *a)
{
    (void)p;
    if (a->expression != NULL)
        return a->n_values != 0 ? 0 : (uint32_t)NO_NODE;
    return a->is_column ? (a->column != NULL && !a->empty ? 0 : (uint32_t)NO_NODE) : a->head;
}

bool asked_value(struct thr_printer *p, const struct thr_packet *packet, const struct asked *a, uint32_t *at)
{
    if (*at == NO_NODE)
        return false;
    sb_clear(&p->scratch);
    if (a->is_column) {
        column_append(&p->scratch, packet, a->column);
        *at = NO_NODE;
    } else if (a->expression != NULL) {
        filter_value(a->expression, a->state, &packet->d, *at, &p->scratch);
        *at = *at + 1 < a->n_values ? *at + 1 : (uint32_t)NO_NODE;
    } else {
        sb_field_value(&p->scratch, packet, &packet->d.tree.nodes[*at]);
        *at = p->next[*at];
    }
    return true;
}

static void state_needs(struct thr_printer *p)
{
    struct wanted *w = session_wanted(p->session);
    bool tree = p->how.format == THR_FORMAT_TEXT || p->how.format == THR_FORMAT_TABS ? p->how.details
                                                                                     : p->how.format != THR_FORMAT_PSML;
    bool text = p->how.format == THR_FORMAT_TEXT || p->how.format == THR_FORMAT_TABS;
    if (p->how.fields == NULL && tree)
        wanted_all(w);
    bool lines = p->how.format == THR_FORMAT_PSML || (p->how.format == THR_FORMAT_EK && p->how.summary);
    if (lines || (text && (p->how.summary || (!p->how.details && !p->how.bytes))))
        columns_need(&session_engine(p->session)->columns, w);
    if (p->how.color || p->how.coloring) {
        color_open(&p->colors, session_engine(p->session));
        color_needs(&p->colors, w);
        w->coloring = p->how.coloring;
    }
}

/* Fills in the frame's rows that name the rule which colours the packet: it is known once all is dissected. */
static void name_rule(const struct thr_printer *p, const struct thr_packet *packet)
{
    const struct color_rule *rule = color_of(&p->colors, packet);
    struct dissect *d = &((struct thr_packet *)(uintptr_t)packet)->d;  /* as good as part of dissecting it */
    d->coloring = rule != NULL ? rule->name : "";
    d->coloring_filter = rule != NULL ? rule->filter : "";
    for (uint32_t i = 0; rule == NULL && i < d->tree.count && (i == 0 || d->tree.nodes[i].depth != 0); i++)
        if (strncmp(registry_field(d->tree.nodes[i].field)->name, "frame.coloring_rule.", 20) == 0)
            d->tree.nodes[i].flags |= NODE_HIDDEN;
}

void printer_format(struct thr_printer *p, const struct thr_packet *packet)
{
    if (p->how.coloring)
        name_rule(p, packet);
    p->format->packet(p, packet);
}

struct thr_printer *thr_printer_new(struct thr_session *session, const struct thr_print *how, thr_write *write,
                                    void *context, struct thr_error *error)
{
    struct thr_printer *p = calloc(1, sizeof *p);
    if (p == NULL) {
        thr_error_memory(error);
        return NULL;
    }
    p->how = *how;
    p->format = formats[how->format];
    p->session = session;
    p->write = write;
    p->context = context;
    struct strbuf missing = { 0 };
    bool asked = how->fields == NULL || ask(p, &missing);
    if (!asked || missing.len != 0) {
        if (asked)
            thr_error_set(error, THR_FAILED_ARGUMENT, 0, "Some fields aren't valid:%s", sb_text(&missing));
        else
            thr_error_memory(error);
        sb_free(&missing);
        thr_printer_free(p);
        return NULL;
    }
    sb_free(&missing);
    state_needs(p);
    return p;
}

enum thr_failure printer_failure(const struct thr_printer *p, struct thr_error *error)
{
    if (p->failed == 0)
        return THR_OK;
    return thr_error_set(error, THR_FAILED_WRITE, p->failed, "Not all the packets could be printed because %s.",
                         p->failed == ENOSPC   ? "there is no space left on the file system"
                         : p->failed == EDQUOT ? "you are too close to, or over, your disk quota"
                                               : strerror(p->failed));
}

/* A worker has nowhere to write. */
static bool flush(struct thr_printer *p, bool all)
{
    if (p->write != NULL && p->failed == 0 && (p->out.len >= FLUSH_AT || (all && p->out.len != 0))) {
        p->failed = p->write(p->context, sb_text(&p->out), p->out.len);
        sb_clear(&p->out);
    }
    return p->failed == 0;
}

void printer_spill(struct thr_printer *p) { flush(p, false); }

static void begin_packet(struct thr_printer *p)
{
    if (p->packets++ != 0 && p->format->between != NULL)
        sb_str(&p->out, p->format->between);
}

enum thr_failure thr_printer_head(struct thr_printer *p, struct thr_error *error)
{
    if (p->format->head != NULL)
        p->format->head(p);
    flush(p, p->how.flush);
    return printer_failure(p, error);
}

enum thr_failure thr_printer_packet(struct thr_printer *p, const struct thr_packet *packet, struct thr_error *error)
{
    begin_packet(p);
    printer_format(p, packet);
    flush(p, p->how.flush);
    return printer_failure(p, error);
}

bool printer_add(struct thr_printer *p, const char *text, size_t len)
{
    begin_packet(p);
    bool large = len >= LARGE;
    if (large && flush(p, true))
        p->failed = p->write(p->context, text, len);
    if (!large)
        sb_mem(&p->out, text, len);
    return flush(p, p->how.flush);
}

enum thr_failure thr_printer_tail(struct thr_printer *p, struct thr_error *error)
{
    if (p->format->tail != NULL)
        p->format->tail(p);
    flush(p, true);
    return printer_failure(p, error);
}

void thr_printer_free(struct thr_printer *p)
{
    if (p == NULL)
        return;
    sb_free(&p->out);
    sb_free(&p->scratch);
    color_close(&p->colors);
    for (uint32_t i = 0; p->asked != NULL && i < p->n_asked; i++) {
        filter_state_free(p->asked[i].state);
        filter_free(p->asked[i].expression);
    }
    free(p->asked);
    free(p->asked_by);
    free(p->next);
    free(p->list);
    free(p);
}

const char *node_name(const struct node *n)
{
    const struct note_def *note = registry_note(n->field);
    return note != NULL ? note->name : registry_field(n->field)->name;
}

bool filter_lists(const struct thr_printer *p, const struct node *n)
{
    const char *name = node_name(n);
    for (size_t i = 0; p->how.filter[i] != NULL; i++)
        if (strcmp(p->how.filter[i], name[0] != '\0' ? name : "text") == 0)
            return true;
    return false;
}
