/* udp_test.c - vectors of udp.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_udp, proto_udplite;

static const struct vector vectors[] = {
    { "empty datagram", "ca9f 0007 0008 dc3a",
      "User Datagram Protocol, Src Port: 51871, Dst Port: 7\n"
      " Source Port: 51871\n"
      " Destination Port: 7\n"
      " Length: 8\n"
      " Checksum: 0xdc3a [unverified]\n"
      " [Checksum Status: Unverified]\n"
      " [Stream index: 0]\n"
 },
    { "payload", "ca9f 0007 000a dc3a 0102", NULL },
    { "length too short", "ca9f 0007 0003 dc3a 0102", NULL },
    { "traceroute", "829b 829c 0008 0000", NULL },
    { "length too long", "ca9f 0007 000b dc3a 0102", NULL },
};

static const struct vector lite[] = {
    { "coverage 8", "ca9f 0007 0008 dc3a 0102", NULL },
    { "coverage too large", "ca9f 0007 0028 dc3a 0102", NULL },
    { "no checksum", "ca9f 0007 0000 0000 0102", NULL },
};

int main(void)
{
    vectors_check(&proto_udplite, lite, ARRAY_LEN(lite));
    vectors_check(&proto_udp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
