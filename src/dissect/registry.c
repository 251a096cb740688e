/* registry.c - looking things up in the generated tables. */
#include "dissect/registry.h"

#include "base/base.h"

static const struct field note_as_field_none = { .name = "", .label = "", .type = FT_NONE };

static uint32_t local_row(uint32_t global, const struct protocol **p)
{
    uint32_t owner = registry_owner[global];
    *p = registry_protocols[owner];
    return global - registry_first_field[owner];
}

const struct field *registry_field(uint32_t global)
{
    const struct protocol *p;
    uint32_t row = local_row(global, &p);
    return row < p->n_fields ? &p->fields[row] : &note_as_field_none;
}

const struct note_def *registry_note(uint32_t global)
{
    const struct protocol *p;
    uint32_t row = local_row(global, &p);
    return row < p->n_fields ? NULL : &p->notes[row - p->n_fields];
}

static const char *name_at(uint32_t i)
{
    const struct protocol *p;
    uint32_t row = local_row(registry_by_name[i], &p);
    return row < p->n_fields ? p->fields[row].name : p->notes[row - p->n_fields].name;
}

uint32_t registry_find(const char *name, uint32_t *count)
{
    uint32_t from = 0, to = registry_n_named;
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (strcmp(name_at(mid), name) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    *count = 0;
    while (from + *count < registry_n_named && strcmp(name_at(from + *count), name) == 0)
        ++*count;
    return from;
}

uint32_t registry_protocol(const char *name)
{
    for (uint32_t i = 0; i < registry_count; i++)
        if (strcmp(registry_protocols[i]->name, name) == 0)
            return i;
    return NO_PROTOCOL;
}

uint32_t registry_table(const char *name)
{
    uint32_t i = 0;
    while (i < registry_n_tables && strcmp(registry_tables[i].name, name) != 0)
        i++;
    return i;
}
