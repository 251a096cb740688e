/* bitcoin_test.c - vectors of bitcoin.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_bitcoin;

static const struct vector vectors[] = {
    { "version 105",
      "f9be b4d9 7665 7273 696f 6e00 0000 0000 2e00 0000 6162 6364 6900 0000 0100 0000 0000 0000 00f1 5365 "
      "0000 0000 0100 0000 0000 0000 0000 0000 0000 0000 0000 ffff 0102 0304 208d", NULL },
    { "version 106",
      "f9be b4d9 7665 7273 696f 6e00 0000 0000 5a00 0000 6162 6364 6a00 0000 0100 0000 0000 0000 00f1 5365 "
      "0000 0000 0100 0000 0000 0000 0000 0000 0000 0000 0000 ffff 0102 0304 208d 0100 0000 0000 0000 0000 "
      "0000 0000 0000 0000 ffff 0102 0304 208d 3132 3334 3536 3738 052f 6162 632f 6300 0000", NULL },
    { "version 70001",
      "f9 beb4 d976 6572 7369 6f6e 0000 0000 005b 0000 0061 6263 6471 1101 0001 0000 0000 0000 0000 f153 "
      "6500 0000 0001 0000 0000 0000 0000 0000 0000 0000 0000 00ff ff01 0203 0420 8d01 0000 0000 0000 0000 "
      "0000 0000 0000 0000 00ff ff01 0203 0420 8d31 3233 3435 3637 3805 2f61 6263 2f63 0000 0001",
      "Bitcoin protocol\n"
      " Packet magic: 0xf9beb4d9\n"
      " Command name: version\n"
      " Payload Length: 91\n"
      " Payload checksum: 0x61626364\n"
      " Version message\n"
      "  Protocol version: 70001\n"
      "  Node services: 0x0000000000000001\n"
      "   .... .... .... .... .... .... .... ...1 = Network node: Set\n"
      "  Node timestamp: Nov 14, 2023 22:13:20.000000000 UTC\n"
      "  Address as receiving node\n"
      "   Node services: 0x0000000000000001\n"
      "    .... .... .... .... .... .... .... ...1 = Network node: Set\n"
      "   Node address: ::ffff:1.2.3.4\n"
      "   Node port: 8333\n"
      "  Address of emmitting node\n"
      "   Node services: 0x0000000000000001\n"
      "    .... .... .... .... .... .... .... ...1 = Network node: Set\n"
      "   Node address: ::ffff:1.2.3.4\n"
      "   Node port: 8333\n"
      "  Random nonce: 0x3837363534333231\n"
      "  User agent\n"
      "   Count: 5\n"
      "   String value: /abc/\n"
      "  Block start height: 99\n"
    },
    { "verack",
      "f9be b4d9 7665 7261 636b 0000 0000 0000 0000 0000 6162 6364", NULL },
    { "getaddr",
      "f9be b4d9 6765 7461 6464 7200 0000 0000 0000 0000 6162 6364", NULL },
    { "mempool",
      "f9be b4d9 6d65 6d70 6f6f 6c00 0000 0000 0000 0000 6162 6364", NULL },
    { "checkorder",
      "f9 beb4 d963 6865 636b 6f72 6465 7200 0003 0000 0061 6263 6461 6263", NULL },
    { "submitorder",
      "f9 beb4 d973 7562 6d69 746f 7264 6572 0003 0000 0061 6263 6461 6263", NULL },
    { "reply",
      "f9be b4d9 7265 706c 7900 0000 0000 0000 0400 0000 6162 6364 6162 6364", NULL },
    { "alert",
      "f9be b4d9 616c 6572 7400 0000 0000 0000 0600 0000 6162 6364 6162 6364 6566", NULL },
    { "addr",
      "f9 beb4 d961 6464 7200 0000 0000 0000 003d 0000 0061 6263 6402 00f1 5365 0100 0000 0000 0000 0000 "
      "0000 0000 0000 0000 ffff 0102 0304 208d 00f1 5365 0100 0000 0000 0000 0000 0000 0000 0000 0000 ffff "
      "0102 0304 208d",
      "Bitcoin protocol\n"
      " Packet magic: 0xf9beb4d9\n"
      " Command name: addr\n"
      " Payload Length: 61\n"
      " Payload checksum: 0x61626364\n"
      " Address message\n"
      "  Count: 2\n"
      "  Address: 00f15365010000000000000000000000000000000000ffff01020304208d\n"
      "   Node services: 0x0000000000000001\n"
      "    .... .... .... .... .... .... .... ...1 = Network node: Set\n"
      "   Node address: ::ffff:1.2.3.4\n"
      "   Node port: 8333\n"
      "   Address timestamp: Nov 14, 2023 22:13:20.000000000 UTC\n"
      "  Address: 00f15365010000000000000000000000000000000000ffff01020304208d\n"
      "   Node services: 0x0000000000000001\n"
      "    .... .... .... .... .... .... .... ...1 = Network node: Set\n"
      "   Node address: ::ffff:1.2.3.4\n"
      "   Node port: 8333\n"
      "   Address timestamp: Nov 14, 2023 22:13:20.000000000 UTC\n"
    },
    { "inv",
      "f9 beb4 d969 6e76 0000 0000 0000 0000 006d 0000 0061 6263 6403 0000 0000 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0100 0000 0001 0203 0405 0607 0809 0a0b 0c0d "
      "0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0200 0000 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 "
      "1213 1415 1617 1819 1a1b 1c1d 1e1f", NULL },
    { "getdata",
      "f9 beb4 d967 6574 6461 7461 0000 0000 0049 0000 0061 6263 6402 0300 0000 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0400 0000 0001 0203 0405 0607 0809 0a0b 0c0d "
      "0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f", NULL },
    { "notfound",
      "f9 beb4 d96e 6f74 666f 756e 6400 0000 0049 0000 0061 6263 6402 0100 0040 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0400 0000 0001 0203 0405 0607 0809 0a0b 0c0d "
      "0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f", NULL },
    { "getblocks",
      "f9 beb4 d967 6574 626c 6f63 6b73 0000 0065 0000 0061 6263 6471 1101 0002 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 "
      "1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 "
      "1a1b 1c1d 1e1f", NULL },
    { "getheaders",
      "f9 beb4 d967 6574 6865 6164 6572 7300 0065 0000 0061 6263 6471 1101 0002 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 "
      "1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 "
      "1a1b 1c1d 1e1f", NULL },
    { "tx",
      "f9 beb4 d974 7800 0000 0000 0000 0000 0041 0000 0061 6263 6401 0000 0001 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0200 0000 0361 6263 0900 0000 0137 0000 0000 "
      "0000 0002 7879 0700 0000", NULL },
    { "block",
      "f9 beb4 d962 6c6f 636b 0000 0000 0000 00d3 0000 0061 6263 6401 0000 0000 0102 0304 0506 0708 090a "
      "0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f00 0102 0304 0506 0708 090a 0b0c 0d0e 0f10 1112 "
      "1314 1516 1718 191a 1b1c 1d1e 1f00 f153 6539 f300 1b4d 0000 0002 0100 0000 0100 0102 0304 0506 0708 "
      "090a 0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f02 0000 0003 6162 6309 0000 0001 3700 0000 "
      "0000 0000 0278 7907 0000 0001 0000 0001 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 1213 1415 1617 "
      "1819 1a1b 1c1d 1e1f 0200 0000 0361 6263 0900 0000 0137 0000 0000 0000 0002 7879 0700 0000",
      "Bitcoin protocol\n"
      " Packet magic: 0xf9beb4d9\n"
      " Command name: block\n"
      " Payload Length: 211\n"
      " Payload checksum: 0x61626364\n"
      " Block message\n"
      "  Block version: 1\n"
      "  Previous block: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "  Merkle root: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "  Block timestamp: Nov 14, 2023 22:13:20.000000000 UTC\n"
      "  Bits: 0x1b00f339\n"
      "  Nonce: 0x0000004d\n"
      "  Number of transactions: 2\n"
      "  Tx message [    1 ]\n"
      "   Transaction version: 1\n"
      "   Input Count: 1\n"
      "   Transaction input\n"
      "    Previous output\n"
      "     Hash: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "     Index: 2\n"
      "    Script Length: 3\n"
      "    Signature script: 616263\n"
      "    Sequence: 9\n"
      "   Output Count: 1\n"
      "   Transaction output\n"
      "    Value: 55\n"
      "    Script Length: 2\n"
      "    Script: 7879\n"
      "   Block lock time or block ID: 7\n"
      "  Tx message [    2 ]\n"
      "   Transaction version: 1\n"
      "   Input Count: 1\n"
      "   Transaction input\n"
      "    Previous output\n"
      "     Hash: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "     Index: 2\n"
      "    Script Length: 3\n"
      "    Signature script: 616263\n"
      "    Sequence: 9\n"
      "   Output Count: 1\n"
      "   Transaction output\n"
      "    Value: 55\n"
      "    Script Length: 2\n"
      "    Script: 7879\n"
      "   Block lock time or block ID: 7\n"
    },
    { "headers",
      "f9 beb4 d968 6561 6465 7273 0000 0000 00a3 0000 0061 6263 6402 0100 0000 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 "
      "1213 1415 1617 1819 1a1b 1c1d 1e1f 00f1 5365 39f3 001b 4d00 0000 0001 0000 0000 0102 0304 0506 0708 "
      "090a 0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f00 0102 0304 0506 0708 090a 0b0c 0d0e 0f10 "
      "1112 1314 1516 1718 191a 1b1c 1d1e 1f00 f153 6539 f300 1b4d 0000 0000", NULL },
    { "headers with a count",
      "f9be b4d9 6865 6164 6572 7300 0000 0000 5400 0000 6162 6364 0101 0000 0000 0102 0304 0506 0708 090a "
      "0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f00 0102 0304 0506 0708 090a 0b0c 0d0e 0f10 1112 "
      "1314 1516 1718 191a 1b1c 1d1e 1f00 f153 6539 f300 1b4d 0000 00fd 0401", NULL },
    { "ping",
      "f9be b4d9 7069 6e67 0000 0000 0000 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "pong",
      "f9be b4d9 706f 6e67 0000 0000 0000 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "ping of nothing",
      "f9be b4d9 7069 6e67 0000 0000 0000 0000 0000 0000 6162 6364", NULL },
    { "reject",
      "f9be b4d9 7265 6a65 6374 0000 0000 0000 2a00 0000 6162 6364 0474 7800 7a10 0362 6164 0001 0203 0405 "
      "0607 0809 0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f",
      "Bitcoin protocol\n"
      " Packet magic: 0xf9beb4d9\n"
      " Command name: reject\n"
      " Payload Length: 42\n"
      " Payload checksum: 0x61626364\n"
      " Reject message\n"
      "  Message rejected\n"
      "   Count: 4\n"
      "   String value: tx\n"
      "    [Expert Info (Warning/Undecoded): Trailing stray characters]\n"
      "     [Trailing stray characters]\n"
      "     [Severity level: Warning]\n"
      "     [Group: Undecoded]\n"
      "  CCode: REJECT_INVALID (0x10)\n"
      "  Reason\n"
      "   Count: 3\n"
      "   String value: bad\n"
      "  Data: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
    },
    { "reject without data",
      "f9be b4d9 7265 6a65 6374 0000 0000 0000 0800 0000 6162 6364 0274 7810 0362 6164", NULL },
    { "filterload",
      "f9be b4d9 6669 6c74 6572 6c6f 6164 0000 0e00 0000 6162 6364 0461 6263 6403 0000 0004 0000 0001", NULL },
    { "filteradd",
      "f9 beb4 d966 696c 7465 7261 6464 0000 0005 0000 0061 6263 6404 6162 6364", NULL },
    { "filterclear",
      "f9be b4d9 6669 6c74 6572 636c 6561 7200 0000 0000 6162 6364", NULL },
    { "merkleblock",
      "f9 beb4 d96d 6572 6b6c 6562 6c6f 636b 0099 0000 0061 6263 6401 0000 0000 0102 0304 0506 0708 090a "
      "0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f00 0102 0304 0506 0708 090a 0b0c 0d0e 0f10 1112 "
      "1314 1516 1718 191a 1b1c 1d1e 1f00 f153 6539 f300 1b4d 0000 0007 0000 0002 0001 0203 0405 0607 0809 "
      "0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 "
      "1213 1415 1617 1819 1a1b 1c1d 1e1f 0361 6263",
      "Bitcoin protocol\n"
      " Packet magic: 0xf9beb4d9\n"
      " Command name: merkleblock\n"
      " Payload Length: 153\n"
      " Payload checksum: 0x61626364\n"
      " Merkleblock message\n"
      "  Block version: 1\n"
      "  Previous block: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "  Merkle root: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "  Block timestamp: Nov 14, 2023 22:13:20.000000000 UTC\n"
      "  Bits: 0x1b00f339\n"
      "  Nonce: 0x0000004d\n"
      "  Number of transactions: 7\n"
      "  Hashes\n"
      "   Count: 2\n"
      "   Hash: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "   Hash: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "  Flags\n"
      "   Size: 3\n"
      "   Data: 616263\n"
    },
    { "sendheaders",
      "f9be b4d9 7365 6e64 6865 6164 6572 7300 0000 0000 6162 6364", NULL },
    { "feefilter",
      "f9be b4d9 6665 6566 696c 7465 7200 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "cmpctblock",
      "f9be b4d9 636d 7063 7462 6c6f 636b 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "test network",
      "fabf b5da 7069 6e67 0000 0000 0000 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "test network 3",
      "0b11 0907 7069 6e67 0000 0000 0000 0000 0800 0000 6162 6364 3132 3334 3536 3738", NULL },
    { "two",
      "f9be b4d9 7665 7261 636b 0000 0000 0000 0000 0000 6162 6364 f9be b4d9 6765 7461 6464 7200 0000 0000 "
      "0000 0000 6162 6364", NULL },
    { "counts beyond all bounds",
      "f9 beb4 d969 6e76 0000 0000 0000 0000 000b 0000 0061 6263 64ff ffff ffff ffff ffff 3132", NULL },
    { "script beyond all bounds",
      "f9be b4d9 7478 0000 0000 0000 0000 0000 3400 0000 6162 6364 0100 0000 0100 0102 0304 0506 0708 090a "
      "0b0c 0d0e 0f10 1112 1314 1516 1718 191a 1b1c 1d1e 1f02 0000 00ff ffff ffff ffff ffff 3132", NULL },
    { "length beyond all bounds",
      "f9 beb4 d969 6e76 0000 0000 0000 0000 00ff ffff ffff ffff ff01", NULL },
};

int main(void)
{
    vectors_check(&proto_bitcoin, vectors, ARRAY_LEN(vectors));
    return check_done();
}
