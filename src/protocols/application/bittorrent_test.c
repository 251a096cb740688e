/* bittorrent_test.c - vectors of bittorrent.c and bencode.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_bittorrent, proto_bencode;

static const struct vector vectors[] = {
    { "handshake",
      "1342 6974 546f 7272 656e 7420 7072 6f74 6f63 6f6c 0000 0000 0000 0000 0001 0203 0405 0607 0809 0a0b "
      "0c0d 0e0f 1011 1213 2d55 5731 3330 512d 5153 7032 7639 7756 4f34 3861",
      "BitTorrent\n"
      " Protocol Name Length: 19\n"
      " Protocol Name: BitTorrent protocol\n"
      " Reserved Extension Bytes: 0000000000000000\n"
      " SHA1 Hash of info dictionary: 000102030405060708090a0b0c0d0e0f10111213\n"
      " Peer ID: 2d5557313330512d51537032763977564f343861\n"
    },
    { "have",
      "00 0000 0504 0000 0007",
      "BitTorrent\n"
      " Message: Len:5, Have, Piece (Idx:0x7)\n"
      "  Message Length: 5\n"
      "  Message Type: Have (4)\n"
      "  Piece index: 0x00000007\n"
    },
    { "bitfield",
      "0000 0004 05ff 0080", NULL },
    { "request",
      "00 0000 0d06 0000 0001 0000 0002 0000 0003",
      "BitTorrent\n"
      " Message: Len:13, Request, Piece (Idx:0x1,Begin:0x2,Len:0x3)\n"
      "  Message Length: 13\n"
      "  Message Type: Request (6)\n"
      "  Piece index: 0x00000001\n"
      "  Begin offset of piece: 0x00000002\n"
      "  Piece Length: 0x00000003\n"
    },
    { "piece",
      "00 0000 0d07 0000 0001 0000 0002 6461 7461", NULL },
    { "port",
      "00 0000 0309 1ae1", NULL },
    { "unknown type",
      "00 0000 010a",
      "BitTorrent\n"
      " Extended Message: 000000010a\n"
    },
    { "suggest",
      "00 0000 050d 0000 0009", NULL },
    { "reject",
      "00 0000 0d10 0000 0001 0000 0002 0000 0003", NULL },
    { "extended",
      "00 0000 2114 0064 313a 6d64 323a 6162 6933 6565 313a 7635 3a68 656c 6c6f 313a 7869 2d35 6565",
      "BitTorrent\n"
      " Message: Len:33, Extended\n"
      "  Message Length: 33\n"
      "  Message Type: Extended (20)\n"
      "  Extended Message ID: 0\n"
      "  Dictionary\n"
      "   Entry Key: m\n"
      "    String Length: 1\n"
      "    String: m\n"
      "    Dictionary\n"
      "     Entry Key: ab  Value: 3\n"
      "      String Length: 2\n"
      "      String: ab\n"
      "      Integer: 3\n"
      "   Entry Key: v  Value: hello\n"
      "    String Length: 1\n"
      "    String: v\n"
      "    String Length: 5\n"
      "    String: hello\n"
      "   Entry Key: x  Value: -5\n"
      "    String Length: 1\n"
      "    String: x\n"
      "    Integer: -5\n"
    },
    { "keep alive",
      "0000 0000", NULL },
    { "extended, not the first",
      "00 0000 0514 0161 6263", NULL },
    { "Azureus piece",
      "00 0000 1900 0000 0842 545f 5049 4543 4501 0000 0001 0000 0002 6461 7461",
      "BitTorrent\n"
      " Azureus Message: Len 25, Piece, Idx:0x1,Begin:0x2,Len:0x4\n"
      "  Message Length: 25\n"
      "  Message Type Length: 8\n"
      "  Message Type: BT_PIECE\n"
      "  Message Priority: Normal (1)\n"
      "  Piece index: 0x00000001\n"
      "  Begin offset of piece: 0x00000002\n"
      "  Data in a piece: 64617461\n"
    },
    { "Azureus exchange",
      "00 0000 1d00 0000 1041 5a5f 5045 4552 5f45 5843 4841 4e47 4501 6431 3a61 6931 6565", NULL },
    { "cache hello",
      "0000 0018 0000 0009 4a50 435f 4845 4c4c 4f01 0000 0002 6869 0000 0005", NULL },
    { "cache reply",
      "0000 0020 0000 0009 4a50 435f 5245 504c 5901 0000 0002 6869 0000 0002 0000 0003 0000 0005", NULL },
    { "two",
      "0000 0001 0000 0000 0101", NULL },
};

static const struct vector values[] = {
    { "dictionary",
      "64 313a 6d64 323a 6162 6933 6565 313a 7635 3a68 656c 6c6f 313a 7869 2d35 6565", NULL },
    { "list",
      "6c31 3a61 6933 6564 313a 6231 3a63 6565", NULL },
    { "bad integer",
      "6935 7865", NULL },
    { "integer that does not fit",
      "69 3939 3939 3939 3939 3939 3965", NULL },
    { "too deep",
      "6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c 6c6c "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565", NULL },
    { "bad key",
      "6469 3565 313a 6165", NULL },
    { "bad value",
      "6431 3a61 3939 3a62 6265", NULL },
    { "no end",
      "64 313a 6169 3565", NULL },
    { "no value",
      "6431 3a61", NULL },
    { "string beyond the end",
      "35 3a61 6263", NULL },
    { "no colon",
      "35 7861 6263", NULL },
    { "length beyond all bounds",
      "3432 3934 3936 3732 3939 3a61 6263", NULL },
    { "list without end",
      "6c", NULL },
    { "deep dictionaries",
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 "
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 "
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 "
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 "
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 "
      "6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61 6431 3a61", NULL },
    { "nothing known",
      "78", NULL },
};

int main(void)
{
    vectors_check(&proto_bittorrent, vectors, ARRAY_LEN(vectors));
    vectors_check(&proto_bencode, values, ARRAY_LEN(values));
    return check_done();
}
