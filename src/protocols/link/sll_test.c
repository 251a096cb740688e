/* sll_test.c - vectors of sll.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_sll;

static const struct vector vectors[] = {
    { "ARP",
      "0004 0001 0006 0102 0304 0506 0000 0806 0001 0800 0604 0001 02fe ed12 3456 0101 0101 0000 0000 0000 "
      "0101 0102",
      "Linux cooked capture v1\n"
      " Packet type: Sent by us (4)\n"
      " Link-layer address type: Ethernet (1)\n"
      " Link-layer address length: 6\n"
      " Source: 01:02:03:04:05:06\n"
      " Unused: 0000\n"
      " Protocol: ARP (0x0806)\n"
      "Address Resolution Protocol (request)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: request (1)\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.1\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.2\n" },
    { "GRE",
      "0004 030a 0000 0000 0000 0000 0000 0800 4500",
      NULL },
    { "other address",
      "0002 0001 0008 0102 0304 0506 0708 0004 aaaa 0300 0000 0800",
      NULL },
    { "netlink",
      "0000 0338 0006 0102 0304 0506 0000 0004 4500 0000",
      NULL },
};

int main(void)
{
    vectors_check(&proto_sll, vectors, ARRAY_LEN(vectors));
    return check_done();
}
