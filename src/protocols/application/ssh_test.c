/* ssh_test.c - vectors of ssh.c and its parts. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_ssh;

static const struct vector vectors[] = {
    { "version",
      "53 5348 2d32 2e30 2d78 5f31 0d0a",
      "SSH Protocol\n"
      " Protocol: SSH-2.0-x_1\n"
      " [Direction: client-to-server]\n"
    },
    { "key exchange begins",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 008c 0714 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 0000 0011 "
      "6375 7276 6532 3535 3139 2d73 6861 3235 3600 0000 0773 7368 2d72 7361 0000 000a 6165 7331 3238 2d63 "
      "7472 0000 000a 6165 7331 3238 2d63 7472 0000 0009 686d 6163 2d73 6861 3100 0000 0968 6d61 632d 7368 "
      "6131 0000 0004 6e6f 6e65 0000 0004 6e6f 6e65 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000",
      "SSH Protocol\n"
      " Protocol: SSH-2.0-x_1\n"
      " SSH Version 2\n"
      "  Packet Length: 140\n"
      "  Padding Length: 7\n"
      "  Key Exchange\n"
      "   Message Code: Key Exchange Init (20)\n"
      "   Algorithms\n"
      "    Cookie: 000102030405060708090a0b0c0d0e0f\n"
      "    kex_algorithms length: 17\n"
      "    kex_algorithms string: curve25519-sha256\n"
      "    server_host_key_algorithms length: 7\n"
      "    server_host_key_algorithms string: ssh-rsa\n"
      "    encryption_algorithms_client_to_server length: 10\n"
      "    encryption_algorithms_client_to_server string: aes128-ctr\n"
      "    encryption_algorithms_server_to_client length: 10\n"
      "    encryption_algorithms_server_to_client string: aes128-ctr\n"
      "    mac_algorithms_client_to_server length: 9\n"
      "    mac_algorithms_client_to_server string: hmac-sha1\n"
      "    mac_algorithms_server_to_client length: 9\n"
      "    mac_algorithms_server_to_client string: hmac-sha1\n"
      "    compression_algorithms_client_to_server length: 4\n"
      "    compression_algorithms_client_to_server string: none\n"
      "    compression_algorithms_server_to_client length: 4\n"
      "    compression_algorithms_server_to_client string: none\n"
      "    languages_client_to_server length: 0\n"
      "    languages_client_to_server string: \n"
      "    languages_server_to_client length: 0\n"
      "    languages_server_to_client string: \n"
      "    First KEX Packet Follows: 0\n"
      "    Reserved: 00000000\n"
      "    [hasshAlgorithms: curve25519-sha256;aes128-ctr;hmac-sha1;none]\n"
      "    [hassh: 7fffb234014b2a6c335168b9683cbb70]\n"
      "  Padding String: 00000000000000\n"
      "  Sequence number: 0\n"
      " [Direction: client-to-server]\n"
    },
    { "Diffie-Hellman",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 0014 061e 0000 0008 6565 6565 6565 6565 0000 0000 0000 0000 "
      "0084 091f 0000 002e 0000 0007 7373 682d 6473 7300 0000 1070 7070 7070 7070 7070 7070 7070 7070 7000 "
      "0000 0171 0000 0001 6700 0000 0179 0000 0008 5151 5151 5151 5151 0000 0037 0000 0007 7373 682d 6473 "
      "7300 0000 2861 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 6161 "
      "6161 6161 6100 0000 0000 0000 0000 0000 000c 0a15 0000 0000 0000 0000 0000 6162 6364 6566 6768 696a "
      "6b6c 6d6e 6f70 7172 7374 7576 7778 797a",
      "SSH Protocol\n"
      " Protocol: SSH-2.0-x_1\n"
      " SSH Version 2\n"
      "  Packet Length: 20\n"
      "  Padding Length: 6\n"
      "  Key Exchange\n"
      "   Message Code: Diffie-Hellman Key Exchange Init (30)\n"
      "   Multi Precision Integer Length: 8\n"
      "   DH client e: 6565656565656565\n"
      "  Padding String: 000000000000\n"
      "  Sequence number: 0\n"
      " SSH Version 2\n"
      "  Packet Length: 132\n"
      "  Padding Length: 9\n"
      "  Key Exchange\n"
      "   Message Code: Diffie-Hellman Key Exchange Reply (31)\n"
      "   KEX host key (type: ssh-dss)\n"
      "    Host key length: 46\n"
      "    Host key type length: 7\n"
      "    Host key type: ssh-dss\n"
      "    Multi Precision Integer Length: 16\n"
      "    DSA prime modulus (p): 70707070707070707070707070707070\n"
      "    Multi Precision Integer Length: 1\n"
      "    DSA prime divisor (q): 71\n"
      "    Multi Precision Integer Length: 1\n"
      "    DSA subgroup generator (g): 67\n"
      "    Multi Precision Integer Length: 1\n"
      "    DSA public key (y): 79\n"
      "   Multi Precision Integer Length: 8\n"
      "   DH server f: 5151515151515151\n"
      "   KEX host signature (type: ssh-dss)\n"
      "    Host signature length: 55\n"
      "    Host signature type length: 7\n"
      "    Host signature type: ssh-dss\n"
      "    Multi Precision Integer Length: 40\n"
      "    DSA signature: 616161616161616161616161616161616161616161616161616161616161616161616161…\n"
      "  Padding String: 000000000000000000\n"
      "  Sequence number: 1\n"
      " SSH Version 2\n"
      "  Packet Length: 12\n"
      "  Padding Length: 10\n"
      "  Key Exchange\n"
      "   Message Code: New Keys (21)\n"
      "  Padding String: 00000000000000000000\n"
      "  Sequence number: 2\n"
      " SSH Version 2\n"
      "  Packet Length (encrypted): 61626364\n"
      "  Encrypted Packet: 65666768696a6b6c6d6e6f707172737475767778797a\n"
      " [Direction: client-to-server]\n"
    },
    { "RSA",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 0064 091f 0000 0026 0000 0007 7373 682d 7273 6100 0000 0301 "
      "0001 0000 0010 6e6e 6e6e 6e6e 6e6e 6e6e 6e6e 6e6e 6e6e 0000 0008 5151 5151 5151 5151 0000 001f 0000 "
      "0007 7373 682d 7273 6100 0000 1073 7373 7373 7373 7373 7373 7373 7373 7300 0000 0000 0000 0000", NULL },
    { "ECDSA",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 00a4 071f 0000 0068 0000 0013 6563 6473 612d 7368 6132 2d6e "
      "6973 7470 3235 3600 0000 086e 6973 7470 3235 3600 0000 4104 7171 7171 7171 7171 7171 7171 7171 7171 "
      "7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 7171 "
      "7171 7171 7171 7171 0000 0008 5151 5151 5151 5151 0000 001f 0000 0007 7373 682d 7273 6100 0000 1073 "
      "7373 7373 7373 7373 7373 7373 7373 7300 0000 0000 0000", NULL },
    { "EdDSA",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 006c 041f 0000 0033 0000 000b 7373 682d 6564 3235 3531 3900 "
      "0000 2065 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6500 0000 0851 "
      "5151 5151 5151 5100 0000 1f00 0000 0773 7368 2d72 7361 0000 0010 7373 7373 7373 7373 7373 7373 7373 "
      "7373 0000 0000", NULL },
    { "unknown key",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 004c 091f 0000 000e 0000 0003 666f 6f00 0000 0361 6263 0000 "
      "0008 5151 5151 5151 5151 0000 001f 0000 0007 7373 682d 7273 6100 0000 1073 7373 7373 7373 7373 7373 "
      "7373 7373 7300 0000 0000 0000 0000", NULL },
    { "disconnect",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 001c 0901 0000 000b 0000 0003 6279 6500 0000 0265 6e00 0000 "
      "0000 0000 0000", NULL },
    { "long integer",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 045c 0a1e 0000 044c 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 6565 "
      "6565 6565 0000 0000 0000 0000 0000", NULL },
    { "length beyond all bounds",
      "5353 482d 322e 302d 785f 310d 0aff ffff ff04 1461 6263", NULL },
    { "lists beyond all bounds",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 001c 0614 6363 6363 6363 6363 6363 6363 6363 6363 ffff ffff "
      "0000 0000 0000", NULL },
    { "padding too long",
      "53 5348 2d32 2e30 2d78 5f31 0d0a 0000 000c c815 7878 7878 7878 7878 7878", NULL },
    { "nothing known",
      "4745 5420 2f20 4854 5450 2f31 2e31 0d0a 0d0a",
      "SSH Protocol\n"
      " Packet Length (encrypted): 47455420\n"
      " Encrypted Packet: 2f20485454502f312e310d0a0d0a\n"
      " [Direction: client-to-server]\n"
    },
    { "version 1",
      "5353 482d 312e 352d 6162 630a 0000 0007 0002 6161 6161 6161", NULL },
    { "half a version",
      "5353 482d 322e", NULL },
};

int main(void)
{
    vectors_check(&proto_ssh, vectors, ARRAY_LEN(vectors));
    return check_done();
}
