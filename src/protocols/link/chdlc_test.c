/* chdlc_test.c - vectors of chdlc.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_chdlc;

static const struct vector vectors[] = {
    { "unicast",
      "0f00 1234 aa",
      "Cisco HDLC\n"
      " Address: Unicast (0x0f)\n"
      " Control: 0x00\n"
      " Protocol: Unknown (0x1234)\n"
      "Data (1 byte)\n"
      " Data: aa\n"
      " [Length: 1]\n" },
    { "multicast",
      "8f00 8035 0000 0002 0000 0001 0000 0002 ffff 0000 1234",
      "Cisco HDLC\n"
      " Address: Multicast (0x8f)\n"
      " Control: 0x00\n"
      " Protocol: SLARP (0x8035)\n"
      "Cisco SLARP\n"
      " Packet type: Line keepalive (2)\n"
      " Outgoing sequence number: 1\n"
      " Returned sequence number: 2\n"
      " Reliability: 0xffff\n" },
    { "unknown address",
      "1003 86dd",
      "Cisco HDLC\n"
      " Address: Unknown (0x10)\n"
      " Control: 0x03\n"
      " Protocol: IPv6 (0x86dd)\n"
      "[Malformed Packet: CHDLC]\n"
      " [Expert Info (Error/Malformed): Malformed Packet (Exception occurred)]\n"
      "  [Malformed Packet (Exception occurred)]\n"
      "  [Severity level: Error]\n"
      "  [Group: Malformed]\n" },
    { "padding before OSI",
      "0f00 fefe 0383 1b01 0000",
      NULL },
    { "no padding before OSI",
      "0f00 fefe 831b 0100 00",
      NULL },
};

int main(void)
{
    vectors_check(&proto_chdlc, vectors, ARRAY_LEN(vectors));
    return check_done();
}
