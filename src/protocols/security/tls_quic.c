/* tls_quic.c - the transport parameters of QUIC in TLS's handshake: RFC 9000 section 18, RFC 9221 (datagrams), RFC 9287
   (the QUIC bit), RFC 9368 (versions), drafts in use, and what Google and Facebook put there.

   A value may read past the end that its parameter promises, as far as the layer has bytes: then that is what is wrong
   with it, and the next parameter begins where it was promised. */
#include "protocols/security/tls.h"
#include "protocols/transport/quic_varint.h"

enum { TYPE_GREASE = 27, GREASE_STEP = 31, TOKEN = 16, CONNECTION_ID_MAX = 20, OLD_MIN = 6 };

SHARED_VALUES(tls_quic_time_stamps,
    { 1, "I would like to receive TIME_STAMP frames" },
    { 2, "I am able to generate TIME_STAMP frames" },
    { 3, "I am able to generate TIME_STAMP frames and I would like to receive them" });

/* What a value is. */
enum kind {
    OPAQUE,          /* any bytes */
    NOTHING,         /* the parameter's presence says all */
    NUMBER, AMOUNT,  /* a variable-length integer; the heading has an AMOUNT too */
    LOOSE,           /* such an integer, and what follows it does not matter */
    WHOLE_VALUE,     /* all of it is the row's */
    RESET_TOKEN, ADDRESS, VERSIONS, CIBIR, GOOGLE_VERSION, GOOGLE_PARAMS
};

struct kind_of_parameter {
    uint64_t type;
    const char *name;
    uint16_t row;
    uint8_t kind;    /* enum kind */
    const char *unit;
};

static const struct kind_of_parameter kinds[] = {
    { 0x00, "original_destination_connection_id", TLS_QUIC_ORIGINAL_DESTINATION_CONNECTION_ID, WHOLE_VALUE, NULL },
    { 0x01, "max_idle_timeout", TLS_QUIC_MAX_IDLE_TIMEOUT, AMOUNT, " ms" },
    { 0x02, "stateless_reset_token", TLS_QUIC_STATELESS_RESET_TOKEN, RESET_TOKEN, NULL },
    { 0x03, "max_udp_payload_size", TLS_QUIC_MAX_UDP_PAYLOAD_SIZE, AMOUNT, NULL },
    { 0x04, "initial_max_data", TLS_QUIC_INITIAL_MAX_DATA, AMOUNT, NULL },
    { 0x05, "initial_max_stream_data_bidi_local", TLS_QUIC_INITIAL_MAX_STREAM_DATA_BIDI_LOCAL, AMOUNT, NULL },
    { 0x06, "initial_max_stream_data_bidi_remote", TLS_QUIC_INITIAL_MAX_STREAM_DATA_BIDI_REMOTE, AMOUNT, NULL },
    { 0x07, "initial_max_stream_data_uni", TLS_QUIC_INITIAL_MAX_STREAM_DATA_UNI, AMOUNT, NULL },
    { 0x08, "initial_max_streams_bidi", TLS_QUIC_INITIAL_MAX_STREAMS_BIDI, AMOUNT, NULL },
    { 0x09, "initial_max_streams_uni", TLS_QUIC_INITIAL_MAX_STREAMS_UNI, AMOUNT, NULL },
    { 0x0a, "ack_delay_exponent", TLS_QUIC_ACK_DELAY_EXPONENT, NUMBER, NULL },
    { 0x0b, "max_ack_delay", TLS_QUIC_MAX_ACK_DELAY, AMOUNT, NULL },
    { 0x0c, "disable_active_migration", 0, NOTHING, NULL },
    { 0x0d, "preferred_address", 0, ADDRESS, NULL },
    { 0x0e, "active_connection_id_limit", TLS_QUIC_ACTIVE_CONNECTION_ID_LIMIT, AMOUNT, NULL },
    { 0x0f, "initial_source_connection_id", TLS_QUIC_INITIAL_SOURCE_CONNECTION_ID, WHOLE_VALUE, NULL },
    { 0x10, "retry_source_connection_id", TLS_QUIC_RETRY_SOURCE_CONNECTION_ID, WHOLE_VALUE, NULL },
    { 0x11, "version_information", 0, VERSIONS, NULL },
    { 0x20, "max_datagram_frame_size", TLS_QUIC_MAX_DATAGRAM_FRAME_SIZE, AMOUNT, NULL },
    { 0x1000, "cibir_encoding", 0, CIBIR, NULL },
    { 0x1057, "loss_bits", TLS_QUIC_LOSS_BITS, NUMBER, NULL },
    { 0x2ab2, "grease_quic_bit", 0, OPAQUE, NULL },
    { 0x3127, "google_initial_rtt", TLS_QUIC_GOOGLE_INITIAL_RTT, AMOUNT, " us" },
    { 0x3128, "google_connection_options", TLS_QUIC_GOOGLE_CONNECTION_OPTIONS, WHOLE_VALUE, NULL },
    { 0x3129, "google_user_agent", TLS_QUIC_GOOGLE_USER_AGENT, WHOLE_VALUE, NULL },
    { 0x312a, "google_support_handshake_done", TLS_QUIC_GOOGLE_SUPPORT_HANDSHAKE_DONE, WHOLE_VALUE, NULL },
    { 0x312b, "google_key_update_not_yet_supported", TLS_QUIC_GOOGLE_KEY_UPDATE_NOT_YET_SUPPORTED, WHOLE_VALUE, NULL },
    { 0x4751, "google_quic_params", TLS_QUIC_GOOGLE_QUIC_PARAMS, GOOGLE_PARAMS, NULL },
    { 0x4752, "google_quic_version", 0, GOOGLE_VERSION, NULL },
    { 0x7157, "enable_time_stamp", 0, NOTHING, NULL },
    { 0x7158, "enable_time_stamp_v2", TLS_QUIC_ENABLE_TIME_STAMP_V2, LOOSE, NULL },
    { 0xde1a, "min_ack_delay", TLS_QUIC_MIN_ACK_DELAY, AMOUNT, NULL },
    { 0xff00, "facebook_partial_reliability", TLS_QUIC_FACEBOOK_PARTIAL_RELIABILITY, LOOSE, NULL },
    { 0xff03de1a, "min_ack_delay", TLS_QUIC_MIN_ACK_DELAY, AMOUNT, NULL },
};

/* Never NULL: what is not known is opaque. */
static const struct kind_of_parameter *kind_of(uint64_t type)
{
    static const struct kind_of_parameter unknown = { .kind = OPAQUE }, grease = { .name = "GREASE", .kind = OPAQUE };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (kinds[i].type == type)
            return &kinds[i];
    return type > TYPE_GREASE && type % GREASE_STEP == TYPE_GREASE ? &grease : &unknown;
}

/* What a parameter's heading says, as far as it could be read. */
struct heading {
    uint32_t node;
    bool named;
    uint8_t values;          /* of those below, the second is cibir_encoding's */
    uint64_t type, length;
    uint64_t value, offset;
};

/* --- texts ------------------------------------------------------------------------------------ */

void tls_quic_type_text(struct strbuf *sb, uint64_t type)
{
    const char *name = kind_of(type)->name;
    sb_printf(sb, "%s (0x%02llx)", name != NULL ? name : "Unknown", (unsigned long long)type);
}

void tls_quic_parameter_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct heading *h = n->v.arg;
    (void)d;
    sb_str(sb, "Parameter");
    if (!h->named)
        return;
    const struct kind_of_parameter *k = kind_of(h->type);
    if (k->name != NULL)
        sb_printf(sb, ": %s", k->name);
    else
        sb_printf(sb, ": Unknown 0x%04llx", (unsigned long long)h->type);
    sb_printf(sb, " (len=%llu)", (unsigned long long)h->length);
    if (h->values > 0)
        sb_printf(sb, "%s %llu%s", k->kind == CIBIR ? " Length:" : "", (unsigned long long)h->value,
                  k->unit != NULL ? k->unit : "");
    if (h->values > 1)
        sb_printf(sb, ", Offset: %llu", (unsigned long long)h->offset);
}

void tls_quic_too_much_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = n->v.arg;
    (void)d;
    sb_printf(sb, "Dissector processed too much data (%u byte%s)", b->length, b->length == 1 ? "" : "s");
}

void tls_quic_too_much_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    tls_quic_too_much_label(sb, d, n);
}

void tls_quic_past_end_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct tls_bound *b = n->v.arg;
    (void)d;
    sb_printf(sb, "Vector offset is past buffer end offset (%u > %u)", b->length, b->bound);
}

/* --- places ----------------------------------------------------------------------------------- */

/* From where c stands to the end of the layer. */
static struct cursor to_end_of_layer(const struct dissect *d, struct cursor c)
{
    const struct layer *l = &d->layers[d->n_layers - 1];
    const struct source *s = c.source < d->n_sources ? &d->sources[c.source] : NULL;
    if (s == NULL || c.cap < c.wire)
        return c;
    uint32_t end = l->shown && l->source == c.source && l->end <= s->cap ? l->end : s->cap;
    if (end < c.offset + c.cap)
        return c;
    c.cap = end - c.offset;
    c.wire = c.contained = c.cap + (end == s->cap && s->wire > s->cap ? s->wire - s->cap : 0);
    return c;
}

/* What stands between c and `end` goes to *part.  False, with a finding on the parameter's node, when c is past it. */
static bool up_to(struct dissect *d, uint32_t node, struct cursor c, uint32_t end, struct cursor *part)
{
    if (c.offset <= end) {
        *part = cursor_part(c, end - c.offset);
        return true;
    }
    const struct layer *l = &d->layers[d->n_layers - 1];
    uint32_t first = l->source == c.source ? l->off : 0;
    struct tls_bound b = { .length = c.offset - first, .bound = end - first }, *kept = packet_copy(d, &b, sizeof b);
    if (kept != NULL)
        note_on(d, node, TLS_NOTE_QUIC_PAST_END, kept);
    return false;
}

/* What was shown from `from` on ended at c, and was to be n bytes. */
static void ends_as_promised(struct dissect *d, struct cursor from, uint32_t n, struct cursor c)
{
    uint32_t used = c.offset - from.offset;
    struct cursor end = cursor_at(from, n);
    if (d->stop != STOP_NONE || used == n)
        return;
    if (used < n) {
        tls_no_more(d, cursor_part(c, n - used));
        return;
    }
    struct tls_bound b = { .length = used - n }, *kept = packet_copy(d, &b, sizeof b);
    if (kept != NULL)
        note_on(d, emit_arg(d, end, TLS_QUIC_TOO_MUCH, 0, b.length, kept), TLS_NOTE_QUIC_TOO_MUCH, kept);
}

/* --- values ----------------------------------------------------------------------------------- */

/* RFC 9000 section 18.2; `end` is that of all parameters. */
static void address(struct dissect *d, const struct heading *h, struct cursor *c, uint32_t end)
{
    struct cursor part, id;
    add_item(d, c, TLS_QUIC_PREFERRED_ADDRESS_IPV4ADDRESS, 4);
    add_item(d, c, TLS_QUIC_PREFERRED_ADDRESS_IPV4PORT, 2);
    add_item(d, c, TLS_QUIC_PREFERRED_ADDRESS_IPV6ADDRESS, 16);
    add_item(d, c, TLS_QUIC_PREFERRED_ADDRESS_IPV6PORT, 2);
    if (d->stop != STOP_NONE || !up_to(d, h->node, *c, end, &part) ||
        !tls_vector(d, &part, TLS_QUIC_PREFERRED_ADDRESS_CONNECTIONID_LENGTH, 1, 0, CONNECTION_ID_MAX, &id))
        return;
    cursor_skip(c, 1 + id.wire);
    emit_at(d, id, TLS_QUIC_PREFERRED_ADDRESS_CONNECTIONID, 0, id.wire);
    add_item(d, c, TLS_QUIC_PREFERRED_ADDRESS_STATELESSRESETTOKEN, TOKEN);
}

static void google_version(struct dissect *d, unsigned message, struct cursor *c)
{
    add_item(d, c, TLS_QUIC_GOOGLE_QUIC_VERSION, 4);
    if (message != MSG_ENCRYPTED_EXTENSIONS)
        return;
    uint64_t n = add_uint(d, c, TLS_QUIC_GOOGLE_SUPPORTED_VERSIONS_LENGTH, 1);
    for (uint64_t i = 0; i < n / 4 && d->stop == STOP_NONE; i++)
        add_item(d, c, TLS_QUIC_GOOGLE_SUPPORTED_VERSION, 4);
}

/* Messages of Google's own QUIC behind four bytes that nobody has explained; `n` bytes. */
static void google_params(struct dissect *d, struct cursor *c, uint32_t n)
{
    emit_at(d, *c, TLS_QUIC_GOOGLE_QUIC_PARAMS, 0, n);
    add_item(d, c, TLS_QUIC_GOOGLE_QUIC_PARAMS_UNKNOWN_FIELD, 4);
    if (n > 4)
        cursor_skip(c, n - 4);
}

/* The n bytes at *c, which goes where they were read to. */
static void value(struct dissect *d, unsigned message, struct heading *h, struct cursor *c, uint32_t n, uint32_t end)
{
    const struct kind_of_parameter *k = kind_of(h->type);
    uint32_t value_end = c->offset + n;
    switch ((enum kind)k->kind) {
    case OPAQUE: cursor_skip(c, n); break;
    case NOTHING: break;
    case NUMBER: quic_varint(d, c, k->row); break;
    case LOOSE: {
        struct cursor at = *c;
        quic_varint(d, &at, k->row);
        cursor_skip(c, n);
        break;
    }
    case AMOUNT:
        h->value = quic_varint(d, c, k->row);
        h->values = d->stop == STOP_NONE ? 1 : 0;
        break;
    case WHOLE_VALUE: add_item(d, c, k->row, n); break;
    case RESET_TOKEN: add_item(d, c, k->row, TOKEN); break;
    case ADDRESS: address(d, h, c, end); break;
    case VERSIONS:
        add_item(d, c, TLS_QUIC_VI_CHOSEN_VERSION, 4);
        while (c->offset < value_end && more(d, c))
            add_item(d, c, TLS_QUIC_VI_OTHER_VERSION, 4);
        break;
    case CIBIR:
        h->value = quic_varint(d, c, TLS_QUIC_CIBIR_ENCODING_LENGTH);
        h->values = d->stop == STOP_NONE ? 1 : 0;
        h->offset = quic_varint(d, c, TLS_QUIC_CIBIR_ENCODING_OFFSET);
        h->values = d->stop == STOP_NONE ? 2 : h->values;
        break;
    case GOOGLE_VERSION: google_version(d, message, c); break;
    case GOOGLE_PARAMS: google_params(d, c, n); break;
    }
}

/* --- the list --------------------------------------------------------------------------------- */

/* Before draft 27 types and lengths had two bytes each, and all stood behind a length. */
static bool is_old(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, OLD_MIN);
    return p != NULL && be16(p) == c.wire - 2 && be16(p + 4) <= c.wire - OLD_MIN;
}

/* Type and length; false when there is no value. */
static bool type_and_length(struct dissect *d, struct heading *h, struct cursor *c, uint32_t end, bool old)
{
    struct cursor part, body;
    if (!old) {
        h->type = quic_varint(d, c, TLS_QUIC_PARAMETER_TYPE);
        h->length = quic_varint(d, c, TLS_QUIC_PARAMETER_LENGTH);
        return d->stop == STOP_NONE;
    }
    h->type = add_uint(d, c, TLS_QUIC_PARAMETER_TYPE, 2);
    if (d->stop != STOP_NONE || !up_to(d, h->node, *c, end, &part) ||
        !tls_vector(d, &part, TLS_QUIC_PARAMETER_LENGTH_OLD, 2, 0, 65535, &body))
        return false;
    cursor_skip(c, 2);
    h->length = body.wire;
    return true;
}

/* One parameter, below its heading; *c goes behind it. */
static bool parameter(struct dissect *d, unsigned message, struct heading *h, struct cursor *c, uint32_t end, bool old)
{
    struct cursor first = *c;
    if (!type_and_length(d, h, c, end, old))
        return false;
    h->named = true;
    uint64_t size = c->offset - first.offset + h->length;
    set_len(d, h->node, size < first.cap ? (uint32_t)size : first.cap);
    if (h->length > c->cap) {
        fall_short(d, *c, 0, h->length);
        return false;
    }
    uint32_t n = (uint32_t)h->length;
    struct cursor v = *c;
    emit_at(d, *c, TLS_QUIC_PARAMETER_VALUE, 0, n);
    value(d, message, h, &v, n, end);
    ends_as_promised(d, *c, n, v);
    cursor_skip(c, n);
    return d->stop == STOP_NONE;
}

void tls_quic_parameters(struct dissect *d, const struct tls *t, unsigned message, struct cursor body)
{
    struct cursor first = to_end_of_layer(d, body), c = first;
    uint32_t end = body.offset + body.wire;
    bool old = is_old(body), goes_on = true;
    (void)t;
    if (old)
        add_uint(d, &c, TLS_QUIC_LEN, 2);
    while (goes_on && c.offset < end && need(d, c, 0, 2)) {
        struct heading unseen = { .node = NO_NODE };
        struct heading *h = wants(d, TLS_QUIC_PARAMETER_HEADING) ? packet_zero(d, sizeof *h) : NULL;
        if (h != NULL)
            h->node = emit_arg(d, c, TLS_QUIC_PARAMETER_HEADING, 0, 2, h);
        down(d);
        goes_on = parameter(d, message, h != NULL ? h : &unseen, &c, end, old);
        up(d);
    }
    if (goes_on)
        ends_as_promised(d, first, body.wire, c);
}
