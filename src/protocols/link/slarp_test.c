/* slarp_test.c - vectors of slarp.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_slarp;

static const struct vector vectors[] = {
    { "request",
      "0000 0000 0a00 0001 ffff ff00 ffff 0001",
      "Cisco SLARP\n"
      " Packet type: Request (0)\n"
      " Address: 10.0.0.1\n"
      " Netmask: 255.255.255.0\n" },
    { "reply",
      "0000 0001 0a00 0002 ffff ff00 ffff",
      "Cisco SLARP\n"
      " Packet type: Reply (1)\n"
      " Address: 10.0.0.2\n"
      " Netmask: 255.255.255.0\n" },
    { "keepalive",
      "0000 0002 000d 0a31 5740 5e26 04ff 0008 1b1c",
      "Cisco SLARP\n"
      " Packet type: Line keepalive (2)\n"
      " Outgoing sequence number: 854577\n"
      " Returned sequence number: 1463836198\n"
      " Reliability: 0x04ff\n"
      "  [Expert Info (Error/Malformed): Reliability must be 0xFFFF]\n"
      "   [Reliability must be 0xFFFF]\n"
      "   [Severity level: Error]\n"
      "   [Group: Malformed]\n" },
    { "unknown type",
      "0000 0003 0a00",
      "Cisco SLARP\n"
      " Packet type: Unknown (3)\n"
      " Data (2 bytes)\n"
      "  Data: 0a00\n"
      "  [Length: 2]\n" },
    { "address cut",
      "0000 0001 0a00 0001 ff",
      "Cisco SLARP\n"
      "[Malformed Packet: SLARP]\n"
      " [Expert Info (Error/Malformed): Malformed Packet (Exception occurred)]\n"
      "  [Malformed Packet (Exception occurred)]\n"
      "  [Severity level: Error]\n"
      "  [Group: Malformed]\n" },
};

int main(void)
{
    vectors_check(&proto_slarp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
