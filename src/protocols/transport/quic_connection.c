/* quic_connection.c - which connection a QUIC packet belongs to: RFC 9000 section 5.1 and 5.2.  Connections are those of
   one UDP conversation, known by the identifiers that long headers show.  One that moves to other ports or addresses
   (section 9) is not followed there. */
#include "protocols/transport/quic.h"

/* What the UDP conversation remembers. */
struct conversation {
    struct quic_connection *connections;  /* the latest first */
    unsigned count;
};

/* Flows of a kind are counted by themselves: this one follows those of the transports. */
enum { KIND_QUIC = PORT_DCCP + 1 };

static struct conversation *conversation_here(struct dissect *d)
{
    return flow_memory(d, flow_here(d), 0, sizeof(struct conversation));
}

bool quic_is_known(const struct dissect *d) { return flow_remembers(d, &proto_quic, 0); }

void *quic_keep(struct dissect *d, size_t size)
{
    return d->first_pass && facts_are_kept(d) ? flow_take(d, size) : packet_zero(d, size);
}

unsigned quic_way(struct dissect *d, const struct quic_connection *q)
{
    return flow_direction(flow_here(d), d) == q->client ? 0 : 1;
}

static bool cid_is(const struct quic_cid *cid, const uint8_t *bytes, uint32_t len)
{
    return cid->len == len && (len == 0 || memcmp(cid->bytes, bytes, len) == 0);
}

static void cid_set(struct quic_cid *cid, const uint8_t *bytes, uint32_t len)
{
    cid->len = (uint8_t)len;
    if (len != 0)
        memcpy(cid->bytes, bytes, len);
}

/* Whether an end has that identifier: 0 the client, 1 the server. */
static bool end_has(const struct quic_connection *q, unsigned end, const uint8_t *bytes, uint32_t len)
{
    for (unsigned i = 0; i < q->n_cids[end]; i++)
        if (cid_is(&q->cids[end][i], bytes, len))
            return true;
    return false;
}

static void end_gets(struct quic_connection *q, unsigned end, const uint8_t *bytes, uint32_t len)
{
    if (len <= QUIC_CID_MAX && q->n_cids[end] < QUIC_CIDS_MAX && !end_has(q, end, bytes, len))
        cid_set(&q->cids[end][q->n_cids[end]++], bytes, len);
}

static struct quic_connection *begin(struct dissect *d, struct conversation *all, const struct quic_packet *p)
{
    struct quic_connection *q = all->count < QUIC_CONNECTIONS_MAX ? flow_take(d, sizeof *q) : NULL;
    if (q == NULL)
        return NULL;
    struct flow *f = flow_between(d, KIND_QUIC, d->net_src, d->src_port, d->net_dst, d->dst_port);
    q->number = all->count != 0 ? flow_renew(d, f) : f;
    q->client = flow_direction(flow_here(d), d);
    q->version = p->version;
    cid_set(&q->original, p->dcid, p->dcid_len);
    q->next = all->connections;
    all->connections = q;
    q->ordinal = ++all->count;
    return q;
}

/* The destination of a long header.  What a client sends before it has an answer goes to the identifier that it chose. */
static bool is_meant(const struct quic_connection *q, unsigned way, const struct quic_packet *p)
{
    bool from_client = way == q->client;
    if (from_client && (p->type == QUIC_INITIAL || p->type == QUIC_0RTT) && cid_is(&q->original, p->dcid, p->dcid_len))
        return true;
    return end_has(q, from_client ? 1 : 0, p->dcid, p->dcid_len);
}

struct quic_connection *quic_connection_find(struct dissect *d, const struct quic_packet *p)
{
    struct conversation *all = conversation_here(d);
    if (all == NULL)
        return NULL;
    unsigned way = flow_direction(flow_here(d), d);
    for (struct quic_connection *q = all->connections; q != NULL; q = q->next)
        if (is_meant(q, way, p))
            return q;
    if (p->type == QUIC_INITIAL && p->dcid_len != 0 && p->dcid_len <= QUIC_CID_MAX && d->first_pass && !d->in_error)
        return begin(d, all, p);
    return NULL;
}

void quic_connection_learn(struct dissect *d, struct quic_packet *p)
{
    struct quic_connection *q = p->fact->connection;
    if (p->type == QUIC_NEGOTIATION || p->type == QUIC_0RTT || p->scid_len > QUIC_CID_MAX || d->in_error)
        return;
    if (p->type == QUIC_RETRY) {
        p->fact->original = quic_keep(d, sizeof *p->fact->original);
        if (p->fact->original != NULL)
            *p->fact->original = q->original;
        cid_set(&q->original, p->scid, p->scid_len);
        q->keys = NULL;
        return;
    }
    q->version = p->version;
    end_gets(q, p->way, p->scid, p->scid_len);
}

/* The connection's identifier at c that its end `to` has, or that the client chose for it; -1: none. */
static int cid_at(const struct quic_connection *q, unsigned to, struct cursor c)
{
    for (unsigned i = 0; i < q->n_cids[to]; i++) {
        const struct quic_cid *cid = &q->cids[to][i];
        const uint8_t *there = cursor_peek(c, 0, cid->len);
        if (there != NULL && cid_is(cid, there, cid->len))
            return cid->len;
    }
    const uint8_t *there = to == 1 ? cursor_peek(c, 0, q->original.len) : NULL;
    return there != NULL && cid_is(&q->original, there, q->original.len) ? q->original.len : -1;
}

struct quic_connection *quic_connection_short(struct dissect *d, struct cursor c, uint32_t *len)
{
    struct conversation *all = conversation_here(d);
    *len = 0;
    if (all == NULL)
        return NULL;
    unsigned way = flow_direction(flow_here(d), d);
    for (struct quic_connection *q = all->connections; q != NULL; q = q->next) {
        int found = cid_at(q, way == q->client ? 1 : 0, c);
        if (found >= 0) {
            *len = (uint32_t)found;
            return q;
        }
    }
    return NULL;
}
