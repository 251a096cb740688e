/* port.c - names of TCP, UDP, SCTP and DCCP ports. */
#include "names/internal.h"
#include "names/well_known.h"

const char *names_port_assigned(enum names_transport transport, uint32_t port)
{
    uint32_t from = 0, to = n_services;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (service_port[middle] < port)
            from = middle + 1;
        else
            to = middle;
    }
    for (; from < n_services && service_port[from] == port; from++)
        if ((service_protocols[from] >> transport & 1) != 0)
            return services_text + service_text[from];
    return NULL;
}

const char *names_port(const struct names *n, enum names_transport transport, uint32_t port)
{
    if (n == NULL || !n->options.transport || port > 65535 || transport < NAMES_TCP || transport > NAMES_DCCP)
        return NULL;
    const struct name_row *own = name_table_find(user_table(n, USER_SERVICES), (uint64_t)transport << 16 | port, 0, 32);
    return own != NULL ? own->name : names_port_assigned(transport, port);
}
