/* thrift_measure.c - where a message of Thrift without a frame ends.  Nothing but its fields tells. */
#include "protocols/application/thrift.h"

#include "base/base.h"

bool thrift_known_type(uint32_t type)
{
    const uint32_t known = 1 << T_BOOL | 1 << T_I8 | 1 << T_DOUBLE | 1 << T_I16 | 1 << T_I32 | 1 << T_I64 |
                           1 << T_BINARY | 1 << T_STRUCT | 1 << T_MAP | 1 << T_SET | 1 << T_LIST | 1 << T_UUID;
    return type <= T_UUID && (known >> type & 1) != 0;
}

uint32_t thrift_compact_type(uint32_t bits)
{
    static const uint8_t types[16] = { T_STOP,   T_BOOL, T_BOOL, T_I8,  T_I16,    T_I32,  T_I64,   T_DOUBLE,
                                       T_BINARY, T_LIST, T_SET,  T_MAP, T_STRUCT, T_UUID, T_WRONG, T_WRONG };
    return types[bits & 15];
}

int64_t thrift_unzigzag(uint64_t v) { return (int64_t)(v >> 1) ^ -(int64_t)(v & 1); }

/* What is read of one item: `at` comes to count once all of it is there. */
struct reader {
    struct thrift_measure *m;
    const uint8_t *bytes;
    uint32_t len, at;
    uint64_t owed;  /* at least so many bytes follow the item */
};

void thrift_measure_begin(struct thrift_measure *m, bool compact, bool exception, uint32_t most)
{
    m->at = m->depth = 0;
    m->missing = 0;
    m->id = 0;
    m->serial = 0;
    m->compact = compact;
    m->exception = exception;
    m->most = most < THRIFT_DEPTH_MAX ? most : THRIFT_DEPTH_MAX;
    m->typed = m->broken = m->ended = false;
    m->levels[0] = (struct thrift_level){ 0 };
}

static bool break_off(struct reader *r)
{
    r->m->broken = true;
    return false;
}

static bool has(struct reader *r, uint64_t n)
{
    if (n <= r->len - r->at)
        return true;
    r->m->missing = n - (r->len - r->at) + r->owed;
    return false;
}

static bool skip(struct reader *r, uint32_t n)
{
    if (!has(r, n))
        return false;
    r->at += n;
    return true;
}

static bool varint(struct reader *r, uint64_t *value)
{
    *value = 0;
    for (uint32_t i = 0; i < 10; i++) {
        if (!has(r, (uint64_t)i + 1))
            return false;
        uint64_t byte = r->bytes[r->at + i];
        if (i == 9 && (byte & 0x7f) > 1)
            break;
        *value |= (byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            r->at += i + 1;
            return true;
        }
    }
    return break_off(r);
}

static bool length(struct reader *r, uint32_t *n)
{
    uint64_t v;
    if (r->m->compact) {
        if (!varint(r, &v))
            return false;
    } else {
        if (!has(r, 4))
            return false;
        v = be32(r->bytes + r->at);
        r->at += 4;
    }
    *n = (uint32_t)v;
    return v <= INT32_MAX || break_off(r);
}

/* --- values ------------------------------------------------------------------------------------- */

/* Bytes that a value takes at least: elements of no size would be many for nothing. */
static uint8_t least_size(bool compact, uint32_t type)
{
    switch (type) {
    case T_I16: return compact ? 1 : 2;
    case T_I32:
    case T_BINARY: return compact ? 1 : 4;
    case T_I64: return compact ? 1 : 8;
    case T_DOUBLE: return 8;
    case T_UUID: return 16;
    case T_SET:
    case T_LIST: return compact ? 1 : 5;
    case T_MAP: return compact ? 1 : 6;
    default: return 1;
    }
}

static void descend(struct reader *r, uint32_t n, uint32_t first, uint32_t second)
{
    struct thrift_measure *m = r->m;
    uint8_t least = least_size(m->compact, first);
    if (second != 0)
        least = (uint8_t)(least + least_size(m->compact, second));
    m->levels[++m->depth] = (struct thrift_level){ .owed = r->owed,
                                                   .elements = first != 0,
                                                   .left = n,
                                                   .first = (uint8_t)first,
                                                   .second = (uint8_t)second,
                                                   .least = least };
}

static bool list(struct reader *r)
{
    bool compact = r->m->compact;
    uint32_t n;
    if (!has(r, compact ? 1 : 5))
        return false;
    uint32_t byte = r->bytes[r->at++], type = compact ? thrift_compact_type(byte & 15) : byte;
    if (compact && byte >> 4 != 15)
        n = byte >> 4;
    else if (!length(r, &n))
        return false;
    if (n != 0 && !thrift_known_type(type))
        return break_off(r);
    if (n != 0)
        descend(r, n, type, 0);
    return true;
}

static bool map(struct reader *r)
{
    bool compact = r->m->compact;
    uint32_t n, key = 0, value = 0;
    if (!compact) {
        if (!has(r, 2))
            return false;
        key = r->bytes[r->at];
        value = r->bytes[r->at + 1];
        r->at += 2;
    }
    if (!length(r, &n))
        return false;
    if (compact && n != 0) {
        if (!has(r, 1))
            return false;
        key = thrift_compact_type(r->bytes[r->at] >> 4);
        value = thrift_compact_type(r->bytes[r->at] & 15);
        r->at += 1;
    }
    if (n != 0 && !(thrift_known_type(key) && thrift_known_type(value)))
        return break_off(r);
    if (n != 0)
        descend(r, n, key, value);
    return true;
}

static bool binary(struct reader *r)
{
    uint32_t n;
    return length(r, &n) && skip(r, n);
}

static bool integer(struct reader *r, uint32_t size)
{
    uint64_t v;
    return r->m->compact ? varint(r, &v) : skip(r, size);
}

/* A value, or the beginning of one that has others in it; false when it cannot be read. */
static bool value(struct reader *r, uint32_t type)
{
    if (type >= T_STRUCT && type <= T_LIST && r->m->depth >= r->m->most)
        return break_off(r);
    switch (type) {
    case T_BOOL:
    case T_I8: return skip(r, 1);
    case T_I16: return integer(r, 2);
    case T_I32: return integer(r, 4);
    case T_I64: return integer(r, 8);
    case T_DOUBLE: return skip(r, 8);
    case T_UUID: return skip(r, 16);
    case T_BINARY: return binary(r);
    case T_STRUCT: descend(r, 0, 0, 0); return true;
    case T_MAP: return map(r);
    case T_SET:
    case T_LIST: return list(r);
    default: return break_off(r);
    }
}

/* --- items -------------------------------------------------------------------------------------- */

/* The next field's header: its type, T_STOP after the last. */
static bool field_header(struct reader *r, uint32_t *type, int32_t *id)
{
    uint64_t v = 0;
    if (!has(r, 1))
        return false;
    uint32_t first = r->bytes[r->at];
    *type = first;
    if (first == T_STOP)
        return skip(r, 1);
    if (!r->m->compact) {
        if (!has(r, 3))
            return false;
        *id = (int16_t)be16(r->bytes + r->at + 1);
        r->at += 3;
        return thrift_known_type(first) || break_off(r);
    }
    r->at += 1;
    if (first >> 4 == 0 && !varint(r, &v))
        return false;
    *id = (int16_t)(first >> 4 != 0 ? *id + (int32_t)(first >> 4) : thrift_unzigzag(v));
    *type = thrift_compact_type(first & 15);
    return thrift_known_type(*type) || break_off(r);
}

/* TApplicationException: a text as field 1 and a number as field 2. */
static bool exception_field(struct reader *r)
{
    struct thrift_measure *m = r->m;
    uint32_t type;
    int32_t id = m->id;
    if (!field_header(r, &type, &id))
        return false;
    if (type == T_STOP) {
        m->ended = m->typed;
        return m->typed || break_off(r);
    }
    bool number = id == 2 && type == T_I32, text = id == 1 && type == T_BINARY;
    if (m->typed || !(number || text))
        return break_off(r);
    if (!(number ? integer(r, 4) : binary(r)))
        return false;
    m->typed = number;
    m->id = id;
    return true;
}

static bool struct_field(struct reader *r, const struct thrift_level *l)
{
    struct thrift_measure *m = r->m;
    uint32_t type;
    int32_t id = 0;
    r->owed = l->owed;
    if (!field_header(r, &type, &id))
        return false;
    if (type == T_STOP) {
        m->ended = m->depth == 0;
        m->depth -= m->depth != 0;
        return true;
    }
    r->owed += 1;  /* the byte that ends the struct */
    return (m->compact && type == T_BOOL) || value(r, type);  /* there the type is the value */
}

static bool element(struct reader *r, struct thrift_level *l)
{
    r->owed = l->owed + (uint64_t)(l->left - 1) * l->least;
    if (!value(r, l->value ? l->second : l->first))
        return false;
    l->value = l->second != 0 && !l->value;
    l->left -= !l->value;
    return true;
}

void thrift_measure_go(struct thrift_measure *m, const uint8_t *bytes, uint32_t len)
{
    bool read = true;
    m->missing = 0;
    while (read && !m->ended) {
        struct reader r = { .m = m, .bytes = bytes, .len = len, .at = m->at };
        struct thrift_level *l = &m->levels[m->depth];
        if (l->elements && l->left == 0) {
            m->depth--;
            continue;
        }
        read = l->elements ? element(&r, l) : m->exception && m->depth == 0 ? exception_field(&r) : struct_field(&r, l);
        if (read)
            m->at = r.at;
    }
}
