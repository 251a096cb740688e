/* names.c - opening, options, files on first need, hosts. */
#include "names/names.h"

#include "base/base.h"
#include "base/map.h"
#include "dissect/dissect.h"
#include "dissect/resolver.h"
#include "names/internal.h"

#include <stdio.h>
#include <stdlib.h>

_Static_assert((int)NAMES_TCP == (int)PORT_TCP && (int)NAMES_UDP == (int)PORT_UDP &&
                   (int)NAMES_SCTP == (int)PORT_SCTP && (int)NAMES_DCCP == (int)PORT_DCCP,
               "the resolver hands port kinds on as transports");

static bool *option_of(struct name_options *o, char letter)
{
    switch (letter) {
    case 'd': return &o->dns_from_capture;
    case 'g': return &o->geography;
    case 'm': return &o->mac;
    case 'n': return &o->network;
    case 'N': return &o->external;
    case 's': return &o->sni;
    case 't': return &o->transport;
    case 'v': return &o->vlan;
    default: return NULL;
    }
}

bool name_options_add(struct name_options *options, const char *letters, char *bad)
{
    struct name_options with = *options;
    for (const char *c = letters; *c != '\0'; c++) {
        bool *option = option_of(&with, *c);
        if (option == NULL) {
            if (bad != NULL)
                *bad = *c;
            return false;
        }
        *option = true;
    }
    *options = with;
    return true;
}

static char *default_profile(void)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char *path = NULL;
    int got = 0;
    if (config != NULL && config[0] == '/')
        got = asprintf(&path, "%s/wireshark", config);
    else if (home != NULL && home[0] == '/')
        got = asprintf(&path, "%s/.config/wireshark", home);
    else
        return strdup("");
    return got < 0 ? NULL : path;
}

struct names *names_open(const struct name_options *options, const char *profile)
{
    struct names *n = calloc(1, sizeof(*n));
    if (n == NULL)
        return NULL;
    n->options = *options;
    n->profile = profile != NULL ? strdup(profile) : default_profile();
    n->hosts.max = (size_t)512 << 20;
    n->seed = hash_seed();
    if (n->profile == NULL || pthread_mutex_init(&n->lock, NULL) != 0) {
        free(n->profile);
        free(n);
        return NULL;
    }
    return n;
}

void names_close(struct names *n)
{
    if (n == NULL)
        return;
    for (unsigned i = 0; i < USER_FILES; i++)
        name_table_free(&n->tables[i]);
    geo_close(n->geo);
    arena_free(&n->hosts);
    free((void *)n->buckets);
    pthread_mutex_destroy(&n->lock);
    free(n->profile);
    free(n);
}

const struct name_options *names_options(const struct names *n) { return &n->options; }

/* --- files ------------------------------------------------------------------------------------ */

static const struct {
    const char *file, *system;  /* in the profile, and the system's */
    line_parser *parse;
    uint8_t width;
    bool first_counts, system_if_external;
} user_files[USER_FILES] = {
    [USER_ETHERS] = { "ethers", "/etc/ethers", parse_ethers, 48, true, false },
    [USER_MANUF] = { "manuf", NULL, parse_manuf, 48, false, false },
    [USER_HOSTS4] = { "hosts", "/etc/hosts", parse_hosts4, 32, false, true },
    [USER_HOSTS6] = { "hosts", "/etc/hosts", parse_hosts6, 64, false, true },
    [USER_SUBNETS] = { "subnets", NULL, parse_subnets, 32, false, false },
    [USER_SERVICES] = { "services", NULL, parse_services, 32, false, false },
    [USER_VLANS] = { "vlans", NULL, parse_vlans, 32, false, false },
};

/* The user's file counts before the system's: it is read first where the first line counts, last
   where the last one does.  In /etc/hosts the first line counts, as for the system's resolver. */
static void read_files(const struct names *n, struct name_table *t, enum user_file file)
{
    char own[4096];
    int length = snprintf(own, sizeof(own), "%s/%s", n->profile, user_files[file].file);
    const char *system = user_files[file].system;
    t->width = user_files[file].width;
    t->first_counts = user_files[file].first_counts;
    t->text.max = (size_t)2 * FILE_BYTES_MAX;
    if (n->profile[0] == '\0' || length < 0 || (size_t)length >= sizeof(own))
        return;
    if (user_files[file].system_if_external && !n->options.external)
        system = NULL;
    if (t->first_counts)
        name_table_read(t, own, user_files[file].parse);
    if (system != NULL) {
        name_table_read(t, system, user_files[file].parse);
        t->first_counts = true;
        name_table_seal(t);
        t->first_counts = user_files[file].first_counts;
    }
    if (!t->first_counts)
        name_table_read(t, own, user_files[file].parse);
    name_table_seal(t);
}

const struct name_table *user_table(const struct names *n, enum user_file file)
{
    /* Only the moment of reading is hidden here; the caller sees a constant. */
    struct names *m = (struct names *)(uintptr_t)n;
    if (likely(atomic_load_explicit(&m->ready[file], memory_order_acquire)))
        return &n->tables[file];
    pthread_mutex_lock(&m->lock);
    if (!atomic_load_explicit(&m->ready[file], memory_order_relaxed)) {
        read_files(n, &m->tables[file], file);
        atomic_store_explicit(&m->ready[file], true, memory_order_release);
    }
    pthread_mutex_unlock(&m->lock);
    return &n->tables[file];
}

/* --- places ----------------------------------------------------------------------------------- */

bool names_place(const struct names *n, const uint8_t *address, size_t size, struct place *out)
{
    struct names *m = (struct names *)(uintptr_t)n;
    if (unlikely(!atomic_load_explicit(&m->geo_known, memory_order_acquire))) {
        pthread_mutex_lock(&m->lock);
        if (!atomic_load_explicit(&m->geo_known, memory_order_relaxed)) {
            m->geo = geo_open(n->profile);
            atomic_store_explicit(&m->geo_known, true, memory_order_release);
        }
        pthread_mutex_unlock(&m->lock);
    }
    return n->geo != NULL && geo_find(n->geo, address, size == 4 ? 4 : 16, out);
}

const char *names_problem(const struct names *n, unsigned which)
{
    struct names *m = (struct names *)(uintptr_t)n;
    return atomic_load_explicit(&m->geo_known, memory_order_acquire) ? geo_problem(n->geo, which) : NULL;
}

/* --- hosts ------------------------------------------------------------------------------------ */

static struct host *_Atomic *bucket_of(const struct names *n, const uint8_t *address, size_t size)
{
    return &n->buckets[hash_bytes(address, size, n->seed) & (HOST_BUCKETS - 1)];
}

static struct host *host_find(const struct names *n, const uint8_t *address, size_t size)
{
    if (!atomic_load_explicit(&n->any_host, memory_order_acquire))
        return NULL;
    struct host *h = atomic_load_explicit(bucket_of(n, address, size), memory_order_acquire);
    while (h != NULL && (h->size != size || memcmp(h->address, address, size) != 0))
        h = h->next;
    return h;
}

/* A copy that can be printed. */
static const char *keep_name(struct names *n, const char *name, size_t length)
{
    char *kept = arena_take(&n->hosts, length + 1);
    if (kept == NULL)
        return NULL;
    for (size_t i = 0; i < length; i++)
        kept[i] = (unsigned char)name[i] < 32 || name[i] == 127 ? '?' : name[i];
    kept[length] = '\0';
    return kept;
}

static struct host *add_new(struct names *n, const uint8_t *address, size_t size)
{
    struct host *h = n->n_hosts < HOSTS_MAX ? arena_zero(&n->hosts, sizeof(*h)) : NULL;
    if (h == NULL)
        return NULL;
    memcpy(h->address, address, size);
    h->size = (uint8_t)size;
    struct host *_Atomic *bucket = bucket_of(n, address, size);
    h->next = atomic_load_explicit(bucket, memory_order_relaxed);
    atomic_store_explicit(bucket, h, memory_order_release);
    n->n_hosts++;
    return h;
}

static bool add_locked(struct names *n, const uint8_t *address, size_t size, const char *name, size_t length,
                       uint64_t order)
{
    if (n->buckets == NULL) {
        n->buckets = calloc(HOST_BUCKETS, sizeof(n->buckets[0]));
        if (n->buckets == NULL)
            return false;
        atomic_store_explicit(&n->any_host, true, memory_order_release);
    }
    struct host *h = host_find(n, address, size);
    if (h == NULL)
        h = add_new(n, address, size);
    if (h == NULL)
        return false;
    const char *old = atomic_load_explicit(&h->name, memory_order_relaxed);
    if (old != NULL && order < h->order)
        return true;
    h->order = order;
    if (old != NULL && strncmp(old, name, length) == 0 && old[length] == '\0')
        return true;
    const char *kept = keep_name(n, name, length);
    if (kept != NULL)
        atomic_store_explicit(&h->name, kept, memory_order_release);
    return kept != NULL;
}

bool names_add_host(struct names *n, const uint8_t *address, size_t size, const char *name, size_t length,
                    uint64_t order)
{
    if (length == 0 || (size != 4 && size != 16))
        return false;
    if (length > HOST_NAME_MAX_BYTES)
        length = HOST_NAME_MAX_BYTES;
    pthread_mutex_lock(&n->lock);
    bool taken = add_locked(n, address, size, name, length, order);
    pthread_mutex_unlock(&n->lock);
    return taken;
}

static void put64(uint8_t *p, uint64_t v, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        p[i] = (uint8_t)(v >> 8 * (bytes - 1 - i));
}

/* The address of a row of the hosts tables: 4 bytes where the key has 32 bits, else 16. */
static uint8_t row_address(const struct name_table *t, const struct name_row *row, uint8_t address[16])
{
    uint8_t size = t->width == 32 ? 4 : 16;
    put64(address, row->key, size == 4 ? 4 : 8);
    if (size == 16)
        put64(address + 8, row->key_low, 8);
    return size;
}

/* What the capture says counts before the user's file, as in Wireshark. */
static const char *host_name(const struct names *n, const uint8_t *address, size_t size)
{
    const struct host *h = host_find(n, address, size);
    const char *told = h != NULL ? atomic_load_explicit(&h->name, memory_order_acquire) : NULL;
    if (told != NULL)
        return told;
    const struct name_row *row = size == 4 ? name_table_find(user_table(n, USER_HOSTS4), be32(address), 0, 32)
                                           : name_table_find(user_table(n, USER_HOSTS6), be64(address),
                                                             be64(address + 8), 64);
    return row != NULL ? row->name : NULL;
}

/* The bytes that the mask does not cover whole stand behind the subnet's name: "lan.7.9". */
static bool sb_subnet(struct strbuf *sb, const struct names *n, const uint8_t address[4])
{
    const struct name_row *row = name_table_match(user_table(n, USER_SUBNETS), be32(address));
    if (row == NULL)
        return false;
    sb_str(sb, row->name);
    for (unsigned i = row->bits / 8; i < 4; i++) {
        sb_char(sb, '.');
        sb_uint(sb, address[i] & (i == row->bits / 8 ? 0xffu >> row->bits % 8 : 0xffu));
    }
    return true;
}

static bool sb_name4(struct strbuf *sb, const struct names *n, const uint8_t address[4])
{
    if (n == NULL || !n->options.network)
        return false;
    const char *name = host_name(n, address, 4);
    if (name == NULL)
        return sb_subnet(sb, n, address);
    sb_str(sb, name);
    return true;
}

static bool sb_name6(struct strbuf *sb, const struct names *n, const uint8_t address[16])
{
    const char *name = n != NULL && n->options.network ? host_name(n, address, 16) : NULL;
    if (name != NULL)
        sb_str(sb, name);
    return name != NULL;
}

bool names_ipv4(struct strbuf *sb, const struct names *n, const uint8_t address[4])
{
    if (sb_name4(sb, n, address))
        return true;
    sb_ipv4(sb, address);
    return false;
}

bool names_ipv6(struct strbuf *sb, const struct names *n, const uint8_t address[16])
{
    if (sb_name6(sb, n, address))
        return true;
    sb_ipv6(sb, address);
    return false;
}

const char *names_vlan(const struct names *n, uint32_t id)
{
    if (n == NULL || !n->options.vlan)
        return NULL;
    const struct name_row *row = name_table_find(user_table(n, USER_VLANS), id, 0, 32);
    return row != NULL ? row->name : NULL;
}

/* --- all hosts -------------------------------------------------------------------------------- */

struct seen_host {
    uint8_t address[16], size;
    bool from_file;
    const char *name;
};

static int compare_seen(const void *x, const void *y)
{
    const struct seen_host *a = x, *b = y;
    if (a->size != b->size)
        return a->size < b->size ? -1 : 1;
    int c = memcmp(a->address, b->address, a->size);
    return c != 0 ? c : a->from_file - b->from_file;
}

static uint32_t collect(const struct names *n, struct seen_host *out, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t i = 0; n->buckets != NULL && i < HOST_BUCKETS; i++)
        for (struct host *h = atomic_load_explicit(&n->buckets[i], memory_order_acquire); h != NULL && count < room;
             h = h->next) {
            struct seen_host s = { .size = h->size, .name = atomic_load_explicit(&h->name, memory_order_acquire) };
            memcpy(s.address, h->address, sizeof(s.address));
            if (s.name != NULL)
                out[count++] = s;
        }
    for (unsigned file = USER_HOSTS4; file <= USER_HOSTS6; file++) {
        const struct name_table *t = user_table(n, (enum user_file)file);
        for (uint32_t i = 0; i < t->n && count < room; i++) {
            struct seen_host s = { .from_file = true, .name = t->rows[i].name };
            s.size = row_address(t, &t->rows[i], s.address);
            out[count++] = s;
        }
    }
    return count;
}

bool names_hosts(const struct names *n,
                 void (*each)(void *context, const uint8_t *address, size_t size, const char *name), void *context)
{
    struct names *m = (struct names *)(uintptr_t)n;
    uint32_t room = user_table(n, USER_HOSTS4)->n + user_table(n, USER_HOSTS6)->n;
    pthread_mutex_lock(&m->lock);
    room += n->n_hosts;
    pthread_mutex_unlock(&m->lock);
    struct seen_host *seen = calloc(room + 1, sizeof(*seen));
    if (seen == NULL)
        return false;
    uint32_t count = collect(n, seen, room);
    qsort(seen, count, sizeof(*seen), compare_seen);
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || seen[i].size != seen[i - 1].size ||
            memcmp(seen[i].address, seen[i - 1].address, seen[i].size) != 0)
            each(context, seen[i].address, seen[i].size, seen[i].name);
    free(seen);
    return true;
}

/* --- for the dissecting engine ---------------------------------------------------------------- */

static bool resolve_address(const void *context, struct strbuf *sb, const struct address *a)
{
    const struct names *n = context;
    switch (a->kind) {
    case ADDR_ETHER: return n->options.mac && sb_ether_name(sb, n, a->bytes);
    case ADDR_IPv4: return sb_name4(sb, n, a->bytes);
    case ADDR_IPv6: return sb_name6(sb, n, a->bytes);
    default: return false;
    }
}

static const char *resolve_oui(const void *context, const uint8_t oui[3])
{
    (void)context;
    return names_oui(oui);
}

static const char *resolve_vendor(const void *context, const uint8_t address[6])
{
    return names_vendor(context, address);
}

static const char *resolve_port(const void *context, uint8_t kind, uint32_t port)
{
    return names_port(context, (enum names_transport)kind, port);
}

static void learn(void *context, const struct address *a, const char *name, uint64_t frame)
{
    struct names *n = context;
    if (n->options.network && n->options.dns_from_capture && (a->kind == ADDR_IPv4 || a->kind == ADDR_IPv6))
        names_add_host(n, a->bytes, a->kind == ADDR_IPv4 ? 4 : 16, name, strlen(name), frame);
}

static const char *resolve_vlan(const void *context, uint32_t id) { return names_vlan(context, id); }

static bool resolve_place(const void *context, const struct address *a, struct place *out)
{
    return names_place(context, a->bytes, a->len, out);
}

static unsigned resolve_nat64(const void *context, const uint8_t address[16]) { return names_nat64(context, address); }

void names_resolver(struct names *n, struct resolver *out)
{
    const struct name_options *o = &n->options;
    *out = (struct resolver){ .address = resolve_address,
                              .oui = resolve_oui,
                              .vendor = resolve_vendor,
                              .port = resolve_port,
                              .learn = learn,
                              .vlan = resolve_vlan,
                              .place = o->no_geography ? NULL : resolve_place,
                              .nat64 = resolve_nat64,
                              .ports = o->transport,
                              .macs = o->mac,
                              .hosts = o->network,
                              .vlans = o->vlan,
                              .context = n };
}
