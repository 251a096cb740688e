/* report.c - what the program knows, as -G prints it. */
#include "output/output.h"

#include <stdlib.h>
#include <strings.h>

static const char *const type_names[FT_TYPES] = {
    [FT_NONE] = "FT_NONE", [FT_PROTOCOL] = "FT_PROTOCOL", [FT_BOOLEAN] = "FT_BOOLEAN", [FT_CHAR] = "FT_CHAR",
    [FT_UINT8] = "FT_UINT8", [FT_UINT16] = "FT_UINT16", [FT_UINT24] = "FT_UINT24", [FT_UINT32] = "FT_UINT32",
    [FT_UINT40] = "FT_UINT40", [FT_UINT48] = "FT_UINT48", [FT_UINT56] = "FT_UINT56", [FT_UINT64] = "FT_UINT64",
    [FT_INT8] = "FT_INT8", [FT_INT16] = "FT_INT16", [FT_INT24] = "FT_INT24", [FT_INT32] = "FT_INT32", [FT_INT64] = "FT_INT64",
    [FT_FLOAT] = "FT_FLOAT", [FT_DOUBLE] = "FT_DOUBLE", [FT_ABSOLUTE_TIME] = "FT_ABSOLUTE_TIME",
    [FT_RELATIVE_TIME] = "FT_RELATIVE_TIME", [FT_STRING] = "FT_STRING", [FT_STRINGZ] = "FT_STRINGZ",
    [FT_STRINGZPAD] = "FT_STRINGZPAD",
    [FT_UINT_STRING] = "FT_UINT_STRING", [FT_BYTES] = "FT_BYTES", [FT_UINT_BYTES] = "FT_UINT_BYTES", [FT_ETHER] = "FT_ETHER",
    [FT_IPv4] = "FT_IPv4", [FT_IPv6] = "FT_IPv6", [FT_IPXNET] = "FT_IPXNET", [FT_GUID] = "FT_GUID", [FT_OID] = "FT_OID",
    [FT_REL_OID] = "FT_REL_OID", [FT_EUI64] = "FT_EUI64", [FT_SYSTEM_ID] = "FT_SYSTEM_ID", [FT_FCWWN] = "FT_FCWWN",
    [FT_VINES] = "FT_VINES", [FT_AX25] = "FT_AX25", [FT_FRAMENUM] = "FT_FRAMENUM",
};
static const char *const type_titles[FT_TYPES] = {
    [FT_NONE] = "Label", [FT_PROTOCOL] = "Protocol", [FT_BOOLEAN] = "Boolean", [FT_CHAR] = "Character (1 byte)",
    [FT_UINT8] = "Unsigned integer (1 byte)", [FT_UINT16] = "Unsigned integer (2 bytes)",
    [FT_UINT24] = "Unsigned integer (3 bytes)", [FT_UINT32] = "Unsigned integer (4 bytes)",
    [FT_UINT40] = "Unsigned integer (5 bytes)", [FT_UINT48] = "Unsigned integer (6 bytes)",
    [FT_UINT56] = "Unsigned integer (7 bytes)", [FT_UINT64] = "Unsigned integer (8 bytes)",
    [FT_INT8] = "Signed integer (1 byte)", [FT_INT16] = "Signed integer (2 bytes)", [FT_INT24] = "Signed integer (3 bytes)",
    [FT_INT32] = "Signed integer (4 bytes)", [FT_INT64] = "Signed integer (8 bytes)",
    [FT_FLOAT] = "Floating point (single-precision)", [FT_DOUBLE] = "Floating point (double-precision)",
    [FT_ABSOLUTE_TIME] = "Date and time", [FT_RELATIVE_TIME] = "Time offset", [FT_STRING] = "Character string",
    [FT_STRINGZ] = "Character string", [FT_STRINGZPAD] = "Character string", [FT_UINT_STRING] = "Character string", [FT_BYTES] = "Byte sequence",
    [FT_UINT_BYTES] = "Byte sequence", [FT_ETHER] = "Ethernet or other MAC address", [FT_IPv4] = "IPv4 address",
    [FT_IPv6] = "IPv6 address", [FT_IPXNET] = "IPX network number", [FT_GUID] = "Globally Unique Identifier",
    [FT_OID] = "ASN.1 object identifier", [FT_REL_OID] = "ASN.1 relative object identifier", [FT_EUI64] = "EUI64 address",
    [FT_SYSTEM_ID] = "OSI System-ID", [FT_FCWWN] = "Fibre Channel WWN", [FT_VINES] = "VINES address", [FT_AX25] = "AX.25 address",
    [FT_FRAMENUM] = "Frame number",
};

static const char *base_name(uint8_t type, uint8_t base)
{
    static const char *const names[] = {
        [BASE_DEC] = "BASE_DEC",         [BASE_HEX] = "BASE_HEX",         [BASE_OCT] = "BASE_OCT",
        [BASE_DEC_HEX] = "BASE_DEC_HEX", [BASE_HEX_DEC] = "BASE_HEX_DEC", [BASE_CUSTOM] = "BASE_CUSTOM",
        [BASE_PT_UDP] = "BASE_PT_UDP",   [BASE_PT_TCP] = "BASE_PT_TCP",   [BASE_PT_SCTP] = "BASE_PT_SCTP",
        [BASE_PT_DCCP] = "BASE_PT_DCCP", [BASE_OUI] = "BASE_OUI",
    };
    bool number = type_is_uint(type) || type_is_int(type);
    if (!number)
        return "";
    return base < ARRAY_LEN(names) && names[base] != NULL ? names[base] : "BASE_NONE";
}

typedef void report(struct strbuf *sb, const struct engine *e);

static int by_short_name(const void *a, const void *b)
{
    const struct protocol *const *p = a, *const *q = b;
    return strcasecmp((*p)->short_name, (*q)->short_name);
}

static void report_protocols(struct strbuf *sb, const struct engine *e)
{
    const struct protocol **all = malloc((registry_count + 1) * sizeof *all);
    (void)e;
    if (all == NULL)
        return;
    memcpy(all, registry_protocols, registry_count * sizeof *all);
    qsort(all, registry_count, sizeof *all, by_short_name);
    for (uint32_t i = 0; i < registry_count; i++)
        sb_printf(sb, "%s\t%s\t%s\n", all[i]->long_name, all[i]->short_name, all[i]->name);
    free(all);
}

static void report_fields(struct strbuf *sb, const struct engine *e)
{
    (void)e;
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *p = registry_protocols[i];
        sb_printf(sb, "P\t%s\t%s\n", p->long_name, p->name);
        for (uint32_t k = 1; k < p->n_fields; k++) {
            const struct field *f = &p->fields[k];
            if (f->name[0] == '\0')
                continue;
            sb_printf(sb, "F\t%s\t%s\t%s\t%s\t", f->label, f->name, type_names[f->type], p->name);
            if (f->type == FT_BOOLEAN)
                sb_uint(sb, f->mask != 0 ? field_bits(f) : 0);
            else
                sb_str(sb, base_name(f->type, f->base));
            sb_printf(sb, "\t0x%llx\t\n", (unsigned long long)f->mask);
        }
        for (uint32_t k = 0; k < p->n_notes; k++)
            sb_printf(sb, "F\t%s\t%s\tFT_NONE\t%s\t\t0x0\t\n", p->notes[k].text, p->notes[k].name, p->name);
    }
}

static void sb_key(struct strbuf *sb, const struct field *f, uint64_t v)
{
    if (f->base == BASE_HEX || f->base == BASE_HEX_DEC)
        sb_printf(sb, "0x%llx", (unsigned long long)v);
    else if (type_is_int(f->type))
        sb_int(sb, (int32_t)v);
    else
        sb_uint(sb, v);
}

static void report_values(struct strbuf *sb, const struct engine *e)
{
    (void)e;
    for (uint32_t g = 0; g < registry_first_field[registry_count]; g++) {
        const struct field *f = registry_field(g);
        if (f->name[0] == '\0')
            continue;
        for (uint32_t k = 0; f->values != NULL && k < f->values->count; k++) {
            sb_printf(sb, "%s\t%s\t", f->type == FT_UINT64 || f->type == FT_INT64 ? "V64" : "V", f->name);
            sb_key(sb, f, f->values->rows[k].value);
            sb_printf(sb, "\t%s\n", f->values->rows[k].text);
        }
        for (uint32_t k = 0; f->ranges != NULL && k < f->ranges->count; k++) {
            sb_printf(sb, "R\t%s\t", f->name);
            sb_key(sb, f, f->ranges->rows[k].from);
            sb_char(sb, '\t');
            sb_key(sb, f, f->ranges->rows[k].to);
            sb_printf(sb, "\t%s\n", f->ranges->rows[k].text);
        }
        if (f->truth != NULL)
            sb_printf(sb, "T\t%s\t%s\t%s\n", f->name, f->truth->yes, f->truth->no);
    }
}

static void report_decodes(struct strbuf *sb, const struct engine *e)
{
    for (uint32_t t = 0; t < registry_n_tables; t++)
        for (uint32_t i = 0; registry_tables[t].type != FT_STRING && i <= e->tables[t].mask; i++) {
            const struct dispatch_slot *s = &e->tables[t].slots[i];
            if (s->protocol != NO_PROTOCOL)
                sb_printf(sb, "%s\t%u\t%s\n", registry_tables[t].name, s->key, registry_protocols[s->protocol]->name);
        }
}

static int by_table_name(const void *a, const void *b)
{
    const struct dispatch_table *const *p = a, *const *q = b;
    return strcmp((*p)->name, (*q)->name);
}

/* All tables by name; the caller frees it.  NULL without memory. */
static const struct dispatch_table **sorted_tables(void)
{
    const struct dispatch_table **all = malloc((registry_n_tables + 1) * sizeof *all);
    for (uint32_t t = 0; all != NULL && t < registry_n_tables; t++)
        all[t] = &registry_tables[t];
    if (all != NULL)
        qsort(all, registry_n_tables, sizeof *all, by_table_name);
    return all;
}

/* The protocol whose name the table's begins with: "UDP" for "udp.port". */
static const char *table_owner(const struct dispatch_table *t)
{
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *p = registry_protocols[i];
        size_t len = strlen(p->name);
        if (strncmp(t->name, p->name, len) == 0 && (t->name[len] == '.' || t->name[len] == '\0'))
            return p->short_name;
    }
    return "(no protocol)";
}

static void report_tables(struct strbuf *sb, const struct engine *e)
{
    const struct dispatch_table **all = sorted_tables();
    (void)e;
    for (uint32_t t = 0; all != NULL && t < registry_n_tables; t++)
        sb_printf(sb, "%s\t%s\t%s\t%s\t%s\tDecode As supported\n", all[t]->name, all[t]->label,
                  type_names[all[t]->type], base_name(all[t]->type, all[t]->base), table_owner(all[t]));
    free(all);
}

static bool claims_of(const struct protocol *p, uint32_t table)
{
    for (uint32_t k = 0; k < p->n_claims; k++)
        if (p->claims[k].table == table)
            return true;
    return false;
}

static int by_filter_name(const void *a, const void *b)
{
    const struct protocol *const *p = a, *const *q = b;
    return strcmp((*p)->name, (*q)->name);
}

static void sb_claimants(struct strbuf *sb, uint32_t table)
{
    const struct protocol **all = malloc((registry_count + 1) * sizeof *all);
    if (all == NULL)
        return;
    memcpy(all, registry_protocols, registry_count * sizeof *all);
    qsort(all, registry_count, sizeof *all, by_filter_name);
    sb_printf(sb, "thresher: Valid protocols for layer type \"%s\" are:\n", registry_tables[table].name);
    for (uint32_t i = 0; i < registry_count; i++)
        if (claims_of(all[i], table))
            sb_printf(sb, "\t%s (%s)\n", all[i]->name, all[i]->long_name);
    free(all);
}

void thr_engine_decode_choices(struct thr_engine *engine, const char *rule, thr_write *write, void *context)
{
    struct decode_rule r;
    struct strbuf sb = { 0 };
    (void)engine;
    decode_rule_parse(&r, rule);
    uint32_t t = registry_table(r.table);
    if (t == registry_n_tables) {
        const struct dispatch_table **all = sorted_tables();
        sb_str(&sb, "thresher: Valid layer types are:\n");
        for (uint32_t i = 0; all != NULL && i < registry_n_tables; i++)
            sb_printf(&sb, "\t%s (%s)\n", all[i]->name, all[i]->label);
        free(all);
    } else if (strspn(r.selector, "0123456789") != 0 && registry_protocol(r.protocol) == NO_PROTOCOL) {
        sb_claimants(&sb, t);
    }
    if (sb.len != 0)
        write(context, sb_text(&sb), sb.len);
    sb_free(&sb);
}

static void report_heuristics(struct strbuf *sb, const struct engine *e)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < registry_protocols[i]->n_heuristics; k++, at++) {
            const struct heuristic *h = &registry_protocols[i]->heuristics[k];
            const char *table = registry_tables[h->table].name;
            sb_printf(sb, "%.*s\t%s\t%c\n", (int)strcspn(table, "."), table, registry_protocols[i]->name,
                      e->enabled[i] && !e->heuristics_off[at] ? 'T' : 'F');
        }
}

static void report_count(struct strbuf *sb, const struct engine *e)
{
    uint32_t same = 0;
    (void)e;
    for (uint32_t i = 1; i < registry_n_named; i++) {
        const struct note_def *a = registry_note(registry_by_name[i - 1]), *b = registry_note(registry_by_name[i]);
        same += strcmp(a != NULL ? a->name : registry_field(registry_by_name[i - 1])->name,
                       b != NULL ? b->name : registry_field(registry_by_name[i])->name) == 0;
    }
    sb_printf(sb,
              "There are %u header fields registered, of which:\n\t0 are deregistered\n\t%u are protocols\n"
              "\t%u have the same name as another field\n",
              registry_n_named, registry_count, same);
}

static void report_types(struct strbuf *sb, const struct engine *e)
{
    static const uint8_t order[] = {
        FT_NONE,   FT_PROTOCOL, FT_BOOLEAN,     FT_CHAR,       FT_UINT8,  FT_UINT16,        FT_UINT24,
        FT_UINT32, FT_UINT40,   FT_UINT48,      FT_UINT56,     FT_UINT64, FT_INT8,          FT_INT16,
        FT_INT24,  FT_INT32,    FT_INT64,       FT_FLOAT,      FT_DOUBLE, FT_ABSOLUTE_TIME, FT_RELATIVE_TIME,
        FT_STRING, FT_STRINGZ,  FT_UINT_STRING, FT_ETHER,      FT_BYTES,  FT_UINT_BYTES,    FT_IPv4,
        FT_IPv6,   FT_IPXNET,   FT_FRAMENUM,    FT_GUID,       FT_OID,    FT_EUI64,         FT_AX25,
        FT_VINES,  FT_REL_OID,  FT_SYSTEM_ID,   FT_STRINGZPAD, FT_FCWWN,
    };
    (void)e;
    for (size_t i = 0; i < ARRAY_LEN(order); i++)
        sb_printf(sb, "%s\t%s\n", type_names[order[i]], type_titles[order[i]]);
}

static void sb_pref_value(struct strbuf *sb, const struct pref *p, const struct pref_value *v)
{
    if (p->kind == PREF_BOOL)
        sb_str(sb, v->number != 0 ? "TRUE" : "FALSE");
    else if (p->kind == PREF_UINT)
        sb_uint(sb, v->number);
    else if (p->kind == PREF_ENUM)
        sb_str(sb, values_or(p->choices, v->number, ""));
    else
        sb_str(sb, v->text != NULL ? v->text : "");
}

static void sb_pref_kind(struct strbuf *sb, const struct pref *p)
{
    switch (p->kind) {
    case PREF_BOOL: sb_str(sb, "# TRUE or FALSE (case-insensitive)\n"); return;
    case PREF_UINT: sb_str(sb, "# A decimal number\n"); return;
    case PREF_ENUM:
        sb_str(sb, "# One of: ");
        for (uint32_t i = 0; i < p->choices->count; i++)
            sb_printf(sb, "%s%s", i != 0 ? ", " : "", p->choices->rows[i].text);
        sb_str(sb, "\n# (case-insensitive).\n");
        return;
    case PREF_RANGE: sb_str(sb, "# A string denoting an positive integer range (e.g., \"1-20,30-40\")\n"); return;
    default: sb_str(sb, "# A string\n");
    }
}

static void report_prefs(struct strbuf *sb, const struct engine *e)
{
    sb_str(sb, "# Preferences of Thresher " THR_VERSION ", as -o takes them.\n");
    for (uint32_t i = 0; i < registry_count; i++)
        for (uint32_t k = 0; k < registry_protocols[i]->n_prefs; k++) {
            const struct pref *p = &registry_protocols[i]->prefs[k];
            const struct pref_value initial = { p->initial, p->initial_text };
            const struct pref_value *now = e != NULL ? &e->prefs[registry_first_pref[i] + k] : &initial;
            if (p->kind == PREF_OBSOLETE)
                continue;
            bool changed = now->number != initial.number || now->text != initial.text;
            sb_printf(sb, "\n# %s\n", p->label);
            sb_pref_kind(sb, p);
            sb_printf(sb, "%s%s.%s: ", changed ? "" : "#", registry_protocols[i]->name, p->name);
            sb_pref_value(sb, p, now);
            sb_char(sb, '\n');
        }
}

static void report_defaults(struct strbuf *sb, const struct engine *e)
{
    (void)e;
    report_prefs(sb, NULL);
}

static void report_columns(struct strbuf *sb, const struct engine *e)
{
    (void)e;
    for (const struct column_kind *k = column_kinds(); k->code != NULL; k++)
        sb_printf(sb, "%s\t%s\n", k->code, k->label);
    sb_str(sb, "\nThe columns of the packet list when nothing else is said:\n\n"
               "thresher -o 'gui.column.format:\"No.\",\"%m\",\"Time\",\"%t\",\"Source\",\"%s\",\"Destination\",\"%d\","
               "\"Protocol\",\"%p\",\"Length\",\"%L\",\"Info\",\"%i\"'\n");
}

/* Thresher is one file: there are none. */
static void report_plugins(struct strbuf *sb, const struct engine *e) { (void)sb, (void)e; }

static void report_folders(struct strbuf *sb, const struct engine *e)
{
    const char *temporary = getenv("TMPDIR"), *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    (void)e;
    sb_printf(sb, "%-21s\t%s\n", "Temp:", temporary != NULL ? temporary : "/tmp");
    if (config != NULL)
        sb_printf(sb, "%-21s\t%s/wireshark\n", "Personal configuration:", config);
    else
        sb_printf(sb, "%-21s\t%s/.config/wireshark\n", "Personal configuration:", home != NULL ? home : "");
    sb_printf(sb, "%-21s\t%s\n", "System:", "/etc");
}

/* What Elasticsearch stores a field of the type as; NULL: it finds out by itself. */
static const char *elastic_type(uint8_t type)
{
    switch (type) {
    case FT_BOOLEAN: return "boolean";
    case FT_UINT8:
    case FT_INT8:
    case FT_CHAR: return "short";
    case FT_UINT16:
    case FT_UINT24:
    case FT_INT16:
    case FT_INT24:
    case FT_INT32: return "integer";
    case FT_UINT32:
    case FT_UINT40:
    case FT_UINT48:
    case FT_UINT56:
    case FT_UINT64:
    case FT_INT64:
    case FT_FRAMENUM: return "long";
    case FT_FLOAT:
    case FT_DOUBLE: return "float";
    case FT_ABSOLUTE_TIME:
    case FT_RELATIVE_TIME: return "date";
    case FT_IPv4:
    case FT_IPv6: return "ip";
    case FT_BYTES:
    case FT_UINT_BYTES: return "byte";
    default: return NULL;
    }
}

static void sb_underscored(struct strbuf *sb, const char *name)
{
    for (; *name != '\0'; name++)
        sb_char(sb, *name == '.' ? '_' : *name);
}

/* True when the comma-separated list has the name; a NULL list has all. */
static bool lists(const char *list, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = list; at != NULL && *at != '\0';
         at += at[strcspn(at, ",")] != '\0' ? strcspn(at, ",") + 1 : strlen(at))
        if (strncmp(at, name, len) == 0 && (at[len] == ',' || at[len] == '\0'))
            return true;
    return list == NULL;
}

static void sb_elastic(struct strbuf *sb, const char *only)
{
    bool first = true;
    sb_str(
        sb,
        "{\n  \"settings\": {\n    \"index.mapping.total_fields.limit\": 1000000\n  },\n  \"mappings\": {\n"
        "    \"dynamic\": false,\n    \"properties\": {\n      \"timestamp\": {\n        \"type\": \"date\"\n      },\n"
        "      \"layers\": {\n        \"properties\": {");
    for (uint32_t i = 0; i < registry_count; i++) {
        const struct protocol *p = registry_protocols[i];
        bool some = false;
        if (!lists(only, p->name))
            continue;
        sb_printf(sb, "%s\n          \"%s\": {\n            \"properties\": {", first ? "" : ",", p->name);
        first = false;
        for (uint32_t k = 1; k < p->n_fields; k++) {
            const struct field *f = &p->fields[k];
            if (f->name[0] == '\0' || elastic_type(f->type) == NULL)
                continue;
            sb_printf(sb, "%s\n              \"", some ? "," : "");
            some = true;
            sb_underscored(sb, p->name);
            sb_char(sb, '_');
            sb_underscored(sb, f->name);
            sb_printf(sb, "\": {\n                \"type\": \"%s\"\n              }", elastic_type(f->type));
        }
        sb_str(sb, some ? "\n            }\n          }" : "}\n          }");
    }
    sb_str(sb, "\n        }\n      }\n    }\n  }\n}\n");
}

static void report_elastic(struct strbuf *sb, const struct engine *e)
{
    (void)e;
    sb_elastic(sb, NULL);
}

static const struct {
    const char *name;
    report *print;
} reports[] = {
    { "column-formats", report_columns },
    { "currentprefs", report_prefs },
    { "decodes", report_decodes },
    { "defaultprefs", report_defaults },
    { "dissector-tables", report_tables },
    { "elastic-mapping", report_elastic },
    { "fieldcount", report_count },
    { "fields", report_fields },
    { "folders", report_folders },
    { "ftypes", report_types },
    { "heuristic-decodes", report_heuristics },
    { "plugins", report_plugins },
    { "protocols", report_protocols },
    { "values", report_values },
};

static enum thr_failure report_write(struct strbuf *sb, thr_write *write, void *context, struct thr_error *error)
{
    int failed = write(context, sb_text(sb), sb->len);
    sb_free(sb);
    if (failed != 0)
        return thr_error_set(error, THR_FAILED_WRITE, failed, "The report cannot be written: %s.", strerror(failed));
    return THR_OK;
}

enum thr_failure thr_report(struct thr_engine *engine, const char *name, thr_write *write, void *context,
                            struct thr_error *error)
{
    static const char filtered[] = "elastic-mapping=";
    struct strbuf sb = { 0 };
    if (strncmp(name, filtered, sizeof filtered - 1) == 0) {
        sb_elastic(&sb, name + sizeof filtered - 1);
        return report_write(&sb, write, context, error);
    }
    for (size_t i = 0; i < ARRAY_LEN(reports); i++)
        if (strcmp(reports[i].name, name) == 0) {
            reports[i].print(&sb, engine->dissect);
            return report_write(&sb, write, context, error);
        }
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "There is no report \"%s\".", name);
}
