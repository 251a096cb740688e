/* pppoe_test.c - vectors of pppoe.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_pppoed;

static const struct vector vectors[] = {
    { "offer",
      "11 0700 0000 1301 0200 0341 4331 0101 0001 6101 0200 0341 4332",
      "PPP-over-Ethernet Discovery\n"
      " 0001 .... = Version: 1\n"
      " .... 0001 = Type: 1\n"
      " Code: Active Discovery Offer (PADO) (0x07)\n"
      " Session ID: 0x0000\n"
      " Payload Length: 19\n"
      " PPPoE Tags\n"
      "  AC-Name: AC1\n"
      "  Service-Name: a\n"
      "  AC-Name: AC2\n" },
    { "metrics and credits",
      "1165 0011 0022 0106 0004 0001 0002 0107 000a 001f 6432 0005 0064 00c8 0108 0002 0007 0109 0002 0002",
      "PPP-over-Ethernet Discovery\n"
      " 0001 .... = Version: 1\n"
      " .... 0001 = Type: 1\n"
      " Code: Active Discovery Session-confirmation (PADS) (0x65)\n"
      " Session ID: 0x0011\n"
      " Payload Length: 34\n"
      " PPPoE Tags\n"
      "  FCN: 1\n"
      "  BCN: 2\n"
      "  .... .... ...1 1... = MDR Units: terabits per second (0x3)\n"
      "  .... .... .... .11. = CDR Units: terabits per second (0x3)\n"
      "  .... .... .... ...1 = Receive Only: True\n"
      "  Relative Link Quality: 100\n"
      "  Resource: 50\n"
      "  Latency: 5\n"
      "  Curr. datarate: 100 tbps\n"
      "  Max. datarate: 200 tbps\n"
      "  Sequence Number: 0x0007\n"
      "  Credit Scale Factor: 2\n" },
    { "DSL Forum",
      "11 0900 0000 4901 0500 4500 000d e985 0400 0004 0086 0400 0008 0087 0400 0000 0188 0400 0000 0289 04"
      "00 0004 008a 0400 0008 008b 0400 0000 018c 0400 0000 028d 0400 0004 008e 0400 0008 0090 0301 0105",
      "PPP-over-Ethernet Discovery\n"
      " 0001 .... = Version: 1\n"
      " .... 0001 = Type: 1\n"
      " Code: Active Discovery Initiation (PADI) (0x09)\n"
      " Session ID: 0x0000\n"
      " Payload Length: 73\n"
      " PPPoE Tags\n"
      "  Vendor id: 3561\n"
      "  Vendor Specific PPPoE Tags\n"
      "   Attainable DataRate Upstream: 1024\n"
      "   Attainable DataRate Downstream: 2048\n"
      "   Maximum Data Rate Upstream: 1\n"
      "   Maximum Data Rate Downstream: 2\n"
      "   Min DataRate Upstream in low power state: 1024\n"
      "   Minimum Data Rate Downstream in low power state: 2048\n"
      "   Max Interleaving Delay Upstream: 1\n"
      "   Actual Interleaving Delay Upstream: 2\n"
      "   Maximum Interleaving Delay Downstream: 1024\n"
      "   Actual Interleaving Delay Downstream: 2048\n"
      "   Access-Loop-Encapsulation\n"
      "    Data link: Ethernet (0x01)\n"
      "    Encaps 1: Untagged Ethernet (0x01)\n"
      "    Encaps 2: Ethernet over AAL5 LLC w FCS (0x05)\n" },
    { "other tags",
      "11 1900 0000 3b01 0400 02aa bb01 1000 0201 0201 1100 0368 7474 0112 0002 6d6f 0120 0002 05d0 0121 00"
      "02 aabb 0201 0002 6572 0202 0002 6572 0203 0002 6572 0000 0000",
      "PPP-over-Ethernet Discovery\n"
      " 0001 .... = Version: 1\n"
      " .... 0001 = Type: 1\n"
      " Code: Active Discovery Request (PADR) (0x19)\n"
      " Session ID: 0x0000\n"
      " Payload Length: 59\n"
      " PPPoE Tags\n"
      "  AC-Cookie: aabb\n"
      "  Relay-Session-Id: 0102\n"
      "  HURL: 687474\n"
      "  MOTM: 6d6f\n"
      "  PPP-Max-Payload: 05d0\n"
      "  IP Route Add: aabb\n"
      "  Service-Name-Error: er\n"
      "  AC-System-Error: er\n"
      "  Generic-Error: er\n" },
    { "wrong length",
      "1109 0000 000c 0105 0008 0000 0de9 8102 aabb",
      NULL },
    { "tags too long",
      "1109 0000 0004 0101 ffff",
      NULL },
};

int main(void)
{
    vectors_check(&proto_pppoed, vectors, ARRAY_LEN(vectors));
    return check_done();
}
