/* arp_test.c - vectors of arp.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_arp;

static const struct vector vectors[] = {
    { "announcement",
      "0001 0800 0604 0001 02fe ed12 3456 0101 0101 0000 0000 0000 0101 0101",
      "Address Resolution Protocol (ARP Announcement)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: request (1)\n"
      " [Is gratuitous: True]\n"
      " [Is announcement: True]\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.1\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.1\n" },
    { "reply",
      "0001 0800 0604 0002 02fe ed12 3456 0101 0103 0000 0000 0000 0101 0104",
      "Address Resolution Protocol (reply)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: reply (2)\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.3\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.4\n" },
    { "probe",
      "0001 0800 0604 0001 02fe ed12 3456 0000 0000 0000 0000 0000 0101 0101",
      "Address Resolution Protocol (ARP Probe)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: request (1)\n"
      " [Is probe: True]\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 0.0.0.0\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.1\n" },
    { "no hardware address",
      "0001 0800 0004 0002 0101 0103 0101 0104",
      "Address Resolution Protocol (reply)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 0\n"
      " Protocol size: 4\n"
      " Opcode: reply (2)\n"
      " Sender IP address: 1.1.1.3\n"
      " Target IP address: 1.1.1.4\n" },
    { "inverse request",
      "0001 0800 0604 0008 02fe ed12 3456 0101 0101 0000 0000 0000 0101 0102",
      "Address Resolution Protocol (inverse request)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: inverse request (8)\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.1\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.2\n" },
    { "DRARP error",
      "0001 0800 0604 0007 02fe ed12 3456 0101 0101 0000 0000 0000 0101 0102",
      "Address Resolution Protocol (drarp error)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: drarp error (7)\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.1\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " DRARP error status: restricted (1)\n" },
    { "cut",
      "00 0108 0006 0400 0202 feed 1234 5601 0101",
      NULL },
    { "unknown opcode",
      "0001 0800 0604 001a 02fe ed12 3456 0101 0101 0000 0000 0000 0101 0102",
      "Address Resolution Protocol (opcode 0x001a)\n"
      " Hardware type: Ethernet (1)\n"
      " Protocol type: IPv4 (0x0800)\n"
      " Hardware size: 6\n"
      " Protocol size: 4\n"
      " Opcode: Unknown (26)\n"
      " Sender MAC address: 02:fe:ed:12:34:56\n"
      " Sender IP address: 1.1.1.1\n"
      " Target MAC address: 00:00:00:00:00:00\n"
      " Target IP address: 1.1.1.2\n" },
};

int main(void)
{
    vectors_check(&proto_arp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
