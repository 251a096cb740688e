/* userfile.h - the text files of Wireshark's profile folder (and /etc/hosts, /etc/ethers), each read
   into a sorted table.  A line that is not understood is passed over, as Wireshark does.  A table is
   built by one thread; afterwards any number may look things up. */
#ifndef NAMES_USERFILE_H
#define NAMES_USERFILE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A name for all keys that agree with this one in the first `bits` of `width` bits. */
struct name_row {
    uint64_t key, key_low;  /* key_low: second half of an IPv6 address, else 0 */
    uint8_t bits;
    uint32_t order;         /* place in the files: which of two equal keys counts */
    const char *name, *full;
};

/* Zero-initialise, set width, read files, seal. */
struct name_table {
    struct name_row *rows;
    uint32_t n, room, added;
    uint8_t width;            /* of key, in bits: 64 at most */
    uint64_t lengths;         /* bit b - 1: there are rows of b bits */
    bool first_counts;        /* of equal keys: the first (else the last) */
    bool cut;                 /* too long, or out of memory: some lines are missing */
    struct arena text;
};

enum {
    FILE_BYTES_MAX = 64 << 20,  /* of one file */
    TABLE_ROWS_MAX = 2000000,
};

/* A parser is given the line's words and adds rows. */
typedef void line_parser(struct name_table *t, char **words, unsigned n, const char *rest);

/* Adds the rows of a file; a file that is not there adds nothing. */
void name_table_read(struct name_table *t, const char *path, line_parser *parse);
/* Sorts and drops repeated keys.  Needed before the first lookup. */
void name_table_seal(struct name_table *t);
/* The row for the key, of exactly / of any number of bits (the longest match); NULL if none. */
const struct name_row *name_table_find(const struct name_table *t, uint64_t key, uint64_t low, unsigned bits);
const struct name_row *name_table_match(const struct name_table *t, uint64_t key);
void name_table_free(struct name_table *t);

/* The texts in quotes with commas between that a line of Wireshark's tables is made of, taken out of their quotes in
   their place; the number of them, up to max.  A backslash stands before a character that is meant as it is, or "x" and
   two digits. */
unsigned quoted_words(char *line, char **words, unsigned max);

line_parser parse_ethers;    /* width 48 */
line_parser parse_manuf;     /* width 48 */
line_parser parse_hosts4;    /* width 32 */
line_parser parse_hosts6;    /* width 64, with key_low */
line_parser parse_subnets;   /* width 32 */
line_parser parse_services;  /* width 32: enum names_transport << 16 | port */
line_parser parse_vlans;     /* width 32 */

#endif
