/* ppp_test.c - vectors of ppp.c and the control protocols. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_ppp;

static const struct vector vectors[] = {
    { "LCP request",
      "ff 03c0 2102 0500 2b01 0405 dc02 06ff ffff ff03 04c0 2305 0612 3456 7807 0208 0211 0406 4012 0213 09"
      "03 0203 0405 0607",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Link Control Protocol (0xc021)\n"
      "PPP Link Control Protocol\n"
      " Code: Configuration Ack (2)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 43\n"
      " Options: (39 bytes), Maximum Receive Unit, Async Control Character Map, Authentication Protocol, Magic Number, Protocol Field Compression, Address and Control Field Compression, Multilink MRRU, Multilink Short Sequence Number Header, Multi\n"
      "  Maximum Receive Unit: 1500\n"
      "   Type: Maximum Receive Unit (1)\n"
      "   Length: 4\n"
      "   Maximum Receive Unit: 1500\n"
      "  Async Control Character Map: 0xffffffff (All)\n"
      "   Type: Async Control Character Map (2)\n"
      "   Length: 6\n"
      "   Async Control Character Map: 0xffffffff, US, RS, GS, FS, ESC, SUB, EM, CAN, ETB, SYN, NAK, DC4, DC3 (XOFF), DC2, DC1 (XON), DLE, SI, SO, CR, FF, VT, LF, HT, BS, BEL, ACK, ENQ, EOT, ETX, STX, SOH, NUL (All)\n"
      "    1... .... .... .... .... .... .... .... = US: True\n"
      "    .1.. .... .... .... .... .... .... .... = RS: True\n"
      "    ..1. .... .... .... .... .... .... .... = GS: True\n"
      "    ...1 .... .... .... .... .... .... .... = FS: True\n"
      "    .... 1... .... .... .... .... .... .... = ESC: True\n"
      "    .... .1.. .... .... .... .... .... .... = SUB: True\n"
      "    .... ..1. .... .... .... .... .... .... = EM: True\n"
      "    .... ...1 .... .... .... .... .... .... = CAN: True\n"
      "    .... .... 1... .... .... .... .... .... = ETB: True\n"
      "    .... .... .1.. .... .... .... .... .... = SYN: True\n"
      "    .... .... ..1. .... .... .... .... .... = NAK: True\n"
      "    .... .... ...1 .... .... .... .... .... = DC4: True\n"
      "    .... .... .... 1... .... .... .... .... = DC3 (XOFF): True\n"
      "    .... .... .... .1.. .... .... .... .... = DC2: True\n"
      "    .... .... .... ..1. .... .... .... .... = DC1 (XON): True\n"
      "    .... .... .... ...1 .... .... .... .... = DLE: True\n"
      "    .... .... .... .... 1... .... .... .... = SI: True\n"
      "    .... .... .... .... .1.. .... .... .... = SO: True\n"
      "    .... .... .... .... ..1. .... .... .... = CR: True\n"
      "    .... .... .... .... ...1 .... .... .... = FF: True\n"
      "    .... .... .... .... .... 1... .... .... = VT: True\n"
      "    .... .... .... .... .... .1.. .... .... = LF: True\n"
      "    .... .... .... .... .... ..1. .... .... = HT: True\n"
      "    .... .... .... .... .... ...1 .... .... = BS: True\n"
      "    .... .... .... .... .... .... 1... .... = BEL: True\n"
      "    .... .... .... .... .... .... .1.. .... = ACK: True\n"
      "    .... .... .... .... .... .... ..1. .... = ENQ: True\n"
      "    .... .... .... .... .... .... ...1 .... = EOT: True\n"
      "    .... .... .... .... .... .... .... 1... = ETX: True\n"
      "    .... .... .... .... .... .... .... .1.. = STX: True\n"
      "    .... .... .... .... .... .... .... ..1. = SOH: True\n"
      "    .... .... .... .... .... .... .... ...1 = NUL: True\n"
      "  Authentication Protocol: Password Authentication Protocol (0xc023)\n"
      "   Type: Authentication Protocol (3)\n"
      "   Length: 4\n"
      "   Authentication Protocol: Password Authentication Protocol (0xc023)\n"
      "  Magic Number: 0x12345678\n"
      "   Type: Magic Number (5)\n"
      "   Length: 6\n"
      "   Magic Number: 0x12345678\n"
      "  Protocol Field Compression\n"
      "   Type: Protocol Field Compression (7)\n"
      "   Length: 2\n"
      "  Address and Control Field Compression\n"
      "   Type: Address and Control Field Compression (8)\n"
      "   Length: 2\n"
      "  Multilink MRRU: 1600\n"
      "   Type: Multilink MRRU (17)\n"
      "   Length: 4\n"
      "   MRRU: 1600\n"
      "  Multilink Short Sequence Number Header\n"
      "   Type: Multilink Short Sequence Number Header (18)\n"
      "   Length: 2\n"
      "  Multilink Endpoint Discriminator: Class: IEEE 802.1 globally assigned MAC address\n"
      "   Type: Multilink Endpoint Discriminator (19)\n"
      "   Length: 9\n"
      "   Class: IEEE 802.1 globally assigned MAC address (3)\n"
      "   IEEE 802.1 Address: 02:03:04:05:06:07\n" },
    { "LCP callback and authentication",
      "ff03 c021 0105 000a 0306 c223 0501",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Link Control Protocol (0xc021)\n"
      "PPP Link Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 10\n"
      " Options: (6 bytes), Authentication Protocol\n"
      "  Authentication Protocol: Challenge Handshake Authentication Protocol (0xc223)\n"
      "   Type: Authentication Protocol (3)\n"
      "   Length: 6\n"
      "   Authentication Protocol: Challenge Handshake Authentication Protocol (0xc223)\n"
      "   Algorithm: CHAP with MD5 (5)\n"
      "   Data: 01\n" },
    { "LCP protocol reject",
      "ff03 c021 0805 0010 8021 0101 000a 0306 0a00 0001",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Link Control Protocol (0xc021)\n"
      "PPP Link Control Protocol\n"
      " Code: Protocol Reject (8)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 16\n"
      " Rejected Protocol: Internet Protocol Control Protocol (0x8021)\n"
      " PPP IP Control Protocol\n"
      "  Code: Configuration Request (1)\n"
      "  Identifier: 1 (0x01)\n"
      "  Length: 10\n"
      "  Options: (6 bytes), IP Address\n"
      "   IP Address\n"
      "    Type: IP Address (3)\n"
      "    Length: 6\n"
      "    IP Address: 10.0.0.1\n" },
    { "LCP wrong option length",
      "ff 03c0 2101 0500 0701 0305",
      NULL },
    { "LCP vendor",
      "ff03 c021 0005 000e 1234 5678 0000 0c01 aabb",
      NULL },
    { "IPCP",
      "ff03 8021 0105 0022 8106 0a00 0001 8206 0a00 0002 8306 0a00 0003 8406 0a00 0004 0406 0a00 0005",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Internet Protocol Control Protocol (0x8021)\n"
      "PPP IP Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 34\n"
      " Options: (30 bytes), Primary DNS Server IP Address, Primary NBNS Server IP Address, Secondary DNS Server IP Address, Secondary NBNS Server IP Address, Mobile Node's Home IP Address\n"
      "  Primary DNS Server IP Address\n"
      "   Type: Primary DNS Server IP Address (129)\n"
      "   Length: 6\n"
      "   Primary DNS Address: 10.0.0.1\n"
      "  Primary NBNS Server IP Address\n"
      "   Type: Primary NBNS Server IP Address (130)\n"
      "   Length: 6\n"
      "   Primary NBNS Address: 10.0.0.2\n"
      "  Secondary DNS Server IP Address\n"
      "   Type: Secondary DNS Server IP Address (131)\n"
      "   Length: 6\n"
      "   Secondary DNS Address: 10.0.0.3\n"
      "  Secondary NBNS Server IP Address\n"
      "   Type: Secondary NBNS Server IP Address (132)\n"
      "   Length: 6\n"
      "   Secondary NBNS Address: 10.0.0.4\n"
      "  Mobile Node's Home IP Address\n"
      "   Type: Mobile Node's Home IP Address (4)\n"
      "   Length: 6\n"
      "   Mobile Node's Home Address: 10.0.0.5\n" },
    { "IPCP header compression",
      "ff03 8021 0105 0012 020e 0061 000f 00f0 0100 0005 00a8",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Internet Protocol Control Protocol (0x8021)\n"
      "PPP IP Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 18\n"
      " Options: (14 bytes), IP Compression Protocol\n"
      "  IP Compression Protocol\n"
      "   Type: IP Compression Protocol (2)\n"
      "   Length: 14\n"
      "   IP Compression Protocol: IPHC compression (0x0061)\n"
      "   TCP Space: 15\n"
      "   Non TCP Space: 240\n"
      "   F Max Period: 256\n"
      "   F Max Time: 5\n"
      "   Max Header: 168\n" },
    { "IPV6CP",
      "ff03 8057 0105 000e 010a 0102 0304 0506 0708",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: IPv6 Control Protocol (0x8057)\n"
      "PPP IPv6 Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 14\n"
      " Options: (10 bytes), Interface Identifier\n"
      "  Interface Identifier\n"
      "   Type: Interface Identifier (1)\n"
      "   Length: 10\n"
      "   Interface Identifier: 01:02:03:04:05:06:07:08\n" },
    { "PAP request",
      "ff 03c0 2301 0500 0d03 6162 6304 7061 7373",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Password Authentication Protocol (0xc023)\n"
      "PPP Password Authentication Protocol\n"
      " Code: Authenticate-Request (1)\n"
      " Identifier: 5\n"
      " Length: 13\n"
      " Data\n"
      "  Peer-ID-Length: 3\n"
      "  Peer-ID: abc\n"
      "  Password-Length: 4\n"
      "  Password: pass\n" },
    { "PAP too long",
      "ff03 c023 0105 0008 ff61 6263",
      NULL },
    { "CHAP challenge",
      "ff 03c2 2301 0500 1910 0102 0304 0506 0708 090a 0b0c 0d0e 0f10 6e61 6d65",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Challenge Handshake Authentication Protocol (0xc223)\n"
      "PPP Challenge Handshake Authentication Protocol\n"
      " Code: Challenge (1)\n"
      " Identifier: 5\n"
      " Length: 25\n"
      " Data\n"
      "  Value Size: 16\n"
      "  Value: 0102030405060708090a0b0c0d0e0f10\n"
      "  Name: name\n" },
    { "CHAP value too long",
      "ff 03c2 2301 0500 0720 0102",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Challenge Handshake Authentication Protocol (0xc223)\n"
      "PPP Challenge Handshake Authentication Protocol\n"
      " Code: Challenge (1)\n"
      " Identifier: 5\n"
      " Length: 7\n"
      " Data\n"
      "  Value Size: 32 bytes (invalid, must be <= 2)\n" },
    { "CCP, MPPE",
      "ff03 80fd 0105 000a 1206 0100 0060",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Compression Control Protocol (0x80fd)\n"
      "PPP Compression Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 10\n"
      " Options: (6 bytes), Microsoft PPE/PPC\n"
      "  Microsoft PPE/PPC\n"
      "   Type: Microsoft PPE/PPC (18)\n"
      "   Length: 6\n"
      "   Supported Bits: 0x01000060, H, S, L\n"
      "    .... ...1 .... .... .... .... .... .... = H: Stateless mode ON\n"
      "    .... .... .... .... .... .... 0... .... = M: 56-bit encryption OFF\n"
      "    .... .... .... .... .... .... .1.. .... = S: 128-bit encryption ON\n"
      "    .... .... .... .... .... .... ..1. .... = L: 40-bit encryption ON\n"
      "    .... .... .... .... .... .... ...0 .... = D: Obsolete (should ALWAYS be 0)\n"
      "    .... .... .... .... .... .... .... ...0 = C: No desire to negotiate MPPC\n" },
    { "CCP, Deflate",
      "ff03 80fd 0105 0008 1a04 7800",
      "Point-to-Point Protocol\n"
      " Address: 0xff\n"
      " Control: 0x03\n"
      " Protocol: Compression Control Protocol (0x80fd)\n"
      "PPP Compression Control Protocol\n"
      " Code: Configuration Request (1)\n"
      " Identifier: 5 (0x05)\n"
      " Length: 8\n"
      " Options: (4 bytes), Deflate\n"
      "  Deflate\n"
      "   Type: Deflate (26)\n"
      "   Length: 4\n"
      "   0111 .... = Window: 32768\n"
      "   .... 1000 = Method: zlib compression (8)\n"
      "   0000 00.. = MBZ: 0\n"
      "   .... ..00 = Chk: sequence number check method (0)\n" },
    { "compressed protocol field",
      "21 4500 001c 0000 0000 4011 0000 0101 0101 0202 0202 0000 0000 0008 0000",
      NULL },
    { "option 18",
      "ff 03c0 2101 0500 0709 0307",
      NULL },
    { "option 23",
      "ff 03c0 2101 0500 070d 0306",
      NULL },
    { "option 28",
      "ff03 c021 0105 0006 1002",
      NULL },
    { "option 33",
      "ff 03c0 2101 0500 0b13 0702 0a00 0001",
      NULL },
    { "option 38",
      "ff03 c021 0105 0008 1504 0100",
      NULL },
    { "option 43",
      "ff 03c0 2101 0500 0919 0501 0203",
      NULL },
    { "option 48",
      "ff03 c021 0105 0008 0c04 aabb",
      NULL },
    { "option 53",
      "ff 03c0 2101 0500 09ff 0501 0203",
      NULL },
};

int main(void)
{
    vectors_check(&proto_ppp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
