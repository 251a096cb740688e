/* dns_test.c - vectors of dns.c and its forms. */
#include "check.h"
#include "protocols/application/dns.h"
#include "vector.h"

extern const struct protocol proto_mdns, proto_llmnr;

static const struct vector dns_vectors[] = {
    { "query with EDNS",
      "b60a 0120 0001 0000 0000 0001 0765 7861 6d70 6c65 036f 7267 0000 0100 01"
      "00 0029 1000 0000 8000 000c 000a 0008 0011 2233 4455 6677",
      "Domain Name System (query)\n"
      " Transaction ID: 0xb60a\n"
      " Flags: 0x0120 Standard query\n"
      "  0... .... .... .... = Response: Message is a query\n"
      "  .000 0... .... .... = Opcode: Standard query (0)\n"
      "  .... ..0. .... .... = Truncated: Message is not truncated\n"
      "  .... ...1 .... .... = Recursion desired: Do query recursively\n"
      "  .... .... .0.. .... = Z: reserved (0)\n"
      "  .... .... ..1. .... = AD bit: Set\n"
      "  .... .... ...0 .... = Non-authenticated data: Unacceptable\n"
      " Questions: 1\n"
      " Answer RRs: 0\n"
      " Authority RRs: 0\n"
      " Additional RRs: 1\n"
      " Queries\n"
      "  example.org: type A, class IN\n"
      "   Name: example.org\n"
      "   [Name Length: 11]\n"
      "   [Label Count: 2]\n"
      "   Type: A (Host Address) (1)\n"
      "   Class: IN (0x0001)\n"
      " Additional records\n"
      "  <Root>: type OPT\n"
      "   Name: <Root>\n"
      "   Type: OPT (41)\n"
      "   UDP payload size: 4096\n"
      "   Higher bits in extended RCODE: 0x00\n"
      "   EDNS0 version: 0\n"
      "   Z: 0x8000\n"
      "    1... .... .... .... = DO bit: Accepts DNSSEC security RRs\n"
      "    .000 0000 0000 0000 = Reserved: 0x0000\n"
      "   Data length: 12\n"
      "   Option: COOKIE\n"
      "    Option Code: COOKIE (10)\n"
      "    Option Length: 8\n"
      "    Option Data: 0011223344556677\n"
      "    Client Cookie: 0011223344556677\n"
      "    Server Cookie: <MISSING>\n" },
    { "pointers, loops and text that needs escapes",
      "0001 8180 0001 0003 0000 0000 0161 0000 0100 01"
      "c00c 0005 0001 0000 003c 0007 0477 0a22 5cc0 0c"
      "c028 000c 0001 8000 0000 0002 c02a"
      "c00c 0010 0001 0000 003c 0004 0361 0062",
      NULL },
    { "signature, key, hashed denial, service",
      "0002 8400 0000 0004 0000 0000"
      "0161 0000 2e00 0100 0000 3c00 1700 0105 0100 0001 2c65 53f1 005f 5e10 0003 0901 7800 0102"
      "0161 0000 3000 0100 0000 3c00 0801 8103 0801 0203 04"
      "0161 0000 3200 0100 0000 3c00 1401 0100 0a02 aabb 0501 0203 0405 0006 4001 0000 0003"
      "0161 0000 4100 0100 0000 3c00 1900 0100 0001 0006 0268 3202 6833 0003 0002 20fb 0004 0004 c000 0201",
      NULL },
    { "update", "0003 2800 0001 0001 0001 0000 0161 0000 0600 01 c00c 0001 00ff 0000 0000 0000 c00c 0001 0001 0000 003c 0004 c000 0201",
      NULL },
    { "stateful operation", "0004 3000 0000 0000 0000 0000 0001 0008 0000 3a98 0000 7530 0003 0002 0000", NULL },
};
static const struct vector mdns_vectors[] = {
    { "probe", "0000 0000 0001 0000 0001 0000 0168 056c 6f63 616c 0000 ff80 01 c00c 0001 8001 0000 0078 0004 c000 0201", NULL },
};
static const struct vector llmnr_vectors[] = {
    { "query", "0009 0000 0001 0000 0000 0000 0468 6f73 7400 0001 0001",
      "Link-local Multicast Name Resolution (query)\n"
      " Transaction ID: 0x0009\n"
      " Flags: 0x0000 Standard query\n"
      "  0... .... .... .... = Response: Message is a query\n"
      "  .000 0... .... .... = Opcode: Standard query (0)\n"
      "  .... .0.. .... .... = Conflict: None\n"
      "  .... ..0. .... .... = Truncated: Message is not truncated\n"
      "  .... ...0 .... .... = Tentative: Not tentative\n"
      " Questions: 1\n"
      " Answer RRs: 0\n"
      " Authority RRs: 0\n"
      " Additional RRs: 0\n"
      " Queries\n"
      "  host: type A, class IN\n"
      "   Name: host\n"
      "   [Name Length: 4]\n"
      "   [Label Count: 1]\n"
      "   Type: A (Host Address) (1)\n"
      "   Class: IN (0x0001)\n" },
};

int main(void)
{
    vectors_check(&proto_dns, dns_vectors, ARRAY_LEN(dns_vectors));
    vectors_check(&proto_mdns, mdns_vectors, ARRAY_LEN(mdns_vectors));
    vectors_check(&proto_llmnr, llmnr_vectors, ARRAY_LEN(llmnr_vectors));
    return check_done();
}
