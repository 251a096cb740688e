/* igmp_test.c - vectors of igmp.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_igmp;

static const struct vector vectors[] = {
    { "query, version 1",
      "1100 eeff 0000 0000",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 1]\n"
      " Type: Membership Query (0x11)\n"
      " Reserved: 00\n"
      " Checksum: 0xeeff [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 0.0.0.0\n" },
    { "query, version 2",
      "1164 0d96 e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 2]\n"
      " Type: Membership Query (0x11)\n"
      " Max Resp Time: 10.0 sec (0x64)\n"
      " Checksum: 0x0d96 [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n" },
    { "query, version 3",
      "1164 7ef0 e000 0105 0a9f 0002 c000 0201 c000 0202",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 3]\n"
      " Type: Membership Query (0x11)\n"
      " Max Resp Time: 10.0 sec (0x64)\n"
      " Checksum: 0x7ef0 [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n"
      " .... 1... = S: SUPPRESS router side processing\n"
      " .... .010 = QRV: 2\n"
      " QQIC: 159\n"
      " Num Src: 2\n"
      " Source Address: 192.0.2.1\n"
      " Source Address: 192.0.2.2\n" },
    { "report, version 1",
      "1200 0cfa e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 1]\n"
      " Type: Membership Report (0x12)\n"
      " Reserved: 00\n"
      " Checksum: 0x0cfa [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n" },
    { "report, version 2",
      "1600 08fa e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 2]\n"
      " Type: Membership Report (0x16)\n"
      " Max Resp Time: 0.0 sec (0x00)\n"
      " Checksum: 0x08fa [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n" },
    { "leave",
      "1700 07fa e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 2]\n"
      " Type: Leave Group (0x17)\n"
      " Max Resp Time: 0.0 sec (0x00)\n"
      " Checksum: 0x07fa [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n" },
    { "report, version 3",
      "2200 38b5 0000 0006 0100 0001 e000 0105 c000 0201 0200 0000 e000 0106 0300 0000"
      "e000 0107 0400 0000 e000 0108 0500 0001 e000 0109 c000 0202 0601 0001 e000 010a"
      "c000 0203 0102 0304",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 3]\n"
      " Type: Membership Report (0x22)\n"
      " Reserved: 00\n"
      " Checksum: 0x38b5 [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0000\n"
      " Num Group Records: 6\n"
      " Group Record : 224.0.1.5  Mode Is Include\n"
      "  Record Type: Mode Is Include (1)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 1\n"
      "  Multicast Address: 224.0.1.5\n"
      "  Source Address: 192.0.2.1\n"
      " Group Record : 224.0.1.6  Mode Is Exclude\n"
      "  Record Type: Mode Is Exclude (2)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 0\n"
      "  Multicast Address: 224.0.1.6\n"
      " Group Record : 224.0.1.7  Change To Include Mode\n"
      "  Record Type: Change To Include Mode (3)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 0\n"
      "  Multicast Address: 224.0.1.7\n"
      " Group Record : 224.0.1.8  Change To Exclude Mode\n"
      "  Record Type: Change To Exclude Mode (4)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 0\n"
      "  Multicast Address: 224.0.1.8\n"
      " Group Record : 224.0.1.9  Allow New Sources\n"
      "  Record Type: Allow New Sources (5)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 1\n"
      "  Multicast Address: 224.0.1.9\n"
      "  Source Address: 192.0.2.2\n"
      " Group Record : 224.0.1.10  Block Old Sources\n"
      "  Record Type: Block Old Sources (6)\n"
      "  Aux Data Len: 1\n"
      "  Num Src: 1\n"
      "  Multicast Address: 224.0.1.10\n"
      "  Source Address: 192.0.2.3\n"
      "  Aux Data: 01020304\n" },
    { "report, unknown record",
      "2200 f3f8 0000 0001 0900 0000 e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 3]\n"
      " Type: Membership Report (0x22)\n"
      " Reserved: 00\n"
      " Checksum: 0xf3f8 [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0000\n"
      " Num Group Records: 1\n"
      " Group Record : 224.0.1.5  \n"
      "  Record Type: Unknown (9)\n"
      "  Aux Data Len: 0\n"
      "  Num Src: 0\n"
      "  Multicast Address: 224.0.1.5\n" },
    { "version 0",
      "0100 1df8 0000 0001 e000 0105 0000 0000 0000 0001",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 0]\n"
      " Type: Create Group Request (0x01)\n"
      " Type Of Group: Public Group (0)\n"
      " Checksum: 0x1df8 [correct]\n"
      " [Checksum Status: Good]\n"
      " Identifier: 1\n"
      " Multicast Address: 224.0.1.5\n"
      " Access Key: 0000000000000001\n" },
    { "version 0 reply",
      "0201 1cf7 0000 0001 e000 0105 0000 0000 0000 0001",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 0]\n"
      " Type: Create Group Reply (0x02)\n"
      " Reply: Request Denied, No Resources (1)\n"
      " Checksum: 0x1cf7 [correct]\n"
      " [Checksum Status: Good]\n"
      " Identifier: 1\n"
      " Multicast Address: 224.0.1.5\n"
      " Access Key: 0000000000000001\n" },
    { "traceroute query",
      "1f02 79ee e000 0105 c000 0201 c000 0202 c000 0203 4000 0001",
      "Internet Group Management Protocol\n"
      " Type: Traceroute Query (0x1f)\n"
      " # hops: 2\n"
      " Checksum: 0x79ee [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n"
      " Source Address: 192.0.2.1\n"
      " Receiver Address: 192.0.2.2\n"
      " Response Address: 192.0.2.3\n"
      " Response TTL: 64\n"
      " Query ID: 1\n" },
    { "traceroute response",
      "1e02 f952 e000 0105 c000 0201 c000 0202 c000 0203 4000 0001 0011 2233 c000 0204"
      "c000 0205 c000 0206 0000 0001 0000 0002 0000 0003 0140 1800",
      "Internet Group Management Protocol\n"
      " Type: Traceroute Response (0x1e)\n"
      " # hops: 2\n"
      " Checksum: 0xf952 [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast Address: 224.0.1.5\n"
      " Source Address: 192.0.2.1\n"
      " Receiver Address: 192.0.2.2\n"
      " Response Address: 192.0.2.3\n"
      " Response TTL: 64\n"
      " Query ID: 1\n"
      " Response data block: 192.0.2.4 -> 192.0.2.5,  Proto: DVMRP,  Forwarding Code: NO_ERROR\n"
      "  Query Arrival: 1122867\n"
      "  In itf addr: 192.0.2.4\n"
      "  Out itf addr: 192.0.2.5\n"
      "  Previous rtr addr: 192.0.2.6\n"
      "  In pkts: 1\n"
      "  Out pkts: 2\n"
      "  S,G pkt count: 3\n"
      "  Rtg Protocol: DVMRP (1)\n"
      "  FwdTTL: 64\n"
      "  0... .... = MBZ: 0x0\n"
      "  .0.. .... = S: 0x0\n"
      "  ..01 1000 = Src Mask: 0x18\n"
      "  Forwarding Code: NO_ERROR (0x00)\n" },
    { "bad checksum",
      "1600 1234 e000 0105",
      "Internet Group Management Protocol\n"
      " [IGMP Version: 2]\n"
      " Type: Membership Report (0x16)\n"
      " Max Resp Time: 0.0 sec (0x00)\n"
      " Checksum: 0x1234 incorrect, should be 0x08fa\n"
      "  [Expert Info (Error/Checksum): Bad checksum [should be 0x08fa]]\n"
      "   [Bad checksum [should be 0x08fa]]\n"
      "   [Severity level: Error]\n"
      "   [Group: Checksum]\n"
      " [Checksum Status: Bad]\n"
      " Multicast Address: 224.0.1.5\n" },
    { "unknown type",
      "4500 d9f9 e000 0105",
      "Internet Group Management Protocol\n"
      " Type: Unknown (0x45)\n"
      " Data: 00d9f9e0000105\n" },
};

int main(void)
{
    vectors_check(&proto_igmp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
