/* ether.c - MAC addresses: the user's ethers and manuf files, well-known addresses, IEEE's prefixes. */
#include "base/base.h"
#include "names/internal.h"
#include "names/well_known.h"

static uint64_t number48(const uint8_t a[6]) { return be_uint(a, 6); }

static uint64_t mask48(uint64_t address, unsigned bits) { return address & ~(((uint64_t)1 << (48 - bits)) - 1); }

/* The row of exactly `bits` bits; the tables are sorted by bits (longest first), then address. */
static const struct well_known *find_known(const struct well_known *rows, uint32_t n, uint64_t address, unsigned bits)
{
    uint64_t want = mask48(address, bits);
    uint32_t from = 0, to = n;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        const struct well_known *row = &rows[middle];
        if (row->bits == bits && row->address == want)
            return row;
        if (row->bits > bits || (row->bits == bits && row->address < want))
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

static const struct well_known *find_range(uint64_t address, unsigned from_bits, unsigned to_bits)
{
    static const uint8_t lengths[] = { 45, 44, 40, 32, 24, 16 };
    for (unsigned i = 0; i < ARRAY_LEN(lengths); i++) {
        if (lengths[i] > from_bits || lengths[i] < to_bits)
            continue;
        const struct well_known *row = find_known(well_known_ranges, n_well_known_ranges, address, lengths[i]);
        if (row != NULL)
            return row;
    }
    return NULL;
}

/* A vendor's names and the length of the prefix that gave them; name NULL: none. */
struct vendor {
    const char *name, *full;
    unsigned bits;
};

static struct vendor vendor_at(uint32_t text, unsigned bits)
{
    const char *name = vendor_text + text;
    return (struct vendor){ name, name + strlen(name) + 1, bits };
}

static bool find32(const uint32_t *keys, uint32_t n, uint32_t key, uint32_t *at)
{
    uint32_t from = 0, to = n;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (keys[middle] < key)
            from = middle + 1;
        else
            to = middle;
    }
    *at = from;
    return from < n && keys[from] == key;
}

static struct vendor find36(uint64_t key)
{
    uint32_t from = 0, to = n_vendor36;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (vendor36_key[middle] < key)
            from = middle + 1;
        else
            to = middle;
    }
    if (from < n_vendor36 && vendor36_key[from] == key)
        return vendor_at(vendor36_text[from], 36);
    return (struct vendor){ 0 };
}

static struct vendor find_small_block(uint64_t address)
{
    struct vendor v = find36(address >> 12);
    uint32_t at;
    if (v.name == NULL && find32(vendor28_key, n_vendor28, (uint32_t)(address >> 20), &at))
        v = vendor_at(vendor28_text[at], 28);
    return v;
}

static struct vendor find24(uint32_t oui)
{
    uint32_t at;
    for (uint32_t i = 0; i < n_other_vendors; i++)
        if (other_vendors[i].oui == oui)
            return (struct vendor){ other_vendors[i].name, other_vendors[i].full, 24 };
    if (find32(vendor24_key, n_vendor24, oui, &at))
        return vendor_at(vendor24_text[at], 24);
    return (struct vendor){ 0 };
}

const char *names_oui(const uint8_t oui[3]) { return find24(be24(oui)).full; }

const char *names_vendor(const struct names *n, const uint8_t address[6])
{
    uint64_t number = number48(address);
    const struct name_row *own = n != NULL ? name_table_match(user_table(n, USER_MANUF), number) : NULL;
    if (own != NULL)
        return own->full;
    struct vendor v = find_small_block(number);
    return v.name != NULL ? v.full : names_oui(address);
}

/* "Name_" and the bytes of the address behind the prefix.  Vendors of 24 bits show all three; other
   prefixes leave out leading zero bytes but for the last, and the prefix's own bits. */
static void sb_with_rest(struct strbuf *sb, const char *name, uint64_t address, unsigned bits, bool whole)
{
    uint64_t rest = address - mask48(address, bits);
    unsigned bytes = 1;
    while (bytes < 6 && rest >> 8 * bytes != 0)
        bytes++;
    if (whole)
        bytes = (48 - bits + 7) / 8;
    sb_str(sb, name);
    for (unsigned i = bytes; i-- > 0;) {
        sb_char(sb, i + 1 == bytes ? '_' : ':');
        sb_hex(sb, rest >> 8 * i & 0xff, 2);
    }
}

static bool sb_own_name(struct strbuf *sb, const struct names *n, uint64_t address)
{
    const struct name_row *row = name_table_find(user_table(n, USER_ETHERS), address, 0, 48);
    if (row != NULL) {
        sb_str(sb, row->name);
        return true;
    }
    row = name_table_match(user_table(n, USER_MANUF), address);
    if (row == NULL)
        return false;
    if (row->bits == 48)
        sb_str(sb, row->name);
    else
        sb_with_rest(sb, row->name, address, row->bits, row->bits == 24);
    return true;
}

bool sb_ether_name(struct strbuf *sb, const struct names *n, const uint8_t address[6])
{
    uint64_t number = number48(address);
    if (sb_own_name(sb, n, number))
        return true;
    const struct well_known *known = find_known(well_known_addresses, n_well_known_addresses, number, 48);
    if (known != NULL) {
        sb_str(sb, known->name);
        return true;
    }
    known = find_range(number, 48, 24);
    struct vendor v = { 0 };
    if (known == NULL)
        v = find_small_block(number);
    if (known == NULL && v.name == NULL)
        v = find24((uint32_t)(number >> 24));
    if (known == NULL && v.name == NULL && (address[0] & 1) != 0)
        v = find24((uint32_t)(number >> 24) & 0xfeffff); /* a vendor's group addresses */
    if (known == NULL && v.name == NULL)
        known = find_range(number, 23, 0);
    if (known != NULL)
        sb_with_rest(sb, known->name, number, known->bits, false);
    else if (v.name != NULL)
        sb_with_rest(sb, v.name, number, v.bits, v.bits == 24);
    return known != NULL || v.name != NULL;
}

bool names_ether(struct strbuf *sb, const struct names *n, const uint8_t address[6])
{
    if (n != NULL && n->options.mac && sb_ether_name(sb, n, address))
        return true;
    sb_ether(sb, address);
    return false;
}
