/* ntp_private.c - NTP's mode 7, spoken by ntpdc: requests and answers made of items of a fixed layout. */
#include "protocols/application/ntp.h"

enum { XNTPD = 3 };                    /* the implementation whose items are known */
enum { HEADER = 8, REQUEST_DATA = 176 };  /* bytes; an authenticated request has this much room for items */
enum { REQUEST = 1, RESPONSE = 2 };
enum { CODE_MONLIST = 20, CODE_MONLIST_1 = 42, CODE_IF_STATS = 44, CODE_IF_RELOAD = 45 };

struct part {
    uint16_t row;
    uint16_t size;  /* 0: the rest */
};

static const struct part peer[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_PORT, 2 }, { NTP_M7_HMODE, 1 },
    { NTP_M7_PEER_FLAGS, 1 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_ADDRESS6, 16 } };
static const struct part peer_list_sum[] = { { NTP_M7_DSTADDRESS, 4 }, { NTP_M7_SRCADDRESS, 4 },
    { NTP_M7_SRCPORT, 2 }, { NTP_STRATUM, 1 }, { NTP_M7_HPOLL, 1 }, { NTP_PLAIN_PPOLL, 1 }, { NTP_M7_REACH, 1 },
    { NTP_M7_PEER_FLAGS, 1 }, { NTP_M7_HMODE, 1 }, { NTP_M7_DELAY, 4 }, { NTP_M7_OFFSET, 8 },
    { NTP_M7_DISPERSION, 4 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_DSTADDRESS6, 16 },
    { NTP_M7_SRCADDRESS6, 16 } };
static const struct part peer_info[] = { { NTP_M7_DSTADDRESS, 4 }, { NTP_M7_SRCADDRESS, 4 }, { NTP_M7_SRCPORT, 2 },
    { NTP_M7_PEER_FLAGS, 1 }, { NTP_M7_LEAP, 1 }, { NTP_M7_HMODE, 1 }, { NTP_M7_PMODE, 1 }, { NTP_STRATUM, 1 },
    { NTP_PLAIN_PPOLL, 1 }, { NTP_M7_HPOLL, 1 }, { NTP_PLAIN_PRECISION, 1 }, { NTP_M7_VERSION, 1 },
    { NTP_M7_UNUSED, 1 }, { NTP_M7_REACH, 1 }, { NTP_M7_UNREACH, 1 }, { NTP_M7_FLASH, 1 }, { NTP_M7_TTL, 1 },
    { NTP_M7_FLASH2, 2 }, { NTP_M7_ASSOCID, 2 }, { NTP_KEYID, 4 }, { NTP_M7_PKEYID, 4 }, { NTP_PLAIN_REFID, 4 },
    { NTP_M7_TIMER, 4 }, { NTP_PLAIN_ROOTDELAY, 4 }, { NTP_PLAIN_ROOTDISPERSION, 4 }, { NTP_REFTIME, 8 },
    { NTP_ORG, 8 }, { NTP_REC, 8 }, { NTP_XMT, 8 }, { NTP_M7_FILTDELAY, 4 }, { NTP_M7_FILTOFFSET, 8 },
    { NTP_M7_ORDER, 1 }, { NTP_M7_DELAY, 4 }, { NTP_M7_DISPERSION, 4 }, { NTP_M7_OFFSET, 8 },
    { NTP_M7_SELECTDIS, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_UNUSED, 4 },
    { NTP_M7_UNUSED, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_ESTBDELAY, 4 },
    { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_DSTADDRESS6, 16 }, { NTP_M7_SRCADDRESS6, 16 } };
static const struct part peer_stats[] = { { NTP_M7_DSTADDRESS, 4 }, { NTP_M7_SRCADDRESS, 4 }, { NTP_M7_SRCPORT, 2 },
    { NTP_M7_PEER_FLAGS, 1 }, { NTP_M7_TIMERESET, 4 }, { NTP_M7_TIMERECEIVED, 4 }, { NTP_M7_TIMETOSEND, 4 },
    { NTP_M7_TIMEREACHABLE, 4 }, { NTP_M7_SENT, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_PROCESSED, 4 },
    { NTP_M7_UNUSED, 4 }, { NTP_M7_BADAUTH, 4 }, { NTP_M7_BOGUSORG, 4 }, { NTP_M7_OLDPKT, 4 }, { NTP_M7_UNUSED, 4 },
    { NTP_M7_UNUSED, 4 }, { NTP_M7_SELDISP, 4 }, { NTP_M7_SELBROKEN, 4 }, { NTP_M7_UNUSED, 4 },
    { NTP_M7_CANDIDATE, 1 }, { NTP_M7_UNUSED, 1 }, { NTP_M7_UNUSED, 1 }, { NTP_M7_UNUSED, 1 },
    { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_DSTADDRESS6, 16 }, { NTP_M7_SRCADDRESS6, 16 } };
static const struct part sys_info[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_PMODE, 1 }, { NTP_M7_LEAP, 1 },
    { NTP_STRATUM, 1 }, { NTP_PLAIN_PRECISION, 1 }, { NTP_PLAIN_ROOTDELAY, 4 }, { NTP_PLAIN_ROOTDISPERSION, 4 },
    { NTP_PLAIN_REFID, 4 }, { NTP_REFTIME, 8 }, { NTP_M7_POLL, 4 }, { NTP_M7_SYS_FLAGS8, 1 }, { NTP_M7_UNUSED, 3 },
    { NTP_M7_BDELAY, 4 }, { NTP_M7_FREQ, 4 }, { NTP_M7_AUTHDELAY, 8 }, { NTP_M7_STABILITY, 4 },
    { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_ADDRESS6, 16 } };
static const struct part sys_stats[] = { { NTP_M7_TIMEUP, 4 }, { NTP_M7_TIMERESET, 4 }, { NTP_M7_DENIED, 4 },
    { NTP_M7_OLDVERSION, 4 }, { NTP_M7_NEWVERSION, 4 }, { NTP_M7_BAD_VERSION, 4 }, { NTP_M7_BADLENGTH, 4 },
    { NTP_M7_PROCESSED, 4 }, { NTP_M7_BADAUTH, 4 }, { NTP_M7_TIMERECEIVED, 4 }, { NTP_M7_LIMITREJECTED, 4 },
    { NTP_M7_LAMPORT, 4 }, { NTP_M7_TSROUNDING, 4 } };
static const struct part io_stats[] = { { NTP_M7_TIMERESET, 4 }, { NTP_M7_TOTALRECVBUFS, 2 },
    { NTP_M7_FREERECVBUFS, 2 }, { NTP_M7_FULLRECVBUFS, 2 }, { NTP_M7_LOWWATER, 2 }, { NTP_M7_DROPPED, 4 },
    { NTP_M7_IGNORED, 4 }, { NTP_M7_RECEIVED, 4 }, { NTP_M7_SENT, 4 }, { NTP_M7_NOTSENT, 4 },
    { NTP_M7_INTERRUPTS, 4 }, { NTP_M7_INT_RECEIVED, 4 } };
static const struct part mem_stats[] = { { NTP_M7_TIMERESET, 4 }, { NTP_M7_TOTALMEM, 2 }, { NTP_M7_FREEMEM, 2 },
    { NTP_M7_FINDPEER_CALLS, 4 }, { NTP_M7_ALLOCATIONS, 4 }, { NTP_M7_DEMOBILIZATIONS, 4 }, { NTP_M7_HASHCOUNT, 0 } };
static const struct part loop_info[] = { { NTP_M7_LAST_OFFSET, 8 }, { NTP_M7_DRIFT_COMP, 8 },
    { NTP_M7_COMPLIANCE, 4 }, { NTP_M7_WATCHDOG_TIMER, 4 } };
static const struct part timer_stats[] = { { NTP_M7_TIMERESET, 4 }, { NTP_M7_ALARMS, 4 }, { NTP_M7_OVERFLOWS, 4 },
    { NTP_M7_XMTCALLS, 4 } };
static const struct part config[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_HMODE, 1 }, { NTP_M7_VERSION, 1 },
    { NTP_M7_MINPOLL, 1 }, { NTP_M7_MAXPOLL, 1 }, { NTP_P_CONFIG_FLAGS, 1 }, { NTP_M7_TTL, 1 }, { NTP_M7_UNUSED, 2 },
    { NTP_KEYID, 4 }, { NTP_M7_KEY_FILE, 128 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 },
    { NTP_M7_ADDRESS6, 16 } };
static const struct part unconfig[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_ADDRESS6, 16 } };
static const struct part set_sys_flag[] = { { NTP_M7_SYS_FLAGS, 4 } };
static const struct part restrictions[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_MASK, 4 }, { NTP_M7_COUNT, 4 },
    { NTP_M7_RFLAGS, 2 }, { NTP_M7_MFLAGS, 2 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_UNUSED, 4 },
    { NTP_M7_ADDRESS6, 16 }, { NTP_M7_MASK6, 16 } };
static const struct part resaddflags[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_MASK, 4 }, { NTP_M7_IPPEERLIMIT, 2 },
    { NTP_M7_RESTRICT_FLAGS, 2 }, { NTP_M7_MFLAGS, 2 }, { NTP_M7_UNUSED, 4 }, { NTP_M7_ADDRESS6, 16 },
    { NTP_M7_MASK6, 16 } };
static const struct part mon_getlist[] = { { NTP_P_MONLIST_AVGINT, 4 }, { NTP_P_MONLIST_LSINT, 4 },
    { NTP_P_MONLIST_RESTR, 4 }, { NTP_P_MONLIST_COUNT, 4 }, { NTP_P_MONLIST_REMOTE_ADDRESS, 4 },
    { NTP_P_MONLIST_PORT, 2 }, { NTP_P_MONLIST_MODE, 1 }, { NTP_P_MONLIST_VERSION, 1 }, { NTP_P_MONLIST_IPV6, 4 },
    { NTP_P_MONLIST_UNUSED, 4 }, { NTP_P_MONLIST_ADDR6, 16 } };
static const struct part reset_stats[] = { { NTP_M7_RESET_STATS_FLAGS, 4 } };
static const struct part trustkey[] = { { NTP_M7_KEY, 8 } };
static const struct part authinfo[] = { { NTP_M7_TIMERESET, 4 }, { NTP_M7_NUMKEYS, 4 }, { NTP_M7_NUMFREEKEYS, 4 },
    { NTP_M7_KEYLOOKUPS, 4 }, { NTP_M7_KEYNOTFOUND, 4 }, { NTP_M7_ENCRYPTIONS, 4 }, { NTP_M7_DECRYPTIONS, 4 },
    { NTP_M7_EXPIRED, 4 }, { NTP_M7_KEYUNCACHED, 4 } };
static const struct part traps[] = { { NTP_M7_LOCAL_ADDRESS, 4 }, { NTP_M7_TRAP_ADDRESS, 4 },
    { NTP_M7_TRAP_PORT, 2 }, { NTP_M7_SEQUENCE, 2 }, { NTP_M7_SETTIME, 4 }, { NTP_M7_ORIGTIME, 4 },
    { NTP_M7_RESETS, 4 }, { NTP_P_TRAPS_FLAGS, 4 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_LOCAL_ADDRESS6, 16 },
    { NTP_M7_TRAP_ADDRESS6, 16 } };
static const struct part add_trap[] = { { NTP_M7_LOCAL_ADDRESS, 4 }, { NTP_M7_TRAP_ADDRESS, 4 },
    { NTP_M7_TRAP_PORT, 2 }, { NTP_M7_UNUSED, 2 }, { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_LOCAL_ADDRESS6, 16 },
    { NTP_M7_TRAP_ADDRESS6, 16 } };
static const struct part request_key[] = { { NTP_KEYID, 4 } };
static const struct part get_ctlstats[] = { { NTP_M7_TIMERESET, 4 }, { NTP_M7_REQUESTS, 4 },
    { NTP_M7_BAD_PACKETS, 4 }, { NTP_M7_RESPONSES, 4 }, { NTP_M7_FRAGMENTS, 4 }, { NTP_M7_ERRORS, 4 },
    { NTP_M7_TOO_SHORT, 4 }, { NTP_M7_INPUT_RESPONSES, 4 }, { NTP_M7_INPUT_FRAGMENTS, 4 },
    { NTP_M7_INPUT_ERRORS, 4 }, { NTP_M7_BAD_OFFSET, 4 }, { NTP_M7_BAD_VERSION, 4 }, { NTP_M7_DATA_TOO_SHORT, 4 },
    { NTP_M7_BADOP, 4 }, { NTP_M7_ASYNC_MESSAGES, 4 } };
static const struct part clock_address[] = { { NTP_M7_ADDRESS, 4 } };
static const struct part clock_info[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_TYPE, 1 }, { NTP_M7_CLOCK_FLAGS, 1 },
    { NTP_M7_LASTEVENT, 1 }, { NTP_M7_CURRENTSTATUS, 1 }, { NTP_M7_POLLS, 4 }, { NTP_M7_NORESPONSE, 4 },
    { NTP_M7_BADFORMAT, 4 }, { NTP_M7_BADDATA, 4 }, { NTP_M7_TIMESTARTED, 4 }, { NTP_M7_FUDGETIME1, 8 },
    { NTP_M7_FUDGETIME2, 8 }, { NTP_M7_FUDGEVAL1, 4 }, { NTP_M7_FUDGEVAL2, 4 } };
static const struct part set_clkfudge[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_WHICH, 4 }, { NTP_M7_FUDGETIME, 8 },
    { NTP_M7_FUDGEVAL_FLAGS, 4 } };
static const struct part get_kernel[] = { { NTP_M7_KERNEL_OFFSET, 4 }, { NTP_M7_FREQ, 4 }, { NTP_M7_MAXERROR, 4 },
    { NTP_M7_ESTERROR, 4 }, { NTP_M7_STATUS, 2 }, { NTP_M7_SHIFT, 2 }, { NTP_M7_CONSTANT, 4 },
    { NTP_M7_PRECISION, 4 }, { NTP_M7_TOLERANCE, 4 }, { NTP_M7_PPSFREQ, 4 }, { NTP_M7_JITTER, 4 },
    { NTP_M7_STABIL, 4 }, { NTP_M7_JITCNT, 4 }, { NTP_M7_CALCNT, 4 }, { NTP_M7_ERRCNT, 4 }, { NTP_M7_STBCNT, 4 } };
static const struct part clock_bug_info[] = { { NTP_M7_ADDRESS, 4 }, { NTP_M7_NVALUES, 1 }, { NTP_M7_NTIMES, 1 },
    { NTP_M7_SVALUES, 2 }, { NTP_M7_STIMES, 4 }, { NTP_M7_VALUES, 64 }, { NTP_M7_TIMES, 256 } };
static const struct part mon_getlist_1[] = { { NTP_P_MONLIST_AVGINT, 4 }, { NTP_P_MONLIST_LSINT, 4 },
    { NTP_P_MONLIST_RESTR, 4 }, { NTP_P_MONLIST_COUNT, 4 }, { NTP_P_MONLIST_REMOTE_ADDRESS, 4 },
    { NTP_P_MONLIST_LOCAL_ADDRESS, 4 }, { NTP_P_MONLIST_FLAGS, 4 }, { NTP_P_MONLIST_PORT, 2 },
    { NTP_P_MONLIST_MODE, 1 }, { NTP_P_MONLIST_VERSION, 1 }, { NTP_P_MONLIST_IPV6, 4 }, { NTP_P_MONLIST_UNUSED, 4 },
    { NTP_P_MONLIST_ADDR6, 16 }, { NTP_P_MONLIST_DADDR6, 16 } };
static const struct part if_stats[] = { { NTP_M7_IPV6_FLAG, 4 }, { NTP_M7_INT_NAME, 32 }, { NTP_M7_INT_FLAGS, 4 },
    { NTP_M7_LAST_TTL, 4 }, { NTP_M7_NUM_MCAST, 4 }, { NTP_M7_RECEIVED, 4 }, { NTP_M7_SENT, 4 },
    { NTP_M7_NOTSENT, 4 }, { NTP_M7_UPTIME, 4 }, { NTP_M7_SCOPEID, 4 }, { NTP_M7_IFINDEX, 4 }, { NTP_M7_IFNUM, 4 },
    { NTP_M7_PEERCNT, 4 }, { NTP_M7_FAMILY, 2 }, { NTP_M7_IGNORE_PKTS, 1 }, { NTP_M7_ACTION, 1 },
    { NTP_M7_UNUSED, 4 } };

static const struct layout {
    uint8_t code, when;
    const struct part *parts;
    size_t n;
} layouts[] = {
    { 0, REQUEST | RESPONSE, peer, ARRAY_LEN(peer) },
    { 1, REQUEST | RESPONSE, peer_list_sum, ARRAY_LEN(peer_list_sum) },
    { 2, REQUEST, peer, ARRAY_LEN(peer) },
    { 2, RESPONSE, peer_info, ARRAY_LEN(peer_info) },
    { 3, REQUEST, peer, ARRAY_LEN(peer) },
    { 3, RESPONSE, peer_stats, ARRAY_LEN(peer_stats) },
    { 4, REQUEST | RESPONSE, sys_info, ARRAY_LEN(sys_info) },
    { 5, REQUEST | RESPONSE, sys_stats, ARRAY_LEN(sys_stats) },
    { 6, REQUEST | RESPONSE, io_stats, ARRAY_LEN(io_stats) },
    { 7, REQUEST | RESPONSE, mem_stats, ARRAY_LEN(mem_stats) },
    { 8, REQUEST | RESPONSE, loop_info, ARRAY_LEN(loop_info) },
    { 9, REQUEST | RESPONSE, timer_stats, ARRAY_LEN(timer_stats) },
    { 10, REQUEST | RESPONSE, config, ARRAY_LEN(config) },
    { 11, REQUEST | RESPONSE, unconfig, ARRAY_LEN(unconfig) },
    { 12, REQUEST | RESPONSE, set_sys_flag, ARRAY_LEN(set_sys_flag) },
    { 13, REQUEST | RESPONSE, set_sys_flag, ARRAY_LEN(set_sys_flag) },
    { 16, REQUEST | RESPONSE, restrictions, ARRAY_LEN(restrictions) },
    { 17, REQUEST | RESPONSE, resaddflags, ARRAY_LEN(resaddflags) },
    { 18, REQUEST | RESPONSE, resaddflags, ARRAY_LEN(resaddflags) },
    { 19, REQUEST | RESPONSE, resaddflags, ARRAY_LEN(resaddflags) },
    { 20, REQUEST | RESPONSE, mon_getlist, ARRAY_LEN(mon_getlist) },
    { 21, REQUEST | RESPONSE, reset_stats, ARRAY_LEN(reset_stats) },
    { 22, REQUEST | RESPONSE, unconfig, ARRAY_LEN(unconfig) },
    { 26, REQUEST | RESPONSE, trustkey, ARRAY_LEN(trustkey) },
    { 27, REQUEST | RESPONSE, trustkey, ARRAY_LEN(trustkey) },
    { 28, REQUEST | RESPONSE, authinfo, ARRAY_LEN(authinfo) },
    { 29, REQUEST | RESPONSE, traps, ARRAY_LEN(traps) },
    { 30, REQUEST | RESPONSE, add_trap, ARRAY_LEN(add_trap) },
    { 31, REQUEST | RESPONSE, add_trap, ARRAY_LEN(add_trap) },
    { 32, REQUEST | RESPONSE, request_key, ARRAY_LEN(request_key) },
    { 33, REQUEST | RESPONSE, request_key, ARRAY_LEN(request_key) },
    { 34, REQUEST | RESPONSE, get_ctlstats, ARRAY_LEN(get_ctlstats) },
    { 36, REQUEST, clock_address, ARRAY_LEN(clock_address) },
    { 36, RESPONSE, clock_info, ARRAY_LEN(clock_info) },
    { 37, REQUEST | RESPONSE, set_clkfudge, ARRAY_LEN(set_clkfudge) },
    { 38, REQUEST | RESPONSE, get_kernel, ARRAY_LEN(get_kernel) },
    { 39, REQUEST, clock_address, ARRAY_LEN(clock_address) },
    { 39, RESPONSE, clock_bug_info, ARRAY_LEN(clock_bug_info) },
    { 42, REQUEST | RESPONSE, mon_getlist_1, ARRAY_LEN(mon_getlist_1) },
    { 44, REQUEST | RESPONSE, if_stats, ARRAY_LEN(if_stats) },
    { 45, REQUEST | RESPONSE, if_stats, ARRAY_LEN(if_stats) },
};

static const struct layout *layout_of(uint32_t code, bool answer)
{
    for (size_t i = 0; i < ARRAY_LEN(layouts); i++)
        if (layouts[i].code == code && (layouts[i].when & (answer ? RESPONSE : REQUEST)))
            return &layouts[i];
    return NULL;
}

static void part_emit(struct dissect *d, struct cursor c, unsigned row, uint32_t size)
{
    if (ntp_fields[row].type == FT_ABSOLUTE_TIME) {
        ntp_time_emit(d, c, row, 0);
        return;
    }
    emit_at(d, c, row, 0, size);
    if (ntp_fields[row].suffix == NULL)
        return;
    down(d);
    for (unsigned bit = row + 1; ntp_fields[bit].mask != 0; bit++)
        emit_at(d, c, bit, 0, size);
    up(d);
}

/* Addresses of an interface: three fields of 16 bytes, which the flag after them tells to be IPv6 or IPv4. */
static void interface_emit(struct dissect *d, struct cursor *c)
{
    bool six = get32(d, *c, 48) != 0;
    uint32_t size = six ? 16 : 4;
    emit_at(d, *c, six ? NTP_M7_ADDRESS6 : NTP_M7_ADDRESS, 0, size);
    emit_at(d, *c, six ? NTP_M7_BCAST6 : NTP_M7_BCAST, 16, size);
    emit_at(d, *c, six ? NTP_M7_MASK6 : NTP_M7_MASK, 32, size);
    cursor_skip(c, 48);
}

static void item_emit(struct dissect *d, struct cursor c, const struct layout *l, uint32_t code)
{
    bool six = true;
    if (code == CODE_IF_STATS || code == CODE_IF_RELOAD)
        interface_emit(d, &c);
    for (size_t i = 0; l != NULL && i < l->n && d->stop == STOP_NONE; i++) {
        unsigned row = l->parts[i].row;
        uint32_t size = l->parts[i].size != 0 ? l->parts[i].size : c.wire;
        if (row == NTP_P_MONLIST_IPV6)
            six = get32(d, c, 0) != 0;
        if (!six && (row == NTP_P_MONLIST_ADDR6 || row == NTP_P_MONLIST_DADDR6))
            continue;
        part_emit(d, c, row, size);
        cursor_skip(&c, size);
    }
}

static void items_emit(struct dissect *d, struct cursor c, const uint8_t *header)
{
    uint32_t code = header[3], count = be16(header + 4) & 0xfff, size = be16(header + 6) & 0xfff;
    const struct layout *l = layout_of(code, (header[0] & 0x80) != 0);
    for (uint32_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        /* The label of these says the address and port. */
        if (code == CODE_MONLIST || code == CODE_MONLIST_1)
            need(d, c, 0, code == CODE_MONLIST ? 22 : 30);
        annotate(d, emit_at(d, c, NTP_M7_ITEM, 0, size), header + 3);
        down(d);
        item_emit(d, c, l, code);
        up(d);
        cursor_skip(&c, size);
    }
}

void ntp_private(struct dissect *d, struct cursor c)
{
    emit_bits(d, c, 0, 1, NTP_P_FLAGS, NTP_P_FLAGS_MODE);
    bool authenticated = (get8(d, c, 1) & 0x80) != 0;
    emit_bits(d, c, 1, 1, NTP_P_AUTH_SEQ, NTP_P_SEQ);
    emit_at(d, c, NTP_P_IMPL, 2, 1);
    emit_at(d, c, NTP_P_REQCODE, 3, 1);
    if (get8(d, c, 2) == XNTPD) {
        emit_at(d, c, NTP_P_ERR, 4, 1);
        emit_value(d, c, NTP_P_NUMITEMS, 4, 2, get16(d, c, 4) & 0xfff);
        emit_at(d, c, NTP_P_RESERVED, 6, 1);
        emit_value(d, c, NTP_P_ITEMSIZE, 6, 2, get16(d, c, 6) & 0xfff);
        if (d->stop == STOP_NONE)
            items_emit(d, cursor_at(c, HEADER), c.p);
    }
    if (!authenticated || d->stop != STOP_NONE)
        return;
    ntp_time_emit(d, c, NTP_P_TSTAMP, HEADER + REQUEST_DATA);
    if (d->stop == STOP_NONE)
        ntp_mac_emit(d, cursor_at(c, HEADER + REQUEST_DATA + 8));
}
