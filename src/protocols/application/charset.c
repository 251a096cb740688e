/* charset.c - GB 18030 and the others, by the iconv of the C library. */
#include "protocols/application/charset.h"

#include "protocols/application/media.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <strings.h>

enum { NAME_MAX_LEN = 40 };

/* Sets of which nothing has to be converted, or that are not a superset of ASCII. */
static bool is_plain(const char *name)
{
    static const char *const plain[] = { "utf-8", "utf8", "us-ascii", "ascii" };
    static const char *const wide[] = { "utf-16",  "utf-32", "utf-7",  "ucs",   "iso-10646",
                                        "unicode", "ibm",    "ebcdic", "cp037", "utf7" };
    for (unsigned i = 0; i < ARRAY_LEN(plain); i++)
        if (strcasecmp(name, plain[i]) == 0)
            return true;
    for (unsigned i = 0; i < ARRAY_LEN(wide); i++)
        if (strncasecmp(name, wide[i], strlen(wide[i])) == 0)
            return true;
    return false;
}

const char *charset_named(struct dissect *d, const uint8_t *name, uint32_t len)
{
    char *copy = len != 0 && len <= NAME_MAX_LEN ? packet_zero(d, len + 1u) : NULL;
    if (copy == NULL)
        return NULL;
    for (uint32_t i = 0; i < len; i++) {
        if (!isalnum(name[i]) && strchr("-_.:", name[i]) == NULL)
            return NULL;
        copy[i] = (char)name[i];
    }
    if (strcasecmp(copy, "gb2312") == 0 || strcasecmp(copy, "gbk") == 0)
        return "GB18030";  /* which holds both, and what is called GB 2312 is often more */
    if (is_plain(copy))
        return NULL;
    iconv_t to = iconv_open("UTF-8", copy);
    if (to == (iconv_t)-1)
        return NULL;
    iconv_close(to);
    return copy;
}

/* The value behind `key` and "=" in the first bytes, quoted or not. */
static bool said_inside(struct cursor c, const char *key, const uint8_t **value, uint32_t *len)
{
    enum { LOOK_AT = 1024 };
    uint32_t n = c.cap < LOOK_AT ? c.cap : LOOK_AT, k = (uint32_t)strlen(key);
    for (uint32_t i = 0; i + k + 2 < n; i++) {
        if (strncasecmp((const char *)c.p + i, key, k) != 0 || c.p[i + k] != '=')
            continue;
        uint32_t from = i + k + 1;
        from += c.p[from] == '"' || c.p[from] == '\'';
        uint32_t to = from;
        while (to < n && (isalnum(c.p[to]) || (c.p[to] != 0 && strchr("-_.:", c.p[to]) != NULL)))
            to++;
        *value = c.p + from;
        *len = to - from;
        return true;
    }
    return false;
}

const char *charset_of(struct dissect *d, const struct media *m, struct cursor c)
{
    const uint8_t *name;
    uint32_t len;
    if (media_parameter(m, "charset", &name, &len) || said_inside(c, "charset", &name, &len) ||
        (c.cap > 5 && memcmp(c.p, "<?xml", 5) == 0 && said_inside(c, "encoding", &name, &len)))
        return charset_named(d, name, len);
    return NULL;
}

/* One character or more that cannot be converted stand as U+FFFD. */
static void convert(struct strbuf *sb, iconv_t to, char *from, size_t left)
{
    char out[256];
    while (left != 0) {
        char *at = out;
        size_t room = sizeof out;
        size_t said = iconv(to, &from, &left, &at, &room);
        int why = errno;
        sb_mem(sb, out, (size_t)(at - out));
        if (said != (size_t)-1 || why == E2BIG)
            continue;
        sb_str(sb, "\xef\xbf\xbd");
        if (why == EINVAL)
            return;
        from++;
        left--;
        iconv(to, NULL, NULL, NULL, NULL);
    }
}

void sb_charset(struct strbuf *sb, const char *charset, const uint8_t *bytes, uint32_t len)
{
    iconv_t to = charset != NULL ? iconv_open("UTF-8", charset) : (iconv_t)-1;
    if (to == (iconv_t)-1) {
        sb_decoded(sb, bytes, len, false);
        return;
    }
    convert(sb, to, (char *)(uintptr_t)bytes, len);
    iconv_close(to);
}
