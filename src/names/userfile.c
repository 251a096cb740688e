/* userfile.c - reading hosts, ethers, manuf, services, subnets and vlans. */
#include "names/userfile.h"

#include "base/base.h"
#include "names/names.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORDS_MAX = 3, LINE_WORDS = 1024 };

static uint64_t keep_bits(uint64_t key, unsigned bits, unsigned width)
{
    if (bits == 0)
        return 0;
    return key & ~(bits >= width ? 0 : (((uint64_t)1 << (width - bits)) - 1));
}

static void name_table_add(struct name_table *t, uint64_t key, uint64_t low, unsigned bits, const char *name,
                           const char *full)
{
    if (t->n == t->room) {
        uint32_t room = t->room != 0 ? t->room * 2 : 64;
        struct name_row *rows = t->n < TABLE_ROWS_MAX ? realloc(t->rows, room * sizeof(*rows)) : NULL;
        if (rows == NULL) {
            t->cut = true;
            return;
        }
        t->rows = rows;
        t->room = room;
    }
    const char *kept = arena_copy(&t->text, name, strlen(name) + 1);
    const char *kept_full = full != NULL ? arena_copy(&t->text, full, strlen(full) + 1) : kept;
    if (kept == NULL || kept_full == NULL) {
        t->cut = true;
        return;
    }
    t->rows[t->n] = (struct name_row){ .key = keep_bits(key, bits, t->width),
                                       .key_low = low,
                                       .bits = (uint8_t)bits,
                                       .order = t->added++,
                                       .name = kept,
                                       .full = kept_full };
    t->n++;
}

/* The words are cut out of a copy, so that `rest` stays whole; a line of more than LINE_WORDS bytes
   loses what is behind them. */
static void parse_line(struct name_table *t, char *line, line_parser *parse)
{
    char copy[LINE_WORDS], *words[WORDS_MAX], *save = NULL;
    line[strcspn(line, "#\r\n")] = '\0';
    size_t n_copy = strnlen(line, sizeof(copy) - 1);
    memcpy(copy, line, n_copy);
    copy[n_copy] = '\0';
    unsigned n = 0;
    for (char *w = strtok_r(copy, " \t", &save); w != NULL && n < WORDS_MAX; w = strtok_r(NULL, " \t", &save))
        words[n++] = w;
    if (n < 2)
        return;
    const char *rest = line + strspn(line, " \t");
    rest += strcspn(rest, " \t");
    parse(t, words, n, rest + strspn(rest, " \t"));
}

void name_table_read(struct name_table *t, const char *path, line_parser *parse)
{
    FILE *f = fopen(path, "re");
    if (f == NULL)
        return;
    char *line = NULL;
    size_t room = 0, total = 0;
    ssize_t got;
    while (!t->cut && (got = getline(&line, &room, f)) > 0) {
        total += (size_t)got;
        if (total > FILE_BYTES_MAX)
            t->cut = true;
        else
            parse_line(t, line, parse);
    }
    free(line);
    fclose(f);
}

static int compare_keys(const struct name_row *a, const struct name_row *b)
{
    if (a->bits != b->bits)
        return a->bits > b->bits ? -1 : 1;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->key_low != b->key_low ? (a->key_low < b->key_low ? -1 : 1) : 0;
}

static int compare_rows(const void *x, const void *y)
{
    const struct name_row *a = x, *b = y;
    int c = compare_keys(a, b);
    return c != 0 ? c : (a->order < b->order ? -1 : a->order > b->order);
}

void name_table_seal(struct name_table *t)
{
    if (t->n == 0)
        return;
    qsort(t->rows, t->n, sizeof(t->rows[0]), compare_rows);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        if (kept != 0 && compare_keys(&t->rows[kept - 1], &t->rows[i]) == 0) {
            if (!t->first_counts)
                t->rows[kept - 1] = t->rows[i];
            continue;
        }
        t->rows[kept++] = t->rows[i];
        if (t->rows[i].bits != 0)
            t->lengths |= (uint64_t)1 << (t->rows[i].bits <= 64 ? t->rows[i].bits - 1 : 63);
    }
    t->n = kept;
}

const struct name_row *name_table_find(const struct name_table *t, uint64_t key, uint64_t low, unsigned bits)
{
    struct name_row want = { .key = keep_bits(key, bits, t->width), .key_low = low, .bits = (uint8_t)bits };
    uint32_t from = 0, to = t->n;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        int c = compare_keys(&t->rows[middle], &want);
        if (c == 0)
            return &t->rows[middle];
        if (c < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

const struct name_row *name_table_match(const struct name_table *t, uint64_t key)
{
    for (uint64_t left = t->lengths; left != 0;) {
        unsigned bits = 64 - (unsigned)__builtin_clzll(left);
        const struct name_row *row = name_table_find(t, key, 0, bits);
        if (row != NULL)
            return row;
        left &= ~((uint64_t)1 << (bits - 1));
    }
    return NULL;
}

void name_table_free(struct name_table *t)
{
    free(t->rows);
    arena_free(&t->text);
    *t = (struct name_table){ 0 };
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1;
}

/* Takes the text behind the first quote out of its quotes; where the line goes on. */
static char *unquote(char *in)
{
    char *out = in;
    for (; *in != '\0' && *in != '"'; in++) {
        if (in[0] == '\\' && in[1] == 'x' && hex_digit(in[2]) >= 0 && hex_digit(in[3]) >= 0) {
            *out++ = (char)(hex_digit(in[2]) * 16 + hex_digit(in[3]));
            in += 3;
            continue;
        }
        if (in[0] == '\\' && in[1] != '\0')
            in++;
        *out++ = *in;
    }
    char *rest = *in != '\0' ? in + 1 : in;
    *out = '\0';
    return rest;
}

unsigned quoted_words(char *line, char **words, unsigned max)
{
    unsigned n = 0;
    while (n < max && *line == '"') {
        words[n++] = line + 1;
        line = unquote(line + 1);
        line += *line == ',';
    }
    return n;
}

/* A whole number up to `max`; false if the word is anything else. */
static bool number(const char *word, uint32_t max, uint32_t *out)
{
    char *end;
    if (!isdigit((unsigned char)word[0]))
        return false;
    unsigned long v = strtoul(word, &end, 10);
    *out = (uint32_t)v;
    return *end == '\0' && v <= max;
}

/* 1 to 6 hexadecimal bytes of one or two digits, between them always the same of ":-."; the number
   of bytes, 0 if it is not that.  Left-aligned in the 48 bits of *out. */
static unsigned ether_bytes(const char *word, uint64_t *out)
{
    char between = '\0';
    unsigned n = 0;
    *out = 0;
    while (n < 6) {
        char *end;
        if (!isxdigit((unsigned char)word[0]))
            return 0;
        unsigned long byte = strtoul(word, &end, 16);
        if (end - word > 2 || byte > 255)
            return 0;
        *out |= (uint64_t)byte << (40 - 8 * n++);
        if (*end == '\0')
            return n;
        if (strchr(":-.", *end) == NULL || (between != '\0' && *end != between))
            return 0;
        between = *end;
        word = end + 1;
    }
    return 0;
}

void parse_ethers(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    (void)rest;
    uint64_t key;
    if (ether_bytes(words[0], &key) == 6)
        name_table_add(t, key, 0, 48, words[1], NULL);
}

void parse_manuf(struct name_table *t, char **words, unsigned n, const char *rest)
{
    uint64_t key;
    uint32_t bits = 0;
    char *slash = strchr(words[0], '/');
    if (slash != NULL) {
        *slash = '\0';
        if (!number(slash + 1, 48, &bits) || bits == 0)
            return;
    }
    unsigned bytes = ether_bytes(words[0], &key);
    if (bytes < 3)
        return;
    if (bits == 0)
        bits = bytes * 8;
    const char *full = n > 2 ? rest + strcspn(rest, " \t") : NULL;
    name_table_add(t, key, 0, bits, words[1], full != NULL ? full + strspn(full, " \t") : NULL);
}

void parse_hosts4(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    (void)rest;
    uint8_t a[4];
    if (inet_pton(AF_INET, words[0], a) == 1)
        name_table_add(t, be32(a), 0, 32, words[1], NULL);
}

void parse_hosts6(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    (void)rest;
    uint8_t a[16];
    if (inet_pton(AF_INET6, words[0], a) == 1)
        name_table_add(t, be64(a), be64(a + 8), 64, words[1], NULL);
}

void parse_subnets(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    (void)rest;
    uint8_t a[4];
    uint32_t bits;
    char *slash = strchr(words[0], '/');
    if (slash == NULL)
        return;
    *slash = '\0';
    if (inet_pton(AF_INET, words[0], a) == 1 && number(slash + 1, 32, &bits) && bits != 0)
        name_table_add(t, be32(a), 0, bits, words[1], NULL);
}

static enum names_transport transport_of(const char *word)
{
    static const char *const words[] = {
        [NAMES_TCP] = "tcp", [NAMES_UDP] = "udp", [NAMES_SCTP] = "sctp", [NAMES_DCCP] = "dccp"
    };
    for (unsigned i = NAMES_TCP; i <= NAMES_DCCP; i++)
        if (strcmp(word, words[i]) == 0)
            return (enum names_transport)i;
    return 0;
}

/* "https 443/tcp", "multi 8443/tcp/udp", "range 9000-9003/udp" */
void parse_services(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    (void)rest;
    char *slash = strchr(words[1], '/'), *save = NULL;
    if (slash == NULL)
        return;
    *slash = '\0';
    uint32_t first, last;
    char *dash = strchr(words[1], '-');
    if (dash != NULL)
        *dash = '\0';
    if (!number(words[1], 65535, &first) || !number(dash != NULL ? dash + 1 : words[1], 65535, &last))
        return;
    for (char *w = strtok_r(slash + 1, "/", &save); w != NULL; w = strtok_r(NULL, "/", &save)) {
        uint32_t transport = transport_of(w);
        for (uint32_t port = first; transport != 0 && port <= last; port++)
            name_table_add(t, transport << 16 | port, 0, 32, words[0], NULL);
    }
}

/* The name is the rest of the line. */
void parse_vlans(struct name_table *t, char **words, unsigned n, const char *rest)
{
    (void)n;
    uint32_t id;
    if (number(words[0], 4095, &id))
        name_table_add(t, id, 0, 32, rest, NULL);
}
