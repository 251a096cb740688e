/* ssdp.c - Simple Service Discovery Protocol (UPnP Device Architecture, section 1): HTTP's messages as datagrams.
   Claims UDP port 1900. */
#include "protocols/application/http.h"

static const struct field fields[] = {
    { "ssdp", "Simple Service Discovery Protocol", FT_PROTOCOL },
};

static struct verdict ssdp_run(struct dissect *d, struct cursor c)
{
    enum http_kind kind = http_kind_of(c.p, c.cap);
    struct http_line line;
    if (kind == HTTP_OTHER || !http_line_at(c.p, c.cap, 0, &line))
        return not_mine();
    if (kind != HTTP_RESPONSE || line.size != line.text.len)
        set_protocol_column(d, "SSDP");
    emit_protocol(d, c, c.cap, NULL);
    http_datagram(d, c, kind);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 1900 } };
static const uint8_t hands_to[] = { TABLE_UDP_PORT };
static const struct protocol *const calls[] = { &proto_http, NULL };

PROTOCOL(ssdp,
    .name = "ssdp", .short_name = "SSDP", .long_name = "Simple Service Discovery Protocol",
    FIELDS(fields), CLAIMS(claims), HANDS_TO(hands_to), .calls = calls,
    .run = ssdp_run, .keeps_state = true
);
