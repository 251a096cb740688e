/* x509_fields.c - every field of certificates and OCSP, under the protocols whose names they bear: the modules of ASN.1
   that define them. */
#include "protocols/security/tls_rows.h"
#include "protocols/security/x509_rows.h"

static const struct unit items = { " item", " items" };

VALUES(versions, { 0, "v1" }, { 1, "v2" }, { 2, "v3" });
VALUES(name_kinds, { 0, "rdnSequence" });
VALUES(time_kinds, { 0, "utcTime" }, { 1, "generalizedTime" });
VALUES(general_names, { 0, "otherName" }, { 1, "rfc822Name" }, { 2, "dNSName" }, { 3, "x400Address" }, { 4, "directoryName" }, { 5, "ediPartyName" }, { 6, "uniformResourceIdentifier" }, { 7, "iPAddress" }, { 8, "registeredID" });
VALUES(point_names, { 0, "fullName" }, { 1, "nameRelativeToCRLIssuer" });
VALUES(crl_reasons, { 0, "unspecified" }, { 1, "keyCompromise" }, { 2, "cACompromise" }, { 3, "affiliationChanged" }, { 4, "superseded" }, { 5, "cessationOfOperation" }, { 6, "certificateHold" }, { 8, "removeFromCRL" }, { 9, "privilegeWithdrawn" }, { 10, "aaCompromise" });
VALUES(string_kinds, { 0, "teletexString" }, { 1, "printableString" }, { 2, "universalString" }, { 3, "bmpString" }, { 4, "uTF8String" });
VALUES(text_kinds, { 0, "ia5String" }, { 1, "visibleString" }, { 2, "bmpString" }, { 3, "utf8String" });
VALUES(parameter_kinds, { 0, "specifiedCurve" }, { 1, "namedCurve" });
VALUES(response_states, { 0, "successful" }, { 1, "malformedRequest" }, { 2, "internalError" }, { 3, "tryLater" }, { 5, "sigRequired" }, { 6, "unauthorized" });
VALUES(responders, { 1, "byName" }, { 2, "byKey" });
VALUES(certificate_states, { 0, "good" }, { 1, "revoked" }, { 2, "unknown" });

static const struct field ber_fields[] = {
    { "ber", "Basic Encoding Rules (ASN.1 X.690)", FT_PROTOCOL },
    [X509_ROW(BER_BITSTRING_PADDING)] = { "ber.bitstring.padding", "Padding", FT_UINT8, BASE_DEC },
    [X509_ROW(BER_BITSTRING_EMPTY)] = { "ber.bitstring.empty", "Empty", FT_UINT8, BASE_DEC },
};
static const struct field x509af_fields[] = {
    { "x509af", "X.509 Authentication Framework", FT_PROTOCOL },
    [X509_ROW(X509AF_ALGORITHM_ID)] = { "x509af.algorithm.id", "Algorithm Id", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509AF_EXTENSION_ID)] = { "x509af.extension.id", "Extension Id", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509AF_SIGNEDCERTIFICATE_ELEMENT)] = { "x509af.signedCertificate_element", "signedCertificate", FT_NONE },
    [X509_ROW(X509AF_VERSION)] = { "x509af.version", "version", FT_INT32, BASE_DEC, .values = &versions },
    [X509_ROW(X509AF_SERIALNUMBER)] = { "x509af.serialNumber", "serialNumber", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509AF_SIGNATURE_ELEMENT)] = { "x509af.signature_element", "signature", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(X509AF_ISSUER)] = { "x509af.issuer", "issuer", FT_UINT32, BASE_DEC, .values = &name_kinds },
    [X509_ROW(X509AF_VALIDITY_ELEMENT)] = { "x509af.validity_element", "validity", FT_NONE },
    [X509_ROW(X509AF_SUBJECT)] = { "x509af.subject", "subject", FT_UINT32, BASE_DEC, .values = &name_kinds },
    [X509_ROW(X509AF_SUBJECTPUBLICKEYINFO_ELEMENT)] = { "x509af.subjectPublicKeyInfo_element", "subjectPublicKeyInfo", FT_NONE },
    [X509_ROW(X509AF_EXTENSIONS)] = { "x509af.extensions", "extensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509AF_ALGORITHMIDENTIFIER_ELEMENT)] = { "x509af.algorithmIdentifier_element", "algorithmIdentifier", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(X509AF_ENCRYPTED)] = { "x509af.encrypted", "encrypted", FT_BYTES },
    [X509_ROW(X509AF_RDNSEQUENCE)] = { "x509af.rdnSequence", "rdnSequence", FT_UINT32, BASE_DEC, .suffix = x509_name_suffix, .unit = &items },
    [X509_ROW(X509AF_NOTBEFORE)] = { "x509af.notBefore", "notBefore", FT_UINT32, BASE_DEC, .values = &time_kinds },
    [X509_ROW(X509AF_NOTAFTER)] = { "x509af.notAfter", "notAfter", FT_UINT32, BASE_DEC, .values = &time_kinds },
    [X509_ROW(X509AF_ALGORITHM_ELEMENT)] = { "x509af.algorithm_element", "algorithm", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(X509AF_SUBJECTPUBLICKEY)] = { "x509af.subjectPublicKey", "subjectPublicKey", FT_BYTES },
    [X509_ROW(X509AF_UTCTIME)] = { "x509af.utcTime", "utcTime", FT_STRING, .text = x509_utc_text },
    [X509_ROW(X509AF_GENERALIZEDTIME)] = { "x509af.generalizedTime", "generalizedTime", FT_ABSOLUTE_TIME },
    [X509_ROW(X509AF_EXTENSION_ELEMENT)] = { "x509af.Extension_element", "Extension", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(X509AF_CRITICAL)] = { "x509af.critical", "critical", FT_BOOLEAN },
    [X509_ROW(X509AF_ISSUERUNIQUEIDENTIFIER)] = { "x509af.issuerUniqueIdentifier", "issuerUniqueIdentifier", FT_BYTES },
    [X509_ROW(X509AF_SUBJECTUNIQUEIDENTIFIER)] = { "x509af.subjectUniqueIdentifier", "subjectUniqueIdentifier", FT_BYTES },
    [X509_ROW(X509AF_DSS_PARAMS_ELEMENT)] = { "x509af.DSS_Params_element", "DSS-Params", FT_NONE },
    [X509_ROW(X509AF_P)] = { "x509af.p", "p", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509AF_Q)] = { "x509af.q", "q", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509AF_G)] = { "x509af.g", "g", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509AF_CRL)] = { "", "Certificate Revocation List", FT_NONE },
    [X509_ROW(X509AF_SIGNEDCERTIFICATELIST_ELEMENT)] = { "x509af.signedCertificateList_element", "signedCertificateList", FT_NONE },
    [X509_ROW(X509AF_THISUPDATE)] = { "x509af.thisUpdate", "thisUpdate", FT_UINT32, BASE_DEC, .values = &time_kinds },
    [X509_ROW(X509AF_NEXTUPDATE)] = { "x509af.nextUpdate", "nextUpdate", FT_UINT32, BASE_DEC, .values = &time_kinds },
    [X509_ROW(X509AF_REVOKEDCERTIFICATES)] = { "x509af.revokedCertificates", "revokedCertificates", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509AF_REVOKEDCERTIFICATES_ITEM_ELEMENT)] = { "x509af.revokedCertificates_item_element", "revokedCertificates item", FT_NONE },
    [X509_ROW(X509AF_USERCERTIFICATE)] = { "x509af.userCertificate", "userCertificate", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509AF_REVOCATIONDATE)] = { "x509af.revocationDate", "revocationDate", FT_UINT32, BASE_DEC, .values = &time_kinds },
    [X509_ROW(X509AF_CRLENTRYEXTENSIONS)] = { "x509af.crlEntryExtensions", "crlEntryExtensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509AF_CRLEXTENSIONS)] = { "x509af.crlExtensions", "crlExtensions", FT_UINT32, BASE_DEC, .unit = &items },
};
static const struct field x509ce_fields[] = {
    { "x509ce", "X.509 Certificate Extensions", FT_PROTOCOL },
    [X509_ROW(X509CE_ID)] = { "x509ce.id", "Id", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_IPADDRESS_IPV4)] = { "x509ce.IPAddress.ipv4", "iPAddress", FT_IPv4 },
    [X509_ROW(X509CE_IPADDRESS_IPV6)] = { "x509ce.IPAddress.ipv6", "iPAddress", FT_IPv6 },
    [X509_ROW(X509CE_AUTHORITYKEYIDENTIFIER_ELEMENT)] = { "x509ce.AuthorityKeyIdentifier_element", "AuthorityKeyIdentifier", FT_NONE },
    [X509_ROW(X509CE_SUBJECTKEYIDENTIFIER)] = { "x509ce.SubjectKeyIdentifier", "SubjectKeyIdentifier", FT_BYTES },
    [X509_ROW(X509CE_KEYUSAGE)] = { "x509ce.KeyUsage", "KeyUsage", FT_BYTES },
    [X509_ROW(X509CE_KEYPURPOSEIDS)] = { "x509ce.KeyPurposeIDs", "KeyPurposeIDs", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_PRIVATEKEYUSAGEPERIOD_ELEMENT)] = { "x509ce.PrivateKeyUsagePeriod_element", "PrivateKeyUsagePeriod", FT_NONE },
    [X509_ROW(X509CE_CERTIFICATEPOLICIESSYNTAX)] = { "x509ce.CertificatePoliciesSyntax", "CertificatePoliciesSyntax", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_GENERALNAMES)] = { "x509ce.GeneralNames", "GeneralNames", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_BASICCONSTRAINTSSYNTAX_ELEMENT)] = { "x509ce.BasicConstraintsSyntax_element", "BasicConstraintsSyntax", FT_NONE, .suffix = x509_empty_suffix },
    [X509_ROW(X509CE_CRLDISTPOINTSSYNTAX)] = { "x509ce.CRLDistPointsSyntax", "CRLDistPointsSyntax", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_CERTIFICATETEMPLATE_ELEMENT)] = { "x509ce.CertificateTemplate_element", "CertificateTemplate", FT_NONE },
    [X509_ROW(X509CE_ENTRUSTVERSIONINFO_ELEMENT)] = { "x509ce.EntrustVersionInfo_element", "EntrustVersionInfo", FT_NONE },
    [X509_ROW(X509CE_KEYIDENTIFIER)] = { "x509ce.keyIdentifier", "keyIdentifier", FT_BYTES },
    [X509_ROW(X509CE_AUTHORITYCERTISSUER)] = { "x509ce.authorityCertIssuer", "authorityCertIssuer", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_AUTHORITYCERTSERIALNUMBER)] = { "x509ce.authorityCertSerialNumber", "authorityCertSerialNumber", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(X509CE_KEYPURPOSEID)] = { "x509ce.KeyPurposeId", "KeyPurposeId", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_NOTBEFORE)] = { "x509ce.notBefore", "notBefore", FT_ABSOLUTE_TIME },
    [X509_ROW(X509CE_NOTAFTER)] = { "x509ce.notAfter", "notAfter", FT_ABSOLUTE_TIME },
    [X509_ROW(X509CE_POLICYINFORMATION_ELEMENT)] = { "x509ce.PolicyInformation_element", "PolicyInformation", FT_NONE },
    [X509_ROW(X509CE_POLICYIDENTIFIER)] = { "x509ce.policyIdentifier", "policyIdentifier", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_POLICYQUALIFIERS)] = { "x509ce.policyQualifiers", "policyQualifiers", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_POLICYQUALIFIERINFO_ELEMENT)] = { "x509ce.PolicyQualifierInfo_element", "PolicyQualifierInfo", FT_NONE },
    [X509_ROW(X509CE_GENERALNAME)] = { "x509ce.GeneralName", "GeneralName", FT_UINT32, BASE_DEC, .values = &general_names },
    [X509_ROW(X509CE_OTHERNAME_ELEMENT)] = { "x509ce.otherName_element", "otherName", FT_NONE },
    [X509_ROW(X509CE_RFC822NAME)] = { "x509ce.rfc822Name", "rfc822Name", FT_STRING },
    [X509_ROW(X509CE_DNSNAME)] = { "x509ce.dNSName", "dNSName", FT_STRING },
    [X509_ROW(X509CE_DIRECTORYNAME)] = { "x509ce.directoryName", "directoryName", FT_UINT32, BASE_DEC, .values = &name_kinds },
    [X509_ROW(X509CE_EDIPARTYNAME_ELEMENT)] = { "x509ce.ediPartyName_element", "ediPartyName", FT_NONE },
    [X509_ROW(X509CE_UNIFORMRESOURCEIDENTIFIER)] = { "x509ce.uniformResourceIdentifier", "uniformResourceIdentifier", FT_STRING },
    [X509_ROW(X509CE_REGISTEREDID)] = { "x509ce.registeredID", "registeredID", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_TYPE_ID)] = { "x509ce.type_id", "type-id", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_CA)] = { "x509ce.cA", "cA", FT_BOOLEAN },
    [X509_ROW(X509CE_PATHLENCONSTRAINT)] = { "x509ce.pathLenConstraint", "pathLenConstraint", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_DISTRIBUTIONPOINT)] = { "x509ce.distributionPoint", "distributionPoint", FT_UINT32, BASE_DEC, .values = &point_names },
    [X509_ROW(X509CE_DISTRIBUTIONPOINT_ELEMENT)] = { "x509ce.DistributionPoint_element", "DistributionPoint", FT_NONE },
    [X509_ROW(X509CE_FULLNAME)] = { "x509ce.fullName", "fullName", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_NAMERELATIVETOCRLISSUER)] = { "x509ce.nameRelativeToCRLIssuer", "nameRelativeToCRLIssuer", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_TEMPLATEID)] = { "x509ce.templateID", "templateID", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_TEMPLATEMAJORVERSION)] = { "x509ce.templateMajorVersion", "templateMajorVersion", FT_INT32, BASE_DEC },
    [X509_ROW(X509CE_TEMPLATEMINORVERSION)] = { "x509ce.templateMinorVersion", "templateMinorVersion", FT_INT32, BASE_DEC },
    [X509_ROW(X509CE_ENTRUSTVERS)] = { "x509ce.entrustVers", "entrustVers", FT_STRING },
    [X509_ROW(X509CE_ENTRUSTVERSINFOFLAGS)] = { "x509ce.entrustVersInfoFlags", "entrustVersInfoFlags", FT_BYTES },
    [X509_ROW(X509CE_KEYUSAGE_DIGITALSIGNATURE)] = { "x509ce.KeyUsage.digitalSignature", "digitalSignature", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [X509_ROW(X509CE_KEYUSAGE_CONTENTCOMMITMENT)] = { "x509ce.KeyUsage.contentCommitment", "contentCommitment", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [X509_ROW(X509CE_KEYUSAGE_KEYENCIPHERMENT)] = { "x509ce.KeyUsage.keyEncipherment", "keyEncipherment", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [X509_ROW(X509CE_KEYUSAGE_DATAENCIPHERMENT)] = { "x509ce.KeyUsage.dataEncipherment", "dataEncipherment", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [X509_ROW(X509CE_KEYUSAGE_KEYAGREEMENT)] = { "x509ce.KeyUsage.keyAgreement", "keyAgreement", FT_BOOLEAN, BITS_8, .mask = 0x8 },
    [X509_ROW(X509CE_KEYUSAGE_KEYCERTSIGN)] = { "x509ce.KeyUsage.keyCertSign", "keyCertSign", FT_BOOLEAN, BITS_8, .mask = 0x4 },
    [X509_ROW(X509CE_KEYUSAGE_CRLSIGN)] = { "x509ce.KeyUsage.cRLSign", "cRLSign", FT_BOOLEAN, BITS_8, .mask = 0x2 },
    [X509_ROW(X509CE_KEYUSAGE_ENCIPHERONLY)] = { "x509ce.KeyUsage.encipherOnly", "encipherOnly", FT_BOOLEAN, BITS_8, .mask = 0x1 },
    [X509_ROW(X509CE_KEYUSAGE_DECIPHERONLY)] = { "x509ce.KeyUsage.decipherOnly", "decipherOnly", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_KEYUPDATEALLOWED)] = { "x509ce.EntrustInfoFlags.keyUpdateAllowed", "keyUpdateAllowed", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_NEWEXTENSIONS)] = { "x509ce.EntrustInfoFlags.newExtensions", "newExtensions", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_PKIXCERTIFICATE)] = { "x509ce.EntrustInfoFlags.pKIXCertificate", "pKIXCertificate", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_ENTERPRISECATEGORY)] = { "x509ce.EntrustInfoFlags.enterpriseCategory", "enterpriseCategory", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_WEBCATEGORY)] = { "x509ce.EntrustInfoFlags.webCategory", "webCategory", FT_BOOLEAN, BITS_8, .mask = 0x8 },
    [X509_ROW(X509CE_ENTRUSTINFOFLAGS_SETCATEGORY)] = { "x509ce.EntrustInfoFlags.sETCategory", "sETCategory", FT_BOOLEAN, BITS_8, .mask = 0x4 },
    [X509_ROW(X509CE_REASONS)] = { "x509ce.reasons", "reasons", FT_BYTES },
    [X509_ROW(X509CE_CRLISSUER)] = { "x509ce.cRLIssuer", "cRLIssuer", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_NAMECONSTRAINTSSYNTAX_ELEMENT)] = { "x509ce.NameConstraintsSyntax_element", "NameConstraintsSyntax", FT_NONE },
    [X509_ROW(X509CE_PERMITTEDSUBTREES)] = { "x509ce.permittedSubtrees", "permittedSubtrees", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_EXCLUDEDSUBTREES)] = { "x509ce.excludedSubtrees", "excludedSubtrees", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_GENERALSUBTREE_ELEMENT)] = { "x509ce.GeneralSubtree_element", "GeneralSubtree", FT_NONE },
    [X509_ROW(X509CE_BASE)] = { "x509ce.base", "base", FT_UINT32, BASE_DEC, .values = &general_names },
    [X509_ROW(X509CE_MINIMUM)] = { "x509ce.minimum", "minimum", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_MAXIMUM)] = { "x509ce.maximum", "maximum", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_POLICYCONSTRAINTSSYNTAX_ELEMENT)] = { "x509ce.PolicyConstraintsSyntax_element", "PolicyConstraintsSyntax", FT_NONE },
    [X509_ROW(X509CE_REQUIREEXPLICITPOLICY)] = { "x509ce.requireExplicitPolicy", "requireExplicitPolicy", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_INHIBITPOLICYMAPPING)] = { "x509ce.inhibitPolicyMapping", "inhibitPolicyMapping", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_SKIPCERTS)] = { "x509ce.SkipCerts", "SkipCerts", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_POLICYMAPPINGSSYNTAX)] = { "x509ce.PolicyMappingsSyntax", "PolicyMappingsSyntax", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(X509CE_POLICYMAPPINGSSYNTAX_ITEM_ELEMENT)] = { "x509ce.PolicyMappingsSyntax_item_element", "PolicyMappingsSyntax item", FT_NONE },
    [X509_ROW(X509CE_ISSUERDOMAINPOLICY)] = { "x509ce.issuerDomainPolicy", "issuerDomainPolicy", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_SUBJECTDOMAINPOLICY)] = { "x509ce.subjectDomainPolicy", "subjectDomainPolicy", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509CE_CRLNUMBER)] = { "x509ce.CRLNumber", "CRLNumber", FT_UINT64, BASE_DEC },
    [X509_ROW(X509CE_CRLREASON)] = { "x509ce.CRLReason", "CRLReason", FT_UINT32, BASE_DEC, .values = &crl_reasons },
    [X509_ROW(X509CE_REASONFLAGS_UNUSED)] = { "x509ce.ReasonFlags.unused", "unused", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [X509_ROW(X509CE_REASONFLAGS_KEYCOMPROMISE)] = { "x509ce.ReasonFlags.keyCompromise", "keyCompromise", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [X509_ROW(X509CE_REASONFLAGS_CACOMPROMISE)] = { "x509ce.ReasonFlags.cACompromise", "cACompromise", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [X509_ROW(X509CE_REASONFLAGS_AFFILIATIONCHANGED)] = { "x509ce.ReasonFlags.affiliationChanged", "affiliationChanged", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [X509_ROW(X509CE_REASONFLAGS_SUPERSEDED)] = { "x509ce.ReasonFlags.superseded", "superseded", FT_BOOLEAN, BITS_8, .mask = 0x8 },
    [X509_ROW(X509CE_REASONFLAGS_CESSATIONOFOPERATION)] = { "x509ce.ReasonFlags.cessationOfOperation", "cessationOfOperation", FT_BOOLEAN, BITS_8, .mask = 0x4 },
    [X509_ROW(X509CE_REASONFLAGS_CERTIFICATEHOLD)] = { "x509ce.ReasonFlags.certificateHold", "certificateHold", FT_BOOLEAN, BITS_8, .mask = 0x2 },
    [X509_ROW(X509CE_REASONFLAGS_PRIVILEGEWITHDRAWN)] = { "x509ce.ReasonFlags.privilegeWithdrawn", "privilegeWithdrawn", FT_BOOLEAN, BITS_8, .mask = 0x1 },
    [X509_ROW(X509CE_REASONFLAGS_AACOMPROMISE)] = { "x509ce.ReasonFlags.aACompromise", "aACompromise", FT_BOOLEAN, BITS_8, .mask = 0x80 },
};
static const struct field x509if_fields[] = {
    { "x509if", "X.509 Information Framework", FT_PROTOCOL },
    [X509_ROW(X509IF_OID)] = { "x509if.oid", "Object Id", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(X509IF_RDNSEQUENCE)] = { "x509if.rdnSequence", "rdnSequence", FT_UINT32, BASE_DEC, .suffix = x509_name_suffix, .unit = &items },
    [X509_ROW(X509IF_RDNSEQUENCE_ITEM)] = { "x509if.RDNSequence_item", "RDNSequence item", FT_UINT32, BASE_DEC, .suffix = x509_name_suffix, .unit = &items },
    [X509_ROW(X509IF_RELATIVEDISTINGUISHEDNAME_ITEM_ELEMENT)] = { "x509if.RelativeDistinguishedName_item_element", "RelativeDistinguishedName item", FT_NONE, .suffix = x509_name_suffix },
};
static const struct field x509sat_fields[] = {
    { "x509sat", "X.509 Selected Attribute Types", FT_PROTOCOL },
    [X509_ROW(X509SAT_DIRECTORYSTRING)] = { "x509sat.DirectoryString", "DirectoryString", FT_UINT32, BASE_DEC, .values = &string_kinds },
    [X509_ROW(X509SAT_COUNTRYNAME)] = { "x509sat.CountryName", "CountryName", FT_STRING },
    [X509_ROW(X509SAT_INTEGER)] = { "x509sat.Integer", "Integer", FT_INT32, BASE_DEC },
    [X509_ROW(X509SAT_PRINTABLESTRING)] = { "x509sat.PrintableString", "PrintableString", FT_STRING },
    [X509_ROW(X509SAT_IA5STRING)] = { "x509sat.IA5String", "IA5String", FT_STRING },
    [X509_ROW(X509SAT_BMPSTRING)] = { "x509sat.BMPString", "BMPString", FT_STRING },
    [X509_ROW(X509SAT_UTF8STRING)] = { "x509sat.UTF8String", "UTF8String", FT_STRING },
    [X509_ROW(X509SAT_OCTETSTRING)] = { "x509sat.OctetString", "OctetString", FT_BYTES },
    [X509_ROW(X509SAT_TELETEXSTRING)] = { "x509sat.teletexString", "teletexString", FT_STRING },
    [X509_ROW(X509SAT_PRINTABLESTRING_CHOICE)] = { "x509sat.printableString", "printableString", FT_STRING },
    [X509_ROW(X509SAT_UNIVERSALSTRING)] = { "x509sat.universalString", "universalString", FT_STRING },
    [X509_ROW(X509SAT_BMPSTRING_CHOICE)] = { "x509sat.bmpString", "bmpString", FT_STRING },
    [X509_ROW(X509SAT_UTF8STRING_CHOICE)] = { "x509sat.uTF8String", "uTF8String", FT_STRING },
    [X509_ROW(X509SAT_TELEPHONENUMBER)] = { "x509sat.TelephoneNumber", "TelephoneNumber", FT_STRING },
    [X509_ROW(X509SAT_DESTINATIONINDICATOR)] = { "x509sat.DestinationIndicator", "DestinationIndicator", FT_STRING },
};
static const struct field pkix1explicit_fields[] = {
    { "pkix1explicit", "PKIX1Explicit", FT_PROTOCOL },
    [X509_ROW(PKIX1EXPLICIT_ID)] = { "pkix1explicit.id", "Id", FT_STRING, .text = x509_oid_text, .suffix = x509_oid_suffix },
    [X509_ROW(PKIX1EXPLICIT_DIRECTORYSTRING)] = { "pkix1explicit.DirectoryString", "DirectoryString", FT_STRING },
    [X509_ROW(PKIX1EXPLICIT_EXTENSION_ELEMENT)] = { "pkix1explicit.Extension_element", "Extension", FT_NONE },
    [X509_ROW(PKIX1EXPLICIT_DOMAINPARAMETERS_ELEMENT)] = { "pkix1explicit.DomainParameters_element", "DomainParameters", FT_NONE },
    [X509_ROW(PKIX1EXPLICIT_FEATURES)] = { "pkix1explicit.Features", "Features", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(PKIX1EXPLICIT_FEATURES_ITEM)] = { "pkix1explicit.Features_item", "Features item", FT_UINT16, BASE_DEC, .values = &tls_extension_types },
};
static const struct field pkix1implicit_fields[] = {
    { "pkix1implicit", "PKIX1Implitit", FT_PROTOCOL },
    [X509_ROW(PKIX1IMPLICIT_AUTHORITYINFOACCESSSYNTAX)] = { "pkix1implicit.AuthorityInfoAccessSyntax", "AuthorityInfoAccessSyntax", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(PKIX1IMPLICIT_USERNOTICE_ELEMENT)] = { "pkix1implicit.UserNotice_element", "UserNotice", FT_NONE },
    [X509_ROW(PKIX1IMPLICIT_ACCESSDESCRIPTION_ELEMENT)] = { "pkix1implicit.AccessDescription_element", "AccessDescription", FT_NONE },
    [X509_ROW(PKIX1IMPLICIT_ACCESSMETHOD)] = { "pkix1implicit.accessMethod", "accessMethod", FT_OID, .suffix = x509_oid_suffix },
    [X509_ROW(PKIX1IMPLICIT_ACCESSLOCATION)] = { "pkix1implicit.accessLocation", "accessLocation", FT_UINT32, BASE_DEC },
    [X509_ROW(PKIX1IMPLICIT_NOTICEREF_ELEMENT)] = { "pkix1implicit.noticeRef_element", "noticeRef", FT_NONE },
    [X509_ROW(PKIX1IMPLICIT_EXPLICITTEXT)] = { "pkix1implicit.explicitText", "explicitText", FT_UINT32, BASE_DEC, .values = &text_kinds },
    [X509_ROW(PKIX1IMPLICIT_ORGANIZATION)] = { "pkix1implicit.organization", "organization", FT_UINT32, BASE_DEC, .values = &text_kinds },
    [X509_ROW(PKIX1IMPLICIT_NOTICENUMBERS)] = { "pkix1implicit.noticeNumbers", "noticeNumbers", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(PKIX1IMPLICIT_NOTICENUMBERS_ITEM)] = { "pkix1implicit.noticeNumbers_item", "noticeNumbers item", FT_INT32, BASE_DEC },
    [X509_ROW(PKIX1IMPLICIT_IA5STRING)] = { "pkix1implicit.ia5String", "ia5String", FT_STRING },
    [X509_ROW(PKIX1IMPLICIT_VISIBLESTRING)] = { "pkix1implicit.visibleString", "visibleString", FT_STRING },
    [X509_ROW(PKIX1IMPLICIT_BMPSTRING)] = { "pkix1implicit.bmpString", "bmpString", FT_STRING },
    [X509_ROW(PKIX1IMPLICIT_UTF8STRING)] = { "pkix1implicit.utf8String", "utf8String", FT_STRING },
};
static const struct field pkcs1_fields[] = {
    { "pkcs-1", "PKCS#1", FT_PROTOCOL },
    [X509_ROW(PKCS1_ECPARAMETERS)] = { "pkcs1.ECParameters", "ECParameters", FT_UINT32, BASE_DEC, .values = &parameter_kinds },
    [X509_ROW(PKCS1_MODULUS)] = { "pkcs1.modulus", "modulus", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(PKCS1_PUBLICEXPONENT)] = { "pkcs1.publicExponent", "publicExponent", FT_INT32, BASE_DEC },
    [X509_ROW(PKCS1_NAMEDCURVE)] = { "pkcs1.namedCurve", "namedCurve", FT_OID, .suffix = x509_oid_suffix },
};
static const struct field ns_cert_exts_fields[] = {
    { "ns_cert_exts", "NetScape Certificate Extensions", FT_PROTOCOL },
    [X509_ROW(NS_CERT_EXTS_COMMENT)] = { "ns_cert_exts.Comment", "Comment", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_BASEURL)] = { "ns_cert_exts.BaseUrl", "BaseUrl", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_REVOCATIONURL)] = { "ns_cert_exts.RevocationUrl", "RevocationUrl", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_CAREVOCATIONURL)] = { "ns_cert_exts.CaRevocationUrl", "CaRevocationUrl", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_CERTRENEWALURL)] = { "ns_cert_exts.CertRenewalUrl", "CertRenewalUrl", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_CAPOLICYURL)] = { "ns_cert_exts.CaPolicyUrl", "CaPolicyUrl", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_SSLSERVERNAME)] = { "ns_cert_exts.SslServerName", "SslServerName", FT_STRING },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE)] = { "ns_cert_exts.CertType", "CertType", FT_BYTES },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_SSL_CLIENT)] = { "ns.cert.exts.CertType.ssl.client", "ssl-client", FT_BOOLEAN, BITS_8, .mask = 0x80 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_SSL_SERVER)] = { "ns.cert.exts.CertType.ssl.server", "ssl-server", FT_BOOLEAN, BITS_8, .mask = 0x40 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_SMIME)] = { "ns.cert.exts.CertType.smime", "smime", FT_BOOLEAN, BITS_8, .mask = 0x20 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_OBJECT_SIGNING)] = { "ns.cert.exts.CertType.object.signing", "object-signing", FT_BOOLEAN, BITS_8, .mask = 0x10 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_RESERVED_FOR_FUTURE_USE)] = { "ns.cert.exts.CertType.reserved.for.future.use", "reserved-for-future-use", FT_BOOLEAN, BITS_8, .mask = 0x8 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_SSL_CA)] = { "ns.cert.exts.CertType.ssl.ca", "ssl-ca", FT_BOOLEAN, BITS_8, .mask = 0x4 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_SMIME_CA)] = { "ns.cert.exts.CertType.smime.ca", "smime-ca", FT_BOOLEAN, BITS_8, .mask = 0x2 },
    [X509_ROW(NS_CERT_EXTS_CERTTYPE_OBJECT_SIGNING_CA)] = { "ns.cert.exts.CertType.object.signing.ca", "object-signing-ca", FT_BOOLEAN, BITS_8, .mask = 0x1 },
};
static const struct field ocsp_fields[] = {
    { "ocsp", "Online Certificate Status Protocol", FT_PROTOCOL },
    [X509_ROW(OCSP_IN_TLS)] = { "ocsp", "OCSP Response", FT_PROTOCOL },
    [X509_ROW(OCSP_RESPONSETYPE_ID)] = { "ocsp.responseType.id", "ResponseType Id", FT_STRING, .text = x509_oid_text, .suffix = x509_oid_suffix },
    [X509_ROW(OCSP_BASICOCSPRESPONSE_ELEMENT)] = { "ocsp.BasicOCSPResponse_element", "BasicOCSPResponse", FT_NONE },
    [X509_ROW(OCSP_ARCHIVECUTOFF)] = { "ocsp.ArchiveCutoff", "ArchiveCutoff", FT_ABSOLUTE_TIME },
    [X509_ROW(OCSP_NULL_ELEMENT)] = { "ocsp.NULL_element", "NULL", FT_NONE },
    [X509_ROW(OCSP_REQUESTORNAME)] = { "ocsp.requestorName", "requestorName", FT_UINT32, BASE_DEC, .values = &general_names },
    [X509_ROW(OCSP_REQUESTEXTENSIONS)] = { "ocsp.requestExtensions", "requestExtensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_SINGLEREQUESTEXTENSIONS)] = { "ocsp.singleRequestExtensions", "singleRequestExtensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_OPTIONALSIGNATURE_ELEMENT)] = { "ocsp.optionalSignature_element", "optionalSignature", FT_NONE },
    [X509_ROW(OCSP_TBSREQUEST_ELEMENT)] = { "ocsp.tbsRequest_element", "tbsRequest", FT_NONE },
    [X509_ROW(OCSP_VERSION)] = { "ocsp.version", "version", FT_INT32, BASE_DEC, .values = &versions },
    [X509_ROW(OCSP_REQUESTLIST)] = { "ocsp.requestList", "requestList", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_REQUEST_ELEMENT)] = { "ocsp.Request_element", "Request", FT_NONE },
    [X509_ROW(OCSP_SIGNATUREALGORITHM_ELEMENT)] = { "ocsp.signatureAlgorithm_element", "signatureAlgorithm", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(OCSP_SIGNATURE)] = { "ocsp.signature", "signature", FT_BYTES },
    [X509_ROW(OCSP_CERTS)] = { "ocsp.certs", "certs", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_CERTIFICATE_ELEMENT)] = { "ocsp.Certificate_element", "Certificate", FT_NONE, .suffix = x509_certificate_suffix },
    [X509_ROW(OCSP_REQCERT_ELEMENT)] = { "ocsp.reqCert_element", "reqCert", FT_NONE },
    [X509_ROW(OCSP_HASHALGORITHM_ELEMENT)] = { "ocsp.hashAlgorithm_element", "hashAlgorithm", FT_NONE, .suffix = x509_algorithm_suffix },
    [X509_ROW(OCSP_ISSUERNAMEHASH)] = { "ocsp.issuerNameHash", "issuerNameHash", FT_BYTES },
    [X509_ROW(OCSP_ISSUERKEYHASH)] = { "ocsp.issuerKeyHash", "issuerKeyHash", FT_BYTES },
    [X509_ROW(OCSP_SERIALNUMBER)] = { "ocsp.serialNumber", "serialNumber", FT_BYTES, .label_fn = x509_integer_label },
    [X509_ROW(OCSP_RESPONSESTATUS)] = { "ocsp.responseStatus", "responseStatus", FT_UINT32, BASE_DEC, .values = &response_states },
    [X509_ROW(OCSP_RESPONSEBYTES_ELEMENT)] = { "ocsp.responseBytes_element", "responseBytes", FT_NONE },
    [X509_ROW(OCSP_TBSRESPONSEDATA_ELEMENT)] = { "ocsp.tbsResponseData_element", "tbsResponseData", FT_NONE },
    [X509_ROW(OCSP_RESPONDERID)] = { "ocsp.responderID", "responderID", FT_UINT32, BASE_DEC, .values = &responders },
    [X509_ROW(OCSP_PRODUCEDAT)] = { "ocsp.producedAt", "producedAt", FT_ABSOLUTE_TIME },
    [X509_ROW(OCSP_RESPONSES)] = { "ocsp.responses", "responses", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_SINGLERESPONSE_ELEMENT)] = { "ocsp.SingleResponse_element", "SingleResponse", FT_NONE },
    [X509_ROW(OCSP_BYNAME)] = { "ocsp.byName", "byName", FT_UINT32, BASE_DEC },
    [X509_ROW(OCSP_BYKEY)] = { "ocsp.byKey", "byKey", FT_BYTES },
    [X509_ROW(OCSP_CERTID_ELEMENT)] = { "ocsp.certID_element", "certID", FT_NONE },
    [X509_ROW(OCSP_CERTSTATUS)] = { "ocsp.certStatus", "certStatus", FT_UINT32, BASE_DEC, .values = &certificate_states },
    [X509_ROW(OCSP_THISUPDATE)] = { "ocsp.thisUpdate", "thisUpdate", FT_ABSOLUTE_TIME },
    [X509_ROW(OCSP_NEXTUPDATE)] = { "ocsp.nextUpdate", "nextUpdate", FT_ABSOLUTE_TIME },
    [X509_ROW(OCSP_SINGLEEXTENSIONS)] = { "ocsp.singleExtensions", "singleExtensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_RESPONSEEXTENSIONS)] = { "ocsp.responseExtensions", "responseExtensions", FT_UINT32, BASE_DEC, .unit = &items },
    [X509_ROW(OCSP_GOOD_ELEMENT)] = { "ocsp.good_element", "good", FT_NONE },
    [X509_ROW(OCSP_REVOKED_ELEMENT)] = { "ocsp.revoked_element", "revoked", FT_NONE },
    [X509_ROW(OCSP_UNKNOWN_ELEMENT)] = { "ocsp.unknown_element", "unknown", FT_NONE },
    [X509_ROW(OCSP_REVOCATIONTIME)] = { "ocsp.revocationTime", "revocationTime", FT_ABSOLUTE_TIME },
    [X509_ROW(OCSP_REVOCATIONREASON)] = { "ocsp.revocationReason", "revocationReason", FT_UINT32, BASE_DEC, .values = &crl_reasons },
    [X509_ROW(OCSP_REOCSPNONCE)] = { "ocsp.ReOcspNonce", "ReOcspNonce", FT_BYTES },
};

static const struct note_def ber_notes[BER_NOTES] = {
    [BER_NOTE_LENGTH] = { "ber.error.length", "BER Error: length is not valid", SEV_WARN, GROUP_MALFORMED },
    [BER_NOTE_FIELD] = { "ber.error.sequence.field_wrong", "BER Error: Wrong field in SEQUENCE", SEV_WARN, GROUP_MALFORMED },
    [BER_NOTE_UNKNOWN] = { "ber.error.oid_not_implemented", "BER: nothing is known of this object identifier", SEV_WARN, GROUP_UNDECODED },
};

/* Parts of certificates are shown by who holds one, never handed to. */
static struct verdict no_run(struct dissect *d, struct cursor c)
{
    (void)d, (void)c;
    return done();
}

enum { IS_REVOCATION_LIST = 1 };

static struct verdict certificate_run(struct dissect *d, struct cursor c)
{
    if (d->variant != IS_REVOCATION_LIST) {
        emit_protocol(d, c, c.cap, NULL);
        x509_certificate(d, c);
        return done();
    }
    set_protocol_column(d, "PKIX-CRL");
    info_set(d, info_constant, "Certificate Revocation List");
    emit_at(d, c, X509_ROW(X509AF_CRL), 0, c.cap);
    down(d);
    x509_revocation_list(d, c);
    return done();
}

static const struct claim x509af_claims[] = {
    { .table = TABLE_MEDIA_TYPE, .text = "application/pkix-crl", .variant = IS_REVOCATION_LIST },
};

/* RFC 2585: a certificate as a file. */
enum { PKIX_CERT, PKIX_CERT_CERTIFICATE };
static const struct field pkix_cert_fields[] = {
    [PKIX_CERT] = { "pkix-cert", "PKIX CERT File Format", FT_PROTOCOL },
    [PKIX_CERT_CERTIFICATE] = { "pkix-cert.cert", "Certificate", FT_NONE, .suffix = x509_certificate_suffix },
};

static struct verdict pkix_cert_run(struct dissect *d, struct cursor c)
{
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, PKIX_CERT_CERTIFICATE, 0, c.cap);
    down(d);
    x509_certificate(d, c);
    return done();
}

static const struct claim pkix_cert_claims[] = { { .table = TABLE_MEDIA_TYPE, .text = "application/pkix-cert" } };

enum { OCSP_IS_REQUEST = 1 };

static struct verdict ocsp_run(struct dissect *d, struct cursor c)
{
    bool request = d->variant == OCSP_IS_REQUEST;
    set_protocol_column(d, "OCSP");
    info_set(d, info_constant, request ? "Request" : "Response");
    emit_protocol(d, c, c.cap, NULL);
    if (request)
        ocsp_request(d, c);
    else
        ocsp_response(d, c);
    return done();
}

static const struct claim ocsp_claims[] = {
    { .table = TABLE_MEDIA_TYPE, .text = "application/ocsp-request", .variant = OCSP_IS_REQUEST },
    { .table = TABLE_MEDIA_TYPE, .text = "application/ocsp-response" },
};

PROTOCOL(ber,
    .name = "ber", .short_name = "BER", .long_name = "Basic Encoding Rules (ASN.1 X.690)",
    FIELDS(ber_fields), NOTES(ber_notes), .run = no_run
);
PROTOCOL(x509af,
    .name = "x509af", .short_name = "X509AF", .long_name = "X.509 Authentication Framework",
    FIELDS(x509af_fields), CLAIMS(x509af_claims), .calls = x509_speakers, .run = certificate_run
);
PROTOCOL(pkix_cert,
    .name = "pkix-cert", .short_name = "PKIX Certificate", .long_name = "PKIX CERT File Format",
    FIELDS(pkix_cert_fields), CLAIMS(pkix_cert_claims), .calls = x509_speakers, .run = pkix_cert_run
);
PROTOCOL(x509ce,
    .name = "x509ce", .short_name = "X509CE", .long_name = "X.509 Certificate Extensions",
    FIELDS(x509ce_fields), .run = no_run
);
PROTOCOL(x509if,
    .name = "x509if", .short_name = "X509IF", .long_name = "X.509 Information Framework",
    FIELDS(x509if_fields), .run = no_run
);
PROTOCOL(x509sat,
    .name = "x509sat", .short_name = "X509SAT", .long_name = "X.509 Selected Attribute Types",
    FIELDS(x509sat_fields), .run = no_run
);
PROTOCOL(pkix1explicit,
    .name = "pkix1explicit", .short_name = "PKIX1EXPLICIT", .long_name = "PKIX1Explicit",
    FIELDS(pkix1explicit_fields), .run = no_run
);
PROTOCOL(pkix1implicit,
    .name = "pkix1implicit", .short_name = "PKIX1IMPLICIT", .long_name = "PKIX1Implitit",
    FIELDS(pkix1implicit_fields), .run = no_run
);
PROTOCOL(pkcs1,
    .name = "pkcs-1", .short_name = "PKCS-1", .long_name = "PKCS#1",
    FIELDS(pkcs1_fields), .run = no_run
);
PROTOCOL(ns_cert_exts,
    .name = "ns_cert_exts", .short_name = "NS_CERT_EXTS", .long_name = "NetScape Certificate Extensions",
    FIELDS(ns_cert_exts_fields), .run = no_run
);
PROTOCOL(ocsp,
    .name = "ocsp", .short_name = "OCSP", .long_name = "Online Certificate Status Protocol",
    FIELDS(ocsp_fields), CLAIMS(ocsp_claims), .calls = x509_speakers, .run = ocsp_run
);

/* In the order of enum x509_speaker. */
const struct protocol *const x509_speakers[SPEAKERS + 1] = {
    &proto_ber, &proto_x509af, &proto_x509ce, &proto_x509if, &proto_x509sat, &proto_pkix1explicit, &proto_pkix1implicit, &proto_pkcs1, &proto_ns_cert_exts, &proto_ocsp, NULL
};
