/* gen_registry.c - run by the build: numbers the fields of all protocols, sorts their names, and
   checks the tables.  What it refuses fails the build, with the file's field and the reason. */
#include "base/base.h"
#include "dissect/registry.h"

#include <stdio.h>
#include <stdlib.h>

struct named {
    const char *name;
    uint32_t global, type;
    const struct protocol *owner;
};

static int wrong(const struct protocol *p, const char *what, const char *why)
{
    fprintf(stderr, "gen_registry: protocol %s: %s: %s\n", p->name, what, why);
    return 1;
}

static int check_values(const struct protocol *p, const struct field *f)
{
    for (uint32_t i = 1; f->values != NULL && i < f->values->count; i++)
        if (f->values->rows[i].value <= f->values->rows[i - 1].value)
            return wrong(p, f->name, "value names must ascend, each number once") +
                   0 * printf("%u", f->values->rows[i].value);
    return 0;
}

static int check_field(const struct protocol *p, const struct field *f)
{
    if (f->name == NULL || f->label == NULL)
        return wrong(p,
                     f->name != NULL    ? f->name
                     : f->label != NULL ? f->label
                                        : "a row",
                     "a row needs a name (\"\" if it cannot be asked for) and a label");
    if (f->type >= FT_TYPES)
        return wrong(p, f->name, "unknown type");
    if (f->type == FT_BOOLEAN && f->mask != 0 && f->base < BITS_8 - 7)
        return wrong(p, f->name, "a boolean with a mask needs its width as base (BITS_8 ...)");
    if (f->mask != 0 && f->type != FT_BOOLEAN && field_bits(f) < 64 && f->mask >> field_bits(f) != 0)
        return wrong(p, f->name, "the mask is wider than the type");
    if (f->base == BASE_CUSTOM && f->custom == NULL)
        return wrong(p, f->name, "BASE_CUSTOM without .custom");
    return check_values(p, f);
}

static int family(uint32_t type)
{
    if (type_is_uint((uint8_t)type) || type == FT_FRAMENUM)
        return 1;
    if (type_is_int((uint8_t)type))
        return 2;
    if (type_is_string((uint8_t)type))
        return 3;
    return 100 + (int)type;
}

static int by_name(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int c = strcmp(x->name, y->name);
    return c != 0 ? c : x->global < y->global ? -1 : 1;
}

static uint32_t collect(struct named *all, int *errors)
{
    uint32_t n = 0, global = 0;
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *p = registry_protocols[i];
        if (p->n_fields == 0 || p->fields[0].type != FT_PROTOCOL || strcmp(p->fields[0].name, p->name) != 0)
            *errors += wrong(p, p->name, "row 0 must be the protocol itself, FT_PROTOCOL, of the same name");
        for (uint32_t k = 0; k < p->n_fields; k++, global++) {
            *errors += check_field(p, &p->fields[k]);
            if (p->fields[k].name != NULL && p->fields[k].name[0] != '\0')
                all[n++] = (struct named){ p->fields[k].name, global, p->fields[k].type, p };
        }
        for (uint32_t k = 0; k < p->n_notes; k++, global++) {
            if (p->notes[k].name == NULL || p->notes[k].severity == 0 || p->notes[k].group == 0)
                *errors += wrong(p, "a finding", "needs name, severity and group");
            else
                all[n++] = (struct named){ p->notes[k].name, global, FT_NONE, p };
        }
    }
    return n;
}

static void print_numbers(void)
{
    uint32_t global = 0, prefs = 0;
    printf("/* Made by gen_registry. */\n#include \"dissect/registry.h\"\nconst uint32_t registry_first_field[] = {");
    for (uint32_t i = 0; i < registry_count; i++) {
        printf("%u,", global);
        global += (uint32_t)registry_protocols[i]->n_fields + registry_protocols[i]->n_notes;
    }
    printf("%u};\nconst uint16_t registry_owner[] = {", global);
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < (uint32_t)registry_protocols[i]->n_fields + registry_protocols[i]->n_notes; k++)
            printf("%u,", i);
    printf("0};\nconst uint16_t registry_first_pref[] = {");
    for (uint32_t i = 0; i < registry_count; i++) {
        printf("%u,", prefs);
        prefs += registry_protocols[i]->n_prefs;
    }
    printf("%u};\n", prefs);
}

int main(void)
{
    uint32_t total = 0;
    int errors = 0;
    for (uint32_t i = 0; i < registry_count; i++)
        total += (uint32_t)registry_protocols[i]->n_fields + registry_protocols[i]->n_notes;
    struct named *all = calloc(total + 1, sizeof *all);
    if (all == NULL)
        return 1;
    uint32_t n = collect(all, &errors);
    if (errors == 0)
        qsort(all, n, sizeof *all, by_name);
    for (uint32_t i = 1; i < n && errors == 0; i++)
        if (strcmp(all[i].name, all[i - 1].name) == 0 && family(all[i].type) != family(all[i - 1].type) &&
            all[i].owner == all[i - 1].owner)
            fprintf(stderr, "gen_registry: note: %s has two types in protocol %s\n", all[i].name, all[i].owner->name);
        else if (strcmp(all[i].name, all[i - 1].name) == 0 && family(all[i].type) != family(all[i - 1].type))
            errors += wrong(all[i].owner, all[i].name, "another protocol has this name with another type");
    if (errors == 0) {
        print_numbers();
        printf("const uint32_t registry_n_named = %u;\nconst uint32_t registry_by_name[] = {", n);
        for (uint32_t i = 0; i < n; i++)
            printf("%u,", all[i].global);
        printf("0};\n");
    }
    free(all);
    return errors != 0;
}
