/* igmp_test.c - vectors of igmp.c, dvmrp.c and igap.c. */
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
    { "DVMRP probe",
      "1301713b000eff03123456780a0000020a000003",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 3\n"
      " Type: DVMRP (0x13)\n"
      " Code: Probe (0x01)\n"
      " Checksum: 0x713b [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0x000e\n"
      " Capabilities: 0x0e, Mtrace, Genid, Prune\n"
      "  ..0. .... = Netmask: NOT Netmask capable\n"
      "  ...0 .... = SNMP: NOT SNMP capable\n"
      "  .... 1... = Mtrace: Multicast Traceroute capable\n"
      "  .... .1.. = Genid: Genid capable\n"
      "  .... ..1. = Prune: Prune capable\n"
      "  .... ...0 = Leaf: NOT Leaf\n"
      " Minor Version: 0xff\n"
      " Major Version: 0x03\n"
      " Generation ID: 305419896\n"
      " Neighbor Addr: 10.0.0.2\n"
      " Neighbor Addr: 10.0.0.3\n" },
    { "DVMRP report of the default route",
      "13026cf90000ff030000000081",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 3\n"
      " Type: DVMRP (0x13)\n"
      " Code: Report (0x02)\n"
      " Checksum: 0x6cf9 [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0x0000\n"
      " Minor Version: 0xff\n"
      " Major Version: 0x03\n"
      " Route\n"
      "  Netmask: 255.0.0.0\n"
      "  Default Route 0.0.0.0 (netmask 0.0.0.0)\n"
      "  Metric: 1\n" },
    { "DVMRP report, cut",
      "1302c5be0000ff03ffff000a01850a0205ffffff0b0b0ba0",
      NULL },
    { "DVMRP neighbors",
      "1304ccf00000ff030a000001010102000a0000020a000003",
      NULL },
    { "DVMRP neighbors 2",
      "1306b97e003fff030a0000010101ff020a0000020a0000030a000009022000010a000004",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 3\n"
      " Type: DVMRP (0x13)\n"
      " Code: Neighbors 2 (0x06)\n"
      " Checksum: 0xb97e [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0x003f\n"
      " Capabilities: 0x3f, Netmask, SNMP, Mtrace, Genid, Prune, Leaf\n"
      "  ..1. .... = Netmask: Netmask capable\n"
      "  ...1 .... = SNMP: SNMP capable\n"
      "  .... 1... = Mtrace: Multicast Traceroute capable\n"
      "  .... .1.. = Genid: Genid capable\n"
      "  .... ..1. = Prune: Prune capable\n"
      "  .... ...1 = Leaf: Leaf\n"
      " Minor Version: 0xff\n"
      " Major Version: 0x03\n"
      " Local Addr: 10.0.0.1\n"
      " Metric: 1\n"
      " Threshold: 1\n"
      " Flags\n"
      "  .... ...1 = Tunnel: True\n"
      "  .... ..1. = Source Route: True\n"
      "  ...1 .... = Down: True\n"
      "  ..1. .... = Disabled: True\n"
      "  .1.. .... = Querier: True\n"
      "  1... .... = Leaf: True\n"
      " Neighbor Count: 2\n"
      " Neighbor Addr: 10.0.0.2\n"
      " Neighbor Addr: 10.0.0.3\n"
      " Local Addr: 10.0.0.9\n"
      " Metric: 2\n"
      " Threshold: 32\n"
      " Flags\n"
      "  .... ...0 = Tunnel: False\n"
      "  .... ..0. = Source Route: False\n"
      "  ...0 .... = Down: False\n"
      "  ..0. .... = Disabled: False\n"
      "  .0.. .... = Querier: False\n"
      "  0... .... = Leaf: False\n"
      " Neighbor Count: 1\n"
      " Neighbor Addr: 10.0.0.4\n" },
    { "DVMRP prune",
      "1307e6d10000ff030a000100e100000100001c20ffffff00",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 3\n"
      " Type: DVMRP (0x13)\n"
      " Code: Prune (0x07)\n"
      " Checksum: 0xe6d1 [correct]\n"
      " [Checksum Status: Good]\n"
      " Reserved: 0x0000\n"
      " Minor Version: 0xff\n"
      " Major Version: 0x03\n"
      " Source Addr: 10.0.1.0\n"
      " Multicast Addr: 225.0.0.1\n"
      " Prune lifetime: 7200\n"
      " Netmask: 255.255.255.0\n" },
    { "DVMRP graft",
      "130802f10000ff030a000100e1000001ffffff00",
      NULL },
    { "DVMRP version 1, response",
      "1301bdd40202040106200301ffffff00050307020a0000000b000000",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 1\n"
      " Type: DVMRP (0x13)\n"
      " Code: Response (0x01)\n"
      " Checksum: 0xbdd4 [correct]\n"
      " [Checksum Status: Good]\n"
      " Address Family Indicator: IP v4 Family\n"
      "  Command: Address Family Indicator (0x02)\n"
      "  Address Family: IP v4 Family (0x02)\n"
      " Metric: 1\n"
      "  Command: Metric (0x04)\n"
      "  Metric: 1\n"
      " Infinity: 32\n"
      "  Command: Infinity (0x06)\n"
      "  Infinity: 32\n"
      " Subnetmask: 255.255.255.0\n"
      "  Command: Subnetmask (0x03)\n"
      "  Count: 0x01\n"
      "  Netmask: 255.255.255.0\n"
      " Flags0: 0x03\n"
      "  Command: Flags0 (0x05)\n"
      "  .... ...1 = Destination Unreachable: Destination Unreachable\n"
      "  .... ..1. = Split Horizon: Split Horizon concealed route\n"
      " Destination Address\n"
      "  Command: Destination Address (0x07)\n"
      "  Count: 0x02\n"
      "  Dest Addr: 10.0.0.0\n"
      "  Dest Addr: 11.0.0.0\n" },
    { "DVMRP version 1, non-membership",
      "1303f2e702020901e100000100000e10",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 1\n"
      " Type: DVMRP (0x13)\n"
      " Code: Non-membership report (0x03)\n"
      " Checksum: 0xf2e7 [correct]\n"
      " [Checksum Status: Good]\n"
      " Address Family Indicator: IP v4 Family\n"
      "  Command: Address Family Indicator (0x02)\n"
      "  Address Family: IP v4 Family (0x02)\n"
      " Non-Membership Report\n"
      "  Command: Non-Membership Report (0x09)\n"
      "  Count: 0x01\n"
      "  Multicast Addr: 225.0.0.1\n"
      "  Hold Time: 3600\n" },
    { "DVMRP version 1, cancellation",
      "1304fff602020a01e1000001",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 1\n"
      " Type: DVMRP (0x13)\n"
      " Code: Non-membership cancellation (0x04)\n"
      " Checksum: 0xfff6 [correct]\n"
      " [Checksum Status: Good]\n"
      " Address Family Indicator: IP v4 Family\n"
      "  Command: Address Family Indicator (0x02)\n"
      "  Address Family: IP v4 Family (0x02)\n"
      " Non-Membership Report Cancel\n"
      "  Command: Non-Membership Report Cancel (0x0a)\n"
      "  Count: 0x01\n"
      "  Multicast Addr: 225.0.0.1\n" },
    { "DVMRP version 1, odd",
      "1301d17600000200030201000000020000000500050105040580ff",
      NULL },
    { "DVMRP, wrong checksum",
      "13010001000eff0312345678",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 3\n"
      " Type: DVMRP (0x13)\n"
      " Code: Probe (0x01)\n"
      " Checksum: 0x0001 incorrect, should be 0x8540\n"
      "  [Expert Info (Error/Checksum): Bad checksum [should be 0x8540]]\n"
      "   [Bad checksum [should be 0x8540]]\n"
      "   [Severity level: Error]\n"
      "   [Group: Checksum]\n"
      " [Checksum Status: Bad]\n"
      " Reserved: 0x000e\n"
      " Capabilities: 0x0e, Mtrace, Genid, Prune\n"
      "  ..0. .... = Netmask: NOT Netmask capable\n"
      "  ...0 .... = SNMP: NOT SNMP capable\n"
      "  .... 1... = Mtrace: Multicast Traceroute capable\n"
      "  .... .1.. = Genid: Genid capable\n"
      "  .... ..1. = Prune: Prune capable\n"
      "  .... ...0 = Leaf: NOT Leaf\n"
      " Minor Version: 0xff\n"
      " Major Version: 0x03\n"
      " Generation ID: 305419896\n" },
    { "DVMRP report, too short",
      "1302edf90000ff03ffff",
      NULL },
    { "DVMRP version 1, no mask",
      "1301e9fe0300",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 1\n"
      " Type: DVMRP (0x13)\n"
      " Code: Response (0x01)\n"
      " Checksum: 0xe9fe [correct]\n"
      " [Checksum Status: Good]\n"
      " Subnetmask: <no mask supplied>\n"
      "  Command: Subnetmask (0x03)\n"
      "  Count: 0x00\n" },
    { "DVMRP version 1, unknown command",
      "1301e1fe0b00",
      NULL },
    { "DVMRP version 1, unknown family",
      "1301eaf50209",
      "Distance Vector Multicast Routing Protocol\n"
      " DVMRP Version: 1\n"
      " Type: DVMRP (0x13)\n"
      " Code: Response (0x01)\n"
      " Checksum: 0xeaf5 [correct]\n"
      " [Checksum Status: Good]\n"
      " Address Family Indicator: Unknown Family:0x09\n"
      "  Command: Address Family Indicator (0x02)\n"
      "  Address Family: Unknown (0x09)\n" },
    { "IGAP join with a password",
      "4010b2ade101010110020005040600007573657200000000000000000000000073656372657400000000000000000000"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      "Internet Group membership Authentication Protocol\n"
      " Type: Membership Report (Join) (0x40)\n"
      " Max Response Time: 1.6 sec (0x10)\n"
      " Checksum: 0xb2ad [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast group address: 225.1.1.1\n"
      " Version: 1 (0x10)\n"
      " Subtype: Password Mechanism Join (Password-Join) (0x02)\n"
      " Challenge ID: 0x05\n"
      " Account Size: 4\n"
      " Message Size: 6\n"
      " User Account: user\n"
      " User password: secret\n" },
    { "IGAP response",
      "4010b6ade1010101100400050410000075736572000000000000000000000000000102030405060708090a0b0c0d0e0f"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      "Internet Group membership Authentication Protocol\n"
      " Type: Membership Report (Join) (0x40)\n"
      " Max Response Time: 1.6 sec (0x10)\n"
      " Checksum: 0xb6ad [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast group address: 225.1.1.1\n"
      " Version: 1 (0x10)\n"
      " Subtype: Challenge-Response Mechanism Join Response (Challenge-Response-Join) (0x04)\n"
      " Challenge ID: 0x05\n"
      " Account Size: 4\n"
      " Message Size: 16\n"
      " User Account: user\n"
      " Result of MD5 calculation: 000102030405060708090a0b0c0d0e0f\n" },
    { "IGAP challenge",
      "4110b58ee1010101102300050410000075736572000000000000000000000000000102030405060708090a0b0c0d0e0f"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      NULL },
    { "IGAP authentication",
      "4110dcdce101010110240005040100007573657200000000000000000000000011000000000000000000000000000000"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      "Internet Group membership Authentication Protocol\n"
      " Type: Membership Query (0x41)\n"
      " Max Response Time: 1.6 sec (0x10)\n"
      " Checksum: 0xdcdc [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast group address: 225.1.1.1\n"
      " Version: 1 (0x10)\n"
      " Subtype: Authentication Message (0x24)\n"
      " Challenge ID: 0x05\n"
      " Account Size: 4\n"
      " Message Size: 1\n"
      " User Account: user\n"
      " Authentication result: Authentication success (0x11)\n" },
    { "IGAP accounting",
      "4110dcdbe101010110250005040100007573657200000000000000000000000011000000000000000000000000000000"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      "Internet Group membership Authentication Protocol\n"
      " Type: Membership Query (0x41)\n"
      " Max Response Time: 1.6 sec (0x10)\n"
      " Checksum: 0xdcdb [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast group address: 225.1.1.1\n"
      " Version: 1 (0x10)\n"
      " Subtype: Accounting Message (0x25)\n"
      " Challenge ID: 0x05\n"
      " Account Size: 4\n"
      " Message Size: 1\n"
      " User Account: user\n"
      " Accounting status: Accounting start (0x11)\n" },
    { "IGAP, unknown subtype",
      "421071ece10101011099000504020000757365720000000000000000000000007a7a0000000000000000000000000000"
      "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
      "Internet Group membership Authentication Protocol\n"
      " Type: Leave Group (0x42)\n"
      " Max Response Time: 1.6 sec (0x10)\n"
      " Checksum: 0x71ec [correct]\n"
      " [Checksum Status: Good]\n"
      " Multicast group address: 225.1.1.1\n"
      " Version: 1 (0x10)\n"
      " Subtype: Unknown (0x99)\n"
      " Challenge ID: 0x05\n"
      " Account Size: 4\n"
      " Message Size: 2\n"
      " User Account: user\n"
      " Unknown message: 7a7a\n" },
    { "IGAP, sizes beyond their room",
      "4010c3aee101010110020000144600007575757575757575757575757575757575757575707070707070707070707070"
      "707070707070707070707070707070707070707070707070707070707070707070707070707070707070707070707070",
      NULL },
    { "IGAP, cut",
      "40107e8be1010101100200000402000075736572",
      NULL },
};

int main(void)
{
    vectors_check(&proto_igmp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
