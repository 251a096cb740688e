/* geo.c - where the addresses of a packet are. */
#include "protocols/internet/geo.h"

#include "dissect/resolver.h"

#include <math.h>

static void add_part(struct strbuf *sb, size_t start, struct held part)
{
    if (part.len == 0)
        return;
    if (sb->len != start)
        sb_str(sb, ", ");
    sb_mem(sb, part.bytes, part.len);
}

/* "Amaurot, UT, ASN 64500, Example Networks" */
void geo_summary_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct place *p = n->v.arg;
    size_t start = sb->len;
    (void)d;
    if (p == NULL)
        return;
    add_part(sb, start, p->city);
    add_part(sb, start, p->iso.len != 0 ? p->iso : p->country);
    if (p->as_number != 0)
        sb_printf(sb, sb->len != start ? ", ASN %u" : "ASN %u", p->as_number);
    add_part(sb, start, p->organization);
}

/* One address: the rows of its side from `own` on, and with each of them that of either from `any` on. */
struct side {
    unsigned own, any;
    uint32_t off, len;
};

static void text_fields(struct dissect *d, struct cursor c, const struct side *s, enum geo_trait trait,
                        struct held text)
{
    if (text.len == 0)
        return;
    emit_held(d, c, s->own + trait, s->off, s->len, text.bytes, text.len);
    emit_held(d, c, s->any + trait, s->off, s->len, text.bytes, text.len);
}

static void degree_fields(struct dissect *d, struct cursor c, const struct side *s, enum geo_trait trait,
                          double degrees)
{
    if (isnan(degrees))
        return;
    emit_double(d, c, s->own + trait, s->off, s->len, degrees);
    emit_double(d, c, s->any + trait, s->off, s->len, degrees);
}

static void side_fields(struct dissect *d, struct cursor c, unsigned summary, const struct side *s, struct address a)
{
    struct place place;
    if (!place_of_address(d, a, &place))
        return;
    emit_arg(d, c, summary, s->off, s->len, packet_copy(d, &place, sizeof place));
    down(d);
    text_fields(d, c, s, GEO_CITY, place.city);
    text_fields(d, c, s, GEO_COUNTRY, place.country);
    text_fields(d, c, s, GEO_ISO, place.iso);
    if (place.as_number != 0) {
        emit_value(d, c, s->own + GEO_AS_NUMBER, s->off, s->len, place.as_number);
        emit_value(d, c, s->any + GEO_AS_NUMBER, s->off, s->len, place.as_number);
    }
    text_fields(d, c, s, GEO_ORGANIZATION, place.organization);
    degree_fields(d, c, s, GEO_LATITUDE, place.latitude);
    degree_fields(d, c, s, GEO_LONGITUDE, place.longitude);
    up(d);
}

void geo_fields(struct dissect *d, struct cursor c, unsigned first, uint32_t src_off, struct address src,
                uint32_t dst_off, struct address dst)
{
    if (!wants_rows(d, first, first + GEO_ROWS_ALL - 1))
        return;
    side_fields(d, c, first + GEO_SOURCE, &(struct side){ first + GEO_SOURCE + 1, first, src_off, src.len }, src);
    side_fields(d, c, first + GEO_DESTINATION, &(struct side){ first + GEO_DESTINATION + 1, first, dst_off, dst.len },
                dst);
}
