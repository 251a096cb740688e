/* fddi_test.c - vectors of fddi.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_fddi;

#define ENDS "aa0004008204 aa0004008304 "
#define ADDRESSES " Destination: 55:00:20:00:41:20\n Source: 55:00:20:00:c1:20\n"
#define DATA "Data (1 byte)\n Data: ff\n [Length: 1]\n"

static const struct vector vectors[] = {
    { "LLC with a priority",
      "53" ENDS "4242 03",
      "Fiber Distributed Data Interface, Async LLC frame, priority 3\n"
      " Frame Control: 0x53 (Async LLC frame, priority 3)\n"
      "  0101 .... = Class/Length/Format: Async LLC (0x5)\n"
      "  .... .011 = Priority: 3\n" ADDRESSES
      "Logical-Link Control\n"
      " DSAP: Spanning Tree BPDU (0x42)\n"
      "  0100 001. = SAP: Spanning Tree BPDU\n"
      "  .... ...0 = IG Bit: Individual\n"
      " SSAP: Spanning Tree BPDU (0x42)\n"
      "  0100 001. = SAP: Spanning Tree BPDU\n"
      "  .... ...0 = CR Bit: Command\n"
      " Control field: U, func=UI (0x03)\n"
      "  000. 00.. = Command: Unnumbered Information (0x00)\n"
      "  .... ..11 = Frame type: Unnumbered frame (0x3)\n" },
    { "LLC without",
      "5f" ENDS "4242 03",
      NULL },
    { "station management",
      "41" ENDS "ff",
      "Fiber Distributed Data Interface, SMT info\n"
      " Frame Control: 0x41 (SMT info)\n"
      "  0100 .... = Class/Length/Format: SMT (0x4)\n"
      "  .... 0001 = SMT Subtype: Info (1)\n" ADDRESSES DATA },
    { "MAC frame",
      "cf" ENDS "ff",
      "Fiber Distributed Data Interface, MAC frame, control f\n"
      " Frame Control: 0xcf (MAC frame, control f)\n"
      "  1100 .... = Class/Length/Format: MAC (0xc)\n"
      "  .... 1111 = MAC Subtype: Unknown (15)\n" ADDRESSES DATA },
    { "restricted token",
      "c0" ENDS "ff",
      "Fiber Distributed Data Interface, Restricted token\n"
      " Frame Control: 0xc0 (Restricted token)\n"
      "  1100 .... = Class/Length/Format: MAC (0xc)\n" ADDRESSES DATA },
    { "synchronous LLC",
      "d7" ENDS "ff",
      "Fiber Distributed Data Interface, Sync LLC frame, control 7\n"
      " Frame Control: 0xd7 (Sync LLC frame, control 7)\n"
      "  1101 .... = Class/Length/Format: Sync LLC (0xd)\n" ADDRESSES DATA },
    { "unknown",
      "70" ENDS "ff",
      "Fiber Distributed Data Interface, Unknown frame type\n"
      " Frame Control: 0x70 (Unknown frame type)\n"
      "  0111 .... = Class/Length/Format: Unknown (0x7)\n" ADDRESSES DATA },
    { "padding",
      "010203 67" ENDS "ff",
      "Fiber Distributed Data Interface, Implementor async frame, control 7\n"
      " Frame Control: 0x67 (Implementor async frame, control 7)\n"
      "  0110 .... = Class/Length/Format: Implementor Async (0x6)\n" ADDRESSES DATA,
      "fddi.padding:TRUE" },
};

int main(void)
{
    vectors_check(&proto_fddi, vectors, ARRAY_LEN(vectors));
    return check_done();
}
