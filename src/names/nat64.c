/* nat64.c - networks whose addresses hold IPv4 addresses (RFC 6052), as the user's NAT64_NSP_list names them. */
#include "names/internal.h"

#include "base/base.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

/* `"2001:db8::","32","0"`: the prefix, its length, and how many of its last bits may be any: whole bytes. */
static bool parse(char *line, struct nat64_network *out)
{
    static const char *const lengths[] = { "32", "40", "48", "56", "64", "96" };
    char *words[3], *end;
    if (quoted_words(line, words, 3) != 3 || inet_pton(AF_INET6, words[0], out->prefix) != 1)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++)
        if (strcmp(words[1], lengths[i]) == 0)
            out->length = (uint8_t)strtoul(words[1], NULL, 10);
    unsigned long any = strtoul(words[2], &end, 10);
    if (out->length == 0 || end == words[2] || *end != '\0' || any >= out->length || any % 8 != 0)
        return false;
    out->fixed = (uint8_t)((out->length - any) / 8);
    return true;
}

static void read_list(struct names *n)
{
    char path[4096], line[1024];
    int length = snprintf(path, sizeof path, "%s/NAT64_NSP_list", n->profile);
    bool fits = n->profile[0] != '\0' && length > 0 && (size_t)length < sizeof path;
    FILE *f = fits ? fopen(path, "re") : NULL;
    while (f != NULL && n->n_nat64 < NAT64_MAX && fgets(line, sizeof line, f) != NULL) {
        struct nat64_network network = { 0 };
        if (parse(line, &network))
            n->nat64[n->n_nat64++] = network;
    }
    if (f != NULL)
        fclose(f);
}

unsigned names_nat64(const struct names *n, const uint8_t address[16])
{
    struct names *m = (struct names *)(uintptr_t)n;
    if (unlikely(!atomic_load_explicit(&m->nat64_known, memory_order_acquire))) {
        pthread_mutex_lock(&m->lock);
        if (!atomic_load_explicit(&m->nat64_known, memory_order_relaxed)) {
            read_list(m);
            atomic_store_explicit(&m->nat64_known, true, memory_order_release);
        }
        pthread_mutex_unlock(&m->lock);
    }
    for (unsigned i = 0; i < n->n_nat64; i++)
        if (memcmp(n->nat64[i].prefix, address, n->nat64[i].fixed) == 0)
            return n->nat64[i].length;
    return 0;
}
