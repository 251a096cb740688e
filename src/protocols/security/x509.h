/* x509.h - certificates (X.509, RFC 5280) and OCSP responses (RFC 6960) inside other protocols. */
#ifndef PROTOCOLS_SECURITY_X509_H
#define PROTOCOLS_SECURITY_X509_H

#include "protocols/protocol.h"

/* All of these show one structure of DER, all of c, at the present depth, under the names of X.509's protocols, and leave
   the dissector that calls them as it was.  Its .calls must list what x509_speakers does. */
void x509_certificate(struct dissect *d, struct cursor c);
/* RFC 5280 section 5.1: a CRL. */
void x509_revocation_list(struct dissect *d, struct cursor c);
void x509_sequence_of_rdns(struct dissect *d, struct cursor c);
void ocsp_request(struct dissect *d, struct cursor c);
void ocsp_response(struct dissect *d, struct cursor c);
/* The same below a heading of its own, as TLS has it. */
void ocsp_stapled(struct dissect *d, struct cursor c);
extern const struct protocol *const x509_speakers[];

/* For nodes that are a certificate, and a Name: the subject, "(id-at-commonName=x,id-at-countryName=US)" with the last RDN
   first; a label with the Name. */
field_text x509_certificate_suffix, x509_dname_label;

#endif
