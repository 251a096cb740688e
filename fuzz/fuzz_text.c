/* fuzz_text.c - text from the wire made printable: whatever goes in, no control character and no broken
   UTF-8 comes out, and a bound on the length is kept. */
#include "base/strbuf.h"
#include "fuzz.h"

#include <stdlib.h>

static void check_printable(const struct strbuf *sb)
{
    for (size_t i = 0; i < sb->len; i++)
        if ((unsigned char)sb->text[i] < ' ' || sb->text[i] == 127)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct strbuf sb = { 0 }, small = { .max = 40 }, again = { 0 };
    sb_escaped(&sb, bytes, size);
    check_printable(&sb);
    sb_escaped(&again, (const uint8_t *)sb_text(&sb), sb.len);
    if (strcmp(sb_text(&sb), sb_text(&again)) != 0)
        abort(); /* what is printable already stays as it is, so what came out was valid UTF-8 */
    sb_escaped(&small, bytes, size);
    if (small.len > small.max)
        abort();
    if (size >= 16)
        sb_ipv6(&small, bytes);
    sb_hex_bytes(&small, bytes, size, ':');
    sb_free(&sb);
    sb_free(&small);
    sb_free(&again);
    return 0;
}
