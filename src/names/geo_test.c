/* geo_test.c - databases of places: what is found, what is passed over, and files that are cut or changed. */
#include "names/geo.h"

#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One node over IPv4: 0.0.0.0/1 leads to the record, nothing is known of the rest. */
static const uint8_t database[] = "\x00\x00\x11\x00\x00\x01"
                                  "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                  "\xe3\x47"
                                  "country"
                                  "\xe2\x48"
                                  "iso_code"
                                  "\x42"
                                  "UT"
                                  "\x45"
                                  "names"
                                  "\xe1\x42"
                                  "en"
                                  "\x46"
                                  "Utopia"
                                  "\x58"
                                  "autonomous_system_number"
                                  "\xc2\xfb\xf4"
                                  "\x48"
                                  "location"
                                  "\xe1\x48"
                                  "latitude"
                                  "\x68\x40\x49\xc0\0\0\0\0\0"
                                  "\xab\xcd\xef"
                                  "MaxMind.com"
                                  "\xe9\x5b"
                                  "binary_format_major_version"
                                  "\xa1\x02"
                                  "\x5b"
                                  "binary_format_minor_version"
                                  "\xa0"
                                  "\x4b"
                                  "build_epoch"
                                  "\x01\x02\x01"
                                  "\x4d"
                                  "database_type"
                                  "\x41"
                                  "x"
                                  "\x4b"
                                  "description"
                                  "\xe0"
                                  "\x4a"
                                  "ip_version"
                                  "\xa1\x04"
                                  "\x49"
                                  "languages"
                                  "\x00\x04"
                                  "\x4a"
                                  "node_count"
                                  "\xc1\x01"
                                  "\x4b"
                                  "record_size"
                                  "\xa1\x18";
enum { SIZE = sizeof database - 1 };
static const uint8_t known[4] = { 1, 2, 3, 4 }, unknown[4] = { 200, 2, 3, 4 };

static char folder[64];

static void take_away(const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
}

static void put(const char *name, const void *bytes, size_t n)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    if (f == NULL)
        exit(1);
    fwrite(bytes, 1, n, f);
    fclose(f);
}

static bool is(struct held text, const char *want)
{
    return text.len == strlen(want) && (text.len == 0 || memcmp(text.bytes, want, text.len) == 0);
}

static void check_place(const struct geo *g)
{
    struct place p;
    CHECK(geo_find(g, known, 4, &p));
    CHECK(is(p.country, "Utopia") && is(p.iso, "UT") && is(p.city, "") && is(p.organization, ""));
    CHECK_INT(p.as_number, 64500);
    CHECK(p.latitude == 51.5 && isnan(p.longitude));
}

static void test_found(void)
{
    static const uint8_t six[16] = { 0x20, 1 };
    struct place p;
    put("a.mmdb", database, SIZE);
    struct geo *g = geo_open(folder);
    CHECK(g != NULL);
    if (g == NULL)
        return;
    check_place(g);
    check_place(g);
    CHECK(!geo_find(g, unknown, 4, &p));
    CHECK(!geo_find(g, unknown, 4, &p));
    CHECK(!geo_find(g, six, 16, &p));
    CHECK(geo_problem(g, 0) == NULL);
    geo_close(g);
}

/* Files that are none, and names that are no database's. */
static void test_passed_over(void)
{
    char text[256], path[128];
    put("b.mmdb", "", 0);
    put("c.mmdb", "text", 4);
    put("d.MMDB", "text", 4);
    put("e.mmdb.old", "text", 4);
    put(".mmdb", "text", 4);
    snprintf(path, sizeof path, "%s/f.mmdb", folder);
    CHECK(mkfifo(path, 0600) == 0);
    struct geo *g = geo_open(folder);
    CHECK(g != NULL);
    if (g == NULL)
        return;
    check_place(g);
    snprintf(text, sizeof text, "\"%s/c.mmdb\" is not used: it is no whole database in MaxMind's format", folder);
    CHECK(geo_problem(g, 0) != NULL && strstr(geo_problem(g, 0), "/b.mmdb\" is not used: ") != NULL);
    CHECK_STR(geo_problem(g, 1), text);
    CHECK(geo_problem(g, 2) == NULL);
    geo_close(g);
    static const char *const made[] = { "b.mmdb", "c.mmdb", "d.MMDB", "e.mmdb.old", ".mmdb", "f.mmdb" };
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++)
        take_away(made[i]);
}

static void test_none(void)
{
    CHECK(geo_open("") == NULL);
    CHECK(geo_problem(NULL, 0) == NULL);
    geo_close(NULL);
}

/* Whatever stands in the files, the program lives, and says so when it finds nothing. */
static unsigned look(void)
{
    struct geo *g = geo_open(folder);
    struct place p;
    bool found = g != NULL && geo_find(g, known, 4, &p);
    unsigned said = g != NULL && geo_problem(g, 0) != NULL;
    volatile uint8_t last = 0;
    if (found && p.country.len != 0)
        last = p.country.bytes[p.country.len - 1];
    (void)last;
    geo_close(g);
    return said;
}

static void test_cut(void)
{
    unsigned said = 0;
    for (size_t n = 0; n < SIZE; n++) {
        put("a.mmdb", database, n);
        said += look();
    }
    CHECK_INT(said, SIZE);
}

static void test_changed(void)
{
    static const uint8_t changes[] = { 0xff, 0x20, 0x01 };
    uint8_t changed[SIZE];
    unsigned said = 0;
    for (size_t i = 0; i < SIZE * sizeof changes; i++) {
        memcpy(changed, database, SIZE);
        changed[i / sizeof changes] ^= changes[i % sizeof changes];
        put("a.mmdb", changed, SIZE);
        said += look();
    }
    CHECK(said > SIZE / 2);
}

int main(void)
{
    char line[128];
    snprintf(folder, sizeof folder, "/tmp/thresher-geo-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return 1;
    int n = snprintf(line, sizeof line, "# comment\n\"/nowhere\"\n\"\\x%02x%s\"\nno path\n", folder[0], folder + 1);
    put("maxmind_db_paths", line, (size_t)n);
    if (access("/usr/share/GeoIP", F_OK) == 0 || access("/var/lib/GeoIP", F_OK) == 0) {
        check_skip("databases of places are installed");
        return check_done();
    }
    test_none();
    test_found();
    test_passed_over();
    test_cut();
    test_changed();
    take_away("a.mmdb");
    take_away("maxmind_db_paths");
    rmdir(folder);
    return check_done();
}
