/* x509_test.c - vectors of certificates and OCSP responses. */
#include "check.h"
#include "protocols/security/x509_rows.h"
#include "vector.h"

static const struct vector certificates[] = {
    { "small certificate",
      "3081bf3081a7a003020102020101300d06092a864886f70d01010b0500300c310a30080603550403130178301e170d31"
      "33303130313030303030305a170d3333303130313030303030305a300c310a30080603550403130178301b300d06092a"
      "864886f70d0101010500030a003007020200c1020103a3353033300d0603551d0e040604040102030430120603551d13"
      "0101ff040830060101ff020100300e0603551d0f0101ff040403020106300d06092a864886f70d01010b050003040001"
      "0203",
      "X.509 Authentication Framework\n"
      " signedCertificate\n"
      "  version: v3 (2)\n"
      "  serialNumber: 0x01\n"
      "  signature (sha256WithRSAEncryption)\n"
      "   Algorithm Id: 1.2.840.113549.1.1.11 (sha256WithRSAEncryption)\n"
      "  issuer: rdnSequence (0)\n"
      "   rdnSequence: 1 item (id-at-commonName=x)\n"
      "    RDNSequence item: 1 item (id-at-commonName=x)\n"
      "     RelativeDistinguishedName item (id-at-commonName=x)\n"
      "      Object Id: 2.5.4.3 (id-at-commonName)\n"
      "      DirectoryString: printableString (1)\n"
      "       printableString: x\n"
      "  validity\n"
      "   notBefore: utcTime (0)\n"
      "    utcTime: 2013-01-01 00:00:00 (UTC)\n"
      "   notAfter: utcTime (0)\n"
      "    utcTime: 2033-01-01 00:00:00 (UTC)\n"
      "  subject: rdnSequence (0)\n"
      "   rdnSequence: 1 item (id-at-commonName=x)\n"
      "    RDNSequence item: 1 item (id-at-commonName=x)\n"
      "     RelativeDistinguishedName item (id-at-commonName=x)\n"
      "      Object Id: 2.5.4.3 (id-at-commonName)\n"
      "      DirectoryString: printableString (1)\n"
      "       printableString: x\n"
      "  subjectPublicKeyInfo\n"
      "   algorithm (rsaEncryption)\n"
      "    Algorithm Id: 1.2.840.113549.1.1.1 (rsaEncryption)\n"
      "   subjectPublicKey: 3007020200c1020103\n"
      "    modulus: 0x00c1\n"
      "    publicExponent: 3\n"
      "  extensions: 3 items\n"
      "   Extension (id-ce-subjectKeyIdentifier)\n"
      "    Extension Id: 2.5.29.14 (id-ce-subjectKeyIdentifier)\n"
      "    SubjectKeyIdentifier: 01020304\n"
      "   Extension (id-ce-basicConstraints)\n"
      "    Extension Id: 2.5.29.19 (id-ce-basicConstraints)\n"
      "    critical: True\n"
      "    BasicConstraintsSyntax\n"
      "     cA: True\n"
      "     pathLenConstraint: 0\n"
      "   Extension (id-ce-keyUsage)\n"
      "    Extension Id: 2.5.29.15 (id-ce-keyUsage)\n"
      "    critical: True\n"
      "    Padding: 1\n"
      "    KeyUsage: 06\n"
      "     0... .... = digitalSignature: False\n"
      "     .0.. .... = contentCommitment: False\n"
      "     ..0. .... = keyEncipherment: False\n"
      "     ...0 .... = dataEncipherment: False\n"
      "     .... 0... = keyAgreement: False\n"
      "     .... .1.. = keyCertSign: True\n"
      "     .... ..1. = cRLSign: True\n"
      "     .... ...0 = encipherOnly: False\n"
      "     0... .... = decipherOnly: False\n"
      " algorithmIdentifier (sha256WithRSAEncryption)\n"
      "  Algorithm Id: 1.2.840.113549.1.1.11 (sha256WithRSAEncryption)\n"
      " Padding: 0\n"
      " encrypted: 010203\n" },
    { "all extensions",
      "308203333082031aa003020102020101300d06092a864886f70d01010b0500300c310a30080603550403130178301e17"
      "0d3133303130313030303030305a170d3333303130313030303030305a300c310a30080603550403130178301b300d06"
      "092a864886f70d0101010500030a003007020200c1020103a38202a6308202a2300d06042a0304050405300302010530"
      "0e06042a0304050101ff0403010203305b0603551d110454305281056140622e63870401020304871000000000000000"
      "0000000000000000008708000000000000000088022a03a00b06032a0304a0040c026869a40f300d310b300906035504"
      "0313024162a505a1030c017030130603551d12040c300a8608687474703a2f2f7830240603551d1e041d301ba00b3009"
      "82072e65782e636f6da10c300a87080000000000000000300f0603551d2404083006800100810101300a0603551d3604"
      "0302010330130603551d21040c300a300806022a0306022a0430300603551d1f042930273025a00ca00a860868747470"
      "3a2f2f6381020160a211a40f300d310b300906035504031302416230190603551d2e04123010300ea00ca00a86086874"
      "74703a2f2f63300a0603551d140403020107300a0603551d1504030a0101302b0603551d1004243022800f3230323030"
      "3130313030303030305a810f32303231303130313030303030305a300c0603551d0f0405030307ff80300d0603551d0f"
      "0101ff0403030100301106082b0601050507011804053003020105301806082b06010505070103040c300a3008060604"
      "008e460101302406082b0601050507010b04183016301406082b060105050730058608687474703a2f2f7a301b060355"
      "1d0904143012301006082b06010505070904310413025553301406096086480186f842010d0407160568656c6c6f3017"
      "06096086480186f8420102040a1608687474703a2f2f62301d06092b060104018237150a0410300e300c060a2b060104"
      "0182370a0301302306092b0601040182371502041604140000000000000000000000000000000000000000301306092b"
      "060104018237140204061e04004100623010060a2b06010401d67902040304020500300d06092a864886f70d01010b05"
      "00030400010203",
      NULL },
    { "keys and algorithms: DSA",
      "3081873070a003020102020101300d06092a864886f70d01010b0500300c310a30080603550403130178301e170d3133"
      "303130313030303030305a170d3333303130313030303030305a300c310a30080603550403130178301b300d06092a86"
      "4886f70d0101010500030a003007020200c1020103300d06092a864886f70d01010b0500030400010203",
      NULL },
    { "names of all string types",
      "3081f13081d9a003020102020101300d06092a864886f70d01010b0500300c310a30080603550403130178301e170d31"
      "33303130313030303030305a170d3333303130313030303030305a3075310b300906035504030c024162310b30090603"
      "55040313024162310b3009060355040314024162310b3009060355040316024162310b300906035504031e024162310b"
      "300906035504031c024162310b300906035504031a024162310b3009060355040304024162310b300906035504031202"
      "4162301b300d06092a864886f70d0101010500030a003007020200c1020103300d06092a864886f70d01010b05000304"
      "00010203",
      NULL },
    { "length beyond the end",
      "3082ffff3000",
      "X.509 Authentication Framework\n"
      " [Expert Info (Warning/Malformed): BER Error: length is not valid]\n"
      "  [BER Error: length is not valid]\n"
      "  [Severity level: Warning]\n"
      "  [Group: Malformed]\n" },
    { "indefinite length",
      "3080308000000000",
      NULL },
    { "elements in elements",
      "302030203020302030203020302030203020302030203020302030203020302030203020302030203020302030203020"
      "3020302030203020302030203020302030203020302030203020302030203020",
      NULL },
};

static const struct vector responses[] = {
    { "revoked",
      "3081c10a0100a081bb3081b806092b06010505073001010481aa3081a7308191a20404020102180f3230313430343231"
      "3038303431305a307830763014300906052b0e03021a0500040103040104020105a116180f3230313430343231303830"
      "3431305aa0030a0101180f32303134303432313038303431305aa011180f32303134303432383038303431305aa12230"
      "20301e06092b06010505073001060411180f32303134303432313038303431305a300d06092a864886f70d0101050500"
      "030200aa",
      "Online Certificate Status Protocol\n"
      " responseStatus: successful (0)\n"
      " responseBytes\n"
      "  ResponseType Id: 1.3.6.1.5.5.7.48.1.1 (id-pkix-ocsp-basic)\n"
      "  BasicOCSPResponse\n"
      "   tbsResponseData\n"
      "    responderID: byKey (2)\n"
      "     byKey: 0102\n"
      "    producedAt: Apr 21, 2014 08:04:10.000000000 UTC\n"
      "    responses: 1 item\n"
      "     SingleResponse\n"
      "      certID\n"
      "       hashAlgorithm (SHA-1)\n"
      "        Algorithm Id: 1.3.14.3.2.26 (SHA-1)\n"
      "       issuerNameHash: 03\n"
      "       issuerKeyHash: 04\n"
      "       serialNumber: 0x05\n"
      "      certStatus: revoked (1)\n"
      "       revoked\n"
      "        revocationTime: Apr 21, 2014 08:04:10.000000000 UTC\n"
      "        revocationReason: keyCompromise (1)\n"
      "      thisUpdate: Apr 21, 2014 08:04:10.000000000 UTC\n"
      "      nextUpdate: Apr 28, 2014 08:04:10.000000000 UTC\n"
      "      singleExtensions: 1 item\n"
      "       Extension\n"
      "        Id: 1.3.6.1.5.5.7.48.1.6 (id-pkix-ocsp-archive-cutoff)\n"
      "        ArchiveCutoff: Apr 21, 2014 08:04:10.000000000 UTC\n"
      "   signatureAlgorithm (sha1WithRSAEncryption)\n"
      "    Algorithm Id: 1.2.840.113549.1.1.5 (sha1WithRSAEncryption)\n"
      "   Padding: 0\n"
      "   signature: aa\n" },
    { "try later",
      "30030a0103",
      "Online Certificate Status Protocol\n"
      " responseStatus: tryLater (3)\n" },
};

int main(void)
{
    vectors_check(&proto_x509af, certificates, ARRAY_LEN(certificates));
    vectors_check(&proto_ocsp, responses, ARRAY_LEN(responses));
    return check_done();
}
