/* ntp_test.c - vectors of ntp.c and ntp_private.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_ntp;

#define TIMES "00000000000000000000000000000000 0000000000000000 dbaca3e877c408ac"

static const struct vector vectors[] = {
    { "client", "e30008ec 00000000 00000041 47505300" TIMES,
      "Network Time Protocol (NTP Version 4, client)\n"
      " Flags: 0xe3, Leap Indicator: unknown (clock unsynchronized), Version number: NTP Version 4, Mode: client\n"
      "  11.. .... = Leap Indicator: unknown (clock unsynchronized) (3)\n"
      "  ..10 0... = Version number: NTP Version 4 (4)\n"
      "  .... .011 = Mode: client (3)\n"
      " Peer Clock Stratum: unspecified or invalid (0)\n"
      " Peer Polling Interval: 8 (256 seconds)\n"
      " Peer Clock Precision: 0.000001 seconds\n"
      " Root Delay: 0.000000 seconds\n"
      " Root Dispersion: 0.000992 seconds\n"
      " Reference ID: Global Position System\n"
      " Reference Timestamp: NULL\n"
      " Origin Timestamp: NULL\n"
      " Receive Timestamp: NULL\n"
      " Transmit Timestamp: Oct 15, 2016 12:47:36.467834989 UTC\n" },
    { "extension and MAC", "230106e8 00000001 00000002 01020304" TIMES "01040010000102030405060708090a0b 0000000100112233", NULL },
    { "extension of 18 bytes", "230106e8 00000001 00000002 01020304" TIMES "01040012000102030405060708090a0b0000000100112233", NULL },
    { "control: system variables", "16820001 06150000 00000028 76657273696f6e3d226e7470642034222c206c6561703d30302c0d0a737472"
      "6174756d3d322c2078", NULL },
    { "control: associations", "16810001 06150000 0000000c 000114140002962400030000", NULL },
    { "control: peer, authenticated", "16820001 f6a30005 00000003 61626300 00000001 00112233445566778899aabbccddeeff", NULL },
    { "control: clock", "16840001 f6a30005 00000003 61626300", NULL },
    { "control: error, trap, nonce", "16c20001 04000005 00000000", NULL },
    { "private: monlist", "9700032a 00010048 00000001 00000002 00000003 00000004 c0000201 c0000202 00000000 007b0302 00000001"
      "00000000 20010db8000000000000000000000001 20010db8000000000000000000000002", NULL },
    { "private: interfaces", "9700032c 00010088 c0000201 000000000000000000000000 c00002ff 000000000000000000000000 ffffff00"
      "000000000000000000000000 00000000 65746830 00000000 0000000000000000 0000000000000000 0000000000000000 00000000"
      "00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0002 00 01 00000000", NULL },
    { "private: peer", "97000302 000100bd c0000201 c0000202 007b 05 00 03 04 02 06 06 ec 04 00 ff 00 00 40 0000 1234 00000001", NULL },
    { "private: items of no size", "97000300 0fff0000", NULL },
    { "private: authenticated", "1781030a 00000000 0000", NULL },
};

int main(void)
{
    vectors_check(&proto_ntp, vectors, ARRAY_LEN(vectors));
    return check_done();
}
