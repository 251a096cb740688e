/* lldp_test.c - vectors of lldp.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_lldp;

static const struct vector vectors[] = {
    { "basic TLVs",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 0804 706f 7274 0a04 7379 7331 0c04 6465 7363 0e04 "
      "00ff 0014 0e04 0014 0004 0000",
      "Link Layer Discovery Protocol\n"
      " Chassis Subtype = MAC address, Id: 02:00:00:00:00:aa\n"
      "  0000 001. .... .... = TLV Type: Chassis Id (1)\n"
      "  .... ...0 0000 0111 = TLV Length: 7\n"
      "  Chassis Id Subtype: MAC address (4)\n"
      "  Chassis Id: 02:00:00:00:00:aa\n"
      " Port Subtype = Interface name, Id: eth0\n"
      "  0000 010. .... .... = TLV Type: Port Id (2)\n"
      "  .... ...0 0000 0101 = TLV Length: 5\n"
      "  Port Id Subtype: Interface name (5)\n"
      "  Port Id: eth0\n"
      " Time To Live = 120 sec\n"
      "  0000 011. .... .... = TLV Type: Time to Live (3)\n"
      "  .... ...0 0000 0010 = TLV Length: 2\n"
      "  Seconds: 120\n"
      " Port Description = port\n"
      "  0000 100. .... .... = TLV Type: Port Description (4)\n"
      "  .... ...0 0000 0100 = TLV Length: 4\n"
      "  Port Description: port\n"
      " System Name = sys1\n"
      "  0000 101. .... .... = TLV Type: System Name (5)\n"
      "  .... ...0 0000 0100 = TLV Length: 4\n"
      "  System Name: sys1\n"
      " System Description = desc\n"
      "  0000 110. .... .... = TLV Type: System Description (6)\n"
      "  .... ...0 0000 0100 = TLV Length: 4\n"
      "  System Description: desc\n"
      " Capabilities\n"
      "  0000 111. .... .... = TLV Type: System Capabilities (7)\n"
      "  .... ...0 0000 0100 = TLV Length: 4\n"
      "  Capabilities: 0x00ff\n"
      "   .... .... .... ...1 = Other: Capable\n"
      "   .... .... .... ..1. = Repeater: Capable\n"
      "   .... .... .... .1.. = Bridge: Capable\n"
      "   .... .... .... 1... = WLAN access point: Capable\n"
      "   .... .... ...1 .... = Router: Capable\n"
      "   .... .... ..1. .... = Telephone: Capable\n"
      "   .... .... .1.. .... = DOCSIS cable device: Capable\n"
      "   .... .... 1... .... = Station only: Capable\n"
      "  Enabled Capabilities: 0x0014\n"
      "   .... .... .... ...0 = Other: Not capable\n"
      "   .... .... .... ..0. = Repeater: Not capable\n"
      "   .... .... .... .1.. = Bridge: Capable\n"
      "   .... .... .... 0... = WLAN access point: Not capable\n"
      "   .... .... ...1 .... = Router: Capable\n"
      "   .... .... ..0. .... = Telephone: Not capable\n"
      "   .... .... .0.. .... = DOCSIS cable device: Not capable\n"
      "   .... .... 0... .... = Station only: Not capable\n"
      " Capabilities\n"
      "  0000 111. .... .... = TLV Type: System Capabilities (7)\n"
      "  .... ...0 0000 0100 = TLV Length: 4\n"
      "  Capabilities: 0x0014\n"
      "   .... .... .... ...0 = Other: Not capable\n"
      "   .... .... .... ..0. = Repeater: Not capable\n"
      "   .... .... .... .1.. = Bridge: Capable\n"
      "   .... .... .... 0... = WLAN access point: Not capable\n"
      "   .... .... ...1 .... = Router: Capable\n"
      "   .... .... ..0. .... = Telephone: Not capable\n"
      "   .... .... .0.. .... = DOCSIS cable device: Not capable\n"
      "   .... .... 0... .... = Station only: Not capable\n"
      "  Enabled Capabilities: 0x0004\n"
      "   .... .... .... ...0 = Other: Not capable\n"
      "   .... .... .... ..0. = Repeater: Not capable\n"
      "   .... .... .... .1.. = Bridge: Capable\n"
      "   .... .... .... 0... = WLAN access point: Not capable\n"
      "   .... .... ...0 .... = Router: Not capable\n"
      "   .... .... ..0. .... = Telephone: Not capable\n"
      "   .... .... .0.. .... = DOCSIS cable device: Not capable\n"
      "   .... .... 0... .... = Station only: Not capable\n"
      " End of LLDPDU\n"
      "  0000 000. .... .... = TLV Type: End of LLDPDU (0)\n"
      "  .... ...0 0000 0000 = TLV Length: 0\n" },
    { "address, IPv6 chassis",
      "02 1205 0220 010d b800 0000 0000 0000 0000 0000 0104 0505 6574 6830 0602 0078 0000",
      "Link Layer Discovery Protocol\n"
      " Chassis Subtype = Network address, Id: 2001:db8::1\n"
      "  0000 001. .... .... = TLV Type: Chassis Id (1)\n"
      "  .... ...0 0001 0010 = TLV Length: 18\n"
      "  Chassis Id Subtype: Network address (5)\n"
      "  Network Address family: IPv6 (2)\n"
      "  Chassis Id: 2001:db8::1\n"
      " Port Subtype = Interface name, Id: eth0\n"
      "  0000 010. .... .... = TLV Type: Port Id (2)\n"
      "  .... ...0 0000 0101 = TLV Length: 5\n"
      "  Port Id Subtype: Interface name (5)\n"
      "  Port Id: eth0\n"
      " Time To Live = 120 sec\n"
      "  0000 011. .... .... = TLV Type: Time to Live (3)\n"
      "  .... ...0 0000 0010 = TLV Length: 2\n"
      "  Seconds: 120\n"
      " End of LLDPDU\n"
      "  0000 000. .... .... = TLV Type: End of LLDPDU (0)\n"
      "  .... ...0 0000 0000 = TLV Length: 0\n" },
    { "management address",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 1016 0706 0200 0000 00aa 0300 0000 0708 2b06 0104 "
      "0109 0203 0000",
      "Link Layer Discovery Protocol\n"
      " Chassis Subtype = MAC address, Id: 02:00:00:00:00:aa\n"
      "  0000 001. .... .... = TLV Type: Chassis Id (1)\n"
      "  .... ...0 0000 0111 = TLV Length: 7\n"
      "  Chassis Id Subtype: MAC address (4)\n"
      "  Chassis Id: 02:00:00:00:00:aa\n"
      " Port Subtype = Interface name, Id: eth0\n"
      "  0000 010. .... .... = TLV Type: Port Id (2)\n"
      "  .... ...0 0000 0101 = TLV Length: 5\n"
      "  Port Id Subtype: Interface name (5)\n"
      "  Port Id: eth0\n"
      " Time To Live = 120 sec\n"
      "  0000 011. .... .... = TLV Type: Time to Live (3)\n"
      "  .... ...0 0000 0010 = TLV Length: 2\n"
      "  Seconds: 120\n"
      " Management Address\n"
      "  0001 000. .... .... = TLV Type: Management Address (8)\n"
      "  .... ...0 0001 0110 = TLV Length: 22\n"
      "  Address String Length: 7\n"
      "  Address Subtype: 802 (includes all 802 media plus Ethernet) (6)\n"
      "  Management Address: 0200000000aa\n"
      "  Interface Subtype: System port number (3)\n"
      "  Interface Number: 7\n"
      "  OID String Length: 8\n"
      "  Object Identifier: 1.3.6.1.4.1.9.2.3 (iso.3.6.1.4.1.9.2.3)\n"
      " End of LLDPDU\n"
      "  0000 000. .... .... = TLV Type: End of LLDPDU (0)\n"
      "  .... ...0 0000 0000 = TLV Length: 0\n" },
    { "802.1",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 fe06 0080 c201 0064 fe07 0080 c202 0600 64fe 0c00 "
      "80c2 0300 6405 764c 414e 31fe 0900 80c2 0404 88cc 0001 fe06 0080 c205 0064 fe06 0080 c206 aabb fe09 "
      "0080 c207 0300 0000 05fe 0600 80c2 08ff 0ffe 1900 80c2 09c0 0123 4567 0a0b 0c0d 0e0f 1011 0002 0304 "
      "0506 0708 fe19 0080 c20a 0001 2345 670a 0b0c 0d0e 0f10 1100 0200 0200 0000 00fe 0600 80c2 0bc8 fffe "
      "0800 80c2 0c00 610c bcfe 0600 80c2 0daa bbfe 0500 80c2 0eaa 0000",
      NULL },
    { "802.3",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 fe09 0012 0f01 036c 0100 1efe 0700 120f 0207 0102 "
      "fe09 0012 0f03 0300 0000 05fe 0600 120f 0405 eefe 0e00 120f 0500 1100 1200 1300 1400 15fe 0500 120f "
      "06aa fe06 0012 0f07 0007 0000",
      NULL },
    { "power, bt",
      "02 0704 0200 0000 00aa 0405 0565 7468 3006 0200 78fe 1d00 120f 020f 0204 5b00 c800 8200 0100 0200 03"
      "00 0412 340e 0100 0712 3456 0000",
      NULL },
    { "media",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 fe07 0012 bb01 003f 01fe 0800 12bb 0201 405f 6efe "
      "0800 12bb 0202 c000 00fe 0700 12bb 0453 00c8 fe08 0012 bb05 6877 2031 fe08 0012 bb06 6677 2031 fe08 "
      "0012 bb07 7377 2031 fe08 0012 bb08 3132 3334 fe08 0012 bb09 4163 6d65 fe06 0012 bb0a 4d31 fe08 0012 "
      "bb0b 4173 7365 0000",
      NULL },
    { "locations",
      "02 0704 0200 0000 00aa 0405 0565 7468 3006 0200 78fe 1500 12bb 0301 2ad5 5555 552a d555 5555 1200 80"
      "00 0001 fe12 0012 bb03 020f 0255 5301 0243 4103 034c 4f4e fe0f 0012 bb03 0339 3131 3535 3531 3231 32"
      "fe 0700 12bb 0304 aabb fe05 0012 bb0c aafe 0500 12bb ffaa 0000",
      NULL },
    { "civic address",
      "0207 0402 0000 0000 aa04 0505 6574 6830 0602 0078 fe12 0012 bb03 020c 0255 5301 0243 4103 034c 4f4e "
      "0000",
      NULL },
    { "wrong identifier",
      "0205 0501 0a00 0004 0505 6574 6830 0602 0078 0000",
      NULL },
    { "no chassis",
      "0405 0565 7468 3002 0704 0200 0000 00aa 0602 0078 0000",
      NULL },
    { "applications",
      "02 0704 0200 0000 00aa 0405 0565 7468 3006 0200 78fe 1100 80c2 0c00 210c bc21 8906 2189 1421 0050 00"
      "00",
      NULL },
};

int main(void)
{
    vectors_check(&proto_lldp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
