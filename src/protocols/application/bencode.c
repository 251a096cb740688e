/* bencode.c - strings, integers, lists and dictionaries of BitTorrent, BEP 3 ("bencoding"). */
#include "protocols/protocol.h"

enum { BENCODE, STRING_LENGTH, STRING, INTEGER, DICTIONARY, ENTRY, LIST, TRUNCATED, FAULT };
enum { BAD_STRING, BAD_STRING_LENGTH, BAD_INTEGER, TOO_DEEP, BAD_KEY, BAD_VALUE, BAD, SOUND };
enum { DEPTH_MAX = 10 };

/* What an entry of a dictionary is called. */
struct entry {
    const uint8_t *key, *value;
    uint32_t key_len, value_len;
    int32_t number;
    bool is_string, is_number;
};

static void entry_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const struct entry *e = n->v.arg;
    (void)d;
    if (e == NULL)
        return;
    sb_str(sb, " Key: ");
    sb_escaped(sb, e->key, e->key_len);
    if (e->is_string) {
        sb_str(sb, "  Value: ");
        sb_escaped(sb, e->value, e->value_len);
    } else if (e->is_number) {
        sb_printf(sb, "  Value: %d", e->number);
    }
}

static const struct note_def notes[] = {
    [BAD_STRING] = { "bencode.str.invalid", "Decode Aborted: Invalid String", SEV_ERROR, GROUP_MALFORMED },
    [BAD_STRING_LENGTH] = { "bencode.str.length.invalid", "Decode Aborted: Invalid String Length", SEV_ERROR, GROUP_MALFORMED },
    [BAD_INTEGER] = { "bencode.int.invalid", "Decode Aborted: Invalid Integer", SEV_ERROR, GROUP_MALFORMED },
    [TOO_DEEP] = { "bencode.nest", "Decode Aborted: Nested Too Deep", SEV_ERROR, GROUP_MALFORMED },
    [BAD_KEY] = { "bencode.dict.key_invalid", "Decode Aborted: Invalid Dictionary Key", SEV_ERROR, GROUP_MALFORMED },
    [BAD_VALUE] = { "bencode.dict.value_invalid", "Decode Aborted: Invalid Dictionary Value", SEV_ERROR, GROUP_MALFORMED },
    [BAD] = { "bencode.invalid", "Invalid Bencoding", SEV_ERROR, GROUP_MALFORMED },
};

static void fault_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.arg);
}

static const struct field fields[] = {
    [BENCODE] = { "bencode", "Bencode", FT_PROTOCOL },
    [STRING_LENGTH] = { "bencode.str.length", "String Length", FT_UINT32, BASE_DEC },
    [STRING] = { "bencode.str", "String", FT_STRING },
    [INTEGER] = { "bencode.int", "Integer", FT_INT32, BASE_DEC },
    [DICTIONARY] = { "bencode.dict", "Dictionary", FT_NONE },
    [ENTRY] = { "bencode.dict.entry", "Entry", FT_NONE, .suffix = entry_suffix },
    [LIST] = { "bencode.list", "List", FT_NONE },
    [TRUNCATED] = { "bencode.truncated_data", "Truncated Data", FT_BYTES },
    [FAULT] = { "", "Fault", FT_NONE, .label_fn = fault_label },
};

/* --- reading ------------------------------------------------------------------------------------ */

/* A string or an integer at the cursor: how much of it is text before, and all of it. */
struct atom {
    uint32_t head, size;
    int32_t number;
};

/* "4:spam" */
static int string_read(struct cursor c, struct atom *a)
{
    uint32_t n = 0, i = 0;
    while (i < c.cap && c.p[i] >= '0' && c.p[i] <= '9' && n < 100000000)
        n = n * 10 + (uint32_t)(c.p[i++] - '0');
    if (i == c.cap || c.p[i] != ':')
        return BAD_STRING;
    *a = (struct atom){ .head = i + 1, .number = (int32_t)n };
    if (n > c.cap - a->head)
        return BAD_STRING_LENGTH;
    a->size = a->head + n;
    return SOUND;
}

/* "i-3e"; numbers that do not fit lose their upper bits. */
static int integer_read(struct cursor c, struct atom *a)
{
    uint32_t n = 0, i = 1;
    bool minus = i < c.cap && c.p[i] == '-';
    i += minus;
    uint32_t digits = i;
    while (i < c.cap && c.p[i] >= '0' && c.p[i] <= '9')
        n = n * 10 + (uint32_t)(c.p[i++] - '0');
    if (i >= c.cap || c.p[i] != 'e' || (i == digits && !minus))
        return BAD_INTEGER;
    *a = (struct atom){ .head = 1, .size = i + 1, .number = (int32_t)(minus ? 0 - n : n) };
    return SOUND;
}

static bool is_digit(const struct cursor *c) { return c->cap != 0 && c->p[0] >= '0' && c->p[0] <= '9'; }

/* Moves past a value of any kind; false when it is not sound.  Depths are counted, not walked. */
static bool skip_value(struct cursor *c, unsigned room)
{
    unsigned depth = 0;
    struct atom a;
    do {
        if (c->cap == 0)
            return false;
        if (is_digit(c) || c->p[0] == 'i') {
            if ((c->p[0] == 'i' ? integer_read(*c, &a) : string_read(*c, &a)) != SOUND)
                return false;
            cursor_skip(c, a.size);
        } else if (c->p[0] == 'l' || c->p[0] == 'd') {
            if (++depth > room)
                return false;
            cursor_skip(c, 1);
        } else if (c->p[0] == 'e' && depth != 0) {
            depth--;
            cursor_skip(c, 1);
        } else {
            return false;
        }
    } while (depth != 0);
    return true;
}

/* --- showing ------------------------------------------------------------------------------------ */

/* Nothing can be made of what follows. */
static bool fault(struct dissect *d, struct cursor c, unsigned note)
{
    uint32_t n = emit_arg(d, c, FAULT, 0, c.cap, notes[note].text);
    note_on(d, n, note, NULL);
    return false;
}

static bool value_show(struct dissect *d, struct cursor *c, unsigned depth);

static void string_show(struct dissect *d, struct cursor *c, const struct atom *a)
{
    uint32_t len = a->size - a->head;
    emit_value(d, *c, STRING_LENGTH, 0, a->head, len);
    cursor_skip(c, a->head);
    add_item(d, c, STRING, len);
}

static bool entry_show(struct dissect *d, struct cursor *c, unsigned depth)
{
    struct atom key, value;
    if (!is_digit(c) || string_read(*c, &key) != SOUND)
        return fault(d, *c, BAD_KEY);
    struct cursor at = cursor_at(*c, key.size), after = at;
    if (!need(d, at, 0, 1))
        return false;
    if (!skip_value(&after, DEPTH_MAX - depth))
        return fault(d, at, BAD_VALUE);
    struct entry *e = packet_zero(d, sizeof *e);
    if (e == NULL)
        return false;
    e->key = c->p + key.head;
    e->key_len = key.size - key.head;
    if (at.p[0] == 'i' && integer_read(at, &value) == SOUND) {
        e->is_number = true;
        e->number = value.number;
    } else if (is_digit(&at) && string_read(at, &value) == SOUND) {
        e->is_string = true;
        e->value = at.p + value.head;
        e->value_len = value.size - value.head;
    }
    emit_arg(d, *c, ENTRY, 0, after.offset - c->offset, e);
    down(d);
    string_show(d, c, &key);
    bool sound = value_show(d, c, depth);
    up(d);
    return sound;
}

static bool dictionary_show(struct dissect *d, struct cursor *c, unsigned depth)
{
    emit_at(d, *c, DICTIONARY, 0, c->cap);
    cursor_skip(c, 1);
    down(d);
    bool sound = true;
    while (sound) {
        if (c->cap == 0) {
            emit_at(d, *c, TRUNCATED, 0, 0);
            sound = false;
        } else if (c->p[0] == 'e') {
            cursor_skip(c, 1);
            break;
        } else {
            sound = entry_show(d, c, depth);
        }
    }
    up(d);
    return sound;
}

static bool list_show(struct dissect *d, struct cursor *c, unsigned depth)
{
    emit_at(d, *c, LIST, 0, c->cap);
    cursor_skip(c, 1);
    down(d);
    bool sound = true;
    while (sound && need(d, *c, 0, 1)) {
        if (c->p[0] == 'e') {
            cursor_skip(c, 1);
            break;
        }
        sound = value_show(d, c, depth);
    }
    up(d);
    return sound && d->stop == STOP_NONE;
}

static bool value_show(struct dissect *d, struct cursor *c, unsigned depth)
{
    struct atom a;
    if (c->cap == 0) {
        emit_at(d, *c, TRUNCATED, 0, 0);
        return false;
    }
    if (depth > DEPTH_MAX)
        return fault(d, *c, TOO_DEEP);
    if (c->p[0] == 'd')
        return dictionary_show(d, c, depth + 1);
    if (c->p[0] == 'l')
        return list_show(d, c, depth + 1);
    int what = c->p[0] == 'i' ? integer_read(*c, &a) : is_digit(c) ? string_read(*c, &a) : BAD;
    if (what != SOUND)
        return fault(d, *c, (unsigned)what);
    if (c->p[0] == 'i') {
        emit_value(d, *c, INTEGER, 0, a.size, (uint64_t)(int64_t)a.number);
        cursor_skip(c, a.size);
    } else {
        string_show(d, c, &a);
    }
    return true;
}

/* It has no heading of its own: it stands among the rows of the message that holds it. */
static struct verdict bencode_run(struct dissect *d, struct cursor c)
{
    value_show(d, &c, 0);
    return done();
}

PROTOCOL(bencode,
    .name = "bencode", .short_name = "Bencode", .long_name = "Bencode",
    FIELDS(fields), NOTES(notes), .run = bencode_run
);
