/* dns_records.c - the data of resource records, by type.  Most are a list of parts in a table; the rest have a function. */
#include "protocols/application/dns.h"

/* --- parts ------------------------------------------------------------------------------------- */

struct dns_name dns_add_name(struct dissect *d, struct cursor m, uint32_t *at, unsigned row)
{
    struct dns_name name = dns_name_at(d, m, *at);
    if (d->stop == STOP_NONE)
        emit_held(d, m, row, *at, name.wire, name.text, name.len);
    *at += name.wire;
    return name;
}

uint64_t dns_add_uint(struct dissect *d, struct cursor m, uint32_t *at, unsigned row, uint32_t len)
{
    emit_at(d, m, row, *at, len);
    uint64_t v = d->stop == STOP_NONE && need(d, m, *at, len) ? be_uint(m.p + *at, len) : 0;
    *at += len;
    return v;
}

void dns_add(struct dissect *d, struct cursor m, uint32_t *at, unsigned row, uint32_t len)
{
    emit_at(d, m, row, *at, len);
    *at += len;
}

static struct dns_gist *gist(struct dns_record *r, const char *label, uint8_t kind)
{
    if (r->entry == NULL || r->d->stop != STOP_NONE || r->entry->n_gist == MAX_GIST)
        return NULL;
    struct dns_gist *g = &r->entry->gist[r->entry->n_gist++];
    g->label = label;
    g->kind = kind;
    return g;
}

static void gist_number(struct dns_record *r, const char *label, uint32_t number)
{
    struct dns_gist *g = gist(r, label, GIST_NUMBER);
    if (g != NULL)
        g->number = number;
}

static void gist_bytes(struct dns_record *r, const char *label, uint8_t kind, const void *bytes, uint32_t n)
{
    struct dns_gist *g = gist(r, label, kind);
    if (g != NULL) {
        g->bytes = bytes;
        g->number = n;
    }
}

/* Bytes of the record's data that follow `at`.  A record that is used up already contradicts itself; one that is
   a single byte short is shown as tshark does, with all that follows. */
static uint32_t rest(struct dns_record *r, uint32_t at)
{
    uint32_t end = r->at + r->len;
    if (at <= end)
        return end - at;
    if (at != end + 1 || !need(r->d, r->m, at, 1)) {
        malformed(r->d);
        return 0;
    }
    return r->m.cap - at;
}

/* A length byte and as many characters. */
static void counted(struct dns_record *r, uint32_t *at, unsigned length_row, unsigned text_row, const char *label)
{
    uint32_t n = (uint32_t)dns_add_uint(r->d, r->m, at, length_row, 1);
    const uint8_t *text = cursor_peek(r->m, *at, n);
    dns_add(r->d, r->m, at, text_row, n);
    if (label != NULL && text != NULL)
        gist_bytes(r, label, GIST_ASCII, text, n);
}

/* What a record's data are made of, one after the other. */
enum part_kind {
    END,
    NAME,
    NAME_AHEAD,  /* a name `size` bytes on must be there before the next part is shown */
    NUMBER,      /* of `size` bytes, addresses and times too */
    COUNTED,     /* row: the length's; the text's is the next one */
    BYTES,       /* what is left, shown when there is something */
    ALL_BYTES,   /* what is left, shown in any case */
};
struct part {
    uint8_t kind, size;
    uint16_t row;
    const char *label;  /* of the gist; NULL: not part of it */
};
enum { MAX_PARTS = 10 };

static void number_part(struct dns_record *r, const struct part *p, uint32_t *at)
{
    static const uint8_t kinds[] = { [4] = GIST_IPv4, [16] = GIST_IPv6 };
    const uint8_t *bytes = cursor_peek(r->m, *at, p->size);
    if (p->size > 8)
        dns_add(r->d, r->m, at, p->row, p->size);
    else
        dns_add_uint(r->d, r->m, at, p->row, p->size);
    if (p->label == NULL || bytes == NULL)
        return;
    if (p->size < 4)
        gist_number(r, p->label, (uint32_t)be_uint(bytes, p->size));
    else
        gist_bytes(r, p->label, kinds[p->size], bytes, p->size);
}

static void run_parts(struct dns_record *r, const struct part *p)
{
    struct dissect *d = r->d;
    uint32_t at = r->at, n;
    for (; p->kind != END && d->stop == STOP_NONE; p++) {
        if (p->kind == NAME) {
            struct dns_name name = dns_add_name(d, r->m, &at, p->row);
            if (p->label != NULL)
                gist_bytes(r, p->label, GIST_TEXT, name.text, name.len);
        } else if (p->kind == NAME_AHEAD) {
            dns_name_at(d, r->m, at + p->size);
        } else if (p->kind == NUMBER) {
            number_part(r, p, &at);
        } else if (p->kind == COUNTED) {
            counted(r, &at, p->row, p->row + 1u, p->label);
        } else {
            n = rest(r, at);
            if (n != 0 || p->kind == ALL_BYTES)
                dns_add(d, r->m, &at, p->row, n);
        }
    }
}

/* --- types with a function ----------------------------------------------------------------------- */

/* RFC 1035 section 3.4.2: a bit for each port. */
static void wks_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    number_part(r, &(const struct part){ NUMBER, 4, DNS_WKS_ADDRESS, ", addr " }, &at);
    uint32_t protocol = (uint32_t)dns_add_uint(d, r->m, &at, DNS_WKS_PROTOCOL, 1);
    for (uint32_t first = at, end = r->at + r->len; at != end && d->stop == STOP_NONE; at++) {
        uint32_t bits = get8(d, r->m, at);
        if (bits == 0)
            continue;
        uint32_t node = emit_at(d, r->m, DNS_WKS_BITS, at, 1);
        uint32_t *ports = node != NO_NODE ? packet_zero(d, 2 * sizeof *ports) : NULL;
        if (ports == NULL)
            continue;
        ports[0] = (at - first) * 8;
        ports[1] = protocol;
        annotate(d, node, ports);
    }
}

/* The text as tshark has it: decoded, no more bytes of that than there were before, and escaped. */
static struct held value_text(struct dissect *d, const uint8_t *p, uint32_t n)
{
    struct strbuf decoded = { 0 }, text = { 0 };
    sb_decoded(&decoded, p, n, true);
    sb_cut_to(&decoded, n);
    sb_escaped(&text, (const uint8_t *)sb_text(&decoded), decoded.len);
    struct held held = { packet_copy(d, sb_text(&text), text.len), (uint32_t)text.len };
    if (held.bytes == NULL)
        held.len = 0;
    sb_free(&decoded);
    sb_free(&text);
    return held;
}

/* RFC 1035 section 3.3.2: nothing is shown unless both texts are there. */
static void hinfo_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at, cpu = get8(d, r->m, at), os = get8(d, r->m, at + 1 + cpu);
    if (!need(d, r->m, at + 2 + cpu, os))
        return;
    struct held cpu_text = value_text(d, r->m.p + at + 1, cpu), os_text = value_text(d, r->m.p + at + 2 + cpu, os);
    counted(r, &at, DNS_HINFO_CPU_LENGTH, DNS_HINFO_CPU, NULL);
    counted(r, &at, DNS_HINFO_OS_LENGTH, DNS_HINFO_OS, NULL);
    gist_bytes(r, ", CPU ", GIST_TEXT, cpu_text.bytes, cpu_text.len);
    gist_bytes(r, ", OS ", GIST_TEXT, os_text.bytes, os_text.len);
}

/* RFC 1183 section 3.2: the subaddress may be missing. */
static void isdn_data(struct dns_record *r)
{
    uint32_t at = r->at;
    counted(r, &at, DNS_IDSN_LENGTH, DNS_IDSN_ADDRESS, NULL);
    if (r->d->stop == STOP_NONE && at + 1 < r->at + r->len)
        counted(r, &at, DNS_IDSN_SA_LENGTH, DNS_IDSN_SA_ADDRESS, NULL);
}

static void strings_data(struct dns_record *r, unsigned length_row, unsigned text_row)
{
    for (uint32_t at = r->at; at != r->at + r->len && r->d->stop == STOP_NONE;)
        counted(r, &at, length_row, text_row, NULL);
}
static void txt_data(struct dns_record *r) { strings_data(r, DNS_TXT_LENGTH, DNS_TXT); }
static void spf_data(struct dns_record *r) { strings_data(r, DNS_SPF_LENGTH, DNS_SPF); }

/* RFC 4034 appendix B: the key's number is a sum over the record's data. */
static void key_id(struct dns_record *r, unsigned row, uint32_t algorithm)
{
    struct dissect *d = r->d;
    if (r->len < 4) {
        uint32_t node = emit_arg(d, r->m, DNS_SECTION, r->at, r->len, dns_notes[DNS_KEY_TOO_SHORT].text);
        note_on(d, node, DNS_KEY_TOO_SHORT, NULL);
        return;
    }
    if (!need(d, r->m, r->at, r->len))
        return;
    const uint8_t *p = r->m.p + r->at;
    uint32_t sum = 0;
    if (algorithm == 1) {
        sum = be16(p + r->len - 3);
    } else {
        for (uint32_t i = 0; i < r->len; i++)
            sum += i & 1 ? p[i] : (uint32_t)p[i] << 8;
        sum += sum >> 16;
    }
    /* Its place is what tshark gives: the record's in the frame, counted from the message's. */
    emit_value(d, r->whole, row, r->m.offset + r->start, 0, sum & 0xffff);
}

/* RFC 2535 section 3. */
static void key_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at, flags = get16(d, r->m, at);
    bool no_key = (flags & 0xc000) == 0xc000;
    emit_bits(d, r->m, at, 2, DNS_KEY_FLAGS, no_key ? DNS_KEY_FLAGS_CONFIDENTIALITY : DNS_KEY_FLAGS_SIGNATORY);
    at += 2;
    dns_add_uint(d, r->m, &at, DNS_KEY_PROTOCOL, 1);
    uint32_t algorithm = (uint32_t)dns_add_uint(d, r->m, &at, DNS_KEY_ALGORITHM, 1);
    key_id(r, DNS_KEY_KEY_ID, algorithm);
    dns_add(d, r->m, &at, DNS_KEY_PUBLIC_KEY, rest(r, at));
}

/* RFC 4034 section 2. */
static void dnskey_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    emit_bits(d, r->m, at, 2, DNS_DNSKEY_FLAGS, DNS_DNSKEY_FLAGS_RESERVED);
    at += 2;
    dns_add_uint(d, r->m, &at, DNS_DNSKEY_PROTOCOL, 1);
    uint32_t algorithm = (uint32_t)dns_add_uint(d, r->m, &at, DNS_DNSKEY_ALGORITHM, 1);
    key_id(r, DNS_DNSKEY_KEY_ID, algorithm);
    dns_add(d, r->m, &at, DNS_DNSKEY_PUBLIC_KEY, rest(r, at));
}

/* RFC 1876. */
static void loc_data(struct dns_record *r)
{
    static const struct part parts[] = {
        { NUMBER, 1, DNS_LOC_SIZE },
        { NUMBER, 1, DNS_LOC_HORIZONTAL_PRECISION },
        { NUMBER, 1, DNS_LOC_VERTICAL_PRECISION },
        { NUMBER, 4, DNS_LOC_LATITUDE },
        { NUMBER, 4, DNS_LOC_LONGITUDE },
        { NUMBER, 4, DNS_LOC_ALTITUDE },
        { END },
    };
    struct dissect *d = r->d;
    emit_at(d, r->m, DNS_LOC_VERSION, r->at, 1);
    if (get8(d, r->m, r->at) != 0) {
        emit_at(d, r->m, DNS_LOC_UNKNOWN_DATA, r->at, r->len);
        return;
    }
    struct dns_record tail = *r;
    tail.at++;
    tail.len--;
    run_parts(&tail, parts);
}

static void bitmap_bits(struct dissect *d, struct cursor m, uint32_t at, uint32_t first_type)
{
    uint32_t bits = get8(d, m, at);
    for (uint32_t i = 0; i < 8; i++)
        if (bits & 0x80u >> i)
            emit_value(d, m, DNS_BITMAP_TYPE, at, 1, first_type + i);
}

/* RFC 2535 section 5.2: one bit map of types 0 to 127. */
static void nxt_data(struct dns_record *r)
{
    uint32_t at = r->at;
    struct dns_name name = dns_add_name(r->d, r->m, &at, DNS_NXT_NEXT_DOMAIN_NAME);
    gist_bytes(r, ", next domain name ", GIST_TEXT, name.text, name.len);
    for (uint32_t i = 0; at + i < r->at + r->len && r->d->stop == STOP_NONE; i++)
        bitmap_bits(r->d, r->m, at + i, i * 8);
}

/* RFC 4034 section 4.1.2: windows of 256 types. */
static void bitmaps(struct dns_record *r, uint32_t at)
{
    struct dissect *d = r->d;
    for (uint32_t end = r->at + r->len; at != end && d->stop == STOP_NONE;) {
        uint32_t window = get8(d, r->m, at), n = get8(d, r->m, at + 1);
        at += 2;
        for (uint32_t i = 0; i < n && d->stop == STOP_NONE; i++)
            bitmap_bits(d, r->m, at + i, window * 256 + i * 8);
        at += n;
    }
}

static void nsec_data(struct dns_record *r)
{
    uint32_t at = r->at;
    struct dns_name name = dns_add_name(r->d, r->m, &at, DNS_NSEC_NEXT_DOMAIN_NAME);
    gist_bytes(r, ", next domain name ", GIST_TEXT, name.text, name.len);
    bitmaps(r, at);
}

/* RFC 5155 sections 3 and 4. */
static uint32_t nsec3_head(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    dns_add_uint(d, r->m, &at, DNS_NSEC3_ALGO, 1);
    dns_add_uint(d, r->m, &at, DNS_NSEC3_FLAGS, 1);
    if (r->type == DNS_TYPE_NSEC3) {
        down(d);
        emit_at(d, r->m, DNS_NSEC3_FLAGS_OPT_OUT, at - 1, 1);
        up(d);
    }
    dns_add_uint(d, r->m, &at, DNS_NSEC3_ITERATIONS, 2);
    uint32_t salt = (uint32_t)dns_add_uint(d, r->m, &at, DNS_NSEC3_SALT_LENGTH, 1);
    dns_add(d, r->m, &at, DNS_NSEC3_SALT_VALUE, salt);
    return at;
}
static void nsec3param_data(struct dns_record *r) { nsec3_head(r); }
static void nsec3_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = nsec3_head(r);
    uint32_t n = (uint32_t)dns_add_uint(d, r->m, &at, DNS_NSEC3_HASH_LENGTH, 1);
    /* Digits of five bits: those of the last go on into the byte behind it, which must be there. */
    if (n != 0 && need(d, r->m, at, n + (n % 5 != 0)))
        emit_at(d, r->m, DNS_NSEC3_HASH_VALUE, at, n);
    bitmaps(r, at + n);
}

/* RFC 3403 section 4. */
static void naptr_data(struct dns_record *r)
{
    static const struct part parts[] = {
        { NUMBER, 2, DNS_NAPTR_ORDER, ", order " },
        { NUMBER, 2, DNS_NAPTR_PREFERENCE, ", preference " },
        { COUNTED, 0, DNS_NAPTR_FLAGS_LENGTH, ", flags " },
        { COUNTED, 0, DNS_NAPTR_SERVICE_LENGTH },
        { COUNTED, 0, DNS_NAPTR_REGEX_LENGTH },
        { END },
    };
    struct dissect *d = r->d;
    run_parts(r, parts);
    uint32_t at = r->at + 4;
    for (int i = 0; i < 3; i++)
        at += 1 + get8(d, r->m, at);
    struct dns_name name = dns_name_at(d, r->m, at);
    emit_value(d, r->m, DNS_NAPTR_REPLACEMENT_LENGTH, at, 0, name.raw_len);
    dns_add_name(d, r->m, &at, DNS_NAPTR_REPLACEMENT);
}

/* An address of whose `whole` bytes the first n are there; the others are 0. */
static const void *padded(struct dissect *d, struct cursor m, uint32_t at, uint32_t n, uint32_t whole)
{
    const uint8_t *p = cursor_peek(m, at, n);
    uint8_t *address = p != NULL && whole != 0 ? packet_zero(d, whole) : NULL;
    if (address != NULL)
        memcpy(address, p, n);
    return address;
}

/* RFC 3123. */
static void apl_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    for (uint32_t at = r->at; at < r->at + r->len && d->stop == STOP_NONE;) {
        uint32_t family = (uint32_t)dns_add_uint(d, r->m, &at, DNS_APL_ADDRESS_FAMILY, 2);
        dns_add_uint(d, r->m, &at, DNS_APL_CODED_PREFIX, 1);
        emit_at(d, r->m, DNS_APL_NEGATION, at, 1);
        uint32_t n = dns_add_uint(d, r->m, &at, DNS_APL_AFDLENGTH, 1) & 0x7f;
        if (!need(d, r->m, at, n))
            return;
        uint32_t whole = family == 1 ? 4 : family == 2 ? 16 : 0;
        const void *address = n <= whole ? padded(d, r->m, at, n, whole) : NULL;
        if (address != NULL)
            emit_held(d, r->m, family == 1 ? DNS_APL_AFDPART_IPV4 : DNS_APL_AFDPART_IPV6, at, n, address, whole);
        else
            emit_at(d, r->m, DNS_APL_AFDPART_DATA, at, n);
        at += n;
    }
}

/* RFC 4025. */
static void ipseckey_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    dns_add_uint(d, r->m, &at, DNS_IPSECKEY_GATEWAY_PRECEDENCE, 1);
    uint32_t type = (uint32_t)dns_add_uint(d, r->m, &at, DNS_IPSECKEY_GATEWAY_TYPE, 1);
    dns_add_uint(d, r->m, &at, DNS_IPSECKEY_GATEWAY_ALGORITHM, 1);
    if (type == 1)
        dns_add(d, r->m, &at, DNS_IPSECKEY_GATEWAY_IPV4, 4);
    else if (type == 2)
        dns_add(d, r->m, &at, DNS_IPSECKEY_GATEWAY_IPV6, 16);
    else if (type == 3)
        dns_add_name(d, r->m, &at, DNS_IPSECKEY_GATEWAY_DNS);
    uint32_t n = rest(r, at);
    if (n != 0)
        dns_add(d, r->m, &at, DNS_IPSECKEY_PUBLIC_KEY, n);
}

/* RFC 8005 section 5. */
static void hip_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    uint32_t hit = (uint32_t)dns_add_uint(d, r->m, &at, DNS_HIP_HIT_LENGTH, 1);
    dns_add_uint(d, r->m, &at, DNS_HIP_HIT_PK_ALGO, 1);
    uint32_t key = (uint32_t)dns_add_uint(d, r->m, &at, DNS_HIP_PK_LENGTH, 2);
    dns_add(d, r->m, &at, DNS_HIP_HIT, hit);
    dns_add(d, r->m, &at, DNS_HIP_PK, key);
    while (at + 1 < r->at + r->len && d->stop == STOP_NONE)
        dns_add_name(d, r->m, &at, DNS_HIP_RENDEZVOUS_SERVER);
}

/* RFC 7477. */
static void csync_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    dns_add_uint(d, r->m, &at, DNS_CSYNC_SOA, 4);
    emit_bits(d, r->m, at, 2, DNS_CSYNC_FLAGS, DNS_CSYNC_FLAGS_SOAMINIMUM);
    at += 2;
    emit_at(d, r->m, DNS_CSYNC_TYPE_BITMAP, at, rest(r, at));
    bitmaps(r, at);
}

/* RFC 2930 section 2. */
static void tkey_data(struct dns_record *r)
{
    static const struct part parts[] = {
        { NAME, 0, DNS_TKEY_ALGO_NAME },
        { NUMBER, 4, DNS_TKEY_SIGNATURE_INCEPTION },
        { NUMBER, 4, DNS_TKEY_SIGNATURE_EXPIRATION },
        { NUMBER, 2, DNS_TKEY_MODE },
        { NUMBER, 2, DNS_TKEY_ERROR },
        { NUMBER, 2, DNS_TKEY_KEY_SIZE },
        { END },
    };
    struct dissect *d = r->d;
    run_parts(r, parts);
    uint32_t at = r->at + dns_name_at(d, r->m, r->at).wire + 12;
    uint32_t n = get16(d, r->m, at);
    at += 2;
    if (n != 0)
        dns_add(d, r->m, &at, DNS_TKEY_KEY_DATA, n);
    n = (uint32_t)dns_add_uint(d, r->m, &at, DNS_TKEY_OTHER_SIZE, 2);
    if (n != 0)
        dns_add(d, r->m, &at, DNS_TKEY_OTHER_DATA, n);
}

/* RFC 8945 section 4.2. */
static void tsig_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    struct dns_name algorithm = dns_add_name(d, r->m, &at, DNS_TSIG_ALGORITHM_NAME);
    uint64_t signed_at = d->stop == STOP_NONE && need(d, r->m, at, 6) ? be_uint(r->m.p + at, 6) & 0xffffffff : 0;
    emit_value(d, r->m, DNS_TSIG_TIME_SIGNED, at, 6, signed_at * 1000000000);
    at += 6;
    dns_add_uint(d, r->m, &at, DNS_TSIG_FUDGE, 2);
    uint32_t n = (uint32_t)dns_add_uint(d, r->m, &at, DNS_TSIG_MAC_SIZE, 2);
    if (n != 0) {
        uint32_t room = need(d, r->m, at, 1) ? r->m.cap - at : 0;
        uint32_t mac = emit_at(d, r->m, DNS_TSIG_MAC, at, n < room ? n : room);
        struct dns_name *copy = packet_copy(d, &algorithm, sizeof algorithm);
        if (copy != NULL)
            note_on(d, mac, DNS_TSIG_NO_ALGORITHM, copy);
        at += n;
    }
    dns_add_uint(d, r->m, &at, DNS_TSIG_ORIGINAL_ID, 2);
    dns_add_uint(d, r->m, &at, DNS_TSIG_ERROR, 2);
    n = (uint32_t)dns_add_uint(d, r->m, &at, DNS_TSIG_OTHER_LEN, 2);
    if (n != 0)
        dns_add(d, r->m, &at, DNS_TSIG_OTHER_DATA, n);
}

/* RFC 2874 section 3: the address' last 128 - prefix bits, then the name that has the rest. */
static void a6_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    uint32_t prefix = get8(d, r->m, at++);
    uint32_t n = prefix < 128 ? (128 - prefix + 7) / 8 : 0;
    if (!need(d, r->m, at, n))
        return;
    uint8_t *address = packet_zero(d, 16);
    if (address == NULL)
        return;
    if (n != 0)
        memcpy(address + 16 - n, r->m.p + at, n);
    struct dns_name name = { .text = "" };
    if (prefix != 0)
        name = dns_name_at(d, r->m, at + n);
    emit_at(d, r->m, DNS_A6_PREFIX_LEN, r->at, 1);
    if (n != 0)
        emit_held(d, r->m, DNS_A6_ADDRESS_SUFFIX, at, n, address, 16);
    at += n;
    if (prefix != 0)
        dns_add_name(d, r->m, &at, DNS_A6_PREFIX_NAME);
    gist_number(r, ", addr ", prefix);
    gist_bytes(r, " ", GIST_IPv6, address, 16);
    gist_bytes(r, " ", GIST_TEXT, name.text, name.len);
}

/* RFC 8659 section 4. */
static void caa_data(struct dns_record *r)
{
    static const struct {
        const char *tag;
        uint16_t row;
    } tags[] = {
        { "issue", DNS_CAA_ISSUE },
        { "issuewild", DNS_CAA_ISSUEWILD },
        { "iodef", DNS_CAA_IODEF },
    };
    struct dissect *d = r->d;
    uint32_t at = r->at;
    emit_bits(d, r->m, at, 1, DNS_CAA_FLAGS, DNS_CAA_FLAGS_ISSUER_CRITICAL);
    at++;
    uint32_t n = get8(d, r->m, at);
    if (!need(d, r->m, at + 1, n))
        return;
    uint32_t value = rest(r, at + 1 + n);
    if (!need(d, r->m, at + 1 + n, value))
        return;
    const uint8_t *p = r->m.p + at + 1;
    unsigned row = DNS_CAA_UNKNOWN;
    for (size_t i = 0; i < ARRAY_LEN(tags) && row == DNS_CAA_UNKNOWN; i++)  /* the beginning of a tag will do */
        if (n <= strlen(tags[i].tag) && memcmp(tags[i].tag, p, n) == 0)
            row = tags[i].row;
    struct held text = d->emitting ? value_text(d, p + n, value) : (struct held){ 0 };
    emit_held(d, r->m, row, at, 1 + n + value, text.bytes, text.len);
    down(d);
    dns_add_uint(d, r->m, &at, DNS_CAA_TAG_LENGTH, 1);
    dns_add(d, r->m, &at, DNS_CAA_TAG, n);
    emit_held(d, r->m, DNS_CAA_VALUE, at, value, text.bytes, text.len);
    up(d);
}

static void wins_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t at = r->at;
    dns_add_uint(d, r->m, &at, DNS_WINS_LOCAL_FLAG, 4);
    dns_add_uint(d, r->m, &at, DNS_WINS_LOOKUP_TIMEOUT, 4);
    dns_add_uint(d, r->m, &at, DNS_WINS_CACHE_TIMEOUT, 4);
    uint32_t n = (uint32_t)dns_add_uint(d, r->m, &at, DNS_WINS_NB_WINS_SERVERS, 4);
    for (uint32_t i = 0; i < n && at != r->at + r->len && d->stop == STOP_NONE; i++)
        dns_add(d, r->m, &at, DNS_WINS_WINS_SERVER, 4);
}

/* draft-bellis-dnsop-xpf. */
static void xpf_data(struct dns_record *r)
{
    static const struct part four[] = {
        { NUMBER, 1, DNS_XPF_PROTOCOL }, { NUMBER, 4, DNS_XPF_SOURCE_IPV4 }, { NUMBER, 4, DNS_XPF_DESTINATION_IPV4 },
        { NUMBER, 2, DNS_XPF_SPORT },    { NUMBER, 2, DNS_XPF_DPORT },       { END },
    };
    static const struct part six[] = {
        { NUMBER, 1, DNS_XPF_PROTOCOL }, { NUMBER, 16, DNS_XPF_SOURCE_IPV6 }, { NUMBER, 16, DNS_XPF_DESTINATION_IPV6 },
        { NUMBER, 2, DNS_XPF_SPORT },    { NUMBER, 2, DNS_XPF_DPORT },        { END },
    };
    uint32_t version = get8(r->d, r->m, r->at);
    emit_at(r->d, r->m, DNS_XPF_IP_VERSION, r->at, 1);
    struct dns_record tail = *r;
    tail.at++;
    if (version == 4)
        run_parts(&tail, four);
    else if (version == 6)
        run_parts(&tail, six);
}

static void unknown_data(struct dns_record *r)
{
    struct dissect *d = r->d;
    uint32_t *type = packet_zero(d, sizeof *type);
    if (type != NULL) {
        *type = r->type;
        note_on(d, r->node, DNS_UNDECODED, type);
    }
    emit_at(d, r->m, DNS_DATA, r->at, r->len);
}

/* --- the types ------------------------------------------------------------------------------------ */

struct type {
    uint16_t type;
    bool named;  /* Info shows the record's name */
    bool late;   /* no gist unless all of the data are there */
    void (*run)(struct dns_record *r);
    struct part parts[MAX_PARTS];
};

#define SIGNATURE_PARTS                                                                                             \
    {                                                                                                               \
        { NUMBER, 2, DNS_RRSIG_TYPE_COVERED }, { NUMBER, 1, DNS_RRSIG_ALGORITHM }, { NUMBER, 1, DNS_RRSIG_LABELS }, \
            { NUMBER, 4, DNS_RRSIG_ORIGINAL_TTL }, { NUMBER, 4, DNS_RRSIG_SIGNATURE_EXPIRATION },                   \
            { NUMBER, 4, DNS_RRSIG_SIGNATURE_INCEPTION }, { NUMBER, 2, DNS_RRSIG_KEY_TAG },                         \
            { NAME, 0, DNS_RRSIG_SIGNERS_NAME },                                                                    \
        {                                                                                                           \
            BYTES, 0, DNS_RRSIG_SIGNATURE                                                                           \
        }                                                                                                           \
    }
#define DIGEST_PARTS                                                                                      \
    {                                                                                                     \
        { NUMBER, 2, DNS_DS_KEY_ID }, { NUMBER, 1, DNS_DS_ALGORITHM }, { NUMBER, 1, DNS_DS_DIGEST_TYPE }, \
        {                                                                                                 \
            ALL_BYTES, 0, DNS_DS_DIGEST                                                                   \
        }                                                                                                 \
    }

static const struct type types[] = {
    { 1, .parts = { { NUMBER, 4, DNS_A, ", addr " } } },
    { 2, .parts = { { NAME, 0, DNS_NS, ", ns " } } },
    { 3, true, .parts = { { NAME, 0, DNS_MD } } },
    { 4, true, .parts = { { NAME, 0, DNS_MF } } },
    { 5, .parts = { { NAME, 0, DNS_CNAME, ", cname " } } },
    { 6, .parts = { { NAME, 0, DNS_SOA_MNAME, ", mname " }, { NAME, 0, DNS_SOA_RNAME }, { NUMBER, 4, DNS_SOA_SERIAL_NUMBER },
                    { NUMBER, 4, DNS_SOA_REFRESH_INTERVAL }, { NUMBER, 4, DNS_SOA_RETRY_INTERVAL },
                    { NUMBER, 4, DNS_SOA_EXPIRE_LIMIT }, { NUMBER, 4, DNS_SOA_MINIMUM_TTL } } },
    { 7, true, .parts = { { NAME, 0, DNS_MB } } },
    { 8, true, .parts = { { NAME, 0, DNS_MG } } },
    { 9, true, .parts = { { NAME, 0, DNS_MR } } },
    { 10, true, .parts = { { BYTES, 0, DNS_NULL } } },
    { 11, .run = wks_data },
    { 12, .parts = { { NAME, 0, DNS_PTR_DOMAIN_NAME, ", " } } },
    { 13, .run = hinfo_data },
    { 14, true, .parts = { { NAME, 0, DNS_MINFO_R }, { NAME, 0, DNS_MINFO_E } } },
    { 15, .late = true, .parts = { { NAME_AHEAD, 2 }, { NUMBER, 2, DNS_MX_PREFERENCE, ", preference " }, { NAME, 0, DNS_MX_MAIL_EXCHANGE, ", mx " } } },
    { 16, .run = txt_data },
    { 17, true, .parts = { { NAME, 0, DNS_RP_MAILBOX }, { NAME, 0, DNS_RP_TXT_RR } } },
    { 18, true, .parts = { { NAME_AHEAD, 2 }, { NUMBER, 2, DNS_AFSDB_SUBTYPE }, { NAME, 0, DNS_AFSDB_HOSTNAME } } },
    { 19, true, .parts = { { COUNTED, 0, DNS_X25_LENGTH } } },
    { 20, true, .run = isdn_data },
    { 21, true, .parts = { { NAME_AHEAD, 2 }, { NUMBER, 2, DNS_RT_SUBTYPE }, { NAME, 0, DNS_RT_INTERMEDIATE_HOST } } },
    { 22, true, .parts = { { BYTES, 0, DNS_NSAP_RDATA } } },
    { 23, true, .parts = { { NAME, 0, DNS_NSAP_PTR_OWNER } } },
    { 24, .parts = SIGNATURE_PARTS },
    { 25, .run = key_data },
    { 26, true, .parts = { { NUMBER, 2, DNS_PX_PREFERENCE }, { NAME, 0, DNS_PX_MAP822 }, { NAME, 0, DNS_PX_MAP400 } } },
    { 27, true, .parts = { { COUNTED, 0, DNS_GPOS_LONGITUDE_LENGTH }, { COUNTED, 0, DNS_GPOS_LATITUDE_LENGTH },
                           { COUNTED, 0, DNS_GPOS_ALTITUDE_LENGTH } } },
    { 28, .parts = { { NUMBER, 16, DNS_AAAA, ", addr " } } },
    { 29, .run = loc_data },
    { 30, .run = nxt_data },
    { DNS_TYPE_SRV, .late = true, .parts = { { NUMBER, 2, DNS_SRV_PRIORITY, ", priority " }, { NUMBER, 2, DNS_SRV_WEIGHT, ", weight " },
                               { NUMBER, 2, DNS_SRV_PORT, ", port " }, { NAME, 0, DNS_SRV_TARGET, ", target " } } },
    { 35, .late = true, .run = naptr_data },
    { 36, .late = true, .parts = { { NAME_AHEAD, 2 }, { NUMBER, 2, DNS_KX_PREFERENCE, ", preference " }, { NAME, 0, DNS_KX_KEY_EXCHANGE, ", kx " } } },
    { 37, .parts = { { NUMBER, 2, DNS_CERT_TYPE }, { NUMBER, 2, DNS_CERT_KEY_TAG }, { NUMBER, 1, DNS_CERT_ALGORITHM },
                     { BYTES, 0, DNS_CERT_CERTIFICATE } } },
    { 38, .run = a6_data },
    { 39, .parts = { { NAME, 0, DNS_DNAME, ", dname " } } },
    { DNS_TYPE_OPT, .run = dns_opt_data },
    { 42, true, .run = apl_data },
    { 43, .parts = DIGEST_PARTS },
    { 44, .parts = { { NUMBER, 1, DNS_SSHFP_ALGORITHM }, { NUMBER, 1, DNS_SSHFP_FINGERPRINT_TYPE },
                     { BYTES, 0, DNS_SSHFP_FINGERPRINT } } },
    { 45, .run = ipseckey_data },
    { 46, .parts = SIGNATURE_PARTS },
    { 47, .run = nsec_data },
    { 48, .run = dnskey_data },
    { 49, true, .parts = { { BYTES, 0, DNS_DHCID_RDATA } } },
    { DNS_TYPE_NSEC3, .run = nsec3_data },
    { 51, true, .run = nsec3param_data },
    { 52, true, .parts = { { NUMBER, 1, DNS_TLSA_CERTIFICATE_USAGE }, { NUMBER, 1, DNS_TLSA_SELECTOR },
                           { NUMBER, 1, DNS_TLSA_MATCHING_TYPE }, { ALL_BYTES, 0, DNS_TLSA_CERTIFICATE_ASSOCIATION_DATA } } },
    { 55, true, .run = hip_data },
    { 59, .parts = DIGEST_PARTS },
    { 60, .run = dnskey_data },
    { 61, .parts = { { ALL_BYTES, 0, DNS_OPENPGPKEY } } },
    { 62, .run = csync_data },
    { 63, .parts = { { NUMBER, 4, DNS_ZONEMD_SERIAL }, { NUMBER, 1, DNS_ZONEMD_SCHEME }, { NUMBER, 1, DNS_ZONEMD_HASH_ALGO },
                     { ALL_BYTES, 0, DNS_ZONEMD_DIGEST } } },
    { 64, .run = dns_svcb_data },
    { 65, .run = dns_svcb_data },
    { 99, .run = spf_data },
    { 104, .parts = { { NUMBER, 2, DNS_ILNP_NID_PREFERENCE }, { NUMBER, 8, DNS_ILNP_NID } } },
    { 105, .parts = { { NUMBER, 2, DNS_ILNP_L32_PREFERENCE }, { NUMBER, 4, DNS_ILNP_L32 } } },
    { 106, .parts = { { NUMBER, 2, DNS_ILNP_L64_PREFERENCE }, { NUMBER, 8, DNS_ILNP_L64 } } },
    { 107, .parts = { { NUMBER, 2, DNS_ILNP_LP_PREFERENCE }, { NAME, 0, DNS_ILNP_LP } } },
    { 108, .parts = { { NUMBER, 6, DNS_EUI48 } } },
    { 109, .parts = { { NUMBER, 8, DNS_EUI64 } } },
    { 249, .run = tkey_data },
    { 250, .run = tsig_data },
    { 257, .run = caa_data },
    { 32769, .parts = DIGEST_PARTS },
    { 65281, .run = wins_data },
    { 65282, .parts = { { NUMBER, 4, DNS_WINSR_LOCAL_FLAG }, { NUMBER, 4, DNS_WINSR_LOOKUP_TIMEOUT },
                        { NUMBER, 4, DNS_WINSR_CACHE_TIMEOUT },
                        { NAME, 0, DNS_WINSR_NAME_RESULT_DOMAIN, ", name result domain " } } },
    { 65422, .run = xpf_data },
};

void dns_record_data(struct dns_record *r)
{
    uint32_t from = 0, to = ARRAY_LEN(types);
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (types[mid].type < r->type)
            from = mid + 1;
        else
            to = mid;
    }
    const struct type *t = from < ARRAY_LEN(types) && types[from].type == r->type ? &types[from] : NULL;
    if (t == NULL) {
        unknown_data(r);
        return;
    }
    if (r->entry != NULL)
        r->entry->named = t->named;
    if (t->run != NULL)
        t->run(r);
    else
        run_parts(r, t->parts);
    if (r->entry != NULL && t->late && r->d->stop != STOP_NONE)
        r->entry->n_gist = 0;
}
