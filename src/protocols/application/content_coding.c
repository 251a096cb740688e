/* content_coding.c - decompression with zlib and libbrotlidec, bounded in what comes out. */
#include "protocols/application/content_coding.h"

#include <brotli/decode.h>
#include <stdlib.h>
#include <strings.h>
#include <zlib.h>

enum { DECODED_MAX = 16 * 1024 * 1024, RATIO_MAX = 1024, FIRST_ROOM = 16 * 1024 };

enum content_coding content_coding_of(const uint8_t *name, uint32_t len)
{
    static const struct {
        const char *name;
        enum content_coding coding;
    } codings[] = {
        { "gzip", CODING_GZIP },         { "x-gzip", CODING_GZIP }, { "deflate", CODING_DEFLATE },
        { "x-deflate", CODING_DEFLATE }, { "br", CODING_BROTLI },   { "identity", CODING_IDENTITY },
    };
    for (size_t i = 0; i < ARRAY_LEN(codings); i++)
        if (strlen(codings[i].name) == len && strncasecmp(codings[i].name, (const char *)name, len) == 0)
            return codings[i].coding;
    return CODING_UNKNOWN;
}

/* What comes out, growing up to its bound. */
struct output {
    uint8_t *bytes;
    size_t len, room, max;
};

static void output_open(struct output *o, uint32_t from)
{
    size_t max = (size_t)from * RATIO_MAX;
    *o = (struct output){ .max = max < DECODED_MAX ? max : DECODED_MAX };
}

/* True while there is room, or more can be had. */
static bool output_room(struct output *o)
{
    if (o->len < o->room)
        return true;
    if (o->room >= o->max)
        return false;
    size_t room = o->room != 0 ? o->room * 2 : FIRST_ROOM;
    room = room < o->max ? room : o->max;
    uint8_t *bytes = realloc(o->bytes, room);
    if (bytes == NULL)
        return false;
    o->bytes = bytes;
    o->room = room;
    return true;
}

/* True when the stream (or each member of it, RFC 1952 section 2.2) came to its end; else something was wrong with it
   or it was cut. */
static bool inflate_all(struct output *o, const uint8_t *p, uint32_t n, int window, const struct decoded *before)
{
    z_stream z = { 0 };
    if (inflateInit2(&z, window) != Z_OK)
        return false;
    if (before != NULL && before->len != 0)
        inflateSetDictionary(&z, before->bytes, before->len);
    int said = Z_OK;
    z.next_in = (Bytef *)(uintptr_t)p;
    z.avail_in = n;
    while (said == Z_OK && output_room(o)) {
        z.next_out = o->bytes + o->len;
        z.avail_out = (uInt)(o->room - o->len);
        said = inflate(&z, Z_SYNC_FLUSH);
        o->len = o->room - z.avail_out;
        bool member = said == Z_STREAM_END && z.avail_in > 2 && z.next_in[0] == 0x1f && z.next_in[1] == 0x8b;
        if (member && inflateReset(&z) == Z_OK)
            said = Z_OK;
        else if (said == Z_OK && z.avail_in == 0 && z.avail_out != 0)
            break;
    }
    inflateEnd(&z);
    return said == Z_STREAM_END;
}

static bool brotli_all(struct output *o, const uint8_t *p, uint32_t n)
{
    BrotliDecoderState *b = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    BrotliDecoderResult said = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    size_t left = n;
    while (b != NULL && said == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && output_room(o)) {
        size_t room = o->room - o->len;
        uint8_t *to = o->bytes + o->len;
        said = BrotliDecoderDecompressStream(b, &left, &p, &room, &to, NULL);
        o->len = o->room - room;
    }
    BrotliDecoderDestroyInstance(b);
    return said == BROTLI_DECODER_RESULT_SUCCESS;
}

static bool output_keep(struct dissect *d, struct output *o, bool ended, struct decoded *out)
{
    bool good = ended || o->len != 0;
    if (good) {
        out->len = (uint32_t)o->len;
        out->bytes = o->len != 0 ? packet_copy(d, o->bytes, o->len) : NULL;
        good = o->len == 0 || out->bytes != NULL;
    }
    free(o->bytes);
    return good;
}

bool content_decode(struct dissect *d, enum content_coding coding, const uint8_t *p, uint32_t n, struct decoded *out)
{
    enum { ANY_WINDOW = 32 + MAX_WBITS, RAW = -MAX_WBITS };
    struct output o;
    bool ended = false;
    *out = (struct decoded){ 0 };
    output_open(&o, n);
    if (coding == CODING_BROTLI)
        ended = brotli_all(&o, p, n);
    else if (coding == CODING_GZIP || coding == CODING_DEFLATE)
        ended = inflate_all(&o, p, n, ANY_WINDOW, NULL);
    /* Many servers meant RFC 1951 by "deflate", without the wrapping of RFC 1950. */
    if (coding == CODING_DEFLATE && !ended && o.len == 0)
        ended = inflate_all(&o, p, n, RAW, NULL);
    return output_keep(d, &o, ended, out);
}

bool content_decode_message(struct dissect *d, const uint8_t *p, uint32_t n, const uint8_t *window, uint32_t window_len,
                            struct decoded *out)
{
    struct decoded before = { window, window_len };
    static const uint8_t tail[4] = { 0, 0, 0xff, 0xff };
    struct output o;
    *out = (struct decoded){ 0 };
    uint8_t *whole = n <= UINT32_MAX - sizeof tail ? malloc(n + sizeof tail) : NULL;
    if (whole == NULL)
        return false;
    if (n != 0)
        memcpy(whole, p, n);
    memcpy(whole + n, tail, sizeof tail);
    output_open(&o, n);
    bool ended = inflate_all(&o, whole, n + (uint32_t)sizeof tail, -MAX_WBITS, &before);
    free(whole);
    return output_keep(d, &o, ended, out);
}

uint32_t base64_decode(const uint8_t *p, uint32_t len, uint8_t *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0, held = 0, n = 0;
    for (uint32_t i = 0; i < len; i++) {
        const char *digit = p[i] != 0 ? strchr(digits, p[i]) : NULL;
        if (p[i] == '\r' || p[i] == '\n')
            continue;
        if (digit == NULL)
            break;
        bits = bits << 6 | (uint32_t)(digit - digits);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out[n++] = (uint8_t)(bits >> held);
        }
    }
    return n;
}
