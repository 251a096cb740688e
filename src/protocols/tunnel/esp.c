/* esp.c - IP Encapsulating Security Payload, RFC 4303: what is not encrypted.  Claims ip.proto 50. */
#include "protocols/protocol.h"

#include "protocols/internet/ip_proto.h"

enum { ESP, SPI, SEQUENCE, EXPECTED, PREVIOUS };
enum { WRONG_SEQUENCE };
enum { PREF_NULL_HEURISTIC, PREF_SEQUENCE, PREF_DECRYPT, PREF_AUTHENTICATE };

/* What the first pass found out about the packet's sequence number. */
struct esp_fact {
    uint32_t spi, sequence, expected, previous_frame;
};

static void expected_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct esp_fact *f = annotation(d, n);
    if (f != NULL && f->sequence > f->expected)
        sb_printf(sb, " (%u SNs missing)", f->sequence - f->expected);
}

static void wrong_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct esp_fact *f = n->v.arg;
    (void)d;
    sb_printf(sb, "Wrong Sequence Number for SPI %08x - ", f->spi);
    if (f->sequence > f->expected)
        sb_printf(sb, "%u missing", f->sequence - f->expected);
    else if (f->sequence + 1 == f->expected)
        sb_printf(sb, "%u repeated", f->sequence);
    else
        sb_printf(sb, "%u less than expected", f->expected - f->sequence);
}

static const struct field fields[] = {
    [ESP] = { "esp", "Encapsulating Security Payload", FT_PROTOCOL },
    [SPI] = { "esp.spi", "ESP SPI", FT_UINT32, BASE_HEX_DEC },
    [SEQUENCE] = { "esp.sequence", "ESP Sequence", FT_UINT32, BASE_DEC },
    [EXPECTED] = { "esp.sequence-analysis.expected-sn", "Expected SN", FT_UINT32, BASE_DEC, .flags = GENERATED, .suffix = expected_suffix },
    [PREVIOUS] = { "esp.sequence-analysis.previous-frame", "Previous Frame", FT_FRAMENUM, .flags = GENERATED },
};
static const struct note_def notes[] = {
    [WRONG_SEQUENCE] = { "esp.sequence-analysis.wrong-sequence-number", "Wrong Sequence Number", SEV_WARN, GROUP_SEQUENCE, wrong_text },
};
static const struct pref prefs[] = {
    [PREF_NULL_HEURISTIC] = { "enable_null_encryption_decode_heuristic", "Attempt to detect/decode NULL encrypted ESP payloads", PREF_BOOL, 0 },
    [PREF_SEQUENCE] = { "do_esp_sequence_analysis", "Check sequence numbers of ESP frames", PREF_BOOL, 1 },
    [PREF_DECRYPT] = { "enable_encryption_decode", "Attempt to detect/decode encrypted ESP payloads", PREF_BOOL, 0 },
    [PREF_AUTHENTICATE] = { "enable_authentication_check", "Attempt to check ESP Authentication", PREF_BOOL, 0 },
};

/* The last packet of an SPI. */
struct association {
    uint32_t frame, sequence;  /* frame 0: none yet */
};

static const struct esp_fact *check_sequence(struct dissect *d, const uint8_t *h)
{
    struct esp_fact *fact = fact_here(d, d->n_layers, sizeof *fact);
    if (!d->first_pass || fact == NULL)
        return fact;
    struct association *a = keyed_memory(d, h, 4, sizeof *a);
    if (a == NULL)
        return fact;
    if (a->frame != 0)
        *fact = (struct esp_fact){ be32(h), be32(h + 4), a->sequence + 1, a->frame };
    *a = (struct association){ d->frame->number, be32(h + 4) };
    return fact;
}

static void sequence_fields(struct dissect *d, struct cursor c, const uint8_t *h)
{
    const struct esp_fact *f = check_sequence(d, h);
    if (f == NULL || f->previous_frame == 0 || f->sequence == f->expected)
        return;
    uint32_t n = emit_value(d, c, EXPECTED, 0, 0, f->expected);
    annotate(d, n, f);
    note_on(d, n, WRONG_SEQUENCE, f);
    emit_value(d, c, PREVIOUS, 0, 0, f->previous_frame);
}

static void esp_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    const uint8_t *h = arg;
    (void)d;
    sb_printf(sb, "ESP (SPI=0x%08x)", be32(h));
}

static struct verdict esp_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "ESP");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    emit_at(d, c, SPI, 0, 4);
    emit_at(d, c, SEQUENCE, 4, 4);
    if (!need(d, c, 0, 8))
        return done();
    info_set(d, esp_info, c.p);
    if (pref(d, PREF_SEQUENCE) && !d->in_error)
        sequence_fields(d, c, c.p);
    return done();
}

static const struct claim claims[] = { { TABLE_IP_PROTO, IP_PROTO_ESP } };

PROTOCOL(esp,
    .name = "esp", .short_name = "ESP", .long_name = "Encapsulating Security Payload",
    FIELDS(fields), NOTES(notes), PREFS(prefs), CLAIMS(claims), .run = esp_run, .keeps_state = true, .mingles = true
);
