/* mptcp_mapping.c - which data of the session a TCP connection's bytes are, RFC 8684 section 3.3.1, and where the same data
   was sent on two connections.  Kept only when the preferences ask for it. */
#include "protocols/transport/mptcp.h"

/* How far from the end of a list something is put into it: what comes later than that is left out. */
enum { REACH = 4096, LIST_FIRST = 4, TURNS_MAX = 64, OVERLAPS_MAX = 64 };

static void *grown(struct dissect *d, void *list, uint32_t n, uint32_t *room, size_t size)
{
    if (n < *room)
        return list;
    uint32_t more = *room != 0 ? *room * 2 : LIST_FIRST;
    void *larger = flow_take(d, more * size);
    if (larger == NULL)
        return NULL;
    if (n != 0)
        memcpy(larger, list, n * size);
    *room = more;
    return larger;
}

/* --- mappings ----------------------------------------------------------------------------------- */

/* Numbers of a connection's bytes, 32 bits, in the turn that is nearest to the last mapping's. */
static uint64_t near_last(const struct mptcp_mappings *m, uint32_t ssn)
{
    uint64_t last = m->n != 0 ? m->list[m->n - 1].ssn : 0;
    int64_t off = (int32_t)(ssn - (uint32_t)last);
    return off < 0 && (uint64_t)-off > last ? ssn : last + (uint64_t)off;
}

void mptcp_map(struct dissect *d, struct mptcp_mappings *m, uint32_t ssn, uint64_t dsn, uint32_t length, bool known)
{
    if (!pref(d, MPTCP_PREF_MAPPINGS))
        return;
    uint64_t at = near_last(m, ssn);
    uint32_t i = m->n, frame = d->frame->number;
    while (i != 0 && m->list[i - 1].ssn > at && m->n - i < REACH)
        i--;
    if (i != 0 && m->list[i - 1].ssn > at)
        return;
    if (i != 0 && m->list[i - 1].ssn == at && m->list[i - 1].dsn == dsn && m->list[i - 1].length == length) {
        m->list[i - 1].last_frame = frame;
        return;
    }
    struct mptcp_mapping *list = grown(d, m->list, m->n, &m->room, sizeof *list);
    if (list == NULL)
        return;
    m->list = list;
    memmove(list + i + 1, list + i, (m->n - i) * sizeof *list);
    list[i] = (struct mptcp_mapping){ at, dsn, length, frame, frame, known };
    m->n++;
}

/* How many begin at `ssn` or before. */
static uint32_t begun(const struct mptcp_mappings *m, uint64_t ssn)
{
    uint32_t from = 0, to = m->n;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (m->list[mid].ssn <= ssn)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

static bool covers(const struct mptcp_mapping *m, uint64_t ssn) { return ssn >= m->ssn && ssn - m->ssn < m->length; }

static uint32_t between(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

/* Numbers turn over after 4 GiB: the mapping counts that was sent nearest to the present frame. */
const struct mptcp_mapping *mptcp_mapping_at(const struct dissect *d, const struct mptcp_mappings *m, uint32_t ssn)
{
    const struct mptcp_mapping *best = NULL;
    uint32_t now = d->frame->number, turns = m->n != 0 ? (uint32_t)(m->list[m->n - 1].ssn >> 32) : 0;
    for (uint32_t turn = turns > TURNS_MAX ? turns - TURNS_MAX : 0; turn <= turns; turn++) {
        uint64_t at = (uint64_t)turn << 32 | ssn;
        uint32_t i = begun(m, at);
        if (i == 0 || !covers(&m->list[i - 1], at))
            continue;
        const struct mptcp_mapping *found = &m->list[i - 1];
        if (best == NULL || between(found->first_frame, now) < between(best->first_frame, now))
            best = found;
    }
    return best;
}

uint32_t mptcp_mappings_of(const struct dissect *d, const struct mptcp_mappings *m, uint32_t ssn, uint32_t length,
                           const struct mptcp_mapping **out, uint32_t room)
{
    const struct mptcp_mapping *first = mptcp_mapping_at(d, m, ssn);
    uint64_t at = first != NULL ? first->ssn + (uint32_t)(ssn - (uint32_t)first->ssn) : near_last(m, ssn);
    uint32_t n = 0;
    if (first != NULL && room != 0)
        out[n++] = first;
    for (uint32_t i = begun(m, at); i < m->n && n < room && m->list[i].ssn - at < length; i++)
        out[n++] = &m->list[i];
    return n;
}

/* --- data that was sent twice ------------------------------------------------------------------- */

const struct mptcp_reinjection *mptcp_reinjection_here(struct dissect *d, const struct mptcp_flow *f)
{
    if (!d->first_pass)
        return fact_here(d, mptcp_slot(d) | 1, sizeof(struct mptcp_reinjection));
    return f->now_frame == d->frame->number ? &f->now : NULL;
}

static void pair_up(struct dissect *d, const struct mptcp_sent *earlier, struct mptcp_reinjection *here)
{
    struct mptcp_reinjection *there = fact_of(d, earlier->frame, earlier->slot, sizeof *there);
    if (here->of == 0)
        here->of = earlier->frame;
    if (there != NULL)
        there->in = d->frame->number;
}

/* Those that overlap [dsn, dsn + length), which is to be put in at `place`, and were sent on another connection. */
static void find_pairs(struct dissect *d, const struct mptcp_end *e, uint32_t place, const struct mptcp_sent *now,
                       struct mptcp_reinjection *here)
{
    uint32_t from = place;
    while (from != 0 && place - from < OVERLAPS_MAX && now->dsn - e->sent[from - 1].dsn < e->sent[from - 1].length)
        from--;
    for (uint32_t i = from; i < e->n_sent && i - from < OVERLAPS_MAX; i++) {
        const struct mptcp_sent *s = &e->sent[i];
        if (i >= place && s->dsn - now->dsn >= now->length)
            break;
        if (s->flow != now->flow)
            pair_up(d, s, here);
    }
}

void mptcp_data_sent(struct dissect *d, struct mptcp_end *e, struct mptcp_flow *f, uint64_t dsn, uint32_t length)
{
    const struct mptcp_sent now = { dsn, length, d->frame->number, f, mptcp_slot(d) | 1 };
    struct mptcp_reinjection *here = fact_here(d, now.slot, sizeof *here);
    uint32_t place = e->n_sent;
    while (place != 0 && e->sent[place - 1].dsn > dsn && e->n_sent - place < REACH)
        place--;
    if (here == NULL || (place != 0 && e->sent[place - 1].dsn > dsn))
        return;
    find_pairs(d, e, place, &now, here);
    f->now = *here;
    f->now_frame = now.frame;
    struct mptcp_sent *sent = grown(d, e->sent, e->n_sent, &e->room, sizeof *sent);
    if (sent == NULL)
        return;
    e->sent = sent;
    memmove(sent + place + 1, sent + place, (e->n_sent - place) * sizeof *sent);
    sent[place] = now;
    e->n_sent++;
}
