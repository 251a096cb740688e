/* dhcpv6_names.c - domain names in DHCPv6 options (RFC 8415 section 10), and what can be wrong about them. */
#include "protocols/application/dhcpv6.h"

/* A name while it is read; offsets are into the field. */
struct name {
    uint32_t at;       /* where it starts */
    uint32_t labels;
    uint32_t end;      /* after its last label, the root's included */
    uint32_t last;     /* where its last label starts */
    bool whole;        /* ends with the root */
};

static const char root_name[] = "['.' (0)]";

/* What a label says: text in the packet's arena. */
struct spoken {
    const char *text;
    uint32_t len, number, left;
};

/* "foo.com." or, of a name without its root, "foo.com". */
static const struct spoken *spell(struct dissect *d, struct cursor c, const struct name *n, uint32_t until, bool root)
{
    uint32_t room = until > n->at ? until - n->at + 1 : 1, len = 0;
    char *text = arena_take(&d->arena, room);
    struct spoken *s = packet_zero(d, sizeof *s);
    if (text == NULL || s == NULL)
        return NULL;
    for (uint32_t i = n->at; i < until && c.p[i] != 0; i += c.p[i] + 1u) {
        if (len != 0)
            text[len++] = '.';
        uint32_t k = c.p[i] < until - i - 1 ? c.p[i] : until - i - 1;
        memcpy(text + len, c.p + i + 1, k);
        len += k;
    }
    if (root)
        text[len++] = '.';
    const char *nul = memchr(text, 0, len);
    s->text = text;
    s->len = nul != NULL ? (uint32_t)(nul - text) : len;
    return s;
}

/* As tshark 4.0 spells a name without its root: the last label's place is taken by as many bytes from the first
   label on, and no dot stands before them. */
static const struct spoken *spell_partial(struct dissect *d, struct cursor c, const struct name *n)
{
    struct spoken *s = packet_zero(d, sizeof *s);
    uint32_t last = c.p[n->last];
    const struct spoken *front = spell(d, c, n, n->last, false);
    char *text = front != NULL ? arena_take(&d->arena, front->len + last + 1) : NULL;
    if (s == NULL || text == NULL)
        return NULL;
    memcpy(text, front->text, front->len);
    memcpy(text + front->len, c.p + n->at + 1, last);
    *s = (struct spoken){ text, front->len + last, last, 0 };
    return s;
}

static void put(struct strbuf *sb, const struct spoken *s)
{
    if (s != NULL)
        sb_escaped(sb, (const uint8_t *)s->text, s->len);
}

void dhcpv6_tld_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "Top Level Domain name (TLD): ");
    put(sb, annotation(d, n));
}

void dhcpv6_partial_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "Partial name: ");
    put(sb, annotation(d, n));
    sb_str(sb, " ERROR: A single or multi-part partial name must be the only name in the domain field");
}

void dhcpv6_decoded_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "The successfully decoded portion of this FQDN: [");
    put(sb, annotation(d, n));
    sb_str(sb, "] ");
}

void dhcpv6_exceeded_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct spoken *s = annotation(d, n);
    sb_printf(sb, "ERROR: The length of this name, %u, exceeds the remaining length, %u, in the domain name field. ",
              (unsigned)n->v.u, s != NULL ? s->left : 0);
}

void dhcpv6_long_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    sb_str(sb, "FQDN: ");
    put(sb, annotation(d, n));
}

void dhcpv6_bogus_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    unsigned v = (unsigned)n->v.u;
    sb_printf(sb,
              "Label Length: %u\nThis is not a DNS record encoded domain name. The value in the first octet of\n"
              "a label is the length of the name that follows and must be 63 octets or less.\n"
              "However, in this case it is %u which typically means that the name is text.",
              v, v);
}

void dhcpv6_empty_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d, (void)n;
    sb_str(sb, "Empty domain field: the client requests the server to provide a domain name");
}

/* A line below the node before that carries the finding. */
static void complain(struct dissect *d, struct cursor c, uint32_t off, uint32_t len, unsigned line,
                     enum dhcpv6_note note)
{
    down(d);
    note_on(d, emit_value(d, c, line, off, len, 0), note, NULL);
    up(d);
}

static uint32_t emit_spoken(struct dissect *d, struct cursor c, unsigned field, uint32_t off, uint32_t len,
                            const struct spoken *s)
{
    if (s == NULL)
        return NO_NODE;
    uint32_t node = emit_held(d, c, field, off, len, s->text, s->len);
    annotate(d, node, s);
    return node;
}

/* A label that does not fit what is left of the field. */
static void exceeded(struct dissect *d, struct cursor c, const struct name *n, uint32_t label)
{
    struct spoken *s = packet_zero(d, sizeof *s);
    if (s == NULL)
        return;
    s->left = c.wire - n->end - 1;
    uint32_t node = emit_value(d, c, F6_DOMAIN_FIELD_LEN_EXCEEDED, n->end, 1, label);
    annotate(d, node, s);
    if (n->labels != 0) {
        down(d);
        const struct spoken *decoded = spell(d, c, n, n->end, false);
        emit_spoken(d, c, F6_DECODED_PORTION, n->at, n->end - n->at - 1, decoded);
        up(d);
    }
    complain(d, c, 0, c.wire, F6_ERROR_EXCEEDS, DHCPV6_EXCEEDS);
    info_add(d, info_constant, " [DOMAIN FIELD LEN EXCEEDED]");
}

/* Reads the name at n->at; false when it cannot go on, which has been said. */
static bool read_name(struct dissect *d, struct cursor c, struct name *n)
{
    n->end = n->at;
    while (n->end < c.wire) {
        uint32_t label = get8(d, c, n->end);
        if (d->stop != STOP_NONE)
            return false;
        if (label == 0) {
            n->end++;
            n->whole = true;
            return true;
        }
        if (label > 63) {
            emit_at(d, c, F6_BOGUS_LABEL_LENGTH, n->end, 1);
            complain(d, c, n->end, 1, F6_ERROR_NOT_DNS, DHCPV6_NOT_DNS);
            return false;
        }
        if (label > c.wire - n->end - 1) {
            exceeded(d, c, n, label);
            return false;
        }
        if (!need(d, c, n->end, label + 1))
            return false;
        n->last = n->end;
        n->labels++;
        n->end += label + 1;
    }
    return true;
}

static void complete(struct dissect *d, struct cursor c, const struct name *n, unsigned field)
{
    uint32_t len = n->end - n->at;
    if (len > 255) {
        const struct spoken *s = spell(d, c, n, n->end, true);
        annotate(d, emit_value(d, c, F6_ENCODED_FQDN_GT_255, n->at, len - 2, len), s);
        complain(d, c, n->at, len - 2, F6_ERROR_LONG, DHCPV6_LONG_NAME);
        info_add(d, info_constant, " [FQDN > 255]");
    } else if (n->labels == 1) {
        emit_spoken(d, c, F6_TLD, n->at, len, spell(d, c, n, n->end, true));
        complain(d, c, n->at, len, F6_ERROR_TLD, DHCPV6_TLD);
    } else {
        emit_spoken(d, c, field, n->at, len, spell(d, c, n, n->end, true));
    }
}

static void partial(struct dissect *d, struct cursor c, const struct name *n, unsigned field, bool after)
{
    const struct spoken *s = spell_partial(d, c, n);
    uint32_t len = n->end - n->at;
    if (s == NULL)
        return;
    if (after) {
        emit_spoken(d, c, F6_PARTIAL_NAME_PRECEDED_BY_FQDN, n->at, s->number, s);
        complain(d, c, n->at, s->number, F6_ERROR_PARTIAL, DHCPV6_PARTIAL);
        info_add(d, info_constant, " [PROTOCOL VIOLATION]");
        return;
    }
    struct spoken *named = packet_copy(d, s, sizeof *s);
    if (named != NULL)
        named->number = n->labels;
    emit_spoken(d, c, field, n->at, n->labels > 1 ? len - 1 : len, named);
}

/* The fields of names say what they are when they are only part of one: the annotation counts the labels. */
void dhcpv6_name_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct spoken *s = annotation(d, n);
    uint32_t labels = s != NULL ? s->number : 0;
    sb_str(sb, labels == 0   ? registry_field(n->field)->label
               : labels == 1 ? "Partial domain name"
                             : "Multi-part partially qualified Domain Name");
    sb_str(sb, ": ");
    put(sb, s);
}

void dhcpv6_names(struct dissect *d, struct cursor c, unsigned field)
{
    bool any = false;
    struct name n = { 0 };
    while (d->stop == STOP_NONE && n.end < c.wire) {
        n = (struct name){ .at = n.end };
        if (!read_name(d, c, &n))
            return;
        if (n.whole && n.labels == 0) {
            emit_held(d, c, F6_ROOT_ONLY_DOMAIN_NAME, n.at, 1, root_name, sizeof root_name - 1);
            complain(d, c, n.at, 1, F6_ERROR_ROOT, DHCPV6_ROOT);
            info_add(d, info_constant, " [ROOT-ONLY DOMAIN NAME]");
            return;
        }
        if (n.whole)
            complete(d, c, &n, field);
        else
            partial(d, c, &n, field, any);
        any = true;
    }
}
