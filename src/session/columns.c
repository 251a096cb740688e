/* columns.c - what each column code shows. */
#include "session/columns.h"

#include "dissect/label.h"
#include "session/session.h"

#include <stdlib.h>

extern const struct values dscp_short_names;

/* --- times ------------------------------------------------------------------------------------ */

/* "1h  1m 40.000004s", "- 0.5s": units after the first have two places. */
static void sb_hms(struct strbuf *sb, struct nstime t, unsigned digits)
{
    bool minus = t.secs < 0 || t.nsecs < 0;
    uint64_t secs = t.secs < 0 ? 0 - (uint64_t)t.secs : (uint64_t)t.secs;
    uint32_t nsecs = (uint32_t)(t.nsecs < 0 ? -(int64_t)t.nsecs : t.nsecs);
    uint64_t hours = secs / 3600, minutes = secs / 60 % 60;
    sb_str(sb, minus ? "- " : "");
    if (hours != 0)
        sb_printf(sb, "%lluh ", (unsigned long long)hours);
    if (hours != 0 || minutes != 0)
        sb_printf(sb, hours != 0 ? "%2um " : "%um ", (unsigned)minutes);
    sb_printf(sb, secs >= 60 ? "%2u" : "%u", (unsigned)(secs % 60));
    for (unsigned i = digits; i < 9; i++)
        nsecs /= 10;
    if (digits != 0) {
        sb_char(sb, '.');
        sb_uint_pad(sb, nsecs, digits);
    }
    sb_char(sb, 's');
}

static void sb_time(struct strbuf *sb, const struct thr_packet *p, enum thr_time style)
{
    const struct frame_info *f = &p->frame;
    static const enum moment_style styles[] = { MOMENT_CLOCK, MOMENT_YMD, MOMENT_YDOY };
    struct nstime span;
    if (!f->has_time)
        return;
    switch (style) {
    case THR_TIME_RELATIVE: span = nstime_minus(f->time, f->first); break;
    case THR_TIME_DELTA: span = nstime_minus(f->time, f->previous_captured); break;
    case THR_TIME_DELTA_DISPLAYED: span = nstime_minus(f->time, f->previous_displayed); break;
    case THR_TIME_EPOCH: sb_span(sb, f->time, p->time_digits); return;
    default: {
        bool utc = style >= THR_TIME_UTC_CLOCK;
        unsigned which = (unsigned)style - (utc ? (unsigned)THR_TIME_UTC_CLOCK : (unsigned)THR_TIME_CLOCK);
        sb_moment(sb, f->time, styles[which], utc, p->time_digits);
        return;
    }
    }
    if (p->engine->hours_minutes)
        sb_hms(sb, span, p->time_digits);
    else
        sb_span(sb, span, p->time_digits);
}

static void text_time(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_time(sb, p, p->engine->time);
}

static void text_time_of(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    sb_time(sb, p, (enum thr_time)c->kind->detail);
}

bool column_needs_displayed(const struct column *c, enum thr_time time)
{
    if (c->kind->text == text_time)
        return time == THR_TIME_DELTA_DISPLAYED;
    return c->kind->text == text_time_of && c->kind->detail == THR_TIME_DELTA_DISPLAYED;
}

/* --- addresses and ports ------------------------------------------------------------------------ */

enum which_address { ANY_SOURCE, ANY_DESTINATION, LINK_SOURCE, LINK_DESTINATION, NET_SOURCE, NET_DESTINATION };

static struct address address_of(const struct dissect *d, uint8_t which)
{
    switch (which) {
    case ANY_SOURCE: return d->src;
    case ANY_DESTINATION: return d->dst;
    case LINK_SOURCE: return d->link_src;
    case LINK_DESTINATION: return d->link_dst;
    case NET_SOURCE: return d->net_src;
    default: return d->net_dst;
    }
}

static void text_address(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    sb_address(sb, &p->d, address_of(&p->d, c->kind->detail));
}

static void text_address_plain(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    sb_address_plain(sb, address_of(&p->d, c->kind->detail));
}

static void text_port(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    if (p->d.port_kind != PORT_NONE)
        sb_port(sb, &p->d, p->d.port_kind, c->kind->detail == ANY_SOURCE ? p->d.src_port : p->d.dst_port);
}

static void text_port_plain(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    if (p->d.port_kind != PORT_NONE)
        sb_uint(sb, c->kind->detail == ANY_SOURCE ? p->d.src_port : p->d.dst_port);
}

/* --- the rest ----------------------------------------------------------------------------------- */

static void text_number(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_uint(sb, frame_number(&p->frame));
}

static void text_length(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_uint(sb, p->frame.wire_len);
}

static void text_cumulative(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_uint(sb, p->cumulative);
}

bool column_needs_cumulative(const struct column *c) { return c->kind->text == text_cumulative; }

static void text_protocol(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_str(sb, p->d.protocol_column);
}

static void text_info(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    sb_info(sb, &p->d);
}

static void text_vlan(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)c;
    if (p->d.vlan != 0)
        sb_uint(sb, p->d.vlan);
}

static const char *name_of(const struct node *n)
{
    const struct note_def *note = registry_note(n->field);
    return note != NULL ? note->name : registry_field(n->field)->name;
}

static void text_dscp(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    const struct node *found = NULL;
    for (uint32_t i = 0; i < p->d.tree.count; i++)
        for (const char *name = c->kind->fields; *name != '\0'; name += strlen(name) + 1)
            if (strcmp(name_of(&p->d.tree.nodes[i]), name) == 0)
                found = &p->d.tree.nodes[i];
    if (found != NULL)
        sb_str(sb, values_or(&dscp_short_names, (uint32_t)found->v.u, ""));
}

/* The most severe finding of the packet. */
static void text_severity(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    static const char *const names[] = { "", "Comment", "Chat", "Note", "Warn", "Error" };
    uint8_t most = 0;
    (void)c;
    for (uint32_t i = 0; i < p->d.tree.count; i++) {
        const struct note_def *note = registry_note(p->d.tree.nodes[i].field);
        if (note != NULL && note->severity > most)
            most = note->severity;
    }
    sb_str(sb, names[most]);
}

static void text_nothing(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    (void)sb, (void)p, (void)c;
}

static void text_expression(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    struct filter_state *s = filter_state_new(c->expression);
    uint32_t n = s != NULL ? filter_evaluate(c->expression, s, &p->d) : 0;
    for (uint32_t i = 0, shown = 0; i < n; i++) {
        if (c->occurrence > 0 ? i + 1 != (uint32_t)c->occurrence : c->occurrence < 0 && i + 1 != n)
            continue;
        if (shown++ != 0)
            sb_char(sb, ',');
        filter_value(c->expression, s, &p->d, i, sb);
    }
    filter_state_free(s);
}

/* The values of the column's fields with commas between; one of them when the column says which. */
static void text_fields(struct strbuf *sb, const struct thr_packet *p, const struct column *c)
{
    if (c->expression != NULL) {
        text_expression(sb, p, c);
        return;
    }
    const struct tree *t = &p->d.tree;
    size_t start = sb->len;
    for (const char *name = c->fields; *name != '\0'; name += strlen(name) + 1) {
        const struct node *one = NULL;
        int seen = 0;
        for (uint32_t i = 0; i < t->count; i++) {
            const struct node *n = &t->nodes[i];
            if (strcmp(name_of(n), name) != 0)
                continue;
            seen++;
            if (c->occurrence < 0 || seen == c->occurrence)
                one = n;
            bool mark = registry_field(n->field)->type == FT_PROTOCOL;  /* is there, however often */
            if (c->occurrence != 0 || (mark && seen > 1))
                continue;
            if (sb->len != start)
                sb_char(sb, ',');
            node_in_column(sb, &p->d, n, c->resolved);
        }
        if (one == NULL)
            continue;
        if (sb->len != start)
            sb_char(sb, ',');
        node_in_column(sb, &p->d, one, c->resolved);
    }
}

#define T(style) .text = text_time_of, .detail = style

static const struct column_kind kinds[] = {
    { "%q", "802.1Q VLAN id", text_vlan },
    { "%Yt", "Absolute date, as YYYY-MM-DD, and time", T(THR_TIME_DATE) },
    { "%YDOYt", "Absolute date, as YYYY/DOY, and time", T(THR_TIME_DAY_OF_YEAR) },
    { "%At", "Absolute time", T(THR_TIME_CLOCK) },
    { "%V", "Cisco VSAN", text_nothing },
    { "%B", "Cumulative Bytes", text_cumulative },
    { "%Cus", "Custom", text_fields },
    { "%y", "DCE/RPC call (cn_call_id / dg_seqnum)", text_nothing },
    { "%Tt", "Delta time", T(THR_TIME_DELTA) },
    { "%Gt", "Delta time displayed", T(THR_TIME_DELTA_DISPLAYED) },
    { "%rd", "Dest addr (resolved)", text_address, .layout = LAYOUT_DESTINATION, .detail = ANY_DESTINATION },
    { "%ud", "Dest addr (unresolved)", text_address_plain, .layout = LAYOUT_DESTINATION, .detail = ANY_DESTINATION },
    { "%rD", "Dest port (resolved)", text_port, .detail = ANY_DESTINATION },
    { "%uD", "Dest port (unresolved)", text_port_plain, .detail = ANY_DESTINATION },
    { "%d", "Destination address", text_address, .layout = LAYOUT_DESTINATION, .detail = ANY_DESTINATION },
    { "%D", "Destination port", text_port, .detail = ANY_DESTINATION },
    { "%a", "Expert Info Severity", text_severity },
    { "%I", "FW-1 monitor if/direction", text_nothing },
    { "%F", "Frequency/Channel", text_nothing },
    { "%hd", "Hardware dest addr", text_address, .layout = LAYOUT_LINK_DESTINATION, .detail = LINK_DESTINATION },
    { "%hs", "Hardware src addr", text_address, .layout = LAYOUT_LINK_SOURCE, .detail = LINK_SOURCE },
    { "%rhd", "Hw dest addr (resolved)", text_address, .layout = LAYOUT_LINK_DESTINATION, .detail = LINK_DESTINATION },
    { "%uhd", "Hw dest addr (unresolved)", text_address_plain, .layout = LAYOUT_LINK_DESTINATION, .detail = LINK_DESTINATION },
    { "%rhs", "Hw src addr (resolved)", text_address, .layout = LAYOUT_LINK_SOURCE, .detail = LINK_SOURCE },
    { "%uhs", "Hw src addr (unresolved)", text_address_plain, .layout = LAYOUT_LINK_SOURCE, .detail = LINK_SOURCE },
    { "%e", "IEEE 802.11 RSSI", text_nothing },
    { "%x", "IEEE 802.11 TX rate", text_nothing },
    { "%f", "IP DSCP Value", text_dscp, .fields = "ip.dsfield.dscp\0ipv6.tclass.dscp\0" },
    { "%i", "Information", text_info },
    { "%rnd", "Net dest addr (resolved)", text_address, .layout = LAYOUT_NET_DESTINATION, .detail = NET_DESTINATION },
    { "%und", "Net dest addr (unresolved)", text_address_plain, .layout = LAYOUT_NET_DESTINATION, .detail = NET_DESTINATION },
    { "%rns", "Net src addr (resolved)", text_address, .layout = LAYOUT_NET_SOURCE, .detail = NET_SOURCE },
    { "%uns", "Net src addr (unresolved)", text_address_plain, .layout = LAYOUT_NET_SOURCE, .detail = NET_SOURCE },
    { "%nd", "Network dest addr", text_address, .layout = LAYOUT_NET_DESTINATION, .detail = NET_DESTINATION },
    { "%ns", "Network src addr", text_address, .layout = LAYOUT_NET_SOURCE, .detail = NET_SOURCE },
    { "%m", "Number", text_number, .layout = LAYOUT_NUMBER },
    { "%L", "Packet length (bytes)", text_length },
    { "%p", "Protocol", text_protocol },
    { "%Rt", "Relative time", T(THR_TIME_RELATIVE), .layout = LAYOUT_TIME },
    { "%s", "Source address", text_address, .layout = LAYOUT_SOURCE, .detail = ANY_SOURCE },
    { "%S", "Source port", text_port, .detail = ANY_SOURCE },
    { "%rs", "Src addr (resolved)", text_address, .layout = LAYOUT_SOURCE, .detail = ANY_SOURCE },
    { "%us", "Src addr (unresolved)", text_address_plain, .layout = LAYOUT_SOURCE, .detail = ANY_SOURCE },
    { "%rS", "Src port (resolved)", text_port, .detail = ANY_SOURCE },
    { "%uS", "Src port (unresolved)", text_port_plain, .detail = ANY_SOURCE },
    { "%E", "TEI", text_nothing },
    { "%Yut", "UTC date, as YYYY-MM-DD, and time", T(THR_TIME_UTC_DATE) },
    { "%YDOYut", "UTC date, as YYYY/DOY, and time", T(THR_TIME_UTC_DAY_OF_YEAR) },
    { "%Aut", "UTC time", T(THR_TIME_UTC_CLOCK) },
    { "%t", "Time (format as specified)", text_time, .layout = LAYOUT_TIME },
    { .code = NULL },
};

const struct column_kind *column_kinds(void) { return kinds; }

static const struct column_kind *kind_of(const char *code)
{
    const struct column_kind *k = kinds;
    while (k->code != NULL && strcmp(k->code, code) != 0)
        k++;
    return k->code != NULL ? k : NULL;
}

/* --- the configured list ------------------------------------------------------------------------ */

void columns_free(struct columns *c)
{
    for (uint32_t i = 0; i < c->count; i++) {
        free(c->list[i].title);
        free(c->list[i].fields);
        filter_free(c->list[i].expression);
    }
    free(c->list);
    *c = (struct columns){ 0 };
}

/* "tcp.port or udp.port" as a list of names that ends with an empty one. */
static char *field_list(const char *text, size_t len)
{
    char *list = calloc(1, len + 2), *to = list;
    for (size_t i = 0; list != NULL && i < len;) {
        size_t word = strcspn(text + i, " |");
        if (word > len - i)
            word = len - i;
        if (word != 0 && !(word == 2 && strncmp(text + i, "or", 2) == 0)) {
            memcpy(to, text + i, word);
            to += word + 1;
        }
        i += word != 0 ? word : 1;
    }
    return list;
}

static bool all_fields(const char *list)
{
    uint32_t count = 1;
    for (; *list != '\0' && count != 0; list += strlen(list) + 1)
        registry_find(list, &count);
    return count != 0;
}

/* Cuts ":R" or ":U", and then ":2", from the end, so that an expression may have colons in itself. */
static size_t take_tail(struct column *c, const char *rest)
{
    size_t len = strlen(rest);
    c->resolved = true;
    if (len > 2 && rest[len - 2] == ':' && (rest[len - 1] == 'R' || rest[len - 1] == 'U')) {
        c->resolved = rest[len - 1] == 'R';
        len -= 2;
    }
    size_t digits = len;
    while (digits > 0 && rest[digits - 1] >= '0' && rest[digits - 1] <= '9')
        digits--;
    digits -= digits > 0 && rest[digits - 1] == '-';
    if (digits == 0 || rest[digits - 1] != ':')
        return len;
    c->occurrence = (int)strtol(rest + digits, NULL, 10);
    return digits - 1;
}

/* "%Cus:FIELDS:OCCURRENCE:R": all but the first two words may be missing. */
static bool take_custom(struct column *c, const char *rest)
{
    size_t len = take_tail(c, rest);
    c->fields = field_list(rest, len);
    if (c->fields == NULL || c->fields[0] == '\0')
        return false;
    if (all_fields(c->fields))
        return true;
    char *text = strndup(rest, len);
    c->expression = text != NULL ? filter_compile_values(text, NULL, NULL) : NULL;
    free(text);
    if (c->expression != NULL)
        c->fields[0] = '\0';
    return true;
}

static bool take_code(struct column *c, const char *code)
{
    static const char custom[] = "%Cus:";
    if (strncmp(code, custom, sizeof custom - 1) == 0) {
        c->kind = kind_of("%Cus");
        return take_custom(c, code + sizeof custom - 1);
    }
    c->kind = kind_of(code);
    return c->kind != NULL && strcmp(code, "%Cus") != 0;
}

/* The next word of a comma-separated list of plain or quoted words; NULL when a quote does not end. */
static const char *next_word(const char *text, struct strbuf *word)
{
    bool quoted = false;
    size_t solid = 0;  /* blanks at the end of a plain word do not count */
    sb_clear(word);
    text += strspn(text, " ");
    for (; *text != '\0' && (quoted || *text != ','); text++) {
        if (*text == '"') {
            quoted = !quoted;
            solid = word->len;
            continue;
        }
        if (*text == '\\' && text[1] != '\0')
            text++;
        sb_char(word, *text);
        if (quoted || *text != ' ')
            solid = word->len;
    }
    sb_cut_to(word, solid);
    return quoted ? NULL : text;
}

bool columns_parse(struct columns *c, const char *text)
{
    struct columns new = { 0 };
    struct strbuf word = { 0 };
    bool fine = *text != '\0';
    while (fine && *text != '\0') {
        struct column *list = realloc(new.list, (new.count + 1) * sizeof *list);
        if (list == NULL)
            break;
        new.list = list;
        struct column *one = &list[new.count++];
        *one = (struct column){ 0 };
        fine = (text = next_word(text, &word)) != NULL && *text == ',' &&
               (one->title = strdup(sb_text(&word))) != NULL && (text = next_word(text + 1, &word)) != NULL &&
               take_code(one, sb_text(&word));
        if (fine && *text == ',')
            text++;
    }
    sb_free(&word);
    if (!fine || new.count == 0) {
        columns_free(&new);
        return false;
    }
    columns_free(c);
    *c = new;
    return true;
}

bool columns_default(struct columns *c)
{
    return columns_parse(c,
                         "\"No.\",\"%m\",\"Time\",\"%t\",\"Source\",\"%s\",\"Destination\",\"%d\",\"Protocol\",\"%p\","
                         "\"Length\",\"%L\",\"Info\",\"%i\"");
}

static void need_named(struct wanted *w, const char *name)
{
    uint32_t count, first = registry_find(name, &count);
    for (uint32_t k = first; k < first + count; k++)
        wanted_field(w, registry_by_name[k]);
}

void columns_need(const struct columns *c, struct wanted *w)
{
    w->columns = true;
    for (uint32_t i = 0; i < c->count; i++) {
        const char *name = c->list[i].fields != NULL ? c->list[i].fields : c->list[i].kind->fields;
        for (; name != NULL && *name != '\0'; name += strlen(name) + 1)
            need_named(w, name);
        if (c->list[i].kind->text == text_severity)
            wanted_all(w);
        if (c->list[i].expression != NULL)
            filter_want(c->list[i].expression, w);
    }
}

void column_append(struct strbuf *sb, const struct thr_packet *p, const struct column *c) { c->kind->text(sb, p, c); }

uint32_t columns_titled(const struct columns *c, const char *title)
{
    uint32_t i = 0;
    while (i < c->count && strcmp(c->list[i].title, title) != 0)
        i++;
    return i;
}
