/* icmpv6_rpl.c - the routing protocol for low-power and lossy networks.  RFC 6550 (messages and options), 6551 (metrics),
   6997 (point-to-point routes). */
#include "protocols/internet/icmpv6_rows.h"

enum rpl_code { DIS = 0, DIO = 1, DAO_MESSAGE = 2, DAOACK = 3, DRO = 4, DROACK = 5, CONSISTENCY_CHECK = 10, SECURE = 0x80 };
enum rpl_option {
    PAD1 = 0, PADN = 1, METRICS = 2, ROUTE = 3, CONFIGURATION = 4, TARGET = 5, TRANSIT = 6, SOLICITED = 7, PREFIX = 8,
    DESCRIPTOR = 9, DISCOVERY = 10 };

/* --- metrics ---------------------------------------------------------------------------------- */

enum metric { NODE_STATE = 1, NODE_ENERGY = 2, HOP_COUNT = 3, THROUGHPUT = 4, LATENCY = 5, QUALITY = 6, ETX = 7, COLOR = 8 };
enum { METRIC_HEADER = 4, FLAG_C = 0x0200 };

static void node_state(struct dissect *d, struct cursor *c, uint32_t size)
{
    icmpv6_bits(d, c, 2, M_NSA_OBJECT, M_NSA_OBJECT_O);
    for (uint32_t at = 2; at < size && d->stop == STOP_NONE;) {
        uint32_t n = get8(d, *c, 1);
        set_len(d, emit_at(d, *c, NSA_TLV, 0, 1), 2 + n);
        down(d);
        emit_at(d, *c, NSA_TLV_TYPE, 0, 1);
        emit_at(d, *c, NSA_TLV_LENGTH, 1, 1);
        emit_at(d, *c, NSA_TLV_DATA, 2, n);
        up(d);
        cursor_skip(c, 2 + n);
        at += 2 + n;
    }
}

static void link_color(struct dissect *d, struct cursor *c, uint32_t mflags)
{
    uint32_t top = emit_at(d, *c, M_LC_OBJECT, 0, 2);
    down(d);
    emit_at(d, *c, M_LC_OBJECT_LC, 0, 2);
    if (mflags & FLAG_C) {
        emit_at(d, *c, M_LC_OBJECT_RESERVED, 0, 2);
        emit_at(d, *c, M_LC_OBJECT_I, 0, 2);
    }
    up(d);
    if ((mflags & FLAG_C) == 0)
        note_on(d, top, METRIC_UNKNOWN, NULL);
    cursor_skip(c, 2);
}

/* The object of a metric; an unknown one's is not skipped, as tshark has it. */
static void metric_object(struct dissect *d, struct cursor *c, uint32_t type, uint32_t mflags, uint32_t size)
{
    switch (type) {
    case NODE_STATE: node_state(d, c, size); break;
    case NODE_ENERGY:
        for (uint32_t at = 0; at < size && d->stop == STOP_NONE; at += 2)
            icmpv6_bits(d, c, 2, M_NE_OBJECT, M_NE_OBJECT_ENERGY);
        break;
    case HOP_COUNT: icmpv6_bits(d, c, 2, M_HP_OBJECT, M_HP_OBJECT_HP); break;
    case THROUGHPUT:
    case LATENCY:
        for (uint32_t at = 0; at < size && d->stop == STOP_NONE; at += 4)
            add_item(d, c, type == THROUGHPUT ? M_LT_OBJECT_LT : M_LL_OBJECT_LL, 4);
        break;
    case QUALITY:
        add_item(d, c, M_LQL_OBJECT_RES, 1);
        for (uint32_t at = 1; at < size && d->stop == STOP_NONE; at++) {
            emit_at(d, *c, M_LQL_OBJECT, 0, 1);
            down(d);
            emit_at(d, *c, M_LQL_OBJECT_VAL, 0, 1);
            emit_at(d, *c, M_LQL_OBJECT_COUNTER, 0, 1);
            up(d);
            cursor_skip(c, 1);
        }
        break;
    case ETX:
        for (uint32_t at = 0; at < size && d->stop == STOP_NONE; at += 2)
            add_item(d, c, M_ETX_OBJECT_ETX, 2);
        break;
    case COLOR:
        add_item(d, c, M_LC_OBJECT_RES, 1);
        for (uint32_t at = 1; at < size && d->stop == STOP_NONE; at += 2)
            link_color(d, c, mflags);
        break;
    default: break;
    }
}

static bool metric_known(uint32_t type) { return type >= NODE_STATE && type <= COLOR; }

/* The findings about the metrics of a container stand before them. */
static void note_metrics(struct dissect *d, struct cursor c, uint32_t node)
{
    while (c.cap >= METRIC_HEADER) {
        bool known = metric_known(c.p[0]);
        if (!known)
            note_on(d, node, METRIC_UNKNOWN, NULL);
        cursor_skip(&c, METRIC_HEADER + (known ? c.p[3] : 0u));
    }
}

/* Returns the bytes read. */
static uint32_t metrics(struct dissect *d, struct cursor c, uint32_t length)
{
    struct cursor start = c;
    while (c.offset - start.offset + METRIC_HEADER <= length && d->stop == STOP_NONE) {
        uint32_t type = get8(d, c, 0), mflags = get16(d, c, 1), size = get8(d, c, 3);
        set_len(d, emit_at(d, c, M_TYPE, 0, 1), METRIC_HEADER + size);
        cursor_skip(&c, 1);
        down(d);
        icmpv6_bits(d, &c, 2, M_FLAGS, M_PREC);
        add_item(d, &c, M_LENGTH, 1);
        metric_object(d, &c, type, mflags, size);
        up(d);
    }
    return c.offset - start.offset;
}

/* --- options ---------------------------------------------------------------------------------- */

static uint32_t discovery(struct dissect *d, struct cursor c, uint32_t size, bool in_reply)
{
    uint32_t flags = get8(d, c, 0), lifetime = get8(d, c, 1) >> 6, n;
    bool reply = flags >> 7 & 1, hops = flags >> 6 & 1;
    emit_at(d, c, RD_FLAG, 0, 1);
    down(d);
    n = emit_at(d, c, RD_REPLY, 0, 1);
    if (in_reply && reply)
        note_on(d, n, P2P_LIFETIME, NULL);
    n = emit_at(d, c, RD_HOPBYHOP, 0, 1);
    if (!in_reply && hops && !reply)
        note_on(d, n, P2P_HOP_BY_HOP, NULL);
    n = emit_at(d, c, RD_NUMOFROUTES, 0, 1);
    if (in_reply ? (flags >> 4 & 3) != 0 : hops && (flags >> 4 & 3) != 0)
        note_on(d, n, in_reply ? P2P_LIFETIME : P2P_ROUTES, NULL);
    emit_at(d, c, RD_COMPR, 0, 1);
    up(d);
    n = emit_at(d, c, RD_LIFETIME, 1, 1);
    if (!in_reply)
        annotate(d, n, "");
    else if (lifetime != 0)
        note_on(d, n, P2P_LIFETIME, NULL);
    emit_at(d, c, in_reply ? RD_NH : RD_MAXRANK, 1, 1);
    emit_at(d, c, RD_TARGETADDR, 2, 16);
    uint32_t skip = flags & 15, left = size > 18 ? size - 18 : 0, at = 18;
    uint8_t each = (uint8_t)(16 - skip);
    emit_arg(d, c, RD_ADDR_VEC, 18, left - left % each, packet_copy(d, &each, 1));
    down(d);
    for (; left >= each && need(d, c, at, each); at += each, left -= each) {
        uint8_t *address = packet_zero(d, 16);
        if (address == NULL)
            break;
        memcpy(address + skip, c.p + at, each);
        emit_held(d, c, RD_ADDRVEC_ADDR, at, each, address, 16);
    }
    up(d);
    return at;
}

static uint32_t configuration(struct dissect *d, struct cursor c)
{
    icmpv6_bits(d, &c, 1, RO_CONFIG_FLAG, RO_CONFIG_PCS);
    PARTS(d, &c, { RO_CONFIG_INTERVAL_DOUBLE, 1 }, { RO_CONFIG_INTERVAL_MIN, 1 }, { RO_CONFIG_REDUNDANCY, 1 },
          { RO_CONFIG_MAX_RANK_INC, 2 }, { RO_CONFIG_MIN_HOP_RANK_INC, 2 }, { RO_CONFIG_OCP, 2 }, { RO_CONFIG_RSV, 1 },
          { RO_CONFIG_DEF_LIFETIME, 1 }, { RO_CONFIG_LIFETIME_UNIT, 2 });
    return 14;
}

/* Bytes of the prefix behind so many of a header: none, 8, or 16; other sizes are wrong. */
static uint32_t prefix_room(uint32_t size, uint32_t header)
{
    uint32_t n = size - header;
    return size >= header && (n == 8 || n == 16) ? n : 0;
}

static bool length_is_bad(uint32_t type, uint32_t size)
{
    uint32_t header = type == ROUTE ? 6 : 2;
    return (type == ROUTE || type == TARGET) && size != header && prefix_room(size, header) == 0;
}

static uint32_t route(struct dissect *d, struct cursor c, uint32_t size)
{
    uint32_t n = prefix_room(size, 6);
    add_item(d, &c, RO_ROUTE_PREFIX_LENGTH, 1);
    icmpv6_bits(d, &c, 1, RO_ROUTE_FLAG, RO_ROUTE_RESERVED);
    add_item(d, &c, RO_ROUTE_LIFETIME, 4);
    if (n != 0)
        icmpv6_prefix(d, c, RO_ROUTE_PREFIX, n);
    return 6 + n;
}

static uint32_t target(struct dissect *d, struct cursor c, uint32_t size)
{
    uint32_t n = prefix_room(size, 2);
    PARTS(d, &c, { RO_TARGET_FLAG, 1 }, { RO_TARGET_PREFIX_LENGTH, 1 });
    if (n != 0)
        icmpv6_prefix(d, c, RO_TARGET_PREFIX, n);
    return 2 + n;
}

static uint32_t transit(struct dissect *d, struct cursor c, uint32_t size)
{
    icmpv6_bits(d, &c, 1, RO_TRANSIT_FLAG, RO_TRANSIT_RSV);
    PARTS(d, &c, { RO_TRANSIT_PATHCTL, 1 }, { RO_TRANSIT_PATHSEQ, 1 }, { RO_TRANSIT_PATHLIFETIME, 1 });
    if (size <= 4)
        return 4;
    add_item(d, &c, RO_TRANSIT_PARENT, 16);
    return 20;
}

static uint32_t solicited(struct dissect *d, struct cursor c)
{
    add_item(d, &c, RO_SOLICITED_INSTANCE, 1);
    icmpv6_bits(d, &c, 1, RO_SOLICITED_FLAG, RO_SOLICITED_RSV);
    PARTS(d, &c, { RO_SOLICITED_DODAGID, 16 }, { RO_SOLICITED_VERSION, 1 });
    return 19;
}

static uint32_t prefix(struct dissect *d, struct cursor c)
{
    add_item(d, &c, RO_PREFIX_LENGTH, 1);
    icmpv6_bits(d, &c, 1, RO_PREFIX_FLAG, RO_PREFIX_RSV);
    PARTS(d, &c, { RO_PREFIX_VALID_LIFETIME, 4 }, { RO_PREFIX_PREFERRED_LIFETIME, 4 }, { RO_RESERVED, 4 },
          { RO_PREFIX, 16 });
    return 30;
}

/* c: the option's data, to the end of the packet: what an option should have is read, not what it has.  Returns
   the bytes read. */
static uint32_t option_data(struct dissect *d, struct cursor c, uint32_t type, uint32_t size, bool in_reply)
{
    switch (type) {
    case METRICS: return metrics(d, c, size);
    case ROUTE: return route(d, c, size);
    case CONFIGURATION: return configuration(d, c);
    case TARGET: return target(d, c, size);
    case TRANSIT: return transit(d, c, size);
    case SOLICITED: return solicited(d, c);
    case PREFIX: return prefix(d, c);
    case DESCRIPTOR: emit_at(d, c, RO_TARGETDESC_DESCRIPTOR, 0, 4); return 4;
    case DISCOVERY: return discovery(d, c, size, in_reply);
    case PADN: emit_at(d, c, RO_PADN, 0, size); return size;
    default:
        icmpv6_undecoded(d, UNDECODED_RPL_OPTION, "RPL Option", type);
        emit_at(d, c, DATA, 0, size);
        return size;
    }
}

/* All of an option but its type. */
static void option_body(struct dissect *d, struct cursor *c, uint32_t type, bool in_reply)
{
    uint32_t size = get8(d, *c, 0), n = add_item(d, c, RO_LENGTH, 1);
    if (d->stop != STOP_NONE)
        return;
    if (type == METRICS)
        note_metrics(d, cursor_sub(*c, 0, size), n);
    else if (length_is_bad(type, size))
        note_on(d, n, OPTION_LENGTH_BAD, NULL);
    uint32_t used = option_data(d, *c, type, size, in_reply);
    if (used < size && d->stop == STOP_NONE) {
        n = emit_at(d, *c, UNKNOWN_DATA, used, size - used);
        note_on(d, n, UNKNOWN_DATA_NOTE, NULL);
    }
    cursor_skip(c, size);
}

static void rpl_options(struct dissect *d, struct cursor c, bool in_reply)
{
    while (more(d, &c)) {
        uint32_t type = get8(d, c, 0);
        struct icmpv6_option *text = packet_zero(d, sizeof *text);
        if (text == NULL || d->stop != STOP_NONE)
            return;
        *text = (struct icmpv6_option){ .p = c.p, .n = c.cap, .rpl = true };
        uint32_t top = emit_arg(d, c, OPT, 0, 1, text);
        down(d);
        add_item(d, &c, RO_TYPE, 1);
        if (type != PAD1) {
            if (c.cap != 0)
                set_len(d, top, 2u + c.p[0]);
            option_body(d, &c, type, in_reply);
        }
        up(d);
        text->complete = d->stop == STOP_NONE;
    }
}

void sb_rpl_option(struct strbuf *sb, const struct icmpv6_option *o)
{
    const uint8_t *p = o->p;
    if (!o->complete || o->n < 2)
        return;
    uint32_t size = p[1];
    switch (p[0]) {
    case ROUTE:
        if (length_is_bad(ROUTE, size))
            break;
        sb_char(sb, ' ');
        sb_icmpv6_prefix(sb, p + 8, prefix_room(size, 6));
        sb_printf(sb, "/%u", p[2]);
        break;
    case TARGET:
        if (length_is_bad(TARGET, size))
            break;
        sb_char(sb, ' ');
        sb_icmpv6_prefix(sb, p + 4, prefix_room(size, 2));
        sb_printf(sb, "/%u", p[3]);
        break;
    case TRANSIT:
        if (size > 4) {
            sb_char(sb, ' ');
            sb_ipv6(sb, p + 6);
        }
        break;
    case PREFIX:
        sb_char(sb, ' ');
        sb_ipv6(sb, p + 16);
        sb_printf(sb, "/%u", p[2]);
        break;
    default: break;
    }
}

/* --- messages --------------------------------------------------------------------------------- */

static void secure_part(struct dissect *d, struct cursor *c)
{
    icmpv6_bits(d, c, 1, SEC_FLAG, SEC_RSV);
    add_item(d, c, SEC_ALGORITHM, 1);
    uint32_t level = get8(d, *c, 0) & 7;
    emit_at(d, *c, SEC_FLAG_PLAIN, 0, 1);
    down(d);
    for (unsigned row = SEC_KIM; row <= SEC_LEVEL_RSV; row++)
        emit_at(d, *c, row, 0, 1);
    up(d);
    cursor_skip(c, 1);
    PARTS(d, c, { SEC_FLAG_PLAIN, 1 }, { SEC_COUNTER, 4 });
    /* tshark takes the security level for the key identifier mode. */
    if (level == 2 || level == 3)
        add_item(d, c, SEC_KEY_SOURCE, 8);
    if (level == 0 || level == 2 || level == 3)
        add_item(d, c, SEC_KEY_INDEX, 1);
}

static void dio(struct dissect *d, struct cursor *c)
{
    PARTS(d, c, { DIO_INSTANCE, 1 }, { DIO_VERSION, 1 }, { DIO_RANK, 2 });
    icmpv6_bits(d, c, 1, DIO_FLAG, DIO_PREFERENCE);
    PARTS(d, c, { DIO_DTSN, 1 }, { DIO_FLAG_ZERO, 1 }, { RESERVED, 1 }, { DIO_DAGID, 16 });
}

static void dao(struct dissect *d, struct cursor *c)
{
    uint32_t flags = get8(d, *c, 1);
    add_item(d, c, DAO_INSTANCE, 1);
    icmpv6_bits(d, c, 1, DAO_FLAG, DAO_RSV);
    PARTS(d, c, { RESERVED, 1 }, { DAO_SEQUENCE, 1 });
    if (flags & 0x40)
        add_item(d, c, DAO_DODAGID, 16);
}

static void dao_ack(struct dissect *d, struct cursor *c)
{
    uint32_t flags = get8(d, *c, 1);
    add_item(d, c, DAOACK_INSTANCE, 1);
    icmpv6_bits(d, c, 1, DAOACK_FLAG, DAOACK_RSV);
    PARTS(d, c, { DAOACK_SEQUENCE, 1 }, { DAOACK_STATUS, 1 });
    if (flags & 0x80)
        add_item(d, c, DAOACK_DODAGID, 16);
}

static void discovery_reply(struct dissect *d, struct cursor *c, bool acknowledgement)
{
    uint32_t version = get8(d, *c, 1);
    add_item(d, c, DRO_INSTANCE, 1);
    uint32_t n = add_item(d, c, DRO_VERSION, 1);
    if (version != 0)
        note_on(d, n, P2P_ZERO, NULL);
    if (acknowledgement)
        icmpv6_bits(d, c, 2, DROACK_FLAG, DROACK_RESERVED);
    else
        icmpv6_bits(d, c, 2, DRO_FLAG, DRO_RESERVED);
    add_item(d, c, DRO_DAGID, 16);
}

static void consistency_check(struct dissect *d, struct cursor *c)
{
    add_item(d, c, CC_INSTANCE, 1);
    icmpv6_bits(d, c, 1, CC_FLAG, CC_RSV);
    PARTS(d, c, { CC_NONCE, 2 }, { CC_DODAGID, 16 }, { CC_DESTINATION_COUNTER, 4 });
}

void icmpv6_rpl(struct dissect *d, struct cursor c, uint32_t code)
{
    if (code & SECURE)
        secure_part(d, &c);
    switch (code) {
    case DIS:
    case SECURE | DIS: PARTS(d, &c, { DIS_FLAGS, 1 }, { RESERVED, 1 }); break;
    case DIO:
    case SECURE | DIO: dio(d, &c); break;
    case DAO_MESSAGE:
    case SECURE | DAO_MESSAGE: dao(d, &c); break;
    case DAOACK:
    case SECURE | DAOACK: dao_ack(d, &c); break;
    case DRO:
    case SECURE | DRO: discovery_reply(d, &c, false); break;
    case DROACK:
    case SECURE | DROACK: discovery_reply(d, &c, true); return;
    case SECURE | CONSISTENCY_CHECK: consistency_check(d, &c); break;
    default: return;
    }
    rpl_options(d, c, (code & ~(uint32_t)SECURE) == DRO);
}
