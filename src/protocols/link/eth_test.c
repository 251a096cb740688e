/* eth_test.c - vectors of eth.c, vlan.c, ieee8021ad.c and trailer.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_eth;

static const struct vector vectors[] = {
    { "ARP in two tags",
      "ffff ffff ffff 02fe ed12 3456 8100 a064 8100 1001 0806 0001 0800 0604 0001 02fe ed12 3456 0101 0101 "
      "0000 0000 0000 0101 0102",
      "Ethernet II, Src: 02:fe:ed:12:34:56, Dst: ff:ff:ff:ff:ff:ff\n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Type: 802.1Q Virtual LAN (0x8100)\n"
      "802.1Q Virtual LAN, PRI: 5, DEI: 0, ID: 100\n"
      " 101. .... .... .... = Priority: Voice, < 10ms latency and jitter (5)\n"
      " ...0 .... .... .... = DEI: Ineligible\n"
      " .... 0000 0110 0100 = ID: 100\n"
      " Type: 802.1Q Virtual LAN (0x8100)\n"
      "802.1Q Virtual LAN, PRI: 0, DEI: 1, ID: 1\n"
      " 000. .... .... .... = Priority: Best Effort (default) (0)\n"
      " ...1 .... .... .... = DEI: Eligible\n"
      " .... 0000 0000 0001 = ID: 1\n"
      " Type: ARP (0x0806)\n"
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
    { "provider tags",
      "ffff ffff ffff 02fe ed12 3456 88a8 b064 88a8 1001 0806 0001 0800 0604 0001 02fe ed12 3456 0101 0101 "
      "0000 0000 0000 0101 0102",
      "Ethernet II, Src: 02:fe:ed:12:34:56, Dst: ff:ff:ff:ff:ff:ff\n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Type: 802.1ad Provider Bridge (Q-in-Q) (0x88a8)\n"
      "IEEE 802.1ad, S-VID: 100, C-VID: 1\n"
      " 101. .... .... .... = Priority: 5\n"
      " ...1 .... .... .... = DEI: 1\n"
      " .... 0000 0110 0100 = ID: 100\n"
      " 000. .... .... .... = Priority: 0\n"
      " ...1 .... .... .... = DEI: 1\n"
      " .... 0000 0000 0001 = ID: 1\n"
      " Type: ARP (0x0806)\n"
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
    { "802.3 with a trailer",
      "ff ffff ffff ff02 feed 1234 5600 0566 4003 0304 0000",
      "IEEE 802.3 Ethernet \n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Length: 5\n"
      " Trailer: 0000\n"
      "Logical-Link Control\n"
      " DSAP: Unknown (0x66)\n"
      "  0110 011. = SAP: Unknown\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: Unknown (0x40)\n"
      "  0100 000. = SAP: Unknown\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      "Data (2 bytes)\n"
      " Data: 0304\n"
      " [Length: 2]\n" },
    { "unknown type",
      "ff ffff ffff ff02 feed 1234 5699 9901 0203 0405",
      "Ethernet II, Src: 02:fe:ed:12:34:56, Dst: ff:ff:ff:ff:ff:ff\n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Type: Unknown (0x9999)\n"
      "Data (5 bytes)\n"
      " Data: 0102030405\n"
      " [Length: 5]\n" },
    { "invalid length",
      "ff ffff ffff ff02 feed 1234 5605 de01 0203 0405",
      "Ethernet Unknown, Src: 02:fe:ed:12:34:56, Dst: ff:ff:ff:ff:ff:ff\n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Invalid length/type: 0x05de (1502)\n"
      "Data (5 bytes)\n"
      " Data: 0102030405\n"
      " [Length: 5]\n" },
    { "length too long",
      "ff ffff ffff ff02 feed 1234 5600 0901 0203 0405",
      NULL },
    { "padding of a tagged frame",
      "ffff ffff ffff 02fe ed12 3456 8100 0001 0806 0001 0800 0604 0001 02fe ed12 3456 0101 0101 0000 0000 "
      "0000 0101 0102 0000 0000 0000 0000 0000 0000 0000 aabb",
      "Ethernet II, Src: 02:fe:ed:12:34:56, Dst: ff:ff:ff:ff:ff:ff\n"
      " Destination: ff:ff:ff:ff:ff:ff\n"
      "  Address: ff:ff:ff:ff:ff:ff\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...1 .... .... .... .... = IG bit: Group address (multicast/broadcast)\n"
      " Source: 02:fe:ed:12:34:56\n"
      "  Address: 02:fe:ed:12:34:56\n"
      "  .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Type: 802.1Q Virtual LAN (0x8100)\n"
      "802.1Q Virtual LAN, PRI: 0, DEI: 0, ID: 1\n"
      " 000. .... .... .... = Priority: Best Effort (default) (0)\n"
      " ...0 .... .... .... = DEI: Ineligible\n"
      " .... 0000 0000 0001 = ID: 1\n"
      " Type: ARP (0x0806)\n"
      " Padding: 0000000000000000000000000000\n"
      " Trailer: aabb\n"
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
};

int main(void)
{
    vectors_check(&proto_eth, vectors, ARRAY_LEN(vectors));
    return check_done();
}
