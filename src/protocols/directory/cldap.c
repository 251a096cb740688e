/* cldap.c - Connectionless LDAP: messages of LDAP in UDP datagrams, port 389 (RFC 1798, [MS-ADTS] section 6.3.3). */
#include "protocols/directory/ldap.h"

static const struct field fields[] = {
    { "cldap", "Connectionless Lightweight Directory Access Protocol", FT_PROTOCOL },
};

static struct verdict cldap_run(struct dissect *d, struct cursor c)
{
    set_protocol_column(d, "CLDAP");
    info_clear(d);
    emit_protocol(d, c, c.cap, NULL);
    speak_as(d, &proto_ldap);
    ldap_messages(d, c, "");
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 389 } };
static const struct protocol *const calls[] = { &proto_ldap, NULL };

PROTOCOL(cldap,
    .name = "cldap", .short_name = "CLDAP", .long_name = "Connectionless Lightweight Directory Access Protocol",
    FIELDS(fields), CLAIMS(claims), .calls = calls, .run = cldap_run, .keeps_state = true
);
