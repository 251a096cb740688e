/* fuzz_pcapng.c - any bytes as a pcapng file, and as blocks whose lengths are put right, since few inputs
   would get past them. */
#include "fuzz_capture.h"

/* Section and interface of either byte order. */
static const uint8_t start[2][48] = {
    { 10, 13, 13, 10, 28, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 28, 0, 0, 0,
      1, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 4, 0, 20, 0, 0, 0 },
    { 10, 13, 13, 10, 0, 0, 0, 28, 0x1a, 0x2b, 0x3c, 0x4d, 0, 1, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 28,
      0, 0, 0, 1, 0, 0, 0, 20, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 20 },
};

static void put32(uint8_t *p, uint32_t v, int big)
{
    for (int i = 0; i < 4; i++)
        p[big ? 3 - i : i] = (uint8_t)(v >> 8 * i);
}

/* Input: one byte for the order; then for each block its type, a length, and the body. */
static size_t make_blocks(uint8_t *file, const uint8_t *bytes, size_t size)
{
    static const uint32_t types[] = { 6, 3, 2, 1, 4, 5, 10, 0xbad, 9, 0x204, 0x0a0d0d0a, 0x40000bad, 0x77, 6, 6, 6 };
    int big = bytes[0] & 1;
    size_t len = sizeof start[0], at = 1;
    memcpy(file, start[big], len);
    while (at + 2 <= size) {
        uint32_t type = types[bytes[at] & 15], body = bytes[at + 1];
        at += 2;
        body = body < size - at ? body : (uint32_t)(size - at);
        uint32_t total = 12 + ((body + 3) & ~3u);
        memset(file + len, 0, total);
        put32(file + len, type, big);
        put32(file + len + 4, total, big);
        memcpy(file + len + 8, bytes + at, body);
        put32(file + len + total - 4, total, big);
        at += body;
        len += total;
    }
    return len;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_capture(bytes, size);
    if (size < 3 || size > 1 << 16)
        return 0;
    uint8_t *file = malloc(64 + 16 * size), *exact = NULL;
    if (file != NULL) {
        size_t len = make_blocks(file, bytes, size);
        exact = malloc(len);
        if (exact != NULL) {
            memcpy(exact, file, len);
            fuzz_capture(exact, len);
        }
    }
    free(file);
    free(exact);
    return 0;
}
