/* eap_test.c - vectors of eap.c, eap_methods.c and eap_tls.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_eap;

static const struct vector vectors[] = {
    { "identity",
      "020100150175736572406578616d706c652e6f7267",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 1\n"
      " Length: 21\n"
      " Type: Identity (1)\n"
      " Identity: user@example.org\n" },
    { "identity with options",
      "010200180148656c6c6f006e6574776f726b69643d666f6f",
      NULL },
    { "identity of a SIM",
      "02040038013132333431353031323334353637383940776c616e2e6d6e633031352e6d63633233342e336770706e6574"
      "776f726b2e6f7267",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 4\n"
      " Length: 56\n"
      " Type: Identity (1)\n"
      " Identity Prefix: '1'\n"
      " Identity Type: EAP-SIM Permanent\n"
      " Identity (Full): 234150123456789@wlan.mnc015.mcc234.3gppnetwork.org\n"
      " IMSI: 234150123456789\n"
      " Identity Mobile Network Code: 23415\n"
      " Identity Mobile Country Code: 234\n" },
    { "identity that cannot be printed",
      "0206000801000102",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 6\n"
      " Length: 8\n"
      " Type: Identity (1)\n"
      " Identity: \\001\\002\n"
      "  [Expert Info (Warning/Protocol): Non-ASCII characters within identity]\n"
      "   [Non-ASCII characters within identity]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n" },
    { "notification",
      "0109000e025761746368206f7574",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 9\n"
      " Length: 14\n"
      " Type: Notification (2)\n"
      " Notification: Watch out\n" },
    { "nak",
      "020a0009030d151900",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 10\n"
      " Length: 9\n"
      " Type: Legacy Nak (Response Only) (3)\n"
      " Desired Auth Type: TLS EAP (EAP-TLS) (13)\n" },
    { "MD5",
      "020c001a0410000102030405060708090a0b0c0d0e0f6e616d65",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 12\n"
      " Length: 26\n"
      " Type: MD5-Challenge EAP (EAP-MD5-CHALLENGE) (4)\n"
      "  [Expert Info (Warning/Security): Vulnerable to MITM attacks. If possible, change EAP type.]\n"
      "   [Vulnerable to MITM attacks. If possible, change EAP type.]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Security]\n"
      " EAP-MD5 Value-Size: 16\n"
      " EAP-MD5 Value: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-MD5 Extra Data: 6e616d65\n" },
    { "MD5, too long a value",
      "020d00160420000102030405060708090a0b0c0d0e0f",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 13\n"
      " Length: 22\n"
      " Type: MD5-Challenge EAP (EAP-MD5-CHALLENGE) (4)\n"
      "  [Expert Info (Warning/Security): Vulnerable to MITM attacks. If possible, change EAP type.]\n"
      "   [Vulnerable to MITM attacks. If possible, change EAP type.]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Security]\n"
      " EAP-MD5 Value-Size: 32\n"
      "  [Expert Info (Warning/Protocol): Overflow]\n"
      "   [Overflow]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " EAP-MD5 Value: 000102030405060708090a0b0c0d0e0f\n" },
    { "one-time password",
      "010e0012056f7470206368616c6c656e6765",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 14\n"
      " Length: 18\n"
      " Type: One-Time Password EAP (EAP-OTP) (5)\n"
      " EAP Data: 6f7470206368616c6c656e6765\n" },
    { "success",
      "030e0004",
      "Extensible Authentication Protocol\n"
      " Code: Success (3)\n"
      " Id: 14\n"
      " Length: 4\n" },
    { "unknown code",
      "070f00067a7a",
      "Extensible Authentication Protocol\n"
      " Code: Unknown (7)\n"
      " Id: 15\n"
      " Length: 6\n" },
    { "length too small",
      "0110000301616263",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 16\n"
      " Length: 3\n"
      "  [Expert Info (Warning/Protocol): Bad length (too small or too large)]\n"
      "   [Bad length (too small or too large)]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " Type: Identity (1)\n" },
    { "length too large",
      "0110006401616263",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 16\n"
      " Length: 100\n"
      "  [Expert Info (Warning/Protocol): Bad length (too small or too large)]\n"
      "   [Bad length (too small or too large)]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " Type: Identity (1)\n"
      "[Malformed Packet: EAP]\n"
      " [Expert Info (Error/Malformed): Malformed Packet (Exception occurred)]\n"
      "  [Malformed Packet (Exception occurred)]\n"
      "  [Severity level: Error]\n"
      "  [Group: Malformed]\n" },
    { "LEAP",
      "0111001411010008000102030405060775736572 / 0211002411010018000102030405060708090a0b0c0d0e0f10111"
      "2131415161775736572 / 0112001411010008000102030405060775736572",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 18\n"
      " Length: 20\n"
      " Type: Cisco Wireless EAP / Lightweight EAP (EAP-LEAP) (17)\n"
      "  [Expert Info (Warning/Security): Vulnerable to dictionary attacks. If possible, change EAP type. See http://www.cisco.com/warp/public/cc/pd/witc/ao350ap/prodlit/2331_pp.pdf]\n"
      "   [Vulnerable to dictionary attacks. If possible, change EAP type. See http://www.cisco.com/warp/public/cc/pd/witc/ao350ap/prodlit/2331_pp.pdf]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Security]\n"
      " EAP-LEAP Version: 1\n"
      " EAP-LEAP Reserved: 0x00\n"
      " EAP-LEAP Count: 8\n"
      " EAP-LEAP AP-Challenge: 0001020304050607\n"
      " EAP-LEAP Name: user\n" },
    { "LEAP, odd count",
      "0113001111010005000102030475736572",
      NULL },
    { "SIM start",
      "021b0034120a00000e0500103132333435363738393031323334353607050000000102030405060708090a0b0c0d0e0f"
      "10010001",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 27\n"
      " Length: 52\n"
      " Type: GSM Subscriber Identity Modules EAP (EAP-SIM) (18)\n"
      " EAP-SIM Subtype: Start (10)\n"
      " EAP-SIM Reserved: 0x0000\n"
      " EAP-SIM Attribute: AT_IDENTITY (14)\n"
      "  EAP-SIM Type: AT_IDENTITY (14)\n"
      "  EAP-SIM Length: 5\n"
      "  Identity Actual Length: 16\n"
      "  Identity: 1234567890123456\n"
      " EAP-SIM Attribute: AT_NONCE_MT (7)\n"
      "  EAP-SIM Type: AT_NONCE_MT (7)\n"
      "  EAP-SIM Length: 5\n"
      "  EAP-SIM Value: 0000000102030405060708090a0b0c0d0e0f\n"
      " EAP-SIM Attribute: AT_SELECTED_VERSION (16)\n"
      "  EAP-SIM Type: AT_SELECTED_VERSION (16)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Value: 0001\n" },
    { "SIM challenge",
      "011c0050120b0000010d0000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223"
      "2425262728292a2b2c2d2e2f0b050000000102030405060708090a0b0c0d0e0f",
      NULL },
    { "SIM notification",
      "011d0010120c00000c0140000c010402",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 29\n"
      " Length: 16\n"
      " Type: GSM Subscriber Identity Modules EAP (EAP-SIM) (18)\n"
      " EAP-SIM Subtype: Notification (12)\n"
      " EAP-SIM Reserved: 0x0000\n"
      " EAP-SIM Attribute: AT_NOTIFICATION (12)\n"
      "  EAP-SIM Type: AT_NOTIFICATION (12)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Notification Type: General Failure (16384)\n"
      " EAP-SIM Attribute: AT_NOTIFICATION (12)\n"
      "  EAP-SIM Type: AT_NOTIFICATION (12)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Notification Type: User has been temporarily denied access (1026)\n" },
    { "SIM error",
      "021d0010120e00001601000116010009",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 29\n"
      " Length: 16\n"
      " Type: GSM Subscriber Identity Modules EAP (EAP-SIM) (18)\n"
      " EAP-SIM Subtype: Client-Error (14)\n"
      " EAP-SIM Reserved: 0x0000\n"
      " EAP-SIM Attribute: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-SIM Type: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Error Code: Unsupported version (1)\n"
      " EAP-SIM Attribute: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-SIM Type: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Error Code: Unknown (9)\n" },
    { "SIM, attribute without a length",
      "021d0010120e00001601000116010009 / 021d000e12631234c8010001c800",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 29\n"
      "  [Expert Info (Note/Sequence): This packet is a retransmission]\n"
      "   [This packet is a retransmission]\n"
      "   [Severity level: Note]\n"
      "   [Group: Sequence]\n"
      " Length: 14\n"
      " Type: GSM Subscriber Identity Modules EAP (EAP-SIM) (18)\n"
      " EAP-SIM Subtype: Unknown (99)\n"
      " EAP-SIM Reserved: 0x1234\n"
      " EAP-SIM Attribute: Unknown (200)\n"
      "  EAP-SIM Type: Unknown (200)\n"
      "  EAP-SIM Length: 1\n"
      "  EAP-SIM Value: 0001\n"
      " EAP-SIM Attribute: Unknown (200)\n"
      "  EAP-SIM Type: Unknown (200)\n" },
    { "AKA",
      "021e001c170100000303004000010203040506070c01800016010000",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 30\n"
      " Length: 28\n"
      " Type: UMTS Authentication and Key Agreement EAP (EAP-AKA) (23)\n"
      " EAP-AKA Subtype: AKA-Challenge (1)\n"
      " EAP-AKA Reserved: 0x0000\n"
      " EAP-AKA Attribute: AT_RES (3)\n"
      "  EAP-AKA Type: AT_RES (3)\n"
      "  EAP-AKA Length: 3\n"
      "  EAP-AKA Value: 00400001020304050607\n"
      " EAP-AKA Attribute: AT_NOTIFICATION (12)\n"
      "  EAP-AKA Type: AT_NOTIFICATION (12)\n"
      "  EAP-AKA Length: 1\n"
      "  EAP-AKA Notification Type: Success (32768)\n"
      " EAP-AKA Attribute: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-AKA Type: AT_CLIENT_ERROR_CODE (22)\n"
      "  EAP-AKA Length: 1\n"
      "  EAP-AKA Error Code: Unable to process packet (0)\n" },
    { "AKA', identity",
      "021f0010320e00000e02000430616263",
      NULL },
    { "PAX",
      "022100572e02040100000020000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00036369"
      "6400100000000000000000000000000000000000026164000102030405060708090a0b0c0d0e0f",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 33\n"
      " Length: 87\n"
      " Type: Password Authenticated eXchange EAP (EAP-PAX) (46)\n"
      " EAP-PAX OP-Code: STD-2 (0x02)\n"
      " EAP-PAX Flags: 0x04, ADE Included\n"
      "  .... ...0 = more fragments: False\n"
      "  .... ..0. = certificate enabled: False\n"
      "  .... .1.. = ADE Included: True\n"
      "  0000 0... = reserved: False\n"
      " EAP-PAX MAC ID: HMAC_SHA1_128 (0x01)\n"
      " EAP-PAX DH Group ID: NONE (0x00)\n"
      " EAP-PAX Public Key ID: NONE (0x00)\n"
      " EAP-PAX B len: 32\n"
      " EAP-PAX B: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      " EAP-PAX CID len: 3\n"
      " EAP-PAX CID: cid\n"
      " EAP-PAX MAC_CK len: 16\n"
      " EAP-PAX MAC_CK: 00000000000000000000000000000000\n"
      " EAP-PAX ADE len: 2\n"
      " EAP-PAX ADE: 6164\n"
      " EAP-PAX ICV: 000102030405060708090a0b0c0d0e0f\n" },
    { "PAX, third",
      "0122002c2e03030201020010000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f",
      NULL },
    { "PAX, secure",
      "0122001a2e11f8010000000102030405060708090a0b0c0d0e0f",
      NULL },
    { "PSK, first",
      "0123001c2f00000102030405060708090a0b0c0d0e0f736572766572",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 35\n"
      " Length: 28\n"
      " Type: Pre-Shared Key EAP (EAP-PSK) (47)\n"
      " EAP-PSK Flags: 0x00\n"
      "  00.. .... = T: 0x0\n"
      "  ..00 0000 = Reserved: 0x00\n"
      " EAP-PSK RAND_S: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-PSK ID_S: server\n" },
    { "PSK, second",
      "0223003a2f40000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f00010203040506070809"
      "0a0b0c0d0e0f70656572",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 35\n"
      " Length: 58\n"
      " Type: Pre-Shared Key EAP (EAP-PSK) (47)\n"
      " EAP-PSK Flags: 0x40\n"
      "  01.. .... = T: 0x1\n"
      "  ..00 0000 = Reserved: 0x00\n"
      " EAP-PSK RAND_S: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-PSK RAND_P: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-PSK MAC_P: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-PSK ID_P: peer\n" },
    { "PSK, third",
      "0124003a2f80000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f00010203040506070809"
      "0a0b0c0d0e0f10111213",
      NULL },
    { "PSK, fourth",
      "0224002a2fc0000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f10111213",
      NULL },
    { "SAKE",
      "01250027300211010112000102030405060708090a0b0c0d0e0f050d7372762e6578616d706c65",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 37\n"
      " Length: 39\n"
      " Type: Shared-secret Authentication and Key Establishment EAP (EAP-SAKE) (48)\n"
      " EAP-SAKE Version: 0x02\n"
      " EAP-SAKE Session ID: 0x11\n"
      " EAP-SAKE Subtype: SAKE/Challenge (0x01)\n"
      " EAP-SAKE Attribute: Server Nonce RAND_S\n"
      "  Attribute Type: Server Nonce RAND_S (0x01)\n"
      "  Attribute Length: 18\n"
      "  Attribute Value: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-SAKE Attribute: Server FQDN\n"
      "  Attribute Type: Server FQDN (0x05)\n"
      "  Attribute Length: 13\n"
      "  Attribute Value: srv.example\n" },
    { "SAKE, identity",
      "0226002a30021104090400000a04000006087065657240788408000000000e10830674656d7082040000",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 38\n"
      " Length: 42\n"
      " Type: Shared-secret Authentication and Key Establishment EAP (EAP-SAKE) (48)\n"
      " EAP-SAKE Version: 0x02\n"
      " EAP-SAKE Session ID: 0x11\n"
      " EAP-SAKE Subtype: SAKE/Identity (0x04)\n"
      " EAP-SAKE Attribute: Requires any Peer Id (tmp, perm)\n"
      "  Attribute Type: Requires any Peer Id (tmp, perm) (0x09)\n"
      "  Attribute Length: 4\n"
      "  Attribute Value: 0000\n"
      " EAP-SAKE Attribute: Requires Peer's permanent Id/NAI\n"
      "  Attribute Type: Requires Peer's permanent Id/NAI (0x0a)\n"
      "  Attribute Length: 4\n"
      "  Attribute Value: 0000\n"
      " EAP-SAKE Attribute: Peer NAI (tmp, perm)\n"
      "  Attribute Type: Peer NAI (tmp, perm) (0x06)\n"
      "  Attribute Length: 8\n"
      "  Attribute Value: peer@x\n"
      " EAP-SAKE Attribute: MSK Lifetime\n"
      "  Attribute Type: MSK Lifetime (0x84)\n"
      "  Attribute Length: 8\n"
      "  Attribute Value: 3600\n"
      " EAP-SAKE Attribute: TempID for next EAP-SAKE phase\n"
      "  Attribute Type: TempID for next EAP-SAKE phase (0x83)\n"
      "  Attribute Length: 6\n"
      "  Attribute Value: 74656d70\n"
      " EAP-SAKE Attribute: Padding for encrypted attributes\n"
      "  Attribute Type: Padding for encrypted attributes (0x82)\n"
      "  Attribute Length: 4\n"
      "  Attribute Value: 0000\n" },
    { "GPSK, first",
      "0127003933010003737276000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f000c000000"
      "000001000000000002",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 39\n"
      " Length: 57\n"
      " Type: Generalized Pre-Shared Key EAP (EAP-GPSK) (51)\n"
      " EAP-GPSK OP-Code: GPSK-1 (0x01)\n"
      " EAP-GPSK ID_Server len: 3\n"
      " EAP-GPSK ID_Server: srv\n"
      " EAP-GPSK Rand_Server: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      " EAP-GPSK CSuite List\n"
      "  Len: 12\n"
      "  CSuite\n"
      "   Vendor: 0x00000000\n"
      "   Specifier: 0x0001\n"
      "  CSuite\n"
      "   Vendor: 0x00000000\n"
      "   Specifier: 0x0002\n" },
    { "GPSK, second",
      "0227007933020004706565720003737276000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e"
      "1f000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f000c00000000000100000000000200"
      "000000000100027064000102030405060708090a0b0c0d0e0f",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 39\n"
      " Length: 121\n"
      " Type: Generalized Pre-Shared Key EAP (EAP-GPSK) (51)\n"
      " EAP-GPSK OP-Code: GPSK-2 (0x02)\n"
      " EAP-GPSK ID_Peer len: 4\n"
      " EAP-GPSK ID_Peer: peer\n"
      " EAP-GPSK ID_Server len: 3\n"
      " EAP-GPSK ID_Server: srv\n"
      " EAP-GPSK Rand_Peer: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      " EAP-GPSK Rand_Server: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      " EAP-GPSK CSuite List\n"
      "  Len: 12\n"
      "  CSuite\n"
      "   Vendor: 0x00000000\n"
      "   Specifier: 0x0001\n"
      "  CSuite\n"
      "   Vendor: 0x00000000\n"
      "   Specifier: 0x0002\n"
      " EAP-GPSK CSuite_Sel\n"
      "  Vendor: 0x00000000\n"
      "  Specifier: 0x0001\n"
      " EAP-GPSK PD_Payload len: 2\n"
      " EAP-GPSK PD_Payload: 7064\n"
      " EAP-GPSK Payload MAC: 000102030405060708090a0b0c0d0e0f\n" },
    { "GPSK, third",
      "012800633303000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00010203040506070809"
      "0a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00037372760000000000010000000102030405060708090a0b0c"
      "0d0e0f",
      NULL },
    { "GPSK, protected failure",
      "0229001a330600000001000102030405060708090a0b0c0d0e0f",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 41\n"
      " Length: 26\n"
      " Type: Generalized Pre-Shared Key EAP (EAP-GPSK) (51)\n"
      " EAP-GPSK OP-Code: Protected Fail (0x06)\n"
      " EAP-GPSK Failure code: PSK Not Found (0x00000001)\n"
      " EAP-GPSK Payload MAC: 000102030405060708090a0b0c0d0e0f\n" },
    { "Microsoft's TLVs",
      "012a004721800300020001800c003800010100000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c"
      "1d1e1f000102030405060708090a0b0c0d0e0f10111213",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 42\n"
      " Length: 71\n"
      " Type: MS-Authentication TLV EAP (EAP-MS-AUTH-TLV) (33)\n"
      " Tag Length Values\n"
      "  TLV: t=Result(3) l=6\n"
      "   1... .... .... .... = Mandatory: True\n"
      "   .0.. .... .... .... = Reserved: False\n"
      "   ..00 0000 0000 0011 = Type: Result (3)\n"
      "   Length: 2\n"
      "   Status: Success (1)\n"
      "  TLV: t=Cryptobinding(12) l=60\n"
      "   1... .... .... .... = Mandatory: True\n"
      "   .0.. .... .... .... = Reserved: False\n"
      "   ..00 0000 0000 1100 = Type: Cryptobinding (12)\n"
      "   Length: 56\n"
      "   Reserved: 0\n"
      "   Version: 1\n"
      "   Received Version: 1\n"
      "   Subtype: Binding Request (0)\n"
      "   Nonce: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "   Compound MAC: 000102030405060708090a0b0c0d0e0f10111213\n" },
    { "Microsoft's TLVs, unknown",
      "022a001521000300020002c0070002aabb00000000",
      NULL },
    { "expanded type",
      "022b000ffe0000000000000d616263",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 43\n"
      " Length: 15\n"
      " Type: Expanded Type (254)\n"
      " Expanded Type\n"
      "  EAP-EXT Vendor Id: Unknown (0x0000)\n"
      "  EAP-EXT Vendor Type: Unknown (0x0d)\n"
      "  Data (3 bytes)\n"
      "   Data: 616263\n"
      "   [Length: 3]\n" },
    { "FAST, start",
      "0130001a2b2100040010000102030405060708090a0b0c0d0e0f",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 48\n"
      " Length: 26\n"
      " Type: Flexible Authentication via Secure Tunneling EAP (EAP-FAST) (43)\n"
      " EAP-TLS Flags: 0x21\n"
      "  0... .... = Length Included: False\n"
      "  .0.. .... = More Fragments: False\n"
      "  ..1. .... = Start: True\n"
      "  .... .001 = Version: 1\n"
      " EAP-FAST Type: 4\n"
      " EAP-FAST Length: 16\n"
      " EAP Data: 000102030405060708090a0b0c0d0e0f\n"
      " Authority ID Data: 000102030405060708090a0b0c0d0e0f\n" },
    { "experimental, again",
      "023000093401020304 / 02300009ff01020304",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 48\n"
      "  [Expert Info (Note/Sequence): This packet is a retransmission]\n"
      "   [This packet is a retransmission]\n"
      "   [Severity level: Note]\n"
      "   [Group: Sequence]\n"
      " Length: 9\n"
      " Type: Experimental (255)\n"
      " EAP Data: 01020304\n" },
    { "MS-CHAP-v2 challenge",
      "0114001e1a0114001910000102030405060708090a0b0c0d0e0f73727631",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 20\n"
      " Length: 30\n"
      " Type: MS-Authentication EAP (EAP-MS-AUTH) (26)\n"
      " EAP-MS-CHAP-v2 OpCode: Challenge (1)\n"
      " EAP-MS-CHAP-v2 Id: 20\n"
      " EAP-MS-CHAP-v2 Length: 25\n"
      " EAP-MS-CHAP-v2 Value-Size: 16\n"
      " EAP-MS-CHAP-v2 Challenge: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-MS-CHAP-v2 Name: srv1\n" },
    { "MS-CHAP-v2 response",
      "0214003f1a0214003a31000102030405060708090a0b0c0d0e0f0000000000000000000102030405060708090a0b0c0d"
      "0e0f10111213141516170075736572",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 20\n"
      " Length: 63\n"
      " Type: MS-Authentication EAP (EAP-MS-AUTH) (26)\n"
      " EAP-MS-CHAP-v2 OpCode: Response (2)\n"
      " EAP-MS-CHAP-v2 Id: 20\n"
      " EAP-MS-CHAP-v2 Length: 58\n"
      " EAP-MS-CHAP-v2 Value-Size: 49\n"
      " EAP-MS-CHAP-v2 Peer-Challenge: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-MS-CHAP-v2 Reserved: 0000000000000000\n"
      " EAP-MS-CHAP-v2 NT-Response: 000102030405060708090a0b0c0d0e0f1011121314151617\n"
      " EAP-MS-CHAP-v2 Flags: 0x00\n"
      " EAP-MS-CHAP-v2 Name: user\n" },
    { "MS-CHAP-v2 failure",
      "011600151a04140010453d36393120523d31202020",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 22\n"
      " Length: 21\n"
      " Type: MS-Authentication EAP (EAP-MS-AUTH) (26)\n"
      " EAP-MS-CHAP-v2 OpCode: Failure (4)\n"
      " EAP-MS-CHAP-v2 Id: 20\n"
      " EAP-MS-CHAP-v2 Length: 16\n"
      " EAP-MS-CHAP-v2 Failure-Request: E=691 R=1   \n" },
    { "MS-CHAP-v2, wrong length",
      "0119001e1a0114010010000102030405060708090a0b0c0d0e0f73727631",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 25\n"
      " Length: 30\n"
      " Type: MS-Authentication EAP (EAP-MS-AUTH) (26)\n"
      " EAP-MS-CHAP-v2 OpCode: Challenge (1)\n"
      " EAP-MS-CHAP-v2 Id: 20\n"
      " EAP-MS-CHAP-v2 Length: 256\n"
      "  [Expert Info (Warning/Protocol): Invalid Length]\n"
      "   [Invalid Length]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " EAP-MS-CHAP-v2 Value-Size: 16\n"
      " EAP-MS-CHAP-v2 Challenge: 000102030405060708090a0b0c0d0e0f\n"
      " EAP-MS-CHAP-v2 Name: srv1\n" },
    { "MS-CHAP-v2, odd response",
      "021900151a02140010070001020304050675736572",
      NULL },
    { "anonymous identity, again",
      "02010038013032333431353031323334353637383940776c616e2e6d6e633031352e6d63633233342e336770706e6574"
      "776f726b2e6f7267 / 02010038016132333431353031323334353637383940776c616e2e6d6e633031352e6d6363323"
      "3342e336770706e6574776f726b2e6f7267",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 1\n"
      "  [Expert Info (Note/Sequence): This packet is a retransmission]\n"
      "   [This packet is a retransmission]\n"
      "   [Severity level: Note]\n"
      "   [Group: Sequence]\n"
      " Length: 56\n"
      " Type: Identity (1)\n"
      " Identity Prefix: 'a'\n"
      " Identity Type: Anonymous Identity\n"
      " Identity (Full): a234150123456789@wlan.mnc015.mcc234.3gppnetwork.org\n"
      " Identity: a234150123456789\n"
      " Identity Mobile Network Code: 23415\n"
      " Identity Mobile Country Code: 234\n" },
    { "encrypted identity, again",
      "02010038013032333431353031323334353637383940776c616e2e6d6e633031352e6d63633233342e336770706e6574"
      "776f726b2e6f7267 / 0201002b010051554a4452413d3d2c436572746966696361746553657269616c4e756d6265723"
      "d31323334",
      "Extensible Authentication Protocol\n"
      " Code: Response (2)\n"
      " Id: 1\n"
      "  [Expert Info (Note/Sequence): This packet is a retransmission]\n"
      "   [This packet is a retransmission]\n"
      "   [Severity level: Note]\n"
      "   [Group: Sequence]\n"
      " Length: 43\n"
      " Type: Identity (1)\n"
      " Identity Prefix: '\\0'\n"
      " Identity Type: Encrypted IMSI\n"
      " Identity (Full): QUJDRA==,CertificateSerialNumber=1234\n"
      " Identity: QUJDRA==\n"
      " Certificate Serial Number: 1234\n" },
    { "unknown kind of identity",
      "02010038013932333431353031323334353637383940776c616e2e6d6e633031352e6d63633233342e336770706e6574"
      "776f726b2e6f7267",
      NULL },
    { "IKEv2 with a checksum",
      "013e00323120000102030405060708090a0b0c0d0e0f00202208000000000000001ca0a1a2a3a4a5a6a7a8a9aaabacad"
      "aeaf",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 62\n"
      " Length: 50\n"
      " Type: Internet Key Exchange v2 EAP (EAP-IKEv2) (49)\n"
      " EAP-IKEv2 Flags: 0x20\n"
      "  0... .... = Length Included: False\n"
      "  .0.. .... = More Fragments: False\n"
      "  ..1. .... = Integrity Checksum Data present: True\n"
      " Data (28 bytes)\n"
      "  Data: 000102030405060708090a0b0c0d0e0f00202208000000000000001c\n"
      "  [Length: 28]\n"
      " EAP-IKEv2 Integrity Checksum Data: a0a1a2a3a4a5a6a7a8a9aaabacadaeaf\n" },
    { "TLS in three packets",
      "010f001e0dc00000002f160303002a020000260303000102030405060708 / 020f00060d00 / 011000100d40090a0b"
      "0c0d0e0f101112 / 021000060d00 / 011100170d00131415161718191a1b1c1d1e1f00c02f00",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 17\n"
      " Length: 23\n"
      " Type: TLS EAP (EAP-TLS) (13)\n"
      " EAP-TLS Flags: 0x00\n"
      "  0... .... = Length Included: False\n"
      "  .0.. .... = More Fragments: False\n"
      "  ..0. .... = Start: False\n"
      " [3 EAP-TLS Fragments (47 bytes): #1(20), #3(10), #5(17)]\n"
      "  [Frame: 1, payload: 0-19 (20 bytes)]\n"
      "  [Frame: 3, payload: 20-29 (10 bytes)]\n"
      "  [Frame: 5, payload: 30-46 (17 bytes)]\n"
      "  [Fragment Count: 3]\n"
      "  [Reassembled EAP-TLS Length: 47]\n"
      " Transport Layer Security\n"
      "  TLSv1.2 Record Layer: Handshake Protocol: Server Hello\n"
      "   Content Type: Handshake (22)\n"
      "   Version: TLS 1.2 (0x0303)\n"
      "   Length: 42\n"
      "   Handshake Protocol: Server Hello\n"
      "    Handshake Type: Server Hello (2)\n"
      "    Length: 38\n"
      "    Version: TLS 1.2 (0x0303)\n"
      "    Random: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "     GMT Unix Time: Jan  1, 1970 18:20:51.000000000 UTC\n"
      "     Random Bytes: 0405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
      "    Session ID Length: 0\n"
      "    Cipher Suite: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (0xc02f)\n"
      "    Compression Method: null (0)\n"
      "    [JA3S Fullstring: 771,49199,]\n"
      "    [JA3S: 174e7e4992a63f6d419626d97363adb8]\n" },
    { "TTLS",
      "011600351500160303002a020000260303000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e"
      "1f00c02f00",
      NULL },
    { "TEAP, start",
      "013700063720",
      "Extensible Authentication Protocol\n"
      " Code: Request (1)\n"
      " Id: 55\n"
      " Length: 6\n"
      " Type: Tunneled EAP protocol (55)\n"
      " EAP-TLS Flags: 0x20\n"
      "  0... .... = Length Included: False\n"
      "  .0.. .... = More Fragments: False\n"
      "  ..1. .... = Start: True\n"
      "  ...0 .... = Outer TLV Length Included: False\n"
      "  .... .000 = Version: 0\n" },
    { "FAST, not whole",
      "012d001e2bc00000002f160303002a020000260303000102030405060708 / 022d00062b00 / 012e00102b40090a0b"
      "0c0d0e0f101112",
      NULL },
};

int main(void)
{
    vectors_check(&proto_eap, vectors, ARRAY_LEN(vectors));
    return check_done();
}
