/* decode.c - telling compression by its first bytes; the restart points. */
#include "capture/decode.h"

#include "base/base.h"

enum capture_compression decode_detect(const uint8_t *head, size_t len)
{
    if (len >= 2 && head[0] == 0x1f && head[1] == 0x8b)
        return COMPRESSION_GZIP;
    if (len >= 4 && le32(head) == 0xfd2fb528)
        return COMPRESSION_ZSTD;
    if (len >= 4 && le32(head) == 0x184d2204)
        return COMPRESSION_LZ4;
    return COMPRESSION_NONE;
}

/* Decompression is not linked in yet: a compressed file cannot be opened. */
struct decode_points *decode_points_new(void) { return NULL; }
void decode_points_free(struct decode_points *p) { (void)p; }
struct decoder *decoder_new(struct source *s) { (void)s; return NULL; }
void decoder_free(struct decoder *d) { (void)d; }
bool decoder_seek(struct decoder *d, uint64_t offset, struct thr_error *error)
{
    (void)d; (void)offset; (void)error;
    return false;
}
long decoder_read(struct decoder *d, uint8_t *buffer, size_t size, struct thr_error *error)
{
    (void)d; (void)buffer; (void)size; (void)error;
    return -1;
}
