/* http_links.c - HTTP: which request and response belong together (RFC 9112 section 9.3), and what a conversation
   remembers. */
#include "protocols/application/http_rows.h"

/* --- requests and responses ------------------------------------------------------------------------------- */

/* Kept about a message. */
struct http_fact {
    bool settled;
    enum http_answer answer;
    struct http_exchange *exchange;
    const struct http_kept_text *uri;
};

struct http_talk *http_talk_here(struct dissect *d)
{
    return flow_memory(d, flow_here(d), 0, sizeof(struct http_talk));
}

bool http_is_since(const struct http_since *since, const struct dissect *d, struct cursor c)
{
    uint32_t frame = d->frame->number;
    return since->frame != 0 &&
           (frame > since->frame || (frame == since->frame && (c.source != since->source || c.offset > since->offset)));
}

const struct http_kept_text *http_keep_text(struct dissect *d, const uint8_t *text, uint32_t len)
{
    struct http_kept_text *t = flow_take(d, sizeof *t + len);
    if (t == NULL)
        return NULL;
    t->len = len;
    if (len != 0)
        memcpy(t->text, text, len);
    return t;
}

/* Several messages may begin in one frame. */
static struct http_fact *fact_of_message(const struct http_message *m)
{
    return fact_here(m->d, fact_slot(m->c), sizeof(struct http_fact));
}

static struct http_exchange *exchange_new(struct dissect *d, struct http_talk *t)
{
    struct http_exchange *e = flow_take(d, sizeof *e);
    if (e == NULL)
        return NULL;
    *e = (struct http_exchange){ .previous = t->latest, .number = ++t->count };
    if (t->latest != NULL)
        t->latest->next = e;
    t->latest = e;
    return e;
}

/* The exchange that the message is part of: a response ends the one that waits for it. */
static struct http_exchange *exchange_of(struct http_message *m, struct http_talk *t)
{
    struct dissect *d = m->d;
    enum http_kind kind = m->head.kind;
    struct http_exchange *e = t->latest;
    if (kind == HTTP_NOTIFICATION)
        return NULL;
    if (e == NULL || e->response != 0 || (kind == HTTP_REQUEST && e->request != 0))
        e = exchange_new(d, t);
    if (e == NULL)
        return NULL;
    if (kind == HTTP_RESPONSE) {
        e->response = d->frame->number;
    } else {
        e->request = d->frame->number;
        e->request_time = d->frame->time;
        e->head = http_part_is(m->p, m->head.method, "HEAD");
        e->connects = http_part_is(m->p, m->head.method, "CONNECT");
        if (d->first_pass && (e->connects || !m->head.has_host))
            e->target = http_keep_text(d, m->p + m->head.uri.off, m->head.uri.len);
    }
    return e;
}

static void remember_uri(struct dissect *d, struct http_talk *t, const struct http_full_uri *f)
{
    struct strbuf made = { 0 };
    struct node n = { .flags = NODE_ARG, .v.arg = f };
    http_full_uri_text(&made, d, &n);
    if (t->uri == NULL || t->uri->len != made.len || memcmp(t->uri->text, sb_text(&made), made.len) != 0) {
        const struct http_kept_text *u = http_keep_text(d, (const uint8_t *)sb_text(&made), (uint32_t)made.len);
        t->uri = u != NULL ? u : t->uri;
    }
    sb_free(&made);
}

static void response_links(struct http_message *m, const struct http_exchange *e, const struct http_kept_text *uri)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    if (e->request != 0)
        emit_value(d, c, HTTP_TIME, 0, 0, (uint64_t)nstime_to_ns(nstime_minus(d->frame->time, e->request_time)));
    if (e->previous != NULL && e->previous->request != 0)
        emit_value(d, c, HTTP_PREVIOUS_REQUEST, 0, 0, e->previous->request);
    if (e->previous != NULL && e->previous->response != 0)
        emit_value(d, c, HTTP_PREVIOUS_RESPONSE, 0, 0, e->previous->response);
    if (e->request != 0)
        emit_value(d, c, HTTP_REQUEST_IN, 0, 0, e->request);
    if (e->next != NULL && e->next->request != 0)
        emit_value(d, c, HTTP_NEXT_REQUEST, 0, 0, e->next->request);
    if (e->next != NULL && e->next->response != 0)
        emit_value(d, c, HTTP_NEXT_RESPONSE, 0, 0, e->next->response);
    if (uri != NULL)
        emit_held(d, c, HTTP_RESPONSE_FOR, 0, 0, uri->text, uri->len);
}

static void request_links(struct http_message *m, const struct http_exchange *e)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    if (e->previous != NULL && e->previous->request != 0)
        emit_value(d, c, HTTP_PREVIOUS_REQUEST, 0, 0, e->previous->request);
    if (e->response != 0)
        emit_value(d, c, HTTP_RESPONSE_IN, 0, 0, e->response);
    if (e->next != NULL && e->next->request != 0)
        emit_value(d, c, HTTP_NEXT_REQUEST, 0, 0, e->next->request);
}

enum http_answer http_answer_of(struct http_message *m)
{
    struct http_talk *t = http_talk_here(m->d);
    if (t == NULL || m->head.kind != HTTP_RESPONSE)
        return HTTP_ANSWERS_ANY;
    if (!m->d->first_pass) {
        const struct http_fact *fact = fact_of_message(m);
        return fact != NULL ? fact->answer : HTTP_ANSWERS_ANY;
    }
    const struct http_exchange *e = t->latest;
    if (e == NULL || e->response != 0)
        return HTTP_ANSWERS_ANY;
    if (e->connects && m->head.code / 100 == 2)
        return HTTP_OPENS_TUNNEL;
    return e->head ? HTTP_ANSWERS_HEAD : HTTP_ANSWERS_ANY;
}

void http_links_emit(struct http_message *m, const struct http_full_uri *uri)
{
    struct dissect *d = m->d;
    struct http_talk *t = http_talk_here(d);
    enum http_answer answer = http_answer_of(m);
    struct http_fact *fact = t != NULL ? fact_of_message(m) : NULL;
    if (fact == NULL)
        return;
    if (d->first_pass && !fact->settled) {
        if (uri != NULL)
            remember_uri(d, t, uri);
        *fact = (struct http_fact){ true, answer, exchange_of(m, t), t->uri };
    }
    const struct http_exchange *e = fact->exchange;
    bool asks = m->head.kind == HTTP_REQUEST;
    if (e == NULL)
        return;
    annotate(d, emit_value(d, m->c, asks ? HTTP_REQUEST_NUMBER : HTTP_RESPONSE_NUMBER, 0, 0, e->number), &t->count);
    if (asks)
        request_links(m, e);
    else
        response_links(m, e, fact->uri != NULL ? fact->uri : t->uri != NULL ? t->uri : e->target);
}
