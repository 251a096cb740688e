/* follow.c - -z follow,PROTOCOL,FORM,CONVERSATION[,RANGE]: what two ends said to each other, as tshark prints it. */
#include "thresher/follow.h"
#include "cli.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A chunk that is printed. */
struct piece {
    struct thr_chunk chunk;
    const uint8_t *bytes;
    uint64_t before;  /* bytes that its end had sent before it */
};

struct form {
    const char *name;
    bool bare;        /* nothing stands around the chunks, but the form's own head */
    void (*piece)(const struct piece *p);
};

struct follow {
    struct thr_follow *stream;
    const struct form *form;
    uint32_t first, last;  /* chunks that are printed, from 1 */
};

/* --- forms -------------------------------------------------------------------------------------- */

static const char *tab(const struct piece *p) { return p->chunk.from != 0 ? "\t" : ""; }

/* EBCDIC, code page 037: characters that ASCII has, the line ends of both kinds, '.' for all else. */
static const char ebcdic[256 + 1] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\r\0\0\0\0\0\0\0\n\0\0\0\0\0\0\0\0\0\0"
                                    "\0\0\0\0\0\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                    " \0\0\0\0\0\0\0\0\0\0.<(+|&\0\0\0\0\0\0\0\0\0!$*);\0"
                                    "-/\0\0\0\0\0\0\0\0\0,%_>?\0\0\0\0\0\0\0\0\0`:#@'=\""
                                    "\0abcdefghi\0\0\0\0\0\0\0jklmnopqr\0\0\0\0\0\0"
                                    "\0~stuvwxyz\0\0\0\0\0\0^\0\0\0\0\0\0\0\0\0[]\0\0\0\0"
                                    "{ABCDEFGHI\0\0\0\0\0\0}JKLMNOPQR\0\0\0\0\0\0"
                                    "\\\0STUVWXYZ\0\0\0\0\0\0"
                                    "0123456789\0\0\0\0\0\0";

static char printable(uint8_t byte) { return byte >= 0x20 && byte < 0x7f ? (char)byte : '.'; }

static void text_piece(const struct piece *p, bool is_ebcdic)
{
    printf("%s%" PRIu32 "\n", tab(p), p->chunk.length);
    for (uint32_t i = 0; i < p->chunk.length; i++) {
        uint8_t byte = p->bytes[i];
        if (is_ebcdic)
            putchar(ebcdic[byte] != '\0' ? ebcdic[byte] : '.');
        else
            putchar(byte == '\n' || byte == '\r' ? byte : printable(byte));
    }
    putchar('\n');
}

static void ascii_piece(const struct piece *p) { text_piece(p, false); }

/* What tells of a gap is in ASCII. */
static void ebcdic_piece(const struct piece *p) { text_piece(p, p->chunk.missing == 0); }

enum { ROW = 16 };

/* In two halves; as in tshark, one blank at the end is left out. */
static void hex_characters(const uint8_t *row, uint32_t n)
{
    char text[1 + ROW + 1];
    uint32_t len = 0;
    text[len++] = ' ';
    for (uint32_t i = 0; i < n; i++) {
        text[len++] = printable(row[i]);
        if (i == ROW / 2 - 1)
            text[len++] = ' ';
    }
    len -= text[len - 1] == ' ';
    fwrite(text, 1, len, stdout);
    putchar('\n');
}

static void hex_piece(const struct piece *p)
{
    for (uint32_t at = 0; at < p->chunk.length; at += ROW) {
        uint32_t n = p->chunk.length - at < ROW ? p->chunk.length - at : ROW;
        const uint8_t *row = p->bytes + at;
        printf("%s%08" PRIX32 "  ", tab(p), (uint32_t)(p->before + at));
        for (uint32_t i = 0; i < ROW; i++) {
            if (i < n)
                printf("%02x ", row[i]);
            else
                fputs("   ", stdout);
            if (i == 7)
                putchar(' ');
        }
        hex_characters(row, n);
    }
}

static void raw_piece(const struct piece *p)
{
    fputs(tab(p), stdout);
    for (uint32_t i = 0; i < p->chunk.length; i++)
        printf("%02x", p->bytes[i]);
    putchar('\n');
}

enum { BASE64_LINE = 57 };  /* bytes that give a line of 76 characters, RFC 2045 section 6.8 */

static void base64_line(const uint8_t *p, uint32_t len)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    fputs("      ", stdout);
    for (uint32_t i = 0; i < len; i += 3) {
        uint32_t three = (uint32_t)p[i] << 16 | (i + 1 < len ? (uint32_t)p[i + 1] << 8 : 0) |
                         (i + 2 < len ? p[i + 2] : 0);
        putchar(digits[three >> 18]);
        putchar(digits[three >> 12 & 63]);
        putchar(i + 1 < len ? digits[three >> 6 & 63] : '=');
        putchar(i + 2 < len ? digits[three & 63] : '=');
    }
    putchar('\n');
}

/* The time has the precision of a floating-point number, as in tshark. */
static void yaml_piece(const struct piece *p)
{
    printf("  - packet: %" PRIu32 "\n    peer: %u\n", p->chunk.packet, p->chunk.from);
    printf("    timestamp: %.9f\n    data: !!binary |\n", (double)p->chunk.seconds + p->chunk.nanoseconds / 1e9);
    for (uint32_t at = 0; at < p->chunk.length; at += BASE64_LINE)
        base64_line(p->bytes + at, p->chunk.length - at < BASE64_LINE ? p->chunk.length - at : BASE64_LINE);
}

static const struct form forms[] = {
    { "ascii", false, ascii_piece }, { "hex", false, hex_piece },  { "raw", false, raw_piece },
    { "ebcdic", false, ebcdic_piece }, { "yaml", true, yaml_piece },
};

/* --- what the argument asks for ------------------------------------------------------------------ */

/* Takes ",WORD" off the text; false if it does not come next. */
static bool take_word(const char **text, const char *word)
{
    size_t n = strlen(word);
    if ((*text)[0] != ',' || strncmp(*text + 1, word, n) != 0)
        return false;
    *text += 1 + n;
    return true;
}

/* Takes a decimal number up to `max` off the text; blanks may stand before it. */
static bool take_number(const char **text, uint64_t max, uint64_t *number)
{
    const char *p = *text + strspn(*text, " ");
    char *end;
    p += *p == '+';
    if (*p < '0' || *p > '9')
        return false;
    *number = strtoull(p, &end, 10);
    *text = end;
    return *number <= max;
}

/* Takes ",ADDRESS:PORT" or ",[ADDRESS]:PORT" off the text; NULL, or what is wrong. */
static const char *take_end(const char **text, struct thr_end *end)
{
    char address[64];
    const char *p = *text + 1;
    bool six = **text == ',' && *p == '[';
    p += six;
    size_t len = **text == ',' ? strcspn(p, six ? "]" : ",:") : 0;
    const char *after = p + len + six;
    if (len == 0 || len >= sizeof address || (six && p[len] != ']') || *after != ':')
        return "Invalid address.";
    memcpy(address, p, len);
    address[len] = '\0';
    end->size = six ? 16 : 4;
    uint64_t port;
    after++;
    if (*after < '0' || *after > '9')
        return "Invalid address.";
    if (!take_number(&after, 65535, &port) || port == 0)
        return "Invalid port.";
    if (inet_pton(six ? AF_INET6 : AF_INET, address, end->address) != 1)
        return six ? "Can't get IPv6 address" : "Can't get IPv4 address";
    end->port = (unsigned)port;
    *text = after;
    return NULL;
}

/* A number, or two ends. */
static const char *take_conversation(const char **text, struct thr_conversation *which)
{
    const char *rest = *text + (**text == ',');
    uint64_t number;
    bool minus = rest[strspn(rest, " ")] == '-';
    if (minus)
        return "Error registering tap listener.";  /* no conversation has such a number */
    if (**text == ',' && take_number(&rest, UINT64_MAX, &number) && (*rest == ',' || *rest == '\0')) {
        if (number >= UINT32_MAX)
            return "Error registering tap listener.";
        which->number = (uint32_t)number;
        *text = rest;
        return NULL;
    }
    which->by_ends = true;
    const char *wrong = take_end(text, &which->ends[0]);
    if (wrong == NULL)
        wrong = take_end(text, &which->ends[1]);
    if (wrong == NULL && which->ends[0].size != which->ends[1].size)
        wrong = "Mismatched IP address types.";
    return wrong;
}

/* ",FIRST[-LAST]" at the end, or nothing. */
static const char *take_range(const char *text, struct follow *f)
{
    uint64_t first = 1, last = UINT32_MAX;
    if (*text == ',') {
        text++;
        if (!take_number(&text, UINT32_MAX, &first))
            return "Invalid range.";
        last = first;
        if (*text == '-') {
            text++;
            if (!take_number(&text, UINT32_MAX, &last))
                return "Invalid parameter.";
        }
        if (first == 0 || first > last)
            return "Invalid range value.";
    }
    f->first = (uint32_t)first;
    f->last = (uint32_t)last;
    return *text == '\0' ? NULL : "Invalid parameter.";
}

static const char *parse(const char *rest, struct follow *f, struct thr_conversation *which)
{
    for (size_t i = 0; f->form == NULL && i < sizeof forms / sizeof forms[0]; i++)
        if (take_word(&rest, forms[i].name))
            f->form = &forms[i];
    if (f->form == NULL)
        return "Invalid display mode.";
    const char *wrong = take_conversation(&rest, which);
    return wrong != NULL ? wrong : take_range(rest, f);
}

void *follow_open(struct thr_session *session, const struct statistic_kind *kind, const char *rest)
{
    struct thr_conversation which = { 0 };
    struct thr_error e = { 0 };
    struct follow *f = calloc(1, sizeof *f);
    const char *wrong = f != NULL ? parse(rest, f, &which) : "There is not enough memory.";
    if (wrong == NULL) {
        f->stream = thr_follow_new(session, strchr(kind->name, ',') + 1, &which, &e);
        wrong = f->stream == NULL ? e.text : NULL;
    }
    if (wrong == NULL)
        return f;
    say("follow - %s", wrong);
    free(f);
    return NULL;
}

void follow_free(void *state)
{
    struct follow *f = state;
    thr_follow_free(f->stream);
    free(f);
}

/* --- printing ------------------------------------------------------------------------------------ */

static const char line[] = "===================================================================\n";

static void print_head(const struct follow *f, const char *protocol)
{
    if (f->form->bare)
        fputs("peers:\n", stdout);
    else
        printf("\n%sFollow: %s,%s\nFilter: %s\n", line, protocol, f->form->name, thr_follow_filter(f->stream));
    for (unsigned end = 0; end < 2; end++) {
        struct thr_peer p = thr_follow_peer(f->stream, end);
        if (f->form->bare)
            printf("  - peer: %u\n    host: %s\n    port: %u\n", end, p.address, p.port);
        else
            printf(p.ipv6 ? "Node %u: [%s]:%u\n" : "Node %u: %s:%u\n", end, p.address, p.port);
    }
    if (f->form->bare)
        fputs("packets:\n", stdout);
}

bool follow_print(const struct statistic_kind *kind, void *state)
{
    struct follow *f = state;
    struct thr_error e = { 0 };
    uint64_t sent[2] = { 0 }, count = thr_follow_chunks(f->stream);
    enum thr_failure failed = THR_OK;
    print_head(f, strchr(kind->name, ',') + 1);
    for (uint64_t i = 0; i < count && i < f->last && failed == THR_OK; i++) {
        struct piece p = { 0 };
        char gap[64];
        bool shown = i + 1 >= f->first;
        failed = thr_follow_chunk(f->stream, i, &p.chunk, shown ? &p.bytes : NULL, &e);
        if (p.chunk.missing != 0) {  /* as tshark: with the NUL behind it */
            p.chunk.length = (uint32_t)snprintf(gap, sizeof gap, "[%" PRIu32 " bytes missing in capture file]",
                                                p.chunk.missing) +
                             1;
            p.bytes = (const uint8_t *)gap;
        }
        p.before = sent[p.chunk.from];
        sent[p.chunk.from] += p.chunk.length;
        if (failed == THR_OK && shown)
            f->form->piece(&p);
    }
    if (!f->form->bare)
        fputs(line, stdout);
    if (failed == THR_OK)
        failed = thr_follow_incomplete(f->stream, &e);
    if (failed != THR_OK)
        say("%s", e.text);
    return failed == THR_OK;
}
