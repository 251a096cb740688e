/* shard_test.c - packets that have to do with each other are in the same shard, and only those. */
#include "session/shard.h"

#include "capture/encap.h"
#include "check.h"
#include "dissect/glance.h"

#include <string.h>

enum { HOSTS = 64 };

struct packet {
    uint8_t bytes[256];
    uint32_t len;
    uint32_t cut;  /* bytes that were on the wire behind those */
};

static void add(struct packet *p, const void *bytes, size_t len)
{
    memcpy(p->bytes + p->len, bytes, len);
    p->len += (uint32_t)len;
}

/* 10.0.0.a to 10.0.0.b, with what the caller adds behind it. */
static void add_ip(struct packet *p, uint8_t protocol, uint8_t a, uint8_t b, uint8_t payload)
{
    const uint8_t h[20] = { 0x45, 0, 0, (uint8_t)(20 + payload), 0, 1, 0, 0, 64, protocol, 0, 0, 10, 0, 0, a, 10,
                            0,    0, b };
    add(p, h, sizeof h);
}

static struct packet ethernet(void)
{
    static const uint8_t h[14] = { 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0 };
    struct packet p = { .len = 0 };
    add(&p, h, sizeof h);
    return p;
}

static const uint8_t udp[12] = { 0x30, 0x39, 0x30, 0x3a, 0, 12, 0, 0, 1, 2, 3, 4 };

static struct packet datagram(uint8_t a, uint8_t b)
{
    struct packet p = ethernet();
    add_ip(&p, 17, a, b, sizeof udp);
    add(&p, udp, sizeof udp);
    return p;
}

/* An error from c to a about a packet from a to b. */
static struct packet unreachable(uint8_t c, uint8_t a, uint8_t b)
{
    static const uint8_t error[8] = { 3, 3 };
    struct packet p = ethernet();
    add_ip(&p, 1, c, a, sizeof error + 20 + sizeof udp);
    add(&p, error, sizeof error);
    add_ip(&p, 17, a, b, sizeof udp);
    add(&p, udp, sizeof udp);
    return p;
}

/* A packet from a to b in one from c to d. */
static struct packet tunnelled(uint8_t c, uint8_t d, uint8_t a, uint8_t b)
{
    struct packet p = ethernet();
    add_ip(&p, 4, c, d, 20 + sizeof udp);
    add_ip(&p, 17, a, b, sizeof udp);
    add(&p, udp, sizeof udp);
    return p;
}

/* The first fragment of such a packet, which shows the ends inside; another one (`later`) shows nothing. */
static struct packet tunnelled_part(uint8_t c, uint8_t d, uint8_t a, uint8_t b, bool later)
{
    struct packet p = tunnelled(c, d, a, b);
    p.bytes[14 + 6] = 0x20;
    p.bytes[14 + 7] = later ? 5 : 0;
    return p;
}

/* A first fragment of such a packet that is nothing of the kind: what the whole holds is not to be seen. */
static struct packet tunnel_fragment(uint8_t c, uint8_t d)
{
    struct packet p = ethernet();
    add_ip(&p, 4, c, d, sizeof udp);
    p.bytes[14 + 6] = 0x20;
    add(&p, udp, sizeof udp);
    return p;
}

/* A fragment of PPP's multilink over PPPoE: not even what kind of packet it holds is to be seen. */
static struct packet multilink_fragment(void)
{
    static const uint8_t session[] = { 0x11, 0, 0, 1, 0, 10, 0, 0x3d, 0x40, 0, 0, 7, 1, 2, 3, 4 };
    struct packet p = ethernet();
    p.bytes[12] = 0x88;
    p.bytes[13] = 0x64;
    add(&p, session, sizeof session);
    return p;
}

/* The first fragment of a datagram, of which not all was captured. */
static struct packet cut_fragment(uint8_t a, uint8_t b)
{
    struct packet p = ethernet();
    add_ip(&p, 17, a, b, 2 * sizeof udp);
    p.bytes[14 + 6] = 0x20;
    add(&p, udp, sizeof udp);
    p.cut = sizeof udp;
    return p;
}

/* A segment of a stream to whoever is asked for by guesses. */
static struct packet segment(uint8_t a, uint8_t b)
{
    static const uint8_t tcp[24] = { 0x30, 0x39, 0, 102, 0, 0, 0, 1, 0, 0, 0, 1,
                                     0x50, 0x18, 1, 0,   0, 0, 0, 0, 3, 0, 0, 4 };
    struct packet p = ethernet();
    add_ip(&p, 6, a, b, sizeof tcp);
    add(&p, tcp, sizeof tcp);
    return p;
}

/* One that joins a session of MPTCP, or (`multipath` false) has timestamps instead. */
static struct packet join(uint8_t a, uint8_t b, bool multipath)
{
    static const uint8_t tcp[20] = { 0x30, 0x39, 0x30, 0x3a, 0, 0, 0, 1, 0, 0, 0, 1, 0x80, 2, 1, 0, 0, 0, 0, 0 };
    static const uint8_t joins[12] = { 30, 12, 0x10, 1, 1, 2, 3, 4, 5, 6, 7, 8 };
    static const uint8_t times[12] = { 1, 1, 8, 10, 0, 0, 0, 30, 0, 0, 0, 30 };
    struct packet p = ethernet();
    add_ip(&p, 6, a, b, sizeof tcp + sizeof joins);
    add(&p, tcp, sizeof tcp);
    add(&p, multipath ? joins : times, sizeof joins);
    return p;
}

struct lot {
    const struct engine *engine;
    struct sharding *sharding;
    struct shard_eye *eye;
};

static uint32_t shard(struct lot *l, struct packet p)
{
    const struct frame_info frame = {
        .number = 1, .cap_len = p.len, .wire_len = p.len + p.cut, .has_time = true, .encap = ENCAP_ETHER
    };
    struct glance_walk walk;
    uint32_t way = shard_on_a_way(l->sharding, l->eye, &frame, p.bytes);
    glance_begin(&walk, l->engine, &frame, p.bytes);
    uint32_t told = shard_at_a_glance(l->sharding, &walk);
    if (way != SHARD_UNTOLD)
        CHECK_INT(way, told);
    return told != SHARD_UNTOLD ? told : shard_closely(l->sharding, l->eye, &frame, p.bytes);
}

static struct lot lot_open(const struct engine *e)
{
    struct lot l = { .engine = e, .sharding = sharding_new(e) };
    l.eye = l.sharding != NULL ? shard_eye_new(l.sharding) : NULL;
    CHECK(l.eye != NULL);
    return l;
}

static void lot_close(struct lot *l)
{
    shard_eye_free(l->eye);
    sharding_free(l->sharding);
}

static bool together(struct lot *l, uint32_t a, uint32_t b)
{
    sharding_settle(l->sharding);
    return sharding_one(l->sharding, a) == sharding_one(l->sharding, b);
}

static void check_plain(const struct engine *e)
{
    struct lot l = lot_open(e);
    for (uint8_t i = 1; i <= HOSTS; i++)
        CHECK_INT(shard(&l, datagram(i, 200)), shard(&l, datagram(200, i)));
    for (uint8_t i = 2; i <= HOSTS; i++)
        CHECK(!together(&l, shard(&l, datagram(i, 200)), shard(&l, datagram(1, 200))));
    CHECK(sharding_apart(l.sharding));
    lot_close(&l);
}

/* Without the packet that ties them, the two flows are not together: a test that could not fail would be none. */
static void check_tied(const struct engine *e, const struct packet *tie, bool tied, bool hides)
{
    struct lot l = lot_open(e);
    uint32_t inner = shard(&l, datagram(1, 2)), outer = shard(&l, datagram(3, 4));
    if (tie != NULL)
        shard(&l, *tie);
    CHECK_INT(sharding_apart(l.sharding), tie == NULL || !hides);
    CHECK_INT(together(&l, inner, outer), tied);
    lot_close(&l);
}

static void check_quotation(const struct engine *e)
{
    struct lot l = lot_open(e);
    uint32_t flow = shard(&l, datagram(1, 2)), other = shard(&l, datagram(1, 5)),
             error = shard(&l, unreachable(9, 1, 2));
    CHECK(together(&l, flow, error));
    CHECK(!together(&l, flow, other));
    lot_close(&l);
}

/* Connections of one session may be between any ends: their pairs are together, and only theirs. */
static void check_sessions(const struct engine *e, bool multipath)
{
    struct lot l = lot_open(e);
    uint32_t other = shard(&l, datagram(7, 8)), first = shard(&l, join(1, 2, multipath)),
             second = shard(&l, join(3, 4, multipath));
    CHECK_INT(shard(&l, datagram(1, 2)), first);
    CHECK(sharding_apart(l.sharding));
    CHECK_INT(together(&l, first, second), multipath);
    CHECK(!together(&l, first, other));
    lot_close(&l);
}

/* A connection of TCP holds no packets, whatever is above it; UDP may be a tunnel's. */
static void check_closed(const struct engine *e)
{
    static const struct {
        const char *name;
        bool closed;
    } told[] = { { "tcp", true }, { "udp", false }, { "ip", false } };
    struct lot l = lot_open(e);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        for (uint32_t p = 0; p < registry_count; p++)
            if (strcmp(registry_protocols[p]->name, told[i].name) == 0)
                CHECK(sharding_closed(l.sharding, registry_protocols[p]) == told[i].closed);
    lot_close(&l);
}

int main(void)
{
    struct engine *e = engine_new(NULL);
    if (!CHECK(e != NULL))
        return check_done();
    struct packet tunnel = tunnelled(3, 4, 1, 2), fragment = tunnel_fragment(3, 4), multilink = multilink_fragment();
    struct packet first = tunnelled_part(3, 4, 1, 2, false), later = tunnelled_part(3, 4, 1, 2, true);
    struct packet cut = cut_fragment(5, 6), stream = segment(5, 6);
    check_plain(e);
    check_tied(e, NULL, false, false);
    check_tied(e, &tunnel, true, false);
    check_tied(e, &fragment, true, true);
    check_tied(e, &first, true, false);
    check_tied(e, &later, false, false);
    check_tied(e, &multilink, true, true);
    check_tied(e, &cut, false, false);
    check_tied(e, &stream, false, false);
    check_quotation(e);
    check_sessions(e, true);
    check_sessions(e, false);
    check_closed(e);
    engine_free(e);
    return check_done();
}
