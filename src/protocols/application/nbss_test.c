/* nbss_test.c - vectors of nbss.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_nbss;

static const struct vector vectors[] = {
    { "a session that begins, is refused, sent elsewhere, kept",
      "8100004420464445464643464745464643434143414341434143414341434143414341434100204542414247434341434143"
      "41434143414341434143414341434143414341414100820000008300000182840000060a000009008b85000000",
      "NetBIOS Session Service\n"
      " Message Type: Session request (0x81)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 68\n"
      " Called name: SERVER<20> (Server service)\n"
      " Calling name: A<01>b<00> (Workstation/Redirector)\n"
      "NetBIOS Session Service\n"
      " Message Type: Positive session response (0x82)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 0\n"
      "NetBIOS Session Service\n"
      " Message Type: Negative session response (0x83)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 1\n"
      " Error code: Called name not present (0x82)\n"
      "NetBIOS Session Service\n"
      " Message Type: Retarget session response (0x84)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 6\n"
      " Retarget IP address: 10.0.0.9\n"
      " Retarget port: 139\n"
      "NetBIOS Session Service\n"
      " Message Type: Session keep-alive (0x85)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 0\n" },
    { "messages with 17 bits of length, and with 24 for SMB",
      "00000004616263640000000cff534d4200000000000000000000000cff534d420000000000000000",
      "NetBIOS Session Service\n"
      " Message Type: Session message (0x00)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 4\n"
      "Data (4 bytes)\n"
      " Data: 61626364\n"
      " [Length: 4]\n"
      "NetBIOS Session Service\n"
      " Message Type: Session message (0x00)\n"
      " Length: 12\n"
      "Data (12 bytes)\n"
      " Data: ff534d420000000000000000\n"
      " [Length: 12]\n"
      "NetBIOS Session Service\n"
      " Message Type: Session message (0x00)\n"
      " Length: 12\n"
      "Data (12 bytes)\n"
      " Data: ff534d420000000000000000\n"
      " [Length: 12]\n" },
    { "a length that is extended",
      "0001000461626364",
      "NetBIOS Session Service\n"
      " Message Type: Session message (0x00)\n"
      " Flags: 0x01\n"
      "  .... ...1 = Extend: Add 65536 to length\n"
      " Length: 65540\n"
      "Data (4 bytes)\n"
      " Data: 61626364\n"
      " [Length: 4]\n" },
    { "scopes, names that are none",
      "8100004b204542434143414341434143414341434143414341434143414341434143414341036162630264650020434b4644"
      "454e4543464445464643464745464643434143414341434143414341008100004dc00c414141414141414141414141414141"
      "4141414141414141414141414141414141414141414141414100204543434143414341434143414341434143414341434143"
      "4143414341434141410081000044206161616161616161616161616161616161616161616161616161616161616161002045"
      "43434143414341434143414341434143414341434143414341434143414a4a00",
      "NetBIOS Session Service\n"
      " Message Type: Session request (0x81)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 75\n"
      " Called name: A<20>.abc.de (Server service)\n"
      " Calling name: *SMBSERVER<20> (Server service)\n"
      "NetBIOS Session Service\n"
      " Message Type: Session request (0x81)\n"
      " Flags: 0x00\n"
      "  .... ...0 = Extend: Add 0 to length\n"
      " Length: 77\n"
      "[Malformed Packet: NBSS]\n"
      " [Expert Info (Error/Malformed): Malformed Packet (Exception occurred)]\n"
      "  [Malformed Packet (Exception occurred)]\n"
      "  [Severity level: Error]\n"
      "  [Group: Malformed]\n" },
    { "bytes in the middle of a message",
      "860000086162636465666768",
      "NetBIOS Session Service\n"
      " Continuation data: 860000086162636465666768\n" },
    { "a message without content",
      "00000000",
      "NetBIOS Session Service\n"
      " Continuation data: 00000000\n" },
    { "an answer too long",
      "8200000178",
      "NetBIOS Session Service\n"
      " Continuation data: 8200000178\n" },
    { "flags that are not there",
      "000200086162636465666768",
      "NetBIOS Session Service\n"
      " Continuation data: 000200086162636465666768\n" },
};

int main(void)
{
    vectors_check(&proto_nbss, vectors, ARRAY_LEN(vectors));
    return check_done();
}
