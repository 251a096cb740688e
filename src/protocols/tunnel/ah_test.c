/* ah_test.c - vectors of ah.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_ah;

static const struct vector vectors[] = {
    { "transport",
      "fd04 0000 0000 0064 0000 0001 0102 0304 0506 0708 090a 0b0c 0102 0304 0506 0708",
      "Authentication Header\n"
      " Next header: Unknown (253)\n"
      " Length: 4 (24 bytes)\n"
      " Reserved: 0000\n"
      " AH SPI: 0x00000064\n"
      " AH Sequence: 1\n"
      " AH ICV: 0102030405060708090a0b0c\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "tunnel",
      "0404 0000 0000 0064 0000 0001 0102 0304 0506 0708 090a 0b0c 4500 001c 1234 4000"
      "40fd a3ad c000 0201 c000 0202 0102 0304 0506 0708",
      "Authentication Header\n"
      " Next header: IPIP (4)\n"
      " Length: 4 (24 bytes)\n"
      " Reserved: 0000\n"
      " AH SPI: 0x00000064\n"
      " AH Sequence: 1\n"
      " AH ICV: 0102030405060708090a0b0c\n"
      "Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2\n"
      " 0100 .... = Version: 4\n"
      " .... 0101 = Header Length: 20 bytes (5)\n"
      " Differentiated Services Field: 0x00 (DSCP: CS0, ECN: Not-ECT)\n"
      "  0000 00.. = Differentiated Services Codepoint: Default (0)\n"
      "  .... ..00 = Explicit Congestion Notification: Not ECN-Capable Transport (0)\n"
      " Total Length: 28\n"
      " Identification: 0x1234 (4660)\n"
      " 010. .... = Flags: 0x2, Don't fragment\n"
      "  0... .... = Reserved bit: Not set\n"
      "  .1.. .... = Don't fragment: Set\n"
      "  ..0. .... = More fragments: Not set\n"
      " ...0 0000 0000 0000 = Fragment Offset: 0\n"
      " Time to Live: 64\n"
      " Protocol: Unknown (253)\n"
      " Header Checksum: 0xa3ad [validation disabled]\n"
      " [Header checksum status: Unverified]\n"
      " Source Address: 192.0.2.1\n"
      " Destination Address: 192.0.2.2\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "no check value",
      "fd01 0000 0000 0064 0000 0001 0102 0304 0506 0708",
      "Authentication Header\n"
      " Next header: Unknown (253)\n"
      " Length: 1 (12 bytes)\n"
      " Reserved: 0000\n"
      " AH SPI: 0x00000064\n"
      " AH Sequence: 1\n"
      " AH ICV: <MISSING>\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "length too short",
      "fd00 0000 0000 0064 0000 0001 0102 0304 0506 0708",
      "Authentication Header\n"
      " Next header: Unknown (253)\n"
      " Length: 0 (8 bytes)\n"
      " Reserved: 0000\n"
      " AH SPI: 0x00000064\n"
      " AH Sequence: 1\n"
      " AH ICV: <MISSING>\n"
      "Data (12 bytes)\n"
      " Data: 000000010102030405060708\n"
      " [Length: 12]\n" },
    { "reserved bits",
      "3b02 0102 0000 0064 ffff ffff 0102 0304",
      "Authentication Header\n"
      " Next header: No Next Header for IPv6 (59)\n"
      " Length: 2 (16 bytes)\n"
      " Reserved: 0102\n"
      " AH SPI: 0x00000064\n"
      " AH Sequence: 4294967295\n"
      " AH ICV: 01020304\n" },
};

int main(void)
{
    vectors_check(&proto_ah, vectors, ARRAY_LEN(vectors));
    return check_done();
}
