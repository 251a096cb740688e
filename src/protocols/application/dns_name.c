/* dns_name.c - domain names on the wire: labels, compression (RFC 1035 section 4.1.4), binary labels (RFC 2673). */
#include "protocols/application/dns.h"

enum { NAME_MAX_TEXT = 253, MAX_HOPS = 64, MAX_STEPS = 1024 };
/* A name too long to show is followed to its end, for what may be wrong there, while the packet has not cost this
   many steps; names may share their ends, so the cost could be the square of the length. */
enum { MAX_EFFORT = 32768 };

/* A name while it is read: its text so far, and where pointers led. */
struct reading {
    char text[NAME_MAX_TEXT + 9];  /* eight bytes may be copied where fewer are meant */
    uint32_t len;
    uint32_t counted;  /* characters of the text that are shown: bit strings do not count, as in tshark */
    bool too_long;
    const char *instead;  /* what is shown when the name cannot be */
    uint16_t targets[MAX_HOPS];
    uint32_t hops;
};

static void put(struct reading *r, const void *bytes, uint32_t n)
{
    if (r->len + n > NAME_MAX_TEXT) {
        r->too_long = true;
        return;
    }
    memcpy(r->text + r->len, bytes, n);
    r->len += n;
}

static void put_label(struct reading *r, const uint8_t *bytes, uint32_t n)
{
    uint32_t dot = r->len != 0;
    r->counted += n + dot;
    if (r->too_long || r->len + dot + n > NAME_MAX_TEXT) {
        r->too_long = true;
        return;
    }
    if (dot)
        r->text[r->len++] = '.';
    memcpy(r->text + r->len, bytes, n);
    r->len += n;
}

/* A bit string, "\[xab/8]"; returns the bytes it takes behind its count. */
static uint32_t put_bits(struct reading *r, struct dissect *d, struct cursor m, uint32_t at)
{
    static const char digits[] = "0123456789abcdef";
    uint32_t bits = get8(d, m, at), n = (bits + 7) / 8;
    if (bits == 0)
        malformed(d);
    if (d->stop != STOP_NONE || !need(d, m, at + 1, n))
        return 0;
    char text[80] = "\\[x";
    uint32_t len = 3;
    for (uint32_t i = 0; i < n; i++) {
        text[len++] = digits[m.p[at + 1 + i] >> 4];
        text[len++] = digits[m.p[at + 1 + i] & 15];
    }
    text[len++] = '/';
    if (bits >= 100)
        text[len++] = (char)('0' + bits / 100);
    if (bits >= 10)
        text[len++] = (char)('0' + bits / 10 % 10);
    text[len++] = (char)('0' + bits % 10);
    text[len++] = ']';
    put(r, text, len);
    return n;
}

/* True if the pointer leads where one has led before, or too many have been followed. */
static bool loops(struct reading *r, uint32_t target)
{
    for (uint32_t i = 0; i < r->hops; i++)
        if (r->targets[i] == target)
            return true;
    if (r->hops == MAX_HOPS)
        return true;
    r->targets[r->hops++] = (uint16_t)target;
    return false;
}

/* Takes labels as long as they are plain, there, and have room in the text; returns where the next thing stands. */
static uint32_t plain_labels(struct reading *r, struct cursor m, uint32_t at)
{
    uint32_t len = r->len;
    while (at < m.cap) {
        uint32_t n = m.p[at], dot = len != 0;
        if (n == 0 || n >= 0x40 || n >= m.cap - at || len + dot + n > NAME_MAX_TEXT)
            break;
        r->text[len] = '.';
        len += dot;
        if (n <= 8 && m.cap - at > 8)
            memcpy(r->text + len, m.p + at + 1, 8);  /* what is too much is written over */
        else
            memcpy(r->text + len, m.p + at + 1, n);
        len += n;
        at += 1 + n;
    }
    r->counted += len - r->len;
    r->len = len;
    return at;
}

/* Reads from `at` until the root, a loop, or the message's end; returns the bytes the name takes where it stands. */
static uint32_t walk(struct reading *r, struct dissect *d, struct cursor m, uint32_t at)
{
    uint32_t start = at, wire = 0;
    for (uint32_t step = 0; d->stop == STOP_NONE; step++) {
        if (!r->too_long)
            at = plain_labels(r, m, at);
        uint32_t c = get8(d, m, at++);
        if (c == 0)
            break;
        if (wire != 0 && (step > MAX_STEPS || r->too_long) && d->effort++ >= MAX_EFFORT) {
            r->too_long = true;
            break;
        }
        if (c < 0x40) {
            if (!need(d, m, at, c))
                break;
            put_label(r, m.p + at, c);
            at += c;
        } else if (c == 0x41) {
            at += 1 + put_bits(r, d, m, at);
        } else if (c < 0x80 && at - 1 > start) {
            r->instead = "<Unknown extended label>";
            break;
        } else if (c < 0xc0) {
            malformed(d);
        } else {
            uint32_t target = (c & 0x3f) << 8 | get8(d, m, at++);
            wire = wire != 0 ? wire : at - start;
            if (loops(r, target)) {
                r->instead = "<Name contains a pointer that loops>";
                break;
            }
            at = target;
        }
    }
    return wire != 0 ? wire : at - start;
}

static bool is_plain(const char *text, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if ((uint8_t)text[i] < 32 || (uint8_t)text[i] > 126)
            return false;
    return true;
}

/* The text as it is shown, in the packet's arena. */
static void settle(struct dissect *d, const struct reading *r, struct dns_name *name)
{
    name->raw = name->text = packet_copy(d, r->text, r->len);
    name->raw_len = name->len = name->text != NULL ? r->len : 0;
    if (is_plain(r->text, r->len))
        return;
    struct strbuf sb = { 0 };
    sb_escaped(&sb, (const uint8_t *)r->text, r->len);
    name->text = packet_copy(d, sb_text(&sb), sb.len);
    name->len = name->text != NULL ? (uint32_t)sb.len : 0;
    sb_free(&sb);
}

struct dns_name dns_name_at(struct dissect *d, struct cursor m, uint32_t at)
{
    struct reading r;
    r.len = r.counted = r.hops = 0;
    r.too_long = false;
    r.instead = NULL;
    struct dns_name name = { .text = "", .raw = "", .wire = walk(&r, d, m, at) };
    if (d->stop != STOP_NONE)
        return name;
    if (r.instead == NULL && r.len != 0 && r.counted == 0)
        malformed(d);
    r.len = r.counted < r.len ? r.counted : r.len;
    if (d->stop != STOP_NONE)
        return name;
    if (r.instead == NULL && r.too_long)
        r.instead = "<Name too long>";
    if (r.instead == NULL && (r.len == 0 || (r.hops != 0 && r.text[0] == '\0')))
        r.instead = "<Root>";
    if (r.instead != NULL) {
        name.text = name.raw = r.instead;
        name.len = name.raw_len = (uint32_t)strlen(r.instead);
    } else if (d->emitting || d->columns) {
        settle(d, &r, &name);
    }
    return name;
}

uint32_t dns_name_labels(const struct dns_name *name)
{
    uint32_t n = 1;
    for (uint32_t i = 0; i < name->len; i++)
        n += name->text[i] == '.';
    return name->raw_len > 1 ? n : 0;
}
