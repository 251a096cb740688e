/* dhcpv6_test.c - vectors of the DHCPv6 dissector: options of each kind, relays, names, CableLabs, TCP. */
#include "check.h"
#include "protocols/application/dhcpv6.h"
#include "vector.h"

#define SOLICIT "01 123456 "
#define TREE(options) "DHCPv6\n Message type: Solicit (1)\n Transaction ID: 0x123456\n" options
#define ADDRESS "20010db8000000000000000000000001 "

static const struct vector vectors[] = {
    { "identifier of link and time", SOLICIT "0001 000e 00010001 22334455 001122334455",
      TREE(" Client Identifier\n  Option: Client Identifier (1)\n  Length: 14\n  DUID: 0001000122334455001122334455\n"
           "  DUID Type: link-layer address plus time (1)\n  Hardware type: Ethernet (1)\n"
           "  DUID Time: Mar  8, 2018 00:46:13.000000000 UTC\n  Link-layer address: 00:11:22:33:44:55\n") },
    { "addresses for a while and for ever", SOLICIT "0003 0028 00000001 00000e10 ffffffff 0005 0018 " ADDRESS "00000064 000000c8",
      TREE(" Identity Association for Non-temporary Address\n  Option: Identity Association for Non-temporary Address (3)\n"
           "  Length: 40\n  IAID: 00000001\n  T1: 3600\n  T2: infinity\n  IA Address\n   Option: IA Address (5)\n   Length: 24\n"
           "   IPv6 address: 2001:db8::1\n   Preferred lifetime: 100\n   Valid lifetime: 200\n") },
    { "servers and names", SOLICIT "0017 0010 " ADDRESS "0018 000e 03666f6f03636f6d00 036f726700",
      TREE(" DNS recursive name server\n  Option: DNS recursive name server (23)\n  Length: 16\n   1 DNS server address: 2001:db8::1\n"
           " Domain Search List\n  Option: Domain Search List (24)\n  Length: 14\n  Domain name suffix search list\n"
           "   List entry: foo.com.\n   Top Level Domain name (TLD): org.\n    WARNING: TLDs are rarely resolvable \n"
           "     [Expert Info (Warning/Comment): WARNING: TLDs are rarely resolvable ]\n"
           "      [WARNING: TLDs are rarely resolvable ]\n      [Severity level: Warning]\n      [Group: Comment]\n") },
    { "a relay that has hopped", "0c 01 " ADDRESS ADDRESS "0009 0008 01 123456 000e 0000",
      "DHCPv6\n Message type: Relay-forw (12)\n Hopcount: 1\n"
      "  [Expert Info (Warning/Protocol): Hopcount of most inner message has to equal 0 instead of 1]\n"
      "   [Hopcount of most inner message has to equal 0 instead of 1]\n   [Severity level: Warning]\n   [Group: Protocol]\n"
      " Link address: 2001:db8::1\n Peer address: 2001:db8::1\n Relay Message\n  Option: Relay Message (9)\n  Length: 8\n"
      "  DHCPv6\n   Message type: Solicit (1)\n   Transaction ID: 0x123456\n   Rapid Commit\n    Option: Rapid Commit (14)\n"
      "    Length: 0\n" },
    { "names that are wrong", SOLICIT "0018 0005 03666f6f09 0018 0001 00 0018 0004 03666f6f 0018 0003 666f6f 0027 0001 05", NULL },
    { "options in options", SOLICIT "005e 0017 0059 000f 01 10 18 c0000200 38 20010db8000000 005a 0000 0011 0004 0000118b", NULL },
    { "CableLabs", SOLICIT "0011 0028 0000118b 0002 0003 45434d 0023 0003 010101 0401 0004 01020300 087b 0006 0007 0001 01", NULL },
    { "user and vendor classes", SOLICIT "000f 0007 0003414243 0000 0010 0009 00000009 0003414243 0011 000b 00000009 0001 0003 414243", NULL },
    { "authentication", SOLICIT "000b 0021 020100 0102030405060708 7265 00000001 00112233445566778899aabbccddeeff", NULL },
    { "times and failover", SOLICIT "0038 0010 0003 0009 036e7470036f726700 0001 0000 0077 0002 000f 0083 0001 ff 0075 0003 016100", NULL },
};
static const struct vector bulk[] = {
    { "query by relay", "0019 0e 00 3456 002c 0011 03 " ADDRESS,
      "DHCPv6 Bulk Leasequery\n Message size: 25\n Message type: Leasequery (14)\n Reserved: 0\n Transaction ID: 13398\n"
      " DHCPv6 Options\n  Leasequery Query\n   Option: Leasequery Query (44)\n   Length: 17\n   Query-type: by-relayID (3)\n"
      "   Link address: 2001:db8::1\n" },
    { "two messages", "0008 10 00 0001 000e 0000 0008 11 00 0001 000e 0000", NULL },
};

int main(void)
{
    vectors_check(&proto_dhcpv6, vectors, ARRAY_LEN(vectors));
    vectors_check(&proto_dhcpv6_bulk, bulk, ARRAY_LEN(bulk));
    return check_done();
}
