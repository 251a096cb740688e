/* mptcp_session.c - which TCP connections are one session, RFC 8684 sections 2 and 3.

   Keys are exchanged in the first connection's handshake; a later connection names the session by the token, a hash of the
   key of whom it goes to.  The first pass keeps sessions by their tokens; later passes read what has become of them. */
#include "protocols/transport/mptcp.h"

#include "base/digest.h"

/* A token, and whose key it comes from. */
struct token_owner {
    struct mptcp_session *session;
    unsigned end;
};

bool mptcp_key_derive(uint32_t version, uint64_t key, struct mptcp_key *out)
{
    uint8_t bytes[8], hash[32];
    unsigned len = version == 0 ? 20 : 32;
    if (version > 1)
        return false;
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(key >> (56 - 8 * i));
    if (version == 0)
        digest_sha1(bytes, sizeof bytes, hash);
    else
        digest_sha256(bytes, sizeof bytes, hash);
    *out = (struct mptcp_key){ .key = key, .token = be32(hash), .idsn = be64(hash + len - 8) };
    return true;
}

unsigned mptcp_slot(const struct dissect *d)
{
    uint16_t n = d->n_layers;
    while (n != 0 && d->layers[n - 1].protocol == registry_protocol_number(&proto_mptcp))
        n--;
    return (unsigned)n << 1;
}

struct mptcp_flow *mptcp_flow_here(struct dissect *d)
{
    if (d->in_error)
        return NULL;
    struct mptcp_flow *f = flow_memory(d, flow_here(d), 0, sizeof *f);
    return f != NULL && f->session != NULL ? f : NULL;
}

/* --- numbers ------------------------------------------------------------------------------------ */

static uint64_t nearest(uint64_t to, uint32_t low) { return to + (uint64_t)(int64_t)(int32_t)(low - (uint32_t)to); }

/* What later passes cannot see by themselves: where numbers of 32 bits are, more than 2^31 from the first one. */
struct far {
    uint64_t number[2];
};

uint64_t mptcp_widen(struct dissect *d, const struct mptcp_end *e, uint32_t low, enum mptcp_numbered which)
{
    if (d->first_pass)
        return nearest(e->latest, low);
    const struct far *known = fact_here(d, mptcp_slot(d), sizeof *known);
    return nearest(known != NULL ? known->number[which] : e->origin, low);
}

static void take_number(struct mptcp_end *e, uint64_t number)
{
    if (!e->numbered)
        e->origin = e->latest = number;
    e->numbered = true;
    if ((int64_t)(number - e->latest) > 0)
        e->latest = number;
}

static uint64_t take_narrow(struct dissect *d, const struct mptcp_end *e, uint32_t low, enum mptcp_numbered which)
{
    uint64_t number = nearest(e->latest, low);
    if (number == nearest(e->origin, low))
        return number;
    struct far *known = fact_here(d, mptcp_slot(d), sizeof *known);
    if (known != NULL) {
        if (known->number[0] == 0 && known->number[1] == 0)
            known->number[0] = known->number[1] = e->origin;
        known->number[which] = number;
    }
    return number;
}

/* --- sessions ----------------------------------------------------------------------------------- */

static struct token_owner *token_place(struct dissect *d, uint32_t token)
{
    return keyed_memory(d, &token, sizeof token, sizeof(struct token_owner));
}

static struct mptcp_session *session_new(struct dissect *d)
{
    struct mptcp_session *s = flow_take(d, sizeof *s);
    uint32_t *count = keyed_memory(d, "", 0, sizeof *count);
    if (s == NULL || count == NULL)
        return NULL;
    s->number = (*count)++;
    return s;
}

static void attach(struct mptcp_flow *f, struct mptcp_session *s, unsigned turned, bool listed)
{
    if (s == NULL)
        return;
    f->session = s;
    f->turned = turned;
    if (!listed)
        return;
    f->next = s->flows;
    s->flows = f;
}

static void take_key(struct dissect *d, struct mptcp_session *s, unsigned end, const struct mptcp_key *key)
{
    struct mptcp_end *e = &s->end[end];
    struct token_owner *place = token_place(d, key->token);
    if (!e->keyed) {
        e->keyed = true;
        e->key = *key;
        take_number(e, key->idsn);
    }
    if (place != NULL && place->session == NULL)
        *place = (struct token_owner){ s, end };
}

/* RFC 8684 section 3.1: p, the option with its kind and length.  In version 1 the first one has no key. */
static void learn_capable(struct dissect *d, struct mptcp_flow *f, unsigned side, const uint8_t *p, uint32_t len)
{
    struct mptcp_key own, other;
    uint32_t version = p[2] & 15;
    if (len < 12)
        return;
    bool known = mptcp_key_derive(version, be64(p + 4), &own);
    const struct token_owner *place = known ? token_place(d, own.token) : NULL;
    if (f->session == NULL && place != NULL && place->session != NULL)
        attach(f, place->session, side ^ place->end, true);
    else if (f->session == NULL)
        attach(f, session_new(d), 0, true);
    if (f->session == NULL)
        return;
    if (f->session->master == NULL)
        f->session->master = f;
    if (known)
        take_key(d, f->session, side ^ f->turned, &own);
    if (known && len >= 20 && mptcp_key_derive(version, be64(p + 12), &other))
        take_key(d, f->session, side ^ f->turned ^ 1, &other);
}

/* RFC 8684 section 3.2.  The token is that of whom the option goes to. */
static void learn_join(struct dissect *d, struct mptcp_flow *f, unsigned side, uint32_t token)
{
    struct token_owner *place = token_place(d, token);
    if (f->session != NULL || place == NULL)
        return;
    if (place->session == NULL)
        *place = (struct token_owner){ session_new(d), side ^ 1 };
    attach(f, place->session, side ^ place->end ^ 1, true);
}

/* The numbers of a Data Sequence Signal, RFC 8684 section 3.3. */
static void learn_dss(struct dissect *d, struct mptcp_flow *f, unsigned side, const uint8_t *p, uint32_t len)
{
    struct mptcp_end *own = mptcp_sender(f, side), *other = mptcp_sender(f, side ^ 1);
    struct mptcp_side *from = &f->side[side];
    uint32_t flags = p[3], ack = flags & 1 ? flags & 2 ? 8 : 4 : 0, wide = flags & 8 ? 8 : 4, at = 4 + ack;
    if (len < at)
        return;
    if (ack == 4 && other->numbered)
        take_narrow(d, other, be32(p + 4), MPTCP_ACK);
    if (!(flags & 4) || len < at + wide + 6)
        return;
    uint64_t dsn = wide == 8 ? be64(p + at) : be32(p + at);
    if (wide == 4 && own->numbered)
        dsn = take_narrow(d, own, (uint32_t)dsn, MPTCP_DSN);
    if (wide == 8 || own->numbered)
        take_number(own, dsn);
    uint32_t length = be16(p + at + wide + 4);
    if ((flags & 16) && length != 0)
        length--;  /* the end of data has a number, but is no byte of the connection */
    if (from->opened && length != 0)
        mptcp_map(d, &from->mappings, be32(p + at + wide), dsn, length, own->numbered);
}

/* In version 1 data may come with the keys, before any other mapping: section 3.1. */
static void learn_first_data(struct dissect *d, struct mptcp_flow *f, unsigned side, const uint8_t *p, uint32_t len)
{
    const struct mptcp_end *own = mptcp_sender(f, side);
    if (own->keyed && len >= 22 && f->side[side].opened)
        mptcp_map(d, &f->side[side].mappings, 1, own->key.idsn + 1, be16(p + 20), true);
}

static void learn_option(struct dissect *d, struct mptcp_flow *f, unsigned side, const uint8_t *p, uint32_t len)
{
    uint32_t subtype = p[2] >> 4;
    if (subtype == MPTCP_CAPABLE)
        learn_capable(d, f, side, p, len);
    else if (subtype == MPTCP_JOIN && len == 12)
        learn_join(d, f, side, be32(p + 4));
    else if (f->session == NULL)
        attach(f, session_new(d), side, false);  /* the rest of a session, of which the beginning was not seen */
    if (f->session == NULL)
        return;
    if (pref(d, MPTCP_PREF_ANALYZE))
        f->session->subtypes |= (uint16_t)(1u << subtype);
    if (subtype == MPTCP_CAPABLE)
        learn_first_data(d, f, side, p, len);
    if (subtype == MPTCP_DSS && len >= 4)
        learn_dss(d, f, side, p, len);
}

/* The data that the segment carries, if it can be told by now which. */
static void learn_data(struct dissect *d, struct mptcp_flow *f, unsigned side, const struct tcp_segment *t)
{
    const struct mptcp_side *from = &f->side[side];
    uint32_t ssn = t->seq - from->isn;
    if (t->length == 0 || !from->opened || !pref(d, MPTCP_PREF_REINJECTIONS))
        return;
    const struct mptcp_mapping *m = mptcp_mapping_at(d, &from->mappings, ssn);
    if (m != NULL && m->known)
        mptcp_data_sent(d, mptcp_sender(f, side), f, m->dsn + (uint32_t)(ssn - (uint32_t)m->ssn), t->length);
}

bool mptcp_news(struct mptcp_flow *f, unsigned side)
{
    uint16_t now = f->session != NULL ? f->session->subtypes : 0;
    bool news = now != f->side[side].subtypes;
    f->side[side].subtypes = now;
    return news;
}

struct mptcp_flow *mptcp_learn(struct dissect *d, const struct tcp_segment *t)
{
    uint32_t at = 20, len;
    const uint8_t *p;
    if (!d->engine->enabled[registry_protocol_number(&proto_mptcp)])
        return NULL;
    speak_as(d, &proto_mptcp);
    struct mptcp_flow *f = flow_memory(d, t->flow, 0, sizeof *f);
    if (f != NULL) {
        unsigned side = flow_direction(t->flow, d);
        f->flow = t->flow;
        if (t->flags & TCP_SYN_FLAG) {
            f->side[side].opened = true;
            f->side[side].isn = t->seq;
        }
        while ((p = tcp_option_next(t, TCP_KIND_MPTCP, &at, &len)) != NULL)
            if (len >= 3)
                learn_option(d, f, side, p, len);
        if (f->session != NULL)
            learn_data(d, f, side, t);
    }
    speak_as(d, &proto_tcp);
    return f;
}
