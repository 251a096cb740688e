/* fuzz_compressed.c - any bytes as a compressed capture file: as they are, and behind the magic number of
   each format. */
#include "fuzz_capture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_capture(bytes, size);
    static const uint8_t magics[3][10] = { { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3 },
                                           { 0x28, 0xb5, 0x2f, 0xfd },
                                           { 0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82 } };
    static const uint8_t lengths[3] = { 10, 4, 7 };
    if (size < 2 || size > 1 << 16)
        return 0;
    unsigned k = bytes[0] % 3;
    uint8_t *file = malloc(lengths[k] + size - 1);
    if (file == NULL)
        return 0;
    memcpy(file, magics[k], lengths[k]);
    memcpy(file + lengths[k], bytes + 1, size - 1);
    fuzz_capture(file, lengths[k] + size - 1);
    free(file);
    return 0;
}
