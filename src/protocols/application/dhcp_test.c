/* dhcp_test.c - vectors of the DHCP dissector: options of each kind, overload, pieces, vendors. */
#include "check.h"
#include "protocols/application/dhcp.h"
#include "vector.h"

#define ZEROS_8 "0000000000000000 "
#define ZEROS_64 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8
#define HEADER "01010600 12345678 0000 8000 00000000 00000000 00000000 00000000 001122334466 00000000000000000000 "
#define MESSAGE HEADER ZEROS_64 ZEROS_64 ZEROS_64 "63825363 "
#define HEADER_TREE \
    " Message type: Boot Request (1)\n Hardware type: Ethernet (0x01)\n Hardware address length: 6\n Hops: 0\n" \
    " Transaction ID: 0x12345678\n Seconds elapsed: 0\n Bootp flags: 0x8000, Broadcast flag (Broadcast)\n" \
    "  1... .... .... .... = Broadcast flag: Broadcast\n  .000 0000 0000 0000 = Reserved flags: 0x0000\n" \
    " Client IP address: 0.0.0.0\n Your (client) IP address: 0.0.0.0\n Next server IP address: 0.0.0.0\n" \
    " Relay agent IP address: 0.0.0.0\n Client MAC address: 00:11:22:33:44:66\n" \
    " Client hardware address padding: 00000000000000000000\n Server host name not given\n" \
    " Boot file name not given\n Magic cookie: DHCP\n"
#define DISCOVER "35 01 01 "
#define DISCOVER_TREE " Option: (53) DHCP Message Type (Discover)\n  Length: 1\n  DHCP: Discover (1)\n"
#define END_TREE " Option: (255) End\n  Option End: 255\n"
#define TREE(options) "Dynamic Host Configuration Protocol (Discover)\n" HEADER_TREE DISCOVER_TREE options END_TREE

static const struct vector vectors[] = {
    { "discover", MESSAGE DISCOVER "32 04 c0000201 37 02 0103 33 04 00000e10 ff",
      TREE(" Option: (50) Requested IP Address (192.0.2.1)\n  Length: 4\n  Requested IP Address: 192.0.2.1\n"
           " Option: (55) Parameter Request List\n  Length: 2\n  Parameter Request List Item: (1) Subnet Mask\n"
           "  Parameter Request List Item: (3) Router\n"
           " Option: (51) IP Address Lease Time\n  Length: 4\n  IP Address Lease Time: (3600s) 1 hour\n") },
    { "wrong length", MESSAGE DISCOVER "01 02 ffff ff",
      TREE(" Option: (1) Subnet Mask\n  Length: 2\n  Value: ffff\n  [Expert Info (Error/Protocol): length isn't 4]\n"
           "   [length isn't 4]\n   [Severity level: Error]\n   [Group: Protocol]\n") },
    { "routes", MESSAGE DISCOVER "79 0d 00 c0000201 18 c00002 c0000202 ff",
      TREE(" Option: (121) Classless Static Route\n  Length: 13\n   default-192.0.2.1\n   192.0.2.0/24-192.0.2.2\n") },
    { "search list in two pieces", MESSAGE DISCOVER "77 05 03 666f6f 03 77 05 636f6d 00 00 ff",
      TREE(" Option: (119) Domain Search\n  Length: 5\n  Encoding Long Options detected (RFC 3396): 1/2\n"
           "  For the data, please refer to last option 119: 2/2\n"
           " Option: (119) Domain Search\n  Length: 5\n  Encoding Long Options detected (RFC 3396): 2/2\n"
           "  FQDN: foo.com\n  FQDN: <Root>\n") },
    { "relay agent", MESSAGE DISCOVER "52 0d 01 02 4142 05 04 c0000200 13 00 99 ff",
      TREE(" Option: (82) Agent Information Option\n  Length: 13\n"
           "  Option 82 Suboption: (1) Agent Circuit ID\n   Length: 2\n   Agent Circuit ID: 4142\n"
           "  Option 82 Suboption: (5) Link selection (192.0.2.0)\n   Length: 4\n   Link selection: 192.0.2.0\n"
           "  Option 82 Suboption: (19) Source Port\n   Length: 0\n   Source Port\n"
           "  [Expert Info (Error/Protocol): Suboption 153: no room left in option for suboption length]\n"
           "   [Suboption 153: no room left in option for suboption length]\n   [Severity level: Error]\n   [Group: Protocol]\n") },
    { "PXE", MESSAGE DISCOVER "3c 09 505845436c69656e74 2b 06 06 01 08 0a 00 ff ff", NULL },
    { "BSDP", MESSAGE DISCOVER "3c 0a 4141504c42534450432f 2b 10 09 0e 01000001 04 61626364 02000002 00 ff", NULL },
    { "overload", HEADER ZEROS_64 "0c 02 6162 ff 000000 " ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_64
      "63825363 35 01 01 34 01 03 ff", NULL },
    { "modem capabilities", MESSAGE DISCOVER "3c 1a 646f63736973312e313a 3035 3036 3031 3031 3031 3135 3031 3346 ff", NULL },
    { "adapter capabilities", MESSAGE DISCOVER "3c 1a 706b7463312e353a 3035 3037 3137 3036 3032 3030 3346 3032 3031 ff", NULL },
    { "cable client configuration", MESSAGE DISCOVER "7a 13 03 05 00 03666f6f00 09 02 0003 04 04 00000001 ff", NULL },
    { "coordinates", MESSAGE DISCOVER "7b 10 9a31f2ab47d4fb3a2ef2d1180000800a ff", NULL },
    { "client identifiers", MESSAGE DISCOVER
      "3d 11 ff 00000001 0001 0001 11223344 00112233 3d 11 00 00112233445566778899aabbccddeeff 3d 03 004142 ff", NULL },
    { "enterprises", MESSAGE DISCOVER "7d 0d 00000de9 08 01 06 303031313241 7c 07 00000009 02 4142 ff", NULL },
    { "iSNS", MESSAGE DISCOVER "53 14 0007 003f 000f 0000007f c0000201 c0000202 ff", NULL },
    { "Avaya", MESSAGE DISCOVER "f2 0b 4c32513d312c464f4f3d31 ff", NULL },
    { "an address of 16 bytes that is cut", "01011000 12345678 0000 8000 00000000 00000000 00000000 00000000 001122334466", NULL },
    { "no cookie", HEADER ZEROS_64 ZEROS_64 ZEROS_64 ZEROS_64, NULL },
};

int main(void)
{
    vectors_check(&proto_dhcp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
