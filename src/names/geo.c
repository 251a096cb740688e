/* geo.c - databases of places.  libmaxminddb maps the files and reads them; it takes no lock, and what
   a look-up costs is bounded by the bits of an address and the size of a record.  A mapped file that is cut
   short while it is looked at ends the program: their tools put a new file in the place of the old one, as they must. */
#include "names/geo.h"

#include "base/base.h"
#include "base/map.h"
#include "names/userfile.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <maxminddb.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DATABASES_MAX = 64, FOLDERS_MAX = 32, LINE_MAX_BYTES = 4096, FOUND = 1 << 14 };

struct database {
    MMDB_s reader;
    bool usable;
    atomic_bool damaged;
    char *problem;          /* what is to be said when it is not usable, or damaged */
};

/* What was found for an address; never changed or freed before geo_close. */
struct found {
    uint8_t address[16], size;
    bool known;
    struct place place;
};

struct geo {
    struct database databases[DATABASES_MAX];
    unsigned n;
    /* By the hash of the address.  Who came first stays: a capture has few addresses, or too many to remember. */
    struct found *_Atomic found[FOUND];
};

/* --- finding and opening ---------------------------------------------------------------------- */

static const char *why_unusable(int status)
{
    switch (status) {
    case MMDB_FILE_OPEN_ERROR:
    case MMDB_IO_ERROR: return strerror(errno);
    case MMDB_OUT_OF_MEMORY_ERROR: return "no memory";
    case MMDB_UNKNOWN_DATABASE_FORMAT_ERROR: return "it is of another version of MaxMind's format";
    default: return "it is no whole database in MaxMind's format";
    }
}

/* A pipe or a device of such a name would make who opens it wait. */
static bool is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static void take_database(struct geo *g, const char *path)
{
    struct database *b = &g->databases[g->n];
    if (!is_file(path))
        return;
    int status = MMDB_open(path, MMDB_MODE_MMAP, &b->reader);
    b->usable = status == MMDB_SUCCESS;
    int made = b->usable ? asprintf(&b->problem, "\"%s\" is damaged: some addresses were not found in it", path)
                         : asprintf(&b->problem, "\"%s\" is not used: %s", path, why_unusable(status));
    if (made >= 0)
        g->n++;
    else if (b->usable)
        MMDB_close(&b->reader);
}

static int is_database(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot != NULL && dot != entry->d_name && strcmp(dot, ".mmdb") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static void take_folder(struct geo *g, const char *folder)
{
    struct dirent **entries = NULL;
    int n = scandir(folder, &entries, is_database, by_name);
    for (int i = 0; i < n; i++) {
        char *path;
        if (g->n < DATABASES_MAX && asprintf(&path, "%s/%s", folder, entries[i]->d_name) >= 0) {
            take_database(g, path);
            free(path);
        }
        free(entries[i]);
    }
    free(entries);
}

static void take_listed(struct geo *g, const char *profile)
{
    char path[LINE_MAX_BYTES], line[LINE_MAX_BYTES];
    int length = snprintf(path, sizeof path, "%s/maxmind_db_paths", profile);
    FILE *f = length >= 0 && (size_t)length < sizeof path ? fopen(path, "re") : NULL;
    if (f == NULL)
        return;
    for (int i = 0; i < FOLDERS_MAX && fgets(line, sizeof line, f) != NULL; i++) {
        char *folder;
        if (quoted_words(line, &folder, 1) == 1)
            take_folder(g, folder);
    }
    fclose(f);
}

struct geo *geo_open(const char *profile)
{
    struct geo *g = profile[0] != '\0' ? calloc(1, sizeof *g) : NULL;
    if (g == NULL)
        return NULL;
    take_folder(g, "/usr/share/GeoIP");
    take_folder(g, "/var/lib/GeoIP");
    take_listed(g, profile);
    if (g->n == 0) {
        free(g);
        return NULL;
    }
    return g;
}

void geo_close(struct geo *g)
{
    for (unsigned i = 0; g != NULL && i < g->n; i++) {
        if (g->databases[i].usable)
            MMDB_close(&g->databases[i].reader);
        free(g->databases[i].problem);
    }
    for (unsigned i = 0; g != NULL && i < FOUND; i++)
        free(atomic_load_explicit(&g->found[i], memory_order_relaxed));
    free(g);
}

const char *geo_problem(const struct geo *g, unsigned which)
{
    for (unsigned i = 0; g != NULL && i < g->n; i++) {
        const struct database *b = &g->databases[i];
        if ((!b->usable || atomic_load_explicit(&b->damaged, memory_order_relaxed)) && which-- == 0)
            return b->problem;
    }
    return NULL;
}

/* --- looking up ------------------------------------------------------------------------------- */

/* False: the record has no such thing.  That it cannot be read is remembered. */
static bool value_at(struct database *b, MMDB_entry_s *entry, const char *const *path, MMDB_entry_data_s *out)
{
    int status = MMDB_aget_value(entry, out, path);
    if (status != MMDB_SUCCESS && status != MMDB_LOOKUP_PATH_DOES_NOT_MATCH_DATA_ERROR)
        atomic_store_explicit(&b->damaged, true, memory_order_relaxed);
    return status == MMDB_SUCCESS && out->has_data;
}

static void text_at(struct database *b, MMDB_entry_s *entry, const char *const *path, struct held *out)
{
    MMDB_entry_data_s found;
    if (value_at(b, entry, path, &found) && found.type == MMDB_DATA_TYPE_UTF8_STRING && found.data_size != 0)
        *out = (struct held){ (const uint8_t *)found.utf8_string, found.data_size };
}

static void number_at(struct database *b, MMDB_entry_s *entry, uint32_t *out)
{
    static const char *const path[] = { "autonomous_system_number", NULL };
    MMDB_entry_data_s found;
    uint32_t number = 0;
    if (!value_at(b, entry, path, &found))
        return;
    if (found.type == MMDB_DATA_TYPE_UINT32)
        number = found.uint32;
    else if (found.type == MMDB_DATA_TYPE_UINT16)
        number = found.uint16;
    if (number != 0)
        *out = number;
}

/* Six decimals are a tenth of a metre: what stands beyond them was made by who wrote the number. */
static void degrees_at(struct database *b, MMDB_entry_s *entry, const char *const *path, double most, double *out)
{
    MMDB_entry_data_s found;
    double degrees = NAN;
    if (!value_at(b, entry, path, &found))
        return;
    if (found.type == MMDB_DATA_TYPE_DOUBLE)
        degrees = found.double_value;
    else if (found.type == MMDB_DATA_TYPE_FLOAT)
        degrees = (double)found.float_value;
    if (degrees >= -most && degrees <= most)
        *out = round(degrees * 1e6) / 1e6;
}

static void read_record(struct database *b, MMDB_entry_s *entry, struct place *out)
{
    static const char *const city[] = { "city", "names", "en", NULL };
    static const char *const country[] = { "country", "names", "en", NULL };
    static const char *const iso[] = { "country", "iso_code", NULL };
    static const char *const organization[] = { "autonomous_system_organization", NULL };
    static const char *const latitude[] = { "location", "latitude", NULL };
    static const char *const longitude[] = { "location", "longitude", NULL };
    text_at(b, entry, city, &out->city);
    text_at(b, entry, country, &out->country);
    text_at(b, entry, iso, &out->iso);
    text_at(b, entry, organization, &out->organization);
    number_at(b, entry, &out->as_number);
    degrees_at(b, entry, latitude, 90, &out->latitude);
    degrees_at(b, entry, longitude, 180, &out->longitude);
}

static void find_in(struct database *b, const struct sockaddr *address, struct place *out)
{
    int status = MMDB_SUCCESS;
    MMDB_lookup_result_s found = MMDB_lookup_sockaddr(&b->reader, address, &status);
    if (status == MMDB_SUCCESS && found.found_entry)
        read_record(b, &found.entry, out);
    else if (status != MMDB_SUCCESS && status != MMDB_IPV6_LOOKUP_IN_IPV4_DATABASE_ERROR)
        atomic_store_explicit(&b->damaged, true, memory_order_relaxed);
}

static bool look_up(const struct geo *g, const uint8_t *address, unsigned size, struct place *out)
{
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } where = { 0 };
    *out = (struct place){ .latitude = NAN, .longitude = NAN };
    where.any.sa_family = size == 4 ? AF_INET : AF_INET6;
    memcpy(size == 4 ? (void *)&where.four.sin_addr : (void *)&where.six.sin6_addr, address, size);
    for (unsigned i = 0; i < g->n; i++)
        if (g->databases[i].usable)
            find_in((struct database *)(uintptr_t)&g->databases[i], &where.any, out);
    return out->city.len != 0 || out->country.len != 0 || out->iso.len != 0 || out->organization.len != 0 ||
           out->as_number != 0 || !isnan(out->latitude) || !isnan(out->longitude);
}

/* Of two threads with the same one, the first keeps it. */
static void remember(struct found *_Atomic *slot, const uint8_t *address, unsigned size, bool known,
                     const struct place *place)
{
    struct found *none = NULL, *f = malloc(sizeof *f);
    if (f == NULL)
        return;
    *f = (struct found){ .size = (uint8_t)size, .known = known, .place = *place };
    memcpy(f->address, address, size);
    if (!atomic_compare_exchange_strong_explicit(slot, &none, f, memory_order_release, memory_order_relaxed))
        free(f);
}

bool geo_find(const struct geo *g, const uint8_t *address, unsigned size, struct place *out)
{
    struct geo *m = (struct geo *)(uintptr_t)g;
    struct found *_Atomic *slot = &m->found[hash_bytes(address, size, 0) & (FOUND - 1)];
    const struct found *f = atomic_load_explicit(slot, memory_order_acquire);
    if (f != NULL && f->size == size && memcmp(f->address, address, size) == 0) {
        *out = f->place;
        return f->known;
    }
    bool known = look_up(g, address, size, out);
    if (f == NULL)
        remember(slot, address, size, known, out);
    return known;
}
