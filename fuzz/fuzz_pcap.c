/* fuzz_pcap.c - any bytes as a pcap file: as they are, and behind a good file header of each kind. */
#include "fuzz_capture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_capture(bytes, size);
    if (size < 2 || size > 1 << 16)
        return 0;
    static const uint8_t headers[4][24] = {
        { 0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, [18] = 4, [20] = 1 },
        { 0xa1, 0xb2, 0x3c, 0x4d, 0, 2, 0, 4, [17] = 4, [23] = 1 },
        { 0x34, 0xcd, 0xb2, 0xa1, 2, 0, 4, 0, [18] = 4, [20] = 1 },
        { 0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 3, 0, [18] = 4, [20] = 123 },
    };
    uint8_t *file = malloc(24 + size);
    if (file == NULL)
        return 0;
    memcpy(file, headers[bytes[0] & 3], 24);
    memcpy(file + 24, bytes + 1, size - 1);
    /* The link type that the input asks for: some have headers of their own in front of a frame. */
    if ((bytes[0] & 3) == 3)
        file[20] = bytes[1];
    fuzz_capture(file, 23 + size);
    free(file);
    return 0;
}
