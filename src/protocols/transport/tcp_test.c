/* tcp_test.c - vectors of tcp.c and tcp_options.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_tcp;

static const struct vector vectors[] = {
    { "SYN", "03e9 07d0 00000064 00000000 a002 2000 edd7 0000  020405b4 030307 0402 080a0102030405060708 00",
      "Transmission Control Protocol, Src Port: 1001, Dst Port: 2000, Seq: 0, Len: 0\n"
      " Source Port: 1001\n"
      " Destination Port: 2000\n"
      " [Stream index: 0]\n"
      " [Conversation completeness: Incomplete, SYN_SENT (1)]\n"
      " [TCP Segment Len: 0]\n"
      " Sequence Number: 0    (relative sequence number)\n"
      " Sequence Number (raw): 100\n"
      " [Next Sequence Number: 1    (relative sequence number)]\n"
      " Acknowledgment Number: 0\n"
      " Acknowledgment number (raw): 0\n"
      " 1010 .... = Header Length: 40 bytes (10)\n"
      " Flags: 0x002 (SYN)\n"
      "  000. .... .... = Reserved: Not set\n"
      "  ...0 .... .... = Accurate ECN: Not set\n"
      "  .... 0... .... = Congestion Window Reduced: Not set\n"
      "  .... .0.. .... = ECN-Echo: Not set\n"
      "  .... ..0. .... = Urgent: Not set\n"
      "  .... ...0 .... = Acknowledgment: Not set\n"
      "  .... .... 0... = Push: Not set\n"
      "  .... .... .0.. = Reset: Not set\n"
      "  .... .... ..1. = Syn: Set\n"
      "   [Expert Info (Chat/Sequence): Connection establish request (SYN): server port 2000]\n"
      "    [Connection establish request (SYN): server port 2000]\n"
      "    [Severity level: Chat]\n"
      "    [Group: Sequence]\n"
      "  .... .... ...0 = Fin: Not set\n"
      "  [TCP Flags: \xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7S\xc2\xb7]\n"
      " Window: 8192\n"
      " [Calculated window size: 8192]\n"
      " Checksum: 0xedd7 [unverified]\n"
      " [Checksum Status: Unverified]\n"
      " Urgent Pointer: 0\n"
      " Options: (20 bytes), Maximum segment size, Window scale, SACK permitted, Timestamps, End of Option List (EOL)\n"
      "  TCP Option - Maximum segment size: 1460 bytes\n"
      "   Kind: Maximum Segment Size (2)\n"
      "   Length: 4\n"
      "   MSS Value: 1460\n"
      "  TCP Option - Window scale: 7 (multiply by 128)\n"
      "   Kind: Window Scale (3)\n"
      "   Length: 3\n"
      "   Shift count: 7\n"
      "   [Multiplier: 128]\n"
      "  TCP Option - SACK permitted\n"
      "   Kind: SACK Permitted (4)\n"
      "   Length: 2\n"
      "  TCP Option - Timestamps: TSval 16909060, TSecr 84281096\n"
      "   Kind: Time Stamp Option (8)\n"
      "   Length: 10\n"
      "   Timestamp value: 16909060\n"
      "   Timestamp echo reply: 84281096\n"
      "  TCP Option - End of Option List (EOL)\n"
      "   Kind: End of Option List (0)\n"
      " [Timestamps]\n"
      "  [Time since first frame in this TCP stream: 0.000000000 seconds]\n"
      "  [Time since previous frame in this TCP stream: 0.000000000 seconds]\n" },
    { "all flags, urgent", "03e9 07d0 00000000 00000007 5fff 2000 0000 0005", NULL },
    { "SYN with data", "03e9 07d0 00000064 00000000 5002 2000 0000 0000 616263",
      "Transmission Control Protocol, Src Port: 1001, Dst Port: 2000, Seq: 0, Len: 3\n"
      " Source Port: 1001\n"
      " Destination Port: 2000\n"
      " [Stream index: 0]\n"
      " [Conversation completeness: Incomplete (9)]\n"
      " [TCP Segment Len: 3]\n"
      " Sequence Number: 0    (relative sequence number)\n"
      " Sequence Number (raw): 100\n"
      " [Next Sequence Number: 4    (relative sequence number)]\n"
      " Acknowledgment Number: 0\n"
      " Acknowledgment number (raw): 0\n"
      " 0101 .... = Header Length: 20 bytes (5)\n"
      " Flags: 0x002 (SYN)\n"
      "  000. .... .... = Reserved: Not set\n"
      "  ...0 .... .... = Accurate ECN: Not set\n"
      "  .... 0... .... = Congestion Window Reduced: Not set\n"
      "  .... .0.. .... = ECN-Echo: Not set\n"
      "  .... ..0. .... = Urgent: Not set\n"
      "  .... ...0 .... = Acknowledgment: Not set\n"
      "  .... .... 0... = Push: Not set\n"
      "  .... .... .0.. = Reset: Not set\n"
      "  .... .... ..1. = Syn: Set\n"
      "   [Expert Info (Chat/Sequence): Connection establish request (SYN): server port 2000]\n"
      "    [Connection establish request (SYN): server port 2000]\n"
      "    [Severity level: Chat]\n"
      "    [Group: Sequence]\n"
      "  .... .... ...0 = Fin: Not set\n"
      "  [TCP Flags: \xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7S\xc2\xb7]\n"
      " Window: 8192\n"
      " [Calculated window size: 8192]\n"
      " Checksum: 0x0000 [unverified]\n"
      " [Checksum Status: Unverified]\n"
      " Urgent Pointer: 0\n"
      " [Timestamps]\n"
      "  [Time since first frame in this TCP stream: 0.000000000 seconds]\n"
      "  [Time since previous frame in this TCP stream: 0.000000000 seconds]\n"
      " [SEQ/ACK analysis]\n"
      "  [Bytes in flight: 3]\n"
      "  [Bytes sent since last PSH flag: 3]\n"
      " TCP payload (3 bytes)\n"
      "Data (3 bytes)\n"
      " Data: 616263\n"
      " [Length: 3]\n" },
    { "payload", "03e9 07d0 00000000 00000007 5018 2000 0000 0000 61626364", NULL },
    { "reset with a reason", "03e9 07d0 00000000 00000007 5014 2000 0000 0000 61626364", NULL },
    { "header length below 20", "03e9 07d0 00000000 00000007 4018 2000 0000 0000", NULL },
    { "header longer than the segment", "03e9 07d0 00000000 00000007 a018 2000 0000 0000 0204", NULL },
    { "SACK, D-SACK", "03e9 07d0 00000000 00000008 a010 2000 0000 0000 0512 00000001 00000005 0000000a 0000000f 0000", NULL },
    { "SACK too short", "03e9 07d0 00000000 00000008 7010 2000 0000 0000 0506 aabbccdd 0000", NULL },
    { "echo, CC, MD5, AO", "03e9 07d0 00000000 00000008 f010 2000 0000 0000 060601020304 0b0600000009"
      "1312000102030405060708090a0b0c0d0e0f 1d06010200aa 0000", NULL },
    { "SCPS, SNACK, Quick-Start, user timeout", "03e9 07d0 00000000 00000008 d010 2000 0000 0000 1404ff05 1406212231400000"
      "150600020003 1b080511aabbccdd 1c048005", NULL },
    { "fast open, accurate ECN, experiments", "03e9 07d0 00000000 00000008 f002 2000 0000 0000 2206aabbccdd ac0b000001000002000003"
      "ae050000 01fd06f9890102 fd08e2d4c3d91122 0000", NULL },
    { "Riverbed", "03e9 07d0 00000000 00000008 f010 2000 0000 0000 4c0e01010a0b0c0d0a0a0a0a1f90 4e1007010102030405060708111122224c040c01"
      "4c04fc0100", NULL },
    { "lost options", "03e9 07d0 00000000 00000008 6010 2000 0000 0000 01010105", NULL },
    { "padding that is not zero", "03e9 07d0 00000000 00000008 6010 2000 0000 0000 00010203", NULL },
    { "four NOPs", "03e9 07d0 00000000 00000008 6010 2000 0000 0000 01010101", NULL },
    { "MPTCP capable", "03e9 07d0 00000000 00000008 a010 2000 0000 0000 1e1400810102030405060708 1112131415161718", NULL },
    { "MPTCP data sequence", "03e9 07d0 00000000 00000008 c010 2000 0000 0000 1e1c201fa1a2a3a4a5a6a7a8b1b2b3b4b5b6b7b8000000010004 1234", NULL },
    { "MPTCP addresses", "03e9 07d0 00000000 00000008 e010 2000 0000 0000 1e1e360520010db80000000000000000000000011f901122334455667788"
      "1e06400506071e048f031e0351", NULL },
    { "MPTCP join, fail, fast close", "03e9 07d0 00000000 00000008 e010 2000 0000 0000 1e0c11050a0b0c0d11121314"
      "1e0c60010000000000000000 1e0c70010102030405060708", NULL },
};

int main(void)
{
    vectors_check(&proto_tcp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
