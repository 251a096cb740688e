/* strbuf.h - a growing text with a bound.  Past the bound, or without memory, what is added is
   dropped and `cut` is set; nothing else goes wrong.  `text` is always NUL-terminated once
   something was added.  One thread at a time. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct strbuf {
    char *text;
    size_t len, room;  /* room: bytes allocated, NUL included */
    size_t max;        /* bound on len; 0: SB_MAX */
    bool cut;
};

enum { SB_MAX = 64 * 1024 * 1024 };

bool sb_grow(struct strbuf *sb, size_t more);

/* Makes sure that `more` bytes and a NUL fit; false when they do not. */
static inline bool sb_room(struct strbuf *sb, size_t more) { return sb->room - sb->len > more || sb_grow(sb, more); }

static inline void sb_mem(struct strbuf *sb, const void *bytes, size_t n)
{
    if (!sb_room(sb, n))
        return;
    memcpy(sb->text + sb->len, bytes, n);
    sb->len += n;
    sb->text[sb->len] = '\0';
}

static inline void sb_char(struct strbuf *sb, char c) { sb_mem(sb, &c, 1); }
static inline void sb_str(struct strbuf *sb, const char *s) { sb_mem(sb, s, strlen(s)); }

/* Decimal. */
void sb_uint(struct strbuf *sb, uint64_t v);
void sb_int(struct strbuf *sb, int64_t v);
/* " Len=12": a text and a number behind it. */
static inline void sb_told(struct strbuf *sb, const char *what, uint64_t v)
{
    sb_str(sb, what);
    sb_uint(sb, v);
}
/* Decimal with at least `digits` digits, filled with zeros; at most 20. */
void sb_uint_pad(struct strbuf *sb, uint64_t v, unsigned digits);
/* Lower-case hexadecimal without prefix, at least `digits` digits (at most 16). */
void sb_hex(struct strbuf *sb, uint64_t v, unsigned digits);
/* Octal with leading 0. */
void sb_octal(struct strbuf *sb, uint64_t v, unsigned digits);
/* Bytes as lower-case hexadecimal pairs with `between` between them (0: nothing). */
void sb_hex_bytes(struct strbuf *sb, const uint8_t *bytes, size_t n, char between);
/* `n` times c. */
void sb_fill(struct strbuf *sb, char c, size_t n);
void sb_printf(struct strbuf *sb, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 192.0.2.1 from four bytes in network order. */
void sb_ipv4(struct strbuf *sb, const uint8_t address[4]);
/* RFC 5952 text from sixteen bytes. */
void sb_ipv6(struct strbuf *sb, const uint8_t address[16]);
/* 00:11:22:33:44:55 */
void sb_ether(struct strbuf *sb, const uint8_t address[6]);
/* RFC 9562 text, "01234567-89ab-...", from sixteen bytes in network order. */
void sb_guid(struct strbuf *sb, const uint8_t guid[16]);

/* Text from the wire: bytes below 32, above 126 that are not valid UTF-8, quotes and backslashes
   written as C escapes where tshark does so in a label. */
void sb_escaped(struct strbuf *sb, const uint8_t *bytes, size_t n);

/* Text from the wire as it is, but for what is no UTF-8 (`ascii`: no ASCII): that becomes U+FFFD. */
void sb_decoded(struct strbuf *sb, const uint8_t *bytes, size_t n, bool ascii);

/* len = 0, keeping the memory. */
static inline void sb_clear(struct strbuf *sb)
{
    sb->len = 0;
    sb->cut = false;
    if (sb->room != 0)
        sb->text[0] = '\0';
}

/* The text is somebody else's from now on.  Field by field: they were written one by one, and reading them in pairs right
   after that would have to wait for it. */
static inline void sb_pass_on(struct strbuf *to, const struct strbuf *from)
{
    to->text = from->text;
    to->len = from->len;
    to->room = from->room;
    to->max = from->max;
    to->cut = from->cut;
}

/* Cuts to `len` if longer. */
static inline void sb_cut_to(struct strbuf *sb, size_t len)
{
    if (len < sb->len) {
        sb->len = len;
        sb->text[len] = '\0';
    }
}

/* The text; "" when nothing was ever added.  Valid until the next addition. */
static inline const char *sb_text(const struct strbuf *sb) { return sb->room != 0 ? sb->text : ""; }

void sb_free(struct strbuf *sb);

#endif
