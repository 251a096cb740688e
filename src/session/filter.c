/* filter.c - display filters over a session's packets: what -Y and -R do. */
#include "filter/filter.h"

#include "base/base.h"
#include "session/state.h"

#include <stdlib.h>
#include <strings.h>

/* Wireshark's names of the columns of each kind, behind "_ws.col.". */
static const struct {
    const char *name, *code;
} column_names[] = {
    { "8021q_vlan_id", "%q" },
    { "abs_ymd_time", "%Yt" },
    { "abs_ydoy_time", "%YDOYt" },
    { "abs_time", "%At" },
    { "vsan", "%V" },
    { "cumulative_bytes", "%B" },
    { "dce_call", "%y" },
    { "delta_time", "%Tt" },
    { "delta_time_dis", "%Gt" },
    { "res_dst", "%rd" },
    { "unres_dst", "%ud" },
    { "res_dst_port", "%rD" },
    { "unres_dst_port", "%uD" },
    { "def_dst", "%d" },
    { "def_dst_port", "%D" },
    { "expert", "%a" },
    { "if_dir", "%I" },
    { "freq_chan", "%F" },
    { "def_dl_dst", "%hd" },
    { "def_dl_src", "%hs" },
    { "res_dl_dst", "%rhd" },
    { "unres_dl_dst", "%uhd" },
    { "res_dl_src", "%rhs" },
    { "unres_dl_src", "%uhs" },
    { "rssi", "%e" },
    { "tx_rate", "%x" },
    { "dscp_value", "%f" },
    { "info", "%i" },
    { "res_net_dst", "%rnd" },
    { "unres_net_dst", "%und" },
    { "res_net_src", "%rns" },
    { "unres_net_src", "%uns" },
    { "def_net_dst", "%nd" },
    { "def_net_src", "%ns" },
    { "number", "%m" },
    { "packet_length", "%L" },
    { "protocol", "%p" },
    { "rel_time", "%Rt" },
    { "def_src", "%s" },
    { "def_src_port", "%S" },
    { "res_src", "%rs" },
    { "unres_src", "%us" },
    { "res_src_port", "%rS" },
    { "unres_src_port", "%uS" },
    { "tei", "%E" },
    { "utc_ymd_time", "%Yut" },
    { "utc_ydoy_time", "%YDOYut" },
    { "utc_time", "%Aut" },
    { "cls_time", "%t" },
};
enum { TITLED = 1000 };  /* numbers from here on: columns of the packet list, by place */

static int column_number(const void *context, const char *name)
{
    const struct thr_engine *e = context;
    for (uint32_t i = 0; i < e->columns.count; i++)
        if (strcmp(e->columns.list[i].title, name) == 0)
            return (int)(TITLED + i);
    for (size_t i = 0; i < ARRAY_LEN(column_names); i++)
        if (strcmp(column_names[i].name, name) == 0)
            return (int)i;
    for (uint32_t i = 0; i < e->columns.count; i++)
        if (strcasecmp(e->columns.list[i].title, name) == 0)
            return (int)(TITLED + i);
    return -1;
}

static void column_of(struct strbuf *sb, const void *context, int column)
{
    const struct thr_packet *p = context;
    const struct columns *c = &p->engine->columns;
    if (column >= TITLED) {
        if ((uint32_t)(column - TITLED) < c->count)
            column_append(sb, p, &c->list[column - TITLED]);
        return;
    }
    for (const struct column_kind *k = column_kinds(); k->code != NULL; k++)
        if (strcmp(k->code, column_names[column].code) == 0) {
            const struct column one = { .kind = k };
            column_append(sb, p, &one);
            return;
        }
}

static const char *macro_of(const void *context, const char *name)
{
    const struct thr_engine *e = context;
    return saved_find(&e->macros, name);
}

/* What the user keeps, read when somebody first asks. */
static void know_saved(struct thr_engine *e)
{
    if (e->saved_known)
        return;
    saved_read(&e->macros, "dmacros");
    saved_read(&e->saved_filters, "dfilters");
    e->saved_known = true;
}

void packet_filter_columns(struct filter_state *s, const struct thr_packet *p)
{
    filter_state_columns(s, column_of, p);
}

struct filter_host engine_filter_host(const struct thr_engine *e)
{
    return (struct filter_host){ .column = column_number, .macro = macro_of, .context = e };
}

/* --- the public filter ------------------------------------------------------------------------------- */

struct thr_filter {
    struct filter *filter;
    const struct thr_engine *engine;
};

struct thr_filter *thr_filter_new(struct thr_engine *engine, const char *text, struct thr_filter_problem *problem)
{
    struct filter_problem own = { 0 };
    if (strchr(text, '$') != NULL)
        know_saved(engine);
    const struct filter_host host = engine_filter_host(engine);
    struct thr_filter *f = calloc(1, sizeof *f);
    if (f != NULL) {
        f->engine = engine;
        f->filter = filter_compile(text, &host, &own);
    }
    if (f != NULL && f->filter != NULL)
        return f;
    free(f);
    if (problem == NULL)
        return NULL;
    *problem = (struct thr_filter_problem){ .at = own.at, .length = own.len, .placed = own.placed };
    memcpy(problem->text, own.text, sizeof problem->text);
    memcpy(problem->near_names, own.near_names, sizeof problem->near_names);
    return NULL;
}

void thr_filter_free(struct thr_filter *f)
{
    if (f == NULL)
        return;
    filter_free(f->filter);
    free(f);
}

const char *thr_filter_warning(const struct thr_filter *f, unsigned which) { return filter_warning(f->filter, which); }

void thr_filter_problem_show(const char *text, const struct thr_filter_problem *p, thr_write *write, void *context)
{
    struct filter_problem own = { .at = p->at, .len = p->length, .placed = p->placed };
    struct strbuf sb = { 0 };
    memcpy(own.text, p->text, sizeof own.text);
    memcpy(own.near_names, p->near_names, sizeof own.near_names);
    filter_problem_print(&sb, text, &own);
    write(context, sb_text(&sb), sb.len);
    sb_free(&sb);
}

void thr_filter_explain(const struct thr_filter *f, thr_write *write, void *context)
{
    struct strbuf sb = { 0 };
    filter_explain(&sb, f->filter);
    write(context, sb_text(&sb), sb.len);
    sb_free(&sb);
}

const char *thr_filter_saved(struct thr_engine *engine, bool macro, unsigned which, const char **name)
{
    know_saved(engine);
    const struct saved_list *l = macro ? &engine->macros : &engine->saved_filters;
    *name = which < l->count ? l->rows[which].name : NULL;
    return which < l->count ? l->rows[which].text : NULL;
}

void thr_filter_complete(const char *prefix, unsigned max, thr_name *each, void *context)
{
    filter_complete(prefix, max, each, context);
}

/* --- filters of a session ------------------------------------------------------------------------------ */

void thr_session_display_filter(struct thr_session *s, const struct thr_filter *f) { s->display.filter = f->filter; }
void thr_session_read_filter(struct thr_session *s, const struct thr_filter *f)
{
    s->read.filter = f->filter;
    s->two_passes = true;
}

void session_filter_close(struct session_filter *f)
{
    filter_state_free(f->state);
    wanted_free(f->wanted);
    *f = (struct session_filter){ .filter = f->filter };
}

/* What the filter needs by itself, and what it needs remembered. */
bool session_filter_open(struct session_filter *f, const struct thr_session *s, const struct thr_packet *packet)
{
    if (f->filter == NULL)
        return true;
    f->state = filter_state_new(f->filter);
    f->wanted = wanted_new(s->engine->dissect);
    if (f->state == NULL || f->wanted == NULL)
        return false;
    packet_filter_columns(f->state, packet);
    filter_want(f->filter, f->wanted);
    if (f->wanted->columns)
        columns_need(&s->engine->columns, f->wanted);
    wanted_settle(f->wanted, s->engine->dissect);
    return true;
}

bool session_filter_passes(struct session_filter *f, struct thr_packet *packet)
{
    dissect_for(&packet->d, f->wanted);
    dissect_frame(&packet->d, &packet->frame, packet->from_file.bytes);
    return filter_match(f->filter, f->state, &packet->d);
}
