/* json.c - -T json, jsonraw and ek. */
#include "output/output.h"

static void json_packet(struct thr_printer *p, const struct thr_packet *packet)
{
    (void)p, (void)packet;
}

const struct format format_json = { .packet = json_packet };
const struct format format_ek = { .packet = json_packet };
