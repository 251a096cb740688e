/* llc_test.c - vectors of llc.c and basicxid.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_llc;

static const struct vector vectors[] = {
    { "unnumbered",
      "6640 0301 0203 0405",
      "Logical-Link Control\n"
      " DSAP: Unknown (0x66)\n"
      "  0110 011. = SAP: Unknown\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: Unknown (0x40)\n"
      "  0100 000. = SAP: Unknown\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      "Data (5 bytes)\n"
      " Data: 0102030405\n"
      " [Length: 5]\n" },
    { "information",
      "66 4002 0301 0203 0405",
      NULL },
    { "supervisory response",
      "66 4101 0101 0203 0405",
      NULL },
    { "basic XID",
      "4040 af81 0102",
      "Logical-Link Control\n"
      " DSAP: Unknown (0x40)\n"
      "  0100 000. = SAP: Unknown\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: Unknown (0x40)\n"
      "  0100 000. = SAP: Unknown\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=XID (0xAF)\n"
      "  101. 11.. = Command: Exchange identification (0x2b)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      "Logical-Link Control Basic Format XID\n"
      " XID Format: LLC basic format (0x81)\n"
      " LLC Types/Classes: Type 1 LLC (Class I LLC) (0x01)\n"
      " Receive Window Size: 1\n" },
    { "SNAP, Cisco",
      "aa aa03 0000 0c99 9901 0203",
      NULL },
    { "SNAP, bridged Ethernet",
      "aa aa03 0080 c200 0701 0203",
      NULL },
    { "cut SNAP",
      "aaaa 0300 0000",
      NULL },
    { "SNAP, Hewlett Packard",
      "aaaa 0300 805f 0000 0102 0304 0506 0708",
      "Logical-Link Control\n"
      " DSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      " Organization Code: 00:80:5f\n"
      " PID: Unknown (0x0000)\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "SNAP, Wi-Fi Alliance",
      "aaaa 0350 6f9a 0000 0102 0304 0506 0708",
      "Logical-Link Control\n"
      " DSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      " Organization Code: 50:6f:9a\n"
      " PID: Unknown (0x0000)\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "SNAP, Locamation",
      "aaaa 0300 40d6 0001 0102 0304 0506 0708",
      "Logical-Link Control\n"
      " DSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      " Organization Code: 00:40:d6\n"
      " PID: Unknown (0x0001)\n"
      "Data (8 bytes)\n"
      " Data: 0102030405060708\n"
      " [Length: 8]\n" },
    { "SNAP, bridged Ethernet with its check sequence",
      "aaaa030080c2000102000000000202000000000108004500001c000100000111a5ce0a0000010a000002003500350008"
      "000011223344",
      "Logical-Link Control\n"
      " DSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: SNAP (0xaa)\n"
      "  1010 101. = SAP: SNAP\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n"
      " Organization Code: 00:80:c2\n"
      " Protocol ID: 0x0001\n"
      "Ethernet II, Src: 00:00:00:01:08:00, Dst: 00:00:00:02:02:00\n"
      " Destination: 00:00:00:02:02:00\n"
      "  Address: 00:00:00:02:02:00\n"
      "  .... ..0. .... .... .... .... = LG bit: Globally unique address (factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Source: 00:00:00:01:08:00\n"
      "  Address: 00:00:00:01:08:00\n"
      "  .... ..0. .... .... .... .... = LG bit: Globally unique address (factory default)\n"
      "  .... ...0 .... .... .... .... = IG bit: Individual address (unicast)\n"
      " Type: Unknown (0x4500)\n"
      " Frame check sequence: 0x11223344 [unverified]\n"
      " [FCS Status: Unverified]\n"
      "Data (26 bytes)\n"
      " Data: 001c000100000111a5ce0a0000010a0000020035003500080000\n"
      " [Length: 26]\n" },
};

int main(void)
{
    vectors_check(&proto_llc, vectors, ARRAY_LEN(vectors));
    return check_done();
}
