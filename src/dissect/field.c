/* field.c - lookups in the constant tables. */
#include "dissect/field.h"

const struct truth truth_set = { "Set", "Not set" };
const struct truth truth_yes = { "Yes", "No" };
const struct truth truth_present = { "Present", "Not Present" };
const struct truth truth_enabled = { "Enabled", "Disabled" };
const struct truth truth_supported = { "Supported", "Not supported" };
const struct truth truth_request = { "Request", "Response" };
const struct unit unit_seconds = { " second", " seconds" };
const struct unit unit_ms = { " ms", " ms" };
const struct unit unit_us = { " us", " us" };
const struct unit unit_bytes = { " byte", " bytes" };
const struct unit unit_octets = { " octet", " octets" };
const struct unit unit_hours = { " hour", " hours" };
const struct unit unit_minutes = { " minute", " minutes" };

const char *values_find(const struct values *v, uint32_t value)
{
    uint32_t from = 0, to = v->count;
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (v->rows[mid].value == value)
            return v->rows[mid].text;
        if (v->rows[mid].value < value)
            from = mid + 1;
        else
            to = mid;
    }
    return NULL;
}

const char *values_or(const struct values *v, uint32_t value, const char *unknown)
{
    const char *s = values_find(v, value);
    return s != NULL ? s : unknown;
}

const char *ranges_find(const struct ranges *r, uint64_t value)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (value >= r->rows[i].from && value <= r->rows[i].to)
            return r->rows[i].text;
    return NULL;
}

unsigned field_bits(const struct field *f)
{
    if (f->type == FT_BOOLEAN || f->type == FT_CHAR)
        return f->type == FT_BOOLEAN && f->base > BITS_8 - 8 ? (unsigned)f->base - 0x40 : 8;
    switch (f->type) {
    case FT_UINT8:
    case FT_INT8: return 8;
    case FT_UINT16:
    case FT_INT16: return 16;
    case FT_UINT24:
    case FT_INT24: return 24;
    case FT_UINT32:
    case FT_INT32: return 32;
    case FT_UINT40: return 40;
    case FT_UINT48: return 48;
    case FT_UINT56: return 56;
    default: return 64;
    }
}
