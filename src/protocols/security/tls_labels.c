/* tls_labels.c - texts of TLS that depend on more than a number. */
#include "protocols/security/tls.h"

static void sb_alert(struct strbuf *sb, const struct tls_heading *h)
{
    sb_printf(sb, "Alert (Level: %s, Description: %s)", values_or(&tls_alert_levels, h->level, "Unknown"),
              values_or(&tls_alert_descriptions, h->description, "Unknown"));
}

void tls_record_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_heading *h = n->v.arg;
    (void)d;
    sb_str(sb, h->version);
    sb_str(sb, " Record Layer: ");
    if (h->what == NULL) {
        sb_alert(sb, h);
        return;
    }
    sb_str(sb, h->prefix);
    sb_str(sb, h->what);
}

/* What has no records is one by itself. */
void tls_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (n->v.arg != NULL)
        tls_record_label(sb, d, n);
    else
        sb_str(sb, "Transport Layer Security");
}

void tls_session_id_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Session ID (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

/* Before TLS 1.3 a scheme is a hash and a signature, each with a name of its own. */
void tls_scheme_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    uint32_t v = (uint32_t)n->v.u;
    const char *name = values_find(&tls_signature_schemes, v);
    const char *hash = values_find(&tls_hashes, v >> 8), *signature = values_find(&tls_signatures, v & 255);
    (void)d;
    sb_str(sb, "Signature Algorithm: ");
    if (name != NULL)
        sb_str(sb, name);
    else if (hash != NULL && signature != NULL)
        sb_printf(sb, "%s %s", hash, signature);
    else
        sb_str(sb, "Unknown");
    sb_printf(sb, " (0x%04x)", v);
}

void tls_record_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const struct tls_heading *h = arg;
    (void)d;
    if (h->what == NULL)
        sb_alert(sb, h);
    else
        sb_str(sb, h->info != NULL ? h->info : h->what);
}

void tls_handshake_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, "Handshake Protocol: ");
    sb_str(sb, n->v.arg);
}

void tls_heading_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

void tls_alert_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u != 0 ? "Alert Message: Encrypted Alert" : "Alert Message");
}

void tls_heartbeat_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u != 0 ? "Encrypted Heartbeat Message" : "Heartbeat Message");
}

void tls_size_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_count *k = n->v.arg;
    (void)d;
    sb_printf(sb, "%s (%u", k->label, k->count);
    if (k->one != NULL)
        sb_printf(sb, " %s", k->count == 1 ? k->one : k->many);
    sb_char(sb, ')');
}

static void sb_bytes_of(struct strbuf *sb, const char *what, uint32_t len)
{
    sb_printf(sb, "%s (%u byte%s)", what, len, len == 1 ? "" : "s");
}

void tls_bytes_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bytes_of(sb, "Data", n->len);
}

void tls_payload_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bytes_of(sb, "Payload", n->len);
}

void tls_padding_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_bytes_of(sb, "Padding and HMAC", n->len);
}

void tls_extension_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p == NULL)
        return;
    const char *name = values_find(&tls_extension_types, be16(p));
    if (name != NULL)
        sb_printf(sb, "Extension: %s (len=%u)", name, be16(p + 2));
    else
        sb_printf(sb, "Extension: Unknown type %u (len=%u)", be16(p), be16(p + 2));
}

void tls_share_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 4);
    if (p == NULL)
        return;
    const char *name = values_find(&tls_groups, be16(p));
    sb_str(sb, "Key Share Entry: Group: ");
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", be16(p));
    sb_printf(sb, ", Key Exchange length: %u", be16(p + 2));
}

void tls_identity_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p != NULL)
        sb_printf(sb, "PSK Identity (length: %u)", be16(p));
}

void tls_sct_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 3, 32);
    const char *name = p != NULL ? tls_log_name(p) : NULL;
    sb_printf(sb, "Signed Certificate Timestamp (%s)", name != NULL ? name : "Unknown Log");
}

void tls_lifetime_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u == 1 ? " second" : " seconds");
    sb_str(sb, " (");
    sb_duration(sb, n->v.u);
    sb_char(sb, ')');
}

void tls_random_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    if (annotation(d, n) != NULL)
        sb_str(sb, " (HelloRetryRequest magic)");
}

/* --- findings --------------------------------------------------------------------------------- */

static void sb_too_small(struct strbuf *sb, const struct tls_bound *b)
{
    if (b->none)
        sb_printf(sb, "No more room for vector of length %u", b->length);
    else
        sb_printf(sb, "Vector length %u is too large, truncating it to %u", b->length, b->bound);
}

void tls_too_small_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_too_small(sb, n->v.arg);
}

void tls_no_room_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_too_small(sb, n->v.arg);
}

void tls_vector_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = n->v.arg;
    (void)d;
    sb_printf(sb, "Vector length %u is %s %u", b->length, b->over ? "larger than maximum" : "smaller than minimum",
              b->bound);
}

static void sb_trailing(struct strbuf *sb, uint32_t n)
{
    sb_printf(sb, "%u trailing byte%s unprocessed", n, n == 1 ? " was" : "s were");
}

void tls_trailing_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = n->v.arg;
    (void)d;
    sb_trailing(sb, b->length);
}

void tls_trailing_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    tls_trailing_label(sb, d, n);
}

void tls_heartbeat_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = n->v.arg;
    (void)d;
    sb_printf(sb, "Invalid heartbeat payload length (%u)", b->length);
}

void tls_heartbeat_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = annotation(d, n);
    if (b != NULL)
        sb_printf(sb, " (invalid, using %u to decode payload)", b->bound);
}
