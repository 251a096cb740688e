/* registry.c - looking things up in the generated tables. */
#include "dissect/registry.h"

#include "base/base.h"

const struct field registry_note_field = { .name = "", .label = "", .type = FT_NONE };

static const char *name_at(uint32_t i)
{
    const struct note_def *note = registry_note(registry_by_name[i]);
    return note != NULL ? note->name : registry_field(registry_by_name[i])->name;
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
