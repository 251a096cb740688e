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
    struct http_header header;
    if (!http_line_at(c.p, c.cap, 0, &line) || (kind == HTTP_OTHER && !http_header_of(c.p, line.text, &header)))
        return done();
    bool ended = line.size != line.text.len;
    if (kind == HTTP_REQUEST || kind == HTTP_NOTIFICATION || (kind == HTTP_RESPONSE && ended))
        set_protocol_column(d, "SSDP");
    emit_protocol(d, c, c.cap, NULL);
    http_datagram(d, c, kind);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 1900 } };
static const struct protocol *const calls[] = { &proto_http, NULL };

PROTOCOL(ssdp,
    .name = "ssdp", .short_name = "SSDP", .long_name = "Simple Service Discovery Protocol",
    FIELDS(fields), CLAIMS(claims), .calls = calls,
    .run = ssdp_run, .keeps_state = true
);
